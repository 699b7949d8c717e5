"""French nouns after a number: what is counted or measured, money, countries and indicators."""

from typing import Final

from indicators.language.language import Nouns
from indicators.language.signs import MONEY_SIGNS, UNIT_SYMBOLS

FRENCH_NOUNS: Final = Nouns(
    things=f"""
persons | ouvriers; cadres; techniciens; intérimaires; personne; habitant; salariés; salarié; travailleurs; \
chômeurs; demandeurs d'emploi; actifs; employés; touristes; visiteurs; passagers; voyageurs; clients; retraités; \
migrants; immigrés; réfugiés; enfants; femmes; hommes; adultes; jeunes; élèves; patients; médecins; enseignants; \
ingénieurs; chercheurs; électeurs; participants; agents; fonctionnaires; abonnés; étrangers; français; françaises; \
allemands; allemandes; italiens; espagnols; belges; suisses; canadiens; québécois; britanniques; américains; polonais; \
portugais; russes; japonais; chinois; indiens; marocains; algériens; européens; parisiens; infirmiers; infirmières; \
pompiers; policiers; candidats; candidates; locataires; propriétaires; parents; étudiants; spécialistes; naissances; \
décès; bénéficiaires; consommateurs; contribuables; agriculteurs; apprentis; adhérents; \
membres; collaborateurs; inscrits; saisonniers; cotisants; allocataires; actionnaires; investisseurs; gens; \
citoyens; spectateurs; soldats
visits | visites; nuitées
jobs | emplois; postes; emplois nets; emplois salariés; emplois supprimés
companies | entreprises; sociétés; banques; start-up; startups; pme; groupes; fabricants; exportateurs; commerces
countries | pays; états; nations
agreements | accords; contrats; conventions
transactions | opérations; paiements
orders | commandes
households | ménages; foyers; familles
students | étudiants; étudiantes
parcels | colis
shops | magasins; boutiques; points de vente
vehicles | véhicules; voitures; automobiles; camions; bus; immatriculations; voitures neuves; voitures électriques
dwellings | logements; appartements; maisons
flights | vols
patents | brevets
applications | demandes; candidatures
projects | projets
users | utilisateurs; usagers; internautes
units | unités; exemplaires; appareils; machines; robots; éoliennes; avions; navires; conteneurs; écoles; hôpitaux; \
villes; communes; départements; villages; marchés; produits; modèles; licences; permis; permis de construire; cas; \
défaillances; faillites; accidents; billets; actions; obligations; hôtels; chambres; lits; places; bovins; porcs; \
tests; doses; prêts; crédits; bornes; bornes de recharge; trains; lignes; films; livres; bouteilles; hectolitres; \
usines; sites; agences; restaurants; réacteurs; satellites; pièces; exploitations
tonnes@6 | mégatonnes
kilograms | kilos; kilo
grams | grammes
barrels | barils; baril
barrels per day | barils par jour; barils/jour; b/j
cubic metres | mètres cubes; mètre cube
square metres | mètres carrés; mètre carré
square kilometres | kilomètres carrés
miles | milles
nautical miles | milles marins; milles nautiques
square miles | milles carrés
hectares | hectare
acres | acres
millimetres | millimètres
centimetres | centimètres
kilometres | kilomètres
metres | mètres
kilowatt-hours | kilowattheures; kilowattheure
megawatt-hours | mégawattheures; mégawattheure
gigawatt-hours | gigawattheures
terawatt-hours | térawattheures
megawatts | mégawatts
troy ounces | onces; once
hours | heure
index points | points; point
{UNIT_SYMBOLS}""",
    money=f"""
USD | dollars américains; dollar américain; dollars us
USD? | dollars; dollar
EUR | euros; euro; d'euros; d'euro; €uros
GBP | livres sterling; livre sterling
GBP? | livres
RUB? | roubles; rouble; rub
CNY | yuans; yuan; renminbi
JPY | yens; yen
INR? | roupies; roupie
KRW | wons; won
TRY | livres turques; livre turque
UAH | hryvnias; hryvnia
KZT | tenges
BRL | reals; réaux; réals; reais
MXN?ARS?CLP?COP?PHP?UYU? | pesos; peso
CHF | francs suisses; franc suisse
XOF?XAF? | francs cfa; fcfa; franc cfa
CHF?XOF?XAF? | francs; franc
SEK | couronnes suédoises
NOK | couronnes norvégiennes
DKK | couronnes danoises
CZK | couronnes tchèques
SEK?NOK?DKK?CZK?ISK? | couronnes; couronne
PLN | zlotys; zloty
KES?UGX?TZS?SOS? | shillings; shilling
KWD?IQD?DZD?TND?JOD?BHD?LYD?RSD? | dinars; dinar
SAR?QAR?IRR?OMR?YER? | riyals; riyal; rials; rial
ZAR | rands; rand
THB | bahts; baht
MYR | ringgits; ringgit
IDR | roupies indonésiennes; rupiah
VND | dongs; dong
GEL | laris; lari
NGN | nairas; naira
HKD | dollars hongkongais; dollars de hong kong
ETB | birrs; birr
AMD | drams
ISK | couronnes islandaises
GHS | cedis
CDF | francs congolais
GNF | francs guinéens
HTG | gourdes
HUF | forints
ILS | shekels
BGN | levs; leva
RON?MDL? | lei; leu
CAD | dollars canadiens
MAD | dirhams marocains
TND | dinars tunisiens
DZD | dinars algériens
MAD?AED? | dirhams; dirham; mdh
{MONEY_SIGNS}""",
    subunits="""
EUR | centimes; centime; cents; centimes d'euro
USD | cents américains
""",
    areas="""
FRA | français*; france; paris; insee; banque de france; hexagone; bercy; tricolore*
DEU | allemand*; berlin; bundesbank; destatis; outre-rhin
GBR | britannique*; royaume-uni; londres; banque d'angleterre; anglais*; grande-bretagne; outre-manche
USA | américain*; états-unis; etats-unis; usa; us; washington; fed; réserve fédérale; outre-atlantique
ITA | italien*; rome; istat; transalpin*
ESP | espagnol*; madrid
PRT | portugais*; lisbonne
BEL | belge*; bruxelles
NLD | néerlandais*; pays-bas; hollandais*
CHE | suisse*; berne; helvétique*; bns
AUT | autrichien*
POL | polonais*; varsovie
CZE | tchèque*; république tchèque
HUN | hongrois*
ROU | roumain*
BGR | bulgare*
GRC | grec; grecque*; grecs; athènes
TUR | turc; turque*; turcs; ankara
RUS | russe*; moscou; rosstat; kremlin
UKR | ukrainien*; kiev
CHN | chinois*; pékin
JPN | japonais*; tokyo; nippon*
IND | indien*
KOR | sud-coréen*; corée du sud; coréen*; séoul
BRA | brésilien*
MEX | mexicain*
ARG | argentin*; buenos aires
CAN | canadien*; ottawa
AUS | australien*
SWE | suédois*
NOR | norvégien*
DNK | danois*
FIN | finlandais*
IRL | irlandais*
ISR | israélien*
IRN | iranien*
SAU | saoudien*; arabie saoudite
ZAF | sud-africain*
EGY | égyptien*
NGA | nigérian*
MAR | marocain*; rabat
DZA | algérien*; alger
TUN | tunisien*
SEN | sénégalais*
CIV | ivoirien*
VNM | vietnamien*
IDN | indonésien*
KAZ | kazakh*
AFG | afghan*
AGO | angolais*
ALB | albanais*
ARE | émirati*; émirien*; dubaï; abou dhabi
ARM | arménien*
AZE | azerbaïdjanais*; azéri*
BGD | bangladais*
BHR | bahreïnien*
BIH | bosnien*
BLR | biélorusse*
BOL | bolivien*
BWA | botswanais*
CHL | chilien*
CMR | camerounais*
COL | colombien*
CRI | costaricien*
CUB | cubain*
CYP | chypriote*
DOM | dominicain*
ECU | équatorien*
EST | estonien*
ETH | éthiopien*
GEO | géorgien*
GHA | ghanéen*
GTM | guatémaltèque*
HKG | hongkongais*
HND | hondurien*
HRV | croate*
IRQ | irakien*
ISL | islandais*
JAM | jamaïcain*
JOR | jordanien*
KEN | kényan*
KGZ | kirghize*
KHM | cambodgien*
KWT | koweïtien*
LAO | laotien*
LBN | libanais*
LBY | libyen*
LKA | sri-lankais*
LTU | lituanien*
LVA | letton*
MDA | moldave*
MKD | macédonien*; nord-macédonien*
MLT | maltais*
MMR | birman*
MNE | monténégrin*
MNG | mongol*
MOZ | mozambicain*
MUS | mauricien*
MYS | malaisien*
NAM | namibien*
NPL | népalais*
NZL | néo-zélandais*
OMN | omanais*
PAK | pakistanais*
PAN | panaméen*
PER | péruvien*
PHL | philippin*
PRK | nord-coréen*
PRY | paraguayen*
QAT | qatari*; qatarien*
RWA | rwandais*
SDN | soudanais*
SGP | singapourien*
SLV | salvadorien*
SRB | serbe*
SVK | slovaque*
SVN | slovène*
SYR | syrien*
THA | thaïlandais*
TJK | tadjik*
TKM | turkmène*
TWN | taïwanais*
TZA | tanzanien*
UGA | ougandais*
URY | uruguayen*
UZB | ouzbek*
VEN | vénézuélien*
YEM | yéménite*
ZMB | zambien*
ZWE | zimbabwéen*
EMU | zone euro; bce; banque centrale européenne
EUU | union européenne; ue; eurostat; commission européenne; vingt-sept
* | europe; asie; afrique; scandinavie; asie du sud-est; amérique latine; moyen-orient; balkans
WLD | monde; mondial; mondiale; mondiales; mondiaux; planète
""",
    indicators="""
gdp | pib; produit intérieur brut
gdp-growth | croissance économique; croissance du pib; croissance; économie
gdp-per-capita | pib par habitant; pib par tête; produit intérieur brut par habitant
inflation | inflation; taux d'inflation; prix à la consommation; hausse des prix; hausse des prix à la consommation; \
prix
life-expectancy | espérance de vie; espérance de vie à la naissance
unemployment | taux de chômage; chômage
population | population
merchandise-exports | exportations de biens; exportations; exportations de marchandises
merchandise-imports | importations de biens; importations; importations de marchandises
general-government-debt | dette publique; dette de l'état; ratio d'endettement; endettement public
government-balance | déficit public; déficit budgétaire
policy-rate | taux directeur; principal taux directeur
current-account-balance | compte courant; balance courante; déficit courant; excédent courant
""",
)
