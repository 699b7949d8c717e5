"""Spanish number words and fractions: ``treinta y cinco``, ``dos tercios``, ``la mitad``, ``uno de cada cinco``."""

from typing import Final

from indicators.language.number_words import (
    FractionTables,
    make_fraction_reader,
    make_number_reader,
    parse_number_words,
)

_NUMBERS: Final = parse_number_words("""
1 un uno una
2 dos
3 tres
4 cuatro
5 cinco
6 seis
7 siete
8 ocho
9 nueve
10 diez
11 once
12 doce
13 trece
14 catorce
15 quince
16 dieciséis
17 diecisiete
18 dieciocho
19 diecinueve
20 veinte
21 veintiún veintiuno veintiuna
22 veintidós
23 veintitrés
24 veinticuatro
25 veinticinco
26 veintiséis
27 veintisiete
28 veintiocho
29 veintinueve
30 treinta
40 cuarenta
50 cincuenta
60 sesenta
70 setenta
80 ochenta
90 noventa
100 cien ciento
200 doscientos doscientas
300 trescientos trescientas
400 cuatrocientos cuatrocientas
500 quinientos quinientas
600 seiscientos seiscientas
700 setecientos setecientas
800 ochocientos ochocientas
900 novecientos novecientas
""")
SPANISH_NUMBERS: Final = frozenset(_NUMBERS)
_FRACTIONS: Final = FractionTables(
    sure={"mitad": 2, "tercio": 3, "tercios": 3},
    ranks={
        "cuarto": 4, "cuartos": 4, "quinto": 5, "quintos": 5, "quintas": 5, "décimo": 10, "décimos": 10, "medio": 2,
        "cuarta": 4, "cuartas": 4, "quinta": 5, "décima": 10, "terceras": 3, "tercera": 3, "sexto": 6,
    },
    ones=frozenset(("un", "una")),
    articles=frozenset(("la", "el", "los")),
    before_unit={"medio": 2, "media": 2},
)  # fmt: skip
SPANISH_FRACTIONS: Final = _FRACTIONS.starts

read_spanish_number = make_number_reader(_NUMBERS, frozenset(("y",)))
read_spanish_fraction = make_fraction_reader(_FRACTIONS)
