"""Which templates there are for a plan, what uses each, and which of them are the plan's own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from jinja2 import TemplateSyntaxError, nodes
from jinja2.meta import find_referenced_templates

from smartplan import resources
from smartplan.book.sandbox import parse
from smartplan.edition import load_edition

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from smartplan.edition import Edition

__all__ = ["FIXED", "Use", "blocks_of", "own_files", "references", "text_of", "uses"]

FIXED: Final = {
    "surat/tagihan.md.j2": "smartplan due",
    "word/dasar.docx": "tampilan semua berkas Word",
    "hukum.yaml": "daftar peraturan",
}
"""What is looked for in a plan's folder without an edition that names it."""

_DEPTH: Final = 8


class Use(NamedTuple):
    """A template and what uses it. ``document`` and ``title`` say where the edition names it; a partial has neither.

    ``users``: the templates that take it up. ``is_own``: the plan's folder holds it; ``is_shipped``: so does ours.
    """

    name: str
    document: str
    title: str
    users: tuple[str, ...]
    is_own: bool
    is_shipped: bool


def uses(edition: Edition, root: Path | None) -> list[Use]:
    """Every template that the documents of ``edition`` use, in their order, then partials, then what is beside."""
    own, shipped = set(own_files(root)), set(resources.walk())
    named = list(_named(edition))
    users: dict[str, list[str]] = {}
    pending = list(dict.fromkeys(name for name, _, _ in named)) + [name for name in FIXED if name.endswith(".j2")]
    seen = set(pending)
    while pending:
        user = pending.pop(0)
        for name in references(text_of(user, root)):
            users.setdefault(name, []).append(user)
            if name not in seen:
                seen.add(name)
                pending.append(name)
    partials = sorted(name for name in users if name not in {one for one, _, _ in named} | set(FIXED))
    rows = [*named, *((name, "", "") for name in partials), *((name, "", title) for name, title in FIXED.items())]
    rows += [(f"edisi/{name}/edisi.yaml", "", "edisi panduan") for name in _ancestors(edition, root)]
    return [
        Use(name, document, title, tuple(users.get(name, ())), name in own, _plain(name) in shipped)
        for name, document, title in rows
        if not name.startswith(resources.SHIPPED) or _plain(name) not in shipped
    ]


def own_files(root: Path | None) -> tuple[str, ...]:
    """The names of all files in the plan's own templates folder."""
    own = resources.roots(root)[:-1]
    return resources.files_in(own[0]) if own else ()


def references(text: str) -> list[str]:
    """The templates that a text names to extend, include or import; none where it cannot be read."""
    try:
        return list(dict.fromkeys(name for name in find_referenced_templates(parse(text)) if name))
    except TemplateSyntaxError:
        return []


def blocks_of(name: str, root: Path | None, heirs: tuple[str, ...] = ()) -> list[str]:
    """The blocks of a template and of those that it extends, in their order."""
    if name in heirs:
        return []
    try:
        tree = parse(text_of(name, root))
    except TemplateSyntaxError:
        return []
    found = [block.name for block in tree.find_all(nodes.Block)]
    for one in tree.find_all(nodes.Extends):
        if isinstance(one.template, nodes.Const):
            found += blocks_of(str(one.template.value), root, (*heirs, name))
    return list(dict.fromkeys(found))


def text_of(name: str, root: Path | None) -> str:
    """The text of a template; empty when there is none that can be read."""
    try:
        return resources.find(name, root).read_text(encoding="utf-8-sig")
    except (resources.ResourceMissing, OSError, UnicodeDecodeError):
        return ""


def _named(edition: Edition) -> Iterator[tuple[str, str, str]]:
    """Name, document and title of what the edition names."""
    for book in edition.dokumen or ():
        for section in book.chapters():
            if section.templat:
                yield section.templat, book.id or "", section.judul or section.id or ""
    for letter in edition.surat or ():
        if letter.templat:
            yield letter.templat, letter.id or "", letter.judul or ""


def _ancestors(edition: Edition, root: Path | None) -> list[str]:
    """The ids of the edition and of those that it inherits."""
    found = [edition.id or ""]
    while edition.mewarisi and edition.mewarisi not in found and len(found) < _DEPTH:
        found.append(edition.mewarisi)
        edition = load_edition(edition.mewarisi, root)
    return found


def _plain(name: str) -> str:
    return name.removeprefix(resources.SHIPPED)
