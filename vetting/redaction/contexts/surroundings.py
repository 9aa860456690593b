"""What stands around a term: one of certain words within so many, or anywhere near; and the animals.

Shared by `lightly` and `institutions`; what the words mean there is theirs.
"""

import re
from collections.abc import Callable
from typing import Final

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
    sought = re.compile(rf"(?<!\w)(?:{words})(?!\w)")

    def sense(site: Site) -> bool:
        folded = site.view.folded
        return bool(
            sought.search(folded, max(0, site.start - reach), site.start)
            or sought.search(folded, site.end, min(len(folded), site.end + reach))
        )

    return sense
