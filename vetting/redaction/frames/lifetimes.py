"""Patterns of an age told by what happened then, who is of it and what it brings: "abortion at 19", "the under 30s", "retiring in 11 days".

They complete `ages`, `bare_ages` and `birthdays`. Speeds, prices, hours of the day, seats and seasons are not meant.
"""

import re
from typing import Final

from vetting.redaction.frames.ages import NOT_YEARS, ONES, TENS, TWO
from vetting.redaction.frames.told import make

_CLOCK: Final = re.compile(
    r"\b(?:am|pm|p\.m|a\.m|o'clock|tonight|midnight|noon|bus|train|meeting|show|shift|class|game|store|doors?|alarm|opens?|closes?|flight|kickoff|bedtime|curfew|mph|speed|"
    r"price\w*|percent|dollars|degrees|score\w*|route|exit|gate|floor|row|page|channel|stocks?|traded|aired|tires?|psi|pressure|shares|chapter|tickets?|countdown|temps?)\b"
)
_PLAYS: Final = re.compile(
    r"\b(?:jersey|number|batters?|hitters?|side|runway|innings?|pitcher|season|song|server|domain|printer|router|truck|car|phone|laptop|"
    r"aircraft|ship|plane|mascot|recipe|logo|brand)\b"
)
_NAMED: Final = re.compile(
    r"\b(?:brother|sister|son|daughter|mom|mother|dad|father|wife|husband|kid|child|boy|girl|friend|cousin|nephew|niece|uncle|aunt|man|woman|guy|victim|suspect|"
    r"driver|officer|neighbou?r|partner|boyfriend|girlfriend|me|i|roommate|teacher|student|teen|grandma|grandpa|grandson|granddaughter|stepson|client|patient)$"
)
_OPENED: Final = re.compile(r"(\w+) ?\([^()]{1,30}$")


def _no_clock(folded: str, start: int, end: int) -> bool:
    """No hour of the day, speed, price or seat near."""
    return not _CLOCK.search(folded, max(0, start - 45), min(len(folded), end + 25))


def _not_played(folded: str, start: int, end: int) -> bool:
    """No jersey, batter or thing that is retired."""
    return not _PLAYS.search(folded, max(0, start - 40), min(len(folded), end + 40))


def _in_bracket_of_person(folded: str, start: int, _end: int) -> bool:
    """The bracket that holds the number stands after a word for a person."""
    opened = _OPENED.search(folded, max(0, start - 60), start)
    return opened is not None and _NAMED.search(opened[1]) is not None


_WORDED: Final = rf"(?:ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|(?:{TENS})(?:[ -](?:{ONES}))?)"
_OLD: Final = rf"(?:{TWO}|10\d)"
_LIFE: Final = (
    r"(?:egg cracked|abortion|aborted|hysterectomy|mastectomy|vasectomy|menopause|trafficked|raped|abused|molested|groomed|assaulted|beaten|sold|disowned|orphaned|adopted|fostered|homeless|evicted|incarcerated|"
    r"jailed|juvie|came out|transitioned|detransitioned|baptized|baptised|converted|confirmed|bar mitzvah|sober|got clean|rehab|overdosed|widowed|married|divorced|engaged|remarried|pregnant|conceive|gave birth|"
    r"miscarried|miscarriage|first (?:baby|child|kid|grandkid|job|gun|beer|drink|cigarette|arrest|marathon)|grandmother|grandma|grandfather|grandpa|great[- ]grandma|bankrupt|bankruptcy|cancer|diagnosed|"
    r"diagnosis|stroke|heart attack|hip replacement|dementia|alzheimer's|deaf|blind|paralyzed|enlisted|drafted|immigrated|emigrated|naturalized|moved (?:here|to)|came (?:here|to)|left (?:the|home|school|my|his|her)|"
    r"dropped out|quit (?:school|drinking|smoking)|learned (?:to|english|spanish|how)|learnt|entered the|joined the|hired|retired|retiring|starting over|started over|career change|"
    r"back to (?:school|college)|ged|parole|braces|cataracts|arthritis|dating|virgin|motherhood|fatherhood|parenthood|getting hired)"
)

PATTERNS: Final = (
    make(
        "event_at",
        "PC_AGE",
        rf"(?<!\w){_LIFE}(?: (?!at\b)[\w']+){{0,4}} (?P<x>(?:at|by|before) (?:only |just |barely |the age of |about |like )?(?:{TWO}|ten|eleven|twelve)){NOT_YEARS}(?! (?:o'clock|main|on the dot))",
        0.76,
        check=_no_clock,
    ),
    make(
        "until_an_age",
        "PC_AGE",
        r"(?<!\w)(?:i|he|she|we|they|nana|grandma|grandpa|bisabuela|abuela|abuelo|granny|mom|dad|gran|mother|father|feelings|smoked|drank|lived|living|worked|drove|made it|danced|walked|farmed|home|single|virgin|alive|nursed|sucked|wet|bed)(?: (?!open)[\w']+){0,3}? (?:to|"
        rf"till|til|until|'til|past) (?P<x>(?:the ripe (?:old )?age of |almost |about |like |i was |age )?{_OLD}){NOT_YEARS}(?=[.,!?;)]|$| (?:and|when|then|with|because|on|or|but|still|before)\b)",
        0.76,
        check=_no_clock,
    ),
    make(
        "elder_is",
        "PC_AGE",
        r"(?<!\w)(?:nana|nan|grandma|grandpa|gran|granny|grandad|granddad|gramps|pops|papa|mom|mum|mama|dad|abuela|abuelo|bisabuela|nonna|nonno|oma|opa|meemaw|memaw|mawmaw|pawpaw|yiayia|lola|lolo|auntie|great[ -]aunt|mother|father|"
        rf"aunt \w+|uncle \w+)(?:'s| is| was| just turned| turned| turns| made it to| hit| lived to)(?: (?:like|almost|nearly|about|now|only|pushing|be))? (?P<x>{_OLD}){NOT_YEARS}",
        0.8,
        check=_no_clock,
    ),
    make(
        "said_loosely",
        "PC_AGE",
        rf"(?<!\w)(?:{TENS})(?:[ -](?:{ONES}))?[ -]?(?:ish|somethings?|odd years old|years young)(?!\w)(?! (?:people|minutes|miles|dollars|bucks|percent|degrees|cars|pounds|feet|mph|bucks|hours|days|weeks|calls))",
        0.78,
    ),
    make(
        "the_under",
        "PC_AGE",
        rf"(?<![\w.])(?P<x>(?:under|over)[ -](?:the age of )?(?:[1-8]\d|{TENS})'?s)(?!\w)(?! (?:music|rock|hits|songs|cover|movies|fashion|pop))|(?<!\w)(?:y'all|yall|ya'll|you|teachers?|officers?|cops?|recruits?|hires?|workers?|employees?|staff|drivers?|applicants?|candidates?|anybody|nobody|everybody|"
        rf"no one|folks|voters?|kid|players?|any of you|half of you|those of you|half the \w+|dude|nurses?|dispatchers?|deputies|residents?|tenants?|one|ones)(?: (?:who are|who's|that's|is|are))? (?P<y>(?:under|over|below|above|past|younger than|older than|north of|pushing) (?:the age of )?{TWO}){NOT_YEARS}",
        0.78,
        check=_no_clock,
    ),
    make(
        "here_after_hello",
        "PC_AGE",
        r"(?:(?<=all, )|(?<=all )|(?<=hi, )|(?<=hey, )|(?<=hello, )|(?<=hello )|(?<=hi )|(?<=hey )|(?<=, )|(?<=everyone, )|(?<=folks, )|(?<=guys, )|(?<=[.!?] ))(?P<x>[1-9]\d) here(?=[.,!;:)]|$| and\b)",
        0.82,
        check=_no_clock,
    ),
    make(
        "in_bracket_with_more",
        "PC_AGE",
        r"\([a-z][a-z /'&-]{1,24}, ?(?P<x>[1-9]\d)(?: ?[mf])?\)",
        0.8,
        check=_in_bracket_of_person,
    ),
    make(
        "age_of_life",
        "PC_AGE",
        rf"(?:(?<![\s\S])|(?<=[.!?;:\n] )|(?<=\n))(?P<x>{TWO})(?=, (?:[\w']+, )?(?:child-?free|single|divorced|widow\w*|sober|newly|recently|married|retired|never married|sterili[sz]ed|sahm|gay|trans|bi|queer|disabled|"
        r"unmarried|mom of|mother of|dad of|father of|autistic|adhd|diabetic|broke and|living with|virgin|female|male|nonbinary|two kids|no kids|kids)\b)",
        0.8,
    ),
    make(
        "number_feels",
        "PC_AGE",
        rf"(?<![\w.$:])(?P<x>{TWO}) (?:feels (?:illegal|weird|fake|wrong|scary|unreal|ancient|older|younger)|looks good on|hits different(?=[.,!?]|$)|is the new {TWO}|never looked (?:so|better)|is treating me)(?!\w)",
        0.8,
    ),
    make(
        "to_retire",
        "PC_AGE",
        r"(?<!\w)(?:retirement (?:countdown|clock|date|day|gift|speech|lunch|dinner|luncheon|papers|paperwork|cake|plaque|watch|eligib\w+|eligible|income|benefits|chapter|ceremony)|(?:days?|shifts?|months?|weeks?|years?|yrs|countdown|tours) (?:'?til|till|until|to|from|before|left before|left until|away from) "
        r"(?:i |my )?retire(?:ment|s|d)?|retirement (?:is |in )(?:\w+ ){0,2}(?:days|weeks|months|years)|(?:get|gets|got|collect|collects|collecting|draw|drawing|take|taking|living on|live on|on|with|earned|for) (?:my|his|her|a) (?:good |decent |small |full |state |city |police |cop |nice |fat |tiny ){0,2}pension"
        r"(?: in \w+)?|(?:good|full|fat|decent|police|cop|city|firefighter|teacher) pension)(?!\w)",
        0.78,
        check=_not_played,
    ),
    make(
        "has_retired",
        "PC_AGE",
        r"(?<!\w)(?:i|been|was|got|am|i'm|im|is|he|she|dad|mom|he's|she's|they|husband|wife|grandpa|finally|just|happily|newly|now|uncle|ive|i've|who) (?P<x>retired (?:since|for|in|last|from|after|at|back) (?:[\w']+)(?: \d+)?)(?!\w)|(?:(?<![\s\S])|(?<=[.!?] )|(?<=\n))(?:(?P<y>retired) (?!the\b|his\b|"
        r"their\b|her\b|number|jersey|my\b|a\b|an\b|it\b|all\b|\d|this\b|that\b)[a-z]+(?: (?:19|20)\d\d)?|(?P<z>retiring (?:in|at|this|next|after|soon|early|on|from the (?:job|force|department|academy))))(?!\w)",
        0.78,
        check=_not_played,
    ),
    make(
        "decades_in",
        "PC_AGE",
        r"(?<!\w)(?:2[5-9]|[34]\d|thirty|forty|twenty[ -](?:five|six|seven|eight|nine)|thirty[ -]\w+|forty[ -]\w+) (?:years|yrs) (?:in|on|behind the badge|on the job|of roll call|of service)(?=[.,!?;]|$)",
        0.74,
        check=_no_clock,
    ),
    make(
        "old_enough",
        "PC_AGE",
        r"(?<!\w)(?:(?:finally|officially|legally|not|now|almost|barely|just) )?(?:old enough|young enough|too young|too old) to (?:rent a car|drink|vote|drive|retire|buy (?:a )?(?:beers?|alcohol|liquor|booze|cigarettes|smokes|gun|lottery)|be (?:your|my|his|her|their|our) (?:mom|dad|mother|father|grand\w+|son|daughter|kid)|remember|"
        r"collect|enlist|gamble|join the|have (?:voted|seen|owned|lived)|get (?:the senior|aarp|medicare|a discount))(?!\w)",
        0.8,
    ),
    make(
        "for_seniors",
        "PC_AGE",
        r"(?<!\w)seniors?'? (?:bowling|bingo|aerobics|swim|shuffleboard|apartments?|bus|van|lunch|chair|water|fitness|prices?|rates?|coupon|day at|community center|hour at|shuttle|meals?)(?!\w)|(?<!\w)call(?:s|ed|ing)? (?:me|her|him|them|us|you) \W?(?P<x>grandma|grandpa|granny|gramps|pops|"
        r"old man|old lady|boomer|dinosaur|fossil|unc|pop pop)(?!\w)|(?<!\w)(?:maga|liberal|hockey|these|those|some|all|other|most|racist|church|little|sweet|angry|facebook|lefty|biker|trump|cute|local|many) (?P<y>grandmas|grandpas|grannies|nanas|meemaws|memaws|grandmothers|grandfathers|grandparents)(?!\w)",
        0.78,
    ),
    make(
        "role_in_year",
        "PC_AGE",
        r"(?<!\w)(?:bride|groom|newlyweds?|married|wed|freshman|sophomore|rookie|cadet|recruit|a kid|a child|a boy|a girl|teenager|teen|a student|draftee|drafted|hired|sworn in|enlisted|prom queen|prom|first job|young (?:man|woman|cop|wife|mother|officer)) (?:back )?in (?P<x>(?:19[3-9]\d|200\d|'[4-9]\d))(?![\w%])",
        0.8,
    ),
    make(
        "of_the_time",
        "PC_AGE",
        rf"(?<!\w)(?:my|his|her) (?:knees|back|body|joints|hips|bones)(?: are| is| feels?| feel like)(?: like)? (?P<x>{TWO}){NOT_YEARS}(?=[.,!?;]|$| (?:and|but|even|already|today)\b)|(?<!\w)(?:my|his|her|a|got the) (?P<y>(?:learner'?s?|driving|driver'?s?) permit)(?!\w)|(?<!\w)(?:back when|remember when|when) (?P<z>(?:gas|candy|a coke|stamps?|"
        r"movies|cigarettes|smokes|bread|milk|coffee|beer|a burger) (?:was|were|cost) (?:only |under |like )?(?:an? |\w+ )?(?:quarter|nickel|dime|cents|penny))(?!\w)|(?<!\w)(?:i|we) (?:still |can )?(?:remember|watched|recall|saw) (?:[\w']+ ){0,5}?(?P<w>(?:kennedy (?:was|got) (?:shot|killed)|the moon landing|man (?:walk|land)\w* on the moon|pearl harbor|the challenger "
        r"(?:explode|blow up)|nixon resign\w*|the berlin wall (?:fall|fell|come down)))(?!\w)|(?:(?<![\s\S])|(?<=[.!?\n] )|(?<=\n))(?P<v>(?:way |getting |officially |apparently |never )?(?:(?:too old|too young|old enough) (?:for (?:this|these|the|that|midnights|nights|patrol|drama|any of|tiktok|clubs?|concerts|hangovers)|to (?!pass|fix|run|repair|update|support|tow|start|charge|use|work|match|be (?:worth|fixed|repaired|supported|used|sold|towed))[a-z]+)))(?!\w)",
        0.76,
    ),
)
"""All of them, in the order in which they are tried."""
