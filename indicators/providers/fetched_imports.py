"""Tables of services as releases: imported like files, with the roles of their columns and their origin known."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from indicators.errors import UsageError
from indicators.files.user_store import read_user_catalogue
from indicators.importing import ColumnMapping, DatasetDetails, FileOptions, ImportReport, import_release
from indicators.model.catalogue import Catalogue
from indicators.model.formatting import join_names
from indicators.model.origins import Origin
from indicators.providers import messages
from indicators.providers.provider import Provider
from indicators.providers.services.checked_tables import spell_codes
from indicators.providers.services.service import CODE, FetchedTable

_NAME: Final = "INDICATOR_NAME"
_UNIT: Final = "UNIT_MEASURE"
_ROLES: Final = {
    "indicator": CODE, "indicator_name": _NAME, "area": "REF_AREA", "counterpart": "COUNTERPART_AREA",
    "period": "TIME_PERIOD", "frequency": "FREQ", "unit": _UNIT, "unit_name": "UNIT_NAME", "multiplier": "UNIT_MULT",
    "status": "OBS_STATUS", "note": "NOTE", "vintage": "VINTAGE",
}  # fmt: skip


def import_fetched(
    store: Path,
    provider: Provider,
    fetched: FetchedTable,
    details: DatasetDetails,
    *,
    name: str,
    unit: str = "",
    progress: Callable[[str, float], None],
) -> ImportReport:
    """Import a table of a service; what the details leave open is filled in.

    Raises:
        DataError: The figures can't be read.
        UsageError: A unit is given though all figures have one.
        StoreError: The store can't be written; nothing in it was changed.
    """
    catalogue = read_user_catalogue(store).catalogue
    units = _find_embedded_units(catalogue, provider, fetched.table)
    title = details.title or fetched.title
    details = replace(
        details, title=title, publisher=fetched.producer, url=fetched.page,
        origin=_make_origin(provider, fetched, title), continues=provider.description.datasets[0] if units else "",
    )  # fmt: skip
    table = _use_units(fetched.table, units) if units else fetched.table
    if unit and _UNIT in table.column_names and not pc.any(pc.equal(table[_UNIT], "")).as_py():
        given = join_names(pc.unique(table[_UNIT]).to_pylist()[:3])
        raise UsageError(messages.HAS_UNIT.format(provider=provider.description.name, unit=given), found=unit)
    with TemporaryDirectory(prefix="indicators-") as folder:
        path = Path(folder) / "fetched.parquet"
        pq.write_table(table, path, compression="lz4")
        return import_release(
            store, path, details, mapping=_make_mapping(fetched, table.column_names, unit),
            options=FileOptions(name=name, decimal="."), progress=progress,
        )  # fmt: skip


def _find_embedded_units(catalogue: Catalogue, provider: Provider, table: pa.Table) -> dict[str, str]:
    """Return the units of the series that the provider's first embedded dataset has too, by their codes."""
    if not provider.description.datasets or CODE not in table.column_names:
        return {}
    embedded = set(catalogue.find_dataset(provider.description.datasets[0]).indicators)
    units: dict[str, str] = {}
    for one in catalogue.indicators:
        if one.id in embedded:
            units |= {code: one.unit for code in (one.code, *(code for _, code in one.codes)) if code}
    return {code: units[code] for code in pc.unique(table[CODE]).to_pylist() if code in units}


def _use_units(table: pa.Table, units: Mapping[str, str]) -> pa.Table:
    """Give known series their units; their titles, which may say less, are left out."""
    known = pc.is_in(table[CODE], pa.array(list(units)))
    columns = {name: table[name] for name in table.column_names}
    empty = pa.repeat(pa.scalar(""), table.num_rows)
    given = columns.get(_UNIT, empty)  # exchange rates of one indicator have different ones
    columns[_UNIT] = pc.if_else(pc.and_(known, pc.equal(given, "")), spell_codes(table[CODE], units), given)
    columns[_NAME] = pc.if_else(known, "", columns.get(_NAME, empty))
    return pa.table(columns)


def _make_mapping(fetched: FetchedTable, columns: list[str], unit: str) -> ColumnMapping:
    """Map the columns that all services share."""
    roles = {role: column for role, column in _ROLES.items() if column in columns}
    return ColumnMapping(
        **roles,  # type: ignore[arg-type]  # by role, each the name of a column
        values={"OBS_VALUE": ""}, all_units=unit, dimensions=fetched.dimensions,
        details={"inferred": "INFERRED"} if "INFERRED" in columns else {},
        trust_units=True, recognise=False,
    )  # fmt: skip


def _make_origin(provider: Provider, fetched: FetchedTable, title: str) -> Origin:
    """Say where the figures are from: who made them, when, under which terms, and from which bytes they were read."""
    first = fetched.answers[0]
    day = first.time.date().isoformat()
    note = messages.FETCHED_FROM.format(service=first.request.service.name, day=day)
    return Origin(
        "", fetched.producer, title, date_published=fetched.updated, date_accessed=day, url_main=fetched.page,
        url_download=str(first.request).partition(" ")[2], licence=provider.description.licence,
        sha256=_join_hashes([answer.sha256 for answer in fetched.answers]), note=note,
    )  # fmt: skip


def _join_hashes(hashes: list[str]) -> str:
    """The hash of the answer; of the list of hashes if there are several."""
    return hashes[0] if len(hashes) == 1 else hashlib.sha256("\n".join(hashes).encode()).hexdigest()
