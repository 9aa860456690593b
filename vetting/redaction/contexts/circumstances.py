"""Context tests of the classes that a life brings: age, family, health, harm suffered, hardship.

They keep apart what somebody went through from what somebody did, and a person from a thing: an accusation, a case at work, a partner on
patrol, a firm that failed and a house that is too old say nothing about whose class it is. Those of single words are in `plights` and `sides`, the
others in `context` and `usage`.
"""

from collections.abc import Callable, Mapping
from typing import Final

from vetting.redaction.contexts import plights, sides
from vetting.redaction.contexts.usage import FIRST, PEOPLE_PRONOUNS, POSSESSIVES, possessed
from vetting.redaction.site import Site, bag

_ACCUSED: Final = bag(
    "arrest arrests arrested arresting charge charges charged convict convicted conviction accuse accused accuses "
    "accusation accusations guilty pleaded plead pled indicted allegation allegations alleged suspect suspects "
    "suspected investigate investigated investigation investigating jailed sentenced prosecuted prosecute prosecution "
    "felony misdemeanor fired suspended detective detectives unit task"
)
_FOR: Final = frozenset({"for", "of", "with", "on", "to"})
_OF_A_CASE: Final = bag(
    "charge charges arrest arrests suspect suspects unit detail case cases call calls detective detectives training "
    "investigation allegation allegations accusation accusations conviction convictions offender offenders awareness "
    "policy hearing lawsuit"
)
_AT_WORK: Final = bag(
    "patrol cop cops police officer officers donut donuts siren vest holster taser ticket tickets rookie chief "
    "station department locker stakeout cruiser shift shifts call calls squad cruiser suspect suspects arrest "
    "arrested scene tower rig ambulance medic startup business company firm client clients project lab class gym "
    "workout doubles tennis dance podcast fto radio sector precinct duty unit dispatch traffic k9 backup "
    "investigation case cases warrant report reports homicide academy trainer evidence cuffs cuffed uniform badge "
    "chase chased pursuit responded sergeant lieutenant prisoner booking lift lifting spar sparring golf chess code "
    "coding"
)
_IT: Final = bag("it it's its this that these those which what")
_FIRMS: Final = bag(
    "company companies firm firms store stores chain bank banks city cities state country league team studio airline "
    "corporation business businesses industry government restaurant restaurants mall they're which it toys"
)
_BIRTH: Final = bag(
    "baby babies pregnant pregnancy pregnancies birth births child kid ivf twins weeks contractions womb ob cm "
    "centimeters midwife doula cervix miscarriage infertility fertility hospital nurse born newborn breastfeeding "
    "milk breast trimester embryo wife daughter son placenta epidural"
)
_PETS: Final = bag(
    "dog dogs cat cats puppy puppies kitten kittens pup pet pets animal animals rescue horse rabbit bunny vet leash "
    "bowl paws litter breed lab"
)
_PLAY: Final = bag(
    "game games chess kart race races match poker pool cards ping pong smash mario madden fifa 2k level round score "
    "points time record to home there gym bench trivia election primary final finals tournament spelling fantasy "
    "monopoly jenga uno tag wrestling arm"
)
_STARS: Final = bag(
    "zodiac horoscope aries taurus gemini leo virgo libra scorpio scorpios sagittarius capricorn aquarius pisces "
    "astrology moon rising season sign signs retrograde venus mercury sun more stars"
)
_NOT_HEALTH: Final = bag(
    "driving dui dwi drove officer motorist driver funny fun lol album song tour fans show season movie film game "
    "games battery batteries credit team music concert"
)
_GOES_ON: Final = bag(
    "for by at since twice again once when after before on and but so then , at from with last this in is was for my "
    "again !"
)
_HAVING: Final = bag(
    "have has had having got with raising raise raised want wanted wants lost losing lose expecting adopted adopting "
    "adopt foster fostering for of leave leaving left support carry carrying hold holding taking hurt our and where "
    "both bore as"
)
_SOME: Final = bag(
    "no both two three four five first second third only oldest youngest special foster adopted adoptive newborn "
    "autistic disabled grown their"
)
_HAS: Final = bag(
    "have has had having haven't got gets getting diagnosed suffer suffers suffering suffered develop developed "
    "struggle struggles struggling battle battling battles survived surviving beat fighting fight living with "
    "recovering recover caused treat treated treatment severe chronic mild"
)
_TAKES: Final = bag(
    "take takes taking took taken prescribed prescribes prescription mg dose doses dosage on off upped started start "
    "quit need needs refill my his her their"
)
_SEES: Final = bag(
    "see sees saw seeing seen visit visited visiting referred appointment told asked called sent need needs found "
    "paying with from new"
)
_MOVED: Final = frozenset({"of", "toward", "towards"})


def not_accused(site: Site) -> bool:
    """Not an accusation, a charge or a case at work: "arrested for domestic violence" is conduct; "my abuser was arrested" is not."""
    if not _OF_A_CASE.isdisjoint(site.right[:2]):
        return False
    for at, token in enumerate(site.left[:4]):
        if token in _FOR:
            return _ACCUSED.isdisjoint(site.left[at + 1 : at + 4])
    return site.previous not in _ACCUSED


def not_at_work(site: Site) -> bool:
    """No word of duty, business or sport near: "my partner and I took the call"."""
    if site.word in {"ex", "exes"}:
        return True
    return _AT_WORK.isdisjoint(site.left[:8]) and _AT_WORK.isdisjoint(site.right[:10])


def of_people(site: Site) -> bool:
    """Not said of a thing: "the laptop is too old", "it was derelict"."""
    things = site.words.get("things") | _IT
    return things.isdisjoint(site.left[:4]) and site.next not in site.words.get("things")


def of_own_money(site: Site) -> bool:
    """A person went broke, not a firm or a town."""
    around = (*site.left[:6], *site.right[:8])
    if not _FIRMS.isdisjoint(around):
        return False
    people = PEOPLE_PRONOUNS | FIRST | POSSESSIVES | site.words.get("kin") | site.words.get("people")
    return not people.isdisjoint(around)


def suffered(site: Site) -> bool:
    """The writer or a person close by suffered it: "he abused me", "my abuse", "I was the victim"; not "the victim of the crash"."""
    around = (*site.left[:6], *site.right[:4])
    return possessed(site) or not (PEOPLE_PRONOUNS | FIRST | site.words.get("kin")).isdisjoint(around)


def birth_near(site: Site) -> bool:
    """Something of a birth is spoken of near: "induced at 39 weeks", not "the coma was induced"."""
    return not (_BIRTH.isdisjoint(site.left[:8]) and _BIRTH.isdisjoint(site.right[:8]))


def not_pet(site: Site) -> bool:
    """No animal near."""
    return _PETS.isdisjoint(site.left[:8]) and _PETS.isdisjoint(site.right[:8])


def not_in_play(site: Site) -> bool:
    """Not a blow in a game or a race: "she beat me at chess"."""
    return _PLAY.isdisjoint(site.right[:6]) and _PLAY.isdisjoint(site.left[:6])


def not_stars(site: Site) -> bool:
    """Not the sign of the zodiac."""
    return _STARS.isdisjoint(site.left[:5]) and _STARS.isdisjoint(site.right[:5])


def of_health(site: Site) -> bool:
    """Not driving, a show or a joke."""
    return _NOT_HEALTH.isdisjoint(site.left[:5]) and _NOT_HEALTH.isdisjoint(site.right[:4])


def of_a_person(site: Site) -> bool:
    """A person is spoken of anywhere in the sentence before, or soon after."""
    people = PEOPLE_PRONOUNS | FIRST | POSSESSIVES | site.words.get("kin")
    return not (people.isdisjoint(site.left[:14]) and people.isdisjoint(site.right[:6]))


def told_of_self(site: Site) -> bool:
    """The clause begins with the word and goes on as a writer's own story: "Evicted twice before I could vote"."""
    if site.left:
        return False
    return site.next in _GOES_ON or not site.right or not FIRST.isdisjoint(site.right[:10])


def own_child(site: Site) -> bool:
    """My child · have a baby · two kids; not "such a baby", "a child's game"."""
    if site.previous in {"a", "an", "another", "the", "one"}:
        return not _HAVING.isdisjoint(site.left[1:3]) and site.left[1:2] != ["such"]
    return possessed(site) or site.previous in _SOME


def has_it(site: Site) -> bool:
    """I have X · diagnosed with X · my X · recovering from a mild X; nearer than `usage.had`."""
    return not _HAS.isdisjoint(site.left[:4]) or possessed(site)


def takes_it(site: Site) -> bool:
    """Takes X · on X · prescribed X · my X."""
    return not _TAKES.isdisjoint(site.left[:3]) or site.next in {
        "every",
        "daily",
        "twice",
        "prescription",
        "withdrawal",
        "dose",
    }


def seen_for_care(site: Site) -> bool:
    """My X · see an X · referred to an X: somebody's own doctor, not the profession."""
    return possessed(site) or not _SEES.isdisjoint(site.left[:4])


def of_a_body(site: Site) -> bool:
    """A treatment, a condition: not "his treatment of women"."""
    return possessed(site) and site.next not in _MOVED


TESTS: Final[Mapping[str, Callable[[Site], bool]]] = {
    **plights.TESTS,
    **sides.TESTS,
    "not_accused": not_accused,
    "not_at_work": not_at_work,
    "of_people": of_people,
    "of_own_money": of_own_money,
    "suffered": suffered,
    "birth_near": birth_near,
    "not_pet": not_pet,
    "not_in_play": not_in_play,
    "not_stars": not_stars,
    "of_health": of_health,
    "of_a_person": of_a_person,
    "told_of_self": told_of_self,
    "own_child": own_child,
    "has_it": has_it,
    "takes_it": takes_it,
    "seen_for_care": seen_for_care,
    "of_a_body": of_a_body,
}
"""Joined to the table of `context`."""
