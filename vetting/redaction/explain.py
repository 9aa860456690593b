"""Why each span was taken out, in colour, for the investigator's own screen. Never written to a file or a log."""

from rich.console import Console
from rich.table import Table
from rich.text import Text

from schemas.redaction import Mark
from vetting.redaction.engine import Redactor

_STYLES = {
    Mark.REMOVED: "white on red",
    Mark.PERSON: "black on yellow",
    Mark.GROUP: "white on magenta",
    Mark.SLUR: "white on magenta",
    Mark.PRONOUN: "black on cyan",
    Mark.PSEUDONYM: "black on green",
}


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
    table = Table("where", "text", "class", "rule", "score", "becomes")
    certain = engine.certain_score
    for span in result.spans:
        table.add_row(
            f"{span.start}-{span.end}",
            Text(text[span.start : span.end]),
            span.entity,
            span.rule,
            Text(f"{span.score:.2f}", style="" if span.score >= certain else "bold yellow"),
            span.mark.value,
        )
    console.print(table)
    if result.uncertain:
        console.print(f"Scores below {certain:.2f} are not certain: redacted, and a person looks.", style="yellow")
    console.print(f"lexicon {result.lexicon_sha256[:16]}, redactor {result.version}", style="dim")
