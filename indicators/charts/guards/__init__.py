"""What a chart refuses to draw because it would say something false, why, and what is offered instead.

A refusal is a sentence and a few changed views: it stands in the chart's place, and each offer is one click away. The
figures themselves are never refused: the table shows them whatever the chart says.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from indicators.charts.guards.comparing import along_one_axis, compared, mapped, one_measure, slope
from indicators.charts.guards.failed_conversion import make_refusal, refuse_nothing_left
from indicators.charts.guards.refusal import GuardContext, Offer, Refusal
from indicators.charts.guards.scattering import scattered
from indicators.charts.guards.stacking import stacked
from indicators.charts.guards.transforming import every_vintage, no_logarithm
from indicators.model.catalogue import Catalogue
from indicators.model.panel import Panel
from indicators.view import View

__all__ = ["Offer", "Refusal", "find_refusal", "make_refusal"]


def find_refusal(view: View, panel: Panel, catalogue: Catalogue) -> Refusal | None:
    """Why a view of these figures is not drawn as asked for; ``None`` when it is.

    Args:
        view: What is asked for; its indicators are those that one chart shows together.
        panel: The figures on its terms.
        catalogue: Where areas and groups are known.

    >>> from indicators.store import open_embedded_store
    >>> store = open_embedded_store()
    >>> view = View(("inflation",), ("RUS", "CHN"), chart="area")
    >>> print(find_refusal(view, store.read_panel(view.query), store.catalogue).sentence)
    Inflation does not add up across countries, so it cannot be stacked.
    """
    if panel.is_empty or view.tab in ("table", "sources"):
        return None
    case = GuardContext(view, panel, catalogue)
    return next((refusal for rule in _RULES if (refusal := rule(case)) is not None), None)


_RULES: Final[Sequence[Callable[[GuardContext], Refusal | None]]] = (
    every_vintage, mapped, scattered, slope, stacked, compared, one_measure,
    along_one_axis, no_logarithm, refuse_nothing_left,
)  # fmt: skip
