"""Settings that leave nothing to draw: a logarithm of zero, editions side by side, no value at all."""

from __future__ import annotations

from typing import Final

import pandas as pd

from indicators.charts import messages
from indicators.charts.guards.refusal import GuardContext, Offer, Refusal, list_ways_back
from indicators.model.formatting import join_names
from indicators.model.periods import TimePeriod

_MOST_LEFT_OUT: Final = 3


def refuse_editions(context: GuardContext) -> Refusal | None:
    """Refuse what every edition published, except over time."""
    if not context.view.every_vintage:
        return None
    latest = context.offer(messages.OFFER_LATEST, every_vintage=False)
    return Refusal(messages.EDITIONS_AS_LINES, (context.as_lines, latest))


def refuse_logarithm(context: GuardContext) -> Refusal | None:
    """Refuse a logarithmic axis for zero and negative values."""
    rows = context.panel.frame[context.panel.frame["value"] <= 0]
    if context.view.scale != "log" or rows.empty:
        return None
    row = rows.iloc[0]
    sentence = messages.NO_LOGARITHM.format(area=row["entity"], when=TimePeriod.parse(row["period"]).when)
    linear = context.offer(messages.OFFER_LINEAR, scale="linear")
    return Refusal(sentence, (linear, *_offer_others(context, rows)))


def _offer_others(context: GuardContext, rows: pd.DataFrame) -> tuple[Offer, ...]:
    """The other areas, if some are left and only a few are in the way."""
    in_the_way = dict(zip(rows["code"], rows["entity"], strict=True))
    left = tuple(code for code in context.view.areas if code not in in_the_way)
    if not left or len(in_the_way) > _MOST_LEFT_OUT:
        return ()
    names = join_names(list(in_the_way.values()))
    return (context.offer(messages.OFFER_WITHOUT.format(name=names), areas=left),)


def refuse_nothing_left(context: GuardContext) -> Refusal | None:
    """Refuse a chart whose settings leave no value: an empty chart gives no reason."""
    frame = context.panel.frame
    if frame["value"].notna().any() or "reason" not in frame:
        return None
    reasons = frame.loc[frame["reason"] != "", "reason"].value_counts()
    if reasons.empty:
        return None
    return Refusal(messages.NOTHING_LEFT.format(reason=reasons.index[0]), list_ways_back(context.view))
