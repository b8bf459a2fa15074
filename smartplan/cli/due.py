"""``smartplan due``: what each office still owes for a stage, ready to be sent."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

from smartplan.cli import ask, console
from smartplan.cli.declare import Opsi
from smartplan.cli.forms import check_suffix, form_of, with_excel
from smartplan.cli.options import PlanPath, Today, read_choice, read_day, read_path, refuse_plan_file, stages_here
from smartplan.cli.refusal import UNREADABLE, is_unreadable, refuse, refuse_edition
from smartplan.cli.trouble import WrongUse

if TYPE_CHECKING:
    from collections.abc import Sequence

    from smartplan.plan import Plan
    from smartplan.progress.debts import DueList

__all__ = ["EXAMPLES", "HELP", "due"]

HELP: Final = (
    "Daftar tagihan tiap perangkat daerah untuk satu tahap: apa yang belum ada atau keliru, di mana mengisinya, "
    "mengapa, dan paling lambat kapan. Siap dikirim sebagai pesan, lembar Excel, atau surat.\n\n"
    "Kode keluar: 0 daftar dibuat, 1 rencana atau edisinya tidak dapat dipakai, 2 salah pakai atau akan menimpa "
    "berkas orang."
)
EXAMPLES: Final = """
smartplan due  pesan untuk semua perangkat daerah, tahap berikutnya menurut jadwal
smartplan due --stage bimtek-3 --opd dinkes  pesan untuk satu perangkat daerah
smartplan due --format xlsx  lembar Excel, satu lembar tiap perangkat daerah
smartplan due --format docx  surat kepada tiap kepala perangkat daerah
smartplan due --format md --output tagihan.md  tabel untuk catatan rapat
"""
_FORMATS: Final = ("text", "md", "xlsx", "docx", "json")
_SUFFIXES: Final = {".txt": "text", ".md": "md", ".xlsx": "xlsx", ".docx": "docx", ".json": "json"}
_BINARY: Final = ("xlsx", "docx")


def due(
    plan: PlanPath = ".",
    stage: Annotated[
        str | None,
        Opsi("tahap yang ditagih, misalnya bimtek-3; bawaan: tahap berikutnya menurut `jadwal`", "TAHAP", stages_here),
    ] = None,
    opd: Annotated[str | None, Opsi("satu perangkat daerah saja, menurut id-nya", "OPD")] = None,
    format: Annotated[
        str | None,
        Opsi(
            "text pesan singkat (bawaan), md tabel, xlsx lembar Excel, docx surat, json untuk program; tanpa opsi ini "
            "diketahui dari akhiran --output",
            "BENTUK",
            lambda: _FORMATS,
        ),
    ] = None,
    output: Annotated[
        str | None,
        Opsi("tulis ke berkas ini; xlsx dan docx tanpa opsi ini ditulis ke RENCANA/hasil", "BERKAS"),
    ] = None,
    force: Annotated[bool, Opsi("timpa juga berkas yang sudah diubah orang")] = False,
    today: Today = None,
) -> int:
    """The list on stdout, or the path of the file that was written."""
    from smartplan import api
    from smartplan.book.trouble import TemplateFault
    from smartplan.edition import EditionError, EditionNotFound

    chosen = _read_form(format, output)
    day = read_day(today)
    loaded = api.load(plan)
    if is_unreadable(loaded):
        return refuse(UNREADABLE, loaded.findings)
    try:
        made = api.due(loaded, stage, opd, day)
        if chosen == "docx" and not any(office.items for office in made.offices):
            return _say_none(made)
        content = api.due_letters(loaded, made, day) if chosen == "docx" else _report(made, plan, chosen)
    except (EditionError, EditionNotFound) as error:
        return refuse_edition(loaded, error)
    except TemplateFault as error:
        return refuse("templat surat tidak dapat dipakai; tidak ada yang ditulis", [error.finding])
    if output is None and chosen not in _BINARY:
        console.write(content.decode())
        return 0
    name = f"tagihan-{made.meeting.stage}" + (f"-{opd}" if opd is not None else "")
    target = Path(output) if output is not None else loaded.root / "hasil" / f"{name}.{chosen}"
    for path in _save(target, content, force, loaded):
        console.write(f"{path.as_posix()}\n")
    return 0


def _read_form(format: str | None, output: str | None) -> str:
    if output is None:
        return read_choice("--format", format, _FORMATS) if format is not None else "text"
    target = read_path("--output", output)
    form = read_choice("--format", format, _FORMATS) if format is not None else form_of(target, _SUFFIXES)
    check_suffix(target, form, {form: (suffix,) for suffix, form in _SUFFIXES.items()})
    return form


def _say_none(due: DueList) -> int:
    from smartplan.report.due_words import NOBODY, thanks_to_all

    sentence = thanks_to_all(due, due.offices) if due.offices else NOBODY
    console.note(f"{sentence} Karena itu tidak ada surat yang ditulis.")
    return 0


def _report(due: DueList, name: str, chosen: str) -> bytes:
    if chosen == "json":
        import smartplan
        from smartplan.report import due_json

        return due_json.report(due, version=smartplan.__version__, plan=name).encode()
    if chosen == "md":
        from smartplan.report import due_md

        return due_md.report(due).encode()
    if chosen == "xlsx":
        return _sheet(due)
    from smartplan.report import due_text

    return due_text.report(due).encode()


def _sheet(due: DueList) -> bytes:
    from smartplan.report import due_sheet

    with with_excel("lembar Excel"):
        return due_sheet.report(due)


def _save(target: Path, content: bytes, force: bool, plan: Plan) -> Sequence[Path]:
    """Where it now stands; nothing when a person keeps the file that is there."""
    from smartplan.files import ChangedOutputs, write_outputs

    refuse_plan_file("daftar", target, plan)
    try:
        written = write_outputs(
            target.parent, {target.name: content}, force=force, decide=ask.decide if console.can_ask() else None
        )
    except ChangedOutputs as error:
        raise WrongUse(error.message, "tulis ke berkas lain dengan --output, atau timpa dengan --force") from error
    except ValueError as error:
        raise WrongUse(f"“{target}” bukan nama berkas yang dapat ditulis", "tulis nama lain pada --output") from error
    for path in written.kept:
        console.note(f"Dibiarkan seperti adanya: {path}")
    return (*written.paths, *written.unchanged)
