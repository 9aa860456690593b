"""`vetting account`: what speaks for a declared account being the candidate's. The judgement is `vetting finding attribute`."""

from typing import Annotated

import typer

from vetting.cli.arguments import CaseId, words
from vetting.cli.session import Key, acting, say, table

app = typer.Typer(help="Declared accounts: what speaks for each being the candidate's.", no_args_is_help=True)


@app.command("factors")
def factors(case_id: CaseId, key: Key = None) -> None:
    """Look in the captured profiles for what speaks for each account being the candidate's. It proposes; you judge.

    Declared; the profile links to another declared account; it shows a declared name, the digest of a declared e-mail
    address, or a code made by `vetting account code`. That nothing was found speaks against nobody.
    """
    from vetting.findings.persons import propose_factors

    with acting(key) as (office, actor):
        found = propose_factors(office, actor, case_id)
    table(
        "Factors found (proposals, no judgement)",
        ["Account", "Factor", "In evidence"],
        [[each.account, words(factor), ", ".join(ids)] for each in found for factor, ids in each.factors.items()],
    )
    if found:
        say(f"Next: look yourself, then `vetting finding attribute {found[0].account} --status ... --factor ...`.")


@app.command("code")
def code(
    account: Annotated[
        str, typer.Argument(metavar="ACCOUNT", help="The account's id, e.g. 2026-A.003.A1.", show_default=False)
    ],
    key: Key = None,
) -> None:
    """Make a one-time code that the candidate may put on a profile, to show that the account is theirs. Voluntary."""
    from vetting.findings.persons import issue_code

    with acting(key) as (office, actor):
        made = issue_code(office, actor, account)
    say(
        made,
        "Give it to the candidate. They may put it into the text of their profile until it is collected, and then remove it.",
        "It opens nothing and says nothing about what it is for. Whoever does not want to need not.",
        "Next: `vetting collect ROUND`, then `vetting account factors CASE`.",
    )
