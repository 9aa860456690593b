"""Patterns of illness, injury, aids and care as people tell them; endings of medical words are in `medical`.

Each takes the whole phrase, because what is left of a phrase still tells. A symptom alone is taken only when it is said to last.
"""

import re
from typing import Final

from vetting.redaction.counts import N
from vetting.redaction.told import make

_AILMENT: Final = (
    r"(?:anxiety|depression|ptsd|cptsd|autism|ocd|adhd|add|bipolar|asthma|arthritis|insomnia|epilepsy|"
    r"dyslexia|cancer|diabetes|migraines?|dementia|alzheimer'?s|parkinson'?s|allergies|panic attacks|"
    r"panic disorder|agoraphobia|paranoia|psychosis|schizophrenia|addiction|alcoholism|anorexia|bulimia|"
    r"lupus|fibromyalgia|endometriosis|eczema|psoriasis|scoliosis|sciatica|anemia|heart disease|kidney disease|"
    r"liver disease|lung disease|social anxiety|mental illness|mental health|trauma|suicidal thoughts|"
    r"pain)"
)
_NOT_ILL: Final = re.compile(
    r"^(?:the|a|an|this|that|no|any|what|some|these|its|it's|imposter|impostor|stockholm|elm|plant|cow|mad|of|and|or|"
    r"main|empty|nest|my|his|her|"
    r"their|our|your|social|control|infectious|for|with|is|civil|attention|budget|trade|public|in|to|from|trump|"
    r"derangement|bystander|hero|"
    r"god|savior|martyr|little|small|tall|first|second|third|by|like|have|has|had|cause|causes|spread|fight|as|other|"
    r"every|each|such)\b"
)


def _an_illness(folded: str, start: int, end: int) -> bool:
    return not _NOT_ILL.match(folded[start:end]) and _no_pills_of_pets(folded, start, end)


_PET: Final = re.compile(r"\b(?:dogs?|cats?|vet|puppy|kitten|hamster|horse|rabbit)\b")


def _no_pills_of_pets(folded: str, start: int, end: int) -> bool:
    """No animal near."""
    return not _PET.search(folded, max(0, start - 40), min(len(folded), end + 40))


PATTERNS: Final = (
    make(
        "how_ill",
        "PC_DISABILITY_MENTAL",
        r"(?<!\w)(?:severe|crippling|chronic|bad|mild|moderate|major|extreme|crushing|debilitating|terrible|horrible|"
        r"diagnosed|untreated|undiagnosed|"
        r"clinical|generali[sz]ed|social|(?:high|low)[ -]functioning|level (?:\d|one|two|three)|stage (?:\d|one|two|"
        r"three|four|i+v?)|type (?:\d|one|two|i+)|late[ -]stage|"
        r"early[ -]onset|treatment[ -]resistant|suicidal|deep|serious|intense|lifelong|complex|terminal|recurring|"
        r"recurrent|battling|battled|suffer(?:s|ed|ing)? from|"
        r"struggl(?:e|es|ed|ing) with(?: my)?|living with|diagnosed with|dealing with|coping with|"
        rf"history of) (?:\w+ )?{_AILMENT}(?: and {_AILMENT})?(?! to (?!heroin|drugs?|meth|pills?|alcohol|opi|oxy|coke|cocaine|crack|fent|gambling|"
        r"porn|booze|benzos|xanax|kratom|painkillers|nicotine)\w+)(?!\w)",
        0.85,
    ),
    make(
        "named_illness",
        "PC_DISABILITY_PHYSICAL",
        r"(?<![\w'])[a-z][a-z-]{2,16}(?:'s)? (?:syndrome|disease|disorder|palsy|deficiency|dystrophy|"
        r"impairment|dysfunction|malformation|insufficiency|neuralgia|dysplasia|sclerosis)s?(?!\w)(?! (?:of the economy|"
        r"of affluence))",
        0.78,
        check=_an_illness,
    ),
    make(
        "organ_trouble",
        "PC_DISABILITY_PHYSICAL",
        r"(?<!\w)(?:(?:my|his|her|a|an|had|have|has|with|bad|serious|rare|ongoing|chronic) ){1,2}(?:heart|kidney|liver|"
        r"lung|thyroid|brain|spinal|spine|neck|back|knee|hip|"
        r"shoulder|bowel|stomach|bladder|blood|skin|eye|vision|hearing|nerve|bone|joint|autoimmune|neurological|"
        r"mental health|colon|prostate|"
        r"pancreas|breast|ovarian|cardiac|vascular|immune|lymph|throat) (?:disorder|condition|defect|failure|cancer|"
        r"tumors?|surgery|surgeries|operation|injury|injuries|transplant|"
        r"problems?|issues?|trouble|replacement|fusion|murmur|disease|impairment|pain|ablation|biopsy|infection)(?!\w)",
        0.78,
    ),
    make(
        "worn_out",
        "PC_DISABILITY_PHYSICAL",
        r"(?<!\w)(?:(?:my|a|have|with|his|her|got) (?:really |two |very )?(?P<x>bad (?:back|knees?|hips?|shoulders?|"
        r"heart|lungs?|kidneys?|liver|hearing|eyesight|ticker))|(?P<y>(?:walk|walks|walking|walked|get around|"
        r"gets around) with (?:a |my |his |her )?(?:cane|walker|crutch|crutches|limp|rollator|white cane|"
        r"walking stick))|(?P<z>use[sd]? (?:a|my|his|her) (?:cane|walker|rollator|mobility scooter|"
        r"catheter|feeding tube|nebulizer|hearing aid|white cane|scooter to get around)))(?!\w)",
        0.82,
    ),
    make(
        "loss_of_sense",
        "PC_DISABILITY_PHYSICAL",
        r"(?<!\w)(?:(?:totally |partially |completely |legally |mostly |nearly |half |almost |profoundly |"
        r"slightly )?(?:blind|deaf) (?:in|out of|on) (?:one|my|his|her|both|the) (?:(?:left|right|"
        r"good|bad) )?(?:eyes?|ears?)|(?:partially|totally|completely|mostly|profoundly|nearly|half|"
        r"born|went|go|gone|colou?r) ?-?(?:blind|deaf|sighted)(?! to)(?: (?:in|out of|on) (?:one|my|"
        r"his|her|both|the) (?:(?:left|right|good|bad) )?(?:eyes?|ears?))?|paraly[sz]ed (?:from|on|"
        r"by|after|in)(?! (?:choice|choices|fear|indecision|options|the (?:menu|options|choices)|analysis|laughter|awe|boredom)\b)(?: \w+){1,3}|(?:above|below)[ -](?:the[ -])?(?:knee|elbow) (?:amputee|amputation))(?!\w)",
        0.85,
        check=_no_pills_of_pets,
    ),
    make(
        "comp_claim",
        "PC_DISABILITY_PHYSICAL",
        r"(?<!\w)work(?:er|man|men)(?:'s|s'|s)? ?comp(?:ensation)?(?: claim| case)?(?!\w)",
        0.88,
    ),
    make(
        "in_hospital",
        "PC_DISABILITY_PHYSICAL",
        r"(?<!\w)(?:i|mom|dad|mother|father|wife|husband|son|daughter|grandma|grandpa|brother|sister|nana|aunt|uncle|"
        r"i'm|i've|she's|he's|mom's|dad's)"
        r"(?: (?:was|am|is|been|have|has|had|ended|up|landed|got|put|spent|still|back|just|being|a|two|three|few|days|"
        r"weeks|week|month|months|the|last|night|also|woke)){0,6} "
        r"(?P<x>(?:in|to|into) (?:the|a) (?:er|hospital|psych \w+|icu|ccu|emergency room|mental hospital|burn unit|"
        r"cardiac unit|stroke unit|nursing home))(?!\w)",
        0.72,
    ),
    make(
        "dose",
        "PC_DISABILITY_PHYSICAL",
        r"(?<!\w)(?:on|take|takes|taking|took|prescribed|upped to|down to|started|up to) (?P<x>\d{1,4} ?(?:mg|mcg|"
        r"milligrams)(?: of [a-z]{4,16})?)(?!\w)",
        0.75,
    ),
    make(
        "long_name",
        "PC_DISABILITY_PHYSICAL",
        r"(?<![\w'])(?:[a-z][a-z-]{3,16} ){1,2}(?:dysfunction|dystrophy|palsy|malformation|insufficiency|dysplasia|"
        r"neuropathy|atrophy|hyperplasia)(?!\w)",
        0.76,
        check=_an_illness,
    ),
    make(
        "kind_of_diabetes",
        "PC_DISABILITY_PHYSICAL",
        r"(?<!\w)type (?:1|2|one|two|i|ii)(?: diabet\w*|(?= (?:since|for \w+ years|warrior|kid|mom|"
        r"dad|life|here|diagnosis)\b))",
        0.82,
    ),
    make(
        "signs",
        "PC_DISABILITY_PHYSICAL",
        r"(?<!\w)(?:sign(?:s|ed|ing)?|speak|speaks|know|knows|learn|learned|learning|swear|fluent|"
        r"in|through|taught|teach|use|uses|using|via|an?|with) (?:in )?(?P<x>asl)(?= (?:class|interpreter|"
        r"and|with|to|because|for|at|translator|user)\b|[.,!?;)]|$)",
        0.78,
    ),
    make(
        "doses",
        "PC_DISABILITY_MENTAL",
        r"(?<!\w)(?:(?:my|his|her|their|a (?:low|high|higher|lower)|upped the|lowered the|change(?:d)? the) (?:\w+ "
        r")?(?P<x>(?:dosages?|doses?|prescriptions?|scripts?|refills?|infusions?|injections?|inhaler|"
        r"antidepressants?))(?! of (?:reality|caffeine|vitamin|sunshine|humor|truth))|(?P<y>(?:forgot|"
        r"skipped|missed|taking|took|take|out of|refill(?:ed)?|adjust(?:ed|ing)?|switch(?:ed|ing)?|"
        r"wean(?:ed|ing)? off|taper(?:ed|ing)? off|started|increased|upped) (?:my|his|her|their|the|"
        r"new|these) (?:\w+ )?(?:meds|medications?|pills|dose|dosage|antibiotics|insulin|inhaler|prescription)))(?!\w)",
        0.75,
        check=_no_pills_of_pets,
    ),
    make(
        "cannot",
        "PC_DISABILITY_PHYSICAL",
        r"(?<!\w)(?:can't|cannot|can not|cant|can barely|unable to|never be able to|couldn't|not able to) (?P<x>(?:walk|"
        r"stand|hear|see|breathe|drive|work|climb stairs|lift my arm|use my (?:arm|leg|hand|legs|hands)|"
        r"feel my (?:legs|feet|arm)|walk or stand)(?: \w+){0,2} (?:without (?:a |my |an )?(?:cane|"
        r"walker|crutches|brace|pain|hearing aids?|glasses|oxygen|inhaler|help|passing out|assistance)|"
        r"because of my (?:\w+ )?\w+|due to (?:my|the) (?:\w+ )?\w+|since (?:my|the) (?:accident|stroke|"
        r"surgery|injury|diagnosis)|anymore since)|use my (?:arm|leg|hand|legs|hands)|feel my (?:legs|"
        r"feet))(?!\w)",
        0.75,
    ),
    make(
        "treated_for",
        "PC_DISABILITY_PHYSICAL",
        r"(?<!\w)(?:(?:was|been|being|got|is|getting|am) (?:just |recently |finally |first |re|mis)?-?(?:treated for|"
        r"tested for|hospitali[sz]ed for|medicated for|evaluated for|screened for|operated on for|"
        r"in treatment for|seen for|on medication for) (?:an? |my |the |severe |chronic )?(?P<x>(?!evidence|"
        r"the record|trace|drugs|dui|rabies|gas)[a-z-]{4,}(?: (?:disorder|disease|syndrome|cancer|"
        r"issues|problems|infection|pain|injury|attacks?))?)|(?:i|she|he|who|they|mom|dad|sister|brother|"
        r"son|daughter|wife|husband)(?:'ve|'s|'m)? (?:was |were |been |got |recently |just |finally |"
        r"have |has |had |first |officially ){1,3}(?:mis)?diagnosed(?: with| as)? (?:an? |the |severe |"
        r"mild |stage \w+ )?(?P<y>(?!when|at|in|last|with|as|and|by|on|this|after|but|clinically|yet|"
        r"so|it|until|before|a few|two|three|years|my|me|her|him|me|because|since|until|while)[a-z][a-z-]{2,}(?: "
        r"(?:disorder|disease|syndrome|cancer|dysfunction|disease|palsy|deficiency|tumou?r))?))(?!\w)",
        0.78,
        check=_no_pills_of_pets,
    ),
    make(
        "lasting_pain",
        "PC_DISABILITY_PHYSICAL",
        rf"(?<!\w)(?:constant|daily|nerve|phantom|persistent|unbearable|debilitating|permanent|lifelong|{N} years of) "
        r"(?:\w+ )?(?:pain|migraines?|fatigue|seizures?|headaches|nausea|dizziness|vertigo|numbness|tinnitus|weakness|"
        r"nerve damage|damage to my \w+|limp|injury|disability)(?! in the (?:ass|butt|neck))(?!\w)",
        0.75,
    ),
    make(
        "made_of_titanium",
        "PC_DISABILITY_PHYSICAL",
        r"(?<!\w)(?:(?:plates?|screws|rods?|pins|metal|hardware|titanium|shrapnel) in (?:my|his|her) (?:\w+ )?(?:back|"
        r"spine|neck|leg|knee|hip|ankle|wrist|arm|skull|head|foot|shoulder|jaw)|(?:wear|wears|wearing|"
        r"wore|got|my|new|needs?|need|have|has|lost|two|turn(?:ed)? (?:off|down)) (?:a |my |his |her |"
        r"two |new |the )?(?:hearing aids?|(?:leg|knee|ankle|back|neck) brace|cochlear implants?|insulin pump|"
        r"glucose monitor|oxygen (?:tank|concentrator)|c-?pap|pacemaker|prosthetic(?: \w+)?|artificial (?:leg|"
        r"hip|heart|limb)|glass eye|eye patch|medical alert bracelet|colostomy bag|feeding tube|epi-?pen))(?!\w)",
        0.8,
    ),
    make(
        "needs_organ",
        "PC_DISABILITY_PHYSICAL",
        r"(?<!\w)(?:needs?|needed|waiting (?:for|on)|got|received|lost|donated|have|has|with|on (?:the|"
        r"a) list for) (?:a |an |my |his |her |one |new |a new ){1,2}(?:kidney|liver|heart transplant|"
        r"lung|transplant|bone marrow|cornea|hip(?! flask)|knee(?! pad)|pacemaker|stent|prosthetic|"
        r"colostomy|mastectomy|hysterectomy|biopsy)(?! (?:beans?|pie|to (?:the|stand)))(?!\w)|(?<!\w)(?:blind|"
        r"deaf|useless|helpless|can't function) without (?:my|these|the|his|her) (?:glasses|contacts|"
        r"lenses|hearing aids?|meds|cane|inhaler|aids?)(?!\w)",
        0.74,
    ),
    make(
        "born_with",
        "PC_DISABILITY_PHYSICAL",
        r"(?<!\w)born (?:with(?:out)?|missing) (?:a |an |one |no |two |only one |half a |my |his |"
        r"her )?(?:\w+ )?(?:arms?|legs?|hands?|eyes?|ears?|foot|feet|fingers|cleft \w+|hole|condition|"
        r"defect|disability|disorder|disease|kidney|clubfoot|spina bifida|cerebral palsy|murmur|birthmark|"
        r"tumou?r|syndrome|lung|heart defect|hearing|sight|palsy)(?!\w)|(?<!\w)(?:on|get|gets|getting|"
        r"receive|receives|collect|draw|applied for|approved for|denied|my|her|his|off) (?P<x>ssi|"
        r"ssdi)(?!\w)|(?<!\w)(?:surgery|surgeries|operation|operated|operate|injections?|stitches|"
        r"screws|biopsy|nerve damage) (?:on|to|in) (?:my|his|her|the|both|a) (?:\w+ )?(?:back|spine|"
        r"neck|knees?|hips?|shoulders?|heart|brain|lungs?|kidneys?|liver|eyes?|ears?|foot|feet|ankles?|"
        r"wrists?|hands?|arms?|legs?|elbow|stomach|jaw|skull|bladder|colon|breasts?|throat|thyroid|"
        r"prostate)(?!\w)",
        0.78,
    ),
    make(
        "gait",
        "PC_DISABILITY_PHYSICAL",
        r"(?<!\w)(?:(?:this|my|his|her|had a|have a|has a|with a|walk\w* with a|permanent|slight|bad) limp(?! (?:handsha"
        r"ke|wrist|noodle|bizkit|dick))|(?:my|his|her) hands (?:shake|tremble|are (?:shaking|numb))(?: (?:from|"
        r"because of|due to) (?:the |my )?\w+)?|(?:can't|cannot|can barely|couldn't|could barely|unable to|"
        r"not able to|hard to) (?:even |hardly )?(?:walk|stand up|stand)(?! (?:it|this|that|him|her|"
        r"them|you|the|when|how|people|by|for|on (?:my|his) own two|in line|away|out|up to|home|past|"
        r"my|straight|to))(?=[.,!?]|$| (?:anymore|some days|most days|without|because|since|and|or|"
        r"unassisted|far|more than|due|after)\b))(?!\w)",
        0.74,
        check=_no_pills_of_pets,
    ),
)
"""All of them, in the order in which they are tried."""
