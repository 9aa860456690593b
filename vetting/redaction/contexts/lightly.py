"""Words of a life said of other things: a mac addict, air pregnant with rain, a hymn to greed, bridesmaids in a film.

`plainly_other` is asked by `figures.not_a_figure`, for the terms of its table only; each entry is false unless the words around the term
show the other sense, so that what is said of a person is still found.
"""

from collections.abc import Mapping
from typing import Final

from vetting.redaction.contexts.institutions import (
    BALL_GAME,
    ECONOMY,
    JOKE_EVICTION,
    MICROSOFT,
    MILITARY_NEAR,
    as_an_institution,
    goods_for_them,
    idle_slogan,
    in_a_list_of_grounds,
    maker_or_lore,
    of_no_person,
    policy_of_care,
)
from vetting.redaction.contexts.surroundings import BEASTS, Sense, shown, told_near
from vetting.redaction.contexts.usage import PEOPLE_PRONOUNS, POSSESSIVES
from vetting.redaction.site import Site, bag

_PASTIMES: Final = bag(
    "mac apple iphone ipad phone app apps twitter tweet facebook instagram tumblr pinterest reddit tiktok youtube netflix spotify snapchat myspace blog blogging "
    "news gossip soap tv telly sitcom reality anime manga comic comics book books reading audiobook podcast podcasts music vinyl guitar gear synth pedal "
    "football soccer hockey baseball basketball nfl nba nhl nascar sports sport golf cricket fishing running fitness gym yoga crossfit adrenaline travel "
    "caffeine coffee tea espresso starbucks carb carbs sugar chocolate cheese chip bacon pizza taco sushi snack soda coke-zero gum candy "
    "shopping shoe shoes sneaker sneakers handbag purse makeup lipstick nail polish perfume fashion thrift ebay etsy amazon "
    "minecraft crush farmville warcraft wow sims tetris sudoku wordle candycrush zelda pokemon fortnite halo game lego puzzle crossword "
    "bieber directioner potter twilight glee lost trek disney cat dog puzzle data craft yarn knitting scrapbook scrapbooking plant gardening work history politics"
)
"""What people say lightly that they cannot live without. Gaming, gambling, porn, food and the internet are not here: these are illnesses, too."""


def _of_a_pastime(site: Site) -> bool:
    """A mac addict · addicted to pinterest · minecraft is a cruel addiction · suffering from twitter withdrawal."""
    if site.previous in _PASTIMES:
        return True
    if site.next in {"to", "from"} and not _PASTIMES.isdisjoint(site.right[1:4]):
        return True
    head = site.left[:6]
    at = next((i for i, token in enumerate(head) if token in {"is", "are", "was", "becoming", "became"}), -1)
    return at >= 0 and head[at + 1 : at + 2] != [] and head[at + 1] in _PASTIMES


_CONTRACTED: Final = bag("it's that's what's there's he's she's here's where's how's who's let's everything's")


def _its_own(site: Site) -> bool:
    """Its mother: an animal's; not "a baby and its mother"."""
    return site.previous == "its" and bag("baby child infant newborn kid toddler babies").isdisjoint(site.left[:8])


_WITH_CHILD_OF: Final = bag(
    "rain meaning meanings possibility possibilities promise hope hopes expectation expectations significance irony anticipation silence tension potential "
    "symbolism opportunity opportunities danger menace storm storms water moisture ideas implications history memory thunder snow"
)


def _heavy_with(site: Site) -> bool:
    """Pregnant with meaning · the pregnant air."""
    if site.next == "with" and not _WITH_CHILD_OF.isdisjoint(site.right[1:4]):
        return True
    return site.next in bag(
        "pause pauses cloud clouds raincloud sky silence chad storm moment air stillness possibility"
    )


def _birth_of_other(site: Site) -> bool:
    """The ewe gave birth · I will give birth to a goat first · gave birth to an idea."""
    if not BEASTS.isdisjoint(site.left[:4]):
        return True
    brought = BEASTS | bag(
        "idea ideas meme memes genre theory poem burrito app code legend novel build movement nation nations era revolution internet web style industry "
        "tradition republic jazz rock democracy kittens puppies litter calves"
    )
    return site.next == "to" and not brought.isdisjoint(site.right[1:5])


def _young_of_beasts(site: Site) -> bool:
    """Newborn animals, a newborn calf; nor what is newborn in a zoo."""
    return not (
        BEASTS | bag("star stars nation republic planet democracy calves foals lambs piglet piglets")
    ).isdisjoint(site.right[:2])


def _film_of_that_name(site: Site) -> bool:
    """Bridesmaids was funny · "Honeymooners" comes to town: a capital, and it is watched, judged, or stands in quotation marks."""
    if not site.cased[:1].isupper() or (site.cased.isupper() and len(site.cased) > 1):
        return False
    cased = site.view.cased
    before, after = cased[max(0, site.start - 2) : site.start].strip(), cased[site.end : site.end + 2].strip()
    if before in {"'", '"', "\u2018", "\u201c"} and after[:1] in {"'", '"', "\u2019", "\u201d"}:
        return True
    watched = bag("watching watched watch saw see seen rewatching rewatched loved np nw recommend rented")
    if not watched.isdisjoint(site.left[:1]) or (site.previous == "the" and not watched.isdisjoint(site.left[1:2])):
        return True
    return site.previous in {"", "the"} and site.word.endswith("s") and site.next in {"was", "is"}


_SLOW_THINGS: Final = bag(
    "it it's its this that's things business service site website page app software program loading load computer laptop phone shipping delivery response "
    "market traffic internet movie film book plot story start pace server download update connection economy sales staff kitchen"
)


def _slow_thing(site: Site) -> bool:
    """It seems a little slow when it loads; not "he is a little slow"."""
    return not _SLOW_THINGS.isdisjoint(site.left[:7]) and (
        bag("he he's she she's him her you you're kid boy girl brother sister son").isdisjoint(site.left[:7])
    )


def _scare_quoted(site: Site) -> bool:
    """Detox in quotation marks."""
    folded = site.view.folded
    return folded[max(0, site.start - 1) : site.start] in {'"', "\u201c"} and folded[site.end : site.end + 1] in {
        '"',
        "\u201d",
    }


def _likened_session(site: Site) -> bool:
    """It's not a therapy session · it turned into a therapy session."""
    return (
        site.previous in {"a", "an"}
        and (site.word != "therapy" or site.next in {"session", "sessions"})
        and site.left[1:2] != []
        and site.left[1]
        in bag("not isn't ain't like into became felt basically wasn't just was is it's become turned free")
    )


def _kids_of_mine_today(site: Site) -> bool:
    """Do something with the kids today; not "the kids today are lazy"."""
    return site.previous in POSSESSIVES | bag("the both with") and site.next not in bag(
        "are don't can't never only have will want know think just spend need get aren't won't do would seem couldn't wouldn't don"
    )


_WET: Final = told_near(
    r"baths?|bathing|rain\w*|umbrella|water|wet|storm|swim\w*|pool|boots|tent|soak\w*|shower|pee|potty|diapers?|flood\w*|poncho|kayak\w*|basement|inside|splash\w*"
)
_TUNES: Final = told_near(
    r"songs?|tunes?|play(?:ing|ed|s)?|tour|music|radio|station|records?|playlist|listen\w*|albums?|dj|jukebox|sing\w*|concert|dance|hits|vinyl|motown"
)
_HOMING: Final = told_near(
    r"(?:great|good|new|furever) homes?|spca|humane society|kennel|litter|pups?|pupp\w+|kitt\w+|dogs?|cats?|rescue (?:group|dog|cat)|animals?|pets?|bunn\w+|fosters? (?:dog|cat|fail)s?"
)
_SHOW_OF_TEENS: Final = "movie movies drama dramas comedy comedies flick film films show shows pop idol romance fiction novel novels lit sitcom soap slasher magazine magazines heartthrob"
_TRANSIT: Final = told_near(
    r"buse?s?|subways?|streetcars?|stations?|trains?|transit|fares?|toronto|yonge|bloor|delay\w*|horrendous\w*|lost|commut\w*|line \d|metrolinx|presto|drivers?|trolley|packed"
)

_TERMS: Final[Mapping[str, Sense]] = {
    **dict.fromkeys(
        (
            *(
                "the army",
                "the navy",
                "the air force",
                "the marines",
                "the coast guard",
                "the national guard",
                "the military",
                "army",
                "navy",
                "air force",
                "marines",
                "coast guard",
                "military police",
            ),
            *(
                "us army",
                "u s army",
                "us navy",
                "us military",
                "us air force",
                "national guard",
                "us marines",
                "us coast guard",
                "army reserve",
            ),
        ),
        as_an_institution,
    ),
    **dict.fromkeys(
        (
            *(
                "addict",
                "addicts",
                "addiction",
                "an addiction",
                "addictions",
                "addicted",
                "junkie",
                "junkies",
                "withdrawal",
                "withdrawals",
                "withdrawl",
            ),
            *(
                "rehab",
                "relapse",
                "relapsed",
                "cravings",
                "overdose",
                "overdosed",
                "detox",
                "detoxing",
                "binge",
                "bingeing",
                "sober",
                "recovering addict",
            ),
        ),
        lambda site: _of_a_pastime(site) or _scare_quoted(site),
    ),
    "pregnant": _heavy_with,
    **dict.fromkeys(
        ("given birth", "gave birth", "give birth", "giving birth", "gives birth", "birthed", "birthing"),
        _birth_of_other,
    ),
    **dict.fromkeys(("newborn", "newborns", "new born"), _young_of_beasts),
    **dict.fromkeys(
        (
            *(
                "bridesmaids",
                "honeymooners",
                "the honeymooners",
                "newlyweds",
                "widows",
                "housewives",
                "the widow",
                "divorce",
                "the bride",
                "bridesmaid",
            ),
            *(
                "parenthood",
                "orphan",
                "the proposal",
                "the priest",
                "priest",
                "the nun",
                "soldier",
                "soldiers",
                "boomers",
                "elders",
            ),
        ),
        _film_of_that_name,
    ),
    **dict.fromkeys(("children", "kids", "child"), goods_for_them),
    **dict.fromkeys(("mother", "mom", "father", "mama", "momma", "parents", "babies", "mum", "dad"), _its_own),
    "religion": in_a_list_of_grounds,
    **dict.fromkeys(("canon", "canons"), maker_or_lore),
    **dict.fromkeys(("little slow", "a little slow", "bit slow", "a bit slow", "kinda slow"), _slow_thing),
    "missing in action": lambda site: not MILITARY_NEAR(site) and site.words.get("military").isdisjoint(site.left[:8]),
    "ms": lambda site: site.cased == "MS" and MICROSOFT(site),
    **dict.fromkeys(
        ("so", "oh", "lo", "bd", "bm", "dd", "los"),
        lambda site: site.cased.isupper() and site.previous in _CONTRACTED,
    ),
    **dict.fromkeys(("therapy", "therapy session"), _likened_session),
    "wife": lambda site: site.left[:2] == ["good", "the"],
    "kids today": _kids_of_mine_today,
    "child care": policy_of_care,
    "early voting": of_no_person,
    "make america": idle_slogan,
    "depression": lambda site: site.previous == "the" and (site.cased[:1].isupper() or ECONOMY(site)),
    **dict.fromkeys(("dry", "stay dry", "staying dry", "stayed dry"), _WET),
    **dict.fromkeys(("oldies", "oldie"), _TUNES),
    **dict.fromkeys(
        ("adopted", "get adopted", "got adopted", "getting adopted", "be adopted", "was adopted", "were adopted"),
        _HOMING,
    ),
    "twins": lambda site: site.cased[:1].isupper() and site.previous == "the" and BALL_GAME(site),
    **dict.fromkeys(("teen", "teenage", "teens"), shown(0, 1, _SHOW_OF_TEENS)),
    **dict.fromkeys(
        ("served an eviction notice", "served an eviction", "eviction notice", "eviction notices", "notice"),
        JOKE_EVICTION,
    ),
    **dict.fromkeys(
        ("carrier for", "carriers for"),
        shown(
            2,
            0,
            "nuclear aircraft naval fleet phone cell wireless mobile insurance mail letter freight air airline pet cat baby drink plate flag common internet",
        ),
    ),
    "hymn": lambda site: (
        site.next in {"to", "of"}
        and bag("god jesus mary christ lord father praise worship virgin").isdisjoint(site.right[1:5])
    ),
    **dict.fromkeys(
        ("hallelujah", "halleluja"),
        lambda site: (
            (site.next == "for" and bag("god jesus lord christ").isdisjoint(site.right[1:6]))
            or not bag("friday coffee weekend wifi finally fixed works payday").isdisjoint(
                (*site.left[:2], *site.right[:6])
            )
        ),
    ),
    **dict.fromkeys(("a shrink", "shrink"), shown(2, 0, "or be become being")),
    "delirium": shown(8, 5, "laughing laugh laughs giggling joy happy tired sleep overtired excited"),
    **dict.fromkeys(
        ("surgery", "the surgery"),
        lambda site: (
            site.next in bag("receptionist receptionists hours feedback website appointments opening times")
            or site.previous in bag("advice constituency veterinary vet")
            or (
                site.view.folded.startswith("'s ", site.end)
                and site.next in bag("good new great own phone staff front reception")
            )
        ),
    ),
    "your age": lambda site: (
        site.next == "by"
        or not bag("count matter matters whatever regardless enter verify confirm guess irrespective").isdisjoint(
            site.left[:3]
        )
    ),
    "pagan": shown(1, 0, "me te le nos les se lo los que ya"),
    "attention deficit": shown(2, 1, "heard hear listening album listened bumping playing bump track theater theatre"),
    "rapes": lambda site: (
        site.previous in PEOPLE_PRONOUNS | {"who", "it", "that"} and site.next in bag(", but and") | {""}
    ),
    "victims": lambda site: (
        site.previous == "the" and not bag("somehow suddenly always apparently poor yet").isdisjoint(site.left[1:4])
    ),
    "support group": lambda site: (
        not bag(
            "starting beginners newbies fans owners users bought printer windows mets jets bengals browns lions jaguars"
        ).isdisjoint(site.right[:9])
    ),
    "ttc": _TRANSIT,
    "military": lambda site: (
        site.next == "police" and as_an_institution(Site(site.view, site.start, site.end + 7, site.words))
    ),
    "nco": lambda site: site.next in bag("group financial collections"),
    "cancer": lambda site: (
        site.cased[:1].isupper()
        and site.next in bag("institute society council research action registry fund moonshot coalition")
    ),
    "service number": lambda site: (
        site.previous in bag("the customer a their your this that") and not MILITARY_NEAR(site)
    ),
    **dict.fromkeys(
        ("joined up", "join up"),
        lambda site: (
            site.next in {"to", "with", "for"}
            and bag("fight serve defend see get become be avoid").isdisjoint(site.right[1:2])
        ),
    ),
    "god has": lambda site: (
        (not site.left or site.left[1:2] == ["@"])
        and "?" in site.view.folded[site.end : site.end + 60].split(".")[0]
        and site.next not in bag("a the been given blessed plan not my your our always never")
    ),
    **dict.fromkeys(
        ("send him back", "send her back", "send them back", "sent him back", "sent her back"),
        lambda site: (
            site.next in bag("out in inside outside upstairs downstairs for with up down a an his some")
            or (
                site.next == "to"
                and not bag(
                    "bed sleep school class work vet shelter store breeder kitchen bathroom room lunch daycare groomer minors aaa triple"
                ).isdisjoint(site.right[1:4])
            )
        ),
    ),
}


def plainly_other(site: Site) -> bool:
    """Whether the term is one of those here and is said of a thing, an animal, an institution or a pastime."""
    sense = _TERMS.get(site.word)
    return sense is not None and sense(site)
