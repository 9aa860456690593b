"""Patterns of help for the poor, of debts, of papers to stay and of records that were cleared, told by office, form and programme.

They complete `hardship` and `ordeals`. Who works for such a programme, gives to it or cheats it is not meant, nor a seat, a novel or a firm.
"""

import re
from typing import Final

from vetting.redaction.frames.harm import no_pet
from vetting.redaction.frames.told import make

_GIVES: Final = re.compile(
    r"\b(?:volunteer\w*|donat\w+|drive|collect\w*|cans|can drive|work at|works at|working at|run the|runs the|fundrais\w+|fraud\w*|sponsor|manual|"
    r"stadium|seats?|tickets?|row|new roof|audit\w*|expansion|budget|ribbon|contractor|ordinance|clause|paragraph|article|statute|code|code of|handbook|contract|chapter)\b"
)
_BOOK: Final = re.compile(
    r"\b(?:book|read|reading|novel|fic|fanfic|textbook|audiobook|manga|bible|wrote|writing|verse|pages?|story|cliffhanger)\b"
)
_MONEY: Final = re.compile(
    r"\b(?:credit|debts?|afford|fees?|filed|filing|bankrupt\w*|trustee|creditors|loans?|court|discharg\w*|lawyer|payments?|score|rent|mortgage|"
    r"money|broke|garnish\w*|irs|bills|divorce|hospital|repo\w*)\b"
)
_FIRM: Final = re.compile(
    r"\b(?:company|companies|firm|stores?|chain|bank|city|airline|corporation|corp|inc|mall|brand|retailer|studio|cinemas?|hospital (?:group|chain)|toys|"
    r"diocese|club|league|county's)\b"
)
_STAY: Final = re.compile(
    r"\b(?:visas?|status|student|students|hrs|hours|i-?20|sevis|dso|sponsor\w*|uscis|international|campus|cpt|opt|stem|expir\w+|ead|h-?1b|job|internship)\b"
)
_TRIP: Final = re.compile(
    r"\b(?:vacation|trip|festival|camping|camped|hike|hiking|fun|concert|party|movie|disney|scouts?|fishing|troll|kayak|game)\b"
)


def _not_given(folded: str, start: int, end: int) -> bool:
    """Not who gives or works for it, not a seat and not a law."""
    return not _GIVES.search(folded, max(0, start - 45), min(len(folded), end + 45))


def _of_money(folded: str, start: int, end: int) -> bool:
    """Money is spoken of near, and no book."""
    low, high = max(0, start - 70), min(len(folded), end + 70)
    return bool(_MONEY.search(folded, low, start) or _MONEY.search(folded, end, high)) and not _BOOK.search(
        folded, low, high
    )


def _no_firm(folded: str, start: int, end: int) -> bool:
    """Not a firm or a town."""
    return not _FIRM.search(folded, max(0, start - 50), min(len(folded), end + 40))


def _to_stay(folded: str, start: int, end: int) -> bool:
    """Studies, work or status are spoken of near."""
    return bool(
        _STAY.search(folded, max(0, start - 60), start) or _STAY.search(folded, end, min(len(folded), end + 60))
    )


def _no_holiday(folded: str, start: int, end: int) -> bool:
    """No holiday."""
    return not _TRIP.search(folded, max(0, start - 50), min(len(folded), end + 50))


def _no_trip(folded: str, start: int, end: int) -> bool:
    """No holiday and no animal."""
    low, high = max(0, start - 50), min(len(folded), end + 50)
    return not _TRIP.search(folded, low, high) and no_pet(folded, start, end)


_BRIDGE: Final = r"(?:viaduct|overpass|underpass|bridge|freeway|interstate|highway|flyover|boardwalk|pier)"

PATTERNS: Final = (
    make(
        "section_eight",
        "PC_HOMELESS",
        r"(?<!\w)(?:on|get|gets|got|getting|have|has|had|take|takes|taking|accept|accepts|accepting|no|with|through|for|lost|lose|my|her|his|their|our|up on|off|used|using|her own) "
        r"(?P<x>section (?:8|eight))(?! of\b|[-.:(]\w|,? (?:row|sub))|(?<!\w)section (?:8|eight) (?:people|tenants?|housing|vouchers?|apartments?|buildings?|famil(?:y|ies)|"
        r"list|waitlist|landlords?|units?|kids?|renters?|neighbou?rs?|crowd|folks|homes?|inspect\w+|office|worker|complex|mom|moms|move|moved|types?)(?!\w)",
        0.8,
        check=_not_given,
    ),
    make(
        "on_benefits",
        "PC_HOMELESS",
        r"(?<!\w)(?:on|off|claim(?:s|ed|ing)?|sign(?:ed|s|ing)? on(?: for)?|get(?:s|ting)?|got|living on|lived on|live on|living off|lives off|raised on|grew up on|applied for|apply for|applying for|"
        r"cut (?:me|us|her|him) off|kicked off|the|my|her|his|our|your|need|needs|lost|losing|for|through|waiting on|via) (?:of )?(?:the )?(?P<x>dole|universal credit|jobseekers?'?s?"
        r"(?: allowance)?|jsa|income support|housing benefit|child tax credits?|general (?:relief|assistance)|cash (?:aid|assistance)|town (?:welfare|assistance)|state assistance|"
        r"public aid|welfare(?! (?:checks?|reform|bill|cuts?|policy|spending|budget|concern|visit|economics|state))|calfresh|liheap|heating assistance|energy assistance|fuel assistance|rental assistance|emergency housing|free (?:school )?(?:lunch|meals)|reduced lunch|"
        r"government cheese|relief checks?|hardship (?:fund|grant)|crisis loan|council (?:house|flat|estate|housing)|temporary accommodation|supportive housing|"
        r"snap benefits|benefits street)(?! (?:of|pineapple|whip|juice)\b)(?!\w)",
        0.8,
        check=_not_given,
    ),
    make(
        "those_on_benefits",
        "PC_HOMELESS",
        r"(?<!\w)(?:(?:benefits?|welfare|dole|handout|giro|council|food stamp) (?:scroungers?|claimants?|cheats?|bludgers?|queens?|mom|moms|mothers?|mum|mums|babies|kids?|famil(?:y|ies)|recipients?|rats?|trash|"
        r"street|queue|office|line|leech(?:es)?|crowd|class|types?|card|caseworker|case worker|estate|tenants?|people|bums?)|scroungers|dole bludgers?|(?:living|lives|live|"
        r"lived|sponging|leech\w*) off (?:of )?(?:the (?:state|government|system|taxpayers?)|benefits|welfare|my taxes|our taxes)|liheap|(?:county|motel|shelter|emergency|hud|housing) vouchers?|hotel vouchers?(?! (?:from|by|after|for) (?:the |our |my |a )?(?:airline|flight|delta|united|southwest|gate|delay))"
        r"|(?:food stamps?|snap|ebt|medicaid|benefits|wic|tanf|housing) (?:recert\w*|interview|caseworker|case ?worker|re-?determination|renewal packet)|recert(?:ification)?"
        r"(?= (?:due|packet|paperwork|interview|for (?:snap|food|ebt|medicaid|housing|section)))|trailer trash|(?:the |in |from the )?housing projects?|poor ?house|workhouse)(?!\w)",
        0.8,
        check=_not_given,
    ),
    make(
        "medicaid",
        "PC_HOMELESS",
        r"(?<!\w)(?:(?:on|my|his|her|their|our|got|get|gets|getting|lost|losing|have|has|had|through|need|needs|with|apply(?:ing)? for|applied for|approved for|qualif\w+ for|denied|off|take|takes|"
        r"taking|accepts?|emergency|pregnancy) (?:state )?(?:medicaid|medi-?cal|masshealth)(?: (?:card|office|plan|application|dentist|doctor))?|(?:on|my|got|have|had|through) (?:badgercare|tenncare|husky (?:a|d|health))|(?:fill(?:ed|ing)? out|renew(?:ed|ing)?|redo|sent in|mailed|lost|turned in|do|doing) (?:the |my |our |her |his |more |all the |another )?(?P<x>medicaid|medi-?cal|masshealth)(?= (?:forms?|paperwork|renewals?|packets?|papers|application|recert\w*|again))|(?:medicaid|medi-?cal|masshealth) (?:card|"
        r"office|app|application|plan|dentist|doctor|kids?|patients?|mom|moms|won't|wouldn't|paid|pays|covers?|covered|denied|declined|approved|cut|dropped|"
        r"kicked|said|says|only|people|baby|recipients?))(?!\w)",
        0.78,
        check=_not_given,
    ),
    make(
        "food_help",
        "PC_HOMELESS",
        r"(?<!\w)(?:(?:at|to|from|in|used?|using|visit(?:ed|ing)?|did|do|doing|relied on|rely on|off|via|through|hit|need(?:ed)?|thank god for|line (?:at|for)|queue (?:at|for)) "
        r"(?:a |the |our |my |your |that |this )?(?:local |church |campus |school |town )?(?P<x>food (?:banks?|pantr(?:y|ies)|shelf|shelves)(?: line)?|soup kitchens?|bread lines?)|food (?:bank|pantry|shelf) "
        r"(?:lines?|box(?:es)?|kids?|queues?|parcels?|card|days?|regulars?|bags?|groceries|pasta|milk|cereal|ticket))(?!\w)",
        0.76,
        check=_not_given,
    ),
    make(
        "bed_of_need",
        "PC_HOMELESS",
        r"(?<!\w)(?:(?:lived?|living|lives|slept|sleep|sleeping|stayed|staying|spent|spend|raised|camped out|been|was|were|winter|year|summer|months|weeks|nights|days) (?:[\w']+ ){0,5}?(?:in|out of) (?:a |an |my |our |the |her |his )"
        r"?(?:storage (?:unit|locker)|shelter(?! in place)|encampment|tent (?:behind|under|beneath|by|near|beside|city|off|in (?:the woods|an alley|a parking))(?: (?:the|a|an|our) [\w']+)?|"
        r"bus (?:station|depot)|doorway|squat|homeless camp|rest (?:stop|area)|truck stop|24[ -]hour \w+|laundromat|stairwell)|tent (?:behind|under|beneath|beside) (?:the|a|an) "
        r"[\w']+(?: lot)?)(?!\w)",
        0.74,
        check=_no_holiday,
    ),
    make(
        "under_bridge",
        "PC_HOMELESS",
        r"(?<!\w)(?:people|folks|guys?|men|man|woman|women|camps?|camping|camped|tents?|living|lived|lives|live|sleep|sleeping|slept|nights?|stay(?:ed|ing)?|kids|family|families|ones|those|veteran|out|home|bed)\W{1,3}"
        rf"(?P<x>(?:under|beneath|below|underneath) (?:the|a|that|every|our|this|an) (?:\w+ )?{_BRIDGE})(?!\w)",
        0.74,
        check=_no_trip,
    ),
    make(
        "back_on_streets",
        "PC_HOMELESS",
        r"(?:(?<![\s\S])|(?<=[.!?;] )|(?<=\n)|(?<=i'm )|(?<=im )|(?<=i was )|(?<=we were )|(?<=we're )|(?<=ended up )|(?<=wound up )|(?<=she's )|(?<=he's )|(?<=me )|(?<=us ))(?:right |almost )?(?:back |out )(?:out )?on the "
        r"streets?(?! (?:patrol|team|bike|car|of rage))(?!\w)",
        0.75,
        check=_no_trip,
    ),
    make(
        "bums",
        "PC_HOMELESS",
        r"(?<!\w)(?:(?:clear|move|kick|sweep|remove|run|chase|ship|clean|arrest|jail|hose|bus|push) (?:\w+ ){0,1}(?P<x>(?:all )?(?:the |these |those )?(?:bums|hobos|vagrants|winos|tramps))(?! out of (?:office|congress|washington))|(?:bums?|hobos?|winos?|tramps?|transients?|vagrants?) "
        r"(?:on|in|under|off|at|sleeping|begging|camp\w*|asking|outside|around|by|living|peeing|pissing|everywhere) (?:the |our |my |every |for )?(?:green|park|streets?|sidewalks?|corner|bench|benches|library|downtown|"
        r"bridge|overpass|station|town|city|exit|ramp|money|change|shelter|tents?|subway|train|doorways?|alley))(?!\w)",
        0.76,
        check=no_pet,
    ),
    make(
        "chapter_of_debts",
        "PC_BANKRUPTCY",
        r"(?<!\w)(?:(?:after|in|my|our|his|her|through|since|during|survived|post|did|a|the|filed|file|finished|on|of|via|from|did a) )?(?P<x>(?:chapter|ch\.?) ?(?:7|13|seven|thirteen))"
        r"(?= (?:i|we|went|came|hit|cleared|paid|made|took|got|saved|last|filing|payment|this|can|cost|ended|behind|before|and|is|was)\b|[.,!?;)]|$)(?!, verse)",
        0.76,
        check=_of_money,
    ),
    make(
        "own_bankruptcy",
        "PC_BANKRUPTCY",
        r"(?<!\w)(?:(?:i|we|to|gonna|had|i'd|he|she|they|dad|mom|parents|husband|wife|almost|nearly|did|just|finally|and|before|after|by|of|from|considering|consider|considered|thinking about) (?P<x>(?:file[ds]?|"
        r"filing|declare[ds]?|declaring) (?:for )?(?:chapter \w+ )?(?:personal )?bankruptcy)|bankruptcy (?:was |got |is |just |finally |case )*(?:discharged|dismissed|finalized|fell off|came off|"
        r"dropped off|papers|on my|approved|went through|in (?:19|20)\d\d|closed|hearing|stigma|survivor))(?!\w)",
        0.82,
        check=_no_firm,
    ),
    make(
        "repossessed",
        "PC_BANKRUPTCY",
        r"(?<!\w)(?:they|bank|lender|repo (?:man|guy|men)|dealer|dealership|finance company|credit union) (?:\w+ )?(?:repossessed|repo'?d|repoed|foreclosed on|took back|towed off) (?:the|my|our|his|her) (?:only )?(?:car|truck|house|van|home|trailer|minivan|suv)(?!\w)",
        0.78,
    ),
    make(
        "cleared_record",
        "PC_ERASED_RECORD",
        r"(?<!\w)(?:(?:certificates?|petitions?|motions?|orders?|letters?|hearings?|application|paperwork) (?:of|for|to) (?:an? )?(?:expunge(?:ment|d)?|erasures?|vacatur|vacate my \w+|pardon|set[ -]aside|(?:actual|factual) "
        r"innocence|rehabilitation|relief from disabilities|seal (?:my|his|her|the) \w+|record sealing)|vacaturs?|(?:in and out of|out of|in|sent to|time in|did (?:\w+ ){1,2}in|been (?:in|to)|locked up in|back (?:in|to)|grew up in|kid in|years in|"
        r"months in) (?:juvie|juvenile (?:hall|detention)|youth (?:prison|detention|jail|corrections)|training school|borstal|kiddie jail|a young offenders?\w*)|(?:juvie|juvenile|youth court) (?:\w+ )?(?:thing|record|case|stuff|file|charge)?"
        r"(?:'s| is| was| got| finally| are)* ?(?:sealed|erased|expunged|wiped|cleared)|(?<!public )(?<!police )(?<!court )records?(?:'s|s are|s were| are| were) (?:now |finally |all )?(?P<x>sealed|erased|expunged)|(?:got|had|have|get|getting|has) (?:my|his|her|the|our) (?:\w+ ){1,3}"
        r"(?:expunged|sealed(?= (?:and|by|under|last|in|after|but|so)\b|[.,!?]|$)|erased(?= (?:and|by|under|last|in|after|but|so)\b|[.,!?]|$)|vacated|nolled))(?!\w)",
        0.8,
        check=no_pet,
    ),
    make(
        "study_papers",
        "PC_CITIZENSHIP",
        r"(?<!\w)(?:(?:my|on|on an?|with an?|his|her|for|an|your|our) )?(?:opt (?:runs|ran|expires?|expired|ends|ended|clock|card|status|ead|extension|unemployment|application|got|is up|is over|period|time)|(?:f-?1|j-?1|m-?1|h-?1b|h-?4|l-?1|o-?1|tn) "
        r"(?:visas?|status|student|students|holder|says|stamp|transfer|lottery|petition|sponsor\w*|worker|dependent|spouse)|(?:stem|my|on) opt(?= (?:and|so|until|till|for|right now|but|with)\b|[.,!?]|$)|i-20|(?:stem opt|cpt|sevis|uscis|ead))(?!\w)",
        0.84,
        check=_to_stay,
    ),
    make(
        "makes_do",
        "PC_HOMELESS",
        r"(?<!\w)(?:(?:sle(?:ep|pt|eping)|liv(?:ed|ing)) (?:at|in) (?:the |an |a |my )?(?:airport|bus station|greyhound(?: station)?|hospital waiting room|waiting room|mcdonald's|casino|parking garage|church basement|library|office|gym|laundromat) (?=(?:until|till|because|since|for (?:\w+ ){1,2}(?:months?|weeks?|years?)"
        r"|when i (?:lost|had)))|showers? at (?:the )?(?:planet fitness|gym|y|ymca|truck stops?|beach|rec center)(?= (?:\w+ ){0,6}(?:no place|nowhere|homeless|lived in|lost|evicted))|(?:had|have|has|with) no (?:place|apartment|roof|housing)(?=[.,!?;]|$| (?:to (?:live|stay|sleep|go)|of my own)\b)|(?:my|our) (?:trailer|house|building|"
        r"apartment|place|duplex) (?:got|was) condemned|(?:free|reduced)(?: (?:and|or|&) reduced)? lunch (?:kids?|line|card|tickets?|student|form|list))(?!\w)",
        0.75,
        check=_no_trip,
    ),
    make(
        "sued_for_debt",
        "PC_BANKRUPTCY",
        r"(?<!\w)(?:sued|garnished|served|hounded|harassed|called daily|chased) by (?:an? |the |some |my )?(?:debt collect(?:ors?|ion \w+)|creditors?|collection (?:agency|agencies)|collections|credit card compan(?:y|ies)|payday lenders?|medical debt \w+|bill collectors?|debt buyers?)(?!\w)",
        0.8,
    ),
    make(
        "own_papers",
        "PC_CITIZENSHIP",
        r"(?<!\w)(?:my|his|her|our|their|mom's|dad's) (?:ead|n-?400|i-?(?:130|485|765|751|589|140)|uscis \w+|green ?card (?:interview|application|renewal|came|expire\w*|lawyer|case)|naturalization \w+|alien number|a-number|deportation \w+)(?!\w)|(?<!\w)adjust(?:ing|ed|ment of) (?:my |his |her )?status(?!\w)",
        0.86,
    ),
    make(
        "clean_now",
        "PC_ERASED_RECORD",
        r"(?<!\w)(?:my|his|her) record(?:'s| is| was) (?:clean|clear|gone|wiped|spotless) (?:now|again|since)(?!\w)|(?<!\w)(?:it's|it was|its|case|file|record|now|been|got)(?: \w+)?,? (?P<x>(?:sealed|erased|expunged) (?:at (?:1[6-9]|2\d)|when (?:i|he|she) turned))(?!\w)",
        0.78,
    ),
)
"""All of them, in the order in which they are tried."""
