"""Small French words."""

from typing import Final

from indicators.language.words import WordTables, words

FRENCH_COMMON_WORDS: Final = words(
    "production tonnes total le la les de des du un une et est en dans que qui pour pas sur au aux avec par ce "
    "cette ces son sa ses leur leurs il elle ils elles on nous vous ne se plus ou mais comme tout fait été être "
    "sont a ont avait était étaient deux après selon contre depuis sans sous entre aussi peu même encore très bien "
    "l d qu md mds année années an ans mois millions milliards milliard million milliers euros dollars roubles "
    "hausse baisse croissance chiffre d'affaires taux chômage pib inflation prix entreprise entreprises économie "
    "marché pays france français française états unis trimestre semestre premier deuxième troisième dernier "
    "dernière prochain janvier février mars avril mai juin juillet août septembre octobre novembre décembre "
    "augmenté progressé reculé atteint environ près moins soit salariés habitants personnes pour-cent banque part "
    "ventes bénéfice dette déficit exportations importations logements l'an cent points point prévoit prévu devrait "
    "hui jusqu à *ement *tion *tions *eur *eurs *ée *ées *és *aient *ait *aux *que *ché"
)

FRENCH_WORDS: Final = WordTables(
    not_forecast_behind=words("prévu prévus prévue prévues"),
    from_place=words("de d du des"),
    abbreviations=words(
        "m mm mme mlle dr pr st ste cf fig art p pp vol no env ex mio approx al janv févr fév avr juil sept oct nov "
        "déc tél"
    ),
    dotted=words("u é"),
    article=words("le la les l"),
    one_article=words("un une"),
    and_=words("et"),
    or_=words("ou soit"),
    of=words("de du des d"),
    every=words("chaque"),
    another=words("nouvelle nouveau encore supplémentaire"),
    but=words("mais tandis alors"),
    joints=words("et ou"),
    where_in=words("en au aux dans à pour"),
    where=words("en au aux dans à"),
    lead=words(
        "il elle ils elles on ce cela ceci ces et mais tandis que le la les l un une en dans de du des d à au aux "
        "avec pour par qui dont où est sont a ont été était son sa ses leur leurs s se c y ainsi alors aussi soit "
        "avait"
    ),
    relative_clause=words("dont où"),
    conjunctions=words("alors tandis mais car parce lorsque quand bien si malgré après"),
    adverbs=words(
        "seulement légèrement fortement nettement encore environ près presque plus de moins d quelque peine aussi "
        "même déjà respectivement sensiblement moyenne par an modestement brutalement ainsi désormais"
    ),
    scale_letters=words("k m md mds"),
    scale_beside_money=words("mio"),
    scales_after_article=words("million milliard billion"),
    compares=words("au-dessus en au-dessous supérieur supérieure inférieur inférieure"),
    unit_letters=words("t"),
    people_nouns=words("population"),
    number_of=words("nombre total"),
    no_adjective=words(
        "en de du des d à au aux le la les l un une et ou que qui dont où est sont a ont était étaient été sera "
        "pour par sur sous avec sans dans entre depuis après avant pendant contre selon plus moins très ce cette "
        "ces son sa ses leur leurs an ans année années mois mais si ne pas lors dès jusqu soit chaque vers près "
        "environ comme il elle ils elles on se s y supérieur supérieure inférieur inférieure supérieurs inférieurs "
        "fois enregistrés enregistrées réalisés réalisées engrangés dégagés affichés déclarés prévus prévues attendus "
        "atteints investis dépensés perçus collectés levés versés annoncés publiés comptabilisés générés obtenus"
    ),
    behind_qualifier=words("à de d"),
    rate_to=words("contre pour"),
    for_one=words("pour le par contre"),
    exchanged_for=words("pour contre par le vaut = un"),
    counted_per_round=words("pour"),
    of_which=words("dont"),
    one_in=words("sur"),
    out_of=words("sur des de"),
    after_fraction=words("de d des du la l"),
    before_percent=words("de"),
    before_times=words("multiplié multipliée"),
    after_times=words("plus supérieur supérieure supérieurs supérieures le la l moins ce celui celle"),
    name_particles=words("de du des la le les l d et von van"),
    not_names=words(
        "le la les un une en ce cette mais et il elle ils elles on qui que données chiffres rapport enquête aussi a "
        "ont lundi mardi mercredi jeudi vendredi samedi dimanche selon"
    ),
    pronouns=words("il elle ils elles"),
    offices=words(
        "ministre président présidente directeur directrice gouverneur analyste économiste porte-parole ministère "
        "banque agence institut fondateur secrétaire premier pdg"
    ),
    superlatives=words("premiers premières plus grands grandes principaux principales meilleurs"),
    ordinal_endings=words("e er ème eme re ère nd nde ers"),
    area_acronyms=words("us usa ue bce bns"),
    areas_and_people=words("jordan"),
    before_other_area=words("nouveau nouvelle non extra hors"),
    parts_of_countries=words(
        "état province région canton département nord sud est ouest sud-ouest sud-est nord-est nord-ouest"
    ),
    institutions=frozenset(
        "insee;banque de france;bundesbank;destatis;istat;rosstat;fed;réserve fédérale;banque d ' angleterre;bce;"
        "banque centrale européenne;eurostat;commission européenne;washington;moscou;pékin;londres;paris;berlin;tokyo;"
        "bercy;kremlin;bns".split(";")
    ),
    month_nouns=words("mois"),
    year_nouns=words("an ans année années"),
    ago_ahead=words("a"),
    later=words("plus tard"),
    last=words("dernier dernière"),
    kinds_of_year=words("fiscal calendaire"),
    before_its_year=words("de du d en l année an"),
    before_year=words("en de depuis d l an année à fin début dès pour entre et avant après"),
    before_year_hyphen=words("mi fin début"),
    before_duration=words("consécutifs derniers dernières prochains prochaines premiers premières pleins"),
    between_months=words("à et"),
    over_months=words("premiers"),
    before_month=words("er"),
    until=words("à jusqu jusqu'en"),
    only_when=words(
        "en l an année précédente dernier dernière auparavant plus tôt il elle ils elles ce c cela était étaient s "
        "élevait élevaient établissait de à un avant d"
    ),
    next_one=words("suivante prochaine"),
    begins_other_time=words("après malgré"),
    compared_level=words("contre après"),
    likened=words("aussi autant que"),
    compared_surely=words("qu que"),
    that_or_than=words("que qu"),
    compared_preposition=words("à au aux avec"),
    comparison_nouns=words("rapport comparaison comparé comparée relativement"),
    stepped_from=words("sur"),
    level_nouns=words("niveau niveaux record pic"),
    before_compared_time=words(
        "en ' de du d la le l à au même mêmes période mois trimestre année an premier niveau celui celle ceux"
    ),
    before_compared_year=words("que qu à"),
    of_a_time=words("de d depuis après"),
    range_to=words("à"),
    between=words("entre"),
    from_if_changed=words("de"),
    moved=words(
        "passé passée passés passées passe passent passant passer passera passeront passait passaient ramené ramenée "
        "ramenés ramenées porté portée "
        "portés portées"
    ),
    by_step=words("de"),
    not_from=words("entre"),
    level_prepositions=words("sous au-dessus"),
    to_level=words("à"),
    done=words("vendu vendus achevé complété occupé vacciné remplis"),
    gdp=words("pib"),
    ends_whole=words(
        "en à au aux dans par avec tandis qui que est sont était étaient a ont pour contre sur selon s venaient "
        "viennent provenaient proviennent vient"
    ),
    beside=words("avec que contre qu"),
    towards=words("vers"),
    away=words("depuis"),
    before_country=words("la le les l"),
    expected=words("attendus prévus attendu prévu attendue prévue"),
    change=words(
        "perte "
        "établi établit établissait situe situait ressort ressorti élève "
        "donc désormais dessus dessous "
        "depuis un une le la les l de d du des à au en par rapport soit c est ce qui représente hausse augmentation "
        "progression croissance baisse recul diminution chute repli bond augmenté progressé reculé baissé diminué "
        "chuté grimpé bondi s sont été a ont plus moins environ près presque quelque sur an ans année années "
        "dernier dernière précédente précédent auparavant tôt contre que même période mois trimestre semestre "
        "premier deuxième troisième quatrième total annuelle annuel moyenne nominal nominale réel réelle termes "
        "seulement pour cent points supplémentaires et il elle ils elles son sa niveau janvier février mars avril "
        "mai juin juillet août septembre octobre novembre décembre était étaient atteint atteignant affichant "
        "marquant ainsi dit autrement fait portant accroissement accru accrue gagné perdu cédé équivaut équivalent "
        "passée passé écoulé écoulée cette passant passe passer multiplié"
    ),
    general=words(
        "le la les l un une de d du des et ou à au aux en dans pour par sur avec son sa ses leur leurs il elle ce "
        "cette a ont est sont était étaient été avait total totale volume valeur taille montant nombre niveau annuel "
        "annuelle an année années dernier dernière derniers pays national nationale ensemble taux indice croissance "
        "augmenté progressé hausse baisse chiffre marché économie secteur atteint entre selon tout tous nominal réel "
        "réelle plein moyenne moyen plus moins environ établi établie élevé élevée élevait banque mondiale fmi ocde "
        "officiel officielle se s qui que comptait compte vivaient habitaient ressorti reculé grimpé diminué s'est "
        "affichait affiche affiché connu connaissait connaît enregistré enregistrait représentait représente "
        "équivalait équivaut équivalent atteignait établissait établit élève touchait contracté contractée bondi "
        "ralenti accéléré recul reculait chuté chutait personnes habitants gens valait vaut situait situe frôlait "
        "dépassait dépassé avoisinait près quelque seulement presque fin début milieu augmentait progressait baissé "
        "vivent pesait pèse culminé"
    ),
    in_totals=words("le la les total totau tous toute leur"),
    small=words(
        "et le la les des du une pour par sur avec dans est sont était étaient ont avait été que qui plus son ses "
        "leur leurs cette ces aux selon aussi mais"
    ),
    growth_nouns=words("croissance"),
)
