from datetime import date
from decimal import Decimal

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from indicators.claims import ClaimKind, Direction
from indicators.claims.reading import read_claims
from indicators.files import read_embedded_catalogue
from indicators.language.detection import find_other_language
from indicators.language.tokens import normalize
from indicators.model.periods import TimePeriod

CATALOGUE = read_embedded_catalogue()
PUBLISHED = date(2025, 9, 29)
PIECES = [
    "1,1", " ", "million ", "млрд ", "万亿", "%", "$", "(", ")",
    "from ", "to ", "до ", "至", "5", "2024", "年", "-", "–",
    ".", ",", "half ", "a ", "two ", "треть ", "三分之", "一", "grew ",
    "by ", "на ", "said ", "\n", "\n\n", "approx. ", "не менее чем ", "每", "。",
    "¥", "per ", "barrel ", "http://", "@", "«", "°", "１７", "，",
    "多", "倍", "раза ", "Q3", "полмиллиарда ", "²", "\ud800",
]  # fmt: skip


@settings(max_examples=80, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=60).map("".join) | st.text(max_size=200))
@example("(said 万亿")
def test_any_text_is_read_and_every_place_lies_in_it(read, text):
    assume(not find_other_language(normalize(text)))
    reading = read(text)
    starts = [claim.place.start for claim in reading.claims]
    assert starts == sorted(starts)
    for claim in reading.claims:
        assert 0 <= claim.place.start < claim.place.end <= len(text)
        assert claim.understood.endswith(".")
        assert claim.interval.low is None or claim.interval.high is None or claim.interval.low <= claim.interval.high
    for piece in reading.skipped:
        assert 0 <= piece.start < piece.end <= len(text)
        assert piece.reason


@pytest.mark.parametrize(
    "piece", ["1,", "1 ", "5 million ", "from 5% to 7% ", "一", "(", "million ", "on the of ", "1.1. "]
)
def test_a_long_text_of_one_piece_comes_to_an_end(read, piece):
    assert len(read(piece * (4_000 // len(piece))).claims) < 10_000


@settings(max_examples=25, deadline=None)
@given(st.integers(min_value=11, max_value=9999), st.sampled_from(["million", "bn", "trillion"]), st.booleans())
def test_an_amount_keeps_its_number_scale_and_currency(read, tenths, scale, before):
    number = Decimal(tenths) / 10
    text = f"Sales reached ${number} {scale}." if before else f"Sales reached {number} {scale} dollars."
    (claim,) = read(text).claims
    power = {"million": 6, "bn": 9, "trillion": 12}[scale]
    assert (claim.value, claim.multiplier, claim.unit, claim.kind) == (number, power, "USD", ClaimKind.AMOUNT)


def test_a_sum_in_brackets_restates_the_one_before(read):
    first, second = read("Turnover reached 24 trillion rubles (approx. $287 billion).").claims
    assert second.restates == first.id
    assert str(second.interval) == "286000000000 … 288000000000"


@pytest.mark.parametrize(
    "text",
    [
        "The meeting on 24 July 2025 began at 15:00 and took 90 minutes.",
        "Call 8 (800) 555-35-35 or write to press@example.com, see https://example.com/2025/100.",
        "GPT-4, COVID-19, the Boeing 737, the G20 and the S&P 500 are names, and so is RIF 2025.",
        "The 4th expo, its 12th edition, has Section 4.2 and Article 5 of law No. 115.",
        "The two countries met for the third time in 30 years; the match ended 3:1.",
        "Заседание 12 сентября 2024 года длилось два часа, с 10:30; это 56-я сессия, дом 5, телефон 8 495 123-45-67.",
        "МС-21 и КАМАЗ-54901 показали на 15-м форуме; закон № 44-ФЗ принят в 2013 году.",
        "第56次报告于2025年7月21日发布，会期3天，双方举行了第四届会议。",
        "Double Down on technology, as one of the largest does.",
        "Real Madrid beat Barcelona 3-1 in the 20th minute; the 34-year-old wore number 10 and flew home on BA117.",
        "Temperatures fell to 25 degrees; the 401(k), form 10-K, Rule 144A and Section 230 are matters of law.",
        "Ту-214 вылетел рейсом SU-1408 из терминала 2; температура упала до минус 15 градусов.",
        "根据《公司法》第147条和第21号令，十五五规划和一带一路倡议将推进。",
    ],
)
def test_what_is_not_a_figure_is_passed_over_with_its_reason(read, text):
    reading = read(text)
    assert [reading.document.words_at(claim.place) for claim in reading.claims] == []
    assert all(piece.reason for piece in reading.skipped)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Profit rose 5% to $3bn.", [("growth", "5", "%"), ("amount", "3E+9", "USD")]),
        ("The rate was raised from 20 to 22%.", [("rate", "2E+1", "%"), ("rate", "22", "%")]),
        ("Экспорт составил 53,9 млн т, или 12% ВВП.", [("quantity", "5.39E+7", "tonnes"), ("share", "12", "% of GDP")]),
        ("规模达53,9万亿元，占GDP的42.8%。", [("amount", "5.39E+13", "CNY"), ("share", "42.8", "% of GDP")]),
        ("The outlay is ₹5.5 lakh crore.", [("amount", "5.5E+12", "INR")]),
        ("Prices fell 0.3 percentage points.", [("change in points", "-0.3", "percentage points")]),
        ("Выручка выросла в 2,5 раза.", [("multiple", "2.5", "ratio")]),
        ("It takes a $3 billion to $4 billion hit.", [("amount", "3.5E+9", "USD")]),
        ("Output was 13.6 Mt.", [("quantity", "1.36E+7", "tonnes")]),
        ("Родилось 1 млн 222 тыс. детей.", [("count", "1.222E+6", "persons")]),
        ("增速由2%至3%上调至3.2%。", [("growth", "2.5", "%"), ("growth", "3.2", "%")]),
        ("Inflation eased to 4.2%; output grew by a quarter.", [("rate", "4.2", "%"), ("growth", "25", "%")]),
    ],
)
def test_figures_are_told_by_the_words_around_them(claims, text, meant):
    assert claims(text) == meant


def test_a_percentage_in_brackets_behind_a_count_is_its_share_also_after_a_growth(read):
    text = "Sales rose 40%. Of 500 companies asked, 300 (60%) expect more."
    assert [claim.kind for claim in read(text).claims if claim.unit.startswith("%")] == [
        ClaimKind.GROWTH, ClaimKind.SHARE,
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "Exports made up 25% in 2024.",
        "Sales soared, and the largest three firms made up 25%.",
        "Продажи выросли на 5%. 80%: 1360 из 1700 компаний приехали из Китая.",
        "Рост продолжается — 80%: 4 из 5 опрошенных согласны.",
        "Sales rose 5%. 80%: 4 of 5 firms agree.",
        "出口占国内生产总值比重为25%。",
        "生产增长，占总额比重达25%。",
        "服务业增加值占比重为25%。",
        "销售增长5%。80%：1700家企业中1360家同意。",
    ],
)
def test_a_share_is_not_a_rise(read, text):
    share = next(claim for claim in read(text).claims if claim.value in (25, 80))
    assert (share.kind, share.direction) == (ClaimKind.SHARE, None)


@pytest.mark.parametrize(
    "text", ["Рост на 80%: 340 из 400 компаний выросли.", "Sales rose 80%: 4 of 5 firms sold more."]
)
def test_a_rise_before_a_count_of_parts_is_still_a_rise(read, text):
    assert read(text).claims[0].kind is ClaimKind.GROWTH


def test_what_is_behind_a_figure_and_a_mark_is_not_its_name(read):
    text = "出口30亿元，占国内生产总值的25%。"
    assert [(claim.indicator, claim.denominator) for claim in read(text).claims] == [
        ("merchandise-exports", None), (None, "国内生产总值"),
    ]  # fmt: skip
    assert [claim.denominator for claim in read("出口占总额的25%。").claims] == ["总额"]


@pytest.mark.parametrize(
    "text",
    [
        (
            "Germany's exports of goods fell to 1,560 billion euros while imports fell to 1,319 billion euros, leaving "
            "a trade surplus of 241 billion euros."
        ),
        "Экспорт товаров России составил 434 млрд долларов, импорт — 283 млрд, положительное сальдо — 151 млрд.",
    ],
)
def test_an_earlier_name_is_not_that_of_another_side_of_the_balance(read, text):
    exports, imports, balance = read(text).claims
    assert exports.indicator == "merchandise-exports"
    assert imports.indicator in (None, "merchandise-imports")
    assert balance.indicator is None
    assert not {"exports", "экспорт"} & set(f"{imports.subject} {balance.subject}".casefold().split())


def test_the_share_of_gdp_in_the_first_words_of_a_sentence_has_its_whole(read):
    assert [claim.unit for claim in read("占国内生产总值比重上升到25%。").claims] == ["% of GDP"]


@pytest.mark.parametrize(
    "text",
    [
        "Revenue rose from 176 to 201 trillion roubles.",
        "Revenue went from 176 to 201 trillion roubles.",
        "Revenue, up 14%, rose to 201 trillion roubles from 176 trillion roubles.",
        "Выручка выросла со 176 до 201 трлн рублей.",
        "Выручка выросла с 176 до 201 трлн рублей.",
        "Выручка увеличилась со 176 трлн рублей до 201 трлн рублей.",
        "营收从176增至201万亿元。",
        "营收从176提高到201万亿元。",
        "营收由176万亿元增加到201万亿元。",
    ],
)
def test_from_a_base_to_a_level_is_not_a_range(read, text):
    levels = [claim for claim in read(text).claims if claim.kind is ClaimKind.AMOUNT]
    assert sorted(claim.plain_value for claim in levels) == [Decimal("176E+12"), Decimal("201E+12")]
    assert [claim.lower for claim in levels] == [None, None]


@pytest.mark.parametrize(
    "text",
    [
        "The rate is from 10 to 15 per cent.",
        "Prices range from 10 to 15 roubles.",
        "Стоит это от 10 до 15 рублей.",
        "Рост составит от 10 до 15%.",
        "价格从10至15元不等。",
    ],
)
def test_two_ends_without_a_verb_of_change_are_a_range(read, text):
    assert [(claim.lower, claim.upper) for claim in read(text).claims] == [(10, 15)]


def test_a_rate_that_is_lowered_is_a_level_before_and_after(claims):
    assert claims("Ставка снижена с 20 до 18%.") == [("rate", "2E+1", "%"), ("rate", "18", "%")]


def test_a_dollar_in_a_text_about_hong_kong_is_its_own_and_marked_open(read):
    reading = read("Hong Kong retail sales\n\nSales in Hong Kong were $31.3 billion, Hong Kong's office said.")
    (claim,) = reading.claims
    assert claim.unit == "HKD"
    assert "currency" in claim.left_open
    assert "unit" in claim.inferred


def test_a_time_the_text_leaves_open_is_marked_as_inferred(read):
    said, open_ = read("Output was 5 million tonnes in 2023.\n\nExports were 3 million tonnes.").claims
    assert (said.period, said.left_open) == (TimePeriod.of_year(2023), ())
    assert open_.period == TimePeriod.of_year(2023)
    assert "year" in open_.left_open
    assert "period" in open_.inferred


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("Output was 24 million tonnes, 1.9% more than in 2023.", ["2024", "2024"]),
        ("In 2024 output was 24 million tonnes, 1.9% more than in 2023.", ["2024", "2024"]),
        ("Output rose 1.9% compared with 2023. It was 24 million tonnes.", ["2024", "2024"]),
        ("Output rose 1.9% from 2023.", ["2024"]),
        ("Output rose 1.9% from 2021.", ["2025"]),
        ("Output rose 1.9% from 2024.", ["2025"]),
        ("Output was 1.9% above the level of 2021 in March 2023.", ["2023-03"]),
        ("Output will rise 5% by 2030, to 24 million tonnes.", ["2030", "2030"]),
        ("Output was 24 million tonnes, against 20 million tonnes in 2023.", ["2025", "2023"]),
        ("Добыча составила 24 млн т, что на 1,9% больше, чем в 2023 году.", ["2024", "2024"]),
        ("В 2024 году добыча выросла на 1,9% по сравнению с 2023 годом.", ["2024"]),
        ("Добыча выросла на 1,9% к уровню 2023 года.", ["2024"]),
        ("Добыча выросла на 1,9% к 2023 году.", ["2024"]),
        ("Добыча вырастет на 5% к 2030 году.", ["2030"]),
        ("Добыча составила 24 млн т против 20 млн т в 2023 году.", ["2025", "2023"]),
        ("产量比2023年增长1.9%，达24万吨。", ["2024", "2024"]),
        ("2024年产量较2023年增长1.9%。", ["2024"]),
        ("与2023年相比，产量增长1.9%。", ["2024"]),
        ("产量比2023年的20万吨增长1.9%。", ["2023", "2025"]),
        ("产量从2023年的20万吨增至2024年的24万吨。", ["2023", "2024"]),
        ("Инфляция замедлилась до 4% с 9% в 2023 году.", ["2025", "2023"]),
    ],
)
def test_the_year_of_comparison_is_not_that_of_the_figure(read, text, years):
    assert [str(claim.period) for claim in read(text).claims] == years


def test_a_forecast_without_a_speaker_leaves_its_issuer_open(read):
    first, second = read("Sales grew 40%. Forecasts for 2026 suggest another 37% increase.").claims
    assert (first.is_forecast, second.is_forecast) == (False, True)
    assert "issuer" in second.left_open
    assert second.direction is Direction.RISE


def test_the_speaker_is_named_and_a_pronoun_means_the_one_before(read):
    one, two = read("Exports rose 3%, said Trade Minister Anna Holm. Imports will fall 5%, she added.").claims
    assert one.said_by == two.said_by == "Trade Minister Anna Holm"


def test_level_growth_and_forecast_of_one_thing_have_its_indicators(read):
    text = (
        "Russia’s online economy reached 24 trillion rubles in turnover and grew 40% over the past year. "
        "Forecasts for 2026 suggest another 37% increase."
    )
    found = [claim.indicator for claim in read(text).claims]
    assert found == ["digital-economy-turnover", "digital-economy-growth", "digital-economy-growth"]


@pytest.mark.parametrize(
    ("text", "of_each"),
    [
        ("国内生产总值达134.9万亿元，同比增长5.0%。", [("gdp", ("CHN",)), ("gdp-growth", ("CHN",))]),
        ("中国公布数据。国内生产总值增长5.0%。", [("gdp-growth", ("CHN",))]),
        ("俄罗斯国内生产总值增长4.3%。", [("gdp-growth", ("RUS",))]),
        ("国内生产总值增长5.0%。", [("gdp-growth", ())]),
        ("人均国内生产总值达9.57万元。", [("gdp-per-capita", ("CHN",))]),
    ],
)
def test_gdp_is_known_by_its_chinese_name_and_its_country_by_the_text_or_the_money(read, text, of_each):
    assert [(claim.indicator, claim.areas) for claim in read(text).claims] == of_each


@pytest.mark.parametrize(
    "text",
    [
        "In 2023 Russia's nominal GDP grew 14.2%.",
        "In 2023 Russia's GDP grew 14.2% in nominal terms.",
        "В 2023 году номинальный ВВП России вырос на 14,2%.",
        "2023年中国GDP名义增长14.2%。",
    ],
)
def test_growth_that_is_called_nominal_is_not_taken_for_the_real_one(read, text):
    assert [claim.indicator for claim in read(text).claims] == ["gdp-growth-nominal"]
    assert read(text.replace("nominal", "").replace("номинальный", "").replace("名义", "")).claims[0].indicator == (
        "gdp-growth"
    )


@pytest.mark.parametrize(
    ("text", "of_each"),
    [
        ("Exports to China rose 5%. Inflation was 9%.", [(), ()]),
        ("Russia's exports to China rose 5%. Inflation was 9%.", [("RUS", "CHN"), ("RUS",)]),
        ("Inflation in Russia was 9%. Exports to China rose 5%. Unemployment was 2%.",
         [("RUS",), ("RUS", "CHN"), ("RUS",)]),
        ("Imports from China rose 5%. Inflation was 9%.", [(), ()]),
        ("Exports from China rose 5%. Inflation was 2%.", [("CHN",), ("CHN",)]),
        ("According to China's statistics, sales rose 5%. Inflation was 2%.", [("CHN",), ("CHN",)]),
        ("Экспорт в Китай вырос на 5%. Инфляция составила 9%.", [(), ()]),
        ("Торговля с Индией выросла на 5%. Инфляция составила 9%.", [(), ()]),
        ("Продажи в Китае выросли на 5%. Инфляция составила 2%.", [("CHN",), ("CHN",)]),
        ("Импорт в Россию вырос на 5%. Инфляция составила 9%.", [("RUS",), ("RUS",)]),
        ("对俄罗斯出口增长5%。失业率为2%。", [(), ()]),
        ("与美国相比，中国出口增长5%。失业率为5%。", [("USA", "CHN"), ("CHN",)]),
        ("中国对俄罗斯出口增长5%。失业率为5%。", [("CHN", "RUS"), ("CHN",)]),
    ],
)  # fmt: skip
def test_the_other_side_of_trade_is_not_what_the_next_sentence_is_about(areas, text, of_each):
    assert areas(text) == of_each


@pytest.mark.parametrize(
    ("text", "of_the_last"),
    [
        ("Exports to China rose 5%. Online retail reached 5 trillion roubles.", ("RUS",)),
        ("China's economy grew 5%. Retail sales were 5 trillion roubles, a tenth more.", ("RUS",)),
        ("В Китае цены выросли на 2%. Оборот торговли составил 5 трлн рублей.", ("RUS",)),
        ("俄罗斯经济增长4%。网上零售额达15.5万亿元。", ("CHN",)),
        ("China's economy grew 5%. Retail sales were 5 trillion dollars.", ("CHN",)),  # everybody counts in dollars
        ("China and Russia trade. Settlement reached 5 trillion roubles.", ("CHN", "RUS")),
    ],
)
def test_a_countrys_own_money_tells_more_than_the_country_of_the_sentence_before(areas, text, of_the_last):
    assert areas(text)[-1] == of_the_last


@pytest.mark.parametrize("text", ["Steel output rose 40%.", "PPI同比下降3.6%。", "Экспорт стали вырос на 7%."])
def test_a_figure_of_something_else_has_no_indicator(read, text):
    assert [claim.indicator for claim in read(text).claims] == [None]


def test_the_date_of_publication_is_found_in_the_first_lines():
    text = "News\n19:55, 29 September 2025\nviews\n2\n\nTrade is up\n\nIt rose 3.5% in August."
    reading = read_claims(text, catalogue=CATALOGUE)
    assert reading.document.published == date(2025, 9, 29)
    assert [str(claim.period) for claim in reading.claims] == ["2025-08"]


@pytest.mark.parametrize("text", ["It cut its key rate by {} to 4.25%."])
@pytest.mark.parametrize("step", ["a quarter point", "a quarter of a point", "0.25 percentage points"])
def test_a_part_of_a_point_is_in_points(read, text, step):
    first = read(text.format(step)).claims[0]
    assert (first.kind.value, str(first.plain_value)) == ("change in points", "-0.25")
