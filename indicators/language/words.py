"""Small words that the rules of reading ask for, in tables that each language fills."""

from __future__ import annotations

from dataclasses import dataclass


def words(text: str) -> frozenset[str]:
    """Split a text into the words of a table.

    >>> sorted(words("from to"))
    ['from', 'to']
    """
    return frozenset(text.split())


_NONE: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class WordTables:
    """Tables of words in lowercase; one that a language leaves out is empty."""

    # Sentences
    abbreviations: frozenset[str] = _NONE  # Abbreviations that never end a sentence, as a name or a number follows.
    abbreviations_before_figures: frozenset[str] = _NONE  # Abbreviations that do not end a sentence before a digit.
    after_ordinal: frozenset[str] = _NONE  # Behind a number whose point makes it an ordinal: the 3. quarter.
    dotted: frozenset[str] = _NONE  # First letters of dotted abbreviations that go on before a capital: U.S.
    letter_units: frozenset[str] = _NONE  # Single letters that may end a sentence, as initials don't.

    # Small words
    article: frozenset[str] = _NONE  # The definite article.
    one_article: frozenset[str] = _NONE  # An article that means one: *a million*.
    and_: frozenset[str] = _NONE  # And.
    or_: frozenset[str] = _NONE  # Or.
    of: frozenset[str] = _NONE  # The preposition of a part or a noun.
    possessive: frozenset[str] = _NONE  # What ties an owner to what follows, in unspaced text.
    every: frozenset[str] = _NONE  # Every.
    another: frozenset[str] = _NONE  # Another, again.
    but: frozenset[str] = _NONE  # Begins a clause on the other hand, as *but* and *while* do.
    joints: frozenset[str] = _NONE  # What joins numbers of a list beside commas.
    where_in: frozenset[str] = _NONE  # Before a place right behind its figure.
    where: frozenset[str] = _NONE  # In a place.
    lead: frozenset[str] = _NONE  # Words before a subject that are not part of it.
    relative_clause: frozenset[str] = _NONE  # Words that begin a clause about something else.
    conjunctions: frozenset[str] = _NONE  # Words that begin a clause with a verb of its own.
    adverbs: frozenset[str] = _NONE  # Adverbs between a verb of change and its figure.

    # Numbers
    scale_letters: frozenset[str] = _NONE  # Single letters that are scales when glued to a number.
    scale_beside_money: frozenset[str] = _NONE  # Scales that are units when there is no money.
    scales_alone: frozenset[str] = _NONE  # Scales that mean one of it without a number.
    scales_after_article: frozenset[str] = _NONE  # Scales that mean one of it after `one_article`.
    more_inside: frozenset[str] = _NONE  # Qualifiers between a number and its scale or unit.
    counter: frozenset[str] = _NONE  # A word that counts anything.
    unit_letters: frozenset[str] = _NONE  # Single letters that are units, but not in abbreviations: т. д.
    money_letters: frozenset[str] = _NONE  # Lowercase names of money before a number.
    people_nouns: frozenset[str] = _NONE  # Nouns of all who live somewhere: *population*.
    number_of: frozenset[str] = _NONE  # *The number of*, before a noun that is counted.
    no_adjective: frozenset[str] = _NONE  # Words that are not adjectives before a noun that is counted.
    no_noun: frozenset[str] = _NONE  # Characters that end a noun after `counter`.
    before_ordinal_word: frozenset[str] = _NONE  # Characters before a number word that make it an ordinal.

    # Qualifiers
    behind_qualifier: frozenset[str] = _NONE  # Prepositions between a qualifier and its number.
    upward: frozenset[str] = _NONE  # The verb particle of ``up to``, not a qualifier after `goes_up`.
    goes_up: frozenset[str] = _NONE  # Verbs before ``up to`` a level.
    surpass: frozenset[str] = _NONE  # Verbs that are qualifiers only before money.
    no_qualifier: frozenset[str] = _NONE  # Qualifiers that don't widen a number.
    not_minus: frozenset[str] = _NONE  # Characters that make a verb of the sign behind them: 背负.
    up_to: frozenset[str] = _NONE  # *Up to*, unless something moves to it.

    # Prices and rates
    rate_to: frozenset[str] = _NONE  # Before `article` and a currency: *to the dollar*.
    no_rate: frozenset[str] = _NONE  # Prepositions of a price that no currency follows.
    for_one: frozenset[str] = _NONE  # Before a currency of an exchange rate.
    exchanged_for: frozenset[str] = _NONE  # Between the two sums of an exchange rate.
    counted_per: frozenset[str] = _NONE  # Before the number that something is counted per.
    counted_per_round: frozenset[str] = _NONE  # Before a round number that something is counted per.
    ratio_mark: frozenset[str] = _NONE  # Between the two numbers of a ratio.
    of_which: frozenset[str] = _NONE  # Words before a part of the sum before.

    # Fractions and multiples
    one_in: frozenset[str] = _NONE  # *One in five*.
    out: frozenset[str] = _NONE  # *Two out of five*, with `of`.
    after_fraction: frozenset[str] = _NONE  # Between a fraction and the scale it is of.
    before_percent: frozenset[str] = _NONE  # Between a fraction and the percent it is of.
    half_of_tenth: frozenset[str] = _NONE  # Half, behind tenths: 八成半.
    fraction_nouns: frozenset[str] = _NONE  # Nouns of a fraction: пятая часть.
    multiple_or_adjective: frozenset[str] = _NONE  # Multiples that may be adjectives: double standards.
    before_multiple: frozenset[str] = _NONE  # Words before them that make them multiples.
    after_multiple: frozenset[str] = _NONE  # Words behind them that make them multiples.
    not_after_multiple: frozenset[str] = _NONE  # Words behind them that make them names.
    before_times: frozenset[str] = _NONE  # Words before so many times as much.
    after_times: frozenset[str] = _NONE  # Words behind *times* by which it is a multiple.
    fold: frozenset[str] = _NONE  # Endings of a multiple.

    # Names
    name_particles: frozenset[str] = _NONE  # Small words within the name of a person or office.
    not_names: frozenset[str] = _NONE  # Words beside a verb of saying that are not part of a name.
    pronouns: frozenset[str] = _NONE  # Pronouns for the speaker before.
    offices: frozenset[str] = _NONE  # Offices before a name.
    superlatives: frozenset[str] = _NONE  # Words behind a number that names a group: the 20 largest.
    ordinal_mark: frozenset[str] = _NONE  # What makes the number behind it an ordinal.
    ordinal_endings: frozenset[str] = _NONE  # Endings of an ordinal glued to its number.
    figure_adjectives: frozenset[str] = _NONE  # Words tied by a hyphen to a number that is a figure.
    units_in_adjectives: frozenset[str] = _NONE  # Units in the singular tied by a hyphen.
    area_acronyms: frozenset[str] = _NONE  # Names of countries and institutions only in capitals.
    country_characters: frozenset[str] = _NONE  # Single characters that are a country before `of_a_country`.
    of_a_country: frozenset[str] = _NONE  # Characters behind a single character of a country.

    # Areas
    areas_and_words: frozenset[str] = _NONE  # Names of countries that are common words where a sentence begins.
    areas_and_people: frozenset[str] = _NONE  # Names of countries that people have too.
    before_people: frozenset[str] = _NONE  # Words with a capital before them that are not names.
    before_other_area: frozenset[str] = _NONE  # Words that make the name of a country that of another place.
    parts_of_countries: frozenset[str] = _NONE  # Kinds of places with names of their own: *the state of*.
    institutions: frozenset[str] = _NONE  # Offices that stand for a country only where none is named.
    common_offices: frozenset[str] = _NONE  # Those that each country has, so that the country named before decides.

    # Time
    months_and_verbs: frozenset[str] = _NONE  # Months that are also verbs.
    counted_parts: frozenset[str] = _NONE  # Parts of a year in the form that follows a number of them.
    month_mark: frozenset[str] = _NONE  # The mark behind the number of a month.
    behind_month_mark: frozenset[str] = _NONE  # What may follow it: 月份.
    day_mark: frozenset[str] = _NONE  # The mark behind the number of a day.
    year_mark: frozenset[str] = _NONE  # The mark behind the number of a year.
    year_mark_unspaced: frozenset[str] = _NONE  # The same, in unspaced text.
    month_nouns: frozenset[str] = _NONE  # Months of a length of time.
    year_nouns: frozenset[str] = _NONE  # Years of a length of time.
    next_one: frozenset[str] = (
        _NONE  # *Next*, which is a year behind another and before a mark: 2.1% this year and 2% next.
    )
    ago: frozenset[str] = _NONE  # Ago.
    ago_ahead: frozenset[str] = _NONE  # The same before the years: *hace dos años*.
    later: frozenset[str] = _NONE  # Later.
    last: frozenset[str] = _NONE  # Ordinals that are last: the last half is not the second half.
    kinds_of_year: frozenset[str] = _NONE  # Kinds of years and quarters.
    first_character: frozenset[str] = _NONE  # *First*, of a quarter.
    together: frozenset[str] = _NONE  # *The first so many* months or quarters.
    before_its_year: frozenset[str] = _NONE  # Between a part of a year and the year.
    before_month: frozenset[str] = _NONE  # Between a day and its month.
    before_year: frozenset[str] = _NONE  # Prepositions before a year.
    before_year_hyphen: frozenset[str] = _NONE  # Words tied by a hyphen to a year.
    before_duration: frozenset[str] = _NONE  # Words between a number and its unit of time.
    between_months: frozenset[str] = _NONE  # Between the first and the last month.
    over_months: frozenset[str] = _NONE  # Before so many first months.
    after_dateline: frozenset[str] = _NONE  # Behind the day of a report, in unspaced text.
    over_year: frozenset[str] = _NONE  # Over a year, behind a growth.
    span_ended: frozenset[str] = _NONE  # Between a length of time and its last day or month: *the year ended*.
    until: frozenset[str] = _NONE  # Behind a time that is the beginning of a span.
    only_when: frozenset[str] = _NONE  # Words of a sentence that gives only a time before its figure.

    # Comparison
    compared_level: frozenset[str] = _NONE  # Before an earlier level.
    likened: frozenset[str] = _NONE  # Both words of *as much as*, before a time compared with.
    compared_surely: frozenset[str] = _NONE  # Before a time that is only compared with.
    that_or_than: frozenset[str] = _NONE  # Those of them that also begin a clause: *que*.
    compared_preposition: frozenset[str] = _NONE  # Prepositions of `comparison_nouns`.
    comparison_nouns: frozenset[str] = _NONE  # Words of comparison before such a preposition.
    compared_unspaced: frozenset[str] = _NONE  # *Than*, in unspaced text.
    not_before_compared: frozenset[str] = _NONE  # Characters before it that make it another word.
    stepped_from: frozenset[str] = _NONE  # Before the time that a change starts from.
    level_nouns: frozenset[str] = _NONE  # The level of a time that is compared with.
    before_compared_time: frozenset[str] = _NONE  # Small words between a comparison and its time.
    before_compared_year: frozenset[str] = _NONE  # Before *last year* that is only compared with.
    begins_other_time: frozenset[str] = _NONE  # Before the time of something else: after shrinking in 2003.
    of_a_time: frozenset[str] = _NONE  # Prepositions before a time of the figure itself.

    # Ranges and levels
    range_to: frozenset[str] = _NONE  # Between the two ends of a range.
    between: frozenset[str] = _NONE  # Words that begin a range with `and_`.
    range_from_unspaced: frozenset[str] = _NONE  # Before the first end, in unspaced text.
    range_to_unspaced: frozenset[str] = _NONE  # The end of a verb of change before the second end.
    from_level: frozenset[str] = _NONE  # Before the old level of a change.
    from_if_changed: frozenset[str] = _NONE  # Before the old level of a change if a verb of change is near.
    moved: frozenset[str] = _NONE  # Verbs before it that make it an old level.
    by_step: frozenset[str] = _NONE  # Before the step of a change.
    not_from: frozenset[str] = _NONE  # Before a percentage that is not an old level.
    level_joint: frozenset[str] = _NONE  # Between the old and the new level, and never in a range.
    level_prepositions: frozenset[str] = _NONE  # Prepositions behind a verb of change that make a level.
    to_level: frozenset[str] = _NONE  # Before a level.
    verb_of_level: frozenset[str] = _NONE  # Last characters of a verb of change that gives a level.
    value: frozenset[str] = _NONE  # Characters that make a verb of change a noun: 增加值.
    done: frozenset[str] = _NONE  # Participles behind a share: 62% sold.

    # Shares
    gdp: frozenset[str] = _NONE  # Gross domestic product.
    of_whole: frozenset[str] = _NONE  # Prepositions before a whole.
    compares: frozenset[str] = _NONE  # Qualifiers that compare behind a percentage: *up 6% over 2,000*.
    all_of: frozenset[str] = _NONE  # *All of* a whole.
    out_of: frozenset[str] = _NONE  # Between the counted part and the counted whole.
    not_whole: frozenset[str] = _NONE  # Words behind a percentage that are not its whole.
    ends_whole: frozenset[str] = _NONE  # Words that end a whole.
    share_verb: frozenset[str] = _NONE  # The verb before a whole, in unspaced text.
    ends_whole_before: frozenset[str] = _NONE  # Characters that end a whole before its share.
    total_prefix: frozenset[str] = _NONE  # The first character of a whole that belongs to it.
    time_characters: frozenset[str] = _NONE  # Characters by which the words before a share are a time.

    # Trade
    beside: frozenset[str] = _NONE  # Before a country that another trades or is compared with.
    from_place: frozenset[str] = _NONE  # Before the place that a share comes from, be it *of* as well.
    towards_in: frozenset[str] = _NONE  # Articles that make *in* a direction: *Ausfuhren in die Schweiz*.
    towards: frozenset[str] = _NONE  # Before a country that something goes to.
    towards_of_trade: frozenset[str] = _NONE  # Before a country that exports go to; *for* elsewhere.
    away: frozenset[str] = _NONE  # Before a country that something comes from.
    before_country: frozenset[str] = _NONE  # Words before the name of a country.
    before_partner: frozenset[str] = _NONE  # Before a country that another trades with, in unspaced text.

    # Forecasts
    expected: frozenset[str] = _NONE  # Words behind a figure that make it a forecast.
    not_forecast_behind: frozenset[str] = _NONE  # Verbs of a forecast that don't make one behind a figure.

    # Checks
    # Words that may be between a change and its levels; any other may begin another subject.
    change: frozenset[str] = _NONE
    general: frozenset[str] = _NONE  # Words of a subject that do not tell one indicator from another.
    growth_nouns: frozenset[str] = _NONE  # *Growth*, which a verb of the text may stand for.
    in_totals: frozenset[str] = _NONE  # Words that do not tell one total from another.
    small: frozenset[str] = _NONE  # Words that do not tell one sentence from another.
