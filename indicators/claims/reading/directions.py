"""The words of change around a figure: the verb, noun or comparison nearest to it, and whether it says up or down."""

from __future__ import annotations

from typing import Final

from indicators.claims.claim import Direction
from indicators.language.lexicon import Match, Role
from indicators.language.marking import ParsedFigure, TaggedSentence
from indicators.language.numbers import read_number
from indicators.language.tokens import Kind
from indicators.language.years import is_year

_CHANGES: Final = (Role.RISE, Role.FALL)
_TIMES: Final = (Role.WEEKDAY, Role.MONTH, Role.RELATIVE, Role.MONTH_AWAY, Role.QUARTER_AWAY)
_FAR: Final = 80
_LONGEST_COMPOUND: Final = 7  # tokens
_LONGEST_TIME: Final = 6  # tokens
_FEW: Final = 6  # words between a verb of change and its figure
_IN_BRACKET: Final = 25  # tokens
_CLAUSE: Final = frozenset(",;:()。，；、—–")
_DASHES: Final = frozenset("-—–:")


def find_change_at_a_pace(sentence: TaggedSentence, figure: ParsedFigure) -> Match | None:
    """The verb of change before ``at an annual rate of 3%``."""
    pace = sentence.vocabulary.pattern("at_a_pace").search(sentence.text(max(0, figure.first - 6), figure.first))
    return pace and _nearest_change(sentence, figure.first, max(0, figure.first - pace[0].count(" ") - 4))


def find_clause(sentence: TaggedSentence, first: int, floor: int) -> int:
    """The token after the last conjunction that begins a clause of its own before a token."""
    return next(
        (at + 1 for at in range(first - 1, floor, -1) if sentence.key(at) in sentence.words.conjunctions), floor
    )


def _find_joined_clause(sentence: TaggedSentence, first: int) -> int:
    """The token after the last conjunction before a token, or the last *and* behind a comma."""
    floor = find_clause(sentence, first, 0)
    ands = (at for at in range(first - 1, floor, -1) if sentence.key(at) in sentence.words.and_)
    return next((at for at in ands if sentence.key(at - 1) in _CLAUSE), floor)


def find_comparison_after(sentence: TaggedSentence, at: int, ceiling: int) -> Match | None:
    """``9 percent more``, ``a 37% increase``, ``a 5% council tax rise``, ``на 1,4% выше``."""
    compound = sentence.vocabulary.pattern("compound_change").match(sentence.text(at, at + _LONGEST_COMPOUND))
    if compound is not None:
        end = sentence.tokens[at].start + compound.end()
        within = (
            sentence.at(change, Role.MORE, Role.LESS) for change in range(at, min(ceiling, at + _LONGEST_COMPOUND))
        )
        return next((one for one in within if one is not None and sentence.tokens[one.end - 1].end == end), None)
    for _ in range(3):
        if at >= ceiling:
            return None
        found = sentence.at(at, Role.MORE, Role.LESS)
        if found is not None and found.end <= ceiling + 1 and not _starts_a_clause(sentence, found):
            return found
        passing = sentence.at(at, Role.YOY)
        # As in "a 10% revenue decline".
        is_measure = sentence.vocabulary.pattern("nominal_measure").fullmatch(sentence.key(at))
        if passing is None and not is_measure:
            return None
        at = at + 1 if passing is None else passing.end
    return None


def _starts_a_clause(sentence: TaggedSentence, found: Match) -> bool:
    """*Above the target*, *up from*: prepositions of another statement rather than comparisons."""
    words = sentence.text(found.start, found.end + 3)
    return sentence.vocabulary.pattern("not_comparison").match(words) is not None


def find_change_directly_before(sentence: TaggedSentence, start: int, floor: int) -> Match | None:
    """A verb or noun of change right before the figure, times and small words aside."""
    words = sentence.words
    at, small = start, words.adverbs | (words.where_in - words.to_level) | _DASHES
    first = max(floor, start - _FEW)
    if first < start and (adjusted := sentence.vocabulary.pattern("adjusted").search(sentence.text(first, start))):
        begins = sentence.tokens[first].start + adjusted.start()  # "rose a seasonally adjusted 0.8%"
        at = next(n for n in range(first, start) if sentence.tokens[n].end > begins)
    times = () if sentence.key(start - 1) == ":" else _TIMES  # "rose in March: 5% of all have"
    for _ in range(_FEW):
        if at <= floor:
            return None
        found = sentence.before(at, *_CHANGES)
        if found is not None and found.start >= floor:
            return None if _gives_level(sentence, found) else found
        passing = sentence.before(at, Role.YOY, *times)
        if passing is not None and passing.start >= floor:
            at = passing.start
        elif sentence.key(at - 1) in small or is_year(sentence, at - 1):
            at -= 1
        else:
            return None
    return None


def _gives_level(sentence: TaggedSentence, found: Match) -> bool:
    """``降至``, ``跌破`` and *made up* end in a word for the level, not the change."""
    share = sentence.before(found.end, Role.SHARE)
    return sentence.key(found.end - 1) in sentence.words.verb_of_level or (
        share is not None and share.start < found.start
    )


def find_last(sentence: TaggedSentence, start: int, floor: int, *roles: Role) -> Match | None:
    """The last phrase of these roles that ends before a token."""
    for at in range(start, max(floor, start - _FAR), -1):
        found = sentence.before(at, *roles)
        if found is not None and found.start >= floor and not _begins_points(sentence, found):
            return found
    return None


def _begins_points(sentence: TaggedSentence, found: Match) -> bool:
    """Whether a phrase is the beginning of the name of a unit: «процентного пункта»."""
    points = sentence.at(found.start, Role.POINTS)
    return points is not None and points.end > found.end


def is_in_points(sentence: TaggedSentence, end: int) -> bool:
    """Whether the name of points of percent ends at a token: ``rose 0.3 point``; those of an index are named so."""
    thing = sentence.before(end, Role.THING)
    is_bare = thing is not None and thing.value == "index points" and not sentence.within(0, end, Role.INDEX)
    return is_bare or sentence.before(end, Role.POINTS, Role.BPS) is not None


def find_change_after(sentence: TaggedSentence, last: int, ceiling: int) -> Match | None:
    """The first word of change behind a figure in its clause."""
    for at in range(last, min(ceiling, last + 10)):
        if sentence.key(at) in _CLAUSE:
            return None
        found = sentence.at(at, *_CHANGES)
        if found is not None:
            return found
    return None


def is_moved(sentence: TaggedSentence, index: int) -> bool:
    """Whether a verb of motion is right before a token, a day or month aside: *passera le 1er mai de 15 à 16*."""
    words, at = sentence.words, index - 1
    small = words.article | words.where_in | words.ordinal_endings
    while at > index - _LONGEST_TIME and (
        sentence.kind(at) is Kind.NUMBER or sentence.key(at) in small or sentence.at(at, *_TIMES)
    ):
        at -= 1
    return sentence.key(at) in words.moved


def find_final_verb(sentence: TaggedSentence, last: int, floor: int) -> Match | None:
    """The verb behind a step, where verbs come last: ``um 17 Prozent (von 37 auf 43 Millionen) gestiegen``.

    One further behind counts where the words since the figure before have none: ``, die Mieten um 17 Prozent im Jahr
    gestiegen``.
    """
    if not sentence.language.has_final_verbs:
        return None
    if sentence.key(last) == "(":
        end = next((at for at in range(last, min(last + _IN_BRACKET, len(sentence))) if sentence.key(at) == ")"), last)
        return sentence.at(end + 1, *_CHANGES) if end > last else None
    if directly := sentence.at(last, *_CHANGES):
        return directly
    has_own = floor and find_last(sentence, last, floor, *_CHANGES)
    return find_change_after(sentence, last, len(sentence)) if floor and not has_own else None


def find_final_verb_of_percent(sentence: TaggedSentence, figure: ParsedFigure) -> Match | None:
    """The verb at the end whose object is a percentage: ``hat 3 Prozent verloren``, ``3 Prozent auf 70 gewonnen``."""
    words, before = sentence.words, sentence.key(figure.first - 1)
    is_level = before in words.to_level | words.compared_level | words.from_if_changed | words.of
    if not sentence.language.has_final_verbs or is_level:
        return None
    last = figure.last
    if sentence.key(last) in words.to_level and (level := read_number(sentence, last + 1)) is not None:
        last = next((at for at in (level.end, level.end + 1, level.end + 2) if sentence.at(at, *_CHANGES)), last)
    verb = sentence.at(last, *_CHANGES)
    return verb if verb is not None and sentence.key(verb.end) in {"", ".", *_CLAUSE} else None


def find_figure_direction(sentence: TaggedSentence, figure: ParsedFigure, floor: int, ceiling: int) -> Direction | None:
    """Up or down, by the nearest verb or comparison: right behind, or before in the clause, or in the sentence."""
    behind = sentence.at(figure.last, Role.MORE, Role.LESS)
    if behind is not None and figure.has(Role.POINTS, Role.BPS, Role.TIMES, Role.PERCENT):
        return find_way(behind.role)
    if is_turned_back(sentence, figure):
        return Direction.FALL
    if sentence.language.has_final_verbs and (verb := sentence.at(figure.last, *_CHANGES)):
        return find_way(verb.role)
    found = _nearest_change(sentence, figure.first, max(floor, figure.first - 14))
    if found is None and figure.has(Role.POINTS, Role.BPS, Role.TIMES):
        found = find_change_after(sentence, figure.last, ceiling) or _nearest_change(
            sentence, figure.first, _find_joined_clause(sentence, figure.first)
        )
    if found is None and figure.has(Role.POINTS, Role.BPS) and _leaves_out_verb(sentence, figure):
        found = _nearest_change(sentence, figure.first, 0)
    if found is None:
        return Direction.FALL if figure.sign == "-" else Direction.RISE if figure.sign == "+" else None
    return find_way(found.role)


def _leaves_out_verb(sentence: TaggedSentence, figure: ParsedFigure) -> bool:
    """Whether a dash stands for the verb of the clause before: «а безработица — на 1,2 пункта»."""
    step = sentence.before(figure.first, Role.BY)
    return sentence.key((figure.first if step is None else step.start) - 1) in _DASHES


def is_turned_back(sentence: TaggedSentence, figure: ParsedFigure) -> bool:
    """Whether a particle at the end of the clause makes its verb one of a fall: ``nahm den Zins auf 2,5 % zurück``."""
    marks = _CLAUSE | {"."}
    end = next((at for at in range(figure.last, len(sentence)) if sentence.key(at) in marks), len(sentence))
    return sentence.vocabulary.pattern("turned_back").search(sentence.text(figure.last, end)) is not None


def gives_level_ahead(sentence: TaggedSentence, figure: ParsedFigure) -> bool:
    """Whether the words right before make it a level, though they end like those before a step: *était de 5 %*."""
    level, step = (sentence.before(figure.first, role) for role in (Role.TO, Role.BY))
    is_level = level is not None and step is not None and level.start < step.start
    at = 0 if step is None else step.start - 1  # ", de 18 % en 2023,", but not "baisser, de 5 %"
    is_apposition = sentence.key(at) == "," and not sentence.before(at, *_CHANGES)
    return is_level or is_apposition or _is_old_level(sentence, figure)


def _is_old_level(sentence: TaggedSentence, figure: ParsedFigure) -> bool:
    """Whether a verb of motion right before makes it the level that something moved from: *est passé de 5 %*."""
    if sentence.key(figure.first - 1) not in (words := sentence.words).from_if_changed:
        return False
    if sentence.key(figure.first - 2) in words.moved:
        return True
    is_pair = sentence.key(figure.last) in words.range_to | words.level_joint
    number = read_number(sentence, figure.last + 1) if is_pair else None
    return number is not None and sentence.at(number.end, Role.PERCENT) is not None


def find_share_direction(sentence: TaggedSentence, figure: ParsedFigure, floor: int, ceiling: int) -> Direction | None:
    """Up or down of a share, by the words of its own clause; others are about its whole."""
    first = figure.first
    while first > floor and sentence.key(first - 1) not in _CLAUSE:
        first -= 1
    return find_figure_direction(sentence, figure, first, ceiling)


def _nearest_change(sentence: TaggedSentence, start: int, floor: int) -> Match | None:
    """The last word of change before a token; *made up* and 增加值 are not."""
    while (found := find_last(sentence, start, floor, *_CHANGES)) is not None:
        share = sentence.before(found.end, Role.SHARE)
        is_none = (share is not None and share.start < found.start) or sentence.key(found.end) in sentence.words.value
        if not is_none:
            return found
        start = found.start
    return None


def find_way(role: Role) -> Direction:
    """The direction that a word of a role states."""
    return Direction.FALL if role in (Role.FALL, Role.LESS, Role.DROP) else Direction.RISE


def is_participle(sentence: TaggedSentence, index: int) -> bool:
    """Whether a token is a participle by its ending: *sold*, «возмещена»."""
    return sentence.kind(index) is Kind.WORD and sentence.key(index).endswith(
        sentence.language_of(index).endings.participle
    )


def is_compared_level(sentence: TaggedSentence, start: int) -> bool:
    """Whether words such as *from*, *against* or *compared with* make a figure the one compared with.

    Args:
        sentence: The sentence.
        start: The first token of the figure.
    """
    words, revised = sentence.words, sentence.vocabulary.pattern("revision")
    passing = words.article | words.one_article | words.level_nouns
    if sentence.key(start - 1) in words.article and sentence.key(start - 2) in words.compared_surely:
        return True  # "less than the 3.5% of 2022"
    while start > 0 and (sentence.key(start - 1) in passing or revised.match(sentence.key(start - 1))):
        start -= 1  # "down from a revised 3.8%"
    with_what = sentence.key(start - 1) in words.compared_preposition
    return sentence.key(start - 1) in words.compared_level or (
        with_what and sentence.key(start - 2) in words.comparison_nouns
    )
