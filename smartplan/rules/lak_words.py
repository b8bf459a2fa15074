"""Family LAK, numbers in words: whether they agree with the figures of the same row."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from smartplan.rules.base import Context, found, related_at, rule
from smartplan.rules.texts import exact_span
from smartplan.wording import format_number, terbilang
from smartplan.wording.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from decimal import Decimal

    from smartplan.findings import Finding

_RANGES: Final = {terbilang(number): (number, number) for number in range(1, 12)} | {
    "belasan": (11, 19),
    "puluhan": (20, 99),
}
"""Word -> the least and the most that it may mean."""
_NUMBER_WORD: Final = lazy(
    r"\b(?:"
    + "|".join((*_RANGES, "belas", "puluh", "ratus", "ratusan", "seratus", "ribu", "ribuan", "seribu"))
    + r")\b"
)
_LOOSE: Final = lazy(
    r"\d|\b(?:se)?tiap\b|\bper\b|masing-masing|minimal|sedikitnya|sekurang|paling|antara|lebih|kurang|hampir|sekitar|"
    r"salah satu|\bdari\b|\batau\b"
)
"""Words by which a number beside them is no count of the whole."""
_NAMES: Final = lazy(r"\bsatu (?:data|peta|pintu|atap)\b")
"""Names of what is no count."""
_PAIRS: Final = (("indikator_output", "target_output"), ("indikator_outcome", "target_outcome"))
_LEAST_PERCENT: Final = 20
"""From here to a hundred a figure without a unit may be percent."""
_TARGET: Final = lazy(r"(\d{1,3}(?:\.\d{3})+|\d+)\s+([A-Za-z]+)\b(?!.*\d)")


@rule("LAK003", "angka-huruf-berbeda", owner="opd")
def words_differ(ctx: Context) -> Iterator[Finding]:
    """Bilangan dalam kata berbeda dari angka di sampingnya.

    Mengapa: pembaca tidak tahu mana yang benar; pertentangan ini ditemukan dalam tabel realisasi yang terbit.
    Perbaiki: samakan kata bilangan dengan angkanya.
    Salah: |
      realisasi: [{tahun: 2026, dimensi: smart_living, program: living-program, keluaran: Tersusunnya dua dokumen, target: 1, terealisasi: 1}]
    Benar: |
      realisasi: [{tahun: 2026, dimensi: smart_living, program: living-program, keluaran: Tersusunnya satu dokumen, target: 1, terealisasi: 1}]
    """
    units = set(ctx.words("satuan"))
    for row in ctx.rencana.realisasi or ():
        if row.target is not None and not _LEAST_PERCENT <= row.target <= 100:
            figures = [figure for figure in (row.target, row.terealisasi) if figure is not None]
            told = "target dan realisasinya" if len(figures) > 1 else "target"
            yield from _compared(ctx, row, "keluaran", units, figures, "target", row.dimensi, told)
    for dimension, goal in ctx.index.items("sasaran"):
        if not goal.satuan or not goal.target:
            continue
        figures = [value for value in goal.target.values() if not isinstance(value, str)]
        told = "target"
        if goal.baseline is not None and goal.baseline.nilai is not None and not isinstance(goal.baseline.nilai, str):
            figures.insert(0, goal.baseline.nilai)
            told = "baseline dan target"
        for key in ("sasaran", "indikator"):
            yield from _compared(ctx, goal, key, {goal.satuan.lower()}, figures, "target", dimension, told)
    for dimension, program in ctx.index.items("program"):
        for key, beside in _PAIRS:
            target = getattr(program, beside)
            if not target or not target[0].isdigit():
                continue
            unit, indicator = target.split(None, 2)[1:2], getattr(program, key)
            if not unit or not indicator or unit[0].lower() not in indicator.lower():
                continue
            held = _TARGET.match(target)
            if held is not None:
                count = int(held[1].replace(".", ""))
                yield from _compared(ctx, program, key, {held[2].lower()}, [count], beside, dimension)


def _compared(
    ctx: Context,
    part: Any,
    key: str,
    units: set[str],
    figures: Sequence[Decimal | int],
    beside: str,
    dimension: str | None,
    what: str | None = None,
) -> Iterator[Finding]:
    """A finding when the only number word of a text counts a unit, and no figure beside it says as much.

    ``what``: how a person calls the figures.
    """
    text = (getattr(part, key) or "").lower()
    words = list(_NUMBER_WORD.finditer(text))
    if len(words) != 1 or words[0][0] not in _RANGES or _LOOSE.search(text) or _NAMES.search(text):
        return
    following = re.match(r"\s+(\w+)", text[words[0].end() :])
    if following is None or following[1] not in units:
        return
    least, most = _RANGES[words[0][0]]
    if not figures or any(least <= figure <= most for figure in figures):
        return
    start, end = words[0].start(), words[0].end() + following.end()
    told = getattr(part, key)[start:end]
    what = what or beside.replace("_", " ")
    shown = ", ".join(dict.fromkeys(format_number(figure) for figure in figures))
    message = f'{key.replace("_", " ")} menyebut "{told}", padahal {what} {shown}'
    place = part.span(beside)
    yield found(
        part,
        key,
        message,
        "samakan kata bilangan dengan angkanya",
        span=exact_span(ctx.plan.sources, part.span(key), told),
        related=related_at(place, f"{what} {shown}"),
        dimension=dimension,
        opd=getattr(part, "opd", None),
    )


RULES = (words_differ,)
