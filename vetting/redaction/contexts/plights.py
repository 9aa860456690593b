"""Context tests of words that are hardship or harm only in some company: poor, shelter, voucher, refuge, visa.

The word alone tells nothing ("poor quality", a shelter for dogs, a coffee voucher, a wildlife refuge), so each test asks for company that only the
telling sense keeps, and some of them read beyond the sentence, since people tell such things in short ones. Sides in politics are in `sides`.
"""

import re
from collections.abc import Mapping
from typing import Final

from vetting.redaction.contexts.surroundings import Sense, all_of, nowhere_near, told_near
from vetting.redaction.contexts.usage import ENDERS, FIRST, GROUP_VERBS, PEOPLE_PRONOUNS, POSSESSIVES, possessed, upper
from vetting.redaction.site import Site, bag

_REACH: Final = 110


def around(words: str, reach: int = _REACH) -> Sense:
    """`told_near` within the reach of this module's words."""
    return told_near(words, reach)


def away(words: str, reach: int = _REACH) -> Sense:
    """`nowhere_near` likewise."""
    return nowhere_near(words, reach)


_POOR_PEOPLE: Final = bag(
    "people folks folk families family kids children students tenants renters neighborhood neighborhoods neighbourhood communities community countries "
    "whites parents women men moms mothers households household town towns schools district districts workers farmers country area areas side"
)
_ONE_POOR: Final = bag("kid family boy girl student family neighborhood town farmer household mother widow")
_WAS: Final = bag(
    "was were am are i'm we're you're they're he's she's is being been grew growing raised born stay staying stayed dirt die dying"
)
_PITIED: Final = bag("the that this my those these poor you oh his her their our")


def _poor_before(site: Site) -> bool | None:
    """Told by the noun that follows: poor people, a poor kid; not "that poor kid"."""
    if site.next in _POOR_PEOPLE and site.previous not in {"these", "those", "you", "that", "this"}:
        return site.previous not in _PITIED or site.next in bag("people neighborhood neighborhoods families side")
    if site.next in _ONE_POOR:
        return site.previous in {"a", "as"} and not _WAS.isdisjoint(site.left[1:4])
    if site.next in {"at", "with"} or (site.next == "in" and site.previous not in {"are", "were", "was", "so", "up"}):
        return False
    return None


def _person_was(site: Site) -> bool:
    """We were so poor, her family was poor; not "my grades were poor"."""
    at = next((i for i, token in enumerate(site.left[:4]) if token in _WAS), None)
    if at is None:
        return False
    subject = site.left[at + 1 : at + 2]
    own = "'" in site.left[at] or not subject
    return own or subject[0] in PEOPLE_PRONOUNS | site.words.get("kin") | site.words.get("people") | {
        "family",
        "folks",
        "raised",
        "born",
    }


def poor_in_money(site: Site) -> bool:
    """Poor people, grew up poor, the poor; not poor service, and not "that poor kid"."""
    if site.word != "poor":
        return True
    told = _poor_before(site)
    if told is not None:
        return told
    if site.previous == "the":
        return site.next in GROUP_VERBS | bag("get gets pay pays from more and than keep") or not site.right
    ends = not site.right or site.next in ENDERS or not site.next.isalpha()
    return ends and (_person_was(site) or site.left[:2] in (["up", "grew"], ["up", "growing"]))


_FED: Final = bag(
    "on my our get gets got getting lost lose for cut need their her his your receive off via and apply approved the"
)
_FEEDS: Final = bag(
    "gives gave cut cuts hit hits card benefits ebt denied approved only won't doesn't runs ran office recert renewal money pays paid covers loads loaded "
    "comes came got is was took interview caseworker kicked stopped and recipients families kids people"
)


def not_adopted(site: Site) -> bool:
    """Nobody who was adopted from a shelter: that one is an animal."""
    return bag("adopt adopted adopting got volunteer volunteered walk walking rescued").isdisjoint(site.left[:5])


def help_in_food(site: Site) -> bool:
    """SNAP in capitals as somebody's help in food, not a tool brand."""
    return upper(site) and (site.previous in _FED or site.next in _FEEDS)


_RENT: Final = (
    r"landlords?|rent|rents|rental|renting|apartments?|tenants?|lease|leasing|housing|section 8|hud|two-bedroom|bedrooms?|units?|wait ?list(?:ed)?|evict\w*|"
    r"homeless|shelter|caseworker|moved? in"
)
_TREAT: Final = r"coffee|drink|drinks|travel|gift|flight|airlines?|hotel|meal|groupon|spa|store|school choice|coupon|game|discount|delta|redeem\w*"


def voucher_to_live(site: Site) -> bool:
    """A voucher that pays a rent, or the people who have one."""
    return site.next in bag(
        "people holders holder tenants tenant families family renters kids folks mom moms"
    ) or _RENTS(site)


_RENTS: Final = all_of(around(_RENT), away(_TREAT, 50))

bed_of_shelter: Final = all_of(
    around(
        r"beds?|curfew|intake|nights?|weeks?|months|case ?workers?|cots?|slept|sleep|fills|opens|closes|wait ?list|homeless\w*|unhoused|socks|bus pass(?:es)?|"
        r"line|lined|lottery|turned (?:me|us|him|her) away|roof|streets?|motel|stayed|lived|living|locker|my kids|cousins?|showers?"
    ),
    away(
        r"dogs?|cats?|pets?|animals?|pupp(?:y|ies)|kittens?|kitty|pup|adopt\w*|spay|neuter\w*|foster(?:ing)?|leash|kennels?|tornado|storm|hurricane|bombs?|bus shelter|"
        r"in place|tax|picnic|ice shelter|trail|lean-?to|hikers?|breed|paws?|volunteer\w*|bunny|rabbits?|horses?"
    ),
)
"""A shelter for people: beds, curfews and nights are spoken of, and no animal or storm."""

paid_by_office: Final = all_of(
    around(
        r"(?:county|city|state|town|dss|dcf|fema|red cross|agency|211|caseworker|welfare|council|shelter|salvation army|charity)(?:'s)?"
        r"(?: (?:is|was|has|had|still|only|just))*(?: (?:pay\w*|paid|puts?|has|had|hous\w+|plac\w+|cover\w*|dime|voucher|got|gave|sent|moved|stuck)||$)|through the (?:county|city|state|shelter|voucher)",
        60,
    ),
    away(r"conference|convention|training|travel|contract|developer|tax|guests?|tourists?|wedding", 60),
)
"""A motel that an office pays for."""

home_on_wheels: Final = all_of(
    around(
        r"people|folks|kids?|trash|grew up|raised|born|lived?|lives|living|from|family|families|mom|poor|white|rent|lot|home|he's|she's|i'm|they're|through and through",
        60,
    ),
    away(
        r"trailer park boys|episode|boat|hitch|movie|haul\w*|tow|towed|fire|stolen|arrest\w*|caller|deputies|officers?",
        60,
    ),
)
"""Where somebody lives or comes from."""

hired_with_record: Final = all_of(
    around(
        r"hir(?:e|es|ed|ing)|jobs?|employ\w*|applications?|apartments?|landlords?|rent(?:al|s)?|friendly|second chance|work(?:ing)?|interview\w*",
        60,
    ),
    away(r"arrest\w*|fled|gun|guns|possession|deputies|officers?|suspect|wanted|stabb\w+|shot", 60),
)
"""A felon who looks for work or a flat, not one who is arrested."""

_LAW: Final = (
    r"judge|court|probation|juvenile|juvie|charges?|conviction|convicted|lawyer|petition\w*|expung\w*|arrest\w*|felony|felonies|misdemeanor|record|case|fingerprint|"
    r"granted|plea|erasure|background check|dui|public defender|kid stuff|when i was (?:1\d|a kid)"
)
law_near: Final = all_of(
    around(_LAW),
    away(
        r"envelope|deck|grout|vinyl|album|shrink|wax|dough|driveway|concrete|leak|crack|patch|paint|money|dollars|an hour|deal|victory|win|verdict|tomb|documents?|warrant"
    ),
)
"""A court and somebody's own case are spoken of."""

harm_near: Final = around(
    r"abus\w+|assault\w*|rap(?:e|ed|ist|ing)|grop\w+|molest\w*|harass\w*|believe (?:you|her|me|them|survivors|women)|believed (?:me|her)|report(?:ed)? it|never told|"
    r"survivors?|metoo|me too|predator\w*|roofie\w*|drugged|spiked|trigger warning|tw|creep\w*|consent|stalk\w*|violen\w+|advocate|victims?|hit(?:s|ting)? (?:me|her|you)|"
    r"church camp|youth (?:group|pastor)|frat|uncle|coach|priest|stepdad|beat(?:s|ing)? (?:me|her|you)|he'll hit|choked|afraid of him|ex-?husband|my ex|women's|"
    r"tell your friends|text each other|watch your drinks?|covered|nobody did|did nothing|therapist|altar boys?|i was (?:six|seven|eight|nine|ten|eleven|twelve|little)"
)
"""Harm that people do to people is spoken of, in this sentence or the next."""

_NO_SPORT: Final = away(
    r"hockey|football|soccer|rugby|skat\w+|ski\w*|snowboard\w*|bik(?:e|ing)|practice|game|match|wreck|crash|fell|fall|ladder|puck|ball|horse|boxing|sparring|mma|accident|surgery|"
    r"delta|airline|router|verizon|comcast|phone|tires?|dealership|refund|delivery"
)
harmed: Final = all_of(harm_near, _NO_SPORT)

_DOERS: Final = r"(?:my|her|his|our|the|their)(?: \w+)? (?:ex|husband|boyfriend|bf|fianc[e]+|wife|girlfriend|gf|stepdad|stepfather|baby daddy|partner|abuser|stalker)(?:-?husband|-?boyfriend|-?wife)?"
by_partner: Final = around(_DOERS, 45)
_SOMEBODY: Final = bag(
    "he she they who man guy dad father stepdad brother uncle mom mother him he'd she'd boss manager coach leader stranger sergeant customer"
)


def harmed_or_by_him(site: Site) -> bool:
    """Done by somebody named just before, or told where harm is told; no sport, no fall."""
    return _NO_SPORT(site) and (by_partner(site) or harm_near(site) or not _SOMEBODY.isdisjoint(site.left[:3]))


refuge_of_women: Final = all_of(
    around(
        r"women|woman|mums?|moms?|kids|fled|abus\w+|my ex|violen\w+|him|locks?|locksmith|children|lived|stayed|moved into|placed|social worker|council"
    ),
    away(
        r"wildlife|herons?|birds?|deer|ducks?|hunt\w*|national|hik\w+|rain|marsh|trail|egrets?|eagles?|from the (?:heat|storm|sun|noise)|shade|reef|bay"
    ),
)
"""A house that women flee to, not one for birds."""

church_near: Final = all_of(
    around(r"diocese|archdiocese|priests?|father [a-z]\.?|altar boys?|catholic school|church|bishop|clergy|parish"),
    away(r"roof|boiler|property|zoning|insurance|steeple|history|pilgrims?|colonial"),
)
"""A settlement that a church paid."""


_WARNING: Final = re.compile(r"(?<!\w)(?:tw|cw|trigger warnings?|content warnings?)(?!\w)[^.!?\n]{0,40}$")


def warned_of(site: Site) -> bool:
    """TW SA, trigger warning: SA, an SA survivor: two letters that a warning or a survivor explains."""
    before = site.view.folded[max(0, site.start - 60) : site.start]
    return bool(_WARNING.search(before)) or (upper(site) and site.next in bag("survivor survivors victim victims"))


def opens_a_sentence(site: Site) -> bool:
    """Nothing stands before it in the sentence: a writer's own story, begun without a subject."""
    return not site.left


def survived_harm(site: Site) -> bool:
    """Survivors of an abuse, an assault or a trade in people within the next words."""
    return not bag(
        "abuse assault violence rape trafficking incest stalking harassment molestation fgm grooming torture slavery predator predators"
    ).isdisjoint(site.right[:4])


_I: Final = bag("i i've i'd we we've i'll")


def not_own_deed(site: Site) -> bool:
    """Not what the writer did, which is conduct."""
    at = next((t for t in site.left if t not in bag("also just then even never have had ever once")), "")
    return at not in _I


_PERMIT: Final = bag(
    "roof deck shed fence plumbing electrical construction contractor building zoning driveway pool permit city hall addition garage pulled"
)


def permit_to_stay(site: Site) -> bool:
    """Leave to work in a country, not leave to build."""
    return _PERMIT.isdisjoint(site.right[:6]) and _PERMIT.isdisjoint(site.left[:5])


_WAITS: Final = bag(
    "pending approved denied expires expired expiring refused rejected renewed renewal interview appointment stamp status sponsorship sponsor run runs ran "
    "came lapses lapsed backlog petition lawyer denial overstay comes approval"
)


def visa_to_stay(site: Site) -> bool:
    """A visa that is pending, refused or run out, not a card."""
    after = [t for t in site.right[:4] if t not in bag("is was got gets has been just finally still being")]
    return bool(after) and after[0] in _WAITS and "card" not in site.right[:6]


def letter_visa(site: Site) -> bool:
    """On an F-1, my wife's K-1, her H-4: a visa by its letter, not a road, a form or a race."""
    if site.next in bag(
        "car cars race races team driver drivers grand paper key fighter rocket engine form bus train highway exit block"
    ):
        return False
    if site.previous in bag("an a on") and not (PEOPLE_PRONOUNS | FIRST).isdisjoint(site.left[1:6]):
        return True
    papers = bag(
        "visa status student students visas approved denied pending petition interview embassy uscis campus expires expired holder stamp sponsor got came"
    )
    return (possessed(site) or site.previous in {"on", "an", "a"}) and not papers.isdisjoint(site.right[:5])


def own_paper(site: Site) -> bool:
    """My I-20, his EAD, on OPT: in capitals and somebody's."""
    return upper(site) and (possessed(site) or site.previous in bag("on new an my still"))


def taken_by_ice(site: Site) -> bool:
    """ICE took, picked up, detained somebody."""
    return upper(site) and site.next in bag(
        "took picked grabbed detained got deported arrested snatched has had came showed held released transferred"
    )


def of_own_debts(site: Site) -> bool:
    """Bankruptcy of a person though nobody is named: at the start of a clause or with words of what one paid."""
    around = (*site.left[:6], *site.right[:8])
    firms = bag(
        "company companies firm store stores chain bank city cities state country league team studio airline corporation business government restaurant mall "
        "sears kmart morally intellectually brand startup filing claims law court monopoly game catan tycoon railroad"
    )
    if not firms.isdisjoint(around):
        return False
    if site.word.startswith(("filed", "declar")):
        return not site.left
    if site.next in bag("payments payment plan trustee lawyer discharge attorney"):
        return True
    return not site.left and (
        site.next in bag("at in twice once since by after before again is was and") or not site.right
    )


_PAID: Final = bag(
    "denied runs ran check checks claim office benefits paid pays line hearing ended ends stopped card deposit appeal money adjudicator kicked"
)


def out_of_work(site: Site) -> bool:
    """My unemployment, on unemployment, unemployment denied me; not the rate."""
    if site.next in bag("rate rates numbers figures is insurance law report statistics data among line-up"):
        return possessed(site) and site.next == "is"
    return possessed(site) or site.next in _PAID or site.previous in bag("on collecting drawing off")


def on_the_street(site: Site) -> bool:
    """Bums who camp, beg or sleep outdoors."""
    return not bag(
        "camping camped camp overpass underpass tents tent corner begging beg panhandling street streets park sleeping sleep bench benches library change "
        "downtown shelter sidewalk bridge green doorway doorways homeless shopping"
    ).isdisjoint((*site.left[:6], *site.right[:8]))


def raised_there(site: Site) -> bool:
    """From the projects, grew up in the projects; not "in the projects folder"."""
    if site.right and site.next not in ENDERS and site.next.isalpha():
        return site.next in bag("kid kids boy girl people")
    return site.previous in {"from", "in", "of", "past"} and not bag(
        "grew raised born live lived lives living i'm im came kid kids we he's she's out moved family"
    ).isdisjoint(site.left[1:5])


def without_papers(site: Site) -> bool:
    """Papers to stay, not those of a dog, a teacher or a divorce."""
    return bag(
        "due dog dogs puppy breed breeder grade graded akc horse divorce adoption registered car title sign signed vet exam exams walking rolling scissors"
    ).isdisjoint((*site.left[:10], *site.right[:10]))


TESTS: Final[Mapping[str, Sense]] = {
    "poor_in_money": poor_in_money,
    "not_adopted": not_adopted,
    "help_in_food": help_in_food,
    "voucher_to_live": voucher_to_live,
    "bed_of_shelter": bed_of_shelter,
    "paid_by_office": paid_by_office,
    "home_on_wheels": home_on_wheels,
    "hired_with_record": hired_with_record,
    "law_near": law_near,
    "harmed": harmed,
    "by_partner": by_partner,
    "harmed_or_by_him": harmed_or_by_him,
    "refuge_of_women": refuge_of_women,
    "church_near": church_near,
    "warned_of": warned_of,
    "opens_a_sentence": opens_a_sentence,
    "survived_harm": survived_harm,
    "not_own_deed": not_own_deed,
    "permit_to_stay": permit_to_stay,
    "visa_to_stay": visa_to_stay,
    "letter_visa": letter_visa,
    "own_paper": own_paper,
    "taken_by_ice": taken_by_ice,
    "of_own_debts": of_own_debts,
    "out_of_work": out_of_work,
    "on_the_street": on_the_street,
    "raised_there": raised_there,
    "without_papers": without_papers,
    "own_or_kin": lambda site: possessed(site) or not (FIRST | POSSESSIVES).isdisjoint(site.left[:6]),
}
"""Joined to the table of `circumstances`."""
