"""Our own JSON, with the observations and the indicators of a panel."""

from __future__ import annotations

from typing import Any, Final

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from indicators.importing.batches import Batch, FileOptions
from indicators.importing.formats.file_tables import FileTable, write_values

_NAMES: Final = {
    "entity": "Entity", "code": "Code", "counterpart": "Counterpart", "period": "Period", "frequency": "Frequency",
    "indicator": "Indicator", "name": "IndicatorName", "value": "Value", "lower": "Lower", "upper": "Upper",
    "unit": "Unit", "status": "Status", "qualifier": "Qualifier", "digits": "Digits", "inferred": "Inferred",
    "said_by": "SaidBy", "locator": "Locator", "note": "Note", "vintage": "Vintage", "publisher": "Publisher",
    "dataset": "Dataset",
}  # fmt: skip
_NUMBERS: Final = ("value", "lower", "upper")
_MOST_DIMENSIONS: Final = 50


def is_own_json(content: dict[str, Any]) -> bool:
    """Return whether a document is one of ours.

    >>> is_own_json({"indicators": [], "observations": []}), is_own_json({"version": "2.0"})
    (True, False)
    """
    return all(isinstance(content.get(name), list) for name in ("indicators", "observations"))


def read_own_json(content: dict[str, Any], name: str, options: FileOptions) -> FileTable:
    """Read the observations, with the names and columns of our CSV."""
    del name, options
    rows = [row for row in content["observations"] if isinstance(row, dict)]
    titles = {one.get("id"): one.get("name") for one in content["indicators"] if isinstance(one, dict)}
    divided = dict.fromkeys(
        str(id).casefold() for row in rows if isinstance(row.get("dimensions"), dict) for id in row["dimensions"]
    )
    columns = _NAMES | {id: _name_dimension(id) for id in list(divided)[:_MOST_DIMENSIONS]}
    cells = {key: [row.get(key) for row in rows] for key in columns}
    cells["name"] = [titles.get(row.get("indicator")) for row in rows]
    texts: dict[str, pa.Array] = {}
    typed: dict[str, npt.NDArray[np.bool_]] = {}
    for key, column in columns.items():
        texts[column], numbers = write_values(cells[key])
        typed |= {column: numbers} if key in _NUMBERS else {}
    batch = Batch(pa.table(texts), np.arange(1, len(rows) + 1, dtype=np.int64), done=1.0, typed=typed)
    return FileTable(tuple(texts), [batch] if rows else [])


def _name_dimension(id: str) -> str:
    """Return the name of the column of a dimension, as in our CSV.

    >>> _name_dimension("sex"), _name_dimension("age_group")
    ('Sex', 'AgeGroup')
    """
    return "".join(word.capitalize() for word in id.split("_"))
