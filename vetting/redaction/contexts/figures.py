"""Figures of speech and things called after people: surgery on an xbox, a phone that retires, orphaned processes, an Amish chair.

`not_a_figure` is the context test of one word each, false only where the words beside it show the other sense. What a pattern found is
judged in `idioms`.
"""

from collections.abc import Callable, Mapping
from typing import Final

from vetting.redaction.contexts import asides, lightly
from vetting.redaction.contexts.usage import FIRST, PEOPLE_PRONOUNS, POSSESSIVES
from vetting.redaction.site import Site, bag

_CODE: Final = bag(
    "process processes pid node nodes theme file files row rows record records drawer sock socks account accounts page pages branch branches commit "
    "container containers package packages volume volumes block blocks directory folder thread threads div column key keys docker git sql kernel "
    "wordpress css html module inode socket sector snapshot snapshots"
)
_GADGETS: Final = bag(
    "phone deck grill boat truck kitchen toilet couch keyboard laptop car carpet smoker bike pan skillet oven kayak mower jeep drone tent "
    "tires clutch brakes brake engine jacket boots shoes floor tools hose rug monitor tv server console xbox ps5 controller putter transmission fuel "
    "valve pump carb motherboard printer lawn"
)
_CRAFTS: Final = bag(
    "style styles rocking chair chairs furniture market markets butter made built noodles store bakery shed sheds cheese chicken jam jams quilt "
    "quilts table tables cabinet cabinets pie pies donut donuts bread popcorn crafted barn pretzel pretzels friendship"
)
_SADDLERY: Final = bag(
    "saddle saddles muffin muffins sheepdog bulldog bulldogs setter setters cream toffee breakfast ivy riding cucumber cucumbers peas tea pub roses mastiff "
    "springer cocker ale mustard walnut elm horn bridle tack wheel longbow billiards"
)
_SEEN: Final = bag("movie film funniest quote quotes rewatch catalina watch netflix streaming")
_GAMES: Final = bag(
    "quarterback quarterbacks qb game games season defense offense touchdown touchdowns coach draft drafted started win wins won lose lost losing "
    "kickoff punt fumble fumbled interception playoffs stadium fans jersey tickets field bengals steelers ravens roster injury injuries week"
)
_HOBBIES: Final = bag(
    "buying pedals shoes sneakers sneaker lego legos chips thrift thrifting ebay amazon tiktok instagram reddit plants houseplants yarn fabric records vinyl "
    "tools books kindle skins minecraft candy chocolate coffee tacos taquitos cheese queso ranch collecting pens keyboards watches knives guitars guitar "
    "starbucks costco target boba sushi pickles chapstick stickers socks hoodies hats candles podcasts wordle sudoku"
)
_SKY: Final = bag("weather market thermostat wifi forecast printer sky oven stock crypto thermometer wind algorithm")
_STATES: Final = bag(
    "alabama alaska arkansas colorado connecticut delaware florida illinois indiana iowa kansas kentucky louisiana maryland massachusetts "
    "mississippi missouri nebraska nevada carolina ohio oklahoma oregon rhode tennessee utah virginia wisconsin wyoming"
)
_ALL_STATES: Final = _STATES | bag(
    "arizona california idaho maine michigan minnesota montana hampshire jersey dakota pennsylvania texas vermont washington chicago boston houston "
    "dallas denver philly atlanta seattle cali upstate"
)

_FIGURES: Final[Mapping[str, tuple[int, int, frozenset[str]]]] = {
    **dict.fromkeys(("orphaned", "orphan", "orphans", "parent", "a parent"), (3, 3, _CODE)),
    **dict.fromkeys(
        ("widowed", "widow", "widows"), (0, 1, bag("line lines margin margins paragraph spider maker peak"))
    ),
    "pregnant": (0, 2, bag("pause pauses cloud clouds raincloud sky silence chad storm")),
    **dict.fromkeys(
        ("gave birth", "give birth", "giving birth", "gives birth", "birthed", "birthing"),
        (3, 5, bag("idea ideas meme memes genre theory poem burrito app code legend novel build")),
    ),
    **dict.fromkeys(
        ("divorce", "divorcing", "divorced"),
        (0, 2, bag("comcast verizon xfinity carbs sugar reality facts netflix spotify sprint tmobile rate")),
    ),
    **dict.fromkeys(
        ("marry", "marries", "married"), (1, 4, bag("sauce sauces pasta flavors flavor ketchup ingredients spices"))
    ),
    "voted for": (
        0,
        5,
        bag(
            "pineapple pizza pedro song idol mascot burger beer flavor logo singer mvp recipe costume pie chili donut topping toppings"
        ),
    ),
    **dict.fromkeys(
        ("i voted", "voted", "vote for"),
        (0, 4, bag("pineapple pizza pedro mascot burger flavor chili donut topping toppings")),
    ),
    **dict.fromkeys(
        ("temple", "temples"),
        (0, 3, bag("tire tires st street ave avenue tx texas owls hardware auto university glasses sunglasses frames")),
    ),
    "amish": (0, 2, _CRAFTS),
    "english": (0, 2, _SADDLERY),
    **dict.fromkeys(
        ("persian", "persians", "siamese", "himalayan", "burmese", "abyssinian"),
        (6, 1, bag("cat cats kitten kittens rug rugs carpet carpets kitty")),
    ),
    "thai": (1, 1, bag("pad iced basil tea chili chilies peppers takeout sticky")),
    **dict.fromkeys(("danish", "danishes"), (2, 2, bag("pastry cheese bakery donut croissant donuts glazed cherry"))),
    **dict.fromkeys(("the browns", "browns"), (6, 9, _GAMES)),
    **dict.fromkeys(("whites", "the whites"), (3, 6, bag("egg eggs yolk yolks laundry bleach meringue detergent"))),
    **dict.fromkeys(
        ("retiring", "retired", "retire", "retires"), (0, 5, bag("convo conversation thread chat argument"))
    ),
    **dict.fromkeys(("old", "older"), (0, 3, bag("trailhead cemetery depot quarry"))),
    **dict.fromkeys(
        ("green party", "green parties"),
        (3, 3, bag("balloon balloons cups cup napkins decorations plates streamers dress hats favors")),
    ),
    **dict.fromkeys(("halal", "kosher"), (0, 1, bag("cart carts guys truck trucks pickle pickles salt dill style"))),
    **dict.fromkeys(("hanukkah", "ramadan", "diwali", "eid"), (2, 3, bag("aisle display clearance emoji"))),
    **dict.fromkeys(("dreadlocks", "dreadlock", "locs"), (0, 3, bag("mop mops puli sheep yarn komondor"))),
    **dict.fromkeys(
        ("natural hair", "light skin", "dark skin"), (0, 2, bag("brush brushes bristle bristles potatoes almonds"))
    ),
    **dict.fromkeys(
        ("skin tone", "skin tones", "skin color"),
        (0, 3, bag("slider sliders selector settings modifier emoji emojis palette editor")),
    ),
    "queer": (0, 1, bag("sort noise sound feeling sensation taste odor")),
    **dict.fromkeys(
        ("sealed record", "sealed records"), (6, 6, bag("vinyl lp album albums mint pressing shrink discogs turntable"))
    ),
    **dict.fromkeys(
        ("juvenile record", "juvenile records"),
        (6, 7, bag("jump mile meter metre dash freestyle swim sprint butterfly relay hurdles vault marathon bass")),
    ),
    **dict.fromkeys(
        ("expunged", "expunge", "expunging"), (0, 5, bag("browser browsing cache email emails inbox playlist contacts"))
    ),
    **dict.fromkeys(
        ("slept in my car", "slept in my truck", "slept in the car", "sleeping in my car"),
        (5, 5, bag("trailhead sunrise festival concert hike hiking launch ski tailgate raceway powder")),
    ),
    **dict.fromkeys(
        ("evicted", "eviction"), (0, 6, bag("fantasy chat villa recliner squirrel raccoon wasps raccoons squirrels"))
    ),
    **dict.fromkeys(
        ("food bank", "food pantry"),
        (5, 6, bag("stole steal stolen robbed burglarized collects collecting donate donated donating volunteers")),
    ),
    **dict.fromkeys(("sailor", "sailors"), (3, 4, bag("cargo merchant yacht regatta pirate dinghy sailboat"))),
    **dict.fromkeys(("choir", "choirs"), (4, 5, bag("frogs birds crickets cicadas kazoo coyotes"))),
    **dict.fromkeys(
        ("crippled", "the crippled"),
        (0, 1, bag("tanker ship city budget economy plane jet network agency industry boat satellite grid supply")),
    ),
    **dict.fromkeys(
        ("paralyzed", "the paralyzed"),
        (0, 2, bag("city budget economy government congress agency legislature commute grid")),
    ),
    "handicapped": (0, 1, bag("by")),
    "traumatic": (0, 2, bag("ending finale episode trailer")),
    **dict.fromkeys(
        ("handicap", "handicaps"), (5, 5, bag("golf app ghin course fantasy betting bowling tee putts scorecard links"))
    ),
    "confession": (1, 0, bag("true quick small real hot random guilty embarrassing tiny")),
    **dict.fromkeys(("my old man", "the old man"), (0, 1, bag("cave winter river logan cactus"))),
    "lost my place": (0, 4, bag("book line article page sentence queue song recipe manual chapter counting")),
    "eating for two": (0, 1, bag("hours days weeks straight minutes months years")),
    **dict.fromkeys(
        ("first trimester", "second trimester", "third trimester", "trimester"),
        (0, 2, bag("exams exam grades finals report tuition schedule classes midterms honor")),
    ),
    "knocked up": (0, 3, bag("price prices rent score volume thermostat")),
    "support group": (0, 7, bag("bought printer fans owners bengals jets browns jaguars lions windows mets")),
    "holy trinity": (
        4,
        6,
        bag("onion onions celery pepper peppers garlic cajun gumbo brisket ribs sausage bbq tacos sauce butter"),
    ),
    **dict.fromkeys(("crossed the border", "cross the border", "crossing the border"), (0, 3, _STATES)),
    **dict.fromkeys(("moved here from", "came here from", "moved over here from", "moved from"), (0, 2, _ALL_STATES)),
    "homeland": (1, 2, bag("season episode finale security hulu showtime rewatch")),
    **dict.fromkeys(
        ("first language", "native language", "mother tongue"),
        (3, 5, bag("python java javascript cobol sql rust coding html php fortran programming")),
    ),
    **dict.fromkeys(
        ("men's room", "mens room", "ladies room", "ladies' room"),
        (0, 7, bag("order clogged leak leaking flooded plumber soap towels closed sink")),
    ),
    "als": (1, 2, bag("ambulance ambulances unit units rig medic medics crew intercept bls")),
    **dict.fromkeys(("custody battle", "custody"), (1, 4, bag("thermostat remote aux xbox armrest recliner evidence"))),
    **dict.fromkeys(
        ("divorce attorney", "divorce lawyer", "divorce attorneys"),
        (0, 2, bag("billboard billboards commercial commercials ad ads jingle")),
    ),
    "my baby": (
        0,
        7,
        bag("mpg clutch exhaust odometer waxed turbo horsepower transmission camaro mustang f150 corvette harley"),
    ),
    "section 8": (4, 4, bag("stadium seats row ballpark arena tickets bleachers shade seat")),
    **asides.FIGURES,
}
"""How many words to the left and right show the other sense of a word, and which."""
_UNOWNED: Final[Mapping[str, tuple[int, int, frozenset[str]]]] = {
    "mood swings": (7, 1, _SKY),
    "bipolar": (3, 5, _SKY | bag("plot show")),
    **dict.fromkeys(("stepbrothers", "step brothers", "stepbrother"), (5, 5, _SEEN)),
    **dict.fromkeys(
        ("on life support", "life support"),
        (6, 3, bag("project mall downtown battery franchise bill deal lawn podcast subreddit economy startup bullpen")),
    ),
    **dict.fromkeys(
        ("two tours", "three tours", "four tours", "tours"),
        (6, 6, bag("band van album merch gigs museum brewery winery wine gardens headlining openers")),
    ),
    "basic training": (
        3,
        3,
        bag("video module course manual slides forklift puppy commands obedience leash treats excel"),
    ),
    **dict.fromkeys(
        ("infantry", "cavalry", "artillery"), (6, 6, bag("civ nerf rts minis painted warhammer dlc lego battlefield"))
    ),
    **asides.UNOWNED,
}
"""The same, unless the words before say whose it is."""
_TO_THINGS: Final[Mapping[str, tuple[str, int, frozenset[str]]]] = {
    **dict.fromkeys(("addiction", "an addiction"), ("to", 6, _HOBBIES)),
    **dict.fromkeys(("bypass surgery", "heart surgery", "brain surgery"), ("on", 6, _GADGETS)),
    "marriage": ("of", 5, bag("bacon syrup flavors sweet salty cheese beer sauce form function spice chocolate hops")),
    **dict.fromkeys(("amputated", "amputate"), ("", 4, bag("branch branches oak tree trees mannequin doll statue"))),
    **dict.fromkeys(
        ("baptized", "baptised", "baptize", "christening", "christened", "abused my", "abused the", "abused"),
        ("", 3, _GADGETS | bag("privilege privileges return returns loophole coupon coupons buffet")),
    ),
    "enlisted": (
        "",
        2,
        bag("neighbor neighbors buddy buddies friends coworkers roommate coworker intern interns kids"),
    ),
    "nun": ("", 2, bag("ya yall else these")),
}
"""What follows, after this preposition or as the object, when the word is said of things."""
_PREPOSITIONS: Final = bag(
    "in on at as by with when and because after before since to , for inside near during while from but or until"
)
_HALLOWED: Final = bag(
    "place gym garage river trail woods mountain track stadium ocean diner crossfit costco football surfing baseball fishing hiking lifting barbell"
)


def not_a_figure(site: Site) -> bool:
    """Not an orphaned process, a pregnant pause, a boat that is christened, an English saddle, a sealed record to play, "the gym is my church"."""
    word = site.word
    if word in {"church", "religion", "my church", "my religion", "my therapy"}:
        before = site.left if word.startswith("my ") else site.left[1:] if site.previous == "my" else []
        if before[:1] in (["is"], ["was"]) and not _HALLOWED.isdisjoint(before[1:4]):
            return False
    if lightly.plainly_other(site):
        return False
    if word in _FIGURES:
        left, right, shown = _FIGURES[word]
        return shown.isdisjoint((*site.left[:left], *site.right[:right]))
    if word in _UNOWNED:
        left, right, shown = _UNOWNED[word]
        owned = not (_OWNED | site.words.get("military")).isdisjoint((*site.left[:4], *site.right[:4]))
        if not owned and not shown.isdisjoint((*site.left[:left], *site.right[:right])):
            return False
    if word in _TO_THINGS:
        preposition, reach, shown = _TO_THINGS[word]
        led = site.next == preposition if preposition else site.next not in _PREPOSITIONS
        return not led or shown.isdisjoint(site.right[:reach])
    return True


_OWNED: Final = (FIRST | POSSESSIVES | bag("he she he's she's they")) - {"our"}

_CALLED: Final = bag(
    "go full up out tonight today back done ready luck job work night morning thanks again it hey sup yo cmon on alright ok okay sorry congrats "
    "well yes no wow damn nice"
)


_TEAMED: Final = bag("women womens women's men mens men's girls girl's girls' boys boy's boys' ladies ladies' lady")
_SPORTS: Final = bag(
    "basketball soccer volleyball softball lacrosse lax hockey golf tennis tees tee varsity jv wrestling swim rugby ncaa singles doubles"
)
_SOMEBODY: Final = (
    FIRST
    | POSSESSIVES
    | PEOPLE_PRONOUNS
    | bag("who kids parents coach coached coaches trans transgender plays played real biological")
)


def not_called_out(site: Site) -> bool:
    """Not "let's go boys", "freezer is full boys", "sup man": said to readers, whoever they are; nor a team of a sport."""
    if site.word in {"boys", "fellas", "lads", "gents"}:
        if site.previous == "go" and site.left[1:2] and site.left[1] in {"lets", "let's", "let", "go"}:
            return False
        return bool(site.right) or site.previous not in _CALLED
    if site.word in _TEAMED:
        return (
            site.next not in _SPORTS
            or bool(_SOMEBODY.intersection(site.left[:8]))
            or bool(_SOMEBODY.intersection(site.right[1:8]))
        )
    if site.word == "man":
        return site.previous not in bag("sup yo hey thx cmon whoa wow nah yeah lol")
    return site.word != "gal" or not site.previous.isdigit()


TESTS: Final[Mapping[str, Callable[[Site], bool]]] = {"not_a_figure": not_a_figure, "not_called_out": not_called_out}
"""Joined to the table of `context`."""
