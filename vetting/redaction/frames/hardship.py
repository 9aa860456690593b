"""Patterns of hardship: no roof, debts, a record that was erased."""

import re
from typing import Final

from vetting.redaction.frames.counts import N
from vetting.redaction.frames.harm import no_pet
from vetting.redaction.frames.told import make

_BEHIND: Final = re.compile(
    r"\b(?:schedule|season|news|work|shows?|episodes?|homework|class|reports?|paperwork|laundry|the times)\b"
)
_PLAYOFFS: Final = re.compile(
    r"\b(?:big brother|playoffs?|island|house on|tournament|villa|series|season \d|airport|fantasy|league|group chat|discord|lobby)\b"
)
_NO_TENANT: Final = re.compile(
    r"\b(?:keys|puck|socks?|squirrels?|raccoons?|wasps|mice|possums?|bats|rush|offense|defense|bullpen) (?:is|are|was|were|has been|have been|got|been)\b"
)
_BOOK: Final = re.compile(
    r"\b(?:book|read|reading|dies|drags|ending|novel|killer|plot|character|author|twist|fic|fanfic|story|textbook|audiobook|manga|bible|game|wrote|writing|verse|page)\b"
)
_RECORD: Final = re.compile(
    r"\b(?:record|case|charges?|conviction|arrest\w*|court|judge|lawyer|juvenile|juvie|adjudication|"
    r"pardon\w*|expunge\w*|jail|prison|probation|crime|mugshot|background check|nolle\w*|offender|"
    r"letter|stupid|january|clean slate|accelerated|diversion)\b"
)
_TURKEY: Final = re.compile(r"\b(?:turkey|trump|biden|president|obama|my french)\b")


def _of_a_tenant(folded: str, start: int, end: int) -> bool:
    """Not behind on a show, on work or on news."""
    return not _BEHIND.search(folded, max(0, start - 20), min(len(folded), end + 25))


def _no_show(folded: str, start: int, end: int) -> bool:
    """Nobody voted out of a show or a tournament, and no animal."""
    if _NO_TENANT.search(folded, max(0, start - 30), end):
        return False
    return not _PLAYOFFS.search(folded, start, min(len(folded), end + 40)) and no_pet(folded, start, end)


def _no_book(folded: str, start: int, end: int) -> bool:
    """Not a chapter that somebody reads or writes."""
    return not _BOOK.search(folded, max(0, start - 50), min(len(folded), end + 50))


def _of_a_record(folded: str, start: int, end: int) -> bool:
    """A record or a court is spoken of near, and no turkey or president."""
    low, high = max(0, start - 90), min(len(folded), end + 90)
    return bool(_RECORD.search(folded, low, high)) and not _TURKEY.search(folded, low, high)


_OUTING: Final = re.compile(
    r"\b(?:hunting|fishing|camping|trip|festival|concert|tailgat\w+|hik(?:e|ing)|hikers?|trail|stakeout|rest area nap|eclipse|vacation|national park|campground)\b"
)


def _no_outing(folded: str, start: int, end: int) -> bool:
    """No outing and no animal."""
    return not _OUTING.search(folded, max(0, start - 50), min(len(folded), end + 50)) and no_pet(folded, start, end)


PATTERNS: Final = (
    make(
        "in_shelter",
        "PC_HOMELESS",
        r"(?<!\w)(?:in|at|from|into|to) (?:a|the|our|this|that|another|women's|homeless|local|city|youth) (?:(?:family|"
        r"women's|homeless|local|city|emergency|youth|battered|domestic violence|dv|overnight|winter|"
        r"men's) )?shelters?(?! (?:in place|from|belt|island|rock|harbor))(?!\w)",
        0.72,
        check=no_pet,
    ),
    make(
        "put_out",
        "PC_HOMELESS",
        r"(?<!\w)(?:(?:kick(?:ed|s|ing)?|threw|throw(?:s|ing|n)?|toss(?:ed)?) (?:me|us|him|her) out(?! of (?:the (?:band"
        r"|group|chat|party|game|bar|club|store|team|server)))|(?:got|was|been|getting|were|being|"
        r"get) kicked out (?:of (?:my|the|our|his|her) (?:house|home|apartment|parents'?|place|mom's|"
        r"dad's|mother's)|at \d\d|by my \w+)|(?:have|had|has|got|with) nowhere (?:to (?:go|live|stay|"
        r"sleep)|else to go)|(?:lost|losing|lose) (?:my|our|the|their|her|his) (?:apartment|housing|"
        r"home|house)(?! (?:keys|key|game|opener))|eviction notice|(?:ended up|living|lived|live|year|"
        r"years|months|weeks|was|i'm|been|sleeping) (?:out )?on the streets?(?= (?:for|at|with|in|"
        r"since|and|until|after|as)\b|[.,!?]|$)|housing insecur\w+|no roof over \w+ heads?|between (?:homes|"
        r"apartments|housing)|liv(?:e|ed|es|ing) out of (?:a|my|our|his|her|their) (?:\w+ )?(?:car|"
        r"van|truck|suitcase|backpack|bag|motel|storage unit))(?!\w)",
        0.78,
        check=no_pet,
    ),
    make(
        "sleeps_in_car",
        "PC_HOMELESS",
        r"(?<!\w)(?:liv(?:e|ed|es|ing)|sle(?:ep|eps|eping|pt)|stay(?:ed|ing|s)?|crash(?:ed|ing)?) (?:out of|"
        r"in|inside) (?:the|my|our|his|her|a|an|their|mom's|dad's) (?:\d{4} |old |beat up |beater |"
        r"back of (?:a|the|my) |rusty )?(?:car|van|truck|suv|rv|camper|tent|minivan|jeep|corolla|civic|"
        r"camry|accord|altima|honda|toyota|nissan|ford|chevy|subaru|prius|kia|hyundai|impala|malibu|"
        r"sentra|focus|backseat|trailer at|u-?haul|walmart (?:parking )?lot|parking (?:lot|garage)|"
        r"storage unit|motel|motel 6|hotel room with|shelter|lobby)(?! (?:park|community))(?!\w)",
        0.78,
        check=_no_outing,
    ),
    make(
        "behind_on_rent",
        "PC_HOMELESS",
        rf"(?<!\w)(?:{N} (?:weeks?|months?) behind(?: on (?:the |my |our )?(?:rent|mortgage|payments))?|"
        r"behind on (?:the |my |our )?(?:rent|mortgage)|(?:notice|padlock|eviction|marshal|sheriff)(?: \w+){0,4} "
        r"on (?:the|my|our|her|his) (?:front )?door|notice to quit|(?:marshal|landlord|sheriff) (?:put|"
        r"threw|taped|locked|changed|kicked|evicted) (?:us|me|our|the locks)|(?:lights|power|water|"
        r"heat|gas) (?:got )?(?:shut|cut|turned) off(?= (?:again|because|and we|for not)))(?!\w)",
        0.72,
        check=_of_a_tenant,
    ),
    make(
        "no_home",
        "PC_HOMELESS",
        r"(?<!\w)(?:(?:evicted|foreclosed|unhoused|houseless)(?= (?:twice|again|before|at|from|in|"
        r"last|when|three|with|and|by|for|on)\b|[.,!]|$)|(?:have|had|has|got|without|with) (?:no|nowhere) (?:home|"
        r"house|place|roof|address|bed|stable housing|safe place)(?: (?:to (?:go|live|stay|sleep|call home|"
        r"myself)|of my own))|(?:aged|age) out of (?:foster care|the system)(?: into \w+)?|(?:my|our|"
        r"a|the) (?:(?<!the )case ?worker|housing (?:voucher|worker|application|authority)|section 8)|"
        r"(?:slept|sleeping|sleep|nights?|night) (?:on|under|at|in) (?:the|a) (?:bus|train|subway|"
        r"bridge|overpass|park bench|laundromat|library|atm|stairwell|airport)(?= (?:for|because|with|"
        r"again|when|until|station|and)\b|[.,!]|$)|(?:waiting|on the|on a) (?:list for|waitlist for) (?:housing|"
        r"shelter|section 8)|doubled up with|showers? at the (?:y|gym|shelter|truck stop) because)(?!\w)",
        0.72,
        check=_no_show,
    ),
    make(
        "debts",
        "PC_BANKRUPTCY",
        r"(?<!\w)(?:(?:chapter|ch\.?) ?(?:7|13|11|seven|thirteen)(?= (?:in|discharge\w*|bankruptcy|"
        r"filer|filing|was|is|wiped|saved|last|and|back|trustee|plan|two|three|five|years|ago|case|"
        r"petition|at)\b|[.,!?;)]|$)|(?:debts?|loans?|everything|case|chapter \d+) (?:was |were |got |"
        r"finally )?discharged|discharged in (?:'\d\d|20\d\d|bankruptcy)|(?:i|we|he|she|they|dad|mom|"
        r"parents|husband|wife|i've|we've)(?: (?:had|have|has|to|just|finally|almost|nearly|both|already|"
        r"once|never|ever|did))* (?P<x>(?:filed|file|filing|declared?|went|go|going|gone) (?:for |"
        r"through )?(?:bankrupt(?:cy)?|chapter \d+)))(?!\w)",
        0.8,
        check=_no_book,
    ),
    make(
        "erased",
        "PC_ERASED_RECORD",
        r"(?<!\w)(?:(?:record|file|case|charges?|conviction|arrest|history|that|it|mugshot|name)(?: (?:got|"
        r"is|was|be|been|being|finally|all|supposed|should|has|have|to|gets|will|would|had|just|officially|"
        r"now|automatically)){1,5} (?P<x>(?:sealed|erased|expunged|nolled|vacated|pardoned|wiped clean|"
        r"wiped))(?! (?:shut|off|up|out|the|my|with|in (?:plastic|wax)|deal|envelope|memory|drive|"
        r"disk|tape|from (?:memory|history))\b)|(?:got|get|getting|have|had|having|petition to|filed to|"
        r"need) (?:(?:my|his|her|it|that|the|an old|old) ?(?:record|case|charge|file|arrest|conviction)? ?)(?:sealed|"
        r"erased|expunged|nolled|vacated|wiped clean)|clean slate(?= (?:did|law|act|erased|cleared|"
        r"kicked|finally|letter|wiped|notice|came|bill|program)\b)|(?:juvenile|juvie|youthful offender|"
        r"yo) (?:adjudication|record|file|case|charge|court|stuff|history|past|detention|hall|judge|"
        r"arrest|probation|time|status)s?|(?:in|at|to|from|was in) (?:juvie|juvenile hall|manson youth|"
        r"long lane|youth detention)|nolle[ds]? (?:on|in|for|by|the)|(?:my|his|her|got (?:a|my)|received a|"
        r"the|absolute|full|conditional|governor's|board of) pardons? (?:came|was|letter|hearing|certificate|"
        r"went|is|application|board|in|from the board)|(?:got|was|been|were|officially|finally|:) pardoned(?= (?:for|"
        r"in|by the|last|this|after|and)\b|[.!]|$)|ar program|accelerated rehab\w*|completed (?:ar|"
        r"diversion)|(?:charges?|case|it)(?: (?:got|was|were|being|finally|all|later|eventually|just|"
        r"is|are)){1,3} (?:dropped|dismissed|tossed|thrown out)(?= (?:against (?:me|my|him)|after i|"
        r"when|because|and i|but (?:it|i|they)|years|in \d|so why|yet|on me)\b))(?!\w)",
        0.76,
        check=_of_a_record,
    ),
    make(
        "borrowed_bed",
        "PC_HOMELESS",
        r"(?<!\w)(?:(?:sle(?:ep|eps|eping|pt)|crash(?:ed|ing)?|stay(?:ed|ing)|liv(?:e|ed|ing)|bounc(?:ed|"
        r"ing)) (?:on|at|in|between|from) (?:(?:my|his|her|a|our|various|different) (?:\w+ )?(?:\w+'s|"
        r"\w+s'|friends?|people's|moms|dads|cousins|sisters|brothers) |various |different |people's |"
        r"friends'? |strangers'? )(?:floors?|couch(?:es)?|sofas?|basement|garage|shed|attic|living room floor|"
        r"futon|porch)(?! (?:in the sun|all day|watching))|(?:in and out|out) of (?:homeless )?shelters|"
        r"(?:i'm|i am|im|we're|he's|she's|am|are|currently|was|were) (?:currently |still |kinda )?(?P<x>between (?:place"
        r"s|apartments|homes|leases|housing)|without (?:a home|housing|a place)|living (?:out of(?! (?:a|my|the|this|our) (?:laundry|box|boxes|basket|cooler|microwave|lunch|amazon|tote|bin|plastic))|with nowhere|"
        r"on the street\w*|outside|rough|in limbo)|homeless|unhoused|houseless|displaced)|(?:one|a) (?:paycheck|"
        r"missed check|rent check) (?:away )?from (?:the street|being homeless|homelessness|losing)|"
        r"(?:nowhere|no place|no where) (?:else )?(?:to|for us to|for me to) (?:live|go|stay|sleep|"
        r"call home)|(?:lost|lose|losing|repossessed) (?:the|our|my|his|her|their) (?:house|home|condo|"
        r"apartment|trailer|farm)(?! (?:keys?|phone|game|opener|run|plate|field))(?: (?:to|in|after|"
        r"because|when|in the) (?:the )?\w+)|(?:bank|landlord|marshal|sheriff) (?:\w+ )?(?:took|kicked|"
        r"threw|put|locked|evicted) (?:us|me|them|our|my|the house)(?: out)?)(?!\w)",
        0.73,
        check=_no_show,
    ),
    make(
        "own_record",
        "PC_ERASED_RECORD",
        r"(?<!\w)(?:(?:judge|court|board|state|governor|they|lawyer|law|clean slate) (?:\w+ )?(?P<x>(?:sealed|"
        r"erased|expunged|nolled|vacated|pardoned) (?:my|his|her|the|our|me|him|it)(?: (?:old|juvenile|"
        r"whole|entire|prior))?(?: (?:record|case|charges?|conviction|file|history|arrest)s?)?|(?:wiped|"
        r"dropped|dismissed|tossed) (?:all |the |my |his |her |both ){1,2}(?:old |juvenile |whole |"
        r"prior )?(?:record|case|charges?|conviction|arrest)s?)|(?:arrested|charged|convicted|locked up|"
        r"busted|caught|picked up|adjudicated) (?:at|when i was|as a) (?:1\d|\w+teen|kid|teen|teenager|"
        r"minor|juvenile|youth|child)|(?:got|get|had|have|filed|filing|applied|applying|paid|hired a lawyer|"
        r"petition\w*) (?:for )?(?:an? |my )?(?:expungement|erasure|pardon|record sealing|absolute pardon|"
        r"youthful offender status|nolle|certificate of (?:rehabilitation|employability)|diversion|"
        r"accelerated rehab\w*)|(?:found|was) (?:not guilty|acquitted|exonerated|cleared of)(?: \w+)?)(?!\w)",
        0.75,
        check=_of_a_record,
    ),
)
"""All of them, in the order in which they are tried."""
