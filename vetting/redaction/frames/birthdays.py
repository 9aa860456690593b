"""Patterns of birthdays, birth years and ages by comparison: "her ninety-fourth", "a 1987 model", "older than half the class"."""

import re
from typing import Final

from vetting.redaction.frames.ages import NUMBER, ONES, TENS
from vetting.redaction.frames.told import make

_TENTH: Final = (
    r"(?:\d{1,2}(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|"
    r"thirteenth|fourteenth|fifteenth|"
    r"sixteenth|seventeenth|eighteenth|nineteenth|twentieth|thirtieth|fortieth|fiftieth|sixtieth|seventieth|eightieth|"
    r"ninetieth|"
    r"(?:twenty|thirty|forty|fifty|sixty|seventy|eighty)[ -](?:first|second|third|fourth|fifth|sixth|seventh|eighth|"
    r"ninth))"
)
_THING: Final = re.compile(
    r"\b(?:building|house|car|truck|tree|couch|sofa|stove|fridge|chair|app|server|barn|boat|bike|rifle|recipe|skillet|jacket|church|diner|bar|maker|machine|tv|phone|laptop|tradition|law|bridge|book|song|system|radio|joke|boots|shoes)\b"
)


def _of_nothing(folded: str, start: int, _end: int) -> bool:
    """Not a thing that is older than most."""
    return not _THING.search(folded, max(0, start - 30), start)


_LIVED: Final = re.compile(
    r"\b(?:rip|r\.i\.p|rest in|in memory|in loving memory|memorial|passed|died|forever|grand\w+|mom|"
    r"dad|mother|father|uncle|aunt|brother|sister)\b"
)


def _of_a_life(folded: str, start: int, end: int) -> bool:
    """The years of somebody who died, not of a season or a war."""
    return bool(_LIVED.search(folded, max(0, start - 60), min(len(folded), end + 40)))


_COUNTED: Final = re.compile(
    r"\b(?:goals?|home ?runs?|homers?|saves?|assists?|marathon|win|wins|victory|touchdowns?|season|career|strikeouts?|hits?|podiums?|titles?|caps?|"
    r"innings?|race|ironman|anniversary|floor|street|ranked|finish(?:ed|es)?|place|jump|donation|attempt|try|episode|shift)\b"
)


def _not_counted(folded: str, start: int, end: int) -> bool:
    """Not the thirtieth goal, win or anniversary."""
    return not _COUNTED.search(folded, max(0, start - 60), min(len(folded), end + 40))


_TO_A_THING: Final = re.compile(r" to (?:the|our|this|that) ")


def to_somebody(folded: str, _start: int, end: int) -> bool:
    """Not wishes to a car or a shop."""
    sent = _TO_A_THING.match(folded, end)
    return sent is None or not (
        _THING.match(folded, sent.end()) or re.match(r"\w+ \w+ (?:in|of|on) ", folded[sent.end() : sent.end() + 40])
    )


PATTERNS: Final = (
    make(
        "born_short",
        "PC_AGE",
        r"(?<!\w)born (?:back )?(?:in|on|around|circa) (?:the )?(?:early |mid |late |early to mid )?(?:(?:19[2-9]0|"
        r"20[0-2]0|'?[2-9]0)'?s|'\d\d|[4-9]\d)(?![\w%])(?! (?:countr|states|percent|years|days))",
        0.92,
    ),
    make(
        "happy_nth",
        "PC_AGE",
        r"(?<!\w)happy (?:belated |early )?(?:[2-9]\d|1[3-9]|100)(?:st|nd|rd|th)(?! (?:anniversary|"
        r"of|annual|amendment|infantry))(?: (?:b'?day|birthday))?(?: to (?:me|my \w+|her|him|us|this \w+))?(?!\w)|"
        r"(?<!\w)happy \d{1,2}(?:st|nd|rd|th) (?:b'?day|birthday)(?: to my \w+)?(?!\w)",
        0.85,
        check=to_somebody,
    ),
    make(
        "birthday_nth",
        "PC_AGE",
        rf"(?<!\w)(?:my|his|her|their|our|'s|son|daughter|mom|dad) (?P<x>{_TENTH} b'?(?:irth)?days?)(?!\w)|"
        r"(?<!\w)(?:thirtieth|fortieth|fiftieth|sixtieth|seventieth|eightieth|ninetieth|eighteenth|twenty[ -]first|"
        r"sixteenth) b'?(?:irth)?day(?!\w)",
        0.85,
    ),
    make(
        "born_the_year",
        "PC_AGE",
        r"(?<!\w)born the (?:same |very )?(?:year|summer|winter|spring|fall|month|week|day|night)(?: (?:of|"
        r"that|after|before|when|my|they|he|she)(?: (?:the|a|my))?(?: \w+){1,2})?(?!\w)|(?<!\w)(?:january|"
        r"february|march|april|may|june|july|august|september|october|november|december) \d{1,2}(?:st|"
        r"nd|rd|th)?,? (?:19[2-9]\d|20[01]\d)(?= (?:i|he|she|a star|my \w+|this \w+) (?:was|were) born)",
        0.85,
    ),
    make(
        "over_club",
        "PC_AGE",
        r"(?<!\w)(?:over|under)(?:the)?(?:30|40|50|60|70)s?(?:club|crew|gang|squad|life|fitness|moms?|dads?|fit|"
        r"and\w+|women|men)?(?= |$|#)(?<=\w{6})|(?<!\w)(?:the )?(?:30|40|50|60|70) ?(?:\+|plus|and over|"
        r"and up) (?:crowd|club|league|division|women|men|singles|community)(?!\w)",
        0.78,
    ),
    make(
        "turn_of_decade",
        "PC_AGE",
        r"(?<!\w)(?:(?:hello|goodbye|bye|farewell|welcome to|entering|leaving|survived|cheers to|here's to) (?:my "
        r"|your |the )?(?:2|3|4|5|6|7)0'?s|(?:hello|goodbye|bye|farewell|entering|leaving|cheers to) (?:my )?(?:twenties"
        r"|thirties|forties|fifties|sixties|seventies|thirty|forty|fifty|sixty|seventy)|\d\d(?:st|"
        r"nd|rd|th) (?:trip|lap|orbit|journey|rotation|revolution|turn|year) (?:around the sun|on (?:this )?(?:earth|"
        r"planet))|\d\d (?:trips|laps|orbits|times|years|rotations|revolutions) (?:around the sun|"
        r"(?:young|on this (?:earth|planet|rock)))|level \d\d unlocked|(?:the )?big ?[2-9] ?[-.]?[0o](?!\w)|"
        r"[2-9]\d candles)(?!\w)",
        0.82,
    ),
    make(
        "older_than",
        "PC_AGE",
        r"(?<!\w)(?:(?:old|young)er than (?:half(?: (?:the|my|of the|of my) \w+)?|most|all|everyone|"
        r"everybody|anyone|every|the rest|the (?:other |new )?(?:rookies|recruits|kids|guys|cadets)|"
        r"(?:that|this|these|those|some of|most of|half of|your) (?:rookies?|kids?|guys?|recruits?|cadets?|officers?|you|us|them|boys?|girls?|punks?|interns?|cops?)|my (?:kids?|parents|mom|dad|boss|sergeant|lieutenant|son|daughter|boots)|you|him|her|them|"
        r"us|me|dirt|sin|moses|the internet|google|he (?:is|looks)|she (?:is|looks)|they look|i (?:am|"
        r"look))|(?:the )?(?:old|young)est (?:\w+ )?(?:person|guy|one|member|officer|cop|recruit|cadet|"
        r"student|woman|man|girl|boy|player|employee|rookie|adult|driver|of (?:the|us|my|our) (?:group|"
        r"bunch|friends|crew|shift))|(?:old|young)est (?:in|on) (?:the|my|our) (?:class|room|shift|"
        r"team|academy|office|squad|crew|force|department))(?!\w)",
        0.78,
        check=_of_nothing,
    ),
    make(
        "dated_by",
        "PC_AGE",
        r"(?<!\w)(?:(?:i'm|i am|im|he's|she's|as|am|is) an? (?P<x>(?:19\d\d|20[01]\d|'\d\d|[5-9]\d'?s) (?:model|"
        r"baby|vintage|kid|edition|build|product|child))|(?:since )?before (?:you|he|she|they|i|half (?:of )?(?:you|"
        r"them)|my \w+|you guys) (?:was|were) (?:even )?(?:born|alive|a thought)|born (?:in|during|"
        r"under|before|after) (?:the )?(?:reagan|nixon|carter|clinton|bush|obama|eisenhower|kennedy|"
        r"9/11|internet|vietnam|depression|cold war|blizzard)(?: \w+)?|(?:barely |still |not even |"
        r"hardly )(?:out of|in|wearing) diapers|(?:can|could|can't|couldn't|finally|now|not) (?:even |"
        r"finally |barely |almost )?(?:legally (?:drink|vote|drive|buy)|rent a car|(?:buy|drink) (?:alcohol|"
        r"beer|liquor|cigarettes) legally)|senior (?:menu|discount|center|centre|rate|citizen|yoga|"
        r"ticket|coffee)s?|(?:the )?big (?:two|three|four|five|six|seven|eight|nine)[- ](?:oh|o|zero)|"
        rf"(?:been )?on this (?:earth|planet|rock) (?:for )?(?:\w+ )?\d\d years|(?:\d\d|(?:{TENS})(?:[ -](?:{ONES})"
        rf")?) years (?:on|of) (?:this (?:earth|planet|rock)|life|living|being alive)|{NUMBER} (?:years|"
        rf"yrs),? (?:and )?{NUMBER} months?(?! (?:ago|into|sentence|in prison|probation|of (?:service|"
        rf"training)))|{NUMBER} going on {NUMBER}|(?:act|acts|acting|dress|dresses|look|looks) (?:like )?(?:she's|"
        rf"he's|i'm|you're|they're) {NUMBER}(?= |$|[.,!]))(?!\w)",
        0.8,
    ),
    make(
        "named_nth",
        "PC_AGE",
        r"(?<![\w'])(?:my|his|her|our|their|[a-z]{2,12}'s) (?:own |whole |entire |big )?(?P<x>(?:(?:thirt|fort|fift|sixt|sevent|"
        r"eight|ninet)ieth|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)[ -](?:first|second|"
        r"third|fourth|fifth|sixth|seventh|eighth|ninth)|(?:1[3-9]|[2-9]\d)(?:st|nd|rd|th)))(?= (?:is|"
        r"was|party|cake|on|this|next|last|b'?day|birthday|in (?!a row|\d)|at|with|because|alone|by|so|during|without|"
        r"bash|weekend|together)\b|[.,!?]|$)(?! (?:floor|street|st|ave|birthday party))",
        0.74,
        check=_not_counted,
    ),
    make(
        "years_lived",
        "PC_AGE",
        r"(?<!\w)(?:19[0-9]\d|20[0-2]\d) ?[-–—] ?(?:19[2-9]\d|20[0-2]\d|present)(?!\w)",
        0.76,
        check=_of_a_life,
    ),
)
"""All of them, in the order in which they are tried."""
