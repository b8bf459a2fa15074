"""All faults of a plan's templates at once: each is looked at, and every document is made as far as it goes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from smartplan import resources
from smartplan.book.documents import documents
from smartplan.book.inventory import own_files, uses
from smartplan.book.letters import LetterBuilder
from smartplan.book.static_check import check_text
from smartplan.book.trouble import TemplateFault
from smartplan.findings import Finding, Severity, Span, sort_findings
from smartplan.wording.near import meant

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from smartplan.book.blocks import Block
    from smartplan.book.engine import Engine
    from smartplan.edition import Edition
    from smartplan.plan import Plan
    from smartplan.progress import Checklist

__all__ = ["TemplateChecker"]

_GIVEN: Final = ("dokumen", "bab", "naskah", "ini", "surat", "daftar_periksa", "naskah_tahap")
"""What the engine gives to some templates, beside what all of them see."""


class TemplateChecker(LetterBuilder):
    """Makes documents like ``LetterBuilder`` and goes on after a fault; ``faults`` are the findings so far."""

    def __init__(
        self,
        plan: Plan,
        edition: Edition,
        titles: Mapping[str, str] | None = None,
        checklists: Callable[[str], Checklist] | None = None,
    ) -> None:
        super().__init__(plan, edition, titles, checklists)
        self.faults: list[Finding] = []
        self._engine: Any = _Lasting(self._engine, self.faults)

    def check(self) -> list[Finding]:
        """What is wrong in the plan's own templates, in those of its documents, and which files nothing uses."""
        root = self._plan.root
        used = uses(self._edition, root)
        names = {use.name for use in used}
        context = (*self._names(), *_GIVEN)
        own = own_files(root)
        for name in own:
            if name.endswith(".j2"):
                self.faults += check_text(name, self._engine, root, context if name in names else None)
        for entry in documents(self._plan, self._edition):
            self.document(entry)
        self.faults += _unused(names, own)
        for part, key, message, hint in self._engine.changes.unmet():
            self.faults.append(Finding("TPL005", Severity.WARNING, message, part.span(key), hint=hint))
        return sort_findings(_once(self.faults))

    def _claim(self, blocks: tuple[Block, ...], template: str, taken: dict[str, str]) -> None:
        try:
            super()._claim(blocks, template, taken)
        except TemplateFault as fault:
            self.faults.append(fault.finding)

    def texts(self, findings: Iterable[Finding]) -> dict[str, str]:
        """The text of each template that ``findings`` point into."""
        files = {finding.span.file for finding in findings if finding.span is not None}
        return {file: text for file in files if (text := self._engine.source(file))}


class _Lasting:
    """An engine that notes a fault and gives an empty chapter instead."""

    def __init__(self, engine: Engine, faults: list[Finding]) -> None:
        self._inner = engine
        self._faults = faults

    def __getattr__(self, name: str) -> Any:
        return getattr(self._inner, name)

    def render(self, *given: Any) -> tuple[Block, ...]:
        try:
            return self._inner.render(*given)
        except TemplateFault as fault:
            self._faults.append(fault.finding)
            return ()


def _once(findings: Iterable[Finding]) -> list[Finding]:
    """One fault of a partial is met in many chapters: the first way to it is enough."""
    found: dict[Any, Finding] = {}
    for finding in findings:
        key = (finding.code, finding.span and (finding.span.file, finding.span.line), finding.message)
        held = found.get(key)
        if held is None or len(finding.related) > len(held.related):
            found[key] = finding
    return list(found.values())


def _unused(used: set[str], own: Iterable[str]) -> Iterator[Finding]:
    """Files in the plan's folder that nothing uses, each with the name that may have been meant."""
    open_names = sorted((used | set(resources.walk())) - set(own))
    for name in own:
        if name not in used:
            span = Span(f"templates/{name}", 1, 1, 1, 1)
            hint = meant(name, open_names, 0.8) + "perbaiki namanya, sebut di edisi, atau hapus berkasnya"
            parts = name.split("/")
            if parts[0] == "edisi" and parts[2:] == ["edisi.yaml"]:
                hint = f"pakailah dengan menulis `edisi: {parts[1]}` di rencana.yaml, atau hapus berkasnya"
            yield Finding("TPL002", Severity.WARNING, "tidak ada yang memakai berkas ini", span, hint=hint)
