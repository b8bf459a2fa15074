"""Templates that want to run for ever, take all memory, or read what is not theirs end soon, with a fault."""

from __future__ import annotations

import contextlib
import time

import pytest

from smartplan.book import TemplateFault

SECONDS = 60
"""Far more than any of them needs, on a machine that does other things too."""

ENDLESS = {
    "loops in loops": "{% for a in range(90000) %}{% for b in range(90000) %}{% endfor %}{% endfor %}",
    "loops with words": "{% for a in range(90000) %}{% for b in range(90000) %}" + "kata " * 200 + "{% endfor %}{% endfor %}",
    "loops in a macro": "{% macro m() %}{% for a in range(9000) %}{% for b in range(9000) %}x{% endfor %}{% endfor %}{% endmacro %}{{ m() }}",
    "macros that double": "{% macro m(n) %}{% if n %}{{ m(n - 1) }}{{ m(n - 1) }}{% endif %}{% endmacro %}{{ m(60) }}",
    "a list that grows while it is walked": "{% set l = [1] %}{% for a in l %}{% do l.append(1) %}{% endfor %}",
    "a list that doubles": "{% set l = [1] %}{% for a in range(60) %}{% do l.extend(l) %}{% endfor %}",
    "a sum of lists that doubles": "{% set n = namespace(l=[1]) %}{% for a in range(60) %}{% set n.l = n.l + n.l %}{% endfor %}",
    "a text that doubles": "{% set n = namespace(s='x') %}{% for a in range(60) %}{% set n.s = n.s ~ n.s %}{% endfor %}",
    "a sum of texts that doubles": "{% set n = namespace(s='x') %}{% for a in range(60) %}{% set n.s = n.s + n.s %}{% endfor %}",
    "a block that doubles": "{% set s = 'x' %}{% set n = namespace(s=s) %}{% for a in range(60) %}{% set t %}{{ n.s }}{{ n.s }}{% endset %}{% set n.s = t %}{% endfor %}",
    "a macro that doubles its text": "{% macro d(s) %}{{ s }}{{ s }}{% endmacro %}{% set n = namespace(s='x') %}{% for a in range(60) %}{% set n.s = d(n.s) %}{% endfor %}",
    "a join that doubles": "{% set n = namespace(s='x') %}{% for a in range(60) %}{% set n.s = [n.s, n.s]|join %}{% endfor %}",
    "a product that squares": "{% set n = namespace(n=9) %}{% for a in range(60) %}{% set n.n = n.n * n.n %}{% endfor %}",
    "a sum of lists by a filter": "{% set l = range(99999)|list %}{{ ([l] * 9000)|sum(start=[])|length }}",
    "a join of long texts": "{{ (['x' * 900000] * 9000)|join|length }}",
    "rounding to very many places": "{{ 1|round(99999999, 'ceil') }}",
    "filters in a loop": "{% set l = range(99999)|list %}{% for a in range(90000) %}{% set b = l|sort %}{% endfor %}",
    "lazy filters in a loop": "{% set l = range(99999) %}{% for a in range(90000) %}{% set b = l|map('abs')|list %}{% endfor %}",
    "searching in a loop": "{% set l = range(99999)|list %}{% for a in range(90000) %}{% if -1 in l %}{% endif %}{% endfor %}",
    "sorting in a loop": "{% set l = range(99999)|list %}{% for a in range(90000) %}{% do l.reverse() %}{% endfor %}",
    "splitting in a loop": "{% set s = 'x ' * 400000 %}{% for a in range(90000) %}{% set b = s.split() %}{% endfor %}",
    "a loop that calls itself": "{% for a in range(900) recursive %}{{ loop(range(9000)) if loop.depth < 5 }}{% endfor %}",
    "an include in a loop": "{% for a in range(90000) %}{% include 'buku/_banyak.md.j2' %}{% endfor %}",
    "a call in a loop": "{% macro m() %}{{ caller() }}{% endmacro %}{% for a in range(9000) %}{% call m() %}{% for b in range(9000) %}{% endfor %}{% endcall %}{% endfor %}",
    "a number in letters": "{{ ('9' * 999999)|int }}",
    "a number with a long tail": "{{ '1E999999'|int }}",
}  # fmt: skip


@pytest.mark.parametrize("template", ENDLESS.values(), ids=ENDLESS)
def test_what_has_no_end_is_stopped(blocks, template):
    started = time.monotonic()
    with pytest.raises(TemplateFault) as caught:
        blocks(f"\n{template}", _banyak="{% for a in range(9000) %}{% endfor %}")
    assert time.monotonic() - started < SECONDS
    assert caught.value.finding.hint


def test_where_it_is_stopped_is_always_the_same(blocks):
    template = "{% for a in range(3000) %}\n{% for b in range(3000) %}\n{{ a }}\n{% endfor %}\n{% endfor %}"
    found = []
    for _ in range(2):
        with pytest.raises(TemplateFault) as caught:
            blocks(template)
        found.append(caught.value.finding)
    assert found[0] == found[1]


@pytest.mark.parametrize(
    "template",
    [
        "".join(f"{{% for a{n} in [1] %}}" for n in range(30)) + "x" + "{% endfor %}" * 30,
        "{% if true %}" * 150 + "x" + "{% endif %}" * 150,
        "{{ " + "(" * 400 + "1" + ")" * 400 + " }}",
        "{{ " + "-" * 3000 + "1 }}",
        "{{ " + " ~ ".join(["1"] * 3000) + " }}",
        "{{ " + "[" * 400 + "]" * 400 + " }}",
    ],
    ids=["for", "if", "brackets", "minus", "joined", "lists"],
)
def test_what_is_nested_too_deeply_is_read_or_refused_and_never_a_crash(blocks, template):
    try:
        assert blocks(template) is not None
    except TemplateFault as fault:
        assert fault.finding.span.file == "templates/buku/satu.md.j2"


def test_a_template_of_enormous_size_is_not_read(blocks):
    with pytest.raises(TemplateFault, match="2 MB"):
        blocks("x" * 2_100_000)


def test_a_link_that_leads_out_of_the_folder_is_not_followed(blocks, tmp_path):
    (tmp_path / "rahasia.md").write_text("rahasia", encoding="utf-8")
    link = tmp_path / "templates" / "buku" / "tautan.md.j2"
    link.parent.mkdir(parents=True)
    try:
        link.symlink_to(tmp_path / "rahasia.md")
    except OSError:
        pytest.skip("links are not allowed here")
    with pytest.raises(TemplateFault, match="tidak ada"):
        blocks("{% include 'buku/tautan.md.j2' %}")


@pytest.mark.parametrize(
    "expression",
    [
        "rencana.__init__",
        "cycler.__init__.__globals__",
        "namespace.__class__",
        "lipsum.__globals__",
        "self._TemplateReference__context",
        "self.__init__",
        "m.__globals__",
        "loop_.__class__",
        "tabel.__self__",
        "prosa.__code__",
        "(rencana|map('string')|list)",
        "{'a': 1}.__class__.__mro__",
        "dict.__subclasses__()",
        "[].append.__self__.__class__",
        "x.gi_frame",
        "rencana['__class__']",
        "rencana|groupby('_part')",
        "dimensi|sort(attribute='_isi')",
        "dimensi|sum(attribute='__class__')",
        "dimensi|selectattr('_isi')|list",
        "debug",
        "environment",
    ],
)
def test_no_trick_with_attributes_leads_out(blocks, expression):
    prelude = "{% macro m() %}{% endmacro %}{% set x = [1]|map('abs') %}{% set loop_ = namespace() %}"
    with pytest.raises(TemplateFault) as caught:
        blocks(f"{prelude}\n{{{{ {expression} }}}}")
    assert "dicetak" not in caught.value.finding.message, "it was reached, and only could not be printed"


def test_markdown_made_to_be_slow_is_read_soon(blocks):
    for piece in ("[", "*a **a ", "> ", "- ", "`" * 3 + "\n", "![](", "<a", "\\", "_a__"):
        started = time.monotonic()
        with contextlib.suppress(TemplateFault):
            blocks(f"{{{{ '' }}}}{piece * (60_000 // len(piece))}")
        assert time.monotonic() - started < SECONDS, piece
