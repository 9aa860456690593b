"""Strings that no person chooses as a name. Tuned to leave the long identifiers of real platforms alone."""

import math
import re
from collections import Counter
from itertools import pairwise

_KNOWN_IDENTIFIERS = re.compile(
    r"(?:UC|UU|PL|HC)[A-Za-z0-9_-]{16,32}"  # video channels and lists
    r"|plc|web|(?:did:)?plc:[a-z2-7]{24}|[a-z2-7]{24}"  # decentralised identifiers
    r"|npub1[a-z0-9]{50,62}|nprofile1[a-z0-9]{20,}"  # public keys that are account names
    r"|0x[0-9a-fA-F]{40}"  # public wallet addresses
    r"|pfbid[A-Za-z0-9]{20,}"
    r"|\d{1,22}"  # numeric account numbers
)
_SHORTEST = 18
"""Shorter strings cannot be told from handles in leet spelling."""
_HEX = re.compile(r"[0-9a-f]{32,}|[0-9A-F]{32,}|[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}")


def looks_random(word: str) -> bool:
    """Whether one unbroken word looks drawn at random: long, three kinds of characters, mixed throughout."""
    if _KNOWN_IDENTIFIERS.fullmatch(word):
        return False
    if _HEX.fullmatch(word):
        return True
    core = word.rstrip("=")
    if len(core) < _SHORTEST or not re.fullmatch(r"[A-Za-z0-9+/_.~-]+", core):
        return False
    kinds = "".join(map(_kind, core))
    if not {"a", "A", "0"} <= set(kinds):
        return False
    # A capital before a small letter is how words begin, so that change is not counted. Names made of words,
    # years and leet spellings repeat their letters and hold runs of three and more; drawn strings do neither.
    changes = sum(1 for x, y in pairwise(kinds) if x != y and (x, y) != ("A", "a")) / len(core)
    runs = re.findall(r"[A-Z]?[a-z]+|[A-Z]+", core)
    mean_run = sum(map(len, runs)) / len(runs)
    digit_groups = len(re.findall(r"0+", kinds))
    return changes >= 0.22 and digit_groups >= 2 and mean_run < 2.7 and _entropy(core) >= 3.75


def _kind(character: str) -> str:
    if character.isdigit():
        return "0"
    if character.isalpha():
        return "A" if character.isupper() else "a"
    return "-"


def _entropy(text: str) -> float:
    return -sum(n / len(text) * math.log2(n / len(text)) for n in Counter(text).values())
