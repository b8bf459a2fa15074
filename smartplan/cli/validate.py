"""``smartplan validate``: check a plan for a stage."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Final

from smartplan.cli import known, reporting
from smartplan.cli.declare import Opsi
from smartplan.cli.options import PlanPath, Today, read_choice, read_day, stages_here
from smartplan.cli.reporting import By, Form, Ignore, Output, Overwrite, Plain, Select, Top
from smartplan.cli.trouble import WrongUse

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["EXAMPLES", "HELP", "validate"]

HELP: Final = (
    "Periksa rencana: apa yang belum ada atau saling bertentangan untuk satu tahap, di berkas dan baris mana, dan apa "
    "yang harus dilakukan.\n\n"
    "Kode keluar: 0 tidak ada temuan pada tingkat --fail-on, 1 ada temuan (dengan --diff: ada yang akan diubah), 2 "
    "salah pakai atau rencana tidak terbaca."
)
EXAMPLES: Final = """
smartplan validate  rencana di map ini, untuk tahap yang tertulis di dalamnya
smartplan validate buleleng --stage bimtek-3  lihat ke depan: apa yang diminta Bimtek III
smartplan validate --stage pengajuan --strict  sebelum dikirim: peringatan pun dianggap galat
smartplan validate --write-baseline lama.json  catat temuan sekarang; nanti: --baseline lama.json
smartplan validate --diff  lihat apa yang dapat diperbaiki otomatis; --fix menulisnya
smartplan validate --top 10  sepuluh temuan yang didahulukan
smartplan validate --by opd --output temuan.html  halaman untuk dibagikan, temuan tiap OPD
"""
_LEVELS: Final = ("error", "warning", "never")


def validate(
    plan: PlanPath = ".",
    stage: Annotated[
        str | None,
        Opsi(
            "tahap yang diperiksa, misalnya bimtek-1 atau pengajuan; bawaan: `tahap` di rencana", "TAHAP", stages_here
        ),
    ] = None,
    strict: Annotated[bool, Opsi("anggap peringatan sebagai galat")] = False,
    format: Form = None,
    fail_on: Annotated[
        str,
        Opsi(
            "keluar dengan kode 1 bila ada temuan setingkat ini: error (bawaan), warning, atau never",
            "TINGKAT",
            lambda: _LEVELS,
        ),
    ] = "error",
    today: Today = None,
    fix: Annotated[
        bool, Opsi("perbaiki di berkas rencana apa yang pasti, misalnya tanggal, angka, nama dimensi, id kosong")
    ] = False,
    diff: Annotated[bool, Opsi("tampilkan saja apa yang akan diubah --fix; tidak ada yang ditulis")] = False,
    unsafe: Annotated[bool, Opsi("bersama --fix atau --diff: perbaiki juga dugaan, yang perlu dilihat orang")] = False,
    baseline: Annotated[
        str | None,
        Opsi("laporkan hanya temuan yang belum tercatat di berkas ini (dari --write-baseline)", "BERKAS"),
    ] = None,
    write_baseline: Annotated[
        str | None, Opsi("catat semua temuan sekarang ke berkas ini, agar nanti hanya yang baru dilaporkan", "BERKAS")
    ] = None,
    output: Output = None,
    force: Overwrite = False,
    top: Top = None,
    by: By = None,
    select: Select = None,
    ignore: Ignore = None,
    plain: Plain = False,
) -> int:
    """Exit code 1 when something at or above ``fail_on`` was found."""
    from smartplan import api

    wish = reporting.read(format, output, force, top, by, select, ignore, plain)
    level = read_choice("--fail-on", fail_on, _LEVELS)
    day = read_day(today)
    if baseline is not None and write_baseline is not None:
        raise WrongUse("--baseline dan --write-baseline tidak dipakai bersama", "pakai salah satu")
    of_report = {
        "--output": output,
        "--top": top,
        "--by": by,
        "--select": select,
        "--ignore": ignore,
        "--format": format,
        "--plain": plain,
    }
    if diff:
        _refuse("--diff", {**of_report, "--baseline": baseline, "--write-baseline": write_baseline})
    elif write_baseline is not None:
        _refuse("--write-baseline", of_report)
    if fix or diff or unsafe:
        from smartplan.cli import mending

        mending.check_switches(fix=fix, diff=diff, unsafe=unsafe)
        if wish.select or wish.ignore:
            raise WrongUse(
                "--select dan --ignore tidak membatasi apa yang diperbaiki --fix",
                "tulis --fix tanpa keduanya",
            )
        if diff:
            return mending.show_diff(plan, stage, day, unsafe)
        mending.fix(plan, stage, day, unsafe)
    loaded = api.load(plan)
    examined = api.examine(loaded, stage=stage, today=day, name=plan, strict=strict)
    if write_baseline is not None:
        return known.record(examined, write_baseline)
    if baseline is not None:
        examined = known.only_new(examined, baseline)
    examined = reporting.chosen(examined, wish)
    reporting.deliver(examined, wish, loaded)
    failing = {
        "error": examined.summary.error,
        "warning": examined.summary.error + examined.summary.warning,
        "never": 0,
    }
    return 1 if failing[level] else 0


def _refuse(alone: str, others: Mapping[str, object]) -> None:
    """Raises WrongUse when something is asked for that ``alone`` cannot give."""
    for name, value in others.items():
        if value:
            raise WrongUse(f"{alone} tidak membuat laporan, maka {name} tidak berlaku bersamanya", f"hapus {name}")
