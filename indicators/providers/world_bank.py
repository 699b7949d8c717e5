"""World Bank, World Development Indicators: the CSV files of one API pull, one folder an indicator.

Values are in plain units; countries and groups stand in one list and are told apart by
`indicators.model.codelists`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path

import pandas as pd
import pyarrow as pa

from indicators.errors import DataError
from indicators.files.observation_tables import assemble_observations
from indicators.model.observations import Dataset, Indicator
from indicators.model.origins import Origin

__all__ = ["ORIGIN", "world_development_indicators"]

ORIGIN = "world-bank-wdi-2026-07"
_VINTAGE = date(2026, 7, 1)
_COLUMNS = ["Country Name", "Country Code", "Year", "Value"]


def world_development_indicators(
    folder: Path, indicators: Iterable[Indicator], origins: Mapping[str, Origin]
) -> tuple[Dataset, pa.Table]:
    """The dataset of all indicators that have a folder named after their code.

    Args:
        folder: ``wdi-2026-07`` with ``<code in small letters>/data.csv``.
        indicators: The indicators of the catalogue, with the World Bank's codes.
        origins: Must hold `ORIGIN`.

    Raises:
        DataError: If a folder's code belongs to no indicator, or a file has other columns.
    """
    by_code = {indicator.code: indicator for indicator in indicators if indicator.code}
    frames = [_read(path, by_code) for path in sorted(folder.glob("*/data.csv"))]
    frame = pd.concat(frames, ignore_index=True)
    year = frame["Year"].astype(str)
    table = assemble_observations(
        {
            "INDICATOR": pa.array(frame["indicator"]),
            "REF_AREA": pa.array(frame["Country Code"]),
            "FREQ": "A",
            "TIME_PERIOD": pa.array(year),
            "OBS_VALUE": pa.array(frame["Value"].astype("float64")),
            "UNIT_MEASURE": pa.array(frame["unit"]),
            "OBS_STATUS": "A",
            "VINTAGE": _VINTAGE.isoformat(),
            "ORIGIN": ORIGIN,
            "TIME_START": pa.array(year + "-01-01"),
            "TIME_END": pa.array(year + "-12-31"),
        }
    )
    dataset = Dataset(
        id="world-bank-wdi",
        title="World Development Indicators",
        publisher="World Bank",
        description="Main indicators of the economies of the world and of groups of them, by year.",
        origins=(origins[ORIGIN],),
        indicators=tuple(sorted(frame["indicator"].unique())),
    )
    return dataset, table


def _read(path: Path, by_code: Mapping[str, Indicator]) -> pd.DataFrame:
    code = path.parent.name.upper()
    indicator = by_code.get(code)
    if indicator is None:
        raise DataError("A folder belongs to no indicator.", found=code, expected="a code in indicators.yaml")
    # keep_default_na would read Namibia's two letters, and nothing else here, as missing
    frame = pd.read_csv(path, keep_default_na=False, na_values={"Value": [""]})
    if list(frame.columns) != _COLUMNS:
        raise DataError(f"{code} has other columns.", found=", ".join(frame.columns), expected=", ".join(_COLUMNS))
    rows = frame.dropna(subset="Value")
    return rows.assign(indicator=indicator.id, unit=indicator.unit)
