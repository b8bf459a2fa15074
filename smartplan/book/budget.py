"""How much a template may do: loops, calls and texts are counted, so that one without an end ends, always alike."""

from __future__ import annotations

from types import BuiltinFunctionType, BuiltinMethodType
from typing import TYPE_CHECKING, Any, Final, cast

from jinja2 import nodes
from jinja2.exceptions import SecurityError

from smartplan.book.trouble import TemplateProblem

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from jinja2 import Environment

__all__ = ["Budget", "counting", "guarded"]

_STEPS: Final = 2_000_000
"""Of one chapter; one with 2,000 programs needs about 100,000."""
_CALL: Final = 5
"""Steps of one call, which takes as long as so many rounds of a loop."""
_LONGEST_TEXT: Final = 1_000_000
_LONGEST_CAPTURE: Final = 5_000_000
_LONGEST_LIST: Final = 100_000
_LETTERS: Final = 20
"""Letters of a text that count as one step."""
_ITEMS: Final = 20
"""Items that are only looked at, which count as one step."""
_MOST_BITS: Final = 4096
_MOST_PLACES: Final = 20
_CHEAP: Final = frozenset(("add", "append", "get", "items", "keys", "pop", "values"))
_SIZED: Final = (str, list, tuple, dict, set)
_END: Final = "periksa perulangannya: mungkin ada perulangan di dalam perulangan, atau makro yang memanggil dirinya"


class Budget:
    """The steps that are left to one chapter."""

    def __init__(self) -> None:
        self.left = _STEPS

    def renew(self) -> None:
        self.left = _STEPS

    def spend(self, steps: int = 1) -> str:
        """Raises TemplateProblem when nothing is left."""
        self.left -= steps
        if self.left < 0:
            raise TemplateProblem(f"templat bekerja tanpa henti (lebih dari {_STEPS} langkah)", _END)
        return ""

    def counted(self, items: Any, weight: int = 1) -> Any:
        """``items`` of a loop whose every round costs ``weight``."""
        try:
            count = len(items)
        except TypeError:
            return self._one_by_one(items, weight)
        self.spend(count * weight)
        return items

    def _one_by_one(self, items: Any, weight: int) -> Iterator[Any]:
        for item in items:
            self.spend(weight)
            yield item

    def weighed(self, holder: Any) -> Any:
        """``holder`` in which something is looked for."""
        if isinstance(holder, _SIZED):
            self.spend(len(holder) // _ITEMS)
        return holder

    def bounded(self, made: Any) -> Any:
        """A text or list that was put together."""
        if isinstance(made, str):
            self.spend(len(made) // _LETTERS)
            if len(made) > _LONGEST_TEXT:
                raise SecurityError("teks terlalu panjang")
        elif isinstance(made, (list, tuple)):
            self.spend(len(made) // _ITEMS)
            if len(made) > _LONGEST_LIST:
                raise SecurityError("daftar terlalu panjang")
        return made

    def printed(self, text: str) -> None:
        """A text that is printed once more, such as the output of a macro."""
        self.spend(len(text) // _LETTERS)
        if len(text) > _LONGEST_CAPTURE:
            raise TemplateProblem("templat mencetak tanpa henti", _END)

    def called(self, function: Any, args: tuple[Any, ...]) -> None:
        """A function or method is called."""
        self.spend(_CALL)
        if isinstance(function, (BuiltinFunctionType, BuiltinMethodType)):
            owner = function.__self__
            if isinstance(owner, _SIZED) and function.__name__ not in _CHEAP:
                self.spend(len(owner) // _ITEMS)
            for given in args:
                if isinstance(given, (*_SIZED, range)) and function.__name__ not in _CHEAP:
                    self.spend(len(given))

    def multiplied(self, left: Any, right: Any) -> None:
        """Raises SecurityError where ``left * right`` grows beyond all measure."""
        for many, times in ((left, right), (right, left)):
            if isinstance(many, str) and isinstance(times, int) and len(many) * times > _LONGEST_TEXT:
                raise SecurityError("pengulangan terlalu panjang")
            if isinstance(many, (list, tuple)) and isinstance(times, int) and len(many) * times > _LONGEST_LIST:
                raise SecurityError("pengulangan terlalu panjang")
        if isinstance(left, int) and isinstance(right, int) and left.bit_length() + right.bit_length() > _MOST_BITS:
            raise SecurityError("bilangan terlalu besar")


def guarded(name: str, function: Callable[..., Any], budget: Budget) -> Callable[..., Any]:
    """A filter of Jinja that pays for the items which it walks."""
    if name in _ONE_VALUE and name != "round":
        return function
    takes_context = hasattr(function, "jinja_pass_arg")

    def paying(*args: Any, **kwargs: Any) -> Any:
        place = 1 if takes_context else 0
        given = args[place]
        if name == "round":
            places = kwargs.get("precision", args[place + 1] if len(args) > place + 1 else 0)
            if not isinstance(places, int) or abs(places) > _MOST_PLACES:
                raise SecurityError("terlalu banyak angka di belakang koma")
        elif name == "sum":
            start = kwargs.get("start", args[place + 2] if len(args) > place + 2 else 0)
            if isinstance(start, _SIZED):
                raise SecurityError("sum hanya untuk angka")
        elif name == "join":
            given = list(budget.counted(given))
            if sum(len(item) for item in given if isinstance(item, str)) > _LONGEST_TEXT:
                raise SecurityError("teks terlalu panjang")
        if name not in _ONE_VALUE:
            args = (*args[:place], budget.counted(given), *args[place + 1 :])
        return function(*args, **kwargs)

    paying.__dict__.update(getattr(function, "__dict__", {}))
    return paying


_ONE_VALUE: Final = frozenset(("abs", "count", "default", "first", "items", "last", "length", "round"))


def counting(tree: nodes.Template, environment: Environment) -> nodes.Template:
    """``tree`` with what makes its loops, macros, joined texts and searches pay. ``environment`` has ``budget``."""

    def call(method: str, *args: nodes.Expr) -> nodes.Call:
        owner = nodes.EnvironmentAttribute(method, lineno=args[0].lineno)
        return nodes.Call(owner, list(args), [], None, None, lineno=args[0].lineno)

    for loop in list(tree.find_all(nodes.For)):
        loop.iter = call(
            "counted",
            cast("nodes.Expr", loop.iter),
            nodes.Const(1 + _letters(loop.body) // _LETTERS, lineno=loop.lineno),
        )
    for part in list(tree.find_all((nodes.Macro, nodes.CallBlock, nodes.Block))):
        weight = _letters(part.body) // _LETTERS  # type: ignore[attr-defined]
        if weight:
            cost = nodes.ExprStmt(call("spend", nodes.Const(weight, lineno=part.lineno)), lineno=part.lineno)
            part.body.insert(0, cost)  # type: ignore[attr-defined]
    for compare in list(tree.find_all(nodes.Compare)):
        for operand in compare.ops:
            if operand.op in ("in", "notin"):
                operand.expr = call("weighed", operand.expr)
    _wrap_concats(tree, call)
    return tree.set_environment(environment)  # type: ignore[return-value]


def _letters(body: list[nodes.Node]) -> int:
    """Letters that the template itself prints in ``body``."""
    return sum(len(data.data) for node in body for data in _with(node, nodes.TemplateData))


def _with(node: nodes.Node, kind: Any) -> Iterator[Any]:
    if isinstance(node, kind):
        yield node
    yield from node.find_all(kind)


def _wrap_concats(node: nodes.Node, call: Callable[..., nodes.Call]) -> None:
    for field, value in list(node.iter_fields()):
        if isinstance(value, nodes.Node):
            _wrap_concats(value, call)
            if isinstance(value, nodes.Concat):
                setattr(node, field, call("bounded", value))
        elif isinstance(value, list):
            for place, item in enumerate(value):
                if isinstance(item, nodes.Node):
                    _wrap_concats(item, call)
                    if isinstance(item, nodes.Concat):
                        value[place] = call("bounded", item)
