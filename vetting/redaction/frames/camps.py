"""Patterns of a camp told in a tag, by a handle or by a letter: "#WeAreX", "endorsed @x", "47 % Dem and 41 % Rep".

A politician's name alone is news; with a word that takes a side in the same tag or before the handle it tells whose side somebody is on.
Terms are in `political.yaml`.
"""

from typing import Final

from vetting.redaction.contexts.nearby import far
from vetting.redaction.frames.told import make

_WHO: Final = (
    r"trump|drumpf|hillary|hilary|clinton|obama|romney|mccain|palin|bernie|sanders(?!on)|biden|kamala|desantis|rubio|tedcruz|cruz(?=\d|for|$)|kasich|jebbush|jeb(?=\d|for|$)|rand(?=paul)|ronpaul|"
    r"perry|bachmann|santorum|gingrich|newt|hermancain|buttigieg|klobuchar|beto|warren(?=\d|for|$)|tulsi|aoc|pelosi|newsom|vance(?=\d|for|$)|rfkjr|corbyn|farage|boris(?!\w*karloff)|starmer|"
    r"miliband|cameron(?=out|must|\d|$)|salmond|sturgeon|kejriwal|modi(?!f|g|s)|namo(?=\d|for|again|$)|rahulgandhi|trudeau|harper(?=\d|out|must|$)|duterte|bolsonaro|lula(?=\d|livre|$)|buhari|jonathan(?=\d|20)|malema|zuma(?!b)"
)
_SIDE: Final = (
    r"we(?:are|r|re|want|love|need|stand|back|vote|with)?|i(?:m|am)?(?:with|for|ready|voting|stand|back|vote)?(?:for|with)?|with|for|4|go|vote(?:for|4)?|elect|reelect|re|team|my(?:cm|pm|president|potus|governor|mayor)?|our(?:pm|cm|president)?|"
    r"stop|never|dump|fire|ditch|still(?:with)?|ready(?:for|4)?|feelthe|standwith|istandwith|love|ilove|only|back|support|isupport|thank(?:you|s)?|blame|impeach|resist|fuck|hate|no|not|anti|pro|fire|[a-z]{4,12}for|[a-z]{4,12}4"
)
_WON: Final = (
    r"for(?:president|prez|potus|america|pm|cm|congress|senate|governor|mayor|prison|jail)?|4(?:president|prez|potus|prison|jail|cm|pm)|(?:20)?(?:08|12|16|20|24|28)|train|nation|army|supporters?|voters?|fans?|win|wins|won|forever|must(?:go|resign)|out|resign|again|"
    r"isright|wasright|strong|girls?|bros?|care|cares|pence|biden|kaine|harris|walz|ryan|rally|country|"
    r"tards?|bots?"
)
_PARTY: Final = r"dems?|democrats?|ds|d's"
_OTHER: Final = r"reps?|repubs?|republicans?|gop|rs|r's|pubs|inds?|independents?|libertarians?"

PATTERNS: Final = (
    make(
        "tag_of_candidate",
        "PC_POLITICAL",
        rf"(?<![\w&])# ?(?:(?:{_SIDE})_?(?:{_WHO})[a-z0-9_]{{0,14}}|(?:donald|hillary|barack|mitt|joe|bernie|jeremy)?(?:{_WHO})_?(?:{_WON}))(?!\w)",
        0.86,
        check=far(
            r"perry mason|perryville|warren buffett|newton|perry the platypus|katy perry|no ?harper|harper's bazaar"
        ),
    ),
    make(
        "backs_handle",
        "PC_POLITICAL",
        rf"(?<!\w)(?P<x>(?:endors(?:e[sd]?|ing)|(?:fully |proudly |100 ?% )?support(?:s|ed|ing)?|vot(?:e|ed|es|ing) (?:for |4 )?|canvass\w* (?:for|with)|campaign\w* (?:for|with)|donat(?:e|ed|es|ing) to|stand(?:s|ing)? with|phone-?bank\w* for|volunteer\w* for|rally for|elect|back(?:s|ed|ing)) ?@\w{{0,12}}(?:{_WHO}|ewarren|senwarren|jebbush|nancypelosi|flotus|potus|thedemocrats|gop|uklabour|conservatives|libdems|thesnp|ukip|bjp4india|aamaadmiparty|inc?india)\w{{0,14}})(?!\w)",
        0.84,
    ),
    make(
        "dem_or_rep",
        "PC_POLITICAL",
        rf"(?<![\w#@])(?P<x>(?:{_PARTY})(?: ?(?:/|&|,|-) ?| (?:and|or|vs?\.?|to|than) )(?:the |\d[\d.]* ?% )?(?:{_OTHER})|(?:{_OTHER})(?: ?(?:/|&|,|-) ?| (?:and|or|vs?\.?|to|than) ?)(?:the |\d[\d.]* ?% )?(?:{_PARTY}|obama|clinton|hillary|biden))(?!\w)"
        rf"|(?<!\w)\d[\d.]* ?% (?P<y>dems?|reps?|repub|gop|tory|lab(?:our)?|lib ?dem|ukip|snp)(?= (?:and|to|vs?|\d|lead|in|for|voters|sample|advantage|turnout)(?!\w)|[.,;)]|$)",
        0.84,
        check=far(
            r"reps and (?:ds|sets)|sets|gym|workout|sales reps?|cds|dvds|lab (?:results?|mix|retriever)|breed|terrier|poodle"
        ),
    ),
)
"""All of them, in the order in which they are tried."""
