"""What a guide edition (edisi panduan) is made of. Each item carries a mark (F, I or G) and its source."""

from typing import Annotated

from smartplan.fields import (
    Angka,
    Bagian,
    Choice,
    Daftar,
    DaftarTeks,
    Id,
    Kode,
    Peta,
    PetaTeks,
    Prosa,
    ScalarList,
    Teks,
    YaTidak,
    isian,
)
from smartplan.fields.scalars import Whole

__all__ = [
    "Aturan",
    "Bab",
    "Bertanda",
    "Bobot",
    "DimensiEdisi",
    "Dokumen",
    "Edition",
    "ElemenKesiapan",
    "Horizon",
    "IstilahWilayah",
    "KolomTabel",
    "NaskahDepan",
    "Parameter",
    "Pemilik",
    "Pilihan",
    "Predikat",
    "SubDimensi",
    "SumberDana",
    "Surat",
    "TabelEdisi",
    "TahapEdisi",
    "Wajib",
    "Warna",
]

Tanda = Annotated[
    str | None, Choice(F="fakta dari sumber terbuka", I="disimpulkan dari sumber", G="kebiasaan umum, dapat diubah")
]


Kop = Annotated[
    str | None,
    Choice(
        pemerintah="pemerintah daerah dan bagiannya",
        kepala_daerah="lambang dan jabatan kepala daerah",
        dua_pihak="lambang dua pihak",
        tanpa="tanpa kepala surat",
    ),
]


class Bertanda(Bagian):
    """An item with its mark and source. ``hapus`` takes the inherited item of this id out; ``sesudah`` and ``sebelum``
    name the item of the same list beside which it stands."""

    id: Id = isian("id butir")
    nama: Teks = isian("nama butir")
    keterangan: Prosa = isian("keterangan")
    tanda: Tanda = isian("tanda asal ketentuan: F, I, atau G", contoh="F")
    sumber: Teks = isian("sumber ketentuan")
    hapus: YaTidak = isian("hapus butir warisan ini")
    sesudah: Teks = isian("letakkan sesudah butir ini", contoh="peta-jalan")
    sebelum: Teks = isian("letakkan sebelum butir ini")


class Warna(Bagian):
    """RRGGBB: ``pita`` carries white text, ``latar`` fills cells."""

    pita: Teks = isian("warna pita (RRGGBB)", contoh="1F4E79")
    latar: Teks = isian("warna latar (RRGGBB)", contoh="E3ECF5")


class SubDimensi(Bertanda):
    """Subdimensi."""


class DimensiEdisi(Bertanda):
    """Satu dimensi."""

    warna: Warna | None = isian("warna dimensi")
    sub: Daftar[SubDimensi] = isian("subdimensi")
    nama_keliru: DaftarTeks = isian("nama keliru yang pernah dijumpai")


class TahapEdisi(Bertanda):
    """Satu tahap, dalam urutan waktu."""

    isi: Prosa = isian("isi pertemuan")
    hasil: Prosa = isian("yang harus ada pada akhir tahap")
    dibawa: DaftarTeks = isian("yang dibawa peserta ke pertemuan", contoh="[RPJMD, data statistik]")


class Pilihan(Bertanda):
    """Satu pilihan dari sebuah daftar; ``nilai`` memberi urutan atau bobotnya."""

    nilai: Angka = isian("nilai atau bobot pilihan")


class Horizon(Bertanda):
    """Jangka waktu peta jalan: ``tahun`` ke berapa sejak awal rencana, dihitung dari 1, atau tahun ``kalender``.

    Whichever is given holds; ``kalender`` first, so that an heir of an edition of the other kind can change it.
    """

    tahun: Annotated[list[int] | None, ScalarList(Whole())] = isian("tahun ke berapa sampai ke berapa", contoh="[2, 5]")
    kalender: Annotated[list[int] | None, ScalarList(Whole())] = isian(
        "tahun kalender pertama dan terakhir", contoh="[2021, 2024]"
    )

    def years(self, start: int | None) -> tuple[int, int] | None:
        """First and last calendar year of the horizon for a plan that starts in ``start``; None when not known."""
        if self.kalender:
            return self.kalender[0], self.kalender[-1]
        if not self.tahun or start is None:
            return None
        return start + self.tahun[0] - 1, start + self.tahun[-1] - 1


class ElemenKesiapan(Bertanda):
    """Elemen kesiapan dan komponennya."""

    komponen: Daftar[Pilihan] = isian("komponen elemen")


class SumberDana(Bertanda):
    """Sumber dana."""

    apbd: YaTidak = isian("apakah termasuk APBD sendiri")


class Predikat(Bertanda):
    """Predikat untuk nilai ``dari`` (termasuk) sampai ``sampai`` (tidak termasuk, kecuali yang terakhir)."""

    dari: Angka = isian("batas bawah")
    sampai: Angka = isian("batas atas")


class IstilahWilayah(Bertanda):
    """Sebutan resmi menurut jenis daerah."""

    kepala: Teks = isian("sebutan kepala daerah", contoh="Bupati")
    wakil: Teks = isian("sebutan wakil kepala daerah", contoh="Wakil Bupati")
    sekretaris: Teks = isian("sebutan sekretaris daerah", contoh="Sekretaris Daerah")
    pemerintah: Teks = isian("sebutan pemerintah daerah", contoh="Pemerintah Kabupaten")
    peraturan: Teks = isian("peraturan kepala daerah", contoh="Peraturan Bupati")
    singkatan: Teks = isian("singkatan peraturan kepala daerah", contoh="Perbup")
    perda: Teks = isian("peraturan daerah", contoh="Peraturan Daerah Kabupaten")
    wilayah: Teks = isian("kata benda jenis daerah", contoh="kabupaten")


class JenisHukum(Bertanda):
    """Jenis peraturan menurut urutan resmi."""

    singkatan: Teks = isian("singkatan", contoh="UU")
    ejaan: DaftarTeks = isian("penulisan lain yang dikenal")


class Bobot(Bertanda):
    """Bobot evaluasi (persen) satu kelompok daerah."""

    baseline: Angka = isian("bobot baseline")
    output: Angka = isian("bobot output")
    outcome: Angka = isian("bobot outcome")
    impact: Angka = isian("bobot impact")
    quick_win: Angka = isian("bobot quick win")
    kolaborasi: Angka = isian("bobot kolaborasi")


class Pemilik(Bertanda):
    """Satu pemilik isian (``pemilik`` pada ``wajib`` dan aturan) dan tanda pengenal perangkat daerahnya."""

    singkatan: DaftarTeks = isian("id, singkatan, atau nama perangkat daerah yang menjalankannya", contoh="[setda]")
    kata: DaftarTeks = isian("kata dalam nama perangkat daerah itu", contoh="[Perencanaan Pembangunan]")


class Wajib(Bagian):
    """Isian yang harus ada: ``jalur`` dengan ``*`` untuk tiap dimensi dan ``[*]`` untuk tiap butir daftar.

    ``kecuali`` and ``hanya``: data path -> value; the requirement falls away when one of ``kecuali`` holds, or when one
    of ``hanya`` does not. ``sejak``: stage -> galat, peringatan or info.
    """

    jalur: Teks = isian("jalur data", contoh="visi.smart_city")
    isi: Teks = isian("apa yang harus diisi, dengan kata biasa")
    kecuali: PetaTeks = isian("tidak berlaku bila", contoh="{rpjmd.jenis: rpd}")
    hanya: PetaTeks = isian("hanya berlaku bila")
    sejak: PetaTeks = isian("tingkat menurut tahap", contoh="{bimtek-2: galat}")
    pemilik: Teks = isian("siapa yang mengisi", contoh="bappeda")
    tanda: Tanda = isian("tanda asal ketentuan")
    sumber: Teks = isian("sumber ketentuan")


class Bab(Bertanda):
    """Satu bab, dengan templat dan isian wajibnya."""

    judul: Teks = isian("judul bab")
    templat: Teks = isian("berkas templat bab")
    wajib: Daftar[Wajib] = isian("isian wajib bab")
    lampiran: YaTidak = isian("bernomor sebagai lampiran")
    bila: Teks = isian("jalur data; bab hanya dicetak bila jalur itu berisi", contoh="pengecualian")
    menyambung: YaTidak = isian("bab menyambung di halaman bab sebelumnya, tidak mulai di halaman baru")


class NaskahDepan(Bab):
    """Satu bagian depan atau belakang buku, tanpa nomor bab."""


class Dokumen(Bertanda):
    """Satu dokumen."""

    label: Teks = isian("label pada sampul", contoh="BUKU II")
    judul: Teks = isian("judul dokumen")
    judul_lain: DaftarTeks = isian("judul lain yang dipakai daerah")
    tahap: Teks = isian("tahap saat konsepnya harus ada")
    ringkas: YaTidak = isian("buku ringkas: tanpa halaman judul dalam dan nomor bab")
    depan: Daftar[NaskahDepan] = isian("bagian depan")
    bab: Daftar[Bab] = isian("bab")
    belakang: Daftar[NaskahDepan] = isian("bagian belakang")

    def chapters(self) -> tuple[Bab, ...]:
        """All sections in the order in which they stand: front, chapters, back."""
        return (*(self.depan or ()), *(self.bab or ()), *(self.belakang or ()))


class Surat(Bertanda):
    """Satu surat atau naskah dinas, dari satu templat.

    ``ulang``: one document for each meeting ("jadwal"), each stage ("tahap") or each item of a list
    ("dimensi.*.quick_win"); the template sees the item as ``ini``.
    """

    judul: Teks = isian("judul surat", contoh="Keputusan tentang Dewan Smart City")
    templat: Teks = isian("berkas templat surat", contoh="surat/sk-dewan.md.j2")
    tahap: Teks = isian("tahap saat suratnya harus ada", contoh="bimtek-1")
    ulang: Teks = isian("satu surat untuk tiap butir daftar ini", contoh="jadwal")
    kop: Kop = isian("kepala surat", contoh="kepala_daerah")
    bagian: Teks = isian("bagian pemerintah daerah pada kepala surat", contoh="Sekretariat Daerah")
    lampiran_buku: Teks = isian("buku yang menjadi lampirannya", contoh="buku-2")


class Aturan(Bagian):
    """Ketentuan satu aturan pemeriksaan: tingkat menurut tahap dan batasnya."""

    sejak: PetaTeks = isian("tingkat menurut tahap")
    parameter: PetaTeks = isian("batas aturan", contoh="{maks_bulan: 12}")
    tanda: Tanda = isian("tanda asal ketentuan")
    sumber: Teks = isian("sumber ketentuan")
    hapus: YaTidak = isian("aturan ini tidak berlaku pada edisi")


class KolomTabel(Bagian):
    """Satu kolom (atau satu isian lembar) yang ditambahkan, diubah, atau disembunyikan.

    ``id``: that of a shipped column, its title in small letters with hyphens (``sumber-dana``), or a new one.
    ``jalur``: what it shows, from the item of the row on.
    """

    id: Id = isian("id kolom: judul kolom bawaan dengan tanda hubung, atau id baru", contoh="sumber-dana")
    judul: Teks = isian("judul kolom")
    jalur: Teks = isian("isian yang ditampilkan, dilihat dari butir barisnya", contoh="tambahan.nomor_dpa")
    lebar: Angka = isian("lebar kolom dibanding kolom lain", contoh="1.5")
    rata: Annotated[str | None, Choice(kiri="kiri", tengah="tengah", kanan="kanan")] = isian("letak tulisan")
    format: Annotated[
        str | None,
        Choice(
            rupiah="rupiah",
            angka="angka",
            persen="persen",
            nama="nama yang dirujuk",
            singkatan="singkatan yang dirujuk",
        ),
    ] = isian("cara menulis isinya")
    kosong: Teks = isian("yang dicetak bila isiannya belum ada; bawaan: tanda belum diisi", contoh="–")
    sesudah: Teks = isian("letakkan sesudah kolom ini", contoh="lokasi")
    sebelum: Teks = isian("letakkan sebelum kolom ini")
    tampil: YaTidak = isian("`tidak` menyembunyikan kolom ini", contoh="tidak")


class TabelEdisi(Bagian):
    """Perubahan pada satu tabel; namanya id tabel, dengan `*` untuk beberapa tabel yang awal idnya sama."""

    kolom: Daftar[KolomTabel] = isian("kolom yang ditambahkan, diubah, atau disembunyikan")


class Parameter(Bertanda):
    """Ukuran atau batas yang dapat diubah."""

    nilai: Kode = isian("nilai")
    satuan: Teks = isian("satuan")


class Edition(Bertanda):
    """Satu edisi panduan, sudah digabung dengan yang diwarisinya."""

    mewarisi: Id = isian("edisi yang diwarisi")
    dimensi: Daftar[DimensiEdisi] = isian("dimensi")
    tahap: Daftar[TahapEdisi] = isian("tahap")
    kelompok: Daftar[Pilihan] = isian("kelompok rencana aksi")
    horizon: Daftar[Horizon] = isian("jangka waktu peta jalan")
    kesiapan: Daftar[ElemenKesiapan] = isian("elemen kesiapan")
    tingkat_kesiapan: Daftar[Pilihan] = isian("tingkat kesiapan")
    sumber_dana: Daftar[SumberDana] = isian("sumber dana")
    jenis_quick_win: Daftar[Pilihan] = isian("jenis quick win")
    tahapan_quick_win: Daftar[Pilihan] = isian("tahap quick win")
    tingkat_risiko: Daftar[Pilihan] = isian("tingkat risiko")
    kategori_fiskal: Daftar[Pilihan] = isian("kategori kapasitas fiskal")
    predikat_spbe: Daftar[Predikat] = isian("predikat SPBE")
    istilah: Peta[IstilahWilayah] = isian("sebutan resmi menurut jenis daerah")
    urutan_hukum: Daftar[JenisHukum] = isian("urutan jenis peraturan")
    bobot_evaluasi: Daftar[Bobot] = isian("bobot evaluasi")
    pemilik: Daftar[Pemilik] = isian("pemilik isian")
    dokumen: Daftar[Dokumen] = isian("dokumen")
    surat: Daftar[Surat] = isian("surat dan naskah dinas")
    tabel: Peta[TabelEdisi] = isian("kolom tambahan pada tabel dokumen")
    aturan: Peta[Aturan] = isian("ketentuan aturan")
    parameter: Daftar[Parameter] = isian("ukuran dan batas")

    def by_id(self, key: str, name: str | None) -> Bertanda | None:
        """The item ``name`` of the list ``key``."""
        return next((item for item in getattr(self, key) or () if item.id == name), None)

    def name_of(self, key: str, name: str | None) -> str:
        """The printed name of an item; its id when it is not known."""
        item = self.by_id(key, name)
        return (item.nama if item is not None else None) or name or ""

    def ids(self, key: str) -> list[str]:
        """The ids of the list ``key``, in the edition's order."""
        return [item.id for item in getattr(self, key) or () if item.id]

    def sub(self, name: str | None) -> SubDimensi | None:
        """The subdimension ``name`` of any dimension."""
        return next((sub for dimensi in self.dimensi or () for sub in dimensi.sub or () if sub.id == name), None)

    def components(self) -> list[tuple[ElemenKesiapan, Pilihan]]:
        """Each readiness component with its element."""
        return [(element, component) for element in self.kesiapan or () for component in element.komponen or ()]

    def value(self, parameter: str) -> str | None:
        """The value of a parameter as written."""
        found = next((item for item in self.parameter or () if item.id == parameter), None)
        return found.nilai if found is not None else None

    def stage_rank(self, stage: str) -> int:
        """Position of ``stage`` in time; stages that are not known come last."""
        stages = self.ids("tahap")
        return stages.index(stage) if stage in stages else len(stages)
