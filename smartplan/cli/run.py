"""Start the command, say what went wrong in Indonesian, choose the exit code.

0: nothing to report. 1: findings. 2: wrong use, or something that cannot be read or written. 70: a fault of ours.
130: stopped with Ctrl-C.
"""

from __future__ import annotations

import atexit
import contextlib
import gc
import os
import sys
from typing import TYPE_CHECKING, Final, NoReturn

from smartplan.cli import console
from smartplan.cli.quick import plain_call
from smartplan.cli.trouble import told

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["BUG", "STOPPED", "WRONG_USE", "end", "run"]

WRONG_USE: Final = 2
BUG: Final = 70
STOPPED: Final = 130


def run(arguments: Sequence[str] | None = None) -> int:
    """The exit code of ``smartplan ARGUMENTS`` (default: those of this process)."""
    console.prepare()
    was_enabled = gc.isenabled()
    # A command makes a few large trees and ends: looking for cycles in them finds nothing and takes long.
    gc.disable()
    try:
        call = plain_call(sys.argv[1:] if arguments is None else arguments)
        return call() if call is not None else _read_by_typer(arguments)
    except KeyboardInterrupt:
        return STOPPED
    except Exception as error:  # noqa: BLE001 - a fault of ours is shown with its trace, nothing is carried on
        words = told(error)
        if words is not None:
            console.trouble(*words)
            return WRONG_USE
        return _report_bug(error)
    finally:
        if was_enabled:
            gc.enable()


def end(code: int) -> NoReturn:
    """End this process with ``code``. Its values are not taken apart first, one by one, only to be forgotten."""
    atexit._run_exitfuncs()
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(AttributeError, OSError, ValueError):  # none, closed, or nobody reads it any more
            stream.flush()
    os._exit(code)


def _read_by_typer(arguments: Sequence[str] | None) -> int:
    from smartplan.cli.app import command
    from smartplan.cli.indonesian import USAGE_ERROR, explain

    try:
        code = command().main(arguments, prog_name="smartplan", standalone_mode=False)
    except USAGE_ERROR as error:
        console.trouble(*explain(error))
        return WRONG_USE
    except SystemExit:  # Typer's end when nobody reads its help any more
        return 0
    return code if isinstance(code, int) else 0


def _report_bug(error: Exception) -> int:
    import traceback

    import smartplan

    console.trouble(
        "terjadi kesalahan di dalam smartplan; rencana Anda tidak diubah",
        f"laporkan kepada pengelola smartplan (versi {smartplan.__version__}), sertakan perintah dan catatan berikut",
    )
    console.note("".join(traceback.format_exception(error)).rstrip("\n"))
    return BUG
