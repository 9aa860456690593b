"""Loads the documents that a round is frozen with, as they stand in this machine's configuration."""

from pathlib import Path

from vetting.policy.load import load_conduct, load_pack, load_plan, load_platforms
from vetting.redaction.engine import redactor
from vetting.rounds.opening import Ruleset


def load_rules(config_dir: Path, agency: str, plan: str) -> Ruleset:
    """Plan, policy pack, conduct codes, platforms and the lexicon's digest.

    Raises:
        InputError: everything that is wrong in the configuration, naming file and line.

    """
    return Ruleset(
        plan=load_plan(plan, config_dir),
        pack=load_pack(agency, config_dir),
        conduct=load_conduct(config_dir),
        platforms=load_platforms(config_dir),
        lexicon_sha256=redactor(config_dir).lexicon_sha256,
    )
