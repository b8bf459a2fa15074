"""All commands together."""

from __future__ import annotations

import inspect
from typing import TYPE_CHECKING, Annotated, Any, Final

import typer
from typer.main import get_command

from smartplan.cli import (
    completion,
    console,
    due,
    edition,
    explain,
    render,
    schema,
    status,
    submit,
    template,
    validate,
    verify,
)
from smartplan.cli import init as init_command
from smartplan.cli.declare import Argumen, parameters_of
from smartplan.cli.indonesian import Kelompok, Perintah
from smartplan.cli.options import completing

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["command"]

_HELP: Final = (
    "Rencana induk Smart City kabupaten/kota: satu sumber YAML, diperiksa sebelum tiap Bimtek, dicetak menjadi buku "
    "Word dan Markdown."
)
_SETTINGS: Final = {"help_option_names": ["--help", "-h"]}
_EXAMPLES: Final = """
smartplan init buleleng  buat map rencana baru
smartplan validate buleleng  lihat apa yang belum ada atau bertentangan
smartplan status buleleng  sejauh mana, dan apa yang berikutnya
smartplan render buleleng  cetak buku ke map buleleng/hasil
smartplan submit buleleng  bekukan kiriman untuk kementerian
smartplan validate --help  penjelasan satu perintah
"""


def command() -> Any:
    """The command that Typer made of all this."""
    app = _group(help=_HELP, epilog=_EXAMPLES, add_completion=True)
    app.callback()(_root)
    _add(app, "init", init_command.init, init_command.HELP, init_command.EXAMPLES, "buat map rencana baru")
    _add(app, "validate", validate.validate, validate.HELP, validate.EXAMPLES, "periksa rencana untuk satu tahap")
    _add(app, "status", status.status, status.HELP, status.EXAMPLES, "tampilkan kemajuan dan tahap berikutnya")
    _add(app, "explain", explain.explain, explain.HELP, explain.EXAMPLES, "jelaskan satu kode temuan")
    _add(app, "due", due.due, due.HELP, due.EXAMPLES, "daftar tagihan tiap perangkat daerah")
    _add(app, "render", render.render, render.HELP, render.EXAMPLES, "cetak buku ke Word dan Markdown")
    _add(app, "submit", submit.submit, submit.HELP, submit.EXAMPLES, "bekukan kiriman untuk kementerian")
    _add(app, "verify", verify.verify, verify.HELP, verify.EXAMPLES, "periksa keutuhan sebuah kiriman")
    _add(app, "schema", schema.schema, schema.HELP, schema.EXAMPLES, "cetak skema JSON untuk penyunting teks")
    editions = _group(help=edition.HELP, epilog=edition.EXAMPLES, short_help="tampilkan edisi panduan")
    _add(editions, "list", edition.list_all, edition.HELP_LIST, "", "daftar edisi yang tersedia")
    _add(editions, "show", edition.show, edition.HELP_SHOW, edition.EXAMPLES_SHOW, "tampilkan ketentuan satu edisi")
    app.add_typer(editions, name="edition")
    templates = _group(help=template.HELP, epilog=template.EXAMPLES, short_help="ubah tulisan dan tampilan dokumen")
    _add(templates, "list", template.list_all, template.HELP_LIST, "", "daftar templat dan pemakainya")
    _add(templates, "copy", template.copy, template.HELP_COPY, template.EXAMPLES_COPY, "salin templat untuk diubah")
    _add(templates, "check", template.check, template.HELP_CHECK, template.EXAMPLES_CHECK, "periksa templat rencana")
    app.add_typer(templates, name="template")
    made = get_command(app)
    completion.speak_indonesian(made)
    return made


def _group(**settings: Any) -> typer.Typer:
    settings = {"add_completion": False, "context_settings": _SETTINGS, **settings}
    return typer.Typer(cls=Kelompok, rich_markup_mode=None, pretty_exceptions_enable=False, **settings)


def _add(app: typer.Typer, name: str, function: Any, help_text: str, examples: str, short: str) -> None:
    app.command(name, cls=Perintah, context_settings=_SETTINGS, help=help_text, epilog=examples, short_help=short)(
        _for_typer(function)
    )


def _for_typer(function: Callable[..., int]) -> Callable[..., int]:
    """``function`` with what it says of its parameters in Typer's own terms."""
    made: list[inspect.Parameter] = []
    for parameter in parameters_of(function):
        said = parameter.said
        more: dict[str, Any] = {"help": said.help, "metavar": said.metavar}
        if said.choices is not None:
            more["autocompletion"] = completing(said.choices)
        if isinstance(said, Argumen):
            shown: Any = typer.Argument(**more)
        else:
            shown = typer.Option(parameter.option, *([said.short] if said.short else []), **more)
        kind: Any = Annotated[parameter.kind, shown]
        where = inspect.Parameter.POSITIONAL_OR_KEYWORD
        made.append(inspect.Parameter(parameter.name, where, default=parameter.default, annotation=kind))

    def called(**values: Any) -> int:
        return function(**values)

    called.__signature__ = inspect.Signature(made, return_annotation=int)  # type: ignore[attr-defined]
    called.__annotations__ = {parameter.name: parameter.annotation for parameter in made}
    return called


def _show_version(value: bool) -> None:
    if value:
        import smartplan

        console.write(f"smartplan {smartplan.__version__}\n")
        raise typer.Exit


def _root(
    version: Annotated[
        bool, typer.Option("--version", help="tampilkan versi", callback=_show_version, is_eager=True)
    ] = False,
) -> None:
    """Options of the command itself."""
