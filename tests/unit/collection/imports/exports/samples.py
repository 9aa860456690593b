"""Exports as the platforms give them, made here: public items, and a canary in every private part.

Forms follow the platforms' downloads as documented or seen in 2024 and 2025. All people are synthetic.
"""

import gzip
import hashlib
import io
import json
import tarfile
import zipfile
from collections.abc import Mapping
from typing import Any

from tests.simulators.repository import car

USER = "synthetic_user"
PUBLIC = "Public words"
NOT_STATED = "Words of no stated audience"
JUNE = "2025-06-01 12:00:00"
JUNE_ISO = "2025-06-01T12:00:00Z"
JUNE_SECONDS = 1748779200


def canary(place: str) -> str:
    """A text that may never be kept."""
    return f"CANARY-{place}-{hashlib.sha256(place.encode()).hexdigest()[:8]}"


def zipped(files: Mapping[str, str | bytes]) -> bytes:
    """Files as a zip archive."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(zipfile.ZipInfo(name), data)
    return out.getvalue()


def tarred(files: Mapping[str, str | bytes]) -> bytes:
    """Files as a tar.gz archive."""
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        for name, data in files.items():
            raw = data.encode() if isinstance(data, str) else data
            info = tarfile.TarInfo(name)
            info.size = len(raw)
            archive.addfile(info, io.BytesIO(raw))
    return gzip.compress(out.getvalue(), mtime=0)


def facebook() -> dict[str, str | bytes]:
    """Facebook, JSON: no audience is stated for any post."""
    post = {
        "timestamp": JUNE_SECONDS,
        "data": [{"post": f"{NOT_STATED} caf\u00c3\u00a9"}, {"update_timestamp": 1}],
        "title": canary("title"),
        "attachments": [
            {"data": [{"external_context": {"url": "https://linked.test/a"}}]},
            {"data": [{"place": {"name": canary("place"), "coordinate": {"latitude": 1.5}}}]},
            {
                "data": [
                    {
                        "media": {
                            "uri": "posts/media/x.jpg",
                            "description": "A picture",
                            "media_metadata": {"photo_metadata": {"exif_data": [{"upload_ip": canary("ip")}]}},
                        }
                    }
                ]
            },
        ],
        "tags": [{"name": canary("friend")}],
    }
    root = "your_facebook_activity"
    return {
        f"{root}/posts/your_posts__check_ins__photos_and_videos_1.json": json.dumps([post]),
        f"{root}/posts/archive.json": json.dumps([{"data": [{"post": canary("archived")}]}]),
        f"{root}/posts/your_uncategorized_photos.json": json.dumps([{"description": canary("photo")}]),
        f"{root}/groups/your_posts_in_groups.json": json.dumps([{"data": [{"post": canary("group")}]}]),
        f"{root}/messages/inbox/a_1/message_1.json": json.dumps({"messages": [{"content": canary("message")}]}),
        f"{root}/comments_and_reactions/comments.json": json.dumps({"comments_v2": [{"title": canary("comment")}]}),
        "logged_information/search/your_search_history.json": json.dumps({"searches_v2": [canary("search")]}),
        "ads_information/advertisers.json": json.dumps([canary("ads")]),
        "connections/friends/your_friends.json": json.dumps({"friends_v2": [{"name": canary("contact")}]}),
        "personal_information/profile_information/profile_information.json": json.dumps(
            {"profile_v2": {"username": USER, "religious_view": {"name": canary("faith")}, "emails": [canary("email")]}}
        ),
    }


def facebook_html() -> dict[str, str | bytes]:
    """Facebook, HTML."""
    block = (
        '<div class="pam _3-95 _2ph- _a6-g uiBoxWhite noborder"><h2 class="_2ph_ _a6-h">{title}</h2>'
        '<div class="_2ph_ _a6-p"><div>{text}</div><a href="https://linked.test/a">a link</a></div>'
        '<div class="_3-94 _a6-o"><div class="_a72d">{time}</div></div></div>'
    )
    page = "<html><head><title>Posts</title></head><body><main>" + "".join(
        (
            block.format(title=canary("title"), text=f"{NOT_STATED} & more", time="Jun 01, 2025 12:00:00 pm"),
            block.format(title="t", text=canary("unreadable-time"), time="1 juin 2025 12:00"),
        )
    )
    return {
        "your_facebook_activity/posts/your_posts__check_ins__photos_and_videos_1.html": page + "</main></body></html>",
        "your_facebook_activity/messages/inbox/a_1/message_1.html": f"<html><body>{canary('message')}</body></html>",
        "your_facebook_activity/posts/archive.html": f"<html><body>{canary('archived')}</body></html>",
    }


def instagram(*, private: str = "False") -> dict[str, str | bytes]:
    """Instagram, JSON."""
    media = {
        "uri": "media/posts/202506/1.jpg",
        "creation_timestamp": JUNE_SECONDS,
        "media_metadata": {"photo_metadata": {"exif_data": [{"latitude": canary("place"), "device_id": canary("ip")}]}},
        "title": f"{PUBLIC} \u00e2\u0098\u0080",
    }
    activity = "your_instagram_activity"
    return {
        f"{activity}/media/posts_1.json": json.dumps([{"media": [media]}]),
        f"{activity}/media/reels.json": json.dumps({"ig_reels_media": [{"media": [{**media, "title": PUBLIC}]}]}),
        f"{activity}/media/stories.json": json.dumps({"ig_stories": [{**media, "title": canary("story")}]}),
        f"{activity}/media/archived_posts.json": json.dumps(
            {"ig_archived_post_media": [{"title": canary("archived")}]}
        ),
        f"{activity}/messages/inbox/a_1/message_1.json": json.dumps({"messages": [{"content": canary("message")}]}),
        f"{activity}/comments/post_comments_1.json": json.dumps([{"value": canary("comment")}]),
        "logged_information/recent_searches/account_searches.json": json.dumps({"searches": canary("search")}),
        "connections/contacts/synced_contacts.json": json.dumps({"contacts": canary("contact")}),
        "ads_information/ads_viewed.json": json.dumps({"ads": canary("ads")}),
        "personal_information/personal_information/personal_information.json": json.dumps(
            {
                "profile_user": [
                    {
                        "string_map_data": {
                            "Username": {"value": USER},
                            "Email": {"value": canary("email")},
                            "Private Account": {"value": private},
                        }
                    }
                ]
            }
        ),
    }


def instagram_html(*, private: str = "False") -> dict[str, str | bytes]:
    """Instagram, HTML."""
    post = (
        f'<div class="pam _3-95 _2ph- _a6-g uiBoxWhite noborder"><h2 class="_3-95 _2pim _a6-h _a6-i">{PUBLIC}</h2>'
        '<div class="_3-95 _a6-p"><div><img src="media/posts/1.jpg"/></div></div>'
        '<div class="_3-94 _a6-o">Jun 1, 2025 12:00 pm</div></div>'
    )
    row = '<tr><td colspan="2" class="_2pin _a6_q">{}<div><div>{}</div></div></td></tr>'
    rows = "".join(
        row.format(*pair) for pair in (("Username", USER), ("Email", canary("email")), ("Private Account", private))
    )
    return {
        "your_instagram_activity/media/posts_1.html": f"<html><body>{post}</body></html>",
        "your_instagram_activity/media/stories.html": f"<html><body>{post.replace(PUBLIC, canary('story'))}</body></html>",
        "your_instagram_activity/messages/inbox/a/message_1.html": f"<html><body>{canary('message')}</body></html>",
        "personal_information/personal_information/personal_information.html": f"<html><body><table>{rows}</table></body></html>",
    }


def x(*, protected: list[str] | None = None) -> dict[str, str | bytes]:
    """X's archive; `protected` are the actions of its history, `None`: no such file."""

    def script(name: str, value: Any) -> str:
        return f"window.YTD.{name}.part0 = {json.dumps(value)}"

    def tweet(number: str, text: str, **more: Any) -> dict[str, Any]:
        return {
            "tweet": {
                "id_str": number,
                "full_text": text,
                "created_at": "Sun Jun 01 12:00:00 +0000 2025",
                "entities": {"urls": [{"expanded_url": "https://linked.test/a", "url": "https://t.co/a"}]},
                **more,
            }
        }

    photo = {"media": [{"type": "photo", "media_url_https": "https://pbs.test/1.jpg", "ext_alt_text": "A picture"}]}
    files = {
        "data/account.js": script(
            "account", [{"account": {"username": USER, "accountId": "7", "email": canary("email")}}]
        ),
        "data/tweets.js": script(
            "tweets",
            [tweet("11", f"{PUBLIC} one", extended_entities=photo), tweet("12", "RT @other: " + PUBLIC)],
        ),
        "data/tweets-part1.js": script("tweets", [tweet("13", f"{PUBLIC} in part 1")]),
        "data/direct-messages.js": script("direct_messages", [{"text": canary("message")}]),
        "data/direct-messages-group.js": script("direct_messages_group", [{"text": canary("group")}]),
        "data/deleted-tweets.js": script("deleted_tweets", [tweet("14", canary("deleted"))]),
        "data/twitter-circle-tweet.js": script("twitter_circle_tweet", [tweet("15", canary("circle"))]),
        "data/tweetdeck.js": script("tweetdeck", [canary("deck")]),
        "data/saved-search.js": script("saved_search", [canary("search")]),
        "data/contact.js": script("contact", [canary("contact")]),
        "data/ad-impressions.js": script("ad_impressions", [canary("ads")]),
        "data/ip-audit.js": script("ip_audit", [canary("ip")]),
    }
    if protected is not None:
        history = [{"protectedHistory": {"protectedAt": "2019-01-01T00:00:00.000Z", "action": a}} for a in protected]
        files["data/protected-history.js"] = script("protected_history", history)
    return dict(files)


def reddit() -> dict[str, str | bytes]:
    """Reddit's CSV files."""
    return {
        "posts.csv": (
            "id,permalink,date,ip,subreddit,gildings,title,url,body\n"
            f'p1,https://www.reddit.com/r/t/comments/p1/,{JUNE} UTC,{canary("ip")},t,0,A title,,"{NOT_STATED}, 1"\n'
        ),
        "comments.csv": (
            "id,permalink,date,ip,subreddit,gildings,link,parent,body,media\n"
            f"c1,https://www.reddit.com/r/t/comments/p1/c1/,{JUNE} UTC,{canary('ip2')},t,0,/p1,,{NOT_STATED} 2,\n"
        ),
        "statistics.csv": f"statistic,value\naccount name,{USER}\nemail address,{canary('email')}\n",
        "messages.csv": f"id,body\n1,{canary('message')}\n",
        "chat_history.csv": f"message_id,message\n1,{canary('chat')}\n",
        "drafts.csv": f"id,body\n1,{canary('draft')}\n",
        "ip_logs.csv": f"date,ip\n1,{canary('ip3')}\n",
        "post_votes.csv": f"id,direction\n{canary('vote')},up\n",
        "saved_posts.csv": f"id\n{canary('saved')}\n",
        "subscribed_subreddits.csv": f"subreddit\n{canary('subreddit')}\n",
        "reddit_gold_information.csv": f"x\n{canary('payment')}\n",
    }


def linkedin() -> dict[str, str | bytes]:
    """LinkedIn's CSV files."""
    head = "Date,ShareLink,ShareCommentary,SharedUrl,MediaUrl,Visibility\n"
    share = "https://www.linkedin.com/feed/update/urn:li:share:"
    return {
        "Shares.csv": head
        + f'{JUNE},{share}1,"{PUBLIC}, one",https://linked.test/a,,PUBLIC\n'
        + f"{JUNE},{share}2,{canary('connections')},,,CONNECTIONS\n"
        + f"{JUNE},{share}3,{canary('network')},,,MEMBER_NETWORK\n",
        "Comments.csv": f"Date,Link,Message\n{JUNE},https://www.linkedin.com/feed/update/urn:li:activity:9,{NOT_STATED}\n",
        "messages.csv": f"CONVERSATION ID,CONTENT\n1,{canary('message')}\n",
        "Connections.csv": f"First Name\n{canary('contact')}\n",
        "SearchQueries.csv": f"Search Query\n{canary('search')}\n",
        "Ad_Targeting.csv": f"Member Age\n{canary('ads')}\n",
        "Profile.csv": f"First Name,Birth Date\n{canary('profile')},x\n",
        "Email Addresses.csv": f"Email\n{canary('email')}\n",
    }


def youtube() -> dict[str, str | bytes]:
    """Google Takeout with YouTube."""
    root = "Takeout/YouTube and YouTube Music"
    channel = "UC" + "s" * 22
    head = "Video ID,Channel ID,Video Title (Original),Video Description (Original),Privacy,Video Publish Timestamp\n"
    return {
        f"{root}/video metadata/videos.csv": head
        + f"v1,{channel},{PUBLIC},A description,Public,2025-06-01T12:00:00+00:00\n"
        + f"v2,{channel},{canary('unlisted')},,Unlisted,2025-06-01T12:00:00+00:00\n"
        + f"v3,{channel},{canary('private')},,Private,2025-06-01T12:00:00+00:00\n",
        f"{root}/comments/comments.csv": (
            "Comment ID,Channel ID,Comment Create Timestamp,Price,Parent Comment ID,Video ID,Comment Text\n"
            f'k1,{channel},2025-06-01T12:00:00+00:00,0,,v9,"{{""text"":""{NOT_STATED} ""}},{{""text"":""two""}}"\n'
        ),
        f"{root}/history/watch-history.html": f"<html><body>{canary('watched')}</body></html>",
        f"{root}/history/search-history.json": json.dumps([{"title": canary("search")}]),
        f"{root}/subscriptions/subscriptions.csv": f"Channel Id,Channel Title\nx,{canary('subscription')}\n",
        f"{root}/live chats/live chats.csv": f"Live Chat ID,Live Chat Text\n1,{canary('chat')}\n",
        f"{root}/playlists/Private-videos.csv": f"Video ID\n{canary('playlist')}\n",
        "Takeout/Mail/All mail.mbox": canary("mail"),
        "Takeout/Contacts/All.vcf": canary("contact"),
        "Takeout/Location History/Records.json": json.dumps({"locations": canary("place")}),
    }


def mastodon() -> dict[str, str | bytes]:
    """Mastodon's archive: public, unlisted, followers-only and direct posts lie in one file."""
    public, followers = "https://www.w3.org/ns/activitystreams#Public", "https://m.test/users/s/followers"

    def create(number: int, text: str, to: list[str], cc: list[str], **note: Any) -> dict[str, Any]:
        thing = {
            "id": f"https://m.test/s/{number}",
            "type": "Note",
            "published": JUNE_ISO,
            "to": to,
            "cc": cc,
            "content": f"<p>{text}</p>",
            "summary": None,
            "attachment": [],
            "inReplyTo": None,
            **note,
        }
        return {
            "id": f"https://m.test/a/{number}",
            "type": "Create",
            "published": JUNE_ISO,
            "to": to,
            "cc": cc,
            "object": thing,
        }

    items = [
        create(1, f'{PUBLIC} one <a href="https://linked.test/a">a</a>', [public], [followers], summary="A warning"),
        create(2, f"{PUBLIC} two", [followers], [public], attachment=[{"mediaType": "image/png", "name": "A picture"}]),
        create(3, canary("followers"), [followers], []),
        create(4, canary("message"), ["https://m.test/users/other"], []),
        {**create(5, canary("narrowed"), [followers], []), "to": [public]},
        {
            "id": "https://m.test/a/6",
            "type": "Announce",
            "published": JUNE_ISO,
            "to": [public],
            "object": "https://other.test/1",
        },
    ]
    return {
        "outbox.json": json.dumps({"type": "OrderedCollection", "totalItems": len(items), "orderedItems": items}),
        "actor.json": json.dumps({"preferredUsername": USER, "name": canary("name")}),
        "likes.json": json.dumps({"orderedItems": [canary("like")]}),
        "bookmarks.json": json.dumps({"orderedItems": [canary("bookmark")]}),
    }


def tiktok(*, private: str = "Disabled") -> dict[str, Any]:
    """TikTok's data file."""
    videos = [
        {"Date": JUNE, "Link": "https://www.tiktok.test/1", "Likes": "3", "WhoCanView": "Public", "Title": PUBLIC},
        {"Date": JUNE, "Link": "https://www.tiktok.test/2", "WhoCanView": "Friends", "Title": canary("friends")},
        {"Date": JUNE, "Link": "https://www.tiktok.test/3", "WhoCanView": "Only me", "Title": canary("only-me")},
        {"Date": JUNE, "Link": "https://www.tiktok.test/4", "Title": NOT_STATED, "Location": canary("place")},
    ]
    return {
        "Profile": {
            "Profile Information": {"ProfileMap": {"userName": USER, "emailAddress": canary("email"), "birthDate": "x"}}
        },
        "App Settings": {"Settings": {"SettingsMap": {"Private Account": private}}},
        "Video": {"Videos": {"VideoList": videos}},
        "Comment": {"Comments": {"CommentsList": [{"date": JUNE, "comment": f"{NOT_STATED} too"}]}},
        "Direct Messages": {"Chat History": {"ChatHistory": {"a": [{"Content": canary("message")}]}}},
        "Activity": {"Search History": {"SearchList": [{"SearchTerm": canary("search")}]}},
        "Ads and data": {"Ad Interests": {"AdInterestCategories": canary("ads")}},
        "Post": {"Recently Deleted Posts": {"PostList": [{"Title": canary("deleted")}]}, "Drafts": [canary("draft")]},
    }


def bluesky() -> bytes:
    """A Bluesky repository."""
    post = {"$type": "app.bsky.feed.post", "createdAt": JUNE_ISO}
    picture = {"alt": "A picture", "image": {"$type": "blob", "mimeType": "image/png", "size": 3}}
    link = {"features": [{"$type": "app.bsky.richtext.facet#link", "uri": "https://linked.test/a"}]}
    return car(
        {
            "app.bsky.feed.post/3k1": {**post, "text": f"{PUBLIC} one", "facets": [link]},
            "app.bsky.feed.post/3k2": {
                **post,
                "text": f"{PUBLIC} two",
                "embed": {"$type": "app.bsky.embed.images", "images": [picture]},
                "reply": {"parent": {"uri": "at://did:plc:other/app.bsky.feed.post/1"}},
            },
            "app.bsky.feed.repost/3k3": {
                "createdAt": JUNE_ISO,
                "subject": {"uri": "at://did:plc:other/app.bsky.feed.post/2"},
            },
            "app.bsky.feed.like/3k4": {"createdAt": JUNE_ISO, "subject": {"uri": canary("like")}},
            "app.bsky.graph.block/3k5": {"createdAt": JUNE_ISO, "subject": canary("block")},
            "app.bsky.graph.follow/3k6": {"createdAt": JUNE_ISO, "subject": canary("follow")},
            "app.bsky.actor.profile/self": {"displayName": canary("profile")},
        },
        orphans=({**post, "text": canary("deleted")},),
    )


EXPORTS: dict[str, tuple[str, bytes]] = {
    "facebook": ("facebook", zipped(facebook())),
    "facebook html": ("facebook", zipped(facebook_html())),
    "instagram": ("instagram", zipped(instagram())),
    "instagram html": ("instagram", zipped(instagram_html())),
    "x": ("x", zipped(x(protected=[]))),
    "reddit": ("reddit", zipped(reddit())),
    "linkedin": ("linkedin", zipped(linkedin())),
    "youtube": ("youtube", zipped(youtube())),
    "youtube tgz": ("youtube", tarred(youtube())),
    "mastodon": ("mastodon", tarred(mastodon())),
    "mastodon zip": ("mastodon", zipped(mastodon())),
    "mastodon outbox": ("mastodon", str(mastodon()["outbox.json"]).encode()),
    "bluesky": ("bluesky", bluesky()),
    "tiktok": ("tiktok", json.dumps(tiktok()).encode()),
    "tiktok zip": ("tiktok", zipped({"user_data_tiktok.json": json.dumps(tiktok())})),
}
