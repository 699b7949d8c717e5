"""The tokens of one sentence with the phrases found in them, and the figures that the grammar makes of them."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from decimal import Decimal
from operator import attrgetter
from typing import TYPE_CHECKING, Final

from indicators.language.language import Language
from indicators.language.lexicon import Match, Role
from indicators.language.tokens import Kind, Token
from indicators.language.words import WordTables
from indicators.model.observations import Qualifier

if TYPE_CHECKING:
    from indicators.language.languages import Vocabulary
    from indicators.language.numbers import Number

_NOTHING: Final[dict[Role, Match]] = {}
_SHORTEST_FUTURE: Final = 5  # letters
_LONGEST_UNIT: Final = 4  # letters of units such as kg and km
_start: Final = attrgetter("start")
_end: Final = attrgetter("end")


@dataclass(slots=True)
class ParsedFigure:
    """One number with its unit and qualifiers, before it is classified.

    Attributes:
        first: Its first token, with qualifier, currency and sign.
        number: The first token of the number.
        last: The token after its last.
        value: The number.
        digits: Its significant digits.
        multiplier: Power of ten from its words of scale.
        unit: The role and value of its unit, if it has one.
        currency_before: The currency before it.
        qualifier: The word before or after it.
        sign: ``+`` or ``-`` printed before it, or empty.
        low: Lower end of a printed range.
        high: Upper end of it.
        counted: The noun of a count, as printed.
        in_words: Whether it was written in words.
        form: How it was written, where that matters: ``fraction``, ``multiple``, ``halved``, ``tenths``,
            ``index``, ``times``.
        per: What money or a quantity is paid or counted for: a unit in the plural, or a currency.
        unit_from: Where its unit was taken from, if not from the figure itself.
    """

    first: int
    number: int
    last: int
    value: Decimal
    digits: int
    multiplier: int = 0
    unit: tuple[Role, str] | None = None
    currency_before: str = ""
    qualifier: Qualifier | None = None
    sign: str = ""
    low: Decimal | None = None
    high: Decimal | None = None
    counted: str = ""
    in_words: bool = False
    form: str = ""
    per: str = ""
    unit_from: str = ""

    @property
    def money(self) -> str:
        """The currency or its ambiguous sign; empty if it is not money."""
        if self.currency_before:
            return self.currency_before
        return self.unit[1] if self.unit is not None and self.unit[0] is Role.MONEY else ""

    def has(self, *roles: Role) -> bool:
        """Whether its unit is one of these."""
        return self.unit is not None and self.unit[0] in roles


@dataclass(slots=True)
class TaggedSentence:
    """The tokens of a sentence with the phrases that begin and end at each.

    Attributes:
        tokens: The tokens.
        vocabulary: The words they are read with.
        view: The normalized text that the sentence is in.
        language: The language of the text.
        words: The small words of the vocabulary.
        numbers: The numbers that `indicators.language.numbers.read_number` has read, by their first token.
    """

    tokens: list[Token]
    vocabulary: Vocabulary = field(repr=False)
    view: str = field(repr=False)
    language: Language = field(init=False, repr=False)
    words: WordTables = field(init=False, repr=False)
    numbers: dict[int, Number | None] = field(init=False, repr=False, default_factory=dict)
    _starting: list[dict[Role, Match]] = field(init=False, repr=False)
    _ending: dict[int, dict[Role, Match]] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        self.language = self.vocabulary.own
        self.words = self.vocabulary.words
        lexicon = self.vocabulary.lexicon
        self._starting = []
        self._ending = defaultdict(dict)
        for index in range(len(self.tokens)):
            matches = lexicon.at(self.tokens, index) or self._future_at(index)
            if not matches:
                self._starting.append(_NOTHING)
                continue
            found = {match.role: match for match in matches}
            self._starting.append(found)
            for role, match in found.items():
                self._ending[match.end].setdefault(role, match)  # the first to end here began first: the longest

    def _future_at(self, index: int) -> list[Match]:
        """A verb that its ending makes a forecast, if no table knows it."""
        key, own = self.tokens[index].key, self.language
        is_future = own.endings.future and len(key) > _SHORTEST_FUTURE and key.endswith(own.endings.future)
        return (
            [Match(Role.FORECAST, None, index, index + 1)]
            if is_future and (self.tokens[index].text.islower() or not index)
            else []
        )

    def __len__(self) -> int:
        return len(self.tokens)

    def at(self, index: int, *roles: Role) -> Match | None:
        """The longest phrase of one of these roles that begins at a token."""
        if not 0 <= index < len(self.tokens):
            return None
        found = self._starting[index]
        if not found:
            return None
        if len(roles) == 1:
            return found.get(roles[0])
        matches = [found[role] for role in roles if role in found]
        return max(matches, key=_end) if matches else None

    def begins(self, index: int, roles: frozenset[Role]) -> bool:
        """Whether a phrase of one of these roles begins at a token of the sentence."""
        return not roles.isdisjoint(self._starting[index])

    def before(self, index: int, *roles: Role) -> Match | None:
        """The longest phrase of one of these roles that ends right before a token."""
        found = self._ending.get(index)
        if not found:
            return None
        matches = [found[role] for role in roles if role in found]
        return min(matches, key=_start) if matches else None

    def is_before_capital_noun(self, found: Match) -> bool:
        """Whether a word in small letters is an adjective, where nouns have a capital, and the noun follows."""
        if not self.language_of(found.start).has_capital_nouns or found.end - found.start != 1:
            return False
        one, two = (self.tokens[at].text if at < len(self) else "" for at in (found.start, found.end))
        return len(one) > _LONGEST_UNIT and one.islower() and two[:1].isupper()

    def within(self, start: int, end: int, *roles: Role) -> list[Match]:
        """The phrases of these roles between two tokens, in order."""
        return [
            self._starting[index][role]
            for index in range(max(start, 0), min(end, len(self.tokens)))
            for role in roles
            if role in self._starting[index] and self._starting[index][role].end <= end
        ]

    def key(self, index: int) -> str:
        """The token in lowercase; empty outside the sentence."""
        return self.tokens[index].key if 0 <= index < len(self.tokens) else ""

    def language_of(self, index: int) -> Language:
        """The language of a word, by its letters."""
        return self.vocabulary.language_of(self.key(index))

    def has_han(self, index: int) -> bool:
        """Whether a token is a character of a script that is written without spaces."""
        return 0 <= index < len(self.tokens) and self.tokens[index].kind is Kind.HAN

    def kind(self, index: int) -> Kind | None:
        """What a token is; ``None`` outside the sentence."""
        return self.tokens[index].kind if 0 <= index < len(self.tokens) else None

    def glued(self, index: int) -> bool:
        """Whether a token follows the one before without a space."""
        return 0 < index < len(self.tokens) and self.tokens[index].glued

    def text(self, start: int, end: int) -> str:
        """The words between two tokens, in the normalized view, from its beginning at most to its end."""
        start, end = max(start, 0), min(end, len(self.tokens))
        if start >= end:
            return ""
        return self.view[self.tokens[start].start : self.tokens[end - 1].end]
