"""The leak check's own word lists, read from `config/leak-check.yaml` and compiled once."""

import hashlib
import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import yaml

from schemas.leak import LeakLexicon
from vetting.settings import settings
from vetting.validation.leaktext import undisguised


@dataclass(frozen=True)
class Lexicon:
    """Word lists and the patterns made of them."""

    lists: LeakLexicon
    sha256: str
    terms: re.Pattern[str]
    acronyms: re.Pattern[str]
    gendered: re.Pattern[str]
    allowed: re.Pattern[str]
    emoji: re.Pattern[str]
    single_words: frozenset[str]
    """Terms of one word, looked for in disguised words too."""
    foreign_words: frozenset[str]
    """Without accents, as the undisguised text has them."""


def lexicon() -> Lexicon:
    """The lexicon of this installation."""
    return _load(settings().config_dir / "leak-check.yaml")


@lru_cache(maxsize=2)
def _load(path: Path) -> Lexicon:
    data = path.read_bytes()
    lists = LeakLexicon.model_validate(yaml.safe_load(data))
    terms = [_fold(term) for group in lists.terms.values() for term in group]
    people = "|".join(f"{_phrase(_fold(p))}" for p in lists.peoples)
    things = "|".join(_phrase(t) for t in lists.things)
    patterns = [pattern for group in lists.patterns.values() for pattern in group]
    return Lexicon(
        lists=lists,
        sha256=hashlib.sha256(data).hexdigest(),
        terms=re.compile(
            "|".join(
                [
                    _words(terms),
                    rf"(?<![a-z0-9])(?:{people})s?(?![a-z0-9])(?![\s-]+(?:{things})(?![a-z]))",
                    *patterns,
                ]
            )
        ),
        acronyms=re.compile(
            r"(?<![A-Za-z0-9])(?:"
            + "|".join(re.escape(a) for group in lists.acronyms.values() for a in group)
            + r")(?:'?s)?(?![A-Za-z0-9])"
        ),
        gendered=re.compile("|".join([_words(list(lists.gendered.words), plural=False), *lists.gendered.patterns])),
        allowed=_phrases(lists.allowed),
        emoji=re.compile("|".join(re.escape(e) for e in sorted(lists.emoji, key=len, reverse=True))),
        foreign_words=frozenset(map(_fold, lists.foreign_words)),
        single_words=frozenset(t + s for t in terms if t.isalpha() and len(t) >= 3 for s in ("", "s")),
    )


def phrases(texts: tuple[str, ...]) -> re.Pattern[str]:
    """Fixed phrases that are no leak where they stand whole, in any case."""
    return _phrases(texts)


def _phrases(texts: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(_words([_fold(t) for t in texts]) if texts else r"(?!)")


def _words(terms: list[str], *, plural: bool = True) -> str:
    ending = "(?:'?s|es)?" if plural else ""
    longest_first = "|".join(map(_phrase, sorted(terms, key=len, reverse=True)))
    return rf"(?<![a-z0-9])(?:{longest_first}){ending}(?![a-z0-9])"


def _phrase(term: str) -> str:
    return r"[\s_-]+".join(re.escape(word) for word in re.split(r"[\s_-]+", term))


def _fold(term: str) -> str:
    return undisguised(term).lower.replace("’", "'")
