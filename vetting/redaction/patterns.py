"""Patterns that a list of terms cannot hold: ages, years of birth and graduation, ordinals of birthdays, flags, scripture references.

Each pattern runs only when a cheap sign of it (a digit, a number word, a flag letter) is in the text. None nests repetitions, so none
backtracks badly. Whether an age belongs to a person or to a thing is asked of the words around it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from schemas.redaction import Mark
from vetting.redaction.normalise import View
from vetting.redaction.site import Site, Words

_TENS: Final = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_ONES: Final = "one|two|three|four|five|six|seven|eight|nine"
_NUMBER: Final = (
    rf"(?:\d{{1,3}}|(?:{_TENS})(?:[ -](?:{_ONES}))?|{_ONES}|ten|eleven|twelve|thirteen|fourteen|fifteen|"
    rf"sixteen|seventeen|eighteen|nineteen|a hundred)"
)
_MONTH: Final = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)[a-z]{0,6}"
_YEAR: Final = r"(?:19[2-9]\d|20[0-2]\d)"
_DECADE: Final = r"(?:teens|twenties|thirties|forties|fifties|sixties|seventies|eighties|(?:[1-9]0)'?s)"
_BOOKS: Final = (
    "genesis|exodus|leviticus|deuteronomy|joshua|psalms?|proverbs|ecclesiastes|isaiah|jeremiah|ezekiel|"
    "matthew|mark|luke|john|acts|romans|corinthians|galatians|ephesians|"
    "philippians|colossians|thessalonians|timothy|titus|hebrews|james|peter|jude|revelations?|surah|quran"
)


@dataclass(frozen=True, slots=True)
class Pattern:
    """A pattern with the class it reveals; `group` is the part to take out; `person` asks that no thing is meant."""

    name: str
    entity: str
    regex: re.Pattern[str]
    score: float
    person: bool = False
    mark: Mark = Mark.REMOVED


def _make(name: str, entity: str, regex: str, score: float, *, person: bool = False) -> Pattern:
    return Pattern(f"pattern.{name}", entity, re.compile(regex), score, person)


_AGE: Final = (
    _make(
        "age_years_old",
        "PC_AGE",
        rf"(?<![\w.$])(?:{_NUMBER} ?(?:-|to|and|or|&) ?)?{_NUMBER}(?:[ -](?:and a half|1/2))?[ -]?(?:years?|"
        rf"yrs?|yr|months?|mos?)[ -]?(?:olds?|of age|young)(?!\w)",
        0.95,
        person=True,
    ),
    _make("age_yo", "PC_AGE", r"(?<![\w.$])\d{1,3} ?(?:y/?o|y\.o\.?|yr ?old|yrold)(?!\w)", 0.95, person=True),
    _make("age_letter", "PC_AGE", r"(?<![\w.$])[1-9]\d ?(?:/ ?)?[mf](?![\w'])(?! ?(?:/s|per|/h))", 0.85),
    _make("letter_age", "PC_AGE", r"(?<![\w.$'])[mf]/[1-9]\d(?![\w:.])|[\[(] ?[mf] ?[1-9]\d ?[\])]", 0.85),
    _make("age_noun", "PC_AGE", r"(?<![\w.$])[1-9]\d(?: ?yr)? (?:male|female|man|woman|guy|girl)(?!\w)", 0.75),
    _make(
        "when_age",
        "PC_AGE",
        rf"(?<!\w)(?:when|since|until|till|before|after|by the time|while|if|because|bc) (?:i|he|she|we|they|"
        rf"you|my \w+) (?:was|were|turned|am|is|hit) (?:only |just |about |like |around |"
        rf"almost )?{_NUMBER}(?! ?(?:minutes|hours|days|weeks|miles|pounds|lbs|feet|inches|percent|of|%|blocks|"
        rf"points|on one|who|time|times|months? (?!old)|and a half hours))(?![\w:])",
        0.85,
    ),
    _make(
        "age_of",
        "PC_AGE",
        rf"(?<!\w)(?:ages?|aged) (?:of )?{_NUMBER}(?:(?: ?- ?| to | and ){_NUMBER})?(?![\w%])",
        0.93,
        person=True,
    ),
    _make(
        "turned",
        "PC_AGE",
        rf"(?<!\w)(?:turn(?:s|ed|ing)?|turnt) (?:the big )?{_NUMBER}(?! ?(?:%|degrees|percent|pages?|minutes|"
        rf"hours|times|\w*th))(?![\w:])",
        0.9,
    ),
    _make(
        "i_am_number",
        "PC_AGE",
        rf"(?<!\w)(?:i'?m|i am|im|he'?s|she'?s|he is|she is|he was|she was|i was|they'?re|you'?re|"
        rf"you are) (?:only |just |already |almost |nearly |about |like |over |under )?(?:[1-9]\d|{_ONES}|ten|"
        rf"eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|"
        rf"(?:{_TENS})(?:[ -](?:{_ONES}))?)(?=[.,!?;)]|$| (?:and|but|now|so|with|years?|when|when|today|going|"
        rf"male|female|single|too|too|or|yrs)(?!\w))(?! (?:years?|yrs) (?!old|young))",
        0.8,
        person=True,
    ),
    _make(
        "at_age_event",
        "PC_AGE",
        r"(?:(?<=graduated )|(?<=married )|(?<=died )|(?<=retired )|(?<=degree )|(?<=pregnant )|"
        r"(?<=divorced )|(?<=enlisted )|(?<=kids )|(?<=passed away )|(?<=diagnosed )|"
        r"(?<=college ))at (?:1[0-9]|[2-9]\d)(?![\w:%])",
        0.85,
    ),
    _make(
        "decade",
        "PC_AGE",
        rf"(?<!\w)(?:my|his|her|their|our|your) (?:(?:early|mid|late)[ -](?:to[ -](?:late|"
        rf"mid)[ -])?)?{_DECADE}(?! (?:music|songs?|movies?|hits?|style|night|party|club|show))(?!\w)",
        0.72,
    ),
    _make("decade_bare", "PC_AGE", r"(?<!\w)(?:early|mid|late)[ -](?:to[ -](?:late|mid)[ -])?[2-5]0'?s(?!\w)", 0.75),
    _make(
        "birth_year",
        "PC_AGE",
        rf"(?<!\w)(?:born (?:in |on |around )?(?:{_MONTH} )?(?:\d{{1,2}}(?:st|nd|rd|th)?,? )?|b\. ?|dob:? ?|"
        rf"birth ?year:? ?){_YEAR}(?!\w)",
        0.95,
    ),
    _make(
        "birth_date",
        "PC_AGE",
        r"(?<!\w)(?:dob|d\.o\.b\.?|born(?: on)?|birth ?date|date of birth|"
        r"birthday(?: is)?):? ?\d{1,2}[/.-]\d{1,2}[/.-](?:\d{4}|\d{2})(?!\w)",
        0.97,
    ),
    _make(
        "birthday_month", "PC_AGE", rf"(?<!\w)(?:my|his|her) birthday (?:is|was) (?:on )?(?:{_MONTH}|\d{{1,2}}/)", 0.8
    ),
    _make("class_of", "PC_AGE", r"(?<!\w)(?:class|c/o|co) ?(?:of|') ?'?(?:(?:19|20)\d\d|\d\d)(?!\w)", 0.93),
    _make(
        "graduated",
        "PC_AGE",
        rf"(?<!\w)(?:graduat(?:ed|ing|ion)|grad|diploma)(?: (?:from|high|school|college|hs|in|class|year|"
        rf"with)){{0,4}} (?:in )?'?(?:{_YEAR}|\d\d)(?![\w%:])",
        0.85,
    ),
    _make(
        "birthday",
        "PC_AGE",
        r"(?<!\w)(?:my|his|her|their|mom's|dad's|wife's|husband's|(?:'s)) (?:[1-9]\d|1[0-2]\d)(?:st|nd|rd|"
        r"th) (?:b'?day|birthday)(?!\w)",
        0.92,
    ),
    _make("birthday_ordinal", "PC_AGE", r"(?<!\w)(?:[1-9]\d|1[01]\d)(?:st|nd|rd|th) birthday(?!\w)", 0.8),
    _make(
        "years_experience",
        "PC_AGE",
        r"(?<!\w)(?:[2-9]\d)\+? (?:years|yrs) (?:on the job|of experience|in law enforcement|on the force|"
        r"as a cop|of service)(?!\w)",
        0.72,
    ),
    _make("married_years", "PC_MARITAL", rf"(?<!\w){_NUMBER} years (?:together|of marriage|married)(?!\w)", 0.85),
)
_TOLD: Final = (
    _make(
        "attraction",
        "PC_SEXUAL_ORIENTATION",
        r"(?<!\w)(?:attracted to|attraction to|into|date|dating|marry|marrying|married|sleep with|"
        r"sleeping with|slept with|kiss|kissed|kissing|in love with|crush on|feelings for) (?:(?:a|an|another|"
        r"other|the same|both|only|the same|same) ){0,2}(?:men|women|guys|girls|man|woman|males|females|dudes|"
        r"chicks|sex|gender|genders|sexes)(?!\w)",
        0.78,
    ),
    _make(
        "rough_living",
        "PC_HOMELESS",
        r"(?<!\w)(?:live|living|lived|sleep|sleeping|slept) (?:in|out of|on) (?:my|his|her|our|a|the|"
        r"their) (?:car|van|truck|tent|tents|shelter|shelters|motel|motels|street|streets|woods|minivan|couch|"
        r"couches)(?!\w)",
        0.85,
    ),
    _make(
        "hurt_me",
        "PC_DV_VICTIM",
        r"(?<!\w)(?:punched|punches|slapped|slaps|kicked|kicks|choked|chokes|strangled|beat|beats|hit|hits|"
        r"hitting|beating|attacked|shoved|threatened|threatens|assaulted|raped|molested|abused|abuses|abusing|"
        r"stalked|stalking|harassed|groped) (?:me|my (?:mom|mother|sister|daughter|kids|children|son|"
        r"friend))(?!\w)(?! (?:as|that|like|with a (?:fee|bill)|up for))",
        0.75,
    ),
    _make(
        "was_hurt",
        "PC_DV_VICTIM",
        r"(?<!\w)(?:i|she|he|we|they)(?:'ve| have| had| has)? (?:was|were|been|got|get) (?:being |repeatedly |"
        r"physically |sexually |brutally )?(?:punched|slapped|kicked|choked|strangled|beaten|beat up|"
        r"assaulted|attacked|abused|raped|molested|stalked|groped|trafficked)(?: and (?:punched|slapped|"
        r"kicked|choked|strangled|beaten|assaulted|raped))?(?: in the face)?(?!\w)",
        0.8,
    ),
    _make(
        "prays", "PC_RELIGION", r"(?<!\w)pray(?:s|ed|ing)? (?:five|5|three|3|\w+) times(?: a day| daily)?(?!\w)", 0.92
    ),
)
_TOLD_SIGN: Final = re.compile(
    r"(?<!\w)(?:men|women|guys|girls|man|woman|males|females|dudes|chicks|sex|gender|genders|sexes|car|"
    r"van|truck|tents?|shelters?|motels?|streets?|woods|minivan|couch|couches|me|my|was|were|been|got|get|"
    r"times)(?!\w)"
)
_NUMBER_WORDS: Final = re.compile(
    r"teen|ten|eleven|twelve|twent|thirt|fort|fift|sixt|sevent|eight|ninet|nine|seven|six|five|four|three|two|one|hundred"
)
_SCRIPTURE: Final = re.compile(rf"(?<!\w)(?:[123] ?)?(?:{_BOOKS}) \d{{1,3}}:\d{{1,3}}(?:-\d{{1,3}})?(?!\w)")
_FLAG: Final = re.compile("[\U0001f1e6-\U0001f1ff]{2}")


def find(view: View, words: Words) -> Iterator[tuple[Pattern, int, int]]:
    """Matches of every pattern whose sign is present, as ranges of the view."""
    folded = view.folded
    digits = any("0" <= c <= "9" for c in folded) if len(folded) < 400 else re.search(r"\d", folded) is not None
    if digits or _NUMBER_WORDS.search(folded):
        for pattern in _AGE:
            for match in pattern.regex.finditer(folded):
                if not pattern.person or _of_person(view, match.start(), match.end(), words):
                    yield pattern, match.start(), match.end()
    if _TOLD_SIGN.search(folded):
        for pattern in _TOLD:
            for match in pattern.regex.finditer(folded):
                yield pattern, match.start(), match.end()
    if digits and ":" in folded:
        for match in _SCRIPTURE.finditer(folded):
            yield _VERSE, match.start(), match.end()
    for match in _FLAG.finditer(folded) if not folded.isascii() else ():
        yield _NATION, match.start(), match.end()


_VERSE: Final = Pattern("pattern.scripture", "PC_RELIGION", _SCRIPTURE, 0.9)
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
