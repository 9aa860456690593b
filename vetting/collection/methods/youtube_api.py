"""YouTube's documented Data API v3 with the agency's own key: a channel and the texts of its public uploads.

Videos and pictures are not fetched; comments, likes and subscriptions are not asked for. What is listed as unlisted or
private is never kept.
"""

from datetime import datetime
from urllib.parse import urlencode

from schemas.capture import StepOutcome
from schemas.platform import Method
from schemas.post import Authorship, Media, Post
from vetting.collection.methods.api import ApiCollector, Call
from vetting.collection.methods.values import Json, moment, obj, string
from vetting.collection.web import Answer, Fault

PAGE_SIZE = 50
"""The interface's own maximum; always asked for."""
_QUOTA = (b"quotaExceeded", b"dailyLimitExceeded", b"rateLimitExceeded")
_BAD_KEY = (b"API_KEY_INVALID", b"keyInvalid", b"API key not valid", b"accessNotConfigured", b"SERVICE_DISABLED")


class YouTubeCollector(ApiCollector):
    """Collects one channel."""

    method = Method.YOUTUBE_API

    def profile(self, call: Call) -> Post:
        """Title and description of the channel."""
        answer, channel = _channel(call)
        about = obj(channel, "snippet")
        return Post(
            number=1,
            source_id=string(channel, "id"),
            author=string(channel, "id"),
            authorship=Authorship.OWN,
            time=None,
            text="\n".join(text for key in ("title", "description") if (text := string(about, key).strip())),
            record_id=call.web.keep(answer),
        )

    def posts(self, call: Call) -> None:
        """The channel's uploads, newest first."""
        answer, channel = _channel(call)
        uploads = string(obj(obj(channel, "contentDetails"), "relatedPlaylists"), "uploads")
        call.keep_shown(answer, {"items": [{"id": string(channel, "id"), "uploads": uploads}]})
        if not uploads:
            call.stop(Fault("unexpected_json"))
        fields = {"part": "snippet,status,contentDetails", "playlistId": uploads, "maxResults": str(PAGE_SIZE)}
        first = f"{call.service()}/playlistItems?{urlencode(fields)}"
        url: str | None = first
        while url is not None:
            answer, page = call.ask(url)
            items, token = call.items(page, "items"), string(page, "nextPageToken")
            call.page(answer, items, lambda item: _take(call, item), lambda kept: {"items": kept})
            more = token and not call.all_older(_time(item) for item in items)
            url = call.next(f"{first}&{urlencode({'pageToken': token})}" if more else None)

    def judged(self, fault: Fault) -> Fault:
        """A used-up quota and a key that is not taken are stated as 403 or 400, and say nothing about the account."""
        if fault.status == 401 or any(mark in fault.body for mark in _BAD_KEY):
            return Fault("api_key_refused")
        return Fault("rate_limited") if any(mark in fault.body for mark in _QUOTA) else fault


def _channel(call: Call) -> tuple[Answer, Json]:
    query = urlencode({"part": "snippet,contentDetails", "id": call.account.user})
    answer, found = call.ask(f"{call.service()}/channels?{query}")
    channels = call.items(found, "items") if "items" in found else []
    if not channels:
        call.web.keep(answer)
        call.end(StepOutcome.NOT_FOUND, "channel_not_found")
    if string(channels[0], "id") != call.account.user:
        call.stop(Fault("other_account"))
    return answer, channels[0]


def _take(call: Call, item: Json) -> bool:
    about = obj(item, "snippet")
    owner = string(about, "videoOwnerChannelId") or string(about, "channelId")
    if owner != call.account.user or string(obj(item, "status"), "privacyStatus") != "public":
        return call.leave_out()
    video = string(obj(about, "resourceId"), "videoId")
    return call.tally.take(video, _time(item), lambda n: _post(item, n, video))


def _post(item: Json, n: int, video: str) -> Post:
    about = obj(item, "snippet")
    address = f"https://www.youtube.com/watch?v={video}"
    return Post(
        number=n,
        source_id=address,
        author=string(about, "channelId"),
        authorship=Authorship.OWN,
        time=_time(item),
        text="\n\n".join(text for key in ("title", "description") if (text := string(about, key).strip())),
        links=(address,),
        media=(Media(type="video", url=address),),
    )


def _time(item: Json) -> datetime | None:
    return moment(
        string(obj(item, "contentDetails"), "videoPublishedAt") or string(obj(item, "snippet"), "publishedAt")
    )
