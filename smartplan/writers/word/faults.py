"""Why a base document cannot carry a book."""

from __future__ import annotations

from typing import Final

__all__ = ["BaseFault"]

_HINT: Final = (
    "simpan berkas itu di Word sebagai Dokumen Word (.docx), atau pindahkan lalu ambil yang bawaan: "
    "smartplan template copy word/dasar"
)


class BaseFault(Exception):
    """The message is a sentence for the user, ``hint`` says what to do."""

    def __init__(self, message: str, hint: str = _HINT) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __reduce__(self) -> tuple[type[BaseFault], tuple[str, str]]:
        return type(self), (self.message, self.hint)
