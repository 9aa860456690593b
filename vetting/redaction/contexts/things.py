"""Context tests for what happens to things and animals: a server on life support, a cat with diabetes, temperatures in the thirties.

Each test is false only where the words beside a term show that no person is meant, so that a rule that needs one loses nothing else.
"""

import re
from collections.abc import Callable, Mapping
from typing import Final

from vetting.redaction.contexts.usage import ARTICLES, FIRST, PEOPLE_PRONOUNS, POSSESSIVES
from vetting.redaction.site import Site, bag

CREATURES: Final = bag(
    "dog dogs puppy puppies pup pups cat cats kitten kittens horse horses goose geese duck ducks swan deer elk moose bear bears spider "
    "spiders mosquito mosquitoes mantis cardinal cardinals bird birds robin hawk hawks owl eagle turkey turkeys hen hens rooster goat goats "
    "sheep cow cows bull bulls pig pigs rabbit rabbits hamster rat rats snake snakes turtle turtles tortoise lizard gecko iguana fish "
    "salmon trout shark whale lion lions tiger tigers wolf wolves fox raccoon squirrel coyote lab labrador shepherd terrier retriever "
    "malinois k9 hummingbird peacock ferret parrot tick ticks wasp bee bees ant ants crab lobster betta guppy flower flowers plant plants"
)
_SHOWS: Final = bag("has had have having hit is on needs need got gets getting suffered a the an")
MACHINES: Final = bag(
    "server servers phone iphone laptop printer printers wifi router modem xbox playstation ps4 ps5 console computer pc macbook mac tablet "
    "couch car cars truck trucks engine engines motor transmission mower lawn lawnmower code build codebase battery wallet economy fridge dishwasher dryer "
    "washer toaster microwave oven furnace boiler heater toilet gps radio speaker speakers screen monitor tv ac hvac cpu gpu script database "
    "website app browser algorithm excel spreadsheet keyboard garden tomatoes tomato fern houseplant bike motorcycle van jeep civic tacoma stapler copier "
    "fax scanner thermostat drone roomba alexa siri zoom teams outlook windows linux internet network roof garage grill smoker team offense "
    "defense bullpen rotation account market stocks bitcoin crypto plants houseplants lettuce orchid sourdough lawnmowers chainsaw"
)
ANIMALS: Final = bag(
    "dog dogs cat cats puppy puppies kitten kittens pup pups hound beagle poodle horse horses mare gelding pony goat goats cow cows heifer sheep pig "
    "pigs sow donkey llama alpaca hamster rabbit bunny parrot tortoise turtle lizard gecko iguana hen hens rooster chicken chickens goldfish guppy "
    "ferret doe squirrel raccoon fox deer hedgehog chinchilla"
)
_INSIDE: Final = bag("in on from by to with at near behind under inside into off")


def not_of_a_machine(site: Site) -> bool:
    """Not "my phone is having a seizure", "the server is on life support", "the prognosis for my lawn", "my cat has diabetes"."""
    if not bag("mechanic alternator dealership carburetor misfire").isdisjoint((*site.left[:6], *site.right[:6])):
        return False
    for at, token in enumerate(site.left[:5]):
        if token.endswith("'s") and at == 0 and token[:-2] in ANIMALS:
            return False
        if token in ANIMALS:
            return site.previous not in _SHOWS | {"so", "very", "blind"} and site.left[at - 1] not in {"is", "has"}
        if token in MACHINES:
            before = site.left[at + 1 : at + 3]
            shown = site.previous in _SHOWS or site.word.startswith(("had ", "has ", "on ", "in ", "needs ", "need "))
            return not _INSIDE.isdisjoint(before) or not shown
        if token in PEOPLE_PRONOUNS or token in FIRST or token in site.words.get("kin"):
            break
    if site.next in {"of", "for"} or site.word.endswith(" on my"):
        rest = site.right[1:] if site.next in {"of", "for"} else site.right
        rest = rest[1:] if rest[:1] and rest[0] in ARTICLES | POSSESSIVES | {"this", "that"} else rest
        return not (rest[:1] and rest[0] in MACHINES | ANIMALS)
    return site.next not in ANIMALS or site.word in {"therapy", "service", "emotional support"}


_CIRCUITS: Final = bag(
    "stepper steppers transistor transistors junction unipolar motor motors capacitor capacitors supply driver amplifier op voltage forceps "
    "cautery electrode outlook weather sky climate wires ion plate lead leads cell cells world nebula"
)
_STATION: Final = bag(
    "police officer officers cruiser cruisers scene swat pd arrest arrested responding dispatch sergeant detective detectives precinct "
    "trooper troopers state units unit boston baltimore burlington berkeley k9 patrol"
)
_ON_SCREEN: Final = bag(
    "season finale team game lead episode watching ending movie film show reboot remake sequel bracket wifi group project slideshow powerpoint level boss"
)


def not_circuit_or_station(site: Site) -> bool:
    """Not a bipolar motor, the police of Boston, or the "trauma" of a finale."""
    word = site.word
    if word in {"bipolar", "bi polar"}:
        return _CIRCUITS.isdisjoint((*site.left[:2], *site.right[:4]))
    if word == "bpd":
        return _STATION.isdisjoint((*site.left[:4], *site.right[:5]))
    if word in {"trauma", "ptsd"}:
        if site.next in bag("shears plate plates bag bags kit kits pack surgeon bay center centre pad pads dressing"):
            return False
        return not (site.next in {"of", "from"} and not _ON_SCREEN.isdisjoint(site.right[1:7]))
    return True


_VERMIN: Final = CREATURES | bag(
    "gnats gnat mosquitoes flies fly wasps hornets hornet gulls gull seagull seagulls pigeon pigeons crows raccoons squirrels chickens telemarketers "
    "robocalls robocallers spam scammers bots emails ads allergies pollen sun wind potholes printer weather"
)


def not_by_an_animal(site: Site) -> bool:
    """Not "stalked by a turkey", "molested by a goose", "harassed by telemarketers"."""
    rest = site.right[:5]
    if site.word.endswith(" by"):
        rest = ["by", *rest]
    return rest[:1] != ["by"] or _VERMIN.isdisjoint(rest[1:4])


_WEATHER: Final = bag(
    "temp temps temperature temperatures degree degrees windy wind winds chill snow sunny forecast humid humidity fahrenheit lows highs frost "
    "thermometer thermostat cloudy overnight celsius"
)


def not_weather(site: Site) -> bool:
    """Not temperatures: "mid thirties and windy", "teens tonight, temps dropping"."""
    if not site.word.endswith(("teens", "ties", "teen")):
        return True
    return _WEATHER.isdisjoint((*site.left[:5], *site.right[:5]))


_WARDROBE: Final = bag(
    "jacket jackets coat coats shirt shirts sweater sweaters suit dress shoes box boxes vacuum broom mop hanger hangers shelf light moth moths clothes "
    "luggage suitcase umbrella iron towels blanket blankets costume decorations literally organizer rod hoodie hoodies boots tree lights"
)


def not_a_wardrobe(site: Site) -> bool:
    """Not the closet where coats hang: "came out of the closet with three jackets"."""
    if "closet" not in site.word:
        return True
    aside = site.view.scan[site.end : site.end + 14]
    return _WARDROBE.isdisjoint((*site.left[:6], *site.right[:7])) and "literally" not in aside


_MEDIA: Final = bag(
    "song songs cover covers riff riffs rerun reruns rewatch rewatched remake reboot sequel prequel soundtrack vinyl karaoke radio jukebox playlist "
    "repeat netflix hbo hulu tnt amc tubi season seasons episode episodes movie movies film films trailer marathon finale band album albums concert tour "
    "tickets oldies lyrics lyric aux reunion paperback novel book quotes scene scenes solo bass guitar drums ukulele organ chorus dvd vhs musical "
    "broadway binge binged watched rewatching streaming spotify playing plays tattoo sings sang"
)
_SMALL: Final = bag("of the in a an and to on at for with n is are who don't can't from")
_NO_TITLE: Final = bag(
    "my our his her your their i i'm we he she they you this that these those as when if and but so no every some one all just is are was the a an"
)
_CAPITALS: Final = re.compile(r"[\w'\u2019-]+")


def not_in_a_title(site: Site) -> bool:
    """Not a word of a title: capitals in a row, and a word for a song, a film or a book near; a headline, all in capitals, tells nothing."""
    if not site.cased[:1].isupper() or (site.cased.isupper() and len(site.cased) > 1):
        return True
    if _MEDIA.isdisjoint((*site.left[:7], *site.right[:9])):
        return True
    return not (_beside(site, site.view.cased[max(0, site.start - 30) : site.start], back=True)) and not _beside(
        site, site.view.cased[site.end : site.end + 30], back=False
    )


def _beside(site: Site, text: str, *, back: bool) -> bool:
    """Whether the nearest word that is not small is a plain word with a capital."""
    cut = re.split(r"[.!?,;:\"()\n]", text)
    words = _CAPITALS.findall(cut[-1] if back else cut[0])
    for word in reversed(words) if back else words:
        low = word.lower()
        if low in _SMALL and not word[:1].isupper():
            continue
        return word[:1].isupper() and low not in _NO_TITLE | site.words.get("identities") and not word.isupper()
    return False


TESTS: Final[Mapping[str, Callable[[Site], bool]]] = {
    "not_of_a_machine": not_of_a_machine,
    "not_circuit_or_station": not_circuit_or_station,
    "not_by_an_animal": not_by_an_animal,
    "not_weather": not_weather,
    "not_in_a_title": not_in_a_title,
    "not_a_wardrobe": not_a_wardrobe,
}
"""Joined to the table of `context`."""
