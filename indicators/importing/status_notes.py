"""Statuses that notes and columns of words give: the mark of ``2024*`` explained below the table, *Actual*, *Forecast*.

A forecast must never be stored as an actual figure. So a line that speaks of forecasts which no figure is marked as is
asked about or named in the report.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Final

import pyarrow as pa
import pyarrow.compute as pc

from indicators.errors import UsageError
from indicators.importing import messages
from indicators.importing.column_contents import ColumnContents
from indicators.importing.decisions import Decision
from indicators.importing.mapping import ColumnMapping
from indicators.importing.status_cells import read_status, read_status_words
from indicators.language.unit_texts import read_unit_text
from indicators.model.formatting import join_names

_NOTE: Final = re.compile(
    r"[(\[]?(?P<mark>[*†‡§¹²³⁴-⁹]+|\d{1,2}(?=[).\]:/ ])|[a-z](?=\)? ?[=:–)-]))\)?[ .:=\]/–-]*(?P<text>[^\W\d].*)"
)
_MARK: Final = re.compile(
    r"(?<=\d)[ (\[]*(?P<mark>[*†‡§¹²³⁴-⁹]+|(?<=[ (\[])\d{1,2}(?=[)\]/])|(?<=20\d\d)\d(?=\))|[a-z](?=\)|$))[)\]/]*$"
)
_RAISED: Final = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_LETTERS: Final = {"F": "f", "E": "e", "P": "p", "B": "b"}
_FORECAST: Final = re.compile(
    r"\b(?:forecasts?|projections?|projected|prognosen?|prévisions?|proyecci(?:ón|ones)|previsioni?|previs(?:ão|ões)"
    r"|prognos(?:er)?)\b",
    re.IGNORECASE,
)
_DATED: Final = re.compile(
    r"\b(?:from|since|after|for|beginning|starting|ab|für|à partir de|pour|desde|para|dal)\b\D{0,20}(\d{4})\b"
    r"|\b(\d{4})(?: ?(?:and|to|[-–,]|und|et|y|e) ?\d{4})? (?:are|is|figures|data|values|onwards)\b",
    re.IGNORECASE,
)
_SOME: Final = re.compile(
    r"\b(?:later|latest|last|recent|future|outer|coming|subsequent|final|newest|remaining|some|shaded|gr[ea]y|coloured|"
    r"highlighted|italics?|bold|are|letzten?|spätere[nr]?|künftigen?|neuesten?|jüngsten?|kursive?n?|graue?n?|sind|"
    r"derniers?|dernières?|futur(?:e?s|os|as|i|e)|ultérieur(?:e?s)|récente?s|italique|sont|últim[oa]s|posteriores|"
    r"recientes|cursiva|son|ultimi|ultime|successiv[ie]|recenti|corsivo|sono|são|mais recentes|"
    r"latere|laatste|zijn|ostatni\w*|seneste|senaste|siste)\b",
    re.IGNORECASE,
)
_NONE: Final = re.compile(
    r"\b(?:no|not|without|excluding|kein\w*|nicht|ohne|sans|aucune?|pas|sin|ningun\w*|senza|sem|nie|geen|niet"
    r"|zonder)\b",
    re.IGNORECASE,
)
_MOST_SHOWN: Final = 3
_LONGEST: Final = 80
_FEWEST: Final = 2


def read_status_notes(remarks: Iterable[str]) -> dict[str, str]:
    """Return the status that each mark of a note stands for, as the letter of a flag; nothing if it gives none.

    >>> read_status_notes(["* Forecast", "[1] provisional data", "e = estimate", "a) Excluding fish", "m = million"])
    {'*': 'f', '1': 'p', '¹': 'p', 'e': 'e', 'a': ''}
    """
    found: dict[str, str] = {}
    for note in filter(None, (_NOTE.fullmatch(remark.strip()) for remark in remarks)):
        code, more = read_status(text := note["text"].strip(" ."))
        if not more or read_unit_text(text) is None:
            mark, flag = note["mark"], "" if more else _LETTERS.get(code, "")
            found |= {mark: flag, mark.translate(str.maketrans("0123456789", _RAISED)): flag}
    return found


def replace_marks(cells: pa.Array, notes: Mapping[str, str]) -> pa.Array:
    """Return numbers with the letters of statuses in place of the marks of the notes that give them.

    Raised digits are always such marks, but behind 10.

    >>> replace_marks(pa.array(["5.5¹", "12%² ³", "10³", "110³"]), {}).to_pylist()
    ['5.5', '12%', '10³', '110']
    >>> replace_marks(pa.array(["5.51)", "(5.51)", "5.53)"]), {"1": "p", "2": ""}).to_pylist()
    ['5.5 p', '(5.51)', '5.53)']
    >>> cells = pa.array(["5.5 (1)", "6.1*", "7 [2]", "8 3/", "6*)", "9 (4)", "12", "1 a)", "2 a"])
    >>> replace_marks(cells, {"1": "", "*": "f", "2": "p", "3": "", "a": "", "12": ""}).to_pylist()
    ['5.5 ', '6.1 f', '7 p', '8 ', '6 f', '9 (4)', '12', '1 ', '2 a']
    """
    for mark, flag in notes.items():
        bare = r"\s+%s[)/]" if mark.isdecimal() else r"%s\)?" if flag or not mark.isalpha() else r"%s\)"
        forms = "|".join(form % re.escape(mark) for form in (r"\s*\(%s\)", r"\s*\[%s\]", rf"\s*{bare}"))
        cells = pc.replace_substring_regex(cells, rf"([0-9%])(?:{forms})$", rf"\1 {flag}")
        if mark.isdecimal() and not any(_may_be_either(mark, other) for other in notes if other != mark):
            cells = pc.replace_substring_regex(cells, rf"^([^()]*[0-9%]){mark}\)$", rf"\1 {flag}")
    is_power = pc.match_substring_regex(cells, rf"(^|[^0-9.,])10[{_RAISED}]+$")
    return pc.if_else(is_power, cells, pc.replace_substring_regex(cells, rf"([0-9%])[{_RAISED}, ]*[{_RAISED}]$", r"\1"))


def _may_be_either(mark: str, other: str) -> bool:
    """Return whether the digits behind a number may be two marks: *11)* is the mark 11, or 1 behind a 1."""
    return other.endswith(mark) or mark.endswith(other)


def find_note_mark(text: str) -> str:
    """Return the mark of a note behind a period; or nothing.

    >>> [find_note_mark(text) for text in ("2024*", "2024 1)", "20241)", "2024¹)", "2024", "Q1")]
    ['*', '1', '1', '¹', '', '']
    """
    match = _MARK.search(text.strip())
    return match["mark"] if match else ""


def take_statuses(contents: ColumnContents, mapping: ColumnMapping) -> ColumnMapping:
    """Give the role of the status to a column of which all texts are statuses, one of them a forecast or several.

    It is a dimension as well if it tells rows apart: a forecast and an outcome of one year.

    >>> rows = [["Spain", "2023", "Actual", "2.5"], ["Spain", "2024", "Projection", "1.8"]]
    >>> contents = ColumnContents(["Country", "Year", "Type", "Value"], rows)
    >>> mapping = ColumnMapping(area_name="Country", period="Year", values={"Value": ""})
    >>> taken = take_statuses(contents, mapping)
    >>> taken.status, taken.dimensions
    ('Type', ())
    """
    free = {*contents.header} - {*mapping.value_columns, *mapping.ignore}
    may_be = free - (mapping.used - {*mapping.dimensions})
    for name in contents.header if not (mapping.status or mapping.value_statuses) else ():
        texts = contents.texts(name) if name in may_be else []
        read = [read_status(text) for text in texts if len(text) > _FEWEST]
        are_statuses = len(read) == len(texts) >= _FEWEST and not any(note for _, note in read)
        if are_statuses and (("F", "") in read or len(set(read)) > 1):
            others = free - {name}
            is_apart = contents.count(others) < contents.count(free) and name not in mapping.dimensions
            return replace(
                mapping, status=name, dimensions=(*mapping.dimensions, name) if is_apart else mapping.dimensions
            )
    return mapping


def decide_notes(notes: Mapping[str, str], marks: Iterable[str]) -> list[Decision]:
    """List the statuses that notes give to periods with these marks."""
    used = [mark for mark in dict.fromkeys(marks) if notes.get(mark)]
    return [Decision(messages.STATUS_WORD, notes[mark], messages.STATUS_IN_NOTE.format(mark=mark), messages.NOTE_OPTION)
            for mark in used]  # fmt: skip


def check_forecasts(texts: Iterable[str], periods: Iterable[str], file: str) -> list[Decision]:
    """Name the lines around a table that speak of forecasts, if no figure is marked as one.

    Args:
        texts: The lines above and below the table.
        periods: The periods of the table, as texts.
        file: Name of the file.

    Raises:
        UsageError: One says that figures are forecasts: from a period on, the latest, or those in italics.

    >>> [one.chosen for one in check_forecasts(["Spring forecast"], ["2024"], "a.csv")]
    ['mentioned, but not that of any figure']
    >>> check_forecasts(["Figures from 2024 are projections."], ["2023", "2024"], "a.csv")
    Traceback (most recent call last):
    ...
    indicators.errors.UsageError: a.csv: a line says that figures are forecasts, and none is marked as one. ...
    """
    told = [text.strip() for text in texts if _speaks_of_forecasts(text)]
    whole = " ".join(periods)
    last = max(re.findall(r"(?:19|20)\d\d", whole), default="2024")
    for text in told:
        match = _DATED.search(text)
        if match and (year := match[1] or match[2]) in whole:
            message = messages.FORECASTS_OVERLOOKED.format(file=file)
            raise UsageError(message, found=text[:_LONGEST], hint=messages.MARK_FORECASTS.format(year=year))
        if any(
            _SOME.search(one) and not _NONE.search(one)
            for one in re.split(r"[.;!?]\s", text)
            if _speaks_of_forecasts(one)
        ):
            message = messages.FORECASTS_OVERLOOKED.format(file=file)
            raise UsageError(message, found=text[:_LONGEST], hint=messages.MARK_FORECASTS.format(year=last))
    if not told:
        return []
    shown = join_names([f"“{text[:_LONGEST]}”" for text in told[:_MOST_SHOWN]])
    evidence = messages.UNIT_TEXTS.format(texts=shown)
    return [Decision(messages.STATUS_WORD, messages.NOT_APPLIED, evidence, messages.NOTE_OPTION)]


def _speaks_of_forecasts(text: str) -> bool:
    words = (word for word, status in read_status_words().items() if status == "F")
    return _FORECAST.search(text) is not None or (not text.isascii() and any(word in text.casefold() for word in words))
