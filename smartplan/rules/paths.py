"""Data paths that people write, such as ``dimensi.smart_living.program[jas-bule].anggaran``: where they lead."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from smartplan.fields import Bagian
from smartplan.plan import Rencana
from smartplan.rules.base import found
from smartplan.rules.mends import rewritten
from smartplan.rules.near import guess
from smartplan.wording.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from smartplan.findings import Finding, Span
    from smartplan.rules.base import Context

__all__ = ["Lost", "Place", "dimension_of", "is_below", "locate", "nearest", "path_findings"]

_STEP: Final = lazy(r"\.?([^.\[\]]+)|\[([^\[\]]*)\]")
_MOST_MENDS: Final = 4


class Place(NamedTuple):
    """What a path leads to; ``part`` is the deepest part that is written, ``key`` the next step below it."""

    part: Bagian
    key: str | None

    @property
    def span(self) -> Span | None:
        return self.part.span(self.key)


class Lost(NamedTuple):
    """A path that leads nowhere from ``step`` on. ``near``: the same path with the most alike step that exists."""

    step: str
    near: str | None


def is_below(path: str, above: str) -> bool:
    """``profil.luas[#2].nilai`` is below ``profil.luas``, ``profil.luasan`` is not; all is below the empty path."""
    return not above or (path.startswith(above) and path[len(above) : len(above) + 1] in ("", ".", "["))


def dimension_of(path: str) -> str | None:
    """The dimension that a path is in."""
    first, _, rest = path.partition(".")
    return re.split(r"[.\[]", rest, maxsplit=1)[0] or None if first == "dimensi" else None


def nearest(ctx: Context, path: str) -> str | None:
    """The path that was meant, as far as that can be told; None when it cannot."""
    for _ in range(_MOST_MENDS):
        found = locate(ctx, path)
        if isinstance(found, Place):
            return path
        if found.near is None:
            return None
        path = found.near
    return None


def locate(ctx: Context, path: str) -> Place | Lost:
    """Where ``path`` leads. A key that nobody wrote yet exists, an item of a list only when it is written."""
    part: Bagian = ctx.rencana
    kind: type[Bagian] | None = Rencana
    held: Any = part
    shape, key = "part", ""
    unwritten: str | None = None
    at = 0
    while at < len(path):
        step = _STEP.match(path, at)
        if step is None or (step.group(1) and (path[at] == ".") != (at > 0)):
            return Lost(path[at:], None)
        name, item = step.groups()
        if item is not None and shape == "list":
            held = _item(held, item)
            if held is None:
                moved = ctx.index.ids.get(key, {}).get(item)
                near = moved.path + path[step.end() :] if moved else _alike(path, step, 2, _names(part, key))
                return Lost(item, near)
            shape = "part" if kind is not None else "value"
        elif name is not None and shape == "part" and kind is not None:
            if name not in kind.fields:
                return Lost(name, _alike(path, step, 1, kind.fields))
            key, shape = name, kind.kind_of(name)
            kind, held = kind.part_of(name), getattr(held, name, None)
        elif name is not None and shape == "map":
            known = [*(held or ()), *ctx.edition.ids(key)]
            if name not in known:
                return Lost(name, _alike(path, step, 1, known))
            held, shape = (held or {}).get(name), "part"
        elif name is not None and shape in ("years", "texts"):
            held, shape = None, "value"
        else:
            return Lost(item or name, None)
        if isinstance(held, Bagian):
            part, unwritten = held, None
        else:
            unwritten = unwritten or name
        at = step.end()
    return Place(part, unwritten)


def path_findings(ctx: Context, part: Bagian, path: str | None, whose: str) -> Iterator[Finding]:
    """At most one finding: that ``jalur`` of ``part`` leads nowhere, with the path that was meant."""
    lost = locate(ctx, path) if path else None
    if not isinstance(lost, Lost):
        return
    near = nearest(ctx, path or "")
    hint = f'maksud Anda "{near}"?' if near else "salin jalurnya dari hasil `smartplan validate`"
    message = f'{whose}: jalur "{path}" tidak ada dalam rencana ("{lost.step}" tidak dikenal)'
    edits = rewritten(part, "jalur", near) if near else ()
    yield found(part, "jalur", message, hint, edits=edits, unsafe=True)


def _item(held: Any, name: str) -> Any:
    """The item that is called ``name``: its id, or ``#3`` for the third."""
    if not isinstance(held, list):
        return None
    for position, item in enumerate(held, 1):
        if isinstance(item, Bagian):
            if item.path.endswith(f"[{name}]"):
                return item
        elif name == f"#{position}":
            return item
    return None


def _names(part: Bagian, key: str) -> list[str]:
    items = getattr(part, key, None) or ()
    return [item.path.rpartition("[")[2].removesuffix("]") for item in items if isinstance(item, Bagian)]


def _alike(path: str, step: re.Match[str], group: int, known: Iterable[str]) -> str | None:
    """``path`` with the name in ``step`` replaced by the one of ``known`` that is most like it."""
    near = guess(step.group(group), list(known))
    return path[: step.start(group)] + near + path[step.end(group) :] if near else None
