"""Register the fields of a view: how each is called in Python, in the address and on the command line, and read.

A new field is one entry of `FIELDS` and an attribute of `indicators.view.View`. The names in the address are those of
Our World in Data where it has them, and FRED's for transformations.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, Final, Literal, get_args

from indicators.analysis.forecasts.scenarios import GrowthPath, parse_growth_path, write_growth_path
from indicators.analysis.real_terms import DEFLATORS
from indicators.analysis.request import PERSON, TOTAL
from indicators.analysis.transforms import AGGREGATIONS, LEVEL, TRANSFORMS, TransformName
from indicators.errors import IndicatorsError, UnknownNameError, ViewError, suggest_nearest
from indicators.exchange import Rule
from indicators.model.bands import BAND_LEVELS, NO_BANDS
from indicators.model.catalogue import Catalogue
from indicators.model.periods import Frequency, TimePeriod, TimeSpan
from indicators.model.story import MOST_NOTES, ChartNote, parse_note, read_chart_title, write_notes
from indicators.model.unit_names import SCALES
from indicators.model.units import parse_unit
from indicators.view import messages
from indicators.view.dimension_choice import read_parts, write_parts

Tab = Literal["chart", "map", "table", "sources"]
ChartType = Literal["line", "bar", "ranking", "area", "slope", "scatter", "multiples"]
Scale = Literal["linear", "log"]
Stacking = Literal["absolute", "relative"]
RankingEnds = Literal["largest", "smallest", "both"]
SmallAxes = Literal["", "same", "own"]
Overlay = Literal["", "sources", "download-data"]
FrequencyCode = Literal["", "A", "S", "Q", "M"]
RateName = Literal["average", "end", "stated", "ppp"]

MOST_REFERENCES: Final = 3
"""The most reference lines of one chart."""
MOST_TOLERANCE: Final = 999
"""The most years that a latest value may be older than the newest."""
MOST_HIGHLIGHTED: Final = 8
"""The most areas that can be highlighted in a chart, each in a colour of its own."""
_MOST_NAMES: Final = 300
_MOST_REASONS: Final = 3
_LONGEST_WINDOW: Final = 120
_MOST_PATHS: Final = 100
_LONGEST_NUMBER: Final = 30
_SAME_OR_OWN: Final = {"1": "same", "0": "own"}
_PERSONS: Final = (PERSON, "capita", "head", "population")
_LEVELS: Final = {"mean": "average", "average": "average", "median": "median"}
_NUMBER: Final = re.compile(
    r"(?P<number>[-+]?(?:\d{1,3}(?:[,\s]\d{3})+|\d+)(?:\.\d+)?)"
    r"\s*(?P<word>thousand|million|billion|trillion)?\s*%?",
    re.ASCII,
)


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a view.

    Attributes:
        attribute: Its name in Python.
        address: Its name in the address and in a file.
        option: Its option on the command line; empty for what only the screen shows.
        read: Reads it from a text, strictly; raises `UsageError` with what it expected.
        write: Writes it as a text.
        is_list: Whether the text is several names joined by ``~``; in an address, wrong ones are left out.
        most: The most names of such a list.
    """

    attribute: str
    address: str
    option: str
    read: Callable[[str, Catalogue], Any]
    write: Callable[[Any], str] = str
    is_list: bool = False
    most: int = _MOST_NAMES

    def read_leniently(self, text: str, catalogue: Catalogue) -> tuple[Any, list[str]]:
        """Return what can be read of a text, ``None`` for nothing, and why the rest can't."""
        values: list[Any] = []
        reasons: list[str] = []
        parts = split_names(text) if self.is_list else [text]
        for part in parts[:_MOST_NAMES]:
            try:
                values.append(self.read(part, catalogue))
            except IndicatorsError as error:
                reasons.append(str(error))
        hidden = len(reasons) - _MOST_REASONS + max(0, len(parts) - _MOST_NAMES)
        if hidden > 0:
            reasons = [*reasons[:_MOST_REASONS], messages.MORE_NAMES.format(count=hidden)]
        if not self.is_list:
            return (values[0] if values else None), reasons
        names = tuple(dict.fromkeys(name for some in values for name in some))
        if len(names) > self.most:
            reasons.append(messages.ONLY_FIRST.format(count=self.most))
        return names[: self.most] or None, reasons if parts else [messages.NO_NAME]


def join_values(values: Iterable[object]) -> str:
    """Join the values of a list field as one text."""
    return "~".join(str(value) for value in values)


def read_references(text: str, _: Catalogue | None = None) -> tuple[str, ...]:
    """Read the levels of reference lines: ``average``, ``median``, or numbers such as ``2`` or ``20 trillion``.

    Raises:
        ViewError: A level is not understood, or there are too many.

    >>> read_references("average~20 trillion~2.50%")
    ('average', '20000000000000', '2.5')
    """
    levels = tuple(dict.fromkeys(_read_level(name) for name in split_names(text)))
    if len(levels) > MOST_REFERENCES:
        raise ViewError(messages.TOO_MANY_REFERENCES, found=text, expected=f"at most {MOST_REFERENCES}")
    return levels


def split_names(text: str) -> list[str]:
    """Split the names of a list field."""
    return [part.strip() for part in text.split("~") if part.strip()]


def _read_indicators(text: str, catalogue: Catalogue) -> tuple[str, ...]:
    return tuple(dict.fromkeys(catalogue.find_indicator(name).id for name in split_names(text)))


def _read_areas(text: str, catalogue: Catalogue) -> tuple[str, ...]:
    """Codes of areas and groups as a whole, and of the members of ``BRICS``, ``EU:members`` or ``EU:2003``."""
    if not (names := split_names(text)):  # "~" is no way to say all
        raise ViewError(messages.EMPTY_LIST.format(what="countries"), found=text, hint=messages.LEAVE_OUT_FOR_ALL)
    return tuple(dict.fromkeys(code for name in names for code in catalogue.resolve_areas(name)))


def _read_day(text: str, _: Catalogue) -> date:
    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        raise ViewError(messages.NOT_A.format(what="date"), found=text, expected="2019-04-30") from None


def _read_year(text: str, _: Catalogue) -> int:
    if not re.fullmatch(r"(1[89]|20)\d\d", text.strip(), re.ASCII):
        raise ViewError(messages.NOT_A.format(what="year"), found=text, expected="2015")
    return int(text)


def _read_base(text: str, _: Catalogue) -> TimePeriod:
    period = TimePeriod.parse(text)
    if period.frequency == Frequency.OTHER:
        raise ViewError(messages.NOT_A.format(what="base period"), found=text, expected="2015, 2015-Q1 or 2015-01")
    return period


def _read_frequency(text: str, _: Catalogue) -> str:
    """A frequency in capitals; FRED writes lowercase letters, and ``sa`` for half-years."""
    code = text.strip().upper().replace("SA", Frequency.HALF_YEARLY)
    if code not in get_args(FrequencyCode)[1:]:
        expected = ", ".join(f"{name} ({Frequency(name).noun})" for name in get_args(FrequencyCode)[1:])
        raise ViewError(messages.NOT_A.format(what="frequency"), found=text, expected=expected)
    return code


def _read_divisor(text: str, catalogue: Catalogue) -> str:
    """``person``, ``total``, the code of an area or the id of an indicator."""
    name = text.strip()
    if name.casefold() in _PERSONS:
        return PERSON
    if name.casefold() == TOTAL:
        return TOTAL
    if area := catalogue.get_area(name):
        return area.code
    try:
        return catalogue.find_indicator(name).id
    except UnknownNameError as error:
        raise UnknownNameError("indicator, area, person or total", name, error.nearest) from None


def _read_window(text: str, _: Catalogue) -> int:
    if not re.fullmatch(r"\d{1,3}", text.strip(), re.ASCII) or not 2 <= int(text) <= _LONGEST_WINDOW:
        expected = f"a number of periods from 2 to {_LONGEST_WINDOW}"
        raise ViewError(messages.NOT_A.format(what="moving average"), found=text, expected=expected)
    return int(text)


def _read_tolerance(text: str, _: Catalogue) -> int:
    if not re.fullmatch(r"\d{1,3}", text.strip(), re.ASCII):
        expected = f"a number of years from 0 to {MOST_TOLERANCE}"
        raise ViewError(messages.NOT_A.format(what="tolerance"), found=text, expected=expected)
    return int(text)


def _read_bands(text: str, _: Catalogue) -> tuple[int, ...]:
    """The levels of bands in percent, the narrowest first: ``50~80``; ``0`` for none, also by default."""
    if text.strip() in ("0", "none"):
        return NO_BANDS
    valid = {str(level): level for level in BAND_LEVELS}
    names = [name.removesuffix("%") for name in re.split(r"[~,]", text) if name.strip()]
    for name in map(str.strip, names):
        if name not in valid:
            raise ViewError(messages.NOT_A.format(what="level of a band"), found=name, expected=" or ".join(valid))
    return tuple(sorted({valid[name.strip()] for name in names}))


def write_scenario(paths: Iterable[GrowthPath]) -> str:
    """Write the growth of a scenario as `read_scenario` reads it."""
    return join_values(map(write_growth_path, paths))


def read_scenario(text: str, catalogue: Catalogue) -> tuple[GrowthPath, ...]:
    """Read the growth of a scenario: ``2026:2.5~2027..2030:3``.

    Raises:
        UsageError: A part is not understood, names no country, or there are too many.
    """
    paths = tuple(dict.fromkeys(parse_growth_path(part) for part in re.split(r"[~,;\n]", text) if part.strip()))
    for path in paths:
        if path.area and path.area not in catalogue.areas.by_code:
            raise UnknownNameError("country", path.area, list(catalogue.areas.by_code))
    if len(paths) > _MOST_PATHS:
        raise ViewError(messages.NOT_A.format(what="scenario"), found=text, expected=f"at most {_MOST_PATHS} parts")
    return paths


def _read_transforms(text: str, _: Catalogue) -> tuple[TransformName, ...]:
    """The names of transformations; ``lin`` changes nothing and is left out."""
    for name in split_names(text):
        if name not in TRANSFORMS:
            message = messages.NOT_A.format(what="transformation")
            hint = suggest_nearest(name, TRANSFORMS)
            raise ViewError(message, found=name, expected=", ".join(TRANSFORMS), hint=hint)
    return tuple(dict.fromkeys(TRANSFORMS[name].name for name in split_names(text) if name != LEVEL))


def _read_level(name: str) -> str:
    word = name.casefold()
    if word in _LEVELS:
        return _LEVELS[word]
    found = _NUMBER.fullmatch(word.replace("\N{MINUS SIGN}", "-"))
    digits = re.sub(r"[,\s\u00a0\u202f]", "", found["number"]) if found else ""
    number = Decimal(digits) if digits and len(digits) <= _LONGEST_NUMBER else None
    if found is None or number is None or abs(number.adjusted()) > _LONGEST_NUMBER:
        expected = "average, median, or a number such as 2, 0.5 or 20 trillion"
        raise ViewError(messages.NOT_A.format(what="reference line"), found=name, expected=expected)
    powers = {scale: power for power, scale in SCALES.items() if scale}
    plain = format(number.scaleb(powers.get(found["word"] or "", 0)).normalize(), "f")
    return "0" if plain == "-0" else plain


def _read_locale(text: str, _: Catalogue) -> str:
    from babel import Locale, UnknownLocaleError

    try:
        return str(Locale.parse(text.strip().replace("_", "-"), sep="-")).replace("_", "-")
    except (ValueError, UnknownLocaleError):
        raise ViewError(messages.NOT_A.format(what="locale"), found=text, expected="en, de or pt-BR") from None


def _choose_from(valid: Iterable[str]) -> Callable[[str, Catalogue], Any]:
    """Make a reader of one of a few words."""
    words = tuple(valid)

    def read(text: str, _: Catalogue) -> str:
        if text not in words:
            raise ViewError(messages.NOT_A.format(what="choice"), found=text, expected=" or ".join(words))
        return text

    return read


def _read_truth(text: str, catalogue: Catalogue) -> bool:
    return bool(_choose_from(("true", "false"))(text.strip().lower(), catalogue) == "true")


def _read_lock(text: str, catalogue: Catalogue) -> bool:
    """``1``, as a link has it, or a word."""
    return _read_truth({"1": "true", "0": "false"}.get(text.strip(), text), catalogue)


def _read_axes(text: str, catalogue: Catalogue) -> SmallAxes:
    """``same`` or ``own``, or ``1`` or ``0`` as Our World in Data writes them."""
    axes: SmallAxes = _choose_from(_SAME_OR_OWN.values())(_SAME_OR_OWN.get(text.strip(), text.strip()), catalogue)
    return axes


def _read_notes(text: str, _: Catalogue) -> tuple[ChartNote, ...]:
    notes = tuple(dict.fromkeys(parse_note(part) for part in split_names(text)))
    if len(notes) > MOST_NOTES:
        raise ViewError(messages.TOO_MANY_NOTES, found=f"{len(notes)}", expected=f"at most {MOST_NOTES}")
    return notes


def _write_truth(value: bool) -> str:  # noqa: FBT001  the value of a field
    return str(value).lower()


FIELDS: Final = (
    Field("indicators", "indicators", "", _read_indicators, join_values, is_list=True),
    Field("areas", "country", "--country", _read_areas, join_values, is_list=True),
    Field("time", "time", "--time", lambda text, _: TimeSpan.parse(text)),
    Field("dimensions", "dimensions", "--dimension", lambda text, _: read_parts(text), write_parts),
    Field("as_of", "asOf", "--as-of", _read_day, date.isoformat),
    Field("vintage", "vintage", "--vintage", lambda text, _: TimePeriod.parse(text)),
    Field("every_vintage", "everyVintage", "--every-vintage", _read_truth, _write_truth),
    Field("tolerance", "tolerance", "--tolerance", _read_tolerance),
    Field("forecasts", "forecasts", "--no-forecasts", _read_truth, _write_truth),
    Field("bands", "bands", "--bands", _read_bands, join_values),
    Field("scenario", "scenario", "--scenario", read_scenario, write_scenario),
    Field("unit", "unit", "--unit", lambda text, _: parse_unit(text).text),
    Field("rate", "rate", "--rate", lambda text, _: Rule.parse(text).text),
    Field("prices", "prices", "--prices", _read_year),
    Field("deflator", "deflator", "--deflator", _choose_from(DEFLATORS)),
    Field("frequency", "frequency", "--frequency", _read_frequency),
    Field("aggregate", "aggregate", "--aggregate", _choose_from(AGGREGATIONS)),
    Field("per", "per", "--per", _read_divisor),
    Field("average", "average", "--average", _read_window),
    Field("transform", "transform", "--transform", _read_transforms, join_values, is_list=True),
    Field("base", "base", "--base", _read_base),
    Field("title", "title", "--title", lambda text, _: read_chart_title(text)),
    Field("notes", "note", "--note", _read_notes, write_notes, is_list=True, most=MOST_NOTES),
    Field("lock", "lock", "--lock", _read_lock, lambda value: "1" if value else "0"),
    Field("tab", "tab", "", _choose_from(get_args(Tab))),
    Field("chart", "chart", "", _choose_from(get_args(ChartType))),
    Field("scale", "yScale", "", _choose_from(get_args(Scale))),
    Field("stacking", "stackMode", "", _choose_from(get_args(Stacking))),
    Field("ends", "ends", "", _choose_from(get_args(RankingEnds))),
    Field("highlight", "focus", "", _read_areas, join_values, is_list=True, most=MOST_HIGHLIGHTED),
    Field("axes", "uniformYAxis", "", _read_axes, lambda axes: "1" if axes == "same" else "0"),
    Field("references", "reference", "", read_references, join_values, is_list=True, most=MOST_REFERENCES),
    Field("overlay", "overlay", "", _choose_from(get_args(Overlay)[1:])),
    Field("locale", "locale", "", _read_locale),
    Field("embed", "embed", "", _read_truth, _write_truth),
)
POSITIONAL: Final = FIELDS[:3]
SWITCHES: Final = {"--every-vintage": "true", "--no-forecasts": "false", "--lock": "true"}
"""The options without a value, and the text each gives its field."""
REPEATED: Final = {"dimensions": ";", "notes": "~"}
"""The fields whose option can be repeated, and what separates their parts in one text."""
