"""Patterns of Spanish, Connecticut's second language, that a list of terms cannot hold: ages, years of birth, where somebody is from.

The words of every class stand in `config/protected-classes/es/`. Accents are folded before: "años" is "anos" here.
"""

from typing import Final

from vetting.redaction.frames.told import make

_NUMBER: Final = (
    r"(?:[1-9]\d{0,2}|dieci[a-z]{3,5}|veinti?[a-z]{0,6}|"
    r"(?:treinta|cuarenta|cincuenta|sesenta|setenta|ochenta|noventa)(?: y [a-z]{3,6})?)"
)

PATTERNS: Final = (
    make(
        "edad",
        "PC_AGE",
        rf"(?<![\w.$])(?:tengo |tiene |tenia |cumpli |cumplo |cumple )?{_NUMBER} anos(?: de edad)?(?!\w)",
        0.85,
    ),
    make(
        "nacido",
        "PC_AGE",
        r"(?<!\w)(?:naci|nacio|nacido|nacida) (?:en|el) (?:\w+ (?:de )?){0,4}(?:19|20)\d\d(?!\w)",
        0.92,
    ),
    make(
        "soy_de",
        "PC_NATIONAL_ORIGIN",
        r"(?<!\w)(?:soy|somos|vengo|venimos|mi familia es|mis padres son|naci) (?:de|en) "
        r"(?!aqui|los que|las que|todo|la casa)[a-z]{3,20}(?: [a-z]{4,20})?(?!\w)",
        0.75,
    ),
)
"""Tried beside the patterns of English."""
