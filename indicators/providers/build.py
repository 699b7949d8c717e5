"""The embedded figures, rebuilt from the publishers' files.

``areas.csv``, ``currencies.csv`` and the Parquet datasets are written; what is kept by hand is read and left as it is.
The same files give the same bytes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from indicators.errors import DataError, DatasetFaultsError
from indicators.files.disk import write_atomically
from indicators.files.folder import read_code_lists
from indicators.files.observation_tables import write_dataset
from indicators.model.formatting import count_noun
from indicators.providers import messages
from indicators.providers.provider import FileSource, expect_form
from indicators.providers.registry import CODE_LISTS, MAP, PROVIDERS, find_provider


def build_data(upstream: Path, data: Path, *, provider: str = "") -> Iterator[str]:
    """Build the code lists and the large datasets of a data folder.

    Args:
        upstream: The folder of the publishers' files.
        data: The folder to write; it has ``indicators.yaml`` and ``origins.yaml``.
        provider: Id of the only provider to build; the code lists stay as they are. All are built if left out.

    Yields:
        A line per file or dataset, after it was written.

    Raises:
        DataError: A file is missing or does not have its publisher's usual form. If files are missing, nothing is
            written.
        UnknownNameError: There is no such provider.
        DatasetFaultsError: The files that are kept by hand have faults.
    """
    providers, sources = ((find_provider(provider, PROVIDERS),), ()) if provider else (PROVIDERS, CODE_LISTS)
    by_hand = read_code_lists(data)
    faults = [fault for fault in by_hand.faults if fault.file != "areas.csv"]
    if faults:
        raise DatasetFaultsError(faults)
    provided = [file for one in providers for file in one.description.files]
    _refuse_missing(upstream, [*(source.source for source in sources), *provided])
    for source in sources:
        yield from _write_files(source, upstream, data)
    lists = read_code_lists(data)
    for one in providers:
        for built in one.build(upstream, lists):
            write_dataset(data / built.folder, built.dataset, built.table)
            count = count_noun(built.table.num_rows, "observation", "observations")
            yield messages.DATASET_WRITTEN.format(folder=built.folder, dataset=built.dataset.id, count=count)


def build_map(upstream: Path, folder: Path) -> Iterator[str]:
    """Build the shapes of the map from the publishers' files.

    Yields:
        A line per file, after it was written.

    Raises:
        DataError: The file of shapes is missing or has another form, or shapely is not installed.
    """
    _refuse_missing(upstream, [MAP.source])
    folder.mkdir(parents=True, exist_ok=True)
    yield from _write_files(MAP, upstream, folder)


def _refuse_missing(upstream: Path, sources: Iterable[str]) -> None:
    missing = [source for source in dict.fromkeys(sources) if not (upstream / source).exists()]
    if missing:
        raise DataError(messages.MISSING_FILES, found=str(upstream), expected=", ".join(missing))


def _write_files(source: FileSource, upstream: Path, folder: Path) -> Iterator[str]:
    with expect_form(source.source):
        files = source.build(upstream / source.source)
    for name, content in files.items():
        write_atomically(folder / name, content)
        yield messages.LIST_WRITTEN.format(file=name, size=len(content) // 1000)
