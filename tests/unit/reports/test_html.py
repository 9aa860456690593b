"""The page is whole in itself, runs nothing, and can be read by everybody."""

import base64
import hashlib
import re
from collections.abc import Callable
from dataclasses import replace
from html.parser import HTMLParser
from itertools import pairwise

import pandas as pd
import pytest

from tests.simulators.roundlog import ONE, RoundStory, whole_round
from vetting.reports.html import to_html
from vetting.reports.tables import Table
from vetting.reports.uniformity import UniformityReport

Judged = Callable[[RoundStory], UniformityReport]

VOID = {"meta", "link", "br", "img", "input", "hr"}


class Page(HTMLParser):
    """Elements in order, with attributes, and whether every one is closed in its place."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.feed(text)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.elements if name == tag]


@pytest.fixture
def page(judged: Judged) -> Page:
    return Page(to_html(judged(whole_round())))


def test_page_loads_and_runs_nothing(page: Page) -> None:
    names = {tag for tag, _ in page.elements}
    assert not names & {"script", "img", "link", "iframe", "object", "form", "base", "svg"}
    for _, attributes in page.elements:
        assert not any(name.startswith("on") or name in {"src", "style"} for name in attributes)
        assert (attributes.get("href") or "#").startswith("#")


def test_policy_allows_this_style_and_nothing_else(judged: Judged) -> None:
    text = to_html(judged(whole_round()))
    style = re.search(r"<style>(.*?)</style>", text, re.DOTALL)
    assert style is not None
    digest = base64.b64encode(hashlib.sha256(style[1].encode()).digest()).decode()
    assert f"default-src 'none'; style-src 'sha256-{digest}'" in text
    assert "url(" not in style[1]
    assert "@import" not in style[1]


def test_page_is_accessible_in_what_a_program_can_see(page: Page) -> None:
    assert page.all("html") == [{"lang": "en"}]
    assert len(page.all("main")) == len(page.all("h1")) == len(page.all("title")) == 1
    assert len(page.all("caption")) == len(page.all("table")) >= 6
    assert all(th.get("scope") in {"col", "row"} for th in page.all("th"))
    scrolling = [div for div in page.all("div") if div.get("class") == "scroll"]
    assert all(div.get("role") == "region" and div.get("tabindex") == "0" for div in scrolling)
    ids = [a["id"] for _, a in page.elements if "id" in a]
    assert len(ids) == len(set(ids))
    for attribute in ("aria-labelledby", "href"):
        named = [(a[attribute] or "").lstrip("#") for _, a in page.elements if attribute in a]
        assert set(named) <= set(ids)
    levels = [int(tag[1]) for tag, _ in page.elements if re.fullmatch(r"h[1-6]", tag)]
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_missing_step_is_told_in_words_and_by_a_sign(judged: Judged) -> None:
    story = RoundStory().open()
    story.declare(ONE, 1)
    text = to_html(judged(story))
    assert text.count('<td class="missing"><span aria-hidden="true">✗ </span>missing</td>') == 6
    assert "Verdict: unfinished" in text


def _contrast(one: str, two: str) -> float:
    def light(colour: str) -> float:
        parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
        linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    high, low = sorted((light(one), light(two)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def test_every_colour_has_enough_contrast_on_both_backgrounds(judged: Judged) -> None:
    style = to_html(judged(whole_round())).partition("</style>")[0]
    colours = set(re.findall(r"#[0-9a-f]{6}\b", style)) - {"#ffffff", "#eef1f5"}
    assert len(colours) >= 6
    lines = {"#767676"}  # borders need 3:1 (WCAG 1.4.11), text 4.5:1 (1.4.3)
    for colour in colours:
        for ground in ("#ffffff", "#eef1f5"):
            assert _contrast(colour, ground) >= (3 if colour in lines else 4.5), (colour, ground)


def test_page_says_how_to_recompute_it(judged: Judged) -> None:
    report = judged(whole_round())
    text = to_html(report)
    assert f"vetting report uniformity {report.round} --log LOG --key agency.pub.json --out FOLDER" in text
    assert dict(report.proof)["root"] in text
    assert dict(report.proof)["verified with the key of fingerprint"] in text


def test_whatever_stands_in_a_table_is_shown_as_text(judged: Judged) -> None:
    hostile = "</td><script>alert(1)</script>\"' onload=x"
    frame = pd.DataFrame([[hostile, hostile]], columns=[hostile, "b"], dtype=object)
    report = replace(judged(whole_round()), tables=(Table("steps", hostile, hostile, frame),), round=hostile)
    text = to_html(report)
    assert "<script" not in text
    assert "script" not in {tag for tag, _ in Page(text).elements}
