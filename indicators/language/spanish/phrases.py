"""Spanish phrases beside a number, a line for each role: ``role value | phrase; phrase``, ``*`` for any ending."""

from typing import Final

SPANISH_PHRASES: Final = """
scale 3 | mil; miles de
scale 6 | millón; millones; mill.; mill; mm; mio.; mio; m; millones de; millón de
scale 9 | mil millones; millardo; millardos; miles de millones; mil mill.; mrd; md; millarda; mil millones de
scale 12 | billón; billones; millón de millones; millones de millones; billones de; billón de
scale 15 | mil billones
percent | %; por ciento; porciento; por cien
points -1 | décima; décimas; décimas de punto; décima de punto
points | punto porcentual; puntos porcentuales; pp; p.p.; puntos de porcentaje; pto; ptos; puntos porcentual
bps | punto básico; puntos básicos; pb; puntos base; punto base; pbs
before about | unos; unas; alrededor de; cerca de los; aproximadamente; aproximados; en torno a; en torno al; aprox.; \
aprox; cosa de; ~; ≈; estimado en; estimados; algo así como; en el entorno de; en el entorno del
before more than | más de; más del; superior a; superior al; supera; superó; superan; superaron; superando; superar; \
por encima de; por encima del; sobre los; excede; rebasa; rebasó; sobrepasa; >; algo más de; poco más de; \
algo más del; superará; supere; superado; superior a los; sobrepasó; por encima de los; superaba; superior a las
before less than | menos de; menos del; inferior a; inferior al; por debajo de; por debajo del; bajo el; <; \
no más de; menor a; por debajo de los
before at least | al menos; por lo menos; como mínimo; no menos de; mínimo; un mínimo de; ≥; cuando menos
before up to | como máximo; a lo sumo; máximo; un máximo de; no más de; ≤
before almost | casi; cerca de; cerca del; prácticamente; próximo a; próxima al; algo menos de; poco menos de; \
casi el; casi un; rozando; roza; rozó; cercano al; cercana al; cercano a; cercana a; a punto de; rozan; rozaron
after at least | o más; y más; como mínimo; al menos
after about | aproximadamente; más o menos; aprox.; o así
after up to | como máximo; como mucho; o menos
minus | menos
# Change.
rise | sube; suben; subió; subieron; subido; subir; subía; subida; subiendo; aumenta; aumentan; aumentó; aumentaron; \
aumentado; aumentar; aumentando; aumentaba; crece; crecen; creció; crecieron; crecido; crecer; creciendo; crecía; \
incrementa; incrementó; incrementaron; incrementado; incrementar; incrementan; elevó; elevaron; eleva; elevado; \
elevar; elevan; avanza; avanzó; avanzaron; avanzado; avanzar; gana; ganó; ganaron; ganado; repunta; repuntó; \
repuntaron; repuntado; escala; escaló; escalado; dispara; disparó; dispararon; disparado; encareció; encarecieron; \
encarecido; encarecerse; acelera; aceleró; aceleraron; acelerado; amplió; ampliado; salta; saltó; expandió; \
expandido; mejora; mejoró; mejorado; revalorizó; revalorizado; recuperó; remontó; al alza; apreció; agrandó; sumó; \
suma; ascendió un; alza; añadió; ensanchó; rebotó; trepó; ha subido; engordó; se anotó; superior; superiores; \
crecerá; crecerán; aumentará; aumentarán; subirá; subirán; crezca; crezcan; suba; suban; aumente; aumenten; avanzará; \
repuntará; incrementará; crecería; subiría; aumentaría; elevará; mejorará; encarecerá
fall | baja; bajan; bajó; bajaron; bajado; bajar; bajaba; cae; caen; cayó; cayeron; caído; caer; cayendo; caía; \
disminuye; disminuyó; disminuyeron; disminuido; disminuir; desciende; descendió; descendieron; descendido; descender; \
desciendan; reduce; redujo; redujeron; reducido; reducir; reducen; recorta; recortó; recortaron; recortado; recortar; \
retrocede; retrocedió; retrocedieron; retrocedido; pierde; perdió; perdieron; perdido; contrae; contrajo; \
contrajeron; contraído; contraer; desploma; desplomó; desplomaron; desplomado; hunde; hundió; hundieron; hundido; \
ralentiza; ralentizó; desacelera; desaceleró; desaceleraron; modera; moderó; moderaron; moderado; rebaja; rebajó; \
rebajaron; rebajado; cede; cedió; abarata; abarató; abarataron; abaratado; a la baja; encoge; encogió; empeora; \
empeoró; mengua; menguó; depreció; deprecia; depreciado; dejó; dejaron; merma; se deja; decreció; decrecieron; \
decrece; frenó; frena; aminoró; inferior; inferiores; caerá; caerán; bajará; bajarán; caiga; caigan; baje; bajen; \
disminuirá; descenderá; reducirá; contraerá; retrocederá; caería; bajaría; recortará; disminuya
growth | objetivo de crecimiento; meta de crecimiento; crecimiento; aumento; alza; incremento; subida; avance; \
expansión; tasa de crecimiento; repunte; ganancia; \
aumentos; crecimientos; mejora; incrementos; subidas; encarecimiento; revalorización; ascenso; salto; aceleración
drop | caída; descenso; baja; bajada; disminución; reducción; retroceso; contracción; pérdida; recorte; desplome; \
declive; rebaja; caídas; merma; descensos; hundimiento; abaratamiento
more | más; superior; por encima; mayor; más alto; más alta; más altos; más caro; más cara; más caros; superiores; \
de aumento; de crecimiento; de incremento; de subida; al alza; adicionales; de alza; mayores
less | menos; inferior; por debajo; menor; más bajo; más baja; más bajos; más barato; más barata; inferiores; \
de caída; de descenso; de bajada; a la baja; de retroceso; menores; de reducción
yoy | interanual; interanuales; en tasa interanual; respecto al año anterior; respecto a un año antes; \
con respecto al año anterior; frente al año anterior; en términos interanuales; mensual; trimestral; intermensual; \
intertrimestral; anual; anuales; en términos reales; real; nominal; en comparación con el año anterior; \
desestacionalizado; al año; a/a; medio anual; de media; en promedio; promedio anual; respecto del año anterior; \
en términos nominales; en un año; con respecto al mismo periodo del año anterior; en tasa anual; anualizado; \
anualizada; orgánico; acumulado; acumulada
times | veces; vez
double 2 | duplicó; duplicaron; duplicado; duplica; duplican; duplicar; doble; el doble; dobló; doblado; doblar; \
duplicarse; duplicando; se duplicó; duplicaría
double 3 | triplicó; triplicaron; triplicado; triplica; triplican; triplicar; triple; el triple; triplicando
double 4 | cuadruplicó; cuadruplicaron; cuadruplicado; cuadruplica; cuadruplicar; cuádruple; el cuádruple
double 5 | quintuplicó; quintuplicaron; quintuplicado; quintuplica; quíntuple
double 10 | decuplicó; multiplicó por diez; décuplo
halve 2 | a la mitad; redujo a la mitad; reducido a la mitad; a menos de la mitad
# What a percentage is of.
share | compró el; compran el; compraron el; absorbió el; absorbe el; absorben el; absorbieron el; adquirió el; \
recibió el; \
genera el; generó el; produce el; produjo el; consume el; consumió el; suministra el; suministró el; cuota; \
cuota de mercado; proporción; porcentaje; participación; peso; representa; representan; representó; \
representaron; representaba; representaban; representado; supone; suponen; supuso; supusieron; suponía; equivale a; \
equivalen a; equivalente a; equivalió a; concentra; concentran; concentró; acapara; acaparan; acaparó; copa; \
contribución; contribuyó; cubre; cubren; cubrió; constituye; constituyen; mayoría; votos; sufragios; aporta; aportó; \
aportan; abarca; abarcan; posee; poseen; corresponde; corresponden; controla; equivale al; equivalente al; \
equivalen al; parte
rate | inflación; tasa; tasas; tasa de inflación; paro; tasa de paro; desempleo; tasa de desempleo; desocupación; \
tipo; tipos; tipo de interés; tipos de interés; tasa de interés; margen; márgenes; rendimiento; rentabilidad; iva; \
impuesto; impuestos; arancel; aranceles; cupón; ipc; inflación subyacente; subyacente; tasa de ahorro; ocupación; \
objetivo; interés; comisión; tipo oficial; euríbor; tasa de empleo; margen operativo; precios; tipo impositivo; \
deflación; morosidad; tasa de morosidad; informalidad; tasa de referencia; tasa de informalidad; gravamen; \
cotización; meta; tipo medio; déficit; deuda; tasa de actividad; tasa de desocupación; roe; intereses; prima; \
cotizaciones; tasa de política
index | índice; índices; ibex; ibex 35; pmi; dax; cac; dow jones; nasdaq; barómetro; merval; bovespa; \
nikkei; índice de confianza; selectivo; eurostoxx; euro stoxx; ipsa; s&p 500; confianza
# Who, and when it is about.
forecast | prevé; prevén; previó; previsto; prevista; previstos; previstas; preveía; preveían; prever; previsión; \
previsiones; espera; esperan; esperaba; esperado; esperada; se espera; pronostica; pronostican; pronosticó; \
pronóstico; pronósticos; proyecta; proyectan; proyectó; proyección; proyecciones; calcula que; estima que crecerá; \
será; serán; crecerá; crecerán; aumentará; aumentarán; subirá; subirán; bajará; bajarán; caerá; caerán; alcanzará; \
alcanzarán; llegará; llegarán; se situará; situará; situarán; podría; podrían; debería; deberían; superará; \
superarán; confía en; aspira a; apunta a; anticipa; anticipan; vaticina; vaticinan; augura; auguran; perspectivas; \
meta de; objetivo de; pretende; planea; planean; tiene previsto; va a; van a; invertirá; invertirán; destinará; \
creará; costará; tendrá; tendrán; se reducirá; reducirá; representará; supondrá; cerrará; duplicará; producirá; \
recortará; contratará; ascenderá; ascenderán; repuntará; moderará; descenderá; disminuirá; avanzará; incrementará; \
elevará; sumará; expandirá; contraerá; de aquí a; para finales de; quiere; generará; exportará; facturará; sería; \
serían; crecería; alcanzaría; subiría; bajaría; se ubicará; ubicará
past | fue; fueron; era; eran; ha; han; alcanzó; alcanzaron; registró; registraron; frente a; tras; había; habían; \
contra; se situó; situó; situaron; totalizó; ascendió; ascendieron; creció; aumentó; cayó; subió; bajó; llegó; \
llegaron; cerró; después de; comparado con; ganó; ingresó; facturó; vendió; obtuvo; contabilizó; se ubicó
say | dijo; dice; dijeron; afirmó; afirma; aseguró; asegura; señaló; señala; explicó; explica; indicó; indica; \
informó; informa; anunció; anuncia; declaró; declara; agregó; añadió que; sostuvo; sostiene; destacó; destaca; \
precisó; precisa; advirtió; advierte; confirmó; confirma; calculó; estimó; estima; estiman; publicó; publica; reveló; \
revela; recordó; manifestó; subrayó; comunicó; reportó; apuntó; detalló; muestra
according | según; de acuerdo con; de acuerdo a; a juicio de; en palabras de; según datos de; según datos del; \
según el; según la; según los; según las; según cifras de; según cifras del; según un estudio de; a decir de; \
conforme a; datos de; datos del
# Time.
month 1 | enero; ene.; ene
month 2 | febrero; feb.; feb
month 3 | marzo; mar.; mar
month 4 | abril; abr.; abr
month 5 | mayo; may.; may
month 6 | junio; jun.; jun
month 7 | julio; jul.; jul
month 8 | agosto; ago.; ago
month 9 | septiembre; sept.; sep.; setiembre; sep; sept
month 10 | octubre; oct.; oct
month 11 | noviembre; nov.; nov
month 12 | diciembre; dic.; dic
ordinal 1 | primer; primera; primero; primeros; 1er; 1.º; 1º; primeras; 1.er
ordinal 2 | segundo; segunda; 2º; 2.º; 2do
ordinal 3 | tercer; tercera; tercero; 3er; 3.er; 3º
ordinal 4 | cuarto; cuarta; 4º; 4.º; último; última; 4to
quarter | trimestre; trimestres
half | semestre; semestres; mitad; mitad del año; mitad de año
months | meses; mes
months 2 | bimestre
months 4 | cuatrimestre
q 1 | t1; 1t; q1
q 2 | t2; 2t; q2
q 3 | t3; 3t; q3
q 4 | t4; 4t; q4
h 1 | h1; s1; 1s
h 2 | h2; s2; 2s
relative -1 | año pasado; el año pasado; pasado año; el pasado año; año anterior; el año anterior; último año; \
el último año; pasado ejercicio; el ejercicio pasado
relative 0 | desde principios de año; desde comienzos de año; desde el inicio del año; \
este año; presente año; año en curso; el año en curso; lo que va de año; en lo que va del año; \
este ejercicio; en lo que va de año; en el conjunto del año; el presente año; conjunto del año
relative 1 | próximo año; el próximo año; año próximo; el año próximo; año que viene; el año que viene; \
año entrante
year_before | año anterior; el año anterior
year_after | siguiente año; año siguiente; año después; año más tarde
full_year 1 | aquel año; ese año; ese mismo año; el mismo año
full_year | finales de año; fin de año; final de año; cierre de año; fin del año; finales del año; conjunto del año; \
todo el año; año completo
results 3 | trimestral; trimestrales
results 6 | semestral; semestrales
quarter_away -1 | trimestre pasado; pasado trimestre
quarter_away 0 | este trimestre; trimestre en curso
quarter_away 1 | próximo trimestre; trimestre próximo
month_away -1 | mes pasado; pasado mes
month_away 0 | este mes; mes en curso
month_away 1 | próximo mes; mes próximo
quarter_before | trimestre anterior; trimestre previo; trimestre precedente
month_before | mes anterior; mes previo; mes precedente; un mes antes
weekday 1 | el lunes; este lunes
weekday 2 | el martes; este martes
weekday 3 | el miércoles; este miércoles
weekday 4 | el jueves; este jueves
weekday 5 | el viernes; este viernes
weekday 6 | el sábado; este sábado
weekday 7 | el domingo; este domingo
span | año; años; mes; meses; semana; semanas; día; días; hora; horas; minuto; minutos; segundos; siglo; siglos; \
década; décadas; trimestre; trimestres; semestres; grados; grado; noches; h; jornadas; ejercicios; quincena; \
bimestres
ends | finales de; final de; a finales de; principios de; a principios de; mediados de; a mediados de; cierre de; \
al cierre de; a cierre de; fines de; a fines de; inicio de; comienzos de; al cierre del; al; a; cierre del
since | desde; hasta; antes de; desde el
# Small words.
by | un; en un; en; hasta un; casi un; cerca de un; más de un; alrededor de un; otro; en torno a un; unos; en unos; \
en más de; en casi; aproximadamente un
to | hasta; a; al; hasta el; hasta los; hasta las; alcanzó; alcanza; alcanzaron; alcanzan; alcanzar; alcanzando; \
se situó en; situó en; situarse en; se sitúa en; sitúa en; situándose en; se situaron en; quedó en; queda en; \
llegó a; llegó al; llegaron a; ascendió a; ascendieron a; asciende a; ascienden a; asciende al; es de; fue de; \
era de; fueron de; fue del; es del; era del; es; fue; fueron; eran; son; totalizó; totalizaron; sumó; sumaron; \
se ubicó en; ubicó en; ubica en; se mantuvo en; mantuvo en; mantiene en; cerró en; cerró con; terminó en; \
se colocó en; suman; suma; totaliza; totalizan; por valor de; por un valor de; de; equivalente a; registró; cifra de; \
a los; a las; se fijó en; fijó en; estaba en; está en; hasta unos; permanece en
from | desde; frente a; frente al; frente a los; contra; tras; en lugar de; comparado con; en comparación con; que; \
respecto a; respecto al; en vez de; con respecto a; desde los; desde el; versus; vs; respecto de; ante
of | de; del; de la; de los; de las; de todo; de toda; del total; de todos; de todas; de su; de sus
per | por; el; la; cada; por cada; al; a la; /; por un; por una
per_day | diarios; al día; por día
and | y; e; así como
between | entre; desde; en un rango de; un rango de; rango de; en una horquilla de; horquilla de
refer | los; las; estos; estas; ambos; ambas; sus; nuestros; todos; todas; cada; otros; otras; últimos; últimas; \
primeros; primeras; próximos; próximas; el; la; un; una; este; esta; esos; esas; dichos
name | artículo; artículos; art.; edad de; mayores de; menores de; sección; capítulo; figura; tabla; cuadro; \
página; páginas; pág.; n.º; nº; núm.; \
número; apartado; versión; fase; boeing; airbus; iphone; windows; galaxy; tipo; modelo; clase; línea; ruta; \
autopista; carretera; vuelo; puerta; agenda; visión; industria; fórmula; puesto; top; bloque; grupo; tel.; tel; \
teléfono; fax; anexo; directiva; reglamento; categoría; tomo; temporada; episodio; nivel; etapa; ibex; stoxx; gpt; \
ley; decreto; resolución; lote; zona; copa; lugar; posición; expo; franja; canal; calle
"""
