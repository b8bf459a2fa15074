"""Family TKS: people in the text. How their names are spelled, and what about them must not leave the house."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from smartplan.rules.base import Context, found, found_in, related_at, rule
from smartplan.rules.people import People, people_of
from smartplan.wording.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smartplan.findings import Finding

_NIK: Final = lazy(r"(?<![\d./-])[1-9]\d{5}(?:0[1-9]|[12]\d|3[01]|4[1-9]|[56]\d|7[01])(?:0[1-9]|1[0-2])\d{6}(?![\d/-])")
"""Region, day (women: plus 40), month, year, counter."""
_SPACED_NIK: Final = r"\bNIK\b[^\d\n]{1,9}(?!\d{16})(?P<number>(?:\d[ .-]?){15}\d)(?!\d)"
_SPACED_SIGNS: Final = ("nik:", "nik.", "nik ")
_PHONE: Final = lazy(r"(?<![\w.,/+-])(?:(?:wa\.me/|\+)62[ -]?\(?|0)8[1-9]\d?\)?(?:[ .-]?\d){6,9}(?!\d|[.,/-]\d)")
"""Mobile numbers: those of offices begin with the code of a town."""
_PHONE_SIGNS: Final = ("08", "+62", "wa.me/62")
_MAIL: Final = lazy(r"[\w.+-]+@(?P<host>[\w-]+(?:\.[\w-]+)+)")


@rule("TKS005", "nama-orang-dua-ejaan", owner="diskominfo")
def name_spelled_twice(ctx: Context) -> Iterator[Finding]:
    """Nama satu orang ditulis dengan dua ejaan.

    Mengapa: nama pejabat tercetak pada sambutan, SK, dan lembar tanda tangan; ejaan yang berbeda memalukan dan dipersoalkan.
    Perbaiki: Pilih ejaan menurut SK pengangkatannya, lalu samakan di semua tempat; gelar boleh berbeda.
    Salah: |
      pejabat: {kepala_daerah: {nama: Gede Sutarmaja Rekaan, jabatan: Bupati Tirta, status: definitif}}
      kelembagaan: {dewan: {anggota: [{nama: Gede Sutarmanja Rekaan, jabatan: Bupati Tirta}, {nama: Rekaan Usaha, jabatan: Ketua perhimpunan pengusaha, unsur: usaha}]}}
    Benar: |
      pejabat: {kepala_daerah: {nama: Gede Sutarmaja Rekaan, jabatan: Bupati Tirta, status: definitif}}
      kelembagaan: {dewan: {anggota: [{nama: "Dr. Gede Sutarmaja Rekaan, M.Si.", jabatan: Bupati Tirta}, {nama: Rekaan Usaha, jabatan: Ketua perhimpunan pengusaha, unsur: usaha}]}}
    """
    known = People()
    for field in people_of(ctx.rencana):
        first = known.other_spelling(field)
        if first is None:
            continue
        message = f'nama satu orang ditulis dengan dua ejaan: "{field.name}" dan "{first.name}"'
        place = first.part.span(first.key)
        related = related_at(place, "ejaan yang lain berdiri di sini")
        hint = "samakan dengan ejaan menurut SK; bila memang dua orang, kecualikan temuan ini dengan alasannya"
        yield found(field.part, field.key, message, hint, related=related)


@rule("TKS009", "nik-tertulis", owner="diskominfo")
def national_id(ctx: Context) -> Iterator[Finding]:
    """Nomor Induk Kependudukan seseorang tertulis dalam rencana.

    Mengapa: rencana induk dicetak dan dibagikan, sedangkan NIK adalah data pribadi yang dilindungi undang-undang.
    Perbaiki: Hapus nomornya; nama dan jabatan cukup.
    Salah: |
      naskah: {maksud: "Narahubung kegiatan ini ber-NIK 9999014107900001."}
    Benar: |
      naskah: {maksud: "Narahubung kegiatan ini Kepala Bidang Aplikasi."}
    """
    texts = ctx.index.texts
    together = ((text, _NIK.search(text.text)) for text in texts.with_digits(16))
    apart = texts.matching(re.compile(_SPACED_NIK), _SPACED_SIGNS)
    numbers = [(text, match.group()) for text, match in together if match is not None]
    numbers += [(text, match["number"]) for text, match in apart]
    for text, number in numbers:
        message = f"angka {number[:2]}… ini tampaknya NIK atau nomor kartu keluarga (16 angka, dengan tanggal)"
        hint = "hapus nomornya dari rencana; simpan di tempat yang terbatas bila masih diperlukan"
        yield found_in(ctx, text, number, message, hint)


@rule("TKS010", "nomor-telepon-pribadi", owner="diskominfo")
def phone_number(ctx: Context) -> Iterator[Finding]:
    """Nomor telepon seluler tertulis dalam rencana.

    Mengapa: nomor seluler biasanya milik pribadi, dan buku yang dibagikan tidak dapat ditarik kembali.
    Perbaiki: Ganti dengan telepon kantor atau kanal resmi, atau hapus.
    Salah: |
      naskah: {maksud: "Pertanyaan diajukan ke 0812-0000-1111."}
    Benar: |
      naskah: {maksud: "Pertanyaan diajukan ke kantor Dinas Komunikasi, (0362) 00000."}
    """
    for text, match in ctx.index.texts.matching(_PHONE, _PHONE_SIGNS):
        if text.key == "url":
            continue
        message = f'nomor telepon seluler tertulis: "{match.group()[:4]}…"'
        hint = "ganti dengan telepon kantor atau kanal resmi; bila nomor ini kanal resmi layanan, kecualikan dengan alasannya"
        yield found_in(ctx, text, match.group(), message, hint)


@rule("TKS011", "surel-pribadi", owner="diskominfo")
def private_mail(ctx: Context) -> Iterator[Finding]:
    """Alamat surel pribadi tertulis dalam rencana.

    Mengapa: urusan kedinasan memakai surel go.id; alamat pribadi ikut tercetak dan tetap dipakai setelah orangnya pindah.
    Perbaiki: Ganti dengan alamat surel dinas, atau hapus.
    Salah: |
      naskah: {maksud: "Masukan dikirim ke tim.rekaan@gmail.com."}
    Benar: |
      naskah: {maksud: "Masukan dikirim ke diskominfo@tirtakab.go.id."}
    """
    hosts = set(ctx.words("penyedia"))
    for text in ctx.index.texts.holding(("@",)) if hosts else ():
        match = next((one for one in _MAIL.finditer(text.text) if one["host"].lower() in hosts), None)
        if match is not None:
            message = f'alamat surel pribadi tertulis: "{match.group()}"'
            hint = "ganti dengan alamat surel dinas (go.id), atau hapus"
            yield found_in(ctx, text, match.group(), message, hint)


RULES = (name_spelled_twice, national_id, phone_number, private_mail)
