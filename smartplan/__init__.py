"""smartplan: rencana induk Smart City kabupaten/kota, dari satu sumber YAML."""

__version__ = "0.1.0"
