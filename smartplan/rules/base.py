"""What a rule is: a function that states facts about a plan. The driver adds code, severity, mark and owner."""

from __future__ import annotations

from math import isfinite
from typing import TYPE_CHECKING, Any, NamedTuple

from smartplan.findings import Edit, Finding, Related, Severity
from smartplan.rules.texts import exact_span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date

    from smartplan.edition import Edition
    from smartplan.fields import Bagian
    from smartplan.findings import Span
    from smartplan.plan import Plan
    from smartplan.plan.parts.rencana import Rencana
    from smartplan.rules.index import Index
    from smartplan.rules.required import Outcome
    from smartplan.rules.texts import Text

__all__ = ["Context", "Rule", "Run", "anywhere", "beside", "found", "found_in", "label", "related_at", "rule"]


class Run:
    """What a run has done so far. ``findings``: with codes, before waivers; ``codes``: of the rules that ran.

    ``outcomes``: every required entry, met or not.
    """

    __slots__ = ("codes", "findings", "outcomes")

    def __init__(self, findings: list[Finding] | None = None, outcomes: tuple[Outcome, ...] = ()) -> None:
        self.findings = findings if findings is not None else []
        self.codes: set[str] = set()
        self.outcomes = outcomes


class Context:
    """What a rule may look at. ``limits`` are the edition's parameters of this rule, as written.

    ``run`` holds what this run has done so far: whole only for a rule that runs ``last``.
    """

    __slots__ = ("edition", "index", "limits", "plan", "run", "stage", "today", "unread_limits")

    def __init__(
        self,
        plan: Plan,
        edition: Edition,
        index: Index,
        limits: dict[str, str],
        today: date | None = None,
        stage: str = "",
        run: Run | None = None,
    ) -> None:
        self.plan = plan
        self.edition = edition
        self.index = index
        self.limits = limits
        self.today = today
        self.stage = stage
        self.run = run if run is not None else Run()
        self.unread_limits: set[str] = set()
        """Names of parameters that a rule asked for as a number, and that are none."""

    @property
    def rencana(self) -> Rencana:
        return self.plan.rencana

    def limit(self, name: str, default: float) -> float:
        """A parameter as a number; ``default`` when the edition does not give it, or gives none that can be read."""
        text = self.limits.get(name)
        if not text:
            return default
        try:
            number: float | None = float(text.replace(",", "."))
        except ValueError:
            number = None
        if number is not None and isfinite(number):
            return number
        self.unread_limits.add(name)
        return default

    def words(self, name: str) -> tuple[str, ...]:
        """A parameter as a list of words or phrases in lower case, parted by commas; empty when it is not given."""
        words = (" ".join(word.casefold().split()) for word in self.limits.get(name, "").split(","))
        return tuple(word for word in words if word)


class Rule(NamedTuple):
    """``needs``: data path pattern without which the rule has nothing to look at. ``owner``: who has to act.

    ``last``: it looks at what the others found, and runs after them.
    """

    code: str
    name: str
    check: Callable[[Context], Iterator[Finding]]
    needs: str | None
    owner: str | None
    last: bool = False

    @property
    def text(self) -> str:
        """Title, why and examples, as the docstring of the function says."""
        return self.check.__doc__ or ""


def rule(
    code: str, name: str, *, needs: str | None = None, owner: str | None = None, last: bool = False
) -> Callable[[Callable[[Context], Iterator[Finding]]], Rule]:
    """Make a rule of a generator of findings. Severities and limits stand in the edition under ``code``."""

    def decorate(check: Callable[[Context], Iterator[Finding]]) -> Rule:
        return Rule(code, name, check, needs, owner, last)

    return decorate


def found(
    part: Bagian | None,
    key: str | None,
    message: str,
    hint: str,
    *,
    span: Span | None = None,
    path: str | None = None,
    related: tuple[Related, ...] = (),
    dimension: str | None = None,
    opd: str | None = None,
    edits: tuple[Edit, ...] = (),
    unsafe: bool = False,
) -> Finding:
    """A finding at ``key`` of ``part`` (or at ``span``), still without code and severity.

    ``edits`` mend it; ``unsafe`` when a person should look at them first.
    """
    if part is not None:
        span = span or part.span(key)
        path = path or (part.path_of(key) if key else part.path) or None
    return Finding(
        "",
        Severity.INFO,
        message,
        span,
        hint=hint,
        path=path,
        related=related,
        dimension=dimension,
        opd=opd,
        edits=edits,
        unsafe=unsafe,
    )


def found_in(ctx: Context, text: Text, words: str, message: str, hint: str, new: str | None = None) -> Finding:
    """A finding at ``words`` inside a text; ``new``: what a person may put in their place, if they stand there once."""
    span = exact_span(ctx.plan.sources, text.span, words)
    opd = getattr(text.part, "opd", None)
    is_exact = span is not None and span.line == span.end_line and span.end_column - span.column == len(words)
    is_sure = new is not None and is_exact and text.text.count(words) == 1
    return found(
        text.part,
        text.key,
        message,
        hint,
        span=span,
        dimension=text.dimension,
        opd=opd if isinstance(opd, str) else None,
        edits=(Edit(span, new),) if is_sure and span is not None and new is not None else (),
        unsafe=new is not None,
    )


def anywhere(ctx: Context) -> Span | None:
    """Where a finding about all dimensions together stands."""
    return ctx.rencana.key_span("dimensi")


def beside(part: Bagian, key: str, message: str) -> tuple[Related, ...]:
    """The second place of a finding: the value of ``key``."""
    return related_at(part.span(key), message)


def related_at(span: Span | None, message: str) -> tuple[Related, ...]:
    """``span`` as the second place of a finding; nothing when there is no such place."""
    return (Related(span, message),) if span is not None else ()


def label(part: Any, *keys: str) -> str:
    """What a person calls an item: its name, else its id, else its path."""
    for key in (*keys, "nama", "id"):
        text = getattr(part, key, None)
        if isinstance(text, str) and text:
            return text
    return str(part.path)
