"""Family REF: what is referred to exists."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING, Final

from smartplan.rules.base import Context, found, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smartplan.findings import Finding
    from smartplan.rules.references import Reference

_ALSO: Final = {"menjawab": ("permasalahan", "isu"), "isu": ("permasalahan",)}
"""Key -> further kinds that it may name, beside the one that its field says."""
_FEW: Final = 12


@rule("REF001", "rujukan-tidak-ada", owner="diskominfo")
def reference_unknown(ctx: Context) -> Iterator[Finding]:
    """Rujukan menunjuk sesuatu yang tidak ada.

    Mengapa: rujukan yang salah memutus hubungan antara isu, inisiatif, program, dan quick win.
    Salah: |
      misi: [{id: misi-a, misi: Melayani warga, dimensi: [smart_govermance, smart_governance, smart_branding, smart_economy, smart_living, smart_society, smart_environment]}]
    Benar: {}
    """
    listed: dict[tuple[str, bool, tuple[str, ...]], dict[str, object]] = {}
    for reference in ctx.index.references:
        if reference.to == "perangkat_daerah" and not reference.edition:
            continue  # a family of its own
        kinds = (reference.to, reference.edition, () if reference.edition else _ALSO.get(reference.key, ()))
        known = listed.get(kinds)
        if known is None:
            known = listed[kinds] = _known(ctx, *kinds)
        if not known or reference.value in known or (not reference.edition and ctx.plan.unread):
            continue  # nothing to choose from, or it may stand in a file that could not be read
        yield _finding(reference, list(known))


def _known(ctx: Context, to: str, edition: bool, more: tuple[str, ...]) -> dict[str, object]:
    if edition:
        return dict.fromkeys(_edition_ids(ctx, to))
    return {name: None for kind in (to, *more) for name in ctx.index.ids.get(kind, ())}


def _edition_ids(ctx: Context, key: str) -> list[str]:
    if key == "sub":
        return [sub.id for item in ctx.edition.dimensi or () for sub in item.sub or () if sub.id]
    if key == "komponen":
        return [component.id for _, component in ctx.edition.components() if component.id]
    return ctx.edition.ids(key)


def _finding(reference: Reference, known: list[str]) -> Finding:
    near = get_close_matches(reference.value.lower(), known, n=1, cutoff=0.6)
    if near:
        hint = f'maksud Anda "{near[0]}"?'
    elif len(known) <= _FEW:
        hint = "pilihan: " + ", ".join(known)
    else:
        hint = f"periksa id {reference.to} yang dirujuk"
    return found(
        reference.part,
        reference.key,
        f'{reference.key} "{reference.value}" tidak dikenal',
        hint,
        span=reference.span,
        dimension=reference.dimension,
        opd=getattr(reference.part, "opd", None) if reference.key != "opd" else None,
    )


RULES = (reference_unknown,)
