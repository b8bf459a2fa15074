"""``Missing``: what the plan does not say. It is seen wherever it is printed, and never counts as zero."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from smartplan.book.blocks import Piece
from smartplan.book.ledger import placeholder

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smartplan.fields import Bagian

__all__ = ["Missing"]

_CODE: Final = "WJB002"
_OWN: Final = "tambahan"
"""What a regency adds of its own is called by the names that it gave."""
_MAPS: Final = ("map", "texts")


class Missing:
    """What is absent at a data path. Printed it is a call-out in place; looping over it gives one Missing item.

    ``inner`` is the kind of part that would stand there; ``kind`` that of the field, "any" when it has any attribute.
    """

    __slots__ = ("_inner", "_kind", "_path", "_what")

    def __init__(self, what: str, path: str, inner: type[Bagian] | None = None, kind: str = "part") -> None:
        self._what = what
        self._path = path
        self._inner = inner
        self._kind = kind

    @classmethod
    def of(cls, part: type[Bagian], key: str, path: str) -> Missing:
        """The field ``key`` of ``part``, absent."""
        return cls(part.describe(key), path, part.part_of(key), part.kind_of(key))

    def _piece(self) -> Piece:
        return Piece(f"[belum diisi: {self._what}]", "missing", self._path, None, _CODE)

    def _member(self, name: str) -> Missing:
        inner = self._inner
        if self._kind in _MAPS:
            what = name.replace("_", " ") if self._path.rpartition(".")[2] == _OWN else self._what
            return Missing(what, f"{self._path}.{name}", inner, "part" if inner else "teks")
        if inner is None and name == "nilai":
            return self
        if name == "dimensi_" or self._kind == "any":
            return self
        if inner is None or name not in inner.fields:
            raise AttributeError(name)
        return Missing.of(inner, name, f"{self._path}.{name}")

    def _item(self, position: int) -> Missing:
        return Missing(self._what, f"{self._path}[#{position + 1}]", self._inner, "part" if self._inner else "teks")

    def __getattr__(self, name: str) -> Missing:
        if name.startswith("_"):
            raise AttributeError(name)
        return self._member(name)

    def __getitem__(self, key: Any) -> Missing:
        if isinstance(key, slice):
            return self
        if isinstance(key, int):
            return self._item(key) if self._kind == "list" else Missing(self._what, f"{self._path}.{key}", None, "teks")
        try:
            return self._member(str(key))
        except AttributeError:
            raise KeyError(key) from None

    def __iter__(self) -> Iterator[Missing]:
        yield self._item(0) if self._kind == "list" else self

    def items(self) -> list[tuple[Missing, Missing]]:
        return [(self, self)]

    def get(self, key: Any) -> Missing:
        return self[key]

    def __len__(self) -> int:
        return 0

    def __bool__(self) -> bool:
        return False

    def __str__(self) -> str:
        return placeholder(self._piece())

    def _never(self, other: object) -> bool:
        return False

    def _unknown(self, other: object) -> Missing:
        return self

    __lt__ = __le__ = __gt__ = __ge__ = _never
    __add__ = __radd__ = __sub__ = __rsub__ = __mul__ = __rmul__ = __truediv__ = __rtruediv__ = _unknown
