"""Lookups that many rules share, made once a run."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from smartplan.edition import EditionError, load_law
from smartplan.edition.law import plain_kind
from smartplan.fields import Bagian
from smartplan.resources import ResourceMissing
from smartplan.rules.budgets import Budgets
from smartplan.rules.citations import citations_in
from smartplan.rules.references import Reference, references
from smartplan.rules.texts import Texts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smartplan.edition import Edition, LawRegister
    from smartplan.findings import Finding
    from smartplan.plan import Plan
    from smartplan.plan.parts.dimensi import Dimensi
    from smartplan.rules.citations import Citation
    from smartplan.rules.meant import Meanings

__all__ = ["Index"]

_DIMENSION_KINDS = ("permasalahan", "kesenjangan", "sasaran", "inventaris", "inisiatif", "program", "quick_win")


class Index:
    """Each property is computed at its first use."""

    def __init__(self, plan: Plan, edition: Edition) -> None:
        self._plan = plan
        self._edition = edition
        self.law_findings: tuple[Finding, ...] = ()
        self.meanings: dict[tuple[str, ...], Meanings] = {}
        """Kinds of items -> what names stand for among them, as rules asked for it."""

    @cached_property
    def dimensions(self) -> list[tuple[str, str, Dimensi]]:
        """Id, name and part of each dimension that both the edition and the plan have, in the edition's order."""
        written = self._plan.dimensi
        return [
            (item.id, item.nama or item.id, written[item.id])
            for item in self._edition.dimensi or ()
            if item.id and item.id in written
        ]

    def items(self, kind: str) -> Iterator[tuple[str, Any]]:
        """All items of a list that dimensions hold, each with its dimension."""
        for name, _, part in self.dimensions:
            for item in getattr(part, kind) or ():
                yield name, item

    @cached_property
    def budgets(self) -> Budgets:
        """What the programs cost, summed in every way that a document states."""
        own = {item.id for item in self._edition.sumber_dana or () if item.apbd and item.id}
        return Budgets(self.items("program"), own)

    @cached_property
    def ids(self) -> dict[str, dict[str, Any]]:
        """Kind -> id -> item, over the whole plan; items that were set aside stand for themselves as None."""
        rencana = self._plan.rencana
        found: dict[str, dict[str, Any]] = {kind: {} for kind in _DIMENSION_KINDS}
        for kind in _DIMENSION_KINDS:
            for dimensi in self._plan.dimensi.values():
                found[kind].update({item.id: item for item in getattr(dimensi, kind) or () if item.id})
        for kind in ("perangkat_daerah", "misi", "risiko"):
            found[kind] = {item.id: item for item in getattr(rencana, kind) or () if item.id}
        rpjmd = rencana.rpjmd
        found["isu"] = {item.id: item for item in (rpjmd.isu if rpjmd else None) or () if item.id}
        found["misi_rpjmd"] = {item.id: item for item in (rpjmd.misi if rpjmd else None) or () if item.id}
        for left_out in self._plan.set_aside:
            if left_out.id:
                found.setdefault(left_out.kind, {}).setdefault(left_out.id, None)
        return found

    def is_whole(self, *kinds: str) -> bool:
        """Whether all that was written of ``kinds`` could be read: else nothing can be said about what is lacking."""
        return not self._plan.unread and not any(item.kind in kinds for item in self._plan.set_aside)

    @cached_property
    def document_year(self) -> int | None:
        """The year that the document bears, else that of its date."""
        rencana = self._plan.rencana
        day = rencana.tanggal_dokumen
        return rencana.tahun_dokumen or (day.year if day is not None else None)

    @cached_property
    def law(self) -> LawRegister | None:
        """The register of law; None when there is none, or when it is wrong (see ``law_findings``)."""
        try:
            return load_law(self._plan.root)
        except ResourceMissing:
            return None
        except EditionError as error:
            self.law_findings = error.findings
            return None

    @cached_property
    def law_kinds(self) -> dict[str, int]:
        """Every spelling of a kind of act, as ``plain_kind`` writes it -> its place in the official order."""
        kinds: dict[str, int] = {}
        for position, row in enumerate(self._edition.urutan_hukum or ()):
            for name in (row.nama, row.singkatan, *(row.ejaan or ())):
                kinds.setdefault(plain_kind(name), position)
        kinds.pop("", None)
        return kinds

    @cached_property
    def citations(self) -> list[Citation]:
        """Every act that a text cites by kind, number and year."""
        return list(citations_in(self.texts, self._edition))

    @cached_property
    def references(self) -> list[Reference]:
        """Every place where an id of something else is written."""
        return list(references(self.parts))

    @cached_property
    def texts(self) -> Texts:
        """All words of the plan."""
        return Texts(self.parts)

    @cached_property
    def parts(self) -> list[tuple[str | None, Bagian]]:
        """Every part of the plan in reading order, with the dimension that it stands in."""
        collected: list[tuple[str | None, Bagian]] = []
        _collect(self._plan.rencana, None, collected)
        return collected


def _collect(part: Bagian, dimension: str | None, into: list[tuple[str | None, Bagian]]) -> None:
    into.append((dimension, part))
    for key in part._holders:
        held = getattr(part, key)
        if isinstance(held, Bagian):
            _collect(held, dimension, into)
        elif isinstance(held, list):
            for item in held:
                _collect(item, dimension, into)
        elif isinstance(held, dict):
            for name, item in held.items():
                _collect(item, name if key == "dimensi" else dimension, into)
