"""The dimensions of a panel's rows in words: what all rows of an indicator share, and what tells its series apart.

What is shared belongs to the indicator's name ("Youth unemployment, women"), the rest to the name of each series
("Russia, women" beside "Russia, men").
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import pandas as pd

from indicators.model.dimensions import TOTAL_CODE, Dimension, join_dimensions, label_dimensions, split_dimensions
from indicators.model.observations import Indicator

if TYPE_CHECKING:
    from indicators.model.panel import Panel


@dataclass(frozen=True, slots=True)
class SeriesLabels:
    """The words for the dimensions of rows.

    Attributes:
        names: The name of each indicator, with what all its rows share.
        labels: By indicator and text of dimensions, what tells the series apart; nothing where all are alike.
    """

    names: dict[str, str]
    labels: dict[tuple[str, str], str] = field(default_factory=dict)

    def get(self, indicator: str, dimensions: str) -> str:
        """Return what tells a series apart from others of its indicator; empty if nothing does."""
        return self.labels.get((indicator, dimensions), "")

    def name_row(self, row: Mapping[str, Any]) -> str:
        """Return the indicator of a row with all its dimensions: ``Unemployment, women``."""
        id = row["indicator"]
        return ", ".join(filter(None, (self.names.get(id, id), self.get(id, row["dimensions"]))))

    @property
    def tell_apart(self) -> bool:
        """Whether any indicator has series of several dimensions."""
        return bool(self.labels)


def label_series(indicators: Sequence[Indicator], pairs: Iterable[tuple[str, str]]) -> SeriesLabels:
    """Return the words for the dimensions of rows, given by the id of the indicator and the text of the dimensions.

    >>> from indicators.model.observations import Measure
    >>> sex = Dimension("SEX", ("_T", "F", "M"))
    >>> jobless = Indicator("jobless", "Unemployment", "", "%", Measure.RATE, "Work", dimensions=(sex,))
    >>> label_series([jobless], [("jobless", "SEX=F")]).names["jobless"]
    'Unemployment, women'
    >>> several = label_series([jobless], [("jobless", "SEX=F"), ("jobless", "")])
    >>> several.names["jobless"], several.get("jobless", "SEX=F"), several.get("jobless", "")
    ('Unemployment', 'women', 'all')
    """
    texts: dict[str, dict[str, None]] = {}
    for id, text in pairs:
        texts.setdefault(id, {})[text] = None
    names: dict[str, str] = {}
    labels: dict[tuple[str, str], str] = {}
    for indicator in indicators:
        there = [split_dimensions(text) for text in texts.get(indicator.id, ())] if indicator.dimensions else []
        codes = {one.id: {each.get(one.id, TOTAL_CODE) for each in there} for one in indicator.dimensions}
        shared = join_dimensions({id: next(iter(found)) for id, found in codes.items() if len(found) == 1})
        several = [one for one in indicator.dimensions if len(codes[one.id]) > 1]
        name = ", ".join(filter(None, (indicator.name, label_dimensions(shared, indicator.dimensions))))
        names[indicator.id] = name
        if several:
            ids = [one.id for one in several]
            labels |= {(indicator.id, text): label_dimensions(text, several, ids) for text in texts[indicator.id]}
    return SeriesLabels(names, labels)


def label_rows(panel: Panel) -> SeriesLabels:
    """Return the words for the dimensions of a panel's rows."""
    frame = panel.frame
    return label_series(panel.indicators, zip(frame["indicator"], frame["dimensions"], strict=True))


def show_dimensions(panel: Panel) -> Panel:
    """Return a panel with a column for each dimension in use."""
    frame = add_dimension_columns(panel.frame, panel.indicators)
    return panel if frame is panel.frame else panel.with_frame(frame)


def list_dimension_columns(frame: pd.DataFrame, indicators: Sequence[Indicator]) -> dict[str, str]:
    """List the columns of dimensions of a frame: the name of each, and the id of the dimension."""
    keys = {one.key: one.id for indicator in indicators for one in indicator.dimensions}
    return {name: id for name, id in keys.items() if name in frame}


def keep_dimensions(texts: pd.Series, dimensions: Sequence[Dimension]) -> pd.Series:
    """Return texts of dimensions with only some of the dimensions.

    >>> keep_dimensions(pd.Series(["AGE=Y15T24;SEX=F"]), [Dimension("SEX", ("F",))]).tolist()
    ['SEX=F']
    """
    ids = {one.id for one in dimensions}
    kept = {
        text: join_dimensions({id: code for id, code in split_dimensions(text).items() if id in ids})
        for text in texts.unique()
    }
    return texts.map(kept)


def add_dimension_columns(frame: pd.DataFrame, indicators: Sequence[Indicator]) -> pd.DataFrame:
    """Return a panel's frame with a column for each dimension in use, in words: ``sex`` is ``women``.

    A dimension of which only the total is shown has no column.
    """
    dimensions: dict[str, list[tuple[str, Dimension]]] = {}
    for indicator in indicators:
        for one in indicator.dimensions:
            dimensions.setdefault(one.id, []).append((indicator.id, one))
    if not dimensions or not (frame["dimensions"] != "").any():
        return frame
    pairs = list(zip(frame["indicator"], frame["dimensions"], strict=True))
    codes = {text: split_dimensions(text) for _, text in set(pairs)}
    used = {id for each in codes.values() for id in each}
    for id, owners in dimensions.items():
        if id in used:
            of = dict(owners)
            words = {
                pair: of[pair[0]].label_code(codes[pair[1]].get(id, TOTAL_CODE)) if pair[0] in of else ""
                for pair in set(pairs)
            }
            frame = frame.assign(**{owners[0][1].key: [words[pair] for pair in pairs]})
    return frame
