"""Books: views of the plan for templates, the template engine, the block model."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from smartplan.book.build import BookBuilder, build_book
    from smartplan.book.trouble import TemplateFault

__all__ = ["BookBuilder", "TemplateFault", "build_book"]


def __getattr__(name: str) -> Any:
    """Imported at first use: writers need the block model only, and not the template engine."""
    if name == "TemplateFault":
        from smartplan.book.trouble import TemplateFault

        return TemplateFault
    if name in __all__:
        from smartplan.book import build

        return getattr(build, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
