"""Patterns of descent told sideways: a tribe with a blood line, a city somebody is from, the boat, the oath, an accent, a wedding, a cracker.

Complements the terms of race.yaml and national_origin.yaml. A nation's name before a thing stays; here it stands before what only people have,
or after the words by which somebody says where they come from.
"""

from typing import Final

from vetting.redaction.contexts.nearby import both, far, near
from vetting.redaction.frames.told import make

_TRIBE: Final = (
    r"(?:cherokee|ojibwe|ojibwa|navajo|dine|lakota|dakota|nakota|sioux|choctaw|chickasaw|creek|muscogee|seminole|apache|comanche|cheyenne|arapaho|"
    r"crow|blackfeet|blackfoot|hopi|zuni|pueblo|shoshone|paiute|ute|nez perce|yakama|salish|tlingit|haida|inupiat|yup'?ik|aleut|alutiiq|mohawk|"
    r"oneida|onondaga|seneca|cayuga|tuscarora|iroquois|haudenosaunee|anishinaabe|chippewa|menominee|ho-?chunk|potawatomi|lumbee|pequot|mohegan|"
    r"narragansett|wampanoag|abenaki|penobscot|passamaquoddy|mi'?kmaq|cree|metis|inuit|osage|ponca|pawnee|kiowa|caddo|tohono o'?odham|yaqui|"
    r"chumash|yurok|miwok|taino|nipmuc|schaghticoke)"
)
_CITY: Final = (
    r"(?:lagos|accra|kumasi|nairobi|kampala|addis(?: ababa)?|cairo|casablanca|tunis|algiers|mogadishu|hargeisa|khartoum|dakar|abidjan|freetown|"
    r"monrovia|kinshasa|luanda|johannesburg|joburg|durban|cape town|harare|lusaka|asmara|mumbai|bombay|new delhi|delhi|chennai|kolkata|hyderabad|"
    r"bangalore|karachi|lahore|peshawar|dhaka|sylhet|colombo|jaffna|kathmandu|kabul|tehran|isfahan|shiraz|baghdad|mosul|basra|erbil|damascus|aleppo|"
    r"homs|beirut|amman|gaza|ramallah|nablus|haifa|tel aviv|istanbul|ankara|izmir|sanaa|aden|riyadh|jeddah|manila|cebu|davao|saigon|hanoi|da nang|"
    r"bangkok|phnom penh|vientiane|yangon|jakarta|kuala lumpur|hong kong|taipei|shanghai|beijing|guangzhou|fuzhou|shenzhen|seoul|busan|pyongyang|tokyo|"
    r"osaka|kyiv|kiev|odesa|lviv|kharkiv|minsk|krakow|lodz|gdansk|wroclaw|prague|budapest|bucharest|belgrade|sarajevo|zagreb|tirana|pristina|"
    r"vilnius|riga|tallinn|yerevan|tbilisi|baku|tashkent|cork|galway|limerick|kerry|belfast|derry|glasgow|edinburgh|aberdeen|london|liverpool|"
    r"leeds|sheffield|cardiff|swansea|marseille|berlin|hamburg|munich|vienna|palermo|calabria|sicily|milan|lisbon|porto|mexico city|"
    r"guadalajara|monterrey|oaxaca|puebla|tijuana|juarez|michoacan|jalisco|sinaloa|zacatecas|tegucigalpa|san salvador|managua|san pedro sula|havana|"
    r"santo domingo|port[- ]au[- ]prince|montego bay|ponce|mayaguez|bayamon|bogota|medellin|barranquilla|caracas|maracaibo|guayaquil|quito|asuncion|"
    r"montevideo|buenos aires|sao paulo|rio de janeiro|the mainland|the dr|the islands|back home in \w+)"
)
_NATION: Final = (
    r"(?:afghan|albanian|algerian|arab|argentine|argentinian|armenian|assyrian|azeri|bangladeshi|bengali|bosnian|brazilian|bulgarian|burmese|cambodian|cape verdean|"
    r"chaldean|chilean|chinese|colombian|congolese|croatian|cuban|czech|dominican|ecuadorian|egyptian|eritrean|ethiopian|filipino|french|german|ghanaian|"
    r"greek|guatemalan|guyanese|haitian|hmong|honduran|hungarian|indian|indonesian|iranian|iraqi|irish|israeli|italian|jamaican|japanese|kenyan|korean|"
    r"kurdish|laotian|lebanese|liberian|lithuanian|mexican|moroccan|nepali|nicaraguan|nigerian|pakistani|palestinian|persian|peruvian|polish|portuguese|"
    r"puerto rican|punjabi|romanian|russian|salvadoran|samoan|scottish|senegalese|serbian|sicilian|somali|spanish|sudanese|swedish|syrian|taiwanese|tamil|thai|"
    r"tongan|trini|trinidadian|turkish|ugandan|ukrainian|venezuelan|vietnamese|welsh|yemeni)"
)

PATTERNS: Final = (
    make(
        "of_a_tribe",
        "PC_RACE",
        rf"(?<!\w)(?:(?P<x>(?:enrolled|registered|card[- ]carrying|full|half|quarter|part|1/\d{{1,2}}(?:th)?|one[- ]\w+th|drop of|full[- ]blood(?:ed)?|a proud|tribal) {_TRIBE})|(?P<y>(?:enrolled )?{_TRIBE} (?:fisherm[ae]n|kid|kids|grandm\w+|grandpa|grandfather|great[- ]grand\w+|"
        r"princess|elders?|blood|language|speaker|vet|cop|officer|woman|women|man|men|girl|boy|guy|family|mom|mother|dad|father|descent|heritage|ancestry|side|citizen|member|nurse|teacher|artist|dancer|rez))|(?:i'm|im|i am|we're|she's|he's|as an?|mom is|dad is|grandma was|proud) (?:\w+ )?(?P<z>(?!crow|creek|pueblo)"
        rf"{_TRIBE})(?=[.,!?;]|$| (?:and|but|on my|from|so|by))|(?P<w>enrolled (?:member|tribal|in (?:my|the|a) (?:tribe|nation))(?: member| citizen)?))(?! (?:sport|laredo|trail|limited|4x4|xj|helicopter))(?!\w)",
        0.82,
        check=far(
            r"jeep|grand cherokee|4x4|transmission|helicopter|ah-64|server|http|county|avenue|street|silver city|nation stadium"
        ),
    ),
    make(
        "said_of_colour",
        "PC_RACE",
        r"(?<!\w)(?P<x>(?:colou?red|oriental|negro|negress|mulatto|octoroon|high[- ]yell\w+|dark(?:er|y|ie)?[- ]complected|chinaman|coolie|injun|redskin)s?)\W{1,4}(?:\w+ )?(?=(?:fellas?|fellows?|guys?|lad(?:y|ies)|gals?|gentlem[ae]n|boys?|girls?|folks?|people|players?|famil(?:y|ies)|kids?|wom[ae]n|m[ae]n|"
        r"couple|nurse|doctor|help|neighbors?|driver|clerk|cop|officer|waitress|maid|part of town|section)(?!\w))",
        0.84,
        check=far("glass|tile|light|pencils?|paper|printing|rugs?|carpet|multi|brightly"),
    ),
    make(
        "crackers",
        "PC_RACE",
        r"(?:(?<!\w)(?:some|these|those|the|dumb|old|poor|that|you|bunch of|fuckin\w*|white|goddamn|damn|stupid|florida|georgia) |(?<![\s\S])|(?<=[.!?] ))(?P<x>crackers?|honk(?:y|ies|eys?)|peckerwoods?|hillbill(?:y|ies)|wypipo|mayos)(?= (?:in (?:a|their|lifted|my|tahoes?|this|that|pickup|the (?:comments|neighborhood|hoa))|on (?:nextdoor|here|my|this|facebook)|who|at it|said|yelled|called|"
        r"told|think|always|never|be like|mad|love|ass|calling|judging|down|next door|with (?:a|the|pressure|their))(?!\w))",
        0.76,
        check=far(
            "cheese|soup|saltines?|graham|snacks?|box|ritz|goldfish|barrel|animal|fire|milk|crumbs|safe|chili|dip|peanut butter|oyster|hamburger|beverly|tuna|charcuterie|christmas"
        ),
    ),
    make(
        "coded_race",
        "PC_RACE",
        r"(?<![\w/.])(?P<x>13 ?(?:/|do|%? ?(?:and|&)?) ?(?:50|52|53|54|56|90)%?(?=[\"']? (?:stuff|stats?|crowd|posts?|people|again|meme|numbers|thing|crap|shit|guys|crime)|[\"'])|despite (?:being|making up) (?:only )?1[23]|fbi crime stats? (?:copypasta|guys?|table)|kente(?: (?:cloth|stoles?))?|(?:the|a|their|our|my|this|only) token(?: \w+)? (?=(?:guy|hire|girl|woman|"
        r"face|person|friend|officer|man)(?!\w))|[\"'](?:mixed|other|two or more)[\"'] on (?:every|the|my|each) forms?|(?:roma|traveller|gypsy|romani) (?=(?:have|are|people|kids?|famil\w+|camps?|community|women|men|children|folk|heritage|grand\w+)(?!\w))|(?:the|them|these|those|bloody|dirty|irish|gyppo) travellers (?=(?:have|are|at the|pulled|on the|moved|left|back|nicked|came|"
        r"turned)(?!\w)))",
        0.78,
        check=far(
            "arcade|crypto|auth\\w*|api|login|bitcoin|tomato(?:es)?|travel agent|tourists?|airport|passengers|train travellers|as roma|juve|serie a|italy|stadium|mourinho|lazio|score"
        ),
    ),
    make(
        "national_of_people",
        "PC_NATIONAL_ORIGIN",
        rf"(?<!\w)(?P<x>{_NATION}(?:[- ]american)?)(?= (?:weddings?|funerals?|quincea\w+|baptisms?|households?|in-?laws|aunt(?:ie|y)?s?|uncles?|parenting|parents|blood|upbringing|neighbou?rs?|landlord|landlady|last names?|surnames?|names?(?= (?:like|i|on|that))|roots|side of|twitter|heritage|grand\w+|mamas?|mothers?|moms?|dads?|kid|kids|eyes|people|folks|"
        r"speakers?|cashier|nurse|barber|deli (?:lady|guy|man|woman|owner|ladies)|bakery (?:lady|guy|owner)|restaurant owner|store owner|shop owner|nail (?:lady|tech)|market (?:lady|guy)|taxi driver|uber driver|priest|church ladies|immigrants?|exchange student|guy|lady|dude|girl|boy|woman|man)(?!\w))",
        0.84,
        check=far("terrier|bulldog|shepherd|movie|documentary|reality show|netflix|my big fat"),
    ),
    make(
        "from_a_city",
        "PC_NATIONAL_ORIGIN",
        rf"(?<!\w)(?:i'm|im|i am|we're|she's|he's|they're|is|are|was|were|who's|family's|parents|folks|mom|dad|originally|immigrated|moved|moved here|came|came here|come|fled|straight|people|and) (?:all |both |originally |here |over |straight )?from (?P<x>{_CITY})(?= ?(?:[.,!?;)]|$)| (?:and|so|but|where|originally|in (?:19|20)\d\d|we|she|he|they|when|with|at|until|to (?:a|be|here|new))(?!\w))|"
        rf"(?<!\w)(?:born|raised|grew up|born and raised|growing up|childhood) (?:and \w+ )?in (?P<y>{_CITY})(?!\w)|(?<!\w)(?:where i was born|place of birth|birthplace|where (?:my|the|our) (?:\w+ )?(?:name|family|people|grand\w+|mother|father) (?:came|come|is|are|was)(?: from)?|born\?)[^\n]{{0,45}}?(?<!\w)(?P<z>{_CITY})(?!\w)",
        0.82,
        check=far(
            "flight|flew in|flying|layover|imported|shipment|package|ships? from|vacation|trip|tour|concert|live from|podcast|broadcast"
        ),
    ),
    make(
        "by_boat",
        "PC_NATIONAL_ORIGIN",
        r"(?<!\w)(?:came|come|comes|got|fled|arrived|crossed|floated|sailed|escaped|stepped|smuggled)(?: \w+)? ?(?:over |here |off |up |across )?(?P<x>(?:on|off|in|by|with|through) (?:the |a |an |some )?(?:mariel boats?(?:lift)?|mariel|boat|raft|balsa|balsero\w*|coyotes?|inner tube|ship in (?:18|19)\d\d|steamer|steerage|banana boat|mayflower|ellis island|refugee (?:boat|camp)))(?! (?:ramp|show|"
        r"trip|dock|rental|house|tour|race|ride|launch|shoes))(?!\w)",
        0.74,
        check=both(
            near(
                r"abuel\w+|grand\w+|parents|mother|father|mom|dad|family|people|ancestors|great[- ]\w+|immigra\w+|refugees?|papers|citizen\w*|english|country|he|she|they|my|whose"
            ),
            far(
                "fishing|lake|ferry|cruise|marina|bass|lobster|kayak|sober|seasick|coast guard rescued|wile|roadrunner"
            ),
        ),
    ),
    make(
        "oath_taken",
        "PC_CITIZENSHIP",
        r"(?<!\w)(?P<x>(?:i |we |she |he |mom |dad |finally |just )?(?:took|take|taking|swore|swear|said) the (?:citizenship |naturali[sz]ation )?oath|oath ceremony|naturali[sz]ation (?:ceremony|certificate|test|interview|day)|(?:u\.?s\.? |american |us |a |new |brand new )?citizens?(?= (?:at last|now|finally|as of|since|today|in (?:19|20)\d\d))|(?:became|becoming|become|made me) an? (?:u\.?s\.? |american |us )?citizen|"
        r"(?:passed|studying for|study for|aced) (?:my |the )?(?:citizenship|civics|naturali[sz]ation) test)(?!\w)",
        0.8,
        check=both(
            near(
                r"green card|citizen\w*|naturali\w+|courthouse|strangers|uscis|passport|immigra\w+|constitution|countries|judge|at last|flag|certificate|ceremony|test"
            ),
            far("senior citizen|sworn in as|office|police oath|hippocratic|of office|academy|badge|fto|recruit"),
        ),
    ),
    make(
        "accent_heard",
        "PC_NATIONAL_ORIGIN",
        r"(?<!\w)(?P<x>(?:(?:thick|heavy|strong|broad|foreign|impenetrable|sing-?song|clipped|fresh[- ]off[- ]the[- ]boat) (?:[a-z]+ )?accents?|(?:glasgow|glaswegian|liverpool|scouse|geordie|cockney|brummie|yorkshire|welsh|scottish|irish|belfast|dublin|cork|kerry|kingston|lagos|mumbai|london|essex|manc|aussie|kiwi|south african|jersey island|english|british|"
        r"kiev|moscow|havana|bronx spanish) accents?))(?! (?:walls?|chairs?|marks?|pieces?|colou?rs?|lights?|lighting|rugs?|pillows?|tiles?))(?!\w)",
        0.78,
        check=far("voice acting|impression|actor|accent (?:wall|chair|mark)|siri|gps|in the movie|audiobook|narrator"),
    ),
    make(
        "nicknamed_nation",
        "PC_NATIONAL_ORIGIN",
        r"(?<!\w)(?:(?P<x>brits?)(?= (?:twitter|blokes?|guy|lads?|expats?|mates?|tourists?|who|here|explaining|are|over here|at the|on holiday|cop|officer|couple)(?!\w))|(?:if you're|you're|he's|she's|so|my|such a|a|these|look\w*|total|straight|still) (?P<y>fob(?:s|by)?|fresh off the boat)(?=[.,!?\"]|$| (?:just|parents|uncle|aunties?|accent|kid|kids|asian|indian|who|cousin|and)(?!\w))|(?P<z>pol(?:lo|la|a)c?ks?|"
        r"pollocks?)(?= (?:ran|are|who|from|always|can't|love|jokes?|on the block|in this|neighborhood|and their)(?!\w))|(?:dumb|stupid|big|dirty|drunk) (?P<w>pol(?:lo|la|a)c?ks?)|(?:from|in|to|on) (?:the )?(?P<v>d\.?r\.?)(?= (?:side|with my|until|every summer|where i|and (?:came|my)|since)(?!\w)))(?!\w)",
        0.78,
        check=far(
            "fish|fillet|jackson|painting|cod|alaska|bait|spears|milah|key ?fob|car|remote|forward operating|base|emergency room|appointment|er"
        ),
    ),
)
"""All of them, in the order in which they are tried."""
