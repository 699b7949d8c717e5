"""Figures from publishers' services, on request: the function behind ``ind.fetch`` and the command's ``fetch``.

This is the only way in which the library uses the network, and it does so only when it is called.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from indicators.errors import PeriodError, UsageError
from indicators.model.periods import TimePeriod
from indicators.view import messages
from indicators.view.fields import split_names

if TYPE_CHECKING:
    import pandas as pd

    from indicators.model.catalogue import Catalogue
    from indicators.model.codelists import Area
    from indicators.providers.fetched_releases import FetchReport
    from indicators.providers.provider import Provider
    from indicators.providers.services.service import FetchQuery

_COLUMNS: Final = ("id", "name", "example", "licence", "key", "setting", "website")


def list_providers() -> pd.DataFrame:
    """List the publishers whose services can be asked for figures.

    Returns:
        One row per provider: its ``id`` and ``name``, an ``example`` of what can be asked for, its ``licence``, the
        environment variable with the ``key`` it asks for, those that name another address (``setting``), and its
        ``website``.

    >>> list_providers().set_index("id").loc["world-bank", "example"]
    'NY.GDP.MKTP.CD'
    """
    import pandas as pd

    from indicators.providers.registry import PROVIDERS

    rows = []
    for one in PROVIDERS:
        if one.service is not None:
            keys = " ".join(host.key.variable for host in one.service.hosts if host.key)
            settings = " ".join(host.setting for host in one.service.hosts)
            about = one.description
            rows.append((about.id, about.name, one.service.example, about.licence.name, keys, settings, about.website))
    return pd.DataFrame(rows, columns=list(_COLUMNS))


def plan_fetch(
    provider: str,
    series: str = "",
    *,
    country: str | Sequence[str] = "",
    start: str = "",
    end: str = "",
    dimensions: Mapping[str, str] | None = None,
    store: str | os.PathLike[str] | None = None,
) -> tuple[str, ...]:
    """Return the requests that a fetch begins with, without sending any. The arguments are those of `fetch`.

    >>> plan_fetch("world-bank", "NY.GDP.MKTP.CD", country="RUS~CHN")
    ('GET https://api.worldbank.org/v2/country/CHN;RUS/indicator/NY.GDP.MKTP.CD?format=json&per_page=20000&page=1',)
    """
    from indicators.providers.fetched_releases import plan_requests

    found, query = _understand(provider, series, country, start, end, dimensions or {}, store)
    return plan_requests(found, query)


def fetch(  # noqa: PLR0913  each says what to ask for
    provider: str,
    series: str = "",
    *,
    country: str | Sequence[str] = "",
    start: str = "",
    end: str = "",
    dimensions: Mapping[str, str] | None = None,
    dataset: str = "",
    title: str = "",
    unit: str = "",
    store: str | os.PathLike[str] | None = None,
    progress: Callable[[str, float], None] = lambda _stage, _done: None,
) -> FetchReport:
    """Fetch figures from a publisher's service as a dataset of your own; again, for a new release of it.

    Args:
        provider: The id of a provider, such as ``"world-bank"``; or the address of a page of one that shows a series.
        series: The publisher's code of a series or a dataset.
        country: Only these countries and groups: ``"RUS~CHN"`` or a list.
        start: Only from this period on: ``"2015"``, ``"2015-03"``.
        end: Only to this period.
        dimensions: Only these codes of dimensions, as the publisher writes them: ``{"sex": "T"}``. For FRED,
            ``{"vintages": "all"}`` brings every figure as it was published each time.
        dataset: The id of the dataset; made of the provider and the series if left out.
        title: The title of the dataset; the publisher's if left out.
        unit: The unit of figures that the publisher gives without one: ``"USD"``, ``"%"``.
        store: The folder of your own figures; the default one if left out.
        progress: Called with the stage and the part of it that is done, from 0 to 1.

    Returns:
        What came and what is new; ``print(report.text)`` shows it.

    Raises:
        ProviderError: The provider can't be reached, refuses, or answers with something else.
        UsageError: There is no such provider, series or country.
        StoreError: The store can't be written; nothing in it was changed.
    """
    from indicators.files import find_user_folder
    from indicators.providers.fetched_releases import FetchOptions, fetch_release

    found, query = _understand(provider, series, country, start, end, dimensions or {}, store)
    folder = find_user_folder(store)
    return fetch_release(
        folder, found, query, dataset=dataset, title=title, unit=unit, options=FetchOptions(progress=progress)
    )


def _understand(
    provider: str,
    series: str,
    country: str | Sequence[str],
    start: str,
    end: str,
    dimensions: Mapping[str, str],
    store: str | os.PathLike[str] | None,
) -> tuple[Provider, FetchQuery]:
    from indicators.providers.registry import find_provider
    from indicators.providers.services.service import FetchQuery
    from indicators.store import open_catalogue

    catalogue = open_catalogue(store)
    if provider.startswith(("http://", "https://")):
        found, shown = _read_address(provider)
        areas = _find_areas(catalogue, [area.code for area in shown.areas])
        query = replace(shown, areas=areas, series=series or shown.series)
    else:
        found, query = find_provider(provider), FetchQuery(series)
    if not query.series:
        example = found.service.example if found.service else ""
        raise UsageError(messages.NAME_SERIES.format(provider=found.description.name), expected=example)
    start, end = _check_period(start), _check_period(end)
    chosen = {name.casefold(): code for name, code in dimensions.items()}
    return found, replace(
        query, areas=_find_areas(catalogue, country) or query.areas, start=start or query.start, end=end or query.end,
        filters={**query.filters, **chosen}, day=datetime.now(UTC).date(),
    )  # fmt: skip


def _read_address(address: str) -> tuple[Provider, FetchQuery]:
    from indicators.providers.registry import PROVIDERS

    try:
        shown = urlsplit(address)._replace(query="", fragment="").geturl()  # a key may be in it
    except ValueError:
        raise UsageError(messages.UNKNOWN_PAGE, found=address) from None
    for one in PROVIDERS:
        query = one.service.read_address(address) if one.service is not None else None
        if query is not None:
            return one, query
    names = ", ".join(one.description.name for one in PROVIDERS if one.service is not None)
    raise UsageError(messages.UNKNOWN_PAGE, found=shown, expected=messages.PAGES_OF.format(providers=names))


def _find_areas(catalogue: Catalogue, country: str | Sequence[str]) -> tuple[Area, ...]:
    names = split_names(country) if isinstance(country, str) else country
    codes = dict.fromkeys(code for name in names if name.strip() for code in catalogue.resolve_areas(name.strip()))
    return tuple(catalogue.areas.find(code) for code in sorted(codes))


def _check_period(text: str) -> str:
    """Return a period as it is written in SDMX; its year comes first.

    Raises:
        PeriodError: It is none.
    """
    if not text:
        return ""
    try:
        return str(TimePeriod.parse(text))
    except PeriodError:
        raise PeriodError(messages.NOT_A.format(what="period"), found=text, expected="2015 or 2015-03") from None
