"""Train the learned rule of the redactor (`vetting.redaction.learned`) on labelled texts, and see what it adds to the rules.

    python -m benchmarks.learn [DATA.jsonl ...] [--folds N] [--threshold P] [--write]

Takes files of the form that `benchmarks.redaction` reads; the project's own when none is given. First each text is judged by a model that
was trained without it (`--folds` parts, by the SHA-256 of the id): what is printed is therefore what the rule adds on texts it has not
seen. `--write` then trains on all of them and writes config/protected-classes/learned.json. The rules' own findings are part of what the
model reads, so it is made anew when the lexicon has changed much. Needs scikit-learn, which reading does not.
"""

import argparse
import hashlib
import json
import sys
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
from benchmarks.redaction import read  # noqa: E402
from vetting.redaction import Redactor, learned  # noqa: E402
from vetting.redaction.lexicon import load  # noqa: E402

ASSETS = ROOT / "tests" / "assets" / "redaction"
TRAINING = tuple(ASSETS / f"{name}.jsonl" for name in ("own", "seen", "taught"))
THRESHOLD = 0.75
STRENGTH = 3.0
"""C of the logistic regression: its reciprocal is the price of a large weight."""
OUT = ROOT / "config" / "protected-classes" / "learned.json"
_LEAST_WEIGHT = 60
"""Weights nearer to nothing than this, in thousandths, are left out of the file."""


@dataclass(frozen=True)
class Example:
    """A text with what is known of it."""

    key: str
    tokens: list[learned.Token]
    signs: learned.Signs
    taken: list[tuple[int, int]]
    must: list[tuple[int, int]]
    may: list[tuple[int, int]]

    def listed(self) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
        """What `Redactor.listed` says of the text."""
        return self.signs.listed, self.signs.refused

    def features(self) -> list[list[str]]:
        """The names of each token's features, by the functions that the product reads with."""
        words = [t.word for t in self.tokens]
        return [
            [
                *(f"own:{part}" for part in learned.parts(word)),
                *(f"{offset}:{other}" for other, offset in learned.around(words, at)),
                *self.signs.at(self.tokens[at]),
            ]
            for at, word in enumerate(words)
        ]


def examples(rows: Iterable[dict], engine: Redactor) -> list[Example]:
    out = []
    for row in rows:
        spans = engine.spans(row["text"])
        telling = [(s.start, s.end) for s in spans if s.entity.startswith("PC_")]
        out.append(
            Example(
                row["id"],
                learned.tokens(row["text"]),
                learned.Signs(telling, *engine.listed(row["text"])),
                learned.merged((s.start, s.end) for s in spans),
                [(a, b) for a, b, _ in row["must"]],
                [(a, b) for a, b, _ in row.get("may", ())],
            )
        )
    return out


def _hit(token: learned.Token, ranges: Iterable[tuple[int, int]]) -> bool:
    return any(a < token.end and b > token.start for a, b in ranges)


def train(chosen: Sequence[Example], threshold: float, strength: float) -> learned.Weights:
    """A model of these texts: logistic regression over the features of every word; an arguable one counts as one that does not tell."""
    from sklearn.feature_extraction import DictVectorizer
    from sklearn.linear_model import LogisticRegression

    features, wanted = [], []
    for example in chosen:
        for token, named in zip(example.tokens, example.features(), strict=True):
            if token.telling:
                features.append(dict.fromkeys(named, 1))
                wanted.append(_hit(token, example.must))
    table = DictVectorizer()
    matrix = table.fit_transform(features)
    model = LogisticRegression(C=strength, max_iter=1000, tol=1e-6).fit(matrix, wanted)
    own: dict[str, int] = {}
    context: dict[str, dict[str, int]] = defaultdict(dict)
    signs = dict.fromkeys(("near", "listed", "refused"), 0)
    for name, weight in zip(table.get_feature_names_out(), model.coef_[0], strict=True):
        value = round(float(weight) * learned.SCALE)
        kind, _, rest = str(name).partition(":")
        if kind in signs and not rest:
            signs[kind] = value
        elif abs(value) < _LEAST_WEIGHT:
            continue
        elif kind == "own":
            own[rest] = value
        else:
            context[rest][kind] = value
    return learned.Weights(
        version=1,
        bias=round(float(model.intercept_[0]) * learned.SCALE),
        **signs,
        threshold=threshold,
        own=dict(sorted(own.items())),
        context=dict(sorted(context.items())),
    )


def judge(chosen: Sequence[Example], texts: dict[str, str], model: learned.Learned, tally: dict[str, int]) -> None:
    """Count what the rules find, what the model adds, and what it takes without need."""
    for example in chosen:
        added = [
            (a, b) for a, b, _ in model.find(texts[example.key], example.taken, example.signs.telling, example.listed)
        ]
        tally["texts"] += 1
        for start, end in example.must:
            ruled = any(a < end and b > start for a, b in example.taken)
            tally["must"] += 1
            tally["rules"] += ruled
            tally["union"] += ruled or any(a < end and b > start for a, b in added)
        known = (*example.must, *example.may)
        tally["wrong"] += sum(not any(a < end and b > start for a, b in known) for start, end in added)
        if not known:
            tally["clean"] += 1
            tally["hurt"] += bool(example.signs.telling)
            tally["hurt with it"] += bool(example.signs.telling or added)


def fold_of(key: str, folds: int) -> int:
    return int(hashlib.sha256(f"fold {key}".encode()).hexdigest(), 16) % folds


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", nargs="*", type=Path, default=TRAINING)
    parser.add_argument("--folds", type=int, default=5)
    parser.add_argument("--threshold", type=float, default=THRESHOLD)
    parser.add_argument("--strength", type=float, default=STRENGTH, help="C of the logistic regression")
    parser.add_argument("--test", type=Path, nargs="*", help="judge on these files instead of in folds")
    parser.add_argument("--write", action="store_true")
    args = parser.parse_args()
    engine = Redactor(load(ROOT / "config" / "protected-classes"), learned_rule=False)

    def known(paths: Sequence[Path]) -> tuple[list[Example], dict[str, str]]:
        rows = [{**row, "id": f"{path.stem}/{row['id']}"} for path in paths for row in read(path)]
        return examples(rows, engine), {row["id"]: row["text"] for row in rows}

    every, texts = known(args.data)
    tally: dict[str, int] = defaultdict(int)
    if args.test:
        tested, told = known(args.test)
        judge(tested, told, learned.Learned(train(every, args.threshold, args.strength)), tally)
    else:
        for fold in range(args.folds):
            kept = [e for e in every if fold_of(e.key, args.folds) != fold]
            left = [e for e in every if fold_of(e.key, args.folds) == fold]
            judge(left, texts, learned.Learned(train(kept, args.threshold, args.strength)), tally)
            print(f"part {fold + 1} of {args.folds} done", file=sys.stderr)
    must, clean = max(1, tally["must"]), max(1, tally["clean"])
    print(
        f"{tally['texts']} texts, {tally['must']} spans that must go, {tally['clean']} clean texts; threshold {args.threshold}"
    )
    print(f"found by the rules {tally['rules'] / must:.3f}, with the learned rule {tally['union'] / must:.3f}")
    print(
        f"clean texts hurt by the rules {tally['hurt'] / clean:.1%}, with the learned rule {tally['hurt with it'] / clean:.1%}"
    )
    print(f"runs of words it takes without need: {100 * tally['wrong'] / max(1, tally['texts']):.1f} in 100 texts")
    if args.write:
        weights = train(every, args.threshold, args.strength)
        OUT.write_text(json.dumps(weights.model_dump(), ensure_ascii=False, indent=0, sort_keys=True) + "\n", "utf-8")
        print(
            f"{OUT.relative_to(ROOT)}: {len(weights.own)} + {len(weights.context)} entries, {OUT.stat().st_size // 1024} KiB"
        )


if __name__ == "__main__":
    main()
