"""The words around two levels: the change that they state with them, and its direction."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from indicators.claims.claim import PERCENT_KINDS, Claim, ClaimKind, Direction
from indicators.language.languages import MONTHS, PerLanguage, compile_pattern
from indicators.language.tokens import normalize

_WORD: Final = re.compile(r"[^\W\d_]+")
_HAN: Final = re.compile(r"[\u4e00-\u9fff]+")
_MONTHS: Final = "|".join(re.escape(name).replace(r"\*", r"\w*") for name in MONTHS)
MONTH_NAME: Final = rf"\b(?:{_MONTHS})\b"
"""A pattern of the names of months in all languages."""
# Words that may be between a change and its levels; any other word may start another subject.
_NEUTRAL: Final = PerLanguage(
    lambda known: known.words.change | known.number_starts | known.words.year_nouns | known.words.month_nouns
)
_NEUTRAL_STEM: Final = compile_pattern("change_stem")
_NEUTRAL_HAN: Final = compile_pattern("change_run")
_YEARLY: Final = compile_pattern("yearly")
_BEGINS_NOUN: Final = compile_pattern("changed_object")
_UP: Final = compile_pattern("up")
_DOWN: Final = compile_pattern("down")
_RAISED: Final = compile_pattern("raised")
_LOWERED: Final = compile_pattern("lowered")
OF_FORECAST: Final = compile_pattern("of_forecast")
_BETTER_OR_WORSE: Final = compile_pattern("better_or_worse")
_CLAUSE: Final = PerLanguage(
    lambda known: re.compile(
        rf"[;；]|, (?:{known.any_word('and_')})|{known.any_word('conjunctions')}|{known.alternatives('sends_to')}"
    )
)
_NOT: Final = compile_pattern("negation")
_GROWTH_NOUN: Final = PerLanguage(lambda known: re.compile(known.any_word("growth_nouns"), re.IGNORECASE))
_COMPOUND: Final = re.compile(r"[^\W\d_]+-[^\W\d_]+")
_AHEAD: Final = re.compile(r"⟦(?P<letter>[GXPRSMCQ])(?P<by>\d+)⟧(?P<gap>[^⟦⟧;；]{0,60})$")
_FAR_AHEAD: Final = re.compile(r"(?P<mark>⟦[GX](?P<by>\d+)⟧)(?P<gap>[^;；]{0,90})$")
_NO_SUBJECT_GROWTH: Final = compile_pattern("growth_without_subject")
_OBJECT: Final = re.compile(r"⟦X(?P<by>\d+)⟧(?P<object>(?: [^⟦⟧\s,;.]+){1,5}),? $")
_BEHIND: Final = re.compile(r"(?P<gap>[^⟦⟧;；]{0,60}?)⟦(?P<letter>[GXPRSMCQ])(?P<by>\d+)⟧")
# "rose 36% in 2024 and reached ⟦⟧": the same subject; another verb may state another change.
_IS_LEVEL: Final = PerLanguage(
    lambda known: re.compile(
        rf"\s*(?:{known.any_word('compared_level', 'from_level')})[^⟦⟧,;.]{{0,20}}⟦", re.IGNORECASE
    )
)
_REACHED: Final = compile_pattern("reached")
_BRINGS: Final = compile_pattern("brings_to")
_CUE: Final = compile_pattern("change_cue")
_OR: Final = PerLanguage(
    lambda known: re.compile(
        rf"^[,;(—–-]+ ?(?:{known.alternatives('or_share')}) ?(?:{known.alternatives('about')})?$", re.IGNORECASE
    )
)
_COMMA: Final = re.compile(r"\s?[,(—–，（]\s?")
_LAST: Final = re.compile(r"\s?[.;)。；）]|$")
_OR_WORDS: Final = compile_pattern("comes_to")
TIME_WORD: Final = PerLanguage(
    lambda known: re.compile(rf"(?:{known.alternatives('time_in_sentence')})[^\W\u4e00-\u9fff]*", re.IGNORECASE)
)
"""A word of time, whole."""
NOW: Final = PerLanguage(
    lambda known: re.compile("|".join(map(known.alternatives, ("nowadays", "years_later"))), re.IGNORECASE)
)
"""*Now*, *three years later*: after the first of two levels."""
_STATES_LEVEL: Final = compile_pattern("states_level")
_STEM: Final = 4  # letters
REACHES: Final = PerLanguage(lambda known: re.compile(rf"(?:{known.alternatives('range_to')})$", re.IGNORECASE))
"""*To*, right before the level that a change leads to."""
_COMPARES: Final = PerLanguage(
    lambda known: re.compile(
        "|".join(
            (
                *map(known.alternatives, ("than", "year_earlier", "last_year", "it_was")),
                *map(known.alternatives, ("raised", "lowered", "up", "down", "range_to", "of_forecast")),
                *map(known.alternatives, ("change_stem", "change_verb", "of_which", "gdp", "brings_to")),
                MONTH_NAME,
                r"\b\w\b|\b[QH]\d\b",
                known.any_word("small", "begins_other_time", "compared_level", "from_level", "to_level"),
            )
        ),
        re.IGNORECASE,
    )
)
BY_AMOUNT: Final = PerLanguage(lambda known: re.compile(rf"(?:{known.alternatives('by_amount')})$", re.IGNORECASE))
"""*By*, right before the amount of a change, with the verb before it."""
BY_STEP: Final = PerLanguage(lambda known: known.words.by_step)
"""The words before the step of a change."""
_APPOSITION: Final = PerLanguage(
    lambda known: re.compile(
        r"(?:[^⟦⟧;；]|⟦[CMQ]\d+⟧){0,110}?(?:[,(（—–:]| - ) ?"
        rf"(?:(?:{known.alternatives('or_share')})\b)?(?P<noun>[^⟦⟧,;:.，；。]{{0,30}}?"
        rf"(?:{known.any_word('growth_nouns')}|\b(?:{known.alternatives('change_noun')})\b)"
        r"[^⟦⟧,;:.，；。]{0,14})⟦[GXPRS](?P<by>\d+)⟧",
        re.IGNORECASE,
    )
)
_NAMED_STEP: Final = PerLanguage(
    lambda known: re.compile(
        rf"[^⟦⟧;；]*(?:⟦[CMQ]\d+⟧[^⟦⟧;；]*){{0,2}}\b(?P<noun>{known.any_word('article')}) ⟦P(?P<by>\d+)⟧[ -](?:\w+ )?"
        rf"(?:{known.alternatives('change_noun')})\b",
        re.IGNORECASE,
    )
)
_FLOW: Final = compile_pattern("flow")
_OTHER_CLAUSE: Final = PerLanguage(
    lambda known: known.words.conjunctions | known.words.and_ | known.words.pronouns | known.words.to_level
)
_OF_ITS_OWN: Final = PerLanguage(
    lambda known: re.compile(
        rf"(?: (?:{known.alternatives('change_noun')}))? "
        rf"(?:{known.alternatives('of')}|{known.alternatives('in_places')})\b(?! (?:\w+ ){{0,2}}"
        rf"(?:\d|{known.alternatives('time_in_sentence')}|{known.alternatives('year_earlier')}))",
        re.IGNORECASE,
    )
)


def find_stated_change(claims: Sequence[Claim], level: Claim, ahead: str, behind: str, language: str) -> Claim | None:
    """Find the change right before or after two levels, if only words of change are between.

    Args:
        claims: The claims of the sentence.
        level: One of the levels.
        ahead: The words before them, with marked figures.
        behind: The words behind them.
        language: The code of the language of the text.
    """
    for number in (
        _match_ahead(ahead[-110:], language),
        _match_behind(behind[:90], language),
        _match_far_ahead(ahead, behind, language),
    ):
        if number is not None:
            by = claims[number]
            return by if is_change(by, level) else None
    if (match := _OBJECT.search(ahead)) is not None and _is_object(match["object"], language):
        by = claims[int(match["by"])]
        return by if by.in_a_word else None  # "halved its workforce from 6,400 to 4,100 people"
    if (match := _match_apposition(behind, language)) is not None:
        by = claims[int(match["by"])]
        is_of_level = is_change(by, level) and (by.kind is not ClaimKind.POINTS or level.kind in PERCENT_KINDS)
        return replace(by, direction=_find_way(match["noun"], language)) if is_of_level else None
    return None


def _is_object(words: str, language: str) -> bool:
    """Whether words can be what a verb of change is about, without a verb, a clause or a subject of their own."""
    apart = {word.casefold() for word in _WORD.findall(words)} & _OTHER_CLAUSE[language]
    is_noun = _BEGINS_NOUN[language].match(words.lstrip()) is not None
    return is_noun and not apart and not states_way(words, language)


def _match_ahead(words: str, language: str) -> int | None:
    match = _AHEAD.search(words)
    if match is None or _YEARLY[language].search(match["gap"]):
        return None
    brings = _BRINGS[language].search(match["gap"])
    if brings is not None and is_neutral(match["gap"][: brings.start()], language):
        return int(match["by"])  # "8 million users were added, taking the total to"
    if not (is_neutral(match["gap"], language) or _REACHED[language].match(match["gap"])):
        return None
    return _get_number(match, words[: match.start()], language)


def _match_far_ahead(ahead: str, behind: str, language: str) -> int | None:
    """``see growth of ⟦⟧ by then, the value climbing from``: the only change, given without a subject of its own."""
    match = _FAR_AHEAD.search(ahead)
    if match is None or "⟦" in match["gap"] or "⟦G" in behind or _YEARLY[language].search(match["gap"]):
        return None
    before = ahead[: match.start("mark")]
    return int(match["by"]) if "⟦" not in before and _NO_SUBJECT_GROWTH[language].search(before) else None


def _match_behind(words: str, language: str) -> int | None:
    match = _BEHIND.match(words)
    gap = match["gap"] if match is not None else ""
    if _OR_WORDS[language].search(gap):  # "to 47% in March, that is by 6 points"
        gap = TIME_WORD[language].sub(" ", _OR_WORDS[language].sub(" ", gap))
    if match is None or not is_neutral(gap, language) or _OF_ITS_OWN[language].match(words, match.end()):
        return None
    if _YEARLY[language].search(match["gap"] + " " + words[match.end() :][:16]):
        return None
    if _IS_LEVEL[language].match(words, match.end()):
        return None  # "to 10 from 6, Chile will see growth of 21 from 14"
    return _get_number(match, match["gap"], language)


def _match_apposition(words: str, language: str) -> re.Match[str] | None:
    """A change that a noun behind the levels names: ``in the previous poll, a drop of ⟦⟧``, ``saying the ⟦⟧ rise``.

    Unless it has words of its own for what changed: ``, a drop of ⟦⟧ in prices``.
    """
    for pattern in (_APPOSITION[language], _NAMED_STEP[language]):
        match = pattern.match(words)
        if match is None or _YEARLY[language].search(match[0] + words[match.end() :][:16]):
            continue
        if _IS_LEVEL[language].match(words, match.end()):
            continue  # "growth of 21 from a current 14"
        apart = {word.casefold() for word in _WORD.findall(match["noun"])} & _OTHER_CLAUSE[language]
        if (
            not apart
            and not _FLOW[language].search(match["noun"])
            and _OF_ITS_OWN[language].match(words, match.end()) is None
        ):
            return match
    return None


def _find_way(noun: str, language: str) -> Direction | None:
    """The direction that a noun of change states: *a downgrade*."""
    up, down = (any(way[language].search(noun) for way in ways) for ways in ((_UP, _RAISED), (_DOWN, _LOWERED)))
    return None if up == down else Direction.RISE if up else Direction.FALL


def _get_number(match: re.Match[str], before: str, language: str) -> int | None:
    """The number of the claim, if its kind or the word before it makes it a change."""
    is_change = match["letter"] in "GXP" or any(_CUE[language].search(before.rstrip() + end) for end in (" ", ""))
    is_change = is_change or _OR[language].search(before) is not None  # "from 2,000 to 2,300 euros, or 15%"
    is_last = _LAST.match(match.string, match.end()) is not None
    is_change = is_change or (is_last and _COMMA.fullmatch(before) is not None)  # "from 2,000 to 2,300 euros, 15%."
    is_yearly = match["letter"] != "X" and _YEARLY[language].search(before[-30:])
    return int(match["by"]) if is_change and not is_yearly else None


def is_change(by: Claim, level: Claim) -> bool:
    """Whether a figure can be the change of a level."""
    if by.kind in (ClaimKind.GROWTH, ClaimKind.MULTIPLE, ClaimKind.POINTS):
        return True
    if by.kind is level.kind is ClaimKind.COUNT:
        return True
    return by.unit == level.unit or (by.unit.startswith("%") and by.kind in (ClaimKind.SHARE, ClaimKind.RATE))


def is_neutral(gap: str, language: str = "en") -> bool:
    """Whether a gap has only words of change, time and comparison.

    >>> is_neutral(", an increase of "), is_neutral(", while profit rose ")
    (True, False)
    """
    if _HAN.search(gap):
        return not _HAN.search(_NEUTRAL_HAN[language].sub("", gap))
    words = [word.casefold() for word in _WORD.findall(normalize(gap))]
    return all(word in _NEUTRAL[language] or _NEUTRAL_STEM[language].fullmatch(word) for word in words)


def is_one_comparison(between: str, language: str) -> bool:
    """Whether the words between two levels only compare them, so that no other subject can have come between.

    >>> is_one_comparison(" in 2023, up from ", "en"), is_one_comparison(" a year ago, on sales of ", "en")
    (True, False)
    """
    return is_neutral(_COMPARES[language].sub(" ", between), language)


def name_subject(words: str, language: str) -> frozenset[str]:
    """Return the beginnings of the words that name a subject, beside those that state, date and compare levels.

    >>> sorted(name_subject(" a year ago, on sales of ", "en")), sorted(name_subject(" and now costs ", "en"))
    (['sale'], [])
    """
    for known in (_STATES_LEVEL, NOW, TIME_WORD):
        words = known[language].sub(" ", words)
    if is_one_comparison(words, language):
        return frozenset()
    if _HAN.search(words):  # nothing parts a noun from its verb
        words = _NEUTRAL_HAN[language].sub(" ", words)
    stems = (word[:_STEM] for word in _WORD.findall(words.casefold()) if not is_one_comparison(word, language))
    return frozenset(stems) or frozenset((words,))


def _is_revised(particle: str, ahead: str, language: str) -> bool:
    """Whether *up* or *down* is of a verb that revises growth: ``revised growth for 2024 up``."""
    return any(
        way[language].search(particle) and verb[language].search(ahead[-70:])
        for way, verb in ((_UP, _RAISED), (_DOWN, _LOWERED))
    )


def states_way(words: str, language: str) -> bool:
    """Whether words state that something goes up or down."""
    return any(way[language].search(words) for way in (_UP, _DOWN, _RAISED, _LOWERED))


def has_object(ahead: str, language: str) -> bool:
    """Whether a verb of change has an object before what it changes by: ``réduire la croissance`` (``de 0,1 %``)."""
    ends = [match.end() for way in (_UP, _DOWN, _RAISED, _LOWERED) for match in way[language].finditer(ahead)]
    return bool(ends) and bool(name_subject(ahead[max(ends) :], language))


def find_direction(ahead: str, language: str, *, of_growth: bool) -> Direction | None:
    """The direction that the last words before two levels state, if they state just one.

    Growth that is itself a level has no direction from *grew* or *rose by*; a forecast of it is raised or cut.
    """
    by = BY_AMOUNT[language].search(ahead)
    if of_growth and by is not None and not _is_revised(by[0], ahead, language):
        return None
    clause = _CLAUSE[language].split(re.sub(r".*⟦[^⟦⟧]*⟧", "", ahead))[-1]
    clause = _COMPOUND.sub(" ", clause)  # "cholesterol-lowering drugs"
    near = clause[-70:]
    is_forecast = OF_FORECAST[language].search(near) is not None and not _BETTER_OR_WORSE[language].search(near)
    ways = (_RAISED, _LOWERED) if of_growth or is_forecast else (_UP, _DOWN)
    if not (of_growth or is_forecast):
        near = _BETTER_OR_WORSE[language].sub(" ", near)[-45:]  # "who think that it has worsened"
    up, down = (bool(way[language].search(near)) for way in ways)
    if up == down or _NOT[language].search(near):
        return None
    others = (_LOWERED, _DOWN) if up else (_RAISED, _UP)
    wide = _GROWTH_NOUN[language].sub(" ", clause)
    if any(way[language].search(text) for way, text in zip(others, (near, wide), strict=True)):
        return None  # "lowered its hopes for growth", "promised a hike, and that debt will be down to"
    return Direction.RISE if up else Direction.FALL
