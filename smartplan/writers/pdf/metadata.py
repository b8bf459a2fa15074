"""What a PDF says of itself in XMP, where catalogues and archives look first."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from smartplan.writers.word.properties import keywords_of, subject_of, title_of
from smartplan.writers.word.xml import escape

if TYPE_CHECKING:
    from smartplan.book.blocks import Document

__all__ = ["metadata"]

_NAMES: Final = (
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"'
    ' xmlns:xmp="http://ns.adobe.com/xap/1.0/"'
)


def metadata(document: Document, producer: str, creator: str) -> bytes:
    """The XMP packet, UTF-8; ``producer`` and ``creator`` are the programs as the PDF names them."""
    keywords = keywords_of(document)
    inside = [
        "<dc:format>application/pdf</dc:format>",
        f"<dc:title>{_worded(title_of(document))}</dc:title>",
        f"<dc:description>{_worded(subject_of(document))}</dc:description>",
        f"<dc:language>{_listed('Bag', [document.language])}</dc:language>",
    ]
    inside += [f"<dc:creator>{_listed('Seq', [document.author])}</dc:creator>"] if document.author else []
    inside += [f"<dc:subject>{_listed('Bag', keywords)}</dc:subject>"] if keywords else []
    inside += [f"<pdf:Keywords>{escape(', '.join(keywords))}</pdf:Keywords>"] if keywords else []
    inside += [f"<pdf:Producer>{escape(producer)}</pdf:Producer>"] if producer else []
    inside += [f"<xmp:CreatorTool>{escape(creator)}</xmp:CreatorTool>"] if creator else []
    inside += [f"<xmp:CreateDate>{document.created}T00:00:00Z</xmp:CreateDate>"] if document.created else []
    return (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>\n<x:xmpmeta xmlns:x="adobe:ns:meta/">'
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        f'<rdf:Description rdf:about="" {_NAMES}>\n{chr(10).join(inside)}\n</rdf:Description></rdf:RDF></x:xmpmeta>\n'
        '<?xpacket end="r"?>\n'
    ).encode()


def _worded(words: str) -> str:
    return f'<rdf:Alt><rdf:li xml:lang="x-default">{escape(words)}</rdf:li></rdf:Alt>'


def _listed(kind: str, words: list[str]) -> str:
    return f"<rdf:{kind}>{''.join(f'<rdf:li>{escape(word)}</rdf:li>' for word in words)}</rdf:{kind}>"
