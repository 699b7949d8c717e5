"""Two levels and the stated change between them."""

import pytest

from indicators.claims import Verdict, messages

GROWTH = "levels-and-growth"

AGREE = [
    "Sales rose {G 46} from {M 16.4 tn} to {M 24 tn}.",
    "Sales rose by {G 46}, from {M 16.4 tn} in 2023 to {M 24 tn} in 2024.",
    "Sales rose to {M 24 tn} from {M 16.4 tn}, up {G 46}.",
    "Sales reached {M 24 tn}, up {G 46} from {M 16.4 tn} a year earlier.",
    "Sales reached {M 24 tn} compared with {M 16.4 tn} a year before, an increase of {G 46}.",
    "Sales fell {G -32} from {M 24 tn} to {M 16.4 tn}.",
    "Sales doubled ({X 2}) from {M 8 tn} to {M 16.4 tn}.",
    "Продажи выросли на {G 46} — с {M 16.4 tn} до {M 24 tn}.",
    "Продажи выросли с {M 16.4 tn} до {M 24 tn}, или на {G 46}.",
    "Продажи составили {M 24 tn}, что на {G 46} больше, чем {M 16.4 tn} годом ранее.",
    "销售额从{M 16.4 tn}增长到{M 24 tn}，增长{G 46}。",
    "销售额达{M 24 tn}，比上年的{M 16.4 tn}增长{G 46}。",
    "Sales rose from {M 50 bn} to {M 70 bn}, up {M 20 bn}.",
    "Прибыль составила {M 24 tn} против {M 16.4 tn} годом ранее, увеличившись на {G 46}.",
    "营收{M 24 tn}，同比增长{G 46}，上年为{M 16.4 tn}。",
    "Sales were {M 24 tn}, {G 46} more than the {M 16.4 tn} of 2023.",
    "Sales rose {G 46} in 2024 and reached {M 24 tn}, up from {M 16.4 tn} the year before.",
    "Продажи в 2024 году выросли на {G 46} и достигли {M 24 tn}, против {M 16.4 tn} годом ранее.",
    "销售额增长{G 46}，达到{M 24 tn}，上年为{M 16.4 tn}。",
    "Продажи выросли на {G 46}, до {M 24 tn} (годом ранее — {M 16.4 tn}).",
]
DISAGREE = [text.replace("{G 46}", "{G 60}").replace("{G -32}", "{G -60}").replace("{X 2}", "{X 3}")
            .replace("up {M 20 bn}", "up {M 30 bn}") for text in AGREE] + [
    "Sales fell from {M 50 bn} to {M 70 bn}.",
    "Продажи снизились с {M 50 bn} до {M 70 bn}.",
    "产量从{Q 50}下降到{Q 70}。",
    "The staff grew {G 20} from {C 100 counted=people} to {C 150 counted=people}.",
    "Then {M 16.4 tn period=2023 subject=sales}. In 2024 it was {M 24 tn period=2024 subject=sales}, up {G 60}.",
]  # fmt: skip
SILENT = [
    # another subject may have come between
    "Экспорт составил {M 24 tn}, на {G 46} больше, чем годом ранее, импорт {M 20 tn}.",
    "Sales rose from {M 16.4 tn} to {M 24 tn}, while profit grew {G 10}.",
    "Sales rose from {M 16.4 tn} to {M 24 tn} and exports {G 10}.",
    "Exports rose {G 10} and sales reached {M 24 tn}, up from {M 16.4 tn} a year before.",
    "销售额达到{M 24 tn}，增长很快，上年利润为{M 16.4 tn}，增长{G 10}。",
    # a yearly average over several years
    "Sales rose from {M 10 tn} in 2019 to {M 24 tn} in 2024, an average of {G 19} a year.",
    # not two levels of one thing
    "It gathered {C 1700 counted=companies} from {C 154 counted=countries}, {G 10} more.",
    "Goods from {M 100 unit=RUB} to {M 200 unit=USD}, up {G 10}.",
    # the step, not the level before
    "规模达{M 53.9 tn}，较上年增加{M 3.7 tn}，同比增长{G 7.39}。",
    # two subjects in two sentences
    "Exports were {M 10 tn period=2023}. In 2024 imports were {M 12 tn period=2024}, up {G 5}.",
    # perhaps since the year before
    "Sales were {M 10 tn period=2021} in 2021 and {M 15 tn period=2024} in 2024, up {G 5}.",
    "Sales were {M 10 tn period=2021} in 2021 and {M 15 tn period=2024} in 2024, a rise of {G 5} on 2023.",
    "Sales did not fall from {M 50 bn} to {M 70 bn}.",
]


@pytest.mark.parametrize("text", AGREE)
def test_levels_and_growth_that_agree(signs, text):
    assert signs(text, GROWTH) == "✓"


@pytest.mark.parametrize("text", DISAGREE)
def test_levels_and_growth_that_do_not(signs, text):
    assert signs(text, GROWTH) == "!"


@pytest.mark.parametrize("text", SILENT)
def test_nothing_is_compared_where_the_words_do_not_relate_the_figures(signs, text):
    assert signs(text, GROWTH) == ""


def test_real_growth_is_not_compared_with_amounts_at_current_prices(signs):
    assert signs("GDP rose {G 4.3} in real terms, from {M 176 tn} to {M 201 tn}.", GROWTH) == "?"


@pytest.mark.parametrize(
    "text",
    [
        "GDP grew {G 4.3} to {M 201 tn} from {M 176 tn}.",
        "The economy expanded {G 4.3}, from {M 176 tn} to {M 201 tn} in nominal terms.",
        "GDP at current prices was {M 201 tn}, up {G 4.3} from {M 176 tn}.",
        "Exports stalled at {M 9 tn}, and industrial production rose {G 4.3}, from {M 176 tn} to {M 201 tn}.",
        "GDP was {M 176 tn period=2023 subject=that_of}. Now {M 201 tn period=2024 subject=that_of}, up {G 4.3}.",
        "ВВП вырос на {G 4.3}, с {M 176 tn} до {M 201 tn}.",
        "ВВП в текущих ценах составил {M 201 tn} против {M 176 tn} годом ранее, рост — {G 4.3}.",
        "Промышленное производство выросло на {G 4.3}, с {M 176 tn} до {M 201 tn}.",
        "国内生产总值从{M 176 tn}增长到{M 201 tn}，增长{G 4.3}。",
        "中国GDP达{M 201 tn}，比上年的{M 176 tn}增长{G 4.3}。",
    ],
)
def test_growth_of_gdp_is_real_by_custom_and_is_not_compared_with_amounts(check, text):
    (finding,) = check(text, GROWTH)
    assert finding.verdict is Verdict.UNCHECKED
    growth = finding.chain[-1].text
    assert growth.startswith("+14.2%")
    assert finding.reason == messages.GROWTH_IS_REAL.format(growth=growth)


@pytest.mark.parametrize(
    "text",
    [
        "GDP grew {G 4.3} in nominal terms to {M 201 tn} from {M 176 tn}.",
        "Nominal GDP was {M 201 tn}, up {G 4.3} from {M 176 tn}.",
        "GDP grew {G 4.3} at current prices, from {M 176 tn} to {M 201 tn}.",
        "As GDP slowed, exports grew {G 4.3} to {M 201 tn} from {M 176 tn}.",
        "The digital economy grew {G 4.3} to {M 201 tn} from {M 176 tn}.",
        "В номинальном выражении ВВП вырос с {M 176 tn} до {M 201 tn}, или на {G 4.3}.",
        "Номинальный ВВП увеличился на {G 4.3}, с {M 176 tn} до {M 201 tn}.",
        "Оборот, который растёт быстрее ВВП, прибавил: рост на {G 4.3}, с {M 176 tn} до {M 201 tn}.",
        "国内生产总值名义增长{G 4.3}，从{M 176 tn}增长到{M 201 tn}。",
        "出口从{M 176 tn}增长到{M 201 tn}，增长{G 4.3}。",
    ],
)
def test_growth_that_is_nominal_in_words_or_by_custom_is_compared_with_amounts(signs, text):
    assert signs(text, GROWTH) == "!"


def test_an_index_of_production_grows_as_its_points_do(signs):
    assert signs("Industrial production rose {G 5} from {I 100} to {I 120}.", GROWTH) == "!"


def test_a_level_a_thousand_times_too_large_is_named(check):
    (finding,) = check("Sales rose {G 5} from {M 100 m} to {M 105 bn}.", GROWTH)
    assert finding.note == messages.SCALE_WOULD_AGREE


THEN, NOW = "{M 14.3 tn period=2023 subject=%s}", "{M 15.5 tn period=2024 subject=%s}"
APART = [
    ("2023年，销售额为" + THEN % "销售额" + "。2024年，销售额达到" + NOW % "销售额", "，同比增长{G %s}。"),
    ("2024年销售额" + NOW % "2024年销售额", "，同比增长{G %s}；2023年为" + THEN % "2023年销售额" + "。"),
    ("In 2023 sales were " + THEN % "sales" + ".\nIt rained.\nSales reached " + NOW % "sales", ", up {G %s}."),
    ("Sales reached " + NOW % "sales", ", up {G %s}. They were " + THEN % "sales" + " in 2023."),
    ("Продажи составили " + NOW % "продажи", ", что на {G %s} больше.\nВ 2023 году было " + THEN % "продажи" + "."),
]  # fmt: skip


@pytest.mark.parametrize(("levels", "growth"), APART)
def test_growth_is_compared_with_the_level_before_wherever_the_text_has_it(signs, levels, growth):
    assert signs(levels + growth % "8.6", GROWTH) == "✓"
    assert signs(levels + growth % "18.6", GROWTH) == "!"


@pytest.mark.parametrize(
    "text",
    [
        "Then " + THEN % "sales_of_cars" + ".\nNow {M 15.5 tn period=2024 subject=sales}, up {G 18.6}.",
        "2023年，出口额为" + THEN % "出口额" + "。2024年，进口额达到" + NOW % "进口额" + "，同比增长{G 18.6}。",
        "Sales were "
        + THEN % "sales"
        + " and {M 14.9 tn period=2023 subject=sales}. "
        + NOW % "sales"
        + ", up {G 18.6}.",
        "Sales were " + THEN % "sales" + ". " + NOW % "sales" + ", up {G 18.6} on a comparable basis.",
        "Продажи были "
        + THEN % "продажи"
        + ". Теперь "
        + NOW % "продажи"
        + ", рост на {G 18.6} по сопоставимому кругу.",
        "2023年" + THEN % "销售额" + "。2024年销售额" + NOW % "销售额" + "，按可比口径增长{G 18.6}。",
        "Sales were {M 14.3 tn period=2022 subject=sales}.\nNow " + NOW % "sales" + ", up {G 18.6}.",
        "Sales were {M 14.3 tn period=2023-Q1 subject=sales}.\nNow " + NOW % "sales" + ", up {G 18.6}.",
    ],
)
def test_growth_is_not_compared_with_the_level_of_another_thing_or_time(signs, text):
    assert signs(text, GROWTH) == ""


CONTRARY = [
    "Sales doubled from 10 to 15 billion rubles.",
    "Sales doubled to 15 billion rubles from 10 billion rubles.",
    "Sales tripled from 10 billion rubles in 2023 to 20 billion rubles in 2024.",
    "Exports halved from 100 billion dollars to 57 billion dollars.",
    "Sales rose tenfold from 2.0 million dollars to 10 million dollars.",
    "Revenue nearly doubled from $10 billion to $11 billion.",
    "Revenue more than doubled from $10 billion to $15 billion.",
    "The unemployment rate doubled from 5% to 8%.",
    "Оборот вырос вдвое с 10 до 15 млрд рублей.",
    "Продажи удвоились с 10 млрд рублей в 2023 году до 15 млрд рублей в 2024 году.",
    "Экспорт сократился вдвое: с 100 до 70 млрд долларов.",
    "销售额从10亿元翻了一番至15亿元。",
    "2024年销售额从10亿元增长到15亿元，翻了一番。",
    "出口额增长3倍，从20亿美元增至60亿美元。",
]
FITTING = [
    "Sales doubled from 10 to 20 billion rubles.",
    "Sales doubled from 10 to 19 billion rubles.",
    "Sales doubled to 9.6 billion rubles from 4.6 billion rubles.",
    "Sales tripled from 10 billion rubles in 2023 to 31 billion rubles in 2024.",
    "Exports halved from 100 billion dollars to 52 billion dollars.",
    "Sales rose tenfold from 2.0 million dollars to 20 million dollars.",
    "Revenue nearly doubled from $10 billion to $19 billion.",
    "Revenue more than doubled to $208 million from $97 million.",
    "Оборот вырос вдвое с 10 до 20 млрд рублей.",
    "Экспорт сократился вдвое: с 100 до 50 млрд долларов.",
    "销售额从10亿元翻了一番至20亿元。",
    "2024年销售额从10亿元增长到40亿元，翻两番。",
    "出口额增长3倍，从20亿美元增至80亿美元。",
]


@pytest.mark.parametrize("text", CONTRARY)
def test_levels_that_give_another_multiple_are_inconsistent(signs, text):
    assert signs(text, GROWTH) == "!"


@pytest.mark.parametrize("text", FITTING)
def test_levels_that_give_it_as_far_as_they_are_rounded_are_consistent(signs, text):
    assert signs(text, GROWTH) == "✓"


@pytest.mark.parametrize(
    "text", ["Sales doubled to 15 billion rubles.", "Profit doubled. Sales were 10 billion rubles."]
)
def test_a_word_without_both_levels_is_compared_with_nothing(signs, text):
    assert signs(text, GROWTH) == ""


def test_two_ends_that_move_are_two_levels(report):
    findings = report("Wages tripled from 10,000 to 20,000 rubles.").findings
    assert [f.check for f in findings if f.verdict is Verdict.INCONSISTENT] == [GROWTH]


@pytest.mark.parametrize(
    "text", ["Sales fell 1.7-fold to $0 from $100 million.", "Sales fell 100% to $0 from $100 million."]
)
def test_a_level_of_nothing_is_a_level(report, text):
    assert report(text).reading.claims
