"""Triage: an order with reasons; everything listed; the same rules for everybody; no protected class in any rule."""

import pytest
from pydantic import ValidationError

from schemas.evidence import OpenReason
from schemas.post import Authorship
from schemas.triage import TriageRule, TriageRules
from tests.evidence import keep_all, warc_capture
from tests.growth import stays_linear
from tests.security.doors import collected, log, refused
from tests.world import World, rules, the_redactor
from vetting.findings.triage import Signs, Triage, load_rules, triage
from vetting.policy.load import digest, load_conduct
from vetting.settings import Settings
from vetting.vault.custody import open_posts

RULES = TriageRules(
    version=7,
    rules=(
        TriageRule(
            id="speed",
            code="reckless",
            score=5,
            terms=("who needs brakes", "street rac*"),
            patterns=(r"\b1[0-9]0 ?mph\b",),
        ),
        TriageRule(id="knife", code="weapon", score=3, terms=("knife",)),
        TriageRule(id="town", code="anonymity", score=9, terms=("tomatoes",)),
    ),
)
TEXTS = (
    "Synthetic post about tomatoes.",
    "Street   racing at 110 MPH, who needs BRAKES",
    "A knife, a fork, a spoon.",
    "Knifelike rain; streets, races.",
    "who needs\nbrakes",
)


@pytest.fixture
def case(opened: World) -> str:
    case = opened.declare(1)
    keep_all(opened, case, warc_capture(TEXTS))
    return case


def ordered(made: Triage, evidence: str) -> list[tuple[int, int]]:
    return [(item.item, item.score) for item in made.items if item.evidence == evidence]


def test_items_are_ordered_by_score_with_reasons_and_all_of_them_listed(opened: World, case: str) -> None:
    made = triage(opened.office, opened.actors["inv-1"], case, RULES)
    assert ordered(made, f"{case}.E1") == [(2, 5), (5, 5), (3, 3), (1, 0), (4, 0)]
    assert len(made.items) == 2 * len(TEXTS)
    assert [(r.rule, r.code, r.signs) for r in made.items[0].reasons] == [
        ("speed", "reckless", ("who needs brakes", "street rac*", r"\b1[0-9]0 ?mph\b"))
    ]
    (event,) = log(opened, "triage.made")
    assert event.details == {
        "role": "investigator",
        "rules": 7,
        "sha256": digest(RULES),
        "items": 10,
        "with_signs": 6,
    }


def test_a_rule_for_a_code_the_order_does_not_support_is_not_used(opened: World, case: str) -> None:
    """Bridgeport has no code `anonymity`; "tomatoes" therefore gives nothing."""
    made = triage(opened.office, opened.actors["inv-1"], case, RULES)
    assert {r.code for item in made.items for r in item.reasons} <= {"reckless", "weapon"}


def test_own_words_come_before_others_with_the_same_score(opened: World) -> None:
    case = opened.declare(1)
    capture = warc_capture(("A knife.", "A knife.", "Nothing."))
    hosted = capture.posts[0].model_copy(update={"authorship": Authorship.HOSTED})
    keep_all(opened, case, capture.model_copy(update={"posts": (hosted, *capture.posts[1:])}))
    made = triage(opened.office, opened.actors["inv-1"], case, RULES)
    assert ordered(made, f"{case}.E1") == [(2, 3), (1, 3), (3, 0)]


def test_a_capture_without_text_is_listed_too(opened: World) -> None:
    case = opened.declare(1)
    keep_all(opened, case, warc_capture().model_copy(update={"posts": ()}))
    made = triage(opened.office, opened.actors["inv-1"], case, RULES)
    assert [(item.evidence, item.item, item.score) for item in made.items] == [
        (f"{case}.E1", 1, 0),
        (f"{case}.E2", 1, 0),
    ]


@pytest.mark.attacks("uniform_plan")
def test_the_next_candidate_is_not_triaged_by_other_rules(opened: World, case: str) -> None:
    triage(opened.office, opened.actors["inv-1"], case, RULES)
    other = collected(opened, 2)
    stricter = RULES.model_copy(update={"rules": RULES.rules[:1]})
    for changed in (stricter, RULES.model_copy(update={"version": 8})):
        with refused("triage_rules_differ"):
            triage(opened.office, opened.actors["inv-1"], other, changed)
    assert log(opened)[-1].code == "triage_rules_differ"
    triage(opened.office, opened.actors["inv-1"], other, RULES)
    assert len({e.details["sha256"] for e in log(opened, "triage.made") if "sha256" in e.details}) == 1


@pytest.mark.attacks("uniform_plan")
def test_triage_hides_and_changes_nothing(opened: World, case: str) -> None:
    """Whatever the rules say, the items stay as they are, and each is listed once."""
    actor = opened.actors["inv-1"]
    before = open_posts(opened.office, actor, f"{case}.E1", OpenReason.FIND)
    made = triage(opened.office, actor, case, RULES)
    assert open_posts(opened.office, actor, f"{case}.E1", OpenReason.FIND) == before
    listed = [(item.evidence, item.item) for item in made.items]
    assert sorted(listed) == [(f"{case}.E{n}", post.number) for n in (1, 2) for post in before]


@pytest.mark.attacks("evidence_access", "search_by_non_decision_maker")
def test_whoever_may_not_open_evidence_gets_no_triage(opened: World, case: str) -> None:
    for person in ("board-1", "aud-1", "admin-1"):
        with refused("not_permitted", "decision_maker_looks"):
            triage(opened.office, opened.actors[person], case, RULES)


@pytest.mark.parametrize(
    "changes",
    [
        {"terms": ()},
        {"terms": ("*",)},
        {"terms": ("a  b",)},
        {"terms": ("a.*b",)},
        {"terms": (), "patterns": ("(a+)+$",)},
        {"terms": (), "patterns": ("(abc",)},
        {"terms": (), "patterns": (r"(.)\1",)},
        {"terms": (), "patterns": ("(?=abc)",)},
        {"score": 0},
        {"score": 11},
    ],
)
def test_a_rule_that_cannot_be_searched_safely_is_refused(changes: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        TriageRule.model_validate({"id": "x", "code": "weapon", "score": 3, "terms": ("knife",), **changes})


# The rules that come along


@pytest.fixture(scope="module")
def shipped() -> TriageRules:
    return load_rules(Settings().config_dir)


def test_shipped_rules_are_about_codes_that_there_are(shipped: TriageRules) -> None:
    assert {rule.code for rule in shipped.rules} <= {code.id for code in load_conduct(Settings().config_dir).codes}
    supported = {support.code for support in rules().pack.conduct}
    assert supported & {rule.code for rule in shipped.rules}


@pytest.mark.attacks("job_related_only")
def test_no_shipped_term_names_a_protected_class(shipped: TriageRules) -> None:
    """What the redactor would take out of a summary must not decide what is read first."""
    found = {
        (rule.id, term): [span.entity for span in spans]
        for rule in shipped.rules
        for term in rule.terms
        if (spans := [s for s in the_redactor().spans(term.replace("*", "")) if s.entity.startswith("PC_")])
    }
    assert found == {}


def test_shipped_rules_find_what_they_are_for_and_leave_the_rest(opened: World, shipped: TriageRules) -> None:
    case = opened.declare(1)
    texts = (
        "Lovely sunrise over the harbor this morning.",
        "Did 110 on the Merritt tonight and filmed the whole thing, who needs brakes.",
        "Going to church with my family, then the union meeting.",
        "I\u2019m telling you: my other half pointed a gun at it, no, I pulled my gun.",
    )
    keep_all(opened, case, warc_capture(texts))
    made = triage(opened.office, opened.actors["inv-1"], case, shipped)
    scores = dict(ordered(made, f"{case}.E1"))
    assert scores[2] > 0
    assert scores[4] > 0
    assert (scores[1], scores[3]) == (0, 0)


def test_shipped_rules_search_in_time_that_grows_with_the_length(shipped: TriageRules) -> None:
    signs = [Signs(rule) for rule in shipped.rules]

    def search(times: int) -> None:
        text = "going to i will do doing a 1111111 the the hit and " * times + "a" * 10 * times
        assert [sign.found(text) for sign in signs]

    assert stays_linear(search, small=500)
