"""Patterns of an age told in passing: "my sister (17)", "at sixteen I left", "pushing sixty", "in high school in the eighties".

Ages given outright are in `patterns`. Whether a number is an age is asked of the words around it: units, temperatures and seats are not.
"""

import re
from typing import Final

from vetting.redaction.contexts.nearby import far
from vetting.redaction.frames.told import make
from vetting.redaction.site import bag

_TENS: Final = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_ONES: Final = "one|two|three|four|five|six|seven|eight|nine"
_NUMBER: Final = (
    rf"(?:\d{{1,3}}(?:\.5)?|(?:{_TENS})(?:[ -](?:{_ONES}))?|{_ONES}|ten|eleven|twelve|thirteen|fourteen|fifteen|"
    rf"sixteen|seventeen|eighteen|nineteen|a hundred)"
)
NUMBER, TENS, ONES = _NUMBER, _TENS, _ONES


_PRICED: Final = re.compile(r"(?:\$|£|€|priced|costs?|score|channel|route|gate|lane|exit)")


def _of_a_name(folded: str, start: int, end: int) -> bool:
    """Nothing of prices, scores or roads in the same breath."""
    return not _PRICED.search(folded, max(0, start - 30), min(len(folded), end + 20))


_NAMED: Final = bag(
    "adult aunt baby bestie bf boss both boy boyfriend bro brother brothers buddy cadet child children cop cousin "
    "coworker dad daughter daughters dude ex father female fiance fiancee fil friend friends gf girl girlfriend "
    "girlfriends grandma grandpa guy he her him husband husband's i in-law in-laws kid kids lady male man manager "
    "me mil mom mother mum myself neighbor neighbors neighbour nephew niece nurse officer oldest parents partner "
    "partners patient person recruit rookie roomate roommate she sil sis sister sisters so son sons spouse stepdad "
    "stepdaughter stepmom stepson student students suspect teacher teen teenager tenant twin twins uncle us veteran "
    "victim we widow widower wife woman youngest"
)
_BEFORE_BRACKET: Final = re.compile(r"([\w'-]+) ?[(\[]\s?$")


def _after_person(folded: str, start: int, _end: int) -> bool:
    """The bracket stands after a word for a person."""
    word = _BEFORE_BRACKET.search(folded, max(0, start - 24), start)
    return word is not None and word[1] in _NAMED


_NEWBORN: Final = re.compile(
    r"\b(?:baby|son|daughter|newborn|infant|he's|she's|he is|she is|my|our|nephew|niece|twins|grandson|granddaughter|"
    r"girl|boy)\b"
)


def _of_a_child(folded: str, start: int, _end: int) -> bool:
    return bool(_NEWBORN.search(folded[max(0, start - 40) : start]))


_TWO: Final = (
    rf"(?:1[3-9]|[2-9]\d|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|(?:{_TENS})(?:[ -](?:{_ONES}))?)"
)
TWO = _TWO
_SHE: Final = (
    r"(?:i'm|i am|im|he's|she's|he is|she is|we're|they're|you're|who is|who's|mom is|mom's|dad is|"
    r"dad's|hes|shes|i was|he was|she was|am|husband is|wife is|brother is|sister is|son is|daughter is|"
    r"boyfriend is|girlfriend is|kid is|grandma is|grandpa is|mother is|father is|cousin is|friend is|"
    r"partner is|ex is)"
)
_NOT_YEARS: Final = (
    r"(?! ?(?:%|degrees|percent|pages?|minutes?|mins?|hours?|hrs?|miles?|mph|dollars?|bucks|pounds|lbs|points?|times|"
    r"feet|ft|inches|people|cars|"
    r"days?|weeks?|months?|am|pm|st|k|million|thousand|hundred|blocks|games|th|grand|yards|seconds|bpm|songs|calls|"
    r"in line|of)\b)(?![\w%:$.]\d|[\w%:$])"
)
NOT_YEARS = _NOT_YEARS
_FIRM: Final = far(
    r"company|companies|firm|store|shop|business|marriage|married|anniversary|building|school|club|department|city|town|team|miles?|brand|church|bridge|service|career|sober|together"
)


def _no_firm(folded: str, start: int, end: int) -> bool:
    """Not the fifty year mark of a company or a marriage; a school that somebody starts is no such thing."""
    return not folded.endswith(("mark", "milestone"), start, end) or _FIRM(folded, start, end)


PATTERNS: Final = (
    make(
        "at_a_mark",
        "PC_AGE",
        r"(?<!\w)(?:when|whenever|if|til+|until|once|since|before|after|like|wait til+) (?:your|ur|youre|u r|u are) (?:only |just |almost |over |like |still )?(?P<x>[1-9]\d)(?=[.,!?;]|$| (?:and|but|you|u|it|its|it's|life|everything|things|still|with (?:a|no|kids)|nobody|everyone)(?!\w))"
        r"|(?<!\w)(?:pass(?:ed|es|ing)?|hit(?:s|ting)?|reach(?:ed|es|ing)?|past|approach(?:ed|ing)?|near(?:ed|ing)?|cross(?:ed|ing)?|over|at|beyond|after|before) (?:the|my|his|her|that) (?P<y>(?:big )?[2-9]0[ -]?(?:yr|year)s?(?:[ -]old)?[ -](?:mark|milestone))(?!\w)"
        r"|(?<![\w.$])(?P<z>[1-9]\d ?\+ ?(?:years?|yrs?)[ -]?olds?)(?!\w)"
        r"|(?<!\w)first (?:real |ever )?(?:job|car|kiss|concert|computer|apartment|gig|paycheck|beer|date|tattoo|school dance|crush) (?:was |back |ever )*in (?:the )?(?P<w>(?:early |mid |late )?(?:19[3-9]\d|'?[3-9]0'?s))(?!\w)"
        r"|(?<!\w)(?P<v>(?:start(?:s|ed|ing)?|begin(?:s|ning)?|began|entering|enters|into|leav(?:es|ing)|finish(?:es|ed|ing)) (?:secondary(?: school)?|high school|middle school|junior high|primary(?: school)?|big school|kindergarten|kindy|pre-?k|preschool|nursery school|sixth form|year (?:[1-9]|1[0-3])|(?:[1-9]|1[0-2])(?:st|nd|rd|th) grade))(?= (?:this|next|in (?:sept\w*|aug\w*|the fall|fall|jan\w*)|on monday|today|tomorrow|monday|already|soon|tmrw)(?!\w)|[.,!?]|$)",
        0.8,
        check=_no_firm,
    ),
    make("here_at_the_start", "PC_AGE", r"\A\W{0,3}(?P<part>[1-9]\d) here\b(?= ?[,.;!-]| and\b)", 0.82),
    make("in_brackets_now", "PC_AGE", r"\((?P<part>(?:i'?m )?[1-9]\d now)\)", 0.85),
    make(
        "done_at",
        "PC_AGE",
        r"\b(?:married|divorced|widowed|pregnant|engaged|retired|graduated|moved out|left home|diagnosed|sober|orphaned|disfellowshipped)"
        r" at (?P<part>[1-9]\d(?:[/-][1-9]\d)?)(?![\w%:$]| ?(?:am|pm|percent|mph|main|st|street)\b)",
        0.85,
    ),
    make(
        "letter_then_age",
        "PC_AGE",
        r"(?:(?<=i'm )|(?<=im )|(?<=i am )|(?<=me )|(?<=wife )|(?<=husband )|(?<=gf )|(?<=bf )|(?<=girlfriend )|"
        r"(?<=boyfriend )|(?<=sister )|(?<=brother ))[mf] ?[1-9]\d(?![\w.-])|(?<![\w.$'-])[mf][1-9]\d(?= (?:here|from|"
        r"looking|and my|seeking|lives?|living|4[mfar]|single|married)\b)",
        0.82,
    ),
    make(
        "by_number",
        "PC_AGE",
        r"(?<!\w)(?:home|out|army|navy|marines|military|kid|kids|baby|son|daughter|child|first|died|sober|bachelor'?s|"
        r"master'?s|degree|phd|house|homeowner|mother|father|dad|mom|millionaire|widow|widowed|widower|grandmother|"
        r"grandma|grandfather|"
        r"pregnant|diagnosed|started|retire|retiring|cop|officer|force|academy|married|enlisted|alone|orphan|parent|"
        r"cancer|attack|stroke|drinking|smoking|working|virginity|driving|out|over|again) (?:only )?(?P<x>(?:at|"
        rf"by) (?:only |just |barely |the (?:ripe )?(?:old |young )?age of |around |about )?{_TWO}){_NOT_YEARS}",
        0.8,
        person=True,
    ),
    make(
        "will_be",
        "PC_AGE",
        r"(?<!\w)(?:i'll|i will|he'll|she'll|he will|she will|they'll|ill|you'll|would have|would've|"
        r"(?:i'm|im|he's|she's) (?:going to|gonna|about to)|son will|daughter will|mom will|dad will|"
        rf"finally|just|officially) (?:soon )?(?P<x>(?:be|been|turn|turns|turned|hit|hits) {_TWO})(?=[.,!?;)]|"
        r"$| (?:in (?!line|a row|total)|this|next|soon|when|by|tomorrow|and|at|now|today|on|years)\b)",
        0.85,
    ),
    make(
        "pushing",
        "PC_AGE",
        rf"(?<!\w)(?:{_SHE} (?:already |now |just |still |at |well )?(?:pushing|approaching|nearing|closing in on|over|"
        r"past|under|barely|well over|north of|hitting|knocking on|on the (?:wrong|right) side of|somewhere in my|"
        r"damn near|rounding|creeping up on)|"
        r"(?:men|women|people|guys|singles|runners|anyone|everyone|those|folks|dudes|ladies|moms|dads|parents|cops|"
        r"officers|adults|man|woman|someone|somebody|person|anybody|kids|girls|boys|us) (?:who are |that are )?(?:over|"
        rf"under|above|below|past|older than|younger than) (?:the age of )?) ?{_TWO}{_NOT_YEARS}|"
        r"(?<!\w)(?:over|under) (?:30|35|40|45|50|55|60|65|70)(?= (?:and (?:fit|single|still|never|loving|fabulous|"
        r"proud|out)|crowd|club|folks|set|women|men|league|dating)\b)",
        0.8,
        person=True,
    ),
    make(
        "comma_age",
        "PC_AGE",
        r"(?<!\w)(?:(?:(?:male|female|man|woman|guy|girl|dude|lady|m|f|boy|teen|teenager|kid|child|toddler|pupil|student|pensioner|grandmother|grandfather|driver|suspect|victim), ?(?P<x>[1-9]\d?))(?=[,.;)]|$| (?:from|here|years|"
        r"single|in)\b)|(?P<y>[1-9]\d), ?(?:male|female|m|f)(?=[,.;)]|$|\s)|[a-z]+ [a-z]+, (?P<z>[1-9]\d)(?=, (?:of|"
        r"from|was|is|who|has|faces|were|told|said|died|pleaded|charged|arrested|resident)\b))",
        0.8,
    ),
    make(
        "was_then",
        "PC_AGE",
        r"(?<!\w)(?:(?:the time|by then|though|although|and|but|because|cause|cuz) )?(?:i|he|she|they|we|you|"
        r"my \w+) (?:was|were) (?:only |just |about |maybe |like |barely |around |still |"
        rf"probably )?{_NUMBER}(?= (?:at the time|then\b|back then|or so|or (?:\d|{_ONES}|ten|eleven|twelve)\b|maybe|"
        r"when\b|years|and (?:he|she|my|i|in|still|living|didn't|had|was)\b))|"
        r"(?<!\w)(?:from|since|at|until|around) the time (?:i|he|she|they|we|my \w+) (?:was|were|turned) (?:about |"
        rf"like )?{_NUMBER}(?![\w:%])",
        0.85,
    ),
    make(
        "kin_in_brackets",
        "PC_AGE",
        r"[(\[]\s?(?P<x>(?:~|almost |now |about |also |both |only |just |currently |just turned |age |aged )?[0-9]{1,2}"
        r"(?: ?[mf]|, ?[mf]| ?(?:yo|y/o|years old|yrs))?)\s?[)\]]",
        0.9,
        check=_after_person,
    ),
    make(
        "kin_is",
        "PC_AGE",
        r"(?<!\w)(?:boyfriend|girlfriend|bf|gf|husband|wife|son|daughter|brother|sister|mom|dad|mother|"
        r"father|he|she|kid|partner|fiance|fiancee|ex|friend|grandma|grandpa|grandmother|grandfather|eldest|firstborn|toddler|"
        r"uncle|aunt|cousin|niece|nephew|oldest|youngest|baby|guy|girl|boy|who)(?:'s| is| was| just turned|"
        r" must be| looks| looked| must have been| would be| will be| turned| can't be){1,3} (?:only |"
        r"just |about |almost |nearly |like |maybe |around |over |at least |now |barely |probably |"
        rf"older than |already )?(?P<x>(?:[2-9]|[1-9]\d|{_ONES}|(?:{_TENS})(?:[ -](?:{_ONES}))?|ten|"
        r"eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen)(?: (?:months|weeks)(?= old|[.,!?]|$))?)(?=[.,!?;)](?!\d)|"
        r"$| (?:and (?!\d)|but|already|now\b|so\b|with|years|today|when|yrs|or so|tops))",
        0.78,
        person=True,
    ),
    make(
        "about_so_old",
        "PC_AGE",
        r"(?<!\w)(?:man|woman|male|female|guy|lady|kid|boy|girl|person|someone|dude|couple|teenager) (?P<x>(?:of |"
        rf"aged |of about |of maybe |about |around |maybe |roughly |approximately |probably |about age |like )(?:{_TWO}|[4-9]|1[0-2]|five|six|seven|eight|nine|ten|eleven|twelve)){_NOT_YEARS}|"
        r"(?<![\w.$:])[2-9]\d[ -]?ish(?!\w)(?! (?:minutes|people|miles|dollars|bucks|percent|degrees|"
        r"cars|pounds))|(?<!\w)(?:early|mid|late)[ -][2-7]0[ -]?ish(?!\w)",
        0.76,
        person=True,
    ),
    make(
        "weeks_old",
        "PC_AGE",
        rf"(?<![\w.$]){_NUMBER}[ -]?(?:weeks?|wks?|days?)[ -]?olds?(?!\w)",
        0.82,
        person=True,
        check=_of_a_child,
    ),
    make(
        "is_retired",
        "PC_AGE",
        r"(?:(?<=[.!?] )|(?<![\s\S])|(?<=\n))(?:recently |newly |semi[ -]?|happily |just |finally |"
        r"officially )?retired(?= (?:last|in|from|after|and|now|cop|teacher|nurse|at|two|three|this|early|for|since|"
        r"police|firefighter|but|here|as of|life|with|army|navy|mailman|trucker|nerd)\b|[.!;](?!\w)|, (?!number|jersey)|$)",
        0.8,
    ),
    make(
        "name_is",
        "PC_AGE",
        r"(?<![\w'])(?!(?:it|that|what|there|today|tonight|tomorrow|here|let|score|temp|price|cost|"
        r"rent|which|total|how|where|when|everything|one|high|low|average|limit|time|this|record|number|"
        r"chapter|line|page|game|team)')[a-z]{2,14}'s (?:about |almost |nearly |only |just |already |"
        rf"turning |now )?(?P<x>{_TWO})(?=[.!?)]|$|, (?:i|he|she|they|we|and|but|still|not)\b| (?:and (?:the|"
        r"a|an|i|she|he|still|has|is|just|can|my|so|we|they|never|was|got)|but|so|now|she's|he's|she|"
        r"he|still|tomorrow|next (?:week|month)|this (?:week|month|year))\b)",
        0.72,
        check=_of_a_name,
    ),
    make(
        "life_at",
        "PC_AGE",
        r"(?<!\w)(?:married|divorced|widowed|pregnant|sober|retire[ds]?|enlisted|graduated|diagnosed|"
        r"orphaned|adopted|moved out|left home|ran away|gave birth|(?:gave|put) (?:her|his|my|the|"
        r"our) (?:baby|son|daughter|child)|kids?|baby|lost (?:my|his|her) (?:mom|dad|mother|father|"
        r"husband|wife|brother|sister|son|daughter|parents|virginity)|died|passed away|tied|came out|"
        r"homeless|hired|sworn in|promoted|first (?:kid|child|gray hair|heart attack|stroke|job|drink|"
        r"arrest)|heart attack|stroke|hysterectomy|vasectomy|menopause|locked up|kicked out|sent away|"
        r"arrested|addicted|deaf|blind|paralyzed|started (?:drinking|smoking|over|working|using)|back to school|"
        r"academy|rookie|recruit|mother|father|mom|dad|grandma|grandpa|grandmother|grandfather|widow|"
        r"bride)(?: (?!\d)[\w']+){0,4}? (?P<x>(?:at|by) (?:only |just |barely |the (?:ripe )?(?:old |"
        rf"young )?age of |around |about |like )?{_TWO}){_NOT_YEARS}",
        0.76,
        person=True,
    ),
    make(
        "starts_with_age",
        "PC_AGE",
        rf"(?:(?<![\s\S])|(?<=[.!?;] )|(?<=\n))(?:almost|nearly|barely|pushing|approaching|hitting|closing in on|newly|"
        rf"officially|turned|turning) {_TWO}{_NOT_YEARS}(?=[.!?,]|$| (?:and|but|with|here|years|this|in|next|so|now|"
        r"today|tomorrow)\b)",
        0.78,
    ),
    make(
        "years_in_commas",
        "PC_AGE",
        r"(?<=, )[1-9]\d years(?= ?,)",
        0.75,
    ),
    make(
        "ages_of_some",
        "PC_AGE",
        r"(?<!\w)(?:kids|children|boys|girls|sons|daughters|siblings|brothers|sisters|twins|they|we|"
        r"nephews|nieces|both|ones|littles|grandkids|grandchildren)(?:'re| are| were|,|:| -)? (?:now |"
        r"only |just |aged |ages )?(?P<x>\d{1,2}(?:, \d{1,2}){0,4},? (?:and|&) (?:almost )?\d{1,2})(?=[.,!?;)"
        r"]|$| (?:and|but|so|now|who|when|years|yrs|respectively)\b)",
        0.8,
    ),
    make(
        "between_commas",
        "PC_AGE",
        r"(?<!\w)(?:my|his|her|our|their|a|the|this|your) (?:\w+ )?(?:mom|mother|dad|father|son|daughter|"
        r"brother|sister|wife|husband|boyfriend|girlfriend|bf|gf|fiancee?|partner|ex|friend|roommate|"
        r"cousin|niece|nephew|uncle|aunt|kid|child|grandma|grandpa|grandmother|grandfather|boy|girl|"
        r"man|woman|guy|teen|teenager|neighbou?r|coworker|boss|student|stepson|stepdaughter|stepdad|"
        r"stepmom|driver|suspect|victim|resident|officer|teacher)(?: [a-z]+)?, (?P<x>[1-9]\d),(?= )",
        0.8,
    ),
)
"""All of them, in the order in which they are tried."""
