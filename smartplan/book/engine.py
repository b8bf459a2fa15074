"""Rendering one chapter: template -> Markdown with placeholders -> blocks; every fault named with file and line."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any, Final

from jinja2 import FunctionLoader, pass_context
from markupsafe import Markup

from smartplan import resources
from smartplan.book.charts import charts
from smartplan.book.functions import boxes, choose, groups, sums, words
from smartplan.book.functions.columns import ColumnChanges
from smartplan.book.functions.table import FUNCTIONS as TABLE_FUNCTIONS
from smartplan.book.functions.table import TableBuilder, Tables
from smartplan.book.ledger import PLACEHOLDERS, Ledger, placeholder, use
from smartplan.book.markdown import Deferred, blocks_of
from smartplan.book.pieces import pieces_of, refuse_unprintable
from smartplan.book.sandbox import BookEnvironment, exported_names
from smartplan.book.trouble import TemplateProblem, template_line
from smartplan.book.views import ListView

if TYPE_CHECKING:
    from pathlib import Path

    from jinja2.runtime import Context

    from smartplan.book.blocks import Block
    from smartplan.book.functions.lookup import Lookup
    from smartplan.findings import Span

__all__ = ["Engine"]

_LONGEST: Final = 20_000_000
_SHORT: Final = 100
_LARGEST: Final = 2_000_000
_OURS: Final = "bawaan_"
_FROM_PLAN: Final = (
    "nama",
    "singkatan",
    "semua",
    "butir",
    "program_periode",
    "urut_hukum",
    "nama_hukum",
    "judul_temuan",
    "tingkat_gabungan",
)


class Engine:
    """Renders the chapters of one plan. ``root`` is the plan's folder, whose own templates win."""

    def __init__(self, root: Path | None, lookup: Lookup) -> None:
        self._root = root
        self.changes = ColumnChanges(lookup.edition, lookup.nama, lookup.singkatan)
        self.environment = BookEnvironment(FunctionLoader(self._load), _finalize)
        self.environment.add_functions(
            {
                **{name: getattr(lookup, name) for name in _FROM_PLAN},
                **boxes.FUNCTIONS,
                **charts.FUNCTIONS,
                **choose.FUNCTIONS,
                **groups.FUNCTIONS,
                **sums.FUNCTIONS,
                **words.FUNCTIONS,
                **TABLE_FUNCTIONS,
                "tabel": Tables(self.changes).tabel,
                "dimensi": lookup.dimensions,
                "tahun_rencana": lookup.years,
            }
        )
        self.environment.filters.update(words.FILTERS)
        self.environment.tests.update(words.TESTS)

    def render(
        self, name: str, prefix: str, context: dict[str, Any], named_at: Span | None = None
    ) -> tuple[Block, ...]:
        """The blocks of one template; ``named_at`` is where the edition names it.

        Raises:
            TemplateFault: the template is missing or wrong; its finding says where.
        """
        use(Ledger())
        self.environment.budget.renew()
        try:
            return blocks_of(self._text(name, context), prefix)
        except Exception as error:
            from smartplan.book.faults import ERRORS, fault_of

            if not isinstance(error, ERRORS):
                raise
            raise fault_of(error, name, self, named_at) from error

    def source(self, name: str) -> str:
        """The text of a template, by its name or as messages call it; empty when there is none."""
        try:
            return self._read(name.removeprefix("templates/"))[0]
        except (TemplateProblem, resources.ResourceMissing, OSError):
            return ""

    def place_of_id(self, name: str, identifier: str) -> Span:
        """The last line of the template ``name`` that writes the id of a block."""
        lines = [number for number, line in enumerate(self.source(name).splitlines(), 1) if identifier in line]
        loaded = self._load(name)
        from smartplan.book.places import place_of

        return place_of(self, loaded[1] if loaded else name, lines[-1] if lines else 1, identifier)

    def names(self) -> list[str]:
        """All templates that a template may name."""
        return sorted(name for name in resources.walk(self._root) if name.endswith(".j2"))

    def _text(self, name: str, context: dict[str, Any]) -> str:
        parts: list[str] = []
        length = 0
        for part in self.environment.get_template(name).generate(context):
            parts.append(part)
            length += len(part)
            if length > _LONGEST:
                raise TemplateProblem("templat mencetak tanpa henti", "periksa perulangannya")
        return "".join(parts)

    def _load(self, name: str) -> tuple[str, str, None] | None:
        try:
            text, label = self._read(name)
        except (resources.ResourceMissing, IsADirectoryError):
            return None
        return self._completed(name, text, label), label, None

    def _read(self, name: str) -> tuple[str, str]:
        """Text and label."""
        file = resources.find(name, self._root)
        if not file.is_file():
            raise resources.ResourceMissing(f"templat {name} bukan berkas", "periksa namanya")
        label = resources.label(file, self._root)
        if file.stat().st_size > _LARGEST:
            raise _unusable(label, f"templat {name} lebih besar dari 2 MB", "bagi menjadi beberapa templat")
        try:
            text = file.read_text(encoding="utf-8-sig")
        except UnicodeDecodeError as error:
            raise _unusable(label, f"templat {name} bukan teks UTF-8", "simpan berkasnya sebagai UTF-8") from error
        except PermissionError as error:
            message = f"berkas {label} tidak dapat dibuka: tidak ada izin"
            raise _unusable(label, message, "beri izin membaca berkas itu, lalu ulangi") from error
        refuse_unprintable(text)
        return text, label

    def _completed(self, name: str, text: str, label: str) -> str:
        """A partial of the plan with those macros of ours that it does not have itself, on its first line.

        So a plan changes one macro without copying the others, and a copy does not lack what a later version adds.
        """
        if label.startswith(resources.SHIPPED) or not PurePosixPath(name).name.startswith("_"):
            return text
        try:
            ours = resources.find(name).read_text(encoding="utf-8")
        except resources.ResourceMissing:
            return text
        lacking = sorted(exported_names(ours) - exported_names(text))
        if not lacking:
            return text
        imported = ", ".join(f"{macro} as {_OURS}{macro}" for macro in lacking)
        kept = "".join(f"{{%- set {macro} = {_OURS}{macro} %}}" for macro in lacking)
        return f'{{%- from "{resources.SHIPPED}{name}" import {imported} with context %}}{kept}{text}'


def _unusable(label: str, message: str, hint: str) -> TemplateProblem:
    """Of a whole file, whichever template takes it up."""
    problem = TemplateProblem(message, hint)
    problem.place = (label, 1)
    return problem


@pass_context
def _finalize(context: Context, value: Any) -> Any:
    """What ``{{ value }}`` writes: placeholders only. Takes the context so that it never runs at compile time."""
    if hasattr(value, "__html__"):
        if isinstance(value, str) and len(value) > _SHORT:
            context.environment.budget.printed(value)  # type: ignore[attr-defined]
        return value
    if isinstance(value, TableBuilder):
        return Markup(placeholder(Deferred(value._blocks(), template_line())))
    if isinstance(value, Deferred):
        value.line = template_line()
        return Markup(placeholder(value))
    if isinstance(value, str):
        return Markup("".join(_marked(value)))
    if isinstance(value, ListView) and len(value):
        return Markup(str(value))
    return Markup("".join(placeholder(piece) for piece in pieces_of(value)))


def _marked(text: str) -> list[str]:
    """``text`` with a placeholder for each stretch that is none yet."""
    refuse_unprintable(text)
    found: list[str] = []
    start = 0
    for match in PLACEHOLDERS.finditer(text):
        if match.start() > start:
            found.append(placeholder(pieces_of(text[start : match.start()])[0]))
        found.append(match.group())
        start = match.end()
    if start < len(text):
        found.append(placeholder(pieces_of(text[start:])[0]))
    return found
