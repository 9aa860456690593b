"""A number that stands alone and is somebody's age: "she's only 26, why", "we're both 38", "carded at 45", "67 and never felt better".

No list of phrases holds all ways to say an age, so a bare number of 13 to 99 is read by the words on both sides of it: what it is said of, and
that no unit, price, score, speed or place follows or leads. Ages said with "years old" and the like are in `patterns` and `ages`.
"""

import re
from typing import Final

from vetting.redaction.ages import TWO
from vetting.redaction.site import bag
from vetting.redaction.told import make

_TOKEN: Final = re.compile(r"[a-z]+(?:'[a-z]+)?|\d+|[.,!?;:()\"/$%&+-]|[^\s\w]")
_NEAR: Final = 70
_ADVERBS: Final = bag(
    "only just already almost nearly about like over under barely maybe around roughly probably now still both all "
    "literally officially finally even turning past least at either actually basically approximately exactly almost "
    "not well soon currently technically"
)
_SELF_IS: Final = bag("i'm im he's she's they're we're you're youre ur hes shes theyre who's")
_IS: Final = bag("is was are were am isn't wasn't aren't be been being")
_TURNS: Final = bag("turned turns turning turn turnt")
_SEEMS: Final = bag("look looks looked looking feel feels felt hit hits hitting pushing approaching nearing")
_PERSONS: Final = bag(
    "i he she they we you who everyone someone somebody anyone him her us myself himself herself dude guy girl boy "
    "kid kids man woman lady gentleman mom mum dad mother father brother sister son daughter wife husband boyfriend "
    "girlfriend bf gf fiance fiancee partner ex friend friends roommate cousin aunt uncle niece nephew grandma "
    "grandpa grandmother grandfather nana neighbor boss coworker sergeant lieutenant captain chief rookie recruit cop "
    "officer teacher coach me twins oldest youngest baby lover mil fil landlord guys girls men women people child "
    "teen actor actress singer player"
)
_NOT_SUBJECTS: Final = bag(
    "it it's its that that's this there what price temp temperature total score limit max min population average "
    "speed size weight number count row seat room level answer cost rate volume grade percentage bill rent age's "
    "channel page battery odds chance high low"
)
_STOPS: Final = bag('. , ! ? ; ) ( " & : -')
_CLAUSE: Final = bag(
    "and but so now lol lmao why when who or because cuz bc i he she they we you my i'm he's she's they're if though "
    "tho rn then today tomorrow yesterday this next last already still too also yet again smh haha omg not years yrs "
    "year fr ffs ugh y'all bro dude with male female single here going which that while until as at has had is was "
    "lives got went"
)
_LOOSE: Final = bag("in on for to from the a by of")
_AFTER_LOOSE: Final = bag(
    "january february march april may june july august september october november december two three a few my his her "
    "real dog spirit"
)
_UNITS: Final = bag(
    "percent degrees dollars bucks pounds lbs miles mph km kg feet ft inches minutes mins hours hrs days weeks months "
    "times people points goals games pages calls cars seconds yards cents million thousand hundred k th st episodes "
    "songs followers likes votes reps sets grand plus"
)
_MEASURED: Final = bag(
    "price priced cost costs sold sells sell buy bought starts starting started capped cap doing drove drive driving "
    "clocked mph exit meet arrive ends opens closes temp temperature sits sitting stands standing score scored ranked "
    "seeded lead leads leading trail trailing up down percent battery volume level page gate room channel chapter "
    "verse minute mark yard pick picked wins points bench benched squat max maxed rep route highway interstate rated "
    "graded averaging average shooting set limit degrees floor lane section row apartment number no. game tied line "
    "going hovering peaked closed traded trading bus train platform window"
)
_STATUSES: Final = bag(
    "single divorced married pregnant childless widowed unmarried broke retired disabled male female living lives "
    "live separated engaged unemployed homeless"
)
_ENDS: Final = frozenset('.!?;"')
_SIGNS: Final = frozenset("%/$#+-:")
_SPEED: Final = bag("mph highway speed limit 95 91 84 needle")
_GOES_ON: Final = bag(
    "never still thriving flirty single fabulous feeling fit happy proud tired loving can't don't not i counting "
    "finally no retired broke alive out living just already childless divorced married pregnant sober back starting "
    "learning getting my here loved blessed healthy over"
)


def says_age(folded: str, start: int, end: int) -> bool:
    """Whether a bare number is an age, by the words around it in its sentence."""
    left = _TOKEN.findall(folded[max(0, start - _NEAR) : start])[::-1]
    left = left[: next((i for i, t in enumerate(left) if t in _ENDS), len(left))]
    right = _TOKEN.findall(folded[end : end + _NEAR])
    after, second = [*right, "", ""][:2]
    measured = (
        after in _UNITS
        or after in _SIGNS
        or (bool(left) and left[0] in _SIGNS)
        or (after in {",", "-", "and", "to", "or"} and second.isdigit())
    )
    if measured:
        return False
    of_status = after in _STATUSES or (
        after in {",", "and", "recently", "newly", "never", "just"} and second in _STATUSES
    )
    if not left or left[0] in {"a", "an", "being"}:
        return of_status or (not left and after == "and" and second in _GOES_ON)
    closes = (
        not after or of_status or after in _STOPS or after in _CLAUSE or (after in _LOOSE and second in _AFTER_LOOSE)
    )
    return closes and (_after_verb(left, right) or _at_an_age(left, right))


def _after_verb(left: list[str], right: list[str]) -> bool:
    """She's only 26 · my partner is like 22 · turning 40; `left` is nearest first."""
    at = next((i for i, t in enumerate(left) if t not in _ADVERBS), len(left))
    verb, before = [*left, ""][at], left[at + 1 : at + 9]
    if verb in _SELF_IS or verb in _TURNS:
        return True
    if not (verb in _IS or verb in _SEEMS) or (before and before[0] in _NOT_SUBJECTS):
        return False
    if verb == "pushing" and not _SPEED.isdisjoint((*before, *right[:5])):
        return False
    return before[:1] != [] and (
        before[0] in _PERSONS
        or (not _PERSONS.isdisjoint(before) and _NOT_SUBJECTS.isdisjoint(before) and _MEASURED.isdisjoint(before))
    )


def _at_an_age(left: list[str], right: list[str]) -> bool:
    """Got carded at 45 · at 52 you stop caring; not "priced at 45", "exit at 30"."""
    if left[0] != "at" or not _MEASURED.isdisjoint(left[1:7]):
        return False
    after, heard = right[0] if right else "", _PERSONS | {"my", "our"}
    return not _PERSONS.isdisjoint(left[1:9]) or after in heard or (after == "," and not heard.isdisjoint(right[1:6]))


PATTERNS: Final = (
    make(
        "bare_age",
        "PC_AGE",
        rf"(?<![\w.$€£#:/'-]){TWO}(?! in an? [1-9])(?![\w%:$°/+]|\.\d|,\d|-\w)",
        0.74,
        check=says_age,
    ),
)
"""All of them, in the order in which they are tried."""
