"""The parts of a .docx and the zip that holds them: same parts, same bytes."""

from __future__ import annotations

import io
import re
import zipfile
from typing import Final
from xml.sax.saxutils import escape

__all__ = ["CONTENT_TYPES", "RELATIONS", "Package"]

_CONTENT_TYPES: Final = "[Content_Types].xml"
_OFFICE: Final = "http://schemas.openxmlformats.org"
_MAIN: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml"
RELATIONS: Final = f"{_OFFICE}/officeDocument/2006/relationships"
CONTENT_TYPES: Final = {
    "header": f"{_MAIN}.header+xml",
    "footer": f"{_MAIN}.footer+xml",
    "custom": "application/vnd.openxmlformats-officedocument.custom-properties+xml",
    "customXmlProps": "application/vnd.openxmlformats-officedocument.customXmlProperties+xml",
}
_EPOCH: Final = (1980, 1, 1, 0, 0, 0)
_ID: Final = re.compile(r'Id="rId(\d+)"')


class Package:
    """Starts from the base document; parts are added by name, relations by their part."""

    def __init__(self, base: bytes) -> None:
        with zipfile.ZipFile(io.BytesIO(base)) as archive:
            self.parts = {name: archive.read(name) for name in archive.namelist()}
        self._next: dict[str, int] = {}

    def add(self, name: str, data: bytes, content_type: str | None = None) -> None:
        """``content_type`` is None when the base knows the type by the file's ending."""
        self.parts[name] = data
        if content_type:
            override = f'<Override PartName="/{name}" ContentType="{content_type}"/>'
            self._insert(_CONTENT_TYPES, "</Types>", override)

    def relate(self, owner: str, kind: str, target: str, *, external: bool = False) -> str:
        """The id of a new relation of part ``owner`` (empty: of the package)."""
        folder, _, name = owner.rpartition("/")
        part = f"{folder}/_rels/{name}.rels" if folder else f"_rels/{name}.rels"
        if part not in self.parts:
            self.parts[part] = (
                '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
                f'<Relationships xmlns="{_OFFICE}/package/2006/relationships"></Relationships>'
            ).encode()
        if part not in self._next:
            taken = [int(number) for number in _ID.findall(self.parts[part].decode())]
            self._next[part] = max(taken, default=0)
        self._next[part] += 1
        relation = f"rId{self._next[part]}"
        mode = ' TargetMode="External"' if external else ""
        full = kind if kind.startswith("http") else f"{RELATIONS}/{kind}"
        where = escape(target, {'"': "&quot;"})
        entry = f'<Relationship Id="{relation}" Type="{full}" Target="{where}"{mode}/>'
        self._insert(part, "</Relationships>", entry)
        return relation

    def _insert(self, part: str, before: str, text: str) -> None:
        content = self.parts[part].decode("utf-8")
        self.parts[part] = content.replace(before, text + before, 1).encode("utf-8")

    def save(self) -> bytes:
        """The zip: content types first, then the package's relations, then by name; one fixed time for all."""
        first = [_CONTENT_TYPES, "_rels/.rels"]
        names = [*first, *sorted(name for name in self.parts if name not in first)]
        stream = io.BytesIO()
        with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
            for name in names:
                info = zipfile.ZipInfo(name, _EPOCH)
                info.create_system = 3
                info.compress_type = zipfile.ZIP_DEFLATED
                archive.writestr(info, self.parts[name])
        return stream.getvalue()
