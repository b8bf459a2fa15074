"""The findings that every format is tried with."""

from __future__ import annotations

from smartplan.findings import Edit, Finding, Related, Severity, Span
from smartplan.progress import Pair, Row, Share
from smartplan.report import Summary

__all__ = ["FINDINGS", "SOURCES", "SUMMARY"]

SOURCES = {
    "rencana.yaml": 'periode:\n  awal: dua ribu\nprofil:\n\tluas: 1\nvisi: "Kota 😀 cerdas XXX"\n',
    "dimensi/smart_living.yaml": "tren: >-\n  Kata yang panjang\n  sekali\n",
}

FINDINGS = (
    Finding(
        "WJB001",
        Severity.WARNING,
        "program belum ada",
        Span("dimensi/smart_living.yaml", 1, 7, 3, 9),
        hint="tulis `program:`",
        path="dimensi.smart_living.program",
        document="buku-2",
        section="rencana-aksi",
        dimension="smart_living",
        opd="dinkes",
        owner="opd",
        mark="F",
        source="laporan",
    ),
    Finding(
        "STR001",
        Severity.ERROR,
        'awal harus berupa tahun empat angka, tertulis "dua ribu"',
        Span("rencana.yaml", 2, 9, 2, 17),
        hint="contoh: 2026",
        path="periode.awal",
    ),
    Finding(
        "PRF002",
        Severity.INFO,
        "luas punya dua angka",
        Span("rencana.yaml", 4, 8, 4, 9),
        path="profil.luas",
        related=(Related(Span("rencana.yaml", 2, 3, 2, 7), "angka lain"),),
        document="buku-1",
        section="pendahuluan",
    ),
    Finding(
        "TKS001",
        Severity.ERROR,
        "teks tertinggal",
        Span("rencana.yaml", 5, 22, 5, 25),
        hint="ganti",
        edits=(Edit(Span("rencana.yaml", 5, 21, 5, 25), ""),),
    ),
    Finding("RSK001", Severity.WARNING, "tanpa tempat", None, document="buku-2"),
    Finding(
        "PRF003",
        Severity.WARNING,
        "dikecualikan",
        Span("rencana.yaml", 1, 1, 1, 8),
        waived=True,
        reason="sudah disepakati (oleh Bappeda)",
    ),
)

SUMMARY = Summary(
    version="1.2.3",
    plan="buleleng",
    edition="kominfo-2023",
    stage="bimtek-1",
    stage_title="Bimtek I",
    today="2026-02-28",
    error=2,
    warning=2,
    info=1,
    waived=1,
    rules=("ANG001", "PRF002", "PRF003", "RSK001", "TKS001", "WJB001"),
    later_rules=("KAI001", "QW001"),
    not_checkable=("ANL001", "LAK001", "PET001"),
    entries=12,
    later_entries=40,
    documents=(Share("buku-1", "BUKU I: Analisis", 1, 3), Share("buku-2", "BUKU II: Masterplan", 0, 9)),
    dimensions=(Share("smart_living", "Smart Living", 9, 9),),
    coverage=(Row("smart_living", "Smart Living", Pair(1, 2), Pair(0, 0), Pair(3, 3), Pair(0, 4)),),
    offices=(("dinkes", "Dinas Kesehatan"),),
)
