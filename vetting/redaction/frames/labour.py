"""Patterns of organised labour told without the word union: a local and its number, a vote on a contract, a walk-out, a hall, a lock-out.

Each asks for the frame of labour itself (who votes on what, who is locked out by whom), so that a local shop, a baseball strike and a set
that is a union of others stay.
"""

import re
from typing import Final

from vetting.redaction.frames.counts import N
from vetting.redaction.frames.told import make

_PLACES: Final = (
    r"(?:shop|store|warehouse|plant|unit|floor|hospital|school|newsroom|depot|kitchen|cafe|starbucks|job|worksite|workplace|"
    r"location|department|office|studio|museum|clinic|jobsite|site|company|garage|yard|terminal|crew|brewery|bakery)"
)
_WORKERS: Final = (
    r"(?:co-?workers?|workers?|nurses|teachers|drivers|baristas|guards|cops|officers|firefighters|miners|writers|actors|"
    r"cleaners|janitors|doctors|posties|guys|crew|colleagues|adjuncts|grad students|aides|paras|members|membership|staff|"
    r"rank and file|machinists|operators|dockworkers|pilots)"
)
_TRADES: Final = (
    r"(?:carpenters|ironworkers|iron workers|laborers|labourers|pipe ?fitters|steam ?fitters|sprinkler ?fitters|plumbers|"
    r"bricklayers|operating engineers|machinists|longshoremen|boilermakers|electricians|sheet ?metal workers|millwrights|"
    r"roofers|glaziers|insulators|steelworkers|auto ?workers|mine ?workers|letter carriers|postal workers|stagehands|"
    r"elevator constructors|cement masons|teamsters|painters and drywallers)"
)
_DEAL: Final = r"(?:contract|deal|ta|offer|tentative(?: agreement)?|agreement|cba|proposal|last best)"
_KEYS: Final = re.compile(
    r"\b(?:keys?|car|house|apartment|account|accounts|phone|password|bathroom|roommate|door|locksmith|airbnb|app|login|email|room)\b"
)
_OUTING: Final = re.compile(
    r"^ (?:of|on|to|into|in) (?:the |a |my |our |that )?(?:movie|theat|film|store|restaurant|bar|church|class|room|door|house|"
    r"date|concert|show|stadium|mall|kitchen|bathroom|pool|beach|porch|parking|backyard|there|it\b|gym|airport|interview|him|her|me|"
    r"each|us|this|with|gate|bedroom|building|hotel)"
)
_LABOUR: Final = re.compile(
    r"\b(?:unions?|locals?|steward\w*|strik\w+|picket\w*|scabs?|grievance\w*|bargain\w*|contract|dues|ratif\w+|teamsters?|"
    r"dispatch\w*|apprentic\w+|journey\w+|trades?|hall|management|workers|seniority|raises?|wages?|pension|layoffs?|laid off|"
    r"negotiat\w+|solidarity|crew|coworkers|nlrb|seiu|afscme|uaw|ibew|benefits|pay)\b"
)


def _no_keys(folded: str, start: int, end: int) -> bool:
    """Nobody who forgot a key or a password."""
    return not _KEYS.search(folded, max(0, start - 40), min(len(folded), end + 40))


def _from_work(folded: str, _start: int, end: int) -> bool:
    """Out of work in protest, not out of a cinema."""
    return not _OUTING.match(folded, end)


def _labour_near(folded: str, start: int, end: int) -> bool:
    """A word of work and its disputes stands near, outside what was found."""
    return bool(
        _LABOUR.search(folded, max(0, start - 110), start) or _LABOUR.search(folded, end, min(len(folded), end + 110))
    )


PATTERNS: Final = (
    make(
        "local_number",
        "PC_UNION",
        r"(?<!\w)(?:local|lodge|district council|district lodge|council) (?:no\.? ?|number |#)?\d{1,4}(?![\w%:.]?\d)"
        r"(?=['.,!?;)]|$| (?:and|is|was|has|had|here|hall|for|member|members|since|in|on|at|voted|president|steward|rep|out|"
        r"brothers?|sisters?|strong|family|picnic|meeting|till|all|forever|pride|proud|dues|contract|who|with|til|hat|shirt|"
        r"sticker|boys|guys|crew|retiree|apprentice|journeyman|elected|ratified|struck|went|are|we|i|my|baby)\b)",
        0.85,
    ),
    make(
        "vote_on_contract",
        "PC_UNION",
        rf"(?<!\w)(?:vot(?:e|ed|es|ing) (?:(?:yes|no|hell no|overwhelmingly|unanimously|narrowly|it|the|{N} ?(?:-|to) ?{N}) )?(?:"
        rf"on|for|against|down|to (?:ratify|reject|accept|approve|turn down)) (?:the |our |a |this |that |their )?(?:new |lousy |"
        rf"garbage |shit |tentative |strike |union )?(?:{_DEAL}|strike|union|walk ?out)|(?:ratif(?:y|ied|ying)|reject(?:ed|ing)?|"
        rf"turn(?:ed)? down|shot down|voted down) (?:the|our|that|this|their|a) (?:new |lousy |garbage |shit |tentative |latest |"
        rf"second |third |company's )?{_DEAL}(?! (?:killer|extension|from (?:a|the) team))|(?:we|they|members|membership|"
        rf"{_WORKERS}) (?:all |just |finally |overwhelmingly |narrowly )?ratified|(?:authorize[ds]?|authorise[ds]?|called|call) "
        rf"(?:a|the|for a|our) (?:strike|walk ?out)(?! (?:zone|three))|strike (?:vote|authorization|fund|pay|deadline|captain|"
        r"ballot|mandate))(?!\w)",
        0.8,
        check=_labour_near,
    ),
    make(
        "shop_votes",
        "PC_UNION",
        rf"(?<!\w)(?:my|our|this|the|her|his) (?:\w+ )?(?:{_PLACES}|{_WORKERS}) (?:just |finally |is |are |was |were |has |have |"
        rf"got |all |went |goes )*(?:voted (?:{N}|to (?:join|organi[sz]e|strike|union\w*|form))(?: ?(?:-|to) ?{N})?(?: to join the \w+)?"
        r"|organi[sz](?:ed|ing)(?=[.,!?]|$| (?:with|last|this|under|and|in|now|for|against)\b)|unioni[sz]\w+|on strike|"
        r"striking|walk(?:ed|ing) (?:out|off)|out on strike|locked out|decertif\w+)(?! (?:fires?|party|event|closet))(?!\w)",
        0.78,
        check=_from_work,
    ),
    make(
        "we_strike",
        "PC_UNION",
        rf"(?<!\w)(?:(?:we|i)(?:'re|'m| are| am| were| was)? (?:all |still |now |proudly |currently |both )?(?:on strike|striking"
        r"(?= (?:for|over|because|at|until|again|with|today|tomorrow|and|too)\b|[.,!]|$)|out on strike|going on strike|locked out"
        r"(?! of))|we (?:all |just |finally |both )?(?:walked|walk) (?:out|off(?= the (?:job|line|site|floor)))(?= (?:together|"
        r"yesterday|today|at|over|because|for|until|after|in|last|this|on|and)\b|[.,!]|$)|strik(?:e|es|ing) (?:for|over) "
        r"(?:better|fair|living|higher|safe|safer|our|wages|pay|a (?:fair|living|contract|raise|decent)|staffing|healthcare)|"
        rf"(?:\d+|{N}) (?:days?|weeks?|months?) (?:out )?(?:on strike|on the (?:picket )?line|without a contract|locked out|"
        r"into (?:the|our|this) strike)|day \d+ (?:of|on) (?:the |our |this )?(?:strike|line|picket\w*|lockout)|(?:stand|standing|"
        rf"stood|solidarity|march\w*|honk\w*) (?:with|for) (?:the |all |our |my |every |those )?(?:strik\w+|picket\w*|workers|"
        rf"nurses|teachers|baristas|miners|writers|union\w*|locked out)(?: {_WORKERS})?)(?!\w)",
        0.78,
        check=_from_work,
    ),
    make(
        "shut_out",
        "PC_UNION",
        rf"(?<!\w)(?:they|company|management|bosses|owners|mill|plant|school|hospital|employer)(?: \w+)? (?P<x>lock(?:ed|ing|s)? "
        rf"(?:us|them|me|everyone|all of us|the (?:{_WORKERS})) out|(?:won't|wouldn't|refuses? to|refused to|walked away from|came back to|"
        r"isn't|stopped) (?:bargain\w*|negotiat\w+|the (?:bargaining |negotiating )?table|recogni[sz]e (?:us|the|our)))(?!\w)|"
        r"(?<!\w)(?:back|return\w*|come|came|went|gone|stay\w*|sat|sit|away) (?:at|to|from) the (?:bargaining |negotiating )table"
        r"|(?:br(?:ought|ing|inging|ings)|hir(?:ed|ing|es)|flew|bus(?:sed|ed)) in (?:replacement\w*(?: workers)?|scabs?|strike ?breakers?|"
        r"pinkertons?|agency nurses)(?!\w)",
        0.76,
        check=_no_keys,
    ),
    make(
        "organises",
        "PC_UNION",
        rf"(?<!\w)(?:(?:organi[sz](?:e|ed|ing|er)|salt(?:ed|ing)) (?:of )?(?:with )?(?:at )?(?:my|our|the|your|their|a) (?!(?:\w+ )?(?:garage|kitchen|office|shed|library)\b)(?:\w+ )?(?:"
        rf"{_PLACES}|co-?workers|workers|nurses|drivers|baristas|workplace)(?! (?:party|event|potluck|closet|lunch|trip|outing|"
        r"shelf|shelves|files|desk|picnic|softball|supplies))|(?:fired|disciplined|written up|laid off|suspended|canned|let go|"
        r"retaliated against|targeted) for (?:organi[sz]ing|union\w*|talking (?:union|about (?:pay|wages|a union))|picketing|"
        r"striking|signing a card|passing out cards)|(?:sign(?:ed|ing)?|hand(?:ed|ing) out|pass(?:ed|ing) out|collect(?:ed|ing)|got) "
        r"(?:my |a |our |the )?(?:union |authorization |auth |membership )cards?|(?:dues|fees) (?:come|came|coming|go|went|going|"
        r"are|get|taken|deducted|straight) (?:\w+ )?(?:out of|from|to) (?:my|our|every|each|the) (?:paychecks?|pay|checks?|"
        r"wages|local|international|politicians))(?!\w)",
        0.8,
    ),
    make(
        "of_the_trades",
        "PC_UNION",
        rf"(?<!\w)(?:in|with|joined|join|joining|through|for|from|member of|apprenticeship with|apprentice with|out of|retired from) "
        rf"the (?:united |international )?{_TRADES}(?! (?:who|that|at my|working on|to fix|to come|coming|we hired|on my))(?!\w)|"
        r"(?<!\w)(?:first|second|third|fourth|2nd|3rd|4th|proud)[- ](?:generation )?(?:ironworker|lineman|longshoreman|pipe ?fitter|"
        r"steamfitter|steelworker|autoworker|coal miner|teamster|boilermaker|journeyman|millwright|wireman|stagehand)|"
        r"(?<!\w)(?:journeyman|apprentice|foreman|jw) (?:inside )?(?:wireman|lineman|ironworker|pipe ?fitter|steamfitter|plumber|"
        r"carpenter|millwright|electrician|boilermaker|operator)(?!\w)",
        0.74,
    ),
    make(
        "in_office",
        "PC_UNION",
        r"(?<!\w)(?:local|lodge|branch|chapter) (?:president|vice president|vp|treasurer|steward|delegate|trustee|e-?board|bylaws|"
        r"recording secretary|sergeant at arms|negotiator|bargaining \w+)(?! of (?:the )?(?:bank|club|rotary|naacp|pta))(?!\w)|"
        r"(?<!\w)(?:my|our|the|a|your|without|no) (?:\w+ )?(?P<x>(?:rep|steward|delegate|reps)(?= (?:sat in|sat with|sitting in|present|"
        r"in the (?:room|meeting|hearing|disciplinary|interview)|filed|at (?:my|the) (?:hearing|disciplinary|meeting|interview)|"
        r"grieved|got me (?:my job|reinstated)|fought (?:it|for)|walked me))\b)|(?<!\w)(?:called|from|at|to|by|of|down at) (?P<y>the "
        r"hall)(?= (?:for work|again|to sign|called|every|sent|looking|with a|on the|monday|this|and (?:signed|they))\b|[.,!]|$)|"
        r"(?<!\w)signed (?:the )?book (?:1|2|3|one|two|i|ii)(?!\w)",
        0.76,
        check=_labour_near,
    ),
)
"""All of them, in the order in which they are tried."""
