"""What Jinja and Python say of a template that fails -> Indonesian words and what to do, by the kind of the error."""

from __future__ import annotations

from typing import Final, NamedTuple

from jinja2 import TemplateError

from smartplan.wording.patterns import lazy

__all__ = ["Said", "failed", "forbidden", "unreadable"]

_AROUND: Final = "periksa isian dan fungsi yang dipakai di baris itu"
_KINDS: Final[tuple[tuple[type[Exception], str, str], ...]] = (
    (ZeroDivisionError, "pembagian dengan nol", "beri syarat: {% if pembagi %} ... {% endif %}"),
    (OverflowError, "bilangannya terlalu besar", "periksa hitungan dan banyaknya perulangan di baris itu"),
    (ArithmeticError, "hitungannya tidak dapat dilakukan", "periksa bilangan di baris itu"),
    (MemoryError, "templat meminta terlalu banyak memori", "periksa perulangan dan perkalian di baris itu"),
    (LookupError, "butir yang diminta tidak ada", "periksa nomor atau nama butirnya; nomor pertama adalah 0"),
    (
        TypeError,
        "nilai yang jenisnya berbeda dipakai bersama",
        "sambung teks dengan ~; jadikan teks angka dengan |int",
    ),
    (
        ValueError,
        "nilainya tidak dapat dipakai di sini",
        "periksa nilai yang diberikan kepada fungsi itu",
    ),
    (AttributeError, "isian yang diminta tidak ada di sini", _AROUND),
)
"""The nearest kind first."""
_NOT_OF_KIND: Final = (
    (lazy(r"object is not iterable"), "yang diulang bukan daftar", "perulangan {% for %} memerlukan daftar"),
    (lazy(r"object is not callable"), "yang dipanggil dengan ( ) bukan fungsi", "hapus tanda kurungnya"),
    (lazy(r"has no len\(\)"), "yang dihitung panjangnya bukan daftar atau teks", _AROUND),
)
_ATTRIBUTE: Final = lazy(r"access to attribute '([^']*)'")
_NOT_CALLABLE: Final = lazy(r"not safely callable")
_EXPECTED: Final = lazy(r"expected token '([^']*)', got '([^']*)'")
_UNEXPECTED: Final = lazy(r"unexpected '([^']*)'|unexpected char '([^']*)'")
_TOO_EARLY: Final = lazy(r"unexpected end of template|Unexpected end of template|Missing end of")
_TOKENS: Final = {
    "end of print statement": "}}",
    "end of statement block": "%}",
    "begin of print statement": "{{",
    "begin of statement block": "{%",
    "end of template": "akhir berkas",
    "name": "sebuah nama",
    "string": "teks dalam tanda petik",
    "integer": "bilangan",
}


class Said(NamedTuple):
    """What is told of a fault. ``word``: what in the template it is about."""

    message: str
    hint: str
    word: str | None = None


def failed(error: Exception) -> Said:
    """Of an error while a template ran. The words of Jinja or Python stand behind only where the kind says little."""
    if isinstance(error, TypeError):
        for pattern, message, hint in _NOT_OF_KIND:
            if pattern.search(str(error)):
                return Said(message, hint)
    for kind, message, hint in _KINDS:
        if isinstance(error, kind):
            return Said(f"templat gagal dijalankan: {message}", hint)
    source = "Jinja" if isinstance(error, TemplateError) else type(error).__name__
    return Said(f"templat gagal dijalankan (pesan {source}: {error})", _AROUND)


def forbidden(said: str) -> Said:
    """Of what the sandbox refuses; sentences of our own are Indonesian already."""
    if match := _ATTRIBUTE.search(said):
        word = match.group(1)
        hint = "bagian dalam program tertutup bagi templat; pakai isian rencana dan fungsi templat"
        return Said(f'templat tidak boleh memakai "{word}"', hint, word)
    if _NOT_CALLABLE.search(said):
        return Said("templat memanggil fungsi yang tidak diizinkan", "pakai fungsi templat yang tersedia")
    return Said(f"templat memakai yang tidak diizinkan ({said})", "tulis dengan cara lain")


def unreadable(said: str) -> str:
    """Why a template cannot be read; Jinja's own words where they are of another kind."""
    if match := _EXPECTED.search(said):
        wanted, got = (_TOKENS.get(token, f'"{token}"') for token in match.groups())
        return f"seharusnya {wanted}, tertulis {got}"
    if match := _UNEXPECTED.search(said):
        return f'"{match.group(1) or match.group(2)}" tidak pada tempatnya'
    if _TOO_EARLY.search(said):
        return "ada yang dibuka dan tidak ditutup sampai akhir berkas"
    return f"pesan Jinja: {said}"
