"""Passages in another language: the language reveals, so a passage is withheld whole; the investigator paraphrases it in English.

Told by script (a run of Cyrillic, Arabic, Chinese ... letters), by the small words that every sentence of a language is built of, or by its
letters (`detector`), where there is a sign of another language and hardly an English word. A
foreign word or two inside an English sentence ("gracias", "deja vu", a dish, a name) is no passage. Passages begin and end with a sentence
or a quotation.

Words that English has too are in no list. What this cannot tell (three words of a language without small words, a language that
is not listed here) is left to the reviewer.
"""

import re
from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence
from typing import Final

from vetting.redaction.detector import other_than_english
from vetting.redaction.normalise import View
from vetting.redaction.site import bag

_SMALL_WORDS: Final = {
    "es": bag(
        "el los las una unos unas del que es esta estan este esto esa ese eso soy eres somos fue era ser estoy tengo "
        "tiene tienen "
        "tenemos hay muy pero como porque cuando donde quien para por con sin sobre entre hasta desde mi tu su mis tus "
        "sus nos les se "
        "lo le yo ella ellos nosotros ustedes usted ya tambien mas menos bien todo todos toda nada nunca siempre ahora "
        "hoy ayer aqui asi "
        "si y o ni al de la en un te mucho mucha gente dios quiero puede hacer hace voy va vamos gracias hijo hija "
        "hermano madre padre "
        "me a no gusta dormir casa trabajo dinero amigo amigos feliz noche dia manana vida amor verdad cosa cosas estas "
        "eran"
    ),
    "pt": bag(
        "os uma uns umas do da dos das em no na nos nas que nao e eh sou voce voces ele ela eles nos meu minha seu sua "
        "com sem para por "
        "mais mas muito tambem quando onde como porque esta estou tem tenho foi ser isso isto aqui hoje sempre nunca "
        "gente tudo bem ja um de o me a as"
    ),
    "fr": bag(
        "le les des du un une et est sont suis es je tu il elle nous vous ils elles ce cette ces mon ma mes ton ta tes "
        "son sa ses notre votre "
        "qui que quoi ou dans sur avec sans pour par pas ne plus moins tres bien mais donc parce quand comme tout tous "
        "toute rien jamais toujours "
        "aussi ici c'est j'ai qu'il n'est d'un aux au de la en y leur leurs fait faire etre avoir avait ont me a on"
    ),
    "it": bag(
        "il lo gli una uno di del della dei delle degli da dal nel nella che chi non e sono sei siamo sta sto ho hai ha "
        "abbiamo hanno mio mia "
        "tuo tua suo sua nostro questo questa quello quella con senza per tra piu molto anche ma perche quando dove come "
        "tutto tutti niente mai "
        "sempre oggi cosa fare essere bene al alla ai un la le i si ci me a no"
    ),
    "de": bag(
        "der das den dem des ein eine einen einem einer und oder aber ist sind bin bist ich du er sie wir ihr mich mir "
        "dich dir uns euch mein "
        "meine dein sein seine unser nicht kein keine auf aus bei mit nach von zu zum zur fur uber unter wenn weil dass "
        "wie wo wer was auch noch "
        "nur schon sehr mehr immer nie hier heute jetzt haben hat habe wird werden kann im am es"
    ),
    "pl": bag(
        "jest sie nie na do ze ale jak co czy dla tak tylko juz jego jej ich moj moja mnie ciebie byl byla bylo sa jestem "
        "jestes ma mam bardzo "
        "tego tym ktory ktora przez przed po od za przy wszystko zawsze nigdy dzisiaj gdzie kiedy bo tu i w z o"
    ),
    "ht": bag(
        "mwen ou li nou yo nan ki pa se te ap pou ak sa gen fe di kon konsa men tou anpil moun pitit lakay mesi bondye "
        "ayiti kote kisa poukisa "
        "jodi kounye toujou janm"
    ),
    "nl": bag(
        "het een van niet ik je dat zijn maar ook wat voor met mijn jouw hun deze dit wel geen nog naar uit heb heeft "
        "hebben wordt waar waarom "
        "altijd nooit vandaag iets niets alles omdat en de die er te"
    ),
    "sv": bag(
        "och jag ar det inte som pa med har kan vi ni dig mig min din sa nar hur vad var detta den ska skulle bara aldrig "
        "alltid idag "
        "ikke jeg er og til af hvad hvor hvorfor meg deg vil blir mye veldig meget ogsa eller fra ett en de om"
    ),
    "tr": bag(
        "bir ve bu cok degil icin ben sen biz siz onlar gibi ama var yok daha ne nasil neden nerede kim bugun simdi her "
        "hic mi mu da de ile kadar"
    ),
    "id": bag(
        "yang dan di ini itu tidak saya aku kamu kita mereka untuk dengan dari ada akan sudah belum bisa juga karena "
        "kalau sangat lagi apa siapa ke"
    ),
    "ro": bag(
        "este sunt nu si cu din pentru care mai foarte eu tu el ea noi voi ce cum unde cand acum astazi totdeauna "
        "niciodata imi iti in la pe un o"
    ),
    "sq": bag(
        "eshte jam jemi une ti ai ajo ne ju ata dhe ose por nuk nga per me pa ne te ka kam duhet shume mire sot "
        "gjithmone kurre ku pse"
    ),
    "vi": bag(
        "toi la cua va khong nguoi mot nhung trong duoc cho voi nay da se co cac chung minh ban rat cung nhu khi"
    ),
    "tl": bag(
        "ang ng mga sa ako ikaw siya kami tayo kayo sila ko mo niya namin natin ito iyan hindi oo ay na pa lang din rin "
        "naman kasi para"
    ),
}  # fmt: skip
# English words, so that a word which two languages share decides nothing.
_ENGLISH: Final = bag(
    "the a an and or but if i you he she it we they me him her us them my your his its our their this that these "
    "those is am are was "
    "were be been do does did have has had will would can could should not no yes of to in on at by for from with "
    "about as so than "
    "then there here what who when where why how all any some one two more most just like get got go out up down over "
    "into after "
    "before because very too also only now don't can't i'm it's that's im dont cant u ur lol people time day good bad "
    "new love life "
    "really think know want need said make see come back even still never always because much many man woman old "
    "right way thing things"
)
_AMBIGUOUS: Final = bag(
    "a i o e y u me no so on an in as at is am us do to die was war man hat den des son sin con para come dove due "
    "fare per more ha "
    "ai al el la le les de da di du un una te se si ma mi my ti tu ta es en em et est ou or are des sa sera si pa ap "
    "li na po co do by "
    "ich ni ne ya va vu nan ka ko mo ay ng ju ki all fe me men moral mine ten son sons tan plus pas sur que tout dos "
    "os das nos lo les "
    "voy ve var er den kim har pa ar om en te de van je wat met wel die ben bu sen ve ne biz mu ke di dan ada apa cu "
    "din care tu el nu si imi ve ho sei sia sono sta chi ci lang pour par dans avec bien hay era todo ser ese esa "
    "este eso per gen rat ban trong do for kan "
    "sot at voi toi khi nay cho co cac la mot da se com mas um ja pero como por mis gente fait leur votre fur zum im "
    "am es ist mit der das ein "
    "wie wo wer auf von aus bei nach hier nur mein dein sein tym tak ale jest sie nie jak czy dla ze od za sa mam ma "
    "i w z o"
)
SIGNS: Final = frozenset().union(*_SMALL_WORDS.values()) - _ENGLISH
"""Words of which some stand in every passage of the languages told by words."""
_LANGUAGES: Final = {code: words - _ENGLISH for code, words in _SMALL_WORDS.items()}
_ONLY_ENGLISH: Final = (_ENGLISH - frozenset().union(*_SMALL_WORDS.values())) | bag(
    "give gives gave hell read book whole wants wanted dig till until tell told said says ask asked found find feels felt keep kept left "
    "let put take took taken going gone getting doing being having been live lives lived dead game games team play played watch watching week "
    "year years month days today tonight tomorrow yesterday morning night again ever yet around away off under through while each every other "
    "another both few own same such those great little big small long last first next best better worst bad sure happy sad girl boy kids "
    "friend friends house home school work working job money food car dog cat please thanks thank sorry yeah okay hey hello"
)
_FEW: Final = 0.15
_TELLING: Final = SIGNS - bag("co com ve care men til jam")
"""Without one of these no passage is looked at: an address ends in "com", and "I've" is two words here."""
_ACCENTED: Final = re.compile("[\u00c0-\u024f\u1e00-\u1eff]")
_LEAST_WORDS: Final = 4
_SHARE: Final = 0.3
_PASSAGE: Final = re.compile(r"[^.!?;\n\"“”«»()\[\]|]+[.!?]*")
_WORD: Final = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?")
_NO_WORDS: Final = re.compile(r"https?:\S*|[@#]\w+|\w+\.\w+/\S*|\brt(?= @)|\w*\d\w*")
"""What looks like words and is of no language: addresses, handles, tags, codes."""
_ALPHABETS: Final = re.compile(
    "(?:[\u0370-\u03ff\u1f00-\u1fff]{2,}|[\u0400-\u052f]{2,}|[\u0530-\u058f]{2,}|[\u0590-\u05ff]{2,}|[\u0600-\u06ff\u0750-\u077f]{2,}|"
    "[\u0900-\u0dff]{2,}|[\u0e00-\u0eff]{2,}|[\u1000-\u109f]{2,}|[\u10a0-\u10ff]{2,}|[\u1200-\u137f]{2,}|[\u1780-\u17ff]{2,}|"
    "[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\uac00-\ud7af]+)"
)
_OTHER_SCRIPT: Final = re.compile("[\u0370-\u1fff\u3040-\u9fff\uac00-\ud7af\uf900-\ufaff]")
"""Every letter of those alphabets, and some more: to tell quickly that there is none."""
_LINK: Final = re.compile(r"[\s\d.,;:!?¿¡'\"«»“”()\-–—،؟。、！？「」・~…]{0,12}")
_LEAST_LETTERS: Final = 8
_LEAST_SIGNS_OF_CHINESE: Final = 4
_DENSE: Final = re.compile("[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\uac00-\ud7af]")


def find(view: View, text: str, words: Sequence[str], signs: Collection[str]) -> Iterator[tuple[int, int, float, str]]:
    """Ranges of the view that are passages in another language, with score and rule.

    `words` are the words of the view, `signs` those words of it that are in `SIGNS` (perhaps with others).
    """
    if not text.isascii():
        yield from _by_script(view, text)
    if len(words) < _LEAST_WORDS:
        return
    accented = not text.isascii() and _ACCENTED.search(text)
    if accented or not _TELLING.isdisjoint(signs) or _ONLY_ENGLISH.isdisjoint(words):
        yield from _by_words(view)


def _by_words(view: View) -> Iterator[tuple[int, int, float, str]]:
    for match in _PASSAGE.finditer(view.folded):
        passage = match[0]
        if passage.count(" ") < _LEAST_WORDS - 1:
            continue
        words = _WORD.findall(_NO_WORDS.sub(" ", passage))
        if len(words) < _LEAST_WORDS:
            continue
        told = sum(word in SIGNS for word in words)
        rule = "language.words" if told >= max(2, _SHARE * len(words)) and _foreign(words) else ""
        if not rule and _may_be_foreign(words, passage, told) and other_than_english(words):
            rule = "language.letters"
        if rule:
            start = match.start() + len(passage) - len(passage.lstrip())
            yield start, match.start() + len(passage.rstrip()), 0.75, rule


def _may_be_foreign(words: list[str], passage: str, told: int) -> bool:
    """Whether there is a sign of another language and hardly a word of English alone, or no English word at all."""
    if told or not passage.isascii():
        return sum(word in _ONLY_ENGLISH for word in words) <= _FEW * len(words)
    return len(words) > _LEAST_WORDS and _ONLY_ENGLISH.isdisjoint(words)


def _foreign(words: list[str]) -> bool:
    for code, known in _LANGUAGES.items():
        english = sum(word in _ENGLISH and word not in _SMALL_WORDS[code] for word in words)
        told = [word for word in words if word in known]
        if (
            len(told) >= max(2, _SHARE * len(words))
            and len(told) > 2 * english
            and len(set(told)) >= 2
            and (any(word not in _AMBIGUOUS for word in told))
        ):
            return True
    return False


def _by_script(view: View, text: str) -> Iterator[tuple[int, int, float, str]]:
    """Runs of letters of another script in the original, as ranges of the view; a letter or a short word is none."""
    if not _OTHER_SCRIPT.search(text):
        return
    run: list[re.Match[str]] = []
    for match in (*_ALPHABETS.finditer(text), None):
        if match and run and _LINK.fullmatch(text, run[-1].end(), match.start()):
            run.append(match)
            continue
        if run and _is_passage(run):
            yield from _placed(view, run[0].start(), run[-1].end())
        run = [match] if match else []


def _is_passage(run: list[re.Match[str]]) -> bool:
    letters = sum(m.end() - m.start() for m in run)
    return letters >= (_LEAST_SIGNS_OF_CHINESE if _DENSE.match(run[0][0]) else _LEAST_LETTERS)


def _placed(view: View, start: int, end: int) -> Iterator[tuple[int, int, float, str]]:
    origins = view.origins()
    if origins is None:
        return
    low, high = (bisect_left(origins[0], place) for place in (start, end))
    if high > low:
        yield low, high, 0.85, "language.script"
