"""Numbers and rupiah with Indonesian marks: a dot between thousands, a comma before decimals (``1.365,88``).

A plan holds the plain form (``1365.88``, ``2560783220``); people also type the Indonesian one, and now and then the
English one. Reading accepts all of them and says which plain form was meant.
"""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Context, Decimal
from typing import NamedTuple

from smartplan.wording.patterns import lazy

__all__ = [
    "MAX_DIGITS",
    "ParsedNumber",
    "ParsedRupiah",
    "format_number",
    "format_percent",
    "format_rupiah",
    "format_rupiah_short",
    "parse_number",
    "parse_rupiah",
    "plain_number",
]

MAX_DIGITS = 30
"""More digits than any sum of money needs; beyond 4,300 Python itself refuses to read an integer."""

_RUPIAH_HINT = "tulis rupiah penuh tanpa titik dan koma, misalnya 150000000"
_QUICK = 10**18  # whole numbers below it need no decimal arithmetic
_SWAP = str.maketrans(",.", ".,")
_SHORT = {6: "juta", 9: "miliar", 12: "triliun"}
_UNITS = {
    "ribu": 3,
    "rb": 3,
    "juta": 6,
    "jt": 6,
    "miliar": 9,
    "milyar": 9,
    "triliun": 12,
    "trilyun": 12,
}
_SPACES = lazy(r"[\s\u00a0\u2007\u2009\u202f]+")
_PARTS = lazy(
    r"""(?P<sign1>[-+]?)\ ?(?P<rp>rp\.?|idr)?\ ?(?P<sign2>[-+]?)\ ?
        (?P<body>[0-9.,]+(?:\ [0-9]{3}(?![0-9])[0-9.,]*)*)
        (?P<dash>-?)\ ?(?P<unit>ribu|rb|juta|jt|miliar|milyar|triliun|trilyun)?\.?\ ?
        (?P<tail>rupiah|%|persen)?""",
    re.VERBOSE | re.IGNORECASE,
)
_GROUPED_DOTS = lazy(r"[0-9]{1,3}(?:\.[0-9]{3})+(?:,[0-9]*)?")
_GROUPED_COMMAS = lazy(r"[0-9]{1,3}(?:,[0-9]{3}){2,}(?:\.[0-9]*)?|[0-9]{1,3}(?:,[0-9]{3})+\.[0-9]*")
_GROUPED_SPACES = lazy(r"[0-9]{1,3}(?: [0-9]{3})+(?:[.,][0-9]*)?")
_TWO_READINGS = lazy(r"-?[1-9][0-9]{0,2}\.[0-9]{3}")
_PLAIN = lazy(r"[0-9]+(?:[.,][0-9]+)?|[.,][0-9]+")


class ParsedNumber(NamedTuple):
    """What a text says as a number.

    ``value`` is None exactly when ``problem`` says why. ``canonical`` is the form that belongs in YAML (``1365.88``),
    ``is_canonical`` says whether the text is already written so. ``ambiguous``: the text can be read in two ways
    (``1.500``); then ``value`` is the Indonesian reading (1500), ``alternative`` the other (1.5), and nobody should
    rely on either before a person chose. ``hint`` says what to write instead.
    """

    value: Decimal | None = None
    canonical: str | None = None
    is_canonical: bool = False
    ambiguous: bool = False
    alternative: Decimal | None = None
    problem: str | None = None
    hint: str | None = None


class ParsedRupiah(NamedTuple):
    """What a text says as whole rupiah; the fields mean the same as in ``ParsedNumber``."""

    value: int | None = None
    canonical: str | None = None
    is_canonical: bool = False
    ambiguous: bool = False
    alternative: int | None = None
    problem: str | None = None
    hint: str | None = None


def format_number(value: Decimal | int | float, places: int | None = None) -> str:
    """``1365.88`` -> ``1.365,88``.

    Without ``places`` all digits of the value stay; with it, halves round away from zero.

    Raises ValueError for NaN and infinity.
    """
    if type(value) is int and not places and abs(value) < _QUICK:
        return f"{value:,}".replace(",", ".")
    number = _to_decimal(value)
    if places is not None:
        digits = max(28, number.adjusted() + places + 2)
        number = number.quantize(Decimal(1).scaleb(-places), context=Context(prec=digits, rounding=ROUND_HALF_UP))
    if number.is_zero():
        number = abs(number)
    return format(number, ",f").translate(_SWAP)


def format_percent(value: Decimal | int | float, places: int | None = None) -> str:
    """``37.65`` -> ``37,65 %``."""
    return f"{format_number(value, places)} %"


def format_rupiah(amount: int) -> str:
    """``2560783220`` -> ``Rp 2.560.783.220``; a negative sum carries its sign in front: ``-Rp 5.000``."""
    sign = "-" if amount < 0 else ""
    return f"{sign}Rp {format_number(abs(amount))}"


def format_rupiah_short(amount: int, places: int = 2) -> str:
    """``2560783220`` -> ``Rp 2,56 miliar``; trailing zeros go; sums below a million are written out."""
    sign = "-" if amount < 0 else ""
    exponent = max((exponent for exponent in _SHORT if abs(amount) >= 10**exponent), default=None)
    if exponent is None:
        return format_rupiah(amount)
    rounded = _scaled(abs(amount), exponent, places)
    if rounded >= 1000 and exponent + 3 in _SHORT:
        exponent, rounded = exponent + 3, Decimal(1)
    return f"{sign}Rp {_trim(format_number(rounded, places))} {_SHORT[exponent]}"


def plain_number(value: Decimal | int) -> str:
    """The form that belongs in YAML: ``1365.88``. It reads back to the same value and in one way only.

    Three decimals after a short number get a fourth, zero (``167.067`` -> ``167.0670``): nobody can tell the shorter
    form from thousands.
    """
    text = format(_to_decimal(value), "f")
    if text.startswith("-") and not text.strip("-0."):
        text = text[1:]
    return f"{text}0" if _TWO_READINGS.fullmatch(text) else text


def parse_number(text: str) -> ParsedNumber:
    """Read ``1365.88``, ``1.365,88``, ``1.500.000``, ``Rp 1.500.000``, ``37,65 %``, ``2,5 juta``; never raises."""
    clean = _SPACES.sub(" ", text).strip().replace("\u2212", "-")
    if not clean:
        return ParsedNumber(problem="isiannya kosong", hint="tulis angkanya, misalnya 1365.88")
    if _digits(clean) > MAX_DIGITS:
        return ParsedNumber(
            problem=f"angka ini terlalu panjang: {_digits(clean)} digit",
            hint=f"paling banyak {MAX_DIGITS} digit; periksa apakah ada yang tertempel ganda",
        )
    parts = _PARTS.fullmatch(clean)
    if parts is None or (parts["sign1"] and parts["sign2"]):
        return _not_a_number(clean)
    plain = _plain_form(parts["body"], dash=bool(parts["dash"]))
    if plain is None:
        return _not_a_number(clean)
    return _build(text.strip(), parts, plain)


def parse_rupiah(text: str) -> ParsedRupiah:
    """Read whole rupiah: ``1500000``, ``Rp 1.500.000``, ``Rp1.500.000,00``, ``Rp 1.500.000,-``, ``2,5 miliar``.

    A dot before exactly three digits can only part thousands here, since there is no third of a rupiah to write; only
    with a unit word (``1.500 juta``) do two readings stay.
    """
    number = parse_number(text)
    if number.value is None:
        return ParsedRupiah(problem=number.problem, hint=number.hint if number.ambiguous else _RUPIAH_HINT)
    if "%" in text or "persen" in text.casefold():
        return ParsedRupiah(problem=f"“{text.strip()}” adalah persen, bukan rupiah", hint="tulis jumlah rupiahnya")
    if number.value != number.value.to_integral_value():
        return ParsedRupiah(
            problem=f"“{text.strip()}” bukan rupiah bulat",
            hint="tulis rupiah tanpa sen, misalnya 1500000 atau 2,5 juta",
        )
    amount = int(number.value)
    alternative = number.alternative
    whole = alternative is not None and alternative == alternative.to_integral_value() and _has_unit(text)
    canonical = str(amount)
    return ParsedRupiah(
        value=amount,
        canonical=canonical,
        is_canonical=text.strip() == canonical,
        ambiguous=whole,
        alternative=int(alternative) if whole and alternative is not None else None,
        hint=number.hint if whole else _write(canonical, text.strip()),
    )


def _build(written: str, parts: re.Match[str], plain: str) -> ParsedNumber:
    sign = "-" if "-" in (parts["sign1"], parts["sign2"]) else ""
    exponent = _UNITS[parts["unit"].lower()] if parts["unit"] else 0
    value = _shift(sign, plain, exponent)
    canonical = plain_number(value)
    parsed = ParsedNumber(value, canonical, is_canonical=written == canonical, hint=_write(canonical, written))
    body = parts["body"]
    money = bool(parts["rp"]) or (parts["tail"] or "").lower() == "rupiah"
    if money or not _TWO_READINGS.fullmatch(body) or parts["dash"]:
        return parsed
    other = _shift(sign, body, exponent)
    decimal = plain_number(_trimmed(other))
    hint = f"tulis {canonical} bila titiknya pemisah ribuan, atau {decimal} bila titiknya tanda desimal"
    return parsed._replace(is_canonical=False, ambiguous=True, alternative=other, hint=hint)


def _plain_form(body: str, *, dash: bool) -> str | None:
    """The body with a dot before decimals and no other mark; None when the marks make no sense."""
    if dash:
        if not body.endswith(","):
            return None
        body = body[:-1]
    if _GROUPED_DOTS.fullmatch(body) and not body.startswith("0"):
        plain = body.replace(".", "").replace(",", ".")
    elif _GROUPED_COMMAS.fullmatch(body) and not body.startswith("0"):
        plain = body.replace(",", "")
    elif _GROUPED_SPACES.fullmatch(body) and not body.startswith("0"):
        plain = body.replace(" ", "").replace(",", ".")
    elif _PLAIN.fullmatch(body):
        plain = body.replace(",", ".")
    else:
        return None
    return None if plain.endswith(".") else plain


def _not_a_number(clean: str) -> ParsedNumber:
    shown = clean if len(clean) <= 40 else clean[:40] + "…"
    hint = "tulis angkanya saja dengan titik sebelum desimal dan tanpa titik ribuan, misalnya 1365.88"
    if re.match(r"[-+]?(?:rp\.? ?)?[0-9][0-9.,]* ?[A-Za-z]", clean, re.IGNORECASE):
        hint += "; satuan tidak ikut ditulis di sini"
    return ParsedNumber(problem=f"“{shown}” bukan angka", hint=hint)


def _write(canonical: str, written: str) -> str | None:
    return None if canonical == written else f"tulis {canonical}"


def _shift(sign: str, plain: str, exponent: int) -> Decimal:
    """The number times a power of ten, exactly and without exponent; never a negative zero."""
    value = Decimal(sign + plain).scaleb(exponent, context=Context(prec=MAX_DIGITS + 20))
    return abs(value) if value.is_zero() else Decimal(format(value, "f"))


def _scaled(amount: int, exponent: int, places: int) -> Decimal:
    value = Decimal(amount)
    context = Context(prec=max(28, value.adjusted() + places + 2), rounding=ROUND_HALF_UP)
    return value.scaleb(-exponent, context=context).quantize(Decimal(1).scaleb(-places), context=context)


def _to_decimal(value: Decimal | int | float) -> Decimal:
    number = Decimal(repr(value)) if isinstance(value, float) else Decimal(value)
    if not number.is_finite():
        raise ValueError("only finite numbers can be written")
    if isinstance(value, float) and number == number.to_integral_value():
        return number.to_integral_value()
    return number


def _trim(text: str) -> str:
    return text.rstrip("0").rstrip(",") if "," in text else text


def _trimmed(value: Decimal) -> Decimal:
    text = format(value, "f")
    return Decimal(text.rstrip("0").rstrip(".") if "." in text else text)


def _digits(text: str) -> int:
    return sum(character.isdigit() for character in text)


def _has_unit(text: str) -> bool:
    return any(unit in text.casefold() for unit in _UNITS)
