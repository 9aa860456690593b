"""Phrases that are said of things, teams, games and animals though a pattern takes them: surgery on an xbox, choked in the fourth quarter.

The patterns do not see the phrases of `keep.yaml`; `patterns.find` asks here instead, and only of what a pattern has found already, within
a bounded stretch around it.
"""

import re
from typing import Final

_THING: Final = (
    r"(?:xbox|ps[345]|playstation|console|controller|laptop|computer|pc|macbook|phone|iphone|ipad|mower|truck|car|jeep|engine|motor|carb\w*|boat|"
    r"transmission|couch|recliner|bike|turkey|brisket|pumpkin|watermelon|burrito|sandwich|teddy bear|doll|guitar|amp|pedal|dishwasher|washer|dryer|"
    r"fridge|toaster|roomba|vacuum|printer|router|server|remote|keyboard|monitor|tv|drone|clock|furnace|water heater|toilet|sink|sprinklers?|"
    r"avocado|plant|cactus|motherboard|gpu|code|codebase|spreadsheet|legacy \w+|lawn ?mower|chainsaw|smoker|grill|fuel line|old \w+ line)"
)
_PHRASES: Final = re.compile(
    rf"(?<!\w)(?:(?:open[ -]heart|bypass|brain|emergency|major|back|reconstructive) surgery on (?:the|my|a|an|this|that|our|his|her) (?:\w+ ){{0,2}}?{_THING}s?|"
    rf"{_THING} (?:(?:needs?|needed|had|got|is having|getting|gets) ){{1,2}}(?:\w+ ){{0,2}}?(?:surgery|transplant|dialysis|chemo|bypass|rehab|therapy|an inhaler|a pacemaker|cpr)|"
    r"(?:nut|peanut|food|dairy|soy) allergy (?:label|labels|menu|warning|info|chart|card)s?(?: \w+)?|"
    r"choked (?:in (?:the )?(?:fourth|4th|third|3rd|second|2nd|first|1st|ninth|9th|clutch|finals|playoffs|postseason|world series|super bowl|end ?zone|red ?zone|final)(?: \w+)?|"
    r"again|away (?:a|the) (?:game|lead|season|\d+)|it away|the game|when it matter\w+|on (?:the|a|that|his|my) (?:putt|free throws?|layup|penalty|lead|last \w+))|"
    r"strangled by (?:the |my |this |these )?(?:vines?|hoa|weeds|ivy|red tape|kudzu|bindweed|regulations?|cords?)|"
    r"(?:sang|sing\w*|sung|chant\w*|clap\w*|yell\w*|shout\w*|laugh\w*|groan\w*|gasp\w*|nod\w*|bark\w*|howl\w*|mov\w*|breath\w*|recit\w*|said|row\w*|danc\w*|march\w*) (?:\w+ ){0,3}in unison|"
    r"sign(?:ed|ing)? (?:a|the|your|my) cards? for (?!(?:(?:the|a|our|their|that|this|your) )?(?:union|local|shop|vote|teamsters|uaw|seiu|afscme|recognition|campaign|drive|election|representation|contract|better|us|work\w*)(?!\w))\w+|"
    r"(?:they|movers?|fedex|ups|usps|amazon) (?:\w+ )?dropped (?:my|his|her|the|our|all|it|everything)(?: (?!case|charge|record|arrest|conviction|matter|warrant)\w+)?|"
    r"(?:first|new|next|latest|last|debut|hit|best|\w+'s|lead|solo) single(?: since| for|,)? (?:\w+ ){0,2}\w+|"
    r"(?:raccoon|possum|opossum|squirrel|hamster|gerbil|rabbit|bunny|guppy|fox|skunk|rat|mouse|bat|owl|duck|goose|swan|hen|snake|spider|goat|sheep|pig|sow|cow|mare|cat|dog|bird|hawk|eagle|deer|doe)s?(?: [\w']+){0,6}? (?:has|have|had|with|and|of|got) "
    r"(?:had )?(?:\w+ ){0,3}babies|"
    r"(?:jazz|blues|hip[ -]?hop|rap|rock|punk|techno|house|disco|salsa|reggae|soul|funk|brand|company|startup|band|genre|festival|tradition|movement|dish|drink|cocktail|recipe|idea|style|sport|game|trend|meme|burger|pizza|taco|bagel|sandwich|chain|league|team|club|flower|plant|tree|shrub|beetle|bird|orchid|pepper|weed) "
    r"(?:that |which )?(?:is|was|were|got) (?:\w+ )?(?:born (?:and raised )?in|(?:a )?native (?:of|to)) (?:[\w'-]+ ?){1,2}|"
    r"(?:hit|hits|hitting) (?:me|us|him|her|them|her up|you) up (?:about|for|on|when|if|at|to) (?:\w+ ?){0,4}|"
    r"living out of (?:a|my|two|the) (?:suitcase|suitcases|duffel)(?: (?:for|all|this|on|since|during) (?:\w+ ){0,2}?(?:work|week|month|tour|travel|trip|vacation|training|conference|job|road))|"
    r"the juvenile record (?:for|in|at) (?:the )?(?:\w+ ){0,2}?(?:jump|mile|meters?|metres?|dash|vault|relay|freestyle|sprint|hurdles|bass|swim|marathon|butterfly)|(?:retiring|retire|retired) early from (?:this|the) (?:chat|convo|conversation|thread|argument|call|meeting)|"
    r"(?:slept|sleeping|sleep) in (?:my|the|our) (?:car|truck|van|jeep|suv) (?:at|near|outside|before|by) (?:the |a )?(?:trail ?head|trail|festival|concert|ski \w+|launch|raceway|river|lake|hike|marathon|race)|"
    r"locked (?:me|us|him|her) out of (?:my|the|our|his|her|their) (?:\w+ )?(?:account|accounts|phone|email|bank|instagram|facebook|app|laptop|computer|chat|wifi|xbox|profile|server|steam|gmail|ipad|portal|system)|"
    r"having a (?:boy|girl) (?:scout|band|genius)|local \d+ (?:news|report|weather|forecast|on your side|sports|traffic|at (?:five|six|eleven|\d+))|"
    r"(?:bass|trout|walleye|catfish|turkey|package|pork|ham|carp|roast|brisket|laptop|bluegill|fish|cat|salmon|pike) (?:\w+ ){0,3}?\d+ ?lbs?\.?,? \d+ ?oz|"
    r"\d+ ?lbs?\.?,? \d+ ?oz(?:\.?,? (?:that |of |a |the |my )*(?:\w+ ){0,3}?)(?:bass|trout|walleye|catfish|turkey|pork|ham|carp|roast|brisket|bluegill|fish|salmon|pike|beef|steak|shrimp)|"
    r"(?:movie|film|game|trivia|craft|story|family|book|poetry|open mic|chess|bingo|karaoke|opening|last) night at the \w+|"
    r"mine (?:made it to|lived to|was|hit|is|turned) \w+|"
    r"(?:building|house|odometer|bridge|album|website|factory|mower|engine|truck) (?:just |finally |has |recently )?turn(?:ed|s) \w+|"
    r"beat (?:me|us|him|her|them) (?:again )?(?:at|in) (?:a |the |our |another )?(?:round of |game of |hand of )?(?:cribbage|spades|euchre|rummy|gin|catan|checkers|dominoes|dominos|"
    r"horseshoes|cornhole|pickleball|wordle|tetris|connect four|racquetball|bocce|bingo|yahtzee|jenga|foosball|backgammon|hearts|pinochle|battleship|skeeball|ping ?pong|mini golf|"
    r"putt ?putt|mario \w+|\w+ ?kart|halo|call of duty|cod|fortnite|rocket league|strava|steps|a 5k|the 5k|overtime|the finals|the semis|straight sets))(?!\w)"
)
_THINGS_OF_AGE: Final = (
    r"(?:america|england|scotland|ireland|wales|france|britain|rome|london|paris|boston|jerusalem|the usa|country|nation|republic|earth|planet|world|universe|company|firm|brand|building|"
    r"house|church|cathedral|castle|tree|oak|school|university|college|town|village|city|state|bridge|constitution|bible|language|internet|tradition|recipe|"
    r"pub|bottle|wine|whisk[e]?y|map|coin|painting|violin|piano|dress|ring|rock|bone|bones|skeleton|skull|fossil|mummy|manuscript|law|park|cemetery|railway|newspaper|magazine)"
)
_GADGET: Final = (
    r"(?:commodore(?: 64)?|c64|amiga|atari|macintosh|mac|game ?boy|gameboy|nintendo(?: \w+)?|nes|snes|playstation(?: \d)?|xbox(?: \w+)?|sega|dreamcast|walkman|ipod|iphone|ipad|internet|"
    r"web|google|youtube|twitter|facebook|linux|windows(?: \d+)?|usb|html|unix|python|wikipedia|zx spectrum|spectrum|hubble|nasa|iss|ebay|amazon|photoshop|tetris|pac-?man|mario|zelda|lego|simpsons|"
    r"mtv|bbc|nhs|epcot|disneyland)"
)
_WEATHERED: Final = r"(?:temps?|temperatures?|weather|forecast\w*|degrees?|sunny|cloudy|clouds|rainy?|snow\w*|chilly|windy?|breezy|humid\w*|warm(?:er)?|cooler|cold(?:er)?|highs?|lows?|upper|lower)"
_OF_THINGS: Final = re.compile(
    rf"(?<!\w)(?:(?:the |our |this |that |your |a )?{_THINGS_OF_AGE}(?: (?:itself|here|there|downtown|next door))?(?: is|'s| was| are| were|, now| turns| turned) (?:only |just |like |about |over |almost |nearly |around |at least |more than |probably )?"
    r"\w+(?:[ -](?:hundred|thousand|million|billion))? ?(?:years?|yrs?)[ -]?olds?|"
    r"happy (?:\w+ )?(?:birthday|bday|b-day) (?:to )?(?:the |my |our )?"
    + _GADGET
    + r"(?:[,.!]? (?:you|it) (?:are|is|turns?|turned)|[,.!]? ?you're|[,.!]? ?it's) \w+|"
    rf"{_WEATHERED}\W(?:[^.!?\n]{{0,45}}?\W)?(?:(?:early|mid|late)[ -]\d0'?s|\d{{2,3}} ?[fc])(?!\w)|(?:early|mid|late)[ -]\d0'?s (?:and|with|outside|today|tonight|tomorrow)? ?{_WEATHERED}(?!\w)|"
    r"(?:sitting|hovering|topped out|maxed out|currently|thermometer (?:says|reads|at)) (?:at |around )?\d{2,3} ?[fc](?!\w)|"
    r"(?:my|our|their|his|her|your) (?:early |mid |late )?[1-9]0'?s(?: ?(?:-|to|and|/|&) ?(?:early |mid |late )?\d0'?s)? (?:unis?|uniforms?|predecessors?|jerseys?|kits?|logos?|jeans|hair|hairdos?|"
    r"hairstyles?|houses?|home|ranch|bungalow|sound|sitcoms?|cars?|trucks?|synths?|bands?|records?|vinyl|albums?|outfits?|clothes|dress|costumes?|look|vibes?|themed?|decor|furniture|kitchen|bathroom|"
    r"wallpaper|carpet|appliances|cartoons?|tv|rom-?coms?|ballads?|rock|metal|pop|mix|mixtapes?|playlists?|tunes|nostalgia|phase|fashion|stuff|heyday|teams?|rosters?|lineups?)(?!\w)|"
    r"[1-9]0[ -]?ish (?:bbs?|big blinds|guests?|mins?|hours?|hrs|days|weeks|km|kms|lbs|kg|%|pages|games|points|episodes|emails|bikes|boxes|seats|feet|ft|inches|yards|songs|books|cents|mph|acres|others|of (?:us|them))(?!\w)|"
    r"(?:rebounds?|points?|goals?|yards|wins?|assists?|turnovers|shots?|score[ds]?|hits|runs|medals|votes|seats|\d+) (?:\w+ ){0,4}?(?:to|than|vs\.?|versus|over|against) (?:the )?(?!(?:he|she|it|that|there)')\w+'s \d+|"
    r"stay[- ]at[- ]home (?:if (?:you|u|sick|ill|possible)|when (?:you're|sick|ill|you are)|unless|until|and (?:stay )?(?:safe|save|watch|be safe|relax|chill)|today|tonight|tomorrow|this (?:weekend|evening)|please|folks|people|save|protect)|"
    r"(?:\w*n't|not|\w+nt|nae|think|thinks|thought|like|you|u|if|must|as though|as if) (?:i |you |u |we |he |she |they |were |was |i'm |are |am )*(?:just )?born yesterday|(?:be|become|becoming|(?<=[.!?] )or|training (?:as|to be)|studying to be|sound like|talk like) a (?:\w+ )?(?:shrink|therapist|psychologist|psychiatrist)|(?:mac|apple|iphone|twitter|facebook|news|coffee|tea|chocolate|sugar|book|shoe|sneaker|makeup|football|hockey|sports?|gym|fitness|running|travel|lego|minecraft|pinterest|starbucks|tv|netflix|music|vinyl|gadget|tech|gear|data|craft|yarn|adrenaline|caffeine|shopping|thrift|disney|potter|puzzle) (?:addict|junkie|addiction|withdrawa?l|overdose)s?|eviction notice(?= (?:\w+ ){0,6}?(?:theaters?|theatres?|movie|squirrels?|raccoons?|mice|spiders?|cat|womb|uterus|white house|oval office)(?!\w))|(?:into|like|isn't|not|basically|became|it's) an? (?:\w+ )?therapy session|(?:box|chair|table|desk|lamp|painting|rug|that|which|it) (?:was|is|were) (?:actually |really |in fact |only |just )?born yesterday|"
    r"(?:social|affordable|new|luxury|student|senior|green|eco|solar|pilot|mixed-use|proposed|planned|rural|private|housing association) (?:\w+ )?housing projects?(?<!in the housing projects)|(?:the |a |this |that )?housing projects? (?:was |were |is |are |got |gets )?(?:sets?|back|approved|planned|proposed|stalls?|stalled|delayed|under construction|near completion|worth|by)|"
    r"(?:for|of|to|about|hurts?|helps?|and|our|all|american|hard-?working|support\w*) working families(?! (?:party|line|candidate|ticket|column|endorse\w*))|"
    r"(?:used|flight|flights|aboard|delayed|united) ua ?#?\d{2,4}|ua ?#?\d{3,4} (?:from|to|was|is|out of|delayed|departs?|landed|compressors?)|"
    r"ttc (?:lost|bus\w*|subway\w*|drivers?|fares?|pass|passes|tokens?|strike|streetcars?|stations?|trains?|routes?|service|delays?|riders?|operators?|map|stops?|chair|vehicles?|trip|ride|commute|collectors?)|"
    r"ttc (?:has|is|was|needs|should|will|wasn't|isn't|had)(?= (?:\w+ ){0,6}?(?:late|delayed|horrendous|slow|packed|crowded|down|running|shut|closed|buses|subway|trains?|streetcars?|fares?|stops?|station|toronto|yonge|bloor))|"
    r"(?:buffy|impost[oe]r|shiny object|tall poppy|second album|main character|peter pan|cinderella|chosen one|blank page|new car|monday|last child|small dog|little man|not invented here|smartest guy in the room|sophomore|"
    r"goldilocks|china|florence|jerusalem|sunday night|post-holiday) syndrome)(?!\w)"
)
_OLD_BEYOND: Final = re.compile(
    r"(?<![\w.,])(?:1[3-9]\d|[2-9]\d\d|\d{1,3},\d{3}|\d{4,9}|(?:\w+ )?(?:two|three|four|five|six|seven|eight|nine) hundred|(?:\w+ )?(?:thousand|million|billion))[ -]?(?:years?|yrs?)"
)
_SUBJECT: Final = re.compile(
    r"(?<!\w)(?:he|she|i|you|u|he's|she's|i'm|you're|grand\w+|mom|dad|teacher|boss|professor|judge|senator|biden|trump|feel\w*)(?!\w)"
)
_CREATURE: Final = re.compile(
    r"(?<!\w)(?:cat|cats|kitty|kitten|dog|dogs|pup|puppy|doggo|horse|hamster|bird|parrot|rabbit|bunny|lab|beagle|fur ?baby)(?!\w)"
)
_AROUND: Final = 70


def figurative(folded: str, start: int, end: int) -> bool:
    """Whether what a pattern found lies inside a phrase that is said of things, teams, games and animals."""
    low, high = max(0, start - _AROUND), min(len(folded), end + _AROUND)
    for match in _PHRASES.finditer(folded, low, high):
        if match.start() <= start and end <= match.end():
            return not match[0].startswith("mine ") or bool(_CREATURE.search(folded, low, start))
        if match.start() >= end:
            break
    for match in _OF_THINGS.finditer(folded, low, high):
        if match.start() <= start and end <= match.end():
            return True
        if match.start() >= end:
            break
    return bool(_OLD_BEYOND.match(folded, start, end)) and not _SUBJECT.search(folded, max(0, start - 30), start)
