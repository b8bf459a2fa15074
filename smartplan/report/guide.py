"""What a rule says of itself, as reports show it."""

from __future__ import annotations

from typing import NamedTuple

__all__ = ["Guide", "guide_of"]

_WHY = "Mengapa:"
_MEND = "Perbaiki:"
_EXAMPLES = ("Salah:", "Benar:")


class Guide(NamedTuple):
    """``name`` is kebab-case; ``title`` a sentence; ``why`` and ``mend`` sentences, empty where nothing is said."""

    name: str
    title: str
    why: str = ""
    mend: str = ""


def guide_of(name: str, text: str) -> Guide:
    """Read from the docstring of a rule: a title, then paragraphs that begin with ``Mengapa:`` and ``Perbaiki:``."""
    lines = [line.strip() for line in text.strip().splitlines()]
    said: dict[str, list[str]] = {_WHY: [], _MEND: []}
    current: list[str] = []
    for line in lines[1:]:
        if line.startswith(_EXAMPLES):
            break
        label = next((label for label in said if line.startswith(label)), None)
        if label is not None:
            current = said[label]
        current.append(line.removeprefix(label or ""))
    why, mend = (" ".join(" ".join(said[label]).split()) for label in (_WHY, _MEND))
    title = lines[0].rstrip(".") if lines else ""
    return Guide(name, title or name.replace("-", " "), _sentence(why), _sentence(mend))


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]
