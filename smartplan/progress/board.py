"""How far a plan is, stage by stage, what comes next, and which few steps help most."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from smartplan.findings import Severity, Span
from smartplan.plan.parts.dimensi import Dimensi
from smartplan.progress.coverage import coverage
from smartplan.progress.measure import Share, is_partial
from smartplan.progress.schedule import meetings, next_meeting
from smartplan.rules.required import evaluate, finding_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from smartplan.edition import Edition
    from smartplan.plan import Plan
    from smartplan.progress.coverage import Row
    from smartplan.progress.schedule import Meeting
    from smartplan.rules.required import Outcome

__all__ = ["Board", "StageShare", "Step", "make_board"]

_MOST_STEPS: Final = 5


class StageShare(NamedTuple):
    """What is asked up to this stage. ``total`` counts an entry once that several documents ask for; ``documents`` and
    ``dimensions`` stand in the edition's order, also those of which nothing is asked yet.
    """

    meeting: Meeting
    total: Share
    documents: tuple[Share, ...]
    dimensions: tuple[Share, ...]


class Step(NamedTuple):
    """One piece of work: the missing entries below ``path``, all told by ``span``. ``entries``: how many of those that
    are asked for it fills; ``parts``: what they are and how many of each, the most frequent first.
    """

    path: str
    title: str
    span: Span | None
    entries: int
    parts: tuple[tuple[str, int], ...]


class Board(NamedTuple):
    """``goal``: title of the stage that ``steps`` lead to: the next one, or the first after it that lacks something.
    ``unread``: files that could not be read; ``set_aside``: items of lists that could not. What they hold is counted
    nowhere.
    """

    stages: tuple[StageShare, ...]
    next: Meeting
    goal: str
    steps: tuple[Step, ...]
    coverage: tuple[Row, ...]
    unread: tuple[str, ...]
    set_aside: tuple[str, ...] = ()


def make_board(plan: Plan, edition: Edition, today: date | None = None) -> Board:
    """One pass over all requirements."""
    outcomes = tuple(evaluate(plan, edition))
    first = _first_stages(outcomes, edition.ids("tahap"))
    coming = next_meeting(plan, edition, today)
    missing = [outcome for outcome in outcomes if not outcome.met]
    goal = coming.title
    due: list[Outcome] = []
    for rank, stage in enumerate(edition.tahap or ()):
        if rank >= edition.stage_rank(coming.stage):
            due = [outcome for outcome in missing if first[id(outcome.need)] <= rank]
            if due:
                goal = stage.nama or stage.id or ""
                break
    return Board(
        _stages(plan, edition, outcomes, first, today),
        coming,
        goal,
        _steps(due, plan, edition),
        coverage(plan, edition),
        tuple(sorted(plan.unread)),
        tuple(item.path for item in plan.set_aside),
    )


def _first_stages(outcomes: Iterable[Outcome], stages: list[str]) -> dict[int, int]:
    """Id of a requirement -> position of the first stage that asks for it."""
    ranks = {name: position for position, name in enumerate(stages)}
    return {
        id(outcome.need): min((ranks[name] for name in outcome.need.sejak or {} if name in ranks), default=len(stages))
        for outcome in outcomes
    }


def _stages(
    plan: Plan, edition: Edition, outcomes: Iterable[Outcome], first: dict[int, int], today: date | None
) -> tuple[StageShare, ...]:
    held = meetings(plan, edition, today)
    count = len(held)
    counts: dict[tuple[str, str], list[list[int]]] = {}
    entries: dict[tuple[int, str], tuple[int, bool]] = {}
    for outcome in outcomes:
        rank = first[id(outcome.need)]
        if rank >= count:
            continue
        for key in (("dokumen", outcome.document), ("dimensi", outcome.dimension or "")):
            cell = counts.setdefault(key, [[0, 0] for _ in range(count)])[rank]
            cell[0] += outcome.met
            cell[1] += 1
        entry = id(outcome.part), outcome.key
        entries[entry] = min(rank, entries.get(entry, (count, False))[0]), outcome.met
    total = counts[("semua", "")] = [[0, 0] for _ in range(count)]
    for rank, met in entries.values():
        total[rank][0] += met
        total[rank][1] += 1
    partial = is_partial(plan, edition)
    documents = [("dokumen", item.id or "", f"{item.label}: {item.judul}") for item in edition.dokumen or ()]
    dimensions = [("dimensi", item.id or "", item.nama or item.id or "") for item in edition.dimensi or ()]

    def share(kind: str, name: str, title: str, until: int) -> Share:
        cells = counts.get((kind, name), [])[: until + 1]
        return Share(name, title, sum(cell[0] for cell in cells), sum(cell[1] for cell in cells), partial)

    return tuple(
        StageShare(
            meeting,
            share("semua", "", meeting.title, at),
            tuple(share(*names, at) for names in documents),
            tuple(share(*names, at) for names in dimensions),
        )
        for at, meeting in enumerate(held)
    )


def _steps(due: Sequence[Outcome], plan: Plan, edition: Edition) -> tuple[Step, ...]:
    """The pieces of work that fill most, in the order of the documents where they fill as much."""
    groups: dict[str, dict[tuple[int, str], Outcome]] = {}
    for outcome in due:
        groups.setdefault(_piece_of(outcome), {}).setdefault((id(outcome.part), outcome.key), outcome)
    best = sorted(groups.items(), key=lambda pair: -len(pair[1]))[:_MOST_STEPS]
    return tuple(_step(path, list(group.values()), plan, edition) for path, group in best)


def _piece_of(outcome: Outcome) -> str:
    """What one sits down to write: a list of a dimension, the rest of a dimension, a part of the plan."""
    steps = outcome.part.path_of(outcome.key).split(".")
    if steps[0] != "dimensi":
        return steps[0].partition("[")[0]
    if outcome.of_absent_dimension or "[" not in ".".join(steps[2:]):
        return ".".join(steps[:2])
    return ".".join((*steps[:2], steps[2].partition("[")[0]))


def _step(path: str, group: list[Outcome], plan: Plan, edition: Edition) -> Step:
    steps = path.split(".")
    if steps[0] == "dimensi":
        title = edition.name_of("dimensi", steps[1])
        if len(steps) > 2:
            title = f"{Dimensi.describe(steps[2])} {title}"
    else:
        title = type(plan.rencana).describe(path)
    kinds: dict[str, int] = {}
    for outcome in group:
        name = outcome.need.isi or outcome.key
        kinds[name] = kinds.get(name, 0) + 1
    if group[0].of_absent_dimension:
        span: Span | None = plan.home_of(steps[1])
    else:
        span = finding_of(group[0], Severity.INFO, plan).span
    return Step(path, title, span, len(group), tuple(sorted(kinds.items(), key=lambda pair: -pair[1])))
