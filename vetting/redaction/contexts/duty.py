"""Context tests of the words of service in the forces: served, vets, drafted, the Guard, a war said of oneself, a code of a job.

Each of these words has a life outside: meals, sentences and papers are served, animals go to vets, players are drafted, a guard stands at
every mall. A test asks who is spoken of and what stands in the text, so that the forces are found and the others stay. What needs a
pattern is in `service`, `forces` and `told`.
"""

from collections.abc import Callable, Mapping
from typing import Final

from vetting.redaction.contexts.surroundings import in_text
from vetting.redaction.contexts.usage import ARTICLES, ENDERS, FIRST, PEOPLE_PRONOUNS, POSSESSIVES
from vetting.redaction.site import Site, bag

FORCES: Final = bag(
    "army navy naval marines marine military usmc usaf uscg usn airforce raf vietnam nam iraq afghanistan kuwait fallujah kandahar helmand basra ramadi "
    "mosul deployed deployment deployments enlisted enlistment reenlisted va vfw infantry airborne cav sailor sailors airman airmen corpsman soldier soldiers "
    "soldiering battalion platoon brigade regiment barracks rotc seabee seabees honorably honorable veteran veterans vet vets squaddie combat troops reserves "
    "reservist guardsman stationed mos meps dd214 discharge bootcamp gunny oif oef shipmate shipmates idf paratrooper paratroopers downrange humvee ied "
    "mres corporal conscript conscripted drafted draft corps uniform ptsd wwii ww2 wartime overseas ukraine donbas bakhmut kharkiv mobilized trench trenches "
    "rifle mortar mortars shrapnel foxhole latrine tricare commissary submarine destroyer regiments platoons"
)
"""Words of which one in the text shows that the forces are spoken of."""
_OWN: Final = (
    FIRST
    | POSSESSIVES
    | bag("he she he's she's him her granny nana nan gran grandma grandpa grandad granddad gramps papa pops dad father")
)
_SERVERS: Final = (
    bag(
        "i'd he'd she'd they'd i he she we they who you us have has having had never i've we've he's she's they've family ever always"
    )
    | bag("also once proudly both all generations that actually haven't hasn't hadn't didn't veterans relatives folks")
    | bag("proud honored willing uncles brothers grandfathers ancestors grandparents men women boys guys")
)
_NOT_DUTY: Final = bag(
    "sentence sentences sentenced prison jail jailed inmate inmates parole felony robbery murder bars papers subpoena warrant lawsuit divorce notice food foods soup "
    "meal meals dinner lunch breakfast brunch drink drinks beer wine coffee table tables restaurant restaurants waiter waitress bartender customers "
    "menu plate plates sauce chips fries salad rice fish cold hot warm chilled lemon mint gravy net ace aces volley tennis volleyball racket set serve "
    "board boards council councils committee committees commission pta jury juror church parish deacon elder mission missionary mayor president secretary treasurer term "
    "terms congress senate legislature city town village district school students patients clients rotary parliament constituents governor judge "
    "court chairman chair trustee trustees trustee vestry panel cabinet administration house senator precinct police cop cops department force sheriff fire firefighter library "
    "hoa americorps guests dish dishes notice kitchen homeless soup community lead purpose"
)
_GOES_ON: Final = ENDERS | bag(
    "know knows knew don't do does did will would never ever say says said here too there before after during until overseas abroad honorably honourably faithfully "
    "proudly together alongside himself herself should deserve deserves get gets understand understands isn't doesn't won't active ,"
)
_LEFT_THERE: Final = _GOES_ON - bag("to by at on for it you i he she we they")
_RELATIVE: Final = bag(
    "nobody guys people anyone everyone men women someone somebody friend buddy buddies brothers marines one those guy dude many"
)
_COUNTED: Final = bag("a four six eight twenty 4 6 8 20 her his my our their")
_SOMEBODY: Final = bag("a him her them his my this that some two three guys us")
_RANKS: Final = bag(
    "general colonel captain major lieutenant sergeant admiral commander him her them patton mattis petraeus gen col capt maj"
)
_ROLES: Final = bag(
    "medic corpsman rifleman infantryman gunner sniper radioman signalman paratrooper submariner soldier sailor marine airman mp interpreter chaplain engineer "
    "navigator bombardier tanker linguist cook mechanic pilot officer nurse sapper scout grunt driver"
)


def no_other_duty(site: Site) -> bool:
    """No board, church, sentence, meal or game is served in the text."""
    return not in_text(site, _NOT_DUTY, reach=90)


def forces_in_text(site: Site) -> bool:
    """The forces are spoken of in the text."""
    return in_text(site, FORCES)


def own_in_text(site: Site) -> bool:
    """The writer or somebody close is spoken of in the text."""
    return in_text(site, _OWN | site.words.get("kin"), reach=90)


def _asked(site: Site) -> bool:
    """Did you serve? · he couldn't serve · proud to serve."""
    asked = site.previous in PEOPLE_PRONOUNS and not bag("did didn't ever").isdisjoint(site.left[1:3])
    unable = site.previous in bag("didn't couldn't who") or site.left[:2] == ["to", "proud"]
    return (asked or unable) and (not site.right or site.next in bag("in and , with too yourself or overseas either"))


def _with_somebody(after: list[str]) -> bool:
    return after[1:2] != [] and after[1] in _SOMEBODY


def _what_follows(site: Site) -> bool:
    """Whether what stands after "served", said of a person, goes on as a life does."""
    after = site.right
    if site.next in {"in", "at", "as"}:
        return forces_in_text(site) or (site.next == "as" and not _ROLES.isdisjoint(after[1:5]))
    if site.next == "with" and site.previous in FIRST | {"he", "she"} and not _RELATIVE.isdisjoint(site.left[1:3]):
        return True
    if site.next in {"with", "under"}:
        return not _RANKS.isdisjoint(after[1:3]) or _with_somebody(after)
    if site.next in {"from", "since"}:
        return after[1:2] != [] and after[1].isdigit()
    if site.next in _COUNTED:
        day = after[1:2] == ["day"] and site.previous in bag("never ever didn't hasn't haven't who")
        own = (
            site.next in {"her", "his", "my"} and after[1:2] != [] and after[1] in bag("country four six nation twenty")
        )
        return day or own or (after[1:2] == ["years"] and forces_in_text(site))
    return (not after and site.word == "served") or (bool(after) and site.next in _LEFT_THERE)


def served(site: Site) -> bool:
    """Having served, I · he never served · those who served · served with him; not a meal, a sentence, papers, a council or a ball."""
    if in_text(site, _NOT_DUTY, reach=90) and not in_text(site, FORCES - bag("uniform draft")):
        return False
    if site.word in {"serve", "serves"}:
        return _asked(site) or (site.next == "in" and forces_in_text(site) and own_in_text(site))
    if not site.left:
        years = site.next.isdigit() and (
            site.right[1:2] == [] or site.right[1].isdigit() or "active" in site.right[1:5]
        )
        return years or (site.next == "with" and _with_somebody(site.right))
    if site.word == "serving":
        by = site.previous in bag("is are was am i'm been he's she's") or site.previous in bag(
            "currently still proudly"
        )
    else:
        by = site.previous in _SERVERS or site.previous in site.words.get("kin")
    return by and _what_follows(site)


OF_ANIMALS: Final = bag(
    "dog dogs cat cats puppy puppies pup kitten kittens horse horses pet pets animal animals spay spayed neuter rabies vaccine vaccines clinic clinics tech techs "
    "farm cow cows calf goat goats hamster rabbit rabbits paw paws kennel fleas worms parrot foal breed breeder groomer kibble raw leash nail nails "
    "expensive charge charges cost costs bill bills prescribe prescribed xray appointment appointments emergency open closed booked recommend "
    "nfl nba mlb roster rookies rookie players bird birds ferret lizard reptile exotic mane tail mare stable zoo veterinary bovine"
)
_TAKEN_APART: Final = bag(
    "every each all the its their his her candidates candidate applicants applicant contractors sellers drivers them new your you people out who whom any these our "
    "everyone sources office offices"
)


def vets_of_war(site: Site) -> bool:
    """Our vets · vets deserve better; not those of animals and teams, and not "she vets every candidate"."""
    if in_text(site, OF_ANIMALS):
        return False
    if site.previous in bag(
        "he she it who that company agency team also nobody somebody everyone hr which local and"
    ) or (site.next in _TAKEN_APART):
        return False
    led = site.previous in bag(
        "our most many us other some by for with to hire help support thank homeless old young older combat female all treat treats as of are"
    )
    return (
        led
        or forces_in_text(site)
        or site.next in bag("deserve come came get need know sleep sleeping die dying can are don't coming")
    )


_DRAFTED_ELSE: Final = bag(
    "round nfl nba mlb nhl wnba pick picks team league qb quarterback fantasy overall rookie rookies season player players scout letter email bill law memo contract "
    "document proposal resolution statement plan report policy agreement kicker wr rb beer league's franchise helping help babysit dishes committee jersey "
    "yankees mets lakers celtics patriots giants jets bears cowboys hockey football basketball baseball"
)


def drafted(site: Site) -> bool:
    """I was drafted in '70 · Dad got drafted; not a player, a letter or a helper."""
    if in_text(site, _DRAFTED_ELSE, reach=110):
        return False
    who = [
        t
        for t in site.left[:5]
        if t not in bag("was were got is being been be almost nearly also both never get wasn't 't")
    ]
    passive = not bag("was were got been get being wasn't").isdisjoint(site.left[:3])
    return (
        passive
        and bool(who)
        and who[0] in PEOPLE_PRONOUNS | site.words.get("kin") | bag("grandad granddad grandfathers gramps papa pops")
    )


_THE_GUARD: Final = bag(
    "called activated activation activate unit armory drill drills deployed deploy mobilized mobilised governor border sandbags flood floods enlist enlisted joined join "
    "weekend stood mres hurricane riots capitol federalized"
)
_OTHER_GUARD: Final = bag(
    "security crossing color coast point shooting offensive left right prison mouth palace swiss old life royal border's iranian revolutionary avant advance honor tower "
    "rail dog bank mall museum gate school buckingham welsh grenadier irish scots vatican"
)


def the_guard(site: Site) -> bool:
    """The Guard that is called up for a flood or sent to a border; not who stands at a gate or plays."""
    if not site.cased[:1].isupper() or site.cased.isupper() or site.previous in _OTHER_GUARD:
        return False
    if site.previous == "the" and site.left[1:2] and site.left[1] in _OTHER_GUARD:
        return False
    if not site.left:
        return site.next in bag("got was is gets") and not _THE_GUARD.isdisjoint(site.right[1:4])
    return site.previous in POSSESSIVES | {"the", "army", "air"} and in_text(site, _THE_GUARD, reach=90)


TRAVEL: Final = bag(
    "vacation honeymoon backpacking backpacked hostel hotel tourist tourists trip tour resort beach food restaurant born family's visa refugee refugees documentary news "
    "film movie book flight airline airport sanctions oil game"
)


_SEA_PLAY: Final = bag(
    "drunken moon jerry boat boats sail sails sailing regatta race wind marina yacht dinghy dock mouth curse curses cursed cursing swear swears costume halloween tattoo "
    "pants collar hat anime venus popeye knot knots ahoy"
)


def a_sailor(site: Site) -> bool:
    """Dated a sailor; not "swears like a sailor", a yachtsman or a costume."""
    if site.left[:2] in (["a", "like"], ["drunken", "a"], ["a", "than"]) or in_text(site, _SEA_PLAY):
        return False
    return site.previous in ARTICLES | bag("that this some every any young old another my his her two") and (
        forces_in_text(site) or own_in_text(site)
    )


_BAR: Final = frozenset("|•·/()⚓")


def code_said(site: Site) -> bool:
    """A code of a job in a profile or after "was": "11B | girl dad", "former 0311"; not a seat, a room or a bus."""
    if site.next in bag("street st bus train gate seat row exit room apt unit floor am pm percent miles lbs"):
        return False
    if site.previous in bag("was am i'm as an a former ex retired mos my were prior he's she's current once"):
        return True
    before = site.view.cased[max(0, site.start - 3) : site.start].strip()
    after = site.view.cased[site.end : site.end + 3].strip()
    return (bool(before) and before[-1] in _BAR) or after[:1] in {"|", "•"}


def joined_up(site: Site) -> bool:
    """He joined up at 17 · joined up right after high school; not "joined up with us at the bar"."""
    led = site.previous in PEOPLE_PRONOUNS | site.words.get("kin") | bag("both grandad granddad brothers")
    timed = site.next in bag("at in after right straight when because as the to and young underage") or not site.right
    return (
        led
        and timed
        and not in_text(site, bag("gym club class team league party bar server discord guild website app"))
    )


def before_a_name(site: Site) -> bool:
    """A capitalised word follows: "got orders to Guam"."""
    after = site.view.cased[site.end : site.end + 2]
    return after[:1] == " " and after[1:2].isupper() and site.next not in FIRST


def rank_not_police(site: Site) -> bool:
    """A rank in a text on the forces that does not speak of police, fire or prison."""
    return forces_in_text(site) and not in_text(
        site,
        bag(
            "police precinct pd cop cops officer officers department patrol detective sheriff deputy station firehouse engine arrest arrested inmate inmates jail "
            "prison academy shift squad ticket troopers trooper beat case film movie"
        ),
    )


_WATCHED: Final = bag(
    "museum tour movie film model lego documentary show game toured visited visit ticket tickets cruise"
)


def not_watched(site: Site) -> bool:
    """Not a ship that one visits, builds or sees on a screen."""
    return not in_text(site, _WATCHED)


_TOLD_IN_NEWS: Final = bag(
    "said says searching search searched rescued rescues rescue suspended helicopter helicopters crew crews boater boaters news ones sneakers academy game games kickoff beat plays football cutter capsized missing"
)


def branch_said(site: Site) -> bool:
    """Coast Guard counts, my shipmates would say; not the Coast Guard that searches in the news."""
    if not site.cased[:1].isupper() or in_text(site, _TOLD_IN_NEWS):
        return False
    return forces_in_text(site) and own_in_text(site)


_VA_DOES: Final = bag(
    "called calls says said denied denies approved gave gives sent sends wants moved still keeps owes pays paid covered covers won't doesn't doctor doctors nurse claim claims appointment appointments rating "
    "hospital clinic pharmacy therapist dentist hotline lost cut cancelled canceled rescheduled finally told screwed took takes surgery meds disability"
)


def va_agency(site: Site) -> bool:
    """VA called about my claim; not Richmond, VA."""
    if (
        not site.cased.isupper()
        or site.previous in bag(", in from near of west northern southern")
        or in_text(
            site,
            bag(
                "beach richmond norfolk fairfax roanoke alexandria virginia dmv nova dc md funding bill budget committee congress senate closure scandal watchdog lawmakers"
            ),
        )
    ):
        return False
    return site.next in _VA_DOES


def objector(site: Site) -> bool:
    """A CO in '71, who refused a war; not an officer at a prison nor a county."""
    near = bag(
        "draft drafted vietnam quaker quakers mennonite brethren pacifist pacifists objector wwii ww2 alternative war"
    )
    return site.cased.isupper() and site.previous in {"a", "as", "the"} and in_text(site, near)


TESTS: Final[Mapping[str, Callable[[Site], bool]]] = {
    "forces_in_text": forces_in_text,
    "own_in_text": own_in_text,
    "served": served,
    "no_other_duty": no_other_duty,
    "vets_of_war": vets_of_war,
    "drafted": drafted,
    "the_guard": the_guard,
    "a_sailor": a_sailor,
    "code_said": code_said,
    "joined_up": joined_up,
    "before_a_name": before_a_name,
    "rank_not_police": rank_not_police,
    "not_watched": not_watched,
    "branch_said": branch_said,
    "va_agency": va_agency,
    "objector": objector,
}
"""Joined to the table of `elsewhere`."""
