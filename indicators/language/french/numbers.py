"""French number words and fractions: ``soixante-dix-huit``, ``deux tiers``, ``la moitié``, ``un sur cinq``."""

from typing import Final

from indicators.language.number_words import (
    FractionTables,
    make_fraction_reader,
    make_number_reader,
    parse_number_words,
)

_NUMBERS: Final = parse_number_words("""
1 un une
2 deux
3 trois
4 quatre
5 cinq
6 six
7 sept
8 huit
9 neuf
10 dix
11 onze
12 douze
13 treize
14 quatorze
15 quinze
16 seize
20 vingt vingts
30 trente
40 quarante
50 cinquante
60 soixante
70 septante
80 huitante octante
90 nonante
100 cent cents
""")
FRENCH_NUMBERS: Final = frozenset(_NUMBERS)
_FRACTIONS: Final = FractionTables(
    sure={"moitié": 2, "tiers": 3},
    ranks={
        "quart": 4, "quarts": 4, "cinquième": 5, "cinquièmes": 5, "sixième": 6, "dixième": 10, "dixièmes": 10,
        "huitième": 8, "tiers": 3, "demi": 2,
    },
    ones=frozenset(("un", "une")),
    articles=frozenset(("la", "le", "les")),
    before_unit={"demi": 2},
)  # fmt: skip
FRENCH_FRACTIONS: Final = _FRACTIONS.starts

read_french_number = make_number_reader(_NUMBERS, frozenset(("et",)))
read_french_fraction = make_fraction_reader(_FRACTIONS)
