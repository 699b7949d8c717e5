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
