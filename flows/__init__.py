"""Thin Prefect flows: they put the domain's steps in order. Parameters and results are ids; content never passes through.

Importing this package sets Prefect up to be quiet and to phone nobody, before Prefect itself is imported.
"""

from flows.quiet import make_quiet

make_quiet()
