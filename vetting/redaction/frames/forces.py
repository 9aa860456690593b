"""Patterns of the forces told sideways: where somebody fought, a rank or a rate, a bare branch, the claim at the VA, the one who is at sea.

Complements `service`. A place of war counts where somebody did something there, a code where words of the forces or the grammar of a rank
stand beside it, a branch where it acts as a person or a life does and no game is played.
"""

from typing import Final

from vetting.redaction.contexts.nearby import both, far, near
from vetting.redaction.frames.counts import N
from vetting.redaction.frames.told import make

FORCES: Final = (
    r"army|navy|naval|marines?|marine corps|usmc|usaf|uscg|air force|coast guard|coasties?|national guard|guardsman|reservists?|"
    r"military|infantry|airborne|enlist\w*|re-?enlist\w*|deploy\w*|boot ?camp|basic(?: training)?|va|v\.a\.|vfw|veterans?|platoon|"
    r"battalion|regiment|barracks|corpsman|sergeants?|sargents?|sarge|sgt|drill|dadt|don't ask don't tell|dont ask dont tell|gi bill|"
    r"rotc|mos|dd-?214|c-?file|iraq|afghanistan|vietnam|nam|kandahar|fallujah|soldiers?|sailors?|airm[ae]n|combat|tours?|fort|ft|"
    r"served|honorabl[ey]|active duty|stationed|recruiter|uniform|corps|submarine|ship|squadron|unit|rucks?|cadence|tricare"
)
_GAME: Final = (
    r"games?|beats?|scores?|scored|football|bowl|coach|quarterback|qb|touchdowns?|season|kickoff|basketball|lacrosse|hoops|seed|spread|"
    r"odds|by \d+|over \d+|hockey|tournament|rivalry|halftime|roster|recruits|transfer|portal|movie|film|series|show"
)
_BRANCH: Final = r"(?:the )?(?:army|navy|air force|marines|marine corps|corps|coast guard|space force|national guard)"
_BATTLE: Final = (
    r"(?:inchon|normandy|omaha beach|utah beach|iwo jima|iwo|okinawa|bastogne|the bulge|bulge|anzio|salerno|guadalcanal|midway|tarawa|"
    r"peleliu|saipan|corregidor|bataan|khe sanh|chosin|(?:the )?chosin reservoir|pusan|pork chop hill|heartbreak ridge|ia drang|hue city|da nang|"
    r"danang|chu lai|pleiku|cu chi|long binh|bien hoa|cam ranh bay|hamburger hill|the tet offensive|tet|saigon|the mekong|'?nam|viet ?nam|"
    r"pearl harbor|dunkirk|the falklands|goose green|the somme|gallipoli|d-?day|desert storm|the gulf|mogadishu|grenada|panama in 89|beirut|"
    r"iraq|afghanistan|the stan|kandahar|kabul|helmand|sangin|marjah|korengal|kunar|bagram|fallujah|ramadi|mosul|baghdad|tikrit|sadr city|"
    r"basra|balad|anbar|najaf|kosovo|bosnia)"
)
_KIN: Final = (
    r"(?:grand ?(?:pa|dad|father|pop)|gramps|granddad|pops?|pawpaw|papaw|pap|opa|abuelo|nonno|dad|daddy|father|uncle|brother|husband|"
    r"hubby|wife|son|daughter|sister|cousin|mom|boyfriend|girlfriend|fiance|nephew|niece|best friend|buddy|he|she|i|we|they|who)"
)
_DUTY: Final = (
    r"(?:fixed|drove|drive|flew|guarded|cooked|built|cleared|patrolled|walked|worked|hauled|loaded|bled|fought|fighting|froze|lost|"
    r"buried|served|landed|jumped|crashed|crewed|ran|carried|stormed|survived|spent|sweated|slept|medic'?d|rode|ate sand|got shot|got hit|"
    r"shot down|wounded|captured|stationed|humped|marched|bombed|did|was|were|been)"
)
_BASE: Final = (
    r"drum|bragg|hood|benning|carson|bliss|sill|riley|polk|leonard ?wood|huachuca|wainwright|irwin|rucker|eustis|belvoir|meade|dix|"
    r"mccoy|leavenworth|detrick|greely|shafter|sam houston|cavazos|campbell|devens|stewart|gordon|jackson|indiantown gap|knox"
)
_RATE: Final = (
    r"(?:ab[efh]|ac|ad|ae|am|ao|as|at|aw|bm|bu|ce|cm|cs|ct[imnrt]|dc|ea|em|en|eo|et|fc|fn|ft|gm|gs[em]|hm|ht|ic|is|it|ln|ma|mc|mk|mm|mn|"
    r"mr|ms|mst|mt|nc|nd|os|pr|ps|qm|rm|rp|sh|sk|st[gs]?|sw|tm|ut|yn)[1-3]"
)

PATTERNS: Final = (
    make(
        "fought_there",
        "PC_VETERAN_MILITARY",
        rf"(?<!\w)(?:{_KIN} (?:\w+ ){{0,2}}?)(?P<x>{_DUTY} (?:\w+ ){{0,3}}?(?:(?:in|at|on|from|through|over|near|off|during) )?{_BATTLE}"
        r"(?: (?:twice|once|two times|three times))?)(?! (?:restaurant|airport|kitchen|deli|place|market|karate|style|on vacation|for vacation|"
        r"show|movie|hotel|beach house|noodle|nail|pho))(?!\w)",
        0.8,
        check=far(
            rf"{_GAME}|vacation|honeymoon|resort|cruise|documentary|museum|backpack\w*|tourists?|food|restaurant|karate"
        ),
    ),
    make(
        "war_relic",
        "PC_VETERAN_MILITARY",
        r"(?<!\w)(?:my|his|her|our|their|old|\w+'s|the) (?:old )?(?P<x>(?:korean war|korea|vietnam|nam|wwii|ww2|world war (?:two|ii|2|1|one)|wwi|"
        r"gulf war|desert storm|army|navy|marine(?: corps)?|air force|military|usmc|iraq|afghanistan) (?:footlocker|uniform|medals?|jacket|letters|"
        r"service|helmet|duffel(?: bag)?|sea ?bag|canteen|bayonet|dog tags|boots|ribbons|photos?|pictures?|buddies|buddy|days|stories|trunk|"
        r"discharge|pension|coat|locker|tattoo|ring|diary|years|time|flashbacks|cap|hat|plates|sticker|poncho|field jacket|reunion))(?!\w)",
        0.82,
        check=far("museum|surplus|ebay|costume|cosplay|replica|movie|game"),
    ),
    make(
        "base_named",
        "PC_VETERAN_MILITARY",
        rf"(?<!\w)(?:(?:ft\.?|fort) (?:{_BASE})|camp (?:pendleton|lejeune|le jeune|geiger|foster|hansen|kinser|humphreys|casey|arifjan|"
        r"leatherneck|bastion|buehring|bondsteel|blanding|atterbury|grayling|swift|guernsey|zama|schwab|courtney)|(?:mcas|nas|navsta|nsa|"
        r"mcb|jb|joint base) [a-z]{4,}|[a-z]{4,} (?:afb|air force base|air base|arb|angb)|29 palms|8th (?:&|and) i|eighth (?:&|and) i)(?!\w)"
        r"(?! (?:high|middle|elementary|county|hotel|cemetery road))",
        0.82,
        check=far(
            r"gold bars?|safer than|secure as|guarded like|locked (?:up|down) like|like fort|lyrics|remix|feat|album|new song|track"
        ),
    ),
    make(
        "unit_number",
        "PC_VETERAN_MILITARY",
        r"(?<!\w)(?:of us|guys|boys|buddies|brothers|marines|men|lads|crew|time|days|years|bros|deployed|served|was|rucked|jumped|fought|rolled|"
        r"went over|bled) (?:back |over )?(?:from|in|with|out of) (?P<x>(?:the )?(?:[1-3]/[1-9]\d?(?!/)|[1-4](?:st|nd|rd|th) (?:marines|recon|lar|tanks|"
        r"amtracs|cav|id|bn|brigade)|75th|82nd|101st|173rd|10th mountain|25th id|1st cav|big red one))(?! (?:cup|inch|mile|of|street|"
        r"st|ave|avenue|percentile|to|and|place|floor|grade|precinct))(?!\w)",
        0.78,
    ),
    make(
        "rate_or_grade",
        "PC_VETERAN_MILITARY",
        rf"(?<!\w)(?:(?:was|am|i'm|as|made|retired|former|ex|an?|an old|(?:coastie|navy|coast guard|sailor|usn|uscg)[ (]{{1,2}}) ?[(]?"
        rf"(?P<x>(?:{_RATE}|e-?[3-9]|w-?[1-5]|o-?[1-6]e?))|(?P<y>e-?[3-9]) ?(?:,|here|in the|type|mafia|with \d|retired|pay))(?!\w)"
        r"(?! (?:bus|train|route|gate|exit|engine|visa|plug|battery|street|bike|size|number|tuning|chord|string|postcode))",
        0.76,
        check=near(FORCES),
    ),
    make(
        "got_out",
        "PC_VETERAN_MILITARY",
        rf"(?<!\w)(?P<x>(?:got|getting|get|gets) out (?:in |back in )(?:'?\d\d|(?:19|20)\d\d)|(?:got|getting|gets) out (?:after|at) {N} (?:years?|"
        r"yrs?|as an? \w+)|(?:after|when|since|before|until|til) (?:i|he|she) got out|(?:my|his|her|the|a|got (?:a|an)|was my|general|medical) "
        r"(?:\w+ )?discharge(?! (?:instructions|nurse|summary|planner|date from|paperwork from the hosp|of)))(?!\w)",
        0.72,
        check=both(
            near(
                r"army|navy|marines?|marine corps|usmc|air force|coast guard|national guard|enlist\w*|deploy\w*|boot ?camp|in basic|va|vfw|"
                r"platoon|drill (?:sergeant|sgt|sargent)|sargents?|dadt|don't ask don't tell|dont ask dont tell|gi bill|mos|dd-?214|c-?file|iraq|afghanistan|"
                r"e-?[3-9]|corps|tricare|the service|the military|infantry|veterans?"
            ),
            far("prison|jail|parole|county|felony|hospital|icu|inmates?|cell|bail|probation|surgery|nurse|clinic gave"),
        ),
    ),
    make(
        "left_the_forces",
        "PC_VETERAN_MILITARY",
        r"(?<!\w)(?:(?:eas|ets|eaos|medboard|med-?sep|rif|pcs|dd-?214|stop-?loss|admin-?sep|njp|ninja[- ]punch)(?:'?d|'?ed)|(?:i|we|he|she|my|when i) (?:eas|ets|"
        r"eaos)(?: in)?|(?:eas|ets|eaos) (?:in|date|was|is|next|last) (?:'?\d\d|\w+)|(?:army|navy|usmc|usaf|uscg|marines|air force|coast guard|"
        r"usn|arng) '?(?:\d\d|(?:19|20)\d\d) ?(?:-|to) ?'?(?:\d\d|(?:19|20)\d\d)|chaptered out|"
        r"four[- ]and[- ]out|(?:my|his|her) (?:first|second|four[- ]year|six[- ]year|"
        r"active)[ -](?:enlistment|hitch)|(?:one|two|three|1|2|3) hitch(?:es)?)(?!\w)",
        0.8,
        check=far(r"beat|beats|lost to|parlay|football|bowl|kickoff|halftime|touchdown|final score"),
    ),
    make(
        "branch_acts",
        "PC_VETERAN_MILITARY",
        rf"(?<!\w)(?P<x>{_BRANCH} (?:guys?|types?|folks?|dudes?|chicks?|girl|lady|bro|bros|brat|kid|kids|wife|wives|husband|mom|mum|dad|son|daughter|cop|"
        r"cook|nurse|medic|grunt|weekend(?:er)?s?|recruiter|orders|contract|paycheck|pension|retiree|reunion|doc|neighbor|buddy|tattoo|life|recruits?))"
        rf"(?!\w)|(?<![\w'-])(?P<y>{_BRANCH})(?= (?:didn't|didnt|never|don't|dont|doesn't|can't|wouldn't|taught|made me|gave me|showed me|"
        r"paid for|put me|put him|sent me|sent him|sent us|broke my|ruined my|trained me|fed me|raised me|has it easy|moved us|still owes|lost my|"
        r"said i|told me|kicked|wants me|owns me|beat it into)(?!\w))",
        0.76,
        check=far(_GAME),
    ),
    make(
        "a_marine",
        "PC_VETERAN_MILITARY",
        r"(?<!\w)(?:an?|the|that|this|one|some|old|young|retired|former|fellow|every|any|another|my) (?P<x>(?:marine|sailor|airman|soldier|coastie|seabee|squid|"
        r"jarhead|guardsman|reservist|paratrooper|submariner)s?)(?= (?:next door|who|down the|across the|upstairs|at the (?:gym|bar|table|end|desk)|"
        r"buddy|taught|told|said|says|yelled|in my|on my|i (?:know|met|dated|married|served)|neighbor|and (?:a|his|her|my))(?!\w))",
        0.8,
        check=far(r"toys?|tin|lego|sinbad|costume|video game|halo|space marine|warhammer|chocolate"),
    ),
    make(
        "nickname_of_branch",
        "PC_VETERAN_MILITARY",
        r"(?<!\w)(?:chair ?force|muh-?reens?|crayon[- ]eaters?|puddle pirates?|e-?4 mafia|sham shield|terminal lance|lance (?:coolie|corporal underground)|"
        r"blue falcon(?:ed|s)?|dependa\w*|motor pool|motor t|duty hut|firewatch in|uncle sam'?s misguided|nasty guard|space cadet force|zoomies?|semper \w{1,4}|"
        r"yut yut|er{2,4}ah (?:devil|marine|brother)|o+h?-?rah|hoo-?(?:ah|yah)|aim high air|army strong|go army|fly navy|anchors aweigh|this we'll defend|embrace the suck|22 a day|"
        r"thank a vet\w*|dd ?-?form ?214|blood stripe|mosquito wings|cav scout|(?:eleven|11|nineteen|19|thirteen|13|sixty-?eight|68|thirty-?one|31) ?-?(?:bravo|"
        r"charlie|kilo|delta|fox|whiskey|x-?ray)|oh[- ]three[- ](?:eleven|thirty-?one|fifty-?one)|tin can sailor|bubblehead|snipe on a|plank ?owner|"
        r"blue water navy|brown water navy|haze gray|west ?pac|med float|crossed the line ceremony)(?!\w)",
        0.8,
        check=far("bird|mechanic|airlines?|mower"),
    ),
    make(
        "rah",
        "PC_VETERAN_MILITARY",
        r"(?<!rah )(?<!rah, )(?<!sis boom )(?<=[.,!?] )(?P<x>rah|yut|oorah|errr)(?=[.!]*$| 🇺| devil| dog)",
        0.7,
    ),
    make(
        "from_the_sandbox",
        "PC_VETERAN_MILITARY",
        rf"(?<!\w)(?:{_KIN} |back |home |deployed |years |months |tour |tours |rotation |stuck |summer |time )(?:\w+ )?(?:\w+ )?(?:from|to|in|over in|out in) (?P<x>the "
        r"(?:sandbox|sand ?pit|litter box|suck|stan|shit in (?:iraq|the stan)))(?!\w)",
        0.74,
        check=far(
            "toddlers?|playground|preschool|kindergarten|daycare|recess|shovel|bucket|code|test|prod|api|server|deploy to|minecraft|roblox|staging|"
            "kids?|baby|cat|cats|kitten|salesforce"
        ),
    ),
    make(
        "at_sea",
        "PC_VETERAN_MILITARY",
        r"(?<!\w)(?:husband|hubby|wife|son|daughter|brother|sister|boyfriend|girlfriend|fiance|dad|mom|he|she|i|my man|my guy|bf|gf)(?:'s|'m)? (?:is |was |am |"
        r"has been |been |went |still |out |back |gone |leaves ){0,3}(?P<x>(?:on (?:an? |the |his |her )?(?:sub|submarine|boomer|fast attack|carrier|destroyer|"
        r"frigate|float|deployment|ship|boat|cutter)|underway|out to sea|at sea|downrange|in the field|on orders|overseas) (?=(?:til|till|until|'til|for (?:six|"
        r"seven|nine|\d|another)|again|through|right now|somewhere|in the (?:pacific|med|gulf|persian|indian|south))(?!\w)))",
        0.74,
        check=far("fishing|cruise|lobster|crab|charter|oil rig|merchant|vacation|study abroad"),
    ),
    make(
        "vets",
        "PC_VETERAN_MILITARY",
        r"(?<!\w)(?:(?:my|our|the|a|an old|another|this|that) (?P<x>vet (?:neighbou?r|buddy|buddies|friends?|brother|uncle|dad|father|grandpa|cousin|coworker|boss|"
        r"husband|son|roommate|partner|next door|down the|across the))|(?:other|fellow|us|you|homeless|disabled|these|those|most|some|many|help|"
        r"hire|support|thank|young|older|female|women|real|actual|combat|wounded|feed|house|all|two|three|four|for|as|with|to) (?P<y>vets)(?! (?:"
        r"office|bill|in the animal|are expensive|charge|near me|that take|recommend))|(?:(?<![\s\S])|(?<=[.!?:,;\n] ))(?P<z>vets)(?= (?:get|eat|drink|ride|park|day|only|"
        r"here|too|need|deserve|sleep|sleeping|dying|die|can|first|of|who|with ptsd|out here|living|don't|free|know)))(?!\w)",
        0.76,
        check=far(
            r"dogs?|cats?|puppy|puppies|kittens?|horses?|pets?|animals?|spay\w*|neuter\w*|rabies|shots|clinic|tech|techs|farm|cows?|breed|"
            r"hamster|rabbit|paws?|kennel|collar|fleas?|worms|meds|surgery on my|league|nfl|nba|mlb|roster|rookies?|locker room|players?|team"
        ),
    ),
    make(
        "va_claim",
        "PC_VETERAN_MILITARY",
        r"(?<!\w)(?:c-?files?|c ?(?:&|and) ?p exams?|comp (?:&|and) pen|nexus letters?|buddy (?:letter|statement) for|bdd claim|intent to file|\d{2,3} ?(?:%|percent) "
        r"(?:p ?(?:&|and) ?t|va|service|disabled vet|sc)|p ?(?:&|and) ?t (?:rating|since)|smc-?[klrst]|tdiu|champva|chapter (?:31|33|35)|voc ?rehab|vr ?(?:&|and) ?e|"
        r"sgli|vgli|mgib|gi ?bill (?:housing|check|money|bah|ran out|paid|kicker)|pact act|burn pit registry|camp lejeune (?:water|claim))(?!\w)",
        0.82,
    ),
    make(
        "wore_it",
        "PC_VETERAN_MILITARY",
        r"(?<!\w)(?:wore (?:the|that|this|my|his|her) uniform (?:of|for|overseas|in (?:iraq|afghanistan|the army))|folded the flag|flag[- ]draped|(?:blue|gold) star "
        r"(?:famil(?:y|ies)|banner|flag|neighbor|mom|mother|dad|wife|widow|sister|brother|kid|parents?|in the window)|(?:our|my|his|her) (?:squad|platoon|"
        r"fire ?team|company commander|first sergeant|top|gunny|drill (?:sgt|sergeant)|rdc|mti) (?:over there|downrange|in (?:iraq|"
        r"afghanistan|basic|boot)|used to|taught|would|always)|(?:lost|buried) (?:\w+ )?(?:\w+ )?(?:guys|brothers|friends|men|buddies) (?:\w+ ){0,3}(?:over "
        r"there|downrange|overseas|in country)|taps (?:at|played)|volley|21[- ]gun salute|arlington (?:section|national))(?! (?:ball|league))(?!\w)",
        0.76,
    ),
    make(
        "aboard_or_crew",
        "PC_VETERAN_MILITARY",
        r"(?<!\w)(?P<x>(?:served|sailed|stationed|deployed|years|tour|crew|cook|mechanic|fireman|radioman) (?:aboard|on board) (?:the )?(?:uss )?[a-z]{3,}(?: [a-z]{3,})?|(?:air|army) guard|(?:crew chief|door gunner|gunner|loadmaster|flight engineer|boom operator|tank commander|driver|pilot|mechanic|loader) (?:on|in|of|for) (?:an? |the )?(?:black ?hawks?|hueys?|chinooks?|"
        r"apaches?|c-?130s?|c-?17s?|b-?52s?|b-?17s?|f-?1[4568]s?|abrams|bradleys?|strykers?|kc-?135s?|cobras?|ospreys?|lavs?|amtracks?|humvees?|mraps?)|(?:flew|fixed|crewed|wrenched on|jumped out of|worked on) (?:black ?hawks?|hueys?|chinooks?|apaches?|c-?130s?|c-?17s?|b-?52s?|b-?17s?|f-?1[4568]s?|kc-?135s?|cobras?|ospreys?|warthogs?|a-?10s?|"
        r"medevacs?|dustoff)|(?:the|at|to|on|near) (?:px|bx|aafes|shoppette|class six|exchange on base|commissary on (?:base|post)))(?! (?:simulator|kit|model))(?!\w)",
        0.78,
        check=far(
            "lego|model kit|simulator|airshow|air show|museum|game|cruise ship|royal caribbean|carnival|disney|inmates?|jail|prison|news|reporter"
        ),
    ),
)
"""All of them, in the order in which they are tried."""
