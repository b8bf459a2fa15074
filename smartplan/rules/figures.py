"""The figures of the profile as rules look at them: by fact, and which of several is in use."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NamedTuple

from smartplan.rules.units import measure, plain_unit, written

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smartplan.plan.parts.profil import Profil

__all__ = ["FACTS", "LASTING", "Fact", "chosen", "facts", "is_left_out", "is_same", "newest", "titled", "told"]

FACTS: Final = (
    "luas", "penduduk", "kepadatan", "kecamatan", "kelurahan", "desa", "desa_adat", "ipm", "kemiskinan",
    "pertumbuhan_ekonomi", "pengangguran", "stunting", "tutupan_hutan", "panjang_pantai", "apbd", "pad", "dau",
)  # fmt: skip
LASTING: Final = ("luas", "panjang_pantai")
"""Facts that do not change from year to year."""
_UPPER: Final = ("ipm", "apbd", "pad", "dau")


class Fact(NamedTuple):
    """The figures that tell one fact in comparable units, those without a value left out."""

    key: str
    title: str
    rows: list[Any]


def facts(profil: Profil | None) -> Iterator[Fact]:
    """Every fact of which the profile has a figure; what is told in shares and in people is two facts."""
    if profil is None:
        return
    groups: dict[tuple[str, str, str | None], Fact] = {}
    for key in (*FACTS, "lainnya"):
        for row in getattr(profil, key) or ():
            if row.nilai is None or (key == "lainnya" and not row.nama):
                continue
            title = " ".join(row.nama.split()) if key == "lainnya" else titled(key)
            # A note on a figure of a free name says which of several things it is.
            name = f"{title} {row.catatan or ''}" if key == "lainnya" else title
            # What is written in units that are not known can only be compared with its like.
            unit = plain_unit(row.satuan) if measure(key, row) is None else None
            groups.setdefault((key, name.casefold(), unit), Fact(key, title, [])).rows.append(row)
    yield from groups.values()


def titled(key: str) -> str:
    """What a person calls the fact."""
    return key.upper() if key in _UPPER else key.replace("_", " ")


def told(key: str, row: Any) -> str:
    """The figure and its year."""
    return f"{written(key, row)} ({row.tahun})" if row.tahun else written(key, row)


def is_same(key: str, first: Any, row: Any) -> bool:
    """Whether two figures of one year are one fact, where one may be rounded."""
    one, other = measure(key, first), measure(key, row)
    if one is None or other is None:
        return bool(first.nilai == row.nilai)
    return one.may_equal(other)


def chosen(rows: Any) -> list[Any]:
    """Figures with a value that the books may print: those that are marked, else those not marked as unused, else all."""
    known = [row for row in rows or () if row.nilai is not None]
    return [row for row in known if row.dipakai] or [row for row in known if row.dipakai is not False] or known


def newest(rows: list[Any]) -> Any:
    """The figure that the books print when none is marked."""
    return max(chosen(rows) or rows, key=lambda row: row.tahun or 0)


def is_left_out(row: Any) -> bool:
    """Whether somebody marked the figure as unused and said why."""
    return row.dipakai is False and bool(row.alasan or getattr(row, "catatan", None))
