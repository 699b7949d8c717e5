"""A sum of money as people type it or paste it from a text: ``24e12``, ``1.5 mln``, ``$287 billion``, ``3,5 млрд``.

Plain digits are parsed here, strictly. Everything else is parsed with the words and rules that `indicators.claims`
uses for texts and `indicators.model.units` for units, so that a spelling means the same everywhere. A comma before
three digits groups thousands, but is a decimal mark next to Russian words, as in texts.

>>> from functools import partial
>>> from indicators.files import read_embedded_catalogue
>>> read = partial(parse_amount, currencies=read_embedded_catalogue().currencies)
>>> [str(read(text).value) for text in ("24,000,000", "1 234 567,89", "1.234,56", "1,234", "24 трлн")]
['24000000', '1234567.89', '1234.56', '1234', '2.4E+13']
>>> read("$287 billion").currency, read("15.5万亿元").currency, read("5 bn").currency
('USD', 'CNY', '')
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from decimal import Decimal
from typing import Final, NamedTuple

from indicators.errors import UsageError, find_nearest
from indicators.language import messages
from indicators.language.ambiguous_money import Currencies
from indicators.language.detection import detect_language
from indicators.language.language import Language
from indicators.language.languages import tag_sentence
from indicators.language.lexicon import Role
from indicators.language.marking import ParsedFigure, TaggedSentence
from indicators.language.measuring import measure_figure
from indicators.language.numbers import read_number
from indicators.language.tokens import normalize
from indicators.language.unit_texts import read_unit_text
from indicators.model.codelists import Currency
from indicators.model.formatting import format_quantity
from indicators.model.observations import Qualifier
from indicators.model.unit_names import AMBIGUOUS, SCALE_LETTERS, SCALE_WORDS, find_near_codes, get_currency_codes

_LONGEST: Final = 60
_MOST_DIGITS: Final = 40
_PLAIN: Final = re.compile(r"[-+]?(\d+(\.\d*)?|\.\d+)([eE][-+]?\d{1,3})?", re.ASCII)
_GROUPED: Final = re.compile(r"[-+]?\d{1,3}([ ,_]\d{3})+(\.\d+)?", re.ASCII)
_POINTS_PART_THOUSANDS: Final = re.compile(r"(?<![\d.,])\d{1,3}(\.\d{3})+,\d+(?![\d.,])", re.ASCII)
_NUMBER: Final = re.compile(r"[-+]?\d[\d.,]*", re.ASCII)
_POWER_OF_TEN: Final = re.compile(
    r"(?P<before>[^\d+-]*)(?P<number>[-+]?\d+(\.\d*)?[eE][-+]?\d{1,3})(?P<behind>\D*)", re.ASCII
)
_SWAPPED: Final = str.maketrans(".,", ",.")
_LETTER: Final = re.compile(r"[^\W\d_]")
_LATIN: Final = re.compile(r"[A-Za-z]+")
_SAYS_NO_LESS: Final = (None, Qualifier.ABOUT)


class Amount(NamedTuple):
    """An amount as typed.

    Attributes:
        value: The number, with its scale applied.
        currency: The code of the currency it names; empty if none.
        is_scaled: Whether it has a scale in words.
    """

    value: Decimal
    currency: str = ""
    is_scaled: bool = False


def parse_amount(text: str, source: str = "", *, currencies: Sequence[Currency]) -> Amount:
    """Parse a number with its scale and its currency.

    Args:
        text: What was typed.
        source: The currency given elsewhere; a sign that many currencies share means this one.
        currencies: All currencies with the countries that use them, to resolve ambiguous signs.

    Raises:
        UsageError: It is not an amount; the message gives what is expected and the nearest amount.

    >>> from functools import partial
    >>> from indicators.files import read_embedded_catalogue
    >>> read = partial(parse_amount, currencies=read_embedded_catalogue().currencies)
    >>> read("$5", "CAD").currency, read("¥5", "JPY").currency, read("5 M", "EUR").value
    ('CAD', 'JPY', Decimal('5E+6'))
    """
    plain = _POINTS_PART_THOUSANDS.sub(lambda found: found[0].translate(_SWAPPED), normalize(text).strip())
    if len(plain) > _LONGEST:
        raise _not_an_amount(text)
    digits = re.sub(r"[ ,_]", "", plain) if _GROUPED.fullmatch(plain) else plain
    amount = Amount(Decimal(digits)) if _PLAIN.fullmatch(digits) else _in_words(plain, source, text, currencies)
    if not -300 < amount.value.adjusted() < 300 or len(amount.value.as_tuple().digits) > _MOST_DIGITS:
        raise _not_an_amount(text)
    return amount


def _in_words(plain: str, source: str, text: str, known: Sequence[Currency]) -> Amount:
    """A number with words, as in a text or beside a unit."""
    rest = _LATIN.sub("", plain)  # a code in Latin letters may be beside words of any language
    language = detect_language(rest if _LETTER.search(rest) else plain)
    whole = tag_sentence(plain, language)
    behind = whole.before(len(whole), Role.MONEY)
    sentence = whole if behind is None else TaggedSentence(whole.tokens[: behind.start], whole.vocabulary, plain)
    figure = _figure(sentence)
    if figure is None:
        raise _not_an_amount(text, _mended(plain))
    is_all = (figure.first, figure.last, figure.unit) == (0, len(sentence), None)
    if not is_all or figure.qualifier not in _SAYS_NO_LESS:
        return _before_a_unit(whole, source, text)
    signs = [sign for sign in (behind.value if behind else "", figure.currency_before) if sign]
    currencies = {_code(sign, source or signs[0], whole.language, known) for sign in signs}
    if "" in currencies or len(currencies) > 1:
        return _before_a_unit(whole, source, text)
    value = -figure.value if figure.sign == "-" else figure.value
    return Amount(value.scaleb(figure.multiplier), "".join(currencies), figure.multiplier != 0)


def _figure(sentence: TaggedSentence) -> ParsedFigure | None:
    """The first number with its scale and unit."""
    for index in range(len(sentence)):
        if number := read_number(sentence, index):
            return measure_figure(sentence, index, number, 0)
    return None


def _code(sign: str, source: str, language: Language, known: Sequence[Currency]) -> str:
    """The currency that a sign means; of several, that of the countries of the money given elsewhere."""
    if "?" not in sign:
        return sign
    areas = [tender.area for one in known if one.code == source for tender in one.tenders if tender.last is None]
    named = Counter(dict.fromkeys(areas, 3))  # a field of its own counts more than a country named once
    return Currencies(known).resolve(sign, areas, named, language=language).code


def _before_a_unit(sentence: TaggedSentence, source: str, text: str) -> Amount:
    """A number beside a unit of `read_unit_text`: retired money, or ``5 M`` where the money is given elsewhere."""
    value, rest = _parted(sentence)
    if value is None:
        raise _not_an_amount(text, _nearest(sentence))
    for words, is_named in ((rest, True), (rest.replace(".", ""), True), (f"{rest} {source}", False)):
        unit = read_unit_text(words)
        if unit is not None and unit.unit in get_currency_codes():
            return Amount(value.scaleb(unit.power), unit.unit if is_named else "", unit.power != 0)
    raise _not_an_amount(text, _nearest(sentence))


def _parted(sentence: TaggedSentence) -> tuple[Decimal | None, str]:
    """The number, if there is one, and the words beside it."""
    if found := _POWER_OF_TEN.fullmatch(sentence.view):
        return Decimal(found["number"]), f"{found['before']} {found['behind']}".strip()
    sign = {"-": -1, "+": 1}.get(sentence.key(0), 0)
    number = read_number(sentence, abs(sign)) if len(sentence) > 1 else None
    return (None, "") if number is None else (number.value * (sign or 1), sentence.text(number.end, len(sentence)))


def _nearest(sentence: TaggedSentence) -> str:
    """The currencies the sign may mean; otherwise the part that is an amount; otherwise the nearest word."""
    named = [token.key for index, token in enumerate(sentence.tokens) if sentence.at(index, Role.MONEY)]
    if meant := next((AMBIGUOUS[key] for key in named if key in AMBIGUOUS), ""):
        return meant
    figure = _figure(sentence)
    known = [code for code in figure.money.split("?") if code] if figure else []
    if len(known) > 1:
        return messages.OR.format(first=", ".join(known[:-1]), second=known[-1])
    passed_over = {token.key for token in sentence.tokens} & SCALE_LETTERS.keys()
    if figure and (figure.multiplier or (known and not passed_over)):
        value = figure.value.scaleb(figure.multiplier) * (-1 if figure.sign == "-" else 1)
        return format_quantity(value, *(known or ["ratio"]), digits=figure.digits)
    word = _parted(sentence)[1].rpartition(" ")[2]
    return ", ".join(find_near_codes(word) or find_nearest(word, (*SCALE_WORDS, *get_currency_codes())))


def _mended(plain: str) -> str:
    """Both ways in which the marks between the digits may be meant."""
    found = _NUMBER.search(plain)
    whole, mark, decimals = found[0].replace(",", ".").rpartition(".") if found else ("", "", "")
    whole = whole.replace(".", "")
    if not (mark and whole and decimals):
        return ""
    return messages.OR.format(first=f"{whole}{decimals}", second=f"{whole}.{decimals}")


def _not_an_amount(text: str, near: str = "") -> UsageError:
    hint = messages.NEAREST_AMOUNT.format(amount=near) if near else None
    found = text.strip() or messages.EMPTY_INPUT
    return UsageError(messages.NOT_AN_AMOUNT, found=found, expected=messages.AMOUNT_EXPECTED, hint=hint)
