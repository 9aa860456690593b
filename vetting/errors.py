"""Every refusal the system can give.

One base class, five families. A message says what is wrong, where, and how to mend it; it names ids and never
content, because messages reach screens, logs and Prefect's database (law 11). `code` is stable and is what the
audit log keeps of a refusal. Faults of the programmer stay `RuntimeError` and `TypeError`; they are never mixed in.
"""

from typing import ClassVar


class VettingError(Exception):
    """A refusal with a stable `code`, a `message`, and where they apply a `law` (1-12), a `clause` and a `remedy`."""

    family: ClassVar[str] = "error"
    exit_code: ClassVar[int] = 1

    def __init__(
        self, code: str, message: str, *, law: int | None = None, clause: str | None = None, remedy: str | None = None
    ) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.law = law
        self.clause = clause
        self.remedy = remedy

    def __reduce__(self) -> tuple[object, ...]:
        """Pickle with all fields: a process pool must not turn a refusal into a `TypeError`."""
        return (_rebuild, (type(self), self.code, self.message, self.law, self.clause, self.remedy))

    def diagnostics(self) -> str:
        """The whole refusal as lines for a person."""
        lines = [f"{self.message}"]
        if self.law is not None or self.clause is not None:
            basis = ", ".join(p for p in (f"law {self.law}" if self.law else "", self.clause or "") if p)
            lines.append(f"Why: {basis}.")
        if self.remedy:
            lines.append(f"What to do: {self.remedy}")
        lines.append(f"({self.family}: {self.code})")
        return "\n".join(lines)


def _rebuild(
    kind: type[VettingError], code: str, message: str, law: int | None, clause: str | None, remedy: str | None
) -> VettingError:
    return kind(code, message, law=law, clause=clause, remedy=remedy)


class InputError(VettingError):
    """What was given is malformed or unknown: says what, where, and how to mend it."""

    family = "input"
    exit_code = 2


class PolicyError(VettingError):
    """You may not: a law, a clause or a missing permission."""

    family = "policy"
    exit_code = 3


class StateError(VettingError):
    """Not now: something that must come first has not happened."""

    family = "state"
    exit_code = 4


class IntegrityError(VettingError):
    """Bytes do not match what was recorded, signed or sealed."""

    family = "integrity"
    exit_code = 5


class CollectionError(VettingError):
    """The world failed: a server, a network, a disk."""

    family = "collection"
    exit_code = 6
