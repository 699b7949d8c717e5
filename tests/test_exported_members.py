"""The public names of the package: what `dir` and an editor offer, and what must not be lost."""

import importlib
import inspect
import pkgutil
import subprocess
import sys

import pytest

import indicators as ind

NAMES = [
    "FigureTable", "Indicator", "IndicatorDescription", "IndicatorsError", "Observation", "Origin", "Panel", "Store",
    "TimePeriod", "TimeSpan", "View", "areas", "check", "cite", "compare", "convert", "country", "describe",
    "fetch", "find", "forecasts", "get", "import_file", "list", "providers", "release_calendar", "revisions", "save",
    "score", "search", "update",
]  # fmt: skip
TAKE_A_STORE = [
    "areas",
    "check",
    "cite",
    "compare",
    "convert",
    "country",
    "describe",
    "fetch",
    "find",
    "forecasts",
    "get",
    "import_file",
    "list",
    "release_calendar",
    "revisions",
    "score",
    "search",
    "update",
]


def test_the_public_names_are_these():
    assert sorted(ind.__all__) == NAMES
    assert all(getattr(ind, name).__doc__ for name in NAMES)


def test_imported_modules_do_not_appear_among_the_names():
    for module in pkgutil.iter_modules(ind.__path__):
        if module.name not in ("ui", "__main__"):
            importlib.import_module(f"indicators.{module.name}")
    assert dir(ind) == NAMES


def test_an_unknown_name_is_an_attribute_error():
    with pytest.raises(AttributeError, match="no_such_name"):
        ind.no_such_name  # noqa: B018


@pytest.mark.parametrize("name", TAKE_A_STORE)
def test_every_function_that_reads_figures_takes_a_store(name):
    parameter = inspect.signature(getattr(ind, name)).parameters["store"]
    assert parameter.kind is inspect.Parameter.KEYWORD_ONLY
    assert parameter.default is None


@pytest.mark.parametrize("module", ["indicators", "indicators.cli", "indicators.exports.conversions"])
def test_importing_the_package_or_the_command_imports_neither_pandas_nor_plotly(module):
    code = f"import {module}, sys; print({{'pandas', 'plotly'}} & set(sys.modules))"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "set()"
