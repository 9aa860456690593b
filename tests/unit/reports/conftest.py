"""One agency's keys, and a verdict on a story in one call."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.simulators.roundlog import ROUND, RoundStory
from vetting.keys.agency import AgencyKeys
from vetting.reports.uniformity import UniformityReport, uniformity

KEYS = AgencyKeys.create("Synthetic Police Department")


@pytest.fixture
def judged(tmp_path: Path) -> Callable[[RoundStory], UniformityReport]:
    """The report on a story, through a signed export."""
    return lambda story: uniformity(story.export(tmp_path / "log.jsonl", KEYS), KEYS.public, ROUND)
