"""`vetting evidence`: list, open for a stated reason, export, and see who opened what."""

import re
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from schemas.evidence import OpenReason
from vetting.cli.arguments import CaseId, EvidenceId, RoundOption, count
from vetting.cli.session import Key, acting, out, say, table

if TYPE_CHECKING:
    from schemas.post import Post

app = typer.Typer(help="Evidence: opened for a stated reason only, and on the record.", no_args_is_help=True)

_GUARD = "What was written is outside the vault now: guard it, and delete it when you are done."
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
    from vetting.errors import InputError
    from vetting.vault.custody import open_posts

    with acting(key) as (office, actor):
        whole = open_posts(office, actor, evidence, reason)
        posts = [post for post in whole if item in {None, post.number}]
        if whole and not posts:
            raise InputError(
                "no_such_item",
                f"{evidence} has no item {item}; it has {count(len(whole), 'item')}.",
                remedy="Look at all of them without --item.",
            )
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
        say(
            "This capture has no text to read. A page or picture is cited as a whole: item 1, start 0, end 1."
            " What only proves that there was nothing is not cited."
        )
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
    evidence: Annotated[
        str,
        typer.Argument(
            metavar="CASE|EVIDENCE",
            help="A case's id for all of its evidence, or an evidence item's id for one captured file.",
            show_default=False,
        ),
    ],
    reason: _Reason,
    out_file: Annotated[
        Path,
        typer.Option(
            "--out",
            metavar="TARGET",
            help="New folder or new .zip file of a case; new file of an item.",
            show_default=False,
        ),
    ],
    key: Key = None,
) -> None:
    """Write evidence to a place that only you can read: one file, or a case as a package for a court, counsel or the candidate.

    A package holds the captures, digests, time-stamps, statements, custody list and log, and says how to check it with
    sha256sum and openssl alone. It needs --reason court_order or candidate_request.
    """
    if re.search(r"\.E[0-9]+$", evidence):
        _export_item(evidence, reason, out_file, key)
    else:
        _export_case(evidence, reason, out_file, key)


def _export_item(evidence: str, reason: OpenReason, out_file: Path, key: Path | None) -> None:
    from vetting.keys.files import require_free, write_new
    from vetting.vault.custody import open_capture

    require_free(out_file)
    with acting(key) as (office, actor):
        row, data = open_capture(office, actor, evidence, reason)
        write_new(out_file, data)
    say(f"{evidence} ({row.media_type}, {row.size} bytes, SHA-256 {row.sha256}) is written.", _GUARD)


def _export_case(case_id: str, reason: OpenReason, target: Path, key: Path | None) -> None:
    from vetting.keys.files import require_free
    from vetting.vault.package import export_case

    require_free(target)
    with acting(key) as (office, actor):
        made = export_case(office, actor, case_id, target, reason)
    say(
        f"The evidence of {case_id} is exported: {count(made.items, 'item')}, {count(made.files, 'file')}, with README.txt.",
        f"SHA-256 of SHA256SUMS: {made.sums_sha256}",
        "Tell that digest to whoever receives the package, by another way than the package.",
        _GUARD,
    )


@app.command("export-wacz")
def export_wacz(
    evidence: EvidenceId,
    reason: _Reason,
    out_file: Annotated[Path, typer.Option("--out", metavar="FILE", help="New file to write.", show_default=False)],
    key: Key = None,
) -> None:
    """Write one captured web archive as WACZ, to be looked at with ReplayWeb.page on your own machine."""
    from vetting.keys.files import require_free, write_new
    from vetting.vault.wacz import open_as_wacz

    require_free(out_file)
    with acting(key) as (office, actor):
        row, data = open_as_wacz(office, actor, evidence, reason)
        write_new(out_file, data)
    say(f"{evidence} is written as WACZ; the WARC in it has SHA-256 {row.sha256}.", _GUARD)


@app.command("custody")
def custody(evidence: EvidenceId, key: Key = None) -> None:
    """Show who kept and who opened an evidence item, when and why."""
    from vetting.cli import status_tables as tables
    from vetting.vault.custody import custody as custody_of

    with acting(key) as (office, actor):
        rows = custody_of(office, actor, evidence)
    tables.events(f"Custody of {evidence}", rows)


@app.command("verify")
def verify(
    case_id: Annotated[
        str | None, typer.Argument(metavar="CASE", help="The case's id, e.g. 2026-A.003.", show_default=False)
    ] = None,
    round_id: RoundOption = None,
    key: Key = None,
) -> None:
    """Check every evidence item of a case or a round again. Ends with exit code 5 when one fails.

    Each is compared with the log, decrypted, and checked against its digests, its items, its statement and its time-stamp.
    """
    from vetting.cli import evidence_tables
    from vetting.cli.flow_results import one_of
    from vetting.vault.verification import check_case, verify_round

    one_of(case_id, round_id)
    with acting(key) as (office, actor):
        checks = check_case(office, actor, case_id) if case_id else verify_round(office, actor, round_id or "")
    evidence_tables.checks(checks)
    evidence_tables.require_sound(checks, case_id or round_id or "")
    say(f"All evidence of {case_id or round_id} matches its digests and the log.")
