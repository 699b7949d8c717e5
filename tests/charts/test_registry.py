"""Every chart type has one module, one entry and one name in a view, and stands alone."""

import ast
from pathlib import Path
from typing import get_args

import pytest

from indicators.charts import types
from indicators.charts.registry import CHART_TYPES, MAP_TYPE
from indicators.view import ChartType

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
