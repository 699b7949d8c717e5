import subprocess
import sys

import pytest

from indicators.cli import main
from indicators.errors import EngineError, UsageError
from indicators.store import export_store, open_store
from indicators.store.engines import connecting as opening
from indicators.store.engines import open_warehouse

ENGINES = ("sqlglot", "pyspark", "psycopg", "clickhouse_connect", "chdb")


def test_the_embedded_figures_need_no_other_engine():
    code = "import sys, indicators as ind; ind.get('gdp', 'RUS', '2020').to('EUR'); print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert set(ENGINES).isdisjoint(done.stdout.split())


@pytest.mark.parametrize(
    ("address", "package", "extra"),
    [
        ("postgresql://host/x", "psycopg", "postgresql"),
        ("clickhouse://host/x", "clickhouse_connect", "clickhouse"),
        ("chdb:///x", "clickhouse_connect", "clickhouse"),
        ("sc://host", "pyspark", "spark"),
        ("spark:///x", "pyspark", "spark"),
    ],
)
def test_packages_that_are_missing_are_named_with_the_command_that_installs_them(address, package, extra, monkeypatch):
    monkeypatch.setitem(sys.modules, package, None)
    for name in ("postgresql", "clickhouse", "spark"):
        monkeypatch.delitem(sys.modules, f"indicators.store.engines.{name}", raising=False)
    with pytest.raises(EngineError, match=rf'pip install "indicators\[{extra}\]"'):
        open_warehouse(address)


def test_no_store_is_opened_at_an_address_of_no_engine():
    with pytest.raises(UsageError, match="no such engine"):
        open_store("gopher://host/x")


def test_figures_are_not_exported_into_a_folder(tmp_path):
    with pytest.raises(UsageError, match="no such engine"):
        export_store(str(tmp_path))


def test_the_command_says_it_in_a_sentence(monkeypatch, capsys):
    monkeypatch.setattr(sys, "argv", ["indicators", "export", "--store", "gopher://ann:secret@host/x"])
    with pytest.raises(SystemExit) as stopped:
        main()
    said = capsys.readouterr().err
    assert stopped.value.code == 2
    assert said.startswith("indicators: There is no such engine.")
    assert "secret" not in said


def test_a_store_is_asked_for_newer_figures_after_a_while(monkeypatch):
    class Tables:
        def __init__(self, state):
            self.state, self.asked = state, 0

        def catalogue(self):
            return open_store().catalogue

        def find_newer(self):
            self.asked += 1
            return None if self.state else Tables(1)

    now = 0.0
    monkeypatch.setattr(opening, "monotonic", lambda: now)
    tables = Tables(0)
    opened = opening._Opened(tables)
    first = opened.store()
    assert opened.store() is first
    assert not tables.asked
    now = 60.0
    second = opened.store()
    assert second is not first
    now = 120.0
    assert opened.store() is second
