"""Findings: what was done, cited to evidence, and what corroborates it."""
