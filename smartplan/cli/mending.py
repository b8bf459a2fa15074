"""``--fix`` and ``--diff`` of ``smartplan validate``."""

from __future__ import annotations

import difflib
import errno
import re
import sys
from typing import TYPE_CHECKING, Final

from smartplan.cli import console
from smartplan.cli.trouble import WrongUse

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from smartplan.files import Change
    from smartplan.rules.mend import Mended

__all__ = ["check_switches", "fix", "show_diff"]

_LINE: Final = re.compile(r"[^\n]*\n|[^\n]+")
_COLOURS: Final = {"+": "32", "-": "31", "@": "36"}


def check_switches(*, fix: bool, diff: bool, unsafe: bool) -> None:
    """``--unsafe`` alone would do nothing."""
    if unsafe and not fix and not diff:
        raise WrongUse("opsi --unsafe hanya berarti bersama --fix atau --diff", "tulis --fix --unsafe")


def fix(plan: str, stage: str | None, today: date, unsafe: bool) -> None:
    """Mend the files of the plan, and tell on stderr what was done."""
    from smartplan import api
    from smartplan.files import NotWritable, write_changes

    root, mended = api.mend(plan, stage=stage, today=today, unsafe=unsafe)
    try:
        write_changes(root, mended.changes)
    except NotWritable as error:
        if getattr(error.__cause__, "errno", None) not in (errno.EACCES, errno.EPERM, errno.EROFS):
            raise
        raise WrongUse(
            error.message,
            f"minta izin menulis pada map “{root}”, atau salin rencana ke map lain dan ulangi di sana",
        ) from error
    console.note(_told(mended, "diperbaiki", "Tidak ada temuan yang dapat diperbaiki"))
    for change in mended.changes:
        renamed = f" menjadi {change.new_file}" if change.new_file != change.file else ""
        console.note(f"  {change.file}{renamed}")


def show_diff(plan: str, stage: str | None, today: date, unsafe: bool) -> int:
    """What ``fix`` would change, on stdout; exit code 1 when it would change something."""
    from smartplan import api

    _, mended = api.mend(plan, stage=stage, today=today, unsafe=unsafe)
    console.write("".join(_painted(line) for line in unified(mended.changes)))
    console.note(_told(mended, "akan diperbaiki dengan --fix", "Tidak ada temuan yang dapat diperbaiki"))
    return 1 if mended.changes else 0


def _told(mended: Mended, done: str, nothing: str) -> str:
    said = [f"{mended.total} temuan {done}" if mended.total else nothing]
    if mended.unsafe:
        said.append(f"{mended.unsafe} lagi dapat diperbaiki dengan --unsafe (lihat dahulu: --diff --unsafe)")
    if mended.left:
        said.append(f"{mended.left} tidak dapat diperbaiki otomatis karena saling menghalangi")
    return "; ".join(said) + "."


def unified(changes: Sequence[Change]) -> Iterator[str]:
    """The changes as lines of a unified diff that ``git apply`` takes."""
    for change in changes:
        before, after = (_LINE.findall(data.decode("utf-8")) for data in (change.before, change.after))
        yield f"diff --git a/{change.file} b/{change.new_file}\n"
        if change.new_file != change.file:
            yield f"rename from {change.file}\n"
            yield f"rename to {change.new_file}\n"
        for line in difflib.unified_diff(before, after, f"a/{change.file}", f"b/{change.new_file}"):
            yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"


def _painted(line: str) -> str:
    colour = _COLOURS.get(line[:1])
    if colour is None or not console.colour_on(sys.stdout):
        return line
    return f"{console.paint(colour, line.rstrip(chr(10)))}\n"
