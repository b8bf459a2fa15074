"""Ids: unique in the plan per kind; an item without one is used but named."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from smartplan.findings import Finding, Related, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smartplan.fields import Bagian
    from smartplan.plan.parts.rencana import Rencana

__all__ = ["check_ids", "parts_with_ids"]

_DIMENSION_KINDS: Final = ("permasalahan", "kesenjangan", "sasaran", "inventaris", "inisiatif", "program", "quick_win")


def parts_with_ids(rencana: Rencana) -> Iterator[tuple[str, Bagian]]:
    """Every list item that has an id, with its kind (``misi_rpjmd`` and ``isu`` for those of the RPJMD)."""
    for kind in ("perangkat_daerah", "misi", "risiko"):
        for part in getattr(rencana, kind) or ():
            yield kind, part
    if rencana.rpjmd is not None:
        for isu in rencana.rpjmd.isu or ():
            yield "isu", isu
        for misi in rencana.rpjmd.misi or ():
            yield "misi_rpjmd", misi
    for dimensi in (rencana.dimensi or {}).values():
        for kind in _DIMENSION_KINDS:
            for part in getattr(dimensi, kind) or ():
                yield kind, part


def check_ids(rencana: Rencana) -> list[Finding]:
    """STR006 for each item without id, STR007 for each id that an earlier item of its kind has."""
    findings: list[Finding] = []
    seen: dict[tuple[str, str], Bagian] = {}
    for kind, part in parts_with_ids(rencana):
        name: str | None = getattr(part, "id", None)
        if name is None:
            findings.append(_without_id(kind, part))
            continue
        first = seen.setdefault((kind, name), part)
        if first is part:
            continue
        place = first.span("id")
        related = (Related(place, f"id {name} pertama kali dipakai di sini"),) if place else ()
        findings.append(
            Finding(
                "STR007",
                Severity.ERROR,
                f'id {kind} "{name}" dipakai dua kali',
                part.span("id"),
                hint="ganti salah satunya, lalu sesuaikan rujukan kepadanya",
                path=part.path,
                related=related,
            )
        )
    return findings


def _without_id(kind: str, part: Bagian) -> Finding:
    return Finding(
        "STR006",
        Severity.WARNING,
        f"satu butir {kind} belum punya id",
        part.span(),
        hint="tambahkan id pendek, misalnya `id: nama-singkat`",
        path=part.path,
    )
