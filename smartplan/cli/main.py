"""The application: its commands, and what becomes of troubles."""

from __future__ import annotations

import os
import sys
from typing import Annotated

import typer

from smartplan import __version__
from smartplan.cli import output
from smartplan.cli.edition import edition_app
from smartplan.cli.indonesian import USAGE_ERROR, Command, Group, sentence_of
from smartplan.cli.schema import schema
from smartplan.cli.trouble import INTERRUPTED, WRONG_USE, UserError
from smartplan.cli.validate import validate

__all__ = ["app", "main"]

app = typer.Typer(
    name="smartplan",
    cls=Group,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["--help", "-h"]},
    epilog=("smartplan init buleleng\nsmartplan validate buleleng --stage bimtek-1\nsmartplan render buleleng"),
    help="Rencana induk Smart City daerah: satu sumber YAML, diperiksa sebelum Bimtek, dicetak menjadi buku.",
)
app.command(
    "validate",
    cls=Command,
    epilog=(
        "smartplan validate\n"
        "smartplan validate buleleng --stage bimtek-3\n"
        "smartplan validate buleleng --format json > temuan.json"
    ),
)(validate)
app.command("schema", cls=Command, epilog="smartplan schema > skema-rencana.json\nsmartplan schema --part dimensi")(
    schema
)
app.add_typer(edition_app, name="edition")


@app.callback(invoke_without_command=True)
def root(
    ctx: typer.Context,
    version: Annotated[bool, typer.Option("--version", help="Tampilkan versi program.", is_eager=True)] = False,
) -> None:
    if version:
        output.result(f"smartplan {__version__}\n")
        raise typer.Exit
    if ctx.invoked_subcommand is None:
        output.note(ctx.get_help())
        raise typer.Exit(WRONG_USE)


def main() -> None:
    """Run the command and leave with its exit code."""
    output.prepare()
    sys.exit(_run())


def _run() -> int:
    try:
        code = typer.main.get_command(app).main(prog_name="smartplan", standalone_mode=False)
    except UserError as error:
        output.trouble(error.message, error.hint)
        return WRONG_USE
    except USAGE_ERROR as error:
        if type(error).__name__ == "NoArgsIsHelpError":
            output.note(getattr(error, "message", ""))
        else:
            output.trouble(*sentence_of(error))
        return WRONG_USE
    except (KeyboardInterrupt, typer.Abort):
        output.note("dihentikan")
        return INTERRUPTED
    except BrokenPipeError:
        # The reader went away (`| head`): nothing is left to say, also not at the end of the interpreter.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    return code if isinstance(code, int) else 0
