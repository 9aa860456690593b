"""`vetting policy`: what each agency's order asks for, and whether every control is enforced and attacked."""

from pathlib import Path
from typing import Annotated

import typer

app = typer.Typer(
    help="Policy packs: each agency's order as data, and the check that nothing in it dangles.",
    no_args_is_help=True,
)

Config = Annotated[
    Path | None,
    typer.Option("--config", help="Configuration folder; default: the installation's.", show_default=False),
]
Json = Annotated[bool, typer.Option("--json", help="Print JSON instead of tables.")]


@app.command("list")
def list_command(config: Config = None, json: Json = False) -> None:
    """List the agencies with a policy pack, and the search plans."""
    from vetting.cli import policy_tables as tables
    from vetting.policy.load import load_packs, load_plan, plans

    folder = _folder(config)
    packs = load_packs(folder)
    ready = tuple(load_plan(plan, folder) for plan in plans(folder))
    if json:
        tables.print_json({"agencies": [tables.brief(pack) for pack in packs], "plans": ready})
    else:
        tables.print_all(tables.packs_table(packs), tables.plans_table(ready))


@app.command("show")
def show(
    agency: Annotated[str, typer.Argument(help="An agency's id, e.g. bridgeport.", show_default=False)],
    config: Config = None,
    json: Json = False,
) -> None:
    """Show an agency's pack: clauses as printed, conduct codes, silences and agency choices."""
    from vetting.cli import policy_tables as tables
    from vetting.policy.load import digest, load_pack

    pack = load_pack(agency, _folder(config))
    if json:
        tables.print_json(pack)
    else:
        tables.print_all(*tables.pack_tables(pack, digest(pack)))


@app.command("platforms")
def platforms(config: Config = None, json: Json = False) -> None:
    """List the platforms a candidate may declare, how to declare them, and the one lawful method for each."""
    from vetting.cli import policy_tables as tables
    from vetting.policy.load import load_platforms

    known = load_platforms(_folder(config))
    if json:
        tables.print_json(known)
    else:
        tables.print_all(tables.platforms_table(known))


@app.command("check")
def check_command(
    config: Config = None,
    source: Annotated[
        Path | None,
        typer.Option(
            "--source",
            help="Folder with the code and the tests; default: this installation's.",
            show_default=False,
        ),
    ] = None,
    json: Json = False,
    brief: Annotated[bool, typer.Option("--brief", help="Only the counts and what is wrong.")] = False,
) -> None:
    """Show, by control, which clause asks for it, which code enforces it and which tests attack it.

    Ends with exit code 1 when a name dangles in either direction.
    """
    import schemas
    from vetting.cli import policy_tables as tables
    from vetting.policy.check import check

    report = check(_folder(config), source or Path(schemas.__file__).resolve().parent.parent)
    if json:
        tables.print_json(report)
    elif brief:
        typer.echo(f"{len(report.rows)} controls, {len(report.problems)} problems.")
        for problem in report.problems:
            typer.echo(f"  {problem.place}: {problem.message} ({problem.code})")
    else:
        tables.print_all(*tables.report_tables(report))
    if report.problems:
        raise typer.Exit(1)


def _folder(config: Path | None) -> Path:
    from vetting.settings import settings

    return config or settings().config_dir
