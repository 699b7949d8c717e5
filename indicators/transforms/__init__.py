"""What can be shown of series instead of their values: changes, indices, shares, ratios, averages, longer periods."""

from indicators.transforms.names import Aggregation, Transform

__all__ = ["Aggregation", "Transform"]
