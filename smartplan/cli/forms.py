"""The form of an output and the name of its file have to agree."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from smartplan.cli.trouble import WrongUse

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

__all__ = ["check_suffix", "form_of", "with_excel"]

_OTHERS: Final = (".pdf", ".doc", ".docx", ".odt", ".xls", ".xlsx", ".ods", ".csv")
"""Endings that promise a form to whoever opens the file, also where we do not make it."""

_BINARY: Final = ("xlsx", "docx")


def form_of(target: Path, forms: Mapping[str, str]) -> str:
    """The form that the ending of ``target`` asks for; ``forms``: ending -> form."""
    form = forms.get(target.suffix.lower())
    if form is None:
        raise WrongUse(
            f"bentuk keluaran tidak diketahui dari nama “{target.name}”",
            f"pakai akhiran {', '.join(forms)}, atau sebut --format",
        )
    return form


def check_suffix(target: Path, form: str, forms: Mapping[str, Sequence[str]]) -> None:
    """Raises WrongUse when the ending of ``target`` promises another form than ``form``; ``forms``: form -> endings."""
    suffix = target.suffix.lower()
    if suffix == ".txt" and form not in _BINARY:
        return  # any text may be in one
    if suffix in forms[form] or not (suffix in _OTHERS or any(suffix in endings for endings in forms.values())):
        return
    raise WrongUse(
        f"akhiran {suffix} pada “{target.name}” tidak cocok dengan --format {form}",
        f"pakai akhiran {' atau '.join(forms[form])}, atau ganti --format",
    )


@contextmanager
def with_excel(what: str) -> Iterator[None]:
    """Says how openpyxl is installed where the work inside, named ``what``, does not find it."""
    try:
        yield
    except ModuleNotFoundError as error:
        if error.name != "openpyxl":
            raise
        raise WrongUse(
            f"{what} memerlukan pustaka openpyxl, yang belum terpasang",
            'pasang dengan: pip install "smartplan[excel]"',
        ) from error
