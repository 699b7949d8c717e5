"""SDMX-CSV of services: its columns get the roles that all services share, by the structure of the dataflow.

Where a service doesn't give its structure, the columns before the period are dimensions, save those that are known to
be attributes.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv as pa_csv

from indicators.errors import ProviderError
from indicators.providers.services import messages
from indicators.providers.services.checked_tables import join_texts, spell_codes
from indicators.providers.services.sdmx_structures import FlowStructure
from indicators.providers.services.service import LABEL

_PERIOD: Final = "TIME_PERIOD"
_VALUE: Final = "OBS_VALUE"
_AREAS: Final = ("REF_AREA", "LOCATION", "COUNTRY")
_MEASURES: Final = ("MEASURE", "INDICATOR", "VARIABLE")
_UNITS: Final = ("UNIT_MEASURE", "UNIT")
_ROLES: Final = ("FREQ", "FREQUENCY", "UNIT_MULT", "OBS_STATUS", *_AREAS, *_UNITS, *_MEASURES, _PERIOD, _VALUE)
_ATTRIBUTES: Final = frozenset(
    "DATAFLOW STRUCTURE STRUCTURE_ID STRUCTURE_NAME ACTION KEY TIME_FORMAT COMPILATION DECIMALS SOURCE_REF TITLE "
    "TITLE_COMPL SUPP_INFO_BREAKS OBS_CONF CONF_STATUS OBS_PRE_BREAK OBS_COM COLLECTION BREAKS AVAILABILITY "
    "LAST_UPDATE UNIT_INDEX_BASE BASE_PER".split()
)
_NOTES: Final = ("OBS_COM", "COMMENT_OBS", "COMPILATION", "SUPP_INFO_BREAKS", "TITLE_COMPL", "COMMENT_TS")
_COLLECTIONS: Final = {"A": "Average of the period", "E": "End of the period", "B": "Beginning of the period"}


@dataclass(frozen=True, slots=True)
class SdmxKey:
    """What is asked of a dataflow.

    Attributes:
        provider: The provider's name, which begins the codes of its indicators.
        flow: The id of the dataflow.
        key: The codes of each dimension, joined by points; several are joined by ``+``, and none is all.
    """

    provider: str
    flow: str
    key: str

    @property
    def code(self) -> str:
        """A code for the indicator that no other publisher has.

        >>> SdmxKey("ECB", "EXR", "D..EUR.SP00.A").code
        'ECB:EXR.D..EUR.SP00.A'
        """
        return f"{self.provider}:{self.flow}" + (f".{self.key}" if self.key.strip(".*") else "")

    @property
    def is_of_one_series(self) -> bool:
        """Whether the key leaves no place open.

        >>> [SdmxKey("ECB", "EXR", key).is_of_one_series for key in ("D.USD.EUR.SP00.A", "D..EUR.SP00.A", "")]
        [True, False, False]
        """
        return all(part not in ("", "*") and "+" not in part for part in self.key.split("."))

    def list_fixed(self, dimensions: Sequence[str]) -> dict[str, str]:
        """Return the dimensions of which the key asks for one code only.

        >>> SdmxKey("ECB", "EXR", "D.USD+GBP.EUR").list_fixed(["FREQ", "CURRENCY", "CURRENCY_DENOM"])
        {'FREQ': 'D', 'CURRENCY_DENOM': 'EUR'}
        """
        parts = self.key.split(".")
        if len(parts) != len(dimensions):
            return {}
        return {
            id: part for id, part in zip(dimensions, parts, strict=True) if part not in ("", "*") and "+" not in part
        }


def parse_csv_rows(text: str, provider: str) -> pa.Table:
    """Read the rows of CSV with a header as texts, without those that are empty.

    Raises:
        ProviderError: It has no column of periods or values.
        pyarrow.ArrowInvalid: A row has too many or too few cells.
    """
    text = text.removeprefix("\ufeff")
    header = text.partition("\n")[0].strip("\r")
    delimiter = max(",;\t", key=header.count)
    names = next(csv.reader([header], delimiter=delimiter))
    if missing := [name for name in (_PERIOD, _VALUE) if name not in names]:
        message = messages.NO_COLUMN.format(provider=provider, column=missing[0])
        raise ProviderError(message, found=", ".join(names))
    table = pa_csv.read_csv(
        io.BytesIO(text.encode()),
        parse_options=pa_csv.ParseOptions(delimiter=delimiter, newlines_in_values=True),
        convert_options=pa_csv.ConvertOptions(
            column_types=dict.fromkeys(names, pa.string()), strings_can_be_null=False
        ),
    )
    return table.filter(pc.or_(pc.not_equal(table[_PERIOD], ""), pc.not_equal(table[_VALUE], "")))


def shape_rows(
    rows: pa.Table, key: SdmxKey, structure: FlowStructure, areas: Mapping[str, str], units: Mapping[str, str]
) -> tuple[pa.Table, tuple[str, ...]]:
    """Give the columns of SDMX-CSV the roles that all services share.

    Returns:
        The table, and the columns of its dimensions: those of which the key leaves more than one code open.
    """
    fixed = key.list_fixed(structure.ids)
    for id in [id for id in structure.ids if id not in rows.column_names and id in fixed]:
        rows = rows.append_column(id, pa.array([fixed[id]] * rows.num_rows))
    given = {name: rows[name] for name in rows.column_names}
    columns = _find_names(given, key, structure, fixed) | _find_roles(given, structure, areas, units)
    columns["NOTE"] = _join_notes(given, rows.num_rows)
    dimensions = []
    for name in _list_dimensions(rows.column_names, structure):
        if name in _UNITS and name not in fixed:
            dimensions.append("UNIT_MEASURE")
        elif name not in fixed and name not in _ROLES:
            id = "COUNTERPART" if name == "COUNTERPART_AREA" else name
            dimensions.append(id)
            columns[id] = given[name]
            if labels := _labels_of(structure, name):
                columns[f"{id}{LABEL}"] = spell_codes(given[name], labels)
    return pa.table(columns), tuple(dict.fromkeys(dimensions))


def _find_roles(
    given: Mapping[str, pa.ChunkedArray],
    structure: FlowStructure,
    areas: Mapping[str, str],
    units: Mapping[str, str],
) -> dict[str, pa.ChunkedArray | pa.Array]:
    """Find the columns with roles that all services share, with our spellings of their codes."""
    columns = {name: given[name] for name in (_PERIOD, _VALUE, "UNIT_MULT") if name in given}
    for name in ("FREQ", "FREQUENCY"):
        columns |= {"FREQ": given[name]} if name in given else {}
    if area := next((name for name in _AREAS if name in given), ""):
        columns["REF_AREA"] = spell_codes(given[area], areas)
    columns |= {"OBS_STATUS": given["OBS_STATUS"]} if "OBS_STATUS" in given else {}
    if unit := next((name for name in _UNITS if name in given), ""):
        columns["UNIT_MEASURE"] = spell_codes(given[unit], units)
        if labels := structure.labels.get(unit) or _labels_of(structure, unit):
            columns["UNIT_NAME"] = spell_codes(given[unit], labels)
    return columns


def _find_names(
    given: Mapping[str, pa.ChunkedArray], key: SdmxKey, structure: FlowStructure, fixed: Mapping[str, str]
) -> dict[str, pa.ChunkedArray | pa.Array]:
    """Find the code and the name of each row's indicator."""
    length = len(given[_VALUE])
    measure = next((name for name in _MEASURES if name in given and name not in fixed), "")
    titles = _distinct(given["TITLE"]) if "TITLE" in given and key.is_of_one_series else []
    name = titles[0].strip() if len(titles) == 1 and titles[0].strip() else _describe(key, structure, fixed)
    if not measure:
        return {"INDICATOR": pa.array([key.code] * length), "INDICATOR_NAME": pa.array([name] * length)}
    labels = _labels_of(structure, measure)
    measures = _distinct(given[measure])
    return {
        "INDICATOR": spell_codes(given[measure], {code: f"{key.code}.{code}" for code in measures}),
        "INDICATOR_NAME": spell_codes(
            given[measure], {code: labels.get(code) or f"{name}, {code}" for code in measures}
        ),
    }


def _describe(key: SdmxKey, structure: FlowStructure, fixed: Mapping[str, str]) -> str:
    """Name an indicator after its dataflow, and the codes that the key chooses."""
    about = [
        one.labels.get(code) or code
        for one in structure.dimensions
        if (code := fixed.get(one.id, "")) and code not in ("_T", "_Z") and one.id not in ("FREQ", "REF_AREA", *_UNITS)
    ]
    return ", ".join([structure.name or key.flow, *about])


def _list_dimensions(columns: Sequence[str], structure: FlowStructure) -> list[str]:
    if structure.ids:
        return [id for id in structure.ids if id in columns]
    before = list(columns)[: list(columns).index(_PERIOD)]
    return [name for name in before if name not in _ATTRIBUTES]


def _labels_of(structure: FlowStructure, dimension: str) -> Mapping[str, str]:
    return next((one.labels for one in structure.dimensions if one.id == dimension), {})


def _distinct(column: pa.ChunkedArray) -> list[str]:
    return [str(text) for text in pc.unique(column).to_pylist()]


def _join_notes(given: Mapping[str, pa.ChunkedArray], length: int) -> pa.ChunkedArray | pa.Array:
    """Join what a service says about single figures and about their series."""
    notes = [given[name] for name in _NOTES if name in given]
    if "COLLECTION" in given:
        notes.append(
            spell_codes(
                given["COLLECTION"], {code: _COLLECTIONS.get(code, "") for code in _distinct(given["COLLECTION"])}
            )
        )
    return join_texts(notes, length)
