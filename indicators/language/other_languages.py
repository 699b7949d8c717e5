"""Languages that texts are not read in, by their scripts, letters and words, so that their figures are refused."""

import re
from typing import Final

SCRIPTS: Final = (
    ("Japanese", re.compile(r"[\u3041-\u30fa]")),
    ("Korean", re.compile(r"[\uac00-\ud7a3]")),
    ("Arabic", re.compile(r"[\u0620-\u064a]")),
    ("Hebrew", re.compile(r"[\u05d0-\u05ea]")),
    ("Greek", re.compile(r"[\u03ac-\u03ce]")),
    ("Hindi", re.compile(r"[\u0904-\u0939]")),
    ("Thai", re.compile(r"[\u0e01-\u0e2e]")),
    ("Georgian", re.compile(r"[\u10d0-\u10f0]")),
    ("Armenian", re.compile(r"[\u0561-\u0587]")),
)
"""Scripts of their own."""

OWN_LETTERS: Final = {
    "Ukrainian": "іїєґ",
    "Belarusian": "ў",
    "Serbian": "јљњћђџ",
    "Macedonian": "ѓќѕ",
    "Kazakh": "әғқңөұүһ",
    "Russian": "ыэё",
    "Bulgarian": "ъ",
    "Polish": "ąćęłńśźż",
    "Czech": "ěřůďťň",
    "Turkish": "ğış",
    "Romanian": "ățşș",
    "Hungarian": "őű",
    "Vietnamese": "ươđạảấầẩậắằặẹẻếềểễệịọỏốồổộớờởợụủứừửựỳỷỹ",
    "Portuguese": "ãõ",
    "Swedish": "å",
    "Danish": "øæ",
    "Spanish": "ñ¿¡",
    "German": "ß",
    "French": "œ",
}
"""Letters by which a language is known, if no other of the same script has them."""

OTHER_WORDS: Final = {
    "Italian": (
        "a in il lo la gli le i dei della delle del dello dell di e è sono una un uno per con che si su al alla nel "
        "nella nei ha hanno più anno anni miliardi milioni miliardo milione euro rispetto secondo stati stato "
        "cresciuto cresciuta aumento aumentato aumentata calo calato sceso scesa salito salita fatturato ricavi utile "
        "pil inflazione disoccupazione tasso crescita prezzi esportazioni trimestre semestre mese mesi scorso dopo "
        "contro circa oltre quasi pari gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre "
        "novembre dicembre mercato dollari persone italia paese dal dall dalla da punti percentuali azienda imprese "
        "*zione *zioni *mente *ità *ato *ata"
    ),
    "Portuguese": (
        "a o os as um uma da do das dos de e é são em por para com que se no na nos nas ao aos à pelo pela mais foi "
        "foram ano anos bilhões milhões bilhão milhão reais real segundo cresceu cresceram até contra subiu caiu "
        "caíram aumentou faturamento receita receitas lucro pib inflação desemprego taxa crescimento preços "
        "exportações importações trimestre semestre mês meses passado não ou já após cerca quase janeiro fevereiro "
        "março abril maio junho julho agosto setembro outubro novembro dezembro mercado dólares euros pessoas brasil "
        "portugal país governo vendas também entre chegou atingiu recuou será pontos percentuais empresas empresa "
        "*ção *ções *ão *mento *ados *aram"
    ),
    "Catalan": (
        "el la els les i és són amb per que de del dels una un més any anys milions mil euros va van ser fins segons "
        "creixement inflació atur empreses però aquest aquesta durant també"
    ),
    "Galician": (
        "o a os as do da dos das e é son con por para que unha un máis ano anos millóns euros foi medrou ata segundo "
        "medre emprego galicia tamén"
    ),
    "Dutch": (
        "in is was of de het een en van zijn met voor op aan door bij naar uit dat die niet ook tot om werd werden "
        "miljard miljoen procent jaar ten opzichte steeg daalde stegen daalden omzet winst groei inflatie "
        "werkloosheid economie prijzen kwartaal maand maanden vorig eerste tweede derde ongeveer bijna meer minder "
        "dan mensen nederland bedrijf bedrijven januari februari maart april mei juni juli augustus september oktober "
        "november december kwam heeft hebben zou zullen wordt worden over onder dollar euro volgens *heid *ing *lijk"
    ),
    "Polish": (
        "i w z na do od się jest są że oraz przez dla po ze o wzrosła wzrósł wzrosły wzrosło spadł spadła spadły roku "
        "rok mld mln tys zł złotych miliardów miliarda milionów miliona procent proc wyniosła wyniósł wynosi inflacja "
        "bezrobocie bezrobocia stopa przychody zysk pkb sprzedaż eksport ceny kwartale półroczu ponad około "
        "prawie wobec polska polski styczniu lutym marcu kwietniu maju czerwcu lipcu sierpniu wrześniu październiku "
        "listopadzie grudniu nie to jak ale tylko więcej mniej *ów *ych *ego *ość *ami"
    ),
    "Turkish": (
        "ve bir bu ile için olarak yüzde milyar milyon trilyon bin lira liraya yıl yılında yılı arttı düştü oldu göre "
        "de da kadar geriledi yükseldi enflasyon işsizlik oranı ciro ihracat ithalat büyüdü ekonomisi büyüme dolar "
        "dolara avro ayında çeyrekte ilk ikinci geçen çıktı ulaştı daha olan en çok türkiye *lar *ler *ları *leri "
        "*lık"
    ),
    "Swedish": (
        "och arbetslöshet tillväxt omsättning vinst att det en ett är som på för med av till den de har inte från "
        "miljarder miljoner procent kronor ökade år "
        "steg sjönk under jämfört i var blev omsättningen vinsten inflationen arbetslösheten tillväxten bnp kvartalet "
        "månader sverige också än mot efter *ningen *heten *arna *erna"
    ),
    "Danish": (
        "ledighed arbejdsløshed omsætning vækst overskud og at det en et er som på for med af til den de har ikke "
        "fra milliarder millioner procent kroner steg faldt "
        "år året i var blev omsætningen overskuddet ledigheden væksten bnp kvartal danmark også end mod efter mens "
        "*ningen *hed"
    ),
    "Norwegian": (
        "arbeidsledighet ledighet omsetning vekst overskudd og at det en et er som på for med av til den de har "
        "ikke fra milliarder millioner prosent kroner steg falt "
        "år året i var ble omsetningen overskuddet ledigheten veksten bnp kvartal norge også enn mot etter økte mens "
        "*ingen *het"
    ),
    "Finnish": (
        "ja on oli ei se että vuonna vuoden prosenttia miljardia miljoonaa euroa kasvoi laski nousi työttömyys "
        "liikevaihto mukaan kuin myös sekä joka *ssa *ssä *lla *llä *sta *stä"
    ),
    "Hungarian": (
        "a az és hogy nem egy is volt milliárd millió forint forintra százalék százalékkal évben nőtt csökkent "
        "szerint infláció munkanélküliség gdp negyedévben éves több mint *ban *ben *nak *nek"
    ),
    "Czech": (
        "a v ve na se je jsou do od že pro za miliard miliardy milionů procent procenta korun roku vzrostl vzrostla "
        "vzrostly podle inflace nezaměstnanost klesl klesla tržby zisk hdp čtvrtletí loni letos proti oproti více než "
        "také *ých *ího *ost"
    ),
    "Slovak": (
        "a v vo na sa je sú do od že pre za miliardy miliárd miliónov percenta percent eur roku vzrástol vzrástla "
        "vzrástli podľa inflácia nezamestnanosť klesol tržby zisk štvrťroku oproti viac ako tiež *ých *ého *osť"
    ),
    "Croatian": (
        "i u na je su se od do za s iz koji koja milijardi milijarde milijuna milijun posto eura godine godini "
        "porasla porastao pao prema inflacija nezaposlenost bdp kvartalu više nego također"
    ),
    "Romanian": (
        "șomaj inflație creștere și de la în cu pe din pentru este sunt că a al ale mai miliarde milioane miliard "
        "lei euro anul anului "
        "crescut creștere scăzut față rata inflația inflației șomajului pib trimestrul procente sută potrivit "
        "exporturile *ului *elor"
    ),
    "Indonesian": (
        "pengangguran pendapatan ekspor dan di yang dari untuk dengan pada ini itu sebesar persen miliar juta "
        "triliun rupiah tahun naik turun "
        "inflasi pertumbuhan ekonomi kuartal menjadi atau dibandingkan indonesia"
    ),
    "Vietnamese": ("thất nghiệp lạm phát và của là trong cho với các được tăng giảm tỷ triệu đồng năm phần trăm"),
    "Belarusian": (
        "на ў з да за па не што гэта быў была або для вырас вырасла працэнты працэнтаў адсоткаў мільярдаў мільёнаў "
        "рублёў годзе года інфляцыя вуп"
    ),
    "Kazakh": ("және бір бұл үшін мен жылы құрады өсті төмендеді пайыз пайызға теңге миллиард деңгейі инфляция"),
    "Ukrainian": (
        "у в і з на до від за по не та що як це був була було були або для після про зросла зріс зросли млрд млн тис "
        "гривень року році відсотка відсотків інфляція безробіття порівняно більше менше *ння *ість *ого"
    ),
    "Serbian": (
        "и у на је су се од до за са из који која милијарди милијарде милиона процената динара евра године години "
        "порасла порастао пао према инфлација незапосленост бдп више него такође"
    ),
    "Macedonian": (
        "невработеност инфлација и во на е се од до за со што кој која милијарди милиони проценти отсто денари евра "
        "година години порасна "
        "според инфлацијата невработеноста бдп повеќе"
    ),
}
"""Frequent words by the English name of the language, a star for any beginning."""
