"""``smartplan render``: make the books of a plan."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Final

from smartplan.cli import console, results
from smartplan.cli.declare import Opsi
from smartplan.cli.options import PlanPath, read_choice, read_choices, read_date, read_names, read_path
from smartplan.cli.refusal import UNREADABLE, is_unreadable, refuse, refuse_edition
from smartplan.cli.trouble import WrongUse

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from smartplan.api import Books, Pages, Plan

__all__ = ["EXAMPLES", "HELP", "render"]

HELP: Final = (
    "Cetak konsep buku dan surat ke Word, Markdown, dan PDF. Isian yang belum ada ditandai di tempatnya. Berkas yang "
    "Anda ubah sendiri tidak ditimpa tanpa bertanya.\n\n"
    "Kode keluar: 0 buku ditulis, 1 rencana atau templat tidak dapat dipakai, atau --final ditolak, 2 salah pakai, "
    "PDF tidak dapat dibuat, atau akan menimpa berkas yang diubah."
)
EXAMPLES: Final = """
smartplan render  semua buku rencana di map ini, ke map hasil
smartplan render --list  dokumen apa saja yang dapat dicetak dan keadaannya
smartplan render --unused  isian rencana yang tidak tercetak di dokumen mana pun
smartplan render --doc buku-2 --format docx  satu buku, Word saja
smartplan render --format docx,pdf  Word dan PDF; PDF dibuat dengan LibreOffice
smartplan render --doc sk-dewan,undangan-bimtek-1  surat satu per satu
smartplan render --format md --split  Markdown satu berkas per bab, misalnya untuk GitHub
smartplan render --out ../cetak  ke map lain
smartplan render --doc buku-2 --comments  temuan sebagai komentar Word
smartplan render --final  ditolak selama masih ada galat
"""
_FORMATS: Final = ("docx", "md", "pdf")
_ENGINES: Final[tuple[Pages, ...]] = ("auto", "libreoffice", "rdocx", "none")


def _documents() -> list[str]:
    from smartplan.edition import load_edition

    edition = load_edition()
    return [*edition.ids("dokumen"), *edition.ids("surat"), "buku", "surat", "semua"]


def render(
    plan: PlanPath = ".",
    doc: Annotated[
        str | None,
        Opsi(
            "dokumen yang dicetak, misalnya buku-1,sk-dewan; buku (bawaan), surat, atau semua; namanya ada di --list",
            "DOKUMEN,...",
            _documents,
        ),
    ] = None,
    list: Annotated[bool, Opsi("tampilkan semua dokumen, tahapnya, dan keadaannya; tidak ada yang dicetak")] = False,
    unused: Annotated[
        bool, Opsi("tampilkan isian rencana yang tidak tercetak di dokumen mana pun; tidak ada yang dicetak")
    ] = False,
    format: Annotated[str, Opsi("docx,md (bawaan), atau pdf", "BENTUK,...", lambda: _FORMATS)] = "docx,md",
    split: Annotated[
        bool, Opsi("Markdown: satu berkas per bab dalam map bernama buku itu, dengan README.md sebagai daftar isinya")
    ] = False,
    out: Annotated[str | None, Opsi("map tujuan; bawaan: RENCANA/hasil", "MAP")] = None,
    pages: Annotated[
        str,
        Opsi(
            "penghitung nomor halaman untuk daftar isi: auto (bawaan), libreoffice, rdocx, atau none (Word "
            "menghitungnya saat buku dibuka)",
            "MESIN",
            lambda: _ENGINES,
        ),
    ] = "auto",
    force: Annotated[bool, Opsi("timpa juga berkas yang sudah diubah orang")] = False,
    final: Annotated[bool, Opsi("naskah akhir, tanpa tulisan KONSEP; ditolak selama masih ada galat")] = False,
    comments: Annotated[bool, Opsi("tulis temuan sebagai komentar di tepi buku Word, di isian yang dimaksud")] = False,
    today: Annotated[
        str | None,
        Opsi("bersama --final, --comments: pengecualian yang masanya lewat pada tanggal ini gugur", "TANGGAL"),
    ] = None,
) -> int:
    """Nothing is written unless all books were made."""
    from smartplan import api
    from smartplan.book import TemplateFault
    from smartplan.edition import EditionError, EditionNotFound

    if list or unused:
        shown = "--list" if list else "--unused"
        _refuse_beside(
            shown, {"--final": final, "--comments": comments, "--split": split, "--force": force, "--out": out}
        )
    formats = read_choices("--format", format, _FORMATS)
    engine = read_choice("--pages", pages, _ENGINES)
    if comments:
        _refuse_comments(formats, final)
    if split and "md" not in formats:
        raise WrongUse("--split hanya untuk Markdown", "tambahkan md pada --format")
    loaded = api.load(plan)
    if is_unreadable(loaded):
        return refuse(UNREADABLE, loaded.findings)
    day = read_date("--today", today) if today is not None else None
    names = read_names("--doc", doc, "lihat smartplan render --list") if doc is not None else None
    target = read_path("--out", out) if out is not None else loaded.root / "hasil"
    try:
        if list:
            return _list(loaded, plan, names)
        if unused:
            return _unused(loaded)
        entries = api.documents_of(loaded, names)
        if final and (errors := api.examine(loaded, today=day, name=plan).errors):
            return refuse(f"naskah akhir ditolak selama masih ada {len(errors)} galat", errors)
        asked = results.ask_early(target, api.main_files(entries, formats, split=split), force)
        total = api.count_steps(entries, formats, engine)
        books = _make(loaded, names, formats, engine, total, final=final, comments=comments, today=day, split=split)
    except (EditionError, EditionNotFound) as error:
        return refuse_edition(loaded, error)
    except TemplateFault as error:
        return refuse("templat dokumen tidak dapat dipakai; tidak ada yang ditulis", [error.finding])
    written = results.save(target, books, force, asked)
    results.tell(books, written, target, plan, "buku" if all(entry.is_book for entry in entries) else "dokumen")
    _tell_unread(loaded, plan)
    return 0


def _refuse_beside(shown: str, others: Mapping[str, object]) -> None:
    """What only shows takes no options of what writes."""
    for option, value in others.items():
        if value not in (False, None):
            raise WrongUse(
                f"{shown} tidak dapat dipakai bersama {option}", f"hapus {option}: {shown} hanya menampilkan"
            )


def _refuse_comments(formats: Sequence[str], final: bool) -> None:
    """Comments are for a draft in Word."""
    if final:
        raise WrongUse("--comments tidak dapat dipakai bersama --final", "naskah akhir tidak memuat komentar")
    if "docx" not in formats:
        raise WrongUse("--comments hanya untuk Word", "tambahkan docx pada --format")


def _make(
    plan: Plan,
    names: Sequence[str] | None,
    formats: Sequence[str],
    engine: Pages,
    total: int,
    *,
    final: bool,
    comments: bool,
    today: date | None,
    split: bool,
) -> Books:
    from smartplan import api
    from smartplan.cli.steps import steps

    with steps(total) as step:
        return api.make_books(
            plan, names, formats, engine, final=final, comments=comments, today=today, split=split, step=step
        )


def _list(plan: Plan, name: str, names: Sequence[str] | None) -> int:
    """All documents, or those of ``names``, on stdout."""
    from smartplan import api
    from smartplan.cli.steps import steps
    from smartplan.report import documents_text

    entries = api.documents_of(plan, names if names is not None else ["semua"], with_wanting=True)
    with steps(len(entries), quiet=True) as step:
        states = api.states_of(plan, entries, step=step)
    rows = [(one.entry.id, one.missing, one.stage, one.entry.title, one.entry.wants) for one in states]
    console.write(documents_text.report(rows, bold=lambda text: console.paint("1", text)))
    _tell_unread(plan, name)
    return 0


def _tell_unread(plan: Plan, name: str) -> None:
    """What of the plan did not count, on stderr."""
    from smartplan import api

    asked = f"smartplan validate {console.quoted(name)}"
    if plan.unread:
        console.note(f"Tidak terbaca sehingga tidak ikut dicetak: {', '.join(sorted(plan.unread))}. Lihat: {asked}")
    if place := api.unread_edition(plan):
        console.note(f"{place}: edisi tidak terbaca, maka edisi bawaan yang dipakai. Lihat: {asked}")


def _unused(plan: Plan) -> int:
    """The filled fields that no document prints, on stdout."""
    from smartplan import api
    from smartplan.cli.steps import steps
    from smartplan.report import unused_text

    with steps(len(api.documents_of(plan, ["semua"])), quiet=True) as step:
        found = api.unused_of(plan, step=step)
    console.write(unused_text.report((filled.span, filled.path, filled.text) for filled in found))
    if not found:
        console.note("Semua isian rencana tercetak atau dipakai.")
    return 0
