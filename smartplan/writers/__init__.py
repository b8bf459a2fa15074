"""Blocks -> files: one module or folder a format. Writers know no plan."""
