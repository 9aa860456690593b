"""The reading test in the documentation is what the engine does today."""

from benchmarks import reading
from vetting.redaction import Redactor


def test_page_shows_what_the_engine_does(engine: Redactor) -> None:
    assert reading.PAGE.read_text("utf-8") == reading.page(engine), "run: python -m benchmarks.reading --write"


def test_page_has_thirty_posts() -> None:
    assert len({post for _, post in reading.POSTS}) == 30
