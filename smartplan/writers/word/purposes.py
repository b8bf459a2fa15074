"""What the styles of the base document are for, in words that a designer understands."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["PURPOSES", "by_purpose"]

PURPOSES: Final[dict[str, tuple[str, ...]]] = {
    "judul bab dan subbab": ("heading 1", "heading 2", "heading 3"),
    "judul tanpa nomor": ("Judul Depan", "Subjudul Lepas", "Anak Judul Lepas"),
    "judul lampiran": ("Judul Lampiran", "Subjudul Lampiran", "Anak Judul Lampiran"),
    "judul naskah dinas": ("Judul Naskah", "Subjudul Naskah", "Anak Judul Naskah", "Lampiran Naskah"),
    "isi": ("Normal", "Body Text", "Isi Tengah", "Isi Kanan", "Pengantar", "Catatan", "Quote", "Besar", "Jarak"),
    "daftar butir dan nomor": ("List Bullet", "List Number", "Daftar Huruf", "No List"),
    "judul tabel dan gambar": ("caption", "Judul Tabel", "Judul Gambar", "Gambar", "Sumber"),
    "tabel": (
        "Normal Table",
        "Tabel Buku",
        "Teks Tabel",
        "Angka Tabel",
        "Tengah Tabel",
        "Butir Tabel",
        "Kepala Tabel",
        "Kelompok Tabel",
        "Label Lembar",
    ),
    "tabel rapat": (
        "Teks Tabel Rapat",
        "Angka Tabel Rapat",
        "Tengah Tabel Rapat",
        "Butir Tabel Rapat",
        "Kepala Tabel Rapat",
        "Kelompok Tabel Rapat",
    ),
    "kotak dan angka pokok": ("Kotak", "Judul Kotak", "Angka Besar", "Keterangan Angka"),
    "tanda tangan": ("Tanda Tangan", "Nama Penanda Tangan"),
    "daftar isi, tabel, dan gambar": ("toc 1", "toc 2", "toc 3", "table of figures"),
    "sampul": (
        "Sampul Logo",
        "Sampul Daerah",
        "Sampul Label",
        "Sampul Judul",
        "Sampul Subjudul",
        "Sampul Pita",
        "Sampul Kantor",
        "Sampul Tahun",
    ),
    "halaman judul dalam": ("Dalam Label", "Title", "Subtitle"),
    "kepala dan kaki halaman": ("header", "Kepala Berjalan", "Catatan Rekaan", "footer"),
    "catatan kaki dan komentar": ("footnote text", "footnote reference", "annotation text", "annotation reference"),
    "tautan dan tanda isian kosong": ("Default Paragraph Font", "Hyperlink", "Acuan", "Belum Diisi"),
}
_OTHER: Final = "lain-lain"


def by_purpose(names: Iterable[str]) -> str:
    """``sampul (Sampul Logo, Sampul Judul); tabel (Tabel Buku)``"""
    known = {name: purpose for purpose, held in PURPOSES.items() for name in held}
    groups: dict[str, list[str]] = {}
    for name in names:
        groups.setdefault(known.get(name, _OTHER), []).append(name)
    ordered = sorted(groups, key=[*PURPOSES, _OTHER].index)
    return "; ".join(f"{purpose} ({', '.join(groups[purpose])})" for purpose in ordered)
