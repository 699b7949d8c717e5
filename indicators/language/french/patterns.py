"""French patterns."""

from typing import Final

from indicators.language.patterns import Patterns

FRENCH_PATTERNS: Final = Patterns(
    year_earlier=r"(?:un an|une année|douze mois) (?:plus tôt|auparavant|avant)|l'année (?:précédente|d'avant|passée)|"
    r"l'an (?:dernier|passé)|"
    r"il y a un an|(?:sur|pour|durant|à|au|lors de) (?:la |le )?même (?:période|trimestre|mois|époque) "
    r"(?:de l'année (?:précédente|dernière)|de l'an (?:dernier|passé)|un an plus tôt)",
    last_year=r"l'année dernière|en 20\d\d",
    change_stem=r"(?:augment|progress|recul|diminu|baiss|chut|accru|rédui|ralenti|accélér|grimp|bondi|croiss)\w*",
    comparable=r"(?:à )?(?:périmètre|données|base) (?:constant|comparable)\w*|à (?:taux de )?changes? constants?|"
    r"comparables?|organique\w*",
    real_terms=r"en termes réels|en volume|à prix constants|hors inflation|corrigée? de l'inflation|"
    r"\bréel(?:le)?s?\b",
    nominal=r"\b(?:en )?(?:termes )?nomina(?:l|le|ux|les)\b|\ben valeur\b",
    current_prices=r"\baux? prix d'aujourd'hui|\bà prix courants|\bau prix courant",
    real_measure=r"\bPIB\b|produit (?:intérieur|national) brut|valeur ajoutée|production (?:industrielle|"
    r"manufacturière)|"
    r"\béconomie\b",
    nominal_measure=r"\b(?:chiffre d'affaires|ventes?|recettes?|exportations?|importations?|commerce|bénéfices?|"
    r"revenus?|"
    r"salaires?|dépenses?|budget|investissements?|dépôts?|crédits?|réserves?|dette|marché|paiements?|actifs|"
    r"encours)\b",
    narrower=r"\béconomie (?:numérique|digitale|en ligne|créative|collaborative|sociale|de plateforme)|\b(?:du|"
    r"au|que le|%) PIB\b",
    yearly=r"\b(?:en moyenne|moyenne annuelle|par an|chaque année|annuel(?:le)?(?:ment)?|l'an\b(?! (?:dernier|"
    r"passé|prochain))|TCAC|composé)\b",
    up=r"\b(?:augment\w*|progress\w*|grimp\w*|bondi\w*|bond|hausse|accru\w*|cr[ûo][îi]t\w*|mont[eé]\w*|gagn\w*|"
    r"relev\w*|"
    r"envol\w*|rehauss\w*|élev\w*|remont\w*|accélér\w*|rebond\w*)\b",
    down=r"\b(?:baiss\w*|recul\w*|diminu\w*|chut\w*|repli\w*|rédui\w*|contract\w*|tomb\w*|cédé|cède|"
    r"abaiss\w*|"
    r"plong\w*|effondr\w*|redescend\w*|ralenti\w*|ramen\w*|rétréci\w*|descend\w*)\b",
    raised=r"\b(?:relev\w*|rehauss\w*|augment\w*|port\w* (?:\w+ ){0,6}à|à la hausse|accélér\w*|amélior\w*|"
    r"hiss\w*|mont[eé]\w*)\b",
    lowered=r"\b(?:abaiss\w*|rédui\w*|à la baisse|ramen\w*|raboté\w*|diminu\w*|baiss\w*|ralenti\w*|coup[eé]\w*)\b",
    growth_without_subject=r"(?:^|\b(?:prévoit|prévoient|attend|attendent|table sur|tablent sur|anticipe|"
    r"annonce|affiche|soit|"
    r"montre|signifie|est|une|un) )(?:croissance|hausse|progression|augmentation|baisse|chute) (?:de |"
    r"d')(?:environ |près de )*$",
    revision=r"révis\w+|corrig\w+|provisoire",
    expected_before=r"\b(?:attendai\w+|tablai\w+|prévoyai\w+|anticipai\w+|consensus|attentes)\b|"
    r"\b(?:attendue?s?|prévue?s?) par\b",
    of_forecast=r"\b(?:prévisions?|estimations?|perspectives?|projections?|objectifs?)\b",
    better_or_worse=r"\b(?:amélior|détérior|aggrav)\w*",
    unless_stated=r"\bsauf (?:indication|mention|avis|précision)s? contraires?\b|\bsauf si \w+ autrement\b",
    negation=r"\b(?:ne|n'|pas|jamais|non)\b",
    at_a_pace=r"\b(?:à|sur) un (?:rythme|taux) (?:\w+ ){0,2}d[e']$",
    from_last_period=r"\b(?:sur un (?:mois|trimestre)|mensuel\w*|sur le (?:mois|trimestre))\b",
    change_cue=r"\b(?:de|d'|hausse|augmentation|progression|croissance|baisse|recul|diminution|chute|"
    r"repli) (?:de |d')?"
    r"(?:environ |près de |presque )?$",
    compound_change=r"(?:d ?'|de) ?(?:[\w-]+ ){1,3}(?:de|en) (?:plus|moins)\b",
    change_noun=r"gains?|hausses?|augmentations?|progressions?|croissance|baisses?|reculs?|diminutions?|replis?|"
    r"bonds?|chutes?|"
    r"réductions?|relèvements?|contractions?",
    gross_debt=r"\bbrute\b",
    on_average=r"\ben moyenne\b|\bmoyenn\w*",
    registered=r"\binscrits?\b|\bPôle emploi\b|\bdemandeurs? d'emploi\b|\benregistré\w*",
    net_debt=r"\bnette?\b",
    central_government=r"\bde l'État\b|\badministration centrale\b|\bfédéral\w*",
    purchasing_power=r"\bpouvoir d'achat\b|\bPPA\b",
    usual_definition=r"\bBIT\b|\bBanque mondiale\b|\bFMI\b|\bEurostat\b|\bOCDE\b|\bMaastricht\b",
    at_a_time=r"\b(?:pic|sommet|record)\b|\bplus (?:haut|bas)\b|\batteint\w*",
    end_of_year=r"\bdécembre\b|\bfin (?:d'année|de l'année|\d{4})",
    than=r"\b(?:que|qu'|contre|par rapport (?:à|au|aux)|après|sur|comparée? (?:à|au|aux))(?: (?:celui|"
    r"celle) (?:de|d'))?",
    reached=r"(?:,? en \d{4})?,? (?:et|pour) (?:atteint|a atteint|atteignent|atteindre|s'est élevé à|"
    r"s'est établie? à) $",
    since_ahead=r"\bdepuis (?:(?:le|la|l'|début|fin|de|mi|mars|mai|juin|juillet|août|avril|janvier|février|"
    r"septembre|octobre|"
    r"novembre|décembre|au moins|l'année) ?)*$",
    record=r"\w",
    in_passing=r"\b(?:mais|cependant|bien que|malgré|en raison de|à cause de|grâce à|sur fond de|face à|faute de)\b",
    fiscal=r"\b(?:exercice|année fiscale)\b",
    whole_year=r"\b(?:toute|ensemble de|entière)(?: l.année)? $",
    respectively=r"\brespectivement\b",
    year_beside=r"\bl'an(?:née)? (?:dernière?|passée?|précédente?)\b|\bcette année\b",
    against_level=r"(?:inférieure?s?|supérieure?s?|dessous|dessus|sous)\b[^.;,]{0,25}(?:niveau|pic|sommet)|d'avant|"
    r"avant[- ](?:crise|covid|pandémie|la (?:crise|pandémie|guerre))",
    not_of_one_year=r"\b(?:depuis|entre|ans|années|décennies?|cumulée?s?|jusqu'ici|trimestre\w*|trimestriel\w*|"
    r"moyenne|"
    r"par (?:habitant|tête|personne)|dollars?|PPA|mois|semestre)\b",
    again_in_brackets=r"environ|soit(?: environ| près de| quelque)?|près de|c'est-à-dire|équivalent à|"
    r"équivaut à|quelque|US|"
    r"autour de|un peu (?:plus|moins) de",
    again=r"(?:soit(?: environ| près de| quelque| un peu plus de| un peu moins de)?|ou(?: environ)?|"
    r"c'est-à-dire(?: environ)?|"
    r"équivalant à(?: environ)?|l'équivalent de(?: près de)?)\s",
    range_joint=r"\s+à",
    range_from=r"(?:de|entre|d')\s?",
    range_to=r"à\s+",
    moves=r"\b(?:doubl|tripl|quadrupl|pass[eéa]\w*|augment|progress|grimp|bondi|baiss|recul|diminu|chut|rédui|"
    r"accru|tomb|relev|"
    r"abaiss|ramen|port|mont|divis|redescend)",
    counted_behind="(?:ont été |sont |étaient )?(?:vendus|vendues|livrés|livrées|construits|construites|"
    "produits|produites|"
    "immatriculés|immatriculées|exportés|fabriqués|installés|installées)",
    live=r"(?:vivaient|vivent|habitaient|habitent|résidaient|résident)$",
    inhabitants=r"(?:habitants?|personnes?|citoyens|résidents|âmes|gens)",
    place_of=r"\b(?:ville|village|pays|commune|île|région|bourg) (?:de|d ?') ?(?:près de |plus de |environ )?$",
    have_people=r"\b(?:comptait|compte|comptaient|avait|a|habitaient|vivaient|vivent)\s*$",
    group_ahead=r"(?:sur|parmi) (?!(?:\w+ |l['’])?(?:ans?|années?|mois|trimestres?|période)\b)"
    r"(?:tous |toutes |les |ces |ses |quelque |"
    r"environ )*(?:\d[\d ,]* (?:millions? (?:de |d'))?)?([a-zéèêàç][^\d,;:.]{2,40}?)(?:,|$)",
    of_shares=r"\bactions?\b",
    per_share=r"par action",
    gdp="PIB|produit intérieur",
    or_share=r"(?:soit |pour |avec )?(?:un|une) (?:taux|part|proportion|pourcentage)(?: [\w'-]+){0,3} de|"
    r"ou|soit|c'est-à-dire|ce qui (?:représente|équivaut à)|représentant|représentent|représente|"
    r"équivalant à|"
    r"pour une part de",
    about="environ |près de |presque |quelque |plus de ",
    equals_share=r"\bsoit\b|\bou\b|équiva\w+|représent\w+|\best\b|\bétait\b",
    of="de|du|des|d'|de la|de l'",
    of_all=r"(?:la |le |l'|les |leur |tous |toutes )*(?:total\w*|ensemble|tous|toutes|eux|elles|ceux|celles|ces|"
    r"somme|tout)",
    makes_up=r"\b(?:représent|constitu|form|pai|pren|financ)\w+",
    of_before=r"(?:(?:il|elle|on|ils|elles) en (?:a|ont)|parmi (?:eux|elles|ceux-ci)|dont|sur ce total|de (?:ce|"
    r"cette) (?:total|somme))\b",
    comes_to=r"\b(?:soit|ce qui (?:fait|représente|donne)|c'est-à-dire|ou)\b",
    concludes=r"(?:cela|ceci|ça) (?:correspond|équivaut|représente|signifie|revient)\b|soit\b|(?:au total|"
    r"en tout),? cela (?:fait|représente)\b|cela fait\b",
    whole_pronoun=r"eux|elles|ceux-ci|celui-ci|celle-ci|ce montant|cette somme|ce total",
    the_total=r"(?:du|le|la|de la|au) (?:total|somme|ensemble)",
    total=r"\b(?:total\w*|ensemble|tous|toutes)",
    total_phrase=r"\b[a-zéèêç]{4,} tota(?:l|le|ux|les)\b",
    total_ahead=r"\b(?:au total|pour un total de|soit un total de|en tout|un total de|totalisant|ensemble)\b",
    total_behind="au total|en tout|ensemble",
    not_all_parts=r"\b(?:dont|notamment|parmi (?:eux|elles|lesquels|lesquelles)|par exemple|principalement|"
    r"surtout|plus de|"
    r"au moins|y compris)\b",
    of_sum=r"sur (?:les |ces |un total de )?",
    net_sum=r"\bnet(?:te)?s? (?:de\b)?(?=[^⟦⟧]{0,12}$)|\b(?:entrées?|sorties?|achats|"
    r"ventes|bénéfices?|pertes?) net(?:te)?s?\b",
    intensive=r"moyen|salaires?\b|prix|rendement|loyer|tarif|densit|température|vitesse|\bâge\b|par habitant",
    not_parts=r"\b(?:contre|par rapport|comparée?|après|auparavant|précédente?|chacun\w*|par|moyenne|chaque|que|"
    r"respectivement)\b",
    in_favour=r"\bvot\w+ (?:pour|oui)\b",
    opposed=r"\b(?:contre|non)\b",
    undecided=r"\b(?:abst(?:enus?|enues?|ention\w*|iennent)|indécis\w*|sans (?:avis|réponse|opinion)|"
    r"n'ont pas répondu|absents?)\b",
    made_of=r"\b(?:se (?:compos\w+ de|décompos\w+ en|répart\w+ (?:en|entre))|composée?s? de|constituée?s? de|"
    r"répartie?s? (?:en|entre)|"
    r"compren(?:d|nent|ait|ant)|inclu(?:t|ent|ait|ant)|dont|divisée?s? en|ventilée?s? en)(?=\W)",
    adds_up=r"totalis\w+|(?:s'élèv|se mont)\w+ à|atteign\w+|ont atteint|a atteint|représent\w+",
    all_of_it=r"compos|décompos|répart|constitu|divis|ventil",
    span_of_years=r"\b(?:en|sur|pendant|durant) (?:les |ces |dernières |prochaines )*(\w+) (?:dernières |"
    r"prochaines )?(?:ans|années)\b",
    earns=r"\b(?:gagné|gagne|perdu|perd|dépensé|dépense|investi|investit|investira|encaissé|encaisse|payé|paie|"
    r"emprunté|"
    r"levé|coûté|coûte|coûtera|engrangé|(?:bénéfices?|pertes?|profits?) (?:\w+ )?(?:de|à))"
    r"(?: (?:environ|quelque|près de|plus de|seulement))* ?$",
    proceeds=r"\b(?:recettes?|coût|coûtera|chiffre d'affaires|rapport\w+|soit)\b",
    each_ahead=r"\bchacun\w* (?:des|de ses|de ces) ⟦C\d+⟧ \w+ |\bprix moyen (?:de|était de) |\b(?:un|une|"
    r"chaque) \w+ (?:coûte|paie|touche|reçoit|emploie) |"
    r"\bpar (?:habitant|personne|tête|salarié|ménage|élève|client|foyer)[^⟦⟧,;]{0,25}",
    employs=r"\b(?:emplo\w+|salariés?|effectifs?)\b",
    gets=r"\b(?:re[çc]\w+|touch\w+|obt\w+)",
    each_word=r"\b(?:chacune?|chaque(?! (?:an|année|mois|jour|semaine|fois)))\b",
    each_behind=r"(?:(?:par|pour chaque|à chaque) (?:habitant|personne|tête|salarié|ménage|foyer|famille|élève|"
    r"étudiant|client|"
    r"patient|enfant|entreprise|société|école|magasin|logement|emploi|poste|utilisateur|retraité|agriculteur|médecin|"
    r"enseignant|visiteur|passager|abonné|employé|membre|ferme|exploitation)|(?:à )?chacune?\b|(?:l'|la )unité)",
    exports_side=r"\b(?:export(?:s|ations?|és?|ées?|e|ent)?)\b",
    imports_side=r"\b(?:import(?:s|ations?|és?|ées?|e|ent)?)\b",
    revenue_side=r"\b(?:recettes|revenus?|rentrées|encaiss\w+|perçu\w*)\b",
    spending_side=r"\b(?:dépenses|charges|dépens\w+)\b",
    trade_turnover=r"\b(?:échanges commerciaux|commerce bilatéral|volume des échanges)\b",
    surplus=r", (?:soit )?un bénéfice de\b|\b(?:excédent(?:s|aire)?)\b",
    loss=r"\bpertes?\b",
    profit=r"\b(?:bénéfices?|résultat net|profits?)\b",
    deficit=r"\b(?:déficits?|déficitaire)\b",
    balance=r"\b(?:balance commerciale|solde (?:commercial|budgétaire|extérieur)|solde)\b",
    other_balance=r"\b(?:compte courant|balance courante|courants?|services|primaire|structurel\w*|hors)\b",
    average=r"\b(?:en moyenne|(?:la|une) moyenne|moyen(?:ne)?)\b",
    per=r"par",
    comes_in=r"\b(?:embauché\w*|recruté\w*|ouvert\w*|acheté\w*|acquis\w*|construit\w*|naissances|nés|arrivées|"
    r"arrivé\w*|rejoint|gagné\w*|accueilli\w*)\b",
    goes_out=r"\b(?:licencié\w*|fermé\w*|vendu\w*|perdu\w*|supprimé\w*|décès|morts|départs|parti\w*|quitté\w*|"
    r"dépensé\w*|détruit\w*)\b",
    leaving=r"\b(?:il (?:en )?reste\w*|laissant|restent)\b",
    remain=r"\b(?:rest(?:e|ent|aient|ait|ants?))\b",
    per_hour=r"\b(?:par|l'|de l'|chaque) ?heure\b",
    per_day=r"\b(?:par|chaque) jour\b|\bquotidiennement\b",
    per_week=r"\b(?:par|la|chaque) semaine\b(?! (?:derni|pass|pro|pré|d))",
    per_month=r"\b(?:par|le|chaque) mois\b(?! (?:derni|pass|pro|pré|d))|\bmensuel\w*",
    per_quarter=r"\b(?:par|chaque) trimestre\b",
    per_year=r"\b(?:par|chaque|l') ?an(?:née)?\b(?! (?:derni|pass|pro|pré|d|\d))|\bannuel\w*|"
    r"\bsur (?:l'ensemble de )?l'année\b",
    average_behind=r"en moyenne\b",
    ranges_from=r"\b(?:vari\w+ (?:de|entre)|(?:v(?:a|ont|ariant)|all(?:ant|ait|aient)) de|compris\w* entre|"
    r"oscill\w+ entre|"
    r"s'échelonn\w+ (?:de|entre))\b",
    wider_group=r"\bmoyenne (?:nationale|européenne|mondiale|du (?:pays|secteur|marché)|de l'(?:UE|OCDE|Union)|"
    r"historique)|"
    r"\bnotamment\b|\bparmi\b|\bdont\b|\ble plus (?:élevé|faible|haut|bas)\b|\bpluriannuel\w*",
    set_rate=r"\b(?:taux (?:directeur|d'intérêt|de (?:base|dépôt|refinancement|référence|la banque)|principal|"
    r"de politique)s?|"
    r"taux directeurs)\b",
    as_many_as=r"(?:plus |davantage |autant )?(?:que|les|des)(?: les)?",
    by_itself=r"\b(?:(?:au|le|la|du) seule?|à (?:lui|elle) seule?)\b",
    flow=r"\b(?:visit\w+|accueilli\w*|vend\w+|ventes?|produi\w+|production|construi\w+|export\w+|import\w+|"
    r"transport\w+|livr\w+|extrai\w+|"
    r"chiffre d'affaires|recettes|dépens\w+|encaiss\w+|collect\w+|immatricul\w+)\b",
    not_added_over_time=r"\b(?:depuis|cumul\w*|"
    r"moyenne|moyen\w*|quotidien\w*|par jour|par mois|mensuel\w*|fin|à la fin|au 3[01]|"
    r"attend\w+|"
    r"prév\w+|objectif\w*|effectif\w*|salariés|stocks?|réserves|taux)\b",
    at_a_rate=r"\b(?:à|au taux de)(?: environ)? $",
    largest=r"\b(?:(?:le|la|les) plus (?:gros|chers?|chère|grosse|grand|grande|importante?|élevée?|forte?|nombreux)|"
    r"premiers?|première|"
    r"numéro un|leader|en tête|principal|principale)\b",
    fastest=r"\b(?:le|la) plus (?:fort|vive?|marqu|rapid|nett|prononc)\w*|\ble plus (?:vite|fortement)\b",
    ranked_noun=r"(?:\w+ )?(?:part|nombre|chiffre|total|valeur|montant|résultat|volume|producteur|fournisseur|"
    r"opérateur|de|des|parmi|du)s?\b",
    not_first=r"\b(?:deuxième|troisième|l'un des|l'une des|un des|une des|par|chaque|pas|sauf|hormis|depuis|jamais)\b",
    smallest=r"\b(?:(?:le|la|les) plus (?:petite?|faible|basse?|bas|réduite?)|le moins)\b",
    second=r"\b(?:suivie?s? (?:de|par|du|des|d')|devant|vient ensuite|viennent ensuite|puis|en deuxième position|"
    r"en seconde position|deuxième|second|seconde|talonnée?|plus proche (?:rivale?|concurrente?))(?=\W)",
    second_after=r"\b(?:deuxième|seconde?)\b[^⟦⟧,;.]{0,40}? (?:après|derrière)(?=\W)",
    more_than=r"\b(?:plus|davantage)(?: [\w'-]+){0,2} qu(?:e\b|')|\bsupérieure?s? (?:à|aux?)\b",
    less_than=r"\bmoins(?: [\w'-]+){0,2} qu(?:e\b|')|\binférieure?s? (?:à|aux?)\b",
    target=r"\b(?:objectif|cible|seuil|plafond|prévu\w*|plan)\b",
    only=r"\b(?:seulement|seuls?|seules?)\b|\bne (?:\w+ )?qu",
    misses=r"\b(?:manqué|raté|resté\w* (?:en deçà|en dessous))\b",
    beats=r"\b(?:dépass\w+)\b",
    exceeds=r"\b(?:dépass\w*|excèd\w*|surpass\w*|devanc\w*|(?:est|sont|était|étaient) (?:supérieure?s? à|"
    r"plus (?:élevée?s?|"
    r"importante?s?|grande?s?) que))(?=\W)",
    counting_in=r"y compris|avec\b",
    has_feature=r"\b(?:avec|qui|dont|doté\w*)\b",
    the_rest=r"\b(?:le reste|les autres|le solde|restante?s?)\b|^autres$",
    of_one_whole=r"(?:sur|parmi) (?:tous |toutes |l'ensemble des )?(?:les |ces |ses )?[^⟦⟧,]{3,40},? (?:\w+ )?⟦|"
    r"[^⟦⟧]{0,40}⟦[SR]\d+⟧ d[^⟦⟧,]{3,40} (?:venaient|viennent|proviennent|provenaient) d",
    ratio_base=r"\b(?:principal|nominal|plan|objectif|capacité|revenu|chiffre|recette|pib|norme|moyenne|niveau|prix|"
    r"valeur|capita|"
    r"production|"
    r"salaire|coût|budget|besoin|demande|an|année)\w*",
    come_from=r"\b(?:(?:venaient|viennent|provenaient|proviennent) )?d(?:e|u|es)\b",
    divided=r"(?:provenai(?:t|ent)|provien(?:t|nent)|vien(?:t|nent)) (?:de|du|des) [^⟦⟧]{1,30}\(⟦|"
    r"(?:destinée?s? à|allai(?:t|ent) (?:à|en|au|aux|vers)|v(?:a|ont) (?:à|en|au|aux|vers)) [^⟦⟧]{1,30}\(⟦|"
    r"\b(?:répart\w*|ventil\w*|se compos\w*|se décompos\w*|composée?s?|parts? de marché|représent\w*|"
    r"se divis\w*|"
    r"par (?:région|pays|secteur|âge|segment|catégorie)|respectivement|structure)\b",
    own_rate=r"\bmarges?\b",
    overlapping=r"\b(?:sondée?s?|interrogée?s?|sondage|enquête|répondants?|disent|déclarent|utilis\w*|prévoi\w*|"
    r"estim\w*|"
    r"veulent|souhait\w*|préfèr\w*|soutien\w*|confiance|dont|contre|que|augment\w*|recul\w*|baiss\w*|progress\w*)\b",
    in_places="en|au|aux|dans|parmi|à",
    time_in_sentence=r"\b(?:janv|févr|mars|avril|mai|juin|juil|août|sept|oct|nov|déc|prem|deux|troi|quatr|"
    r"semestre|trimestre|mois|"
    r"semaine|an\b|année|hier|aujourd|auparavant|précédent|dernier|prochain)",
    counted_or_valued=r"\b(?:transactions?|opérations?|achats?|commandes?|paiements?|échanges)\b",
    figure_in_heading=r"\d\s?(?:%|M€|Md|millions?|milliards?|millier)|[$€£]\s?\d",
    taken_together=r"(?:cumulés|réunis|confondus)\b",
    same_time_ahead=r"(?:même|mêmes) (?:période|trimestre|mois|semestre)(?: de| en)?$",
    dates_another=r"\b(?:fondée?s?|née?s?|échéance|échéant) ?(?:en|le|au)? ?$|\bbase(?: 100)?(?: en)? ?$",
    narrower_subject=r"\b(?:hors|sans|excepté)\b",
    relative=r", (?:qui|dont|où)\b",
    this_was=r"(?:c'(?:est|était)|cela (?:représente|représentait)|soit)",
    states_level=r"\b(?:autant|s'él[eè]v\w+|s'établi\w+|atteint|atteignai\w+|atteignent|"
    r"coût(?:e|ent|ait|aient|é)|compt(?:e|ent|ait|aient|é)|totalis\w+|il|elle|ils|elles|en|y|a|ont|avait|avaient|"
    r"est|sont|était|étaient|à|au|aux|de|d|du|des|un|une|le|la|les|l|ce|qui|encore|déj(?:à|"
    r"a)|seulement|ne|que|soit|ans? plus tard|plus|moins|supérieur\w*|inférieur\w*|s)\b",
    back_then=r"\b(?:alors|à l'époque|à ce moment-là)\b",
    changed_object=r"(?:ses?|son|sa|leurs?|le|la|les|l')",
    is_now=r"\b(?:est|a|compte|s'élève)\b",
    nowadays=r"\b(?:maintenant|aujourd'hui|actuellement|désormais)\b",
    years_later=r"\bans? plus tard\b",
    it_was=r",? (?:il|elle|ils|elles|ce|c')?(?: |')?(?:s'élevai(?:t|ent)|étai(?:t|ent)|s'établissai(?:t|ent)|"
    r"atteignai(?:t|ent)|"
    r"était)(?: encore| déjà)?(?: à)?",
    than_ahead=r"\b(?:qu'|que|à|sur|avec)\s*",
    not_comparison=r"(?:de plus|plus|moins) (?:en plus|tard|tôt|ou moins)\b|plus (?:de|que|d') ?\d",
    rank_in=r"\b(?:(?:le|la|les|aux?|du|des) (?:plus|moins|mieux)|meilleur\w*|pires?|rang|place) ?"
    r"(?:[\w'-]+ ){0,6}(?:de|d'|dans|en|au sein de|parmi|du|des) ?(?:toute |tous )?(?:les? |la |l' ?)?$",
    partner_ahead=r"\b(?:exportations?|importations?|ventes?|livraisons?|expéditions?|échanges)\b[^.;,]{0,40}"
    r"\b(?:vont|sont all[ée]+e?s|part(?:ent|ies?|ait|aient)|revien\w+|destin\w+) "
    r"(?:à|vers|en|au|aux|pour) (?:l[ae] |les |l' ?)?$",
    own_economy="économie",
    trade_out="export|vente|livraison",
    trade_in="import|achat",
    rate_name="inflation|croissance|taux|chômage",
    length_of_life=r"\bespérance de vie",
    general_name="taux de croissance|taux|prix|production|réel|dollar|euro|exportations|importations|réserves|"
    "croissance",
    cities="paris|berlin|londres|washington|rome|madrid|lisbonne|bruxelles|berne|varsovie|athènes|ankara|moscou|"
    "kiev|pékin|tokyo|séoul|buenos aires|ottawa|rabat|alger|dubaï|abou dhabi",
    area_in_name=r"(?:monde|mondial\w*) (?:diplomatique)|coupe|banque (?:mondiale)|organisation mondiale|"
    r"(?:guinée) (?:équatoriale|bissau)|(?:jordan) [A-Z][a-z]+|dollars? (?:américain|canadien|australien)",
    as_in=r"\bcomme (?:déjà )?(?:en|au|à la|lors du) $",
    comparative=r"\b(?:plus|moins|mieux|pire|meilleur\w*|supérieur\w*|inférieur\w*|autant|aussi|mêmes?|fois|double|"
    r"davantage|tel\w*|si|autre\w*|identique\w*)\b",
    when_it=r", (?:quand|lorsqu?e?|date à laquelle|où)\b",
    then_other=r", (?:avant de|puis|et ensuite)\b",
    when=r"\d{4}|\b(?:auparavant|plus tôt|précédente|dernière?|avant)\b",
    equals="base",
    that_of=r"\b(?:à|que|qu'|de) ?(?:celui|celle|ceux|celles) (?:de|d'|du) ?$",
    part_goes=r"(?:est|sont|était|étaient|ont été|a été)? ?(?:v(?:ient|iennent|enai\w+)|prov\w+|part\w*|all\w+|v(?:a|"
    r"ont)|"
    r"destiné\w*|vendu\w*|exporté\w*|parti\w*|venu\w*) (?:d'|de|du|des|à|au|aux|vers|en|dans)\b",
    so_many_now=r"\ben (?:compt(?:e|ent|ait)|possède|a|avait|exploite|reste|restera)"
    r"(?: (?:désormais|aujourd'hui|encore|maintenant|plus que))? $",
    group_by_rank=r"\|\s*(?:%|pour cent) les? (?:plus|moins|mieux)\b",
    only_so_much=r"\bn(?:e |')[^,;:.]{2,40} que $",
    asked=r"\b(?:sondages?|enquête|sondés|interrogé\w*)\b",
    before_tax=r"avant (?:intérêts|impôts?)(?:(?: et|,) \w+)*",
    foreseen_in=r"\b(?:contre|au lieu de|après) [^;]{0,30}\b(?:prévue?s?|attendue?s?|anticipée?s?|estimée?s?) en $",
    part_has=r"(?:ont|possèdent|vivent|travaillent|jugent|fument|parlent) (?!été\b|augmenté|baissé|reculé|progressé)",
    previous_one=r"(?:l'|la |le )?(?:\w+ )(?:précédente?|antérieure?)\b",
    as_share=r"en (?:part|pourcentage|proportion) d(?:u|e la|e) (\w+)",
    ratio=r"\b(?:ratio|rapport|coefficient|gini|ebitda|multiple|levier|fécondité)\b",
    exchange_rate="cours|taux de change|s'échange|valait",
    whole_is_gdp=r"(?:le |du |au )?(?:pib|produit intérieur brut)",
    level_pairs=(
        r"\b(?:de|d'|entre) ?<B>[^⟦⟧;,]{0,60}?(?<!rapport )\bà (?:un |une )?<A>",
        r"\bà <A><40>\bcontre\b<15><B>",
        r"<A><40>\b(?:contre|par rapport à|comparée? à|après|au lieu de)\b<30><B>",
        r"<A> ?[,(—–-]+ ?<AGO>(?:,? (?:il|elle|c'|ce|ils)? ?(?:était|s'élevait|étaient)?(?: à| de)?)?[ :—–-]*<B>",
    ),
    share_of_share=(
        (
            r"<S1><60>[,;:—–(]* ?(?:dont|parmi (?:eux|elles)|et)<30><S2> ?(?:d'entre (?:eux|elles)|"
            r"de ces? \w+)?<60>[,;:—–(] ?"
            r"<60><S3> (?:du total|de l'ensemble|de tou\w+|de la totalité)"
        ),
    ),
    level_triples=(
        r"<A>[^⟦⟧;.]{0,50}, (?:soit )?<BY> de (?:plus|moins) que <20><B>",
        r"<A><25>[,(–—-] ?(?:soit )?<STEP> de (?:plus|moins) que (?:les? |la )?<12><B>",
        (
            r"<A><30>(?:\b(?:soit|c'est|est|était|ou)\b|,)<12>⟦X(?P<by>\d+)⟧ ?(?:plus|le|la|supérieure?|"
            r"davantage)?<12>(?:que|qu'|à|des?)?<25><B>"
        ),
        r"<A><40>\b(?:de|d'|hausse|augmentation|progression|baisse|recul|soit|ou)<20><BY><30><THAN><30><B>",
        (
            r"<A><30>[,(–—-] ?(?:soit |ou )?<BY> (?:(?:de plus|de moins|plus|moins)<12>(?:que|qu')|"
            r"(?:au-dessus|en dessous|au-dessous) d(?:es?|u)\b)<20><B>"
        ),
        r"<A><30>\bdépass\w*<30><B><20>\bde <BY>",
        r"<A><30><BY> ?[,;(]? ?<6><AGO><12><B>",
    ),
    part_and_share=(
        r"<Y>[;,] ?<12><X> d'entre (?:eux|elles)<OR><S>",
        r"<Y>[;,.:—–]? ?(?:et |dont |environ )*<S> (?:d'entre (?:eux|elles)|de ces derniers)[,:(—– ]+<12><X>",
        r"\b[Ss]ur (?:les |un total de |quelque |environ )*<Y><60>[ ,]<X><25><OR><S>",
        r"<X><40>\b(?:sur|de|des) (?:les |un total de |un ensemble de )*<Y><25><OR><S>",
        r"<Y><60>\b(?:dont|parmi lesquels|parmi lesquelles|parmi eux)\b<60><X><30><OR><S>",
        r"<S> (?:des|du|de la|de l'|de|d')(?: total de)? ?<20><Y><12>[,(–—-] ?<12><X>",
        r"<X><15>[,(–—-] ?<12><S>[)]? (?:des|du|de la|de l'|de|d')(?: total de)? ?<25><Y>",
        r"<X><30>\b(?:représent\w+|soit|constitu\w+)\b<12><S> (?:des|du|de la|de l'|de|d')<25><Y>",
        r"<S> ?[:(—–-] ?<12><X><15>\bsur (?:les |un total de )*<Y>",
    ),
    part_without_share=(
        r"<Y><40>\b(?:dont|(?:parmi|d'entre) (?:lesquels|lesquelles|eux|elles)|y compris)\b<25><X>",
        r"<Y><40>[,;] <25><X> d'entre (?:eux|elles)\b",
        r"<X><25>\bsur (?:les |un total de )<Y>",
    ),
)  # fmt: skip
