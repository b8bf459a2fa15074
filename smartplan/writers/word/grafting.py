"""Styles and lists that a base document lacks are grafted on from the one that we ship; what it has stays its own."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lxml import etree

    from smartplan.writers.word.units import Twips

__all__ = ["Graft"]

_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_BEFORE_NUMBER: Final = ("pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl")
_BEFORE_TABS: Final = (*_BEFORE_NUMBER, "numPr", "suppressLineNumbers", "pBdr", "shd")
_BEFORE_INDENT: Final = (
    *_BEFORE_TABS,
    "tabs",
    "suppressAutoHyphens",
    "kinsoku",
    "wordWrap",
    "overflowPunct",
    "topLinePunct",
    "autoSpaceDE",
    "autoSpaceDN",
    "bidi",
    "adjustRightInd",
    "snapToGrid",
    "spacing",
)
_BEFORE_PARAGRAPH: Final = (
    "name",
    "aliases",
    "basedOn",
    "next",
    "link",
    "autoRedefine",
    "hidden",
    "uiPriority",
    "semiHidden",
    "unhideWhenUsed",
    "qFormat",
    "locked",
    "personal",
    "personalCompose",
    "personalReply",
    "rsid",
)
_LIST_LEVELS: Final = 3  # that the lists of a book go down
_HEADINGS: Final = ("heading 1", "judul lampiran")
_RUNNING: Final = "kepala berjalan"
_WITH_PAGES: Final = ("toc 1", "toc 2", "toc 3", "table of figures")


class Graft:
    """``styles`` and ``numbers`` are the trees of the base, changed in place by ``grow``; those of ours only give."""

    def __init__(
        self,
        styles: etree._Element,
        numbers: etree._Element,
        our_styles: etree._Element,
        our_numbers: etree._Element,
        text_width: Twips,
        our_width: Twips,
    ) -> None:
        self._styles = styles
        self._numbers = numbers
        self._ours = {_name(style).lower(): style for style in our_styles.iter(f"{_W}style")}
        self._our_numbers = our_numbers
        self._text_width = text_width
        self._our_width = our_width
        self._ids: dict[str, str] = {}

    def grow(self) -> tuple[str, ...]:
        """Names of the styles that were missing, in our order."""
        self._name_own_styles_of_word()
        self._set_apart_other_kinds()
        known = {_name(style).lower(): style for style in self._styles.iter(f"{_W}style")}
        taken = {style.get(f"{_W}styleId") for style in known.values()}
        missing = [name for name in self._ours if name not in known]
        for name, style in self._ours.items():
            identifier = style.get(f"{_W}styleId") or ""
            if name in known:
                self._ids[identifier] = known[name].get(f"{_W}styleId") or ""
                continue
            self._ids[identifier] = identifier if identifier not in taken else f"{identifier}SP"
        for name in missing:
            known[name] = self._copy(self._ours[name])
            self._styles.append(known[name])
        for group in self._list_groups():
            if not self._has_own_list(group, known):
                self._link_list(group, known)
        for name in _WITH_PAGES:
            self._reach_the_margin(known[name])
        self._stop_where_the_text_ends(known[_RUNNING], known["header"])
        self._speak_indonesian()
        return tuple(_name(self._ours[name]) for name in missing)

    def _name_own_styles_of_word(self) -> None:
        """Some programs translate the names of Word's own styles and keep their ids."""
        known = {_name(style).lower() for style in self._styles.iter(f"{_W}style")}
        wanted = {
            style.get(f"{_W}styleId"): style
            for name, style in self._ours.items()
            if name not in known and style.get(f"{_W}customStyle") is None
        }
        for style in self._styles.iter(f"{_W}style"):
            ours = wanted.get(style.get(f"{_W}styleId"))
            if ours is not None and ours.get(f"{_W}type") == style.get(f"{_W}type"):
                _child(style, "name").set(f"{_W}val", _name(ours))
                style.attrib.pop(f"{_W}customStyle", "")

    def _set_apart_other_kinds(self) -> None:
        """A table style, say, that has the name of a paragraph style of ours gets another name."""
        for style in self._styles.iter(f"{_W}style"):
            ours = self._ours.get(_name(style).lower())
            if ours is not None and ours.get(f"{_W}type") != style.get(f"{_W}type"):
                _child(style, "name").set(f"{_W}val", f"{_name(style)} (templat)")

    def _copy(self, ours: etree._Element) -> etree._Element:
        style = deepcopy(ours)
        style.set(f"{_W}styleId", self._ids[ours.get(f"{_W}styleId") or ""])
        kind = style.get(f"{_W}type")
        others = (other for other in self._styles.iter(f"{_W}style") if other.get(f"{_W}type") == kind)
        if any(other.get(f"{_W}default") for other in others):
            style.attrib.pop(f"{_W}default", "")
        above = style.find(f"{_W}basedOn")
        for link in ("basedOn", "next"):
            node = style.find(f"{_W}{link}")
            if node is not None:
                node.set(f"{_W}val", self._ids[node.get(f"{_W}val") or ""])
        for stop in style.iter(f"{_W}tab"):
            if stop.get(f"{_W}pos") == str(self._our_width):
                stop.set(f"{_W}pos", str(self._text_width))
        # Normal of the base may indent the first line of what it is for; a cell or a cover is no such text.
        is_plain = kind == "paragraph" and above is not None and above.get(f"{_W}val") == self._ids.get("Normal")
        if is_plain and style.find(f"{_W}pPr/{_W}ind") is None and style.find(f"{_W}pPr/{_W}numPr") is None:
            _put(_paragraph_of(style), _make(style, "ind", left="0", right="0", firstLine="0"), _BEFORE_INDENT)
        return style

    def _list_groups(self) -> Iterator[list[str]]:
        """Names of the styles of each of our lists, by level."""
        groups: dict[str, list[str]] = {}
        for name, style in self._ours.items():
            number = style.find(f"{_W}pPr/{_W}numPr/{_W}numId")
            if number is not None:
                groups.setdefault(number.get(f"{_W}val") or "", []).append(name)
        yield from groups.values()

    def _has_own_list(self, group: list[str], known: dict[str, etree._Element]) -> bool:
        """Headings must count as the words of a book say; a list only has to go deep enough."""
        used = [_list_of(known[name]) for name in group]
        if len(set(used)) != 1 or used[0] is None:
            return False
        shape = _shape(self._numbers, used[0])
        if shape is None:
            return False
        ours = _shape(self._our_numbers, _list_of(self._ours[group[0]]) or "")
        if group[0] in _HEADINGS and ours is not None:
            return _counting(shape)[: len(group)] == _counting(ours)[: len(group)]
        return len(shape.findall(f"{_W}lvl")) >= _LIST_LEVELS

    def _link_list(self, group: list[str], known: dict[str, etree._Element]) -> None:
        """Give the styles of ``group`` our list, under numbers that are free."""
        number = _list_of(self._ours[group[0]]) or ""
        ours = _shape(self._our_numbers, number)
        if ours is None:
            return
        shape = deepcopy(ours)
        shape_id = str(
            1 + max((_value(node, "abstractNumId") for node in self._numbers.iter(f"{_W}abstractNum")), default=0)
        )
        list_id = str(1 + max((_value(node, "numId") for node in self._numbers.iter(f"{_W}num")), default=0))
        shape.set(f"{_W}abstractNumId", shape_id)
        for linked in shape.iter(f"{_W}pStyle"):
            linked.set(f"{_W}val", self._ids[linked.get(f"{_W}val") or ""])
        _put(self._numbers, shape, ("numPicBullet", "abstractNum"))
        use = _make(self._numbers, "num", numId=list_id)
        use.append(_make(self._numbers, "abstractNumId", val=shape_id))
        _put(self._numbers, use, ("numPicBullet", "abstractNum", "num"))
        self._unlink({known[name].get(f"{_W}styleId") or "" for name in group}, but=shape)
        for level, name in enumerate(group):
            above = _paragraph_of(known[name])
            for old in above.findall(f"{_W}numPr"):
                above.remove(old)
            mark = _make(above, "numPr")
            mark.append(_make(above, "ilvl", val=str(level)))
            mark.append(_make(above, "numId", val=list_id))
            _put(above, mark, _BEFORE_NUMBER)

    def _unlink(self, styles: set[str], *, but: etree._Element) -> None:
        """A style belongs to one list only."""
        for shape in self._numbers.iter(f"{_W}abstractNum"):
            for level in shape.iter(f"{_W}lvl") if shape is not but else ():
                for linked in level.findall(f"{_W}pStyle"):
                    if linked.get(f"{_W}val") in styles:
                        level.remove(linked)

    def _reach_the_margin(self, style: etree._Element) -> None:
        """The page number of a list of contents stands at the right margin of this page."""
        above = _paragraph_of(style)
        stops = above.find(f"{_W}tabs")
        if stops is None:
            stops = _make(above, "tabs")
            _put(above, stops, _BEFORE_TABS)
        right = [stop for stop in stops if stop.get(f"{_W}val") == "right"]
        if not right:
            right = [_make(stops, "tab", val="right", leader="dot", pos=str(self._text_width))]
            stops.append(right[0])
        if _value(right[-1], "pos") in (self._our_width, 0):
            right[-1].set(f"{_W}pos", str(self._text_width))

    def _stop_where_the_text_ends(self, running: etree._Element, header: etree._Element) -> None:
        """The running header has one stop, at the right margin, whatever stops the header of the base has."""
        above = _paragraph_of(running)
        for old in above.findall(f"{_W}tabs"):
            above.remove(old)
        stops = _make(above, "tabs")
        for stop in header.iterfind(f"{_W}pPr/{_W}tabs/{_W}tab"):
            if _value(stop, "pos") != self._text_width:
                stops.append(_make(stops, "tab", val="clear", pos=stop.get(f"{_W}pos") or "0"))
        stops.append(_make(stops, "tab", val="right", pos=str(self._text_width)))
        _put(above, stops, _BEFORE_TABS)

    def _speak_indonesian(self) -> None:
        for language in self._styles.iterfind(f"{_W}docDefaults/{_W}rPrDefault/{_W}rPr/{_W}lang"):
            language.set(f"{_W}val", "id-ID")


def _name(style: etree._Element) -> str:
    node = style.find(f"{_W}name")
    return node.get(f"{_W}val") or "" if node is not None else ""


def _value(node: etree._Element, name: str) -> int:
    text = node.get(f"{_W}{name}") or "0"
    return int(text) if text.lstrip("-").isdigit() else 0


def _make(near: etree._Element, tag: str, **attributes: str) -> etree._Element:
    made: etree._Element = near.makeelement(f"{_W}{tag}", {f"{_W}{name}": value for name, value in attributes.items()})
    return made


def _child(parent: etree._Element, tag: str) -> etree._Element:
    found = parent.find(f"{_W}{tag}")
    assert found is not None, tag
    return found


def _paragraph_of(style: etree._Element) -> etree._Element:
    """``w:pPr`` of a style, made where there is none."""
    found = style.find(f"{_W}pPr")
    if found is None:
        found = _make(style, "pPr")
        _put(style, found, _BEFORE_PARAGRAPH)
    return found


def _put(parent: etree._Element, child: etree._Element, before: Iterable[str]) -> None:
    """Insert ``child`` after the last of ``parent``'s children whose tags are in ``before``."""
    tags = {f"{_W}{tag}" for tag in before}
    places = [at for at, node in enumerate(parent, 1) if node.tag in tags]
    parent.insert(places[-1] if places else 0, child)


def _list_of(style: etree._Element) -> str | None:
    number = style.find(f"{_W}pPr/{_W}numPr/{_W}numId")
    return number.get(f"{_W}val") if number is not None else None


def _shape(numbers: etree._Element, number: str) -> etree._Element | None:
    """The ``w:abstractNum`` behind a list, when it says itself how it counts."""
    for use in numbers.iter(f"{_W}num"):
        if use.get(f"{_W}numId") == number:
            shape_id = _child(use, "abstractNumId").get(f"{_W}val")
            for shape in numbers.iter(f"{_W}abstractNum"):
                if shape.get(f"{_W}abstractNumId") == shape_id and shape.find(f"{_W}lvl") is not None:
                    return shape
    return None


def _counting(shape: etree._Element) -> list[tuple[str | None, ...]]:
    """Form and words of each level."""
    found = []
    for level in shape.iterfind(f"{_W}lvl"):
        nodes = (level.find(f"{_W}{tag}") for tag in ("numFmt", "lvlText"))
        found.append(tuple(node.get(f"{_W}val") if node is not None else None for node in nodes))
    return found
