"""``smartplan validate``: what is missing or contradicts itself."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from smartplan import __version__
from smartplan.cli import output
from smartplan.cli.opening import open_plan, reviewed
from smartplan.cli.trouble import FINDINGS, UserError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from smartplan.api import Review
    from smartplan.findings import Finding
    from smartplan.report import Summary

__all__ = ["validate"]

_FORMATS: Final = ("text", "concise", "json")
_FAIL_ON: Final = ("error", "warning", "never")


def validate(
    plan: Annotated[
        Path, typer.Argument(metavar="RENCANA", help="Map rencana atau berkas YAML; bawaan: map ini.")
    ] = Path(),
    stage: Annotated[
        str | None,
        typer.Option(metavar="TAHAP", help="Tahap yang diperiksa, misalnya bimtek-1; bawaan: tahap rencana."),
    ] = None,
    strict: Annotated[bool, typer.Option("--strict", help="Perlakukan peringatan sebagai galat.")] = False,
    format: Annotated[
        str,
        typer.Option(
            metavar="BENTUK", help="text untuk dibaca, concise satu baris tiap temuan, json untuk program lain."
        ),
    ] = "text",
    fail_on: Annotated[
        str,
        typer.Option(metavar="TINGKAT", help="Kode keluar 1 mulai tingkat ini: error (bawaan), warning, atau never."),
    ] = "error",
    today: Annotated[
        str | None,
        typer.Option(metavar="TANGGAL", help="Tanggal hari ini untuk masa pengecualian, misalnya 2026-02-28."),
    ] = None,
) -> None:
    """Periksa rencana untuk satu tahap.

    Setiap temuan menyebut berkas, baris, kolom, dan saran. Kode keluar: 0 tidak ada temuan pada atau di atas batas,
    1 ada temuan, 2 pemakaian keliru atau rencana tidak dapat dibuka.
    """
    _one_of("--format", format, _FORMATS)
    _one_of("--fail-on", fail_on, _FAIL_ON)
    day = _day(today)
    opened = open_plan(plan)
    review = reviewed(opened, stage, day)
    findings = _lifted(review.findings) if strict else review.findings
    from smartplan.api import summarize

    summary = summarize(review, findings, plan.as_posix(), __version__, day)
    output.result(_text(format, findings, summary, review))
    levels = {"error": ("error",), "warning": ("error", "warning"), "never": ()}[fail_on]
    if any(finding.severity.value in levels for finding in findings if not finding.waived):
        raise typer.Exit(FINDINGS)


def _lifted(findings: Sequence[Finding]) -> tuple[Finding, ...]:
    from smartplan.findings import Severity, sort_findings

    lifted = [
        finding.with_severity(Severity.ERROR) if finding.severity is Severity.WARNING else finding
        for finding in findings
    ]
    return tuple(sort_findings(lifted))


def _text(form: str, findings: Sequence[Finding], summary: Summary, review: Review) -> str:
    sources = review.plan.sources
    if form == "json":
        from smartplan.report import json

        return json.report(findings, summary, sources)
    if form == "concise":
        from smartplan.report import concise

        return concise.report(findings, summary, sources)
    from smartplan.report import text

    return text.report(
        findings,
        summary,
        sources,
        colour=output.with_colour(),
        width=output.width(),
        ascii_only=output.is_ascii_only(),
    )


def _one_of(option: str, value: str, known: tuple[str, ...]) -> None:
    if value not in known:
        raise UserError(f'nilai {option} "{value}" tidak dikenal', f"pilih salah satu: {', '.join(known)}")


def _day(text: str | None) -> date:
    from datetime import date

    if text is None:
        return date.today()
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise UserError(f'tanggal "{text}" tidak dapat dibaca', "tulis seperti 2026-02-28") from error
