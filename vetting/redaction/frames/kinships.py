"""Patterns of families and couples in the words of every day: custody weekends, four under five, an anniversary, foster parents.

They complete `households` and `couples`. Separations of powers, anniversaries of firms, golf, animals and eggs are not meant.
"""

import re
from typing import Final

from vetting.redaction.frames.counts import COUNT
from vetting.redaction.frames.harm import no_pet
from vetting.redaction.frames.told import make

_CHILD: Final = re.compile(
    r"\b(?:child-?free|kids?|child\w*|moms?|dads?|mothers?|fathers?|parent\w*|babies|baby|diapers?|naps?|pregnan\w*|teens?|triplets|twins|wife|husband|daycare|nicu|"
    r"born|ivf|school|bedtime|grand\w+|adopt\w*|hospital|crib|naptime|boys|girls|sons?|daughters?|milk|custody|exhausted|tired|minivan|lunches|carpool|car ?seats?|stroller)\b"
)
_FIRM: Final = re.compile(
    r"\b(?:company|store|shop|show|podcast|album|edition|sobriety|death|9/11|game|sale|restaurant|department|moon landing|season|book|band|tour|issue|battle|war|concert|"
    r"brewery|mustang|collection|stream|channel|patch|passing|independence|d-day|riot|riots|shooting|massacre|accident)\b"
)
_THING: Final = re.compile(
    r"\b(?:car|bike|engine|guitar|project|goats?|lambs?|truck|carrots?|shark|yoda|elephants?|pandas?|ducks?|plants?|mustang|v8|gun|rifle|powder|monitor|kangaroo|chevy|ford|harley|motor|bath ?water)\b"
)
_STATE: Final = re.compile(
    r"\b(?:church|powers|concerns|duties|shoulder|acl|joint|anxiety|social|garbage|waste|mayo|sauce|eggs?|yolks?|stem|audio|tracks?|army|navy|service|military|agreement|severance|pay|papers? from work|hr|employment|lanes?)\b"
)
_GOLF: Final = re.compile(
    r"\b(?:par|golf|bogey|birdie|holes?|round|minutes|dollars|bucks|percent|seconds|budget|pounds|strokes|tournament|leaderboard|masters)\b"
)


_ANIMAL: Final = re.compile(
    r"\b(?:dogs?|cats?|kittens?|pupp(?:y|ies)|pup|litter|shelter|rescue|bunn(?:y|ies)|hounds?|pit ?bull|spay|vet|cows?|horses?|paws)\b"
)


def _no_animal(folded: str, start: int, end: int) -> bool:
    """No animal is fostered."""
    return not _ANIMAL.search(folded, max(0, start - 60), min(len(folded), end + 60))


def _of_children(folded: str, start: int, end: int) -> bool:
    """Children or parents are spoken of near."""
    low, high = max(0, start - 80), min(len(folded), end + 60)
    return bool(_CHILD.search(folded, low, start) or _CHILD.search(folded, end, high))


def _no_firm(folded: str, start: int, end: int) -> bool:
    """Not of a firm, a war or a death."""
    return not _FIRM.search(folded, max(0, start - 50), min(len(folded), end + 40))


def _a_baby(folded: str, start: int, end: int) -> bool:
    """No animal and no machine."""
    return not _THING.search(folded, max(0, start - 40), min(len(folded), end + 50)) and no_pet(folded, start, end)


_WINS: Final = re.compile(r" (?:won|lost|win|lose|beat|scored|up by)")


def _the_young(folded: str, start: int, end: int) -> bool:
    """No animal, no machine and no team."""
    if folded[start:end] == "the twins":
        return _of_children(folded, start, end) and not _WINS.match(folded, end)
    return _a_baby(folded, start, end)


def _of_a_couple(folded: str, start: int, end: int) -> bool:
    """Not of church and state, a shoulder or a job."""
    return not _STATE.search(folded, max(0, start - 40), min(len(folded), end + 40))


def _no_golf(folded: str, start: int, end: int) -> bool:
    """Not of golf, money or minutes."""
    return not _GOLF.search(folded, max(0, start - 50), min(len(folded), end + 40))


PATTERNS: Final = (
    make(
        "custody_days",
        "PC_FAMILY",
        r"(?<!\w)(?:joint |full |sole |partial |half |her |his |my )?custody (?:weekends?|weeks?|days?|battles?|fights?|swaps?|hand ?offs?|exchanges?|agreement|drop[ -]?offs?|arrangement|papers|kids?|calendar|evaluation|judge|mediation|stuff|switch)(?! (?:sergeant|officer))(?!\w)",
        0.85,
    ),
    make(
        "have_some",
        "PC_FAMILY",
        r"(?<!\w)(?:i|we|she|he|they|already|who|mom|i've|we've) (?:already |only |now |just )?(?P<x>(?:have|has|had|got|raised|got|raising) (?:two|three|four|five|six|seven|eight|nine))(?= (?:and (?:i|we|she|he|they|want|counting|i'd)|of (?:them|my own|our own|mine|hers)|at home|under (?:two|three|four|five|\d)|now|"
        r"already|so|but|with)\b|[.,!?;]|$)",
        0.74,
        check=_of_children,
    ),
    make(
        "so_young",
        "PC_FAMILY",
        r"(?<!\w)(?:one|two|three|four|five|six|2|3|4|5|6|kids) under (?:the age of )?(?:one|two|three|four|five|six|seven|ten|2|3|4|5|6|7|10)(?=[.,!?;)]|$| (?:and|at|in|here|with|so|is|was|plus|send|help|life|mom|dad|club|while|but|over|again)\b)",
        0.78,
        check=_no_golf,
    ),
    make(
        "grown_ones",
        "PC_FAMILY",
        rf"(?<!\w)(?:{COUNT}|my|our|both|his|her|their|with) (?P<x>(?:grown|adult|teenaged?|teen|small|school[ -]age|toddler|adopted|foster|biological|half[ -]grown)(?: up)? (?:boys|girls|kids?|sons?|daughters?|children|stepkids|nieces|nephews|twins))(?!\w)",
        0.84,
    ),
    make(
        "foster_kin",
        "PC_FAMILY",
        r"(?<!\w)(?:foster(?: |-)(?:sisters?|brothers?|moms?|dads?|mums?|mothers?|fathers?|parents?|kids?|child(?:ren)?|sons?|daughters?|care|famil(?:y|ies)|homes?|placements?|bab(?:y|ies)|siblings?|system|teens?|youth|boys?|girls?|license)|foster(?: |-)to(?: |-)adopt|(?:in|out of|aged out of|through|into) the foster system|"
        r"ward of the (?:state|court))(?!\w)",
        0.84,
        check=_no_animal,
    ),
    make(
        "children_wanted",
        "PC_FAMILY",
        r"(?<!\w)(?:when|if|why) (?:we|you|i|they|u|he and i|she and i|we're|you're|they're|ur)(?: r| are| gonna| going to| haven't| don't| aren't| will)* (?P<x>(?:having|have|starting|start|had|started) (?:any |more |some )?(?:babies|kids|a family|children))(?!\w)|(?<!\w)(?:having|pop(?:ping)? out|churn(?:ing)? out) (?P<y>babies)(?!\w)",
        0.78,
    ),
    make(
        "the_baby",
        "PC_FAMILY",
        r"(?<!\w)(?P<x>the (?:baby|twins|triplets|toddler|newborn)) (?=(?:has|had|is|was|are|were|got|gets|woke|wakes|won't|wouldn't|finally|still|cries|cried|slept|sleeps|ate|spit|needs|need|starts|started|kept|threw|rolled|smiled|napped|came home|puked|monitor|just|screamed|sneezed|crawled|walked|and i|and her|and my|and me)\b)",
        0.75,
        check=_the_young,
    ),
    make(
        "anniversary",
        "PC_MARITAL",
        r"(?<!\w)(?:(?:our|wedding|parents'|dating|my) anniversary|(?:first|second|third|fifth|tenth|\d{1,2}(?:st|nd|rd|th)|happy) anniversary(?= (?:w|with|to (?:my|this|us|the)|since|babe|baby|love|together|dinner|date)\b|[.,!]|$)|anniversary (?:dinner|date|present|getaway|flowers|card|w|with my|with this|trip with|gift for)|couples? goals|"
        r"relationship goals)(?!\w)",
        0.78,
        check=_no_firm,
    ),
    make(
        "separation",
        "PC_MARITAL",
        r"(?<!\w)(?:since|after|before|during|through|between|of|from|until|about|with|about) (?:the|our|my|his|her|their|a legal|the legal|a trial|your) (?P<x>separation)(?! (?:of|between|from)\b)(?!\w)|(?<!\w)(?:legal|trial|marital) (?P<y>separation)(?!\w)",
        0.78,
        check=_of_a_couple,
    ),
    make(
        "is_separated",
        "PC_MARITAL",
        r"(?:(?<=, )|(?<=and )|(?<=i'm )|(?<=im )|(?<=am )|(?<=we're )|(?<=recently )|(?<=newly )|(?<=legally )|(?<=currently )|(?<=are )|(?<=were )|(?<=been )|(?<=got )|(?<=parents )|(?<=now )|(?<=still ))separated(?= (?:since|for (?:a|two|three|four|five|six|\d|almost|about|over|years|months)|last|from my (?:wife|husband|ex|spouse)|from (?:him|her)(?=[.,!?]|$)|"
        r"but (?:still|not)|but|after|now|with (?:two|three|kids|a kid)|dad|mom|father|mother)\b|[.,!;)]|$)(?! at birth)",
        0.76,
        check=_of_a_couple,
    ),
    make(
        "adverb_single",
        "PC_MARITAL",
        r"(?<!\w)(?:happily|newly|perpetually|forever|proudly|chronically|blissfully|terminally|freshly|eternally|tragically|painfully|still) (?P<x>single)(?=[.,!?;)]|$| (?:and|at|again|here|for|since|with|by choice|because|mom|dad|after|but)\b)(?! and double)",
        0.78,
    ),
)
"""All of them, in the order in which they are tried."""
