"""Context tests for the other senses of a word: food and exercise, plugs and animals, gearboxes and chemistry, streets, teams, machines.

Each test answers whether a term may still be about people where it stands: false only where the words beside it show the other sense, so
that a rule that needs one loses nothing else. The other tests are in `context`, `circumstances`, `groups` and `usage`.
"""

from collections.abc import Callable, Mapping
from typing import Final

from vetting.redaction.contexts.things import CREATURES
from vetting.redaction.contexts.usage import PEOPLE_PRONOUNS
from vetting.redaction.site import Site, bag

_EATEN: Final = bag(
    "ordered ordering craving crave craved cravin ate eat eating cook cooking cooked grab grabbed grabbing delivered microwaved reheated"
)
_GOT: Final = bag("get got getting had having have want wanted do did for some good more best")
_AT_TABLE: Final = bag(
    "tonight tonite lunch dinner brunch breakfast takeout takeaway delivery leftovers yum noodles place"
)


def not_a_dish(site: Site) -> bool:
    """Not "we ordered X", "craving X", "had X for lunch", "get X tonight"."""
    if site.previous in _EATEN:
        return site.next in site.words.get("people")
    if site.previous not in _GOT or (
        site.right and site.next not in bag(", and or for tonight tonite again so lol but")
    ):
        return True
    return _AT_TABLE.isdisjoint(site.right[:4])


_FASTENERS: Final = bag(
    "adapter adapters adaptor connector connectors plug plugs socket sockets thread threads threaded fitting fittings coupling couplings npt "
    "usb hdmi xlr jack jacks cable cables port ports inlet outlet valve pipe hose spigot terminal terminals pins header headers dongle "
    "molex sma bnc rca bsp nipple union bushing ferrule thermocouple gasket dsub rj45 coax"
)
_SEXED: Final = bag("male female males females")


def not_a_plug_or_animal(site: Site) -> bool:
    """Male and female: not of plugs, threads and animals."""
    if _SEXED.isdisjoint(site.word.split()):
        return True
    if site.next in CREATURES:
        return False
    return _FASTENERS.isdisjoint((*site.left[:6], *site.right[:5]))


def not_exclaimed(site: Site) -> bool:
    """Not "boy was I wrong", "boy did it rain", "man is it hot"."""
    if site.word not in {"boy", "man"} or site.left:
        return True
    return not (
        site.next in bag("was were is am did do does are have had can will what")
        and site.right[1:2] != []
        and site.right[1] in bag("i it that this they we he she you these those there a")
    )


_CAR: Final = bag(
    "truck trucks car silverado f150 f250 f350 tacoma tundra ranger jeep chevy ford dodge honda toyota bmw subaru corvette mustang camaro "
    "transmission gear gears gearbox clutch fluid slip slips slipping slipped rebuild rebuilt rebuilding leak leaks leaking pan swap swapped "
    "swapping mount mounts cooler crossmember torque converter mechanic solenoid flush shifts shifting shifter 4l60 4l60e 4l80e t56 th350 "
    "turbo 350 engine motor miles junkyard dropped bolts manual auto automatic speed axle driveshaft shop"
)


def not_a_gearbox(site: Site) -> bool:
    """Not the transmission of a car."""
    if _CAR.isdisjoint((*site.left[:9], *site.right[:9])):
        return True
    return site.previous in PEOPLE_PRONOUNS | bag("you that's fucking") or site.next in bag("whore freak bitch")


_CHEMISTRY: Final = bag(
    "isomer isomers isomerism bond bonds alkene alkenes butene pentene retinal molecule molecules chem chemistry orgo organic fat fats fatty "
    "acid acids stereochemistry double golgi lunar configuration decalin diol alkyne reaction reagent hydrogens carbon substituents"
)


def not_chemistry(site: Site) -> bool:
    """Not isomers, fats and the far side of the moon."""
    return _CHEMISTRY.isdisjoint((*site.left[:5], *site.right[:5])) and not site.next.isdigit()


_STREETS: Final = bag(
    "street st ave avenue road rd lane ln blvd boulevard drive dr court ct pike terrace bridge hwy highway way"
)
_TURNING: Final = bag(
    "turn left right corner intersection accident crash closed parking block blocks detour between wreck stop"
)


def not_a_street(site: Site) -> bool:
    """Not "the Gay Street bridge", "left on Chapel, then right on Church"."""
    if not site.cased[:1].isupper() or site.cased.isupper():
        return True
    if site.next in _STREETS:
        return False
    return not (site.previous in {"on", "at", "and"} and not _TURNING.isdisjoint(site.left[1:6]))


_GAPS: Final = bag(
    "armor armour deck board boards log logs wall walls fence door doors light siding floor brick bricks mortar foundation barn roof window "
    "windshield shield crack cracks rock gap gaps cabin caulk chain shutters blinds curtain curtains schedule plan defense"
)
_COON: Final = bag(
    "dog dogs hound hounds cat cats hunt hunts hunter hunters hunting hunted season tail tails skin skins trap traps treed attic trash garbage cans can porch "
    "roof chimney coop raccoon traps shed dumpster fur pelt kits age rapids valley creek"
)
_PLACES: Final = bag("valley peak creek lake bush island mountain butte pass bay hill canyon ridge")
_GOO: Final = bag(
    "battery terminal terminals pan drain oil off scrape scraped residue glue tape sticker old greasy brake carb filter keyboard"
)
_SMOKES: Final = bag(
    "packet packets pack packs end ends butt butts ash quid smoke smoked smoking lighter lit light cig cigs cigarette cigarettes break breaks "
    "ciggie tobacco ashtray corner machine paper papers filter rolling roll rolled carton"
)
_LEVEES: Final = bag(
    "levee levees river flood flooded flooding water broke breach breached field sea canal failed holland dutch road walls"
)
_TIMING: Final = bag("timing spark ignition degrees advance growth flame fire idle throttle cam distributor combustion")
_RACED: Final = bag(
    "car cars race races racing racer racers league football hockey wrestling submarine submarines mg triumph champ wrestlers austin"
)
_WOOD: Final = bag("bundle bundles fire firewood peas gravy sticks twigs wood kindling cotija")
_VANISHED: Final = bag("it gone vanished disappeared and there they he she just magic all no my the of")
_INSULTED: Final = bag("you u fucking fuckin dirty filthy stupid damn goddamn these those ugly little lil bloody")


_PLAIN: Final[Mapping[str, tuple[int, int, frozenset[str]]]] = {
    "chink": (4, 5, _GAPS),
    "chinks": (4, 5, _GAPS),
    "coon": (6, 6, _COON),
    "coons": (6, 6, _COON),
    "squaw": (0, 1, _PLACES),
    "gook": (6, 6, _GOO),
    "fag": (3, 5, _SMOKES),
    "fags": (3, 5, _SMOKES),
    "faggot": (3, 3, _WOOD),
    "faggots": (3, 3, _WOOD),
    "dyke": (4, 6, _LEVEES),
    "dykes": (4, 6, _LEVEES),
    "benders": (1, 0, bag("fender mind gender genre elbow rule spoon pipe")),
    "retard": (2, 3, _TIMING),
    "retarded": (2, 3, _TIMING),
    "midget": (1, 2, _RACED),
    "midgets": (1, 2, _RACED),
    "redskin": (0, 1, bag("potato potatoes jersey game fans logo hat")),
    "jap": (0, 1, bag("stroke")),
}
"""How many words to the left and right show the ordinary sense of a word, and which."""


def not_plain_sense(site: Site) -> bool:
    """A slur that is also an ordinary word is none in its ordinary sense: a chink in the deck, a coon in the attic, fag packet, spark retard."""
    if site.previous in _INSULTED or site.previous in PEOPLE_PRONOUNS:
        return True
    if site.word == "poof":
        gone = not site.left or site.previous in bag(", and then just went goes like go")
        return not gone and site.next not in _VANISHED
    left, right, shown = _PLAIN.get(site.word, (0, 0, frozenset()))
    return shown.isdisjoint((*site.left[:left], *site.right[:right]))


_MARRIED_OFF: Final = bag(
    "job work game idea mob brand grind career truck couch smoker grill road sea gym hustle money music craft art process schedule outcome "
    "phone plan concept theory chainsaw pole desk keyboard company firm system method streets uniform badge cause dream bottle sport land"
)


def married_to_somebody(site: Site) -> bool:
    """Not "married to this brand", "married to the job"."""
    if site.next != "to":
        return site.right[:2] != ["with", "children"]
    return _MARRIED_OFF.isdisjoint(site.right[1:5])


_SAINTS: Final = bag("saints angels padres friars cardinals devils bishops monks")
_PLAYED: Final = bag(
    "win wins won lose loses lost beat beats play plays played game games season score scored fans fan jersey coach draft quarterback qb "
    "defense offense pitcher bullpen inning innings playoffs ruin gonna going traded huskies vs lead td touchdown goalie hockey football"
)


def not_a_team(site: Site) -> bool:
    """Not a team that is called after people of faith."""
    if site.word not in _SAINTS:
        return True
    return _PLAYED.isdisjoint((*site.left[:3], *site.right[:5]))


def prays_oneself(site: Site) -> bool:
    """I pray, they prayed; not "pray for my knees", said to readers."""
    if site.word != "pray" or (site.left and site.previous not in bag(", please pls and now so")):
        return True
    if site.next == "for":
        heads = (
            site.words.get("kin")
            | site.words.get("people")
            | PEOPLE_PRONOUNS
            | bag("peace soul souls country world hubby wifey bestie granny nana pops gran")
        )
        return not {"us", "me", "him", "her", "them"}.isdisjoint(site.right[1:2]) or not heads.isdisjoint(
            site.right[1:4]
        )
    return bool(site.right)


_CHECKOUT: Final = bag(
    "declined decline pump card cards mastercard amex debit credit gift prepaid bill statement charge charged balance swipe swiped chip paypal "
    "checkout register tap points apr limit maxed rewards bank"
)


def not_a_card(site: Site) -> bool:
    """A visa of a traveller, not the card."""
    return _CHECKOUT.isdisjoint((*site.left[:5], *site.right[:6]))


_PITCH: Final = bag(
    "goal goals goalie goalkeeper final scored scores assist assists hockey soccer plane jet cracked flap aileron buffalo hot spicy bird "
    "back backs forward wingback traded crossed cross midfield defender striker rangers bruins leafs puck shift line period broken museum hospital east west"
)


def not_on_a_pitch(site: Site) -> bool:
    """Left and right wing of politics, not of a team, a bird, a house or a plane."""
    if site.word.endswith(" leaning"):
        return bag("tower post fence tree pole wall house handwriting shelf stack mailbox").isdisjoint(site.right[:2])
    said = "wing" in site.word or site.next.startswith("wing")
    around = {*site.left[:8], *site.right[:10]}
    politics = site.words.get("politics") - bag("left right wing base won win")
    return not said or around.isdisjoint(_PITCH) or not around.isdisjoint(politics)


_RIOT: Final = bag(
    "riot riots rioter rioters capitol insurrection insurrectionist insurrectionists committee hostage hostages patriot patriots prisoner "
    "prisoners trump stormed storming pardon pardons pardoned coup protest protesters tourists tour antifa feds treason traitors election "
    "stolen maga proud oath congress defendants trial convicted peaceful there"
)


def not_a_date(site: Site) -> bool:
    """The sixth of January of the riot, not the date by which somebody gave up."""
    if not site.word.startswith(("jan 6", "january 6")):
        return True
    return not _RIOT.isdisjoint((*site.left[:8], *site.right[:8]))


_REFUGE: Final = bag(
    "seek seeks seeking sought seeker seekers claim claims claimed hearing hearings granted grant denied applied apply applying application "
    "case cases officer office court status filed filing waiting waited got won political pending lawyer attorney interview judge for "
    "refugee refugees visa border law rules"
)


def not_a_madhouse(site: Site) -> bool:
    """Asylum that somebody seeks or is granted, not an old hospital, a band or a game."""
    if site.word != "asylum":
        return True
    return not _REFUGE.isdisjoint((*site.left[:4], *site.right[:3]))


def not_from_memory(site: Site) -> bool:
    """Not "expunge that night from my memory"."""
    return bag("memory memories brain mind eyes eyeballs ears").isdisjoint(site.right[:8])


TESTS: Final[Mapping[str, Callable[[Site], bool]]] = {
    "not_a_dish": not_a_dish,
    "not_a_plug_or_animal": not_a_plug_or_animal,
    "not_exclaimed": not_exclaimed,
    "not_a_gearbox": not_a_gearbox,
    "not_chemistry": not_chemistry,
    "not_a_street": not_a_street,
    "not_plain_sense": not_plain_sense,
    "married_to_somebody": married_to_somebody,
    "not_a_team": not_a_team,
    "prays_oneself": prays_oneself,
    "not_a_card": not_a_card,
    "not_on_a_pitch": not_on_a_pitch,
    "not_a_date": not_a_date,
    "not_a_madhouse": not_a_madhouse,
    "not_from_memory": not_from_memory,
}
"""Joined to the table of `context`."""
