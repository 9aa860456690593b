"""Patterns of sex, gender and love told sideways: the M on my license, day 90 on T, two men kissing, both F, hot flashes, not out at work.

Complements `labels`. Each takes a phrase that only somebody's body, papers or love explain; a pan of the kitchen, a vest, a team named HRT and
a person who is out at the station stay.
"""

from typing import Final

from vetting.redaction.contexts.nearby import both, far, near
from vetting.redaction.frames.told import make

_GENDER: Final = (
    r"trans\w*|ftm|mtf|nb|enby|non-?binary|gender\w*|dysphoria|hormones?|estradiol|estrogen|testosterone|spiro\w*|blockers|dead ?nam\w+|pronouns?|top surgery|bottom surgery|"
    r"chest|voice (?:crack\w*|drop\w*|dropped|is)|hrt|bind\w*|sports bra|marker|injections?|patch(?:es)?|gel|beard|electrolysis|egg|queer|detrans\w*|informed consent|endo\w*|menopause|hot flash\w*|cis"
)
_FOOD: Final = (
    r"sauce|ranch|salsa|lemon|flavou?r\w*|chips|dressing|lime|recipe|pickles?|dip|burgers?|chicken|italian|bbq|salad|sour|spic\w*|tast\w*|taco\w*|wings|cook\w*|fry\w*|pizza|bread|cast iron|skillet|pot|bake\w*|oven|"
    r"peter|am|flash|flute|tool|poker|cards?|hardware|ventura|pitcher|serve|tennis|lovato|moore"
)

PATTERNS: Final = (
    make(
        "marker_on_papers",
        "PC_GENDER_IDENTITY",
        r"(?<!\w)(?P<x>(?:the|my|an?|right|wrong|that) [\"']?[mfx][\"']?(?: marker)? on (?:my|his|her|their|the) (?:new |driver'?s )?(?:licen[sc]e|passport|id|birth certificate|badge|paperwork|file)|gender markers?|(?:court(?:[- ]ordered)?|legal) name change(?! (?:after|from) (?:the |my )?(?:wedding|divorce|marriage))|name[- ]change (?:hearing|petition)|birth certificate (?:still says|finally says|changed))(?!\w)",
        0.8,
        check=far("married|wedding|divorce|maiden|company|rebrand\\w*|dmv test"),
    ),
    make(
        "transition_told",
        "PC_GENDER_IDENTITY",
        r"(?<!\w)(?:(?:knew|met|dated|remember(?:ed)?|worked with|served with) (?:her|him|them) (?:back )?(?P<x>(?:before|pre|after) (?:the |her |his |their )?(?:surgery|change|transition|operation|op|hormones|name change|sex change))|(?P<y>(?:c[ao]me|coming|comes) out (?:to (?:me|us|\w+ \w+) )?as (?:an? )?(?:boy|girl|man|woman|guy|male|female|trans\w*|enby|non-?binary|genderqueer|her(?:self)?|him(?:self)?|they))|(?P<z>de-?trans(?:ition\w*)?)|"
        r"(?P<w>day \d{1,4} on (?:t|e|testosterone|estrogen|hormones)|(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten) (?:days?|weeks?|months?|mos?|years?|yrs?) on (?:t|e|testosterone|estrogen|hormones|hrt)|first (?:t|e|testosterone|estrogen) shot|t (?:shot|gel|day)(?= (?:day|today|number|and|is|#)|[.,!]|$)|shot day)|(?P<v>(?:identif(?:y|ies) as |gender is )?an? attack helicopter|attack helicopter (?:jokes?|gender|pronouns?|meme)s?))(?!\w)",
        0.8,
        check=far("gossip|apache|missile|army|pilot|vaccine|flu|insulin|allergy|bakery|closet door"),
    ),
    make(
        "hormones_and_binder",
        "PC_GENDER_IDENTITY",
        r"(?<!\w)(?P<x>hrt(?: day \d+)?|binders?|chest tape|packers?|stp|gaff|top surgery|bottom surgery|titty skittles|on t|on e|misgender\w*)(?!\w)(?! (?:tab|clip|full of|page|of (?:notes|policies)))",
        0.76,
        check=both(
            near(_GENDER + r"|day \d+|months on"),
            far(
                "three[- ]ring|ring binder|school|tabs|notes|evidence|policy|pages?|green bay|hostage|fbi|swat|negotiat\\w+|rescue team|rodgers|nfl|move tickets|meat"
            ),
        ),
    ),
    make(
        "in_transition",
        "PC_GENDER_IDENTITY",
        r"(?<!\w)(?P<x>(?:on )?hormones (?:since|(?:for |about |almost )?(?:\d{1,2}|a|one|two|three|four|five|six|seven|eight|nine|ten) (?:months?|years?|weeks?)|last (?:year|spring|summer|fall|winter|month|week)|in (?:january|february|march|april|may|june|july|august|september|october|november|december))|"
        r"(?:since|after|before|during|about|through|throughout) (?:my|his|her|their) (?:own )?transition(?! (?:to|from|into|out|plan|period|team|lenses))|used to go by [a-z]{3,}(?=[^.!?\n]{0,40}(?<!\w)(?:now|goes by|these days)(?!\w))|"
        r"chang(?:ed|ing|e) (?:my|his|her|their) (?:legal )?(?:name|sex|gender|first name)(?: (?!from\b)\w+){0,5} (?:from )?[a-z]+ to [a-z]+,? (?=hormones|and (?:my|his|her|their) (?:sex|gender|pronouns))|"
        r"chang(?:ed|ing|e) (?:my|his|her|their) (?:legal )?name (?:from )?[a-z]+ to [a-z]+(?= (?:and|because) (?:i'm|im|he's|she's|they're))|name to [a-z]+ and (?:my|his|her|their) (?:sex|gender)|chang(?:ed|ing|e) (?:my|his|her|their) sex)(?!\w)",
        0.78,
        check=far(
            r"menopaus\w+|beef|cattle|cows?|chickens?|milk|thyroid|growth|stores?|restaurants?|street|bar|company|mill|park|band|username|slack|group chat|meat|birth control|ivf|embryos?|pregnan\w+|pcos|married|wedding|maiden|career|management|role|remote|coach|qb|quarterback|gmail|software|app"
        ),
    ),
    make(
        "two_of_a_kind",
        "PC_SEXUAL_ORIENTATION",
        r"(?<!\w)(?P<x>(?:two|2|three) (?:men|guys|dudes|women|girls|ladies|boys|husbands|wives|moms|mums|mothers|dads|fathers|grooms|brides|mommies|daddies|lads|chicks)(?: (?:kiss\w*|holding hands|in love|making out|getting married|got married|at prom|slow dancing|in (?:a )?bed|who love each other|raising (?:a|kids|me)|on (?:a|the) (?:wedding )?cake|snuggling|cuddling))|(?:girlfriend|boyfriend|wife|husband|partner|fianc\w+)(?: and i| and me)? ?"
        r"\(?both (?:f|m|female|male|women|men|girls|guys)(?:, \d+)?\)?|\(both (?:f|m|women|men|female|male)\)|(?:my|her|our) (?:two|2) (?:moms|mums|dads|mothers|fathers)|(?:raised by|has|have|had) two (?:moms|mums|dads|mothers|fathers|daddies|mommies))(?!\w)",
        0.82,
    ),
    make(
        "label_alone",
        "PC_SEXUAL_ORIENTATION",
        r"(?:(?<![\s\S])|(?<=[.!?:] )|(?<=\n))(?P<x>(?:bi|ace|pan|aro|demi|aroace|queer)(?: (?:and|&|\+|/) (?:aro|ace|demi|pan|poly|trans|enby|nb|genderfluid|proud))?)(?=, (?:closeted|living|working|married|out|widowed|in (?:my|a)|at|with|on|engaged|dating|poly|retired|deaf|black|latin\w+|jewish|christian)(?!\w)|\? (?:pick a lane|make up|greedy|just)| (?:panic|erasure|culture|visibility|awakening|flag|pride|"
        r"disaster|is just greedy|just means)(?!\w)|,? (?:married to|dating) (?:a|the|my))|(?<!\w)(?:i'm|im|i am|she's|he's|they're|she is|he is|are|that i'm|been|ace and|bi and|pan and) (?P<y>(?:demi|aro|ace|pan|aroace|gr[ae]y-?ace|bi|heteroflexible|homoflexible|questioning|demisexual|aro))(?=[.,!?;\"]|$| (?:so|i need|but|not|you|too|and (?:proud|tired|married|so|i|my|dating)|lol|as (?:hell|fuck))(?!\w))|(?<!\w)(?:ace|bi|pan|demi|queer) (?:and|&) (?P<z>aro|ace|demi|poly|trans|enby)(?!\w)|"
        r"(?<!\w)(?P<w>bi)(?= (?:is just greedy|people are (?:greedy|confused)|just means greedy|for sure|guys?|girls?|wom[ae]n|m[ae]n|wife|husband|and (?:gay|lesbian|trans))(?!\w))|(?<=,) (?P<v>bi|ace|pan|gay|lesbian|queer)(?= (?:for sure|probably|obviously|af|as hell)(?!\w))|(?<!\w)or (?P<u>bi)(?= for sure)",
        0.76,
        check=far(
            _FOOD
            + r"|bi-?weekly|bi-?monthly|power bi|business intelligence|dashboard|tableau|suspects?|detectives?|witness(?:es)?|custody|police are|investigators?|frying"
        ),
    ),
    make(
        "hinted",
        "PC_SEXUAL_ORIENTATION",
        r"(?:(?<=#)|(?<!\w))(?P<x>\w{0,8}pflag\w{0,8}|light in the loafers|limp[- ]wrist(?:ed)?|(?:bats?|plays?|swings?|batting|playing) (?:for the other team|both ways|for both teams)|friends? of dorothy|confirmed bachelor|sugar in (?:his|the) tank|suspiciously good friends|(?:not|never) the marrying kind|scissr|grindr|scruff app|sniffies|jack'?d app|taimi|growlr|adam4adam|feeld|lex app|"
        r"[\"'](?:special |good |long-?time |close )?(?:roommate|friend|companion|gal pals?|cousin)[\"'](?= of \w+ (?:years|yrs)| named| for \w+ years| is coming)|(?:wasn't|isn't|not|never|weren't|only half|barely|not even) (?P<y>out)(?= (?:at (?:work|the (?:firehouse|station|precinct|office|job|academy|hospital)|school|home|church)|to (?:my|his|her|the|everyone|anyone|most|half)|on the job|in (?:high school|the (?:army|navy|"
        r"academy)))(?!\w)))(?!\w)",
        0.76,
        check=far(
            "baseball|switch hitter|pitch|league|sick|power is|lights? (?:are|is)|sub|out to (?:get|kill|dinner|lunch)"
        ),
    ),
    make(
        "zesty",
        "PC_SEXUAL_ORIENTATION",
        r"(?<!\w)(?P<x>zesty|fruity|fruit ?cakes?|sassy man|sus(?:pect)? (?=n we all|and we all)|light[- ]footed)(?!\w)",
        0.72,
        check=both(
            near(
                r"he|him|his|guy|bro|dude|that man|man|point guard|guard|actor|rapper|player|suspect|boy|coach|🤭|we all know|vibes?|acting|walk\w*"
            ),
            far(
                _FOOD
                + r"|drinks?|wine|cocktails?|beer|vape|candy|smell\w*|tea|loops|pebbles|christmas|candle|seltzer|punch|notes|juice"
            ),
        ),
    ),
    make(
        "of_her_body",
        "PC_SEX",
        r"(?:(?<=#)|(?<!\w))(?P<x>hot flash(?:es)?|night sweats and hot flashes|tampons?|maxi pads?|menstrual cups?|period(?:problems|cramps|poverty|talk|s? cramps| pants| underwear| products)|(?:got|on|having|started|missed|late|heavy|first|my) (?:my |her |his )?period(?=[.,!?]|$| (?:and|at|on|in|today|cramps|again|during|right|started|is)(?!\w))|pms(?:ing)?|x[xy](?:[/-]x[xy])? chromosomes?|"
        r"(?:peri)?menopaus\w*|mammogram|pap smear|prostate exam|sports bra under|bra under my vest|(?:women|females|ladies|gals|girls|moms|mothers) (?:on the job|in policing|in law enforcement|in blue|behind the badge|with badges|on (?:the force|patrol)))(?!\w)(?! (?:paint|sale|drive|memory|of (?:time|history)|ended|of class|piece))",
        0.78,
        check=far(
            "trial period|third period|\\dnd period|\\drd period|\\dst period|hockey|class period|grace period|overtime|project manag\\w*"
        ),
    ),
    make(
        "cramps",
        "PC_SEX",
        r"(?<!\w)(?P<x>cramps|(?:a |some )?skirts?(?=[\"'.!?]|$| (?:got|gets|on))|broads?(?= (?:putting|driving|who|in (?:my|the|this)|at (?:the|my)|can't|are|with (?:a|her|their))))(?!\w)",
        0.72,
        check=both(
            near(
                r"period|tampons?|pms|midol|uterus|heating pad|spot|promot\w+|hired|fto|chief|job|drivers?|lipstick|mascara|blond\w*|some|bitch\w*"
            ),
            far(
                "wear\\w*|wore|dress|length|pencil|mini|plaid|trim|steak|pants|leg cramps?|electrolytes|bananas?|potassium|marathon|shoulders?|swim\\w*|calf|calves|hamstring"
            ),
        ),
    ),
    make(
        "skin_and_sex",
        "PC_SEX",
        r"(?<!\w)(?:(?:dark|light|brown|fair|lite|caramel)[- ]?skin(?:ned|s|t)?|the|like the|hot|straight|gay|these|those|white|black|old|young) (?P<x>girls?|boys?|guys?|man|men|wom[ae]n|lad(?:y|ies)|dudes?|chicks?|broads|gals)(?= (?:do(?!\w)|does|are (?:always|all|so)|can't|at the (?:bar|gym|counter)|on tinder|is not a|holding|with (?:fish|beards))|[\"'])(?! (?:scout|band))",
        0.72,
        check=far("scouts?|band|choir|cowboys|spice"),
    ),
)
"""All of them, in the order in which they are tried."""
