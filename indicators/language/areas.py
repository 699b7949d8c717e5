"""The countries that a text names, by name, adjective or institution, in all languages and cases.

>>> from indicators.language.languages import load_vocabulary
>>> from indicators.model.codelists import Area, AreaList
>>> russia = Area("RUS", "Russia", aliases=("Россия", "俄罗斯"))
>>> areas = AreaList([russia, Area("CHN", "China", aliases=("Китай", "中国"))])
>>> from indicators.language.tokens import tokenize
>>> finder = AreaFinder(areas, load_vocabulary("en"))
>>> [code for code, _ in finder.find(tokenize("Russian exports to China; торговля России с Китаем; 中国"))]
['RUS', 'CHN', 'RUS', 'CHN', 'CHN']
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any, Final

from indicators.language.languages import Vocabulary
from indicators.language.lexicon import Lexicon, Match, Role, parse_rows
from indicators.language.tokens import Kind, Token, normalize, tokenize
from indicators.model.codelists import AreaList

ELSEWHERE: Final = "*"
"""Stands for a place that is no area of the list: a part of a country, or a group of countries."""
_NO_NAMES: Final[Mapping[str, str]] = MappingProxyType({})
_BEFORE: Final = 2  # tokens of a currency before the name of its country
_BEHIND: Final = 3  # tokens behind a name that may make it part of another


class AreaFinder:
    """Find the areas of a list in tokens.

    Args:
        areas: The areas, whose names and aliases are known.
        vocabulary: The words that the tokens are read with.
        names: Further names, each with the code it stands for.

    Attributes:
        groups: The codes of the groups of countries among the areas.
    """

    def __init__(self, areas: AreaList, vocabulary: Vocabulary, names: Mapping[str, str] = _NO_NAMES) -> None:
        self._vocabulary = vocabulary
        self.groups = frozenset(area.code for area in areas if area.kind == "group")
        self._lexicon = Lexicon(self._phrases(areas, names))

    def _phrases(self, areas: AreaList, names: Mapping[str, str]) -> Iterator[tuple[str, Role, Any]]:
        yield from ((name.lower(), Role.NAME, (code, True)) for name, code in names.items())
        own = Lexicon(
            (phrase, Role.NAME, (code, False))
            for code, phrases in parse_rows(self._vocabulary.own.nouns.areas) for phrase in phrases
        )  # fmt: skip
        for area in areas:
            for name in (area.name, *area.aliases):
                if len(name) > 1 and not (name.isascii() and name.isupper() and len(name) < 3):
                    yield from ((form, Role.NAME, self._value(own, area.code, form)) for form in self._forms(name))
        territories = self._vocabulary.territories
        for area in areas:
            if area.alpha2 in territories:
                forms = self._forms(territories[area.alpha2])
                yield from ((form, Role.NAME, self._value(own, area.code, form)) for form in forms)
        for language in self._vocabulary.languages:
            for code, phrases in parse_rows(language.nouns.areas):
                if code in areas.by_code or code == ELSEWHERE:
                    yield from ((phrase, Role.NAME, (code, False)) for phrase in phrases)

    @staticmethod
    def _value(own: Lexicon, code: str, form: str) -> tuple[str, bool]:
        """The code, and whether the name always has a capital: not where it is an adjective too, as *suisse* is."""
        tokens = tokenize(form)
        return code, not any(found.value[0] == code and found.end == len(tokens) for found in own.at(tokens, 0))

    def _forms(self, name: str) -> list[str]:
        """A name as it is looked for: one word in all its cases, several words by their stems."""
        words = normalize(name.lower()).split()
        forms = self._vocabulary.language_of(words[0]).name_forms
        if len(words) == 1 and words[0].isalpha() and forms is not None:
            return forms(words[0])
        return [" ".join(self._stemmed(word, lowered) for word, lowered in zip(name.split(), words, strict=True))]

    def _stemmed(self, word: str, lowered: str) -> str:
        own = self._vocabulary.language_of(lowered)
        head, hyphen, last = lowered.rpartition("-")  # only the last part of a double name is declined
        return f"{head}{hyphen}{own.stem(last)}" if own.is_inflected and last.isalpha() else word

    def find(self, tokens: list[Token]) -> list[tuple[str, int]]:
        """Find the codes of the areas named, each with its token, in order."""
        areas: list[tuple[str, int]] = []
        institutions: list[tuple[str, int]] = []
        for match in self._lexicon.scan(tokens, lambda match: self._is_name(tokens, match)):
            is_other = self._is_of_another(tokens, match.start, match.end) or self._is_city(tokens, match)
            if not is_other and not self._is_of_money(tokens, match):
                joint = "" if tokens[match.start].kind is Kind.HAN else " "
                words = joint.join(token.key for token in tokens[match.start : match.end])
                is_office = words in self._vocabulary.words.institutions
                (institutions if is_office else areas).append((match.value[0], match.start))
        return areas or institutions  # who says it matters only where no country is named

    def find_typed(self, tokens: list[Token]) -> list[tuple[str, int, int]]:
        """Find the codes of the areas in words that were typed, whose capitals tell nothing, each with its place.

        The places are those of characters: where the name begins, and behind its end. Institutions name no country.
        """
        words, found = self._vocabulary.words, []
        for match in self._lexicon.scan(tokens):
            keys = [token.key for token in tokens[match.start : match.end]]
            is_other = self._is_of_another(tokens, match.start, match.end) and keys[0] not in words.areas_and_people
            is_other = is_other or match.value[0] == ELSEWHERE
            if not is_other and " ".join(keys) not in words.institutions:
                found.append((match.value[0], tokens[match.start].start, tokens[match.end - 1].end))
        return found

    def _is_name(self, tokens: list[Token], match: Match) -> bool:
        """Names have capitals, except adjectives and the world; a single character needs another beside it."""
        index, end, is_full = match.start, match.end, match.value[1]
        token, words = tokens[index], self._vocabulary.words
        if token.kind is Kind.HAN:
            following = tokens[end].text if end < len(tokens) else ""
            return end - index > 1 or (token.text in words.country_characters and following in words.of_a_country)
        if token.kind is not Kind.WORD:
            return False
        if token.key in words.area_acronyms:
            return token.text.isupper()
        if token.text[0].isupper():
            return index > 0 or token.key not in words.areas_and_words
        own = self._vocabulary.language_of(token.key)
        is_adjective = not is_full and token.key.endswith(own.endings.area)
        return token.key.startswith(own.world_stems) or is_adjective

    def _is_city(self, tokens: list[Token], match: Match) -> bool:
        """Whether a capital is meant and not its country: ``unemployment in London``, not ``London said``."""
        words, ahead = self._vocabulary.words, [token.key for token in tokens[max(0, match.start - 2) : match.start]]
        if not ahead or ahead[-1] not in words.where_in or ahead[0] in words.offices:
            return False  # "the ministry in Berlin"
        joint = "" if tokens[match.start].kind is Kind.HAN else " "
        name = joint.join(token.key for token in tokens[match.start : match.end])
        return self._vocabulary.pattern("cities").fullmatch(name) is not None

    def _is_of_money(self, tokens: list[Token], match: Match) -> bool:
        """Whether a name is part of that of a currency: *US dollars*, «долларов США»."""
        starts = range(max(0, match.start - _BEFORE), match.start + 1)
        found = (money for at in starts for money in self._vocabulary.lexicon.at(tokens, at))
        return any(
            money.role is Role.MONEY and money.end >= match.end and money.end - money.start > match.end - match.start
            for money in found
        )

    def _is_of_another(self, tokens: list[Token], index: int, end: int) -> bool:
        """Whether a name is part of another: *New Mexico*, *World Bank*, *Peter Jordan*, 墨西哥湾."""
        words, in_name = self._vocabulary.words, self._vocabulary.pattern("area_in_name")
        before = tokens[index - 1].key if index else ""
        if tokens[index].kind is Kind.HAN:
            behind = "".join(token.text for token in tokens[end : end + 4])
            return before in words.before_other_area or in_name.match(behind) is not None
        if end < len(tokens) and in_name.match(
            " ".join([tokens[index].key, *(token.text for token in tokens[end : end + _BEHIND])])
        ):
            return True
        at = index - 1 - (before in words.article)
        if before == "-" and index > 1 and tokens[index].glued:
            before = tokens[index - 2].key
        elif at > 0 and tokens[at].key in words.of:
            return tokens[at - 1].key in words.parts_of_countries  # "dans le nord de la France"
        if before in words.before_other_area | words.parts_of_countries:
            return True
        is_person = before.isalpha() and len(before) > 1 and tokens[index - 1].text[0].isupper()
        return tokens[index].key in words.areas_and_people and is_person and before not in words.before_people
