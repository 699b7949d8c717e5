"""Times that a figure is compared with: the 2023 of *1.9% more than in 2023* is not the year of the figure.

>>> from indicators.claims.reading.periods_of_text import find_periods
>>> from indicators.language.marking import tag_sentence
>>> def compared(text, language="en"):
...     marked = tag_sentence(text, language)
...     return [str(time.period) for time in find_periods(marked, None) if is_compared_with(marked, time, None)]
>>> compared("In 2024 it was 1.9% more than in 2023"), compared("против 20 трлн рублей в 2023 году", "ru")
(['2023'], [])
>>> compared("на 1,9% больше, чем в 2023 году", "ru"), compared("比2023年增长1.9%", "zh")
(['2023'], ['2023'])
"""

from __future__ import annotations

from datetime import date
from typing import Final

from indicators.claims.reading.periods_of_text import Mention
from indicators.language.lexicon import Role
from indicators.language.marking import TaggedSentence
from indicators.language.tokens import Kind
from indicators.model.periods import Frequency

__all__ = ["follows_comparison", "is_compared_with"]

_BACK: Final = 7
_SMALL: Final = frozenset(
    "in the of that for same year period months month quarter first full calendar whole its level levels "
    "в за по на тот же том же того же итогам период периоде периода периодом аналогичный аналогичном аналогичного "
    "аналогичным соответствующий соответствующем соответствующего соответствующим уровнем уровню уровня уровне "
    "показателем показателю показателя показателями данными".split()
)
_LEVEL: Final = frozenset("level levels figure уровень уровню уровня уровне уровнем".split())
_SURE: Final = frozenset("than versus vs vs. against чем против относительно".split())
_WITH: Final = {
    "with": ("compared", "comparison"), "to": ("compared", "comparison", "relative"),
    "с": ("сравнению", "сравнении"), "со": ("сравнению", "сравнении"), "к": ("отношению",),
}  # fmt: skip
_UNSURE: Final = frozenset(("from", "on", "к"))
_HAN_BEFORE: Final = frozenset("比较較")
_HAN_NOT: Final = frozenset("占佔同环对之")
_HAN_WITH: Final = frozenset("与和同跟")


def is_compared_with(marked: TaggedSentence, mention: Mention, published: date | None) -> bool:
    """Whether a time is only what something is compared with, and not that of a figure beside it.

    Args:
        marked: The sentence.
        mention: The time.
        published: The day of publication; *by 2030* is not *on 2030*.
    """
    whose = marked.key(mention.last) in ("'", "的") or marked.key(mention.last - 1) == "的"
    return not whose and (follows_comparison(marked, mention) or _is_stepped_from(marked, mention, published))


def follows_comparison(marked: TaggedSentence, mention: Mention) -> bool:
    """Whether a word of comparison stands right before a time, small words aside."""
    if marked.kind(mention.first - 1) is Kind.HAN:
        return _is_of_han(marked, mention)
    if marked.key(mention.last) in _LEVEL:
        return True
    at = _before_small_words(marked, mention.first)
    if marked.key(mention.first - 1) in _LEVEL or (marked.key(mention.first - 2) in _LEVEL and at < mention.first - 2):
        return True
    word = marked.key(at - 1)
    return word in _SURE or marked.key(at - 2) in _WITH.get(word, ())


def _before_small_words(marked: TaggedSentence, first: int) -> int:
    at = first
    while first - at < _BACK and marked.key(at - 1) in _SMALL:
        at -= 1
    return at


def _is_stepped_from(marked: TaggedSentence, mention: Mention, published: date | None) -> bool:
    """``rose 5% from 2023``, «на 5% к 2023 году»: right behind the step, and over when it was said."""
    at = _before_small_words(marked, mention.first)
    if marked.key(at - 1) not in _UNSURE or mention.period.frequency is Frequency.DAILY:
        return False
    if published is None or mention.period.last >= published or marked.key(mention.last) in ("to", "until", "through"):
        return False
    step = (Role.PERCENT, Role.POINTS, Role.BPS, Role.TIMES, Role.MORE, Role.LESS)
    return marked.before(at - 1, *step) is not None


def _is_of_han(marked: TaggedSentence, mention: Mention) -> bool:
    """``比2023年增长``, ``与2023年相比``; not ``占比2023年为``."""
    before = marked.key(mention.first - 1)
    if before in _HAN_BEFORE:
        return marked.key(mention.first - 2) not in _HAN_NOT
    return before in _HAN_WITH and marked.text(mention.last, mention.last + 4).strip("同期 ").startswith(
        ("相比", "比较")
    )
