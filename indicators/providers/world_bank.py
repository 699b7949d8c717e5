"""World Bank: World Development Indicators, from the CSV files of one API pull, one folder per code.

A code is that of an indicator, or of its women or men. Values are in plain units. Countries and groups are in one list;
`indicators.model.codelists` tells them apart. Folders of indicators that are not in ``indicators.yaml`` are skipped.
Figures that can't be right are kept as published, and ``world_bank_doubts.csv`` gives them the status of low
reliability and a note.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pandas as pd

from indicators.errors import DataError
from indicators.files.folder import CodeLists
from indicators.model.codelists import ObservationStatus
from indicators.model.observations import Dataset, Indicator
from indicators.model.origins import Licence
from indicators.providers import messages
from indicators.providers.assembly import assemble_annual_figures
from indicators.providers.provider import BuiltDataset, ProviderDescription, expect_form
from indicators.providers.services.world_bank import WorldBankService
from indicators.providers.services.world_bank_doubts import read_doubts

_FOLDERS: Final = "wdi-2026-07"
_ORIGIN: Final = "world-bank-wdi-2026-07"
_DATASET: Final = "world-bank-wdi"
_VINTAGE: Final = "2026-07-01"
_COLUMNS: Final = ["Country Name", "Country Code", "Year", "Value"]


class WorldBank:
    """The indicators whose code has a folder: ``wdi-2026-07/<lowercase code>/data.csv``."""

    description = ProviderDescription(
        id="world-bank",
        name="World Bank",
        website="https://datatopics.worldbank.org/world-development-indicators/",
        licence=Licence("CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/"),
        files=(_FOLDERS,),
        datasets=(_DATASET,),
    )
    service = WorldBankService()

    def build(self, upstream: Path, lists: CodeLists) -> Iterator[BuiltDataset]:
        """Build the dataset; see `Provider.build`."""
        with expect_form(_FOLDERS):
            frame = _read_folders(upstream / _FOLDERS, lists.indicators)
            rows = frame.rename(columns={"Country Code": "area", "Year": "year", "Value": "value"})
            table = assemble_annual_figures(rows.assign(vintage=_VINTAGE), _ORIGIN)
        dataset = Dataset(
            id=_DATASET,
            title="World Development Indicators",
            publisher=self.description.name,
            description="Main annual indicators for the world's economies and groups of economies.",
            origins=(lists.origins[_ORIGIN],),
            indicators=tuple(sorted(frame["indicator"].unique())),
        )
        yield BuiltDataset("datasets", dataset, table)


def _read_folders(folder: Path, indicators: tuple[Indicator, ...]) -> pd.DataFrame:
    by_code = {indicator.code: (indicator, "") for indicator in indicators if indicator.code}
    by_code |= {code: (indicator, series) for indicator in indicators for series, code in indicator.codes}
    paths = {path: path.parent.name.upper() for path in sorted(folder.glob("*/data.csv"))}
    frames = [_read(path, code, *by_code[code]) for path, code in paths.items() if code in by_code]
    if not frames:
        raise DataError(messages.NO_FOLDERS, found=str(folder), expected=", ".join(by_code))
    return pd.concat(frames, ignore_index=True)


def _read(path: Path, code: str, indicator: Indicator, series: str) -> pd.DataFrame:
    """Read the file of an indicator, or of one of its series, such as that of women."""
    # keep_default_na would read "NA", the code of Namibia, as missing
    frame = pd.read_csv(path, keep_default_na=False, na_values={"Value": [""]})
    if list(frame.columns) != _COLUMNS:
        message = messages.OTHER_COLUMNS.format(indicator=code)
        raise DataError(message, found=", ".join(frame.columns), expected=", ".join(_COLUMNS))
    rows = frame.dropna(subset="Value").assign(indicator=indicator.id, unit=indicator.unit, status="A", note="")
    rows["dimensions"] = series
    for doubt in read_doubts().get(code, ()):
        of_area = rows["Country Code"].eq(doubt.area) if doubt.area else rows["Country Code"].ne("")
        doubted = of_area & rows["Year"].between(doubt.first, doubt.last)
        rows.loc[doubted, ["status", "note"]] = ObservationStatus.LOW_RELIABILITY.value, doubt.note
    return rows
