"""Claims compared with what others published."""

import json
from datetime import date

import pytest

from indicators.claims import Verdict, check_dataset, messages
from indicators.exports.reports import render_report_json, render_report_text
from indicators.store import open_embedded_store

PUBLISHED = "published-figures"
DAY = date(2025, 9, 29)
TURNOVER = "indicator=digital-economy-turnover areas=RUS"
TEXT = f"It reached {{M 24 tn {TURNOVER} period=2024}}."


def test_a_figure_that_others_have_too(check):
    (finding,) = check(TEXT, PUBLISHED, published=DAY)
    assert finding.verdict is Verdict.CONSISTENT
    assert "24 trillion RUB (RAEC)" in finding.reason
    assert "edition" not in finding.reason


def test_a_figure_far_from_all_others(signs):
    text = "The population was {C 180 m unit=persons indicator=population areas=RUS period=2020}."
    assert signs(text, PUBLISHED) == "!"
    assert signs(text.replace("180", "146"), PUBLISHED) in "✓?"
    assert signs(text.replace("180", "144"), PUBLISHED) in "✓?"


def test_figures_published_after_the_text_are_named_and_not_held_against_it(check):
    text = "The population was {C 180 m unit=persons indicator=population areas=RUS period=2020}."
    (finding,) = check(text, PUBLISHED, published=date(2020, 6, 1))
    assert finding.verdict is Verdict.EXPLAINED
    assert finding.reason.startswith(messages.PUBLISHED_LATER.format(published="").rstrip("."))
    assert "145.2 million persons (World Bank)" in finding.reason


def test_a_part_of_an_indicator_is_not_compared_with_the_whole(signs):
    text = "Sales reached {M 416 bn indicator=online-retail-sales areas=RUS period=2024 subject=%s}."
    assert signs(text % "medicines_sold_online", PUBLISHED) == ""
    assert signs(text % "online_retail", "scale") == ""


def test_figures_of_a_similar_measure_are_shown_and_not_held_against_it(check):
    text = "It is {S 80 indicator=chinese-partner-share-of-marketplace-transactions areas=RUS~CHN of=transactions}."
    (finding,) = check(text, PUBLISHED, published=DAY)
    assert finding.verdict is Verdict.UNCHECKED
    assert "51.1%" in finding.reason
    assert "67.8%" in finding.reason


def test_the_figures_of_a_dataset_are_not_compared_with_themselves():
    report = check_dataset("pro-wildberries", open_embedded_store())
    own = {claim.origin for claim in report.reading.claims}
    found = [finding for finding in report.findings if finding.check == PUBLISHED]
    assert not any(
        own & set(figure.origin.split()) for finding in found for figure in finding.chain if not figure.claim
    )


def test_chinas_levels_and_growth_disagree_and_a_revised_base_is_a_possibility():
    report = check_dataset("nbs", open_embedded_store())
    finding = next(f for f in report.findings if f.check == "levels-and-growth")
    assert finding.verdict is Verdict.INCONSISTENT
    assert "+2.9%" in finding.reason
    assert "8.6%" in finding.reason
    assert finding.note == messages.BASE_REVISED


@pytest.mark.parametrize(("number", "sign"), [("24 bn", "!"), ("24 tn", ""), ("30 tn", ""), ("16 bn", "!")])
def test_a_figure_out_by_a_thousand_against_its_history(signs, number, sign):
    assert signs(TEXT.replace("24 tn", number), "scale", published=DAY) == sign


def test_a_forecast_beside_its_outcome(signs):
    forecast = "Prices will rise {R %s forecast indicator=inflation areas=RUS period=2019}."
    assert signs(forecast % "4.5", "forecast-outcome", published=date(2018, 5, 1)) == "✓"
    assert signs(forecast % "9.5", "forecast-outcome", published=date(2018, 5, 1)) == "≈"
    assert signs(forecast % "9.5", "forecast-outcome", published=date(2027, 5, 1)) == "!"


def test_a_figure_of_one_edition_among_several_names_it(report):
    checked = report("Russia's growth forecast for 2015 is -3.8%.", published=date(2014, 11, 1))
    (finding,) = (found for found in checked.findings if found.check == "forecast-outcome")
    assert "(IMF, edition of October 2025)" in finding.reason
    assert [origin.of_edition for origin in checked.sources_of(finding.chain[1])] == ["edition of October 2025"]
    assert checked.origins[0].edition == "October 2025"  # the others are those of its past errors
    assert "October 2025" in render_report_text(checked)
    assert json.loads(render_report_json(checked))["findings"][0]["chain"][1]["edition"] == "edition of October 2025"


@pytest.mark.parametrize(
    "text", ["China's GDP grew {}% in 2024.", "ВВП Китая вырос на {}% в 2024 году.", "2024年中国国内生产总值增长{}%。"]
)
def test_a_verb_counts_as_the_word_growth(signs, text):
    assert signs(text.format(5).replace("на 5%", "на 5,0%"), PUBLISHED) == "✓"
    assert signs(text.format(9), PUBLISHED) == "!"


@pytest.mark.parametrize(
    "text",
    [
        "China's GDP grew 30% in the years to 2024.",
        "China's GDP grew 30% from 2019 to 2024.",
        "China's GDP has grown 30% since 2019.",
        "China's non-oil GDP grew 30% in 2024.",
        "ВВП Китая вырос на 30% с 2019 года.",
        "ВВП Китая вырос на 30% за пять лет к 2024 году.",
        "自2019年以来中国国内生产总值增长30%。",
        "2024年中国海洋GDP增长30%。",
        "2024年中国服务业GDP增长30%。",
        "China's GDP is still 30% below its level of late 2019.",
        "China's economy was 30% smaller than before the pandemic at the end of 2019.",
        "China's economy stood 30% above its pre-crisis level of 2019.",
        "ВВП Китая пока на 30% ниже уровня конца 2019 года.",
        "中国国内生产总值仍比2019年底的水平低30%。",
        "Das chinesische BIP liegt noch 30 Prozent unter dem Niveau von Ende 2019.",
        "Le PIB chinois reste inférieur de 30% à son niveau de fin 2019.",
        "El PIB de China está todavía un 30% por debajo de su nivel de finales de 2019.",
    ],
)
def test_growth_over_more_years_or_of_a_part_is_not_compared_with_it(signs, text):
    assert signs(text, PUBLISHED) == ""


@pytest.mark.parametrize(
    "text", ["In Russia inflation was {}% in 2024.", "Инфляция в России составила {}% в 2024 году."]
)
def test_inflation_is_compared_with_what_is_published(signs, text):
    assert signs(text.format("8.4"), PUBLISHED) == "✓"
    assert signs(text.format("19"), PUBLISHED) == "!"


@pytest.mark.parametrize(
    "text",
    [
        "In 2024 inflation in Russia was 3% lower than in 2022.",
        "In 2024 inflation in Russia was 3% below the record of 2022.",
        "In 2024 GDP growth in Russia was 30% higher than in 2022.",
        "В 2024 году инфляция в России была на 3% ниже, чем в 2022 году.",
    ],
)
def test_by_how_much_a_rate_is_higher_is_not_the_rate(report, text):
    checked = report(text)
    assert [claim.indicator for claim in checked.reading.claims] == [None]
    assert checked.findings == ()


def test_by_how_much_prices_are_higher_is_inflation(read):
    reading = read("In 2024 consumer prices in Russia were 8.4% higher than in 2023.")
    assert [claim.indicator for claim in reading.claims] == ["inflation"]


@pytest.mark.parametrize(
    "text",
    [
        "France's budget deficit was 6.0% of GDP in 2024.",
        "Greece's public debt was 177.1% of GDP in 2014.",
        "Der Staatsschuldenstand Deutschlands lag 2023 bei 63,6 Prozent des BIP, das Defizit bei 2,5 Prozent.",
        "In 1998 inflation in Russia reached 84.4% by December.",
        "В 1998 году инфляция в России достигла 84,4% к декабрю.",
        "Argentina's inflation slowed to 117.8% in 2024 from 211.4% in 2023.",
        "Brazil's gross debt fell to 76.1% of GDP at the end of 2024.",
        "In 2019 the unemployment rate in Germany was 5.0%.",
        "Die Arbeitslosenquote in Deutschland lag 2024 bei 6,0 Prozent.",
        "В 2023 году инфляция в Турции составила 64,8%.",
    ],
)
def test_deficits_revised_debts_and_rates_of_a_december_do_not_differ(report, text):
    checked = report(text, published=date(2025, 3, 5))
    assert checked.reading.claims[0].indicator
    assert not checked.is_inconsistent


@pytest.mark.parametrize(
    ("day", "text", "published", "planted"),
    [
        ("2020-01-03", "Unemployment in Austria was {}% in 2019.", "7.4", "14.7"),  # registered
        ("2020-01-10", "Unemployment in Switzerland was {}% in 2019.", "2.3", "7.3"),
        ("2018-05-01", "Saudi Arabia's unemployment rate was {}% in 2017.", "12.8", "20.8"),  # of citizens
        ("2012-07-01", "Kenya's unemployment rate was {}% in 2009.", "12.7", None),  # here there is only an estimate
        ("2023-01-12", "US inflation reached {}% in 2022, a 40-year high.", "9.1", "14.1"),  # of one month
        ("2023-01-05", "Inflation in Kazakhstan was {}% in 2022.", "20.3", "30.2"),  # December to December
        ("2008-01-25", "China's GDP grew {}% in 2007.", "11.4", "8.4"),  # since revised to 14.2%
        ("2016-03-11", "Ireland's GDP grew {}% in 2015.", "7.8", "3.8"),  # since revised to 24.6%
        ("2012-02-14", "Japan's GDP fell {}% in 2011.", "0.9", "2.9"),
        ("2020-03-01", "China's budget deficit was {}% of GDP in 2019.", "2.8", "12.8"),  # the central government
        ("2016-01-30", "Brazil's gross public debt was {}% of GDP in 2015.", "66.5", "46.5"),
        ("2016-01-30", "Brazil's net public debt was {}% of GDP in 2015.", "36.0", None),
        ("2012-03-03", "Italy's public debt was {}% of GDP in 2011.", "120.1", "102.1"),
        ("2008-09-01", "The UK's GDP was ${} in 2007.", "2.77 trillion", "1.77 trillion"),
        ("2008-12-05", "Ethiopia's population was {} in 2007.", "73.9 million", "93.7 million"),  # of a census
        ("2014-02-06", "Russia's exports totalled ${} in 2013.", "526.4 billion", "356.4 billion"),
        ("2009-01-13", "Russia's current account surplus was ${} in 2008.", "98.9 billion", "59.9 billion"),
        ("2024-06-01", "Over 2023 as a whole the UK economy grew {}%.", "0.3", "3.1"),
        ("2024-06-01", "The Spanish economy grew 2.5% in 2023, the Italian {}%.", "0.7", "4.7"),
        ("2012-06-01", "In 2009 world output fell {}%.", "0.6", "4.6"),
        (None, "Japan's public debt was {}% of GDP in 2010.", "220", "320"),
    ],
)
def test_what_an_office_published_differs_from_what_none_did(report, day, text, published, planted):
    day = day and date.fromisoformat(day)
    assert not report(text.format(published), published=day).is_inconsistent
    if planted is not None:
        assert report(text.format(planted), published=day).is_inconsistent


def test_an_earlier_edition_is_named_with_what_later_ones_say(signs, report):
    text = "Ireland's GDP grew 7.8% in 2015."
    assert signs(text, PUBLISHED, published=date(2016, 3, 11)) == "≈"
    (finding,) = (f for f in report(text, published=date(2016, 3, 11)).findings if f.check == PUBLISHED)
    assert "7.811% (IMF, edition of April 2016)" in finding.reason
    assert "24.62% (World Bank)" in finding.reason


@pytest.mark.parametrize(
    ("text", "definition"),
    [
        ("Unemployment in Austria was 7.4% in 2019.", "registered unemployment"),
        ("Unemployment in Japan was 7.4% in 2019, the employment agencies said.", "registered unemployment"),
        ("Egypt's inflation was 19.2% in 2017.", "a fiscal year"),
    ],
)
def test_a_definition_without_figures_is_named(report, text, definition):
    (finding,) = (f for f in report(text).findings if f.check == PUBLISHED)
    assert finding.verdict is Verdict.UNCHECKED
    assert definition in finding.reason


def test_a_text_that_names_the_publisher_means_its_definition(signs):
    text = "Unemployment in Austria was 7.4% in 2019{}."
    assert signs(text.format(", the World Bank said"), PUBLISHED) == "!"
    assert signs(text.format(", the newspaper said"), PUBLISHED) == "?"
