"""Context tests: whether a word of the lexicon means, where it stands, what its rule looks for. `context` has the table of all."""
