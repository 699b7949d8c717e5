"""Figures that are said to be of a year earlier: *306 billion a year earlier*, «годом ранее — 306 млрд», 上年为306亿.

Such words count from the time that the text was speaking of, not from the day it was printed.

>>> from indicators.claims.reading.grammar import find_figures
>>> from indicators.claims.reading.periods_of_text import find_periods
>>> from indicators.language.marking import tag_sentence
>>> def years(text, language="en"):
...     marked = tag_sentence(text, language)
...     periods = find_periods(marked, None)
...     times = [find_year_earlier(marked, figure, periods, None) for figure in find_figures(marked)[0]]
...     return [time and str(time.period) for time in times]
>>> years("In 2024 sales were 24 billion dollars, against 20 billion dollars a year earlier.")
[None, '2023']
>>> years("В 2024 году 24 млрд рублей, годом ранее — 20 млрд рублей.", "ru")
[None, '2023']
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from indicators.claims.reading.periods_of_text import Mention
from indicators.claims.relations.change_words import A_YEAR_EARLIER
from indicators.errors import PeriodError
from indicators.language.marking import ParsedFigure, TaggedSentence
from indicators.model.periods import TimePeriod

__all__ = ["find_year_earlier"]

_REACH: Final = 60  # characters
_VERB: Final = (
    r"(?:,? (?:it|they|this|that) (?:was|were|had been)| (?:было?|была|были)|"
    r" (?:он|она|оно|они) (?:был[аои]?|составлял[аои]?)| (?:был[аои]?|составлял[аои]?))"
)
_BEHIND: Final = re.compile(rf"\s*{A_YEAR_EARLIER}\b", re.IGNORECASE)
_AHEAD: Final = re.compile(rf"(?:\b{A_YEAR_EARLIER}{_VERB}?\s*[:—–-]?|上年(?:同期)?(?:仅)?[为是]?)\s*$", re.IGNORECASE)
_THAN: Final = re.compile(r"(?:\b(?:than|from|on|with|чем|с|со|к)\s+|[比较較])$", re.IGNORECASE)


def find_year_earlier(
    marked: TaggedSentence, figure: ParsedFigure, times: Sequence[Mention], carried: Mention | None
) -> Mention | None:
    """The time of a figure that words right beside it say to be of a year earlier; ``None`` of any other.

    Args:
        marked: The sentence.
        figure: The figure.
        times: The times named in the sentence.
        carried: The time that the sentences before named.
    """
    if not _is_of_year_earlier(marked, figure):
        return None
    said = [time for time in times if not time.is_inferred]
    named = [time for time in said if time.last <= figure.first] or said[:1]
    base = named[-1] if named else carried
    if base is None:
        return None
    text = str(base.period)
    try:
        period = TimePeriod.parse(f"{int(text[:4]) - 1}{text[4:]}")
    except PeriodError:  # the 29th of February
        return None
    return Mention(figure.first, figure.last, period, is_inferred=True)


def _is_of_year_earlier(marked: TaggedSentence, figure: ParsedFigure) -> bool:
    start, end = marked.tokens[figure.first].start, marked.tokens[figure.last - 1].end
    if _BEHIND.match(marked.view, end, min(marked.tokens[-1].end, end + _REACH)):
        return True
    ahead = marked.view[max(marked.tokens[0].start, start - _REACH) : start]
    said = _AHEAD.search(ahead)
    return said is not None and _THAN.search(ahead[: said.start()]) is None
