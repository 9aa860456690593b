"""Undo disguises before a text is judged: wide, invisible and look-alike letters, percent and HTML codes.

Only for deciding whether a text looks like an authenticator; what is stored is what the candidate wrote.
"""

import html
import re
import unicodedata
from urllib.parse import unquote

_LOOKALIKES = str.maketrans(
    "аеорсухіјѕԁԛԝһкмтвнгΑΒΕΖΗΙΚΜΝΟΡΤΥΧаορνικτωАВЕКМНОРСТУХІЈЅ",
    "aeopcyxijsdqwhkmtbhrABEZHIKMNOPTYXaopviktwABEKMHOPCTYXIJS",
)


def plain(text: str) -> str:
    """The text as a reader would see it: decoded, composed, without invisible characters and look-alikes."""
    for _ in range(3):
        decoded = html.unescape(unquote(text))
        if decoded == text:
            break
        text = decoded
    text = unicodedata.normalize("NFKD", text)
    text = "".join(c for c in text if unicodedata.category(c) not in {"Cf", "Mn", "Me"})
    return text.translate(_LOOKALIKES)


def joined(text: str) -> str:
    """The text with letters that stand apart (`p a s s`) pulled together."""
    return re.sub(r"(?<!\w)\w(?:[ ._*-]\w){3,}(?!\w)", lambda m: re.sub(r"[ ._*-]", "", m[0]), text)
