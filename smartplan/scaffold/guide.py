"""BACA-SAYA.md of a new plan: what is where, and what to do next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartplan import resources

if TYPE_CHECKING:
    from collections.abc import Mapping

    from smartplan.edition import Edition
    from smartplan.scaffold.answers import Answers

__all__ = ["guide"]


def guide(answers: Answers, edition: Edition, files: Mapping[str, str]) -> str:
    """The guide as Markdown; ``files`` are the YAML files of the plan, each with its title in the second line."""
    from jinja2 import StrictUndefined
    from jinja2.sandbox import SandboxedEnvironment

    environment = SandboxedEnvironment(undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    source = resources.find("awal/BACA-SAYA.md.j2").read_text(encoding="utf-8")
    text = environment.from_string(source).render(
        nama=answers.region.name,
        edisi=edition.nama or edition.id,
        berkas=[{"nama": name, "judul": _title(text)} for name, text in files.items()],
        tahap=[{"id": stage.id, "nama": stage.nama, "isi": stage.isi or ""} for stage in edition.tahap or ()],
    )
    return text.rstrip("\n") + "\n"


def _title(text: str) -> str:
    """``# Profil daerah: Kabupaten Buleleng`` -> ``Profil daerah``."""
    return text.split("\n", 2)[1].removeprefix("# ").rpartition(": ")[0]
