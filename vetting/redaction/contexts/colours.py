"""Whether "black", "white" and "brown" are said of people or are colours of things.

A colour is about people before a noun for people, after "is" with a person as its subject, in a row with another word for who somebody
is, or as a bare noun that does what only people do. Everything else is a colour and stays.
"""

from typing import Final

from vetting.redaction.contexts.stance import disparaged
from vetting.redaction.contexts.usage import (
    ARTICLES,
    COPULA,
    ENDERS,
    PEOPLE_PRONOUNS,
    POSSESSIVES,
    person_noun_follows,
    predicate,
)
from vetting.redaction.site import Site, bag

_COLOURS: Final = bag("black white brown red yellow green blue purple grey gray pink orange blacks whites or and , &")
_DOERS: Final = (
    "er",
    "ers",
    "or",
    "ors",
    "ist",
    "ists",
    "ian",
    "ians",
    "naut",
    "nauts",
    "ess",
    "esses",
    "ees",
    "ee",
    "ants",
)
_NOT_DOERS: Final = bag(
    "paper papers powder water leather cover covers pepper peppers marker markers number numbers computer "
    "printer trailer sweater sweaters spider spiders tiger tigers holster cruiser cruisers dresser counter "
    "counters cooler boiler toner mower roller container containers mirror mirrors color colour door doors "
    "floor floors interior exterior letter letters panther panthers butter cucumber rubber silver border "
    "borders timber timer tower hammer liner winter corner corners sticker stickers banner banners poster "
    "filter filters monitor monitors motor tractor razor charger speaker speakers fiber dinner bumper fender "
    "blazer slippers trousers loafers pullover stroller locker freezer toaster lighter lighters folder folders "
    "binder shutter shutters suspenders ladder planter copper other others beaver oyster flower flowers "
    "rooster stapler dispenser cluster matter power glitter feather feathers scooter after over ever never "
    "under her or for nor per later either rather tier header server sir sneaker sneakers trainer trainers "
    "boxer boxers coffee tree trees toffee frisbee bee bees degree wrapper helicopter ranger rover explorer "
    "tahoe pointer retriever terrier setter dagger flavor odor vapor armor mayor's river rivers cars pants "
    "fringes dresses dress glasses lasses mess process access glass less unless bless success yes than median "
    "radian meridian obsidian plants fee knee knees zipper zippers burner burners cursor meter lacquer primer "
    "blister lobster truffle hamster duster sharpie weather desert dessert together however whether order "
    "center centre layer layers fur spur laser buffer bar canister cylinder chamber adapter router player's "
    "car cedar sugar pillar gear ear year gutter gutters plaster lumber marker's sander blender mixer"
)
_DOES: Final = bag(
    "walks walked moved moves came comes got gets lives lived who is was in on at with from robbed stole shot "
    "killed did does has had can runs ran opened sat stood asked told said says tries tried"
)

_LINKS: Final = bag(
    "am is are was were be been become became becoming look looks looked feel feels isn't aren't wasn't ain't "
    "'s 're stay remain turned went"
)


def colour_of_people(site: Site) -> bool:
    """A colour word that says what people are."""
    return (
        person_noun_follows(site)
        or _doer_follows(site)
        or _in_a_row(site)
        or _of_a_person(site)
        or _bare(site)
        or _symbol_follows(site)
        or (
            site.next in {"enough", "&", "and"} and site.right[-1:] and bool({"gifted", "enough"} & set(site.right[:2]))
        )
        or (
            site.previous in {"a", "an"}
            and not {"dating", "dated", "married", "marry", "elected", "hired"}.isdisjoint(site.left[1:2])
        )
        or (site.next in {"thing", "name", "thing's"} and "such" in site.left[:2])
    )


def _doer_follows(site: Site) -> bool:
    """A black engineer · black men's health · one of the few white scientists."""
    people = site.words.get("people")
    adjectives = site.words.get("adjectives")
    for token in site.right[:3]:
        plain = token.removesuffix("'s")
        if plain in people:
            return True
        if len(plain) > 4 and plain.endswith(_DOERS) and plain not in _NOT_DOERS | site.words.get("things"):
            return True
        if token not in adjectives:
            return False
    return False


def _in_a_row(site: Site) -> bool:
    """Gay, black and Jewish; not "black and white"."""
    links = {",", "and", "or", "&", "nor"}
    identities = site.words.get("identities") - _COLOURS
    return (site.previous in links and not identities.isdisjoint(site.left[1:3])) or (
        site.next in links and not identities.isdisjoint(site.right[1:3])
    )


def _of_a_person(site: Site) -> bool:
    """My boss is X; not "the ceiling is X", "her car is X"."""
    at = next((i for i, token in enumerate(site.left) if token in COPULA | {"as"}), None)
    if at is None or not predicate(site):
        return False
    if site.left[at] not in _LINKS:
        return True
    subject = site.left[at + 1 : at + 4] or [""]
    head = subject[0].removesuffix("'s")
    if head in PEOPLE_PRONOUNS | site.words.get("people") | site.words.get("kin") | bag(
        "them most some all both half many"
    ):
        return True
    if head in ARTICLES | site.words.get("things") or set(subject[1:]) & (
        ARTICLES | POSSESSIVES | bag("this that these those new old")
    ):
        return len(head) > 4 and head.endswith(_DOERS) and head not in _NOT_DOERS
    return head.isalpha() and len(site.left) == at + 2


def _bare(site: Site) -> bool:
    """A X moved in · no Xs allowed · Xs are, at the start of a clause."""
    if site.previous in {"a", "good", "no", "another"} and site.next in _DOES:
        return site.next not in bag("in on at with is was") or site.left[1:2] in (["is"], ["only"], ["there's"])
    return (site.next in bag("are should have don't dont commit aren't shouldn't can't will")) and (
        site.previous in bag("all why if and that because most hate of when") | {""}
        and site.next not in ENDERS - bag("are can't should")
    )


_ANIMALS: Final = frozenset("🐒🐵🙈🙉🙊🦍🐶🐷🐖🐀🐁💩")
_PERSON_EMOJI: Final = frozenset("👦👧👨👩👪👴👵👶👱👳👮👯👫👬👭🧑🧒🧓🧔🙎🙍🙋💂🕵🤴👸")


def _symbol_follows(site: Site) -> bool:
    """A symbol takes the place of the noun: of a person, or of an animal or a thing in an attack."""
    symbol = site.next[:1]
    return symbol in _PERSON_EMOJI or (symbol in _ANIMALS and disparaged(site.view, site.start, site.end, site.words))
