"""Archives of newsgroups and lists: which messages are taken, what of them is, and in what form it is kept."""

import base64
import hashlib
import json
from contextlib import suppress
from datetime import UTC, datetime
from typing import Any

import pytest

from schemas.account import DeclaredAccount
from schemas.capture import Capture, StepOutcome
from schemas.plan import Limits
from schemas.platform import Method, Platform
from schemas.post import Authorship
from schemas.window import Window
from tests.growth import stays_linear
from tests.unit.collection.imports.samples import message
from tests.unit.collection.imports.test_imports import SIGNED_OUT
from vetting.collection.imports.mail import import_archive
from vetting.collection.imports.mail_text import MARK, own_words
from vetting.collection.imports.whose import Owner
from vetting.errors import InputError, VettingError

OWN = "synthia@mail.test"
WINDOW = Window(not_before=datetime(2020, 1, 1, tzinfo=UTC), not_after=datetime(2026, 1, 1, tzinfo=UTC))
PLATFORM = Platform(id="usenet", name="Usenet", method=Method.MANUAL_CAPTURE)


def owner(user: str = OWN, url: str | None = None) -> Owner:
    declared = DeclaredAccount(
        id="C1.A1", platform="usenet", method=Method.MANUAL_CAPTURE, host="", target="", user=user, handle=user, url=url
    )
    return Owner(declared, PLATFORM)


def taken(*messages: str | bytes, user: str = OWN, window: Window = WINDOW, **limits: int) -> Capture:
    data = b"".join(m if isinstance(m, bytes) else m.encode() for m in messages)
    return import_archive(data, SIGNED_OUT, owner(user), window, Limits(**limits))


def head(capture: Capture) -> dict[str, Any]:
    return dict(json.loads(capture.data.split(b"\n")[0]))


def test_own_messages_are_taken_and_all_others_are_counted() -> None:
    data = (message(number=1), message("Other <other@mail.test>", "CANARY words.", number=2), message(number=3))
    capture = taken(*data)
    assert (capture.outcome, capture.method, capture.left_out) == (StepOutcome.CAPTURED, Method.MANUAL_CAPTURE, 1)
    assert [(p.number, p.source_id, p.text) for p in capture.posts] == [
        (1, "1@mail.test", "Synthetic 1\n\nWords of a message."),
        (2, "3@mail.test", "Synthetic 3\n\nWords of a message."),
    ]
    assert {(p.author, p.authorship, p.time) for p in capture.posts} == {
        (OWN, Authorship.OWN, datetime(2025, 6, 1, 12, tzinfo=UTC))
    }
    whole = "".join(data).encode()
    first = head(capture)
    assert (first["messages"], first["taken"], first["left_out"]) == (3, 2, {"other_author": 1})
    assert (first["original_sha256"], first["original_bytes"]) == (hashlib.sha256(whole).hexdigest(), len(whole))
    line = json.loads(capture.data.split(b"\n")[1])
    assert (line["groups"], line["list"], line["attachments_not_kept"]) == (["alt.synthetic"], "", 0)
    assert line["message_sha256"] == hashlib.sha256(whole.split(b"\n", 1)[1].split(b"From synthia")[0]).hexdigest()


@pytest.mark.parametrize(
    ("sender", "own"),
    [
        (OWN, True),
        ("SYNTHIA@Mail.Test", True),
        (f"{OWN} (Synthia Example)", True),
        (f'"Synthia, E." <{OWN}>', True),
        (f"<{OWN}>", True),
        (f'"{OWN}" <other@mail.test>', False),
        (f"{OWN} <other@mail.test>", False),
        (f"other@mail.test ({OWN})", False),
        (f"{OWN}, other@mail.test", False),
        (f"<{OWN}>, <other@mail.test>", False),
        (f"x{OWN}", False),
        (f"{OWN}.example", False),
        ("Synthia Example", False),
        ("", False),
    ],
)
def test_only_the_one_address_of_the_from_line_counts(sender: str, own: bool) -> None:
    capture = taken(message(sender, "CANARY", number=1), message(number=2))
    assert [p.source_id for p in capture.posts] == (["1@mail.test", "2@mail.test"] if own else ["2@mail.test"])


def test_message_with_two_from_lines_is_nobodys() -> None:
    assert len(taken(message(more="From: other@mail.test\n"), message(number=2)).posts) == 1


@pytest.mark.parametrize(
    ("more", "reason"),
    [
        ({"date": "Sun, 1 Jun 2008 12:00:00 +0000"}, "outside_window"),
        ({"date": "Mon, 1 Jun 2026 12:00:00 +0000"}, "outside_window"),
        ({"date": "no day"}, "no_date"),
        ({"date": "Sun, 99 Jun 2025 99:00:00 +0000"}, "no_date"),
        ({"more": "X-No-Archive: yes\n"}, "archiving_refused"),
        ({"more": "Control: cancel <x@mail.test>\n"}, "not_a_post"),
        ({"number": 7}, "duplicate"),
        ({"body": "x" * 1_100_000}, "too_large"),
        ({"more": "Content-Type: multipart/mixed; boundary=b\n", "body": "boundary=\n" * 30}, "unreadable"),
    ],
)
def test_message_that_may_not_be_kept_is_counted_by_reason(more: dict[str, Any], reason: str) -> None:
    capture = taken(message(number=7), message(**{"number": 8, **more}))
    assert [p.source_id for p in capture.posts] == ["7@mail.test"]
    assert head(capture)["left_out"] == {reason: 1}


def test_limit_of_items_keeps_the_newest() -> None:
    days = [message(number=n, date=f"Sun, {n} Jun 2025 12:00:00 +0000") for n in range(1, 6)]
    capture = taken(*days, max_items=2)
    assert [p.source_id for p in capture.posts] == ["5@mail.test", "4@mail.test"]
    assert (capture.reason, capture.left_out) == ("item_limit", 3)


def test_archive_without_own_messages_is_refused_with_counts_and_no_names() -> None:
    with pytest.raises(InputError) as refusal:
        taken(message("other@mail.test"))
    assert (refusal.value.code, "1 other author" in refusal.value.message) == ("archive_nothing_own", True)
    assert "mail.test" not in refusal.value.diagnostics()


def body_of(body: str, more: str = "") -> str:
    (post,) = taken(message(body=body, more=more)).posts
    return post.text.removeprefix("Synthetic 1\n\n")


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Other wrote:\n> CANARY\n> CANARY\n\nMy answer.\n>> CANARY", f"Other wrote:\n{MARK}\n\nMy answer.\n{MARK}"),
        ("Mine.\n-----Original Message-----\nFrom: other\nCANARY", f"Mine.\n{MARK}"),
        ("Mine.\n\nbegin 644 p.png\n%<WEN=&@\n`\nend\nAlso mine.", "Mine.\n\nAlso mine."),
        ("Mine.\n=ybegin line=128 size=3 name=p\nCANARY\n=yend size=3\nAlso mine.", "Mine.\nAlso mine."),
        ("begin 644 is how I like to begin, and it has no end.\nWords.", "begin 644 is how I like to begin, and it has no end.\nWords."),
        ("begin 644 x\nwords, not a coded file\nend", "begin 644 x\nwords, not a coded file\nend"),
        (">From the start it is quoted by the archive.", "From the start it is quoted by the archive."),
        ("First.\n\n>From me, escaped by the archive.", "First.\n\nFrom me, escaped by the archive."),
    ],
)  # fmt: skip
def test_somebody_elses_words_and_files_in_the_text_are_left_out(body: str, expected: str) -> None:
    assert body_of(body) == expected


def test_attachments_and_forwarded_messages_are_counted_and_not_kept() -> None:
    parts = [
        "Content-Type: text/plain\n\nMine.",
        "Content-Type: text/plain\nContent-Disposition: attachment; filename=n.txt\n\nCANARY",
        "Content-Type: image/png\nContent-Transfer-Encoding: base64\n\nQ0FOQVJZ",
        "Content-Type: message/rfc822\n\nFrom: other@mail.test\nSubject: CANARY\n\nCANARY",
    ]
    body = "".join(f"--b\n{part}\n" for part in parts) + "--b--"
    capture = taken(message(body=body, more='Content-Type: multipart/mixed; boundary="b"\n'))
    assert capture.posts[0].text == "Synthetic 1\n\nMine."
    assert head(capture)["attachments_not_kept"] == 3
    assert b"CANARY" not in capture.data + capture.model_dump_json(exclude={"data"}).encode()


def test_html_message_gives_its_text_without_quotations() -> None:
    html = '<html><body><p>Mine, <a href="https://linked.test/a">linked</a>.</p><blockquote>CANARY</blockquote></body></html>'
    (post,) = taken(message(body=html, more="Content-Type: text/html\n")).posts
    assert "CANARY" not in post.text
    assert ("Mine, linked." in post.text, post.links) == (True, ("https://linked.test/a",))


def test_plain_text_is_preferred_to_html_and_encodings_are_undone() -> None:
    plain = base64.encodebytes("Grüße 🙂".encode()).decode()
    body = (
        f"--b\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n\n{plain}\n"
        "--b\nContent-Type: text/html\n\n<p>html</p>\n--b--"
    )
    assert body_of(body, "Content-Type: multipart/alternative; boundary=b\n") == "Grüße 🙂"
    latin = "Content-Type: text/plain; charset=latin-1\nContent-Transfer-Encoding: quoted-printable\n"
    assert body_of("Gr=FC=DFe", latin) == "Grüße"


def test_subject_and_thread_are_read() -> None:
    more = "In-Reply-To: <parent@mail.test>\nReferences: <root@mail.test> <parent@mail.test>\n"
    text = message(more=more).replace("Subject: Synthetic 1", "Subject: =?utf-8?q?Gr=C3=BC=C3=9Fe?=\n folded")
    (post,) = taken(text).posts
    assert (post.text.split("\n")[0], post.reply_to) == ("Grüße folded", "parent@mail.test")


@pytest.mark.parametrize("ends", [b"\n", b"\r\n"])
@pytest.mark.parametrize("group", ["Newsgroups: a.b, c.d", "List-Id: <list.test>", "Archived-At: <https://l.test/1>"])
def test_line_ends_and_signs_of_a_public_archive(ends: bytes, group: str) -> None:
    data = (message(group=group) + message(number=2, group=group)).encode().replace(b"\n", ends)
    assert len(taken(data).posts) == 2


@pytest.mark.parametrize("unit", ["> a\n", "begin 644 x\n", "=ybegin\n", "\n\n", ">", "M" + "A" * 60 + "\n"])
def test_time_of_a_text_grows_with_its_size(unit: str) -> None:
    assert stays_linear(lambda times: own_words(unit * times), small=4000, times=8, slack=4.0)


@pytest.mark.parametrize(
    "unit", [message(), message("other@mail.test"), "From x\nA: b\n\n", "From x\n", "\n\n", "a: b\n"]
)
def test_time_of_an_archive_grows_with_its_size(unit: str) -> None:
    def work(times: int) -> None:
        with suppress(VettingError):
            taken(message(), unit * times)

    assert stays_linear(work, small=150, times=8, slack=4.0)
