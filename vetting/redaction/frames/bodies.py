"""Patterns of illness and recovery told in the short words of those who live with it: day 90, the rooms, my Dexcom, NED, both knees are shot.

Complements `health` and `recovery`. A chip, a pump, a stutter and a day are things of the world too; each asks for the grammar of a body
or for a word of the same life near it, and gives way to games, engines, diets and courts.
"""

from typing import Final

from vetting.redaction.contexts.nearby import both, far, near
from vetting.redaction.frames.counts import N
from vetting.redaction.frames.told import make

_SOBER: Final = (
    r"sober|sobriety|clean|recovery|rehab|detox|aa|na|ga|meetings?|sponsor|sponsee|relaps\w+|chips?|coin|medallion|rooms|pills?|heroin|fent|"
    r"fentanyl|opiates?|oxy|meth|drinking|drink|drunk|booze|alcohol|addict\w*|alcoholic|od'?d|overdos\w+|higher power|big book|steps?|home group|"
    r"using|dope|bottle|sponsor says|\d+ (?:days|years|yrs|months|mos)|🪙"
)
_DRUGS: Final = (
    r"(?:heroin|drugs|meth|crystal|coke|cocaine|crack|pills?|pain ?pills|opioids?|opiates?|oxy|percs|fentanyl|fent|xanax|benzos|alcohol|booze|"
    r"the bottle|the sauce|dope|the needle|kratom|methadone|suboxone|subs|weed|the stuff|gambling|porn|vicodin|adderall|ketamine|tranq)"
)
_THING: Final = (
    r"games?|gaming|fps|frames?|video|engine|motor|pc|audio|mic|stream\w*|truck|car|gpu|lag|server|playback|controller|mouse|screen|update|step|"
    r"phone|app|trailer|bike|printer|emulator|steam|xbox|ps5"
)
_SUGAR: Final = (
    r"diabet\w*|type (?:1|2|one|two)s?|t1d|t2d|t1|insulin|sugars?|blood sugar|glucose|lows?|highs?|a1c|carbs?|juice|endo|dexcom|libre|omnipod|cgm|"
    r"lancets?|keto ?acidosis|dka|glucagon|alarm|beep\w*|sensor"
)
_TUMOUR: Final = (
    r"chemo\w*|scans?|oncolog\w+|cancer|tumou?rs?|radiation|remission|mastectomy|lymphoma|leukemia|biopsy|infusion|port|🎗\w*|pet scan|mri|metastat\w+|"
    r"stage (?:\d|one|two|three|four|iv|i+)|survivor|the bell|lump"
)
_PART: Final = (
    r"(?:knees?|back|spine|hips?|shoulders?|hearing|ears|eyes|eyesight|lungs?|liver|kidneys?|ankles?|discs?|disks?|neck|rotator cuffs?|wrists?|nerves|pancreas|heart|"
    r"feet|hands|joints|thyroid|legs)"
)
_WORN: Final = r"(?:shot|toast|wrecked|fused|ruined|failing|blown(?: out)?|bone on bone|destroyed|fucked|trashed|gone|giving out|full of (?:screws|metal|titanium|arthritis|shrapnel)|held together (?:by|with) (?:\w+ )?(?:screws|pins|titanium|metal))"
_GENE: Final = r"cancer|brca\d?|gen(?:e|es|etic\w*)|huntington'?s?|lynch|carrier|tested|testing|test|runs in|get it|got it|family|mastectomy|diagnos\w+|mutation|hereditary"
_SPEECH: Final = r"(?:stutters?|stammers?|lisps?|tics?|twitch(?:es)?|tremors?|facial tics?|speech impediments?|palsy|limps?|seizures?|hearing aids?|wheelchairs?|walkers?|canes?|crutches|prosthetics?|oxygen tanks?|service dogs?|disabilities|a disability|down syndrome|autism|dementia|scars)"

_DRINK_NEAR: Final = near(
    r"sober|sobriety|clean|recovery|rehab|detox|aa|na|meetings?|sponsor|relaps\w+|pills?|heroin|fent\w*|opi\w+|meth|drinking|drink|drunk|booze|alcohol\w*|"
    r"addict\w*|od'?d|overdos\w+|higher power|dope|bottle|drugs?|cocaine|crack|vodka|whiskey"
)


def _bottom_of_drink(folded: str, start: int, end: int) -> bool:
    """Rock bottom is said of any bad day; of drink or drugs only where these are near."""
    return folded[start:end] != "rock bottom" or _DRINK_NEAR(folded, start, end)


PATTERNS: Final = (
    make(
        "day_count",
        "PC_DISABILITY_MENTAL",
        rf"(?<!\w)(?P<x>day (?:\d{{1,4}}|one)(?: (?:of no|without|off|no) (?:{_DRUGS}))?)(?!\w)(?! (?:of (?:the|class|school|my trip|vacation|training|academy)|shift|trip|pass|one))|(?<!\w)(?P<y>{N} ?(?:days?|weeks?|months?|mos|years?|yrs?))(?=[.!] (?:they|he|she|sponsor) (?:handed|gave)|,? (?:no )?(?:chip|coin|medallion|cake))"
        rf"|(?<!\w)(?P<z>(?:off|without) (?:the )?{_DRUGS})(?= (?:since|for|now|day|and)|[.,!]|$)",
        0.74,
        check=both(
            near(
                r"sober|sobriety|recovery|rehab|detox|aa|na|meeting|sponsor|relaps\w+|chip|coin|medallion|the rooms|pink cloud|od'?d|overdos\w+|addict\w*|alcoholic|methadone|suboxone|withdrawals?|higher power|home group|clean|drink|day \d+|🪙"
            ),
            far(
                "addict(?:ed|ion) to (?!heroin|drugs?|meth|pills?|alcohol|opi\\w+|oxy|coke|cocaine|crack|fent\\w*|gambling|porn|booze|benzos|xanax|kratom)\\w+|challenge|strike|picket|bricks|academy|whole ?30|dry january|clean (?:the|my|up|out)|chip and|chips and|game day|trail|campaign|trial|jury|smoking|sugar|caffeine|hike|cruise"
            ),
        ),
    ),
    make(
        "in_the_rooms",
        "PC_DISABILITY_MENTAL",
        r"(?<!\w)(?:(?:in|to|from|back in|around|love|left|into|of) (?P<x>the rooms)(?= (?:tonight|today|since|again|and|for|saved|with|last|every|at)|[.,!?]|$)|(?P<y>one day at a time|odaat|keep coming back|it works if you work it|let go and let god|pink cloud|(?:my |our |the )?home group|(?:my )?sponsees?|"
        r"(?:my|his|her|a|call your|your) sponsor(?= (?:says|said|told|calls?|called|picked|and|answered|is|has|asked|always|would)|[.,!]|$)|(?:doing|working|did|finished|on) (?:my |the |step )?(?:steps?|step (?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)|fourth step|fifth step|ninth step)|rock bottom|"
        r"(?:red|white|blue|green|bronze|silver|yellow|purple|gold|desire|surrender|newcomer|first|(?:\d+|one|six|nine|thirty|sixty|ninety)[- ](?:day|month|year|hour)) (?:chip|coin|medallion|key ?tag)|dry drunk|white[- ]knuckl\w+|california sober|friends? of bill(?: w\.?)?|(?:the )?big book|higher power|"
        r"(?:methadone|mat|suboxone|dosing) (?:line|clinic|window|program)|ga meetings?|gamblers anonymous|oa meeting|al-?anon|nar-?anon|poured it (?:all )?(?:out|down the (?:sink|drain))|picked up a chip|cake day))(?!\w)",
        0.76,
        check=both(
            near(_SOBER),
            _bottom_of_drink,
            far(
                "escape rooms?|hotel|airbnb|zoom rooms?|poker|casino|casinos|nascar|racing|podcast sponsor|poker chip|corporate|video sponsor|reddit|bible|computer|gpu"
            ),
        ),
    ),
    make(
        "narcan_used",
        "PC_DISABILITY_MENTAL",
        r"(?<!\w)(?P<x>narcan|naloxone)(?!\w)",
        0.72,
        check=both(
            near(
                r"overdos\w+|od'?d|(?:my|his|her|our) (?:sister|brother|son|daughter|cousin|friend|mom|dad|boyfriend|girlfriend|husband|wife|kid|roommate)|saved (?:me|my)|brought (?:me|my)|on me|when i"
            ),
            far("training|class|kit on|issued|carry|carries|free|grant|supplies|shift|box of"),
        ),
    ),
    make(
        "placard",
        "PC_DISABILITY_PHYSICAL",
        r"(?<!\w)(?:(?:blue|handicap\w*|disabled|disability|accessible|ada) (?:parking )?(?:placards?|hang ?tags?|badges?(?= (?:holder|space|spot|bay|expired|renewal|user|on)|[.,!?]|$)|plates?|permits?|parking|spots?|spaces?|stalls?|stickers?|tags?)|(?:parking|my|his|her|mom's|dad's|mum's) placard)(?!\w)(?! (?:of honou?r|number))",
        0.76,
        check=far("police|cops?|twitter|x\\.com|verified|blue check|tesla|ev|campsite|zone"),
    ),
    make(
        "hears_them",
        "PC_DISABILITY_MENTAL",
        r"(?<!\w)(?P<x>(?:hears?|hearing) voices|sees things that aren't there|talks to people who aren't there)(?! (?:of|from|outside|in the (?:hall|next|other|back|kitchen|attic|background)|down|next|upstairs|on the|over the|behind|through|talking|yelling|coming))(?!\w)",
        0.76,
        check=far("radio|dispatch|concert|album|singer|choir|horror|movie|season|episode|nfl"),
    ),
    make(
        "people_with",
        "PC_DISABILITY_PHYSICAL",
        rf"(?<!\w)(?:people|folks|ppl|kids?|someone|somebody|anyone|guys?|girls?|boys?|man|men|wom[ae]n|those|adults?|students?|child|children|patients?|person|friend|cousin|brother|sister|coworker|neighbor|lady|dude|officer) (?:w/ ?|with|w|who (?:have|has|uses?|had)) (?P<x>(?:an? |bad |severe |their |his |her )?{_SPEECH})(?!\w)(?! (?:basketball|pants|toes|video|streams?))",
        0.78,
    ),
    make(
        "speech_of_somebody",
        "PC_DISABILITY_PHYSICAL",
        r"(?<!\w)(?:an?|my|his|her|their|that|with|bad|the|your|childhood) (?P<x>(?:stutters?|stammers?|lisps?|facial tics?|vocal tics?|motor tics?|speech impediments?|tremors?|lazy eye|glass eye|cleft (?:lip|palate)|stoma|stump|prosthesis|colostomy|feeding tube|trach|catheter))(?!\w)|(?<!\w)(?P<y>iron lung|leg braces|leg calipers|polio ward|halo brace|body brace|"
        r"(?:above|below)[- ]knee(?: amp\w*)?|aac (?:tablet|device|app|user|buttons?|board)|talker device|communication device|eye[- ]gaze device|(?:sled|sledge|wheelchair|blind|amputee|deaf|adaptive|para|seated|sitting|power) (?:hockey|basketball|rugby|soccer|tennis|softball|baseball|volleyball|curling|"
        r"racing|swimming|cycling|ski(?:ing)?|climbing|powerlifting|crossfit|surfing|rowing|snowboarding|lacrosse|fencing|archery|bowling)|goal ?ball|beep baseball|hand ?cycl(?:e|es|ing|ist)|paralympi\w+|para-?athlet\w*|deaflympics|special olympi\w+|unified (?:sports|basketball|track|bowling)|"
        r"(?:crip|mad|deaf|autistic|disability|disabled) (?:and proud|pride|joy|culture)|wheelchair users?|spoonies?)(?!\w)",
        0.78,
        check=far(_THING + r"|tree|earthquake|richter|quake|aftershocks?"),
    ),
    make(
        "non_verbal",
        "PC_DISABILITY_INTELLECTUAL",
        r"(?<!\w)(?P<x>(?:non-?|minimally |semi-?|pre-?)(?:verbal|speaking))(?= (?:ones?|kids?|kid|child\w*|students?|autis\w+|son|daughter|brother|sister|clients?|adults?|residents?|teen|guy|and|but|since|until|when|aac|with)|[.,!?]|$)(?!\w)",
        0.78,
        check=far("communication skills|body language|cues|negotiation|poker|english"),
    ),
    make(
        "worn_part",
        "PC_DISABILITY_PHYSICAL",
        rf"(?<!\w)(?:my|his|her|both|his own|dad's|mom's) (?:\w+ )?(?P<x>{_PART}(?:(?:,| and| &)(?: and)?(?: (?:my|his|her|the|both))?(?: \w+)? {_PART})? (?:is|are|'s|were|was|been|keeps?) (?:all |both |completely |pretty much |basically |so |totally |half )?{_WORN})(?! (?:after|from) (?:that|this|today|leg|the|my|yesterday|last night|a|one|squat\w*))(?!\w)|"
        rf"(?<!\w)(?P<y>(?:both|two) {_PART}(?: and the {_PART})? (?:is|are|were) {_WORN})(?!\w)|(?<!\w)(?P<z>(?:blown|herniated|slipped|bulging|ruptured|fused|torn) (?:disc|disk|acl|mcl|rotator cuff|meniscus|labrum|achilles|vertebrae?|l4|l5|biceps? tendon)s?(?: in my \w+)?)(?!\w)",
        0.74,
        check=far(
            "sore|gym|leg day|workout|pr|jacket|truck|car|tires?|hearing (?:is|was) (?:set|sched\\w+|moved)|court|senate"
        ),
    ),
    make(
        "care_visit",
        "PC_DISABILITY_MENTAL",
        r"(?<!\w)(?P<x>(?:counsell?or|therapy|therapist|shrink|psych|psychiatr\w+|psychologist|counsell?ing|grief counsel\w+|emdr|tms|ketamine)(?:'s)? (?:visits?|appointments?|appts?|sessions?|sesh|office|copays?|wait ?list|bills?|homework|couch|treatments?|infusions?|tuesday|monday|thursday|wednesday|friday))(?!\w)",
        0.76,
        check=far(
            "guidance|college|school|camp|career|financial|credit|debt|admissions|physical|massage|dogs?|horse|loan|retail|degree|internship|practicum|clients|for a living|as a (?:therapist|counselor)"
        ),
    ),
    make(
        "sugar_gear",
        "PC_DISABILITY_PHYSICAL",
        r"(?<!\w)(?P<x>pump|libre|freestyle libre|dexcom|omnipod|cgm|sensor|pods?|test strips|glucagon|meter|insulin)(?!\w)(?! (?:iron|track|fake|up|jack|gas))",
        0.76,
        check=both(
            near(
                r"diabet\w*|type (?:1|2|one|two)s?|t1d\w*|t2d|insulin|blood sugar|glucose|a1c|dexcom|libre|omnipod|cgm|dka|glucagon|my (?:dexcom|libre)"
            ),
            far("sump|gas pump|fuel|well pump|heat pump|peloton|truck|pool|cuba|dog|cat"),
        ),
    ),
    make(
        "type_number",
        "PC_DISABILITY_PHYSICAL",
        r"(?<!\w)(?P<x>type (?:1|2|one|two)(?:'?s)?(?= (?:of the world|unite|gang|club|crew|fam|family|community|represent|problems|and|here)|[.,!?]|$)|t[12]d(?:'?s)?|type (?:1|2|one|two)(?: diab\w+))(?!\w)",
        0.78,
        check=both(
            near(_SUGAR + r"|pump|pancreas|unite|diagnos\w+|warrior|needles?|ambulance"),
            far("error|errors|fun|charger|j1772|connector|civilization|blood type|font|diesel"),
        ),
    ),
    make(
        "no_evidence",
        "PC_DISABILITY_PHYSICAL",
        r"(?<!\w)(?P<x>ned|n\.e\.d\.|no evidence of disease|(?:rang|ring|ringing|ring that|got to ring) (?:the|that|my) bell|the bell|scans? (?:came back|were|was|is|are|comes? back) (?:clean|clear)|clean scans?|scanxiety|port (?:comes|came|coming|is|gets|removed|removal|out)(?: out)?|cancer[- ]?versary|last (?:chemo|radiation|infusion)|in remission)(?!\w)",
        0.76,
        check=both(
            near(_TUMOUR),
            far("flanders|kelly|stark|ned kelly|taco bell|school bell|kettlebell|seaport|usb|airport|liberty"),
        ),
    ),
    make(
        "gene_told",
        "PC_GENETIC",
        r"(?<!\w)(?P<x>(?:breast|ovarian|prostate|colon|pancreatic|uterine|stomach|lung|thyroid|skin) (?:or|and|then) (?:breast|ovarian|prostate|colon|pancreatic|uterine|stomach|lung|thyroid|skin)(?: cancer)?|(?:i|we|she|he|my (?:sister|brother|mom|dad)|all of us) (?:just |finally |also |never )?(?:got|get|getting|was|were|won't get|want to get) tested|"
        r"(?:i|she|he) (?:carry|carries|have|has|got) (?:the|that|a) (?:gene|mutation)|(?:doing|taking|took|did|do|had) the (?:gene(?:tic)? )?test|"
        r"(?:everyone|all the (?:women|men)|every (?:man|woman)) in my family (?:gets?|got|dies?|died|has|had) (?:it|cancer|\w+))(?!\w)",
        0.76,
        check=both(
            near(
                r"cancer|brca\d?|gen(?:e|es|etic\w*)|huntington'?s?|lynch|carriers?|mutation|hereditary|family|mom had|dad had|tay-?sachs|sickle|cystic|runs in|by (?:fifty|forty|sixty|\d\d)"
            ),
            far(
                "covid|strep|flu|driving|emissions|std|pregnan\\w*|acting|singing|good looks|red hair|stubborn\\w*|drug test|for the job|policing|badge"
            ),
        ),
    ),
    make(
        "poz",
        "PC_HIV",
        r"(?<!\w)(?:(?P<x>poz|undetectable)(?= (?:since|for|and (?:thriving|healthy|untransmittable)|guy|man|here|friends?|years|status|means|now|in)|[.,!?]|$)|u ?= ?u|(?:on|take|takes|taking|started|my|get|got) (?P<y>prep|truvada|descovy|apretude|biktarvy|pep)(?= (?:since|for|and i|because|pill|now|appointment|refill|meds|after an? exposure)|[.,!?]|$)|(?:my|his|her) (?P<z>(?:t[- ]cells?|viral load|cd4)))(?!\w)",
        0.76,
        check=far(
            "test prep|exam|sat|act|meal|college|prep school|prep cook|kitchen|lsat|mcat|interview|malware|virus scan|stealth|cheats?|aimbot|pep (?:talk|rally|band|guardiola)|dinner|bug|food|hack|hunting|paint|hunt|game|race|fire|academy|wedding"
        ),
    ),
    make(
        "mind_told",
        "PC_DISABILITY_MENTAL",
        r"(?<!\w)(?:tr(?:y|ied|ying) to (?:off|unalive|delete) (?:myself|himself|herself|themselves)|unalive(?:d)? (?:myself|himself|herself)|(?:cut(?:ting)?|sh|self-?harm) scars?|(?:ana|mia|ed|eating disorder|bpd|did|ocd|ptsd|cptsd|bipolar|addiction) (?:recovery|diagnosis|survivor|treatment|flare|spiral|episode|system|relapse|symptoms|meds)|"
        r"my (?:alters|headmates|system|lithium|lamictal|depakote|lithium levels|seroquel|abilify|latuda|meds|p-?doc|antidepressants|mood stabili[sz]ers?|ssri|snri|beta blockers|blood thinners?)|check(?:s|ed|ing)? the (?:stove|locks?|door|oven) (?:\d+|ten|twelve|twenty|nine|six|seven|eight|five) times|"
        r"(?:manic|depressive|psychotic|dissociative|mixed|bipolar|autistic|mental health) (?:episodes?|shutdowns?|meltdowns?|burnout|breaks?|crisis)|(?:rapid cycl\w+|crash(?:ed|ing)? out of mania)|grippy socks?(?: vacation)?|5150'?d?|baker[- ]act(?:ed)?|72[- ]hour hold|resource room(?: kid)?|short bus|life skills class)(?!\w)",
        0.78,
        check=far(_THING + r"|power system|sound system|my system of|points system"),
    ),
    make(
        "flare",
        "PC_DISABILITY_PHYSICAL",
        r"(?<!\w)(?:(?P<x>(?:\w+ )?flare(?:[- ]?ups?| day| days| week))|(?P<y>flaring)|(?:food|peanut|nut|tree nut|shellfish|latex|bee|dairy|gluten|penicillin|deadly|anaphylactic|kid's|son's|daughter's) (?P<z>allerg(?:y|ies))|(?P<w>blood thinners?|open[- ]heart (?:surgery|scar)|zipper scar|bypass scar|flat(?:line|lined)d? twice))(?! (?:of tempers|jeans|gun|pants|season|meds for the dog))(?!\w)",
        0.72,
        check=far(
            "tempers?|tensions?|jeans|gun|pants|nostrils|solar|dogs?|cats?|drama|bell bottoms|violence|nuggets|pollen count|sun|lens|signal|allergic to (?:work|bs|nonsense|mondays)"
        ),
    ),
    make(
        "blow_to_the_head",
        "PC_DISABILITY_PHYSICAL",
        r"(?<!\w)(?:(?:two|three|four|five|\d|multiple|several|another|my|his|her|had an?|got an?|from an?|after (?:the|my|a|her|his)) (?:\w+ )?(?P<x>(?:concussions?(?! protocol)|mini-?strokes?|tbis?))|(?:since|after|had|survived|from|following|recovering from|before) (?:the|his|her|a|my|dad's|mom's|another) (?:\w+ )?"
        r"(?P<y>strokes?)(?! (?:of|order|play|per|count|penalty|limit|hole|lead|genius|engine|motor|oil)))(?!\w)",
        0.76,
        check=far(
            _THING
            + r"|golf|par|birdie|bogey|swim\w*|rowing|paint\w*|brush|putt|pga|midnight|butterfly|freestyle|nfl|helmet rule"
        ),
    ),
    make(
        "told_of_the_head",
        "PC_DISABILITY_MENTAL",
        r"(?<!\w)(?:(?P<x>flashbacks?) (?:to|of) (?:the|my|that) (?:attack|accident|war|assault|crash|wreck|abuse|fire|shooting|call|night|explosion|blast|rape|explosion|ambush)|(?P<y>head (?:doctors?|shrinkers?|shrinks?|meds|pills)|brain (?:meds|pills|doctor)|crazy (?:pills|meds|doctor)|happy pills|nut ?house|loony bin|funny farm|psych (?:meds|ward|eval for me)))(?!\w)",
        0.76,
        check=far("movie|film|season|episode|scene|album|song"),
    ),
    make(
        "signs_of_age_and_injury",
        "PC_DISABILITY_PHYSICAL",
        rf"(?<!\w)(?:(?P<x>can'?t (?:hear|see) (?:anything |much |shit )?(?:out of|from|in|with|on) (?:my|his|her) (?:left |right |bad |good |one )?(?:ears?|eyes?|side)|(?:can'?t|cannot|couldn't|won't) (?:do|climb|take|manage|handle) stairs|(?:mri|scan|ct|biopsy|x-?ray|ultrasound|colonoscopy|bloodwork) (?:showed|shows|found|caught|picked up|lit up) (?:\w+ ){{0,3}}?(?:lesions?|mass|tumou?rs?|spots?|"
        rf"plaques?|nodules?|shadows?|polyps?|growths?|damage|abnormal\w*|cancer|bulging|herniat\w+|a break)|(?:my|his|her) (?:\w+ )?{_PART} (?:has|have|got) (?:{N} )?(?:\w+ )?(?:screws|plates?|pins|rods?|hardware|metal|titanium)|brain fog)|(?:mom|mum|dad|grandm\w+|grandp\w+|nana|nan|pop|his|her|my|grandad|wife|husband)(?:'s)? (?P<y>memory(?:'s| is| was) (?:going|gone|shot|failing|fading|slipping)))(?!\w)",
        0.76,
        check=far(r"ram|gb|ssd|laptop|phone storage|fog lights"),
    ),
    make(
        "faints",
        "PC_DISABILITY_PHYSICAL",
        r"(?<!\w)(?P<x>pots)(?=[.,!?]|$| (?:and|flare|since|is|diagnosis|girl|kid|patient|means|makes|doctor)(?!\w))",
        0.74,
        check=both(
            near(
                r"black(?:ed)? out|pass(?:ed)? out|faint\w*|heart rate|stand(?:ing)? (?:up|too)|dysautonomia|eds|salt|compression|diagnos\w+|dizzy|mcas|electrolytes"
            ),
            far("pans|weed|coffee|plants?|garden\\w*|cook\\w*|flowers?|kitchen|ceramic|clay|dishes"),
        ),
    ),
    make(
        "runs_in_the_family",
        "PC_GENETIC",
        r"(?<!\w)(?P<x>(?:cancer|alzheimer'?s|huntington'?s|diabetes|heart (?:disease|attacks)|bipolar|depression|addiction|strokes|glaucoma|lupus|als|alcoholism) (?:runs|skips|gallops) in (?:my|our|the|his|her) (?:\w+ )?(?:family|blood|side))(?!\w)",
        0.8,
    ),
)
"""All of them, in the order in which they are tried."""
