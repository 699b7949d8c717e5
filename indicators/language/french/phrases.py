"""French phrases beside a number, a line for each role: ``role value | phrase; phrase``, ``*`` for any ending."""

from typing import Final

FRENCH_PHRASES: Final = """
scale 3 | mille; milliers de; milliers d'; millier de; k
scale 6 | million; millions; million d'; millions d'; mio; mio.; m; millions de; million de
scale 9 | milliard; milliards; milliard d'; milliards d'; md; mds; mrd; mrds; mds d'; mia; mia.; milliards de; \
milliard de
scale 12 | billion; billions; billions d'; billion d'; mille milliards; mille milliards d'; milliers de milliards de; \
milliers de milliards d'; milliers de milliards; billions de
scale 15 | billiard; billiards
percent | %; pour cent; pourcent; p. cent; p. 100
points | point de pourcentage; points de pourcentage; pt; pts; point de %; points de %; pp
bps | point de base; points de base; pb; pdb
before about | environ; près d'environ; autour de; autour d'; aux alentours de; quelque; à peu près; \
approximativement; de l'ordre de; de l'ordre d'; ~; ≈; une; un total estimé à; env.; aux environs de; quelques
before more than | plus de; plus d'; au-dessus de; au-delà de; supérieur à; supérieure à; dépasse; dépassent; \
dépassait; dépassé; a dépassé; ont dépassé; dépassant; dépasser; excède; excédant; >; un peu plus de; un peu plus d'; \
franchi; franchit
before less than | moins de; moins d'; en dessous de; au-dessous de; inférieur à; inférieure à; sous; \
sous la barre des; <; sous les; pas plus de
before at least | au moins; au minimum; pas moins de; minimum; ≥; a minima
before up to | jusqu'à; au plus; au maximum; maximum; un maximum de; à concurrence de; ≤; tout au plus
before almost | presque; près de; près d'; un peu moins de; un peu moins d'; pas loin de; à peine moins de; \
quasiment; proche de; proches de; quasi
after at least | au moins; ou plus; et plus; au minimum
after about | environ; ou à peu près
after up to | au plus; au maximum; maximum
minus | moins
# Change.
rise | augmente; augmentent; augmenté; augmentée; augmentés; augmentées; augmentait; augmentaient; augmenter; \
augmentant; progresse; progressent; progressé; progressait; progresser; progressant; grimpe; grimpent; grimpé; \
grimper; bondi; bondit; bondir; bondissent; croît; croissent; cru; croître; crû; hausse; monte; monté; montée; \
montent; monter; gagne; gagné; gagner; gagnent; avance; avancé; relevé; relève; relever; relevée; accru; accrue; \
accrus; s'accroît; accroître; s'envole; envolé; envolée; envolés; élève; élargi; accélère; accéléré; accélérer; bond; \
haussé; renchéri; doper; dopé; redressé; rebondi; rebondit; s'est redressée; en hausse; redresse; embelli; majoré; \
développé; passé au-dessus; s'apprécie; apprécié; amélioré; améliorée; flambé; flambe; remonté; remonte; rehaussé; \
rehaussée; ajouté; enrichi; élargie; accélération; supérieur; supérieure; supérieurs; supérieures; creusé; creuse; \
creusée; creuser; augmentera; augmenteront; progressera; progresseront; croîtra; croîtront; grimpera; montera; \
augmenterait; progresserait; accélérera; gagnera; bondira; relèvera
fall | en retrait; \
fond; fondre; fondu; fondent; fondant; baisse; baissent; baissé; baissait; baisser; baissant; recule; \
reculent; reculé; reculer; reculait; diminue; \
diminuent; diminué; diminuer; chute; chutent; chuté; chuter; perd; perdu; perdent; perdre; tombe; tombé; tombée; \
tombent; tomber; réduit; réduite; réduits; réduire; réduisent; contracte; contracté; contractée; contracter; plonge; \
plongé; plonger; repli; replié; repliée; replie; régressé; régresse; cède; cédé; ralenti; ralentit; ralentir; \
abaissé; abaisse; abaissée; abaisser; s'effondre; effondré; effondrée; effondrées; effondrés; dégringolé; rétrogradé; \
coupé; amputé; rétréci; fléchi; fléchit; en baisse; en recul; redescendu; redescendue; descendu; descend; descendue; \
allégé; rogné; détérioré; détériorée; déprécié; dégradé; diminution; affaibli; comprimé; raboté; dévissé; lâché; \
lâche; reflue; reflué; ralentissement; inférieur; inférieure; inférieurs; inférieures; baissera; baisseront; \
reculera; reculeront; diminuera; diminueront; chutera; baisserait; reculerait; ralentira; perdra; tombera; réduira; \
contractera
growth | objectif de croissance; cible de croissance; croissance; hausse; augmentation; progression; accroissement; \
taux de croissance; rebond; bond; hausses; \
progressions; gain; expansion; renchérissement; majoration; relèvement; envolée; poussée
drop | décrue; tassement; \
baisse; recul; diminution; chute; repli; contraction; réduction; perte; déclin; effondrement; régression; \
fléchissement
more | de mieux; de plus; plus; supérieur; supérieure; de hausse; d'augmentation; de croissance; plus cher; \
plus élevé; \
plus élevée; plus élevés; au-dessus; de progression; supérieurs; supérieures; en plus; supplémentaires; plus haut
less | de moins; moins; inférieur; inférieure; de baisse; de recul; de repli; moins cher; moins élevé; en dessous; \
au-dessous; inférieurs; inférieures; de diminution; de chute; en moins; plus bas; plus faible
yoy | sur un an; en un an; par rapport à l'an dernier; par rapport à l'année précédente; en glissement annuel; \
en rythme annuel; en données corrigées; sur un mois; en variation annuelle; en moyenne; par an; annuel; annuelle; \
annuels; réel; réelle; en termes réels; nominal; nominale; organique; à données comparables; en volume; en valeur; \
trimestriel; trimestrielle; mensuel; mensuelle; chaque année; en moyenne annuelle; sur l'année; sur le trimestre; \
d'une année sur l'autre; par rapport à la même période
times | fois
double 2 | doublé; doublée; double; doublent; doublait; doubler; doublement; doublés; deux fois plus; \
deux fois plus de; multiplié par deux; multipliée par deux; multipliées par deux; multipliés par deux; le double
double 3 | triplé; triplée; triple; triplent; tripler; triplement; trois fois plus; multiplié par trois; \
multipliée par trois; multipliés par trois; multipliées par trois; le triple
double 4 | quadruplé; quadruple; quadruplée; quadrupler; quatre fois plus; multiplié par quatre; multipliée par quatre
double 5 | quintuplé; quintuple; cinq fois plus; multiplié par cinq; multipliée par cinq
double 6 | sextuplé; six fois plus; multiplié par six
double 10 | décuplé; décuplée; dix fois plus; multiplié par dix; multipliée par dix
halve 2 | divisé par deux; divisée par deux; divisés par deux; divisées par deux; divise par deux; réduit de moitié; \
réduite de moitié; diminué de moitié; deux fois moins; deux fois moins de
# What a percentage is of.
share | part; parts; proportion; pourcentage; représente; représentent; représentait; représentaient; représenté; \
représenter; représentant; part de marché; détient; détiennent; détenait; participation; compte pour; comptent pour; \
contribution; contribué; majorité; couvre; couvrent; constitue; constituent; équivaut à; équivalent à; soit; \
concentre; concentrent; assure; assurent; pèse; pèsent; pesait; poids; taux de participation; voix; suffrages; \
équivalant à; possède
rate | inflation; taux; taux d'inflation; taux de chômage; chômage; taux directeur; taux d'intérêt; marge; marges; \
rendement; rendements; tva; impôt; taxe; taxes; droits de douane; tarif; tarifs; cotisation; coupon; \
marge opérationnelle; taux d'épargne; taux de dépôt; taux d'emploi; taux d'occupation; objectif; cible; rentabilité; \
intérêt; intérêts; commission; taux de vacance; surtaxe; inflation sous-jacente; livret a; prix à la consommation; \
prix; déflation; oat; rémunération; taux d'imposition; taux d'endettement; ratio; déficit; taux de marge; taux moyen; \
endettement; dette
index | indice; indices; cac; cac 40; pmi; dax; baromètre; dow jones; nasdaq; climat des affaires; nikkei; stoxx; \
stoxx 600; euro stoxx; ftse; bel 20
# Who, and when it is about.
forecast | prévoit; prévoient; prévu; prévue; prévus; prévues; prévoyait; prévoyaient; prévoir; prévision; \
prévisions; attend; attendu; attendue; attendus; attendues; attendent; s'attend à; s'attendent à; table sur; \
tablent sur; tablait sur; projette; projection; projections; devrait; devraient; pourrait; pourraient; anticipe; \
anticipent; estime que; vise; visent; visait; ambitionne; objectif; espère; espèrent; sera; seront; atteindra; \
atteindront; augmentera; baissera; progressera; reculera; passera; passeront; s'élèvera; s'élèveront; s'établira; \
s'établiront; représentera; dépassera; compte atteindre; promet; envisage; envisagent; planifie; perspectives; \
pronostique; d'ici; d'ici à; croîtra; coûtera; investira; investiront; va atteindre; vont atteindre; va augmenter; \
doit atteindre; aura; auront; ralentira; diminuera; créera; recrutera; supprimera; produira; consacrera; verra; \
grimpera; montera; augmenteront; va investir; compte investir; tomberait; atteindrait; serait de; s'établirait; \
progresserait; reculerait
past | était; étaient; a; ont; s'élevait; s'élevaient; atteignait; enregistré; contre; après; a été; ont été; fut; \
avait; avaient; s'est établi; s'est établie; s'est élevé; s'est élevée; par rapport; a atteint; ont atteint; \
s'établissait; totalisé; s'établit; s'élève; affiché; réalisé
say | a déclaré; déclare; a indiqué; indique; indiquent; ont indiqué; a annoncé; annonce; annoncent; a précisé; \
précise; a affirmé; affirme; explique; a expliqué; estime; a estimé; estiment; rapporte; a rapporté; a dit; dit; \
souligne; a souligné; selon lui; a prévenu; confirme; a confirmé; écrit; calcule; a calculé; publie; a publié; \
rappelle; assure que; montre; révèle
according | selon; d'après; aux yeux de; de l'avis de; selon les données de; d'après les chiffres de; \
selon les chiffres de; selon une étude de; selon le; selon la; selon les; d'après l'; selon l'
# Time.
month 1 | janvier; janv.; janv; jan.
month 2 | février; févr.; fév.; févr; fév; fevrier
month 3 | mars
month 4 | avril; avr.; avr
month 5 | mai
month 6 | juin
month 7 | juillet; juil.; juil
month 8 | août; aout
month 9 | septembre; sept.; sept
month 10 | octobre; oct.; oct
month 11 | novembre; nov.; nov
month 12 | décembre; déc.; déc; decembre
ordinal 1 | premier; première; premiers; 1er; 1ère; 1re; t; premières
ordinal 2 | deuxième; second; seconde; 2e; 2ème; 2nd
ordinal 3 | troisième; 3e; 3ème
ordinal 4 | quatrième; 4e; 4ème; dernier
quarter | trimestre; trimestres
half | semestre; semestres; moitié de l'année; moitié
months | mois
q 1 | t1; q1
q 2 | t2; q2
q 3 | t3; q3
q 4 | t4; q4
h 1 | s1; h1
h 2 | s2; h2
relative -1 | l'an dernier; l'année dernière; l'an passé; l'année passée; l'année précédente; an dernier; \
année dernière; année passée; an passé; l'année écoulée; année écoulée
relative 0 | cette année; l'année en cours; année en cours; de l'année en cours; depuis le début de l'année; \
sur l'ensemble de l'année
relative 1 | l'an prochain; l'année prochaine; l'année à venir; an prochain; année prochaine
year_before | l'année précédente; année précédente
year_after | l'année suivante; année suivante; l'année d'après; an plus tard; an après
full_year 1 | cette année-là; la même année; cette même année
full_year | fin d'année; la fin de l'année; sur l'année; sur l'ensemble de l'année; l'ensemble de l'année; \
ensemble de l'année; toute l'année
results 3 | trimestriel; trimestrielle; trimestriels; trimestrielles
results 6 | semestriel; semestrielle; semestriels; semestrielles
quarter_away -1 | trimestre dernier; dernier trimestre; trimestre écoulé
quarter_away 0 | trimestre en cours; ce trimestre
quarter_away 1 | prochain trimestre; trimestre prochain
month_away -1 | mois dernier; mois passé
month_away 0 | ce mois-ci; mois en cours
month_away 1 | mois prochain
quarter_before | trimestre précédent; trimestre d'avant
month_before | mois précédent; mois d'avant; un mois plus tôt; mois auparavant
weekday 1 | lundi; ce lundi
weekday 2 | mardi; ce mardi
weekday 3 | mercredi; ce mercredi
weekday 4 | jeudi; ce jeudi
weekday 5 | vendredi; ce vendredi
weekday 6 | samedi; ce samedi
weekday 7 | dimanche; ce dimanche
span | an; ans; année; années; mois; semaine; semaines; jour; jours; heure; heures; minute; minutes; secondes; \
siècle; siècles; décennie; décennies; trimestre; trimestres; semestres; degrés; degré; nuits; h
ends | fin; début; mi-; à fin; à la fin de; au; à la mi-; courant; au 31; à la fin du; fin du; début de
since | depuis; jusqu'en; avant; depuis le
# Small words.
by | de; d'; d'environ; de près de; de plus de; de quelque; de moins de; d'un peu plus de; encore de; d'à peine; \
de seulement; de presque; de
to | à; atteint; atteignent; atteignait; atteindre; a atteint; ont atteint; s'établit à; s'établir à; s'élever à; \
établir à; élever à; s'élève à; s'élèvent à; \
s'élevait à; s'est établi à; s'est établie à; s'est élevé à; s'est élevée à; s'établissait à; est de; était de; est; \
était; sont; étaient; à environ; à près de; à plus de; à quelque; ressort à; ressorti à; ressortie à; stable à; \
jusqu'à; au niveau de; totalise; s'est fixé à; maintenu à; atteignant; en; établi à; établie à; établis à; élevé à; \
élevée à; élevés à; élevées à; d'un montant de; se chiffre à; se chiffrait à; affiche; affichait; s'affiche à
from | contre; après; par rapport à; au lieu de; comparé à; comparée à; face à; vs; que; depuis
of | de; du; des; d'; de la; de l'; de ses; de leur; de son; du total; de l'ensemble
per | par; le; la; l'; pour chaque; /; chaque
per_day | par jour
and | et; ainsi que
between | entre; dans une fourchette de; fourchette de; une fourchette de
refer | les; ces; deux; ses; leurs; nos; tous; toutes; chaque; autres; derniers; dernières; premiers; premières; \
prochains; prochaines; aux; des; le; la; un; une; ce; cette
name | article; articles; section; âge de; âgés de; âgées de; âgé de; âgée de; chapitre; figure; tableau; page; \
pages; n°; no; no.; numéro; alinéa; version; \
phase; boeing; airbus; iphone; windows; galaxy; type; modèle; classe; ligne; route; autoroute; vol; porte; agenda; \
vision; industrie; formule; rang; top; bloc; groupe; tél.; tél; téléphone; fax; annexe; directive; règlement; \
catégorie; tome; saison; épisode; niveau; échelon; cac; stoxx; sbf; livret; gpt; loi; décret; étape; zone; rn; rn-
"""
