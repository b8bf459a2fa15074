"""Our chapters have named blocks, so that a plan changes one section and leaves the others to us."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from jinja2 import nodes
from jinja2.meta import find_undeclared_variables

from smartplan import api, resources
from smartplan.book.inventory import blocks_of, text_of
from smartplan.book.sandbox import parse
from smartplan.book.static_check import top_names

EXAMPLE = Path(__file__).parents[2] / "examples" / "contoh"
CHAPTERS = [name for name in resources.walk() if name.startswith("buku/buku-") and name.endswith(".j2")]
LETTERS = [
    name
    for name in resources.walk()
    if name.startswith("surat/") and name.endswith(".j2") and "/_" not in name and "tagihan" not in name
]


def set_in(node: nodes.Node) -> set[str]:
    return {one.name for one in node.find_all(nodes.Name) if one.ctx == "store"}


@pytest.mark.parametrize("name", [*CHAPTERS, *LETTERS])
def test_each_chapter_has_blocks_and_a_place_at_its_end(name: str) -> None:
    found = blocks_of(name, None)
    assert len(found) >= 2
    assert found[0] in ("pembuka", "isi")
    assert found[-1] == "penutup"


@pytest.mark.parametrize("name", [*CHAPTERS, *LETTERS])
def test_no_block_needs_what_only_another_one_sets(name: str) -> None:
    tree = parse(text_of(name, None))
    blocks = list(tree.find_all(nodes.Block))
    outside = set(top_names(tree.body))
    for block in blocks:
        alone = nodes.Template(list(block.body), lineno=1).set_environment(tree.environment)
        elsewhere = {one for other in blocks if other is not block for one in set_in(other)}
        needed = find_undeclared_variables(alone) - outside - set_in(block)
        assert not needed & elsewhere, block.name


def test_the_documents_are_the_same_when_every_block_is_taken_over(tmp_path: Path) -> None:
    plan = tmp_path / "contoh"
    shutil.copytree(EXAMPLE, plan)
    before = api.render(api.load(plan), ["semua"], ["md"])
    for name in (*CHAPTERS, *LETTERS):
        blocks = "".join(f"{{% block {one} %}}{{{{ super() }}}}{{% endblock %}}" for one in blocks_of(name, None))
        file = plan / "templates" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(f'{{% extends "@bawaan/{name}" %}}\n{blocks}\n', encoding="utf-8")
    assert api.render(api.load(plan), ["semua"], ["md"]) == before
    assert api.check_templates(api.load(plan)).findings == ()


def test_one_section_is_replaced_one_is_added_to_and_the_end_gets_a_word(tmp_path: Path) -> None:
    plan = tmp_path / "contoh"
    shutil.copytree(EXAMPLE, plan)
    file = plan / "templates" / "buku" / "buku-2" / "arah.md.j2"
    file.parent.mkdir(parents=True)
    file.write_text(
        '{% extends "@bawaan/buku/buku-2/arah.md.j2" %}\n'
        "{% block pembuka %}\nPembuka kami.\n\n{% endblock %}\n"
        "{% block misi %}\n{{ super() }}\n\nTambahan pada misi.\n\n{% endblock %}\n"
        "{% block penutup %}\n\nKata akhir kami.\n{% endblock %}\n",
        encoding="utf-8",
    )
    book = api.render(api.load(plan), ["buku-2"], ["md"])["buku-2.md"].decode()
    assert "\nPembuka kami.\n" in book
    assert "\nTambahan pada misi.\n" in book
    assert "\nKata akhir kami.\n" in book
    assert "Bab ini menetapkan arah pembangunan" not in book
    assert "Sasaran menurut Dimensi" in book
