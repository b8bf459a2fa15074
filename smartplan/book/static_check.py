"""What can be seen in a template without a plan: names, filters, templates and blocks that there are not."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NamedTuple

from jinja2 import TemplateSyntaxError, nodes
from jinja2.meta import find_undeclared_variables

from smartplan import resources
from smartplan.book.faults import NEAR, not_known, syntax_fault
from smartplan.book.inventory import blocks_of, references, text_of
from smartplan.book.places import place_of
from smartplan.book.sandbox import exported_names, parse
from smartplan.findings import Finding, Severity
from smartplan.wording.near import meant

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from smartplan.book.places import Templates

__all__ = ["check_text", "top_names"]

_ASKING: Final = ("defined", "undefined")
_OF_LOOPS: Final = frozenset(("loop", "super", "self", "caller", "varargs", "kwargs"))


def check_text(name: str, templates: Templates, root: Path | None, context: Iterable[str] | None) -> list[Finding]:
    """The faults of the plan's own template ``name``. ``context``: what the engine gives to it beside its functions;
    None when nothing is known to use it, and it only has to be readable."""
    label = f"templates/{name}"
    text = templates.source(name)
    try:
        tree = parse(text)
    except TemplateSyntaxError as error:
        return [syntax_fault(error, label, templates)]
    if context is None:
        return []
    here = _Here(label, tree, templates, root)
    return [
        *_unknown_names(here, context),
        *_unknown_filters(here),
        *_missing_templates(here),
        *_unprinted(here),
    ]


class _Here(NamedTuple):
    label: str
    tree: nodes.Template
    templates: Templates
    root: Path | None

    def error(self, line: int, word: str, message: str, hint: str) -> Finding:
        return Finding("TPL001", Severity.ERROR, message, place_of(self.templates, self.label, line, word), hint=hint)

    def warning(self, line: int, word: str | None, message: str, hint: str) -> Finding:
        return Finding("TPL004", Severity.WARNING, message, place_of(self.templates, self.label, line, word), hint=hint)


def _unknown_names(here: _Here, context: Iterable[str]) -> Iterator[Finding]:
    tree, environment = here.tree, here.templates.environment
    known = {*context, *environment.globals, *_OF_LOOPS, *_names_of_relatives(here), *top_names(tree.body)}
    tests = (one for one in tree.find_all(nodes.Test) if one.name in _ASKING)
    asked = {one.node.name for one in tests if isinstance(one.node, nodes.Name)}
    # Jinja takes a name that is set in one branch only for one that may be unknown.
    seen = known | {one.name for one in tree.find_all(nodes.Name) if one.ctx != "load"}
    unknown = find_undeclared_variables(tree) - seen - asked
    for node in tree.find_all(nodes.Name):
        if node.name in unknown and node.ctx == "load":
            unknown.discard(node.name)
            said = not_known(node.name, seen)
            yield here.error(node.lineno, node.name, said.message, said.hint)


def _names_of_relatives(here: _Here) -> set[str]:
    """What is set in the templates that this one extends, and in those that take it up: a part of theirs sees it."""
    found: set[str] = set()
    own = here.label.partition("/")[2]
    users = [name for name in here.templates.names() if own in references(text_of(name, here.root))]
    for name in [*references(here.templates.source(here.label)), *users]:
        try:
            tree = parse(text_of(name, here.root))
        except TemplateSyntaxError:
            continue
        found |= {one.name for one in tree.find_all(nodes.Name) if one.ctx != "load"}
        found.update(top_names(tree.body))
    return found


def top_names(body: Iterable[nodes.Node]) -> Iterator[str]:
    """What is set, defined or imported outside loops and blocks, which the blocks see."""
    for node in body:
        if isinstance(node, nodes.If):
            yield from top_names([*node.body, *node.elif_, *node.else_])
        elif isinstance(node, (nodes.Assign, nodes.AssignBlock)):
            targets = (node.target, *node.target.find_all(nodes.Name))
            yield from (one.name for one in targets if isinstance(one, nodes.Name))
        elif isinstance(node, nodes.Macro):
            yield node.name
        elif isinstance(node, nodes.Import):
            yield node.target
        elif isinstance(node, nodes.FromImport):
            yield from (one if isinstance(one, str) else one[1] for one in node.names)


def _unknown_filters(here: _Here) -> Iterator[Finding]:
    environment = here.templates.environment
    kinds: tuple[tuple[Any, str, Any], ...] = (
        (nodes.Filter, "saringan", environment.filters),
        (nodes.Test, "uji", environment.tests),
    )
    for kind, what, known in kinds:
        for node in here.tree.find_all(kind):
            if node.name not in known:
                names = [name for name in known if name.isidentifier()]
                hint = meant(node.name, names, NEAR) + f"yang ada: {', '.join(sorted(names))}"
                yield here.error(node.lineno, node.name, f'{what} "{node.name}" tidak dikenal', hint)


def _missing_templates(here: _Here) -> Iterator[Finding]:
    """Templates that are taken up and are not there, and what is imported and not in them."""
    for node in here.tree.find_all((nodes.Extends, nodes.Include, nodes.Import, nodes.FromImport)):
        template = node.template  # type: ignore[attr-defined]
        if not isinstance(template, nodes.Const) or not isinstance(template.value, str):
            continue
        name = template.value
        try:
            resources.find(name, here.root)
        except resources.ResourceMissing:
            if not getattr(node, "ignore_missing", False):
                hint = meant(name, _all_names(here, name)) + "daftar templat: smartplan template list"
                yield here.error(node.lineno, name, f'templat "{name}" tidak ada', hint)
            continue
        if isinstance(node, nodes.FromImport):
            offered = exported_names(text_of(name, here.root))
            for one in node.names:
                word = one if isinstance(one, str) else one[0]
                if word not in offered:
                    hint = meant(word, offered, NEAR) + f"yang ada: {', '.join(sorted(offered)) or 'tidak ada'}"
                    yield here.error(node.lineno, word, f'templat "{name}" tidak memuat "{word}"', hint)


def _all_names(here: _Here, name: str) -> list[str]:
    prefix = resources.SHIPPED if name.startswith(resources.SHIPPED) else ""
    return [prefix + one for one in here.templates.names()]


def _unprinted(here: _Here) -> Iterator[Finding]:
    """In a template that extends another, only blocks are printed, and of these only such as the other one has."""
    extends = next(iter(here.tree.find_all(nodes.Extends)), None)
    if extends is None or not isinstance(extends.template, nodes.Const):
        return
    for node in here.tree.body:
        if isinstance(node, nodes.Output):
            for piece in node.nodes:
                if not isinstance(piece, nodes.TemplateData) or piece.data.strip():
                    line = piece.lineno + (_blank_lines(piece.data) if isinstance(piece, nodes.TemplateData) else 0)
                    yield here.warning(
                        line,
                        None,
                        "tidak tercetak: templat yang mewarisi templat lain hanya mencetak isi bloknya",
                        "pindahkan ke dalam {% block ... %}",
                    )
                    break
    offered = blocks_of(str(extends.template.value), here.root)
    nested = {inner.name for block in here.tree.find_all(nodes.Block) for inner in block.find_all(nodes.Block)}
    for block in here.tree.find_all(nodes.Block):
        if block.name not in offered and block.name not in nested:
            listed = f"blok yang ada: {', '.join(offered) or 'tidak ada'}"
            yield here.warning(
                block.lineno,
                block.name,
                f'blok "{block.name}" tidak ada pada {extends.template.value}, maka tidak tercetak',
                meant(block.name, offered, NEAR) + listed,
            )


def _blank_lines(text: str) -> int:
    return text[: len(text) - len(text.lstrip())].count("\n")
