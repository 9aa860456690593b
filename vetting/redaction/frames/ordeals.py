"""Patterns of hardship and of harm told by what happened: the sheriff at the door, a debt that was called in, a flight from somebody.

They complete `hardship` and `harm` with frames that name neither the class nor the deed outright. What the candidate did to others is
conduct and stays; each frame needs a person who suffered it.
"""

import re
from typing import Final

from vetting.redaction.frames.counts import N
from vetting.redaction.frames.harm import HE, no_pet
from vetting.redaction.frames.told import NO_BILL, make

_FREE: Final = re.compile(
    r"\b(?:vacation|trip|road trip|festival|tour|camping|hike|hiking|fun|hotel|airbnb|concert|party|sleepover|game|movie|"
    r"weekend getaway|disney|conference|wedding)\b"
)
_PAID: Final = re.compile(
    r"\b(?:guests?|tip|dinner|brunch|company|team|budget|government|country|city|nation|federal|states?)\b"
)
_WHO: Final = rf"(?:(?:my|her|his|their|an?|the|our) (?:\w+ )?{HE}|him|her|them)"
_LAW: Final = re.compile(
    r"\b(?:record|case|charges?|conviction|arrest\w*|court|judge|lawyer|juvenile|juvie|background|felony|misdemeanor|dui|probation|"
    r"kid|teen\w*|minor|offender|erased|wiped|cleared|dismissed|sealed|eligible|finished|completed|program|class(?:es)?|hours)\b"
)


def _no_trip(folded: str, start: int, end: int) -> bool:
    """No holiday and no animal."""
    low, high = max(0, start - 50), min(len(folded), end + 50)
    return not _FREE.search(folded, low, high) and no_pet(folded, start, end)


def _own_debt(folded: str, start: int, end: int) -> bool:
    """Somebody's own debt, not that of a state or a firm."""
    return not _PAID.search(folded, max(0, start - 40), min(len(folded), end + 40))


def _law_near(folded: str, start: int, end: int) -> bool:
    return bool(_LAW.search(folded, max(0, start - 80), start) or _LAW.search(folded, end, min(len(folded), end + 80)))


PATTERNS: Final = (
    make(
        "no_fixed_roof",
        "PC_HOMELESS",
        r"(?<!\w)(?:(?:grew up|raised|lived|living|live|stayed|staying|slept|sleeping|sleep|moved|bounc(?:ed|ing)|been|stuck) (?:\w+ )?"
        r"(?:in|at|between|through|from|out of) (?:a |an |the |my |our |cheap |various |different |weekly |some |her |his )*(?:motels?"
        r"(?: rooms?)?|hostels?|b&bs?|bed and breakfasts?|shelters?|halfway house|encampments?|tents?|tent cit(?:y|ies)|refuges?|squats?|"
        r"abandoned \w+|storage units?|parking (?:lots?|garages?)|rest stops?|truck stops?|underpass|overpass|salvation army|ymca|"
        r"rescue mission|mission|group homes?|temporary (?:accommodation|housing)|emergency (?:accommodation|housing)|doorways?|"
        r"bus (?:station|shelter|stop)|train station|walmart parking lot|laundromat|woods(?= because| behind| for \w+ months)|"
        r"my vehicle|our vehicle)(?! (?:park|dog|in place))|(?:sle(?:ep|eps|eping|pt)|living|lived|nights?) (?:under|beneath|beside|"
        r"behind|outside) (?:a |the |an )?(?:bridges?|overpass|underpass|walmart|church|library|dumpster|train station|freeway|"
        r"highway|viaduct|store|shops?))(?!\w)",
        0.74,
        check=_no_trip,
    ),
    make(
        "put_out_of_home",
        "PC_HOMELESS",
        r"(?<!\w)(?:(?:(?:got|get|getting|was|were|been|being) (?:put|thrown|tossed|locked|turned|kicked|turfed|booted) out (?:of|by|onto|on) "
        r"(?:our|my|the|his|her|their) (?:\w+ )?(?:apartment|house|home|flat|place|street|landlord|trailer|room|council house|mom|dad|"
        r"parents|stepdad|family|stepmom|mum|unit)|(?:sheriff|marshal|landlord|constable|bailiffs?|deputies|council|bank)(?:'s)? (?:\w+ ){0,3}?"
        r"(?:put|throw|threw|lock|locked|evict|evicted|kick|kicked|set|turn|turned|moved) (?:us|me|our (?:stuff|things)|my (?:stuff|things)|"
        r"everything)(?: (?:out|on the (?:curb|street|lawn|sidewalk)))?|(?:stuff|things|belongings|life) (?:was |were |all |is )?(?:on|in) "
        r"(?:the (?:curb|sidewalk|lawn)|trash bags|garbage bags|bin bags)|without (?:a )?(?:roof|permanent address|fixed address|"
        r"stable housing|anywhere to (?:go|live|sleep|stay))|no (?:fixed (?:abode|address)|permanent (?:address|residence)|stable "
        r"(?:housing|home)|address of my own)|(?:don't|didn't|do not|doesn't) have (?:a place(?: to (?:live|stay|sleep|go))?(?=[.,!?;]|$|"
        r" (?:to (?:live|stay|sleep)|of my own|right now|anymore))|anywhere to (?:go|live|stay|sleep)|a (?:home|roof|bed|fixed address|"
        r"permanent address)(?=[.,!?;]|$| (?:of|right|to|over|anymore)))|(?:car|van|truck|tent|backseat|suv|minivan) (?:is|was|became) "
        r"(?:my|our|his|her|their) (?:home|house|bedroom|apartment)|(?:on|waiting for|waitlist for|list for) (?:the )?(?:council housing|"
        r"housing|section 8|social housing|council|public housing) (?:waiting )?(?:list|register|waitlist|voucher|flat)|between (?:places|"
        r"apartments|homes|addresses|leases|flats|housing)(?= (?:right now|again|at the moment|and|for|since|until)\b|[.,!?]|$)|"
        r"(?:section 8|shelter|motel|project|projects|homeless|foster|trailer park) kid|van ?life (?:not by|isn't|wasn't|out of|because)|"
        r"roofless|rough (?:sleeper|sleeping)s?|sofa[ -]?surf\w*|unhoused|houseless))(?!\w)",
        0.76,
        check=_no_trip,
    ),
    make(
        "bed_of_others",
        "PC_HOMELESS",
        r"(?<!\w)(?:crash(?:ed|ing|es)?|stay(?:ed|ing|s)?|sle(?:ep|eps|eping|pt)|liv(?:ed|ing)|couch ?surf(?:ed|ing)?) (?:at|with|on|in) (?:my|his|her|a|"
        r"our|their|some) (?:\w+ )?(?:brother|sister|cousin|friend|aunt|uncle|mom|mum|dad|parents|coworker|buddy|mate|gran|grandma|nan|"
        r"ex|boyfriend|girlfriend|in-laws|pastor|teacher|coach)s?'?s?(?: (?:place|house|couch|sofa|floor|garage|basement|flat|spare room))? "
        r"(?:until (?:i|we|he|she) (?:can|could|get|got|find|found|save|afford)|because (?:i|we) (?:lost|can't|couldn't|got|have no|"
        r"had no)|since (?:i|we) (?:lost|got (?:evicted|kicked|put)|the (?:eviction|foreclosure|fire)))",
        0.74,
        check=_no_trip,
    ),
    make(
        "owes",
        "PC_BANKRUPTCY",
        r"(?<!\w)(?:wages? (?:are |is |were |was |being |got |get |getting )*garnish(?:ed|ing|ment|ments)|garnish(?:ed|ing|es)? (?:my|his|her|our) "
        r"(?:\w+ )?(?:wages|check|checks|paycheck|pay|tax refund)|(?:my|our|her|his) (?:\w+ )?(?:garnishment|creditors|repossession|foreclosure|"
        r"insolvency|debt collectors?|collections?(?= (?:accounts?|calls?|agency))|debt settlement|debt relief|debt consolidation|"
        r"debt management plan|charge-?offs?|iva|dro|trust deed|credit counselor|credit counsellor)|(?:debt collectors?|collection "
        r"agenc(?:y|ies)|bill collectors?|creditors?|bailiffs?|repo (?:man|guy|men)) (?:\w+ ){0,2}?(?:call\w*|took|came|come|keep\w*|hound\w*|"
        r"chas\w+|after|sued|suing|knock\w*|harass\w*|at (?:my|our) door|are|will|won't)|(?:drowning|buried|swimming|neck deep|"
        r"knee deep|up to my (?:neck|eyeballs|ears)|deep|crippled|over my head) (?:in|by|under) (?:\w+ )?(?:debt|debts|bills)|"
        r"(?:got|had|have|have had|getting) (?:my|our|his|her) (?:car|truck|house|van|home) (?:repo'?(?:ed|d|ssessed)?|repossessed|foreclosed)|"
        r"(?:repossessed|repo'?d|repoed|foreclosed on|took back) (?:on )?(?:my|our|his|her|us|me)(?: (?:car|truck|house|van|home|place))?|(?:car|truck|"
        r"house|home|van) (?:was |got |is |being |just |is in |went into |in |into )+(?:repo'?d|repoed|repossessed|foreclos(?:ed|ure))|"
        r"(?:owe|owed|owes|owing) (?:\w+ )?(?:over |about |almost |like )?\$?[\d,.]+ ?(?:k|grand|thousand)?(?: (?:dollars|bucks|pounds))? (?:on|in|to) "
        r"(?:my |the |our |various )?(?:credit cards?|cards|medical bills|student loans|payday loans?|loan sharks?|back taxes|the irs|irs|"
        r"debt|hospital|creditors|collections)|[\d,.]+ ?(?:k|grand|thousand)(?: (?:dollars|pounds))? in (?:\w+ )?debt|(?:default(?:ed|ing)?|"
        r"in default|behind|delinquent) on (?:my|our|the|all my|his|her) (?:\w+ )?(?:loans?|mortgage|rent|payments|credit cards?|cards|bills|"
        r"car (?:note|payment)s?|note)|(?:sent|went|gone|go|going|turned over) (?:\w+ )?(?:in)?to collections|(?:maxed|max|maxing) out "
        r"(?:all |every |both |my |our |the )+(?:\w+ )?(?:credit )?cards?|credit (?:score |rating )?(?:is|was|got|went) (?:shot|trashed|trash|ruined|"
        r"wrecked|destroyed|in the (?:toilet|gutter)|shit|fucked|terrible|[3-5]\d\d)|(?:credit )?score (?:of|is|was) (?:like |about )?[3-5]\d\d(?!\w)|"
        r"(?:ruined|wrecked|trashed|rebuild(?:ing)?|rebuilt|tanked|destroyed|bad|shot) (?:my|our|his|her) credit|declar(?:ed|ing|e) (?:myself |"
        r"himself |herself |ourselves )?insolven(?:t|cy)|(?:did|on|signed|entered|took out|finished|got) an? (?:iva|dro|debt relief order|"
        r"debt management plan|debt consolidation|trust deed)|(?:payday|title) loans? (?:ate|ruined|buried|trap|got|cycle|to (?:pay|make|cover))|"
        r"(?:went|gone|going|go) (?:belly up|under|broke|bust) (?:and|in (?:20|19)\d\d|after (?:the|my)|when (?:the|my))(?: \w+){0,3}|(?:bank|lender|"
        r"trustee|irs) (?:\w+ )?(?:took|seized|froze|garnished|repossessed|foreclosed on) (?:\w+ )?(?:my|our|the house|us|back the)(?: (?:\w+ )?"
        r"(?:refund|house|car|home|account|accounts|wages))?|(?:living|live|lived) paycheck to paycheck|paycheck to paycheck)(?!\w)",
        0.74,
        check=_own_debt,
    ),
    make(
        "old_trouble",
        "PC_ERASED_RECORD",
        r"(?<!\w)(?:(?:arrested|locked up|charged|convicted|adjudicated|busted|picked up|booked|cuffed|sent away|cautioned|incarcerated|jailed|"
        r"on probation|in trouble with the law|got in trouble|did time|detained)(?: (?:once|twice|for \w+|once back|over \w+))? (?:at (?:age )?(?:1[0-7]|"
        r"twelve|thirteen|fourteen|fifteen|sixteen|seventeen)|as a (?:kid|teen|teenager|minor|juvenile|youth|child|dumb kid|youngster)|"
        r"when (?:i|he|she) (?:was|were) (?:1[0-7]|young|a (?:kid|teen|teenager|minor|juvenile|dumb kid)|in high school|fifteen|sixteen|seventeen))"
        r"|(?:a |my |got a |had a |received a )?(?:youth |police |juvenile |simple )?cautions? (?:when|at|from|for) (?:i was |he was |she was )?(?:a )?"
        r"(?:1[0-7]|kid|teen\w*|young|juvenile|minor|shoplifting)|spent convictions?|(?:filtered|protected) (?:caution|conviction)s?|sealed (?:case|file|"
        r"juvenile|arrest|charges?|conviction)s?|(?:rap sheet|mugshot|arrest record|criminal record|record|charges?|case|arrest|conviction|felony|"
        r"misdemeanor|dui|warrant|file) (?:\w+ )?(?:was|got|is|has been|were|been|be|being|getting) (?:\w+ )?(?:cleared|wiped(?: clean)?|erased|sealed|"
        r"expunged|vacated|nolled|dismissed|dropped|tossed|thrown out|set aside|overturned|pardoned|reduced and)(?! (?:up|off the))|(?:case|charges?) "
        r"(?:nolled|erased|vacated)|(?:they|judge|da|prosecutor|state|court|state's attorney)(?: \w+)? (?:tossed|dropped|threw out|nolled|nollied|dismissed|"
        r"vacated|sealed|erased|expunged) (?:my|his|her|the|our|all|everything|it)(?: \w+)? ?(?:case|charges?|record|arrest|conviction)?|(?:a |the |in )"
        r"(?:boys'?|girls'?|group|youth|juvenile) (?:home|hall|detention|ranch|camp|facility|lockup|prison|authority|correctional)(?= (?:at|for|when|"
        r"as|in|until|after|by the state|upstate|because)\b|[.,!])|(?:community service|probation|classes|a program) (?:instead of|in lieu of|and "
        r"(?:it|they|the (?:charge|case))) (?:a |the )?(?:record|jail|conviction|charges?|was|got|went|dropped|erased)(?: \w+)?)(?!\w)",
        0.74,
    ),
    make(
        "programme",
        "PC_ERASED_RECORD",
        r"(?<!\w)(?:did|completed?|finish(?:ed|ing)|got|granted|took|in|used|through|given|offered|on|qualified for|doing) (?:the |an? |my |pretrial )?"
        r"(?P<x>ar(?= (?:and|so|program|for|in|on|instead)\b|[.,!]|$)|diversion|accelerated rehab\w*|pre-?trial (?:diversion|intervention|program|"
        r"services)|deferred (?:adjudication|disposition|prosecution|entry)|pti|acd|acod|cwof|first offenders? program|teen court|youth court|drug "
        r"court|veterans court|adjournment in contemplation(?: of dismissal)?|conditional (?:discharge|dismissal)|probation before judgment|pbj)(?!\w)",
        0.76,
        check=_law_near,
    ),
    make(
        "cannabis_as_medicine",
        "PC_MEDICAL_CANNABIS",
        r"(?<!\w)(?:(?:prescription|prescribed|script|recommendation|card|certified|certification|approved|qualify|qualified|licen[cs]e) (?:for |to use |me )"
        r"(?:\w+ )?(?:cannabis|marijuana|weed|thc|cbd|pot|mmj|edibles|medical (?:cannabis|marijuana|weed))|(?:doctor|doc|neurologist|oncologist|psychiatrist|"
        r"va|clinic|specialist|pain (?:doc|doctor|clinic))(?: \w+){0,3}? (?:put me on|prescribed|recommended|suggested|certified me for|signed off on|has me on|"
        r"approved me for) (?:\w+ )?(?:cannabis|marijuana|weed|thc|cbd|edibles|gummies)|(?:registered |qualif\w+ |med(?:ical)? |a )?patients? (?:at|of|with) "
        r"(?:the|a|my|our) (?:\w+ )?dispensary|(?:dispensary|med|medical|mmj|cannabis|marijuana|patient|caregiver) card|(?:smoke|vape|use|take|eat|took|used|"
        r"using|smoking|vaping|ingest|medicat\w+)(?: \w+)? (?:cannabis|marijuana|weed|thc|cbd|cbd oil|edibles|gummies|tinctures?)(?: \w+)? (?:for|to help|to manage|"
        r"to treat|because of|to control) (?:my|his|her|the|chronic|a) (?:\w+ )?\w+|(?:cannabis|marijuana|weed|thc|cbd|cbd oil|edibles|gummies|tincture) "
        r"(?:(?:really |only thing that |is what |that |actually )?(?:helps?|treats?|manages?|controls?|eases?|stops?|calms?|keeps?|helped|stopped|saved|fixes) "
        r"(?:with )?(?:my|his|her|the) (?:\w+ )?\w+|for (?:my|his|her) (?:\w+ )?(?:pain|nerves|anxiety|ptsd|seizures|back|insomnia|cancer|chemo|nausea|epilepsy|"
        r"crohn'?s|ms|glaucoma|migraines|arthritis|fibro\w*|depression|sleep|spasms|tremors|neuropathy))|(?:i|we|he|she) (?:self[- ])?medicates? with (?:\w+ )?"
        r"(?:cannabis|marijuana|weed|thc|cbd|edibles|gummies))(?!\w)",
        0.76,
    ),
    make(
        "kept_away",
        "PC_DV_VICTIM",
        rf"(?<!\w)(?:(?:got|get|have|had|filed|file|filing|need|needed|granted|has|want|took out|served|serve|keep|renew(?:ed|ing)?) (?:for )?(?:a|an|the|my|her|another|"
        rf"that) (?:\w+ )?(?:pfa|tro|dvro|dvpo|ppo|epo|opfs|non[- ]?mol(?:estation)?(?: order)?|non-molestation order|occupation order|stay[- ]away(?: order)?|"
        rf"no[- ]contact(?: order)?|injunction|ro|cpo|rfa|harassment order|stalking order|protective order|restraining order) (?:on|against|from) {_WHO}|"
        rf"(?:pfa|tro|dvro|dvpo|non[- ]mol(?:estation)? order|occupation order|stay[- ]away order|(?:the|my|her) no[- ]contact|(?:the|my|her) "
        rf"restraining order)(?= (?:is|was|against|on|expires?|expired|in|order|until|still|didn't|doesn't|hearing|came)\b|[.,!])|(?:hid(?:e|ing|den)?|ran|run|running|"
        rf"fled|flee|fleeing|escap(?:e|ed|ing)|got away|get away|getting away|broke free|safe|safely away|hiding out) from (?:my|her|an?|the|that) (?:\w+ )?(?:{HE}|"
        rf"abuser|stalker|marriage|relationship|house with)|(?:got|get|getting) away from (?:him|that man|that house)(?=[.,!?]|$| (?:and|with|before|in|"
        rf"after|alive|safely|for good)\b)|(?:left|leaving|leave) (?:him|her|my {HE}) (?:after|when|because|once) (?:he|she|they|the (?:last|first|third) "
        rf"time he) (?:\w+ )?(?:hit|broke|choked|threw|put|tried|punched|threatened|hurt|beat|slapped|strangled|pulled|pushed|kicked|started hitting)(?: \w+){{0,3}}|"
        rf"(?:(?:my |her )?{HE}|he|she) (?:found out|found|knows|knew|tracked down|figured out) where (?:i|we|she) (?:live|lives|lived|work|works|am|moved|are|was)|"
        rf"(?:{HE}|he) (?:keeps |kept |still |always )?(?:show(?:s|ed|ing) up (?:at|outside) (?:my|her|our) (?:job|work|house|apartment|school|door|gym|office|mom's)|"
        rf"follow(?:s|ed|ing) me (?:home|to|everywhere|around)|(?:sat|sits|parked|parks|waits|waited) outside (?:my|her|our) (?:job|work|house|apartment|window))|"
        rf"(?:my|her|his|our|the|a|this|that|their) stalkers? (?:sat|sits|is|was|has|had|found|keeps|still|out|got|showed|parked|follow\w+|sent|sends|made)|(?:women'?s|domestic (?:violence|abuse)|dv) "
        rf"(?:refuge|shelter|aid|hotline|advocate|support group|safe ?house)|(?:a|the|in a|our) (?:safe ?house|refuge)(?= (?:in|for|with|when|after|because|until|"
        rf"saved|run)\b|[.,!])|refuge for (?:women|battered|abused)|women'?s aid|my victim impact(?: statement)?|victim impact statement (?:at|to|against) (?:my|his|the "
        rf"man)|(?:escaped|left|fled|ran) (?:\w+ )?with (?:just |only |nothing but |a |one )*(?:garbage bag|trash bag|bin bag|suitcase|the clothes|backpack|diaper bag|"
        rf"kids and)(?: (?:of clothes|and the kids|on (?:my|our) backs?|full))?)(?!\w)",
        0.74,
        check=no_pet,
    ),
    make(
        "held_in_fear",
        "PC_DV_VICTIM",
        rf"(?<!\w)(?:he|she|they|who|{HE})(?: (?:would|also|even|always|never|has|had|just|then|still|used to|and)){{0,4}} (?P<x>control(?:s|led|ling)? (?:everything|what|"
        r"who|where|all|every|when|how|the money|my|our)(?: (?:i|we|she|my|our) ?\w+)?|(?:took|takes|checks|checked|went through|goes through|smashed|broke|tracked|"
        r"tracks|hid|bugged) my (?:phone|passport|id|keys|car keys|wallet|texts|messages|location|paycheck|money|debit card|birth control)(?: and \w+ (?:my|me|all) ?\w*)?|"
        r"(?:cut|isolated|isolates|kept|keeps) me (?:off )?(?:from|away from) (?:everyone|everybody|all|my|friends|the)(?: \w+)?|(?:held|put|pulled|pointed|waved|pressed) (?:a|the|"
        r"his) (?:\w+ )?(?:knife|gun|blade|razor|pillow|pistol) (?:to|on|at|against|over) (?:me|my \w+)|(?:threaten(?:s|ed)?|promised|swore|vowed) (?:to|he'd|she'd) (?:kill|"
        r"hurt|leave me dead|find|burn|take) (?:me|my|us|himself if|herself if|the (?:kids|dog))(?: \w+)?|(?:broke|fractured|dislocated|busted|split|cracked) my (?:\w+ )?(?:jaw|"
        r"nose|arm|wrist|ribs?|lip|collarbone|finger|hand|cheekbone|eardrum|orbital|spirit)|(?:gave|left) me (?:a |with )?(?:black eyes?|bruises?|two black eyes|a concussion|"
        r"scars|a split lip|marks)(?: \w+)?|(?:forced|coerced|pressured|guilted|tricked|drugged|made) me (?:to|into) (?:have sex|sleep|do (?:things|it|stuff)|sex|it|strip|"
        r"touch|watch|get on|marry|work without|sell)(?: \w+)?|(?:was|were|got|climbed) on top of me|(?:locked|trapped|cornered|pinned|tied|dragged) me (?:in|up|down|by|against|"
        r"to|inside|out)(?: (?:the|a|my) \w+)?|(?:took|confiscated|held|kept) (?:my|our|their|her) (?:passport|passports|id|papers|documents|green card|wages)(?: and \w+ \w+ \w+)?|"
        rf"(?:whip|whipped|beat|hit|slap|punch|kick|choke|burn|smack)(?: on)? (?:us|me|her|my (?:mom|mum|mother|sister|brother)){NO_BILL} (?:with|until|for|in front|every|when|if|"
        r"every|because|whenever)(?: (?:a|his|her|the) \w+)?)(?!\w)",
        0.74,
    ),
    make(
        "left_its_mark",
        "PC_DV_VICTIM",
        rf"(?<!\w)(?:walk(?:ed|ing|s)? on egg ?shells|(?:still |always |i )flinch(?:es|ed|ing)? (?:when|if|at|every time)(?: \w+){{0,4}}|(?:bruises|marks|handprints?|scars) (?:in the shape "
        rf"of|from|left by|where) (?:his|her|my {HE}'s|he|she)(?: \w+)?|(?:ptsd|trauma|scars|nightmares|flashbacks) (?:from|because of|after|about) (?:my|her|the|that|what) (?:\w+ )?(?:{HE}|"
        rf"relationship|marriage|abuse|abuser|attack|assault|rape|stalker|stepdad|childhood|upbringing|he did)|(?:court|testif(?:y|ied|ying)|pressed charges|charges|trial|restraining order|"
        rf"case) (?:against|with|facing) my (?:{HE}|rapist|abuser|attacker|stalker|trafficker|molester)|(?:narc(?:issist(?:ic)?)?|toxic|abusive|psycho|controlling|violent|manipulative|crazy "
        rf"abusive) (?:{HE}|relationship|marriage)|(?:gas ?lit|gaslighted|love ?bombed|coerced|manipulated|controlled|terrori[sz]ed|isolated|degraded|strangled|beaten) (?:for|by) (?:a decade|"
        rf"(?:\w+ )?years|{N} years|months|my {HE}|him|so long|most of)|(?:he|{HE}) (?:gets|got|is getting|just got|was just|is) (?:out|released) (?:of|from)? ?(?:jail|prison|on bail|on bond)? "
        rf"?(?:and (?:came|started|is|i'm)|and came looking)(?: \w+){{0,3}}|taken advantage of(?= (?:in|at|when|by|as|while|sexually)\b|[.!])|(?:it|that) happened to me (?:too |as well )?(?:when i|"
        rf"at (?:age )?\d|in (?:college|high school|the)|as a (?:kid|child|teen))(?: was (?:\d+|\w+))?|(?:a |i'm a |fellow |as a )(?:thriver|survivor|overcomer)(?= (?:not|of|and|who|here|myself)\b|[.,!]|"
        r"$)|in the life (?:for|since|at|until) (?:\w+ )?\w+|(?:watched|saw|watching|seeing|heard) (?:my|his|her|our) (?:dad|father|stepdad|stepfather|mom's boyfriend|uncle) (?:beat|hit|choke|hurt|punch|"
        r"throw|drag|slap)(?:ing)? (?:on )?(?:my|our|her) (?:mom|mother|mum|sister|brother))(?!\w)",
        0.73,
        check=no_pet,
    ),
)
"""All of them, in the order in which they are tried."""
