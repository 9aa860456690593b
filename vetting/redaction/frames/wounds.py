"""Patterns of harm told by its traces: the belt, the locked door, the excuse at the hospital, the order of a court, the word for it.

They complete `harm` and `fear`. What the writer did is conduct and stays; so do animals, sport and cases at work.
"""

import re
from typing import Final

from vetting.redaction.frames.harm import HE, no_pet
from vetting.redaction.frames.told import by_somebody, make

_CLOSE: Final = re.compile(
    rf"\b(?:he|him|his|he'd|he's|she'd|{HE}|stepdad|uncle|brother|grandfather|cousin|abus\w+|assault\w*|rap(?:e|ed|ist)|hurt|afraid|scared|"
    r"childhood|on (?:me|us)|survivors?|believe|trauma\w*|therap\w+|nightmares?|safe|hiding|court|judge)\b"
)
_SPORT: Final = re.compile(
    r"\b(?:games?|match|season|team|league|boxing|boxer|mma|ufc|round|hockey|puck|ball|wrestling|sparring|spar|sparred|gym|airport|tsa|detector|karate|jiu|engine|squeal\w*|pickup|movie|song|album|"
    r"show|episode|scene|video|lol|lmao|joke|traffic|weather|storm|drum|drums|first aid|model|tool|press|car kit|peas?|beans?)\b"
)
_ACCUSED: Final = re.compile(
    r"\b(?:arrest\w*|charged|charges?|convicted|accused|suspects?|pleaded|guilty|for stalking (?:her|him|them)|my instagram|your (?:page|profile))\b"
)
_ILL: Final = re.compile(
    r"\b(?:cancer|stroke|crash|holocaust|plane|earthquake|flood|war|shows?|tribe|season|zombie|vault|titanic|hurricane|fire|contestant|"
    r"immunity|jeff|island|bias|benefits|tsunami|episode|game|tour|destiny)\b"
)


def _of_harm(folded: str, start: int, end: int) -> bool:
    """Somebody close or something of harm is spoken of, and no sport or show."""
    low, high = max(0, start - 80), min(len(folded), end + 80)
    near = _CLOSE.search(folded, low, start) or _CLOSE.search(folded, end, high) or _CLOSE.search(folded, start, end)
    return near is not None and not _SPORT.search(folded, low, high)


def _of_no_game(folded: str, start: int, end: int) -> bool:
    """No sport and no show."""
    return not _SPORT.search(folded, max(0, start - 60), min(len(folded), end + 60))


def _no_sport(folded: str, start: int, end: int) -> bool:
    """No sport, no show and no animal."""
    return not _SPORT.search(folded, max(0, start - 60), min(len(folded), end + 60)) and no_pet(folded, start, end)


def _not_accused(folded: str, start: int, end: int) -> bool:
    """Nobody is arrested or charged for it, and nobody only looks at a profile."""
    return not _ACCUSED.search(folded, max(0, start - 50), min(len(folded), end + 30)) and no_pet(folded, start, end)


def _no_disaster(folded: str, start: int, end: int) -> bool:
    """Not who lived through an illness, a war or a show."""
    return not _ILL.search(folded, max(0, start - 50), min(len(folded), end + 50)) and no_pet(folded, start, end)


def _done_by_other(folded: str, start: int, end: int) -> bool:
    return by_somebody(folded, start, end) and _no_sport(folded, start, end)


_KIN: Final = (
    rf"(?:{HE}|stepdad|stepfather|stepmom|uncle|grandfather|grandpa|grandma|brother|stepbrother|cousin|coach|priest|pastor|babysitter|"
    r"teacher|neighbou?r|youth leader|scoutmaster|doctor|deacon|family friend|foster (?:dad|mom|father|mother|parents)|nanny|nuns?)"
)
_WHO: Final = rf"(?:he|she|they|who|him|{_KIN}|new wife|wife|fella|bloke|guy|man)"
_ADV: Final = (
    r"(?:'d|'s|'ll| would| had| has| was| just| then| always| used to| kept| started| even| also| once| never){0,3}"
)
_ROD: Final = (
    r"(?:belt|switch|extension cord|paddle|cord|coat hanger|hanger|cane|garden hose|broomstick|broom handle|rod|whip|"
    r"strap|wooden spoon|slipper|chancla|buckle|ruler|cables?)(?! (?:sander|grinder|conveyor|drive|loop|holster|tensioner|clip))"
)
_ROOM: Final = (
    r"(?:pantry|cellar|closet|basement|bathroom|bedroom|attic|garage|shed|trunk|dark|cage|crate|cupboard|barn|motel|motel room|hotel|hotel room|"
    r"trailer|apartment|house|room|his car|his van|his house)"
)
_BONE: Final = (
    r"(?:wrist|arm|jaw|nose|ribs?|fingers?|collarbone|cheekbone|orbital(?: bone)?|eye socket|tooth|teeth|leg|hand|lip|eardrum|"
    r"skull|ankle|shoulder)"
)

_WOUND: Final = re.compile(
    r"\b(?:er|ribs?|broken|stitches|black eye|bruis\w+|hospital|doctors?|nurses?|drunk|uncle|men|man|him|friends|mother's|boyfriend|stepdad|dollars|drugs|kid|little|asleep|scared|"
    r"sister|room|trafficker|years|old)\b"
)


def _of_wounds(folded: str, start: int, end: int) -> bool:
    """Wounds, a hospital or those who did it are spoken of, and no sport."""
    low, high = max(0, start - 80), min(len(folded), end + 80)
    near = _WOUND.search(folded, low, start) or _WOUND.search(folded, end, high) or _WOUND.search(folded, start, end)
    return near is not None and _of_no_game(folded, start, end)


PATTERNS: Final = (
    make(
        "the_kit",
        "PC_SA_VICTIM",
        r"(?<!\w)(?:(?:get|got|getting|have|had|did|do|done|sexual assault|untested) )?(?:the|her|my|his|a|their|that) kit "
        r"(?:done|tested|collected|processed|backlog|(?:is|was|has been|sat|has sat|sits)(?: still| never| just| been)? "
        r"(?:sitting|tested|untested|on a shelf|in a (?:freezer|warehouse|locker)|processed))(?!\w)",
        0.78,
        check=_no_sport,
    ),
    make(
        "the_belt",
        "PC_DV_VICTIM",
        rf"(?<!\w){_WHO}{_ADV} (?P<x>(?:used|took|got|grabbed|pulled out|reached for|came (?:at (?:me|us) )?with|whipped off|took off|pull off|"
        rf"get|use|take off|reach for|broke) (?:an? |the |his |her |that )(?:\w+ )?{_ROD}(?: (?:out|off))?(?: (?:on|to|across|to beat|and beat) (?:me|us|my \w+|our "
        rf"\w+|the kids))?)(?!\w)|(?<!\w)(?:grew up with|raised (?:with|by|on)|whooped with|whupped with|beat with|beaten with|hit with|lashed with|"
        rf"feared|hiding from|sound of|got) (?:a|the|that|his|her|dad's|mom's|my dad's|my mom's) (?:\w+ )?{_ROD}(?: (?:buckle|sound))?(?!\w)",
        0.76,
        check=_of_harm,
    ),
    make(
        "sold_me",
        "PC_TRAFFICKING_VICTIM",
        rf"(?<!\w)(?:{_WHO}|parents|family|pimp|husband|boyfriend){_ADV} (?P<x>(?:sold|pimped|trafficked|rented|loaned|prostituted) (?:me|us|her|my sister) "
        r"(?:to (?!the idea)|for (?!a dollar)|out\b|around\b|at\b|when\b|online)(?:\w+)?)(?!\w)|(?<!\w)(?:he|she|they|uncle|cousin|stepdad|neighbou?r|coach) "
        r"(?:first |finally )?(?P<y>got to me)(?=[.,!?;]|$| (?:when|at|first|before|too|that)\b)",
        0.78,
        check=_no_sport,
    ),
    make(
        "from_the_trade",
        "PC_TRAFFICKING_VICTIM",
        r"(?<!\w)(?:escap(?:e|ed|ing)|surviv(?:e|ed|ing)|fled|fleeing|ran from|got away from|sold by|free of|free from|owned by|bought by|rescued from|left|leaving|"
        r"out of) (?:an? |my |her |his |the |that )?(?:\w+ )?(?:traffickers?|pimp|captors?|kidnapper|groomer|rapist|batterer|abuser|(?:sex |human |labor )?"
        r"trafficking(?: (?:situation|ring|house|case))?)(?!\w)|(?<!\w)trafficking (?:situation|survivor\w*|victim\w*)(?!\w)",
        0.82,
        check=_no_sport,
    ),
    make(
        "kept_in",
        "PC_DV_VICTIM",
        rf"(?<!\w){_WHO}{_ADV} (?:accidentally\W{{1,2}})?(?P<x>(?:locked|locks|locking|lock|kept|keeps|keeping|trapped|chained|shut|tied) (?:me|us|them|her|him|my \w+) "
        rf"(?:up )?(?:in|inside) (?:the|a|an|our|that|this|his|her|my)?(?: \w+)? ?{_ROOM}(?: on \w+)?(?: for (?:\w+ ){{1,2}}(?:hours?|days?|weeks?|months?|years?))?)(?!\w)|"
        r"(?<!\w)accidentally\W{1,2} ?(?P<y>locked (?:her|me|us) in the \w+)(?!\w)|(?<!\w)(?:father|dad|mother|mom|parents) (?P<z>locked (?:them|us|me|him|her) (?:in|out)"
        r" (?:of )?(?:the|a) \w+)(?!\w)",
        0.76,
        check=_done_by_other,
    ),
    make(
        "the_door",
        "PC_DV_VICTIM",
        rf"(?<!\w)(?:{_WHO}(?: who)?{_ADV} (?:(?:hold|holds|holding|held) (?:the|my|that) (?:\w+ )?door (?:shut|closed)|(?:block|blocks|blocked|blocking) (?:the|my) "
        r"(?:\w+ )?door(?:way)?|(?:kick|kicks|kicked|kicking|break|broke|breaking|beat|beating|punch|punched) (?:in |down )?(?:the|my|our) (?:\w+ )?door"
        r"(?: (?:in|down))?))(?!\w)",
        0.74,
        check=_of_harm,
    ),
    make(
        "free_of",
        "PC_DV_VICTIM",
        rf"(?<!\w)(?:years?|months?|weeks?|days?|finally|now|been|am|i'm|im|she's|get|got|being) (?P<x>(?:free|safe|away|rid|clear) (?:of|from) (?:him|her ex|my ex|that man|that house|"
        rf"my {HE}|my \w+ {HE}))(?= (?:this|now|and|today|for|since|but|forever|as)\b|[.,!?;]|$)",
        0.75,
        check=_no_sport,
    ),
    make(
        "court_guards",
        "PC_DV_VICTIM",
        r"(?<!\w)(?:(?:his|her ex's|my ex's|ex's|the ex's) (?:ankle (?:bracelet|monitor)|gps (?:monitor|bracelet|unit|ankle \w+)|monitor) (?:pings?|alerts?|notifies|"
        r"beeps|goes off|texts|tells|calls|buzzes)(?: (?:me|my phone|us))?|vine (?:alert|notification|link|call)s?|(?:the |my |a |her |civil )?(?:stalking|"
        r"stay[ -]away|non[ -]molestation|non[ -]harassment|anti[ -]stalking) orders?|injunction against (?:him|my \w+|her ex)|(?:my|her|an|got an) (?:avo|ppo|dvo|"
        r"dvpo|epo|tpo)(?= (?:against|on|says|was|is|expired?s?|hearing)\b|[.,!?])|safe at home (?:mail|program|address|card|thing|participant|id|box)|\d{3,4} ?(?:feet|ft|yards|yds) "
        r"(?:away )?from (?:me|my (?:house|work|job|kids)|us)(?= |[.,!?]|$))(?!\w)",
        0.8,
        check=_not_accused,
    ),
    make(
        "stalking",
        "PC_DV_VICTIM",
        r"(?<!\w)(?:the|of|about|against|take|takes|taking|called?|calls|his|report(?:ed|ing)?|ignored?|was|is|years of|months of|that's|it's|not|"
        r"from) (?P<x>(?:cyber)?stalking)(?= (?:seriously|started|starts|got|stopped|continued|began|escalated|is (?:not|real|a|still)|isn't|went on|laws|awareness|never)\b"
        r"|[.,!?;)]|$)",
        0.74,
        check=_not_accused,
    ),
    make(
        "survivors",
        "PC_SA_VICTIM",
        r"(?<!\w)(?:(?:fe)?male|men|women|fellow|other|dear|us|silent|all|believe|child|adult|young|trans|black|native|queer|as a|i'm a|i am a|being a|every|any) "
        r"(?:\w+ )?(?P<x>survivors?)(?! (?:of|series|bias|benefits|guilt|story is))(?= (?:of us|here|who|like|are|deserve|matter|know|in|need|myself|too|and|at|on|group)\b|"
        r"[.,!?;)]|$)|(?<!\w)survivors?'? (?:pin|ribbon|support group|support|network|advocate|statement|led|circle|tattoo|speak out|speakout|vigil|"
        r"sisters?|community|center|fund)(?!\w)",
        0.74,
        check=_no_disaster,
    ),
    make(
        "black_eye",
        "PC_DV_VICTIM",
        r"(?<!\w)(?:a |another |her |his |my |with a |two |the )?(?:black eyes?|busted lips?|split lips?|bruised (?:ribs|neck|arms?|face|throat)|bruises)(?! (?:for|on) the\b)(?: and all)?(?!\w)",
        0.72,
        check=_of_harm,
    ),
    make(
        "hidden_marks",
        "PC_DV_VICTIM",
        r"(?<!\w)(?:long sleeves|turtlenecks?|scarf|scarves|makeup|concealer|foundation|sunglasses|hoodies?) (?:\w+ ){0,4}to (?:cover|hide)(?: up)? (?:the|my|her|his) (?:\w+ )?(?:marks|bruises|bruising|handprints|black eyes?|neck|welts)(?!\w)|"
        r"(?<!\w)(?:slept|sleep|sleeping|dresser|chair) (?:\w+ ){0,3}(?:chair|dresser|wedged|pushed|shoved)? ?(?:against|under|in front of) (?:the|my) (?:bedroom )?(?:door|doorknob|knob|door handle)(?!\w)|(?<!\w)(?:my |the |an? |her |victims?'?s? )?advocate (?:sat|stayed|"
        r"held my|drove me|met me|walked me|came) (?:\w+ ){0,2}(?:with (?:me|her|us)|hand|to (?:court|the hospital)|at the (?:er|hospital|station))(?!\w)",
        0.76,
    ),
    make(
        "excuse",
        "PC_DV_VICTIM",
        r"(?<!\w)(?:told|tell|tells|telling|lied to) (?:the |my |her |everyone |everybody |them |people |me ?)+(?:er|doctors?|nurses?|cops|school|teachers?|hospital|boss|"
        r"mom|job|coworkers|work)? ?(?:that )?(?:i|she|it was) (?:fell|tripped|slipped|walked into a (?:door|cabinet|cupboard)|ran into a (?:door|cabinet)|"
        r"a (?:fall|door|cabinet))(?: down the stairs)?(?!\w)",
        0.72,
        check=_of_harm,
    ),
    make(
        "since_the_assault",
        "PC_SA_VICTIM",
        r"(?<!\w)(?:years?|yrs?|months?|mos|weeks?|days?|nights?|time|ever|long|anniversary|happened|until|me|right) (?:since|after|before|of|from) (?:the|my|her|his|that) "
        r"(?P<x>assault|rape|abuse|molestation|trafficking)(?= (?:and|i|she|he|but|when|the)\b|[.,!?;)]|$)|(?<!\w)(?:less of an?|still|was|it|that was|called it|"
        r"call it|calling it) (?P<y>(?:an )?(?:assault|rape|molestation))(?=[.,!?;)]|$)",
        0.76,
        check=_not_accused,
    ),
    make(
        "it_began_again",
        "PC_DV_VICTIM",
        r"(?<!\w)(?:the|his|her|all the|when the) (?P<x>hitting|beatings?|slapping|choking|shoving|punching|kicking|touching|threats|violence|rages|controlling|"
        r"grabbing)(?= (?:\w+ )?(?:started|stopped|began|got (?:worse|bad)|never (?:stopped|ended)|continued|resumed|ended|escalated|went on|happened|came back|would start)\b)",
        0.75,
        check=_of_harm,
    ),
    make(
        "broke_bone",
        "PC_DV_VICTIM",
        rf"(?<!\w)(?:{_WHO}|him|guy|man){_ADV} (?P<x>(?:break|broke|breaks|breaking|crack(?:ed)?|fractured?|dislocated?|snapped|shattered|busted|split|bloodied|bruised|twist(?:ed)?) "
        rf"(?:my|our|mom's|my mom's|my mother's|my sister's) {_BONE})(?!\w)",
        0.78,
        check=_of_no_game,
    ),
    make(
        "was_harming",
        "PC_DV_VICTIM",
        rf"(?<!\w){_WHO}(?: was| were| is| had been| has been|'s| been| kept| started){{1,2}} (?:just |still |really |always |physically |sexually )?(?P<x>(?:starving|beating|hitting|hurting|abusing|"
        r"drugging|poisoning|choking|raping|molesting|grooming|exploiting|isolating|terrori[sz]ing|stalking|trafficking|touching|pimping|slapping|gaslighting|"
        r"neglecting) (?:me|us|my (?:mom|mother|sister|brother|kids)))(?! (?:at|in) (?:chess|cards|the game|pool))(?!\w)",
        0.78,
        check=_done_by_other,
    ),
    make(
        "touched_by_kin",
        "PC_SA_VICTIM",
        r"(?<!\w)(?:uncle|stepdad|stepfather|father|dad|grandfather|grandpa|cousin|coach|priest|pastor|babysitter|teacher|brother|stepbrother|neighbou?r|"
        r"youth leader|scoutmaster|deacon|family friend|boss|sergeant|older kid) (?:had |once |used to |always |would |first )?(?P<x>touch(?:ed|es)? (?:me|us|her|my sister))"
        r"(?! (?:deeply|on the shoulder|up|base|with (?:his|her) (?:words|story)))(?!\w)",
        0.8,
    ),
    make(
        "groomed",
        "PC_SA_VICTIM",
        r"(?<!\w)(?:got|was|been|being|were|get) (?P<x>groomed)(?= (?:on (?!the|fri|sat|mon|sun|tue|wed|thu)|online|by|at (?:\d|church|school|thirteen|fourteen|fifteen)|when (?:i|she|he)|as a|in (?:\w+ grade|"
        r"middle|high|church|a discord)|since|for years|into)\b)",
        0.8,
        check=no_pet,
    ),
    make(
        "deed_told",
        "PC_DV_VICTIM",
        rf"(?<!\w){_WHO}{_ADV} (?P<x>(?:hold|held|dunk(?:ed)?|shov(?:e|ed)|push(?:ed)?|slam(?:med)?|smash(?:ed)?|bash(?:ed)?) (?:my|our|her|mom's) (?:head|face) (?:under|in|into|down|against|through)(?: (?:the|a|water) ?\w*)?)(?!\w)|"
        rf"(?<!\w)(?P<y>(?:(?:scars?|stitches|mark|burns?|dent|limp) from )?(?:the |a |his |her )?(?:bottle|plate|knife|chair|ashtray|mug|lamp|glass|frying pan|cigarettes?|boot|ring|hammer|bat) (?:he|she|dad|mom|my {HE}) (?:threw|swung|broke|hit me|put out|used on|cut|burned))(?!\w)|"
        r"(?<!\w)(?P<z>(?:a hand|hands|his hands?|fingers) (?:around|on|round) (?:my|your|her) (?:throat|neck))(?!\w)",
        0.78,
        check=_of_no_game,
    ),
    make(
        "if_i_left",
        "PC_DV_VICTIM",
        r"(?<!\w)(?:said|swore|told me|promised|warned me|threatened)(?: that)? (?P<x>if (?:i|she|we|mom) (?:ever )?(?:left|leave|told|talked|called|went|tried to leave|said anything)(?: (?!he'd|she'd|they'd)\w+){0,4},? (?:he'd|he would|she'd|they'd|he'll|she would) \w+(?: (?:me|us|the kids|my \w+|himself|it all|the house))?)(?!\w)|"
        r"(?<!\w)(?:put|hid|found|stuck|planted|sewed) (?P<y>(?:a |an )?(?:gps|gps tracker|tracker|airtag|hidden camera|camera) (?:on|in|under) (?:my|her) (?:car|purse|phone|bag|truck|bedroom|coat|stroller|room))(?!\w)|(?<!\w)(?P<z>(?:isn't|is not|not|wasn't|no longer|ain't) allowed (?:near|around|within \d+ "
        r"(?:feet|ft|yards) of|to contact) (?:us|me|my (?:kids|house|job)|the kids))(?!\w)|(?<!\w)(?P<w>(?:grew up|childhood(?: was)?|spent my childhood) (?:\w+ ){0,2}(?:dodging|ducking) (?:plates|fists|bottles|belts|hands|punches|dad|him))(?!\w)",
        0.78,
        check=_of_no_game,
    ),
    make(
        "passed_around",
        "PC_TRAFFICKING_VICTIM",
        r"(?<!\w)(?:i|she|girls|me|her|us) (?:was|were|got|being|been) (?P<x>(?:passed around|(?:bought|sold)(?: and sold)? (?:for (?:\$?\d+|a|drugs|rent)|to (?:men|a man|him|an? \w+ man|strangers|his friends)|by (?:my|her|a man|him)|when (?:i|she))))(?!\w)|(?<!\w)(?:boyfriend|stepdad|uncle|he|brother|father|dad|cousin|grandfather|stepbrother) "
        r"(?:used to |would |started to )?(?P<y>com(?:e|ing) in(?:to (?:my|our|the) (?:room|bed))? at night)(?=[.,!?]|$| (?:when|and|while)\b)|(?<!\w)(?:said|saying|claimed|swore) (?:that )?(?P<z>i (?:fell|tripped|slipped|walked into a (?:door|cabinet)))(?= (?:off|down|again|in|on)\b|[.,!?]|$)",
        0.76,
        check=_of_wounds,
    ),
)
"""All of them, in the order in which they are tried."""
