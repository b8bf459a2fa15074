"""Family HUK: the legal basis."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from smartplan.rules import huk_prose
from smartplan.rules.base import Context, found, related_at, rule
from smartplan.rules.in_order import misplaced
from smartplan.rules.law_match import (
    LOCAL,
    act_name,
    alike,
    bare_kind,
    edits_of,
    is_misspelt,
    kind_names,
    known_acts,
    number_of,
    place_of,
    rank_of,
    same_title,
    title_words,
)
from smartplan.rules.list_moves import ListItems
from smartplan.rules.near import is_slip
from smartplan.wording.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smartplan.edition.law import Pengganti
    from smartplan.findings import Edit, Finding
    from smartplan.plan.parts.kelembagaan import DasarHukum

_MANY_MAKERS: Final = ("permen", *LOCAL)
"""Kinds of which several makers count their own."""
_MAKER: Final = lazy(r"provinsi|kabupaten|kota\b")
_REGION_TITLE: Final = lazy(r"\s*(?:Kabupaten|Kota|Provinsi) [A-Z][\w -]*? di (?:Provinsi )?[A-Z][\w -]*\Z")
"""Acts of 2022 and later: ``Kabupaten Tirta di Provinsi Rekaan``."""


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
    for row, act in known_acts(ctx, ctx.index.law):
        if act is None or not row.tentang or not act.tentang:
            continue
        if is_misspelt(row.tentang, act.tentang):
            message = f'judul resmi {act_name(row)} dieja "{act.tentang}"'
            edits = edits_of(row, {"tentang": act.tentang})
            hint = "tulis judulnya menurut naskah resmi"
            yield found(row, "tentang", message, hint, edits=edits, unsafe=not is_slip(row.tentang, act.tentang))
        elif not alike(row.tentang, act.tentang):
            message = f'judul {act_name(row)} adalah "{act.tentang}", bukan "{row.tentang}"'
            yield found(row, "tentang", message, "perbaiki judulnya, atau nomor dan tahunnya")


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
    places = {(rank_of(ctx, one.jenis), number_of(one), one.tahun) for one in ctx.rencana.dasar_hukum or ()}
    for row, act in known_acts(ctx, ctx.index.law):
        if act is not None and act.status == "dicabut":
            successor = act.pengganti
            edits: tuple[Edit, ...] = ()
            hint = "hapus dari daftar, atau ganti"
            if successor is not None:
                hint = f"ganti dengan {act_name(successor)}"
                place = (rank_of(ctx, successor.jenis), number_of(successor), successor.tahun)
                if place in places:
                    hint = f"hapus: penggantinya, {act_name(successor)}, sudah ada dalam daftar"
                    edits = ListItems(ctx.rencana, "dasar_hukum").removed(row)
                else:
                    edits = _edits_to(ctx, row, successor)
            yield found(row, "nomor", f"{act_name(row)} tidak berlaku lagi", hint, edits=edits, unsafe=bool(edits))


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
    items: ListItems | None = None
    seen: dict[tuple[int | str, str, int], list[DasarHukum]] = {}
    for row in ctx.rencana.dasar_hukum or ():
        if not row.nomor or row.tahun is None:
            continue
        rank = rank_of(ctx, row.jenis)
        kind = bare_kind(row.jenis) if rank is None else rank
        before = seen.setdefault((kind, number_of(row), row.tahun), [])
        first = next((other for other in before if _is_same_act(ctx, other, row)), None)
        before.append(row)
        if first is not None:
            place = first.span()
            related = related_at(place, "pertama ditulis di sini")
            is_copy = all(row.raw(name) == first.raw(name) for name in row.fields)
            items = items or ListItems(ctx.rencana, "dasar_hukum")
            edits = items.removed(row) if is_copy else ()
            message = f"{act_name(row)} ditulis dua kali"
            yield found(row, "nomor", message, "hapus salah satunya", related=related, edits=edits)


@rule("HUK004", "urutan-hukum", needs="dasar_hukum", owner="diskominfo")
def law_order(ctx: Context) -> Iterator[Finding]:
    """Dasar hukum tidak menurut urutan resmi.

    Mengapa: urutan peraturan mengikuti tingkatannya, lalu waktu terbitnya, yaitu tahun dan nomornya.
    Perbaiki: Urutkan menurut tingkat peraturan, UU sampai Perkada, lalu menurut tahun, lalu nomornya.
    Salah: |
      dasar_hukum: [{jenis: PP, nomor: 28, tahun: 2018, tentang: Kerja Sama Daerah}, {jenis: UU, nomor: 23, tahun: 2014, tentang: Pemerintahan Daerah}]
    Benar: |
      dasar_hukum: [{jenis: UU, nomor: 23, tahun: 2014, tentang: Pemerintahan Daerah}, {jenis: PP, nomor: 28, tahun: 2018, tentang: Kerja Sama Daerah}]
    """
    odd = {id(row) for row, act in known_acts(ctx, ctx.index.law) if act is None and same_title(ctx.index.law, row)}
    odd.update(id(row) for row, _ in _wrong_years(ctx))  # which is said of the act itself
    ranked = [(place_of(ctx, row), row) for row in ctx.rencana.dasar_hukum or () if id(row) not in odd]
    placed = [((*place, _counted(ctx, place[0], row)), row) for place, row in ranked if place is not None]
    items: ListItems | None = None
    for one in misplaced([place for place, _ in placed]):
        (place, row), (other_place, other) = placed[one.position], placed[one.other]
        if one.other < one.position:
            why = "yang tingkatnya lebih rendah" if place[:2] < other_place[:2] else "yang lebih baru"
            message = f"{act_name(row)} berdiri sesudah {act_name(other)}, {why}"
        else:
            why = "yang tingkatnya lebih tinggi" if place[:2] > other_place[:2] else "yang lebih lama"
            message = f"{act_name(row)} berdiri sebelum {act_name(other)}, {why}"
        items = items or ListItems(ctx.rencana, "dasar_hukum")
        target = one.last if one.following is None else one.following
        edits = items.moved(row, placed[target][1], behind=one.following is None)
        yield found(row, "jenis", message, "urutkan menurut tingkat peraturan, lalu tahun dan nomornya", edits=edits)


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
    ctx.limit("tahun_awal", 0)
    for row, message in _wrong_years(ctx):
        similar = same_title(ctx.index.law, row)
        hint = "periksa tahun peraturannya, atau tahun dokumen"
        if similar is not None:
            hint = f"judul ini milik {act_name(similar)}; perbaiki nomor dan tahunnya"
        yield found(row, "tahun", message, hint)


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
    told = {id(row) for row, _ in _wrong_years(ctx)}
    left_out = ctx.words("kecuali")
    for row, act in known_acts(ctx, register):
        if act is None and id(row) not in told and not _is_of_one_region(row.tentang or "", left_out):
            similar = same_title(register, row)
            if similar is not None and (number_of(similar), similar.tahun) == (number_of(row), row.tahun):
                hint = f"nomor, tahun, dan judul ini milik {act_name(similar)}; tulis `jenis: {similar.jenis}`"
            elif similar is not None:
                hint = f"judul ini milik {act_name(similar)}; periksa nomor dan tahunnya"
            else:
                hint = "cocokkan nomor, tahun, dan judulnya dengan naskah resmi"
            yield found(row, "nomor", f"{act_name(row)} tidak ada dalam daftar rujukan peraturan", hint)


def _wrong_years(ctx: Context) -> Iterator[tuple[DasarHukum, str]]:
    """Acts of a year in which they cannot have been made, and why."""
    limit = ctx.index.document_year
    first = _first_year(ctx)
    for row in ctx.rencana.dasar_hukum or ():
        if row.tahun is not None and row.tahun < first and rank_of(ctx, row.jenis) is not None:
            yield row, f"tahun peraturan {row.tahun} terlalu awal: {row.jenis} baru ada sejak {first}"
        elif row.tahun is not None and limit is not None and row.tahun > limit:
            yield row, f"peraturan tahun {row.tahun} belum ada pada tahun dokumen, {limit}"


def _first_year(ctx: Context) -> int:
    """Before this year there were no acts of the kinds that the edition puts in order; 0 when it does not say."""
    row = (ctx.edition.aturan or {}).get("HUK005")
    text = str(((row.parameter if row is not None else None) or {}).get("tahun_awal", ""))
    return int(text) if text.isascii() and text.isdigit() else 0


def _is_of_one_region(title: str, words: tuple[str, ...]) -> bool:
    """Whether a title is that of the act which forms a region: by its words, or as it names nothing but the region."""
    plain = " ".join(title.casefold().split())
    return any(word in plain for word in words) or _REGION_TITLE.match(title) is not None


def _edits_to(ctx: Context, row: DasarHukum, successor: Pengganti) -> tuple[Edit, ...]:
    """The edits that make ``row`` its successor; none when the register does not know the title."""
    register = ctx.index.law
    act = register.find(successor.jenis, successor.nomor, successor.tahun) if register is not None else None
    if act is None or not act.tentang or rank_of(ctx, act.jenis) != rank_of(ctx, row.jenis):
        return ()
    return edits_of(row, {"nomor": act.nomor or "", "tahun": str(act.tahun), "tentang": act.tentang})


def _is_same_act(ctx: Context, first: DasarHukum, row: DasarHukum) -> bool:
    """Whether two rows of one rank, number and year are one act.

    Regions and ministers count their own: an act of the province and one of the regency, or of two ministers, may share
    all three. Only alike titles tell; without a title the same word for the kind does.
    """
    rank = rank_of(ctx, row.jenis)
    same_kind = bare_kind(first.jenis) in kind_names(ctx, row.jenis, rank)
    if not first.tentang or not row.tentang:
        return same_kind
    makers = [set(_MAKER.findall(f"{act.jenis} {act.tentang}".lower())) for act in (first, row)]
    if all(makers) and makers[0] != makers[1]:
        return False
    if same_kind and rank is not None and (ctx.edition.urutan_hukum or [])[rank].id not in _MANY_MAKERS:
        return alike(first.tentang, row.tentang)
    one, other = title_words(first.tentang), title_words(row.tentang)
    return one <= other or other <= one


def _counted(ctx: Context, rank: int, row: DasarHukum) -> int:
    """The number by which acts of one kind and year follow each other; 0 where several makers count their own."""
    number = number_of(row)
    is_one_maker = (ctx.edition.urutan_hukum or [])[rank].id not in _MANY_MAKERS
    return int(number) if is_one_maker and number.isascii() and number.isdigit() else 0


RULES = (law_misquoted, law_repealed, law_twice, law_order, law_year, law_unknown, *huk_prose.RULES)
