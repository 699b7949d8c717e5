"""Chinese."""

from __future__ import annotations

from typing import Final

from indicators.language.chinese.nouns import CHINESE_NOUNS
from indicators.language.chinese.numbers import read_chinese_fraction, read_chinese_number
from indicators.language.chinese.patterns import CHINESE_PATTERNS
from indicators.language.chinese.phrases import CHINESE_PHRASES
from indicators.language.chinese.words import CHINESE_WORDS
from indicators.language.language import Language

__all__ = ["CHINESE"]

CHINESE: Final = Language(
    code="zh",
    name="Chinese",
    letters=("\u4e00", "\u9fff"),
    letter_weight=4,  # a character says as much as several letters
    is_spaced=False,
    has_month_first=True,
    yes=("是", "对"),
    no=("否", "不是"),
    column_names={
        "total flag": ("是否合计", "是否总计", "合计", "总计", "是否汇总"),
        "lower": ("下限", "置信下限", "置信区间下限", "下界"),
        "upper": ("上限", "置信上限", "置信区间上限", "上界"),
        "dimension": ("轮次", "期次", "波次"),
        "coded dimension": ("轮次", "期次", "波次"),
        "area_name": ("国家", "地区"), "indicator_name": ("指标",), "period": ("年份", "年", "时间", "年度"),
        "value": ("数值", "数据"),
        "unit": ("单位",),
    },
    phrases=CHINESE_PHRASES,
    nouns=CHINESE_NOUNS,
    words=CHINESE_WORDS,
    patterns=CHINESE_PATTERNS,
    meanings_of_signs={"CNY?": frozenset(("TWD", "HKD"))},
    read_number=read_chinese_number,
    read_fraction=read_chinese_fraction,
)  # fmt: skip
