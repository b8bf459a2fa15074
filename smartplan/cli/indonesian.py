"""Typer in Indonesian: help pages with the examples first, and its errors with what to write instead."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING, Any, Final

import typer
from typer.core import TyperCommand, TyperGroup

from smartplan.cli import console
from smartplan.cli.trouble import WrongUse
from smartplan.wording.near import meant

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

__all__ = ["USAGE_ERROR", "Kelompok", "Perintah", "explain"]

# Typer carries its own copy of Click and exports only some of its errors; the base of them is found through one.
USAGE_ERROR: Final[type[Exception]] = next(kind for kind in typer.BadParameter.__mro__ if kind.__name__ == "UsageError")
_COLUMN: Final = 30


class _AsWritten:
    """Stands where Typer would check a value with pydantic, whose import takes longer than most of our commands."""

    def coerce(self, value: Any, param: Any, ctx: Any) -> Any:
        return value


class _Unchecked:
    """Our options take texts and switches, which need no checking. A Typer made otherwise checks them anyway."""

    def get_params(self, ctx: Any) -> list[Any]:
        parameters: list[Any] = super().get_params(ctx)  # type: ignore[misc]
        for parameter in parameters:
            descriptor = getattr(parameter, "type_descriptor", None)
            if descriptor is not None and descriptor.annotation in (str, bool) and not parameter.multiple:
                parameter._runtime_param = _AsWritten()
        return parameters


class Perintah(_Unchecked, TyperCommand):
    """A command. ``epilog`` holds its examples, one a line: ``command  what it does``."""

    allow_extra_args = True  # refused below, in our words

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        try:
            rest: list[str] = super().parse_args(ctx, args)
        except USAGE_ERROR as error:
            raise _placed(error, ctx) from None
        if rest and not ctx.resilient_parsing:
            raise WrongUse(
                f"terlalu banyak argumen: {' '.join(rest)}",
                f"nama yang memuat spasi diapit tanda kutip; cara pakai: {ctx.command_path} --help",
            )
        return rest

    def get_help(self, ctx: Any) -> str:
        return _page(self, ctx)


class Kelompok(_Unchecked, TyperGroup):
    """A command that has commands. Called alone it shows its help."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        if not args and not ctx.resilient_parsing:
            console.write(self.get_help(ctx) + "\n")
            ctx.exit(0)
        try:
            rest: list[str] = super().parse_args(ctx, args)
        except USAGE_ERROR as error:
            raise _placed(error, ctx) from None
        return rest

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        name = args[0]
        if name not in self.commands and not name.startswith("-") and not ctx.resilient_parsing:
            known = [one for one, command in self.commands.items() if not command.hidden]
            hint = meant(name, known, cutoff=0.5)
            raise WrongUse(f'tidak ada perintah "{name}"', f"{hint}perintah yang ada: {', '.join(known)}")
        return super().resolve_command(ctx, args)

    def get_help(self, ctx: Any) -> str:
        return _page(self, ctx)


def _placed(error: Exception, ctx: Any) -> Exception:
    """Typer does not say for every error in which command it happened."""
    if getattr(error, "ctx", None) is None:
        error.ctx = ctx  # type: ignore[attr-defined]
    return error


def explain(error: Exception) -> tuple[str, str]:
    """Message and hint for an error of Typer, told by its kind; a kind that is not known keeps its own words."""
    kinds = {kind.__name__ for kind in type(error).__mro__}
    context = getattr(error, "ctx", None)
    path = context.command_path if context is not None else "smartplan"
    help_hint = f"cara pakai: {path} --help"
    if "NoSuchOption" in kinds:
        option = getattr(error, "option_name", "")
        near = ", ".join(getattr(error, "possibilities", None) or ())
        return f"tidak ada opsi {option}", f"maksud Anda {near}? {help_hint}" if near else help_hint
    if "BadOptionUsage" in kinds:
        return _bad_option(error, help_hint)
    parameter = getattr(error, "param", None)
    if "MissingParameter" in kinds and parameter is not None:
        return f"{_kind(parameter)} {_name(parameter)} belum ditulis", help_hint
    message = getattr(error, "message", None) or str(error)
    if "BadParameter" in kinds and parameter is not None:
        return f"nilai untuk {_kind(parameter)} {_name(parameter)} tidak dapat dipakai: {message}", help_hint
    return f"perintah tidak dapat dipahami: {message}", help_hint


def _bad_option(error: Exception, help_hint: str) -> tuple[str, str]:
    """An option without its value, or a switch with one."""
    name = getattr(error, "option_name", "")
    context = getattr(error, "ctx", None)
    parameters = context.command.params if context is not None else []
    parameter = next((one for one in parameters if name in one.opts), None)
    if parameter is not None and parameter.is_flag:
        return f"opsi {name} tidak memakai nilai", f"tulis {name} saja; {help_hint}"
    what = f" {parameter.metavar}" if parameter is not None and parameter.metavar else ""
    return f"opsi {name} memerlukan nilai", f"tulis {name}{what}; {help_hint}"


def _kind(parameter: Any) -> str:
    return "opsi" if parameter.param_type_name == "option" else "argumen"


def _name(parameter: Any) -> str:
    return str(parameter.opts[0] if parameter.param_type_name == "option" else parameter.metavar or parameter.name)


def _page(command: Any, ctx: Any) -> str:
    """The help page: what the command does, examples, then usage, arguments, commands, options, and notes."""
    arguments = [one for one in command.params if one.param_type_name == "argument"]
    options = [one for one in command.params if one.param_type_name == "option" and not one.hidden]
    commands = list(getattr(command, "commands", {}).items())
    what, *notes = (command.help or "").split("\n\n")
    lines = [_wrap(what)]
    sections = [("Contoh", _examples(command.epilog or ""))]
    sections.append(("Pemakaian", [("  " + _usage(ctx, arguments, commands), "")]))
    sections.append(("Argumen", [(f"  {_name(one)}", one.help or "") for one in arguments]))
    sections.append(("Perintah", [(f"  {name}", one.short_help or "") for name, one in commands if not one.hidden]))
    shown = [(f"  {', '.join(one.opts)}{' ' + one.metavar if one.metavar else ''}", one.help or "") for one in options]
    sections.append(("Opsi", [*shown, (f"  {', '.join(ctx.help_option_names)}", "tampilkan bantuan ini")]))
    for title, rows in sections:
        if rows:
            lines += ["", console.paint("1", f"{title}:"), *_table(rows)]
    return "\n".join([*lines, *(f"\n{_wrap(note)}" for note in notes)])


def _examples(text: str) -> list[tuple[str, str]]:
    rows = []
    for line in text.strip().splitlines():
        command, _, what = line.strip().partition("  ")
        rows.append((f"  {command}", what.strip()))
    return rows


def _usage(ctx: Any, arguments: Iterable[Any], commands: list[Any]) -> str:
    words = [ctx.command_path, "[OPSI]"]
    words += [_name(one) if one.required else f"[{_name(one)}]" for one in arguments]
    return " ".join([*words, "PERINTAH"] if commands else words)


def _table(rows: list[tuple[str, str]]) -> Iterator[str]:
    """Two columns; a left side that is too long gets its own line."""
    room = console.width()
    column = min(max(len(left) for left, _ in rows) + 2, max(_COLUMN, room // 2))
    for left, right in rows:
        wrapped = textwrap.wrap(right, max(room - column, 30), break_long_words=False, break_on_hyphens=False)
        if len(left) + 2 > column and wrapped:
            yield left
            left = ""
        yield f"{left:<{column}}{wrapped[0]}" if wrapped else left
        yield from (f"{'':<{column}}{line}" for line in wrapped[1:])


def _wrap(text: str) -> str:
    return textwrap.fill(" ".join(text.split()), console.width(), break_long_words=False, break_on_hyphens=False)
