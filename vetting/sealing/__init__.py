"""Summaries sealed to the people who decide: signed, then encrypted to each named reader (law 9)."""
