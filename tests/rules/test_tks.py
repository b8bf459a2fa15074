"""Rules on words: whole pages that must stay quiet, and for each rule what it finds and what it lets pass."""

from __future__ import annotations

import textwrap
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from smartplan.source import apply_edits, load_bytes
from tests.plans import check, found

if TYPE_CHECKING:
    from smartplan.rules import Checked

PROSE = Path(__file__).with_name("prosa")
"""Pages written for these tests. They sound like planning prose and say nothing true about the places."""
REGIONS = {
    "bali": "{kode: 51.08, nama: Kabupaten Buleleng, jenis: kabupaten, provinsi: Bali, ibu_kota: Singaraja}",
    "kalimantan": "{kode: 63.05, nama: Kabupaten Tapin, jenis: kabupaten, provinsi: Kalimantan Selatan}",
    "jawa": "{kode: 33.24, nama: Kabupaten Kendal, jenis: kabupaten, provinsi: Jawa Tengah, ibu_kota: Kendal}",
}
LAST = "daftar_pustaka: [{penulis: Rekaan, tahun: 2024, judul: Buku}]\n"
OWN = "wilayah: {kode: 51.08, nama: Kabupaten Buleleng, jenis: kabupaten, ibu_kota: Singaraja}\n"
CITY = "wilayah: {kode: 51.71, nama: Kota Denpasar, jenis: kota}\n"


def codes(checked: Checked) -> list[tuple[str, str]]:
    return [(one.code, one.message) for one in checked.findings if one.code.startswith(("TKS", "HUK"))]


def about(folder: Path, sentence: str, code: str, head: str = OWN) -> list[str]:
    """What ``code`` marks in a plan with this sentence."""
    body = textwrap.indent(sentence, "    ")
    checked = check(folder, f"{head}naskah:\n  maksud: |\n{body}\n")
    lines = (folder / "rencana.yaml").read_text(encoding="utf-8").splitlines()
    spans = [one.span for one in found(checked, code) if one.span is not None]
    return [lines[span.line - 1][span.column - 1 : span.end_column - 1] for span in spans]


def mended(folder: Path, checked: Checked, code: str) -> str:
    """``rencana.yaml`` with the edits of the findings of ``code``."""
    source = load_bytes((folder / "rencana.yaml").read_bytes(), "rencana.yaml").source
    assert source is not None
    return apply_edits(source, [edit for one in found(checked, code) for edit in one.edits])


@pytest.mark.parametrize("name", sorted(REGIONS))
def test_a_page_of_planning_prose_gives_no_finding(name: str, tmp_path: Path) -> None:
    page = (PROSE / f"{name}.md").read_text(encoding="utf-8")
    assert len(page.split()) > 400
    text = f"wilayah: {REGIONS[name]}\n{LAST}naskah:\n  latar_belakang: |\n{textwrap.indent(page, '    ')}"
    assert codes(check(tmp_path, text)) == []


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("...", ["..."]),
        ("……", ["……"]),
        ("Ditetapkan dengan Nomor ... oleh Bupati", ["..."]),
        ("Anggaran sebesar Rp ... setahun", ["..."]),
        ("Nama kegiatan: …", ["…"]),
        ("Lihat https://tirtakab.go.id/video/xxx untuk arsipnya.", []),
        ("Lihat https://tirtakab.go.id lalu xxx.", ["xxx"]),
        ("Nomor ............ Tahun 2025", ["............"]),
        ("Pasar, jalan, dan lain-lain...", []),
        ("Pasar, jalan, dan lain-lain.....", []),
        ("Pasar, jalan, dsb ...", []),
        ("Air itu datang ... lalu pergi", []),
        ("Warga menunggu…", []),
        ("Kutipan “Mandiri ... dan sejahtera” itu", []),
    ],
)
def test_dots_are_a_gap_only_where_a_value_is_waited_for(sentence: str, words: list[str], tmp_path: Path) -> None:
    assert about(tmp_path, sentence, "TKS001") == words


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("RPJMD Banyuwangi menjadi acuan.", ["RPJMD Banyuwangi"]),
        ("Masterplan Smart City Sleman Tahun 2019 disusun.", ["Masterplan Smart City Sleman"]),
        ("Pemda Kulon Progo Bersama warga", ["Pemda Kulon Progo"]),
        ("Pemerintah Banjar Dinas Kaja mendata warga.", []),
        ("Smart City Malang melintang.", []),
        ("Rencana Induk Bali Utara.", []),
        ("Belajar dari RPJMD Banyuwangi tentang acara.", []),
        ("Smart City Buleleng untuk semua.", []),
        ("Pemerintah Pusat dan Pemerintah Daerah.", []),
        ("Warga Banyuwangi datang.", []),
    ],
)
def test_a_name_without_its_kind_counts_only_behind_a_government(
    sentence: str, words: list[str], tmp_path: Path
) -> None:
    assert about(tmp_path, sentence, "TKS002") == words


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("Rapat dihadiri Wali Kota Denpasar.", []),
        ("Bupati Banyuwangi memberi sambutan pada pembukaan.", []),
        ("Bupati Banyuwangi turut hadir.", []),
        ("Pemerintah Kota Denpasar telah menyerahkan lahan.", []),
        ("Masyarakat Kota Denpasar sering berwisata ke sini.", []),
        ("Kami menerima Bupati Banyuwangi di pendopo.", []),
        ("Pemerintah Kota Denpasar menetapkan rencana ini. Sambutan hadir.", ["Kota Denpasar"]),
        ("Sambutan Bupati Banyuwangi atas rencana induk", ["Bupati Banyuwangi"]),
    ],
)
def test_guests_and_partners_are_meant(sentence: str, words: list[str], tmp_path: Path) -> None:
    assert about(tmp_path, sentence, "TKS002") == words


def test_a_daily_word_is_a_region_only_behind_its_kind(tmp_path: Path) -> None:
    assert about(tmp_path, "Warga Kota Malang terlayani oleh Pemkot.", "TKS002") == ["Kota Malang"]


@pytest.mark.parametrize(
    ("sentence", "head", "right"),
    [
        ("Pemerintah Kota Buleleng hadir.", OWN, "Pemerintah Kabupaten Buleleng hadir."),
        ("Wali Kota Buleleng hadir.", OWN, "Bupati Buleleng hadir."),
        ("Warga Kota Buleleng hadir.", OWN, "Warga Kabupaten Buleleng hadir."),
        ("Pemkab Denpasar hadir.", CITY, "Pemkot Denpasar hadir."),
        ("Bupati Denpasar hadir.", CITY, "Wali Kota Denpasar hadir."),
        ("Warga Kota Singaraja hadir.", OWN, None),
        ("Ibu Kota Buleleng adalah Singaraja.", OWN, None),
        ("Hutan Kota Buleleng teduh.", OWN, None),
        ("Bupati Buleleng hadir.", OWN, None),
        ("Kota Buleleng Asri.", OWN, None),
        ("Bupati Batu Bara dan Kabupaten Batu Bara hadir.", "wilayah: {nama: Kota Batu, jenis: kota}\n", None),
        ("Kota Bandung ramai.", "wilayah: {kode: 32.04, nama: Kabupaten Bandung, jenis: kabupaten}\n", None),
        ("Kota Jember ramai.", "wilayah: {nama: Kabupaten Jember, jenis: kabupaten, ibu_kota: Jember}\n", None),
    ],
)
def test_the_own_region_of_the_wrong_kind(sentence: str, head: str, right: str | None, tmp_path: Path) -> None:
    checked = check(tmp_path, f"{head}naskah: {{maksud: {sentence}}}\n")
    assert bool(found(checked, "TKS012")) == (right is not None)
    assert f"maksud: {right or sentence}" in mended(tmp_path, checked, "TKS012")


@pytest.mark.parametrize(
    ("head", "sentence", "right"),
    [
        (OWN, "Pemerintah Kabupaten/Kota berkomitmen.", "Pemerintah Kabupaten berkomitmen."),
        (CITY, "Pemerintah Kabupaten / Kota berkomitmen.", "Pemerintah Kota berkomitmen."),
        (CITY, "Ditetapkan Bupati/Wali Kota.", "Ditetapkan Wali Kota."),
        ("", "Ditetapkan Bupati/Wali Kota.", "Ditetapkan Bupati/Wali Kota."),
    ],
)
def test_a_slash_is_mended_when_the_kind_is_known(head: str, sentence: str, right: str, tmp_path: Path) -> None:
    checked = check(tmp_path, f"{head}naskah: {{maksud: {sentence}}}\n")
    assert found(checked, "TKS003")[0].unsafe == bool(head)
    assert f"maksud: {right}" in mended(tmp_path, checked, "TKS003")


def test_what_stands_twice_is_left_to_a_person(tmp_path: Path) -> None:
    (finding,) = found(check(tmp_path, "naskah: {maksud: DPA-SKPD disusun oleh SKPD.}\n"), "TKS004")
    assert not finding.edits
    checked = check(tmp_path, "naskah: {maksud: Anggaran dibagi kepada SKPD.}\n")
    assert "kepada OPD." in mended(tmp_path, checked, "TKS004")


@pytest.mark.parametrize(
    ("first", "second", "told"),
    [
        ("nama: Gede Suyasa Rekaan", "nama: Gede Suyassa Rekaan", True),
        ("nama: Gede Widiarta", "nama: Gede Widirata", True),
        (
            "nama: I Nyoman Sutjidra, jabatan: Bupati Buleleng",
            "nama: Nyoman Sucidra, jabatan: Pj. Bupati Buleleng",
            True,
        ),
        ("nama: 'Drs. Gede Suyasa, M.Pd.'", "nama: 'Gede Suyasa'", False),
        ("nama: Made Suryana", "nama: Made Suryani", False),
        ("nama: Rekaan Satu", "nama: Rekaan Dua", False),
        ("nama: Made Sari", "nama: Made Sri", False),
        ("nama: Camat Sawan", "nama: Camat Sawah", False),
        ("nama: Ketut Arya, jabatan: Bupati Buleleng", "nama: Putu Wirawan, jabatan: Bupati Buleleng", False),
    ],
)
def test_two_spellings_of_one_name(first: str, second: str, told: bool, tmp_path: Path) -> None:
    people = f"kelembagaan: {{dewan: {{anggota: [{{{first}}}, {{{second}}}, {{{second}}}]}}}}\n"
    findings = found(check(tmp_path, people), "TKS005")
    assert len(findings) == told
    if told:
        assert findings[0].path == "kelembagaan.dewan.anggota[#2].nama"
        assert findings[0].related[0].span is not None


def test_numbers_of_service_tell_people_apart_and_together(tmp_path: Path) -> None:
    rows = "perangkat_daerah:\n  - {id: a, kepala: Gede Suyasa Rekaan, nip: '1'}\n  - {id: b, kepala: %s, nip: '%s'}\n"
    assert found(check(tmp_path, rows % ("G. Suyasa", "1")), "TKS005")
    assert not found(check(tmp_path, rows % ("Gede Suyassa Rekaan", "2")), "TKS005")


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("SIRATA satu. SIRATA dua. SIRATA tiga.", True),
        ("SIRATA satu. SIRATA dua.", False),
        ("APBD satu. APBD dua. APBD tiga.", False),
        ("Sistem Rapat (SIRATA) satu. SIRATA dua. SIRATA tiga. SIRATA empat.", False),
        ("SIRATA (Sistem Rapat Tirta) satu. SIRATA dua. SIRATA tiga.", False),
        ("SIRATA satu. SIRATA dua. SIRATA tiga. SIRATA adalah sistem rapat.", False),
        ("XVIII satu. XVIII dua. XVIII tiga.", False),
        ("RENCANA INDUK. RENCANA INDUK. RENCANA INDUK.", False),
        ("DISREK satu. DISREK dua. DISREK tiga.", False),
    ],
)
def test_an_acronym_is_told_once_when_it_is_nowhere_written_out(sentence: str, told: bool, tmp_path: Path) -> None:
    head = "perangkat_daerah: [{id: disrek, nama: Dinas Rekaan}]\n"
    assert about(tmp_path, sentence, "TKS006", head) == (["SIRATA"] if told else [])


def test_an_acronym_may_be_written_out_in_another_part(tmp_path: Path) -> None:
    text = "naskah: {maksud: SIRATA satu. SIRATA dua. SIRATA tiga.}\nprofil: {potensi: [Sistem Rapat (SIRATA)]}\n"
    assert not found(check(tmp_path, text), "TKS006")


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("Menurut RTRW Kabupaten Buleleng Tahun 2013-2033 kawasan itu lindung.", 1),
        ("Menurut Rencana Strategis Dinas Kesehatan 2021-2026 terdapat RTRW.", 1),
        ("RTRW 2013 dan lagi RTRW 2013.", 1),
        ("RPJMD 2025-2029 dan RPJPD 2025-2045 dirujuk.", 0),
        ("RTRW disusun, dan tahun 2013 berlalu.", 0),
        ("RIPPARDA Tahun 2020 dirujuk.", 0),
        ("Perda 3 Tahun 2019 dirujuk.", 0),
        ("RPD 2023-2026 dirujuk.", 1),
    ],
)
def test_a_dated_document_ought_to_be_listed(sentence: str, words: int, tmp_path: Path) -> None:
    head = (
        "rpjmd: {periode: {awal: 2025, akhir: 2029}}\nvisi: {rpjpd: {periode: {awal: 2025, akhir: 2045}}}\n"
        "daftar_pustaka: [{judul: Rencana Induk Pembangunan Kepariwisataan Daerah, tahun: 2020}]\n"
    )
    assert len(about(tmp_path, sentence, "TKS007", head)) == words


def test_the_own_rpjmd_of_unknown_years_may_be_of_any_year(tmp_path: Path) -> None:
    assert not about(tmp_path, "RPJMD 2021-2026 dan RPJPD 2005-2025 dirujuk.", "TKS007", LAST)


def test_without_a_bibliography_nothing_can_be_said_of_documents(tmp_path: Path) -> None:
    assert not about(tmp_path, "Menurut RTRW 2013-2033 kawasan itu lindung.", "TKS007")


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("memuat tiga (4) tujuan", ["tiga (4)"]),
        ("Dewan bersidang 2 (tiga) kali", ["2 (tiga)"]),
        ("Biaya Rp 1.500.000 (satu juta rupiah)", ["1.500.000 (satu juta rupiah)"]),
        ("selama 30 (tigapuluh lima) hari", ["30 (tigapuluh lima)"]),
        ("selama 12 (duabelas) hari dan 35 (tigapuluh lima) malam", []),
        ("Diikuti 12 (dua belas) desa dan 2 (Dua) kelurahan", []),
        ("Tercapai pada 2027 (tahun kedua), lihat Lampiran 3 (satu berkas)", []),
        ("memuat 5 (enam) tujuan", ["5 (enam)"]),
        ("memuat dua puluh lima (52) tujuan", ["dua puluh lima (52)"]),
        ("sebesar Rp 1.500.000 (satu juta lima ribu rupiah)", ["1.500.000 (satu juta lima ribu rupiah)"]),
        ("tiga (3) dan empat (5) tujuan", ["empat (5)"]),
        ("sebesar Rp 1.500.000 (satu juta lima ratus ribu rupiah)", []),
        ("sebanyak 1.100 (seribu seratus) orang", []),
        ("Biaya Rp 1.500.000 (satu juta rupiah)", ["1.500.000 (satu juta rupiah)"]),
        ("Diikuti 12 (dua belas) desa dan 2 (Dua) kelurahan", []),
        ("Tercapai pada 2027 (tahun kedua)", []),
        ("Lampiran 3 (satu berkas)", []),
        (f"Nomor {'9' * 50} (satu)", []),
        ("sebanyak 125 (Seratus dua puluh lima) orang", []),
        ("tahap dua (2027) dimulai", []),
        ("dua puluh lima (25) tujuan", []),
        ("tujuan kedua (3) dan pasal 5 (lima belas hari sesudahnya)", []),
        ("naik 3,5 (tiga koma lima) persen", []),
        ("dua (2,5 persen) dari tiga (30 orang)", []),
        ("5 (satu dari lima)", []),
    ],
)
def test_a_number_and_its_words_agree(sentence: str, words: list[str], tmp_path: Path) -> None:
    assert about(tmp_path, sentence, "TKS008") == words


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("NIK 5108014107900001 tercatat", True),
        ("(5108013112850002)", True),
        ("NIP 198501012010011001 tercatat", False),
        ("Rekening 5108019907900001 tercatat", False),
        ("Nomor 0108014107900001 tercatat", False),
        ("Rp 2124617361711 dan 20.251.117.000.000.000", False),
    ],
)
def test_sixteen_digits_with_a_date_are_a_personal_number(sentence: str, told: bool, tmp_path: Path) -> None:
    padding = "kata " * 7
    assert bool(about(tmp_path, f"{padding}{sentence} {padding}", "TKS009")) == told


def test_a_personal_number_is_found_wherever_it_stands(tmp_path: Path) -> None:
    rows = [f"- {'x' * length} 5108014107900001 dan kata" for length in range(1, 18)]
    text = "profil:\n  potensi:\n" + "".join(f"    {row}\n" for row in rows)
    assert len(found(check(tmp_path, text), "TKS009")) == len(rows)


def test_a_personal_number_is_not_repeated_in_the_message(tmp_path: Path) -> None:
    (finding,) = found(check(tmp_path, "naskah: {maksud: NIK 5108014107900001 tercatat}\n"), "TKS009")
    assert "5108014107900001" not in finding.message + (finding.hint or "")


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("hubungi 0812-3456-7890 segera", ["0812-3456-7890"]),
        ("hubungi +62 812 3456 7890.", ["+62 812 3456 7890"]),
        ("hubungi 081234567890", ["081234567890"]),
        ("lewat wa.me/6281234567890", ["wa.me/6281234567890"]),
        ("hubungi (0362) 21146", []),
        ("hubungi 112 atau 119", []),
        ("pada 08.00 sampai 16.00", []),
        ("koefisien 0,812345678 dan 0.812345678", []),
        ("nomor 014/081234567/HK/2024", []),
        ("sebesar Rp 81.234.567.890", []),
    ],
)
def test_mobile_numbers_are_told(sentence: str, words: list[str], tmp_path: Path) -> None:
    assert about(tmp_path, sentence, "TKS010") == words


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("kirim ke Nama.Rekaan@Gmail.com ya", ["Nama.Rekaan@Gmail.com"]),
        ("kirim ke a@bulelengkab.go.id atau b@yahoo.co.id", ["b@yahoo.co.id"]),
        ("kirim ke diskominfo@bulelengkab.go.id", []),
        ("akun @gmail.com saja", []),
        ("kirim ke tim@kampus-rekaan.ac.id", []),
    ],
)
def test_private_mail_is_told(sentence: str, words: list[str], tmp_path: Path) -> None:
    assert about(tmp_path, sentence, "TKS011") == words


def test_titles_of_people_are_no_acronyms(tmp_path: Path) -> None:
    names = "{nama: 'dr. Rekaan Satu, MKM', jabatan: Bupati}"
    text = (
        "perangkat_daerah: [{id: dinkes, kepala: 'Rekaan, MKM'}]\n"
        f"kelembagaan: {{dewan: {{anggota: [{names}, {names}]}}}}\n"
    )
    assert not found(check(tmp_path, text), "TKS006")


@pytest.mark.parametrize(("districts", "told"), [("[Lumbir, Kecamatan Banyumas]", False), ("[Lumbir, Wangon]", True)])
def test_a_regency_may_have_a_town_of_its_name(districts: str, told: bool, tmp_path: Path) -> None:
    text = (
        "wilayah: {kode: 33.02, nama: Kabupaten Banyumas, jenis: kabupaten, ibu_kota: Purwokerto}\n"
        f"profil: {{daftar_kecamatan: {districts}, gambaran: Pusatnya dahulu di Kota Banyumas.}}\n"
    )
    assert bool(found(check(tmp_path, text), "TKS012")) is told


def test_heads_of_several_regions_are_meant(tmp_path: Path) -> None:
    head = "wilayah: {kode: 15.71, nama: Kota Jambi, jenis: kota}\n"
    text = "naskah: {maksud: 'Kami berterima kasih kepada Bupati Muaro Jambi%s yang membagi pengalaman.'}\n"
    assert not found(check(tmp_path, head + text % " dan para wali kota"), "TKS002")
    assert found(check(tmp_path, head + text % ""), "TKS002")


def test_offices_by_their_old_name_are_told_of_the_past(tmp_path: Path) -> None:
    assert not found(check(tmp_path, "naskah: {maksud: Data SKPD lama disesuaikan.}\n"), "TKS004")


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("Rencana <nama daerah> disusun.", ["<nama daerah>"]),
        ("Rencana {{nama_daerah}} disusun.", ["{{nama_daerah}}"]),
        ("Rencana (nama kabupaten) disusun.", ["(nama kabupaten)"]),
        ("(diisi oleh OPD)", ["(diisi oleh OPD)"]),
        ("Bagian ini (belum diisi).", ["(belum diisi)"]),
        ("Jumlahnya ??? orang.", ["???"]),
        ("Lihat Tabel xx dan Gambar 3.", ["Tabel xx"]),
        ("Lihat Tabel x.x di bawah.", ["Tabel x.x"]),
        ("Menyusul", ["Menyusul"]),
        ("-", []),  # as good as empty, which WJB tells
        ("Pendaftar menyusul esok hari.", []),
        ("Formulir (diisi warga) dan kolom (nama ibu) dihapus.", []),
        ("Kapan? Siapa?! Mengapa??", []),
        ("Bab XX dan Lampiran XX memuat x dan y.", []),
        ("Kerja sama pusat - daerah", []),
        ("Nilai a < b dan c > d; 5 <10.", []),
    ],
)
def test_what_waits_for_its_content_is_told(sentence: str, words: list[str], tmp_path: Path) -> None:
    assert about(tmp_path, sentence, "TKS001") == words


def test_a_dash_in_a_table_says_that_there_is_none(tmp_path: Path) -> None:
    row = "gap_indikator: [{indikator: Gini, satuan: '-'}]\npermasalahan: [{isu: Jalan, potensi: '-'}]\n"
    assert not found(check(tmp_path, "skema: 1\n", smart_living=row), "TKS001")


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("PEMERINTAH KABUPATEN BADUNG", ["KABUPATEN BADUNG"]),
        ("DPRD Kabupaten Badung menyetujui.", ["Kabupaten Badung"]),
        ("Diskominfo Kota Denpasar memimpin.", ["Kota Denpasar"]),
        ("Kabupaten Badung terdiri atas 6 kecamatan.", ["Kabupaten Badung"]),
        ("PEMERINTAH KABUPATEN BULELENG", []),
        ("Wisatawan datang dari Kabupaten Badung.", []),
        ("Studi banding ke DPRD Kabupaten Badung.", []),
    ],
)
def test_more_ways_to_name_another_government(sentence: str, words: list[str], tmp_path: Path) -> None:
    assert about(tmp_path, sentence, "TKS002") == words


def test_a_government_among_many_is_meant(tmp_path: Path) -> None:
    head = "wilayah: {kode: 53.01, nama: Kabupaten Kupang, jenis: kabupaten}\n"
    sentence = "Pemerintah Provinsi, 21 pemerintah kabupaten, dan Pemerintah Kota Kupang sepakat."
    assert about(tmp_path, sentence, "TKS002", head) == []


@pytest.mark.parametrize(
    ("sentence", "right"),
    [
        ("PEMERINTAH KOTA BULELENG hadir.", "PEMERINTAH KABUPATEN BULELENG hadir."),
        ("Perwali Buleleng terbit.", "Perbup Buleleng terbit."),
        ("PEMERINTAH KABUPATEN BULELENG hadir.", None),
        ("KOTA Buleleng hadir.", None),
    ],
)
def test_the_wrong_kind_in_capitals_and_of_rules(sentence: str, right: str | None, tmp_path: Path) -> None:
    checked = check(tmp_path, f"{OWN}naskah: {{maksud: {sentence}}}\n")
    assert f"maksud: {right or sentence}" in mended(tmp_path, checked, "TKS012")
    assert bool(found(checked, "TKS012")) is (right is not None)


@pytest.mark.parametrize(
    ("sentence", "right"),
    [
        ("Kabupaten/Kota Buleleng hadir.", "Kabupaten Buleleng hadir."),
        ("Perbup/Perwali terbit.", "Perbup terbit."),
        ("Pemkab/Pemkot hadir.", "Pemkab hadir."),
        ("Dinas kabupaten/kota se-Bali hadir.", None),
    ],
)
def test_more_slashes(sentence: str, right: str | None, tmp_path: Path) -> None:
    checked = check(tmp_path, f"{OWN}naskah: {{maksud: {sentence}}}\n")
    assert f"maksud: {right or sentence}" in mended(tmp_path, checked, "TKS003")
    assert not found(checked, "TKS012")


def test_the_old_name_of_offices_spelled_out(tmp_path: Path) -> None:
    assert about(tmp_path, "Semua satuan kerja perangkat daerah hadir.", "TKS004") == ["satuan kerja perangkat daerah"]
    assert about(tmp_path, "Satuan kerja kementerian hadir.", "TKS004") == []


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("NIK: 510801 410790 0001 tercatat", 1),
        ("NIK 5108.0141.0790.0001", 1),
        ("NIK 5108014107900001", 1),
        ("Kolom NIK (16 angka) diisi 12 petugas", 0),
        ("Data NIK 2024 1 2 3", 0),
    ],
)
def test_a_personal_number_may_be_written_with_blanks(sentence: str, told: int, tmp_path: Path) -> None:
    assert len(about(tmp_path, sentence, "TKS009")) == told
