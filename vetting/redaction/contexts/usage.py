"""How English says that a word is about people: building blocks of the context tests.

Each block answers one question about the words around a term: does a noun for people follow, is the term said of a person, does
somebody own it, does a country stand after words of origin. They see a bounded window of words and nothing else.
"""

from typing import Final

from vetting.redaction.site import Site, bag

ARTICLES: Final = frozenset({"a", "an", "the", "one", "another"})
COPULA: Final = bag(
    "am is are was were be been being become became becoming im i'm hes he's shes she's they're theyre we're you're "
    "youre ur feel feels aint ain't isn't isnt wasn't aren't arent who's turned n't 'm 're 's identify identifies "
    "identified look looks remain stay r went born"
)
ADVERBS: Final = bag(
    "so very really not half part also just still too openly proudly both all only actually being as currently now "
    "always never probably definitely obviously mostly fully totally legally clearly like more most completely "
    "secretly super pretty kinda literally either already nearly almost quarter 100% devout recently newly happily "
    "quite even neither n't this that officially finally suddenly"
)
POSSESSIVES: Final = bag("my your ur his her their our whose mah me thy its")
FIRST: Final = bag("i i'm im my me mine we our us i've ive i'd i'll myself we're we've ours")
PEOPLE_PRONOUNS: Final = bag(
    "i you he she we they us who im i'm he's she's we're you're they're hes shes youre theyre them him her me u "
    "everyone someone anyone nobody somebody y'all yall"
)
ENDERS: Final = bag(
    ", ) and or but because so like in at with when from than who that lol too as if for though since while anyway "
    "now myself also on by btw smh lmao yet either all again to n cuz cause which nor have has had i you he she we "
    "they it & doesn't don't then is are was were can can't cannot do should shouldn't deserve"
)
GROUP_BEFORE: Final = bag(
    "the you these those all many most some few hate kill we us fellow of by with for to from and or between among "
    "other than against because like if when that as are poor only how why do more no any fuck fucking love let "
    "about at not stop dirty filthy stupid lazy"
)
ORIGIN: Final = frozenset({"from", "in", "of", "to", "left", "fled"})
ORIGIN_CUES: Final = bag(
    "born raised grew moved came come comes immigrated emigrated family parents roots native i'm im am he's she's "
    "hes shes originally originated ancestors grandparents mom dad mother father wife husband people immigrants "
    "refugees migrants refugee immigrant home homeland fled citizen citizens passport they're is are was were hail "
    "hails back relatives cousins boyfriend girlfriend girls guys women men proud descended descent heritage "
    "deported sent where"
)


def person_noun_follows(site: Site) -> bool:
    """A noun for people follows, perhaps after adjectives."""
    people = site.words.get("people")
    if site.next in people:
        return True
    following = site.right[:3]
    adjectives = site.words.get("adjectives")
    for token in following:
        if token in people:
            return True
        if token not in adjectives and token not in {"and", ",", "or"}:
            return False
    return False


def predicate(site: Site) -> bool:
    """I am X · he's a very X · Ziv is a dumb X ·  being X · as an X."""
    if site.right and site.next not in ENDERS and not person_noun_follows(site) and site.next.isalnum():
        return False
    adjectives = site.words.get("adjectives")
    steps, unknown = 0, False
    for token in site.left:
        if token in COPULA:
            return not thing_subject(site, steps + 1)
        if token in ARTICLES or token in ADVERBS or token in adjectives or token in {"and", ",", "or", "&", "nor"}:
            steps += 1
            if steps > 5:
                return False
            continue
        if (
            steps == 0
            and not unknown
            and token.isalpha()
            and site.left[1:2]
            and site.left[1] in ARTICLES
            and not site.right
        ):
            unknown = True  # one unlisted adjective: "is a fantastic X" at the end of a sentence
            steps += 1
            continue
        return steps > 0 and site.left[steps] == "as"
    return False


def thing_subject(site: Site, skip: int) -> bool:
    """Whether the subject of "is X" is a thing: it, this, that, a noun of `things`."""
    before = site.left[skip : skip + 1]
    return bool(before) and (
        before[0] in bag("it this that there these those everything which what")
        or before[0] in site.words.get("things")
    )


def person(site: Site) -> bool:
    """Said of a person: before a noun for people, after "is", or in "as a"."""
    return person_noun_follows(site) or predicate(site) or as_a(site) or listed(site)


def listed(site: Site) -> bool:
    """In a row with another word for who somebody is: "gay, black and Jewish"."""
    links = {",", "and", "or", "&", "nor"}
    identities = site.words.get("identities")
    before = site.previous in links and any(t in identities for t in site.left[1:3])
    return before or (site.next in links and any(t in identities for t in site.right[1:3]))


def as_a(site: Site) -> bool:
    """As a X / being X / fellow X / you X, at the end of a clause."""
    if site.right and site.next not in ENDERS:
        return False
    adjectives = site.words.get("adjectives")
    left = list(site.left[:5])
    for i, token in enumerate(left):
        if token in {"as", "being", "fellow", "you"}:
            return True
        if not (token in ARTICLES or token in adjectives or token in ADVERBS) or i > 3:
            return False
    return False


def self(site: Site) -> bool:
    """The writer speaks of themself nearby."""
    return any(t in FIRST for t in site.left[:8]) or any(t in FIRST for t in site.right[:3])


def near_person(site: Site) -> bool:
    """A person is spoken of shortly before."""
    return any(t in PEOPLE_PRONOUNS or t in FIRST or t in POSSESSIVES for t in site.left[:6])


def possessed(site: Site) -> bool:
    """My X, her two X, Sam's X."""
    if site.left[1:2] and site.left[1] in POSSESSIVES and site.left[0].isalpha() and site.left[0] not in ENDERS:
        return True
    for token in site.left[:3]:
        if token in POSSESSIVES or token.endswith(("'s", "s'")):
            return True
        if token not in site.words.get("adjectives") and not token.isdigit() and token not in NUMBERS:
            return False
    return False


NUMBERS: Final = bag(
    "one two three four five six seven first second third only own new old older younger little big ex late future "
    "former beautiful whole entire foster step twin baby current previous"
)


def group(site: Site) -> bool:
    """A plural noun that stands for people: the X, you X, hate X, X are ..."""
    if site.previous in GROUP_BEFORE or not site.left:
        return (
            not site.right
            or site.next in ENDERS
            or site.next in GROUP_VERBS
            or not site.next.isalpha()
            or site.previous in {"you", "hate", "kill"}
        )
    return site.next in GROUP_VERBS


GROUP_VERBS: Final = bag(
    "are were have do don't dont should can can't cant will want need get think commit love hate always never who "
    "aren't arent ain't aint live make take steal deserve belong must"
)


_BORN: Final = bag(
    "born raised grew immigrated emigrated originally originated native fled descended descent heritage ancestors grandparents roots moved came come "
    "deported immigrant immigrants refugee refugees migrants adopted homeland hail hails"
)
_STANDING: Final = ORIGIN_CUES - bag(
    "is are was were i'm im am he's she's hes shes they're back home sent people come where mom dad mother father wife husband boyfriend girlfriend proud"
)
_COPULAS: Final = bag("is are was were come comes came")
_MORE_EXACTLY: Final = bag("here over originally actually both all also really not just proudly way half people only")
LEISURE: Final = bag(
    "holiday holidays vacation weekend weekends honeymoon conference concert trip trips flight flights layover game match festival wedding beer sun beach "
    "food wine tacos skiing snow techno ramen sushi eat eating tour tourist souvenir souvenirs suitcase sunburned sunburnt jetlagged layovers week "
    "weeks hotel airbnb heartbeat"
)
_SENDING: Final = bag("send sending sent ship shipping shipped deport fuck get throw")
_TELLING: Final = bag("tell tells told telling yell yelled yelling scream screamed shout shouted say said says asked")
WISHING: Final = bag(
    "want wants wanted wanna wait would i'd we'd love loved wish plan planning hoping hope gotta dying itching heading going fly"
)


def origin(site: Site) -> bool:
    """I'm from X · born in X · her family comes from X; not a trip there, nor a thing that was made there."""
    left = site.left[1:] if site.previous == "the" else site.left
    if left[:1] == [] or left[0] not in ORIGIN:
        return False
    rest = left[1:6]
    leisure = not LEISURE.isdisjoint(site.right[:5])
    if left[0] == "to" and rest[:1] == ["back"]:
        return _sent_back(left[2:10]) and not leisure
    if not _GROWN_UP.isdisjoint(rest[:4]):
        return _LIVING.isdisjoint(left[2:12])
    if leisure or not LEISURE.isdisjoint(rest[:4]):
        return False
    if left[0] == "left" and rest[:1] in (["we"], ["i"], ["they"]):
        cues = site.next == "in" and site.right[1:2] != [] and site.right[1].isdigit()
    elif left[0] == "from":
        cues = _from_there(site, rest)
    else:
        cues = not (_BORN.isdisjoint(rest[:2]) if left[0] == "to" else _STANDING.isdisjoint(rest[:4]))
    return cues


_GROWN_UP: Final = bag("born raised grew immigrated emigrated fled native roots")
_LIVING: Final = bag(
    "plant plants flower flowers tree trees beetle shrub grass weed species fruit vegetable pepper bird fish insect orchid vine herb brand company startup band genre jazz blues festival"
)


def _from_there(site: Site, rest: list[str]) -> bool:
    """Who is, comes or moved from there: a person, a people or a name, not an order or a knife."""
    if rest[:1] in (["here"], ["over"], [","], ["back"]):
        named = rest[0] == "," and not (FIRST | PEOPLE_PRONOUNS | bag("he's she's we're they're")).isdisjoint(rest[1:4])
        return named or rest[0] in {"here", "over"}
    if rest[:2] == ["1", "f"] or (rest[:1] and rest[0] in bag("visa visas h1b permit passport")):
        return True
    if rest[:1] and rest[0] in _MORE_EXACTLY and rest[1:2]:
        rest = rest[1:]
    people = PEOPLE_PRONOUNS | FIRST | site.words.get("people") | site.words.get("kin")
    if rest[:1] and rest[0] in _COPULAS:
        at = next((i for i, word in enumerate(rest[1:], 1) if word not in _MORE_EXACTLY), len(rest))
        subject = rest[at : at + 1]
        if not subject or subject[0] in people or subject[0] in ORIGIN_CUES or _of_a_trade(subject[0]):
            return True
        spot = site.view.folded.rfind(subject[0], 0, site.start)
        if site.cased[:1].isupper() and not site.view.cased[spot : spot + 1].isupper():
            return False  # the writer uses capitals, and this is no name
        return (ARTICLES | POSSESSIVES | bag("this that these those")).isdisjoint(rest[at + 1 : at + 4])
    owner = rest[0].removesuffix("'s") if rest else ""
    return bool(rest) and (
        owner in people or rest[0] in ORIGIN_CUES or rest[0] in PEOPLE_PRONOUNS or not _BORN.isdisjoint(rest[:4])
    )


_NO_TRADE: Final = bag(
    "order beer water butter paper computer leather letter silver sweater printer pepper flower powder timber rubber copper answer cover number cider "
    "trailer motor armor color flavor door floor burger weather dinner poster folder ginger sugar speaker charger adapter router mower cooler cucumber"
)


def _of_a_trade(word: str) -> bool:
    """A director, a baker, a dentist: formed as words for people are."""
    return (
        word.endswith(("or", "er", "ist", "ian", "ess", "man", "woman", "chef", "nurse", "cook", "boss"))
        and word not in _NO_TRADE
    )


def _sent_back(before: list[str]) -> bool:
    """Send them back to X · go back to X as an order; not "I want to go back to X"."""
    if not _SENDING.isdisjoint(before[:3]):
        return True
    if before[:1] != ["go"]:
        return False
    if before[1:2] == ["to"]:
        return not _TELLING.isdisjoint(before[2:6])
    return not before[1:] or before[1] in bag(
        "should can just and please , must you all better they'll let make him them"
    )


def title(site: Site) -> bool:
    """Written with a capital though no sentence starts here, in a text that is not all capitals."""
    return site.cased[:1].isupper() and bool(site.left) and not site.cased.isupper()


def upper(site: Site) -> bool:
    """Written in capitals among words that are not."""
    if not site.cased.isupper():
        return False
    around = site.view.cased[max(0, site.start - 30) : site.end + 30]
    return any(c.islower() for c in around) or len(around.split()) <= 3


def clause_end(site: Site) -> bool:
    """A clause ends after the term."""
    return not site.right or site.next in ENDERS or not site.next.isalnum()


def celebrated(site: Site) -> bool:
    """After a form of celebrate, observe or attend."""
    return any(
        t in {"celebrate", "celebrates", "celebrating", "celebrated", "observe", "observes", "attend", "attended"}
        for t in site.left[:2]
    )


def speaks(site: Site) -> bool:
    """Speaks X · my X accent · X is my first language · X speaker."""
    verbs = bag("speak speaks speaking spoke fluent learned talk talking talks")
    if any(t in verbs for t in site.left[:3]):
        return True
    return (
        site.next in {"accent", "accents", "speaker", "speakers", "speaking"}
        or {"first", "language"} <= set(site.right[:6])
        or {"second", "language"} <= set(site.right[:6])
    )


def had(site: Site) -> bool:
    """Have, had, has, diagnosed with, suffer from X; my X."""
    cues = site.words.get("having")
    return any(t in cues for t in site.left[:5]) or possessed(site)
