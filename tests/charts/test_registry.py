"""Every chart type has one module, one entry and one name in a view, and stands alone."""

import ast
from pathlib import Path
from typing import get_args

import pytest

import indicators as ind
from indicators.charts import types
from indicators.charts.chart import DEFAULT_OPTIONS
from indicators.charts.registry import CHART_TYPES, MAP_TYPE
from indicators.charts.style import Look
from indicators.view import ChartType, View

MODULES = [path for path in Path(types.__file__).parent.glob("*.py") if path.stem != "__init__"]


def test_the_registry_and_a_view_name_the_same_types():
    assert tuple(CHART_TYPES) == get_args(ChartType)


def test_every_module_has_one_entry_with_its_own_label():
    entries = [*CHART_TYPES.values(), MAP_TYPE]
    homes = [entry.draw.__module__.rpartition(".")[2] for entry in entries]
    assert sorted(homes) == sorted(path.stem for path in MODULES)
    assert len({entry.label for entry in entries}) == len(entries)


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.stem)
def test_no_type_imports_another(path):
    imported = [node.module for node in ast.walk(ast.parse(path.read_text())) if isinstance(node, ast.ImportFrom)]
    assert not [module for module in imported if module.startswith("indicators.charts.types")]


def test_every_guard_has_a_name_that_says_what_it_refuses():
    guards = {guard for entry in (*CHART_TYPES.values(), MAP_TYPE) for guard in entry.guards}
    assert all(guard.__name__.startswith("refuse_") for guard in guards)


def pick_panel(entry, panel):
    """The panel, or one of two indicators for a type that needs them."""
    return ind.get("gdp-per-capita~inflation", "RUS~CHN", "2000..2024") if entry.id == "scatter" else panel


@pytest.mark.parametrize("entry", [*CHART_TYPES.values(), MAP_TYPE], ids=lambda entry: entry.id)
def test_an_entry_tells_whether_its_chart_has_reference_lines(outlook, entry):
    view = View(chart="line" if entry is MAP_TYPE else entry.id, references=("1.25",))
    look = Look(order=("RUS", "CHN", "USA"), references=view.references)
    drawn = entry.draw(pick_panel(entry, outlook), look, DEFAULT_OPTIONS)
    has_lines = any("1.25" in sentence for sentence in drawn.seen)
    assert has_lines == entry.has_reference_lines


@pytest.mark.parametrize("entry", [*CHART_TYPES.values(), MAP_TYPE], ids=lambda entry: entry.id)
def test_an_entry_tells_whether_its_chart_shows_a_part_of_the_time(gdp, entry):
    shown = entry.draw(pick_panel(entry, gdp), Look(order=("RUS", "CHN")), DEFAULT_OPTIONS).shown
    assert (shown.frame["period"].nunique() <= 2) == entry.shows_one_period
