"""What a flow over several cases came to: each case is done or refused, never both and never neither."""

from dataclasses import dataclass, field

from vetting.errors import VettingError


@dataclass
class Results:
    """`done`: id of what was made, by case id. `refused`: the refusal, by case id."""

    done: dict[str, str] = field(default_factory=dict)
    refused: dict[str, VettingError] = field(default_factory=dict)

    def put(self, case_id: str, outcome: object) -> None:
        """Sort one task's outcome."""
        if isinstance(outcome, str):
            self.done[case_id] = outcome
        elif isinstance(outcome, VettingError):
            self.refused[case_id] = outcome
        else:
            kind = type(outcome).__name__
            self.refused[case_id] = VettingError(
                "unexpected", f"{case_id} stopped on an unexpected fault of type {kind}."
            )
