"""Units that a file mentions and that no figure took: what every other rule passed over is refused or named.

The rules for units look where units usually are. A text elsewhere, such as a line between the rows, the name of a sheet
or a column that was left aside, may still say that all figures are thousands of euros. So each text that has a scale,
money, a percentage or the base of an index is compared with the units that the figures got.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from itertools import chain
from typing import Final

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from indicators.errors import UsageError
from indicators.importing import messages
from indicators.importing.batches import Batch, Source
from indicators.importing.column_contents import is_number
from indicators.importing.decisions import Decision
from indicators.importing.mapping import ColumnMapping
from indicators.importing.value_units import read_mention
from indicators.language.unit_texts import UnitText, is_money
from indicators.language.unit_titles import compile_unit_words
from indicators.model.formatting import join_names

_MOST_TEXTS: Final = 200
_MOST_SHOWN: Final = 5
_NO_FIGURE: Final = r"[^\d\s.,+-]"
_LONGEST: Final = 80
_SENTENCE: Final = re.compile(r"(?<=\w\w)[.;]\s+")  # not of *U.S. dollars*
_MARK: Final = re.compile(r"^(?:[¹²³⁴-⁹*†‡§]+|\(?[\da-z]\))\s*")  # of a note


@dataclass(slots=True)
class UnitMentions:
    """Collects the texts of a file that may mention units.

    Attributes:
        mapping: Which column contains what.
        texts: The texts, each with whether it may be about all figures.
    """

    mapping: ColumnMapping
    texts: dict[str, bool] = field(default_factory=dict)

    def add_source(self, source: Source) -> None:
        """Look at what is around the table: lines above it, its title, its sheet, and headings that are no values'."""
        values = {*self.mapping.value_columns}
        named = (name for name in source.columns if name not in values)
        self._keep([source.title, *source.above, *source.aside, *named], may_hold=True)

    def add(self, batch: Batch) -> None:
        """Look at the texts of a batch, whatever column they are in.

        A text among figures or periods may be about all of them, and so may the only one of another column. A dimension
        has units of single items, if any; the name of an indicator is read by other rules.
        """
        columns = {*self.mapping.value_columns, self.mapping.period}
        roles = ("unit", "unit_name", "indicator", "indicator_name", "area", "area_name", "counterpart")
        read = {*(getattr(self.mapping, role) for role in roles), *self.mapping.value_units.values()}
        texts = {name: pc.unique(batch.table.column(name)) for name in batch.table.column_names
                 if name not in {*self.mapping.ignore, *read} and not np.all(batch.typed.get(name, False))}  # fmt: skip
        whole = pa.chunked_array([*texts.values(), pa.array([""])])  # all columns at once: there may be thousands
        worded = np.flatnonzero(pc.match_substring_regex(whole, _NO_FIGURE).to_numpy())
        found = pc.match_substring_regex(whole.take(pa.array(worded)), compile_unit_words())
        places = worded[found.to_numpy()]
        pairs, ends = list(texts.items()), np.cumsum([len(one) for one in texts.values()])
        for place in places[: 10 * _MOST_TEXTS].tolist():
            number = int(np.searchsorted(ends, place, side="right"))
            name, one = pairs[number]
            text = one[place - int(ends[number])].as_py().strip()
            may_hold = name in columns or (name not in self.mapping.dimensions and len(one) == 1)
            self._keep([] if is_number(text) else [text], may_hold=may_hold)
        self._keep((text.strip('" ,;\t') for _, text, count in batch.refused if count == 1), may_hold=True)

    def add_remarks(self, remarks: Iterable[str]) -> None:
        """Look at the rows at the end of a table that have a single cell."""
        sentences = chain.from_iterable(map(_SENTENCE.split, remarks))
        self._keep((_MARK.sub("", text) for text in sentences if not is_number(text)), may_hold=True)

    def decide(self, taken: Collection[UnitText], file: str) -> list[Decision]:
        """Name the mentions of units that no figure has.

        Args:
            taken: The units and scales of the figures.
            file: Name of the file.

        Raises:
            UsageError: A heading or the like gives money or a scale, and the figures have none.

        >>> mentions = UnitMentions(ColumnMapping(), {"All figures in EUR mn": True, "Towns of millions": True})
        >>> [one.chosen for one in mentions.decide([UnitText("EUR", 6)], "a.csv")], mentions.decide([], "a.csv")
        Traceback (most recent call last):
        indicators.errors.UsageError: a.csv: a text gives money or ...
        """
        overlooked: list[str] = []
        for text, may_hold in self.texts.items():
            mention = None if text in self.mapping.units else read_mention(text)
            if mention is None or _is_taken(mention.unit, taken):
                continue
            if may_hold and mention.is_label and _is_lacking(mention.unit, taken):
                message, hint = messages.UNIT_OVERLOOKED.format(file=file), messages.GIVE_UNIT_OR_NONE.format(text=text)
                raise UsageError(message, found=text, hint=hint)
            overlooked.append(text)
        if not overlooked:
            return []
        shown = join_names([f"“{text[:_LONGEST]}”" for text in overlooked[:_MOST_SHOWN]])
        evidence = messages.UNIT_TEXTS.format(texts=shown)
        return [Decision(messages.UNIT, messages.NOT_APPLIED, evidence, messages.UNIT_OPTION)]

    def _keep(self, texts: Iterable[str], *, may_hold: bool) -> None:
        for text in filter(None, map(str.strip, texts)):
            if len(self.texts) < _MOST_TEXTS:
                self.texts[text] = may_hold or self.texts.get(text, False)


def _is_taken(unit: UnitText, taken: Collection[UnitText]) -> bool:
    """Return whether some figures have a unit and its scale."""
    is_scaled = not unit.power or any(one.power == unit.power for one in taken)
    return bool(unit.unit or unit.power) and is_scaled and any(_is_same(unit.unit, one.unit) for one in taken)


def _is_same(unit: str, other: str) -> bool:
    is_share = unit.startswith("%") and other.startswith("%")
    return not unit or is_share or other == unit or (is_money(unit) and is_money(other) and unit[:3] == other[:3])


def _is_lacking(unit: UnitText, taken: Collection[UnitText]) -> bool:
    """Return whether a unit gives money or a scale to figures of which none has any, and which are no shares."""
    is_scale = unit.power > 0 and not any(one.power for one in taken)
    is_currency = is_money(unit.unit) and not any(is_money(one.unit) for one in taken)
    said = [one.unit for one in taken if one.unit or one.power]
    are_shares = bool(said) and all(unit.startswith(("%", "index", "ratio")) for unit in said)
    return (is_scale or is_currency) and not are_shares
