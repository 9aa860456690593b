"""Patterns of pregnancy and nursing in the short words of those who live it: weeks without "pregnant", a late period, a place to pump.

They complete `births`. Weeks of training, of sobriety or of an injury, petrol, iron and music are not meant.
"""

import re
from typing import Final

from vetting.redaction.frames.counts import N
from vetting.redaction.frames.told import make

_BIRTH: Final = re.compile(
    r"\b(?:pregnan\w+|baby|babies|bump|births?|born|belly|vest|kick\w*|nausea|ultrasound|scan|ob|midwife|due|trimester|miscarr\w+|labou?r|nicu|contractions|"
    r"cravings|twins|showing|halfway|ended|glucose|eeek+|embryos?|crib|light duty|desk duty|records desk|maternity|boots|ankles|waddl\w*|heartburn|nursery|c-?section|cervix|bed rest|pee|glucose|heartbeat|"
    r"ivf|embryos?|transfer|clinic|test|lines?|ovulat\w+|fertility|septic|loss|grie\w+|period|formula|wic|latch\w*|milk|bottle|infant|newborn|diapers?|"
    r"pump\w*|lactation|waiting room|wife|husband|water broke|kids|hospital|law|abortions?|lost|gentle)\b"
)
_OTHER: Final = re.compile(
    r"\b(?:academy|training|sober|sobriety|recovery|surgery|post[ -]?op|deploy\w*|rehab|diet|program|injur\w+|cast|clean|job hunt|semester|marathon|challenge|"
    r"course|backlog|behind (?:on|schedule)|shipping|delivery|waitlist|puppy|puppies|kittens?|calf|foal|cow|mare|dog|cat|chicks|project|renovation|season|vacation|furlough)\b"
)
_PUMPS: Final = re.compile(
    r"\b(?:gas|iron|diesel|tank|tires?|music|crowd|basement|septic|fists?|blood|brakes?|water|well|station|premium|septic|concrete|beats?|gym|reps|chest|biceps?|arms|bass|"
    r"speakers?|adrenaline|heart|stocks?|coin|crypto|jam|oil|sump|unleaded|fuel)\b"
)
_NURSED: Final = re.compile(
    r"\b(?:baby|babies|formula|wic|latch\w*|milk|infant|newborn|bottle|pump\w*|son|daughter|diapers?|feed\w*|feeding|breast\w*|toddler|sleep|teeth\w*|bra|night)\b"
)
_NO_NURSE: Final = re.compile(
    r"\b(?:school|student|degree|home|homes|beer|drink|hangover|wound|grudge|career|major|program|shift|license|boards|exam|nclex|staff|clinical\w*|coffee|kitten|puppy|whiskey)\b"
)


def _birth_near(folded: str, start: int, end: int) -> bool:
    """Something of a birth is said near, nothing of training, an injury or an animal."""
    low, high = max(0, start - 80), min(len(folded), end + 80)
    if _OTHER.search(folded, low, high):
        return False
    return bool(_BIRTH.search(folded, low, start) or _BIRTH.search(folded, end, high))


def _nothing_else(folded: str, start: int, end: int) -> bool:
    """Weeks of nothing else: no training, no injury, no animal."""
    return not _OTHER.search(folded, max(0, start - 80), min(len(folded), end + 80))


def _of_milk(folded: str, start: int, end: int) -> bool:
    """Not petrol, iron or music."""
    return not _PUMPS.search(folded, max(0, start - 40), min(len(folded), end + 40))


def _of_a_baby(folded: str, start: int, end: int) -> bool:
    """A baby is spoken of near, and no school, drink or grudge."""
    low, high = max(0, start - 60), min(len(folded), end + 60)
    near = _NURSED.search(folded, low, start) or _NURSED.search(folded, end, high)
    return near is not None and not _NO_NURSE.search(folded, low, high)


_MONTHS: Final = re.compile(r"\b(?:\d\d? ?(?:weeks|wks)|trimester|due|baby|maternity|pregnan\w+|midwife|kick\w*)\b")


def _months_said(folded: str, start: int, _end: int) -> bool:
    """Weeks, a baby or a midwife are named before."""
    return bool(_MONTHS.search(folded, max(0, start - 70), start))


_WEEK: Final = (
    r"(?:[4-9]|[1-3]\d|4[0-2]|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|"
    r"eighteen|nineteen|(?:twenty|thirty)(?:[ -](?:one|two|three|four|five|six|seven|eight|nine))?|forty)(?:\+\d| and \d days)?"
)
_AFTER: Final = (
    r"(?=[.,!?;)]|$| (?:and (?!a half (?:in|into|ago)|counting)|today|tomorrow|now|but|so|yesterday|tho|though|when|rn|lol|here|still|of (?:this|nausea)|with "
    r"(?:swollen|a (?:boy|girl)|twins|heartburn)|pregnant|along)\b)"
)
_MONTH: Final = r"(?:january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|fall|winter)"

_DUTY: Final = re.compile(
    r"\b(?:gun belt|duty belt|belt|vest|belly|bump|uniform|boots|waddl\w*|ankles|feet|toes|shoes|laces|pants|seat ?belt|steering wheel|squat|pee|heartburn)\b"
)
_PAPERS: Final = re.compile(
    r"\b(?:paper|papers|assignment|project|rent|tax\w*|library|report|essay|bills?|payment|loan|book|books|homework|thesis|registration|inspection|application|dues|fee|fees|invoice|license)\b"
)
_GARAGE: Final = re.compile(
    r"\b(?:car|truck|mechanic|shop|rate|parts|brakes?|engine|dealer|invoice|per hour|hourly|plumber|contractor|electrician|roof)\b"
)


def _on_duty(folded: str, start: int, end: int) -> bool:
    """What no longer fits is spoken of near, and no training or injury."""
    low, high = max(0, start - 60), min(len(folded), end + 60)
    return bool(_DUTY.search(folded, low, high)) and not _OTHER.search(folded, low, high)


def _no_homework(folded: str, start: int, end: int) -> bool:
    """Not a bill, a book or a report that is due."""
    return not _PAPERS.search(folded, max(0, start - 60), min(len(folded), end + 60))


_BEGINS: Final = re.compile(r"(?:^|[.!?,;] |\n|lol |officially |mama |girl |baby |bean |boy |#\d |one |and )$")


def _due_for_birth(folded: str, start: int, end: int) -> bool:
    """At the start of a clause, or near a birth; no bill, book or parcel."""
    low = max(0, start - 60)
    if not _no_homework(folded, start, end) or _PARCEL.search(folded, low, min(len(folded), end + 60)):
        return False
    begins = _BEGINS.search(folded[max(0, start - 12) : start]) is not None
    return _birth_near(folded, start, end) or (begins and folded[max(0, start - 2) : start] != ", ")


_PARCEL: Final = re.compile(
    r"\b(?:deliver\w+|parcels?|packages?|shipments?|couch|sofa|order|update|dlc|sequel|album|patch|refund|audit|lease|rain|car tag|renewal|"
    r"games?|budget|plates?|part|parts|appointment|cleaning|oil change|tune[- ]up|service|contract|ruling|verdict|raise|vote)\b"
)


def _no_garage(folded: str, start: int, end: int) -> bool:
    """Not the labour of a mechanic."""
    return not _GARAGE.search(folded, max(0, start - 60), min(len(folded), end + 60))


PATTERNS: Final = (
    make(
        "weeks_alone",
        "PC_PREGNANCY",
        r"(?:(?<![\s\S])|(?<=[.!?;:] )|(?<=\n)|(?<=ugh )|(?<=omg )|(?<=lol )|(?<=well )|(?<=at )|(?<=only )|(?<=hit )|(?<=almost )|(?<=was )|(?<=is )|(?<=, ))(?P<x>"
        rf"{_WEEK} ?(?:weeks|wks)){_AFTER}",
        0.74,
        check=_birth_near,
    ),
    make(
        "is_so_many_weeks",
        "PC_PREGNANCY",
        r"(?<!\w)(?:i'm|i am|im|she's|she is|wife is|wife's|sister is|daughter is|girlfriend is|gf is|we're|partner is|partner's) (?:only |just |about |almost |now |already |officially )?"
        rf"(?P<x>{_WEEK} ?(?:weeks|wks)){_AFTER}",
        0.76,
        check=_nothing_else,
    ),
    make(
        "found_out",
        "PC_PREGNANCY",
        rf"(?<!\w)(?:found|find|finds|turns|turned|finding) out (?:that )?(?:i|she|we|i'm|she's|my wife|my sister|my daughter|you)(?: (?:was|were|am|is|are))? (?:like |about |already |almost |only )?{_WEEK} "
        r"(?:weeks|wks|months)(?: along| pregnant| in)?(?!\w)",
        0.84,
        check=_nothing_else,
    ),
    make(
        "so_early",
        "PC_PREGNANCY",
        rf"(?<!\w)(?:(?:baby|babies|twins|triplets|son|daughter|preemie|grandson|granddaughter|kid|nephew|niece)(?: (?:\w+ )?(?:was|were|came|arrived|is|showed up|born)){{0,2}} |(?:was |were )?(?:born|delivered) )(?:{N}) ?"
        r"(?:weeks|wks|months) (?:early|premature|too (?:soon|early)|preterm|before (?:her|his|the|my) due)(?!\w)",
        0.84,
    ),
    make(
        "lost_it",
        "PC_PREGNANCY",
        rf"(?<!\w)(?:lost|lose|losing|miscarried)(?: (?:it|one|them|her|him|two|both|mine|ours))?\W{{1,3}}at (?:only |just |about |almost )?{_WEEK} ?(?:weeks|wks)(?!\w)",
        0.84,
    ),
    make(
        "late_period",
        "PC_PREGNANCY",
        r"(?<!\w)(?:(?:my|her) period(?:'s| is| was) (?:\w+ ){0,4}?late|late period|period (?:never|hasn't|didn't) (?:came|come|show\w*)|(?:no|missed(?: my| her| a)?|skipped(?: my| her| a)?) period (?:for|in|this|again|and)|"
        r"(?:\d{1,2}|two|three|four|five|six|seven|ten) days late(?= and (?:i|the test|scared|testing|negative|positive|staring|shaking|freaking|terrified|panicking|peed|crying|praying|buying)))(?!\w)",
        0.82,
    ),
    make(
        "tries_counted",
        "PC_PREGNANCY",
        r"(?<!\w)(?:\d{1,2} ?dpo|\d{1,2} ?dp\d ?dt|tfmr|bfp|bfn|d ?& ?c|(?:second|third|fourth|first|failed|frozen|fresh|last|next|our|my|embryo|fet) (?:fet )?transfers?(?= (?:failed|took|worked|tomorrow|today|day|on|is|was|in|this|next)\b|[.,!?]|$)|"
        r"betas?(?= (?:tomorrow|today|came|was|is|hcg|numbers?|doubled|draw|test|on|this)\b|[.,!?])|hcg (?:level\w*|doubled|was|came|draw|number\w*)|squinter|"
        r"line progression|two week wait|2ww|tww|stims|trigger shot|(?:follicle|lining|egg) (?:scan|check|count)|poas)(?!\w)",
        0.82,
        check=_birth_near,
    ),
    make(
        "pumping",
        "PC_PREGNANCY",
        r"(?<!\w)(?:(?:anywhere|somewhere|place|room|spot|space|time|breaks?|closet|nowhere|where|privacy|allowed|need|needs|stop|stopped|having|going|went|had|have|not|how|gotta|got) (?:[\w']+ ){0,6}?(?P<x>to pump)(?=[.,!?;)]|$| "
        r"(?:at|in|every|for (?:my|the|her)|twice|between|during|when|here|and|because|before|after|on)\b)|pumping (?:in (?:a|an|the|my|his|her) (?:[\w']+ )?(?:car|cruiser|truck|back|closet|bathroom|stall|office|locker|tahoe|explorer|suv|van|parking|supply|"
        r"storage|break|evidence|courthouse|ambulance)|between|on (?:the side|shift|duty|break|my lunch|night)|every|during (?:roll|shift|my|a)|bras?|parts|schedule|session|bags?|mom|mama|breaks?))(?!\w)",
        0.78,
        check=_of_milk,
    ),
    make(
        "milk",
        "PC_PREGNANCY",
        r"(?<!\w)(?:(?:my|her) milk (?:never|hasn't|finally|won't|wouldn't|didn't|just|still) (?:\w+ )?(?:came|come|coming|let|dried|dropp\w+)(?: in| down| up)?|(?:leak(?:ed|ing)|leaks) (?:right )?through my (?:vest|shirt|uniform|bra|blouse|scrubs)|(?:my|her) (?:milk )?supply (?:dropped|dried up|tanked)|"
        r"(?:beta|betas) (?:came back|doubled|tripled|was \d|is \d|of \d)(?: at)?|(?:no|found (?:a|the|no)|heard (?:a|the)|there (?:was|is) (?:a|no)|saw (?:a|the)) heartbeat (?:at \w+ weeks|on the (?:scan|ultrasound|screen|monitor)|anymore))(?!\w)",
        0.8,
    ),
    make(
        "nursing_now",
        "PC_PREGNANCY",
        r"(?<!\w)(?:i'm|im|am|was|still|while|been|she's|wife is|be|stopped|started|quit|from|and) (?P<x>nursing)(?= (?:at night|all night|every|on demand|in (?:public|the car|a)|and|through|until|this|around|my|him|her|the|a|one|two|twins|between)\b|[.,!?]|$)",
        0.76,
        check=_of_a_baby,
    ),
    make(
        "born_where",
        "PC_PREGNANCY",
        r"(?<!\w)(?:delivered|birthed|bore|gave birth to|had) (?:me|us|her|him|the baby|my (?:son|daughter|baby|brother|sister|mom|dad)|a baby|twins) (?:right )?(?:on|in) (?:the|a|our|my|her|his) (?:\w+ )?(?:kitchen|table|bathroom|"
        r"floor|back ?seat|hallway|taxi|cab|parking lot|elevator|ambulance|bathtub|tub|front seat|driveway|lobby|toilet)(?!\w)",
        0.8,
    ),
    make(
        "baby_comes",
        "PC_PREGNANCY",
        rf"(?<!\w)baby(?: (?!(?:shark|yoda|carrots?|grand|bull|monitor|shower)\b)[a-z'-]+){{0,2}} (?:is |was )?(?:arriv(?:es|ing)|coming|due|expected|joining us|making (?:his|her) debut|loading|eta) (?:in )?(?:{_MONTH}|soon|early|any day|this (?:{_MONTH}|year)|next "
        rf"(?:{_MONTH}|year|month)|20\d\d)(?!\w)",
        0.84,
    ),
    make(
        "cannot_conceive",
        "PC_PREGNANCY",
        r"(?<!\w)(?:(?:not being able|not able|wasn't able|weren't able|unable|struggl\w+|failing|failed|hard|impossible|try|tries|tried|trying|years|time) to|can't|cannot|couldn't|could not|never|didn't|won't) (?:ever |even |naturally )?"
        r"conceive(?! (?:of|why|how|that|any|such|a (?:world|plan|way|reason|scenario|situation))\b)(?!\w)",
        0.82,
    ),
    make(
        "with_belly",
        "PC_PREGNANCY",
        r"(?<!\w)(?:the|my|this|her|a) (?P<x>(?:\w+ )?(?:belly|bump))(?= (?:does|doesn't|won't|is|isn't|gets?|got|has|hits|enters|touches|and|popped|no longer|behind|under|over|rubs?|now)\b|[.,!?]|$)",
        0.72,
        check=_months_said,
    ),
    make(
        "the_birth",
        "PC_PREGNANCY",
        r"(?<!\w)(?:(?:the|my|her|our) (?P<x>birth|labor|labour) (?:took|lasted|started|stalled|was (?:long|hard|traumatic|fast|awful|beautiful|early|\d)|went (?:well|badly|wrong|on for|fine)|nearly killed|almost killed)|(?:the|my|her|our) "
        r"(?P<y>birth) (?:of (?:my|our|her|his|their)))(?! (?:nation|hip hop|company|business|country|city))(?!\w)",
        0.8,
        check=_nothing_else,
    ),
    make(
        "months_on_duty",
        "PC_PREGNANCY",
        r"(?<!\w)(?:(?<![\s\S])|(?<=[.!?] )|(?<=\n)|(?:at|hit|i'm|im|she's|only|almost) )(?P<x>(?:[4-9]|four|five|six|seven|eight|nine) months)(?=[.,!?;]|$| (?:and|with|in)\b)",
        0.74,
        check=_on_duty,
    ),
    make(
        "due_then",
        "PC_PREGNANCY",
        rf"(?<!\w)due (?:(?:in|this|early|late|mid|at the end of|end of|beginning of|around) )?(?:early |late |mid |mid-|the )?{_MONTH}(?: \d{{1,2}}(?:st|nd|rd|th)?)?(?!\w)",
        0.74,
        check=_due_for_birth,
    ),
    make(
        "of_the_clinic",
        "PC_PREGNANCY",
        r"(?<!\w)(?:embryos? (?:didn't|did not|never|finally|all|have|has|is|are) (?:\w+ )?(?:stick|stuck|implant\w*|take|took|arrested|made it|survive\w*|frozen|freezing)|my tubes (?:are|were|got) (?:gone|out|tied|removed|blocked|burned|cut)|(?:my|her|the|back) labor (?:was|took|lasted) (?:\w+ )?hours|(?<!of )(?<!\w)labor was "
        r"(?:\w+ )?hours|(?:\d\d?|twenty|thirty|forty) hours? (?:of|in) (?:back |active |hard )?labor(?! (?:at|on|for the)))(?!\w)",
        0.8,
        check=_no_garage,
    ),
)
"""All of them, in the order in which they are tried."""
