"""The list of actions keeps its shape and its order."""

import re

from vetting.audit.tags import Action


def test_actions_are_alphabetical_and_named_after_their_value() -> None:
    assert [action.name for action in Action] == sorted(action.name for action in Action)
    for action in Action:
        assert action.name == action.value.replace(".", "_").upper()


def test_actions_are_noun_dot_verb() -> None:
    for action in Action:
        assert re.fullmatch(r"[a-z]+\.[a-z_]+", action.value)
