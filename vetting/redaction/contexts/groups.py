"""Context tests of the classes that name groups: race, origin, faith, orientation, gender, politics, service, union.

A word that has other senses counts near words of its topic, said of a person, or as part of what somebody is. What a text demands
to be done to people ("deport them all") is conduct and stays. The other tests are in `context`, `circumstances` and `usage`.
"""

import re
from collections.abc import Callable, Mapping
from typing import Final

from vetting.redaction.contexts.usage import ARTICLES, COPULA, PEOPLE_PRONOUNS
from vetting.redaction.site import Site, bag


def _near(name: str, *, reach: int = 8) -> Callable[[Site], bool]:
    """A test that a word of a set stands near, in the same sentence."""

    def test(site: Site) -> bool:
        return not site.words.get(name).isdisjoint((*site.left[:reach], *site.right[:reach]))

    return test


_PARTS: Final = bag("half quarter part 1/2 1/4 1/8 ½ ¼ fully percent % third eighth sixteenth mostly partly")


def part_of_me(site: Site) -> bool:
    """Half X · a quarter X · 25 percent X."""
    return site.previous in _PARTS and not (site.previous == "%" and site.left[2:3] == ["the"])


_CONTRACTED: Final = bag("i'm im he's hes she's shes they're theyre we're you're youre ur being am")


def said_of_somebody(site: Site) -> bool:
    """I'm X · you're X · she is so X, whatever follows."""
    adverbs = bag(
        "so very really also half both just not too totally clearly obviously actually openly probably definitely a"
    )
    for i, token in enumerate(site.left[:4]):
        if token in _CONTRACTED:
            return True
        if token in {
            "is",
            "are",
            "was",
            "were",
            "be",
            "been",
            "looks",
            "sounds",
            "acts",
            "look",
            "sound",
            "act",
            "looking",
            "acting",
        }:
            before = site.left[i + 1 : i + 2]
            return bool(before) and before[0] in PEOPLE_PRONOUNS | site.words.get("kin") | site.words.get("people")
        if token not in adverbs:
            return False
    return False


_TO_JOBS: Final = bag("to into from out away between back over smoothly seamlessly towards toward onto")
_WHO_CHANGES: Final = bag(
    "child kid kids children minor minors teen teens people person student students youth son daughter"
)


def person_before(site: Site) -> bool:
    """I deployed · he was deployed · my husband is deployed; not "officers were deployed"."""
    rest = [
        t
        for t in site.left[:4]
        if t not in bag("was is am were are been being got gets getting has had have just also while when 's 'm never")
    ]
    if site.left[:1] and site.left[0] in _CONTRACTED:
        return True
    return bool(rest) and rest[0] in (PEOPLE_PRONOUNS - {"they", "we", "them"}) | site.words.get("kin")


_A_THING: Final = bag("it company department office agency system team store we server servers app project program")


def said_of_forces(site: Site) -> bool:
    """In the army · joined the navy · from the marines, of somebody; not "an army of ants" or "the Navy said"."""
    before = site.left[1] if site.previous == "the" and site.left[1:2] else site.previous
    return before in bag(
        "in into joined join joining left leave leaving from with quit enlisted entered entering for serving served hates loves"
    )


def transitions(site: Site) -> bool:
    """She transitioned · let a child transition; not "transitioned to nights", "a smooth transition", "transitioning the servers"."""
    if site.next in _TO_JOBS:
        return False
    if not _WHO_CHANGES.isdisjoint(site.right[:2]):
        return True
    if site.word in {"transitioned", "transitioning"}:
        return site.next not in bag("the our all this these my team teams") and _A_THING.isdisjoint(site.left[:3])
    skipped = bag("to fully medically socially not can't will since already")
    before = site.left[1:4] if site.previous in skipped else site.left[:3]
    cues = bag("want wants wanted allowed trying decided started began let before after when")
    return bool(before) and before[0] in PEOPLE_PRONOUNS | _WHO_CHANGES | cues


_DEMANDS: Final = bag("should must need needs all every them gonna these those shall let's please")


def deported_person(site: Site) -> bool:
    """He was deported · facing deportation; not the demand "deport them all", "should be deported", which is the conduct."""
    left = site.left[:5]
    if not _DEMANDS.isdisjoint(left):
        return False
    if site.word.endswith("ed"):
        return not bag("was were been got getting being gets mistakenly").isdisjoint(left[:3])
    return not bag("facing fears fear fearing fought fighting after before his her my our avoid avoided").isdisjoint(
        left[:2]
    )


_TOLD_TO: Final = bag(
    "parents family families friends coworkers colleagues everyone everybody people crew team squad captain boss chief sergeant "
    "lieutenant supervisor department station roommate roommates classmates pastor church unit me us them him her grandparents"
)
_AT_THAT: Final = bag("when before after since until till finally never officially publicly")
_OUT_AS: Final = bag("gay lesbian bi bisexual queer trans transgender pan nonbinary straight ace asexual homosexual")


def came_out(site: Site) -> bool:
    """I came out to my parents, as gay, at fifteen; not "the film came out", "she came out and hit me", "come out to the range"."""
    if not site.left and _began_with_it(site):
        return True
    if site.next == "to":
        told = site.right[1:4]
        if told[:1] and told[0] in bag("my his her their our your the a some"):
            told = told[1:]
        return bool(told) and told[0] in _TOLD_TO | site.words.get("kin")
    if site.next == "as":
        return not _OUT_AS.isdisjoint(site.right[1:4])
    return not site.words.get("orientation").isdisjoint((*site.left[:8], *site.right[:8])) or _out_at_some_time(site)


def _began_with_it(site: Site) -> bool:
    """Coming out was hard · Came out at thirty."""
    if site.word == "coming out":
        return site.next in bag("was is isn't wasn't at to story stories can as")
    return site.word == "came out" and site.next in bag("at last when in") and site.right[1:2] != ["the"]


def _out_at_some_time(site: Site) -> bool:
    """I came out last year · when he came out · after coming out."""
    if site.previous == "i" and site.next in bag("at last when during publicly this years late early"):
        return True
    if site.previous in {"i", "he", "she", "they"} and not _AT_THAT.isdisjoint(site.left[1:2]):
        return (
            not site.right or not site.next.isalpha() or site.next in bag("at last in years two i my the everyone and")
        )
    if site.previous in site.words.get("kin") and site.next in bag("at in on during last two years this when"):
        return not _AT_THAT.isdisjoint(site.left[1:6]) or site.next in bag("last two years when")
    return site.previous in _AT_THAT - {"never"} and not site.right


def orientation_in_text(site: Site) -> bool:
    """A word of orientation anywhere near, also in another sentence: a symbol often stands at the end of a post."""
    around = site.view.scan[max(0, site.start - 120) : site.end + 120].split()
    return not (_OUT_AS | bag("gays lesbians lgbt lgbtq pride homophobic homophobia closet closeted homo")).isdisjoint(
        around
    )


_SCORNED: Final = bag(
    "that stupid dumb crazy fat ugly old lying lazy fucking fuckin psycho nosy cold rude angry bossy mean you the some skinny little dirty "
    "miserable ungrateful bitter jealous evil spoiled entitled rich broke ratchet basic every"
)


_ORDERS: Final = bag(
    "shut sit stand get go listen move calm stfu gtfo bye hush hey yo back kitchen leave smile relax stay try watch look fuck cry home down "
    "wrong sorry yes no nope deal cope"
)
_CALLS: Final = bag("call calls called calling")


def _shouted_at(site: Site) -> bool:
    """Shut up, X · back to the kitchen X."""
    return (
        (not site.right or site.next in {",", "!"})
        and site.previous not in ARTICLES | COPULA | {"'s", "my", "this", "life", "real"}
        and not _ORDERS.isdisjoint(site.left[:6])
        and "is" not in site.left[:3]
    )


def _called_one(site: Site) -> bool:
    """A parent called her an X eleven times · this X wrote me a ticket · Jo's supervisor is a lying X."""
    if site.previous == "this":
        return site.next.isalpha() and site.next not in bag(
            "is was of up down out apart open and won't hill thing ran broke"
        )
    left = [
        t for t in site.left[:8] if t not in {"fucking", "lying", "stupid", "crazy", "mean", "total", "real", "such"}
    ]
    if left[:1] not in (["a"], ["the"], ["that"]):
        return False
    if not _CALLS.isdisjoint(left[1:4]):
        return {"it", "this", "that", "life", "hill"}.isdisjoint(left[1:3])
    return (
        left[1:2] in (["is"], ["was"])
        and left[2:3] != []
        and left[2] in site.words.get("people") | site.words.get("kin")
    )


_VOICED: Final = bag(
    "mothers fathers moms mums dads mommies daddies grandmothers grandfathers grandmas grandpas daughters sons sisters husbands wives"
)
_DOING: Final = bag(
    "are do don't dont can can't cant should shouldn't need never always who work raise run know just deserve have will won't think see say make take "
    "cost carry love hate give everywhere today nowadays still must ought belong lie cheat cry get want were worry teach don't understand pay hold "
    "keep protect provide hit spend aren't what"
)
_SOME: Final = bag("all most some why do because if working these those real good bad and when how only many that like")


def as_a_sex(site: Site) -> bool:
    """Mothers do two jobs · why do husbands never · all dads cry: a saying about all of a sex, not about one's kin."""
    return site.next in _DOING and (not site.left or site.previous in _SOME) and site.word in _VOICED


_PATRONISING: Final = bag(
    "relax calm smile listen easy sorry look down up quiet nope careful try cute nice good okay ok thanks go come here sit oh aw aww no leave "
    "don't worry let hush wait slow cheer watch honey awful big bless stop"
)
_CALLED_SO: Final = re.compile(
    r"\b(?:call(?:s|ed|ing)?|said|says|goes) (?:me|her|us|you|them|every \w+|the \w+|all \w+|[a-z]+ me)?,? ?[\"'\u201c\u2018]?$"
)


def patronised(site: Site) -> bool:
    """Relax, X · calm down X · he calls every clerk "X"; not the honey of a jar, nor "my X"."""
    after = site.view.folded[site.end : site.end + 1]
    if after.isalpha() or (site.right and site.next not in {",", "!"} and after not in {"'", '"'}):
        return False
    if _CALLED_SO.search(site.view.folded[max(0, site.start - 40) : site.start]):
        return not site.right or after in {"'", '"', "\u201d"}
    rest = site.left[1:5] if site.previous == "," else site.left[:4]
    if site.previous in ARTICLES | COPULA or site.previous in {"my", "the", "with", "and", "of", "in", "on"}:
        return False
    return 0 < len(site.left) <= 6 and not _PATRONISING.isdisjoint(rest)


def called_names(site: Site) -> bool:
    """That X in records · you stupid X · she is such an X; not "it's a X to park", "son of a X", "X about it"."""
    if site.next in bag("of to about about ass please i fest slap slapped session move moment"):
        return False
    if _shouted_at(site) or _called_one(site):
        return True
    if site.previous in _SCORNED:
        return site.next != "" or site.previous not in {"the", "that"} or site.left[1:2] != ["is"]
    if site.previous in {"a", "such"}:
        rest = [t for t in site.left[1:5] if t not in bag("such a being total real complete what")]
        return bool(rest) and (
            rest[0] in bag("she's she shes called") or rest[:2] in (["is", "she"], ["was", "she"], ["me", "called"])
        )
    return False


TESTS: Final[Mapping[str, Callable[[Site], bool]]] = {
    "native_near": _near("native", reach=10),
    "faith_near": _near("faith"),
    "gender_near": _near("gender"),
    "orientation_near": _near("orientation"),
    "politics_near": _near("polls"),
    "labor_near": _near("labor"),
    "military_near": _near("military_words", reach=10),
    "forces_near": _near("forces_words", reach=10),
    "orientation_in_text": orientation_in_text,
    "immigration_near": _near("immigration"),
    "after_the": lambda site: site.previous in {"the", "my", "his", "her", "from"},
    "slashed": lambda site: "/" in site.word,
    "part_of_me": part_of_me,
    "said_of_somebody": said_of_somebody,
    "transitions": transitions,
    "person_before": person_before,
    "said_of_forces": said_of_forces,
    "deported_person": deported_person,
    "came_out_person": came_out,
    "called_names": called_names,
    "as_a_sex": as_a_sex,
    "patronised": patronised,
}
"""The tests that a rule may name; `context.TESTS` takes them in."""
