"""Words and emoji that name people only in some places: "these joggers", "that coconut thinks", "the 🐒 next door".

Food, animals and trades are used as coded names for groups. In the place of a noun for people, and in no other, they count. What
stays undecided is found with a low score, so that a person looks.
"""

from typing import Final

from vetting.redaction.contexts.stance import disparaged
from vetting.redaction.contexts.usage import (
    ARTICLES,
    COPULA,
    GROUP_VERBS,
    LEISURE,
    PEOPLE_PRONOUNS,
    WISHING,
    person_noun_follows,
)
from vetting.redaction.site import Site, bag

_POINTING: Final = bag(
    "these those that you fucking fuckin fckin f*cking dirty filthy stupid damn dumb goddamn bloody lazy ugly hate typical "
    "another nasty smelly bunch no"
)
_BEFORE_EMOJI: Final = _POINTING | bag(
    "the a all this of some more any every many most with for at and by our my your hate love let kill ban deport"
)
_SPEAKING: Final = bag(
    "think thinks thought said says say want wants run runs running rule rules control controls own owns took take takes stole steal "
    "steals who whose are aren't can't cannot should shouldn't don't doesn't need needs deserve live lives vote votes loot looting "
    "rob robbing ruin ruined next keep keeps everywhere again moved moving came come get got"
)
_CALLING: Final = bag("call calls called calling")
_WILD: Final = bag(
    "zoo jungle safari exhibit cage toy plush plushie costume mask emoji video farm pet vet movie film banana recipe"
)


_CLOTHES: Final = bag(
    "jeans boots leggings shorts pants sneakers kicks top tee hoodies beanie scarf gloves mug mugs phone case strap"
)


def noun_slot(site: Site) -> bool:
    """A symbol stands where a noun for people would: "these 🐒 are", "the 🌮s keep", "at that 🦍 running"."""
    around = {*site.left[:8], *site.right[:8]}
    if around & _WILD or site.next in site.words.get("things") | _CLOTHES:
        return False
    if site.next in {
        "s",
        "people",
        "ppl",
        "head",
        "heads",
        "eaters",
        "eater",
        "boy",
        "boys",
        "lover",
        "lovers",
        "fucker",
        "fuckers",
    }:
        return True
    if site.previous not in _BEFORE_EMOJI:
        return False
    return (
        site.previous in {"these", "those", "you", "all", "fucking", "dirty", "filthy", "stupid", "lazy"}
        or site.next in GROUP_VERBS | _SPEAKING
        or person_noun_follows(site)
        or disparaged(site.view, site.start, site.end, site.words)
    )


def insult_noun(site: Site) -> bool:
    """A word for a thing said of people: pointed at with scorn, called a name, or the subject of what only people do."""
    if site.left[2:3] and site.left[0] in ARTICLES and site.left[2] in _CALLING:
        return True
    if _said_of_somebody(site):
        return True
    if site.previous == "hate" and not site.word.endswith("s") and site.next not in _SPEAKING:
        return False  # "I hate coconut"
    return site.previous in _POINTING and (
        site.next in _SPEAKING or disparaged(site.view, site.start, site.end, site.words)
    )


def _said_of_somebody(site: Site) -> bool:
    """He is a total X."""
    adjectives = site.words.get("adjectives")
    for i, token in enumerate(site.left[:4]):
        if token in COPULA:
            return i > 0 and (
                token in PEOPLE_PRONOUNS or (len(site.left) > i + 1 and site.left[i + 1] in PEOPLE_PRONOUNS)
            )
        if token not in ARTICLES and token not in adjectives:
            return False
    return False


def person_label(site: Site) -> bool:
    """I'm X · being X · she is X, at the end of a clause, said of a person and not of a thing."""
    adverbs = bag("so very really also half both being part just proudly not too clearly obviously a am")
    if site.right and site.next not in bag(", ) and but so or with because lol too race kid baby & who"):
        return False
    for i, token in enumerate(site.left[:4]):
        if token in {"i'm", "im", "he's", "she's", "they're", "we're", "you're", "being", "hes", "shes"}:
            return True
        if token in {"am", "is", "are", "was", "were", "be"}:
            return len(site.left) > i + 1 and site.left[i + 1] in PEOPLE_PRONOUNS | site.words.get("kin")
        if token not in adverbs:
            return False
    return False


def back_home(site: Site) -> bool:
    """Back in X · home to X · my family in X."""
    around = site.left[1:4]
    if not LEISURE.isdisjoint(site.right[:5]):
        return False
    if site.previous == "to" and around[:1] == ["back"]:
        return WISHING.isdisjoint(site.left[2:8]) or not site.words.get("kin").isdisjoint(site.right[:7])
    return "back" in around[:1] or bool(
        {"home", "family", "relatives", "cousins", "parents", "roots", "grandparents", "grandmother", "village"}
        & set(around)
    )


_BLAMED: Final = bag("ref refs referee referees ump umps umpire umpires linesman linesmen officials var judges")


def not_jibe(site: Site) -> bool:
    """A person's own condition, not a jibe: not "are you deaf", "the ref was blind, deaf and lost", "blind as a bat"."""
    if site.previous in {"you", "u", "ya"} and (
        site.left[1:2] in (["are"], ["r"], ["were"]) or site.next in {"or", ""}
    ):
        return False
    if site.right[:2] in (["as", "a"], ["or", "what"], ["or", "just"], ["or", "stupid"]):
        return False
    return _BLAMED.isdisjoint((*site.left[:8], *site.right[:3]))


_WORSHIP: Final = bag(
    "went go goes going attend attends attended attending visit join joined served serve serves sing sang sings lead leads led our my "
    "his her their your youth campus prison music "
    "prayed prays worships worship wear wears muslim islam taught teaches teachings saturday sunday "
    " friday prayer pray rabbi pastor priest imam holy hindu jewish "
    "buddhist sikh catholic baptist lord god jesus faithful faith bow knelt kneel"
)


def worshipped(site: Site) -> bool:
    """A place or a body spoken of as one of worship: our X, went to X, X on Saturday."""
    return bool({*site.left[:3], *site.right[:3]} & _WORSHIP)


_CALLED_OUT: Final = bag(
    "hey hi yo ok okay thanks thank sorry nah no yeah lol omg please dear what's sup man damn come"
)


def people_word(site: Site) -> bool:
    """A word such as "guys" or "bro" said of people, not to them: "those fellas", not "hey fellas, the game is on"."""
    if site.previous in _CALLED_OUT or (not site.left and site.next in {",", ""}):
        return False
    return bool(site.left) and (site.next != "" or site.previous not in {",", "me", "it"}) and site.previous != ","


def from_people(site: Site) -> bool:
    """Neighbors from X · "from X" as a whole sentence."""
    left = site.left[1:] if site.previous == "the" else site.left
    if left[:1] != ["from"]:
        return False
    people = site.words.get("people") | site.words.get("kin") | PEOPLE_PRONOUNS
    return (
        len(left) == 1 and site.next in {"", "living", "currently", "here", "originally", ","}
    ) or not people.isdisjoint(left[1:2])
