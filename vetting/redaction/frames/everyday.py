"""Patterns of the plain words in which people tell service, harm, birth, hardship, votes and union: "Navy for six years", "killed by her ex".

They complete `forces`, `wounds`, `expecting`, `aid`, `polls`, `selves` and `organised`. Houses that are flipped for gain, dogs that are
adopted, a play in costume and a gym that locks its doors are not meant.
"""

from typing import Final

from vetting.redaction.contexts.nearby import both, far, near
from vetting.redaction.frames.told import make

_N: Final = r"(?:\d{1,2}|a few|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty)"
_BRANCH: Final = (
    r"(?:army|navy|marines?|marine corps|air force|coast guard|national guard|usmc|usaf|uscg|army reserves?)"
)
_CORPS: Final = (
    r"(?:grunt|medic|corpsman|soldier|sailor|airman|marine|paratrooper|ranger|tanker|cav scout|scout|seabee|gunner|"
    r"engineer|sapper|submariner|squid|mp|doc|sniper|infantryman|jarhead|red ?leg|drill sergeant)"
)
_GAMES: Final = (
    r"beat|beats|football|bowl|parlay|kickoff|halftime|quarterback|tee shirt|surplus|store|game|movie|series"
)
_CLOSE: Final = (
    r"(?:(?:her|his|my|their|an?|the|mom's|sister's) )?(?:(?:estranged|abusive|jealous|violent|drunk|controlling|own|former|live-?in) )?"
    r"(?:ex(?:[- ](?:husband|boyfriend|wife|girlfriend|fiance))?|husband|boyfriend|bf|wife|girlfriend|partner|stepfather|stepdad|father|dad|"
    r"mother|uncle|stalker|fiance|spouse)"
)
_LADS: Final = r"(?:son|boy|nephew|brother|grandson|stepson|husband|dad|little guy|kid|boyfriend|he)"

_MILK_NEAR: Final = near(
    r"milk|latch\w*|pump\w*|nurs\w*|breast\w*|feed\w*|boobs?|nipples?|oversupply|newborns?|reflex|forceful|haakaa|baby|bottles?|engorged|suckl\w*|leak\w*"
)


def _of_milk(folded: str, start: int, end: int) -> bool:
    """Let-down is of milk only where milk or a baby at the breast is near; else somebody is let down."""
    if not folded.startswith("let", start) or folded.startswith("letrozole", start):
        return True
    return _MILK_NEAR(folded, start, end) and not folded[max(0, start - 9) : start].endswith(
        ("be ", "was ", "were ", "kinda ", "so ", "been ", "me ", "feel ", "got ", "felt ")
    )


PATTERNS: Final = (
    make(
        "branch_and_years",
        "PC_VETERAN_MILITARY",
        rf"(?:(?<![\s\S])|(?<=[.!?;:,] )|(?<=\n)|(?<=was )|(?<=did )|(?<=the ))(?P<x>{_BRANCH} for {_N} (?:years|yrs|months))(?!\w)|"
        rf"(?<!\w)(?P<y>{_N} (?:years|yrs),? (?:in )?(?:the )?{_BRANCH})(?= (?:and|then|before|so|but|here|vet|reserves?)\b|[.,!?;]|$)",
        0.85,
        check=far(_GAMES),
    ),
    make(
        "once_and_always",
        "PC_VETERAN_MILITARY",
        rf"(?<!\w)once an? {_CORPS},? always an? \w+|(?<!\w)always an? {_CORPS}(?=[.,!?]|$)",
        0.84,
    ),
    make(
        "years_and_grade",
        "PC_VETERAN_MILITARY",
        r"(?<!\w)(?:years|yrs|tours|out|retired|separated|enlistment|discharged)(?: (?:as|at|an?|after \d+)){0,2},? ?(?:as an? )?(?P<x>[e]-?[2-9]|[wo]-[1-6])(?=[.,!?;)]|$| (?:and|then|with|in|retired|now|pay)\b)",
        0.8,
    ),
    make(
        "did_my_hitch",
        "PC_VETERAN_MILITARY",
        r"(?<!\w)(?:did|doing|done|finished|served|serving) (?:my|his|her|our) (?P<x>(?:four|six|eight|ten|twenty|thirty|4|6|8|20|30))(?= (?:and|then|years? and|in the|before|with)\b|[.,!]|$)|"
        r"(?<!\w)(?P<y>ships? out|shipped out|shipping out) (?:to (?:great lakes|parris|fort|ft|lackland|basic|boot|benning|jackson|san diego|sill)|(?:on |next |this |in )?(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|week|month|june|july|august|september)"
        r"(?= (?:and|so|for (?:basic|boot|the))\b))|(?<!\w)(?P<z>(?:rifle|21[- ]gun|twenty[- ]one[- ]gun|three[- ]volley) salute|played taps|taps (?:played|playing|at (?:his|her|the grave))|flag[- ]draped (?:casket|coffin)|folded flag)(?!\w)",
        0.76,
        check=far(r"mile|miles|reps|package|orders?|items?|prison|sentence|probation|laps|hours"),
    ),
    make(
        "killed_by_kin",
        "PC_DV_VICTIM",
        rf"(?<!\w)(?:killed|murdered|shot|stabbed|strangled|beaten|attacked|choked|set on fire|run over|burned|terrorized|held hostage|kidnapped|tracked|hunted down|assaulted|hospitali[sz]ed|threatened|thrown (?:out|down the stairs))(?: (?:dead|to death|and \w+|twice|again))? by {_CLOSE}(?!\w)",
        0.84,
        check=far(r"chess|movie|episode|season \d|mario|in the game|ex machina"),
    ),
    make(
        "asked_for_protection",
        "PC_DV_VICTIM",
        r"(?<!\w)(?:filed|filing|file|files|petitioned|applied|asked (?:a|the) (?:judge|court)|went to court|sought|got denied|was denied) (?:again )?(?:for )?(?P<x>protection)(?= (?:from|against|order|twice|three|last|this|on|and|in)\b|[.,!?;]|$)(?! from (?:creditors|bankruptcy|the weather))|"
        r"(?<!\w)(?P<y>took (?:out )?papers (?:out )?on (?:him|my ex|her ex)|(?:violat(?:ed|es|ing)|broke) (?:the|my|her|that) (?:\w+ )?(?:order|no[- ]contact|rpo|tro)|(?:couldn't|can't|cannot|so he (?:can't|couldn't)|won't) (?:find|track|trace) (?:me|us|her)(?= (?:here|again|now|anymore)\b|[.,!?]|$))",
        0.76,
        check=far(r"chapter|creditors?|bankruptcy|patent|copyright|trademark|court order to sell|gps|tracking number"),
    ),
    make(
        "would_not_stop",
        "PC_SA_VICTIM",
        r"(?<!\w)(?:he|she|they|guy|man|boss|coach|who|boyfriend|date) (?:just )?(?P<x>(?:would ?n[o']t|wouldn't|would not|didn't|did not) (?:take no for an answer|stop when i (?:said|asked|told|cried)|listen when i said no))(?= (?:and i|so i|that night)\b)|"
        r"(?<!\w)(?:made|forced|makes) (?:me|her|us) (?P<y>work the (?:truck ?stops?|streets?|track|corner|motels?|massage \w+|blade))(?!\w)|(?<!\w)(?:used to|would|always|kept|he|dad|mom|stepdad) (?P<z>lock(?:ed|ing)? me out (?:in the (?:snow|cold|rain|yard)|overnight|all night|naked|until))(?!\w)",
        0.76,
        check=far(r"bought|salesman|sales\w*|dealer\w*|sold|truck stop food|car lot|telemarketer"),
    ),
    make(
        "leans",
        "PC_POLITICAL",
        r"(?<!\w)(?:i'm|i am|im|he's|she's|they're|we're|is|lean|leans|leaned|leaning|been|been leaning|am) (?:(?:a little|a bit|slightly|kinda|kind of|pretty|fairly|solidly|way|further|more|just|somewhat|far|hard|center|usually|mostly) ){0,2}(?:to the )?(?P<x>(?:left|right)(?:[- ]of[- ]cent(?:er|re)| of the aisle|ish| politically)|(?:center|centre)[- ](?:left|right))(?!\w)|"
        r"(?<!\w)(?:i'm|i am|im|i|he|she|they|we|parents|family|folks) (?:a (?:little|bit|tad)|slightly|kinda|somewhat|pretty|lean|leans|leaned) (?P<y>left|right)(?=[.,!?]|$| (?:on (?:most|some|guns|taxes)|these days|but|and so|now|myself)\b)|(?:(?<![\s\S])|(?<=been )|(?<=i'm ))leaning (?P<z>left|right)(?= (?:these days|lately|now|more|on (?:most|guns))|[.,!]|$)",
        0.76,
        check=far(
            r"hand(?:ed)?|foot(?:ed)?|lane|turn|street|side of|wall|fence|knee|shoulder|stitch|picture|tv|alignment|steering|tower|park(?:ed|ing)?|pulls?"
        ),
    ),
    make(
        "take_the_chamber",
        "PC_POLITICAL",
        r"(?<!\w)(?:flip|flips|flipped|flipping|take back|took back|hold|keep|win back|retake|lose|lost) (?P<x>the (?:senate|statehouse|legislature|governorship|governor's mansion|school board|state house)|(?:the house|congress|(?:this|the|our|that) (?:district|county|state|seat)))(?: (?:blue|red))?(?!\w)",
        0.76,
        check=both(
            near(
                r"vot\w+|counts?|counting|elections?|ballots?|blue|red|dems?|democrats?|gop|republicans?|midterms?|polls?|november|senate|congress|canvass\w*|phone ?bank\w*|take back|💙|🌊|❤️|donate|precinct\w*"
            ),
            far(r"mortgage|realtor|zillow|kitchen|reno\w*|drywall|bathroom|profit|grand|closing|foreclos\w*|on fire"),
        ),
    ),
    make(
        "born_at",
        "PC_PREGNANCY",
        r"(?<!\w)(?P<x>(?:was |were )?born (?:at \d{1,2}[:.]\d\d|(?:early |late )?(?:this (?:morning|afternoon|evening)|last night|today|yesterday|tonight)|on (?:mon|tues|wednes|thurs|fri|satur|sun)day))(?!\w)",
        0.8,
        check=both(
            near(
                r"lbs?|pounds?|oz|ounces|inches|mama|momma|mom|baby|girl|boy|healthy|everybody|everyone|nicu|perfect|tired|ten toes|weigh\w*"
            ),
            far(r"calf|calves|foal|kittens|puppies|lamb|zoo|giraffe"),
        ),
    ),
    make(
        "of_the_ward",
        "PC_PREGNANCY",
        r"(?<!\w)(?:(?:beta )?hcg|mucus plug|bloody show|membrane (?:sweep|strip)|swept my membranes|pitocin|foley (?:balloon|bulb)|fetal (?:pole|monitor|heartbeat|movement)|yolk sac|gestational sac|subchorionic \w+|cerclage|incompetent cervix|"
        r"placenta (?:previa|accreta)|cholestasis of pregnancy|blastocysts?|luteal phase|opks?|non[- ]stress test|kick counts?|lightning crotch|round ligament pain|symphysis pubis|(?:retained )?products of conception|letrozole|menopur|gonal-?f|cetrotide|lovenox shots|"
        r"pio shots|progesterone (?:shots?|suppositories|in oil)|nuchal \w+|(?:high[- ]risk|mfm) (?:ob|doctor|specialist)|failed induction|stretch and sweep|perineal \w+|sitz bath|padsicles?|lochia|let[- ]?down|(?:cluster|comfort) (?:feeding|nursing)|tongue[- ]tie|hospital bag (?:is )?packed)"
        r"(?! (?:diet|drops|protocol|plugin))(?!\w)",
        0.84,
        check=both(far(r"diet|bodybuild\w*|hcg drops|gains|sold me|hype"), _of_milk),
    ),
    make(
        "tests_and_tries",
        "PC_PREGNANCY",
        r"(?<!\w)(?:(?:we|we've|finally|have|had) (?P<x>(?:stopped|quit|gave up|given up|been) trying)(?= (?:after|in (?:\w+ )?(?:january|february|march|april|may|june|july|august|september|october|november|december|20\d\d)|for (?:a (?:second|third|baby)|two|three|four|\d|over a year)|since)\b)|(?P<y>(?:took|taken|peed on) (?:the|a|three|four|two|another) tests?"
        r"(?: (?:twice|three times|again))?,? (?:(?:it was|all|both|and it was|they were|came back) )+(?:positive|negative))|(?:my|her|the|our) (?P<z>due date)(?= (?:is|was|came|keeps|got)\b))(?!\w)",
        0.74,
        check=far(
            r"covid|flu|strep|drug test|rent|library|invoice|loan|project|assignment|paper|payment|tax\w*|return|mortgage|fix\w*"
        ),
    ),
    make(
        "dressed_as_other",
        "PC_GENDER_IDENTITY",
        rf"(?<!\w){_LADS} (?:(?:is|was|also|still|just|really|always|sometimes) ){{0,2}}(?:wears?|wearing|wore|loves?|likes?|prefers?|wants? to wear|asked for|came down in|went to school in) (?P<x>(?:(?:his|a|an|the|pink|princess|sparkly|long|her|my|sister's|girls?|girls'|women's|nail polish and|makeup and|makeup|heels|skirts|dresses|wigs) ){{0,3}}"
        r"(?:dress(?:es)?|skirts?|heels|high heels|makeup|nail polish|tutus?|lipstick|panties|bras?|women's clothes|girls'? clothes|eyeliner|purse))(?! (?:shoes|shirts?|blues|code|uniform|rehearsal|steak|up))(?!\w)|"
        r"(?<!\w)(?P<y>(?:licen[cs]e|passport|id|birth certificate|badge|chart) (?:\w+ )?(?:says|reads|shows|lists|has) [\"']?[mfx][\"']?)(?=[.,!?;)]|$| (?:now|finally|and|but)\b)|(?<!\w)i (?P<z>go by (?:they|she|he)(?:/\w+)?)(?!\w)|"
        r"(?<!\w)(?P<w>(?:used to be|was) (?:my|our|his|her) (?:sister|brother|son|daughter),? (?:and )?(?:now )?(?:he|she|they)(?:'s| is| are) (?:now )?my (?:brother|sister|son|daughter|sibling))(?!\w)",
        0.76,
        check=far(r"halloween|costume|play|musical|hockey bet|lost a bet|bet|mannequin|bride|when she"),
    ),
    make(
        "tent_of_need",
        "PC_HOMELESS",
        r"(?<!\w)(?P<x>(?:in )?(?:a |our |my |the )?tents? (?:down )?(?:by|near|along|off|in|under|behind|on) (?:the|a|some) \w+)(?!\w)|(?<!\w)(?:kids? and i|we|i|us|family) (?:are|am|is|were|'re|was) (?:now |still |all )?(?P<y>in a (?:motel|shelter|church basement|camper|weekly|relative's basement))(?!\w)",
        0.76,
        check=both(
            near(
                r"lost (?:the|my|our) (?:apartment|house|job|place|home)|laid off|layoff|evict\w*|homeless|nowhere|rent|no place|shelters?|foreclos\w*|kicked out|unemploy\w*|on the streets?"
            ),
            far(r"camping|festival|vacation|trip|fishing|scouts?|wedding|reception|circus|revival"),
        ),
    ),
    make(
        "papers_got",
        "PC_CITIZENSHIP",
        r"(?<!\w)(?:got|get|getting|have|had|waiting (?:on|for)|fixed|fixing|without|no) (?:my|his|her|our|their|your) (?P<x>papers)(?= (?:in (?:19|20)\d\d|after|finally|through|yet|now|when|last)\b|[.!?]|$)|(?<!\w)(?:mom|dad|parents|mother|father|grandparents|family|we|they|i|grandfather|grandmother) (?P<y>(?:came|crossed|walked|swam) "
        r"(?:across|over)(?= (?:in (?:19|20)?\d\d|with (?:me|us|nothing|my|a coyote)|the (?:river|border|desert|rio)|when i was)))(?!\w)",
        0.74,
        check=far(r"dog|puppy|horse|pedigree|graded|grading|homework|thesis|bridge toll|street"),
    ),
    make(
        "adopts",
        "PC_FAMILY",
        r"(?<!\w)(?:we're|we are|i'm|i am|she's|he's|they're|wife and i are|husband and i are|parents are|sister is|brother is) (?:(?:officially|finally|also|now|still|in the middle of|thinking of|thinking about) ){0,2}(?P<x>(?:adopting|fostering)(?: (?:a|two|three|our|his|her|my) (?:\w+ )?(?:baby|babies|child|children|kids?|girl|boy|girls|boys|siblings?|brothers?|sisters?|nephew|niece|teen\w*|grandson|granddaughter|step\w+))?)"
        r"(?=[.,!?]|$| (?:from|through|internationally|this|next|in|again|since|out of|and)\b)|(?<!\w)(?P<y>(?:the|our|his|her) adoption (?:is|was|got|went|hearing|papers|became) ?(?:final\w*|through|approved|today)?|adoption day|gotcha day)(?! (?:for (?:the|our|my) (?:dog|cat)))(?!\w)",
        0.8,
        check=far(
            r"dogs?|cats?|pupp(?:y|ies)|kittens?|greyhounds?|beagles?|pets?|shelter|rescue|software|policy|polic(?:y|ies)|standard|approach|new system|rabbits?|hound|leash|paws?|highway|stray|litter"
        ),
    ),
    make(
        "ratified",
        "PC_UNION",
        r"(?<!\w)(?:(?:we|they|members|local|nurses|teachers|drivers|crew) (?:finally |just |narrowly |barely )?(?P<x>ratified|rejected the (?:offer|deal|ta)|authorized a strike)|(?P<y>walk(?:ed|ing)? the line for (?:\w+ ){1,2}(?:days|weeks|months))|(?:joined|join|joining|apprenticed with|signed on with|got into|out of|through) the (?P<z>(?:plumbers|pipefitters|steamfitters|"
        r"carpenters|electricians|ironworkers|laborers|teamsters|painters|operators|operating engineers|machinists|boilermakers|millwrights|bricklayers|roofers|sheet metal workers|steelworkers|longshoremen|stagehands|glaziers|elevator constructors|insulators|masons)(?: (?:and|&) \w+)?))(?!\w)(?! (?:treaty|amendment|constitution|convention|ball|for (?:lunch|beers?|drinks|dinner|coffee|breakfast)))",
        0.78,
        check=far(r"treaty|amendment|constitution|senate|game|purdue|pittsburgh|band"),
    ),
)
"""All of them, in the order in which they are tried."""
