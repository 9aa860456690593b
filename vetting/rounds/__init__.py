"""Hiring rounds: opened and frozen, with people in roles and departures that somebody else approves."""
