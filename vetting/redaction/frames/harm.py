"""Patterns of harm that somebody suffered, told without a name for it.

What the candidate did to somebody is conduct and stays: a deed whose subject is "I" is not taken. Further deeds are in `told`.
"""

import re
from typing import Final

from vetting.redaction.frames.told import DOER, KIN, MODAL, NO_BILL, by_somebody, make

_HE: Final = (
    r"(?:ex|exes|husband|boyfriend|bf|dad|father|stepdad|stepfather|partner|wife|girlfriend|gf|mom|mother|stepmom|"
    r"stepmother|parents|"
    r"fiance|fiancee|hubby|baby daddy|spouse)"
)
HE = _HE
_PET: Final = re.compile(
    r"\b(?:dogs?|cats?|pets?|animals?|puppy|puppies|kittens?|pup|horse|horses|rescue|clinic|storm|bomb|tornado|"
    r"hurricane|bus|vaccine|shots|"
    r"bunny|rabbit|spay|neuter|adopt|adopted)\b"
)


_ENDS: Final = re.compile(r"[.!?\n]")


def no_pet(folded: str, start: int, end: int) -> bool:
    """No animal and no storm near, in the same sentence."""
    before = _ENDS.split(folded[max(0, start - 70) : start])[-1]
    after = _ENDS.split(folded[end : end + 70])[0]
    return not (_PET.search(before) or _PET.search(folded, start, end) or _PET.search(after))


_DONE_TO: Final = re.compile(r"\b(?:to|put|through) (?:me|us|her|him|my)\b|through|to (?:me|us|my|her|him)")


def _ends_on_me(folded: str, start: int, end: int) -> bool:
    """Said of the writer or a person close by: "what he did to me", not "what he did"."""
    return bool(_DONE_TO.search(folded, start, end))


_NATURE: Final = re.compile(
    r"^(?: \w+){0,3} (?:bears?|dogs?|shark|bees|wasps?|mosquitoe?s|geese|cat|bird|the sun|waves?|"
    r"ads|traffic|spam|bots)\b"
)


def _not_by_nature(folded: str, _start: int, end: int) -> bool:
    """Not by a bear, by bees or by advertisements."""
    return not _NATURE.match(folded, end)


PATTERNS: Final = (
    make(
        "way_of_abuse",
        "PC_DV_VICTIM",
        r"(?<!\w)(?:emotionally|verbally|physically|sexually|mentally|financially|psychologically|"
        r"spiritually)(?:,? (?:and|&|or|\+) \w+ly)? (?:abus(?:e|ed|es|ing|ive)|neglected|tortured|manipulated|"
        r"blackmailed)(?: (?:me|us|by (?:my|her|his) \w+|my \w+))?(?!\w)",
        0.82,
        check=by_somebody,
    ),
    make(
        "at_hands_of",
        "PC_DV_VICTIM",
        r"(?<!\w)(?:beaten|hit|abused|raped|molested|assaulted|stalked|attacked|choked|groomed|harassed|"
        r"threatened|stabbed|trafficked|sold|drugged|strangled|punched|slapped)(?: (?:and|or) \w+ed|"
        r" up)? (?:by|at the hands of) (?:my|her|his|a|an|their|our|the|some) (?:own |former |then |"
        rf"then-)?(?:\w+ )?(?:{_HE}|uncle|brother|cousin|grandfather|grandpa|family|coach|teacher|priest|"
        r"pastor|youth pastor|neighbor|boss|babysitter|friend|stranger|guy|roommate|pimp|trafficker|"
        r"classmate|relative|counselor)(?!\w)",
        0.85,
    ),
    make(
        "and_also",
        "PC_SA_VICTIM",
        r"(?<!\w)(?:drugged|beaten|kidnapped|abducted|choked|abused|assaulted|molested|raped|stalked|groped|"
        r"tortured)(?:,| and| &|, and)+ (?:raped|beaten|assaulted|abused|molested|left for dead|held captive|strangled|"
        r"trafficked|robbed)(?!\w)",
        0.8,
        check=by_somebody,
    ),
    make(
        "kept_down",
        "PC_DV_VICTIM",
        rf"(?<!\w)(?:he|she|they|who|{_HE})(?: (?:would|also|even|always|never|has|had|just|then|completely|"
        r"still)){0,6} (?P<x>(?:control(?:s|led|ling)? (?:all )?(?:my|our|her) (?:money|finances|"
        r"every move|bank \w+|life|food)|(?:wouldn't|won't|didn't|doesn't|would not|never) let me (?:leave|"
        r"see my|work|out|have friends|talk to|sleep|eat|have a job|have money)(?: \w+)?|isolat(?:ed|"
        r"es|ing) me from (?:my |all )?(?:\w+)(?: and \w+)?|(?:tracks?|tracked|monitors?|monitored) my (?:phone|"
        r"location|every move)|wouldn't take no for an answer|touch(?:ed|es|ing)? me (?:when i|as a (?:kid|"
        r"child)|in my sleep|down|under|between|sexually)(?: \w+)?|punch(?:ed|es)? (?:a hole|holes|"
        r"walls|the wall)(?: in| next)?(?: \w+){0,3}|(?:threw|throw|throws|throwing|chucked|hurled) (?:a |"
        r"an |my |his |her |the )?(?!shade|pass|ball|curveball|questions|party)\w+(?: \w+)? at (?:me|"
        r"us|my (?:head|face|mom|mother|sister))|(?:become|became|got|gets|get|turned|was|is|being|"
        r"can be|could be) (?:very |really |so |physically |extremely )?(?:violent|abusive|physical|"
        r"aggressive) (?:with|to|toward|towards|against) (?:me|us|my \w+|her)))(?!\w)",
        0.75,
    ),
    make(
        "violent_kin",
        "PC_DV_VICTIM",
        rf"(?<!\w)(?:my|her|his|our|an|their) (?:\w+[ -])?{_HE} (?:was|is|became|got|gets|turned|has been|"
        r"would get|would become|could be|can be|used to be|had been) (?:very |really |so |extremely |"
        r"always |often |verbally |physically |emotionally |an? )?(?P<x>(?:\w+ly )?violent|(?:\w+ly )?abusive|"
        r"controlling|abuser|wife beater|monster (?:to|who) \w+|physical with (?:me|her|us))(?!\w)",
        0.8,
    ),
    make(
        "marks_left",
        "PC_DV_VICTIM",
        rf"(?<!\w)(?:(?:bruises?|black eyes?|marks|scars?|busted lip|concussion) (?:he|she|my {_HE}) (?:left|gave|"
        r"put)(?: (?:on )?(?:me|my \w+|her))?|(?:black eyes?|bruises|busted lip|broken \w+|concussion) from (?:my|his|"
        rf"her|when) (?:{_HE}|fists?|he)|(?:scared|afraid|terrified|frightened|petrified) (?:of|to leave) (?:my |"
        rf"her )?(?:him|{_HE})|"
        r"(?:scared|afraid|fear|feared|fearing) for (?:my|her) (?:life|safety)|press(?:ed|ing)? charges against (?:my|"
        rf"her) (?:{_HE}|abuser|rapist|stalker|attacker)|(?:called|call) the (?:cops|police) on my {_HE}|(?:escape|"
        r"escaped|escaping|fled|fleeing|flee|left|leave|leaving|get away from|got away from|ran away from) (?:my |an? |"
        r"her |his |the |that )?"
        rf"(?:abusive|violent|toxic|controlling|dangerous|abuser)(?: \w+)?)(?!\w)",
        0.78,
    ),
    make(
        "across_face",
        "PC_DV_VICTIM",
        r"(?<!\w)(?:slap|punch|hit|smack|kick|backhand|sucker punch|strik|struck|elbow)(?:s|ed|es|ped|ing|ting|"
        r"ping)? (?:me|my mom|my mother|my sister|my brother) (?:so hard|across|in|on|upside|repeatedly|until|"
        r"again)(?: (?:the|my|her|that))?(?: (?:face|head|mouth|jaw|stomach|ribs|cheek|arm|back))?(?!\w)",
        0.78,
        check=by_somebody,
    ),
    make(
        "other_blows",
        "PC_DV_VICTIM",
        rf"(?<!\w){DOER}{MODAL} (?P<x>push(?:ed|es|ing)? (?:me|{KIN})(?! (?:to|harder|away|through|"
        r"forward|towards?|for|past|into doing|out of my comfort)\b)|scratch(?:ed|es|ing)? (?:me|my (?:face|"
        r"arms?))|squeez(?:ed|es|ing) my (?:neck|throat|arms?|wrists?)|corner(?:ed|s) me|(?:spit|spat|"
        r"spits) (?:in|on) (?:my face|me)|smash(?:ed|es) my \w+|(?:held|kept|holds|keeps|hold|keep) me (?:hostage|"
        r"captive|against my will|down|prisoner|locked \w+)|(?:kept|keeps|won't stop|wouldn't stop|"
        r"started|never stopped) (?:touching|harassing|hitting|stalking|hurting|threatening|grabbing|"
        rf"following|beating|abusing|raping) (?:me|{KIN})|ma(?:de|kes|ke) me do (?:things|stuff|sexual \w+)|"
        r"hurts? me (?:so bad|badly|physically|really bad|and)|put me down(?= and)|(?:got|gets|get|"
        r"getting) in my face(?: and \w+)?|lock(?:ed|s)? (?:me|us) (?:in|out of|inside) (?:the|a|my) \w+|"
        rf"kill me(?! (?:with laughter|at))|put (?:his|her) hands? (?:on|around) \w+|hit (?:me|{KIN}){NO_BILL}(?: \w+)?|"
        r"arrested for (?:hitting|beating|choking|assaulting|abusing|strangling) (?:me|my \w+))(?!\w)",
        0.75,
        check=by_somebody,
    ),
    make(
        "got_physical",
        "PC_DV_VICTIM",
        rf"(?<!\w)(?:{_HE}|fights?|arguments?|fighting|arguing)(?: (?:sometimes|often|always|eventually|started|would|"
        r"has|have|had|finally)){0,6} (?P<x>(?:got|gets|get|getting|turned|turn|turns|became|become|gotten) (?:very |"
        r"really |so |more |pretty )?(?:physical|violent))(?! (?:at the (?:protest|rally|game)|exam|therapy))(?!\w)",
        0.78,
    ),
    make(
        "begins_with_deed",
        "PC_DV_VICTIM",
        r"(?:(?<![\s\S])|(?<=[.!?;:] )|(?<=\n))(?:stalked|abused|beaten|raped|molested|groomed|assaulted|"
        r"trafficked|exploited|strangled|choked|drugged|kidnapped|groped|harassed|neglected|bullied|"
        r"catfished|pimped(?: out)?)(?= (?:for (?:\w+ )?(?:years?|months?|weeks|days)|by(?! (?:an? |the |my |some |this |two )?(?:\w+ )?(?:gnats?|mosquito\w*|flies|wasps?|hornets?|gee?se|goose|gulls?|seagulls?|"
        r"pigeons?|crows?|raccoons?|squirrels?|turkeys?|chickens?|dogs?|cats?|bees?|telemarketers?|robocalls?|spam|bots?|ads|emails)\b)|as a|at \w+ by|"
        r"since|when i|in (?:my|a|foster|college|the)|from (?:age|the)|twice|repeatedly|and|is the word|"
        r"again)\b|[.!])",
        0.76,
        check=by_somebody,
    ),
    make(
        "what_was_done",
        "PC_DV_VICTIM",
        rf"(?<!\w)(?:what|everything|things|stuff|the things) (?:he|she|they|my {_HE}|that man|my (?:uncle|"
        r"brother|cousin|coach|grandfather|stepbrother|neighbor)|those men) (?:did|would do|has done|"
        r"had done|put (?:me|us) through|does) ?(?:to (?:me|us|my \w+|her|him))?(?!\w)|(?<!\w)put (?:me|"
        r"us|her) through (?:hell|so much abuse|years of)(?!\w)",
        0.7,
        check=_ends_on_me,
    ),
    make(
        "survived",
        "PC_DV_VICTIM",
        r"(?<!\w)(?:surviv(?:e|ed|ing|or|ors)(?: of)? (?:(?:an? |my |years of |his |her |childhood |"
        r"domestic |sexual |physical |emotional |severe |long term ){0,3}(?:abus\w+|assault|violence|"
        rf"rape|trafficking|incest|molestation|stalking|strangulation|{_HE})(?: \w+ship| marriage| home)?)|"
        r"(?:as a|i'm a|i am a|fellow|proud|we) survivors?(?= (?:myself|too|i|and|of|who|here|like)\b|"
        r"[.,!]|$)|survivors? (?:like (?:me|us|her)|here|myself))(?!\w)",
        0.78,
        check=no_pet,
    ),
    make(
        "no_was_said",
        "PC_SA_VICTIM",
        r"(?<!\w)(?:(?:i|she) (?:said|told him|kept saying|screamed|begged) (?:no|stop|him to stop)(?:,|"
        r" and| but)+ (?:he|they|it) (?:didn't|did not|wouldn't|kept|continued|still|never)(?: \w+)?|"
        r"(?:while|when) (?:i|she) (?:was|were) (?:passed out|asleep|unconscious|blackout drunk|too drunk|"
        r"sleeping) (?:he|and he|they)(?: \w+){1,3}|(?:woke|waking) up (?:to him|with him|with his|"
        r"to his|with my \w+ (?:off|down))(?: \w+){1,3}|(?:held|pinned) me down(?: and (?:raped|"
        r"forced|took)(?: \w+)?)?)(?!\w)",
        0.78,
    ),
    make(
        "being_hurt",
        "PC_DV_VICTIM",
        r"(?<!\w)(?:after|since|from|about|by|of|for|to|with|and|while|before|despite|survived|not) (?P<x>(?:being|"
        r"getting|having been|be|get) (?:repeatedly |physically |sexually |brutally |severely |constantly |"
        r"emotionally |verbally |gang[ -]?|date[ -]?|almost |nearly )?(?:assaulted|attacked|abused|"
        r"raped|molested|stalked|groped|trafficked|stabbed|mugged|jumped|drugged|roofied|kidnapped|"
        r"abducted|harassed|beaten(?: up)?|choked|strangled|punched|slapped|bullied|groomed|violated|"
        r"victimi[sz]ed|gaslit|exploited)(?: by (?:my|her|his|a|an|the|someone|some) (?:\w+ )?\w+)?)(?!\w)",
        0.78,
        check=_not_by_nature,
    ),
)
"""All of them, in the order in which they are tried."""
