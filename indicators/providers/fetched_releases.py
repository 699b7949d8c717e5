"""A fetch becomes a release of a dataset of the user's own: asked for, kept, read, compared and published.

It is published by the same import as a file: checked, versioned, completely or not at all. What is asked again and
didn't change makes no release.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import Final

import pyarrow.compute as pc

from indicators.errors import UsageError, shorten
from indicators.files.changes import require_changes_allowed
from indicators.files.user_store import read_user_catalogue
from indicators.importing import DatasetDetails, ImportReport, check_dataset_id
from indicators.model.formatting import count_noun, join_names
from indicators.providers import messages
from indicators.providers.fetch_records import FetchRecord, read_fetch_record, write_fetch_record
from indicators.providers.fetched_imports import import_fetched
from indicators.providers.fetching.archive import AnswerArchive
from indicators.providers.fetching.client import HttpClient
from indicators.providers.fetching.clock import Clock, SystemClock
from indicators.providers.fetching.conversations import Conversation, Result, hold_conversation, list_first_requests
from indicators.providers.fetching.settings import FetchSettings
from indicators.providers.provider import Provider
from indicators.providers.services.checked_tables import explain_form
from indicators.providers.services.comparisons import ComparedService, KnownSeries
from indicators.providers.services.service import FetchedTable, FetchQuery, PublisherService

_MOST_FAULTS: Final = 5
_MOST_NAMED: Final = 3
_SEVERAL: Final = 2
_LONGEST_ID: Final = 60
_ARCHIVE: Final = "answers"


@dataclass(frozen=True, slots=True)
class FetchOptions:
    """How requests are made.

    Attributes:
        settings: Timeouts, limits and the environment.
        clock: The clock.
        progress: Called with the stage and how much of it is done, from 0 to 1.
    """

    settings: FetchSettings = field(default_factory=FetchSettings.from_environment)
    clock: Clock = field(default_factory=SystemClock)
    progress: Callable[[str, float], None] = lambda _stage, _done: None


@dataclass(frozen=True, slots=True)
class FetchReport:
    """The result of a fetch.

    Attributes:
        dataset: The dataset.
        indicators: The ids of the indicators that it has.
        imported: What was read, taken and refused.
        remarks: What users should know about the figures, in sentences.
        is_unchanged: Whether the service gave the same figures as the time before.
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
        if report.read and not report.taken:
            lines.append(messages.NONE_READ)
        elif not report.release:
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


def _find_service(provider: Provider) -> PublisherService:
    """Return the service of a provider.

    Raises:
        UsageError: It has none.
    """
    if provider.service is None:
        raise UsageError(messages.NO_SERVICE.format(provider=provider.description.name))
    return provider.service


def plan_requests(provider: Provider, query: FetchQuery) -> tuple[str, ...]:
    """Return the requests that a fetch would begin with, without sending any."""
    return tuple(str(request) for request in list_first_requests(_find_service(provider).fetch(query)))


def fetch_release(
    store: Path,
    provider: Provider,
    query: FetchQuery,
    *,
    dataset: str = "",
    title: str = "",
    unit: str = "",
    options: FetchOptions,
) -> FetchReport:
    """Ask a provider for figures, and make them a release of a dataset.

    Args:
        store: The folder of the user's own figures.
        provider: The provider.
        query: What to ask for; what the dataset already has of the same series stays in it.
        dataset: The id of the dataset; made of the provider and the series if left out.
        title: The title of the dataset; the publisher's if left out.
        unit: The unit of figures that the publisher gives without one.
        options: How to ask.

    Raises:
        ProviderError: The provider can't be reached, refuses, or answers with something else; nothing was changed.
        UsageError: It can't be asked for this.
        DataError: The figures can't be read.
        StoreError: The store can't be written; nothing in it was changed.
    """
    id = dataset or make_dataset_id(provider.description.id, query)
    check_dataset_id(id)
    wanted, before = replace(_make_record(provider, query), unit=unit), read_fetch_record(store, id)
    record = wanted.widen(before, id) if before else wanted
    fetched = _name_absent(_ask(store, provider, id, record, options), query, provider.description.name)
    now = options.clock.now()
    details = DatasetDetails(id, title=title, vintage=now.astimezone().date())
    name = f"{provider.description.name} {shorten(query.series, most=_LONGEST_ID)}"
    report = import_fetched(store, provider, fetched, details, name=name, unit=record.unit, progress=options.progress)
    if report.release or before is not None:
        write_fetch_record(store, id, record.add_release(report.release, fetched, now.isoformat(timespec="seconds")))
    indicators = _list_indicators(store, id) if report.taken or before else ()
    is_unchanged = before is not None and before.seen == fetched.fingerprint
    return FetchReport(id, indicators, report, fetched.remarks, is_unchanged=is_unchanged)


def check_release(store: Path, provider: Provider, dataset: str, record: FetchRecord, options: FetchOptions) -> bool:
    """Return whether a provider has something new for a dataset; the answers are kept, and the dataset stays.

    Raises:
        ProviderError: The provider can't be reached, refuses, or answers with something else.
    """
    return _ask(store, provider, dataset, record, options).fingerprint != record.seen


def compare_releases(
    store: Path, provider: Provider, records: Mapping[str, FetchRecord], options: FetchOptions
) -> dict[str, bool]:
    """Return which of many datasets of a provider have something new, asking for them together as far as it can be.

    Returns:
        By id; without those that must be asked for alone.

    Raises:
        ProviderError: The provider can't be reached, refuses, or answers with something else.
    """
    service = provider.service
    asked = {id: one for id, one in records.items() if one.seen and one.checked}
    if not isinstance(service, ComparedService) or len(asked) < _SEVERAL:
        return {}
    known = [
        KnownSeries(repeat_query(store, one, options), one.seen, datetime.fromisoformat(one.checked))
        for one in asked.values()
    ]
    name = f"comparison of {provider.description.id}"
    found = open_conversation(store, provider, service.compare(known), options, name=name)
    return {id: found[place] for place, id in enumerate(asked) if place in found}


def _ask(store: Path, provider: Provider, id: str, record: FetchRecord, options: FetchOptions) -> FetchedTable:
    """Ask for all that a dataset holds."""
    query = repeat_query(store, record, options)
    name = repr((id, record.provider, record.series, record.areas, record.start, record.end, record.filters))
    return open_conversation(store, provider, _find_service(provider).fetch(query), options, name=name)


def repeat_query(store: Path, record: FetchRecord, options: FetchOptions) -> FetchQuery:
    """Return the query that fetched a dataset, as asked today."""
    areas = read_user_catalogue(store).catalogue.areas.by_code
    return FetchQuery(
        record.series, tuple(areas[code] for code in record.areas if code in areas), record.start, record.end,
        record.filters, options.clock.now().date(),
    )  # fmt: skip


def open_conversation(
    store: Path, provider: Provider, conversation: Conversation[Result], options: FetchOptions, *, name: str
) -> Result:
    """Hold a conversation with a service, continued by its name, and keep its answers in the archive of a store.

    Raises:
        NotAllowedError: Nothing in the store may be changed, so no answer could be kept.
        ProviderError: The service can't be reached, refuses, or answers with something else.
    """
    require_changes_allowed()
    archive = AnswerArchive(store / _ARCHIVE, most_bytes=options.settings.archive_bytes)
    asked = provider.description.name
    stage = messages.ASKING.format(provider=asked)
    with explain_form(asked), HttpClient(archive, options.settings, options.clock) as client:
        return hold_conversation(
            conversation, client, archive, options.clock, name=name,
            progress=lambda _answers: options.progress(stage, 0.0),
        )  # fmt: skip


def _name_absent(fetched: FetchedTable, query: FetchQuery, provider: str) -> FetchedTable:
    """Add a remark about areas that were asked for and have no figures."""
    there = set(pc.unique(fetched.table["REF_AREA"]).to_pylist())
    absent = [area.name for area in query.areas if not there & {area.code, area.alpha2 or area.code}]
    if not absent:
        return fetched
    remark = messages.ABSENT.format(provider=provider, areas=join_names(absent))
    return replace(fetched, remarks=(*fetched.remarks, remark))


def _make_record(provider: Provider, query: FetchQuery) -> FetchRecord:
    codes = tuple(sorted(area.code for area in query.areas))
    filters = dict(sorted(query.filters.items()))
    return FetchRecord(provider.description.id, query.series, codes, query.start, query.end, filters)


def _list_indicators(store: Path, dataset: str) -> tuple[str, ...]:
    return read_user_catalogue(store).catalogue.find_dataset(dataset).indicators
