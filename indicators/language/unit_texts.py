"""Units with their scale as tables write them: ``Mio. EUR``, ``MEUR``, ``млрд руб.``, ``亿元``, ``EUR 000``.

The one reader of units for imports and for amounts: it knows the scale words of the languages that tables are published
in and the codes of statistical offices, and leaves the unit itself to `indicators.model.units`. What it doesn't know
entirely it doesn't read at all.

>>> [read_unit_text(text) for text in ("Mrd. €", "KWd", "in thousands")]
[UnitText(unit='EUR', power=9), UnitText(unit='KWD', power=-3), UnitText(unit='', power=3)]
>>> [read_unit_text(text) for text in ("亿元", "тыс. чел.", "Mrd. Kčs", "m")]
[UnitText(unit='CNY', power=8), UnitText(unit='persons', power=3), None, None]
"""

from __future__ import annotations

import csv
import re
import unicodedata
from functools import cache, lru_cache
from pathlib import Path
from typing import Final, NamedTuple

from indicators.language.detection import detect_language
from indicators.language.languages import tag_sentence
from indicators.language.lexicon import Role
from indicators.language.tokens import normalize
from indicators.model.unit_names import MINOR_UNITS, SCALE_WORDS, find_noun, get_currency_codes
from indicators.model.units import find_unit

_LONGEST: Final = 120
_SUBUNITS: Final = {"hundredth": -2, "thousandth": -3}
_JOINTS: Final = re.compile(r"^(?:of|de|d'|di|do|da)\s+|^d['’]", re.IGNORECASE)
_POWER: Final = re.compile(
    r"^(?:[×x]? ?10\^(?P<power>\d{1,2})(?!\d)|(?P<ones>10{0,2}(?:[ ,.]?0{3})+|10{2}))(?=\D|$)s? ?[×x]?", re.IGNORECASE
)
_FACTOR_AT_END: Final = re.compile(
    r"(?P<rest>.*[^\d.,x× ]) ?,? ?[x×*]? ?(?P<ones>10{0,2}(?:[ ,.]?0{3})+)", re.IGNORECASE
)
_GLUED: Final = re.compile(r"(?P<scale>[MKkT])(?P<code>[A-Z]{3})|(?P<before>[A-Z]{3})(?P<behind>m|mn|bn|k|tn)")
_GLUED_SMALL: Final = re.compile(r"[mk](?:usd|eur|gbp|chf|sek|nok|dkk|czk|huf|pln|rub|jpy|cny|inr|brl|mxn|cad|aud|zar)")
_GLUED_POWERS: Final = {"M": 6, "K": 3, "k": 3, "T": 3, "m": 6, "mn": 6, "bn": 9, "tn": 12}
_SIGN_GLUED: Final = re.compile(r"(?P<scale>M|Mio\.?|Mrd\.?|Md|Mds|k|K) ?(?:d['’] ?)?(?P<sign>[€£₽₹₺₴₩₸]|euros?)")
_TIMES: Final = re.compile(r"^[x×] ?(?=\d)(?:1 (?=\D))?")  # x 1 mln euro, x 1 000
_RAISED: Final = re.compile("(?<=10)[⁰¹²³⁴-⁹]+")
_MIXED_CASE: Final = re.compile(r"[A-Z]{2}[a-z]")
_PRICES: Final = re.compile(r"CLV(?P<year>\d\d)_M(?P<money>EUR|NAC)")
NO_GROUP_COMMA: Final = r",(?!(?<=\d,)\d{3}(?!\d))"
"""A comma that is not within a number, as in *per 100,000 people*."""
_PERCENT_OF: Final = re.compile(r"PC_[A-Z]{2,}\w*")
_BASE: Final = re.compile(r"(?:CLV_)?I(?:NX_|DX_?)?(?P<year>\d{4}|\d\d)")
_GLUED_YEAR: Final = re.compile(r"\b((?:19|20)\d\d)(?=(?:US)?[$€]|USD|EUR)")
_EURO_OF_MEMBER: Final = re.compile(r"\bEURO-[A-Z]{3}\b")  # at the rate at which its own money was replaced
_NOT_THESE: Final = frozenset(("PPS", "m", "b", "k", "K", "M", "B", "T", "t."))
DOUBTFUL_SCALES: Final = frozenset("mm md mds bio bin mii cr th mil mille miles lac".split())
"""Words of scale beside a unit; alone they may be another word: millimetres, organic, a mile, a code."""
BRACKETS: Final = re.compile(r"[(\[\uff08]([^()\[\]\uff08\uff09]*)[)\]\uff09]")
_NOTE_MARK: Final = re.compile(r"\s*[a-f]\s*")  # notes are lettered from a on, so (a) is no year, and (g) a gram
_CHAINED: Final = re.compile(r"chained (?:\(?(?P<year>\d{4})\)?)", re.IGNORECASE)
_VOLUMES: Final = re.compile(
    r"(?:chain[- ]linked|chained) volumes?(?: measures?)?[ ,]*(?:\((?:reference year )?(?P<year>\d{4})\))?,? "
    r"(?P<rest>.+)",
    re.IGNORECASE,
)
_AT_PRICES: Final = re.compile(
    r"(?P<rest>.+?),? (?:at |in )?constant(?: (?=\d))?(?: prices,?)? ?\(?(?P<year>\d{4})\)?(?: prices)?", re.IGNORECASE
)
_CHANGE: Final = re.compile(
    r"(?:annual |year-on-year |yoy |y/y )?(?:percent(?:age)?|per cent|%|pct) "
    r"(?:change|growth|increase|variation)s?\b.*",
    re.IGNORECASE,
)
_IN_PERCENT: Final = re.compile(r"[^,]+, ?(?:in )?(?:percent|per cent|%)", re.IGNORECASE)
_POINTS: Final = re.compile(r"\bpoints?\b", re.IGNORECASE)
PARITIES: Final = re.compile(r"\bPPPs?\b|(?i:purchasing[- ]power parit)")
_CENTS: Final = re.compile(
    r"(?P<money>us|u\.s\.|euro|eur|usd) ?-?(?:cents?|¢|c(?=\s*/))(?P<rest>(?:\s*(?:/|\bper\b).*)?)", re.IGNORECASE
)
_TRADED: Final = (
    (re.compile(r"(/|\bper )\s*mt\b"), r"\1tonne"),  # Mt may be megatonnes
    (re.compile(r"\bmmbtu\b", re.IGNORECASE), "million btu"),
    (re.compile(r"((?:\$|USD|(?:^|us )dollars?) ?(?:/|\bper ) ?)gal(?:\.|lons?)?$", re.IGNORECASE), r"\1US gallon"),
)
"""Units of traded goods that mean something else elsewhere: ``mm`` is a thousand thousands, or a length."""
_POUND_OF_GOODS: Final = re.compile(r"(/|\bper) ?pounds?$", re.IGNORECASE)  # its price is in cents


class UnitText(NamedTuple):
    """A unit and its scale.

    Attributes:
        unit: The standard spelling of the unit, without a scale word; empty if the text gives only a scale.
        power: The power of ten of the scale, which may be negative: cents are hundredths.
    """

    unit: str
    power: int = 0

    @property
    def is_telling(self) -> bool:
        """Whether it is a scale, money, a percentage or a rate: other units may be words of something else."""
        known = ("%", "‰", "international dollars", "LCU")
        return bool(self.power) or is_money(self.unit) or self.unit.startswith(known) or is_rate(self.unit)


@lru_cache(maxsize=65_536)  # a table may have thousands of headings, each looked at from several sides
def read_unit_text(text: str) -> UnitText | None:
    """Read a unit with its scale; ``None`` if any part of it is unknown.

    >>> [read_unit_text(text).unit for text in ("PC_GDP", "PC_HEALTHXP")]
    ['% of GDP', '%']
    >>> read_unit_text("x 1 mln euro"), read_unit_text("x 1 000")
    (UnitText(unit='EUR', power=6), UnitText(unit='', power=3))
    >>> [read_unit_text(text) for text in ("1000 t", "USD ($)", "CLV10_MEUR")]
    [UnitText(unit='tonnes', power=3), UnitText(unit='USD', power=0), UnitText(unit='EUR at 2010 prices', power=6)]
    """
    text = _RAISED.sub(lambda match: f"^{unicodedata.normalize('NFKC', match[0])}", text)
    whole = _EURO_OF_MEMBER.sub("EUR", _GLUED_YEAR.sub(r"\1 ", " ".join(normalize(text).split())))
    plain = _strip_lead(whole)
    is_letter = len(plain) == 1 and plain.isalpha() and plain.isupper()  # a code of a list, such as G
    is_doubtful = plain in _NOT_THESE or plain.casefold() in DOUBTFUL_SCALES or _is_thousand_or_million(plain)
    if not plain or len(plain) > _LONGEST or is_letter or is_doubtful:
        return None
    found = (
        _read_code(plain) or _read_share(plain) or _read_whole(plain) or _read_prices(plain) or _read_brackets(plain)
        or _read_scaled(plain) or _read_words(plain) or _read_change(plain)
    )  # fmt: skip
    if found is not None and found.unit == "USD" and PARITIES.search(plain):
        return UnitText("international dollars", found.power)
    return found


def combine_units(*parts: UnitText | None) -> UnitText | None:
    """Join what several places say about one unit; ``None`` if they contradict each other or say nothing.

    >>> combine_units(UnitText("EUR"), UnitText("", 6)), combine_units(UnitText("EUR", 6), UnitText("USD"))
    (UnitText(unit='EUR', power=6), None)
    """
    given = [part for part in parts if part is not None]
    units, powers = {part.unit for part in given if part.unit}, {part.power for part in given if part.power}
    if "%" in units and any(unit.startswith("% of ") for unit in units):
        units.remove("%")
    if not given or len(units) > 1 or len(powers) > 1:
        return None
    return UnitText("".join(units), next(iter(powers), 0))


def is_note_mark(text: str, name: str = "") -> bool:
    """Return whether a text in brackets is a letter that marks a note, which no word of the name says to be a unit.

    >>> is_note_mark("a"), is_note_mark("t"), is_note_mark("h"), is_note_mark("d", "Days of rain")
    (True, False, False, False)
    """
    if not _NOTE_MARK.fullmatch(text):
        return False
    return all((unit := find_unit(word)) is None or unit != find_unit(text.strip()) for word in name.split())


def find_glued_code(word: str) -> str:
    """Return the code of money that a scale is glued to: MEUR, EURm; or nothing."""
    match = _GLUED.fullmatch(word)
    return (match["code"] or match["before"]) if match else ""


def is_money(unit: str) -> bool:
    """Return whether a unit is money, or money per something."""
    return unit[:3] in get_currency_codes()


def is_rate(unit: str) -> bool:
    """Return whether a unit is a number per so many.

    >>> is_rate("per 1,000 persons"), is_rate("per USD")
    (True, False)
    """
    return re.match(r"per \d", unit) is not None


@cache
def _read_codes() -> dict[str, str]:
    with Path(__file__).with_name("unit_codes.csv").open(encoding="utf-8", newline="") as stream:
        return dict(list(csv.reader(stream))[1:])


@cache
def read_unit_words() -> dict[str, list[str]]:
    """Return the words around units in all languages, by their role: a power of ten, or what they lead to."""
    with Path(__file__).with_name("unit_words.csv").open(encoding="utf-8", newline="") as stream:
        return {role: words.split(";") for role, words in list(csv.reader(stream))[1:]}


@cache
def get_scales() -> dict[str, int]:
    """Return the words of scale in all languages, also without their last point: ``mil.`` are millions, ``mil`` not."""
    others = {word: int(role) for role, words in read_unit_words().items() if role.isdigit() for word in words}
    return {word.rstrip("."): power for word, power in SCALE_WORDS.items()} | others | SCALE_WORDS


@cache
def _compile_lead() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """The words before a unit, and those behind it that say nothing more: *euros courants*."""
    words = read_unit_words()
    leads, labels, current = ("|".join(map(re.escape, words[role])) for role in ("lead", "label", "current"))
    lead = re.compile(rf"^(?:(?:{leads})(?= )|(?:{labels})\.? ?[:\uff1a])\s*", re.IGNORECASE)
    return lead, re.compile(rf"[, ] ?\(?(?:{current})\)?$", re.IGNORECASE)


def _read_code(text: str) -> UnitText | None:
    if match := _PRICES.fullmatch(text):
        money = {"EUR": "EUR", "NAC": "LCU"}[match["money"]]
        return UnitText(f"{money} at {_century(match['year'])} prices", 6)
    if match := _BASE.fullmatch(text):
        return UnitText(f"index, {_century(match['year'][-2:])} = 100")
    if text in MINOR_UNITS:
        currency, parts = MINOR_UNITS[text]
        return UnitText(currency, -len(str(parts - 1)))
    known = "%" if _PERCENT_OF.fullmatch(text) else ""  # of health expenditure, or a change
    word, _, rest = _read_codes().get(text, known).partition(" ")
    if word in _SUBUNITS:
        return UnitText(rest, _SUBUNITS[word])
    spelled = f"{word} {rest}".strip()
    if spelled in SCALE_WORDS:
        return UnitText("", SCALE_WORDS[spelled])
    return (_read_whole(spelled) or _read_scaled(spelled)) if spelled else None


def _century(digits: str) -> int:
    return int(digits) + (1900 if int(digits) >= 60 else 2000)


def _read_whole(text: str) -> UnitText | None:
    """A unit that `parse_unit` reads; a code in mixed letters may be a hundredth of money and isn't guessed."""
    if (
        "PPS" in text.split()
        or text in _NOT_THESE
        or (_MIXED_CASE.fullmatch(text) and text.upper() in get_currency_codes())
    ):
        return None
    if match := re.fullmatch(r"% ?(GNI|GNP)", text):
        text = f"% of {match[1]}"
    for pattern, plain in _TRADED:
        text = pattern.sub(plain, text)
    if match := _CENTS.fullmatch(text):
        money = "EUR" if match["money"].casefold().startswith("e") else "USD"
        whole = _read_whole(money + _POUND_OF_GOODS.sub(r"\1 lb", match["rest"]))
        return None if whole is None else UnitText(whole.unit, whole.power - 2)
    unit = find_unit(_CHAINED.sub(r"constant \g<year>", text))
    return None if unit is None else UnitText(unit.plain.text, unit.multiplier)


@cache
def _compile_constant() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Money at the prices of a year in other languages: *US$ a precios constantes de 2015*, or the year comes first."""
    roles = ("constant", "of the year", "prices of the year")
    words, of_year, prices = ("|".join(map(re.escape, read_unit_words()[role])) for role in roles)
    last = rf"(?P<rest>.+?),? (?:{words})[, ]+(?:\w{{1,3}} )?\(?(?P<year>\d{{4}})\)?(?: (?:{of_year}))?"
    return re.compile(last, re.IGNORECASE), re.compile(rf"(?P<year>\d{{4}}) ?(?:{prices})(?P<rest>.+)")


def _read_prices(text: str) -> UnitText | None:
    """Money at the prices of a year, in the words of statistical offices, and what is said of volumes before an index.

    >>> [_read_prices(text).unit for text in ("Chain linked volumes (2015), million euro", "USD, constant prices 2015")]
    ['EUR at 2015 prices', 'USD at 2015 prices']
    """
    match = _VOLUMES.fullmatch(text) or _AT_PRICES.fullmatch(text)
    match = match or next(filter(None, (pattern.fullmatch(text) for pattern in _compile_constant())), None)
    rest = read_unit_text(match["rest"]) if match else None
    if match is None or rest is None:
        return None
    if rest.unit.startswith("index") and not match["year"]:
        return rest
    is_plain = len(rest.unit) == 3 and is_money(rest.unit)
    return UnitText(f"{rest.unit} at {match['year']} prices", rest.power) if is_plain and match["year"] else None


def _read_change(text: str) -> UnitText | None:
    """A change or rate in percent, whatever it is compared with: ``Percentage change on previous period``."""
    if _POINTS.search(text):
        return None
    return UnitText("%") if _CHANGE.fullmatch(text) or _IN_PERCENT.fullmatch(text) else None


def _read_brackets(text: str) -> UnitText | None:
    """What stands outside and inside of brackets, if they agree: ``USD ($)``, ``EUR (million)``."""
    inner = BRACKETS.findall(text)
    outer = BRACKETS.sub(" ", text).strip()
    if not inner or not all(part.strip() for part in inner):
        return None
    parts = [read_unit_text(part) for part in (outer, *inner) if part and not is_note_mark(part, outer)]
    return None if any(part is None for part in parts) else combine_units(*parts)


def _read_scaled(text: str) -> UnitText | None:
    """A unit with scale words on either side, or the scale alone."""
    rest, power = text.upper() if _GLUED_SMALL.fullmatch(text) else text, 0
    for _ in range(4):
        if match := _GLUED.fullmatch(rest):
            code, scale = find_glued_code(rest), match["scale"] or match["behind"]
            return UnitText(code, power + _GLUED_POWERS[scale]) if code in get_currency_codes() else None
        if (match := _SIGN_GLUED.fullmatch(rest)) and (noun := find_noun(match["sign"])):
            scale = match["scale"].strip(".")
            return UnitText(noun.name, power + (_GLUED_POWERS.get(scale) or get_scales()[scale.casefold()]))
        found = _take_scale(rest)
        if found is None:
            break
        more, rest = found
        power, rest = power + more, _JOINTS.sub("", rest).removesuffix(" in").strip(" ,;:-–")
        if not rest:
            return UnitText("", power)
        whole = _read_code(rest) or _read_whole(rest) or _read_brackets(rest)
        if whole is not None:
            return UnitText(whole.unit, power + whole.power)
    return None


def _strip_lead(text: str) -> str:
    lead, end = _compile_lead()
    return end.sub("", lead.sub("", lead.sub("", _TIMES.sub("", text)))).strip(" ,;:")


@cache
def _compile_shares() -> tuple[re.Pattern[str], re.Pattern[str]]:
    roles = ("percent", "GDP", "share", "index")
    percent, whole, share, index = ("|".join(map(re.escape, read_unit_words()[role])) for role in roles)
    whole, joint = rf"(?:{whole})(?::\w+)?", r"(?: ?(?:[^\W\d_]{1,3}\.? ){0,2})"
    of_whole = rf"(?:a )?(?:{percent}){joint}{whole}|(?:{share})?{whole}[ ,]*(?:{percent})"
    of_base = rf"(?:{index})[ ,:(]+(?P<base>\d{{4}}) ?= ?100\)?"
    return re.compile(of_whole, re.IGNORECASE), re.compile(of_base, re.IGNORECASE)


def _read_share(text: str) -> UnitText | None:
    """A percentage of gross domestic product, or an index, in any language: ``% du PIB``, ``indeks 2015=100``."""
    of_whole, of_base = _compile_shares()
    if match := of_base.fullmatch(text):
        return UnitText(f"index, {match['base']} = 100")
    if text.casefold() in read_unit_words()["percent"]:
        return UnitText("%")
    return UnitText("% of GDP") if of_whole.fullmatch(text) else None


def _take_scale(text: str) -> tuple[int, str] | None:
    """A scale at the beginning or end of a text, and the rest of it."""
    if match := _POWER.match(text):
        power = int(match["power"]) if match["power"] else sum(digit == "0" for digit in match["ones"])
        return power, text[match.end() :].strip()
    if match := _FACTOR_AT_END.fullmatch(text):
        return sum(digit == "0" for digit in match["ones"]), match["rest"].strip(" ,")
    words = [word for word in re.split(r"\s+|(?<=,)", text) if word]
    for count in range(min(3, len(words)), 0, -1):
        head, tail = (" ".join(part).strip(",") for part in (words[:count], words[-count:]))
        for part, rest in ((head, words[count:]), (tail, words[:-count])):
            key = part.casefold()
            power = get_scales().get(key, get_scales().get(key.rstrip(".")))
            if power is not None and (rest or key not in DOUBTFUL_SCALES):
                return power, " ".join(rest).strip(" ,")
    return None


def _is_thousand_or_million(text: str) -> bool:
    """Whether *mil* is alone or beside the code or sign of money: thousands in Spanish, millions in English."""
    words = text.split()
    others = [word for word in words if word.casefold() != "mil"]
    return len(others) < len(words) and others != ["R$"] and not any(map(str.islower, others))


def _read_words(text: str) -> UnitText | None:
    """A unit in the words of a language that texts are read in: its scale, its noun or money, and nothing else."""
    language = detect_language(text)
    if text.isascii() and language == "en":
        return None
    sentence = tag_sentence(text, language)
    unit, power, at = "", 0, 0
    while at < len(sentence):
        scale = sentence.at(at, Role.SCALE)
        noun = sentence.at(at, Role.MONEY, Role.THING, Role.PERCENT)
        is_letter = scale is not None and len(sentence.key(at)) == 1 and sentence.key(at).isascii()
        if scale and not is_letter and (noun is None or noun.end <= scale.end) and not (unit and power):
            power, at = power + scale.value, scale.end
        elif noun and not unit:
            name, _, more = ("%" if noun.role is Role.PERCENT else str(noun.value)).strip("=?").partition("@")
            unit, power, at = name, power + int(more or 0), noun.end
        elif sentence.key(at) in (".", ",") or sentence.key(at) in read_unit_words().get(unit, ()):
            at += 1
        elif (own := find_noun(sentence.key(at))) and own.currency and not unit:
            unit, at = own.name, at + 1
        else:
            return None
    known = _read_whole(unit) if unit else UnitText("")
    return None if known is None or not (unit or power) else UnitText(known.unit, power + known.power)
