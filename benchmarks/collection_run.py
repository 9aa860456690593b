"""The processes that `benchmarks.collection` runs: our collection, a bare loop of `requests` and `warcio`, and the server both ask.

Each of the first two waits for orders on its standard input, one a line, and answers with figures as JSON: so the two can take turns
within one run, each with memory and imports of its own.
"""

import json
import random
import resource
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import timedelta
from itertools import groupby
from pathlib import Path
from typing import Any

ACCOUNTS_EACH = 5
"""Accounts of one candidate."""
STAGES = {
    "reading": "reading case, plan and declaration",
    "door": "door: checks, connections, requests",
    "parse": "JSON and HTML to items",
    "WARC": "WARC: digests, compression",
    "encryption": "encryption",
    "storage": "storing ciphertext",
    "database": "database and log",
}


def ours(order: dict[str, Any]) -> Iterator[Callable[[int], dict[str, Any]]]:
    """An installation with a round whose candidates declared all accounts; what is yielded collects the next so many."""
    from concurrent.futures import ThreadPoolExecutor
    from dataclasses import replace

    from flows import collect
    from flows.desk import Desk, at_desk
    from schemas.case import Step
    from schemas.evidence import Evidence
    from tests.world import ROUND, World
    from vetting.settings import Settings

    home = Path(order["home"])
    world = World.make(home / "office")
    world.office = replace(
        world.office, settings=Settings(home=home / "office", allow_private_hosts=True, unpaced_test_hosts=True)
    )
    candidates = order["accounts"] // ACCOUNTS_EACH
    world.open_round(candidates)
    for number in range(1, candidates + 1):
        world.declare(number, ACCOUNTS_EACH, host=order["host"])
    with at_desk(Desk(world.office, world.actors["inv-1"])):
        waiting = iter(collect.begin(ROUND))
        told = _Stages() if order.get("stages") else None

        def work(count: int) -> dict[str, Any]:
            todo = [next(waiting) for _ in range(count)]
            cases = [list(accounts) for _, accounts in groupby(todo, key=lambda account: account.rpartition(".")[0])]
            with _measured() as figures:
                if order["workers"] > 1:
                    with ThreadPoolExecutor(order["workers"]) as pool:
                        list(pool.map(collect.collect_accounts, cases))
                else:
                    for accounts in cases:
                        collect.collect_accounts(accounts)
            with world.office.store.reading() as tx:
                steps = [s for account in todo for s in tx.all(Step, account=account)]
                kept = [e for account in todo for e in tx.all(Evidence, account=account)]
            assert all(step.outcome == "captured" for step in steps), "a step did not end as captured"
            figures |= {
                "items": sum(e.items for e in kept if e.items > 1),
                "requests": sum(step.requests for step in steps),
                "bytes": sum(e.size for e in kept),
            }
            return figures | ({"stages": told.seconds} if told else {})

        yield work


def bare(order: dict[str, Any]) -> Iterator[Callable[[int], dict[str, Any]]]:
    """The same requests by one `requests.Session`, each answer written to the account's WARC by `warcio`, unencrypted."""
    import requests
    from warcio.statusandheaders import StatusAndHeaders
    from warcio.warcwriter import WARCWriter

    home, host = Path(order["home"]), order["host"]
    session = requests.Session()
    waiting = iter(names(order["accounts"]))
    headers = {"User-Agent": "bare loop", "Accept": "application/json", "Accept-Encoding": "identity"}

    def ask(url: str, writer: Any) -> requests.Response:
        answer = session.get(url, headers=headers, timeout=20)
        body = answer.content
        sent = StatusAndHeaders(f"GET {answer.request.path_url} HTTP/1.1", list(answer.request.headers.items()), "")
        got = StatusAndHeaders(f"{answer.status_code} {answer.reason}", list(answer.headers.items()), "HTTP/1.1")
        response = writer.create_warc_record(url, "response", payload=_stream(body), length=len(body), http_headers=got)
        request = writer.create_warc_record(url, "request", payload=_stream(b""), length=0, http_headers=sent)
        writer.write_request_response_pair(request, response)
        return answer

    def work(count: int) -> dict[str, Any]:
        requests_made = items = size = 0
        with _measured() as figures:
            for _ in range(count):
                name = next(waiting)
                file = home / f"{name}.warc.gz"
                with file.open("wb") as out:
                    writer = WARCWriter(out, gzip=True)
                    found = f"http://{host}/api/v1/accounts/lookup?acct={name}"
                    ask(found, writer)  # the profile
                    account = ask(found, writer).json()["id"]
                    url = f"http://{host}/api/v1/accounts/{account}/statuses?limit=40"
                    requests_made += 2
                    while url:
                        answer = ask(url, writer)
                        requests_made += 1
                        items += len(answer.json())
                        url = answer.links.get("next", {}).get("url", "")
                size += file.stat().st_size
        return {**figures, "items": items, "requests": requests_made, "bytes": size}

    with session:
        yield work


def serve(accounts: int, posts: int) -> None:
    """A Mastodon-compatible instance with these accounts, until the other end goes away."""
    from tests.simulators.fediverse import FediverseSim, SimAccount

    with FediverseSim(
        SimAccount(name, _posts(name, posts), note=f"<p>{_words(random.Random(name), 20, 40)}</p>")
        for name in names(accounts)
    ) as simulator:
        print(json.dumps({"host": simulator.host}), flush=True)
        sys.stdin.read()


_SYLLABLES = (
    "ba",
    "che",
    "de",
    "fi",
    "go",
    "hu",
    "ja",
    "ku",
    "la",
    "me",
    "no",
    "pi",
    "qua",
    "ra",
    "so",
    "tri",
    "tu",
    "ve",
)


def _posts(name: str, count: int) -> tuple[Any, ...]:
    """Posts of 10 to 80 invented words, as servers write them: paragraphs, every fifth a link, every tenth a picture."""
    from tests.simulators.fediverse import NEWEST, SimPost

    chance = random.Random(name)
    return tuple(
        SimPost(
            "",
            NEWEST - timedelta(days=number),
            content=f"<p>{_words(chance, 5, 50)}.</p><p>{_words(chance, 5, 30)}{_LINK if number % 5 == 0 else '.'}</p>",
            media_alt=_words(chance, 5, 20) if number % 10 == 0 else None,
        )
        for number in range(count)
    )


_LINK = (
    ' <a href="https://synthetic.example/one/two" target="_blank" rel="nofollow noopener">'
    '<span class="invisible">https://</span><span class="ellipsis">synthetic.example/one</span></a>'
)


def _words(chance: random.Random, least: int, most: int) -> str:
    words = ("".join(chance.choices(_SYLLABLES, k=chance.randint(1, 4))) for _ in range(chance.randint(least, most)))
    return " ".join(words)


def names(accounts: int) -> Iterator[str]:
    """The accounts as `tests.world` declares them."""
    for number in range(1, accounts // ACCOUNTS_EACH + 1):
        for index in range(1, ACCOUNTS_EACH + 1):
            yield f"synthetic{number}x{index}"


def _stream(body: bytes) -> Any:
    import io

    return io.BytesIO(body)


@contextmanager
def _measured() -> Iterator[dict[str, Any]]:
    """Seconds by the clock and of the processor that the body took, and the memory held after it."""
    figures: dict[str, Any] = {}
    begun, spent = time.perf_counter(), time.process_time()
    yield figures
    figures["seconds"] = time.perf_counter() - begun
    figures["processor"] = time.process_time() - spent
    figures["memory"] = _resident()


def _resident() -> int:
    with suppress(OSError):
        return int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1]) * resource.getpagesize()
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


class _Stages:
    """Own time of each stage: what runs inside another stage is not counted twice."""

    def __init__(self) -> None:
        import flows.collect
        from vetting.collection import run, warc, web
        from vetting.vault import crypto, objects

        self.seconds = dict.fromkeys(STAGES, 0.0)
        self._open: list[float] = []
        self._watch(flows.collect, "collect_one", "reading")
        self._watch(flows.collect, "collect_step", "door")
        self._watch(web.Web, "get", "door")
        for kind in {type(collector) for collector in run.COLLECTORS.values()}:
            self._watch(kind, "collect", "parse")
        for name in ("__init__", "_write", "count", "data", "content_sha256"):
            self._watch(warc.Recorder, name, "WARC")
        self._watch(flows.collect, "keep_all", "database")
        self._watch(crypto.CaseKey, "encrypt", "encryption")
        self._watch(objects.Objects, "put", "storage")

    def _watch(self, owner: Any, name: str, stage: str) -> None:
        original = getattr(owner, name)

        def timed(*arguments: Any, **named: Any) -> Any:
            self._open.append(0.0)
            begun = time.perf_counter()
            try:
                return original(*arguments, **named)
            finally:
                took = time.perf_counter() - begun
                self.seconds[stage] += took - self._open.pop()
                if self._open:
                    self._open[-1] += took

        setattr(owner, name, timed)


def main() -> None:
    """Answer orders until there is none."""
    order = json.loads(sys.argv[1])
    if order["who"] == "server":
        return serve(order["accounts"], order["posts"])
    for work in (ours if order["who"] == "ours" else bare)(order):
        print(json.dumps({"memory": _resident()}), flush=True)
        for line in sys.stdin:
            print(json.dumps(work(int(line))), flush=True)
    return None


if __name__ == "__main__":
    main()
