"""The Jinja environment: sandboxed, strict, with every printed value turned into a placeholder."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from jinja2 import (
    FileSystemBytecodeCache,
    FunctionLoader,
    StrictUndefined,
    TemplateError,
    TemplateNotFound,
    TemplateSyntaxError,
    pass_context,
)
from jinja2.exceptions import SecurityError, UndefinedError
from jinja2.sandbox import SandboxedEnvironment
from markupsafe import Markup

from smartplan import resources
from smartplan.book.functions import boxes, data
from smartplan.book.functions.table import TableBuilder, kolom, sel, tabel
from smartplan.book.ledger import PLACEHOLDERS, Ledger, placeholder, use
from smartplan.book.markdown import Deferred, blocks_of
from smartplan.book.pieces import pieces_of
from smartplan.book.trouble import TemplateFault, TemplateProblem
from smartplan.book.views import ListView

if TYPE_CHECKING:
    from jinja2.runtime import Context

    from smartplan.book.blocks import Block

__all__ = ["Engine"]

_LONGEST: Final = 20_000_000


class Engine:
    """Renders the chapters of one plan. ``root`` is the plan's folder, whose own templates win."""

    def __init__(self, root: Path | None, lookup: data.Lookup) -> None:
        self._root = root
        self._environment = SandboxedEnvironment(
            loader=FunctionLoader(self._load),
            undefined=StrictUndefined,
            autoescape=True,
            trim_blocks=True,
            lstrip_blocks=True,
            finalize=_finalize,
            extensions=["jinja2.ext.do"],
            bytecode_cache=_bytecode_cache(),
        )
        self._environment.globals.update(_functions(lookup))
        self._environment.filters.update(data.filters())
        self._environment.tests.update(
            ada=data.is_given, kosong=lambda value: not data.is_given(value), nihil=data.is_nihil
        )

    def render(self, name: str, prefix: str, context: dict[str, Any]) -> tuple[Block, ...]:
        """The blocks of one template.

        Raises:
            TemplateFault: the template is missing or wrong; its finding names file and line.
        """
        use(Ledger())
        try:
            template = self._environment.get_template(name)
            parts: list[str] = []
            length = 0
            for part in template.generate(context):
                parts.append(part)
                length += len(part)
                if length > _LONGEST:
                    raise TemplateProblem("templat mencetak tanpa henti", "periksa perulangannya")
            return blocks_of("".join(parts), prefix)
        except TemplateSyntaxError as error:
            where = f"templates/{(error.name or name).removeprefix('templates/')}"
            raise TemplateFault(where, error.lineno, f"templat tidak dapat dibaca: {error.message}", _SYNTAX) from error
        except TemplateNotFound as error:
            hint = "periksa `templat` di edisi panduan, atau nama pada import"
            raise TemplateFault(f"templates/{name}", 1, f'templat "{error.name}" tidak ada', hint) from error
        except TemplateProblem as error:
            line = error.line or _line_in(error, name)
            raise TemplateFault(f"templates/{_file_in(error, name)}", line, error.message, error.hint) from error
        except (TemplateError, ArithmeticError, AttributeError, LookupError, TypeError, ValueError) as error:
            where = f"templates/{_file_in(error, name)}"
            raise TemplateFault(where, _line_in(error, name), _sentence(error), _UNKNOWN) from error

    def _load(self, name: str) -> tuple[str, str, Any] | None:
        try:
            file = resources.find(name, self._root)
        except resources.ResourceMissing:
            return None
        return file.read_text(encoding="utf-8-sig"), f"templates/{name}", None


_SYNTAX: Final = "periksa tanda kurung kurawal dan pasangan {% if %} ... {% endif %} di sekitar baris itu"
_UNKNOWN: Final = "periksa nama isian dan fungsi di baris itu; nama isian sama dengan kunci YAML"


def _functions(lookup: data.Lookup) -> dict[str, Any]:
    from smartplan.book.charts import charts

    methods = (
        "nama", "singkatan", "semua", "saring", "urut", "sebut", "butir",
        "anggaran", "anggaran_tahun", "jumlah", "program_periode", "angka_dipakai", "rata",
    )  # fmt: skip
    return {
        **{name: getattr(lookup, name) for name in methods},
        **boxes.FUNCTIONS,
        **charts.FUNCTIONS,
        "tabel": tabel,
        "kolom": kolom,
        "sel": sel,
        "banyak": data.banyak,
        "bagian": data.bagian,
        "angka_kata": data.filters()["terbilang"],
        "dimensi": lookup.dimensions,
        "tahun_rencana": lookup.years,
    }


@pass_context
def _finalize(context: Context, value: Any) -> Any:
    """What ``{{ value }}`` writes: placeholders only. Takes the context so that it never runs at compile time."""
    if hasattr(value, "__html__"):
        return value
    if isinstance(value, TableBuilder):
        return Markup(placeholder(Deferred(value._blocks(), _template_line())))
    if isinstance(value, Deferred):
        value.line = _template_line()
        return Markup(placeholder(value))
    if isinstance(value, str):
        if not value:
            return Markup("")
        return Markup("".join(part if PLACEHOLDERS.fullmatch(part) else _computed(part) for part in _parts(value)))
    if isinstance(value, ListView):
        return Markup(str(value)) if len(value) else Markup(placeholder(pieces_of(value)[0]))
    return Markup("".join(placeholder(piece) for piece in pieces_of(value)))


def _parts(text: str) -> list[str]:
    found: list[str] = []
    start = 0
    for match in PLACEHOLDERS.finditer(text):
        if match.start() > start:
            found.append(text[start : match.start()])
        found.append(match.group())
        start = match.end()
    return [*found, text[start:]] if start < len(text) else found


def _computed(text: str) -> str:
    return placeholder(pieces_of(text)[0])


def _template_line() -> int | None:
    """The line of the template that is printing right now."""
    frame: Any = sys._getframe(2)
    while frame is not None:
        template = frame.f_globals.get("__jinja_template__")
        if template is not None:
            return int(template.get_corresponding_lineno(frame.f_lineno))
        frame = frame.f_back
    return None


def _frames(error: BaseException) -> list[tuple[str, int]]:
    """Template file and line of each frame of the error that lies in a template."""
    found = []
    trace = error.__traceback__
    while trace is not None:
        file = trace.tb_frame.f_code.co_filename
        if file.startswith("templates/"):
            found.append((file, trace.tb_lineno))
        trace = trace.tb_next
    return found


def _file_in(error: BaseException, name: str) -> str:
    frames = _frames(error)
    return frames[-1][0].removeprefix("templates/") if frames else name


def _line_in(error: BaseException, name: str) -> int:
    frames = _frames(error)
    return frames[-1][1] if frames else 1


def _sentence(error: Exception) -> str:
    if isinstance(error, SecurityError):
        return f"templat memakai yang tidak diizinkan ({error})"
    if isinstance(error, UndefinedError):
        return f"nama tidak dikenal ({error.message})"
    return f"templat gagal dijalankan ({type(error).__name__}: {error})"


def _bytecode_cache() -> FileSystemBytecodeCache | None:
    """In the user's cache folder; none where that cannot be written."""
    if sys.platform == "win32":
        base = Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local")
    elif sys.platform == "darwin":
        base = Path.home() / "Library" / "Caches"
    else:
        base = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    folder = base / "smartplan" / "templat"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if not os.access(folder, os.W_OK):
            return None
    except (OSError, RuntimeError):
        return None
    return FileSystemBytecodeCache(str(folder))
