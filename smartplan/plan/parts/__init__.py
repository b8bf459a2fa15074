"""The parts of a plan, one module a group of worksheets; attributes are the YAML keys."""
