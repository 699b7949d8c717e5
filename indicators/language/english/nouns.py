"""English nouns after a number: what is counted or measured, money, and names of countries beside those of CLDR."""

import re
from typing import Final

from indicators.language.language import Nouns

ENGLISH_NOUNS: Final = Nouns(
    things="""
persons | workers; residents; citizens; consumers; customers; farmers; passengers; travellers; travelers; tourists; \
pensioners; migrants; refugees; children; women; men; adults; voters; respondents; members of staff; staff; members; \
participants; delegates; experts; specialists; engineers; doctors; teachers; scientists; taxpayers; borrowers; \
clients; depositors; subscribers; patients; drivers; youths; graduates; pupils; professionals; freelancers; \
entrepreneurs; viewers; guests; players; shareholders; investors; developers; researchers; followers; readers; \
nationals; foreigners; soldiers; personnel; americans; canadians; russians; chinese; indians; britons; europeans; \
germans; spaniards; swedes; danes; finns; turks; italians; norwegians; australians; brazilians; mexicans; \
ukrainians; icelanders; new zealanders; filipinos; kenyans; nigerians; egyptians; pakistanis; asians; \
africans; \
londoners; new yorkers; muscovites; nurses; seafarers; tenants; homeowners; commuters; parents; households' members; \
families' members; smokers; learners; trainees; apprentices; immigrants; arrivals; \
births; deaths; marriages; policyholders; beneficiaries; unemployed; job seekers; jobseekers; retirees; visitors \
from; holidaymakers; netizens
jobs | positions; vacancies; job openings; openings
companies | startups; start-ups; manufacturers; banks; retailers; exporters; suppliers; exhibitors; carriers; \
corporations; producers; factories' owners; operators
countries | nations; states; economies
agreements | deals; memorandums; memoranda; memorandums of understanding; contracts; accords; treaties; pacts
transactions | payments
households | families
students | pupils
shops | outlets
vehicles | trucks; passenger cars; electric vehicles; evs; lorries; buses
dwellings | homes; flats; apartments; housing units
units | deliveries; shipments; registrations; sets; devices; smartphones; phones; computers; stations; base stations; \
lockers; plants; factories; \
aircraft; planes; ships; vessels; wagons; containers; teu; machines; robots; turbines; mines; farms; schools; \
hospitals; districts; cities; towns; villages; provinces; markets; brands; products; models; licences; licenses; \
permits; events; exhibitions; cases; accounts; cards; bonds; shares; tokens; coins; titles; branches; offices; \
hotels; rooms; beds; seats; cattle; pigs; eggs; bottles; bags; doses; tests; tickets; trips; downloads; calls; \
messages; orders for; wells; rigs; refineries; ports; airports; bridges; satellites; charging points; chargers; \
panels; servers; chips; wafers; routes; lines; trains; laws; measures; rules; sectors; industries; goods; \
categories; languages; faculties; universities; laboratories; labs; hubs; clusters; parks; warehouses; terminals; \
teams; funds; loans; mortgages; policies; claims; complaints; lawsuits; bankruptcies; insolvencies; mergers; \
acquisitions; ipos; tenders; bids; auctions; points of sale; restaurants; tonnes' worth
cubic metres@9 | bcm
cubic metres@6 | mcm
tonnes@3 | kt
tonnes@9 | gt
barrels per day@6 | mb/d; mbpd; mmbpd; mmb/d
‰ | ‰
tonnes | mt
kilograms | kg; kilo; kilos
grams | grammes
troy ounces | ounces; ounces of gold
barrels per day | barrels per day; barrels a day; bpd; b/d; bbl/d; barrels of oil per day; barrels of oil a day; \
barrels daily
cubic metres | m3; m³; cu m; cu. m; cubic metres of gas
square metres | sq m.; sqm; m²; m2
hectares | ha
miles | miles; mile
nautical miles | nautical miles; sea miles
feet | feet; foot; ft
square miles | square miles; sq miles; sq mi
square feet | square feet; sq ft; sq. ft
pounds of weight | lb; lbs
kilometres | km
kilowatts | kw
megawatts | mw
gigawatts | gw
gigabytes | gb
terabytes | tb
exabytes | eb
index points | points; point
""",
    money="""
USD | us$; usd; u.s.$; u.s. dollars; american dollars; $us; usd.
USD? | $; dollar; dollars; dlr; dlrs; bucks; greenback
EUR | €; eur; euro; euros
GBP | £; gbp; pounds sterling; pound sterling; sterling
GBP? | pounds; pound
RUB | ₽; rub; rubles; roubles; ruble; rouble; rbl; rur
CNY | rmb; cny; yuan; renminbi; cn¥
CNY?¥ | ¥
JPY | jp¥; jpy; yen
INR | ₹; rs.; inr; re.
INR? | rs; rupees; rupee
KRW | ₩; krw; won
TRY | ₺; liras; lira
UAH | ₴; uah; hryvnia; hryvnias
KZT | ₸; kzt; tenges; tenge
BYN | byn
UZS | uzs; soum; soums; sum
BRL | r$; brl; reais; real; brazilian reais
MXN | mx$; mxn
ARS | ars; ar$
CLP | clp
MXN?ARS?CLP?COP?PHP?UYU? | pesos; peso
CAD | c$; ca$; cad; cdn$; can$
AUD | a$; au$; aud
NZD | nz$; nzd
HKD | hk$; hkd
TWD | nt$; t$; twd; taiwan dollars
SGD | s$; sg$; sgd
CHF | chf; sfr
CHF?XOF?XAF? | francs; franc
SEK | sek; swedish crowns; kronor
NOK | nok; norwegian crowns
DKK | dkk; danish crowns
CZK | czk; czech crowns; koruny; koruna; korunas
SEK?NOK?DKK?CZK?ISK? | crowns; kroner; kronas; kronur; kr
PLN | pln; zloty; zlotys; zł
HUF | huf; forints; forint
ILS | ₪; ils; shekels; shekel; nis
VND | ₫; vnd; dong
PHP | ₱
NGN | ₦; ngn; naira
=NGN | n
=PHP?BWP? | p
ZAR | zar; rand; rands
=ZAR | r
IDR | idr; rp; rupiah
THB | thb; ฿; baht
MYR | myr; rm; ringgit
SAR | sar
SAR?QAR?IRR?OMR?YER? | riyals; riyal; rials; rial
AED | aed; dh
AED?MAD? | dirhams; dirham
EGP | egp
PKR | pkr
GEL | gel; lari
AMD | amd; dram; drams
AZN | azn
AZN?TMT? | manat; manats
KGS | kgs; kyrgyz soms; soms
KES | kes; ksh
KES?UGX?TZS?SOS? | shillings; shilling; sh; shs
KWD?IQD?DZD?TND?JOD?BHD?LYD?RSD? | dinars; dinar
BDT | taka; takas
GHS | cedis; cedi
ETB | birr
ZMW?MWK? | kwacha
MNT | tugriks; tugrik; togrogs; togrog
MMK | kyats; kyat
PYG | guaranis; guarani
BOB | bolivianos; boliviano
VES?VEF? | bolivars; bolivar
GTQ | quetzals; quetzal
AOA | kwanzas; kwanza
MZN | meticals; metical
TJS | somonis; somoni
BGN | leva; lev; bgn
PEN | soles
CRC | colones
HNL | lempiras; lempira
RSD | serbian dinars
RON?MDL? | lei; leu
XDR | sdr; sdrs
""",
    subunits="""
USD | cents; cent; cts; ¢; us cents; u.s. cents; american cents
AUD | australian cents
CAD | canadian cents
HKD | hong kong cents; hk cents
EUR | euro cents; eurocents
GBP | pence; p
INR | paise
""",
    areas=re.sub(
        r"(?m)\b([a-z]+(?:an|i))(?=;|$)",
        r"\1; \1s",
        """
RUS | russian; russians; moscow; bank of russia; rosstat
CHN | chinese; prc; beijing; pboc
USA | american; us; u.s.; united states; washington; federal reserve; the fed
IND | indian; rbi; reserve bank of india; nifty; sensex; new delhi
BRA | brazilian; selic; brasilia
JPN | japanese; bank of japan; tokyo
DEU | german; germans; bundesbank; destatis; berlin
FRA | french; frenchmen; insee; paris
GBR | british; uk; u.k.; britain; britons; bank of england; london; ons
ITA | italian; istat; rome
ESP | spanish; spaniards; madrid
NLD | dutch; the netherlands; netherlands
CHE | swiss; snb; swiss national bank; zurich
SWE | swedish; swedes; riksbank
NOR | norwegian; norges bank
DNK | danish; danes
FIN | finnish; finns
POL | polish; poles
CZE | czech; czechs
HUN | hungarian
UKR | ukrainian; kyiv
BLR | belarusian
KAZ | kazakh; kazakhs; kazakhstani
UZB | uzbek
KGZ | kyrgyz
ARM | armenian
AZE | azerbaijani
GEO | georgian
TUR | turkish; turks; turkey; ankara; cbrt
IRN | iranian
ISR | israeli
SAU | saudi; saudi arabian; riyadh
ARE | emirati; uae; dubai; abu dhabi
EGY | egyptian; cairo
ZAF | south african
NGA | nigerian; lagos; abuja
KEN | kenyan; nairobi
MEX | mexican; banxico
ARG | argentine; argentinian; indec; buenos aires
CHL | chilean
COL | colombian; bogota
PER | peruvian
CAN | canadian; bank of canada; ottawa; statistics canada; statscan; toronto
AUS | australian; rba; reserve bank of australia; canberra; sydney
NZL | new zealanders; new zealand's; rbnz; wellington
KOR | south korean; korean; south korea; seoul; bank of korea
PRK | north korean
TWN | taiwanese; taipei
HKG | hong kong's; hong kong; hkma
SGP | singaporean; mas
IDN | indonesian; jakarta
THA | thai; bangkok
VNM | vietnamese; hanoi; vietnam
MYS | malaysian
PHL | philippine; filipino; filipinos; manila
PAK | pakistani
BGD | bangladeshi
AUT | austrian
BEL | belgian
IRL | irish
PRT | portuguese
GRC | greek
CYP | cypriot
MLT | maltese
ISL | icelandic; icelanders
EST | estonian
LVA | latvian
LTU | lithuanian
ROU | romanian
BGR | bulgarian
HRV | croatian; croats
SVK | slovak; slovakian
SVN | slovenian; slovene
SRB | serbian; serbs
BIH | bosnian
MKD | macedonian
MNE | montenegrin
ALB | albanian
MDA | moldovan
TJK | tajik
TKM | turkmen
MNG | mongolian
AFG | afghan
LKA | sri lankan
NPL | nepali; nepalese
KHM | cambodian
MMR | burmese
LAO | laotian
IRQ | iraqi
KWT | kuwaiti
QAT | qatari
OMN | omani
BHR | bahraini
JOR | jordanian
LBN | lebanese
SYR | syrian
YEM | yemeni
MAR | moroccan
DZA | algerian
TUN | tunisian
LBY | libyan
SDN | sudanese
ETH | ethiopian
GHA | ghanaian
SEN | senegalese
CIV | ivorian; ivory coast
CMR | cameroonian
UGA | ugandan
TZA | tanzanian
RWA | rwandan
ZMB | zambian
ZWE | zimbabwean
MOZ | mozambican
AGO | angolan
NAM | namibian
BWA | botswanan
MUS | mauritian
VEN | venezuelan
ECU | ecuadorian; ecuadorean
BOL | bolivian
PRY | paraguayan
URY | uruguayan
CUB | cuban
CRI | costa rican
PAN | panamanian
GTM | guatemalan
HND | honduran
SLV | salvadoran
DOM | dominican republic's
JAM | jamaican
EMU | euro area; euro zone; eurozone; ecb; european central bank; euro-area
EUU | european union; eu; e.u.; eurostat; european commission; eu's
* | europe; asia; africa; scandinavia; southeast asia; latin america; the middle east; the balkans
WLD | world; global; globally; worldwide; world's
""",
    ),  # an adjective with an *s* is the people
)
