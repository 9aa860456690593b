"""Context tests and patterns of families told in passing: week 31, trying since spring, both of mine, a custody thing, a bachelor, a dad of lads.

The words are everyday ones, so each is asked what stands beside it: a birth, children, a couple, or else a season, a court case, a degree,
an animal or a firm. They complete `expecting`, `kinships` and `couples`, whose checks are of patterns; these are of terms, too.
"""

import re
from collections.abc import Callable, Mapping
from typing import Final

from vetting.redaction.contexts.nearby import both, far, near
from vetting.redaction.contexts.surroundings import stretches
from vetting.redaction.contexts.usage import clause_end
from vetting.redaction.frames.counts import COUNT
from vetting.redaction.frames.told import make
from vetting.redaction.site import Site, bag

_REACH: Final = 110
_BEARING: Final = re.compile(
    r"(?<!\w)(?:pregnan\w+|preggo|baby|babies|bump\w*|births?|belly|kicks|kicking|nausea|ultrasounds?|sonogram|midwife|midwives|obgyn|trimester|miscarr\w+|"
    r"labou?r|nicu|contractions|cravings?|maternity|nursery|c-?sections?|cervix|epidural|heartbeat|heartburn|ivf|iui|clomid|letrozole|embryos?|fertility|ttc|ovulat\w+|"
    r"newborn|nurses?|diapers?|latch\w*|breast\w*|milk|infant|doula|wombs?|water broke|delivery room|delivery ward|(?:zero|two|2|no|faint|pink) lines?|negative tests?|"
    r"(?:my|our|her|his|the) (?:wife|husband|girlfriend|sister|daughter|wedding)|women|woman|hospital|rainbow|angel|stillb\w+|grie[fv]\w*|d&c|candle|"
    r"(?:\d\d|[a-z]+teen|(?:twenty|thirty)(?:[ -]\w+)?) ?(?:weeks|wks)|due date|first child|car ?seat|crib|stroller|twins|uniform (?:shirt|pants)|every month|nine months|six weeks|named (?:him|her)|scans?|pram|feeds?|due|lb|lbs|7lb|8lb|\d+ ?lbs?|oz|mom|mum|mammy|edd|transfer|frozen|puk\w+|nephew)(?!\w)"
)
_NO_BEARING: Final = re.compile(
    r"(?<!\w)(?:academy|field training|sober|sobriety|rehab|deploy\w*|marathon|semester|coop|hens?|chickens?|eggs? from|puppy|puppies|kittens?|calf|foal|cows?|mare|dogs?|cats?|"
    r"season|league|playoffs|inning|chess|sox|score|games?|server|router|printer|badge|toner|jam(?:med)?|bank|wire|account|bus|train ticket|record|permit|guitar|tickets|road|"
    r"deck|unemployment|backorder\w*|contractor|fish|bass|brisket|tomato\w*|sourdough|cleanup|software|upload|file|overtime vote|song|rent|library|paper|essay|nursing school|degree|headache)(?!\w)"
)
_CHILDREN: Final = re.compile(
    r"(?<!\w)(?:kids?|child\w*|moms?|mum|dads?|daddy|mommy|parent\w*|baby|babies|diapers?|nap|naps|teens?|teenagers?|daycare|nursery|school|kindergarten|grades?|crib|bedtime|adopt\w*|foster\w*|"
    r"boys|girls|sons?|daughters?|toddlers?|midwife|born|colic|teeth\w*|college|graduat\w+|minivan|prom|placements?|home ?study|caseworker|pro-?life|husband|wife|grand\w+)(?!\w)"
)
_PARTED: Final = re.compile(
    r"(?<!\w)(?:kids?|sons?|daughters?|child|children|boys|girls|ex|exes|ex-\w+|lawyers?|attorney|judge|family court|court|moms?|dads?|mother|father|divorced?|weekends?|husband|wife|schedule|mediat\w+|"
    r"visitation|retainer|child support|separation|holidays|shared|patrol salary)(?!\w)"
)
_JAILED: Final = re.compile(
    r"(?<!\w)(?:suspects?|arrest\w*|evidence|chain|jail\w*|detain\w*|detention|inmates?|deput(?:y|ies)|police|officers?|prison\w*|booking|cuffs|cuffed|handcuff\w*|warrant|sheriff|cell|fence|zoning|permit|"
    r"ticket|city|landlord|tenant|neighbor|neighbour|contractor|deaths?|died|bodycam|bail|bond|ice|border)(?!\w)"
)
_COUPLE: Final = re.compile(
    r"(?<!\w)(?:congrat\w*|rings?|party|photos?|announce\w*|fianc\w*|weddings?|marri\w+|couple|proposed?|proposal|called off|broken?|broke off|sister|brother|cousin|daughter|son|love|happy|knee|months|💍|🎉|🥂)(?!\w)"
)
_NO_COUPLE: Final = re.compile(
    r"(?<!\w)(?:social|media|community|rules|military|followers?|posts?|customers?|employees?|public|civic|students?|users?|speaking|audience|likes|page|instagram|tiktok|analytics|rate|metrics|algorithm|"
    r"stakeholders?|forces|enemy|troops|overtime|committee|bid|budget)(?!\w)"
)
_DEGREES: Final = re.compile(
    r"(?<!\w)(?:degree|degrees|university|college|science|sciences|arts|gpa|masters?|major\w*|finale|rose|roses|episodes?|season|watch\w*|nation|paradise|abc|thesis|credits|criminal justice)(?!\w)"
)


def _beside(site: Site, wanted: re.Pattern[str], barred: re.Pattern[str] | None = None) -> bool:
    """One of the wanted words stands near the term, none of the barred."""
    before, after = stretches(site, _REACH)
    if barred is not None and (barred.search(*before) or barred.search(*after)):
        return False
    return bool(wanted.search(*before) or wanted.search(*after))


def of_bearing(site: Site) -> bool:
    """A pregnancy, a birth or a loss is spoken of near; no training, animal, score or machine."""
    return _beside(site, _BEARING, _NO_BEARING)


def of_children(site: Site) -> bool:
    """Children or parents are spoken of near, no animal."""
    return _beside(site, _CHILDREN, _ANIMALS)


_ANIMALS: Final = re.compile(
    r"(?<!\w)(?:dogs?|cats?|kittens?|pupp(?:y|ies)|pups?|litters?|shelters?|rescues?|bunn(?:y|ies)|hounds?|greyhounds?|pit ?bulls?|pitties|spay\w*|vet|horses?|paws|k9s?|goats?|chickens?|"
    r"oil|subarus?|trucks?|ford|gauge|tomato\w*|plants?|ounces|chargers?|leak\w*)(?!\w)"
)


def not_of_animals(site: Site) -> bool:
    """No animal and no engine anywhere near."""
    before, after = stretches(site, _REACH)
    return not (_ANIMALS.search(*before) or _ANIMALS.search(*after))


_BEASTS: Final = re.compile(
    r"(?<!\w)(?:dogs?|cats?|kittens?|pupp(?:y|ies)|litters?|shelters?|bunn(?:y|ies)|hounds?|mares?|foals?|cows?|calf|calves|heifers?|ewes?|lambs?|goats?|sows?|piglets?|hens?|chickens?|"
    r"chicks|coops?|possums?|raccoons?|elephants?|pandas?|giraffes?|zoo|vet)(?!\w)"
)


def no_beast(site: Site) -> bool:
    """No animal that bears its young is near."""
    before, after = stretches(site, _REACH)
    return not (_BEASTS.search(*before) or _BEASTS.search(*after))


_HELD: Final = bag("in into police protective federal from ice state county under fbi military tsa pretrial property")


def of_parents_apart(site: Site) -> bool:
    """A child, an ex or a lawyer is spoken of near, and no arrest, fence or landlord."""
    if site.previous in _HELD and "custody" in site.word:
        return False
    return _beside(site, _PARTED, _JAILED)


def of_a_betrothal(site: Site) -> bool:
    """A ring, congratulations or kin near; not the engagement of readers or troops."""
    return _beside(site, _COUPLE, _NO_COUPLE)


_EXPECTED: Final = bag(
    "except again too soon lol our my her their his baby twins triplets number girl finally rn here #"
)
_COMPARED: Final = bag("what than as like that more which whatever how not wasn't")
_REVEALED: Final = frozenset(
    {
        "",
        *bag(
            "hr them him her that and when while because since out knew boss chief sergeant everyone mom dad work lieutenant captain"
        ),
    }
)
_MONTHS: Final = bag(
    "january february march april may june july august september october november december spring summer fall autumn winter the early late"
)


def expects_a_child(site: Site) -> bool:
    """She's expecting, everyone is expecting again, expecting in May; not "as everyone is expecting", "expecting rain"."""
    if not _COMPARED.isdisjoint(site.left[:5]) or (site.word == "i was expecting" and site.previous not in _REVEALED):
        return False
    if site.next == "in":
        return not _MONTHS.isdisjoint(site.right[1:2])
    if site.next in bag("i you he she we they it that to when at with on for from than who"):
        return site.next in bag("with when at") and _beside(site, _BEARING)
    return site.next in _EXPECTED or clause_end(site)


_SEEMS: Final = bag(
    "sound sounds sounded seem seems seemed look looks looked act acting die dying died stay stayed become became ended end just only somehow wind wound terminally "
    "tragically happily why yes also both all me were"
)


def stays_single(site: Site) -> bool:
    """You sound single · going to die single · just single; at the end of a clause."""
    if site.previous in {"you", "he", "she", "u", "they"}:
        return site.left[1:2] in (["are"], ["is"], ["r"]) and clause_end(site)
    return site.previous in _SEEMS and (clause_end(site) and site.next not in {"and", "in", "at", "to"})


_A_BACHELOR: Final = bag(
    "a an this that every any old lifelong confirmed eligible lonely happy grumpy typical 50-year-old another fellow am i'm im as"
)


def lives_as_bachelor(site: Site) -> bool:
    """A bachelor · Bachelor, one fork; not a degree, not the show."""
    if site.view.folded[site.end : site.end + 2] == "'s" or site.next in bag(
        "of in 's degree degrees party nation apartment flat suite unit condo"
    ):
        return False
    if site.left and site.previous not in _A_BACHELOR:
        return False
    before, after = stretches(site, 60)
    return not (_DEGREES.search(*before) or _DEGREES.search(*after))


_FOSTERED: Final = bag(
    "kids children teens babies siblings boys girls teenagers infants two three four parent parents parenting"
)


def fosters(site: Site) -> bool:
    """I foster · we've been fostering for years · we foster teens; no animal, growth or good relations."""
    if (
        site.next not in _FOSTERED
        and site.next not in {"since", "for", "now", "full", "through"}
        and not clause_end(site)
    ):
        return False
    return not_of_animals(site)


def begins(site: Site) -> bool:
    """The first word of a sentence, or after a comma or a line."""
    return not site.left or site.previous in {",", "and", "my", "our"}


TESTS: Final[Mapping[str, Callable[[Site], bool]]] = {
    "of_bearing": of_bearing,
    "of_children": of_children,
    "not_of_animals": not_of_animals,
    "no_beast": no_beast,
    "of_parents_apart": of_parents_apart,
    "of_a_betrothal": of_a_betrothal,
    "expects_a_child": expects_a_child,
    "stays_single": stays_single,
    "lives_as_bachelor": lives_as_bachelor,
    "fosters": fosters,
    "begins": begins,
}
"""Joined to the table of `context`."""

_KIND: Final = (
    r"(?:academy|training|sober|sobriety|recovery|surgery|post[ -]?op|deploy\w*|rehab|diet|program|injur\w*|cast|boot camp|clean|course|backlog|behind|shipping|shipped|waitlist|puppy|puppies|kittens?|project|"
    r"renovat\w*|remodel\w*|kitchen|season|vacation|furlough|unemployment|backorder\w*|contractor|strike|semester|quarter|class|photo|podcast|fantasy|nfl|nba|league|playoffs|pothole|mortgage|app|cable|show|episode|lease|"
    r"warranty|permit|challenge|syllabus|marathon|plan|probation|field|couch|line|quit smoking|keto|therapy|fto|school year|chemo|harvest|seedlings?)"
)
_TEAM: Final = r"band|team|crew|company|unit|platoon|squad|partners on|c shift|firm|duo"
_WORKED: Final = r"rookie|captain|reports?|sergeant|academy|department|mayor|coach|boss|president|company|contract|season|term|governor|senator|quarterback|qb|chief|manager|supervisor|landlord|k9|dog|cat|puppy|host|show"
_ITEM: Final = r"(?:father|mother|dad|mom|mum|mama|papa|grandfather|grandmother|grandpa|grandma|nana|granddad|stepdad|stepmom|son|daughter|brother|sister|uncle|aunt)"

PATTERNS: Final = (
    make(
        "week_so",
        "PC_PREGNANCY",
        r"(?<!\w)(?:(?:at|hit|hits|hitting|around|entering|reached|made it to|into|since|by|till|until|before|after|it's|just|passed|past|now) )?(?P<x>week (?:[4-9]|[1-3]\d|4[0-2]|twenty(?: \w+)?|thirty(?: \w+)?))(?= (?:of|and|today|tomorrow|with|now|so|my|the|is|but)\b|[.,!?;)]|$)(?! of (?!this|my|the pregnancy|puking|nausea))",
        0.74,
        check=both(
            near(
                r"\d\d ?(?:weeks|wks)|pregnan\w*|bump|baby|belly|duty belt|vest|crackers|bag is packed|hospital bag|nausea|puk\w+|midwife|trimester|kicks?|kicking|ob|due|heartburn|labou?r|nursery|ankles"
            ),
            far(_KIND),
        ),
    ),
    make(
        "weeks_and",
        "PC_PREGNANCY",
        r"(?:(?<![\s\S])|(?<=[.!?:] )|(?<=\n)|(?<=\d\d and ))(?P<x>(?:2[0-57-9]|3[0-8]|4[01]|twenty[ -]\w+|thirty[ -]\w+) ?(?:weeks|wks)) and (?=(?:the|my|nobody|no one|i|i'm|im|still|they|people|everyone|not|counting|huge|my|it|this|he|she|done|over|tired|nothing)\b)",
        0.74,
        check=far(_KIND),
    ),
    make(
        "weeks_tagged",
        "PC_PREGNANCY",
        r"(?<!\w)(?:2[2-9]|3[0-7]) ?-?weekers?(?!\w)|#(?:[4-9]|[1-3]\d|4[0-2])weeks?(?:pregnant|preggo|along|togo|today)?(?!\w)|(?<!\w)(?:wife|girlfriend|gf|sister|daughter|niece|cousin|fianc\w+|sil|she's(?= (?:\w+ ){0,2}(?:[6-9]|six|seven|eight|nine) months and still))(?: is)? (?:about |almost |like |already )?(?P<x>(?:[5-9]|five|six|seven|eight|nine) months)(?= (?:and|along|gone|now)\b|[.,!]|$)",
        0.76,
        check=far(_KIND + r"|old|into|younger|older|away|ago|postpartum|behind"),
    ),
    make(
        "born_then",
        "PC_PREGNANCY",
        r"(?<!\w)born (?:at (?:exactly |just after )?\d{1,2}(?:[:.]\d\d)? ?(?:am|pm|a\.m|p\.m|this|on|today|last|yesterday)|at (?:midnight|noon|dawn|home|\d\d weeks)|(?:early )?(?:this (?:morning|afternoon|evening|week)|last (?:night|week)|yesterday|tonight|today)(?! in\b)|(?:\w+ )?(?:weeks?|days?) (?:early|late))(?!\w)",
        0.8,
        check=far(
            r"calf|calves|foal|kittens?|pupp(?:y|ies)|litter|panda|giraffe|zoo|lambs?|goats?|star is|legend is|sourdough|meme|starter|chicks|elephant|antiques?|old box"
        ),
    ),
    make(
        "ones_lost",
        "PC_PREGNANCY",
        r"(?<!\w)the (?:\w+ )?(?:one|ones|two|three|four|babies|baby|little ones?) (?:who|that|we|i|she)? ?(?:didn'?t stay|couldn'?t stay|never got to (?:meet|hold|name|bring home|take home|know)|never (?:met|came home|got to (?:be held|breathe))|we couldn'?t keep|carried but never|we lost|i lost|didn'?t make it)(?!\w)",
        0.78,
        check=both(
            near(
                r"candles?|oct(?:ober)? 15(?:th)?|baby|babies|angel|weeks|miscarr\w*|rainbow|heartbeat|born|pregnan\w*|carr(?:y|ied)|trimester|ultrasound|womb"
            ),
            far(r"cleanup|game|duty|squad|tower|officers?|brothers|vietnam|war|academy|litter|puppies|kittens"),
        ),
    ),
    make(
        "of_mine",
        "PC_FAMILY",
        r"(?<!\w)(?P<x>(?:both|all (?:two|three|four|five|six|\d)|two|three|neither|none|the (?:oldest|youngest|first)) of (?:mine|ours)|mine (?:is|are|were|was) (?:only |just |about |now |both )?(?:\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|grown|teens|in (?:college|school|diapers|kindergarten|middle school|high school))(?: and (?:\d{1,2}|\w+))?)(?!\w)(?! (?:ounces|inches|feet|bucks|dollars|mpg|pounds|percent))",
        0.76,
        check=both(
            near(
                r"kids?|child\w*|moms?|dads?|parents?|baby|babies|midwife|born|colic|teeth\w*|nap|naps|diapers?|school|daycare|bedtime|toddlers?|teens?|teenagers?|sons?|daughters?|boys|girls|never stop talking|kindergarten|deliver\w*|nursed|breast\w*|slept|graduat\w*|grade|pediatrician|potty|tantrum\w*|birth\w*"
            ),
            far(
                r"dogs?|cats?|kittens?|trucks?|subarus?|oil|leak\w*|gauge|rifles?|tomato\w*|plants?|cars?|phones?|ounces|tickets|printers?|guitars?|bikes?|boots|laptops?"
            ),
        ),
    ),
    make(
        "some_at_home",
        "PC_FAMILY",
        rf"(?<!\w)(?:have|has|had|got|with|raising|i've) (?P<x>(?:{COUNT}) (?:more |still |little ones? )?(?:at home|in diapers|in college|in (?:elementary|middle|high|grade|primary) school|in daycare|in kindergarten|in car ?seats))(?!\w)",
        0.76,
        check=far(
            r"dogs?|cats?|chargers?|students|classes|friends|printers?|computers?|tvs?|monitors?|cameras?|guns?|bikes?|office"
        ),
    ),
    make(
        "years_with_one",
        "PC_MARITAL",
        rf"(?<!\w)(?P<x>(?:{COUNT}|fifteen|twenty|thirty|forty) (?:years|months) (?:in|deep)) and (?:he|she|we)(?:'s|'re)? (?:still|never|finally|has never|has yet|can't|won't|refuses|thinks|leaves)(?! (?:open|under|waiting|understaffed|hiring))(?!\w)|(?<!\w)(?P<y>(?:{COUNT}|fifteen|twenty|thirty|forty) (?:wonderful |long |happy |beautiful |whole |crazy )?(?:years|months) with (?:this|the same) (?:\w+ )?(?:man|woman|guy|girl|dude|fool|goofball|lady|one|nut|beauty|human|weirdo|handsome|gem))(?!\w)",
        0.76,
        check=far(_WORKED + "|" + _TEAM),
    ),
    make(
        "kin_row",
        "PC_FAMILY",
        rf"(?<!\w)(?:husband|wife|hubby|wifey|spouse) ?[.,|/&+•·] ?(?P<x>{_ITEM})(?= ?[.,|/&+•·;]|$)|(?<!\w)(?P<y>{_ITEM}) ?[.,|/&+•·] ?(?=(?:husband|wife|hubby|wifey|spouse)(?!\w))",
        0.84,
    ),
    make(
        "some_weekends",
        "PC_FAMILY",
        r"(?<!\w)(?:only |just )?(?:get|got|getting|have|had|gets) (?:them|him|her|my \w+|the \w+) (?P<x>every (?:other|second) (?:weekend|week|wednesday|christmas|holiday|friday))(?!\w)",
        0.78,
        check=far(r"dogs?|truck|car|cleaners?|paycheck|delivered|groomed|washed|serviced|mowed|haircut"),
    ),
)
"""All of them, in the order in which they are tried."""
