"""How well and how fast the redactor works, on any labelled file.

    python -m benchmarks.redaction [DATA.jsonl ...] [--half tune|check] [--misses N] [--no-speed] [--speed FILE.jsonl]
    python -m benchmarks.redaction --hidden

Each line: {"id", "text", "must": [[start, end, class]], "may": [[start, end, class]]}; offsets in code points. `must` has to go, `may` is
not scored, everything else has to stay. A `must` span counts as found when spans cover at least half of its letters, as whole
when they cover all of them. A text is clean when it has neither `must` nor `may`, and hurt when a `PC_` span touches it.
`--half` takes the texts whose SHA-256 of the id is even (tune) or odd (check). Speed is timed beside stock Presidio in the same run, on the
texts of the file or on those of another one (`--speed`). `--hidden` makes and measures hidden spellings of the lexicon's own terms.
"""

import argparse
import hashlib
import json
import sys
from collections import Counter, defaultdict
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
from benchmarks import hidden, redaction_speed  # noqa: E402
from vetting.redaction import Redactor, redactor  # noqa: E402

OWN = ROOT / "tests" / "assets" / "redaction" / "own.jsonl"
"""Written with the rules at hand: a floor."""
UNSEEN = OWN.with_name("unseen.jsonl")
"""Written without sight of the rules, and never read when rules are written: the measure."""


def read(path: Path, half: str | None = None) -> list[dict]:
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    if half is None:
        return rows
    wanted = 0 if half == "tune" else 1
    return [r for r in rows if int(hashlib.sha256(r["id"].encode()).hexdigest(), 16) % 2 == wanted]


def covered(text: str, start: int, end: int, spans: list[tuple[int, int]]) -> float:
    letters = [i for i in range(start, end) if not text[i].isspace()] or list(range(start, end))
    return sum(any(s <= i < e for s, e in spans) for i in letters) / len(letters)


def measure(rows: list[dict], engine: Redactor, misses: int) -> dict[str, float]:
    found, whole, total = Counter(), Counter(), Counter()
    missed, hurt, clean, over, plain = defaultdict(list), [], 0, 0, 0
    for row in rows:
        text, must, may = row["text"], row.get("must", []), row.get("may", [])
        spans = engine.spans(text)
        every = [(s.start, s.end) for s in spans]
        for start, end, kind in must:
            share = covered(text, start, end, every)
            total[kind] += 1
            found[kind] += share >= 0.5
            whole[kind] += share >= 1
            if share < 0.5:
                missed[kind].append((row["id"], text, start, end))
        classes = [s for s in spans if s.entity.startswith("PC_")]
        if not must and not may:
            clean += 1
            if classes:
                hurt.append((text, classes))
        allowed = [(s, e) for s, e, _ in (*must, *may)]
        plain += sum(not c.isspace() for c in text) - sum(e - s for s, e in allowed)
        over += sum(
            not text[i].isspace() and not any(a <= i < b for a, b in allowed)
            for s in classes
            for i in range(s.start, s.end)
        )
    print(f"{'class':22}{'must':>6}{'found':>8}{'whole':>8}")
    for kind in sorted(total, key=lambda k: -total[k]):
        print(f"{kind:22}{total[kind]:6}{found[kind] / total[kind]:8.3f}{whole[kind] / total[kind]:8.3f}")
    count = sum(total.values()) or 1
    recall, complete = sum(found.values()) / count, sum(whole.values()) / count
    print(f"{'all':22}{count:6}{recall:8.3f}{complete:8.3f}")
    share = len(hurt) / clean if clean else 0.0
    print(
        f"clean texts {clean}, hurt {len(hurt)} ({share:.1%}); characters taken without need {over / max(plain, 1):.2%}"
    )
    if misses:
        print("\nworst misses (class with the lowest recall first)")
        for kind in sorted(missed, key=lambda k: found[k] / total[k]):
            for key, text, start, end in missed[kind][:misses]:
                print(
                    f"  {kind} {key}: {text[max(0, start - 60) : start]!r} >>> {text[start:end]!r} <<< {text[end : end + 40]!r}"
                )
        print("\nclean texts hurt")
        for text, spans in hurt[: misses * 5]:
            print("  ", [(text[s.start : s.end], s.rule) for s in spans], "|", text[:150].replace("\n", " "))
    return {"recall": recall, "whole": complete, "hurt": share}


def hidden_spellings(engine: Redactor, misses: int) -> None:
    results = hidden.measure(engine)
    print(f"{'technique':30}{'found':>8}")
    for name, (share, missed) in results.items():
        print(f"{name:30}{share:8.3f}  {' · '.join(missed[:misses])}")
    worst = min(results, key=lambda name: results[name][0])
    print(f"{len(results)} techniques x {hidden.TERMS} terms; worst: {worst}, {results[worst][0]:.3f}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", nargs="*", type=Path, default=[OWN, UNSEEN])
    parser.add_argument("--half", choices=["tune", "check"])
    parser.add_argument("--misses", type=int, default=3)
    parser.add_argument("--hidden", action="store_true", help="the generated set of hidden spellings instead of a file")
    parser.add_argument("--no-speed", action="store_true", help="recall and over-redaction only")
    parser.add_argument("--speed", type=Path, help="another file whose texts are timed")
    args = parser.parse_args()
    engine = redactor(ROOT / "config")
    print(f"lexicon {engine.lexicon_sha256[:12]}, redactor {engine.version}")
    if args.hidden:
        hidden_spellings(engine, args.misses)
        return
    rows: list[dict] = []
    for path in args.data:
        part = read(path, args.half)
        print(f"{path.name}: {len(part)} texts")
        # Texts that nobody is to read while writing rules are counted and not shown.
        if any("must" in r for r in part):
            measure(part, engine, 0 if path.resolve() == UNSEEN else args.misses)
        print()
        rows += part
    if not args.no_speed:
        redaction_speed.report([r["text"] for r in (read(args.speed) if args.speed else rows)], engine)


if __name__ == "__main__":
    main()
