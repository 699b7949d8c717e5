"""The context of a figure in its sentence: its time, whether it is a forecast, and its subject."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final, TypeAlias

from indicators.claims.reading.comparisons import follows_comparison, is_same_time
from indicators.language.lexicon import Match, Role
from indicators.language.marking import ParsedFigure, TaggedSentence
from indicators.language.relative_dates import Mention
from indicators.language.tokens import Kind
from indicators.model.observations import Qualifier

_Name: TypeAlias = tuple[int, int, frozenset[str]]
_SENTENCE_BREAKS: Final = frozenset(";；。")
_CLAUSES: Final = frozenset(",;:()。，；—–、")
_DASHES: Final = frozenset("—–")
_SHORT_CLAUSE: Final = 4  # tokens
_LONGEST_ASIDE: Final = 8  # tokens


def find_period(
    found: list[Mention], figure: ParsedFigure, sentence: TaggedSentence, *, floor: int, ceiling: int
) -> Mention | None:
    """Find the time of a figure: the one right behind it, else the nearest before, else any behind."""
    if own := next((time for time in found if _is_own(sentence, time, figure)), None):
        return own
    again = _end_of_repetition(sentence, figure.last)
    is_compared = sentence.at(figure.last, Role.MORE, Role.LESS) is not None
    found = [
        mention for mention in found
        if not figure.last <= mention.first < again and not is_aside(sentence, mention, figure.first)
        and not (is_compared and mention.first >= figure.last and is_same_time(sentence, mention))
    ]  # fmt: skip
    behind = [mention for mention in found if figure.last <= mention.first < ceiling]
    if again and (after := next((mention for mention in found if mention.first >= again), None)):
        is_other = _parted(sentence, again, after.first) or _is_of_other(sentence, again, after.first)
        behind = behind or ([] if is_other else [after])
    if behind and not _parted(sentence, again or figure.last, behind[0].first):
        return behind[0]
    if behind and _ends_clause(sentence, figure.last, behind[0]):
        return behind[0]
    before = [mention for mention in found if mention.last <= figure.first]
    inside = [mention for mention in before if mention.first >= floor]
    where = sentence.words.where_in | sentence.words.before_year
    is_of_first = inside and sentence.key(inside[-1].first - 1) in where
    small = where | sentence.words.article
    is_of_first = is_of_first and all(sentence.key(at) in small for at in range(floor, inside[-1].first))
    moves = is_of_first and sentence.key(inside[-1].last) in sentence.words.to_level
    if moves and len(before) > len(inside) and inside[-1].first <= floor + 2:
        inside = []  # "from 176 in 2023 to 580": the time is that of the first
        before = before[:-1]
    if inside:
        return inside[-1]
    if before and (mention := _not_a_base(sentence, before)):
        return mention
    later = behind or [mention for mention in found if mention.first >= figure.last]
    if later and any(sentence.key(at) in _SENTENCE_BREAKS for at in range(figure.last, later[0].first)):
        return None
    if later and (
        _is_of_other(sentence, figure.last, later[0].first)  # "24 trillion, against 20 trillion in 2023"
        or (later[0].is_weekday and _parted(sentence, figure.last, later[0].first))  # "1.11, above 1.10 on Monday"
    ):
        return None
    return later[0] if later and (ceiling == len(sentence) or not behind) else None


def is_of_now(sentence: TaggedSentence, figure: ParsedFigure, times: Sequence[Mention], floor: int) -> bool:
    """Whether a word for the present is beside a figure, and no time: ``In 2015 it was 3 million, today it is 5``."""
    words = sentence.vocabulary.pattern("nowadays")
    start = _begin_of_clause_behind_mark(sentence, figure.first, floor)
    ahead = _begin_of_clause_behind_mark(sentence, start - 1, floor)
    start = ahead if 0 < start - ahead <= _SHORT_CLAUSE else start  # "Today, the plant makes"
    ahead_of_it = words.search(sentence.text(start, figure.first))
    if ahead_of_it is not None and _is_said_now(sentence, start, ahead_of_it.start()):
        ahead_of_it = None  # "reported today that"
    is_now = ahead_of_it or words.match(sentence.text(figure.last, figure.last + _SHORT_CLAUSE))
    from_ = sentence.tokens[start].start + (ahead_of_it.start() if ahead_of_it else 0)  # "to 4 in 2023 and now to 5"
    is_dated = any(
        from_ <= sentence.tokens[time.first].start < sentence.tokens[figure.first].start
        or _is_own(sentence, time, figure)
        for time in times
    )
    return is_now is not None and not is_dated


def _is_said_now(sentence: TaggedSentence, start: int, offset: int) -> bool:
    """Whether a verb of saying or expecting is beside a word for the present, so many characters behind a token."""
    begin = sentence.tokens[start].start + offset
    at = next(n for n in range(start, len(sentence)) if sentence.tokens[n].end > begin)
    roles = (Role.SAY, Role.FORECAST)  # "said today that", "now sees growth of 2% in 2026"
    return any(sentence.at(n, *roles) or sentence.before(n, *roles) for n in (at, at + 1))


def _begin_of_clause_behind_mark(sentence: TaggedSentence, index: int, floor: int) -> int:
    """The token behind the last mark before a token, not further back than `floor`."""
    return next((at + 1 for at in range(index - 1, floor - 1, -1) if sentence.key(at) in _CLAUSES), floor)


def _is_own(sentence: TaggedSentence, mention: Mention, figure: ParsedFigure) -> bool:
    return _is_whose(sentence, mention, figure) or _is_in_own_bracket(sentence, mention, figure)


def _is_in_own_bracket(sentence: TaggedSentence, mention: Mention, figure: ParsedFigure) -> bool:
    """Whether a time is alone in brackets right behind a figure: ``578,000 people (latest data, as of 2019)``."""
    last = figure.last
    if sentence.key(last) not in ("(", "（") or not last < mention.first <= last + _LONGEST_ASIDE:
        return False
    end = next((at for at in range(mention.last, mention.last + 3) if sentence.key(at) in (")", "）")), 0)
    ahead = range(last + 1, mention.first)
    is_alone = not any(sentence.kind(at) is Kind.NUMBER or sentence.key(at) in (")", "）") for at in ahead)
    return bool(end) and is_alone and not any(sentence.at(at, Role.FROM) for at in ahead)


def is_aside(sentence: TaggedSentence, mention: Mention, before: int) -> bool:
    """Whether a time and its figure are in brackets that end before a token: ``4.8% (Q1: 3.1%)``, ``(3.1% in May)``."""
    brackets = ("(", "（", ")", "）")
    first = next((at for at in range(mention.first - 1, -1, -1) if sentence.key(at) in brackets), -1)
    if first < 0 or sentence.key(first) in brackets[2:]:
        return False
    end = next((at for at in range(mention.last, before) if sentence.key(at) in brackets[2:]), -1)
    inside = [*range(first + 1, mention.first), *range(mention.last, end)]
    return end > 0 and any(sentence.kind(at) is Kind.NUMBER for at in inside)


def _ends_clause(sentence: TaggedSentence, last: int, mention: Mention) -> bool:
    """``to £290,000, in the year to July, down from``: a time between two commas behind a figure."""
    words = sentence.words
    at = mention.first - (sentence.key(mention.first - 1) in words.article)
    at -= sentence.key(at - 1) in words.before_year
    return at == last + 1 and sentence.key(last) == "," and sentence.key(mention.last) in (",", ".", "")


def _end_of_repetition(sentence: TaggedSentence, last: int) -> int:
    """The token behind brackets right behind a figure that hold it in another unit; 0 if there are none."""
    if sentence.key(last) not in ("(", "（"):
        return 0
    end = next((at for at in range(last + 1, last + 12) if sentence.key(at) in (")", "）")), 0)
    return end + 1 if end and any(sentence.kind(at) is Kind.NUMBER for at in range(last + 1, end)) else 0


def _is_whose(sentence: TaggedSentence, mention: Mention, figure: ParsedFigure) -> bool:
    """``2023年的176亿元``: the time right before it."""
    return sentence.key(figure.first - 1) in sentence.words.possessive and mention.last in (
        figure.first - 1,
        figure.first,
    )


def _is_of_other(sentence: TaggedSentence, start: int, end: int) -> bool:
    """Whether a time belongs to another figure in a comparison: ``24 against 20 in 2023``."""
    if any(sentence.key(at) in sentence.words.begins_other_time for at in range(start, end)):
        return True
    if sentence.vocabulary.pattern("then_other").search(sentence.text(start, end)):
        return True  # "to 1.3%, before rising to 1.6% in 2026"
    if _begins_forecast(sentence, start, end):
        return True
    if any(
        sentence.key(at) in sentence.words.pronouns and not sentence.at(at + 1, Role.SAY) for at in range(start, end)
    ):
        return True  # "a fraud at the firm he founded in 1984"
    words = [word for word in _find_comparisons(sentence, start, end) if word.end < end]
    return any(
        sentence.key(word.start) not in sentence.words.of_a_time or sentence.kind(word.end) is Kind.NUMBER
        for word in words
    )


def _parted(sentence: TaggedSentence, start: int, end: int) -> bool:
    """Whether a mark, or a comparison with another time, separates the figure from the time."""
    start = _past_taxes(sentence, start, end)
    if end - start > 14 or _begins_statement(sentence, start, end) or _begins_forecast(sentence, start, end):
        return True
    if end > start and all(sentence.key(at) in _DASHES | sentence.words.before_year for at in range(start, end)):
        return False  # «7,3% — в 2025-м»
    if any(sentence.key(at) in _CLAUSES | sentence.words.begins_other_time for at in range(start, end)):
        return True
    small = sentence.words.where_in | sentence.words.article | sentence.words.before_year
    joints = sentence.words.and_ | sentence.words.but
    joint = next((at for at in range(end - 1, start - 1, -1) if sentence.key(at) not in small), start)
    if start < end and sentence.key(joint) in joints:
        return True  # "1,120 and last year 2,480", "um 1,7 Prozent gestiegen und im Januar um 1,9 Prozent"
    froms = [
        word
        for word in _find_comparisons(sentence, start, end)
        if sentence.key(word.start) not in sentence.words.stepped_from
        and not any(sentence.at(at, Role.MONEY) for at in (word.end, word.end + 1))  # "against the dollar"
    ]
    return bool(froms) and not sentence.within(start, end, Role.ENDS)


def _find_comparisons(sentence: TaggedSentence, start: int, end: int) -> list[Match]:
    """The words such as *than* between two tokens, without those of a qualifier: ``in classes of more than 30``."""
    found = sentence.within(start, end, Role.FROM)
    return [
        word for word in found
        if not (qualifier := sentence.before(word.end, Role.BEFORE))
        or sentence.before(qualifier.start, Role.PERCENT)
        or sentence.kind(word.end) is not Kind.NUMBER
    ]  # fmt: skip


def _past_taxes(sentence: TaggedSentence, start: int, end: int) -> int:
    """The token behind *before interest, tax and depreciation*, whose commas part nothing."""
    found = sentence.vocabulary.pattern("before_tax").match(sentence.text(start, end))
    last = sentence.tokens[start].start + found.end() if found else 0
    return next((at for at in range(start, end) if sentence.tokens[at].start >= last), end) if found else start


def _begins_statement(sentence: TaggedSentence, start: int, end: int, *roles: Role) -> bool:
    """Whether *and* with a verb is between two tokens: ``peaked at 8.8% and was in November``."""
    ands = (at for at in range(start, end) if sentence.key(at) in sentence.words.and_)
    return any(sentence.within(at + 1, end, *roles or (Role.RISE, Role.FALL, Role.PAST)) for at in ands)


def _begins_forecast(sentence: TaggedSentence, start: int, end: int) -> bool:
    """Whether the first forecast of a sentence is between two tokens: ``cut 200 jobs and plans to cut 50 by 2026``."""
    is_first = not sentence.within(0, start, Role.FORECAST)
    return is_first and _begins_statement(sentence, start, end, Role.FORECAST)


def _not_a_base(sentence: TaggedSentence, before: list[Mention]) -> Mention | None:
    """The last time before the figure that is not the base of a comparison: ``than in 2023``."""
    for mention in reversed(before):
        if not any(sentence.at(at, Role.FROM) for at in range(max(0, mention.first - 2), mention.first)):
            return mention
    return None if follows_comparison(sentence, before[-1]) else before[-1]


def is_change_of_rate(sentence: TaggedSentence, figure: ParsedFigure, names: Sequence[_Name]) -> bool:
    """Whether a figure is the change of a rate, not the rate: ``inflation was 3% lower than in 2022``."""
    if sentence.at(figure.last, Role.MORE, Role.LESS) is None:
        return False
    before = [name for name in names if name[1] <= figure.first]
    return (
        bool(before)
        and sentence.vocabulary.pattern("rate_name").search(sentence.text(before[-1][0], before[-1][1])) is not None
    )


def is_all_people(
    sentence: TaggedSentence, figure: ParsedFigure, times: Sequence[Mention], areas: Sequence[tuple[str, int]] = ()
) -> bool:
    """Whether a figure counts all who live in a country: ``France had 68 million inhabitants in 2022``.

    A verb of having or living is right before it and nothing but a time and a place is behind, or the other way round:
    ``In 2022, 68 million people lived in France``.
    """
    words, have = sentence.words, sentence.vocabulary.pattern("have_people")
    if figure.counted and not sentence.vocabulary.pattern("inhabitants").fullmatch(figure.counted):
        return False  # "the hotel had 80 guests"
    inside = {at for time in times for at in range(time.first, time.last)} | {at for _, at in areas}

    def is_time_or_place(at: int) -> bool:
        key = sentence.key(at)
        return at in inside or key in words.before_year | words.where_in | words.article | words.year_nouns

    first, last = figure.first, figure.last
    while first > 0 and is_time_or_place(first - 1):
        first -= 1
    is_ahead = have.search(sentence.text(max(0, first - 3), first)) is not None
    if not is_ahead:
        verb = sentence.vocabulary.pattern("live").match(sentence.text(last, last + 1))
        is_first = all(is_time_or_place(at) or sentence.key(at) in _CLAUSES for at in range(first))
        if verb is None or not is_first:
            return False
        last += 1
    for at in range(last, len(sentence)):
        if sentence.key(at) in _CLAUSES or sentence.key(at) == ".":
            break
        if not is_time_or_place(at):
            return False
    return True


def is_called_nominal(sentence: TaggedSentence, figure: ParsedFigure, floor: int) -> bool:
    """Whether the words before a growth, or right behind it, call it nominal."""
    behind = figure.last
    while behind < len(sentence) and behind - figure.last < 4 and sentence.key(behind) not in _CLAUSES:
        behind += 1
    nominal = sentence.vocabulary.pattern("nominal")
    return any(
        nominal.search(words) for words in (sentence.text(floor, figure.first), sentence.text(figure.last, behind))
    )


def is_of_last_period(sentence: TaggedSentence, figure: ParsedFigure, floor: int) -> bool:
    """Whether the words of a figure say that it is the change from the month or quarter before, not over a year."""
    end = figure.last
    while end < len(sentence) and end - figure.last < 6 and sentence.key(end) not in _CLAUSES:
        end += 1
    words = sentence.text(floor, end)
    return sentence.vocabulary.pattern("from_last_period").search(words) is not None


def select_names_in_clause(sentence: TaggedSentence, figure: ParsedFigure, names: list[_Name]) -> list[_Name]:
    """Select the names not behind the figure and a mark: ``出口30亿元，占GDP的25%`` is not an amount of GDP."""
    end = figure.last
    while end < len(sentence) and sentence.key(end) not in _CLAUSES:
        end += 1
    return [name for name in names if name[0] < end]


def is_only_change(sentence: TaggedSentence, start: int, end: int) -> bool:
    """Whether there are only words of change and marks between two tokens: ``，比上年同期增长``."""
    at = start
    while at < end:
        if sentence.key(at) in _CLAUSES:
            at += 1
            continue
        word = sentence.at(at, Role.RISE, Role.FALL, Role.YOY, Role.BY)
        if word is None or word.end > end:
            return False
        at = word.end
    return True


def is_step(sentence: TaggedSentence, figure: ParsedFigure) -> bool:
    """Whether an amount is by how much something changed: ``shrank by 1.39 million``, ``减少139万人``."""
    by = sentence.before(figure.first, Role.BY)
    if by is not None and not sentence.has_han(by.start):
        return bool(sentence.within(max(0, by.start - 6), by.start, Role.RISE, Role.FALL))
    change = sentence.before(figure.first if by is None else by.start, Role.RISE, Role.FALL)
    if change is None or sentence.key(change.end - 1) in sentence.words.verb_of_level:
        return False
    return sentence.has_han(change.start) or figure.money != ""


def with_upper_bound(sentence: TaggedSentence, figure: ParsedFigure, floor: int) -> ParsedFigure:
    """Give a figure the qualifier of «до 24 тыс. грузовиков», an upper bound unless something moves to it."""
    if figure.qualifier is not None or figure.low is not None or floor >= figure.first:
        return figure
    words, first = sentence.words, figure.first
    is_bound = sentence.key(first - 1) in words.up_to
    if not is_bound or sentence.within(max(0, figure.first - 20), figure.first, Role.RISE, Role.FALL):
        return figure
    return replace(figure, qualifier=Qualifier.UP_TO, first=figure.first - 1)
