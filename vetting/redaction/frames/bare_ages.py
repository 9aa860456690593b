"""A number that stands alone and is somebody's age: "she's only 26, why", "we're both 38", "carded at 45", "67 and never felt better".

No list of phrases holds all ways to say an age, so a bare number of 13 to 99 is read by the words on both sides of it: what it is said of, and
that no unit, price, score, speed or place follows or leads. Ages said with "years old" and the like are in `patterns` and `ages`.
"""

import re
from typing import Final

from vetting.redaction.frames.ages import TWO
from vetting.redaction.frames.told import make
from vetting.redaction.site import bag

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
    "teen actor actress singer player she'd he'd i'd they'd we'd you'd she'll he'll i'll mayor president senator judge "
    "pastor driver guard clerk janitor custodian plumber barber mechanic bartender organist drummer bassist goalie keeper "
    "councilman councilwoman sheriff deputy trooper recruiter instructor professor nurse doctor dentist roofer farmer "
    "widow widower neighbour stepson stepdaughter stepmom stepdad godson grandson granddaughter grandkid nan gran granny "
    "uncle auntie auntie cadet apprentice intern suspect victim patient tenant client resident cashier waitress waiter"
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
_MONTHS: Final = bag(
    "january february march april may june july august september october november december jan feb mar "
    "apr jun jul aug sept sep oct nov dec"
)
_GAUGES: Final = (
    _MEASURED
    | _NOT_SUBJECTS
    | _UNITS
    | _MONTHS
    | bag(
        "topped came finished finishes finish stuck held holds holding run runs running ran idle idles idling cruise cruises "
        "cruising maxes tapped bottomed landed stalled sat stayed keep keeps kept valued listed listing appraised quoted billed "
        "charged charge retails estimated counted counting aired inflated pressure psi tire tires tank gas fuel gauge thermostat "
        "ac heat oven furnace fridge freezer smoker grill brisket internal apr mortgage humidity wind gusts tally meter pace hr "
        "bpm pulse bp glucose sugar gpa weight weighed hz fps phone laptop ram cpu kicks kick parked park turn left right merge "
        "corner street road avenue ave blvd mile bridge stop track flight hole par shot shoots tee putts frame frames inning "
        "quarter half period lap laps heat overtime ranked seed week hour o'clock am pm noon midnight deal bid offer bids asking "
        "discount gears gear rpm amps volts watts set dial knob dialed calibre caliber gauge psi sale each apiece total snow rain "
        "sunny windy cloudy humid forecast degrees hot cold frost wind wins losses loss record goals goal assists runs rushing "
        "yards jersey wore wears wearing wear locker booth table pump aisle bin slot spot dock pier lot space berth bay buy buys "
        "model sku size sizes issue volume episode verse tests question questions answer page pages line lines item items order cut miter bake roast simmer cook cooked smoke smoked siding torque needs strike spare"
    )
)
_OPENS: Final = bag(
    "still first my our never single and newly just finally living mother father mom dad nurse teacher retired recently "
    "about getting new i i'm i've who love loves kids kid new never always unmarried unemployed working two three one four "
    "five been own proud flirty fabulous fit thriving feeling tired happy already barely not with on a an lives live from married divorced widowed "
    "engaged sober broke student apprentice in out back trying learning looking starting and she he they her him them"
)
_FROM_NOW: Final = bag(
    "next tomorrow today this in on soon already friday saturday sunday monday tuesday wednesday thursday"
)
_GREW: Final = bag("sign signed signing grow grew gave give")
_TURNED_OFF: Final = bag("turn merge exit lead led trailed")
_STRUCK: Final = bag("me him her us hard different like")
_LIVING: Final = _STATUSES | bag(
    "dating parenting school college university sober alone old over hangovers skateboarding running lifting dancing swimming"
)
_GOES_ON: Final = bag(
    "never still thriving flirty single fabulous feeling fit happy proud tired loving can't don't not i counting "
    "finally no retired broke alive out living just already childless divorced married pregnant sober back starting "
    "learning getting my here loved blessed healthy over"
)


def says_age(folded: str, start: int, end: int) -> bool:
    """Whether a bare number is an age, by the words around it in its sentence."""
    before = _TOKEN.findall(folded[max(0, start - _NEAR) : start])[::-1]
    left = before[: next((i for i, t in enumerate(before) if t in _ENDS), len(before))]
    right = _TOKEN.findall(folded[end : end + _NEAR])
    after, second = [*right, "", ""][:2]
    if _introduced(left, right) or _lived(left, right) or (not left and _opens(right, first=not before)):
        return True
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
    if not left:
        return of_status or (after == "and" and second in _GOES_ON) or (after in {"hit", "hits"} and second in _STRUCK)
    if left[0] in {"a", "an", "being"}:
        return of_status
    closes = (
        not after
        or of_status
        or after in _STOPS
        or after in _CLAUSE
        or not after.isascii()
        or (after in _LOOSE and second in _AFTER_LOOSE)
        or (
            left[0] == "at"
            and after in {"is", "was", "feels", "hits", "isn't", "means"}
            and left[1:2] != []
            and left[1] in _LIVING
        )
    )
    return (
        (closes and (_after_verb(left, right) or _at_an_age(left, right, before)))
        or _named_between_commas(left, right)
        or _looks_so(left, after, second)
        or _by_then(left, right)
    )


_WEATHER: Final = bag(
    "temperature temp temps degrees snow rain forecast humidity windchill heatwave weather thermometer shorts sweater umbrella"
)
_SPANS: Final = bag(
    "left right week weeks days months half am table deal quarter up down first that this it it's that's out apartment"
)

_DONE: Final = bag("drive drives driving run start starts buy sell no own quit")


def _clause(right: list[str]) -> list[str]:
    """The rest of the sentence."""
    return right[: next((i for i, t in enumerate(right) if t in _ENDS), len(right))]


def _opens(right: list[str], *, first: bool) -> bool:
    """A sentence begins with it: "19, first apartment", "16 next week", and at the very start "36. Cincinnati."."""
    after, second = [*right, "", ""][:2]
    rest = _clause(right)
    if not _WEATHER.isdisjoint(right) or not (_GAUGES - _SPANS).isdisjoint(rest[:6]):
        return False
    if after == ",":
        return second in _OPENS
    if after in _FROM_NOW:
        dated = after in {"tomorrow", "today", "soon"} or second in _FROM_NOW | {
            "week",
            "month",
            "year",
            "two",
            "three",
            "a",
        }
        return dated and not any(t.isdigit() for t in rest)
    if first and after == "." and second.isalpha():
        said = _clause(right[1:])
        return len(said) <= 2 and "." in right[2:4] and not any(t.isdigit() for t in right)
    return first and after in {"/", "|", "\u2022", "\u00b7"} and second.isalpha()


def _introduced(left: list[str], right: list[str]) -> bool:
    """Bio: 36."""
    return (
        left[:1] == [":"]
        and left[1:2] != []
        and left[1] in {"bio", "age", "me", "ages"}
        and right[:1] in ([], ["."], [","])
    )


def _lived(left: list[str], right: list[str]) -> bool:
    """In all my 57 years."""
    return (
        right[:1] in (["years"], ["yrs"])
        and left[:1] != []
        and left[0] in {"my", "his", "her"}
        and left[1:2] != []
        and left[1] in {"of", "in", "all"}
        and (len(right) < 2 or not right[1].isalpha() or right[1] in {"i", "on", "alive", "and"})
    )


def _named_between_commas(left: list[str], right: list[str]) -> bool:
    """Kev, 44, Leeds · the pilot Jo Doe, 99, will: a word, a comma, the number, a comma and a word."""
    if left[:1] != [","] or right[:1] != [","] or len(left) < 2 or len(right) < 2:
        return False
    around = {*left[1:4], *right[1:3]}
    return (
        left[1].isalpha()
        and right[1][:1].isalpha()
        and not any(t.isdigit() for t in (*left[1:4], *right[1:4]))
        and _GAUGES.isdisjoint(around - {"left", "stop", "week", "second", "in"})
    )


def _looks_so(left: list[str], after: str, second: str) -> bool:
    """He looks about 15 in that uniform · hit forty and my back quit · licence today, finally 17."""
    bare = [t for t in left if t not in _ADVERBS - {"finally"}]
    if bare[:1] in (["look"], ["looks"], ["looked"]):
        return bool(_PERSONS.intersection(bare[1:3])) and after in {"in", "with", "at", "under", "on", "to", "from"}
    if left in (["hit"], ["turned"]):
        return after == "and" and second in {"my", "everything", "suddenly", "i", "now"}
    return left[0] == "finally" and left[1:2] in ([","], []) and after in {"", ".", "!"}


def _by_then(left: list[str], right: list[str]) -> bool:
    """Took me til 38 to say · by 30 I'd had six jobs · I was 20 then and 29 when they tested it."""
    after = right[0] if right else ""
    if left[0] in {"until", "till", "til", "by", "before", "past"}:
        told = left[1:7]
        own = after in {"i", "i'd", "i'm", "he", "he'd", "she", "she'd"} or (
            after == "to" and not {"me", "him", "her", "us", "i", "he", "she"}.isdisjoint(told)
        )
        return own and (_GAUGES - _SPANS - _DONE).isdisjoint((*told, *right[1:5]))
    return (
        left[0] in {"and", "then", "or"}
        and after in {"when", "now", "by"}
        and any(t.isdigit() for t in left[1:])
        and not _PERSONS.isdisjoint(left)
        and (_GAUGES - _SPANS).isdisjoint(left[1:])
    )


def _after_verb(left: list[str], right: list[str]) -> bool:
    """She's only 26 · my partner is like 22 · turning 40; `left` is nearest first."""
    at = next((i for i, t in enumerate(left) if t not in _ADVERBS), len(left))
    verb, before = [*left, ""][at], left[at + 1 : at + 9]
    if left[0] == "at":
        return False
    if verb in _SELF_IS or verb in _TURNS:
        return True
    if not (verb in _IS or verb in _SEEMS) or (before and before[0] in _NOT_SUBJECTS):
        return False
    if verb == "pushing" and not _SPEED.isdisjoint((*before, *right[:5])):
        return False
    return before[:1] != [] and (
        before[0] in _PERSONS
        or (
            not (_PERSONS | _SELF_IS).isdisjoint(before)
            and _NOT_SUBJECTS.isdisjoint(before)
            and _MEASURED.isdisjoint(before)
        )
    )


def _at_an_age(left: list[str], right: list[str], before: list[str]) -> bool:
    """Got carded at 45 · at 52 you stop caring · spin class at 58; not "priced at 45", "exit at 30"."""
    if left[0] == "than":
        of_age = left[1:2] in (["older"], ["younger"]) or (left[1:2] == ["more"] and left[2:3] == ["be"])
        return of_age and not _PERSONS.isdisjoint(left[2:9])
    if left[0] != "at":
        return False
    if left[1:2] == ["up"] and not _GREW.isdisjoint(left[2:3]):
        return True
    if not _MEASURED.isdisjoint(left[1:7]) or not _TURNED_OFF.isdisjoint(right[:4]):
        return False
    after, heard = right[0] if right else "", _PERSONS | {"my", "our"}
    return (
        not _PERSONS.isdisjoint(left[1:9])
        or after in heard
        or (after == "," and not heard.isdisjoint(right[1:6]))
        or not _LIVING.isdisjoint(left[1:2])
        or (
            after in {"", ".", "?", "!"}
            and (_GAUGES - {"it", "that", "this", "first"}).isdisjoint((*before[:12], *_clause(right)[:6]))
        )
    )


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
