"""What a user asks for: the view, its four spellings, and the figures it gives."""

from indicators.view.fields import ChartType, Overlay, Scale, Stacking, Tab
from indicators.view.getting import get, score
from indicators.view.view import View

__all__ = ["ChartType", "Overlay", "Scale", "Stacking", "Tab", "View", "get", "score"]
