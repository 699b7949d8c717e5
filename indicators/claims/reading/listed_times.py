"""Times that are listed as the figures are: ``3.1% and 3.2% in 2024 and 2025``, *respectively*, 2022年至2024年.

>>> from indicators.claims.reading.grammar import find_figures
>>> from indicators.language.dates import find_periods
>>> from indicators.language.languages import tag_sentence
>>> sentence = tag_sentence("Growth is seen at 3.1% and 3.2% in 2024 and 2025.")
>>> listed = find_parallel_lists(sentence, find_figures(sentence)[0], find_periods(sentence, None))
>>> [str(time.period) for time in listed if time is not None]
['2024', '2025']
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from indicators.language.marking import ParsedFigure, TaggedSentence
from indicators.language.relative_dates import Mention
from indicators.model.periods import TimePeriod


def is_only_joint(sentence: TaggedSentence, start: int, end: int) -> bool:
    """Whether there are only joints between two tokens: commas, *and*, *in*."""
    joints = sentence.words.joints | sentence.words.and_ | sentence.words.where_in | {",", "、"}
    return all(sentence.key(at) in joints for at in range(start, end))


def find_parallel_lists(
    sentence: TaggedSentence, figures: Sequence[ParsedFigure], times: Sequence[Mention]
) -> list[Mention | None]:
    """``3.1% and 3.2% in 2024 and 2025``: as many times as figures, each list with nothing but joints inside."""
    if len(figures) != len(times) or times[0].first < figures[-1].last:
        return []
    are_listed = all(is_only_joint(sentence, one.last, two.first) for one, two in pairwise(figures))
    are_alike = len({time.period.frequency for time in times}) == 1
    near = is_only_joint(sentence, figures[-1].last, times[0].first)
    listed = are_listed and are_alike and near
    return list(times) if listed and all(is_only_joint(sentence, a.last, b.first) for a, b in pairwise(times)) else []


def list_times(
    sentence: TaggedSentence, figures: Sequence[ParsedFigure], times: Sequence[Mention], before: Sequence[Mention]
) -> list[Mention | None]:
    """The times of figures in order: those listed last before them, else those of the sentence before."""
    ahead = [time for time in times if time.last <= figures[0].first][-len(figures) :] if figures else []
    if not all(is_only_joint(sentence, one.last, two.first) for one, two in pairwise(ahead)):
        ahead = []
    found = ahead or before
    if len(figures) < 2 or len(found) != len(figures):
        return [None] * len(figures)
    return list(found)


def list_years(sentence: TaggedSentence, times: Sequence[Mention], count: int) -> list[Mention]:
    """All years of a span of as many years as there are figures: ``2022年至2024年``."""
    if len(times) == 1 and count > 1:
        first, last = times[0].period.first.year, times[0].period.last.year
    elif len(times) == 2 and sentence.key(times[0].last) in sentence.words.range_to:
        first, last = times[0].period.year, times[1].period.year
    else:
        return []
    years = [TimePeriod.of_year(year) for year in range(first, last + 1)] if last - first + 1 == count else []
    return [replace(times[0], period=year) for year in years]


def list_over_years(
    sentence: TaggedSentence, figures: Sequence[ParsedFigure], times: Sequence[Mention]
) -> list[Mention | None]:
    """The years of all lists as long as the only span: ``2025至2027年净利润分别为1、2和3亿元，市盈率为9、8和7倍``."""
    own: list[Mention | None] = [None] * len(figures)
    first = 0
    while first < len(figures):
        last = first + 1
        while last < len(figures) and is_only_joint(sentence, figures[last - 1].last, figures[last].first):
            last += 1
        years = list_years(sentence, times, last - first)
        own[first:last] = years or own[first:last]
        first = last
    return own if any(own) else []
