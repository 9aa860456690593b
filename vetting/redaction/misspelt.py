"""Soft misspellings of long terms: made in advance, so that a text is only asked whether one of its words is among them.

Of every term that is one long word: one pair of letters swapped, one letter dropped, one doubled, one vowel wrong; never the first letter.
A spelling that is itself a word of the lexicon, or an ordinary English word, is left out. Terms of fewer letters have no soft
misspellings: too many of them are other words.
"""

from collections.abc import Iterable
from typing import Final

from vetting.redaction.site import bag

_LONG: Final = 7
_LONG_ENOUGH_TO_DOUBLE: Final = 5
_VOWELS: Final = "aeiou"
_DOUBLED: Final = frozenset("ynkmtrghdbci")
_ENDINGS: Final = frozenset("sdry")
"""A word without one of these at its end is another form, not a slip."""
_NOT_DOUBLED: Final = frozenset("slopt")
"""Last letters that a doubled one would make another word of."""
# Ordinary words that are one slip away from a term.
_REAL_WORDS: Final = bag(
    "adapted adapter adapting adaption adaptive addition additions adieu alright apportion ballet ballets batches "
    "bother bothers bretton britton "
    "chaplin christina coders concert concerts covert coverts deadlock deadlocks decent descant dominic evited finish "
    "finishes finished fiend "
    "georgi granada grenade grenades herrero hungry libera marion maries marinas marred martial minster morons paren "
    "parens parter patents "
    "paying perishes perish preyer quakes redone refuge refuges reskin reskins retied retried retries romans runion "
    "bengal bengals scott "
    "solder solders spacer spacers tiddler travelers triples triplets trott kidd mann ladd dobb dadd emilia santai "
    "xenial warray iberia "
    "domenica rajasthan gujarat livonia kashmir madras makassar unite untied causal casual conservation countess "
    "county friary stewed "
    "parade parades minister ministers muslin mission missions "
    "mozzies pocketed pocketing cummies "
    "adders aromatic backer baling binders blenders blocker blockers bolding botches breasted brahma buttered canvas chines clickable "
    "colores commis crocker deadlocked departing depress faring flames foreman freedman harder insolent invitee layman mannish maracas "
    "masques mediated mediation mediations migrate migrates migrated migrating millennia naives netters premise premises pristine prying "
    "quadruples rupture ruptured saline salesman senders seward singers singular stemming steele sunders sutter tanner tidies wookie "
    "packet packets invite invites invited inviting stemmer stokes stroked concession concessions marquess monterey cantos traces treats "
    "betterer newbern nonblock manish halley cristina georgina bashir hermes schwartz dddd kkkk hilary cousens freedmen barring starring "
    "charming changing charger dancers lancer counseled adaption adaptive abase abuzz lupine lumpier wander yonder ponder "
    "ablest aspirate banding barbers berthing bettered bettering bidden biding binging binning bitterer blandness blondness boozes "
    "broths brutish buttering cabanas cadgers canters canvasing carvings colonizes concerti concerto conformation conveys corpora "
    "cracks crotches crucifies daring defies deifies departed diluted dioxin ditches drifted emirate ethically ethics expatiate "
    "expatiates fating festered fogging freemen genies gentles gorges hankies hobbies humanest incomes indigent indigents indued "
    "induing ingrain invades irises jiggers laddies lathing laymen leftest linemen madrasas marring midges monies musses naturalist "
    "naturalists niggle niggles ninnies overdoes oversees panhandles payees pediatrist personage personages pissing pockets preying "
    "proscribed protestor protestors psyches psychs pusses quines retorted retorts reunions revered rightest righting roofed ruffian "
    "ruination schemer sciatic scoots sedation shlock slipper slippers sloven slovens soldering sottish souses stains stroking "
    "suctioned tacking tanners ticking toddies toddles waning wadding warship warships wobbles "
    "brownies leaves resistor levers obedient moneys ballad walkway repping repped convos puttin faeries firings bittering shiner chicane bumpin famers sparging "
    "crimea siberia scandinavia europa americas businessmen persia prussia russias oceania eurasia "
    "sappers seeder congresses bobblehead bobbleheads parters penses heparin simming kungfu cathedra manilla deadhead deadheads rammstein pommes "
    "canadiens backfoot churchs lagless teddies maltose chicanes britt statens chacha mossies chicha foremen shiners scotts blissed pooter "
    "guarana republica bimmers lesean crapple facture pussing alegria mathers shites gillie meanin mangia granda cholla snipper "
    "blondies bibble gropers adduction horders conent firman choppah poolish hokies yeungling unmaking solera strokers maicon inulin saders unlived bahama "
    "unmediated nutt hemland premis deporte deportes terreno concreta marcas crimen reuniones miente magina chollo "
    "bermudas canadia wonderbar bighead bigheads baggers bagger puppies"
)


def spellings(word: str) -> set[str]:
    """Spellings of a word that are one slip away from it."""
    made: set[str] = set()
    last = len(word) - 1
    for at in range(1, last + 1):
        head, char, tail = word[:at], word[at], word[at + 1 :]
        if at < last:
            made.update((f"{head}{tail[0]}{char}{tail[1:]}", head + tail, f"{head}{char}{char}{tail}"))
        else:
            if char not in _ENDINGS:
                made.add(head)
            if char not in _NOT_DOUBLED:
                made.add(word + char)
        if char in _VOWELS:
            made.update([f"{head}{other}{tail}" for other in _VOWELS])
    made.discard(word)
    return made


def corrections(terms: Iterable[str], vocabulary: frozenset[str]) -> dict[str, str]:
    """From each misspelling to the term it stands for; `terms` are single words."""
    out: dict[str, str] = {}
    others = vocabulary | _REAL_WORDS
    for term in sorted(terms, key=lambda t: (-len(t), t)):
        made: set[str] = set()
        if len(term) >= _LONG and term.isascii() and term.isalpha():
            made = spellings(term)
        elif len(term) > 2 and term.isascii() and term.isalpha():
            made = {term + term[-1]} if term[-1] in _DOUBLED else set()
            if len(term) >= _LONG_ENOUGH_TO_DOUBLE:
                made.update(term[:i] + term[i - 1 :] for i in range(2, len(term)))
        out.update(dict.fromkeys(made - others, term))
    return out
