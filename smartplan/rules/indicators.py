"""What an indicator's own words say of its unit and its values. Patterns are compiled at their first use."""

from __future__ import annotations

import re
from typing import Final

__all__ = ["PERCENT", "fitting", "has_grades", "is_percent", "may_exceed_hundred", "may_vary", "wants_less"]

PERCENT: Final = "persen"

_FLAGS: Final = re.IGNORECASE | re.DOTALL
_PERCENT: Final = r"%|persen|prosen|presen|seratus|per ?mil|‰"
_OVER: Final = (
    r"pertumbuhan|kenaikan|peningkatan|pertambahan|penambahan|perubahan|laju|inflasi|rasio|realisasi|capaian|pencapaian"
    r"|efektivitas|partisipasi kasar|\bAPK\b|ketersediaan|kecukupan|densitas|penetrasi|nilai tukar|\bNTP\b|\bNTN\b|indeks"
    r"|terhadap|dibanding|kinerja|produktivitas|bertambah|meningkat|pemenuhan|swasembada|berlangganan|pelanggan seluler"
)
"""What may be over one hundred percent: growth, ratios, what is measured against a plan."""
_VARIES: Final = (
    r"inflasi|laju|pertumbuhan|peningkatan|kenaikan|penurunan|pertambahan|penambahan|rasio|anggaran|belanja|nilai tukar"
    r"|\b(?:di|ter)(?:bangun|latih|susun|terbit|pasang|selenggara|laksana|bentuk|tetap|beli|ada|sedia|salur|revisi|rehab)\w*"
    r"|\b(?:pembangunan|pelatihan|penyusunan|pemasangan|penyelenggaraan|pelaksanaan|pengadaan|kegiatan|sosialisasi)\b"
    r"|per tahun|setiap tahun|tahunan|\bbaru\b|aduan\b|produk hukum|serapan|penyerapan|\b(?:capaian|realisasi)\b.*\b(?:target|rencana)\b"
    r"|penanganan sampah|sampah (?:yang )?(?:di|ter)tangani"
    r"|\A\s*(?:jumlah|banyaknya|panjang|luas|volume|nilai)\b.*\b(?:di(?!gital)[a-z]{4,}|mengikuti|peserta|penerima|perda|perbup)\b"
)
"""Work of one year, a rate, or what falls while something better rises: more in one year, less in the next."""
_YEARLY_UNITS: Final = (
    r"dokumen|paket|kegiatan|laporan|peraturan|regulasi|per tahun|setahun|/ ?tahun|kali|rupiah|\brp\b|even|acara"
)
_SHARE: Final = r"\s*p(?:er|ro|re)sentase\b(?!\s*/| (?:dan|atau)\b)"
_COUNT: Final = (
    r"\s*(?:jumlah|banyaknya)\b"
    r"(?!.*(?:persen|prosen|presen|%|proporsi|rasio|pertumbuhan|kenaikan|peningkatan|penurunan|pertambahan|terhadap|dibanding"
    r"|dibagi|dikali|rata-rata|perbandingan|dari (?:total|seluruh)|\bjumlah\b))"
)
_INDEX: Final = (
    r"\s*(?:indeks\b(?!.*(?:pertumbuhan|kenaikan|peningkatan|harga|capaian|persen|literasi|inklusi|elektronifikasi|\betpd))"
    r"|nilai (?:sakip|akip|lakip|lkjip|spbe|ikm|skm|lppd|lke|spip|indeks|reformasi birokrasi|survei kepuasan|evaluasi)\b)"
)
_TIME: Final = r"\s*(?:rata-rata |median )?(?:waktu|lama|durasi)\b(?!.*(?:persen|prosen|proporsi|penurunan|peningkatan|kesesuaian|ketepatan))"
_LESS: Final = (
    r"\s*(?:tingkat |angka |jumlah |persentase |persen |prevalensi |proporsi |luas |rata-rata |indeks |median )*"
    r"(?:kemiskinan|penduduk miskin|keluarga miskin|pengangguran|stunting|balita (?:stunting|gizi buruk)|kematian|kesakitan"
    r"|putus sekolah|anak (?:tidak|putus) sekolah|buta aksara|gini|ketimpangan|waktu tunggu|waktu tanggap|kawasan kumuh"
    r"|permukiman kumuh|rumah tidak layak|blank ?spot|(?:desa|kampung|dusun) (?:blank ?spot|tanpa sinyal|tertinggal)"
    r"|risiko bencana|kriminalitas|kejahatan|kecelakaan|genangan|lahan kritis|kebakaran|kehilangan air)\b"
    r"(?!.*(?:penurunan|pengurangan|turun|penanganan|kembali|penyelesaian|bebas"
    r"|\b(?!terbuka|melahirkan)(?:di|ter|mem|men|me|ber|ke luar|keluar )[a-z]{3,}))"
)
"""What everybody wants less of, when it is not what was done about it."""
_GRADES: Final = (
    r"predikat|opini|kategori|status|peringkat|grade|huruf|\bnilai\b|level|klasifikasi|\bkelas\b|\btingkat|zona|warna|indeks"
    r"|\bsakip\b|\bakip\b|maturitas|akreditasi"
)
_RANK: Final = r"\s*(?:opini|predikat|peringkat|kategori)\b"


def is_percent(unit: str | None) -> bool:
    """Whether the unit is percent, and nothing beside it."""
    return re.sub(r"[\s().]+", "", (unit or "").lower()) in ("%", "persen", "persentase", "persen%", "%persen")


def may_exceed_hundred(indicator: str) -> bool:
    """Whether more than one hundred percent can be meant."""
    return re.search(_OVER, indicator, _FLAGS) is not None


def may_vary(indicator: str, unit: str | None) -> bool:
    """Whether its targets need not go one way: a rate, or the work of each year."""
    return re.search(_VARIES, indicator, _FLAGS) is not None or (
        unit is not None and re.search(_YEARLY_UNITS, unit, _FLAGS) is not None
    )


def has_grades(indicator: str, unit: str) -> bool:
    """Whether its values may be grades in words: ``WTP``, ``BB``, ``Sangat Baik``."""
    if is_percent(unit):
        return False
    return re.search(_GRADES, f"{unit} {indicator}", _FLAGS) is not None or not any(sign.isalnum() for sign in unit)


def wants_less(indicator: str) -> bool:
    """Whether less of what the indicator counts is surely better: poverty, deaths, waiting."""
    return re.match(_LESS, indicator, _FLAGS) is not None


def fitting(indicator: str, unit: str) -> str | None:
    """The unit, or what is to be its unit, when the one that is written cannot be that of the indicator."""
    if re.search(_PERCENT, unit, _FLAGS) is None:
        return PERCENT if re.match(_SHARE, indicator, _FLAGS) else None
    if not is_percent(unit):
        return None
    if re.match(_COUNT, indicator, _FLAGS):
        return "dari apa yang dihitung, misalnya unit"
    if re.match(_TIME, indicator, _FLAGS):
        return "waktunya, misalnya menit atau hari"
    if re.match(_INDEX, indicator, _FLAGS):
        return "poin"
    if re.match(_RANK, indicator, _FLAGS):
        return "predikat"
    return None
