"""Validation: what can be checked by machine before a second person looks."""
