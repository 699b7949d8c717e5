"""Spanish nouns after a number: what is counted or measured, money, countries and indicators."""

from typing import Final

from indicators.language.language import Nouns
from indicators.language.signs import MONEY_SIGNS, UNIT_SYMBOLS

SPANISH_NOUNS: Final = Nouns(
    things=f"""
persons | persona; habitante; trabajadores; trabajadoras; desempleados; parados; ocupados; empleados; turistas; \
visitantes; pasajeros; viajeros; clientes; jubilados; pensionistas; migrantes; inmigrantes; refugiados; niños; \
niñas; mujeres; hombres; adultos; jóvenes; alumnos; pacientes; médicos; profesores; docentes; ingenieros; \
investigadores; votantes; electores; participantes; funcionarios; abonados; extranjeros; españoles; mexicanos; \
argentinos; argentinas; españolas; mexicanas; chilenos; colombianos; peruanos; venezolanos; brasileños; alemanes; \
franceses; italianos; portugueses; británicos; estadounidenses; canadienses; europeos; madrileños; catalanes; \
enfermeros; enfermeras; bomberos; policías; candidatos; inquilinos; propietarios; padres; especialistas; \
nacimientos; muertes; fallecidos; defunciones; beneficiarios; consumidores; contribuyentes; \
agricultores; miembros; socios; afiliados; autónomos; cotizantes; accionistas; inversores; ciudadanos; espectadores; \
residentes; soldados; gente; pobres; estudiantes
visits | visitas; pernoctaciones
jobs | empleos; puestos de trabajo; puestos; plazas; vacantes; puestos laborales
companies | empresas; compañías; sociedades; bancos; startups; pymes; fabricantes; exportadores; negocios; firmas
countries | países; estados; naciones
agreements | acuerdos; contratos; convenios; tratados
transactions | transacciones; operaciones; pagos
orders | pedidos
households | hogares; familias
students | universitarios
parcels | paquetes; envíos
shops | tiendas; establecimientos; locales; puntos de venta
vehicles | vehículos; coches; automóviles; autos; turismos; camiones; autobuses; matriculaciones; carros
dwellings | viviendas; pisos; casas; apartamentos
flights | vuelos
patents | patentes
applications | solicitudes
projects | proyectos
users | usuarios; internautas
units | unidades; ejemplares; aparatos; máquinas; robots; aerogeneradores; aviones; barcos; buques; contenedores; \
escuelas; hospitales; ciudades; municipios; pueblos; mercados; productos; modelos; licencias; permisos; casos; \
quiebras; concursos; accidentes; billetes; entradas; acciones; bonos; hoteles; habitaciones; camas; reses; cerdos; \
pruebas; dosis; préstamos; hipotecas; cargadores; puntos de recarga; trenes; líneas; películas; libros; botellas; \
hectolitros; fábricas; plantas; oficinas; sucursales; restaurantes; satélites; explotaciones; minas; delitos; \
camiseta
centres | centros
tonnes | tonelada; tm
tonnes@6 | megatoneladas
kilograms | kilogramos; kilos; kilo
grams | gramos
litres | litros; litro
barrels | barriles; barril
barrels per day | barriles diarios; barriles por día; barriles al día; bpd
cubic metres@6 | hectómetros cúbicos; hectómetro cúbico; hm3; hm³
cubic metres | metros cúbicos; metro cúbico
square metres | metros cuadrados; metro cuadrado
square kilometres | kilómetros cuadrados
hectares | hectárea
miles | milla; millas
nautical miles | millas náuticas; millas marinas
feet | pies
square miles | millas cuadradas
acres | acres
millimetres | milímetros
centimetres | centímetros
kilometres | kilómetros
metres | metros
kilowatt-hours | kilovatios hora; kilovatio hora; kilovatios-hora
megawatt-hours | megavatios hora; megavatio hora; megavatios-hora
gigawatt-hours | gigavatios hora; gigavatios-hora
terawatt-hours | teravatios hora; teravatios-hora
megawatts | megavatios; megavatio
gigawatts | gigavatios
kilowatts | kilovatios
troy ounces | onzas; onza
hours | hora
index points | puntos; enteros; punto
{UNIT_SYMBOLS}""",
    money=f"""
USD | dólares estadounidenses; dólares americanos; dólar estadounidense; us$; dólares de estados unidos
USD? | dólares; dólar
EUR | euros; euro
GBP | libras esterlinas; libra esterlina
GBP? | libras
RUB? | rublos; rublo
CNY | yuanes; yuan; renminbi
JPY | yenes; yen
INR? | rupias; rupia
KRW | wones; wons
TRY | liras turcas; lira turca
TRY?LBP?SYP | liras
UAH | grivnas; grivnias
BRL | reales; real brasileño; reales brasileños
MXN | pesos mexicanos; peso mexicano
ARS | pesos argentinos; peso argentino
CLP | pesos chilenos
COP | pesos colombianos
MXN?ARS?CLP?COP?PHP?UYU? | pesos; peso
PEN | soles; nuevos soles
BOB | bolivianos
CHF | francos suizos; franco suizo
CHF?XOF?XAF? | francos
SEK | coronas suecas
NOK | coronas noruegas
DKK | coronas danesas
CZK | coronas checas
SEK?NOK?DKK?CZK?ISK? | coronas; corona
PLN | zlotys; eslotis; zloty
KES?UGX?TZS?SOS? | chelines; chelín
AED?MAD? | dírhams; dírham; dirhams; dirhemes
KWD?IQD?DZD?TND?JOD?BHD?LYD?RSD? | dinares; dinar
SAR?QAR?IRR?OMR?YER? | riales; rial; riyales
ZAR | rands; rand
THB | bahts; baht
MYR | ringgits; ringgit
IDR | rupias indonesias
VND | dongs
GEL | laris
NGN | nairas
GTQ | quetzales; quetzal
HNL | lempiras; lempira
CRC | colones; colón
PYG | guaraníes; guaraní
PAB | balboas; balboa
NIO | córdobas
HTG | gourdes
XOF?XAF? | francos cfa
ETB | birres; birr
ISK | coronas islandesas
KZT | tenges; tenge
HUF | forintos; florines húngaros
BGN | levas; leva; levs
RON?MDL? | leus; lei; leu
ILS | séqueles; shekels
VES | bolívares
{MONEY_SIGNS}""",
    subunits="""
EUR | céntimos; céntimo; céntimos de euro
USD | centavos de dólar; centavos
""",
    areas="""
ESP | español*; española*; españa; madrid; ine; banco de españa; moncloa
MEX | mexican*; méxico; inegi; banxico
ARG | argentin*; indec; buenos aires; casa rosada
CHL | chilen*; santiago de chile
COL | colombian*; bogotá; dane
PER | peruan*; perú; lima
BRA | brasileñ*; brasil; brasilia
VEN | venezolan*; caracas
ECU | ecuatorian*; quito
BOL | bolivian*
URY | uruguay*; montevideo
PRY | paraguay*
CUB | cuban*; la habana
USA | estadounidense*; american*; ee.uu.; ee. uu.; eeuu; ee uu; estados unidos; usa; washington; fed; \
reserva federal; norteamerican*
CAN | canadiense*; ottawa
DEU | alemán; alemana*; alemanes; berlín; bundesbank; destatis
FRA | francés; francesa*; franceses; parís; insee
GBR | británic*; reino unido; londres; banco de inglaterra; gran bretaña; inglaterra
ITA | italian*; roma; istat
PRT | portugués; portuguesa*; portugueses; lisboa
NLD | holandés; neerlandés; neerlandesa*; holandesa*; países bajos; holanda; holandeses; neerlandeses
BEL | belga*
CHE | suiz*; berna
AUT | austriac*; austríac*
POL | polac*; varsovia
CZE | checo; checa; checos; checas; república checa
HUN | húngar*
ROU | ruman*; rumania
BGR | búlgar*
GRC | grieg*; atenas
TUR | turc*; ankara
RUS | rusia; ruso; rusa; rusos; rusas; moscú; rosstat; kremlin
UKR | ucranian*; kiev
CHN | china; chino; chinos; chinas; pekín
JPN | japonés; japonesa*; japoneses; tokio; nipón; nipona; nipones
IND | indio; india; indios; indias; nueva delhi
KOR | surcorean*; corea del sur; seúl
AUS | australian*
SWE | suec*
NOR | norueg*
DNK | danés; danesa*; daneses
FIN | finlandés; finlandesa*; finlandeses
IRL | irlandés; irlandesa*; irlandeses
ISR | israelí*
IRN | iraní*
SAU | saudí*; saudita*; arabia saudí; arabia saudita
ZAF | sudafrican*
EGY | egipci*
NGA | nigerian*
MAR | marroquí*; marruecos
VNM | vietnamita*
IDN | indonesi*
KAZ | kazaj*
AFG | afgan*
AGO | angoleñ*
ALB | albanés; albanesa*; albaneses
ARE | emiratí*; dubái; abu dabi
ARM | armenio; armenia; armenios; armenias
AZE | azerbaiyan*; azerí*
BGD | bangladesí*
BHR | bareiní*
BIH | bosnio; bosnia; bosnios; bosnias
BLR | bielorrus*
BWA | botsuan*
CIV | marfileñ*
CMR | camerunés; camerunesa*
CRI | costarricens*
CYP | chipriota*
DOM | dominican*
DZA | argelin*
EST | estonio; estonia; estonios; estonias
ETH | etíope*
GEO | georgian*
GHA | ghanés; ghanesa*
GTM | guatemaltec*
HKG | hongkonés; hongkonesa*
HND | hondureñ*
HRV | croata*
IRQ | iraquí*
ISL | islandés; islandesa*; islandeses
JAM | jamaican*
JOR | jordano; jordana; jordanos; jordanas
KEN | kenian*
KGZ | kirguís; kirguisa*
KHM | camboyan*
KWT | kuwaití*
LAO | laosian*
LBN | libanés; libanesa*; libaneses
LBY | libio; libia; libios; libias
LKA | esrilanqu*
LTU | lituan*
LVA | letón; letona*; letones
MDA | moldav*
MKD | macedonio; macedonia; macedonios; macedonias; normacedoni*
MLT | maltés; maltesa*
MMR | birman*
MNE | montenegrin*
MNG | mongol*
MOZ | mozambiqueñ*
MUS | maurician*
MYS | malasi*
NAM | namibi*
NPL | nepalí*
NZL | neozelandés; neozelandesa*; neozelandeses
OMN | omaní*
PAK | pakistaní*; paquistaní*
PAN | panameñ*
PHL | filipin*
PRK | norcorean*
QAT | catarí*; qatarí*
RWA | ruandés; ruandesa*
SDN | sudanés; sudanesa*; sudaneses
SEN | senegalés; senegalesa*; senegaleses
SGP | singapurens*
SLV | salvadoreñ*
SRB | serbio; serbia; serbios; serbias
SVK | eslovac*
SVN | esloven*
SYR | sirio; siria; sirios; sirias
THA | tailandés; tailandesa*; tailandeses
TJK | tayik*
TKM | turcoman*
TUN | tunecin*
TWN | taiwanés; taiwanesa*; taiwaneses
TZA | tanzano; tanzana; tanzanos; tanzanas
UGA | ugandés; ugandesa*; ugandeses
UZB | uzbek*; uzbec*
YEM | yemení*
ZMB | zambian*
ZWE | zimbabuens*
EMU | eurozona; zona euro; zona del euro; bce; banco central europeo
EUU | unión europea; ue; eurostat; comisión europea; veintisiete
* | europa; asia; áfrica; escandinavia; sudeste asiático; américa latina; latinoamérica; oriente medio; balcanes
WLD | mundo; mundial; mundiales; global; globales; planeta
""",
    indicators="""
gdp | pib; producto interior bruto; producto interno bruto
gdp-growth | crecimiento económico; crecimiento del pib; crecimiento; economía
gdp-per-capita | pib per cápita; pib por habitante; renta per cápita
inflation | inflación; tasa de inflación; ipc; índice de precios al consumidor; precios al consumo; \
precios de consumo; precios al consumidor; precios al consumo; precios de consumo; \
índice de precios de consumo; precios; precios de consumo; inflación anual; inflación interanual
life-expectancy | esperanza de vida; esperanza de vida al nacer
unemployment | paro; tasa de paro; desempleo; tasa de desempleo; desocupación; tasa de desocupación
population | población
merchandise-exports | exportaciones de bienes; exportaciones; exportaciones de mercancías
merchandise-imports | importaciones de bienes; importaciones; importaciones de mercancías
general-government-debt | deuda pública; deuda del estado; deuda soberana; endeudamiento público
government-balance | déficit público; déficit fiscal; déficit presupuestario
policy-rate | tipo de interés oficial; tasa de interés de referencia; tipo de interés de referencia; \
tasa de referencia; tasa de política monetaria; tipo oficial
current-account-balance | cuenta corriente; balanza por cuenta corriente; superávit por cuenta corriente
""",
)
