"""Places, firms, awards, brands and characters that bear a name stay; the persons who bear it go."""

import pytest

from vetting.redaction import Redactor

GOES = (
    ("Marcus drove me to Kennedy High School", "Marcus"),
    ("On Main St. Kevin said the light was red", "Kevin"),
    ("Officer St. John said the report was false", "John"),
    ("Luke broke his arm near St. Luke's", "Luke"),
    ("Captain Morgan wrote me up twice", "Morgan"),
    ("I met Oscar at the range", "Oscar"),
    ("Roger said the gate was open", "Roger"),
    ("Judge Jeanine Slams the mayor", "Jeanine"),
    ("Jessica Park got promoted", "Jessica"),
    ("Linda Hall and the neighbours complained", "Linda Hall"),
    ("Robert's wife left early", "Robert"),
    ("Terry Fox runs the corner shop", "Terry Fox"),
    ("My sergeant named Olufemi retired", "Olufemi"),
    ("Irene from payroll called", "Irene"),
    ("Captain Kirkland filed it", "Kirkland"),
    ("Mr. Beanly owns the shop", "Beanly"),
    ("Sgt. Lake signed the form", "Lake"),
    ("Officer Park was on the desk", "Park"),
    ("Kim Valley called in sick", "Kim"),
    ("Sean Ridge ran the desk", "Sean"),
    ("Kevin and the Smiths came over", "Kevin"),
)
STAYS = (
    ("Two nights in San Antonio and one in Fort Wayne", "Antonio"),
    ("The wait at St. Helen was short", "Helen"),
    ("Sunrise in Myrtle Beach", "Myrtle"),
    ("Season tickets for Bradley Soccer", "Bradley"),
    ("A crash on Kennedy & 290, avoid it", "Kennedy"),
    ("The Martin Luther King Jr Day parade", "Martin"),
    ("Jason Industries opened a plant", "Jason"),
    ("See you at the Terry Fox run", "Terry"),
    ("Crossed the George Washington Bridge at noon", "George"),
    ("Her film won the Oscar", "Oscar"),
    ("Roger that, over and out", "Roger"),
    ("A poster of James Bond and one of Star Trek", "James"),
    ("Study: Naps May Reduce Stress", "May"),
    ("Ginger Peach jam on toast", "Ginger"),
    ("The Houston Oilers moved away", "Houston"),
    ("Happy Birthday Mr. President", "President"),
    ("We sell on a website called Zapzibble", "Zapzibble"),
    ("Meet me in Beverly Park", "Beverly"),
    ("Lunch at Steve's Diner", "Steve"),
    ("Dressed up as Captain Kirk", "Kirk"),
    ("A Mr. Bean marathon", "Bean"),
    ("Two Tony awards for the play", "Tony"),
    ("The St. Joseph River flooded", "Joseph"),
    ("Tell San Diego we are coming", "Diego"),
    ("An album by Noah and the Whale", "Noah"),
)


@pytest.mark.parametrize(("text", "name"), GOES)
def test_name_of_person_goes(engine: Redactor, text: str, name: str) -> None:
    at = text.index(name)
    assert any(s.start <= at and at + len(name) <= s.end for s in engine.spans(text))


@pytest.mark.parametrize(("text", "name"), STAYS)
def test_name_of_thing_stays(engine: Redactor, text: str, name: str) -> None:
    at = text.index(name)
    assert not any(s.start < at + len(name) and at < s.end for s in engine.spans(text) if s.rule.startswith("name."))
