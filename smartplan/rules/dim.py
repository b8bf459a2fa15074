"""Family DIM: dimensions, their names, their subdimensions, and sentences that stand in two of them."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Final

from smartplan.fields.reading import is_blank
from smartplan.findings import Edit, Rename, Span
from smartplan.rules.base import Context, found, found_in, related_at, rule
from smartplan.rules.near import is_variant
from smartplan.rules.sentences import Sentences, may_repeat
from smartplan.source import Mapping, lines_of
from smartplan.wording.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smartplan.fields import Bagian
    from smartplan.findings import Finding
    from smartplan.rules.sentences import Twin
    from smartplan.rules.texts import Text

_SUB_LISTS: Final = ("permasalahan", "kesenjangan", "sasaran", "inisiatif", "program")
_MOST_REPEATED: Final = 5
"""Repeated sentences of one dimension that are named one by one."""
_SENTENCE: Final = lazy(r"[^.!?\n]+")


@rule("DIM001", "dimensi-tidak-ada", owner="diskominfo")
def dimension_absent(ctx: Context) -> Iterator[Finding]:
    """Dimensi yang diminta edisi belum ditulis.

    Mengapa: rencana dinilai pada setiap dimensi; dimensi yang kosong menghilangkan seluruh nilainya.
    Perbaiki: tulis berkas dimensi itu, sekurangnya permasalahan dan sasarannya.
    Salah: dimensi: {smart_environment: null}
    Benar: {}
    """
    if ctx.plan.files[0] in ctx.plan.unread:
        return  # what the main file would say of its dimensions is not known
    for item in ctx.edition.dimensi or ():
        if item.id and item.id not in ctx.plan.dimensi and not _is_written(ctx, item.id):
            home = ctx.plan.home_of(item.id)
            file = f"dimensi/{item.id}.yaml"
            hint = f"isi berkas {file}" if file in ctx.plan.files else f"buat berkas {file}"
            hint = hint if ctx.plan.is_folder else f"tulis dimensi.{item.id}"
            message = f"dimensi {item.nama} belum ditulis"
            yield found(None, None, message, hint, span=home, path=f"dimensi.{item.id}", dimension=item.id)


@rule("DIM002", "nama-dimensi-keliru", owner="diskominfo")
def dimension_misnamed(ctx: Context) -> Iterator[Finding]:
    """Nama dimensi bukan nama resmi edisi.

    Mengapa: nama yang keliru pernah lolos sampai dokumen yang diserahkan.
    Perbaiki: tulis nama dimensi menurut edisi panduan.
    Salah: |
      visi: {smart_city: Tirta cerdas, penjelasan: Enam dimensi dimulai dari Smart Government., keterkaitan: Meneruskan visi RPJMD.}
    Benar: |
      visi: {smart_city: Tirta cerdas, penjelasan: Enam dimensi dimulai dari Smart Governance., keterkaitan: Meneruskan visi RPJMD.}
    """
    known = {item.id: item.nama or item.id for item in ctx.edition.dimensi or () if item.id}
    right = {
        wrong.lower(): known[item.id]
        for item in ctx.edition.dimensi or ()
        if item.id
        for wrong in item.nama_keliru or ()
    }
    keys = {
        wrong.lower().replace(" ", "_"): item.id
        for item in ctx.edition.dimensi or ()
        if item.id
        for wrong in (item.nama or "", *(item.nama_keliru or ()))
    }
    for name, part in ctx.plan.dimensi.items():
        if name in known:
            continue
        written = name.lower().replace(" ", "_").replace("-", "_")
        from difflib import get_close_matches

        near = get_close_matches(written, [*known, *keys], n=1, cutoff=0.8)
        meant = (near[0] if near[0] in known else keys[near[0]]) if near else None
        hint = f'maksud Anda "{meant}"?' if meant else "id dimensi edisi: " + ", ".join(known)
        edits, renames = _renamed(ctx, name, meant) if meant else ((), ())
        draft = found(
            part,
            None,
            f'dimensi "{name}" tidak ada dalam edisi',
            hint,
            span=_home(ctx, name, part),
            edits=edits,
            unsafe=meant is None or not is_variant(written, meant, sure=written in (*known, *keys)),
        )
        yield draft._replace(renames=renames)
    if right:
        yield from _misnamed_in_texts(ctx, right)


@rule("DIM003", "subdimensi-kosong", needs="dimensi", owner="koordinator dimensi")
def sub_dimension_empty(ctx: Context) -> Iterator[Finding]:
    """Subdimensi tidak memuat apa pun dan alasannya tidak disebut.

    Mengapa: dasar fakta yang lemah adalah kekurangan yang paling sering ditemukan dalam rencana daerah.
    Perbaiki: isi permasalahan, sasaran, atau program subdimensi itu, atau tulis alasannya pada `sub_kosong`.
    Salah: |
      dimensi: {smart_living: {permasalahan: [], kesenjangan: [], sasaran: [], inisiatif: [], program: [], quick_win: []}}
    Benar: |
      dimensi:
        smart_living:
          permasalahan: []
          kesenjangan: []
          sasaran: []
          inisiatif: []
          program: []
          quick_win: []
          sub_kosong:
            - {sub: harmonisasi_tata_ruang, alasan: Ditangani provinsi}
            - {sub: prasarana_kesehatan, alasan: Ditangani provinsi}
            - {sub: telekomunikasi_transportasi, alasan: Ditangani provinsi}
    """
    subs = {item.id: item.sub or [] for item in ctx.edition.dimensi or ()}
    for name, _, dimensi in ctx.index.dimensions:
        if not ctx.index.is_whole(*_SUB_LISTS) or all(getattr(dimensi, kind) is None for kind in _SUB_LISTS):
            continue  # nothing is written yet: absence is reported as such
        used = {getattr(item, "sub", None) for kind in _SUB_LISTS for item in getattr(dimensi, kind) or ()}
        excused = {item.sub for item in dimensi.sub_kosong or () if item.alasan}
        for sub in subs.get(name, []):
            if sub.id not in used and sub.id not in excused:
                hint = f"isi permasalahan, sasaran, atau program dengan `sub: {sub.id}`, atau tulis alasannya di sub_kosong"
                message = f"subdimensi {sub.nama} belum diisi"
                yield found(dimensi, None, message, hint, span=_home(ctx, name, dimensi), dimension=name)


@rule("DIM004", "kalimat-berulang-antardimensi", needs="dimensi", owner="koordinator dimensi")
def repeated_sentence(ctx: Context) -> Iterator[Finding]:
    """Kalimat yang sama, atau hanya berganti kata benda, berdiri di dua dimensi.

    Mengapa: kalimat yang disalin dengan kata benda lain menandakan analisis yang tidak dikerjakan.
    Perbaiki: tulis ulang kalimatnya menurut keadaan khas dimensi itu.
    Salah: |
      dimensi:
        smart_living: {tren: Layanan kesehatan akan berpindah sepenuhnya ke ruang digital dalam sepuluh tahun.}
        smart_society: {tren: Layanan pendidikan akan berpindah sepenuhnya ke ruang digital dalam sepuluh tahun.}
    Benar: |
      dimensi:
        smart_living: {tren: Layanan kesehatan akan berpindah sepenuhnya ke ruang digital dalam sepuluh tahun.}
        smart_society: {tren: Percakapan warga makin banyak berlangsung di luar pertemuan resmi.}
    """
    seen = Sentences()
    counts: Counter[str] = Counter()
    for text in ctx.index.texts.all:
        if text.dimension is None or not may_repeat(text.text):
            continue
        for sentence in _SENTENCE.findall(text.text):
            twin = seen.twin_of(sentence, text)
            if twin is None:
                continue
            counts[text.dimension] += 1
            if counts[text.dimension] <= _MOST_REPEATED:
                yield _repeated(ctx, text, sentence, twin)
            break
    for dimension, count in counts.items():
        if count > _MOST_REPEATED:
            message = f"masih {count - _MOST_REPEATED} kalimat lain di dimensi ini yang mirip kalimat dimensi lain"
            part = ctx.plan.dimensi[dimension]
            hint = "tulis ulang menurut keadaan dimensi ini, lalu periksa kembali"
            yield found(part, None, message, hint, span=_home(ctx, dimension, part), dimension=dimension)


def _repeated(ctx: Context, text: Text, sentence: str, twin: Twin) -> Finding:
    place = twin.where.span
    related = related_at(place, "kalimat yang mirip pertama ditulis di sini")
    plain = " ".join(sentence.split())
    short = plain if len(plain) <= 60 else f"{plain[:59]}…"
    how = "berdiri pula" if twin.same else "diulang dengan kata lain"
    message = f'kalimat "{short}" {how} di {ctx.edition.name_of("dimensi", twin.where.dimension)}'
    hint = "tulis keadaan khas dimensi ini"
    return found(text.part, text.key, message, hint, span=text.span, related=related, dimension=text.dimension)


def _misnamed_in_texts(ctx: Context, right: dict[str, str]) -> Iterator[Finding]:
    pattern = re.compile(r"\b(?:" + "|".join(re.escape(wrong) for wrong in right) + r")\b", re.IGNORECASE)
    for text in ctx.index.texts.holding(right):
        if text.is_quoted:
            continue
        told = set()
        for match in pattern.finditer(text.text):
            words = match.group()
            wrong = words.lower()
            if wrong in told:
                continue
            told.add(wrong)
            draft = found_in(
                ctx, text, words, f'"{words}" bukan nama dimensi yang resmi', f"nama resminya {right[wrong]}"
            )
            edits = tuple(_corrections(ctx, text, wrong, right[wrong]))
            yield draft._replace(edits=edits, unsafe=not is_variant(wrong, right[wrong], sure=True))


def _corrections(ctx: Context, text: Text, wrong: str, name: str) -> Iterator[Edit]:
    """The official name in each place of a text where the wrong one stands on one line."""
    pattern = re.compile(rf"\b{re.escape(wrong)}\b", re.IGNORECASE)
    span = text.span
    if span is None or span.file not in ctx.plan.sources:
        return
    lines = lines_of(ctx.plan.sources[span.file])
    for number in range(span.line, span.end_line + 1):
        end = span.end_column - 1 if number == span.end_line else None
        for match in pattern.finditer(lines[number - 1][:end], span.column - 1 if number == span.line else 0):
            if name.replace(" ", "").isalnum():
                new = name.upper() if match.group().isupper() else name
                yield Edit(Span(span.file, number, match.start() + 1, number, match.end() + 1), new)


def _renamed(ctx: Context, name: str, meant: str) -> tuple[tuple[Edit, ...], tuple[Rename, ...]]:
    """How a dimension gets the id ``meant``: by the name of its file or by its key; not when that one is taken."""
    entry = ctx.rencana.entry("dimensi")
    written = entry.value if entry is not None else None
    old, new = (f"dimensi/{one}.yaml" for one in (name, meant))
    if not isinstance(written, Mapping) or written.get(meant) is not None or new in ctx.plan.files:
        return (), ()
    if old in ctx.plan.files:
        return (), (Rename(old, new),)
    key = written.get(name)
    return ((Edit(key.key_span, meant),) if key is not None else ()), ()


def _is_written(ctx: Context, name: str) -> bool:
    """Whether something stands where the dimension belongs, though it could not be read: that is told as such."""
    file = f"dimensi/{name}.yaml"
    if file in ctx.plan.unread or any(
        finding.code == "STR001" and finding.span is not None and finding.span.file == file
        for finding in ctx.plan.findings
    ):
        return True
    written = ctx.rencana.entry("dimensi")
    if written is None or is_blank(written.value):
        return False
    entry = written.value.get(name) if isinstance(written.value, Mapping) else written
    return entry is not None and not is_blank(entry.value)


def _home(ctx: Context, name: str, part: Bagian) -> Span | None:
    return Span(f"dimensi/{name}.yaml", 1, 1, 1, 1) if f"dimensi/{name}.yaml" in ctx.plan.files else part.span()


RULES = (dimension_absent, dimension_misnamed, sub_dimension_empty, repeated_sentence)
