"""The protocol of providers: a description, and datasets built from the publisher's files."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, Protocol

import pyarrow as pa

from indicators.errors import DataError, IndicatorsError
from indicators.files.folder import CodeLists
from indicators.model.observations import Dataset
from indicators.model.origins import Licence
from indicators.providers import messages
from indicators.providers.services.service import PublisherService


@dataclass(frozen=True, slots=True)
class ProviderDescription:
    """A publisher and what comes from it.

    Attributes:
        id: Its id; kebab-case.
        name: Its short name, shown at the end of a line in a chart.
        website: Where its figures can be found.
        licence: Its terms of use.
        files: The files and folders that `Provider.build` reads, below the folder of all publishers' files.
        datasets: Ids of its datasets.
    """

    id: str
    name: str
    website: str
    licence: Licence
    files: tuple[str, ...] = ()
    datasets: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class BuiltDataset:
    """A dataset that is ready to be written.

    Attributes:
        folder: The folder of ``data/`` it belongs to.
        dataset: Its description.
        table: Its observations, in the columns of `indicators.files.OBSERVATION_SCHEMA`.
    """

    folder: Literal["datasets", "rates"]
    dataset: Dataset
    table: pa.Table


class Provider(Protocol):
    """A publisher of figures.

    `build` makes the embedded datasets from files that were downloaded before; `service` is asked over HTTP when a user
    wants more or newer figures.
    """

    @property
    def description(self) -> ProviderDescription:
        """The publisher, its terms and its datasets."""

    @property
    def service(self) -> PublisherService | None:
        """Its service; ``None`` if it can't be asked."""

    def build(self, upstream: Path, lists: CodeLists) -> Iterator[BuiltDataset]:
        """Build its datasets from files.

        Args:
            upstream: The folder of all publishers' files.
            lists: The indicators, areas and origins that the datasets may use.

        Raises:
            DataError: A file does not have the publisher's usual form.
        """


@dataclass(frozen=True, slots=True)
class OnlineProvider:
    """A provider with a service and no embedded datasets."""

    description: ProviderDescription
    service: PublisherService | None

    def build(self, _upstream: Path, _lists: CodeLists) -> Iterator[BuiltDataset]:
        """Build nothing; see `Provider.build`."""
        return iter(())


@dataclass(frozen=True, slots=True)
class FileSource:
    """A code list, or the shapes of a map: files that are rebuilt from others.

    Attributes:
        source: What it is built from, below the folder of all publishers' files.
        build: Builds the contents, by file name, from ``source``.
    """

    source: str
    build: Callable[[Path], Mapping[str, bytes]]


@contextmanager
def expect_form(source: str) -> Iterator[None]:
    """Turn whatever a file of unexpected form raises into a `DataError` with the file's name."""
    try:
        yield
    except IndicatorsError as error:
        message = messages.FAULT_IN.format(source=source, fault=error.message)
        raise DataError(message, found=error.found, expected=error.expected, hint=error.hint) from error
    except (OSError, ValueError, LookupError, TypeError, ArithmeticError, zipfile.BadZipFile) as error:
        found = f"{type(error).__name__}: {error}"
        raise DataError(messages.WRONG_FORM.format(source=source), found=found) from error
