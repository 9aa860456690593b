"""Attempts to get a protected class or an identity past the leak check, into a text that would be sealed (law 7)."""

import unicodedata

import pytest

from schemas.leak import Identifiers, LeakKind
from vetting.validation.leakcheck import leak_check, leak_check_summary
from vetting.validation.leaklexicon import lexicon

pytestmark = [pytest.mark.attacks("filter_protected_classes"), pytest.mark.attacks("leak_check")]

NOBODY = Identifiers()
CASE = Identifiers(names=("Testperson Nemo Quillfeather",), handles=("quill_feather_77",), places=("Nowherebury",))

BY_CLASS = {
    "race": "a black woman|some white guy|Latina and proud|they are African-American",
    "hair": "my dreadlocks|cornrows look",
    "national origin": "two Mexicans|a Haitian neighbor|her Somali cousin|born in Lagos: I was born in Lagos",
    "citizenship": "waiting for a green card|DACA recipient|undocumented",
    "religion": "devout Catholic|Muslims|the mosque|Psalm 23:4: psalm 23:4|I'm a Christian|Eid Mubarak everyone",
    "age": "I'm 42|25F|class of '09|14-year-old boy|my grandmother|turned 40: I just turned 40|a millennial",
    "sex": "he did it|as a woman|male, applied",
    "pregnancy": "pregnant again|my miscarriage|third trimester",
    "gender identity": "a transgender friend|nonbinary|trans rights",
    "sexual orientation": "gay|lesbians|came out as bi|LGBTQ",
    "marital and family": "my wife|ex-husband|got divorced|my two kids: my kids|boyfriend",
    "disability": "in a wheelchair|my PTSD|has epilepsy|bipolar|dyslexic|on Zoloft|deaf person",
    "hiv": "HIV positive|has AIDS",
    "genetic": "BRCA carrier|sickle-cell",
    "military": "served in the army|Marine Corps|a combat veteran|USMC",
    "victim": "a rape survivor|domestic violence victim|abusive relationship",
    "record": "record was expunged|youthful offender",
    "union": "shop steward|union dues|Teamsters",
    "politics": "voted for Trump|a lifelong Republican|MAGA",
    "hardship": "was homeless|filed for bankruptcy|food stamps",
    "cannabis": "medical marijuana card",
    "revealing platform": "on Grindr|JDate",
}


@pytest.mark.parametrize("text", [t for texts in BY_CLASS.values() for t in texts.split("|")])
def test_residual_class_word_is_found(text: str) -> None:
    leaks = leak_check(f"They wrote: {text} and left.", identifiers=NOBODY)
    assert {leak.kind for leak in leaks} & {LeakKind.CLASS_TERM, LeakKind.GENDERED}


LEET = str.maketrans("aeiost", "431057")
CYRILLIC = str.maketrans("aeopcxy", "аеорсху")
DISGUISES = {
    "capitals": str.upper,
    "leet": lambda w: w.translate(LEET),
    "look-alikes": lambda w: w.translate(CYRILLIC),
    "zero-width": "\u200b".join,
    "soft hyphens": "\u00ad".join,
    "combining marks": lambda w: "\u0336".join(w) + "\u0336",
    "accents": lambda w: unicodedata.normalize("NFC", "\u0301".join(w)),
    "letters apart": " ".join,
    "dotted": ".".join,
    "repeated": lambda w: w[:2] + w[2] * 4 + w[3:],
    "wide": lambda w: "".join(chr(ord(c) + 0xFEE0) for c in w),
    "mathematical": lambda w: "".join(chr(0x1D41A + ord(c) - 97) for c in w),
    "boxed": lambda w: "".join(chr(0x1F170 + ord(c) - 97) for c in w),
    "in one word": lambda w: "Proud" + w.capitalize() + "Person",
    "hashtag": lambda w: f"#so{w}today",
    "underscored": lambda w: f"_{w}_",
}
WORDS = [
    "muslim",
    "lesbian",
    "pregnant",
    "catholic",
    "republican",
    "bipolar",
    "immigrant",
    "atheist",
    "divorced",
    "transgender",
]


@pytest.mark.parametrize("disguise", DISGUISES)
@pytest.mark.parametrize("word", WORDS)
def test_disguised_class_word_is_found(word: str, disguise: str) -> None:
    hidden = DISGUISES[disguise](word)
    assert leak_check(f"well {hidden} then", identifiers=NOBODY), disguise


@pytest.mark.parametrize("disguise", [d for d in DISGUISES if d != "in one word"])
@pytest.mark.parametrize("word", ["quillfeather", "nowherebury"])
def test_disguised_identifier_is_found(word: str, disguise: str) -> None:
    hidden = DISGUISES[disguise](word)
    assert leak_check(f"well {hidden} then", identifiers=CASE), disguise


@pytest.mark.parametrize(
    "text",
    [
        "N. Quillfeather",
        "T.N. Quillfeather",
        "Quillfeather, Testperson",
        "TQuillfeather",
        "nemoquillfeather",
        "quill feather 77",
        "QuillFeather77",
        "@quill_feather_77@other.example",
        "quill_feather_77.jpg",
        "https://x.example/u/quill_feather_77",
        "the Nowherebury-based candidate",
    ],
)
def test_identity_in_another_form_is_found(text: str) -> None:
    assert leak_check(text, identifiers=CASE)


@pytest.mark.attacks("silent_marks")
@pytest.mark.parametrize(
    "text",
    [
        "went to [religion]",
        "went to [REMOVED]",
        "went to [removed: faith]",
        "went to [removed]ish",
        "went to [removed] [removed] [removed]",
        "went to ██████",
        "went to ████ ██",
        "went to [5 words removed]",
        "went to <PC_RELIGION>",
        "went to [PERSON_1]",
        "went to ***** yesterday",
        "went to [ ]",
    ],
)
def test_mark_that_tells_something_is_found(text: str) -> None:
    leaks = leak_check_summary([("narrative", text)], identifiers=NOBODY)
    assert LeakKind.MARK in {leak.kind for leak in leaks}


def test_leak_inside_the_mark_does_not_hide_one_beside_it() -> None:
    assert leak_check("[removed] Muslim [removed]", identifiers=NOBODY)


def test_class_word_inside_a_harmless_phrase_does_not_free_the_next_one() -> None:
    text = "the Italian restaurant of two Italians"
    leaks = leak_check(text, identifiers=NOBODY)
    assert [text[leak.start : leak.end] for leak in leaks] == ["Italians"]


def test_every_listed_term_is_found_by_itself() -> None:
    lists = lexicon().lists
    allowed = set(lists.allowed)
    missed = [
        term
        for group in (*lists.terms.values(), *lists.acronyms.values(), lists.peoples)
        for term in group
        if term not in allowed and not leak_check(f"x {term} x", identifiers=NOBODY)
    ]
    assert missed == []
