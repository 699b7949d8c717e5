"""Two times that are the ends of one: ``from 28 January to 4 February``, ``between January 1 and March 18``.

>>> from datetime import date
>>> from indicators.language.dates import find_periods
>>> from indicators.language.languages import tag_sentence
>>> def read(text):
...     return [str(found.period) for found in find_periods(tag_sentence(text), date(2025, 9, 29))]
>>> read("from 3 to 10 March"), read("between January 1 and March 18"), read("on January 1 and March 18")
(['2025-03-03/P8D'], ['2025-01-01/P77D'], ['2025-01-01', '2025-03-18'])
>>> read("from March 12 to 18"), read("between May and July 2024")
(['2025-03-12/P7D'], ['2024-05-01/P3M'])
"""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from indicators.language.lexicon import Role
from indicators.language.marking import TaggedSentence
from indicators.language.relative_dates import Mention, make_mention
from indicators.model.periods import Frequency

_DASHES: Final = frozenset("-–—")
_LAST_DAY: Final = 31


def join_times(sentence: TaggedSentence, found: list[Mention]) -> list[Mention]:
    """Days or months with nothing but *to* between them, as one time: ``from 28 January to 4 February``."""
    words, joined = sentence.words, list[Mention]()
    joints = words.until | words.range_to | (words.between_months - words.and_) | _DASHES
    for one_day in found:
        mention = _with_first_day(sentence, one_day, joints)
        before = joined[-1] if joined else mention
        if mention is not before and sentence.key(before.last) in words.and_:
            joints = joints | words.and_ if sentence.key(before.first - 1) in words.between else joints - words.and_
        one, two = before.period, mention.period
        days = (two.last - one.first).days + 1
        is_joint = mention.first - before.last == 1 and sentence.key(before.last) in joints
        is_span = one.frequency is two.frequency and one.frequency in (Frequency.DAILY, Frequency.MONTHLY)
        is_step = one.last + timedelta(days=1) == two.first and one.frequency is Frequency.MONTHLY
        if is_joint and is_span and not is_step and one.last < two.first:
            months = (two.year - one.year) * 12 + two.first.month - one.first.month + 1
            length = f"P{days}D" if one.frequency is Frequency.DAILY else f"P{months}M"
            is_inferred = before.is_inferred or mention.is_inferred
            span = make_mention(before.first, mention.last, f"{one.first.isoformat()}/{length}", inferred=is_inferred)
            if span is not None:
                joined[-1] = span
                continue
        joined.append(mention)
    return joined


def _with_first_day(sentence: TaggedSentence, mention: Mention, joints: frozenset[str]) -> Mention:
    """The days from one to another of a month: ``from 3 to 10 March``, «с 3 по 10 марта»."""
    first, number = mention.first - 2, sentence.key(mention.first - 2)
    words, last = sentence.words, mention.period.first
    if until := _last_day(sentence, mention, joints):
        text = f"{last.isoformat()}/P{until - last.day + 1}D"
        return make_mention(mention.first, mention.last + 2, text, inferred=mention.is_inferred) or mention
    is_days = mention.period.frequency is Frequency.DAILY and sentence.key(mention.first - 1) in joints
    begins = sentence.key(first - 1) in words.from_if_changed | words.from_level | words.between | words.before_year
    if not is_days or not begins or not number.isdigit() or not 1 <= int(number[:3]) < last.day:
        return mention
    text = f"{last.replace(day=int(number)).isoformat()}/P{last.day - int(number) + 1}D"
    return make_mention(first, mention.last, text, inferred=mention.is_inferred) or mention


def _last_day(sentence: TaggedSentence, mention: Mention, joints: frozenset[str]) -> int:
    """The second day of ``from March 12 to 18``, where months come first; or 0."""
    number, day = sentence.key(mention.last + 1), mention.period.first.day
    is_day = mention.period.frequency is Frequency.DAILY and number.isdigit() and len(number) <= 2
    if not is_day or not sentence.language.has_month_first or sentence.key(mention.last) not in joints:
        return 0
    unit = sentence.at(mention.last + 2, Role.PERCENT, Role.SCALE, Role.MONEY, Role.THING, Role.POINTS)
    return int(number) if unit is None and day < int(number) <= _LAST_DAY else 0
