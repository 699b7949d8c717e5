"""German nouns after a number: what is counted or measured, money, countries and indicators."""

from typing import Final

from indicators.language.language import Nouns
from indicators.language.signs import MONEY_SIGNS, UNIT_SYMBOLS

GERMAN_NOUNS: Final = Nouns(
    things=f"""
persons | menschen; person; einwohner*; bürger*; beschäftigte*; arbeitnehmer*; erwerbstätige*; mitarbeiter*; \
sterbefälle; todesfälle; \
arbeitslose*; arbeitskräfte*; kunden; kundinnen; touristen; gäste; gästen; besucher*; passagiere*; fluggäste*; \
reisende*; rentner*; migranten; flüchtlinge*; zuwanderer*; kinder*; frauen; männer*; erwachsene*; jugendliche*; \
schüler*; patienten; ärzte*; lehrer*; lehrkräfte*; fachkräfte*; ingenieure*; forscher*; wähler*; befragte*; \
teilnehmer*; anleger*; aktionäre*; steuerzahler*; verbraucher*; haushaltsmitglieder*; soldaten; pendler*; \
auszubildende*; azubis; geburten; todesfälle*; asylbewerber*; mitglieder*; nutzer*; abonnenten; fahrgäste*; \
urlauber*; landwirte*; angestellte*; beamte*; versicherte*; leute; zuschauer*; studierende*; studenten; \
stellensuchende*; deutsche; deutschen; österreicher*; schweizer; schweizern; franzosen; italiener*; spanier*; \
briten; amerikaner*; russen; ukrainer*; türken; chinesen; japaner*; inder*; norweger*; dänen; niederländer*; \
europäer*; pflegekräfte*; mieter*; eltern; senioren
visits | besuche; übernachtungen
jobs | arbeitsplätze*; stellen; vollzeitstellen; ausbildungsplätze*
companies | unternehmen; firmen; betriebe*; banken; startups; start-ups; händler*; hersteller*; konzerne*; zulieferer*
countries | länder*; staaten
agreements | verträge*; abkommen; vereinbarungen
transactions | transaktionen; zahlungen; überweisungen
orders | bestellungen; aufträge*
households | haushalte*; familien
students | schülerinnen
parcels | pakete*; sendungen
shops | filialen; geschäfte*; läden
vehicles | fahrzeuge*; autos; pkw; pkws; elektroautos; e-autos; neuwagen; lastwagen; lkw; busse*; neuzulassungen
dwellings | wohnungen; häuser*; wohneinheiten
flights | flüge*
patents | patente*
applications | anträge*
projects | projekte*
users | nutzerinnen
units | stück; geräte*; einheiten; smartphones; maschinen; roboter; anlagen; windräder*; flugzeuge*; schiffe*; \
container; schulen; krankenhäuser*; kliniken; städte*; gemeinden; dörfer*; märkte*; produkte*; modelle*; lizenzen; \
genehmigungen; baugenehmigungen; veranstaltungen; fälle*; straftaten; unfälle*; karten; tickets; aktien; anleihen; \
hotels; zimmer*; betten; sitze*; plätze*; rinder*; schweine*; tests; impfdosen; dosen; kredite*; insolvenzen; \
firmenpleiten; pleiten; ladepunkte*; ladesäulen; züge*; strecken; filme*; bücher*; flaschen; exemplare*; hektoliter
centres | zentren
tonnes@6 | megatonnen
kilograms | kilogramm; kilo
grams | gramm
litres | liter*
barrels | fass
barrels per day | barrel pro tag; barrel täglich; fass pro tag; barrel am tag
cubic metres | kubikmeter*
square metres | quadratmeter*; qm
square kilometres | quadratkilometer*
miles | meile; meilen
nautical miles | seemeile*
feet | fuß
square miles | quadratmeile*
acres | acre; acres
hectares | hektar; hektaren; ha
millimetres | millimeter*; mm
centimetres | zentimeter*
kilometres | kilometer*
metres | meter*
kilowatt-hours | kilowattstunde*
megawatt-hours | megawattstunde*
gigawatt-hours | gigawattstunde*
terawatt-hours | terawattstunde*
troy ounces | feinunze*; unze*
hours | stunde
index points | punkte; punkten; zähler; punkt
{UNIT_SYMBOLS}""",
    money=f"""
USD | us-dollar; us-dollars; amerikanische* dollar
USD? | dollar; dollars
EUR | euro; euros
GBP | pfund sterling; britische* pfund
GBP? | pfund
RUB? | rubel
CNY | yuan; renminbi
JPY | yen
INR? | rupie*
KRW | won
TRY | lira; türkische* lira
UAH | hrywnja; griwna; hrywen
KZT | tenge
BRL | real; reais
MXN?ARS?CLP?COP?PHP?UYU? | peso; pesos
CHF | franken; schweizer franken; rappen-franken
CHF?XOF?XAF? | francs
SEK?NOK?DKK?CZK?ISK? | kronen; krone
SEK | schwedische* kronen
NOK | norwegische* kronen
DKK | dänische* kronen
CZK | tschechische* kronen
PLN | zloty; złoty
KES?UGX?TZS?SOS? | schilling; schillinge
AED?MAD? | dirham
KWD?IQD?DZD?TND?JOD?BHD?LYD?RSD? | dinar
SAR?QAR?IRR?OMR?YER? | rial; riyal; riyals
ZAR | rand
THB | baht
MYR | ringgit
IDR | rupiah
VND | dong
GEL | lari
NGN | naira
PEN | soles
XOF?XAF? | cfa-franc; cfa-francs
HKD | hongkong-dollar
CAD | kanadische* dollar
AUD | australische* dollar
ETB | birr
AMD | dram
AZN?TMT? | manat
KGS | som
BDT | taka
ISK | isländische* kronen
RSD | serbische* dinar
GHS | cedi
HUF | forint
ILS | schekel
BGN | lew; lewa
RON?MDL? | lei; leu
DEM | d-mark; dm; mark
{MONEY_SIGNS}""",
    subunits="""
EUR | cent; eurocent; ct
USD | us-cent
""",
    areas="""
DEU | deutsche*; bundesrepublik; berlin; bundesbank; destatis; statistische* bundesamt*; bundesregierung; bund; \
deutschen
AUT | österreichische*; wien; österreicher; österreichern
CHE | schweizer; schweizerische*; bern; snb; schweizern
USA | amerikanische*; us; usa; washington; fed; federal reserve; amerika; vereinigte* staaten; amerikaner; \
us-amerikanische*
GBR | britische*; großbritannien*; london; england; bank of england; vereinigte* königreich*; briten
FRA | französische*; paris; insee; franzosen
ITA | italienische*; rom; istat; italiener; italienern
ESP | spanische*; madrid; spanier
PRT | portugiesische*; portugiesen
NLD | niederländische*; holländische*; niederlande*; holland; niederländer
BEL | belgische*; belgier
POL | polnische*; warschau; polen
CZE | tschechische*; prag; tschechen
HUN | ungarische*; budapest
ROU | rumänische*; rumänen
BGR | bulgarische*; sofia; bulgaren
GRC | griechische*; athen; griechen
TUR | türkische*; ankara; türken
RUS | russische*; moskau; rosstat; kreml; russen
UKR | ukrainische*; kiew; kyjiw; ukrainer
CHN | chinesische*; peking; chinesen
JPN | japanische*; tokio; japaner
IND | indische*; inder
KOR | südkoreanische*; koreanische*; seoul; südkoreaner
BRA | brasilianische*; brasilianer
MEX | mexikanische*; mexikaner
ARG | argentinische*; buenos aires
CHL | chilenische*
COL | kolumbianische*
CAN | kanadische*; kanadier
AUS | australische*; australier
SWE | schwedische*; stockholm; schweden
NOR | norwegische*; norweger
DNK | dänische*; dänen
FIN | finnische*; finnen
IRL | irische*; iren
ISR | israelische*
IRN | iranische*
SAU | saudi-arabische*; saudische*
ZAF | südafrikanische*
EGY | ägyptische*
NGA | nigerianische*
THA | thailändische*
VNM | vietnamesische*
IDN | indonesische*
KAZ | kasachische*
SRB | serbische*
AFG | afghanische*
AGO | angolanische*
ALB | albanische*
ARE | emiratische*; dubai; abu dhabi
ARM | armenische*
AZE | aserbaidschanische*
BGD | bangladeschische*
BHR | bahrainische*
BIH | bosnische*
BLR | belarussische*; weißrussische*
BOL | bolivianische*
BWA | botsuanische*
CIV | ivorische*
CMR | kamerunische*
CRI | costa-ricanische*
CUB | kubanische*
CYP | zyprische*; zypriotische*
DOM | dominikanische*
DZA | algerische*
ECU | ecuadorianische*
EST | estnische*
ETH | äthiopische*
GEO | georgische*
GHA | ghanaische*
GTM | guatemaltekische*
HKG | hongkonger
HND | honduranische*
HRV | kroatische*
IRQ | irakische*
ISL | isländische*
JAM | jamaikanische*
JOR | jordanische*
KEN | kenianische*
KGZ | kirgisische*
KHM | kambodschanische*
KWT | kuwaitische*
LAO | laotische*
LBN | libanesische*
LBY | libysche*
LKA | sri-lankische*
LTU | litauische*
LVA | lettische*
MAR | marokkanische*
MDA | moldauische*; moldawische*
MKD | nordmazedonische*; mazedonische*
MLT | maltesische*
MMR | birmanische*
MNE | montenegrinische*
MNG | mongolische*
MOZ | mosambikanische*
MUS | mauritische*
MYS | malaysische*
NAM | namibische*
NPL | nepalesische*
NZL | neuseeländische*
OMN | omanische*
PAK | pakistanische*
PAN | panamaische*
PER | peruanische*
PHL | philippinische*
PRK | nordkoreanische*
PRY | paraguayische*
QAT | katarische*
RWA | ruandische*
SDN | sudanesische*
SEN | senegalesische*
SGP | singapurische*
SLV | salvadorianische*
SVK | slowakische*
SVN | slowenische*
SYR | syrische*
TJK | tadschikische*
TKM | turkmenische*
TUN | tunesische*
TWN | taiwanische*
TZA | tansanische*
UGA | ugandische*
URY | uruguayische*
UZB | usbekische*
VEN | venezolanische*
YEM | jemenitische*
ZMB | sambische*
ZWE | simbabwische*
EMU | eurozone; euroraum; euroraums; euro-raum; euro-zone; euroländer*; ezb; europäische* zentralbank; euro-länder*
EUU | eu; europäische* union; eurostat; eu-kommission; europäische* kommission; eu-staaten; eu-länder*
* | europa; europas; asien; asiens; afrika; afrikas; skandinavien; südostasien; lateinamerika; nahe* osten; balkan
WLD | welt; weltweit; weltweite*; global; globale*; weltwirtschaft
""",
    indicators="""
gdp | bip; bruttoinlandsprodukt; wirtschaftsleistung; nominale bip; bruttoinlandsprodukts
gdp-growth | wirtschaftswachstum; bip-wachstum; wachstum des bip; wachstum; wirtschaft
gdp-per-capita | bip pro kopf; pro-kopf-bip; bip je einwohner; bruttoinlandsprodukt pro kopf
inflation | inflation; inflationsrate; teuerung; teuerungsrate; jahresteuerung; verbraucherpreise; preise; \
jahresinflation; teuerungsraten; verbraucherpreisen
life-expectancy | lebenserwartung; lebenserwartung bei der geburt
unemployment | arbeitslosenquote; arbeitslosigkeit; erwerbslosenquote; arbeitslosenrate
population | bevölkerung; einwohnerzahl; bevölkerungszahl
merchandise-exports | warenexporte; warenausfuhren; exporte; ausfuhren
merchandise-imports | warenimporte; wareneinfuhren; importe; einfuhren
general-government-debt | staatsverschuldung; staatsschulden; schuldenquote; staatsschuldenquote; \
öffentliche verschuldung
government-balance | haushaltsdefizit; staatsdefizit; budgetdefizit; defizitquote
policy-rate | leitzins; leitzinssatz
current-account-balance | leistungsbilanzüberschuss; leistungsbilanz; leistungsbilanzdefizit
""",
)
