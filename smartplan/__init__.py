"""smartplan: rencana induk Smart City kabupaten/kota, dari satu sumber YAML."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from smartplan.api import check, load
    from smartplan.findings import Finding

__all__ = ["Finding", "__version__", "check", "load"]

__version__ = "0.1.0"


def __getattr__(name: str) -> Any:
    """The public names are imported at their first use, so that the command starts fast."""
    if name == "Finding":
        from smartplan.findings import Finding

        return Finding
    if name in __all__:
        from smartplan import api

        return getattr(api, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
