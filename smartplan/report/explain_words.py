"""What the pages about rules say, whatever their form."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NamedTuple

from smartplan.rules.driver import level_at

if TYPE_CHECKING:
    from collections.abc import Iterable

    from smartplan.edition import Edition
    from smartplan.findings import Severity
    from smartplan.rules.catalogue import Entry

__all__ = ["MARKS", "NOT_WAIVABLE", "Sheet", "example", "sheets", "waiver_of"]

MARKS: Final = {
    "F": "fakta dari sumber terbuka",
    "I": "disimpulkan dari sumber",
    "G": "kebiasaan umum, dapat diubah daerah",
}
NOT_WAIVABLE: Final = "Temuan ini tidak dapat dikecualikan: yang tidak terbaca tidak masuk buku mana pun."
_LONG_LINE: Final = 90


class Sheet(NamedTuple):
    """A rule in an edition. ``levels``: id and title of each stage and the severity there, None before it is due.

    ``parameters``: name -> value as written. ``applies``: False when the edition takes the rule out.
    """

    entry: Entry
    levels: tuple[tuple[str, str, Severity | None], ...]
    parameters: dict[str, str]
    mark: str | None
    source: str | None
    applies: bool

    @property
    def origin(self) -> str | None:
        """``F, fakta dari sumber terbuka: UU 12 Tahun 2011``"""
        if self.mark is None:
            return None
        meaning = f", {MARKS[self.mark]}" if self.mark in MARKS else ""
        return f"{self.mark}{meaning}: {self.source}" if self.source else f"{self.mark}{meaning}"

    @property
    def when(self) -> str | None:
        """Why there is no table of stages; None when there is one."""
        if not self.applies:
            return "tidak berlaku pada edisi ini"
        if self.levels:
            return None
        if self.entry.family == "WJB":
            return "menurut tiap isian; lihat `smartplan edition show`"
        return "berlaku di setiap tahap"


def sheets(entries: Iterable[Entry], edition: Edition) -> list[Sheet]:
    """The entries with what ``edition`` says of them."""
    return [_sheet(entry, edition) for entry in entries]


def _sheet(entry: Entry, edition: Edition) -> Sheet:
    row = (edition.aturan or {}).get(entry.code)
    if row is None or row.hapus:
        return Sheet(entry, (), {}, None, None, not entry.is_rule)
    stages = edition.ids("tahap")
    levels = tuple((name, edition.name_of("tahap", name), level_at(row.sejak or {}, stages, name)) for name in stages)
    return Sheet(entry, levels, dict(row.parameter or {}), row.tanda, row.sumber, True)


def waiver_of(entry: Entry) -> str:
    """The YAML by which a plan excuses such a finding."""
    path = (entry.needs or "jalur.data").replace("[*]", "").replace("dimensi.*", "dimensi.id-dimensi")
    return (
        "pengecualian:\n"
        f"  - kode: {entry.code}\n"
        f"    jalur: {path}\n"
        "    alasan: mengapa ini disengaja\n"
        "    oleh: siapa yang memutuskan\n"
        "    sampai: 2026-12-31\n"
    )


def example(text: str) -> str:
    """An example in lines that a person can read: what stands in long lines is put below one another."""
    if "#" in text or all(len(line) <= _LONG_LINE for line in text.splitlines()):
        return text
    import yaml

    class Lines(yaml.SafeDumper):
        """Every value is text, as in a plan."""

    Lines.yaml_implicit_resolvers = {}
    try:
        held: Any = yaml.load(text, yaml.BaseLoader)
    except yaml.YAMLError:
        return text
    written: str = yaml.dump(held, Dumper=Lines, sort_keys=False, allow_unicode=True, default_flow_style=None, width=90)
    return written.rstrip("\n")
