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
    column_names={
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
