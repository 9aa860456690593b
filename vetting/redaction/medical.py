"""Illnesses, operations and medicines known by how they are built: Greek and Latin endings, and the stems that name families of drugs.

A list of diagnoses is never complete; the endings are. Words with the same ending and another sense are set apart in `_OTHER`. A medicine
names an illness nearly as plainly as the diagnosis does.
"""

from typing import Final

from vetting.redaction.site import bag
from vetting.redaction.told import make

_ILLNESS: Final = (
    "itis|itides|ectomy|ectomies|ostomy|otomy|oplasty|neuropathy|myopathy|nopathy|algia|plegia|plegic|paresis|[clnphrs]emia|aemia|penia|"
    "arcoma|arcinoma|phoma|lastoma|yeloma|lioma|denoma|euroma|ibroma|lipoma|atoma|uloma|gioma|elanoma|sclerosis|fibrosis|stenosis|thrombosis|"
    "necrosis|arcoidosis|malacia|megaly|dystrophy|dystonia|ataxia|aphasia|apraxia|dysphagia|dysplasia|orrhea|lepsy|leptic|dynia|uria"
)
_DRUG: Final = (
    "azepam|azolam|zolam|oxetine|triptyline|pramine|prazole|idone|apine|piprazole|perazine|promazine|peridol|pril|sartan|olol|statin|gliptin|"
    "gliflozin|glutide|tidide|formin|glitazone|zumab|ximab|tuzumab|limumab|tinib|ciclib|navir|tegravir|vudine|buvir|codone|morphone|orphine|fentanil|"
    "barbital|triptan|lukast|terol|thyroxine|sone acetate|solone|azosin|zosin|dronate|afil|pentin|gabalin|etiracetam|mazepine|amfetamine|amphetamine|phenidate|"
    "zolpidem|clone hydrochloride|parin|xaban|gatran|mustine|platin|taxel|rubicin|trexate|tamab|lizumab|kinra|cept|xone|azenil|oxacin"
)
_OTHER: Final = bag(
    "academia bohemia premia jeremia astronomy accept except concept intercept precept percept kept slept wept adept crept swept inept transept windswept "
    "april saxone xylophone placebo platin satin gestatin pentin serpentin turpentin lobotomy dichotomy anatomy etruria luria curia liguria asturia "
    "petrol patrol control alcool protocol lolol trolol sparin turpentine codone triptan "
    "sherpa alpine lupine rapine idone abidone saxone klaxone warrior alleluia sleptic skeptic "
    "placid argentine mesmerol osmerol thomas"
)


def _not_another_word(folded: str, start: int, end: int) -> bool:
    return folded[start:end] not in _OTHER


PATTERNS: Final = (
    make(
        "illness",
        "PC_DISABILITY_PHYSICAL",
        rf"(?<![\w'#@./-])[a-z]{{1,18}}(?:{_ILLNESS})(?!\w)",
        0.75,
        check=_not_another_word,
    ),
    make(
        "medicine",
        "PC_DISABILITY_PHYSICAL",
        rf"(?<![\w'#@./-])[a-z]{{2,16}}(?:{_DRUG})(?!\w)",
        0.75,
        check=_not_another_word,
    ),
)
"""Words that name an illness, an operation or a medicine."""
