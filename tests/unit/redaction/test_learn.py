"""The file of the learned rule is what training makes of today's texts and rules."""

import json

import pytest

from benchmarks import learn
from vetting.redaction import Redactor, learned
from vetting.redaction.lexicon import load

NEARLY = 5
"""Thousandths: another machine's arithmetic may round a weight the other way."""


@pytest.mark.slow
def test_training_makes_the_file_that_is_shipped() -> None:
    shipped = learned.Weights.model_validate(json.loads(learn.OUT.read_text("utf-8")))
    engine = Redactor(load(learn.OUT.parent), learned_rule=False)
    rows = [row for path in learn.TRAINING for row in learn.read(path)]
    made = learn.train(learn.examples(rows, engine), learn.THRESHOLD, learn.STRENGTH)
    assert made.threshold == shipped.threshold
    for name in ("bias", "near", "listed", "refused"):
        assert getattr(made, name) == pytest.approx(getattr(shipped, name), abs=NEARLY), (
            f"{name}: `python -m benchmarks.learn --write`"
        )
    differ = made.own.keys() ^ shipped.own.keys() | made.context.keys() ^ shipped.context.keys()
    assert len(differ) < len(shipped.own) / 500
    for word in made.own.keys() & shipped.own.keys():
        assert made.own[word] == pytest.approx(shipped.own[word], abs=NEARLY), (
            f"{word}: `python -m benchmarks.learn --write`"
        )
