"""The sentence for text that the parser cannot read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from smartplan.source import layout, quoting

if TYPE_CHECKING:
    from collections.abc import Callable

    from smartplan.findings import Finding
    from smartplan.source.fault import Fault

__all__ = ["explain"]

# The first that knows the fault speaks. What spoils many lines (a marker, a tab, a quote) comes before what it causes.
_EXPLAINERS: Final[tuple[Callable[[Fault], Finding | None], ...]] = (
    layout.conflict_marker,
    layout.nested_too_deep,
    quoting.bad_escape,
    quoting.open_quote,
    quoting.runaway_quote,
    layout.tab,
    layout.unseen_break,
    quoting.block_header,
    quoting.reference_sign,
    quoting.special_start,
    quoting.after_closing,
    quoting.stray_sign,
    quoting.bracket,
    layout.key_without_colon,
    layout.colon_in_text,
    layout.mixed_list,
    layout.misaligned,
)


def explain(fault: Fault) -> Finding:
    """Our own words, and the place where a person has to act."""
    for explainer in _EXPLAINERS:
        finding = explainer(fault)
        if finding is not None:
            return finding
    words = f"{fault.context}, {fault.problem}" if fault.context else fault.problem
    return fault.finding(
        "YML020",
        f"susunan YAML tidak terbaca di sini (pembaca YAML: {words})",
        "periksa tanda kutip, titik dua, kurung, dan jorokan di baris ini dan baris di atasnya",
        fault.one(fault.at),
    )
