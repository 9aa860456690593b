"""Armies, charities, makers and policies: the navy's ships in the news, the Children's Defense Fund, a camera of Canon, the cost of child care.

Each test is true only where the words around show that a body or a thing is meant, and nobody who serves, has or believes is near.
"""

from typing import Final

from vetting.redaction.contexts.surroundings import told_near
from vetting.redaction.contexts.usage import FIRST, POSSESSIVES
from vetting.redaction.site import Site, bag

_BARE: Final = frozenset({"army", "navy", "air force", "marines", "coast guard", "the marines"})
"""Names that mean those who serve as often as the force."""
_SENT: Final = bag(
    "send sends sending sent deploy deploys deployed deploying call calls called calling bring brings bringing order orders ordered ordering unleash"
)
_IN_THE_NEWS: Final = bag(
    "says said say announced announces named names denied denies confirmed confirms fire fires fired shot shoots kills killed raid raids raided "
    "arrest arrested arrests seized seizes ousted clash clashed clashes storm stormed stormed plans planned will would should may must could has have had "
    "is are was were wants needs launched launches opened bombed buys bought ordered awarded agreed claims claimed"
)
_SERVED_BY: Final = (
    FIRST
    | POSSESSIVES
    | bag(
        "he she he's she's him her veteran veterans vet served serve serving joined join enlisted retired deployed recruiter boot camp basic "
        "discharged ex former years buddy"
    )
) - bag("its their")
_SOMEBODY_NEAR: Final = told_near(
    r"served|enlisted|joined|boot ?camp|deployed|deployment|veterans?|my (?:husband|wife|dad|father|son|daughter|brother|sister|uncle|cousin|grand\w+)|in uniform|recruiter|barracks"
)


def as_an_institution(site: Site) -> bool:
    """The navy's ships · the army has named · send the army in: no word of anybody who serves, and a sign of news."""
    folded = site.view.folded
    owned = folded.startswith(("'s ", "s' "), site.end)
    verb = site.left[1:2] if site.previous == "the" else site.left[:1]
    if not _SENT.isdisjoint(verb) and site.next in bag("in into to onto out against on"):
        return site.words.get("kin").isdisjoint(site.left[:8])
    if (site.word in _BARE and site.previous not in {"us", "s"}) or (not owned and site.next not in _IN_THE_NEWS):
        return False
    near = (*site.left[site.previous == "us" : 10], *site.right[:10])
    return (
        _SERVED_BY.isdisjoint(near)
        and site.words.get("kin").isdisjoint(near)
        and bool(site.left or owned or len(site.right) > 3)
        and not _SOMEBODY_NEAR(site)
    )


_GOODS: Final = bag(
    "rhyme rhymes book books literature museum author authors illustrator illustration song songs theatre theater story stories fiction tales film films movie "
    "movies tv television show shows program programs programme programmes programming publisher publishing poetry verse chorus section aisle zoo fund federation "
    "aid charity charities classic classics game games place crusade entertainer hospital hospitals ward toy shop"
)


def goods_for_them(site: Site) -> bool:
    """Children's books, the Children's Defense Fund, Save the Children; not "my children's books"."""
    if site.left[:2] == ["the", "save"] and site.cased[:1].isupper():
        return True
    if site.previous in POSSESSIVES | FIRST:
        return False
    owned = site.view.folded.startswith(("'s ", "s "), site.end) or site.cased[:1].isupper()
    return owned and (site.next in _GOODS or (site.next == "defense" and site.right[1:2] == ["fund"]))


def in_a_list_of_grounds(site: Site) -> bool:
    """Because of race, religion or sex: nobody's own."""
    grounds = bag("race sex gender creed color colour age nationality ethnicity orientation disability caste sexuality")
    if grounds.isdisjoint((*site.left[:3], *site.right[:3])):
        return False
    return not (FIRST | bag("his her their your")) & {*site.left[:4]}


_CLERGY_NEAR: Final = told_near(
    r"church|cathedral|parish|bishop|vicar|diocese|priest\w*|ordain\w*|chapter|minster|anglican|dean|mass|sermon|rev|clergy|father|retired|installed|precentor|choir"
)
_CAMERA_NEAR: Final = told_near(
    r"cameras?|lens(?:es)?|dslr|nikon|printers?|eos|photos?|\d+ ?mp|megapixels?|zoom|tripod|powershot|scanner|shutter|technical|service cent\w+|flash|sony|ink|fandom|"
    r"headcanon|lore|episodes?|ship(?:ping|s)?|in d"
)


def maker_or_lore(site: Site) -> bool:
    """Canon the maker of cameras, or what is canon in a story; not the canon of a cathedral."""
    if _CAMERA_NEAR(site):
        return True
    named = site.cased[:1].isupper() and site.view.cased[site.end + 1 : site.end + 2].isupper()
    return not named and not _CLERGY_NEAR(site)


MILITARY_NEAR: Final = told_near(
    r"wars?|vietnam|korea|ww2|wwii|iraq|afghanistan|declared|listed|remains|pows?|soldiers?|army|navy|marines?|platoon|bracelet|"
    r"(?:my|his|her) (?:uncle|brother|son|father|dad|grand\w+|husband|cousin|great\W\w+)"
)
MICROSOFT: Final = told_near(
    r"windows(?: \w+)?|microsoft|excel|xbox|azure|ballmer|google|apple|software|vista|surface|widgets?|bing|outlook|sql|silverlight|zune|kinect|linux|browser|ie\d?|apps?|developers?|degree|thesis|phd|bs|ba|mba",
    90,
)


def of_no_person(site: Site) -> bool:
    """Nobody who tells of oneself or of kin stands near."""
    near = (*site.left[:8], *site.right[:8])
    return (FIRST | bag("he she he's she's his her they")).isdisjoint(near) and site.words.get("kin").isdisjoint(near)


def policy_of_care(site: Site) -> bool:
    """The cost of child care, affordable child care: a matter of policy, unless somebody's own."""
    cost = bag(
        "cost costs affordable universal quality access subsidized subsidised price prices expand annual free funding provider providers costs"
    )
    return not cost.isdisjoint((*site.left[:3], *site.right[:1])) and of_no_person(site)


def idle_slogan(site: Site) -> bool:
    """Make America a clean energy power: no slogan without "again" or "great"."""
    return site.right != [] and bag("great again white greater gay straight").isdisjoint(site.right[:5])


ECONOMY: Final = told_near(
    r"econom\w+|keynes\w*|hoover|fdr|roosevelt|dust bowl|193\d'?s?|stock market|wall street|recession|unemployment|new deal|bank runs?|breadlines?"
)
BALL_GAME: Final = told_near(
    r"game|target field|minnesota|mlb|baseball|yankees|pitch\w*|inning|mauer|morneau|homer|playoffs|red sox|white sox|tigers|royals|indians|metrodome|series|score\w*|rotation",
    80,
)
JOKE_EVICTION: Final = told_near(
    r"theaters?|theatres?|movie|film|squirrels?|raccoons?|mice|mouse|rats|wasps|spiders?|cats?|white house|oval office|quarterback|bullpen|refs?|champions?|title|uterus"
)
