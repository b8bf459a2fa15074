"""Family HUK: the legal basis."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from smartplan.edition.law import plain_kind
from smartplan.findings import Related
from smartplan.rules.base import Context, found, rule
from smartplan.rules.near import is_slip

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smartplan.edition import Hukum, LawRegister
    from smartplan.findings import Finding
    from smartplan.plan.parts.kelembagaan import DasarHukum

_WORD: Final = re.compile(r"\w+")
_LOCAL: Final = ("perda", "perkada")
"""Kinds (ids of the edition) that regions make themselves: the register does not know them."""
_MANY_MAKERS: Final = ("permen", *_LOCAL)
"""Kinds of which several makers count their own."""
_MAKER: Final = re.compile(r"provinsi|kabupaten|kota\b")
_FIRST_YEAR: Final = 1945
_ALIKE: Final = 0.6


@rule("HUK001", "judul-peraturan-tidak-cocok", needs="dasar_hukum", owner="diskominfo")
def law_misquoted(ctx: Context) -> Iterator[Finding]:
    """Judul peraturan tidak cocok dengan nomor dan tahunnya.

    Mengapa: nomor, tahun, dan judul yang tidak bertemu berarti salah satunya salah kutip.
    Perbaiki: Samakan judul dengan naskah resmi, atau perbaiki nomor dan tahunnya bila peraturan lain yang dimaksud.
    Salah: |
      dasar_hukum: [{jenis: UU, nomor: 23, tahun: 2014, tentang: Informasi dan Transaksi Elektronik}]
    Benar: |
      dasar_hukum: [{jenis: UU, nomor: 23, tahun: 2014, tentang: Pemerintahan Daerah}]
    """
    for row, act in _known(ctx, ctx.index.law):
        if act is not None and row.tentang and act.tentang and not _alike(row.tentang, act.tentang):
            message = f'judul {_name(row)} adalah "{act.tentang}", bukan "{row.tentang}"'
            edits = row.rewrite("tentang", act.tentang) if is_slip(row.tentang, act.tentang) else ()
            yield found(row, "tentang", message, "perbaiki judulnya, atau nomor dan tahunnya", edits=edits)


@rule("HUK002", "peraturan-dicabut", needs="dasar_hukum", owner="diskominfo")
def law_repealed(ctx: Context) -> Iterator[Finding]:
    """Peraturan sudah dicabut.

    Mengapa: dasar hukum yang tidak berlaku melemahkan dokumen.
    Perbaiki: Ganti dengan peraturan penggantinya.
    Salah: |
      dasar_hukum: [{jenis: PP, nomor: 34, tahun: 2009, tentang: Pedoman Pengelolaan Kawasan Perkotaan}]
    Benar: |
      dasar_hukum: [{jenis: PP, nomor: 59, tahun: 2022, tentang: Perkotaan}]
    """
    for row, act in _known(ctx, ctx.index.law):
        if act is not None and act.status == "dicabut":
            successor = act.pengganti
            hint = f"ganti dengan {_name(successor)}" if successor is not None else "hapus dari daftar, atau ganti"
            yield found(row, "nomor", f"{_name(row)} tidak berlaku lagi", hint)


@rule("HUK003", "peraturan-ganda", needs="dasar_hukum", owner="diskominfo")
def law_twice(ctx: Context) -> Iterator[Finding]:
    """Peraturan yang sama ditulis dua kali.

    Mengapa: daftar hukum yang berulang menandakan salinan.
    Perbaiki: Hapus salah satu barisnya.
    Salah: |
      dasar_hukum: [{jenis: UU, nomor: 23, tahun: 2014, tentang: Pemerintahan Daerah}, {jenis: UU, nomor: 23, tahun: 2014, tentang: Pemerintahan Daerah}]
    Benar: |
      dasar_hukum: [{jenis: UU, nomor: 23, tahun: 2014, tentang: Pemerintahan Daerah}]
    """
    seen: dict[tuple[int | str, str, int], list[DasarHukum]] = {}
    for row in ctx.rencana.dasar_hukum or ():
        if not row.nomor or row.tahun is None:
            continue
        rank = _rank(ctx, row.jenis)
        kind = plain_kind(row.jenis) if rank is None else rank
        before = seen.setdefault((kind, row.nomor.strip(), row.tahun), [])
        first = next((other for other in before if _is_same_act(ctx, other, row)), None)
        before.append(row)
        if first is not None:
            place = first.span()
            related = (Related(place, "pertama ditulis di sini"),) if place else ()
            yield found(row, "nomor", f"{_name(row)} ditulis dua kali", "hapus salah satunya", related=related)


@rule("HUK004", "urutan-hukum", needs="dasar_hukum", owner="diskominfo")
def law_order(ctx: Context) -> Iterator[Finding]:
    """Dasar hukum tidak menurut urutan resmi.

    Mengapa: urutan peraturan mengikuti tingkatannya, lalu tahunnya.
    Perbaiki: Urutkan menurut tingkat peraturan, UU sampai Perkada, lalu menurut tahunnya.
    Salah: |
      dasar_hukum: [{jenis: PP, nomor: 28, tahun: 2018, tentang: Kerja Sama Daerah}, {jenis: UU, nomor: 23, tahun: 2014, tentang: Pemerintahan Daerah}]
    Benar: |
      dasar_hukum: [{jenis: UU, nomor: 23, tahun: 2014, tentang: Pemerintahan Daerah}, {jenis: PP, nomor: 28, tahun: 2018, tentang: Kerja Sama Daerah}]
    """
    ranked = [(_rank(ctx, row.jenis), row) for row in ctx.rencana.dasar_hukum or ()]
    placed = [((rank, row.tahun), row) for rank, row in ranked if rank is not None and row.tahun is not None]
    kept = _longest_run([place for place, _ in placed])
    for position, (place, row) in enumerate(placed):
        if position in kept:
            continue
        for number in sorted(kept, key=lambda number: abs(number - position)):
            other_place, other = placed[number]
            if number < position and place < other_place:
                why = "yang tingkatnya lebih rendah" if place[0] < other_place[0] else "yang lebih baru"
                message = f"{_name(row)} berdiri sesudah {_name(other)}, {why}"
            elif number > position and place > other_place:
                why = "yang tingkatnya lebih tinggi" if place[0] > other_place[0] else "yang lebih lama"
                message = f"{_name(row)} berdiri sebelum {_name(other)}, {why}"
            else:
                continue
            yield found(row, "jenis", message, "urutkan menurut tingkat peraturan, lalu tahunnya")
            break


@rule("HUK005", "tahun-peraturan-keliru", needs="dasar_hukum", owner="diskominfo")
def law_year(ctx: Context) -> Iterator[Finding]:
    """Tahun peraturan tidak masuk akal, atau sesudah tahun dokumen.

    Mengapa: "Perda 8/220" pernah terbit dalam tabel yang diserahkan.
    Perbaiki: Cocokkan tahun peraturan dengan naskahnya, atau perbaiki tahun dokumen.
    Salah: |
      dasar_hukum: [{jenis: Perda, nomor: 8, tahun: 2199, tentang: Rencana Tata Ruang Wilayah}]
    Benar: |
      dasar_hukum: [{jenis: Perda, nomor: 8, tahun: 2019, tentang: Rencana Tata Ruang Wilayah}]
    """
    day = ctx.rencana.tanggal_dokumen
    limit = ctx.rencana.tahun_dokumen or (day.year if day else None)
    for row in ctx.rencana.dasar_hukum or ():
        if row.tahun is None:
            continue
        if row.tahun < _FIRST_YEAR:
            message = f"tahun peraturan {row.tahun} terlalu awal: Republik Indonesia berdiri tahun {_FIRST_YEAR}"
            yield found(row, "tahun", message, "periksa tahun peraturannya")
        elif limit is not None and row.tahun > limit:
            message = f"peraturan tahun {row.tahun} belum ada pada tahun dokumen, {limit}"
            yield found(row, "tahun", message, "periksa tahun peraturannya, atau tahun dokumen")


@rule("HUK006", "peraturan-belum-dikenal", needs="dasar_hukum", owner="diskominfo")
def law_unknown(ctx: Context) -> Iterator[Finding]:
    """Peraturan tidak ada dalam daftar rujukan, maka belum dapat dicocokkan.

    Mengapa: sebuah laman resmi mencetak "UU 23 Tahun 2004" untuk UU Pemerintahan Daerah, yang bertahun 2014.
    Perbaiki: Cocokkan nomor, tahun, dan judul dengan naskah resmi di JDIH.
    Salah: |
      dasar_hukum: [{jenis: UU, nomor: 23, tahun: 2004, tentang: Pemerintahan Daerah}]
    Benar: |
      dasar_hukum: [{jenis: UU, nomor: 23, tahun: 2014, tentang: Pemerintahan Daerah}]
    """
    register = ctx.index.law
    for row, act in _known(ctx, register):
        if act is None:
            similar = _same_title(register, row)
            if similar is not None:
                hint = f"judul ini milik {_name(similar)}; periksa nomor dan tahunnya"
            else:
                hint = "cocokkan nomor, tahun, dan judulnya dengan naskah resmi"
            yield found(row, "nomor", f"{_name(row)} tidak ada dalam daftar rujukan peraturan", hint)


def _known(ctx: Context, register: LawRegister | None) -> Iterator[tuple[DasarHukum, Hukum | None]]:
    """The national acts of the plan with what the register says of them."""
    if register is None:
        return
    for row in ctx.rencana.dasar_hukum or ():
        rank = _rank(ctx, row.jenis)
        kind = (ctx.edition.urutan_hukum or [])[rank].id if rank is not None else None
        if row.jenis and row.nomor and row.tahun is not None and kind not in _LOCAL:
            yield row, _find(ctx, register, row)


def _find(ctx: Context, register: LawRegister, row: DasarHukum) -> Hukum | None:
    """The act of this number and year: of the very kind, else of the same rank when the title fits it as well.

    ``Permendagri`` and ``Peraturan Menteri Dalam Negeri`` are of one rank, and so are acts of other ministers.
    """
    wanted = _rank(ctx, row.jenis)
    act = register.find(_names(ctx, row.jenis, wanted), row.nomor, row.tahun)
    if act is not None or wanted is None or not row.tentang:
        return act
    number = (row.nomor or "").strip()
    return next(
        (
            act
            for act in register.hukum or ()
            if (act.nomor, act.tahun) == (number, row.tahun)
            and _rank(ctx, act.jenis) == wanted
            and act.tentang
            and _alike(row.tentang, act.tentang)
        ),
        None,
    )


def _names(ctx: Context, kind: str | None, rank: int | None) -> list[str]:
    """``kind`` and, when it names the rank itself, not one of several of that rank, the other names of it."""
    names = [plain_kind(kind)]
    if rank is not None:
        row = (ctx.edition.urutan_hukum or [])[rank]
        own = [plain_kind(row.nama), plain_kind(row.singkatan)]
        if names[0] in own:
            names += own
    return names


def _is_same_act(ctx: Context, first: DasarHukum, row: DasarHukum) -> bool:
    """Whether two rows of one rank, number and year are one act.

    Regions and ministers count their own: an act of the province and one of the regency, or of two ministers, may share
    all three. Only alike titles tell; without a title the same word for the kind does.
    """
    rank = _rank(ctx, row.jenis)
    same_kind = plain_kind(first.jenis) in _names(ctx, row.jenis, rank)
    if not first.tentang or not row.tentang:
        return same_kind
    makers = [set(_MAKER.findall(f"{act.jenis} {act.tentang}".lower())) for act in (first, row)]
    if all(makers) and makers[0] != makers[1]:
        return False
    if same_kind and rank is not None and (ctx.edition.urutan_hukum or [])[rank].id not in _MANY_MAKERS:
        return _alike(first.tentang, row.tentang)
    one, other = _words(first.tentang), _words(row.tentang)
    return one <= other or other <= one


def _longest_run(places: list[tuple[int, int]]) -> set[int]:
    """Positions of the longest part of ``places`` that is in order; of several the one that keeps the first ones."""
    lengths: list[int] = []
    following: list[int | None] = []
    for position in range(len(places) - 1, -1, -1):
        best = next_one = None
        for back, length in enumerate(reversed(lengths)):
            later = position + 1 + back
            if places[position] <= places[later] and (best is None or length > best):
                best, next_one = length, later
        lengths.append(1 + (best or 0))
        following.append(next_one)
    lengths.reverse()
    following.reverse()
    kept: set[int] = set()
    step = lengths.index(max(lengths)) if lengths else None
    while step is not None:
        kept.add(step)
        step = following[step]
    return kept


def _same_title(register: LawRegister | None, row: DasarHukum) -> Hukum | None:
    title = _words(row.tentang)
    return next(
        (act for act in (register.hukum if register else None) or () if title and _words(act.tentang) == title), None
    )


def _alike(one: str, other: str) -> bool:
    """Whether two titles mean the same act: most words of the shorter one stand in the longer one."""
    first, second = _words(one), _words(other)
    return not first or not second or len(first & second) >= _ALIKE * min(len(first), len(second))


def _words(title: str | None) -> frozenset[str]:
    return frozenset(word for word in _WORD.findall((title or "").lower()) if word not in ("dan", "atau", "tentang"))


def _name(act: object) -> str:
    """``UU 23 Tahun 2014``."""
    kind, number, year = (getattr(act, key, None) for key in ("jenis", "nomor", "tahun"))
    return " ".join(text for text in (kind, number, f"Tahun {year}" if year else None) if text)


def _rank(ctx: Context, kind: str | None) -> int | None:
    plain = plain_kind(kind)
    for position, row in enumerate(ctx.edition.urutan_hukum or ()):
        if any(plain and plain == plain_kind(name) for name in (row.nama, row.singkatan, *(row.ejaan or ()))):
            return position
    return None


RULES = (law_misquoted, law_repealed, law_twice, law_order, law_year, law_unknown)
