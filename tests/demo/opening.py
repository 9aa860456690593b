"""The first half of the story: an office, a round, declarations, collection."""

from datetime import timedelta
from pathlib import Path

from tests.demo.cast import AGENCY, CANDIDATES, CAPTURE, PEOPLE, ROUND, TODAY, declarations, round_file, statement
from tests.demo.stage import Stage
from tests.simulators.blog import BlogSim
from tests.simulators.fediverse import FediverseSim


def an_office(stage: Stage) -> None:
    stage.scene(
        "An agency and its people",
        "Everybody makes a key on their own machine and sends only the public part. What a person may do hangs on that key. "
        "Before each command stands the person who types it.",
    )
    for person, what in PEOPLE.items():
        secret = Path(f"people/{person}.passphrase")
        secret.touch(mode=0o600)
        secret.write_text(f"synthetic passphrase of {person}\n", encoding="ascii")
        stage.run(person, "key", "new", "--id", person, "--out", f"people/{person}.key.json", last=0)
        stage.show(f"{person}: {what}")
    agency = Path("people/agency.passphrase")
    agency.touch(mode=0o600)
    agency.write_text("synthetic passphrase of the agency\n", encoding="ascii")
    stage.run(
        "admin-1",
        "init",
        "--agency",
        AGENCY,
        "--admin-public",
        "people/admin-1.pub.json",
        shows=["The installation is made"],
    )
    for person in list(PEOPLE)[1:]:
        stage.run("admin-1", "person", "add", person, "--public", f"people/{person}.pub.json", last=0)


def a_round(stage: Stage) -> None:
    stage.scene(
        "A hiring round, its plan frozen for everybody",
        f"{len(CANDIDATES)} candidates, each a number. Bridgeport's General Order 5.14 is the policy pack. Plan, policy, conduct codes and "
        "lexicon are frozen by digest; nobody can search one candidate differently from another.",
    )
    Path("given/round.yaml").write_text(round_file(), encoding="utf-8")
    stage.run("admin-1", "round", "open", "given/round.yaml", shows=["is open: 7 candidates"])
    stage.tell("The board decides; so whoever works on the round may not sit on it, and the other way round:")
    stage.refused(
        "admin-1",
        "round",
        "assign",
        ROUND,
        "--person",
        "rev-1",
        "--role",
        "decision_maker",
        code="role_conflict",
        shows=["IV. D. 2"],
    )
    stage.tell("The investigator has a role, but no current designation, confidentiality acknowledgement and training:")
    stage.refused("inv-1", "collect", ROUND, code="credential_missing", shows=["IV. D. 3"])
    since = f"{TODAY - timedelta(days=200):%Y-%m-%d}"
    for kind in ("sensitive_position", "confidentiality", "training"):
        stage.run("admin-1", "person", "credential", "inv-1", "--kind", kind, "--from", since, last=1)


def declared(stage: Stage, fediverse: FediverseSim, site: BlogSim) -> None:
    stage.scene(
        "Candidates declare their accounts, or that they have none",
        "No field can hold a password, and a text that looks like one is refused (C.G.S. 31-40x; Bridgeport IV. D. 4). "
        "The message names the place, never what stands there:",
    )
    file = Path("given/declarations.yaml")
    file.write_text(declarations(fediverse, site, password=True), encoding="utf-8")
    text = stage.refused("inv-1", "declare", str(file), "--round", ROUND, code="authenticator_password_label")
    stage.check("correct-horse" not in text, "the refusal repeats the password")
    stage.tell("With the password taken out:")
    file.write_text(declarations(fediverse, site), encoding="utf-8")
    stage.run(
        "inv-1",
        "declare",
        str(file),
        "--round",
        ROUND,
        shows=["Candidate 1: declaration version 1 recorded, an explicit none"],
    )


def collected(stage: Stage, fediverse: FediverseSim) -> None:
    stage.scene(
        "Collection: one plan for everybody, one outcome for every step",
        "Public API, feed, public page; nothing that needs a sign-in. The server of candidate 3 fails twice and is asked again; "
        "the account of candidate 2 is private, and that is an outcome too.",
    )
    stage.run(
        "inv-1", "collect", ROUND, shows=["captured", "not public", "not applicable", "Steps that wait for a person"]
    )
    asked = [r.path for r in fediverse.requests].count(fediverse.statuses_path("specimen_three"))
    stage.check(asked == 3, "the server that failed twice was asked three times")
    stage.tell(
        f"The server of candidate 3 was asked {asked} times for the posts: twice it failed. Run again, there is nothing left to do:"
    )
    before = len(fediverse.requests)
    stage.run("inv-1", "collect", ROUND, last=1)
    stage.check(len(fediverse.requests) == before, "nothing is asked for twice")


def by_hand(stage: Stage) -> None:
    case = f"{ROUND}.007"
    stage.scene(
        "What no program may collect, a person captures",
        "Candidate 7 also declared an account on a service that only an investigator may look at, signed out. The plan says how. "
        "Until it is done, nothing of this candidate can be released:",
    )
    stage.refused("rev-1", "release", case, code="out_of_order")
    stage.run("rev-1", "case", "show", case, shows=["steps_missing"], last=8)
    steps = stage.run("inv-1", "step", "worklist", ROUND, shows=[f"{case}.S"])
    profile, posts = sorted({word for word in steps.replace("│", " ").split() if word.startswith(f"{case}.S")})
    file = Path("given/capture.html")
    file.write_text(CAPTURE, encoding="utf-8")
    stage.run("inv-1", "step", "import", profile, str(file), "--statement", "-", given=statement(), shows=["is kept"])
    file.unlink()
    stage.tell(
        "The service's list of posts cannot be reached by anybody these days. Leaving a step out is a deviation: asked for with a "
        "reason, decided by somebody else, shown to the auditor.",
    )
    account = f"{case}.A2"
    stage.check(posts, "two steps wait")
    reason = "The service has switched off its public list of posts for everybody; checked on two machines."
    stage.run(
        "inv-1", "deviation", "request", ROUND, "--kind", "omit_step", "--reason", "platform_unavailable",
        "--case", case, "--step", "posts", "--account", account, "--note-file", "-", given=reason, shows=["is asked for"],
    )  # fmt: skip
    stage.refused("inv-1", "deviation", "approve", f"{ROUND}.deviation-1", code="four_eyes")
    stage.run("rev-1", "deviation", "approve", f"{ROUND}.deviation-1", shows=["is approved"])
