"""What a long command is doing, on stderr: a moving bar in a terminal, a line a step elsewhere."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from smartplan.cli import console

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

__all__ = ["steps"]


@contextmanager
def steps(total: int, *, quiet: bool = False) -> Iterator[Callable[[str], None]]:
    """A function to call with a sentence before each of ``total`` steps. ``quiet``: says nothing outside a terminal."""
    if not console.stderr_is_terminal():
        yield _silent if quiet else console.note
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn

    columns = (SpinnerColumn(), BarColumn(bar_width=24), TextColumn("{task.description}", markup=False))
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("", total=total)
        begun = False

        def step(sentence: str) -> None:
            nonlocal begun
            progress.update(task, description=sentence, advance=1 if begun else 0)
            begun = True

        yield step


def _silent(sentence: str) -> None:
    """Nobody waits for what is read by a program."""
