"""Whatever a plan holds, checking it, its board and its due list give words, never an error."""

from __future__ import annotations

import random
import re
import shutil
from datetime import date
from pathlib import Path

import pytest

from smartplan import api
from smartplan.edition import EditionNotFound
from smartplan.plan import PlanNotFound
from smartplan.report import board_text, due_text

EXAMPLE = Path(__file__).parents[1] / "examples" / "contoh"
VALUES = (
    "", "null", "0", "-1", "9" * 30, "1e400", "NaN", "0000", "9999", '"-"', "[]", "{}", "[null]", "{a: b}", "ya",
    "2026-13-45", '"   "', '"100 (seratus satu)"', f"{'9' * 50} (satu)", "|-\n      teks\n      lagi", "&a [*a]",
    "{0: 1}", "{-5: 1}", "{2026: -99999999999999999999}", "WTP", "smart_living", '"İstanbul SATU data"',
)  # fmt: skip


def mangled(text: str, chance: random.Random) -> str:
    lines = text.split("\n")
    for _ in range(chance.randint(1, 6)):
        at = chance.randrange(len(lines))
        entry = re.match(r"(\s*(?:- )?)([\w-]+:)", lines[at])
        way = chance.random()
        if way < 0.15:
            del lines[at]
        elif way < 0.25:
            lines.insert(at, lines[at])
        elif way < 0.35:
            lines[at] = lines[at][: chance.randint(0, len(lines[at]))]
        elif entry is not None:
            lines[at] = entry[0] + " " + chance.choice(VALUES)
    return "\n".join(lines)


@pytest.mark.parametrize("seed", range(40))
def test_a_mangled_plan_is_told_in_words(seed: int, tmp_path: Path) -> None:
    chance = random.Random(seed)
    folder = tmp_path / "rencana"
    shutil.copytree(EXAMPLE, folder)
    for file in chance.sample(sorted(folder.rglob("*.yaml")), 3):
        file.write_text(mangled(file.read_text(encoding="utf-8"), chance), encoding="utf-8", newline="")
    day = chance.choice([date(2026, 3, 1), date.min, date.max])
    try:
        plan = api.load(folder)
    except PlanNotFound:
        return
    for finding in api.check(plan, chance.choice(["bimtek-1", "bimtek-3", "pengajuan"]), day):
        assert finding.message and finding.hint
        assert "\n" not in finding.message and "None" not in f"{finding.message} {finding.hint}"
    try:
        assert board_text.report(api.board(plan, day), "Rekaan", day, width=60)
        assert due_text.report(api.due(plan, None, None, day))
    except EditionNotFound as error:  # without the edition that a plan names nobody knows what is due
        assert error.message and error.hint
