"""Patterns of military service told without a rank; units and deployments are in `told`."""

import re
from typing import Final

from vetting.redaction.frames.counts import N
from vetting.redaction.frames.harm import no_pet
from vetting.redaction.frames.told import make

_FORCES: Final = (
    r"(?:us |u\.s\.? |united states |british |royal |canadian |army |air )?(?:army|navy|marines?|marine corps|corps|"
    r"air force|airforce|"
    r"coast guard|space force|military|national guard|guard|reserves?|infantry|armed forces|service|usmc|usaf|uscg|"
    r"seabees)"
)
PATTERNS: Final = (
    make(
        "in_forces",
        "PC_VETERAN_MILITARY",
        rf"(?<!\w)(?:(?:{N} (?:years?|yrs?|tours?) |(?:medic|cook|mechanic|sniper|officer|cop|mp|pilot|"
        r"sergeant|captain|nurse|engineer|buddies|buddy|friends|brothers|guys|time|career|life|stint|"
        rf"days|hitch) )?(?:in|of|from|with|out of|left|joined|joining|join|quit|entered) the )(?:{_FORCES})(?! (?:animal"
        r"s?|dog|game|station|center|academy bowl|industry|of (?:darkness|ants|the dead)|sector|section|line|"
        r"desk|counter|bar|area|department|road|elevator|at))(?!\w)",
        0.82,
        check=lambda folded, start, end: (
            folded[start:end].split()[-1] not in {"service", "guard", "reserve", "corps"}
            or bool(
                re.search(
                    r"(?:joined|joining|join|left|years?|yrs?|when i was|while|was|time|buddies|buddy|"
                    r"got) (?:i was )?(?:in |of |out of )?the \w+$",
                    folded[max(0, start - 12) : end],
                )
            )
        ),
    ),
    make(
        "retired_forces",
        "PC_VETERAN_MILITARY",
        rf"(?<!\w)(?:retired|former|ex|prior|active[ -]duty|discharged)[ -](?:from the )?(?:{_FORCES})(?! (?:of))(?!\w)",
        0.85,
        check=lambda folded, start, end: folded[start:end].split()[-1] not in {"service", "guard", "corps"},
    ),
    make(
        "off_to_basic",
        "PC_VETERAN_MILITARY",
        r"(?<!\w)(?:(?:ship|shipped|ships|shipping|leave|leaves|leaving|left|off|headed|went) (?:off |out )?(?:to|"
        r"for) (?:basic|boot ?camp|bmt|osut|meps|parris island|fort \w+|recruit training)(?: training)?|ets(?:'d|ed)|"
        r"pcs(?:'d|ed|ing)|my (?:army |navy |marine |military )?recruiter|"
        r"(?:as a|fellow|i'm a|i am a) vet(?=[.,!?;]|$| (?:i|and|myself|too|here|with|who)\b)|(?:the|a|an|my|at|"
        r"to) va (?:denied|said|says|hospital|doctor|appointment|claim|rating|clinic|pays|is|has|won't|gave|for my|"
        r"benefits|counselor|disability|loan|check)|uss [a-z]{4,})(?!\w)",
        0.8,
        check=no_pet,
    ),
)
"""All of them, in the order in which they are tried."""
