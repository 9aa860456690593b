"""Patterns of a side told by a party, a vote, a union or a regiment of Britain, Ireland, Australia, New Zealand, Canada, India or Africa.

A party or a union that acts in public affairs stays: each pattern asks for the frame of belonging (who votes, joins, canvasses, pays dues,
served in it) or for a word that names its people. Nicknames and campaign hashtags are terms of `political.yaml`.
"""

from typing import Final

from vetting.redaction.contexts.nearby import both, far, near
from vetting.redaction.frames.counts import N
from vetting.redaction.frames.told import make

_CLEAR: Final = (
    r"labour|labor|lib ?dems?|tory|snp|plaid(?: cymru)?|ukip|brexit party|reform uk|dup|uup|sdlp|tuv|sinn fein|fianna fail|fine gael|aontu|"
    r"soc dems?|people before profit|lnp|one nation|katter(?:'s)?(?: party)?|nz first|te pati maori|ndp|ppc|bloc quebecois|wildrose|bjp|"
    r"aap|tmc|trinamool|shiv sena|aiadmk|dmk|cpi ?\(?m\)?|ysrcp|akali|rss|vhp|apc|pdp|apga|anc|eff|ifp|inkatha|mk party|actionsa|vf plus|"
    r"freedom front|pnp|jlp|unc|pnm|zanu(?:[- ]pf)?|greens|uk independence party|scottish greens|country party|"
    r"(?:labour|conservative|liberal|national|congress|green|patriotic|bharatiya janata|aam aadmi|samajwadi|democratic unionist|alliance) party"
)
_LOOSE: Final = r"liberals?|nationals?|conservatives?|teals?|alliance|reform|congress|da|bsp|rjd|tdp|lp|nnpp|green|tories|bloc|leave|remain"
_POST: Final = (
    r"(?! (?:mps?|msps?|mlas?|tds?|mep|meps|ministers?|leaders?|leadership|pm|prime|premier|councillors?|cllrs?|chancellor|senators?|government|govt|"
    r"mayor|secretary|candidates?|conference|manifesto|party (?:leader|conference|manifesto)|spokes\w+|cabinet|chief|president|ward|market|costs?|"
    r"laws?|force|camp|day|intensive|of love|pains?|union|vote share|majority|peer|lead|surge|win|gain|hold|bill|act|court|and delivery)(?!\w))"
)
_KIN: Final = (
    r"dad|da|daddy|mum|mam|mom|ma|gran|nan|nana|grandad|grandfather|grandmother|uncle|auntie|aunty|aunt|brother|sister|cousin|husband|wife|missus|"
    r"boss|neighbou?r|mate|in-?laws|father|mother|family|household|house|street"
)
_FIGURES: Final = (
    r"(?:pauline )?hanson|albo|albanese|scomo|dutton|gillard|tony abbott|turnbull|trudeau|stephen harper|poilievre|doug ford|jacinda|ardern|luxon|"
    r"winston peters|kejriwal|rahul gandhi|modi|mamata|yogi|buhari|goodluck|gej|tinubu|atiku|peter obi|sowore|wike|zuma|malema|juju|ramaphosa|zille|"
    r"steenhuisen|starmer|keir|sunak|rishi|liz truss|boris|sturgeon|salmond|farage|corbyn|jezza|galloway|tommy robinson|mary lou|paisley|mugabe|ruto|raila"
)
_AFTER: Final = (
    r"voters?|supporters?|volunteers?|canvass\w*|activists?|donors?|loyalists?|diehards?|die-hards?|stalwarts?|rosette|membership|leaflet\w*|"
    r"door-?knock\w*|household|households|trolls?|bots?|scum|goons?|thugs?|clowns?|shills?|hacks?|stooges?|chieftains?|cadres?|faithful|fanboys?|cultists?"
)
_UNION: Final = (
    r"rmt|unison|aslef|gmb|nasuwt|neu|ucu|cwu|tssa|fbu|usdaw|bectu|nuj|bfawu|rcn|rcm|bma|siptu|forsa|fórsa|inmo|asti|cfmm?eu|amwu|etu|"
    r"nteu|anmf|qnmu|aeu|rtbu|cpsu|unifor|cupe|opseu|psac|cupw|bcgeu|etfo|osstf|ufcw|nupge|asuu|nulge|nasu|numsa|cosatu|nehawu|sadtu|amcu|"
    r"popcru|samwu|satawu|denosa|nzei|ppta|e tu|num|tgwu|t&g|nupe|nalgo|ucatt|ictu"
)
_LOOSE_UNION: Final = r"unite|into|pcs|mua|hsu|psa|eis|poa|tuc|tui|nut|united voice|nlc"
_REGIMENT: Final = (
    r"black watch|royal engineers?|royal artillery|royal signals|royal irish(?: regiment)?|green jackets|royal green jackets|green howards|"
    r"coldstreams?(?: guards)?|(?:grenadier|scots|irish|welsh|coldstream) guards(?:man|men)?|household cavalry|blues and royals|fusiliers?|"
    r"lancashire fusiliers|royal scots|king's own(?: \w+)?|cheshires|mercians|royal anglians?|argylls|(?:cameron|seaforth|gordon) highlanders|"
    r"royal welsh|light infantry|the rifles|gurkhas?|gorkha rifles|paras|2 para|3 para|para reg|fleet air arm|royal marines?|commandos|reme|ramc|"
    r"rlc|rasc|raoc|udr|ulster defence regiment|irish army|defence forces|army rangers? wing|fca|1 rar|2 rar|3 rar|sasr|raaf|royal australian navy|"
    r"adf|rnzaf|nz army|nzdf|ppcli|van doos|rcaf|rcn|canadian forces|caf|indian army|sikh regiment|rajput regiment|madras regiment|crpf|bsf|"
    r"nigerian army|biafran army|sadf|sandf|umkhonto(?: we sizwe)?|mk|wrens|waaf|ats|land army|home guard|bomber command|raf|merchant navy|"
    r"chindits|desert rats|eighth army|8th army|sas|sbs|territorials|ta|rhodesian army|koevoet"
)

PATTERNS: Final = (
    make(
        "party_people_world",
        "PC_POLITICAL",
        rf"(?<![\w#@])(?:(?:{_CLEAR}|{_LOOSE})[ -](?:{_AFTER})|(?:{_CLEAR})[ -](?:members?(?! (?:for|of parliament|states?|of the (?:senate|house)))|"
        rf"fighters?(?! (?:jet|plane))|uncles?|lads?|lass(?:es)?|lot|mob|types?|family|house|home|man|men|women|woman|town|card|mum|dad|branch)"
        rf"|(?:{_FIGURES})(?:'s)? (?:voters?|supporters?|fans?|fanboys?|stans?|bots?|lovers?|haters?|apologists?|bhakts?|cultists?|bros?|lot|crowd|mob|"
        r"devotees?|loyalists?|worshippers?))(?!\w)(?! (?:turnout|id|registration|rolls?))",
        0.84,
        check=far(
            r"polls? (?:finds?|shows?|suggests?|says)|polling|survey|pollsters?|per ?cent|\d+ ?%|yougov|study|labou?r (?:ward|unit|room|camp|market)|midwi\w+|contractions|day labou?r|act of|tech support"
        ),
    ),
    make(
        "sworn_side_world",
        "PC_POLITICAL",
        rf"(?<!\w)(?:paid[- ]?up|card[- ]carrying|life-?long|staunch|die-?hard|proud|tribal|rusted[- ]on|true[- ]blue|disillusioned|reluctant|"
        rf"(?:third|second|fourth)[- ]generation|lapsed|recovering|ex-|former) (?P<x>(?:{_CLEAR}|liberals?|nationals?|greens?|conservatives?|tories|brexiteers?|"
        rf"leavers?|remainers?|unionists?|republicans?|loyalists?|nationalists?|federalists?|separatists?|monarchists?|royalists?))(?!\w){_POST}",
        0.84,
    ),
    make(
        "voted_side_world",
        "PC_POLITICAL",
        rf"(?<!\w)(?:vot(?:e|ed|es|er|ing)|preferenc(?:e|ed|ing)|puts?|putting|backs|backing|backed)(?: for)?(?: the)? (?:#?1 |no\.? ?1 |number (?:one|1) |one )?(?:the )?(?P<x>(?:{_CLEAR}|liberals?|nationals|national|greens?|"
        rf"teals?|reform|remain|leave|conservatives?|tories|tory|brexit|alliance|independence|no to independence|the union)(?: (?:first|last|1st|second))?)(?!\w){_POST}"
        r"(?! (?:of absence|work|early|jersey|colou?r|paint|treasure|park|league|to|in the eurovision|the (?:group|chat|room|house))(?!\w))",
        0.82,
        check=both(
            near(
                r"vot(?:e|ed|es|er|ing)|elections?|ballot|booth|polls?|polling|senate|seat|#auspol|referendum|preferenc\w+|labor|labour|tories|ndp"
            ),
            far(r"eurovision|strictly|love island|big brother|bake off|drag race"),
        ),
    ),
    make(
        "voted_word_world",
        "PC_POLITICAL",
        r"(?<!\w)(?:vot(?:ed|ing|e)|ticked|marked|put|was an?|is an?|were an?|proud) (?P<x>(?:yes|no|aye|naw|'yes'|'no')(?: voters?| vote)?)(?!\w)(?! (?:on the pizza|idea|matter|one))",
        0.8,
        check=near(
            r"indyref\w*|independence|the voice|referendum|marriage equality|equal marriage|mar ?ref|same-sex|8th|eighth|repeal|scotland|ssm|brexit|plebiscite|yes23|republic referendum|good friday"
        ),
    ),
    make(
        "joins_side_world",
        "PC_POLITICAL",
        rf"(?<!\w)(?:(?:re-?join(?:ed|ing)?|join(?:ed|ing)?|canvass(?:ed|es|ing)?|campaign(?:ed|ing)?|leaflet(?:ed|ing|ted|ting)?|door-?knock(?:ed|ing)?|volunteer(?:s|ed|ing)?|stood|"
        rf"phone-?bank(?:ed|ing)?|handing out how[- ]to[- ]votes?|resigned from|tore up my) (?:for |with |from |by )?(?:the |my )?|(?:i|we|i've|dad|mum|he|she|uncle|husband|wife) (?:just |finally |have |had )?(?:left|quit) (?:the )?)(?P<x>{_CLEAR})(?!\w){_POST}"
        r"(?! (?:coalition|talks|in (?:calling|condemning)))",
        0.82,
    ),
    make(
        "as_side_world",
        "PC_POLITICAL",
        rf"(?<!\w)(?:i'm|im|i am|we're|we are|were|he's|she's|(?:{_KIN})(?:'s| is| was| are)|as an?|being) (?:an? |all |still |always |solid(?:ly)? |proper |very |also |both )?(?P<x>{_CLEAR}|remain|leave|conservative)(?=[.,!?;]|$| (?:and|but|through"
        r"|til+|until|born|all (?:my|his|her|their)|since|always|house\w*|famil\w+|at heart|now|man|woman|here|to the (?:core|bone))(?!\w))",
        0.78,
        check=far(
            r"eff off|contractions|in labou?r|labou?r ward|plaid (?:shirt|skirt|trousers)|leave (?:the|early|now|me|him|her)"
        ),
    ),
    make(
        "union_side_world",
        "PC_UNION",
        rf"(?<![\w#@])(?:(?P<x>(?:{_UNION}|{_LOOSE_UNION})[ -](?:members?|reps?|stewards?|branch|delegates?|convenors?|conveners?|organisers?|shop steward|card|subs|dues|official))"
        rf"|(?P<y>(?:{_UNION}) (?:man|woman|men|family|house|household|lads?|lass|jacket|hoodie|badge|banner|lanyard|flag|hat|through and through|picket|ballot paper|strike))|"
        rf"(?:generations? of|member of|rep for|steward for|proud|join(?:ed)?|joining|in|dues to|subs to|paid (?:my|his|her)|organi[sz]er (?:for|with)|balloted by|striking with|active in) (?:the )?(?P<z>{_UNION})(?: (?:dues|subs|all (?:his|my|her) \w+))?)(?!\w)"
        r"(?! (?:pad|ber|bers))",
        0.82,
        check=far(
            r"nut (?:allergy|milk|butter|job|case|roast|bolt)|bolts?|squirrel|chest ?nut|apex (?:predator|legends)|iphone|laptop|pcs and|gaming|linkin|android|mercury|court mandate|vaccine mandate|tui (?:flight|holiday|plane|airport)|beer|airlines?"
        ),
    ),
    make(
        "regiment_world",
        "PC_VETERAN_MILITARY",
        rf"(?<!\w)(?:(?:in|with|from|left|joined|join|joining|out of|attached to|ex|ex-|old|served in|served with|years in|tours? with|buried with|a|an|proud|retired|former|was|were) (?:the )?(?P<x>{_REGIMENT})|"
        rf"(?P<y>(?:{_REGIMENT}) (?:veterans?|brat|reunion|blazer|beret|tie|tattoo|pension|man|bloke|lads?|lifer|wife|widow|dad|grandad|sergeant|corporal|reservist)))(?!\w)(?! (?:museum|documentary|whisky|exercise|fans?|merch|airshow|trilogy|game))",
        0.78,
        check=both(
            near(
                rf"i|i'm|i've|my|our|we|he|she|his|her|{_KIN}|grandpa|grandda|granda|lad|lads|served|joined|tours?|veterans?|ex|mate|son|daughter|husband"
            ),
            far(
                r"ta (?:muchly|very|for|x+)|ta-?da|bts|jungkook|jin|taehyung|concert|movie|film|netflix|video game|call of duty|airport|cafe|caf\b|teaching assistant|uni|lecture|module"
            ),
        ),
    ),
    make(
        "old_regiment_world",
        "PC_VETERAN_MILITARY",
        r"(?<!\w)(?:(?:my|our|his|her|their|dad's|da's|grandad's|granda's|grandfather's|uncle's|husband's|brother's) (?:old |former |own |late )?(?P<x>regiments?|battalion|batt|squadron|ship's company|battery(?= (?:sergeant|commander|quartermaster))|cap badge|old mob|army mob|army days|raf days|navy days|beret|"
        r"demob(?: suit)?|war service|national service|call-?up papers|service medals|campaign medals?)|(?P<y>(?:did|doing|done|after|during|on|for) (?:my |his |their |our )?national service|(?:back on|hit|adjust\w* to|back in) civvy street|(?:was |got |were |been )demobbed|"
        r"the british legion club|aldershot barracks|catterick|sandhurst|duntroon|kapooka|(?:joined|walked in with) the legion|rsl member))(?!\w)",
        0.8,
        check=far(
            r"french beret|art school|poetry|gaming|fortnite|guild|clan|raid|space marine|warhammer|racecourse|races at|terraria"
        ),
    ),
    make(
        "war_trade_world",
        "PC_VETERAN_MILITARY",
        r"(?<!\w)(?:(?:tail|rear|belly|waist|nose|air|upper|ball turret)[- ]gunner(?: in (?:the )?(?:ww ?2|wwii|second world war|war|raf|lancasters?))?|(?:spitfire|lancaster|hurricane|halifax|wellington|mosquito|typhoon|tornado|harrier|b-?17|b-?24) (?:pilots?|navigator|crew|gunner)|"
        r"wireless operator (?:on|in)|bomb aimer|bevin boys?|chindits?|desert rat(?= (?:in|under|my|and|who|with))|arctic convoys?|dunkirk (?:survivor|evacuee)|(?:rats? of tobruk|kokoda (?:vet|veteran|digger)|burma star|burma railway|changi (?:pow|survivor|prisoner))|"
        r"(?:japanese|german|italian|stalag) pow|prisoner of war (?:in|at|under)|(?:was|were|been) (?:a )?land girls?|(?:codebreaker|worked) at bletchley|bootnecks?|matelots?|squaddies?|squaddie|swaddies|ex-?forces|ex-?(?:army|navy|raf|marine|squaddie|para|guardsman)|"
        r"(?:retd\.?|retired) (?:subedar|havildar|naik|jawan|fauji|brigadier|colonel|major|wing commander|squadron leader|commodore)|subedar|havildar|fauji (?:kid|brat|family|wife|dad|background)|defence brat|umkhonto veteran|mk (?:vet|vets|veterans?)|border war (?:vet|veteran)|troopies?)(?!\w)",
        0.8,
        check=far(
            r"museum|airshow|air show|model kit|airfix|lego|call of duty|battlefield|war thunder|cosplay|minecraft"
        ),
    ),
    make(
        "veterans_left_out_world",
        "PC_VETERAN_MILITARY",
        r"(?<!\w)(?P<x>(?:war |armed forces |army |forces )?veterans?)(?= (?:sleeping|sleep|freezing|starving|begging|dying|living (?:on|in|rough)|queu\w+|left to|abandoned|forgotten|rotting|on (?:our|the) streets|in tents|in doorways|without|can't get|get nothing|wait(?:ing)? \w+ (?:months|years)))(?!\w)",
        0.82,
        check=far("league|nfl|nba|mlb|striker|squad|roster|midfielder|defender"),
    ),
    make(
        "years_with_forces_world",
        "PC_VETERAN_MILITARY",
        rf"(?<!\w){N} (?:years?|yrs?|tours?)(?:'| in| of| with)?(?: in| with)? (?:the )?(?P<x>raf|raaf|navy|army|paras|rifles|marines|reme|signals|guards|sappers|signals corps|forces|services|defence force)(?!\w)(?! (?:museum|club))",
        0.8,
    ),
)
"""All of them, in the order in which they are tried."""
