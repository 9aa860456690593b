"""Patterns of couples: how long, how it ended, an anniversary."""

import re
from typing import Final

from vetting.redaction.frames.counts import N
from vetting.redaction.frames.told import make

_PLAYED: Final = re.compile(
    r"(?:worked|work|rode|ride|play|played|playing|served|patrol|patrolled|toured|performed|taped?|put|back|get|got|"
    r"pull(?:ed)?|first|new|lead|debut|hit|latest|second|next|number one) $"
)


def _not_at_work(folded: str, start: int, _end: int) -> bool:
    """Not "we worked together for six years"."""
    return not _PLAYED.search(folded[max(0, start - 12) : start])


PATTERNS: Final = (
    make(
        "for_years",
        "PC_MARITAL",
        r"(?<!\w)(?:(?:happily |been |newly |legally |unhappily )?(?:married|together|dating|engaged|"
        r"divorced|separated|widowed|a couple|single)(?: (?:to|with) (?:my|him|her|this|the same)(?: \w+)?)?(?: for|"
        r" since| now for|,)? (?:about |almost |over |nearly |more than |like |only |just |the (?:past|"
        rf"last) |going on )?(?:{N}(?:\+|\.5| and a half| plus)? (?:years?|yrs?|months?|mos|decades?|"
        rf"wonderful years|happy years|long years)|(?:19|20)\d\d|high school|college)|(?:{N}) (?:years?|"
        r"yrs?|months?) (?:together|of marriage|married|into (?:my|our|the|this) (?:marriage|relationship)|"
        r"with (?:my|him|her) \w+))(?! as (?:a |an )?(?:band|team|crew|company|unit|squad|duo|partners|firm)\b)(?!\w)",
        0.85,
        check=_not_at_work,
    ),
    make(
        "parted",
        "PC_MARITAL",
        r"(?<!\w)(?:i|we|he|she|they|him|her|i've|we've|she's|he's)(?: (?:have|had|has|just|recently|finally|both|and|i|"
        r"almost|nearly|then|never|officially|were|was|are|is|getting|thinking about)){0,6} "
        r"(?P<x>(?:broke|broken|split|breaking|splitting|break) up(?: with (?:me|him|her|my \w+|each other))?)"
        r"(?=[.,!?;)]|$| (?:after|last|because|when|and (?:i|he|she|we|it|now)|so|but|this|for good|yesterday|today|via|by text|"
        r"again|ago|right (?:before|after)|while|finally|i (?:still|miss|was|have)|over (?:text|the phone|this|money|it|a|his|her|my)|"
        r"in (?:january|february|march|april|may|june|july|august|september|october|november|december|college|high school|"
        r"20\d\d)|(?:about |almost |around |like |over )?(?:two|three|four|five|six|a|a few|a couple(?: of)?|several|\d+) "
        r"(?:days?|weeks?|months?|years?|nights))\b)",
        0.75,
    ),
    make(
        "left_for",
        "PC_MARITAL",
        r"(?<!\w)(?:(?:left|leaving|dumped|ditched|divorced) (?:me|us|him|her|my \w+) for (?:another|"
        r"a younger|an older|some|someone|some other|her|his) ?(?:man|woman|guy|girl|else|\w+)?|walked out on (?:me|"
        r"us|my mom|her)|(?:he|she|boyfriend|girlfriend|bf|gf|ex|husband|wife) (?:just |finally )?dumped me|"
        r"put a ring on it|(?:my|our|his|her|their|parents'|parents) (?:\d{1,2}(?:st|nd|rd|th)|first|"
        r"second|third|fifth|tenth|one year|silver|golden) (?:wedding )?anniversary|happy (?:\d{1,2}(?:st|"
        r"nd|rd|th) )?(?:wedding )?anniversary to my \w+)(?!\w)",
        0.82,
    ),
    make(
        "begins_with_status",
        "PC_MARITAL",
        r"(?:(?<![\s\S])|(?<=[.!?;:] )|(?<=\n))(?:just |finally |officially |newly |freshly |happily |"
        r"recently )?#?(?:engaged|divorced|separated|widowed|single|remarried)(?=[.!,]|"
        r"$| (?:as of|since|and|at \d\d|again|now|after|last|this|to (?:my|the|a)|for \w+ (?:years|"
        r"months)|with)\b)(?!(?:,| and) ?(?:double|digit))",
        0.75,
    ),
    make(
        "is_dating",
        "PC_MARITAL",
        r"(?<!\w)(?:i'm|i am|im|he's|she's|we're|were|are|been|started|start|was|is|be|they're|not|"
        r"still|currently) (?P<x>(?:dating|engaged to|hooking up with|sleeping with|seeing|living with|"
        r"cheating on|getting back with|back together with|in love with) (?:this|a|another|my|the same|"
        r"his|her|an older|an amazing|someone|somebody|other) ?(?:amazing |new |really |great |younger |"
        r"older |married |nice |old |best |high school )?(?:guy|girl|man|woman|person|dude|chick|lady|"
        r"someone|somebody|people|ex|men|women|sweetheart|best friend|coworker|boss))(?!\w)",
        0.78,
    ),
    make(
        "cheats",
        "PC_MARITAL",
        r"(?<!\w)(?:cheat(?:ed|s|ing)? on (?:me|us|him|her|them)(?=[.,!?;)]|$| (?:with|again|while|"
        r"when|and|for|but|so|twice|multiple|because|after|last|in|the)\b)|(?:had|having|has|have) an affair(?: with)"
        r"?|(?:affair|slept) with (?:my|her|his) (?:best friend|coworker|co-worker|sister|brother|"
        r"boss|partner))(?!\w)",
        0.8,
    ),
    make(
        "splits",
        "PC_MARITAL",
        r"(?<!\w)(?:(?:wife|husband|parents|gf|bf|boyfriend|girlfriend|fianc[e]+|mom and dad|couple|"
        r"and i) (?:just |finally |both |have |had |are |were |is |was )*(?P<x>(?:split(?:ting)?(?: up)?|"
        r"separat(?:ed|ing)|divorc(?:ed|ing)|broke(?:n)? up|breaking up|on a break|reconciled|back together|"
        r"getting (?:divorced|married|hitched|back together)))(?= |[.,!?]|$)(?! the)|(?:first|second|"
        r"third|fourth) (?:wife|husband|marriage|wedding|divorce)|(?:twice|thrice|never|once|newly|"
        r"recently) (?:divorced|married|widowed|engaged)|(?:moved|moving|move) (?:in|out) (?:with|"
        r"on) (?:my|his|her) (?:boyfriend|girlfriend|bf|gf|partner|fianc[e]+|ex)|mrs\.? [a-z]+(?= as of|"
        r" now| since)|walk(?:ed|ing)? down the aisle|(?:lost|buried) (?:my|her|his) (?:wife|husband|"
        r"spouse|partner|fianc[e]+))(?!\w)",
        0.78,
    ),
    make(
        "the_ex",
        "PC_MARITAL",
        r"(?<!\w)the ex(?= (?:wants?|is|was|has|took|texted|called|keeps|got|won't|says|said|and i|"
        r"gets|showed|still|never)\b)",
        0.78,
    ),
    make(
        "said_in_passing",
        "PC_MARITAL",
        r"(?<!\w)(?:my|his|her|their|our) (?P<x>(?:partner|boyfriend|"
        rf"girlfriend|bf|gf|husband|wife|spouse|so|fianc[e]+) of (?:about |almost |over )?{N} (?:years?|"
        r"months?|yrs?))(?!\w)|(?<!\w)(?:boyfriend|girlfriend|bf|gf|he|she|i|partner|man) (?:just |"
        r"finally |has |had |actually |officially )*(?P<y>proposed)(?= (?:at|to (?:me|her|him|my)|"
        r"on|last|with a|yesterday|today|this|after|over|during)\b|[!.]|$| [!.])|(?:(?<![\s\S])|(?<=[.!?;:] )|"
        r"(?<=\n))(?P<z>#?(?:dating|marriage|divorce|single life))(?= (?:in (?:my|your|this)|after|"
        r"as an?|at \d\d|an? (?:cop|firefighter|nurse|guy|girl|man|woman|single|married|divorced|coworker|"
        r"teacher|soldier|marine|older|younger))\b)",
        0.76,
    ),
    make(
        "was_left",
        "PC_MARITAL",
        r"(?<!\w)(?:wife|husband|boyfriend|girlfriend|bf|gf|fianc[e]+|(?<!lab )(?<!project )(?<!gym )(?<!study )(?<!lift )"
        r"(?<!business )partner|ex|spouse|years|months) (?:just |finally |recently |has |had |suddenly |already |then )*(?P<x>(?:left|dumped|ghosted|walked out on|"
        r"ran off on|kicked out) (?:me|us|him|her)(?: for (?:another|a|his|her|my) \w+(?: \w+)?)?)(?! (?:on read|"
        r"alone|a (?:voicemail|note|message)|in (?:charge|the car)|behind|hanging|to|with (?:the|a) bill)\b)(?!\w)",
        0.75,
    ),
)
"""All of them, in the order in which they are tried."""
