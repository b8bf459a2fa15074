"""Regular expressions that are compiled when they are first used: most of them meet no word that they look for."""

from __future__ import annotations

import re
from typing import Any, cast

__all__ = ["lazy"]


class _Lazy:
    """Stands for a pattern. What was asked of the pattern once is kept here, and found without a detour."""

    def __init__(self, text: str, flags: int) -> None:
        self._text = text
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        found = getattr(re.compile(self._text, self._flags), name)
        setattr(self, name, found)
        return found

    def __repr__(self) -> str:
        return f"lazy({self._text!r}, {self._flags})"


def lazy(text: str, flags: int = 0) -> re.Pattern[str]:
    """What ``re.compile`` gives, later."""
    return cast("re.Pattern[str]", _Lazy(text, flags))
