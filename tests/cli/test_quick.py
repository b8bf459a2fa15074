"""A plain call is read as Typer would read it, and anything else is left to Typer."""

from __future__ import annotations

import subprocess
import sys
from importlib import import_module
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from smartplan.cli import app, quick
from smartplan.cli.declare import parameters_of
from smartplan.cli.indonesian import USAGE_ERROR
from smartplan.cli.trouble import WrongUse

if TYPE_CHECKING:
    from collections.abc import Callable

COMMANDS: dict[str, Callable[..., int]] = {
    name: getattr(import_module(f"smartplan.cli.{name}"), name) for name in quick.COMMANDS
}
WORDS = [
    "", ".", "buleleng", "a b", "--", "-", "-h", "--help", "-x", "--stage", "--stage=", "--stage=bimtek-1", "--strict",
    "--strict=ya", "--fail-on", "never", "--fail_on", "--format", "json", "--doc", "buku-1,buku-2", "--out", "hasil",
    "--pages=none", "--force", "--final", "--tidak-ada", "--today", "2026-02-28", "--stri", "a=b", "--out=a=b",
    "--opd", "dinkes", "--output=a", "--select", "--select=AKS", "--top=3", "--by", "--plain",
]  # fmt: skip


def read_by_typer(name: str, arguments: list[str], monkeypatch: pytest.MonkeyPatch) -> dict[str, Any] | None:
    """What Typer gives to the command; None when it does not call it."""
    seen: list[dict[str, Any]] = []
    original = app._for_typer

    def recording(function: Callable[..., int]) -> Callable[..., int]:
        called = original(function)

        def record(**values: Any) -> int:
            seen.append(values)
            return 0

        record.__signature__ = called.__signature__  # type: ignore[attr-defined]
        record.__annotations__ = called.__annotations__
        return record

    with monkeypatch.context() as patch:
        patch.setattr(app, "_for_typer", recording)
        command = app.command()
    try:
        command.main([name, *arguments], prog_name="smartplan", standalone_mode=False)
    except (USAGE_ERROR, WrongUse, SystemExit):
        return None
    return seen[0] if seen else None


@settings(deadline=None)  # the first call loads Typer
@given(name=st.sampled_from(quick.COMMANDS), arguments=st.lists(st.sampled_from(WORDS), max_size=5))
def test_what_is_read_quickly_is_what_typer_reads(name: str, arguments: list[str]) -> None:
    values = quick.read(COMMANDS[name], arguments)
    if values is not None:
        defaults = {parameter.name: parameter.default for parameter in parameters_of(COMMANDS[name])}
        with pytest.MonkeyPatch.context() as patch:
            assert read_by_typer(name, arguments, patch) == {**defaults, **values}


@pytest.mark.parametrize(
    ("arguments", "values"),
    [
        ([], {}),
        (["buleleng"], {"plan": "buleleng"}),
        (["--strict", "a b", "--stage", "bimtek-1"], {"strict": True, "plan": "a b", "stage": "bimtek-1"}),
        (["--select", "AKS", "a", "--select=QW,WJB"], {"select": ["AKS", "QW,WJB"], "plan": "a"}),
        (["--fail-on=never", "--format=json"], {"fail_on": "never", "format": "json"}),
    ],
)
def test_a_plain_call_is_read(arguments: list[str], values: dict[str, Any]) -> None:
    assert quick.read(COMMANDS["validate"], arguments) == values


@pytest.mark.parametrize(
    "arguments",
    [
        ["--help"],
        ["-h"],
        ["a", "b"],
        ["--stage"],
        ["--stage", "--strict"],
        ["--strikt"],
        ["--strict", "--strict"],
        [""],
    ],
)
def test_all_else_is_left_to_typer(arguments: list[str]) -> None:
    assert quick.read(COMMANDS["validate"], arguments) is None


@pytest.mark.parametrize("arguments", [[], ["--help"], ["init", "buleleng"], ["validat"], ["schema"]])
def test_only_the_daily_commands_are_read_quickly(arguments: list[str]) -> None:
    assert quick.plain_call(arguments) is None


def test_completion_in_the_shell_is_typers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("_SMARTPLAN_COMPLETE", "complete_bash")
    assert quick.plain_call(["validate"]) is None


@pytest.mark.parametrize("command", ["validate", "render", "status", "due"])
def test_a_plain_call_loads_neither_typer_nor_pydantic(command: str, tmp_path: Any) -> None:
    more = {"render": ["--out", str(tmp_path), "--pages", "none"], "status": ["--today", "2026-02-28"]}
    arguments = [command, "examples/buleleng", *more.get(command, ["--stage", "bimtek-1"])]
    code = (
        f"import sys\nfrom smartplan.cli.run import run\nrun({arguments!r})\n"
        "print(sorted({'typer', 'pydantic', 'rich', 'lxml', 'docx'} & set(sys.modules)))\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, encoding="utf-8", check=True)
    assert done.stdout.rstrip().splitlines()[-1] == "[]"


@pytest.mark.parametrize(
    ("arguments", "needless"),
    [
        (["--help"], ("yaml", "smartplan.rules", "smartplan.plan", "smartplan.edition", "smartplan.api")),
        (["explain", "DIM004"], ("typer", "rich", "inspect", "smartplan.api", "smartplan.progress", "smartplan.book")),
        (["status", "examples/buleleng"], ("typer", "rich", "inspect", "difflib", "smartplan.rules.families")),
    ],
    ids=["help", "explain", "status"],
)
def test_a_command_loads_only_what_it_needs(arguments: list[str], needless: tuple[str, ...]) -> None:
    code = (
        f"import sys\nfrom smartplan.cli.run import run\nrun({arguments!r})\n"
        f"print([name for name in {needless!r} if name in sys.modules])\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, encoding="utf-8", check=True)
    assert done.stdout.rstrip().splitlines()[-1] == "[]"
