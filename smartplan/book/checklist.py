"""What letters see of a stage: what it asks for and how much of it the plan has."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

    from smartplan.progress.checklist import Chapter, Checklist

__all__ = ["shown_checklist"]


def shown_checklist(checklist: Checklist | None) -> dict[str, Any]:
    """``bab`` and ``tunggakan``: chapters {buku, judul, butir, lengkap}, each entry {isian, pemilik, terisi, diminta,
    lengkap, kurang}; ``lengkap`` of ``semua`` entries that can be counted; ``buku``: id -> {terisi, diminta}. Without a
    checklist there is nothing in it.
    """
    if checklist is None:
        return {"bab": [], "tunggakan": [], "lengkap": 0, "semua": 0, "buku": {}}
    counted = [entry for entry in checklist.entries if entry.asked]
    return {
        "bab": _chapters(checklist.chapters),
        "tunggakan": _chapters(checklist.overdue),
        "lengkap": sum(entry.is_done for entry in counted),
        "semua": len(counted),
        "buku": {name: {"terisi": met, "diminta": asked} for name, (met, asked) in checklist.documents.items()},
    }


def _chapters(chapters: Iterable[Chapter]) -> list[dict[str, Any]]:
    return [
        {
            "buku": chapter.document,
            "judul": chapter.title,
            "lengkap": sum(entry.is_done for entry in chapter.entries),
            "semua": sum(entry.asked > 0 for entry in chapter.entries),
            "butir": [
                {
                    "isian": entry.what,
                    "pemilik": entry.owner,
                    "terisi": entry.met,
                    "diminta": entry.asked,
                    "lengkap": entry.is_done,
                    "kurang": list(entry.lacking),
                }
                for entry in chapter.entries
            ],
        }
        for chapter in chapters
    ]
