"""Family RSK: risks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from smartplan.edition.risk import level_of_product, risk_starts
from smartplan.rules.base import Context, beside, found, label, rule
from smartplan.rules.mends import rewritten
from smartplan.rules.texts import says_nothing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smartplan.findings import Finding

_EVERYWHERE: Final = r"perencanaan|sekretari|inspektorat|keuangan|pengawas|komunikasi|kominfo|bappe|kepegawaian|hukum|organisasi|pengadaan|bencana"
"""Offices that answer for risks of every dimension."""


@rule("RSK001", "risiko-tanpa-mitigasi", needs="risiko", owner="diskominfo")
def risk_without_mitigation(ctx: Context) -> Iterator[Finding]:
    """Risiko tanpa mitigasi, atau mitigasi tanpa risiko.

    Mengapa: penilai memberi nilai pada risiko yang disertai mitigasinya.
    Perbaiki: lengkapi pasangannya: setiap risiko dengan mitigasi, setiap mitigasi dengan risiko yang ditanganinya.
    Salah: |
      risiko: [{id: risiko-a, risiko: Anggaran dipotong}]
    Benar: |
      risiko: [{id: risiko-a, risiko: Anggaran dipotong, mitigasi: Menyusun urutan prioritas}]
    """
    for row in ctx.rencana.risiko or ():
        for key, other in (("mitigasi", "risiko"), ("risiko", "mitigasi")):
            if says_nothing(getattr(row, key)) and not says_nothing(getattr(row, other)):
                hint = "tulis tindakan yang menanganinya" if key == "mitigasi" else "tulis risiko yang ditanganinya"
                message = f'{key} belum diisi untuk {other} "{label(row, other)}"'
                yield found(row, key, message, f"{hint} pada `{key}:`", opd=row.opd)


@rule("RSK002", "tingkat-risiko-tidak-cocok", needs="risiko", owner="diskominfo")
def risk_level_differs(ctx: Context) -> Iterator[Finding]:
    """Tingkat risiko tidak cocok dengan kemungkinan dan dampaknya.

    Mengapa: tingkat risiko menentukan mana yang ditangani lebih dahulu; tabel yang bertentangan diragukan penilai.
    Perbaiki: tulis tingkat menurut kemungkinan dan dampak, atau perbaiki salah satunya.
    Salah: |
      risiko: [{id: risiko-a, risiko: Anggaran dipotong, kemungkinan: tinggi, dampak: tinggi, tingkat: rendah, mitigasi: Menyusun urutan prioritas}]
    Benar: |
      risiko: [{id: risiko-a, risiko: Anggaran dipotong, kemungkinan: tinggi, dampak: tinggi, tingkat: tinggi, mitigasi: Menyusun urutan prioritas}]
    """
    levels: dict[str | None, Any] = {
        level.id: level for level in ctx.edition.tingkat_risiko or () if level.id and level.nilai is not None
    }
    starts = risk_starts(ctx.edition, ctx.limit)
    if not starts:
        return
    for row in ctx.rencana.risiko or ():
        likely, impact, written = levels.get(row.kemungkinan), levels.get(row.dampak), levels.get(row.tingkat)
        if likely is None or impact is None or written is None:
            continue
        right = level_of_product(starts, likely.nilai * impact.nilai)
        if right == row.tingkat:
            continue
        message = (
            f'tingkat risiko "{label(row, "risiko")}" ditulis {_name(written)}, sedangkan kemungkinan {_name(likely)} '
            f"dan dampak {_name(impact)} menghasilkan {_name(levels[right])}"
        )
        hint = f"tulis `tingkat: {right}`, atau perbaiki kemungkinan dan dampaknya"
        edits = rewritten(row, "tingkat", right)
        yield found(row, "tingkat", message, hint, opd=row.opd, edits=edits, unsafe=bool(edits))


@rule("RSK003", "penanggung-jawab-risiko-di-luar-rencana", needs="risiko", owner="diskominfo")
def risk_owner_apart(ctx: Context) -> Iterator[Finding]:
    """Penanggung jawab risiko tidak memegang apa pun dalam rencana.

    Mengapa: risiko hanya tertangani bila pemegangnya ikut menjalankan program atau dimensi yang terdampak.
    Perbaiki: tunjuk OPD yang menjalankan program yang terdampak, atau libatkan OPD itu dalam program atau dimensi.
    Salah: |
      kelembagaan: {komitmen_bersama: null}
      perangkat_daerah: [{id: diskominfo, nama: Dinas Komunikasi}, {id: dispar, nama: Dinas Pariwisata}, {id: dinkop, nama: Dinas Koperasi}, {id: dinkes, nama: Dinas Kesehatan}, {id: disdik, nama: Dinas Pendidikan}, {id: dlh, nama: Dinas Lingkungan}, {id: dishub, nama: Dinas Perhubungan}]
      risiko: [{id: risiko-a, risiko: Bidan pindah tugas, mitigasi: Menyiapkan pengganti, opd: dishub}]
    Benar: |
      kelembagaan: {komitmen_bersama: null}
      perangkat_daerah: [{id: diskominfo, nama: Dinas Komunikasi}, {id: dispar, nama: Dinas Pariwisata}, {id: dinkop, nama: Dinas Koperasi}, {id: dinkes, nama: Dinas Kesehatan}, {id: disdik, nama: Dinas Pendidikan}, {id: dlh, nama: Dinas Lingkungan}, {id: dishub, nama: Dinas Perhubungan}]
      risiko: [{id: risiko-a, risiko: Bidan pindah tugas, mitigasi: Menyiapkan pengganti, opd: dinkes}]
    """
    rows = [row for row in ctx.rencana.risiko or () if row.opd]
    if not rows or not ctx.index.is_whole("program", "perangkat_daerah"):
        return
    holders = _holders(ctx)
    for row in rows:
        office = ctx.plan.opd(row.opd)
        if not holders or office is None:
            continue
        names = {row.opd, (office.nama or "").lower(), (office.singkatan or "").lower()}
        title = office.nama or row.opd
        if names & holders or re.search(_EVERYWHERE, f"{title} {row.opd}", re.IGNORECASE):
            continue
        message = f'penanggung jawab risiko "{label(row, "risiko")}", {title}, tidak memegang apa pun dalam rencana'
        hint = "tunjuk OPD yang menjalankan program yang terdampak, atau libatkan OPD itu dalam program atau dimensi"
        yield found(row, "opd", message, hint, opd=row.opd)


@rule("RSK004", "mitigasi-berulang", needs="risiko", owner="diskominfo")
def mitigation_repeated(ctx: Context) -> Iterator[Finding]:
    """Beberapa risiko memakai mitigasi yang sama.

    Mengapa: mitigasi yang sama untuk risiko yang berlainan tidak menangani sebab masing-masing.
    Perbaiki: tulis tindakan khas tiap risiko, atau satukan risiko yang memang sama.
    Salah: |
      risiko: [{id: risiko-a, risiko: Anggaran dipotong, mitigasi: Meningkatkan koordinasi}, {id: risiko-b, risiko: Data bocor, mitigasi: Meningkatkan koordinasi.}]
    Benar: |
      risiko: [{id: risiko-a, risiko: Anggaran dipotong, mitigasi: Menyusun urutan prioritas}, {id: risiko-b, risiko: Data bocor, mitigasi: Membatasi akses menurut tugas}]
    """
    first: dict[tuple[str, ...], Any] = {}
    for row in ctx.rencana.risiko or ():
        words = tuple(re.findall(r"\w+", (row.mitigasi or "").lower()))
        if not words:
            continue
        other = first.setdefault(words, row)
        if other is row:
            continue
        related = beside(other, "mitigasi", "mitigasi yang sama pertama ditulis di sini")
        message = f'mitigasi risiko "{label(row, "risiko")}" sama dengan mitigasi risiko "{label(other, "risiko")}"'
        hint = "tulis tindakan yang khas untuk risiko ini, atau satukan kedua risiko"
        yield found(row, "mitigasi", message, hint, related=related, opd=row.opd)


def _name(level: Any) -> str:
    return str(level.nama or level.id).lower()


def _holders(ctx: Context) -> set[str]:
    """Every office that leads a dimension, belongs to one, or holds or supports something of it; by id or name.

    Nothing while a dimension of the edition has no programs: its offices are not known yet.
    """
    holders: set[str] = set()
    for name in ctx.edition.ids("dimensi"):
        part = ctx.plan.dimensi.get(name)
        if part is None or not part.program:
            return set()
        holders.update((part.koordinator or "", *(part.anggota or ())))
        holders.update(
            row.opd or "" for kind in ("permasalahan", "inventaris", "quick_win") for row in getattr(part, kind) or ()
        )
        for program in part.program:
            holders.add(program.opd or "")
            holders.update(text.lower() for text in program.pendukung or ())
    return holders - {""}


RULES = (risk_without_mitigation, risk_level_differs, risk_owner_apart, mitigation_repeated)
