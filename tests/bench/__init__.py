"""Benchmarks: ratios beside peers. ``python -m tests.bench`` prints them; nothing here is asserted."""
