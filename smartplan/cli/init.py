"""``smartplan init``: write the folder of a new plan."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

from smartplan.cli import ask, console
from smartplan.cli.declare import Argumen, Opsi
from smartplan.cli.options import read_path
from smartplan.cli.trouble import WrongUse

if TYPE_CHECKING:
    from collections.abc import Mapping

    from smartplan.edition import Edition
    from smartplan.region import Region

__all__ = ["EXAMPLES", "HELP", "init"]

HELP: Final = (
    "Buat map rencana baru untuk satu kabupaten, kota, atau provinsi. Tiap isian dijelaskan di dalam berkasnya; angka "
    "daerah yang resmi sudah terisi beserta sumbernya, yang lain kosong."
)
EXAMPLES: Final = """
smartplan init  tanya jawab: daerah, periode, dan map
smartplan init buleleng  Kabupaten Buleleng, di map buleleng
smartplan init kota-bogor --period 2025-2034  bila namanya dipakai kabupaten dan kota, sebut jenisnya
smartplan init 51.08 --folder rencana --yes  menurut kode Kemendagri, tanpa bertanya
"""
_EXAMPLE: Final = "sebut nama atau kodenya: smartplan init buleleng, smartplan init kota-bogor, smartplan init 51.08"


def _regions() -> list[str]:
    from smartplan.region import all_regions, provinces

    return [region.slug for region in (*all_regions(), *provinces())]


def _editions() -> list[str]:
    from smartplan.edition import list_editions

    return list_editions()


def init(
    region: Annotated[
        str | None,
        Argumen("DAERAH", "nama atau kode Kemendagri, misalnya buleleng, kota-bogor, 51.08, jawa-barat", _regions),
    ] = None,
    folder: Annotated[str | None, Opsi("map yang dibuat; bawaan: nama daerah, di map ini", "MAP")] = None,
    edition: Annotated[str | None, Opsi("edisi panduan; bawaan: kominfo-2023", "EDISI", _editions)] = None,
    period: Annotated[str | None, Opsi("periode rencana, misalnya 2024-2033", "AWAL-AKHIR")] = None,
    yes: Annotated[bool, Opsi("jangan bertanya; pakai bawaan", short="-y")] = False,
) -> int:
    """Writes nothing before every answer is there; never overwrites."""
    asking = not yes and console.can_ask()
    named = read_path("--folder", folder) if folder is not None else None
    _check_folder(named or Path())
    if named is not None:
        _refuse_plan(named)
    years = _read_period(period) if period is not None else None
    guide = _edition(edition, asking)
    chosen = _region(region, asking)
    console.note(f"Daerah: {chosen.name} ({chosen.code}){_of_province(chosen)}")
    if asking and period is None:
        years = _ask_period()
    target = named if named is not None else _ask_folder(chosen) if asking else Path(_short_slug(chosen))
    _refuse_plan(target)
    files = _files(chosen, years, guide)
    _refuse_existing(target, files)
    if asking and not _confirmed(target, files):
        console.note("Tidak ada yang ditulis.")
        return 0
    _write(target, files)
    if not asking:
        console.write("".join(f"{(target / name).as_posix()}\n" for name in files))
    _tell(target, guide)
    return 0


def _of_province(region: Region) -> str:
    return "" if region.kind == "provinsi" else f", Provinsi {region.province}"


def _region(text: str | None, asking: bool) -> Region:
    from smartplan.region import RegionTrouble, by_code, lookup

    if text is None and not asking:
        raise WrongUse("daerah belum disebut", _EXAMPLE)
    if not asking:
        return lookup(text or "")
    try:
        found: Region | None = lookup(text) if text is not None else None
    except RegionTrouble as trouble:
        console.note(trouble.message)
        found = None
    if found is None:
        found = by_code(ask.choose_region(text))
    if found is None:
        raise WrongUse("daerah belum disebut", _EXAMPLE)
    return found


def _read_period(text: str) -> tuple[int, int]:
    from smartplan.scaffold.answers import BadPeriod, read_period

    try:
        return read_period(text)
    except BadPeriod as error:
        raise WrongUse(str(error), "contoh: --period 2024-2033") from error


def _ask_period() -> tuple[int, int] | None:
    while True:
        typed = ask.answer("Periode rencana, misalnya 2024-2033 (Enter bila belum pasti): ")
        if not typed:
            return None
        try:
            return _read_period(typed)
        except WrongUse as trouble:
            console.note(trouble.message)


def _edition(name: str | None, asking: bool) -> Edition:
    from smartplan.edition import DEFAULT_EDITION, load_edition

    known = _editions()
    if name is None and asking and len(known) > 1:
        ordered = [DEFAULT_EDITION, *(one for one in known if one != DEFAULT_EDITION)]
        numbered = [(str(number), load_edition(one).nama or one) for number, one in enumerate(ordered, 1)]
        name = ordered[int(ask.pick("Edisi panduan:", numbered, usual="1")) - 1]
    return load_edition(name)


def _ask_folder(region: Region) -> Path:
    default = _short_slug(region)
    while True:
        target = Path(ask.answer(f"Map rencana (Enter untuk {default}): ") or default)
        try:
            _check_folder(target)
            _refuse_plan(target)
        except WrongUse as trouble:
            console.note(f"{trouble.message}; {trouble.hint}")
        else:
            return target


def _short_slug(region: Region) -> str:
    """``buleleng``; ``kota-bogor`` where the bare name means two regions."""
    from smartplan.region import RegionTrouble, lookup

    short = region.slug.partition("-")[2]
    try:
        return short if lookup(short).code == region.code else region.slug
    except RegionTrouble:
        return region.slug


def _check_folder(folder: Path) -> None:
    """The folder, or the nearest one above it that exists, is a folder and takes files."""
    from smartplan.files import NotWritable, check_folder

    try:
        check_folder(folder)
    except NotWritable as error:
        raise WrongUse(error.message, "pilih map lain dengan --folder") from error


def _refuse_plan(folder: Path) -> None:
    if (folder / "rencana.yaml").exists():
        raise WrongUse(
            f"map “{folder}” sudah memuat rencana; tidak ada yang ditulis",
            f"lanjutkan rencana itu (smartplan validate {console.quoted(str(folder))}), "
            "atau pilih map lain dengan --folder",
        )


def _files(region: Region, years: tuple[int, int] | None, edition: Edition) -> dict[str, str]:
    from smartplan.scaffold import Answers, scaffold

    return scaffold(Answers(region, years), edition)


def _refuse_existing(folder: Path, files: Mapping[str, str]) -> None:
    taken = [name for name in files if (folder / name).exists()]
    if taken:
        raise WrongUse(
            f"map “{folder}” sudah memuat {', '.join(taken)}; tidak ada yang ditulis",
            "pindahkan berkas itu, atau pilih map lain dengan --folder",
        )


def _confirmed(folder: Path, files: Mapping[str, str]) -> bool:
    console.note(f"Akan ditulis di map “{folder}”:")
    for name in files:
        console.note(f"  {name}")
    return ask.answer("Tulis? (Enter untuk ya, t untuk tidak): ").lower() not in ("t", "tidak", "n", "no")


def _write(folder: Path, files: Mapping[str, str]) -> None:
    """All files or none: what was begun is taken away when one cannot be written."""
    from smartplan.files import FileTrouble, write_atomic

    written: list[Path] = []
    try:
        for name, text in files.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            write_atomic(path, text.encode())
            written.append(path)
    except (FileTrouble, OSError):
        for path in written:
            path.unlink(missing_ok=True)
        raise


def _tell(folder: Path, edition: Edition) -> None:
    stages = edition.ids("tahap")
    about = f", lalu lihat apa yang diperlukan untuk {edition.name_of('tahap', stages[0])}:" if stages else ":"
    console.note(
        f"\nRencana baru ada di map “{folder}”. Mulailah dari rencana.yaml{about}\n"
        f"  smartplan validate {console.quoted(str(folder))}"
    )
