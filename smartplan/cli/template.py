"""``smartplan template``: the texts and looks of the documents, and how a regency changes them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Final

from smartplan.cli import ask, console, reporting
from smartplan.cli.declare import Argumen, Opsi
from smartplan.cli.options import PlanPath, read_choice
from smartplan.cli.refusal import UNREADABLE, is_unreadable, refuse, refuse_edition
from smartplan.cli.reporting import Form, Output, Overwrite, Plain
from smartplan.cli.trouble import WrongUse

if TYPE_CHECKING:
    from smartplan.api import Examination, Plan

__all__ = [
    "EXAMPLES",
    "EXAMPLES_CHECK",
    "EXAMPLES_COPY",
    "HELP",
    "HELP_CHECK",
    "HELP_COPY",
    "HELP_LIST",
    "check",
    "copy",
    "list_all",
]

HELP: Final = (
    "Ubah tulisan dan tampilan dokumen tanpa pemrograman. Berkas di map templates rencana menggantikan berkas bawaan "
    "yang senama, satu demi satu."
)
EXAMPLES: Final = """
smartplan template list  templat apa saja, dan mana yang milik rencana
smartplan template copy buku-2/strategi --extend  ubah satu bagian sebuah bab
smartplan template copy word/dasar  ubah huruf, warna, dan tepi halaman di Word
smartplan template copy edisi/edisi-kami  tambah bab, dokumen, atau kolom sendiri
smartplan template check  periksa templat sendiri, semua kesalahan sekaligus
"""
HELP_LIST: Final = (
    "Daftar templat menurut dokumen dan bab: mana yang bawaan, mana yang milik rencana, mana yang tidak dipakai."
)
HELP_COPY: Final = (
    "Salin templat bawaan ke map templates rencana untuk diubah. Nama boleh tanpa “buku/” dan tanpa “.md.j2”; nama map "
    "menyalin semua isinya; edisi/NAMA membuat edisi sendiri yang mewarisi edisi rencana. Berkas yang sudah diubah "
    "tidak ditimpa tanpa bertanya."
)
EXAMPLES_COPY: Final = """
smartplan template copy buku-2/strategi  salinan utuh satu bab
smartplan template copy buku-2/strategi,buku-2/arah --extend  hanya blok yang ingin diubah
smartplan template copy word/dasar buleleng  tampilan Word, untuk rencana di map buleleng
"""
HELP_CHECK: Final = (
    "Baca semua templat dan susun semua dokumen rencana; semua kesalahan disebut dengan berkas, baris, dan kolomnya. "
    "Juga berkas yang tidak dipakai apa pun, dan salinan yang lebih tua daripada templat bawaan.\n\n"
    "Kode keluar: 0 tidak ada galat atau peringatan, 1 ada, 2 salah pakai."
)
EXAMPLES_CHECK: Final = """
smartplan template check  rencana di map ini
smartplan template check --diff  beda salinan dengan templat bawaan yang sudah berubah
"""
_FORMATS: Final = ("text", "json")


def _names() -> list[str]:
    from smartplan import api

    return api.template_names()


def list_all(
    plan: Annotated[
        str | None, Argumen("RENCANA", "map rencana; bawaan: map ini, atau templat bawaan bila tidak ada rencana")
    ] = None,
    format: Annotated[str, Opsi("text untuk dibaca (bawaan), json untuk program", "BENTUK", lambda: _FORMATS)] = "text",
) -> int:
    """The list on stdout."""
    import smartplan
    from smartplan import api
    from smartplan.cli.options import plan_home
    from smartplan.edition import EditionError, EditionNotFound
    from smartplan.report import templates

    chosen = read_choice("--format", format, _FORMATS)
    loaded = api.load(plan or ".") if plan is not None or plan_home() is not None else None
    try:
        rows = api.templates_of(loaded)
    except (EditionError, EditionNotFound) as error:
        assert loaded is not None
        return refuse_edition(loaded, error)
    if chosen == "json":
        console.write(templates.as_json(rows, smartplan.__version__))
    else:
        console.write(templates.as_text(rows, lambda text: console.paint("1", text)))
    return 0


def copy(
    name: Annotated[
        str | None, Argumen("TEMPLAT,...", "nama dari `smartplan template list`, beberapa dipisah koma", _names)
    ] = None,
    plan: PlanPath = ".",
    extend: Annotated[bool, Opsi("tulis berkas kecil yang memperluas templat bawaan, bukan salinannya")] = False,
    force: Annotated[bool, Opsi("timpa juga berkas yang sudah diubah orang")] = False,
) -> int:
    """The paths on stdout."""
    from smartplan import api
    from smartplan.edition import EditionError, EditionNotFound
    from smartplan.files import ChangedOutputs, write_outputs

    names = [part.strip() for part in (name or "").split(",") if part.strip()]
    if not names:
        raise WrongUse("templat belum disebut", "pilih dari `smartplan template list`, misalnya buku-2/strategi")
    loaded = api.load(plan)
    try:
        copies = api.copies_of(loaded, names, extend=extend)
    except (EditionError, EditionNotFound) as error:
        return refuse_edition(loaded, error)
    decide = ask.decide if console.can_ask() else None
    try:
        written = write_outputs(loaded.root / "templates", copies, force=force, decide=decide)
    except ChangedOutputs as error:
        hint = "pindahkan berkas itu, sebut templat lain, atau timpa dengan --force"
        raise WrongUse(error.message, hint) from error
    console.write("".join(f"{path.as_posix()}\n" for path in sorted({*written.paths, *written.unchanged})))
    for path in written.kept:
        console.note(f"Dibiarkan seperti adanya: {path}")
    if edition := api.edition_made(copies):
        console.note(f"Langkah berikutnya: tulis `edisi: {edition}` di {loaded.files[0]}, lalu ubah berkas di atas.")
    return 0


def check(
    plan: PlanPath = ".",
    diff: Annotated[bool, Opsi("tampilkan beda salinan dengan templat bawaan yang berubah sejak disalin")] = False,
    format: Form = None,
    output: Output = None,
    force: Overwrite = False,
    plain: Plain = False,
) -> int:
    """The report on stdout; exit code 1 when something is wrong."""
    from smartplan import api
    from smartplan.edition import EditionError, EditionNotFound

    wish = reporting.read(format, output, force, None, None, None, None, plain)
    if diff and (wish.format != "text" or wish.output is not None):
        other = "--output" if wish.output is not None else "--format"
        raise WrongUse(f"--diff tidak dapat dipakai bersama {other}", f"hapus {other}: beda dicetak sebagai teks")
    loaded = api.load(plan)
    if is_unreadable(loaded):
        return refuse(UNREADABLE, loaded.findings)
    try:
        examined = api.check_templates(loaded, plan)
    except (EditionError, EditionNotFound) as error:
        return refuse_edition(loaded, error)
    if diff:
        _show_changes(loaded)
        return _tell_faults(examined)
    if wish.format == "text" and wish.output is None and not examined.findings:
        console.note("Tidak ada yang salah pada templat rencana ini.")
        return 0
    reporting.deliver(examined, wish, loaded)
    return 1 if examined.summary.error + examined.summary.warning else 0


def _show_changes(plan: Plan) -> None:
    """Ours and the plan's, as ``diff`` writes it."""
    from difflib import unified_diff

    from smartplan import api

    changed = api.changed_since(plan)
    for name, (ours, own) in changed.items():
        pair = (ours.splitlines(keepends=True), own.splitlines(keepends=True))
        for line in unified_diff(*pair, f"@bawaan/{name}", f"templates/{name}"):
            console.write(line if line.endswith("\n") else f"{line}\n")
    if not changed:
        console.note("Tidak ada salinan yang lebih tua daripada templat bawaannya.")


def _tell_faults(examined: Examination) -> int:
    """What is wrong, on stderr: stdout holds the differences alone. The exit code is that of the report."""
    from smartplan.findings import Severity

    faults = [one for one in examined.findings if one.severity is not Severity.INFO]
    for fault in faults:
        console.note(console.line_of(fault))
    return 1 if faults else 0
