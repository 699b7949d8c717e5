"""Files of the tests' own making, imported into a store of their own."""

from collections.abc import Callable
from pathlib import Path

import pytest

from indicators.importing import ColumnMapping, DatasetDetails, FileOptions, ImportReport, import_release
from indicators.store import Query, Store, open_store

Import = Callable[..., ImportReport]


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "store"


@pytest.fixture
def import_file(tmp_path: Path, home: Path) -> Import:
    """Imports a text, bytes or a file."""

    def run(content, *, id="sales", name="sales.csv", mapping=None, options=None, **described) -> ImportReport:
        path = content
        if not isinstance(content, Path):
            path = tmp_path / name
            path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return import_release(
            home,
            path,
            DatasetDetails(id, **described),
            mapping=mapping or ColumnMapping(),
            options=options or FileOptions(),
        )

    return run


@pytest.fixture
def open_imported(home: Path) -> Callable[[], Store]:
    return lambda: open_store(str(home))


@pytest.fixture
def figures(open_imported) -> Callable[..., dict]:
    """What the store says: the values by indicator (with its dimensions), country and period."""

    def read(id="sales", **asked) -> dict:
        store = open_imported()
        frame = store.read_panel(Query(store.catalogue.find_dataset(id).indicators, datasets=(id,), **asked)).frame
        named = (frame["indicator"] + " " + frame["dimensions"]).str.strip()
        keys = zip(named, frame["code"], frame["period"], strict=True)
        return dict(zip(keys, frame["value"].tolist(), strict=True))

    return read
