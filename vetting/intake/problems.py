"""What is wrong with a batch, collected so that a person mends a file once and not row by row.

A problem names the place, the field and the reason, never the value: a refused declaration is shown on
screens and its code goes to the log (law 11). Column and field names come from a closed list, because a file
without its heading line would otherwise put a candidate's name where a column's name is expected.
"""

from dataclasses import dataclass

from vetting.errors import InputError

AUTHENTICATOR_CLAUSE = "C.G.S. 31-40x"
AUTHENTICATOR_REMEDY = "Delete it, tell the candidate to change it, and give only the handle or the public address."
_SHOWN = 200


@dataclass(frozen=True)
class Problem:
    """One reason why a file is refused. `where`: a row, line or entry; `candidate`: a number or absent."""

    code: str
    where: str
    field: str
    reason: str
    remedy: str
    candidate: int | None = None

    def line(self) -> str:
        """The problem as one line for a person."""
        who = f", candidate {self.candidate}" if self.candidate is not None else ""
        what = f", {self.field}" if self.field else ""
        remedy = "" if self.remedy == AUTHENTICATOR_REMEDY else f" {self.remedy}"  # said once, for the whole file
        return f"{self.where}{who}{what}: {self.reason}{remedy}"


class Refusal(Exception):  # noqa: N818 - passes inside this package only
    """A problem after which a reader cannot go on; becomes an `InputError` with all others of the file."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.code)
        self.problem = problem


def refuse(problems: list[Problem]) -> InputError:
    """The one error for all problems of a file; an authenticator among them gives it code and basis."""
    authenticator = next((p for p in problems if p.code.startswith("authenticator_")), None)
    distinct = {p.code for p in problems}
    code = authenticator.code if authenticator else problems[0].code if len(distinct) == 1 else "declaration_refused"
    lines = [p.line() for p in problems[:_SHOWN]]
    if len(problems) > _SHOWN:
        lines.append(f"... and {len(problems) - _SHOWN} more.")
    count = "1 problem" if len(problems) == 1 else f"{len(problems)} problems"
    return InputError(
        code,
        "\n".join([f"The declarations were not taken in: {count}. Nothing of the file was stored.", *lines]),
        law=4 if authenticator else None,
        clause=AUTHENTICATOR_CLAUSE if authenticator else None,
        remedy=AUTHENTICATOR_REMEDY if authenticator else "Mend every line named above and give the whole file again.",
    )
