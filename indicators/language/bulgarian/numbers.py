"""Bulgarian number words and fractions: ``двадесет и пет``, ``две трети``, ``половината``, ``всеки пети``."""

from typing import Final

from indicators.language.number_words import (
    FractionTables,
    make_fraction_reader,
    make_number_reader,
    parse_number_words,
)

_NUMBERS: Final = parse_number_words("""
1 един една едно
2 два две двама двамата двата двете
3 три трима трите трима
4 четири четирима четирите
5 пет петима петте
6 шест шестима шестте
7 седем
8 осем
9 девет деветте
10 десет десетте десетина
11 единадесет единайсет
12 дванадесет дванайсет дузина
13 тринадесет тринайсет
14 четиринадесет четиринайсет
15 петнадесет петнайсет петнайсетина
16 шестнадесет шестнайсет
17 седемнадесет седемнайсет
18 осемнадесет осемнайсет
19 деветнадесет деветнайсет
20 двадесет двайсет
30 тридесет трийсет
40 четиридесет четирийсет
50 петдесет
60 шестдесет шейсет
70 седемдесет
80 осемдесет
90 деветдесет
100 сто стотина
200 двеста двесте
300 триста
400 четиристотин
500 петстотин
600 шестстотин
700 седемстотин
800 осемстотин
900 деветстотин
""")
BULGARIAN_NUMBERS: Final = frozenset(_NUMBERS)
_FRACTIONS: Final = FractionTables(
    sure={
        "половината": 2, "половина": 2, "третина": 3, "третината": 3, "четвъртина": 4, "четвъртината": 4, "четвърт": 4,
    },
    ranks={
        "трета": 3, "трети": 3, "четвърт": 4, "четвърти": 4, "пета": 5, "пети": 5, "шеста": 6, "осма": 8, "десета": 10,
        "десети": 10,
    },
    ones=frozenset(("една",)),
    each=frozenset("всеки всяка всяко".split()),
    ordinals={
        f"{stem}{ending}": number
        for number, stem in enumerate("втор трет четвърт пет шест седм осм девет десет".split(), 2)
        for ending in ("и", "а", "о")
    },
    before_unit={"половин": 2},
)  # fmt: skip
BULGARIAN_FRACTIONS: Final = _FRACTIONS.starts

read_bulgarian_number = make_number_reader(_NUMBERS, frozenset(("и",)))
read_bulgarian_fraction = make_fraction_reader(_FRACTIONS)
