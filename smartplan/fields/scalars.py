"""Field types of one value: each turns the text of a scalar into a value, and knows its own JSON Schema.

A type is an ``Annotated`` marker. All are nullable: None means that nothing is known yet. Only the field knows that
``51.10`` is a code and ``1365.88`` a number, therefore the source types nothing.
"""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Annotated, Any, ClassVar, Final

from smartplan.fields.reading import Fault, Meant, Node, Reading, instead
from smartplan.findings import Edit, Severity
from smartplan.source import Mapping, Scalar
from smartplan.wording.dates import parse_date
from smartplan.wording.numbers import parse_number, parse_rupiah
from smartplan.wording.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = [
    "Angka",
    "Bulat",
    "Capaian",
    "Choice",
    "Field",
    "Id",
    "Kode",
    "KodeTemuan",
    "Persen",
    "Prosa",
    "Ref",
    "Rupiah",
    "Tahun",
    "Tanggal",
    "Teks",
    "YaTidak",
]

_ID: Final = re.compile(r"[a-z0-9]+(?:[-_][a-z0-9]+)*\Z")
_THOUSAND: Final = re.compile(r"[1-9]\d{0,2}\.\d{3}\Z")
_NEAR: Final = 0.7
_SURE: Final = 0.85
_LONG: Final = 5
"""Shorter words are too easily near one another."""
_YEAR: Final = re.compile(r"[12]\d{3}\Z")
_GRADE: Final = lazy(r"[A-Za-z][A-Za-z ()-]{0,39}\+?\Z")
_KNOWN_GRADE: Final = lazy(r"(?:WTP|WDP|TMP|TW|AA|BB|CC|[ABCD])\Z")
_NO_GRADE: Final = {
    "na", "n a", "nihil", "kosong", "ada", "tidak ada", "belum ada", "tidak", "ya", "tbd", "nan", "inf", "infinity",
    "null", "none", "true", "false", "meningkat", "menurun", "naik", "turun", "tetap", "x", "xx", "xxx",
}  # fmt: skip
"""Words that stand where nothing is known yet."""
_NUMBER_WORD: Final = lazy(
    r"\b(?:nol|satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|puluh|belas|ratus|ribu|juta|miliar|se(?:puluh|belas|ratus|ribu)"
    r"|persen|rupiah|belum|menunggu|data)\b",
    re.IGNORECASE,
)
_YES: Final = {"ya": True, "tidak": False, "true": True, "false": False}
_INFORMAL_YES: Final = {"yes": True, "no": False, "y": True, "t": False, "benar": True, "salah": False}


def quoted(text: str, limit: int = 40) -> str:
    """``text`` between quotes on one line, cut for a message."""
    flat = " ".join(text.split())
    return f'"{flat if len(flat) <= limit else flat[: limit - 1] + "…"}"'


class Field:
    """Base of the field types. Subclasses set ``kind`` and write ``parse`` and ``json_schema``."""

    kind: ClassVar[str] = "teks"
    __slots__ = ()

    def parse(self, text: str, node: Scalar, reading: Reading) -> Any:
        raise NotImplementedError

    def json_schema(self) -> dict[str, Any]:
        raise NotImplementedError

    def read(self, node: Node, reading: Reading) -> Any:
        """The value of ``node``, which is not blank. Raises ``Fault`` when it cannot be this field."""
        if isinstance(node, Scalar):
            return self.parse(node.text.strip(), node, reading)
        what = "kumpulan isian" if isinstance(node, Mapping) else "daftar"
        raise Fault(
            "bukan_nilai", f"harus satu nilai, bukan {what}", "tulis satu nilai di baris yang sama dengan kuncinya"
        )


def nullable(schema: dict[str, Any]) -> dict[str, Any]:
    """``schema`` that also accepts a key without a value."""
    kind = schema.get("type")
    if isinstance(kind, str) and "enum" not in schema:
        return {**schema, "type": [kind, "null"]}
    if isinstance(kind, list):
        return {**schema, "type": [*kind, "null"]}
    if "enum" in schema:
        return {**schema, "enum": [*schema["enum"], None]}
    return {"anyOf": [schema, {"type": "null"}]}


def canonical_hint(
    reading: Reading,
    node: Node,
    written: str,
    canonical: str | None,
    edits: tuple[Edit, ...] | None = None,
    *,
    doubt: str | None = None,
) -> None:
    """Note that ``written`` was understood, and how it is best written; ``edits`` write it so.

    ``doubt``: what to do instead where it may be read otherwise.
    """
    if canonical:
        message = f"{quoted(written)} dibaca sebagai {canonical}"
        edits = instead(node, canonical) if edits is None else edits
        hint = doubt or f"tulis {canonical}"
        unsafe = doubt is not None
        reading.note("STR004", message, hint, node, severity=Severity.INFO, edits=edits, unsafe=unsafe)


class Text(Field):
    """One line of text; line breaks of a folded scalar become spaces."""

    kind = "teks"

    def parse(self, text: str, node: Scalar, reading: Reading) -> str:
        return text if "\n" not in text else " ".join(text.split())

    def json_schema(self) -> dict[str, Any]:
        return {"type": ["string", "number", "boolean"]}


class Prose(Field):
    """Paragraphs in simple Markdown."""

    kind = "prosa"

    def parse(self, text: str, node: Scalar, reading: Reading) -> str:
        return node.text.strip("\n")

    def json_schema(self) -> dict[str, Any]:
        return {"type": ["string", "number"]}


class Code(Field):
    """An official code such as ``51.08`` or ``2.16.02``, kept as it is written."""

    kind = "kode"

    def parse(self, text: str, node: Scalar, reading: Reading) -> str:
        return text

    def json_schema(self) -> dict[str, Any]:
        return {"type": ["string", "number"]}


class FindingCode(Code):
    """The code of a finding such as ``PRF002``, taken in capitals."""

    def parse(self, text: str, node: Scalar, reading: Reading) -> str:
        capitals = text.upper()
        if capitals == text or not (text.isascii() and text.isalnum()):
            return text
        canonical_hint(reading, node, text, capitals)
        return capitals


class Identifier(Field):
    """Lower-case words joined by hyphens (underscores in names of an edition)."""

    kind = "id"

    def parse(self, text: str, node: Scalar, reading: Reading) -> str:
        if not _ID.match(text):
            proposal = re.sub(r"[^a-z0-9_]+", "-", text.lower()).strip("-") or "nama-pendek"
            reading.note(
                "STR005",
                f"id {quoted(text)} tidak baku: hanya huruf kecil, angka, dan tanda hubung",
                f"misalnya {proposal}",
                node,
            )
        return text

    def json_schema(self) -> dict[str, Any]:
        return {"type": ["string", "number"], "pattern": "^[a-z0-9]+([-_][a-z0-9]+)*$"}


class Ref(Field):
    """The id of something else. ``to`` says of what: a list of the edition, or a kind of the plan."""

    kind = "id"
    __slots__ = ("edition", "to")

    def __init__(self, to: str, *, edition: bool = False) -> None:
        self.to = to
        self.edition = edition

    def parse(self, text: str, node: Scalar, reading: Reading) -> str:
        return text

    def json_schema(self) -> dict[str, Any]:
        schema: dict[str, Any] = {"type": ["string", "number"]}
        if self.edition:
            schema["x-edisi"] = self.to
        return schema


def _nearest(plain: str, choices: Iterable[str]) -> Meant | None:
    """The choice that ``plain`` is a misspelling of; sure when no other one is near."""
    from difflib import get_close_matches

    near = get_close_matches(plain, choices, n=2, cutoff=_NEAR)
    if not near:
        return None
    return Meant(near[0], len(near) == 1 and len(plain) >= _LONG and bool(get_close_matches(plain, near, 1, _SURE)))


class Choice(Field):
    """One of a fixed set. ``choices``: value -> Indonesian text."""

    kind = "pilihan"
    __slots__ = ("choices",)

    def __init__(self, **choices: str) -> None:
        self.choices = choices

    def parse(self, text: str, node: Scalar, reading: Reading) -> str:
        if text in self.choices:
            return text
        plain = text.lower().rstrip(".").replace(" ", "_").replace("-", "_")
        if plain in self.choices:
            canonical_hint(reading, node, text, plain)
            return plain
        meant = _nearest(plain, self.choices)
        hint = f'maksud Anda "{meant.text}"? ' if meant else ""
        raise Fault(
            "pilihan", f"tidak mengenal {quoted(text)}", f"{hint}pilih salah satu: {', '.join(self.choices)}", meant
        )

    def json_schema(self) -> dict[str, Any]:
        return {"anyOf": [{"const": key, "description": text} for key, text in self.choices.items()]}


class Number(Field):
    """A decimal number; a point before the decimals, no mark between thousands."""

    kind = "angka"
    __slots__ = ("percent",)

    def __init__(self, percent: bool = False) -> None:
        self.percent = percent

    def parse(self, text: str, node: Scalar, reading: Reading) -> Decimal:
        found = parse_number(text)
        if found.ambiguous:
            raise Fault("angka_ganda", f"bermakna ganda: {found.problem or quoted(text)}", found.hint)
        if found.value is None:
            hint = found.hint or "contoh: 1365.88"
            if _KNOWN_GRADE.match(text):
                hint = "tulis nilai angkanya; predikat hanya dapat ditulis pada baseline dan target sasaran"
            raise Fault("bukan_angka", f"harus berupa angka, tertulis {quoted(text)}", hint)
        if not found.is_canonical:
            canonical_hint(reading, node, text, found.canonical)
        return found.value

    def json_schema(self) -> dict[str, Any]:
        return {"type": ["number", "string"]}


class Grade(Number):
    """A number, or the grade in words that an auditor or a ministry gives: ``WTP``, ``BB``, ``Sangat Baik``."""

    def parse(self, text: str, node: Scalar, reading: Reading) -> Any:
        if _GRADE.match(text) and text.lower() not in _NO_GRADE and not _NUMBER_WORD.search(text):
            return " ".join(text.split())
        return super().parse(text, node, reading)


class Percent(Number):
    kind = "persen"


class Whole(Number):
    """A whole number, such as months or a count."""

    kind = "bulat"

    def parse(self, text: str, node: Scalar, reading: Reading) -> Any:
        number = super().parse(text, node, reading)
        if number != number.to_integral_value():
            raise Fault("bukan_bulat", f"harus berupa bilangan bulat, tertulis {quoted(text)}", "contoh: 12")
        return int(number)

    def json_schema(self) -> dict[str, Any]:
        return {"type": ["integer", "string"]}


class Money(Field):
    """Whole rupiah."""

    kind = "rupiah"

    def parse(self, text: str, node: Scalar, reading: Reading) -> int:
        if text.isascii() and text.isdigit() and len(text) <= 18 and (text[0] != "0" or text == "0"):
            return int(text)
        if _THOUSAND.match(text):
            whole = text.replace(".", "")
            hint = f"tulis {whole} bila yang dimaksud Rp {text}; bila juta atau miliar, tulis angka penuhnya"
            raise Fault("angka_ganda", f"bermakna ganda: {quoted(text)}", hint)
        found = parse_rupiah(text)
        if found.ambiguous:
            raise Fault("angka_ganda", f"bermakna ganda: {found.problem or quoted(text)}", found.hint)
        if found.value is None:
            message = f"harus berupa angka rupiah bulat, tertulis {quoted(text)}"
            raise Fault("bukan_rupiah", message, found.hint or "contoh: 150000000")
        if not found.is_canonical:
            canonical_hint(reading, node, text, found.canonical)
        return found.value

    def json_schema(self) -> dict[str, Any]:
        return {"type": ["integer", "string"]}


class Year(Field):
    """A year of four digits."""

    kind = "tahun"

    def parse(self, text: str, node: Scalar, reading: Reading) -> int:
        if not _YEAR.match(text):
            raise Fault("bukan_tahun", f"harus berupa tahun empat angka, tertulis {quoted(text)}", "contoh: 2026")
        return int(text)

    def json_schema(self) -> dict[str, Any]:
        return {"type": ["integer", "string"], "minimum": 1000, "maximum": 2999, "pattern": "^[12][0-9]{3}$"}


class Day(Field):
    """A date, best written 2023-02-28."""

    kind = "tanggal"

    def parse(self, text: str, node: Scalar, reading: Reading) -> date:
        found = parse_date(text)
        if found.value is None:
            message = f"harus berupa tanggal yang ada, tertulis {quoted(text)}"
            raise Fault("bukan_tanggal", message, found.hint or "contoh: 2023-02-28")
        if not found.is_canonical:
            canonical_hint(reading, node, text, found.canonical, doubt=found.hint if found.alternative else None)
        return found.value

    def json_schema(self) -> dict[str, Any]:
        return {"type": "string"}


class YesNo(Field):
    """``ya`` or ``tidak``."""

    kind = "ya"

    def parse(self, text: str, node: Scalar, reading: Reading) -> bool:
        word = text.lower()
        if word in _YES:
            return _YES[word]
        if word in _INFORMAL_YES:
            answer = _INFORMAL_YES[word]
            canonical_hint(reading, node, text, "ya" if answer else "tidak")
            return answer
        raise Fault("bukan_ya_tidak", f"harus ya atau tidak, tertulis {quoted(text)}", "tulis ya atau tidak")

    def json_schema(self) -> dict[str, Any]:
        return {"enum": ["ya", "tidak", True, False]}


Teks = Annotated[str | None, Text()]
Prosa = Annotated[str | None, Prose()]
Kode = Annotated[str | None, Code()]
KodeTemuan = Annotated[str | None, FindingCode()]
Id = Annotated[str | None, Identifier()]
Angka = Annotated[Decimal | None, Number()]
Capaian = Annotated[Decimal | str | None, Grade()]
Persen = Annotated[Decimal | None, Percent()]
Bulat = Annotated[int | None, Whole()]
Rupiah = Annotated[int | None, Money()]
Tahun = Annotated[int | None, Year()]
Tanggal = Annotated[date | None, Day()]
YaTidak = Annotated[bool | None, YesNo()]
