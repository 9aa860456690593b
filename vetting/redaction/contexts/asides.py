"""What the words of a life are lightly said of: a priest in a film, lupus on a series, eggs from the coop, a water main that broke.

Each entry is a term, how many words to its left and right are read, and which of them show the other sense. `figures` asks; words that a
person is said to own ("my priest") are in `UNOWNED` and stay found then.
"""

from collections.abc import Mapping
from typing import Final

from vetting.redaction.contexts.things import ANIMALS, MACHINES
from vetting.redaction.site import bag

_SCREEN: Final = bag(
    "movie movies film films actor actress actors playing played show episode episodes season conjuring exorcist fleabag costume costumes halloween character "
    "scene sitcom netflix oscar warcraft wow healer spec raid dungeon dnd d&d villain sequel prequel trailer series anime manga game cosplay plot"
)
_PITCH: Final = bag(
    "scored score scores goal goals liverpool penalty pen assist assists mane half hat trick striker winger pass offside bench subbed subs fpl captain captained "
    "contract mo mohamed fav cross klopp haaland firmino kane"
)
_TRADE: Final = bag(
    "dj djs photographer photographers photography videographer season seasons venue venues planner planners caterer caterers catering cake cakes band bands "
    "crasher crashers singer industry business gig gigs florist barn tent playlist soup crowd guests"
)
_AT_TRADE: Final = bag(
    "working shoot shooting photograph dj djing cater catering bartend bartending playing photographing book booking"
)
_BUILDING: Final = bag(
    "parking lot bell bells steeple pew pews basement rummage roof fish fry bingo craft fair flea rental rented rent thrift stairs driveway tower clock organ "
    "developers demolished sold condos generator power sirens vending polling polls"
)
_COOP: Final = bag("coop hens hen chickens chicken nest ducks chore carton roost rooster quail henhouse")
_MAIN: Final = bag(
    "main mains basement dam levee ceiling plumber pipe pipes road street flood flooded pump ditch sewer valve heater intersection"
)
_ROAD: Final = bag(
    "flooded flood floods lawn lawns trees planted bridge fish fishing kayak bank banks water trout frogs trail running runs behind"
)

FIGURES: Final[Mapping[str, tuple[int, int, frozenset[str]]]] = {
    "salah": (8, 8, _PITCH),
    **dict.fromkeys(("wedding", "weddings"), (2, 1, _TRADE | _AT_TRADE)),
    "lupus": (8, 8, bag("house md episode episodes never dr always hugh laurie")),
    **dict.fromkeys(("water broke", "waters broke"), (4, 5, _MAIN)),
    **dict.fromkeys(("egg retrieval", "eggs retrieved"), (6, 7, _COOP)),
    **dict.fromkeys(
        ("kidney stones", "kidney stone"), (0, 4, bag("annoying fun funnier pleasant enjoyable likable personality"))
    ),
    **dict.fromkeys(
        ("senior discount", "old as dirt", "senior citizen discount"), (6, 6, MACHINES | ANIMALS | bag("dinosaur"))
    ),
    **dict.fromkeys(
        ("green party", "green parties"),
        (0, 5, bag("supplies tea theme themed patrick's patty's hats cups napkins balloons decorations dress")),
    ),
    "run for office": (0, 1, bag("supplies hours depot max")),
    "hospice": (0, 1, bag("foster fosters cat dog dogs")),
    "trauma": (0, 1, bag("nurse nurses surgeon surgeons center centre unit room doctor doc bay")),
    **dict.fromkeys(("orientals", "oriental"), (0, 1, bag("rug rugs trading shorthair poppy poppies lily lilies"))),
    **dict.fromkeys(("creek", "the creek"), (8, 6, _ROAD)),
    **dict.fromkeys(("cancer", "a cancer"), (0, 2, bag("codebase society sport email code league locker"))),
    **dict.fromkeys(
        ("pronouns", "pronoun"),
        (6, 6, bag("grammar spanish french latin german reflexive relative possessive duolingo noun nouns verb verbs")),
    ),
    "stroller": (3, 1, bag("passed wheel wheels")),
    **dict.fromkeys(("daycare", "day care"), (1, 3, bag("dogs dog parking doggy doggie puppy puppies cats"))),
    "engagement ring": (0, 1, bag("ad ads commercial commercials jingle")),
    **dict.fromkeys(
        ("right wing", "left wing"), (0, 4, bag("hawk plane eagle duck crow bird drone defenseman forward hockey"))
    ),
    "catholic": (0, 1, bag("taste tastes")),
    "in recovery": (0, 1, bag("room mode drive disk software")),
    "rehab": (0, 2, bag("barn house kitchen duplex boat deck")),
    "crutch": (0, 1, bag("for of")),
    "blacks": (1, 1, bag("all selectors")),
    **dict.fromkeys(("stroke", "a stroke"), (0, 1, bag("play order count index engine of"))),
    **dict.fromkeys(("dead name", "deadname"), (0, 2, bag("tag field column"))),
}
"""How many words to the left and right show the other sense, and which; an earlier entry of `figures` for a term gives way to one here."""

UNOWNED: Final[Mapping[str, tuple[int, int, frozenset[str]]]] = {
    **dict.fromkeys(("vfw", "american legion"), (0, 1, bag("hall halls parking lot"))),
    **dict.fromkeys(("vfw hall", "legion hall", "american legion hall", "elks lodge"), (6, 8, _BUILDING)),
    **dict.fromkeys(("church", "nursing home"), (1, 8, _BUILDING)),
    **dict.fromkeys(
        ("priest", "priests", "nun", "nuns", "rabbi", "preacher", "imam", "bishop", "monk", "monks"), (5, 6, _SCREEN)
    ),
}
"""The same, unless the words before or after say whose it is."""
