"""Visi, periods, and the targets of sasaran."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.plans import check, found

if TYPE_CHECKING:
    from pathlib import Path

    from smartplan.rules import Checked

PERIOD = "periode: {awal: 2026, akhir: 2035}\n"


def sasaran(folder: Path, row: str) -> Checked:
    return check(folder, PERIOD, smart_living=f"sasaran: [{{id: s, {row}}}]\n")


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ("indikator: Cakupan air minum, satuan: persen, baseline: {nilai: 40}, target: {2027: 40, 2030: 40}", True),
        ("indikator: Cakupan air minum, satuan: persen, baseline: {nilai: 40}, target: {2030: 40}", True),
        ("indikator: Cakupan air minum, satuan: persen, baseline: {nilai: 0}, target: {2030: 0}", True),
        ("indikator: Cakupan air minum, satuan: persen, baseline: {nilai: 40}, target: {2027: 40, 2030: 41}", False),
        ("indikator: Cakupan air minum, satuan: persen, baseline: {nilai: 100}, target: {2030: 100}", False),
        ("indikator: Cakupan air minum, satuan: persen, target: {2027: 40, 2030: 40}", False),
        ("indikator: Cakupan air minum, satuan: persen, baseline: {nilai: 40}", False),
        ("indikator: Kematian ibu, satuan: kasus, baseline: {nilai: 0}, target: {2030: 0}", False),
        ("sasaran: Mempertahankan tutupan hutan, baseline: {nilai: 37}, target: {2030: 37}", False),
        ("indikator: Opini BPK (5 = WTP), baseline: {nilai: 5}, target: {2030: 5}", False),
        ("indikator: Pedoman yang disusun, satuan: dokumen, baseline: {nilai: 1}, target: {2030: 1}", False),
        ("indikator: Hasil pemeriksaan, satuan: opini, baseline: {nilai: 1}, target: {2030: 1}", False),
        ("sasaran: Terjaganya daerah rekaan, baseline: {nilai: 4}, target: {2030: 4}", False),
    ],
)
def test_targets_that_stand_still(row: str, told: bool, tmp_path: Path) -> None:
    assert bool(found(sasaran(tmp_path, row), "ARH007")) == told


@pytest.mark.parametrize(("year", "told"), [(2024, False), (2026, False), (2027, True), ("", False)])
def test_a_baseline_is_not_later_than_the_start_of_the_plan(year: object, told: bool, tmp_path: Path) -> None:
    findings = found(sasaran(tmp_path, f"baseline: {{nilai: 1, tahun: {year}}}"), "ARH008")
    assert [finding.message for finding in findings] == (
        ['baseline "s" tahun 2027, sesudah awal rencana 2026'] if told else []
    )
    assert all(finding.related[0].span.file == "rencana.yaml" for finding in findings)


def test_a_plan_without_a_period_says_nothing_of_the_year_of_a_baseline(tmp_path: Path) -> None:
    living = "sasaran: [{id: s, baseline: {nilai: 1, tahun: 2050}}]\n"
    assert not found(check(tmp_path, "skema: 1\n", smart_living=living), "ARH008")


@pytest.mark.parametrize(
    ("row", "paths"),
    [
        ("indikator: Cakupan air minum, satuan: persen, target: {2027: 85, 2030: 950}", ["target.2030"]),
        ("indikator: Jalan mantap, satuan: '%', baseline: {nilai: 682}, target: {2030: 82}", ["baseline.nilai"]),
        ("indikator: Cakupan air minum, satuan: persen, target: {2030: 100}", []),
        ("indikator: Panjang jalan, satuan: km, target: {2030: 850}", []),
        ("indikator: Angka partisipasi kasar SD, satuan: persen, target: {2030: 104}", []),
        ("indikator: Realisasi PAD terhadap target, satuan: persen, target: {2030: 110}", []),
        ("indikator: Pertumbuhan investasi, satuan: persen, target: {2030: 150}", []),
        ("indikator: Nilai tukar petani, satuan: persen, target: {2030: 108}", []),
        ("indikator: Ketersediaan energi per kapita, satuan: persen, target: {2030: 120}", []),
        ("indikator: Kunjungan dibanding tahun lalu, satuan: persen, target: {2030: 120}", []),
        ("indikator: Penghasilan, satuan: persen dari UMK, target: {2030: 120}", []),
        ("satuan: persen, target: {2030: 120}", ["target.2030"]),
        ("indikator: Cakupan air minum, satuan: persen, baseline: {nilai: -4}, target: {2030: 0}", ["baseline.nilai"]),
        ("indikator: Cakupan air minum, satuan: persen, target: {2027: -85, 2030: 90}", ["target.2027"]),
        ("indikator: Pertumbuhan ekonomi, satuan: persen, baseline: {nilai: -2.1}, target: {2030: 4}", []),
        ("indikator: Laju inflasi, satuan: persen, target: {2030: -0.2}", []),
    ],
)
def test_percent_over_a_hundred(row: str, paths: list[str], tmp_path: Path) -> None:
    findings = found(sasaran(tmp_path, row), "ARH009")
    assert [finding.path for finding in findings] == [f"dimensi.smart_living.sasaran[s].{path}" for path in paths]


@pytest.mark.parametrize(
    ("indicator", "unit", "told"),
    [
        ("Persentase desa terlayani", "dokumen", True),
        ("Prosentase OPD yang memakai SPBE", "OPD", True),
        ("Jumlah aplikasi terintegrasi", "persen", True),
        ("Jumlah wisatawan", "%", True),
        ("Indeks SPBE", "persen", True),
        ("Nilai SAKIP", "persen", True),
        ("Opini BPK", "persen", True),
        ("Presentase desa terlayani", "desa", True),
        ("Persentase desa terlayani", "persen", False),
        ("Persentase/jumlah OPD", "OPD", False),
        ("Persentase bayi tertolong", "per seratus", False),
        ("Jumlah desa mandiri dibagi jumlah desa dikali 100", "%", False),
        ("Persentase desa terlayani", "% (persen)", False),
        ("Persentase desa terlayani", "Persen/tahun", False),
        ("Persentase dan jumlah desa terlayani", "desa", False),
        ("Jumlah desa terlayani", "desa", False),
        ("Jumlah desa terlayani dari jumlah seluruh desa", "persen", False),
        ("Jumlah peningkatan kunjungan", "persen", False),
        ("Jumlah penduduk miskin terhadap total penduduk", "persen", False),
        ("Indeks harga konsumen", "persen", False),
        ("Indeks kualitas air", "poin", False),
        ("Nilai investasi", "miliar rupiah", False),
        ("Nilai capaian kinerja", "persen", False),
        ("Tingkat kemiskinan", "persen", False),
        ("Cakupan layanan", "jiwa", False),
        ("Waktu tunggu pasien", "persen", True),
        ("Rata-rata lama pengurusan izin", "%", True),
        ("Waktu tunggu pasien", "menit", False),
        ("Lama layanan yang sesuai baku (persentase)", "persen", False),
        ("Rata-rata Lama Sekolah", "tahun", False),
        ("Indeks literasi keuangan", "%", False),
        ("Indeks Elektronifikasi Transaksi Pemerintah Daerah (ETPD)", "persen", False),
        ("Indeks Kepuasan Masyarakat", "persen", True),
    ],
)
def test_a_unit_fits_its_indicator(indicator: str, unit: str, told: bool, tmp_path: Path) -> None:
    assert bool(found(sasaran(tmp_path, f"indikator: {indicator}, satuan: '{unit}'"), "ARH010")) == told


def test_a_share_in_another_unit_can_be_mended(tmp_path: Path) -> None:
    checked = sasaran(tmp_path, "indikator: Persentase desa terlayani, satuan: dokumen")
    (finding,) = found(checked, "ARH010")
    assert [edit.new_text for edit in finding.edits] == ["persen"] and finding.unsafe
    assert finding.edits[0].span == finding.span
    assert finding.hint == "tulis satuan persen, atau perbaiki kalimat indikatornya"


@pytest.mark.parametrize(
    ("row", "message"),
    [
        (
            "indikator: Cakupan air, satuan: persen, target: {2026: 50, 2028: 90, 2030: 70.5}",
            'target "Cakupan air" naik sampai 90 (2028), lalu turun menjadi 70,5 (2030)',
        ),
        (
            "indikator: Stunting, satuan: persen, baseline: {nilai: 20, tahun: 2024}, target: {2026: 15, 2030: 18}",
            'target "Stunting" turun sampai 15 (2026), lalu naik menjadi 18 (2030)',
        ),
        (
            "indikator: Cakupan air, satuan: persen, baseline: {nilai: 60, tahun: 2024}, target: {2026: 50, 2030: 90}",
            'target "Cakupan air" turun sampai 50 (2026), lalu naik menjadi 90 (2030)',
        ),
        ("indikator: Cakupan air, satuan: persen, target: {2026: 50, 2028: 50, 2030: 70}", None),
        ("indikator: Stunting, satuan: persen, target: {2030: 10, 2026: 15, 2028: 12}", None),
        ("indikator: Cakupan air, satuan: persen, target: {2026: 50}", None),
        ("indikator: Inflasi, satuan: persen, target: {2026: 3, 2028: 2.5, 2030: 2.7}", None),
        ("indikator: Jumlah peraturan yang disusun, target: {2026: 3, 2028: 5, 2030: 1}", None),
        ("indikator: Jumlah kader yang dilatih, satuan: orang, target: {2026: 3, 2028: 5, 2030: 1}", None),
        (
            "indikator: Jumlah aparatur yang mengikuti bimtek, target: {2026: 30, 2028: 50, 2030: 10}",
            None,
        ),
        ("indikator: Jumlah UMKM yang difasilitasi, satuan: UMKM, target: {2026: 30, 2028: 50, 2030: 10}", None),
        (
            "indikator: Jumlah desa digital, satuan: desa, target: {2026: 30, 2028: 50, 2030: 10}",
            'target "Jumlah desa digital" naik sampai 50 (2028), lalu turun menjadi 10 (2030)',
        ),
        ("indikator: Pasar ikan, satuan: kegiatan, target: {2026: 3, 2028: 5, 2030: 1}", None),
        ("indikator: Panjang serat optik yang terpasang, satuan: km, target: {2026: 3, 2028: 5, 2030: 1}", None),
        ("indikator: Persentase penanganan sampah, satuan: persen, target: {2026: 70, 2028: 72, 2030: 60}", None),
        (
            "indikator: Persentase capaian target investasi, satuan: persen, target: {2026: 105, 2028: 110, 2030: 102}",
            None,
        ),
        (
            "indikator: Waktu tunggu pasien, satuan: menit, baseline: {nilai: 94, tahun: 2024}, target: {2030: 225}",
            'target "Waktu tunggu pasien" naik dari 94 (2024) menjadi 225 (2030), padahal makin kecil makin baik',
        ),
        (
            "indikator: Persentase penduduk miskin, satuan: persen, target: {2026: 9, 2030: 9.5}",
            'target "Persentase penduduk miskin" naik dari 9 (2026) menjadi 9,5 (2030), padahal makin kecil makin baik',
        ),
        ("indikator: Prevalensi stunting, satuan: persen, target: {2026: 18, 2030: 14}", None),
        ("indikator: Penurunan angka stunting, satuan: persen, target: {2026: 1, 2030: 4}", None),
        ("indikator: Penduduk miskin yang menerima bantuan, satuan: persen, target: {2026: 40, 2030: 90}", None),
        ("indikator: Jumlah rumah tidak layak huni yang diperbaiki, satuan: unit, target: {2026: 10, 2030: 90}", None),
        ("indikator: Desa tertinggal yang terlayani, satuan: desa, target: {2026: 10, 2030: 90}", None),
    ],
)
def test_targets_go_one_way(row: str, message: str | None, tmp_path: Path) -> None:
    findings = found(sasaran(tmp_path, row), "ARH011")
    assert [finding.message for finding in findings] == ([message] if message else [])


VISI = "Terwujudnya Tirta yang Mandiri, Sejahtera, dan Berdaya Saing menuju Kota Cerdas"


@pytest.mark.parametrize(
    ("word", "told"),
    [
        ("Lestari", True),
        ("Aman dan nyaman", True),
        ("Mandiri", False),
        ("Kemandirian", False),
        ("Kesejahteraan warga", False),
        ("Daya saing", False),
        ("Smart City", False),
        ("sejahtera lahir batin", False),
        ("", False),
    ],
)
def test_a_keyword_comes_from_the_vision(word: str, told: bool, tmp_path: Path) -> None:
    text = f"visi: {{smart_city: '{VISI}', kata_kunci: [{{kata: {word}}}]}}\n"
    assert bool(found(check(tmp_path, text), "ARH013")) == told


@pytest.mark.parametrize(
    "text",
    [
        "visi: {smart_city: '', kata_kunci: [{kata: Lestari}]}\n",
        "visi: {smart_city: Tirta maju, rpjpd: {visi: Tirta Lestari}, kata_kunci: [{kata: Lestari}]}\n",
        "visi: {smart_city: Tirta maju, kata_kunci: [{kata: Lestari}]}\nrpjmd: {visi: Tirta yang lestari}\n",
        "visi: {smart_city: Tirta Berkah, kata_kunci: [{kata: Bersih}, {kata: Kreatif}, {kata: Hijau}]}\n",
        "visi: {smart_city: Tirta Menuju BERSERI, kata_kunci: [{kata: Sehat}]}\n",
        "visi: {smart_city: Tirta Bersemi, penjelasan: Bersemi adalah akronim., kata_kunci: [{kata: Sehat}]}\n",
    ],
)
def test_a_keyword_may_come_from_a_vision_above_or_spell_out_a_short_word(text: str, tmp_path: Path) -> None:
    assert not found(check(tmp_path, text), "ARH013")


def test_keywords_that_spell_no_word_of_the_vision_are_told(tmp_path: Path) -> None:
    text = "visi: {smart_city: Tirta Berkah, kata_kunci: [{kata: Hijau}, {kata: Kreatif}, {kata: Aman}]}\n"
    assert len(found(check(tmp_path, text), "ARH013")) == 3


@pytest.mark.parametrize(
    ("plan", "rpjmd", "told"),
    [
        ("2026, akhir: 2035", "2016, akhir: 2021", True),
        ("2026, akhir: 2035", "2021, akhir: 2025", True),
        ("2024, akhir: 2028", "2030, akhir: 2034", True),
        ("2026, akhir: 2035", "2021, akhir: 2026", False),
        ("2026, akhir: 2035", "2025, akhir: 2029", False),
        ("2026, akhir: 2035", "2021", False),
        ("2026, akhir: 2035", "2021, akhir: 2016", False),
        ("2026, akhir: 2016", "2017, akhir: 2021", False),
    ],
)
def test_the_period_of_the_plan_meets_that_of_the_rpjmd(plan: str, rpjmd: str, told: bool, tmp_path: Path) -> None:
    text = f"periode: {{awal: {plan}}}\nrpjmd: {{jenis: rpd, periode: {{awal: {rpjmd}}}}}\n"
    findings = found(check(tmp_path, text), "ARH014")
    assert bool(findings) == told
    assert all(finding.message.startswith("periode RPD ") and finding.related for finding in findings)


def test_a_period_that_runs_backwards_is_told_once(tmp_path: Path) -> None:
    text = "periode: {awal: 2035, akhir: 2026}\npeta_jalan: {periode: [{id: jangka_pendek, awal: 2026, akhir: 2030}]}\n"
    living = (
        "sasaran: [{id: s, target: {2026: 1}}]\nprogram: [{id: p, mulai: 2026, selesai: 2027, anggaran: {2026: 5}}]\n"
    )
    codes = [finding.code for finding in check(tmp_path, text, smart_living=living).findings]
    assert "ARH012" in codes
    assert not {"ARH006", "AKS002", "ANG006", "PET001"} & set(codes)


def test_a_misspelt_dimension_of_a_misi_is_told_once(tmp_path: Path) -> None:
    names = "smart_governance, smart_branding, smart_economy, smart_living, smart_society"
    text = f"misi: [{{id: a, misi: A, dimensi: [{names}, %s]}}]\n"
    assert not found(check(tmp_path, text % "Smart Environment"), "ARH002")
    assert not found(check(tmp_path, text % "smart_enviroment"), "ARH002")
    assert len(found(check(tmp_path, text % "smart_living"), "ARH002")) == 1


@pytest.mark.parametrize(
    ("row", "codes"),
    [
        (
            "indikator: Opini BPK, satuan: opini, baseline: {nilai: WDP}, target: {2026: WTP, 2030: WTP}",
            [],
        ),
        (
            "indikator: Opini BPK, satuan: opini, baseline: {nilai: WTP}, target: {2026: WTP, 2030: WTP}",
            [],
        ),
        ("indikator: Predikat SAKIP, satuan: predikat, baseline: {nilai: B}, target: {2030: BB}", []),
        (
            "indikator: Predikat SPBE, satuan: '-', baseline: {nilai: Cukup}, target: {2030: Sangat Baik}",
            [],
        ),
        ("indikator: Nilai SAKIP, satuan: poin, baseline: {nilai: 62}, target: {2026: 65, 2030: BB}", []),
        (
            "indikator: Status KLA, satuan: kategori, baseline: {nilai: Madya}, target: {2030: Madya}",
            ["ARH007"],
        ),
        (
            "indikator: Cakupan air, satuan: persen, baseline: {nilai: 40}, target: {2030: Tinggi}",
            ["ARH010"],
        ),
        (
            "indikator: Waktu tunggu, satuan: menit, baseline: {nilai: Lama}, target: {2030: 20}",
            ["ARH010"],
        ),
        ("indikator: Terbukanya dua taman, satuan: taman, target: {2030: Baik}", ["ARH010"]),
        (
            "indikator: Cakupan air, satuan: persen, baseline: {nilai: belum ada}",
            ["STR001", "STR009"],
        ),
        ("indikator: Cakupan air, satuan: persen, target: {2030: sembilan puluh}", ["STR001", "STR009"]),
        ("indikator: Opini BPK, satuan: opini, target: {2030: meningkat}", ["STR001", "STR009"]),
        ("indikator: Cakupan air, satuan: persen, target: {2030: 9O}", ["STR001", "STR009"]),
    ],
)
def test_grades_stand_where_grades_are_measured(row: str, codes: list[str], tmp_path: Path) -> None:
    told = {finding.code for finding in sasaran(tmp_path, f"dasar: RPJMD, {row}").findings}
    watched = ("STR", "ARH007", "ARH009", "ARH010", "ARH011", "LAK", "ANL010")
    assert sorted(code for code in told if code.startswith(watched)) == codes


def test_where_only_numbers_stand_a_grade_is_told_where_it_belongs(tmp_path: Path) -> None:
    living = "gap_indikator: [{indikator: Opini BPK, eksisting: WDP, target: WTP}]\n"
    findings = found(check(tmp_path, PERIOD, smart_living=living), "STR001")
    assert len(findings) == 2 and all("baseline dan target sasaran" in (finding.hint or "") for finding in findings)
