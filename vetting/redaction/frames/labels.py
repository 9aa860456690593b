"""Frames that make a short word somebody's label: a sentence that begins with it, an age written beside it, a deed that tells it.

A word such as "ace", "pan" or "bi" has other senses. Where a sentence begins with it and goes on as only a person's story does, or where
an age stands before it, it says who somebody is. What is uncertain has a low score, so that a person looks.
"""

from typing import Final

from vetting.redaction.frames.told import make

_BEGIN: Final = r"(?:(?<![\s\S])|(?<=[.!?;:] )|(?<=\n))"
_STORY: Final = (
    r"(?= (?:and (?:tired|proud|happy|fine|out|not|single|married|from|still|always|nobody|no one|never|so|very|here|happily|exhausted|over|"
    r"done|sick|comfortable|open|loving|trying|dating|my|i|i'm|it's|queer|disabled|gay|trans|ready|bored|thriving|broke|lonely)|here(?=[.,! ]|$)|"
    r"but|as (?:hell|fuck|can be)|af)(?!\w)|, (?:fine|not|and|but|out|so|happy|proud|single|tired|still|since|if|never|been|married|he|she|they|"
    r"\d'\d+|\d\d(?=[,.]|$)|thirty|forty|twenty|fifty|from|gay|queer|trans|disabled|female|male|left|probably|obviously)(?!\w))"
)

PATTERNS: Final = (
    make(
        "begins_with_label",
        "PC_SEXUAL_ORIENTATION",
        _BEGIN
        + r"(?:very |so |still |definitely |openly |just a |proud )?(?P<x>bi|ace|pan|aro|demi|aroace|straight|queer)"
        + _STORY,
        0.75,
    ),
    make(
        "begins_with_colour",
        "PC_RACE",
        _BEGIN + r"(?P<x>black|white|brown|mixed|half[- ](?:black|white|asian))" + _STORY,
        0.72,
    ),
    make(
        "age_and_gender",
        "PC_GENDER_IDENTITY",
        r"(?<![\w$#./-])(?<!rt )(?<!route )(?<!exit )(?P<x>(?:1[6-9]|[2-6]\d)(?:nb|enby|ftm|mtf|tm|tf)|(?:1[6-9]|[2-6]\d) (?:enby|ftm|mtf|"
        r"non-?binary|transfem|transmasc|trans (?:man|woman|guy|girl))|(?:nb|enby|ftm|mtf|transfem|transmasc) ?/? ?(?:1[6-9]|[2-6]\d))(?!\w)",
        0.8,
    ),
    make(
        "on_hormones",
        "PC_GENDER_IDENTITY",
        r"(?<!\w)(?:started|starting|start|been on|been off|(?:days?|weeks?|months?|mos|years?|yrs?) on|went on|back on|came off) "
        r"(?P<x>(?:t|e|estrogen|oestrogen|estradiol|testosterone|blockers|hormones))(?=[.,!?;)]|$| (?:in|at|last|this|and|two|three|four|five|six|"
        r"\d|since|when|after|back|yesterday|today|before|now|so|but|my|for)(?!\w))",
        0.82,
    ),
    make(
        "binds",
        "PC_GENDER_IDENTITY",
        r"(?<!\w)(?:i|they|he) (?:still |also |never |always )?(?P<x>(?:bind|binds|tuck|pack)(?: (?:on|every|under|most|at|for) (?:long |double |night |my )?"
        r"(?:shifts?|days?|work|uniform|vest|duty)))(?!\w)",
        0.72,
    ),
    make(
        "been_with",
        "PC_SEXUAL_ORIENTATION",
        r"(?<!\w)(?P<x>(?:being|been|slept|sleeping|sleep|hooked up|hooking up|made out|making out|holding hands|kissing|kissed|married to|"
        r"in bed|fallen|falling) (?:with |for )?(?:a|another|other|my first) (?:guy|girl|dude|man|woman|bloke|lad|chick|boy|female|male))"
        r"(?! (?:who|named|down|from (?:work|the)|in (?:cuffs|custody)|scout))(?!\w)",
        0.72,
    ),
    make(
        "saved",
        "PC_RELIGION",
        r"(?<!\w)(?:i|he|she|we|they|i've|got|been|was|were|i was|born and) (?:was |were |been |got |have been )?(?P<x>saved (?:in (?:19|20)\d\d|"
        r"by (?:grace|jesus|christ|the lord|god|the blood)|and (?:sanctified|baptized|baptised)|at (?:a revival|church|camp)))(?!\w)",
        0.82,
    ),
    make(
        "speaks_at_home",
        "PC_NATIONAL_ORIGIN",
        r"(?<!\w)(?:we|they|family|parents|mum|mom|i|she|he) (?:only |always |still |all )?(?:speak|spoke|speaks|talk|talked) (?P<x>[a-z]{3,14} "
        r"(?:at home|with my (?:parents|mum|mom|dad|nan|grandma|grandparents|family)|growing up|in the house))(?!\w)",
        0.75,
    ),
)
