"""Who has to act on a finding: an office of the plan, or the plain name of whoever it is."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Final, NamedTuple

from smartplan.wording import capitalize
from smartplan.wording.patterns import lazy

if TYPE_CHECKING:
    from smartplan.edition import Edition
    from smartplan.edition.parts import Pemilik
    from smartplan.findings import Finding
    from smartplan.plan import Plan
    from smartplan.plan.parts.kelembagaan import PerangkatDaerah

__all__ = ["Offices", "Who", "head_of"]

_ITEM: Final = lazy(r"dimensi\.[^.\[]+\.[^.\[]+\[[^\]]*\]")
_PLACE: Final = lazy(r"dimensi[./]([a-z0-9_-]+)(?=[.\[]|\Z)")
_OPD: Final = "opd"
_COORDINATOR: Final = "koordinator dimensi"
_HEAD_OF_REGION: Final = "kepala daerah"
_KEEPER: Final = "pengelola rencana"
"""Who is asked about what has no owner: faults in the files themselves."""
_HEADS: Final = (
    ("sekretariat dprd", "Sekretaris DPRD"),
    ("sekretariat daerah", "Sekretaris Daerah"),
    ("inspektorat", "Inspektur"),
    ("kecamatan ", "Camat "),
    ("kelurahan ", "Lurah "),
    ("rumah sakit ", "Direktur Rumah Sakit "),
)


class Who(NamedTuple):
    """``id`` is that of ``perangkat_daerah``, or stands for an owner that no office was found for (then ``is_office``
    is false). ``head`` is how the head is addressed: "Kepala Dinas Kesehatan". ``person`` is its name where known.
    """

    id: str
    name: str
    head: str
    person: str | None = None
    is_office: bool = True


class Offices:
    """Finds who is asked; looks at the plan once."""

    def __init__(self, plan: Plan, edition: Edition) -> None:
        self._plan = plan
        self._edition = edition
        self._by_owner: dict[tuple[str, str | None], Who] = {}

    @cached_property
    def all(self) -> tuple[Who, ...]:
        """The offices of the plan, in its order; one without id has its name for an id."""
        seen: dict[str, Who] = {}
        for office in self._plan.rencana.perangkat_daerah or ():
            who = _who(office)
            if who.id:
                seen.setdefault(who.id, who)
        return tuple(seen.values())

    @cached_property
    def _known(self) -> dict[str, Who]:
        return {who.id: who for who in self.all}

    @cached_property
    def _in_charge(self) -> dict[str, str]:
        """Path of an item of a dimension -> the office that it names."""
        found = {}
        for part in self._plan.dimensi.values():
            for key in part._holders:
                held = getattr(part, key)
                for item in held if isinstance(held, list) else ():
                    name = getattr(item, "opd", None)
                    if isinstance(name, str):
                        found[item.path] = name
        return found

    def of(self, finding: Finding) -> Who:
        """The office that the finding names, else that of its owner."""
        if finding.opd:
            return self._named(finding.opd)
        dimension = finding.dimension or self._dimension_of(finding)
        owner = finding.owner or (_OPD if dimension else _KEEPER)
        if owner == _OPD:
            item = _ITEM.match(finding.path or "")
            name = self._in_charge.get(item.group()) if item else None
            if name:
                return self._named(name)
            owner = _COORDINATOR if dimension else owner
        dimension = dimension if owner == _COORDINATOR else None
        key = owner, dimension
        if key not in self._by_owner:
            self._by_owner[key] = self._owner(owner, dimension)
        return self._by_owner[key]

    def role(self, owner: str | None) -> str:
        """Who fills what ``owner`` stands for over all dimensions and items: "Bappeda", "Koordinator dimensi"."""
        who = self._owner(owner or _OPD, None)
        offices = self._plan.rencana.perangkat_daerah or ()
        short = next((office.singkatan for office in offices if office.id == who.id), None) if who.is_office else None
        return short or who.name

    def _dimension_of(self, finding: Finding) -> str | None:
        """The dimension in whose part or file the finding stands."""
        name = _PLACE.match(finding.path or "") or _PLACE.match(finding.span.file if finding.span else "")
        return name[1] if name is not None and self._edition.by_id("dimensi", name[1]) is not None else None

    def _named(self, name: str) -> Who:
        return self._known.get(name) or Who(name, name, f"Kepala {name}", is_office=False)

    def _owner(self, owner: str, dimension: str | None) -> Who:
        if owner == _COORDINATOR and dimension:
            part = self._plan.dimensi.get(dimension)
            if part is not None and part.koordinator:
                return self._named(part.koordinator)
            title = f"Koordinator {self._edition.name_of('dimensi', dimension)}"
            return Who(f"koordinator-{dimension.replace('_', '-')}", f"{title} (belum ditunjuk)", title, None, False)
        role = next((item for item in self._edition.pemilik or () if item.id == owner), None)
        office = self._office_of(owner, role)
        if office is not None:
            return office
        name = role.nama if role is not None and role.nama else self._plain_name(owner)
        return Who(owner.replace(" ", "-"), name, head_of(name) if role is not None else name, None, False)

    def _office_of(self, owner: str, role: Pemilik | None) -> Who | None:
        if owner in self._known:
            return self._known[owner]
        if role is None:
            return None
        short = {owner, *(text.casefold() for text in role.singkatan or ())}
        words = [text.casefold() for text in role.kata or ()]
        offices = self._plan.rencana.perangkat_daerah or ()
        for office in offices:
            if short & {text.casefold() for text in (office.id, office.singkatan, office.nama) if text}:
                return _who(office)
        for office in offices:
            if any(word in (office.nama or "").casefold() for word in words):
                return _who(office)
        return None

    def _plain_name(self, owner: str) -> str:
        region = self._plan.rencana.wilayah
        if owner == _HEAD_OF_REGION and region is not None:
            terms = (self._edition.istilah or {}).get(region.jenis or "")
            if terms is not None and terms.kepala:
                return terms.kepala
        return "Perangkat daerah terkait" if owner == _OPD else capitalize(owner)


def _who(office: PerangkatDaerah) -> Who:
    name = office.nama or office.singkatan or office.id or ""
    return Who(office.id or name, name, head_of(name), office.kepala)


def head_of(office: str) -> str:
    """``Kepala Dinas Kesehatan``, ``Camat Seririt``, ``Inspektur Daerah``: how its head is called.

    A name that is already that of a head stays.
    """
    low = office.casefold()
    if low.startswith(("kepala ", "sekretaris ", "koordinator ", "camat ", "inspektur", "direktur ")):
        return office
    for begin, title in _HEADS:
        if low.startswith(begin):
            return (title + office[len(begin) :]).strip()
    return f"Kepala {office}"
