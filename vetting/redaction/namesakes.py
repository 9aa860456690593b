"""What bears a person's name and is none: saints' towns, forts, streets, schools, teams, firms, awards, brands, characters and titles.

Asked by `names` for every name that it would take. A list of things is a list of facts that everybody knows; what a private person
may as well be called ("Charlie Brown Realty" beside a neighbour of that name) is found by its longer form only. Names that the case
declares never come here: `names.find_known` takes them in any place.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Final

from vetting.redaction.site import bag

_TOWN_BEFORE: Final = re.compile(
    r"(?<!\w)(?:[Ss]an|SAN|Santa|Santo|Saint|Fort|Ft\.?|Mount|Mt\.?|Port|Lake|Camp|Cape) $"
    r"|(?<!\w)St ?(?:\. ?|, (?=Louis|Paul)| )$"
)
_STREET_BEFORE: Final = re.compile(r"(?:\w (?!The )[A-Z][a-z]+|\d(?:st|nd|rd|th)) St ?[.,]? ?$")
_DOES: Final = re.compile(
    r" (?:will|said|says|told|thinks|wants|called|asked|texted|wrote|did|does|knows|got|took)(?!\w)"
)

_OF_SHOPS: Final = re.compile(
    r"['’]s (?:[A-Z]\w+ )?(?:Tires?|Pizza|Pizzeria|Diner|Bar|Grill|Deli|Cafe|Place|Auto|Garage|BBQ|Burgers?|Bakery|Liquors?|Market|"
    r"Hardware|Kitchen|Pub|Tavern|Restaurant|Club|Subs|Law|Furniture|Plumbing|Landing|Island|Point|Steakhouse|Donuts|Secret|"
    r"Houses?|Pharmacy|Hospital|School|Church|College|Academy|Park|Vineyard|Books|Movie)(?!\w)"
)
_OF_PLACES: Final = (
    r"Beach|Street|Ave(?:nue)?|Road|Rd|Blvd|Boulevard|Highway|Hwy|Expressway|Exp|Parkway|Pkwy|Turnpike|Airport|County|Co ?\.|"
    r"Township|Twp|Stadium|Arena|Speedway|Memorial|Elementary|High School|High(?! \w+ing)|Middle School|"
    r"Middle|Junior High|Prep|Academy|Preschool|College|University|Hospital|Museum|Library|Theat(?:er|re)|Foundation|Institute|"
    r"Cent(?:er|re)(?! \w+ed)|Award|Awards|Prize|Medal|Trophy|Scholarship|Fellowship|Classic|Invitational|Marathon|5K|Act|"
    r"Syndrome|Doctrine|Podcast"
)
_OF_THINGS: Final = (
    r"School|Soccer|Football|Baseball|Basketball|Softball|Hockey|Volleyball|Lacrosse|Wrestling|Athletics|Industries|Inc|Corp|"
    r"Corporation|LLC|Ltd|Holdings|Motors|Foods|Brewing|Brewery|Records|Pharmacy|Furniture|Chronicles|Creek|Springs|Falls|"
    r"Heights|Island|Islands|Valley|Township|Shores|Ridge(?! \w+ed)|Ramp|Exit|Act|Bill Act"
)
_AS_SOMEBODY: Final = (
    r" (?:is|was) (?:my|our|his|her|the guy|such|so (?:nice|rude|mean|sweet)|here|late|sick|a (?:cop|good|great|nice|total|liar))(?!\w)|"
    r" (?:he|she|called|texted|said|says|told|tells|asked|emailed|ran|applied|works?|worked|drove|loves|hates|thinks|knows|wants|got (?:fired|promoted|married))(?!\w)"
)
_NAMED_AFTER: Final = re.compile(
    rf" (?:(?:{_OF_PLACES}|{_OF_THINGS})(?![\w'])(?!{_AS_SOMEBODY})|(?:[A-Z][\w'’.-]* ){{1,2}}(?:{_OF_PLACES}|Bridge|Tunnel|Dam)(?![\w']))(?! Board| [A-Z][a-z]+ Board)"
)
_RUN: Final = re.compile(
    r" (?:[A-Z][a-z]+ )?(?:run|walk|race|relay|marathon|classic|tournament|award|prize|medal|trophy|scholarship|"
    r"fellowship|lecture|bridge|highway|statue|museum|foundation|impression|biopic|movie|films?|series|books?)(?!\w)"
)
_EVENT: Final = re.compile(r"(?<!\w)(?:[Tt]he|[Aa]n?|[Aa]nnual)(?: [A-Z]\w*| \d{4}| annual){0,2} $")
_WHERE: Final = re.compile(
    r"(?<!\w)(?:in|at|near|around|across|through|off|down|along|past|visit|visiting|visited|hike|hiking) $"
)
_GROUNDS: Final = re.compile(
    r" (?:Bridge|Park|Hill|Hills|Lake|Lane|Hall|House|Field|Fields|Court|Place|River|Bay|Grove|Woods|Square|Plaza|Mall|Gardens|"
    r"Village|Station|Tower|Building|Estate|Farm|Farms|Point|Harbor|Pier|Cove|Drive|Way)(?![\w'])"
)
_CROSSING: Final = re.compile(
    r" (?:&|&amp;|and|/|@) (?:I-|US-?|Rt\.? |Route |Hwy )?\d{1,3}(?:st|nd|rd|th)?(?!\w|[.,:%]\d)(?! (?:others|more|of|people))"
)
_AND_THE: Final = re.compile(
    r" (?:and|&|&amp;) [Tt]he [A-Z][a-z]*[a-rt-z](?!\w)(?! (?:Family|Gang|Crew|Team|Rest|Others))"
)
_AWARD_BEFORE: Final = re.compile(
    r"(?<!\w)(?:the|an|[Hh]is|[Hh]er|their|its|first|second|third|win|wins|winning|won|\d{1,2}(?:st|nd|rd|th)|best) $"
)
_AWARD_AFTER: Final = re.compile(
    r"(?:s(?!\w)|[- ](?:nom|winn|worthy|award|nod|buzz|season|race|bait|night|speech|part(?:y|ies)|contend|snub|pool|ballot|"
    r"predict|caliber|glory|host|gold|statue|ceremony))",
    re.IGNORECASE,
)
_OF_AN_ACT: Final = re.compile(r"[A-Z][a-z]+-$")
_HEARD: Final = re.compile(r"(?:,? (?:that|dodger|roger|wilco)(?!\w))", re.IGNORECASE)
_THING_CALLED: Final = re.compile(
    r"(?<!\w)(?:dog|dogs|cat|cats|puppy|pup|kitten|kitty|hamster|horse|pony|pet|parrot|goldfish|fish|rabbit|bunny|goat|turtle|"
    r"tortoise|lizard|snake|website|site|page|app|blog|band|song|movie|film|book|show|series|game|restaurant|bar|cafe|place|"
    r"company|brand|product|program|programme|album|track|podcast|store|shop|town|city|village|street|hurricane|storm|beer|boat|"
    r"ship|car|truck|team|club|magazine|novel|play|musical|software|tool|service|startup|drink|cocktail|dish|drug|planet|"
    r"rescue|mare|stallion|foal|calf|cow|pig|hen)s?,?(?: (?:is|was|are|that is|that's))? (?:called|named)$"
)
_PET: Final = re.compile(
    r"(?<!\w)(?:dog|cat|puppy|pup|kitten|hamster|horse|pony|parrot|goldfish|rabbit|bunny|goat|turtle|lizard|snake|"
    r"guinea pig|poodle|lab|retriever|terrier)(?!\w)[^!?\n]{0,24}$"
)

_VERBS: Final = bag(
    "says said goes gets got is was has had does did wins won takes took makes made gives gave calls slams rips blasts hits wants "
    "needs loves hates tells told shows reveals confirms announces returns leaves joins talks speaks reacts responds claims denies "
    "dies died reduce reduces increase increases help helps cause causes improve improves become becomes affect affects boost boosts "
    "prevent prevents hurt hurts change changes lead leads not never also be have get go make take give come see need want keep "
    "arrested charged killed dead dies sues sued accused fired resigns quits signs signed beats beat defeats tops leads hosts "
    "and or but for with in on at to of by as if when while the a an this that his her their our my your"
)
"""Words with a capital in a headline that are no surname."""

_WITH_WORDS: Final[Mapping[str, frozenset[str]]] = {
    first: bag(things)
    for firsts, things in (
        (
            "dallas houston austin charlotte phoenix carolina london sydney georgia jackson madison",
            ("oilers texans rockets astros cowboys mavericks mavs suns coyotes panthers hurricanes hornets bobcats bulldogs swans "
            "roosters knights aces dynamo stars cardinals symphony zoo metro police fire marathon livestock rodeo chronicle observer"),
        ),
        (
            "ginger candy olive brandy rose autumn summer rosemary basil sage",
            ("peach ale beer tea snap snaps bread cookie cookies chicken soup sauce cake martini lemon lemonade jam beef oil garden "
            "cane crush bar corn apple pumpkin spice gold wine salad syrup pizza pasta butter carrot honey lime pear"),
        ),
        (
            "star tiger pearl jade ruby rose violet ivy crystal amber jewel stone summer autumn sunny grace hope",
            ("earrings necklace ring rings bracelet bracelets pendant studs pin brooch jewelry jewellery dress dresses top quilt "
            "trek wars tribune anise fruit balm lily lilies woods gold bowl chart collection sale print scarf"),
        ),
        ("hunter mark chase miles page will may", "duels chronicles bank points number forecast"),
    )
    for first in firsts.split()
}  # fmt: skip

_PHRASES: Final = (
    # brands, shops and goods
    "neiman marcus, vera bradley, vera wang, marc jacobs, tommy hilfiger, tommy bahama, calvin klein, ralph lauren, oscar de la renta, "
    "ben & jerry, ben &amp; jerry, ben and jerry, jack daniel, johnnie walker, johnny walker, jack in the box, trader joe, "
    "papa john, jimmy john, wendy s, marie callender, sara lee, betty crocker, little debbie, aunt jemima, "
    "uncle ben, tony the tiger, estee lauder, "
    "john deere, harley davidson, aston martin, alfa romeo, eddie bauer, jenny craig, charles schwab, charles river, jp morgan, "
    "morgan stanley, merrill lynch, ethan allen, ashley furniture, ashley homestore, martha stewart living, dr pepper, dr. pepper, "
    "dr martens, dr. martens, doc martens, victoria s secret, victoria's secret, barnes & noble, ann taylor, charlotte russe, "
    "dave & buster, dave & busters, dave and busters, dave & buster's, dave and buster's, chuck e cheese, carl s jr, carl's jr, "
    "tim hortons, tim horton, pat o brien's, famous dave, amy's kitchen, annie's mac, stella artois, samuel adams, sam adams beer, "
    "sam's club, russell stover, oscar mayer, jack daniels, fannie mae, freddie mac, sallie mae, "
    "jones new york, kate spade, liz claiborne, donna karan, "
    "christian dior, christian louboutin, christian science monitor, louis vuitton, marie claire, martha s vineyard, martha's vineyard, "
    "virginia slims, tom ford perfume, sony ericsson, bang & olufsen, jack russell, "
    "saint bernard, king charles spaniel, tom kai, tom yum, tom kha, bloody mary, harvey wallbanger, margarita night, "
    "shirley temple, arnold palmer, rob roy, old tom gin, "
    # sayings and people of nobody
    "john doe, jane doe, joe blow, joe schmo, average joe, joe six pack, joe sixpack, joe public, plain jane, gi joe, g.i. joe, gi jane, "
    "g.i. jane, peeping tom, tom dick and harry, every tom, debbie downer, negative nancy, chatty cathy, smart alec, smart alex, "
    "jack of all, jack shit, jack squat, jack hammer, jack frost, jack o lantern, jack o' lantern, jack o'lantern, jack and jill, "
    "bob's your uncle, bobs your uncle, for pete's sake, for pete s sake, rob peter to pay paul, heavens to betsy, great scott, "
    "johnny come lately, johnny on the spot, johnny law, lazy susan, susan b anthony dollar, keeping up with the joneses, "
    "murphy's law, uncle sam, uncle tom's cabin, aunt flo, nervous nellie, dear john letter, dear abby, "
    "miranda rights, amber alert, megan's law, megans law, jessica's law, laura's law, kendra's law, lou gehrig's, "
    "tommy john surgery, april fool, april fools, may day, june bug, "
    # characters, films, songs, bands, shows
    "james bond, jason bourne, jason voorhees, freddy krueger, harry potter, ron weasley, hermione granger, peter pan, "
    "peter parker, peter rabbit, tony stark, bruce wayne, clark kent, lois lane, lex luthor, luke skywalker, han solo, indiana jones, "
    "lara croft, jack sparrow, jack bauer, jack reacher, tom sawyer, huck finn, charlie bucket, "
    "charlie's angels, charlie s angels, charlie and the chocolate, charlie & the chocolate, charlie &amp; the chocolate, "
    "willy wonka, winnie the pooh, bob the builder, thomas the tank, dora the explorer, oscar the grouch, jack the ripper, "
    "alexander the great, ivan the terrible, vlad the impaler, dennis the menace, felix the cat, chad the bird, barney the dinosaur, "
    "clifford the big, buffy the vampire, sabrina the teenage, rudolph the red, alvin and the chipmunks, "
    "alvin & the chipmunks, josie and the pussycats, josie & the pussycats, katrina and the waves, florence and the machine, "
    "florence & the machine, florence + the machine, noah and the whale, noah & the whale, martha and the vandellas, hootie and the, "
    "joan of arc, joan of arcadia, noah's ark, noahs ark, adam and eve, adam & eve, cain and abel, adam's apple, david and goliath, "
    "lucy in the sky, lucy in disguise, i love lucy, michelle my belle, billie jean, sweet caroline, "
    "come on eileen, hey jude, hey there delilah, jessie's girl, my sharona, mustang sally, proud mary, "
    "benjamin button, forrest gump, jerry maguire, bridget jones, ferris bueller, erin brockovich, "
    "napoleon dynamite, billy elliot, billy madison, happy gilmore, annie hall, thelma and louise, thelma & louise, harry met sally, "
    "bonnie and clyde, bonnie & clyde, romeo and juliet, romeo & juliet, tom and jerry, tom & jerry, tom &amp; jerry, rick and morty, "
    "rick & morty, bill and ted, bill & ted, will and grace, will & grace, dharma and greg, lilo and stitch, lilo & stitch, "
    "hansel and gretel, stuart little, mary poppins, alice in wonderland, alice in chains, dorothy gale, anita blake, martha marcy may, "
    "marcy may marlene, martha marcy, may marlene, ice cold in alex, serving sara, driving miss daisy, rosemary's baby, carrie bradshaw, "
    "saving private ryan, being john malkovich, john wick, john mcclane, dirty harry, steve zissou, "
    "ricky bobby, ron burgundy, walter mitty, jesse pinkman, don draper, tony soprano, "
    "frasier crane, leslie knope, homer simpson, marge simpson, "
    "bob's burgers, bobs burgers, hank hill, eric cartman, elmer fudd, donald duck, daisy duck, roger rabbit, jessica rabbit, "
    "jack skellington, norman bates, norma desmond, sherlock holmes, nancy drew, hardy boys, oliver twist, "
    "jane eyre, anna karenina, emma woodhouse, dorian gray, holden caulfield, scott pilgrim, percy jackson, artemis fowl, "
    "katniss everdeen, bella swan, anastasia steele, grey's anatomy, veronica mars, dawson's creek, "
    "one tree hill, everybody loves raymond, everybody hates chris, malcolm in the middle, jane the virgin, "
    "judge judy, dr phil, dr. phil, dr oz, dr. oz, dr seuss, dr. seuss, dr who, dr. who, dr dre, dr. dre, dr evil, dr. evil, "
    "super mario, mario kart, mario land, mario party, mario bros, "
    "mario brothers, mario world, mario maker, mario odyssey, mario and luigi, mario & luigi, luigi's mansion, donkey kong, duke nukem, "
    "max payne, max headroom, mad max, phoenix wright, sonic and tails, duke blue devils, punxsutawney phil, star trek, star wars, star search, "
    "star fox, tiger woods foundation, the ghost and mrs. muir, the ghost and mrs muir, tell em steve dave, tell ' em steve dave, "
    "tell 'em steve dave, martin luther king jr day, martin luther king jr. day, martin luther king day, martin luther king, jr. day, "
    "mike and ike, mike & ike, sydney opera, paris saint, paris agreement, paris accord, chelsea fc, chelsea boots, "
    "hugo boss, hugo award, hugo awards, edgar award, caldecott, maltese falcon, victoria falls, lake victoria, victoria sponge, "
    "madison square, madison avenue, virginia woolf, virginia creeper, florence nightingale award, jordan almonds, hurricane katrina, "
    "hurricane harvey, hurricane sandy, hurricane irma, hurricane maria, hurricane ian, hurricane michael, hurricane andrew, hurricane "
    "irene, hurricane ida, hurricane matthew, hurricane florence, hurricane helene, hurricane laura, hurricane rita, hurricane isaac, "
    "tropical storm, george foreman grill, rosetta stone, sharon fruit, granny smith, bartlett pear, "
    "anthony's pizza, st elmo's, mary jane shoes, mary janes, teddy bear, teddy roosevelt island, betty boop, holly hobbie, "
    "judas priest, captain morgan rum, captain morgan and, captain morgan spiced, jim beam, charlie brown christmas, dave matthews band, steve miller band, charlie daniels band, barney miller"
    ", tony award, tony awards, tony winner, tony nominee, tony nomination, tony nominated, dave's hot chicken, wendy's drive, wendy's frosty, "
    "agent carter, agent mulder, agent scully, agent orange, judge dredd, captain kirk, captain picard, captain america, captain marvel, "
    "captain crunch, captain hook, captain ahab, captain obvious, captain planet, captain caveman, captain underpants, sister act, uncle fester, "
    "uncle vanya, father ted, father time, father christmas, father brown mysteries, father knows best, chief wahoo, brother cadfael, brother bear, "
    "sergeant pepper, sgt pepper, sgt. pepper, "
    # after a title, which may have a full stop
    "mr bean, mr robot, mr clean, mr potato, mr darcy, mr peanut, mr coffee, mr magoo, mr miyagi, mr spock, mr pibb, mr kipling, mr whippy, mr muscle, "
    "mr beast, mr monopoly, mr rochester, mr chips, mrs doubtfire, mrs dalloway, mrs maisel, mrs butterworth, mrs claus, mrs lovett, mrs potts, "
    "ms pac-man, ms pacman, ms marvel, dr frankenstein, dr jekyll, dr scholl, dr zhivago, dr strangelove, dr dolittle, dr teeth"
)


def _by_word(phrases: Iterable[str]) -> dict[str, tuple[tuple[int, str], ...]]:
    """For every word of every phrase: where in the phrase it begins, and the phrase."""
    out: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for phrase in phrases:
        for match in re.finditer(r"[a-z]+", phrase):
            out[match[0]].append((match.start(), phrase))
    return {word: tuple(places) for word, places in out.items()}


_KNOWN: Final = _by_word(
    form
    for phrase in _PHRASES.split(", ")
    for form in dict.fromkeys((phrase.strip(), re.sub(r"^(mrs?|ms|dr) ", r"\1. ", phrase.strip())))
    if form
)


def said_of_thing(cased: str, start: int, end: int) -> bool:
    """Whether the name at this range (its first word) is part of the name of a place, a firm, an award, a title or the like."""
    before, after = cased[max(0, start - 32) : start], cased[end : end + 48]
    first = cased[start:end].lower()
    if _TOWN_BEFORE.search(before) and not _STREET_BEFORE.search(before) and not _DOES.match(after):
        return True
    if after[:1] == " " and (
        _NAMED_AFTER.match(after)
        or (_WHERE.search(before) and _GROUNDS.match(after))
        or (_RUN.match(after) and _EVENT.search(before))
        or _AND_THE.match(after)
        or (_next(after) in _WITH_WORDS.get(first, ()))
    ):
        return True
    return (
        bool(_OF_SHOPS.match(after))
        or _in_its_way(first, before, after)
        or (bool(_OF_AN_ACT.search(before)) and after.startswith(" Act"))
        or known(cased, start, first)
    )


def _in_its_way(first: str, before: str, after: str) -> bool:
    """Roger of the radio and the Oscar of the film."""
    if first == "roger":
        return bool(_HEARD.match(after))
    return first == "oscar" and bool(
        _AWARD_AFTER.match(after) or (_AWARD_BEFORE.search(before) and not re.match(r" [A-Z]", after))
    )


def known(cased: str, start: int, first: str) -> bool:
    """Whether the word that begins here stands in a brand, a character's name, a title or a saying that everybody knows."""
    for offset, phrase in _KNOWN.get(first, ()):
        low = start - offset
        high = low + len(phrase)
        if low >= 0 and cased[low:high].lower().replace("’", "'") == phrase and not _inside(cased, low, high):
            return True
    return False


def _inside(cased: str, low: int, high: int) -> bool:
    """Whether the phrase is only a part of longer words."""
    return cased[low - 1 : low].isalnum() or (
        cased[high : high + 1].isalpha() and cased[high : high + 2].rstrip() != "s"
    )


def _next(after: str) -> str:
    match = re.match(r" {1,2}([A-Za-z]+)", after)
    return match[1].lower() if match else ""


def crossing(cased: str, end: int) -> bool:
    """Whether a street is told: "Kennedy & 275"."""
    after = cased[end : end + 24]
    return bool(_CROSSING.match(after) or _NAMED_AFTER.match(cased[end : end + 48]))


def verb(word: str) -> bool:
    """Whether a word with a capital after a name is no surname but goes on with the sentence, as in a headline."""
    return word.lower() in _VERBS


def called_so(cased: str, start: int) -> bool:
    """Whether the name introduced here is that of an animal, a site, a band or another thing: "a website called ..."."""
    before = cased[max(0, start - 60) : start].rstrip(" ,")
    return bool(
        _THING_CALLED.search(before.lower())
        or (before.endswith(("name is", "name's", "named", "called")) and _PET.search(before.lower()))
    )
