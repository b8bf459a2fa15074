"""Parts -> commented YAML: every field with what it is, an example, which stage needs it, which book shows it."""

from __future__ import annotations

import re
import textwrap
from typing import TYPE_CHECKING, Any, Final

from smartplan.fields import Choice, Ref
from smartplan.plan.files import DIMENSION_FOLDER
from smartplan.source import write_scalar

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from smartplan.fields import Bagian
    from smartplan.scaffold.needs import Needs
    from smartplan.source.tree import Style

__all__ = ["Outline"]

_WIDTH: Final = 118
_COLUMN: Final = 34
"""Comments beside short keys stand no further right than this."""
_CHOICES: Final = 90
"""Longer lists of choices are left to the editor's completion."""

_TAG: Final = re.compile(r"\[[^\]]*\]\Z")
_NO_BREAK: Final = "\u00a0"


class Outline:
    """Writes keys of a part, one after the other. ``text()`` is the YAML so far."""

    def __init__(self, needs: Needs) -> None:
        self._needs = needs
        self._lines: list[str] = []
        self._shown: dict[type[Bagian], str] = {}
        self._in_example = False

    def text(self) -> str:
        return "\n".join(self._lines).rstrip("\n") + "\n"

    def comment(self, text: str) -> None:
        """``text`` as comment lines, wrapped; an empty text gives an empty comment line."""
        self._lines += _comment(text, 0)

    def raw(self, line: str) -> None:
        """One line as it stands, such as a modeline."""
        self._lines.append(line)

    def field(self, part: type[Bagian], key: str, pattern: str, value: Any) -> None:
        """A key of the file's root with its comment above; ``value``: text, list of texts, or dicts of the same."""
        self._lines += ["", *_comment(self._about(part, key, pattern), 0), *_head(key, value, 0)]
        self._lines += self._below(part, key, pattern, value, 0)

    def _below(self, part: type[Bagian], key: str, pattern: str, value: Any, indent: int) -> list[str]:
        """What stands under a key: the fields of a part, or the items of a list and one more as an example."""
        inner = part.part_of(key)
        if inner is None:
            return []
        if part.kind_of(key) == "part":
            return self._rows(inner, pattern, value or {}, indent + 2)
        items = [line for item in value or () for line in _item(inner, item, indent + 2)]
        if inner in self._shown:
            return items
        self._shown[inner] = key
        return items + self._example(inner, pattern, indent)

    def _example(self, part: type[Bagian], pattern: str, indent: int) -> list[str]:
        """One item, in comments; a list inside the item is not commented once more."""
        outermost = not self._in_example
        self._in_example = True
        rows = self._rows(part, f"{pattern}[*]", {}, 4 if outermost else indent + 4)
        first = next(number for number, row in enumerate(rows) if not row.lstrip().startswith("#"))
        dash = rows[first].index(rows[first].lstrip()) - 2
        rows[first] = f"{' ' * dash}- {rows[first].lstrip()}"
        if outermost:
            self._in_example = False
            rows = [f"{' ' * indent}# {row}" for row in rows]
        return rows

    def _rows(self, part: type[Bagian], pattern: str, values: Mapping[str, Any], indent: int) -> list[str]:
        heads = {name: _head(name, values.get(name), indent) for name in part.fields}
        widths = [len(head[0]) for head in heads.values() if len(head) == 1 and len(head[0]) <= indent + _COLUMN]
        column = max(widths, default=indent) + 2
        lines: list[str] = []
        for name, head in heads.items():
            path = f"{pattern}.{name}"
            about = self._about(part, name, path)
            beside = f"{head[0]:<{column}}# {about}"
            if len(head) == 1 and len(head[0]) < column and len(beside) <= _WIDTH:
                lines.append(beside)
            else:
                lines += [*_comment(about, indent), *head]
            lines += self._below(part, name, path, values.get(name), indent)
        return lines

    def _about(self, part: type[Bagian], key: str, pattern: str) -> str:
        description = part.describe(key)
        words = [f"{description[0].upper()}{description[1:]}"]
        choices = ", ".join(self._choices(part, key))
        example = part.example(key)
        if choices and len(choices) <= _CHOICES:
            words.append(f"pilihan: {choices}")
        elif choices and self._listed(part, key) == "dimensi":
            words.append(f"pilihan: nama berkas di map {DIMENSION_FOLDER}")
        elif example is not None:
            words.append(f"contoh: {example}")
        inner = part.part_of(key)
        if inner in self._shown and part.kind_of(key) == "list":
            words.append(f"butirnya seperti pada {self._shown[inner]}")
        return f"{'; '.join(words)} {self._needs.tag(pattern)}".rstrip()

    def _choices(self, part: type[Bagian], key: str) -> Sequence[str]:
        marker = _marker(part, key)
        if isinstance(marker, Choice):
            return list(marker.choices)
        return self._needs.choices(marker.to) if marker is not None and marker.edition else ()

    @staticmethod
    def _listed(part: type[Bagian], key: str) -> str | None:
        marker = _marker(part, key)
        return marker.to if isinstance(marker, Ref) else None


def _marker(part: type[Bagian], key: str) -> Choice | Ref | None:
    """What the field, or each item of it, may be chosen from."""
    marker = part.fields[key].value_marker
    return marker if isinstance(marker, (Choice, Ref)) else None


def _comment(text: str, indent: int) -> list[str]:
    pad = " " * indent
    kept = _TAG.sub(lambda tag: tag[0].replace(" ", _NO_BREAK), text)
    wrapped = textwrap.wrap(kept, _WIDTH - indent - 2, break_long_words=False, break_on_hyphens=False)
    return [f"{pad}# {line}".replace(_NO_BREAK, " ") for line in wrapped] or [f"{pad}#"]


def _head(key: str, value: Any, indent: int) -> list[str]:
    """The key with its value when that is a text or a list of texts."""
    pad = " " * indent
    if isinstance(value, str):
        style: Style = "folded" if len(value) + len(key) + indent + 2 > _WIDTH else "plain"
        return f"{pad}{key}: {write_scalar(value, style=style, indent=indent + 2)}".split("\n")
    if isinstance(value, list) and value and isinstance(value[0], str):
        return [f"{pad}{key}:", *(f"{pad}  - {write_scalar(item, indent=indent + 4)}" for item in value)]
    return [f"{pad}{key}:"]


def _item(part: type[Bagian], values: Mapping[str, Any], indent: int) -> list[str]:
    lines = [line for name in part.fields if values.get(name) for line in _head(name, values[name], indent + 2)]
    lines[0] = f"{' ' * indent}- {lines[0].lstrip()}"
    return lines
