"""Patterns of things told about oneself or another that name no class: violence suffered, no roof, whom somebody loves.

Who did what to whom is the sense, so each pattern takes in the deed and the person it was done to, and asks that no thing did it ("it hit
me", "the price slapped me"). A pattern runs only when a cheap sign of it is in the text; none nests repetitions. Whether an
ordinary quarrel was violence is left to a reviewer: below the certain threshold the span is flagged.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from schemas.redaction import Mark


@dataclass(frozen=True, slots=True)
class Pattern:
    """A pattern with the class it reveals; a named group, if it has one, is the part to take out; `person` asks that no thing is meant."""

    name: str
    entity: str
    regex: re.Pattern[str]
    score: float
    person: bool = False
    mark: Mark = Mark.REMOVED
    check: Callable[[str, int, int], bool] | None = None
    """Asked of the folded text and the range found: whether it counts."""


def make(
    name: str,
    entity: str,
    regex: str,
    score: float,
    *,
    person: bool = False,
    check: Callable[[str, int, int], bool] | None = None,
) -> Pattern:
    """A pattern of the folded text."""
    return Pattern(f"pattern.{name}", entity, re.compile(regex), score, person, check=check)


_IT: Final = re.compile(
    r"(?:^|[.,;!?\s])(?:it|that|this|what|life|reality|price|weather|heat|news|song|beat|bass|anxiety|depression|karma|"
    r"wave|"
    r"realization|fear|thought|allergies|cold|sun|traffic|commute|coffee|workout|workouts|gym|leg day|homework|school|"
    r"class|finals|stairs|suspense|humidity|shift|overtime|hangover|rent|bill|taxes|work|job|game|episode|movie|line|"
    r"smell|joke)(?: (?:just|really|finally|"
    r"always|totally|kinda|also|would|has|had|kept|keeps|literally|is|was|are|gonna|going to|will))* $"
)


_MYSELF: Final = re.compile(
    r"(?:^|[.,;!?\s])(?:i|we|i've|we've|i'd|i'll|we'll|i'm|im|we're)(?: (?:just|really|finally|always|totally|also|"
    r"would|will|have|had|am|was|should|could|"
    r"never|then|even|once|almost|nearly|literally|physically|sexually|gonna|want to|wanna|love to|used to|tried to|"
    r"want|and))* $"
)


def by_somebody(folded: str, start: int, end: int) -> bool:
    """Not "it hit me", "the price slapped me"; not what the writer did, which is conduct: "I stalked her"."""
    low = max(0, start - 40)
    before = folded[low:start]
    if _IT.search(before):
        return False
    return bool(_ME.search(folded, start, end)) or not _MYSELF.search(before)


_ME: Final = re.compile(r"\b(?:me|us)\b")


_KIN: Final = (
    r"(?:my|his|her|our|their|the) (?:mom|mother|mum|dad|father|sister|brother|daughter|son|kids|children|kid|child|"
    r"baby|wife|"
    r"husband|girlfriend|boyfriend|friend|partner|siblings|parents|grandma|grandmother|aunt|cousin|roommate|stepmom|"
    r"niece|nephew)"
)
_BODY: Final = (
    r"(?:my|her|his|our|their) (?:\w+ )?(?:face|throat|neck|head|hair|arm|arms|wrist|wrists|mouth|nose|jaw|ribs|eye|"
    r"stomach|back|leg|legs|hand|hands|body|chest|lip|shoulder|skull|thigh|breast|breasts|butt|ass)"
)
_STRUCK: Final = (
    r"(?:my|her|our) (?:\w+ )?(?:face|throat|neck|head|hair|arm|arms|wrist|wrists|mouth|nose|jaw|"
    r"ribs|eye|stomach|leg|legs|skull|thigh)(?!\w)"
)
_WHOM: Final = rf"(?:me|{_KIN})(?!\w)"
_OTHER: Final = rf"(?:me|us|her|him|them|{_KIN})(?!\w)"
_AGAIN: Final = r"(?: \w+ed me| in the face| with (?:a|his|her|the) \w+| to the (?:ground|floor)| up| down| out)?"
# Deeds that are violence whoever is named, and deeds that are violence only from a person to the one who tells it.
_GRAVE: Final = (
    r"(?:rape|rapes|raped|raping|molest|molests|molested|molesting|strangle|strangles|strangled|strangling|grope|gropes|"
    r"groped|groping|batter|battered|brutalized|brutalised|violated|trafficked|pimped|sodomized|drugged|roofied|stalk|"
    r"stalks|stalked|stalking|"
    r"abuse|abuses|abused|abusing|assault|assaults|assaulted|assaulting|waterboarded|tortured|catfished and blackmailed|"
    r"kidnapped|abducted)"
)
_BLOWS: Final = (
    r"(?:punch|punches|punched|punching|slap|slaps|slapped|slapping|kick|kicks|kicked|kicking|choke|chokes|choked|"
    r"choking|"
    r"beat|beats|beaten|beating|(?:hit|hits|hitting)(?! me up)|shove|shoves|shoved|shoving|smack|smacks|smacked|"
    r"smacking|whip|whips|whipped|"
    r"spank|spanked|spanks|stab|stabbed|stabs|burn|burned|burns|bit|bites|grab|grabs|grabbed|attack|attacks|attacked|"
    r"attacking|pin|pinned|pins|"
    r"harass|harasses|harassed|harassing|terrorize|terrorized|terrorizes|threaten|threatens|threatened|threatening|"
    r"belittle|belittles|belittled|gaslight|gaslights|gaslit|gaslighted|isolated|intimidated|manipulates|manipulated|"
    r"manipulating|"
    r"degraded|humiliates|humiliated|spat on|spit on|screams at|screamed at|screaming at|yells at|raged at)"
)
_DOER: Final = (
    r"(?:he|she|they|who|guy|man|dude|boyfriend|girlfriend|husband|wife|ex|bf|gf|partner|dad|father|mom|mother|mum|"
    r"stepdad|"
    r"stepfather|stepmom|stepmother|brother|sister|uncle|aunt|cousin|roommate|parents|coach|boss|teacher|him|her|family|"
    r"someone|somebody|"
    r"abuser|attacker|stranger|men|kids|boys|girls|people|grandfather|grandpa|grandma|\bhe'd|she'd|he'll|she'll|he's|"
    r"she's|man's|hubby|date|"
    r"neighbor|neighbour|son|daughter|landlord|coworker|friend)"
)
_MODAL: Final = (
    r"(?: (?:would|used to|had|has|have|also|even|then|just|once|always|often|never|literally|actually|physically|"
    r"sexually|verbally|emotionally|mentally|repeatedly|constantly|started|kept|keeps|began|tried to|tries to|did|will|"
    r"still|regularly|almost|"
    r"nearly|finally|and|was|were|is|are|got drunk and|came home and|be|been|to|first|brutally|violently|threatened to|"
    r"going to)){0,4}"
)

DOER, MODAL, KIN = _DOER, _MODAL, _KIN

PATTERNS: Final = (
    make(
        "attraction",
        "PC_SEXUAL_ORIENTATION",
        r"(?<!\w)(?:attracted to|attraction to|into|date|dating|marry|marrying|married|sleep with|"
        r"sleeping with|slept with|kiss|kissed|kissing|in love with|crush on|feelings for|hook up with|hooking up with|"
        r"hooked up with|"
        r"fantasize about|fantasies about|turned on by) (?:(?:a|an|another|other|the same|both|only|same|the opposite|"
        r"opposite) ){0,2}(?:men|women|guys|girls|boys|man|woman|males|females|dudes|"
        r"chicks|sex|gender|genders|sexes|guy|girl)(?!\w)",
        0.72,
    ),
    make(
        "rough_living",
        "PC_HOMELESS",
        r"(?<!\w)(?:live|living|lived|lives|sleep|sleeping|slept|sleeps|stay|staying|stayed|crash|crashing|crashed|"
        r"bouncing|bounced|"
        r"camping|camped|surfing|surfed) (?:in|out of|on|at|under|between|from|behind) (?:(?:my|his|her|our|a|an|the|"
        r"their|friend's|friends'|"
        r"friends|people's|random|other|abandoned|old|cheap|homeless|public|various|different|women's|"
        r"local) ){0,3}(?:car|van|truck|suv|rv|tent|"
        r"tents|shelter|shelters|motel|motels|street|streets|woods|minivan|couch|couches|sofa|sofas|bridge|overpass|"
        r"park bench|bench|"
        r"sidewalk|storage unit|campground|bus station|train station|parking lot|parking lots|encampment|underpass|"
        r"alley)(?!\w)",
        0.8,
    ),
    make(
        "grave_deed",
        "PC_SA_VICTIM",
        rf"(?<!\w){_GRAVE} (?:and \w+ )?{_OTHER}(?! (?:as|that with a (?:fee|bill)))",
        0.8,
        check=by_somebody,
    ),
    make(
        "blow",
        "PC_DV_VICTIM",
        rf"(?<!\w){_DOER}{_MODAL} (?P<x>{_BLOWS}(?: and \w+)? (?:{_WHOM}|{_STRUCK}){_AGAIN})(?! (?:that|with a (?:fee|"
        r"bill)|like)\b)",
        0.75,
        check=by_somebody,
    ),
    make(
        "blow_other",
        "PC_DV_VICTIM",
        rf"(?<!\w)(?:boyfriend|girlfriend|husband|wife|ex|bf|gf|dad|father|mom|mother|stepdad|stepfather){_MODAL} "
        rf"(?P<x>{_BLOWS}(?: and \w+)? (?:{_OTHER}){_AGAIN})",
        0.72,
        check=by_somebody,
    ),
    make(
        "hands_on",
        "PC_DV_VICTIM",
        r"(?<!\w)(?:(?:put|puts|wrapped|had|got|laid|lay|lays|putting|laying) (?:his|her|their|both) (?:bare )?(?:hand|"
        r"hands|fist|belt|arm|arms) "
        rf"(?:on|around|over|in|up) (?:me|us|{_KIN}|{_BODY})|(?:held|holds|holding|pressed|pointed|put|pulled|"
        r"pulls) an? (?:gun|knife|pillow|razor|blade) "
        rf"(?:to|on|against|over|at|up to) (?:me|us|{_BODY})|(?:threw|throws|throwing|throw|shoved|pushed|pushes|slammed|"
        r"slams|dragged|drags|knocked|tossed|pinned|"
        rf"pins|held|forced|locked|tied|chased|kicked) (?:me|us|{_KIN}) (?:into|against|down|onto|across|out of|to the|"
        r"by the|by my|on the bed|on the "
        r"floor|through|around the|inside|in the (?:closet|basement|bathroom|bedroom|room)|up and|off the|over the|"
        rf"underneath)|broke (?:{_BODY}|her nose|my nose|two of my|"
        r"my ribs)|gave (?:me|her|my mom) a (?:black eye|bloody nose|busted lip|fat lip|concussion)|pulled (?:a knife|"
        r"a gun) on (?:me|her|us)|"
        rf"pull(?:ed|s)? (?:me|her) by (?:my|the|her) hair)(?!\w)",
        0.8,
        check=by_somebody,
    ),
    make(
        "threat",
        "PC_DV_VICTIM",
        r"(?<!\w)(?:threaten(?:s|ed|ing)?|tried|tries|trying|promised|swore|wanted|going|vowed|attempted) (?:to|he'd|"
        r"he would|she'd) "
        r"(?:kill|hurt|harm|beat|choke|strangle|stab|shoot|murder|rape|hit|hunt down|find and kill|burn|drown|"
        rf"smother) (?:and kill )?(?:{_OTHER})",
        0.75,
        check=by_somebody,
    ),
    make(
        "coerced",
        "PC_SA_VICTIM",
        r"(?<!\w)(?:forced|coerced|made|pressured|guilted|blackmailed|manipulated|tricked|drugged) (?:me|us|her|him|"
        rf"{_KIN}) (?:into (?:sex|having sex|sexual|sleeping with|"
        r"giving|prostitution|doing sexual|performing|sex work|stripping)|to (?:have sex|perform|sleep with|strip|touch|"
        r"give him|"
        rf"sell (?:my|her) body|prostitute|watch him))(?!\w)",
        0.85,
        check=by_somebody,
    ),
    make(
        "unwanted",
        "PC_SA_VICTIM",
        rf"(?<!\w)(?:(?:touched|touching|touches|fondled|fondling|felt|grabbed|rubbed) (?:me|{_BODY}) (?:inappropriately|"
        r"without|sexually|up|there|"
        r"down there|while i (?:slept|was asleep|was passed out))|(?:slipped|put|dropped|slid) (?:something|a pill|"
        r"a roofie|drugs|it) in(?:to)? (?:my|her|their|our|his) "
        r"(?:drink|beer|cup|glass)|(?:took|takes|taken|taking|take) advantage of (?:me|her|him)(?: while| when)?|"
        r"exposed himself to (?:me|us|her)|"
        r"came onto me sexually|had sex with me (?:while|when|without)|(?:sent|sends|leaked|posted|shared) (?:my nudes|"
        r"nudes of me|pictures of me naked)|followed me "
        r"(?:home|to my car)|(?:made|makes) (?:unwanted|sexual) (?:advances|comments)(?: (?:at|to|toward|towards|"
        r"about) me)?|sold (?:me|her) (?:for|to men)|"
        rf"forc(?:ed|ing) (?:himself|herself|themselves) (?:on|onto|upon) (?:me|her|him|us))(?!\w)",
        0.85,
        check=by_somebody,
    ),
    make(
        "was_hurt",
        "PC_DV_VICTIM",
        r"(?<!\w)(?:i|she|he|we|they|mom|mother|sister|daughter|wife|girl|woman|women|kids|who|i've|she's|he's|they've|"
        r"we've)(?:'ve| have| had| has|'d)? "
        r"(?:(?:was|were|been|got|get|being|gets|getting|also|once|just|almost|nearly|never) ){1,3}"
        r"(?P<x>(?:repeatedly |physically |sexually |brutally |severely |constantly |badly |emotionally |verbally |"
        r"gang ?|date ?)?"
        r"(?:punched|slapped|kicked|choked|strangled|beaten|beat up|beat|"
        r"assaulted|attacked|abused|raped|molested|stalked|groped|trafficked|stabbed|mugged|jumped|drugged|roofied|"
        r"kidnapped|abducted|harassed|battered|"
        r"hit|spanked|whipped|threatened|tortured|pimped|groomed|violated|victimized|bullied|"
        r"carjacked)(?: and (?:punched|slapped|"
        r"kicked|choked|strangled|beaten|assaulted|raped|robbed|left|killed|"
        r"threatened))?(?: in the face)?)(?! (?:with (?:a|the) (?:bill|fee|fine|ticket)|by (?:a|the) "
        r"(?:virus|bus|train|car|truck|wave|storm|smell|price|bug|bear|dog|ball|pitch|puck|bullet|flying|falling|"
        r"drunk driver))\b)(?!\w)",
        0.78,
    ),
    make(
        "safe_from",
        "PC_DV_VICTIM",
        r"(?<!\w)(?:escape|escaped|escaping|fled|fleeing|flee|left|leaving|afraid of|scared of|terrified of|hiding from|"
        r"ran from|run from|safe from|"
        r"away from) (?:my|her|his|the|an|their) (?:abusive|violent|controlling|crazy|psycho|abuser|attacker|stalker|"
        r"rapist|batterer|captor|trafficker)\w*"
        r"(?: (?:ex|husband|boyfriend|wife|girlfriend|partner|father|dad|mother|mom|home|relationship|marriage|"
        r"household|situation|family))?(?!\w)",
        0.85,
    ),
    make(
        "prays", "PC_RELIGION", r"(?<!\w)pray(?:s|ed|ing)? (?:five|5|three|3|\w+) times(?: a day| daily)?(?!\w)", 0.92
    ),
    make(
        "kept_fast",
        "PC_RELIGION",
        r"(?<!\w)(?:giv(?:e|es|ing|en)|gave) up (?:\w+ ){1,3}for lent(?!\w)|(?<!\w)fast(?:ed|ing|s)? (?:for|during|"
        r"through|this|all) "
        r"(?:\w+ )?(?:ramadan|lent|yom kippur|religious|the holy)(?!\w)",
        0.9,
    ),
    make(
        "limb",
        "PC_DISABILITY_PHYSICAL",
        r"(?<!\w)(?:(?:have|has|had|having|with|got|on|only have|down to) (?:only |just )?(?P<x>one (?:leg|arm|eye|foot|"
        r"kidney|lung|ear))(?! (?:up|on|open|"
        r"in|over|out|closed|at)\b)|(?:missing|lost|lose|losing|amputated|without|born without|lost the use of|"
        r"lose the use of|no use of) (?:an? |my |his |her |both |one |"
        r"part of (?:my|his|her) )(?P<y>legs?|arms?|eye|hand|foot|limbs?|hearing|eyesight|sight|vision))(?! (?:of|"
        r"in the game|day|press|work)\b)(?!\w)",
        0.7,
    ),
    make(
        "unit",
        "PC_VETERAN_MILITARY",
        r"(?<!\w)\d{1,3}(?:st|nd|rd|th) (?:infantry|airborne|cav|cavalry|marines|armored|armor|ranger|rangers|regiment|"
        r"battalion|brigade|"
        r"fighter wing|fighter squadron|air wing|id|mp company|military police|special forces|field artillery|"
        r"engineer battalion|"
        r"mountain division|infantry division|airborne division|sustainment|expeditionary|stryker|combat engineers|"
        r"transportation company|medical battalion)(?!\w)",
        0.88,
    ),
    make(
        "grade",
        "PC_VETERAN_MILITARY",
        r"(?<!\w)(?:an? |as |an? retired |made |retired as |retired an? |rank of |promoted to )(?P<x>(?:e-?[1-9]|"
        r"o-[1-9]|w-[3-5]|cw[2-5]|chief warrant officer))(?!\w)",
        0.8,
    ),
    make(
        "served",
        "PC_VETERAN_MILITARY",
        r"(?<!\w)(?:deploy|deployed|deploying|deployment|deployments|tour|tours|served|serving|stationed|combat|fought|"
        r"wounded|shot at|blown up|blew up|"
        r"shipped|shipping|sent) (?:over )?(?:out )?(?:to|in|at|with|near|aboard|off) (?:the )?(?:iraq|afghanistan|"
        r"kuwait|vietnam|nam|korea|helmand|kandahar|kabul|baghdad|"
        r"fallujah|mosul|ramadi|bagram|okinawa|guantanamo|gitmo|kosovo|bosnia|somalia|syria|germany|ramstein|"
        r"desert storm|the sandbox|sandbox|fort \w+|ft\.? \w+|camp \w+|"
        r"fob \w+|naval \w+|uss \w+|army|navy|marines|marine corps|air force|coast guard|guard|reserves|military|gulf|"
        r"persian gulf|war)(?!\w)",
        0.88,
    ),
    make(
        "posted",
        "PC_VETERAN_MILITARY",
        r"(?<!\w)(?:i|he|she|we|dad|husband|wife|brother|son|boyfriend|who)(?:'m|'s| was| were| is| am|'re| are| got|"
        r" been)+ (?:\w+ )?(?P<x>stationed (?:at|in|on|overseas|there|near|abroad))(?!\w)",
        0.88,
    ),
    make(
        "local_number",
        "PC_UNION",
        r"(?<!\w)(?:(?:union|teamsters|ibew|afscme|seiu|uaw|ufcw|iaff|cwa|liuna|iuoe) )?(?P<x>local (?:no\.? ?|"
        r"# ?)?\d{1,4})(?! (?:news|time|miles?|am|pm|minutes?|hours?|on your side)\b)(?!\w)",
        0.85,
    ),
    make(
        "ballot",
        "PC_POLITICAL",
        r"(?<!\w)(?:vot(?:e|es|ed|ing)|signs?|canvass\w*|campaign\w*|petition|support\w*|yes|no|against|rally) "
        r"(?:(?:yes|no|for|on|against|my|the) ){0,3}(?P<x>(?:question|prop|proposition|measure|amendment|issue|"
        r"initiative) "
        r"(?:\d{1,3}|one|two|three|four|[a-f]))(?!\w)",
        0.85,
    ),
    make(
        "ticket",
        "PC_POLITICAL",
        r"(?<!\w)vot(?:e|es|ed|ing|er|ers) (?:(?:for|the|straight|all|mostly|solid|only|always|usually|a) ){0,3}(?:blue|"
        r"red|dems?|democrats?|democratic|"
        r"republicans?|third party|libertarian|green|gop|left|right|labour|tory)(?: ticket| down the line|"
        r" no matter who)?(?!\w)",
        0.88,
    ),
)
