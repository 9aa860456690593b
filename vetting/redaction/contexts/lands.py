"""Words of descent and sex that are said of no person: an Irish pub, African lions, Latino disco, a Tagalog particle, Ladies long sleeves.

Rules kept here: each test is false only where what stands beside the word shows the other sense and nobody is said to be or to own it. Figures of
speech are left to `figures`, capitals of titles in general to `things`.
"""

import re
from collections.abc import Callable, Mapping
from typing import Final

from vetting.redaction.contexts.usage import COPULA, FIRST, PEOPLE_PRONOUNS, POSSESSIVES
from vetting.redaction.site import Site, bag

_BEASTS: Final = bag(
    "lion lions lioness elephant elephants rhino rhinos giraffe giraffes zebra zebras leopard leopards cheetah cheetahs hyena hyenas hippo hippos buffalo antelope "
    "gazelle gazelles oryx baboon baboons gorilla gorillas meerkat meerkats ostrich ostriches vulture vultures hen hens rooster roosters duck ducks quail partridge "
    "tiger tigers wolf wolves bison moose elk panda pandas tortoise tortoises turtle turtles frog frogs crocodile crocodiles lynx otter otters beaver beavers snail "
    "snails ladybug ladybugs wildlife safari savanna savannah bees wasp wasps hornet hornets hare hares stallion mare mares cobra cobras python pythons catfish "
    "cichlid cichlids starling starlings sparrow sparrows pigeon pigeons daisy daisies violets"
)
_HOUSES: Final = bag(
    "pub pubs bar bars tavern taverns tearoom pastries fare cookbook eatery eateries bistro pizzeria trattoria steakhouse nightclub"
)
_AFFAIRS: Final = bag(
    "monarchy revolution independence airstrike airstrikes sanctions parliament constitution empire treaty shares stocks bonds currency weather climate cruise "
    "cruises pyramids tulips ruins landscape landscapes species subspecies drumming tariffs drones referendum"
)
_STATES: Final = bag("countries")
_COMERS: Final = bag(
    "from people immigrants migrants refugees invaders immigrant migrant refugee workers asylum born banned ban fled travel citizens nationals shithole these those"
)
_SCENES: Final = bag(
    "disco funk techno house music jazz pop rock beats hip rap trap salsa playlist grooves riddims rhythms film films cinema movie movies literature novels "
    "drama dramas soap art dance dances radio tv television instruments percussion pottery textiles design designs architecture"
)
_BY_NATURE: Final = bag(
    "profoundly quintessentially distinctly uniquely distinctively unmistakably inherently essentially vaguely oddly"
)
_SOVIET: Final = bag(
    "soldier soldiers citizen citizens jew jews immigrant immigrants born emigre emigres man woman men women family families people parents "
    "grandparents athlete athletes defector defectors passport childhood"
)
_ICE: Final = bag(
    "goal goals net score scored scores scoring game games win wins won lose lost loses playoff playoffs nhl hockey season vs versus beat beats shootout "
    "overtime ot period powerplay roster goalie coach fan fans jersey tickets puck cup leafs flames oilers sharks hawks blackhawks bruins kings wings trade"
)


def not_of_a_land(site: Site) -> bool:
    """Who is of a nation or a people; not an Irish pub, two African lions, Scandinavian countries, a Soviet advantage, Latino disco."""
    word, after = site.word, site.next
    if word in {"soviet", "soviets"}:
        return word == "soviets" or after in _SOVIET or (not after and site.previous in {"a", "former", "ex"})
    if word in {"canucks", "canuck"}:
        return _ICE.isdisjoint((*site.left[:12], *site.right[:12]))
    return not (_of_a_thing(site) or _billed(site))


def _of_a_thing(site: Site) -> bool:
    after = site.next
    if site.right[1:2] and site.right[1] in site.words.get("people"):
        return False  # "a German weather man"
    if after in _STATES:
        return _COMERS.isdisjoint(site.left[:5])
    if after == "animals":
        beasts = _BEASTS.isdisjoint((*site.left[:5], *site.right[1:5]))
        return not beasts or not bag("save wild farm zoo two three").isdisjoint(site.left[:2])
    if site.previous in _BY_NATURE:
        return ((PEOPLE_PRONOUNS - {"it", "that"}) | FIRST).isdisjoint(site.left[1:5])
    if after in _SCENES:
        return (FIRST | POSSESSIVES).isdisjoint(site.left[:3])
    return after in _BEASTS or after in _HOUSES or after in _AFFAIRS


def _billed(site: Site) -> bool:
    """The band of that name."""
    return site.cased == "INDIGENOUS" and site.previous in _BILLED and not _STAGE.isdisjoint(site.left[1:12])


_BILLED: Final = bag("and with w ft feat featuring x plus")
_STAGE: Final = bag("live tonight tickets doors stage show opening feat ft w dj presents from gig tour")

_TAGALOG_AFTER: Final = bag(
    "mo ko ka na ba ako siya naman po pa sila kami tayo kayo rin din lang yung ang ng nga kasi pala mga nila natin nung talaga"
)
_TAGALOG_BEFORE: Final = bag("ang ganda napaka kaso pero kasi bakit ako siya yung mga si sobrang eh ay di")
_SPANISH_BEFORE: Final = bag("me te les nos se le lo que vez")
_SPANISH_AFTER: Final = bag(
    "por la el los las en un una bien poco mucho mas nada menos mal todo todos con sus su impuestos lo a al con"
)
_SHARED: Final[Mapping[str, tuple[frozenset[str], frozenset[str]]]] = {
    **dict.fromkeys(("malay", "hindi", "ganda", "baganda"), (_TAGALOG_BEFORE, _TAGALOG_AFTER)),
    **dict.fromkeys(("pagan", "tuna", "indigente"), (_SPANISH_BEFORE, _SPANISH_AFTER)),
}


def not_of_that_tongue(site: Site) -> bool:
    """Not "hindi mo", "malay ko", "me pagan por": words of another language that are written like an English one."""
    if site.word not in _SHARED:
        return True
    before, after = _SHARED[site.word]
    return site.previous not in before and site.next not in after


_WARES: Final = bag(
    "sleeve sleeves tee tees tshirt t-shirt tshirts shirt shirts hoodie hoodies watch watches handbag handbags wallet wallets jewelry jewellery blouse leggings "
    "sandals sneakers boots shoes jacket jackets parka pyjamas pajamas swimwear bikini fragrance perfume cologne razor razors shampoo apparel clothing size sizes sz"
)
_CUT: Final = bag("long short v crew slim regular size plus fitted vintage leather cotton running golf wool fleece")
_SOLD: Final = bag("ladies mens womens women's men's boys girls ladies' men's boy's girl's women men")
_PLAYED: Final = bag(
    "np nowplaying playing song songs track single cover version video lyrics album listening remix karaoke radio film movie episode"
)
_OF_A_TITLE: Final = re.compile(r" (?:with|of|on|in) (?:the |a )?[A-Z][a-z]+")
_CAPITALS: Final = re.compile(r"(?:^|[\s\"'“‘(])(?:[A-Z][\w']* ){1,5}$")
_SHOWN_NEAR: Final = re.compile(r"#\s?(?:np|nowplaying)(?!\w)")


def not_of_goods(site: Site) -> bool:
    """Who is a woman or a man; not a Ladies long sleeve, a chick bone, a La-Z-Boy, "#np My Girl", "Men with Brooms"."""
    word, after = site.word, site.next
    if word in _SOLD and (FIRST | POSSESSIVES).isdisjoint(site.left[:2]) and _ware(site):
        return False
    if word == "chick" and after in bag("bone bones wing wings feed feet coop brooder tenders"):
        return False
    if word == "boy" and site.view.folded[site.start - 1 : site.start] == "-" and site.left[:1] in (["z"], ["e"]):
        return site.left[1:2] not in (["la"], ["lay"], ["layz"], ["lazy"], ["laz"])
    if word in {"men", "women"} and site.cased.isupper() and site.view.folded[site.start - 2 : site.start] == " /":
        return False
    if word in {"boys", "boy"} and site.previous in bag("grandma grandma's grandmas"):
        return False
    return not _of_a_title(site)


_EVENTS: Final = bag(
    "final finals semifinal semifinals quarterfinal 100m 200m 400m 800m 1500m relay bracket podium slalom downhill moguls freestyle"
)


def _ware(site: Site) -> bool:
    if site.next in _EVENTS or site.right[:2] == ["world", "cup"]:
        return True
    return site.next in _WARES or (site.next in _CUT and bool(site.right[1:2]) and site.right[1] in _WARES)


def _of_a_title(site: Site) -> bool:
    """A capital inside a sentence, and the shape of a title: "but Men with Brooms is dull", "#np My Girl"."""
    if not site.cased[:1].isupper() or (site.cased.isupper() and len(site.cased) > 1):
        return False
    before = site.view.cased[max(0, site.start - 40) : site.start]
    if re.search(r"\w [a-z]+,? $", before) and _OF_A_TITLE.match(site.view.cased, site.end):
        around = site.view.cased[max(0, site.start - 60) : site.end + 60].split()
        return sum(w[:1].isupper() for w in around) < 0.5 * len(around)
    if not _CAPITALS.search(before):
        return False
    return bool(_SHOWN_NEAR.search(site.view.folded[max(0, site.start - 60) : site.end + 60])) or (
        not _PLAYED.isdisjoint((*site.left[:4], *site.right[:5])) and COPULA.isdisjoint(site.right[:1])
    )


TESTS: Final[Mapping[str, Callable[[Site], bool]]] = {
    "not_of_a_land": not_of_a_land,
    "not_of_that_tongue": not_of_that_tongue,
    "not_of_goods": not_of_goods,
}
"""Joined to the table of `context`."""
