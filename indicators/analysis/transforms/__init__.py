"""Transformations of series: changes, indices, shares, ratios, averages and longer periods.

Each takes a panel and returns a new one, with a step and with the right unit, status, precision and origins.
"""

from indicators.analysis.transforms.averages import (
    AGGREGATIONS,
    Aggregation,
    AggregationName,
    aggregate_periods,
    choose_aggregation,
    match_frequency,
    take_moving_average,
)
from indicators.analysis.transforms.ratios import divide, divide_by_area, divide_by_total
from indicators.analysis.transforms.registry import (
    LEVEL,
    TRANSFORMS,
    Transform,
    TransformName,
    apply_transform,
    find_transforms,
)

__all__ = [
    "AGGREGATIONS", "LEVEL", "TRANSFORMS", "Aggregation", "AggregationName", "Transform", "TransformName",
    "aggregate_periods", "apply_transform", "choose_aggregation", "divide", "divide_by_area", "divide_by_total",
    "find_transforms", "match_frequency", "take_moving_average",
]  # fmt: skip
