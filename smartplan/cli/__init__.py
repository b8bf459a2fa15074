"""The command ``smartplan``: one module a command; ``run`` starts them and chooses the exit code."""

from __future__ import annotations

__all__ = ["main"]


def main() -> None:
    """Run the command line of this process and end it."""
    from smartplan.cli.run import end, run

    end(run())
