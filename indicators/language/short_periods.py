"""Parts of years as analysts write them, and days in figures: ``4Q24``, ``1H 2025``, ``2024-06-30``, ``30.06.2024``.

A year of a firm's own, as in ``3QFY25``, is no calendar year: nothing is read there, and `names_fiscal_time` tells so.
Nor is a day read whose month may be its day: ``03/06/2024`` in English.

>>> from indicators.language.languages import tag_sentence
>>> def read(text):
...     sentence = tag_sentence(text)
...     found = (read_short_period(sentence, index) for index in range(len(sentence)))
...     return [str(mention.period) for mention in found if mention is not None]
>>> read("4Q24 and Q1'25, after 9M 2023, H2 CY24 and 2023 Q4"), read("3QFY25, a 4Q engine, Q4 2,000 units")
(['2024-Q4', '2025-Q1', '2023-01-01/P9M', '2024-S2', '2023-Q4'], [])
>>> read("On 2024-06-30, 30.06.2024 and 30/06/2024, not 03/06/2024")
['2024-06-30', '2024-06-30', '2024-06-30']
>>> names_fiscal_time(tag_sentence("Revenue of 3QFY25 fell 3%.")), names_fiscal_time(tag_sentence("Q3 fell 3%."))
(True, False)
"""

from __future__ import annotations

import re
from typing import Final

from indicators.language.lexicon import Role
from indicators.language.marking import TaggedSentence
from indicators.language.relative_dates import Mention, make_mention
from indicators.language.tokens import Kind

_LONGEST: Final = 12  # characters
_MONTHS: Final = 12
_SHORT: Final = re.compile(
    r"(?:(?P<letter>[QH])(?P<part>[1-4])|(?P<part_first>[1-9])(?P<letter_last>[QHM]))"
    r"(?: ?CY| ?'| )?(?P<year>20[0-4]\d|[0-4]\d)(?![\d.,]*\d|%)(?!\w)"
    r"|(?P<year_first>20[0-4]\d)[ :-]?(?P<letter_behind>[QH])(?P<part_last>[1-4])(?!\w)"
)
_DAY: Final = re.compile(
    r"(?:(?P<year_first>(?:19|20)\d\d)(?P<mark>[-/.])(?P<month>\d{1,2})(?P=mark)(?P<day>\d{1,2})"
    r"|(?P<one>\d{1,2})(?P<other_mark>[-/.])(?P<two>\d{1,2})(?P=other_mark)(?P<year>(?:19|20)\d\d))(?![\d/-]|\.\d)"
)
_PARTS: Final = {"Q": ("Q", 4), "H": ("S", 2)}


def read_short_period(sentence: TaggedSentence, index: int) -> Mention | None:
    """Read the part of a year that is written with a letter at a token, with its year, a day in figures, or 十四五.

    Args:
        sentence: The sentence.
        index: The token.
    """
    if plan := sentence.at(index, Role.FIVE_YEARS):
        return make_mention(index, plan.end, f"{plan.value}-01-01/P5Y")
    if sentence.kind(index) not in (Kind.NUMBER, Kind.WORD) or sentence.has_han(index):
        return None
    if sentence.kind(index) is Kind.NUMBER and (day := _read_day(sentence, index)):
        return day
    start = sentence.tokens[index].start
    found = _SHORT.match(sentence.view, start, min(start + _LONGEST, sentence.tokens[-1].end))
    if found is None or (sentence.glued(index) and sentence.kind(index - 1) in (Kind.WORD, Kind.NUMBER)):
        return None
    year = found["year"] or found["year_first"]
    text = year if len(year) > 2 else f"20{year}"
    has_short_year = len(year) == 2 and found[0][-3] == " "
    if has_short_year:
        return None  # "Q4 24 units"
    letter = found["letter"] or found["letter_last"] or found["letter_behind"]
    part = int(found["part"] or found["part_first"] or found["part_last"])
    if letter == "M":
        text = f"{text}-01-01/P{part}M"
    else:
        sign, count = _PARTS[letter]
        text = f"{text}-{sign}{part}" if part <= count else ""
    last = next(at for at in range(index, len(sentence)) if sentence.tokens[at].end >= found.end())
    return make_mention(index, last + 1, text)


def _read_day(sentence: TaggedSentence, index: int) -> Mention | None:
    start = sentence.tokens[index].start
    found = _DAY.match(sentence.view, start, min(start + _LONGEST, sentence.tokens[-1].end))
    if found is None or (sentence.glued(index) and sentence.kind(index - 1) in (Kind.WORD, Kind.NUMBER)):
        return None
    day, month = found["day"] or found["one"], found["month"] or found["two"]
    is_open = found["other_mark"] in ("-", "/") and max(int(day), int(month)) <= _MONTHS
    if is_open and sentence.language.has_month_first:
        return None
    last = next(at for at in range(index, len(sentence)) if sentence.tokens[at].end >= found.end())
    return make_mention(index, last + 1, f"{found['year'] or found['year_first']}-{month:0>2}-{day:0>2}")


def names_fiscal_time(sentence: TaggedSentence) -> bool:
    """Whether a sentence names a year, or a part of one, that is a firm's own: ``the fiscal third quarter``."""
    return sentence.vocabulary.pattern("fiscal").search(sentence.text(0, len(sentence))) is not None
