"""Rendering one chapter: template -> Markdown with placeholders -> blocks; every fault named with file and line."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from jinja2 import FunctionLoader, TemplateError, TemplateNotFound, TemplateSyntaxError, pass_context
from jinja2.exceptions import SecurityError, UndefinedError
from markupsafe import Markup

from smartplan import resources
from smartplan.book.charts import charts
from smartplan.book.functions import boxes, choose, groups, sums, words
from smartplan.book.functions.table import FUNCTIONS as TABLE_FUNCTIONS
from smartplan.book.functions.table import TableBuilder
from smartplan.book.ledger import PLACEHOLDERS, Ledger, placeholder, use
from smartplan.book.markdown import Deferred, blocks_of
from smartplan.book.pieces import pieces_of, refuse_unprintable
from smartplan.book.sandbox import BookEnvironment
from smartplan.book.trouble import TemplateFault, TemplateProblem, template_line
from smartplan.book.views import ListView

if TYPE_CHECKING:
    from pathlib import Path

    from jinja2.runtime import Context

    from smartplan.book.blocks import Block
    from smartplan.book.functions.lookup import Lookup

__all__ = ["Engine"]

_LONGEST: Final = 20_000_000
_SYNTAX: Final = "periksa tanda kurung kurawal dan pasangan {% if %} ... {% endif %} di sekitar baris itu"
_UNKNOWN: Final = "periksa nama isian dan fungsi di baris itu; nama isian sama dengan kunci YAML"
_FROM_PLAN: Final = (
    "nama",
    "singkatan",
    "semua",
    "butir",
    "program_periode",
    "urut_hukum",
    "nama_hukum",
    "judul_temuan",
)


class Engine:
    """Renders the chapters of one plan. ``root`` is the plan's folder, whose own templates win."""

    def __init__(self, root: Path | None, lookup: Lookup) -> None:
        self._root = root
        self._environment = BookEnvironment(FunctionLoader(self._load), _finalize)
        self._environment.add_functions(
            {
                **{name: getattr(lookup, name) for name in _FROM_PLAN},
                **boxes.FUNCTIONS,
                **charts.FUNCTIONS,
                **choose.FUNCTIONS,
                **groups.FUNCTIONS,
                **sums.FUNCTIONS,
                **words.FUNCTIONS,
                **TABLE_FUNCTIONS,
                "dimensi": lookup.dimensions,
                "tahun_rencana": lookup.years,
            }
        )
        self._environment.filters.update(words.FILTERS)
        self._environment.tests.update(words.TESTS)

    def render(self, name: str, prefix: str, context: dict[str, Any]) -> tuple[Block, ...]:
        """The blocks of one template.

        Raises:
            TemplateFault: the template is missing or wrong; its finding names file and line.
        """
        use(Ledger())
        try:
            return blocks_of(self._text(name, context), prefix)
        except TemplateSyntaxError as error:
            where = f"templates/{(error.name or name).removeprefix('templates/')}"
            message = f"templat tidak dapat dibaca (pesan Jinja: {error.message})"
            raise TemplateFault(where, error.lineno, message, _SYNTAX) from error
        except TemplateNotFound as error:
            hint = "periksa `templat` di edisi panduan, atau nama pada import"
            file, line = _place(error, name)
            raise TemplateFault(file, line, f'templat "{error.name}" tidak ada', hint) from error
        except TemplateProblem as error:
            file, line = _place(error, name)
            raise TemplateFault(file, error.line or line, error.message, error.hint) from error
        except (
            TemplateError, ArithmeticError, AttributeError, LookupError, TypeError, ValueError, RecursionError,
        ) as error:  # fmt: skip
            file, line = _place(error, name)
            raise TemplateFault(file, line, _sentence(error), _UNKNOWN) from error

    def source(self, name: str) -> str:
        """The text of a template; empty when there is none."""
        loaded = self._load(name)
        return loaded[0] if loaded else ""

    def _text(self, name: str, context: dict[str, Any]) -> str:
        parts: list[str] = []
        length = 0
        for part in self._environment.get_template(name).generate(context):
            parts.append(part)
            length += len(part)
            if length > _LONGEST:
                raise TemplateProblem("templat mencetak tanpa henti", "periksa perulangannya")
        return "".join(parts)

    def _load(self, name: str) -> tuple[str, str, None] | None:
        try:
            file = resources.find(name, self._root)
            text = file.read_text(encoding="utf-8-sig")
        except (resources.ResourceMissing, IsADirectoryError, PermissionError):
            return None
        except UnicodeDecodeError as error:
            raise TemplateProblem(f"templat {name} bukan teks UTF-8", "simpan berkasnya sebagai UTF-8") from error
        refuse_unprintable(text)
        return text, f"templates/{name}", None


@pass_context
def _finalize(context: Context, value: Any) -> Any:
    """What ``{{ value }}`` writes: placeholders only. Takes the context so that it never runs at compile time."""
    if hasattr(value, "__html__"):
        return value
    if isinstance(value, TableBuilder):
        return Markup(placeholder(Deferred(value._blocks(), template_line())))
    if isinstance(value, Deferred):
        value.line = template_line()
        return Markup(placeholder(value))
    if isinstance(value, str):
        return Markup("".join(_marked(value)))
    if isinstance(value, ListView) and len(value):
        return Markup(str(value))
    return Markup("".join(placeholder(piece) for piece in pieces_of(value)))


def _marked(text: str) -> list[str]:
    """``text`` with a placeholder for each stretch that is none yet."""
    refuse_unprintable(text)
    found: list[str] = []
    start = 0
    for match in PLACEHOLDERS.finditer(text):
        if match.start() > start:
            found.append(placeholder(pieces_of(text[start : match.start()])[0]))
        found.append(match.group())
        start = match.end()
    if start < len(text):
        found.append(placeholder(pieces_of(text[start:])[0]))
    return found


def _place(error: BaseException, name: str) -> tuple[str, int]:
    """Template file and line where the error arose; the innermost template counts."""
    found = (f"templates/{name}", 1)
    trace = error.__traceback__
    while trace is not None:
        file = trace.tb_frame.f_code.co_filename
        if file.startswith("templates/"):
            found = (file, trace.tb_lineno)
        trace = trace.tb_next
    return found


def _sentence(error: Exception) -> str:
    if isinstance(error, SecurityError):
        return f"templat memakai yang tidak diizinkan ({error})"
    if isinstance(error, UndefinedError):
        return str(error.message)
    if isinstance(error, RecursionError):
        return "templat memanggil dirinya sendiri tanpa henti"
    return f"templat gagal dijalankan ({type(error).__name__}: {error})"
