"""Reading a plan: files -> trees -> one tree -> parts, with all structure findings in one run."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Final

from smartplan.fields import read_part
from smartplan.findings import Finding, Related, Severity, Span, sort_findings
from smartplan.plan.files import Changes, PlanFiles, find_files, with_changes
from smartplan.plan.identity import check_ids
from smartplan.plan.model import Plan
from smartplan.plan.parts.rencana import Rencana
from smartplan.source import Entry, Loaded, Mapping, load_bytes, load_path

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["SCHEMA", "load_plan"]

SCHEMA: Final = 1
"""The number that ``skema`` must hold."""


def load_plan(path: Path, instead: Changes | None = None) -> Plan:
    """The plan at ``path``, a YAML file or a folder. Faults in the text become findings of the plan.

    ``instead``: what files hold that are not saved yet (name relative to the plan's root -> bytes; None: as if the file
    were not there).

    Raises:
        PlanNotFound: there is no plan at ``path``.
        OSError: a file cannot be opened.
    """
    files = find_files(path)
    if instead:
        files = with_changes(files, instead)
    instead = instead or {}
    names = [file.relative_to(files.root).as_posix() for file in (*files.top, *files.dimensions)]
    loaded = [
        load_path(file, files.root) if (data := instead.get(name)) is None else load_bytes(data, name)
        for name, file in zip(names, (*files.top, *files.dimensions), strict=True)
    ]
    top, dimensions = loaded[: len(files.top)], loaded[len(files.top) :]
    findings = [*files.strangers, *(finding for one in loaded for finding in one.findings)]
    tree, merge_findings = _merge(files, top, dimensions)
    findings += merge_findings
    read = read_part(Rencana, tree)
    rencana = read.part
    findings += read.findings
    findings += check_ids(rencana, read.left_out)
    findings += _check_schema(rencana)
    return Plan(
        rencana=rencana,
        root=files.root,
        is_folder=files.is_folder,
        files=tuple(names),
        sources={one.source.file: one.source.text for one in loaded if one.source is not None},
        findings=tuple(sort_findings(findings)),
        set_aside=read.left_out,
        unread=frozenset(name for name, one in zip(names, loaded, strict=True) if one.root is None and one.findings),
        sha256=_digest(names, (*files.top, *files.dimensions), instead),
    )


def _merge(files: PlanFiles, top: list[Loaded], dimensions: list[Loaded]) -> tuple[Mapping, list[Finding]]:
    """One mapping for all files. The first file that gives a key wins; the second is named."""
    findings: list[Finding] = []
    entries: dict[str, Entry] = {}
    below: dict[str, Entry] = {}
    for position, one in enumerate(top):
        mapping = _mapping_of(one, findings, is_main=position == 0)
        for entry in mapping.entries if mapping is not None else ():
            _add(entries, entry, findings)
    written = entries.get("dimensi")
    if written is not None and isinstance(written.value, Mapping):
        below = {entry.key: entry for entry in written.value.entries}
    for file, one in zip(files.dimensions, dimensions, strict=True):
        mapping = _mapping_of(one, findings, is_main=False)
        if mapping is not None and one.source is not None:
            _add(below, Entry.at_start(one.source, file.stem, mapping), findings)
    if below:
        entries["dimensi"] = Entry.joined("dimensi", tuple(below.values()), written)
    return Mapping.joined(tuple(entries.values())), findings


def _mapping_of(one: Loaded, findings: list[Finding], *, is_main: bool) -> Mapping | None:
    root = one.root
    if isinstance(root, Mapping):
        return root
    if root is not None:
        findings.append(
            Finding(
                "STR001",
                Severity.ERROR,
                "berkas harus berupa kumpulan isian, bukan daftar atau satu nilai",
                root.span,
                hint="tulis tiap isian sebagai `kunci: nilai`, misalnya `wilayah:`",
            )
        )
    elif not one.findings and one.source is not None:
        file = one.source.file
        findings.append(
            Finding(
                "STR012",
                Severity.ERROR if is_main else Severity.WARNING,
                f"berkas {file} tidak berisi apa-apa",
                Span(file, 1, 1, 1, 1),
                hint="isi berkas ini, atau buat rencana baru dengan `smartplan init`"
                if is_main
                else "isi berkas ini, atau hapus bila memang tidak dipakai",
            )
        )
    return None


def _add(entries: dict[str, Entry], entry: Entry, findings: list[Finding]) -> None:
    first = entries.setdefault(entry.key, entry)
    if first is entry:
        return
    findings.append(
        Finding(
            "STR011",
            Severity.ERROR,
            f'"{entry.key}" ditulis di dua berkas; yang di {first.key_span.file} yang dipakai',
            entry.key_span,
            hint="gabungkan ke salah satu berkas",
            path=entry.key,
            related=(Related(first.key_span, "pertama ditulis di sini"),),
        )
    )


def _check_schema(rencana: Rencana) -> list[Finding]:
    if rencana.skema in (None, SCHEMA):
        return []
    return [
        Finding(
            "STR013",
            Severity.ERROR,
            f"skema {rencana.skema} tidak dikenal oleh versi ini",
            rencana.span("skema"),
            hint=f"tulis `skema: {SCHEMA}`, atau perbarui smartplan",
            path="skema",
        )
    ]


def _digest(names: list[str], files: tuple[Path, ...], instead: Changes) -> str:
    digest = hashlib.sha256()
    for name, file in zip(names, files, strict=True):
        data = instead.get(name)
        digest.update(name.encode() + b"\0" + hashlib.sha256(file.read_bytes() if data is None else data).digest())
    return digest.hexdigest()
