"""Handing a plan in: a package of all that is due at a stage, and the proof of one."""

from __future__ import annotations

import platform
import tempfile
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import smartplan
from smartplan import resources
from smartplan.api.books import documents_of, make_books
from smartplan.api.checks import examine, guides
from smartplan.api.plans import edition_of, load
from smartplan.findings import Severity

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from smartplan.api.checks import Examination
    from smartplan.book.documents import Entry
    from smartplan.findings import Finding
    from smartplan.plan import Plan
    from smartplan.submission import Facts, Proof

__all__ = [
    "Comparison",
    "StandingErrors",
    "Submission",
    "compare",
    "count_of_steps",
    "due_documents",
    "plan_files",
    "stages_of",
    "submission_of",
]

_REPORTS: Final = {"temuan.html": "html", "temuan.md": "md", "temuan.json": "json"}
_PLAN: Final = "rencana"
_LIBRARIES: Final = ("jinja2", "markdown-it-py", "resvg-py", "lxml", "python-docx")


class StandingErrors(Exception):
    """The plan is not handed in while ``findings`` stand."""

    def __init__(self, findings: Sequence[Finding]) -> None:
        super().__init__(f"masih ada {len(findings)} galat")
        self.findings = tuple(findings)

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self.findings,)


class Comparison(NamedTuple):
    """What a package is like when it is made again here. ``faults``: a sentence for each file that comes out otherwise.
    ``obstacle``: why the two cannot be compared, empty when they can."""

    faults: tuple[str, ...]
    obstacle: str = ""


class Submission(NamedTuple):
    """``files``: name -> bytes of all that is in the package; ``archive``: the same as a zip. ``draft``: it was made
    although errors stand. ``notes``: sentences on what is not in it."""

    stage: str
    day: date
    draft: bool
    files: dict[str, bytes]
    archive: bytes
    digest: str
    notes: tuple[str, ...]


def submission_of(
    plan: Plan,
    stage: str | None = None,
    *,
    today: date,
    force: bool = False,
    step: Callable[[str], None] = lambda sentence: None,
    begin: Callable[[], None] = lambda: None,
) -> Submission:
    """The package of ``plan`` for ``stage`` (default: the last one of its edition). Nothing is written.

    With ``force`` also while errors stand: then each page bears KONSEP. The same plan, day, machine and versions give
    the same bytes. ``begin`` is called when nothing stands against it, before the long work.

    Raises:
        StandingErrors: errors stand, without ``force``.
        UnknownStage: the edition has no ``stage``.
        TemplateFault, EditionNotFound, EditionError: no documents can be made.
    """
    from hashlib import sha256

    from smartplan.submission import pack, sealed

    chosen = stage if stage is not None else stages_of(plan)[-1]
    examined = examine(plan, stage=chosen, today=today, name=_PLAN)
    draft = bool(examined.errors)
    if draft and not force:
        raise StandingErrors(examined.errors)
    begin()
    entries = due_documents(plan, chosen)
    contents, notes = _documents(plan, entries, draft, step)
    if plan.unread:
        notes += (f"Tidak terbaca sehingga tidak ikut dicetak: {', '.join(sorted(plan.unread))}",)
    step("Menyusun laporan")
    contents |= _reports(examined)
    contents |= plan_files(plan)
    facts = _facts(plan, examined, today, draft)
    step("Menyegel kiriman")
    files = sealed(contents, facts)
    archive = pack(files)
    return Submission(chosen, today, draft, files, archive, sha256(archive).hexdigest(), notes)


def due_documents(plan: Plan, stage: str) -> list[Entry]:
    """Books and letters that must be there by ``stage``, or at no stage in particular."""
    edition = edition_of(plan)
    rank = edition.stage_rank(stage)
    return [
        entry for entry in documents_of(plan, ["semua"]) if not entry.stage or edition.stage_rank(entry.stage) <= rank
    ]


def stages_of(plan: Plan) -> list[str]:
    """Ids of the stages of the plan's edition. Raises EditionNotFound and EditionError."""
    return edition_of(plan).ids("tahap")


def count_of_steps(plan: Plan, stage: str | None) -> int:
    """How many times ``submission_of`` tells its ``step``."""
    from smartplan.api.books import count_steps

    entries = due_documents(plan, stage if stage is not None else stages_of(plan)[-1])
    return count_steps(entries, _formats(), "auto") + 2


def plan_files(plan: Plan) -> dict[str, bytes]:
    """The plan as it is: its YAML, its own templates and its logo, below one folder. A YAML file may be a link; of the
    rest only what lies in the plan's folder was used."""
    found = {name: (plan.root / name).read_bytes() for name in plan.files}
    region = plan.rencana.wilayah
    logo = plan.root / region.logo if region and region.logo else None
    if logo is not None and logo.is_file() and logo.resolve().is_relative_to(plan.root.resolve()):
        found[logo.relative_to(plan.root).as_posix()] = logo.read_bytes()
    templates = plan.root / "templates"
    if templates.is_dir():
        found |= {f"templates/{name}": (templates / name).read_bytes() for name in resources.files_in(templates)}
    return {f"{_PLAN}/{name}": found[name] for name in sorted(found)}


def compare(proof: Proof) -> Comparison:
    """Make the package again, here, from the plan that lies in it, and compare."""
    from smartplan.book import TemplateFault
    from smartplan.edition import EditionError, EditionNotFound
    from smartplan.plan import PlanNotFound

    said = proof.manifest["tool"]
    made_with = {"smartplan": said["version"], **said["engine"]}
    here = {"smartplan": smartplan.__version__, **_engine()}
    names = dict.fromkeys((*here, *made_with))
    if other := [name for name in names if made_with.get(name) != here.get(name)]:
        pairs = (f"{name} {made_with.get(name, 'tidak ada')}, di sini {here.get(name, 'tidak ada')}" for name in other)
        return Comparison((), f"kiriman dibuat dengan {'; '.join(pairs)}")
    try:
        again = _rebuild(proof).files
    except (PlanNotFound, StandingErrors, TemplateFault, EditionError, EditionNotFound, ValueError) as error:
        return Comparison((), f"rencana di dalamnya tidak dapat dicetak: {error}")
    held = sorted(proof.files.keys() | again.keys())
    return Comparison(
        tuple(f"{name}: berbeda bila dicetak ulang" for name in held if proof.files.get(name) != again.get(name))
    )


def _rebuild(proof: Proof) -> Submission:
    from datetime import date

    manifest = proof.manifest
    with tempfile.TemporaryDirectory(prefix="smartplan-") as folder:
        root = Path(folder).resolve() / _PLAN
        for name, data in proof.files.items():
            path = (root.parent / name).resolve()
            if path.is_relative_to(root):
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(data)
        plan = load(root / manifest["plan"]["main"])
        day = date.fromisoformat(manifest["date"])
        return submission_of(plan, manifest["stage"], today=day, force=bool(manifest["draft"]))


def _documents(
    plan: Plan, entries: Sequence[Entry], draft: bool, step: Callable[[str], None]
) -> tuple[dict[str, bytes], tuple[str, ...]]:
    books = {entry.id for entry in entries if entry.is_book}
    formats = _formats()
    made = make_books(plan, [entry.id for entry in entries], formats, "auto", final=not draft, step=step)
    contents = {}
    for name, data in made.files.items():
        if name.startswith("."):
            continue
        origin = name.split("/")[0].split(".")[0].removesuffix("-gambar")
        contents[f"{'buku' if origin in books else 'surat'}/{name}"] = data
    return contents, () if "pdf" in formats else (_NO_PDF,)


def _engine() -> dict[str, str]:
    """Programs that have a part in the bytes, with their versions."""
    from smartplan.writers.word.office import office_version

    office = office_version()
    return {
        "build": _build(),
        "python": platform.python_version(),
        **{name: metadata.version(name) for name in _LIBRARIES},
        **({"libreoffice": office} if office else {}),
    }


_NO_PDF: Final = "PDF tidak disertakan karena LibreOffice tidak ditemukan di komputer ini"


def _formats() -> list[str]:
    from smartplan.writers.word.office import find_office

    return ["docx", "md", *(["pdf"] if find_office() is not None else [])]


def _build() -> str:
    """The first 16 digits of a SHA-256 over code and templates, which may change under one version number."""
    from hashlib import sha256

    package = Path(smartplan.__file__).parent
    digest = sha256()
    code = [path.relative_to(package).as_posix() for path in package.rglob("*.py")]
    shipped = resources.roots()[-1]
    for root, names in ((package, sorted(code)), (shipped, resources.files_in(shipped))):
        for name in names:
            digest.update(name.encode() + b"\0" + (root / name).read_bytes())
    return digest.hexdigest()[:16]


def _reports(examined: Examination) -> dict[str, bytes]:
    from importlib import import_module

    from smartplan.report import Look

    look = Look(guides=guides())
    made = {}
    for name, form in _REPORTS.items():
        text = import_module(f"smartplan.report.{form}").report(*examined[:3], look)
        made[f"laporan/{name}"] = text.encode()
    return made


def _facts(plan: Plan, examined: Examination, today: date, draft: bool) -> Facts:
    from smartplan.edition.load import edition_digest
    from smartplan.submission import Facts

    region = plan.rencana.wilayah
    open_ones = [finding for finding in examined.findings if not finding.waived]
    counts = {level.value: sum(one.severity is level for one in open_ones) for level in Severity}
    return Facts(
        region=(region.nama if region else None) or "",
        code=(region.kode if region else None) or "",
        edition=edition_of(plan).id or "",
        edition_sha256=edition_digest(plan.rencana.edisi, plan.root),
        stage=examined.summary.stage,
        stage_title=examined.summary.stage_title,
        day=today,
        draft=draft,
        counts={**counts, "waived": len(examined.findings) - len(open_ones)},
        plan_sha256=plan.sha256,
        main="" if plan.is_folder else plan.files[0],
        version=smartplan.__version__,
        engine=_engine(),
    )
