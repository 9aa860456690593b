"""Patterns that a list of terms cannot hold: ages, years of birth and graduation, ordinals of birthdays, flags, scripture references.

The engine tries a pattern only when the literals that it cannot do without are in the text (see `signs`). None nests repetitions, so none
backtracks badly. Whether an age belongs to a person or to a thing is asked of the words around it.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from vetting.redaction import life, medical, told
from vetting.redaction.normalise import View
from vetting.redaction.site import Site, Words
from vetting.redaction.told import Pattern, make

_TENS: Final = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_ONES: Final = "one|two|three|four|five|six|seven|eight|nine"
_NUMBER: Final = (
    rf"(?:\d{{1,3}}(?:\.5)?|(?:{_TENS})(?:[ -](?:{_ONES}))?|{_ONES}|ten|eleven|twelve|thirteen|fourteen|fifteen|"
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


_NOT_A_PERSON: Final = re.compile(
    r"(?:model|room|seat|engine|row|gate|unit|apt|part|exit|filter|size|suite|bus|flight|route|it's|its|it is|it was|temps?|temperature|temps? (?:is|was)|to|below|above|around|"
    r"of|hit|high|low|highs?|lows?|feels like|about|outside|freezing) (?:is |was |a |at |of |like )?$"
)
_WEATHER: Final = re.compile(r" ?(?:outside|degrees|weather|today|tonight|this morning|with (?:a )?wind|filter|part|engine|and (?:snow|rain|sunny|windy|cold))")


def _of_somebody(folded: str, start: int, end: int) -> bool:
    """Not a seat, a model or a temperature."""
    return not _NOT_A_PERSON.search(folded[max(0, start - 24) : start]) and not _WEATHER.match(folded, end)


_NEWBORN: Final = re.compile(r"\b(?:baby|son|daughter|newborn|infant|he's|she's|he is|she is|my|our|nephew|niece|twins|grandson|granddaughter|girl|boy)\b")


def _of_a_child(folded: str, start: int, _end: int) -> bool:
    return bool(_NEWBORN.search(folded[max(0, start - 40) : start]))


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
    make("age_letter", "PC_AGE", r"(?<![\w.$-])[1-9]\d ?(?:/ ?)?[mf](?![\w'])(?! ?(?:/s|per|/h))", 0.85, check=_of_somebody),
    make("letter_age", "PC_AGE", r"(?<![\w.$'])[mf]/[1-9]\d(?![\w:.])|[\[(] ?[mf] ?[1-9]\d ?[\])]", 0.85),
    make("age_noun", "PC_AGE", r"(?<![\w.$])[1-9]\d(?: ?yr)? (?:male|female|man|woman|guy|girl)(?!\w)", 0.75),
    make(
        "when_age",
        "PC_AGE",
        rf"(?<!\w)(?:when|since|until|till|before|after|by the time|while|if|because|bc) (?:i|he|she|we|they|"
        rf"you|my \w+) (?:was|were|turned|am|is|hit) (?:only |just |about |like |around |"
        rf"almost )?{_NUMBER}(?! ?(?:minutes|hours|days|weeks|miles|pounds|lbs|feet|inches|percent|of|%|blocks|"
        rf"points|on one|who|time|times|months? (?!old)|and a half hours))(?![\w:])",
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
        rf"hours|times|\w*th))(?![\w:])",
        0.9,
    ),
    make(
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
    make(
        "at_age_event",
        "PC_AGE",
        r"(?:(?<=graduated )|(?<=married )|(?<=died )|(?<=retired )|(?<=degree )|(?<=pregnant )|"
        r"(?<=divorced )|(?<=enlisted )|(?<=kids )|(?<=passed away )|(?<=diagnosed )|"
        r"(?<=college ))at (?:1[0-9]|[2-9]\d)(?![\w:%])",
        0.85,
    ),
    make(
        "decade",
        "PC_AGE",
        rf"(?<!\w)(?:my|his|her|their|our|your) (?:(?:early|mid|late)[ -](?:to[ -](?:late|"
        rf"mid)[ -])?)?{_DECADE}(?! (?:music|songs?|movies?|hits?|style|night|party|club|show))(?!\w)",
        0.72,
    ),
    make("decade_bare", "PC_AGE", r"(?<!\w)(?<!the )(?<!temps )(?:early|mid|late)[ -](?:to[ -](?:late|mid)[ -])?[2-7]0'?s(?!\w)", 0.75),
    make(
        "birth_year",
        "PC_AGE",
        rf"(?<!\w)(?:born (?:in |on |around )?(?:{_MONTH} )?(?:\d{{1,2}}(?:st|nd|rd|th)?,? )?|b\. ?|dob:? ?|"
        rf"birth ?year:? ?){_YEAR}(?!\w)",
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
        r"(?<!\w)(?:(?:class|c/o|co) ?(?:of|') ?'?(?:(?:19|20)\d\d|\d\d)|c/o ?'?(?:19|20)\d\d|(?:grad|graduate|alum|alumnus|alumna|alumni|prom|valedictorian|seniors?) (?:of |in |class of )?(?:(?:19[4-9]|20[0-2])\d|'\d\d))(?!\w)",
        0.93,
    ),
    make(
        "graduated",
        "PC_AGE",
        rf"(?<!\w)(?:graduat(?:ed|ing|ion)|grad|diploma)(?: (?:from|high|school|college|hs|in|class|year|"
        rf"with)){{0,4}} (?:in )?'?(?:{_YEAR}|\d\d)(?![\w%:])",
        0.85,
    ),
    make(
        "birthday",
        "PC_AGE",
        r"(?<!\w)(?:my|his|her|their|mom's|dad's|wife's|husband's|(?:'s)) (?:[1-9]\d|1[0-2]\d)(?:st|nd|rd|"
        r"th) (?:b'?day|birthday)(?!\w)",
        0.92,
    ),
    make("birthday_ordinal", "PC_AGE", r"(?<!\w)(?:[1-9]\d|1[01]\d)(?:st|nd|rd|th) birthday(?!\w)", 0.8),
    make(
        "years_experience",
        "PC_AGE",
        r"(?<!\w)(?:[2-9]\d)\+? (?:years|yrs) (?:on the job|of experience|in law enforcement|on the force|"
        r"as a cop|of service)(?!\w)",
        0.72,
    ),
    make("married_years", "PC_MARITAL", rf"(?<!\w){_NUMBER} years (?:together|of marriage|married)(?!\w)", 0.85),
)
_TWO: Final = (
    rf"(?:1[3-9]|[2-9]\d|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|(?:{_TENS})(?:[ -](?:{_ONES}))?)"
)
_TENTH: Final = (
    r"(?:\d{1,2}(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|"
    r"sixteenth|seventeenth|eighteenth|nineteenth|twentieth|thirtieth|fortieth|fiftieth|sixtieth|seventieth|eightieth|ninetieth|"
    r"(?:twenty|thirty|forty|fifty|sixty|seventy|eighty)[ -](?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth))"
)
_SHE: Final = (
    r"(?:i'm|i am|im|he's|she's|he is|she is|we're|they're|you're|who is|who's|mom is|mom's|dad is|dad's|hes|shes|i was|he was|she was|am|"
    r"husband is|wife is|brother is|sister is|son is|daughter is|boyfriend is|girlfriend is|kid is|grandma is|grandpa is|mother is|father is|cousin is|friend is|partner is|ex is)"
)
_NOT_YEARS: Final = (
    r"(?! ?(?:%|degrees|percent|pages?|minutes?|mins?|hours?|hrs?|miles?|mph|dollars?|bucks|pounds|lbs|points?|times|feet|ft|inches|people|cars|"
    r"days?|weeks?|months?|am|pm|st|k|million|thousand|hundred|blocks|games|th|grand|yards|seconds|bpm|songs|calls|in line|of)\b)(?![\w%:$.]\d|[\w%:$])"
)
_AGE_TOLD: Final = (
    make(
        "born_short",
        "PC_AGE",
        r"(?<!\w)born (?:back )?(?:in|on|around|circa) (?:the )?(?:early |mid |late |early to mid )?(?:(?:19[2-9]0|20[0-2]0|'?[2-9]0)'?s|'\d\d|[4-9]\d)(?![\w%])(?! (?:countr|states|percent|years|days))",
        0.92,
    ),
    make(
        "in_school_then",
        "PC_AGE",
        r"(?<!\w)in (?:high school|college|middle school|grade school|elementary school|school|hs|kindergarten|grad school) (?:back )?(?:in|during) (?:the )?(?:early |mid |late )?(?:(?:19[2-9]0|20[0-2]0|[3-9]0|00)'?s|(?:19[3-9]|20[0-2])\d|'\d\d)(?!\w)",
        0.88,
    ),
    make(
        "letter_then_age",
        "PC_AGE",
        r"(?:(?<=i'm )|(?<=im )|(?<=i am )|(?<=me )|(?<=wife )|(?<=husband )|(?<=gf )|(?<=bf )|(?<=girlfriend )|(?<=boyfriend )|(?<=sister )|(?<=brother ))[mf] ?[1-9]\d(?![\w.-])|(?<![\w.$'-])[mf][1-9]\d(?= (?:here|from|looking|and my|seeking|lives?|living|4[mfar]|single|married)\b)",
        0.82,
    ),
    make(
        "at_number",
        "PC_AGE",
        rf"(?<!\w)at (?:only |just |barely |like |about )?{_TWO}(?: years(?: old)?)?,?(?= (?:i|he|she|we|they|i'm|he's|she's|i've|you|my (?:mom|dad|son|daughter|wife|husband|brother|sister|mother|father))(?!\w))",
        0.82,
    ),
    make(
        "by_number",
        "PC_AGE",
        rf"(?<!\w)(?:home|out|army|navy|marines|military|kid|kids|baby|son|daughter|child|first|died|sober|bachelor'?s|master'?s|degree|phd|house|homeowner|mother|father|dad|mom|millionaire|widow|widowed|widower|grandmother|grandma|grandfather|"
        rf"pregnant|diagnosed|started|retire|retiring|cop|officer|force|academy|married|enlisted|alone|orphan|parent|cancer|attack|stroke|drinking|smoking|working|virginity|driving|out|over|again) (?:only )?(?P<x>(?:at|by) (?:only |just |barely |the (?:ripe )?(?:old |young )?age of |around |about )?{_TWO}){_NOT_YEARS}",
        0.8,
        person=True,
    ),
    make(
        "will_be",
        "PC_AGE",
        rf"(?<!\w)(?:i'll|i will|he'll|she'll|he will|she will|they'll|ill|you'll|would have|would've|(?:i'm|im|he's|she's) (?:going to|gonna|about to)|son will|daughter will|mom will|dad will|finally|just|officially) (?:soon )?(?P<x>(?:be|been|turn|turns|turned|hit|hits) {_TWO})(?=[.,!?;)]|$| (?:in (?!line|a row|total)|this|next|soon|when|by|tomorrow|and|at|now|today|on|years)\b)",
        0.85,
    ),
    make(
        "pushing",
        "PC_AGE",
        rf"(?<!\w)(?:{_SHE} (?:already |now |just |still |at |well )?(?:pushing|approaching|nearing|closing in on|over|past|under|barely|well over|north of|hitting|knocking on|on the (?:wrong|right) side of|somewhere in my|damn near|rounding|creeping up on)|"
        rf"(?:men|women|people|guys|singles|runners|anyone|everyone|those|folks|dudes|ladies|moms|dads|parents|cops|officers|adults|man|woman|someone|somebody|person|anybody|kids|girls|boys|us) (?:who are |that are )?(?:over|under|above|below|past|older than|younger than) (?:the age of )?) ?{_TWO}{_NOT_YEARS}|"
        rf"(?<!\w)(?:over|under) (?:30|35|40|45|50|55|60|65|70)(?= (?:and (?:fit|single|still|never|loving|fabulous|proud|out)|crowd|club|folks|set|women|men|league|dating)\b)",
        0.8,
        person=True,
    ),
    make(
        "number_then_status",
        "PC_AGE",
        rf"(?:(?:(?<=[.!?,;] )|(?<![\s\S])|(?<=at )|(?<=i'm )|(?<=im )|(?<=am )|(?<=being )|(?<=is )|(?<=a )){_TWO})(?=,? (?:and )?(?:single|divorced|never married|pregnant|married|childless|widowed|unmarried|broke and|fabulous|retired|disabled|living with my|still living with|in college|in high school|live with|lives with|male|female|working full|just (?:graduated|moved|got married))\b)",
        0.78,
    ),
    make(
        "comma_age",
        "PC_AGE",
        r"(?<!\w)(?:(?:male|female|man|woman|guy|girl|dude|lady|m|f), ?(?P<x>[1-9]\d)(?=[,.;)]|$| (?:from|here|years|single|in)\b)|(?P<y>[1-9]\d), ?(?:male|female|m|f)(?=[,.;)]|$|\s)|[a-z]+ [a-z]+, (?P<z>[1-9]\d)(?=, (?:of|from|was|is|who|has|faces|were|told|said|died|pleaded|charged|arrested|resident)\b))",
        0.8,
    ),
    make(
        "happy_nth",
        "PC_AGE",
        r"(?<!\w)happy (?:belated |early )?(?:[2-9]\d|1[3-9]|100)(?:st|nd|rd|th)(?! (?:anniversary|of|annual|amendment|infantry))(?: (?:b'?day|birthday))?(?: to (?:me|my \w+|her|him|us|this \w+))?(?!\w)|(?<!\w)happy \d{1,2}(?:st|nd|rd|th) (?:b'?day|birthday)(?: to my \w+)?(?!\w)",
        0.85,
    ),
    make(
        "birthday_nth",
        "PC_AGE",
        rf"(?<!\w)(?:my|his|her|their|our|'s|son|daughter|mom|dad) (?P<x>{_TENTH} b'?(?:irth)?days?)(?!\w)|(?<!\w)(?:thirtieth|fortieth|fiftieth|sixtieth|seventieth|eightieth|ninetieth|eighteenth|twenty[ -]first|sixteenth) b'?(?:irth)?day(?!\w)",
        0.85,
    ),
    make(
        "in_school",
        "PC_AGE",
        r"(?<!\w)(?:(?:i'm|i am|im|i was|as|he's|she's|he is|she is|was|only|just|still|being) (?:only |just |still )?an? (?P<x>(?:(?:college|hs|high school|university|rising|incoming) )?(?:freshman|sophomore|junior|senior|first year|high schooler|middle schooler|\d(?:st|nd|rd|th) grader))(?=[.,!?;)]|$| (?:in (?:high|college|hs|uni)|at|year|this|and|now|again|majoring|when)\b)|"
        r"(?:freshman|sophomore|junior|senior) (?:in|at|year (?:of|in)) (?:high school|college|hs|uni|university|uconn)|(?<!in )a minor(?=[.,!?;)]|$| (?:and|at the time|when|so|but|too|child|here|who)\b)|(?:in|into|finish(?:ed|ing)|start(?:ed|ing|s)?|through|since) (?:the )?(?:\d{1,2}(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth) grade)(?!\w)",
        0.8,
    ),
    make(
        "was_then",
        "PC_AGE",
        rf"(?<!\w)(?:(?:the time|by then|though|although|and|but|because|cause|cuz) )?(?:i|he|she|they|we|you|my \w+) (?:was|were) (?:only |just |about |maybe |like |barely |around |still |probably )?{_NUMBER}(?= (?:at the time|then\b|back then|or so|or (?:\d|{_ONES}|ten|eleven|twelve)\b|maybe|when\b|years|and (?:he|she|my|i|in|still|living|didn't|had|was)\b))|"
        rf"(?<!\w)(?:from|since|at|until|around) the time (?:i|he|she|they|we|my \w+) (?:was|were|turned) (?:about |like )?{_NUMBER}(?![\w:%])",
        0.85,
    ),
    make(
        "kin_in_brackets",
        "PC_AGE",
        r"(?<!\w)(?:i|me|she|he|mom|dad|mother|father|mum|son|daughter|brother|sister|wife|husband|boyfriend|girlfriend|bf|gf|fiance|fiancee|partner|ex|friend|roommate|cousin|niece|nephew|uncle|aunt|kid|child|baby|grandma|grandpa|boy|girl|man|woman|guy|roomate|boss|mil|fil|sil|so|husband's|bro|sis|stepdad|stepmom|stepson|stepdaughter|oldest|youngest) ?"
        r"[(\[]\s?(?P<x>(?:~|almost |now |about )?\d{1,2}(?: ?[mf]|, ?[mf]| ?(?:yo|y/o|years old|yrs))?)\s?[)\]]",
        0.9,
    ),
    make(
        "kin_is",
        "PC_AGE",
        rf"(?<!\w)(?:boyfriend|girlfriend|bf|gf|husband|wife|son|daughter|brother|sister|mom|dad|mother|father|he|she|kid|partner|fiance|fiancee|ex|friend|grandma|grandpa|grandmother|grandfather|uncle|aunt|cousin|niece|nephew|oldest|youngest|baby|guy|girl|boy|who)(?:'s| is| was| just turned| must be| looks| looked| must have been| would be| will be| turned| can't be)+"
        rf" (?:only |just |about |almost |nearly |like |maybe |around |over |at least |now |barely |probably |older than |already )?(?P<x>(?:[2-9]|[1-9]\d|{_ONES}|(?:{_TENS})(?:[ -](?:{_ONES}))?|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen))(?=[.,!?;)](?!\d)|$| (?:and (?!\d)|but|now\b|so\b|with|years|today|when|yrs|or so|tops))",
        0.78,
        person=True,
    ),
    make(
        "about_so_old",
        "PC_AGE",
        rf"(?<!\w)(?:man|woman|male|female|guy|lady|kid|boy|girl|person|someone|dude|couple|teenager) (?P<x>(?:of |aged |about |around |maybe |roughly |approximately |probably |about age |like ){_TWO}){_NOT_YEARS}|(?<![\w.$:])[2-9]\d[ -]?ish(?!\w)(?! (?:minutes|people|miles|dollars|bucks|percent|degrees|cars|pounds))|(?<!\w)(?:early|mid|late)[ -][2-7]0[ -]?ish(?!\w)",
        0.76,
        person=True,
    ),
    make(
        "weeks_old",
        "PC_AGE",
        rf"(?<![\w.$]){_NUMBER}[ -]?(?:weeks?|wks?|days?)[ -]?olds?(?!\w)",
        0.82,
        person=True,
        check=_of_a_child,
    ),
    make(
        "is_retired",
        "PC_AGE",
        r"(?:(?<=[.!?] )|(?<![\s\S])|(?<=\n))(?:recently |newly |semi[ -]?|happily )?retired(?= (?:last|in|from|after|and|now|cop|teacher|nurse|at|two|three|this|early|for|since|police|firefighter|but|here)\b)",
        0.8,
    ),
)
_SCRIPTURE: Final = re.compile(rf"(?<!\w)(?:[123] ?)?(?:{_BOOKS}) \d{{1,3}}:\d{{1,3}}(?:-\d{{1,3}})?(?!\w)")
_FLAG: Final = re.compile("[\U0001f1e6-\U0001f1ff]{2}")


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
            if (not pattern.person or _of_person(view, start, end, words)) and (
                pattern.check is None or pattern.check(view.folded, start, end)
            ):
                yield pattern, start, end


def every() -> tuple[Pattern, ...]:
    """All patterns, in the order in which they are tried."""
    return (*_AGE, *_AGE_TOLD, *told.PATTERNS, *life.PATTERNS, *medical.PATTERNS, _VERSE, _NATION)


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
