"""Family ULS: comments of the experts that are still open."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from smartplan.rules.base import Context, found, related_at, rule
from smartplan.rules.paths import Place, dimension_of, locate, path_findings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smartplan.findings import Finding

_LONGEST: Final = 80
"""Characters of a comment that a message repeats."""


@rule("ULS001", "ulasan-terbuka", needs="ulasan[*].komentar", owner="diskominfo")
def comment_open(ctx: Context) -> Iterator[Finding]:
    """Ulasan Tim Ahli belum ditindaklanjuti.

    Mengapa: ulasan yang dibiarkan terbuka muncul lagi pada tinjauan berikutnya, dan bagian yang diulas tetap keliru.
    Perbaiki: perbaiki bagian yang diulas, lalu tulis `selesai: ya`.
    Salah: |
      ulasan: [{jalur: visi.smart_city, oleh: Rekaan Ahli, komentar: Visi belum terukur, selesai: tidak}]
    Benar: |
      ulasan: [{jalur: visi.smart_city, oleh: Rekaan Ahli, komentar: Visi belum terukur, selesai: ya}]
    """
    for comment in ctx.rencana.ulasan or ():
        if comment.selesai or not comment.komentar:
            continue
        said = " ".join(comment.komentar.split())
        if len(said) > _LONGEST:
            said = said[:_LONGEST].rstrip() + " ..."
        place = locate(ctx, comment.jalur) if comment.jalur else None
        span = place.span if isinstance(place, Place) else None
        whose = f"ulasan {comment.oleh}" if comment.oleh else "ulasan"
        about = f" atas {comment.jalur}" if comment.jalur else ""
        yield found(
            comment,
            "komentar",
            f'{whose}{about} belum ditindaklanjuti: "{said}"',
            "perbaiki bagian yang diulas, lalu tulis `selesai: ya`",
            related=related_at(span, "yang diulas"),
            dimension=dimension_of(comment.jalur or ""),
        )


@rule("ULS002", "jalur-ulasan-tidak-ada", needs="ulasan[*].jalur", owner="diskominfo")
def comment_on_nothing(ctx: Context) -> Iterator[Finding]:
    """Jalur ulasan tidak ada dalam rencana.

    Mengapa: ulasan yang tidak menunjuk apa pun tidak sampai kepada yang harus memperbaikinya.
    Perbaiki: tulis jalur bagian yang diulas; bila bagiannya sudah dihapus, tandai ulasan itu selesai.
    Salah: |
      ulasan: [{jalur: visi.smart_cty, komentar: Visi belum terukur, selesai: tidak}]
    Benar: |
      ulasan: [{jalur: visi.smart_city, komentar: Visi belum terukur, selesai: tidak}]
    """
    if ctx.plan.unread or ctx.plan.set_aside:
        return  # what is meant may stand in what could not be read
    for comment in ctx.rencana.ulasan or ():
        if not comment.selesai:
            yield from path_findings(ctx, comment, comment.jalur, "ulasan")


RULES = (comment_open, comment_on_nothing)
