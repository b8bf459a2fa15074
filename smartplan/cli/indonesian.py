"""Typer in Indonesian: headings, help pages with examples first, and its errors, in any locale."""

from __future__ import annotations

import textwrap
from typing import Any, Final

import typer
from typer.core import TyperCommand, TyperGroup

from smartplan.cli.trouble import UserError

__all__ = ["USAGE_ERROR", "Command", "Group", "sentence_of"]

# Typer may carry its own copy of Click; its base class of wrong use is found through a name that Typer makes public.
USAGE_ERROR: Final[type[Exception]] = typer.BadParameter.__mro__[1]

_WIDTH: Final = 100
_COMPLETION: Final = {
    "--install-completion": "Pasang pelengkapan perintah untuk shell ini.",
    "--show-completion": "Tampilkan pelengkapan perintah untuk disalin.",
    "--help": "Tampilkan bantuan ini.",
}


class Command(TyperCommand):
    """One command; its examples stand in the epilog, one a line."""

    allow_extra_args = True  # so that what is too much is refused below, in our words

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        rest = super().parse_args(ctx, args)
        if ctx.args and not ctx.resilient_parsing:
            extra = " ".join(ctx.args)
            raise UserError(f'argumen "{extra}" tidak dikenal', f"lihat `{ctx.command_path} --help`")
        return list(rest)

    def format_help(self, ctx: Any, formatter: Any) -> None:
        formatter.write(_page(self, ctx))


class Group(TyperGroup):
    """The command with its subcommands."""

    command_class = Command

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        name = args[0]
        if self.get_command(ctx, name) is None and not ctx.resilient_parsing:
            raise UserError(*_unknown(name, self.list_commands(ctx), "perintah"))
        return super().resolve_command(ctx, args)

    def format_help(self, ctx: Any, formatter: Any) -> None:
        formatter.write(_page(self, ctx))


def sentence_of(error: Any) -> tuple[str, str | None]:
    """What a usage error of Typer says, in Indonesian: message and hint."""
    kind = type(error).__name__
    option = getattr(error, "option_name", None)
    context = getattr(error, "ctx", None)
    hint = f"lihat `{context.command_path} --help`" if context is not None else None
    if kind == "NoSuchOption":
        known = [name for param in context.command.get_params(context) for name in param.opts] if context else []
        return _unknown(str(option), [name for name in known if name.startswith("-")], "opsi")
    if kind == "BadOptionUsage":
        param = _param_of(context, str(option))
        if getattr(param, "is_flag", False):
            return f"opsi {option} tidak menerima nilai", hint
        return f"opsi {option} memerlukan nilai", hint
    if kind == "MissingParameter":
        param = getattr(error, "param", None)
        name = getattr(param, "human_readable_name", None) or "argumen"
        return f"argumen {name} belum diisi", hint
    if kind == "UsageError" and context is not None and isinstance(context.command, TyperGroup):
        return "perintah belum ditulis", hint
    return f"pemakaian keliru: {getattr(error, 'message', error)}", hint


def _param_of(context: Any, option: str) -> Any:
    params = context.command.get_params(context) if context is not None else ()
    return next((param for param in params if option in param.opts), None)


def _unknown(name: str, known: list[str], what: str) -> tuple[str, str]:
    from difflib import get_close_matches

    near = get_close_matches(name, known, n=1, cutoff=0.5)
    hint = f"maksud Anda `{near[0]}`?" if near else f"{what} yang ada: {', '.join(known)}"
    return f'{what} "{name}" tidak dikenal', hint


def _page(command: Any, ctx: Any) -> str:
    """Examples, usage, what it does, commands, arguments, options."""
    lines: list[str] = []
    if command.epilog:
        lines += ["Contoh:", *(f"  {line}" for line in command.epilog.splitlines()), ""]
    lines += [f"Pemakaian: {ctx.command_path} {_usage(command, ctx)}", ""]
    for paragraph in (command.help or "").split("\n\n"):
        lines += [*textwrap.wrap(" ".join(paragraph.split()), _WIDTH), ""]
    params = command.get_params(ctx)
    arguments = [
        (param.metavar or param.name.upper(), param.help or "")
        for param in params
        if param.param_type_name == "argument"
    ]
    options = [(_option(param), _about(param)) for param in params if param.param_type_name == "option"]
    names = command.list_commands(ctx) if isinstance(command, TyperGroup) else []
    commands = [(name, _first(command.get_command(ctx, name))) for name in names]
    for title, rows in (("Perintah", commands), ("Argumen", arguments), ("Opsi", [row for row in options if row[0]])):
        if rows:
            lines += [f"{title}:", *_table(rows), ""]
    return "\n".join(lines).rstrip("\n") + "\n"


def _usage(command: Any, ctx: Any) -> str:
    if isinstance(command, TyperGroup):
        return "PERINTAH [OPSI]"
    params = [param for param in command.get_params(ctx) if param.param_type_name == "argument"]
    return " ".join(["[OPSI]", *(f"[{param.metavar or param.name.upper()}]" for param in params)])


def _first(command: Any) -> str:
    return " ".join((command.help or "").split("\n\n")[0].split())


def _option(param: Any) -> str:
    if getattr(param, "hidden", False):
        return ""
    value = "" if getattr(param, "is_flag", False) or getattr(param, "count", False) else f" {param.metavar or 'NILAI'}"
    return ", ".join(sorted(param.opts, key=len)) + value


def _about(param: Any) -> str:
    known = next((_COMPLETION[name] for name in param.opts if name in _COMPLETION), None)
    return known or param.help or ""


def _table(rows: list[tuple[str, str]]) -> list[str]:
    pad = min(max(len(name) for name, _ in rows), 28)
    lines: list[str] = []
    for name, about in rows:
        wrapped = textwrap.wrap(about, _WIDTH - pad - 4) or [""]
        if len(name) > pad:
            lines.append(f"  {name}")
            lines += [f"  {'':<{pad}}  {line}" for line in wrapped]
        else:
            lines.append(f"  {name:<{pad}}  {wrapped[0]}".rstrip())
            lines += [f"  {'':<{pad}}  {line}" for line in wrapped[1:]]
    return lines
