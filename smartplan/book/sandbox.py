"""The Jinja environment for templates that strangers may have written: sandboxed, strict, few filters."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from jinja2 import FileSystemBytecodeCache, StrictUndefined
from jinja2.exceptions import SecurityError
from jinja2.sandbox import SandboxedEnvironment
from jinja2.utils import missing

from smartplan.book.functions.table import TableBuilder
from smartplan.book.views import ListView, MapView, Missing, Value, View
from smartplan.files.cache import cache_folder

if TYPE_CHECKING:
    from jinja2 import BaseLoader

__all__ = ["BookEnvironment"]

_LONGEST: Final = 1_000_000
# Others would take a placeholder for the text that it stands for, or let text meet Markdown unmarked.
_FILTERS: Final = (
    "abs", "batch", "count", "default", "first", "groupby", "items", "join", "last", "length", "list", "map", "max",
    "min", "reject", "rejectattr", "reverse", "round", "select", "selectattr", "slice", "sort", "sum", "unique",
)  # fmt: skip
_GLOBALS: Final = ("range", "dict", "namespace", "cycler", "joiner")


_OUR_OWN: Final = (View, Value, ListView, MapView, Missing, TableBuilder)


class Unknown(StrictUndefined):
    """A name that does not exist; using it is an error, said in Indonesian."""

    @property
    def _undefined_message(self) -> str:
        if self._undefined_hint:
            return self._undefined_hint
        name = self._undefined_name
        if self._undefined_obj is missing:
            return f'nama "{name}" tidak dikenal'
        kind = type(self._undefined_obj).__name__
        return f'"{name}" tidak ada pada isian ini ({_KINDS.get(kind, kind)})'


_KINDS: Final = {
    "ListView": "daftar; pakai {% for %} atau [0]",
    "Value": "satu nilai",
    "View": "kumpulan isian",
    "YearMap": "angka per tahun",
    "Missing": "belum diisi",
    "list": "daftar",
    "TemplateModule": "templat yang diimpor",
    "TableBuilder": "tabel",
    "DimensionItem": "dimensi",
}


class BookEnvironment(SandboxedEnvironment):
    """Every printed value goes through ``finalize``; names with ``_`` and unbounded repetition are refused."""

    intercepted_binops = frozenset(("*", "**"))

    def __init__(self, loader: BaseLoader, finalize: Any) -> None:
        super().__init__(
            loader=loader,
            undefined=Unknown,
            autoescape=True,
            trim_blocks=True,
            lstrip_blocks=True,
            finalize=finalize,
            extensions=["jinja2.ext.do"],
            bytecode_cache=_bytecode_cache(),
        )
        self.filters = {name: self.filters[name] for name in _FILTERS}
        self.globals = {name: self.globals[name] for name in _GLOBALS}

    def getattr(self, obj: Any, attribute: str) -> Any:
        """Our own views, met a hundred times a page, need no more than one question."""
        if isinstance(obj, _OUR_OWN) and not attribute.startswith("_"):
            try:
                return getattr(obj, attribute)
            except AttributeError:
                return self.undefined(obj=obj, name=attribute)
        return super().getattr(obj, attribute)

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        if operator == "**":
            raise SecurityError("tanda ** tidak dapat dipakai di templat")
        for text, times in ((left, right), (right, left)):
            if isinstance(text, (str, list, tuple)) and isinstance(times, int) and len(text) * times > _LONGEST:
                raise SecurityError("pengulangan terlalu panjang")
        return super().call_binop(context, operator, left, right)


def _bytecode_cache() -> FileSystemBytecodeCache | None:
    """In the user's cache folder; none where that cannot be written."""
    folder = cache_folder("templat")
    return FileSystemBytecodeCache(str(folder)) if folder is not None else None
