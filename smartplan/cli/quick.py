"""Plain calls of the commands that people run all day, read without Typer, whose loading takes half of their time.

What is read here is what Typer would read; whatever is not plain (help, a mistake, a value that begins with a hyphen)
is left to Typer, which also knows what to say about it.
"""

from __future__ import annotations

import os
from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

from smartplan.cli.declare import Argumen, parameters_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

__all__ = ["COMMANDS", "plain_call", "read"]

COMMANDS: Final = ("due", "explain", "render", "status", "validate")
"""Each is a function in the module of its name."""

_EXPANDED_ON_WINDOWS: Final = frozenset("*?[]~$%")


def plain_call(arguments: Sequence[str]) -> Callable[[], int] | None:
    """The call that ``arguments`` ask for; None when Typer has to read them."""
    if not arguments or arguments[0] not in COMMANDS or "_SMARTPLAN_COMPLETE" in os.environ:
        return None
    if os.name == "nt" and any(_EXPANDED_ON_WINDOWS.intersection(argument) for argument in arguments):
        return None
    command: Callable[..., int] = getattr(import_module(f"smartplan.cli.{arguments[0]}"), arguments[0])
    values = read(command, arguments[1:])
    return None if values is None else lambda: command(**values)


def read(command: Callable[..., int], arguments: Sequence[str]) -> dict[str, Any] | None:
    """Parameter -> value, of those that are written; None when one of ``arguments`` is not plain."""
    options, free = {}, []
    for parameter in parameters_of(command):
        if isinstance(parameter.said, Argumen):
            free.append(parameter.name)
        else:
            options[parameter.option] = parameter
    found: dict[str, Any] = {}
    waiting = iter(arguments)
    for argument in waiting:
        name, equals, value = argument.partition("=")
        option = options.get(name)
        if option is None:
            if not argument or argument.startswith("-") or not free:
                return None
            found[free.pop(0)] = argument
        elif (option.name in found and not option.is_list) or (option.is_switch and equals):
            return None
        elif option.is_switch:
            found[option.name] = True
        else:
            value = value if equals else next(waiting, "")
            if not value or value.startswith("-"):
                return None
            if option.is_list:
                found.setdefault(option.name, []).append(value)
            else:
                found[option.name] = value
    return found
