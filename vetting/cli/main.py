"""`vetting`: the command line. Puts commands together; each module of this package is one group of them.

Commands do nothing themselves: they read what a person gives, call the domain, and show the result. A refusal is
printed with what to do about it, and ends with its family's exit code.
"""

import sys
from datetime import datetime
from enum import Enum
from typing import Annotated, Any, get_args

import typer

from vetting import __version__
from vetting.cli import (
    account,
    case,
    collect,
    deviation,
    draft,
    evidence,
    finding,
    key,
    lead,
    log,
    person,
    policy,
    report,
    report_live,
    retention,
    review,
    round_,
    setup,
    withdrawal,
)
from vetting.cli.maintain import maintain
from vetting.cli.open import open_command
from vetting.cli.redact import redact_command
from vetting.cli.triage import triage
from vetting.errors import VettingError

app = typer.Typer(
    help="Fair, lawful and provable review of candidates' public internet content for police hiring.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"vetting {__version__}")
        raise typer.Exit


@app.callback()
def main(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version.")
    ] = False,
) -> None:
    """Fair, lawful and provable review of candidates' public internet content for police hiring."""


app.command("init")(setup.init)
app.command("upgrade")(setup.upgrade)
app.add_typer(key.app, name="key")
app.add_typer(person.app, name="person")
app.add_typer(policy.app, name="policy")
app.add_typer(round_.app, name="round")
app.command("declare")(collect.declare)
app.command("collect")(collect.collect)
app.add_typer(collect.step_app, name="step")
app.add_typer(deviation.app, name="deviation")
app.add_typer(case.app, name="case")
app.add_typer(evidence.app, name="evidence")
app.add_typer(account.app, name="account")
app.add_typer(lead.app, name="lead")
app.command("triage")(triage)
app.add_typer(finding.app, name="finding")
app.add_typer(draft.app, name="draft")
app.command("validate")(draft.validate)
app.add_typer(review.app, name="review")
app.command("release")(review.release)
app.command("fetch")(review.fetch)
app.command("open")(open_command)
app.add_typer(withdrawal.app, name="withdrawal")
app.command("redact")(redact_command)
app.add_typer(log.app, name="log")
report.app.command("make")(report_live.make)
app.add_typer(report.app, name="report")
app.add_typer(retention.app, name="retention")
app.command("maintain")(maintain)


def run(arguments: list[str] | None = None) -> None:
    """The entry point: refusals become a message and an exit code, never a traceback."""
    sys.exit(call(arguments))


def call(arguments: list[str] | None = None) -> int:
    """Run one command and return its exit code."""
    try:
        outcome = app(args=arguments, prog_name="vetting", standalone_mode=False)
    except VettingError as refusal:
        _say(refusal.diagnostics())
        return refusal.exit_code
    except typer.Exit as done:
        return done.exit_code
    except (typer.Abort, KeyboardInterrupt):
        _say("Stopped. What was done so far is kept; run the command again to go on.")
        return 130
    except Exception as error:  # noqa: BLE001  (the last door: a library's text may hold content)
        return _unexpected(error)
    return outcome if isinstance(outcome, int) else 0


def _unexpected(error: Exception) -> int:
    if hasattr(error, "format_message"):  # the parser's own: a wrong option or argument
        return _wrong_use(error)
    import traceback

    frames = [f"{f.filename.rsplit('/', 1)[-1]}:{f.lineno}" for f in traceback.extract_tb(error.__traceback__)][-4:]
    _say(
        f"An unexpected fault of type {type(error).__name__} ({' > '.join(frames)}).\n"
        "Nothing half done was kept.\nWhat to do: run the command again; if it stays, report this line and `vetting --version`."
    )
    return 1


def _wrong_use(error: Any) -> int:
    """A message that does not repeat what was typed: a value in the wrong place may be a handle or a sentence (law 11)."""
    context = error.ctx
    match type(error).__name__:
        case "NoArgsIsHelpError" | "MissingParameter" | "NoSuchOption" | "BadOptionUsage":
            text = str(error.format_message())  # names options and prints help; holds no value
        case "BadParameter":
            option = " / ".join(error.param.opts) if error.param is not None else "an option"
            text = f"The value given for {option} is not one of those it takes{_taken(error.param)}."
        case _:
            text = "There is no such command, or there are more arguments than it takes."
    _say(f"{text}\nWhat to do: {context.command_path if context else 'vetting'} --help")
    return 2


def _taken(parameter: Any) -> str:
    """What a parameter takes, from the program's own text: choices, a form of date, a range."""
    runtime = getattr(parameter, "get_runtime_param", lambda: None)()
    kind = getattr(runtime, "annotation", None)
    kind = next(iter(get_args(kind)), kind)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return f": {', '.join(str(choice.value) for choice in kind)}"
    if kind is datetime:
        return ": a day, as year-month-day, e.g. 2026-01-31"
    if kind is int:
        info = getattr(runtime, "parameter_info", None)
        least, most = getattr(info, "min", None), getattr(info, "max", None)
        return ": a whole number" + (f" from {least}" if least is not None else "") + (f" to {most}" if most else "")
    return ""


def _say(text: str) -> None:
    sys.stderr.write(f"{text}\n")
