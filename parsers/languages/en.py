"""The words of English."""

from __future__ import annotations

from decimal import Decimal

from .vocabulary import Vocabulary

ENGLISH = Vocabulary(
    code="en",
    common="""
        milk|bread|eggs|meat|chicken|veggies|fruit|present|clothes|dog|cat|car|house|home|shop|store|pharmacy|
        the|a|an|and|to|of|for|with|at|on|in|by|from|is|it|its|this|that|my|your|our|his|her|we|you|i|he|she|they|
        be|do|dont|don't|not|need|please|pls|pay|bill|due|rent|tomorrow|tmrw|today|tonight|meeting|call|lunch|
        dinner|breakfast|remind|remember|buy|send|get|take|pick|drop|book|fix|check|week|month|year|before|until|
        next|every|owe|internet|phone|electricity|water|gas|insurance|loan|mortgage|hey|hi|thanks|thx|was|were|
        are|see|going|how|what|when|where|who|party|birthday|practice|training|appointment|clean|feed|email|text|
        file|review|prepare|submit|finish|order|return|renew|cancel|schedule|note|ideas|gift|list|about|up|out|
        off|over|one|two|three|hundred|quid|bucks|both|all|put|new|has|have|had|will|would|gotta|gonna|kids|mom|
        mum|dad|school|doctor|dentist|flight|train|therapy|yoga|gym|class|sync|standup|chat|catch|morning|evening|
        afternoon|night|noon|half|hour|hours|days|weeks|serial|number|level|near|plan|says|said|change|visit|
        or|nor|but|so|because|since|although|though|if|unless|while|as|than|which|whom|whose|why|without|against|
        between|into|through|during|after|above|below|under|down|again|till|upon|within|along|across|behind|beside|
        beyond|me|him|us|them|their|mine|yours|hers|ours|theirs|myself|yourself|these|those|am|been|being|having|
        does|did|doing|done|shall|should|can|could|may|might|must|ought|go|goes|went|gone|come|comes|coming|came|
        gets|getting|got|make|makes|making|made|takes|taking|took|give|gives|gave|sees|saw|seen|know|knows|knew|
        think|thinks|thought|want|wants|wanted|needs|needed|say|tell|tells|told|ask|asks|asked|keep|keeps|kept|let|
        leave|leaves|left|bring|brings|brought|sends|sent|buys|bought|pays|paid|calls|called|try|tries|tried|use|
        uses|used|find|finds|found|start|starts|started|stop|stops|end|ends|show|look|looks|looking|work|works|
        working|run|runs|running|move|meet|meets|talk|help|forget|confirm|write|read|wait|hope|feel|seems|no|yes|
        yeah|ok|okay|just|only|also|too|very|really|quite|much|many|more|most|less|least|few|little|lot|lots|some|
        any|each|other|another|same|such|own|enough|here|there|now|then|yesterday|soon|later|early|late|always|
        never|often|sometimes|already|still|yet|maybe|perhaps|almost|even|else|ever|once|twice|together|away|back|
        four|five|six|seven|eight|nine|ten|twelve|twenty|thirty|first|second|third|last|old|good|great|big|small|
        long|short|right|wrong|sure|ready|free|full|thing|things|people|man|woman|boy|girl|kid|child|children|
        friend|friends|family|mother|father|brother|sister|aunt|uncle|cousin|grandma|grandpa|wife|husband|boss|team|
        guys|everyone|someone|anyone|nobody|something|anything|nothing|day|months|years|minute|minutes|midnight|
        monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|june|july|august|
        september|october|november|december|date|time|hello|thank|sorry|cheers|bye|dear|welcome
    """,
    months=(
        "january|jan",
        "february|feb|febr",
        "march|mar",
        "april|apr",
        "may",
        "june|jun",
        "july|jul",
        "august|aug",
        "september|sept|sep",
        "october|oct",
        "november|nov",
        "december|dec",
    ),
    weekdays=(
        "monday|mon",
        "tuesday|tue|tues",
        "wednesday|wed|weds",
        "thursday|thu|thur|thurs",
        "friday|fri",
        "saturday|sat",
        "sunday|sun",
    ),
    weekday_plurals=("mondays", "tuesdays", "wednesdays", "thursdays", "fridays", "saturdays", "sundays"),
    doubtful="march|mar|may|sat|sun|mon|wed|jan|june|april|august",
    days={
        """
            today|at this time|at this moment|eod|end of day|end of the day|cob|close of business|close of play|2day|
            now|right now|today's|from today|later today|later on today|sometime today
        """: 0,
        "tomorrow|tomorrows|tomorrow's|tmrw|tmr|tmw|tomo|2morrow|2moro|tomoz|tommorow|tomorow|tmrrw": 1,
        "day after tomorrow|the day after tomorrow|overmorrow|day after tmrw": 2,
        "yesterday|yesterday's": -1,
        "day before yesterday|the day before yesterday": -2,
        "a fortnight today": 14,
        "a week today|a week from today|a week from now": 7,
        "a week tomorrow|a week from tomorrow": 8,
    },
    units={
        "second": "seconds|secs|sec|second",
        "minute": "minute|minutes|min|mins",
        "hour": "hour|hours|hr|hrs|h",
        "day": "day|days",
        "week": "week|weeks|wk|wks|working week|work week|workweek|week's",
        "fortnight": "fortnight|fortnights|fortnight's",
        "month": "month|months|mo|mos|month's",
        "quarter": "quarters|quarter|qtr",
        "year": "year|years|yr|yrs|year's",
    },
    durations={
        "half an hour|half hour|a half hour|half-hour|1/2 hour": 30,
        "an hour and a half|one and a half hours|hour and a half|1 and a half hours|1 1/2 hours": 90,
        "a quarter of an hour|quarter of an hour": 15,
        "three quarters of an hour": 45,
        "a couple of hours|couple of hours|couple hours|a couple hours": 120,
        "two and a half hours|2 and a half hours": 150,
    },
    parts={
        "dawn": "dawn",
        "morning": "morning|morn|mornin|first thing|first thing in the morning|bright and early",
        "noon": "noon|midday|lunchtime|mid day",
        "afternoon": "afternoon|arvo|aft|aftn",
        "evening": "evening|eve|evng",
        "night": "night|nite",
        "midnight": "midnight|mid night",
    },
    moments={
        "night": "tonight|tonite|2nite|2night|later tonight|sometime tonight",
        "morning": "this morning",
        "afternoon": "this afternoon|this arvo",
        "evening": "this evening",
    },
    past_moments={"night": "last night|last night's|last nite"},
    periods={
        "weekend": "weekend|week-end|wknd|wkend|wkd",
        "payday": "quincena",
        "week_end": """
            end of week|end of the week|eow|week's end|end of this week|the week ends|the week is out|the week is over
        """,
        "month_end": """
            end of month|end of the month|eom|month end|month-end|last day of the month|end of this month|
            the month ends|the month is out|the month is over|the month's out|month ends
        """,
        "year_end": """
            end of year|end of the year|eoy|year end|year-end|end of this year|
            the year ends|the year is out|the year is over
        """,
    },
    frequencies={
        "every day|each day|everyday|every single day|once a day|one a day|twice a day|per day|/day": "DAILY",
        "every week|each week|once a week|per week|/week|/wk": "WEEKLY",
        """
            every fortnight|every other week|every two weeks|every second week|every 2 weeks|
            once every two weeks
        """: "WEEKLY;INTERVAL=2",
        """
            every month|each month|per month|once a month|twice a month|two times a month|/month|/mo|a month each
        """: "MONTHLY",
        "every other month|every two months|every second month": "MONTHLY;INTERVAL=2",
        "every quarter|each quarter": "MONTHLY;INTERVAL=3",
        "every year|each year|per year|once a year|/year|/yr": "YEARLY",
        "every other day|every second day|every two days": "DAILY;INTERVAL=2",
        "every six months|twice a year": "MONTHLY;INTERVAL=6",
        """
            weekdays|every weekday|on weekdays|each weekday|monday to friday|monday through friday|mon-fri|mon to fri|
            every working day|every workday|every business day
        """: "WEEKLY;BYDAY=MO,TU,WE,TH,FR",
        "weekends|every weekend|on weekends|each weekend|at weekends": "WEEKLY;BYDAY=SA",
        """
            the last day of every month|last day of every month|the last day of each month|last day of each month|
            the end of every month|end of every month|every month end|the end of each month|end of each month|
            every last day of the month
        """: "MONTHLY;BYMONTHDAY=-1",
        """
            the first day of every month|first day of every month|the first of every month|first of every month|
            the first of each month|first of each month|the first day of each month
        """: "MONTHLY;BYMONTHDAY=1",
    },
    frequency_adjectives={
        "daily": "DAILY",
        "weekly": "WEEKLY",
        "biweekly|bi-weekly|fortnightly": "WEEKLY;INTERVAL=2",
        "monthly": "MONTHLY",
        "bimonthly": "MONTHLY;INTERVAL=2",
        "quarterly": "MONTHLY;INTERVAL=3",
        "semiannual|semi-annual|semiannually|semi-annually|half-yearly": "MONTHLY;INTERVAL=6",
        "yearly|annually|annual": "YEARLY",
    },
    adjective_first=True,
    end_of="end of|the end of",
    all_day="all day|the whole day|all-day|whole day",
    numbers={
        "one": 1,
        "two": 2,
        "three": 3,
        "four": 4,
        "five": 5,
        "six": 6,
        "seven": 7,
        "eight": 8,
        "nine": 9,
        "ten": 10,
        "eleven": 11,
        "twelve": 12,
        "thirteen": 13,
        "fourteen": 14,
        "fifteen": 15,
        "sixteen": 16,
        "seventeen": 17,
        "eighteen": 18,
        "nineteen": 19,
        "twenty": 20,
        "thirty": 30,
        "forty|fourty": 40,
        "fifty": 50,
        "sixty": 60,
        "seventy": 70,
        "eighty": 80,
        "ninety": 90,
        "couple of|a couple of|a couple": 2,
    },
    ones="a|an",
    ordinals={
        "first": 1,
        "second": 2,
        "third": 3,
        "fourth": 4,
        "fifth": 5,
        "sixth": 6,
        "seventh": 7,
        "eighth": 8,
        "ninth": 9,
        "tenth": 10,
        "eleventh": 11,
        "twelfth": 12,
        "thirteenth": 13,
        "fourteenth": 14,
        "fifteenth": 15,
        "sixteenth": 16,
        "seventeenth": 17,
        "eighteenth": 18,
        "nineteenth": 19,
        "twentieth": 20,
        "twenty first|twenty-first": 21,
        "twenty second|twenty-second": 22,
        "twenty third|twenty-third": 23,
        "twenty fourth|twenty-fourth": 24,
        "twenty fifth|twenty-fifth": 25,
        "twenty sixth|twenty-sixth": 26,
        "twenty seventh|twenty-seventh": 27,
        "twenty eighth|twenty-eighth": 28,
        "twenty ninth|twenty-ninth": 29,
        "thirtieth": 30,
        "thirty first|thirty-first": 31,
    },
    ordinal_suffixes="st|nd|rd|th",
    scales={
        "hundred": 100,
        "thousand|grand": 1000,
        "lakh|lakhs": 100_000,
        "million|millions": 1_000_000,
        "crore|crores": 10_000_000,
        "billion|billions": 10**9,
        "trillion|trillions": 10**12,
    },
    number_joiners="and|-",
    leads="""
        coming|the coming|this coming|on or before|on or after|by or before|by no later than|no later|latest|by latest|
        at the latest by|latest on|on or about|within|
        on|on the|the|by|by the|before|before the|until|till|til|'til|due|due on|due by|due the|due on the|for|
        for the|from|this|at|around|no later than|not later than|is|it's|its|is due|are due|of|starting|start|
        beginning|after|through|latest by|deadline|deadline is|be|over|during|during the|over the|next due|
        sometime|some time|expires|expires on|payable by|payable on
    """,
    day_leads="on day|day",
    span_leads="from the|between the|from",
    span_joins="to the|and the|until the|through the|to|through",
    month_leads="in|by|before|until|for|during|this",
    at="""
        at|@|around|about|from|at about|not later than|at around|starting at|till about|no later than|sharp at|
        kickoff|kick-off|
        starts at|start at|start time
    """,
    at_doubtful="by|before|until|till|til|after",
    from_="from|between",
    to="to|-|–|—|until|till|til|'til|through|thru",
    between="between",
    of="of|,",
    within="in|within|in about|in less than|in under|in like|in around|in another|after|give it|now +",
    from_now="from now|from today|hence|later|time|from this moment|in the future",
    lasting="for|lasts|lasting|takes|duration|duration:|about|approx|length|runs|running",
    lasting_after="long|in length|total",
    about="about|around|like|approx|roughly|another",
    this="this|current|the current",
    next="next|following|nxt",
    next_skips_one=True,
    last="last|past|previous",
    every="every|each",
    every_other="every other|every second|alternate",
    plural_leads="on all",
    hour_marks="ish|-ish|o'clock|oclock|sharp|o clock|on the dot",
    hour_words="hours|hrs",
    meridiem={"am": "am|a.m.|a.m|a m|in the am", "pm": "pm|p.m.|p.m|p m|p|in the pm"},
    past={"thirty": 30, "fifteen": 15, "forty five|forty-five": 45, "ish": 0, "-ish": 0},
    past_before={
        "half past": 30,
        "half": 30,
        "quarter past": 15,
        "a quarter past": 15,
        "quarter after": 15,
        "quarter to": -15,
        "a quarter to": -15,
        "quarter till": -15,
        "ten past": 10,
        "ten to": -10,
        "five past": 5,
        "five to": -5,
        "twenty five to|twenty-five to": -25,
        "twenty five past|twenty-five past": 25,
        "25 past": 25,
        "twenty past": 20,
        "twenty to": -20,
        "10 past": 10,
        "5 past": 5,
        "20 past": 20,
    },
    part_leads="""
        in the|at|by|during the|on the|in|around|tomorrow in the|early|late|early in the|late in the|mid
    """,
    and_="and|&",
    and_once="and|&",
    or_="or",
    and_half="and a half|and half",
    glue=",|-|–|at|on|from|by|for|in|the|of|·|(|@|;|:|/|starting|between|is|around|and",
    never="""
        urgent care|good morning|good night|good afternoon|good evening|good nite|one second|a second|
        give me a second|just a second|one sec|a sec|just a minute|may i|may we|
        may be|24/7|sunday roast|sunday best|march on|last minute|last-minute|night out|night shift|night light|
        night market|game night|date night|movie night|trivia night|poker night|bingo night|quiz night|girls night|
        boys night|parents night|parents evening|parent evening|curry night|ladies night|fight night|opening night|
        day to day|some day|one day|
        sun cream|sun hat|sun screen|sun block|sun lounger|morning sickness|morning coffee|evening dress|evening gown|
        evening class|second hand|second opinion|second floor|happy hour|rush hour|the other day|
        a day off|day off|day trip|all night|night bus|night train|night school|month of sundays|
        may day|sat nav|sunday lunch|friday night lights|day job|
        good day|nice day|have a good night|last night's|first half|second half|half day|half term|
        is coming|are coming|am coming|i'm coming|we're coming|he's coming|she's coming|they're coming|
        half price|half marathon|first aid|first class|second class|at night school|midnight mass|noon prayer|
        week old|year old|years old|weeks old|months old|day old|days old|sun was|the sun|late fee|late fees|
        not now|for now|by now|until now|
        second half's|early bird|late checkout
    """,
    ordinal_nouns="""
        floor|grade|time|times|place|try|attempt|day|week|month|year|anniversary|birthday|st|street|ave|avenue|round|
        chapter|quarter|half|draft|edition|one|graders|row|class|name|option|opinion|hand|step|page|version|season|
        episode|person|gen|generation|reminder|notice|dose|date|shift|district|interview|child|kid|team|wave|century|
        batch|set|serving|coat|baby|revision|world|party|trimester|period
    """,
    streets="street|st|avenue|ave|rd|road|highway|route|platform|exit|hwy|plaza",
    nths={"second": 2, "last|final|latest": -1},
    holidays={
        "12-25": "christmas|xmas|christmas day|xmas day",
        "12-24": "christmas eve|xmas eve",
        "12-26": "boxing day",
        "12-31": "new year's eve|new years eve|nye",
        "01-01": "new year's day|new years day|new year's|new year",
        "01-06": "epiphany",
        "02-14": "valentine's day|valentines day|valentine's|valentine day",
        "03-17": "st patrick's day|saint patrick's day|st. patrick's day|st patricks day",
        "07-04": "independence day|fourth of july",
        "10-31": "halloween",
        "11-01": "all saints day|all saints' day",
        "01-MO3": "martin luther king day|mlk day",
        "02-MO3": "presidents day|presidents' day|president's day",
        "05-SU2": "mother's day|mothers day",
        "05-MO-1": "memorial day",
        "06-SU3": "father's day|fathers day",
        "09-MO1": "labor day|labour day",
        "10-MO2": "columbus day",
        "11-11": "veterans day|veterans' day|armistice day|remembrance day",
        "11-TH4": "thanksgiving|thanksgiving day",
        "11-FR4": "black friday",
        "11-MO-1": "cyber monday",
        "06-19": "juneteenth",
        "02-02": "groundhog day",
        "04-01": "april fools|april fools day|april fool's day|april fools' day",
        "04-22": "earth day",
        "05-05": "cinco de mayo",
        "easter": "easter|easter sunday|easter day",
        "easter-2": "good friday",
        "easter+1": "easter monday",
        "easter-7": "palm sunday",
        "easter-46": "ash wednesday",
        "easter+39": "ascension day",
        "easter+49": "pentecost|whit sunday",
    },
    stages={
        "start": "early|early in|the early part of",
        "middle": "mid|middle of|the middle of|midway through",
        "late": "late|late in|the latter part of",
        "half1": "first half of|the first half of|1st half of|first half|h1|h1 of",
        "half2": "second half of|the second half of|2nd half of|last half of|second half|h2|h2 of",
        "quarter1": "q1",
        "quarter2": "q2",
        "quarter3": "q3",
        "quarter4": "q4",
    },
    short_units={"second": "s", "minute": "m", "day": "d", "week": "w", "year": "y"},
    date_leads="on",
    seasons={"spring": "spring", "summer": "summer", "autumn": "autumn|fall", "winter": "winter"},
    halves="half|half a|half an",
    quarters="quarter|quarters",
    few="few|a few|several|couple|a couple|a couple of|couple of",
    coming="coming",
    upcoming="upcoming|the upcoming",
    whole="all|whole|full|entire|the whole|the entire|the full",
    ago="ago|earlier|before now|back|prior",
    days_after="after|after the|from|since|following",
    days_before="before|before the|prior to",
    minutes_past="past|after",
    minutes_to="to|till|before|of",
    rest_of="rest|the rest|rest of|the rest of|remaining|the remaining|remainder of|the remainder of|rest of my",
    start_of="beginning of|the beginning of|start of|the start of|beginning",
    month_leads_sure="in|during|since|until|till|before|by|through|throughout|from",
    workdays="""
        business days|working days|work days|workdays|business day|working day|weekdays from now
    """,
    cents="""
        cents|cent|pence|penny|pennies|p|sen|sens|satoshi|satoshis|kopek|kopeks|kopeck|kopecks|paisa|paise|grosz|groszy|
        kurus|fen|fens|stotinka|stotinki|agora|agorot|centavo|centavos|centime|centimes|halala|halalas|pfennig|
        pfennigs|pfennige|rappen|poisha|sentimo|sentimos|haler|halers|cent euro|euro cent|euro cents|eurocent|eurocents|
        tetri|penni|penniä|bani|tambala|pesewa|pesewas|kobo|santim|ngwee|thebe|filler|laari|santeem|tiyin
    """,
    money_joiners="de|of",
    tenths="mao|jiao|dime|dimes",
    short_scales={
        """
        mn|mil|mio
    """: 10**6,
        "b|bil|mrd": 10**9,
        "tn|trn|tr": 10**12,
        "l|lac|lacs|lk": 100_000,
        "cr|crs": 10**7,
    },
    fractions={
        Decimal("0.5"): "half a|a half|half|one half|half of a|one-half",
        Decimal("0.25"): "a quarter of a|quarter of a|a quarter|quarter|one quarter|one fourth",
        Decimal("0.75"): "three quarters of a|three quarter|three quarters|three-quarters of a|three fourths of a",
    },
    hour_exact="ish|-ish|o'clock|oclock|sharp|o clock|on the dot",
    part_plurals={"morning": "mornings", "afternoon": "afternoons", "evening": "evenings", "night": "nights"},
    tails="""
        at the latest|latest|at the very latest|at most|sharp|or so|or thereabouts|til late|till late|onwards|
        onward|tops|or earlier|or later|or sooner
    """,
    day_ends="eod|end of day|end of the day|cob|close of business|close of play|close of day",
    zone_tails="time|local time",
    zones="utc|gmt|cet|cest|est|edt|cst|cdt|mst|mdt|pst|pdt|bst|ist|wet|brt|et|pt|ct|mt",
    abbreviations="dr|mr|mrs|ms|prof|av|st|vs|etc|no|tel|approx|art|ltd|inc",
    openers="""
        remind me to|remind me about|remind me that|remind me of|remind me|reminder to|reminder for|reminder that|
        remember to|remember that|remember|don't forget to|dont forget to|don't forget about|don't forget|
        dont forget|do not forget to|do not forget|never forget to|need to|needs to|i need to|we need to|
        you need to|need|i need you to|need you to|need u to|have to|i have to|we have to|you have to|has to|
        gotta|i gotta|got to|i've got to|we gotta|you gotta|must|i must|we must|should|i should|we should|
        you should|ought to|todo|to-do|note to self|nts|can you|could you|would you|will you|can u|could u|
        would u|can we|could we|can i|could i|can someone|could someone|can somebody|someone please|
        would you mind|make sure to|make sure|make sure you|be sure to|ensure you|let's|lets|let us|i want to|
        i want you to|i'd like to|i would like to|want to|i wanna|wanna|we'll|i'll|i will|we will|going to|gonna|
        i'm going to|i am going to|we're going to|trying to|set a reminder to|set reminder to|set a reminder for|
        set a reminder|add a task to|add task|friendly reminder to|quick reminder to|gentle reminder to|
        friendly reminder|gentle reminder|just a reminder|just a reminder to|also|it's time to|time to|
        supposed to|you're supposed to|i'm supposed to|we're supposed to|i promised to|planning to|plan to|
        if you could|i was wondering if you could|do you mind|do me a favor and|do me a favour and|
        i'm gonna need you to|gonna need you to|i'm going to need you to|going to need you to|i'll need you to|
        i need u to|i'd need you to|i'm gonna|im gonna|im going to|we're gonna|you're going to|you'll need to|
        you will need to|we'll need to|i'll need to|i'll have to|we'll have to|you'll have to|can't forget to|
        can't forget|cant forget to|cannot forget to|mustn't forget to|must not forget to|must remember to|
        gotta remember to|i have to remember to|i need to remember to|need to remember to|have to remember to|
        we need to remember to|let's not forget to|lets not forget to|let's not forget|don't let me forget to|
        don't let me forget|dont let me forget to|dont let me forget|don't let us forget to|try not to forget to|
        try to remember to|try to|please remember to|pls remember to|remember you need to|remember we need to|
        remember i need to|do you think you could|do you think u could|do you think you can|think you could|
        think you can|any chance you could|any chance you can|any chance u can|any chance u could|any chance of|
        is there any chance you could|is there any chance you can|would it be possible to|is it possible to|
        would you be able to|will you be able to|are you able to|can you possibly|could you possibly|could you maybe|
        can you maybe|could you also|can you also|could you just|can you just|can you quickly|could you quickly|
        can you guys|could you guys|can we please|can we all|would love it if you could|i'd love it if you could|
        would appreciate it if you could|i'd appreciate it if you could|i would appreciate it if you could|
        it would be great if you could|it'd be great if you could|would be great if you could|be great if you could|
        grateful if you could|i was hoping you could|was hoping you could|hoping you could|hoping you can|
        was wondering if you could|wondering if you could|wondering if you can|i wonder if you could|
        just wondering if you could|would you kindly|could you kindly|can you kindly|if you can|if u could|if u can|
        if you get a chance|if you get a sec|if you get a minute|if you have time|if you have a chance|
        if you have a minute|if it's not too much trouble|just a heads up that|just a heads up|heads up that|heads up|
        just a reminder that|just a reminder about|just a quick reminder to|just a quick reminder that|
        just a friendly reminder to|this is a reminder that|this is a reminder to|this is your reminder to|
        quick reminder that|friendly reminder that|gentle reminder that|reminding you to|reminding everyone to|
        just reminding you to|just wanted to remind you to|wanted to remind you to|as a reminder|i really need to|
        i really should|i really have to|really need to|i should really|should really|should probably|
        i should probably|i probably should|i'd better|i better|we'd better|we better|had better|you'd better|
        you better|i still need to|still need to|we still need to|i still have to|we still have to|still have to|
        you still need to|i also need to|also need to|i just need to|just need to|i keep forgetting to|i forgot to|
        forgot to|i almost forgot to|i was supposed to|was supposed to|i meant to|meant to|i've been meaning to|
        been meaning to|i'm planning to|i plan to|we plan to|it's my turn to|it's your turn to|my turn to|your turn to|
        i agreed to|agreed to|i said i'd|i told them i'd|i promised i'd|i'd like you to|i want u to|id like to|
        i'd love to|i'd love you to|we'd like to|we want to|we ought to|i ought to|you ought to|you're meant to|
        i'm meant to|we're meant to|i've to|we've to|we've got to|you've got to|you have got to|u need to|u have to|
        u gotta|y'all need to|please be sure to|be sure and|make sure that you|make sure that|make sure we|make sure i|
        make sure u|please make sure|please ensure|ensure that|ensure|do me a favour|do me a favor|do us a favour and|
        do us a favor and|could i get you to|can i get you to|can i ask you to|could i ask you to|may i ask you to|
        would someone|will someone|can anyone|could anyone|can one of you|could one of you|can somebody please|
        it would be good to|it'd be good to|it would be nice to|don't you forget to|you mustn't forget to|never forget|
        mental note to|mental note|a note to self|create a task to|create task|create a reminder to|make a note to|
        make a note that|put a reminder to|put down|jot down|add a reminder to|set an alarm to|how about we|
        why don't we|why don't you|shall we|it is time to|time for me to|about time to|about time we|
        it's about time to
    """,
    declined="""
        don't need to|dont need to|don't have to|dont have to|doesn't need to|doesn't have to|no need to|no need for|
        not need to|no longer need to|no longer have to|needn't|we don't need to|we don't have to|i don't need to|
        i don't have to|you don't need to|you don't have to|don't want to|not going to|can't|cannot|won't|haven't got to
    """,
    event_openers="""
        schedule|put in the calendar|add to calendar|add to my calendar|calendar|pencil in|block off|
        save the date for|save the date|set up|we have|i have|there's|there is|we've got|i've got|add event|new event|
        book in|invite to|you're invited to|invitation to|let's do|let's have|let's meet for|
        are you free for|are you up for|you free for|up for|how about|what about|fancy|wanna do|wanna get|
        are we still on for|still on for|shall we do|shall we have|shall we say|you are invited to|
        you're all invited to|you are cordially invited to|we'd love you to join us for|join us for|please join us for|
        come join us for|join me for|come along to|come to|please come to|can we do|could we do|do you want to do|
        we're having|we are having|i'm having|we will have|we'll have|there'll be|there will be|we're hosting|
        i'm hosting|reminder of|reminder about|reminder of the|confirming|just confirming|confirmed|i have got|i've a|
        we've a|put in|stick in|pop in the diary|put in the diary|add to the diary|add to the calendar|
        put it in the calendar|mark your calendars for|mark your calendar for|mark the date for|hold the date for|
        diary|block|block out|block my calendar for|scheduled|
        add|add in|pop this in the diary please|pop this in the diary|put this in the diary|put this in the calendar|
        put this on the calendar|put on the calendar|put on my calendar|put on our calendar|put down|note down|
        mark down|calendar please|diary please|add to our calendar|get this in the calendar|stick this in the diary
    """,
    indicators="""
        task|tasks|to do|todo|to-do|action item|action items|action|ai|note|note to self|reminder|event|agenda|
        calendar|meeting|fyi|psa|heads up|quick reminder|friendly reminder|gentle reminder|just a reminder|new task|
        pending|invite|invitation|save the date|announcement|update|important|schedule|new event|
        action required|action needed|quick favor|quick favour|quick one|attention|pay attention|please note|nb|n.b.|
        for tomorrow|for today|on my list|my list|list|must do|priority|homework|chore|chores|errand|errands|
        new appointment|appointment reminder|meeting invite|meeting reminder|event reminder|
        reminder to all|notice|notice to all|for the diary|diary|diary date|calendar please|fyi all
    """,
    vocatives="""
        hey|hi|yo|oi|mate|dude|bro|man|babe|hun|hon|honey|love|darling|dear|guys|folks|all|everyone|everybody|team|
        friends|mum|mom|dad|ok|okay|so|well|right|oh|ah|um|alright|listen|btw|also|and|sis|buddy|pal|sweetie|sir|
        madam|ma'am|neighbours|neighbors|bhai|yaar|boss|ugh|argh|aight|hello|u|you|y'all|yall|hiya|lads|ladies|chaps|
        perfect|great|awesome|cool|noted|got it|sounds good|will do|no worries|sure|sure thing|yep|yup|yes|no|nope|
        fine|understood|lovely|brilliant|amazing|nice|wow|yay|gosh|hmm|hm|er|erm|anyway|anyways|look|see|hey man|
        my dear|dear all|dear team|dear parents|parents|grandma|nana|nan|grandpa|uncle|auntie|aunty|coach|doc|
        ladies and gentlemen|people|peeps|fam|squad|gang|girls|boys|fellas|kids|cousin|brother|sister|sweetheart|
        sweetpea|baby|hubby|wifey|partner|roomie|neighbour|neighbor|ji|bhaiya|didi|aunt|da|machi|crew|class|both|
        friend|my friend|my love|my man|guys and gals|thanks for that|actually|
        girl|girlie|boss man|guys n gals|ma|sir ji|madam ji|bhabhi|beta|cobber|cuz|queen|bestie|bff|my dude|
        everyone else|you two|pet|duck|dearie
    """,
    greetings="""
        oi|yo|listen|btw|ok so|okay so|hello|hi|hey|hiya|howdy|good morning|good afternoon|good evening|morning|
        evening|hello all|hi all|hi everyone|hey all|hi guys|hey guys|hi team|hello everyone|greetings|sup|what's up|
        g'day|hope you're well|hope you are well|happy monday|happy friday|
        hello there|hi there|hey there|hi both|hi folks|hello everybody|hi everybody|morning all|morning everyone|
        good morning all|good morning everyone|good evening all|good afternoon all|evening all|hope all is well|
        hope all's well|hope you're doing well|hope you are doing well|hope you're good|hope this finds you well|
        how are you|how are you doing|how's it going|how r u|namaste|salaam|happy tuesday|happy wednesday|
        happy thursday|happy saturday|happy sunday|sorry to bother you but|sorry to bother you|sorry to bug you but|
        sorry to bug you|sorry for the late notice but|sorry for the late notice|sorry for the short notice|
        sorry for the late reply|quick favour|quick favor|quick one|quick question|one more thing|another thing|
        last thing|ps|p.s.|dear sir|dear madam|good day|greetings all|hola|ciao|
        warm greetings|howzit|kia ora|good pm|good am|g'day mate|hope you're|hope you|hope everyone|hope all|how are|
        how's|hiya love|dude|bro|babe|hun|fam|morning team|salutations|top of the morning
    """,
    politeness="""
        please|pls|plz|pleeease|plss|kindly|thanks|thank you|thx|ty|tysm|thanks a lot|thanks so much|many thanks|
        cheers|ta|if you can|if you could|if possible|would be great|much appreciated|appreciate it|thank u|thnx|tks|
        tnx|xx|xo|x|k|ok|okay|when you get a chance|if u can|for me|lol|haha|ugh|asap please|thanks in advance|
        cheers mate|mate|love you|don't forget|dont forget|sorry|will you|would you|ya|yeah|
        thank you so much|thank you very much|thank you all|thank you guys|thanks guys|thanks everyone|thanks all|
        thanks love|thanks mate|thanks hun|thanks babe|ta mate|ta very much|tq|thank u so much|tysm guys|
        many thanks in advance|appreciated|appreciate you|cheers guys|bless|that's all|that'd be great|
        that would be great|if that's ok|if that's okay|ok?|okay?|yeah?|pretty please|por favor|please and thank you|
        please & thanks|pls and thx|pls n thx|tia
    """,
    leftovers="""
        sometime|
        by|at|for|the|a|an|and|or|to|of|is|it's|its|but|from|until|till|before|after|due|between|that|so|this|be|with|
        as|starting|during|deadline|needs|are|was|
        starts|starting at|begins|ends|happening|taking place|is happening|will be|is on|is at|are on|at around|
        around|about|every|then|ish|sharp
    """,
    high="""
        urgent|urgently|it's urgent|its urgent|is urgent|super urgent|very urgent|really urgent|this is urgent|asap|
        a.s.a.p.|high priority|priority high|priority: high|high prio|top priority|highest priority|hi-pri|important|
        very important|super important|really important|it's important|this is important|critical|immediately|
        right away|straight away|as soon as possible|as soon as you can|p0|p1|high importance|time sensitive|
        time-sensitive|it's critical|
        it's high priority|this is high priority|it's a priority|is a priority|this is a priority|it's top priority|
        it's super important|it's really important|it's very important|it's very urgent|it's really urgent|
        super urgent please|needed asap|needs doing asap|urgent please|urgent!!
    """,
    low="""
        no rush|not urgent|isn't urgent|it's not urgent|its not urgent|not too urgent|not that urgent|no hurry|
        low priority|priority low|priority: low|low prio|lowest priority|whenever you can|whenever you get a chance|
        whenever you have time|when you have time|when you get a chance|when you get time|when you can|whenever|
        no pressure|not important|not a priority|low importance|no urgency|in no rush|no big rush|there's no rush|
        take your time|at your leisure|nothing urgent|non-urgent|non urgent|not in a hurry|no real rush|p3|p4|lo-pri|
        not super urgent|when convenient|at your convenience|no worries if not
    """,
    with_="with|w/|w|alongside",
    articles="the|a|an",
    person_titles="""
        dr|mr|mrs|ms|miss|prof|professor|coach|doctor|sir|uncle|aunt|auntie|father|sister|brother|rev|pastor|nurse|
        judge|officer|captain|principal|grandma|grandpa|granny|teacher|mister|chef
    """,
    groups="""
        corp|inc|ltd|llc|plc|co|team|group|bank|club|client|company|committee|hr|sales|marketing|engineering|legal|
        product|finance|design|support|ops|agency|school|university|parents|vendors|customers
    """,
    name_joiners="of|the|and",
    given_names="""
        april|june|may|august|anna|ana|john|jon|mike|michael|sarah|sara|emma|emily|jack|james|jim|jimmy|tom|thomas|
        ben|sam|samuel|alex|chris|dan|daniel|dave|david|kate|katie|lisa|laura|lucy|luke|mark|matt|megan|nick|nina|
        olivia|oliver|paul|peter|rachel|rob|robert|bob|ryan|sophie|steve|steven|tim|will|william|adam|amy|andrew|andy|
        beth|brian|carl|claire|eric|fiona|greg|harry|helen|ian|jane|jen|jenny|jess|jessica|joe|julia|julie|karen|
        kevin|liam|linda|maria|mary|mia|noah|priya|raj|rahul|rohan|neha|meera|kavya|dev|arjun|amit|anita|sunil|leo|
        max|maya|nora|theo|zoe|zara|jordan|taylor|grace|ella|ruby|rosa|bruno|davo|shane|bruce|sheila|tina|tony|vicky|
        wendy|josh|jake|ethan|ava|chloe|dylan|isaac|owen|oscar
    """,
    place_leads="at|at the|in|in the|@|inside|over at|outside|near|by the|down at|on the terrace of",
    place_stops="""
        with|for|to|from|about|by|and|on|if|then|we|i|you|so|but|because|after|before|until|till|please|re|regarding|
        that|will|is|are|bring|don't|dont|let|or|w/|via|over|through|starting|starts|as|which|where|he|she|they|
        lasting|lasts|this|next|every
    """,
    not_places="""
        person|english|spanish|french|german|general|time|touch|case|advance|private|public|order|total|fact|full|
        line|short|cash|mind|charge|progress|it|them|him|her|least|last|first|once|all|front|between|love|need|use|
        use of|that|this|there|home office|which|style|theory|brief|a bit|bed|addition|detail|place|store|stock|
        fasting|
        diary|calendar|agenda|schedule|the loop
    """,
    venues="""
        church|hospital|clinic|school|theatre|theater|restaurant|cafe|café|bar|pub|hotel|park|hall|stadium|arena|
        museum|library|center|centre|club|gym|room|house|st|street|ave|avenue|inn|tavern|diner|grill|bistro|pizzeria|
        cinema|airport|station|terminal|beach|gardens|garden|court|cathedral|university|college|academy|studio|office|
        offices|tower|towers|plaza|mall|lodge|farm|barn|chapel|temple|mosque|synagogue|the
    """,
    platforms={
        "zoom": "zoom|a zoom call|zoom call",
        "meet": "google meet|gmeet|meet|google meets|google hangouts",
        "teams": "microsoft teams|ms teams|teams",
        "whatsapp": "whatsapp|whats app|wa|whatsapp video|wapp|whatsapp call|whatsapp video call",
        "phone": "phone|telephone|the phone|a phone call|phone call",
    },
    channel_leads="on|over|via|through|by|using|over the|on the|thru|in",
    labels={
        "when": "when|date|time|date and time|date & time|day|starts|start|what time|date/time",
        "where": "where|location|place|venue|address|room|at",
        "who": "who|guests|attendees|invitees|participants|with|invited|people|attending",
        "what": "what|event|subject|title|topic|meeting|re",
    },
    services={
        "electricity": "electricity|electric|power|hydro|energy|leccy",
        "water": "water|sewer|sewage|water and sewer|water rates",
        "gas": "gas|heating|lpg|propane|gas cylinder|heating oil",
        "internet": "internet|broadband|wifi|wi-fi|cable|fiber|fibre|nbn|fios",
        "phone": """
            phone|mobile|cell|cell phone|cellphone|mobile phone|phone plan|landline|sim|prepaid|postpaid|recharge|
            mobile plan
        """,
        "rent": "rent|rent's|house rent|flat rent|lease|apartment rent|office rent",
        "mortgage": "mortgage|home loan|house loan|housing loan|mortgage payment",
        "credit_card": "credit card|card|visa|mastercard|amex|store card|creditcard|cc",
        "insurance": """
            insurance|premium|policy|car insurance|home insurance|health insurance|life insurance|travel insurance|
            pet insurance|renters insurance|contents insurance|term insurance|mediclaim|medical insurance|
            dental insurance|insurance premium|boat insurance|bike insurance|landlord insurance
        """,
        "school": """
            tuition|school|school fees|fees|college|college fees|university|daycare|day care|nursery|preschool|
            kindergarten|nursery fees|childcare|school lunch|exam fee|coaching fees|piano lessons|swim lessons|
            swimming lessons|lessons|hostel fees|after school club|school trip|course|summer camp|camp|tutor|tutoring|
            coaching|creche
        """,
        "streaming": "streaming|subscription",
        "tax": """
            tax|taxes|council tax|income tax|property tax|road tax|gst|vat|property taxes|rates|council rates|
            land tax|rego|car tax|self assessment|vehicle tax|estimated tax|estimated taxes|advance tax|hst|
            registration|stamp duty|parking fine|fine|speeding fine|speeding ticket|parking ticket|tv licence|
            licence fee|house tax|municipal tax|bas|quarterly taxes|state tax|federal taxes|school tax|franchise tax
        """,
        "health": """
            medical aid|dentist|doctor|hospital|clinic|medical|dental|copay|co-pay|therapy|therapist|physio|
            physiotherapy|
            prescription|pharmacy|lab|lab test|blood test|optician|glasses|orthodontist|braces|surgery|medibank|
            pediatrician|chiropractor|urgent care|ambulance|checkup|x-ray|mri|medicines|counselling|health plan
        """,
        "loan": """
            loan|student loan|car loan|bike loan|personal loan|education loan|auto loan|car payment|car finance|emi|
            gold loan|student loans|overdraft|boat loan|truck payment|car note|hecs|finance payment|payday loan|
            tractor loan
        """,
        "other": """
            strata|school van|school bus|storage unit|storage locker|hoa|hoa dues|hoa fees|maintenance|
            society maintenance|maintenance charges|service charge|
            ground rent|parking|garage|cleaner|cleaning|gardener|lawn|lawn mowing|babysitter|nanny|gym|gym membership|
            membership|dues|storage|storage unit|trash|garbage|bin collection|waste|window cleaner|dog walking|
            dog walker|vet|plumber|electrician|mechanic|handyman|tolls|toll|alarm|security|condo fees|condo fee|
            body corporate|union dues|laundry|maid|cook|driver|milkman|milk|newspaper|fence|pest control|snow removal|
            locksmith|repair|repairs|catering|deposit|domain|hosting|web hosting|accountant|lawyer|fuel|petrol|
            groceries|allotment|allotment rent|tithe|donation|rubbish|septic|chimney sweep|locker|moorage|mooring|
            child support|alimony|boarding|grooming
        """,
    },
    establishments={
        "health": """
            clinic|hospital|dental|dentistry|pharmacy|dr|medical|physio|orthodontics|optical|opticians|surgery|health|
            healthcare|labs|chemist|vet clinic|diagnostics|therapy|wellness|pediatrics
        """,
        "school": """
            school|university|college|academy|nursery|kindergarten|institute|montessori|preschool|daycare|primary|
            elementary|uni|playgroup
        """,
        "electricity": "electric|power|energy|edison|electricity",
        "water": "water",
        "gas": "gas",
        "internet": "broadband|fiber|fibre|cable|telecom|wireless|communications|internet",
        "insurance": "insurance|assurance|mutual",
        "loan": "finance|lending|financial|loans",
        "phone": "mobile",
        "streaming": "tv|music",
        "tax": "council|county",
        "other": """
            plumbing|landscaping|storage|gym|club|garage|auto|motors|cleaners|bank|services|store|shop|society|
            association|properties|realty|partners|studio|roofing|heating|builders|electrical|removals|towing|
            nurseries|church
        """,
    },
    belongs="of",
    for_whom="for",
    kinds="""
        truck|van|tractor|maths|math|science|physics|chemistry|french|spanish|english|driving|chess|karate|tv|
        car|auto|home|house|life|travel|pet|health|student|bike|motorbike|personal|dental|property|council|road|
        income|school|gym|parking|credit|store|cell|mobile|term|contents|renters|landlord|vehicle|motor|flood|
        education|gold|boat|business|van|medical|fire|land|bank|street|dog|swim|swimming|piano|guitar|ballet|football|
        soccer|tennis|music|ground|service|storage|garden|water|gas|electric|heating|tv|office|flat|apartment|garage|
        two wheeler|scooter|family|rental|summer|holiday|cottage|condo|cable|satellite|wedding|phone|lawn|window|
        house cleaning|estimated|federal|state|quarterly
    """,
    bill_words="""
        bill|bills|payment|payments|fee|fees|invoice|invoices|pay|pays|paying|paid|due|owed|owe|owing|balance|
        statement|charge|charges|instalment|installment|installments|instalments|receipt|account|acct|amount|
        minimum payment|min payment|direct debit|autopay|auto-pay|renewal|renew|settle|transfer|send|cost|price|
        dues for|deposit for|total|sum|outstanding|overdue|plan|subscription to|subscription|premium|policy|
        contribution
    """,
    plans="plan",
    pay="""
        pay|pays|paying|settle|transfer|send money|venmo|zelle|paypal|e-transfer|etransfer|wire|pay off|pay back|
        reimburse|clear|cover|paid|gpay|upi|chip in|give|send
    """,
    copulas="is|was",
    owe="""
        owe|i owe|we owe|you owe me|u owe me|you owe us|owing|owes|still owe|charged|charges|costs|bill from|
        invoice from|is|was|came to
    """,
    due="due|due on|due by|by|before|deadline|payable|expires|overdue|no later than",
    deadlines="by|before",
    issued="closes|closing|closes on|closed|closed on|closing date|closing on|issued|issued on|dated|statement date",
    payee_leads="to|for|from|to the|from the|back to|at|with",
    totals="""
        total|total due|total amount|sum|in total|altogether|all together|grand total|amount due|balance due|
        total to pay|comes to|total:|subtotal
    """,
    shared="""
        both|all|everything|all of them|each|all three|all due|both due|all by|both by|the lot|all on|both on|
        all four
    """,
    minimums="minimum|min|min due|minimum due|minimum payment|min payment|minimum amount due|at least",
    asides="""
        plus vat|plus gst|plus tax|plus taxes|plus hst|inc gst|inc vat|incl gst|incl vat|including vat|including gst|
        including tax|incl tax|ex vat|ex gst|excl vat|vat included|gst included|tax included|with tax|with vat|with gst|
        + vat|+ gst|+ tax|+ taxes|+ hst|+ pst|+ tip|plus tip|before tax|after tax|late fee|late fees
    """,
    taxes="vat|gst|hst|pst",
    tax_leads="plus|incl|inc|excl|exc|ex",
    out_of="of|out of",
    rises="""
        went up|goes up|going up|gone up|is up|rose|rises|increased|increases|increasing|raised|went down|goes down|
        dropped|changed|changes|went
    """,
    overdue="""
        was due|were due|overdue since|overdue from|past due since|past due|was due on|overdue|late since|
        expired|expired on|fell due|unpaid since
    """,
    instalments="installment|instalment|payment|part|installments|instalments|emi",
    documents="invoice|receipt|bill|statement|estimate|quote|proforma",
    settled="""
        how much did we pay|how much did i pay|how much did you pay|how much did they pay|how much was|how much were|
        how much did it cost|what did we pay|what did i pay|what did you pay|how much have we paid|
        i paid|i already paid|already paid|paid yesterday|paid today|paid on|paid last|just paid|have paid|i've paid|
        ive paid|has paid|got paid|gets paid|paid you|
        paid for you|is paid|all paid|paid off|paid it|paid him|paid her|paid them|been paid|was paid|were paid|
        sent you|
        i sent|i've sent|just sent|transferred you|i transferred|deposited|i deposited|owes me|owe me|owes us|owe us|
        refund|refunded|a refund|refunds|received|you received|we received|reimbursed me|paid me|paid us|sent me|
        venmoed me|zelled me|won|you won|cashback|to collect from|collect from|invoice to client|
        charge the client|paid in full|payment received|payment confirmed|thanks for paying|thank you for your payment|
        thanks for your payment|settled up|credited|has been credited|was credited|withdrawn
    """,
    prices="""
        my balance|account balance|price|prices|costs|cost|closed at|stock|shares|budget|salary|wage|wages|raise|bonus|
        discount|off|sale|on sale|
        selling|for sale|sold|deal|worth|prize|lottery|jackpot|saved|saving|savings|earn|earned|made|profit|revenue|
        bitcoin|rose|fell|market|bid|offer|offered|asking|raised|fundraiser|goal|found|lost
    """,
    accounts="""
        account|acct|a/c|account no|account number|acc|acct no|ref|reference|ref no|policy|policy no|policy number|
        consumer no|consumer number|customer no|customer number|customer id|ca no|id|invoice no|invoice number|inv|
        invoice|meter|meter no|biller code|crn|iban|sort code|order|order no|confirmation|member id|loan no|
        loan account|
        installation
    """,
    ending_in="ending|ends|ending in|ends in|ending with|ends with",
    counted="""
        steps|kg|kilo|kilos|g|grams|gram|lb|lbs|pound|oz|ounces|l|litre|litres|liter|liters|ml|km|mile|miles|m|meters|
        metres|cm|mm|ft|feet|foot|inch|inches|%|percent|per cent|people|persons|person|guests|kids|pieces|pcs|times|
        boxes|bags|packs|cans|bottles|roses|eggs|tickets|seats|pages|floors|blocks|degrees|points|goals|cups|cup|tbsp|
        tsp|plates|tables|chairs|dozen|units|gb|mb|kwh|minutes|min|mins|minute|hours|hour|hrs|hr|h|days|day|weeks|
        week|months|month|years|year|yrs|am|pm|bananas|apples|lemons|branches|th|st|nd|rd|x|copies|sheets|photos|dogs|
        cats|sets|reps|nights|beers|pints|pizzas|bedrooms|bed|slices|stops|songs|episodes|cakes|cupcakes|sandwiches|
        more|of|seater|men|women|boys|girls|friends|things|items|jobs|laps|rounds|players|visits|sessions|classes|
        doses|tablets|pills|payments|installments
    """,
    numbered="""
        chapters|pages|exercise|exercises|questions|problems|lessons|lesson|units|
        net|term|semester|quarter|q|room|rm|flat|apt|apartment|unit|suite|floor|chapter|level|spot|gate|platform|seat|
        iphone|galaxy|
        pixel|windows|
        version|v|flight|bus|route|exit|highway|hwy|zip|zip code|zipcode|postcode|code|pin|house|block|bay|line|page|
        lot|box|po box|building|bldg|episode|season|no|number|nr|#|size|covid|ps|form|section|grade|year|car|door|
        terminal|track|tower|model|serial|lane|team|aisle|table|step|phase|part|player|channel|ward|pier|dock|hole|
        area|zone|case|studio|extension|ext|invoice|order|ticket|job|week|day|class|jersey|batch|round|under|over|age|
        aged|turning|turns|vol|volume|issue|item|question|problem|act|scene|article|boeing|airbus|formula|catch
    """,
    currencies={
        "$": "bucks|buck|dollars|dollar",
        "USD": "usd|us dollars|us dollar|american dollars|u.s. dollars",
        "GBP": "quid|pounds|pound|gbp|sterling|pounds sterling|british pounds",
        "EUR": "euros|euro|eur",
        "INR": "rupees|rupee|inr|rs|rs.",
        "CAD": "cad|canadian dollars|loonies",
        "AUD": "aud|australian dollars|aussie dollars",
        "NZD": "nzd|new zealand dollars|kiwi dollars",
        "MXN": "mxn|pesos|peso|mexican pesos",
        "BRL": "brl|reais|real|reals",
        "JPY": "yen|jpy",
        "CNY": "kuai|yuan|cny|rmb|renminbi",
        "CHF": "chf|swiss francs|francs",
        "ZAR": "rand|zar",
        "SGD": "sgd|singapore dollars",
        "HKD": "hkd|hong kong dollars",
        "KRW": "won|krw|south korean won",
        "RUB": "rubles|rub|roubles",
        "SEK": "sek|swedish krona|swedish kronor",
        "NOK": "nok|norwegian krone|norwegian kroner",
        "DKK": "dkk|danish kroner|danish krone",
        "PLN": "pln|zloty|zlotys",
        "AED": "aed|dirhams|dirham",
        "PKR": "pkr|pakistani rupees",
        "PHP": "php|philippine pesos",
        "THB": "baht|thb",
        "TRY": "lira|turkish lira",
        "ILS": "shekels|ils|nis",
        "IDR": "rupiah|idr",
        "MYR": "ringgit|myr|rm",
        "KWD": "kwd|kuwaiti dinar",
        "JOD": "jordanian dinar|jod",
        "SAR": "riyals|sar|saudi riyals",
        "NGN": "naira|ngn",
        "KES": "kes|kenyan shillings",
        "EGP": "egyptian pounds|egp",
        "UAH": "hryvnia|uah",
        "VND": "dong|vnd",
        "COP": "cop|colombian pesos",
        "ARS": "ars|argentine pesos",
        "CLP": "clp|chilean pesos",
        "MNT": "mnt|tugriks",
        "TWD": "twd|new taiwan dollars",
        "HUF": "huf|forints",
        "CZK": "czk|koruna",
    },
    doubtful_money="pound|pounds|real|sol|libra|libras|livre|livres|pfund",
    thousands="grand|gs",
    nobody="""
        i'll|i'm|i've|we'll|you'll|it's|that's|let's|there's|three|two|ur|alert|ending|fyi|confirming|reminding|i|me|
        you|we|us|he|she|it|they|this|that|the|a|an|is|are|was|be|
        not|no|dont|don't|know|how|much|yet|still|next|
        one|ok|hey|hi|ugh|total|both|all|due|please|pls|thanks|today|tomorrow|on|by|at|in|for|from|to|with|and|or|but|
        of|my|our|your|his|her|their|new|old|minimum|remaining|rest|half|each|every|paid|pay|pending|again|just|so|
        also|reminder|remember|urgent|hows|going|see|lol|get|got|what|when|where|yearly|monthly|weekly|need|must|
        gotta|august|if|will|has|have|left|late|last|first|asap
    """,
)
