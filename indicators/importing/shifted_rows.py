"""Rows whose cells stand in the wrong columns, as a lost or doubled delimiter leaves them."""

from __future__ import annotations

import re
from typing import Final

import numpy as np

from indicators.importing import messages
from indicators.importing.cells import EncodedColumn
from indicators.importing.column_contents import is_missing, is_number
from indicators.importing.mapping import ColumnMapping
from indicators.importing.row_cells import RowCells, give_no_hint

_LONGEST_FLAG: Final = 3


def refuse_shifted(rows: RowCells, mapping: ColumnMapping) -> None:
    """Refuse rows that lack a label and have a word for a figure, or have a number for a label and lack a figure.

    Args:
        rows: The rows, most of which are as they should be.
        mapping: The roles of the columns.
    """
    values = mapping.value_columns
    labels = (mapping.area, mapping.area_name, mapping.indicator, mapping.indicator_name, *mapping.dimensions)
    for label in filter(None, labels):
        texts = rows.texts(label)
        for is_odd, is_off, columns in ((_is_blank, _is_word, values), (_is_decimal, _is_blank, values[-1:])):
            places = np.flatnonzero(texts.tell(is_odd) & rows.good)
            if not 0 < len(places) < rows.length / 2:
                continue
            for column in columns:
                off = np.zeros(rows.length, dtype=bool)
                off[places] = EncodedColumn.of_texts(rows.table.column(column).take(places)).tell(is_off)
                rows.refuse(label, off, texts, messages.EXPECTED_LABEL, give_no_hint)


def _is_blank(text: str) -> bool:
    return not text


def _is_word(text: str) -> bool:
    return len(text) > _LONGEST_FLAG and text[:1].isalpha() and not is_missing(text) and not is_number(text)


def _is_decimal(text: str) -> bool:
    return re.fullmatch(r"[+-]?\d+[.,]\d+", text) is not None
