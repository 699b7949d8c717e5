"""Regular expressions that the rules of reading ask for, in tables that each language fills."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Patterns:
    """Regular expressions, joined over the languages of a text and compiled without regard to capitals.

    One that a language leaves out matches nothing.
    """

    year_earlier: str = ""  # *A year earlier*, as in ``sales were 20 billion a year earlier``.
    same_time_ahead: str = ""  # *The same quarter of*, right before a year.
    last_year: str = ""  # *Last year*, beside `year_earlier`, of a level before.
    change_stem: str = ""  # Whole words that only describe a change, by their stems.
    change_run: str = ""  # What an unspaced run of characters that only describes a change may contain.
    change_verb: str = ""  # What may begin a verb of change, in unspaced text.
    change_character: str = ""  # A single character for a change, in unspaced text.
    # A base that was revised, or of those alone who reported both years: no two levels give such growth.
    comparable: str = ""
    real_terms: str = ""  # Growth with the effect of prices taken out.
    nominal: str = ""  # Growth with the effect of prices in it.
    current_prices: str = ""  # Sums at the prices of their own year.
    real_measure: str = ""  # Measures whose growth is real by custom: GDP, industrial production.
    nominal_measure: str = ""  # Measures whose growth is nominal by custom: sales, exports, wages.
    narrower: str = ""  # What sounds like a real measure but is not: the digital economy; more than GDP.
    yearly: str = ""  # Each year, or on average: not a change between two years.
    up: str = ""  # Verbs of a rise.
    down: str = ""  # Verbs of a fall.
    raised: str = ""  # Verbs by which a forecast is raised or growth quickens.
    lowered: str = ""  # Verbs by which a forecast is cut or growth slows.
    growth_without_subject: str = ""  # *Sees growth of*, right before a change whose subject follows.
    of_forecast: str = ""  # A forecast or an estimate, which is raised or cut.
    around_forecast: str = ""  # Forecaster and words of forecasting beside what is forecast: *the IMF expects that*.
    revision: str = ""  # Figures of one time, given again.
    expected_before: str = ""  # Expectations of what has come out since: *had forecast*, *expected by analysts*.
    better_or_worse: str = ""  # *Improved*, *worsened*: which of them is more depends on what is forecast.
    negation: str = ""  # *Not*, *never*.
    from_last_period: str = ""  # Change from the month or the quarter before.
    at_a_pace: str = ""  # ``at an annual rate of``, right before a growth.
    change_cue: str = ""  # Words right before a number that make it a change.
    by_amount: str = ""  # *By*, right before the amount of a change, with the verb before it.
    change_noun: str = ""  # A rise or a fall as a noun.
    registered: str = ""  # Unemployment as offices register it.
    net_debt: str = ""  # Debt less assets, or without what the government owes itself.
    central_government: str = ""  # The central government alone, of debts and budgets.
    purchasing_power: str = ""  # Money converted at purchasing power parity.
    gross_debt: str = ""  # Debt before assets are taken off.
    on_average: str = ""  # The average of a year.
    usual_definition: str = ""  # The definition that the store's figures have, or their publisher.
    at_a_time: str = ""  # What is true at one time of a year: a peak, a level that was reached.
    end_of_year: str = ""  # The last month or day of a year, beside a rate.
    than: str = ""  # Words before the level that another is compared with.
    same_period: str = ""  # Characters that may precede the level compared with, in unspaced text.
    reached: str = ""  # ``and reached`` between a growth and its level.
    brings_to: str = ""  # *Taking the total*, between a step and the level that it led to.
    since_ahead: str = ""  # *Since*, right before a time.
    since_behind: str = ""  # The same, right behind a time, in unspaced text.
    record: str = ""  # What may go back to the time behind *since*: a record, a growth.
    fiscal: str = ""  # What makes a year another than that of the calendar.
    respectively: str = ""  # By which the first figure belongs to the first time, the second to the second.
    year_beside: str = ""  # *Last year*, *this year*: the only mention of a year.
    time_or_place: str = ""  # Times and places in the subject of a claim, in unspaced text.
    time_in_subject: str = ""  # Times in the subject of growth, in unspaced text.
    narrower_subject: str = ""  # A part of the country or the economy in a subject, in unspaced text.
    against_level: str = ""  # The level of another time that a difference is counted from: *below its 2019 level*.
    not_of_one_year: str = ""  # Growth over more or less than one year, or for each person.
    again_in_brackets: str = ""  # Words that open a bracket with the same sum in other money.
    again: str = ""  # Words before the same sum in other money.
    range_joint: str = ""  # What separates the two ends of a range, with its spaces.
    range_from: str = ""  # What begins a range, with its space.
    range_to: str = ""  # What begins its second end, with its space.
    moves: str = ""  # Verbs that make *from 10 to 20* a change, not a range.
    counted_behind: str = ""  # Verbs behind a number of things that were sold or made.
    name_behind: str = ""  # Words behind a number that make it a name: 22系列.
    live: str = ""  # Verbs right behind the number of people who live somewhere.
    have_people: str = ""  # Verbs right before the number of people who live somewhere.
    group_ahead: str = ""  # *Of the visitors,* before the shares of a group, which is in a group.
    for_shares: str = (
        ""  # Between the sum for a share and the number of shares: ``50 cents a share on 60 million shares``.
    )
    sum_of_all: str = ""  # Between a mark behind the sum for each and the sum of all.
    shares_at: str = ""  # Between the number of shares and the sum for each.
    of_shares: str = ""  # What a price in pence is of, where the number may be that of a picture's lines: ``720p``.
    per_share: str = ""  # *A share*, of profit in brackets.
    gdp: str = ""  # Gross domestic product.
    or_share: str = ""  # What separates a part from its share: *or*, *that is*.
    about: str = ""  # Qualifiers behind `or_share`, each with its space.
    equals_share: str = ""  # What separates an amount from its share of GDP.
    of: str = ""  # Prepositions between a share and its whole.
    at_a_rate: str = ""  # *At*, right before the interest on a sum, which is not its share.
    of_all: str = ""  # Words that name the whole only as all of it.
    part_of_before: str = ""  # Verb and its object between a part and a share of the whole before.
    of_before: str = ""  # *Of these* at the beginning of a sentence.
    comes_to: str = ""  # *Which means*, before what the figures ahead come to.
    concludes: str = ""  # What begins a sentence that says what the one before comes to: *That corresponds to*.
    whole_pronoun: str = ""  # A pronoun for the whole.
    the_total: str = ""  # *The total* as a whole.
    total: str = ""  # Words of a subject that make it a total.
    total_phrase: str = ""  # A total with its noun: *total sales*.
    total_ahead: str = ""  # *For a total of*: words before a total.
    total_behind: str = ""  # *In all*: words behind a total.
    not_all_parts: str = ""  # *Including*: not all parts are named.
    not_parts: str = ""  # *Against*, *each*: the numbers of a list are not parts of a total.
    of_sum: str = ""  # *Of the*, before a sum at the head of a sentence whose parts follow.
    of_which: str = ""  # *Of which*, where shares of a share follow.
    made_of: str = ""  # *Is made up of*, *including*: words before the parts of a sum.
    adds_up: str = ""  # Verbs between the parts in brackets and their sum.
    all_of_it: str = ""  # Those of them after which all parts are named.
    span_of_years: str = ""  # So many years between two levels, the number in a group.
    proceeds: str = ""  # *For revenue of*, *costing*: words before what all pay together.
    each_ahead: str = ""  # *Each*, right before what each of several gets.
    employs: str = ""  # Words beside a number of people by which they are employees.
    each_behind: str = ""  # The same, right behind it.
    largest: str = ""  # Superlatives by which what follows is the first of a ranking.
    fastest: str = ""  # *Sharpest*, of a rise or a fall among others.
    ranked_noun: str = ""  # What is called the largest where values are ranked: *share*, *producer*, *of the three*.
    not_first: str = ""  # *One of the largest*, *except*: not the first of a ranking.
    smallest: str = ""  # Those by which it is the last.
    second: str = ""  # *Followed by*, between the first of a ranking and the second.
    ranks_first: str = ""  # Words right behind the value of the first, in unspaced text.
    ranks_second: str = ""  # Words behind the value of the second.
    exceeds: str = ""  # *Exceeded*, between the larger and the smaller.
    exports_side: str = ""  # Exports, as the side of a trade balance that is added.
    imports_side: str = ""  # Imports, the side that is subtracted.
    revenue_side: str = ""  # Revenue, as the side of a budget that is added.
    spending_side: str = ""  # Spending, the side that is subtracted.
    trade_turnover: str = ""  # Exports and imports together.
    surplus: str = ""  # A positive balance.
    deficit: str = ""  # A negative balance.
    loss: str = ""  # A negative result.
    balance: str = ""  # A balance of either sign.
    other_balance: str = ""  # A balance that has more than those sides, or another base: the current account.
    average: str = ""  # *An average of*, before the average of figures named before it.
    per: str = ""  # *Per*, between an average and what it is for.
    per_hour: str = ""  # *An hour*, beside what is made, sold or paid in each.
    per_day: str = ""  # The same of days.
    per_week: str = ""  # Of weeks.
    per_month: str = ""  # Of months.
    per_quarter: str = ""  # Of quarters.
    per_year: str = ""  # Of years.
    average_behind: str = ""  # *On average*, behind it.
    ranges_from: str = ""  # *Range from*, before the smallest and the largest member.
    rank_in: str = ""  # A superlative or a place and *in*, right before the group in which something has it.
    rank_behind: str = ""  # A group and the superlative behind it, in unspaced text.
    longer_name: str = ""  # A longer word that the name of something else ends: 进出口 is not 出口.
    world_rank: str = ""  # What follows the world where a country has a rank in it, in unspaced text.
    wider_group: str = ""  # Words by which an average is of more than the members named.
    set_rate: str = ""  # A rate that a bank sets, which is not rounded.
    as_many_as: str = ""  # All words between a multiple and the number that it is of: *as many as the*.
    by_itself: str = ""  # *Alone*, beside a part of a time: ``the fourth quarter alone saw``.
    flow: str = ""  # What is made, sold or traded over a time, so that months add up to a year.
    not_added_over_time: str = ""  # Words by which figures of months don't add up to the year: staff, a daily average.
    the_rest: str = ""  # *The rest*: all shares are named.
    of_one_whole: str = ""  # *Of the visitors,*: the beginning of a sentence that divides one whole.
    ratio_base: str = ""  # A base of a ratio, which may be more than 100%: a plan, a capacity, an income.
    come_from: str = ""  # *Came from*, before the places that divide a group.
    divided: str = ""  # Words that divide a whole into shares.
    overlapping: str = ""  # Words by which shares may overlap, as of answers to a survey.
    in_places: str = ""  # Prepositions before a place or group.
    time_in_sentence: str = ""  # Words of time that make two like sentences differ.
    counted_or_valued: str = ""  # What may be counted or valued: transactions, payments.
    figure_in_heading: str = ""  # A figure that keeps a short line from being a heading.
    states_level: str = ""  # Verbs that state a level, with small words beside them, which name no other subject.
    nowadays: str = ""  # *Now*, against an earlier time.
    it_was: str = ""  # The verb behind *a year earlier*, before the figure.
    dates_another: str = ""  # *Founded in*, *due*: before the time of something that is not the figure's.
    relative: str = ""  # What begins a clause about the noun right before it: *, which*.
    this_was: str = ""  # *That was*, of the figure said before.
    year_earlier_ahead: str = ""  # *The year before*, right before its figure, in unspaced text.
    than_ahead: str = ""  # What makes *a year earlier* a comparison.
    compared_behind: str = ""  # *Compared with*, behind a time, in unspaced text.
    not_comparison: str = ""  # *Up from*, *above the target*: not a comparison behind a percentage.
    partner_share: str = ""  # The share of trade that another country has, from the word before its name.
    trade_out: str = ""  # The beginnings of words for what goes out: exports.
    trade_in: str = ""  # The beginnings of words for what comes in: imports.
    trade: str = ""  # Words of trade, in unspaced text.
    beside_speaker: str = ""  # What surrounds the name of a speaker.
    behind_speaker: str = ""  # What ends the name of a speaker.
    not_speaker: str = ""  # What does not begin the name of a speaker.
    rate_name: str = ""  # Names of rates and growth.
    growth_ending: str = ""  # *Growth* at the end of a name, in unspaced text.
    above_another: str = ""  # Before a level that another is above or below, in unspaced text.
    length_of_life: str = ""  # Names of what is measured in years.
    not_whole: str = ""  # Nouns of a level that a percentage before them is, in unspaced text.
    general_name: str = ""  # Names too general to tell an indicator.
    area_in_name: str = ""  # Behind the name of a country, what makes it part of another name.
    when: str = ""  # A time that lets a sentence continue the subject before.
    ratio: str = ""  # Words of a ratio without a unit.
    exchange_rate: str = ""  # Words of an exchange rate.
    moved_against: str = ""  # What moved against a currency, right before the rate that it moved to.
    weighs: str = ""  # What comes before a weight: its pounds are not money.
    of_weight: str = ""  # What is weighed, behind its pounds.
    lent_at: str = ""  # What is lent or borrowed at the percentage right before it.
    whole_is_gdp: str = ""  # A whole that is GDP.
    # Words that set two levels against each other: ``<A>`` the later, ``<B>`` the earlier level, ``<60>`` up
    # to 60 characters without a figure, ``<AGO>`` *a year earlier*, ``<THAN>`` `than`.
    level_pairs: tuple[str, ...] = ()
    share_of_share: tuple[str, ...] = ()  # A share ``<S1>``, a share of it ``<S2>`` and that of the whole ``<S3>``.
    level_triples: tuple[str, ...] = ()  # The same with the change ``<BY>`` between the two.
    # A part ``<X>`` of a whole ``<Y>`` with its share ``<S>``; ``<OR>`` is `or_share`.
    part_and_share: tuple[str, ...] = ()
    part_without_share: tuple[str, ...] = ()  # A part of a whole without its share.
