"""Patterns of a person told in the English of other countries: nicknames of nations, ages in brackets, weeks gone, the split, days dry.

Each asks for the frame of a person, since the words have other senses (a kiwi is eaten, a termination ends a contract, a split is of a bill).
"""

from typing import Final

from vetting.redaction.contexts.nearby import both, far, near
from vetting.redaction.frames.told import make

_KIN: Final = (
    r"gran|granny|grannie|nan|nana|nanna|nanny|gramma|gramps|grandad|granddad|granda|grandda|grandpa|grandma|da|mam|mammy|mummy|mum|mom|dad|daddy|ma|pa|auntie|aunty|aunt|uncle|"
    r"missus|missis|hubby|husband|wife|lad|lass|bairn|wean|wee one|stepson|stepdad|stepmum|stepmom|grandson|granddaughter|niece|nephew|godson|goddaughter|fella|fiance|fiancee|"
    r"girlfriend|boyfriend|partner|brother|sister|son|daughter|cousin|flatmate|housemate|lodger|neighbou?r|landlady|landlord|opa|oma|ouma|oupa|nonna|nonno|amma|appa|dadi|nani|tita|lola|lolo|"
    r"youngest|eldest|oldest|middle one|bestie|mate|pensioner|oap|great-?gran|great-?aunt|great-?uncle|mother-?in-?law|father-?in-?law|mil|fil"
)
_BABY: Final = (
    r"seats?|bump|midwi(?:fe|ves)|scans?|due|due date|baby|babies|belly|waddl\w+|heartburn|trimester|kicks?|kicking|swollen|ankles|nursery|maternity|nausea|sick|ob|obgyn|ob-gyn|hiccups|induc\w+|"
    r"breech|consultant|twins|womb|placenta|labour ward|hospital bag|cervix|pregnan\w+|glucola|glucose test|pram|gender|anatomy|contractions|braxton\w*|heartbeat|foetus|fetus|girl|boy|names|nesting|no sign|overdue|still working"
)
_NOT_BABY: Final = (
    r"season|project|deadline|course|semester|term|thesis|dissertation|training|marathon|programme|program|challenge|diet|waiting list|"
    r"release|contract|notice|lockdown|puppy|kitten|calf|mare|sober|clean"
)

PATTERNS: Final = (
    make(
        "kin_age_world",
        "PC_AGE",
        rf"(?<!\w)(?:{_KIN})(?:'s)?(?: (?!turismo|canaria|torino|prix|tan)[a-z]+)? ?[(\[] ?(?P<x>(?:aged |age |now |just |nearly |almost |only )?\d{{1,3}}(?: ?[mf]| ?(?:yo|y/o|yrs|today|now|next \w+))?) ?[)\]]",
        0.9,
        check=far(r"season|ep(?:isode)?s?|chapter|page"),
    ),
    make(
        "kin_comma_age_world",
        "PC_AGE",
        rf"(?<!\w)(?:{_KIN}), (?:aged |now |is |nearly |almost )?(?P<x>[2-9]\d|1[0-2]\d|1\d)(?=,| (?:and|but|years|yrs|still|has|is|was|who|just|on)(?!\w))(?!, \d)",
        0.8,
    ),
    make(
        "child_at_world",
        "PC_AGE",
        r"(?<!\w)(?:adopted|fostered|orphaned|taken into care|put (?:in|into) care|in care|kidnapped|emigrated|came (?:here|over)|moved here|abandoned|evacuated|left school|sent to boarding school|made redundant|came off the drink|got clean|buried my (?:mum|dad|mam|da|wife|husband)|"
        r"(?:found|met|traced|reunited with|tracked down|contacted) (?:my|his|her|their) (?:birth|biological|bio|real|natural|half|long[- ]lost) (?:mam|mum|mom|mother|dad|da|father|parents|family|sister|brother|siblings?))(?: (?!\d)\w+){0,2}? (?P<x>(?:at|aged) (?:only |just |age )?(?:\d{1,2}|two|three|four|five|six|"
        r"seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen))(?! ?(?:am|pm|%|o'clock|months?|weeks|days|:|percent|st|rd))(?![\w:%])",
        0.84,
    ),
    make(
        "adopted_world",
        "PC_FAMILY",
        r"(?<!\w)(?P<x>(?:fostered|adopted)(?: out)?)(?= (?:at (?:\d|birth|two|three|four|five|six|a week|ten|seven|eight|nine)|as an? (?:baby|infant|child|newborn|toddler)|from (?:romania|china|korea|russia|ethiopia|guatemala|vietnam|a mother and baby|care|an orphanage)|in (?:the )?(?:19)?[4-9]\d(?:s)?|aged))(?!\w)|(?<!\w)(?:birth|bio|biological) (?:mam|mum|mammy|da|parents|siblings)(?!\w)",
        0.82,
        check=far(
            r"dog|puppy|cat|kitten|greyhound|rescue|rabbit|shelter|policy|motion|standard|resolution|vet|walkies"
        ),
    ),
    make(
        "weeks_gone_world",
        "PC_PREGNANCY",
        r"(?:(?<![\s\S])|(?<=[.!?:;\n] )|(?<=@user )|(?<!\w)(?:i'm|im|i am|am|she's|she is|we're|at|now|nearly|almost|currently|hit|wife's|sister's|already) )(?P<x>(?:[4-9]|[1-3]\d|4[0-2]) ?(?:weeks?|wks?)(?! (?:ago|old|notice|later|left|in a row|of|off|until|til|to go|away|from|straight|post|paid|holiday|annual|sober|clean)(?!\w)))(?!\w)",
        0.78,
        check=both(near(_BABY), far(_NOT_BABY)),
    ),
    make(
        "weeks_plus_days_world",
        "PC_PREGNANCY",
        r"(?<![\w+.:/-])(?P<x>(?:[5-9]|[1-3]\d|4[0-2])\+[0-6])(?![\w+.:/-])(?! ?(?:=|goals?|points|mins?))",
        0.78,
        check=both(near(_BABY + r"|weeks|pregnancy|today"), far(r"fps|injury time|stoppage|\d+\+\d+ ?=|maths?|ages")),
    ),
    make(
        "termination_world",
        "PC_PREGNANCY",
        r"(?<!\w)(?:had|has|having|have|got|get|getting|needed|needs?|booked|sought|refused|denied|choosing|chose|after|before|through|since|about|regret|over to) (?P<x>(?:an? |my |her |the |our |that |another )?(?:late |medical |surgical |second |early |private |second[- ]trimester )?terminations?)(?!\w)(?! (?:letter|clause|date|notice|fees?|of (?:contract|employment|the|service|my|his|her (?:contract|employment|tenancy|lease))|pay|meeting|papers?|for cause|without cause|from (?:my|his|her|the) job|block|resistor|point|shock|hearing))",
        0.8,
        check=far(
            r"contracts?|employ\w*|jobs?|hr|wrongful|severance|unemployment|lease|fired|at[- ]will|clause|cobra|cables?|wiring|fibre|fiber|thread|accounts?|broadband|solicitor|redundanc\w+|manager|company|tribunal|boss|supervisor|union|grievance|misconduct"
        ),
    ),
    make(
        "boat_to_england_world",
        "PC_PREGNANCY",
        r"(?<!\w)(?:(?:took|get|got|taking|had to take|on) the boat to (?:england|liverpool|london|manchester|the uk)|travel(?:led|ling|s)?(?: \w+){0,3} (?:for|to have|to get) (?:the|a) (?:procedure|termination)|(?:tfmr|a tfmr|bpas (?:clinic|appointment)|marie stopes (?:clinic|appointment|in)))(?!\w)",
        0.76,
        check=far(r"ferry|car on|holiday|hen do|stag|match|anfield|concert|knee|hip|lasik|dental"),
    ),
    make(
        "split_world",
        "PC_MARITAL",
        r"(?<!\w)(?:after|since|before|during|following|until|post|through) (?P<x>(?:the|our|my|their|her|his) (?:split|big split|break-?up|separation))(?=[.,!?;]|$| (?:and|i|she|he|we|but|so|my|with|last|in|was|from|because|that|when|is|has|she's|he's|they|the (?:house|kids|dog|bank|flat)|kept|i've|it|who|it's)(?!\w))",
        0.78,
        check=both(
            near(
                r"she|he|she's|he's|i|i'm|i've|my|me|her|him|his|ex|kids|dog|mum|mam|mum's|house|custody|solicitor|lawyer|name|wee|bank|flat|therapy|dating"
            ),
            far(
                r"bands?|stocks?|shares?|shareholders?|compan(?:y|ies)|merger|tmux|lanes?|gymnast\w*|splits|korea|party|season|squad|league|atom|bill|screen|jeans|trousers|pea|beatles|table|points?|premiership|fixtures?|celtic|rangers|hibs|hearts|top six|bottom six|games?|duo|album|members|oasis|"
                r"air ?con|cells?|train|test|dataset|repo|monolith|pool|bowling|banana|nation|church"
            ),
        ),
    ),
    make(
        "we_split_world",
        "PC_MARITAL",
        r"(?<!\w)(?:we|they|me and (?:\w+ ){1,3}|my (?:parents|mum and dad|mam and dad|folks)|mum and dad|mam and da|parents|her and \w+) (?:have |had |finally |just )?(?P<x>(?:split(?: up)?|separated))(?=[.!?]|$| (?:in (?:19|20)\d\d|in (?:january|february|march|april|may|june|july|august|september|october|november|december|lockdown)|last|when|amicably|back in|after|before|over|a (?:year|month|few)|\w+ (?:months|years|weeks) ago|and (?:he|she|i)|because)(?!\w))",
        0.76,
        check=far(
            r"bills?|pizza|costs?|rent|points|wood|logs|atoms?|jeans|bands?|lanes?|crowd|groups? up|teams|eggs?|yolks?|fare|uber|taxi|petrol|tab|dessert|starter|chips|recycling|laundry|pile"
        ),
    ),
    make(
        "dry_days_world",
        "PC_DISABILITY_MENTAL",
        r"(?<!\w)(?:(?:sober|clean and sober|off the (?:drink|booze|gear|bottle|beer|sauce|vodka|wine|pop|brown)|off (?:heroin|coke|crack|meth|opioids|pills|the pills)|drink[- ]free|alcohol[- ]free|teetotal|not (?:had|touched) a (?:drink|drop)) (?:for |now |about |in )?(?:\d{1,4}|one|two|three|four|five|six|seven|eight|nine|ten|a) (?:whole )?(?:days?|weeks?|months?|years?|yrs?)"
        r"|(?:been |i'm |am |stayed |got |now )clean (?:for )?\d{1,4} (?:days|weeks|months|years|yrs)|day \d{1,4} (?:sober|clean|dry|(?:of )?no (?:drink|booze|alcohol|drinking)|off the (?:drink|booze|gear|wine)|alcohol[- ]free|without a drink)|(?:back )?on the wagon(?: since| for|,|\.|$| again| \d)|fell off the wagon|\d{1,4} days (?:dry|off the (?:drink|booze|gear)|without a drink|alcohol[- ]free|no drink))(?!\w)",
        0.84,
        check=far(
            r"dry january|sober october|driving licen[cs]e|no claims|car|kitchen|oven|sheet|gym|sugar|diet|chocolate|carbs|oregon trail|hay|paddock|tractor"
        ),
    ),
    make(
        "plural_women_world",
        "PC_SEX",
        r"(?<!\w)(?P<x>bitches|hoes|females|wim+[ie]n|womyn|womxn|sheilas|chicks|broads|dames|bint(?:s)?|birds)(?= (?:be(?! (?:gone|careful))|b|always|nowadays|these days|can't drive|will (?:say|cheat|lie|swear)|want (?:equality|equal|it all)|are all the same|lie|in (?:my|his) (?:dms|mentions)|drivers?|my age|at my work|and their|love to|stay (?:lying|mad))(?!\w))|(?<!\w)(?P<y>wim+[ie]n|womyn|wahmen|wammen|sheilas|feemales|femoids?|foids?|roasties)(?!\w)",
        0.84,
        check=far(
            r"nests?|feeders?|migrat\w+|species|wings|garden|robins?|swallows|hens?|eggs|spiders?|insects|seeds?"
        ),
    ),
    make(
        "ape_abuse_world",
        "PC_RACE",
        r"(?<!\w)(?:u|you|ya|yous|these|those|them|fucking|dirty|black|stupid|big|lil|ugly|filthy) (?P<x>(?:monkey|ape|gorilla|chimp|baboon|jungle bunny)s?)(?!\w)",
        0.8,
        check=near(
            r"go back|mud ?huts?|back to (?:the )?(?:jungle|africa|ur|your)|swing\w* from|out of the jungle|go home|our country|deport\w*|immigrants?|migrants?|black|skin|racist|slurs?"
        ),
    ),
    make(
        "their_tongue_world",
        "PC_NATIONAL_ORIGIN",
        r"(?<!\w)(?:hear|hearing|heard|speak|speaks|speaking|jabber\w*|talking|gabbl\w+|yapp\w+|babbl\w+|shouting|nothing but|not a word of english(?: spoken)?,? just) (?:\w+ )?(?P<x>foreign(?: languages?| tongues?| lingo)?|(?:their|his|her) (?:own|home|native) (?:language|lingo|tongue)|some (?:other|foreign) language)(?!\w)(?! (?:policy|aid|film|affairs|minister|secretary|news|office|service))",
        0.76,
        check=far(r"duolingo|gcse|a-?levels?|subtitles|films?|classroom|learn\w*|exam|lyrics|songs?|karaoke"),
    ),
    make(
        "grew_up_there_world",
        "PC_NATIONAL_ORIGIN",
        r"(?<!\w)(?:in|from|visit|to|leave|left) (?P<x>[a-z]{4,}(?: (?:africa|lanka|zealand|kong|arabia|korea|leone|rica|guinea))?)(?=[\w' ,.;:-]{0,60}(?<!\w)(?:i|who|we|my (?:mum|mom|dad|mam|parents|family|wife|husband|gran)|he|she|one who) (?:was |were |is |are |actually |literally )?(?:born|raised|grew up|from|come from|comes from) (?:and (?:raised|bred) )?(?:there|over there)(?!\w))",
        0.72,
        capital=True,
    ),
    make(
        "grew_up_in_state_world",
        "PC_NATIONAL_ORIGIN",
        r"(?<!\w)(?:grew up in|born in|raised in|child(?:hood)? in|kid in|left|fled|escaped|teenager in|family in) (?P<x>(?:soviet|communist|ceau[sș]escu's|tito's|apartheid(?:-era)?|post-?war|occupied|franco's|east|west|colonial|cold war|rural|wartime|martial[- ]law|pre-revolution\w*) (?:[a-z]{4,}(?: africa)?))(?!\w)(?! (?:coast|side|end|bank|village|town|area|philly|texas|london|street|hill|school|house|blocks?))",
        0.8,
        check=far("texas|georgia tech|philly|chicago|cleveland|london"),
    ),
    make(
        "exam_year_world",
        "PC_AGE",
        r"(?<!\w)(?:(?P<x>(?:matric(?:ulat(?:ed|ion))?|[oa][- ]levels?|gcses?|leaving cert|inter cert|junior cert|hsc|vce|wace|school cert|bursary|highers|waec|waec[/ ]neco|neco|jamb|ssce|kcse|kcpe|kce|cpe|uce|psle|csec|cxc|sslc|ssc|fsc|class (?:x|xii|10|12)|(?:10|12)th (?:pass|boards?)|"
        r"form (?:four|4|six|6|five|5|one|1)|standard (?:8|10|six|eight)|nysc|finished school|left school|school leaver|batch)(?: (?:class|batch|set|results|certificate|exams?|pass|leaver))?(?:,? (?:in|of|class of|batch|back in))? (?:(?:19[4-9]|20[0-2])\d|'[4-9]\d|'0\d))|(?P<y>(?:set|intake|batch) (?:of )?(?:'[4-9]\d|'0\d|(?:19[4-9]|20[0-2])\d)(?! (?:reports?|wines?|vintage|bottles?|eggs|cookies|files?))))(?![\w%:])",
        0.84,
        check=far(
            r"syllabus|past papers?|paper \d|pdf|download|vaccine|release|firmware|wine|beer|whisky|fees|question"
        ),
    ),
    make(
        "converted_world",
        "PC_RELIGION",
        r"(?<!\w)(?:i|she|he|we|both|mum|dad|wife|husband|had to|to|having|i've|they) (?P<x>convert(?:ed|ing)?)(?= (?:before|for|after|when|so|to marry|because)(?: (?:the|our|my|his|her|we|i|he|she|him|marriage|wedding|that))*(?: (?:wedding|marriage|nikah|married|marry|husband|wife|fiancee?|in-?laws|parents|family|him|her|bris|christening))(?!\w))",
        0.8,
        check=far(r"files?|pdf|loft|garage|attic|metric|celsius|currency|dollars|euros|van|barn"),
    ),
)
"""All of them, in the order in which they are tried."""
