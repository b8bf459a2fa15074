"""The register of law: which acts are known, whether they hold, what came after them."""

from typing import TYPE_CHECKING, Annotated

from smartplan import resources
from smartplan.edition.trouble import EditionError
from smartplan.fields import Bagian, Choice, Daftar, Kode, Tahun, Teks, isian, read_part
from smartplan.findings import Severity, sort_findings
from smartplan.source import Mapping, load_path

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["Hukum", "LawRegister", "load_law"]


class Pengganti(Bagian):
    """Peraturan yang menggantikan."""

    jenis: Teks = isian("jenis peraturan pengganti")
    nomor: Kode = isian("nomor peraturan pengganti")
    tahun: Tahun = isian("tahun peraturan pengganti")


class Hukum(Bagian):
    """Satu peraturan dalam daftar rujukan."""

    jenis: Teks = isian("jenis peraturan", contoh="UU")
    nomor: Kode = isian("nomor peraturan")
    tahun: Tahun = isian("tahun peraturan")
    tentang: Teks = isian("judul resmi")
    status: Annotated[
        str | None, Choice(berlaku="Berlaku", diubah="Berlaku dengan perubahan", dicabut="Tidak berlaku lagi")
    ] = isian("status")
    pengganti: Pengganti | None = isian("pengganti")
    mengubah: Pengganti | None = isian("peraturan yang diubah")
    tanda: Annotated[str | None, Choice(F="fakta", I="disimpulkan", G="kebiasaan umum")] = isian(
        "tanda asal keterangan"
    )
    sumber: Teks = isian("sumber keterangan")
    diperiksa: Teks = isian("kapan status terakhir diperiksa")
    catatan: Teks = isian("catatan")


class LawRegister(Bagian):
    """Daftar rujukan peraturan."""

    keterangan: Teks = isian("keterangan daftar")
    hukum: Daftar[Hukum] = isian("peraturan")

    def find(self, kind: str | None, number: str | None, year: int | None) -> Hukum | None:
        """The act of this kind, number and year; kinds are compared without case and spaces."""
        wanted = _plain(kind), (number or "").strip(), year
        return next((act for act in self.hukum or () if (_plain(act.jenis), act.nomor, act.tahun) == wanted), None)


def _plain(kind: str | None) -> str:
    return "".join((kind or "").lower().split())


def load_law(plan_root: "Path | None" = None) -> LawRegister:
    """The register; a plan's own ``templates/hukum.yaml`` comes before ours.

    Raises:
        EditionError: the register's text is wrong.
    """
    file = resources.find("hukum.yaml", plan_root)
    loaded = load_path(file, file.parent)
    read = read_part(LawRegister, loaded.root if isinstance(loaded.root, Mapping) else Mapping.joined(()))
    faults = [finding for finding in (*loaded.findings, *read.findings) if finding.severity is not Severity.INFO]
    if faults:
        sources = {loaded.source.file: loaded.source.text} if loaded.source is not None else {}
        raise EditionError("hukum", tuple(sort_findings(faults)), sources)
    return read.part
