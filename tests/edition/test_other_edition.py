"""A plan under an edition of its own: nothing of the default edition is named in Python."""

from __future__ import annotations

import re
import shutil
from functools import cache
from pathlib import Path

import pytest

from smartplan import resources
from smartplan.api import examine, load, render
from smartplan.edition import load_edition
from smartplan.plan import load_plan
from smartplan.progress import measure
from smartplan.rules import check_plan

FOLDER = Path(__file__).parents[1] / "fixtures" / "edisi-empat"
EDITION = load_edition("empat", FOLDER)
SHARED = {"infrastruktur"}
"""Words of the default edition that are ordinary words too."""


@cache
def words_of_the_default() -> re.Pattern[str]:
    """Ids and names that only the default edition can have brought in."""
    base = load_edition()
    words: set[str] = set()
    for key in ("dimensi", "tahap", "dokumen", "kelompok", "horizon", "sumber_dana", "tahapan_quick_win"):
        for item in getattr(base, key) or ():
            words.update(word for word in (item.id, item.nama) if word and word.lower() not in SHARED)
    words.update(sub.nama for dimensi in base.dimensi or () for sub in dimensi.sub or () if sub.nama)
    return re.compile("|".join(rf"\b{re.escape(word)}\b" for word in sorted(words)))


@pytest.fixture
def plan_folder(tmp_path: Path) -> Path:
    return shutil.copytree(FOLDER, tmp_path / "rencana")


def change(folder: Path, file: str, old: str, new: str) -> None:
    path = folder / file
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), encoding="utf-8")


def told(folder: Path, stage: str | None = None) -> list[tuple[str, str]]:
    findings = check_plan(load_plan(folder), load_edition("empat", folder), stage=stage).findings
    return [(finding.code, finding.message) for finding in findings]


def test_the_edition_shares_no_dimension_stage_or_book_with_the_default() -> None:
    base = load_edition()
    for key in ("dimensi", "tahap", "dokumen", "kelompok", "horizon", "tahapan_quick_win", "sumber_dana"):
        assert EDITION.ids(key)
        assert not set(EDITION.ids(key)) & set(base.ids(key))


@pytest.mark.parametrize("stage", EDITION.ids("tahap"))
def test_a_whole_plan_is_clean_at_every_stage(stage: str) -> None:
    assert told(FOLDER, stage) == []


def test_its_own_stage_is_the_one_that_is_checked() -> None:
    assert check_plan(load_plan(FOLDER), EDITION).stage == "penetapan"


CHANGES = [
    pytest.param(
        "rencana.yaml", "Merawat alam", "Merawat alam XXX", [], id="a rule that the edition leaves out is silent"
    ),
    pytest.param(
        "rencana.yaml", "tingkat: belum_siap", "tingkat: buruk", ["KAI001"], id="readiness grade of the default"
    ),
    pytest.param(
        "rencana.yaml", "komponen: adat", "komponen: sdm", ["KAI001"], id="readiness component of the default"
    ),
    pytest.param(
        "rencana.yaml", "predikat: Mahir", "predikat: Merintis", ["ASM002"], id="predicate by the edition's bands"
    ),
    pytest.param("rencana.yaml", "nilai: 72", "nilai: 101", ["ASM001"], id="scale by the edition's bands"),
    pytest.param(
        "rencana.yaml", "kategori: lemah", "kategori: sedang", ["ASM003"], id="fiscal category of the default"
    ),
    pytest.param(
        "rencana.yaml",
        "dimensi: [alam_lestari, gerak_warga]",
        "dimensi: [alam_lestari]",
        ["ARH002"],
        id="dimension without misi",
    ),
    pytest.param("rencana.yaml", "id: babak_akhir", "id: jangka_panjang", ["KAI001"], id="horizon of the default"),
    pytest.param("rencana.yaml", "akhir: 2028,", "akhir: 2027,", ["PET001"], id="road map with a hole"),
    pytest.param(
        "dimensi/gerak_warga.yaml",
        "kelompok: sarana_bersama",
        "kelompok: literasi",
        ["KAI001"],
        id="group of the default",
    ),
    pytest.param(
        "dimensi/gerak_warga.yaml",
        "sub: jalan, mulai",
        "sub: wajah_kota, mulai",
        ["KAI001"],
        id="subdimension of the default",
    ),
    pytest.param("dimensi/gerak_warga.yaml", "[iuran]", "[csr]", ["KAI001"], id="fund source of the default"),
    pytest.param("dimensi/gerak_warga.yaml", ", lokasi: Kota Rekaan", "", ["WJB002"], id="what the edition requires"),
    pytest.param("dimensi/tata_pamong.yaml", "bulan: 3", "bulan: 4", ["QW002"], id="the edition's limit of months"),
    pytest.param(
        "dimensi/tata_pamong.yaml", "{tahap: percobaan, persen: 50}, ", "", ["QW003"], id="steps of the edition"
    ),
    pytest.param(
        "dimensi/alam_lestari.yaml",
        "  - {sub: udara, alasan: Belum didata}\n",
        "",
        ["DIM003"],
        id="fourth subdimension",
    ),
]


@pytest.mark.parametrize(("file", "old", "new", "codes"), CHANGES)
def test_rules_follow_the_edition(plan_folder: Path, file: str, old: str, new: str, codes: list[str]) -> None:
    change(plan_folder, file, old, new)
    found = told(plan_folder)
    assert sorted({code for code, _ in found}) == codes
    quoted = new.split(": ")[-1].strip("[]{}, ").split(",")[0]
    assert [message for _, message in found if words_of_the_default().search(message.replace(quoted, ""))] == []


def test_what_a_later_stage_asks_is_not_due_earlier(plan_folder: Path) -> None:
    change(plan_folder, "dimensi/gerak_warga.yaml", ", lokasi: Kota Rekaan", "")
    assert told(plan_folder, "penyusunan") == []


def test_a_missing_dimension_is_told_by_the_editions_name(plan_folder: Path) -> None:
    (plan_folder / "dimensi" / "gerak_warga.yaml").unlink()
    assert ("DIM001", True) in [(code, "Gerak Warga" in message) for code, message in told(plan_folder)]


def test_a_dimension_of_the_default_edition_is_not_known_here(plan_folder: Path) -> None:
    file = plan_folder / "dimensi" / "smart_living.yaml"
    file.write_text("tren: Apa saja.\n", encoding="utf-8")
    assert any("smart_living" in message for _, message in told(plan_folder))


def test_a_plan_that_says_almost_nothing_is_asked_in_the_editions_words(tmp_path: Path) -> None:
    shutil.copytree(FOLDER / "templates", tmp_path / "templates")
    (tmp_path / "rencana.yaml").write_text("skema: 1\nedisi: empat\n", encoding="utf-8")
    found = told(tmp_path, "penetapan")
    assert {"DIM001", "WJB002"} <= {code for code, _ in found}
    assert [message for _, message in found if words_of_the_default().search(message)] == []


def test_progress_counts_the_editions_books_and_dimensions() -> None:
    progress = measure(load_plan(FOLDER), EDITION)
    assert [share.title for share in progress.dimensions] == [one.nama for one in EDITION.dimensi or ()]
    assert len(progress.documents) == 2
    assert all(share.met == share.required > 0 for share in (*progress.documents, *progress.dimensions))


def test_the_summary_names_the_editions_stage() -> None:
    summary = examine(load(FOLDER)).summary
    assert (summary.edition, summary.stage, summary.stage_title) == ("empat", "penetapan", "Penetapan")


def test_its_books_are_made_from_its_own_templates_and_words() -> None:
    files = render(load(FOLDER), pages="none")
    assert {"kajian.md", "kajian.docx", "rencana.md", "rencana.docx"} <= set(files)
    first, second = (files[f"{name}.md"].decode("utf-8") for name in ("kajian", "rencana"))
    assert "Kepala Negeri dan warga Kabupaten Empat Rekaan" in first
    assert "| Budaya | Gotong Royong | Belum Siap |" in first
    assert "- Jaga sungai (Alam Lestari)" in second
    assert "JILID B: Rencana Negeri" in second
    assert not words_of_the_default().search(first + second)


def test_no_id_of_the_default_edition_decides_anything_in_python() -> None:
    """Names may stand in docstrings, examples and help; never where code compares or looks up.

    ``rules/aks.py`` looks for the word "aplikasi" in an indicator: an ordinary word, not the group of that name.
    """
    ids = {name for key in ("dimensi", "tahap", "dokumen", "kelompok", "horizon") for name in load_edition().ids(key)}
    decides = re.compile(r"(?:[=!]=|\bin\b|\[|\.get\() *\(?[\"'](" + "|".join(map(re.escape, sorted(ids))) + r")[\"']")
    assert all(decides.search(line) for line in ('if stage == "bimtek-1":', "shares['buku-2']", 'x in ("literasi", y)'))
    code = Path(resources.__file__).parent
    hits = [
        f"{file.relative_to(code)}:{number}"
        for file in sorted(code.rglob("*.py"))
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1)
        if (found := decides.search(line)) and found[1] not in SHARED
    ]
    assert [hit for hit in hits if not hit.startswith("rules/aks.py")] == []
