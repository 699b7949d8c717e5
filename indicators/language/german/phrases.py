"""German phrases beside a number, a line for each role: ``role value | phrase; phrase``, ``*`` for any ending."""

from typing import Final

GERMAN_PHRASES: Final = """
scale 3 | tausend; tausende; tsd; tsd.
scale 6 | million; millionen; mio; mio.; mill.
scale 9 | milliarde; milliarden; mrd; mrd.; mia.; mia
scale 12 | billion; billionen; bio; bio.; bill.
scale 15 | billiarde; billiarden
percent | %; prozent; v.h.; vh; pct
points | viertelpunkt*; viertelprozentpunkt*; halbpunkt*; achtelpunkt*; prozentpunkt*; pp; %-punkt*; punkte prozent; \
prozent-punkt*
bps | basispunkt*; bp; bps
before about | etwa; rund; circa; ca.; ca; ungefähr; schätzungsweise; gut geschätzt; um die; in etwa; zirka; ~; ≈; \
rd.; grob; annähernd so
before more than | mehr als; über; gut; übersteigt; überstieg; überschritt; überschreitet; oberhalb von; >; \
etwas mehr als; deutlich mehr als; knapp über; leicht über; höher als; übertraf; jenseits von; weit über
before less than | weniger als; unter; unterhalb von; <; niedriger als; nicht einmal; nicht ganz
before at least | mindestens; wenigstens; nicht weniger als; zumindest; ≥; minimum
before up to | bis zu; höchstens; maximal; nicht mehr als; ≤
before almost | fast; knapp; beinahe; nahezu; annähernd; an die; kurz vor; etwas weniger als; nicht ganz
after at least | oder mehr; und mehr; aufwärts
after about | oder so
minus | minus
# Change.
rise | gewann; gewannen; gewinnt; gewinnen; gewonnen; wachse; steige; zulege; zunehme; wüchse; stiege; klettere; \
stieg; stiegen; steigt; steigen; gestiegen; \
steigend; wuchs; wuchsen; wächst; wachsen; gewachsen; erhöhte*; \
erhöhen; erhöht; kletterte*; klettert; klettern; geklettert; legte; legten; legt; zugelegt; zulegen; zunahm; \
zunahmen; zugenommen; zunehmen; zunehmend; sprang; sprangen; verteuerte*; verteuert; anstieg; anstiegen; angestiegen; \
ansteigen; anzog; angezogen; anziehen; plus; plus von; hob; hoben; angehoben; anhob; anheben; steigerte*; steigern; \
gesteigert; beschleunigte*; vergrößerte*; ausgebaut; schnellte*; verbesserte*; verbessert; gewann; gewannen; hinauf; \
aufwärts; nach oben; zog; zogen; expandierte*; vermehrte*; ausweitete*; ausgeweitet; höher; aufgestockt; zuwachs; \
zunahme
fall | schmolz; schmolzen; schmilzt; schmelzen; geschmolzen; zusammengeschmolzen; sinke; falle; abnehme; zurückgehe; \
schrumpfe; sänke; sank; sanken; sinkt; sinken; gesunken; sinkend; fiel; \
fielen; fällt; fallen; gefallen; ging; gingen; \
zurückgegangen; zurückging; zurückgingen; zurückgehen; verringerte*; verringert; verringern; reduzierte*; reduziert; \
reduzieren; senkt;\
 senkte*; gesenkt; senken; schrumpfte*; schrumpft; schrumpfen; geschrumpft; brach; brachen; eingebrochen; \
einbrach; abnahm; abgenommen; abnehmen; rutschte*; minderte*; kürzte*; gekürzt; kürzen; verlor; verloren; \
verlangsamte*; verlangsamt; schwächte*; abgeschwächt; verbilligte*; verbilligt; sackte*; gab nach; gaben nach; \
nachgegeben; stürzte*; abwärts; nach unten; verschlechterte*; ermäßigte*; gedrosselt; abgebaut; minus von; \
herabgesetzt; herunter; einbüßte*; büßte*; büßten; zurückgefahren; niedriger; rückgang; einbruch; abnahme; \
schrumpfung; minus
growth | wachstumsziel*; wachstum; wachstums; wachstumsrate*; zuwachs; zuwächse*; anstieg; anstiegs; zunahme; \
steigerung; plus; \
wirtschaftswachstum; wirtschaftswachstums; bip-wachstum; umsatzwachstum; umsatzplus; lohnplus; steigerungsrate; \
preisanstieg; preissteigerung; erhöhung; wachstumsprognose; lohnerhöhung; aufschlag; anhebung; kursplus
drop | rückgang; rückgangs; rückgänge*; minus; einbruch; abnahme; verringerung; schrumpfung; verlust; kürzung; \
senkung; umsatzrückgang; umsatzminus; umsatzeinbruch; schwund; preisrückgang; einbußen
more | mehr; höher; über dem; über den; \
über der; zu; teurer; schneller; größer; stärker; plus; anstieg; zuwachs; steigerung; wachstum; \
hinzu
less | weniger; niedriger; geringer; ab; zurück; billiger; langsamer; kleiner; schwächer; minus; rückgang; ein; \
günstiger; tiefer; unter dem; unter den; unter der
yoy | im jahresvergleich; gegenüber dem vorjahr; zum vorjahr; im vergleich zum vorjahr; binnen jahresfrist; \
auf jahressicht; im vorjahresvergleich; real; nominal; saisonbereinigt; preisbereinigt; inflationsbereinigt; \
kalenderbereinigt; gegenüber dem vormonat; zum vormonat; zum vorquartal; gegenüber dem vorquartal; \
gegenüber dem vorjahreszeitraum; jährlich; pro jahr; organisch; währungsbereinigt; gegenüber dem vorjahresmonat; \
bereinigt; auf jahresbasis; reale*; nominale*; jährliche*; im schnitt; durchschnittlich
times | mal; fache; fachen; -fache; -fachen; -mal; malige
double 1.5 | das anderthalbfache; das eineinhalbfache; anderthalbmal so; eineinhalbmal so
double 2.5 | das zweieinhalbfache; zweieinhalbmal so
double 3.5 | das dreieinhalbfache; dreieinhalbmal so
double 4.5 | das viereinhalbfache; viereinhalbmal so
double 2 | verdoppelt*; verdoppel*; doppelt so; doppelt; das doppelte; zweimal so; das zweifache; zwei mal so
double 3 | verdreifacht*; verdreifach*; dreimal so; das dreifache; dreifach
double 4 | vervierfacht*; vervierfach*; viermal so; das vierfache; vierfach
double 5 | verfünffacht*; verfünffach*; fünfmal so; das fünffache
double 6 | versechsfach*; sechsmal so; das sechsfache
double 10 | verzehnfach*; zehnmal so; das zehnfache
halve 2 | halbierte*; halbiert; halbieren; halb so
# What a percentage is of.
share | anteil; anteils; anteile; anteilen; marktanteil; marktanteile; quote der; beteiligung; beteiligungen; \
entfallen; entfällt; entfielen; entfiel; macht; machen; machte; machten; ausmachte; ausmachten; ausmacht; stimmen; \
stimmenanteil; wahlbeteiligung; mehrheit; beitrug; beigetragen; hält; halten; hielt; hielten; exportquote; \
staatsquote; beitrag; entspricht; entsprach; entsprechen; entsprachen; stellt; stellen; abdeckt; deckt; decken; \
deckte; deckten; frauenanteil
rate | inflation; inflationsrate; inflationsraten; teuerung; teuerungsrate; arbeitslosenquote; arbeitslosenrate; \
erwerbslosenquote; arbeitslosigkeit; zins; zinsen; leitzins; leitzinsen; leitzinses; zinssatz; zinssätze*; \
einlagensatz; hauptrefinanzierungssatz; marge; umsatzrendite; rendite; renditen; gewinnmarge; mehrwertsteuer; \
steuersatz; steuer; zoll; zölle; zöllen; zollsatz; abgabe; gebühr; satz; quote; rate; kerninflation; kernrate; \
jahresteuerung; sparquote; beschäftigungsquote; auslastung; ziel; zielmarke; inflationsziel; leerstand; \
leerstandsquote; betriebsmarge; kupon; körperschaftsteuer; einkommensteuer; dividendenrendite; ebit-marge; \
schuldenquote; defizitquote; provision; eigenkapitalquote; eigenkapitalrendite; beitragssatz; erwerbstätigenquote; \
auslastungsgrad; jahresinflation; preise; verbraucherpreise; sollzins; zinsniveau; referenzzins; einlagenzins; \
arbeitslosenquoten; strafzoll; strafzölle; einfuhrzoll; verzinsung; verzinst; jugendarbeitslosigkeit; deflation; \
ausfallrate
index | index; indexes; dax; mdax; ifo-index; ifo; einkaufsmanagerindex; einkaufsmanagerindexes; pmi; zew; barometer; \
geschäftsklimaindex; geschäftsklima; indizes; leitindex; stimmungsindex; konsumklima; dow jones; nasdaq; nikkei; smi; \
atx; eurostoxx; euro stoxx; preisindex; verbraucherpreisindex
# Who, and when it is about.
forecast | prognose; prognosen; prognostiziert*; prognostizier*; erwartet; erwarten; erwartete*; rechnet; rechnen; \
rechnete*; wird; werden; werde; dürfte; dürften; soll; sollen; sollte; sollten; könnte; könnten; voraussichtlich; \
vorhersage; vorhergesagt; sagt voraus; sagen voraus; sagte voraus; plant; planen; geplant; plante; planten; ausblick; \
will; wollen; wolle; ziel ist; strebt; anstrebt; angestrebt; peilt; anpeilt; kündigte an; veranschlagt; \
schätzung für; vorausgesagt; zielt; erwartung; erwartungen; vorgesehen; budgetiert; wachstumsprognose; würde; würden; \
anvisiert; zugesagt; bis ende des jahrzehnts
past | war; waren; lag; lagen; betrug; betrugen; belief; beliefen; erreichte; erreichten; verzeichnete*; stieg; \
stiegen; sank; sanken; fiel; fielen; wuchs; wuchsen; erzielte*; verbuchte*; gegenüber; nach; hatte; hatten; meldete*; \
wurde; wurden; verglichen; registrierte*; ist; sind; hat; haben
say | sagte; sagten; sagt; erklärte*; erklärt; teilte*; mitteilte*; berichtete*; berichtet; meldete*; betonte*; \
schrieb; schreibt; schätzt; schätzte*; kündigte*; warnte*; bestätigte*; heißt; hieß; gab bekannt; bezifferte*; \
ermittelte*; errechnete*; verkündete*; so
according | laut; nach angaben; zufolge; nach ansicht; nach einschätzung; nach daten; nach auskunft; \
unter berufung auf; nach schätzungen; nach berechnungen; gemäß; angaben von; wie aus
# Time.
month 1 | januar; jan.; jänner; jan
month 2 | februar; feb.; feber; feb
month 3 | märz; mär; mrz; mär.; mrz.
month 4 | april; apr.; apr
month 5 | mai
month 6 | juni; jun.; jun
month 7 | juli; jul.; jul
month 8 | august; aug.; aug
month 9 | september; sep.; sept.; sep; sept
month 10 | oktober; okt.; okt
month 11 | november; nov.; nov
month 12 | dezember; dez.; dez
ordinal 1 | erste; ersten; erstes; erster; 1.; i.
ordinal 2 | zweite; zweiten; zweites; zweiter; 2.; ii.
ordinal 3 | dritte; dritten; drittes; dritter; 3.; iii.
ordinal 4 | vierte; vierten; viertes; vierter; 4.; iv.; letzten; letztes; schlussquartal
quarter | quartal; quartals; quartale; vierteljahr; jahresviertel
half | halbjahr; halbjahrs; halbjahres; jahreshälfte; hälfte
months | monate; monaten; monat; monats
q 1 | q1
q 2 | q2
q 3 | q3
q 4 | q4
h 1 | h1
h 2 | h2
relative -1 | vorjahr; vorjahres; im vorjahr; letztes jahr; letzten jahr; letzten jahres; vergangenen jahr; \
vergangenes jahr; vergangenen jahres; vorigen jahr; voriges jahr; vorigen jahres; im letzten jahr; vergangene jahr; \
abgelaufenen jahr
relative 0 | seit jahresbeginn; seit jahresanfang; seit anfang des jahres; \
dieses jahr; diesem jahr; dieses jahres; laufenden jahr; laufenden jahres; heuer; \
aktuellen jahr; bis jahresende; jahresende; laufende jahr; aktuelle jahr
relative 1 | nächstes jahr; nächsten jahr; nächsten jahres; kommenden jahr; kommendes jahr; kommenden jahres; \
im nächsten jahr; kommende jahr; nächste jahr
year_before | vorjahr; vorjahres; im vorjahr
year_after | folgejahr; folgejahres; folgenden jahr; folgenden jahres; darauffolgenden jahr; jahr darauf; jahr später
full_year 1 | jenem jahr; in jenem jahr; selben jahr; gleichen jahr
full_year | gesamtjahr; im gesamtjahr; gesamtjahres; gesamten jahr; ganzen jahr
results 3 | quartalsgewinn*; quartalsumsatz*; quartalsumsätze*; quartalserlös*
results 6 | halbjahresgewinn*; halbjahresumsatz*; halbjahreserlös*
results 9 | neunmonatsgewinn*; neunmonatsumsatz*
quarter_away -1 | vergangenen quartal; letzten quartal
quarter_away 0 | laufenden quartal; laufenden quartals; diesem quartal
quarter_away 1 | kommenden quartal; nächsten quartal
month_away -1 | vergangenen monat; letzten monat
month_away 0 | laufenden monat; diesem monat
month_away 1 | kommenden monat; nächsten monat
quarter_before | vorquartal; vorquartals
month_before | vormonat; vormonats; monat zuvor
weekday 1 | am montag
weekday 2 | am dienstag
weekday 3 | am mittwoch
weekday 4 | am donnerstag
weekday 5 | am freitag
weekday 6 | am samstag; am sonnabend
weekday 7 | am sonntag
span | jahr; jahre; jahren; jahres; monat; monate; monaten; woche; wochen; tag; tage; tagen; stunde; stunden; minute; \
minuten; sekunden; jahrzehnt; jahrzehnte; jahrzehnten; jahrhundert; quartal; quartale; quartalen; grad; uhr; \
jährige*; jährlich; wochenenden; nächte; halbjahre
ends | ende; anfang; mitte; zum stichtag; per; zum; beginn; bis ende; seit anfang; stand
since | seit; bis; vor
# Small words.
by | um; um rund; um etwa; um gut; um knapp; um mehr als; um fast; um weitere; um nur; um über; um bis zu; weitere
to | auf; bei; betrug; betrugen; beträgt; lag bei; lag; lagen; liegt; liegen; erreichte; erreichten; \
beläuft sich auf; belief sich auf; beliefen sich auf; auf rund; auf etwa; auf knapp; auf gut; ist; war; waren; sind; \
verharrte bei; in höhe von; stand bei; blieb bei; verblieb bei; kam auf; kamen auf; kommt auf; erreicht; von
from | von; gegenüber; nach; statt; verglichen mit; im vergleich zu; aus; als; anstelle von; viele wie; viel wie; \
so viele wie; so viel wie; so hoch wie; so groß wie
of | der; des; aller; von; am; an; an der; an den; vom
per | pro; je; für jeden; für jede; per
per_day | barrel täglich
and | und; sowie
between | zwischen; in einer spanne von; spanne von
refer | die; der; den; dieser; diese; beiden; beide; alle; andere; anderen; unsere; ihre; seine; letzten; \
vergangenen; ersten; kommenden; nächsten; jede; jeder; jedes; ein; eine; einem; einer; einen
name | artikel; paragraf; paragraph; alter von; im alter ab; §; abschnitt; kapitel; abbildung; tabelle; seite; \
seiten; nr.; nr; nummer; abs.; \
ziffer; version; boeing; airbus; windows; iphone; galaxy; phase; stufe; klasse; typ; modell; zimmer; linie; \
bundesstraße; autobahn; halle; gate; flug; agenda; vision; industrie; formel; platz; rang; top; top-; die top; block; \
gruppe; tel.; telefon; fax; anhang; richtlinie; verordnung; drucksache; kategorie; ausgabe; jahrgang; staffel; gleis; \
gpt; euro nr.
"""
