"""`vetting evidence`: list, open for a stated reason, export, and see who opened what."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from schemas.evidence import OpenReason
from vetting.cli.arguments import CaseId, EvidenceId
from vetting.cli.session import Key, acting, out, say, table

if TYPE_CHECKING:
    from schemas.post import Post

app = typer.Typer(help="Evidence: opened for a stated reason only, and on the record.", no_args_is_help=True)

_Reason = Annotated[OpenReason, typer.Option("--reason", help="Why you open it; it is logged.", show_default=False)]


@app.command("list")
def list_(case_id: CaseId, key: Key = None) -> None:
    """List the evidence items of a case: ids, digests and counts."""
    from vetting.cli import status_tables as tables
    from vetting.vault.custody import evidence_list

    with acting(key) as (office, actor):
        rows = evidence_list(office, actor, case_id)
    tables.evidence(rows)
    if rows:
        say(f"Next: `vetting evidence open {rows[0].id} --reason find`.")


@app.command("open")
def open_(
    evidence: EvidenceId,
    reason: _Reason,
    item: Annotated[int | None, typer.Option("--item", min=1, help="Show this item only.")] = None,
    find: Annotated[
        bool,
        typer.Option("--find", help="Look for a phrase (asked for, or from standard input) and print where it stands."),
    ] = False,
    key: Key = None,
) -> None:
    """Show the text of an evidence item on this screen, item by item, with the numbers that a finding cites."""
    from vetting.cli.given import read_text
    from vetting.vault.custody import open_posts

    with acting(key) as (office, actor):
        posts = [post for post in open_posts(office, actor, evidence, reason) if item in {None, post.number}]
        if find:
            import sys

            given = None if sys.stdin.isatty() else Path("-")
            _show_places(evidence, posts, read_text(given, "The exact words to look for"))
        else:
            _show_posts(posts)


def _show_posts(posts: "list[Post]") -> None:
    from rich.text import Text

    from vetting.sealing.render import safe

    if not posts:
        say("No item of that kind. A capture without text is cited as a whole: item 1, start 0, end 1.")
    for post in posts:
        when = f"{post.time:%Y-%m-%d %H:%M} UTC" if post.time else "no date"
        kind = "" if post.authorship == "own" else f", {post.authorship}"
        out().print(Text(f"Item {post.number}  {when}  {len(post.text)} characters{kind}", style="bold"))
        out().print(Text(safe(post.text)))


def _show_places(evidence: str, posts: "list[Post]", phrase: str) -> None:
    from vetting.errors import InputError

    if not phrase:
        raise InputError(
            "phrase_missing", "No words were given to look for.", remedy="Give them exactly as they stand."
        )
    rows = []
    for post in posts:
        start = post.text.find(phrase)
        while start >= 0:
            rows.append([evidence, post.number, start, start + len(phrase)])
            start = post.text.find(phrase, start + 1)
    table("Places (for the citations of a finding)", ["Evidence", "Item", "Start", "End"], rows)


@app.command("export")
def export(
    evidence: EvidenceId,
    reason: _Reason,
    out_file: Annotated[Path, typer.Option("--out", metavar="FILE", help="New file to write.", show_default=False)],
    key: Key = None,
) -> None:
    """Write the captured file, whole and checked, to a new file that only you can read."""
    from vetting.keys.files import require_free, write_new
    from vetting.vault.custody import open_capture

    require_free(out_file)
    with acting(key) as (office, actor):
        row, data = open_capture(office, actor, evidence, reason)
        write_new(out_file, data)
    say(
        f"{evidence} ({row.media_type}, {row.size} bytes, SHA-256 {row.sha256}) is written.",
        "This file is outside the vault now: guard it, and delete it when you are done.",
    )


@app.command("custody")
def custody(evidence: EvidenceId, key: Key = None) -> None:
    """Show who kept and who opened an evidence item, when and why."""
    from vetting.cli import status_tables as tables
    from vetting.vault.custody import custody as custody_of

    with acting(key) as (office, actor):
        rows = custody_of(office, actor, evidence)
    tables.events(f"Custody of {evidence}", rows)


@app.command("verify")
def verify(case_id: CaseId, key: Key = None) -> None:
    """Check every evidence item of a case against its digest. Ends with exit code 5 when one fails."""
    from vetting.errors import IntegrityError
    from vetting.vault.custody import verify_case

    with acting(key) as (office, actor):
        bad = verify_case(office, actor, case_id)
    if bad:
        raise IntegrityError(
            "evidence_altered",
            f"These items of {case_id} do not match their digests: {', '.join(bad)}.",
            law=6,
            remedy="Do not use them, and tell the auditor.",
        )
    say(f"All evidence of {case_id} matches its digests.")
