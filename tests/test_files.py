from __future__ import annotations

import errno
import json
import os
import pickle
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from smartplan.files import (
    ChangedOutputs,
    FileTrouble,
    LockedFile,
    NotWritable,
    OutputBusy,
    Register,
    Written,
    folder_lock,
    outdated_outputs,
    remove_outputs,
    write_atomic,
    write_outputs,
)
from smartplan.files.errors import reason_of, trouble_from
from smartplan.files.lock import LOCK_NAME, STALE_SECONDS
from smartplan.files.register import REGISTER_NAME

if TYPE_CHECKING:
    from collections.abc import Iterator

POSIX = pytest.mark.skipif(os.name == "nt", reason="permissions of POSIX")


class HeldByWord(PermissionError):
    """What Windows raises for a file that Word holds; no other system can."""

    winerror = 32


def leftovers(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.rglob("*") if path.suffix == ".tmp" or path.name == LOCK_NAME)


@pytest.fixture
def closed_folder() -> Iterator[Path]:
    """A folder that this process may read but not write, also when the tests run as root."""
    folder = Path(tempfile.mkdtemp())
    (folder / "buku.md").write_bytes(b"lama")
    folder.chmod(0o555)
    as_root = os.geteuid() == 0
    if as_root:
        os.seteuid(65534)
    try:
        yield folder
    finally:
        if as_root:
            os.seteuid(0)
        folder.chmod(0o755)
        for path in folder.iterdir():
            path.unlink()
        folder.rmdir()


def test_a_file_is_made_and_replaced_whole(tmp_path: Path) -> None:
    path = tmp_path / "buku.md"
    write_atomic(path, b"satu")
    assert path.read_bytes() == b"satu"
    write_atomic(path, b"dua")
    assert path.read_bytes() == b"dua"
    assert leftovers(tmp_path) == []


@POSIX
def test_permissions_and_links_stay(tmp_path: Path) -> None:
    target = tmp_path / "asli.md"
    target.write_bytes(b"lama")
    target.chmod(0o640)
    link = tmp_path / "tautan.md"
    link.symlink_to(target)
    write_atomic(link, b"baru")
    assert link.is_symlink()
    assert target.read_bytes() == b"baru"
    assert target.stat().st_mode & 0o777 == 0o640


@POSIX
def test_a_new_file_can_be_read_by_colleagues(tmp_path: Path) -> None:
    before = os.umask(0o022)
    try:
        write_atomic(tmp_path / "buku.md", b"")
    finally:
        os.umask(before)
    assert (tmp_path / "buku.md").stat().st_mode & 0o777 == 0o644


def test_a_failed_write_leaves_the_old_file_and_no_rubbish(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "buku.md"
    path.write_bytes(b"lama")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(NotWritable, match="penuh"):
        write_atomic(path, b"baru")
    assert path.read_bytes() == b"lama"
    assert leftovers(tmp_path) == []


def test_a_file_open_in_word_asks_to_close_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "buku-1.docx"
    path.write_bytes(b"lama")

    def held(source: Path, target: Path) -> None:
        raise HeldByWord(13, "The process cannot access the file", str(source), str(target))

    monkeypatch.setattr(Path, "replace", held)
    with pytest.raises(LockedFile) as caught:
        write_atomic(path, b"baru")
    assert caught.value.message == "berkas “buku-1.docx” sedang dibuka program lain, biasanya Word atau Excel"
    assert "tutup berkas itu di Word atau Excel" in caught.value.hint
    assert leftovers(tmp_path) == []


@POSIX
def test_a_read_only_folder_is_said_to_be_one(closed_folder: Path) -> None:
    with pytest.raises(NotWritable, match="tidak ada izin"):
        write_atomic(closed_folder / "buku.md", b"baru")
    with pytest.raises(NotWritable, match="tidak ada izin"):
        write_outputs(closed_folder, {"buku.md": b"baru"}, force=True)
    with pytest.raises(NotWritable, match="tidak ada izin"):
        write_outputs(closed_folder / "hasil", {"buku.md": b"baru"})
    assert (closed_folder / "buku.md").read_bytes() == b"lama"


@POSIX
def test_a_read_only_folder_is_named_and_not_our_lock(closed_folder: Path) -> None:
    with pytest.raises(NotWritable) as caught:
        write_outputs(closed_folder, {"buku.md": b"baru"}, force=True)
    assert caught.value.message.startswith(f"map “{closed_folder}” tidak dapat ditulis")
    assert ".smartplan.lock" not in caught.value.message


@pytest.mark.parametrize(
    "number", ["ENOENT", "EACCES", "EROFS", "ENOSPC", "EISDIR", "ENOTDIR", "EEXIST", "ENAMETOOLONG", "ELOOP", "ENOTTY"]
)
def test_what_the_system_says_is_told_in_indonesian(number: str) -> None:
    code = getattr(errno, number)
    error = OSError(code, os.strerror(code))
    told = trouble_from(error, Path("tidak-ada") / "buku.md").message
    for sentence in (reason_of(error), told):
        assert os.strerror(code) not in sentence
    assert (reason_of(error) == f"kode kesalahan sistem {code}") == (number == "ENOTTY")


def test_a_folder_in_the_place_of_a_file_is_said_to_be_one(tmp_path: Path) -> None:
    (tmp_path / "buku.md").mkdir()
    (tmp_path / "berkas").write_bytes(b"")
    places = {
        "sudah ada map bernama itu": tmp_path / "buku.md",
        "berkas” adalah berkas, bukan map": tmp_path / "berkas" / "b",
    }
    for words, path in places.items():
        with pytest.raises(NotWritable, match=words):
            write_atomic(path, b"")


@POSIX
def test_a_link_that_points_at_itself_is_no_crash(tmp_path: Path) -> None:
    (tmp_path / "putar.md").symlink_to(tmp_path / "putar.md")
    with pytest.raises(NotWritable, match="tidak dapat ditulis"):
        write_atomic(tmp_path / "putar.md", b"")


def test_all_troubles_have_one_base_and_travel_between_processes(tmp_path: Path) -> None:
    troubles = [
        LockedFile(tmp_path / "a.docx"),
        NotWritable("pesan", "saran"),
        OutputBusy("pesan", "saran"),
        ChangedOutputs(["a.md", "b.md"]),
    ]
    for trouble in troubles:
        again = pickle.loads(pickle.dumps(trouble))
        assert isinstance(again, FileTrouble)
        assert type(again) is type(trouble)
        assert (again.message, again.hint) == (trouble.message, trouble.hint)


def test_outputs_are_written_into_a_new_folder_and_known_afterwards(tmp_path: Path) -> None:
    out = tmp_path / "hasil"
    written = write_outputs(out, {"buku-1.md": b"satu", "gambar/peta.svg": b"<svg/>"})
    assert written == Written((out / "buku-1.md", out / "gambar" / "peta.svg"), (), ())
    assert (out / "gambar" / "peta.svg").read_bytes() == b"<svg/>"
    assert sorted(json.loads((out / REGISTER_NAME).read_text(encoding="utf-8"))["outputs"]) == [
        "buku-1.md",
        "gambar/peta.svg",
    ]
    assert leftovers(out) == []


def test_our_own_file_is_replaced_and_an_equal_one_left_alone(tmp_path: Path) -> None:
    write_outputs(tmp_path, {"a.md": b"satu", "b.md": b"tetap"})
    before = (tmp_path / "b.md").stat().st_mtime_ns
    written = write_outputs(tmp_path, {"a.md": b"dua", "b.md": b"tetap"})
    assert written == Written((tmp_path / "a.md",), (), (tmp_path / "b.md",))
    assert (tmp_path / "a.md").read_bytes() == b"dua"
    assert (tmp_path / "b.md").stat().st_mtime_ns == before


def test_changed_files_are_refused_before_anything_is_written(tmp_path: Path) -> None:
    write_outputs(tmp_path, {"a.md": b"a", "b.md": b"b", "c.md": b"c"})
    (tmp_path / "b.md").write_bytes(b"b, disunting orang")
    (tmp_path / "c.md").write_bytes(b"c, disunting orang")
    with pytest.raises(ChangedOutputs) as caught:
        write_outputs(tmp_path, {"a.md": b"a2", "b.md": b"b2", "c.md": b"c2"})
    assert caught.value.names == ("b.md", "c.md")
    assert "--force" in caught.value.hint
    assert (tmp_path / "a.md").read_bytes() == b"a"
    assert leftovers(tmp_path) == []


def test_a_file_that_was_never_ours_is_refused_too(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes(b"milik orang")
    with pytest.raises(ChangedOutputs):
        write_outputs(tmp_path, {"a.md": b"milik kami"})


def test_force_replaces_a_changed_file(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes(b"milik orang")
    assert write_outputs(tmp_path, {"a.md": b"baru"}, force=True).paths == (tmp_path / "a.md",)
    assert (tmp_path / "a.md").read_bytes() == b"baru"
    assert write_outputs(tmp_path, {"a.md": b"lebih baru"}).paths == (tmp_path / "a.md",)


def test_each_changed_file_is_decided_by_itself(tmp_path: Path) -> None:
    for name in ("jaga.md", "timpa.md", "dua.docx"):
        (tmp_path / name).write_bytes(b"orang")
    outputs = {"jaga.md": b"kami", "timpa.md": b"kami", "dua.docx": b"kami", "lain.md": b"kami"}
    choices = {"jaga.md": "keep", "timpa.md": "replace", "dua.docx": "both"}
    asked: list[str] = []

    def decide(name: str) -> str:
        asked.append(name)
        return choices[name]

    written = write_outputs(tmp_path, outputs, decide=decide)  # type: ignore[arg-type]
    assert asked == list(choices)
    assert [path.name for path in written.paths] == ["timpa.md", "dua (baru).docx", "lain.md"]
    assert [path.name for path in written.kept] == ["jaga.md", "dua.docx"]
    assert (tmp_path / "jaga.md").read_bytes() == b"orang"
    assert (tmp_path / "dua.docx").read_bytes() == b"orang"
    assert (tmp_path / "dua (baru).docx").read_bytes() == b"kami"


def test_both_never_lands_on_another_file_of_a_person(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes(b"orang")
    write_outputs(tmp_path, {"a.md": b"satu"}, decide=lambda _: "both")
    write_outputs(tmp_path, {"a.md": b"dua"}, decide=lambda _: "both")
    assert (tmp_path / "a (baru).md").read_bytes() == b"dua"
    (tmp_path / "a (baru).md").write_bytes(b"orang lagi")
    written = write_outputs(tmp_path, {"a.md": b"tiga"}, decide=lambda _: "both")
    assert written.paths == (tmp_path / "a (baru 2).md",)
    assert (tmp_path / "a (baru).md").read_bytes() == b"orang lagi"


def test_a_file_that_changes_while_a_person_thinks_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes(b"orang")

    def decide(name: str) -> str:
        (tmp_path / name).write_bytes(b"orang, disimpan sekali lagi")
        return "replace"

    with pytest.raises(ChangedOutputs):
        write_outputs(tmp_path, {"a.md": b"kami"}, decide=decide)  # type: ignore[arg-type]
    assert (tmp_path / "a.md").read_bytes() == b"orang, disimpan sekali lagi"


@pytest.mark.parametrize(
    "content", [b"", b"{", b"[]", b'{"outputs": 3}', b'{"outputs": {"a.md": null}}', b"\xff\xfe", b"["]
)
def test_a_broken_register_counts_as_absent_and_loses_no_file(tmp_path: Path, content: bytes) -> None:
    write_outputs(tmp_path, {"a.md": b"satu"})
    (tmp_path / REGISTER_NAME).write_bytes(content * 20_000 if content == b"[" else content)
    with pytest.raises(ChangedOutputs):
        write_outputs(tmp_path, {"a.md": b"dua"})
    assert write_outputs(tmp_path, {"a.md": b"satu"}).unchanged == (tmp_path / "a.md",)
    assert write_outputs(tmp_path, {"a.md": b"dua"}).paths == (tmp_path / "a.md",)


@pytest.mark.parametrize("crash_at", [1, 2, 3, 4])
def test_a_crash_at_any_write_never_blames_a_person(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, crash_at: int
) -> None:
    write_outputs(tmp_path, {"a.md": b"a1", "b.md": b"b1"})
    replace = Path.replace
    calls = 0

    def crash(source: Path, target: Path) -> Path:
        nonlocal calls
        calls += 1
        if calls == crash_at:
            raise KeyboardInterrupt
        return replace(source, target)

    monkeypatch.setattr(Path, "replace", crash)
    with pytest.raises(KeyboardInterrupt):
        write_outputs(tmp_path, {"a.md": b"a2", "b.md": b"b2"})
    monkeypatch.setattr(Path, "replace", replace)
    write_outputs(tmp_path, {"a.md": b"a3", "b.md": b"b3"})
    assert (tmp_path / "a.md").read_bytes() == b"a3"
    assert (tmp_path / "b.md").read_bytes() == b"b3"


def test_after_a_replacement_the_old_bytes_count_as_changed_again(tmp_path: Path) -> None:
    write_outputs(tmp_path, {"a.md": b"satu"})
    write_outputs(tmp_path, {"a.md": b"dua"})
    (tmp_path / "a.md").write_bytes(b"satu")
    with pytest.raises(ChangedOutputs):
        write_outputs(tmp_path, {"a.md": b"tiga"})


@pytest.mark.parametrize("name", ["../a.md", "/a.md", "C:a.md", "a\\b.md", "", REGISTER_NAME, LOCK_NAME])
def test_a_name_that_leads_out_of_the_folder_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(ValueError, match="output folder"):
        write_outputs(tmp_path / "hasil", {name: b""})
    assert not (tmp_path / "hasil").exists()


def test_two_names_that_differ_in_case_only_are_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="already in use"):
        write_outputs(tmp_path, {"Buku.md": b"", "buku.md": b""})


def test_a_second_writer_waits_and_then_says_who_is_in_the_way(tmp_path: Path) -> None:
    with (
        folder_lock(tmp_path),
        pytest.raises(OutputBusy, match="smartplan yang lain"),
        folder_lock(tmp_path, wait_seconds=0.2),
    ):
        pass
    with folder_lock(tmp_path, wait_seconds=0):
        assert leftovers(tmp_path) == [LOCK_NAME]
    assert leftovers(tmp_path) == []


@POSIX
def test_the_lock_of_a_process_that_died_here_is_broken_at_once(tmp_path: Path) -> None:
    script = f"""
import os, sys
from pathlib import Path
sys.path[:0] = {sys.path!r}
from smartplan.files import folder_lock
with folder_lock(Path({str(tmp_path)!r})):
    os._exit(0)
"""
    subprocess.run([sys.executable, "-c", script], check=True)
    assert leftovers(tmp_path) == [LOCK_NAME]
    with folder_lock(tmp_path, wait_seconds=0):
        pass
    assert leftovers(tmp_path) == []


def test_a_silent_lock_of_another_machine_is_broken_after_its_time(tmp_path: Path) -> None:
    lock = tmp_path / LOCK_NAME
    lock.write_text(json.dumps({"host": "komputer-lain", "process": 1, "token": "x"}), encoding="utf-8")
    with pytest.raises(OutputBusy), folder_lock(tmp_path, wait_seconds=0.1):
        pass
    old = time.time() - STALE_SECONDS - 5
    os.utime(lock, (old, old))
    with folder_lock(tmp_path, wait_seconds=0):
        pass
    assert leftovers(tmp_path) == []


def test_a_lock_that_somebody_took_over_is_not_removed_by_the_first_holder(tmp_path: Path) -> None:
    lock = tmp_path / LOCK_NAME
    with folder_lock(tmp_path):
        lock.write_text("milik yang lain", encoding="utf-8")
    assert lock.read_text(encoding="utf-8") == "milik yang lain"


def test_several_processes_may_write_into_one_folder(tmp_path: Path) -> None:
    script = f"""
import sys
from pathlib import Path
sys.path[:0] = {sys.path!r}
from smartplan.files import write_outputs
for turn in range(5):
    outputs = {{"a.md": f"{{sys.argv[1]}} {{turn}}".encode(), f"{{sys.argv[1]}}.md": b"x"}}
    write_outputs(Path({str(tmp_path)!r}), outputs)
"""
    runs = [subprocess.Popen([sys.executable, "-c", script, name]) for name in ("satu", "dua", "tiga")]
    assert [run.wait(timeout=60) for run in runs] == [0, 0, 0]
    register = Register(tmp_path)
    assert (tmp_path / "a.md").read_bytes().endswith(b" 4")
    assert write_outputs(tmp_path, {"a.md": b"akhir"}).paths == (tmp_path / "a.md",)
    assert register.knows("dua.md", "2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881")
    assert leftovers(tmp_path) == []


def test_only_what_we_wrote_and_nobody_changed_is_removed(tmp_path: Path) -> None:
    write_outputs(tmp_path, {"ours": b"a", "changed": b"b"})
    (tmp_path / "changed").write_bytes(b"mine")
    (tmp_path / "theirs").write_bytes(b"c")
    remove_outputs(tmp_path, ["ours", "changed", "theirs", "absent"])
    left = sorted(path.name for path in tmp_path.iterdir())
    assert left == [REGISTER_NAME, "changed", "theirs"]
    assert "ours" not in (tmp_path / REGISTER_NAME).read_text(encoding="utf-8")


def test_what_no_longer_belongs_into_a_folder_of_ours_goes_and_the_empty_folder_too(tmp_path: Path) -> None:
    names = ("buku-gambar/a.svg", "buku-gambar/b.svg", "buku-gambar/c.svg", "lain-gambar/a.svg", "buku.md")
    write_outputs(tmp_path, dict.fromkeys(names, b"x"))
    (tmp_path / "buku-gambar" / "c.svg").write_bytes(b"mine")
    outdated = outdated_outputs(tmp_path, ["buku-gambar"], ["buku-gambar/A.svg"])
    assert outdated == ["buku-gambar/b.svg", "buku-gambar/c.svg"]
    remove_outputs(tmp_path, outdated)
    assert sorted(path.name for path in (tmp_path / "buku-gambar").iterdir()) == ["a.svg", "c.svg"]
    remove_outputs(tmp_path, ["lain-gambar/a.svg"])
    assert not (tmp_path / "lain-gambar").exists()
