"""Times that a sentence only compares with.

The 2023 of *1.9% more than in 2023* is not the year of the figure; *306 billion a year earlier* is of the year before
the one the text speaks of.

>>> from indicators.claims.reading.grammar import find_figures
>>> from indicators.language.dates import find_periods
>>> from indicators.language.languages import tag_sentence
>>> def compared(text, language="en"):
...     sentence = tag_sentence(text, language)
...     return [str(time.period) for time in find_periods(sentence, None) if is_compared_with(sentence, time, None)]
>>> compared("In 2024 it was 1.9% more than in 2023"), compared("против 20 трлн рублей в 2023 году", "ru")
(['2023'], [])
>>> compared("на 1,9% больше, чем в 2023 году", "ru"), compared("比2023年增长1.9%", "zh")
(['2023'], ['2023'])
>>> def years(text, language="en"):
...     sentence = tag_sentence(text, language)
...     periods = find_periods(sentence, None)
...     times = [resolve_year_earlier(sentence, figure, periods, None) for figure in find_figures(sentence)[0]]
...     return [time and str(time.period) for time in times]
>>> years("In 2024 sales were 24 billion dollars, against 20 billion dollars a year earlier.")
[None, '2023']
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from typing import Final

from indicators.claims.reading.exclusions import is_base_of_index
from indicators.errors import PeriodError
from indicators.language.languages import Vocabulary
from indicators.language.lexicon import Role
from indicators.language.marking import ParsedFigure, TaggedSentence
from indicators.language.relative_dates import Mention
from indicators.language.tokens import Kind
from indicators.language.years import is_year
from indicators.model.periods import Frequency, TimePeriod

_BACK: Final = 7
_BACK_TO_NOUN: Final = 8
_AHEAD: Final = 3  # tokens to the noun of a change
_SIGNS: Final = frozenset("+-–−")
_REACH: Final = 60  # characters
_REACH_UNSPACED: Final = 8


def is_compared_with(sentence: TaggedSentence, mention: Mention, published: date | None) -> bool:
    """Whether a time is only what something is compared with, and not that of a figure beside it.

    Args:
        sentence: The sentence.
        mention: The time.
        published: The day of publication; *by 2030* is not *on 2030*.
    """
    possessive = sentence.words.possessive
    whose = (
        sentence.key(mention.last) == "'"
        or sentence.key(mention.last) in possessive
        or sentence.key(mention.last - 1) in possessive
    )
    is_span = "/" in str(mention.period)  # «с 2015 по 2020 год» goes back to no record
    if not whose and not is_span and _is_of_record(sentence, mention, published):
        return True
    reached = sentence.key(mention.first - 1) in sentence.words.to_level | sentence.words.verb_of_level
    is_moved = sentence.before(mention.first, Role.FALL) is not None  # 降至2024年的5.8%
    if (
        reached
        and not is_moved
        and sentence.key(mention.last) in possessive
        and _is_percent(sentence, mention.last + 1)
    ):
        return True  # 恢复到2019年的78.6%
    behind = sentence.text(mention.last, mention.last + _REACH_UNSPACED)
    if sentence.vocabulary.pattern("multiple_of").match(behind) is not None:
        return True  # 是去年同期的1.6倍
    if _is_of_edition(sentence, mention) or _dates_another(sentence, mention) or _is_before_change(sentence, mention):
        return True
    return not whose and is_base_of_change(sentence, mention, published)


def is_base_of_change(sentence: TaggedSentence, mention: Mention, published: date | None) -> bool:
    """Whether something is compared with a time or changed from it: ``more than in 2023``, ``up 5% from 2023``."""
    return follows_comparison(sentence, mention) or _is_stepped_from(sentence, mention, published)


def is_same_time(sentence: TaggedSentence, mention: Mention) -> bool:
    """Whether *the same months of* is right before a time: ``13% above what it was in the same months of 2024``."""
    ahead = sentence.text(max(0, mention.first - _BACK), mention.first)
    return sentence.vocabulary.pattern("same_time_ahead").search(ahead) is not None


def _is_percent(sentence: TaggedSentence, index: int) -> bool:
    return sentence.at(index + 1, Role.PERCENT) is not None


def _is_before_change(sentence: TaggedSentence, mention: Mention) -> bool:
    """``as much as in the same period of 2023 (-0.1%)``: the change since then is in brackets."""
    at = mention.last + 1
    at += sentence.key(at) in _SIGNS
    if sentence.key(mention.last) not in ("(", "（") or sentence.kind(at) is not Kind.NUMBER:
        return False
    return _is_percent(sentence, at) and is_same_time(sentence, mention)


def _is_of_edition(sentence: TaggedSentence, mention: Mention) -> bool:
    """Whether a month is that in which a forecast was made: ``its January outlook``, ``6月预测``."""
    is_year = mention.period.frequency is Frequency.ANNUAL
    behind = sentence.text(mention.last, mention.last + 2)
    ahead = f"{sentence.text(0, mention.first)} "
    pattern = sentence.vocabulary.pattern
    return not is_year and bool(pattern("of_forecast").match(behind) or pattern("foreseen_in").search(ahead))


def _dates_another(sentence: TaggedSentence, mention: Mention) -> bool:
    """Whether it is the date of something else: ``founded in 1978``, ``bonds due Nov. 30, 1999``, ``1979 = 100``."""
    if is_base_of_index(sentence, mention.last):
        return True
    return sentence.vocabulary.pattern("dates_another").search(sentence.text(0, mention.first)) is not None


def _is_of_record(sentence: TaggedSentence, mention: Mention, published: date | None) -> bool:
    """Whether a record or a growth goes back to a time: ``the most since 1961``, ``1993年以来最低``."""
    behind = sentence.text(mention.last, mention.last + 4)
    if sentence.has_han(mention.last - 1):
        return sentence.vocabulary.pattern("since_behind").match(behind) is not None
    before = sentence.text(max(0, mention.first - 6), mention.first) + " "
    if sentence.vocabulary.pattern("since_ahead").search(before) is None:
        return False
    is_ahead = published is not None and mention.period.last > published
    return not is_ahead and sentence.vocabulary.pattern("record").search(sentence.text(0, len(sentence))) is not None


def follows_comparison(sentence: TaggedSentence, mention: Mention) -> bool:
    """Whether a word of comparison is right before a time, small words aside."""
    words, first = sentence.words, mention.first
    if sentence.has_han(first - 1):
        return _follows_unspaced_comparison(sentence, mention)
    if sentence.key(mention.last) in words.level_nouns:
        return True
    if sentence.vocabulary.pattern("that_of").search(f"{sentence.text(max(0, first - 4), first)} "):
        return True  # "above that of 2023"
    if sentence.vocabulary.pattern("as_in").search(f"{sentence.text(max(0, first - 4), first)} "):
        return True
    at = _before_small_words(sentence, first)
    is_before = sentence.at(first, Role.QUARTER_BEFORE, Role.MONTH_BEFORE) is not None
    if is_before and sentence.key(at - 1) in words.stepped_from | words.before_compared_year | words.compared_level:
        return True
    if sentence.before(at, Role.MORE, Role.LESS) and sentence.language_of(at - 1).is_inflected:
        return True  # «меньше рекордного 2023 года»
    if sentence.key(first - 1) in words.level_nouns or (
        sentence.key(first - 2) in words.level_nouns and at < first - 2
    ):
        return True
    ahead = range(at - 1, first)  # the preposition may be one of the small words: *par rapport au*
    with_what = any(
        sentence.key(n) in words.compared_preposition and sentence.key(n - 1) in words.comparison_nouns for n in ahead
    )
    likened = [sentence.key(at - back) in words.likened for back in (1, 2, 3)]
    surely = sentence.key(at - 1) in words.compared_surely and not _begins_clause(sentence, at - 1)
    return surely or with_what or (likened[0] and any(likened[1:]))


def _begins_clause(sentence: TaggedSentence, at: int) -> bool:
    """Whether a word for *than* is *that*: ``informó que en enero``, and not ``más que en enero``."""
    if sentence.key(at) not in sentence.words.that_or_than:
        return False
    ahead = sentence.text(max(0, at - _BACK_TO_NOUN), at)
    return sentence.vocabulary.pattern("comparative").search(ahead) is None


def _before_small_words(sentence: TaggedSentence, first: int) -> int:
    at = first
    while first - at < _BACK and sentence.key(at - 1) in sentence.words.before_compared_time:
        at -= 1
    return at


def _is_stepped_from(sentence: TaggedSentence, mention: Mention, published: date | None) -> bool:
    """``rose 5% from 2023``, «на 5% к 2023 году»: right behind the step, and over by the day of publication.

    It is also over by a later year that the sentence names: «в 2020 году 101,5% к 2019 году».
    """
    words = sentence.words
    at = _before_small_words(sentence, mention.first)
    at = next((n + 1 for n in range(at, mention.first) if sentence.key(n) in words.stepped_from), at)  # *zum ersten*
    if sentence.key(at - 1) not in words.stepped_from or mention.period.frequency is Frequency.DAILY:
        return False
    if str(mention.period).endswith("D"):
        return False  # "rose 0.2% from 3 to 10 March"
    is_ahead = (
        bool(sentence.within(0, len(sentence), Role.FORECAST))
        if published is None
        else mention.period.last >= published
    )
    is_ahead = is_ahead and not _names_later_year(sentence, mention)
    if is_ahead or sentence.key(mention.last) in words.until:
        return False
    step = (Role.PERCENT, Role.POINTS, Role.BPS, Role.TIMES, Role.MORE, Role.LESS)
    is_amount = sentence.before(at - 1, Role.THING, Role.SCALE) is not None
    if is_amount and sentence.within(max(0, at - _BACK), at, Role.RISE, Role.FALL):
        return True  # "down 100,000 barrels from March"
    if sentence.before(_before_time(sentence, at - 1), *step) is not None:
        return True
    if sentence.within(mention.last, mention.last + _AHEAD, Role.GROWTH, Role.DROP):
        return True  # "was zum ersten Halbjahr 2021 einem Rückgang von 20 Prozent entspricht"
    is_change = sentence.within(max(0, at - _BACK_TO_NOUN), at - 1, Role.GROWTH, Role.DROP)
    return bool(is_change) and _is_said_to_be(sentence, mention.last)  # «прирост к 2016 году составил 4%»


def _is_said_to_be(sentence: TaggedSentence, index: int) -> bool:
    """Whether a verb of being in the past is at a token, or behind the word *year*."""
    mark = sentence.at(index, Role.YEAR)
    return sentence.at(index if mark is None else mark.end, Role.PAST) is not None


def _names_later_year(sentence: TaggedSentence, mention: Mention) -> bool:
    """Whether a sentence names a year later than a time."""
    years = (sentence.tokens[at].text[:4] for at in range(len(sentence)) if is_year(sentence, at))
    return any(int(year) > mention.period.year for year in years)


def _before_time(sentence: TaggedSentence, index: int) -> int:
    """The token before a month or year: ``fell by 1.1% in July from June``."""
    at, words = index, sentence.words
    while sentence.at(at - 1, Role.MONTH, Role.QUARTER, Role.ORDINAL, Role.YEAR) or is_year(sentence, at - 1):
        at -= 1
    small = words.where_in | words.article
    while at < index and sentence.key(at - 1) in small:
        at -= 1
    return at


def _follows_unspaced_comparison(sentence: TaggedSentence, mention: Mention) -> bool:
    """``比2023年增长``, ``与2023年相比``; not ``占比2023年为``."""
    before, words = sentence.key(mention.first - 1), sentence.words
    if before in words.compared_unspaced:
        return sentence.key(mention.first - 2) not in words.not_before_compared
    behind = sentence.text(mention.last, mention.last + 4)
    return before in words.beside and sentence.vocabulary.pattern("compared_behind").match(behind) is not None


# ------------------------------------------------------------------------------------------------------ a year earlier


def resolve_year_earlier(
    sentence: TaggedSentence, figure: ParsedFigure, times: Sequence[Mention], carried: Mention | None,
    published: date | None = None,
) -> Mention | None:  # fmt: skip
    """Find the time of a figure that the words next to it place a year earlier; ``None`` for any other.

    Args:
        sentence: The sentence.
        figure: The figure.
        times: The times named in the sentence.
        carried: The time that the sentences before named.
        published: The day of publication, whose year the text speaks of if it names none.
    """
    said = _find_year_earlier(sentence, figure)
    if said is None:
        return None
    others = [time for time in times if not said[0] < sentence.tokens[time.last - 1].end <= said[1]]
    is_multiple_of_it = figure.has(Role.TIMES) and sentence.key(figure.first - 1) in sentence.words.possessive
    if is_multiple_of_it or _names_last_year(sentence, said[0], times, others):
        return None  # 是去年同期的1.6倍
    if any(said[0] < sentence.tokens[time.first].start < said[1] for time in others):
        return None  # another time is nearer
    stated = [time for time in others if not time.is_inferred] or others
    earlier = sentence.vocabulary.pattern("year_earlier")
    if any(time.is_inferred and earlier.search(sentence.text(time.first, time.last)) for time in stated):
        return None  # the words are a time of their own: *l'an dernier*
    named = [time for time in stated if time.last <= figure.first] or stated[:1]
    base = named[-1] if named else carried
    if base is None and published is None:
        return None
    text = str(base.period if base is not None else published.year if published else "")
    try:
        period = TimePeriod.parse(f"{int(text[:4]) - 1}{text[4:]}")
    except PeriodError:  # 29 February
        return None
    return Mention(figure.first, figure.last, period, is_inferred=True)


def _names_last_year(sentence: TaggedSentence, start: int, times: Sequence[Mention], others: Sequence[Mention]) -> bool:
    """Whether the words that place a figure are *last year*, counted from the publication: *l'an dernier*.

    They are a year earlier where the sentence is about last year already.
    """
    own = [
        time.period for time in times
        if time not in others and sentence.tokens[time.first].start <= start + 1
        and sentence.at(time.first, Role.RELATIVE) and not sentence.at(time.first, Role.YEAR_BEFORE)
    ]  # fmt: skip
    return sentence.language.is_spaced and bool(own) and all(time.period not in own for time in others)


def _find_year_earlier(sentence: TaggedSentence, figure: ParsedFigure) -> tuple[int, int] | None:
    """Where the words are that place a figure a year earlier, right behind it or ahead; ``None`` if there are none."""
    behind, ahead, than, begins = _year_earlier_patterns(sentence.vocabulary)
    start, end = sentence.tokens[figure.first].start, sentence.tokens[figure.last - 1].end
    if found := behind.match(sentence.view, end, min(sentence.tokens[-1].end, end + _REACH)):
        return found.span()
    from_ = max(sentence.tokens[0].start, start - _REACH)
    words = sentence.view[from_:start]
    if from_ == sentence.tokens[0].start and begins.fullmatch(words) is not None:
        return from_, start
    found = ahead.search(words)
    if found is None or than.search(words[: found.start()]) is not None:
        return None
    return from_ + found.start(), start


@lru_cache(maxsize=16)
def _year_earlier_patterns(vocabulary: Vocabulary) -> tuple[re.Pattern[str], ...]:
    """A year earlier behind a figure, ahead of it with its verb, what makes it compared, and first in a sentence."""
    names = ("year_earlier", "it_was", "year_earlier_ahead", "than_ahead", "again", "per_share")
    earlier, verb, ahead, than, again, share = (vocabulary.pattern(name).pattern for name in names)
    return (
        re.compile(
            rf"(?:,? (?:{again})[^,;.:]{{1,25}}?)?(?: (?:{share}))?\s*(?:,\s*(?=(?:{earlier})\s*(?:[.;]|$)))?"
            rf"(?:{earlier})\b",
            re.IGNORECASE,
        ),
        re.compile(rf"(?:\b(?:{earlier})(?:{verb})?\s*[:—–-]?|{ahead})\s*$", re.IGNORECASE),
        re.compile(rf"(?:{than})$", re.IGNORECASE),
        re.compile(rf"(?:{earlier})\b,?[^,;:]*", re.IGNORECASE),
    )
