"""Spanish patterns."""

from typing import Final

from indicators.language.patterns import Patterns

SPANISH_PATTERNS: Final = Patterns(
    year_earlier=r"(?:(?:un )?año|doce meses) (?:antes|atrás)|(?:el|del|al) (?:año|ejercicio) (?:anterior|previo)|"
    r"(?:en |del )?(?:el )?(?:mismo|igual) (?:mes|trimestre|periodo|semestre|"
    r"período) del (?:año|ejercicio) (?:anterior|pasado)|hace un año|un año (?:anterior|previo)",
    last_year=r"(?:el )?año pasado|en 20\d\d",
    change_stem=r"(?:aument|crec|disminu|descend|redu|increment|baj|sub|ca[ií]d|aceler|ralentiz|moder|ampli|"
    r"desaceler)\w*",
    comparable=r"comparables?|orgánic\w+|a (?:perímetro|moneda|tipos? de cambio) constantes?",
    real_terms=r"en términos reales|a precios constantes|descontad[ao] la inflación|ajustad[oa]s? (?:por|"
    r"a la) inflación|"
    r"\breal(?:es)?\b(?! decreto)|en volumen",
    nominal=r"\b(?:en términos )?nominal(?:es|mente)?\b",
    current_prices=r"\ba precios (?:corrientes|actuales|de hoy)",
    real_measure=r"\bPIB\b|[Pp]roducto (?:[Ii]nterior|[Ii]nterno|[Nn]acional) [Bb]ruto|valor (?:agregado|añadido)|"
    r"producción (?:industrial|manufacturera)|\beconomía\b",
    nominal_measure=r"\b(?:cifra de negocios?|endeudamiento|"
    r"facturación|ventas?|ingresos?|exportaciones|importaciones|comercio|beneficios?|"
    r"ganancias?|utilidades|"
    r"salarios?|sueldos?|gastos?|presupuesto|inversion(?:es)?|inversión|depósitos?|créditos?|reservas|deuda|"
    r"mercado|pagos?|"
    r"activos|recaudación|remesas)\b",
    narrower=r"\beconomía (?:digital|en línea|online|de internet|creativa|colaborativa|sumergida)|\b(?:del|al|"
    r"que el|%) PIB\b",
    yearly=r"\b(?:de media|en promedio|promedio|media anual|al año|por año|cada año|anual(?:es|mente)?|TCAC|"
    r"compuest[oa])\b",
    up=r"\b(?:sub[ieí]\w*|aument\w*|crec[ieí]\w*|increment\w*|elev\w*|avanz\w*|repunt\w*|dispar\w*|alza|"
    r"mejor\w*|ampli\w*|"
    r"encareci\w*|gan[óa]\w*|aceler\w*)\b",
    down=r"\b(?:baj[aóe]\w*|ca(?:yó|yeron|e|en|er|ído|ída)|disminu\w*|desc(?:iende|endi)\w*|redu[jc]\w*|"
    r"recort\w*|retroced\w*|"
    r"contra[jíe]\w*|desplom\w*|hund\w*|rebaj\w*|abarat\w*|empeor\w*|descenso|ralentiz\w*|desaceler\w*|"
    r"moder\w*|estrech\w*)\b",
    raised=r"\b(?:elev\w*|sub[ieí]\w*|aument\w*|al alza|aceler\w*|mejor\w*|increment\w*)\b",
    lowered=r"\b(?:rebaj\w*|baj[aóe]\w*|recort\w*|redu[jc]\w*|a la baja|ralentiz\w*|desaceler\w*|moder\w*|"
    r"empeor\w*)\b",
    growth_without_subject=r"(?:^|\b(?:prevé|prevén|espera|esperan|pronostica|proyecta|anuncia|muestra|"
    r"significa|supone|es|un|una) )"
    r"(?:crecimiento|aumento|alza|incremento|subida|caída|descenso) (?:del? )(?:alrededor del? |cerca del? |"
    r"casi el )*$",
    revision=r"revis\w+|provisional\w*|preliminar\w*",
    expected_before=r"\b(?:esperaba\w*|preveía\w*|pronosticaba\w*|consenso|expectativas)\b|"
    r"\b(?:esperad|previst)[oa]s? por\b",
    of_forecast=r"\b(?:previsi(?:ón|ones)|estimaci(?:ón|ones)|pronósticos?|proyecci(?:ón|ones)|perspectivas?|"
    r"objetivos?|metas?)\b",
    better_or_worse=r"\b(?:mejor|empeor)\w*",
    unless_stated=r"\b(?:salvo|excepto)(?: que se)? (?:indi\w+|especifi\w+|mención)"
    r"(?: (?:de otro modo|lo contrario|\w*contrari[ao]))?\b|\ba menos que se indique lo contrario\b",
    negation=r"\b(?:no|nunca|jamás)\b",
    at_a_pace=r"\ba (?:un|una) (?:ritmo|tasa) (?:\w+ ){0,2}del?$",
    from_last_period=r"\b(?:mensual\w*|intermensual\w*|trimestral|en un mes)\b",
    change_cue=r"\b(?:un|en|aumento|alza|incremento|subida|crecimiento|caída|descenso|bajada|disminución|"
    r"reducción) (?:del? |un )?"
    r"(?:casi |alrededor del? |cerca del? )?$",
    change_noun=r"aumentos?|alzas?|incrementos?|subidas?|caídas?|descensos?|reducciones|reducción|recortes?|"
    r"rebajas?|bajadas?|"
    r"crecimientos?|disminución|repuntes?|avances?|retrocesos?|desplomes?|contracción|mejora|ascensos?",
    gross_debt=r"\bbruta\b",
    on_average=r"\bpromedi\w+|\ben media\b",
    registered=r"\bregistrad\w+|\binscrit\w+|\bSEPE\b",
    net_debt=r"\bneta\b",
    central_government=r"\b(?:gobierno|administración) central\b|\bfederal\b",
    purchasing_power=r"\bpoder adquisitivo\b|\bparidad\b|\bPPA\b",
    usual_definition=r"\bOIT\b|\bencuesta\w*|\bEPA\b|\bBanco Mundial\b|\bFMI\b|\bEurostat\b|"
    r"\bOCDE\b",
    at_a_time=r"\b(?:pico|récord|máximo|mínimo)\b|\balcanz\w+",
    end_of_year=r"\bdiciembre\b|\b(?:fin|final|cierre) (?:de|del) (?:año|\d{4})",
    than=r"\b(?:que|frente a|contra|respecto (?:a|al|de|del)|con respecto (?:a|al)|en comparación con|desde|"
    r"tras|sobre)"
    r"(?: (?:los|las|el|la|lo))?\b",
    reached=r"(?:,? en \d{4})?,? (?:y|hasta) (?:alcanzó|llegó a|totalizó|ascendió a|se situó en|alcanzar|"
    r"alcanzaron) (?:los |las )?$",
    since_ahead=r"\bdesde (?:(?:el|la|los|principios|finales|mediados|de|enero|febrero|marzo|abril|mayo|junio|"
    r"julio|agosto|septiembre|"
    r"octubre|noviembre|diciembre|año|inicio|al menos) ?)*$",
    record=r"\w",
    in_passing=r"\b(?:pero|sin embargo|aunque|a pesar de|pese a|debido a|a causa de|gracias a|ante|en medio de)\b",
    fiscal=r"\b(?:ejercicio|año) fiscal\b",
    whole_year=r"\b(?:todo|conjunto de)(?: el año)? $",
    respectively=r"\brespectivamente\b",
    year_beside=r"\b(?:el año pasado|este año|año anterior)\b",
    against_level=r"(?:por (?:debajo|encima)|inferior\w*|superior\w*)\b[^.;,]{0,25}(?:nivel\w*|pico|máximo)|"
    r"prepandemi\w*|precrisis|previ[oa]s? a la|antes de la (?:pandemia|crisis|guerra)",
    not_of_one_year=r"\b(?:desde|entre|años|décadas?|acumulad[oa]s?|hasta ahora|trimestr\w*|semestre|mes|"
    r"mensual|promedio|media|"
    r"per cápita|por (?:habitante|persona)|dólares|PPA)\b",
    again_in_brackets=r"unos|unas|aproximadamente|alrededor de|cerca de|es decir,?|equivalente a|equivalentes a|"
    r"casi|US|más de|"
    r"o sea,?|en torno a|aprox\.?",
    again=r"(?:o(?: sea,?)?(?: unos| cerca de| alrededor de)?|es decir,?(?: unos| cerca de)?|"
    r"equivalentes? a(?: unos| cerca de|"
    r" alrededor de)?|unos|lo que equivale a(?: unos)?)\s",
    range_joint=r"\s+(?:a|al|y)",
    range_from=r"(?:de|desde|entre|del)\s",
    range_to=r"(?:a|hasta|al)\s+",
    moves=r"\b(?:duplic|tripl|pas[óa]|aument|crec|sub[ií]|baj|ca[yíe]|disminu|descend|redu|recort|increment|"
    r"elev|rebaj|retroced|"
    r"dobl)",
    counted_behind="(?:fueron |se |han sido )?(?:vendidos|vendidas|entregados|entregadas|construidas|"
    "construidos|producidos|"
    "producidas|matriculados|exportados|fabricados|vendieron|construyeron|produjeron|matricularon|fabricaron)",
    live=r"(?:vivían|viven|habitaban|habitan|residían|residen)$",
    inhabitants=r"(?:habitantes?|personas?|ciudadanos|residentes|gente|almas)",
    place_of=r"\b(?:ciudad|pueblo|país|municipio|isla|región) de (?:casi |unos |más de )?$",
    have_people=r"\b(?:tenía|tiene|contaba con|cuenta con|vivían|viven|habitaban)\s*$",
    group_ahead=r"de (?:todos |todas |los |las |estos |estas |"
    r"unos )+(?:\d[\d., ]* (?:millones de )?)?([a-záéíóúñ][^\d,;:.]{2,40}?)(?:,|$)",
    of_shares=r"\bacciones\b",
    per_share=r"por acción",
    gdp="PIB|producto (?:interior|interno)",
    or_share=r"(?:es decir,? |o |lo que supone |con )?(?:una|un) (?:tasa|proporción|porcentaje|índice)"
    r"(?: \w+){0,3} del?|o|es decir,?|o sea,?|lo que (?:supone|representa|equivale a)|que (?:supone|representa)|"
    r"equivalentes? (?:a|al)|"
    r"representan?|suponen?|un|el|con una cuota del",
    about="casi |cerca del? |alrededor del? |el |un |más del? |aproximadamente ",
    equals_share=r"\bo\b|equival\w+|supone\w*|representa\w*|\bes\b|\bera\b|\bfue\b",
    of="de|del|de la|de los|de las",
    of_all=r"(?:la |el |los |las |todos |todas |su )*(?:total\w*|conjunto|todos|todas|ellos|ellas|estos|estas|"
    r"suma|todo)",
    makes_up=r"\b(?:represent|supon|constitu|aport|pag|cubr|financ)\w+",
    of_before=r"de (?:ellos|ellas|estos|estas|esta cifra|ese total|este total|los cuales)\b",
    comes_to=r"\b(?:es decir|o sea|lo que (?:supone|equivale|da|hace)|o)\b",
    concludes=r"(?:eso|esto|ello) (?:equivale|corresponde|supone|representa|significa)\b|es decir\b|"
    r"en total,? (?:son|suman|eso suma)\b",
    whole_pronoun=r"ellos|ellas|estos|estas|esta cifra|esa cantidad|ese total",
    the_total=r"(?:el |la |del )?(?:total|suma|conjunto)",
    total=r"\b(?:total\w*|conjunto|todos|todas)",
    total_phrase=r"\b[a-záéíóúñ]{4,} total(?:es)?\b",
    total_ahead=r"\b(?:en total|para un total de|un total de|totalizando|sumando|en conjunto|lo que suma)\b",
    total_behind="en total|en conjunto|junt[oa]s",
    not_all_parts=r"\b(?:entre (?:ellos|ellas)|por ejemplo|principalmente|sobre todo|más de|al menos|"
    r"incluid[oa]s?|incluyendo)\b",
    of_sum=r"de (?:los |las |estos |un total de )?",
    net_sum=r"\b(?:entradas?|salidas?|compras|ventas|beneficios?|pérdidas?|ganancias?) net[ao]s?\b|\bnet[ao]s? de\b",
    intensive=r"\bmedi[oa]s?\b|promedio|salario|sueldo|precio|rendimiento|alquiler|tarifa|densidad|temperatura|velocidad",
    not_parts=r"\b(?:frente|comparad\w*|respecto|tras|antes|anterior|cada|por|promedio|media|que|de los cuales|"
    r"de las cuales|contra)\b",
    in_favour=r"\ba favor\b",
    opposed=r"\ben contra\b",
    undecided=r"\b(?:se abstuv\w+|abstenc\w+|indecis\w+|no (?:contest|respond|vot|opin)\w+|ausentes?)\b",
    made_of=r"\b(?:se (?:compon\w+ de|divid\w+ en|reparti\w+ (?:en|entre)|reparte[nsr]? (?:en|entre)|"
    r"se divid\w+ entre|desglos\w+ en|"
    r"distribuy\w+ en)|"
    r"compuest[oa]s? (?:de|por)|repartid[oa]s? (?:en|entre)|dividid[oa]s? en|desglosad[oa]s? en|de los cuales|"
    r"de las cuales|"
    r"inclu(?:yen?|ían?|yó|yeron|yendo|idos)|entre ellos|consist\w+ en)\b",
    adds_up=r"suma(?:n|ron)?|totaliz\w+|ascend\w+ a|ascienden? a|alcanza\w*|llega\w+ a|fueron(?: de)?",
    all_of_it=r"compon|compuest|divid|reparti|reparte|desglos|distribuy|consist",
    span_of_years=r"\b(?:en|durante) (?:los |las |últimos |próximos )*(\w+) (?:últimos |próximos )?años?\b",
    earns=r"\b(?:ingres[óa]|ingresaron|factur[óa]|facturaron|ganó|gana|ganaron|gast[óa]|gastaron|perdió|pierde|"
    r"perdieron|"
    r"invirtió|invierte|invirtieron|invertirán?|recaud[óa]|recaudaron|pagó|paga|pagaron|debe|costó|cuesta|costará|"
    r"obtuvo|"
    r"(?:beneficios?|pérdidas?|ganancias?) (?:\w+ )?de)(?: (?:unos|casi|más de|cerca de|otros|sólo|solo))* ?$",
    proceeds=r"\b(?:coste|costo|ingresos|recaud\w+|gasto|suma)\b",
    each_ahead=r"\bcada un[oa] de (?:l[oa]s|sus) ⟦C\d+⟧ \w+ (?:a )?|\bprecio medio de |\b(?:un|una|"
    r"cada) \w+ (?:cuesta|paga|cobra|recibe|emplea)(?: a)? |"
    r"\b(?:por (?:habitante|persona|cabeza|hogar|trabajador|alumno|cliente)|cada (?:uno|habitante|"
    r"persona|trabajador|hogar|"
    r"alumno|cliente))[^⟦⟧,;]{0,25}",
    employs=r"\b(?:emple\w+|trabajador\w*|plantilla)\b",
    gets=r"\b(?:recib|obtuv|obten|cobr)\w+",
    each_word=r"\bcada\b(?! (?:año|mes|día|semana|vez))",
    each_behind=r"(?:(?:por|para cada|a cada|por cada) (?:habitante|persona|cabeza|hogar|familia|trabajador|"
    r"empleado|alumno|estudiante|"
    r"cliente|paciente|niño|empresa|compañía|escuela|tienda|vivienda|empleo|puesto|usuario|jubilado|pensionista|"
    r"agricultor|"
    r"médico|docente|profesor|visitante|turista|pasajero|abonado|miembro|socio|finca|beneficiario)|per cápita|"
    r"(?:a |para )?cada un[oa]\b)",
    exports_side=r"\b(?:exporta(?:ciones|ción|do|dos|ron|n)?|exportó)\b",
    imports_side=r"\b(?:importa(?:ciones|ción|do|dos|ron|n)?|importó)\b",
    revenue_side=r"\b(?:ingresos?|recaudación|recaud\w+|ingres\w+)\b",
    spending_side=r"\b(?:gastos?|egresos?|gastó|gastaron|gasta)\b",
    trade_turnover=r"\b(?:intercambio comercial|comercio bilateral|volumen comercial)\b",
    surplus=r", (?:es decir, )?un beneficio de\b|\b(?:superávit|excedente)\b",
    loss=r"\bpérdidas?\b",
    profit=r"\b(?:beneficios?|ganancias?|utilidad(?:es)?)\b",
    deficit=r"\b(?:déficit|desequilibrio)\b",
    balance=r"\b(?:balanza comercial|saldo (?:comercial|fiscal|presupuestario)|saldo)\b",
    other_balance=r"\b(?:cuenta corriente|por cuenta corriente|servicios|primario|estructural|sin contar|"
    r"excluyendo|energétic\w+)\b",
    average=r"\b(?:de media|en promedio|(?:la|una) media|(?:el|un) promedio)\b",
    per=r"por",
    comes_in=r"\b(?:contrat\w+|abri(?:ó|eron)|abiert\w+|compr(?:ó|aron)|construy\w+|nacimientos|nacid\w+|nacieron|"
    r"llegad\w+|llegaron|gan(?:ó|aron)|incorpor\w+)\b",
    goes_out=r"\b(?:despid\w+|cerr(?:ó|aron)|cerrad\w+|vend(?:ió|ieron)|vendid\w+|perd(?:ió|ieron)|suprimi\w+|"
    r"muertes|defunciones|murieron|muertos|salidas|salieron|se fueron|gast(?:ó|aron)|emigraron)\b",
    leaving=r"\b(?:quedan|quedaron|queda|dejando)\b",
    remain=r"\b(?:quedan|quedaron|restantes|restan)\b",
    per_hour=r"\b(?:por|la|a la|cada) hora\b",
    per_day=r"\b(?:por|al|cada) día\b|\bdiari[oa]s?\b",
    per_week=r"\b(?:por|a la|cada) semana\b|\bsemanales\b",
    per_month=r"\b(?:por|al|cada) mes\b(?! (?:ant|pas|sig|\d))|\bmensuales\b",
    per_quarter=r"\b(?:por|al|cada) trimestre\b(?! (?:ant|pas|sig|\d))",
    per_year=r"\b(?:por|al|cada) año\b(?! (?:ant|pas|sig|\d))|\banuales\b|\ben todo el año\b",
    average_behind=r"(?:de media|en promedio)\b",
    ranges_from=r"\b(?:oscil\w+ entre|van? de|iban? de|van? desde|varía\w* (?:de|entre)|se sitúan? entre)\b",
    wider_group=r"\b(?:media|promedio) (?:nacional|europe[ao]|mundial|de la UE|de la OCDE|del (?:país|sector|mercado)|"
    r"histórica?|general)|\bentre (?:ellos|ellas|otros)\b|\bincluid\w+\b|\bel más (?:alto|bajo)\b",
    set_rate=r"\b(?:tipos? (?:de interés|oficial(?:es)?|rector(?:es)?|de referencia|de depósito)|"
    r"tasas? (?:de interés|clave|"
    r"de referencia|de política monetaria|rectora|básica))\b",
    as_many_as=r"(?:más )?(?:que|de)(?: l[oa]s)?",
    by_itself=r"\b(?:sol[oa]|sólo|únicamente)\b",
    flow=r"\b(?:visit\w+|vend\w+|ventas?|produ[cj]\w+|producción|constru\w+|export\w+|import\w+|transport\w+|entreg\w+|"
    r"extra[eijy]\w+|"
    r"factur\w+|ingres\w+|gast\w+|recaud\w+|matricul\w+)\b",
    not_added_over_time=r"\b(?:desde|acumulad\w+|"
    r"media|promedio|diari\w+|al día|por día|mensual\w*|al mes|a finales|al cierre|fin|"
    r"prev\w+|"
    r"esper\w+|objetivo\w*|plantilla|empleados|existencias|reservas|tasa)\b",
    at_a_rate=r"\b(?:al|a un (?:tipo|interés) del?)(?: alrededor de)? $",
    largest=r"\b(?:(?:el|la|los|las) (?:mayor(?:es)?|más (?:alt[oa]s?|grandes?|car[oa]s?))|"
    r"primer (?:lugar|puesto)|líder|"
    r"lidera|encabeza|"
    r"principal(?:es)?|número uno|a la cabeza)\b",
    fastest=r"\bmás (?:fuerte|rápid[oa]|pronunciad[oa]|acusad[oa])\b",
    ranked_noun=r"(?:\w+ )?(?:cuota|parte|número|cifra|total|valor|importe|resultado|volumen|productora?|"
    r"proveedora?|operadora?|de|entre|del)s?\b",
    not_first=r"\b(?:segund[oa]|tercer[oa]?|un[oa] de l[oa]s|por|cada|no|salvo|excepto|desde|nunca)\b",
    smallest=r"\b(?:(?:el|la|los|las) (?:menor(?:es)?|más (?:baj[oa]s?|pequeñ[oa]s?)))\b",
    second=r"\b(?:seguid[oa]s? (?:de|por|del)|por delante de(?:l)?|le siguen?|después|luego|en segundo lugar|"
    r"segund[oa]|(?:rival|competidora?) más cercan[oa])\b",
    second_after=r"\bsegund[oa]\b[^⟦⟧,;.]{0,40}? (?:después de|detrás de|tras)(?=\W|l )",
    more_than=r"\b(?:más|mayor(?:es)?)(?: [\w-]+){0,2} que\b|\bsuperior(?:es)? al?\b",
    less_than=r"\b(?:menos|menor(?:es)?)(?: [\w-]+){0,2} que\b|\binferior(?:es)? al?\b",
    target=r"\b(?:objetivo|meta|umbral|techo|previst\w+|plan)\b",
    only=r"\b(?:s[oó]lo|solamente|únicamente)\b",
    misses=r"\b(?:incumpli\w+|no alcanz\w+)\b",
    beats=r"\b(?:super(?:ó|a|aron|an)|rebas\w+)\b",
    exceeds=r"\b(?:super(?:a|ó|aron|an|aba|aban|ando)|exced\w+|sobrepas\w+|rebas\w+|(?:es|son|fue|era|"
    r"fueron) (?:superior(?:es)? a|"
    r"mayor(?:es)? que|más (?:alt[oa]s?|grandes?) que))\b",
    counting_in=r"incluid\w+|incluyendo|con\b",
    has_feature=r"\b(?:con|que)\b",
    the_rest=r"\b(?:el resto|l[oa]s otr[oa]s|l[oa]s demás|restantes?)\b",
    of_one_whole=r"de (?:todos |todas |el total de |la totalidad de )?(?:los |las |estos |"
    r"estas )[^⟦⟧,]{3,40},? (?:\w+ )?⟦|"
    r"[^⟦⟧]{0,40}⟦[SR]\d+⟧ de [^⟦⟧,]{3,40} (?:vino|vinieron|procedían|proceden|provienen|provenían) del?\b",
    ratio_base=r"\b(?:principal|nominal|plan|objetivo|meta|capacidad|ingreso|facturación|venta|pib|norma|media|"
    r"promedio|nivel|"
    r"precio|valor|capital|"
    r"producción|salario|coste|costo|presupuesto|necesidad|demanda|año)\w*",
    come_from=r"\b(?:(?:venían|vienen|provenían|provienen|procedían|"
    r"proceden) )?de(?:l)?\b",
    divided=r"(?:proced\w+|provien\w+|proven\w+|vien\w+) (?:de|del) [^⟦⟧]{1,30}\(⟦|(?:fue(?:ron)?|va|van|"
    r"iban) a [^⟦⟧]{1,30}\(⟦|"
    r"\b(?:repart\w*|desglos\w*|compon\w*|compuest\w*|cuotas? de mercado|represent\w*|correspond\w*|"
    r"distribu\w*|divid\w*|"
    r"cuotas?|concentr\w*|acapar\w*|por (?:región|regiones|países|sectores|edad|segmentos|categorías)|"
    r"respectivamente)\b",
    own_rate=r"\bm[aá]rgen(?:es)?\b",
    overlapping=r"\b(?:encuestad\w*|encuesta|entrevistad\w*|dicen|dijeron|declaran|us(?:a|an|aban)|utiliz\w*|"
    r"prev[eé]\w*|cree\w*|"
    r"quiere\w*|espera\w*|prefier\w*|apoya\w*|confía\w*|de los cuales|frente|contra|que|aument\w*|cay\w*|"
    r"subi\w*|creci\w*|baj\w*)\b",
    in_places="en|entre",
    time_in_sentence=r"\b(?:ene|feb|mar|abr|may|jun|jul|ago|sep|oct|nov|dic|prim|segund|terc|cuart|semestre|"
    r"trimestre|mes|semana|año|"
    r"ayer|hoy|antes|anterior|pasado|últim|próxim)",
    counted_or_valued=r"\b(?:transacciones|operaciones|compras|pedidos|pagos|intercambios)\b",
    figure_in_heading=r"\d\s?(?:%|M€|millones|mil|billones)|[$€£]\s?\d",
    taken_together=r"(?:juntos|combinados|sumados|en conjunto)\b",
    same_time_ahead=r"(?:mism[oa]s?|igual(?:es)?|idéntic[oa]) "
    r"(?:periodo|período|lapso|trimestre|bimestre|mes|meses|semestre|fecha)(?: de| del)?$",
    dates_another=r"\b(?:fundad[oa]s?|nacid[oa]s?|vence[n]?|vencimiento) ?(?:en|el)? ?$|\b(?:base|"
    r"año base)(?: 100)?(?: en)? ?$",
    narrower_subject=r"\b(?:excluy\w+|excluid\w+|sin contar|sin incluir|no petrolero|fuera de)\b",
    relative=r", (?:que|cuy[oa]s?|donde)\b",
    this_was=r"(?:(?:eso|esto|ello) )?(?:es|fue|era|son|supone|supuso|representa)",
    states_level=r"\b(?:tantos?|se situ\w+|alcan(?:z|c)\w+|ascendí\w+|asciende\w*|cuesta\w*|cost(?:ó|o|aba|"
    r"aban)|cifr\w+|sum(?:a|an|aba|ó)|lleg(?:ó|o|aba|a) a|había|sido|hace|hay|era[n]?|fue|fueron|es|son|están?|"
    r"estaba[n]?|aún|ya|sólo|todavía|se|en|a|al|de|del|un|una|el|la|los|las|lo que|que|supone|"
    r"años después|años más tarde|más|menos|mayor|menor|superior|inferior)\b",
    back_then=r"\b(?:entonces|en aquel momento|por aquel entonces)\b",
    changed_object=r"(?:su|sus|el|la|los|las|nuestr[oa]s?)\b",
    is_now=r"\b(?:es|tiene|cuenta|asciende)\b",
    nowadays=r"\b(?:ahora|hoy|actualmente|en la actualidad)\b",
    years_later=r"\baños? (?:después|más tarde)\b",
    it_was=r",? (?:(?:él|ella|ellos|esto) )?(?:era|eran|fue|fueron|había sido|se situaba|ascendía)(?: (?:de|a|"
    r"en))?(?: un| el)?",
    than_ahead=r"\b(?:que|respecto al?|al|con|sobre|frente al?)\s+(?:el |en |un |hace )?",
    not_comparison=r"(?:más|menos|superior|inferior|mayor) (?:tarde|o menos|adelante)\b|más (?:de|del|que) ?\d",
    rank_in=r"\b(?:(?:más|menos) (?:alt|baj|grand|pequeñ|rápid|lent|fuerte|débil|ric|pobre|elevad|car)\w*|"
    r"(?:el|la|los|las|al|del) (?:mayor|menor|mejor|peor)\w*|puesto) ?"
    r"(?:[\w'-]+ ){0,6}(?:de|del|en|entre|dentro de) (?:tod\w+ )?(?:la |el |los |las )?$",
    given_to=r"\b(?:préstamos?|créditos?|ayudas?|desembolso|financiación|turistas|visitantes|viajes|vuelos|llegadas|"
    r"remesas|lleg(?:a|an|ó|aron|aban|ado)|viaj(?:a|an|ó|aron))\b[^.;,]{0,40} (?:a|hacia) (?:la |el |los |las )?$",
    own_economy="economía",
    trade_out="export|venta|envío|suministro",
    trade_in="import|compra",
    rate_name="inflación|crecimiento|tasa|paro|desempleo|tipo",
    length_of_life=r"\besperanza (?:media )?de vida",
    general_name="crecimiento|tasas?|precios|producción|real|dólar|euro|exportaciones|importaciones|reservas",
    cities="madrid|buenos aires|santiago de chile|bogotá|lima|brasilia|caracas|quito|montevideo|la habana|"
    "washington|ottawa|berlín|parís|londres|roma|lisboa|berna|varsovia|atenas|ankara|moscú|kiev|pekín|"
    "tokio|nueva delhi|seúl|dubái|abu dabi",
    area_in_name=r"(?:banco|copa|mundo|organización) (?:mundial|obrero)|guinea ecuatorial|(?:mundial|"
    r"global) de (?:la|comercio|fútbol)|"
    r"(?:dólar\w*) \w+",
    as_in=r"\b(?:como|igual que|al igual que) (?:ya )?en (?:el |la )?$",
    comparative=r"\b(?:más|menos|mejor\w*|peor\w*|mayor\w*|menor\w*|superior\w*|inferior\w*|igual\w*|mism\w+|tan\w*|"
    r"doble|veces|antes|distint\w+)\b",
    when_it=r", (?:cuando|en que|mes en (?:el )?que)\b",
    then_other=r", (?:antes de|para luego|y luego|para después)\b",
    when=r"\d{4}|\b(?:antes|atrás|anterior|previo|pasado)\b",
    equals="base",
    that_of=r"\b(?:del|al|a la|de la|a los|a las|que (?:el|la|los|las)) de $",
    part_goes=r"(?:lleg|vin|proced|provien|proven|vien|sali|fue|fueron|va|van|se (?:destin|dirig|vend|export))\w* "
    r"(?:de|del|a|al|en|desde)\b",
    partner_share=r"\S* ?(?:los |las |el |la )?[A-Z]\w+(?: [A-Z]\w+)? (?:compró|compran?|compraron|absorbió|"
    r"absorbieron|absorben?|"
    r"adquirió|adquirieron|recibió|importó) (?:(?:el|casi el|cerca del) \d|\w+ de "
    r"cada \w+|la mitad|(?:un|dos) tercios?|tres cuart\w+)",
    so_many_now=r"\b(?:(?:ya|ahora|todavía|aún|actualmente) )?(?:tiene|tendrá|son|suma|suman|cuenta con|hay|opera|"
    r"gestiona|"
    r"quedan|quedarán)(?: (?:ya|ahora|todavía|unas|unos))? $",
    group_by_rank=r"\|\s*(?:%|por ciento) (?:más|menos) (?:ric|pobre|acaudalad|favorecid|desfavorecid)",
    only_so_much=r"\bno [^,;:.]{2,40} más que $",
    asked=r"\b(?:encuesta\w*|sondeo|consultad\w+)\b",
    before_tax=r"antes de (?:intereses|impuestos)(?:(?: y|,) \w+)*",
    foreseen_in=r"\b(?:frente|desde|contra) [^;]{0,30}\b(?:previst[oa]s?|estimad[oa]s?|proyectad[oa]s?|"
    r"esperad[oa]s?) en $",
    part_has=r"(?:tiene|tienen|vive|viven|posee|poseen|trabaja|trabajan|fuma|habla)\b",
    previous_one=r"(?:la |el )?\w+ (?:anterior|previ[ao])\b",
    as_share=r"(?:en|como) (?:porcentaje|proporción) del? (?:la )?(\w+)",
    ratio=r"\b(?:ratio|relación|coeficiente|gini|ebitda|múltiplo|apalancamiento|fecundidad)\b",
    exchange_rate="tipo de cambio|cotiza|cotizó|cotización|se cambia|dólar blue|paridad",
    whole_is_gdp=r"(?:el |del |al )?(?:pib|producto (?:interior|interno) bruto)",
    level_pairs=(
        (
            r"\b(?:de|del|desde|entre)(?: los| las| el)? <B><60>(?<!frente )(?<!respecto )(?<!comparado )"
            r"\b(?:a|al|hasta)(?: los| las| el| un| una)? <A>"
        ),
        r"\b(?:a|al|hasta)(?: los| las| el)? <A><40>\b(?:desde|frente a)(?: los| las| el)? <B>",
        r"<A><40>\b(?:frente (?:a|al)|contra|en comparación con|tras|en lugar de|respecto (?:a|al))\b<30><B>",
        (
            r"<A> ?[,(—–-]+ ?<AGO>(?:,? ?(?:era|eran|fue|fueron|había sido|ascendía a|se situaba en)?(?: de|"
            r" del)?)?[ :—–-]*<B>"
        ),
    ),
    share_of_share=(
        (
            r"<S1><60>[,;:—–(]* ?<12>(?:de (?:ellos|ellas|estos|estas|los cuales|"
            r"las cuales))?<30><S2>(?: de (?:ellos|ellas|estos|estas))?"
            r"<60>[,;:—–(] ?<60><S3> (?:del total|de tod[oa]s|del conjunto)"
        ),
    ),
    level_triples=(
        r"<A>[^⟦⟧;.]{0,50}, un <BY> (?:más|menos) que <20><B>",
        r"<A><25>[,(–—-] ?<STEP> (?:más|menos) que (?:l[oa]s? |el )?<12><B>",
        (
            r"<A><30>(?:\b(?:es|son|era|fue|fueron|o|lo que)\b|,)<12>⟦X(?P<by>\d+)⟧ ?(?:más|superior|lo|la|el|de|que|"
            r"de)?<12>(?:que|a)?<25><B>"
        ),
        r"<A><40>\b(?:un|en|aumento|alza|incremento|caída|descenso|subida|bajada|o)\b<20><BY><30><THAN><30><B>",
        r"<A><30>\b(?:supera\w*|superó|excedi\w*)\b<30><B><20>\ben (?:un )?<BY>",
        (
            r"<A><30>[,(–—-] ?(?:un |o )?<BY> "
            r"(?:más|menos|superior|inferior|por encima|por debajo)[^⟦⟧;,)]{0,12}?\b(?:que|a|de)\b<20><B>"
        ),
        r"<A><30><BY> ?[,;(]? ?<6><AGO><12><B>",
    ),
    part_and_share=(
        r"<Y>[;,] ?<12><X> de (?:ellos|ellas)<OR><S>",
        (
            r"<Y>[;,.:—–]? ?(?:y |unos |el |un )*<S> de (?:ellos|ellas|estos|estas|los cuales|"
            r"las cuales)[,:(—– ]+<12><X>"
        ),
        r"\b[Dd]e (?:los |las |un total de |unos )+<Y><60>[ ,]<X><25><OR><S>",
        r"<X><40>\bde (?:los |las |un total de |unos )*<Y><25><OR><S>",
        r"<Y><60>\b(?:de (?:los|las) (?:cuales|que)|de ellos|de ellas|entre ellos)\b<60><X><30><OR><S>",
        r"<S> de(?:l| la| los| las)?(?: total de)? ?(?:los |las )?<20><Y><12>[,(–—-] ?<12><X>",
        r"<X><15>[,(–—-] ?<12><S>[)]? de(?:l| la| los| las)?(?: total de)? ?(?:los |las )?<25><Y>",
        r"<X><30>\b(?:representan?|suponen?|equival\w+ a)\b<12><S> de(?:l| la| los| las)<25><Y>",
        r"<S> ?[:(—–-] ?<12><X><15>\bde (?:los |las |un total de )*<Y>",
    ),
    part_without_share=(
        r"<Y><40>\b(?:(?:de|entre) (?:(?:los|las) (?:cuales|que)|ellos|ellas)|incluid[oa]s?)\b<25><X>",
        r"<Y><40>[,;] <25><X> de ell[oa]s\b",
    ),
)  # fmt: skip
