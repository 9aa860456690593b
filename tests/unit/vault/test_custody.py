"""Opening evidence, listing it, checking it."""

from schemas.evidence import OpenReason
from tests.security.doors import collected, log, refused
from tests.world import TEXTS, World
from vetting.vault.custody import custody, evidence_list, open_capture, open_posts
from vetting.vault.verification import verify_case


def test_items_come_with_numbers_and_the_file_whole(opened: World) -> None:
    case = collected(opened)
    posts = open_posts(opened.office, opened.actors["inv-1"], f"{case}.E1", OpenReason.FIND)
    assert [(p.number, p.text) for p in posts] == list(enumerate(TEXTS, start=1))
    row, data = open_capture(opened.office, opened.actors["rev-1"], f"{case}.E1", OpenReason.REVIEW)
    assert data == "\n".join(TEXTS).encode()
    assert (row.size, row.items) == (len(data), 3)


def test_line_breaks_of_every_kind_stay_inside_their_item(opened: World) -> None:
    """U+2028, NEL and form feed end a line for `str.splitlines`, not for us."""
    case = opened.declare(1)
    texts = ("one\u2028two", "three\x85four\x0cfive", "six\r\nseven\n")
    opened.collect(case, texts)
    assert [p.text for p in open_posts(opened.office, opened.actors["inv-1"], f"{case}.E1", OpenReason.FIND)] == list(
        texts
    )


def test_list_and_check_tell_ids_and_leave_events(opened: World) -> None:
    case = collected(opened)
    assert [e.id for e in evidence_list(opened.office, opened.actors["rev-1"], case)] == [f"{case}.E1", f"{case}.E2"]
    assert verify_case(opened.office, opened.actors["rev-1"], case) == []
    assert log(opened)[-1].details == {"role": "reviewer", "checked": 2, "bad": ()}
    for person in ("board-1", "aud-1", "admin-1"):
        with refused("not_permitted", "decision_maker_looks"):
            evidence_list(opened.office, opened.actors[person], case)


def test_custody_tells_keeping_openings_and_refusals(opened: World) -> None:
    case = collected(opened)
    evidence = f"{case}.E1"
    open_posts(opened.office, opened.actors["inv-1"], evidence, OpenReason.FIND)
    with refused("decision_maker_looks"):
        open_posts(opened.office, opened.actors["board-1"], evidence, OpenReason.FIND)
    history = custody(opened.office, opened.actors["inv-1"], evidence)
    assert [(e.action, e.actor, e.result.value) for e in history if e.action.startswith("evidence.")] == [
        ("evidence.kept", "inv-1", "done"),
        ("evidence.opened", "inv-1", "done"),
        ("evidence.opened", "board-1", "refused"),
    ]
    with refused("unknown_id"):
        custody(opened.office, opened.actors["inv-1"], f"{case}.E9")
