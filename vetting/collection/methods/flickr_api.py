"""Flickr's documented API with the agency's own key: a person and the titles and descriptions of public photographs.

Photographs themselves, faces, places, contacts, favourites and comments are not asked for.
"""

from datetime import datetime
from urllib.parse import urlencode

from schemas.capture import StepOutcome
from schemas.platform import Method
from schemas.post import Authorship, Media, Post
from vetting.collection.methods.api import ApiCollector, Call
from vetting.collection.methods.values import Json, epoch, number, obj, string
from vetting.collection.text import plain
from vetting.collection.web import Answer, Fault

PAGE_SIZE = 500
"""The interface's own maximum; always asked for."""
_REASONS = {100: "api_key_refused", 105: "service_unavailable"}


class FlickrCollector(ApiCollector):
    """Collects one person."""

    method = Method.FLICKR_API

    def profile(self, call: Call) -> Post:
        """Name and description of the person."""
        answer, person = _person(call)
        names = [_content(person, key) for key in ("username", "realname")]
        about = plain(_content(person, "description"))
        shown = {key: person[key] for key in ("nsid", "username", "realname", "description") if key in person}
        return Post(
            number=1,
            source_id=string(person, "nsid"),
            author=string(person, "nsid"),
            authorship=Authorship.OWN,
            time=None,
            text="\n".join(text for text in (*names, about.text) if text),
            links=about.links,
            record_id=call.keep_shown(answer, {"person": shown}),
        )

    def posts(self, call: Call) -> None:
        """The person's public photographs, newest upload first."""
        answer, person = _person(call)
        call.keep_shown(answer, {"person": {"nsid": string(person, "nsid")}})
        page = 1
        url: str | None = _photos(call, page)
        while url is not None:
            answer, found = _asked(call, url)
            photos = call.items(found, "photos", "photo")
            call.page(answer, photos, lambda photo: _take(call, photo), lambda kept: {"photos": {"photo": kept}})
            pages = obj(found, "photos").get("pages")
            page += 1
            more = isinstance(pages, int) and page <= pages and not call.all_older(_time(photo) for photo in photos)
            url = call.next(_photos(call, page) if more else None)


def _asked(call: Call, url: str) -> tuple[Answer, Json]:
    """Errors come as HTTP 200 with a number."""
    answer, found = call.ask(url)
    if string(found, "stat") == "fail":
        code = found.get("code")
        if code in (1, 2):
            call.web.keep(answer)
            call.end(StepOutcome.NOT_FOUND, "person_not_found")
        call.stop(Fault(_REASONS.get(code if isinstance(code, int) else 0, "api_error")))
    return answer, found


def _person(call: Call) -> tuple[Answer, Json]:
    answer, found = _asked(call, _address(call, "flickr.people.getInfo"))
    person = obj(found, "person")
    if string(person, "nsid") != call.account.user:
        call.stop(Fault("other_account"))
    return answer, person


def _photos(call: Call, page: int) -> str:
    extras = "description,date_upload,tags"
    return _address(call, "flickr.people.getPublicPhotos", extras=extras, per_page=str(PAGE_SIZE), page=str(page))


def _address(call: Call, name: str, **fields: str) -> str:
    query = {"method": name, "user_id": call.account.user, "format": "json", "nojsoncallback": "1", **fields}
    return f"{call.service()}/?{urlencode(query)}"


def _take(call: Call, photo: Json) -> bool:
    if string(photo, "owner") != call.account.user or photo.get("ispublic") != 1:
        return call.leave_out()
    return call.tally.take(number(photo, "id"), _time(photo), lambda n: _post(photo, n))


def _post(photo: Json, n: int) -> Post:
    about = plain(_content(photo, "description"))
    address = f"https://www.flickr.com/photos/{string(photo, 'owner')}/{number(photo, 'id')}/"
    return Post(
        number=n,
        source_id=address,
        author=string(photo, "owner"),
        authorship=Authorship.OWN,
        time=_time(photo),
        text="\n".join(text for text in (string(photo, "title"), about.text, string(photo, "tags")) if text),
        links=(address, *about.links),
        media=(Media(type="image", url=address, alt=string(photo, "title")),),
    )


def _content(source: Json, key: str) -> str:
    return string(obj(source, key), "_content") or string(source, key)


def _time(photo: Json) -> datetime | None:
    return epoch(photo.get("dateupload"))
