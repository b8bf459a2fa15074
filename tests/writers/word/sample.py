"""A book made by hand that uses every kind of block and every option."""

from __future__ import annotations

from smartplan.book.blocks import (
    Callout,
    Cell,
    Column,
    Contents,
    Document,
    Figure,
    Heading,
    ListBlock,
    ListOfFigures,
    ListOfTables,
    PageBreak,
    Paragraph,
    Piece,
    Pieces,
    Row,
    Signature,
    Signatures,
    Swatch,
    Table,
)

PALETTE = (
    Swatch("smart_governance", "Smart Governance", "1F4E79", "E3ECF5"),
    Swatch("smart_branding", "Smart Branding", "7A2E7E", "F2E6F3"),
    Swatch("smart_economy", "Smart Economy", "8A4B00", "FBEEDD"),
    Swatch("smart_living", "Smart Living", "00665E", "DDF1EF"),
    Swatch("smart_society", "Smart Society", "A1262B", "F9E3E4"),
    Swatch("smart_environment", "Smart Environment", "3A6B1F", "E6F1DF"),
)
SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 560 240" font-family="Arial, Liberation Sans, sans-serif">'
    '<rect width="560" height="240" fill="#FFFFFF"/><rect x="150" y="30" width="320" height="40" fill="#1F4E79"/>'
    '<rect x="150" y="90" width="210" height="40" fill="#00665E"/>'
    '<rect x="150" y="150" width="130" height="40" fill="#8A4B00"/>'
    '<text x="140" y="56" font-size="15" text-anchor="end">Governance</text>'
    '<text x="140" y="116" font-size="15" text-anchor="end">Living</text>'
    '<text x="140" y="176" font-size="15" text-anchor="end">Economy</text>'
    '<text x="480" y="56" font-size="15">1.850</text></svg>'
)


def words(text: str, **looks: bool | str | None) -> Pieces:
    return (Piece(text, **looks),)  # type: ignore[arg-type]


def data(text: str, path: str) -> Piece:
    return Piece(text, origin="data", path=path, base=text)


LONG = (
    "Pemerintah daerah menempatkan kota cerdas sebagai cara kerja: layanan yang mudah dijangkau, keputusan yang "
    "berdasar data, dan perangkat daerah yang bekerja bersama. Bagian ini menguraikan keadaan sekarang, keadaan yang "
    "dituju, dan langkah yang menghubungkan keduanya, sehingga pembaca dapat menilai apakah program yang disusun "
    "memang menjawab masalah yang dihadapi warga sehari-hari."
)


def front() -> tuple:
    return (
        Heading(1, words("Kata Pengantar"), "kata-pengantar", numbered=False),
        Paragraph(words("Buku ini disusun bersama seluruh perangkat daerah."), "lead"),
        Paragraph(words(LONG)),
        Paragraph(
            (Piece("Dengan visi "), data("Kota yang melayani & mendengar", "visi.rumusan"), Piece(" kami melangkah."))
        ),
        Signatures(
            (
                Signature(
                    (words("Padang Rekaan, 28 Februari 2026"), words("Bupati Rekaan,")),
                    words("Dr. Contoh Nama, M.Si."),
                    (words("NIP 19700101 199501 1 001"),),
                ),
            )
        ),
        Contents(),
        ListOfTables(),
        ListOfFigures(),
    )


def chapter_one() -> tuple:
    return (
        Heading(1, words("Pendahuluan"), "bab-pendahuluan"),
        Heading(2, words("Latar Belakang"), "latar"),
        Paragraph(words(LONG)),
        Paragraph(
            (
                Piece("Uraian lengkap ada di "),
                Piece("", ref="tabel-program"),
                Piece(", "),
                Piece("", ref="gambar-anggaran"),
                Piece(", "),
                Piece("", ref="bab-rencana"),
                Piece(", "),
                Piece("", ref="sub-quick-win"),
                Piece(", dan "),
                Piece("", ref="lampiran-sk"),
                Piece("."),
                Piece(
                    "",
                    footnote=(
                        Piece("Angka memakai harga berlaku; lihat "),
                        Piece("PP 12/2019", emphasis=True),
                        Piece("."),
                    ),
                ),
                Piece(" Situs resmi: "),
                Piece("rekaan.go.id", href="https://rekaan.go.id/smart?a=1&b=2"),
                Piece(", "),
                Piece("tebal", strong=True),
                Piece(" dan "),
                Piece("miring", emphasis=True),
                Piece("."),
            )
        ),
        Paragraph(
            (
                Piece("Jumlah penduduk "),
                Piece("[belum diisi: jumlah penduduk]", origin="missing", path="profil.penduduk", code="WJB001"),
                Piece(" jiwa."),
            ),
            key="profil.penduduk",
        ),
        Heading(2, words("Maksud dan Tujuan"), "maksud"),
        Paragraph(words("Tujuan penyusunan:")),
        ListBlock(
            (
                (Paragraph(words("menyatukan arah pembangunan;")),),
                (
                    Paragraph(words("mengukur kesiapan:")),
                    ListBlock(((Paragraph(words("struktur;")),), (Paragraph(words("infrastruktur;")),))),
                ),
                (Paragraph(words("memilih program.")), Paragraph(words("Setiap program punya penanggung jawab."))),
            ),
            ordered=True,
        ),
        Paragraph(words("Dasar hukumnya:")),
        ListBlock(
            ((Paragraph(words("undang-undang;")),), (Paragraph(words("peraturan daerah.")),)),
            ordered=True,
            marker="alpha",
        ),
        ListBlock(((Paragraph(words("butir lepas;")),), (Paragraph(words("butir lain.")),)), ordered=True, start=3),
        Heading(3, words("Sistematika"), "sistematika"),
        Paragraph(words("Kota cerdas adalah kota yang mendengar."), "quote"),
        Callout(
            (
                Paragraph(words("Buku ini memuat 2 program dengan pagu Rp 2.560.783.220.")),
                ListBlock(((Paragraph(words("satu butir dalam kotak;")),),)),
            ),
            title=words("Ringkasan bab"),
        ),
        Callout((Paragraph(words("Isi profil.penduduk di berkas profil.yaml.")),), "missing", words("Jumlah penduduk")),
        Callout((Paragraph(words("Pagu program melebihi ruang fiskal.")),), "warning"),
        Paragraph(words("Catatan: angka sementara."), "note"),
        Paragraph(words("Di tengah"), "center"),
        Paragraph(words("Di kanan"), "right"),
    )


def budget_table(identifier: str, *, landscape: bool, count: int = 14) -> Table:
    columns = (
        Column("No", 0.5, "center"),
        Column("Program", 3),
        Column("Perangkat Daerah", 2),
        Column("2026", 1.5, "right", "Anggaran (Rp)"),
        Column("2027", 1.5, "right", "Anggaran (Rp)"),
        Column("Kesiapan", 1, "center"),
    )
    rows = [Row((words("Smart Living"),), "group", swatch="smart_living")]
    for number in range(1, count + 1):
        path = f"dimensi.smart_living.program[p{number}]"
        rows.append(
            Row(
                (
                    words(str(number)),
                    (data(f"Program Layanan {number}", f"{path}.nama"),),
                    words("• Dinas Kesehatan\n• Dinas Komunikasi dan Informatika"),
                    words("1.280.391.610"),
                    words("1.280.391.610"),
                    Cell(words("baik"), fill="00665E" if number % 2 else "FFE699"),
                ),
                key=path,
            )
        )
    rows.append(
        Row(
            (Cell(words("Jumlah"), span=3, align="left"), words("17.925.482.540"), words("17.925.482.540"), ()), "total"
        )
    )
    return Table(identifier, columns, tuple(rows), words("Program dan anggaran"), words("Bappeda, diolah"), landscape)


def sheet() -> Table:
    rows = (
        Row((words("Jas Bule: Jaga Sehat Bumil"),), "group", swatch="smart_living"),
        Row((words("Tujuan"), (data("Menurunkan angka kematian ibu", "qw.tujuan"),)), key="qw"),
        Row((words("Langkah"), words("• pendataan\n• kunjungan rumah\n• rujukan"))),
        Row((words("Anggaran"), (Piece("[belum diisi: anggaran]", origin="missing", path="qw.anggaran"),))),
    )
    return Table("lembar-qw", (Column("", 1), Column("", 3)), rows, style="sheet")


def chapter_two() -> tuple:
    return (
        Heading(1, (Piece("Rencana Aksi "), data("Kabupaten Rekaan", "wilayah.nama")), "bab-rencana"),
        Heading(2, words("Program"), "sub-program"),
        Paragraph(words(LONG)),
        budget_table("tabel-program", landscape=False),
        Heading(2, words("Program menurut tahun"), "sub-tahun"),
        Paragraph(words("Tabel berikut melebar.")),
        budget_table("tabel-lebar", landscape=True, count=16),
        budget_table("tabel-lebar-2", landscape=True, count=3),
        Heading(2, words("Quick Win"), "sub-quick-win"),
        Paragraph(words(LONG)),
        sheet(),
        Figure(
            "gambar-anggaran",
            SVG,
            "Diagram batang: Governance 1.850, lainnya kurang",
            words("Anggaran per dimensi"),
            words("diolah"),
            12,
        ),
        PageBreak(),
        Figure("gambar-lepas", SVG, "Diagram yang sama tanpa keterangan", width_cm=99),
        Signatures(tuple(Signature((words(f"Kepala Dinas {n},"),), words(f"Nama {n}")) for n in range(1, 4))),
    )


def back() -> tuple:
    return (
        Heading(1, words("Daftar Pustaka"), "bab-daftar-pustaka", numbered=False),
        Paragraph(words("Bappeda. 2025. Rancangan RPJMD.")),
        Heading(1, words("Kelembagaan"), "lampiran-sk", annex=True),
        Heading(2, words("Susunan Dewan"), "lampiran-susunan"),
        Heading(3, words("Tugas"), "lampiran-tugas"),
        Paragraph(words(LONG)),
        Table(
            "tabel-dewan",
            (Column("Jabatan"), Column("Pejabat", 2)),
            (Row((words("Ketua"), words("Bupati"))), Row((words("Anggota"), words("Sekretaris Daerah")))),
            words("Dewan kota cerdas"),
        ),
        Table("tabel-polos", (Column("A"), Column("B")), (Row((words("1"), words("2"))),)),
        Heading(1, words("Komitmen"), "lampiran-komitmen", annex=True),
        Table("tabel-komitmen", (Column("A"),), (Row((words("1"),)),), words("Komitmen")),
    )


def sample(**changes: object) -> Document:
    values: dict[str, object] = {
        "id": "buku-2",
        "label": "BUKU II",
        "title": "Masterplan Smart City Daerah",
        "subtitle": "Tahun 2026–2035",
        "region": "Kabupaten Rekaan",
        "office": "Pemerintah Kabupaten Rekaan",
        "year": "2026",
        "author": "Pemerintah Kabupaten Rekaan",
        "created": "2026-02-28",
        "fictional": True,
        "draft": True,
        "palette": PALETTE,
        "front": front(),
        "body": (*chapter_one(), *chapter_two()),
        "back": back(),
        "plan_sha256": "ab" * 32,
    }
    return Document(**(values | changes))  # type: ignore[arg-type]
