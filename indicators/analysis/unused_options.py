"""Find the options of a request that had no effect on its figures.

An option that does nothing is not refused, as a page keeps it while others change, but it is named: whoever sets a base
year expects an index, and would take the figures for one.
"""

from __future__ import annotations

from collections.abc import Iterator

from indicators.analysis import messages
from indicators.analysis.request import PanelRequest
from indicators.analysis.transforms import find_transforms
from indicators.exchange.rules import Rule
from indicators.model.bands import has_bands
from indicators.model.panel import Panel
from indicators.model.recency import DEFAULT_TOLERANCE
from indicators.store import Store


def find_unused_options(panel: Panel, request: PanelRequest, store: Store) -> Iterator[str]:
    """Yield a sentence for each option that had no effect.

    >>> import indicators as ind
    >>> from indicators.model.steps import collect_notes
    >>> print(*collect_notes(ind.get("gdp", "RUS", "2020", base=2015).steps))
    The base 2015 has no effect: only an index has a base. Add the transformation "index".
    """
    money, derivation = request.money, request.derivation
    if derivation.base is not None and not any(one.has_base for one in find_transforms(derivation.transform)):
        yield messages.UNUSED_BASE.format(base=derivation.base.label)
    if money.rate and not money.unit:
        yield messages.UNUSED_RATE_WITHOUT_UNIT.format(rate=Rule.parse(money.rate).label)
    elif money.rate and not panel.is_empty and not _is_converted(panel):
        yield messages.UNUSED_RATE.format(rate=Rule.parse(money.rate).label)
    if money.deflator != "gdp" and money.prices is None:
        yield messages.UNUSED_DEFLATOR.format(deflator=messages.DEFLATOR_NAMES[money.deflator])
    if derivation.aggregate and not derivation.frequency:
        yield messages.UNUSED_AGGREGATION
    elif derivation.frequency and not panel.is_empty and all(step.name != "aggregate" for step in panel.steps):
        yield messages.UNUSED_FREQUENCY
    if request.bands and not panel.is_empty and not has_bands(panel.frame) and not _has_forecasts(panel, store):
        yield messages.UNUSED_BANDS
    if request.tolerance != DEFAULT_TOLERANCE and request.query.time.only != "latest":
        yield messages.UNUSED_TOLERANCE


def _has_forecasts(panel: Panel, store: Store) -> bool:
    """Return whether there are forecasts, perhaps of other years: a page asks for bands whatever years it shows."""
    known = store.read_coverage(tuple(one.id for one in panel.indicators))
    newest = max(known.last_actual_years.values(), default=0)
    return any(step.name == "no bands" for step in panel.steps) or (known.last_year or 0) > newest


def _is_converted(panel: Panel) -> bool:
    return not panel.rates.empty or ("rule" in panel.frame and bool(panel.frame["rule"].fillna("").ne("").any()))
