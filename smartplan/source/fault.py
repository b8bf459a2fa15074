"""Where the parser gave up, and the lines around that place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from yaml.error import MarkedYAMLError

from smartplan.findings import Finding, Related, Severity, Span
from smartplan.source.tree import Mapping, Node, Scalar, Sequence
from smartplan.wording.patterns import lazy

if TYPE_CHECKING:
    from smartplan.source.text import SourceText
    from smartplan.source.walk import Walk

__all__ = ["Fault", "fault_of"]

_HUGE_ESCAPE: Final = lazy(r"\\U(?!00(?:0[0-9A-Fa-f]|10))[0-9A-Fa-f]{8}")


class Fault(NamedTuple):
    """One error of the parser. ``at`` and ``context_at`` are offsets; ``last`` is the last value that was read.

    ``problem`` and ``context`` are the parser's English words; the C and the Python parser word most of them apart.
    ``bracket`` is the offset of the innermost bracket that was open.
    """

    source: SourceText
    problem: str
    at: int
    context: str
    context_at: int | None
    last: Scalar | None
    bracket: int | None

    @property
    def character(self) -> str:
        """The character at the fault, empty at the end of the file."""
        return self.source.text[self.at : self.at + 1]

    def says(self, *words: str) -> bool:
        return any(word in self.problem for word in words)

    def line_of(self, offset: int) -> int:
        return self.source.place(offset)[0]

    def line_start(self, offset: int) -> int:
        return self.source.line_starts[self.line_of(offset) - 1]

    def line_text(self, offset: int) -> str:
        return self.source.line(self.line_of(offset))

    def before(self, offset: int) -> str:
        """The text of the line before ``offset``."""
        return self.source.text[self.line_start(offset) : offset]

    def rest(self, offset: int) -> Span:
        """From ``offset`` to the last visible character of its line."""
        end = self.line_start(offset) + len(self.line_text(offset).rstrip())
        return self.source.span(offset, max(offset, end))

    def one(self, offset: int) -> Span:
        """The one character at ``offset``; without extent at the end of a line."""
        character = self.source.text[offset : offset + 1]
        return self.source.span(offset, offset if character in ("", "\r", "\n") else offset + 1)

    def finding(self, code: str, message: str, hint: str, span: Span, related: tuple[Related, ...] = ()) -> Finding:
        return Finding(code, Severity.ERROR, message, span, hint=hint, related=related)


def fault_of(error: Exception, source: SourceText, walk: Walk) -> Fault:
    """``error`` is what the parser raised during ``walk``."""
    last, bracket = _end_of_tree(walk.root)
    if not isinstance(error, MarkedYAMLError):
        # Only the Python parser gets here, on an escape that stands for no character.
        huge = _HUGE_ESCAPE.search(source.text)
        return Fault(
            source, "unknown escape" if huge else str(error), huge.start() if huge else 0, "", None, last, bracket
        )
    mark, context = error.problem_mark, error.context_mark
    at = mark.index if mark is not None else 0
    return Fault(
        source,
        error.problem or "",
        min(at, len(source.text)),
        error.context or "",
        context.index if context is not None else None,
        last,
        bracket,
    )


def _end_of_tree(root: Node | None) -> tuple[Scalar | None, int | None]:
    """The last scalar, and where the innermost open bracket stands.

    The walk hangs a collection into the tree before its members, so both lie along the last members.
    """
    bracket = None
    node = root
    while isinstance(node, (Mapping, Sequence)):
        if node.is_open:
            bracket = node.start
        node = node.last_member
    return node, bracket
