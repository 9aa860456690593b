"""Patterns of faith told by a reference or a tag: "Prov. 12:24", "1 Cor 13", "#WinForGod", and by a prayer said to God in a post.

A book that is also a given name is read only with chapter and verse, and not where these are a time of the day. Terms are in `religion.yaml`.
"""

import re
from typing import Final

from vetting.redaction.frames.told import make

_BOOKS: Final = (
    r"gen(?:esis)?|ex(?:od(?:us)?)?|lev(?:it(?:icus)?)?|deut(?:eronomy)?|judges|psa?(?:lms?)?|pss|prov(?:erbs?)?|prv|ecc(?:l(?:es(?:iastes)?)?)?|qoh(?:eleth)?|song ?of ?(?:songs|solomon)|"
    r"isa(?:iah)?|jer(?:emiah)?|lam(?:entations)?|ezek?(?:iel)?|hos(?:ea)?|obad(?:iah)?|jonah|mic(?:ah)?|nah(?:um)?|hab(?:akkuk)?|zeph(?:aniah)?|hag(?:gai)?|zech(?:ariah)?|malachi|"
    r"neh(?:emiah)?|ezra|esth(?:er)?|chron(?:icles)?|mt|mk|lk|jn|jhn|rom(?:ans)?|cor(?:inth(?:ians)?)?|gal(?:atians)?|eph(?:es(?:ians)?)?|phil(?:ippians)?|col(?:ossians)?|thess?(?:alonians)?|"
    r"philem(?:on)?|heb(?:rews)?|rev(?:elations?)?|sir(?:ach)?|tob(?:it)?|macc(?:abees)?|surah?|sura[ht] [a-z'-]+|qur'?an|koran|hadith|gita|nephi|alma|mosiah|helaman|moroni"
)
_NAMES: Final = r"joshua|josh|ruth|sam(?:uel)?|kings|kgs|job|dan(?:iel)?|joel|amos|matthew|matt|mark|luke|john|acts|tim(?:othy)?|titus|james|jas|pet(?:er)?|jude|numbers|num"
_PLAIN: Final = r"romans|corinthians|galatians|ephesians|philippians|colossians|thessalonians|hebrews|ecclesiastes|deuteronomy|leviticus|lamentations|proverbs|ezekiel|revelations?|psalms?"
_VERSES: Final = r"\d{1,3} ?: ?\d{1,3}(?: ?[-,] ?\d{1,3})*(?: ?(?:niv|kjv|nkjv|esv|nlt|nasb|msg|amp))?"
_WORDS: Final = (
    r"jesus|christians?|catholics?|muslims?|islam(?!abad)|quran|ramadan|hindu(?!stan)|sikh|jewish|torah|bible|gospel|scripture|yahweh|yeshua|allah|jehovah|buddhis|atheis|"
    r"mormon|praisegod|praisehim|holyspirit|godisgood|godisgreat|godfirst|godislove|teamgod|ingod(?:we)?|trustgod|thankgod|godswill|godsplan|godsword|childofgod|bornagain|prayerw|amen$"
)

_HOUR: Final = re.compile(r":(?:00|15|30|45)$")
_OTHER: Final = re.compile(
    r" ?(?:am|pm|a\.m|p\.m|est|pst|et|pt|gmt|o'clock|to \d|til|left|ratio|odds|on the clock|goals?|cars?|times|points|people|"
    r"marathon|split|pizzas?|dogs?|(?:gauls|lions|vikings)) ?\d?(?!\w)"
)
_DAY: Final = re.compile(r",? (?:today|tomorrow|tonight|sharp|on (?:mon|tues|wednes|thurs|fri)day)(?!\w)")
_MET: Final = re.compile(
    r"(?<!\w)(?:with|at|see|seeing|meet|meeting|call|from|by|for|until|til|lunch|dinner|interview)(?: \w+)? $"
)


def _no_time(folded: str, start: int, end: int) -> bool:
    """A chapter and verse, not an hour that somebody is met at."""
    if _OTHER.match(folded, end):
        return False
    return not (
        _HOUR.search(folded, start, end)
        and (_MET.search(folded[max(0, start - 24) : start]) or _DAY.match(folded, end))
    )


PATTERNS: Final = (
    make(
        "scripture",
        "PC_RELIGION",
        rf"(?<![\w#@])(?:(?:[1-4](?:st|nd|rd)?|i{{1,3}}) ?)?(?:(?:{_BOOKS})\.? ?{_VERSES}|(?:{_NAMES})\.? {_VERSES})(?![\w:]|\.\d)"
        rf"|(?<![\w#@.:])(?:[1-3] ?(?:cor(?:inthians)?|thess(?:alonians)?|chron(?:icles)?|samuel|timothy|peter|macc(?:abees)?|nephi)\.?|{_PLAIN}) (?:chapter |ch\.? ?)?\d{{1,2}}(?![\w:%]|[.,]\d)"
        r"|(?<!\w)(?:(?:book|gospel|epistle|letter) (?:of|to(?: the)?) (?:st\.? )?(?:genesis|exodus|job|ruth|esther|daniel|isaiah|matthew|mark|luke|john|acts|romans|james|hebrews|ephesians|proverbs|psalms|revelations?)"
        r"|(?:genesis|exodus|isaiah|matthew|luke|john|acts|james|romans|job|daniel) (?:chapter|ch\.?) \d{1,2})(?!\w)"
        rf"|# ?(?:[1-3] ?)?(?:psalms?|prov(?:erbs)?|romans|isaiah|jeremiah|ephesians|galatians|philippians|hebrews|corinthians|deuteronomy|matthew|revelation)_?\d{{1,5}}(?!\w)|# ?(?:john_?3_?16|phil_?4_?13)(?!\w)",
        0.9,
        check=_no_time,
    ),
    make(
        "tag_of_faith",
        "PC_RELIGION",
        rf"(?<![\w&])# ?(?=[a-z0-9_]{{0,24}}(?:{_WORDS}))(?!christian(?:a|o|s?on|bale|dior|lou|slater|pulisic|grey|eriksen|ronaldo|siriano)|[a-z0-9_]{{0,12}}(?:testament$|catholicu))[a-z0-9_]+",
        0.84,
    ),
    make(
        "said_to_god",
        "PC_RELIGION",
        r"(?:(?<![\s\S])|(?<=[.!?\"] )|(?<=\n)|(?<=dear )|(?<=and ))(?P<x>(?:dear |father |heavenly |o )?(?:god|lord|jesus|father|allah|abba),? (?:please|pls) (?:be |bless|help (?!if)|heal|watch over|protect|guide|forgive|comfort|grant|use |lead |hear |"
        r"give (?:me|us|her|him|them)|keep (?:me|us|my|our|her|him|them)|take care|look after|cover |strengthen|touch |restore |provide|have mercy|show (?:me|us))"
        r"|(?:heavenly father|father god|abba father|dear (?:lord|god|jesus|heavenly father|father god)),? (?:please|thank you|i thank|thanks for|help|bless|forgive|we (?:thank|pray|ask|come)|i (?:pray|ask|come|praise)|guide|protect|watch))",
        0.8,
    ),
)
"""All of them, in the order in which they are tried."""
