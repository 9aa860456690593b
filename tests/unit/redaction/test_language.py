"""Passages in another language are withheld whole; foreign words in English text are not; Spanish terms of every class are known."""

import pytest
import yaml

from tests.unit.redaction.conftest import CONFIG
from vetting.redaction import Redactor
from vetting.redaction.lexicon import load

PASSAGES = [
    "Hola amigos, hoy vamos a la playa con mis hijos",
    "No me gusta la gente que miente",
    "Eu não sei o que fazer hoje",
    "Je ne sais pas quoi faire aujourd'hui",
    "Ich habe heute keine Lust auf Arbeit",
    "Non so cosa fare stasera",
    "Nie wiem co mam robić dzisiaj",
    "Mwen renmen ou anpil cheri mwen",
    "Jag är så trött idag och jag vill inte gå",
    "Ik heb geen zin om vandaag te werken",
    "Selam, bugün çok güzel bir gün değil mi",
    "Mahal kita at miss na miss ko na kayo",
    "Tôi là người Việt Nam và tôi rất vui",
    "Σήμερα είναι μια ωραία μέρα",
    "Сегодня хороший день для прогулки",
    "今日はとてもいい天気ですね",
    "אני אוהב אותך מאוד",
    "أنا سعيد جدا اليوم",
]


@pytest.mark.parametrize("text", PASSAGES)
def test_passage_in_another_language_is_withheld_whole(engine: Redactor, text: str) -> None:
    assert engine.redact(text).text.strip(" .") == "[removed]"


@pytest.mark.parametrize(
    "text",
    [
        "Gisteren zaten wij samen bij oma aan tafel in Utrecht",
        "Minä olen väsynyt ja haluan nukkua pitkään",
        "O jogo terminou empatado outra vez",
        "Les joueurs partent demain vers Marseille",
        "Danas nisam stigao do posla zbog snega",
        "RT @hipotetico : Mañana llueve otra vez según dicen http://example.org/x",
    ],
)
def test_passage_with_hardly_a_small_word_is_told_by_its_letters(engine: Redactor, text: str) -> None:
    spans = engine.spans(text)
    assert any(s.rule.startswith("language.") and s.end - s.start > 20 for s in spans)


@pytest.mark.parametrize(
    "text",
    [
        "Give 'em hell, boys, give 'em hell!",
        "Van Halen, Las Vegas, Los Angeles: best tour ever",
        "Kuala Lumpur jam so bad I read a whole book",
        "Crème brûlée and a café au lait at Chez Panisse",
        "Los Pollos Hermanos burner phone vibes",
        "Die Hard is a Christmas film",
        "lol omg wtf brb ttyl",
        "Senior bowl, pro bowl, super bowl",
    ],
)
def test_english_with_foreign_names_and_dishes_is_no_passage(engine: Redactor, text: str) -> None:
    assert not [s for s in engine.spans(text) if s.rule.startswith("language.")]


@pytest.mark.parametrize("text", PASSAGES[:6])
def test_quotation_in_another_language_is_withheld_and_the_rest_stays(engine: Redactor, text: str) -> None:
    assert engine.redact(f'The clerk wrote "{text}" and left.').text == 'The clerk wrote "[removed]" and left.'


@pytest.mark.parametrize(
    "text",
    [
        "We went to la playa and had a siesta",
        "c'est la vie my friends",
        "I love the show Casa de Papel, que bueno",
        "They ordered the coq au vin at Chez Nous",
        "Que sera sera, whatever will be will be",
        "de facto ruler of the house, a priori",
        "Los Angeles is so hot today, San Diego too",
        "¯\\_(ツ)_/¯ whatever",
        "ಠ_ಠ come on",
        "the angle α and the sum Σ of μ",
        "on me in a do or die so no",
        "man hat die in den son war pa",
    ],
)
def test_foreign_words_in_english_are_no_passage(engine: Redactor, text: str) -> None:
    assert [s.rule for s in engine.spans(text) if s.rule.startswith("language.")] == []


def test_every_class_of_persons_has_spanish_terms(engine: Redactor) -> None:
    files = (CONFIG / "protected-classes" / "es").glob("*.yaml")
    told = {yaml.safe_load(path.read_text("utf-8"))["entity"] for path in files}
    without = {"PC_PROXY", "PC_RETALIATION", "PC_ASSOCIATION"}  # told by places, deeds and kin, which other files hold
    assert engine.entities - told == without


@pytest.mark.parametrize(
    ("text", "entity"),
    [
        ("so my esposa is boricua", "PC_NATIONAL_ORIGIN"),
        ("as an indocumentado you learn", "PC_CITIZENSHIP"),
        ("I was embarazada then", "PC_PREGNANCY"),
        ("that maricón owes me", "PC_SEXUAL_ORIENTATION"),
        ("he is divorciado now", "PC_MARITAL"),
        ("with autismo it is hard", "PC_DISABILITY_INTELLECTUAL"),
        ("the sindicato called", "PC_UNION"),
        ("tengo 43 años btw", "PC_AGE"),
        ("my boss, soy de Ponce, ok", "PC_NATIONAL_ORIGIN"),
        ("fui a misa, ok", "PC_RELIGION"),
    ],
)
def test_spanish_term_in_english_text_is_found(engine: Redactor, text: str, entity: str) -> None:
    assert entity in {s.entity for s in engine.spans(text)}


def test_spanish_files_are_in_the_digest(tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("lexicon")
    source = CONFIG / "protected-classes"
    for path in (*source.glob("*.yaml"), *source.glob("es/*.yaml")):
        target = folder / path.relative_to(source)
        target.parent.mkdir(exist_ok=True)
        target.write_bytes(path.read_bytes())
    before = load(folder).sha256
    with (folder / "es" / "union.yaml").open("a", encoding="utf-8") as file:
        file.write("# changed\n")
    assert load.__wrapped__(folder).sha256 != before
