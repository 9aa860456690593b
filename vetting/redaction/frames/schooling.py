"""Patterns of school years, which tell an age: classes, grades, who is still a pupil."""

from typing import Final

from vetting.redaction.frames.told import make

PATTERNS: Final = (
    make(
        "young_at_an_event",
        "PC_AGE",
        r"(?<!\w)(?:(?:a )?(?:freshm[ae]n|sophomores?|juniors?|seniors?|kids?|baby|babies|teens?|teenagers?|toddlers?|infant)(?: in (?:high school|college|hs|middle school))?|"
        r"in (?:(?:the )?(?:\d{1,2}(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh|eighth) grade|high school|middle school|grade school|elementary(?: school)?|college|kindergarten|diapers)|"
        r"(?:not|wasn't|weren't|wasnt) (?:even )?(?:born|alive)(?: yet)?) (?:when|during|for|on) (?:the (?:twin )?towers (?:fell|came down|got hit|were hit)|9/11(?: happened| hit)?|"
        r"(?:the )?(?:challenger|columbia) (?:blew up|exploded|disaster)|(?:jfk|kennedy|mlk|lennon|reagan) (?:was|got) (?:shot|killed|assassinated)|(?:the )?(?:berlin )?wall (?:fell|came down)|"
        r"katrina(?: hit)?|y2k(?: happened)?|(?:covid|the pandemic|lockdowns?) (?:hit|started|happened)|columbine(?: happened)?|desert storm|the moon landing|watergate|woodstock|pearl harbor|sputnik)(?!\w)",
        0.82,
    ),
    make(
        "in_school_then",
        "PC_AGE",
        r"(?<!\w)in (?:high school|college|middle school|grade school|elementary school|school|hs|kindergarten|"
        r"grad school) (?:back )?(?:in|during) (?:the )?(?:early |mid |late )?(?:(?:19[2-9]0|20[0-2]0|[3-9]0|00)'?s|"
        r"(?:19[3-9]|20[0-2])\d|'\d\d)(?!\w)",
        0.88,
    ),
    make(
        "in_school",
        "PC_AGE",
        r"(?<!\w)(?:(?:i'm|i am|im|i was|as|he's|she's|he is|she is|was|only|just|still|being) (?:only |"
        r"just |still )?an? (?P<x>(?:(?:college|hs|high school|university|rising|incoming) )?(?:freshman|"
        r"sophomore|junior|senior|first year|high schooler|middle schooler|\d(?:st|nd|rd|th) grader))(?=[.,!?;)]|"
        r"$| (?:in (?:high|college|hs|uni)|at|year|this|and|now|again|majoring|when)\b)|(?:freshm[ae]n|"
        r"sophomores?|juniors?|seniors?) (?:in|at|year (?:of|in)) (?:high school|college|hs|uni|university|"
        r"uconn)|(?<!in )a minor(?=[.,!?;)]|$| (?:and|at the time|when|so|but|too|child|here|who)\b)|"
        r"(?:in|into|finish(?:ed|ing)|start(?:ed|ing|s)?|through|since) (?:the )?(?:\d{1,2}(?:st|"
        r"nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth) grade)(?!\w)",
        0.8,
    ),
    make(
        "still_in_school",
        "PC_AGE",
        r"(?<!\w)(?:i'm|i am|im|he's|she's|he is|she is|they're|who's|who is|(?:son|daughter|kid|brother|"
        r"sister|nephew|niece|cousin|boy|girl|child|twins)(?:'s| is| are|s are)|still|currently|kids are|"
        r"we're) (?:only |just |still |currently |already )?(?P<x>(?:in|entering|starting|finishing|"
        r"going into) (?:(?:my|his|her|the) )?(?:high ?school|middle ?school|elementary(?: school)?|"
        r"junior high|kindergarten|preschool|pre-?k|daycare|grade school|(?:freshman|sophomore|junior|"
        r"senior) year))(?!\w)",
        0.8,
    ),
    make(
        "since_school",
        "PC_AGE",
        r"(?<!\w)(?:since|before|until|started|starts|starting) (?P<x>kindergarten|preschool|pre-?k|grade school|"
        r"elementary school|middle school|junior high)(?!\w)",
        0.75,
    ),
    make(
        "when_in_school",
        "PC_AGE",
        r"(?<!\w)(?:when|while|since|back when|because) (?:i|he|she|we|they|my \w+) (?:was|were|am|"
        r"is) (?:still )?(?:in|a (?:freshman|sophomore|junior|senior) in) (?:high school|middle school|"
        r"elementary school|junior high|college|kindergarten|grade school|primary school)(?!\w)",
        0.78,
    ),
)
"""All of them, in the order in which they are tried."""
