"""``validate --fix`` and ``--diff``: what is written, what is told, which exit code."""

from __future__ import annotations

import errno
import json
import subprocess
from datetime import date
from typing import TYPE_CHECKING

import pytest

from smartplan.cli import mending
from smartplan.cli.trouble import WrongUse
from smartplan.files import Change, ChangedSource, write_changes
from smartplan.files.errors import trouble_from

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.project import Project

HEAD = "skema: 1\nwilayah: {kode: 51.08, nama: Kabupaten Buleleng, jenis: kabupaten}\n"
WRONG = HEAD + "tanggal_dokumen: 28 Februari 2023 # a\nperiodee: {awal: 2024}\n"
DIFF = """\
diff --git a/rencana.yaml b/rencana.yaml
--- a/rencana.yaml
+++ b/rencana.yaml
@@ -1,4 +1,4 @@
 skema: 1
 wilayah: {kode: 51.08, nama: Kabupaten Buleleng, jenis: kabupaten}
-tanggal_dokumen: 28 Februari 2023 # a
+tanggal_dokumen: 2023-02-28 # a
 periodee: {awal: 2024}
"""


def test_diff_shows_and_writes_nothing(project: Project) -> None:
    path = project.write("rencana.yaml", WRONG)
    shown = project.run("validate", "--diff")
    assert (shown.code, shown.out) == (1, DIFF)
    assert shown.err == (
        "1 temuan akan diperbaiki dengan --fix; 1 lagi dapat diperbaiki dengan --unsafe "
        "(lihat dahulu: --diff --unsafe).\n"
    )
    assert path.read_text(encoding="utf-8") == WRONG
    assert project.run("validate", "--diff", "--fix").out == DIFF, "--diff wins over --fix"
    assert path.read_text(encoding="utf-8") == WRONG


def test_diff_can_be_applied_by_git_with_renames(project: Project) -> None:
    project.write("rencana.yaml", WRONG.rstrip("\n"))
    project.write("dimensi/Smart Goverment.yaml", "tren: Maju\n")
    patch = project.run("validate", "--diff", "--unsafe").out
    apply = ["git", "apply", "--unsafe-paths", "-"]
    done = subprocess.run(apply, cwd=project.folder, input=patch.encode(), capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()
    assert project.run("validate", "--diff", "--unsafe").out == ""


def test_fix_writes_then_reports_what_remains(project: Project) -> None:
    path = project.write("rencana.yaml", WRONG)
    shown = project.run("validate", "--fix", "--format", "concise")
    assert path.read_text(encoding="utf-8") == WRONG.replace("28 Februari 2023", "2023-02-28")
    assert shown.code == 1
    assert "STR004" not in shown.out
    assert 'kunci "periodee" tidak dikenal' in shown.out
    assert shown.err.startswith("1 temuan diperbaiki; 1 lagi dapat diperbaiki dengan --unsafe")
    assert "\n  rencana.yaml\n" in shown.err
    shown = project.run("validate", "--fix", "--unsafe", "--fail-on", "never")
    assert shown.code == 0
    assert "\nperiode: {awal: 2024}\n" in path.read_text(encoding="utf-8")
    shown = project.run("validate", "--fix", "--fail-on", "never")
    assert shown.err == "Tidak ada temuan yang dapat diperbaiki.\n"
    assert project.run("validate", "--diff").code == 0


def test_a_renamed_file_is_told(project: Project) -> None:
    project.write("rencana.yaml", HEAD)
    project.write("dimensi/Smart Goverment.yaml", "tren: Maju\n")
    shown = project.run("validate", "--fix")
    assert "  dimensi/Smart Goverment.yaml menjadi dimensi/smart_governance.yaml\n" in shown.err


def test_unsafe_alone_is_wrong_use(project: Project) -> None:
    project.write("rencana.yaml", WRONG)
    shown = project.run("validate", "--unsafe")
    assert (shown.code, shown.out) == (2, "")
    assert "--fix --unsafe" in shown.err


def test_the_report_marks_and_counts_what_can_be_mended(project: Project) -> None:
    project.write("rencana.yaml", WRONG)
    shown = project.run("validate")
    assert "saran: tulis 2023-02-28 [dapat diperbaiki: --fix]\n" in shown.out
    assert 'saran: maksud Anda "periode"? [dapat diperbaiki: --fix --unsafe]\n' in shown.out
    assert "\nSedikitnya 1 temuan dapat diperbaiki dengan --fix; 1 lagi dengan --fix --unsafe\n" in shown.out


def test_json_holds_the_edits(project: Project) -> None:
    project.write("rencana.yaml", WRONG)
    project.write("dimensi/Smart Goverment.yaml", "tren: Maju\n")
    findings = json.loads(project.run("validate", "--format", "json").out)["findings"]
    fixes = {finding["code"]: finding["fix"] for finding in findings if finding["fix"]}
    place = {"file": "rencana.yaml", "line": 3, "column": 18, "end_line": 3, "end_column": 34}
    assert fixes["STR004"] == {"safe": True, "edits": [{**place, "new_text": "2023-02-28"}], "renames": []}
    assert fixes["STR002"]["safe"] is False
    renames = [{"file": "dimensi/Smart Goverment.yaml", "new_file": "dimensi/smart_governance.yaml"}]
    assert fixes["DIM002"] == {"safe": True, "edits": [], "renames": renames}


def test_nothing_is_written_when_a_file_changed_meanwhile(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_bytes(b"a")
    (tmp_path / "b.yaml").write_bytes(b"orang lain")
    changes = [Change("a.yaml", "a.yaml", b"a", b"A"), Change("b.yaml", "b.yaml", b"b", b"B")]
    with pytest.raises(ChangedSource, match=r"b\.yaml.*berubah sejak dibaca"):
        write_changes(tmp_path, changes)
    assert (tmp_path / "a.yaml").read_bytes() == b"a"


def test_nothing_is_written_over_another_file_or_where_there_is_none(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_bytes(b"a")
    (tmp_path / "b.yaml").write_bytes(b"b")
    with pytest.raises(ChangedSource, match="sudah ada"):
        write_changes(tmp_path, [Change("a.yaml", "b.yaml", b"a", b"A")])
    with pytest.raises(ChangedSource, match="sudah tidak ada"):
        write_changes(tmp_path, [Change("c.yaml", "c.yaml", b"", b"A")])
    write_changes(tmp_path, [Change("a.yaml", "c.yaml", b"a", b"A")])
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"b.yaml": b"b", "c.yaml": b"A"}


def test_a_plan_folder_that_is_read_only_is_named_with_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        try:
            raise PermissionError(errno.EACCES, "Permission denied")
        except PermissionError as error:
            raise trouble_from(error, tmp_path) from error

    (tmp_path / "rencana.yaml").write_text(WRONG, encoding="utf-8")
    monkeypatch.setattr("smartplan.files.write_changes", refuse)
    with pytest.raises(WrongUse) as caught:
        mending.fix(str(tmp_path), None, date(2026, 3, 1), unsafe=False)
    assert caught.value.message.startswith(f"map “{tmp_path}” tidak dapat ditulis: tidak ada izin")
    assert "--out" not in caught.value.hint and str(tmp_path) in caught.value.hint
