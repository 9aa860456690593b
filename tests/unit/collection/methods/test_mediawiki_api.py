"""The MediaWiki collector against a simulator of the documented API."""

from datetime import timedelta

import pytest

from schemas.capture import StepOutcome
from schemas.post import Authorship
from schemas.window import Window
from tests.simulators.wiki import NEWEST, PATH, SimEdit, WikiSim, edits
from tests.unit.collection.helpers import PROFILE, collect
from tests.unit.collection.warc_reading import records
from vetting.collection.methods.wiki_diff import added_text

pytestmark = pytest.mark.enable_socket
NAME = "Synthetic one"


def test_edits_are_all_collected_with_the_words_that_each_added() -> None:
    with WikiSim({NAME: edits(130)}) as sim:
        capture = collect(sim.declared("synthetic_one"))
    assert (capture.outcome, capture.reason) == (StepOutcome.CAPTURED, "")
    expected = [f"Article {n}\nedit {n}\n\nWords {n} — ünïcode 漢字 & <b>" for n in range(130, 0, -1)]
    assert [post.text for post in capture.posts] == expected
    assert {post.authorship for post in capture.posts} == {Authorship.OWN}
    assert capture.requests == 1 + 3 + 130
    assert len({post.record_id for post in capture.posts}) == 130


def test_edit_outside_the_window_is_neither_kept_nor_its_text_asked_for() -> None:
    with WikiSim({NAME: edits(40)}) as sim:
        window = Window(not_before=NEWEST - timedelta(hours=9), not_after=NEWEST)
        capture = collect(sim.declared(NAME), window=window)
    assert (len(capture.posts), capture.left_out, capture.requests) == (10, 30, 12)
    everything = b"".join(r.payload for r in records(capture.data))
    assert b"edit 31" in everything
    assert b"edit 30" not in everything


@pytest.mark.attacks("lawful_methods")
def test_what_the_wiki_has_hidden_is_not_asked_for() -> None:
    made = [
        SimEdit("Hidden", "never", NEWEST, hidden=("texthidden", "commenthidden")),
        SimEdit("Open", "words", NEWEST - timedelta(hours=1)),
    ]
    with WikiSim({NAME: made}) as sim:
        hidden, shown = collect(sim.declared(NAME)).posts
        assert sum(r.query.get("action") == "compare" for r in sim.requests) == 1
    assert (hidden.text, hidden.visibility) == ("Hidden", "hidden_by_wiki")
    assert (shown.text, shown.visibility) == ("Open\n\nwords", "public")


@pytest.mark.parametrize("new_page", [True, False])
def test_edit_that_vanishes_between_list_and_text_says_so(new_page: bool) -> None:
    made = [SimEdit("Gone", "never", NEWEST, "a comment", new_page=new_page, deleted_meanwhile=True)]
    with WikiSim({NAME: made}) as sim:
        (post,) = collect(sim.declared(NAME)).posts
    assert (post.text, post.visibility) == ("Gone\na comment", "withdrawn")


def test_only_inserted_parts_of_a_changed_line_are_the_accounts_own() -> None:
    body = (
        '<tr><td class="diff-marker"></td><td class="diff-deletedline"><div>old words of <del>another</del></div></td>'
        '<td class="diff-marker"></td><td class="diff-addedline"><div>old words of <ins>mine</ins> and <ins>more</ins></div></td></tr>'
        '<tr><td class="diff-marker"><a class="mw-diff-movedpara-right"></a></td><td class="diff-addedline"><div>moved</div></td></tr>'
        '<tr><td class="diff-addedline"><div>a whole line &amp; its end</div></td></tr>'
    )
    assert added_text(body) == "mine … more\n\na whole line & its end"


@pytest.mark.parametrize("body", ["", "<tr>", "<<<>", "\x00", "<td class='diff-addedline'>" * 5000])
def test_broken_difference_table_adds_nothing_or_little(body: str) -> None:
    assert len(added_text(body)) < 10_000


def test_user_page_is_the_profile() -> None:
    with WikiSim({NAME: []}, user_pages={NAME: (NAME, "I write about bridges.")}) as sim:
        (post,) = collect(sim.declared(NAME), PROFILE).posts
    assert (post.text, post.authorship, post.time) == ("I write about bridges.", Authorship.OWN, None)


def test_user_page_last_written_by_another_is_hosted() -> None:
    with WikiSim({NAME: []}, user_pages={NAME: ("Somebody", "He is a fraud.")}) as sim:
        (post,) = collect(sim.declared(NAME), PROFILE).posts
    assert (post.author, post.authorship) == ("Somebody", Authorship.HOSTED)


def test_account_without_user_page_has_no_profile() -> None:
    with WikiSim({NAME: []}, user_pages={NAME: (NAME, "")}) as sim:
        capture = collect(sim.declared(NAME), PROFILE)
    assert (capture.outcome, capture.reason) == (StepOutcome.NO_CONTENT, "no_user_page")


@pytest.mark.parametrize("name", ["Nobody here", "Bad#name"])
def test_unknown_user_is_not_found(name: str) -> None:
    with WikiSim({NAME: edits(2)}) as sim:
        capture = collect(sim.declared(name))
    assert (capture.outcome, capture.reason) == (StepOutcome.NOT_FOUND, "user_not_found")


def test_user_without_edits_is_no_content() -> None:
    with WikiSim({NAME: []}) as sim:
        assert collect(sim.declared(NAME)).outcome is StepOutcome.NO_CONTENT


@pytest.mark.parametrize(
    ("code", "outcome", "reason"),
    [
        ("readapidenied", StepOutcome.NOT_PUBLIC, "read_denied"),
        ("ratelimited", StepOutcome.FAILED, "api_rate_limited"),
        ("internal_api_error_DBQueryError", StepOutcome.FAILED, "api_error"),
        ("baduser", StepOutcome.NOT_FOUND, "user_not_found"),
    ],
)
def test_error_stated_with_http_200_is_an_outcome(code: str, outcome: StepOutcome, reason: str) -> None:
    with WikiSim({NAME: edits(2)}) as sim:
        body = f'{{"error": {{"code": "{code}", "info": "x"}}}}'.encode()
        sim.plant(sim.list_key, "replace", body=body, content_type="application/json")
        capture = collect(sim.declared(NAME))
    assert (capture.outcome, capture.reason) == (outcome, reason)


@pytest.mark.attacks("plan_only")
def test_contribution_of_another_user_is_refused() -> None:
    with WikiSim({NAME: edits(2), "Other": edits(2)}) as sim:
        other = b'{"query":{"usercontribs":[{"user":"Other","revid":1,"title":"foreign"}]}}'
        sim.plant(sim.list_key, "replace", body=other, content_type="application/json")
        capture = collect(sim.declared(NAME))
    assert (capture.outcome, capture.reason, capture.data) == (StepOutcome.FAILED, "other_account", b"")


def test_address_that_is_no_interface_is_not_asked() -> None:
    with WikiSim({NAME: edits(2)}) as sim:
        wrong = sim.declared(NAME).model_copy(update={"target": f"{sim.base_url}/wiki/User:One"})
        capture = collect(wrong)
        assert sim.requests == []
    assert (capture.outcome, capture.reason) == (StepOutcome.FAILED, "service_not_configured")


def test_sex_and_groups_of_the_user_are_not_asked_for() -> None:
    with WikiSim({NAME: edits(2)}) as sim:
        collect(sim.declared(NAME), PROFILE)
        (asked,) = [r for r in sim.requests if r.query.get("list") == "users" and r.path == PATH]
    assert asked.query["usprop"] == "editcount|registration"
