"""Answers -> the files of a new plan: {relative path: text}. Nothing is written here."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

from smartplan import resources
from smartplan.fields import Bagian, Daftar, DaftarTeks, Teks, isian, read_part
from smartplan.plan import SCHEMA, Rencana
from smartplan.plan.parts.dimensi import Dimensi
from smartplan.plan.schema import json_schema
from smartplan.scaffold.needs import Needs
from smartplan.scaffold.outline import Outline
from smartplan.source import Mapping, load_path

if TYPE_CHECKING:
    from smartplan.edition import Edition
    from smartplan.region import Region
    from smartplan.scaffold.answers import Answers

__all__ = ["scaffold"]

_SCHEMA_FOLDER: Final = ".smartplan"


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

    berkas: Daftar[BerkasAwal] = isian("berkas rencana baru")
    dimensi: DimensiAwal | None = isian("berkas dimensi")


def scaffold(answers: Answers, edition: Edition) -> dict[str, str]:
    """A new plan folder: the YAML files, a guide, and the schemas for editors. All text ends with a line end."""
    layout = _layout()
    needs = Needs(edition)
    known = _known(answers, edition)
    files: dict[str, str] = {}
    for sheet in layout.berkas or ():
        outline = Outline(needs)
        outline.raw(f"# yaml-language-server: $schema={_SCHEMA_FOLDER}/skema-rencana.json")
        outline.comment(f"{sheet.judul}: {answers.region.name}")
        outline.comment(sheet.uraian or "")
        outline.comment("Isian yang belum diketahui dibiarkan kosong. Periksa dengan: smartplan validate")
        for key in sheet.kunci or ():
            outline.field(Rencana, key, key, known.get(key))
        files[sheet.nama or ""] = outline.text()
    for dimensi in edition.dimensi or ():
        outline = Outline(needs)
        outline.raw(f"# yaml-language-server: $schema=../{_SCHEMA_FOLDER}/skema-dimensi.json")
        outline.comment(f"{dimensi.nama}: {answers.region.name}")
        outline.comment((layout.dimensi.uraian if layout.dimensi else None) or "")
        subs = ", ".join(f"{sub.id} ({sub.nama})" for sub in dimensi.sub or ())
        outline.comment(f"Sub-dimensi: {subs}")
        for key in Dimensi.model_fields:
            outline.field(Dimensi, key, f"dimensi.*.{key}", None)
        files[f"dimensi/{dimensi.id}.yaml"] = outline.text()
    files["BACA-SAYA.md"] = _guide(answers, edition, layout)
    for part in ("rencana", "dimensi"):
        schema = json.dumps(json_schema(part, edition), ensure_ascii=False, indent=1)
        files[f"{_SCHEMA_FOLDER}/skema-{part}.json"] = schema + "\n"
    return files


def _layout() -> Awal:
    file = resources.find("awal/awal.yaml")
    loaded = load_path(file, file.parent)
    if not isinstance(loaded.root, Mapping):
        raise ValueError(f"{file} cannot be read: {loaded.findings}")
    return read_part(Awal, loaded.root).part


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
    raise NotImplementedError
