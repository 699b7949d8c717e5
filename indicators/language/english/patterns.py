"""English patterns."""

from typing import Final

from indicators.language.english.templates import (
    CITIES,
    LEVEL_PAIRS,
    LEVEL_TRIPLES,
    PART_AND_SHARE,
    PART_WITHOUT_SHARE,
    SHARE_OF_SHARE,
)
from indicators.language.patterns import Patterns

ENGLISH_PATTERNS: Final = Patterns(
    year_earlier=r"(?:of )?(?:a year|(?:12|twelve) months) (?:earlier|before|ago)|"
    r"(?:in )?the (?:(?:year|season) before|(?:previous|prior) (?:year|season))|"
    r"(?:in |during |for |over )?(?:the )?(?:same|corresponding|comparable) (?:\w+ ){0,2}"
    r"(?:periods?|quarters?|months?|half|weeks) (?:a year (?:earlier|before|ago)|"
    r"(?:of |in )?(?:last|the previous|the prior) year)|"
    r"(?:in |during |for )?the (?:comparable|corresponding|year-earlier) (?:period|quarter|month|half)"
    r"(?! of| in| last)|"
    r"(?:in |during |for )?the (?:year-ago|(?:prior|previous)[- ]year) (?:period|quarter|month|half|level|figure)",
    taken_together=r"(?:combined|(?:taken )?together)\b",
    same_time_ahead=r"(?:same|corresponding|comparable|equivalent) (?:\w+ )?(?:period|quarter|months?|"
    r"half|weeks?)(?: of| in)?$",
    last_year="last year",
    change_stem=r"(?:increas|decreas|declin|expand|shrink|accelerat|slow|widen|narrow)\w*",
    comparable=r"comparable (?:bas[ei]s?|terms)|like[- ]for[- ]like|constant[- ]currenc\w+|organic\w*",
    real_terms=r"\b(?:in |in)?real terms\b|constant prices|comparable prices|inflation[- ]adjusted|"
    r"adjusted for inflation|excluding inflation",
    nominal=r"\b(?:in )?nominal(?:ly| terms)?\b",
    current_prices=r"\b(?:at|in) (?:current|today's|present) prices\b",
    real_measure=r"\bGDP\b|gross (?:domestic|national|regional|value)|value[- ]added|"
    r"\bindustrial (?:production|output)|\bmanufacturing output|\beconom(?:y|ies)\b",
    nominal_measure=r"\b(?:turnover|sales|revenues?|exports?|imports?|trade|profits?|earnings|incomes?|wages?|salar\w+|"
    r"spending|budget|investments?|deposits?|loans?|reserves|debt|market|payments?|assets)\b",
    narrower=r"\b(?:digital|online|internet|platform|gig|sharing|creative|data|creator|silver|night\w*)[- ]econom\w+|"
    r"\b(?:of|to|than|against) (?:the )?(?:its |their |country's )?GDP\b",
    yearly=r"\b(?:an|on) average\b|average (?:annual|yearly|of)|\bannual(?:ly|i[sz]ed)?\b|(?:a|per|each|every) year\b"
    r"(?! (?:before|earlier|ago|later|after|prior))|CAGR|\by/y\b|\bcompound(?:ed)?\b|"
    r"\b(?:annual|yearly) (?:growth )?(?:rate|pace)\b",
    up=r"\b(?:accelerat\w+|quicken\w*|rose|rise[ns]?|rising|grew|grow\w*|increas\w+|climb\w*|jump\w*|surg\w+|"
    r"soar\w*|rais(?:ed|es|ing)|hik(?:ed|es|ing)|lift(?:ed|s|ing)|boost(?:ed|s|ing)|rebound\w*|recover(?:ed|s|ing)|"
    r"advanc(?:ed|es|ing)|leap(?:ed|t|s|ing)?|swell\w*|strengthen\w*|widen(?:ed|s|ing)|expand\w*|gain\w*|"
    r"(?<!make )(?<!makes )(?<!made )(?<!making )(?<!end )(?<!ended )(?<!take )(?<!takes )(?<!took )(?<!taken )up)\b",
    down=r"\b(?:eas(?:ed|es|ing)|slow(?:ed|s|ing)|cool(?:ed|s|ing)|moderat(?:ed|es|ing)|lower(?:ed|s|ing)|cut(?:s|"
    r"ting)?|trim(?:med|s|ming)?|reduc(?:ed|es|ing)|slash(?:ed|es|ing)|narrow(?:ed|s|ing)?|"
    r"contract(?:ed|ing)|dip(?:ped|s|ping)?|tumbl(?:ed|es|ing)|sank|sunk|sinks?|weaken(?:ed|s|ing)|retreat(?:ed|"
    r"s|ing)|fell|fall\w*|drop\w*|declin\w+|decreas\w+|shr[aiu]nk\w*|slump\w*|plung\w+|slid\w*|slip\w*|down|"
    r"(?:to|will|would|may|might|could|should) (?:ease|slow|cool|moderate|lower|reduce|contract|weaken|retreat))\b"
    r"(?!-[a-z])",
    raised=r"\b(?:rais(?:ed?|es|ing)|lift(?:ed|s|ing)?|upgrad(?:ed?|es|ing)|boost(?:ed|s|ing)?|hik(?:ed?|es|"
    r"ing)|bumped up|"
    r"revis\w+ (?:\S+ ){0,8}?up(?:wards?)?|nudged up|accelerat\w+|quicken\w+|picked up|up from|sped up|increas(?:ed|"
    r"es|ing) its)\b",
    lowered=r"\b(?:cut(?:s|ting)?|lower(?:ed|s|ing)?|trim(?:med|s|ming)?|downgrad(?:ed?|es|ing)|reduc(?:ed?|es|ing)|"
    r"slash(?:ed|es|ing)?|par(?:ed|es|ing)|shav(?:ed?|es|ing)|revis\w+ (?:\S+ ){0,8}?down(?:wards?)?|slow(?:ed|s|ing)?|"
    r"decelerat\w+|eas(?:ed|es|ing)|cool(?:ed|s|ing)|down from)\b",
    growth_without_subject=r"(?:^|\b(?:sees?|saw|seen|expects?|expected|forecasts?|predicts?|predicted|"
    r"projects?|projected|"
    r"reports?|reported|shows?|showed|means?|meant|is|was|be|a|an|of) )(?:growth|(?:rise|increase|gain|jump|"
    r"expansion|fall|drop|decline)) of (?:about |around |some |nearly |almost )*$",
    revision=r"\brevis\w+|\brestat\w+|\bpreliminary\b|\bfirst (?:estimated|reported)\b",
    expected_before=r"\bhad (?:been )?(?:expect|forecast|predict|estimat|anticipat|project|pencil|look)\w*|"
    r"\b(?:expected|forecast|predicted|estimated|pencilled in|projected|anticipated) (?:by|in a|in the)\b|"
    r"\b(?:expectations?|estimates?|forecasts?|consensus|poll) (?:for|of|by|from|was|were|had|among)\b|"
    r"\b(?:economists|analysts|forecasters|markets?|investors|who)\b[^.;]{0,60}\b(?:expected|forecast|predicted|"
    r"estimated|anticipated)\b|\b(?:below|above|than|against|versus|compared with|compared to|missing|beating|"
    r"topping) [^.;]{0,40}\b(?:expected|forecast|predicted|expectations?|estimates?|consensus)\b",
    around_forecast=r"^.*\b(?:expect(?:s|ed)?|forecasts?|predict(?:s|ed)?|project(?:s|ed)?|sees?|saw|estimat(?:es?|ed)|"
    r"anticipat(?:es?|ed))\b(?! (?:to|at)\b)(?: that)?|\b(?:is|are|was|were|will|would|to|be|been|expected|forecast|"
    r"projected|predicted|set|seen|due|likely)\b",
    of_forecast=r"\b(?:forecast|estimate|outlook|projection|prediction|guidance)s?\b",
    better_or_worse=r"\b(?:improv|worsen)\w*",
    unless_stated=(
        r"\b(?:unless|except (?:where|when|as|if))(?: \w+){0,2} (?:stated|indicated|noted|specified|mentioned|shown)"
        r"(?: otherwise)?\b"
    ),
    negation=r"\b(?:not|never|no|n't)\b",
    adjusted=r"\ban? (?:[\w-]+[ -])?(?:adjusted|annuali[sz]ed|organic|reported|nominal|real|revised|provisional|net)$",
    at_a_pace=r"\b(?:at|by) an?(?: [a-z-]+){0,3}$",
    from_last_period=r"\b(?:month|quarter)(?:-| )(?:on|over)(?:-| )(?:month|quarter)\b|"
    r"\bmonthly (?:[\w-]+ ){0,3}inflation\b|\b(?:from|on|over) the (?:previous |prior |preceding )?(?:month|quarter)\b",
    change_cue=r"\b(?:by|up|down|increase|rise|gain|growth|drop|fall|decline|decrease) (?:of )?"
    r"(?:about |nearly |almost )?$",
    by_amount=r"\b(?:by|up|down) (?:about |nearly |almost |some |only |just |up to |as much as |at least )?",
    compound_change=r"(?:(?!(?:of|in|on|to|and|or|from|as|more|less|up|down|for|by|with|an?|the|that|which|at|per|over|"
    r"under|above|below|is|was|were|are|than|last|this|stake|share|margin|rate) )[a-z-]+ ){1,3}"
    r"(?:rise|increase|hike|drop|fall|decline|cut|reduction|jump|gain)\b(?! (?:in|of) )",
    change_noun=r"upgrades?|downgrades?|increases?|rises?|gains?|drops?|falls?|declines?|decreases?|cuts?|hikes?|"
    r"reductions?|builds?|draws?|jumps?|"
    r"surges?|slumps?|climbs?|slides?|plunges?|tumbles?|dips?|leaps?|moves?|improvements?|contractions?|expansions?",
    gross_debt=r"\bgross (?=(?:\w+ )*debt\b)",
    on_average=r"\baverag\w+|\bmean\b",
    registered=r"\bregist\w+|\bclaimants?\b|\bjobless claims\b|\bjobcent\w+|"
    r"\b(?:labou?r|employment) (?:agenc(?:y|ies)|offices?|exchanges?)\b",
    net_debt=r"\bnet\b|\bheld by the public\b",
    central_government=r"\b(?:central|federal) (?:government|budget)|\btreasury\b|\bstate budget\b|"
    r"\bfederal\b(?! (?:statist|reserve))",
    purchasing_power=r"\bpurchasing[- ]power\b|\bPPP\b|\binternational dollars\b",
    usual_definition=r"\bgeneral government\b|\bILO\b|\bsurvey\w*|\bmodell?ed\b|\bWorld Bank\b|\bIMF\b|"
    r"\bEurostat\b|\bOECD\b|\bMaastricht\b|\bMonetary Fund\b",
    at_a_time=r"\bpeak\w*|\bhit\b|\breach\w*|\b(?:high|low)\b",
    end_of_year=r"\bDec(?:ember|\.)|\byear[- ]end\b|\bend of (?:the |that )?year\b|\bat the end\b|\bover the year\b",
    than=r"\b(?:from|than|on|over|against|compared (?:to|with))\b",
    reached=r"(?:,? in \d{4})?,? and (?:reached|hit|totalled) $",
    brings_to=r",? (?:taking|bringing|lifting|raising|pushing|cutting|reducing) (?:the |its |"
    r"their )?(?:\w+ ){0,2}?(?:total|number|tally|count|headcount|workforce|debt|stock|balance|fleet)\b",
    sends_to=r", (?:sending|driving|taking|bringing|leaving|putting|pushing|pulling|dragging|forcing) ",
    since_ahead=r"\bsince (?:[a-z-]+ ){0,4}$",
    record=r"\w",
    in_passing=r"\b(?:but|although|though|whereas|amid|given|despite|because of|"
    r"(?:due|related|attributable|attributed) to|owing to|thanks to|in response to|on (?:fears|worries|concerns|hopes)|"
    r"(?:after|as) (?=[^,;]*\b(?:tariffs?|sanctions?|scandal|war|invasion|tensions|dispute|attack)))\b",
    fiscal=r"\b(?:fiscal|financial) (?:years?|half|quarter|Q\d|\d|(?:first|second|third|fourth|full)\b)|FY ?'?\d",
    whole_year=r"\b(?:(?:all|the whole|the entirety) of|(?:the )?(?:whole|entire|full)(?: year)?) $",
    respectively=r"\brespectively\b",
    year_beside=r"\b(?:last|this) year\b",
    against_level=r"\b(?:below|above|under|over|short of|than) (?:its|the|their|where it) (?:[\w'’]+ ){0,2}"
    r"(?:levels?|peak|size|output|trough)\b|\bpre[- ](?:pandemic|crisis|war|covid)|before the (?:\w+ )?(?:pandemic|"
    r"crisis|war)|(?:below|above) (?:where|what) (?:it|they) ",
    not_of_one_year=r"\b(?:since|between|years|decades?|cumulative\w*|so far|quarter\w*|average|"
    r"per (?:capita|head|person)|dollars?|PPP)\b",
    again_in_brackets=r"about|or|approx\.?|some|us|equal to|equivalent to",
    again=r"(?:or|or about|i\.e\.|that is|equivalent to|equal to)\s",
    range_joint=r"\s+(?:to|and)",
    range_from=r"from\s",
    range_to=r"to\s+",
    moves=r"\b(?:doubl|trebl|tripl|quadrupl|halv|rose|rise|grew|grow|increas|fell|fall|drop|declin|decreas|"
    r"climb|jump|cut|rais|lower|reduc|expand|shr[aiu]nk|lift|trim|upgrad|downgrad|revis)",
    counted_behind="(?:were|are|have been|had been|was) (?:sold|shipped|delivered|made|built|produced|bought|"
    "registered|installed|exported|returned|recalled|assembled)",
    name_behind="series (?:phone|car|model|handset|laptop|chip)",
    live=r"(?:live|lived|resided|reside)$",
    inhabitants=r"(?:people|persons|inhabitants|residents|citizens|souls)",
    place_of=r"\b(?:city|town|village|country|nation|state|province|region|island|county|suburb) of"
    r"(?: (?:about|around|some|just|only|nearly|almost|over|more than))* $",
    have_people=r"\b(?:had|has|have|counted|counts|home to)\s*$|^\w+ ?, with\s*$",
    group_ahead=r"(?:out )?of (?:(?:all|the|its|these|those|his|her|their|our) (?:the |those |[\d,.]+ "
    r"(?:million )?)?|[\d,.]+ (?:million )?)([a-z][^\d,;:.]{2,30}?)(?:,| (?:he|she|they|it) \w+|$)",
    for_shares="on",
    sum_of_all=r"(?:and |which |, )?(?:is |are |was |or |for |worth |raising |raised |paying |paid |collecting |"
    r"collected |costing |costs? |shar(?:e|ed|ing) |receiving |received |bringing in |brought in |"
    r"spending |making |makes? )?(?:it |them |the \w+ |about |some |nearly |over )*",
    shares_at=r"(?:shares? )?(?:at|for)(?: about| around)?(?: an? (?:average )?(?:price|cost) of)?",
    per_share=r"(?:a|per) share",
    of_shares=r"\b(?:shares?|stocks?|dividends?|payout)\b",
    gdp="GDP|gross domestic",
    or_share=r"or|i\.e\.|that is|that's|representing|equal to|equivalent to|accounting for"
    r"|(?:giving |for )?(?<!with )an? (?:[\w-]+ ){0,3}(?:rate|(?<!market )share|proportion) of"
    r"|(?<=with )an? (?:share|proportion) of",
    about="about |over ",
    equals_share=r"\bor\b|equal|equivalent|is|was",
    of="of",
    at_a_rate=r"\b(?:at|yielding|paying|bearing|charging)(?: about| around)? $|"
    r"\band (?:an?|its|their|the) [^⟦⟧,;]{0,40}rate of $",
    of_all=r"(?:the |its |all |their )*(?:total|whole|them|it\b|those|these|that|sum|amount|all|overall)",
    makes_up=r"\b(?:ma(?:de|kes?|king) up|account\w* for|represent\w*|constitut\w*|bears?|covers?|pays?)\b",
    of_before=r"of (?:them|these|those|which|that|this)\b",
    comes_to=r"\b(?:or|which (?:means?|meant|makes|made|gives|gave|works out|comes to|came to|is|was|equals)|"
    r"meaning|that is|i\.e\.)\b",
    concludes=r"(?:that|this) (?:therefore |thus |would )?(?:corresponds?|equals?|equates?|works? out|amounts?|"
    r"translates?|means?|implies|comes to|represents)\b|"
    r"(?:on average,? )?(?:that|this) (?:is|was) (?:equal|equivalent)|(?:in (?:total|all)|altogether),? (?:that|"
    r"this|it) (?:is|was|makes|comes to)\b|(?:that|this) (?:makes|adds up)\b",
    whole_pronoun=r"it|them|these|those|that|(?:this|that)(?: (?:sum|amount|total))?",
    the_total="the (?:total|whole|sum)",
    total=r"\b(?:total|all|overall)",
    total_phrase=r"\b(?:total|overall|combined) [a-z]{4,}(?: (?:sales|spending|income|revenue|costs|output|"
    r"exports|imports|debt|assets))?\b",
    total_ahead=r"\b(?:for a total of|m(?:ade|akes?|aking) up (?:a |the |its )?total|totall?ing|total of|"
    r"in total(?! (?:value|user|transaction|account|sales|revenue|cost|asset))|"
    r"in all|altogether|together(?! with)|giving (?:a |it |them )?(?:combined |total |overall )+(?:[a-z]+ )?of|"
    r"combined|a combined|all told|add(?:s|ed|ing)? up to)\b",
    total_behind=r"in total(?! (?:value|user|transaction|account|sales|revenue|cost|asset))|"
    r"overall|in all|(?:al)?together(?! with)|all told",
    not_all_parts=r"\b(?:includ\w+|among others?|among other things|and so on|et cetera|etc|and others?|"
    r"among (?:them|which)|such as|for example|e\.g\.|notably|more than|at least|mainly|mostly)\b",
    of_sum=r"(?:out )?of (?:the |its |this |that |a total of )?",
    net_sum=r"\bnet (?:(?:in|out)-?flows?|(?:foreign )?(?:buy\w*|sell\w*|purchas\w+|sold|bought|sales of|investment)|"
    r"cash|issuance|lending|borrowing|change|gains?|loss\w*|migration|profit|income|earnings|increase|decrease)\b"
    r"|\bnet $|\bon a net basis",
    seen_from=r"\b(?:in terms of|by (?:type|age|sex|sector|region|reason|origin|source|category|"
    r"country|size|product))\b",
    intensive=r"\b(?:averag|yield|pric|fare|densit|temperat|spee|wage|salar|(?:median|pay|rents?|age)\b|per capita)",
    not_parts=r"\b(?:up from|down from|compared|against|versus|than|earlier|previous|of which|of whom|each|per|"
    r"average|surplus|deficit|balance|shortfall|expected|forecast|planned|target|budgeted|inflows?.*outflows?)\b",
    share_capital=r"share capital|shares outstanding|outstanding shares",
    in_favour=r"\b(?:in favou?r|vot(?:ed|es?) (?:for|yes)|said yes|(?:are|were|was|is) for)\b",
    opposed=r"\b(?:against|(?:voted|said) no)\b",
    undecided=r"\b(?:abst(?:ained|entions?)|undecided|(?:did|do|does) not (?:answer|vote|reply|say|know)|"
    r"no (?:opinion|answer)|(?:was|were) (?:absent|unsure)|did(?:n't| not) take part)\b",
    made_of=r"\b(?:(?:is|are|was|were|be)? ?made up of|consist\w* of|compris\w+|is the sum of|breaks? down "
    r"into|includ(?:es?|ed|ing)|of which|split into|divided into)\b",
    adds_up=r"total(?:s|l?ed)|(?:was|were|is|are|reached|came to|comes to|amount(?:s|ed)? to|add(?:s|ed)? up to)\b",
    all_of_it=r"made up|consist|compris|sum of|breaks? down|split|divided",
    span_of_years=r"\b(?:over|in|within|for|during) (?:the |a |next |last |past |coming |period of "
    r")*(\w+(?:-\w+)?)[ -]years?\b|\b(\d+|\w+)-year (?:compound\w*|average|annual|CAGR|growth)",
    earns=r"\b(?:earn(?:s|ed|ing)|lost|los(?:es|ing)|spen[dt]s?|spending|invest(?:s|ed|ing)|gross(?:es|ed|ing)|"
    r"rais(?:es|ed|"
    r"ing)|pa(?:id|ys?)|borrow(?:s|ed)|owe[sd]?|net(?:s|ted)|cost(?:s|ing)?|collected|a (?:\w+ )?(?:profit|loss) of)"
    r"(?: (?:about|some|nearly|almost|over|just|only|another|a further|more than))* ?$",
    proceeds=r"\b(?:revenues?|takings|proceeds|sales|costs?|costing|bill|outlay|income|turnover|br(?:ing|ings|"
    r"ought) in|rais(?:es|ed|ing)|earning|worth|tak(?:ing|es|en) in|took in)\b",
    each_ahead=r"\b(?:average|mean) [a-z]+(?: [a-z]+)? (?:of|was|is|at) |\bper [a-z]+ (?:was|is|of|at|averaged|"
    r"reached) |\beach of (?:the |its |their )*⟦C\d+⟧ [a-z]+ |\beach of (?:which|whom|them) (?:received|receives|got|"
    r"gets|was given|will (?:get|receive)) |\b(?:an?|each|every|one) (?:[a-z]+ )?(?:costs?|sold for|sells for|pays?|"
    r"paid|earns?|gets?|receives?|brings in|makes?|employs?|carries|holds?|needs?) ",
    employs=r"\b(?:employ\w*|staff|workforce|headcount|payroll|workers?)\b",
    gets=r"\b(?:gets?|got|getting|receiv\w+|(?:was|were|is|are|be) (?:given|paid))\b",
    each_word=r"\b(?:each(?! (?:year|month|week|day|quarter|time|of these years))|apiece|every one)\b",
    each_behind=r"(?:each\b|apiece\b|(?:for|to) (?:each|every one) of (?:the |its |their )?[^⟦⟧,;]{0,25}⟦C|"
    r"(?:for each|on each|for every|per|an?|to each|to every) (?:person|head|capita|family|household|"
    r"worker|employee|student|pupil|resident|inhabitant|citizen|member|company|firm|school|farm|shop|store|job|"
    r"home|flat|patient|customer|passenger|visitor|user|child|farmer|driver|doctor|teacher|pensioner|taxpayer)\b)",
    largest=r"\b(?:(?:ranks?|ranked|comes?|came|is|was|finished|placed) first|in first place|led the (?:table|"
    r"list|ranking|field|way)|tops? the|topped the|biggest|largest|(?<!on )top|leading|"
    r"highest|(?<!at )best|richest|greatest|dearest|priciest|main|the most|no (?:other|one)\b[^⟦⟧,;]{0,25}\bmore)\b",
    fastest=r"\b(?:fastest|sharpest|steepest|strongest|quickest)\b",
    ranked_noun=r"(?:\w+ )?(?:share|number|figure|total|value|amount|sum|result|reading|level|volume|market|"
    r"destination|source|customer|category|segment|producer|maker|supplier|contributor|seller|"
    r"buyer|operator|player|provider|of (?:the|them|all|these)|among|in|by|at|with)s?\b",
    not_first=r"\b(?:second|third|fourth|next|one of|among the (?:larg|bigg|high)\w+|per|each|not|no longer|except|"
    r"apart from|other than|since|ever)\b",
    smallest=r"\b(?:smallest|lowest|poorest|fewest|least|cheapest)\b",
    second=r"\b(?:followed (?:closely )?by|ahead of|(?:and )?then (?:came|comes|by)|second (?:was|is|came|comes)|"
    r"(?:was|is|came|comes|in|rank(?:s|ed)|placed) second|next (?:was|is|came|comes)|(?:closest|nearest|"
    r"main) (?:rival|competitor)|runner-up)\b",
    second_after=r"\b(?:second only to|behind only|second[- ](?:largest|biggest|highest|most|richest)\b[^⟦⟧,;.]{0,40}? "
    r"(?:after|behind))\b",
    more_than=r"\b(?:more|higher|larger|bigger|greater|longer|dearer|heavier|taller|richer|"
    r"older)(?! or less)(?: [\w'-]+){0,2} than\b",
    less_than=r"\b(?:fewer|less|lower|smaller|shorter|cheaper|lighter|poorer|younger)(?: [\w'-]+){0,2} than\b",
    target=r"\b(?:target|goal|plan|aim|quota|benchmark|threshold|ceiling|requirement)(?:s|ned|ted|ed)?\b",
    only=r"\bonly\b",
    misses=r"\b(?:miss(?:es|ed|ing)?|f(?:ell|alls?|alling) short of|undershot)\b",
    beats=r"\b(?:beats?|beating|topped|exceed(?:ed|s|ing)?|surpass(?:ed|es|ing)?)\b",
    exceeds=r"\b(?:exceed(?:ed|s|ing)?|surpass(?:ed|es|ing)?|outstripp(?:ed|ing)|outstrips|overt(?:ook|akes|aking)|"
    r"(?:is|are|was|were) (?:bigger|larger|higher|greater|more) than)\b(?! by| offset)",
    exports_side=r"\b(?:export(?:s|ed|ing)?|sold (?:goods|products))\b(?! price)",
    imports_side=r"\b(?:import(?:s|ed|ing)?|bought (?:goods|products))\b(?! price)",
    revenue_side=r"\b(?:revenues?|receipts|income|earned|collected|took in|takes in|raised|brought in)\b",
    spending_side=r"\b(?:costs of|spending|expenditures?|outlays|spent|spends|paid out|expenses)\b",
    trade_turnover=r"\b(?:total trade|trade turnover|two-way trade|bilateral trade|trade volume|"
    r"total (?:goods|merchandise) trade)\b",
    surplus=r"\bsurplus\b|, (?:a|for a|giving it a) profit of\b|\bleaving (?:\w+ )?(?:with )?a (?:clear )?profit\b",
    loss=r"\bloss(?:es)?\b",
    profit=r"\b(?:profits?|earnings|net income)\b",
    deficit=r"\b(?:deficit|shortfall|(?:trade|fiscal|budget|financing) gap|gap (?:was|is|of|widened|narrowed|grew|"
    r"shrank|between the two)|leaving (?:\w+ )?(?:with )?a loss)\b",
    balance=r"\b(?:trade|foreign trade|budget) balance\b",
    other_balance=r"current[- ]account|\b(?:primary|structural|operating) (?:surplus|deficit|balance)|\bservices\b|"
    r"\bnon-oil\b|\bexcluding\b|\b(?:sur|re)plus with\b|\b(?:narrow|widen)\w* by\b",
    average=r"\b(?:an|the|their) (?:overall |combined )?average\b|\bon average\b|\baverag(?:e[ds]?|ing)\b",
    per=r"per|for each|each|a",
    comes_in=r"\b(?:hir(?:ed|es|ing)|recruit(?:ed|s|ing)|took on|added|gained|opened|bought|acquired|built|"
    r"admitted|welcomed|joined|arrived|moved in|immigrated|born|births|arrivals|immigrants|newcomers|entered|"
    r"returned)\b",
    goes_out=r"\b(?:let|laid off|lays off|dismissed|fired|sacked|cut|shed|lost|closed|shut|sold|scrapped|retired|"
    r"withdrew|withdrawn|spent|used|left|died|emigrated|moved out|moved away|departed|quit|killed|destroyed|deaths|"
    r"departures|emigrants|paid out)\b",
    leaving=r"\b(?:leaving|leaves|left (?:it|them|him|her|us) with|so that (?:there (?:are|were)|it (?:has|had)))\b",
    remain=r"\b(?:(?:are|were|is|was|be|has|have|had|still) left|remain(?:s|ed)?|remaining|over)\b(?! in\b| at\b|"
    r" on\b)",
    per_hour=r"\b(?:an?|per|each|every) hour\b|\bhourly\b",
    per_day=r"\b(?:a|per|each|every) day\b(?! (?:ago|earlier|before|later|after|when|in))|\bdaily\b",
    per_week=r"\b(?:a|per|each|every) week\b(?! (?:ago|earlier|before|later|after|when|in))|\bweekly\b",
    per_month=r"\b(?:a|per|each|every) month\b(?! (?:ago|earlier|before|later|after|when|in))|\bmonthly\b",
    per_quarter=r"\b(?:a|per|each|every) quarter\b(?! (?:ago|earlier|before|later|after|when|in))|\bquarterly\b",
    per_year=r"\b(?:a|per|each|every) year\b(?! (?:ago|earlier|before|later|after|when|in))"
    r"|\b(?:yearly|annually|per annum|(?:for|over) the (?:whole |full )?year)\b",
    average_behind=r"on average\b",
    ranges_from=r"\brang(?:e[sd]?|ing) (?:from|between)\b",
    wider_group=r"\b(?:national|EU|euro|OECD|world|global|industry|sector|country|market|long[- ]\w+|historical|"
    r"\w+-year) average|\b(?:fastest|slowest|highest|lowest|among|including|such as|nationwide|"
    r"overall average of all)\b",
    set_rate=r"\b(?:key|policy|base|benchmark|repo|bank|deposit|lending|refinancing|interest|its|discount) rates?\b",
    as_many_as=r"(?:as (?:many|much|high|large) as|more than|the|its) ?(?:the|its)?",
    by_itself=r"\b(?:alone|by itself|on its own)\b",
    flow=r"\b(?:visited|visits|sold|sales|built|made|produced|production|output|handled|shipped|shipments|mined|"
    r"exports?|exported|"
    r"imports?|imported|revenues?|turnover|carried|registered|delivered|deliveries|earned|spent|spending|pumped|"
    r"collected|issued|lent|attracted|received)\b",
    not_added_over_time=r"\b(?:since|cumulative\w*|"
    r"average|averag\w+|daily|a day|per day|a month|monthly|annuali[sz]ed|at the end|as of|"
    r"by the end|expected|forecast|target|plans?|planned|headcount|employ\w*|staff|stock\w*|reserves|rate)\b",
    counting_in=r"including\b|incl\b|with\b",
    has_feature=r"\b(?:with|who|that|whose|having)\b",
    the_rest=r"\b(?:the rest(?! of (?:the )?(?-i:[A-Z]))|everything else|all others?|remaining|remainder|"
    r"the other(?! (?:hand|day|side|was|is|for|of|at|totall?ing|worth)\b))\b",
    of_one_whole=r"(?:out )?of (?:all |the |its |his |her |their |our |these |those )+[^⟦⟧,]{3,40}?,? (?:he |"
    r"she |they |it )?(?:\w+ )?⟦|"
    r"[^⟦⟧]{0,40}⟦[SR]\d+⟧ of [^⟦⟧,]{3,40} (?:(?:c[ao]me|comes|were|are) from|went to|go(?:es)? to)\b",
    ratio_base=r"\b(?:principal|face (?:value|amount)|par\b|nominal|"
    r"plan|planned|target|capacit|income|revenue|turnover|gdp|gross|quota|norm|average|level|price|value|"
    r"loans|deposits|assets|liabilities|equity|output|salar|wage|cost|budget|last|previous|year|need|demand|goal)\w*",
    come_from=r"\b(?:(?:came|come|comes|were|are) )?from\b",
    divided=r"(?:c[ao]me|comes|went|go(?:es)?) (?:from|to) [^⟦⟧]{1,30}\(⟦|"
    r"\b(?:breakdown|split|divided|distribut\w+|compris\w+|consist(?:s|ed|ing)?\b|made up of|market shares?|"
    r"of the \w* ?market|accounts? for|accounted for|accounting for|shares? of|"
    r"by (?:region|country|sector|age|industry|category|product|segment|type|size|area))\b",
    own_rate=r"\bmargins?\b",
    overlapping=r"\b(?:respondents?|survey\w*|polled|polls?|said|says?|told|answers?|use[ds]?|using|plan\w*|believe\w*|"
    r"consider\w*|want\w*|expect\w*|prefer\w*|support\w*|own|trust\w*|which|whom|of them|of these|each|both|up from|"
    r"down from|compared|versus|against|than|from|rose|fell|grew|earlier)\b",
    in_places="in|on|at|among",
    time_in_sentence=r"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|first|second|third|fourth|half|quarter|"
    r"month|week|year|today|yesterday|earlier|previous|last|next|now|then|former)",
    counted_or_valued=r"\b(?:transactions?|deals?|purchases?|orders?|trade|payments?|settlements?)\b",
    figure_in_heading=r"\d\s?(?:%|bn\b|mn?\b|million|billion|trillion)|[$€£¥₹₽]\s?\d",
    dates_another=r"\b(?:founded|established|born|incorporated|matur(?:es|ing)|due|expir(?:es|ing)) ?(?:in|on)? ?$|"
    r"\bbase(?:d on| year| period)?(?: of)?:? ?$",
    narrower_subject=r"\b(?:export(?:s|ed)? to|import(?:s|ed)? from|excluding|without|outside|non-\w+|ex-\w+)\b",
    relative=r", (?:which|who|whose|where)\b|(?:(?<=[a-z]s)|(?<=⟧)) with (?:an? )?(?:population|GDP)s?\b",
    this_was=r"(?:that|this|it) (?:was|is|were|had been|represent(?:s|ed)|mark(?:s|ed)|means?|meant)",
    states_level=r"\b(?:figures?|numbers?|prices?|totals?|as|many|much|size|"
    r"times|stood|stands|costs?|amount(?:s|ed) to|total(?:s|l?ed)|number(?:s|ed)|comes? to|"
    r"came to|reach(?:es|ed)|held|holds|counted|lay at|lies at|which|when|who|there|only|already|still|just|at|of|"
    r"on|one|ones|it|they|its|their|while it|years? later|in all|this|that|is|are|was|were|be|been|had|has|have|a|"
    r"an|the|to|by|more|less|fewer|higher|lower|larger|smaller|bigger|cheaper|dearer)\b",
    back_then=r"\b(?:then|back then|at (?:that|the) time|in those days)\b",
    changed_object=r"(?:its|his|her|their|our|the)\b",
    is_now=r"\b(?:is|has|stands at)\b",
    nowadays=r"\b(?:now(?!-)|today(?!')|currently|nowadays|at present)\b",
    years_later=r"\byears? later\b",
    it_was=",? (?:it|they|this|that|(?:the |a )?(?:profit|loss|figure|rate|result)) (?:was|were|had been)",
    than_ahead=r"\b(?:than|from|on|with)\s+",
    not_comparison=r"(?:up|down) (?:from|to)\b|(?:above|below) (?:the|its|a|target|expectations)\b(?!\W*\d)"
    r"(?! (?:\w+ )?(?:same|corresponding|record|peak|high|low|level|figure|average|"
    r"(?:previous |prior |preceding )?(?:year|season|quarter|month)(?: before| earlier| ago)?)\b(?!['’]))",
    partner_share=r"\S* ?(?:the )?[A-Z]\w+(?: [A-Z]\w+)? (?:(?:accounts?|accounted|accounting) for [^.;]{0,40}\b"
    r"(?:exports|imports|shipments|trade)\b|(?:bought|took|absorbed|received) (?:\d[\d.]* ?(?:%|per ?cent)|half|"
    r"an? (?:third|quarter|fifth)|two[- ]thirds|three[- ]quarters)|(?:accounts?|accounted|"
    r"accounting) for [^.;]{0,30}\bof (?:that|this|it|them|the (?:total|sum|amount))\b)|(?:and|,|the) (?:the )?[A-Z]\w+"
    r"(?: [A-Z]\w+)? for (?:[$€£¥]|\d)",
    rank_in=r"\b(?:(?:high|low|larg|small|bigg|fast|slow|strong|weak|rich|poor|steep|sharp|cheap|deep|wid|young|"
    r"old|tight|great)est|best|worst|any other|no other|(?:a |the \w+ )?members?|rank(?:s|ed|ing)?) ?"
    r"(?:[\w'-]+ ){0,6}(?:in|of|among|amongst|within|across|throughout) (?:all )?(?:the )?"
    r"(?:whole |entire |\d+[ -]member )?$",
    partner_ahead=r"\b(?:(?:(?:moved|is|was|are|were|well|far|just|still) )?ahead of|second only to) (?:the )?$",
    given_to=r"\b(?:disburse\w*|lend\w*|lent|loans?|credits?|aid|assistance|support|grants?|bailout|rescue|"
    r"financing|visit\w*|tourists?|travel\w*|trips?|flights|arrivals|came|immigra\w*|remittances)\b[^.;,]{0,40} "
    r"to (?:the )?$",
    own_economy="economy",
    trade_out="export|shipment|deliver|suppl",
    trade_in="import|purchase",
    rate_name=r"inflation|growth|\brate\b|unemployment",
    length_of_life=r"\b(?:life expectancy|lifespan)\b",
    general_name="growth rate|growth|rates?|prices|output|real|real growth|marketplaces|ai|artificial intelligence|"
    "dollar|cny|usd|eur|cost of living|exports|imports|reserves|price growth|price rise",
    cities=CITIES,
    area_in_name=r"(?:world|global) (?:Bank|Trade|Health|Economic|Gold|Steel|Cup|Times|Meteorological|Resources|Food|"
    r"Tourism|Energy|Nuclear)|(?:\w+ )+(?:Metal|Mercantile|Commodity|Futures|Bullion) (?:Exchange|Market)|"
    r"(?:chad|jordan|georgia|israel) (?!said|says|was|is|had|has|and|or)[A-Z][a-z]+",
    superlative=r"(?:\w+[- ])?(?:top|\w+est|most|leading|main|biggest|no\. ?\d|number)\b",
    as_in=r"\b(?:as|just as|like) (?:it (?:was|did) )?(?:in|for|during) (?:the )?$",
    when_it=r", when\b",
    then_other=r", (?:before [a-z]+ing|and then|then)\b",
    when=r"\d{4}|\b(?:earlier|before|ago)\b",
    equals="equals?",
    that_of=r"\b(?:above|below|than|exceed(?:ed|ing|s)?|to|with) (?:that|those) (?:of|in|for) $",
    part_goes=r"(?:of (?:it|them|those|this) )?(?:(?:came|come|comes|comes?ing|coming|stemmed|originated|arrived) from|"
    r"(?:went|goes?|going|headed) (?:to|into|on)|(?:was|were|is|are) (?:exported|sold|shipped|bought|spent|earmarked|"
    r"destined|held|owned))\b",
    so_many_now=r"\b(?:(?:(?:now|still|already|currently) )?(?:has|have|had|runs?|operates?|owns?|numbers?)"
    r"(?: (?:now|still|already|about|some))*|there (?:are|were|will be)(?: (?:now|still|about|some))*|leaving|"
    r"left with|(?:bringing|taking|raising|cutting) (?:the|its|their) (?:total|number) to) $",
    group_by_rank=r"(?:richest|poorest|wealthiest|top|bottom|(?:highest|lowest|best)[- ](?:paid|earning)) \|\s*(?:%|"
    r"per ?cent)",
    asked=r"\b(?:survey(?:ed)?|respondents?)\b",
    before_tax=r"before (?:interest|tax\w*|depreciation|exceptional\w*|one-off\w*)(?:(?:,? and|,) [a-z-]+)*",
    foreseen_in=r"\b(?:from|against|than|versus|compared (?:with|to)) (?!expected|forecast|predicted)[^,;]{0,40}\b"
    r"(?:forecast|predicted|expected|projected|estimated|seen|pencilled in) (?:back )?in $",
    sterling=r"\b(?:sterling|exchange|currenc\w+|british|egyptian|lebanese|syrian|sudanese|the pound)\b",
    part_has=r"(?:have|own|live|work|smoke|speak) (?!been\b|risen\b|fallen\b|become\b)",
    previous_one=r"(?:the )?(?:previous|last|preceding|prior) (?:auction|meeting|sale|tender|survey|report|reading)\b",
    as_share=r"as a (?:share|proportion|percentage) of (?:the |its )?([A-Za-z]+)",
    ratio=r"/ ?ebitda|\b(?:ratio|leverage|multiple|multiplier|gini|fertility rate)\b",
    exchange_rate="exchange rate|trades at|traded at|rate of",
    moved_against=r"(?:against|versus) the (?:U\.?S\.? |American )?(?:dollar|euro|pound|yen|yuan|franc|greenback)\b"
    r"(?: (?!dollar)[a-z]+){0,3} (?:to|at|hit|hitting)(?: about| around)?(?: an? (?:[a-z]+ ){1,3}(?:low|high) of)? $",
    weighs=r"\b(?:weigh\w*|(?:body|gross|net|average|total|its|their) weight)\b(?: \w+){0,3} $",
    of_weight=r"\s?\((?:about )?[\d.,]+ ?(?:kg|kilograms?|kilos?)\b| (?:per|an|each|every) (?:acre|bale|bag|"
    r"person a year)\b|-(?:bale|bag|sack|barrel)s?\b| (?:in weight|"
    r"heavier|lighter)\b| of (?:\w+ )?(?:aluminium|aluminum|apples|beans|beef|butter|carbon|cheese|cherries|chicken|"
    r"chocolate|cobalt|cocaine|cocoa|coffee|copper|cotton|explosives|fat|fish|flour|food|fruit|gold|grain|grapes|ham|"
    r"heroin|honey|iron|lead|lint|lithium|lobster|marijuana|meat|metal|milk|mushrooms|nickel|nuts|oranges|plastic|"
    r"pork|potatoes|rice|rubber|salmon|salt|seafood|seeds?|shrimp|silver|steel|sugar|thrust|tin|tobacco|tomatoes|"
    r"turkey|uranium|vegetables|waste|wheat|wool|yellowcake|zinc)\b",
    lent_at=r"(?:\w+-year |home |corporate |treasury |government |convertible |preferred |fixed-rate )?(?:loans?|"
    r"bonds?|notes?|mortgages?|deposits?|gilts?|debentures?|coupons?|perpetuals?|eurobonds?)\b",
    whole_is_gdp="(?:the )?gdp",
    level_pairs=LEVEL_PAIRS,
    share_of_share=SHARE_OF_SHARE,
    level_triples=LEVEL_TRIPLES,
    part_and_share=PART_AND_SHARE,
    part_without_share=PART_WITHOUT_SHARE,
)
