"""The terms of every class with their rules, read from configuration.

Rules kept here: an unknown class, an unknown test or an unknown word set is refused at load, naming the file and the rule; a class
that is off contributes no terms; the digest covers every byte of configuration that can change a result.
"""

import hashlib
import json
import re
from dataclasses import dataclass
from functools import lru_cache
from importlib import metadata
from pathlib import Path
from typing import Any, Final, TypeVar

import yaml
from pydantic import ValidationError

from schemas.redaction import Mark, ProtectedClasses, TermFile, TermRule
from vetting.errors import InputError
from vetting.redaction import origins
from vetting.redaction.contexts.context import TESTS
from vetting.redaction.morphology import forms
from vetting.redaction.normalise import normalise
from vetting.redaction.site import Site, Words

KEEP: Final = "KEEP"
_Model = TypeVar("_Model", ProtectedClasses, TermFile)
_JUDGES: Final = ("phonenumbers", "presidio-analyzer", "pycld2", "tldextract")
"""Packages whose data and patterns decide what is an identifier or another language."""
_NOT_TERMS: Final = frozenset({"classes.yaml", "words.yaml", "names.yaml", "recognizers.yaml"})


@dataclass(frozen=True, slots=True)
class Rule:
    """A `TermRule` with its sets resolved."""

    entity: str
    name: str
    score: float
    mark: Mark
    group: bool
    case: str
    when: tuple[str, ...]
    need: tuple[str, ...]
    before: frozenset[str]
    after: frozenset[str]
    not_before: frozenset[str]
    not_after: frozenset[str]
    tag: bool

    def applies(self, site: Site) -> bool:
        """Whether the context lets a term of this rule count."""
        return not self.refuses(site) and (not self.when or any(TESTS[test](site) for test in self.when))

    def refuses(self, site: Site) -> bool:
        """Whether the context tells that the term does not mean what this rule looks for."""
        barred = (
            ("  " in site.view.scan[site.start : site.end] and "s' " not in site.word.replace("\u2019", "'"))
            or (self.case == "title" and not site.cased[:1].isupper())
            or (self.case == "upper" and not site.cased.isupper())
            or (self.not_before and (site.next in self.not_before or " ".join(site.right[:2]) in self.not_before))
            or (self.not_after and site.previous in self.not_after)
            or (self.before and site.next not in self.before)
            or (self.after and site.previous not in self.after)
        )
        return bool(barred) or not all(TESTS[test](site) for test in self.need)


@dataclass(frozen=True)
class Lexicon:
    """All terms with their rules."""

    terms: tuple[str, ...]
    """Every term as it stands in `View.scan`."""
    entries: tuple[tuple[Rule, ...], ...]
    """The rules of each term."""
    words: Words
    classes: ProtectedClasses
    given_names: frozenset[str]
    ambiguous_names: frozenset[str]
    public_figures: frozenset[str]
    vocabulary: frozenset[str]
    single_terms: frozenset[str]
    """Terms that are one word, of any class."""
    sha256: str
    recognizers: Path | None
    weights: Path | None
    """The file of the learned rule."""


def scan_form(term: str) -> str:
    """A term as it stands in `View.scan`, with single spaces."""
    if term.isascii() and "  " not in term and term.replace(" ", "").isalnum():
        return term.lower().strip()
    return re.sub(r" +", " ", normalise(term).scan).strip()


@lru_cache(maxsize=4)
def load(folder: Path) -> Lexicon:
    """The lexicon of a configuration folder (`protected-classes/`).

    Raises:
        InputError: a file is malformed or names something that does not exist.

    """
    files = sorted((*folder.glob("*.yaml"), *folder.glob("*/*.yaml")))
    if not files:
        raise InputError("lexicon_absent", "No protected-class files were found in the configuration folder.")
    digest = hashlib.sha256()
    data: dict[str, Any] = {}
    for path in files:
        raw = path.read_bytes()
        name = path.relative_to(folder).as_posix()
        digest.update(name.encode() + b"\0" + hashlib.sha256(raw).digest())
        data[name] = yaml.load(raw, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506 - safe loaders
    classes = _parse(ProtectedClasses, data.get("classes.yaml"), "classes.yaml")
    words = Words({k: frozenset(scan_form(w) for w in v) for k, v in (data.get("words.yaml") or {}).items()})
    names = data.get("names.yaml") or {}
    known = {c.entity for c in classes.classes} | {KEEP, "PERSON"}
    table: dict[str, list[Rule]] = {}
    for name in sorted(set(data) - _NOT_TERMS):
        parsed = _parse(TermFile, data[name], name)
        if parsed.entity not in known:
            raise InputError("class_unknown", f"{name}: entity {parsed.entity} is not in classes.yaml.")
        if parsed.entity.startswith("PC_") and parsed.entity not in classes.enabled():
            continue
        stem = name.removesuffix(".yaml")
        for rule in parsed.rules:
            _add(table, _resolve(rule, parsed.entity, stem, words), _terms(rule))
    if "PC_NATIONAL_ORIGIN" in classes.enabled():
        digest.update(json.dumps(origins.fingerprint()).encode())
    digest.update(json.dumps([(name, metadata.version(name)) for name in _JUDGES]).encode())
    vocabulary = frozenset(w for term in table for w in term.split()) | frozenset().union(*words.sets.values())
    recognizers = folder / "recognizers.yaml"
    weights = folder / "learned.json"
    if weights.is_file():
        digest.update(weights.name.encode() + b"\0" + hashlib.sha256(weights.read_bytes()).digest())
    return Lexicon(
        terms=tuple(table),
        entries=tuple(tuple(rules) for rules in table.values()),
        words=words,
        classes=classes,
        given_names=frozenset(names.get("given", ())),
        ambiguous_names=frozenset(names.get("ambiguous", ())),
        public_figures=frozenset(names.get("public_figures", ())),
        vocabulary=vocabulary,
        single_terms=frozenset(t for t, rules in table.items() if t.isalpha() and rules[0].entity != KEEP),
        sha256=digest.hexdigest(),
        recognizers=recognizers if recognizers.is_file() else None,
        weights=weights if weights.is_file() else None,
    )


def _parse(model: type[_Model], value: object, name: str) -> _Model:
    try:
        return model.model_validate(value)
    except ValidationError as error:
        where = "; ".join(".".join(str(p) for p in e["loc"]) + ": " + e["type"] for e in error.errors()[:3])
        raise InputError("lexicon_malformed", f"{name} is malformed ({where}).") from None


def _terms(rule: TermRule) -> list[str]:
    made: list[str] = []
    for term in rule.terms:
        if term.startswith("@origins."):
            for generated in origins.terms(term.removeprefix("@origins.")):
                made.extend(forms(generated, rule.forms))
        else:
            made.extend(forms(term, rule.forms))
    return made


def _resolve(rule: TermRule, entity: str, stem: str, words: Words) -> Rule:
    where = f"{stem}.{rule.name}"
    if missing := [t for t in (*rule.when, *rule.need) if t not in TESTS]:
        raise InputError("test_unknown", f"{where}: no context test is called {missing[0]}.")

    def resolve(items: tuple[str, ...]) -> frozenset[str]:
        out: set[str] = set()
        for item in items:
            if item.startswith("@"):
                if item[1:] not in words.sets:
                    raise InputError("words_unknown", f"{where}: words.yaml has no set called {item[1:]}.")
                out |= words.sets[item[1:]]
            else:
                out.add(item)
        return frozenset(out)

    return Rule(
        entity=entity,
        name=where,
        score=rule.score,
        mark=Mark(rule.mark),
        group=rule.group,
        case=rule.case,
        when=rule.when,
        need=rule.need,
        before=resolve(rule.before),
        after=resolve(rule.after),
        not_before=resolve(rule.not_before),
        not_after=resolve(rule.not_after),
        tag=rule.tag,
    )


def _add(table: dict[str, list[Rule]], rule: Rule, terms: list[str]) -> None:
    for term in terms:
        key = scan_form(term)
        if not key:
            raise InputError("term_empty", f"{rule.name}: a term has no letters, digits or symbols.")
        for form in (key, *_possessives(key)):
            rules = table.setdefault(form, [])
            if rule not in rules:
                rules.append(rule)


def _possessives(key: str) -> list[str]:
    """A term with a plural possessive inside, as `View.scan` shows it: "boys' club" has two spaces there."""
    ends = [m.end() for m in re.finditer(r"[a-z]{3}s(?= [a-z])", key)] if "s " in key else ()
    return [f"{key[:end]} {key[end:]}" for end in ends]
