"""Parts of a whole, totals, and shares of one whole."""

import pytest

from indicators.claims import Verdict

WHOLE = "parts-and-whole"

AGREE = [
    "Of {C 500 counted=respondents}, {C 375 counted=people} ({S 75}) said yes.",
    "{C 375 counted=people} of the {C 500 counted=respondents}, or {S 75}, said yes.",
    "{C 375 counted=people} out of {C 500 counted=people} ({S 75}) agreed.",
    "Online sales were {M 6 bn}, or {S 12} of total sales of {M 50 bn}.",
    "Sales were {M 50 bn}, of which {M 6 bn} ({S 12}) online.",
    "Из {C 500 counted=опрошенных} {C 375 counted=человек} ({S 75}) согласны.",
    "Продажи составили {M 50 bn}, из них {M 6 bn} ({S 12}) — онлайн.",
    "总额{M 50 bn}，其中网上{M 6 bn}，占{S 12}。",
    "Sales were {M 50 bn}, of which about {S 12}, or {M 6 bn}, were online.",
    "{S 75}: {C 375 counted=firms} of {C 500 counted=firms} agree.",
    "{S 75}: {C 375 counted=компаний} из {C 500 counted=компаний} согласны.",
    "{S 75}：{C 500 counted=家}企业中有{C 375 counted=家}同意。",
    "There are {C 22 counted=deals}: {C 12 counted=deals} on trade and {C 10 counted=deals} on energy.",
    "They sold {C 5 counted=cars} in May and {C 7 counted=cars} in June, for a total of {C 12 counted=cars}.",
    "Asia accounted for {S 45} of sales, Europe for {S 40}, and the rest for {S 15}.",
    "The firm has {C 40 counted=offices} in Asia, {C 30 counted=offices} in Europe, {C 70 counted=offices} in total.",
]
DISAGREE = [
    "Of {C 500 counted=respondents}, {C 300 counted=people} ({S 75}) said yes.",
    "{C 300 counted=people} of the {C 500 counted=respondents}, or {S 75}, said yes.",
    "{C 600 counted=people} out of {C 500 counted=people} agreed.",
    "Online sales were {M 6 bn}, or {S 22} of total sales of {M 50 bn}.",
    "Sales were {M 50 bn}, of which {M 60 bn} online.",
    "Из {C 500 counted=опрошенных} {C 300 counted=человек} ({S 75}) согласны.",
    "总额{M 50 bn}，其中网上{M 6 bn}，占{S 22}。",
    "Sales were {M 50 bn}, of which about {S 12}, or {M 16 bn}, were online.",
    "{S 75}: {C 300 counted=firms} of {C 500 counted=firms} agree.",
    "{S 75}: {C 300 counted=компаний} из {C 500 counted=компаний} согласны.",
    "{S 75}：{C 500 counted=家}企业中有{C 300 counted=家}同意。",
    "There are {C 22 counted=agreements}: {C 12 counted=agreements} on trade and {C 8 counted=agreements} on energy.",
    "They sold {C 5 counted=cars} in May and {C 7 counted=cars} in June, for a total of {C 15 counted=cars}.",
    "Asia accounted for {S 45} of sales, Europe for {S 40}, and America for {S 25}.",
    "By region, Asia made up {S 50} of sales, Europe {S 35} and America {S 25}.",
    "其中亚洲占{S 50}，欧洲占{S 35}，其他地区占{S 25}。",
    "Out of {C 2400 counted=bids}, {C 600 counted=bids} were approved, an approval rate of {S 35}.",
    "На Азию приходится {S 45}, на Европу — {S 40}, на остальные страны — {S 25}.",
    "Asia accounted for {S 45} of sales, Europe for {S 40}, and the rest for {S 5}.",
]
SILENT = [
    "占比从{S 20}提高到{S 25}。",  # the old share and the new
    "Of those polled, {S 60} use cash and {S 55} use cards.",  # the groups may overlap
    "The share rose from {S 60} in 2023 to {S 65} in 2024.",
    "It was fined {M 122.7 m}, including {M 104.5 m} for leaks, equal to {S 9} of its relevant turnover.",
    "Asia accounted for {S 60 of=exports} of exports and {S 55 of=imports} of imports.",
    "The expo gathered {C 1700 counted=companies} from {C 154 counted=countries}, {S 80} more.",
    "Women make up {S 52} of voters in Russia and {S 51} in China.",
    "{C 600 counted=shares} out of {C 500 counted=people} were sold.",  # not of one thing
    "They were {C 46 counted=people} in 2010, or {S 15} of the population, from {C 43 counted=people} in 2009.",
    "Alpha has a market share of {S 45}, Beta of {S 40}; {S 33 of=sales} of sales are online.",
    "They have {C 20 counted=shops}, including {C 12 counted=cafes}, {C 5 counted=bars} and more.",
]


OF_BEFORE = [  # the whole is in the sentence before
    "GDP was {M 100 bn}. Exports were {M 25 bn}, or {S %s of=it} of it.",
    "Sales were {M 100 bn subject=sales}. Online: {M 25 bn subject=online_sales}, {S %s of=the_total} of the total.",
    "Spending was {M 100 bn subject=spending}. Defence took {M 25 bn}, or {S %s of=all_spending} of all spending.",
    "GDP was {M 100 bn indicator=gdp areas=RUS}. Exports were {M 25 bn areas=RUS}, or {S %s unit=%%_of_GDP of=GDP}.",
    "There were {C 100 counted=firms}. Of them {C 25 counted=firms} ({S %s}) were new.",
    "Продажи составили {M 100 bn}. Онлайн — {M 25 bn}, или {S %s of=них} от них.",
    "Продажи составили {M 100 bn}. Из них {M 25 bn}, или {S %s}, — онлайн.",
    "总额为{M 100 bn}。其中出口{M 25 bn}，占{S %s}。",
    "总额为{M 100 bn subject=总额}。出口{M 25 bn}，占总额的{S %s of=总额}。",
]
NOT_OF_BEFORE = [
    "GDP was {M 100 bn}. Exports were {M 25 bn}, or {S 35}.",  # of what is not said
    "GDP was {M 100 bn} and debt {M 50 bn}. Exports were {M 25 bn}, or {S 35 of=it} of it.",  # of which of the two
    "GDP was {M 100 bn}. Profit was {M 25 bn}, or {S 35 of=turnover} of turnover.",
    "Online sales were {M 100 bn subject=online_sales}. Rent was {M 25 bn}, or {S 35 of=sales} of sales.",
    "Sales were {M 100 bn subject=sales}. Wages were {M 25 bn subject=wages}, or {S 35 of=the_total} of the total.",
    "GDP was {M 100 bn}. It rained. Exports were {M 25 bn}, or {S 35 of=it} of it.",
    "GDP was {M 100 bn unit=USD}. Exports were {M 25 bn}, or {S 35 of=it} of it.",
    "GDP was {M 100 bn period=2023}. Exports were {M 25 bn period=2024}, or {S 35 of=it} of it.",
    "GDP was {M 100 bn indicator=gdp areas=RUS}. Exports were {M 25 bn}, or {S 35 unit=%_of_GDP of=GDP areas=CHN}.",
    "总额为{M 100 bn}。出口{M 25 bn}，占利润的{S 35 of=利润}。",
]


@pytest.mark.parametrize("text", OF_BEFORE)
def test_a_part_of_the_whole_in_the_sentence_before(signs, text):
    assert signs(text % 25, WHOLE) == "✓"
    assert signs(text % 35, WHOLE) == "!"


@pytest.mark.parametrize("text", NOT_OF_BEFORE)
def test_a_part_of_what_is_not_surely_in_the_sentence_before(signs, text):
    assert signs(text, WHOLE) == ""


@pytest.mark.parametrize("text", AGREE)
def test_parts_that_fit_their_whole(signs, text):
    assert signs(text, WHOLE) == "✓"


@pytest.mark.parametrize("text", DISAGREE)
def test_parts_that_do_not(signs, text):
    assert signs(text, WHOLE) == "!"


@pytest.mark.parametrize("text", SILENT)
def test_nothing_is_checked_that_is_not_surely_a_part(signs, text):
    assert signs(text, WHOLE) == ""


def test_rounded_parts_may_come_to_a_little_more_than_a_whole(signs):
    assert signs("Asia accounted for {S 33} of sales, Europe for {S 34}, and the rest for {S 34}.", WHOLE) == "✓"


def test_a_unitless_number_counts_where_words_relate_it_to_a_whole(report):
    checked = report("Of the 500 people asked, 300 (75%) said yes. It took 12 days.")
    (finding,) = (finding for finding in checked.findings if finding.check == WHOLE)
    assert finding.verdict is Verdict.INCONSISTENT
    assert all(figure in finding.reason for figure in ("300 out of 500 persons is 60%", "75%"))
    assert finding.chain[-1].text.startswith("60%")
    assert set(finding.claims) <= {claim.id for claim in checked.reading.claims}
