"""The legal basis in official order, each act under its full kind."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from smartplan.book.functions.words import Reworded
from smartplan.book.missing import Missing
from smartplan.book.views import ListView, Value

if TYPE_CHECKING:
    from collections.abc import Iterable

    from smartplan.edition import Edition
    from smartplan.edition.parts import JenisHukum
    from smartplan.plan.parts.wilayah import Wilayah

__all__ = ["full_kind", "in_official_order"]

_PROVINCE: Final = "provinsi"
_LEVELS: Final = ("kabupaten", "kota", _PROVINCE)
_PERDA: Final = "Peraturan Daerah"


def in_official_order(acts: Any, edition: Edition) -> Any:
    """Acts by kind as the edition orders them, then by year and number; unknown kinds come last."""
    if isinstance(acts, Missing):
        return acts
    kinds = edition.urutan_hukum or []

    def place(act: Any) -> tuple[int, int, int]:
        kind = _kind_of(_plain(act.jenis), kinds)
        rank = kinds.index(kind) if kind is not None else len(kinds)
        return rank, _number(act.tahun), _number(act.nomor)

    return ListView(sorted(acts, key=place))


def full_kind(act: Any, edition: Edition, region: Wilayah | None) -> Any:
    """The kind of an act in full: ``Peraturan Presiden`` for Perpres, ``Peraturan Bupati Rekaan`` for Perbup.

    Acts of the region and of its province carry the name, as in their titles. A kind that already says more than the
    level, such as ``Peraturan Bupati Rekaan``, stays as it is written.
    """
    if not isinstance(act.jenis, Value):
        return act.jenis
    written = _plain(act.jenis)
    local = _regional(written, act, edition, region)
    if local is not None:
        return Reworded(act.jenis, local)
    for kind in edition.urutan_hukum or ():
        if kind.nama and _same(written, kind.singkatan):
            return Reworded(act.jenis, kind.nama)
    return act.jenis


def _regional(written: str, act: Any, edition: Edition, region: Wilayah | None) -> str | None:
    """The words for an act of the region or, in a regency's plan, of its province; None for any other."""
    if region is None or region.jenis is None:
        return None
    levels = [(region.jenis, _short_name(region.nama))]
    if region.jenis != _PROVINCE:
        levels.append((_PROVINCE, _short_name(region.provinsi)))
    known = edition.istilah or {}
    for level, name in levels:
        terms = known.get(level)
        if terms is None:
            continue
        if _same(written, terms.singkatan) or _same(written, terms.peraturan):
            return _with_name(terms.peraturan, name)
        if _same(written, terms.perda):
            return _with_name(terms.perda, name)
    own = known.get(region.jenis)
    if own is not None and own.perda and (_same(written, "Perda") or _same(written, _PERDA)):
        # Without a level it is an act of the region itself, unless its title speaks of the province.
        if region.jenis != _PROVINCE and _PROVINCE in _plain(act.tentang).casefold():
            return _PERDA
        return _with_name(own.perda, _short_name(region.nama))
    return None


def _with_name(kind: str | None, name: str) -> str | None:
    return f"{kind} {name}".strip() if kind else None


def _short_name(name: str | None) -> str:
    """``Rekaan`` for Kabupaten Rekaan."""
    first, _, rest = (name or "").strip().partition(" ")
    return rest.strip() if rest.strip() and first.casefold() in _LEVELS else (name or "").strip()


def _kind_of(written: str, kinds: Iterable[JenisHukum]) -> JenisHukum | None:
    """The kind with this name or spelling; else the one whose name begins the written one, the longest name first."""
    known = [(name, kind) for kind in kinds for name in (kind.nama, kind.singkatan, *(kind.ejaan or ())) if name]
    found = next((kind for name, kind in known if _same(written, name)), None)
    if found is not None:
        return found
    longest = sorted(known, key=lambda pair: -len(pair[0]))
    return next((kind for name, kind in longest if _squeezed(written).startswith(_squeezed(name))), None)


def _plain(value: Any) -> str:
    return str(value.nilai) if isinstance(value, Value) else ""


def _number(value: Any) -> int:
    digits = "".join(character for character in _plain(value) if character in "0123456789")
    return int(digits) if digits else 0


def _same(first: str, second: str | None) -> bool:
    return bool(second) and _squeezed(first) == _squeezed(second or "")


def _squeezed(text: str) -> str:
    return "".join(text.lower().replace("-", "").split())
