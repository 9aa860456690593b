"""Patterns of a life as people tell it: illness and recovery, children and partners, service, harm suffered, a roof lost.

Each takes the whole phrase, numbers included ("mother of two", "nine months clean"), because what is left of a phrase still tells. What the
candidate did to somebody is conduct and stays: a deed whose subject is "I" is not taken. Ages are in `patterns`, deeds in `told`.
"""

import re
from typing import Final

from vetting.redaction.told import DOER, KIN, MODAL, by_somebody, make

_N: Final = (
    r"(?:\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|"
    r"a couple(?: of)?|a few|several|many|a)"
)
_COUNT: Final = r"(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|a couple(?: of)?|a few|several)"
_SPAN: Final = r"(?:days?|weeks?|wks?|months?|mos|years?|yrs?|decades?)"
_YOUNG: Final = (
    r"(?:kids?|children|child|boys?|girls?|sons?|daughters?|teens?|teenagers?|twins|triplets|toddlers?|littles|babies|baby|infants?|"
    r"grandkids?|grandchildren|grandsons?|granddaughters?|stepkids|step ?kids|stepchildren|stepsons?|stepdaughters?|siblings?|brothers?|"
    r"sisters?|nieces?|nephews?|ex-?wives|ex-?husbands|marriages|divorces)"
)
_HE: Final = (
    r"(?:ex|exes|husband|boyfriend|bf|dad|father|stepdad|stepfather|partner|wife|girlfriend|gf|mom|mother|stepmom|stepmother|parents|"
    r"fiance|fiancee|hubby|baby daddy|spouse)"
)
_DRUGS: Final = (
    r"(?:heroin|drugs?|meth|crystal|coke|cocaine|crack|pills?|pain ?pills|painkillers|opioids?|opiates?|oxy|oxys|percs|percocets?|"
    r"fentanyl|fent|xanax|benzos|alcohol|booze|gambling|porn|sex|food|nicotine|vicodin|adderall|kratom|ketamine|morphine)"
)
_AILMENT: Final = (
    r"(?:anxiety|depression|ptsd|cptsd|autism|ocd|adhd|add|bipolar|asthma|arthritis|insomnia|epilepsy|dyslexia|cancer|diabetes|"
    r"migraines?|dementia|alzheimer'?s|parkinson'?s|allergies|panic attacks|panic disorder|agoraphobia|paranoia|psychosis|schizophrenia|"
    r"addiction|alcoholism|anorexia|bulimia|lupus|fibromyalgia|endometriosis|eczema|psoriasis|scoliosis|sciatica|anemia|heart disease|"
    r"kidney disease|liver disease|lung disease|social anxiety|mental illness|mental health|trauma|suicidal thoughts|pain)"
)
_FORCES: Final = (
    r"(?:us |u\.s\.? |united states |british |royal |canadian |army |air )?(?:army|navy|marines?|marine corps|corps|air force|airforce|"
    r"coast guard|space force|military|national guard|guard|reserves?|infantry|armed forces|service|usmc|usaf|uscg|seabees)"
)
_PET: Final = re.compile(
    r"\b(?:dogs?|cats?|pets?|animals?|puppy|puppies|kittens?|pup|horse|horses|rescue|clinic|storm|bomb|tornado|hurricane|bus|vaccine|shots|"
    r"bunny|rabbit|spay|neuter|adopt|adopted)\b"
)
_PLAYED: Final = re.compile(r"(?:worked|work|rode|ride|play|played|playing|served|patrol|patrolled|toured|performed|taped?|put|back|get|got|pull(?:ed)?) $")
_NOT_ILL: Final = re.compile(
    r"^(?:the|a|an|this|that|no|any|what|some|these|its|it's|imposter|impostor|stockholm|elm|plant|cow|mad|of|and|or|main|empty|nest|my|his|her|"
    r"their|our|your|social|control|infectious|for|with|is|civil|attention|budget|trade|public|in|to|from|trump|derangement|bystander|hero|"
    r"god|savior|martyr|little|small|tall|first|second|third|by|like|have|has|had|cause|causes|spread|fight|as|other|every|each|such)\b"
)


def _no_pet(folded: str, start: int, end: int) -> bool:
    """No animal and no storm near."""
    return not _PET.search(folded[max(0, start - 70) : end + 70])


def _not_at_work(folded: str, start: int, _end: int) -> bool:
    """Not "we worked together for six years"."""
    return not _PLAYED.search(folded[max(0, start - 12) : start])


def _an_illness(folded: str, start: int, end: int) -> bool:
    return not _NOT_ILL.match(folded[start:end])


_HEALTH: Final = (
    make(
        "sober_time",
        "PC_DISABILITY_MENTAL",
        rf"(?<!\w)(?:{_N}(?: ?\+|,| and a half|1/2)? {_SPAN}(?: and counting)?(?: \d{{1,3}} {_SPAN})? (?:clean(?! (?:up|out|for inspection))|sober|into recovery|in recovery|"
        rf"of (?:sobriety|recovery|being sober|being clean)|(?:alcohol|drug|smoke|booze|heroin|meth|opioid|opiate|pill|self[ -]harm|binge|cocaine)[ -]free|"
        rf"free of (?:{_DRUGS})|off (?:of )?(?:the )?(?:{_DRUGS}|bottle))|{_SPAN} (?:\d{{1,4}}|one|two|three) (?:of (?:being |getting )?)?(?:sober|clean|sobriety|alcohol[ -]free)|"
        rf"(?:clean|sober|dry)(?: and sober)? (?:for (?:over |almost |about |nearly |the (?:past|last) )?{_N} {_SPAN}|since (?:\w+ )?(?:\d{{1,4}}|january|february|march|april|may|june|july|"
        rf"august|september|october|november|december)|going on {_N}|from (?:{_DRUGS}))|{_N}[ -](?:{_SPAN}|hour) (?:chip|medallion|coin|sober|sobriety))(?!\w)",
        0.88,
    ),
    make(
        "drank",
        "PC_DISABILITY_MENTAL",
        rf"(?<!\w)(?:(?:quit|stopped|gave up|quitting|stopping) (?:drinking|using|boozing|alcohol|{_DRUGS})|(?:off|on|fell off|back on|fallen off) the wagon|"
        rf"(?:drank|drinking|drunk|drink|drinks) (?:myself|himself|herself) (?:to (?:death|sleep)|sick|stupid)|drinking problem|problem drinker|drink problem|"
        rf"(?:don't|doesn't|do not|dont) drink any ?more|(?:kicked|beat|kicking) (?:heroin|the habit|the bottle|meth|opioids|my addiction)|"
        rf"(?:hooked|strung out|dependent|addicted|addiction) (?:on|to) (?:{_DRUGS})|got off (?:{_DRUGS}))(?!\w)",
        0.82,
    ),
    make(
        "addict_of",
        "PC_DISABILITY_MENTAL",
        rf"(?<!\w)(?:(?:recovering|recovered|reformed|functioning|functional|high[ -]functioning|former|ex|in[ -]recovery|active)[ -](?:\w+ )?"
        rf"(?:addicts?|alcoholics?|junkies?|drunk|anorexic|bulimic|gambler|cutter|drug user|pill popper)|(?:{_DRUGS})[ -](?:addicts?|addictions?|addicted|"
        rf"dependency|dependence|abuse problem|problem|withdrawals?|detox|rehab|relapse))(?!\w)",
        0.88,
    ),
    make(
        "how_ill",
        "PC_DISABILITY_MENTAL",
        rf"(?<!\w)(?:severe|crippling|chronic|bad|mild|moderate|major|extreme|crushing|debilitating|terrible|horrible|diagnosed|untreated|undiagnosed|"
        rf"clinical|generali[sz]ed|social|(?:high|low)[ -]functioning|level (?:\d|one|two|three)|stage (?:\d|one|two|three|four|i+v?)|type (?:\d|one|two|i+)|late[ -]stage|"
        rf"early[ -]onset|treatment[ -]resistant|suicidal|deep|serious|intense|lifelong|complex|terminal|recurring|recurrent|battling|battled|suffer(?:s|ed|ing)? from|"
        rf"struggl(?:e|es|ed|ing) with(?: my)?|living with|diagnosed with|dealing with|coping with|history of) (?:\w+ )?{_AILMENT}(?: and {_AILMENT})?(?!\w)",
        0.85,
    ),
    make(
        "named_illness",
        "PC_DISABILITY_PHYSICAL",
        r"(?<![\w'])[a-z][a-z-]{2,16}(?:'s)? (?:syndrome|disease|disorder|palsy|deficiency|dystrophy|impairment)s?(?!\w)(?! (?:of the economy|of affluence))",
        0.78,
        check=_an_illness,
    ),
    make(
        "organ_trouble",
        "PC_DISABILITY_PHYSICAL",
        r"(?<!\w)(?:(?:my|his|her|a|an|had|have|has|with|bad|serious|rare|ongoing|chronic) ){1,2}(?:heart|kidney|liver|lung|thyroid|brain|spinal|spine|neck|back|knee|hip|"
        r"shoulder|bowel|stomach|bladder|blood|skin|eye|vision|hearing|nerve|bone|joint|autoimmune|neurological|mental health|colon|prostate|"
        r"pancreas|breast|ovarian|cardiac|vascular|immune|lymph|throat) (?:disorder|condition|defect|failure|cancer|tumors?|surgery|surgeries|operation|injury|injuries|transplant|"
        r"problems?|issues?|trouble|replacement|fusion|murmur|attack|disease|impairment|pain|ablation|biopsy|infection)(?!\w)",
        0.78,
    ),
    make(
        "worn_out",
        "PC_DISABILITY_PHYSICAL",
        r"(?<!\w)(?:(?:my|a|have|with|his|her|got) (?:really |two |very )?(?P<x>bad (?:back|knees?|hips?|shoulders?|heart|lungs?|kidneys?|liver|hearing|eyesight|ticker))|(?P<y>(?:walk|walks|walking|walked|get around|"
        r"gets around) with (?:a |my |his |her )?(?:cane|walker|crutch|crutches|limp|rollator|white cane|walking stick))|(?P<z>use[sd]? (?:a|my|his|her) (?:cane|walker|rollator|mobility scooter|"
        r"catheter|feeding tube|nebulizer|hearing aid|white cane|scooter to get around)))(?!\w)",
        0.82,
    ),
    make(
        "loss_of_sense",
        "PC_DISABILITY_PHYSICAL",
        r"(?<!\w)(?:(?:totally |partially |completely |legally |mostly |nearly |half |almost |profoundly |slightly )?(?:blind|deaf) (?:in|out of|on) (?:one|my|his|her|both|the) (?:(?:left|right|good|bad) )?(?:eyes?|ears?)|"
        r"(?:partially|totally|completely|mostly|profoundly|nearly|half|born|went|go|gone|colou?r) ?-?(?:blind|deaf|sighted)(?! to)|paraly[sz]ed (?:from|on|by|after|in)(?: \w+){1,3}|"
        r"(?:above|below)[ -](?:the[ -])?(?:knee|elbow) (?:amputee|amputation))(?!\w)",
        0.85,
    ),
    make("comp_claim", "PC_DISABILITY_PHYSICAL", r"(?<!\w)work(?:er|man|men)(?:'s|s'|s)? ?comp(?:ensation)?(?: claim| case)?(?!\w)", 0.88),
    make(
        "in_hospital",
        "PC_DISABILITY_PHYSICAL",
        r"(?<!\w)(?:i|mom|dad|mother|father|wife|husband|son|daughter|grandma|grandpa|brother|sister|nana|aunt|uncle|i'm|i've|she's|he's|mom's|dad's)"
        r"(?: (?:was|am|is|been|have|has|had|ended|up|landed|got|put|spent|still|back|just|being|a|two|three|few|days|weeks|week|month|months|the|last|night|also|woke))* "
        r"(?P<x>(?:in|to|into) (?:the|a) (?:er|hospital|psych \w+|icu|ccu|emergency room|mental hospital|burn unit|cardiac unit|stroke unit|nursing home))(?!\w)",
        0.72,
    ),
    make(
        "own_death",
        "PC_DISABILITY_MENTAL",
        r"(?<!\w)(?:(?:tried|trying|attempted|attempting|planned|planning|wanted|want|ready|thought about|thinking about|going|thoughts of) (?:to |of )?"
        r"(?:end(?:ing)? (?:it(?: all)?|my life|things|her life|his life|it for good)|kill(?:ing)? (?:myself|himself|herself|themselves)|commit(?:ting)? suicide|tak(?:e|ing) (?:my|his|her) (?:own )?life|"
        r"hang(?:ing)? (?:myself|himself|herself)|jump off (?:a|the) (?:bridge|roof|building)|o\.?d\.?)|(?:killed|hanged|hung) (?:himself|herself|themselves|themself)|killing myself(?! (?:laughing|in the gym|"
        r"at|over|with laughter|trying))|(?:slit|slitting|cut|cutting|slice|sliced) (?:my|her|his) (?:own )?(?:wrists?|arms?|thighs?|forearms?)(?! (?:on|hair|with a can))|scars? (?:on|all over|up and down) (?:my|her|his) (?:wrists?|"
        r"(?:fore)?arms?|thighs?)|self[ -]harm(?:ed|ing|er|s)? ?(?:scars?|marks?)?|sh scars?|(?:used to|started|stopped|began|i've been|relapsed and) cut(?:ting)?(?=[.,!?]|$| (?:again|to cope|when|because|myself)))(?!\w)",
        0.85,
    ),
    make(
        "dose",
        "PC_DISABILITY_PHYSICAL",
        r"(?<!\w)(?:on|take|takes|taking|took|prescribed|upped to|down to|started|up to) (?P<x>\d{1,4} ?(?:mg|mcg|milligrams)(?: (?:of )?[a-z]{4,16})?)(?!\w)",
        0.75,
    ),
    make(
        "voices",
        "PC_DISABILITY_MENTAL",
        r"(?<!\w)(?:i|i'm|he|he's|she|she's|been|started|who|started) (?P<x>(?:hear|hears|hearing|heard|hallucinat(?:e|es|ed|ing)) (?:the )?(?:voices(?: in (?:my|his|her) head)?|things that aren't there))(?! (?:of|from|"
        r"outside|in the|down|next|saying hello)\b)(?!\w)",
        0.72,
    ),
)
_FAMILY: Final = (
    make(
        "parent_of",
        "PC_FAMILY",
        rf"(?<!\w)(?:(?:single|proud|working|new|busy|stay[ -]at[ -]home|loving|divorced|widowed|young|married|first[ -]time|homeschooling|blessed|tired) ){{0,2}}"
        rf"(?:step|god|grand|great[ -]grand)?-?(?:mother|father|mom|mum|dad|mommy|daddy|momma|mama|mamma|parents?|grandma|grandpa|nana|papa|gigi|auntie|aunt|uncle|caregiver|guardian)s?[ -](?:of|to)[ -]"
        rf"(?:(?:{_COUNT}|a|an|my|the)(?: (?!of\b)\w+)? (?:\w+ )?{_YOUNG}(?: (?:and|&) (?:{_COUNT}|a|an)(?: \w+)? {_YOUNG})?|{_COUNT})(?!\w)",
        0.92,
    ),
    make(
        "so_many",
        "PC_FAMILY",
        rf"(?<!\w)(?:have|has|had|having|got|with|raising|raised|raise|my|our|his|her|their|for|feed|support|of|and|are|were) (?P<x>(?:{_COUNT}|both|all)(?: (?:little|small|young|older|younger|beautiful|"
        rf"grown|adult|teenage|biological|wonderful|amazing|great|other|big|half|step|foster|adopted|of my|of our|more|special needs|living|school[ -]age|autistic))* {_YOUNG})(?!\w)(?! (?:team|basketball|soccer|bands?|at the (?:party|store)|in the (?:crowd|park)))",
        0.85,
    ),
    make(
        "together_with",
        "PC_FAMILY",
        rf"(?<!\w)(?:have|has|had|share|got) (?:a|an|{_COUNT}) (?:\w+ )?{_YOUNG} together(?!\w)",
        0.85,
    ),
    make(
        "in_the_row",
        "PC_FAMILY",
        rf"(?<!\w)(?:oldest|eldest|youngest|middle child|baby|second|third|last) of (?:{_COUNT})(?: (?:kids|children|siblings|brothers|sisters|boys|girls))?(?! (?:the|our|my|games?|wins?))(?!\w)",
        0.75,
    ),
    make(
        "raising",
        "PC_FAMILY",
        rf"(?<!\w)(?:rais(?:e|es|ed|ing)) (?:(?:my|our|his|her|their|these|them|{_COUNT}) ){{1,2}}(?:\w+ )?{_YOUNG}(?: (?:alone|by (?:my|her|him)self|on (?:my|her|his) own|together))?(?!\w)",
        0.85,
    ),
    make(
        "custody",
        "PC_FAMILY",
        r"(?<!\w)(?:(?:shared|50[/-]50|primary|split|legal|physical|temporary|emergency|full[ -]time|residential|week on week off) (?:\w+ )?custody|custody (?:of (?:my|our|the|his|her|their) \w+|arrangement|hearing|dispute|fight|exchange|schedule|order|lawyer)|"
        r"(?:my|his|her|our) (?:weekends?|week|days?|nights?) with (?:the|my|our|his|her) (?:kids|son|daughter|boys|girls|children)|every other weekend with (?:my|the) \w+)(?!\w)",
        0.9,
    ),
    make(
        "for_years",
        "PC_MARITAL",
        rf"(?<!\w)(?:(?:happily |been |newly |legally |unhappily )?(?:married|together|dating|engaged|divorced|separated|widowed|a couple|single)(?: (?:to|with) (?:my|him|her|this|the same)(?: \w+)?)?(?: for| since| now for|,)?"
        rf" (?:about |almost |over |nearly |more than |like |only |just |the (?:past|last) |going on )?(?:{_N}(?:\+|\.5| and a half| plus)? (?:years?|yrs?|months?|mos|decades?|wonderful years|happy years|long years)|(?:19|20)\d\d|high school|college)|"
        rf"(?:{_N}) (?:years?|yrs?|months?) (?:together|of marriage|married|into (?:my|our|the|this) (?:marriage|relationship)|with (?:my|him|her) \w+))(?!\w)",
        0.85,
        check=_not_at_work,
    ),
    make(
        "parted",
        "PC_MARITAL",
        r"(?<!\w)(?:i|we|he|she|they|him|her|i've|we've|she's|he's)(?: (?:have|had|has|just|recently|finally|both|and|i|almost|nearly|then|never|officially|were|was|are|is|getting|thinking about))* "
        r"(?P<x>(?:broke|broken|split|breaking|splitting|break) up(?: with (?:me|him|her|my \w+|each other))?)(?=[.,!?;)]|$| (?:after|last|in|over|because|when|two|three|and|a few|about|"
        r"so|but|this|for good|yesterday|today|years?|via|by|again|ago|almost|on|right|while)\b)",
        0.75,
    ),
    make(
        "left_for",
        "PC_MARITAL",
        r"(?<!\w)(?:(?:left|leaving|dumped|ditched|divorced) (?:me|us|him|her|my \w+) for (?:another|a younger|an older|some|someone|some other|her|his) ?(?:man|woman|guy|girl|else|\w+)?|walked out on (?:me|us|my mom|her)|(?:he|she|boyfriend|girlfriend|bf|gf|ex|husband|wife) (?:just |finally )?"
        r"dumped me|put a ring on it|(?:my|our|his|her|their|parents'|parents) (?:\d{1,2}(?:st|nd|rd|th)|first|second|third|fifth|tenth|one year|silver|golden) (?:wedding )?anniversary|"
        r"happy (?:\d{1,2}(?:st|nd|rd|th) )?(?:wedding )?anniversary to my \w+)(?!\w)",
        0.82,
    ),
    make(
        "with_child",
        "PC_PREGNANCY",
        rf"(?<!\w)(?:(?:{_N}|\d\d?\+\d) ?(?:weeks?|wks?|months?)(?: and \d days?)? (?:pregnant|preg|preggo|preggers|along|gestation|gestational|postpartum|post[ -]partum|pp|with (?:a (?:baby )?(?:girl|boy)|twins|baby|my (?:first|second|third|baby)|"
        rf"our (?:first|second|third|baby|little)))|(?:i'm|i am|im|she's|she is|we're|we are|wife is|wife's|sister is|daughter is|girlfriend is|gf is|who is|baby is|baby's|baby|twins are|little one is|kid is|child is|currently) (?:\w+ )?(?P<x>due (?:in|on|any|this|next|with|around|early|"
        rf"late|january|february|march|april|may|june|july|august|september|october|november|december)(?: \w+){{0,2}})|due (?:in \w+ )?with (?:my|our|a|baby|twins|number|#)(?: \w+)?|expecting (?:in (?:january|february|march|april|may|june|july|august|september|october|"
        rf"november|december|the \w+)|(?:my|our|a|her|their) (?:first|second|third|fourth|baby|little|son|daughter|boy|girl|child|grandchild)(?: \w+)?))(?!\w)",
        0.88,
    ),
    make(
        "on_the_way",
        "PC_PREGNANCY",
        r"(?<!\w)(?:having (?:our|my|their|her) (?:first|second|third|fourth|last)(?= (?:in|this|next|soon|baby|child|any)\b|[.,!?]|$)|(?:number (?:one|two|three|four|five|\d)|another(?: one)?|one|a (?:little )?(?:one|brother|sister|boy|girl|grandchild|grandbaby)|twins|#\d) on the way|labor lasted \w+|hours of (?:active )?labor|"
        r"carrying (?:a|his|her|our|my|their|your) (?:bab(?:y|ies)|child|twins|son|daughter)|carrying twins|(?:my|our|her|his|their) (?:\w+ )?(?:son|daughter|baby|babies|kids?|twins|child|niece|nephew|grandson|granddaughter|grandchild|little (?:one|girl|boy)) (?:was|were) (?:finally |just )?born)(?!\w)",
        0.82,
    ),
    make(
        "lost_child",
        "PC_PREGNANCY",
        r"(?<!\w)(?:lost|lose|losing) (?:the|our|my|a|her|their|his|another|that) (?:bab(?:y|ies)|pregnanc(?:y|ies)|twins|unborn \w+)(?!\w)(?! (?:monitor|blanket|weight))",
        0.85,
    ),
    make(
        "nurses",
        "PC_PREGNANCY",
        r"(?<!\w)(?:nursing (?:a |my |our |her |the )?(?:newborn|baby|infant|son|daughter|child|mom|moms|mama|mamas|mother|bra|toddler|twins|little one)|(?:still|exclusively|i'm|was|am) nursing (?:him|her|my|the baby)(?: \w+)?|took (?:a |the )?plan b|plan b pill|(?:need|buy|bought|"
        r"get|got|gave me) plan b|(?:one|two|three|four|five|six|seven|eight|\d) ?(?:cm|centimeters) dilated|(?:two|2) (?:pink )?lines on the test|(?:missed|late on|skipped) (?:my|her) period|(?:my|her) period (?:is|was) (?:\w+ )?late|got (?:me|her) pregnant|knocked (?:me|her|up my))(?!\w)",
        0.85,
    ),
)
_SERVICE: Final = (
    make(
        "in_forces",
        "PC_VETERAN_MILITARY",
        rf"(?<!\w)(?:(?:{_N} (?:years?|yrs?|tours?) |(?:medic|cook|mechanic|sniper|officer|cop|mp|pilot|sergeant|captain|nurse|engineer|buddies|buddy|friends|brothers|guys|time|career|life|stint|days|hitch) )?(?:in|of|from|with|out of|left|joined|joining|join|quit|entered) the )(?:{_FORCES})(?! (?:animals?|dog|game|station|center|academy bowl|industry|"
        rf"of (?:darkness|ants|the dead)|sector|line|desk|counter|bar|area|department|road|elevator|at))(?!\w)",
        0.82,
        check=lambda folded, start, end: folded[start:end].split()[-1] not in {"service", "guard", "reserve", "corps"}
        or bool(re.search(r"(?:joined|joining|join|left|years?|yrs?|when i was|while|was|time|buddies|buddy|got) (?:i was )?(?:in |of |out of )?the \w+$", folded[max(0, start - 12) : end])),
    ),
    make(
        "retired_forces",
        "PC_VETERAN_MILITARY",
        rf"(?<!\w)(?:retired|former|ex|prior|active[ -]duty|discharged)[ -](?:from the )?(?:{_FORCES})(?! (?:of))(?!\w)",
        0.85,
        check=lambda folded, start, end: folded[start:end].split()[-1] not in {"service", "guard", "corps"},
    ),
    make(
        "off_to_basic",
        "PC_VETERAN_MILITARY",
        r"(?<!\w)(?:(?:ship|shipped|ships|shipping|leave|leaves|leaving|left|off|headed|went) (?:off |out )?(?:to|for) (?:basic|boot ?camp|bmt|osut|meps|parris island|fort \w+|recruit training)(?: training)?|ets(?:'d|ed)|pcs(?:'d|ed|ing)|my (?:army |navy |marine |military )?recruiter|"
        r"(?:as a|fellow|i'm a|i am a) vet(?=[.,!?;]|$| (?:i|and|myself|too|here|with|who)\b)|(?:the|a|an|my|at|to) va (?:denied|said|says|hospital|doctor|appointment|claim|rating|clinic|pays|is|has|won't|gave|for my|benefits|counselor|disability|loan|check)|uss [a-z]{4,})(?!\w)",
        0.8,
        check=_no_pet,
    ),
)
_HARM: Final = (
    make(
        "way_of_abuse",
        "PC_DV_VICTIM",
        r"(?<!\w)(?:emotionally|verbally|physically|sexually|mentally|financially|psychologically|spiritually)(?:,? (?:and|&|or|\+) \w+ly)? (?:abus(?:e|ed|es|ing|ive)|neglected|tortured|manipulated|blackmailed)(?: (?:me|us|by (?:my|her|his) \w+|my \w+))?(?!\w)",
        0.82,
        check=by_somebody,
    ),
    make(
        "at_hands_of",
        "PC_DV_VICTIM",
        rf"(?<!\w)(?:beaten|hit|abused|raped|molested|assaulted|stalked|attacked|choked|groomed|harassed|threatened|stabbed|trafficked|sold|drugged|strangled|punched|slapped)(?: (?:and|or) \w+ed| up)? (?:by|at the hands of) (?:my|her|his|a|an|their|our|the|some) "
        rf"(?:own |former |then |then-)?(?:\w+ )?(?:{_HE}|uncle|brother|cousin|grandfather|grandpa|family|coach|teacher|priest|pastor|youth pastor|neighbor|boss|babysitter|friend|stranger|guy|roommate|pimp|trafficker|classmate|relative|counselor)(?!\w)",
        0.85,
    ),
    make(
        "and_also",
        "PC_SA_VICTIM",
        r"(?<!\w)(?:drugged|beaten|kidnapped|abducted|choked|abused|assaulted|molested|raped|stalked|groped|tortured)(?:,| and| &|, and)+ (?:raped|beaten|assaulted|abused|molested|left for dead|held captive|strangled|trafficked|robbed)(?!\w)",
        0.8,
        check=by_somebody,
    ),
    make(
        "kept_down",
        "PC_DV_VICTIM",
        rf"(?<!\w)(?:he|she|they|who|{_HE})(?: (?:would|also|even|always|never|has|had|just|then|completely|still))* (?P<x>(?:control(?:s|led|ling)? (?:all )?(?:my|our|her) (?:money|finances|every move|bank \w+|life|food)|(?:wouldn't|won't|didn't|doesn't|would not|never) let me (?:leave|see my|work|out|have friends|talk to|sleep|"
        rf"eat|have a job|have money)(?: \w+)?|isolat(?:ed|es|ing) me from (?:my |all )?(?:\w+)(?: and \w+)?|(?:tracks?|tracked|monitors?|monitored) my (?:phone|location|every move)|wouldn't take no for an answer|touch(?:ed|es|ing)? me (?:when i|as a (?:kid|child)|in my sleep|down|under|between|sexually)"
        rf"(?: \w+)?|punch(?:ed|es)? (?:a hole|holes|walls|the wall)(?: in| next)?(?: \w+){{0,3}}|(?:threw|throw|throws|throwing|chucked|hurled) (?:a |an |my |his |her |the )?(?!shade|pass|ball|curveball|questions|party)\w+(?: \w+)? at (?:me|us|my (?:head|face|mom|mother|sister))|"
        rf"(?:become|became|got|gets|get|turned|was|is|being|can be|could be) (?:very |really |so |physically |extremely )?(?:violent|abusive|physical|aggressive) (?:with|to|toward|towards|against) (?:me|us|my \w+|her)))(?!\w)",
        0.75,
    ),
    make(
        "violent_kin",
        "PC_DV_VICTIM",
        rf"(?<!\w)(?:my|her|his|our|an|their) (?:\w+[ -])?{_HE} (?:was|is|became|got|gets|turned|has been|would get|would become|could be|can be|used to be|had been) (?:very |really |so |extremely |always |often |verbally |physically |emotionally |an? )?"
        rf"(?P<x>violent|abusive|controlling|abuser|wife beater|monster (?:to|who) \w+|physical with (?:me|her|us))(?!\w)",
        0.8,
    ),
    make(
        "marks_left",
        "PC_DV_VICTIM",
        rf"(?<!\w)(?:(?:bruises?|black eyes?|marks|scars?|busted lip|concussion) (?:he|she|my {_HE}) (?:left|gave|put)(?: (?:on )?(?:me|my \w+|her))?|(?:black eyes?|bruises|busted lip|broken \w+|concussion) from (?:my|his|her|when) (?:{_HE}|fists?|he)|(?:scared|afraid|terrified|frightened|petrified) (?:of|to leave) (?:my |her )?(?:him|{_HE})|"
        rf"(?:scared|afraid|fear|feared|fearing) for (?:my|her) (?:life|safety)|press(?:ed|ing)? charges against (?:my|her) (?:{_HE}|abuser|rapist|stalker|attacker)|(?:called|call) the (?:cops|police) on my {_HE}|(?:escape|escaped|escaping|fled|fleeing|flee|left|leave|leaving|get away from|got away from|ran away from) (?:my |an? |her |his |the |that )?"
        rf"(?:abusive|violent|toxic|controlling|dangerous|abuser)(?: \w+)?)(?!\w)",
        0.78,
    ),
    make(
        "across_face",
        "PC_DV_VICTIM",
        r"(?<!\w)(?:slap|punch|hit|smack|kick|backhand|sucker punch|strik|struck|elbow)(?:s|ed|es|ped|ing|ting|ping)? (?:me|my mom|my mother|my sister|my brother) (?:so hard|across|in|on|upside|repeatedly|until|again)(?: (?:the|my|her|that))?(?: (?:face|head|mouth|jaw|stomach|ribs|cheek|arm|back))?(?!\w)",
        0.78,
        check=by_somebody,
    ),
    make(
        "other_blows",
        "PC_DV_VICTIM",
        rf"(?<!\w){DOER}{MODAL} (?P<x>push(?:ed|es|ing)? (?:me|{KIN})(?! (?:to|harder|away|through|forward|towards?|for|past|into doing|out of my comfort)\b)|scratch(?:ed|es|ing)? (?:me|my (?:face|arms?))|squeez(?:ed|es|ing) my (?:neck|throat|arms?|wrists?)|"
        rf"corner(?:ed|s) me|(?:spit|spat|spits) (?:in|on) (?:my face|me)|smash(?:ed|es) my \w+|(?:held|kept|holds|keeps|hold|keep) me (?:hostage|captive|against my will|down|prisoner|locked \w+)|(?:kept|keeps|won't stop|wouldn't stop|started|never stopped) (?:touching|harassing|hitting|stalking|hurting|"
        rf"threatening|grabbing|following|beating|abusing|raping) (?:me|{KIN})|ma(?:de|kes|ke) me do (?:things|stuff|sexual \w+)|hurts? me (?:so bad|badly|physically|really bad|and)|put me down(?= and)|(?:got|gets|get|getting) in my face(?: and \w+)?|lock(?:ed|s)? (?:me|us) (?:in|out of|inside) (?:the|a|my) \w+|"
        rf"kill me(?! (?:with laughter|at))|put (?:his|her) hands? (?:on|around) \w+|hit (?:me|{KIN})(?: \w+)?|arrested for (?:hitting|beating|choking|assaulting|abusing|strangling) (?:me|my \w+))(?!\w)",
        0.75,
        check=by_somebody,
    ),
    make(
        "got_physical",
        "PC_DV_VICTIM",
        rf"(?<!\w)(?:{_HE}|fights?|arguments?|fighting|arguing)(?: (?:sometimes|often|always|eventually|started|would|has|have|had|finally))* (?P<x>(?:got|gets|get|getting|turned|turn|turns|became|become|gotten) (?:very |really |so |more |pretty )?(?:physical|violent))(?! (?:at the (?:protest|rally|game)|exam|therapy))(?!\w)",
        0.78,
    ),
)
_ROOF: Final = (
    make(
        "in_shelter",
        "PC_HOMELESS",
        r"(?<!\w)(?:in|at|from|into|to) (?:a|the|our|this|that|another|women's|homeless|local|city|youth) (?:(?:family|women's|homeless|local|city|emergency|youth|battered|domestic violence|dv|overnight|winter|men's) )?shelters?(?! (?:in place|from|belt|island|rock|harbor))(?!\w)",
        0.72,
        check=_no_pet,
    ),
    make(
        "put_out",
        "PC_HOMELESS",
        r"(?<!\w)(?:kick(?:ed|s|ing)? (?:me|us) out(?! of (?:the (?:band|group|chat|party|game|bar|club|store|team|server)))|(?:got|was|been|getting|were|being|get) kicked out (?:of (?:my|the|our|his|her) (?:house|home|apartment|parents'?|place|mom's|dad's|mother's)|at \d\d|by my \w+)|(?:have|had|has|got|with) nowhere (?:to (?:go|live|stay|sleep)|else to go)|"
        r"(?:lost|losing|lose) (?:my|our|the|their|her|his) (?:apartment|housing|home|house)(?! (?:keys|key|game|opener))|eviction notice|(?:ended up|living|lived|live|year|years|months|weeks|was|i'm|been|sleeping) (?:out )?on the streets?(?= (?:for|at|with|in|since|and|until|after|as)\b|[.,!?]|$)|housing insecur\w+|no roof over \w+ heads?|"
        r"between (?:homes|apartments|housing)|liv(?:e|ed|es|ing) out of (?:a|my|our|his|her|their) (?:\w+ )?(?:car|van|truck|suitcase|backpack|bag|motel|storage unit))(?!\w)",
        0.78,
        check=_no_pet,
    ),
)
PATTERNS: Final = (*_HEALTH, *_FAMILY, *_SERVICE, *_HARM, *_ROOF)
"""All of them, in the order in which they are tried."""
