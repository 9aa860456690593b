"""The leak check finds what must not be left, and leaves a well redacted summary alone."""

import ast
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import vetting.validation.leakcheck as leakcheck
from schemas.leak import Identifiers, LeakKind
from tests.growth import stays_linear
from vetting.validation.leakcheck import MARK, leak_check, leak_check_summary, leak_lexicon_sha256
from vetting.validation.leaktext import readings, squeeze, squeeze_leet, undisguised

IDS = Identifiers(
    names=("María-José Ortega Quillfeather", "Young Grant"),
    handles=("@dark_lord99@social.example",),
    urls=("https://blog.inkwriter.example/author/mjq",),
    hosts=("social.example",),
    places=("Reading, CT 06896", "Nowherebury"),
    emails=("mj.quill@mail.example",),
    birth_dates=(date(1985, 3, 7),),
)
NOBODY = Identifiers()

CLEAN = """
No findings.
This summary follows the same form for every candidate of the round.
Steps done for this candidate: public profile, public posts, search of the public web by name.
Accounts declared: 3. Accounts examined: 2. Outcomes: captured 4, not public 1, not found 1, not applicable 2.
1 finding could not be validated and was held back.
The optional check of names by a language model was absent.
Basis: Bridgeport General Order 5.14, IV. D. 6; C.G.S. 46a-60; New Haven 4.16.05.
Race, religion, disability, age and sexual orientation are not shown, nor is any other protected class.
Conduct: language that disparages a protected group.
The candidate wrote that [removed] should be thrown out of the country and called them a slur.
In 2021 the candidate posted a threat of violence against a neighbor: "I will burn your house down".
"my [person] and I went to [removed] and person A told person B to shut up [sic]"
They described buying 20 pills for $40 at 11:30 p.m. on two occasions.
The black box of the white truck was in the old garage at the White House on Black Friday.
The Italian restaurant served Turkish coffee, French fries and Polish sausage.
The officer was straight with them; it was a hit single by a native of nowhere in particular.
The post was confirmed by interview, official record and a second source.
Evidence r-1.003.e-12, item 4, code points 17 to 230. Version 2. 2025-11-03 10:15.
""".strip().splitlines()


def kinds(text: str, identifiers: Identifiers = IDS) -> set[LeakKind]:
    return {leak.kind for leak in leak_check(text, identifiers=identifiers)}


@pytest.mark.parametrize("line", CLEAN)
def test_words_of_the_form_and_neutral_text_are_no_leak(line: str) -> None:
    assert leak_check(line, identifiers=Identifiers(names=("Testperson Nemo",), handles=("nemo_77",))) == []


IDENTIFIERS = {
    LeakKind.NAME: """Maria-Jose said|MARÍA JOSÉ ORTEGA|mаriа josе|Q u i l l f e a t h e r|quillfeather's post|Ortega, Maria
        |M. J. Quillfeather|mjquillfeather|M.Quillfeather|OrtegaQuillfeather|qu1llf3ather|Quiiillfeather went
        |Quill\u200bfeather|Ｑｕｉｌｌｆｅａｔｈｅｒ|the Grant fund|Y. Grant|YGrant|Young Grant|grant young|quill-feather|Joseé""",
    LeakKind.HANDLE: """darklord99|dark lord 99|d4rk_l0rd99|xxdark_lord99xx|DARK.LORD.99|dark_lord99's|d a r k l o r d 9 9
        |@dark_lord99|@someone|u/someone|did:plc:abcdefgh""",
    LeakKind.HOST: "social example|social-example|socialexample|social . example|inkwriter|InkWriter|blog inkwriter example",
    LeakKind.PLACE: "in Nowherebury|NOWHEREBURY|nowhere-bury|06896|at Reading yesterday|reading, ct 06896",
    LeakKind.BIRTH_DATE: """March 7, 1985|7 March 85|7th of March 1985|03/07/1985|3/7/85|07.03.85|1985-03-07|19850307|03071985
        |Mar 7 '85|b. 1985|１９８５""",
    LeakKind.EMAIL: "mj quill|mj.quill|a@b.co|joe at mail dot com|joe (at) mail [dot] com",
}
PATTERNS = {
    LeakKind.URL: "https://a.example/x|hxxp://a.example|see www.foo.bar|foo.com|foo [dot] com|t.me/name|FOO.ORG/abc|foo\u200b.com",
    LeakKind.PHONE: "203-555-0100|(203) 555-0100|+44 20 7946 0958|2035550100|1-203-555-0100",
    LeakKind.NUMBER: "123-45-6789|4111 1111 1111 1111",
    LeakKind.IP_ADDRESS: "192.168.0.1|fe80::1:2|2001:db8:1:2:3:4:5:6",
    LeakKind.HASHTAG: "#BlueLife|x #a",
    LeakKind.EMOJI: "🇮🇪 yes|👍🏽|✝️|🏳️‍🌈|🤰|☪|👨‍👩‍👧|♿|🏴󠁧󠁢󠁳󠁣󠁴󠁿",
    LeakKind.FILE_NAME: "photo.jpg|IMG_2031|my-house.HEIC|statement.pdf",
    LeakKind.SCRIPT: "hello мир|你好|שלום|مرحبا|नमस्ते",
    LeakKind.LANGUAGE: "because que los chicos por la calle|ich bin nicht und das ist|je ne sais pas avec nous",
    LeakKind.GENDERED: "he said|her car|an old man|Mrs. person A",
    LeakKind.MARK: "███|[REDACTED]|[ removed ]|[removed] [removed]|pre[removed]|[PC_RELIGION]|<PERSON>|*****|[name]|(withheld)|[removed 2]",
}


def _cases(table: dict[LeakKind, str]) -> list[tuple[LeakKind, str]]:
    return [(kind, text.strip()) for kind, texts in table.items() for text in texts.split("|")]


@pytest.mark.parametrize(("kind", "text"), [*_cases(IDENTIFIERS), *_cases(PATTERNS)])
def test_identifier_or_pattern_is_found_alone_and_in_a_sentence(kind: LeakKind, text: str) -> None:
    assert kind in kinds(text)
    sentence = f"They wrote, {text}, again."
    leaks = [leak for leak in leak_check(sentence, identifiers=IDS) if leak.kind is kind]
    assert leaks
    assert all(0 < leak.start < leak.end <= len(sentence) - 6 for leak in leaks)


@pytest.mark.parametrize(
    "text",
    [
        "It does not matter, will you grant it, a young officer, reading a book.",
        "Grant it was late. Young people came.",
        "The lord of the dark.",
        "orteg and quills and feathers",
        "a social gathering",
    ],
)
def test_common_words_that_are_also_names_are_left(text: str) -> None:
    assert kinds(text) == set()


def test_handle_of_common_words_is_looked_for_in_one_word_only() -> None:
    ids = Identifiers(handles=("the_truth",))
    assert kinds("tell the truth", ids) == set()
    assert kinds("thetruth said so", ids) == {LeakKind.HANDLE}
    assert kinds("the_truth said so", ids) == {LeakKind.HANDLE}


def test_report_holds_kinds_and_places_only() -> None:
    (leak,) = leak_check("ask Nowherebury", identifiers=IDS)
    assert leak.model_dump() == {"kind": LeakKind.PLACE, "start": 4, "end": 15}


def test_summary_names_the_field() -> None:
    leaks = leak_check_summary(
        [("findings.1.narrative", "fine"), ("findings.1.quotation", "my wife")], identifiers=NOBODY
    )
    assert [(leak.field, leak.kind) for leak in leaks] == [("findings.1.quotation", LeakKind.CLASS_TERM)]


def test_fixed_phrase_of_the_form_is_no_leak_where_it_stands_whole() -> None:
    fixed = ("Nowherebury Police Department",)
    assert leak_check("for the Nowherebury Police Department", identifiers=IDS, fixed=fixed) == []
    assert leak_check("police of Nowherebury", identifiers=IDS, fixed=fixed)


def test_mark_may_be_another_one_form() -> None:
    assert leak_check("a ████ b", identifiers=NOBODY, mark="████") == []
    assert {x.kind for x in leak_check("a ██████ b", identifiers=NOBODY, mark="████")} == {LeakKind.MARK}
    assert {x.kind for x in leak_check(f"a {MARK} b", identifiers=NOBODY, mark="████")} == {LeakKind.MARK}


def test_lexicon_has_a_digest() -> None:
    assert len(leak_lexicon_sha256()) == 64


def test_leak_check_shares_no_code_and_no_data_with_the_redaction() -> None:
    folder = Path(leakcheck.__file__).parent
    sources = sorted(folder.glob("leak*.py"))
    assert len(sources) >= 6
    for source in sources:
        tree = ast.parse(source.read_text("utf-8"))
        imported = {n.module or "" for n in ast.walk(tree) if isinstance(n, ast.ImportFrom)}
        imported |= {a.name for n in ast.walk(tree) if isinstance(n, ast.Import) for a in n.names}
        assert not [name for name in imported if "redaction" in name or "presidio" in name]
        assert "protected-classes" not in source.read_text("utf-8")


@given(st.text(max_size=120))
def test_offsets_lead_back_into_any_text(text: str) -> None:
    view = undisguised(text)
    assert len(view.text) == len(view.starts) == len(view.ends) == len(view.lower)
    assert list(view.starts) == sorted(view.starts)
    for squeezed in (squeeze(view), squeeze_leet(view)):
        assert len(squeezed.text) == len(squeezed.at) == len(squeezed.to)
    for leak in leak_check(text, identifiers=IDS):
        assert 0 <= leak.start < leak.end <= len(text)


@given(st.text(max_size=40), st.text(max_size=40))
def test_name_is_found_in_any_surroundings(before: str, after: str) -> None:
    text = f"{before} nowherebury {after}"
    assert LeakKind.PLACE in kinds(text)


@pytest.mark.parametrize(
    ("word", "meant"),
    [("g4y", "gay"), ("1slam", "islam"), ("Muuuslim", "muslim"), ("j.e.w", "jew"), ("ProudAtheistDad", "atheist")],
)
def test_disguised_word_is_read(word: str, meant: str) -> None:
    assert meant in readings(word)


@pytest.mark.parametrize(
    "piece", ["a", "a.", "1", "1-", "@a", "(", "#", "a b ", "que ", "[", "*", "\u0301", "q.u", "2035550100 ", "x@x."]
)
def test_time_stays_in_proportion_to_length(piece: str) -> None:
    assert stays_linear(lambda size: leak_check(piece * (size // len(piece)), identifiers=IDS), small=2_500)
