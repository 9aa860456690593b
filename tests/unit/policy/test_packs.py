"""Each way in which a pack can contradict itself, the conduct codes or another pack."""

from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError

from schemas.conduct import ConductCode, ConductList
from schemas.control import Control
from schemas.policy import (
    AgencyChoice,
    AppliesTo,
    Clause,
    ConductSupport,
    ExternalBasis,
    Modality,
    PolicyPack,
    SilentOn,
)
from vetting.policy.load import load_conduct, load_pack
from vetting.policy.packs import pack_problems


@pytest.fixture
def pack(config: Path) -> PolicyPack:
    return load_pack("new-canaan", config)


@pytest.fixture
def codes(config: Path) -> ConductList:
    return load_conduct(config)


def clause(**fields: Any) -> Clause:
    return Clause.model_validate({"modality": "shall", "paraphrase": "Something is done.", **fields})


def found(pack: PolicyPack, codes: ConductList, **update: Any) -> list[tuple[str, str]]:
    changed = pack.model_copy(update=update)
    return [(p.code, p.place.split(": ", 1)[1]) for p in pack_problems(changed, codes)]


def test_shipped_pack_has_no_problem(pack: PolicyPack, codes: ConductList) -> None:
    assert found(pack, codes) == []


def test_duplicate_number_without_heading(pack: PolicyPack, codes: ConductList) -> None:
    bare = [c.model_copy(update={"cite_heading": False}) for c in pack.clauses if c.number == "VIII"]
    rest = [c for c in pack.clauses if c.number != "VIII"]
    assert ("duplicate_clause", "VIII") in found(pack, codes, clauses=(*rest, *bare))


def test_clause_that_drives_nothing_and_does_not_say_why(pack: PolicyPack, codes: ConductList) -> None:
    idle = clause(number="IX A", kinds=["conduct"])
    assert found(pack, codes, clauses=(*pack.clauses, idle)) == [("idle_clause", "IX A")]


def test_conduct_support_by_a_clause_that_is_not_there(pack: PolicyPack, codes: ConductList) -> None:
    support = ConductSupport(code="reckless", clauses=("IV. E. 5",), applies_to=AppliesTo.ANY_CANDIDATE)
    assert found(pack, codes, conduct=(*pack.conduct, support)) == [("unknown_clause", "reckless")]


def test_conduct_code_that_is_not_in_the_list(pack: PolicyPack, codes: ConductList) -> None:
    support = ConductSupport(code="politics", clauses=("IV C",), applies_to=AppliesTo.ANY_CANDIDATE)
    assert found(pack, codes, conduct=(*pack.conduct, support)) == [("unknown_conduct", "politics")]


def test_conduct_by_choice_where_an_order_must_support_it(pack: PolicyPack, codes: ConductList) -> None:
    support = ConductSupport(code="weapon", source="Because we want to", applies_to=AppliesTo.ANY_CANDIDATE)
    assert found(pack, codes, conduct=(*pack.conduct, support)) == [("conduct_without_clause", "weapon")]


def test_conduct_listed_twice_for_the_same_people(pack: PolicyPack, codes: ConductList) -> None:
    assert found(pack, codes, conduct=(*pack.conduct, pack.conduct[0])) == [
        ("duplicate_conduct", "bias for any_candidate")
    ]


def test_control_that_is_not_accounted_for(pack: PolicyPack, codes: ConductList) -> None:
    fewer = tuple(entry for entry in pack.agency_choice if entry.control is not Control.PLAN_ONLY)
    assert found(pack, codes, agency_choice=fewer) == [("unaccounted_control", "plan_only")]


def test_choice_of_what_a_clause_asks_for(pack: PolicyPack, codes: ConductList) -> None:
    more = (*pack.agency_choice, AgencyChoice(control=Control.MANDATORY_DECLARATION, reason="We like it."))
    assert found(pack, codes, agency_choice=more) == [("choice_despite_clause", "mandatory_declaration")]


def test_choice_listed_twice(pack: PolicyPack, codes: ConductList) -> None:
    more = (*pack.agency_choice, pack.agency_choice[0])
    assert [code for code, _ in found(pack, codes, agency_choice=more)] == ["duplicate_choice"]


def test_silence_listed_twice(pack: PolicyPack, codes: ConductList) -> None:
    more = (*pack.silent_on, SilentOn(subject="look_back", note="Again."))
    assert found(pack, codes, silent_on=more) == [("duplicate_silence", "look_back")]


@pytest.mark.parametrize(
    "words",
    ["As Bridgeport IV. D. 2 asks.", "Following General Order 5.14, IV. D. 5.", "Like in West Hartford."],
)
def test_clause_lent_by_another_order(pack: PolicyPack, codes: ConductList, config: Path, words: str) -> None:
    others = [load_pack("bridgeport", config), load_pack("west-hartford", config)]
    first, *rest = pack.agency_choice
    lent = pack.model_copy(update={"agency_choice": (first.model_copy(update={"reason": words}), *rest)})
    assert [problem.code for problem in pack_problems(lent, codes, others=others)] == ["borrowed"]


def test_name_inside_the_own_name_is_not_borrowed(pack: PolicyPack, codes: ConductList) -> None:
    other = pack.model_copy(update={"id": "canaan", "short_name": "Canaan"})
    assert pack_problems(pack, codes, others=[other]) == []


def test_order_that_itself_requires_encryption_may_say_so(pack: PolicyPack, codes: ConductList) -> None:
    asked = clause(number="IX A", controls=["evidence_encrypted"])
    external = tuple(entry for entry in pack.external if entry.control is not Control.EVIDENCE_ENCRYPTED)
    assert found(pack, codes, clauses=(*pack.clauses, asked), external=external) == []


def test_new_code_no_pack_supports_is_no_problem_of_the_pack(pack: PolicyPack, codes: ConductList) -> None:
    code = ConductCode(id="new", title="New one", definition="Something new.", adverse=True)
    assert found(pack, codes.model_copy(update={"codes": (*codes.codes, code)})) == []


@pytest.mark.parametrize(
    "fields",
    [
        {"number": "", "heading": "", "part": ""},
        {"number": "I", "cite_heading": True},
        {"number": "I", "controls": ["four_eyes"], "context": "scope"},
        {"number": "I", "applied": "by_configuration"},
        {"number": "I", "controls": ["no_such_control"]},
        {"number": "I", "modality": "perhaps"},
        {"number": 5.14},
    ],
)
def test_clause_that_cannot_be_cited_or_contradicts_itself_is_refused(fields: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        clause(**fields)


@pytest.mark.parametrize("fields", [{}, {"clauses": ["I"], "source": "A book"}])
def test_conduct_rests_on_exactly_one_basis(fields: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        ConductSupport.model_validate({"code": "bias", "applies_to": "any_candidate", **fields})


def test_citation_of_number_heading_and_part() -> None:
    assert clause(number="IV. D. 2", heading="Use", part="sentence 1").citation == "IV. D. 2, sentence 1"
    assert clause(number="VIII", heading="DISTRIBUTION", cite_heading=True).citation == "VIII DISTRIBUTION"
    assert clause(heading="REPORTING", cite_heading=True).citation == "REPORTING"
    assert clause(part="closing paragraph").citation == "closing paragraph"


def test_external_basis_needs_to_name_it() -> None:
    with pytest.raises(ValidationError):
        ExternalBasis.model_validate({"control": "four_eyes", "kind": "law", "basis": ""})


def test_verbs_that_leave_a_choice() -> None:
    assert {verb for verb in Modality if not verb.binding} == {
        Modality.SHOULD,
        Modality.MAY,
        Modality.STATEMENT,
    }
