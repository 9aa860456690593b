"""Patterns that a list of terms cannot hold: ages, years of birth and graduation, ordinals of birthdays, flags.

The engine tries a pattern only when the literals that it cannot do without are in the text (see `signs`). None nests repetitions, so none
backtracks badly. Whether an age belongs to a person or to a thing is asked of the words around it.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from vetting.redaction.contexts import idioms, kindred
from vetting.redaction.frames import (
    abroad,
    ages,
    aid,
    bare_ages,
    belonging,
    birthdays,
    births,
    bodies,
    camps,
    couples,
    everyday,
    expecting,
    fear,
    forces,
    hardship,
    harm,
    health,
    households,
    kinships,
    labels,
    labour,
    lifetimes,
    medical,
    ordeals,
    organised,
    parties,
    peoples,
    polls,
    recovery,
    schooling,
    scripture,
    selves,
    service,
    told,
    worship,
    wounds,
)
from vetting.redaction.frames.ages import NUMBER as _NUMBER
from vetting.redaction.frames.ages import ONES as _ONES
from vetting.redaction.frames.ages import TENS as _TENS
from vetting.redaction.frames.told import Pattern, make
from vetting.redaction.normalise import View
from vetting.redaction.site import Site, Words

_MONTH: Final = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)[a-z]{0,6}"
_YEAR: Final = r"(?:19[2-9]\d|20[0-2]\d)"
_DECADE: Final = r"(?:teens|twenties|thirties|forties|fifties|sixties|seventies|eighties|(?:[1-9]0)'?s)"
_NOT_A_PERSON: Final = re.compile(
    r"(?:model|room|seat|engine|row|gate|unit|apt|part|exit|filter|size|suite|bus|flight|route|it's|its|it is|it was|"
    r"temps?|temperature|temps? (?:is|was)|to|below|above|around|"
    r"of|hit|high|low|highs?|lows?|feels like|about|outside|freezing) (?:is |was |a |at |of |like )?$"
)
_WEATHER: Final = re.compile(
    r" ?(?:outside|degrees|weather|today|tonight|this morning|with (?:a )?wind|filter|part|engine|and (?:snow|rain|"
    r"sunny|windy|cold))"
)


def _of_somebody(folded: str, start: int, end: int) -> bool:
    """Not a seat, a model or a temperature."""
    return not _NOT_A_PERSON.search(folded[max(0, start - 24) : start]) and not _WEATHER.match(folded, end)


_ON_A_TRACK: Final = re.compile(
    r"(?:^|[.!?,(] ?|(?<!\w)(?:on|in|at|of|into|out of|through|before|after|by|past|near|exit|from|to the|and|the|off) )$"
)


_THING_TURNS: Final = re.compile(
    r"(?:app|store|shop|site|website|podcast|channel|company|band|bar|brewery|bakery|restaurant|cafe|car|truck|laptop|phone|house|server|blog|account|"
    r"dog|cat|pup|puppy|kitten|horse|club|album|song|game|city|town|business|startup|festival|franchise|league)(?:'s| has| just| is| finally| officially)* $"
)


def _not_on_a_track(folded: str, start: int, _end: int) -> bool:
    """Not the fourth turn of a race: "turn 4" where no subject stands before it; nor a shop or an app that turned five."""
    if _THING_TURNS.search(folded[max(0, start - 40) : start]):
        return False
    return not folded.startswith("turn ", start) or not _ON_A_TRACK.search(folded[max(0, start - 12) : start])


_AGE: Final = (
    make(
        "age_years_old",
        "PC_AGE",
        rf"(?<![\w.$])(?:{_NUMBER} ?(?:-|to|and|or|&) ?)?{_NUMBER}(?:[ -](?:and a half|1/2))?[ -]?(?:years?|"
        rf"yrs?|yr|months?|mos?)[ -]?(?:olds?|of age|young)(?!\w)",
        0.95,
        person=True,
    ),
    make("age_yo", "PC_AGE", r"(?<![\w.$])\d{1,3} ?(?:y/?os?|y\.o\.?|yr ?olds?|yrolds?)(?!\w)", 0.95, person=True),
    make(
        "age_letter",
        "PC_AGE",
        r"(?<![\w.$-])[1-9]\d ?(?:/ ?)?[mf](?![\w'])(?! ?(?:/s|per|/h))",
        0.85,
        check=_of_somebody,
    ),
    make("letter_age", "PC_AGE", r"(?<![\w.$'])[mf]/[1-9]\d(?![\w:.])|[\[(] ?[mf] ?[1-9]\d ?[\])]", 0.85),
    make("age_noun", "PC_AGE", r"(?<![\w.$])[1-9]\d(?: ?yr)? (?:male|female|man|woman|guy|girl)(?!\w)", 0.75),
    make(
        "when_age",
        "PC_AGE",
        rf"(?<!\w)(?:when|since|until|till|before|after|by the time|while|if|because|bc) (?:i|he|she|we|they|"
        rf"you|my \w+) (?:was|were|turned|am|is|hit) (?:only |just |about |like |around |"
        rf"almost )?{_NUMBER}(?! ?(?:minutes|hours|days|weeks|miles|pounds|lbs|feet|inches|percent|of|%|blocks|"
        rf"points|mph|in an? [1-9]|on one|who|time|times|months? (?!old)|and a half hours))(?![\w:])",
        0.85,
    ),
    make(
        "age_of",
        "PC_AGE",
        rf"(?<!\w)(?:ages?|aged) (?:of )?{_NUMBER}(?:(?: ?- ?| to | and ){_NUMBER})?(?![\w%])",
        0.93,
        person=True,
    ),
    make(
        "turned",
        "PC_AGE",
        rf"(?<!\w)(?:turn(?:s|ed|ing)?|turnt) (?:the big )?{_NUMBER}(?! ?(?:%|degrees|percent|pages?|minutes|"
        rf"hours|times|screws|knobs|dials|into|laps?|\w*th))(?![\w:])",
        0.9,
        check=_not_on_a_track,
    ),
    make(
        "i_am_number",
        "PC_AGE",
        rf"(?<!\w)(?:i'?m|i am|im|he'?s|she'?s|he is|she is|he was|she was|i was|they'?re|you'?re|"
        rf"you are) (?:only |just |already |almost |nearly |about |like |over |under )?(?:[1-9]\d|{_ONES}|ten|"
        rf"eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|"
        rf"(?:{_TENS})(?:[ -](?:{_ONES}))?)(?=[.,!?;)]|$| (?:and|but|now|so|with|years?|when|when|today|going|"
        rf"male|female|single|too|too|or|yrs)(?!\w))(?! (?:years?|yrs) (?!old|young))(?! and \d+ (?:this season|this year|on the))",
        0.8,
        person=True,
    ),
    make(
        "decade",
        "PC_AGE",
        rf"(?<!\w)(?:my|his|her|their|our|your) (?:(?:early|mid|late)[ -](?:to[ -](?:late|"
        rf"mid)[ -])?)?{_DECADE}(?! (?:music|songs?|movies?|hits?|style|night|party|club|show))(?!\w)",
        0.72,
    ),
    make(
        "decade_bare",
        "PC_AGE",
        r"(?<!\w)(?<!the )(?<!temps )(?:early|mid|late)[ -](?:to[ -](?:late|mid)[ -])?[2-7]0'?s(?!\w)",
        0.75,
    ),
    make(
        "birth_year",
        "PC_AGE",
        rf"(?<!\w)(?:(?:born|birthday is|birthday was) (?:in |on |around )?(?:{_MONTH} )?(?:\d{{1,2}}(?:st|nd|rd|th)?,? )?|b\. ?|dob:? ?|"
        rf"birth ?year:? ?|year of birth:? ?){_YEAR}(?!\w)",
        0.95,
    ),
    make(
        "birth_date",
        "PC_AGE",
        r"(?<!\w)(?:dob|d\.o\.b\.?|born(?: on)?|birth ?date|date of birth|"
        r"birthday(?: is)?):? ?\d{1,2}[/.-]\d{1,2}[/.-](?:\d{4}|\d{2})(?!\w)",
        0.97,
    ),
    make(
        "birthday_month", "PC_AGE", rf"(?<!\w)(?:my|his|her) birthday (?:is|was) (?:on )?(?:{_MONTH}|\d{{1,2}}/)", 0.8
    ),
    make(
        "class_of",
        "PC_AGE",
        r"(?<!\w)(?:(?:class|c/o|co) ?(?:of|') ?'?(?:(?:19|20)\d\d|\d\d)|c/o ?'?(?:19|20)\d\d|(?:grad|graduate|alum|"
        r"alumnus|alumna|alumni|prom|valedictorian|seniors?) (?:of |in |class of )?(?:(?:19[4-9]|20[0-2])\d|"
        r"'\d\d))(?!\w)",
        0.93,
    ),
    make(
        "graduated",
        "PC_AGE",
        rf"(?<!\w)(?:graduat(?:ed|ing|ion)|grad|diploma)(?: (?:from|high|school|college|hs|in|class|year|"
        rf"with)){{0,4}} (?:in )?'?(?:{_YEAR}|\d\d)(?![\w%:])|(?<!\w)(?:finished|left|started|passed out of|done with|quit) "
        rf"(?:high |secondary |primary |grade |nursing |trade |law )?(?:school|college|uni|university|kindergarten) (?:back )?in (?:{_YEAR}|'\d\d)(?!\w)",
        0.85,
    ),
    make(
        "birthday",
        "PC_AGE",
        r"(?<!\w)(?:my|his|her|their|mom's|dad's|wife's|husband's|(?:'s)) (?:[1-9]\d|1[0-2]\d)(?:st|nd|rd|"
        r"th) (?:b'?day|birthday)(?!\w)",
        0.92,
    ),
    make(
        "birthday_ordinal",
        "PC_AGE",
        r"(?<!\w)(?:[1-9]\d|1[01]\d)(?:st|nd|rd|th) birthday(?!\w)",
        0.8,
        check=birthdays.to_somebody,
    ),
    make(
        "years_experience",
        "PC_AGE",
        r"(?<!\w)(?:[2-9]\d)\+? (?:years|yrs) (?:on the job|of experience|in law enforcement|on the force|"
        r"as a cop|of service)(?!\w)",
        0.72,
    ),
    make("married_years", "PC_MARITAL", rf"(?<!\w){_NUMBER} years (?:together|of marriage|married)(?!\w)", 0.85),
)
_FLAG: Final = "[\U0001f1e6-\U0001f1ff]{2}"


def find(
    view: View,
    words: Words,
    chosen: Iterable[Pattern] | None = None,
    reach: Mapping[Pattern, Sequence[tuple[int, int]]] | None = None,
) -> Iterator[tuple[Pattern, int, int]]:
    """Matches of the chosen patterns (none given: all), as ranges of the view; `reach` bounds where each is tried in a long text."""
    whole = ((0, len(view.folded)),)
    for pattern in every() if chosen is None else chosen:
        for match in (
            m
            for low, high in (whole if reach is None else reach[pattern])
            for m in pattern.regex.finditer(view.folded, low, high)
        ):
            start, end = match.span(match.lastgroup or 0)
            if (
                (not pattern.person or _of_person(view, start, end, words))
                and (pattern.check is None or pattern.check(view.folded, start, end))
                and (not pattern.capital or view.cased[start : start + 1].isupper())
                and not idioms.figurative(view.folded, start, end)
            ):
                yield pattern, start, end


def every() -> tuple[Pattern, ...]:
    """All patterns, in the order in which they are tried."""
    subjects = (
        ages,
        birthdays,
        bare_ages,
        schooling,
        told,
        health,
        recovery,
        bodies,
        households,
        couples,
        births,
        service,
        forces,
        harm,
        fear,
        hardship,
        medical,
        belonging,
        labels,
        labour,
        organised,
        polls,
        ordeals,
        worship,
        peoples,
        selves,
        wounds,
        aid,
        expecting,
        lifetimes,
        kinships,
        kindred,
        everyday,
        parties,
        abroad,
        scripture,
        camps,
    )
    return (*_AGE, *(pattern for subject in subjects for pattern in subject.PATTERNS), _NATION)


_NATION: Final = Pattern("pattern.flag", "PC_NATIONAL_ORIGIN", _FLAG, 0.92)


def _of_person(view: View, start: int, end: int, words: Words) -> bool:
    """Whether an age is not that of a thing: "a 10 year old laptop", "the house is 90 years old"."""
    site = Site(view, start, end, words)
    things = words.get("things") | words.get("animals")
    if any(token in things for token in site.right[:2]):
        return False
    return not (
        site.left[:1]
        and site.left[0] in {"is", "are", "was", "were"}
        and any(t in things or t in {"it", "this", "that"} for t in site.left[1:4])
    )
