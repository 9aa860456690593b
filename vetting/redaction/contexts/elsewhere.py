"""Context tests for public and playful talk in the words of a life: a coffee maker on strike, a team called the Marines, a right wing of brick.

Each test is false only where the words beside a term show that a thing, an animal, a game, a building or a budget is meant, so that a rule
that needs one loses nothing else. `senses` and `things` hold the other tests of this kind.
"""

from collections.abc import Callable, Mapping
from typing import Final

from vetting.redaction.contexts import campaigns, duty, stewards
from vetting.redaction.contexts.things import ANIMALS, CREATURES, MACHINES
from vetting.redaction.contexts.usage import FIRST, PEOPLE_PRONOUNS, POSSESSIVES
from vetting.redaction.site import Site, bag

_DOERS: Final = (
    MACHINES
    | ANIMALS
    | CREATURES
    | bag(
        "maker machine machines vacuum blender kettle grinder compressor freezer cooler pump sprinkler sprinklers truck elevator escalator lights light "
        "knee knees back legs feet brain stomach body lungs shoulder hair eyes thumbs muse song songs jingle ad ads commercial tune meme lyric email emails "
        "rush line lineup secondary offence bats puck ball rebound pitching relievers backfield committee subcommittee thread spreadsheet keys sock socks "
        "remote wallet fence roof sourdough starter guppies mice mouse moths pigeons mannequin statue poster billboard plant plants cactus algorithm"
    )
) - bag("team coach account")
_LINKS: Final = bag("in on at with by near from behind under inside into off and who driving owns")
_AUX: Final = bag(
    "is was are were has had have been be being gone went just finally also always still now got gets it has's it's officially basically literally "
    "today again will would 's kept keeps started honorably dishonorably"
)


_PESTS: Final = (
    CREATURES | ANIMALS | bag("raccoons squirrels wasps mice possum possums bats groundhog skunk skunks hornets")
)


def _done_by_thing(site: Site) -> bool:
    """The subject right before the term is a thing or an animal: "my ice maker has gone on", "the bullpen was on"."""
    for at, token in enumerate(site.left[:6]):
        if token in _AUX:
            continue
        if token not in _DOERS and token not in _PESTS:
            return False
        before = site.left[at + 1 : at + 4]
        return _LINKS.isdisjoint(before) and not any(word.endswith("'s") and word != "it's" for word in before)
    return False


def not_done_by_a_thing(site: Site) -> bool:
    """A person does it or suffers it, not a machine, an animal or the defense of a team."""
    return not _done_by_thing(site)


_BUILT: Final = bag(
    "rewired rewire roof reroofed rented renting rent bingo reception rummage supper furnace asbestos paint painted painting renovated renovation "
    "parking quinceanera dance plumbing flooded demolished condos wiring drywall floor floors stage potluck fundraiser chili breakfast bathroom karaoke"
)
_MEMBERS: Final = bag(
    "members member strike contract dues steward local vote voted organizer organizing brothers sisters workers picket i we our my"
)
_JOINED: Final = bag(
    "districts district parishes parish towns town states countries country counties county churches libraries provinces nations cantons kingdoms colonies "
    "villages cities"
)
_FITTED: Final = bag(
    "brass pvc pipe pipes galvanized elbow elbows npt fitting fittings copper threaded gasket heater dielectric flavor texture"
)

_BODIES: Final = bag(
    "knee knees back feet legs calves hamstrings quads arms shoulders stomach liver body wallet cat cats dog dogs plants car lungs hip hips ankles neck eyes brain"
)


def not_a_union_of_things(site: Site) -> bool:
    """Workers who join or strike, not a machine on strike, a hall with bingo, towns that unite or a brass fitting."""
    word, around = site.word, {*site.left[:8], *site.right[:8]}
    if "strike" in word:
        return not _done_by_thing(site)
    if word == "union hall" or site.next == "hall":
        return around.isdisjoint(_BUILT) or not around.isdisjoint(_MEMBERS)
    if word.startswith("form") or (word == "a union" and site.previous.startswith("form")):
        return around.isdisjoint(_JOINED)
    if word in {"the union", "a union"}:
        return site.next != "between" and around.isdisjoint(_FITTED)
    if "grievance" in word:
        return _BODIES.isdisjoint(site.left[:5])
    return word != "picket" or "fence" not in site.right[:2]


_PLAYS: Final = bag(
    "game games gameplay gamer movie film xbox playstation ps5 steam fortnite apex halo warzone cod battlefield mode level dlc expansion mascot jersey jerseys "
    "parlay touchdown kickoff halftime spread bowl franchise puzzle lego legos toy toys plastic minis miniatures warhammer dvd vhs aquarium "
    "nutcracker gummy cosplay costume halloween trivia paintball airsoft nerf simulator"
)
_SERVED: Final = bag("in of from joined left joining leaving into out join quit served serving retired former ex")
_PUBLIC: Final = bag(
    "budget funding bill committee audit contract contracts closure closures lawmakers congress senate bidder construction levy renovation ribbon zoning "
    "parking garage scandal watchdog inspector"
)
_WHEN: Final = bag(
    "day days week weeks weekend month months year years summer winter spring fall morning moment minute first second last same next army navy marines air coast "
    "guard reserves reserve corps national us military service infantry"
)
_HELPED: Final = bag(
    "every my a an the some him her them help our his all two three everyone everybody neighbors friends"
)
_BENCH: Final = bag(
    "goalie goal bench library oil gas bank federal cash natural roster scored league wine stacks shelf mineral gold currency"
)
_SCORED: Final = bag("beat beats plays play vs lost won hosts edged")
_RIVALS: Final = bag("navy army air notre temple tulane rutgers by to falcons")
_ROADS: Final = bag("bridge exit road rd lake mill home homes blvd grocery")
_CALLED: Final = bag("called named rename renamed calling mascot brand")


def _talk_of_nobody(site: Site) -> bool:
    """No person is spoken of in the sentence."""
    people = FIRST | PEOPLE_PRONOUNS | POSSESSIVES | site.words.get("kin")
    return people.isdisjoint(site.left[:12]) and people.isdisjoint(site.right[:12])


def _own_test(site: Site) -> bool | None:
    """What words of the forces that have a test of their own say of themselves; none for the others."""
    word, after = site.word, site.right
    if word in {"enlisted", "enlist", "enlisting"}:
        return not (site.next in _HELPED and _WHEN.isdisjoint(after[1:3]))
    if "reserves" in word:
        return _BENCH.isdisjoint(after[:4])
    if word == "va" or word.startswith("va "):
        return _PUBLIC.isdisjoint(after[:6]) or not _talk_of_nobody(site)
    if word == "west point":
        return site.next not in _ROADS
    if word.startswith(("basic training", "boot camp", "bootcamp")):
        return ANIMALS.isdisjoint(after[:3])
    return None


def _named_or_played(site: Site) -> bool:
    """A team or a mascot of that name, or who beat whom."""
    named = site.previous in _CALLED or (site.previous == "the" and not _CALLED.isdisjoint(site.left[1:2]))
    return named or (site.next in _SCORED and not _RIVALS.isdisjoint(site.right[1:3]))


def not_forces_in_play(site: Site) -> bool:
    """Soldiers and their lives, not a vacuum discharged with honour, a game, a team of that name, cousins enlisted to move or a budget."""
    if site.word.startswith(("honorabl", "discharg", "tour of", "deployed", "retired")) and (
        _done_by_thing(site) or site.previous == "its"
    ):
        return False
    own = _own_test(site)
    if own is not None:
        return own
    if _named_or_played(site):
        return False
    if not _SERVED.isdisjoint(site.left[:2]):
        return True
    return _PLAYS.isdisjoint((*site.left[:6], *site.right[:9])) or not FIRST.isdisjoint(site.left[:3])


_LODGED: Final = bag("league group chat server lobby discord game playoffs bracket house boat subreddit channel villa")
_COUPON: Final = bag("booklet booklets sized coupons collection collector collectors engraving portions style")


def not_hardship_of_things(site: Site) -> bool:
    """A person without a home, not a pass rush, keys, a raccoon or a member of a chat; help in food, not old stamps."""
    word = site.word
    if "food stamp" in word:
        return site.next not in _COUPON
    if "evict" in word:
        if _done_by_thing(site) or (word == "evicted" and not _PESTS.isdisjoint(site.right[:2])):
            return False
        return not (site.next == "from" and not _LODGED.isdisjoint(site.right[1:4])) or site.right[1:2] == ["my"]
    if "homeless" in word:
        return not _done_by_thing(site) and site.next not in _DOERS
    return True


_SHOWN: Final = bag("ad ads song commercial jingle algorithm banner popup")
_HANDLED: Final = MACHINES | bag(
    "credit refill refills coupon coupons policy privilege blender horn printer buffet discount perk perks loophole warranty boots shoes knees feet mop pan "
    "knife knives drill saw shovel cutting"
)


def not_harm_by_things(site: Site) -> bool:
    """What a person did to a person: not an ad that stalks, a blender abused, nor what the writer did, which is conduct."""
    word = site.word
    if "stalk" in word and (_done_by_thing(site) or not _SHOWN.isdisjoint(site.left[:6])):
        return False
    if word.startswith("abuse"):
        done = site.left[1:2] if site.previous in {"have", "had", "'ve", "also", "just"} else site.left[:1]
        if done and done[0] in {"i", "we", "i've", "we've"}:
            return site.next in {"by", "as", "in"}
        if word in {"abuse", "abused", "abuses"}:
            return _HANDLED.isdisjoint(site.right[1:4]) or site.next not in bag(
                "the my this that a your our its his her"
            )
    return True


_ALBUM: Final = bag(
    "vinyl ebay pressing shrink wrap album lp discogs collector sleeve bid turntable first mint copy thrift goodwill room vault flooded"
)
_TIDY: Final = bag("build cache bug bugs code dishwasher browser playlist menu pantry fridge song")


def not_a_record_to_play(site: Site) -> bool:
    """The record of a court, not a sealed album, a store room or a cache."""
    if site.word.startswith("sealed record"):
        return _ALBUM.isdisjoint((*site.left[:5], *site.right[:9]))
    return not site.word.startswith("expunge") or _TIDY.isdisjoint(site.right[:5])


_GROWN: Final = bag(
    "ivy species plant plants daffodils lawn meadow flowers flower fish carp garden bulbs grass weeds pheasants"
)
_REFEREED: Final = bag(
    "rugby referee ref soccer paintball uno hockey match poker deck simcity level boss map tropico game"
)


def not_a_plant_or_card(site: Site) -> bool:
    """Papers and people that stay, not ivy that spread, a card of a referee or the folk of a game."""
    word = site.word
    if word.startswith("naturali"):
        return site.next not in _GROWN
    if word.startswith(("green card", "immigrant", "refugee")):
        return _REFEREED.isdisjoint((*site.left[:5], *site.right[:6]))
    return True


_BRICK: Final = bag(
    "building buildings mansion palace hotel school library courthouse museum terminal hospital airport house asbestos floor entrance dinosaurs gallery "
    "plane jet drone glider chicken mall dorm castle church campus"
)
_CAREFUL: Final = bag(
    "estimate estimates guess playcalling play pricing offense side number numbers figure projection projections investment investments portfolio assumption "
    "budget approach dose dosing treatment forecast option bet bid timeline"
)


def not_a_part_or_estimate(site: Site) -> bool:
    """A side of politics, not a wing of a building; a belief, not a careful estimate."""
    word = site.word
    if "wing" in word or site.next == "wing":
        after = site.right[1:] if site.next == "wing" else site.right
        return after[:1] != ["of"] or _BRICK.isdisjoint(after[1:4])
    if word in {"conservative", "conservatively"}:
        if site.next in _CAREFUL:
            return False
        alone = not site.left and not site.right
        return not (
            alone and any(f"conservative {w}" in site.view.folded for w in ("estimate", "guess", "number", "side"))
        )
    return True


TESTS: Final[Mapping[str, Callable[[Site], bool]]] = {
    **duty.TESTS,
    **campaigns.TESTS,
    **stewards.TESTS,
    "not_done_by_a_thing": not_done_by_a_thing,
    "not_a_union_of_things": not_a_union_of_things,
    "not_forces_in_play": not_forces_in_play,
    "not_hardship_of_things": not_hardship_of_things,
    "not_harm_by_things": not_harm_by_things,
    "not_a_record_to_play": not_a_record_to_play,
    "not_a_plant_or_card": not_a_plant_or_card,
    "not_a_part_or_estimate": not_a_part_or_estimate,
}
"""Joined to the table of `context`."""
