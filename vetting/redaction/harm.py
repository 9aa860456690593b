"""Patterns of harm that somebody suffered and of a roof lost, told without a name for either.

What the candidate did to somebody is conduct and stays: a deed whose subject is "I" is not taken. Further deeds are in `told`.
"""

import re
from typing import Final

from vetting.redaction.told import DOER, KIN, MODAL, by_somebody, make

_HE: Final = (
    r"(?:ex|exes|husband|boyfriend|bf|dad|father|stepdad|stepfather|partner|wife|girlfriend|gf|mom|mother|stepmom|"
    r"stepmother|parents|"
    r"fiance|fiancee|hubby|baby daddy|spouse)"
)
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


_HARM: Final = (
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
        r"(?<!\w)(?:beaten|hit|abused|raped|molested|assaulted|stalked|attacked|choked|groomed|harassed|threatened|"
        r"stabbed|trafficked|sold|drugged|strangled|punched|slapped)(?: (?:and|or) \w+ed| up)? (?:by|"
        r"at the hands of) (?:my|her|his|a|an|their|our|the|some) "
        rf"(?:own |former |then |then-)?(?:\w+ )?(?:{_HE}|uncle|brother|cousin|grandfather|grandpa|family|coach|teacher|"
        r"priest|pastor|youth pastor|neighbor|boss|babysitter|friend|stranger|guy|roommate|pimp|trafficker|classmate|"
        r"relative|counselor)(?!\w)",
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
        r"still)){0,6} (?P<x>(?:control(?:s|led|ling)? (?:all )?(?:my|our|her) (?:money|finances|every move|bank \w+|life|"
        r"food)|(?:wouldn't|won't|didn't|doesn't|would not|never) let me (?:leave|see my|work|out|have friends|talk to|"
        r"sleep|"
        r"eat|have a job|have money)(?: \w+)?|isolat(?:ed|es|ing) me from (?:my |all )?(?:\w+)(?: and \w+)?|(?:tracks?|"
        r"tracked|monitors?|monitored) my (?:phone|location|every move)|wouldn't take no for an answer|touch(?:ed|es|"
        r"ing)? me (?:when i|as a (?:kid|child)|in my sleep|down|under|between|sexually)"
        rf"(?: \w+)?|punch(?:ed|es)? (?:a hole|holes|walls|the wall)(?: in| next)?(?: \w+){{0,3}}|(?:threw|throw|throws|"
        r"throwing|chucked|hurled) (?:a |an |my |his |her |the )?(?!shade|pass|ball|curveball|questions|"
        r"party)\w+(?: \w+)? at (?:me|us|my (?:head|face|mom|mother|sister))|"
        r"(?:become|became|got|gets|get|turned|was|is|being|can be|could be) (?:very |really |so |physically |"
        r"extremely )?(?:violent|abusive|physical|aggressive) (?:with|to|toward|towards|against) (?:me|us|my \w+|"
        r"her)))(?!\w)",
        0.75,
    ),
    make(
        "violent_kin",
        "PC_DV_VICTIM",
        rf"(?<!\w)(?:my|her|his|our|an|their) (?:\w+[ -])?{_HE} (?:was|is|became|got|gets|turned|has been|would get|"
        r"would become|could be|can be|used to be|had been) (?:very |really |so |extremely |always |often |verbally |"
        r"physically |emotionally |an? )?"
        r"(?P<x>violent|abusive|controlling|abuser|wife beater|monster (?:to|who) \w+|physical with (?:me|her|us))(?!\w)",
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
        rf"(?<!\w){DOER}{MODAL} (?P<x>push(?:ed|es|ing)? (?:me|{KIN})(?! (?:to|harder|away|through|forward|towards?|for|"
        r"past|into doing|out of my comfort)\b)|scratch(?:ed|es|ing)? (?:me|my (?:face|arms?))|squeez(?:ed|es|"
        r"ing) my (?:neck|throat|arms?|wrists?)|"
        r"corner(?:ed|s) me|(?:spit|spat|spits) (?:in|on) (?:my face|me)|smash(?:ed|es) my \w+|(?:held|kept|holds|keeps|"
        r"hold|keep) me (?:hostage|captive|against my will|down|prisoner|locked \w+)|(?:kept|keeps|won't stop|"
        r"wouldn't stop|started|never stopped) (?:touching|harassing|hitting|stalking|hurting|"
        rf"threatening|grabbing|following|beating|abusing|raping) (?:me|{KIN})|ma(?:de|kes|ke) me do (?:things|stuff|"
        r"sexual \w+)|hurts? me (?:so bad|badly|physically|really bad|and)|put me down(?= and)|(?:got|gets|get|"
        r"getting) in my face(?: and \w+)?|lock(?:ed|s)? (?:me|us) (?:in|out of|inside) (?:the|a|my) \w+|"
        rf"kill me(?! (?:with laughter|at))|put (?:his|her) hands? (?:on|around) \w+|hit (?:me|{KIN})(?: \w+)?|"
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
)
_ROOF: Final = (
    make(
        "in_shelter",
        "PC_HOMELESS",
        r"(?<!\w)(?:in|at|from|into|to) (?:a|the|our|this|that|another|women's|homeless|local|city|youth) (?:(?:family|"
        r"women's|homeless|local|city|emergency|youth|battered|domestic violence|dv|overnight|winter|"
        r"men's) )?shelters?(?! (?:in place|from|belt|island|rock|harbor))(?!\w)",
        0.72,
        check=no_pet,
    ),
    make(
        "put_out",
        "PC_HOMELESS",
        r"(?<!\w)(?:kick(?:ed|s|ing)? (?:me|us) out(?! of (?:the (?:band|group|chat|party|game|bar|club|store|team|"
        r"server)))|(?:got|was|been|getting|were|being|get) kicked out (?:of (?:my|the|our|his|her) (?:house|home|"
        r"apartment|parents'?|place|mom's|dad's|mother's)|at \d\d|by my \w+)|(?:have|had|has|got|"
        r"with) nowhere (?:to (?:go|live|stay|sleep)|else to go)|"
        r"(?:lost|losing|lose) (?:my|our|the|their|her|his) (?:apartment|housing|home|house)(?! (?:keys|key|game|"
        r"opener))|eviction notice|(?:ended up|living|lived|live|year|years|months|weeks|was|i'm|been|"
        r"sleeping) (?:out )?on the streets?(?= (?:for|at|with|in|since|and|until|after|as)\b|[.,!?]|$)|"
        r"housing insecur\w+|no roof over \w+ heads?|"
        r"between (?:homes|apartments|housing)|liv(?:e|ed|es|ing) out of (?:a|my|our|his|her|their) (?:\w+ )?(?:car|van|"
        r"truck|suitcase|backpack|bag|motel|storage unit))(?!\w)",
        0.78,
        check=no_pet,
    ),
)
PATTERNS: Final = (*_HARM, *_ROOF)
"""All of them, in the order in which they are tried."""
