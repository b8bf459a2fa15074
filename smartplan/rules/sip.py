"""Family SIP: readiness."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartplan.rules.base import Context, beside, found, rule
from smartplan.rules.mends import rewritten

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smartplan.findings import Finding
    from smartplan.plan.parts.analisis import Kesiapan


@rule("SIP001", "kesiapan-tidak-lengkap", needs="kesiapan", owner="diskominfo")
def readiness_incomplete(ctx: Context) -> Iterator[Finding]:
    """Komponen kesiapan yang diminta edisi belum dinilai.

    Mengapa: kesiapan dinilai menurut setiap elemen dan komponennya.
    Perbaiki: tambahkan satu butir untuk tiap komponen yang belum dinilai.
    Salah: |
      kesiapan: [{elemen: struktur, komponen: sdm, kondisi: Cukup, tingkat: sedang, sumber: BKPSDM}]
    Benar: {}
    """
    if not ctx.index.is_whole("kesiapan"):
        return
    given = {(row.elemen, row.komponen) for row in ctx.rencana.kesiapan or ()}
    misplaced = {row.komponen for row, _ in _misplaced(ctx)}  # which is said of the item itself
    known = {component.id for _, component in ctx.edition.components()}
    unknown = {row.elemen for row in ctx.rencana.kesiapan or () if row.komponen and row.komponen not in known}
    for element, component in ctx.edition.components():
        if element.id in unknown:
            continue  # it may be the one whose name is not known
        if (element.id, component.id) not in given and component.id not in misplaced:
            message = f"kesiapan {element.nama}: {component.nama} belum dinilai"
            hint = f"tambahkan butir dengan `elemen: {element.id}` dan `komponen: {component.id}`"
            yield found(ctx.rencana, "kesiapan", message, hint, span=ctx.rencana.key_span("kesiapan"))


@rule("SIP002", "komponen-kesiapan-ganda", needs="kesiapan", owner="diskominfo")
def component_twice(ctx: Context) -> Iterator[Finding]:
    """Satu komponen kesiapan dinilai dua kali.

    Mengapa: dua penilaian untuk satu komponen membuat pembaca tidak tahu mana yang berlaku.
    Perbaiki: gabungkan kedua kondisinya dalam satu butir, atau perbaiki komponen yang tertukar.
    Salah: |
      kesiapan:
        - {elemen: struktur, komponen: sdm, kondisi: Cukup, tingkat: sedang, sumber: BKPSDM}
        - {elemen: struktur, komponen: sdm, kondisi: Kurang, tingkat: buruk, sumber: BKPSDM}
    Benar: |
      kesiapan:
        - {elemen: struktur, komponen: sdm, kondisi: Cukup, tingkat: sedang, sumber: BKPSDM}
    """
    seen: dict[tuple[str, str], Kesiapan] = {}
    for row in ctx.rencana.kesiapan or ():
        if not row.elemen or not row.komponen:
            continue
        first = seen.setdefault((row.elemen, row.komponen), row)
        if first is not row:
            levels = f": {first.tingkat} dan {row.tingkat}" if first.tingkat and row.tingkat != first.tingkat else ""
            related = beside(first, "komponen", "penilaian pertama")
            message = f"komponen {_named(ctx, row.komponen)} dinilai dua kali{levels}"
            yield found(row, "komponen", message, "gabungkan dalam satu butir", related=related)


@rule("SIP003", "komponen-di-elemen-lain", needs="kesiapan", owner="diskominfo")
def component_misplaced(ctx: Context) -> Iterator[Finding]:
    """Komponen kesiapan ditulis pada elemen yang bukan elemennya.

    Mengapa: buku menyusun kesiapan menurut elemen; komponen yang salah tempat hilang dari tabelnya.
    Perbaiki: tulis elemen yang memuat komponen itu menurut edisi.
    Salah: |
      kesiapan: [{elemen: struktur, komponen: fisik, kondisi: Cukup, tingkat: sedang, sumber: PUPR}]
    Benar: |
      kesiapan: [{elemen: infrastruktur, komponen: fisik, kondisi: Cukup, tingkat: sedang, sumber: PUPR}]
    """
    for row, homes in _misplaced(ctx):
        known = ctx.edition.name_of("kesiapan", row.elemen or "")
        message = f"komponen {_named(ctx, row.komponen or '')} bukan bagian elemen {known}"
        hint = "tulis " + " atau ".join(f"`elemen: {home}`" for home in homes) + ", atau perbaiki komponennya"
        edits = rewritten(row, "elemen", homes[0]) if len(homes) == 1 else ()
        yield found(row, "komponen", message, hint, edits=edits, unsafe=True)


def _misplaced(ctx: Context) -> Iterator[tuple[Kesiapan, list[str]]]:
    """Items of a known component in a known element that does not hold it, and the elements that do."""
    homes: dict[str, list[str]] = {}
    for element, component in ctx.edition.components():
        if element.id and component.id:
            homes.setdefault(component.id, []).append(element.id)
    elements = set(ctx.edition.ids("kesiapan"))
    for row in ctx.rencana.kesiapan or ():
        if row.elemen in elements and row.komponen in homes and row.elemen not in homes[row.komponen]:
            yield row, homes[row.komponen]


def _named(ctx: Context, component: str) -> str:
    return next((one.nama or component for _, one in ctx.edition.components() if one.id == component), component)


RULES = (
    readiness_incomplete,
    component_twice,
    component_misplaced,
)
