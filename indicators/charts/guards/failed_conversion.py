"""Terms on which there are no figures: why, and the ways back to the figures as they were published."""

from __future__ import annotations

from indicators.analysis.transforms import LEVEL, TRANSFORMS, find_transforms
from indicators.charts.guards.refusal import GuardContext, Offer, Refusal
from indicators.errors import IndicatorsError
from indicators.view import View

__all__ = ["make_refusal", "refuse_nothing_left"]


def make_refusal(error: IndicatorsError, view: View) -> Refusal:
    """An error of the library as a refusal, with the way back to the figures as they were published."""
    points = tuple(one.in_points or one.name for one in find_transforms(view.transform))
    in_points = [Offer(TRANSFORMS[points[0]].label, view.with_(transform=points))] if points != view.transform else []
    return Refusal(str(error), (*in_points, *_ways_back(view)))


def refuse_nothing_left(case: GuardContext) -> Refusal | None:
    """Figures there are, but none on these terms: an empty chart would not say why."""
    frame = case.panel.frame
    if frame["value"].notna().any() or "reason" not in frame:
        return None
    reasons = frame.loc[frame["reason"] != "", "reason"].value_counts()
    if reasons.empty:
        return None
    offers = _ways_back(case.view)
    return Refusal(f"On these terms no figure is left. {reasons.index[0]}", offers)


def _ways_back(view: View) -> tuple[Offer, ...]:
    offers = []
    if view.every_vintage:
        offers.append(Offer("The newest figures only", view.with_(every_vintage=False)))
        offers.append(Offer("Every edition's own figures", view.as_published))
    if view.per:
        offers.append(Offer("Without dividing", view.with_(per="")))
    if view.unit or view.prices:
        offers.append(Offer("As published", view.with_(unit="", rate="", prices=None)))
    if view.frequency or view.aggregate:
        offers.append(Offer("At their own frequency", view.with_(frequency="", aggregate="")))
    if view.transform:
        offers.append(Offer(TRANSFORMS[LEVEL].label, view.with_(transform=())))
    return tuple(offers)
