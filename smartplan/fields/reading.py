"""What one reading of a tree collects: drafts of findings, and the list items that were set aside."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from smartplan.fields.codes import CODE_OF
from smartplan.findings import Related, Severity, Span
from smartplan.source import Entry, Mapping, Scalar, Sequence

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pydantic_core import ErrorDetails, ValidationError

__all__ = ["Draft", "Node", "Reading", "SetAside", "is_blank", "scalar_text"]

Node = Scalar | Mapping | Sequence

_NAME_KEYS: Final = ("nama", "judul", "misi", "sasaran", "isu", "risiko", "indikator", "pertanyaan", "strategi", "kode")


@dataclass(frozen=True, slots=True)
class Draft:
    """A finding before its data path is known; ``node`` is where it stands, ``key`` an entry below that node."""

    code: str
    severity: Severity
    message: str
    hint: str | None
    span: Span
    node: Node
    key: str | None = None
    related: tuple[Related, ...] = ()


@dataclass(frozen=True, slots=True)
class SetAside:
    """A list item that could not be read. ``name`` and ``id`` as far as they could be; ``key`` is the list's key."""

    key: str
    name: str | None
    id: str | None
    span: Span
    node: Node


class Reading:
    """Collects during one validation; passed to pydantic as its context."""

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
    ) -> None:
        self.drafts.append(Draft(code, severity, message, hint, span or node.span, node, key, related))

    def unknown_key(self, entry: Entry, owner: Mapping, known: Iterable[str]) -> None:
        from difflib import get_close_matches

        names = list(known)
        near = get_close_matches(entry.key.strip().lower().replace("-", "_").replace(" ", "_"), names, n=1, cutoff=0.7)
        if near:
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
        )

    def invalid(self, error: ValidationError, owner: Node) -> set[str]:
        """Note each fault of ``error``; gives the keys of ``owner`` that hold one."""
        bad: set[str] = set()
        for detail in error.errors(include_url=False):
            if detail["loc"]:
                bad.add(str(detail["loc"][0]))
            self._fault(detail, owner)
        return bad

    def _fault(self, detail: ErrorDetails, owner: Node) -> None:
        place: Any = detail["input"]
        node = place if isinstance(place, (Scalar, Mapping, Sequence)) else owner
        context = detail.get("ctx") or {}
        label = _label(detail["loc"])
        code = CODE_OF.get(detail["type"])
        if code is None:
            self.note("STR001", f"{label} tidak dapat dibaca ({detail['msg']})", "perbaiki isian ini", node)
            return
        self.note(code, f"{label} {detail['msg']}", context.get("hint"), node)

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


def _first_line(span: Span) -> Span:
    if span.end_line == span.line:
        return span
    return Span(span.file, span.line, span.column, span.line, span.column)


def _label(location: tuple[int | str, ...]) -> str:
    """The last key of a place, with the year or position that follows it: ``anggaran 2026``."""
    keys = [part for part in location if isinstance(part, str)]
    tail = location[-1] if location and isinstance(location[-1], int) else None
    name = keys[-1] if keys else "isian"
    return f"{name} {tail}" if tail is not None and tail > 1000 else name


def is_blank(node: Node) -> bool:
    """A key without a value, ``null`` or an empty text: nothing is known yet."""
    return isinstance(node, Scalar) and (node.is_null or not node.text.strip())


def scalar_text(value: object) -> str | None:
    """The text of a scalar, or of a plain Python value given through the API; None for anything else."""
    if isinstance(value, Scalar):
        return value.text
    if isinstance(value, (Mapping, Sequence, dict, list, tuple, set)) or value is None:
        return None
    if isinstance(value, bool):
        return "ya" if value else "tidak"
    return str(value)
