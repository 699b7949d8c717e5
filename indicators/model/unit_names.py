"""The names of units, as people and publishers write them, for `indicators.model.units`.

To add a spelling, add a word to a row of the table; to add something that can be counted, add a row, which is a
dimension of its own. Currency names come from CLDR, codes from ISO 4217.

>>> find_noun("roubles").name, find_noun("people").plural
('RUB', 'persons')
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from types import MappingProxyType
from typing import Final

__all__ = [
    "AMBIGUOUS",
    "NOT_CURRENCIES",
    "PHRASES",
    "SCALES",
    "SCALE_LETTERS",
    "SCALE_WORDS",
    "Noun",
    "find_near_codes",
    "find_noun",
    "get_currency_codes",
    "get_nouns",
    "index_money_names",
    "index_nouns",
]

SCALES: Final = {3: "thousand", 6: "million", 9: "billion", 12: "trillion", 15: "quadrillion"}
"""Powers of ten that have a word, on the short scale."""

SCALE_WORDS: Final = {
    **{f"{word}{end}": power for power, word in SCALES.items() for end in ("", "s")},
    **dict.fromkeys(("thsd", "thous", "th.", "ths", "000s"), 3),
    **dict.fromkeys(("mn", "mln", "mio", "mil.", "mm"), 6),
    **dict.fromkeys(("bn", "bln", "bil.", "mlrd", "mrd", "milliard", "milliards"), 9),
    **dict.fromkeys(("tn", "trn", "tln", "tril."), 12),
}
# Letters are scales only with money: alone, "m" could be a metre and "T" a tonne.
SCALE_LETTERS: Final = {"k": 3, "K": 3, "m": 6, "M": 6, "b": 9, "B": 9, "t": 12, "T": 12}

# singular | plural | definition for pint | other spellings. Calendar time (a year) and clock time (an hour) are
# separate dimensions: a year has no fixed number of days, so a factor between them would be a guess.
_TABLE: Final = """
%|%|percent = 0.01|percent;per cent;percentage;pct;pc;pt;pct.
‰|‰|permille = 0.001|per mille;per mil;permille;per thousand
percentage point|percentage points|percentage_point = [percentage_point]|pp;p.p.;pps;ppt;pd;points;point;\
% points;percent points;%-points
basis point|basis points|basis_point = 1e-4|bp;bps
ratio|ratio|ratio = 1|share;fraction;coefficient;dimensionless;times
natural logarithm|natural logarithm|natural_logarithm = [natural_logarithm]|ln
part per million|parts per million|part_per_million = 1e-6|ppm
index|index|index_point = [index]|indices;ix;index number
index point|index points|index_point|
person|persons|person = [person]|people;population;inhabitant;inhabitants;capita;head;heads;individuals;\
pe;ps
international dollar|international dollars|international_dollar = [international_dollar]|international $;\
int$;int. $;int'l $;intl $;intl$;ppp dollars;ppp dollar;ppp $;ppp$;ppp us$;geary-khamis dollars;xid
currency units|currency unit|currency_unit = [some_currency]|unit of currency;units of currency;foreign currency unit
LCU|LCU|LCU = [local_currency]|local currency unit;local currency units;local currency;national currency;\
national currency units;national currency unit;ncu;domestic currency;xdc
unit|units|unit = [unit]|count;counts;number;num;no.;item;items;piece;pieces;pcs
company|companies|company = [company]|enterprise;enterprises;firm;firms;business;businesses
country|countries|country = [country]|state;states
region|regions|region = [region]|
centre|centres|centre = [centre]|center;centers;research centres;research centers;research centre;\
research center
area|areas|area = [area]|priority areas
agreement|agreements|agreement = [agreement]|documents signed
document|documents|document = [document]|
order|orders|order = [order]|
transaction|transactions|transaction = [transaction]|payments;payment
subscription|subscriptions|subscription = [subscription]|subscriptions in force
server|servers|server = [server]|
user|users|user = [user]|internet users
view|views|view = [view]|
visit|visits|visit = [visit]|visitors;visitor;vi
household|households|household = [household]|
job|jobs|job = [job]|employees;employee;posts
student|students|student = [student]|
parcel|parcels|parcel = [parcel]|packages
seller|sellers|seller = [seller]|merchants
shop|shops|shop = [shop]|stores;online shops
pick-up point|pick-up points|pick_up_point = [pick_up_point]|pickup points;pickup point
project|projects|project = [project]|
programme|programmes|programme = [programme]|program;programs;grant programmes;grant programs
grant|grants|grant = [grant]|
patent|patents|patent = [patent]|
publication|publications|publication = [publication]|articles
application|applications|application = [application]|apps;app
website|websites|website = [website]|sites;site
domain|domains|domain = [domain]|domain names
vehicle|vehicles|vehicle = [vehicle]|cars;car
flight|flights|flight = [flight]|
dwelling|dwellings|dwelling = [dwelling]|homes;houses
data centre|data centres|data_centre = [data_centre]|data center;data centers
kilogram|kilograms|kilogram = [mass]|kg;kilograms;kilogramme;kilogrammes
gram|grams|gram = 0.001 kilogram|g
centner|centners|centner = 100 kilogram|quintal;quintals
tonne|tonnes|tonne = 1000 kilogram|t;ton;tons;metric ton;metric tons;metric tonne;metric tonnes
short ton|short tons|short_ton = 907.18474 kilogram|stn
long ton|long tons|long_ton = 1016.0469088 kilogram|ltn
pound of weight|pounds of weight|pound_of_weight = 0.45359237 kilogram|lb;lbs
troy ounce|troy ounces|troy_ounce = 0.0311034768 kilogram|fine troy ounces;fine troy ounce;fto;oz t;ozt
metre|metres|metre = [length]|meter;meters
kilometre|kilometres|kilometre = 1000 metre|km;kilometer;kilometers
square metre|square metres|square_metre = metre ** 2|m2;m²;sq m;sq. m;square meter;square meters
square kilometre|square kilometres|square_kilometre = 1e6 metre ** 2|km2;km²;sq km;sq. km;\
square kilometer;square kilometers
hectare|hectares|hectare = 1e4 metre ** 2|ha
acre|acres|acre = 4046.8564224 metre ** 2|ac
cubic metre|cubic metres|cubic_metre = metre ** 3|m3;m³;cbm;cubic meter;cubic meters
litre|litres|litre = 0.001 metre ** 3|liter;liters;lt
barrel|barrels|barrel = 0.158987294928 metre ** 3|bbl;bbls
second|seconds|second = [time]|sec
minute|minutes|minute = 60 second|min
hour|hours|hour = 3600 second|h;hr;hrs
day|days|day = 86400 second|d;dy
week|weeks|week = 604800 second|wk
month|months|month = [calendar]|mo;mth
quarter|quarters|quarter = 3 month|
year|years|year = 12 month|yr;yrs;annum;a
joule|joules|joule = [energy]|
kilowatt-hour|kilowatt-hours|kilowatt_hour = 3.6e6 joule|kwh;kilowatt hour;kilowatt hours
megawatt-hour|megawatt-hours|megawatt_hour = 3.6e9 joule|mwh;megawatt hours
gigawatt-hour|gigawatt-hours|gigawatt_hour = 3.6e12 joule|gwh;gigawatt hours
terawatt-hour|terawatt-hours|terawatt_hour = 3.6e15 joule|twh;terawatt hours
tonne of oil equivalent|tonnes of oil equivalent|tonne_of_oil_equivalent = 4.1868e10 joule|toe
kilowatt|kilowatts|kilowatt = 1000 joule / second|kw
megawatt|megawatts|megawatt = 1e6 joule / second|mw
gigawatt|gigawatts|gigawatt = 1e9 joule / second|gw
byte|bytes|byte = [information]|
gigabyte|gigabytes|gigabyte = 1e9 byte|gb
terabyte|terabytes|terabyte = 1e12 byte|tb
exabyte|exabytes|exabyte = 1e18 byte|
megabit|megabits|megabit = 125000 byte|mbit;mb/s
"""

# Common names of currencies; the English names of CLDR are tried after these.
_MONEY: Final = """
USD|$;US$;$US;USD$;u.s. dollar;u.s. dollars;dollar;dollars;us dollar;us $;u.s.$;united states dollars
EUR|€;euros;euro
GBP|£;pound sterling;pounds sterling;sterling
RUB|₽;rouble;roubles;ruble;rubles;russian rouble;russian roubles
INR|₹
KRW|₩
TRY|₺
UAH|₴;hryvnia;hryvnias
KZT|₸;tenge
VND|₫
ILS|₪
PHP|₱
NGN|₦
BRL|R$
CAD|C$;CA$
AUD|A$;AU$
NZD|NZ$
HKD|HK$
TWD|NT$
SGD|S$
MXN|MX$
CNY|CN¥;RMB;yuan;renminbi;yuan renminbi
JPY|JP¥;yen
RUR|rur
PLN|zloty;zlotys
HUF|forint;forints
XDR|sdr;sdrs;special drawing rights
"""
_SPOKEN_MONEY: Final = {
    spelling: code
    for code, spellings in (line.split("|") for line in _MONEY.strip().splitlines())
    for spelling in spellings.split(";")
}

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

# ISO 4217 codes that some editions of CLDR, and so babel, don't list: most retired, some new.
_RETIRED: Final = """
ARY AYM BGJ BGK CHC CSJ GHP GNE LAJ LSM MVQ PEH ROK UGW UYN VNC XAD XCG ZWC ZWG ZWN
"""
_MISSING_IN_CLDR: Final = frozenset(_RETIRED.split())

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
% y/y;% y-o-y;% growth;% per year;% p.a.;percent per annum;growth rate;% on previous year
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
        currency: The ISO 4217 code, for money.
    """

    singular: str
    plural: str
    name: str
    definition: str | None
    currency: str | None = None


@cache
def get_currency_codes() -> frozenset[str]:
    """Return every ISO 4217 currency code, current and retired.

    >>> {"RUB", "RUR", "TRL", "XCG", "ZWG"} <= get_currency_codes()
    True
    """
    from babel.core import get_global

    return frozenset(get_global("all_currencies")) | _MISSING_IN_CLDR


@cache
def _codes_in_use() -> frozenset[str]:
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

    found = [code for code in get_currency_codes() - NOT_CURRENCIES.keys() if _is_a_slip(text, code)]
    in_use = [code for code in found if code in _codes_in_use()]
    return tuple(sorted(in_use or found, key=rank)[:3])


def _is_a_slip(text: str, code: str) -> bool:
    if len(text) != len(code):
        return False
    other = [place for place in range(len(code)) if text[place] != code[place]]
    swapped = len(other) == 2 and other[1] == other[0] + 1 and sorted(text) == sorted(code)
    return len(other) == 1 or swapped


@cache
def get_nouns() -> tuple[Noun, ...]:
    """Return everything that can be counted or measured except money."""
    rows = (line.split("|") for line in _TABLE.strip().splitlines())
    return tuple(Noun(one, many, rule.split(" ")[0], rule if "=" in rule else None) for one, many, rule, _ in rows)


@cache
def index_nouns() -> Mapping[str, Noun]:
    """Map case-folded spellings to nouns, except money."""
    spelled: dict[str, Noun] = {}
    for noun, line in zip(get_nouns(), _TABLE.strip().splitlines(), strict=True):
        others = line.split("|")[3].split(";")
        for spelling in filter(None, (noun.singular, noun.plural, noun.name, *others)):
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
    return MappingProxyType({**single, **{name.casefold(): code for name, code in _SPOKEN_MONEY.items()}})


@lru_cache(maxsize=4096)
def find_noun(text: str) -> Noun | None:
    """Return the noun with this spelling, or ``None``."""
    folded = text.casefold()
    if folded in AMBIGUOUS:
        return None
    if text in get_currency_codes():
        return Noun(text, text, text, None, text)
    if found := index_nouns().get(folded) or index_nouns().get(folded.removeprefix("current ")):
        return found
    if folded.partition(" ")[0] in SCALE_WORDS:  # no currency has such a name, and CLDR is slow
        return None
    code = index_money_names().get(folded.removeprefix("current "))
    if code is None and len(text) == 3 and folded not in _NOT_CODES and text.upper() in get_currency_codes():
        code = text.upper()
    return None if code is None else Noun(code, code, code, None, code)
