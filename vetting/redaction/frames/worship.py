"""Patterns of worship told by what is done: fasting until sundown, Mass at seven, candles on a Friday, last rites, garments, a cross worn.

Complements the terms of religion.yaml. A fast, a mass, a rite, a cloth and a saved file are of the world too; each asks for the hour, the
food, the limb or the word of faith that goes with it, and gives way to diets, laboratories, games and cars.
"""

from typing import Final

from vetting.redaction.contexts.nearby import both, far, near
from vetting.redaction.frames.told import make

_FAITH: Final = (
    r"god|jesus|christ|lord|allah|church|mosque|masjid|synagogue|shul|temple|gurdwara|mandir|bible|quran|torah|faith|religio\w*|pray\w*|priest|"
    r"chaplain|pastor|rabbi|imam|catholic\w*|christian\w*|jew\w*|muslim\w*|sikh\w*|hindu\w*|mormons?|exmo|ex-mo|lds|jehovah'?s?|witness(?:es)?|"
    r"kingdom hall|ramadan|ramadhan|iftar|suhoor|eid|lent|easter|shabb\w+|sabbath|kosher|halal|amen|baptis\w+|parish|coptic|orthodox|heaven|hell|"
    r"salvation|sins?|sinners?|repent\w*|scripture|ministry|mission|bishop|ward|temple recommend|hijab|turban|holy|spirit|worship"
)
_DIET: Final = (
    r"intermittent|keto|omad|calor\w+|diet\w*|weight|blood (?:work|test|draw|sugar)|bloodwork|labs|lab (?:work|test|draw)|glucose|cholesterol|surgery|colonoscopy|procedure|"
    r"macros|autophagy|16:8|18:6|20:4|window|cutting|pounds|lbs|fasted|hunger strike|electrolytes fast|water fast|juice"
)
_MACHINE: Final = (
    r"car|truck|engine|laptop|phone|pc|computer|server|printer|tv|fridge|washer|dryer|transmission|hard drive|season|team|playoff\w*|project|startup|"
    r"mower|boat|bike|console|xbox|router|fish|goldfish|houseplant|plant|sourdough"
)

_NEAR_FAITH: Final = near(_FAITH)
_NEAR_TEMPLE: Final = near(r"exmo|ex-mo|ex-mormon|mormons?|lds|temple|endowed|utah|bishop|stake|magic|ward")
_NOT_OF_HABIT: Final = far(
    r"skincare|workouts?|gym|about (?:my|his|her|the)|fans?|coffee|detective|eye|flossing|followers?|watchers?"
)

_OF_FAITH_NEAR: Final = near(
    _FAITH
    + r"|church|lds|elders?|wards?|temple|savio\w+|two[- ]years?|mtc|missionar\w+|gospel|companion|pastor|orphanage|haiti|youth group|preach\w*|came home|home from"
)


def _of_a_church(folded: str, start: int, end: int) -> bool:
    """A mission alone is said of anybody who is set on something; a word of faith makes it one of a church."""
    return not folded[start:end].startswith(("on a mission", "on the mission")) or _OF_FAITH_NEAR(folded, start, end)


PATTERNS: Final = (
    make(
        "fasts",
        "PC_RELIGION",
        r"(?<!\w)(?:(?P<x>fast(?:s|ed|ing)? (?:from )?(?:(?:dawn|sunup|sun up|sunrise|fajr|first light) )?(?:to|till?|until|til|'til|through|and break at) (?:sundown|sun down|sunset|dusk|maghrib|the sun (?:goes down|sets)|nightfall|the call)|(?:don't |not |no |can't )?(?:eat(?:ing)?|food|drink) (?:or drink )?between (?:dawn|sunrise|sunup) and (?:dusk|sunset|sundown)|(?:no food|nothing|not even water|don't eat|can't eat|won't eat|no water|no eating|"
        r"don't eat or drink) (?:or water |or drink )?(?:from (?:dawn|sunup|sunrise) )?(?:to|till?|until|til|'til) (?:sundown|sunset|dusk|maghrib)|(?:broke|break|breaking|breaks|open(?:ed|ing)?) (?:my |our |the |his |her |their )?fast (?:w/ ?|with|at (?:sundown|sunset|the mosque|maghrib|the masjid)|on|over) ?(?:\w+ )?(?:dates?|water|"
        r"samosas?|soup|harira|lentil soup|figs|sunset|maghrib)?|fasting (?:month|for (?:ramadan|lent|yom kippur|tisha b'?av|the month|god|jesus))|(?:daniel|corporate|black|nativity|apostles|esther'?s?|church) fast(?= (?:this|starts|week|with|and|at|until))|iftars?|suhoor|sehri|taraweeh|tarawih|jumm?u?'?ah?|"
        r"(?:ramadan|ramadhan|ramzan|ramazan)))(?!\w)",
        0.84,
        check=far(_DIET),
    ),
    make(
        "is_fasting",
        "PC_RELIGION",
        r"(?<!\w)(?:(?:he's|she's|i'm|im|he is|she is|i am|we're|they're|was|were|while|who's|been|is|mom's|dad's|are|family's|kids are|everyone's) (?:\w+ )?(?P<x>fasting)(?! (?:growing|moving|paced|glucose|labs?|blood|insulin|approaching|forward))|(?P<y>fasting (?:today|this (?:month|week|friday)|all day|again|tomorrow|on (?:mondays?|thursdays?|fridays?|wednesdays?|the 10th|shift|duty)|while|since (?:dawn|sunrise|fajr)|and prayer))|"
        r"(?:have to|has to|need to|going to|supposed to|want to|try to|allowed to|had to) (?P<z>fast)(?=[.,!?]|$| (?:to come|until|till|all day|for (?:god|lent|ramadan|\w+ reasons)|with (?:us|me|him|her|them)|this|today|tomorrow|during|because|and pray|on (?:mondays|thursdays|fridays|wednesdays|good friday|yom)))|(?:i|we|he|she|they|roommate|mom|dad|wife|husband|family) (?:\w+ )?(?P<w>fast(?:s|ed)?)(?= (?:on (?:mondays?|tuesdays?|wednesdays?|thursdays?|fridays?|saturdays?|good friday|yom|ash)|for (?:her|his|my|the|our) (?:saint|gods?|husband)|during (?:lent|ramadan|navratri|advent)|and pray)))(?!\w)",
        0.7,
        check=far(
            _DIET
            + r"|\d+ (?:hours|hrs|hr|days)|\d+ ?h|doctor'?s?|doc|mri|scan|anesthesia|anaesthetic|surgeon|procedure|bloods|a1c|bowl|autophag\w+|abs|lean|carbs?|run|swim|laps?|pitch|bowling"
        ),
    ),
    make(
        "at_mass",
        "PC_RELIGION",
        r"(?<!\w)(?:(?P<x>mass) (?:at (?:\d|noon|midnight|seven|eight|nine|ten|eleven|six|st\.? |saint |our lady|the (?:parish|cathedral|basilica))|(?:on|every) (?:sundays?|saturdays?|sunday|easter|christmas|ash)|times?(?= (?:on|at|for))|cards?(?= (?:for|at|on))|intention|then (?:brunch|breakfast|donuts|football)|(?:was|is|ran|starts|runs|went|begins|got) (?:packed|at|over|long|late|in (?:latin|spanish|polish|english|french|italian)|cancell?ed|beautiful|full|short|early|standing room|lovely|half empty|almost empty|livestreamed)|and (?:brunch|breakfast|donuts|confession))|"
        r"(?:go(?:es|ing)? to|went to|(?:on (?:my|our|the|his|her) way|off|heading|headed|drove|driving|walk(?:ed|ing)?|took \w+|take \w+|rushing|running|late|early|dressed up|back|invited|due|straight|over) to|home from|back from|coming from|out of|slept through|dressed for|dress for|ready for|every|after|before|missed|skipped|serve[sd]? at|at|said|says|saying|cantor at|lector at|offered|late for|early for|sunday|saturday|midnight|latin|tridentine|spanish|daily|funeral|folk|easter|vigil|morning|evening|noon|polish|red|blue|guitar|nuptial|requiem|christmas eve|anniversary) (?P<y>mass)(?=[.,!?;]|$| (?:at|on|and|or|if|so|but|while|instead|without|early|late|until|til|"
        r"with|this|every|for|then|we|i|she|he|again|today|tonight|tomorrow|in|was|is|ran|yesterday|before|because|since|with)))(?!\w)(?! (?:shooting|ave|general|transit|effect|index|pike|spec|destruction|in the (?:lung|breast|brain)))",
        0.8,
        check=far(
            "muscle|lean|bone|body|boston|worcester|springfield|cambridge|physics|velocity|acceleration|gravity|density|kg|grams|tumou?r|biopsy|lung|casualt\\w+|layoffs?|extinction|murder"
        ),
    ),
    make(
        "candles_and_table",
        "PC_RELIGION",
        r"(?<!\w)(?:(?:light(?:s|ing|ed)?|lit|blessed|blessing) (?:the |her |our |my |two )?(?P<x>(?:shabb(?:os|at|es|as|us) |sabbath |friday(?: night)? |advent |yahrzeit |hanukkah |chanukah |kwanzaa |votive |altar )?candles?)(?= (?:before|at|on|every|friday|for (?:my|his|her) (?:dead|late|mom|dad)|at st)|[.,!?]| w)|(?P<y>(?:the |a |my |our |good |gut )?(?:shabb(?:os|at|es|as|us)|shabbas goy|"
        r"havdalah|kiddush|eruv|treif|trayf|pareve|fleishig|milchig|hechsher|sukk(?:ah|os|ot)|simchas? torah|shavuos|shavuot|high holidays|high holy days|erev \w+|selichos|kaddish|shiva|sheva brachos|yahrzeit|mezuzah|mikva|tefillin|tzitzis|peyos|shomer shabb\w+|frum|bt yeshiva|kollel)(?: (?:candles?|dinner|lunch|table|elevator|lamp|meal|services|goy))?))(?!\w)",
        0.84,
        check=far("birthday|scented|yankee candle|power (?:is|was|went) out|outage|shiva (?:linga|the dog)|blackout"),
    ),
    make(
        "rites",
        "PC_RELIGION",
        r"(?<!\w)(?P<x>(?:last rites|anointing of the sick|extreme unction|viaticum|confirmation (?:retreat|class(?:es)?|sponsor|name|saint|mass|sunday|dress|candidates?|kids|teacher)|first (?:holy )?communion|communion (?:wafer|dress|wine|line|class)|catechism|ccd|rcia|ocia|(?:hail|10 hail|ten hail|few hail|say a hail|said a hail|some hail) marys?(?=,? full of grace|s? (?:and|for|later|on|"
        r"before|in the)|[.,!?]|$)|hail mary,? full of grace|our father,? who art|the lord'?s prayer|glory be|now i lay me|sh'?ma yisrael|say(?:s|ing)? the shema|bismillah|la ilaha|waheguru|om namah|hare krishna|nam myoho|decades? of the rosary|say(?:s|ing)? (?:a|the|my) (?:rosary|novena|chaplet)|st\.? (?:jude|christopher|michael|anthony|"
        r"benedict) (?:medal|prayer|statue|novena|candle|card)|our lady of \w+|(?:on|from|through|during|for|up for|gave up|giving up|it's|its|since|til|until|after) lent|lent:|fish fry fridays?|parish (?:picnic|hall|council|festival|fish fry|school|carnival|priest)|choir (?:robes?|loft|practice)|purity rings?|promise ring for jesus|"
        r"altar (?:calls?|boys?|servers?|girls?)|church (?:mothers?|nursery|van|bus|softball|league|clothes|shoes|hurt|camp|kitchen|basement|bulletin|picnic|plant|planter))) *(?!\w)",
        0.78,
        check=far(
            _MACHINE
            + r"|touchdown|end ?zone|receiver|quarterback|qb|yard line|pass|half ?court|buzzer|throw|threw|overtime|4th (?:and|&)|email confirmation|order|reservation|hail mary (?:play|attempt|shot)|andy weir|project hail"
        ),
    ),
    make(
        "saved_or_not",
        "PC_RELIGION",
        r"(?<!\w)(?:you're|youre|are you|you are|he's|she's|i'm|i am|if you|he is|she is|ain't|isn't|aren't|not being|to be|get|got|got my (?:brother|mom|dad|wife)) (?P<x>(?:not |never |truly |really |been )?saved|unsaved)(?=[.,!?]|$| (?:i don't|at (?:\d|a|church)|in (?:19|20)\d|by (?:grace|the blood|jesus|god)|and (?:sanctified|baptized|you)|you're|you are|"
        r"unless|until|through|or (?:not|going)))(?!\w)",
        0.74,
        check=far(
            "file|files|doc|draft|game|progress|password|contact|money|bucks|\\$\\d+|dollars|time|minutes|life|lives|by the bell|photo|settings|recipe|goalie|penalty|hours|for later|playlist|level"
        ),
    ),
    make(
        "worn_sign",
        "PC_RELIGION",
        r"(?<!\w)(?:(?P<x>(?:cross|crucifix|star of david|magen david|hamsa|ichthys|om|khanda|crescent|jesus fish|rosary|scapular|mezuzah|chai|ankh|pentacle|pentagram|mjolnir|thor'?s hammer|st\.? \w+ medal|miraculous medal|evil eye)(?:es)? (?:tattoo(?:ed|s)?(?: on (?:my|his|her|their) \w+)?|necklace|pendant|"
        r"earrings?|charm|bumper sticker|ring|bracelet|chain|medal|decal|on (?:my|his|her|the) (?:neck|wrist|forehead|dash(?:board)?|rear ?view|bumper|tailgate|locker|chest|desk|keychain|chain|necklace)|(?:around|under|hanging from|in) (?:my|his|her|the) (?:neck|shirt|vest|rear ?view|uniform|mirror|locker))|"
        r"(?:fish|jesus fish|darwin fish) on (?:the|my|his|her) bumper)|(?:wore|wear|wearing|wears|remove[sd]?|removing|took off|take off|taped|tape|over|under|hide|keep|kept|lost) (?:over |off |on |up )?(?:my|his|her|the|a|their) (?P<y>kara|kirpan|dastar|patka|pagri|kangha|kesh|keski|kachera|chunni|dupatta|topi|taqiyah|kufi|thobe|abaya|"
        r"chador|jilbab|khimar|shayla|dishdasha|kippah?|yarmulke|tallis|tallit|tzitzit|sheitel|tichel|snood|cassock|collar crucifix|habit and veil|prayer cap|prayer covering|mangalsutra|tilak|bindi|mala|janeu|rakhi|(?:temple )?garments)|(?:my|his|her|the|no|wear\w*|wore|steel|iron) (?P<z>garments|kara(?= (?:on|off|under|tap\w+|"
        r"banging|bracelet|clink\w*|scratch\w*)|[.,!?]|$)))(?!\w)",
        0.78,
        check=both(
            far(
                "cross ?(?:country|fit|walk|stitch|street|over|guard|traffic|examin\\w*)|laundry|dry clean\\w*|retail|fashion|sewing|sweatshop|garment (?:bag|rack|district)"
            ),
            lambda folded, start, end: "garments" not in folded[start:end] or _NEAR_FAITH(folded, start, end),
        ),
    ),
    make(
        "holds_back_for_faith",
        "PC_RELIGION",
        r"(?<!\w)(?P<x>(?:don't|do not|dont|doesn't|won't|can't|didn't|never|not allowed to|refuse to|no) (?:\w+ )?(?:salut(?:e|ing)(?: the flag)?|say(?:ing)? the pledge|(?:stand|standing) for the (?:anthem|pledge)|celebrat(?:e|ing) (?:birthdays|holidays|christmas|halloween|easter)|(?:take|accept|do) (?:blood|blood transfusions|transfusions)|blood transfusions|"
        r"birthdays in (?:our|my|the) (?:house|home|family)|(?:work|driv\w+|phones?|cook\w*|electricity) (?:on )?(?:the sabbath|saturdays?|shabb\w+|sabbath|sundown friday)|eat(?:ing)? (?:pork|meat on fridays|beef|bacon|shellfish|leavened)|drink(?:ing)? (?:coffee or|tea or) \w+|shake (?:hands with )?(?:women|men|a woman's hand)))(?! (?:because|cause|bc) (?:it's|i'm (?:vegan|broke)))(?!\w)",
        0.72,
        check=both(
            near(_FAITH + r"|sundown|in our house|growing up|raised|beliefs?|observant|fridays"),
            far("vegan\\w*|vegetarian|cholesterol|gout|allerg\\w+|doctor said|weekends off|overtime|keto"),
        ),
    ),
    make(
        "left_or_sent",
        "PC_RELIGION",
        r"(?<!\w)(?P<x>(?:(?:served|serve|serving|on|went on|home from|off|left|leaving) (?:a|my|his|her|our|the) (?:two[- ]year |2[- ]year |lds |church |mormon )?missions?(?= (?:in|to|at (?:19|18|21)|trip(?:s)? (?:with|through) (?:church|youth)|for the church|and)|[.,!]|$)|mission in \w+, two years|(?:elders|sisters) (?:quorum|missionaries)|"
        r"word of wisdom|general conference|relief society|fast sunday|fast offering|(?:ward|stake) (?:bishop|potluck|party|building|house|clerk|president|dance|boundaries)|temple (?:wedding|work|marriage|recommend|garments)|soaking at byu|(?:field|door[- ]to[- ]door) (?:service|ministry|witnessing)(?= (?:on|with|every|saturday|hours|this|in))|"
        r"rumspringa|plain (?:dress|people)|deconstruct(?:ing|ed)(?: my faith)?|exvangelical|ex-?(?:mo|jw|muslim|catholic|christian|evangelical|pentecostal|baptist|mormon)s?|(?:lapsed|recovering|former|non-?practicing|cradle|cafeteria|twice-a-year|christmas and easter|c&e|raised|collapsed) (?:catholic|baptist|mormon|jew|lutheran|methodist|muslim|"
        r"evangelical|episcopalian|whiskeypalian|presbyterian|pentecostal|protestant|christian)s?|whiskeypalian|elca|lcms|pcusa|umc|uu (?:church|congregation|minister|kid|kids|fellowship)|druids?(?= (?:circle|ritual|grove|priest|here))|solstice ritual|godfearing))(?!\w)",
        0.78,
        check=both(
            _of_a_church,
            far(
                "accomplished|mars|nasa|rover|spacex|impossible|san francisco|command|statement|rescue mission|video game|level|xcom|dnd|d&d|wow|warcraft|deconstructed (?:nachos|sushi|taco|salad|burger|cheesecake)|deck|menu|food"
            ),
        ),
    ),
    make(
        "echoes",
        "PC_RELIGION",
        r"\(\(\([a-z]+\)\)\)",
        0.76,
    ),
    make(
        "coded_jew",
        "PC_RELIGION",
        r"(?<!\w)(?P<x>(?:small|tiny|little|beanie|funny) hats?(?= (?:tribe|crowd|club|people|folks|again|behind|run|running|own|control\w*|with|with these|did|at it|society|mafia|brigade)|[\"'.,!?]|$)|joos?|jooz|j00s?|j00z|jooish|jewz|the tribe (?:runs|controls|owns|did)|early life (?:check|section)|every\.? ?single\.? ?time\.? (?:jews?|j00)|"
        r"(?:khazar\w*|ashkenazi) (?:mafia|elite|bankers?)|zog|happy merchant|goyim know|oy vey,? shut it down|rothschild (?:bankers?|puppet\w*|zionist\w*)|(?:globalist|international|rootless) (?:bankers|cosmopolitans?)|cultural bolsheviks?|kikes?|juice (?:did 9/?11|media|run|control))(?!\w)",
        0.76,
        check=far(
            "baby|babies|newborn|knit\\w*|crochet\\w*|dolls?|dogs?|cats?|toddlers?|party|birthday|frog|ice cream|sun|garden gnome|elves|elf|cocktail"
        ),
    ),
    make(
        "said_in_prayer",
        "PC_RELIGION",
        r"(?<!\w)(?P<x>hail mary,? full of grace|our father,? who art(?: in heaven)?|now i lay me down|the lord is my shepherd|yea,? though i walk|glory be to the father|sh'?ma yisrael|blessed be the fruit of thy|st\.? michael the archangel|(?:lights?|lit|lighting|burns?) (?:a|his|her|my|the) candles? (?:to|for) (?:st\.?|saint|our lady|the (?:virgin|dead|saint|orisha)\w*)(?: \w+)?|"
        r"(?:[1-4] )?(?:nephi|moroni|alma|helaman|mosiah|d ?& ?c|jacob|ether) \d{1,3}:\d{1,3}|(?:surah|sura|ayat|hadith|gita|dhammapada|psalm) \d{1,3}|(?:fridays?|saturdays?|off) (?:before|at|by|after) (?:sundown|sunset)|sundown (?:on )?fridays?|gmar chatimah?(?: tova)?|shana tova|chag sameach|good (?:shabb\w+|yontif)|eid mubarak|ramadan (?:kareem|mubarak)|happy (?:diwali|vaisakhi|holi|navratri|purim)|"
        r"jai shri \w+|(?:goat[- ]herd\w* |camel[- ]\w+ )?jihad(?:i|is|ist|ists)|goat[- ](?:herd\w*|fuck\w*|humper\w*) (?:jihad\w*|muslims?|arabs?|terrorists?))(?!\w)",
        0.84,
    ),
    make(
        "devout_one",
        "PC_RELIGION",
        r"(?<!\w)(?:too|so|very|pretty|really|is|am|was|are|a|super|not) (?P<x>(?:devout|observant|pious|churchgoing|god-?fearing|religious|unchurched))(?=[.,!?;\"]|$| (?:to|and|family|household|home|but|for|person|mom|dad|mother|father|parents?|guy|woman|man|girl|grand\w+|people|jew|muslim|catholic|as|in|enough)(?!\w))|(?<!\w)(?P<y>(?:temple |mormon |lds |holy |sacred |my |magic )?garments)(?!\w)",
        0.72,
        check=lambda folded, start, end: (
            _NEAR_TEMPLE(folded, start, end) if "garments" in folded[start:end] else _NOT_OF_HABIT(folded, start, end)
        ),
    ),
    make(
        "of_the_ward",
        "PC_RELIGION",
        r"(?<!\w)(?:(?P<x>mass,? (?:and )?then [a-z]+)|the (?P<y>ward)(?= (?:brought|organi[sz]ed|showed up with|fasted|bishop|potluck|council|members|is feeding|choir)(?!\w))|(?:we're|we are|i'm|raised|raised as|as|they're|are|family of) (?:jehovah'?s )?(?P<z>witness(?:es)?)(?=[.,!]|$| (?:so|and (?:don't|we|no)))|(?P<w>(?:don't|do not|dont|doesn't|never|didn't) (?:do|celebrate|keep|had|have|celebrated) (?:christmas|birthdays|halloween|easter|"
        r"holidays))(?= (?:at (?:our|my) house|in (?:our|my) (?:house|family|faith)|because (?:we|of)|growing up|,? we're)(?!\w)))(?!\w)",
        0.76,
        check=far(
            "court|trial|crime|scene|testif\\w*|statement|hospital|icu|maternity|nurses?|psych|muscle|boston|wedding"
        ),
    ),
    make(
        "cross_worn",
        "PC_RELIGION",
        r"(?<!\w)(?:(?:wears?|wore|wearing|worn|kiss(?:es|ed|ing)?|takes? off|took off|taking off|put on|puts on|lost|touch(?:es|ed|ing)?|clutch(?:es|ed|ing)?|holds?|held|holding|keeps?|kept|tuck(?:s|ed)?(?: in)?|hid|hide|hides|gave (?:me|her|him)|got (?:me|her|him)|found|polish(?:ed|es)?|never without|never removes?|blessed|grabbed|snapped|ripped off) (?:the|my|his|her|their|a|that|this|same|our) (?:\w+ ){0,2}?(?P<x>cross(?:es)?|crucifix)(?! (?:over|country|street|guard|body|fit|train\w*|stitch|section|bar|bow|walk|tie|roads?|word|of))"
        r"|(?:my|his|her|the|grandma's|mom's|dad's|nana's|grandpa's) (?:\w+ )?(?P<y>cross(?:es)? (?:around (?:my|his|her) neck|(?:on|under|in) (?:my|his|her) (?:\w+ )?(?:neck|chest|vest|shirt|uniform|collar|necklace|chain|wrist|arm|locker|wall|visor|dash|mirror|desk|forehead|bedroom)|(?:above|over) (?:the|my|our) (?:door|bed|desk)|broke|my (?:mom|grandma|mother|godmother|nana|dad|abuela) gave (?:me|him|her)|she never takes off|he never takes off))"
        r"|(?:my|his|her|a|the|our) (?P<z>(?:st\.?|saint) (?:michael|christopher|jude|benedict|florian|anthony|joseph|peregrine)(?: (?:medal|card|patch|tattoo|pin|keychain|coin|statue|candle|bracelet|charm))?)(?= (?:hangs?|hanging|on|next|around|is (?:on|in|under|tucked|with)|in (?:my|his|her)|under|taped|pinned|clipped|tucked|rides?|protects?|keeps|from|my (?:mom|grandma|wife))|[.,!?]|$))(?!\w)",
        0.76,
        check=far(
            r"red cross|victoria cross|iron cross|military cross|cross of valou?r|silver cross|hospital|penalty|header|winger|striker|box|midfield|corner kick|goal|keeper|streets?|sewing|hybrid|breed|strain|finish|line|southern cross|football|soccer|bow|punch|jab|boxing|parking"
        ),
    ),
)
"""All of them, in the order in which they are tried."""
