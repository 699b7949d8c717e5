"""One view gives one set of numbers: Python, the command, a file and the page agree cell by cell.

`INDICATORS_VIEWS=2000` draws that many views instead of the few of an ordinary run.
"""

from __future__ import annotations

import csv
import io
import json
import math
import os
import re
import shlex
from collections import Counter
from contextlib import contextmanager
from datetime import date
from decimal import Decimal
from pathlib import Path
from types import SimpleNamespace
from typing import get_args

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from streamlit.testing.v1 import AppTest
from typer.testing import CliRunner

import indicators as ind
from indicators.analysis.forecasts.scenarios import GrowthPath
from indicators.analysis.messages import DATA_END as END
from indicators.analysis.messages import DATA_START as START
from indicators.analysis.transforms import LEVEL, TransformName
from indicators.charts.parts.headings import write_title
from indicators.cli import app as command
from indicators.errors import IndicatorsError
from indicators.files import read_embedded_catalogue
from indicators.model.codelists import ObservationStatus
from indicators.model.dimensions import split_dimensions
from indicators.model.periods import TimePeriod, TimeSpan
from indicators.ui.components import exploration
from indicators.ui.messages import exploration as messages
from indicators.view import View

ROOT = Path(__file__).parents[1]
CATALOGUE = read_embedded_catalogue()
VIEWS = int(os.environ.get("INDICATORS_VIEWS", "10"))

DIVIDED = ("unemployment", "life-expectancy", "youth-unemployment", "children-out-of-school")
OFTEN = (
    *DIVIDED,
    "gdp", "population", "inflation", "gdp-growth", "exports", "gdp-per-capita", "gdp-growth-weo", "policy-rate",
    "brent-oil-price", "house-prices", "consumer-price-index-monthly", "goods-trade-balance-monthly", "job-openings",
    "gdp-per-capita-maddison",
)  # fmt: skip
COUNTRIES = ("EMU", "RUS", "CHN", "USA", "DEU", "IRN", "HRV", "TUV", "WLD", "EUU", "LIC", "BRA", "ARG")


def usually(value, others):
    """A field that most views leave as it is."""
    return st.integers(0, 9).flatmap(lambda n: others if n == 9 else st.just(value))


def spans():
    years = st.integers(1985, 2028)
    whole = st.builds(lambda a, b: f"{min(a, b)}..{max(a, b)}", years, years)
    often = st.sampled_from([
        "", "", "latest", "earliest", "2010..latest", "2020", "2019-03..2021-06", "1990..2000", "2021-Q2..2023-Q1",
        "2022-01", "0001..1820",
    ])  # fmt: skip
    return st.one_of(often, whole).map(lambda text: TimeSpan.parse(text) if text else TimeSpan())


def some(names, often, most):
    """One or several names, each once; every one there is, and those that people look for more often."""
    one = st.one_of(st.sampled_from(often), st.sampled_from(often), st.sampled_from(names))
    return st.lists(one, min_size=1, max_size=most, unique=True)


INDICATORS = sorted(one.id for one in CATALOGUE.indicators)
AREAS = sorted(one.code for one in CATALOGUE.areas)
TRANSFORMS = tuple(name for name in get_args(TransformName) if name != LEVEL)
NAMED = (
    messages.COLUMN_COUNTRY, messages.COLUMN_PERIOD, messages.COLUMN_PUBLISHER, messages.COLUMN_UNIT,
    messages.COLUMN_STATUS,
)  # fmt: skip
DAYS = st.dates(date(2005, 1, 1), date(2026, 7, 1))


def choose_sex(codes):
    return (("SEX", codes),) if codes else ()


@st.composite
def views(draw):
    """Views with every field that changes a number; a choice of sex only where an indicator has it."""
    view = View(
        indicators=tuple(draw(some(INDICATORS, OFTEN, 3))),
        areas=tuple(draw(some(AREAS, COUNTRIES, 4))),
        time=draw(spans()),
        dimensions=draw(usually((), st.sampled_from([("F",), ("F", "M"), ("_T", "F")])).map(choose_sex)),
        as_of=draw(usually(None, DAYS)),
        vintage=draw(usually(None, st.sampled_from(["2019-04", "2024-10", "2025"]).map(TimePeriod.parse))),
        every_vintage=draw(usually(False, st.booleans())),
        tolerance=draw(usually(5, st.sampled_from([0, 1, 10, 999]))),
        forecasts=draw(usually(True, st.booleans())),
        bands=draw(usually((), st.sampled_from([(80,), (50, 80, 90)]))),
        scenario=draw(usually((), st.just((GrowthPath(2026, 2028, Decimal("2.5")),)))),
        unit=draw(usually("", st.sampled_from(["USD", "billion EUR", "LCU", "international dollars", "persons"]))),
        rate=draw(usually("", st.sampled_from(["average", "end", "ppp", "stated", "2025-09-29"]))),
        prices=draw(usually(None, st.sampled_from([2015, 2021]))),
        deflator=draw(usually("gdp", st.sampled_from(["gdp", "cpi"]))),
        frequency=draw(usually("", st.sampled_from("ASQM"))),
        aggregate=draw(usually("", st.sampled_from(["avg", "sum", "eop"]))),
        per=draw(usually("", st.sampled_from(["person", "total", "WLD", "EUU", "USA", "gdp", "job-openings"]))),
        average=draw(usually(None, st.integers(2, 5))),
        transform=tuple(draw(usually([], st.lists(st.sampled_from(TRANSFORMS), min_size=1, max_size=2, unique=True)))),
        base=draw(usually(None, st.sampled_from(["2000", "2015", "2022-Q1", "2020-01"]).map(TimePeriod.parse))),
    )  # fmt: skip
    return view.drop_unused_dimensions(CATALOGUE)


@pytest.fixture(scope="module", autouse=True)
def own_store(tmp_path_factory):
    """No figures of a user beside the embedded ones."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("INDICATORS_STORE", str(tmp_path_factory.mktemp("store")))
        yield


@pytest.fixture(scope="module")
def page():
    """Explore, opened at one view after the other; what it shows and the panels behind its tables."""

    def open_at(view):
        app = AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=120)
        app.switch_page(str(ROOT / "indicators/ui/pages/explore.py"))
        seen = []

        @contextmanager
        def watched():
            with pytest.MonkeyPatch.context() as patch:
                show = exploration.show_table
                watch = lambda panel, **how: (seen.append(panel), show(panel, **how))[1]  # noqa: E731
                patch.setattr(exploration, "show_table", watch)
                yield

        for name, value in view.with_(tab="table").parameters.items():
            app.query_params[name] = value
        app.session_state["table details"] = app.session_state["table empty"] = True
        with watched():
            app.run()
        assert not app.exception, app.exception
        tables = [one.value for one in app.dataframe if messages.COLUMN_EXACT_VALUE in one.value.columns]
        return SimpleNamespace(panels=seen, tables=tables, captions=[one.value for one in app.caption])

    return open_at


def cells(rows):
    """What makes a figure, as texts and numbers that compare; as many times as it is there."""
    return Counter(
        (row["indicator"], row["code"], row["period"], row["publisher"], row["vintage"], row["unit"], row["status"],
         sex_of(row), number(row["value"]))
        for row in rows
    )  # fmt: skip


def sex_of(row):
    """The code of the sex of a row of a panel or of JSON; empty for all."""
    codes = row.get("dimensions", "")
    return (split_dimensions(codes) if isinstance(codes, str) else codes).get("SEX", "")


def number(value):
    """A value as it compares: zero has no sign, what is missing equals itself."""
    return None if value is None or math.isnan(value) else float(value) + 0.0


def by_python(view):
    try:
        return eval(view.python, {"ind": ind})  # the call that the page offers
    except IndicatorsError as error:
        return error


def run_command(view, form):
    return CliRunner().invoke(command, [*shlex.split(view.command)[1:], "--format", form])


def csv_cells(text):
    rows = list(csv.DictReader(io.StringIO(text)))
    return Counter(
        (row["Indicator"], row["Code"], row["Period"], row["Publisher"], row["Vintage"], row["Unit"], row["Status"],
         {"women": "F", "men": "M"}.get(row.get("Sex", ""), ""), float(row["Value"]) + 0.0 if row["Value"] else None)
        for row in rows
    )  # fmt: skip


def frame_cells(panel):
    return cells(panel.frame.to_dict("records"))


def table_cells(table):
    """The cells that a table on the page shows; it names no indicator."""
    return Counter(
        (*(row[name] for name in NAMED), number(row[messages.COLUMN_EXACT_VALUE]))
        for row in table.to_dict("records")
    )  # fmt: skip


def shown_cells(panel):
    return Counter(
        (row["entity"], TimePeriod.parse(row["period"]).label, row["publisher"], row["unit"],
         ObservationStatus(row["status"]).word, number(row["value"]))
        for row in panel.frame.to_dict("records")
    )  # fmt: skip


def compare(view, page):
    """Ask for a view in four ways and compare cell by cell."""
    panel = by_python(view)
    printed = run_command(view, "json")
    shown = page(view)
    if isinstance(panel, IndicatorsError):
        assert printed.exit_code in (1, 2), printed.output
        assert str(panel) in printed.output
        assert len(shown.panels) < len(view.indicators), str(panel)
        return
    rows = json.loads(printed.stdout)["observations"] if printed.exit_code == 0 else []
    assert cells({"vintage": "", "publisher": "", "status": ""} | row for row in rows) == frame_cells(panel)
    assert csv_cells(run_command(view, "csv").stdout) == frame_cells(panel)
    on_page = sum((frame_cells(one) for one in shown.panels), Counter())
    assert on_page == frame_cells(panel)
    for behind, table in zip(shown.panels, shown.tables, strict=True):
        assert table_cells(table) == shown_cells(behind)
    if len(shown.panels) == len(view.indicators) == 1:
        (behind,) = shown.panels
        assert write_title(behind) == write_title(panel)
        assert [step.description for step in behind.steps] == [step.description for step in panel.steps]
        assert [source.full for source in behind.sources] == [source.full for source in panel.sources]
        assert ends_said(shown.captions) <= ends_of(panel)


def ends_said(captions):
    """The names and years of all sentences such as *Data for Russia start in 1990.*, each name apart."""
    said = set()
    for template in (START, END):
        pattern = re.escape(template).replace(r"\{areas\}", "(?P<areas>[^.]+)").replace(r"\{year\}", r"(?P<year>\d{4})")
        for found in (match for caption in captions for match in re.finditer(pattern, caption)):
            names = re.split(r", | and |; ", found["areas"])
            said |= {(template, name, int(found["year"])) for name in names if "others" not in name}
    return said


def ends_of(panel):
    """The first and the last year in which each area has a value."""
    rows = panel.frame[panel.frame["value"].notna()]
    ends = set()
    for name, years in rows.groupby("entity")["year"]:
        for part in re.split(r", | and |; ", name):
            ends |= {(START, part, years.min()), (END, part, years.max())}
    return ends


@settings(max_examples=VIEWS, deadline=None, suppress_health_check=list(HealthCheck))
@given(view=views())
@example(view=View(("population", "gdp"), ("RUS", "CHN"), transform=("index",)))
@example(view=View(("gdp",), ("USA", "CHN"), TimeSpan.parse("2020..2024"), per="total"))
@example(view=View(("children-out-of-school",), ("IND", "NGA"), TimeSpan.parse("2010..2012"), per="total"))
@example(view=View(("unemployment", "gdp"), ("RUS", "DEU"), dimensions=choose_sex(("_T", "F")), transform=("chg",)))
def test_python_command_file_and_page_give_the_same_numbers(view, page):
    compare(view, page)
