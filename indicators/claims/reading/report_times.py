"""The time a sentence leaves to those behind it, and the time a text is about.

A sentence that names no time is about the time that the sentence before it in the paragraph was about; the first of a
paragraph is about the time that the text began with. A sentence with several times is about the latest that was over
when the text was published: *4.0% in December, up from 3.9% in November* is about December.

>>> from indicators.model.periods import TimePeriod
>>> times = ReportTimes(date(2025, 1, 15))
>>> named = [Mention(2, 3, TimePeriod.parse("2024-12")), Mention(7, 8, TimePeriod.parse("2024-11"))]
>>> times.add(named, ("", 1), ())
>>> str(times.carry(("", 1)).period), str(times.carry(("", 2)).period)
('2024-12', '2024-12')
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Final

from indicators.claims.claim import Claim
from indicators.claims.reading.comparisons import is_base_of_change, is_same_time
from indicators.language.lexicon import Role
from indicators.language.marking import TaggedSentence
from indicators.language.relative_dates import Mention
from indicators.language.tokens import Kind
from indicators.model.periods import Frequency, TimePeriod

_LONGEST_DATELINE: Final = 12  # tokens
_ACRONYM: Final = 3  # letters
_CLAUSE: Final = frozenset(",;:()")
_NEAR_SPEAKER: Final = 5  # tokens
_BESIDE_SPEAKER: Final = 2
_MOST_PLACES: Final = 5
_FAR_SPEAKER: Final = 9  # tokens
_DAYS_OF_NEWS: Final = 7
_BEHIND_DATELINE: Final = frozenset("-–—:().")


@dataclass(slots=True)
class ReportTimes:
    """The times that the sentences read so far leave for the next.

    Attributes:
        published: The day of publication, if known.
        topic: The time that the text began with.
        last: The time that the last sentence with one was about.
        last_of: The heading and paragraph of that sentence.
        last_part: The last of them that was a part of a year.
        ahead: The only time that the forecasts of the last sentence with one were of.
        actual: The times of the figures that are no forecasts; no forecast without a time is of them.
        before: The times that the sentence before named.
    """

    published: date | None
    topic: Mention | None = None
    last: Mention | None = None
    last_of: tuple[str, int] = ("", -1)
    last_part: Mention | None = None
    ahead: Mention | None = None
    actual: set[TimePeriod | None] = field(default_factory=set)
    before: tuple[Mention, ...] = ()

    def add(self, times: Sequence[Mention], paragraph: tuple[str, int], claims: Sequence[Claim]) -> None:
        """Add the times that a sentence names; those of forecasts alone are for the forecasts behind them.

        Args:
            times: The times.
            paragraph: The heading and paragraph of the sentence.
            claims: Its figures.
        """
        self.before = tuple(times)
        self.actual |= {claim.period for claim in claims if not claim.is_forecast}
        are_forecasts = all(claim.is_forecast for claim in claims)
        if self.last_of != paragraph:
            self.ahead = None
        times = [time for time in times if not time.is_weekday]
        main = self._find_main([time for time in times if time.period.first != self.published] or times)
        if main is None:
            return
        foreseen = {claim.period for claim in claims if claim.is_forecast} - self.actual
        ahead = {time.period: time for time in times if time.period in foreseen and not self._is_over(time)}
        if foreseen:
            self.ahead = next(iter(ahead.values())) if len(ahead) == 1 else None
        last = self.last if self.last_of == paragraph else None
        if last is not None and self._is_over(last) and are_forecasts and not self._is_over(main):
            return
        if last is not None and _is_compared_with(main.period, last.period):
            return
        self.last, self.last_of = main, paragraph
        if main.period.frequency is not Frequency.ANNUAL:
            self.last_part = main
        if self.topic is None and not self._is_ahead(main):
            self.topic = main

    def carry(self, paragraph: tuple[str, int], *, is_part: bool = False) -> Mention | None:
        """Return the time of a sentence that names none, marked as inferred.

        Args:
            paragraph: The heading and paragraph of the sentence.
            is_part: Whether it is of a part of a year, as a change from the month before is.
        """
        if is_part and self.last_part is not None:
            return replace(self.last_part, is_inferred=True)
        if self.last is not None and self.last_of == paragraph:
            return replace(self.last, is_inferred=True)
        return None if self.topic is None else replace(self.topic, is_inferred=True)

    def carry_forecast(self, carried: Mention | None) -> Mention | None:
        """Return the time of a forecast that names none: not one that was over, nor that of an actual figure."""
        if self.ahead is not None or carried is None or self.published is None:
            return self.ahead
        named = self.last or self.topic
        is_this_year = named is not None and named.is_inferred and named.period.frequency is Frequency.ANNUAL
        is_actual = carried.period in self.actual and not is_this_year  # "growth of 2% this year; inflation may be 3%"
        return None if self._is_over(carried) or is_actual else carried

    def _find_main(self, times: Sequence[Mention]) -> Mention | None:
        begun = [time for time in times if not self._is_ahead(time)]
        over = [time for time in begun if self._is_over(time) and time.period.frequency is not Frequency.ANNUAL]
        return max(over or begun or times, key=lambda time: (time.period.last, time.period.first), default=None)

    def _is_over(self, time: Mention) -> bool:
        return self.published is not None and time.period.last <= self.published

    def _is_ahead(self, time: Mention) -> bool:
        return self.published is not None and time.period.first > self.published


def _is_compared_with(earlier: TimePeriod, later: TimePeriod) -> bool:
    """Whether a time is what the one named before is compared with: the one right before it, or a year earlier.

    ``In January inflation was 4%. In December it was 5%``, ``the same quarter of 2021``
    """
    is_same_part = str(earlier)[4:] == str(later)[4:] != ""
    is_next = earlier.frequency is later.frequency and (later.first - earlier.last).days == 1
    return earlier < later and (is_same_part or is_next)


def find_year_after(
    sentence: TaggedSentence, named: Sequence[Mention], carried: Mention | None, published: date | None
) -> Mention | None:
    """Find the year of ``31 million, 5% more than in 2023``: the next, if that was the last to be over.

    Args:
        sentence: The sentence.
        named: The times that it only names as compared with.
        carried: The time that the sentences before named.
        published: The day of publication.
    """
    if published is None or len(named) != 1 or named[0].period.frequency is not Frequency.ANNUAL:
        return None
    if is_same_time(sentence, named[0]) or not is_base_of_change(sentence, named[0], published):
        return None
    year = named[0].period.last.year + 1
    if year != published.year - 1 or (carried is not None and carried.period.last.year == year):
        return None
    return replace(named[0], period=TimePeriod.of_year(year), is_inferred=True)


def find_end_of_places(sentence: TaggedSentence, places: Sequence[int]) -> int:
    """The token behind the places of a dateline with several: ``BERLIN/PARIS/ROME. Sales rose``; 0 without one.

    Args:
        sentence: The sentence.
        places: The tokens of the areas that it names.
    """
    words = [at for at in range(len(sentence)) if sentence.kind(at) is Kind.WORD]
    end = next((at for at in words if not sentence.tokens[at].text.isupper()), len(sentence))
    capitals, named = [at for at in words if at < end], [at for at in places if at < end]
    is_closed = end > 1 and sentence.key(end - 1) in _BEHIND_DATELINE | {","}
    are_several = len(named) > 1 or any(sentence.key(at) == "/" for at in range(end))
    return end if is_closed and are_several and len(capitals) <= _MOST_PLACES else 0


def is_dateline(sentence: TaggedSentence, mention: Mention, published: date | None, *, is_alone: bool = True) -> bool:
    """Whether a day is that of the report and not of its figures: ``LONDON, Feb 6 -``, ``said on 6 February``.

    Args:
        sentence: The sentence.
        mention: The day.
        published: The day of publication.
        is_alone: Whether the sentence names no other time.
    """
    if mention.period.frequency is not Frequency.DAILY:
        return False
    if mention.is_weekday:
        is_aside = sentence.key(mention.last) in _CLAUSE
        first, last = mention.first, mention.last + (_NEAR_SPEAKER if is_aside else _BESIDE_SPEAKER)
        while first and sentence.key(first - 1) not in _CLAUSE:
            first -= 1
        return any(sentence.at(at, Role.SAY, Role.ACCORDING) for at in range(first, last))
    if published is not None and 0 <= (published - mention.period.first).days <= _DAYS_OF_NEWS:
        first = max(0, mention.first - _FAR_SPEAKER)
        numbers = [at + 1 for at in range(first, mention.first) if sentence.kind(at) is Kind.NUMBER]
        near = range(max([first, *numbers]), mention.first)  # "said sales were 5 on 18 August"
        is_last = mention.last >= len(sentence) - 1 or mention.period.first == published
        if is_last and any(sentence.at(at, Role.SAY) or sentence.before(at + 1, Role.SAY) for at in near):
            return True
        if mention.period.first == published and sentence.at(mention.last, Role.SAY):
            return True
    if mention.first > _LONGEST_DATELINE:
        return False
    if sentence.has_han(mention.last):
        behind = sentence.text(mention.last, mention.last + 2)
        is_announced = not is_alone and sentence.vocabulary.pattern("announces").match(behind) is not None
        return is_announced or sentence.key(mention.last) in sentence.words.after_dateline
    names = [at for at in range(mention.first) if sentence.kind(at) is Kind.WORD]
    is_place = all(not sentence.tokens[at].text.islower() for at in names)
    if any(len(sentence.key(at)) > _ACRONYM for at in names) and all(
        sentence.tokens[at].text.isupper() for at in names
    ):
        return True  # "JAKARTA 1996-08-26 Exports rose"
    return is_place and (sentence.key(mention.last) in _BEHIND_DATELINE or mention.last == len(sentence))
