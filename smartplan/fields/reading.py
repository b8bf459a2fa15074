"""What one reading of a tree collects: drafts of findings, and the list items that were set aside."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from smartplan.fields.codes import CODE_OF
from smartplan.findings import Edit, Related, Severity, Span
from smartplan.source import Entry, Mapping, Scalar, Sequence, UnwritableText, edit_scalar

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["Draft", "Fault", "Meant", "Node", "Reading", "SetAside", "Unreadable", "comma_hint", "instead", "is_blank"]

Node = Scalar | Mapping | Sequence

_NAME_KEYS: Final = ("nama", "judul", "misi", "sasaran", "isu", "risiko", "indikator", "pertanyaan", "strategi", "kode")


class Meant(NamedTuple):
    """What to write instead. ``sure``: nobody has to look at it."""

    text: str
    sure: bool


class Fault(Exception):
    """One value cannot be read. ``kind`` is a key of ``codes.CODE_OF``; ``message`` follows the name of the field.

    ``meant``: what was most likely meant.
    """

    def __init__(self, kind: str, message: str, hint: str | None = None, meant: Meant | None = None) -> None:
        super().__init__(message)
        self.kind = kind
        self.message = message
        self.hint = hint
        self.meant = meant


class Unreadable(Exception):
    """A value cannot be read; what is wrong in it has been noted already."""


class Draft(NamedTuple):
    """A finding before its data path is known; ``node`` is where it stands, ``key`` an entry below that node."""

    code: str
    severity: Severity
    message: str
    hint: str | None
    span: Span
    node: Node
    key: str | None = None
    related: tuple[Related, ...] = ()
    edits: tuple[Edit, ...] = ()
    unsafe: bool = False


class SetAside(NamedTuple):
    """A list item that could not be read. ``name`` and ``id`` as far as they could be; ``key`` is the list's key."""

    key: str
    name: str | None
    id: str | None
    span: Span
    node: Node


class Reading:
    """Collects while one tree is read. ``item_depth``: how many lists the reader is in at the moment."""

    def __init__(self) -> None:
        self.drafts: list[Draft] = []
        self.set_aside: list[SetAside] = []
        self.item_depth = 0

    def note(
        self,
        code: str,
        message: str,
        hint: str | None,
        node: Node,
        *,
        severity: Severity = Severity.ERROR,
        span: Span | None = None,
        key: str | None = None,
        related: tuple[Related, ...] = (),
        edits: tuple[Edit, ...] = (),
        unsafe: bool = False,
    ) -> None:
        self.drafts.append(Draft(code, severity, message, hint, span or node.span, node, key, related, edits, unsafe))

    def unknown_key(self, entry: Entry, owner: Mapping, known: Iterable[str]) -> None:
        from difflib import get_close_matches

        names = list(known)
        plain = entry.key.strip().lower().replace("-", "_").replace(" ", "_")
        near = get_close_matches(plain, names, n=1, cutoff=0.7)
        comma = comma_hint(entry)
        edits: tuple[Edit, ...] = ()
        if near and not comma and owner.get(near[0]) is None:
            edits = (Edit(entry.key_span, near[0]),)
        if comma:
            hint = comma
        elif near:
            hint = f'maksud Anda "{near[0]}"?'
        else:
            hint = (
                "yang dikenal di sini: " + ", ".join(names)
                if len(names) <= 12
                else "hapus, atau lihat `smartplan schema`"
            )
        self.note(
            "STR002",
            f'kunci "{entry.key}" tidak dikenal di sini',
            hint,
            owner,
            span=entry.key_span,
            key=entry.key,
            edits=edits,
            unsafe=not near or near[0] != plain,
        )

    def fault(self, found: Fault, label: str, node: Node) -> None:
        """Note that ``node``, which people call ``label``, cannot be read."""
        edits = instead(node, found.meant.text) if found.meant is not None else ()
        unsafe = found.meant is not None and not found.meant.sure
        self.note(CODE_OF[found.kind], f"{label} {found.message}", found.hint, node, edits=edits, unsafe=unsafe)

    def put_aside(self, key: str, node: Node) -> None:
        """Name an item that is left out. Its faults have been noted already."""
        name = item_id = None
        if isinstance(node, Mapping):
            entry = node.get("id")
            if entry and isinstance(entry.value, Scalar):
                item_id = entry.value.text
            for candidate in _NAME_KEYS:
                entry = node.get(candidate)
                if entry and isinstance(entry.value, Scalar) and entry.value.text:
                    name = entry.value.text
                    break
        elif isinstance(node, Scalar):
            name = node.text
        called = name or item_id
        self.set_aside.append(SetAside(key, name, item_id, node.span, node))
        self.note(
            "STR009",
            f'{key} "{called}" dikesampingkan: tidak ikut diperiksa dan dicetak'
            if called
            else f"satu butir {key} dikesampingkan: tidak ikut diperiksa dan dicetak",
            "perbaiki isian yang salah di dalamnya, maka butir ini kembali ikut",
            node,
            severity=Severity.WARNING,
            span=_first_line(node.span),
        )


def instead(node: Node, text: str) -> tuple[Edit, ...]:
    """The edit that writes ``text`` where ``node`` stands; none where it cannot be written so."""
    if not isinstance(node, Scalar) or not node.source.file:
        return ()
    try:
        return (edit_scalar(node, text),)
    except UnwritableText:
        return ()


def _first_line(span: Span) -> Span:
    if span.end_line == span.line:
        return span
    return Span(span.file, span.line, span.column, span.line, span.column)


def comma_hint(entry: Entry) -> str | None:
    """``{2024: 1,5 miliar}`` is 2024: 1 and a key ``5 miliar`` without a value: inside braces a comma parts entries."""
    if entry.key[:1].isdigit() and isinstance(entry.value, Scalar) and entry.value.is_null and not entry.value.text:
        return "di dalam { } koma memisahkan isian: apit angkanya dengan tanda kutip, atau tulis tanpa koma"
    return None


def is_blank(node: Node) -> bool:
    """A key without a value, ``null`` or an empty text: nothing is known yet."""
    return isinstance(node, Scalar) and node.is_blank
