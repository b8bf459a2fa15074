"""Everything that a finding's code stands for, in words: rules from their docstrings, the other codes from their texts."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING, Final, NamedTuple

from smartplan.edition.check import CODES as EDITION_CODES
from smartplan.fields import CODES as STRUCTURE_CODES
from smartplan.rules.required import CODES as REQUIRED_CODES
from smartplan.source import CODES as TEXT_CODES
from smartplan.wording import capitalize
from smartplan.wording.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from smartplan.rules.base import Rule
    from smartplan.source.codes import CodeText

__all__ = ["FAMILIES", "Entry", "all_entries", "entry_of_rule", "family_of"]

FAMILIES: Final = {
    "YML": "Teks berkas",
    "STR": "Susunan isian",
    "EDS": "Edisi panduan",
    "TPL": "Templat",
    "WJB": "Isian wajib",
    "PRF": "Profil daerah",
    "ASM": "Asesmen",
    "LMB": "Kelembagaan",
    "HUK": "Dasar hukum",
    "SIP": "Kesiapan daerah",
    "ANL": "Kesenjangan, SWOT, dan TOWS",
    "ARH": "Periode, visi, misi, dan sasaran",
    "DIM": "Dimensi",
    "KAI": "Keterkaitan",
    "AKS": "Rencana aksi",
    "ANG": "Anggaran",
    "PET": "Peta jalan",
    "QW": "Quick win",
    "RSK": "Risiko",
    "LAK": "Realisasi dan evaluasi",
    "TKS": "Teks dan ejaan",
    "ULS": "Ulasan",
    "PGC": "Pengecualian",
}
"""Beginning of a code -> what the family looks at, in the order in which people read them."""

_FAMILY: Final = lazy("[A-Z]+")
_SECTION: Final = lazy(r"(Mengapa|Perbaiki|Salah|Benar):(?:\s+(.*))?$")
_NOTHING: Final = "{}"

_REQUIRED_TEXTS: Final = {
    "WJB001": (
        "Daftar yang diminta edisi panduan belum ditulis.",
        "Buku dan penilaian meminta daftar ini pada tahap yang disebut edisi; yang kosong tercetak sebagai kosong.",
        "Tulis butir-butirnya di tempat yang ditunjuk, atau `[]` bila memang nihil.",
    ),
    "WJB002": (
        "Isian yang diminta edisi panduan belum ditulis.",
        "Buku dan penilaian meminta isian ini pada tahap yang disebut edisi; yang kosong tercetak sebagai kosong.",
        "Isi kunci yang disebut pada saran.",
    ),
}
_TEMPLATES: Final = {
    "TPL001": (
        "templat-keliru",
        "Templat tidak dapat dipakai.",
        "Templat milik daerah di map templates/ memuat perintah yang salah, atau menyebut berkas yang tidak ada.",
        "Perbaiki baris yang ditunjuk, atau hapus templat itu agar templat bawaan dipakai.",
    ),
    "TPL002": (
        "templat-tidak-terpakai",
        "Berkas di map templates/ tidak dipakai apa pun.",
        "Templat yang namanya keliru tidak menggantikan templat bawaan, dan tidak ada yang memberitahukannya.",
        "Samakan namanya dengan templat bawaan (`smartplan template list`), sebut di edisi, atau hapus berkasnya.",
    ),
    "TPL003": (
        "templat-bawaan-berubah",
        "Salinan templat lebih tua daripada templat bawaan.",
        "Templat bawaan sudah diperbaiki setelah disalin; perbaikan itu tidak ikut tercetak.",
        "Lihat bedanya dengan `smartplan template check --diff`, lalu ambil yang perlu; atau perluas templat bawaan "
        "dengan `smartplan template copy --extend` alih-alih menyalinnya.",
    ),
    "TPL004": (
        "bagian-templat-tidak-tercetak",
        "Bagian templat yang mewarisi templat lain tidak tercetak.",
        "Templat yang mewarisi templat lain hanya mencetak blok yang namanya ada pada templat itu.",
        "Pindahkan tulisan ke dalam blok, dan samakan nama bloknya.",
    ),
    "TPL005": (
        "tabel-tidak-dikenal",
        "Edisi mengubah tabel atau kolom yang tidak ada.",
        "Perubahan pada tabel atau kolom yang namanya keliru tidak berlaku di dokumen mana pun.",
        "Pakai id tabel dan kolom yang disebut pada saran.",
    ),
    "TPL006": (
        "templat-word-dilengkapi",
        "Templat Word milik daerah dilengkapi dari templat bawaan.",
        "Gaya, tema, atau halaman yang tidak dimuat templat Word milik daerah diambil dari bawaan, sehingga tampilannya "
        "mungkin bukan yang diinginkan.",
        "Tambahkan gaya yang disebut ke templat Word dengan nama yang sama, atau biarkan jika tampilan bawaan cukup.",
    ),
}


class Entry(NamedTuple):
    """``wrong`` and ``right`` are YAML, empty where there is no example. ``needs``: the data that it looks at.

    ``waivable``: whether ``pengecualian`` of the plan can excuse a finding. ``is_rule``: the edition gives its levels.
    """

    code: str
    name: str
    family: str
    title: str
    why: str
    mend: str
    wrong: str = ""
    right: str = ""
    owner: str | None = None
    needs: str | None = None
    waivable: bool = True
    is_rule: bool = False


def all_entries() -> tuple[Entry, ...]:
    """Every code, by family in reading order, then by number."""
    from smartplan.rules import all_rules

    entries = [
        *(_entry_of_text(code, text) for code, text in _texts()),
        *(
            Entry(code, name, family_of(code), *_REQUIRED_TEXTS[code], needs=None)
            for code, name in REQUIRED_CODES.items()
        ),
        *(
            Entry(code, texts[0], "TPL", texts[1], texts[2], texts[3], waivable=False)
            for code, texts in _TEMPLATES.items()
        ),
        *map(entry_of_rule, all_rules()),
    ]
    order = list(FAMILIES)
    return tuple(sorted(entries, key=lambda entry: (_rank(order, entry.family), entry.code)))


def entry_of_rule(rule: Rule) -> Entry:
    """What the docstring of a rule says."""
    title, sections = _sections(rule.text)
    return Entry(
        rule.code,
        rule.name,
        family_of(rule.code),
        title,
        capitalize(sections.get("Mengapa", "")),
        capitalize(sections.get("Perbaiki", "")),
        _example(sections.get("Salah", "")),
        _example(sections.get("Benar", "")),
        rule.owner,
        rule.needs,
        is_rule=True,
    )


def family_of(code: str) -> str:
    """``HUK004`` -> ``HUK``."""
    found = _FAMILY.match(code)
    return found.group() if found else code


def _texts() -> Iterable[tuple[str, CodeText]]:
    tables: tuple[Mapping[str, CodeText], ...] = (TEXT_CODES, STRUCTURE_CODES, EDITION_CODES)
    for table in tables:
        yield from table.items()


def _entry_of_text(code: str, text: CodeText) -> Entry:
    title = text.title.replace("-", " ").capitalize().replace("yaml", "YAML").replace("utf 8", "UTF-8") + "."
    return Entry(code, text.title, family_of(code), title, text.why, text.mend, waivable=False)


def _rank(order: list[str], family: str) -> int:
    return order.index(family) if family in order else len(order)


def _sections(text: str) -> tuple[str, dict[str, str]]:
    """The title, and what stands below each heading; examples keep their lines, sentences become one line."""
    title: list[str] = []
    found: dict[str, list[str]] = {}
    current = title
    first, _, rest = text.partition("\n")
    for line in (first.strip(), *textwrap.dedent(rest).splitlines()):
        heading = _SECTION.match(line)
        if heading is not None:
            current = found.setdefault(heading.group(1), [])
            if heading.group(2):
                current.append(heading.group(2))
        else:
            current.append(line)
    return " ".join(" ".join(title).split()), {
        name: " ".join(" ".join(lines).split()) if name in ("Mengapa", "Perbaiki") else _block(lines)
        for name, lines in found.items()
    }


def _block(lines: list[str]) -> str:
    """``|`` and the lines below it, or the one line."""
    if lines[:1] == ["|"]:
        lines = lines[1:]
    return textwrap.dedent("\n".join(lines)).strip()


def _example(text: str) -> str:
    return "" if text == _NOTHING else text
