"""Does a text look like a password, token, key, code or cookie? Law 4; C.G.S. 31-40x; Bridgeport IV. D. 4.

The schema has no field for an authenticator; this is for the one that somebody writes into another field. It
answers with a reason code and never with the text. A word alone cannot be told from a handle (`hunter2`), so
a bare short word passes: labels, shapes, addresses that carry a secret, and strings no person chooses as a
name are what is found.
"""

import base64
import binascii
import re
from urllib.parse import parse_qsl, urlsplit

from vetting.intake.randomness import looks_random
from vetting.intake.spelling import joined, plain
from vetting.policy.controls import Control, enforces

_LABEL = re.compile(
    r"(?:(?<![a-z])(?:pass[\s._-]*(?:words?|phrase|code|key)|passw[o0]rds?|p[a@]ssw[o0]rd|passwd|contrase[nn]a|mot\s+de\s+passe|"
    r"kennwort|passwort|senha|haslo|login\s*code|verification\s*code|auth(?:entication)?\s*(?:code|token)|"
    r"access\s*(?:code|token|key)|api[\s_-]*key|secret[\s_-]*key|client[\s_-]*secret|bearer\s*token|(?:2fa|mfa|totp|otp)(?:\s*(?:code|secret|key|seed))?|one[\s-]time\s*"
    r"(?:code|password)|(?:recovery|backup|scratch)[\s_-]*(?:code|key|phrase)s?|security\s*(?:answer|code)|seed\s*phrase|"
    r"session[\s_-]*(?:id|key|token)|csrf[\s_-]*token)"
    r"(?:\s*(?:[:=]|->|=>|→|\bis\b|\bes\b|\bist\b|\best\b)|\s+\S*\d)"
    r"|(?<![a-z0-9])(?:pw|pwd|pass|psw|pin|secret|token|clave|login|creds?|credentials?)\s*(?:[:=]|->|=>|→|\bis\s+\S*\d)\s*\S"
    r"|(?<![a-z])(?:user(?:name)?|login|e-?mail)\s*(?:/|\||\+|and|&)\s*(?:pass(?:word)?|pw|pwd)(?![a-z]))",
    re.IGNORECASE,
)
_TOKENS: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "private_key",
        re.compile(
            r"-{3,}\s*BEGIN[A-Z0-9 ]*PRIVATE KEY|PuTTY-User-Key-File|AGE-SECRET-KEY-1|\bnsec1[a-z0-9]{20,}",
            re.IGNORECASE,
        ),
    ),
    ("otp_secret", re.compile(r"\botpauth(?:-migration)?:", re.IGNORECASE)),
    ("web_token", re.compile(r"eyJ[A-Za-z0-9_-]{6,}\.[A-Za-z0-9_-]{4,}")),
    ("api_token", re.compile(r"\b(?:AKIA|ASIA|ABIA|ACCA)[A-Z0-9]{16}\b")),
    (
        "api_token",
        re.compile(r"\bgh[opsur]_[A-Za-z0-9]{20,}|\bgithub_pat_\w{20,}|\bglpat-[\w-]{16,}|\bnpm_[A-Za-z0-9]{30,}"),
    ),
    ("api_token", re.compile(r"\bxox[abeoprs]-[A-Za-z0-9-]{10,}|\bxapp-\d-[A-Za-z0-9-]{10,}")),
    (
        "api_token",
        re.compile(
            r"\bAIza[\w-]{30,}|\bya29\.[\w-]{10,}|\bEAA[A-Za-z0-9]{30,}|\b[prs]k_(?:live|test)_[A-Za-z0-9]{10,}"
        ),
    ),
    (
        "api_token",
        re.compile(
            r"\bsk-[A-Za-z0-9_-]{20,}|\bSG\.[\w-]{16,}\.[\w-]{16,}|\bdop_v1_[a-f0-9]{32,}|\bhf_[A-Za-z0-9]{20,}"
        ),
    ),
    (
        "api_token",
        re.compile(r"\b\d{8,10}:[A-Za-z0-9_-]{33,}|\b[MNO][A-Za-z\d_-]{23,25}\.[\w-]{6}\.[\w-]{27,}"),
    ),
    ("api_token", re.compile(r"\b(?:bearer|basic)\s+[A-Za-z0-9._~+/=-]{16,}", re.IGNORECASE)),
    ("password_hash", re.compile(r"\$(?:2[abxy]|argon2(?:id|i|d)|[156]|scrypt|pbkdf2[\w-]*)\$\S{8,}")),
    ("cookie", re.compile(r"(?:^|\b)(?:set-)?cookie\s*:", re.IGNORECASE)),
    (
        "cookie",
        re.compile(
            r"(?<![a-z])(?:phpsessid|jsessionid|asp\.net_sessionid|session_?id|sessid|connect\.sid|sid|csrftoken|auth_token|ct0|c_user|"
            r"xs|li_at|sb|datr|ds_user_id|reddit_session|laravel_session|_session)\s*=\s*[^\s;,&]{6,}",
            re.IGNORECASE,
        ),
    ),
    ("app_password", re.compile(r"(?<![\w-])(?=[a-z0-9-]*\d)[a-z0-9]{4}(?:-[a-z0-9]{4}){3}(?![\w-])")),
    (
        "recovery_codes",
        re.compile(
            r"(?:(?<![\w-])(?=[a-z-]*\d)(?=[\d-]*[a-z])[a-z0-9]{4,6}-[a-z0-9]{4,6}(?![\w-])[\s,;|]*){2,}",
            re.IGNORECASE,
        ),
    ),
    ("recovery_codes", re.compile(r"(?:(?<!\d)\d{6,8}(?!\d)[\s,;|]+){3,}\d{6,8}(?!\d)")),
    ("recovery_words", re.compile(r"^\s*(?:[a-z]{3,8}[\s,]+){11,}[a-z]{3,8}\s*$")),
)
_SECRET_PARAMETERS = re.compile(
    r"^(?:(?:access|auth|id|refresh|login|csrf|session|user|security|reset|xsec|bearer)?_?-?tokens?|auth|auth_?key|api_?key|key|"
    r"s?sid|sess|session|session_?id|sess_?id|phpsessid|jsessionid|pass|passwd|passcode|password|pwd|pw|pin|secret|client_secret|"
    r"otp|totp|credential|credentials|code|sig|signature|jwt|ticket|nonce|magic|x-amz-signature|x-amz-security-token|login|user_?pass)$",
    re.IGNORECASE,
)
_SECRET_PATH = re.compile(
    r"/(?:reset[-_]?password|password[-_]?reset|reset|magic[-_]?link|magic|log-?in|sign-?in|verify|confirm|activate|recover|invite)"
    r"/[^/?#]{12,}|;(?:jsessionid|sid|phpsessid)=",
    re.IGNORECASE,
)
_BASE64 = re.compile(r"(?<![\w+/])[A-Za-z0-9+/]{12,}={0,2}(?![\w+/=])")
_COMMON = re.compile(
    r"^(?:p[a@4][s5$]{2}w[o0]rd[\d!.@#$]*|[il1][e3]tm[e3][i1]n[\d!]*|qwert[yz]\d*!*|123456789?0?|12345678|abc123!*|111111|000000|"
    r"[i1]l[o0]v[e3]y[o0]u\d*|welc[o0]me\d{1,4}!*|admin123!*|changeme\d*!*|trustno1|iloveyou)$",
    re.IGNORECASE,
)
_SYMBOLS = re.compile(r"[!$%^&*=?<>{}\[\]|`\"\\();~]")


@enforces(Control.NO_AUTHENTICATORS)
def looks_like_authenticator(text: str, *, in_handle: bool = False) -> str | None:
    """The reason code of what the text looks like, or `None`. `in_handle`: it stands where a handle goes."""
    for view in dict.fromkeys((text, plain(text), joined(plain(text)))):
        found = _shaped(view) or _address(view) or _labelled(view) or (_handle(view) if in_handle else None)
        if found:
            return found
    return _wrapped(plain(text))


def is_authenticator_name(name: str) -> bool:
    """Whether a column or field is named like a place for an authenticator (`password`, `Login-Token`)."""
    folded = re.sub(r"[^a-z0-9]", "", plain(name).lower())
    return bool(
        re.search(
            r"pass(?:w|c|p|k)|(?:^|user|my|login|account)pass$|^pw|pwd|secret|token|contrasen|kennwort|motdepasse|apikey|otp|2fa|mfa|cookie|credential|sessionid|"
            r"(?:recovery|backup|security|login|access|auth)(?:code|key|answer)|authenticator|privatekey|^pin$|^clave$|^senha$",
            folded,
        )
    )


def _shaped(text: str) -> str | None:
    return next((code for code, pattern in _TOKENS if pattern.search(text)), None)


def _labelled(text: str) -> str | None:
    return "password_label" if _LABEL.search(text) else None


def _address(text: str) -> str | None:
    # A text can hold several addresses; each is judged by itself, with or without its scheme.
    for word in text.split():
        if "//" not in word and "?" not in word and ";" not in word:
            continue
        try:
            parts = urlsplit(word if "//" in word else "//" + word)
            query = parse_qsl(parts.query.replace(";", "&"), keep_blank_values=True)
            query += parse_qsl(parts.fragment.lstrip("?!/"), keep_blank_values=True)
        except ValueError:
            continue
        if "@" in parts.netloc:
            return "url_userinfo"
        if any(_SECRET_PARAMETERS.match(name) and value for name, value in query):
            return "url_secret_parameter"
        if any(looks_random(value) for _, value in query):
            return "url_secret_parameter"
        if _SECRET_PATH.search(parts.path):
            return "url_secret_path"
    return None


def _handle(text: str) -> str | None:
    text = text.strip()
    if _COMMON.match(text):
        return "common_password"
    if re.fullmatch(r"(?:[a-z]{4} ){3}[a-z]{4}", text):
        return "app_password"
    if "://" in text:
        return None
    if _is_pair(text.removeprefix("@")):
        return "credential_pair"
    kinds = [bool(re.search(kind, text)) for kind in ("[a-z]", "[A-Z]", r"\d")]
    if len(text) >= 7 and " " not in text and _SYMBOLS.search(text) and sum(kinds) >= 2:
        return "password_like"
    random = any(looks_random(word) for word in re.split(r"[\s@/:]+", text))
    return "random_string" if random else None


def _is_pair(text: str) -> bool:
    # `name:secret`. A server after the colon (`@name:host.example`), a scheme (`did:...`) or a port is none.
    name, colon, after = text.partition(":")
    if not colon or not re.fullmatch(r"[^\s:/]+", name) or not re.fullmatch(r"\S{4,}", after):
        return False
    if name.lower() in {"acct", "did", "nostr", "at", "matrix", "xmpp"}:
        return False
    if "@" in name and re.fullmatch(r"\d{1,5}", after):
        return False
    return not re.fullmatch(r"[a-z0-9-]+(?:\.[a-z0-9-]+)+(?::\d{1,5})?", after, re.IGNORECASE)


def _wrapped(text: str) -> str | None:
    for found in _BASE64.finditer(text):
        try:
            inner = base64.b64decode(found[0] + "=" * (-len(found[0]) % 4), validate=True).decode("ascii")
        except (binascii.Error, UnicodeDecodeError):
            continue
        if inner.isprintable() and (
            _shaped(inner) or _labelled(inner) or re.fullmatch(r"[\w.@+-]{2,}:[\x21-\x7e]{4,}", inner)
        ):
            return "encoded_secret"
    return None
