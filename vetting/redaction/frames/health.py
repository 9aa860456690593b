"""Patterns of illness, injury, aids and care as people tell them; endings of medical words are in `medical`.

Each takes the whole phrase, because what is left of a phrase still tells. A symptom alone is taken only when it is said to last.
"""

import re
from typing import Final

from vetting.redaction.contexts.nearby import both, far, near
from vetting.redaction.frames.counts import N
from vetting.redaction.frames.told import make

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

_TAKEN_OUT: Final = r"gall ?bladder|appendix|tonsils|adenoids|spleen|uterus|womb|ovar(?:y|ies)|prostate|kidneys?|thyroid|colon|bowel|breasts|tubes|polyps|gallstones|hysterectomy|pacemaker|liver|lung|bone marrow|stem cells"
_LAID_UP: Final = (
    r"sciatica|gout|back|backs?|knees?|hips?|shoulder|ankle|leg|foot|neck|appendix|appendicitis|pneumonia|covid|flu|shingles|hernia|surgery|kidney stones?|stones|gallstones|vertigo|migraines?|mono|bronchitis|sepsis|"
    r"slipped disc|disc|disk|discs|achilles|acl|meniscus|collarbone|pelvis|ribs?|arthritis|a bug|concussion|stroke|heart attack|heart trouble|chemo|asthma|pleurisy|cellulitis|blood clots?|clots?|dvt|infection|flare|crohn's|lupus|ms|depression|anxiety|stress|burnout"
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
        r"by|after|in)(?! (?:choice|choices|snow|ice|strikes?|storms?|gridlock|protests?|debt|doubt|anxiety|a (?:strike|storm|blizzard|snow\w*)|an ice|fear|indecision|options|the (?:menu|options|choices)|analysis|laughter|awe|boredom)\b)(?: \w+){1,3}|(?:above|below)[ -](?:the[ -])?(?:knee|elbow) (?:amputee|amputation))(?!\w)",
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
        r"(?<!\w)type (?:1|2|one|two|i|ii)(?: diabet\w*|(?= (?:since|runs in|they said|diagnos\w+|remission|on metformin|managed with|like my|same as my|for \w+ years|warrior|kid|mom|"
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
    make(
        "level_of_the_spine",
        "PC_DISABILITY_PHYSICAL",
        r"(?<!\w)[ctls]-?\d{1,2}(?:(?:-|/| and | to )[ctls]?-?\d{1,2})? (?:(?:spinal|cord) )*(?:paras?|quads?|para(?:plegi)\w+|tetra\w*|quadripl\w+|complete|incomplete|sci|injury|injuries|burst|compression fracture|fractures?|fusion|laminectomy|disc|disk)(?!\w)(?! time)",
        0.84,
        check=far(
            "bolts?|thread|lens|aperture|paragraph|section|form|page|episode|season|iphone|bus|line|train|checklist"
        ),
    ),
    make(
        "in_a_chair",
        "PC_DISABILITY_PHYSICAL",
        r"(?<!\w)(?P<x>(?:in|use|uses|using|from|need|needs|into|out of) (?:a|my|his|her|the|your|their) (?:manual |power |electric )?chairs?|(?:my|his|her|your) (?:manual |power |electric )?chair|in chairs|(?:stuck in|confined to|back in|life in|transfer to|transferred from) (?:a|the|my|his|her) chair)(?!\w)",
        0.74,
        check=both(
            near(
                r"ramps?|curb ?cuts?|kerbs?|accessib\w+|step[- ]free|stairs|steps|elevators?|wheels?|wheelies?|castors?|casters?|push ?rims?|transfer\w*|spinal|spine|cord|paraly[sz]\w*|legs|thresholds?|doorways?|fits? through|"
                r"rolled|rolling|handicap\w*|disabled|disability|accident|wreck|crash|diving|ever since|(?:ended up|been|wound up|landed|put (?:me|him|her)) in a chair|side door|aisles?|walking|can't walk|stand up|standing"
            ),
            far(
                r"desk|gaming|office|barber'?s?|salon|dentist'?s?|lawn|beach|rocking|folding|committee|board|chairs the|department|camp\w*|assembl\w+|ikea|sat|sits?|sitting|seat(?:ed)?|high chair|ski|dining|massage|throne|hair|tattoo|napped|asleep|sleep|dozed|yoga|panel|comfy|cushions?|the voice|judges?"
            ),
        ),
    ),
    make(
        "part_taken_out",
        "PC_DISABILITY_PHYSICAL",
        rf"(?<!\w)(?:(?P<x>(?:{_TAKEN_OUT}) (?:(?:is|are|was|were|came|coming|comes|has to come|had to come|got|getting|finally) )*(?:taken out|out|removed|yanked|gone))(?! of)|(?:took|take|takes|taking|cut|cutting|yank(?:ed)?|remov(?:e|ed|ing)|pull(?:ed)?|lost|donat(?:e|ed|ing)|gave|give|giving) "
        rf"(?:(?:out|off|up) )?(?:away )?(?P<y>(?:(?:half|part) (?:of )?)?(?:my|his|her|their|one|a|both|mom's|dad's|(?:my )?\w+'s|(?:my |his |her )?(?:brother|sister|mom|dad|wife|husband|son|daughter|cousin|friend|stranger|uncle|aunt) (?:a|one of my)) (?:\w+ )?(?:{_TAKEN_OUT}))(?! (?:beans?|pie|stones? away|sausage|stew|and onions)))(?!\w)",
        0.8,
        check=far(
            r"i'd|would|gladly|tickets|team|sell|worth|chicken|turkey|goose|beef|lamb|pork|deer|recipe|cook\w*|grill\w*|butcher|pdf|book|footnotes?|dogs?|cats?|chapter|report|cell|keyboard|semi-?colon"
        ),
    ),
    make(
        "joint_done",
        "PC_DISABILITY_PHYSICAL",
        r"(?<!\w)(?:(?P<x>(?:my|his|her|both|mom's|dad's|the (?:left|right|other)|second|other) (?:left |right |bad |other )?(?:hips?|knees?|shoulder|rotator cuff|acl|meniscus|cataracts?|carpal tunnels?|bunions?|hernia|valve|ankle) (?:is |are |was |were |getting |gets |got |being |finally ){0,2}(?:done|replaced|fixed|fused|scoped|rebuilt|repaired|reconstructed|operated on))|"
        r"(?P<y>(?:new|titanium|fake|replacement|metal|artificial|plastic) (?:hips?|knees?|kidney|liver|shoulder|valve|lungs?|pancreas|corneas?|retina|eye))(?= (?:next|in|on|since|day|week|who|and|later|doing|is|for (?:christmas|me|mom|dad)|now|at|this|last)|[.,!?;]|$))(?!\w)",
        0.76,
        check=far(
            r"tattoo\w*|ink|wax\w*|massage|pads?|braces?|socks|truck|car|jeep|engine|suspension|beans?|recipe|roof|trailer|transmission|intake|valve cover|leak|plumb\w*|gasket|boiler|vacuum"
        ),
    ),
    make(
        "laid_up",
        "PC_DISABILITY_PHYSICAL",
        rf"(?<!\w)(?:laid up|laid out|flat on (?:my|his|her) back|out sick|off sick|out of work|off work|off|down|hobbling|home|stuck in bed|in bed|in hospital|in the hospital|in the er|hospital) (?:again )?(?:with|from|after) (?:my |a |an |the |his |her )?(?:bad |torn |broken |blown |burst |bum )?(?:{_LAID_UP})(?!\w)",
        0.78,
    ),
    make(
        "forgets_us",
        "PC_DISABILITY_PHYSICAL",
        r"(?<!\w)(?:mom|mum|dad|nan|nana|gran|granny|grandma|grandpa|grandad|pop|papa|mother|father|uncle|aunt|auntie|wife|husband|he|she|abuela|oma|opa)(?:'s)? (?P<x>(?:(?:doesn't|don't|didn't|no longer|barely|hardly|can't|couldn't|never) (?:even |really |always )?(?:know|knows|knew|remember|remembers|recogni[sz]es?|place) (?:who (?:i am|we are|i was|she is|he is)|us|my (?:name|face)|her own \w+|his own \w+|any of us|our names|what (?:day|year) it is|where (?:she|he) is)"
        r"|(?:forgets|forgot|forgetting) (?:who (?:i am|we are|she is|he is)|my name|our names|her own \w+|his own \w+|where (?:she|he) (?:is|lives))|(?:calls|called|calling|thinks|thought) (?:me|i'm|i was) (?:by )?(?:(?:his|her) (?:\w+ )?(?:brother|sister|mother|husband|dad)'?s?(?: name)?|the (?:dog|cat)'s name|the nurse))|(?:wanders off|wandered off|wanders at night|sundowns|sundowning|asks for (?:her|his) (?:mother|mom|mum)(?: who)?))(?!\w)",
        0.74,
        check=far(
            r"ex|new phone|password|facebook friend|years ago|since high school|drunk|season|episode|crush|tinder"
        ),
    ),
    make(
        "mass_found",
        "PC_DISABILITY_PHYSICAL",
        r"(?<!\w)(?P<x>(?!lumps? in (?:my|his|her|the) throat)(?:mass|masses|lumps?|nodules?|spots?|shadows?|lesions?|growth|growths|polyps?|cysts?|blockage|blockages|clots?|tears?) (?:on|in) (?:my|his|her|their|the|(?:my |his |her )?(?:mom|dad|mum|wife|husband|sister|brother|nan|grandma|grandpa|aunt|uncle|son|daughter)'?s) (?:left |right )?(?:lungs?|liver|breasts?|pancreas|brain|kidneys?|colon|thyroid|ovar(?:y|ies)|prostate|neck|bladder|spine|spleen|stomach|throat|bowel|bones?|artery|arteries|lymph nodes?|heart|rotator cuff|meniscus))(?!\w)",
        0.82,
    ),
    make(
        "stage_of_illness",
        "PC_DISABILITY_PHYSICAL",
        r"(?<!\w)(?P<x>stage (?:one|two|three|four|[1-4]|i{1,3}|iv)[abc]?)(?!\w)",
        0.76,
        check=both(
            near(
                r"chemo|radiation|oncolog\w+|scans?|diagnos\w+|tumou?rs?|biops\w+|cancer|hospice|remission|lymph|mets|doc(?:tor)?s? (?:said|says|told|called|thinks)|hopeful|surgeon|prognosis|treatment|kidney|liver|survived|caught it|terminal|mom|dad|mum|mother|father|sister|wife|husband"
            ),
            far(
                r"tours?|race|tesla|rocket|concert|festival|tune|turbo|boss|level|restrictions|drought|lockdown|clinger|cyclist|peloton|main|jumping|booster"
            ),
        ),
    ),
)
"""All of them, in the order in which they are tried."""
