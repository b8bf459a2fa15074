"""The register of law: which acts are known, whether they hold, what came after them."""

from typing import TYPE_CHECKING, Annotated

from smartplan import resources
from smartplan.edition.trouble import EditionError
from smartplan.fields import Bagian, Choice, Daftar, Kode, Tahun, Teks, isian, read_part
from smartplan.findings import Severity, sort_findings
from smartplan.source import Mapping, load_path

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

__all__ = ["Hukum", "LawRegister", "load_law", "plain_kind"]


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

    def find(self, kind: "str | Iterable[str] | None", number: str | None, year: int | None) -> Hukum | None:
        """The act of this kind (or of the first of several names of it that is listed), number and year.

        Kinds are compared as ``plain_kind`` writes them.
        """
        same = [act for act in self.hukum or () if act.nomor == (number or "").strip() and act.tahun == year]
        for name in (kind,) if kind is None or isinstance(kind, str) else kind:
            found = next((act for act in same if plain_kind(act.jenis) == plain_kind(name)), None)
            if found is not None:
                return found
        return None


def plain_kind(kind: str | None) -> str:
    """``Undang-Undang`` and ``UNDANG UNDANG`` -> ``undangundang``: without case, spaces, dots and hyphens."""
    return "".join((kind or "").lower().replace(".", "").replace("-", "").split())


def load_law(plan_root: "Path | None" = None) -> LawRegister:
    """The register; a plan's own ``templates/hukum.yaml`` comes before ours.

    Raises:
        EditionError: the register's text is wrong.
    """
    file = resources.find("hukum.yaml", plan_root)
    loaded = load_path(file, file.parents[1])
    read = read_part(LawRegister, loaded.root if isinstance(loaded.root, Mapping) else Mapping.joined(()))
    faults = [finding for finding in (*loaded.findings, *read.findings) if finding.severity is not Severity.INFO]
    if faults:
        sources = {loaded.source.file: loaded.source.text} if loaded.source is not None else {}
        raise EditionError("hukum", tuple(sort_findings(faults)), sources)
    return read.part
