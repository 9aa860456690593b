"""Posts made from pages: the page's own text, and other people's comments on it as hosted content."""

from schemas.post import Authorship, Media, Post
from vetting.collection.text import Page, Plain, page


def page_posts(html: str, address: str, *, author: str = "", record_id: str = "", first: int = 1) -> tuple[Post, ...]:
    """One post for a page, and a second one for comments that others left on it, if there are any.

    A page bears no date that can be relied on, so `time` is `None`.
    """
    return _posts(page(html, address), address, author, record_id, first)


def text_posts(text: str, address: str, *, author: str = "", record_id: str = "", first: int = 1) -> tuple[Post, ...]:
    """One post for a page of plain text."""
    return _posts(Page("", Plain(text.strip())), address, author, record_id, first)


def _posts(seen: Page, address: str, author: str, record_id: str, first: int) -> tuple[Post, ...]:
    if not (seen.main.text or seen.main.images or seen.title):
        return ()
    text = seen.main.text
    if seen.title and not text.startswith(seen.title):
        text = f"{seen.title}\n\n{text}".strip()
    own = Post(
        number=first,
        source_id=address,
        author=author,
        authorship=Authorship.OWN,
        time=None,
        text=text,
        links=seen.main.links,
        media=tuple(Media(type="image", url=url, alt=alt) for url, alt in seen.main.images),
        record_id=record_id,
    )
    if not seen.comments:
        return (own,)
    hosted = Post(
        number=first + 1,
        source_id=f"{address}#comments",
        author="",
        authorship=Authorship.HOSTED,
        time=None,
        text=seen.comments,
        reply_to=address,
        record_id=record_id,
    )
    return (own, hosted)
