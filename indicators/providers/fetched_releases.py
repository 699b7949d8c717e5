"""A fetch becomes a release of a dataset of the user's own: asked for, kept, read, compared and published.

It is published by the same import as a file: checked, versioned, completely or not at all. What is asked again and
didn't change makes no release.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

import pyarrow.compute as pc
import pyarrow.parquet as pq

from indicators.errors import UsageError
from indicators.files.user_store import read_user_catalogue
from indicators.importing import ColumnMapping, DatasetDetails, FileOptions, ImportReport, import_release
from indicators.model.formatting import count_noun, join_names
from indicators.model.observations import Indicator
from indicators.model.origins import Origin
from indicators.providers import messages
from indicators.providers.fetch_records import FetchRecord, read_fetch_record, write_fetch_record
from indicators.providers.fetching.archive import AnswerArchive
from indicators.providers.fetching.client import HttpClient
from indicators.providers.fetching.clock import Clock, SystemClock
from indicators.providers.fetching.conversations import hold_conversation, list_first_requests
from indicators.providers.fetching.settings import FetchSettings
from indicators.providers.provider import Provider
from indicators.providers.services.service import FetchedTable, FetchQuery, PublisherService

__all__ = ["FetchReport", "fetch_release", "make_dataset_id", "plan_requests"]

_MOST_FAULTS: Final = 5
_MOST_NAMED: Final = 3
_LONGEST_ID: Final = 60
_ARCHIVE: Final = "answers"
_ROLES: Final = {
    "indicator": "INDICATOR", "indicator_name": "INDICATOR_NAME", "area": "REF_AREA", "counterpart": "COUNTERPART_AREA",
    "period": "TIME_PERIOD", "frequency": "FREQ", "unit": "UNIT_MEASURE", "unit_name": "UNIT_NAME",
    "multiplier": "UNIT_MULT", "status": "OBS_STATUS", "note": "NOTE", "vintage": "VINTAGE",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class FetchReport:
    """The result of a fetch.

    Attributes:
        dataset: The dataset.
        indicators: The ids of the indicators that it has.
        imported: What was read, taken and refused.
        remarks: What users should know about the figures, in sentences.
        is_unchanged: Whether the service gave the same bytes as the time before.
    """

    dataset: str
    indicators: tuple[str, ...]
    imported: ImportReport
    remarks: tuple[str, ...] = ()
    is_unchanged: bool = False

    @property
    def text(self) -> str:
        """The report as lines for a terminal."""
        report = self.imported
        lines = [*self.remarks, messages.FETCHED.format(
            dataset=self.dataset, figures=count_noun(report.taken, "figure", "figures"), new=f"{report.new:,}",
            changed=f"{report.changed:,}", withdrawn=f"{report.withdrawn:,}",
        )] if report.taken or report.release else [*self.remarks]  # fmt: skip
        if report.refused:
            lines.append(messages.REFUSED.format(count=count_noun(report.refused, "figure", "figures")))
            lines += [str(fault) for fault, _ in report.faults[:_MOST_FAULTS]]
        if not report.release:
            lines.append(messages.NOTHING_NEW.format(dataset=self.dataset))
        if self.indicators:
            lines.append(messages.GET_THEM.format(indicators="~".join(self.indicators[:_MOST_NAMED])))
        return "\n".join(lines)

    @property
    def as_json(self) -> str:
        """The report as a JSON object."""
        told = {
            "dataset": self.dataset,
            "indicators": self.indicators,
            "remarks": self.remarks,
            "is_unchanged": self.is_unchanged,
        }
        return json.dumps({**told, "imported": json.loads(self.imported.as_json)}, ensure_ascii=False, indent=2)


def make_dataset_id(provider: str, query: FetchQuery) -> str:
    """Return the id of the dataset that a query fills, unless the user gives another.

    >>> make_dataset_id("world-bank", FetchQuery("NY.GDP.MKTP.CD"))
    'world-bank-ny-gdp-mktp-cd'
    """
    told = " ".join([provider, query.series, *(f"{name} {code}" for name, code in sorted(query.filters.items()))])
    id = re.sub(r"[^a-z0-9]+", "-", told.casefold()).strip("-")
    if len(id) <= _LONGEST_ID:
        return id
    return f"{id[:_LONGEST_ID].rstrip('-')}-{hashlib.sha256(told.encode()).hexdigest()[:6]}"


def find_service(provider: Provider) -> PublisherService:
    """Return the service of a provider.

    Raises:
        UsageError: It has none.
    """
    if provider.service is None:
        raise UsageError(messages.NO_SERVICE.format(provider=provider.description.name))
    return provider.service


def plan_requests(provider: Provider, query: FetchQuery) -> tuple[str, ...]:
    """Return the requests that a fetch would begin with, without sending any."""
    return tuple(str(request) for request in list_first_requests(find_service(provider).fetch(query)))


def fetch_release(
    store: Path,
    provider: Provider,
    query: FetchQuery,
    *,
    dataset: str = "",
    title: str = "",
    settings: FetchSettings | None = None,
    clock: Clock | None = None,
    progress: Callable[[str, float], None] = lambda _stage, _done: None,
) -> FetchReport:
    """Ask a provider for figures, and make them a release of a dataset.

    Args:
        store: The folder of the user's own figures.
        provider: The provider.
        query: What to ask for; what the dataset already has of the same series stays in it.
        dataset: The id of the dataset; made of the provider and the series if left out.
        title: The title of the dataset; the publisher's if left out.
        settings: How to ask; those of the environment if left out.
        clock: The clock.
        progress: Called with the stage and how much of it is done, from 0 to 1.

    Raises:
        ProviderError: The provider can't be reached, refuses, or answers with something else; nothing was changed.
        UsageError: It can't be asked for this.
        DataError: The figures can't be read.
        StoreError: The store can't be written; nothing in it was changed.
    """
    settings, clock = settings or FetchSettings.from_environment(), clock or SystemClock()
    id = dataset or make_dataset_id(provider.description.id, query)
    wanted, before = _make_record(provider, query), read_fetch_record(store, id)
    record = wanted.widen(before, id) if before else wanted
    areas = read_user_catalogue(store).catalogue.areas.by_code
    whole = replace(
        query,
        areas=tuple(areas[code] for code in record.areas),
        start=record.start,
        end=record.end,
        day=clock.now().date(),
    )
    asking = messages.ASKING.format(provider=provider.description.name)
    archive = AnswerArchive(store / _ARCHIVE, most_bytes=settings.archive_bytes)
    with HttpClient(archive, settings, clock) as client:
        fetched = hold_conversation(
            find_service(provider).fetch(whole), client, archive, clock, name=repr((id, record)),
            progress=lambda _answers: progress(asking, 0.0),
        )  # fmt: skip
    fetched = _name_absent(fetched, query, provider.description.name)
    report = _import(
        store,
        provider,
        fetched,
        DatasetDetails(id, title=title, vintage=clock.now().astimezone().date()),
        query.series,
        progress,
    )
    hashes = tuple(dict.fromkeys(answer.sha256 for answer in fetched.answers))
    if report.release or before is not None:
        checked = clock.now().isoformat(timespec="seconds")
        write_fetch_record(store, id, record.add_release(report.release, hashes, checked))
    indicators = _list_indicators(store, id) if report.taken or before else ()
    same = bool(fetched.answers) and all(answer.is_unchanged for answer in fetched.answers)
    return FetchReport(id, indicators, report, fetched.remarks, is_unchanged=same)


def _name_absent(fetched: FetchedTable, query: FetchQuery, provider: str) -> FetchedTable:
    """Add a remark about areas that were asked for and have no figures."""
    there = set(pc.unique(fetched.table["REF_AREA"]).to_pylist())
    there |= {fetched.areas[code] for code in there & fetched.areas.keys()}
    absent = [area.name for area in query.areas if not there & {area.code, area.alpha2 or area.code}]
    if not absent:
        return fetched
    remark = messages.ABSENT.format(provider=provider, areas=join_names(absent))
    return replace(fetched, remarks=(*fetched.remarks, remark))


def _make_record(provider: Provider, query: FetchQuery) -> FetchRecord:
    codes = tuple(sorted(area.code for area in query.areas))
    filters = dict(sorted(query.filters.items()))
    return FetchRecord(provider.description.id, query.series, codes, query.start, query.end, filters)


def _import(
    store: Path,
    provider: Provider,
    fetched: FetchedTable,
    details: DatasetDetails,
    series: str,
    progress: Callable[[str, float], None],
) -> ImportReport:
    """Import the table of a fetch with the column names that all services have in common."""
    name = f"{provider.description.name} {series}"
    continued, known = _find_embedded(store, provider, series)
    details = replace(
        details, title=details.title or fetched.title, publisher=fetched.producer, url=fetched.page,
        origin=_make_origin(provider, fetched, details.title or fetched.title),
        continues=continued,
    )  # fmt: skip
    with TemporaryDirectory(prefix="indicators-") as folder:
        path = Path(folder) / "fetched.parquet"
        pq.write_table(fetched.table, path, compression="lz4")
        return import_release(
            store, path, details, mapping=_make_mapping(fetched, known), options=FileOptions(name=name, decimal="."),
            progress=progress,
        )  # fmt: skip


def _find_embedded(store: Path, provider: Provider, series: str) -> tuple[str, Indicator | None]:
    """Return the provider's embedded dataset that has this series, and its indicator; or nothing."""
    catalogue = read_user_catalogue(store).catalogue
    known = [one for one in catalogue.indicators if series in (one.code, *(code for _, code in one.codes))]
    for id in provider.description.datasets if known else ():
        if known[0].id in catalogue.find_dataset(id).indicators:
            return id, known[0]
    return "", None


def _make_mapping(fetched: FetchedTable, known: Indicator | None) -> ColumnMapping:
    """Map the columns that all services share; an indicator that is known has its unit, whatever its title says."""
    columns = set(fetched.table.column_names) - ({"INDICATOR_NAME"} if known else set())
    roles = {role: column for role, column in _ROLES.items() if column in columns}
    return ColumnMapping(
        **roles,  # type: ignore[arg-type]  # by role, each the name of a column
        values={"OBS_VALUE": ""}, dimensions=fetched.dimensions, all_units=known.unit if known else "",
        details={"inferred": "INFERRED"} if "INFERRED" in columns else {},
        areas=dict(fetched.areas), units=dict(fetched.units), recognise=False,
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


def _list_indicators(store: Path, dataset: str) -> tuple[str, ...]:
    return read_user_catalogue(store).catalogue.find_dataset(dataset).indicators
