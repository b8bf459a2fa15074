"""Findings about the text itself (family YML): what each code means and what to do."""

from __future__ import annotations

from typing import NamedTuple

__all__ = ["CODES", "CodeText"]


class CodeText(NamedTuple):
    """``title`` names what is wrong; ``why`` says in a sentence or two what it means, ``mend`` what to do."""

    title: str
    why: str
    mend: str


CODES: dict[str, CodeText] = {
    "YML001": CodeText(
        "bukan-berkas-yaml",
        "Isi berkas bukan teks YAML, melainkan dokumen Word, Excel, PDF, halaman web, gambar, atau arsip, "
        "walaupun nama berkasnya berakhiran .yaml.",
        "Simpan isinya sebagai teks, atau keluarkan berkas itu dari map rencana.",
    ),
    "YML002": CodeText(
        "pengodean-bukan-utf-8",
        "Berkas rencana disimpan dengan pengodean UTF-8 agar huruf dan tanda bacanya sama di semua komputer.",
        "Simpan ulang berkas dari editor dengan pilihan UTF-8.",
    ),
    "YML003": CodeText(
        "karakter-terlarang",
        "Berkas memuat karakter yang tidak dapat dicetak: karakter kendali, atau simbol milik jenis huruf "
        "tertentu (private use), biasanya butir atau panah yang tersalin dari Word.",
        "Hapus atau ganti dengan tanda biasa.",
    ),
    "YML004": CodeText(
        "tab-untuk-menjorok",
        "YAML hanya mengenal spasi untuk menjorokkan baris, karena lebar tab berbeda di tiap editor.",
        "Ganti tab dengan spasi, dua spasi untuk tiap tingkat.",
    ),
    "YML005": CodeText(
        "berkas-terlalu-besar",
        "Berkas rencana dibatasi 32 MB. Rencana yang sangat lengkap pun jauh di bawah batas itu; biasanya yang "
        "besar adalah berkas lain yang salah tempat.",
        "Keluarkan berkas itu dari map rencana, atau bagi isinya ke beberapa berkas.",
    ),
    "YML006": CodeText(
        "bertingkat-terlalu-dalam",
        "Isian bertingkat lebih dari 40. Bentuk rencana tidak pernah sedalam itu; biasanya ada kurung yang tidak "
        "ditutup.",
        "Tutup kurung yang belum ditutup, lalu periksa kembali.",
    ),
    "YML007": CodeText(
        "isian-terlalu-banyak",
        "Satu berkas dibatasi 500.000 isian agar pemeriksaan tetap cepat.",
        "Bagi isinya ke beberapa berkas.",
    ),
    "YML008": CodeText(
        "kunci-ganda",
        "Kunci yang sama ditulis dua kali pada bagian yang sama. Hanya yang pertama dipakai, sehingga isi yang "
        "kedua hilang.",
        "Gabungkan keduanya, atau ganti nama salah satunya.",
    ),
    "YML009": CodeText(
        "jangkar-atau-rujukan",
        "Tanda & dan * di awal nilai berarti jangkar dan rujukan YAML, yang tidak dipakai dalam rencana karena "
        "membuat isi sulit ditelusuri.",
        "Jika tanda itu bagian dari teks, beri tanda kutip; jika dimaksudkan sebagai rujukan, tulis isinya.",
    ),
    "YML010": CodeText(
        "penggabungan-kunci",
        "Kunci << menyalin isi bagian lain dan tidak dipakai dalam rencana.",
        "Tulis isinya di tempat itu.",
    ),
    "YML011": CodeText(
        "tanda-seru-di-awal",
        "Tanda ! di awal nilai berarti jenis data khusus YAML, yang tidak dipakai dalam rencana.",
        "Jika tanda seru itu bagian dari teks, beri tanda kutip.",
    ),
    "YML012": CodeText(
        "dokumen-kedua",
        "Baris --- memulai dokumen kedua di berkas yang sama; hanya satu yang boleh ada.",
        "Hapus baris itu, atau pindahkan isi sesudahnya ke berkas lain.",
    ),
    "YML013": CodeText(
        "kunci-bukan-teks",
        "Kunci dipakai sebagai nama isian dan jalur data, maka harus berupa satu teks, bukan daftar atau kumpulan"
        " isian.",
        "Tulis satu kata sebagai kunci, lalu titik dua.",
    ),
    "YML014": CodeText(
        "baris-arahan",
        "Baris yang diawali % di awal berkas adalah arahan untuk pembaca YAML dan tidak dipakai dalam rencana.",
        "Hapus baris itu.",
    ),
    "YML020": CodeText(
        "yaml-tidak-terbaca",
        "Susunan berkas tidak dapat dibaca sebagai YAML di tempat yang ditunjuk, sehingga isi berkas belum diperiksa.",
        "Perbaiki tempat yang ditunjuk dahulu, lalu periksa kembali.",
    ),
    "YML021": CodeText(
        "kutip-tidak-ditutup",
        "Teks dibuka dengan tanda kutip tetapi tidak ditutup, atau ditutup di tempat yang salah, sehingga "
        "baris-baris sesudahnya ikut terbaca sebagai teks.",
        "Tutup tanda kutipnya di akhir teks.",
    ),
    "YML022": CodeText(
        "titik-dua-di-dalam-teks",
        "Titik dua yang diikuti spasi memisahkan kunci dan nilai.",
        "Jika titik dua itu bagian dari teks, beri tanda kutip pada seluruh teks.",
    ),
    "YML023": CodeText(
        "kurang-spasi-sesudah-titik-dua",
        "Tanpa spasi sesudah titik dua, kunci dan nilai terbaca sebagai satu teks.",
        "Beri spasi sesudah titik dua: `nama: Buleleng`, bukan `nama:Buleleng`.",
    ),
    "YML024": CodeText(
        "jorokan-tidak-sejajar",
        "Baris-baris satu bagian harus menjorok sama banyak.",
        "Sejajarkan dengan baris lain dari bagian yang sama.",
    ),
    "YML025": CodeText(
        "kurung-tidak-cocok",
        "Kurung siku atau kurung kurawal tidak ditutup, ditutup tanpa dibuka, atau isinya kurang koma.",
        "Tutup tiap kurung yang dibuka, dan beri koma di antara isinya.",
    ),
    "YML026": CodeText(
        "awal-nilai-terlarang",
        "Nilai tidak boleh diawali @, `, %, atau tanda lain yang berarti khusus dalam YAML.",
        "Beri tanda kutip.",
    ),
    "YML027": CodeText(
        "daftar-bercampur",
        "Butir daftar (diawali tanda hubung) dan kunci tidak dapat bercampur pada tingkat yang sama.",
        "Jadikan semuanya butir daftar, atau semuanya kunci; geser ke dalam yang menjadi isi baris di atasnya.",
    ),
    "YML028": CodeText(
        "kunci-tanpa-titik-dua",
        "Baris ini berdiri seperti kunci, tetapi tidak ada titik dua sesudahnya.",
        "Beri titik dua sesudah kuncinya, atau gabungkan baris ini dengan teks di atasnya.",
    ),
    "YML029": CodeText(
        "garis-miring-terbalik",
        "Di dalam kutip ganda, garis miring terbalik memulai kode khusus.",
        "Pakai kutip tunggal untuk teks seperti alamat berkas.",
    ),
    "YML030": CodeText(
        "sisa-perselisihan-git",
        "Berkas masih memuat penanda perselisihan git (<<<<<<<, =======, >>>>>>>).",
        "Pilih isi yang benar dan hapus penandanya.",
    ),
    "YML031": CodeText(
        "kepala-teks-panjang",
        "Tanda | atau > di awal nilai memulai teks beberapa baris, dan harus sendirian di akhir baris.",
        "Pindahkan teksnya ke baris berikutnya, menjorok ke dalam.",
    ),
    "YML032": CodeText(
        "teks-sesudah-penutup",
        "Sesudah tanda kutip atau kurung penutup tidak boleh ada teks lagi.",
        "Beri tanda kutip pada seluruh nilai.",
    ),
    "YML033": CodeText(
        "pemisah-baris-tak-terlihat",
        "Teks yang disalin dari Word atau PDF kadang memuat pemisah baris yang tidak terlihat (U+2028, U+2029, "
        "U+0085). Di luar tanda kutip, pembaca YAML menganggapnya baris baru.",
        "Hapus, atau ganti dengan spasi.",
    ),
}
