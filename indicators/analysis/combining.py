"""Combine panels of one request: the steps of several indicators, and of what is divided and its divisor."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

import numpy as np
import pandas as pd

from indicators.analysis import messages
from indicators.model.panel import Panel
from indicators.model.steps import Step

_UNPREFIXED: Final = frozenset(
    {"left out", "publish", "dimensions", "bands", "no bands"}
)  # steps that name what they are about


def join_steps(parts: Sequence[Panel], names: Sequence[str]) -> tuple[Step, ...]:
    """Join the steps after reading; one that not all indicators have begins with the indicator's name."""
    shared = frozenset.intersection(*(frozenset(step.sentence for step in part.steps) for part in parts))
    steps = [
        step if step.sentence in shared or step.name in _UNPREFIXED
        else replace(step, sentence=messages.STEP_OF.format(indicator=name, step=step.sentence))
        for part, name in zip(parts, names, strict=True) for step in part.steps if step.name != "read"
    ]  # fmt: skip
    return tuple(dict.fromkeys(steps))


def explain_lost(total: Panel, published: Panel) -> Panel:
    """Add to the reasons of a whole where it has a published value, but none with these settings of money."""
    frame = total.frame
    lost = frame["value"].isna().to_numpy() & published.frame["value"].notna().to_numpy()
    if not lost.any():
        return total
    reasons = np.array([messages.LOST.format(reason=reason) for reason in frame["reason"]], dtype=object)
    return total.with_frame(frame.assign(reason=np.where(lost, reasons, frame["reason"])))


def add_steps_of(by: Panel, made: Panel) -> Panel:
    """Add the conversion of the divisor, and the rates used for it, to what was divided."""
    done = [step for step in by.steps if step.name in ("convert", "deflate", "aggregate", "dimensions")]
    if not done:
        return made
    cautions = {step.sentence: step for step in done if step.caution}
    shared = [cautions.get(step.sentence, step) for step in made.steps]
    known = {step.sentence for step in made.steps}
    name = by.indicators[0].name
    own = [
        replace(step, sentence=messages.STEP_OF.format(indicator=name, step=step.sentence))
        for step in done if step.sentence not in known
    ]  # fmt: skip
    rates = pd.concat([made.rates, by.rates], ignore_index=True).drop_duplicates(ignore_index=True)
    used = {id for text in by.rates.get("origin", ()) for id in str(text).split()}
    origins = tuple(dict.fromkeys([*made.origins, *(origin for origin in by.origins if origin.id in used)]))
    return replace(made, steps=(*shared[:-1], *own, shared[-1]), rates=rates, origins=origins)
