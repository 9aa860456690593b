"""A simulator of a blog: RSS 2.0 and Atom feeds (also archived in pages, RFC 5005), posts with comments, and a page about its author."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from xml.sax.saxutils import escape

from tests.simulators.server import Reply, Request, Simulator

NEWEST = datetime(2025, 6, 1, 12, 0, tzinfo=UTC)
RSS = "application/rss+xml; charset=UTF-8"
ATOM = "application/atom+xml; charset=UTF-8"
HTML = "text/html; charset=UTF-8"


@dataclass(frozen=True)
class SimEntry:
    """One entry; `html` is its body, `time` may be missing."""

    title: str
    html: str
    time: datetime | None
    author: str = "synthetic"
    comments: tuple[str, ...] = ()


def entries(count: int, *, author: str = "synthetic", newest: datetime = NEWEST, step_days: int = 1) -> list[SimEntry]:
    """So many generated entries, newest first."""
    return [
        SimEntry(
            f"Synthetic entry {count - index}",
            f"<p>Entry number {count - index} of the synthetic blog, with <b>bold</b> words &amp; a "
            f'<a href="/about">link</a>.</p>',
            newest - index * timedelta(days=step_days),
            author,
        )
        for index in range(count)
    ]


class BlogSim(Simulator):
    """One blog. `page_size=None` puts all entries in one feed document; otherwise pages are linked with rel=next.

    `wordpress` makes it one that says so: its pages have numbers, none of them names the next, and there is none after the last.
    """

    def __init__(
        self,
        entries: Sequence[SimEntry] = (),
        *,
        page_size: int | None = None,
        about: str = "",
        wordpress: bool = False,
    ) -> None:
        super().__init__()
        self.entries = list(entries)
        self.page_size = page_size
        self.wordpress = wordpress
        self.about = about or "Synthetic author. This page exists for tests only and describes nobody. " * 5

    def reply(self, request: Request) -> Reply:
        """Answer as the blog would."""
        if request.path in ("/feed/", "/feed"):
            return self._feed(request, atom=False)
        if request.path in ("/feed/atom/", "/atom.xml"):
            return self._feed(request, atom=True)
        if request.path == "/about":
            return Reply(200, self._page("About", f"<p>{self.about}</p>").encode(), HTML)
        if request.path == "/plain.txt":
            return Reply(200, self.about.encode(), "text/plain; charset=UTF-8")
        if request.path == "/empty":
            return Reply(200, b"<!doctype html><html><head></head><body></body></html>", HTML)
        if request.path.startswith("/entry/"):
            return self._entry(request.path.rsplit("/", 1)[1])
        return Reply(404, self._page("Not found", "<p>Nothing here.</p>").encode(), HTML)

    def _entry(self, number: str) -> Reply:
        if not number.isdigit() or not 1 <= int(number) <= len(self.entries):
            return Reply(404, b"", HTML)
        entry = self.entries[len(self.entries) - int(number)]
        comments = "".join(
            f'<li class="comment"><div class="comment-content"><p>{c}</p></div></li>' for c in entry.comments
        )
        below = (
            f'<section id="comments" class="comments"><ol class="comment-list">{comments}</ol></section>'
            if comments
            else ""
        )
        return Reply(200, self._page(entry.title, entry.html, below).encode(), HTML)

    @staticmethod
    def _page(title: str, body: str, below: str = "") -> str:
        return (
            f"<!doctype html><html lang=en><head><title>{escape(title)}</title><script>var x=1;</script></head><body>"
            f"<nav><a href=/>Home</a></nav><main><article><h1>{escape(title)}</h1>{body}</article></main>{below}"
            f"<footer>Synthetic footer</footer></body></html>"
        )

    def _feed(self, request: Request, *, atom: bool) -> Reply:
        size = self.page_size or max(len(self.entries), 1)
        number = int(request.query.get("paged", "1"))
        chosen = self.entries[(number - 1) * size : number * size]
        following = ""
        if self.wordpress:
            if number > 1 and not chosen:
                return Reply(404, self._page("Not found", "<p>Nothing here.</p>").encode(), HTML)
            made = '<generator uri="https://wordpress.org/" version="6.1.9">WordPress</generator>'
            following = made if atom else "<generator>https://wordpress.org/?v=6.1.9</generator>"
        elif number * size < len(self.entries):
            following = (
                f'<{"" if atom else "atom:"}link rel="next" href="{self.base_url}{request.path}?paged={number + 1}"/>'
            )
        first = len(self.entries) - (number - 1) * size
        make = self._atom_entry if atom else self._rss_item
        items = "".join(make(entry, first - index) for index, entry in enumerate(chosen))
        if atom:
            text = (
                f'<?xml version="1.0" encoding="UTF-8"?><feed xmlns="http://www.w3.org/2005/Atom"><id>{self.base_url}/</id>'
                f"<title>Synthetic blog</title><updated>2025-06-01T00:00:00Z</updated>{following}{items}</feed>"
            )
            return Reply(200, text.encode(), ATOM)
        text = (
            '<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" '
            'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:atom="http://www.w3.org/2005/Atom"><channel>'
            f"<title>Synthetic blog</title><link>{self.base_url}</link><description></description>{following}{items}</channel></rss>"
        )
        return Reply(200, text.encode(), RSS)

    def _rss_item(self, entry: SimEntry, number: int) -> str:
        date = f"<pubDate>{format_datetime(entry.time)}</pubDate>" if entry.time else ""
        link = f"{self.base_url}/entry/{number}"
        return (
            f"<item><title>{escape(entry.title)}</title><link>{link}</link><dc:creator>{escape(entry.author)}</dc:creator>{date}"
            f'<guid isPermaLink="false">{link}</guid><description>short</description>'
            f"<content:encoded><![CDATA[{entry.html}]]></content:encoded></item>"
        )

    def _atom_entry(self, entry: SimEntry, number: int) -> str:
        date = f"<published>{entry.time.isoformat()}</published>" if entry.time else ""
        link = f"{self.base_url}/entry/{number}"
        return (
            f'<entry><id>{link}</id><title>{escape(entry.title)}</title>{date}<link href="{link}"/>'
            f'<author><name>{escape(entry.author)}</name></author><content type="html">{escape(entry.html)}</content></entry>'
        )
