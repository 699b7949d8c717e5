"""The times that a sentence names: years, halves, quarters, months, days, and words such as *last year*.

What the words leave out is filled from the day of publication and marked as inferred: "in September" is the latest
September that had begun, "last year" the calendar year before.

>>> from indicators.language.languages import tag_sentence
>>> def read(text, language="en"):
...     sentence = tag_sentence(text, language)
...     return [(str(found.period), found.is_inferred) for found in find_periods(sentence, date(2025, 9, 29))]
>>> read("the first half of 2025, up from Q3 2024"), read("in September, as in the past year")
([('2025-S1', False), ('2024-Q3', False)], [('2025-09', True), ('2024', True)])
>>> read("за январь–сентябрь 2025 года и к концу 2026 года", "ru"), read("截至2025年6月，前三季度", "zh")
([('2025-01-01/P9M', False), ('2026', False)], [('2025-06', False), ('2025-01-01/P9M', True)])
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from indicators.language.joined_times import join_times
from indicators.language.lexicon import Role
from indicators.language.marking import TaggedSentence
from indicators.language.numbers import read_number
from indicators.language.parts_of_years import PartOfYear, read_spelled_part, read_unspaced_part
from indicators.language.relative_dates import (
    RELATIVE_ROLES,
    Mention,
    find_nearest_year,
    find_relative_period,
    make_mention,
)
from indicators.language.short_periods import read_short_period
from indicators.language.tokens import Kind
from indicators.language.years import ends_span_of_years, find_span_end, is_bare_year, is_year
from indicators.model.periods import Frequency, TimePeriod

_DASHES: Final = frozenset("-–—")
_MARKS: Final = frozenset((".", ",", ";", "", "and"))
_LONGEST_TIME: Final = 6  # tokens
_FAR: Final = 14  # tokens
_SHORT: Final = frozenset("qh")  # quarter and half, as analysts write them
_PARTS: Final = {Frequency.QUARTERLY: ("Q", 4), Frequency.HALF_YEARLY: ("S", 2)}
_BEGIN: Final = frozenset((Role.MONTH, Role.ORDINAL, Role.Q, Role.H, Role.QUARTER, Role.HALF, *RELATIVE_ROLES))


def find_periods(sentence: TaggedSentence, published: date | None, *, carried: Mention | None = None) -> list[Mention]:
    """Find the times named in a sentence, in order.

    Args:
        sentence: The sentence.
        published: The day of publication, which fills in what the words leave out.
        carried: The time named before, whose year a month without one has if the day of publication is unknown.
    """
    found: list[Mention] = []
    index = 0
    while index < len(sentence):
        before = found[-1] if found else None if published is not None else carried
        base = next((one for one in reversed(found) if one.period.frequency is not Frequency.ANNUAL), None)
        is_shift = sentence.at(index, Role.QUARTER_BEFORE, Role.MONTH_BEFORE) is not None
        base = base if base is not None and is_shift else found[-1] if found else carried
        mention = _mention_at(sentence, index, published, before, base)
        if mention is not None:
            found.append(mention)
        index = max(index + 1, 0 if mention is None else mention.last)
    found = [_move_before(sentence, one, later) for one, later in zip(found, [*found[1:], None], strict=False)]
    return join_times(sentence, found)


def _move_before(sentence: TaggedSentence, mention: Mention, later: Mention | None) -> Mention:
    """A part of a year, a year back before a later part of the year before: ``in the first half and the second``.

    The first quarter *after growth in the fourth* is that of the year of publication.
    """
    one, two = mention.period, None if later is None else later.period
    are_inferred = later is not None and mention.is_inferred and later.is_inferred
    if later is None or two is None or not are_inferred or one.frequency is not two.frequency:
        return mention
    words = sentence.words
    compared = words.begins_other_time | words.compared_level | words.compared_surely
    is_compared = any(sentence.key(at) in compared for at in range(mention.last, later.first))
    if one.frequency not in _PARTS or is_compared or sentence.at(later.first, Role.QUARTER_BEFORE):
        return mention
    part, other = (str(period).partition("-")[2] for period in (one, two))
    if one.year != two.year + 1 or part >= other:
        return mention
    return replace(mention, period=TimePeriod.parse(f"{two.year}-{part}"))


def _mention_at(
    sentence: TaggedSentence, index: int, published: date | None, before: Mention | None, base: Mention | None
) -> Mention | None:
    word = sentence.kind(index) is Kind.WORD
    starts = sentence.vocabulary.date_starts
    if word and sentence.key(index) not in starts | _SHORT and not sentence.begins(index, _BEGIN):
        return None
    return (
        _second_of_two(sentence, index, published)
        or _span_of_years(sentence, index)
        or read_short_period(sentence, index)
        or _unspaced_year_first(sentence, index)
        or _ended_span(sentence, index, published)
        or _with_year(sentence, index, published, before)
        or _quarter_ahead(sentence, index, published)
        or find_relative_period(sentence, index, published, base)
        or _year(sentence, index)
        or _relative(sentence, index, published)
    )


def _second_of_two(sentence: TaggedSentence, index: int, published: date | None) -> Mention | None:
    """``rose 0.3% from March to April``: the second of two times, one right after the other, is that of the change."""
    words = sentence.words
    if sentence.key(index) not in words.stepped_from or not sentence.before(index, Role.PERCENT):
        return None
    ends = words.range_to | words.until
    joint = next((at for at in range(index + 1, index + _LONGEST_TIME) if sentence.key(at) in ends), index)
    second = _with_year(sentence, joint + 1, published, None) or _year(sentence, joint + 1)
    first = second and (_with_year(sentence, index + 1, published, second) or _year(sentence, index + 1))
    if first is None or second is None or first.last != joint or first.period.frequency is not second.period.frequency:
        return None
    is_next = first.period.last + timedelta(days=1) == second.period.first
    return Mention(index, second.last, second.period, second.is_inferred) if is_next else None


# ------------------------------------------------------------------------------------------------- spans with an end


def _ended_span(sentence: TaggedSentence, index: int, published: date | None) -> Mention | None:
    """``the year ended 31 March 2024``, ``three months to June``: so many months up to the end of a month."""
    months, end = _length_in_months(sentence, index)
    end += sentence.key(end) == ","
    if not months or sentence.key(end) not in sentence.words.span_ended or end + 1 >= len(sentence):
        return None
    over = _with_year(sentence, end + 1, published, None)
    if over is None or over.period.frequency not in (Frequency.MONTHLY, Frequency.DAILY):
        return None
    last = over.period.first
    if months == 12 and over.period.frequency is Frequency.MONTHLY and _is_of_change(sentence, index):
        return Mention(index, over.last, over.period, over.is_inferred)
    first = last.year * 12 + last.month - months
    text = f"{first // 12:04d}-{first % 12 + 1:02d}-01/P{months}M"
    return make_mention(index, over.last, text, inferred=over.is_inferred)


def _is_of_change(sentence: TaggedSentence, index: int) -> bool:
    """``rose 3.3% in the year to January``: growth over a year, which is that of its last month."""
    at = index
    while sentence.key(at - 1) in sentence.words.article | sentence.words.before_year | sentence.words.over_year:
        at -= 1
    return sentence.before(at, Role.PERCENT) is not None


def _length_in_months(sentence: TaggedSentence, index: int) -> tuple[int, int]:
    """A year, a half, a quarter or a number of months, with the token behind it; 0 if there is none."""
    if sentence.key(index) in sentence.words.year_nouns:
        return 12, index + 1
    for role, months in ((Role.HALF, 6), (Role.QUARTER, 3)):
        if match := sentence.at(index, role):
            return months, match.end
    number = read_number(sentence, index)
    unit = sentence.at(number.end, Role.MONTHS) if number is not None else None
    is_whole = number is not None and number.value == int(number.value) and 2 <= number.value <= 24
    return (int(number.value), unit.end) if number is not None and unit is not None and is_whole else (0, index)


# ------------------------------------------------------------------------------------------------- a part of a year


def _with_year(sentence: TaggedSentence, index: int, published: date | None, before: Mention | None) -> Mention | None:
    """A part of a year and the year after it; or the year before, or that of publication."""
    form = read_spelled_part(sentence, index) or _quarter_again(sentence, index, before)
    if form is None:
        return None
    last = form.last
    if whole := _with_year_behind(sentence, index, form, published):
        return whole
    if form.text == "{}" or sentence.at(index, Role.QUARTER_AWAY):
        return None
    is_tied = sentence.key(index - 1) in sentence.words.year_mark_unspaced | {"'"}  # "2025's third quarter"
    if is_year(sentence, at := index - 1 - is_tied):
        return make_mention(index, last, form.text.format(sentence.tokens[at].text))
    of_part = _find_year_of_part(sentence, index, last) or _find_year_before(sentence, before, published)
    if of_part is not None:
        same = make_mention(index, last, form.text.format(of_part), inferred=True)
        reached = int(of_part) + _is_reached_later(sentence, before, same)
        same = make_mention(index, last, form.text.format(reached), inferred=True)
        is_over = same is None or published is None or same.period.first <= published
        if is_over or sentence.within(0, index, Role.FORECAST):
            return same
    return find_nearest_year(sentence, index, last, form.text, published)


def _with_year_behind(sentence: TaggedSentence, index: int, form: PartOfYear, published: date | None) -> Mention | None:
    at = form.last
    for _ in range(4):
        if is_year(sentence, at) and not _is_count(sentence, at) and not sentence.at(at + 1, Role.PERCENT, Role.SCALE):
            return make_mention(index, at + 1, form.text.format(sentence.tokens[at].text))
        relative = sentence.at(at, Role.RELATIVE)
        if relative is not None and published is not None and not sentence.has_han(at):
            year = str(published.year + relative.value)
            return make_mention(index, relative.end, form.text.format(year), inferred=True)
        if sentence.key(at) not in sentence.words.before_its_year and sentence.key(at) not in (",", "."):
            break
        at += 1
    return None


def _is_count(sentence: TaggedSentence, at: int) -> bool:
    """Whether a round number behind a month counts what follows, where years are marked: «в марте 2000 магазинов»."""
    is_marked = sentence.language.is_inflected and sentence.at(at + 1, Role.THING) is not None
    return is_marked and not is_bare_year(sentence, at)


def _find_year_before(sentence: TaggedSentence, before: Mention | None, published: date | None) -> str | None:
    """The year of the part of a year that was named before, if a later part without a year has it too."""
    if before is None or before.period.frequency is Frequency.ANNUAL:
        return None
    is_sure = published is None or not (before.is_inferred or sentence.before(before.first, Role.SINCE))
    return str(before.period.year) if is_sure else None


def _is_reached_later(sentence: TaggedSentence, before: Mention | None, same: Mention | None) -> bool:
    """Whether a change leads to an earlier part of the year, so of the next: ``from 8 in October 2023 to 5 in May``."""
    if before is None or same is None:
        return False
    words, begins = sentence.words, sentence.vocabulary.pattern("range_from").search(sentence.text(0, before.first))
    leads_to = words.range_to | words.level_joint | words.to_level
    leads = any(sentence.key(at) in leads_to for at in range(before.last, same.first))
    return same.period.last < before.period.first and leads and begins is not None


def _find_year_of_part(sentence: TaggedSentence, first: int, last: int) -> str | None:
    """The only year of a sentence in which a time stands as a part of it.

    ``1.6 million in 2025, 2 in March alone``; ``120 in the first quarter and in all of 2025 480``
    """
    beside = f"{sentence.text(max(0, first - 2), first)} {sentence.text(last, last + 2)}"
    is_alone = sentence.vocabulary.pattern("by_itself").search(beside) is not None
    years = [at for at in range(len(sentence)) if is_year(sentence, at)]
    whole = sentence.vocabulary.pattern("whole_year")
    is_part = is_alone or any(whole.search(f"{sentence.text(max(0, at - 3), at)} ") for at in years)
    return sentence.tokens[years[0]].text if is_part and len({sentence.tokens[at].text for at in years}) == 1 else None


def _quarter_ahead(sentence: TaggedSentence, index: int, published: date | None) -> Mention | None:
    """``0.3% in the first and 0.2% in the second quarter``: the ordinal of a quarter whose noun comes later."""
    ordinal = sentence.at(index, Role.ORDINAL)
    is_next = ordinal is not None and sentence.key(ordinal.end) in sentence.words.and_ | {",", ";"}
    if ordinal is None or not (is_next or sentence.at(ordinal.end, Role.BY)):
        return None
    for at in range(ordinal.end + 1, min(ordinal.end + _FAR, len(sentence))):
        later = _with_year(sentence, at, published, None) if sentence.at(at, Role.ORDINAL) is not None else None
        if later is not None:
            letter, count = _PARTS.get(later.period.frequency, ("", 0))
            text = f"{later.period.year}-{letter}{ordinal.value}"
            is_part = ordinal.value <= count and later.period.label != text
            return make_mention(index, ordinal.end, text, inferred=later.is_inferred) if is_part else None
    return None


def _quarter_again(sentence: TaggedSentence, index: int, before: Mention | None) -> PartOfYear | None:
    """``7.8% in the second quarter, in the first 7.4%``: the ordinal of another quarter or half, without the noun."""
    ordinal = sentence.at(index, Role.ORDINAL)
    letter, count = _PARTS.get(before.period.frequency, ("", 0)) if before is not None else ("", 0)
    if ordinal is None or ordinal.value > count:
        return None
    following = sentence.key(ordinal.end)
    is_alone = (
        following in _DASHES | _MARKS | sentence.words.to_level
        or sentence.kind(ordinal.end) is Kind.NUMBER
        or sentence.at(ordinal.end, Role.BY)
        or (following in sentence.words.of | sentence.words.where_in and sentence.kind(ordinal.end + 1) is Kind.NUMBER)
    )
    return PartOfYear(ordinal.end, f"{{}}-{letter}{ordinal.value}") if is_alone else None


def _unspaced_year_first(sentence: TaggedSentence, index: int) -> Mention | None:
    """``2025年6月``, ``2024年三季度``, ``去年三季度`` is left to the words for years."""
    if not is_year(sentence, index) or sentence.key(index + 1) not in sentence.words.year_mark_unspaced:
        return None
    after = index + 2
    form = read_unspaced_part(sentence, after) if after < len(sentence) else None
    if form is not None:
        day = make_mention(index, form.last, form.text.format(sentence.tokens[index].text))
        return day and _up_to_its_end(sentence, day)
    return make_mention(index, after, sentence.tokens[index].text)


def _up_to_its_end(sentence: TaggedSentence, mention: Mention) -> Mention:
    """``2024年12月31日的三个月``, ``2025年3月31日的财年``: the months that end on a day."""
    at, words, last = mention.last + 1, sentence.words, mention.period.first
    if (
        mention.period.frequency is not Frequency.DAILY
        or sentence.key(mention.last) not in words.possessive | words.span_ended
    ):
        return mention
    months, end = _length_in_months(sentence, at)
    number = read_number(sentence, at)
    if number is not None and sentence.key(number.end) in words.counter:
        months, end = int(number.value) * (sentence.key(number.end + 1) in words.month_mark), number.end + 2
    if sentence.key(at) in words.year_mark_unspaced:
        months, end = 12, at + 2  # 止年度
    elif fiscal := sentence.vocabulary.pattern("fiscal").match(sentence.text(at, at + _LONGEST_TIME)):
        months, end = 12, at + len(fiscal[0])
    first = last.year * 12 + last.month - months
    text = f"{first // 12:04d}-{first % 12 + 1:02d}-01/P{months}M"
    span = make_mention(mention.first, end, text, inferred=mention.is_inferred) if 2 <= months <= 24 else None
    return mention if span is None else span


# ----------------------------------------------------------------------------------------------------------- years


def _span_of_years(sentence: TaggedSentence, index: int) -> Mention | None:
    """``from 2015 to 2020``, «с 2015 по 2020 год»; of two years on end, what changed from one to the other is later."""
    last = find_span_end(sentence, index)
    if last is None:
        return None
    years = int(sentence.tokens[last].text) - int(sentence.tokens[index].text) + 1
    is_step = years == 2 and sentence.language.is_spaced and sentence.key(last - 1) in sentence.words.range_to
    if years < 2 or is_step:
        return None
    end = last + 1 + (sentence.key(last + 1) in sentence.words.year_mark_unspaced)
    return make_mention(index, end, f"{sentence.tokens[index].text}-01-01/P{years}Y")


def _year(sentence: TaggedSentence, index: int) -> Mention | None:
    if not is_year(sentence, index) or (sentence.glued(index) and sentence.kind(index - 1) is Kind.WORD):
        return None
    money = sentence.before(index, Role.MONEY)
    is_sum = money is not None and sentence.kind(money.start - 1) is not Kind.NUMBER
    is_sum = is_sum and money is not None and sentence.before(money.start, Role.SCALE) is None  # "5 million euros 2023"
    if sentence.at(index + 1, Role.PERCENT, Role.SCALE, Role.MONEY, Role.POINTS) or is_sum:
        return None
    text = sentence.tokens[index].text
    is_counted = sentence.at(index + 1, Role.THING) is not None and not sentence.at(index + 1, Role.SPAN)
    is_marked = sentence.key(index + 1) in sentence.words.year_mark
    is_bare = sentence.language.has_bare_years and is_bare_year(sentence, index)
    if is_counted and not is_marked and not is_bare and not ends_span_of_years(sentence, index):
        return None
    joint = sentence.key(index + 1) in ("-", "–", "/") and sentence.glued(index + 1)
    if joint and sentence.kind(index + 2) is Kind.NUMBER:
        second = sentence.tokens[index + 2].text
        if second.isdigit() and len(second) == 2 and int(second) == (int(text) + 1) % 100:
            return make_mention(
                index, index + 3, f"{text}-04-01/P12M" if sentence.language.has_fiscal_years else f"{text}-01-01/P24M"
            )
        if is_year(sentence, index + 2) and int(second) > int(text):
            return make_mention(index, index + 3, f"{text}-01-01/P{int(second) - int(text) + 1}Y")
    return make_mention(index, index + 1, text)


def _relative(sentence: TaggedSentence, index: int, published: date | None) -> Mention | None:
    match = sentence.at(index, Role.RELATIVE)
    before = sentence.key(index - 1 - (sentence.key(index - 1) in sentence.words.article))
    if match is None or published is None:
        return None
    year = str(published.year + match.value)
    part = read_spelled_part(sentence, match.end) if sentence.has_han(index) and match.end < len(sentence) else None
    if part is not None:
        day = make_mention(index, part.last, part.text.format(year), inferred=True)
        return day and _up_to_its_end(sentence, day)
    is_compared = before in sentence.words.before_compared_year
    return None if is_compared else make_mention(index, match.end, year, inferred=True)
