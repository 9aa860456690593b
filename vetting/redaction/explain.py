"""Why each span was taken out, in colour, for the investigator's own screen. Never written to a file or a log."""

from typing import Final

from rich.console import Console
from rich.table import Table
from rich.text import Text

from schemas.redaction import Mark, Span
from vetting.redaction.engine import Redactor
from vetting.redaction.marks import apply

_STYLES: Final = {
    Mark.REMOVED: "white on red",
    Mark.PERSON: "black on yellow",
    Mark.GROUP: "white on magenta",
    Mark.SLUR: "white on magenta",
    Mark.PRONOUN: "black on cyan",
    Mark.PSEUDONYM: "black on green",
}
_IDENTIFIERS: Final = {
    "PERSON": "Name of a person",
    "HANDLE": "Handle",
    "LOCATION": "Place of the case",
    "URL": "Web address",
    "EMAIL_ADDRESS": "E-mail address",
    "PHONE_NUMBER": "Telephone number",
    "CREDIT_CARD": "Card number",
    "US_SSN": "Social-security number",
    "US_ITIN": "Taxpayer number",
    "IBAN_CODE": "Bank account",
    "IP_ADDRESS": "Network address",
}
_KINDS: Final = (
    ("pattern.", "a pattern"),
    ("pronoun.", "a pronoun that tells the sex"),
    ("name.", "a name: title, cue or given name"),
    ("identifier.", "a plain identifier"),
    ("presidio.", "Presidio's recognizer"),
    ("agency.", "the agency's own recognizer"),
    ("ner.", "the language model"),
    ("case.", "declared in this case"),
    ("language.", "a passage in another language"),
    ("learned.", "the learned rule: words that stand like this often tell"),
    ("manual", "added by a person"),
)


def reason(span: Span) -> str:
    """Why a span was found, in words."""
    for start, said in _KINDS:
        if span.rule.startswith(start):
            return said
    name = span.rule.removesuffix("~hidden")
    file, _, rule = name.rpartition(".")
    told = f"a word of {file}.yaml, “{rule.replace('_', ' ')}”"
    return f"{told}, in a hidden spelling" if name != span.rule else told


def _becomes(text: str, span: Span) -> str:
    """What stands in the board's text where this span alone was."""
    made = apply(text, (span,))
    start = span.start if made.startswith(text[: span.start]) else span.start - 1  # "an" became "a"
    return made[start : len(made) - (len(text) - span.end)]


def explain(text: str, engine: Redactor, console: Console) -> None:
    """Print the original with its spans in colour, the board's text, and a table of reasons."""
    result = engine.redact(text)
    marked = Text(text)
    for span in result.spans:
        marked.stylize(_STYLES[span.mark], span.start, span.end)
    console.print("original ", style="bold", end="")
    console.print(marked)
    console.print("board    ", style="bold", end="")
    console.print(Text(result.text))
    if not result.spans:
        console.print("Nothing was found.")
        return
    certain = engine.certain_score
    names = engine.class_names | _IDENTIFIERS
    table = Table("text", "class", "why", "rule", "score", "becomes")
    for span in result.spans:
        table.add_row(
            Text(text[span.start : span.end], style=_STYLES[span.mark]),
            names.get(span.entity, span.entity),
            reason(span),
            span.rule,
            Text(
                f"{span.score:.2f}" + ("" if span.score >= certain else " ?"),
                style="" if span.score >= certain else "bold yellow",
            ),
            _becomes(text, span),
        )
    console.print(table)
    if result.uncertain:
        console.print(f"? = below {certain:.2f}: redacted, and a person looks.", style="yellow")
    console.print(
        f"lexicon {result.lexicon_sha256[:16]}, redactor {result.version}. {' '.join(engine.notes())}", style="dim"
    )
