"""Structure findings (family STR): what each code means, and which kind of reading trouble it stands for."""

from __future__ import annotations

from smartplan.source.codes import CodeText

__all__ = ["CODES", "CODE_OF", "CodeText"]


CODES: dict[str, CodeText] = {
    "STR001": CodeText(
        "isian-salah-jenis",
        "Isian tidak dapat dibaca sebagai jenis yang diminta (angka, tanggal, tahun, daftar, dan seterusnya).",
        "Perbaiki sesuai contoh pada pesan.",
    ),
    "STR002": CodeText(
        "kunci-tidak-dikenal",
        "Kunci ini tidak dikenal pada bagian tempat ia ditulis, sehingga isinya tidak diperiksa dan tidak dicetak.",
        "Perbaiki ejaannya, pindahkan ke bagian yang benar, atau hapus.",
    ),
    "STR003": CodeText(
        "angka-bermakna-ganda",
        "Angka dapat dibaca dengan dua cara: `1.500` dapat berarti seribu lima ratus atau satu koma lima.",
        "Tulis tanpa pemisah ribuan (1500), atau dengan dua angka di belakang titik (1.50).",
    ),
    "STR004": CodeText(
        "bentuk-tidak-baku",
        "Isian dipahami, tetapi tidak ditulis dalam bentuk baku. Bentuk baku menjaga berkas tetap mudah diolah.",
        "Tulis angka tanpa pemisah ribuan dan dengan titik desimal, tanggal seperti 2023-02-28, ya atau tidak; "
        "`smartplan validate --fix` menuliskannya.",
    ),
    "STR005": CodeText(
        "id-tidak-baku",
        "Id dipakai sebagai rujukan dan jalur data, maka hanya berisi huruf kecil, angka, dan tanda hubung.",
        "Tulis id dengan huruf kecil, angka, dan tanda hubung, lalu sesuaikan rujukan kepadanya.",
    ),
    "STR006": CodeText(
        "id-kosong",
        "Butir tanpa id tetap dipakai, tetapi tidak dapat dirujuk dari bagian lain dan tidak dapat dilacak antarversi.",
        "Tambahkan `id:` pendek pada butir itu; `smartplan validate --fix` menuliskannya dari nama butir.",
    ),
    "STR007": CodeText(
        "id-ganda",
        "Dua butir sejenis memakai id yang sama, sehingga rujukan kepadanya tidak pasti.",
        "Ganti salah satunya, lalu sesuaikan rujukan kepadanya.",
    ),
    "STR008": CodeText(
        "pilihan-tidak-dikenal",
        "Isian ini harus salah satu dari pilihan yang disediakan; nilai lain tidak dapat dihitung dan tidak dicetak.",
        "Pilih salah satu yang disebut pada saran.",
    ),
    "STR009": CodeText(
        "butir-dikesampingkan",
        "Satu butir daftar tidak dapat dibaca sehingga tidak ikut diperiksa dan dicetak; butir lain tetap dikerjakan.",
        "Perbaiki isian yang disebut, maka butir itu kembali ikut.",
    ),
    "STR010": CodeText(
        "berkas-asing",
        "Berkas di map rencana menyerupai berkas rencana tetapi tidak dibaca: akhiran .yml, salinan seperti "
        "`rencana (1).yaml`, atau berkas sementara.",
        "Ganti namanya atau pindahkan.",
    ),
    "STR011": CodeText(
        "kunci-di-dua-berkas",
        "Kunci yang sama ditulis di dua berkas, padahal satu fakta hanya punya satu tempat; yang kedua tidak dipakai.",
        "Gabungkan ke salah satu berkas.",
    ),
    "STR012": CodeText(
        "berkas-tanpa-isi",
        "Berkas rencana kosong atau hanya berisi komentar, sehingga tidak ada yang diperiksa.",
        "Isi berkas itu, atau hapus bila memang tidak dipakai.",
    ),
    "STR013": CodeText(
        "skema-tidak-dikenal",
        "Nomor skema berkas bukan nomor yang dikenal versi program ini, maka isinya mungkin dibaca keliru.",
        "Perbarui smartplan, atau tulis `skema: 1`.",
    ),
}

CODE_OF: dict[str, str] = {
    "bukan_kumpulan": "STR001",
    "bukan_daftar": "STR001",
    "bukan_nilai": "STR001",
    "bukan_angka": "STR001",
    "bukan_bulat": "STR001",
    "bukan_rupiah": "STR001",
    "bukan_tahun": "STR001",
    "bukan_tanggal": "STR001",
    "bukan_ya_tidak": "STR001",
    "angka_ganda": "STR003",
    "pilihan": "STR008",
}
"""Kind of a reading fault -> code."""
