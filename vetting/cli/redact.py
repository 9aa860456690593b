"""`vetting redact`: the redactor for other tools (JSON lines) and for a person who asks why (`--explain`)."""

from typing import Annotated

import typer


def redact_command(
    explain: Annotated[
        str | None,
        typer.Option(
            "--explain", metavar="TEXT", help='Show in colour why, for one text ("-": read it from standard input).'
        ),
    ] = None,
    keep_pronouns: Annotated[bool, typer.Option("--keep-pronouns", help="Leave he and she as they are.")] = False,
) -> None:
    """Redact lines {"id", "text"} from standard input: the text as the board would see it, with its spans.

    A bad line is named by number on standard error and left out; the others are written; the exit code is then 2.
    """
    import sys

    from vetting.redaction.engine import redactor
    from vetting.settings import settings

    engine = redactor(settings().config_dir, keep_pronouns=keep_pronouns)
    if explain is not None:
        from rich.console import Console

        from vetting.redaction.explain import explain as show

        show(
            sys.stdin.read() if explain == "-" else explain, engine, Console(highlight=False, markup=False, emoji=False)
        )
        return
    from vetting.redaction.lines import run

    if code := run(sys.stdin.buffer, sys.stdout.buffer, sys.stderr, engine):
        raise typer.Exit(code)
