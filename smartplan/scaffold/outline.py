"""Parts -> commented YAML: every field with what it is, an example, who needs it when."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING, Any

from smartplan.source import write_scalar

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from smartplan.fields import Bagian
    from smartplan.scaffold.needs import Needs

__all__ = ["Outline"]

_WIDTH = 110


class Outline:
    """Writes keys of a part, one after the other. ``text()`` is the YAML so far."""

    def __init__(self, needs: Needs) -> None:
        self._needs = needs
        self._lines: list[str] = []
        self._shown: dict[type[Bagian], str] = {}

    def text(self) -> str:
        return "\n".join(self._lines).rstrip("\n") + "\n"

    def comment(self, text: str, indent: int = 0) -> None:
        """``text`` as comment lines, wrapped."""
        pad = " " * indent
        for line in textwrap.wrap(text, _WIDTH - indent - 2, break_long_words=False, break_on_hyphens=False) or [""]:
            self._lines.append(f"{pad}# {line}".rstrip())

    def raw(self, line: str) -> None:
        """One line as it stands, such as a modeline."""
        self._lines.append(line)

    def blank(self) -> None:
        if self._lines and self._lines[-1]:
            self._lines.append("")

    def field(self, part: type[Bagian], key: str, pattern: str, value: Any, indent: int = 0) -> None:
        """The key with its comment, and ``value`` when there is one (text, list of texts, or dicts of the same)."""
        if indent == 0:
            self.blank()
        self.comment(self._about(part, key, pattern), indent)
        pad = " " * indent
        inner = part.part_of(key)
        kind = part.kind_of(key)
        if kind == "part" and inner is not None:
            self._lines.append(f"{pad}{key}:")
            for name in inner.model_fields:
                self.field(inner, name, f"{pattern}.{name}", (value or {}).get(name), indent + 2)
        elif kind == "list" and inner is not None:
            self._lines.append(f"{pad}{key}:")
            for item in value or ():
                self._item(inner, item, indent + 2)
            self._example(inner, key, f"{pattern}[*]", indent)
        elif isinstance(value, list):
            self._lines.append(f"{pad}{key}:")
            self._lines += [f"{pad}  - {_scalar(item, indent + 4)}" for item in value]
        elif value is None:
            self._lines.append(f"{pad}{key}:")
        else:
            self._lines.append(f"{pad}{key}: {_scalar(value, indent + 2)}")

    def _about(self, part: type[Bagian], key: str, pattern: str) -> str:
        description = part.describe(key)
        words = [f"{description[0].upper()}{description[1:]}."]
        choices = _choices(part, key)
        if choices:
            words.append(f"Pilihan: {', '.join(choices)}.")
        example = part.example(key)
        if example is not None:
            words.append(f"Contoh: {example}")
        needed = self._needs.sentence(pattern)
        if needed:
            words.append(("| " if example is not None else "") + needed)
        return " ".join(words)

    def _item(self, part: type[Bagian], values: Mapping[str, Any], indent: int) -> None:
        mark = "- "
        for name in part.model_fields:
            if values.get(name) is not None:
                self._lines.append(f"{' ' * indent}{mark}{name}: {_scalar(values[name], indent + 4)}")
                mark = "  "

    def _example(self, part: type[Bagian], key: str, pattern: str, indent: int) -> None:
        """One item in comments; of a kind already shown in this file, only a word."""
        pad = " " * indent
        if part in self._shown:
            self._lines.append(f"{pad}# (tiap butir diisi seperti pada {self._shown[part]})")
            return
        self._shown[part] = key
        self._lines.append(
            f"{pad}# Satu butir: hapus tanda pagar dan satu spasi sesudahnya, isi, lalu ulangi untuk butir lain."
        )
        self._lines += [f"{pad}# {line}" for line in self._item_lines(part, pattern, 2)]

    def _item_lines(self, part: type[Bagian], pattern: str, indent: int) -> list[str]:
        lines = self._field_lines(part, pattern, indent + 2)
        lines[0] = f"{' ' * indent}- {lines[0].lstrip()}"
        return lines

    def _field_lines(self, part: type[Bagian], pattern: str, indent: int) -> list[str]:
        pad = " " * indent
        lines: list[str] = []
        for name in part.model_fields:
            about = f"  # {self._short(part, name, f'{pattern}.{name}')}"
            lines.append(f"{pad}{name}:{about}")
            inner = part.part_of(name)
            if inner is None:
                continue
            if part.kind_of(name) == "list":
                lines += self._item_lines(inner, f"{pattern}.{name}[*]", indent + 2)
            else:
                lines += self._field_lines(inner, f"{pattern}.{name}", indent + 2)
        return lines

    def _short(self, part: type[Bagian], key: str, pattern: str) -> str:
        words = [part.describe(key)]
        choices = _choices(part, key)
        if choices:
            words.append(f"pilihan: {', '.join(choices)}")
        example = part.example(key)
        if example is not None and not choices:
            words.append(f"contoh: {example}")
        needed = self._needs.sentence(pattern).rstrip(".").replace(". ", "; ")
        if needed:
            words.append(needed[0].lower() + needed[1:])
        return "; ".join(words)


def _choices(part: type[Bagian], key: str) -> Sequence[str]:
    from smartplan.fields import Choice

    marker = next((mark for mark in part.model_fields[key].metadata if isinstance(mark, Choice)), None)
    return list(marker.choices) if marker is not None else ()


def _scalar(text: str, indent: int) -> str:
    return write_scalar(str(text), style="plain", indent=indent)
