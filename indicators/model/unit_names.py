"""The names of units, as people and publishers write them, for `indicators.model.units`.

To add a spelling, add it to a row of ``units.csv``; to add something that can be counted, add a row, which is a
dimension of its own. Calendar time (a year) and clock time (an hour) are separate dimensions: a year has no fixed
number of days, so a factor between them would be a guess. Currency codes come from ISO 4217 and names from CLDR;
``currency_names.csv`` has further spellings.

>>> find_noun("roubles").name, find_noun("people").plural
('RUB', 'persons')
"""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Final

SCALES: Final = {3: "thousand", 6: "million", 9: "billion", 12: "trillion", 15: "quadrillion"}
"""Powers of ten that have a word, on the short scale."""

SCALE_WORDS: Final = {
    **{f"{word}{end}": power for power, word in SCALES.items() for end in ("", "s")},
    **dict.fromkeys(("thsd", "thous", "th.", "ths", "000s", "'000s"), 3),
    **dict.fromkeys(("mn", "mln", "mio", "mil.", "mm"), 6),
    **dict.fromkeys(("bn", "bln", "bil.", "mlrd", "mrd", "milliard", "milliards"), 9),
    **dict.fromkeys(("tn", "trn", "tln", "tril."), 12),
}
# Letters are scales only with money: alone, "m" could be a metre and "T" a tonne.
SCALE_LETTERS: Final = {"k": 3, "K": 3, "m": 6, "M": 6, "b": 9, "B": 9, "t": 12, "T": 12}


def _read_table(name: str) -> list[list[str]]:
    with Path(__file__).with_name(name).open(encoding="utf-8", newline="") as stream:
        return list(csv.reader(stream))[1:]


# What can't be read without a guess, and what it may mean.
_AMBIGUOUS: Final = """
¥|CNY or JPY
m|million … or metre
b|billion … or byte
k|thousand …
tr|trillion …
franc|CHF, XOF or XAF
francs|CHF, XOF or XAF
peso|MXN, ARS or another
pesos|MXN, ARS or another
pound|GBP or pounds of weight
pounds|GBP or pounds of weight
cent|USD or EUR, with the values divided by 100
cents|USD or EUR, with the values divided by 100
crown|SEK, NOK, DKK or CZK
rupee|INR or PKR
rupees|INR or PKR
ppp|international dollars
kr|SEK, NOK or DKK
"""
AMBIGUOUS: Final = {
    **dict(line.split("|") for line in _AMBIGUOUS.strip().splitlines()),
    **{word: f"{word} USD, {word} persons" for word in SCALES.values()},
}
"""Ambiguous spellings, which are refused, with what they may mean."""

_HUNDREDTHS: Final = """
GBP|GBX GBp GBx pence penny pennies
ZAR|ZAC ZAc ZAX ZAx ZAr
ILS|ILA ILa ILX ILx agorot agora agoras
USD|USX USc USx
EUR|EUX EUc EUx
AUD|AUX AUc
CAD|CAX CAc
KES|KEX KEc
"""
MINOR_UNITS: Final = MappingProxyType(
    {
        spelling: (line.split("|")[0], 100)
        for line in _HUNDREDTHS.strip().splitlines()
        for code in line.split("|")[1].split()
        for spelling in {code, code.lower() if code.isupper() else code}
    }
    | dict.fromkeys(("KWF", "KWf", "kwf"), ("KWD", 1000))
    | dict.fromkeys(("US cent", "US cents"), ("USD", 100))
    | dict.fromkeys(("euro cent", "euro cents"), ("EUR", 100))
)
"""Codes of stock exchanges for parts of a currency, in which shares are quoted: the currency, and the parts of it."""

# ISO 4217 codes that some editions of CLDR, and so babel, don't list: most retired, some new.
_RETIRED: Final = """
ARY AYM BGJ BGK CHC CSJ GHP GNE LAJ LSM MVQ PEH ROK UGW UYN VNC XAD XCG ZWC ZWG ZWN
"""
_MISSING_IN_CLDR: Final = frozenset(_RETIRED.split())
_SAME_CURRENCY: Final = frozenset({"CNH"})  # of markets: the yuan traded outside mainland China is a spelling of CNY

NOT_CURRENCIES: Final = MappingProxyType(
    {
        "XTS": "is reserved by ISO 4217 for testing",
        "XXX": 'means "no currency" in ISO 4217',
    }
)
"""ISO 4217 codes that are not currencies, with what they are."""

# Lowercase codes are read as codes, except these, which are words.
_WORDS: Final = "all ang ars bam bob cup gel lak ltl mad mop pen sit sos std sur ton top try"
_NOT_CODES: Final = frozenset(_WORDS.split())

# What publishers write in place of a unit.
_PHRASES: Final = """
%|annual %;% annual;% change;percent change;percentage change;% yoy;annual % change;annual percent change;\
% y/y;% y-o-y;% growth;% per year;% p.a.;% a.a.;% a.m.;percent per annum;growth rate;% on previous year
LCU per USD|pusd
international dollars|purchasing power parity;ppp, international dollars
"""
PHRASES: Final = {
    phrase: unit
    for unit, phrases in (line.split("|") for line in _PHRASES.strip().splitlines())
    for phrase in phrases.split(";")
}
"""Publishers' phrases, with the standard spelling of each."""


@dataclass(frozen=True, slots=True)
class Noun:
    """Something that can be counted or measured.

    Attributes:
        singular: The spelling after the number one: ``company``.
        plural: The spelling after other numbers and in the text of a unit: ``companies``.
        name: The name in pint's registry.
        definition: The line that defines it there; ``None`` for currencies and synonyms.
        spellings: Other spellings.
        currency: The ISO 4217 code, for money.
    """

    singular: str
    plural: str
    name: str
    definition: str | None
    spellings: tuple[str, ...] = ()
    currency: str | None = None


@cache
def get_currency_codes() -> frozenset[str]:
    """Return every ISO 4217 currency code, current and retired.

    >>> {"RUB", "RUR", "TRL", "XCG", "ZWG"} <= get_currency_codes()
    True
    """
    from babel.core import get_global

    return (frozenset(get_global("all_currencies")) | _MISSING_IN_CLDR) - _SAME_CURRENCY


@cache
def _list_codes_in_use() -> frozenset[str]:
    from babel.core import get_global

    rows = (row for rows in get_global("territory_currencies").values() for row in rows)
    return frozenset(code for code, _, until, is_tender in rows if is_tender and until is None)


def find_near_codes(text: str) -> tuple[str, ...]:
    """Return currency codes that differ from a text by a typo: two letters swapped, or one letter wrong.

    Swapped letters come first, and currencies in use replace retired ones.

    >>> find_near_codes("UDS"), find_near_codes("RUX"), find_near_codes("XXX")
    (('USD', 'UZS'), ('RUB',), ())
    """

    def rank(code: str) -> tuple[bool, str]:
        return sorted(code) != sorted(text), code

    found = [code for code in get_currency_codes() - NOT_CURRENCIES.keys() if _is_typo(text, code)]
    in_use = [code for code in found if code in _list_codes_in_use()]
    return tuple(sorted(in_use or found, key=rank)[:3])


def _is_typo(text: str, code: str) -> bool:
    if len(text) != len(code):
        return False
    other = [place for place in range(len(code)) if text[place] != code[place]]
    swapped = len(other) == 2 and other[1] == other[0] + 1 and sorted(text) == sorted(code)
    return len(other) == 1 or swapped


@cache
def get_nouns() -> tuple[Noun, ...]:
    """Return everything that can be counted or measured except money."""
    return tuple(
        Noun(singular, plural, rule.split(" ")[0], rule if "=" in rule else None, tuple(spellings.split(";")))
        for singular, plural, rule, spellings in _read_table("units.csv")
    )


@cache
def index_nouns() -> Mapping[str, Noun]:
    """Map case-folded spellings to nouns, except money."""
    spelled: dict[str, Noun] = {}
    for noun in get_nouns():
        for spelling in filter(None, (noun.singular, noun.plural, noun.name, *noun.spellings)):
            spelled.setdefault(spelling.casefold(), noun)
    return MappingProxyType(spelled)


@cache
def index_money_names() -> Mapping[str, str]:
    """Map case-folded English currency names of CLDR to codes; a name that two currencies share is left out."""
    from babel import Locale
    from babel.numbers import get_currency_name

    owners: dict[str, set[str]] = {}
    for code, name in Locale("en").currencies.items():
        for spelling in (name, *(get_currency_name(code, count, locale="en") for count in (1, 2))):
            for variant in (spelling, spelling.replace("uble", "ouble")):
                owners.setdefault(variant.casefold(), set()).add(code)
    single = {name: next(iter(found)) for name, found in owners.items() if len(found) == 1}
    spoken = {name.casefold(): code for code, names in _read_table("currency_names.csv") for name in names.split(";")}
    return MappingProxyType(single | spoken)


@lru_cache(maxsize=4096)
def find_noun(text: str) -> Noun | None:
    """Return the noun with this spelling, or ``None``."""
    folded = text.casefold()
    if folded in AMBIGUOUS or text in MINOR_UNITS:
        return None
    if text in get_currency_codes():
        return Noun(text, text, text, None, currency=text)
    if found := index_nouns().get(folded) or index_nouns().get(folded.removeprefix("current ")):
        return found
    if folded.partition(" ")[0] in SCALE_WORDS:  # no currency has such a name, and CLDR is slow
        return None
    code = index_money_names().get(folded.removeprefix("current "))
    if code is None and len(text) == 3 and folded not in _NOT_CODES and text in (folded, text.capitalize()):
        code = text.upper() if text.upper() in get_currency_codes() else None  # GBp is not GBP
    return None if code is None else Noun(code, code, code, None, currency=code)
