"""Patterns of what people tell of where they belong: whom they love, where they were born, where they served, how they vote.

Each takes the phrase that tells and leaves the sentence. What a partner did behind somebody's back ("he slept with another
woman") says nothing about whom either of them loves in this sense, and stays. Further patterns are in `told` and `life`.
"""

import re
from typing import Final

from vetting.redaction.frames.told import make

_HERS: Final = re.compile(
    r"\b(?:she|she's|shes|her|girlfriend|gf|wife|woman|women|girl|mom|mother|sister|fiancee|daughter|lesbians?)\b"
)
_HIS: Final = re.compile(
    r"\b(?:he|he's|hes|his|him|boyfriend|bf|husband|man|men|guy|dad|father|brother|fiance|son|hubby)\b"
)
_A_WOMAN: Final = re.compile(r"\b(?:woman|women|girls?|chicks?|lady|ladies|females?)\b")
_ENDS: Final = re.compile(r"[.!?;\n]")


def not_behind_a_back(folded: str, start: int, end: int) -> bool:
    """Not what somebody of the other sex did: "she was kissing another guy", "my husband texts other women"."""
    before = _ENDS.split(folded[max(0, start - 90) : start])[-1]
    other, same = (_HIS, _HERS) if _A_WOMAN.search(folded, start, end) else (_HERS, _HIS)
    return not other.search(before) or same.search(before) is not None


_SAME: Final = r"(?:another|other|a fellow|the same(?:[ -]sex)?)"
_THEM: Final = r"(?:boys?|girls?|guys?|dudes?|chicks?|m[ae]n|wom[ae]n|lad(?:y|ies)|males?|females?|gender|sex)"
_FORCES: Final = (
    r"(?:army|navy|marines?|marine corps|corps|air force|airforce|coast guard|space force|military|national guard|guard|reserves?|"
    r"infantry|service|armed forces|seabees|coasties)"
)
_YEARS: Final = (
    r"(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|a few|several|a couple(?: of)?)"
    r"(?: (?:years?|yrs?|months?|tours?|hitch(?:es)?|enlistments?))?"
)
_NO_PLACE: Final = (
    r"(?!(?:a|an|the|my|his|her|our|their|this|that|these|those|it|captivity|poverty|wedlock|foster|care|prison|jail|january|february|"
    r"march|april|may|june|july|august|september|october|november|december|spring|summer|fall|winter|sin|time|19\d\d|20\d\d)\b)"
)
_TWO_WORDS: Final = r"(?:(?:new|san|santa|santo|saint|st|puerto|costa|north|south|east|west|northern|southern|el|la|las|los|port|sao|hong) )?"

PATTERNS: Final = (
    make(
        "same_sex",
        "PC_SEXUAL_ORIENTATION",
        r"(?<!\w)(?:sexually |romantically |emotionally )?(?:and (?:emotionally|sexually|romantically) )?"
        r"(?:attract(?:ed|ion) to|likes?|liking|into|loves?|loved|loving|prefers?|date|dates|dated|dating|kiss(?:ed|es|ing)?|marr(?:y|ied|ying)|"
        r"(?:sleep|slept|sleeping|hook(?:ed|ing)? up|holding hands|hold hands|made out|making out|fell in love|in love|fall in love|in bed|"
        r"flirt(?:ed|ing)?|sex|a crush|living|lives|moved in) (?:with|on)|crush(?:es|ing)? on|feelings for|gay for|"
        rf"fantasi[sz](?:e|es|ed|ing) about) {_SAME} {_THEM}(?!\w)",
        0.8,
        check=not_behind_a_back,
    ),
    make(
        "dates_them",
        "PC_SEXUAL_ORIENTATION",
        r"(?<!\w)(?:(?:i|we|only|mostly|usually) (?:only |mostly |also |just |don't |usually )?(?:date|like|prefer|love|sleep with|kiss|marry|fancy)|"
        r"i'm (?:only |mostly |also |just |not |really |more )?into|(?:he|she|they) (?:only |mostly |also |just )?(?:dates|prefers|sleeps with|fancies))"
        r" (?:dudes|guys|men|women|chicks|boys|girls|ladies|females|males|both)(?! (?:who|that|with|in|from|like|at|on|and their|night|to)\b)(?!\w)",
        0.72,
    ),
    make(
        "two_parents",
        "PC_SEXUAL_ORIENTATION",
        r"(?<!\w)(?:(?:my|his|her|their|our|has|have|had|with|of|by) two (?:moms|mums|dads|mommies|daddies|mothers|fathers)|"
        r"(?:my|his|her|their|our) (?:moms|mums|dads|mommies) (?:are|were|got|have|met|adopted|married|and i)|"
        r"both (?:of )?(?:my|his|her|their|our|the) (?:moms|mums|dads|mothers|fathers|wives|grooms|brides))(?!\w)",
        0.75,
    ),
    make(
        "other_team",
        "PC_SEXUAL_ORIENTATION",
        r"(?<!\w)(?:play|plays|played|playing|bat|bats|batting|batted|hit|hits|switched|switching) (?:for|to) (?:the other|both|our|your) teams?(?!\w)|"
        r"(?<!\w)(?:in|out of|outta|back in|left|leave|leaving) the closet(?! (?:door|shelf|with|behind|under|for my|for your|rod))(?!\w)",
        0.75,
    ),
    make(
        "is_out",
        "PC_SEXUAL_ORIENTATION",
        r"(?<!\w)(?:i'm|im|i am|i was|he's|she's|they're|was|been|am|not|openly|fully|being|be) (?P<x>out (?:to (?:my (?:squad|shift|crew|boss|captain|"
        r"parents|family|mom|dad|team|partner|lieutenant|sergeant|coworkers|unit|department|friends|roommate)|everyone at|anyone at|nobody|anybody|only)|"
        r"at (?:work|school|the station|the firehouse|the precinct|my job|the department)|since (?:i was|high school|college|the academy|19\d\d|20\d\d)))"
        r"(?! (?:sick|with|on)\b)(?!\w)",
        0.72,
    ),
    make(
        "identifies",
        "PC_GENDER_IDENTITY",
        r"(?<!\w)(?:self[ -])?identif(?:y|ies|ied|ying) as (?:(?:a|an|the|either|neither|both|more|less) ){0,2}(?:m[ae]n|wom[ae]n|males?|females?|"
        r"girls?|boys?|guy|they|he|she|opposite|other|different|neither|nonbinary|non-binary|queer|trans|something else)(?: (?:sex|gender))?(?!\w)",
        0.88,
    ),
    make(
        "new_gender",
        "PC_GENDER_IDENTITY",
        r"(?<!\w)(?:born (?:as )?(?:a |an )?(?:male|female|man|woman|boy|girl)|(?:used|wants?|wanted|trying|decided|pretending|claims?|claiming) to be "
        r"(?:a |an )(?:woman|girl|man|boy|lady|dude|guy)(?! (?:of|who|that|about|in)\b)|(?:feels?|felt|live[sd]?|living|lived|present(?:s|ed|ing)?|"
        r"pass(?:es|ed|ing)?|dress(?:es|ed|ing)?) (?:as|like) (?:a |the |an )?(?:wom[ae]n|opposite sex|other sex|different gender|opposite gender|"
        r"other gender)|(?:woman|girl|lady|chick)'?s? (?:with|has|have|had) (?:a )?(?:penis|dick|cock|c0ck|adam's apple)|(?:man|men|dude|guy|boy)s? "
        r"in (?:a )?(?:dress|dresses|skirt|skirts|wig|wigs)|neither (?:a )?(?:man|male) (?:n?or) (?:a )?(?:woman|female))(?!\w)",
        0.8,
    ),
    make(
        "served_years",
        "PC_VETERAN_MILITARY",
        rf"(?<!\w)(?:did|served|spent|put in|gave|after|got out after) {_YEARS} (?:in|with|for) (?:the )?(?:us |u\.s\.? |united states )?{_FORCES}(?!\w)",
        0.82,
    ),
    make(
        "of_the_forces",
        "PC_VETERAN_MILITARY",
        rf"(?<!\w)(?:joined|enlisted in|left|leaving|quit|out of|discharged from|retired from|back from|in|with) the (?:us |u\.s\.? )?(?:{_FORCES})"
        r"(?= (?:for|and|at|after|with|taught|when|before|right|because|straight|as|i|he|she|we|until|since|then)\b|[.,!?;:]|$)(?! and file)(?!\w)",
        0.82,
    ),
    make(
        "trade_in_war",
        "PC_VETERAN_MILITARY",
        r"(?<!\w)(?:medic|mp|cook|mechanic|sniper|gunner|interpreter|contractor|chaplain|pilot|nurse|grunt) in (?:iraq|afghanistan|mosul|vietnam|nam|korea|"
        r"kuwait|baghdad|fallujah|kandahar|kabul|helmand|the gulf|desert storm|the (?:army|navy|marines|air force|guard))(?!\w)",
        0.82,
    ),
    make(
        "va_percent",
        "PC_VETERAN_MILITARY",
        r"(?<!\w)(?:[1-9]0|100) ?(?:%|percent) (?:va\b|disabled|disability|rating|service[ -]connected|p ?& ?t|through the va|from the va|with the va)"
        r"(?: (?:rating|disability|veteran|vet))?(?!\w)",
        0.85,
    ),
    make(
        "union_post",
        "PC_UNION",
        r"(?<!\w)(?:(?:(?:shop|chief|head|union|floor) )steward|rank[ -]and[ -]file(?! of)|recall rights|no[ -]confidence vote|vote(?:d)? (?:of )?no confidence|"
        r"chapter (?:president|chair|secretary|treasurer)|local (?:president|vice president|treasurer)|journeym[ae]n (?:wirem[ae]n|electricians?|plumbers?|"
        r"linem[ae]n|carpenters?|ironworkers?)|(?:sanitation|teachers?'?|nurses?'?|drivers?'?|workers?'?|staff|bus|hospital|hotel|dock|warehouse|grad student) "
        r"(?:walkouts?|strikes?|unions?)|(?:the|our|your|new|current|expired|a) (?:cba|collective agreement)|laid off with recall(?: rights)?|(?:organize|organizing|organised|organized) (?:the|our|my|this) "
        r"(?:workplace|shop|department|store|plant|warehouse|hospital|unit|shift)|sign(?:ed|ing)? (?:a|my|your|the|union|authorization) (?:union )?cards?(?= (?:at|for|and|to|"
        r"before|with the union)\b))(?!\w)",
        0.82,
    ),
    make(
        "army_post",
        "PC_VETERAN_MILITARY",
        r"(?<!\w)(?:at|to|from|in|on|near|of) (?P<x>(?:fort|ft\.?|joint base|naval base|naval air station|marine corps base) "
        r"(?!(?:worth|lauderdale|wayne|collins|myers|smith|pierce|lee|mcmurray|point|william|boyard|erie|trumbull|hill|nite|kent|mill|ticonderoga)\b)[a-z][\w-]{2,})(?!\w)",
        0.82,
        capital=True,
    ),
    make(
        "soldiers_trade",
        "PC_VETERAN_MILITARY",
        r"(?<!\w)(?:i was|i'm|im|am|as|was|an|a|former|ex|mos|mos was|mos is|retired)(?: an?)? (?P<x>(?:11[bc]|31b|68w|88m|92[agfy]|25[bu]|19[dk]|12[bn]|13[bf]|"
        r"35[fmnp]|15[tu]|89d|03[1-5]1|5811|0621|1371|3521)s?)(?!\w)",
        0.8,
    ),
    make(
        "woman_in_trade",
        "PC_SEX",
        r"(?<!\w)(?:(?:hysterical|emotional|token|bossy|only|first) )?(?:female|woman|lady|women|lady|girl) (?:officers?|cops?|sergeants?|lieutenants?|captains?|chiefs?|"
        r"detectives?|deput(?:y|ies)|troopers?|recruits?|cadets?|firefighters?|drivers?|bosses|boss|managers?|coach(?:es)?|engineers?|doctors?|soldiers?|pilots?|"
        r"judges?|candidates?|presidents?|dispatchers?|partner|supervisors?)(?!\w)",
        0.85,
    ),
    make(
        "club_of_one_sex",
        "PC_SEX",
        r"(?<!\w)(?:(?:good )?ol(?:d|e|') )?(?:boys|girls|gentlemen|ladies|lads)'? (?:club|network)(?! (?:sandwich|soda|of america|house)\b)(?!\w)",
        0.8,
    ),
    make(
        "yes_on",
        "PC_POLITICAL",
        r"(?<!\w)(?:yes|no|vote) on (?:question |prop |proposition |measure |amendment |issue )?#?(?:\d{1,3}|[a-z]{1}\d?)(?= |[.,!?]|$)(?! (?:the|my|your|out of|a scale))",
        0.82,
    ),
    make(
        "birthplace",
        "PC_NATIONAL_ORIGIN",
        rf"(?<!\w)(?:born (?:and raised )?in|originally from|hail(?:s|ing|ed)? from|native of|emigrated from|immigrated from|came over from|birthplace(?: is|:)?) {_NO_PLACE}"
        rf"(?P<x>{_TWO_WORDS}[a-z][\w'-]{{2,}})(?!\w)",
        0.78,
        capital=True,
    ),
)
"""All of them, in the order in which they are tried."""
