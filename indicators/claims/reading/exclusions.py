"""Numbers that are not figures: dates, times, names, versions, telephone numbers, durations, list marks.

Each rule looks at a few tokens around the number and returns the reason, or ``None``.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from indicators.claims.reading import messages
from indicators.language.lexicon import Role
from indicators.language.marking import TaggedSentence
from indicators.language.measuring import read_unit_after
from indicators.language.tokens import Kind
from indicators.language.years import ends_span_of_years, is_bare_year, is_year

LINKS: Final = re.compile(
    r"(?:https?://|www\.)[^\s\u4e00-\u9fff]+"
    r"|[\w.+-]{1,64}@[\w-]{1,64}\.[\w.-]{1,64}"
    r"|\b[a-z\d-]{2,40}\.(?:com|org|net|ru|cn|io|gov|eu|de|uk|info)\b(?:/\S*)?"
)
_MANY_CENTS: Final = 1000
_LETTERS_OF_TIMES: Final = frozenset("mqh")  # of months, quarters and halves
_LINES_OF_A_PICTURE: Final = frozenset((144, 240, 360, 480, 540, 576, 720))
_LONG_WORD: Final = 3  # letters; shorter ones tie a number to a name
_AHEAD: Final = 20  # tokens
_MANY: Final = 1000
"""How many weeks or years no duration has."""
_HYPHENS: Final = frozenset("-–—")
_ATTRIBUTES: Final = frozenset(("megawatts", "gigawatts", "kilowatts", "hectares", "tonnes", "barrels", "acres"))


def exclude_date(sentence: TaggedSentence, index: int, end: int) -> str | None:
    """Give the reason if a number is a day, a year, a time of day or a duration."""
    text = sentence.tokens[index].text
    thing = sentence.at(end, Role.THING)
    if thing is not None and (thing.end > end + 1 or (thing.value == "index points" and Decimal(_plain(text)) > 24)):
        time = sentence.at(end, Role.SPAN, Role.QUARTER)
        if time is None or time.end < thing.end or thing.value == "index points":
            return None  # "кв. м" are square metres, not a quarter; "26572点" is not a time of day
    small = sentence.kind(index) is Kind.NUMBER and text.isdigit() and int(text[:4]) <= 31 and len(text) <= 2
    if small and (_month_beside(sentence, index, end) or _day_of_a_list(sentence, index, end)):
        return messages.DATE_REASON
    if sentence.kind(index) is Kind.NUMBER and _is_clock(sentence, index, end):
        return messages.TIME_OR_RATIO_REASON
    after = _past_adjectives(sentence, end)
    if is_year(sentence, index) and _is_calendar_year(sentence, index, end):
        return messages.YEAR_REASON
    is_of_a_time = sentence.at(end, Role.RELATIVE, Role.MONTH_AWAY, Role.QUARTER_AWAY) is not None or (
        sentence.vocabulary.pattern("year_earlier").match(sentence.text(end, end + 5)) is not None
    )  # "1,032 last year"
    is_of_a_time = is_of_a_time or (sentence.key(end) in sentence.words.last and Decimal(_plain(text)) >= _MANY)
    if is_length_of_life(sentence, index, end):
        return None
    if not is_of_a_time and (sentence.at(end, Role.SPAN) or sentence.at(after, Role.SPAN)):
        return None if sentence.at(end, Role.PERCENT, Role.SCALE, Role.MONEY) else messages.DURATION_OR_DATE_REASON
    if sentence.key(end) in _HYPHENS and sentence.glued(end) and sentence.at(end + 1, Role.SPAN, Role.MONTHS):
        return messages.DURATION_REASON
    return messages.DURATION_OR_DATE_REASON if sentence.at(end, Role.MONTHS, Role.QUARTER, Role.HALF) else None


def is_length_of_life(sentence: TaggedSentence, index: int, end: int) -> bool:
    """Whether a number of years measures what the words before it name: ``life expectancy was 84 years``."""
    words = sentence.words
    if sentence.key(end) not in words.year_nouns or sentence.key(index - 1) in words.where_in | words.over_year:
        return False
    ahead = sentence.text(max(0, index - _AHEAD), index)
    return sentence.vocabulary.pattern("length_of_life").search(ahead) is not None


def _plain(text: str) -> str:
    digits = "".join(character for character in text if character.isdigit())[:9]
    return digits or "0"


def _month_beside(sentence: TaggedSentence, index: int, end: int) -> bool:
    key, words = sentence.key(end), sentence.words
    is_joined = key in words.before_month and sentence.at(end + 1, Role.MONTH) is not None
    is_month = key not in words.months_and_verbs or sentence.tokens[end].text[0].isupper()
    if is_joined or (sentence.at(end, Role.MONTH) and is_month):
        return True
    before = sentence.before(index, Role.MONTH)
    if before is not None and sentence.tokens[before.start].text[:1].isupper() and sentence.language.has_month_first:
        return sentence.at(end, Role.SCALE, Role.PERCENT, Role.MONEY) is None
    both = key in _HYPHENS or key in words.between_months
    return both and sentence.kind(end + 1) is Kind.NUMBER and sentence.at(end + 2, Role.MONTH) is not None


def _day_of_a_list(sentence: TaggedSentence, index: int, end: int) -> bool:
    """The second day of ``September 25–29``."""
    if sentence.key(index - 1) not in _HYPHENS or sentence.kind(index - 2) is not Kind.NUMBER:
        return False
    return sentence.before(index - 2, Role.MONTH) is not None and sentence.at(end, Role.PERCENT, Role.SCALE) is None


def _is_clock(sentence: TaggedSentence, index: int, end: int) -> bool:
    def beside(at: int, other: int) -> bool:
        return sentence.key(at) == ":" and sentence.kind(other) is Kind.NUMBER and sentence.tokens[other].text.isdigit()

    if beside(end, end + 1) and sentence.glued(end) and sentence.glued(end + 1):
        return True
    return beside(index - 1, index - 2) and sentence.glued(index) and sentence.glued(index - 1)


def _is_calendar_year(sentence: TaggedSentence, index: int, end: int) -> bool:
    """A number of four digits is a year unless it has a unit, a scale or a noun."""
    if ends_span_of_years(sentence, index):
        return True
    if sentence.at(end, Role.SPAN) is not None or sentence.key(end) in sentence.words.year_mark:
        return True
    if sentence.at(end, Role.PERCENT, Role.SCALE, Role.MONEY, Role.POINTS, Role.BPS) is not None:
        return False
    if sentence.before(index, Role.MONTH) is not None and (
        is_bare_year(sentence, index) or sentence.language.has_capital_months
    ):
        return True  # "In March 2024 shops sold"; where months have capitals no number of shops comes right behind
    if sentence.before(index, Role.MONEY) is not None and not sentence.tokens[index - 1].text.isalpha():
        return False
    if sentence.language.has_bare_years and is_bare_year(sentence, index):
        return True
    if _counts_with_qualifier(sentence, index, end):
        return False
    thing = sentence.at(end, Role.THING)
    return thing is None or (not sentence.has_han(end) and sentence.key(index - 1) in sentence.words.before_year)


def _counts_with_qualifier(sentence: TaggedSentence, index: int, end: int) -> bool:
    """Whether it is *over 2000 new stations*, where thousands are printed without a mark."""
    if not sentence.language.has_grouping_points or sentence.before(index, Role.BEFORE) is None:
        return False
    unit = read_unit_after(sentence, end, in_words=False)
    return unit is not None and unit.role is Role.THING


def is_base_of_index(sentence: TaggedSentence, at: int) -> bool:
    """Whether the hundred that an index has in its base year follows: ``1979 = 100``, ``2015年=100``."""
    at += bool(sentence.at(at, Role.YEAR)) or sentence.key(at) in sentence.words.year_mark_unspaced
    equals = sentence.key(at) == "=" or sentence.vocabulary.pattern("equals").fullmatch(sentence.key(at))
    return bool(equals) and sentence.key(at + 1) == "100"


def _past_adjectives(sentence: TaggedSentence, end: int) -> int:
    """The token after a word such as *consecutive* before a duration."""
    if sentence.kind(end) is Kind.WORD and sentence.at(end + 1, Role.SPAN) and sentence.at(end, Role.SPAN) is None:
        unit = sentence.at(end, Role.SCALE, Role.PERCENT, Role.MONEY, Role.THING, Role.POINTS, Role.BPS)
        return end + 1 if unit is None and sentence.key(end) in sentence.words.before_duration else end
    return end


def exclude_name(sentence: TaggedSentence, index: int, end: int) -> str | None:
    """Give the reason if a number belongs to a name, a version, a rank or a reference: ``GPT-4``, ``Section 4.2``."""
    if sentence.glued(index) and (_sticks_to_a_word(sentence, index, end) or _is_between_letters(sentence, index, end)):
        return messages.NAME_PART_REASON
    if sentence.kind(end) is Kind.WORD and sentence.glued(end) and _sticks_to_what_follows(sentence, end):
        return messages.NAME_OR_ORDINAL_REASON
    words = sentence.words
    hyphen = sentence.key(end) in _HYPHENS and sentence.glued(end) and sentence.glued(end + 1)
    if hyphen and sentence.kind(end + 1) is Kind.WORD:
        return _adjective(sentence, end + 1)
    if sentence.vocabulary.pattern("name_behind").match(sentence.text(end, end + 3)):
        return messages.NAME_PART_REASON
    if _is_group(sentence, index, end):
        return messages.GROUP_NAME_REASON
    if (sentence.key(end) in words.ratio_mark and sentence.kind(end + 1) is Kind.NUMBER) or (
        sentence.key(index - 1) in words.ratio_mark and sentence.kind(index - 2) is Kind.NUMBER
    ):
        return messages.RATIO_REASON
    if _has_unit(sentence, index, end):
        return None
    is_grouped = "," in sentence.tokens[index].text and sentence.at(end, Role.THING)  # "in its first year 16,500 cars"
    is_named = sentence.before(index, Role.NAME) is not None and sentence.before(index, Role.RELATIVE) is None
    is_named = is_named and not is_grouped and sentence.before(index, Role.HALF, Role.FULL_YEAR) is None
    if is_named or sentence.key(index - 1) in ("#", "№"):
        return messages.NAME_OR_REFERENCE_REASON
    if sentence.key(index - 1) in words.ordinal_mark:
        return messages.ORDINAL_REASON
    return _after_a_capital(sentence, index)


def _is_group(sentence: TaggedSentence, index: int, end: int) -> bool:
    """Whether a number names a group: ``the 20 largest``, ``the richest 10%``."""
    words, ahead, behind = sentence.words, sentence.text(index - 5, index), sentence.text(end, end + 4)
    if sentence.key(index - 1) in words.article and sentence.key(end) in words.superlatives:
        return True
    space = "" if sentence.has_han(index - 1) else " "
    return sentence.vocabulary.pattern("group_by_rank").search(f"{ahead}{space}|{behind}") is not None


def _sticks_to_a_word(sentence: TaggedSentence, index: int, end: int) -> bool:
    before = index - 1
    if sentence.kind(before) is Kind.WORD:
        return sentence.before(index, Role.MONEY) is None and sentence.kind(index) is not Kind.HAN
    has_unit = _has_unit(sentence, index, end) or sentence.at(end, Role.THING) is not None
    if has_unit and is_dash_without_spaces(sentence, before):
        return False
    hyphenated = sentence.key(before) in _HYPHENS and sentence.glued(before) and sentence.kind(before - 1) is Kind.WORD
    return (
        hyphenated
        and sentence.kind(index) is Kind.NUMBER
        and sentence.key(before - 1) not in sentence.words.before_year_hyphen
    )


def is_dash_without_spaces(sentence: TaggedSentence, index: int) -> bool:
    """Whether a hyphen between a word and a number stands for a dash: «доля составила-9%»."""
    if sentence.key(index) not in _HYPHENS or not sentence.glued(index) or not sentence.glued(index + 1):
        return False
    word = sentence.tokens[index - 1].text
    return sentence.language_of(index - 1).is_inflected and word.islower() and len(word) >= _LONG_WORD


def _is_between_letters(sentence: TaggedSentence, index: int, end: int) -> bool:
    """Whether a number stands between two letters, although one of them may be of money: ``P2P``."""
    around = (index - 1, end)
    are_letters = all(sentence.kind(at) is Kind.WORD and len(sentence.key(at)) == 1 for at in around)
    return are_letters and sentence.glued(end) and sentence.key(index - 1) == sentence.key(end)


def _sticks_to_what_follows(sentence: TaggedSentence, end: int) -> bool:
    key = sentence.key(end)
    if key in _LETTERS_OF_TIMES and is_year(sentence, end + 1):
        return True  # "9M 2025"
    if key in sentence.words.scale_letters or key == "x":
        return sentence.glued(end + 1) and sentence.kind(end + 1) in (Kind.NUMBER, Kind.WORD)
    unit = sentence.at(
        end,
        Role.SCALE,
        Role.MONEY,
        Role.SUBUNIT,
        Role.THING,
        Role.PER_DAY,
        Role.POINTS,
        Role.BPS,
        Role.TIMES,
        Role.PERCENT,
    )
    is_letter = unit is not None and unit.role is Role.SUBUNIT and len(key) == 1
    return key in sentence.words.ordinal_endings or unit is None or (is_letter and not _are_cents(sentence, end))


def _are_cents(sentence: TaggedSentence, letter: int) -> bool:
    """Whether a letter behind a number is of money: ``66p``, not ``5p.m`` or, but of a share's price, ``720p``."""
    if sentence.key(letter + 1) == "." and sentence.glued(letter + 1) and sentence.glued(letter + 2):
        return sentence.kind(letter + 2) is not Kind.WORD
    count = Decimal(_plain(sentence.tokens[letter - 1].text))
    is_of_shares = sentence.vocabulary.pattern("of_shares").search(sentence.text(0, len(sentence))) is not None
    return count < _MANY_CENTS and (is_of_shares or count not in _LINES_OF_A_PICTURE)


def _adjective(sentence: TaggedSentence, word: int) -> str | None:
    """What a hyphen ties to the number: ``25-percent`` and ``$40-billion`` are figures, ``30-year`` is not."""
    key, words = sentence.key(word), sentence.words
    figure = sentence.at(word, Role.SCALE, Role.PERCENT, Role.POINTS, Role.BPS, Role.TIMES, Role.DOUBLE)
    if figure or key in words.figure_adjectives or key.startswith(sentence.language_of(word).figure_adjective_stems):
        return None
    if sentence.at(word, Role.SPAN, Role.MONTHS, Role.YEAR):
        return messages.DURATION_OR_DATE_REASON
    thing = sentence.at(word, Role.THING) or sentence.at(word, Role.MONEY)
    is_attribute = thing is not None and (thing.value in _ATTRIBUTES or thing.role is Role.MONEY)
    return None if is_attribute or key in words.units_in_adjectives else messages.ADJECTIVE_PART_REASON


def _has_unit(sentence: TaggedSentence, index: int, end: int) -> bool:
    unit = sentence.at(end, Role.PERCENT, Role.SCALE, Role.MONEY, Role.POINTS, Role.BPS, Role.TENTHS)
    sign = sentence.before(index, Role.MONEY)
    return unit is not None or (sign is not None and not sentence.tokens[sign.start].text.islower())


def _after_a_capital(sentence: TaggedSentence, index: int) -> str | None:
    """A bare number after a capitalised word within the sentence: ``Boeing 737``, ``RIF 2025``, ``S&P 500``."""
    before = index - 1
    if sentence.key(index) == "100" and is_base_of_index(sentence, before):
        return messages.INDEX_BASE_REASON
    if (
        before < 0
        or sentence.kind(index) is not Kind.NUMBER
        or sentence.kind(before) is not Kind.WORD
        or sentence.glued(index)
    ):
        return None
    word = sentence.tokens[before].text
    if sentence.language.has_capital_nouns and not sentence.tokens[index].text.isdigit():
        return None  # decimals behind any noun
    if (
        not word[0].isupper()
        or (before == 0 and not word.isupper())
        or sentence.at(index + 1, Role.THING, Role.PER_DAY)
    ):
        return None
    if sentence.at(before, Role.MONTH, Role.BEFORE, Role.RISE, Role.FALL, Role.SAY, Role.BY, Role.OF) is not None:
        return None
    if sentence.vocabulary.pattern("average").search(sentence.text(max(0, before - 1), index)):
        return None  # "im Schnitt 270"
    return messages.NAME_PART_REASON if len(sentence.tokens[index].text) <= 4 or word.isupper() else None


def exclude_sequence(sentence: TaggedSentence, index: int, end: int) -> tuple[str, int] | None:
    """Give the reason, and the token after it, for a telephone number, a date in figures, a list or footnote mark."""
    is_short = index == 0 and end == 1 and len(sentence.tokens[0].text) <= 2
    if is_short and sentence.key(end) in (")", ".") and sentence.glued(end):
        return messages.LIST_MARK_REASON, end + 1
    if sentence.key(index - 1) == "[" and sentence.key(end) == "]":
        return messages.FOOTNOTE_MARK_REASON, end
    last, parts = end, 1
    while sentence.key(last) in ("-", "/", "–") and sentence.glued(last) and sentence.glued(last + 1):
        if sentence.kind(last + 1) is not Kind.NUMBER:
            break
        last, parts = last + 2, parts + 1
    if parts >= 3:
        return messages.PHONE_OR_DATE_REASON, last
    slash = parts == 2 and sentence.key(end) == "/"
    if slash and not sentence.at(last, Role.PERCENT, Role.SCALE, Role.THING):
        return messages.FRACTION_OR_DATE_REASON, last
    opened = sentence.key(end) == "(" and sentence.kind(end + 1) is Kind.NUMBER and sentence.key(end + 2) == ")"
    if opened and sentence.kind(end + 3) is Kind.NUMBER and not sentence.at(end + 1, Role.YEAR):
        return exclude_sequence(sentence, end + 3, end + 4) or (messages.PHONE_REASON, end + 4)
    return None
