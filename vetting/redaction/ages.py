"""Patterns of an age told in passing: "my sister (17)", "at sixteen I left", "pushing sixty", "in high school in the eighties".

Ages given outright are in `patterns`. Whether a number is an age is asked of the words around it: units, temperatures and seats are not.
"""

import re
from typing import Final

from vetting.redaction.told import make

_TENS: Final = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_ONES: Final = "one|two|three|four|five|six|seven|eight|nine"
_NUMBER: Final = (
    rf"(?:\d{{1,3}}(?:\.5)?|(?:{_TENS})(?:[ -](?:{_ONES}))?|{_ONES}|ten|eleven|twelve|thirteen|fourteen|fifteen|"
    rf"sixteen|seventeen|eighteen|nineteen|a hundred)"
)
NUMBER, TENS, ONES = _NUMBER, _TENS, _ONES


_NEWBORN: Final = re.compile(
    r"\b(?:baby|son|daughter|newborn|infant|he's|she's|he is|she is|my|our|nephew|niece|twins|grandson|granddaughter|"
    r"girl|boy)\b"
)


def _of_a_child(folded: str, start: int, _end: int) -> bool:
    return bool(_NEWBORN.search(folded[max(0, start - 40) : start]))


_TWO: Final = (
    rf"(?:1[3-9]|[2-9]\d|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|(?:{_TENS})(?:[ -](?:{_ONES}))?)"
)
_TENTH: Final = (
    r"(?:\d{1,2}(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|"
    r"thirteenth|fourteenth|fifteenth|"
    r"sixteenth|seventeenth|eighteenth|nineteenth|twentieth|thirtieth|fortieth|fiftieth|sixtieth|seventieth|eightieth|"
    r"ninetieth|"
    r"(?:twenty|thirty|forty|fifty|sixty|seventy|eighty)[ -](?:first|second|third|fourth|fifth|sixth|seventh|eighth|"
    r"ninth))"
)
_SHE: Final = (
    r"(?:i'm|i am|im|he's|she's|he is|she is|we're|they're|you're|who is|who's|mom is|mom's|dad is|dad's|hes|shes|i was|"
    r"he was|she was|am|"
    r"husband is|wife is|brother is|sister is|son is|daughter is|boyfriend is|girlfriend is|kid is|grandma is|"
    r"grandpa is|mother is|father is|cousin is|friend is|partner is|ex is)"
)
_NOT_YEARS: Final = (
    r"(?! ?(?:%|degrees|percent|pages?|minutes?|mins?|hours?|hrs?|miles?|mph|dollars?|bucks|pounds|lbs|points?|times|"
    r"feet|ft|inches|people|cars|"
    r"days?|weeks?|months?|am|pm|st|k|million|thousand|hundred|blocks|games|th|grand|yards|seconds|bpm|songs|calls|"
    r"in line|of)\b)(?![\w%:$.]\d|[\w%:$])"
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
        "in_school_then",
        "PC_AGE",
        r"(?<!\w)in (?:high school|college|middle school|grade school|elementary school|school|hs|kindergarten|"
        r"grad school) (?:back )?(?:in|during) (?:the )?(?:early |mid |late )?(?:(?:19[2-9]0|20[0-2]0|[3-9]0|00)'?s|"
        r"(?:19[3-9]|20[0-2])\d|'\d\d)(?!\w)",
        0.88,
    ),
    make(
        "letter_then_age",
        "PC_AGE",
        r"(?:(?<=i'm )|(?<=im )|(?<=i am )|(?<=me )|(?<=wife )|(?<=husband )|(?<=gf )|(?<=bf )|(?<=girlfriend )|"
        r"(?<=boyfriend )|(?<=sister )|(?<=brother ))[mf] ?[1-9]\d(?![\w.-])|(?<![\w.$'-])[mf][1-9]\d(?= (?:here|from|"
        r"looking|and my|seeking|lives?|living|4[mfar]|single|married)\b)",
        0.82,
    ),
    make(
        "at_number",
        "PC_AGE",
        rf"(?<!\w)at (?:only |just |barely |like |about )?{_TWO}(?: years(?: old)?)?,?(?= (?:i|he|she|we|they|i'm|he's|"
        r"she's|i've|you|my (?:mom|dad|son|daughter|wife|husband|brother|sister|mother|father))(?!\w))",
        0.82,
    ),
    make(
        "by_number",
        "PC_AGE",
        r"(?<!\w)(?:home|out|army|navy|marines|military|kid|kids|baby|son|daughter|child|first|died|sober|bachelor'?s|"
        r"master'?s|degree|phd|house|homeowner|mother|father|dad|mom|millionaire|widow|widowed|widower|grandmother|"
        r"grandma|grandfather|"
        r"pregnant|diagnosed|started|retire|retiring|cop|officer|force|academy|married|enlisted|alone|orphan|parent|"
        r"cancer|attack|stroke|drinking|smoking|working|virginity|driving|out|over|again) (?:only )?(?P<x>(?:at|"
        rf"by) (?:only |just |barely |the (?:ripe )?(?:old |young )?age of |around |about )?{_TWO}){_NOT_YEARS}",
        0.8,
        person=True,
    ),
    make(
        "will_be",
        "PC_AGE",
        r"(?<!\w)(?:i'll|i will|he'll|she'll|he will|she will|they'll|ill|you'll|would have|would've|(?:i'm|im|he's|"
        r"she's) (?:going to|gonna|about to)|son will|daughter will|mom will|dad will|finally|just|"
        rf"officially) (?:soon )?(?P<x>(?:be|been|turn|turns|turned|hit|hits) {_TWO})(?=[.,!?;)]|$| (?:in (?!line|a row|"
        r"total)|this|next|soon|when|by|tomorrow|and|at|now|today|on|years)\b)",
        0.85,
    ),
    make(
        "pushing",
        "PC_AGE",
        rf"(?<!\w)(?:{_SHE} (?:already |now |just |still |at |well )?(?:pushing|approaching|nearing|closing in on|over|"
        r"past|under|barely|well over|north of|hitting|knocking on|on the (?:wrong|right) side of|somewhere in my|"
        r"damn near|rounding|creeping up on)|"
        r"(?:men|women|people|guys|singles|runners|anyone|everyone|those|folks|dudes|ladies|moms|dads|parents|cops|"
        r"officers|adults|man|woman|someone|somebody|person|anybody|kids|girls|boys|us) (?:who are |that are )?(?:over|"
        rf"under|above|below|past|older than|younger than) (?:the age of )?) ?{_TWO}{_NOT_YEARS}|"
        r"(?<!\w)(?:over|under) (?:30|35|40|45|50|55|60|65|70)(?= (?:and (?:fit|single|still|never|loving|fabulous|"
        r"proud|out)|crowd|club|folks|set|women|men|league|dating)\b)",
        0.8,
        person=True,
    ),
    make(
        "number_then_status",
        "PC_AGE",
        r"(?:(?:(?<=[.!?,;] )|(?<![\s\S])|(?<=\n)|(?<=at )|(?<=i'm )|(?<=im )|(?<=am )|(?<=being )|(?<=is )|"
        rf"(?<=a )){_TWO})(?=,? (?:and )?(?:single|divorced|never married|pregnant|married|childless|widowed|unmarried|"
        r"broke and|fabulous|retired|disabled|living with my|still living with|in college|in high school|live with|"
        r"lives with|male|female|working full|just (?:graduated|moved|got married))\b)",
        0.78,
    ),
    make(
        "comma_age",
        "PC_AGE",
        r"(?<!\w)(?:(?:male|female|man|woman|guy|girl|dude|lady|m|f), ?(?P<x>[1-9]\d)(?=[,.;)]|$| (?:from|here|years|"
        r"single|in)\b)|(?P<y>[1-9]\d), ?(?:male|female|m|f)(?=[,.;)]|$|\s)|[a-z]+ [a-z]+, (?P<z>[1-9]\d)(?=, (?:of|"
        r"from|was|is|who|has|faces|were|told|said|died|pleaded|charged|arrested|resident)\b))",
        0.8,
    ),
    make(
        "happy_nth",
        "PC_AGE",
        r"(?<!\w)happy (?:belated |early )?(?:[2-9]\d|1[3-9]|100)(?:st|nd|rd|th)(?! (?:anniversary|of|annual|amendment|"
        r"infantry))(?: (?:b'?day|birthday))?(?: to (?:me|my \w+|her|him|us|this \w+))?(?!\w)|(?<!\w)happy \d{1,2}(?:st|"
        r"nd|rd|th) (?:b'?day|birthday)(?: to my \w+)?(?!\w)",
        0.85,
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
        "in_school",
        "PC_AGE",
        r"(?<!\w)(?:(?:i'm|i am|im|i was|as|he's|she's|he is|she is|was|only|just|still|being) (?:only |just |"
        r"still )?an? (?P<x>(?:(?:college|hs|high school|university|rising|incoming) )?(?:freshman|sophomore|junior|"
        r"senior|first year|high schooler|middle schooler|\d(?:st|nd|rd|th) grader))(?=[.,!?;)]|$| (?:in (?:high|"
        r"college|hs|uni)|at|year|this|and|now|again|majoring|when)\b)|"
        r"(?:freshman|sophomore|junior|senior) (?:in|at|year (?:of|in)) (?:high school|college|hs|uni|university|uconn)|"
        r"(?<!in )a minor(?=[.,!?;)]|$| (?:and|at the time|when|so|but|too|child|here|who)\b)|(?:in|into|finish(?:ed|"
        r"ing)|start(?:ed|ing|s)?|through|since) (?:the )?(?:\d{1,2}(?:st|nd|rd|th)|first|second|third|fourth|fifth|"
        r"sixth|seventh|eighth|ninth|tenth|eleventh|twelfth) grade)(?!\w)",
        0.8,
    ),
    make(
        "was_then",
        "PC_AGE",
        r"(?<!\w)(?:(?:the time|by then|though|although|and|but|because|cause|cuz) )?(?:i|he|she|they|we|you|"
        r"my \w+) (?:was|were) (?:only |just |about |maybe |like |barely |around |still |"
        rf"probably )?{_NUMBER}(?= (?:at the time|then\b|back then|or so|or (?:\d|{_ONES}|ten|eleven|twelve)\b|maybe|"
        r"when\b|years|and (?:he|she|my|i|in|still|living|didn't|had|was)\b))|"
        r"(?<!\w)(?:from|since|at|until|around) the time (?:i|he|she|they|we|my \w+) (?:was|were|turned) (?:about |"
        rf"like )?{_NUMBER}(?![\w:%])",
        0.85,
    ),
    make(
        "kin_in_brackets",
        "PC_AGE",
        r"(?<!\w)(?:i|me|she|he|mom|dad|mother|father|mum|son|daughter|brother|sister|wife|husband|boyfriend|girlfriend|"
        r"bf|gf|fiance|fiancee|partner|ex|friend|roommate|cousin|niece|nephew|uncle|aunt|kid|child|baby|grandma|grandpa|"
        r"boy|girl|man|woman|guy|roomate|boss|mil|fil|sil|so|husband's|bro|sis|stepdad|stepmom|stepson|stepdaughter|"
        r"oldest|youngest) ?"
        r"[(\[]\s?(?P<x>(?:~|almost |now |about )?\d{1,2}(?: ?[mf]|, ?[mf]| ?(?:yo|y/o|years old|yrs))?)\s?[)\]]",
        0.9,
    ),
    make(
        "kin_is",
        "PC_AGE",
        r"(?<!\w)(?:boyfriend|girlfriend|bf|gf|husband|wife|son|daughter|brother|sister|mom|dad|mother|father|he|she|"
        r"kid|partner|fiance|fiancee|ex|friend|grandma|grandpa|grandmother|grandfather|uncle|aunt|cousin|niece|nephew|"
        r"oldest|youngest|baby|guy|girl|boy|who)(?:'s| is| was| just turned| must be| looks| looked| must have been|"
        r" would be| will be| turned| can't be){1,3}"
        r" (?:only |just |about |almost |nearly |like |maybe |around |over |at least |now |barely |probably |"
        rf"older than |already )?(?P<x>(?:[2-9]|[1-9]\d|{_ONES}|(?:{_TENS})(?:[ -](?:{_ONES}))?|ten|eleven|twelve|"
        r"thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen))(?=[.,!?;)](?!\d)|$| (?:and (?!\d)|but|now\b|"
        r"so\b|with|years|today|when|yrs|or so|tops))",
        0.78,
        person=True,
    ),
    make(
        "about_so_old",
        "PC_AGE",
        r"(?<!\w)(?:man|woman|male|female|guy|lady|kid|boy|girl|person|someone|dude|couple|teenager) (?P<x>(?:of |aged |"
        rf"about |around |maybe |roughly |approximately |probably |about age |like ){_TWO}){_NOT_YEARS}|"
        r"(?<![\w.$:])[2-9]\d[ -]?ish(?!\w)(?! (?:minutes|people|miles|dollars|bucks|percent|degrees|cars|pounds))|"
        r"(?<!\w)(?:early|mid|late)[ -][2-7]0[ -]?ish(?!\w)",
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
        r"(?:(?<=[.!?] )|(?<![\s\S])|(?<=\n))(?:recently |newly |semi[ -]?|happily |just |finally |"
        r"officially )?retired(?= (?:last|in|from|after|and|now|cop|teacher|nurse|at|two|three|this|early|for|since|"
        r"police|firefighter|but|here)\b)",
        0.8,
    ),
)
"""All of them, in the order in which they are tried."""
