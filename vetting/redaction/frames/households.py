"""Patterns of children, parents and custody.

Each takes the whole phrase, numbers included ("mother of two").
"""

import re
from typing import Final

from vetting.redaction.frames.counts import COUNT
from vetting.redaction.frames.told import make

_YOUNG: Final = (
    r"(?:kids?|children|child|boys?|girls?|sons?|daughters?|teens?|teenagers?|twins|triplets|toddlers?|littles|babies|"
    r"baby|infants?|"
    r"grandkids?|grandchildren|grandsons?|granddaughters?|stepkids|step ?kids|stepchildren|stepsons?|stepdaughters?|"
    r"siblings?|brothers?|"
    r"sisters?|nieces?|nephews?|ex-?wives|ex-?husbands|marriages|divorces)"
)
_DEAR: Final = rf"(?:{_YOUNG}|lads?|lass(?:es|ies?)?|bairns?|ones|humans?|monsters?|hooligans?|gremlins?|tyrants?|cubs?|munchkins?|babes?|angels?|rascals?|terrors|miracles?|stars?|heathens?|goblins?|maniacs)"
"""What a parent calls the children, after "mum to"."""
_PARTED: Final = re.compile(
    r"\b(?:ex|exes|kids?|son|daughter|children|custody|judge|court|lawyer|dad|mom|visitation|divorced?)\b|\bex-"
)


def _of_parents_apart(folded: str, start: int, end: int) -> bool:
    """A child, a court or an ex is spoken of near."""
    return bool(_PARTED.search(folded, max(0, start - 70), min(len(folded), end + 70)))


PATTERNS: Final = (
    make(
        "parent_of",
        "PC_FAMILY",
        r"(?<!\w)(?:(?:single|proud|working|new|busy|stay[ -]at[ -]home|loving|divorced|widowed|young|"
        r"married|first[ -]time|homeschooling|blessed|tired) ){0,2}(?:step|god|grand|great[ -]grand)?-?(?:mother|"
        r"father|mom|mum|mam|mammy|dad|da|mommy|daddy|momma|mama|mamma|parents?|grandma|grandpa|nana|papa|gigi|"
        rf"auntie|aunt|uncle|caregiver|guardian)s?[ -](?:of|to)[ -](?:(?:{COUNT}|a|an|my|the)(?: (?!of\b)\w+)? (?:\w+ "
        rf")?{_DEAR}(?: (?:and|&) (?:{COUNT}|a|an)(?: \w+)? {_YOUNG})?|{COUNT}|(?:\w+ )?(?:twins|triplets|"
        r"boys|girls|teens|teenagers|toddlers|multiples|daughters|sons))(?!\w)",
        0.92,
    ),
    make(
        "so_many",
        "PC_FAMILY",
        r"(?<!\w)(?:have|has|had|having|got|with|raising|raised|raise|my|our|his|her|their|for|feed|support|of|and|are|"
        rf"were) (?P<x>(?:{COUNT}|both|all)(?: (?:little|small|young|older|younger|beautiful|"
        r"grown|adult|teenage|biological|wonderful|amazing|great|other|big|half|step|foster|adopted|of my|of our|more|"
        rf"special needs|living|school[ -]age|autistic)){{0,6}} {_YOUNG})(?!\w)(?! (?:team|basketball|soccer|bands?|"
        r"at the (?:party|store)|in the (?:crowd|park)))",
        0.85,
    ),
    make(
        "together_with",
        "PC_FAMILY",
        rf"(?<!\w)(?:have|has|had|share|got) (?:a|an|{COUNT}) (?:\w+ )?{_YOUNG} together(?!\w)",
        0.85,
    ),
    make(
        "in_the_row",
        "PC_FAMILY",
        rf"(?<!\w)(?:oldest|eldest|youngest|middle child|baby|second|third|last) of (?:{COUNT})(?: (?:kids|children|"
        r"siblings|brothers|sisters|boys|girls))?(?! (?:the|our|my|games?|wins?))(?!\w)",
        0.75,
    ),
    make(
        "raising",
        "PC_FAMILY",
        rf"(?<!\w)(?:rais(?:e|es|ed|ing)) (?:(?:my|our|his|her|their|these|them|{COUNT}) ){{1,2}}(?:\w+ )?{_YOUNG}(?: "
        r"(?:alone|by (?:my|her|him)self|on (?:my|her|his) own|together))?(?!\w)",
        0.85,
    ),
    make(
        "custody",
        "PC_FAMILY",
        r"(?<!\w)(?:(?:shared?|sharing|50[/-]50|primary|split|legal|physical|temporary|emergency|full[ -]time|"
        rf"residential|week on week off) (?:\w+ )?custody|custody (?:of (?:my|our|the|his|her|their) (?:\w+ )?{_YOUNG}|"
        r"arrangement|hearing|dispute|fight|exchange|schedule|order|lawyer)|(?:my|his|her|our) (?:weekends?|"
        r"week|days?|nights?) with (?:the|my|our|his|her) (?:kids|son|daughter|boys|girls|children)|"
        r"every other weekend with (?:my|the) \w+)(?!\w)",
        0.9,
    ),
    make(
        "weekend_parent",
        "PC_FAMILY",
        r"(?<!\w)(?:every (?:other|second) (?:weekend|week|wednesday|christmas|holiday|thanksgiving)|"
        r"alternating (?:weeks|weekends)|(?:my|his|her) (?:parenting|visitation) (?:time|weekends?)|"
        r"supervised visits?|visitation|(?:gets|got|get|has|have|had|took|take|taking|see|sees|saw|"
        r"lost) (?:the|my|our|his|her) (?:kids|boys|girls|children|son|daughter)(?: (?:on|for|every|"
        r"half|this|most|full time|back|to) \w+)?)(?!\w)",
        0.75,
        check=_of_parents_apart,
    ),
    make(
        "at_home",
        "PC_FAMILY",
        r"(?<!\w)stay[- ]at[- ]home(?: (?:mom|dad|mother|father|parent|wife|husband|one|mum|mama))?(?! (?:order|orders|"
        r"vacation|date|workout|test|kit))(?!\w)",
        0.8,
    ),
    make(
        "young_named",
        "PC_FAMILY",
        r"(?<!\w)(?:my|our|his|her|their) (?P<x>(?:oldest|eldest|youngest|middle one|little (?:ones?|man|guy|bug|dude)(?! (?:cave|robot))|"
        r"(?:first|second|third|last)[- ]?born|tiny human|tiny humans|offspring|spawn|minions|rugrats?|mini me|"
        rf"{COUNT}[- ](?:year|yr|month|mo|week)[- ]?olds?|kindergart[ne]+e?r|preschooler|(?:first|second|third|fourth|"
        r"fifth|\d(?:st|nd|rd|th)) grader))(?!\w)(?! (?:memory|car|account|post|tattoo|game|team))",
        0.8,
        person=True,
    ),
)
"""All of them, in the order in which they are tried."""
