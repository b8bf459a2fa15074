"""What templates may call. Names are Indonesian, because a regency changes templates without knowing Python.

A template also sees ``rencana``, ``edisi``, ``dokumen``, ``bab``, ``istilah``, ``daerah`` and ``nama_pendek`` (the
region without "Kabupaten"), ``dimensi`` and ``tahun_rencana``. Each module gives its functions in ``FUNCTIONS``:

- ``boxes``: prosa, ringkas, kalimat, belum, belum_diisi, kotak, angka_kunci, besar, gambar, rujuk, catatan_kaki,
  tanda_tangan, baris_surat, daftar_isi, daftar_tabel, daftar_gambar, halaman_baru
- ``table``: tabel (with baris, kelompok, total), kolom, sel
- ``columns``: no functions; what an edition adds to tables, changes and hides (``kolom(..., id=...)`` names a column)
- ``lookup``: nama, singkatan, butir (what a reference points to), semua, program_periode, tingkat_gabungan (of a risk)
- ``choose``: saring, urut, sebut, angka_dipakai
- ``sums``: jumlah, anggaran, anggaran_tahun, rata
- ``groups``: kelompokkan, deret and what a road map counts
- ``law``: the legal basis in the official order
- ``words``: banyak, bagian, angka_kata, tanpa_titik, rentang; filters rupiah, rupiah_singkat, angka, persen, tanggal,
  terbilang, romawi, kapital, judul_besar; tests ada, kosong, nihil
- ``charts.charts``: bagan_batang, bagan_kolom, bagan_tumpuk, bagan_peta_jalan, bagan_alur, bagan_matriks,
  bagan_kesiapan, bagan_risiko, bagan_swot, bagan_sasaran, bagan_tahap; one without data has an empty ``svg``

How they print: a value, a sum, a name is one placeholder, so it may stand in emphasis, links, headings, lists, cells.
A table, figure, box or prose stands alone on its line; prose also in a list item or a cell. A heading gets its own
id with ``## Judul {id=nama-tetap}``. In a cell the output of a macro may carry Markdown; all other text is data.
Other Jinja filters than the plain list filters do not exist: they would see the placeholder and not the text.
"""
