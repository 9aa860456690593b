"""Patterns of recovery from addiction, of self-harm and of a troubled mind, told without a diagnosis."""

import re
from typing import Final

from vetting.redaction.frames.counts import SPAN, N
from vetting.redaction.frames.told import make

_DRUGS: Final = (
    r"(?:heroin|drugs?|meth|crystal|coke|cocaine|crack|pills?|pain ?pills|painkillers|opioids?|opiates?|oxy|oxys|percs|"
    r"percocets?|"
    r"fentanyl|fent|xanax|benzos|alcohol|booze|gambling|porn|sex|food|nicotine|vicodin|adderall|kratom|ketamine|"
    r"morphine)"
)
_TARGET: Final = re.compile(r"\b(?:goal|shot|field goal|rim|target|ball|serve|penalty|record attempt)\b")
_JOB: Final = re.compile(r"\b(?:cat|dog|physical|water|retail|massage|degree|major|hiring|job|works as|work as|as a)\b")


def _not_on_a_target(folded: str, start: int, end: int) -> bool:
    """Not an attempt at a goal."""
    return not _TARGET.search(folded, max(0, start - 20), min(len(folded), end + 25))


def _not_the_job(folded: str, start: int, end: int) -> bool:
    """Not somebody who works as a therapist, and not another therapy."""
    return not _JOB.search(folded, max(0, start - 12), min(len(folded), end + 12))


_JEST_BEFORE: Final = re.compile(
    r"(?:(?:cheaper|better|healthier) than|(?:truck|gym|dog|cat|bike|boat|barber|bartender|garden|kitchen|guitar|ocean|beach|river|woods|playlist|whiskey|wine|horse|kayak|hairdresser|couch|bar|music|coffee|oven|shower)s?(?:'s| is| was| are)) ?$"
)
_JEST_AFTER: Final = re.compile(
    r"^s?(?: is|'s| has| are)? (?:actually |literally |basically |just |named |called |also |only )*(?:a|an|the|my|two|four|called|named) (?:\w+ )?(?:retriever|dog|cat|horse|gym|bar|beach|barber|bartender|legs|whiskey|playlist|lab|poodle|kitten|goat|truck|bike|keyboard|tail)(?!\w)"
)


def _not_the_job_nor_jest(folded: str, start: int, end: int) -> bool:
    """As above, and not "my truck is my therapist"."""
    return (
        _not_the_job(folded, start, end)
        and not _JEST_BEFORE.search(folded, max(0, start - 40), start)
        and not _JEST_AFTER.search(folded[end : end + 50])
    )


PATTERNS: Final = (
    make(
        "sober_time",
        "PC_DISABILITY_MENTAL",
        rf"(?<!\w)(?:{N}(?: ?\+|,| and a half|1/2)? {SPAN}(?: and counting)?(?: \d{{1,3}} {SPAN})? (?:clean(?! (?:up|"
        r"out|for inspection))|sober|into recovery|in recovery|"
        r"of (?:sobriety|recovery|being sober|being clean)|(?:alcohol|drug|smoke|booze|heroin|meth|opioid|opiate|pill|"
        r"self[ -]harm|binge|cocaine)[ -]free|"
        rf"free of (?:{_DRUGS})|off (?:of )?(?:the )?(?:{_DRUGS}|bottle)|without (?:a |any |touching a |one |so much as a )?(?:drink|drop|booze|using|a hit|alcohol|{_DRUGS})(?! of))|{SPAN} (?:\d{{1,4}}|one|two|"
        r"three) (?:of (?:being |getting )?)?(?:sober|clean|sobriety|alcohol[ -]free)|"
        rf"(?:clean|sober|dry)(?: and sober)? (?:for (?:over |almost |about |nearly |the (?:past|last) )?{N} {SPAN}|"
        rf"since (?:\w+ )?(?:\d{{1,4}}|january|february|march|april|may|june|july|"
        rf"august|september|october|november|december)|going on {N}|from (?:{_DRUGS}))|{N}[ -](?:{SPAN}|hour) (?:chip|"
        r"medallion|coin|sober|sobriety))(?!\w)",
        0.88,
    ),
    make(
        "drank",
        "PC_DISABILITY_MENTAL",
        rf"(?<!\w)(?:(?:quit|stopped|gave up|quitting|stopping) (?:drinking|using|boozing|alcohol|{_DRUGS})|(?:off|on|"
        r"fell off|back on|fallen off) the wagon|"
        r"(?:drank|drinking|drunk|drink|drinks) (?:myself|himself|herself) (?:to (?:death|sleep)|sick|stupid)|"
        r"drinking problem|problem drinker|drink problem|"
        r"(?:don't|doesn't|do not|dont) drink any ?more|(?:kicked|beat|kicking) (?:heroin|the habit|the bottle|meth|"
        r"opioids|my addiction)|"
        rf"(?:hooked|strung out|dependent|addicted|addiction) (?:on|to) (?:{_DRUGS})|got off (?:{_DRUGS}))(?!\w)",
        0.82,
    ),
    make(
        "addict_of",
        "PC_DISABILITY_MENTAL",
        r"(?<!\w)(?:(?:recovering|recovered|reformed|functioning|functional|high[ -]functioning|former|ex|"
        r"in[ -]recovery|active)[ -](?:\w+ )?"
        r"(?:addicts?|alcoholics?|junkies?|drunk|anorexic|bulimic|gambler|cutter|drug user|pill popper)|"
        rf"(?:{_DRUGS})[ -](?:addicts?|addictions?|addicted|"
        rf"dependency|dependence|abuse problem|problem|withdrawals?|detox|rehab|relapse))(?!\w)",
        0.88,
    ),
    make(
        "own_death",
        "PC_DISABILITY_MENTAL",
        r"(?<!\w)(?:(?:tried|trying|attempted|attempting|planned|planning|wanted|want|ready|thought about|"
        r"thinking about|going|thoughts of) (?:to |of )?(?:end(?:ing)? (?:it(?: all)?|my life|things|"
        r"her life|his life|it for good)|kill(?:ing)? (?:myself|himself|herself|themselves)|commit(?:ting)? suicide|"
        r"tak(?:e|ing) (?:my|his|her) (?:own )?life|hang(?:ing)? (?:myself|himself|herself)|jump off (?:a|"
        r"the) (?:bridge|roof|building)|o\.?d\.?)|(?:killed|hanged|hung) (?:himself|herself|themselves|"
        r"themself)|killing myself(?! (?:laughing|in the gym|at|over|with laughter|trying))|(?:slit|"
        r"slitting|cut|cutting|slice|sliced) (?:my|her|his) (?:own )?(?:wrists?|arms?|thighs?|forearms?)(?! (?:on|"
        r"hair|with a can))|scars? (?:on|all over|up and down) (?:my|her|his) (?:wrists?|(?:fore)?arms?|"
        r"thighs?)|self[ -]harm(?:ed|ing|er|s)? ?(?:scars?|marks?)?|sh scars?|(?:used to|started|stopped|"
        r"began|i've been|relapsed and) cut(?:ting)?(?=[.,!?]|$| (?:again|to cope|when|because|myself)))(?!\w)",
        0.85,
    ),
    make(
        "voices",
        "PC_DISABILITY_MENTAL",
        r"(?<!\w)(?:i|i'm|he|he's|she|she's|been|started|who|started) (?P<x>(?:hear|hears|hearing|heard|hallucinat(?:e|"
        r"es|ed|ing)) (?:the )?(?:voices(?: in (?:my|his|her) head)?|things that aren't there))(?! (?:of|from|"
        r"outside|in the|down|next|saying hello)\b)(?!\w)",
        0.72,
    ),
    make(
        "does_not_want_to_live",
        "PC_DISABILITY_MENTAL",
        r"(?<!\w)(?:(?:don't|do not|dont|didn't|did not|never) (?:really )?want(?:ed)? to (?:(?:be here|"
        r"wake up|exist|go on|keep going|live|be alive) (?:any ?more|any longer|at all)|(?:exist|be alive|"
        r"live|wake up)(?=[.,!?]|$| (?:and|because|but|if)\b))|(?:wish|wished) (?:i|she|he) (?:was|"
        r"were|had been|could be) (?:dead|never born|gone)|(?:thoughts|thinking|think|thought|ideas) (?:of|"
        r"about) (?:suicide|ending (?:it|things|my life)|dying|hurting myself|killing myself|jumping|"
        r"self[- ]harm)|(?:my|his|her|after (?:an|my|his|her)|last|failed|first|second|third) (?:suicide )?attempts?(?=["
        r".,!?]|$| (?:in|last|and|when|i|on my life|at \d\d)\b)|survived (?:my|a|an|his|her) (?:suicide )?attempt|"
        r"(?:suicidal|suicide) (?:thoughts?|ideation|attempts?|note|watch|plan|kid|teen|mess))(?!\w)",
        0.82,
        check=_not_on_a_target,
    ),
    make(
        "time_in_care",
        "PC_DISABILITY_MENTAL",
        rf"(?<!\w)(?:(?:{N}|28|30|60|90|72) ?-?(?:days?|weeks?|months?|hours?|hrs?) ?-?(?:out of |in |"
        r"at |of |inpatient|hold|stay in |into )(?:a |the |my |an )?(?:rehab|treatment|detox|psych \w+|"
        r"inpatient|iop|recovery|residential|mental hospital|psychiatric \w+|sober living|therapy|"
        r"hold|program for \w+)|(?:checked|admitted|committed|signed|put) (?:myself|himself|herself|"
        r"me|him|her) (?:in|into|to) (?:a |the |an )?(?:rehab|psych \w+|hospital|treatment|detox|mental \w+|"
        r"inpatient|facility|er|program)|(?:go|goes|going|went|been|back) to (?:rehab|therapy|counseling|"
        r"detox|an? (?:aa|na|al-anon) meeting|meetings (?:every|daily))|(?:in|out of) (?:rehab|the psych ward|"
        r"inpatient|detox)|(?:see|sees|seeing|saw|found|started with|talk to|talking to|told|asked|"
        r"tells|says my|with) (?:a|my|her|his|an|our|the) (?:new )?(?:therapist|shrink|psychiatrist|"
        r"psychologist|counsell?or|grief counsell?or|trauma therapist|psych))(?!\w)",
        0.78,
        check=_not_the_job,
    ),
    make(
        "in_recovery",
        "PC_DISABILITY_MENTAL",
        r"(?<!\w)(?:(?:i|he|she|i'm|he's|she's|mom's|dad's|mom|dad|husband|wife|brother|sister|been|"
        r"person|people|woman|man|guy|mother|father|cops?|officers?|someone|anyone|now|still|fellow) (?:is |"
        r"are |am |was |were )?(?P<x>in recovery)(?! mode)|(?:white chip|sober (?:date|birthday|anniversary|"
        r"house|living)|sobriety (?:date|birthday|chip|anniversary)|clean date|(?:\d{1,2}|one|two|"
        r"three|five|ten|twenty|thirty)[- ](?:year|yr|month|day)s? (?:chip|coin|medallion|sober|clean))|"
        r"(?:alcoholic|addict|junkie|drunk) (?:mom|dad|mother|father|parents?|brother|sister|husband|"
        r"wife|ex|uncle|son|daughter|in recovery)|(?:mom|dad|mother|father|brother|sister|husband|"
        r"wife|ex|uncle|son|daughter|he|she|i)(?:'s| is| was|'m| am| are) (?:an? |also an? )(?:\w+ )?(?P<y>(?:alcoholic|"
        r"addict|drunk|junkie)))(?!\w)",
        0.82,
    ),
    make(
        "hooked_on",
        "PC_DISABILITY_MENTAL",
        r"(?<!\w)(?:addicted|addiction|hooked|dependence|relapsed?|relapsing|overdos(?:e|ed|ing)|od'?d|withdrawals?|"
        rf"detox(?:ed|ing)?|strung out|clean|sober) (?:on|off|from|to) (?:the )?{_DRUGS}(?!\w)",
        0.82,
    ),
    make(
        "low_mind",
        "PC_DISABILITY_MENTAL",
        r"(?<!\w)(?:(?:starv(?:e|ed|ing)|purg(?:e|ed|ing)|bing(?:e|ed|ing|eing)|cut|cutting|burn(?:ed|"
        r"ing)?|hurt|hurting|medicat(?:e|ed|ing)) (?:myself|herself|himself)(?! (?:on|with the|shaving|"
        r"cooking|a slice|some))|(?:can't|couldn't|cannot|haven't been able to|unable to|struggl(?:e|"
        r"ing) to|hard to) (?:even )?get out of bed(?! on time)|(?:feel(?:ing|s)?|felt) (?:so |completely |"
        r"totally )?(?:numb|hopeless|worthless|suicidal|empty inside|dead inside|like dying|like a burden)(?: and "
        r"(?:hopeless|numb|worthless|empty|alone))?|(?:after|before|had|having|since) (?:my|the|a|"
        r"another|his|her) (?:\w+ )?(?:breakdown|meltdown|episode|manic episode|relapse|overdose|attempt|"
        r"psychotic break|hospitali[sz]ation)(?! (?:of the season|of the show|\d|on netflix|drops))|"
        r"(?:go|goes|went|going|been|belongs|started|back) (?:to|in) (?P<x>aa|na|al-?anon|oa|ga)(?= (?:for|"
        r"meetings?|every|again|and|since|twice|because)\b|[.,!?]|$)|(?:stopped|quit|started|begun|"
        r"need|needs|needed|tried|trying|doing|does|did|in) (?:eating|therapy|counseling|emdr|dbt|"
        r"cbt|talk therapy|group therapy|grief counseling|rehab|treatment)(?= (?:because|for (?:my|"
        r"the|years|months)|again|when|after|since|and|but|now)\b|[.,!?]|$))(?!\w)",
        0.74,
        check=_not_on_a_target,
    ),
    make(
        "used_to_cut",
        "PC_DISABILITY_MENTAL",
        r"(?<!\w)(?:used to|want(?:ed)? to|urges? to|stopped|started|been|relapsed and|caught me|teenage|"
        r"last time i) (?P<x>cut(?:ting)?)(?=[.,!?]|$| (?:and|again|as a|when|because|my (?:arms?|"
        r"wrists?|thighs?|legs?)|in high school|to cope|to feel)\b)|(?<!\w)scars (?:all )?(?:over|"
        r"on|up|from)(?: and down)? (?:my|her|his) (?:arms?|wrists?|thighs?|legs?|cutting)(?!\w)|(?<!\w)(?:took|"
        r"swallowed|taken) (?:a (?:bunch|bottle|handful|lot|whole bottle)|all|too many|the whole bottle|"
        r"\d+) (?:of )?(?:my |her |his |the )?(?:pills|meds|sleeping pills|tylenol|xanax|advil|medication)(?!\w)|"
        r"(?<!\w)(?:in and out of|in|to|at|into|from|the) (?:a |an |the )?(?:psych(?:iatric)? (?:wards?|"
        r"units?|hospitals?|holds?|facilit(?:y|ies))|mental (?:hospitals?|wards?|institutions?|facilit(?:y|"
        r"ies))|rehabs?(?! (?:of|on|the|project|job|loan|budget|a)\b)|behavioral health(?: \w+)?)(?!\w)",
        0.8,
    ),
    make(
        "dry_since",
        "PC_DISABILITY_MENTAL",
        r"(?<!\w)(?:been|stayed|i'm|am|still|got|get|kept|bone) (?P<x>(?:dry|clean|sober))(?= (?:since|"
        r"for|\d|going on|over|almost|about|from|now|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|one|a year)\b)|"
        r"(?<!\w)narcan'?(?:d|ed)(?!\w)|(?<!\w)(?:the|my|a|his|her|our) (?:va |new |old |family )?(?:shrink|"
        r"therapist|psychiatrist|psychologist|pdoc)s?(?!\w)|(?<!\w)in (?:therapy|counseling|treatment|"
        r"recovery|rehab|detox|analysis) (?:for|since|because|again|twice|every|with)(?!\w)",
        0.78,
        check=_not_the_job_nor_jest,
    ),
    make(
        "own_psych",
        "PC_DISABILITY_MENTAL",
        r"(?<!\w)(?:my|his|her|our|a) (?P<x>psych)(?= (?:upped|says|said|told|thinks|put|prescribed|"
        r"wants|and|appointment|appt|doctor|doc|nurse|meds|is|changed|lowered|switched)\b)",
        0.78,
    ),
    make(
        "held_in_care",
        "PC_DISABILITY_MENTAL",
        r"(?<!\w)(?:(?:was|been|got|getting|had (?:me|him|her)|involuntarily|voluntarily) (?:\w+ )?(?P<x>(?:committed|"
        r"sectioned|institutionali[sz]ed|hospitali[sz]ed))(?= (?:against|for (?:\w+ )?(?:\w+ )?(?:hours|"
        r"days|weeks|months|a week|a month|my|depression|being)|twice|once|again|last|in|at|when|after|"
        r"to (?:a|the) (?:hospital|psych|ward|facility|institution|mental))\b|[.,!?]|$)(?! to (?:the (?:team|"
        r"project|job|cause|department)))|(?:in|joined|found|through|attend\w*|run|left) (?P<y>aa|"
        r"na|al-?anon)(?= (?:and|for|since|meetings?|saved|twice|every|with|because)\b|[.,!?]|$)|(?:after|"
        r"from|of|almost|survived|about|an?|his|her|my|fatal|near) (?P<z>(?:overdos(?:ing|e[ds]?)|"
        r"od'?ing|relaps(?:e[ds]?|ing)))(?! (?:on (?:tacos|pizza|coffee|sugar|memes|caffeine)))|(?:my|"
        r"the|her|his) (?P<w>(?:dissociation|dissociating|hypervigilance|derealization|depersonalization|"
        r"psychosis|mania|delusions|paranoia|voices|compulsions|intrusive thoughts|night terrors|panic|"
        r"meltdowns|stims?|tics?)) (?:is|are|was|were|gets?|got|make|makes|started|came|won't|keep))(?!\w)",
        0.76,
        check=_not_on_a_target,
    ),
)
"""All of them, in the order in which they are tried."""
