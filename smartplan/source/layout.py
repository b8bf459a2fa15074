"""Syntax faults of lines: tabs, indentation, colons, lists beside keys, leftovers of a merge."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from smartplan.findings import Finding, Related
from smartplan.source.indentation import tab_finding
from smartplan.wording.patterns import lazy

if TYPE_CHECKING:
    from smartplan.source.fault import Fault

__all__ = [
    "colon_in_text",
    "conflict_marker",
    "key_without_colon",
    "misaligned",
    "mixed_list",
    "nested_too_deep",
    "tab",
    "unseen_break",
]

_UNSEEN_BREAKS: Final = lazy("[\u2028\u2029\u0085]")
_CONFLICT: Final = lazy(r"(?:^|(?<=[\r\n]))<{7} [^\r\n]*")
_KEY: Final = lazy(r"""[ ]*(?:- +)*(?:"[^"]*"|'[^']*'|[^\s"'#\[{][^:]*?(?::[^\s:]+)*?):(?=\s|$)""")
_KEY_TOUCHING: Final = lazy(r"[ ]*(?:- +)*([\w.-]+):(?=[^\s/:])")
_SHORT: Final = 60


def conflict_marker(fault: Fault) -> Finding | None:
    match = _CONFLICT.search(fault.source.text)
    if match is None:
        return None
    return fault.finding(
        "YML030",
        "berkas ini masih memuat penanda perselisihan git",
        "pilih isi yang benar, lalu hapus baris <<<<<<<, =======, dan >>>>>>>",
        fault.source.span(*match.span()),
    )


def tab(fault: Fault) -> Finding | None:
    line, start = fault.line_text(fault.at), fault.line_start(fault.at)
    leading = line[: len(line) - len(line.lstrip(" \t"))]
    if "\t" in leading and fault.at <= start + len(leading):
        first = start + leading.index("\t")
        if leading == line:
            place = fault.source.span(first, start + len(line))
            return fault.finding("YML004", "baris kosong ini berisi tab", "hapus tab itu", place)
        return tab_finding(fault.source, first, start + len(leading))
    if fault.character == "\t":
        message = "tab di sini tidak dapat dibaca"
        return fault.finding("YML004", message, "ganti tab dengan spasi", fault.one(fault.at))
    return None


def nested_too_deep(fault: Fault) -> Finding | None:
    """The C parser looks ahead, and may give up on brackets before our own limit is reached."""
    if not fault.says("nesting depth"):
        return None
    message = "kurung bertingkat terlalu dalam"
    return fault.finding("YML006", message, "periksa kurung yang tidak ditutup", fault.one(fault.at))


def key_without_colon(fault: Fault) -> Finding | None:
    """A line that stands like a key. Also ``key:value``, which is one text without the space."""
    if fault.context_at is None or not fault.says("could not find expected ':'"):
        return None
    return _no_colon(fault, fault.context_at)


def _no_colon(fault: Fault, start: int) -> Finding:
    line_start = fault.line_start(start)
    touching = _KEY_TOUCHING.match(fault.line_text(start))
    if touching is not None and line_start + touching.start(1) == start:
        colon = line_start + touching.end() - 1
        message = f'kurang spasi sesudah titik dua pada "{touching.group(1)}"'
        return fault.finding("YML023", message, "beri satu spasi sesudah titik dua", fault.one(colon))
    return fault.finding(
        "YML028",
        "baris ini berdiri seperti kunci, tetapi tanpa titik dua",
        "tambahkan titik dua dan nilainya; bila ini lanjutan teks di atasnya, jorokkan lebih dalam",
        fault.rest(start),
    )


def colon_in_text(fault: Fault) -> Finding | None:
    """A second ``: `` on the line; or the first one, on a line that the parser took for the going on of a text."""
    if not fault.says("mapping values are not allowed"):
        return None
    key = _KEY.match(fault.line_text(fault.at))
    if key is not None and fault.line_start(fault.at) + key.end() <= fault.at:
        return _second_colon(fault, key.end())
    last = fault.last
    if last is None or fault.line_of(last.start) == fault.line_of(fault.at):
        return fault.finding(
            "YML022",
            "titik dua di sini tidak memisahkan kunci dan nilai",
            "beri tanda kutip pada seluruh teks",
            fault.one(fault.at),
        )
    if not fault.before(last.start).strip(" -"):
        return _no_colon(fault, last.start)
    above = fault.line_of(last.start)
    line = fault.line_text(fault.at)
    start = fault.line_start(fault.at) + len(line) - len(line.lstrip(" "))
    return fault.finding(
        "YML024",
        f"kunci ini menjorok lebih dalam daripada baris {above}, padahal baris {above} sudah bernilai",
        f"sejajarkan dengan baris {above}; bila ini lanjutan teks di atasnya, beri tanda kutip pada seluruh teks",
        fault.source.span(start, fault.at),
        (Related(fault.rest(last.start), "nilai di atasnya"),),
    )


def _second_colon(fault: Fault, key_end: int) -> Finding:
    line = fault.line_text(fault.at)
    value = line[key_end:].strip()
    quote = '"' if '"' not in value and "\\" not in value else "'"
    short = len(value) <= _SHORT and quote not in value
    return fault.finding(
        "YML022",
        "titik dua yang diikuti spasi di dalam teks",
        f"beri tanda kutip pada seluruh teks: {quote}{value}{quote}" if short else "beri tanda kutip pada seluruh teks",
        fault.one(fault.at),
    )


def unseen_break(fault: Fault) -> Finding | None:
    """A line break that no editor shows, on the line of the fault, where its part began, or the line above."""
    first = fault.line_start(fault.at if fault.context_at is None else min(fault.at, fault.context_at))
    start = fault.line_start(max(0, first - 1))
    end = fault.line_start(fault.at) + len(fault.line_text(fault.at))
    match = _UNSEEN_BREAKS.search(fault.source.text, start, end)
    if match is None:
        return None
    message = f"di sini ada pemisah baris yang tidak terlihat (U+{ord(match.group()):04X})"
    hint = "hapus tanda itu, atau ganti dengan spasi; ia biasanya ikut tersalin dari Word atau PDF"
    return fault.finding("YML033", message, hint, fault.one(match.start()))


def mixed_list(fault: Fault) -> Finding | None:
    """Items beside keys at one level, or an item on the line of its key."""
    if fault.says("sequence entries are not allowed"):
        return fault.finding(
            "YML027",
            "butir daftar tidak dapat dimulai di baris yang sama dengan kuncinya",
            "tulis tiap butir di baris sendiri; bila tanda hubung bagian dari teks, beri tanda kutip",
            fault.rest(fault.at),
        )
    if fault.context_at is None or not _expects_member(fault):
        return None
    related = (Related(fault.one(fault.context_at), "bagian ini dimulai di sini"),)
    is_item = re.match(r"-(?:\s|$)", fault.source.text[fault.at : fault.at + 2]) is not None
    same = fault.source.place(fault.at)[1] == fault.source.place(fault.context_at)[1]
    if "block mapping" in fault.context and is_item:
        message = "butir daftar ini berdiri di antara kunci"
        hint = "jorokkan butir di bawah kuncinya, atau beri kunci di atasnya"
    elif "block collection" in fault.context and not is_item and same:
        message = "kunci ini berdiri di antara butir daftar"
        hint = "awali dengan tanda hubung, atau sejajarkan dengan kunci yang dimaksud"
    else:
        return None
    return fault.finding("YML027", message, hint, fault.rest(fault.at), related)


def misaligned(fault: Fault) -> Finding | None:
    """A line that stands at the column of no part."""
    if fault.says("<document start>"):
        return _outside(fault)
    if fault.context_at is None or not _expects_member(fault) or fault.before(fault.at).strip(" -"):
        return None
    column = fault.source.place(fault.at)[1]
    last = fault.last
    if last is not None and last.style in ("literal", "folded") and not fault.source.text[last.end : fault.at].strip():
        message = "baris ini kurang menjorok untuk menjadi bagian teks di atasnya"
        hint = "jorokkan sama dengan baris pertama teks itu"
        return fault.finding("YML024", message, hint, fault.rest(fault.at))
    return fault.finding(
        "YML024",
        f"baris ini menjorok {column - 1} spasi, tidak sejajar dengan bagian mana pun di atasnya",
        "sejajarkan dengan baris lain dari bagian yang sama",
        fault.rest(fault.at),
        (Related(fault.one(fault.context_at), "bagian ini dimulai di sini"),),
    )


def _outside(fault: Fault) -> Finding:
    if re.search(r"(?:^|[\r\n])\.\.\.(?=\s)", fault.source.text[: fault.at]):
        message = "ada isi sesudah baris ... yang mengakhiri dokumen"
        return fault.finding("YML012", message, "hapus baris ...", fault.rest(fault.at))
    return fault.finding(
        "YML024",
        "baris ini kurang menjorok dibanding baris pertama berkas",
        "mulai semua kunci utama di kolom 1",
        fault.rest(fault.at),
    )


def _expects_member(fault: Fault) -> bool:
    return fault.says("did not find expected key", "expected '-' indicator", "<block end>")
