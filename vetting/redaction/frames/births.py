"""Patterns of pregnancy, birth, loss and nursing."""

import re
from typing import Final

from vetting.redaction.contexts.nearby import near
from vetting.redaction.frames.counts import N
from vetting.redaction.frames.told import make

_IRON: Final = re.compile(r"\b(?:iron|gas|brakes?|fist|fists|tires?|well|music|bass|chest|arms?|biceps)\b")
_GOAL: Final = re.compile(
    r"\b(?:goal|game|win|job|promotion|role|record|title|run|season|season's|team|championship|degree|house|coop|hens?|chickens?)\b"
)


def _no_iron(folded: str, start: int, end: int) -> bool:
    """Not weights, petrol or a beat."""
    return not _IRON.search(folded, max(0, start - 25), min(len(folded), end + 25))


_BARN: Final = re.compile(
    r"\b(?:mare|cow|heifer|ewe|nanny|doe|goat|sow|dog|cat|bitch|horse|puppies|kittens|foal|calf|calves|kids at the zoo|elephant|panda|giraffe|barn|zoo|"
    r"delivery|package|shipment|update|patch|part|parts|order|sequel|season|album|verdict|ruling|report)\b"
)


def _no_barn(folded: str, start: int, end: int) -> bool:
    """Not a mare, a parcel or a ruling."""
    return not _BARN.search(folded, max(0, start - 30), min(len(folded), end + 45))


def _of_a_child(folded: str, start: int, end: int) -> bool:
    """Not a goal, a job or a house that somebody tries for."""
    return not _GOAL.search(folded, start, min(len(folded), end + 25))


_NEAR_BIRTH: Final = re.compile(
    r"\b(?:pregnan\w+|baby|babies|bump|birth|born|boots|belly|vest|kick\w*|nausea|ultrasound|scan|"
    r"doctor|ob|midwife|due|trimester|miscarr\w+|lost|labou?r|hospital|nicu|contractions|gone|cravings|"
    r"wife|twins|showing|feet)\b"
)


def _birth_near(folded: str, start: int, end: int) -> bool:
    """Something of a birth is said near."""
    return bool(
        _NEAR_BIRTH.search(folded, max(0, start - 60), start)
        or _NEAR_BIRTH.search(folded, end, min(len(folded), end + 60))
    )


_TEST: Final = near(
    r"pregnan\w+|tests?|pee\w*|stick|ttc|ivf|period|positive|pink|clearblue|frer|first response|trying|bfp|shaking|crying|sobbing|husband|wife"
)


PATTERNS: Final = (
    make(
        "two_lines",
        "PC_PREGNANCY",
        r"(?<!\w)(?:two|2) lines(?! (?:of|at|at the|and neither|down|long|deep))(?!\w)",
        0.76,
        check=_TEST,
    ),
    make(
        "with_child",
        "PC_PREGNANCY",
        rf"(?<!\w)(?:(?:{N}|\d\d?\+\d) ?(?:weeks?|wks?|months?)(?: and \d days?)? (?:pregnant|preg|"
        r"preggo|preggers|along|gestation|gestational|postpartum|post[ -]partum|pp|with (?:a (?:baby )?(?:girl|"
        r"boy)|twins|baby|my (?:first|second|third|baby)|our (?:first|second|third|baby|little)))|"
        r"(?:i'm|i am|im|she's|she is|we're|we are|wife is|wife's|sister is|daughter is|girlfriend is|"
        r"gf is|who is|baby is|baby's|baby|twins are|little one is|kid is|child is|currently) (?:\w+ )?(?P<x>due (?:in|"
        r"on|any|this|next|with|around|early|late|january|february|march|april|may|june|july|august|"
        r"september|october|november|december)(?: \w+){0,2})|due (?:in \w+ )?with (?:my|our|a|baby|"
        r"twins|number|#)(?: \w+)?|expecting (?:baby|#\d|number \w+|twins|triplets)(?: ?#? ?\d)?(?: in \w+)?|"
        r"expecting (?:in (?:january|february|march|april|may|june|july|august|september|october|november|"
        r"december|the \w+)|(?:my|our|a|her|their) (?:first|second|third|fourth|baby|little|son|daughter|"
        r"boy|girl|child|grandchild)(?: \w+)?(?: (?:in|this|next) \w+)?))(?!\w)",
        0.88,
    ),
    make(
        "on_the_way",
        "PC_PREGNANCY",
        r"(?<!\w)(?:having (?:our|my|their|her) (?:first|second|third|fourth|last)(?= (?:in|this|next|soon|baby|child|"
        r"any)\b|[.,!?]|$)|(?:number (?:one|two|three|four|five|\d)|another(?: one)?|one|a (?:little )?(?:one|brother|"
        r"sister|boy|girl|grandchild|grandbaby)|twins|#\d) on the way|labor lasted \w+|hours of (?:active )?labor(?! (?:on|at|for|per|costs?|rates?|charges?|to (?:fix|replace|install))\b)|"
        r"carrying (?:a|his|her|our|my|their|your) (?:bab(?:y|ies)|child|twins|son|daughter)|carrying twins(?! of)|(?:my|our|"
        r"her|his|their) (?:\w+ )?(?:son|daughter|baby|babies|kids?|twins|child|niece|nephew|grandson|granddaughter|"
        r"grandchild|little (?:one|girl|boy)) (?:was|were) (?:finally |just )?born)(?!\w)",
        0.82,
    ),
    make(
        "lost_child",
        "PC_PREGNANCY",
        r"(?<!\w)(?:lost|lose|losing) (?:the|our|my|a|her|their|his|another|that) (?:bab(?:y|ies)|pregnanc(?:y|ies)|"
        r"twins|unborn \w+)(?!\w)(?! (?:monitor|blanket|weight))",
        0.85,
    ),
    make(
        "nurses",
        "PC_PREGNANCY",
        r"(?<!\w)(?:nursing (?:a |my |our |her |the )?(?:newborn|baby|infant|son|daughter|child|mom|moms|mama|mamas|"
        r"mother|bra|toddler|twins|little one)|(?:still|exclusively|i'm|was|am) nursing (?:him|her|my|"
        r"the baby)(?: \w+)?|took (?:a |the )?plan b|plan b pill|(?:need|buy|bought|"
        r"get|got|gave me) plan b|(?:one|two|three|four|five|six|seven|eight|\d) ?(?:cm|centimeters) dilated|(?:two|"
        r"2) (?:pink )?lines on the test|(?:missed|late on|skipped) (?:my|her) period|(?:my|her) period (?:is|"
        r"was) (?:\w+ )?late|got (?:me|her) pregnant|knocked (?:me|her|up my))(?!\w)",
        0.85,
    ),
    make(
        "lost_at",
        "PC_PREGNANCY",
        r"(?<!\w)(?:lost|lose|losing|carried|carrying|delivered|had) (?:the|our|my|a|her|their|his|"
        r"another|that|him|them) ?(?:bab(?:y|ies)|twins|pregnancy|son|daughter|little (?:boy|girl|"
        rf"one))? ?(?:at |for |at only |at just |to )?(?:{N}(?:[- ](?:one|two|three|four|five|six|seven|"
        r"eight|nine))?|thirteen|fourteen|sixteen|seventeen|eighteen|nineteen|forty) ?(?:weeks?|wks?)(?!\w)",
        0.85,
    ),
    make(
        "carried_child",
        "PC_PREGNANCY",
        r"(?<!\w)(?:carried|carrying|carry) (?:\w+ ){1,2}(?:to|full) (?:full )?term(?!\w)",
        0.85,
    ),
    make(
        "named_due",
        "PC_PREGNANCY",
        r"(?<![\w'])(?!(?:it|that|what|rent|bill|payment|project|paper|assignment|homework|essay|report|"
        r"this|deadline|everything|library|tax|taxes|book|books|lab|thesis|draft|form|paperwork|quiz|"
        r"final|exam|invoice|mortgage|loan|credit|praise|respect|one|half|which|nothing|there)(?:'s|"
        r" is) )[a-z]{2,14}(?:'s| is) (?:finally )?(?P<x>due (?:in (?:early |mid |late |a few |two |"
        r"three |four |five |six |seven |eight |\d )?(?:january|february|march|april|may|june|july|"
        r"august|september|october|november|december|spring|summer|fall|winter|weeks?|months?)|any (?:day|"
        r"minute|second|time|week) now|(?:around|right around|right before|after) (?:christmas|thanksgiving|"
        r"easter|halloween|new year'?s)))(?!\w)",
        0.75,
        check=_no_barn,
    ),
    make(
        "pumps",
        "PC_PREGNANCY",
        r"(?<!\w)(?:pump(?:s|ed|ing)? (?:breast ?)?milk|pump(?:ed|ing|s)? (?:at (?:work|my desk)|every (?:two|"
        r"three|\d) hours|for (?:my|the|our|her) (?:baby|newborn|son|daughter|twins)|in (?:a|an|the|"
        r"my) (?:\w+ )?(?:closet|bathroom|car|cruiser|locker ?room|stall|break ?room|lactation \w+|"
        r"supply \w+|storage \w+|parking lot|restroom|office)|between (?:calls|meetings|shifts|classes))|"
        r"(?:dropped|leak(?:ed|ing)) (?:my )?(?:breast )?milk|let ?down reflex|milk (?:came|comes|"
        r"coming) in|engorged)(?!\w)",
        0.8,
        check=_no_iron,
    ),
    make(
        "tries_for",
        "PC_PREGNANCY",
        r"(?<!\w)(?:(?:tried|trying|try|trouble|struggl\w+|problems|difficulty|unable) (?:to get pregnant|"
        r"to conceive|conceiving|getting pregnant|to start a family|for (?:a|another|our (?:first|"
        rf"second)|my (?:first|second)|number (?:two|three)) ?(?:baby|kid|child|one)?)(?<! for a)(?<! for a )|(?:{N}|first|"
        r"second|third|last|final|failed|another) (?:failed |more )?(?:rounds? of (?:ivf|iui|clomid)|"
        r"ivf (?:cycles?|rounds?)|(?:embryo|egg) (?:transfers?|retrievals?|donations?)|iuis?|miscarriages?(?! of\b)|"
        r"losses in)|(?:embryo|egg|frozen|fet) (?:transfers?|retrievals?)|(?:frozen|our) embryos?|"
        r"1 ?in ?4(?= #| i | we |$)|one in four(?= (?:i|we|and)\b)|(?:my|our) (?:little )?(?:angel|"
        r"rainbow) (?:baby|babies)|(?:had|got|have|getting|having) (?:my|her) tubes (?:tied|removed|"
        r"out)|got (?:fixed|snipped) after (?:the|our|my) \w+)(?!\w)",
        0.82,
        check=_of_a_child,
    ),
    make(
        "told_short",
        "PC_PREGNANCY",
        r"(?:(?<![\s\S])|(?<=[.!?;:] )|(?<=\n))(?:(?P<x>twins|triplets)(?=[.!])|(?P<y>(?:\d{1,2}|"
        r"\w+) weeks (?:today|tomorrow|along|gone)))(?!\w)|(?<!\w)(?:first|second|third|fourth|another|"
        r"my|our) (?P<z>(?:pregnancy )?loss)(?= (?:in|this|at|and i still say)\b)(?=[^.!?]*\b(?:years|"
        r"weeks|trimester|baby|months)\b)|(?<!\w)out on (?:maternity|mat leave|baby leave)(?!\w)|(?<!\w)because of "
        r"(?:the|my|her) bump(?!\w)",
        0.72,
    ),
    make(
        "bears",
        "PC_PREGNANCY",
        r"(?<!\w)(?:(?:the|our|my|her|before the|after the|since the|during the|with the) (?:first|second|third|fourth|"
        r"last|next|home|traumatic|difficult|twin) birth(?! (?:certificate|control|place))|(?:pushed|pushing|labored|"
        r"laboring|labour(?:ed|ing)) for (?:\w+ ){1,2}hours|emergency (?:c[- ]?section|delivery)|(?:i|she|wife|gf|"
        r"girlfriend|sister|daughter) (?:was|is|got|being) induced|(?:my|her|his|our) (?:birth|labor|labour|delivery) "
        r"(?:story|plan|was)|(?:late|missed|skipped) (?:a |my |her )period|\d{1,2} ?(?:cm|centimeters) (?:dilated|and)|"
        r"(?:baby|it) has a heartbeat|heard the heartbeat|pee(?:d|ing)? on (?:a|the|\w+) sticks?|(?:two|2) (?:pink|faint|blue|solid) lines|"
        r"(?:positive|pregnancy) tests? (?:came|is|was|in the)|(?:showing|bump) (?:at|is (?:showing|popping))|"
        r"(?:morning|all day) sickness|swollen (?:ankles|feet) and (?:a|the) bump|eating for (?:two|three))(?!\w)",
        0.78,
    ),
    make(
        "weeks_now",
        "PC_PREGNANCY",
        r"(?<!\w)(?:i'm|i am|im|she's|she is|wife is|wife's|sister is|daughter is|gf is|girlfriend is|"
        r"we're|we are|i was|she was|at|just hit|hit) (?:only |just |about |almost |now |already |"
        rf"officially )?(?P<x>(?:{N}|thirteen|fourteen|(?:twenty|thirty)[ -]\w+|\d\d\+\d) (?:weeks|"
        r"wks|months)(?: (?:gone|today|tomorrow|in))?)(?=[.,!?;)]|$| (?:and (?!counting|a half (?:ago|"
        r"of))|today|tomorrow|with|but|so|when|now|gone|pregnant|along)\b)",
        0.72,
        check=_birth_near,
    ),
    make(
        "child_comes",
        "PC_PREGNANCY",
        r"(?<!\w)(?:(?:having|have|expecting|gonna have|going to have|want(?:s|ed)?|want to have) (?:a |"
        r"another |our |my )(?:(?:first|second|third|last|new) )?(?:baby|boy|girl|child|kid)(?! (?:shower|"
        r"sitter|sit|wipe|carrot|yoda|face|talk|monitor|powder|friend))|(?:baby|babies|twins|baby (?:girl|"
        r"boy)|number (?:two|three|four)|(?:kid|child) (?:two|three|#\d)|baby ?#? ?\d|little (?:one|"
        r"guy|girl|man)|bundle of joy|bean) (?:is |are |was |finally )?(?:arriv(?:es?|ed|ing)|coming|"
        r"comes|due|expected|on (?:its|his|her|the) way|here|came (?:early|late)|born)|(?:it's|its|"
        r"it is|we're having|she's having) (?:a (?:boy|girl)(?! (?:thing|band|group|dinner|scout|crush|party|wonder|trip))|(?:twins|triplets)(?! (?:beds?|night|game)))|(?:about|ready) to (?:pop|"
        r"give birth)|(?:on|put (?:me|her) on) (?:strict )?bed ?rest|\w+ (?:pounds?|lbs?),? (?:and )?\w+ (?:ounces?|"
        r"oz)|terminat(?:e|ed|ing) (?:the pregnancy|my pregnancy|for medical|at \w+ weeks|because)|"
        r"(?:blocked|scarred|damaged) tubes|tubes (?:are|were) (?:blocked|tied|scarred|damaged)|(?:get|"
        r"got|getting) rid of (?:the|my|our|her) (?:baby|pregnancy)|announc(?:e|ed|ing) (?:she|i|we)(?: was|"
        r"'m| am|'re| were)? (?:expecting|pregnant|having)|(?:my|the|her) milk (?:dried up|came in|"
        r"supply|ducts?)|(?:the |our |baby's )?nursery (?:is|was|was|paint\w*|theme|furniture|wall)|"
        r"(?:the|our|a|baby's) heartbeat (?:was|at|on|is) \d{2,3}|carrying (?:low|high|small)|(?:my|"
        r"her) (?:womb|uterus|cervix|placenta|amniotic \w+|waters|ovaries|eggs are)|(?:fertility|ivf|"
        r"iui|ttc|prenatal|postnatal|antenatal|maternity|obstetric) (?:\w+)|baby (?:name|names|list|"
        r"registry|stuff|things|room|gate|brain|bump))(?!\w)",
        0.75,
        check=_of_a_child,
    ),
)
"""All of them, in the order in which they are tried."""
