"""Factors, codes, leads and triage by commands."""

import pytest

from tests.evidence import keep_all
from tests.unit.cli.terminal import SECRET, Terminal

CASE = "R1.001"
LEAD = f"where: '{SECRET}'\nhow: Named in a post of a declared account.\n"


@pytest.fixture
def kept(terminal: Terminal) -> Terminal:
    """Candidate 1 is collected."""
    keep_all(terminal.world, terminal.world.declare(1))
    return terminal


def test_factors_and_codes_are_for_the_investigator_to_judge(kept: Terminal) -> None:
    code = kept.done("inv-1", "account", "code", f"{CASE}.A1").splitlines()[0]
    assert len(code) == 14
    shown = kept.done("inv-1", "account", "factors", CASE)
    assert "declared" in shown
    assert "no judgement" in shown
    assert kept.run("rev-1", "account", "factors", CASE)[0] == 3
    assert "unresolved" in kept.done("inv-1", "case", "show", CASE)


def test_a_lead_is_asked_about_and_shown(kept: Terminal) -> None:
    assert f"Lead {CASE}.lead-1" in kept.done("inv-1", "lead", "add", CASE, "-", stdin=LEAD)
    listed = kept.done("rev-1", "lead", "list", CASE)
    assert "not asked yet" in listed
    assert SECRET not in listed
    assert "none recorded" in kept.done("inv-1", "lead", "show", f"{CASE}.lead-1")
    interview = ("lead", "interview", f"{CASE}.lead-1", "--answer", "owns", "--note-file", "-")
    kept.done("inv-1", *interview, stdin="Said that it is an old account of theirs.")
    shown = kept.done("rev-1", "lead", "show", f"{CASE}.lead-1")
    assert SECRET in shown
    assert "owns: Said that it is an old account" in shown
    assert kept.run("board-1", "lead", "show", f"{CASE}.lead-1")[0] == 3
    code, _, err = kept.run("inv-1", "lead", "add", CASE, "-", stdin=f"where: '{SECRET}'\nhow: short\n")
    assert (code, "(input: config_invalid)" in err) == (2, True)


def test_triage_lists_every_item_with_reasons(kept: Terminal) -> None:
    shown = kept.done("inv-1", "triage", CASE)
    assert "6 items, all of them listed" in shown
    assert kept.run("aud-1", "triage", CASE)[0] == 3
