"""A language to the readers of texts: its letters, marks, words, endings and grammar, as one value.

Each language is made in a module or package of its own and listed in `indicators.language.languages`. The readers know
no word of any language; they ask for these tables. Only the code, the name and the letters are required.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, TypeAlias

from indicators.language.fractions import Fraction
from indicators.language.lexicon import Role
from indicators.language.numbers import Number
from indicators.language.patterns import Patterns
from indicators.language.tokens import Token
from indicators.language.words import WordTables

if TYPE_CHECKING:
    from indicators.language.marking import TaggedSentence

_ReadNumber: TypeAlias = Callable[[Sequence[Token], int], Number | None]
_ReadFraction: TypeAlias = "Callable[[TaggedSentence, int], Fraction | None]"


@dataclass(frozen=True, slots=True, kw_only=True)
class Nouns:
    """Nouns in rows ``head | phrase; phrase``, a star for any ending.

    Attributes:
        things: By the unit of `indicators.model.units` they are counted in; ``units`` for those without one, whose
            noun the claim keeps as printed. ``tonnes@3`` are thousands of tonnes.
        money: By the currency's code; ``USD?`` for what may be several.
        subunits: By the currency of which they are a hundredth.
        areas: By the area's code: adjectives, capitals and institutions, which CLDR does not know.
        indicators: By the indicator's id, where the catalogue has no names in this language.
    """

    things: str = ""
    money: str = ""
    subunits: str = ""
    areas: str = ""
    indicators: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Endings:
    """Endings of inflected words; empty where a language has none.

    Attributes:
        adjective: Of adjectives, by which they are passed over before a noun.
        relational: Of adjectives made of nouns that are counted themselves: bank cards are cards.
        participle: Of participles behind a share.
        genitive: Of nouns that may be the whole of a share.
        name: Of words that go on a name or office.
        locative: Of a country in which something is.
        accusative: Of a country to which something goes, among the `locative` ones.
        area: Of adjectives in lowercase letters that name a country.
        future: Of verbs that make a forecast.
        acronym_plural: Of the plural of an acronym.
    """

    adjective: tuple[str, ...] = ()
    relational: tuple[str, ...] = ()
    participle: tuple[str, ...] = ()
    genitive: tuple[str, ...] = ()
    name: tuple[str, ...] = ()
    locative: tuple[str, ...] = ()
    accusative: tuple[str, ...] = ()
    area: tuple[str, ...] = ()
    future: tuple[str, ...] = ()
    acronym_plural: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Language:
    """A language that texts are read in.

    Attributes:
        code: Code of ISO 639.
        name: Its English name.
        letters: The first and last lowercase letter of its script; languages with the same ones share it.
        capitals: Its capital letters, for a class of characters.
        letter_weight: How much a letter counts when the language of a text is detected.
        is_spaced: Whether spaces separate its words.
        is_inflected: Whether its nouns have cases.
        has_capital_months: Whether its months have a capital.
        has_month_first: Whether a day may follow its month: May 3.
        has_capital_nouns: Whether its nouns have a capital.
        has_bare_years: Whether a year needs no preposition, so that it may stand right before a noun.
        has_final_verbs: Whether a verb may be at the end of its clause, behind its figures.
        has_names_of_areas: Whether CLDR names countries in it that the catalogue does not.
        has_fiscal_years: Whether 2024/25 is a fiscal year, from April; otherwise it is both years.
        grouping_mark: The mark between thousands; a comma or point that is not it begins the decimals.
        has_grouping_points: Whether a point before three digits groups thousands, whatever the mark.
        has_points_of_millions: Whether it begins the decimals of millions and billions all the same: 5.998 млрд.
        common_words: Words by which the language of a text is detected, a star for any beginning.
        yes: How cells answer a question with yes, in lowercase.
        no: How they answer it with no.
        no_data: How files mark a missing figure, in lowercase.
        column_names: Names of columns in files, in lowercase, by what the column holds: ``area_name``, ``period`` …
        phrases: What phrases do beside a number, in rows ``role value | phrase; phrase``.
        nouns: What is counted, money and countries.
        words: Small words.
        patterns: Regular expressions.
        endings: Endings of inflected words.
        plural_ending: What makes a noun plural.
        office_stems: Beginnings of offices before a name.
        world_stems: Beginnings of words for the world, which have no capital.
        figure_adjective_stems: Beginnings of adjectives tied by a hyphen to a number that is a figure.
        meanings_of_signs: The currencies that ambiguous signs may mean where texts in this language narrow them.
        number_starts: Words that may begin a number.
        fraction_starts: Words that may begin a fraction.
        read_number: Read a number in words below a thousand.
        read_fraction: Read a fraction in words.
        stem: Make a stem with a star of a word.
        name_forms: Make all forms of a name of one word.
        is_counted_noun: Whether a word that no table knows may be a noun that is counted.
        no_noun_roles: Roles of words that are not.
    """

    code: str
    name: str
    letters: tuple[str, str] = ("a", "z")
    capitals: str = ""
    letter_weight: int = 1
    is_spaced: bool = True
    is_inflected: bool = False
    has_capital_months: bool = False
    has_month_first: bool = False
    has_capital_nouns: bool = False
    has_bare_years: bool = False
    has_final_verbs: bool = False
    has_names_of_areas: bool = False
    has_fiscal_years: bool = False
    grouping_mark: Literal[",", ".", " "] = ","
    has_grouping_points: bool = False
    has_points_of_millions: bool = False
    common_words: frozenset[str] = field(default=frozenset(), repr=False)
    yes: tuple[str, ...] = ()
    no: tuple[str, ...] = ()
    no_data: tuple[str, ...] = ()
    column_names: Mapping[str, tuple[str, ...]] = field(default_factory=dict, repr=False)
    phrases: str = field(default="", repr=False)
    nouns: Nouns = field(default=Nouns(), repr=False)
    words: WordTables = field(default=WordTables(), repr=False)
    patterns: Patterns = field(default=Patterns(), repr=False)
    endings: Endings = field(default=Endings(), repr=False)
    plural_ending: str = ""
    office_stems: tuple[str, ...] = ()
    world_stems: tuple[str, ...] = ()
    figure_adjective_stems: tuple[str, ...] = ()
    meanings_of_signs: Mapping[str, frozenset[str]] = field(default_factory=dict)
    number_starts: frozenset[str] = field(default=frozenset(), repr=False)
    fraction_starts: frozenset[str] = field(default=frozenset(), repr=False)
    read_number: _ReadNumber | None = field(default=None, repr=False)
    read_fraction: _ReadFraction | None = field(default=None, repr=False)
    stem: Callable[[str], str] = field(default=str, repr=False)
    name_forms: Callable[[str], list[str]] | None = field(default=None, repr=False)
    is_counted_noun: Callable[[str], bool] = field(default=bool, repr=False)
    no_noun_roles: tuple[Role, ...] = ()
