"""Words of descent and sex are found where they are said of people; pubs, lions, scenes, particles of other tongues and goods stay."""

import pytest

from vetting.redaction import Redactor

GOES = (
    ("My dad is Irish and runs a bar", "Irish"),
    ("Two African nurses on the night shift", "African"),
    ("Filthy African animals, he shouted", "African"),
    ("Refugees from African countries wait here", "African"),
    ("Her aunt is profoundly Japanese in manner", "Japanese"),
    ("My Soviet passport expired", "Soviet"),
    ("My latino neighbour plays disco", "latino"),
    ("I'm Malay and he is not", "Malay"),
    ("Hindi is spoken at home, I speak Hindi", "Hindi"),
    ("I'm pagan, so is my sister", "pagan"),
    ("Those Canucks next door are rude", "Canucks"),
    ("Send them back to Honduras", "Send them back"),
    ("The ladies in my unit wear long sleeves", "ladies"),
    ("A chick at work lied", "chick"),
    ("My girl plays the drums", "girl"),
    ("Miss Wong taught us", "Miss"),
    ("A German weather man who cannot count", "German"),
    ("My women friends at work", "women"),
)
STAYS = (
    ("Stew at the Irish pub", "Irish"),
    ("The zoo has four African elephants", "African"),
    ("Scandinavian countries export fish", "Scandinavian"),
    ("A fountain that is quintessentially Italian", "Italian"),
    ("The Soviet lead in rockets", "Soviet"),
    ("All night latino disco", "latino"),
    ("hindi mo alam", "hindi"),
    ("malay ko, sabi nga", "malay"),
    ("Por fin me pagan hoy", "pagan"),
    ("The Canucks lost in overtime", "Canucks"),
    ("Come dine with us", "dine"),
    ("New: Ladies Long Sleeve in blue", "Ladies"),
    ("Broth from chick bones", "chick"),
    ("Napping in the La-Z-Boy", "Boy"),
    ("#np Pretty Girl by a new band", "Girl"),
    ("a comedy called Men with Brooms", "Men"),
    ("A bottle of Clos des Bois", "Bois"),
    ("Tickets for Miss Universe", "Miss"),
    ("Asian shares rose at noon", "Asian"),
    ("Irish weather, rain by noon", "Irish"),
    ("Seats for the Mens Final", "Mens"),
    ("Mens shoes, half price", "Mens"),
    ("Stuck on the M4 again", "M4"),
    ("Bermudas and black socks", "Bermudas"),
    ("The baggers at the till were quick", "baggers"),
)


@pytest.mark.parametrize(("text", "said"), GOES)
def test_word_of_people_goes(engine: Redactor, text: str, said: str) -> None:
    at = text.index(said)
    assert any(s.start < at + len(said) and at < s.end for s in engine.spans(text))


@pytest.mark.parametrize(("text", "said"), STAYS)
def test_word_of_things_stays(engine: Redactor, text: str, said: str) -> None:
    at = text.index(said)
    assert not any(
        s.start < at + len(said) and at < s.end
        for s in engine.spans(text)
        if not s.rule.startswith(("learned", "language"))
    )
