"""Small Spanish words."""

from typing import Final

from indicators.language.words import WordTables, words

SPANISH_COMMON_WORDS: Final = words(
    "el la los las de del y en un una unos unas que con por para se su sus al lo es son fue fueron era eran ha han "
    "había más menos pero como no si ya muy también entre sobre desde hasta según tras frente ante sin contra "
    "cuando donde este esta estos estas ese esa todo todos toda cada año años mes meses trimestre semestre primer "
    "primero segundo tercer cuarto último pasado anterior próximo millones millón mil miles ciento billones billón "
    "euros dólares pesos rublos creció crecieron aumentó aumentaron subió subieron cayó cayeron bajó bajaron "
    "alcanzó situó redujo inflación paro desempleo tasa pib crecimiento economía exportaciones importaciones ventas "
    "ingresos beneficio empresa empresas precios precio mercado gobierno banco banco-central deuda déficit "
    "población habitantes personas puntos porcentuales interanual respecto enero febrero marzo abril mayo junio "
    "julio agosto septiembre octubre noviembre diciembre casi cerca alrededor aproximadamente españa méxico "
    "argentina colombia chile perú españoles vehículos viviendas prevé previsto representa supone cuota empleo "
    "trabajadores dólar vez veces mayor caída aumento costó vale cuesta hoy ayer *ción *ciones *miento *mientos "
    "*dad *dades *aron *ieron *ando *iendo *ados *adas *ño *ña"
)

SPANISH_WORDS: Final = WordTables(
    not_forecast_behind=words("previsto prevista previstos previstas"),
    from_place=words("de del"),
    abbreviations=words(
        "sr sra dr dra st sto art pág págs núm aprox ej ee d dña prof fig tel av avda ene feb mar abr jun jul ago "
        "sep sept oct nov dic etc uu s"
    ),
    abbreviations_before_figures=words("mill"),
    dotted=words("e u"),
    article=words("el la los las"),
    one_article=words("un una"),
    and_=words("y e"),
    or_=words("o u"),
    of=words("de del"),
    every=words("cada"),
    another=words("otro otra otros otras adicional adicionales nuevo nueva"),
    but=words("pero mientras aunque"),
    joints=words("y e o"),
    where_in=words("en para"),
    where=words("en"),
    lead=words(
        "él ella ellos ellas esto eso y pero mientras que el la los las un una en de del a al con por para se su "
        "sus lo así entonces también es fue eran son ha han hay cuya cuyo donde según"
    ),
    relative_clause=words("donde cuyo cuya cuyos cuyas"),
    conjunctions=words("mientras pero aunque porque cuando pues si sino pese"),
    adverbs=words(
        "sólo solo apenas casi más menos de del cerca alrededor también aún ya ligeramente fuertemente notablemente "
        "considerablemente respectivamente cada año anual interanual otro tan media significativamente levemente "
        "drásticamente otra nuevamente además"
    ),
    scale_letters=words("k m mm"),
    scale_beside_money=words("mm mio"),
    scales_after_article=words("millón billón"),
    compares=words("por superior inferior"),
    unit_letters=words("t"),
    people_nouns=words("población"),
    number_of=words("número total cantidad cifra"),
    no_adjective=words(
        "en de del a al el la los las un una y e o u que con por para se su sus es son fue fueron era eran ha han "
        "había será más menos muy este esta estos estas ese esa desde hasta entre sobre tras ante contra frente "
        "según cuando donde mientras pero si no como lo año años mes meses ya casi unos unas cada sin durante dijo "
        "cerca alrededor él ella superior inferior superiores inferiores veces respecto registrados registradas "
        "obtenidos obtenidas facturados facturadas alcanzados alcanzadas logrados logradas previstos previstas "
        "invertidos gastados recaudados anunciados ingresados contabilizados contabilizadas"
    ),
    behind_qualifier=words("a en"),
    up_to=words("hasta"),
    rate_to=words("por"),
    for_one=words("por el cada"),
    exchanged_for=words("por = el cada un a"),
    counted_per=words("cada"),
    counted_per_round=words("por"),
    of_which=words("cuales ellos ellas"),
    one_in=words("de"),
    out_of=words("de"),
    after_fraction=words("de parte partes del la los las"),
    before_percent=words("de"),
    fraction_nouns=words("parte partes"),
    before_times=words("por"),
    after_times=words("más superior superiores mayor mayores el la lo menos que menor"),
    name_particles=words("de del la las los y von van da di el"),
    not_names=words(
        "el la los las un una en este esta pero y él ella ellos que datos cifras informe encuesta también ha han "
        "lunes martes miércoles jueves viernes sábado domingo según"
    ),
    pronouns=words("él ella ellos ellas"),
    offices=words(
        "ministro ministra presidente presidenta director directora gobernador analista economista portavoz "
        "ministerio banco agencia instituto fundador secretario secretaria consejero vicepresidente jefe"
    ),
    superlatives=words("mayores principales primeros primeras mejores más"),
    ordinal_endings=words("er º ª o a ro do to"),
    area_acronyms=words("ue usa eeuu bce ine dane"),
    areas_and_people=words("jordan"),
    before_other_area=words("nuevo nueva no extra"),
    parts_of_countries=words(
        "estado provincia región ciudad departamento norte sur este oeste noreste noroeste sureste suroeste"
    ),
    institutions=frozenset(
        "ine;banco de españa;inegi;banxico;indec;insee;bundesbank;destatis;istat;rosstat;fed;reserva federal;"
        "banco de inglaterra;bce;banco central europeo;eurostat;comisión europea;washington;moscú;pekín;londres;parís;"
        "madrid;berlín;tokio;kremlin;dane;moncloa;casa rosada".split(";")
    ),
    month_nouns=words("mes meses"),
    year_nouns=words("año años"),
    ago=words("atrás"),
    ago_ahead=words("hace"),
    later=words("después"),
    last=words("último última"),
    kinds_of_year=words("fiscal"),
    before_its_year=words("de del año el en"),
    before_year=words("en de desde hasta para año entre durante finales principios mediados y tras antes después del"),
    before_year_hyphen=words("pre post"),
    before_duration=words("consecutivos últimos últimas próximos próximas primeros primeras completos seguidos"),
    between_months=words("a y hasta"),
    over_months=words("primeros"),
    before_month=words("de"),
    until=words("hasta a"),
    only_when=words(
        "en el la un año anterior pasado antes atrás ella él ellos esto eran era fue fueron se de situaba ascendía "
        "había sido fecha mismo periodo"
    ),
    next_one=words("próximo siguiente"),
    begins_other_time=words("tras después pese"),
    compared_level=words("frente desde tras contra"),
    likened=words("tan tanto tantos tanta tantas como"),
    compared_surely=words("que"),
    that_or_than=words("que qu"),
    compared_preposition=words("con a al del"),
    comparison_nouns=words("comparación respecto relación comparado comparada frente"),
    stepped_from=words("sobre desde"),
    level_nouns=words("nivel niveles récord máximo mínimo"),
    before_compared_time=words(
        "en de del el la los las un mismo misma mismos igual periodo período mes trimestre año primer segundo "
        "tercer cuarto nivel niveles semestre"
    ),
    before_compared_year=words("que al del a"),
    of_a_time=words("de del desde tras"),
    range_to=words("a al"),
    between=words("entre"),
    from_if_changed=words("de del desde"),
    moved=words("pasó pasaron pasar pasado pasando pasa pasan"),
    by_step=words("en otro"),
    not_from=words("un entre"),
    level_prepositions=words("bajo"),
    to_level=words("a al hasta"),
    done=words("vendido vendidos completado ocupado vacunado ejecutado"),
    gdp=words("pib"),
    ends_whole=words(
        "en a al por con mientras que es son fue fueron era ha han para según se desde tras vino vinieron procede "
        "proceden procedía procedían viene vienen llegó llegaron"
    ),
    beside=words("con que contra ante"),
    towards=words("a hacia"),
    away=words("desde"),
    before_country=words("la el los las"),
    expected=words("esperados previstos esperado previsto previstas esperada prevista"),
    change=words(
        "pérdida "
        "situó situa sitúa situarse situaron quedó cerró alcanzó alcanzando "
        "así encima debajo "
        "un una el la los las de del en a al hasta o es decir lo que supone representa aumento alza incremento "
        "subida crecimiento caída descenso baja bajada disminución reducción retroceso aumentó creció subió cayó "
        "bajó disminuyó descendió redujo incrementó se ha han más menos casi unos unas cerca alrededor "
        "aproximadamente respecto con frente anterior año años antes pasado mismo periodo período mes trimestre "
        "semestre primer primero segundo tercer cuarto interanual anual media nominal real términos sólo solo por "
        "ciento puntos y fue fueron era eran su nivel equivale equivalente desde enero febrero marzo abril mayo "
        "junio julio agosto septiembre octubre noviembre diciembre registrando marcando mostrando avance repunte "
        "crecido aumentado subido bajado caído esto este total tras contra comparación comparado significa implica "
        "suponen mayor superior inferior pasando pasar pasó pasaron"
    ),
    general=words(
        "el la los las un una de del y o en a al con por para su sus se lo él ella este esta ha han es son fue fueron "
        "era eran había total volumen valor tamaño cantidad número nivel anual año años pasado pasados país nacional "
        "conjunto tasa índice crecimiento creció aumentó subió cayó cifra mercado economía sector alcanzó entre según "
        "todo todos nominal real pleno medio media más menos cerca unos situó ubicó ascendió banco mundial fmi ocde "
        "oficial que tenía tiene vivían viven contaba cuenta llegó quedó cerró interanual bajó redujo habitantes "
        "personas gente equivalía equivale equivalente representaba representó representa supuso suponía sumaba sumó "
        "registró registraba tuvo hubo contrajo contraído promedió fijó mantuvo situaba alcanzaba rondaba superó "
        "superaba elevaba elevó crecido aumentado disminuyó retrocedió avanzó expandió expandido redujeron subieron "
        "bajaron encarecieron casi apenas solo sólo final finales mediados aproximadamente alrededor poco calculaba "
        "estimaba"
    ),
    in_totals=words("el la los las total todo todos toda"),
    small=words(
        "y el la los las del de una un por para con es son fue fueron era han ha que más sus su esta este estos "
        "según también pero como hasta desde"
    ),
    growth_nouns=words("crecimiento"),
)
