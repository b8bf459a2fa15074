"""The due list that every format is tried with."""

from __future__ import annotations

from datetime import date

from smartplan.findings import Severity
from smartplan.progress.debts import Debt, DueList, OfficeDebts
from smartplan.progress.offices import Who
from smartplan.progress.schedule import Meeting

__all__ = ["DUE", "debt"]


def debt(what: str, rule: str = "WJB002", **more: object) -> Debt:
    made = Debt(
        rule,
        Severity.ERROR,
        what,
        "tulis `lokasi:`",
        "dimensi.smart_living.program[jas].lokasi",
        "dimensi/smart_living.yaml",
        4,
        5,
        None,
        "buku-2",
        "rencana-aksi",
        "BUKU II, Rencana Aksi",
        "smart_living",
        "Smart Living",
        "laporan",
    )
    return made._replace(**more)  # type: ignore[arg-type]


DUE = DueList(
    "Kabupaten Rekaan",
    Meeting("bimtek-3", "Bimtek III", date(2026, 8, 20), date(2026, 8, 21), 12),
    (
        OfficeDebts(
            Who("dinkes", "Dinas Kesehatan", "Kepala Dinas Kesehatan", "Rekaan Sehat"),
            (
                debt('program "Jas": lokasi belum diisi'),
                debt('program "Jas": sumber dana belum ada', "WJB001"),
                debt(
                    "jumlah | tidak sama",
                    "ANG003",
                    severity=Severity.WARNING,
                    path=None,
                    file=None,
                    line=None,
                    column=None,
                    document=None,
                    section=None,
                    reason="",
                    hint="samakan keduanya",
                ),
            ),
        ),
        OfficeDebts(Who("brida", "Badan Riset", "Kepala Badan Riset"), ()),
    ),
    (),
)
