"""Attacks by way of archives of mail: private mail, somebody else's messages, forged senders, and files made to harm."""

import tracemalloc
from datetime import date
from pathlib import Path

import pytest

from schemas.declaration import AccountDeclaration, CandidateIdentity, Declaration
from schemas.evidence import ObjectKind
from schemas.plan import Limits
from schemas.round import CandidateKind
from schemas.statement import MethodStatement
from tests.security.doors import refused
from tests.unit.collection.imports.samples import message
from tests.unit.collection.imports.test_imports import SIGNED_OUT
from tests.unit.collection.imports.test_mail import OWN, WINDOW, owner, taken
from tests.world import ROUND, World, rules
from vetting.audit.recorder import events
from vetting.collection.by_hand import import_step
from vetting.collection.imports import mail
from vetting.collection.imports.mail import import_archive
from vetting.collection.worklist import worklist
from vetting.intake.record import record_declaration

PRIVATE = "To: somebody@mail.test"
GMAIL = "X-GM-THRID: 1799999999999999999\n"


@pytest.fixture
def usenet(world: World) -> World:
    """Candidate 1 has declared the address that they posted under."""
    world.open_round(plan="declared-accounts")
    record_declaration(
        world.office,
        world.actors["inv-1"],
        Declaration(
            round=ROUND,
            candidate=1,
            kind=CandidateKind.ENTRY,
            identity=CandidateIdentity(full_name="Synthia Example", birth_date=date(1990, 1, 2)),
            accounts=(AccountDeclaration(platform="usenet", handle=OWN),),
            none_declared=False,
            notice_version="2026-1",
            notice_acknowledged_on=date(2026, 1, 4),
        ),
        rules().platforms,
    )
    return world


def step_of(world: World, key: str = "posts") -> str:
    return next(t.step.id for t in worklist(world.office, world.actors["inv-1"], ROUND) if t.step.key == key)


@pytest.mark.attacks("plan_only", "content_in_vault_only")
def test_nobody_elses_message_reaches_disk_vault_or_log(
    usenet: World, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    elsewhere = tmp_path / "temporary"
    elsewhere.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(elsewhere))
    data = (message() + message("other@mail.test", "CANARY words", number=2)).encode()
    evidence = import_step(usenet.office, usenet.actors["inv-1"], step_of(usenet), data, ".mbox", SIGNED_OUT)
    (row,) = usenet.evidence("R1.001")
    assert (row.id, row.items, row.media_type) == (evidence, 1, "application/x-ndjson")
    with usenet.office.store.reading() as tx:
        kept = usenet.office.vault.get(tx, row.object, ObjectKind.CAPTURE, scope=row.case)
        log = "".join(event.model_dump_json() for event in events(tx))
    assert (b"CANARY" in kept, b"other@" in kept, b"Words of a message." in kept) == (False, False, True)
    assert "mail.test" not in log
    files = b"".join(p.read_bytes() for p in tmp_path.rglob("*") if p.is_file())
    assert b"CANARY" not in files
    assert b"Words of a message." not in files
    assert list(elsewhere.iterdir()) == []


@pytest.mark.attacks("lawful_methods", "plan_only")
@pytest.mark.parametrize(
    "private",
    [
        message(group=PRIVATE),
        message("somebody@mail.test", "CANARY", group=PRIVATE, number=2),
        message(more=GMAIL),
        message("somebody@mail.test", "CANARY", more=GMAIL, number=2),
        message(group="X-Newsgroups: alt.synthetic"),
        message(group="Subject2: Newsgroups: alt.synthetic"),
        message(group=PRIVATE, body="\nNewsgroups: alt.synthetic"),
    ],
)
@pytest.mark.parametrize("first", [True, False])
def test_mailbox_is_refused_as_a_whole(usenet: World, private: str, *, first: bool) -> None:
    public = message(number=9)
    data = ((private + public) if first else (public + private)).encode()
    with refused("mail_not_public") as caught:
        import_step(usenet.office, usenet.actors["inv-1"], step_of(usenet), data, ".mbox", SIGNED_OUT)
    assert caught.value.law == 4
    assert "CANARY" not in caught.value.diagnostics()
    assert usenet.evidence("R1.001") == []


@pytest.mark.attacks("lawful_methods")
@pytest.mark.parametrize("method", [MethodStatement.CANDIDATE_PRESENT_CONSENTING, MethodStatement.CANDIDATE_OWN_EXPORT])
def test_archive_that_only_a_member_can_read_is_refused(usenet: World, method: MethodStatement) -> None:
    statement = SIGNED_OUT.model_copy(update={"method": method})
    with refused("archive_not_public", "export_not_readable"):
        import_step(usenet.office, usenet.actors["inv-1"], step_of(usenet), message().encode(), ".mbox", statement)


@pytest.mark.attacks("plan_only")
def test_archive_answers_the_step_for_posts_of_an_address_only(usenet: World) -> None:
    with refused("capture_is_mailbox"):
        import_step(
            usenet.office, usenet.actors["inv-1"], step_of(usenet, "profile"), message().encode(), None, SIGNED_OUT
        )


@pytest.mark.attacks("plan_only")
def test_archive_for_an_account_of_another_platform_is_refused(world: World) -> None:
    world.open_round(plan="declared-accounts")
    record_declaration(
        world.office,
        world.actors["inv-1"],
        Declaration(
            round=ROUND,
            candidate=1,
            kind=CandidateKind.ENTRY,
            identity=CandidateIdentity(full_name="Synthia Example", birth_date=date(1990, 1, 2)),
            accounts=(AccountDeclaration(platform="other", url="https://page.test/"),),
            none_declared=False,
            notice_version="2026-1",
            notice_acknowledged_on=date(2026, 1, 4),
        ),
        rules().platforms,
    )
    with refused("capture_is_mailbox"):
        import_step(world.office, world.actors["inv-1"], step_of(world), message().encode(), None, SIGNED_OUT)


@pytest.mark.attacks("plan_only")
def test_archive_of_another_place_than_the_declared_one_is_refused() -> None:
    with refused("capture_other_account"):
        import_archive(
            message().encode(), SIGNED_OUT, owner(url="https://lists.test/archive/synthetic"), WINDOW, Limits()
        )


@pytest.mark.attacks("plan_only")
@pytest.mark.parametrize("sender", ["", "nobody", "a@b, c@d"])
def test_account_without_an_address_takes_nobodys_messages(sender: str) -> None:
    with refused("archive_needs_address"):
        taken(message(sender), user="")


@pytest.mark.attacks("plan_only")
def test_messages_from_before_the_eighteenth_birthday_are_not_taken() -> None:
    with refused("archive_nothing_own"):
        taken(message(date="Tue, 1 Jan 2008 12:00:00 +0000"))


@pytest.mark.attacks("authentic_capture")
@pytest.mark.parametrize("what", ["page.html", "empty", "not an archive"])
def test_file_that_is_no_archive_is_not_read_as_one(usenet: World, what: str) -> None:
    data = {"page.html": b"<html><p>From x</p></html>", "empty": b"", "not an archive": b"From here on, words."}[what]
    with refused("capture_type_mismatch", "capture_empty", "capture_type_unknown"):
        import_step(usenet.office, usenet.actors["inv-1"], step_of(usenet), data, ".mbox", SIGNED_OUT)


@pytest.mark.attacks("authentic_capture")
def test_too_many_messages_and_too_long_heads_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    with refused("capture_damaged"):
        taken("From x\nFrom: " + OWN + "\nX: " + "y" * 70_000)
    monkeypatch.setattr(mail, "MAX_MESSAGES", 3)
    with refused("capture_bomb"):
        taken(*(message(number=n) for n in range(4)))


@pytest.mark.attacks("authentic_capture")
@pytest.mark.parametrize("depth", [5, 19, 21, 2000])
def test_deeply_nested_message_is_no_harm(depth: int) -> None:
    inner = "words"
    for level in range(depth):
        inner = f'Content-Type: multipart/mixed; boundary="b{level}"\n\n--b{level}\n{inner}\n--b{level}--'
    fields, body = inner.split("\n\n", 1)
    capture = taken(message(number=1), message(number=2, more=f"{fields}\n", body=body))
    assert len(capture.posts) == (2 if depth <= 20 else 1)


@pytest.mark.attacks("authentic_capture")
def test_memory_is_bounded_by_the_size_of_the_archive() -> None:
    data = (message("other@mail.test", "x" * 900_000, number=2) * 30).encode() + message().encode()
    tracemalloc.start()
    import_archive(data, SIGNED_OUT, owner(), WINDOW, Limits())
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < len(data) / 4
