"""Units in titles and headings: in brackets, after the last comma, or at the end.

What gives a scale or money but can't be read is named, so that it is never taken for a bare number.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import pairwise
from typing import Final, NamedTuple

from indicators.language.detection import detect_language
from indicators.language.languages import LANGUAGES, compile_pattern, tag_sentence
from indicators.language.lexicon import Role
from indicators.language.unit_texts import (
    BRACKETS,
    DOUBTFUL_SCALES,
    NO_GROUP_COMMA,
    PARITIES,
    UnitText,
    combine_units,
    find_glued_code,
    get_scales,
    is_money,
    is_note_mark,
    is_rate,
    read_unit_text,
    read_unit_words,
)
from indicators.model.unit_names import AMBIGUOUS, get_currency_codes, index_nouns
from indicators.model.units import find_unit

_PART_OF_MONEY: Final = re.compile(r"[cp]\s*/\s*(?P<below>.+)", re.IGNORECASE)
_CENTS: Final = re.compile(r"¢|(?<!pour )(?<!per )\bcents?\b", re.IGNORECASE)
_METAL: Final = re.compile(r"\b(?:gold|silver|platinum|palladium|rhodium|bullion)\b", re.IGNORECASE)
_OUNCE: Final = re.compile(r"(/ ?|\bper )(?:oz\.?|ounces?)(?! ?t\b)(?![^\W\d_])", re.IGNORECASE)
_SLASH: Final = re.compile(r"[/／](?=[\u3400-\u9fff])")  # before a unit in Chinese and Japanese, or for *per*
_VALUE: Final = re.compile(r"\s+(?:values?|amounts?|wert|valeur|valor)$", re.IGNORECASE)
_LONGEST: Final = 100  # a longer text is a remark
_LONGEST_READ: Final = 500  # the unit of a longer one is at its end
_LONG_WORD: Final = 4
_ONLY_SCALES: Final = ("mln", "mrd", "mio", "tsd", "tys", "mld", "bln", "bn", "juta")
_FREQUENCY: Final = re.compile(r"(?:semi-?)?annual|quarterly|monthly|weekly|daily", re.IGNORECASE)
_NOT_ALONE: Final = frozenset(("mil", "th", "md", "mm", "hundred"))  # words of other things as well
_NOT_MEASURES: Final = frozenset(
    "quarters point points share times ix min mo mi ac dy lt bu minutes yards feet".split()
)
"""Ends of titles that are parts of names, or may be: the lowest, the motorway, *at all times*, *Meetings, minutes*."""
_TIMES: Final = ("years", "months", "weeks", "days", "hours", "minutes")
_LETTERS: Final = frozenset("kKmMbB")  # millions, or metres, or men
_FIRST: Final = ("mil", "md", "mm")  # of two words: *mil hab.*, *Mil. dol.*
_LENGTHS: Final = re.compile(
    r"\b(?:distance|road|rail|route|travel|vehicle|passenger|driven|flown|track|coast|pipeline)", re.IGNORECASE
)
_LOCAL_MONEY: Final = re.compile(
    r"(?<![^\W_])(?:(?:t|T|k|K|m|M|mn|Mn|mm|MM|md|Md|mdr|Mdr)[ .]?(?:kr|Kč|Ft|dh|DH|lei|zł)"
    r"|[Mm]{1,2}d[dp]|MM?DP|MDT|R ?(?:m|mn|bn))(?![^\W_])"
)
"""A letter of scale beside the word for money of a country: *Mkr*, *MDH*, *mdp*, *Rm*."""


_UNLESS: Final = compile_pattern("unless_stated")


@lru_cache(maxsize=4096)
def drop_exceptions(text: str) -> str:
    """Return a text without what says that its unit doesn't hold for everything: cells and rows say so themselves.

    >>> [drop_exceptions(text) for text in ("EUR mn, unless otherwise stated", "EUR (sofern nicht anders angegeben)")]
    ['EUR mn', 'EUR']
    """
    for code in LANGUAGES:
        words = _UNLESS[code].pattern
        if re.search(words, text, re.IGNORECASE):
            return re.sub(rf"\s*[(（](?:{words})[)）]|[,;，]?\s*(?:{words})[,;]?\s*", "", text, flags=re.IGNORECASE)
    return text


class TitleUnit(NamedTuple):
    """A title and the unit in it.

    Attributes:
        name: The title without the unit.
        found: The unit; ``None`` if the title has none.
        unclear: A part of the title that gives a scale or money, and can't be read.
    """

    name: str
    found: UnitText | None = None
    unclear: str = ""


def may_be_per_person(title: str) -> bool:
    """Return whether the *pc* at the end of a title may stand for *per capita*, or for part of a name.

    >>> [may_be_per_person(title) for title in ("gdp_pc", "pc", "GDP (pc)", "GDP growth (pc)", "Inflation, pc")]
    [True, True, True, False, False]
    """
    end = re.search(r"(?:^|(?P<mark>[\W_]))pc\W*$", title, re.IGNORECASE)
    if end is None:
        return False
    words = read_unit_words()
    names, growth = ({*re.findall(r"[^\W\d_]+", title.casefold())} & {*words[role]} for role in ("GDP", "growth"))
    return end["mark"] in (None, "_") or bool(names and not growth)


@lru_cache(maxsize=65_536)
def read_title_unit(title: str) -> TitleUnit:
    """Read the unit of a title: in brackets, after its last comma, or at its end.

    >>> [read_title_unit(title) for title in ("Turnover, billion", "Sales (in EUR mn)")]
    [TitleUnit(name='Turnover', found=UnitText(unit='', power=9), unclear=''), \
TitleUnit(name='Sales', found=UnitText(unit='EUR', power=6), unclear='')]
    >>> read_title_unit("Debt (Mrd. Kčs)").unclear, read_title_unit("Deaths (all causes)").found
    ('Mrd. Kčs', None)
    >>> read_title_unit("Gold ($/oz)").found, read_title_unit("Tea (cents per lb)").unclear
    (UnitText(unit='USD per troy ounce', power=0), 'cents per lb')
    >>> read_title_unit("GDP, PPP (US$ bn)").unclear  # international dollars, or money of public-private partnerships
    'GDP, PPP (US$ bn)'
    """
    if len(title) > _LONGEST_READ:
        return read_title_unit(title[-_LONGEST_READ:])._replace(name=title)
    if may_be_per_person(title):
        return TitleUnit(title)
    if _METAL.search(title):
        title = _OUNCE.sub(r"\1troy ounce", title)
    read = _read_title(title)
    if read.found is None and not read.unclear:
        words = _VALUE.sub("", title.replace("_", " ")).strip()
        whole = read_unit_text(words) if words != title else None
        again = TitleUnit(title, whole) if whole and whole.power else _read_title(words) if words != title else read
        is_short = len(title) <= _LONGEST
        unclear = title if is_short and find_scale_word(words) and not again.found else _find_behind_slash(title)
        read = TitleUnit(title, again.found, unclear)
    parity = PARITIES.search(title) if read.found is not None and read.found.unit.startswith("USD") else None
    if parity is None or read.found is None:
        return read
    if parity[0] == "PPP":  # or money of public-private partnerships
        return TitleUnit(title, None, title)
    return read._replace(found=UnitText(f"international dollars{read.found.unit[3:]}", read.found.power))


def find_scale_word(title: str) -> int:
    """Return the power of ten of a word that can only be a scale, or 0: not in *over 2 million people*, *per million*.

    >>> [find_scale_word(title) for title in ("Rp Miliar", "Towns over 2 million", "Deaths per million", "A million")]
    [9, 0, 0, 0]
    """
    above = _split_denominator(title).casefold()
    pairs = pairwise(["", *re.findall(r"[^\s,;:()\[\]]+", above)])
    found = (
        get_scales().get(word.strip("."), 0) for before, word in pairs
        if (len(word) > _LONG_WORD or word.strip(".") in _ONLY_SCALES)
        and not word[0].isdigit() and before not in ("a", "one", "half") and not before[-1:].isdigit()
    )  # fmt: skip
    return next((power for power in found if power > 0), 0)


def _find_behind_slash(title: str) -> str:
    """Return a scale behind a slash: *人口/万人* is a number in ten thousands, or one for each ten thousand persons."""
    before, *after = _SLASH.split(title)
    is_per = read_unit_text(re.split(r"[,，(（]", before)[-1]) is not None
    scale = read_unit_text(after[-1].strip()) if after and not is_per else None
    return title if scale is not None and scale.power else ""


@cache
def _compile_percent() -> re.Pattern[str]:
    """A percentage of something at the beginning of a text: *percent of sales*, *в процентах к декабрю*."""
    leads, percent = ("|".join(map(re.escape, read_unit_words()[role])) for role in ("lead", "percent"))
    return re.compile(rf"(?:(?:{leads}) +)?(?:%|(?:{percent}|per ?cent)(?![^\W\d_]))", re.IGNORECASE)


@cache
def compile_unit_words() -> str:
    """Return a pattern of what texts with a scale, money, a percentage or the base of an index have; no number has it.

    >>> [bool(re.search(compile_unit_words(), text)) for text in ("EUR mn", "in percent", "млн", "All", "1,000.5")]
    [True, True, True, False, False]
    """
    scales = "|".join(re.escape(word) for word in get_scales() if len(word) > 1 and word[0].isalpha())
    percent = "|".join(re.escape(word) for word in read_unit_words()["percent"] if word[0].isalpha())
    beside = "|".join(read_unit_words()["beside"])  # written without a space before the next word
    words = rf"(?i:\b(?:{scales}|{percent}|euros?|dollars?)\b|{beside}|= ?100\b)"
    codes = rf"\b(?:{'|'.join(sorted(get_currency_codes()))})\b|(?:^|[^\w])(?:M|m|k|Mio|US)?[€£¥₽₹$]|[A-Z]{{3}}m?n?\b"
    return rf"{words}|{codes}|[^\d\s.,+-] ?(?:%|'?000s?\b)|^ ?%"


def _read_title(title: str) -> TitleUnit:
    """Read the unit of a title, whose dollars may be at purchasing power parities."""
    unclear = ""
    found: list[UnitText] = []
    name = title
    for match in reversed(list(BRACKETS.finditer(title))):
        if is_note_mark(match[1], name[: match.start()]):
            continue
        if unit := read_unit_text(match[1]) or _read_last(match[1]):
            found.append(unit)
            name = f"{name[: match.start()].rstrip()} {name[match.end() :].lstrip()}".strip()
        elif _gives_scale(match[1]) or _may_be_scale(match[1], name[: match.start()]):
            unclear = match[1].strip()
        elif _compile_percent().match(match[1].strip()) or match[1].rstrip().endswith("%"):
            found.append(UnitText("%"))  # of something that is in the name
    if not found and not unclear:
        return _read_tail(title)
    telling = [unit for unit in found if unit.is_telling]
    beside = _read_tail(name).found if found else None  # £m (£)
    joined = combine_units(*(telling or found), beside if beside and beside.power else None)
    if found and joined is None:
        return TitleUnit(title, None, unclear or title)
    return TitleUnit(name if joined else title, joined, unclear)


def _read_last(text: str) -> UnitText | None:
    """Money or a rate after the last comma of a text in brackets, if the others give no unit: *DOD, current US$*."""
    *before, last = re.split(NO_GROUP_COMMA, text)
    unit = read_unit_text(last.strip()) if before else None
    is_known = unit is not None and (is_money(unit.unit) or is_rate(unit.unit))
    return unit if is_known and not any(_gives_scale(one) or "PPP" in one for one in before) else None


def _read_tail(title: str) -> TitleUnit:
    """Read the unit at the end of a title, or between its commas."""
    unclear = ""
    for before, after in _list_tails(title) if BRACKETS.search(title) else ():
        unit = read_unit_text(after)
        if unit is not None and unit.is_telling:  # US$ (2015 prices)
            return TitleUnit(before, unit)
    for before, after in _list_tails(BRACKETS.sub(" ", title)):
        unit = read_unit_text(after.replace("_", " ").strip())
        if unit is not None and (unit.is_telling or (_is_measure(after, unit) and not _is_class(before, unit))):
            return TitleUnit(title, None, unclear) if unclear and not unit.power else TitleUnit(before, unit)
        is_code = len(after) == 1 and title.endswith(f"_{after}")
        unclear = unclear or (after if _gives_scale(after) and not is_code else "")
    if middle := _find_middle(title):
        return TitleUnit(title, middle)
    if "," in title and _compile_percent().match(title.rpartition(",")[2].strip()):
        return TitleUnit(title, UnitText("%"), unclear)  # of something that is in the name
    return TitleUnit(title, None, unclear)


def _is_measure(text: str, unit: UnitText) -> bool:
    """Return whether the end of a title is a measure: not a letter, a singular word, or things that are counted.

    >>> [_is_measure(text, read_unit_text(text)) for text in ("tonnes", "km2", "kWh per capita", "persons per km2")]
    [True, True, True, True]
    >>> [_is_measure(text, read_unit_text(text)) for text in ("t", "hour", "persons", "points", "per capita")]
    [False, False, False, False, False]
    """
    above, per, _ = unit.unit.partition(" per ")
    noun, folded = index_nouns().get(above.casefold()), text.casefold().strip()
    if noun is None or noun.definition is None or (len(folded) == 1 and folded.isascii()) or folded in _NOT_MEASURES:
        return False
    if per:
        return True
    is_singular = folded == noun.singular.casefold() or f"{folded}s" in noun.spellings
    is_counted = noun.definition.endswith(f"= [{noun.name}]") and noun.name != "percentage_point"
    return not is_singular and not is_counted


def _is_class(before: str, unit: UnitText) -> bool:
    """Return whether time behind a title is what its items are divided by: *Persons by age, years*.

    >>> _is_class("Persons by age", UnitText("years")), _is_class("Life expectancy", UnitText("years"))
    (True, False)
    """
    divided = "|".join(
        word if len(word) == 1 else rf"\b{re.escape(word)}\b" for word in read_unit_words()["divided by"]
    )
    return unit.unit in _TIMES and re.search(divided, before, re.IGNORECASE) is not None


def _find_middle(title: str) -> UnitText | None:
    """The only part of a title that is money or has a scale, or the one before a frequency.

    >>> [_find_middle(title).unit for title in ("Annual – EUR mn – Sales", "Yields, Percent, Monthly, Not Adjusted")]
    ['EUR', '%']
    """
    parts = [part.strip() for part in re.split(rf"{NO_GROUP_COMMA}| [–—-] ", title) if part.strip()]
    for part, following in pairwise(parts[1:]):
        if _FREQUENCY.fullmatch(following) and (unit := read_unit_text(part)) is not None:
            return unit
    found = [unit for part in parts[1:] if (unit := read_unit_text(part)) is not None]
    telling = {unit for unit in found if is_money(unit.unit) or (unit.power and unit.unit)}
    return telling.pop() if len(telling) == 1 else None


def _list_tails(title: str) -> Iterator[tuple[str, str]]:
    """The ends of a title that may be its unit, the longest first, each with what precedes it."""
    leads = "|".join(word for word in read_unit_words()["lead"] if len(word) <= len("in"))
    per = "|".join(word for word in read_unit_words()["per"] if word.isalpha())
    marks = rf"(?:{NO_GROUP_COMMA}|[;:，：；]| [-–—]| (?:{leads})(?= )| (?=(?:{per}) \d)|_+)\s*"
    for match in re.finditer(marks, title):
        before, after = title[: match.start()].strip(), title[match.end() :].strip()
        if before and after:
            yield before, after
    words = title.split()
    for count in (3, 2, 1):
        before, last = " ".join(words[:-count]), words[-count:]
        ends = (last[0], last[-1]) if before else ()
        codes = {code for word in ends for code in (word.strip("."), find_glued_code(word))}
        if before and (codes & get_currency_codes() or re.search("[€£$%]", "".join(last))):
            yield before, " ".join(last)


def _gives_scale(text: str) -> bool:
    """Whether a text has a scale or a sign of money before any denominator, as a unit that isn't known has."""
    above = re.sub(r"\w{4,}\$\w{4,}", "", _split_denominator(text))  # $ within a code is no money
    words = {word.strip(".,;:") for word in above.casefold().split()} - _NOT_ALONE
    scales = any(word in get_scales() and not word.isdigit() and len(word) > 1 for word in words)
    is_doubtful = text.strip(" .").casefold() in _FIRST and not text.strip().isupper()
    if text.strip() in _LETTERS or is_doubtful or _LOCAL_MONEY.search(above):
        return True
    if not above.isascii():
        sentence = tag_sentence(above, detect_language(above))
        scales = scales or any(sentence.at(at, Role.SCALE) for at in range(len(sentence)))
    if _CENTS.search(above):  # of a dollar, or of a euro
        below = re.sub(r"^\s*(?:/|\bper\b)\s*", "", text[len(above) :].strip(), flags=re.IGNORECASE).casefold()
        return not below or below in AMBIGUOUS or find_unit(f"USD per {below}") is not None
    if part := _PART_OF_MONEY.match(text.strip()):
        return find_unit(f"USD per {part['below']}") is not None
    return scales or re.search(r"[€£$¥₽₹]|(?<![\d.,])'?000s?\b|\b1[ ,.]?0{3}(?:[ ,.]?0{3})*\b", above) is not None


def _may_be_scale(text: str, before: str) -> bool:
    """Whether a text in brackets may be a scale or something else: millions or millimetres, thousands or miles.

    >>> [_may_be_scale(text, before) for text, before in (("mm", "Rain "), ("TH", ""), ("miles", "Distance "))]
    [True, False, False]
    """
    words = [word.strip(".") for word in text.split()]
    if len(words) == 2:
        return words[0].casefold() in _FIRST
    word = "".join(words)
    is_code = word.isupper() and word != "MM"
    return word.casefold() in DOUBTFUL_SCALES and not is_code and not (word == "miles" and _LENGTHS.search(before))


def _split_denominator(text: str) -> str:
    """What precedes a word for *per*."""
    per = "|".join(re.escape(word) if len(word) == 1 else rf"\b{word}\b" for word in read_unit_words()["per"])
    return re.split(per, text, flags=re.IGNORECASE)[0]
