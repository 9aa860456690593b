"""Patterns of politics told without a party's full name: a side by its colour, a lifelong Dem, a proposition, a nickname, a channel, a gift.

Left, right, red and blue are sides, lanes and shirts too, so each stands in a frame that only a partisan says, or with a word of elections
near it. What a board may not learn is whose side somebody is on; that there was an election stays.
"""

from typing import Final

from vetting.redaction.contexts.nearby import both, far, near
from vetting.redaction.frames.told import make

_SIDE: Final = (
    r"(?:dems?|democrats?|repubs?|reps?|republicans?|gop|gopers?|rinos?|libs?|libertarians?|conservatives?|liberals?|progressives?|leftists?|"
    r"lefty|leftie|socialists?|tory|tories|greens?|labour|maga|centrists?|moderates?|marxists?|anarchists?|commies?)"
)
_PRESIDENT: Final = (
    r"(?:carter|reagan|jfk|kennedy|fdr|roosevelt|nixon|clinton|bush|dubya|obama|goldwater|mcgovern|truman|eisenhower|ike|lbj|mondale|dukakis|perot|"
    r"nader|gore|kerry|mccain|romney|trump|biden|bernie|the new deal|watergate|roe|thatcher|blair)"
)
_NICK: Final = (
    r"(?:(?:that |the |this )?(?:big |fat |old |stupid )?orange (?:clown|man|cheeto|turd|menace|baboon|idiot|buffoon|guy|monster|felon|one|jesus|blob|"
    r"dictator|fool|moron|criminal|orangutan|toddler)|cheeto(?:[- ]in[- ]chief| jesus| mussolini| benito)|mango mussolini|tangerine (?:tyrant|palpatine)|"
    r"drumpf|trumpster|tfg|dementia (?:joe|don)|sleepy joe|creepy joe|genocide joe|brandon voters?|(?:voted|vote|fan|sign) for brandon|meatball ron|desanctimonious|newscum|"
    r"moscow mitch|lyin'? ted|little marco|crooked hillary|killary|heels[- ]up harris|kamabla|comrade kamala|commie-?la|crazy bernie|crazy nancy|"
    r"nasty nancy|governor hair ?gel|orange man bad|bad orange man|convicted felon in chief|dear leader trump|king donald|fox news grandpa|"
    r"let's go darwin|fjb|couch ?fucker|elmo musk|president musk)"
)
_POLLS: Final = (
    r"vot\w+|ballots?|elections?|polls?|polling|primary|primaries|campaign\w*|candidates?|party|dems?|democrats?|republicans?|gop|"
    r"politic\w*|president|senat\w+|congress\w*|governor|mayor|trump|biden|obama|harris|liberals?|conservatives?|maga|left|right|registered|"
    r"precinct|sticker|county clerk|absentee|mail-in|caucus\w*|lawn|yard|sign|repeal|tax|rent|unfriended|school board|prop|measure|amendment"
)
_SPORT: Final = (
    r"lanes?|pitch\w*|bats?|batting|batters?|hitters?|bullpen|mound|glove|scissors|handed|handwriting|guitar|golf|spiral|notebooks?|desks?|"
    r"shortstop|inning|curveball|fenway|hockey|wing on|turn (?:left|right)|left turn|exit|shoe|earbud|airpod|stanley|gators|huskers|badgers"
)

PATTERNS: Final = (
    make(
        "lifelong_side",
        "PC_POLITICAL",
        rf"(?<!\w)(?:life-?long|recovering|die-?hard|staunch|card-?carrying|yellow[- ]dog|blue[- ]dog|old[- ]school|never[- ]?trump|lapsed|reluctant|"
        rf"closet|registered|reg'd|raised|third[- ]generation|second[- ]generation|log cabin|country club|rockefeller|kennedy|reagan|union) (?:{_SIDE}|independents?(?= (?:voter|and i|and vote|but|here|who)|[.,!]|$)"
        r"|dem house\w*|democrat house\w*|r|d|nothing|npa|unaffiliated|indie|no party)(?! (?:party rocker|estimate|of the|arts|amount|eggs))(?!\w)",
        0.88,
    ),
    make(
        "no_party",
        "PC_POLITICAL",
        r"(?:(?<=#)|(?<=# )|(?<!\w)(?:i'm|im|am|as an?|registered|went|switched to|changed to) )(?P<x>npa)(?!\w)|(?<!\w)(?:no party (?:affiliation|preference)|decline[sd]? to state|unenrolled voter|npa voters?|"
        r"politically (?:homeless|unaffiliated|independent)|(?:switched|changed|left|re-?registered|dropped) (?:my |the |his |her )?(?:party|registration|affiliation)(?= (?:in|to|after|when|from|over|"
        r"because|card)|[.,!]|$))(?!\w)",
        0.84,
    ),
    make("politician_nickname", "PC_POLITICAL", rf"(?<![\w#]){_NICK}(?!\w)", 0.84),
    make(
        "voted_for_whom",
        "PC_POLITICAL",
        r"(?<!\w)vot(?:e|ed|es|ing) for (?P<x>(?:that|this|the|a|an) (?:\w+ )?(?:clown|cheeto|felon|moron|idiot|criminal|crook|buffoon|fascist|communist|rapist|traitor|grifter|"
        r"dictator|puppet|reality star|billionaire|lunatic|liar|man|guy|woman|lady|wannabe|crooks|clowns))(?! of the (?:match|year|game))(?!\w)",
        0.8,
    ),
    make(
        "straight_ticket",
        "PC_POLITICAL",
        r"(?<!\w)(?:(?:straight|all|solid|full|whole|entire) (?:blue|red|d|r|dem|democrat|democratic|gop|republican|party|libertarian|green|labour|tory)(?: party)? (?:ticket|ballot|slate|line|down the (?:line|ballot))|"
        r"vot(?:e|ed|es|ing) (?:a )?(?:straight|all|mostly|solid) (?:r|d|r's|d's|rs|ds|blue|red)|row [a-e] (?:all the way|down the (?:line|ballot))|(?:blue|red|dem|republican|democrat) (?:all the way |all )?down"
        r"(?:[- ]?ballot| the (?:ballot|ticket|line))|split (?:my|the|our|his|her) (?:ticket|ballot)|(?:early )?voted?(?: done)?, all (?:blue|red)|vot(?:e|ed|ing) (?:blue|red) (?:no matter|since|for))(?!\w)",
        0.88,
    ),
    make(
        "side_since",
        "PC_POLITICAL",
        rf"(?<!\w)(?P<x>(?:{_SIDE}|blue|red|left|right|(?:vot\w+ )(?:\w+ )?) (?:ever )?since {_PRESIDENT})(?!\w)|(?<!\w)(?:{_PRESIDENT}) (?:delegates?|democrats?|republicans?|voters?|supporters?|stans?|bumper sticker|"
        r"campaign (?:button|sticker|sign|volunteer|staff\w*)|yard sign|lawn sign|button|man|house)(?= (?:in|since|and|who|but|here|turned|on|for|all)|[.,!]|$)|(?<!\w)(?:campaigned|canvassed|interned|stumped|door-?knocked|"
        r"phone-?banked|organi[sz]ed|volunteered|caucused) (?:for|with) (?!the (?:cat|dog|animal|shelter|food|church|library|club|red cross|fire)|(?:habitat|wall street|free|fun|hours|credit|meals))(?:senator |gov(?:ernor)? |mayor |congress\w+ |rep\.? |"
        rf"{_PRESIDENT}|stacey|beto|abrams|bernie|warren|yang|pete)(?: ?[a-z]+)?(?!\w)",
        0.8,
    ),
    make(
        "family_side",
        "PC_POLITICAL",
        r"(?<!\w)(?:family|relatives|in-?laws|parents|hometown|county|precinct|district|whole (?:side|town|street|crew|family)|folks|cousins) (?:is|are|was|went|goes|go|votes?|voted|bleeds?|runs|turned|flipped|stayed|leans?|swung)"
        r" (?:all |solid(?:ly)? |deep |dark |bright |mostly |so |pretty |very |hard |blood )?(?P<x>(?:red|blue|purple))(?=[.,!?;]|$| (?:except|but|and|since|as|for|in (?:19|20)|now|except|til|until|this|forever|from))|(?<!\w)(?:deep|solid|ruby|"
        r"dark|bright|blood|very|super|bluest|reddest)[ -](?P<y>(?:red|blue) (?:state|county|town|district|family|area|part|precinct|city|territory|country|household|suburb|corner|place)s?)(?!\w)|(?<!\w)(?:a|our|my|the only|"
        r"raised|in a|from a) (?P<z>(?:red|blue) (?:family|county|district|precinct|household|voter|wave|bubble|wall))(?!\w)",
        0.76,
        check=far(
            "bleed\\w* (?:for|dodger)|dodgers?|cubs|royals|sox|team|painted|jersey|uniform|roof|dye\\w*|shirts?|sweater|hair|pajamas|football|season|crips?|bloods?|eyes|heelers?|autism|police"
        ),
    ),
    make(
        "proposition",
        "PC_POLITICAL",
        r"(?<!\w)(?:over|on|for|against|about|keep|repeal|pass|passed|stop|kill|killed|save|support\w*|because of|before|after|since|thanks to|under|beat|reject|defeat|sign says|yes|no|fuck|love|hate|and) (?P<x>prop(?:osition)?\.? "
        r"\d{1,3})(?!\w)|(?<!\w)(?:keep|repeal|pass|stop|kill|save|defeat|reject|vote|yes|no|after|over|before|since|because of|thanks to) (?:on )?(?P<y>(?:measure|question|amendment|issue|initiative|ballot question|referendum) (?:\d{1,3}|[a-z]))(?!\w)|"
        r"(?<!\w)(?P<z>prop(?:osition)? \d{1,3}|measure [a-z]|amendment \d{1,2}|question \d)(?= (?:passed|failed|screwed|restored|saved|ruined|is why|sign|yard sign|vote|campaign|means|won|lost|gutted))",
        0.82,
        check=far(
            "plane|propeller|theater|theatre|props|stage|tech week|act \\d|scene|exam|quiz|homework|test|chapter|math|euclid|constitution class|\\d+ of \\d+"
        ),
    ),
    make(
        "channel",
        "PC_POLITICAL",
        r"(?<!\w)(?P<x>(?:fox news|fox (?=on (?:every|all|in every|24)|24/7)|msnbc|newsmax|oann?|hannity|tucker(?: carlson)?|rush limbaugh|maddow|rachel maddow|infowars|breitbart|the daily wire|ben shapiro|pod save)(?: (?:on|in) (?:on )?(?:every|all|24|the tv|in every|at full|"
        r"loop|blast|every room)(?: (?:tv|room|day|the time))?| 24/7| (?:all day|blaring|household|house|dad|mom|grandpa|grandma|uncle|brain|crowd|viewers?|watcher|junkie|addict)))(?!\w)|(?<!\w)(?:watch(?:es|ed|ing)?|glued to|hooked on|brain ?rotted by|lost (?:him|her|"
        r"my \w+) to|listens? to|addicted to|full of|is all|went full) (?:only |too much |nothing but )?(?P<y>fox news|fox(?= all (?:day|night)| day and night| from (?:morning|dawn))|msnbc|newsmax|oann?|hannity|tucker|rush limbaugh|maddow|infowars|q(?:anon)?)(?!\w)",
        0.76,
        check=far("interview(?:ed|s)? (?:me|us|him|her)|reporter|weather|anchor|crew showed"),
    ),
    make(
        "money_to_a_side",
        "PC_POLITICAL",
        r"(?<!\w)(?:gave|give|giving|donat(?:e[ds]?|ing)|chipped in|sent|sending|threw|kicked in|maxed out|contribut\w+|dropped) (?:\w+ )?(?P<x>(?:(?:\$ ?\d[\d,.]*|\d+|money|the max|some money|a hundred|\w+ (?=bucks|dollars|quid)|ten|twenty|thirty|forty|fifty|five)(?: bucks| dollars| quid| a month| each month)? )?"
        r"(?:to|for|at) (?:(?:the|that) (?!school|food|church|library|ad|fund|capital|marketing|war|new|whole|reading|vaccin\w+|annual)\w+ campaign|"
        r"(?:\w+ )?\w+'s (?:\w+ )?(?:campaign|pac|reelection|senate race|race)|(?:his|her|the|that|a|my|their) (?:\w+ )?(?:campaign|pac|candidate|reelection|primary challenger|party|dnc|rnc)|(?:beto|bernie|trump|biden|obama|kamala|harris|desantis|aoc|hillary|actblue|winred|dsa|"
        r"the (?:dems|democrats|republicans|gop|aclu|nra)|fetterman|warnock|ossoff|katie porter)))(?! (?:for (?:my|his|her) (?:surgery|funeral|vet)))(?!\w)",
        0.8,
        check=far(
            "gofundme|kickstarter|indiegogo|d&d|dnd|dungeon|marketing|ad campaign|cancer|birthday|wedding|(?:capital|library|school|church|zoo) campaign|toys?|coats?|nike"
        ),
    ),
    make(
        "ballot_yes_no",
        "PC_POLITICAL",
        r"(?<!\w)(?:vot(?:e|ed|es|er|ers|ing)|i'm|im|i am|we're|she's|he's|hard|firm|signs?(?: says| said)?|ballot|tick(?:ed)?|marked|was|is|be|stays?|urging|urge|please) (?:an? )?(?P<x>(?:yes|no|for|against) "
        r"(?:(?:on|to|for) )?(?:the |this|that |our |another |any |every )?(?:[\w']+ ){0,3}?(?:lev(?:y|ies)|bonds?(?: issue| measure)?|millages?|referendums?|referenda|recall|override|repeal|amendments?|charter(?: change| revision)?|"
        r"(?:sales|income|property|hotel|soda|mansion|gas) tax|rent control|casino|legali[sz]ation|budget|stadium tax|merger|annexation|secession|independence|brexit))(?!\w)",
        0.82,
        check=far(
            r"bail|james|bond villain|motion carried|\d+ ?(?:-|to) ?\d+|council(?:man|woman|ors?)?|committee|commission(?:ers?)?|house|senate|senators?|aldermen|selectmen|parliament|mps|legislators?|lawmakers?|family budget|savings|our roommates?|d&d"
        ),
    ),
    make(
        "letter_of_a_party",
        "PC_POLITICAL",
        r"(?<!\w)(?:rep|reps|sen|gov|representative|senator|governor|congress(?:man|woman)|assembly(?:man|woman|member)|delegate|alder(?:man)?|councilman|councilwoman|del|lawmaker)s?\.? (?:[\w'.-]+ ){0,4}?[\w'.-]+,? ?\(?(?P<x>[rdi])(?=-[a-z])",
        0.8,
        check=far(r"r-value|d-day|r-rated|d-list|i-\d+|d-line"),
    ),
    make(
        "works_for_a_campaign",
        "PC_POLITICAL",
        r"(?<!\w)(?:volunteer(?:ed|s|ing)?|work(?:ed|s|ing)?|intern(?:ed|s|ing)?|canvass(?:ed|es|ing)?|knock(?:ed|s|ing)? doors|phone-?bank(?:ed|ing|s)?|field organi[sz]er|staff(?:ed|er)?) (?:on|for|with|at) (?P<x>(?:the |a |an |my |his |her )?"
        r"(?!ad|marketing|food|school|fundrais\w+|capital|blood|social|d&d|dnd|new|big|sales|media|email|holiday)(?:[\w'.]+ )?(?:(?:senate|house|mayoral|council|gubernatorial|congressional|presidential|reelection|city council|school board) )?campaigns?)(?!\w)(?! (?:for (?:nike|the (?:zoo|museum|brand))|against (?:littering|cancer)))",
        0.8,
        check=far(
            r"client|brand|agency|ads?|marketing|photoshop|gaming|dungeon|d&d|call of duty|halo|warhammer|vaccin\w+|cancer|kickstarter"
        ),
    ),
    make(
        "left_the_left",
        "PC_POLITICAL",
        r"(?<!\w)(?P<x>(?:leav(?:e|es|ing)|left|quit|ditched|done with|walked away from|abandoned|joined|drifted (?:to|from)|moved to|swung|shifted|lean(?:s|ed|ing)?|radicalized by|hate|love) (?:to )?(?:the )?(?:far |hard |radical |american |new )?(?:left|right))(?=[.,!?]|$| (?:after|because|"
        r"in (?:19|20)|since|over|when|for good|behind|wing|as|and (?:feel|joined|never)|but|on))(?!\w)|(?<!\w)(?:(?:red|black|blue|maga)[- ]?pilled(?: (?:in|by|me|him|her|my|libertarian|since))?|#?walk ?away (?:campaign|movement)|left of (?:lenin|bernie|marx|trotsky|che)|right of "
        r"(?:attila|reagan|genghis|goldwater|franco|mussolini))(?!\w)",
        0.74,
        check=both(near(_POLLS + r"|politically|20(?:08|1[26]|2[04])|woke|2a|guns"), far(_SPORT)),
    ),
    make(
        "lefties",
        "PC_POLITICAL",
        r"(?<!\w)(?P<x>(?:left(?:ies|y|ie)s?|righties|leftoids|rightoids|wokies|wokesters|libtards|rethugs|magats|repugs|dumbocrats|demonrats))(?! (?:vs|loosey|specialist|pitch\w*|frizzell))(?= (?:shouldn't|should|want|wants|hate|ruin\w*|cry|whine|think|believe|are (?:ruining|crazy|insane|"
        r"mad|coming|all|the)|will|won't|can't (?:define|handle|meme|stand)|always|never|at (?:it|my)|love (?:crime|criminals|taxes)|in (?:this|my|the) (?:city|town|state|office|family|house|comments)|on (?:this|here|twitter|campus))(?!\w)|[.!]* ?$)",
        0.74,
        check=far(_SPORT),
    ),
    make(
        "marks_the_ballot",
        "PC_POLITICAL",
        r"(?<!\w)(?P<x>(?:fill(?:ed|ing)? in|bubbl(?:ed|ing)(?: in)?|darken(?:ed|ing)?|check(?:ed|ing)?|mark(?:ed|ing)?|color(?:ed|ing)? in|circled) (?:in )?(?:her|his|the|their|that|my) (?:\w+ )?(?:oval|bubble|box|circle|name)(?: (?:for|by|next to) \w+)?)(?!\w)",
        0.76,
        check=near(r"ballot|vot\w+|election|polls?|harris|trump|candidate|president|female on the|senate|governor"),
    ),
    make(
        "held_office_or_stood",
        "PC_POLITICAL",
        r"(?<!\w)(?:(?:ran|run|running|stood|standing|elected|appointed|sworn in|primaried|lost my race|won my race|recalled) (?:for|to|in|from|onto) (?:the )?(?:\w+ )?(?:school board|city council|town council|council|state (?:house|senate|rep)|statehouse|legislature|congress|"
        r"county (?:commission\w*|clerk)|select ?board|board of ed\w*|mayor|assembly|parliament|water board|city hall|alderman)|precinct (?:chair|captain|delegate|committee\w+)|committee ?(?:man|woman) for|ward (?:leader|boss|captain)|got primaried|signed the recall|recall petition|(?:state|county|national) "
        r"convention delegate|delegate (?:to|at) the (?:state|county|national) convention|(?:dsa|ydsa|aclu|nra|dnc|rnc|gop|tpusa|federalist society|young dems|young republicans|college dems) (?:card|chapter|meeting|member\w*|president|treasurer|chair|shirt|tote|meetup|booth|intern|sticker)|"
        r"(?:mtg|aoc|bernie|desantis|pelosi|mcconnell|newsom|abbott)(?:'s)? (?:district|stans?|voters?|fan|country|guy|girl|supporter|shirt|sign)|(?:jill stein|rfk|kanye|ralph nader|ron paul|ross perot|cornel west|gary johnson) (?:voters?|guy|girl|sign|sticker|fan|bro|person|stan)|"
        r"(?:hate has no home|in this house we believe|black lives matter|thin blue line|blue lives|trump|harris|biden|don't tread|let's go brandon|coexist|resist) (?:\w+ )?(?:sign|flag|sticker|banner|shirt|hat|magnet|decal)s?|2a (?:all day|guy|girl|rights|people|crowd|absolutist|supporter)|boogaloo (?:shirt|boys?|boi)|"
        r"(?:red|maga) hats?(?=[- ](?:wearing|uncle|crowd|guy|dad|types|on)|s? (?:at|in|everywhere))|q drops?|(?:went|gone|goes) full q)(?!\w)",
        0.8,
        check=far("student council|class president|student government|prom|homecoming|hoa|pta"),
    ),
    make(
        "political_tag",
        "PC_POLITICAL",
        r"(?:(?<=#)|(?<=# ))(?:walk ?away|(?:lnp|labou?r|tory|tories|snp|libs?|liberals?|ndp|ukip|greens?|bjp|anc|gop|dems?|congress|modi|trudeau|boris|starmer|albo)(?:fail|lies|out|scum|cuts|sleaze|corruption|chaos|cult|mess|disaster|hypocrisy|mustgo)\w*|(?:red|blue)(?:wave|tsunami|crush|mirage|state)\w*|vote(?:blue|red|dem|gop|him|her|them|out)\w*|(?:the)?resist(?:ance)?|maga(?!zin|luf|nda|li|ret|dh|hi)\w*|kag\d*|(?:never|dump|team|vote|women4|latinos4|vets4|impeach)?(?:trump|"
        r"biden|harris(?!on|burg|teeter|tweed|ta)|kamala|bernie|desantis|hillary|obama)\w*|nokings\w*|stopthesteal|goodtrouble|demcast\w*|feelthebern|fjb|lgb|bluemaga|leftist\w*|conservative\w*|libertarian\w*|democrat\w*|republican\w*|gop(?!ats|ack|ro(?:s|\d|hero\w*)?(?!\w)|hers?(?!\w)|anthers|irates|ink|adres|hillies|istons|ens(?!\w)|urple|laces|itt(?!\w)|urdue|onies|oly|okes|rincess|acers|atriots|ioneers|akistan|oland|ortug|eru(?!\w)|ublic|lay|ackers)\w*|dems\w*|yeson\d+|noon\d+|"
        r"yesonprop\d+|noonprop\d+|backtheblue|defundthe\w+|prolife\w*|prochoice\w*|abortbans|gunsense\w*|2a(?!m(?!\w)|mt|n[dy]|ll|t)\w*|momsdemand\w*)(?!\w)",
        0.84,
    ),
    make(
        "minor_party",
        "PC_POLITICAL",
        r"(?<!\w)(?:ran|run|running|runs|elected|won|sits|files?|filed|registered) as an? (?P<x>(?:independent|dem|democrat|republican|libertarian|green|progressive|moderate|conservative|liberal|socialist|write-?in)(?: candidate)?)(?!\w)|(?<!\w)(?:council\w*|alder\w+|"
        r"candidates?|mayor|rep|senator|endorsed by|line|voted?|member of|from|for) (?:from |by |the |on |is ){0,2}(?P<y>working families|labour|the greens|lib ?dems?|the tories|reform uk|plaid cymru|snp|sinn fein|the ndp|ndp)(?!\w)(?! (?:with|who need|need|of the day|costs?|hours|ward|pains?|market))|"
        r"(?<!\w)(?P<z>(?:labour|tory|lib dem|reform|ndp|snp) (?:lot|government|mp|mps|council|councillor|voters?|manifesto|supporter|leaflet|conference|stronghold|seat|heartland))(?!\w)",
        0.78,
        check=far("childbirth|epidural|midwife|contractions|labour intensive"),
    ),
    make(
        "went_for",
        "PC_POLITICAL",
        rf"(?<!\w)(?:(?:county|state|town|district|precinct|parish|family|house|block|neighborhood|mom|dad|we|they|ohio|florida|pennsylvania|suburbs) (?:\w+ )?(?P<x>(?:went|flipped|swung|broke|turned out|voted) for {_PRESIDENT})|(?P<y>(?:one|single)[- ]issue voter|donat(?:e|ed|ing) to (?:stacey abrams|beto(?: o'rourke)?|fetterman|warnock|ossoff|{_PRESIDENT}|sanders|warren|harris|kamala|haley|desantis|newsom|mamdani|the squad|"
        r"winred|actblue)|caucus(?:ed|ing) (?:in|for|with) \w+|(?:poll (?:watcher|worker)|canvasser|volunteer|intern|staffer|door ?knocker) for (?:the )?(?:gop|dems|democrats|republicans|dnc|rnc|trump|biden|harris|party)|(?:family|in-?laws|house|half) (?:is )?split,? half \w+))(?!\w)",
        0.82,
    ),
)
"""All of them, in the order in which they are tried."""
