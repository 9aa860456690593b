"""Context tests of the words of organised labour: steward, local, strike, dues, organise, scab, the names and letters of a union.

A steward may serve on a plane, a local may be a pub, a strike may fell pins: a test asks which world the text is in, so that only the
words of work count. What needs a pattern is in `labour` and `organised`.
"""

from collections.abc import Callable, Mapping
from typing import Final

from vetting.redaction.contexts.surroundings import in_text
from vetting.redaction.contexts.usage import FIRST, PEOPLE_PRONOUNS
from vetting.redaction.site import Site, bag

_OTHER_STEWARDS: Final = bag(
    "flight flights wine sommelier cruise airline plane airplane cabin yacht land environment creation wealth estate god stewardship race races racing horse horses jockey "
    "nascar f1 fia ascot festival festivals match stadium concert crowd event events venue gig resources pasture grip planet earth money grandstand pitch fans seats gate train ferry "
    "passengers galley lounge turf marshals deck deacon wesley martha"
)
_TAKES_OBJECT: Final = bag("the a an our this these its your their his her my resources it them")


def union_steward(site: Site) -> bool:
    """I say that as a steward · ask your steward · steward here; not of planes, wine, land or races."""
    if in_text(site, _OTHER_STEWARDS) or site.previous in bag("good better to must should faithful fellow's poor"):
        return False
    if site.next == "of":
        return not bag("shop local plant floor union shift").isdisjoint(site.right[1:4])
    if not site.left:
        return site.word == "steward" and (site.next in bag("here for at told said says since ,") or not site.right)
    led = site.previous in bag(
        "a your my our the every no her his new old chief elected as an another two fellow ex former"
    )
    return led and site.next not in _TAKES_OBJECT


_OF_UNION: Final = bag(
    "members member steward stewards voted vote votes dues brothers ratified ratify endorsed endorse endorses picket picketed strike struck contract apprentices apprentice retirees "
    "officers president treasurer secretary union unions grievance grievances bargaining negotiated negotiating hall backed strikers journeyman scab scabs trades eboard "
    "executive organizer organizing teamsters ibew uaw seiu hardship"
)
_PUB: Final = bag(
    "pub pint pints quiz landlord karaoke darts ale cider jack library news paper gym cinema wetherspoons curry chippy takeaway roast curling"
)


def union_local(site: Site) -> bool:
    """My local voted · the local backed him; not the pub, the paper or the locals."""
    if in_text(site, _PUB):
        return False
    verb = bag(
        "has have had is was voted backed endorsed endorses won picketed sent donated and which that president ratified struck said says wants told put gave settled got "
        "decided called elected , for hall meeting meets met e-board here picked just finally never will won't"
    )
    return (not site.right or site.next in verb or site.view.folded[site.end : site.end + 2] == "'s") and in_text(
        site, _OF_UNION
    )


_ACTS: Final = bag(
    "struck strike strikes striking shut walked walkout walkouts picket pickets picketed contract lined brother brothers sister sisters solidarity march marched hearse funeral local "
    "locals apprentice apprentices apprenticeship endorsed endorse rallied rally ratified ratify vote voted votes port ports dues union unions bargaining scabs hall retirees"
)


def trade_acts(site: Site) -> bool:
    """Longshoremen shut two ports · ironworkers lined the road."""
    return in_text(site, _ACTS, reach=90) and site.next not in bag("hook hooks boots jacket union shirt style")


_OTHER_STRIKES: Final = bag(
    "missile missiles drone drones air airstrike israel iran russia russian ukraine ukrainian killed bombs bomb hezbollah hamas gaza pentagon lightning thunder tree "
    "bowling pins frames frame spare umpire pitcher inning batter zone counter military baseball match goalie mlb nfl nhl players fastball preemptive nuclear target targets matches "
    "three two swinging copyright youtube hunger iron snake bird rattlesnake fish bass trout meteor asteroid"
)
_WORK: Final = bag(
    "warehouse shop store rate hr hour wage wages boss corporate starbucks amazon walmart barista baristas coworkers workers management manager supervisor shift shifts raise hours plant "
    "hospital union nurses teachers drivers job jobs pay paycheck contract conditions ot overtime kroger target"
)
_HARD_TIMES: Final = _WORK | bag(
    "savings rent broke mortgage burn barrel picket pickets scab scabs strikers strikes benefits household uaw teamsters ibew week weeks month months miners rail mill pit honda ford gm upside "
    "solidarity members local dad da miner bills beans groceries lost"
)


def labour_strike(site: Site) -> bool:
    """Week nine of the strike · during the strike; not of drones, lightning or bowling."""
    if in_text(site, _OTHER_STRIKES):
        return False
    if site.word.startswith("strike authori"):
        return True
    if site.previous not in bag("the this our a their that"):
        return False
    counted = site.left[1:2] == ["of"] and not bag("week day month hour weeks days months").isdisjoint(site.left[2:5])
    timed = site.left[1:2] != [] and site.left[1] in bag("during since before after through in on until support like")
    return (counted or timed) and in_text(site, _HARD_TIMES)


_GATHERINGS: Final = bag(
    "trip 5k party potluck closet closets garage pantry spice desk files fundraiser picnic vigil reunion wedding tournament bake drive cleanup meetup photos shelf shelves trunk "
    "binder sock drawer clean festival parade concert raffle carpool search"
)


def organises_work(site: Site) -> bool:
    """We're organizing, DM me · baristas organized; not a trip, a closet or a bake sale."""
    if in_text(site, _GATHERINGS):
        return False
    by = bag(
        "we're we they they're were should've shouldve have nurses baristas drivers workers teachers guys crew i'm been had who could've"
    )
    if site.previous not in by:
        return False
    ends = not site.right or site.next in bag("at and now with when , before in too here last this or so because")
    dm = "dm me" in site.view.folded[site.end : site.end + 20]
    return ends and (dm or in_text(site, _WORK))


_NAMED_AFTER: Final = bag(
    "sorted got saved fought told negotiated won sent helped backed filed out member members card here walked voted endorsed balloted rep reps strong household family retiree retirees sign signs settled contract strike striking picket ratified dues local "
    "steward stewards brother brothers man official officials"
)


def letters_of_union(site: Site) -> bool:
    """CTU is out again · my da was NUM · a WGA member: the letters of a union beside what its people are or do."""
    if not site.cased.isupper():
        return False
    after = site.right[1:] if site.next in bag("is are are's was were has have just") else site.right
    if after[:1] and after[0] in _NAMED_AFTER:
        return True
    if site.previous in {"joined", "joining"} and not site.next.isdigit():
        return True
    people = PEOPLE_PRONOUNS | FIRST | site.words.get("kin") | bag("da nan granda grandad gramps")
    who = site.left[1:2] if site.previous in bag("was is am were are been a an in proud joined join's") else []
    return bool(who) and (who[0] in people or not people.isdisjoint(site.left[1:4])) and not site.next.isdigit()


def own_dues(site: Site) -> bool:
    """My dues paid for that; not of a gym or a lodge."""
    if in_text(site, bag("hoa gym condo frat sorority society rotary lodge church club league country chapter pta")):
        return False
    return site.next in bag("bought paid pay pays went go fund funded buy covered cover at")


def a_scab(site: Site) -> bool:
    """Don't be a scab · such a scab; not the one on a knee."""
    wound = bag(
        "knee knees elbow skin itch itchy heal healing pick picked picking peel wound tattoo chin nose shin bleeding lip scratch"
    )
    if in_text(site, wound):
        return False
    if site.previous == "a" and not bag("called call calling").isdisjoint(site.left[1:6]):
        return True
    return site.left[:2] in (["a", "be"], ["a", "such"], ["a", "being"], ["a", "called"], ["fucking", "a"], ["a", "as"])


def wobbly_member(site: Site) -> bool:
    """A Wobbly to the core, not a table that rocks or a tantrum."""
    if in_text(site, bag("iww union labor labour strike bosses hill haymarket wobblies")):
        return True
    led = (
        site.previous in bag("old proud fellow lifelong")
        or (not site.left and site.next == "to")
        or (site.left[:1] == ["a"] and site.left[1:2] != ["threw"])
    )
    return (
        led
        and site.cased[:1].isupper()
        and (not site.right or site.next in bag("to and since , through till hat songs"))
    )


TESTS: Final[Mapping[str, Callable[[Site], bool]]] = {
    "union_steward": union_steward,
    "union_local": union_local,
    "trade_acts": trade_acts,
    "labour_strike": labour_strike,
    "organises_work": organises_work,
    "letters_of_union": letters_of_union,
    "own_dues": own_dues,
    "a_scab": a_scab,
    "wobbly_member": wobbly_member,
}
"""Joined to the table of `elsewhere`."""
