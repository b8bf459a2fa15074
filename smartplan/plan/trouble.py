"""Why a plan could not be opened at all."""

from __future__ import annotations

__all__ = ["PlanNotFound"]


class PlanNotFound(Exception):
    """There is no plan at the path; ``message`` says what was looked for, ``hint`` what to do. Both Indonesian."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(f"{message}; {hint}")
        self.message = message
        self.hint = hint
