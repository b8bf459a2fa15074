"""``smartplan edition``: which guide editions there are, and all that one says, with its marks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Final

import typer

from smartplan.cli import output
from smartplan.cli.indonesian import Command, Group
from smartplan.cli.opening import open_edition

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smartplan.edition import Edition

__all__ = ["edition_app"]

edition_app = typer.Typer(
    cls=Group,
    rich_markup_mode=None,
    no_args_is_help=True,
    epilog="smartplan edition list\nsmartplan edition show kominfo-2023",
    help="Lihat edisi panduan: dimensi, tahap, buku, isian wajib, dan aturan, masing-masing dengan tanda asalnya.",
)
_LEGEND: Final = "Tanda: F ada di sumber terbuka, I disimpulkan dari sumber, G kebiasaan umum yang dapat diubah."
_LISTS: Final = (
    ("kelompok", "Kelompok rencana aksi"), ("horizon", "Jangka waktu peta jalan"),
    ("tingkat_kesiapan", "Tingkat kesiapan"), ("sumber_dana", "Sumber dana"), ("jenis_quick_win", "Jenis quick win"),
    ("tahapan_quick_win", "Tahap quick win"), ("tingkat_risiko", "Tingkat risiko"),
    ("kategori_fiskal", "Kategori kapasitas fiskal"), ("predikat_spbe", "Predikat SPBE"),
    ("urutan_hukum", "Urutan peraturan"), ("bobot_evaluasi", "Bobot evaluasi"), ("parameter", "Ukuran dan batas"),
)  # fmt: skip


@edition_app.command("list", cls=Command, epilog="smartplan edition list")
def list_all() -> None:
    """Daftar edisi panduan yang tersedia."""
    from smartplan.edition import list_editions

    names = list_editions()
    pad = max((len(name) for name in names), default=0)
    output.result("".join(f"{name:<{pad}}  {open_edition(name, None).nama or ''}\n" for name in names))


@edition_app.command("show", cls=Command, epilog="smartplan edition show\nsmartplan edition show kominfo-2023")
def show(
    edition: Annotated[str | None, typer.Argument(metavar="EDISI", help="Id edisi; bawaan: edisi bawaan.")] = None,
) -> None:
    """Tampilkan seluruh ketentuan satu edisi beserta tanda dan sumbernya."""
    output.result("\n".join(_page(open_edition(edition, None))) + "\n")


def _page(edition: Edition) -> Iterator[str]:
    yield f"{edition.id}: {edition.nama or ''}"
    yield _LEGEND
    yield from ("", "Dimensi")
    for dimensi in edition.dimensi or ():
        yield _line(dimensi, 2)
        yield from (_line(sub, 4) for sub in dimensi.sub or ())
    yield from ("", "Tahap")
    for stage in edition.tahap or ():
        yield _line(stage, 2)
        yield f"        {stage.hasil or ''}"
    yield from ("", "Kesiapan")
    for element in edition.kesiapan or ():
        yield _line(element, 2)
        yield from (_line(component, 4) for component in element.komponen or ())
    for key, title in _LISTS:
        items = getattr(edition, key)
        if items:
            yield from ("", title)
            yield from (_line(item, 2) for item in items)
    yield from _documents(edition)
    yield from ("", "Aturan pemeriksaan (tingkat menurut tahap)")
    for code, row in (edition.aturan or {}).items():
        limits = ", ".join(f"{name} {value}" for name, value in (row.parameter or {}).items())
        yield f"  {row.tanda} {code}  {_levels(row.sejak)}{f'  [{limits}]' if limits else ''}  ({row.sumber})"


def _documents(edition: Edition) -> Iterator[str]:
    for document in edition.dokumen or ():
        yield from ("", f"{document.label}: {document.judul}  [{document.tanda}, {document.sumber}]")
        for chapter in (*(document.depan or ()), *(document.bab or ()), *(document.belakang or ())):
            yield f"  {chapter.tanda} {chapter.judul}  ({chapter.sumber})"
            for need in chapter.wajib or ():
                levels = _levels(need.sejak)
                yield f"      {need.tanda} {need.jalur}: {need.isi}; {levels}; {need.pemilik}  ({need.sumber})"


def _levels(since: dict[str, str] | None) -> str:
    return ", ".join(f"{stage} {level}" for stage, level in (since or {}).items())


def _line(item: object, indent: int) -> str:
    name, mark = getattr(item, "nama", None), getattr(item, "tanda", None)
    value = getattr(item, "nilai", None)
    shown = f" = {value}" if value is not None else ""
    return f"{' ' * indent}{mark} {name or getattr(item, 'id', '')}{shown}  ({getattr(item, 'sumber', '')})"
