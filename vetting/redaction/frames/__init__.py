"""Patterns: the frames in which people tell a class without a word that a list could hold. `patterns` has them all."""
