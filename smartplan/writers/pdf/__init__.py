"""Blocks -> PDF, through a static Word book and LibreOffice."""

from smartplan.writers.pdf.write import PdfFailed, PdfOfficeNotFound, Pdfs, require_office, write_pdfs

__all__ = ["PdfFailed", "PdfOfficeNotFound", "Pdfs", "require_office", "write_pdfs"]
