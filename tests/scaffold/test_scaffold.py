"""What ``init`` writes: every field explained, certain facts with their source, nothing invented."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest
from jsonschema import Draft202012Validator

from smartplan.edition import load_edition
from smartplan.fields import Bagian
from smartplan.plan import Rencana, load_plan
from smartplan.plan.parts.dimensi import Dimensi
from smartplan.region import SOURCES, all_regions, lookup, provinces
from smartplan.scaffold import Answers, BadPeriod, read_period, scaffold
from smartplan.scaffold.needs import Needs
from smartplan.source import Mapping, load_path
from smartplan.wording import parse_number, plain_number

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from smartplan.plan import Plan

EDITION = load_edition()
EXAMPLE = re.compile(r"( *)# ( {2,}.*)")


def write(files: dict[str, str], folder: Path) -> Path:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
    return folder


def scaffolded(named: str, folder: Path, period: tuple[int, int] | None = (2025, 2034)) -> Plan:
    return load_plan(write(scaffold(Answers(lookup(named), period), EDITION), folder))


def uncommented(text: str) -> str:
    """The YAML as it is when a person takes the hash off every example."""
    head, gap, body = text.partition("\n\n")
    lines = [EXAMPLE.sub(r"\1\2", line) if EXAMPLE.fullmatch(line) else line for line in body.split("\n")]
    return head + gap + "\n".join(lines)


def keys_in(part: type[Bagian], seen: tuple[type[Bagian], ...] = ()) -> Iterator[tuple[type[Bagian], str]]:
    for name in part.fields:
        yield part, name
        inner = part.part_of(name)
        if inner is not None and inner not in seen and name != "dimensi":
            yield from keys_in(inner, (*seen, inner))


@pytest.mark.parametrize("named", ["buleleng", "kota-bogor", "kab-bogor", "32", "jakarta-selatan", "supiori"])
def test_it_loads_without_a_structure_finding(named: str, tmp_path: Path) -> None:
    plan = scaffolded(named, tmp_path)
    assert plan.findings == ()
    assert plan.rencana.wilayah is not None
    assert plan.rencana.wilayah.nama == lookup(named).name
    assert set(plan.dimensi) == set(EDITION.ids("dimensi"))


def test_every_area_of_the_register_is_written_without_a_second_meaning() -> None:
    regions = (*all_regions(), *provinces())
    assert len(regions) == 552
    for region in regions:
        assert region.area_km2 is not None
        read = parse_number(plain_number(region.area_km2))
        assert (read.value, read.is_canonical) == (region.area_km2, True), region.name


@pytest.mark.parametrize("code", ["32.71", "51.08", "91.10", "31.74", "96", "12.04"])
def test_the_figures_read_back_as_they_are_in_the_register(code: str, tmp_path: Path) -> None:
    region = lookup(code)
    profil = scaffolded(code, tmp_path).rencana.profil
    assert profil is not None
    figures = [profil.luas, profil.penduduk, profil.kecamatan, profil.kelurahan, profil.desa]
    values = [one[0].nilai if one else None for one in figures]
    assert values == [region.area_km2, region.population, region.kecamatan, region.kelurahan, region.desa]


def test_each_figure_has_unit_year_and_source(tmp_path: Path) -> None:
    profil = scaffolded("buleleng", tmp_path).rencana.profil
    assert profil is not None
    for key, unit, source in (
        ("luas", "km2", SOURCES["luas"]),
        ("penduduk", "jiwa", SOURCES["penduduk"]),
        ("kecamatan", "kecamatan", SOURCES["kecamatan"]),
    ):
        (figure,) = getattr(profil, key)
        assert (figure.satuan, figure.sumber) == (unit, source)
        assert figure.tahun in (2024, 2025)


def test_the_counts_of_a_province_say_that_they_are_sums(tmp_path: Path) -> None:
    profil = scaffolded("bali", tmp_path).rencana.profil
    assert profil is not None and profil.desa
    assert (profil.desa[0].sumber or "").endswith("dijumlahkan dari kabupaten/kota")


def test_nothing_else_is_filled_in(tmp_path: Path) -> None:
    rencana = scaffolded("buleleng", tmp_path, None).rencana
    filled = {name for name in Rencana.fields if any(_values(getattr(rencana, name)))}
    assert filled == {"skema", "edisi", "tahap", "wilayah", "profil"}


def _values(value: object) -> Iterator[object]:
    if isinstance(value, Bagian):
        for name in type(value).fields:
            yield from _values(getattr(value, name))
    elif isinstance(value, (list, dict)):
        for item in value.values() if isinstance(value, dict) else value:
            yield from _values(item)
    elif value is not None:
        yield value


def test_a_period_that_is_not_decided_stays_empty(tmp_path: Path) -> None:
    periode = scaffolded("buleleng", tmp_path, None).rencana.periode
    assert periode is not None and periode.awal is None and periode.akhir is None


def test_every_key_of_the_model_is_written_and_described() -> None:
    files = scaffold(Answers(lookup("buleleng"), (2025, 2034)), EDITION)
    text = "\n".join(text for name, text in files.items() if name.endswith(".yaml"))
    keys = [*keys_in(Rencana), *keys_in(Dimensi)]
    assert len(keys) > 250
    for part, key in keys:
        if (part, key) == (Rencana, "dimensi"):
            continue
        assert re.search(rf"^ *#? *(- )?{key}:", text, re.MULTILINE), key
        assert part.describe(key)[1:] in " ".join(re.sub(r"\n *# ", " ", text).split()), f"{part.__name__}.{key}"


def test_every_example_may_be_taken_out_of_its_comment(tmp_path: Path) -> None:
    files = scaffold(Answers(lookup("buleleng"), (2025, 2034)), EDITION)
    folder = write({name: uncommented(text) for name, text in files.items() if name.endswith(".yaml")}, tmp_path)
    plan = load_plan(folder)
    assert {finding.code for finding in plan.findings} == {"STR006"}, "items without id, and no other finding"
    program = next(part for name, part in plan.programs() if name == "smart_living")
    assert program.entry("sumber_dana") is not None
    loaded = load_path(folder / "rpjmd.yaml", folder)
    assert isinstance(loaded.root, Mapping)


def test_a_field_says_since_which_stage_and_in_which_book() -> None:
    needs = Needs(EDITION)
    assert needs.tag("visi.smart_city").startswith("[Bimtek II · Buku ")
    assert needs.tag("dimensi.*.quick_win[*].nama") == "[Bimtek III · Buku IV]"
    assert needs.tag("wilayah.logo") == "[Buku I]", "of the one book that shows what is around it"
    assert needs.tag("dimensi.*.anggota") == ""
    assert needs.tag("tidak.ada") == ""


def test_no_line_is_longer_than_a_screen() -> None:
    files = scaffold(Answers(lookup("buleleng"), (2025, 2034)), EDITION)
    long = [
        line for name, text in files.items() if name.endswith(".yaml") for line in text.split("\n") if len(line) > 122
    ]
    assert long == []


def test_the_editor_finds_its_schema(tmp_path: Path) -> None:
    files = scaffold(Answers(lookup("buleleng")), EDITION)
    for name, text in files.items():
        if not name.endswith(".yaml"):
            continue
        named = re.match(r"# yaml-language-server: \$schema=(\S+)\n", text)
        assert named, name
        folder = name.rpartition("/")[0]
        where = "/".join(part for part in (folder, named[1]) if part).replace("dimensi/../", "")
        Draft202012Validator.check_schema(json.loads(files[where]))


def test_the_guide_names_every_file_and_stage() -> None:
    files = scaffold(Answers(lookup("buleleng")), EDITION)
    guide = files["BACA-SAYA.md"]
    for name in files:
        if name.endswith(".yaml"):
            assert f"`{name}`" in guide
    for stage in EDITION.ids("tahap"):
        assert f"`{stage}`" in guide


def test_the_same_answers_give_the_same_text() -> None:
    answers = Answers(lookup("buleleng"), (2025, 2034))
    assert scaffold(answers, EDITION) == scaffold(answers, load_edition())


@pytest.mark.parametrize("text", ["2024-2033", "2024 – 2033", " 2024—2033 "])
def test_a_period_is_read_with_any_dash(text: str) -> None:
    assert read_period(text) == (2024, 2033)


@pytest.mark.parametrize("text", ["", "2024", "24-33", "2033-2024", "2024-2033-2040", "a-b"])
def test_what_is_no_period_is_refused(text: str) -> None:
    with pytest.raises(BadPeriod):
        read_period(text)
