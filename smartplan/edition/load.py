"""Loading an edition by its id, with what it inherits, validated like a plan."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Final

from smartplan import resources
from smartplan.edition.check import check_edition
from smartplan.edition.inherit import merge_trees
from smartplan.edition.parts import Edition
from smartplan.edition.trouble import EditionError, EditionNotFound
from smartplan.fields import read_part
from smartplan.findings import Finding, Severity, Span, sort_findings
from smartplan.source import Mapping, Scalar, load_path

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["DEFAULT_EDITION", "edition_digest", "list_editions", "load_edition"]

DEFAULT_EDITION: Final = "kominfo-2023"
"""The edition of a plan that names none."""

_DEPTH: Final = 8


def load_edition(name: str | None = None, plan_root: Path | None = None) -> Edition:
    """The edition ``name``; a plan's own ``templates/edisi/`` comes before ours.

    Raises:
        EditionNotFound: no edition has this id.
        EditionError: its text, or that of one it inherits, is wrong.
    """
    name = name or DEFAULT_EDITION
    sources: dict[str, str] = {}
    tree, findings = _tree(name, plan_root, sources, ())
    read = read_part(Edition, tree)
    findings += read.findings
    if not findings:
        findings += check_edition(read.part)
    faults = [finding for finding in findings if finding.severity is not Severity.INFO]
    if faults:
        raise EditionError(name, tuple(sort_findings(faults)), sources)
    return read.part


def edition_digest(name: str | None = None, plan_root: Path | None = None) -> str:
    """SHA-256 (hex) over the files of an edition and of those that it inherits. Raises as ``load_edition`` does."""
    sources: dict[str, str] = {}
    _tree(name or DEFAULT_EDITION, plan_root, sources, ())
    digest = hashlib.sha256()
    for file, text in sorted(sources.items()):
        digest.update(file.encode() + b"\0" + hashlib.sha256(text.encode()).digest())
    return digest.hexdigest()


def list_editions(plan_root: Path | None = None) -> list[str]:
    """Ids of all editions that can be loaded, sorted."""
    names: set[str] = set()
    for root in resources.roots(plan_root):
        folder = root / "edisi"
        if folder.is_dir():
            names.update(file.parent.name for file in folder.glob("*/edisi.yaml"))
    return sorted(names)


def _tree(
    name: str, plan_root: Path | None, sources: dict[str, str], heirs: tuple[str, ...]
) -> tuple[Mapping, list[Finding]]:
    file = _file_of(name, plan_root)
    loaded = load_path(file, file.parents[3])
    if loaded.source is not None:
        sources[loaded.source.file] = loaded.source.text
    findings = list(loaded.findings)
    if not isinstance(loaded.root, Mapping):
        if not findings:
            span = Span(f"templates/edisi/{name}/edisi.yaml", 1, 1, 1, 1)
            findings.append(Finding("EDS005", Severity.ERROR, "berkas edisi kosong", span, hint="isi berkas edisi"))
        return Mapping.joined(()), findings
    parent = loaded.root.get("mewarisi")
    if parent is None or not isinstance(parent.value, Scalar) or parent.value.is_blank:
        return loaded.root, findings
    if parent.value.text in (*heirs, name) or len(heirs) >= _DEPTH:
        findings.append(
            Finding(
                "EDS005",
                Severity.ERROR,
                f'edisi "{name}" mewarisi dirinya sendiri',
                parent.value.span,
                hint="hapus atau ganti `mewarisi`",
            )
        )
        return loaded.root, findings
    base, more = _tree(parent.value.text, plan_root, sources, (*heirs, name))
    return merge_trees(base, loaded.root), findings + more


def _file_of(name: str, plan_root: Path | None) -> Path:
    try:
        return resources.find(f"edisi/{name}/edisi.yaml", plan_root)
    except resources.ResourceMissing as error:
        known = ", ".join(list_editions(plan_root))
        raise EditionNotFound(f'tidak ada edisi "{name}"', f"yang tersedia: {known}") from error
