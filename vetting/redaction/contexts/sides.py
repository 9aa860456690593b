"""Context tests of sides in politics that are other things too: the Greens, an independent, a party of another country, a conservative haircut.

What a party does in parliament stays; whose side somebody is on goes. Patterns of the same subject are in `polls` and `parties`.
"""

from collections.abc import Callable, Mapping
from typing import Final

from vetting.redaction.contexts.surroundings import told_near
from vetting.redaction.contexts.usage import ENDERS, PEOPLE_PRONOUNS
from vetting.redaction.site import Site, bag

_SIDED: Final = bag(
    "proudly vote votes voted voting lifelong always solid staunch never loyal diehard anti pro the an a i'm he's she's they're am dad's joined quit left"
)
_SIDE: Final = bag(
    "member members voter voters supporter supporters family man woman since all forever through household till til country lot activist canvasser card scum fan"
)


def sided(site: Site) -> bool:
    """A party of another country as somebody's own: votes X, a X voter, X since forever; not what it does in parliament."""
    if site.next in _SIDE:
        return True
    if site.previous in bag("proudly vote votes voted voting lifelong staunch diehard always solid joined"):
        return True
    if site.previous == "for" and not bag("vote votes voted voting").isdisjoint(site.left[1:3]):
        return True
    member = (
        site.previous == "the"
        and site.left[1:2] in (["in"], ["with"], ["for"])
        and not PEOPLE_PRONOUNS.isdisjoint(site.left[2:5])
    )
    return member or (
        site.previous in _SIDED - {"the"}
        and (not site.right or site.next in ENDERS)
        and not PEOPLE_PRONOUNS.isdisjoint(site.left[:3])
    )


def party_in_the_way(site: Site) -> bool:
    """The Greens would have us in caves: a capital and a verb of will."""
    name = site.cased.split()[-1]
    if not bag(
        "trade win pitch beat lost inning series game games pennant playoffs draft roster bullpen sweep"
    ).isdisjoint(site.right[:6]):
        return False
    return name[:1].isupper() and site.next in bag(
        "would want wants will should hate can't never think believe love won't ruined ruin don't always just keep stole lie lied sold couldn't"
    )


def independent_voter(site: Site) -> bool:
    """An independent in politics: "as an independent", with votes or offices near or "I'm an independent"."""
    if site.right and site.next not in ENDERS and site.next.isalpha():
        return False
    if site.previous == "an" and site.left[1:2] and site.left[1] in bag("i'm im am he's she's registered"):
        return True
    return site.previous in bag("an as the registered") and _STOOD(site)


_STOOD: Final = told_near(
    r"vot\w+|ran|run|running|elect\w+|board|council|candidate|party|ballot|primary|registered|senate|mayor|seat|office|politic\w*|democrat\w*|republican\w*",
    110,
)


def not_voted_for(site: Site) -> bool:
    """Did not vote for him, the governor, either one; not for a pie."""
    return (
        bool(site.right)
        and site.next
        in bag("him her them the either that this any anyone anybody a you mayor governor our my your these those")
        and bag(
            "pie pizza band burger team player mvp best favorite award name movie song album cover mascot"
        ).isdisjoint(site.right[:6])
    )


def houses_side(site: Site) -> bool:
    """A president's name before a household, a town or a crowd that stands with him."""
    return site.previous in bag("a an our this the solid total full deep pure all in")


_LETTERS_NEAR: Final = told_near(
    r"vot\w+|elect\w+|wins?|seats?|part(?:y|ies)|coalition|alliance|candidates?|minister|ministers|cm|pm|mlas?|mps?|assembly|parliament|politic\w*|polls?|rally|govt|government|"
    r"constituency|manifesto|opposition|leader|leaders|bjp|congress|tory|tories|ukip|labour|racists?|corrupt\w*|governor|president|senator|defect\w*|campaign\w*",
    110,
)


def party_by_letters(site: Site) -> bool:
    """A party by its letters in capitals, with a tag's sign or a word of elections near."""
    return site.cased.isupper() and (site.previous == "#" or _tagged(site) or _LETTERS_NEAR(site))


def _tagged(site: Site) -> bool:
    return site.view.folded[max(0, site.start - 2) : site.start].rstrip(" ")[-1:] == "#"


_OF_LABOUR: Final = bag(
    "hard child forced slave manual cheap skilled unskilled domestic international organised organized day migrant in into"
)


def labour_party(site: Site) -> bool:
    """The party called Labour: a capital inside a sentence or in a tag, or at its start before what only a party does."""
    name = site.cased
    if (
        not name[:1].isupper()
        or name.isupper()
        or site.previous in _OF_LABOUR
        or site.left[1:2]
        in (["ministry"], ["minister"], ["department"], ["fruits"], ["division"], ["price"], ["secretary"])
    ):
        return _tagged(site) and site.next != "day"
    before = site.view.cased[max(0, site.start - 40) : site.start].split()
    if (
        before
        and before[-1][:1].isupper()
        and before[-1].isalpha()
        and site.next[:1].isalpha()
        and site.view.cased[site.end + 1 : site.end + 2].isupper()
    ):
        return False  # a title: "Child Labour Laws"
    if site.left and before and before[-1][-1:] not in ".!?:":
        return True
    return site.next in _DOES


_DOES: Final = bag(
    "are is and have has had will would must should can can't won't want wants need needs lost lose won win wins councillor councillors mp mps mep meps lord lords peer peers leader leadership party "
    "voters voter government govt manifesto policy policies candidate candidates and's supporters members member conference did didn't don't never only just left ruined broke promised says said"
)


_CLOTHED: Final = bag(
    "haircut suit tie look color colors colour colours driver driving shift lift weight weights play offense bet pace dresser cut shade tone "
    "style outfit wardrobe sweater skirt heel length makeup schedule setting settings"
)


_BODY: Final = bag(
    "council councilman councilwoman councilor committee board house senate commission commissioners jury selectmen aldermen legislature assembly parliament "
    "trustees judges supervisors"
)


def not_voted_by_a_body(site: Site) -> bool:
    """Somebody's own vote, not that of a council, a committee or a jury."""
    return not site.word.startswith("vot") or _BODY.isdisjoint(site.left[:3])


def not_of_style(site: Site) -> bool:
    """Politics, not a haircut or a bet."""
    return site.next not in _CLOTHED


TESTS: Final[Mapping[str, Callable[[Site], bool]]] = {
    "sided": sided,
    "party_in_the_way": party_in_the_way,
    "independent_voter": independent_voter,
    "not_voted_for": not_voted_for,
    "houses_side": houses_side,
    "not_voted_by_a_body": not_voted_by_a_body,
    "not_of_style": not_of_style,
    "party_by_letters": party_by_letters,
    "labour_party": labour_party,
}
"""Joined to the table of `circumstances`."""
