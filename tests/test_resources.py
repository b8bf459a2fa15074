from __future__ import annotations

import os
import pickle
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from smartplan import resources
from smartplan.resources import ResourceMissing, ResourceNameRefused, examples_root, find, find_example, names, roots
from tests.closed import no_permission, open_to_all

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture
def shipped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """An installation of its own, with one shipped template and one example."""
    package = tmp_path / "site-packages" / "smartplan"
    write(package / "_data" / "templates" / "surat" / "undangan.md.j2", "bawaan")
    write(package / "_data" / "templates" / "surat" / "sk.md.j2", "bawaan")
    write(package / "_data" / "examples" / "contoh" / "rencana.yaml", "skema: 1")
    monkeypatch.setattr(resources, "_PACKAGE", package)
    resources._shipped.cache_clear()
    yield package
    resources._shipped.cache_clear()


def write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def test_in_a_checkout_templates_lie_beside_the_package() -> None:
    repository = Path(resources.__file__).resolve().parents[1]
    assert (repository / "pyproject.toml").is_file()
    assert roots() == (repository / "templates",)


def test_installed_they_lie_inside_the_package_even_with_a_stray_folder_beside_it(shipped: Path) -> None:
    (shipped.parent / "templates").mkdir()
    assert roots() == (shipped / "_data" / "templates",)
    assert examples_root() == shipped / "_data" / "examples"
    assert find_example("contoh/rencana.yaml").read_text(encoding="utf-8") == "skema: 1"


def test_a_file_of_the_plan_wins_over_ours_name_by_name(shipped: Path, tmp_path: Path) -> None:
    plan = tmp_path / "rencana"
    write(plan / "templates" / "surat" / "undangan.md.j2", "sendiri")
    assert find("surat/undangan.md.j2", plan).read_text(encoding="utf-8") == "sendiri"
    assert find("surat/undangan.md.j2").read_text(encoding="utf-8") == "bawaan"
    assert find("surat/sk.md.j2", plan) == shipped / "_data" / "templates" / "surat" / "sk.md.j2"
    assert roots(plan) == (plan / "templates", shipped / "_data" / "templates")


def test_a_name_that_begins_with_bawaan_always_means_ours(shipped: Path, tmp_path: Path) -> None:
    plan = tmp_path / "rencana"
    write(plan / "templates" / "surat" / "undangan.md.j2", "sendiri")
    ours = find("@bawaan/surat/undangan.md.j2", plan)
    assert ours.read_text(encoding="utf-8") == "bawaan"
    assert resources.label(ours, plan) == "@bawaan/surat/undangan.md.j2"
    assert resources.label(find("surat/undangan.md.j2", plan), plan) == "templates/surat/undangan.md.j2"
    with pytest.raises(ResourceNameRefused):
        find("@bawaan/../../rahasia", plan)


def test_all_files_are_walked_once_and_no_link_is_followed_out(shipped: Path, tmp_path: Path) -> None:
    plan = tmp_path / "rencana"
    write(plan / "templates" / "surat" / "sk.md.j2", "")
    write(plan / "templates" / "sendiri.md.j2", "")
    write(tmp_path / "luar" / "rahasia.md.j2", "")
    assert resources.walk(plan) == ("sendiri.md.j2", "surat/sk.md.j2", "surat/undangan.md.j2")
    try:
        (plan / "templates" / "luar").symlink_to(tmp_path / "luar", target_is_directory=True)
        (plan / "templates" / "ring").symlink_to(plan / "templates", target_is_directory=True)
    except OSError:
        pytest.skip("links are not allowed here")
    assert resources.walk(plan) == ("sendiri.md.j2", "surat/sk.md.j2", "surat/undangan.md.j2")


def test_a_plan_without_templates_has_only_our_root(shipped: Path, tmp_path: Path) -> None:
    assert roots(tmp_path) == (shipped / "_data" / "templates",)


def test_names_are_gathered_over_all_roots_without_hidden_ones(shipped: Path, tmp_path: Path) -> None:
    plan = tmp_path / "rencana"
    write(plan / "templates" / "surat" / "nota.md.j2", "")
    write(plan / "templates" / "surat" / "sk.md.j2", "")
    write(plan / "templates" / "surat" / ".DS_Store", "")
    assert names("surat", plan) == ("nota.md.j2", "sk.md.j2", "undangan.md.j2")
    assert names("tidak-ada", plan) == ()


@pytest.mark.parametrize(
    "name", ["../rahasia", "surat/../../rahasia", "/etc/passwd", "C:\\rahasia", "c:rahasia", "..\\rahasia", "", "a\0b"]
)
def test_a_name_that_leads_out_is_refused(shipped: Path, name: str) -> None:
    with pytest.raises(ResourceNameRefused, match="tidak dapat dipakai"):
        find(name)


def test_a_link_that_leads_out_of_the_plan_counts_as_missing(shipped: Path, tmp_path: Path) -> None:
    plan = tmp_path / "rencana"
    write(tmp_path / "rahasia.txt", "rahasia")
    (plan / "templates").mkdir(parents=True)
    try:
        (plan / "templates" / "surat.md.j2").symlink_to(tmp_path / "rahasia.txt")
    except OSError:
        pytest.skip("links are not allowed here")
    with pytest.raises(ResourceMissing, match="tidak ada"):
        find("surat.md.j2", plan)


@pytest.mark.parametrize(
    "litter", ["Thumbs.db", "desktop.ini", "strategi.md.j2~", "README.txt", ".DS_Store", "~$dasar.docx", "a.bak"]
)
def test_what_systems_and_editors_leave_is_no_template(shipped: Path, tmp_path: Path, litter: str) -> None:
    plan = tmp_path / "rencana"
    write(plan / "templates" / "surat" / litter, "")
    assert resources.files_in(plan / "templates") == ()
    assert names("surat", plan) == ("sk.md.j2", "undangan.md.j2")


@pytest.mark.skipif(os.name == "nt", reason="permissions of a folder are of another kind there")
@pytest.mark.parametrize("closed", ["templates", "templates/surat"])
def test_a_folder_of_the_plan_that_may_not_be_read_is_not_replaced_by_ours(closed: str) -> None:
    with open_to_all() as plan:
        write(plan / "templates" / "surat" / "undangan.md.j2", "milik rencana")
        roots()  # found once: the checkout itself may be in a folder that nobody else may read
        with no_permission(plan / closed), pytest.raises(PermissionError) as caught:
            find("surat/undangan.md.j2", plan)
    assert caught.value.filename == str(plan / closed)


def test_a_missing_file_is_named_with_what_to_do(shipped: Path) -> None:
    with pytest.raises(ResourceMissing) as caught:
        find("surat/nota.md.j2")
    assert caught.value.message == "berkas templat “surat/nota.md.j2” tidak ada di map templates bawaan"
    assert "ejaan" in caught.value.hint
    assert str(pickle.loads(pickle.dumps(caught.value))) == caught.value.message


def test_a_missing_example_lists_those_that_exist(shipped: Path) -> None:
    with pytest.raises(ResourceMissing) as caught:
        find_example("cotoh")
    assert caught.value.hint == "pilih salah satu: contoh"


def test_an_installation_without_data_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(resources, "_PACKAGE", tmp_path / "smartplan")
    resources._shipped.cache_clear()
    try:
        with pytest.raises(ResourceMissing, match="pemasangan smartplan tidak lengkap"):
            find("surat/sk.md.j2")
        with pytest.raises(ResourceMissing, match="pemasangan smartplan tidak lengkap"):
            find_example("contoh")
    finally:
        resources._shipped.cache_clear()
