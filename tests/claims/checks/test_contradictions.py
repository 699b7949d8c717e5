"""Contradictions planted in one or two sentences, and right or uncertain sentences that must stay silent."""

import pytest

from indicators.claims import Verdict
from indicators.errors import UsageError

PLANTED = [
    "The firm paid its 250 workers $5 million in bonuses, or $2,000 each.",
    "Aid of 60 million pounds went to 30,000 households, an average of 200 pounds per household.",
    "Город выделил 300 млн рублей для 15 тыс. семей, или по 2 тыс. рублей на семью.",
    "300 сотрудников получили 9 млн рублей — по 300 тыс. рублей на человека.",
    "公司向500名员工发放奖金1000万元，人均20万元。",
    "该镇3万户居民共获补贴6000万元，平均每户2万元。",
    "The largest donor was Norway with 40 million euros, ahead of Sweden with 55 million euros.",
    "Turnover in Lyon (40 million euros) surpassed that in Nice (60 million euros).",
    "Крупнейший поставщик — Чили (9 млрд долларов), на втором месте Перу (12 млрд долларов).",
    "Продажи в Омске (5 млрд рублей) превысили продажи в Томске (8 млрд рублей).",
    "最大出口国是巴西（300亿美元），其次是智利（350亿美元）。",
    "甲市的销售额（50亿元）超过乙市（80亿元）。",
    "Exports were $2.1 billion in 2018, $2.3 million in 2019 and $2.2 billion in 2020.",
    "Расходы составили 40 млн рублей в 2019 году, 42 млрд рублей в 2020 году и 45 млн рублей в 2021 году.",
    "2019年产量为310万吨，2020年为325万吨，2021年为330亿吨。",
    "The market will grow from $20 billion in 2023 to $40 billion in 2030, a compound annual growth rate of 20%.",
    "Output grew from 3 million tonnes to 6 million tonnes in ten years, or 15% annually.",
    "Wages rose an average of 12% a year, from 20,000 euros in 2010 to 30,000 euros in 2020.",
    "За пять лет рынок вырос с 10 млрд до 20 млрд рублей, в среднем на 30% в год.",
    "Рынок вырастет с 10 млрд рублей в 2020 году до 20 млрд рублей в 2025 году, среднегодовой темп роста — 25%.",
    "2015年至2020年，产值从50亿元增长到100亿元，年均增长25%。",
    "About 60% of sales are online, and 50% of these are by phone, that is 45% of all sales.",
    "60% продаж идут через интернет, из них 50% — с телефона, то есть 45% всех продаж.",
    "网上销售占60%，其中50%来自手机，即占全部销售的45%。",
    "Sales doubled to $9 billion from $3 billion.",
    "Число клиентов удвоилось: с 2 млн до 6 млн.",
    "Прибыль сократилась вдвое, с 8 млрд до 2 млрд рублей.",
    "利润减半，由8亿元降至2亿元。",
    "Debt of $30 billion is six times the $10 billion of 2005.",
    "Долг в 30 млрд рублей в шесть раз больше, чем 10 млрд рублей в 2005 году.",
    "Продажи выросли в 4 раза, с 5 млн до 10 млн штук.",
    "债务为300亿元，是2005年100亿元的6倍。",
    "The tax was raised from 18% to 20%, an increase of 2%.",
    "Налог повысили с 18% до 20%, то есть на 2%.",
    "税率由18%提高到20%，提高2%。",
    "The forecast was revised up from 3.1% to 2.8%.",
    "Оценка роста снижена до 3,1% с 2,6%.",
    "Sales rose 30% from $50 million to $55 million.",
    "Продажи выросли на 30%: с 50 млн до 55 млн рублей.",
    "销售额增长30%，由50亿元增至55亿元。",
    "The report predicts a rise of 40%, with sales going from $10 million to $20 million.",
    "They built 300 homes in Oslo and 200 homes in Bergen, 700 homes in all.",
    "Всего построили 700 домов: 300 домов в Омске и 200 домов в Томске.",
    "全年进出口总额为50万亿元，其中出口30万亿元，进口25万亿元。",
    "Exports were $30 billion, 20% of sales of $100 billion.",
    "Экспорт составил 30 млрд рублей, или 20% от продаж в 100 млрд рублей.",
    "出口300亿元，占总销售额1000亿元的20%。",
    "Структура экспорта: нефть — 50%, газ — 35%, зерно — 30%.",
    "按地区划分，亚洲占50%，欧洲占35%，美洲占30%。",
    "The bank raised its growth forecast to 1.8% from 2.4%.",
    "Банк повысил прогноз роста ВВП с 2,5% до 1,8%.",
    "该行将今年增长预期由5.2%上调至4.8%。",
    "Из всех избирателей 115% пришли на участки.",
    "Of all the households, 120% have a car.",
    "所有员工中有125%参加了培训。",
    "利润由20亿元增至60亿元，增长3倍。",
    "总收入100亿元，其中手机60亿元，服务50亿元。",
    "The jobless rate rose to 5%, from 6.5% in 2015.",
    "Total debt was $50 million in 2021. An annex gives total debt in 2021 as $70 million.",
    "В фирме 900 сотрудников, треть из них, 450 человек, — женщины.",
    "France had 86 million inhabitants in 2022.",
    "2022年法国失业率为14.3%。",
    "In 2023 unemployment was 3.1% in Germany and 14.3% in France.",
    "Inflation in Poland was 4.4% in 2022, the World Bank said.",
]
RIGHT = [
    "The firm paid its 250 workers $5 million in bonuses, or $20,000 each.",
    "Aid of 60 million pounds went to 30,000 households, an average of 2,000 pounds per household.",
    "Город выделил 300 млн рублей для 15 тыс. семей, или по 20 тыс. рублей на семью.",
    "公司向500名员工发放奖金1000万元，人均2万元。",
    "The top exporter was Brazil ($30 billion), followed by Chile ($20 billion).",
    "Лидирует Казань (21 млрд рублей), за ней идёт Самара (14 млрд рублей).",
    "上海以500亿元位居第一，北京以400亿元排名第二。",
    "Exports were $2.1 billion in 2018, $2.3 billion in 2019 and $2.2 billion in 2020.",
    "The market will grow from $20 billion in 2023 to $40 billion in 2030, a compound annual growth rate of 10.4%.",
    "Рынок вырастет с 10 млрд рублей в 2020 году до 20 млрд рублей в 2025 году, среднегодовой темп роста — 14,9%.",
    "产值由2015年的50亿元增至2020年的100亿元，年均增长14.9%。",
    "About 60% of sales are online, and 50% of these are by phone, that is 30% of all sales.",
    "Sales doubled to $8 billion from $4 billion.",
    "Прибыль сократилась вдвое, с 8 млрд до 4 млрд рублей.",
    "The tax was raised from 18% to 20%, an increase of 2 percentage points.",
    "Налог повысили с 18% до 20%, то есть на 2 процентных пункта.",
    "Прогноз инфляции ухудшен с 5% до 6%.",
    "机构将增速预测由4.2%上调至4.5%。",
    "Sales rose 10% from $50 million to $55 million.",
    "A decline of 25% is expected, output dropping from 8 million tonnes to 6 million tonnes.",
]
UNCERTAIN = [
    "The ship was bought for 120m yen ($2m).",
    "Здание продано за 310 млн рублей (10 млн евро).",
    "这批货价值600万港元（约合90万美元）。",
    "The index of prices rose 2.1% in May, after 2.4% in April and 3.0% a year earlier.",
    "Ставка составила 8% в июне против 8,5% в мае и 9% годом ранее.",
    "6月通胀率为2.1%，5月为2.3%，去年同期为1.9%。",
    "The IMF cut its forecast for growth in Chile from 2.6% to 2.2%.",
    "Рост замедлился до 1,2% с 2,4%.",
    "该行将今年增长预期由5.2%下调至4.8%。",
    "Turnover reached 125% of the target.",
    "Imports equal 130% of GDP.",
    "Долг достиг 140% годового дохода.",
    "债务占可支配收入的120%。",
    "The top three are North ($82m), South ($41m) and West ($26m).",
    "Лидируют «Север» (82 млн рублей), «Юг» (41 млн рублей) и «Запад» (26 млн рублей).",
    "甲公司营收50亿元（去年40亿元），乙公司30亿元（去年20亿元）。",
    "VAT is 20% on goods, 10% on food and 80% on tobacco, the rest being free.",
    "Фонду принадлежит 40% порта, 35% дороги и 50% завода.",
    "Games earned $3 billion, up from $2 billion. adidas fell to $1 billion from $1.5 billion.",
    "Costs were 40 million euros, up from 30 million euros. iRobot sank to 10 million euros from 12 million euros.",
    "The Hong Kong group Pearl paid $120m (€100m).",
    "Yields fell below 3%, down from 4.1% in 2012.",
    "Output grew 15.7% in the year to June, down from 23% in May, and inflation slowed to 4.3%.",
    "Bills will rise by 35% over five years, to an average of £588 a year from £436.",
    "Growth slowed to 0.3% in the quarter, down from 6.3% in the first.",
    "The number of people in work rose by 296,000 to 28.52 million.",
    "Italy had 3 million people in poverty in 2022.",
    "2022年法国青年失业率为24.3%。",
    "The firm floated for £200m ($376m) in 1995.",
]


@pytest.mark.parametrize("text", PLANTED)
def test_a_contradiction_is_found_once(report, text):
    assert len(report(text, published=None).with_verdict(Verdict.INCONSISTENT)) == 1


@pytest.mark.parametrize("text", [*RIGHT, *UNCERTAIN])
def test_what_is_right_or_uncertain_is_not_called_inconsistent(report, text):
    assert not report(text, published=None).is_inconsistent


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Der Gewinn fiel um 4,5 Prozent auf 1,2 Milliarden Euro.", "German"),
        ("Les ventes ont reculé de 4,5 % pour atteindre 1,2 milliard d'euros.", "French"),
        ("Los ingresos cayeron un 4,5% hasta los 1.200 millones de euros.", "Spanish"),
        ("Печалбата спадна с 4,5% до 1,2 милиарда лева.", "Bulgarian"),
        ("利益は4.5%減の1兆2000億円だった。", "Japanese"),
        ("Прибуток зріс на 4,5% і склав 1,2 мільярда гривень.", "Ukrainian"),
    ],
)
def test_a_text_in_another_language_is_refused_by_name(read, text, language):
    with pytest.raises(UsageError, match=language):
        read(text)
