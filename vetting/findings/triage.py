"""Puts captured items in an order for the investigator: those more likely to be about a conduct code first. It proposes only.

- Every item is listed, whatever its score, and items with the same score stay in their own order.
- The same rules for everybody in a round: the first triage of a round fixes them by digest, and the log names them.
- Only rules for codes that the order supports for this kind of candidate are used (law 5). Reasons are shown.
It leaves reading, and every judgement, to the investigator: nothing downstream sees a score.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from schemas.capture import StepOutcome
from schemas.case import Case, Step
from schemas.event import Result
from schemas.evidence import Evidence
from schemas.post import Authorship, Post
from schemas.triage import TriageRule, TriageRules
from vetting.access import Actor, Permission, act
from vetting.audit.recorder import events
from vetting.audit.tags import Action
from vetting.errors import PolicyError
from vetting.office import Office
from vetting.policy.conduct import conduct_for
from vetting.policy.controls import Control, enforces
from vetting.policy.files import read_yaml
from vetting.policy.load import digest
from vetting.rounds.opening import ruleset
from vetting.store import Tx
from vetting.vault.custody import checked, posts_of


@dataclass(frozen=True)
class Reason:
    """A rule that applies to an item: what was found, as the rule names it."""

    rule: str
    code: str
    score: int
    signs: tuple[str, ...]


@dataclass(frozen=True)
class Ranked:
    """One item and why it stands where it stands; `item` is 1 for a capture without text."""

    evidence: str
    item: int
    authorship: Authorship
    length: int
    """Code points of its text."""
    reasons: tuple[Reason, ...]

    @property
    def score(self) -> int:
        """The sum over the rules that apply."""
        return sum(reason.score for reason in self.reasons)


@dataclass(frozen=True)
class Triage:
    """The order of a case's items, and the rules that gave it."""

    version: int
    sha256: str
    items: tuple[Ranked, ...]


def load_rules(config_dir: Path) -> TriageRules:
    """The rules of the configuration folder.

    Raises:
        InputError: `config_missing`, `config_malformed`, `config_invalid`.

    """
    return read_yaml(config_dir / "triage.yaml", TriageRules, shown="triage.yaml")


@enforces(Control.UNIFORM_PLAN, Control.JOB_RELATED_ONLY)
def triage(office: Office, actor: Actor, case_id: str, rules: TriageRules) -> Triage:
    """Order all items of a case.

    Raises:
        PolicyError: the person may not open evidence; `triage_rules_differ`, when the round was begun with other rules.
        IntegrityError: `evidence_altered`.

    """
    # (1) The rules are those of the round. (2) Those for codes that the order supports here. (3) Every item of every
    # capture, checked against its digest. (4) Highest first, own words before others', otherwise as captured. (5) The event.
    with act(office.store, actor, Action.TRIAGE_MADE, Permission.CASE_EVIDENCE_OPEN, case=case_id) as deed:
        tx = deed.tx
        case = tx.get(Case, case_id)
        sha256 = digest(rules)
        _require_same(tx, case.round, sha256)  # (1)
        signs = [Signs(rule) for rule in _supported(tx, case, rules)]  # (2)
        items: list[Ranked] = []
        # the proof that there was nothing holds no item
        rows = [r for r in tx.all(Evidence, case=case_id) if tx.get(Step, r.step).outcome is StepOutcome.CAPTURED]
        for row in sorted(rows, key=lambda row: int(row.id.rpartition("E")[2])):
            checked(office.vault, tx, row.id)
            items += _items(row, posts_of(office.vault, tx, row), signs)  # (3)
        items.sort(key=lambda item: (-item.score, item.authorship is not Authorship.OWN))  # (4)
        deed.note(rules=rules.version, sha256=sha256, items=len(items), with_signs=sum(bool(i.reasons) for i in items))
        return Triage(rules.version, sha256, tuple(items))  # (5)


def _require_same(tx: Tx, round_id: str, sha256: str) -> None:
    for event in events(tx, round_=round_id):
        if event.action != Action.TRIAGE_MADE or event.result is not Result.DONE:
            continue
        if event.details.get("sha256") != sha256:
            raise PolicyError(
                "triage_rules_differ",
                f"Candidates of {round_id} were triaged by other rules; these would treat the next one otherwise.",
                law=2,
                remedy="Put config/triage.yaml back as it was; new rules are for the next round. Reading needs no triage.",
            )
        return


def _supported(tx: Tx, case: Case, rules: TriageRules) -> list[TriageRule]:
    pack = ruleset(tx, case.round).pack
    found = []
    for rule in rules.rules:
        try:
            conduct_for(pack, rule.code, case.kind)
        except PolicyError:
            continue
        found.append(rule)
    return found


def _items(row: Evidence, posts: Sequence[Post], signs: "Sequence[Signs]") -> list[Ranked]:
    if not posts:
        return [Ranked(row.id, 1, Authorship.OWN, 0, ())]
    return [Ranked(row.id, post.number, post.authorship, len(post.text), _reasons(post, signs)) for post in posts]


def _reasons(post: Post, signs: "Sequence[Signs]") -> tuple[Reason, ...]:
    text = plain("\n".join((post.text, *(media.alt for media in post.media))))
    return tuple(
        Reason(each.rule.id, each.rule.code, each.rule.score, found) for each in signs if (found := each.found(text))
    )


def plain(text: str) -> str:
    """Text as it is searched: compatibility forms, lower case, one kind of apostrophe."""
    return unicodedata.normalize("NFKC", text).casefold().replace("\N{RIGHT SINGLE QUOTATION MARK}", "'")


class Signs:
    """A rule made ready to search."""

    def __init__(self, rule: TriageRule) -> None:
        self.rule = rule
        self._signs = [(term, re.compile(_expression(term))) for term in rule.terms]
        self._signs += [(pattern, re.compile(pattern)) for pattern in rule.patterns]

    def found(self, text: str) -> tuple[str, ...]:
        """The signs of the rule that the text shows."""
        return tuple(name for name, expression in self._signs if expression.search(text))


def _expression(term: str) -> str:
    """A term as a regular expression: whole words, at most three other characters between them."""
    words = [
        re.escape(word.removesuffix("*")) + (r"\w{0,20}" if word.endswith("*") else "") for word in plain(term).split()
    ]
    return r"(?<!\w)" + r"[^\w]{1,3}".join(words) + r"(?!\w)"
