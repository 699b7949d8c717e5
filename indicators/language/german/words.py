"""Small German words."""

from typing import Final

from indicators.language.words import WordTables, words

GERMAN_COMMON_WORDS: Final = words(
    "der die das und in den von zu mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat "
    "dass sie nach wird bei einer um am sind noch wie einem über einen so zum war haben nur oder aber vor zur bis "
    "mehr durch man sein wurde wurden sei prozent hatte kann gegen vom können schon wenn habe seine mark ihre dann "
    "unter wir soll ich eines jahr zwei jahren diese dieser wieder keine uhr seiner worden will zwischen immer "
    "millionen was sagte gibt alle milliarden milliarde rund stieg stiegen sank sanken lag lagen betrug laut "
    "gegenüber vorjahr umsatz gewinn wachstum inflation arbeitslosenquote wirtschaft deutschland euro unternehmen "
    "mio mrd tsd bio anteil quartal halbjahr seit etwa fast knapp bevölkerung einwohner ausfuhren einfuhren exporte "
    "importe bip bruttoinlandsprodukt anstieg rückgang dollar rubel beim ihr ins deutlich dürfte märz mai juni juli "
    "oktober dezember januar februar erwartet erwartete schweiz österreich legte fiel wuchs kostet kosten preis "
    "preise wert menschen beschäftigte land länder monat monate jahres personen haushalte tonnen fahrzeuge betriebe "
    "*ung *ungen *keit *heit *schaft *lich *quote *zahl *rate *preise *umsatz *gewinn"
)

GERMAN_WORDS: Final = WordTables(
    not_forecast_behind=words("geplant vorgesehen veranschlagt"),
    level_joint=words("auf"),
    abbreviations=words(
        "dr prof hr fr ca z b bzw usw u d h vgl nr st mill mio mrd bio tsd mia rd inkl exkl zzgl evtl max min str abs "
        "art o ä i v a jan feb mär mrz apr jun jul aug sep sept okt nov dez dipl ing etc sog"
    ),
    after_ordinal=words(
        "januar jänner februar märz april mai juni juli august september oktober november dezember quartal quartals "
        "quartale halbjahr halbjahres halbjahrs jahrhundert jahrhunderts jahrestag platz rang runde monat woche tag "
        "jan feb mär apr jun jul aug sep okt nov dez kalenderwoche"
    ),
    dotted=words("z d u"),
    article=words("der die das den dem des"),
    one_article=words("eine ein einer einem einen"),
    and_=words("und sowie beziehungsweise bzw bzw."),
    or_=words("oder also"),
    of=words("der des von vom aller am an"),
    every=words("jeder jede jedes"),
    another=words("weitere weiteren weiterer nochmals erneut abermals"),
    but=words("aber während wohingegen jedoch doch sondern"),
    joints=words("und oder sowie beziehungsweise bzw bzw."),
    where_in=words("in im für"),
    where=words("in im"),
    lead=words(
        "es er sie das dies und aber während die der den dem des ein eine in von mit bei zu am im auf damit da "
        "dabei so auch dann somit dort hier welche welcher deren dessen lag wurde wurden ist sind hat"
    ),
    relative_clause=words("wobei deren dessen"),
    conjunctions=words("obwohl während aber weil da nachdem sondern doch jedoch denn falls trotz"),
    adverbs=words(
        "nur leicht deutlich stark kräftig rund etwa knapp gut fast mehr als um auch erneut wieder noch weiter "
        "nochmals saisonbereinigt real nominal insgesamt lediglich sogar sich gegenüber dem vorjahr im "
        "jahresvergleich zuletzt jährlich durchschnittlich über spürbar merklich moderat minimal"
    ),
    scale_letters=words("k m"),
    scales_after_article=words("million milliarde billion"),
    compares=words("über unter"),
    unit_letters=words("t"),
    people_nouns=words("bevölkerung einwohnerzahl"),
    number_of=words("zahl anzahl"),
    no_adjective=words(
        "beziehungsweise bzw bzw. in im der die das den dem des von vom zu zum zur für bei mit auf und oder "
        "als dass wer war waren ist sind "
        "hat haben wird werden ein eine sein seine ihre ihr pro je über unter nach vor während seit bis zwischen "
        "wenn aber falls nicht auch gegen gegenüber mehr weniger höher niedriger jahr jahre jahren monat monate "
        "sagte laut rund nur allein aus dann so weil wo deren durch trotz davon darunter um ab zurück an am wurden "
        "wurde prozent gegangen"
    ),
    no_qualifier=words(""),
    rate_to=words("zum gegenüber"),
    for_one=words("pro je für zu"),
    exchanged_for=words("pro je für zu gegen gleich"),
    counted_per=words("je pro"),
    of_which=words("davon darunter"),
    one_in=words("von"),
    out_of=words("von der seiner ihrer unserer"),
    after_fraction=words("der des einer von aller"),
    before_percent=words("eines"),
    before_times=words("um das"),
    after_times=words("so mehr höher größer teurer soviel des der wie schneller stärker"),
    fold=words("fache fachen"),
    name_particles=words("der des und von für de van di la"),
    not_names=words(
        "die der das ein eine in im am bei dies und aber als er es sie wer beamte daten zahlen bericht umfrage auch "
        "hat haben wurde war montag dienstag mittwoch donnerstag freitag samstag sonntag zuletzt ist so"
    ),
    pronouns=words("er sie es"),
    offices=words(
        "minister präsident chef vorstandschef finanzminister wirtschaftsminister analyst ökonom chefökonom "
        "sprecher sprecherin ministerium bank behörde verband institut vorsitzende direktor kanzler bundeskanzler "
        "statistikamt"
    ),
    superlatives=words("größten wichtigsten reichsten ärmsten führenden besten meisten"),
    ordinal_endings=words("er ers te ten"),
    area_acronyms=words("us usa eu ezb snb"),
    areas_and_people=words("jordan"),
    before_other_area=words("neu new nicht"),
    parts_of_countries=words(
        "bundesstaat provinz bundesland kanton norden süden osten westen südwesten südosten nordosten nordwesten"
    ),
    institutions=frozenset(
        "bundesbank;destatis;insee;istat;rosstat;snb;fed;federal reserve;bank of england;ezb;europäische zentralbank;"
        "europäischen zentralbank;eurostat;eu-kommission;europäische kommission;europäischen kommission;washington;"
        "moskau;peking;london;paris;berlin;tokio;kreml;statistische bundesamt;statistischen bundesamts".split(";")
    ),
    month_nouns=words("monat monate monaten"),
    year_nouns=words("jahr jahre jahren gesamtjahr"),
    ago=words("zuvor"),
    ago_ahead=words("vor"),
    later=words("später"),
    last=words("letzten letzte letztes"),
    kinds_of_year=words("fiskalischen"),
    before_its_year=words("des der im jahr jahres jahre von in 's"),
    before_year=words("in im seit bis von für ab jahr jahre jahren jahres ende anfang mitte um nach vor"),
    before_year_hyphen=words("mitte ende anfang"),
    before_duration=words("vollen ganzen aufeinanderfolgenden letzten vergangenen weiteren langen"),
    between_months=words("bis und"),
    over_months=words("ersten"),
    before_month=words("."),
    until=words("bis"),
    only_when=words("im in es er sie das dies jahr davor zuvor vor war waren lag lagen betrug vorjahr"),
    begins_other_time=words("nachdem trotz"),
    compared_level=words("von gegenüber nach statt"),
    likened=words("so wie"),
    compared_surely=words("als gegenüber"),
    compared_preposition=words("zu zum zur mit dem am an"),
    comparison_nouns=words("vergleich verglichen gemessen"),
    stepped_from=words("zu zum gegenüber"),
    level_nouns=words("niveau stand rekord höchststand tiefstand wert niveaus vorkrisenniveau"),
    before_compared_time=words(
        "im in dem der den des zum gleichen selben zeitraum monat monats quartal vorjahr ersten zweiten dritten "
        "vierten jahr jahres niveau stand"
    ),
    before_compared_year=words("gegenüber als zum dem"),
    of_a_time=words("von nach aus"),
    range_to=words("bis"),
    between=words("zwischen"),
    from_if_changed=words("von"),
    moved=words("ging änderte"),
    by_step=words("um"),
    not_from=words("um zwischen bei"),
    level_prepositions=words("unter über"),
    to_level=words("auf bei zu"),
    done=words("ausgebucht ausgelastet abgeschlossen verkauft geimpft ausgeschöpft"),
    gdp=words("bip bruttoinlandsprodukt"),
    ends_whole=words(
        "in im am bei aus auf mit während die das war waren ist sind hat haben wurde wurden an für nach lag"
    ),
    beside=words("mit gegenüber als gegen wie"),
    towards=words("nach"),
    towards_in=words("die"),
    away=words("aus"),
    before_country=words("der die den dem das"),
    expected=words("erwartet prognostiziert"),
    change=words(
        "verlust minus plus "
        "liegt liegen gelegen hatte vorjahreswert "
        "somit demnach noch bei sei habe seien hätten binnen innerhalb "
        "seit ein eine einem einen einer der die das den dem um auf von bei mit plus minus anstieg rückgang wachstum "
        "zuwachs zunahme steigerung stieg stiegen gestiegen sank sanken gesunken gesenkt angehoben wuchs wuchsen "
        "gewachsen fiel fielen gefallen legte legten zu zugelegt nahm nahmen ab zurück ging gingen zurückgegangen "
        "kletterte erhöhte erhöht sich verringerte schrumpfte oder also d h heißt was entspricht entsprach rund "
        "etwa knapp gut fast über mehr als weniger höher niedriger im in zum vergleich gegenüber vorjahr vorjahres "
        "jahr jahres jahre zuvor davor vor nach nur damit insgesamt jährlich nominal real monat quartal ersten zweiten "
        "dritten vierten halbjahr gleichen zeitraum ist sind war waren hat haben wurde worden prozent bedeutet "
        "und es er sie gesamt level niveau januar februar märz april mai juni juli august september oktober "
        "november dezember lag lagen betrug entspreche bedeute verdoppelt dies vorigen vergangenen letzten "
        "diesem dieses verteuerte verteuert"
    ),
    general=words(
        "der die das den dem des ein eine einer und oder in im am an auf von vom zu zum zur bei mit für aus um es sie "
        "er ihr war waren ist sind hat haben hatte gesamt insgesamt volumen wert höhe zahl anzahl niveau jährlich "
        "jährliche jahr jahre jahres jahren letzten vergangenen land landes länder ganze rate index wachstum zunahme "
        "stieg stiegen wuchs sank fiel umsatz markt wirtschaft sektor erreichte zwischen laut alle nominal nominale "
        "real reale voll durchschnitt durchschnittliche ab auch dies prozent mehr als etwa rund betrug lag lagen "
        "belief beliefen sich weltbank iwf oecd nach angaben amtliche offizielle lebten leben zählte zählt gesunken "
        "gestiegen ging verzeichnete hatten wies verbuchte meldete kam legte schrumpfte nahm gab verringerte erhöhte "
        "schnitt menschen einwohner personen bewohner leute entsprach entspricht machte bezifferte gemessen wohnten "
        "wohnen überstieg erreicht erreichten kletterte fast knapp ungefähr genau nur ende anfang jahresdurchschnitt "
        "durchschnittlich wurde wurden geschätzt zugelegt geschrumpft gewachsen gut"
    ),
    in_totals=words("der die das alle gesamt insge gesam"),
    small=words(
        "und der die das den dem des für von mit aus auf bei nach über wurde wurden war waren ist sind hat haben "
        "hatte auch als wie sich eine einem einer einen ein nur noch laut werden wird"
    ),
    growth_nouns=words("wachstum wirtschaftswachstum"),
)
