"""The last step of every service: what wasn't asked for is left out, and a forecast is never passed off as an actual.

Services don't always obey their own filters, and some publish forecasts without saying so.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, timedelta
from typing import Final

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from indicators.errors import DataError, PeriodError, ProviderError, UsageError, shorten
from indicators.importing.batches import clean_text
from indicators.importing.period_cells import read_period
from indicators.model.formatting import count_noun
from indicators.model.periods import Frequency, TimePeriod
from indicators.providers.services import messages
from indicators.providers.services.service import FetchedTable, FetchQuery

_LONG: Final = (Frequency.ANNUAL, Frequency.HALF_YEARLY, Frequency.QUARTERLY)
_ACTUAL: Final = ("", "A")
_DAMAGE: Final = (
    ValueError, LookupError, TypeError, AttributeError, ArithmeticError, RecursionError, csv.Error, pa.ArrowException,
)  # fmt: skip
_LONGEST_TITLE: Final = 300


def make_table(columns: Mapping[str, Sequence[str | None]]) -> pa.Table:
    """Make a table of texts; what is missing is empty.

    Raises:
        DataError: A cell is neither a text nor missing.

    >>> make_table({"REF_AREA": ["RUS", None]})["REF_AREA"].to_pylist()
    ['RUS', '']
    """
    return pa.table({name: _make_column(name, texts) for name, texts in columns.items()})


def _make_column(name: str, texts: Sequence[str | None]) -> pa.Array:
    try:
        return pc.fill_null(pa.array(texts, pa.string()), "")
    except pa.ArrowException:  # NaN, a truth value, a list: what JSON allows and no figure is
        found = next((cell for cell in texts if cell is not None and not isinstance(cell, str)), "")
        raise DataError(messages.NOT_A_CELL.format(column=name), found=shorten(str(found))) from None


def make_contradiction(provider: str, what: str) -> ProviderError:
    """Return the error for an answer that contradicts itself."""
    return ProviderError(messages.CONTRADICTS.format(provider=provider, what=what), hint=messages.FETCH_AGAIN)


def check_distinct(keys: pa.Table, provider: str) -> None:
    """Refuse pages whose rows have a key twice: the rows that should have been there are missing.

    Raises:
        ProviderError: Two are the same.

    >>> check_distinct(make_table({"TIME_PERIOD": ["2023", "2024", "2023"]}), "World Bank")
    Traceback (most recent call last):
    ...
    indicators.errors.ProviderError: The answer of World Bank contradicts itself: two pages have 2023. ...
    """
    counted = keys.group_by(keys.column_names).aggregate([([], "count_all")])
    repeated = counted.filter(pc.greater(counted["count_all"], 1))
    if repeated.num_rows:
        row = ", ".join(str(repeated[name][0]) for name in keys.column_names if str(repeated[name][0]))
        raise make_contradiction(provider, messages.ROW_AGAIN.format(row=row))


def spell_codes(column: pa.ChunkedArray, spellings: Mapping[str, str]) -> pa.ChunkedArray | pa.Array:
    """Spell the codes of a column otherwise; a code without another spelling stays.

    >>> spell_codes(pa.chunked_array([["XM", "CH"]]), {"XM": "EMU"}).to_pylist()
    ['EMU', 'CH']
    """
    if not spellings:
        return column
    encoded = column.combine_chunks().dictionary_encode()
    spelled = pa.array([spellings.get(text, text) for text in encoded.dictionary.to_pylist()], pa.string())
    return spelled.take(encoded.indices)


def join_texts(columns: Sequence[pa.ChunkedArray | pa.Array], length: int) -> pa.ChunkedArray | pa.Array:
    """Join the texts of each row that are not empty.

    >>> join_texts([pa.array(["a ", ""]), pa.array(["b", "b"])], 2).to_pylist(), join_texts([], 2).to_pylist()
    (['a; b', 'b'], ['', ''])
    """
    joined = pa.chunked_array([pa.array([""] * length)])
    for column in columns:
        text = pc.utf8_trim_whitespace(column)
        both = pc.and_(pc.not_equal(joined, ""), pc.not_equal(text, ""))
        joined = pc.binary_join_element_wise(joined, pc.if_else(both, "; ", ""), text, "")
    return joined


@contextmanager
def explain_form(provider: str) -> Iterator[None]:
    """Turn whatever an answer of unexpected form raises into an error with the name of the service.

    Raises:
        ProviderError: The answer is damaged, or has another form.

    >>> with explain_form("World Bank"):
    ...     {}["total"]
    Traceback (most recent call last):
    ...
    indicators.errors.ProviderError: The answer of World Bank can't be read to its end. Found: KeyError 'total'. ...
    """
    try:
        yield
    except DataError as error:
        message = messages.DAMAGED_BY.format(provider=provider, fault=error.message)
        raise ProviderError(message, found=error.found, hint=messages.FETCH_AGAIN) from error
    except _DAMAGE as error:
        found = f"{type(error).__name__} {str(error).partition(chr(10))[0]}"
        message = messages.DAMAGED.format(provider=provider)
        raise ProviderError(message, found=found, hint=messages.FETCH_AGAIN) from error


def check_fetched(
    fetched: FetchedTable,
    query: FetchQuery,
    provider: str,
    *,
    areas: Sequence[str] = (),
    marks_forecasts: bool = False,
) -> FetchedTable:
    """Keep what was asked for, and mark forecasts.

    Args:
        fetched: What a service made of its answers.
        query: What was asked for.
        provider: Who was asked.
        areas: The codes of the areas asked for, as the service writes them; empty for all.
        marks_forecasts: Whether the service marks forecasts itself: then a figure for a year that isn't over, such as
            the population on its first day, is what the service says it is.

    Raises:
        UsageError: The figures are not of countries or groups.
        ProviderError: Nothing of what was asked for came.
    """
    fetched = _tidy(fetched, query)
    table, remarks = fetched.table, list(fetched.remarks)
    if "REF_AREA" not in table.column_names:
        raise UsageError(messages.NO_AREAS.format(provider=provider, series=query.series))
    encoded = table["TIME_PERIOD"].combine_chunks().dictionary_encode()
    periods = [_read(text) for text in encoded.dictionary.to_pylist()]
    places = encoded.indices.to_numpy(zero_copy_only=False)
    has_value = pc.not_equal(table["OBS_VALUE"], "").to_numpy(zero_copy_only=False)
    wanted = np.array([_is_wanted(one, query) for one in periods], bool)[places]
    if areas:
        wanted &= pc.is_in(table["REF_AREA"], pa.array(areas)).to_numpy(zero_copy_only=False)
    if not (wanted & has_value).any():
        message = messages.NO_FIGURES.format(provider=provider, series=query.series)
        raise ProviderError(message, hint=messages.WIDEN)
    if outside := int((~wanted).sum()):
        count = count_noun(outside, "figure", "figures")
        remarks.append(messages.OUTSIDE.format(provider=provider, count=count))
    published = date.fromisoformat(fetched.updated) if fetched.updated else query.day
    early = np.array([_is_early(one, published, has_begun=marks_forecasts) for one in periods], bool)[places]
    statuses = table["OBS_STATUS"] if "OBS_STATUS" in table.column_names else pa.array([""] * table.num_rows)
    early &= pc.is_in(statuses, pa.array(_ACTUAL)).to_numpy(zero_copy_only=False) & has_value
    if early.any():
        table = _mark(table, early, statuses)
    table = table.filter(pa.array(wanted))
    if marked := int((early & wanted).sum()):
        count = count_noun(marked, "figure", "figures")
        remarks.append(messages.FORECASTS_MARKED.format(count=count))
    return replace(fetched, table=table, remarks=tuple(remarks))


def _tidy(fetched: FetchedTable, query: FetchQuery) -> FetchedTable:
    """Return a table whose title can be shown and whose day of update is one: a service may write anything there."""
    title = shorten(clean_text(fetched.title), most=_LONGEST_TITLE) or query.series
    try:
        updated = date.fromisoformat(fetched.updated) if fetched.updated else None
    except ValueError:
        updated = None
    is_past = updated is not None and updated <= query.day + timedelta(days=1)
    return replace(fetched, title=title, updated=updated.isoformat() if updated is not None and is_past else "")


def _read(text: str) -> TimePeriod | None:
    try:
        return TimePeriod.parse(text)
    except PeriodError:
        return read_period(text)


def _is_wanted(period: TimePeriod | None, query: FetchQuery) -> bool:
    """Whether a period is among those asked for; one that can't be read is, so that it is refused by name later."""
    if period is None:
        return True
    is_after = not query.start or period.last >= TimePeriod.parse(query.start).first
    return is_after and (not query.end or period.first <= TimePeriod.parse(query.end).last)


def _is_early(period: TimePeriod | None, published: date, *, has_begun: bool) -> bool:
    """Whether a figure for a period can't be an actual on a day: a year that isn't over, a month that hasn't begun.

    With ``has_begun``, it is enough that a year has begun. A period that can't be read is refused later.
    """
    if period is None:
        return False
    return (period.last if period.frequency in _LONG and not has_begun else period.first) > published


def _mark(table: pa.Table, early: npt.NDArray[np.bool_], statuses: pa.ChunkedArray | pa.Array) -> pa.Table:
    mask = pa.array(early)
    columns = {name: table[name] for name in table.column_names}
    columns["OBS_STATUS"] = pc.if_else(mask, "F", statuses)
    columns["INFERRED"] = pc.if_else(mask, "OBS_STATUS", "")
    notes = columns.get("NOTE", pa.array([""] * table.num_rows))
    columns["NOTE"] = pc.if_else(mask, messages.NOT_OVER, notes)
    return pa.table(columns)
