"""What can be shown of series instead of their values: changes, indices, shares, ratios, averages, longer periods.

Each takes a panel and returns a new one, with its step said, its unit, status, precision and origins kept right.
"""

from indicators.analysis.transforms.averages import aggregated, averaged, usual_aggregation
from indicators.analysis.transforms.changes import transformed
from indicators.analysis.transforms.indices import indexed
from indicators.analysis.transforms.names import Aggregation, Transform
from indicators.analysis.transforms.ratios import divided, share_of_area, share_of_total

__all__ = [
    "Aggregation",
    "Transform",
    "aggregated",
    "averaged",
    "divided",
    "indexed",
    "share_of_area",
    "share_of_total",
    "transformed",
    "usual_aggregation",
]
