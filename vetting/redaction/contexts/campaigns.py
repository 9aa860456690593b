"""Context tests of wars and arms told of a life: where somebody fought, who lies at Arlington, an army abroad, an arm that opens a sentence.

A place of war counts with what it did to somebody, never as a place to visit or to come from. The words of service are in `duty`.
"""

from collections.abc import Callable, Mapping
from typing import Final

from vetting.redaction.contexts.duty import FORCES, OF_ANIMALS, TRAVEL, forces_in_text, own_in_text
from vetting.redaction.contexts.surroundings import in_text
from vetting.redaction.contexts.usage import FIRST
from vetting.redaction.site import Site, bag

_MARKED: Final = bag(
    "fireworks nightmares flashbacks hearing tinnitus ear ears leg legs arm knee knees back buddy buddies friend friends brother brothers lost left twice trips tours "
    "sleep came home cav volleys funeral folded rest shot hit wounded scars metal sand heat mortar convoy convoys rounds vet medic gunner sniper unit"
)


def war_of_own(site: Site) -> bool:
    """A place of war with a year or the marks that it left: "Iraq 03, 05", "my hearing went in Mosul", "Korea, 1st Cav"."""
    if in_text(site, TRAVEL):
        return False
    year = next((t.strip("'’") for t in site.right[:3] if t.strip("'’")[:1].isdigit()), "")
    if len(year) in (2, 4) and year.isdigit() and site.next in {"in", "'", year, ","} | {site.next[-2:]}:
        return len(year) == 2 or 1940 <= int(year) <= 2021
    return in_text(site, FIRST | site.words.get("kin") | bag("grandpa granddad he")) and in_text(
        site, _MARKED, reach=90
    )


_OF_THE_DEAD: Final = bag("buried bury burying grave graves rest laid lies section funeral headstone interred")


def at_arlington(site: Site) -> bool:
    """Buried at Arlington, not a flat there."""
    return in_text(site, _OF_THE_DEAD, reach=60)


_WAR_TALK: Final = bag(
    "drugs crime poverty christmas star wars terror tariff tariffs trade culture gang turf price bidding game games movie film book"
)


def the_war(site: Site) -> bool:
    """Grandpa never talked about the war · my dad was in the war."""
    if in_text(site, _WAR_TALK, reach=60) or site.next in bag("on of for against between room"):
        return False
    old = site.words.get("kin") | bag("grandpa granddad grandad gramps pops papa grandfather's great-uncle opa he")
    return not old.isdisjoint(site.left[:7]) or not old.isdisjoint(site.right[:4])


def front_of_war(site: Site) -> bool:
    """At the front near Bakhmut, not in front of a queue."""
    return in_text(site, FORCES | bag("war ukraine donbas soldier trenches artillery shelling")) and own_in_text(site)


def said_of_forces_abroad(site: Site) -> bool:
    """In the Greek army · my uncle was Soviet navy; not the army as an actor in the news."""
    before = site.left[1:] if site.previous in {"the", "a", "an"} else site.left
    if not own_in_text(site) and bag("retired served joined enlisted drafted veteran").isdisjoint(site.left[:5]):
        return False
    return before[:1] != [] and before[0] in bag(
        "in into was is joined from left with of for by served serving quit were through fought deserted entered ex former retired old as avoid dodge dodged fled"
    )


def fought_at(site: Site) -> bool:
    """Fought, landed, was hit or lies at a place of battle."""
    did = bag(
        "fought landed gassed wounded hit shot died killed fell lost buried froze survived captured stormed jumped was were served flew lies legs leg arm medals front came got"
    )
    return not did.isdisjoint((*site.left[:6], *site.right[:4])) and not in_text(
        site, TRAVEL | bag("born live lives lived mother's family's")
    )


def war_life(site: Site) -> bool:
    """The writer or kin, and nothing of pets, travel or play."""
    return (own_in_text(site) or forces_in_text(site)) and not in_text(site, TRAVEL | OF_ANIMALS)


def veteran_opens(site: Site) -> bool:
    """Veteran here · a veteran in the family; not an old hand at a trade."""
    return not site.left and not in_text(
        site, bag("teacher nurse cop police officer season league rookie roster player actor")
    )


def arms_opens(site: Site) -> bool:
    """Artillery made me deaf · tanker for six years: an arm of the forces opens what the writer tells of a life."""
    return (
        not site.left
        and site.next in bag("made took for in , then and vet gave ruined broke wrecked")
        and (forces_in_text(site) or in_text(site, bag("deaf hearing ears tinnitus years knees back since then")))
        and not in_text(site, bag("truck trucks wine road fungus oil milk highway"))
    )


TESTS: Final[Mapping[str, Callable[[Site], bool]]] = {
    "war_of_own": war_of_own,
    "at_arlington": at_arlington,
    "the_war": the_war,
    "front_of_war": front_of_war,
    "said_of_forces_abroad": said_of_forces_abroad,
    "fought_at": fought_at,
    "war_life": war_life,
    "veteran_opens": veteran_opens,
    "arms_opens": arms_opens,
}
"""Joined to the table of `elsewhere`."""
