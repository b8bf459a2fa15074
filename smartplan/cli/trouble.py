"""Wrong use of a command, and the sentence for what the other rooms refuse."""

from __future__ import annotations

__all__ = ["WrongUse", "told"]


class WrongUse(Exception):
    """A person has to write something else: ``message`` what is wrong, ``hint`` what to do. Exit 2."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


def told(error: BaseException) -> tuple[str, str] | None:
    """Message and hint of an error that speaks to the user; None for a fault of ours.

    Errors of our rooms that carry ``message`` and ``hint`` do; they are known by that, so that no room is loaded only
    to name its errors. A file that the system refuses does too.
    """
    message, hint = getattr(error, "message", None), getattr(error, "hint", None)
    if type(error).__module__.startswith("smartplan.") and isinstance(message, str) and isinstance(hint, str):
        return message, hint
    if isinstance(error, OSError) and error.filename is None:
        return f"keluaran tidak dapat ditulis: {_reason(error)}", "periksa ruang penyimpanan dan tujuannya, lalu ulangi"
    if isinstance(error, OSError):
        return f"“{error.filename}” tidak dapat dibuka: {_reason(error)}", "periksa nama dan izinnya, lalu ulangi"
    return None


def _reason(error: OSError) -> str:
    from smartplan.files.errors import reason_of

    return reason_of(error)
