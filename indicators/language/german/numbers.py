"""German number words and fractions: ``zweiundzwanzig``, ``zwei Drittel``, ``die Hälfte``, ``jeder fünfte``."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Final

from indicators.language.number_words import (
    FractionTables,
    make_fraction_reader,
    make_number_reader,
    parse_number_words,
)

_UNITS: Final = parse_number_words("""
1 ein eine einer einem einen eins
2 zwei
3 drei
4 vier
5 fünf
6 sechs
7 sieben
8 acht
9 neun
10 zehn
11 elf
12 zwölf dutzend
13 dreizehn
14 vierzehn
15 fünfzehn
16 sechzehn
17 siebzehn
18 achtzehn
19 neunzehn
20 zwanzig
30 dreißig dreissig
40 vierzig
50 fünfzig
60 sechzig
70 siebzig
80 achtzig
90 neunzig
100 hundert einhundert
""")
_TENS: Final = {word: number for word, number in _UNITS.items() if 20 <= number < 100}
_ONES: Final = {word: number for word, number in _UNITS.items() if number < 10 and word not in ("eins", "eine")}
_BELOW_100: Final = _UNITS | {
    f"{one}und{ten}": first + number for one, first in _ONES.items() for ten, number in _TENS.items()
}
_WHOLE: Final = _BELOW_100 | {
    f"{one}hundert": 100 * first for one, first in _ONES.items() if first > 1
} | {f"{one}hundertfünfzig": 100 * first + 50 for one, first in _ONES.items()}  # fmt: skip
_HALVES: Final = {f"{one}einhalb": first + Decimal("0.5") for one, first in _ONES.items()}
_NUMBERS: Final[Mapping[str, int | Decimal]] = {**_WHOLE, **_HALVES, "anderthalb": Decimal("1.5")}
GERMAN_NUMBERS: Final = frozenset(_NUMBERS)
_FRACTIONS: Final = FractionTables(
    sure={
        "hälfte": 2, "drittel": 3, "viertel": 4, "fünftel": 5, "sechstel": 6, "siebtel": 7, "achtel": 8, "zehntel": 10,
        "dritteln": 3, "vierteln": 4, "fünfteln": 5,
    },
    ranks={},
    ones=frozenset("ein eine einen einem einer eines".split()),
    articles=frozenset(("die", "der", "das")),
    each=frozenset("jeder jede jedes jeden jedem".split()),
    ordinals={
        f"{stem}{ending}": number
        for number, stem in enumerate("zweit dritt viert fünft sechst siebt acht neunt zehnt".split(), 2)
        for ending in ("e", "er", "es", "en")
    },
    before_unit=dict.fromkeys("halbe halben halber halbes".split(), 2),
    points={
        f"{part}{unit}{ending}": denominator
        for part, denominator in (("halb", 2), ("viertel", 4), ("achtel", 8))
        for unit in ("punkt", "prozentpunkt")
        for ending in ("", "e", "en", "es", "s")
    },
)  # fmt: skip
GERMAN_FRACTIONS: Final = _FRACTIONS.starts

read_german_number = make_number_reader(_NUMBERS, frozenset())
read_german_fraction = make_fraction_reader(_FRACTIONS)
