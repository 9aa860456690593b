"""The database's one door: `Store` gives transactions, `Tx` reads and writes records."""

from vetting.store.engine import Store
from vetting.store.tx import Tx

__all__ = ["Store", "Tx"]
