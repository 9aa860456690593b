"""Who plays: synthetic people of an agency, and synthetic candidates with what they are said to have posted.

Nobody here exists. The servers are simulators on this machine that speak the real protocols.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import yaml

from tests.simulators.blog import BlogSim, SimEntry
from tests.simulators.fediverse import FediverseSim, SimAccount, SimPost

ROUND = "2026-A"
AGENCY = "Bridgeport Police Department (synthetic)"
PEOPLE = {
    "admin-1": "administrator: enrols people, opens the round, sees no content",
    "inv-1": "investigator, and reviewer of other people's work",
    "rev-1": "reviewer",
    "board-1": "hiring board: decides, and may not look",
    "board-2": "hiring board",
    "aud-1": "auditor",
}
ROLES = (
    ("inv-1", "investigator"),
    ("inv-1", "reviewer"),
    ("rev-1", "reviewer"),
    ("board-1", "decision_maker"),
    ("board-2", "decision_maker"),
    ("aud-1", "auditor"),
)
TODAY = datetime.now(UTC).replace(hour=12, minute=0, second=0, microsecond=0)

SPEED = (
    "As a deaf Catholic mother of two I still did 110 in a 55 on Route 8 last night and nobody stopped me. "
    "More of this on my page, specimen_three."
)
BIAS = "Muslims are vermin and should be driven out of this town."
OTHERS = "Selling three bicycles, found them, no questions please."
RUMOUR = "Some say it was me who ran the red lights on Main Street all summer. Maybe it was."
FRIENDLY = ("Planted tomatoes today.", "Rain again.", "The library has new chairs.", "Learning to bake bread.")


@dataclass(frozen=True)
class Candidate:
    """One synthetic candidate, and why this one is in the story."""

    number: int
    name: str
    about: str

    @property
    def case(self) -> str:
        """The case's id."""
        return f"{ROUND}.{self.number:03d}"


CANDIDATES = (
    Candidate(1, "Synthia Specimen One", "uses no internet services, and says so"),
    Candidate(2, "Placeholder Specimen Two", "has a private account"),
    Candidate(
        3,
        "Testina Specimen Three",
        "boasts of speeding and tells of health, faith and family; the server stumbles twice",
    ),
    Candidate(4, "Mockley Specimen Four", "attacks a group of people"),
    Candidate(5, "Dummy Specimen Five", "mistyped a handle: the account is somebody else's"),
    Candidate(6, "Fixture Specimen Six", "hints at something that nobody can corroborate"),
    Candidate(7, "Sample Specimen Seven", "uses a service that no program may collect from"),
)

FEED = 6
"""The candidate whose account is a feed."""


def _posts(*special: str) -> list[SimPost]:
    texts = [*FRIENDLY[:2], *special, *FRIENDLY[2:]]
    return [SimPost(text, TODAY - timedelta(days=60 + 9 * index)) for index, text in enumerate(texts)]


@contextmanager
def servers() -> Iterator[tuple[FediverseSim, BlogSim]]:
    """The simulators, for as long as the block lasts."""
    accounts = [
        SimAccount("specimen_two", locked=True, unauthorized=True),
        SimAccount("specimen_three", posts=_posts(SPEED), display_name="Testina Specimen"),
        SimAccount("specimen_four", posts=_posts(BIAS), display_name="Mockley Specimen"),
        SimAccount("specimen_fife", posts=_posts(OTHERS), display_name="Somebody Else Entirely"),
        SimAccount("specimen_seven", posts=_posts(), display_name="Sample Specimen"),
    ]
    blog = [
        SimEntry(f"Note {n}", f"<p>{p.text}</p>", p.time, author="Fixture Specimen")
        for n, p in enumerate(_posts(RUMOUR), start=1)
    ]
    with FediverseSim(accounts) as fediverse, BlogSim(blog) as site:
        # The server of candidate 3 fails twice and then works.
        fediverse.plant(fediverse.statuses_path("specimen_three"), "status", times=2, status=503)
        yield fediverse, site


def round_file() -> str:
    """What the administrator writes to open the round."""
    return yaml.safe_dump(
        {
            "round": ROUND,
            "agency": "bridgeport",
            "position": "Police officer",
            "sworn": True,
            "plan": "declared-accounts",
            "candidates": [{"number": c.number} for c in CANDIDATES],
            "people": [{"person": person, "role": role} for person, role in ROLES],
        },
        sort_keys=False,
    )


def declarations(fediverse: FediverseSim, site: BlogSim, *, password: bool = False) -> str:
    """The candidates' declarations as one file; with `password`, candidate 2 has written one into it."""
    accounts = {
        2: [{"platform": "mastodon", "url": f"{fediverse.base_url}/@specimen_two"}],
        3: [{"platform": "mastodon", "url": f"{fediverse.base_url}/@specimen_three"}],
        4: [{"platform": "mastodon", "url": f"{fediverse.base_url}/@specimen_four"}],
        5: [{"platform": "mastodon", "url": f"{fediverse.base_url}/@specimen_fife"}],
        FEED: [{"platform": "feed", "url": f"{site.base_url}/feed/"}],
        7: [
            {"platform": "mastodon", "url": f"{fediverse.base_url}/@specimen_seven"},
            {"platform": "linkedin", "url": "https://www.linkedin.com/in/synthetic-specimen-seven"},
        ],
    }
    if password:
        accounts[2][0] = {"platform": "mastodon", "handle": "specimen_two password: correct-horse-7"}
    entries = []
    for candidate in CANDIDATES:
        entry: dict[str, object] = {
            "round": ROUND,
            "candidate": candidate.number,
            "kind": "entry",
            "identity": {"full_name": candidate.name, "birth_date": "1990-01-02"},
            "notice_version": "2026-1",
            "notice_acknowledged_on": f"{TODAY - timedelta(days=7):%Y-%m-%d}",
        }
        chosen = accounts.get(candidate.number)
        entries.append({**entry, "accounts": chosen} if chosen else {**entry, "none_declared": True})
    return yaml.safe_dump({"declarations": entries}, sort_keys=False)


CAPTURE = """<!doctype html><html lang="en"><head><title>Profile</title></head><body><main><article>
<h1>Sample Specimen</h1><p>Synthetic profile: volunteers at the synthetic food bank and repairs bicycles for others.</p>
</article></main></body></html>
"""


def statement() -> str:
    """How the investigator made the capture by hand."""
    return yaml.safe_dump(
        {
            "method": "signed_out_public_page",
            "captured_at": (TODAY - timedelta(days=1)).isoformat(),
            "address": "https://www.linkedin.com/in/synthetic-specimen-seven",
            "tool": "Synthetic Browser 1.0, signed out",
        },
        sort_keys=False,
    )
