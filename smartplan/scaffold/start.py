"""Answers -> the files of a new plan: {relative path: text}. Nothing is written here."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

from smartplan import resources
from smartplan.fields import Bagian, Daftar, DaftarTeks, Teks, isian, read_part
from smartplan.plan import SCHEMA, Rencana
from smartplan.plan.files import DIMENSION_FOLDER
from smartplan.plan.parts.dimensi import Dimensi
from smartplan.plan.schema import PARTS, json_schema
from smartplan.region import SOURCES
from smartplan.scaffold.guide import guide
from smartplan.scaffold.needs import Needs
from smartplan.scaffold.outline import Outline
from smartplan.source import Mapping, load_path
from smartplan.wording import plain_number

if TYPE_CHECKING:
    from collections.abc import Iterable

    from smartplan.edition import Edition
    from smartplan.edition.parts import DimensiEdisi
    from smartplan.region import Region
    from smartplan.scaffold.answers import Answers

__all__ = ["scaffold"]

_SCHEMA_FOLDER: Final = ".smartplan"
_AREA_YEAR: Final = 2024  # of the letter in SOURCES["luas"]
_DECREE_YEAR: Final = 2025


class BerkasAwal(Bagian):
    """Satu berkas rencana baru."""

    nama: Teks = isian("nama berkas")
    judul: Teks = isian("judul berkas")
    uraian: Teks = isian("uraian berkas")
    kunci: DaftarTeks = isian("kunci yang berdiri di berkas ini")


class DimensiAwal(Bagian):
    """Berkas tiap dimensi."""

    uraian: Teks = isian("uraian berkas dimensi")


class Awal(Bagian):
    """Susunan berkas rencana baru."""

    cara: DaftarTeks = isian("cara mengisi, sebaris demi sebaris")
    berkas: Daftar[BerkasAwal] = isian("berkas rencana baru")
    dimensi: DimensiAwal | None = isian("berkas dimensi")


def scaffold(answers: Answers, edition: Edition) -> dict[str, str]:
    """A new plan folder: the YAML files, a guide, and the schemas for editors. All text ends with a line end."""
    layout = _layout()
    needs = Needs(edition)
    known = _known(answers, edition)
    files = {sheet.nama or "": _sheet(sheet, layout, answers, needs, known) for sheet in layout.berkas or ()}
    for dimensi in edition.dimensi or ():
        files[f"{DIMENSION_FOLDER}/{dimensi.id}.yaml"] = _dimension(dimensi, layout, answers, needs)
    files["BACA-SAYA.md"] = guide(answers, edition, files)
    for part in PARTS:
        schema = json.dumps(json_schema(part, edition), ensure_ascii=False, indent=1)
        files[f"{_SCHEMA_FOLDER}/skema-{part}.json"] = schema + "\n"
    return files


def _layout() -> Awal:
    file = resources.find("awal/awal.yaml")
    loaded = load_path(file, file.parent)
    if not isinstance(loaded.root, Mapping):
        raise ValueError(f"{file} cannot be read: {loaded.findings}")
    return read_part(Awal, loaded.root).part


def _sheet(sheet: BerkasAwal, layout: Awal, answers: Answers, needs: Needs, known: dict[str, Any]) -> str:
    outline = _begin(f"{_SCHEMA_FOLDER}/skema-rencana.json", f"{sheet.judul}: {answers.region.name}", needs)
    _explain(outline, [sheet.uraian or "", *(layout.cara or ())])
    for key in sheet.kunci or ():
        outline.field(Rencana, key, key, known.get(key))
    return outline.text()


def _dimension(dimensi: DimensiEdisi, layout: Awal, answers: Answers, needs: Needs) -> str:
    outline = _begin(f"../{_SCHEMA_FOLDER}/skema-dimensi.json", f"{dimensi.nama}: {answers.region.name}", needs)
    _explain(outline, [(layout.dimensi.uraian if layout.dimensi else None) or "", *(layout.cara or ())])
    if dimensi.sub:
        _explain(outline, ["Subdimensi, untuk isian `sub`:", *(f"  {sub.id}: {sub.nama}" for sub in dimensi.sub)])
    for key in Dimensi.fields:
        outline.field(Dimensi, key, f"dimensi.*.{key}", None)
    return outline.text()


def _begin(schema: str, title: str, needs: Needs) -> Outline:
    outline = Outline(needs)
    outline.raw(f"# yaml-language-server: $schema={schema}")
    outline.comment(title)
    return outline


def _explain(outline: Outline, lines: Iterable[str]) -> None:
    outline.comment("")
    for line in lines:
        outline.comment(line)


def _known(answers: Answers, edition: Edition) -> dict[str, Any]:
    """What is certain about the region, as texts, by the plan's keys."""
    region = answers.region
    known: dict[str, Any] = {
        "skema": str(SCHEMA),
        "edisi": edition.id,
        "tahap": edition.ids("tahap")[0],
        "wilayah": {
            "kode": region.code,
            "nama": region.name,
            "jenis": region.kind,
            "provinsi": region.province,
            "ibu_kota": region.capital or None,
            "fiktif": "tidak",
        },
        "profil": _figures(region),
    }
    if answers.period is not None:
        known["periode"] = {"awal": str(answers.period[0]), "akhir": str(answers.period[1])}
    return known


def _figures(region: Region) -> dict[str, Any]:
    """The register's figures, each with unit, year and source; a count of a province is a sum over its regions."""
    counted = SOURCES["kecamatan"]
    if region.kind == "provinsi":
        counted += ", dijumlahkan dari kabupaten/kota"
    figures: dict[str, Any] = {}
    if region.area_km2 is not None:
        figures["luas"] = [_figure(plain_number(region.area_km2), "km2", _AREA_YEAR, SOURCES["luas"])]
    if region.population is not None:
        figures["penduduk"] = [_figure(str(region.population), "jiwa", region.population_year, SOURCES["penduduk"])]
    for key in ("kecamatan", "kelurahan", "desa"):
        figures[key] = [_figure(str(getattr(region, key)), key, _DECREE_YEAR, counted)]
    return figures


def _figure(value: str, unit: str, year: int | None, source: str) -> dict[str, str]:
    return {"nilai": value, "satuan": unit, "sumber": source, **({"tahun": str(year)} if year is not None else {})}
