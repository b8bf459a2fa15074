"""What a person asks of a report: its form, which findings, and where it goes."""

from __future__ import annotations

import sys
from importlib import import_module
from typing import TYPE_CHECKING, Annotated, Final, NamedTuple

from smartplan.cli import console
from smartplan.cli.declare import Opsi
from smartplan.cli.forms import check_suffix, form_of, with_excel
from smartplan.cli.options import is_plan_file, read_choice, read_path
from smartplan.cli.trouble import WrongUse
from smartplan.report import FORMATS
from smartplan.report.groups import BY

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from smartplan.api import Examination, Plan
    from smartplan.report import Look

__all__ = ["By", "Form", "Ignore", "Output", "Overwrite", "Plain", "Select", "Top", "Wish", "chosen", "deliver", "read"]

_SUFFIXES: Final = {
    ".txt": "text",
    ".json": "json",
    ".sarif": "sarif",
    ".md": "md",
    ".html": "html",
    ".htm": "html",
    ".xlsx": "xlsx",
}
_ENDINGS: Final = {
    "text": (".txt",),
    "concise": (".txt",),
    "json": (".json",),
    "sarif": (".sarif", ".json"),
    "md": (".md",),
    "html": (".html", ".htm"),
    "xlsx": (".xlsx",),
}
_GROUPED: Final = ("text", "md", "html")
_GUIDED: Final = ("sarif", "md", "html", "xlsx")
_JSON: Final = ("json", "sarif")


def _codes() -> list[str]:
    from smartplan import api

    guides = api.guides()
    return [*dict.fromkeys(guide.family for guide in guides.values()), *guides]


Form = Annotated[
    str | None,
    Opsi(
        "text untuk dibaca (bawaan), concise sebaris tiap temuan, json atau sarif untuk program, md, html, atau "
        "xlsx untuk dibagikan; tanpa opsi ini diketahui dari akhiran --output",
        "BENTUK",
        lambda: FORMATS,
    ),
]
Output = Annotated[str | None, Opsi("tulis laporan ke berkas ini, misalnya temuan.html", "BERKAS")]
Overwrite = Annotated[bool, Opsi("bersama --output: timpa juga berkas yang bukan laporan smartplan")]
Top = Annotated[
    str | None,
    Opsi("tampilkan sekian temuan yang didahulukan: galat, lalu yang membuka paling banyak isian wajib", "JUMLAH"),
]
By = Annotated[
    str | None,
    Opsi("kelompokkan menurut document (buku), dimension, opd, rule (aturan), atau file", "KELOMPOK", lambda: BY),
]
Select = Annotated[
    list[str] | None,
    Opsi("hanya kode atau keluarga aturan ini, misalnya AKS,QW003; boleh diulang", "KODE,...", _codes),
]
Ignore = Annotated[list[str] | None, Opsi("tanpa kode atau keluarga aturan ini; boleh diulang", "KODE,...", _codes)]
Plain = Annotated[bool, Opsi("kalimat tanpa warna, batang, dan penunjuk, untuk pembaca layar")]


class Wish(NamedTuple):
    """What was asked for, read and found possible. ``top`` 0: all findings."""

    format: str
    by: str = ""
    top: int = 0
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    output: Path | None = None
    force: bool = False
    plain: bool = False


def read(
    format: str | None,
    output: str | None,
    force: bool,
    top: str | None,
    by: str | None,
    select: Sequence[str] | None,
    ignore: Sequence[str] | None,
    plain: bool,
) -> Wish:
    """Raises WrongUse for what cannot be had together."""
    target = read_path("--output", output) if output is not None else None
    form = read_choice("--format", format, FORMATS) if format is not None else _form_by(target)
    if target is not None:
        check_suffix(target, form, _ENDINGS)
    if form == "xlsx" and target is None:
        raise WrongUse("bentuk xlsx tidak dapat dicetak ke terminal", "sebut berkasnya: --output temuan.xlsx")
    if force and target is None:
        raise WrongUse("opsi --force hanya berlaku bersama --output", "sebut berkasnya: --output temuan.html")
    if plain and form != "text":
        raise WrongUse(f"opsi --plain tidak berlaku untuk bentuk {form}", "hapus --plain, atau pakai --format text")
    group = read_choice("--by", by, BY) if by is not None else ""
    if group and form not in _GROUPED:
        raise WrongUse(
            f"opsi --by tidak berlaku untuk bentuk {form}", f"hapus --by, atau pilih bentuk {', '.join(_GROUPED)}"
        )
    return Wish(
        form,
        group,
        _read_number("--top", top) if top is not None else 0,
        _read_codes("--select", select),
        _read_codes("--ignore", ignore),
        target,
        force,
        plain,
    )


def chosen(examined: Examination, wish: Wish) -> Examination:
    """Of what was found, that which was asked for; the counts follow the selection."""
    if wish.select or wish.ignore:
        from smartplan.report.selection import select

        findings, summary = select(examined.findings, examined.summary, wish.select, wish.ignore)
        examined = examined._replace(findings=findings, summary=summary)
    if wish.top:
        from smartplan.progress import missing_below
        from smartplan.report.selection import first_ones

        freed = missing_below(examined.outcomes)
        findings, summary = first_ones(examined.findings, examined.summary, wish.top, freed)
        examined = examined._replace(findings=findings, summary=summary)
    return examined


def deliver(examined: Examination, wish: Wish, plan: Plan) -> None:
    """Print the report, or write it and say so."""
    with with_excel("bentuk xlsx"):
        made = import_module(f"smartplan.report.{wish.format}").report(*examined[:3], _look(wish, plan))
    if wish.output is None:
        console.write(_writable(made, wish.format))
        return
    _write(wish.output, made.encode() if isinstance(made, str) else made, wish.force, plan)
    from smartplan.report.counts import count_line

    console.note(f"Laporan ditulis ke {wish.output}: {count_line(examined.summary)}")


def _look(wish: Wish, plan: Plan) -> Look:
    from smartplan.report import Look

    look = Look(by=wish.by, plain=wish.plain)
    if wish.format in _GUIDED or wish.by == "rule":
        from smartplan import api

        look = look._replace(guides=api.guides())
    if wish.format == "xlsx" or wish.by == "opd":
        from smartplan import api

        look = look._replace(office_of=api.office_of(plan))
    if wish.output is not None:
        return look
    return look._replace(
        width=console.width(), colour=console.colour_on(sys.stdout), ascii_only=console.is_ascii_only()
    )


def _writable(text: str, form: str) -> str:
    """``text`` in letters that stdout has, where the format can say the others in its own way."""
    if form not in (*_JSON, "html"):
        return text
    try:
        text.encode(sys.stdout.encoding or "ascii")
    except UnicodeEncodeError:
        if form == "html":
            return text.encode("ascii", "xmlcharrefreplace").decode("ascii")
        import json

        return "".join(char if char.isascii() else json.dumps(char)[1:-1] for char in text)
    except LookupError:
        pass
    return text


def _write(target: Path, data: bytes, force: bool, plan: Plan) -> None:
    from smartplan.files import ChangedOutputs, write_outputs

    if is_plan_file(target, plan):
        raise WrongUse(
            f"laporan tidak ditulis ke “{target}”: itu berkas rencana", "pilih nama lain, misalnya temuan.html"
        )
    if not target.name or (target.exists() and not target.is_file()):
        raise WrongUse(f"“{target}” bukan nama berkas", "sebut berkasnya, misalnya --output temuan.html")
    try:
        write_outputs(target.parent, {target.name: data}, force=force)
    except ChangedOutputs as error:
        raise WrongUse(
            f"“{target}” bukan laporan smartplan, atau sudah diubah orang; tidak ada yang ditulis",
            "pilih nama lain, atau timpa dengan --force",
        ) from error
    except ValueError as error:
        raise WrongUse(f"nama berkas “{target.name}” tidak dapat dipakai", "pilih nama lain") from error


def _form_by(target: Path | None) -> str:
    return form_of(target, _SUFFIXES) if target is not None else "text"


def _read_number(option: str, text: str) -> int:
    plain = text.strip()
    if plain.isascii() and plain.isdigit() and int(plain) > 0:
        return int(plain)
    raise WrongUse(f'nilai "{text}" untuk opsi {option} bukan bilangan mulai 1', f"tulis misalnya {option} 10")


def _read_codes(option: str, written: Sequence[str] | None) -> tuple[str, ...]:
    """Codes and families of all values, in capitals."""
    if written is None:
        return ()
    names = [part.strip() for value in written for part in value.split(",") if part.strip()]
    known = _codes()
    if not names:
        raise WrongUse(f"opsi {option} kosong", f"tulis kode atau keluarga aturan: {option} AKS,QW003")
    for name in names:
        if name.upper() not in known:
            from difflib import get_close_matches

            near = get_close_matches(name.upper(), known, n=3)
            families = ", ".join(code for code in known if code.isalpha())
            hint = f"maksud Anda {' atau '.join(near)}? " if near else ""
            raise WrongUse(f'kode "{name}" untuk opsi {option} tidak dikenal', f"{hint}keluarga: {families}")
    return tuple(dict.fromkeys(name.upper() for name in names))
