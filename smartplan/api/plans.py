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
    from smartplan.plan import Plan, Rencana

__all__ = ["UnknownChoice", "edition_of", "known_of", "load"]


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


def known_of(what: str, names: Iterable[str], known: Sequence[str]) -> list[str]:
    chosen = list(dict.fromkeys(names))
    for name in chosen:
        if name not in known:
            raise UnknownChoice(f'tidak ada {what} "{name}"', f"{meant(name, known)}pilihan: {', '.join(known)}")
    return chosen
