"""Families OPD and REF: what is referred to exists."""

from __future__ import annotations

from difflib import get_close_matches
from functools import cache
from typing import TYPE_CHECKING, Any

from smartplan.fields import Ref, ScalarList
from smartplan.rules.base import Context, found, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smartplan.fields import Bagian
    from smartplan.findings import Finding

_OPD = "perangkat_daerah"


@rule("OPD001", "opd-tidak-terdaftar", needs="perangkat_daerah", owner="diskominfo")
def office_unknown(ctx: Context) -> Iterator[Finding]:
    """Perangkat daerah yang dirujuk tidak ada dalam daftar.

    Mengapa: nama OPD yang ditulis berbeda-beda membuat tanggung jawab kabur.
    Salah: |
      dimensi: {smart_living: {koordinator: dinkess}}
    Benar: {}
    """
    known = [item.id for item in ctx.rencana.perangkat_daerah or () if item.id]
    names = {(item.nama or "").lower(): item.id for item in ctx.rencana.perangkat_daerah or () if item.id}
    valid = ctx.index.ids[_OPD]
    for dimension, part, key, position, value in _references(ctx):
        reference = _ref(type(part), key)
        if reference is None or reference.to != _OPD or reference.edition or value in valid:
            continue
        near = names.get(value.lower()) or next(iter(get_close_matches(value, known, n=1, cutoff=0.6)), None)
        hint = f'maksud Anda "{near}"?' if near else "tambahkan ke perangkat_daerah, atau perbaiki rujukannya"
        yield _finding(part, key, position, dimension, f'perangkat daerah "{value}" tidak ada dalam daftar', hint)


@rule("REF001", "rujukan-tidak-ada", owner="diskominfo")
def reference_unknown(ctx: Context) -> Iterator[Finding]:
    """Rujukan menunjuk sesuatu yang tidak ada.

    Mengapa: rujukan yang salah memutus hubungan antara isu, inisiatif, program, dan quick win.
    Salah: |
      misi: [{id: misi-a, misi: Melayani warga, dimensi: [smart_govermance, smart_governance, smart_branding, smart_economy, smart_living, smart_society, smart_environment]}]
    Benar: {}
    """
    of_edition: dict[str, list[str]] = {}
    for dimension, part, key, position, value in _references(ctx):
        reference = _ref(type(part), key)
        if reference is None or (reference.to == _OPD and not reference.edition):
            continue
        if reference.edition:
            known = of_edition.setdefault(reference.to, _edition_ids(ctx, reference.to))
        else:
            known = list(ctx.index.ids.get(reference.to, ()))
            if key == "menjawab":
                known += [*ctx.index.ids["permasalahan"], *ctx.index.ids["isu"]]
            elif key == "isu":
                known += ctx.index.ids["permasalahan"]
        if value in known or not known:
            continue
        near = get_close_matches(value, known, n=1, cutoff=0.6)
        if near:
            hint = f'maksud Anda "{near[0]}"?'
        elif len(known) <= 12:
            hint = "pilihan: " + ", ".join(known)
        else:
            hint = "periksa id yang dirujuk"
        yield _finding(part, key, position, dimension, f'{key} "{value}" tidak dikenal', hint)


def _finding(part: Bagian, key: str, position: int | None, dimension: str | None, message: str, hint: str) -> Finding:
    span = part.span(key) if position is None else part.item_span(key, position)
    return found(part, key, message, hint, span=span, dimension=dimension)


def _references(ctx: Context) -> Iterator[tuple[str | None, Bagian, str, int | None, str]]:
    for dimension, part in ctx.index.parts:
        for key in _reference_keys(type(part)):
            held: Any = getattr(part, key)
            if isinstance(held, str):
                yield dimension, part, key, None, held
            elif held:
                for position, value in enumerate(held):
                    yield dimension, part, key, position, str(value)


@cache
def _reference_keys(kind: type[Bagian]) -> tuple[str, ...]:
    return tuple(key for key in kind.model_fields if _ref(kind, key) is not None)


@cache
def _ref(kind: type[Bagian], key: str) -> Ref | None:
    for mark in kind.model_fields[key].metadata:
        if isinstance(mark, Ref):
            return mark
        if isinstance(mark, ScalarList) and isinstance(mark.field, Ref):
            return mark.field
    return None


def _edition_ids(ctx: Context, key: str) -> list[str]:
    if key == "sub":
        return [sub.id for item in ctx.edition.dimensi or () for sub in item.sub or () if sub.id]
    if key == "komponen":
        return [component.id for _, component in ctx.edition.components() if component.id]
    return ctx.edition.ids(key)


RULES = (office_unknown, reference_unknown)
