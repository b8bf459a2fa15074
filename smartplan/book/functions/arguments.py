"""What templates give to functions, looked at before it goes on: a fault here is the template's, not ours."""

from __future__ import annotations

import re
from typing import Any, Final

from smartplan.book.pieces import words_of
from smartplan.book.trouble import TemplateProblem
from smartplan.book.values import plain_value

__all__ = ["colour_of", "identifier_of", "key_of", "positive", "whole"]

_ID: Final = re.compile(r"[A-Za-z0-9][\w.+-]*\Z")
_COLOUR: Final = re.compile(r"[0-9A-Fa-f]{6}\Z")
_LARGEST: Final = 1000


def key_of(name: Any) -> str:
    """The name of a field, or a dotted path of such names. What begins with ``_`` is not for templates."""
    key = plain_value(name)
    if not isinstance(key, str) or not key or any(not part or part.startswith("_") for part in key.split(".")):
        raise TemplateProblem(f"nama isian {key!r} tidak dapat dipakai", "tulis nama isian seperti di YAML")
    return str(key)


def identifier_of(name: Any, what: str) -> str:
    """The id of a table or figure; a value of the plan that was joined to it counts with its words."""
    key = words_of(name) if isinstance(name, str) else plain_value(name)
    if not isinstance(key, str) or not _ID.match(key):
        raise TemplateProblem(f"id {what} {key!r} tidak dapat dipakai", "pakai huruf, angka, dan tanda hubung")
    return str(key)


def positive(value: Any, what: str) -> float:
    """A width: above zero and not beyond all measure."""
    number = plain_value(value)
    try:
        found = float(number)
    except (TypeError, ValueError):
        found = 0.0
    if isinstance(number, (str, bool)) or not 0 < found <= _LARGEST:
        raise TemplateProblem(f"{what} {number!r} tidak dapat dipakai", "tulis angka di atas nol, misalnya 1.5")
    return found


def whole(value: Any, what: str) -> int:
    """A count of columns."""
    number = plain_value(value)
    if not isinstance(number, int) or isinstance(number, bool) or not 1 <= number <= _LARGEST:
        raise TemplateProblem(f"{what} {number!r} tidak dapat dipakai", "tulis bilangan bulat mulai dari 1")
    return number


def colour_of(value: Any) -> str | None:
    """RRGGBB, or none."""
    colour = plain_value(value)
    if not colour:
        return None
    if not isinstance(colour, str) or not _COLOUR.match(colour):
        raise TemplateProblem(f"warna {colour!r} tidak dapat dibaca", "tulis enam angka heksadesimal, misalnya 1F4E79")
    return str(colour)
