"""The server loads what the first page needs, and runs with the dashboard's settings."""

import subprocess
import sys
import tomllib

import pytest

from indicators.errors import IndicatorsError
from indicators.store import open_store
from indicators.ui.server import find_dashboard_script, warm_up

SCRIPT = """
import sys
from indicators.store import open_store
from indicators.ui.server import warm_up
warm_up()
print('indicators.ui.components.exploration' in sys.modules, 'rates' in vars(open_store()))
"""


def test_warming_up_loads_what_the_first_page_needs():
    loaded = subprocess.run([sys.executable, "-c", SCRIPT], capture_output=True, text=True, check=True)
    assert loaded.stdout.split() == ["True", "True"]


def test_a_store_that_cannot_be_opened_is_left_for_the_page_to_report(monkeypatch):
    monkeypatch.setenv("INDICATORS_STORE", "nonsense://nowhere")
    with pytest.raises(IndicatorsError):
        open_store()
    warm_up()


def test_streamlit_collects_no_garbage_after_each_run_and_asks_nothing_of_the_outside():
    settings = tomllib.loads((find_dashboard_script().parent / ".streamlit" / "config.toml").read_text("utf-8"))
    assert settings["runner"]["postScriptGC"] is False
    assert settings["browser"]["gatherUsageStats"] is False
