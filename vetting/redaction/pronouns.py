"""Third-person pronouns of one sex become *they*, with the verb they carry, so that a sentence can be read."""

import re
from collections.abc import Iterator
from typing import Final

from vetting.redaction.normalise import normalise

PRONOUN: Final = re.compile(
    r"(?<![\w'#@&])(?:(?:he|she|s/he)(?:'s|'ll|'d)?(?: (?:is|was|has|does|isn't|wasn't|hasn't|doesn't|"
    r"isnt|wasnt|hasnt|doesnt))?|hes|shes|him|his|hers|her|himself|herself)(?![\w'])"
)
_AFTER_OBJECT: Final = re.compile(
    r"\s*(?:$|[.,!?;:)\"\]]|(?:and|or|but|to|in|on|at|for|with|from|by|the|a|an|that|this|when|because|so|"
    r"if|as|about|out|up|down|off|over|back|away|again|too|is|was|i|you|we|they|he|she|it|my|your|his|her|their|our|how|"
    r"what|why|who|not|into|like|than|more|if|while|after|before|until|all|some|any|now|today|right|there|"
    r"here|alone|go|know|feel|be|do|have|any|something|everything|lol)(?!\w))"
)
_SIMPLE: Final = {
    "him": "them",
    "himself": "themself",
    "herself": "themself",
    "hers": "theirs",
    "hes": "they're",
    "shes": "they're",
}
_VERBS: Final = {
    "is": "are",
    "was": "were",
    "has": "have",
    "does": "do",
    "isn't": "aren't",
    "wasn't": "weren't",
    "hasn't": "haven't",
    "doesn't": "don't",
    "isnt": "arent",
    "wasnt": "werent",
    "hasnt": "havent",
    "doesnt": "dont",
}
_PARTICIPLE: Final = re.compile(r" (?:been|got|had|gone|done|seen|never|always|already|\w+ed)(?!\w)")


def find(folded: str) -> Iterator[tuple[int, int]]:
    """Ranges of a folded text to be made neutral."""
    if "he" in folded or "hi" in folded:
        for match in PRONOUN.finditer(folded):
            yield match.span()


def neutral(original: str, following: str) -> str:
    """The neutral words for a pronoun as it stands, given the text that follows it."""
    folded = normalise(original).folded  # "he  is" and "he\u00a0is" have one space here
    head, _, verb = folded.partition(" ")
    if head in _SIMPLE:
        made = _SIMPLE[head]
    elif head == "his":
        made = "theirs" if re.match(r"\s*(?:$|[.,!?;:)])", following) else "their"
    elif head == "her":
        made = "them" if _AFTER_OBJECT.match(following.lower()) else "their"
    elif head.endswith("'s"):
        made = (
            "they've"
            if _PARTICIPLE.match(following.lower()) and not following.lower().startswith(" married")
            else "they're"
        )
    elif head.endswith(("'ll", "'d")):
        made = "they" + head[head.index("'") :]
    else:
        made = "they"
    if verb:
        made += " " + _VERBS.get(verb, verb)
    return _like(original, made)


def _like(original: str, made: str) -> str:
    letters = [c for c in original if c.isalpha()]
    if len(letters) > 1 and all(c.isupper() for c in letters):
        return made.upper()
    return made[:1].upper() + made[1:] if original[:1].isupper() else made
