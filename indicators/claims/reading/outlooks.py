"""Whether a figure is a forecast, and whether it goes beyond the result that its sentence gives first.

>>> from indicators.claims.reading.grammar import find_figures
>>> from indicators.language.dates import find_periods
>>> from indicators.language.languages import tag_sentence
>>> sentence = tag_sentence("The firm earned 2 million euros in 2024 and expects to earn 3 million euros.")
>>> first, second = find_figures(sentence)[0]
>>> time = find_periods(sentence, None)[0]
>>> is_forecast(sentence, second, time, None, len(sentence)), goes_beyond(sentence, second, time, first.last)
(True, True)
"""

from __future__ import annotations

from datetime import date
from typing import Final

from indicators.language.lexicon import Role
from indicators.language.marking import ParsedFigure, TaggedSentence
from indicators.language.relative_dates import Mention
from indicators.language.tokens import Kind

_BREAKS: Final = frozenset(";。；.:")
_CLAUSES: Final = frozenset(",;:()。，；—–、")
_DASHES: Final = frozenset("-–—:")
_RIGHT_BEHIND: Final = 2  # tokens
_LONGEST_ASIDE: Final = 8  # tokens
_FAR: Final = 80  # tokens; a verb further away has no bearing on the figure


def is_forecast(
    sentence: TaggedSentence, figure: ParsedFigure, mention: Mention | None, published: date | None, ceiling: int
) -> bool:
    """Whether a figure is a forecast: by the nearest verb, or because its time is after publication."""
    if mention is not None and published is not None and mention.period.first > published:
        around = sentence.text(max(0, mention.first - 2), min(len(sentence), mention.last + 4))
        if sentence.vocabulary.pattern("fiscal").search(around) is None:  # which may have begun
            return True
    words = sentence.words
    into = sentence.at(figure.first - 1, Role.FORECAST)
    if into is not None and into.end > figure.first:
        return True  # "spending to top $1.5 trillion"
    if sentence.key(figure.last) in words.expected or _is_expected(sentence, figure.first):
        return True
    if _forecast_behind(sentence, figure, min(ceiling, figure.last + _RIGHT_BEHIND)):
        return True  # "below the 0.9% median forecast"
    if _is_over(sentence, figure, mention, published, ceiling):
        behind = sentence.text(figure.last, min(ceiling, figure.last + _LONGEST_ASIDE))
        of_outcome = sentence.vocabulary.pattern("expected_before").search(behind)
        return of_outcome is not None and _forecast_behind(sentence, figure, ceiling)
    cue = _find_nearest_cue(sentence, figure.first)
    return _forecast_behind(sentence, figure, ceiling) if cue is None else cue is Role.FORECAST


def _is_expected(sentence: TaggedSentence, first: int) -> bool:
    """Whether a figure is right behind a word for what was expected: «вместо ожидавшихся ранее 3,9%»."""
    words = sentence.words
    at = first - 1 if sentence.key(first - 1) in words.expected else first - 2
    is_next = at == first - 1 or sentence.kind(first - 1) is Kind.WORD
    return is_next and sentence.key(at) in words.expected and sentence.before(at, Role.FROM) is not None


def _find_nearest_cue(sentence: TaggedSentence, first: int) -> Role | None:
    """The role of the last word of the future or the past before a figure in its clause.

    *Up from* is about the figure before: ``growth of 2%, up from 1.5%, and 3% in 2025``.
    """
    words, life = sentence.words, sentence.vocabulary.pattern("length_of_life")
    of_base = words.compared_level | words.beside | words.begins_other_time
    for at in range(first, max(0, first - _FAR), -1):
        cue = sentence.before(at, Role.FORECAST, Role.PAST)
        if cue is not None and not life.match(sentence.text(at, at + 2)):  # 预期寿命
            is_of_base = cue.role is Role.PAST and sentence.key(at - 1) in of_base
            if not is_of_base or all(sentence.kind(between) is not Kind.NUMBER for between in range(at, first)):
                return cue.role
        is_break = sentence.key(at - 1) in _BREAKS and len(sentence.key(at - 2)) > 1  # no dot of an abbreviation
        if is_break or sentence.key(at - 1) in words.relative_clause:
            break
    return None


def _is_over(
    sentence: TaggedSentence, figure: ParsedFigure, mention: Mention | None, published: date | None, ceiling: int
) -> bool:
    """Whether its time was over at publication, and no word right beside it makes it an old forecast."""
    if mention is None or published is None or mention.period.last >= published or mention.first >= ceiling:
        return False
    if mention.first >= figure.last:
        return not sentence.within(figure.first - 3, figure.first, Role.FORECAST) and not sentence.at(
            figure.last, Role.FORECAST
        )
    return not sentence.within(mention.last, figure.first, Role.FORECAST)


def _forecast_behind(sentence: TaggedSentence, figure: ParsedFigure, ceiling: int) -> bool:
    """``the 75,000 that analysts had forecast``."""
    for at in range(figure.last, min(ceiling, figure.last + 8)):
        if sentence.key(at) in _CLAUSES | sentence.words.and_ or sentence.at(at, Role.FROM, Role.MORE, Role.LESS):
            return False  # "1.6% above the consensus"
        if sentence.at(at, Role.FORECAST) and sentence.key(at) not in sentence.words.not_forecast_behind:
            return True
    return False


def goes_beyond(sentence: TaggedSentence, figure: ParsedFigure, time: Mention | None, floor: int) -> bool:
    """Whether a forecast is of a later time than the result before it, the only one whose time is given.

    A target with nothing but a small word before its number is of the same time: ``sold 40, the target was 50``.

    Args:
        sentence: The sentence.
        figure: The forecast.
        time: The time before it.
        floor: The token behind the result.
    """
    if time is None or time.last > figure.first:
        return False
    if any(sentence.key(at) in _CLAUSES | sentence.words.and_ for at in range(floor, time.first)):
        return False  # "by 3.6%, and in 2025 a rise of 2% is expected": its own time
    cues = sentence.within(max(floor, time.last), figure.first, Role.FORECAST)
    words = sentence.text(0, len(sentence))
    if not cues or sentence.vocabulary.pattern("expected_before").search(words) is not None:
        return False
    start, end = cues[-1].start, cues[-1].end
    is_target = sentence.vocabulary.pattern("target").fullmatch(sentence.text(start, end)) is not None
    small = (sentence.at(at, Role.TO, Role.PAST) or sentence.key(at) in _DASHES for at in range(end, figure.first))
    return not (is_target and all(small))
