"""What a language is to the readers of texts: its words, endings, number words, names and patterns, as tables.

Each language is one value of `Language`, made in a module or package of its own and listed in
`indicators.language.languages`. The readers know no word of any language: they ask for its tables.
"""

from __future__ import annotations

from dataclasses import dataclass, field

__all__ = ["Language", "Patterns", "WordTables"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Patterns:
    """Regular expressions for the words that tie figures together; one that a language leaves out matches nothing.

    They are joined over the languages and compiled without regard to capitals.

    Attributes:
        year_earlier: *A year earlier*, as in ``sales were 20 billion a year earlier``.
        last_year: *Last year*, beside `year_earlier`, of a level before.
        change_stem: Whole words that only tell how something changed, by their stems.
        change_run: What may stand in an unspaced run of characters that only tells how something changed.
        change_character: A single character that tells a change, where words are not spaced.
        comparable: A base that was revised, or of those alone who reported both years: no two levels give such
            growth.
        real_terms: Growth with the effect of prices taken out.
        nominal: Growth with the effect of prices in it.
        current_prices: Sums at the prices of their own year.
        real_measure: Measures whose growth is real by custom: GDP, industrial production.
        nominal_measure: Measures whose growth is nominal by custom: sales, exports, wages.
        narrower: What sounds like a real measure and is none: the digital economy; more than GDP.
        yearly: Each year, or on average: no change between two years.
        up: Verbs of a rise.
        down: Verbs of a fall.
        negation: *Not*, *never*.
        change_cue: Words right before a number that make it a change.
        change_step: Words that make a number behind a level the step and not the level before.
        than: Words before the level that another is compared with.
        same_period: Characters that may stand before the level compared with, where words are not spaced.
        reached: ``and reached`` between a growth and its level.
        year_beside: *Last year*, *this year*: a level whose year is told only so.
        time_or_place: Times and places in the subject of a claim, where words are not spaced.
        time_in_subject: Times in the subject of growth, where words are not spaced.
        narrower_subject: A part of the country or the economy in a subject, where words are not spaced.
        not_of_one_year: Growth over more or less than one year, or for each person.
        again_in_brackets: Words that open a bracket with the same sum in other money.
        again: Words before the same sum in other money.
        range_joint: What stands between the two ends of a range, with its spaces.
        range_from: What begins a range, with its space.
        range_to: What begins its second end, with its space.
        moves: Verbs by which *from 10 to 20* is a change and no range.
        gdp: Gross domestic product.
        or_share: What stands between a part and the share it is: *or*, *that is*.
        about: Qualifiers behind `or_share`, each with its space.
        equals_share: What stands between a sum and the share of GDP that it is.
        of: Prepositions between a share and its whole.
        of_all: Words that name the whole only as all of it.
        part_of_before: Verb and its object between a part and a share of the whole before.
        of_before: *Of these* at the beginning of a sentence.
        whole_pronoun: A pronoun for the whole.
        the_total: *The total* as a whole.
        total: Words of a subject that make it a total.
        total_ahead: *For a total of*: words before a total.
        total_behind: *In all*: words behind a total.
        not_all_parts: *Including*: not all parts are named.
        not_parts: *Against*, *each*: the numbers of a list are no parts of a total.
        of_which: *Of which*, where shares of a share follow.
        the_rest: *The rest*: all shares are named.
        divided: Words that divide a whole into shares.
        overlapping: Words by which shares may overlap, as of answers to a survey.
        in_places: Prepositions before a place or group.
        time_in_sentence: Words of time by which two like sentences may differ.
        counted_or_valued: What may be counted or valued: transactions, payments.
        level_pairs: Words that set two levels against each other: ``<A>`` the later, ``<B>`` the earlier level,
            ``<60>`` up to 60 characters without a figure, ``<AGO>`` *a year earlier*, ``<THAN>`` `than`.
        level_triples: The same with the change ``<BY>`` between the two.
        part_and_share: A part ``<X>`` of a whole ``<Y>`` with its share ``<S>``; ``<OR>`` is `or_share`.
        part_without_share: A part of a whole without its share.
    """

    year_earlier: str = ""
    last_year: str = ""
    change_stem: str = ""
    change_run: str = ""
    change_character: str = ""
    comparable: str = ""
    real_terms: str = ""
    nominal: str = ""
    current_prices: str = ""
    real_measure: str = ""
    nominal_measure: str = ""
    narrower: str = ""
    yearly: str = ""
    up: str = ""
    down: str = ""
    negation: str = ""
    change_cue: str = ""
    change_step: str = ""
    than: str = ""
    same_period: str = ""
    reached: str = ""
    year_beside: str = ""
    time_or_place: str = ""
    time_in_subject: str = ""
    narrower_subject: str = ""
    not_of_one_year: str = ""
    again_in_brackets: str = ""
    again: str = ""
    range_joint: str = ""
    range_from: str = ""
    range_to: str = ""
    moves: str = ""
    gdp: str = ""
    or_share: str = ""
    about: str = ""
    equals_share: str = ""
    of: str = ""
    of_all: str = ""
    part_of_before: str = ""
    of_before: str = ""
    whole_pronoun: str = ""
    the_total: str = ""
    total: str = ""
    total_ahead: str = ""
    total_behind: str = ""
    not_all_parts: str = ""
    not_parts: str = ""
    of_which: str = ""
    the_rest: str = ""
    divided: str = ""
    overlapping: str = ""
    in_places: str = ""
    time_in_sentence: str = ""
    counted_or_valued: str = ""
    level_pairs: tuple[str, ...] = ()
    level_triples: tuple[str, ...] = ()
    part_and_share: tuple[str, ...] = ()
    part_without_share: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class WordTables:
    """Small words and the like, each table a text of words in lowercase; one that a language leaves out is empty.

    Attributes:
        change: Words that may stand between a change and its levels; any other word may begin another subject.
        general: Words of a subject that do not tell one indicator from another.
        in_totals: Words that do not tell one total from another.
        small: Words that do not tell one sentence from another.
    """

    change: str = ""
    general: str = ""
    in_totals: str = ""
    small: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Language:
    """A language that texts are read in.

    Attributes:
        code: Code of ISO 639: ``en``.
        name: Its English name.
        capitals: Its capital letters, for a class of characters.
        words: Small words.
        patterns: Words that tie figures together.
    """

    code: str
    name: str
    capitals: str = ""
    words: WordTables = field(default=WordTables(), repr=False)
    patterns: Patterns = field(default=Patterns(), repr=False)
