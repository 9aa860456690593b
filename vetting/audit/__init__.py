"""The tamper-evident log: events, tree, signed checkpoints, and the export an auditor checks alone."""
