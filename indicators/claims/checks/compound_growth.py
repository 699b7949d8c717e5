"""Growth per year over a span of years, compared with the levels at both ends."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Context, Decimal
from itertools import pairwise
from typing import Final

from indicators.claims import messages
from indicators.claims.checks import check_messages
from indicators.claims.claim import Claim, ClaimKind, Direction
from indicators.claims.findings import Figure, Finding, Verdict, derive_figure
from indicators.claims.intervals import Interval, are_worlds_apart, is_cut
from indicators.claims.relations.context import CheckContext
from indicators.claims.relations.level_change import LEVEL_KINDS, LevelChange
from indicators.claims.relations.marked_sentences import Sentence, resolve_claim_id
from indicators.claims.relations.real_growth import is_real_in
from indicators.claims.wording import format_claim
from indicators.language.languages import PerLanguage, compile_pattern, tag_sentence
from indicators.language.numbers import read_number
from indicators.model.observations import Qualifier

_YEARLY: Final = compile_pattern("yearly")
_SPAN: Final = compile_pattern("span_of_years")
_YEAR: Final = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_NEXT_CLAUSE: Final = re.compile("[;；]")
_MARK: Final = re.compile(r"⟦[A-Z]\d+⟧")
_GROWTH: Final = re.compile(r"⟦[GR](\d+)⟧")
_AHEAD, _BEHIND = 45, 25  # characters in which a word for each year is looked for
_IT: Final = PerLanguage(
    lambda known: re.compile(
        rf"(?:[^⟦⟧\d]{{2,8}} \d{{4}},? )?(?:{known.any_word('pronouns')}|{known.alternatives('whole_pronoun')})",
        re.IGNORECASE,
    )
)
_BREAK: Final = re.compile(r"[,;:，；：⟦]")
_YEARS: Final = range(2, 101)
_WIDE: Final = Context(prec=50)
_HUNDRED: Final = Decimal(100)
_NEAR: Final = Decimal("0.05")
"""How far growth per year may be from the stated, as a share of it: many reports count from another year."""
_LIKENED: Final = PerLanguage(lambda known: re.compile(known.any_word("likened"), re.IGNORECASE))


def check_compound_growth(context: CheckContext) -> Iterator[Finding]:
    """Compare growth per year with the levels at the beginning and the end of the span."""
    by_claim = {claim.id: sentence for sentence in context.sentences for claim in sentence.claims}
    pairs = [
        (change, sentence)
        for change in context.changes
        if (sentence := by_claim.get(change.after.id)) and by_claim.get(change.before.id) is sentence and change.in_text
    ]
    paired = {change.after.id for change in context.changes}
    texts = (*context.sentences, *_join_continued(context.sentences))
    dated = ((_pair_dated_levels(sentence), sentence) for sentence in texts)
    pairs += [(change, sentence) for change, sentence in dated if change and change.after.id not in paired]
    for change, sentence in pairs:
        one, two = change.before, change.after
        if one.kind in LEVEL_KINDS and one.plain_value > 0 and (yearly := _find_yearly(sentence, change)):
            ratio, best = two.interval / one.interval, two.plain_value / one.plain_value
            found = _compare(ratio, best, f"{format_claim(two)} / {format_claim(one)}", *yearly, (one, two))
            is_open = is_real_in(sentence, yearly[0], (one, two)) or _has_other_level(sentence, change)
            is_open |= yearly[0].direction is (Direction.FALL if best > 1 else Direction.RISE)  # of something else
            yield from (one for one in found if one.verdict is Verdict.CONSISTENT or not is_open)
    with_levels = [sentence for _, sentence in pairs]
    for sentence in context.sentences:
        multiples = [claim for claim in sentence.read if claim.kind is ClaimKind.MULTIPLE]
        marked = [claim for claim in multiples if claim in sentence.claims]
        if any(_LIKENED[sentence.language].search(sentence.words_beside(claim)) for claim in marked):
            continue  # "twice as fast as others"
        yearly = _find_yearly(sentence) if len(multiples) == 1 and sentence not in with_levels else None
        if yearly is not None and multiples[0].value > 0:
            found = _compare_multiple(multiples[0], *yearly)
            yield from (one for one in found if one.verdict is Verdict.CONSISTENT or not _has_levels(sentence))


def _join_continued(sentences: Sequence[Sentence]) -> Iterator[Sentence]:
    """Two sentences with one level each, joined: ``It was 30 in 2018. It has grown 15% a year to 60``."""
    for earlier, later in pairwise(sentences):
        levels = [[claim for claim in one.read if claim.kind in LEVEL_KINDS] for one in (earlier, later)]
        is_of_it = later.follows(earlier) and _IT[later.language].match(later.words)
        if is_of_it and [len(found) for found in levels] == [1, 1] and len(earlier.claims) == 1:
            yield earlier.join(later)


def _compare_multiple(multiple: Claim, by: Claim, years: int) -> Iterator[Finding]:
    """Growth per year with a multiple over the span: ``doubled in six years, or 12% a year``."""
    if multiple.direction is None and not multiple.in_a_word:
        return  # 26 times earnings
    ratio, best = multiple.interval, multiple.value
    if multiple.direction is Direction.FALL:
        ratio, best = Interval.exactly(1) / ratio, 1 / best
    yield from _compare(ratio, best, format_claim(multiple), by, years, (multiple,))


def _pair_dated_levels(sentence: Sentence) -> LevelChange | None:
    """The only two levels of a sentence, of one unit and of two years that it names."""
    levels = [claim for claim in sentence.read if claim.kind in LEVEL_KINDS and not claim.restates]
    dated = [claim for claim in levels if claim.period is not None and "period" not in claim.inferred]
    if len(levels) != 2 or len(dated) != 2 or levels[0].unit != levels[1].unit:
        return None
    before, after = sorted(dated, key=lambda claim: claim.period.first if claim.period else date.min)
    is_one_thing = before.areas == after.areas and before.counted[:4] == after.counted[:4]
    is_one_thing = is_one_thing and _NEXT_CLAUSE.search("".join(_MARK.split(sentence.words)[1:-1])) is None
    one, two = before.period, after.period
    is_span = one is not None and two is not None and one.frequency is two.frequency and one.year < two.year
    return LevelChange(before, after) if is_one_thing and is_span else None


def _has_other_level(sentence: Sentence, change: LevelChange) -> bool:
    """Whether growth may be between other levels: ``from 15 in 2017 to 17 in 2020 and to 30 by 2025, 8.7% a year``."""
    one, known = change.before, {resolve_claim_id(level.id) for level in (change.before, change.after)}
    return any(other.kind is one.kind and other.unit == one.unit for other in sentence.read if other.id not in known)


def _has_levels(sentence: Sentence) -> bool:
    """Whether levels say a multiple more exactly, if only in numbers without a unit: ``tripled from 40 to 130``."""
    others = _SPAN[sentence.language].sub("", _YEAR.sub("", _MARK.sub("", sentence.words)))
    return any(map(str.isdigit, others)) or sum(claim.kind in LEVEL_KINDS for claim in sentence.claims) > 1


def _find_yearly(sentence: Sentence, change: LevelChange | None = None) -> tuple[Claim, int] | None:
    """The only growth of a sentence, if words beside it say that it is that of each year, and over how many years."""
    marks = list(_GROWTH.finditer(sentence.words))
    if len(marks) != 1:
        return None
    mark = marks[0]
    ahead = sentence.words[max(0, mark.start() - _AHEAD) : mark.start()].rpartition("⟧")[2]
    named = f"{_BREAK.split(ahead)[-1]} {_MARK.split(sentence.words[mark.end() :])[0]}"
    if change is not None and _is_of_other_span(named, change):
        return None
    behind = _BREAK.split(sentence.words[mark.end() : mark.end() + _BEHIND])[0]
    is_yearly = _YEARLY[sentence.language].search(_BREAK.split(ahead)[-1]) or _YEARLY[sentence.language].search(behind)
    years = _count_years(change, sentence) if is_yearly else None
    return (sentence.claims[int(mark[1])], years) if years is not None and years in _YEARS else None


def _is_of_other_span(words: str, change: LevelChange) -> bool:
    """Whether growth per year is that of another span than the levels': ``77 in 2025, 146 in 2027, 2022–2027 45%``."""
    years = [int(year) for year in _YEAR.findall(words)]
    dated = [one.period.year for one in (change.before, change.after) if one.period and "period" not in one.inferred]
    return len(years) == len(dated) == 2 and dated[0] < dated[1] and years != dated


def _count_years(change: LevelChange | None, sentence: Sentence) -> int | None:
    """The years between the two levels: those named, or so many in words."""
    named = sorted({int(year) for year in _YEAR.findall(sentence.plain)})
    one, two = (change.before.period, change.after.period) if change is not None else (None, None)
    spans = [
        _read_count(span[span.lastindex or 0], sentence.language)
        for span in _SPAN[sentence.language].finditer(sentence.plain)
    ]
    if len(named) == 2:
        years = named[1] - named[0]
        return (
            years if not spans or any(span in (years, years + 1) for span in spans) else None
        )  # or it is of another span
    if one is not None and two is not None and one.year < two.year and len(named) > 2:
        return two.year - one.year
    return spans[0] if len(spans) == 1 and not named else None


def _read_count(words: str, language: str) -> int | None:
    number = read_number(tag_sentence(words, language), 0)
    return int(number.value) if number is not None and number.value == int(number.value) else None


def _compare(
    ratio: Interval, best: Decimal, made_of: str, by: Claim, years: int, ends: tuple[Claim, ...]
) -> Iterator[Finding]:
    yearly = _take_roots(ratio, years)
    if yearly is None:
        return
    root = _take_root(best, years)
    implied = derive_figure(
        yearly, "%", label=check_messages.LABEL_GROWTH_PER_YEAR, best=root, signed=True,
        made_of=f"({made_of}) ^ (1 / {years})",
    )  # fmt: skip
    stated = by.interval if by.plain_value * root >= 0 else -by.interval
    fits = yearly.overlaps(stated)
    is_more = by.qualifier in (Qualifier.MORE_THAN, Qualifier.AT_LEAST) and root > by.plain_value > 0
    if not fits and (is_more or is_cut(root, by.value) or are_worlds_apart(root, by.plain_value)):
        return  # 167% for 167.6%; a multiple of something else
    is_near = abs(abs(root) - abs(by.plain_value)) < _NEAR * abs(
        by.plain_value
    )  # from the year after, as many state it
    if not fits and (is_near or _fits_if_rounded(ends, stated, years)):
        return
    message = check_messages.YEARLY_GROWTH_IS if fits else check_messages.YEARLY_GROWTH_IS_NOT
    reason = message.format(growth=implied.text, years=years, stated=format_claim(by))
    labels = (messages.LABEL_BEFORE, messages.LABEL_AFTER) if len(ends) > 1 else (messages.LABEL_STATED_CHANGE,)
    chain = (*map(Figure.from_claim, ends, labels), Figure.from_claim(by, messages.LABEL_STATED_CHANGE), implied)
    yield Finding(Verdict.judge(fits=fits), reason, (by.id, *(end.id for end in reversed(ends))), chain)


def _fits_if_rounded(ends: tuple[Claim, ...], stated: Interval, years: int) -> bool:
    """Whether growth fits two levels that end in zeros if these were rounded: 190万 to 280万."""
    if len(ends) == 1 or any(end.value % 10 or end.qualifier for end in ends):
        return False
    before, after = (Interval.from_printed(end.value, qualifier=Qualifier.ABOUT).scale(end.multiplier) for end in ends)
    yearly = _take_roots(after / before, years)
    return yearly is not None and yearly.overlaps(stated)


def _take_roots(ratio: Interval, years: int) -> Interval | None:
    """The growth per year in percent that a ratio over so many years can mean; ``None`` if it may be zero or less."""
    if ratio.low is None or ratio.high is None or ratio.low <= 0:
        return None
    return Interval(_take_root(ratio.low, years), _take_root(ratio.high, years))


def _take_root(ratio: Decimal, years: int) -> Decimal:
    """The growth per year in percent that makes a ratio in so many years."""
    return (_WIDE.power(ratio, Decimal(1) / years) - 1) * _HUNDRED
