"""The files of ``smartplan render``: asked about before, put away, told of."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from smartplan.cli import ask, console

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from smartplan.api import Books
    from smartplan.files import Decision, Written

__all__ = ["Asked", "ask_early", "save", "tell"]


class Asked(NamedTuple):
    """What a person decided of a file, and the hash of the file that it was about."""

    decision: Decision
    digest: str


def ask_early(target: Path, names: Sequence[str], force: bool) -> dict[str, Asked]:
    """What is to become of files that a person changed, asked before the long work: name -> answer.

    Raises NotWritable when the place takes no files, ChangedOutputs when nobody can be asked.
    """
    from smartplan.files import ChangedOutputs, changed_outputs, check_folder

    check_folder(target)
    changed = {} if force else changed_outputs(target, names)
    if changed and not console.can_ask():
        raise ChangedOutputs(changed)
    return {name: Asked(ask.decide(name), digest) for name, digest in changed.items()}


def _decider(target: Path, asked: Mapping[str, Asked]) -> Callable[[str], Decision] | None:
    from smartplan.files import changed_outputs

    if not console.can_ask():
        return None

    def decide(name: str) -> Decision:
        known = asked.get(name)
        # Who changed the file once more since is asked once more.
        is_same = known is not None and changed_outputs(target, [name]).get(name) == known.digest
        return known.decision if known is not None and is_same else ask.decide(name)

    return decide


def save(target: Path, books: Books, force: bool, asked: Mapping[str, Asked]) -> Written:
    """The books, then the side file of each draft in Word that is ours: one that a person keeps, keeps its own. A final
    book takes away that of the draft which it replaces, and drawings and chapters that a book has no more go."""
    from smartplan.files import outdated_outputs, remove_outputs, write_outputs

    shown = {name: data for name, data in books.files.items() if not name.startswith(".")}
    written = write_outputs(target, shown, force=force, decide=_decider(target, asked))
    side_files: dict[str, bytes] = {}
    outdated: list[str] = []
    for path in (*written.paths, *written.unchanged):
        document = path.stem.partition(" (baru")[0]
        if path.suffix == ".docx":
            name, block_map = f".{path.stem}.peta.json", books.files.get(f".{document}.peta.json")
            if block_map is None:
                outdated.append(name)
            else:
                side_files[name] = block_map
    write_outputs(target, side_files, force=True)
    kept = [path.relative_to(target).as_posix() for path in written.kept]
    # The text that a person keeps may need its drawings of before.
    ours = [
        folder
        for folder in books.folders
        if f"{folder.removesuffix('-gambar')}.md" not in kept
        and not any(name.startswith(f"{folder}/") for name in kept)
    ]
    outdated += outdated_outputs(target, ours, shown)
    remove_outputs(target, outdated)
    return written


def tell(books: Books, written: Written, target: Path, plan: str, what: str) -> None:
    """The files, and each folder of drawings or chapters once; then what a reader should know. ``plan``: as the user
    names it; ``what``: what was made, for a sentence."""
    from smartplan.wording import capitalize

    shown = set()
    for path in (*written.paths, *written.unchanged):
        inner = path.relative_to(target).parts
        shown.add(f"{(target / inner[0]).as_posix()}{'/' if len(inner) > 1 else ''}\n")
    console.write("".join(sorted(shown)))
    for path in written.kept:
        console.note(f"Dibiarkan seperti adanya: {path}")
    for looks in books.looks:
        console.note(f"{capitalize(looks)}")
    if books.note:
        console.note(capitalize(books.note))
    if books.elsewhere:
        asked = f"smartplan validate {console.quoted(plan)}"
        console.note(f"{books.elsewhere} temuan tentang buku lain tidak menjadi komentar: {asked}")
    if books.missing:
        seen = (
            "ditandai kuning"
            if any(file.endswith((".docx", ".pdf")) for file in books.files)
            else "ditandai di tempatnya"
        )
        asked = f"smartplan validate {console.quoted(plan)}"
        console.note(f"{books.missing} tempat kosong di {what}, {seen}. Isian yang diminta panduan: {asked}")
