"""The reading test: thirty synthetic posts as the board sees them, with the reason for each span, as a table for `docs/redaction.md`.

    python -m benchmarks.reading           # print the table
    python -m benchmarks.reading --write   # put it into docs/redaction.md between its two marks

A test regenerates the table and compares it, so the page cannot go stale.
"""

import sys
from pathlib import Path
from typing import Final

from vetting.redaction import CaseContext, Redactor, redactor
from vetting.redaction.explain import reason

ROOT: Final = Path(__file__).resolve().parent.parent
PAGE: Final = ROOT / "docs" / "redaction.md"
BEGIN: Final = "<!-- reading test: made by `python -m benchmarks.reading --write` -->"
END: Final = "<!-- end of the reading test -->"

POSTS: Final = (
    ("Words that are classes only sometimes", "Black coffee, an old friend and a straight road to the White House."),
    ("", "As a Black man I get followed in that store every single time."),
    ("", "Old school hip hop beats all. My old man says I am too young to know."),
    ("", "Turkey for dinner, Jordan scored forty, and Chad was late again."),
    ("", "My parents fled from Turkey, I was born in Jordan."),
    ("", "She's straight up the best coach, blind luck aside."),
    ("", "I'm straight, he's gay, and we're both bad at darts."),
    ("", "The veteran quarterback was traded; the Army veteran next door bakes bread."),
    ("", "Single malt, single file, single by choice since the divorce."),
    ("Kin, pronouns and names", "My wife Sarah says her boss told her to hit him back."),
    ("", "Grandma turned 90 and still outruns us, said my cousin Mike."),
    ("", "Q. U. Quill posted it first, then @quilltown deleted it."),
    ("Ages and years", "25F looking for a gym partner, my laptop is 6 years old."),
    ("", "Class of '09 reunion at 7pm, gate 12, bring your own chairs."),
    ("", "We waited 40 minutes for a 12 year old whiskey; I turned 40 in line."),
    ("Bias: the attack stays, the class goes", "Muslims are vermin and should be deported."),
    ("", "Those f4gs ruin every parade, I swear."),
    ("", "A dirty Mexican took my parking spot, typical."),
    ("Hidden spellings", "you know i am l e s b i a n right"),
    ("", "proud mus1im here, fasting for R@madan"),
    ("", "He is dislexic and epilpetic, so what"),
    ("", "#BlackGirlMagic all day, #LoveIsLove all night, #TacoTuesday always"),
    ("Symbols", "Game day 🏳️‍🌈✊🏿 see you there 🍕"),
    ("Health, faith, politics, work", "Back on Zoloft since the panic attacks, skipping church for brunch."),
    ("", "Voted for Trump twice, my union steward hates it."),
    ("", "Five months pregnant and still on patrol, thanks to my IVF doctor."),
    ("", "Ten years sober, two in the shelter, and the record was erased last spring."),
    ("Other languages", 'He wrote "no me gusta la gente que miente" under my photo.'),
    ("", "My abuela says I'm divorciado now; la vida goes on."),
    ("Addresses and numbers", "Write to ann@example.com or call 203-555-0187, see https://example.org/me"),
)  # fmt: skip
"""Groups of posts; a post without a heading belongs to the group above it."""
NAMES: Final = ("Q U Quill",)
HANDLES: Final = ("quilltown",)
"""What the case behind the posts declares."""


def table(engine: Redactor) -> str:
    """The posts in Markdown, numbered."""
    lines: list[str] = []
    for number, (heading, post) in enumerate(POSTS, 1):
        if heading:
            lines += [f"### {heading}", ""]
        result = engine.redact(post, CaseContext(names=NAMES, handles=HANDLES))
        why = "; ".join(
            f"“{post[s.start : s.end]}” is {reason(s)} ({s.score:.2f}"
            + (")" if s.score >= engine.certain_score else ", a person looks)")
            for s in result.spans
        )
        lines += [f"{number}. {post}", f"   **{result.text}**", f"   {why or 'Nothing is removed.'}", ""]
    return "\n".join(lines).strip().replace("\n   ", "  \n   ")


def page(engine: Redactor) -> str:
    """The page with the table in its place."""
    text = PAGE.read_text("utf-8")
    head, _, rest = text.partition(BEGIN)
    _, _, tail = rest.partition(END)
    return f"{head}{BEGIN}\n\n{table(engine)}\n\n{END}{tail}"


def main() -> None:
    engine = redactor(ROOT / "config")
    if "--write" in sys.argv[1:]:
        PAGE.write_text(page(engine), "utf-8")
    else:
        print(table(engine))


if __name__ == "__main__":
    main()
