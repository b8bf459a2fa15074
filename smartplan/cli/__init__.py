"""The command: options in, one call, result out."""

from __future__ import annotations

from smartplan.cli.main import main

__all__ = ["main"]
