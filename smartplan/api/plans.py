"""Reading a plan and its edition, once for all questions."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from smartplan.edition import load_edition
from smartplan.plan import load_plan
from smartplan.wording.near import meant

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from smartplan.edition import Edition
    from smartplan.findings import Span
    from smartplan.plan import Plan, Rencana

__all__ = ["UnknownChoice", "edition_of", "known_of", "load", "unread_edition"]


class UnknownChoice(ValueError):
    """A book or a format that there is not; ``hint`` names those that there are. Both Indonesian."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(f"{message}; {hint}")
        self.message = message
        self.hint = hint


def load(path: Path | str) -> Plan:
    """The plan in the folder or YAML file ``path``. Faults in its text become findings of ``check``.

    Raises:
        PlanNotFound: there is no plan at ``path``.
        OSError: a file cannot be opened.
    """
    return load_plan(Path(path))


_EDITIONS: WeakKeyDictionary[Rencana, Edition] = WeakKeyDictionary()


def edition_of(plan: Plan) -> Edition:
    """Loaded once for a plan, however many questions are asked of it. Raises as ``load_edition`` does."""
    edition = _EDITIONS.get(plan.rencana)
    if edition is None:
        edition = _EDITIONS[plan.rencana] = load_edition(plan.rencana.edisi, plan.root)
    return edition


def unread_edition(plan: Plan) -> Span | None:
    """Where the plan names its edition in a way that cannot be read, so that the default one counts."""
    written = plan.rencana.entry("edisi")
    if plan.rencana.edisi is not None or written is None or getattr(written.value, "is_blank", False):
        return None
    return written.value.span


def known_of(what: str, names: Iterable[str], known: Sequence[str]) -> list[str]:
    chosen = list(dict.fromkeys(names))
    for name in chosen:
        if name not in known:
            raise UnknownChoice(f'tidak ada {what} "{name}"', f"{meant(name, known)}pilihan: {', '.join(known)}")
    return chosen
