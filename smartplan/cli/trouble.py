"""Wrong use of the command: one sentence, what to do, exit code 2."""

from __future__ import annotations

__all__ = ["FINDINGS", "INTERRUPTED", "WRONG_USE", "UserError"]

FINDINGS = 1
WRONG_USE = 2
INTERRUPTED = 130


class UserError(Exception):
    """``message`` says what is wrong, ``hint`` what to do; both Indonesian."""

    def __init__(self, message: str, hint: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
