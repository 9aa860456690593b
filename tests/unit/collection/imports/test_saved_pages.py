"""Saved HTML pages: the page's own remark of its address, pictures inside the file, and parts that scripts had built."""

import pytest

from tests.growth import stays_linear
from tests.unit.collection.imports import samples
from tests.unit.collection.imports.test_imports import SIGNED_OUT
from vetting.collection import import_capture
from vetting.collection.imports import pages, saved
from vetting.collection.text import MAX_COMPARED, MAX_ELEMENTS
from vetting.errors import InputError

SAVED_FROM = b"<!DOCTYPE html>\n<!-- saved from url=(0018)https://page.test/ -->\n<html><body><p>Words of a page.</p></body></html>"


def refused(data: bytes, address: str = SIGNED_OUT.address) -> str:
    with pytest.raises(InputError) as refusal:
        import_capture(data, "html", SIGNED_OUT.model_copy(update={"address": address}))
    return refusal.value.code


@pytest.mark.parametrize("data", [samples.SINGLE_FILE, SAVED_FROM, samples.HTML])
def test_saved_page_is_read(data: bytes) -> None:
    (post,) = import_capture(data, "html", SIGNED_OUT).posts
    assert "Words of a page." in post.text
    assert "base64" not in post.model_dump_json()


@pytest.mark.attacks("authentic_capture")
@pytest.mark.parametrize("data", [samples.SINGLE_FILE, SAVED_FROM])
def test_page_that_was_saved_from_another_address_is_refused(data: bytes) -> None:
    assert refused(data, "https://page.test/other") == "capture_address_mismatch"


def test_remark_without_an_address_says_nothing() -> None:
    data = SAVED_FROM.replace(b"(0018)https://page.test/", b"(0014)about:internet")
    assert import_capture(data, None, SIGNED_OUT.model_copy(update={"address": "https://any.test/"})).posts


def test_text_behind_a_picture_of_many_megabytes_is_read() -> None:
    picture = (
        b"data:image/png;base64," + b"iVBORw0KGgo" * 1_200_000
    )  # longer than the reader of HTML takes in one value
    data = b"<html><body><p>before</p><img src='" + picture + b"' alt='large'><p>Words behind it.</p></body></html>"
    (post,) = import_capture(data, None, SIGNED_OUT).posts
    assert "Words behind it." in post.text
    assert [m.alt for m in post.media] == ["large"]


@pytest.mark.parametrize("elements", [MAX_COMPARED, MAX_ELEMENTS])
def test_page_too_large_for_the_extractor_keeps_its_text_from_first_to_last(elements: int) -> None:
    items = "".join(f"<p>Synthetic words, number {n}.</p>" for n in range(elements + 1))
    (post,) = import_capture(f"<html><body><article>{items}</article></body></html>".encode(), None, SIGNED_OUT).posts
    assert "Synthetic words, number 0." in post.text
    assert f"Synthetic words, number {elements}." in post.text


@pytest.mark.parametrize("name", ["shadowmode", "shadowrootmode"])
def test_part_that_a_script_had_built_is_text(name: str) -> None:
    data = (
        f'<html><body><p>before</p><x-post><template {name}="open"><p>Built words.</p></template></x-post>'
        "<template><p>x</p></template><p>after</p></body></html>"
    ).encode()
    (post,) = import_capture(data, None, SIGNED_OUT).posts
    assert "Built words." in post.text
    assert "after" in post.text


@pytest.mark.attacks("authentic_capture")
@pytest.mark.parametrize("kind", ["html", "mhtml"])
def test_page_that_is_nested_without_end_is_refused_and_not_read_in_part(kind: str) -> None:
    page = b"<html><body>" + b"<div>" * 5000 + b"words</body></html>"
    with pytest.raises(InputError) as refusal:
        import_capture(page if kind == "html" else samples.mhtml(samples.part(page)), None, SIGNED_OUT)
    assert refusal.value.code == "capture_nested_too_deep"


@pytest.mark.attacks("authentic_capture")
def test_limits_hold_with_and_without_pictures(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(saved, "MAX_PAGE", 1000)
    picture = b"<img src=data:image/png;base64," + b"A" * 5000 + b">"
    assert import_capture(samples.HTML.replace(b"</p>", b"</p>" + picture), None, SIGNED_OUT).posts
    assert refused(samples.HTML.replace(b"page.", b"page " * 300)) == "capture_too_large"
    monkeypatch.setattr(pages, "MAX_FILE", 100)
    assert refused(samples.HTML + b" " * 100) == "capture_too_large"


@pytest.mark.parametrize(
    "unit", ["data:", "data:image/png;base64,", "<template shadowmode", "<template ", "data:" + "x" * 200, "<!-- "]
)
def test_time_grows_with_the_size_of_the_page(unit: str) -> None:
    assert stays_linear(lambda times: saved.readable(f"<html>{unit * times}"), small=3000, times=8, slack=4.0)
