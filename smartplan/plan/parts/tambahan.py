"""What a regency adds of its own to an item of the plan."""

from typing import Final

from smartplan.fields import isian

__all__ = ["TAMBAHAN"]

TAMBAHAN: Final = isian(
    "isian milik daerah sendiri, dengan nama bebas; ditampilkan melalui `tabel` di edisi daerah",
    contoh="{nomor_dpa: DPA/1.02.01}",
)
"""A map of texts. No rule knows its keys; an edition shows them in a column."""
