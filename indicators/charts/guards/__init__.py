"""Guards that refuse misleading charts, with the reason and alternatives.

Each guard is a function with a name; the registry lists those of each chart type. A refusal is a sentence and a few
changed views, shown in place of the chart. The data are never refused: the table shows them.
"""

from indicators.charts.guards.refusal import Guard, GuardContext, Offer, Refusal, make_refusal

__all__ = ["Guard", "GuardContext", "Offer", "Refusal", "make_refusal"]
