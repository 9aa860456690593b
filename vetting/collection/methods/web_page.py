"""One public web page, read without signing in: the declared page itself, no page beyond it."""

import re
from urllib.parse import urlsplit

from schemas.account import DeclaredAccount
from schemas.capture import Capture, StepOutcome
from schemas.plan import Limits, StepAction
from schemas.platform import Method
from schemas.window import Window
from vetting.collection.bodies import media_type, text_of
from vetting.collection.methods.base import ended, ended_by
from vetting.collection.posts import page_posts, text_posts
from vetting.collection.text import nested_too_deep
from vetting.collection.web import Fault, Web

ACCEPT = "text/html, application/xhtml+xml;q=0.9, text/plain;q=0.8"
_METHOD = Method.WEB_PAGE
_HTML = frozenset({"text/html", "application/xhtml+xml"})
_LOGIN = re.compile(r"(^|/)(log-?in|sign-?in|sign_in|wp-login\.php|accounts/login|checkpoint)/?$", re.IGNORECASE)


class WebPageCollector:
    """Collects the page that an account's address names."""

    def collect(
        self, action: StepAction, account: DeclaredAccount, window: Window, limits: Limits, web: Web
    ) -> Capture:
        """Carry out a `profile` step; a page is seen as it is now, so window and item limits have nothing to leave out."""
        del window, limits
        if action is not StepAction.PROFILE:
            return ended(web, _METHOD, StepOutcome.NOT_APPLICABLE, "step_does_not_fit")
        answer = web.get(account.target, accept=ACCEPT)
        if isinstance(answer, Fault):
            return ended_by(web, _METHOD, answer)
        if _LOGIN.search(urlsplit(answer.url).path) and not _LOGIN.search(urlsplit(account.target).path):
            return ended(web, _METHOD, StepOutcome.NOT_PUBLIC, "sign_in_asked")
        kind = media_type(answer.content_type)
        text = text_of(answer.body, answer.content_type)
        if unread := _unreadable(kind, text):
            return ended(web, _METHOD, StepOutcome.FAILED, unread)
        make = page_posts if kind in _HTML else text_posts
        posts = make(text, answer.url, author=account.user, record_id=web.keep(answer))
        if not posts:
            return ended(web, _METHOD, StepOutcome.NO_CONTENT, "empty_page")
        return ended(web, _METHOD, StepOutcome.CAPTURED, posts=posts)


def _unreadable(kind: str, text: str) -> str:
    """Why an answer is no page that can be read to its end; empty when it is one."""
    if kind not in _HTML and kind != "text/plain":
        return "unexpected_content_type"
    return "nested_too_deep" if kind in _HTML and nested_too_deep(text) else ""
