"""robots.txt is read as RFC 9309 says, and in time that grows with its length alone."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.growth import stays_linear
from vetting.collection.robots import MAX_PARSED, RobotRules, product_token, read_robots

TOKEN = "vetting"


def permits(text: str, target: str) -> bool:
    return read_robots(text.encode(), TOKEN).permits(target)


@pytest.mark.parametrize(
    ("user_agent", "token"),
    [
        ("vetting/1 (pre-employment background review)", "vetting"),
        ("Example_Bot-Two/2.0", "example_bot-two"),
        ("  Vetting", "vetting"),
        ("(unnamed)", ""),
        ("9vetting", ""),
    ],
)
def test_product_token_is_what_the_user_agent_begins_with(user_agent: str, token: str) -> None:
    assert product_token(user_agent) == token


@pytest.mark.parametrize(
    ("text", "target", "permitted"),
    [
        ("", "/x", True),
        ("User-agent: *\nDisallow: /\n", "/x", False),
        ("User-agent: *\nDisallow: /\n", "/robots.txt", True),
        ("User-agent: *\nDisallow:\n", "/x", True),
        ("Disallow: /\n", "/x", True),  # speaks to nobody
        ("USER-AGENT: VETTING\nDISALLOW: /y\n", "/y", False),
        ("User-agent: vetting/2.0\nDisallow: /\n", "/x", False),
        ("User-agent: vett\nDisallow: /\n", "/x", True),  # another name
        ("User-agent: vettingbot\nDisallow: /\n", "/x", True),
        # the group of our name stands alone, wherever it stands
        ("User-agent: *\nDisallow: /\n\nUser-agent: vetting\nAllow: /\n", "/x", True),
        ("User-agent: vetting\nDisallow:\n\nUser-agent: *\nDisallow: /\n", "/x", True),
        ("User-agent: vetting\nDisallow: /a\n\nUser-agent: *\nDisallow: /b\n", "/b", True),
        # several groups of one name are one group
        ("User-agent: vetting\nDisallow: /a\n\nUser-agent: z\nDisallow: /\n\nUser-agent: Vetting\nDisallow: /b\n", "/b", False),
        ("User-agent: *\nDisallow: /a\n\nUser-agent: z\nAllow: /\n\nUser-agent: *\nDisallow: /b\n", "/a", False),
        # several names for one group; what is no rule does not end their list (2.2.4)
        ("User-agent: x\nUser-agent: vetting\nDisallow: /y\n", "/y", False),
        ("User-agent: vetting\nSitemap: http://h/s.xml\nUser-agent: x\nDisallow: /y\n", "/y", False),
        ("User-agent: vetting\nDisallow: /a\nUser-agent: x\nDisallow: /y\n", "/y", True),
        # lines: any line end, spaces, comments, a byte order mark, and only those line ends
        ("\ufeffUser-agent: *\r\nDisallow: /q\r\n", "/q", False),
        ("User-agent: *\rDisallow: /q", "/q", False),
        (" \tUser-agent \t:\t * # all\n Disallow : /q # not this\n", "/q", False),
        ("User-agent: *\n# Disallow: /q\n", "/q", True),
        ("User-agent: *\nnonsense\nDisallow: /q\n", "/q", False),
        ("User-agent: *\nAllow: /x\u2028Disallow: /q\n", "/q", True),
    ],
)  # fmt: skip
def test_groups_and_lines(text: str, target: str, *, permitted: bool) -> None:
    assert permits(text, target) is permitted


@pytest.mark.parametrize(
    ("rules", "target", "permitted"),
    [
        # the example of RFC 9309, 5.2: the longest match decides
        ("Allow: /example/page/\nDisallow: /example/page/disallowed.gif", "/example/page/disallowed.gif", False),
        ("Allow: /example/page/\nDisallow: /example/page/disallowed.gif", "/example/page/x", True),
        ("Allow: /p\nDisallow: /", "/page", True),
        ("Disallow: /folder\nAllow: /folder", "/folder/page", True),
        ("Allow: /page\nDisallow: /*.htm", "/page.htm", False),
        ("Allow: /$\nDisallow: /", "/", True),
        ("Allow: /$\nDisallow: /", "/page", False),
        ("Disallow: /fish", "/fishheads.html?x=y", False),
        ("Disallow: /fish", "/Fish", True),
        ("Disallow: /fish", "/catfish", True),
        ("Disallow: /fish/", "/fish", True),
        ("Disallow: fish", "/fish", True),
        ("Disallow: /*.php", "/index?f=/x.php/", False),
        ("Disallow: /*.php$", "/x.php", False),
        ("Disallow: /*.php$", "/x.php?p", True),
        ("Disallow: /a*b$", "/ab", False),
        ("Disallow: /ab*ab$", "/ab", True),
        ("Disallow: /*/secret/**/x*", "/a/secret/b/xyz", False),
        ("Disallow: *", "/anything", False),
        ("Disallow: /*?", "/a?b=1", False),
        ("Disallow: /*?", "/a", True),
        # 2.2.3: the two signs, written out
        ("Disallow: /path/file-with-a-%2A.html", "/path/file-with-a-*.html", False),
        ("Disallow: /path/file-with-a-%2A.html", "/path/file-with-a-x.html", True),
        ("Disallow: /path/foo-%24", "/path/foo-$", False),
        ("Disallow: /a$b", "/a$b", False),
        # 2.2.2: both spellings are one
        ("Disallow: /foo/bar?baz=quz", "/foo/bar?baz=quz", False),
        ("Disallow: /foo/bar?baz=https://foo.bar", "/foo/bar?baz=https%3A%2F%2Ffoo.bar", False),
        ("Disallow: /foo/bar/\u30c4", "/foo/bar/%E3%83%84", False),
        ("Disallow: /foo/bar/%E3%83%84", "/foo/bar/%e3%83%84", False),
        ("Disallow: /foo/bar/%62%61%7A", "/foo/bar/baz", False),
        ("Disallow: /foo/bar/baz", "/foo/bar/%62%61%7A", False),
        ("Disallow: /a%2Fb", "/a/b", True),
    ],
)
def test_rules(rules: str, target: str, *, permitted: bool) -> None:
    assert permits(f"User-agent: *\n{rules}\n", target) is permitted


@pytest.mark.parametrize(
    ("text", "delay"),
    [
        ("User-agent: *\nCrawl-delay: 7\n", 7.0),
        ("User-agent: *\nCrawl-delay: 0.5\n", 0.5),
        ("User-agent: *\nCrawl-delay: 1e400\n", None),
        ("User-agent: *\nCrawl-delay: nan\n", None),
        ("User-agent: *\nCrawl-delay: -3\n", None),
        ("User-agent: *\nCrawl-delay: soon\n", None),
        ("User-agent: other\nCrawl-delay: 7\n", None),
        ("User-agent: *\nCrawl-delay: 7\nDisallow:\nUser-agent: vetting\nCrawl-delay: 2\nDisallow:\n", 2.0),
    ],
)
def test_crawl_delay_is_read_as_stated(text: str, delay: float | None) -> None:
    assert read_robots(text.encode(), TOKEN).crawl_delay == delay


def test_what_lies_behind_the_parsing_limit_is_not_read() -> None:
    start = b"User-agent: *\nDisallow: /a\n"
    filler = b"#" * (MAX_PARSED - len(start) - 1) + b"\n"
    rules = read_robots(start + filler + b"Disallow: /b\n", TOKEN)
    assert not rules.permits("/a")
    assert rules.permits("/b")


@pytest.mark.attacks("lawful_methods")
@pytest.mark.parametrize(
    "make",
    [
        lambda n: "".join(f"User-agent: a{i}\n" for i in range(n)) + "".join(f"Disallow: /{i}\n" for i in range(n)),
        lambda n: "User-agent: *\n" + "".join(f"Disallow: /{i}\nUser-agent: b\n" for i in range(n)),
        lambda n: "User-agent: *\nDisallow: /" + "*a" * n + "*b$\n",
        lambda n: "User-agent: *\n" + "Disallow: /*a*a*a*b\n" * n,
        lambda n: "User-agent: *\nDisallow: /" + "%" * n + "*" * n + "\n",
        lambda n: "#" * n + "\r" * n,
    ],
)
def test_hostile_file_costs_no_more_than_its_length(make: Callable[[int], str]) -> None:
    def judge(size: int) -> None:
        read_robots(make(size).encode(), TOKEN).permits("/" + "a" * 1900)

    assert stays_linear(judge, small=2000)


@given(body=st.binary(max_size=400), target=st.text(max_size=40))
def test_any_bytes_are_rules_and_any_target_is_judged(body: bytes, target: str) -> None:
    assert read_robots(b"User-agent: *\nDisallow: /x\n" + body, TOKEN).permits(f"/{target}") in (True, False)
    assert isinstance(read_robots(body, TOKEN), RobotRules)
