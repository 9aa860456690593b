"""Peoples, nationalities, languages and countries, derived from Babel's territory and language data.

Only what English spelling rules cannot derive is typed in (`_IRREGULAR`, by territory code). A derived form that nobody uses does no harm;
a derived form that is another English word is listed in `_OTHER_WORDS` and left to a rule that asks for context.
"""

import re
from functools import lru_cache
from typing import Final

import babel
from babel import Locale
from babel.core import get_global


def _list(text: str) -> tuple[str, ...]:
    """The entries of a list written with commas."""
    return tuple(entry.strip() for entry in text.split(",") if entry.strip())


def _table(text: str) -> dict[str, tuple[str, ...]]:
    """Rows of a code and a list, parted by semicolons."""
    rows = (row.strip().partition(" ") for row in text.split(";"))
    return {code: _list(rest) for code, _, rest in rows}


# Demonyms that no spelling rule gives, by territory code.
_IRREGULAR: Final = _table("""
    AE emirati; AF afghan, afghani; AR argentine, argentinian, argentinean; BA bosnian, herzegovinian;
    BB barbadian, bajan; BD bangladeshi, bengali; BE belgian; BF burkinabe; BH bahraini; BJ beninese; BT bhutanese;
    BW motswana, batswana; BZ belizean, belizian; CA canadian; CD congolese; CH swiss; CI ivorian; CM cameroonian;
    CN chinese, chinaman; CR costa rican; CU cuban; CV cape verdean; CY cypriot; CZ czech; DE german;
    DJ djiboutian; DK danish, dane; DM dominican; DO dominican; EC ecuadorian, ecuadorean; EG egyptian;
    ES spanish, spaniard; FI finnish, finn; FR french, frenchman, frenchwoman, frenchie;
    GB british, briton, brit, english, englishman, englishwoman, scottish, scotsman, scot, welsh, welshman, scouser;
    GG guernseyman; GH ghanaian; GL greenlander, greenlandic; GR greek; GT guatemalan; GU guamanian; GY guyanese;
    HK hong konger, hongkonger; HN honduran; HR croatian, croat; IE irish, irishman, irishwoman; IL israeli;
    IM manxman; IQ iraqi; IS icelandic, icelander; JE jerseyman; JP japanese; KH cambodian, khmer; KP north korean;
    KR south korean, korean; KW kuwaiti; KZ kazakh, kazakhstani; LA laotian; LB lebanese; LS basotho, mosotho;
    LT lithuanian; LU luxembourger, luxembourgish; MC monegasque; MG malagasy; MK macedonian; MM burmese;
    MT maltese; MX mexican; NE nigerien; NL dutch, dutchman, dutchwoman; NO norwegian; NP nepalese, nepali;
    NZ new zealander; OM omani; PA panamanian; PE peruvian; PH filipino, filipina, pinoy, philippine; PK pakistani;
    PL pole; PR puerto rican, boricua, nuyorican; PS palestinian; PT portuguese; PY paraguayan; QA qatari;
    RS serbian, serb; SA saudi, saudi arabian; SE swedish, swede; SI slovenian, slovene; SK slovak, slovakian;
    SL sierra leonean; SM sammarinese; SN senegalese; SR surinamese; SV salvadoran, salvadorean, salvadorian;
    TH thai; TJ tajik; TM turkmen; TR turkish, turk; TT trinidadian, tobagonian, trini; TW taiwanese; UY uruguayan;
    UZ uzbek; VN vietnamese; XK kosovar; YE yemeni, yemenite; ZA south african
""")
# Peoples and regions that are no territory.
_PEOPLES: Final = _list("""
    arab, persian, kurd, slav, balkan, scandinavian, caribbean, latin american, central american, south american,
    north african, west african, east african, african, european, eastern european, western european,
    southeast asian, south asian, east asian, middle eastern, middle easterner, west indian, pacific islander,
    soviet, yugoslav, tibetan, chechen, basque, catalan, sicilian, bavarian, punjabi, gujarati, bengali, tamil,
    sinhalese, pashtun, uyghur, hmong, hawaiian, iberian, siberian, eurasian, anglo saxon, creole, cajun, romani,
    bedouin, berber, assyrian, chaldean, han chinese, yoruba, hausa, somali, swahili, zulu, tatar, crimean,
    ashkenazi, sephardic, mizrahi, nordic, oceanian, anglo, levantine, chicano
""")
# Which Americans: these before "american".
_AMERICANS: Final = _list("""
    african, asian, italian, irish, mexican, chinese, japanese, korean, cuban, polish, german, native, arab,
    indian, filipino, vietnamese, latin, greek, jewish, muslim, haitian, jamaican, lebanese, hispanic, caribbean,
    palestinian, black, white, european
""")
# Derived words and names of languages that are other words too, or nobody's.
_OTHER_WORDS: Final = frozenset(
    _list("""
    akkadian, alabama, american, basic, blissymbols, brit, cherokee, cheyenne, dakota, delaware, embu, english,
    esperanto, fang, finn, georgian, german shepherd, gothic, hittite, hupa, interlingua, interlingue, kangri,
    klingon, koro, kotava, krio, lamba, latin, lojban, lombard, maba, manx, meru, mohawk, mongo, multiple, nama,
    nias, novial, pali, picard, pole, polish, romansh, rombo, sanskrit, scot, scots, sena, seneca, serer, seri,
    shan, slave, soga, sumerian, susu, taita, teso, tokelau, turk, unknown, volapuk
""")
)
_SKIP: Final = frozenset(
    _list("AC, AQ, BV, CP, CQ, CX, DG, EA, EU, EZ, GS, HM, IC, IO, QO, SJ, TA, TF, UM, UN, US, XA, XB, ZZ")
)
# Countries whose name is another word or a person's name.
_HOMONYMS: Final = frozenset(
    _list(
        "chad, china, cuba, dominica, georgia, guinea, jersey, jordan, mali, malta, monaco, niger, panama, togo, turkey"
    )
)
_AMBIGUOUS: Final = _list("""
    polish, pole, georgian, cherokee, mohawk, seneca, dakota, finn, turk, brit, scot, scots, english, american,
    latin, cheyenne
""")
_MORE_COUNTRIES: Final = _list("""
    england, scotland, wales, northern ireland, britain, great britain, uk, holland, czech republic, ivory coast,
    palestine, congo, burma, africa, europe, asia, south america, central america, latin america, the middle east,
    middle east, kurdistan, tibet, soviet union, yugoslavia, hong kong, korea, west africa, east africa,
    north africa, eastern europe, the caribbean, caribbean, bosnia
""")


# Cities abroad that are other words or names of people, and zones that are no city.
_NOT_CITIES: Final = frozenset(
    _list("""
    christmas, easter, oral, stanley, norfolk, chatham, darwin, salta, lindeman, wallis, cocos, canary, kanton, macquarie, lord howe,
    hovd, eucla, broken hill, thule, cayman, jersey, guernsey, isle of man, chagos, gambier, johnston, vatican, south georgia, efate
""")
)


def _cities() -> set[str]:
    """Cities outside the United States and Canada that give a time zone its name."""
    named = {
        zone.rpartition("/")[2].replace("_", " ").lower()
        for zone, territory in get_global("zone_territories").items()
        if territory not in {"US", "CA", "UM", "AQ", "ZZ", "001"} and "/" in zone
    }
    return named - _NOT_CITIES


def _derived(name: str) -> tuple[str, ...]:
    """Demonyms of a one-word country name by spelling rules, in lower case."""
    word = name.lower()
    for ending, made in (
        ("stan", (word[:-4], word[:-4] + "istani", word + "i")),
        ("ia", (word + "n",)),
        ("a", (word + "n",)),
        ("y", (word[:-1] + "ian",)),
        ("land", (word + "er", word[:-4] + "ish", word + "ic")),
        ("i", (word + "an", word[:-1] + "ian")),
        ("o", (word[:-1] + "an", word + "an", word + "lese")),
        ("e", (word + "an", word[:-1] + "ian")),
        ("s", (word[:-1] + "n", word[:-1] + "an", word[:-2] + "ian", word + "ian")),
        ("u", (word + "an", word[:-1] + "uvian")),
    ):
        if word.endswith(ending):
            return made
    return (word + "ian", word + "ean", word + "ese", word + "an", word + "i")


@lru_cache(maxsize=1)
def _tables() -> dict[str, tuple[str, ...]]:
    locale = Locale("en")
    demonyms: set[str] = set(_PEOPLES)
    countries: set[str] = set()
    for code, name in locale.territories.items():
        if len(code) != 2 or code in _SKIP:
            continue
        plain = re.sub(r" SAR China|\(.*?\)", "", str(name)).strip().lower()
        parts = [p.strip() for p in plain.split(" & ")]
        countries.update([plain, *parts] if len(parts) > 1 else [plain])
        if code in _IRREGULAR:
            demonyms.update(_IRREGULAR[code])
        elif " " not in plain and plain.isalpha():
            demonyms.update(_derived(plain))
    countries.update(_MORE_COUNTRIES)
    languages = {
        str(n).lower() for n in locale.languages.values() if re.fullmatch(r"[A-Za-z]{5,}", str(n))
    } - _OTHER_WORDS
    demonyms = {d for d in demonyms if len(d) > 3 and d not in _OTHER_WORDS}
    return {
        "demonyms": tuple(sorted(demonyms)),
        "peoples": tuple(sorted(languages - demonyms)),
        "languages": tuple(
            sorted(languages | {"english", "mandarin", "farsi", "creole", "patois", "gaelic", "spanglish", "latin"})
        ),
        "countries": tuple(sorted(countries - _HOMONYMS - {"us", "united states", "guernsey"})),
        "homonyms": tuple(sorted(_HOMONYMS)),
        "cities": tuple(sorted(_cities() - countries - _HOMONYMS)),
        "americans": tuple(f"{a} american" for a in _AMERICANS),
        "ambiguous": _AMBIGUOUS,
    }


def terms(name: str) -> tuple[str, ...]:
    """A derived list by name: demonyms, peoples, languages, countries, cities, homonyms, americans, ambiguous. Raises: KeyError."""
    return _tables()[name]


def fingerprint() -> list[str]:
    """What the derived lists depend on outside our own files, for the lexicon's digest."""
    return [babel.__version__, *(w for part in sorted(_tables()) for w in _tables()[part])]
