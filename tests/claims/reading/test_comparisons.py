"""The time of figures that are said to be of a year earlier, and of sentences that say nothing but when."""

import pytest


@pytest.mark.parametrize(
    "text",
    [
        "In 2024 the cloud market rose 36% to 416.5 billion roubles, against 306 billion roubles a year earlier.",
        "In 2024 the cloud market reached 416.5 billion roubles (a year earlier: 306 billion roubles).",
        "The cloud market reached 416.5 billion roubles in 2024; a year earlier it was 306 billion roubles.",
        "В 2024 году рынок достиг 416,5 млрд рублей, против 306 млрд рублей годом ранее.",
        "В 2024 году рынок достиг 416,5 млрд рублей, годом ранее — 306 млрд рублей.",
        "В 2024 году рынок вырос. Он достиг 416,5 млрд рублей, годом ранее он составлял 306 млрд рублей.",
        "2024年云服务市场达到416.5亿元，上年为306亿元。",
        "2024年云服务市场达到416.5亿元，上年同期为306亿元。",
    ],
)
def test_a_year_earlier_counts_from_the_time_the_text_speaks_of(read, text):
    *_, now, before = [claim for claim in read(text).claims if claim.unit != "%"]
    assert (str(now.period), str(before.period)) == ("2024", "2023")
    assert "period" in before.inferred


def test_a_year_earlier_is_the_same_part_of_the_year(read):
    text = "In the third quarter of 2024 it was 24 billion roubles, against 20 billion roubles a year earlier."
    assert str(read(text).claims[-1].period) == "2023-Q3"


def test_more_than_a_year_earlier_is_of_the_year_itself(read):
    *_, growth = read("In 2024 sales were 24 billion roubles, 36% more than a year earlier.").claims
    assert str(growth.period) == "2024"


@pytest.mark.parametrize(
    ("text", "indicator"),
    [
        ("In 2024 online sales in China were 15.5 trillion yuan, up 7.2%. In 2023 they were 15.4 trillion yuan.",
         "online-retail-sales"),
        ("В 2024 году онлайн-продажи в России составили 11 трлн рублей. В 2023 году — 8 трлн рублей.",
         "online-retail-sales"),
        ("2024年网上零售额15.5万亿元，同比增长7.2%。2023年为15.4万亿元。", "online-retail-sales"),
    ],
)  # fmt: skip
def test_a_sentence_that_says_only_when_goes_on_about_the_same(read, text, indicator):
    first, *_, last = read(text).claims
    assert (last.subject, last.indicator, str(last.period)) == (first.subject, indicator, "2023")


@pytest.mark.parametrize(
    "text",
    [
        "In 2024 online sales in China were 15.5 trillion yuan. In 2023 exports were 15.4 trillion yuan.",
        "In 2024 online sales in China were 15.5 trillion yuan. Much was sold.\n\nIn 2023 it was 15.4 trillion yuan.",
        "In 2024 online sales in China were 15.5 trillion yuan. Much else grew. In 2023 it was 15.4 trillion yuan.",
        "In 2024 online sales were 15 trillion yuan and exports 25 trillion yuan. In 2023 it was 15.4 trillion yuan.",
    ],
)
def test_a_sentence_about_something_else_does_not(read, text):
    assert read(text).claims[-1].indicator != "online-retail-sales"


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Unemployment in Poland was 2.9% in 2024, the lowest in the European Union. Inflation was 3.6%.", "POL"),
        (
            "Spain's jobless rate was 11.3% in 2024, still the highest among euro area countries. It grew by 3.2%.",
            "ESP",
        ),
        ("In 2024 Malta grew 6.8%, faster than any other country in the euro area. Inflation was 2.4%.", "MLT"),
        ("Bulgaria is the poorest member of the EU. Its economy grew 2.8% in 2024.", "BGR"),
        ("The highest inflation in the European Union in 2023 was 17.0%, in Hungary.", "HUN"),
        ("Безработица в Чехии составила 2,6% в 2023 году, это самый низкий показатель в Евросоюзе.", "CZE"),
        ("Die Arbeitslosenquote in Tschechien lag 2023 bei 2,6 Prozent, der niedrigste Wert in der EU.", "CZE"),
        ("En 2023, le chômage en Espagne était de 12,2%, le taux le plus élevé de l'Union européenne.", "ESP"),
        ("La tasa de paro de España fue del 12,2% en 2023, la más alta de la Unión Europea.", "ESP"),
        ("Безработицата в Чехия беше 2,6% през 2023 г., най-ниската в Европейския съюз.", "CZE"),
        ("2023年捷克失业率为2.6%，是欧盟最低的。通胀率为10.7%。", "CZE"),
        # The group itself, and a group that something else is said of.
        ("In the second quarter of 2023 GDP in the euro area grew 0.1%.", "EMU"),
        ("Inflation in the euro area was 5.4% in 2023, the lowest since 2021.", "EMU"),
        ("2023年欧元区第二季度国内生产总值增长0.1%。", "EMU"),
    ],
)
def test_a_group_in_which_something_has_a_rank_is_not_what_the_figures_are_of(areas, text, country):
    assert areas(text) == [(country,)] * len(areas(text))
