"""The named tests that a rule asks about the words around a term.

A test answers one question about the context, in code, so that configuration can say *which* test a term needs and never *how* a
test works. General questions are in `usage`; here are those that one word or one class needs, and the table of all.
"""

from collections.abc import Callable, Mapping
from typing import Final

from vetting.redaction.contexts import (
    circumstances,
    clinic,
    elsewhere,
    figures,
    groups,
    homelands,
    kindred,
    lands,
    senses,
    things,
)
from vetting.redaction.contexts.colours import colour_of_people
from vetting.redaction.contexts.insults import (
    back_home,
    from_people,
    insult_noun,
    not_jibe,
    noun_slot,
    people_word,
    person_label,
    worshipped,
)
from vetting.redaction.contexts.stance import disparaged
from vetting.redaction.contexts.usage import (
    ARTICLES,
    COPULA,
    ENDERS,
    FIRST,
    GROUP_BEFORE,
    GROUP_VERBS,
    PEOPLE_PRONOUNS,
    POSSESSIVES,
    celebrated,
    clause_end,
    group,
    had,
    listed,
    near_person,
    origin,
    person,
    person_noun_follows,
    possessed,
    predicate,
    self,
    speaks,
    title,
    upper,
)
from vetting.redaction.site import Site, bag

_EACH: Final = bag("every any each no some another fellow real true good devout practicing as such")

_OFFICES: Final = bag(
    "accounting hr it payroll marketing sales work legal upstairs downstairs dispatch finance next the gym school support"
)


def _capital_name(site: Site) -> bool:
    """Christian as a first name: a capital, and a capitalised word or a verb of a person after it, or nothing that speaks of faith."""
    if not site.cased[:1].isupper() or site.cased.isupper():
        return False
    if site.previous in _EACH:
        return False
    after = site.view.cased[site.end : site.end + 2]
    if after[:1] == " " and after[1:2].isupper() and site.next not in site.words.get("people") | {"i", "i'm", "i've"}:
        return True
    if not site.left and site.right[:1] == ["from"] and site.right[1:2] and site.right[1] in _OFFICES:
        return True
    return (
        site.next
        in bag(
            "has is was had says said got told and just made came went will would did does ' took gets can loves asked "
            "called texted wants needs knows goes runs"
        )
        and site.previous not in ARTICLES | COPULA
    )


_BEFORE_A_MAN: Final = bag(
    "a an the this that any every one some no my your his her another of each which what by other same real are is"
)
_AFTER_A_MAN: Final = bag(
    "who is was has with in from arrested can can't should that on shot killed charged accused wants even does had"
)


def _not_vocative(site: Site) -> bool:
    """Not "man, that was ..." or "... to me man"."""
    if site.word not in {"man", "boy", "dude", "girl", "lady", "mans"}:
        return True
    if not site.left and site.next in bag("that this it's it what the if how i you"):
        return False
    if (
        site.previous in _BEFORE_A_MAN
        or site.previous in site.words.get("adjectives")
        or site.next in _AFTER_A_MAN
        or site.previous.endswith("'s")
    ):
        return True
    if not site.left:
        return not (
            site.right
            and (
                site.next == ","
                or site.next in PEOPLE_PRONOUNS
                or site.next in bag("this that it's it what the if how do")
            )
        )
    return (bool(site.right) and site.word not in {"man", "dude"}) or (
        site.previous.isalpha() and bool(site.right) and site.next.isalpha() and site.next not in ENDERS
    )


def _not_of_thing(site: Site) -> bool:
    """Not "comments are disabled"."""
    if site.previous not in PEOPLE_PRONOUNS and site.previous in COPULA and site.left[1:2]:
        return (
            site.left[1] in PEOPLE_PRONOUNS
            or site.left[1] in site.words.get("people")
            or site.left[1] in site.words.get("kin")
        )
    return True


def _subject_of_people(site: Site) -> bool:
    """X are, X should, at the start of a clause."""
    return site.next in {
        "are",
        "should",
        "have",
        "don't",
        "dont",
        "commit",
        "aren't",
        "shouldn't",
    } and site.previous in {"", "all", "why", "if", "and", "that", "because", "most", "hate", "of"}


def _title_before_name(site: Site) -> bool:
    after = site.view.cased[site.end : site.end + 3].lstrip(". ")
    return site.cased[:1].isupper() and not site.cased[1:].isupper() and after[:1].isupper()


def _near_person_or_group(site: Site) -> bool:
    return near_person(site) or site.previous in ARTICLES | GROUP_BEFORE or site.next in GROUP_VERBS or not site.left


def _possessed_or_own(site: Site) -> bool:
    """My X · Sam's X · as an X · a X of two · Xs raised by; or an X of somebody's at the start."""
    if possessed(site) or site.previous in bag(
        "a an the both no two three four one single as new future of with and ex late bad great raised their other "
        "another some by american these from many asian to lesbian gay lgb first foster adoptive step absent"
    ):
        return True
    if (
        site.view.cased[site.start : site.start + 1].isupper()
        and site.view.cased[site.end : site.end + 2].strip()[:1].isupper()
    ):
        return True
    return not site.left and site.next in bag("in is was says said of and are were")


def _single_person(site: Site) -> bool:
    """I'm single · stay single · a single guy · single and ready."""
    if site.next in site.words.get("people") - {"person", "human", "being", "player", "character"}:
        return True
    if site.right[:2] in (["and", "ready"], ["and", "happy"], ["and", "looking"]):
        return True
    return (predicate(site) and site.previous not in {"a", "the", "one"}) or (
        site.previous in bag("stay staying remain newly recently still currently am i'm im") and clause_end(site)
    )


_OLDER: Final = frozenset({"older", "younger", "young", "old", "oldest", "youngest", "aged"})


_FORMER: Final = bag(
    "coach captain chief sergeant sgt lieutenant boss manager supervisor landlord pastor youth roommate partner employer crew squad "
    "precinct academy instructor teammate coworker colleague department district station"
)
"""My old X is the X that I used to have."""


def _old_person(site: Site) -> bool:
    """A young man · I'm old · she's older than me · the old; not "3 years old", which a pattern takes with its number."""
    if site.previous in bag("years year yrs months month weeks days day how week yr"):
        return False
    if site.word == "old" and site.next in _FORMER:
        return False
    if site.next in site.words.get("people") - bag(
        "friend friends boss colleague colleagues roommate coworker song lives skin"
    ):
        return True
    if (
        site.previous == "the"
        and site.next in {"and", "are", "have", "should"} | {""}
        and site.word in {"old", "young", "aged"}
    ):
        return True
    if site.previous == "being" and site.next not in site.words.get("things"):
        return True
    return (
        predicate(site)
        and (not site.right or site.next in bag(", ) and but to for than now lol too enough or so because as"))
        and (any(t in PEOPLE_PRONOUNS | FIRST for t in site.left[:6]) or _name_subject(site))
    )


def _name_subject(site: Site) -> bool:
    """The clause begins with one or two words, then "is": most often a name."""
    at = next((i for i, token in enumerate(site.left) if token in COPULA), -1)
    subject = site.left[at + 1 :]
    return at >= 0 and 0 < len(subject) <= 2 and not set(subject) & (ARTICLES | POSSESSIVES | site.words.get("things"))


def _not_org_name(site: Site) -> bool:
    """Not part of a name of a firm, a body or an event: "Canadian Tire", "Asian Games"."""
    after = site.view.cased[site.end : site.end + 2]
    if not (site.cased[:1].isupper() and after[:1] == " " and after[1:2].isupper()) or (
        site.next in site.words.get("people") or site.next in {"i", "i'm", "i've", "i'd", "i'll"}
    ):
        return True
    around = [w for w in site.view.cased[max(0, site.start - 40) : site.end + 40].split() if w[:1].isalpha()]
    return sum(w[:1].isupper() for w in around) > 0.8 * len(around)  # a headline: capitals tell nothing


_WARS: Final = bag(
    "foreign wars tours conflict conflicts campaign campaigns invasion battle desert vietnam iraq afghanistan"
)


def _military_veteran(site: Site) -> bool:
    """A veteran of forces, not an experienced player: something military near, or a plain noun about a person."""
    military = site.words.get("military")
    around = set(site.left[:8]) | set(site.right[:8])
    if around & military:
        return True
    if around & site.words.get("civil_veteran"):
        return False
    if site.word.startswith("vets"):
        return False
    if site.next == "of":
        return not _WARS.isdisjoint(site.right[1:6])
    return (
        not site.right
        or site.next in ENDERS
        or site.next in GROUP_VERBS
        or site.next
        in bag("family families owned status community benefits day employees hiring myself preference homeless")
        or not site.next.isalpha()
    )


def _political_label(site: Site) -> bool:
    """A liberal · liberals are · conservative politics · the dems."""
    if site.word.endswith("s") and site.word != "progressives insurance":
        return site.next != "of"
    if site.next in site.words.get("politics") or set(site.left[:4]) & site.words.get("politics"):
        return True
    return (
        person_noun_follows(site)
        or predicate(site)
        or site.previous in {"fiscally", "socially", "die-hard", "staunch", "politically", "lifelong"}
    )


def _side_as_people(site: Site) -> bool:
    """The left is · because of the right."""
    return site.next in bag(
        "is are wants want hates hate has have will wing loves can't can thinks always never doesn't does don't did "
        "lies keeps says and's"
    )


def _political_stance(site: Site) -> bool:
    """Support, a vote, a rally, praise or blame for a politician."""
    cues = site.words.get("politics") | site.words.get("stance")
    return bool((set(site.left[:5]) | set(site.right[:4])) & cues)


TESTS: Final[Mapping[str, Callable[[Site], bool]]] = {
    **circumstances.TESTS,
    **groups.TESTS,
    **senses.TESTS,
    **things.TESTS,
    **elsewhere.TESTS,
    **clinic.TESTS,
    **figures.TESTS,
    **homelands.TESTS,
    **lands.TESTS,
    **kindred.TESTS,
    "person": person,
    "people_follow": person_noun_follows,
    "predicate": predicate,
    "self": self,
    "near_person": near_person,
    "possessed": possessed,
    "group": group,
    "origin": origin,
    "title": title,
    "upper": upper,
    "clause_end": clause_end,
    "celebrated": celebrated,
    "speaks": speaks,
    "had": had,
    "not_capital_name": lambda site: not _capital_name(site),
    "not_vocative": _not_vocative,
    "title_before_name": _title_before_name,
    "near_person_or_group": _near_person_or_group,
    "possessed_or_own": _possessed_or_own,
    "single_person": _single_person,
    "old_person": _old_person,
    "military_veteran": _military_veteran,
    "political_label": _political_label,
    "side_as_people": _side_as_people,
    "political_stance": _political_stance,
    "listed": listed,
    "colour_of_people": colour_of_people,
    "back_home": back_home,
    "people_word": people_word,
    "worshipped": worshipped,
    "from_people": from_people,
    "noun_slot": noun_slot,
    "insult_noun": insult_noun,
    "not_jibe": not_jibe,
    "person_label": person_label,
    "not_org_name": _not_org_name,
    "hostile": lambda site: disparaged(site.view, site.start, site.end, site.words),
    "after_an": lambda site: site.previous == "an",
    "not_of_thing": _not_of_thing,
    "subject_of_people": _subject_of_people,
    "hashtag": lambda site: (
        site.view.folded[site.start - 1 : site.start] == "#" or site.view.folded[site.start - 2 : site.start] == "# "
    ),
}
"""Every test that a rule may name in `when` or `need`."""
