"""Syntax faults within a value: quotes, brackets, escapes, and characters that mean something at its start."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from smartplan.findings import Finding, Related

if TYPE_CHECKING:
    from smartplan.source.fault import Fault

__all__ = [
    "after_closing",
    "bad_escape",
    "block_header",
    "bracket",
    "open_quote",
    "reference_sign",
    "runaway_quote",
    "special_start",
    "stray_sign",
]

_QUOTE_ALL: Final = "beri tanda kutip pada seluruh nilai"


def open_quote(fault: Fault) -> Finding | None:
    """A quote that nothing closes before the end of the file."""
    if fault.context_at is None or "quoted scalar" not in fault.context:
        return None
    if not fault.says("end of stream", "document indicator", "document separator"):
        return None
    quote = fault.source.text[fault.context_at]
    return fault.finding(
        "YML021",
        f"tanda kutip {quote} yang dibuka di sini tidak ditutup",
        f"tutup dengan {quote} di akhir teks" + (_APOSTROPHE if quote == "'" else ""),
        fault.rest(fault.context_at),
    )


_APOSTROPHE: Final = "; apostrof di dalam kutip tunggal ditulis dua kali ('')"


def runaway_quote(fault: Fault) -> Finding | None:
    """A quote that was meant to close on its line, but was closed by the opening quote of a later value."""
    last = fault.last
    if last is None or last.style not in ("single", "double") or last.end > fault.at:
        return None
    opened, closed = fault.line_of(last.start), fault.line_of(max(last.start, last.end - 1))
    if opened == closed or fault.source.text[last.end : fault.at].strip(" "):
        return None
    quote = fault.source.text[last.start]
    return fault.finding(
        "YML021",
        f"tanda kutip {quote} yang dibuka di sini baru bertemu pasangannya di baris {closed}",
        f"tutup dengan {quote} di akhir teks" + (_APOSTROPHE if quote == "'" else ""),
        fault.rest(last.start),
        (Related(fault.one(last.end - 1), "dianggap penutup"),),
    )


def after_closing(fault: Fault) -> Finding | None:
    """Text after the quote or bracket that closed a value, on the same line."""
    before = fault.before(fault.at).rstrip(" ")
    if not before or not fault.character.strip() or fault.says("mapping values", "cannot start"):
        return None
    last = fault.last
    closing_at = fault.line_start(fault.at) + len(before) - 1
    if (
        last is not None
        and last.style in ("single", "double")
        and last.end == closing_at + 1
        and "flow" not in fault.context
    ):
        if fault.character in "]}":
            return _stray_closing(fault)
        touches = last.style == "single" and fault.at == last.end
        hint = "tulis apostrof di dalam kutip tunggal dua kali (''), atau pakai kutip ganda" if touches else _QUOTE_ALL
        return fault.finding("YML032", "ada teks sesudah tanda kutip penutup", hint, fault.rest(fault.at))
    if before[-1] in "]}" and "flow" not in fault.context:
        if fault.character in "]}":
            return _stray_closing(fault)
        return fault.finding(
            "YML032", f"ada teks sesudah kurung penutup {before[-1]}", _QUOTE_ALL, fault.rest(fault.at)
        )
    return None


def bad_escape(fault: Fault) -> Finding | None:
    """``"C:\\data"``: the parser points at the backslash or at the character after it."""
    if not fault.says("escape", "hexdecimal number") or "tag" in fault.context or "URI" in fault.problem:
        return None
    at = max(fault.source.text.rfind("\\", 0, fault.at + 1), 0)
    return fault.finding(
        "YML029",
        f"kode {fault.source.text[at : at + 2].strip()} di dalam kutip ganda tidak dikenal",
        "pakai kutip tunggal, atau tulis garis miring terbalik dua kali (\\\\)",
        fault.source.span(at, min(at + 2, len(fault.source.text))),
    )


def block_header(fault: Fault) -> Finding | None:
    """``a: > 5 tahun``: the sign for a text of several lines, with more behind it."""
    if fault.context_at is None or "block scalar" not in fault.context:
        return None
    sign = fault.source.text[fault.context_at]
    return fault.finding(
        "YML031",
        f"tanda {sign} di awal nilai memulai teks beberapa baris, maka harus sendirian di akhir baris",
        f"pindahkan teksnya ke baris berikutnya; bila {sign} bagian dari teks, {_QUOTE_ALL}",
        fault.rest(fault.context_at),
    )


def reference_sign(fault: Fault) -> Finding | None:
    """``*tebal*``, ``& Rekan``, ``!penting``."""
    sign = fault.source.text[fault.context_at] if fault.context_at not in (None, len(fault.source.text)) else ""
    if fault.context_at is None or sign not in ("*", "&", "!") or "scalar" in fault.context:
        return None
    if not any(word in fault.context for word in ("alias", "anchor", "tag", "parsing a node")):
        return None
    name = {"*": "tanda bintang", "&": "tanda &", "!": "tanda seru"}[sign]
    return fault.finding(
        "YML011" if sign == "!" else "YML009",
        f"nilai ini diawali {name}, yang berarti khusus dalam YAML",
        _QUOTE_ALL,
        fault.rest(fault.context_at),
    )


def special_start(fault: Fault) -> Finding | None:
    """``@``, a backtick or ``%`` at the start, or ``? `` within a value."""
    if fault.says("cannot start any token") and fault.character.strip():
        message = f"nilai tidak boleh diawali {fault.character}"
        return fault.finding("YML026", message, _QUOTE_ALL, fault.rest(fault.at))
    if fault.says("mapping keys are not allowed"):
        return fault.finding(
            "YML026", "nilai tidak boleh diawali tanda tanya dan spasi", _QUOTE_ALL, fault.rest(fault.at)
        )
    return None


def stray_sign(fault: Fault) -> Finding | None:
    """A comma or a closing bracket where a value should be; in brackets also the end of the file."""
    if not fault.says("node content"):
        return None
    if fault.character in ("]", "}") and fault.bracket is None:
        return _stray_closing(fault)
    if fault.character == "," and fault.bracket is None:
        return fault.finding("YML026", "nilai tidak boleh diawali koma", _QUOTE_ALL, fault.rest(fault.at))
    if fault.character == ",":
        return fault.finding(
            "YML025", "ada koma berlebih di dalam kurung", "hapus salah satu koma", fault.one(fault.at)
        )
    return None


def bracket(fault: Fault) -> Finding | None:
    """A bracket that is not closed, or whose content cannot be read."""
    opening = fault.bracket
    if opening is None:
        return None
    sign = fault.source.text[opening]
    closing = "]" if sign == "[" else "}"
    if fault.line_of(fault.at) != fault.line_of(opening) or not fault.character.strip():
        message = f"kurung {sign} yang dibuka di sini tidak ditutup"
        hint = f"tutup dengan {closing}; bila {sign} bagian dari teks, {_QUOTE_ALL}"
        return fault.finding("YML025", message, hint, fault.rest(opening))
    related = (Related(fault.one(opening), "kurung dibuka di sini"),)
    if fault.character == ":":
        message = "titik dua kedua di dalam satu isian; titik dua dan spasi memisahkan kunci dan nilai"
        return fault.finding("YML022", message, _QUOTE_ALL, fault.one(fault.at), related)
    if fault.character in "]}":
        message = f"kurung {sign} ditutup dengan {fault.character}"
        return fault.finding("YML025", message, f"tutup dengan {closing}", fault.one(fault.at), related)
    message = f"isi kurung {sign} tidak terbaca mulai dari sini"
    hint = f"pisahkan tiap isian dengan koma, atau {_QUOTE_ALL}"
    return fault.finding("YML025", message, hint, fault.rest(fault.at), related)


def _stray_closing(fault: Fault) -> Finding:
    message = f"kurung penutup {fault.character} tanpa kurung pembuka"
    return fault.finding("YML025", message, f"hapus; bila bagian dari teks, {_QUOTE_ALL}", fault.one(fault.at))
