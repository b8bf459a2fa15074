"""The templates of a plan: which there are, copies of ours to change, and what is wrong with the plan's own."""

from __future__ import annotations

import re
from hashlib import sha256
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Final, NamedTuple

from smartplan import resources
from smartplan.api.looks import word_base
from smartplan.api.plans import UnknownChoice, edition_of
from smartplan.edition import DEFAULT_EDITION, load_edition
from smartplan.findings import Finding, Severity, Span, sort_findings
from smartplan.wording.near import meant

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date
    from pathlib import Path

    from smartplan.api.checks import Examination
    from smartplan.edition import Edition
    from smartplan.files import Register
    from smartplan.plan import Plan

__all__ = [
    "TemplateRow",
    "changed_since",
    "check_templates",
    "copies_of",
    "edition_made",
    "template_names",
    "templates_of",
]

_SUFFIX: Final = ".md.j2"
_ANY_EDITION: Final = re.compile(r"edisi/([^/]+)\Z")
_EDITION: Final = re.compile(r"edisi/([a-z0-9]+(?:-[a-z0-9]+)*)\Z")


_EDITION_EXAMPLES: Final = """
# Bab sendiri, sesudah bab peta-jalan di Buku 2; templatnya templates/buku/buku-2/ketahanan.md.j2:
# dokumen:
#   - id: buku-2
#     bab:
#       - id: ketahanan
#         judul: Ketahanan Digital
#         templat: buku/buku-2/ketahanan.md.j2
#         sesudah: peta-jalan
#         tanda: G
#         sumber: ketentuan daerah

# Surat atau dokumen sendiri; templatnya templates/surat/nota-dinas.md.j2. Buku sendiri ditulis di bawah `dokumen`:
# surat:
#   - id: nota-dinas
#     judul: Nota Dinas
#     templat: surat/nota-dinas.md.j2
#     kop: pemerintah
#     bagian: Sekretariat Daerah
#     tanda: G
#     sumber: ketentuan daerah

# Kolom sendiri; isinya ditulis pada tiap program sebagai `tambahan: {nomor_dpa: DPA/1.02.01}`:
# tabel:
#   tabel-aksi*:
#     kolom:
#       - {id: nomor-dpa, judul: Nomor DPA, jalur: tambahan.nomor_dpa, lebar: 1.2, sesudah: anggaran}
#       - {id: kegiatan, tampil: tidak}
"""


class TemplateRow(NamedTuple):
    """A template. ``state``: shipped, own (in place of ours), new (the plan's alone), missing or unused.

    ``document`` and ``title``: where the edition names it, or what else uses it; ``users``: the templates that do.
    """

    name: str
    state: str
    document: str
    title: str
    users: tuple[str, ...]


def templates_of(plan: Plan | None) -> list[TemplateRow]:
    """All templates of the plan's edition (without a plan: of the default one), then its own that nothing uses.

    Raises:
        EditionNotFound, EditionError: the plan's edition cannot be used.
    """
    from smartplan.book.inventory import own_files, uses

    edition, root = (edition_of(plan), plan.root) if plan is not None else (load_edition(), None)
    used = uses(edition, root)
    states = {(True, True): "own", (True, False): "new", (False, True): "shipped", (False, False): "missing"}
    rows = [
        TemplateRow(use.name, states[use.is_own, use.is_shipped], use.document, use.title, use.users) for use in used
    ]
    names = {row.name for row in rows}
    return rows + [TemplateRow(name, "unused", "", "", ()) for name in own_files(root) if name not in names]


def template_names() -> list[str]:
    """What ``copies_of`` knows: each of ours, without the end of its name."""
    return [_short(name) for name in resources.walk() if not name.startswith("awal/")]


def copies_of(plan: Plan, names: Iterable[str], *, extend: bool = False) -> dict[str, bytes]:
    """Copies of shipped templates to put into the plan's templates folder: name -> bytes.

    ``names``: names with or without ``buku/`` and ``.md.j2``, folders (``buku-1``), ``edisi/<new id>`` for an edition
    of the regency's own. ``extend``: instead of a copy, a text that builds on ours.

    Raises:
        UnknownChoice: there is no such template, or it is none that can be extended.
        EditionNotFound, EditionError: the plan's edition cannot be used.
    """
    found: dict[str, bytes] = {}
    for written in names:
        if (likely := _ANY_EDITION.match(written)) and not _EDITION.match(written):
            raise UnknownChoice(
                f'nama edisi "{likely.group(1)}" tidak dapat dipakai',
                "pakai huruf kecil, angka, dan tanda hubung saja, misalnya edisi/edisi-kami",
            )
        if (match := _EDITION.match(written)) and f"{written}/edisi.yaml" not in resources.walk():
            found[f"{written}/edisi.yaml"] = _edition_text(match.group(1), edition_of(plan)).encode()
            continue
        for name in _ours(written):
            found[name] = _extending(name).encode() if extend else resources.find(name).read_bytes()
    return found


def edition_made(names: Iterable[str]) -> str | None:
    """The id of the edition that ``copies_of`` made for one of ``names``, files below the templates folder."""
    found = (name.removesuffix("/edisi.yaml") for name in names if name not in resources.walk())
    return next((match.group(1) for name in found if (match := _EDITION.match(name))), None)


def check_templates(plan: Plan, name: str | None = None, today: date | None = None) -> Examination:
    """All faults of the plan's templates; ``name``: the plan as the user names it.

    Raises:
        EditionNotFound, EditionError: the plan's edition cannot be used.
    """
    from smartplan.api.books import checklists_of, titles_of
    from smartplan.api.checks import Examination, summary_of
    from smartplan.book.check import TemplateChecker

    edition = edition_of(plan)
    checker = TemplateChecker(plan, edition, titles_of(plan), checklists_of(plan))
    findings = sort_findings([*checker.check(), *_reminders(plan), *_beside(plan), *_old_copies(plan)])
    summary = summary_of(plan, tuple(findings), name, today)._replace(edition=edition.id or "")
    return Examination(tuple(findings), summary, checker.texts(findings))


def changed_since(plan: Plan) -> dict[str, tuple[str, str]]:
    """The plan's copies of templates of ours that have changed since: name -> (our text now, the plan's)."""
    found = {}
    for name in _outdated(plan):
        if not name.endswith(".docx"):
            ours, own = resources.find(name), resources.find(name, plan.root)
            found[name] = (ours.read_text(encoding="utf-8"), own.read_text(encoding="utf-8", errors="replace"))
    return found


def _ours(written: str) -> list[str]:
    """The shipped templates that ``written`` stands for."""
    wanted = written.strip().replace("\\", "/").strip("/").removeprefix(resources.SHIPPED).removeprefix("templates/")
    names = [name for name in resources.walk() if not name.startswith("awal/")]
    for prefix in ("", "buku/"):
        full = prefix + wanted
        exact = [name for name in names if full in (name, _short(name))]
        found = exact or [name for name in names if name.startswith(f"{full}/")]
        if found and wanted:
            return found
    known = [*template_names(), *names, *(name.removeprefix("buku/") for name in template_names())]
    raise UnknownChoice(f'tidak ada templat "{written}"', f"{meant(written, known)}daftar: smartplan template list")


def _short(name: str) -> str:
    """``buku/buku-1/visi``"""
    return name.removesuffix(_SUFFIX) if name.endswith(_SUFFIX) else name.rpartition(".")[0]


def _extending(name: str) -> str:
    """A text that takes the place of ``name`` and changes nothing yet."""
    from smartplan.book.inventory import blocks_of

    if not name.endswith(".j2"):
        raise UnknownChoice(f'templat "{name}" tidak dapat diperluas', "salin utuh, tanpa --extend")
    if PurePosixPath(name).name.startswith("_"):
        return (
            f"{{# Tulis hanya makro yang ingin diubah; makro lain diambil dari {resources.SHIPPED}{name}.\n"
            "   Awali dengan menyalin makro itu dari sana, dengan nama yang sama. #}\n"
        )
    text = f'{{% extends "{resources.SHIPPED}{name}" %}}\n'
    offered = blocks_of(name, None)
    if offered:
        text += (
            "{# Tulis hanya blok yang ingin diubah, di luar catatan ini. Contoh:\n\n"
            f"{{% block {offered[0]} %}}\n"
            "{{ super() }}\n\n"
            "Kalimat tambahan di belakang isi bawaan; tanpa super() isi bawaan diganti.\n"
            "{% endblock %}\n\n"
            f"Blok yang ada: {', '.join(offered)}. #}}\n"
        )
    return text


def _edition_text(name: str, edition: Edition) -> str:
    """An edition of the regency's own that changes nothing yet."""
    parent = edition.id or DEFAULT_EDITION
    return (
        f"# Edisi panduan milik daerah. Hanya yang berbeda dari {parent} ditulis di sini.\n"
        "# Daftar digabung menurut id; `hapus: ya` mengeluarkan satu butir; `sesudah: <id>` atau `sebelum: <id>`\n"
        f"# menentukan tempat butir baru. Pakailah dengan menulis `edisi: {name}` di rencana.yaml.\n"
        f"id: {name}\n"
        f"nama: {edition.nama or parent}, disesuaikan\n"
        "tanda: G\n"
        "sumber: ketentuan daerah\n"
        f"mewarisi: {parent}\n"
        f"{_EDITION_EXAMPLES}"
    )


def _reminders(plan: Plan) -> list[Finding]:
    """A fault of the plan's own letter to those who owe something, which no edition names."""
    from smartplan.api.work import due, due_letters
    from smartplan.book import TemplateFault

    if not (plan.root / "templates" / "surat").is_dir():
        return []
    try:
        due_letters(plan, due(plan))
    except TemplateFault as fault:
        return [fault.finding]
    return []


def _beside(plan: Plan) -> list[Finding]:
    """Faults of what is no text of a book: the looks and the register of law."""
    from smartplan.book import TemplateFault
    from smartplan.edition import EditionError, load_law

    found: list[Finding] = []
    try:
        load_law(plan.root)
    except EditionError as error:
        found += error.findings
    file = resources.find("word/dasar.docx", plan.root)
    span = Span(resources.label(file, plan.root), 1, 1, 1, 1)
    try:
        for note in word_base(plan)[1]:
            hint = "tambahkan di Word bila tampilan bawaan bukan yang Anda inginkan"
            found.append(Finding("TPL006", Severity.INFO, note, span, hint=hint))
    except PermissionError:
        message, hint = "berkas tidak dapat dibuka: tidak ada izin", "beri izin membaca berkas itu, lalu ulangi"
        found.append(Finding("TPL001", Severity.ERROR, message, span, hint=hint))
    except TemplateFault as fault:
        found.append(fault.finding)
    return found


def _outdated(plan: Plan) -> Sequence[str]:
    """The plan's copies of templates of ours that have changed since they were copied."""
    from smartplan.book.inventory import own_files, text_of
    from smartplan.files import Register

    if not (names := own_files(plan.root)):
        return ()
    register, shipped = Register(plan.root / "templates"), set(resources.walk())
    return [
        name
        for name in names
        if name in shipped
        and register.has(name)
        and not register.knows(name, _digest(resources.find(name)))
        and not _was_extension(register, name)
        and resources.SHIPPED + name not in text_of(name, plan.root)  # it builds on ours, and is no copy
        and _digest(resources.find(name)) != _digest(resources.find(name, plan.root))
    ]


def _was_extension(register: Register, name: str) -> bool:
    """Whether what we wrote there was no copy, but a text that builds on ours."""
    return name.endswith(".j2") and register.knows(name, sha256(_extending(name).encode()).hexdigest())


def _old_copies(plan: Plan) -> list[Finding]:
    from smartplan.files import Register

    register = Register(plan.root / "templates")
    found = []
    for name in _outdated(plan):
        is_untouched = register.knows(name, _digest(resources.find(name, plan.root)))
        hint = (
            f"salinan ini belum Anda ubah: hapus, atau perbarui dengan `smartplan template copy {name}`"
            if is_untouched
            else "lihat bedanya dengan `smartplan template check --diff`, lalu ambil yang perlu"
        )
        span = Span(f"templates/{name}", 1, 1, 1, 1)
        message = "templat bawaan sudah berubah sejak disalin"
        found.append(Finding("TPL003", Severity.INFO, message, span, hint=hint))
    return found


def _digest(file: Path) -> str:
    """Empty for a file that may not be read: that is told elsewhere."""
    try:
        return sha256(file.read_bytes()).hexdigest()
    except PermissionError:
        return ""
