"""The protocol of services: what can be asked of them, and the table that they make of the answers."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Final, Protocol
from urllib.parse import parse_qs, urlsplit

import pyarrow as pa

from indicators.errors import UsageError
from indicators.model.codelists import Area
from indicators.providers.fetching.conversations import Conversation
from indicators.providers.fetching.http_messages import HttpAnswer, HttpService
from indicators.providers.services import messages

CODE: Final = "INDICATOR"
"""The column with the code of the indicator, where the publisher has one."""

LABEL: Final = " label"
"""What ends the name of a column with the labels of a dimension's codes."""


@dataclass(frozen=True, slots=True)
class FetchQuery:
    """What is asked for.

    Attributes:
        series: The publisher's own code of a series or a dataset, as its service writes it.
        areas: Only these countries and groups; empty for all.
        start: Only from this period on, such as ``2015`` or ``2015-03``; empty for all.
        end: Only to this period.
        filters: Only these codes of dimensions, joined by ``~``.
        day: The day of asking.
    """

    series: str
    areas: tuple[Area, ...] = ()
    start: str = ""
    end: str = ""
    filters: Mapping[str, str] = field(default_factory=dict)
    day: date = date(9000, 1, 1)

    @property
    def years(self) -> tuple[str, str]:
        """The first and last year; empty where there is no limit.

        >>> FetchQuery("GDP", start="2015-03").years
        ('2015', '')
        """
        return self.start[:4], self.end[:4]

    @property
    def limits(self) -> str:
        """The first and last period, as services of SDMX take them in an address.

        >>> FetchQuery("GDP", start="2015-03").limits
        '&startPeriod=2015-03'
        """
        limits = {"startPeriod": self.start, "endPeriod": self.end}
        return "".join(f"&{name}={period}" for name, period in limits.items() if period)

    @property
    def spellings(self) -> tuple[str, ...]:
        """The codes of the areas, of three letters and of two."""
        return tuple(code for area in self.areas for code in (area.code, area.alpha2) if code)


@dataclass(frozen=True, slots=True)
class FetchedTable:
    """Figures as a publisher gave them, with all that it says about them.

    The columns of the table are texts with names of SDMX: ``INDICATOR`` and ``INDICATOR_NAME``, ``REF_AREA``, ``FREQ``,
    ``TIME_PERIOD``, ``OBS_VALUE``, ``UNIT_MEASURE`` and ``UNIT_NAME``, ``UNIT_MULT``, ``OBS_STATUS``, ``NOTE``, as far
    as there are any, and those of the dimensions.

    Attributes:
        table: The figures.
        title: The title of the series or the dataset.
        producer: Who made the figures.
        dimensions: The columns that tell series apart.
        updated: The day on which the publisher last changed them, as far as it says; ``YYYY-MM-DD``.
        part: What of the publisher's is updated as a whole and has these figures, such as a database; it is what
            `list_changes` names.
        next_release: The day for which the publisher announces the next release, as far as it says.
        page: The page about them, for people.
        answers: What they were read from.
        remarks: What users should know about how they were read, in sentences.
    """

    table: pa.Table
    title: str
    producer: str
    dimensions: tuple[str, ...] = ()
    updated: str = ""
    part: str = ""
    next_release: str = ""
    page: str = ""
    answers: tuple[HttpAnswer, ...] = ()
    remarks: tuple[str, ...] = ()

    @property
    def fingerprint(self) -> str:
        """The SHA-256 of the figures: the bytes of answers may differ where the figures don't, as in their date."""
        sink = pa.BufferOutputStream()
        with pa.ipc.new_stream(sink, self.table.schema) as writer:
            writer.write_table(self.table.combine_chunks())
        return hashlib.sha256(sink.getvalue()).hexdigest()


class PublisherService(Protocol):
    """A publisher's service."""

    @property
    def hosts(self) -> tuple[HttpService, ...]:
        """The hosts that are asked."""

    @property
    def example(self) -> str:
        """What can be asked for, as an example."""

    def fetch(self, query: FetchQuery) -> Conversation[FetchedTable]:
        """Ask for figures.

        Raises:
            UsageError: The service has no such series, or can't be asked for this.
            ProviderError: It refuses, or answers with something that contradicts itself.
        """

    def read_address(self, address: str) -> FetchQuery | None:
        """Return what an address of the service or of the publisher's pages shows; ``None`` if it isn't one."""


def split_url(address: str) -> tuple[str, str, dict[str, str]]:
    """Return the host of an address, the path, and the first value of each parameter.

    >>> split_url("https://www.example.org/data/EXR?start=2020&start=2021")
    ('www.example.org', '/data/EXR', {'start': '2020'})
    """
    parts = urlsplit(address)
    return parts.hostname or "", parts.path, {name: values[0] for name, values in parse_qs(parts.query).items()}


def match_series(pattern: re.Pattern[str], series: str, provider: str, expected: str) -> re.Match[str]:
    """Match a text with the way in which a publisher writes its codes.

    Raises:
        UsageError: It is written otherwise.
    """
    found = pattern.fullmatch(series)
    if found is None:
        raise UsageError(messages.NOT_A_SERIES.format(provider=provider), found=series, expected=expected)
    return found


def choose_filter(query: FetchQuery, provider: str, name: str = "", codes: Collection[str] = ()) -> str:
    """Return the code of the only dimension that can be chosen where a series has no others; empty if it isn't.

    Args:
        query: What is asked for.
        provider: The name of the publisher.
        name: The dimension; empty if there is none.
        codes: Its codes; empty for any.

    Raises:
        UsageError: Something else is chosen, which would be passed over.

    >>> choose_filter(FetchQuery("GDP", filters={"vintages": "all"}), "FRED", "vintages", ["all"])
    'all'
    """
    for given, code in query.filters.items():
        if given != name or (codes and code not in codes):
            message = messages.NO_DIMENSION.format(series=f"{query.series} ({provider})", dimension=f"{given}={code}")
            raise UsageError(message, expected=f"{name}={'~'.join(codes)}".removesuffix("=") if name else None)
    return query.filters.get(name, "")
