"""The report's tables as CSV: one file for each table. What makes a cell harmless is `vetting.spreadsheets`'."""

import pandas as pd

from vetting.spreadsheets import defused, rows_to_csv

__all__ = ["defused", "to_csv"]


def to_csv(frame: pd.DataFrame) -> bytes:
    """A table with its header line; lines end with CR LF."""
    return rows_to_csv([str(name) for name in frame.columns], frame.itertuples(index=False, name=None))
