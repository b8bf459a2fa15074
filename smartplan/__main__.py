"""``python -m smartplan``: the command."""

from __future__ import annotations

from smartplan.cli import main

if __name__ == "__main__":
    main()
