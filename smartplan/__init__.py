"""smartplan: rencana induk Smart City kabupaten/kota, dari satu sumber YAML.

``load`` reads a plan, ``check`` says what is missing or wrong in it, ``render`` makes its books; ``Finding`` is what
``check`` gives. All other names may move.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from smartplan.api import Finding, check, load, render

__all__ = ["Finding", "__version__", "check", "load", "render"]

__version__ = "0.1.0"


def __getattr__(name: str) -> Any:
    # The command line must not load everything only to print its help.
    if name in __all__:
        from smartplan import api

        return getattr(api, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
