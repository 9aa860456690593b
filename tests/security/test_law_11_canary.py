"""Law 11: no content outside the vault. A random string is planted wherever content is written, and searched for everywhere.

The same with Prefect and the command line is in tests/flows and tests/functional.
"""

import base64
import json
import logging
import secrets
import tempfile
import urllib.parse
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from schemas.case import Case
from schemas.declaration import AccountDeclaration, CandidateIdentity, Declaration
from schemas.draft import ReturnReason, ReviewDecision
from schemas.evidence import AttributionFactor, AttributionStatus, OpenReason
from schemas.finding import Citation, Means, Verdict
from schemas.person import Role
from schemas.round import DeviationKind, DeviationReason
from tests.security.doors import refused
from tests.world import ROUND, World, capture_of, person_key, rules, the_redactor
from vetting.audit.exporting import export_log
from vetting.cases import expand, settle
from vetting.clock import now
from vetting.collection.keep import keep
from vetting.errors import VettingError
from vetting.findings.record import record_finding
from vetting.findings.validate import record_attribution, record_corroboration
from vetting.intake import read_declarations
from vetting.intake.record import record_declaration
from vetting.redaction.drafting import prepare_draft
from vetting.redaction.editing import confirm_spans, submit_draft
from vetting.review.decide import decide
from vetting.rounds.deviations import decide_deviation, request_deviation
from vetting.rounds.people import assign, enrol
from vetting.sealing.open import open_sealed
from vetting.sealing.release import fetch, release
from vetting.validation.report import validate
from vetting.vault.custody import open_posts

LETTERS = "bcdfghjklmnpqrstvwxz"


def token() -> str:
    """A word that nothing else contains."""
    return "".join(secrets.choice(LETTERS) for _ in range(14))


def forms(canary: str) -> Iterator[bytes]:
    """The ways in which the same word may lie in a file: encodings, cases, base64 at each offset, escapes."""
    for word in {canary, canary.upper(), canary.capitalize(), canary[::-1]}:
        for encoding in ("utf-8", "utf-16-le", "utf-16-be", "utf-32-le"):
            data = word.encode(encoding)
            yield data
            for shift in range(3):
                # inner characters only: those at the edges depend on the neighbours
                yield base64.b64encode(b"\0" * shift + data)[4:-4]
        yield word.encode().hex().encode()
        yield "".join(f"\\u{ord(c):04x}" for c in word).encode()
        yield "".join(f"%{ord(c):02x}" for c in word).encode()


def found_in(data: bytes, canaries: dict[str, str]) -> set[str]:
    low = data.lower()
    return {
        what
        for what, canary in canaries.items()
        for form in forms(canary)
        if form in data or (form.lower() in low and len(form) > 12)
    }


def everything_written(folder: Path) -> Iterator[tuple[str, bytes]]:
    for path in folder.rglob("*"):
        yield f"name of {path.relative_to(folder)}", str(path.relative_to(folder)).encode()
        if path.is_file():
            yield str(path.relative_to(folder)), path.read_bytes()


def test_search_finds_what_it_should_find(tmp_path: Path) -> None:
    """The search itself must be able to fail."""
    canaries = {"it": token()}
    for number, form in enumerate(forms(canaries["it"])):
        (tmp_path / str(number)).write_bytes(b"xx" + form + b"yy")
    (tmp_path / f"a-{canaries['it']}-b").mkdir()
    hits = [where for where, data in everything_written(tmp_path) if found_in(data, canaries)]
    assert len(hits) == len(list(forms(canaries["it"]))) + 1


@pytest.mark.attacks("content_in_vault_only", "evidence_encrypted")
def test_planted_words_are_nowhere_outside_vault_and_sealed_summary(
    opened: World,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
    caplog: pytest.LogCaptureFixture,
) -> None:
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    monkeypatch.setenv("TMPDIR", str(scratch))
    monkeypatch.setattr(tempfile, "tempdir", str(scratch))
    caplog.set_level(logging.DEBUG)
    canaries = {
        what: token()
        for what in ("name", "handle", "mail", "post", "narrative", "context", "note", "deviation", "review", "attempt")
    }
    messages = _round(opened, canaries)
    export_log(opened.office, opened.actors["aud-1"], opened.office.settings.home / "log.jsonl")

    written = list(everything_written(opened.office.settings.home)) + list(everything_written(scratch))
    assert {"vetting.db", "vetting.db-wal", "log.jsonl"} <= {where for where, _ in written}
    assert sum(where.startswith("vault/") for where, _ in written) > 10
    captured = capfd.readouterr()
    written += [("stdout", captured.out.encode()), ("stderr", captured.err.encode()), ("logging", caplog.text.encode())]
    written += [(f"message {n}", text.encode()) for n, text in enumerate(messages)]
    assert {where: hit for where, data in written if (hit := found_in(data, canaries))} == {}

    sealed = fetch(opened.office, opened.actors["board-1"], "R1.001")
    summary = open_sealed(sealed, person_key("board-1"), opened.office.keys.public)
    shown = found_in(summary.model_dump_json().encode(), canaries)
    assert shown == {"post", "narrative", "context"}  # what a finding tells; never name, handle or address
    items = open_posts(opened.office, opened.actors["inv-1"], "R1.001.E1", OpenReason.FIND)
    assert canaries["post"] in items[0].text


def _round(world: World, canaries: dict[str, str]) -> list[str]:
    """A whole round with the words in it, and refusals on the way; returns the refusals' messages."""
    office, inv, rev = world.office, world.actors["inv-1"], world.actors["rev-1"]
    messages = _refusals(world, canaries)
    declaration = Declaration(
        round=ROUND,
        candidate=1,
        kind="entry",
        identity=CandidateIdentity(
            full_name=f"Jordan {canaries['name'].capitalize()}",
            birth_date=date(1990, 1, 2),
            emails=(f"{canaries['mail']}@mail.example",),
        ),
        accounts=(AccountDeclaration(platform="mastodon", url=f"http://127.0.0.1:9/@{canaries['handle']}"),),
        notice_version="2026-1",
        notice_acknowledged_on=date(2026, 1, 15),
    )
    case = record_declaration(office, inv, declaration, rules().platforms)
    with office.store.transaction() as tx:
        pending = expand(tx, tx.get(Case, case))
    text = f"Drove at twice the limit past the {canaries['post']} bridge."
    for step in pending[:1]:
        keep(office, inv, step.id, capture_of(None, (text,)), started_at=now())
    deviation = request_deviation(
        office,
        inv,
        ROUND,
        DeviationKind.OMIT_STEP,
        DeviationReason.OTHER,
        f"The {canaries['deviation']} was down for a month.",
        case_id=case,
        step_key="posts",
        account=f"{case}.A1",
    )
    decide_deviation(office, rev, deviation, approve=True)
    with office.store.transaction() as tx:
        settle(tx, case)
    content = world.content(
        case,
        item=1,
        citations=(Citation(evidence=f"{case}.E1", item=1, start=0, end=len(text)),),
        quotation=text,
        narrative=f"The candidate wrote of the {canaries['narrative']} bridge.",
        context=f"It was taken down after the {canaries['context']} meeting.",
    )
    with refused("quotation_differs") as caught:
        record_finding(office, inv, case, content.model_copy(update={"quotation": canaries["attempt"]}))
    messages.append(caught.value.diagnostics())
    finding = record_finding(office, inv, case, content)
    record_attribution(office, inv, f"{case}.A1", AttributionStatus.ATTRIBUTED, (AttributionFactor.DECLARED,))
    record_corroboration(
        office, inv, finding, Means.INTERVIEW, Verdict.CONFIRMED, f"Asked about the {canaries['note']} bridge."
    )
    for returned in (True, False):
        draft = confirm_spans(office, inv, prepare_draft(office, inv, case, the_redactor()))
        report = validate(office, inv, draft)
        assert report.passed, report.failures
        submit_draft(office, inv, draft)
        if returned:
            decide(
                office,
                rev,
                draft,
                ReviewDecision.RETURNED,
                reasons=(ReturnReason.OTHER,),
                note=f"Look at {canaries['review']} again.",
            )
    decide(office, rev, draft, ReviewDecision.APPROVED, certify=True)
    release(office, rev, case)
    return messages


def _refusals(world: World, canaries: dict[str, str]) -> list[str]:
    """What a hurried person types in the wrong place: names, handles and passwords of a candidate."""
    word = f"{canaries['attempt']} {canaries['name']}"
    office, actors = world.office, world.actors
    bad = json.dumps(
        [{"round": ROUND, "candidate": 1, "accounts": [{"platform": word, "handle": word}], "password": word}]
    )
    secret = json.dumps(
        [{"round": ROUND, "candidate": 1, "kind": "entry", "identity": {"full_name": f"password: {word}"}}]
    )
    attempts = (
        lambda: read_declarations(bad.encode(), "d.json", platforms=rules().platforms),
        lambda: read_declarations(secret.encode(), "d.json", platforms=rules().platforms),
        lambda: read_declarations(word.encode(), "d.yaml", platforms=rules().platforms),
        lambda: open_posts(office, actors["inv-1"], f"R1.001.{word}", OpenReason.FIND),
        lambda: open_posts(office, actors["inv-1"], word, OpenReason.FIND),
        lambda: assign(office.store, actors["admin-1"], ROUND, word, Role.REVIEWER),
        lambda: enrol(office.store, actors["admin-1"], word, person_key("spare-3").public),
        lambda: prepare_draft(office, actors["inv-1"], word, the_redactor()),
        lambda: record_finding(office, actors["inv-1"], word, _content(word)),
        lambda: request_deviation(
            office,
            actors["inv-1"],
            ROUND,
            DeviationKind.OTHER,
            DeviationReason.OTHER,
            f"Because of {word}.",
            step_key=word,
        ),
    )
    messages = []
    for attempt in attempts:
        with pytest.raises(VettingError) as caught:
            attempt()
        messages.append(caught.value.diagnostics())
        messages.append(urllib.parse.unquote(str(caught.value)))
    return messages


def _content(word: str) -> "object":
    from schemas.finding import Basis, FindingContent

    return FindingContent(code="bias", basis=(Basis.CONDUCT,), citations=(), narrative=f"About {word}.")
