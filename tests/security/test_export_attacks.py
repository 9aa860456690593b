"""Attacks by way of exports: private things that lie beside the public ones, and files made to harm their reader."""

import gzip
import io
import json
import stat
import tarfile
import tracemalloc
import zipfile
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import settings as fuzz
from hypothesis import strategies as st

from schemas.capture import StepOutcome
from schemas.case import Case
from schemas.declaration import AccountDeclaration, CandidateIdentity, Declaration
from schemas.evidence import Evidence, ObjectKind
from schemas.plan import Limits
from schemas.round import CandidateKind, DeviationKind, DeviationReason
from schemas.statement import CaptureStatement, MethodStatement
from tests.simulators.repository import varint
from tests.unit.collection.imports.exports import samples
from tests.unit.collection.imports.exports.samples import EXPORTS
from tests.unit.collection.imports.exports.test_exports import CONFIRMED, STATEMENT, WINDOW, account, taken
from tests.world import ROUND, World, capture_of, rules
from vetting.audit.recorder import events
from vetting.cases import expand
from vetting.clock import now
from vetting.collection.by_hand import import_step, record_step
from vetting.collection.imports.exports import READERS, import_export, parts
from vetting.collection.keep import keep
from vetting.collection.worklist import worklist
from vetting.errors import InputError, IntegrityError, PolicyError, VettingError
from vetting.intake.record import record_declaration
from vetting.rounds.deviations import decide_deviation, request_deviation

GIVEN = {
    "facebook",
    "facebook html",
    "instagram",
    "x",
    "reddit",
    "linkedin",
    "youtube",
    "mastodon",
    "bluesky",
    "tiktok",
}


def declared(world: World, platform: str) -> str:
    """Candidate 1 declares that account; the id of its step for posts."""
    world.open_round(plan="declared-accounts")
    url = {"youtube": "https://www.youtube.com/channel/UC" + "s" * 22}.get(platform)
    handle = {"mastodon": f"{samples.USER}@m.example", "bluesky": "synthetic.example", "youtube": None}.get(
        platform, samples.USER
    )
    record_declaration(
        world.office,
        world.actors["inv-1"],
        Declaration(
            round=ROUND,
            candidate=1,
            kind=CandidateKind.ENTRY,
            identity=CandidateIdentity(full_name="Synthia Example", birth_date=date(1990, 1, 2)),
            accounts=(AccountDeclaration(platform=platform, handle=handle, url=url),),
            none_declared=False,
            notice_version="2026-1",
            notice_acknowledged_on=date(2026, 1, 4),
        ),
        rules().platforms,
    )
    tasks = [t for t in worklist(world.office, world.actors["inv-1"], ROUND) if t.step.key == "posts"]
    return tasks[0].step.id if tasks else ""


def all_files(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file())


@pytest.mark.attacks("plan_only", "content_in_vault_only")
@pytest.mark.parametrize("name", sorted(EXPORTS))
def test_no_private_thing_is_in_what_is_kept(name: str) -> None:
    capture = taken(name, statement=CONFIRMED)
    everything = capture.data + capture.model_dump_json(exclude={"data"}).encode()
    assert b"CANARY" not in everything
    assert capture.posts


@pytest.mark.attacks("plan_only", "content_in_vault_only")
@pytest.mark.parametrize("name", ["facebook", "instagram", "linkedin", "tiktok"])
def test_no_private_thing_reaches_the_disk_or_the_vault(
    world: World, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    elsewhere = tmp_path / "temporary"
    elsewhere.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(elsewhere))
    platform, data = EXPORTS[name]
    step = declared(world, platform)
    evidence = import_step(world.office, world.actors["inv-1"], step, data, None, CONFIRMED)
    assert b"CANARY" not in all_files(tmp_path)
    assert list(elsewhere.iterdir()) == []
    with world.office.store.reading() as tx:
        row = tx.get(Evidence, evidence)
        assert row.posts_object
        kept = world.office.vault.get(tx, row.object, ObjectKind.CAPTURE, scope=row.case)
        kept += world.office.vault.get(tx, row.posts_object, ObjectKind.POSTS, scope=row.case)
        log = json.dumps([event.model_dump(mode="json") for event in events(tx)])
    assert b"CANARY" not in kept
    assert b"ords" in kept  # the public items are there
    assert "CANARY" not in log
    assert '"own_export"' in log


@pytest.mark.attacks("plan_only", "content_in_vault_only")
@pytest.mark.parametrize("name", sorted(n for n in EXPORTS if EXPORTS[n][1].startswith(b"PK")))
def test_private_parts_are_never_even_unfolded(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    original = zipfile.ZipFile.open

    def spy(self: zipfile.ZipFile, entry: Any, *args: Any, **more: Any) -> Any:
        opened.append(entry if isinstance(entry, str) else entry.filename)
        return original(self, entry, *args, **more)

    monkeypatch.setattr(zipfile.ZipFile, "open", spy)
    taken(name, statement=CONFIRMED)
    words = ("message", "chat", "search", "draft", "contact", "ads", "ad-", "archive", "stories", "group", "deleted")
    assert opened
    assert not [n for n in opened if any(w in n.lower() for w in words)]


@pytest.mark.attacks("plan_only")
def test_posts_as_a_minor_in_an_export_are_not_taken() -> None:
    eighteenth = datetime(2025, 6, 1, 13, tzinfo=UTC)
    window = WINDOW.model_copy(update={"not_before": eighteenth})
    for name in EXPORTS:
        with pytest.raises(InputError):
            taken(name, statement=CONFIRMED, window=window)


@pytest.mark.attacks("lawful_methods", "plan_only", "uniform_plan")
def test_export_replaces_what_a_program_collects_only_after_an_approved_repetition(opened: World) -> None:
    actor, data = opened.actors["inv-1"], EXPORTS["mastodon outbox"][1]
    case = opened.declare(1)
    with opened.office.store.transaction() as tx:
        steps = expand(tx, tx.get(Case, case))
    first = next(s for s in steps if s.key == "posts")
    with pytest.raises(PolicyError) as refusal:
        import_step(opened.office, actor, first.id, data, None, STATEMENT)
    assert refusal.value.code == "method_not_listed"
    assert opened.evidence(case) == []
    for step in steps:
        failed = capture_of(None, ()).model_copy(update={"outcome": StepOutcome.FAILED, "reason": "timeout"})
        keep(opened.office, actor, step.id, failed, started_at=now())
    deviation = request_deviation(
        opened.office,
        actor,
        round_id=ROUND,
        case_id=case,
        kind=DeviationKind.REPEAT_STEP,
        reason=DeviationReason.PLATFORM_UNAVAILABLE,
        note="The synthetic server is gone.",
        step_key="posts",
        account=first.account,
    )
    decide_deviation(opened.office, opened.actors["rev-1"], deviation, approve=True)
    again = next(s.id for s in opened.steps(case) if s.outcome is None)
    assert import_step(opened.office, actor, again, data, None, STATEMENT)


@pytest.mark.attacks("lawful_methods", "plan_only")
def test_export_answers_only_the_step_for_posts(world: World) -> None:
    posts = declared(world, "instagram")
    actor = world.actors["inv-1"]
    other = next(t.step.id for t in worklist(world.office, actor, ROUND) if t.step.id != posts)
    with pytest.raises(PolicyError) as refusal:
        import_step(world.office, actor, other, EXPORTS["instagram"][1], None, STATEMENT)
    assert refusal.value.code == "export_for_posts_only"
    with world.office.store.reading() as tx:
        assert (events(tx)[-1].code, events(tx)[-1].subject) == ("export_for_posts_only", other)


@pytest.mark.attacks("lawful_methods")
def test_export_is_not_taken_for_a_capture_and_a_capture_not_for_an_export(world: World) -> None:
    step = declared(world, "instagram")
    seen = STATEMENT.model_copy(update={"method": MethodStatement.SIGNED_OUT_PUBLIC_PAGE})
    for statement, data in ((seen, EXPORTS["instagram"][1]), (STATEMENT, b"<!doctype html><html><p>words</p></html>")):
        with pytest.raises(VettingError):
            import_step(world.office, world.actors["inv-1"], step, data, None, statement)
    assert world.evidence("R1.001") == []
    with pytest.raises(InputError):
        import_export(EXPORTS["x"][1], None, seen, account("x"), WINDOW, Limits())
    with pytest.raises(InputError) as refusal:
        record_step(world.office, world.actors["inv-1"], step, StepOutcome.NO_CONTENT, STATEMENT)
    assert refusal.value.code == "statement_does_not_fit"


@pytest.mark.attacks("lawful_methods")
def test_nobody_but_the_investigator_imports_an_export(world: World) -> None:
    step = declared(world, "instagram")
    for person in ("board-1", "rev-1", "aud-1", "admin-1"):
        with pytest.raises(PolicyError) as refusal:
            import_step(world.office, world.actors[person], step, EXPORTS["instagram"][1], None, STATEMENT)
        assert refusal.value.code != "export_other_account"


def refused(name: str, data: bytes) -> str:
    platform, _ = EXPORTS[name]
    with pytest.raises((InputError, IntegrityError)) as refusal:
        import_export(data, None, CONFIRMED, account(platform), WINDOW, Limits())
    return refusal.value.code


@pytest.mark.attacks("authentic_capture")
@pytest.mark.parametrize("entry", ["../data/tweets.js", "/data/tweets.js", "C:/data/tweets.js", "a\\data\\tweets.js"])
def test_part_that_points_outside_the_archive_is_refused(entry: str) -> None:
    assert refused("x", samples.zipped({entry: "[]"})) == "capture_unsafe_path"
    if "\\" not in entry:
        assert (
            refused("mastodon", samples.tarred({entry.replace("tweets.js", "outbox.json"): "{}"}))
            == "capture_unsafe_path"
        )


@pytest.mark.attacks("authentic_capture")
@pytest.mark.parametrize("kind", [tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.FIFOTYPE, tarfile.CHRTYPE])
def test_link_or_device_in_a_tar_is_refused(kind: bytes) -> None:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        entry = tarfile.TarInfo("outbox.json")
        entry.type, entry.linkname = kind, "/etc/passwd"
        archive.addfile(entry)
    assert refused("mastodon", gzip.compress(out.getvalue())) == "capture_unsafe_path"


@pytest.mark.attacks("authentic_capture")
def test_link_in_a_zip_is_refused() -> None:
    out = io.BytesIO(EXPORTS["x"][1])
    with zipfile.ZipFile(out, "a") as archive:
        link = zipfile.ZipInfo("data/tweets-part9.js")
        link.external_attr = (stat.S_IFLNK | 0o777) << 16
        archive.writestr(link, "/etc/passwd")
    assert refused("x", out.getvalue()) == "capture_unsafe_path"


@pytest.mark.attacks("authentic_capture")
@pytest.mark.parametrize("form", ["zip", "tar.gz"])
def test_archive_bomb_is_refused_in_little_memory(form: str) -> None:
    zeros = bytes(300_000_000)
    if form == "zip":
        name, bomb = "x", samples.zipped({"data/tweets.js": zeros})
    else:
        name, bomb = "mastodon", samples.tarred({"outbox.json": zeros})
    del zeros
    tracemalloc.start()
    code = refused(name, bomb)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert code == "capture_bomb"
    assert peak < 5_000_000


@pytest.mark.attacks("authentic_capture")
def test_tar_that_unfolds_for_ever_before_its_parts_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parts, "_MAX_TAR", 2_000_000)
    assert refused("mastodon", samples.tarred({"media.bin": bytes(8_000_000), **samples.mastodon()})) == "capture_bomb"


@pytest.mark.attacks("authentic_capture")
def test_parts_are_bounded_together(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parts, "MAX_PARTS", 200_000)
    many = {f"data/tweets-part{n}.js": json.dumps([str(n) * 50_000]) for n in range(9)}
    assert refused("x", samples.zipped(many)) == "capture_bomb"


@pytest.mark.attacks("authentic_capture")
@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("bluesky", EXPORTS["bluesky"][1] + EXPORTS["x"][1]),
        ("tiktok", EXPORTS["tiktok"][1] + EXPORTS["x"][1]),
        ("mastodon", EXPORTS["mastodon"][1] + EXPORTS["x"][1]),
        ("x", b"%PDF-1.7\n" + EXPORTS["x"][1]),
    ],
)
def test_file_that_is_two_things_is_refused(name: str, data: bytes) -> None:
    assert refused(name, data) == "capture_type_ambiguous"


@pytest.mark.attacks("authentic_capture")
@pytest.mark.parametrize("name", sorted(EXPORTS))
@pytest.mark.parametrize(
    "wrong", [b"", b"words", b"\x89PNG\r\n\x1a\n", b"<html></html>", b"PK\x03\x04", b"\x1f\x8b\x08", b"{}", b"[]"]
)
def test_other_file_is_refused(name: str, wrong: bytes) -> None:
    assert refused(name, wrong) in ("export_not_readable", "capture_damaged", "export_nothing_public")


@pytest.mark.attacks("authentic_capture")
@pytest.mark.parametrize("name", sorted(GIVEN))
def test_export_of_another_platform_is_refused(name: str) -> None:
    for platform in sorted(set(READERS) - {EXPORTS[name][0], "pixelfed"}):
        if {platform, EXPORTS[name][0]} in ({"mastodon", "pixelfed"}, {"tiktok", "mastodon"}):
            continue
        with pytest.raises(VettingError):
            import_export(EXPORTS[name][1], None, CONFIRMED, account(platform), WINDOW, Limits())


@pytest.mark.attacks("authentic_capture")
def test_repository_block_that_was_altered_is_refused() -> None:
    altered = EXPORTS["bluesky"][1].replace(b"Public words one", b"Public words ONE")
    assert refused("bluesky", altered) == "export_digest_mismatch"


@pytest.mark.attacks("authentic_capture")
@pytest.mark.parametrize("depth", [100, 100_000])
def test_deep_nesting_ends_in_a_refusal(depth: int) -> None:
    deep = varint(depth + 20) + b"\xa2eroots\x81" + b"\x81" * depth + b"\xf6"
    assert refused("bluesky", deep) == "capture_damaged"
    assert refused("tiktok", b"[" * depth) == "capture_damaged"
    assert refused("mastodon", b'{"orderedItems":' * depth) == "capture_damaged"


@pytest.mark.attacks("authentic_capture")
@fuzz(max_examples=400, deadline=None)
@given(data=st.data(), name=st.sampled_from(sorted(EXPORTS)))
def test_altered_export_ends_in_a_capture_or_a_refusal_and_never_keeps_a_canary(data: st.DataObject, name: str) -> None:
    platform, original = EXPORTS[name]
    body = bytearray(original)
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(body) - 1))
        body[at : at + data.draw(st.integers(0, 3))] = data.draw(st.binary(max_size=4))
        if not body:
            return
    try:
        import_export(bytes(body), None, STATEMENT, account(platform), WINDOW, Limits())
    except VettingError as refusal:
        if samples.USER in refusal.diagnostics() or "CANARY" in refusal.diagnostics():
            pytest.fail("the refusal names something of the export")


ANY = st.recursive(
    st.one_of(
        st.none(), st.booleans(), st.integers(), st.floats(), st.text(st.characters(exclude_categories=[]), max_size=20)
    ),
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(st.text(max_size=6), inner, max_size=3)),
    max_leaves=6,
)


@pytest.mark.attacks("authentic_capture")
@fuzz(max_examples=400, deadline=None)
@given(data=st.data(), name=st.sampled_from(["facebook", "instagram", "x", "mastodon", "tiktok zip"]))
def test_any_value_anywhere_in_a_json_export_ends_in_a_capture_or_a_refusal(data: st.DataObject, name: str) -> None:
    files = {
        "facebook": samples.facebook,
        "instagram": samples.instagram,
        "x": lambda: samples.x(protected=[]),
        "mastodon": samples.mastodon,
        "tiktok zip": lambda: {"user_data_tiktok.json": json.dumps(samples.tiktok())},
    }[name]()
    part = data.draw(st.sampled_from(sorted(n for n in files if n.endswith((".js", ".json")))))
    head, _, text = str(files[part]).rpartition(" = ")
    value = json.loads(text)
    place: Any = value
    while isinstance(place, dict | list) and place:
        key: Any = data.draw(st.sampled_from(sorted(place) if isinstance(place, dict) else list(range(len(place)))))
        if data.draw(st.integers(0, 2)) == 0 or not isinstance(place[key], dict | list) or not place[key]:
            place[key] = data.draw(ANY)
            break
        place = place[key]
    files[part] = f"{head} = {json.dumps(value)}" if head else json.dumps(value)
    try:
        capture = import_export(samples.zipped(files), None, STATEMENT, account(EXPORTS[name][0]), WINDOW, Limits())
    except VettingError:
        return
    assert capture.data


@pytest.mark.attacks("authentic_capture")
@fuzz(max_examples=400, deadline=None)
@given(body=st.one_of(st.binary(max_size=200), st.binary(max_size=80).map(lambda b: b"\xa2eroots" + b)))
def test_any_bytes_as_a_repository_end_in_a_refusal(body: bytes) -> None:
    for data in (body, varint(len(body)) + body):
        with pytest.raises((InputError, IntegrityError)):
            import_export(data, None, STATEMENT, account("bluesky"), WINDOW, Limits())


@pytest.mark.attacks("authentic_capture")
@fuzz(max_examples=300, deadline=None)
@given(
    text=st.one_of(st.text(max_size=300), st.lists(st.text(max_size=20), max_size=8).map(",".join)),
    name=st.sampled_from(["reddit", "linkedin", "youtube"]),
)
def test_any_text_as_a_table_ends_in_a_capture_or_a_refusal(text: str, name: str) -> None:
    part = {
        "reddit": "posts.csv",
        "linkedin": "Shares.csv",
        "youtube": "Takeout/YouTube/comments/comments.csv",
    }[name]
    head = str(
        {"reddit": samples.reddit(), "linkedin": samples.linkedin(), "youtube": {part: "Comment Text\n"}}[name][part]
    )
    data = samples.zipped({part: head.split("\n", maxsplit=1)[0] + "\n" + text})
    try:
        import_export(data, None, CONFIRMED, account(name), WINDOW, Limits())
    except VettingError:
        return


def test_statement_says_by_itself_that_an_export_was_volunteered() -> None:
    assert CaptureStatement.model_validate(STATEMENT.model_dump()).audience_confirmed_public is False
