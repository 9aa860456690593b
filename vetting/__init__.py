"""The domain: one package for each step of the data's way (docs/architecture.md has the table)."""

__version__ = "0.1.0"
