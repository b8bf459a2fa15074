"""What a plan's YAML may not hold, and the findings that say so."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from smartplan.findings import Finding, Related, Severity
from smartplan.source.characters import FORBIDDEN, describe

if TYPE_CHECKING:
    from smartplan.findings import Span
    from smartplan.source.text import SourceText
    from smartplan.source.tree import Entry

__all__ = ["MAX_BYTES", "MAX_DEPTH", "MAX_FINDINGS", "MAX_NODES", "Guards", "Stopped"]

MAX_BYTES: Final = 32_000_000
MAX_DEPTH: Final = 40
MAX_NODES: Final = 500_000
MAX_FINDINGS: Final = 100
"""Of one file. More are not shown one by one."""


class Stopped(Exception):
    """The walk ends here; the findings say why."""


class Guards:
    """Collects findings during one walk. ``refused`` tells that the tree must not be used."""

    def __init__(self, source: SourceText) -> None:
        self.source = source
        self.findings: list[Finding] = []
        self.refused = False
        self._repeated = 0

    def alias(self, start: int, end: int) -> None:
        written = self.source.text[start:end]
        self._refuse(
            "YML009",
            f"nilai ini diawali tanda bintang ({written}), yang dalam YAML berarti rujukan",
            "beri tanda kutip bila bintang itu bagian dari teks; bila rujukan, tulis isinya di sini",
            start,
            end,
        )

    def anchor(self, name: str, start: int, end: int) -> None:
        self._refuse(
            "YML009",
            f"nilai ini diawali &{name}, yang dalam YAML berarti jangkar",
            "beri tanda kutip bila & itu bagian dari teks; bila jangkar, hapus",
            start,
            end,
        )

    def tag(self, start: int, end: int) -> None:
        self._refuse(
            "YML011",
            "nilai ini diawali tanda seru, yang dalam YAML berarti jenis data khusus",
            "beri tanda kutip bila tanda seru itu bagian dari teks; bila bukan, hapus",
            start,
            end,
        )

    def merge_key(self, start: int, end: int) -> None:
        self._refuse(
            "YML010", "kunci << (penggabungan) tidak dipakai dalam rencana", "tulis isinya di sini", start, end
        )

    def complex_key(self, start: int, end: int) -> None:
        hint = "tulis kunci sebagai satu teks; bila ini nilai yang diawali kurung atau tanda tanya, beri tanda kutip"
        self._refuse("YML013", "kunci di sini berupa daftar atau kumpulan isian", hint, start, end)

    def second_document(self, start: int, end: int) -> None:
        hint = "hapus baris ---, atau pindahkan isi sesudahnya ke berkas lain"
        self._refuse("YML012", "baris ini memulai dokumen kedua di berkas yang sama", hint, start, end)
        raise Stopped

    def directive(self, start: int, end: int) -> None:
        self._refuse(
            "YML014", "arahan YAML (baris yang diawali %) tidak dipakai dalam rencana", "hapus baris ini", start, end
        )
        raise Stopped

    def depth(self, start: int, end: int) -> None:
        hint = "periksa kurung yang tidak ditutup, atau baris yang menjorok terus"
        self._refuse("YML006", f"isian bertingkat lebih dari {MAX_DEPTH}", hint, start, end)
        raise Stopped

    def too_many(self, start: int, end: int) -> None:
        amount = f"{MAX_NODES:,}".replace(",", ".")
        self._refuse("YML007", f"berkas berisi lebih dari {amount} isian", "bagi isinya ke beberapa berkas", start, end)
        raise Stopped

    def characters(self, text: str, start: int, end: int) -> None:
        """``text`` is the value of a double-quoted scalar, where an escape can stand for any character."""
        match = FORBIDDEN.search(text)
        if match:
            message = f"kode di dalam kutip ganda ini berarti {describe(match.group())}, yang tidak dapat dicetak"
            self._refuse("YML003", message, "hapus kode itu, atau ganti dengan tanda biasa", start, end)

    def repeated(self, key: str, first: Entry, again: Span) -> None:
        """Does not refuse: the tree keeps the first value."""
        self._repeated += 1
        if self._repeated > MAX_FINDINGS:
            return
        self.findings.append(
            Finding(
                "YML008",
                Severity.ERROR,
                f'kunci "{key}" ditulis dua kali di bagian yang sama; yang pertama yang dipakai',
                again,
                hint="gabungkan keduanya, atau ganti nama salah satunya",
                related=(Related(first.key_span, "pertama ditulis di sini"),),
            )
        )

    def close(self) -> None:
        """Say how many findings were left out."""
        if self._repeated > MAX_FINDINGS:
            self.findings.append(
                Finding(
                    "YML008",
                    Severity.ERROR,
                    f"masih ada {self._repeated - MAX_FINDINGS} kunci ganda lain di berkas ini",
                    self.source.span(0, 0),
                    hint="perbaiki yang ditunjuk, lalu periksa ulang",
                )
            )

    def _refuse(self, code: str, message: str, hint: str, start: int, end: int) -> None:
        self.refused = True
        self.findings.append(Finding(code, Severity.ERROR, message, self.source.span(start, end), hint=hint))
        if len(self.findings) >= 2 * MAX_FINDINGS:
            raise Stopped
