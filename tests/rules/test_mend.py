"""Mending: exactly what a finding says is changed, all else stays byte for byte, and a second run changes nothing."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from smartplan import api
from smartplan.files import write_changes
from smartplan.findings import Edit, Finding, Rename, Severity, Span
from smartplan.rules import all_rules
from smartplan.rules.mend import mend
from smartplan.rules.near import is_same, is_slip, only_slip
from tests.rules import test_examples as examples

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

HEAD = "skema: 1\nwilayah: {kode: 51.08, nama: Kabupaten Buleleng, jenis: kabupaten}\n"
OFFICES = (
    "perangkat_daerah:\n"
    "  - {id: dinkes, nama: Dinas Kesehatan, singkatan: Dinkes}\n"
    "  - {id: dispar, nama: Dinas Pariwisata, singkatan: Dispar}\n"
)


def mended(folder: Path, files: Mapping[str, str | bytes], *, unsafe: bool = False) -> dict[str, bytes]:
    """What the files of a plan become, by name; of those alone that change."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
    root, made = api.mend(folder, stage="pengajuan", unsafe=unsafe)
    write_changes(root, made.changes)
    _, again = api.mend(folder, stage="pengajuan", unsafe=unsafe)
    assert again.changes == (), "a second run changes nothing"
    return {change.new_file: (folder / change.new_file).read_bytes() for change in made.changes}


def main_after(folder: Path, text: str, *, unsafe: bool = False) -> str:
    """``rencana.yaml`` after mending, without its head."""
    after = mended(folder, {"rencana.yaml": HEAD + text}, unsafe=unsafe).get("rencana.yaml", (HEAD + text).encode())
    assert after.decode().startswith(HEAD)
    return after.decode().removeprefix(HEAD)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("tanggal_dokumen: 28 Februari 2023  # ditetapkan\n", "tanggal_dokumen: 2023-02-28  # ditetapkan\n"),
        ("rpjmd: {jenis: RPJMD}\n", "rpjmd: {jenis: rpjmd}\n"),
        ("Periode: {awal: 2024, akhir: 2033}\n", "periode: {awal: 2024, akhir: 2033}\n"),
        (
            "perangkat_daerah:\n-   nama: Dinas Sosial\n",
            "perangkat_daerah:\n-   id: dinas-sosial\n    nama: Dinas Sosial\n",
        ),
        ("perangkat_daerah: [{nama: Dinas Sosial}]\n", "perangkat_daerah: [{id: dinas-sosial, nama: Dinas Sosial}]\n"),
        (
            "perangkat_daerah:\n  - {id: a, nama: Dinas A}\n  - id:\n    nama: A\n",
            "perangkat_daerah:\n  - {id: a, nama: Dinas A}\n  - id: a-2\n    nama: A\n",
        ),
        (
            "visi: {smart_city: Cerdas, penjelasan: Dari Smart Goverment dan SMART BRAND.}\n",
            "visi: {smart_city: Cerdas, penjelasan: Dari Smart Governance dan SMART BRANDING.}\n",
        ),
        (
            "dasar_hukum: [{jenis: UU, nomor: 23, tahun: 2014, tentang: Pemerintah Daerah}]\n",
            "dasar_hukum: [{jenis: UU, nomor: 23, tahun: 2014, tentang: Pemerintahan Daerah}]\n",
        ),
        (
            OFFICES + "dimensi: {smart_living: {koordinator: dinkess}}\n",
            OFFICES + "dimensi: {smart_living: {koordinator: dinkes}}\n",
        ),
        (
            OFFICES + "dimensi: {smart_living: {koordinator: Dinas Kesehatan}}\n",
            OFFICES + "dimensi: {smart_living: {koordinator: dinkes}}\n",
        ),
        ("dimensi: {Smart Government: {tren: Maju}}\n", "dimensi: {smart_governance: {tren: Maju}}\n"),
        (
            "misi:\n  - {id: a, misi: Melayani, dimensi: [Smart Governance]}\n",
            "misi:\n  - {id: a, misi: Melayani, dimensi: [smart_governance]}\n",
        ),
    ],
    ids=lambda value: value.splitlines()[-1][:40],
)  # fmt: skip
def test_what_is_certain_is_mended(before: str, after: str, tmp_path: Path) -> None:
    assert main_after(tmp_path, before) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("periodee: {awal: 2024, akhir: 2033}\n", "periode: {awal: 2024, akhir: 2033}\n"),
        (
            OFFICES + "dimensi: {smart_living: {koordinator: dispora}}\n",
            OFFICES + "dimensi: {smart_living: {koordinator: dispar}}\n",
        ),
        ("dimensi: {Smart Mobility: {tren: Maju}}\n", "dimensi: {smart_living: {tren: Maju}}\n"),
        (
            "visi: {smart_city: Cerdas, penjelasan: Mulai dari Smart Mobility.}\n",
            "visi: {smart_city: Cerdas, penjelasan: Mulai dari Smart Living.}\n",
        ),
        (
            "misi:\n  - {id: a, misi: Melayani, dimensi: [smart_govermance]}\n",
            "misi:\n  - {id: a, misi: Melayani, dimensi: [smart_governance]}\n",
        ),
    ],
    ids=lambda value: value.splitlines()[-1][:40],
)
def test_a_guess_waits_for_a_person(before: str, after: str, tmp_path: Path) -> None:
    (tmp_path / "satu").mkdir()
    assert main_after(tmp_path / "satu", before) == before
    assert main_after(tmp_path, before, unsafe=True) == after


def test_a_title_that_is_another_act_is_left_alone(tmp_path: Path) -> None:
    text = "dasar_hukum: [{jenis: UU, nomor: 23, tahun: 2014, tentang: Informasi dan Transaksi Elektronik}]\n"
    assert main_after(tmp_path, text, unsafe=True) == text


def test_amounts_lists_and_choices_of_a_dimension(tmp_path: Path) -> None:
    text = (
        "program:\r\n"
        "  - id: antre\r\n"
        "    # sumber: DPA\r\n"
        "    anggaran: {2026: 'Rp 1.500.000.000'}   # dua tahap\r\n"
        "    pendukung: Dinas Kesehatan\r\n"
        "    kelompok: Aplikasi"
    )
    after = mended(tmp_path, {"rencana.yaml": HEAD, "dimensi/smart_living.yaml": b"\xef\xbb\xbf" + text.encode()})
    wanted = (
        text.replace("Rp 1.500.000.000", "1500000000")
        .replace("pendukung: Dinas Kesehatan", "pendukung: [Dinas Kesehatan]")
        .replace("kelompok: Aplikasi", "kelompok: aplikasi")
    )
    assert after == {"dimensi/smart_living.yaml": b"\xef\xbb\xbf" + wanted.encode()}


def test_a_file_of_a_misnamed_dimension_is_renamed(tmp_path: Path) -> None:
    after = mended(
        tmp_path, {"rencana.yaml": HEAD, "dimensi/Smart Goverment.yaml": "tren: Maju\nKoordinator: dinkes\n"}
    )
    assert after == {"dimensi/smart_governance.yaml": b"tren: Maju\nkoordinator: dinkes\n"}
    assert sorted(path.name for path in (tmp_path / "dimensi").iterdir()) == ["smart_governance.yaml"]


def test_no_file_is_renamed_over_another(tmp_path: Path) -> None:
    files = {"dimensi/smart_governance.yaml": "tren: Ada\n", "dimensi/Smart Goverment.yaml": "tren: Maju\n"}
    assert mended(tmp_path, {"rencana.yaml": HEAD, **files}) == {}


def test_of_two_files_for_one_name_the_first_gets_it(tmp_path: Path) -> None:
    files = {"dimensi/Smart Goverment.yaml": "tren: Maju\n", "dimensi/Smart Government.yaml": "tren: Ada\n"}
    assert set(mended(tmp_path, {"rencana.yaml": HEAD, **files})) == {"dimensi/smart_governance.yaml"}
    assert sorted(path.name for path in (tmp_path / "dimensi").iterdir()) == [
        "Smart Government.yaml",
        "smart_governance.yaml",
    ]


def test_what_is_waived_is_left_alone(tmp_path: Path) -> None:
    text = "visi: {penjelasan: Dari Smart Goverment.}\npengecualian: [{kode: DIM002, alasan: Nama lama}]\n"
    assert main_after(tmp_path, text) == text


def test_a_plan_in_one_file(tmp_path: Path) -> None:
    path = tmp_path / "satu.yaml"
    path.write_text(HEAD + "tanggal_dokumen: 28 Februari 2023\n", encoding="utf-8")
    root, made = api.mend(path)
    write_changes(root, made.changes)
    assert path.read_text(encoding="utf-8") == HEAD + "tanggal_dokumen: 2023-02-28\n"
    assert [child.name for child in tmp_path.iterdir()] == ["satu.yaml"], "no lock is left"


def test_a_list_in_disorder_is_put_in_order_item_by_item(tmp_path: Path) -> None:
    acts = ["UU 14 2008", "UU 23 2014", "PP 18 2016", "PP 28 2018", "Perpres 95 2018", "Perda 1 2019", "Perbup 5 2023"]

    def listed(rows: list[str]) -> str:
        fields = (row.split() for row in rows)
        items = [f"  - jenis: {kind}\n    nomor: {number}\n    tahun: {year}\n" for kind, number, year in fields]
        return "dasar_hukum:\n" + "".join(items)

    assert main_after(tmp_path, listed(acts[::-1])) == listed(acts)


@pytest.mark.slow
def test_what_an_example_of_a_rule_says_to_mend_is_mended(tmp_path: Path) -> None:
    mendable = 0
    for rule in all_rules():
        plan = examples.merged(examples.text_of(examples.base_text()), examples.example_of(rule, "Salah"))
        text = yaml.safe_dump(plan, allow_unicode=True, sort_keys=False, width=10**6)
        (tmp_path / "rencana.yaml").write_text(text, encoding="utf-8")
        found = api.check(api.load(tmp_path), stage="pengajuan")
        wanted = {(one.code, one.path) for one in found if one.code == rule.code and one.is_mendable}
        if not wanted:
            continue
        mendable += 1
        mended(tmp_path, {"rencana.yaml": text}, unsafe=True)
        left = {(one.code, one.path) for one in api.check(api.load(tmp_path), stage="pengajuan")}
        assert not wanted & left, rule.code
    assert mendable >= 8


LINES = st.lists(
    st.sampled_from(
        [
            "tanggal_dokumen: 28 Februari 2023",
            "tahun_dokumen: 2024",
            "Periode: {awal: 2024, akhir: 2033}",
            "visi: {penjelasan: Smart Goverment lalu Smart Government}",
            "misi:\n- misi: Satu\n- {misi: Satu, dimensi: Smart Living}\n- id:\n  misi: >-\n    Dua\n    tiga",
            "perangkat_daerah:\n- nama: Dinas A # a\n- {nama: Dinas A}\n-\n  nama: Dinas B",
            "dasar_hukum: [{jenis: PP, nomor: 28, tahun: 2018}, {jenis: UU, nomor: 23, tahun: 2014, tentang: Daerah}]",
            "dimensi: {Smart Brand: {koordinator: Dinas A, program: [{nama: x, kelompok: Aplikasi}]}}",
            "risiko: [[x], {risiko: Listrik, tingkat: tinggii}]",
            "# catatan",
        ]
    ),
    unique=True,
)


@settings(max_examples=12, deadline=None)
@given(lines=LINES, newline=st.sampled_from(["\n", "\r\n", "\r"]), bom=st.booleans(), unsafe=st.booleans())
def test_any_plan_is_mended_once_and_for_all(lines: list[str], newline: str, bom: bool, unsafe: bool) -> None:
    text = "\n".join(["skema: 1", *lines]).replace("\n", newline)
    data = (b"\xef\xbb\xbf" if bom else b"") + text.encode()
    with TemporaryDirectory() as folder:
        after = mended(Path(folder), {"rencana.yaml": data}, unsafe=unsafe).get("rencana.yaml", data)
        assert after.startswith(b"\xef\xbb\xbf") == bom
        assert after.count(b"\r\n") == (after.count(b"\n") if newline == "\r\n" else 0)
        before = [finding.code for finding in api.check(api.load(Path(folder))) if finding.code.startswith("YML")]
        assert before == []


def at(line: int, start: int, end: int, new: str, *, unsafe: bool = False) -> Finding:
    edits = (Edit(Span("a.yaml", line, start, line, end), new),)
    return Finding("X", Severity.INFO, "x", path=f"{line}.{start}.{new}", edits=edits, unsafe=unsafe)


def run(text: str, findings: Sequence[Finding]) -> tuple[str, int, int]:
    made = mend({"a.yaml": text.encode()}, lambda _: findings, unsafe=False)
    return (made.changes[0].after.decode() if made.changes else text), made.total, made.left


def test_of_two_mends_in_one_place_the_first_wins() -> None:
    assert run("a: satu\n", [at(1, 4, 8, "dua"), at(1, 6, 8, "tiga"), at(1, 8, 8, "x")])[0].startswith("a: dua")


def test_the_same_edit_of_two_findings_is_made_once() -> None:
    assert run("a: satu\n", [at(1, 4, 8, "dua"), at(1, 4, 8, "dua")])[:2] == ("a: dua\n", 2)


def test_a_mend_that_spoils_the_file_is_not_made_and_the_others_are() -> None:
    text, total, _ = run("a: satu\nb: dua\nc: tiga\n", [at(1, 4, 8, "x"), at(2, 4, 7, "[y"), at(3, 4, 8, "z")])
    assert (text, total) == ("a: x\nb: dua\nc: z\n", 2)


def test_a_mend_without_effect_does_not_go_on_forever() -> None:
    assert run("a: satu\n", [at(1, 4, 4, "x")])[:2] == ("a: xsatu\n", 1)


def test_a_mend_in_an_unknown_place_or_file_is_left() -> None:
    stranger = Finding("X", Severity.INFO, "x", edits=(Edit(Span("b.yaml", 1, 1, 1, 1), "x"),))
    lost = Finding("X", Severity.INFO, "x", renames=(Rename("b.yaml", "c.yaml"),))
    assert run("a: satu\n", [at(9, 1, 1, "x"), at(1, 90, 91, "x"), stranger, lost]) == ("a: satu\n", 0, 4)


def test_what_is_near_and_what_is_not() -> None:
    assert is_same("Smart-Governance ", "smart_governance")
    assert is_slip("dinkess", "dinkes")
    assert is_slip("diskominfos", "diskominfo")
    assert is_slip("Dinas Kesehatn", "Dinas Kesehatan")
    assert not is_slip("dispora", "dispar")
    assert not is_slip("Dinas Pertanahan", "Dinas Pertanian")
    assert only_slip("Dinkes", "a", {"dinkes": "a", "dinkess": "b"})
    assert not only_slip("kominfo-satu", "a", {"kominfo-satua": "a", "kominfo-satub": "b"})
