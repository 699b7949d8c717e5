"""The names of transformations and of aggregations, as FRED has them in its addresses, and what they are called here.

Source: FRED, "What data transformations can be used?" (``units=lin chg ch1 pch pc1 pca cch cca log``) and its
``aggregation_method=avg sum eop``; ``index`` stands for FRED's "Index (Scale value to 100 for chosen date)".
"""

from __future__ import annotations

from enum import StrEnum

__all__ = ["Aggregation", "Transform"]


class Transform(StrEnum):
    """What is shown of a series instead of its values.

    >>> Transform("pc1").label
    'Change on a year before, %'
    """

    LEVEL = "lin"
    CHANGE = "chg"
    YEAR_CHANGE = "ch1"
    PERCENT_CHANGE = "pch"
    YEAR_PERCENT_CHANGE = "pc1"
    ANNUAL_RATE = "pca"
    LOG_CHANGE = "cch"
    ANNUAL_LOG_CHANGE = "cca"
    LOG = "log"
    INDEX = "index"

    @property
    def label(self) -> str:
        """What it is called in a list of choices."""
        return _LABELS[self]


class Aggregation(StrEnum):
    """How the figures of shorter periods become one of a longer period.

    >>> Aggregation("eop").label
    'the last'
    """

    AVERAGE = "avg"
    SUM = "sum"
    END = "eop"

    @property
    def label(self) -> str:
        """What the figure of the longer period is, of the shorter ones."""
        return _AGGREGATION_LABELS[self]


_LABELS = {
    Transform.LEVEL: "As they are",
    Transform.CHANGE: "Change on the period before",
    Transform.YEAR_CHANGE: "Change on a year before",
    Transform.PERCENT_CHANGE: "Change on the period before, %",
    Transform.YEAR_PERCENT_CHANGE: "Change on a year before, %",
    Transform.ANNUAL_RATE: "Change at a yearly rate, %",
    Transform.LOG_CHANGE: "Continuously compounded change, %",
    Transform.ANNUAL_LOG_CHANGE: "Continuously compounded change at a yearly rate, %",
    Transform.LOG: "Natural logarithm",
    Transform.INDEX: "Index, one year = 100",
}
_AGGREGATION_LABELS = {
    Aggregation.AVERAGE: "the average",
    Aggregation.SUM: "the sum",
    Aggregation.END: "the last",
}
