"""Dimensions, names and lists of the plan as a whole, looked up once for all books."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any, Final

from smartplan.book.functions.arguments import key_of
from smartplan.book.functions.choose import overlapping, sebut
from smartplan.book.functions.law import full_kind, in_official_order
from smartplan.book.functions.sums import kept
from smartplan.book.functions.words import Reworded
from smartplan.book.markers import reference_of
from smartplan.book.missing import Missing
from smartplan.book.views import Computed, Item, ListView, Value, View
from smartplan.edition.risk import RISK_RULE, level_of_product, risk_starts
from smartplan.plan.identity import parts_with_ids
from smartplan.plan.parts.dimensi import Dimensi
from smartplan.wording import NIHIL, parse_number

if TYPE_CHECKING:
    from collections.abc import Mapping
    from decimal import Decimal

    from smartplan.edition import Edition
    from smartplan.edition.parts import DimensiEdisi, Warna
    from smartplan.fields import Bagian, Ref
    from smartplan.plan import Plan

__all__ = ["DimensionItem", "Lookup"]

_NAME_KEYS: Final = ("nama", "misi", "sasaran", "isu", "gap", "risiko", "indikator")
_WORDS: Final = ("teks", "prosa")
"""A sasaran has a list of ``misi``, which is not its name."""
_OTHER_KINDS: Final = {"kesenjangan": ("permasalahan", "isu"), "isu": ("permasalahan",)}
"""An initiative answers gaps and issues alike: where else an id may be found."""


class Colours:
    """``pita`` carries white text, ``latar`` fills cells (RRGGBB)."""

    __slots__ = ("latar", "pita")

    def __init__(self, warna: Warna | None) -> None:
        self.pita = (warna.pita if warna else None) or ""
        self.latar = (warna.latar if warna else None) or ""


class DimensionItem(Item):
    """A dimension of the edition with its subdimensions, its colours and what the plan says of it (``isi``)."""

    __slots__ = ("isi", "sub", "warna")

    def __init__(self, item: DimensiEdisi, part: Bagian | None) -> None:
        super().__init__(item.id or "", item.nama or item.id or "")
        self.sub = tuple(Item(sub.id or "", sub.nama or sub.id or "") for sub in item.sub or ())
        self.warna = Colours(item.warna)
        self.isi = (
            View(part, self) if part is not None else Missing(f"isian {self.nama}", f"dimensi.{self.id}", Dimensi)
        )


class Lookup:
    """Everything that a book asks about the plan as a whole."""

    def __init__(self, plan: Plan, edition: Edition, titles: Mapping[str, str] | None = None) -> None:
        self._plan = plan
        self.edition = edition
        self._titles = titles or {}
        self._lists: dict[str, ListView] = {}
        self._names: dict[tuple[str, str, bool], str] = {}

    @cached_property
    def dimensions(self) -> tuple[DimensionItem, ...]:
        parts = self._plan.rencana.dimensi or {}
        return tuple(DimensionItem(item, parts.get(item.id or "")) for item in self.edition.dimensi or ())

    @cached_property
    def years(self) -> tuple[int, ...]:
        """The years of the plan, none when they are not known."""
        period = self._plan.rencana.periode
        if period is None or period.awal is None or period.akhir is None or period.akhir - period.awal > 50:
            return ()
        return tuple(range(period.awal, period.akhir + 1))

    @cached_property
    def _ids(self) -> dict[str, dict[str, Bagian]]:
        found: dict[str, dict[str, Bagian]] = {}
        for kind, part in parts_with_ids(self._plan.rencana):
            name = getattr(part, "id", None)
            if name:
                found.setdefault(kind, {}).setdefault(name, part)
        return found

    def semua(self, jenis: str) -> ListView:
        """All items of a list over all dimensions, in the edition's order."""
        jenis = key_of(jenis)
        if jenis not in self._lists:
            held = [getattr(dimension.isi, jenis) for dimension in self.dimensions]
            items = [item for one in held if not isinstance(one, Missing) for item in one]
            self._lists[jenis] = ListView(items)
        return self._lists[jenis]

    def program_periode(self, periode: Any) -> ListView:
        """Programs whose years touch a period of the road map."""
        programs = self.semua("program")
        found: ListView = kept(programs, ("periode", periode), lambda: overlapping(programs, periode))
        return found

    def urut_hukum(self, daftar: Any) -> Any:
        """The legal basis in official order: kind, year, number."""
        return in_official_order(daftar, self.edition)

    def tingkat_gabungan(self, kemungkinan: Any, dampak: Any) -> Any:
        """The level of risk that two levels make together, as the edition says; nothing where it does not."""
        values = {level.id: level.nilai for level in self.edition.tingkat_risiko or ()}
        likely, impact = (values.get(getattr(one, "nilai", one)) for one in (kemungkinan, dampak))
        if likely is None or impact is None or not self._risk_starts:
            return ""
        return level_of_product(self._risk_starts, likely * impact)

    @cached_property
    def _risk_starts(self) -> list[tuple[Decimal | float, str]]:
        rule = (self.edition.aturan or {}).get(RISK_RULE)
        written = (rule.parameter if rule is not None else None) or {}

        def limit(name: str, default: float) -> float:
            number = parse_number(written[name]).value if name in written else None
            return float(number) if number is not None else default

        return risk_starts(self.edition, limit)

    def judul_temuan(self, kode: Any) -> Any:
        """What a code of a finding stands for, in a sentence; nothing when it is not known."""
        return Computed(self._titles.get(getattr(kode, "nilai", kode), ""))

    def nama_hukum(self, hukum: Any) -> Any:
        """The kind of an act in full, with the region's name: ``Peraturan Presiden``, ``Peraturan Bupati Rekaan``."""
        return full_kind(hukum, self.edition, self._plan.rencana.wilayah)

    def nama(self, rujukan: Any) -> Any:
        """The printed name of a reference or choice; several are joined with commas and "dan"."""
        return self._named(rujukan, short=False)

    def singkatan(self, rujukan: Any) -> Any:
        """The short form of an office where it has one, else its name."""
        return self._named(rujukan, short=True)

    def _named(self, shown: Any, *, short: bool) -> Any:
        if isinstance(shown, (ListView, list, tuple)):
            return sebut([self._named(item, short=short) for item in shown]) if len(shown) else Computed(NIHIL)
        if isinstance(shown, Value):
            return Reworded(shown, self._name_of(shown, short))
        if isinstance(shown, View):
            part = type(shown._part)
            key = next((key for key in _NAME_KEYS if key in part.fields and part.kind_of(key) in _WORDS), None)
            return getattr(shown, key) if key else shown
        return shown

    def _name_of(self, value: Value, short: bool) -> str:
        reference = reference_of(type(value._part), value._key)
        raw = str(value._held)
        if reference is None:
            return self._office(raw, short) or value._text()
        place = (reference.to, raw, short)
        if place not in self._names:
            found = (
                self._edition_name(reference.to, raw) if reference.edition else self._plan_name(reference, raw, short)
            )
            self._names[place] = found or raw
        return self._names[place]

    def _edition_name(self, kind: str, raw: str) -> str | None:
        if kind == "sub":
            sub = self.edition.sub(raw)
            return sub.nama if sub else None
        if kind == "komponen":
            return next((component.nama for _, component in self.edition.components() if component.id == raw), None)
        return self.edition.name_of(kind, raw)

    def _plan_name(self, reference: Ref, raw: str, short: bool) -> str | None:
        part = self._part(reference, raw)
        if part is None:
            return None
        keys = ("singkatan", *_NAME_KEYS) if short else _NAME_KEYS
        return next((text for key in keys if isinstance(text := getattr(part, key, None), str) and text), None)

    def _office(self, raw: str, short: bool) -> str | None:
        """Free texts such as ``pendukung`` may name an office by its id."""
        office = self._ids.get("perangkat_daerah", {}).get(raw)
        keys = ("singkatan", "nama") if short else ("nama",)
        return next((str(text) for key in keys if (text := getattr(office, key, None))), None)

    def _part(self, reference: Ref, raw: str) -> Bagian | None:
        kinds = (reference.to, *_OTHER_KINDS.get(reference.to, ()))
        return next((part for kind in kinds if (part := self._ids.get(kind, {}).get(raw)) is not None), None)

    def butir(self, rujukan: Any) -> Any:
        """What a reference points to, as a view; Missing when the reference is, or when nothing has this id."""
        if not isinstance(rujukan, Value):
            return rujukan
        reference = reference_of(type(rujukan._part), rujukan._key)
        part = self._part(reference, str(rujukan._held)) if reference else None
        if part is not None:
            return self._view(part)
        return Missing(f"{rujukan._held} (tidak ditemukan)", rujukan._path, None, "any")

    def _view(self, part: Bagian) -> View:
        """The view of ``part`` that knows its dimension."""
        holder = part.holder
        dimension = next(
            (item for item in self.dimensions if isinstance(item.isi, View) and item.isi._part is holder), None
        )
        return View(part, dimension)
