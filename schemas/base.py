"""What every record of the system has in common: frozen, closed, UTC, and silent about its input when it is wrong.

`hide_input_in_errors` matters: pydantic's messages otherwise carry the value that failed, and error messages
end up in logs and in Prefect's database (law 11).
"""

import re
from datetime import UTC, datetime
from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, StringConstraints


class Record(BaseModel):
    """A frozen value with no unknown fields."""

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True, str_strip_whitespace=False)


def _to_utc(value: datetime) -> datetime:
    if value.tzinfo is None:
        raise ValueError("a time needs an offset")
    return value.astimezone(UTC)


UtcTime = Annotated[datetime, AfterValidator(_to_utc)]
"""An aware instant, always held in UTC. A time without an offset is refused."""

Sha256 = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
"""A SHA-256 digest in lower-case hexadecimal (64 characters)."""

Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9_-]{0,62}$")]
"""A short lower-case name used in configuration files."""

ID_PATTERN = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,95}")

Id = Annotated[str, StringConstraints(pattern=rf"^{ID_PATTERN.pattern}$")]
"""An identifier that may stand in the log: no spaces, no @, no slash, so no handle, address or sentence fits."""
