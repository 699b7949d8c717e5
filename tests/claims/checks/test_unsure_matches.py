"""Figures that stand side by side and are not surely of one thing are compared with nothing; their sober twins are."""

import pytest

from indicators.claims import Verdict

LISTED = [
    "The ports took 410,000 cars, down 5% from a year earlier, 160,000 trucks, down 9%, and 3,000 buses.",
    "The ports took 410,000 cars, down 5% from a year earlier, and 160,000 trucks.",
    "The shop sold 500 tonnes of rye, up 4% on last year, 310 tonnes of oats and 90 tonnes of barley.",
    "Порт принял 410 тонн ржи, на 5% меньше, чем годом ранее, 160 тонн овса и 30 тонн ячменя.",
    "Der Hafen nahm 410 Tonnen Roggen auf, 5 Prozent weniger als ein Jahr zuvor, 160 Tonnen Hafer und 30 Tonnen Mais.",
    "Le port a reçu 410 tonnes de seigle, en baisse de 5% par rapport à un an plus tôt, 160 tonnes d'avoine.",
    "El puerto recibió 410 toneladas de trigo, un 5% menos que un año antes, 160 toneladas de avena.",
    "Пристанището прие 410 тона ръж, с 5% по-малко от година по-рано, 160 тона овес.",
    "港口接收小麦410吨，比上年下降5%，玉米160吨，下降9%。",
]
ANOTHER_VERB = [
    "Corn use fell 20% to 800 tonnes from 1,000 tonnes, but rice use nearly doubled to 400 tonnes from 201.",
    "Corn use fell 20% to 800 tonnes from 1,000 tonnes, and rice use doubled to 400 tonnes from 200 tonnes.",
    "Corn use fell 20% to 800 tonnes from 1,000 tonnes, while rice use tripled to 600 tonnes from 200 tonnes.",
    "Costs dropped to 30 million euros from 45 million euros, but income doubled to 80 million euros from 40 million.",
    "Расход ржи упал на 20% до 800 тонн с 1000 тонн, а расход овса удвоился до 400 тонн с 200 тонн.",
    "Der Verbrauch fiel um 20 Prozent auf 800 Tonnen, aber der Export verdoppelte sich von 200 auf 400 Tonnen.",
    "La consommation a baissé de 20% à 800 tonnes, mais l'exportation a doublé de 200 tonnes à 400 tonnes.",
    "El consumo cayó un 20% a 800 toneladas, pero la exportación se duplicó de 200 toneladas a 400 toneladas.",
    "Потреблението спадна с 20% до 800 тона, но износът се удвои от 200 тона до 400 тона.",
]
TWO_BASES = [
    "Orders stood at 33 billion crowns, or 4.8 billion dlrs, up from 31 billion, or 4.5 billion dlrs, a year before.",
    "Orders stood at 33 billion crowns, or about 4.8 billion dollars, up from 31 billion a year before.",
    "The fund held 900 million yen (6 million dollars), up from 850 million a year earlier.",
    "Заказы составили 33 млрд крон, или 4,8 млрд долларов, против 31 млрд годом ранее.",
    "Die Aufträge betrugen 33 Milliarden Kronen, umgerechnet 4,8 Milliarden Dollar, nach 31 Milliarden im Vorjahr.",
    "It showed a surplus of 11 billion euros, reversing the 2.6 billion deficit in May and up from 9 billion in April.",
    "Profit was 50 million euros, after a 3 million loss in spring and up from 40 million a year earlier.",
    "Прибыль составила 50 млн евро после убытка в 3 млн евро весной и против 40 млн евро годом ранее.",
]
OTHER_TIMES = [
    "In the first two months imports totalled 1.8 billion dollars against 1.5 billion in the same 2006 period.",
    "In January and February of 2007 exports were 1.8 billion euros, compared with 1.5 billion euros in 2006.",
    "Since the opening in 2018 exports came to 800 million euros by February 2020; in 2020 exports were 31 million.",
    "自2018年10月大桥开通以来，至今年2月，进出口总值达800亿元，其中，今年前2个月31亿元。",
    "自2013年以来，截至2023年6月出口总额达900亿元，2023年出口80亿元。",
    "Импорт за январь и февраль 2007 года составил 1,8 млрд евро против 1,5 млрд евро за 2006 год.",
]
OTHER_PARTS = [
    "一年来共审议草案40件，通过其中24件，包括制定6件，修改14件等。",
    "全年共办理案件90件，其中审结70件，包括判决40件，调解25件。",
    "对甲地、乙地分别出口1.07万亿元、1.02万亿元；对丙地各国合计出口3.36万亿元。",
    "对甲地、乙地分别出口1.07万亿元、1.02万亿元，对丙地各国合计出口3.36万亿元。",
    "The court took 90 cases, including 70 that it closed, including 40 with a fine and 25 with a warning.",
    "The north took 12 million euros and the south 14 million euros; the union as a whole, in total, 60 million euros.",
]
ANOTHER_SUBJECT = [
    "Profit is put at about 17 million euros, down 33% from a year earlier, on sales of 40 million euros.",
    "The share goes to 26 euros (from 22 euros) with 71% upside.",
    "Truck exports rose 31% to 154,000 trucks, compared with 146,000 trucks in April.",
    "Lending to firms went up 399 million, but card debt rose only 55 million euros, against 161 million euros.",
    "The group lowered its hopes for growth from 157 million guests to 162 million guests.",
    "The maker cut its outlook from $89 million to $93 million down to $84 million.",
    "The yen/dollar rate rose to 158 yen in the first half from 207 yen a year earlier.",
    "Profit fell to 800 million euros from 900 million euros, also hurt by the 0.1 point fall in the margin to 2%.",
    "Money grew to about 4.7 million euros, against 5.0 million euros in May and 3.9 million euros in June 2020.",
    "Sales should fall to around 38% or 39% in 2027 from 41% in 2026.",
    "Die Aktie fiel auf 11 Euro, bei einem Umsatz von 40 Millionen Euro nach 45 Millionen Euro.",
    "Кандидат ведет с 50,1% перед соперником, у которого 48,7% при подсчете 99% голосов.",
]
NO_LIST = [
    "The assembly has 538 seats: 535 members from 50 states and three from the capital.",
    "The tool costs 50 euros (or 300 euros, or 500 euros).",
    "The strike will hit 24% of 830 flights to Spain, 27% of 180 flights to Portugal and 31% of 160 to Belgium.",
    "Собрание насчитывает 538 мест: 535 – представители 50 областей и трое от столицы.",
    "На плановете за кредит от 20 милиарда лири (27 млрд. долара) се гледа с надежда.",
    "His remaining 4.2% stake in the firm is worth less than two-thirds of his fortune.",
]
ANOTHER_NAME = [
    "The left is divided. They currently hold 44 seats.\n\nThe right is split. They currently hold 57 seats.",
    "More than half of those asked (68%) would move.",
    "Buy the Orbit G9 Mark II on sale for $429.\n\nBuy the Orbit G5 Mark II on sale for $899.",
    "The average yield on the six-month bills was 5.7%.\n\nThe average yield on the three-month bills was 5.4%.",
    "In the new firm, Alda shareholders would own 52.2%.\n\nIn it, Borea shareholders would own 47.8%.",
    "On Monday 55% was lent by the city banks, with 30% from large regionals and 15% by the smallest banks.",
]
ANOTHER_THING = [
    "It had orders of $324 million, an improvement of $87 million or 37% compared to last year.",
    "That is a $1.01 increase versus the prior year of $3.45, a solid quarter.",
    "It earned $108 million or $0.25 a share, an increase from $81 million a year earlier.",
    "Cash of $14 million was more than offset by a return of $38 million to shareholders.",
    "Er kauft ein Kilo für 662 Rupien (5 Eurocent) und verkauft es für 10.000 Rupien (83 Eurocent).",
    "Costs of C$100 million, or 55 cents, were a record.",
    "The bill has doubled from £60,000 to about £132,000.",
    "They expect earnings of $0.47, down 14.55% or $0.08 from last year's $0.55.",
    "Between June and July, M3 growth went from 14.5% to 11.5%.",
    "In 2019, the UK was a large market for Indiana, which has a gross domestic product (GDP) of about $350bn.",
    "Mercedes affirmed 26 of our 34 leases, accounting for over 80% of our annual rent, for a base rent reduction.",
    "It ordered 10,000 more of the units, which cost about $10,000 each, while houses cost on average $34,000.",
    "En 2019, la croissance de l'Algérie a atteint 0,8%, et la croissance du PIB hors hydrocarbures, elle, 2,4%.",
    "La part des pertes est de 17% dans les services, 47% dans l'industrie, 57% dans le commerce et 91% ailleurs.",
    "El acuerdo prevé el 49,5% del capital y el restante 50,5% mediante una ampliación del 16%.",
    "每天可能有三分之一到一半的汽油消耗在其他国家。",
    "The council will cut its grant from £12.6m per year to £17m split over the next three years.",
    "Assets grow from $15 trillion in 2017 to $17 trillion in 2020, then to $30 trillion by 2025, a CAGR of 8.7%.",
    "It had revenue of $191 million, which is an increase of $32.3 million or 20.4% over the prior year.",
    "Inflows were $9 billion. $4 billion of these came from Japan, $4 billion from China, the rest, $1 billion, not.",
    "Some 54% of firms export to Poland, 30% to Italy and 26% to Spain.",
    "The firm, founded in 1978, has put more than £240m ($290m) into the country.",
    "It sold 100 million Canadian dollars (US$85.1 million) of debentures due Nov. 30, 1999.",
    "From 2001 to 2008 the index fell from 1,320 to 903; mine beat its 19-year compound growth rate of 20.9%.",
    "Темпы падения экономики замедлятся до -0,5% против -3,7% годом ранее.",
    "服务性消费支出增长7.4%，占比46.1%，比上年提高0.9个百分点。",
    "Losses decreased from $146 million, or 8.7 loss ratio points, to $44 million or 2.2 loss ratio points.",
    "EBITDA increased $80 million or 40% year over year to $281 million.",
    "Members accounted for 59% of occupancy with the coast at 66%.",
    "Output came to 8.4 billion pounds in 2023. In 2022 it was 8.0 billion, a rise of 12%.",
    "La dépense est de 3,6 %, la part la plus faible de tous : le Brésil a dépensé 9,2 %, suivi du Chili avec 8,1 %.",
]

OTHER_BASES = [
    "The alliance won 120 of 240 seats with a vote share of 37%.",
    "The firm has 2,400 patents, of which 450 abroad, and inventions make up almost 60%.",
    "企业拥有2400余项专利，其中逾450项为海外专利，发明专利占比近60%。",
    "Private firms had 76% of total exports, with metals ahead at 950 million dollars, or 42% of total exports.",
    "Alder owns 48% of the mine, with Birch holding 26% and the rest held by Cedar.",
    "The payout is 20 euros a share of a face value of 2 euros each (1,000%).",
    "The budget of 1.49 trillion rupees (148,720 crore rupees) takes 75% of it.",
    "The offer is 132 rupees per share, of which 80 million rupees has been placed.",
    "The loss was 34.7 million euros, including a 20.5 million euro charge, double its sales of 15.6 million euros.",
    (
        "Costs of 21.2 million euros comprised 11.7 million euros of interest, 4.3 million euros of fees, 3.9 million "
        "of administrative and other expenses, some of it deferred, and 1.3 million euros of tax."
    ),
    "下跌1500家，跌幅超过5%的有8家，其中涨停81家。",
    "今年至今的累计涨幅达到了惊人的127%。",
    "月薪最高可达7万元，年薪最高可超过91万元。",
    "占进口量的近三分之二，其次是甲国（18%）。",
]
TWO_WAYS = [
    "Some 1,600 shares were declining against 970 shares advancing.",
    "It reported a profit of 14 million euros, recovering from an 83 million euros loss a year earlier.",
    "Компания получила прибыль 14 млн евро, поднявшись после убытка в 83 млн евро годом ранее.",
    "It promised a hike in its dividend and said debt would be down to 95% compared with 175% before.",
    "EBITDA grew to 1.2 billion crowns or 7.8%, up from 0.6 billion crowns or 5.6% a year earlier.",
    "We expect 200 new stores (from 170 stores earlier), resulting in a revenue upgrade of 4.1%.",
    "In Peru it will rise to 10% from 6%, Chile will see growth of 21% from 14%.",
    "甲应用用户为424万人，乙应用的用户超过了3000万人。",
    "养老金翻一倍，从223元提高到446元。",
    "The last price was $1,565, down $11 per tonne, after a draw of 9,975 tonnes.",
    "Profit more-than-doubled to 229 million euros from 93 million euros.",
    "The share fell to 850 rupees; profit was 1.88 billion rupees in 2024 and 1.06 billion rupees in 2023.",
]
OF_ANOTHER_TIME_OR_UNIT = [
    "The plant owes 1.7 trillion roubles ($300 million).",
    "Begun in 1950 as a small mill, the group has debts of 200 million pounds ($313 million).",
    "Silver fell to 12 parts per million; it was 15 parts per million before.",
    "Rain rose to 145 cars against his average figure of 134 cars for 12 stations.",
    "Sales will triple to 2.4 billion euros from 722 million euros.",
    "Revenue nearly tripled from 12.7 billion yen to 34.1 billion yen.",
    "Profit rose to A$285.4 million ($178.5 million), up from A$264.3 million.",
    "He wanted margins of 70% and 45% respectively.",
]
ANOTHER_CLAUSE = [
    "歐洲不包括法國收入21.47億元，法國14.47億元，美國28.65億元。",
    "企业贷款增加4.78万亿元，其中，短期贷款增加1.74万亿元，中长期贷款增加3.46万亿元，票据融资减少5149亿元。",
    "流动负债有51.57亿元，包括短期借款14.43亿元和其他应付款19.45亿元，相应的流动资产只有18.58亿元。",
    "有7款早餐产品，午餐则包括6款热卤和4款盒饭。",
    "公司已在8个省份建立了超过关键规模的门店网络，仍有17个省份尚未布局。",
    "销售额将达到560亿美元，较此前预期提高10亿美元，略高于分析师平均预期的559.7亿美元。",
    "26家公司中，12家为甲级、6家为乙级、其余为丙级。",
    "甲市增长97%；乙市增长57%；丙市日均增加29%。",
    "He has increased his stake in Maximus Resources Limited from 26.94% to 28.91%.",
    "There is no scope for lowering rates amid a rebound in prices to 4.1% from last year's 3.7%.",
    "Cost cuts and raised prices led him to narrow his estimate of the loss to 0.40 dollars from 0.45 dollars.",
    "Its founder has six percent and others have the remaining seven percent.",
]
GAINS_AND_STEPS = [
    "It had a currency loss of 3.5 million euros in the year, against a gain of 4.8 million euros.",
    "The maker will cut prices more than usual, from 25% to 30%.",
    "Output increased to 0.40% in December from 0.10% in November, a Y/Y surge of 1.5%.",
    "Sales were 57,209 cars in August, up 19% over the 48,207 cars it sold in the third quarter of 1995.",
    "The group invested 10 billion dollars. Of this, 75 billion dollars went to one and 100 billion dollars to two.",
]
STILL_FOUND = [
    "Exports fell 40% last season to 136,000 tonnes, against 160,000 tonnes in the season before.",
    "A gift of $2.4 million was split equally between 12 museums, each of which received $150,000.",
    "Sales rose from 100 million in 2015 to 200 million euros in 2022, an average of 20% per year.",
    "Каждый из 40 заводов получит по 5 млн рублей, всего 350 млн рублей.",
    "Of the 640 shops asked, 160 said they would close, or 45% of the total.",
    "The debt fell to 356 billion euros, or 261% of a gross domestic product of 220 billion.",
    "Last year 55% of the timber went to Sweden, 30% to Poland and 25% to Spain.",
    "54% der Bestellungen kamen aus Polen, 30% aus Italien und 26% aus Spanien.",
    "Von den 910 Lehrlingen lernen 530 in der Stadt und 480 in der Region.",
    "The harbour handled 1.62 million tonnes in 2023. That was 22% more than the 1.45 million of 2022.",
    "Le port a traité 1,62 million de tonnes en 2023. C'est 22 % de plus que les 1,45 million de 2022.",
    "In each of the four quarters it sold 120, 135, 150 and 155 machines, an average of 162 a quarter.",
    "По итогам 2022 года российская экономика сократилась на 4,8%.",
    "Смета составит 82 млрд рублей, в том числе 50 млрд пойдёт на школы и 45 млрд на дороги.",
    "三季度各月销量分别为12万辆、14万辆和16万辆，月均销量18万辆。",
    "Farmers sold 96,000 cars in July 2023 alone and 82,000 in the first seven months of 2023.",
    "Profit is put at about 17 million euros, down 33% from 40 million euros a year earlier, on sales of 90 million.",
    "Truck exports rose 31% to 154,000 trucks, compared with 146,000 trucks a year earlier.",
    "The assembly has 538 seats: 535 for the states and 30 for the capital.",
    "In 2023 the Orbit G9 Mark II sold for $429.\n\nIn 2023 the Orbit G9 Mark II sold for $899.",
    "Sales reached 24 million euros, up 60% from 16 million euros a year earlier.",
    "Rice use nearly tripled to 400 tonnes from 201 tonnes.",
    "Orders stood at 33 billion euros, up 20% from 31 billion euros a year before.",
    "The north sold 12 million euros; the south sold 14 million euros; for a total of 60 million euros.",
    "甲店收入20万元，乙店收入30万元，两店合计80万元。",
    "公司销售汽车20万辆，其中轿车15万辆，客车9万辆。",
    "The plant made 500 cars in 2021, of which 600 cars in the first quarter of 2021.",
]


@pytest.mark.parametrize(
    "text",
    [
        *LISTED,
        *ANOTHER_VERB,
        *TWO_BASES,
        *OTHER_TIMES,
        *OTHER_PARTS,
        *ANOTHER_SUBJECT,
        *NO_LIST,
        *ANOTHER_NAME,
        *ANOTHER_THING,
        *OTHER_BASES,
        *TWO_WAYS,
        *OF_ANOTHER_TIME_OR_UNIT,
        *ANOTHER_CLAUSE,
        *GAINS_AND_STEPS,
    ],
)
def test_what_may_be_of_something_else_is_not_called_inconsistent(report, text):
    assert not report(text, published=None).is_inconsistent


@pytest.mark.parametrize("text", STILL_FOUND)
def test_a_contradiction_in_like_words_is_found(report, text):
    assert len(report(text, published=None).with_verdict(Verdict.INCONSISTENT)) == 1


BY_PLACE = [
    "Peru sold 40 tonnes of wool, more than Chile, which sold 60 tonnes.",
    "Of the guests, 50 percent came from Asia, 30 percent from Europe and 40 percent from America.",
    "Of the 40 schools 55 closed.",
    "The rate fell to 5.6 percent from 5.2 percent.",
    "Of the 900 trees 400 are oaks, 300 are beeches and the remaining 300 are pines.",
]
OTHERS = " ".join(f"In {year} the fleet had {year - 1_950} ships." for year in range(2001, 2009))


@pytest.mark.parametrize("text", BY_PLACE)
def test_what_only_places_join_is_left_open_among_many_figures(report, text):
    assert report(text, published=None).is_inconsistent
    among = report(f"{text} {OTHERS}", published=None)
    assert not among.is_inconsistent
    (left,) = [one for one in among.with_verdict(Verdict.UNCHECKED) if "8 other figures" in one.reason]
    assert {"c1", "c2"} <= set(left.claims)


def test_what_words_join_is_found_among_many_figures(report):
    text = "Sales rose 20% from 100 tonnes in 2019 to 150 tonnes in 2020."
    assert report(f"{text} {OTHERS}", published=None).is_inconsistent
