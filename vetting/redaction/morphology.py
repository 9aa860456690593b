"""Derived forms of a term: plurals, possessives without an apostrophe, verb forms. Spelling rules of English only.

Configuration says which kind of word a term is (`n`, `v`, `a`); the forms follow from the rules here.
"""

import re
from typing import Final

_IRREGULAR: Final = {
    "man": "men", "woman": "women", "child": "children", "wife": "wives", "person": "people", "gentleman": "gentlemen",
    "diagnosis": "diagnoses", "prosthesis": "prostheses", "psychosis": "psychoses", "neurosis": "neuroses",
    "serviceman": "servicemen", "servicewoman": "servicewomen", "clergyman": "clergymen", "alumnus": "alumni",
    "half sister": "half sisters",
}  # fmt: skip
_ING: Final = re.compile(r"(?<=[a-z]{2})(?<!str)(?<!spr)ing(?![a-z])(?<!\Araising)")
"""As people write "havin a baby"; not of a king, a ring or a string, nor "raising" alone, which would be other words."""
_LONG: Final = 6
"""A single word up to this length is left: "basing" would make a basin."""
_VOWELS: Final = frozenset("aeiou")


def plural(word: str) -> str:
    """The plural of the last word of a term."""
    head, _, last = word.rpartition(" ")
    if last in _IRREGULAR:
        made = _IRREGULAR[last]
    elif last.endswith(("woman", "man")) and last not in {"german", "roman", "ottoman", "talisman", "human", "shaman"}:
        made = last[:-2] + "en"
    elif last.endswith("y") and len(last) > 2 and last[-2] not in _VOWELS:
        made = last[:-1] + "ies"
    elif last.endswith(("s", "x", "z", "ch", "sh")):
        made = last + "es"
    else:
        made = last + "s"
    return f"{head} {made}" if head else made


def verb_forms(word: str) -> tuple[str, ...]:
    """Third person, past and -ing form of a regular verb, inflected on the first word of a phrase."""
    first, _, rest = word.partition(" ")
    tail = f" {rest}" if rest else ""
    if first.endswith("e"):
        past, ing = first + "d", first[:-1] + "ing"
    elif first.endswith("y") and first[-2] not in _VOWELS:
        past, ing = first[:-1] + "ied", first + "ing"
    elif _doubles(first):
        past, ing = first + first[-1] + "ed", first + first[-1] + "ing"
    else:
        past, ing = first + "ed", first + "ing"
    return tuple(f"{form}{tail}" for form in (plural(first), past, ing))


def _doubles(word: str) -> bool:
    """Whether the last consonant is written twice before an ending (short words of one syllable)."""
    return (
        2 < len(word) <= 4 and word[-1] not in _VOWELS | set("wxy") and word[-2] in _VOWELS and word[-3] not in _VOWELS
    )


def forms(term: str, kinds: str) -> tuple[str, ...]:
    """All forms of a term: `n` adds the plural, `v` the verb forms, `a` nothing; a phrase or long word is known without the g of "-ing" too."""
    made = [term]
    if "n" in kinds:
        made.append(plural(term))
    if "v" in kinds:
        made.extend(verb_forms(term))
    made.extend([_ING.sub("in", form) for form in made if "ing" in form and (" " in form or len(form) > _LONG)])
    return tuple(dict.fromkeys(made))
