"""Context tests of descent and of Pride: a nation after "second gen", a city after "native of", a colour said of one's mother, Pride in a town.

Each is true only in the frame in which people say it of people; things, brands and animals fail it. `usage` holds the test of where
somebody comes from, `colours` that of colours.
"""

from collections.abc import Callable, Mapping
from functools import cache
from typing import Final

from vetting.redaction import origins
from vetting.redaction.contexts.usage import COPULA, PEOPLE_PRONOUNS
from vetting.redaction.site import Site, bag

_COLOURS: Final = bag("black white brown")
_ENDS: Final = bag(", ) and but so or with because lol too though & while from / ;")
_NOBODY: Final = bag(
    "brand company startup band jazz blues genre festival sport game plant flower tree beetle shrub species bird fish weed orchid recipe drink dish movement"
)
_TOWN: Final = bag("my your the his her our their being what who how every all it this that")
_MARCHED: Final = bag(
    "parade parades march marches marching weekend weekends float floats flag flags festival week month saturday sunday season committee event events outfit"
)


@cache
def _nations() -> frozenset[str]:
    return frozenset(origins.terms("demonyms")) | bag(
        "polish english american scottish irish latino latina hispanic asian british turk finn georgian immigrant immigrants"
    )


@cache
def _lands() -> frozenset[str]:
    return frozenset((*origins.terms("countries"), *origins.terms("homonyms"), *origins.terms("cities")))


def nation_follows(site: Site) -> bool:
    """Second gen Korean · third generation Puerto Rican."""
    return site.next in _nations() or " ".join(site.right[:2]) in _nations()


def nationals_follow(site: Site) -> bool:
    """White South Africans: a plural of a people, or a people before a word for persons; not "black German shepherds"."""
    for count in (1, 2):
        word = " ".join(site.right[:count])
        if word.endswith("s") and word[:-1] in _nations():
            return True
        if word in _nations() and not site.words.get("people").isdisjoint(site.right[count : count + 1]):
            return True
    return False


def land_follows(site: Site) -> bool:
    """Citizen of Ghana · born in Lagos, said of nobody's brand, band or plant; any name with a capital after "citizen of"."""
    after = site.right[1:] if site.next == "the" else site.right
    if not _NOBODY.isdisjoint(site.left[:8]):
        return False
    return after[:1] != [] and (
        after[0] in _lands() or " ".join(after[:2]) in _lands() or " ".join(after[:3]) in _lands()
    )


def city_follows(site: Site) -> bool:
    """Born in Lagos; a country after "born in" tells by itself."""
    cities = frozenset(origins.terms("cities"))
    return _NOBODY.isdisjoint(site.left[:8]) and (site.next in cities or " ".join(site.right[:2]) in cities)


def said_of_kin(site: Site) -> bool:
    """Mom's white and dad's Creek · my wife is brown; not "mom's white car"."""
    if site.right and site.next not in _ENDS:
        return False
    kin = site.words.get("kin")
    if site.previous.removesuffix("'s") in kin and site.previous.endswith("'s"):
        return True
    at = next((i for i, token in enumerate(site.left[:3]) if token in COPULA), -1)
    return at >= 0 and len(site.left) > at + 1 and site.left[at + 1] in kin | (PEOPLE_PRONOUNS - bag("it they"))


def the_other_one(site: Site) -> bool:
    """Every black quarterback is called this and every white one that: "one" stands for a person named by colour before."""
    if site.next not in {"one", "ones", "ones'", "guys"}:
        return False
    for at, token in enumerate(site.left[:16]):
        if at and token in _COLOURS and token != site.word:
            noun = site.left[at - 1]
            return noun in site.words.get("people") or noun.endswith(
                ("backs", "back", "ers", "er", "ors", "or", "ists", "ist", "kids", "kid")
            )
    return False


def pride_event(site: Site) -> bool:
    """Pride in Manila · see you at Pride · the Pride parade; not "Pride in your work"."""
    if not site.cased[:1].isupper() or (site.cased.isupper() and len(site.cased) > 1):
        return False
    if site.next in _MARCHED:
        return True
    if site.next in {"in", "at"} and site.right[1:2] and site.right[1] not in _TOWN:
        return site.view.cased[site.end + 4 : site.end + 5].isupper()
    return site.previous in {"at", "to", "during", "for", "this"} and site.next not in bag(
        "and of in lands rock lane street mobility"
    )


def parked_up(site: Site) -> bool:
    """Travellers parked on the pitch: people who camp there."""
    return not bag(
        "pitch pitches green field fields rec park playing common layby car site estate verge village council"
    ).isdisjoint(site.right[:9])


def hair_in_question(site: Site) -> bool:
    """Lose the dreads · cut the braids: hair that somebody is told to part with."""
    return site.previous in {"the", "those", "these"} and not bag(
        "lose cut cutting chop chopped shave shaved ditch hide cover remove wear keep off fix"
    ).isdisjoint(site.left[1:4])


_LINES: Final = bag(
    "road roads fence fences teeth tooth board boards line lines wall walls hair cut edge shelf shelves picture frame frames street streets seam hem post posts "
    "path arrow arrows stitch stitches beam pipe rows row tie nail nails door pole poles tracks drive fairway rail rails"
)


def not_a_line(site: Site) -> bool:
    """Who is straight, not a road, a fence or teeth that are."""
    return _LINES.isdisjoint(site.left[1:4]) or not (
        site.previous in COPULA or site.previous in {"so", "not", "isn't", "aren't", "now", "hung"}
    )


TESTS: Final[Mapping[str, Callable[[Site], bool]]] = {
    "nation_follows": nation_follows,
    "nationals_follow": nationals_follow,
    "land_follows": land_follows,
    "city_follows": city_follows,
    "said_of_kin": said_of_kin,
    "the_other_one": the_other_one,
    "pride_event": pride_event,
    "parked_up": parked_up,
    "not_a_line": not_a_line,
    "hair_in_question": hair_in_question,
}
"""Joined to the table of `context`."""
