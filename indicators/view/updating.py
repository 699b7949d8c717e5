"""Fetched datasets asked for again: the functions behind ``ind.update`` and the command's ``update``.

An embedded dataset is renewed in the same way: its series are fetched into a dataset of the user's own, whose figures
take the place of the older edition.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from indicators.errors import IndicatorsError, ProviderError, UnknownNameError, UsageError
from indicators.model.citations import spell_date
from indicators.model.formatting import count_noun
from indicators.view import messages

if TYPE_CHECKING:
    from pathlib import Path

    from indicators.model.release_rhythm import ExpectedRelease
    from indicators.providers.fetch_records import FetchRecord

_NEWER: Final = "{dataset}-newer"


@dataclass(frozen=True, slots=True)
class UpdateResult:
    """What asking again for a dataset gave.

    Attributes:
        dataset: The dataset.
        has_news: Whether there is something new, or the publisher says that it was updated since.
        release: The new release; empty if there is none, or if it was only checked.
        text: What is new, as a sentence.
        error: Why it couldn't be asked for; the dataset is as it was.
        next_release: When the next release is expected; ``None`` if nobody can tell.
    """

    dataset: str
    has_news: bool = False
    release: str = ""
    text: str = ""
    error: IndicatorsError | None = None
    next_release: ExpectedRelease | None = None


def update(
    datasets: Sequence[str] | str = (),
    *,
    check: bool = False,
    store: str | os.PathLike[str] | None = None,
    progress: Callable[[str, float], None] = lambda _stage, _done: None,
) -> Iterator[UpdateResult]:
    """Ask again for fetched datasets; what changed becomes a new release of each.

    Services that tell what changed are asked only for that: some with one request for all their series. One that fails
    doesn't keep the others from being asked.

    Args:
        datasets: The ids of fetched datasets, or of embedded ones that a service can renew; all fetched ones if empty.
        check: Whether only to find out if there is something new.
        store: The folder of your own figures; the default one if left out.
        progress: Called with the stage and the part of it that is done, from 0 to 1.

    Yields:
        A result per dataset, as soon as it is there.

    Raises:
        UnknownNameError: There is no such dataset that can be asked for; nothing was sent.
        UsageError: No dataset was fetched yet.
    """
    from indicators.files import find_user_folder

    folder = find_user_folder(store)
    names = (datasets,) if isinstance(datasets, str) else tuple(datasets)
    records = _find_records(folder, names)
    return _update_all(folder, records, progress, check=check)


def _find_records(store: Path, names: Sequence[str]) -> dict[str, FetchRecord]:
    from indicators.providers.fetch_records import list_fetch_records

    fetched, embedded = dict(list_fetch_records(store)), _list_embedded()
    if not names:
        if not fetched:
            raise UsageError(messages.NOTHING_FETCHED, hint=messages.FETCH_FIRST)
        return fetched
    found = {}
    for name in names:
        newer = _NEWER.format(dataset=name)
        if name not in fetched and name not in embedded:
            raise UnknownNameError("fetched dataset", name, [*fetched, *embedded])
        id = name if name in fetched else newer
        found[id] = fetched.get(id) or embedded[name]
    return found


def _list_embedded() -> dict[str, FetchRecord]:
    """List the embedded datasets whose series have codes that their publisher's service knows."""
    from indicators.files import read_embedded_catalogue
    from indicators.providers.fetch_records import FetchRecord
    from indicators.providers.registry import find_provider

    catalogue, bank = read_embedded_catalogue(), find_provider("world-bank")
    dataset = catalogue.find_dataset(bank.description.datasets[0])
    known = [catalogue.find_indicator(id) for id in dataset.indicators]
    codes = sorted({code for one in known for code in (one.code, *(code for _, code in one.codes)) if code})
    return {dataset.id: FetchRecord(bank.description.id, "~".join(codes))}


def _update_all(
    store: Path, records: Mapping[str, FetchRecord], progress: Callable[[str, float], None], *, check: bool
) -> Iterator[UpdateResult]:
    from indicators.store import open_store
    from indicators.view.calendar import find_next_release

    opened = open_store(str(store))
    changes = _ask_for_changes(store, records.values(), progress)
    compared = _compare_together(store, records, progress)
    for id, record in records.items():
        result = _compare_days(id, record, changes.get((record.provider, record.part), ""), check=check)
        result = result or _tell_compared(id, has_news=compared.get(id), check=check)
        result = result or _update_one(store, id, record, progress, check=check)
        if result.release:
            opened = open_store(str(store))
        dataset = next((one for one in opened.catalogue.datasets if one.id == id), None)
        yield replace(result, next_release=find_next_release(opened, dataset) if dataset else None)


def _ask_for_changes(
    store: Path, records: Collection[FetchRecord], progress: Callable[[str, float], None]
) -> dict[tuple[str, str], str]:
    """Ask each service that has several of the series, and can tell, for the days of its last changes.

    What can't be had is left out: then each series is asked for.
    """
    from indicators.providers.fetched_releases import FetchOptions, open_conversation
    from indicators.providers.registry import find_provider
    from indicators.providers.services.catalogues import DatedService

    found: dict[tuple[str, str], str] = {}
    times = Counter(record.provider for record in records if record.part)
    for id in (id for id, count in times.items() if count > 1):
        provider = find_provider(id)
        if not isinstance(provider.service, DatedService):
            continue
        with suppress(ProviderError):
            asked, options = provider.service.list_changes(), FetchOptions(progress=progress)
            listed = open_conversation(store, provider, asked, options, name=f"changes of {id}")
            found |= {(id, part): day for part, day in listed.items()}
    return found


def _compare_together(
    store: Path, records: Mapping[str, FetchRecord], progress: Callable[[str, float], None]
) -> dict[str, bool]:
    """Return which datasets have changed, as far as their services can be asked for several at once."""
    from indicators.providers.fetched_releases import FetchOptions, compare_releases
    from indicators.providers.registry import find_provider

    found: dict[str, bool] = {}
    for name in dict.fromkeys(record.provider for record in records.values()):
        own = {id: record for id, record in records.items() if record.provider == name}
        with suppress(IndicatorsError):  # then each is asked for alone, and says what is wrong
            found |= compare_releases(store, find_provider(name), own, FetchOptions(progress=progress))
    return found


def _tell_compared(id: str, *, has_news: bool | None, check: bool) -> UpdateResult | None:
    if has_news is False:
        return UpdateResult(id, text=messages.HAS_NO_NEWS)
    return UpdateResult(id, has_news=True, text=messages.HAS_NEWS) if has_news and check else None


def _compare_days(id: str, record: FetchRecord, changed: str, *, check: bool) -> UpdateResult | None:
    """Return what the day of the last change tells without asking for the series; ``None`` if that isn't enough."""
    if record.is_known_unchanged(changed):
        return UpdateResult(id, text=messages.HAS_NO_NEWS)
    if check and record.updated and changed > record.updated:
        return UpdateResult(id, has_news=True, text=messages.UPDATED_SINCE.format(day=spell_date(changed)))
    return None


def _update_one(
    store: Path, id: str, record: FetchRecord, progress: Callable[[str, float], None], *, check: bool
) -> UpdateResult:
    from indicators.providers.fetched_releases import FetchOptions, check_release, fetch_release, repeat_query
    from indicators.providers.registry import find_provider

    try:
        provider, options = find_provider(record.provider), FetchOptions(progress=progress)
        if check:
            has_news = check_release(store, provider, id, record, options)
            return UpdateResult(id, has_news, text=messages.HAS_NEWS if has_news else messages.HAS_NO_NEWS)
        query = repeat_query(store, record, options)
        report = fetch_release(store, provider, query, dataset=id, options=options).imported
    except IndicatorsError as error:
        return UpdateResult(id, error=error, text=str(error))
    figures = count_noun(report.new, "figure", "figures")
    told = messages.NEWS.format(new=figures, changed=f"{report.changed:,}", withdrawn=f"{report.withdrawn:,}")
    return UpdateResult(id, bool(report.release), report.release, told if report.release else messages.HAS_NO_NEWS)
