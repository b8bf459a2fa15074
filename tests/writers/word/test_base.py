"""The base document: made by its script, valid, and changed by designers without harm."""

from __future__ import annotations

import importlib.util
import io
import pickle
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from smartplan.edition import load_edition
from smartplan.resources import find
from smartplan.writers.word import BaseFault, write_word
from smartplan.writers.word.base import read_base
from smartplan.writers.word.units import cm
from tests.writers.word.checker import audit, faults_of, parts_of
from tests.writers.word.reading import W, root_of, style_of
from tests.writers.word.sample import sample

if TYPE_CHECKING:
    from collections.abc import Callable

SCRIPT = Path(__file__).parents[2] / "tools" / "build_word_base.py"


def test_the_script_gives_the_base_that_we_ship(base: bytes) -> None:
    spec = importlib.util.spec_from_file_location("build_word_base", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    script = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(script)
    # Parts are compared, not the zip: its bytes depend on the machine's zlib.
    assert parts_of(script.build()) == parts_of(base)
    assert script.build() == script.build()


def test_the_base_is_valid_and_indonesian(base: bytes) -> None:
    assert audit(base) == []
    assert faults_of(base) == []
    assert b'w:lang w:val="id-ID"' in parts_of(base)["word/styles.xml"]


def test_the_base_has_the_measures_that_the_edition_names(base: bytes) -> None:
    edition = load_edition()
    page = read_base(base).page
    left, others = (int(edition.value(name) or 0) for name in ("margin_kiri", "margin_lain"))
    assert page.left == cm(left)
    assert (page.top, page.right, page.bottom) == (cm(others),) * 3
    parts = parts_of(base)
    assert f'<a:latin typeface="{edition.value("huruf")}"/>' in parts["word/theme/theme1.xml"].decode()
    defaults = parts["word/styles.xml"].decode().partition("</w:docDefaults>")[0]
    assert f'<w:sz w:val="{2 * int(edition.value("ukuran_huruf") or 0)}"/>' in defaults


def test_a_base_whose_style_ids_were_translated_still_works(base: bytes) -> None:
    def translate(name: str, text: str) -> str:
        return text.replace('"Heading1"', '"Judul1"').replace('"BodyText"', '"TeksIsi"')

    data = write_word(sample(), _changed(base, translate)).data
    assert faults_of(data) == []
    assert {"Judul1", "TeksIsi"} <= {style_of(node) for node in root_of(data).iter(f"{W}p")}


def test_the_page_is_that_of_the_base(base: bytes) -> None:
    def letter(name: str, text: str) -> str:
        return text.replace('w:w="11906" w:h="16838"', 'w:w="12240" w:h="15840"').replace(
            'w:left="2268"', 'w:left="1440"'
        )

    changed = _changed(base, letter)
    assert read_base(changed).page.text_width == 12240 - 1440 - 1701
    data = write_word(sample(), changed).data
    assert faults_of(data) == []
    sizes = {node.get(f"{W}w") for node in root_of(data).iter(f"{W}pgSz")}
    assert sizes == {"12240", "15840"}


@pytest.mark.parametrize("data", [b"", b"bukan zip", b"PK\x05\x06" + bytes(18)])
def test_what_is_no_word_file_is_refused(data: bytes) -> None:
    with pytest.raises(BaseFault) as caught:
        write_word(sample(), data)
    assert "template copy word/dasar" in caught.value.hint
    assert pickle.loads(pickle.dumps(caught.value)).hint == caught.value.hint


def test_a_base_that_unpacks_to_too_much_is_refused() -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", bytes(51_000_000))
    with pytest.raises(BaseFault, match="terlalu besar"):
        read_base(stream.getvalue())


def test_writing_does_not_change_the_base_for_the_next_book(base: bytes) -> None:
    first = write_word(sample(), base).data
    write_word(sample(id="lain", draft=False, body=()), base)
    assert write_word(sample(), base).data == first
    assert base == find("word/dasar.docx").read_bytes()


def _changed(base: bytes, change: Callable[[str, str], str]) -> bytes:
    """The base with each part changed; a part that becomes empty is left out."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, content in parts_of(base).items():
            if text := change(name, content.decode("utf-8")):
                archive.writestr(name, text.encode("utf-8"))
    return stream.getvalue()
