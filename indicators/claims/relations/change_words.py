"""The words of change in English, Russian and Chinese: which tell one, and which may stand beside it."""

from __future__ import annotations

import re
from typing import Final

__all__ = [
    "AT_CURRENT_PRICES",
    "A_YEAR_EARLIER",
    "COMPARABLE",
    "CUE",
    "DOWN",
    "MEASURES",
    "NARROWER",
    "NEUTRAL",
    "NEUTRAL_HAN",
    "NEUTRAL_STEM",
    "NOMINAL",
    "NOT",
    "REAL",
    "UP",
    "YEARLY",
]

# Words that may stand between a change and its levels; any other word may begin another subject.
NEUTRAL: Final = frozenset(
    """
    a an the up down by rise rises rose risen rising increase increased increasing growth grew grow growing gain gained
    jump jumped surge surged soar soared climb climbed fall fell fallen falling drop dropped decline declined declining
    decrease decreased change changed of or i e ie that is that's s which was represents representing equivalent equal
    to meaning means nearly almost about around roughly approximately some over more less than higher lower larger
    smaller year on yoy y compared with from in just only marking mark posting showing shows annual annually total
    overall nominal nominally plus minus added lost adding one month quarter earlier previous last this period same
    time before ago when years half first second third fourth its their it expanding expanded contracting contracted
    shrinking shrank slipping slid slipped plunge plunged sinking sank real terms constant current prices
    inflation adjusted
    for at an whole full level figure reading per cent percent total
    на то есть т е или рост роста росту прирост прироста темп темпы увеличение увеличился увеличилась увеличилось
    увеличились увеличив увеличения снижение снизился снизилась снизилось снизились снизив падение упал упала упало
    упали сокращение сократился сократилась сократилось сократились вырос выросла выросло выросли подскочил подскочила
    составил составила составило составив составляет что это год году года годом за в во около почти примерно более
    больше меньше выше ниже чем по сравнению с со от до г ранее назад прошлым прошлого прошлый прошлом
    предыдущим предыдущего аналогичным периодом аналогичного периода раз раза прибавив потеряв поднялся поднялась
    повысился повысилась повысилось опустился опустилась реальном номинальном выражении сопоставимых текущих ценах
    плюс минус
    январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь января февраля марта апреля мая
    июня июля августа сентября октября ноября декабря
    january february march april may june july august september october november december
    """.split()
)  # fmt: skip
NEUTRAL_STEM: Final = re.compile(
    r"(?:увелич|сниз|сокра|уменьш|вырос|вырас|повыс|подня|опуст|замедл|ускор|подорож|подешев|прибав|удво|утро|increas|"
    r"decreas|declin|expand|shrink|accelerat|slow|widen|narrow)\w*"
)
NEUTRAL_HAN: Final = re.compile(
    r"增长|增幅|涨幅|降幅|增速|同比|环比|比上年|上年|去年|同期|较|上升|下降|增加|减少|提高|降低|扩大|升|降|涨|跌|幅度|幅|"
    r"达到|达|约|了|即|也就是|年|月|为|的|比|高|低|多|少|名义|实际|按可比价格计算|不变价格|现价|可比价格|计算|按"
)
A_YEAR_EARLIER: Final = (
    r"(?:a year (?:earlier|before|ago)|(?:in )?the (?:year before|previous year)|годом (?:ранее|раньше)|год назад)"
)
# Of a base that was revised, or of those alone who reported both years: no two levels of the text give such growth.
COMPARABLE: Final = re.compile(
    r"comparable (?:bas[ei]s?|terms)|like[- ]for[- ]like|сопоставим\w+|可比|同口径", re.IGNORECASE
)
REAL: Final = re.compile(
    r"\b(?:in |in)?real terms\b|constant prices|comparable prices|inflation[- ]adjusted|adjusted for inflation|"
    r"excluding inflation|сопоставимых ценах|реальном выражении|с учетом инфляции|с поправкой на инфляцию|"
    r"постоянных ценах|"
    r"可比价格|不变价格|实际增长|扣除价格因素",
    re.IGNORECASE,
)
NOMINAL: Final = re.compile(
    r"\b(?:in )?nominal(?:ly| terms)?\b|\b(?:в )?номинальн\w+(?: выражении)?|名义", re.IGNORECASE
)
AT_CURRENT_PRICES: Final = re.compile(
    r"\b(?:at|in) current prices\b|\bв (?:текущих|действующих) ценах|现价|当年价格", re.IGNORECASE
)
# What is grown: measures whose growth is real by custom, and those whose growth is nominal.
MEASURES: Final = re.compile(
    r"(?P<real>\bGDP\b|(?<=[\u4e00-\u9fff])GDP|gross (?:domestic|national|regional|value)|value[- ]added|"
    r"\bindustrial (?:production|output)|\bmanufacturing output|\beconom(?:y|ies)\b|"
    r"\bВВП\b|\bВРП\b|\bВНП\b|\bвалов\w+ (?:внутр|регион|нац|доб)|\bдобавленн\w+ стоимост|\bпромпроизводств|"
    r"\bпромышленн\w+ (?:производств|выпуск)|\bэкономик\w*|"
    r"生产总值|增加值|工业(?:总)?产[值出]|经济)|"
    r"\b(?:turnover|sales|revenues?|exports?|imports?|trade|profits?|earnings|incomes?|wages?|salar\w+|spending|budget|"
    r"investments?|deposits?|loans?|reserves|debt|market|payments?|assets|"
    r"оборот\w*|продаж\w*|выручк\w*|экспорт\w*|импорт\w*|торговл\w*|прибыл\w*|доход\w*|зарплат\w*|расход\w*|"
    r"бюджет\w*|инвестици\w*|вклад\w*|кредит\w*|резерв\w*|долг\w*|рын\w+|платеж\w*|актив\w*)\b|"
    r"营业额|销售|零售|营收|收入|出口|进口|贸易|利润|工资|支出|预算|投资|存款|贷款|储备|债务|市场|支付|资产",
    re.IGNORECASE,
)
# A sector that calls itself an economy is counted by its turnover; what is measured in GDP is another thing's size.
NARROWER: Final = re.compile(
    r"\b(?:digital|online|internet|platform|gig|sharing|creative|data|creator|silver|night\w*)[- ]econom\w+|"
    r"(?:цифров\w+|онлайн-?|интернет-?|платформенн\w+|креативн\w+) ?экономик\w*|"
    r"(?:数字|互联网|平台|共享|网络|数据|低空|银发|夜间|冰雪|海洋|线上)经济|"
    r"\b(?:of|to|than|against) (?:the )?(?:its |their |country's )?GDP\b|"
    r"\b(?:от|к|чем|быстрее|медленнее|%) ВВП\b|占(?:GDP|国内生产总值)",
    re.IGNORECASE,
)
YEARLY: Final = re.compile(
    r"\b(?:an|on) average\b|average (?:annual|yearly|of)|\bannual(?:ly|i[sz]ed)?\b|(?:a|per|each|every) year\b"
    r"(?! (?:before|earlier|ago|later|after|prior))|CAGR|"
    r"в среднем|ежегодн|среднегодов|в год\b|年均|每年",
    re.IGNORECASE,
)
UP: Final = re.compile(
    r"\b(?:rose|rise[ns]?|rising|grew|grow\w*|increas\w+|climb\w*|jump\w*|surg\w+|soar\w*|expand\w*|gain\w*|up)\b|"
    r"\b(?:вырос|возрос|увелич|поднял|повыс|подскочил)\w*|增长|增加|上升|提高|升至|扩大",
    re.IGNORECASE,
)
DOWN: Final = re.compile(
    r"\b(?:fell|fall\w*|drop\w*|declin\w+|decreas\w+|shr[aiu]nk\w*|slump\w*|plung\w+|slid\w*|slip\w*|down)\b|"
    r"\b(?:упал|снизил|сократил|уменьшил|опустил|просел|обвалил)\w*|下降|减少|降低|下滑|跌|降至",
    re.IGNORECASE,
)
NOT: Final = re.compile(r"\b(?:not|never|no|n't|не)\b|[未没]", re.IGNORECASE)
CUE: Final = re.compile(
    r"\b(?:by|up|down|increase|rise|gain|growth|drop|fall|decline|decrease) (?:of )?(?:about |nearly |almost )?$|"
    r"\b(?:на|рост|прирост|увеличение|снижение|падение) (?:на )?$|(?:增加|增长|减少|下降|上升|提高)了?$",
    re.IGNORECASE,
)
