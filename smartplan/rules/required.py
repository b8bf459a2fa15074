"""Family WJB: what the edition asks for and the plan does not say. Absence is this family's business alone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from smartplan.fields import Bagian
from smartplan.fields.reading import is_blank
from smartplan.findings import Finding, Severity, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smartplan.edition import Edition
    from smartplan.edition.parts import Wajib
    from smartplan.plan import Plan

__all__ = ["CODES", "Outcome", "evaluate", "finding_of"]

CODES = {
    "WJB001": "bagian-kosong",
    "WJB002": "isian-kosong",
}


@dataclass(frozen=True, slots=True)
class Outcome:
    """One required entry at one place. ``part`` holds it, or is the deepest part above it that exists."""

    need: Wajib
    document: str
    section: str
    dimension: str | None
    met: bool
    part: Bagian
    key: str
    is_list: bool


def evaluate(plan: Plan, edition: Edition) -> Iterator[Outcome]:
    """Every required entry, met or not. An entry that two books ask for is given for each.

    What could not be read is neither met nor missing, and left out; so is what stands inside a list that is absent.
    """
    walker = _Walker(plan, edition)
    for document in edition.dokumen or ():
        for chapter in (*(document.depan or ()), *(document.bab or ()), *(document.belakang or ())):
            for need in chapter.wajib or ():
                if not _applies(plan, need):
                    continue
                for part, key, dimension, met, is_list in walker.places(need.jalur or ""):
                    yield Outcome(need, document.id or "", chapter.id or "", dimension, met, part, key, is_list)


def finding_of(outcome: Outcome, severity: Severity, plan: Plan) -> Finding:
    """What is missing, as a finding at the empty key or at the part that should hold it."""
    part, key = outcome.part, outcome.key
    what = outcome.need.isi or key
    owner_part: Any = part
    opd = getattr(owner_part, "opd", None)
    name = next((text for text in (getattr(owner_part, "nama", None), getattr(owner_part, "id", None)) if text), None)
    whose = f' "{name}"' if name and part.holder is not None else ""
    kind = "belum ada" if outcome.is_list else "belum diisi"
    example = type(part).example(key) if key in type(part).model_fields else None
    hint = f"tulis `{key}`" + (f", misalnya `{key}: {example}`" if example else "")
    span = part.span(key.partition(".")[0])
    if span is None:
        span = Span(plan.files[0], 1, 1, 1, 1)
    return Finding(
        "WJB001" if outcome.is_list else "WJB002",
        severity,
        f"{what}{whose} {kind}",
        span,
        hint=hint,
        path=part.path_of(key),
        document=outcome.document,
        section=outcome.section,
        dimension=outcome.dimension,
        opd=opd if isinstance(opd, str) else None,
        owner=outcome.need.pemilik,
        mark=outcome.need.tanda,
        source=outcome.need.sumber,
    )


def _needs(edition: Edition) -> Iterator[Wajib]:
    for document in edition.dokumen or ():
        for chapter in (*(document.depan or ()), *(document.bab or ()), *(document.belakang or ())):
            yield from chapter.wajib or ()


def _applies(plan: Plan, need: Wajib) -> bool:
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
    if isinstance(value, Bagian):
        return all(is_empty(getattr(value, name)) for name in type(value).model_fields)
    return value is None


class _Walker:
    """Follows patterns such as ``dimensi.*.program[*].opd`` through a plan."""

    def __init__(self, plan: Plan, edition: Edition) -> None:
        self._plan = plan
        self._dimensions = edition.ids("dimensi")
        self._unread_root = any("/" not in name for name in plan.unread)
        self._asked = {need.jalur for need in _needs(edition)}

    def places(self, pattern: str) -> Iterator[tuple[Bagian, str, str | None, bool, bool]]:
        """Part, key, dimension, whether it is filled, whether it is a list or a part of its own."""
        steps = pattern.split(".")
        if steps[0] == "dimensi" and steps[1:2] == ["*"]:
            written = self._plan.dimensi
            for name in self._dimensions:
                if name in written and f"dimensi/{name}.yaml" not in self._plan.unread:
                    yield from self._follow(written[name], steps[2:], name, "dimensi.*.")
        else:
            yield from self._follow(self._plan.rencana, steps, None, "")

    def _follow(
        self, part: Bagian, steps: list[str], dimension: str | None, above: str
    ) -> Iterator[tuple[Bagian, str, str | None, bool, bool]]:
        step = steps[0]
        key = step.removesuffix("[*]")
        value = getattr(part, key)
        if len(steps) == 1:
            if value is None and self._is_unknown(part, key):
                return
            yield part, key, dimension, not is_empty(value), type(part).kind_of(key) in ("list", "part")
        elif step.endswith("[*]"):
            for item in value or ():
                yield from self._follow(item, steps[1:], dimension, f"{above}{step}.")
        elif value is not None:
            if not (is_empty(value) and f"{above}{key}" in self._asked):  # else the part itself is reported, once
                yield from self._follow(value, steps[1:], dimension, f"{above}{step}.")
        elif (
            f"{above}{key}" not in self._asked  # as above
            and not self._is_unknown(part, key)
            and not any(rest.endswith("[*]") for rest in steps[1:-1])
        ):
            yield part, ".".join((key, *steps[1:])), dimension, False, False

    def _is_unknown(self, part: Bagian, key: str) -> bool:
        """Written but not readable, or in a file that could not be read."""
        entry = part.entry(key)
        if entry is not None:
            return not is_blank(entry.value)
        return self._unread_root and part.holder is None
