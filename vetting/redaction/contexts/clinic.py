"""Context tests of health and of faith: a therapist who is a dog, a priest of level sixty, a bypass around a town, a dent called a depression.

Each is false only where the words beside a term show the other sense, or true only where words of care stand near; a rule names the one that it
needs. General tests are in `usage`, those of machines and animals in `things`.
"""

from collections.abc import Callable, Mapping
from typing import Final

from vetting.redaction.contexts.things import ANIMALS, CREATURES, MACHINES
from vetting.redaction.site import Site, bag

_IS: Final = bag("is are was were be been being 's it's that's equals beats")
_PRAISED: Final = bag(
    "cheap free best great good pure better real actual basically literally just such my our like as some a the only"
)
_PLAYTHINGS: Final = (
    ANIMALS
    | CREATURES
    | MACHINES
    | bag(
        "gym barber bartender playlist kitchen woods river ocean beach baking knitting guitar piano vinyl fishing running lifting boat kayak whiskey bourbon wine "
        "tequila beer coffee chocolate cheese pizza tacos target costco notebook journal shower punching heavy bag garden gardening hairdresser yarn lego paint"
    )
)


def not_in_jest(site: Site) -> bool:
    """Not "gardening is my therapy", "cheaper than therapy", "my therapist is a golden retriever"."""
    word = site.word.removeprefix("my ").removeprefix("a ")
    if word not in {"therapy", "therapist", "therapists", "shrink", "psychiatrist", "rehab", "counseling"}:
        return True
    if "than" in site.left[:2] and not bag("cheaper better healthier safer faster").isdisjoint(site.left[1:5]):
        return site.word.startswith("my ") or site.previous == "my"
    rest = site.right[1:5] if site.next in _IS else []
    if word != "therapy" and not _PLAYTHINGS.isdisjoint(rest):
        return False
    before = list(site.left[:6])
    if site.word.startswith(("my ", "a ")):
        before.insert(0, "my")
    at = next((i for i, token in enumerate(before) if token not in _PRAISED), len(before))
    if before[at : at + 1] and before[at] in _IS:
        return word != "therapy" and _PLAYTHINGS.isdisjoint(before[at + 1 : at + 4])
    return True


_SHOWN: Final = bag(
    "movie movies film films actor actress character characters role scene scenes sitcom episode season seasons trailer netflix costume "
    "halloween level levels helmet geared raid raids dps healer heals paladin warlock spec quest npc boss dlc lore loot buff nerf "
    "guitars riff band album tour horror villain cosplay remake sequel warcraft wow dnd campaign dungeon"
)
_ACTED: Final = bag("playing plays played")


def not_on_screen(site: Site) -> bool:
    """Not a priest, a nun or a monk of a film, a game or a band."""
    if not _ACTED.isdisjoint(site.left[:3]):
        return False
    return _SHOWN.isdisjoint((*site.left[:6], *site.right[:7]))


_PITCH: Final = bag(
    "scored scores score goal goals mane liverpool egypt penalty assist assists striker winger fpl hat-trick mo mohamed mohammed muhammad rt fav "
    "nunez diaz klopp slot anfield chelsea brace ballon firmino haaland captained"
)


def not_on_the_pitch(site: Site) -> bool:
    """Not a footballer's name."""
    return _PITCH.isdisjoint((*site.left[:8], *site.right[:8]))


_DENTED: Final = bag(
    "sidewall tyre tire tires road ground lawn mattress pavement soil carpet floor wall metal dough fender hood sand seat cushion economy market markets "
    "terrain yard concrete asphalt housing industry 1930s drywall pan snow landscape driveway couch bowl trade"
)


def not_a_dent(site: Site) -> bool:
    """Not a hollow in a thing, and not an economy's."""
    if site.next in {"in", "of", "on", "under"} and not _DENTED.isdisjoint(site.right[1:5]):
        return False
    return bag("economy economic market markets industry housing tropical trade tyre tire").isdisjoint(site.left[:6])


_ROADS: Final = bag(
    "road roads traffic town village lane lanes closed junction roundabout exit highway motorway route a34 dual tolls toll construction council cars lorry "
    "valve pipe filter switch fuse firewall relay oil hose plug tube air intake vacuum sensor code password login paywall block check checks error "
    "loop pump circuit wire wires software app filter grease drive take took jammed congestion mph speed"
)


def not_a_road(site: Site) -> bool:
    """Not a bypass around a town, a valve or a check."""
    return _ROADS.isdisjoint((*site.left[:6], *site.right[:6]))


_CARE: Final = bag(
    "wheelchair walker rollator hospital bed bedside shower chair cane crutches aunt mom mum dad nan gran grandma grandpa mother father nana hospice nurse aide aides surgery "
    "hip knee stroke elderly disabled toilet rails rail commode lift oxygen caregiver carer incontinence mobility"
)


def care_near(site: Site) -> bool:
    """An aid, a carer or somebody cared for is spoken of near."""
    return not (_CARE.isdisjoint(site.left[:10]) and _CARE.isdisjoint(site.right[:10]))


_DRY: Final = bag(
    "sober sobriety clean drinking drink drank drunk alcohol booze chip chips medallion sponsor sponsors sponsee meeting meetings steps step recovery rehab relapse relapsed "
    "addict addiction alcoholic heroin pills using dry program group rooms room saved life newcomer amends bottle wagon detox dope meth fellowship surrender"
)


def drink_near(site: Site) -> bool:
    """Drink, drugs or what is done to leave them is spoken of near."""
    return not (_DRY.isdisjoint(site.left[:12]) and _DRY.isdisjoint(site.right[:12]))


_SOUGHT: Final = bag(
    "recommend recommends recommended recommendation see sees saw seeing seen find finding found know need needs needed looking sent told asked says said trust talk talks talking talked with "
    "appointment session waitlist crying cried cry couples grief trauma my our addiction mental crisis drug substance"
)


def sought(site: Site) -> bool:
    """A counselor whom somebody sees or looks for, not the profession."""
    return not (_SOUGHT.isdisjoint(site.left[:5]))


_REBUILT: Final = bag(
    "kitchen house houses bathroom basement duplex loan project property building mall historic bridge station condo flip roof inbox sentences"
)
_GAME: Final = bag(
    "game ref refs moments inning overtime finale umpire fourth quarter shootout penalties wifi printer spreadsheet commute puzzle font"
)
_PLACES: Final = bag(
    "city town airport country region economy traffic state downtown airports borough capital network offense industry"
)
_ASIDE: Final[Mapping[str, frozenset[str]]] = {
    **dict.fromkeys(("rehab", "the rehab", "detox"), _REBUILT | bag("tea juice smoothie cleanse")),
    **dict.fromkeys(
        ("withdrawal", "withdrawals"),
        bag(
            "troops limit atm cash bank festival treaty fee fees form slip account race tournament 401k ira hardship troop eu"
        ),
    ),
    "my sponsor": bag("race bike kart team jersey visa shop podcast youtube video h1b tournament logo"),
    **dict.fromkeys(
        ("twelve step", "12 step", "twelve steps", "12 steps"),
        bag("hallway staircase plan recipe tutorial skincare routine stairs"),
    ),
    **dict.fromkeys(
        ("high blood pressure", "my blood pressure", "migraine", "a migraine", "anxiety", "ptsd", "panic attack"), _GAME
    ),
    "polio": bag("drops team vaccine vaccines vaccination eradication campaign"),
    **dict.fromkeys(("stent", "stents"), bag("drain pipe hose gutter")),
    **dict.fromkeys(("had a stroke", "stroke"), bag("genius luck midnight brilliance")),
    **dict.fromkeys(("paralyzed", "paralysed"), _PLACES),
    **dict.fromkeys(("lupus", "sarcoidosis"), bag("house md episode season hugh")),
    **dict.fromkeys(
        ("disease", "a disease"), bag("tree trees elm oak ash crop crops tomato rose roses leaf potato lawn boxwood")
    ),
}


def not_aside(site: Site) -> bool:
    """Not the rehab of a kitchen, cash drawn at a bank, a sponsor of a race, a stroke of genius, a city that snow paralyses."""
    shown = _ASIDE.get(site.word)
    return shown is None or shown.isdisjoint((*site.left[:6], *site.right[:6]))


TESTS: Final[Mapping[str, Callable[[Site], bool]]] = {
    "not_in_jest": not_in_jest,
    "not_aside": not_aside,
    "not_on_screen": not_on_screen,
    "not_on_the_pitch": not_on_the_pitch,
    "not_a_dent": not_a_dent,
    "not_a_road": not_a_road,
    "sought": sought,
    "care_near": care_near,
    "drink_near": drink_near,
}
"""Joined to the table of `context`."""
