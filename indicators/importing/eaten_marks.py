"""Numbers that lost their decimal mark to a spreadsheet in another language.

Where the comma is the decimal mark, a spreadsheet that opens a table with ``-5.744`` and ``0.700`` takes the point of
the first for a thousands separator: -5744 is what it saves. It leaves the second alone, because no group of thousands
follows a lone zero. So whole numbers from 1,000 up beside such texts, and no other numbers, are refused.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from indicators.errors import UsageError
from indicators.importing import messages
from indicators.importing.batches import Batch
from indicators.importing.mapping import ColumnMapping
from indicators.importing.number_columns import DecimalMark, clean_cells

_THREE: Final = r"^[+-]?([0-9]{1,3}([.,][0-9]{3})*|[0-9]{4,})[.,][0-9]{3}$"
_SPARED: Final = r"^[+-]?(0|[0-9]{4,}|[0-9]{1,3},[0-9]{3}[0-9,]*)\.[0-9]{3}$|^[+-]?(0|[0-9]{4,}|[0-9]{1,3}\.[0-9]{3}[0-9.]*),[0-9]{3}$"
_WHOLE: Final = r"^[+-]?[1-9][0-9]{3,}$"
_NUMBER: Final = r"^[+-]?[0-9.,]*[1-9][0-9.,]*([eE][+-]?[0-9]+)?$"


@dataclass(slots=True)
class EatenMarks:
    """Looks for series, and columns of workbooks, whose numbers have three decimals or lost their mark.

    Attributes:
        mapping: The roles of the columns.
        example: A whole number and a text with three decimals of the same series, or nothing.
    """

    mapping: ColumnMapping
    example: tuple[str, str] | None = None
    _series: dict[tuple[str, ...], list[str | None]] = field(default_factory=dict)
