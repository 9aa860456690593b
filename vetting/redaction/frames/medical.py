"""Illnesses, operations and medicines known by how they are built: Greek and Latin endings, and the stems that name families of drugs.

A list of diagnoses is never complete; the endings are. Words with the same ending and another sense are set apart in `_OTHER`. A medicine
names an illness nearly as plainly as the diagnosis does.
"""

import re
from typing import Final

from vetting.redaction.frames.told import make
from vetting.redaction.site import bag

_ILLNESS: Final = (
    "itis|itides|ectomy|ectomies|ostomy|otomy|oplasty|neuropathy|myopathy|nopathy|algia|plegia|plegic|paresis|[clnphrs]emia|"
    "aemia|penia|"
    "arcoma|arcinoma|phoma|lastoma|yeloma|lioma|denoma|euroma|ibroma|lipoma|atoma|uloma|gioma|elanoma|sclerosis|fibrosis|stenosis|thrombosis|"
    "necrosis|arcoidosis|malacia|megaly|dystrophy|dystonia|ataxia|aphasia|apraxia|dysphagia|dysplasia|orrhea|lepsy|dynia|uria|ophrenia|"
    "thymia|mutism|tillomania|phobic|neurosis"
)
_DRUG: Final = (
    "azepam|azolam|zolam|oxetine|triptyline|pramine|prazole|idone|apine|piprazole|perazine|promazine|peridol|pril|sartan|olol|statin|gliptin|"
    "gliflozin|glutide|tidide|formin|glitazone|zumab|ximab|limumab|tinib|ciclib|navir|tegravir|vudine|buvir|codone|morphone|orphine|"
    "barbital|triptan|lukast|thyroxine|solone|azosin|dronate|pentin|gabalin|etiracetam|mazepine|amfetamine|amphetamine|phenidate|"
    "zolpidem|parin|xaban|gatran|mustine|platin|taxel|rubicin|trexate|lizumab|naloxone|naltrexone|oxacin"
)
_OTHER: Final = bag(
    "academia bohemia premia nostalgia april lobotomy dichotomy etruria luria curia liguria asturia manuria penuria serpentin repentin "
    "turpentin "
    "platin satin gestatin alpine lupine rapine sparin idone abidone solone codone triptan marcheria phillumenia xenophobic homophobic "
    "transphobic islamophobic biphobic lesbophobic arachnophobic technophobic fatphobic hydrophobic acrimonia senioritis"
)
_LAUGHTER: Final = re.compile(r"(?:lo|ol|l|ha|he)+(?:lol)+|[a-z]*lolol[a-z]*|jerusalemia")

_OF_A_PET: Final = re.compile(
    r"(?<!\w)(?:dogs?|cats?|pup|puppy|kitten|horse|mare|gelding|rabbit|hamster|goat|cow|old lab|beagle|poodle|retriever)(?:'s)? (?:(?:has|had|got|gets|is on|on|with|needs|hip|bad|a|some|takes|from|for) ){1,3}$"
)


def _not_another_word(folded: str, start: int, end: int) -> bool:
    word = folded[start:end]
    return (
        word not in _OTHER and not _LAUGHTER.fullmatch(word) and not _OF_A_PET.search(folded, max(0, start - 40), start)
    )


PATTERNS: Final = (
    make(
        "illness",
        "PC_DISABILITY_PHYSICAL",
        rf"(?<![\w'#@./-])(?:[a-z]{{1,18}}(?:{_ILLNESS})|sclerosis|stenosis|thrombosis|neuropathy|ataxia|aphasia|dystonia|dystrophy)(?!\w)",
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
