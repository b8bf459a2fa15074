"""How a command says what its parameters are, without Typer: a plain call has to start without loading it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, NamedTuple, get_args, get_origin, get_type_hints

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

__all__ = ["Argumen", "Opsi", "Parameter", "parameters_of"]


class Argumen(NamedTuple):
    """A value that stands without a name. ``choices`` gives what the shell offers."""

    metavar: str
    help: str
    choices: Callable[[], Sequence[str]] | None = None


class Opsi(NamedTuple):
    """An option, called like its parameter (``fail_on`` is ``--fail-on``), a switch when it is a bool."""

    help: str
    metavar: str | None = None
    choices: Callable[[], Sequence[str]] | None = None
    short: str | None = None


class Parameter(NamedTuple):
    """One parameter of a command's function. ``kind`` is its type, without what is said of it."""

    name: str
    kind: Any
    said: Argumen | Opsi
    default: Any

    @property
    def is_switch(self) -> bool:
        return self.kind is bool

    @property
    def is_list(self) -> bool:
        """Whether it may be written several times."""
        return any(get_origin(kind) is list for kind in (self.kind, *get_args(self.kind)))

    @property
    def option(self) -> str:
        """``--fail-on``"""
        return f"--{self.name.replace('_', '-')}"


def parameters_of(function: Callable[..., int]) -> Iterator[Parameter]:
    """The parameters of a command's function, in their order; each has a default."""
    names = function.__code__.co_varnames[: function.__code__.co_argcount]
    hints = get_type_hints(function, include_extras=True)
    for name, default in zip(names, function.__defaults__ or (), strict=True):
        assert get_origin(hints[name]) is Annotated
        kind, said = get_args(hints[name])
        yield Parameter(name, kind, said, default)
