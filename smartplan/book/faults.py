"""Any error that a template ends with -> one sentence, its place, the way that led there, what was meant."""

from __future__ import annotations

from inspect import signature
from typing import TYPE_CHECKING, Final

from jinja2 import TemplateError, TemplateNotFound, TemplateSyntaxError
from jinja2.exceptions import SecurityError, TemplatesNotFound

from smartplan import resources
from smartplan.book.failures import Said, failed, forbidden, unreadable
from smartplan.book.places import ROOT, callers_of, frames_of, one_round, place_of
from smartplan.book.sandbox import NameUnknown, exported_names, names_on
from smartplan.book.trouble import TemplateFault, TemplateProblem
from smartplan.findings import Span
from smartplan.plan import Rencana
from smartplan.wording.near import meant, nearest
from smartplan.wording.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from jinja2 import Environment

    from smartplan.book.places import Frame, Templates
    from smartplan.findings import Finding

__all__ = ["ERRORS", "NEAR", "fault_of", "not_known", "syntax_fault"]

ERRORS: Final = (
    TemplateError, TemplateProblem, ArithmeticError, AssertionError, AttributeError, LookupError, MemoryError,
    RuntimeError, SyntaxError, TypeError, ValueError,
)  # fmt: skip
"""What a wrong template can raise; anything else is a fault of ours."""

_SYNTAX: Final = "periksa tanda kurung kurawal dan pasangan {% if %} ... {% endif %} di sekitar baris itu"
_UNKNOWN: Final = "periksa nama isian dan fungsi di baris itu; nama isian sama dengan kunci YAML"
_UNKNOWN_NAME: Final = "isian rencana ditulis dengan awalan rencana., misalnya rencana.profil; periksa ejaan namanya"
_LIST: Final = "daftar templat: smartplan template list"
_TAGS: Final = (
    "block", "call", "do", "elif", "else", "endblock", "endcall", "endfilter", "endfor", "endif", "endmacro", "endset",
    "endwith", "extends", "filter", "for", "from", "if", "import", "include", "macro", "set", "with",
)  # fmt: skip
NEAR: Final = 0.7
"""How like a name must be to be offered: short names are near one another by nature."""
_FEW: Final = 14
"""As many names as a hint lists."""
_NO_FILTER: Final = lazy(r"No (filter|test) named '([^']*)'")
_UNKNOWN_TAG: Final = lazy(r"Encountered unknown tag '([^']*)'")
_OPEN_TAG: Final = lazy(r"innermost block that needs to be closed is '([^']*)'")
_TWICE: Final = lazy(r"block '([^']*)' defined twice")
_CALL: Final = lazy(r"([\w.]+)\(\) (?:got|missing|takes)")
_OTHER_ARGUMENT: Final = lazy(r"unexpected keyword argument '(\w+)'")


def fault_of(error: Exception, name: str, templates: Templates, named_at: Span | None = None) -> TemplateFault:
    """What ``error``, which rendering the template ``name`` ended with, says to a person.

    ``named_at``: where the edition names the template.
    """
    frames = frames_of(error)
    said = _sentence(error, frames, templates)
    if isinstance(error, TemplateProblem) and error.place is not None:
        return TemplateFault(place_of(templates, *error.place), said.message, said.hint)
    if not frames:
        where = named_at if isinstance(error, TemplateNotFound) else None
        return TemplateFault(where or Span(f"templates/{name}", 1, 1, 1, 1), said.message, said.hint)
    if isinstance(error, RecursionError):
        frames = one_round(frames)
    place = place_of(templates, frames[-1].file, frames[-1].line, said.word)
    return TemplateFault(place, said.message, said.hint, callers_of(frames, templates))


def syntax_fault(error: TemplateSyntaxError, label: str, templates: Templates) -> Finding:
    """The finding of a template that cannot be read; ``label`` is how messages call it."""
    said = _syntax(error.message or "")
    return TemplateFault(place_of(templates, label, error.lineno, said.word), said.message, said.hint).finding


def not_known(word: str, seen: Iterable[str]) -> Said:
    """Of a name that is none of those which a template sees; it may be a key of the plan, which is seen below
    ``rencana``."""
    known = {name: name for name in seen if not name.startswith("_")}
    known = {name: f"rencana.{name}" for name in Rencana.fields} | known
    near = nearest(word, known, NEAR)
    hint = f'maksud Anda "{known[near]}"? ' if near is not None else ""
    return Said(f'nama "{word}" tidak dikenal', hint + _UNKNOWN_NAME, word)


def _sentence(error: Exception, frames: list[Frame], templates: Templates) -> Said:
    environment = templates.environment
    if isinstance(error, TemplateProblem):
        return Said(error.message, error.hint)
    if isinstance(error, TemplateNotFound):
        return _no_template(error, templates)
    if match := _NO_FILTER.search(str(error)):
        return _no_filter(match.group(1), match.group(2), environment)
    if isinstance(error, TemplateSyntaxError):
        return _syntax(error.message or "")
    if isinstance(error, NameUnknown):
        return _unknown_name(error, frames, templates)
    if isinstance(error, SecurityError):
        return forbidden(str(error))
    if isinstance(error, RecursionError):
        return _endless(frames)
    if isinstance(error, AttributeError) and isinstance(error.name, str) and not error.name.startswith("_"):
        return Said(f'isian "{error.name}" tidak ada di sini', _offer(error.name, names_on(error.obj)), error.name)
    if isinstance(error, SyntaxError):
        return Said("templat terlalu bersarang", "pindahkan bagian dalamnya ke makro atau templat lain")
    if isinstance(error, TypeError) and (called := _wrong_call(str(error), environment)):
        return called
    return failed(error)


def _offer(word: str, known: Collection[str]) -> str:
    listed = f"yang ada: {', '.join(sorted(known))}" if 0 < len(known) <= _FEW else _UNKNOWN
    return meant(word, known, NEAR) + listed


def _no_filter(kind: str, word: str, environment: Environment) -> Said:
    known = [name for name in (environment.filters if kind == "filter" else environment.tests) if name.isidentifier()]
    what = "saringan" if kind == "filter" else "uji"
    listed = f"yang ada: {', '.join(sorted(known))}"
    return Said(f'{what} "{word}" tidak dikenal', meant(word, known, NEAR) + listed, word)


def _syntax(said: str) -> Said:
    opened = _OPEN_TAG.search(said)
    tag = opened.group(1) if opened else None
    if match := _UNKNOWN_TAG.search(said):
        word = match.group(1)
        if tag and word in _TAGS:
            return Said(
                f"{{% {word} %}} tidak pada tempatnya",
                f"yang masih terbuka: {{% {tag} %}}; tutup dahulu dengan {{% end{tag} %}}",
                word,
            )
        rest = f"yang masih terbuka: {{% {tag} %}}" if tag else _SYNTAX
        return Said(f"perintah {{% {word} %}} tidak dikenal", meant(word, _TAGS, NEAR) + rest, word)
    if tag:
        return Said(f"templat tidak dapat dibaca: {{% {tag} %}} belum ditutup", f"tambahkan {{% end{tag} %}}")
    if match := _TWICE.search(said):
        return Said(f'blok "{match.group(1)}" ditulis dua kali', "beri nama lain, atau gabungkan", match.group(1))
    return Said(f"templat tidak dapat dibaca: {unreadable(said)}", _SYNTAX)


def _unknown_name(error: NameUnknown, frames: list[Frame], templates: Templates) -> Said:
    if error.template is not None:
        known = exported_names(templates.source(error.template))
        listed = f"yang ada: {', '.join(sorted(known)) or 'tidak ada'}"
        return Said(str(error), meant(error.word, known, NEAR) + listed, error.word)
    if error.owner is not None:
        return Said(str(error), _offer(error.word, names_on(error.owner)), error.word)
    return not_known(error.word, (*templates.environment.globals, *(frames[-1].names if frames else ())))


def _wrong_call(said: str, environment: Environment) -> Said | None:
    """What Python says of arguments that do not fit, by the names that templates know."""
    match = _CALL.match(said)
    if match is None:
        return None
    name = match.group(1).rpartition(".")[2]
    function = environment.globals.get(name)
    known = [key for key in signature(function).parameters if key != "caller"] if callable(function) else []
    usage = f"pemakaian: {name}({', '.join(known)})" if known else f"periksa cara memanggil {name}()"
    if other := _OTHER_ARGUMENT.search(said):
        word = other.group(1)
        return Said(f'{name}() tidak mempunyai argumen "{word}"', meant(word, known, NEAR) + usage, word)
    return Said(f"argumen {name}() kurang, lebih, atau ditulis dua kali", usage, name)


def _endless(frames: list[Frame]) -> Said:
    ring = one_round(frames)
    files = [frame.file for frame in ring if frame.part == ROOT]
    again = frames[len(ring)] if len(frames) > len(ring) else None
    if again is None or again.part != ROOT:
        hint = "periksa syarat yang mengakhiri makro atau perulangannya"
        return Said("templat memanggil dirinya sendiri tanpa henti", hint)
    plain = again.file.removeprefix("templates/").removeprefix(resources.SHIPPED)
    return Said(
        f"templat mewarisi atau memuat dirinya sendiri tanpa henti: {' → '.join([*files, again.file])}",
        "untuk membangun di atas templat bawaan, tulis namanya dengan awalan @bawaan/, misalnya "
        f'{{% extends "{resources.SHIPPED}{plain}" %}}',
    )


def _no_template(error: TemplateNotFound, templates: Templates) -> Said:
    wanted = error.templates if isinstance(error, TemplatesNotFound) else [error.name]
    name = str(next(iter(wanted), error.name))
    known: Iterable[str] = templates.names()
    if name.startswith(resources.SHIPPED):
        known = [resources.SHIPPED + one for one in known]
    return Said(f'templat "{name}" tidak ada', meant(name, known) + _LIST, name)
