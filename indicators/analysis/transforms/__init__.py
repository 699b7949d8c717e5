"""What can be shown of series instead of their values: changes, indices, shares, ratios, averages, longer periods.

Each takes a panel and returns a new one, with its step said, its unit, status, precision and origins kept right.
"""

from indicators.analysis.transforms.averages import aggregate_periods, choose_aggregation, take_moving_average
from indicators.analysis.transforms.changes import apply_transform
from indicators.analysis.transforms.indices import index_series
from indicators.analysis.transforms.names import Aggregation, Transform
from indicators.analysis.transforms.ratios import divide, divide_by_area, divide_by_total

__all__ = [
    "Aggregation",
    "Transform",
    "aggregate_periods",
    "apply_transform",
    "choose_aggregation",
    "divide",
    "divide_by_area",
    "divide_by_total",
    "index_series",
    "take_moving_average",
]
