"""Charts as self-contained SVG: text that fits, Indonesian digits, no meaning by colour alone."""
