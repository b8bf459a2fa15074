"""Mend what findings know how to mend, in a few rounds: what one mend uncovers, the next round takes."""

from __future__ import annotations

from bisect import bisect_left, insort
from typing import TYPE_CHECKING, Final, NamedTuple

from smartplan.files import Change
from smartplan.source import EditConflict, SourceText, apply_edits, decode, load_bytes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from smartplan.findings import Edit, Finding

__all__ = ["Mended", "mend"]

_ROUNDS: Final = 40
"""Far more than it takes: a list in disorder needs one for each item that has to move past others."""


class Mended(NamedTuple):
    """``changes``: of files that end up otherwise. ``total``: findings mended; ``unsafe``: left for a person to allow.

    ``left``: mendable all the same, but in the way of one another or without effect.
    """

    changes: tuple[Change, ...]
    total: int
    unsafe: int
    left: int


class _File(NamedTuple):
    """A file as it was and as it is by now."""

    name: str
    before: bytes
    after: bytes


_State = dict[str, _File]
"""Name by now -> file."""


def mend(
    files: Mapping[str, bytes], check: Callable[[Mapping[str, bytes | None]], Sequence[Finding]], *, unsafe: bool
) -> Mended:
    """Mend the plan that ``files`` (name -> bytes) make. ``check`` gives the findings of the plan with changed files."""
    state: _State = {name: _File(name, data, data) for name, data in files.items()}
    done: set[tuple[object, ...]] = set()
    total = 0
    for _ in range(_ROUNDS):
        findings = check(_overlay(state))
        wanted = [finding for finding in findings if finding.is_mendable and (unsafe or not finding.unsafe)]
        state, mended = _round(state, [finding for finding in wanted if _key(finding) not in done])
        if not mended:
            break
        done.update(map(_key, mended))
        total += len(mended)
    else:
        findings = check(_overlay(state))
    open_ones = [finding for finding in findings if finding.is_mendable]
    waiting = 0 if unsafe else sum(finding.unsafe for finding in open_ones)
    return Mended(_changes(state), total, waiting, len(open_ones) - waiting)


def _key(finding: Finding) -> tuple[object, ...]:
    """A mend that comes back the same in a later round does not help."""
    return finding.code, finding.path, tuple(edit.new_text for edit in finding.edits), finding.renames


def _overlay(state: _State) -> dict[str, bytes | None]:
    changed: dict[str, bytes | None] = {}
    for name, file in state.items():
        if name != file.name:
            changed.setdefault(file.name, None)
        if name != file.name or file.after != file.before:
            changed[name] = file.after
    return changed


def _changes(state: _State) -> tuple[Change, ...]:
    return tuple(
        Change(file.name, name, file.before, file.after)
        for name, file in sorted(state.items(), key=lambda item: item[1].name)
        if name != file.name or file.after != file.before
    )


def _round(state: _State, findings: Sequence[Finding]) -> tuple[_State, list[Finding]]:
    """The files with all ``findings`` mended that fit together; of two in each other's way the first wins."""
    sources = {}
    for name in {edit.span.file for finding in findings for edit in finding.edits} & state.keys():
        source = decode(state[name].after, name)
        if isinstance(source, SourceText):
            sources[name] = source
    chosen = _Chosen(state, sources)
    fitting = [finding for finding in findings if chosen.take(finding)]
    return _made(state, sources, [], fitting)


def _made(
    state: _State, sources: Mapping[str, SourceText], before: list[Finding], more: list[Finding]
) -> tuple[_State, list[Finding]]:
    """``before`` and as many of ``more`` as leave all files readable; halves are tried where the whole is refused."""
    if not more:
        return (_applied(state, sources, before) or state), before
    made = _applied(state, sources, [*before, *more])
    if made is not None:
        return made, [*before, *more]
    if len(more) == 1:
        return (_applied(state, sources, before) or state), before
    half = len(more) // 2
    _, before = _made(state, sources, before, more[:half])
    return _made(state, sources, before, more[half:])


def _applied(state: _State, sources: Mapping[str, SourceText], findings: Iterable[Finding]) -> _State | None:
    """None when a file would be worse to read than before."""
    edits: dict[str, dict[Edit, None]] = {}
    names: dict[str, str] = {}
    for finding in findings:
        for edit in finding.edits:
            edits.setdefault(edit.span.file, {})[edit] = None
        names.update(finding.renames)
    result: _State = {}
    for name, file in state.items():
        after = file.after
        if name in edits:
            try:
                after = apply_edits(sources[name], edits[name]).encode()
            except EditConflict:
                return None
            then, now = load_bytes(file.after, name), load_bytes(after, name)
            if len(now.findings) > len(then.findings) or (now.root is None and then.root is not None):
                return None
        result[names.get(name, name)] = file._replace(after=after)
    return result


class _Chosen:
    """Which stretches of which files are spoken for."""

    def __init__(self, state: _State, sources: Mapping[str, SourceText]) -> None:
        self._sources = sources
        self._names = {name.casefold() for name in state}
        self._moved: set[str] = set()
        self._taken: dict[str, list[tuple[int, int]]] = {}
        self._edits: set[Edit] = set()

    def take(self, finding: Finding) -> bool:
        """Whether all that mends ``finding`` can be made beside what was taken before; then it is taken."""
        wanted: list[tuple[str, int, int]] = []
        for edit in dict.fromkeys(finding.edits):
            if edit in self._edits:
                continue
            place = self._place(edit)
            if place is None or self._is_taken(*place):
                return False
            wanted.append(place)
        for old, new in finding.renames:
            is_free = new.casefold() not in self._names or new.casefold() == old.casefold()
            if not is_free or old in self._moved or old.casefold() not in self._names:
                return False
        for file, start, end in wanted:
            insort(self._taken.setdefault(file, []), (start, end))
        self._edits.update(finding.edits)
        self._moved.update(old for old, _ in finding.renames)
        self._names.update(new.casefold() for _, new in finding.renames)
        return True

    def _is_taken(self, file: str, start: int, end: int) -> bool:
        taken = self._taken.get(file, [])
        position = bisect_left(taken, (start, end))
        return any(_touch((start, end), other) for other in taken[max(position - 1, 0) : position + 1])

    def _place(self, edit: Edit) -> tuple[str, int, int] | None:
        source = self._sources.get(edit.span.file)
        if source is None:
            return None
        try:
            start = source.offset(edit.span.line, edit.span.column)
            end = source.offset(edit.span.end_line, edit.span.end_column)
        except IndexError:
            return None
        return (source.file, start, end) if start <= end else None


def _touch(one: tuple[int, int], other: tuple[int, int]) -> bool:
    """Whether two stretches share text, or one of them is a place at the edge of the other."""
    if one[0] == one[1] or other[0] == other[1]:
        return one[0] <= other[1] and other[0] <= one[1]
    return one[0] < other[1] and other[0] < one[1]
