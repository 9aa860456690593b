"""Patterns of things told about oneself or another that name no class: violence suffered, no roof, whom somebody loves.

Who did what to whom is the sense, so each pattern takes in the deed and the person it was done to, and asks that no thing did it ("it hit
me", "the price slapped me"). A pattern runs only when a cheap sign of it is in the text; none nests repetitions. Whether an
ordinary quarrel was violence is left to a reviewer: below the certain threshold the span is flagged.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from schemas.redaction import Mark


@dataclass(frozen=True, eq=False)
class Pattern:
    """A pattern with the class it reveals; a named group, if it has one, is the part to take out; `person` asks that no thing is meant."""

    name: str
    entity: str
    source: str
    score: float
    person: bool = False
    mark: Mark = Mark.REMOVED
    check: Callable[[str, int, int], bool] | None = None
    """Asked of the folded text and the range found: whether it counts."""
    capital: bool = False
    """Whether the part to take out begins with a capital."""

    @cached_property
    def regex(self) -> re.Pattern[str]:
        """The pattern itself, compiled when a text first holds its signs."""
        return re.compile(self.source)


def make(
    name: str,
    entity: str,
    regex: str,
    score: float,
    *,
    person: bool = False,
    check: Callable[[str, int, int], bool] | None = None,
    capital: bool = False,
) -> Pattern:
    """A pattern of the folded text."""
    return Pattern(f"pattern.{name}", entity, regex, score, person, check=check, capital=capital)


_IT: Final = re.compile(
    r"(?:^|[.,;!?\s])(?:it|that|this|what|life|reality|price|weather|heat|news|song|beat|bass|anxiety|depression|karma|"
    r"wave|"
    r"realization|fear|thought|allergies|cold|sun|traffic|commute|coffee|workout|workouts|gym|leg day|homework|school|"
    r"class|finals|stairs|suspense|humidity|shift|overtime|hangover|rent|bill|taxes|work|job|game|episode|movie|line|"
    r"smell|joke|final boss|boss fight|wod|ads?|machine|raccoon|squirrels?|turkey|goose|geese|seagull|crow|commercial|jingle|algorithm|robot|roomba|cat|dog|kitten|"
    r"puppy|rooster|bird)(?: (?:just|really|finally|"
    r"always|totally|kinda|also|would|has|had|been|have|kept|keeps|literally|is|was|are|gonna|going to|will))* $"
)


_MYSELF: Final = re.compile(
    r"(?:^|[.,;!?\s])(?:i|we|i've|we've|i'd|i'll|we'll|i'm|im|we're)(?: (?:just|really|finally|always|totally|also|"
    r"would|will|have|had|am|was|should|could|"
    r"never|then|even|once|almost|nearly|literally|physically|sexually|gonna|want to|wanna|love to|used to|tried to|"
    r"want|and))* $"
)


_PLAYED: Final = re.compile(
    r" ?(?:again )?(?:at|in|on) (?:a |the |our |another )?(?:round of |game of )?(?:chess|cards|poker|"
    r"mario|smash|madden|fifa|2k|golf|tennis|pool|darts|uno|monopoly|trivia|fantasy|bowling|pong|ping pong|"
    r"basketball|arm wrestling|wrestling|the race|race|game|video games?|scrabble|quiz)\b| to (?:it|"
    r"the (?:punch|register|door|car|finish|line|bathroom|scene)|work)\b"
)


def by_somebody(folded: str, start: int, end: int) -> bool:
    """Not "it hit me", "the price slapped me"; not what the writer did, which is conduct: "I stalked her"."""
    low = max(0, start - 40)
    before = folded[low:start]
    if _IT.search(before):
        return False
    if _PLAYED.match(folded, end):
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
_AGAIN: Final = r"(?: \w+ed me| by (?:the|my|her) (?:throat|neck|hair|arm|wrist|face|collar|shirt)| in the face| with (?:a|his|her|the) \w+| to the (?:ground|floor)| up| down| out)?"
_NO_BILL: Final = (
    r"(?! w(?:ith)? (?:[\"]|(?:an?|the|that|this|another|his|her|some) (?:\w+ )?(?:fee|bill|invoice|quote|estimate|price|spoiler|news|"
    r"question|joke|update|line|fact|stat|ticket|lawsuit|text|link|look|wink|speech|survey|surcharge|tab|deadline|spreadsheet|e-?mail|memo|"
    r"notice|request|offer|deal|discount|curveball|smile|hug|fine|penalty|tax|charge|assignment|project|paperwork|pun|compliment|reminder|"
    r"statement|cancellation|write-?up|pop quiz|plot twist|upgrade|rate|increase)\b)| to (?:the|it|work|that|this|a)\b)"
)
# Deeds that are violence whoever is named, and deeds that are violence only from a person to the one who tells it.
_GRAVE: Final = (
    r"(?:rape|rapes|raped|raping|molest|molests|molested|molesting|strangle|strangles|strangled|strangling|"
    r"grope|gropes|groped|groping|batter|battered|brutalized|brutalised|violated|trafficked|pimped|"
    r"sodomized|drugged|roofied|stalk|stalks|stalked|stalking|abuse|abuses|abused|abusing|assault|"
    r"assaults|assaulted|assaulting|waterboarded|tortured|catfished and blackmailed|kidnapped|abducted)"
)
_BLOWS: Final = (
    r"(?:punch|punches|punched|punching|slap|slaps|slapped|slapping|kick|kicks|kicked|kicking|choke|"
    r"chokes|choked|choking|beat|beats|beaten|beating|(?:hit|hits|hitting)(?! me up)|shove|shoves|"
    r"shoved|shoving|smack|smacks|smacked|smacking|whip|whips|whipped|spank|spanked|spanks|stab|stabbed|"
    r"stabs|burn|burned|burns|bit|bites|(?:grab|grabs|grabbed)(?! me (?:an?|some|the|one|two|another)\b)|attack|attacks|attacked|attacking|pin|pinned|"
    r"pins|harass|harasses|harassed|harassing|terrorize|terrorized|terrorizes|threaten|threatens|threatened|"
    r"threatening|belittle|belittles|belittled|gaslight|gaslights|gaslit|gaslighted|isolated|intimidated|"
    r"manipulates|manipulated|manipulating|degraded|humiliates|humiliated|coerces|coerced|exploits|"
    r"exploited|fondles|fondled|neglects|neglected|blackmails|blackmailed|starved|restrained|spat on|"
    r"spit on|screams at|screamed at|screaming at|yells at|raged at)"
)
_DOER: Final = (
    r"(?:he|she|they|who|guy|man|dude|boyfriend|girlfriend|husband|wife|ex|bf|gf|partner|dad|father|"
    r"mom|mother|mum|stepdad|stepfather|stepmom|stepmother|brother|sister|uncle|aunt|cousin|roommate|"
    r"parents|coach|boss|teacher|him|her|family|someone|somebody|abuser|attacker|stranger|men|kids|"
    r"boys|girls|people|grandfather|grandpa|grandma|\bhe'd|she'd|he'll|she'll|he's|she's|man's|hubby|"
    r"date|neighbor|neighbour|son|daughter|landlord|coworker|friend)"
)
_MODAL: Final = (
    r"(?: (?:would|used to|had|has|have|also|even|then|just|once|always|often|never|literally|actually|physically|"
    r"sexually|verbally|emotionally|mentally|repeatedly|constantly|started|kept|keeps|began|tried to|tries to|did|will|"
    r"still|regularly|almost|"
    r"nearly|finally|and|was|were|is|are|got drunk and|came home and|be|been|to|first|brutally|violently|threatened to|"
    r"going to)){0,4}"
)

_TRIP: Final = re.compile(
    r"\b(?:trout|bass|fishing|hik(?:e|ed|ing)|festival|vacation|scouts?|trail|campfire|s'?mores|kayak\w*|road ?trip|elk|hunting|yellowstone|yosemite|lake)\b"
)

DOER, MODAL, KIN, NO_BILL = _DOER, _MODAL, _KIN, _NO_BILL

PATTERNS: Final = (
    make(
        "attraction",
        "PC_SEXUAL_ORIENTATION",
        r"(?<!\w)(?:attracted to|attraction to|turned on by|(?:'m|am|are|is|was|been) (?:only |really |"
        r"not |so |more |also |mostly )?into|fantasi[sz](?:e|es|ing) about) (?:(?:a|an|another|other|"
        r"the same|both|only|same|the opposite|opposite) ){0,2}(?:men|women|guys|girls|boys|man|"
        r"woman|males|females|dudes|chicks|sex|gender|genders|sexes)(?!\w)",
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
        r"tents|shelter|shelters|motel|motels|street|streets|woods|minivan|couches|sofas|bridge|overpass|"
        r"park bench|bench|"
        r"sidewalk|storage unit|campground|bus station|train station|parking lot|parking lots|encampment|underpass|"
        r"alley)(?! (?:rental|wash|park|dealership|dealer|company|business|industry|scene))(?!\w)",
        0.8,
        check=lambda folded, start, end: not _TRIP.search(folded, max(0, start - 40), min(len(folded), end + 40)),
    ),
    make(
        "grave_deed",
        "PC_SA_VICTIM",
        rf"(?<!\w)(?:(?:violently|brutally|sexually|physically|emotionally|verbally|repeatedly|mentally) )?{_GRAVE} "
        rf"(?:and \w+ )?{_OTHER}(?! (?:as (?:well|if|though)|that with a (?:fee|bill)))",
        0.8,
        check=by_somebody,
    ),
    make(
        "blow",
        "PC_DV_VICTIM",
        rf"(?<!\w){_DOER}{_MODAL} (?P<x>{_BLOWS}(?: and \w+)? (?:{_WHOM}|{_STRUCK}){_NO_BILL}{_AGAIN})(?! (?:that|like|"
        r"with a (?:fee|bill))\b)",
        0.75,
        check=by_somebody,
    ),
    make(
        "blow_other",
        "PC_DV_VICTIM",
        r"(?<!\w)(?:boyfriend|girlfriend|husband|wife|ex|bf|gf|dad|father|mom|mother|stepdad|stepfather)(?: who|"
        rf" that)?{_MODAL} (?P<x>{_BLOWS}(?: and \w+)? (?:{_OTHER}){_AGAIN})",
        0.72,
        check=by_somebody,
    ),
    make(
        "hands_on",
        "PC_DV_VICTIM",
        r"(?<!\w)(?:(?:put|puts|wrapped|had|got|laid|lay|lays|putting|laying) (?:his|her|their|both) (?:bare )?(?:hand|"
        rf"hands|fist|belt|arm|arms) (?:on|around|over|in|up) (?:me|us|{_KIN}|{_BODY})|(?:held|holds|"
        r"holding|pressed|pointed|put|pulled|pulls) an? (?:gun|knife|pillow|razor|blade) (?:to|on|"
        rf"against|over|at|up to) (?:me|us|{_BODY})|(?:threw|throws|throwing|throw|shoved|pushed|pushes|"
        r"slammed|slams|dragged|drags|knocked|tossed|pinned|pins|held|forced|locked|tied|chased|kicked) (?:me|"
        rf"us|{_KIN}) (?:into|against|down|onto|across|out of|to the|by the|by my|on the bed|on the floor|"
        r"through|around the|inside|in the (?:closet|basement|bathroom|bedroom|room)|up and|off the|"
        rf"over the|underneath)|broke (?:{_BODY}|her nose|my nose|two of my|my ribs)|gave (?:me|her|"
        r"my mom) a (?:black eye|bloody nose|busted lip|fat lip|concussion)|pulled (?:a knife|a gun) on (?:me|"
        r"her|us)|pull(?:ed|s)? (?:me|her) by (?:my|the|her) hair)(?!\w)",
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
        r"(?<!\w)(?:forced|coerced|made|pressured|guilted|blackmailed|manipulated|tricked|drugged) (?:me|"
        rf"us|her|him|{_KIN}) (?:into (?:sex|having sex|sexual|sleeping with|giving|prostitution|doing sexual|"
        r"performing|sex work|stripping)|to (?:have sex|perform|sleep with|strip|touch|give him|sell (?:my|"
        r"her) body|prostitute|watch him))(?!\w)",
        0.85,
        check=by_somebody,
    ),
    make(
        "unwanted",
        "PC_SA_VICTIM",
        rf"(?<!\w)(?:(?:touched|touching|touches|fondled|fondling|felt|grabbed|rubbed) (?:me|{_BODY}) (?:inappropriately|"
        r"without|sexually|up|there|down there|while i (?:slept|was asleep|was passed out))|(?:slipped|"
        r"put|dropped|slid) (?:something|a pill|a roofie|drugs|it) in(?:to)? (?:my|her|their|our|his) (?:drink|"
        r"beer|cup|glass)|(?:took|takes|taken|taking|take) advantage of (?:me|her|him)(?: while| when)?|"
        r"exposed himself to (?:me|us|her)|came onto me sexually|had sex with me (?:while|when|without)|"
        r"(?:sent|sends|leaked|posted|shared) (?:my nudes|nudes of me|pictures of me naked)|followed me (?:home|"
        r"to my car)|(?:made|makes) (?:unwanted|sexual) (?:advances|comments)(?: (?:at|to|toward|towards|"
        r"about) me)?|sold (?:me|her) (?:for|to men)|forc(?:ed|ing) (?:himself|herself|themselves) (?:on|"
        r"onto|upon) (?:me|her|him|us))(?!\w)",
        0.85,
        check=by_somebody,
    ),
    make(
        "was_hurt",
        "PC_DV_VICTIM",
        r"(?<!\w)(?:i|she|he|we|they|mom|mother|sister|daughter|wife|girl|woman|women|kids|who|i've|"
        r"she's|he's|they've|we've)(?:'ve| have| had| has|'d)? (?:(?:was|were|been|got|get|being|gets|"
        r"getting|also|once|just|almost|nearly|never) ){1,3}(?P<x>(?:repeatedly |physically |sexually |"
        r"brutally |severely |constantly |badly |emotionally |verbally |gang ?|date ?)?(?:punched|"
        r"slapped|kicked|choked|strangled|beaten|beat up|beat|assaulted|attacked|abused|raped|molested|"
        r"stalked|groped|trafficked|stabbed|mugged|jumped|drugged|roofied|kidnapped|abducted|harassed|"
        r"battered|hit|spanked|whipped|threatened|tortured|pimped|groomed|violated|victimi[sz]ed|bullied|"
        r"coerced|exploited|fondled|neglected|blackmailed|cyberbullied|catcalled|gaslit|humiliated|"
        r"starved|terrori[sz]ed|extorted|carjacked)(?: and (?:punched|slapped|kicked|choked|strangled|"
        r"beaten|assaulted|raped|robbed|left|killed|threatened))?(?: in the face)?)(?! (?:with (?:an?|"
        r"the) (?:\w+ )?(?:bill|fee|fine|ticket|lawsuit|summons|ban|cold|flu|virus)|by (?:a|the) (?:virus|"
        r"bus|train|car|truck|wave|storm|smell|price|bug|bear|dog|ball|pitch|puck|bullet|flying|falling|"
        r"drunk driver))\b)(?!\w)",
        0.78,
    ),
    make(
        "safe_from",
        "PC_DV_VICTIM",
        r"(?<!\w)(?:escape|escaped|escaping|fled|fleeing|flee|left|leaving|afraid of|scared of|terrified of|"
        r"hiding from|ran from|run from|safe from|away from) (?:my|her|his|the|an|their) (?:abusive|"
        r"violent|controlling|crazy|psycho|abuser|attacker|stalker|rapist|batterer|captor|trafficker)\w*(?: (?:ex|"
        r"husband|boyfriend|wife|girlfriend|partner|father|dad|mother|mom|home|relationship|marriage|"
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
        r"(?<!\w)(?:(?:have|has|had|having|with|got|on|only have|down to) (?:only |just )?(?P<x>one (?:leg|"
        r"arm|eye|foot|kidney|lung|ear))(?! (?:up|on|open|in|over|out|closed|at)\b)|(?:missing|lost|"
        r"lose|losing|amputated|without|born without|lost the use of|lose the use of|no use of) (?:an? |"
        r"my |his |her |both |one |part of (?:my|his|her) )(?P<y>(?:left |right |whole )?(?:legs?|"
        r"arms?|eye|hand|foot|limbs?|hearing|eyesight|sight|vision)))(?! (?:of|in the game|day|press|"
        r"work)\b)(?!\w)",
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
        r"# ?)?\d{1,4})(?! (?:news|time|miles?|am|pm|inch|inches|foot|ft|year|years|day|k|acre|minutes?|hours?|on your side)\b)(?! ?-h\b)(?!\w)",
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
        r"(?<!\w)vot(?:e|es|ed|ing|er|ers) (?:(?:for|the|straight|all|mostly|solid|only|always|usually|"
        r"a) ){0,3}(?:blue|red|dems?|democrats?|democratic|republicans?|third party|libertarian|"
        r"green|gop|left|right|labour|tory)(?: ticket| down the line| no matter who)?(?!\w)",
        0.88,
    ),
)
