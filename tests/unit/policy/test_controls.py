import pytest

from schemas.control import LAWS, Control
from vetting.policy.controls import enforces


def marks(target: object) -> tuple[Control, ...]:
    found: tuple[Control, ...] = vars(target)["__enforces__"]
    return found


def test_every_law_has_a_control() -> None:
    assert {law for control in Control for law in control.laws} == set(LAWS)


def test_every_control_says_what_it_means() -> None:
    for control in Control:
        assert control.laws
        assert set(control.laws) <= set(LAWS)
        assert control.meaning.endswith(".")
        assert control.name.lower() == control.value


def test_control_is_found_by_its_value() -> None:
    assert Control("four_eyes") is Control.FOUR_EYES
    with pytest.raises(ValueError, match="no_such"):
        Control("no_such")


def test_enforces_marks_and_leaves_the_function_alone() -> None:
    def release() -> str:
        return "done"

    marked = enforces(Control.FOUR_EYES, Control.LEAK_CHECK)(release)

    assert marked is release
    assert marked() == "done"
    assert marks(marked) == (Control.FOUR_EYES, Control.LEAK_CHECK)


def test_enforces_twice_adds_up_without_repeating() -> None:
    @enforces(Control.FOUR_EYES)
    @enforces(Control.LEAK_CHECK, Control.FOUR_EYES)
    def release() -> None: ...

    assert marks(release) == (Control.LEAK_CHECK, Control.FOUR_EYES)


def test_enforces_on_a_subclass_leaves_the_parent_alone() -> None:
    @enforces(Control.FOUR_EYES)
    class Parent: ...

    @enforces(Control.LEAK_CHECK)
    class Child(Parent): ...

    assert marks(Parent) == (Control.FOUR_EYES,)
    assert marks(Child) == (Control.FOUR_EYES, Control.LEAK_CHECK)


def test_enforces_nothing_is_refused() -> None:
    with pytest.raises(TypeError):
        enforces()
