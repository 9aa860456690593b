"""Patterns of living in fear: control, threats, flight, orders of a court, what is left of it, and where help was found.

An order of a court against the writer is conduct and stays. What is told of fear counts only where somebody close or something of violence
is spoken of near, and no game or joke.
"""

import re
from typing import Final

from vetting.redaction.frames.harm import HE, no_pet
from vetting.redaction.frames.told import NO_BILL, make

_ON_THE_WRITER: Final = re.compile(r" (?:against|on) (?:me|myself)\b")


def _not_on_the_writer(folded: str, _start: int, end: int) -> bool:
    """An order against the writer is conduct."""
    return not _ON_THE_WRITER.match(folded, end)


_FEAR: Final = re.compile(
    r"\b(?:abus\w+|assault\w*|rap(?:e|ed|ist|ing)\w*|beat|beats|beating|hit|hits|hitting|hurt|hurts|"
    r"violen\w+|scared|afraid|terrified|fear|control\w*|threat\w*|choke\w*|strangl\w*|stalk\w*|ex|"
    r"husband|boyfriend|bf|wife|girlfriend|partner|dad|father|stepdad|stepfather|mom|mother|uncle|"
    r"brother|cousin|coach|marriage|relationship|cops|police|bruise\w*|ptsd|trauma\w*|wrist|"
    r"childhood|belt|drunk|drinking|drinks|scream\w*|"
    r"forced|passed out|fle[ed]+|drag(?:s|ged)|pulled my hair|hurting)\b"
)
_SPORT: Final = re.compile(
    r"\b(?:game|match|chess|practice|season|gym|workout|movie|song|show|book|episode|scene|instagram|"
    r"twitter|tiktok|poker|kart|ball|laugh\w*|lol|lmao|joke)\b"
)


def _of_fear(folded: str, start: int, end: int) -> bool:
    """Somebody close or something of violence is spoken of, and no game or joke."""
    low, high = max(0, start - 90), min(len(folded), end + 90)
    return bool(_FEAR.search(folded, low, high)) and not _SPORT.search(folded, low, high)


PATTERNS: Final = (
    make(
        "order_against",
        "PC_DV_VICTIM",
        r"(?<!\w)(?:(?:got|get|getting|filed|filing|file|have|had|has|granted|extended|renewed|need|"
        r"want|took out|my|her|his|our|applied for|requested) (?:for )?(?:an? |the |my |her |his |"
        r"another |temporary |emergency |permanent |full |lifetime ){0,3}(?:restraining orders?|"
        r"protective orders?|protection orders?|orders? of protection|tro|rfp|no[- ]contact orders?|"
        r"civil (?:protection|protective) orders?)(?: (?:against|on|from) (?!me\b|myself\b)(?:my |"
        r"her |his |the |an )?\w+)?)(?! against me)(?!\w)",
        0.82,
        check=_not_on_the_writer,
    ),
    make(
        "fled",
        "PC_DV_VICTIM",
        r"(?<!\w)(?:(?:fled|fleeing|flee|escaped|escaping|escape|ran|running|hiding|hid|left|leaving|"
        r"get away|got away|getting away) (?:from )?(?:my |an? |her |his |the |that )?(?:abusive |"
        rf"violent |controlling |psycho |toxic )?(?:ex[- ]?)?(?:{HE}|abuser|stalker|pimp|trafficker)(?: (?:in the "
        r"(?:middle of the )?night|with (?:the|my|our) \w+|who \w+|because (?:he|she)|after (?:he|"
        r"she)))|(?:fled|left|ran) (?:in the middle of the night|with (?:just|nothing but|only|my|"
        r"the) (?:the |my )?(?:kids|baby|clothes|car keys|diaper bag)(?: \w+){0,4}))(?!\w)",
        0.75,
    ),
    make(
        "hides_marks",
        "PC_DV_VICTIM",
        r"(?<!\w)(?:(?:hid|hide|hiding|cover|covered|covering)(?: up)? (?:the |my |her )?(?:bruises|"
        r"black eye|marks|handprints)|(?:bruises|handprints|marks|fingerprints) (?:on|around) my (?:neck|"
        r"throat|arms?|wrists?)|(?:gave|giving|left) me (?:with )?(?:a |two )?(?:black eyes?|bruises|"
        r"concussion|broken \w+)|(?:afraid|scared|terrified) (?:he'll|she'll|he will|he'd|he would|"
        r"she would) (?:kill|hurt|find|come after|hit|beat) (?:me|us|my \w+)|(?:will|gonna|going to|"
        r"would|could|might) (?:kill|hurt|beat|find) me (?:if i (?:leave|left|tell|told)|one day))(?!\w)",
        0.78,
        check=_of_fear,
    ),
    make(
        "rule_by_fear",
        "PC_DV_VICTIM",
        rf"(?<!\w)(?:he|she|they|who|{HE}|stepfather|uncle)(?:'d|'s|'ll| would| also| even| always|"
        r" never| has| had| just| then| used to| likes to| started| kept| wouldn't| began| once| still){0,4} (?P<x>con"
        r"trol(?:s|led|ling)? (?:all |every )?(?:the|my|our|her|what) \w+|read(?:s|ing)? (?:all )?my (?:texts|"
        r"messages|phone|diary)|check(?:s|ed|ing)? my (?:phone|texts|mileage|location)|(?:took|takes|"
        r"hid|hides|broke|smashed|smashes) my (?:phone|keys|car keys|paycheck|glasses|passport|wallet|"
        r"laptop)|(?:choke|choked|strangle|strangled|beat|hit|kick|punch|slap|hurt|burn|starve|starved|"
        rf"lock|locked|chain|tie|tied) me{NO_BILL}"
        r"(?: \w+){0,3}|force(?:d|s)? me(?: to| into)?(?: \w+){0,3}|"
        r"ma(?:de|kes?) me (?:do|watch|sleep|strip|beg|apologize|quit|account|eat off)(?: \w+){0,3}|"
        r"touch(?:ed|es|ing)? me(?! (?:up|deeply|on the shoulder|base))(?: \w+){0,2}|pull(?:ed|s|"
        r"ing)? (?:my|her) hair|drag(?:ged|s|ging)? me(?! along| out to| into this| to (?:every|the (?:store|"
        r"gym|mall|movies)))(?: \w+){0,3}|call(?:s|ed) me (?:names|worthless|stupid|a whore|a slut|"
        r"crazy every)|scream(?:s|ed|ing)? (?:at|in) (?:me|us|my face|her)|threaten(?:s|ed|ing)? (?:me|"
        r"us|suicide|to)(?: \w+){0,3}|follow(?:s|ed|ing)? me (?:home|to|everywhere|around)(?: \w+)?|"
        r"show(?:s|ed|ing)? up at my (?:work|house|job|apartment|door|school)|break(?:s|ing)? into my|"
        r"broke into my (?:house|apartment|phone|account)|put(?:s|ting)? (?:me|us) down|rap(?:e|ed|"
        r"es|ing) (?:me|us|her|my \w+)|molest(?:s|ed|ing)? (?:me|us|her|my \w+)|hurt(?:s|ing)? (?:me|"
        r"us|my mom|my mother|the kids))(?!\w)",
        0.74,
        check=_of_fear,
    ),
    make(
        "what_is_left",
        "PC_DV_VICTIM",
        r"(?<!\w)(?:(?:ptsd|trauma|flashbacks|nightmares|scars|triggered|anxiety|fear|healing|recover(?:ing|"
        r"ed|y)|damage|bruises) (?:from|by|because of|of) (?:the |my |his |her |that |years of |all the |"
        rf"an? )?(?:assault|abus\w+|rape|attack|violence|relationship|marriage|childhood|{HE}|uncle|"
        r"coach|stalk\w+)|(?:the|my|her|those|these) bruises|(?:flee|fled|fleeing|escape[ds]?|escaping) (?:my|"
        r"our|her|the|their) (?:home|house|marriage|situation|country with)|(?:flinch|jump|panic|freeze|"
        r"cower)(?:es|s|ed)? (?:when|if|every time|whenever) (?:\w+ ){1,3}(?:raise|raises|yell|yells|"
        r"move|moves|touch|touches|shout|shouts)(?: \w+)?(?: (?:voice|hand|me))?|(?:how|because|since) (?:he|"
        r"she|they|my \w+) (?:hurt|abused|treated|beat|broke) (?:me|us)|(?:left|leaving|leave) (?:him|"
        r"her) (?:after|because|when|the night) (?:he|she) \w+(?: \w+){0,2}|(?:come|comes|came|coming) (?:back |"
        r"looking |after )?(?:for|after) me|(?:changed|moved|hiding) (?:my (?:number|name|locks|address)|"
        rf"states|in fear|because (?:he|she|my {HE}))|(?:found|finds|find) (?:me|out where i live)|"
        r"rape (?:kit|crisis|survivor|victim|exam|trauma)|(?:not|never) (?:my|your) fault (?:he|she|"
        r"they|that)(?: \w+){0,2})(?!\w)",
        0.72,
        check=_of_fear,
    ),
    make(
        "how_violent",
        "PC_DV_VICTIM",
        r"(?<!\w)(?:physically|sexually|emotionally|verbally|mentally|psychologically|financially|"
        r"extremely|very|so|really) (?:violent|abusive|controlling|manipulative|aggressive) (?:with|"
        r"to|towards?|ex|relationship|marriage|but|and|when|to me|man|woman|person|household|home|"
        r"childhood|husband|boyfriend|wife|father|mother|dad|mom|parents?|partner)(?!\w)|(?<!\w)(?:narcissistic|"
        r"abusive|violent|controlling|manipulative|toxic|sociopathic|psychopathic) (?:ex|husband|wife|"
        r"boyfriend|girlfriend|bf|gf|partner|fianc[e]+|mother|father|mom|dad|parents?|stepdad|stepfather|"
        r"stepmom|stepmother|brother|sister|family|relationships?|marriage|household|home|upbringing|"
        r"childhood)(?!\w)|(?<!\w)(?:gave|left|had|with|has) (?:me |her )?(?:with )?(?:a |two )?black eyes?(?!\w)|"
        r"(?<!\w)(?:nightmares?|flashbacks?|dreams?|ptsd|panic attacks?) (?:about|of|from|over) (?:the |"
        r"my |that |being )?(?:assault\w*|abuse\w*|rape\w*|attack\w*|him|accident|incident|shooting|"
        r"fire)(?!\w)|(?<!\w)(?:raise[sd]?|raising) (?:a|his|her|their) (?:hand|fist|voice) (?:to|"
        r"at|near|around|on) (?:me|us|her)(?!\w)|(?<!\w)flinch(?:es|ed|ing)? (?:when|whenever|every|"
        r"if|at)(?!\w)",
        0.74,
        check=_of_fear,
    ),
    make(
        "named_as_such",
        "PC_DV_VICTIM",
        r"(?<!\w)(?:(?:counts? as|considered|call(?:ed|ing)? it|what (?:happened|he did|they did) (?:was|"
        r"is)|reali[sz]ed it was) (?:actually |technically |really |sexual |domestic |emotional |child )?(?:assault|"
        r"abuse|rape|molestation|incest|dv|stalking|trafficking)|(?:come|came|coming|comes|sneak(?:ed|"
        r"ing)?|snuck|crawl\w*|climb\w*) in(?:to)? (?:my|her) (?:room|bed|bedroom)(?: (?:at night|"
        r"drunk|when \w+ \w+|while|and \w+))?)(?!\w)",
        0.74,
        check=_of_fear,
    ),
    make(
        "help_for_the_harmed",
        "PC_DV_VICTIM",
        r"(?<!\w)(?:(?:my|her|the|an|temporary|full) (?:restraining |protective |protection )?order (?:against|"
        r"on) (?:him|her|my \w+|the ex|that man)|(?:the |a |at |my )?(?:women's|womens|dv|domestic violence|"
        r"battered women's|family violence|rape crisis|sexual assault|victims?'?) (?:center|centre|"
        r"shelter|advocate|hotline|helpline|support group|safe ?house|program|services|survivors? group|"
        r"counsell?or)|(?:rainn|the hotline|crisis line|safe connect)(?= (?:told|helped|said|lady|"
        r"woman|number|and|got|for)\b)|hotline (?:number )?(?:written|taped|saved|hidden) (?:in|on|"
        r"inside|under) (?:my|her)(?: \w+)?|(?:hid|hiding|hide|locked myself|barricaded) (?:in|under|"
        r"behind|inside) (?:the|a|my) (?:bathroom|closet|bed|car|basement|garage|attic) (?:with (?:the|"
        r"my) (?:baby|kids|sister|brother|son|daughter)|until (?:he|she|dad|mom)|while (?:he|she|dad|"
        r"mom|they)|from (?:him|her|my \w+)))(?!\w)",
        0.78,
        check=no_pet,
    ),
)
"""All of them, in the order in which they are tried."""
