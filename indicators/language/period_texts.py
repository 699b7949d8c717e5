"""A text that is one period in words of any language, as tables write it: ``Janv. 2020``, ``3. Quartal 2024``."""

from __future__ import annotations

from typing import Final

from indicators.language.dates import find_periods
from indicators.language.detection import detect_language
from indicators.language.languages import LANGUAGES, tag_sentence
from indicators.model.periods import TimePeriod

__all__ = ["parse_period_text"]

_SHORT: Final = 24  # characters


def parse_period_text(text: str) -> TimePeriod | None:
    """Parse a text that is one period in words of any language; ``None`` when it is not, or leaves something open.

    >>> [str(parse_period_text(text)) for text in ("June 5, 2020", "2020年1月", "январь 2020 года", "GDP 2020")]
    ['2020-06-05', '2020-01', '2020-01', 'None']
    """
    detected = detect_language(text)
    is_short = len(text) <= _SHORT and any(map(str.isalpha, text)) and any(map(str.isdigit, text))
    others = [code for code in LANGUAGES if code != detected] if is_short else []  # *Janv. 2020* may be of any
    periods = (_parse_period_in(text, code) for code in (detected, *others))
    return next((period for period in periods if period is not None), None)


def _parse_period_in(text: str, language: str) -> TimePeriod | None:
    sentence = tag_sentence(text, language)
    found = find_periods(sentence, None)
    if len(found) != 1 or found[0].first or found[0].is_inferred:
        return None
    rest = {sentence.key(at) for at in range(found[0].last, len(sentence))}
    return found[0].period if rest <= sentence.words.before_its_year | {"."} else None
