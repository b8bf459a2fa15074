"""Plans with holes and nonsense of any kind are checked to the end."""

from __future__ import annotations

import random
from copy import deepcopy
from pathlib import Path
from typing import Any, Final

import pytest
import yaml

from smartplan.plan import load_plan
from smartplan.progress import measure
from smartplan.rules import check_plan
from tests.plans import edition, last_stage

EXAMPLE: Final = Path(__file__).parents[2] / "examples" / "contoh"
LOADER: Final[Any] = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
DUMPER: Final[Any] = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
JUNK: Final = (None, [], {}, "kata", "-1", "0", "9999", "2026-02-30", ["x", "y"], {"a": "b"}, "1.500", [["x"]], "XXX")


def spoilt(node: Any, dice: random.Random) -> Any:
    """``node`` with a few keys and items taken out, doubled, or replaced by something else."""
    if isinstance(node, dict):
        kept = {key: value for key, value in node.items() if dice.random() > 0.02}
        return {
            key: deepcopy(dice.choice(JUNK)) if dice.random() < 0.02 else spoilt(value, dice)
            for key, value in kept.items()
        }
    if isinstance(node, list):
        kept = [item for item in node if dice.random() > 0.02]
        if kept and dice.random() < 0.05:
            kept.append(deepcopy(kept[0]))
        return [deepcopy(dice.choice(JUNK)) if dice.random() < 0.01 else spoilt(item, dice) for item in kept]
    return node


def write_spoilt(folder: Path, dice: random.Random) -> None:
    """The complete example, spoilt; now and then a file is absent or cannot be parsed."""
    for file in sorted(EXAMPLE.rglob("*.yaml")):
        if dice.random() < 0.05 and file.name != "rencana.yaml":
            continue
        tree = spoilt(yaml.load(file.read_text(encoding="utf-8"), Loader=LOADER), dice)
        text = yaml.dump(tree, Dumper=DUMPER, allow_unicode=True, sort_keys=False)
        target = folder / file.relative_to(EXAMPLE)
        target.parent.mkdir(exist_ok=True)
        target.write_text(text + ("[\n" if dice.random() < 0.03 else ""), encoding="utf-8")


@pytest.mark.parametrize("seed", range(8))
def test_a_spoilt_plan_is_checked_and_measured(seed: int, tmp_path: Path) -> None:
    write_spoilt(tmp_path, random.Random(seed))
    plan = load_plan(tmp_path)
    checked = check_plan(plan, edition(), stage=last_stage())
    assert {finding.code[:3] for finding in checked.findings} >= {"STR", "WJB"}
    assert all(finding.message and finding.hint and finding.code for finding in checked.findings)
    assert all(finding.span is None or finding.span.line > 0 for finding in checked.findings)
    assert measure(plan, edition()).documents
