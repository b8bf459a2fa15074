"""The parts of the book around its body: relations, media, content types, and the zip that holds all."""

from __future__ import annotations

import re
from hashlib import sha256
from typing import TYPE_CHECKING, Final

from smartplan.files import zip_bytes
from smartplan.writers.word.xml import attribute

if TYPE_CHECKING:
    from smartplan.writers.word.base import Base

__all__ = ["OFFICE", "ControlCharacter", "Package"]

OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_MEDIA_TYPES: Final = {"png": "image/png", "jpeg": "image/jpeg", "svg": "image/svg+xml"}
_LEADING: Final = ("[Content_Types].xml", "_rels/.rels")
# C0 controls but tab, line feed and carriage return: no XML may hold them.
_CONTROLS: Final = bytes(code for code in range(32) if code not in (9, 10, 13))
_NONCHARACTERS: Final = re.compile(b"\xef\xbf[\xbe\xbf]")


class ControlCharacter(ValueError):
    """A text holds a character that no XML file may hold; the source refuses them, so this is a fault of ours."""


class Package:
    """Starts as the base's parts; what is added gets ids and names by counting."""

    def __init__(self, base: Base) -> None:
        self.parts: dict[str, bytes] = dict(base.parts)
        self._types: list[str] = []
        self._extensions: list[str] = []
        self._relations: dict[tuple[str, str, bool], str] = {}
        self._root_relations: list[str] = []
        self._media: dict[str, str] = {}

    def relate(self, kind: str, target: str, *, external: bool = False) -> str:
        """The id of the document's relation to ``target``; the same target gets the same id."""
        key = (kind, target, external)
        if key not in self._relations:
            self._relations[key] = f"rIdS{len(self._relations) + 1}"
        return self._relations[key]

    def relate_root(self, kind: str, target: str) -> None:
        number = len(self._root_relations) + 1
        self._root_relations.append(f'<Relationship Id="rIdS{number}" Type="{kind}" Target="{target}"/>')

    def add(self, name: str, content: str, content_type: str = "") -> None:
        """A part as text; without a type of its own it has that of its ending."""
        self.parts[name] = content.encode("utf-8")
        if content_type and f'PartName="/{name}"'.encode() not in self.parts["[Content_Types].xml"]:
            self._types.append(f'<Override PartName="/{name}" ContentType="{content_type}"/>')

    def picture(self, content: bytes, extension: str) -> str:
        """The relation id of a picture; equal pictures are stored once."""
        digest = sha256(content).hexdigest()
        if digest not in self._media:
            name = f"media/sp-{len(self._media) + 1}.{extension}"
            self.parts[f"word/{name}"] = content
            self._media[digest] = self.relate(f"{OFFICE}/image", name)
            if extension not in self._extensions:
                self._extensions.append(extension)
        return self._media[digest]

    def insert(self, name: str, content: str, *before: str) -> None:
        """Put ``content`` before the first of the marks that the part ``name`` has."""
        part = self.parts[name].decode("utf-8")
        place = next((at for mark in before if (at := part.find(mark)) >= 0), None)
        if place is None:
            raise ValueError(f"{name}: none of {before}")
        self.parts[name] = (part[:place] + content + part[place:]).encode("utf-8")

    def pack(self) -> bytes:
        """The zip: fixed order, no clock, no trace of the machine."""
        self._close()
        for name, content in self.parts.items():
            if name.endswith((".xml", ".rels")):
                _refuse_controls(name, content)
        return zip_bytes(self.parts, leading=_LEADING)

    def _close(self) -> None:
        known = self.parts["[Content_Types].xml"].decode("utf-8")
        defaults = "".join(
            f'<Default Extension="{extension}" ContentType="{_MEDIA_TYPES[extension]}"/>'
            for extension in self._extensions
            if f'Extension="{extension}"' not in known
        )
        if defaults:
            self.insert("[Content_Types].xml", defaults, "<Override", "</Types>")
        self.insert("[Content_Types].xml", "".join(self._types), "</Types>")
        relations = "".join(
            f'<Relationship Id="{identifier}" Type="{kind}" Target="{attribute(target)}"'
            + (' TargetMode="External"/>' if external else "/>")
            for (kind, target, external), identifier in self._relations.items()
        )
        self.insert("word/_rels/document.xml.rels", relations, "</Relationships>")
        self.insert("_rels/.rels", "".join(self._root_relations), "</Relationships>")
        self._types, self._extensions, self._root_relations = [], [], []
        self._relations = {}


def _refuse_controls(name: str, content: bytes) -> None:
    if len(content.translate(None, _CONTROLS)) != len(content) or _NONCHARACTERS.search(content):
        raise ControlCharacter(f"{name}: a text holds a control character")
