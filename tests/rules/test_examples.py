"""Each rule's own wrong and right example: what the wrong one gives beyond the right one is exactly its code."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from smartplan.edition import Edition, load_edition
from smartplan.plan import load_plan
from smartplan.rules import Rule, all_rules, check_plan

BASE = Path(__file__).with_name("dasar.yaml")
SUBS = {
    "smart_governance": ("layanan_publik", "kebijakan_publik", "tata_kelola_birokrasi"),
    "smart_branding": ("ekosistem_pariwisata", "ekosistem_bisnis", "wajah_kota"),
    "smart_economy": ("ekosistem_industri", "kesejahteraan_rakyat", "ekosistem_transaksi_keuangan"),
    "smart_living": ("harmonisasi_tata_ruang", "prasarana_kesehatan", "telekomunikasi_transportasi"),
    "smart_society": ("interaksi_masyarakat", "ekosistem_belajar", "keamanan_masyarakat"),
    "smart_environment": ("proteksi_lingkungan", "tata_kelola_sampah_limbah", "tata_kelola_energi"),
}
PROGRAMS = {
    "smart_governance": ("aplikasi", "2.16.03", "diskominfo", "apbd"),
    "smart_branding": ("infrastruktur", "3.26.02", "dispar", "hibah"),
    "smart_economy": ("kebijakan_kelembagaan", "2.17.07", "dinkop", "apbd"),
    "smart_living": ("literasi", "1.02.02", "dinkes", "apbd"),
    "smart_society": ("kapasitas_sdm", "1.01.02", "disdik", "apbd"),
    "smart_environment": ("literasi", "2.11.11", "dlh", "hibah"),
}


class Texts(yaml.SafeLoader):
    """Every scalar stays text, as in a plan."""


Texts.yaml_implicit_resolvers = {}


def text_of(value: object) -> Any:
    return yaml.load(str(value), Loader=Texts)


def dimension(name: str) -> dict[str, Any]:
    """A dimension that no rule has anything against."""
    short = name.removeprefix("smart_")
    group, code, office, fund = PROGRAMS[name]
    subs = SUBS[name]
    program = {
        "id": f"{short}-program",
        "nama": f"Program {short}",
        "kelompok": group,
        "sub": subs[1],
        "inisiatif": [f"{short}-inisiatif"],
        "program_rpjmd": [code],
        "mulai": "2026",
        "selesai": "2035",
        "anggaran": {str(year): "100000000" for year in range(2026, 2036)},
        "opd": office,
        "sumber_dana": [fund],
    }
    return {
        "koordinator": office,
        "permasalahan": [{"id": f"{short}-masalah", "sub": subs[0], "isu": f"Masalah {short}"}],
        "sasaran": [
            {"id": f"{short}-a", "sub": subs[2], "sasaran": f"Sasaran {short}", "misi": ["misi-a"], "dasar": "RPJMD"}
        ],
        "kesenjangan": [{"id": f"{short}-gap", "sub": subs[0], "gap": f"Kesenjangan {short}"}],
        "inisiatif": [
            {"id": f"{short}-inisiatif", "sub": subs[1], "nama": f"Inisiatif {short}", "menjawab": [f"{short}-gap"]}
        ],
        "program": [program],
        "quick_win": [{"id": f"{short}-qw", "nama": f"Cepat {short}", "program": program["id"], "isu": "isu-a"}],
    }


@cache
def base_text() -> str:
    base = text_of(BASE.read_text(encoding="utf-8"))
    base["kesiapan"] = [
        {"elemen": element.id, "komponen": component.id, "kondisi": f"Kondisi {component.id}", "tingkat": "baik"}
        for element, component in edition().components()
    ]
    base["dimensi"] = {name: dimension(name) for name in SUBS}
    return str(yaml.safe_dump(base, allow_unicode=True))


def merged(base: Any, change: Any) -> Any:
    """Mappings merge by key, everything else is replaced; a null takes the key out."""
    if not isinstance(base, dict) or not isinstance(change, dict):
        return change
    result = dict(base)
    for key, value in change.items():
        if value in ("null", ""):
            result.pop(key, None)
        else:
            result[key] = merged(result.get(key), value)
    return result


def example_of(rule: Rule, word: str) -> Any:
    """The YAML after ``Salah:`` or ``Benar:`` in the rule's text."""
    lines = rule.text.splitlines()
    start = next(number for number, line in enumerate(lines) if line.strip().startswith(f"{word}:"))
    indent = len(lines[start]) - len(lines[start].lstrip())
    body = [lines[start].strip().removeprefix(f"{word}:").removesuffix("|")]
    for line in lines[start + 1 :]:
        if line.strip() and len(line) - len(line.lstrip()) <= indent:
            break
        body.append(line[indent + 2 :])
    return text_of("\n".join(body)) or {}


@cache
def edition() -> Edition:
    return load_edition()


def codes_of(change: Any, folder: Path) -> set[str]:
    file = folder / "rencana.yaml"
    plan = merged(text_of(base_text()), change)
    file.write_text(yaml.safe_dump(plan, allow_unicode=True, sort_keys=False, width=10**6), encoding="utf-8")
    found = check_plan(load_plan(folder), edition(), stage=edition().ids("tahap")[-1]).findings
    return {finding.code for finding in found if not finding.code.startswith("WJB")}


def test_the_base_plan_gives_no_finding_of_a_rule(tmp_path: Path) -> None:
    assert codes_of({}, tmp_path) == set()


@pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.code)
def test_the_wrong_example_gives_exactly_this_code(rule: Rule, tmp_path: Path) -> None:
    wrong = codes_of(example_of(rule, "Salah"), tmp_path)
    right = codes_of(example_of(rule, "Benar"), tmp_path)
    assert wrong - right == {rule.code}
    assert rule.code not in right


def test_every_rule_is_complete_and_known_to_the_edition() -> None:
    rules = all_rules()
    given = edition().aturan or {}
    assert len({rule.code for rule in rules}) == len({rule.name for rule in rules}) == len(rules) > 40
    for rule in rules:
        assert re.fullmatch(r"[A-Z]{2,3}[0-9]{3}", rule.code)
        assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", rule.name)
        assert "Mengapa:" in rule.text
        row = given[rule.code]
        assert row.sejak and row.tanda and row.sumber
    assert set(given) == {rule.code for rule in rules}
