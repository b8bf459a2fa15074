"""Completion of commands in the shell: Typer's own, with its words in Indonesian."""

from __future__ import annotations

from typing import Any, Final

from smartplan.cli import console
from smartplan.cli.trouble import WrongUse

__all__ = ["speak_indonesian"]

_SHELLS: Final = ("bash", "zsh", "fish", "powershell", "pwsh")


def speak_indonesian(command: Any) -> None:
    """Give the two options that Typer adds to ``command`` our texts."""
    for parameter in command.params:
        if parameter.name == "install_completion":
            parameter.help = "pasang pelengkapan perintah pada shell yang sedang dipakai"
            parameter.callback = _install
        elif parameter.name == "show_completion":
            parameter.help = "cetak naskah pelengkapan perintah, untuk disalin atau disesuaikan"
            parameter.callback = _show


def _shell() -> str:
    import shellingham  # type: ignore[import-untyped]

    try:
        name = str(shellingham.detect_shell()[0])
    except shellingham.ShellDetectionFailure:
        name = ""
    if name not in _SHELLS:
        raise WrongUse(
            f'shell "{name}" tidak dikenal' if name else "shell yang dipakai tidak dikenali",
            f"jalankan dari salah satu shell ini: {', '.join(_SHELLS)}",
        )
    return name


def _install(context: Any, parameter: Any, value: Any) -> None:
    if not value or context.resilient_parsing:
        return
    from typer.completion import install  # type: ignore[attr-defined]

    shell, path = install(shell=_shell(), prog_name=context.find_root().info_name)
    console.note(f"Pelengkapan untuk {shell} terpasang di {path}; mulai berlaku di terminal baru.")
    context.exit(0)


def _show(context: Any, parameter: Any, value: Any) -> None:
    if not value or context.resilient_parsing:
        return
    from typer.completion import get_completion_script  # type: ignore[attr-defined]

    name = context.find_root().info_name
    console.write(
        get_completion_script(prog_name=name, complete_var=f"_{name.upper()}_COMPLETE", shell=_shell()) + "\n"
    )
    context.exit(0)
