"""The Jinja environment for templates that strangers may have written: sandboxed, strict, few filters."""

from __future__ import annotations

import re
from contextlib import suppress
from functools import lru_cache
from types import FunctionType, MethodType
from typing import TYPE_CHECKING, Any, Final

from jinja2 import Environment, FileSystemBytecodeCache, StrictUndefined, nodes
from jinja2.environment import TemplateModule
from jinja2.exceptions import SecurityError, TemplateSyntaxError, UndefinedError
from jinja2.runtime import LoopContext
from jinja2.sandbox import SandboxedEnvironment
from jinja2.utils import Namespace, missing

from smartplan.book.budget import Budget, counting, guarded
from smartplan.book.functions.groups import Group, Groups
from smartplan.book.functions.lookup import DimensionItem
from smartplan.book.functions.sums import Sum
from smartplan.book.functions.table import TableBuilder
from smartplan.book.views import Computed, Item, ListView, MapView, Missing, Value, View, YearMap
from smartplan.files.cache import cache_folder

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jinja2 import BaseLoader
    from jinja2.bccache import Bucket

__all__ = ["BookEnvironment", "NameUnknown", "exported_names", "names_on", "parse"]

_EXTENSIONS: Final = ("jinja2.ext.do",)
# Others would take a placeholder for the text that it stands for, or let text meet Markdown unmarked.
_FILTERS: Final = (
    "abs", "count", "default", "first", "groupby", "items", "join", "last", "length", "list", "map", "max",
    "min", "reject", "rejectattr", "reverse", "round", "select", "selectattr", "sort", "sum", "unique",
)  # fmt: skip
_FUNCTIONS: Final = (FunctionType, MethodType)
_GENERATION: Final = 3
"""To be raised with every change of extensions or intercepted operators: compiled templates hold them."""
_FOR_THE_CONTEXT: Final = ("_loop_vars", "_block_vars")
"""Jinja adds these to every call, for functions that ask for the context."""
_OF_TEXTS: Final = frozenset(
    (
        "capitalize", "casefold", "count", "endswith", "find", "index", "isalnum", "isalpha", "isdigit", "islower",
        "isupper", "lower", "lstrip", "partition", "removeprefix", "removesuffix", "rpartition", "rsplit", "rstrip",
        "split", "splitlines", "startswith", "strip", "title", "upper",
    )
)  # fmt: skip
_GLOBALS: Final = ("range", "dict", "namespace", "cycler", "joiner")


_OUR_OWN: Final = frozenset(
    (
        Computed, DimensionItem, Group, Groups, Item, ListView, LoopContext, MapView, Missing, Namespace, Sum,
        TableBuilder, Value, View, YearMap,
    )
)  # fmt: skip
"""Exactly these show nothing but what a template may use."""


class NameUnknown(UndefinedError):
    """``word`` is not known: on ``owner``, in ``template``, or at all."""

    def __init__(self, message: str, word: str, owner: Any, template: str | None) -> None:
        super().__init__(message)
        self.word = word
        self.owner = owner
        self.template = template


class Unknown(StrictUndefined):
    """A name that does not exist; using it is an error, said in Indonesian."""

    def __init__(self, hint: str | None = None, obj: Any = missing, name: Any = None, exc: Any = UndefinedError):
        super().__init__(hint, obj, name, self._error if exc is UndefinedError else exc)  # type: ignore[arg-type]

    def _error(self, message: str) -> NameUnknown:
        owner = None if self._undefined_obj is missing else self._undefined_obj
        found = _NOT_EXPORTED.match(self._undefined_hint or "")
        return NameUnknown(message, str(self._undefined_name), owner, found.group(1) if found else None)

    @property
    def _undefined_message(self) -> str:
        name = self._undefined_name
        if self._undefined_hint:
            found = _NOT_EXPORTED.match(self._undefined_hint)
            return f'templat "{found.group(1)}" tidak memuat "{name}"' if found else self._undefined_hint
        if self._undefined_obj is missing:
            return f'nama "{name}" tidak dikenal'
        kind = type(self._undefined_obj).__name__
        return f'"{name}" tidak ada pada isian ini ({_KINDS.get(kind, kind)})'


_NOT_EXPORTED: Final = re.compile(r"the template '(.*?)' \(imported on .*does not export")
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


def names_on(owner: Any) -> set[str]:
    """The names that a template may ask of ``owner``."""
    if isinstance(owner, View):
        found: Any = owner._part.fields
    elif isinstance(owner, MapView):
        found = owner._values
    elif isinstance(owner, Missing):
        found = owner._inner.fields if owner._inner is not None else ()
    elif isinstance(owner, dict):
        found = [name for name in owner if isinstance(name, str)]
    elif isinstance(owner, (*_OUR_OWN, TemplateModule)):
        found = dir(owner)
    else:
        found = ()
    return {name for name in found if not name.startswith("_")}


@lru_cache(maxsize=128)
def parse(source: str) -> nodes.Template:
    """What a template consists of; any filter and test is taken. Raises TemplateSyntaxError."""
    environment = Environment(trim_blocks=True, lstrip_blocks=True, extensions=_EXTENSIONS)
    environment.filters, environment.tests = _Any(), _Any()
    return environment.parse(source)


class _Any(dict[str, Any]):
    """Holds whatever is looked for."""

    def get(self, key: str, default: Any = None) -> Any:
        return str

    def __getitem__(self, key: str) -> Any:
        return str


def exported_names(source: str) -> set[str]:
    """The macros and values that a template of this text offers to those who import it."""
    try:
        body = parse(source).body
    except TemplateSyntaxError:
        return set()
    macros = {node.name for node in body if isinstance(node, nodes.Macro)}
    targets = [node.target for node in body if isinstance(node, nodes.Assign)]
    values = {target.name for target in targets if isinstance(target, nodes.Name)}
    return {name for name in macros | values if not name.startswith("_")}


class BookEnvironment(SandboxedEnvironment):
    """Every printed value goes through ``finalize``; names with ``_`` and unbounded repetition are refused."""

    intercepted_binops = frozenset(("+", "*", "**", "%"))

    def __init__(self, loader: BaseLoader, finalize: Any) -> None:
        super().__init__(
            loader=loader,
            undefined=Unknown,
            autoescape=True,
            trim_blocks=True,
            lstrip_blocks=True,
            finalize=finalize,
            extensions=_EXTENSIONS,
            bytecode_cache=_bytecode_cache(),
        )
        self.budget = Budget()
        self.counted, self.spend = self.budget.counted, self.budget.spend
        self.weighed, self.bounded = self.budget.weighed, self.budget.bounded
        self.filters = {name: guarded(name, self.filters[name], self.budget) for name in _FILTERS}
        self.globals = {name: self.globals[name] for name in _GLOBALS}
        self.direct: frozenset[Any] = frozenset((self.counted, self.spend, self.weighed, self.bounded))

    def add_functions(self, functions: Mapping[str, Any]) -> None:
        """Our own functions and values, by the names that templates use."""
        self.globals.update(functions)
        ours = (function for function in functions.values() if type(function) in _FUNCTIONS)
        self.direct |= {function for function in ours if not hasattr(function, "jinja_pass_arg")}

    def getattr(self, obj: Any, attribute: str) -> Any:
        """Our own views, met a hundred times a page, need no more than one question."""
        kind = type(obj)
        if kind is View:
            shown = obj.__dict__.get(attribute)
            if shown is not None:
                return shown
        if kind in _OUR_OWN and not attribute.startswith("_"):
            try:
                return getattr(obj, attribute)
            except AttributeError:
                return self.undefined(obj=obj, name=attribute)
        return super().getattr(obj, attribute)

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """Of a text only what cannot make it longer without bounds."""
        if isinstance(obj, str) and attr not in _OF_TEXTS:
            return False
        return super().is_safe_attribute(obj, attr, value)

    def wrap_str_format(self, value: Any) -> None:
        """Jinja would let a text's ``format`` through, in which a width can be of any size."""
        return

    def call(self, context: Any, function: Any, *args: Any, **kwargs: Any) -> Any:
        """What we gave to templates ourselves is called without being looked at each time."""
        kind = type(function)
        self.budget.called(function, args)
        if kind is LoopContext:  # a loop that calls itself
            args = (self.budget.counted(args[0]), *args[1:])
        if (kind is MethodType and type(function.__self__) is TableBuilder) or (
            kind in _FUNCTIONS and function in self.direct
        ):
            for inner in _FOR_THE_CONTEXT:
                kwargs.pop(inner, None)
            return function(*args, **kwargs)
        return super().call(context, function, *args, **kwargs)

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        if operator == "**" or (operator == "%" and isinstance(left, str)):
            raise SecurityError(f"tanda {operator} tidak dapat dipakai di templat")
        if operator == "*":
            self.budget.multiplied(left, right)
        return self.budget.bounded(super().call_binop(context, operator, left, right))

    def _generate(self, source: nodes.Template, *given: Any, **more: Any) -> str:
        """The Python code of a template, in which its loops pay for their rounds."""
        return super()._generate(counting(source, self), *given, **more)


class _Cache(FileSystemBytecodeCache):
    """A disk that is full, or a file that cannot be read, only costs time."""

    def load_bytecode(self, bucket: Bucket) -> None:
        with suppress(OSError):
            super().load_bytecode(bucket)

    def dump_bytecode(self, bucket: Bucket) -> None:
        with suppress(OSError):
            super().dump_bytecode(bucket)


def _bytecode_cache() -> FileSystemBytecodeCache | None:
    """In the user's cache folder; none where that cannot be written."""
    folder = cache_folder(f"templat/{_GENERATION}")
    return _Cache(str(folder)) if folder is not None else None
