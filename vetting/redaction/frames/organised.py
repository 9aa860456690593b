"""Patterns of union life told in its own short words: the steward, dues, our contract, the line, a body and its number, a tag.

Complements `labour`. A word that other lives have too (steward, dues, scab, bricks) counts only in the grammar of labour or with a
word of it near, and never beside what the other life has: wine, ships, wounds, phone contracts.
"""

from typing import Final

from vetting.redaction.contexts.nearby import both, far, near
from vetting.redaction.frames.told import make

_BODY: Final = (
    r"(?:afscme|seiu|ibew|uaw|usw|ufcw|iaff|cwa|liuna|iuoe|iatse|apwu|nalc|afge|nteu|opeiu|ilwu|ila|umwa|umw|iam|atu|twu|aft|nea|cea|csea|"
    r"pef|pba|fop|ibpo|ibt|teamsters?|unite here|sag-?aftra|wga|sag|actors'? equity|aaup|nnu|nysna|rmt|unison|unite|gmb|ucu|unifor|cupe|dc ?37|"
    r"1199|32bj|smart|bctgm|ufw|ua|bac|iuec|iupat|ifpte|afa|alpa|apfa|natca|nysut|uft|ctu|utla|cta)"
)
_LABOUR: Final = (
    r"unions?|u n i o n|unioni[sz]\w*|locals?|steward\w*|strik\w+|picket\w*|grievances?|grieved?|bargain\w*|contract|dues|ratif\w+|"
    r"teamsters?|apprentic\w+|journey\w+|union hall|management|mgmt|corporate|workers|coworkers?|co-workers|seniority|raises?|wages?|pension|"
    r"layoffs?|negotiat\w+|solidarity|nlrb|seiu|afscme|uaw|ibew|scabs?|foreman|overtime|write-?ups?|wrote (?:me|him|her|us) up|"
    r"disciplin\w+|supervisor|boss|hr|shift|arbitrat\w+|bylaws|e-?board|members(?:hip)?|delegates?|organi[sz]\w+|shop|warehouse|plant|"
    r"crossed|crossing|cross|ta|tentative|on strike|pay|hearing|sign it|rep|free ?riders?"
)
_OTHER_STEWARD: Final = (
    r"flights?|wine|sommelier|cruise|airline|airplane|cabin|ship'?s|yacht|land|environment\w*|creation|wealth|estate|god|stewardship|race|"
    r"racing|jockey|rod|martha|nascar|f1|fia|resources|pasture|grip|galley"
)
_WOUND: Final = (
    r"knees?|elbows?|skin|itch\w*|heal\w*|pick\w* (?:at|my|the|off)|wounds?|tattoo|peel\w*|bleed\w*|bled|nose|chin|shin|tasks?|rash|"
    r"potato\w*|apples?|dog|chicken pox|burn|road ?rash|band-?aid|scrape\w*|falls? off|forehead|lip"
)
_BOUGHT: Final = (
    r"at ?& ?t|verizon|t-?mobile|comcast|xfinity|spectrum|phone|lease|landlord|rental?|vendor|contractor|roofer|gym|cell|cable|"
    r"player|quarterback|draft|free agen\w+|signing bonus|million|house|closing|realtor|warranty|venue|photographer|wedding|adt|"
    r"alarm|internet|plow|mow|lawn|pest|book deal|record label|nfl|nba|marriage"
)
_WORK_NEAR: Final = near(_LABOUR)

PATTERNS: Final = (
    make(
        "body_and_number",
        "PC_UNION",
        rf"(?<![\w@./]){_BODY} (?:local |lodge |council |dist(?:rict)? |region |branch |chapter |#|no\.? )?\d{{1,4}}(?![\w%:]|\.\d)(?! (?:am|pm|miles|percent|"
        r"dollars|bucks|points|game|to \d))",
        0.86,
    ),
    make(
        "labour_tag",
        "PC_UNION",
        rf"(?:(?<=#)|(?<=# ))(?:1u|{_BODY.replace('|ua|', '|').replace('|unite|', '|').replace('|smart|', '|')}(?:strong|strike\w*|proud|power|on\w*|local\w*|yes|nurses|\d*)|union\w+|"
        r"\w{0,14}union(?:strong|proud|yes)?|standwith(?:\w*workers|nurses|teachers|uaw|\w*strik\w*)|\w*onstrike|hotlaborsummer|hotstriketober|striketober|"
        r"red ?for ?ed|solidarity(?:forever|season)|faircontract\w*|contractnow|nocontractnowork|scab\w*|righttowork\w*|donttreadonlabor|workersunited|"
        r"organi[sz]e(?:d|everything|amazon|starbucks|\w*workers)|laborday(?:march|strike)|1199\w*)(?!\w)",
        0.84,
        check=far(
            "uniontown|unionstation|unionjack|unionsquare|europeanunion|creditunion|westernunion|stateoftheunion|soviet\\w*|reunion"
        ),
    ),
    make(
        "the_steward",
        "PC_UNION",
        r"(?<!\w)(?:(?:the|your|my|our|a|every|no|her|his) (?:\w+ )?(?P<x>(?:stewards?|shop reps?|union reps?|rep|delegate)) (?=(?:tells?|told|says?|said|"
        r"warned|sits|sat|grieved|files?|filed|in the room|present|before you|knows|on (?:my|our|the|days|nights|second|third|night|day)|showed|walked|"
        r"got (?:me|him|her|it|us)|fought|handed|never called|won't call|isn't|is (?:useless|out|on|the only|at|right))(?!\w))|(?:been|be|was|am|i'm|became|elected|"
        r"made|as|he's|she's|volunteered as|retired as|voted|ran for) (?:a |an |our |the |my |me )?(?:\w+ )?(?P<y>stewards?)(?= (?:for|since|at|on|in|when|of (?:my|our|"
        r"the) (?:shop|shift|floor|local|plant))(?!\w)|[.,!?;]|$)|(?:call|get|grab|find|ask|text|want|need|wheres|where's|see|tell|request|without) (?:a |your |my |the |"
        r"our )(?:\w+ )?(?P<z>(?:stewards?|shop rep|union rep|rep))(?= (?:before|first|when|if|in|and (?:say|sign|don't)|on|to (?:sit|be|come))|[.,!?;]|$))",
        0.78,
        check=both(
            _WORK_NEAR,
            far(
                rf"{_OTHER_STEWARD}|sales rep|customer service|insurance|gym|weights?|sets?|squats?|state rep|congress\w*|drug rep|bench"
            ),
        ),
    ),
    make(
        "our_contract",
        "PC_UNION",
        r"(?<!\w)(?P<x>(?:our|the|my|this) (?:\w+ )?contract)(?= (?:expires?|expired|expiring|to expire|is up|runs out|ran out|talks|fight|vote|ratif\w+|campaign|"
        r"negotiat\w+|says no|language|grievance|got (?:us|voted)|passed|failed|ends (?:in|on|at midnight))(?!\w))|(?<!\w)contract(?:'s| is) up (?:in|this|next|at|on) \w+|"
        r"(?<!\w)(?:working|worked|work|going on|still|years|months|days|weeks) (?:\w+ )?(?P<y>(?:without|under) (?:a|an|the) (?:expired |old |new )?(?:contract|"
        r"agreement|cba))(?!\w)|(?<!\w)(?:wear(?:ing)?|wore) (?:the |my |your |our )?red (?:shirts? )?(?:on |every )?(?:wednesdays?|for ed|shirts?)(?= (?:and|until|til|again|at|to|for|"
        r"because|day|on)|[.,!?]|$)",
        0.74,
        check=both(near(rf"{_LABOUR}|expire\w*|red shirt|vote|picket|june|midnight"), far(_BOUGHT)),
    ),
    make(
        "rank_and_file",
        "PC_UNION",
        r"(?<!\w)rank (?:&|and|n|'n'|'n|n'|\+) file(?:rs?)?(?!\w)|(?<!\w)wall[- ]to[- ]wall (?:union|organi[sz]\w+|shop)|(?<!\w)(?:beck (?:objector|rights)|janus'?(?:d|ed)|free ?riders?"
        r"(?= (?:who|took|take|and|don't|won't|pay)|[, ]+pay)|fair[- ]share fees?|agency[- ]fee payers?|captive[- ]audience (?:meetings?|speech)|union[- ]?bust\w*|"
        r"pinkertons?|decert(?:ify|ified|ification)?(?: (?:vote|drive|petition|campaign|the))?|card[- ](?:check|count|signing)|salt(?:ing|ed) (?:a|the|my|an) (?:shop|"
        r"warehouse|store|plant)|fuel the line|no[- ]strike clause|me[- ]too clause|wildcat(?:s|ted|ting)?(?= (?:strike|walk|out|last|over))|blue flu|"
        r"red shirt (?:day|wednesday|friday)|practice picket\w*|info(?:rmational)? picket\w*|working to rule|work[- ]to[- ]rule|sick[- ]?outs?(?= (?:tomorrow|monday|friday|today|"
        r"over|at|by|because|and))|(?:union|contract|bargaining|strike) (?:survey|update|town hall|caucus|rally|buttons?|hardship)|dues[- ]pay\w+|pay(?:s|ing)? "
        r"(?:my |our |union |monthly )?dues(?= (?:and (?:i|we)|every|for what|out of|each|since|to (?:the|my|this|a|our) (?:local|union|hall|association))))(?!\w)",
        0.8,
        check=far("hoa|gym|club|country club|frat\\w*|sororit\\w*|hockey|villanova|northwestern|cats|highways?|roads?"),
    ),
    make(
        "scab_spoken",
        "PC_UNION",
        r"(?<!\w)(?P<x>scabs?|scabbing|scabbed|scabby)(?!\w)",
        0.74,
        check=both(
            near(
                r"picket|picket line|line|strik\w+|union|u n i o n|workers?|cross(?:ed|ing|es)?|contract|raise|hired?|bus(?:sed|es)?|trucks?|gate|"
                r"that's what you are|replacement|corporate|company|management|wages|lockout|locked out|local|teamsters?|shop"
            ),
            far(_WOUND),
        ),
    ),
    make(
        "dues_and_grievances",
        "PC_UNION",
        r"(?<!\w)(?:never|don't|dont|doesn't|won't|stopped|quit|refused? to|didn't|not|nobody|who) (?P<x>pa(?:y|id|ys|ying) (?:\w+ )?dues)|(?<!\w)(?P<y>fil(?:e|ed|es|ing) (?:\w+ ){0,3}?"
        r"grievances?|griev(?:e|ed|ing) (?:it|that|this|the (?:write|suspension|discipline|schedule|overtime|firing|denial))|(?:my|our|the|a|open|class|step \w+) grievances?(?= (?:was|is|got|"
        r"won|over|about|against|hearing|went|paid|denied|sustained|sat)))|(?<!\w)(?:on|w/?|with|of|from|outta|out of|using|spending|spends?|took|take|takes|raised|raising|hiked|up) "
        r"(?P<z>(?:my|our|your|the|union|all (?:my|our)) dues)|(?<!\w)(?P<w>dues)(?= (?:went up|go up|are up|hike|increase|come out|came out|well spent|at work|money))",
        0.76,
        check=both(
            near(_LABOUR + "|raises?|for what|every"),
            far("hoa|gym|country club|condo|frat\\w*|sororit\\w*|society|rotary|lodge|vfw|church|airing of"),
        ),
    ),
    make(
        "on_the_line",
        "PC_UNION",
        r"(?<!\w)(?:(?:out |back )?on the bricks(?! (?:wall|patio))|hit(?:ting)? the bricks(?= (?:at|on|until|over|with|in|tonight|tomorrow|for))|walking the bricks|(?:walk|walked|walking|held|hold|"
        r"holding|join|joined|on) the line(?= (?:at (?:\d|noon|midnight|the (?:gate|plant|mill|hospital))|day \d|for (?:{N}) (?:days|weeks)|since|with (?:my|our|the) (?:brothers|sisters|coworkers|local|crew)|"
        r"over (?:wages|pay|a contract|healthcare)))|(?:never|don't|dont|wouldn't|won't|ain't) (?:ever )?cross(?:ed|ing)? (?:a|the|that|their|our) (?:\w+ )?line(?= (?:in|at|and|for|ever|because)|[.,!?]|$)|"
        r"honk if (?:you|u|ya) (?:love|support|back|stand)(?: with)? (?:us|workers|nurses|teachers|union|the)|cross(?:ed|ing) (?:the|a|our|my) picket\w*|(?:day|week|month) \d+ (?:on|of) (?:the |our |this )?(?:bricks|"
        r"line|strike|lockout)|(?:filed|petition\w*) (?:for|with) (?:an? |the )?(?:election with the board|nlrb|labor board|recognition)|(?:we|they|shop|store|nurses|baristas|workers) (?:\w+ )?voted \d{1,4} ?"
        r"(?:-|to) ?\d{1,4}(?: to (?:organi[sz]e|union\w*|strike|join|ratify|authorize))?)(?!\w)",
        0.75,
        check=both(
            near(
                rf"{_LABOUR}|brothers?|sisters?|locked|honk|cold|donuts?|burn barrel|gofundme|labor day|at 5|love us|day|pops|life"
            ),
            far(
                "finish|police|starting|goal|conga|tape|tan|dating|offensive|defensive|crosses the line|wtf|joke|council"
            ),
        ),
    ),
    make(
        "agent_of_local",
        "PC_UNION",
        r"(?<!\w)my (?P<x>ba)(?= (?:picked up|said|told|called|calls|answered|says|came|got (?:me|us|him|the)|filed|is on|showed|grieved|never|won't|handled))|(?<!\w)(?:my|our|the|your) (?P<y>(?:business (?:agent|manager)|"
        r"local(?! (?:\w+|[\w-]+ \w+) (?:store|shop|bar|news|paper|pub|library|park))(?=(?:'s)? (?:endorsed|voted|is (?:voting|striking|out)|meeting|hall|president|picnic|has|struck|sent|ratified|put|gave)|[.,!?]|$)|int'?l rep|negotiating "
        r"(?:team|committee)|bargaining (?:team|committee|unit|rep|chair)|strike (?:captain|committee|kitchen|fund)|contract action team|e-?board|executive board of the local|shop (?:chair|committee)|"
        r"association (?:rep|lawyer|attorney)|labor rep))|(?<!\w)(?P<z>(?:\d+ year|service) pin from (?:the|my) local|union printed|union bug|the tentative(?: agreement)?|a ta|our ta)(?= (?:is|was|vote|and|on|passed|"
        r"failed|by|with|at)|[.,!?]|$)|(?<!\w)(?:out of|called (?:from|out of|by)|at|to|from) (?P<w>the hall)(?= (?:today|for work|again|every|this morning|at \d)|[.,!?]|$)",
        0.74,
        check=both(
            near(
                _LABOUR
                + "|brothers?|sisters?|vote|members|sign|drive|labor day|endorsed|flyer|june|on the books|calls?|sat next"
            ),
            far(
                "teaching assistant|ta office|bartender|pub|pints?|quiz|union jack|cake|beer|grad school|professor|physics|chem\\w*|office hours|bathroom|down the hall|residence|dorm|dining hall|lab section"
            ),
        ),
    ),
    make(
        "gone_union",
        "PC_UNION",
        r"(?<!\w)(?:we're|we are|they're|she's|he's|i'm|im|are|is|went|go|gone|going|been|all) (?P<x>union)(?= (?:now|strong|again|too|here|since|and proud|proud|til|till|for life)"
        r"(?!\w)|[.!]|$)|(?<!\w)(?:years?|yrs?|decades?|term|terms|retired|former|ex|proud|night|day) (?:as )?(?:a |an )?(?:\w+ )?(?P<y>stewards?)(?=[.,!?]|$| (?:and|at|for|here|in|on)(?!\w))|"
        r"(?<!\w)(?P<z>(?:coal miners?|miners|teachers|nurses|pipefitters|dock|rail|steel|auto|mill|electricians|carpenters|cops|guards|hotel|cooks|janitors)'?s? union(?: (?:man|woman|"
        r"guy|rep|hall|household|family|card))?)(?!\w)",
        0.78,
        check=far(rf"{_OTHER_STEWARD}|republic|soviet|european|credit|jack|square|station|pacific|street|high school"),
    ),
    make(
        "signed_cards",
        "PC_UNION",
        r"(?<!\w)(?:sign(?:ed|ing|s)? (?:the|a|my|your|that|their|our) (?:damn |union |auth |authorization )?cards?|vot(?:e|ed|ing) on the (?:cards?|union)(?: thing)?|(?:cards?|card thing) (?:signed|"
        r"vote|drive)|(?:out of|about|for|against|started|stop(?:ped)?|from|talk(?:ed|ing)?|helped|quit|kept|keep) (?P<x>organi[sz]ing)(?! (?:the|my|your|a|our|his|her) (?:closet|garage|desk|files|"
        r"party|shelf|pantry|room|books|kitchen))|(?:i'd be|be|elect(?:ed)?|as|our|a|convention) (?:a |an |our )?(?P<y>delegates?)(?= (?:again|too|since|for (?:my|our) (?:local|unit|shop))|[.,!?]|$))(?!\w)",
        0.72,
        check=both(
            near(
                r"unions?|management|mgmt|corporate|consultants?|hr|boss|supervisor|nights|transferred|moved me|fired|coworkers?|workers|shop|store|warehouse|plant|steward\w*|local|nlrb|"
                r"captive|pizza|raise|wages|grievance\w*|e-?board|dues|retaliat\w+"
            ),
            far(
                "birthday|credit|debit|sympathy|get well|gift|graduation|wedding|baseball|pokemon|rookie|thank you card|democratic|republican|dnc|rnc|caucus|closet|garage|marie kondo|un|united nations"
            ),
        ),
    ),
    make(
        "walks_at",
        "PC_UNION",
        r"(?<!\w)(?P<x>(?:we|they|we're|they're|everyone|nurses|teachers|writers|drivers|baristas|actors|crew) (?:all )?(?:walk(?:s|ing)?|strikes?|striking|are walking|are out)(?: (?:out|off))? (?:at (?:midnight|"
        r"noon|\d{1,2}|disney|amazon|kroger|the (?:gate|mill|plant))|on (?:monday|tuesday|wednesday|thursday|friday)|if (?:the company|they|management|corporate)|until))(?!\w)|(?<!\w)(?P<y>cross(?:ed|es|ing)? (?:the|"
        r"our|that|a) lines?)(?!\w)|(?<!\w)(?:yes|no) to (?P<z>authorize|ratify)(?!\w)|(?<!\w)(?P<w>the arbitrator|binding arbitration|past practice)(?= (?:ruled|sided|gave|says|said|for us|is|was))",
        0.72,
        check=both(
            near(
                r"unions?|scabs?|picket\w*|strik\w+|contract|authorize|ratif\w+|health insurance|wages|steward\w*|the company|local|dues|grievance\w*|for us|raise|nobody works|bargain\w*"
            ),
            far(
                "finish|state lines?|county lines?|dog|walk the dog|goal|too far|inappropriate|comedian|respect|police line|tape"
            ),
        ),
    ),
    make(
        "votes_and_doors",
        "PC_UNION",
        r"(?<!\w)(?P<x>(?:i've|i|he's|she's|we've|we|dad|mom|he|she|been) (?:paid|paying|pay) (?:my |our |union )?dues (?:since|for (?:\d+|ten|twenty|thirty)|to (?:local|the hall|the union)|every (?:month|check))|vot(?:e|ed|ing|es) to (?:certify|decertify|organi[sz]e|unioni[sz]e|strike|ratify|affiliate)|(?:management|the company|the mill|the plant|bosses|owners) "
        r"lock(?:ed|ing|s)? (?:the (?:doors|gates) on (?:us|them|everybody)|us out|the gates)|delegate assembly|bargaining(?= (?:again|today|tomorrow|sessions?|updates?|resumes?|resumed|broke|stalled|all night|with (?:the (?:city|company|district|hospital|county|state)|management))(?!\w))|we (?:go|walk|went|walked) out (?:on )?(?:monday|tuesday|wednesday|thursday|friday|"
        r"saturday|sunday|tomorrow)(?: at (?:midnight|noon|\d+))?(?= (?:unless|if|over|until))|hir(?:ed|ing|es) (?:the |scab )?replacements?(?= (?:the same|the next|while|to cross|workers|already|before)))(?!\w)",
        0.76,
        check=far(
            "hoa|gym|country club|condo|frat\\w*|sororit\\w*|rotary|plea|chip|election results|county canvass|hip|knee|windows"
        ),
    ),
)
"""All of them, in the order in which they are tried."""
