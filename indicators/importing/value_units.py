"""The unit and scale of a figure, put together from all places that give them.

The places are the number itself, a column of units, one of powers of ten, the name of the indicator, the header of the
column of values, and the lines above the header. They must agree: two currencies, or two scales, are refused. What
gives a scale or money but can't be read is refused as well, never taken for a bare number.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from typing import Final, NamedTuple

from indicators.importing.cells import read_power
from indicators.importing.column_names import rank_name
from indicators.language.detection import detect_language
from indicators.language.languages import compile_pattern
from indicators.language.unit_texts import (
    NO_GROUP_COMMA,
    UnitText,
    combine_units,
    get_scales,
    is_note_mark,
    read_unit_text,
    read_unit_words,
)
from indicators.language.unit_titles import (
    TitleUnit,
    drop_exceptions,
    find_scale_word,
    may_be_per_person,
    read_title_unit,
)
from indicators.model.unit_names import get_currency_codes
from indicators.model.units import parse_unit

_CODE_BEHIND_COMMA: Final = re.compile(r"(?P<stem>.*\w), (?P<code>[A-Z]{2})(?: \((?P<note>[^()]*)\))?")
_PAIR: Final = re.compile(r"([A-Z]{3}) ?/ ?([A-Z]{3})")
_CODE_AT_END: Final = re.compile(r"(?P<stem>.*[^\W_])[ _-]+(?P<code>[A-Z]{2})")
_SHARES: Final = ("%", "percentage", "index", "ratio", "basis")
_INDEX: Final = re.compile(r"index, \d{4} = 100")
_CODE: Final = re.compile(
    r"\d+[A-Z]{3}|(?:[^\W\d_]+[ .-]?)?\d[\d ,.]*|(?:\S+:)?[A-Z]{2}"
)  # of a list, such as 1000, Item 1000, TH or M:N:TH, and neither a scale nor a unit
_LONGEST_LABEL: Final = 80
_LONGEST_LINE: Final = 240
_DECLARES: Final = re.compile(
    r"\b(?:all |the )?(?:figures|values|amounts|data|numbers)(?: \w+){0,3} in\b|\bexpressed in\b", re.IGNORECASE
)
_OWN_COUNTS: Final = ("persons", "units")  # behind a name they count it; other things that are counted may be a sector
_METALS: Final = ("XAU", "XAG", "XPT", "XPD")  # gold is an item, though its ounces are money
_IN_BRACKETS: Final = re.compile(r"[(\[\uff08]([^()\[\]\uff08\uff09]+)[)\]\uff09]")
_NOT: Final = compile_pattern("negation")
_RATE_NAME: Final = compile_pattern("rate_name")


@dataclass(frozen=True, slots=True)
class UnitSources:
    """What each place says about the unit of a figure; ``None`` where a place says nothing.

    Attributes:
        cell: What is written around the number.
        column: The column of units.
        power: The column of powers of ten.
        title: The name of the indicator.
        dimension: The values of its dimensions.
        header: The header of the column of values.
        above: The lines above the header.
    """

    cell: UnitText | None = None
    column: UnitText | None = None
    power: int = 0
    title: UnitText | None = None
    dimension: UnitText | None = None
    header: UnitText | None = None
    above: UnitText | None = None


@dataclass(frozen=True, slots=True)
class FigureUnits:
    """Joins the places that give a unit.

    Attributes:
        given: The unit that the user gives for all values; it replaces what titles and headers say.
    """

    given: UnitText | None = None

    def join(self, sources: UnitSources) -> UnitText | None:
        """Return the unit and scale of a figure; without any, an empty one; ``None`` if the places disagree.

        >>> FigureUnits().join(UnitSources(column=UnitText("EUR"), header=UnitText("", 3)))
        UnitText(unit='EUR', power=3)
        >>> FigureUnits().join(UnitSources(column=UnitText("EUR", 6), header=UnitText("", 3))) is None
        True
        """
        power = UnitText("", sources.power) if sources.power else None
        column = sources.column if sources.column is not None and sources.column.unit else None
        said = [one for one in (sources.title, sources.dimension, sources.header) if one is not None]
        if sources.above is not None and not any(one.unit for one in (*said, *filter(None, (sources.cell,)))):
            is_share = column is not None and not sources.above.unit and column.unit.startswith(_SHARES)
            said += [] if is_share else [sources.above]
        elif sources.above is not None and not sources.above.unit and _takes_scale(said, sources.cell):
            said.append(sources.above)  # thousands above *Steel (tonnes)*
        if self.given is not None and self.given.unit and column is None:
            said = [one for one in said if one.unit in ("", self.given.unit) and not self.given.power]
        if column is not None:  # a column of units counts more than words about all its rows
            said = [reduced for one in said if (reduced := _reduce(one, column))]
        own = [sources.cell, sources.column, power, self.given if column is None else None]
        parts = [one for one in (*own, *said) if one is not None]
        return combine_units(*parts) if parts else UnitText("")


def _takes_scale(said: Sequence[UnitText], cell: UnitText | None) -> bool:
    """Return whether units without a scale of their own take one from above: no shares and no rates do."""
    found = [*said, *filter(None, (cell,))]
    return not any(one.power or one.unit.startswith(_SHARES) or " per " in f" {one.unit}" for one in found)


def _reduce(said: UnitText, column: UnitText) -> UnitText | None:
    """What a title still says next to a column of units: its scale, or another money, which contradicts the column."""
    if said.unit == column.unit or not said.unit or said.power:
        return UnitText("", said.power) if _get_money(said.unit) == _get_money(column.unit) != "" else said
    return said if "" != _get_money(said.unit) != _get_money(column.unit) != "" else None


def _get_money(unit: str) -> str:
    code = unit[:3]
    return code if code.isalpha() and code.isupper() and (len(unit) == 3 or unit[3] == " ") and code != "LCU" else ""


def read_given_unit(text: str) -> UnitText:
    """Read the unit that the user gives for all values.

    Raises:
        UnknownUnitError: It isn't a unit.
    """
    found = read_unit_text(text)
    if found is None:
        parsed = parse_unit(text)
        return UnitText(parsed.plain.text, parsed.multiplier)
    return found


def read_title(title: str, units: Mapping[str, str], *, above: UnitText | None = None) -> TitleUnit:
    """Read the unit of a title; units that the user's mapping spells otherwise come first.

    Money that only follows a name may be what a rate was calculated from.

    Args:
        title: The name of an indicator or of a column.
        units: Units in the file, with the spelling to use.
        above: The unit in the lines above the header.

    >>> read_title("Debt (Mrd. Kčs)", {"Mrd. Kčs": "billion CSK"}).found
    UnitText(unit='CSK', power=9)
    >>> read_title("M:N:TH", {}).found, read_title("GDP_MN", {}).found  # Thailand, and millions
    (None, UnitText(unit='', power=6))
    >>> read_title("GDP growth, constant 2010 USD", {}).unclear, read_title("GDP, USD", {}, above=UnitText("%")).unclear
    ('GDP growth, constant 2010 USD', 'GDP, USD')
    """
    for match in _IN_BRACKETS.finditer(title):
        if match[1].strip() in units:
            name = f"{title[: match.start()].rstrip()} {title[match.end() :].lstrip()}".strip()
            return TitleUnit(name, read_unit_text(units[match[1].strip()]))
    if _CODE.fullmatch(title.strip()):
        return TitleUnit(title)
    title = drop_exceptions(title)
    if (code := _find_code_at_end(title) or _find_code_behind_comma(title)) and code not in units:
        return TitleUnit(title, None, code)
    whole = None if may_be_per_person(title) else read_unit_text(units.get(title, title))
    if whole is not None and (
        title in units
        or whole.power
        or " per " in whole.unit
        or whole.unit.startswith("%")
        or _INDEX.fullmatch(whole.unit)
    ):
        return TitleUnit(title, whole)
    is_doubtful = _is_denied(title) or (_may_be_percent_or_person(title) and not may_be_per_person(title))
    code = code or (title if is_doubtful else "")
    found = TitleUnit(title, None, code) if code else read_title_unit(title)
    if found.unclear in units:
        name = title.removesuffix(found.unclear).rstrip(" ,;:-–")
        return TitleUnit(name, read_unit_text(units[found.unclear]))
    last = re.split(NO_GROUP_COMMA, title)[-1].strip()
    if found.found is None and not found.unclear and above is not None and last.casefold() in _OWN_COUNTS:
        found = TitleUnit(title, UnitText(last.casefold()))  # Population, persons; but Loans, households
    return TitleUnit(title, None, title) if _is_money_behind_rate(title, found.found, above) else found


@lru_cache(maxsize=4096)
def _is_denied(title: str) -> bool:
    """Return whether a text says what a unit is not, or has a scale beside a rate, to which it may belong or not.

    >>> [_is_denied(title) for title in ("Births, not in thousands", "Rates per 1,000, in thousands", "In thousands")]
    [True, True, False]
    """
    words = read_unit_words()
    leads, per = ("|".join(map(re.escape, words[role])) for role in ("lead", "per"))
    not_in = rf"(?:{_NOT[detect_language(title)].pattern}) (?:{leads})\b"
    if re.search(not_in, title, re.IGNORECASE):
        return True
    rate = re.search(rf"(?:{per})\s+1[ ,.0]*00\b", title, re.IGNORECASE)
    return rate is not None and bool(find_scale_word(title[: rate.start()]) or find_scale_word(title[rate.end() :]))


def _may_be_percent_or_person(title: str) -> bool:
    """Return whether the *pc* at the end of a title may be a percentage or for each person.

    >>> [_may_be_percent_or_person(title) for title in ("GNI, pc", "Income (pc)", "Growth, pc")]
    [True, True, False]
    """
    before, mark, _ = re.sub(r"\W+$", "", title).rpartition("pc")
    if not mark or not re.search(r"[^\W\d_].*[,(\[;:] ?$", before):
        return False
    shares = "|".join(map(re.escape, chain.from_iterable(read_unit_words()[role] for role in ("growth", "share"))))
    is_growth = re.search(rf"\b(?:{shares})\b", before, re.IGNORECASE) is not None
    return not is_growth and not _RATE_NAME[detect_language(before)].search(before)


def _find_code_at_end(title: str) -> str:
    """Return two capitals that end a heading without money and may be a scale or a code of an area; or nothing.

    >>> [_find_code_at_end(title) for title in ("Births MN", "RATE_TN", "GDP_MN", "Sales USD BN", "Births CA")]
    ['MN', 'TN', '', '', '']
    """
    match = _CODE_AT_END.fullmatch(title)
    if match is None or match["code"].casefold() not in get_scales():
        return ""
    found = read_unit_text(f"{match['code'].casefold()} {match['stem'].split('_')[-1].split()[-1]}")
    is_money = found is not None and _get_money(found.unit) != ""
    is_name = match["stem"].isupper() and match["code"] in ("MN", "BN")  # all capitals, and hardly anything else
    return "" if is_money or is_name else match["code"]


def _find_code_behind_comma(title: str) -> str:
    """Return two capitals behind a comma that may be a scale, a share or a part of a country, or a pair of currencies.

    >>> [_find_code_behind_comma(title) for title in ("Dover, TN (County)", "York, PA", "GDP, TN (USD)", "EUR/USD")]
    ['TN', 'PA', '', 'EUR/USD']
    """
    if (pair := _PAIR.fullmatch(title)) and set(pair.groups()) <= set(get_currency_codes()):
        return title  # how many of one for the other: banks and units say it in opposite orders
    match = _CODE_BEHIND_COMMA.fullmatch(title)
    found = read_unit_text(match["code"]) if match else None
    if match is None or found is None or match["stem"].isupper():
        return ""
    may_be_place = bool(found.power and not found.unit) or found.unit.startswith("%")
    has_unit = bool(match["note"]) and read_unit_text(match["note"]) is not None
    return match["code"] if may_be_place and not has_unit else ""


def _is_money_behind_rate(title: str, found: UnitText | None, above: UnitText | None) -> bool:
    growth = rf"\b(?:{'|'.join(read_unit_words()['growth'])})\b"
    is_rate = re.search(growth, title, re.IGNORECASE) is not None or (
        above is not None and above.unit.startswith(_SHARES)
    )
    is_bare = found is not None and not found.power and _get_money(found.unit) != ""
    return is_rate and is_bare and not _IN_BRACKETS.search(title)


class UnitMention(NamedTuple):
    """A unit that a text mentions.

    Attributes:
        unit: The unit; only a scale where no more can be read, and without either where it is no unit that is known.
        is_label: Whether the text says little else, as a heading does.
    """

    unit: UnitText
    is_label: bool


def read_mention(text: str) -> UnitMention | None:
    """Read the scale, money, percentage or base of an index that a text mentions; ``None`` if it has none.

    >>> read_mention("Loans (EUR mn)"), read_mention("We asked thousands of firms.").is_label
    (UnitMention(unit=UnitText(unit='EUR', power=6), is_label=True), False)
    >>> read_mention("Loans of banks"), read_mention("15-24")
    (None, None)
    """
    if _CODE.fullmatch(text):
        return None
    title = read_title(_strip_label(text), {})
    is_short = len(text) <= _LONGEST_LABEL and not re.search(r"[.;] ", text)
    if title.found is not None and (title.found.is_telling or title.found.unit.startswith("index, ")):
        return UnitMention(title.found, is_short)
    lead = "|".join(read_unit_words()["lead"])
    if power := find_scale_word(text):
        declares = re.match(rf"\W*(?:{lead})\b", text, re.IGNORECASE) or _DECLARES.search(text)
        return UnitMention(
            UnitText("", power), is_short and bool(declares or (title.unclear and not text.endswith(".")))
        )
    if any(word in read_unit_words()["percent"] for word in text.casefold().split()):
        return UnitMention(UnitText("%"), is_label=False)
    return UnitMention(UnitText(""), is_label=False) if re.search("[€£$¥₽₹]", title.unclear) else None


def read_dimension_unit(text: str, above: UnitText | None = None) -> UnitText | None:
    """Read the unit that a value of a dimension gives, if it gives money, a scale or a percentage.

    A unit is the whole text, or in brackets, or after a comma: classes of size have amounts of money as well. If the
    lines above the header have a unit, another one in brackets is that of an item it does not hold for.

    >>> read_dimension_unit("Exports (EUR mn)"), read_dimension_unit("MLN_USD"), read_dimension_unit("Change, %")
    (UnitText(unit='EUR', power=6), UnitText(unit='USD', power=6), UnitText(unit='%', power=0))
    >>> [read_dimension_unit(text) for text in ("Less than 2 million EUR", "15 to 24 (years)", "1000", "Gold")]
    [None, None, None, None]
    """
    parts = (
        "" if _CODE.fullmatch(text.strip()) else text,
        *(part for part in _IN_BRACKETS.findall(text) if not is_note_mark(part, text)),
        *re.split(NO_GROUP_COMMA, text)[1:][-1:],
        *text.split(": ", 1)[1:],
    )  # Currency: U.S. dollars
    found = [read_unit_text(part.strip()) for part in parts if part.strip()]
    if above is not None and above.unit and text.endswith((")", "]")) and not any(map(str.isdigit, text)):
        return next((one for one in found if one and (one.power or one.unit)), None)
    told = next((one for one in found if one and one.is_telling and one.unit not in _METALS), None)
    return None if _is_money_behind_rate(text, told, above) else told


def read_lines_above(lines: Sequence[str], units: Mapping[str, str]) -> TitleUnit:
    """Read the unit in the lines above a header, if all lines that have one agree.

    >>> read_lines_above(["Table 1. Exports", "(in millions of euros)"], {}).found
    UnitText(unit='EUR', power=6)
    >>> read_lines_above(["Unit, EUR", "Unit multiplier, 6"], {}).found
    UnitText(unit='EUR', power=6)
    """
    found: list[UnitText] = []
    for text in (drop_exceptions(line) for line in lines if len(line) <= _LONGEST_LINE):  # else it is prose
        if power := _read_labelled_power(text):
            found.append(UnitText("", power))
            continue
        line = re.sub(r"(?<=%)\d\)?$", "", _strip_label(text))  # the mark of a note
        unit = read_unit_text(units.get(line, line))
        title = TitleUnit("", unit) if unit and (unit.unit or unit.power) else read_title(line, units)
        first = read_unit_text(re.split(r"(?<=\w\w)\. ", line)[0]) if title.unclear else None
        if first is not None and first.is_telling:  # Billions of dollars. Annual averages.
            title = TitleUnit("", first)
        if title.unclear:
            return title
        found += [title.found] if title.found else []
    joined = combine_units(*found) if found else None
    return TitleUnit("", joined, "" if joined or not found else "; ".join(lines))


def read_lines_below(lines: Sequence[str], units: Mapping[str, str]) -> TitleUnit:
    """Read the unit in the remarks below a table: one with a label, or a line that is only a scale and a unit.

    >>> read_lines_below(["Source: an office", "Measure: US dollars in millions", "1 million households"], {}).found
    UnitText(unit='USD', power=6)
    """
    found = []
    for line in lines:
        label, mark, rest = line.partition(":")
        is_labelled = any(rank_name(role, label) is not None for role in ("unit", "unit by content"))
        whole = read_unit_text(line.strip("()[]. "))
        if mark and rest.strip() and is_labelled:
            found.append(rest.strip())
        elif whole is not None and whole.power and not any(map(str.isdigit, line)):
            found.append(line.strip("()[]. "))
    return read_lines_above(found, units) if found else TitleUnit("")


def _read_labelled_power(line: str) -> int:
    """Read the power of ten that a line gives as a number: *Unit multiplier: 6*; 0 if it gives none."""
    label, _, rest = re.sub("[:,]", ":", line, count=1).partition(":")
    is_number = rank_name("multiplier", label) is not None and rest.strip(" 0123456789,") == ""
    return (is_number and read_power(rest.strip())) or 0


def _strip_label(line: str) -> str:
    """Return the unit in a line that begins with a word for it; or the whole line.

    >>> [_strip_label(line) for line in ("Unit: persons, thousands", "Unit: EUR, adjusted", "Unit, EUR mn")]
    ['persons, thousands', 'EUR', 'EUR mn']
    """
    label, _, rest = re.sub("[:,]", ":", line, count=1).partition(":")
    if rank_name("unit", label) is None or not rest.strip():
        return line
    whole = rest.split(";")[0].strip()
    first, *more = re.split(NO_GROUP_COMMA, whole)
    further = [unit for part in more if (unit := read_unit_text(part.strip()))]
    is_told = any(unit.power or not read_unit_text(first.strip()) for unit in further)
    return whole if is_told or read_unit_text(whole) else first.strip()
