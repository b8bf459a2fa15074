"""Letters: one template, a letter for each recipient."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from smartplan.book.blocks import Document, LetterHead, Paragraph, Signatures, Table, plain_text
from smartplan.book.letters import LetterBuilder
from smartplan.book.trouble import TemplateFault
from smartplan.progress.debts import OfficeDebts
from smartplan.progress.offices import Who
from smartplan.report.due_letter import letters_of, sender_of
from tests.plans import edition, write
from tests.report.due_sample import DUE, debt

if TYPE_CHECKING:
    from pathlib import Path

    from smartplan.book.blocks import Block
    from smartplan.progress.debts import DueList

DAY = date(2026, 8, 8)
REGION = "skema: 1\nwilayah: {nama: Kabupaten Rekaan, jenis: kabupaten, ibu_kota: Wening}\n"
LEADER = "pejabat: {ketua_tim: {nama: Rekaan Tekun, jabatan: Ketua Tim, nip: 99 001}}\n"


def letters(folder: Path, text: str = REGION + LEADER, due: DueList = DUE, **more: Any) -> Document:
    plan = write(folder, {"rencana.yaml": text})
    given = letters_of(due, DAY, by_secretary=more.get("by_secretary", False))
    return LetterBuilder(plan, edition()).letters("tagihan", "Tagihan", given, sender="Tim Pelaksana", day=DAY)


def split(document: Document) -> list[list[Block]]:
    found: list[list[Block]] = []
    for block in document.body:
        if isinstance(block, LetterHead):
            found.append([])
        else:
            found[-1].append(block)
    return found


def words(blocks: list[Block]) -> str:
    return "\n".join(plain_text(block.pieces) for block in blocks if isinstance(block, Paragraph))


def cells(blocks: list[Block]) -> list[list[str]]:
    table = next(block for block in blocks if isinstance(block, Table))
    return [[plain_text(cell) for cell in row.cells] for row in table.rows]  # type: ignore[arg-type]


def test_each_office_gets_a_letter_of_its_own(tmp_path: Path) -> None:
    more = OfficeDebts(Who("bps", "Badan Statistik", "Kepala Badan Statistik"), DUE.offices[0].items)
    document = letters(tmp_path, due=DUE._replace(offices=(*DUE.offices, more)))
    first, second = split(document)
    assert (document.layout, document.draft, document.created) == ("letter", False, "2026-08-08")
    heads = [block for block in document.body if isinstance(block, LetterHead)]
    assert [head.lines for head in heads] == [("Pemerintah Kabupaten Rekaan", "Tim Pelaksana")] * 2
    assert "Yth. Kepala Dinas Kesehatan\ndi Wening" in words(first)
    assert "Wening, 8 Agustus 2026" in words(first)
    assert "Kami mohon Saudara melengkapinya paling lambat 20 Agustus 2026." in words(first)
    assert "Yth. Kepala Badan Statistik" in words(second)


def test_who_owes_nothing_gets_no_letter(tmp_path: Path) -> None:
    found = split(letters(tmp_path))
    assert len(found) == 1
    assert "Badan Riset" not in words(found[0])


def test_the_table_says_what_where_why_and_by_when(tmp_path: Path) -> None:
    assert cells(split(letters(tmp_path))[0]) == [
        [
            "1",
            'Program "Jas": isi lokasi, sumber dana',
            "dimensi/smart_living.yaml baris 4\nprogram[jas]",
            "BUKU II, Rencana Aksi (aturan WJB001 dan WJB002)",
            "20 Agustus 2026",
        ],
        ["2", "Jumlah | tidak sama; samakan keduanya", "", "aturan ANG003", "20 Agustus 2026"],
    ]


def test_a_plan_in_one_file_keeps_the_whole_path_and_a_worksheet_comes_first(tmp_path: Path) -> None:
    item = debt("salah", "ANG003", file="rencana.yaml", worksheet="Aksi!C4")
    due = DUE._replace(offices=(DUE.offices[0]._replace(items=(item,)),))
    expected = "Aksi!C4\nrencana.yaml baris 4\ndimensi.smart_living.program[jas].lokasi"
    assert cells(split(letters(tmp_path, due=due))[0])[0][2] == expected


@pytest.mark.parametrize(
    ("start", "days", "sentence", "shown"),
    [
        (None, None, "Tanggal Bimtek III belum tercantum dalam jadwal", "belum diketahui"),
        (date(2026, 8, 1), -6, "Batas waktunya, 1 Agustus 2026, sudah lewat.", "1 Agustus 2026"),
        (date(2026, 8, 8), 0, "paling lambat 8 Agustus 2026.", "8 Agustus 2026"),
    ],
)
def test_the_deadline_may_be_unknown_or_over(
    tmp_path: Path, start: date | None, days: int | None, sentence: str, shown: str
) -> None:
    due = DUE._replace(meeting=DUE.meeting._replace(start=start, end=start, days=days))
    first = split(letters(tmp_path, due=due))[0]
    assert sentence in words(first)
    assert cells(first)[0][4] == shown


def test_who_signs_and_what_is_missing_shows(tmp_path: Path) -> None:
    def signer(text: str, **more: Any) -> Any:
        return next(block for block in letters(tmp_path, text, **more).body if isinstance(block, Signatures)).signers[0]

    known = signer(REGION + LEADER)
    assert plain_text(known.above[0]) == "Ketua Tim,"
    assert (plain_text(known.name), plain_text(known.below[0])) == ("Rekaan Tekun", "NIP 99 001")
    unknown = signer(REGION)
    assert unknown.name[0].origin == "missing"
    secretary = signer(REGION + "pejabat: {sekretaris_daerah: {nama: Rekaan Sekda}}\n", by_secretary=True)
    assert plain_text(secretary.above[0]) == "Sekretaris Daerah Rekaan,"
    assert sender_of(by_secretary=True) == "Sekretariat Daerah"


def test_files_that_could_not_be_read_are_named_in_every_letter(tmp_path: Path) -> None:
    found = split(letters(tmp_path, due=DUE._replace(unread=("profil.yaml",))))
    assert all("isinya belum diperiksa: profil.yaml." in words(blocks) for blocks in found)


def test_words_of_the_plan_are_never_markdown(tmp_path: Path) -> None:
    who = DUE.offices[0].who._replace(head="Kepala *Dinas* [x](http://x)")
    due = DUE._replace(offices=(DUE.offices[0]._replace(who=who),))
    assert "Yth. Kepala *Dinas* [x](http://x)" in words(split(letters(tmp_path, due=due))[0])


def test_the_regency_s_own_template_wins_and_its_faults_have_a_place(tmp_path: Path) -> None:
    own = tmp_path / "templates" / "surat" / "tagihan.md.j2"
    own.parent.mkdir(parents=True)
    own.write_text("Salam {{ surat.penerima }}", encoding="utf-8")
    assert words(split(letters(tmp_path))[0]) == "Salam Kepala Dinas Kesehatan"
    own.write_text("\n{{ surat.tidak_ada }}", encoding="utf-8")
    with pytest.raises(TemplateFault) as caught:
        letters(tmp_path)
    assert caught.value.finding.span is not None
    assert str(caught.value.finding.span).startswith("templates/surat/tagihan.md.j2:2")
