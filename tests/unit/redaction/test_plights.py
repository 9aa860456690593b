"""Hardship and harm are told by the company a word keeps; the same words of other things stay."""

from collections.abc import Callable

import pytest

from vetting.redaction.contexts.plights import TESTS
from vetting.redaction.site import Site


@pytest.mark.parametrize(
    ("test", "text", "holds"),
    [
        ("poor_in_money", "We were so [poor] that winter.", True),
        ("poor_in_money", "My grades were [poor].", False),
        ("poor_in_money", "Tax falls on [poor] families first.", True),
        ("poor_in_money", "That [poor] kid dropped his cone.", False),
        ("help_in_food", "We are on [SNAP] now.", True),
        ("help_in_food", "Oh [snap], forgot the keys.", False),
        ("voucher_to_live", "The landlord refused my [voucher].", True),
        ("voucher_to_live", "A [voucher] for free coffee.", False),
        ("bed_of_shelter", "Curfew at the [shelter] is nine.", True),
        ("bed_of_shelter", "The [shelter] has kittens and a bed for them.", False),
        ("paid_by_office", "The county pays for our [motel].", True),
        ("paid_by_office", "Our [motel] had a pool.", False),
        ("home_on_wheels", "I grew up in a [trailer park].", True),
        ("home_on_wheels", "Deputies closed the [trailer park].", False),
        ("hired_with_record", "Who is hiring [felons] here?", True),
        ("hired_with_record", "Officers arrested two [felons] with a gun.", False),
        ("law_near", "The court said my case is [set aside].", True),
        ("law_near", "I [set aside] an hour for the record player.", False),
        ("harmed", "It [happened to me]. I never told anybody, he was my coach.", True),
        ("harmed", "It [happened to me] with the same router.", False),
        ("by_partner", "My ex [slashed my tires].", True),
        ("by_partner", "A stranger [slashed my tires].", False),
        ("refuge_of_women", "We moved into a [refuge] with the kids.", True),
        ("refuge_of_women", "Herons nest in the [refuge].", False),
        ("church_near", "The diocese sent me [a settlement].", True),
        ("church_near", "The cable firm sent me [a settlement].", False),
        ("warned_of", "tw: [SA] in the second half.", True),
        ("warned_of", "[SA] won the toss.", False),
        ("survived_harm", "A group for [survivors of] church abuse.", True),
        ("survived_harm", "The [survivors of] the storm need water.", False),
        ("not_own_deed", "He [groped her] there.", True),
        ("not_own_deed", "I just [groped her] there.", False),
        ("permit_to_stay", "My [work permit] came through.", True),
        ("permit_to_stay", "The [work permit] for the roof came through.", False),
        ("visa_to_stay", "[Visa] pending since May.", True),
        ("visa_to_stay", "[Visa] or cash at the gate.", False),
        ("letter_visa", "I am here on an [F-1] until June.", True),
        ("letter_visa", "Tickets for an [F-1] race.", False),
        ("own_paper", "Got my [I-20] today.", True),
        ("own_paper", "Take the [I-20] to the lake.", False),
        ("taken_by_ice", "[ICE] took a man from our kitchen.", True),
        ("taken_by_ice", "[Ice] took the lines down.", False),
        ("of_own_debts", "[Bankrupt] at thirty.", True),
        ("of_own_debts", "[Bankrupt] in Monopoly by noon.", False),
        ("out_of_work", "My [unemployment] ran out.", True),
        ("out_of_work", "The [unemployment] rate fell.", False),
        ("on_the_street", "[Bums] camping by the bridge.", True),
        ("on_the_street", "That rule [bums] me out.", False),
        ("raised_there", "She grew up in [the projects].", True),
        ("raised_there", "It is in [the projects] folder.", False),
        ("without_papers", "They had [no papers] and no lawyer.", True),
        ("without_papers", "The puppy had [no papers].", False),
        ("not_adopted", "He came from the [shelter].", True),
        ("not_adopted", "We adopted him from the [shelter].", False),
        ("opens_a_sentence", "[Evicted] the same week.", True),
        ("opens_a_sentence", "They [evicted] a raccoon.", False),
        ("own_or_kin", "My record was [set aside].", True),
        ("own_or_kin", "The bowl was [set aside].", False),
        ("harmed_or_by_him", "He [broke my jaw].", True),
        ("harmed_or_by_him", "The puck [broke my jaw].", False),
    ],
)
def test_company_decides(at: Callable[[str], Site], test: str, text: str, holds: bool) -> None:
    assert TESTS[test](at(text)) is holds


def test_every_test_is_tried() -> None:
    marks = test_company_decides.pytestmark[0].args[1]  # type: ignore[attr-defined]
    assert {test for test, _, _ in marks} == set(TESTS)
    assert {(test, holds) for test, _, holds in marks} == {(test, holds) for test in TESTS for holds in (True, False)}
