"""Family WJB: what the edition asks for and the plan does not say. Absence is this family's business alone."""

from __future__ import annotations

from functools import cache, partial
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from smartplan.fields import Bagian, Ref
from smartplan.fields.reading import is_blank
from smartplan.findings import Finding, Severity, Span
from smartplan.plan import Rencana
from smartplan.plan.parts.dimensi import Dimensi
from smartplan.rules.texts import says_nothing

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from smartplan.edition import Edition
    from smartplan.edition.parts import Bab, Wajib
    from smartplan.plan import Plan

__all__ = ["CODES", "Outcome", "applies", "evaluate", "finding_of", "unknown_needs"]

CODES = {
    "WJB001": "bagian-kosong",
    "WJB002": "isian-kosong",
}


_NAMES: Final = ("nama", "misi", "sasaran", "isu", "risiko", "indikator", "pertanyaan", "strategi", "id")
"""Keys by which a person calls an item, best first."""
_SHOWN_KEYS: Final = 5


class Outcome(NamedTuple):
    """One required entry at one place. ``part`` holds it, or is the deepest part above it that exists.

    Of a dimension that the plan lacks (``of_absent_dimension``) the entries outside its lists are given, none met.
    """

    need: Wajib
    document: str
    section: str
    dimension: str | None
    met: bool
    part: Bagian
    key: str
    is_list: bool
    of_absent_dimension: bool = False


def evaluate(plan: Plan, edition: Edition) -> Iterator[Outcome]:
    """Every required entry, met or not. An entry that two books ask for is given for each.

    What could not be read is neither met nor missing, and left out; so is what stands inside a list that is absent.
    """
    walker = _Walker(plan, edition)
    for document in edition.dokumen or ():
        for chapter in document.chapters():
            for need in chapter.wajib or ():
                if applies(plan, need):
                    yield from walker.outcomes(need, document.id or "", chapter.id or "")


def finding_of(outcome: Outcome, severity: Severity, plan: Plan) -> Finding:
    """What is missing, as a finding at the empty key or at the part that should hold it."""
    part, key = outcome.part, outcome.key
    owner_part: Any = part
    opd = getattr(owner_part, "opd", None)
    kind = "belum ada" if outcome.is_list else "belum diisi"
    span = part.key_span(key.partition(".")[0])
    if span is None:
        span = Span(plan.files[0], 1, 1, 1, 1)
    return Finding(
        "WJB001" if outcome.is_list else "WJB002",
        severity,
        f"{_whose(part)}{outcome.need.isi or key} {kind}",
        span,
        hint=_what_to_write(type(part), key, is_written=part.entry(key) is not None),
        path=part.path_of(key),
        document=outcome.document,
        section=outcome.section,
        dimension=outcome.dimension,
        opd=opd if isinstance(opd, str) else None,
        owner=outcome.need.pemilik,
        mark=outcome.need.tanda,
        source=outcome.need.sumber,
    )


def _whose(part: Bagian) -> str:
    """``program "Aku Online": `` for an item of a list, nothing for a part that stands alone."""
    if not part.path.endswith("]"):
        return ""
    named: Any = part
    name = next((text for text in (getattr(named, key, None) for key in _NAMES) if isinstance(text, str)), None)
    kind = part.path.rpartition("[")[0].rpartition(".")[2].replace("_", " ")
    return f'{kind} "{name}": ' if name else f"butir {kind}: "


def _what_to_write(kind: type[Bagian], key: str, *, is_written: bool) -> str:
    """The key with an example, or with what its items or its part may hold."""
    steps = key.split(".")
    holder: type[Bagian] | None = kind
    for step in steps[:-1]:
        holder = holder.part_of(step) if holder is not None and step in holder.fields else None
    if holder is None or steps[-1] not in holder.fields:
        return f"tulis `{key}:`"
    below = f" di bawah `{'.'.join(steps[:-1])}`" if len(steps) > 1 else ""
    example, inner = holder.example(steps[-1]), holder.part_of(steps[-1])
    if example is not None:
        return f"tulis misalnya `{steps[-1]}: {example}`{below}"
    if inner is None:
        return f"isi sesudah `{key}:`" if is_written and not below else f"tulis `{steps[-1]}:`{below}"
    keys = list(inner.fields)
    listed = ", ".join(keys[:_SHOWN_KEYS]) + (", ..." if len(keys) > _SHOWN_KEYS else "")
    return (
        f"tulis `{steps[-1]}:`{below} dengan {'butir berisi ' if holder.kind_of(steps[-1]) == 'list' else ''}{listed}"
    )


def _chapters(edition: Edition) -> Iterator[Bab]:
    for document in edition.dokumen or ():
        yield from document.chapters()


def _needs(edition: Edition) -> Iterator[Wajib]:
    for chapter in _chapters(edition):
        yield from chapter.wajib or ()


def applies(plan: Plan, need: Wajib) -> bool:
    """Whether the edition asks this of the plan: none of ``kecuali`` holds, and all of ``hanya`` do."""
    only, unless = need.hanya or {}, need.kecuali or {}
    if any(_value(plan, path) == value for path, value in unless.items()):
        return False
    return all(_value(plan, path) == value for path, value in only.items())


def _value(plan: Plan, path: str) -> str | None:
    value: Any = plan.rencana
    for key in path.split("."):
        value = getattr(value, key, None)
    return None if value is None else str(value)


def is_empty(value: Any) -> bool:
    """Absent, or a part whose keys are all written without a value, as in a fresh plan."""
    return value.is_empty if isinstance(value, Bagian) else value is None


def _is_unsaid(value: Any, key: str) -> bool:
    """Absent, or a dash where words are asked for; a unit may be a dash."""
    if isinstance(value, str):
        return key != "satuan" and says_nothing(value)
    return is_empty(value)


@cache
def is_known(pattern: str) -> bool:
    """Whether a plan has a place for this pattern."""
    return _holder_of(pattern) is not None


@cache
def _names_sub(pattern: str) -> bool:
    """Whether a subdimension of the edition stands at this pattern."""
    holder = _holder_of(pattern)
    marker = holder.fields[pattern.rpartition(".")[2].removesuffix("[*]")].value_marker if holder is not None else None
    return isinstance(marker, Ref) and marker.to == "sub"


def _holder_of(pattern: str) -> type[Bagian] | None:
    """The kind of part that holds the last key; None when a plan has no such place."""
    holder: type[Bagian] | None = None
    kind: type[Bagian] | None = Rencana
    for step in pattern.split("."):
        if step == "*":
            continue
        key = step.removesuffix("[*]")
        if kind is None or key not in kind.fields:
            return None
        holder, kind = kind, kind.part_of(key)
    return holder


def unknown_needs(edition: Edition) -> Iterator[Finding]:
    """Requirements of the edition whose path no plan can have: they cannot be checked."""
    for need in _needs(edition):
        if need.jalur and not is_known(need.jalur):
            message = f'edisi meminta jalur "{need.jalur}", yang tidak ada dalam rencana'
            hint = "perbaiki jalurnya di berkas edisi; `smartplan schema` memuat semua kunci"
            yield Finding("EDS003", Severity.WARNING, message, need.span("jalur"), hint=hint)
    for chapter in _chapters(edition):
        if chapter.bila and not is_known(chapter.bila):
            message = f'edisi mencetak bab "{chapter.id}" hanya bila jalur "{chapter.bila}" berisi, yang tidak ada dalam rencana'
            hint = "perbaiki jalurnya di berkas edisi; `smartplan schema` memuat semua kunci"
            yield Finding("EDS003", Severity.WARNING, message, chapter.span("bila"), hint=hint)


_NOTHING: Final = Dimensi()
"""Stands for a dimension that is not written."""


class _Walker:
    """Follows patterns such as ``dimensi.*.program[*].opd`` through a plan."""

    def __init__(self, plan: Plan, edition: Edition) -> None:
        self._plan = plan
        self._dimensions = edition.ids("dimensi")
        self._with_sub = {item.id for item in edition.dimensi or () if item.sub}
        self._unread_root = any("/" not in name for name in plan.unread)
        self._asked = {need.jalur for need in _needs(edition)}

    def outcomes(self, need: Wajib, document: str, section: str) -> Iterator[Outcome]:
        """Each place of the pattern of ``need``, whether it is filled, and whether it is a list or a part of its own."""
        pattern = need.jalur or ""
        steps = pattern.split(".")
        if not is_known(pattern):
            return
        if steps[0] != "dimensi" or steps[1:2] != ["*"]:
            yield from self._follow(self._plan.rencana, steps, partial(Outcome, need, document, section, None), "")
            return
        written = self._plan.dimensi
        of_sub = _names_sub(pattern)
        for name in self._dimensions:
            if f"dimensi/{name}.yaml" in self._plan.unread or (of_sub and name not in self._with_sub):
                continue
            made = partial(Outcome, need, document, section, name)
            if name in written:
                yield from self._follow(written[name], steps[2:], made, "dimensi.*.")
                continue
            for outcome in self._follow(_NOTHING, steps[2:], made, "dimensi.*."):
                yield made(False, self._plan.rencana, f"dimensi.{name}.{outcome.key}", outcome.is_list, True)

    def _follow(self, part: Bagian, steps: list[str], made: Callable[..., Outcome], above: str) -> Iterator[Outcome]:
        """``made``: an outcome of what the place adds to it."""
        step = steps[0]
        key = step.removesuffix("[*]")
        value = getattr(part, key)
        if len(steps) == 1:
            if value is None and self._is_unknown(part, key):
                return
            yield made(not _is_unsaid(value, key), part, key, type(part).kind_of(key) in ("list", "part"))
        elif step.endswith("[*]") and len(steps) == 2:
            yield from self._in_items(value or [], steps[1], made)
        elif step.endswith("[*]"):
            for item in value or ():
                yield from self._follow(item, steps[1:], made, f"{above}{step}.")
        elif value is not None:
            if not (is_empty(value) and f"{above}{key}" in self._asked):  # else the part itself is reported, once
                yield from self._follow(value, steps[1:], made, f"{above}{step}.")
        elif (
            f"{above}{key}" not in self._asked  # as above
            and not self._is_unknown(part, key)
            and not any(rest.endswith("[*]") for rest in steps[1:-1])
        ):
            yield made(False, part, ".".join((key, *steps[1:])), False)

    def _in_items(self, items: list[Bagian], key: str, made: Callable[..., Outcome]) -> Iterator[Outcome]:
        """The same as following each item, without a generator for each of thousands."""
        kind = type(items[0]).kind_of(key) if items else ""
        is_part, is_list = kind == "part", kind in ("list", "part")
        for item in items:
            held = getattr(item, key)
            if held is None:
                if not self._is_unknown(item, key):
                    yield made(False, item, key, is_list)
            else:
                yield made(not (held.is_empty if is_part else _is_unsaid(held, key)), item, key, is_list)

    def _is_unknown(self, part: Bagian, key: str) -> bool:
        """Written but not readable, or in a file that could not be read."""
        entry = part.entry(key)
        if entry is not None:
            return not is_blank(entry.value)
        return self._unread_root and part.holder is None
