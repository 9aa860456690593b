"""Review: a second person approves or returns."""
