"""Family AKS, codes: the form of the codes by which programs are budgeted."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from smartplan.rules.base import Context, found, rule
from smartplan.wording.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smartplan.findings import Finding

__all__ = ["RULES", "right_code"]

_PROGRAM_CODE: Final = lazy(r"(?:[1-9]\.\d\d|[Xx]\.[Xx]{2})\.\d\d\Z")
"""Urusan, bidang urusan, program; ``X.XX.01`` stands for the program that every office has."""


@rule("AKS014", "bentuk-kode-program", owner="bappeda")
def code_of_wrong_form(ctx: Context) -> Iterator[Finding]:
    """Kode program RPJMD bukan kode program menurut Permendagri 90/2019.

    Mengapa: program dianggarkan dengan kode urusan, bidang, dan program; kode yang tidak utuh tidak ditemukan dalam sistem penganggaran daerah.
    Perbaiki: tulis kode program tiga bagian, yaitu urusan, bidang urusan, dan program, misalnya 2.16.03.
    Salah: |
      rpjmd: {program: [{kode: 2.16.03, nama: Aplikasi informatika, opd: diskominfo}, {kode: 3.26.02, nama: Destinasi, opd: dispar}, {kode: 2.17.07, nama: Usaha mikro, opd: dinkop}, {kode: 1.02.02, nama: Kesehatan, opd: dinkes}, {kode: 1.01.02, nama: Pendidikan, opd: disdik}, {kode: 2.11.11, nama: Persampahan, opd: dlh}, {kode: 2.16.2, nama: Informasi publik, opd: diskominfo}]}
    Benar: |
      rpjmd: {program: [{kode: 2.16.03, nama: Aplikasi informatika, opd: diskominfo}, {kode: 3.26.02, nama: Destinasi, opd: dispar}, {kode: 2.17.07, nama: Usaha mikro, opd: dinkop}, {kode: 1.02.02, nama: Kesehatan, opd: dinkes}, {kode: 1.01.02, nama: Pendidikan, opd: disdik}, {kode: 2.11.11, nama: Persampahan, opd: dlh}, {kode: 2.16.02, nama: Informasi publik, opd: diskominfo}]}
    """
    rpjmd = ctx.rencana.rpjmd
    if rpjmd is not None and rpjmd.program:
        known = {row.kode for row in rpjmd.program}
        for row in rpjmd.program:
            if row.kode and not _PROGRAM_CODE.match(row.kode):
                right = right_code(row.kode)
                edits = row.rewrite("kode", right) if right and right not in known else ()
                for _, program in ctx.index.items("program") if edits else ():
                    for position, code in enumerate(program.program_rpjmd or ()):
                        edits += program.rewrite("program_rpjmd", right or "", position) if code == row.kode else ()
                yield found(row, "kode", *_code_fault(row.kode), opd=row.opd, edits=edits)
        return
    for dimension, program in ctx.index.items("program"):
        for position, code in enumerate(program.program_rpjmd or ()):
            if not _PROGRAM_CODE.match(code):
                span = program.item_span("program_rpjmd", position)
                message, hint = _code_fault(code)
                yield found(program, "program_rpjmd", message, hint, span=span, dimension=dimension, opd=program.opd)


def right_code(code: str) -> str | None:
    """The code that was meant when only its form is wrong: ``2.16.2`` is ``2.16.02``."""
    parts = _parts(code)
    if len(parts) != 3 or not all(part.isascii() and part.isdigit() for part in parts):
        return None
    right = ".".join([parts[0].lstrip("0"), parts[1].zfill(2), parts[2].zfill(2)])
    return right if _PROGRAM_CODE.match(right) else None


def _parts(code: str) -> list[str]:
    return [part for part in re.split(r"[.,\s/_-]+", code.strip()) if part]


def _code_fault(code: str) -> tuple[str, str]:
    """What is wrong with a program's code, and what to write."""
    parts = _parts(code)
    shown = f'kode program "{code}" '
    right = right_code(code)
    if right is not None:
        return (
            shown + "tidak ditulis dalam bentuk baku",
            f"tulis {right}, juga pada `program_rpjmd:` yang merujuknya",
        )
    if len(parts) > 3 and _PROGRAM_CODE.match(".".join(parts[:3])):
        right = ".".join(parts[:3])
        return shown + "adalah kode kegiatan atau subkegiatan", f"tulis kode programnya, {right}"
    if len(parts) < 3 and parts and all(part.isascii() and part.isdigit() for part in parts):
        return shown + "belum sampai programnya", "lengkapi urusan, bidang, dan program, misalnya 2.16.03"
    return shown + "tidak berbentuk kode Permendagri 90/2019", "tulis urusan, bidang, dan program, misalnya 2.16.03"


RULES = (code_of_wrong_form,)
