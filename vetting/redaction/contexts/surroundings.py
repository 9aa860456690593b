"""What stands around a term: one of certain words within so many, or anywhere near; and the animals.

What the words mean is left to the modules that ask. Checks of what stands beside a match of a pattern are in `nearby`.
"""

from collections.abc import Callable
from typing import Final

from vetting.redaction.contexts.nearby import near
from vetting.redaction.contexts.things import ANIMALS, CREATURES
from vetting.redaction.site import Site, bag

Sense = Callable[[Site], bool]
_REACH: Final = 120
BEASTS: Final = (
    (ANIMALS | CREATURES)
    | bag(
        "animal animals monkey monkeys ape apes gorilla gorillas panda pandas elephant elephants giraffe giraffes dolphin zoo whales foal calf lamb cub cubs"
    )
) - bag("flower flowers plant plants lab turkey robin cardinal")


def shown(left: int, right: int, words: str) -> Sense:
    """One of the words stands within so many words before or after."""
    sought = bag(words)
    return lambda site: not sought.isdisjoint((*site.left[:left], *site.right[:right]))


def told_near(words: str, reach: int = _REACH) -> Sense:
    """One of the words (a pattern of alternatives) stands near, past the ends of the sentence too."""
    check = near(words, reach)
    return lambda site: check(site.view.folded, site.start, site.end)


def nowhere_near(words: str, reach: int = _REACH) -> Sense:
    """None of the words stands near, the term itself left out."""
    found = told_near(words, reach)
    return lambda site: not found(site)


def all_of(*senses: Sense) -> Sense:
    """All of them hold."""
    return lambda site: all(sense(site) for sense in senses)


def in_text(site: Site, words: frozenset[str], *, reach: int = 170) -> bool:
    """Whether one of the words stands within reach, in another sentence, too; the term itself does not count."""
    scan = site.view.scan
    return not (
        words.isdisjoint(scan[max(0, site.start - reach) : site.start].split())
        and words.isdisjoint(scan[site.end : site.end + reach].split())
    )


def stretches(site: Site, reach: int) -> tuple[tuple[str, int, int], tuple[str, int, int]]:
    """The text with the bounds of what stands before the term, and of what stands after it: what a pattern's `search` takes."""
    folded = site.view.folded
    return (folded, max(0, site.start - reach), site.start), (folded, site.end, min(len(folded), site.end + reach))
