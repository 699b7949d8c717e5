"""Small English words."""

from typing import Final

from indicators.language.words import WordTables, words

ENGLISH_COMMON_WORDS: Final = words(
    "the of and to in a is are was were for on with by at from as its it that this has have had will be or an their "
    "his her but not than more about said up down per cent percent billion million trillion thousand which who year "
    "years sales rose fell grew growth rate price prices people turnover revenue profit inflation unemployment "
    "exports imports economy market company companies quarter month months half first second third last after "
    "before over under nearly almost around between against compared share shares country countries government bank "
    "while would could january february march april may june july august september october november december euros "
    "dollars rubles roubles yuan yen pounds gdp cost costs sold bought buyer offered new plant factory region value "
    "total increase decrease rise fall points point basis forecast expected lost won gained made earned owes owed "
    "raised spent spend did does do get got paid pay pays put hit jumped dropped climbed slipped cut added reached "
    "fourth fifth one two three four five six seven eight nine ten each every only also still just even some most "
    "many other because when where if so such both all any no there here out into through during since until annum "
    "net gross profits earnings loss losses debt budget trade deficit surplus tax taxes wage wages job jobs workers "
    "unemployed people's world global annual quarterly monthly weekly daily firm firms group maker retailer mine "
    "ship deal deals loan loans fund funds stock stocks stake bond bonds yield yields dollar euro pound ruble "
    "rouble bn mn tons tonnes barrels cars homes houses number average high higher low lower record old big bigger "
    "small large major output production slowed accelerated *tion *tions *ing *ed *ly *ness *ment"
)

ENGLISH_WORDS: Final = WordTables(
    abbreviations=words(
        "mr mrs ms dr prof st gen col rev hon pres gov sen rep no nos vs approx ca cf fig figs sec art vol pp inc ltd "
        "co corp plc bros dept est e.g i.e jan feb mar apr jun jul aug sep sept oct nov dec rs"
    ),
    dotted=words("u e"),
    article=words("the"),
    one_article=words("a"),
    and_=words("and"),
    or_=words("or"),
    of=words("of"),
    every=words("every"),
    another=words("another further additional"),
    but=words("but while whereas although though yet"),
    joints=words("and or"),
    where_in=words("in for"),
    lead=words(
        "it they he she we this these and but while whereas as the a an in of with by at to for on which that its their"
    ),
    relative_clause=words("where whose"),
    conjunctions=words("though although while whereas but because since unless despite even if"),
    adverbs=words(
        "just only nearly sharply slightly strongly steadily modestly markedly significantly also again still even by "
        "another further annually since seasonally adjusted real provisionally net all roughly"
    ),
    scale_letters=words("k m b c"),
    scale_beside_money=words("mm mio"),
    scales_after_article=words("million billion trillion"),
    unit_letters=words("t d"),
    money_letters=words("rs rs. rm rp dh kr dlrs"),
    people_nouns=words("population"),
    number_of=words("number numbers count total"),
    no_adjective=words(
        "in of to from by for at on with and or as than that which who were was is are had has have will would may "
        "might should can could must the a an its their his her this those these per over under after before during "
        "since until between into within "
        "when while but if not also compared against up down more less fewer higher lower above below each last next "
        "year years month months said says according about only just alone worth out off then so because where whose "
        "denotes indicates signals suggests implies separates marks makes means puts keeps leaves gives brings exceeds "
        "remains includes comes represents equals accounts reflects beats surpasses requires allows helps lets forces "
        "gets goes "
        "through among across despite amid via including excluding"
    ),
    compares=words("over above below under"),
    upward=words("up"),
    goes_up=words(
        "edged ticked inched went moved goes go going gone picked pushed crept nudged jumped revised is was rose "
        "climbed shot bumped marched driving drove crawled stepped drifted add adds added adding"
    ),
    surpass=words("top"),
    no_qualifier=words("until c"),
    rate_to=words("to against"),
    no_rate=words("a an"),
    for_one=words("per"),
    exchanged_for=words("per to"),
    counted_per=words("per"),
    counted_per_round=words("for every"),
    of_which=words("which whom them including"),
    one_in=words("in"),
    out=words("out"),
    after_fraction=words("of a the"),
    before_percent=words("a of half"),
    multiple_or_adjective=words("double triple treble doubles triples"),
    before_multiple=words("to will would could may should than nearly almost about roughly"),
    after_multiple=words("the that what its their from last"),
    not_after_multiple=words("down check up"),
    after_times=words(
        "the as more higher larger bigger greater that its what annual faster over gdp ebitda lower earnings sales "
        "revenue longer less oversubscribed"
    ),
    fold=words("fold -fold x"),
    name_particles=words("of the and for de von van del da di la le al bin &"),
    not_names=words(
        "the a an in on at by this that but and as it he she they who which officials data figures report survey "
        "statement also has have had was were monday tuesday wednesday thursday friday saturday sunday earlier later "
        "separately"
    ),
    pronouns=words("he she they it who which"),
    offices=words(
        "minister president chief executive governor director analyst economist chairman spokesman spokeswoman "
        "ministry office bureau bank agency department association institute head founder deputy senior officer "
        "central national"
    ),
    superlatives=words("largest biggest richest poorest leading top wealthiest most major best smallest worst main"),
    ordinal_endings=words("st nd rd th g d k s x"),
    figure_adjectives=words("odd strong"),
    units_in_adjectives=words("megawatt gigawatt hectare tonne acre barrel dollar euro yuan ruble rouble"),
    area_acronyms=words("us mas eu uk ons uae"),
    areas_and_people=words("jordan chad georgia israel"),
    before_people=words("in as the for and but of from to at by while when with since after although if that across"),
    before_other_area=words(
        "non extra latin new north south east west northern southern eastern western central upper lower"
    ),
    parts_of_countries=words(
        "state province city town county north south east west northeast northwest southeast southwest"
    ),
    institutions=frozenset(
        "bank of russia;rosstat;pboc;federal reserve;the fed;rbi;reserve bank of india;bank of "
        "japan;bundesbank;destatis;"
        "insee;bank of england;ons;istat;snb;swiss national bank;riksbank;norges "
        "bank;cbrt;banxico;indec;bank of canada;"
        "statistics canada;statscan;rba;reserve bank of australia;rbnz;bank of korea;hkma;mas;ecb;european "
        "central bank;"
        "eurostat;european commission;washington;moscow;beijing;london;paris;berlin;tokyo".split(";")
    ),
    months_and_verbs=words("may march"),
    month_nouns=words("month months"),
    year_nouns=words("year years"),
    next_one=words("next"),
    ago=words("ago"),
    later=words("later"),
    last=words("last final"),
    kinds_of_year=words("fiscal calendar financial"),
    before_its_year=words("of the in year calendar fiscal financial"),
    before_year=words("in since by of until from for through"),
    before_year_hyphen=words("mid post pre early late end"),
    before_duration=words(
        "full whole more consecutive straight successive last past calendar trading working business fiscal long good "
        "additional"
    ),
    between_months=words("to and through until"),
    over_year=words("over during"),
    span_ended=words("ended ending to through"),
    until=words("to until through"),
    only_when=words("in a it they this that the year earlier before ago was were stood at figure"),
    begins_other_time=words(
        "after following despite extending reversing erasing offsetting snapping outpacing matching exceeding repeating"
    ),
    compared_level=words("from against versus"),
    likened=words("as"),
    compared_surely=words("than versus vs vs. against"),
    compared_preposition=words("with to"),
    comparison_nouns=words("compared comparison relative"),
    stepped_from=words("from on"),
    level_nouns=words("level levels average figure peak high low record total result crisis pandemic recession"),
    before_compared_time=words(
        "in the of that for same year period months month quarter first full calendar whole its level levels"
    ),
    before_compared_year=words("from than on with under"),
    range_to=words("to"),
    between=words("between range within"),
    from_if_changed=words("from"),
    moved=words("went goes going gone moved moves changed shifted revised swung"),
    by_step=words("by"),
    not_from=words("by of between"),
    level_prepositions=words("under below above"),
    to_level=words("to at"),
    done=words("sold complete full booked owned funded vaccinated finished filled completed occupied"),
    gdp=words("gdp"),
    out_of=words("of"),
    ends_whole=words(
        "in at as by with while who that which were was are is have has had involve involved came said this last"
    ),
    beside=words("with than against unlike versus behind"),
    towards=words("to into towards"),
    away=words("from"),
    before_country=words("the mainland neighbouring in"),
    expected=words("expected forecast projected"),
    not_forecast_behind=words("sees"),
    change=words(
        "loss losses "
        "jan feb mar apr jun jul aug sept sep oct nov dec settle settled settling "
        "next above below going moving thus so hence reaching hitting making now "
        "reached came come to hit stood totalled amounted were since alone decade decades "
        "a an the up down by rise rises rose risen rising increase increased increasing growth grew grow growing gain "
        "gained jump jumped surge surged soar soared climb climbed fall fell fallen falling drop dropped decline "
        "declined declining decrease decreased change changed of or i e ie that is that's s which was represents "
        "representing equivalent equal to meaning means nearly almost about around roughly approximately some over "
        "more less than higher lower larger smaller year on yoy y compared from in just only marking mark "
        "posting showing shows annual annually total overall nominal nominally plus minus added lost adding one month "
        "quarter season earlier previous last this period same time before ago when years half first second third "
        "fourth its their it expanding expanded contracting contracted shrinking shrank slipping slid slipped plunge "
        "plunged sinking sank real terms constant current prices inflation adjusted for at whole full level figure "
        "reading per cent percent two three four five six seven eight nine ten january february march april may june "
        "july august september october november december"
    ),
    general=words(
        "the a an of in and or for to from by with at on its their it that was were is are has had total overall "
        "volume value size amount number level figure annual yearly year years last past country countries national "
        "whole rate index growth increase grew rose rise fell turnover market economy sector reached between said "
        "according new all nominal real full average up down domestic also this per cent percent more than worth "
        "about came stood hit amounted totalled totaled put now still be world bank imf oecd fund as over during "
        "throughout calendar whose which comes same kept left held set raised cut lowered central recorded posted "
        "reported registered saw ran run owed having showed equalled equaled equivalent equal counted numbered "
        "represented represents made exceeded expanded contracted shrank climbed jumped edged declined dropped slowed "
        "slipped accelerated eased surged soared plunged tumbled rebounded recovered estimated measured lived live "
        "living home mid end early late roughly approximately around nearly almost some just only slightly under "
        "below less close exactly went hovered remained stayed stands sat topped touched"
    ),
    growth_nouns=words("growth"),
    in_totals=words("the its all total their"),
    small=words(
        "the and for was were are has have had with its their this that than from into over about said says also been "
        "will"
    ),
)
