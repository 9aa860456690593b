"""Patterns of a life as people tell it: illness and recovery, children and partners, service.

Each takes the whole phrase, numbers included ("mother of two", "nine months clean"), because what is left of a phrase still tells.
Ages are in `patterns`, harm suffered in `harm` and `told`.
"""

import re
from typing import Final

from vetting.redaction.harm import no_pet
from vetting.redaction.told import make

_N: Final = (
    r"(?:\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|"
    r"a couple(?: of)?|a few|several|many|a)"
)
_COUNT: Final = (
    r"(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|a couple(?: of)?|a few|several)"
)
_SPAN: Final = r"(?:days?|weeks?|wks?|months?|mos|years?|yrs?|decades?)"
_YOUNG: Final = (
    r"(?:kids?|children|child|boys?|girls?|sons?|daughters?|teens?|teenagers?|twins|triplets|toddlers?|littles|babies|"
    r"baby|infants?|"
    r"grandkids?|grandchildren|grandsons?|granddaughters?|stepkids|step ?kids|stepchildren|stepsons?|stepdaughters?|"
    r"siblings?|brothers?|"
    r"sisters?|nieces?|nephews?|ex-?wives|ex-?husbands|marriages|divorces)"
)
_DRUGS: Final = (
    r"(?:heroin|drugs?|meth|crystal|coke|cocaine|crack|pills?|pain ?pills|painkillers|opioids?|opiates?|oxy|oxys|percs|"
    r"percocets?|"
    r"fentanyl|fent|xanax|benzos|alcohol|booze|gambling|porn|sex|food|nicotine|vicodin|adderall|kratom|ketamine|"
    r"morphine)"
)
_AILMENT: Final = (
    r"(?:anxiety|depression|ptsd|cptsd|autism|ocd|adhd|add|bipolar|asthma|arthritis|insomnia|epilepsy|dyslexia|cancer|"
    r"diabetes|"
    r"migraines?|dementia|alzheimer'?s|parkinson'?s|allergies|panic attacks|panic disorder|agoraphobia|paranoia|"
    r"psychosis|schizophrenia|"
    r"addiction|alcoholism|anorexia|bulimia|lupus|fibromyalgia|endometriosis|eczema|psoriasis|scoliosis|sciatica|anemia|"
    r"heart disease|"
    r"kidney disease|liver disease|lung disease|social anxiety|mental illness|mental health|trauma|suicidal thoughts|"
    r"pain)"
)
_FORCES: Final = (
    r"(?:us |u\.s\.? |united states |british |royal |canadian |army |air )?(?:army|navy|marines?|marine corps|corps|"
    r"air force|airforce|"
    r"coast guard|space force|military|national guard|guard|reserves?|infantry|armed forces|service|usmc|usaf|uscg|"
    r"seabees)"
)
_PLAYED: Final = re.compile(
    r"(?:worked|work|rode|ride|play|played|playing|served|patrol|patrolled|toured|performed|taped?|put|back|get|got|"
    r"pull(?:ed)?) $"
)
_NOT_ILL: Final = re.compile(
    r"^(?:the|a|an|this|that|no|any|what|some|these|its|it's|imposter|impostor|stockholm|elm|plant|cow|mad|of|and|or|"
    r"main|empty|nest|my|his|her|"
    r"their|our|your|social|control|infectious|for|with|is|civil|attention|budget|trade|public|in|to|from|trump|"
    r"derangement|bystander|hero|"
    r"god|savior|martyr|little|small|tall|first|second|third|by|like|have|has|had|cause|causes|spread|fight|as|other|"
    r"every|each|such)\b"
)


def _not_at_work(folded: str, start: int, _end: int) -> bool:
    """Not "we worked together for six years"."""
    return not _PLAYED.search(folded[max(0, start - 12) : start])


def _an_illness(folded: str, start: int, end: int) -> bool:
    return not _NOT_ILL.match(folded[start:end])


_HEALTH: Final = (
    make(
        "sober_time",
        "PC_DISABILITY_MENTAL",
        rf"(?<!\w)(?:{_N}(?: ?\+|,| and a half|1/2)? {_SPAN}(?: and counting)?(?: \d{{1,3}} {_SPAN})? (?:clean(?! (?:up|"
        r"out|for inspection))|sober|into recovery|in recovery|"
        r"of (?:sobriety|recovery|being sober|being clean)|(?:alcohol|drug|smoke|booze|heroin|meth|opioid|opiate|pill|"
        r"self[ -]harm|binge|cocaine)[ -]free|"
        rf"free of (?:{_DRUGS})|off (?:of )?(?:the )?(?:{_DRUGS}|bottle))|{_SPAN} (?:\d{{1,4}}|one|two|"
        r"three) (?:of (?:being |getting )?)?(?:sober|clean|sobriety|alcohol[ -]free)|"
        rf"(?:clean|sober|dry)(?: and sober)? (?:for (?:over |almost |about |nearly |the (?:past|last) )?{_N} {_SPAN}|"
        rf"since (?:\w+ )?(?:\d{{1,4}}|january|february|march|april|may|june|july|"
        rf"august|september|october|november|december)|going on {_N}|from (?:{_DRUGS}))|{_N}[ -](?:{_SPAN}|hour) (?:chip|"
        r"medallion|coin|sober|sobriety))(?!\w)",
        0.88,
    ),
    make(
        "drank",
        "PC_DISABILITY_MENTAL",
        rf"(?<!\w)(?:(?:quit|stopped|gave up|quitting|stopping) (?:drinking|using|boozing|alcohol|{_DRUGS})|(?:off|on|"
        r"fell off|back on|fallen off) the wagon|"
        r"(?:drank|drinking|drunk|drink|drinks) (?:myself|himself|herself) (?:to (?:death|sleep)|sick|stupid)|"
        r"drinking problem|problem drinker|drink problem|"
        r"(?:don't|doesn't|do not|dont) drink any ?more|(?:kicked|beat|kicking) (?:heroin|the habit|the bottle|meth|"
        r"opioids|my addiction)|"
        rf"(?:hooked|strung out|dependent|addicted|addiction) (?:on|to) (?:{_DRUGS})|got off (?:{_DRUGS}))(?!\w)",
        0.82,
    ),
    make(
        "addict_of",
        "PC_DISABILITY_MENTAL",
        r"(?<!\w)(?:(?:recovering|recovered|reformed|functioning|functional|high[ -]functioning|former|ex|"
        r"in[ -]recovery|active)[ -](?:\w+ )?"
        r"(?:addicts?|alcoholics?|junkies?|drunk|anorexic|bulimic|gambler|cutter|drug user|pill popper)|"
        rf"(?:{_DRUGS})[ -](?:addicts?|addictions?|addicted|"
        rf"dependency|dependence|abuse problem|problem|withdrawals?|detox|rehab|relapse))(?!\w)",
        0.88,
    ),
    make(
        "how_ill",
        "PC_DISABILITY_MENTAL",
        r"(?<!\w)(?:severe|crippling|chronic|bad|mild|moderate|major|extreme|crushing|debilitating|terrible|horrible|"
        r"diagnosed|untreated|undiagnosed|"
        r"clinical|generali[sz]ed|social|(?:high|low)[ -]functioning|level (?:\d|one|two|three)|stage (?:\d|one|two|"
        r"three|four|i+v?)|type (?:\d|one|two|i+)|late[ -]stage|"
        r"early[ -]onset|treatment[ -]resistant|suicidal|deep|serious|intense|lifelong|complex|terminal|recurring|"
        r"recurrent|battling|battled|suffer(?:s|ed|ing)? from|"
        r"struggl(?:e|es|ed|ing) with(?: my)?|living with|diagnosed with|dealing with|coping with|"
        rf"history of) (?:\w+ )?{_AILMENT}(?: and {_AILMENT})?(?!\w)",
        0.85,
    ),
    make(
        "named_illness",
        "PC_DISABILITY_PHYSICAL",
        r"(?<![\w'])[a-z][a-z-]{2,16}(?:'s)? (?:syndrome|disease|disorder|palsy|deficiency|dystrophy|"
        r"impairment)s?(?!\w)(?! (?:of the economy|of affluence))",
        0.78,
        check=_an_illness,
    ),
    make(
        "organ_trouble",
        "PC_DISABILITY_PHYSICAL",
        r"(?<!\w)(?:(?:my|his|her|a|an|had|have|has|with|bad|serious|rare|ongoing|chronic) ){1,2}(?:heart|kidney|liver|"
        r"lung|thyroid|brain|spinal|spine|neck|back|knee|hip|"
        r"shoulder|bowel|stomach|bladder|blood|skin|eye|vision|hearing|nerve|bone|joint|autoimmune|neurological|"
        r"mental health|colon|prostate|"
        r"pancreas|breast|ovarian|cardiac|vascular|immune|lymph|throat) (?:disorder|condition|defect|failure|cancer|"
        r"tumors?|surgery|surgeries|operation|injury|injuries|transplant|"
        r"problems?|issues?|trouble|replacement|fusion|murmur|disease|impairment|pain|ablation|biopsy|infection)(?!\w)",
        0.78,
    ),
    make(
        "worn_out",
        "PC_DISABILITY_PHYSICAL",
        r"(?<!\w)(?:(?:my|a|have|with|his|her|got) (?:really |two |very )?(?P<x>bad (?:back|knees?|hips?|shoulders?|"
        r"heart|lungs?|kidneys?|liver|hearing|eyesight|ticker))|(?P<y>(?:walk|walks|walking|walked|get around|"
        r"gets around) with (?:a |my |his |her )?(?:cane|walker|crutch|crutches|limp|rollator|white cane|"
        r"walking stick))|(?P<z>use[sd]? (?:a|my|his|her) (?:cane|walker|rollator|mobility scooter|"
        r"catheter|feeding tube|nebulizer|hearing aid|white cane|scooter to get around)))(?!\w)",
        0.82,
    ),
    make(
        "loss_of_sense",
        "PC_DISABILITY_PHYSICAL",
        r"(?<!\w)(?:(?:totally |partially |completely |legally |mostly |nearly |half |almost |profoundly |"
        r"slightly )?(?:blind|deaf) (?:in|out of|on) (?:one|my|his|her|both|the) (?:(?:left|right|good|bad) )?(?:eyes?|"
        r"ears?)|"
        r"(?:partially|totally|completely|mostly|profoundly|nearly|half|born|went|go|gone|colou?r) ?-?(?:blind|deaf|"
        r"sighted)(?! to)|paraly[sz]ed (?:from|on|by|after|in)(?: \w+){1,3}|"
        r"(?:above|below)[ -](?:the[ -])?(?:knee|elbow) (?:amputee|amputation))(?!\w)",
        0.85,
    ),
    make(
        "comp_claim",
        "PC_DISABILITY_PHYSICAL",
        r"(?<!\w)work(?:er|man|men)(?:'s|s'|s)? ?comp(?:ensation)?(?: claim| case)?(?!\w)",
        0.88,
    ),
    make(
        "in_hospital",
        "PC_DISABILITY_PHYSICAL",
        r"(?<!\w)(?:i|mom|dad|mother|father|wife|husband|son|daughter|grandma|grandpa|brother|sister|nana|aunt|uncle|"
        r"i'm|i've|she's|he's|mom's|dad's)"
        r"(?: (?:was|am|is|been|have|has|had|ended|up|landed|got|put|spent|still|back|just|being|a|two|three|few|days|"
        r"weeks|week|month|months|the|last|night|also|woke)){0,6} "
        r"(?P<x>(?:in|to|into) (?:the|a) (?:er|hospital|psych \w+|icu|ccu|emergency room|mental hospital|burn unit|"
        r"cardiac unit|stroke unit|nursing home))(?!\w)",
        0.72,
    ),
    make(
        "own_death",
        "PC_DISABILITY_MENTAL",
        r"(?<!\w)(?:(?:tried|trying|attempted|attempting|planned|planning|wanted|want|ready|thought about|"
        r"thinking about|going|thoughts of) (?:to |of )?"
        r"(?:end(?:ing)? (?:it(?: all)?|my life|things|her life|his life|it for good)|kill(?:ing)? (?:myself|himself|"
        r"herself|themselves)|commit(?:ting)? suicide|tak(?:e|ing) (?:my|his|her) (?:own )?life|"
        r"hang(?:ing)? (?:myself|himself|herself)|jump off (?:a|the) (?:bridge|roof|building)|o\.?d\.?)|(?:killed|"
        r"hanged|hung) (?:himself|herself|themselves|themself)|killing myself(?! (?:laughing|in the gym|"
        r"at|over|with laughter|trying))|(?:slit|slitting|cut|cutting|slice|sliced) (?:my|her|his) (?:own )?(?:wrists?|"
        r"arms?|thighs?|forearms?)(?! (?:on|hair|with a can))|scars? (?:on|all over|up and down) (?:my|her|"
        r"his) (?:wrists?|"
        r"(?:fore)?arms?|thighs?)|self[ -]harm(?:ed|ing|er|s)? ?(?:scars?|marks?)?|sh scars?|(?:used to|started|stopped|"
        r"began|i've been|relapsed and) cut(?:ting)?(?=[.,!?]|$| (?:again|to cope|when|because|myself)))(?!\w)",
        0.85,
    ),
    make(
        "dose",
        "PC_DISABILITY_PHYSICAL",
        r"(?<!\w)(?:on|take|takes|taking|took|prescribed|upped to|down to|started|up to) (?P<x>\d{1,4} ?(?:mg|mcg|"
        r"milligrams)(?: (?:of )?[a-z]{4,16})?)(?!\w)",
        0.75,
    ),
    make(
        "voices",
        "PC_DISABILITY_MENTAL",
        r"(?<!\w)(?:i|i'm|he|he's|she|she's|been|started|who|started) (?P<x>(?:hear|hears|hearing|heard|hallucinat(?:e|"
        r"es|ed|ing)) (?:the )?(?:voices(?: in (?:my|his|her) head)?|things that aren't there))(?! (?:of|from|"
        r"outside|in the|down|next|saying hello)\b)(?!\w)",
        0.72,
    ),
)
_FAMILY: Final = (
    make(
        "parent_of",
        "PC_FAMILY",
        r"(?<!\w)(?:(?:single|proud|working|new|busy|stay[ -]at[ -]home|loving|divorced|widowed|young|married|"
        rf"first[ -]time|homeschooling|blessed|tired) ){{0,2}}"
        r"(?:step|god|grand|great[ -]grand)?-?(?:mother|father|mom|mum|dad|mommy|daddy|momma|mama|mamma|parents?|"
        r"grandma|grandpa|nana|papa|gigi|auntie|aunt|uncle|caregiver|guardian)s?[ -](?:of|to)[ -]"
        rf"(?:(?:{_COUNT}|a|an|my|the)(?: (?!of\b)\w+)? (?:\w+ )?{_YOUNG}(?: (?:and|&) (?:{_COUNT}|a|"
        rf"an)(?: \w+)? {_YOUNG})?|{_COUNT})(?!\w)",
        0.92,
    ),
    make(
        "so_many",
        "PC_FAMILY",
        r"(?<!\w)(?:have|has|had|having|got|with|raising|raised|raise|my|our|his|her|their|for|feed|support|of|and|are|"
        rf"were) (?P<x>(?:{_COUNT}|both|all)(?: (?:little|small|young|older|younger|beautiful|"
        r"grown|adult|teenage|biological|wonderful|amazing|great|other|big|half|step|foster|adopted|of my|of our|more|"
        rf"special needs|living|school[ -]age|autistic)){{0,6}} {_YOUNG})(?!\w)(?! (?:team|basketball|soccer|bands?|"
        r"at the (?:party|store)|in the (?:crowd|park)))",
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
        rf"(?<!\w)(?:oldest|eldest|youngest|middle child|baby|second|third|last) of (?:{_COUNT})(?: (?:kids|children|"
        r"siblings|brothers|sisters|boys|girls))?(?! (?:the|our|my|games?|wins?))(?!\w)",
        0.75,
    ),
    make(
        "raising",
        "PC_FAMILY",
        r"(?<!\w)(?:rais(?:e|es|ed|ing)) (?:(?:my|our|his|her|their|these|them|"
        rf"{_COUNT}) ){{1,2}}(?:\w+ )?{_YOUNG}(?: (?:alone|by (?:my|her|him)self|on (?:my|her|his) own|together))?(?!\w)",
        0.85,
    ),
    make(
        "custody",
        "PC_FAMILY",
        r"(?<!\w)(?:(?:shared|50[/-]50|primary|split|legal|physical|temporary|emergency|full[ -]time|residential|"
        r"week on week off) (?:\w+ )?custody|custody (?:of (?:my|our|the|his|her|their) \w+|arrangement|hearing|dispute|"
        r"fight|exchange|schedule|order|lawyer)|"
        r"(?:my|his|her|our) (?:weekends?|week|days?|nights?) with (?:the|my|our|his|her) (?:kids|son|daughter|boys|"
        r"girls|children)|every other weekend with (?:my|the) \w+)(?!\w)",
        0.9,
    ),
    make(
        "for_years",
        "PC_MARITAL",
        r"(?<!\w)(?:(?:happily |been |newly |legally |unhappily )?(?:married|together|dating|engaged|divorced|separated|"
        r"widowed|a couple|single)(?: (?:to|with) (?:my|him|her|this|the same)(?: \w+)?)?(?: for| since| now for|,)?"
        rf" (?:about |almost |over |nearly |more than |like |only |just |the (?:past|last) |going on )?(?:{_N}(?:\+|\.5|"
        r" and a half| plus)? (?:years?|yrs?|months?|mos|decades?|wonderful years|happy years|long years)|(?:19|20)\d\d|"
        r"high school|college)|"
        rf"(?:{_N}) (?:years?|yrs?|months?) (?:together|of marriage|married|into (?:my|our|the|this) (?:marriage|"
        r"relationship)|with (?:my|him|her) \w+))(?!\w)",
        0.85,
        check=_not_at_work,
    ),
    make(
        "parted",
        "PC_MARITAL",
        r"(?<!\w)(?:i|we|he|she|they|him|her|i've|we've|she's|he's)(?: (?:have|had|has|just|recently|finally|both|and|i|"
        r"almost|nearly|then|never|officially|were|was|are|is|getting|thinking about)){0,6} "
        r"(?P<x>(?:broke|broken|split|breaking|splitting|break) up(?: with (?:me|him|her|my \w+|"
        r"each other))?)(?=[.,!?;)]|$| (?:after|last|in|over|because|when|two|three|and|a few|about|"
        r"so|but|this|for good|yesterday|today|years?|via|by|again|ago|almost|on|right|while)\b)",
        0.75,
    ),
    make(
        "left_for",
        "PC_MARITAL",
        r"(?<!\w)(?:(?:left|leaving|dumped|ditched|divorced) (?:me|us|him|her|my \w+) for (?:another|a younger|an older|"
        r"some|someone|some other|her|his) ?(?:man|woman|guy|girl|else|\w+)?|walked out on (?:me|us|my mom|her)|(?:he|"
        r"she|boyfriend|girlfriend|bf|gf|ex|husband|wife) (?:just |finally )?"
        r"dumped me|put a ring on it|(?:my|our|his|her|their|parents'|parents) (?:\d{1,2}(?:st|nd|rd|th)|first|second|"
        r"third|fifth|tenth|one year|silver|golden) (?:wedding )?anniversary|"
        r"happy (?:\d{1,2}(?:st|nd|rd|th) )?(?:wedding )?anniversary to my \w+)(?!\w)",
        0.82,
    ),
    make(
        "with_child",
        "PC_PREGNANCY",
        rf"(?<!\w)(?:(?:{_N}|\d\d?\+\d) ?(?:weeks?|wks?|months?)(?: and \d days?)? (?:pregnant|preg|preggo|preggers|"
        r"along|gestation|gestational|postpartum|post[ -]partum|pp|with (?:a (?:baby )?(?:girl|boy)|twins|baby|"
        r"my (?:first|second|third|baby)|"
        r"our (?:first|second|third|baby|little)))|(?:i'm|i am|im|she's|she is|we're|we are|wife is|wife's|sister is|"
        r"daughter is|girlfriend is|gf is|who is|baby is|baby's|baby|twins are|little one is|kid is|child is|"
        r"currently) (?:\w+ )?(?P<x>due (?:in|on|any|this|next|with|around|early|"
        rf"late|january|february|march|april|may|june|july|august|september|october|november|december)(?: \w+){{0,2}})|"
        r"due (?:in \w+ )?with (?:my|our|a|baby|twins|number|#)(?: \w+)?|expecting (?:in (?:january|february|march|"
        r"april|may|june|july|august|september|october|"
        r"november|december|the \w+)|(?:my|our|a|her|their) (?:first|second|third|fourth|baby|little|son|daughter|boy|"
        r"girl|child|grandchild)(?: \w+)?))(?!\w)",
        0.88,
    ),
    make(
        "on_the_way",
        "PC_PREGNANCY",
        r"(?<!\w)(?:having (?:our|my|their|her) (?:first|second|third|fourth|last)(?= (?:in|this|next|soon|baby|child|"
        r"any)\b|[.,!?]|$)|(?:number (?:one|two|three|four|five|\d)|another(?: one)?|one|a (?:little )?(?:one|brother|"
        r"sister|boy|girl|grandchild|grandbaby)|twins|#\d) on the way|labor lasted \w+|hours of (?:active )?labor|"
        r"carrying (?:a|his|her|our|my|their|your) (?:bab(?:y|ies)|child|twins|son|daughter)|carrying twins|(?:my|our|"
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
)
_SERVICE: Final = (
    make(
        "in_forces",
        "PC_VETERAN_MILITARY",
        rf"(?<!\w)(?:(?:{_N} (?:years?|yrs?|tours?) |(?:medic|cook|mechanic|sniper|officer|cop|mp|pilot|sergeant|captain|"
        r"nurse|engineer|buddies|buddy|friends|brothers|guys|time|career|life|stint|days|hitch) )?(?:in|of|from|with|"
        rf"out of|left|joined|joining|join|quit|entered) the )(?:{_FORCES})(?! (?:animals?|dog|game|station|center|"
        r"academy bowl|industry|"
        rf"of (?:darkness|ants|the dead)|sector|line|desk|counter|bar|area|department|road|elevator|at))(?!\w)",
        0.82,
        check=lambda folded, start, end: (
            folded[start:end].split()[-1] not in {"service", "guard", "reserve", "corps"}
            or bool(
                re.search(
                    r"(?:joined|joining|join|left|years?|yrs?|when i was|while|was|time|buddies|buddy|"
                    r"got) (?:i was )?(?:in |of |out of )?the \w+$",
                    folded[max(0, start - 12) : end],
                )
            )
        ),
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
        r"(?<!\w)(?:(?:ship|shipped|ships|shipping|leave|leaves|leaving|left|off|headed|went) (?:off |out )?(?:to|"
        r"for) (?:basic|boot ?camp|bmt|osut|meps|parris island|fort \w+|recruit training)(?: training)?|ets(?:'d|ed)|"
        r"pcs(?:'d|ed|ing)|my (?:army |navy |marine |military )?recruiter|"
        r"(?:as a|fellow|i'm a|i am a) vet(?=[.,!?;]|$| (?:i|and|myself|too|here|with|who)\b)|(?:the|a|an|my|at|"
        r"to) va (?:denied|said|says|hospital|doctor|appointment|claim|rating|clinic|pays|is|has|won't|gave|for my|"
        r"benefits|counselor|disability|loan|check)|uss [a-z]{4,})(?!\w)",
        0.8,
        check=no_pet,
    ),
)
PATTERNS: Final = (*_HEALTH, *_FAMILY, *_SERVICE)
"""All of them, in the order in which they are tried."""
