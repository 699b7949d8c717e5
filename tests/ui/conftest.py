"""Pages as scripts that run without a browser."""

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from urllib.parse import parse_qsl

import pandas as pd
import pytest
import streamlit as st
from streamlit.components.v2 import manifest_scanner
from streamlit.testing.v1 import AppTest

from indicators.ui.components import area_picker
from indicators.ui.components.controls import where

ROOT = Path(__file__).parents[2]
PAGES = ROOT / "indicators" / "ui" / "pages"


@pytest.fixture(autouse=True, scope="session")
def packages_searched_once() -> Iterator[None]:
    """Streamlit searches every installed package for components when it starts, and each AppTest is a start."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(manifest_scanner, "scan_component_manifests", cache(manifest_scanner.scan_component_manifests))
        yield


@pytest.fixture(autouse=True, scope="session")
def list_of_areas() -> Iterator[None]:
    """Streamlit's list stands in for the one of areas, whose choices come from a browser."""

    def show_list(label, entries, chosen, *, key, on_change, **_others):
        options = dict.fromkeys(name for one in entries for name in (one.code, one.text))
        st.session_state[key] = list(chosen)
        st.multiselect(label, list(options), key=key, on_change=lambda: on_change(tuple(st.session_state[key])))

    with pytest.MonkeyPatch.context() as patch:
        for module in (area_picker, where):
            patch.setattr(module, "show_area_picker", show_list)
        yield


@pytest.fixture(scope="session")
def open_page():
    """Open a page at an address, with the elements of these keys opened."""

    def open_page(name="overview", address="", *, opened=()):
        app = AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=120)
        parameters = dict(parse_qsl(address, keep_blank_values=True)) if isinstance(address, str) else address
        for parameter, value in parameters.items():
            app.query_params[parameter] = value
        for key in opened:
            app.session_state[key] = True
        app.session_state["article reached"] = True  # the browser says so when it has drawn what is above
        if name != "overview":
            app.switch_page(str(PAGES / f"{name}.py"))
        app.run()
        assert not app.exception
        return app

    return open_page


@pytest.fixture(scope="session")
def explore(open_page):
    """Open Explore at an address, with the elements of these keys opened."""

    def explore(address="indicators=gdp&country=RUS~CHN", *, opened=()):
        return open_page("explore", address, opened=opened)

    return explore


@pytest.fixture(scope="session")
def read_text():
    """Read all text of a page, without the marks of Markdown."""

    def read_text(app):
        kinds = (app.markdown, app.caption, app.info, app.warning, app.success, app.error)
        return " ".join(element.value for kind in kinds for element in kind).replace("\\", "")

    return read_text


@pytest.fixture(scope="session")
def read_grids():
    """Read the tables that the page draws itself: the text of each cell, and of a line what it says in words.

    The links of the first column are in ``attrs["links"]``.
    """

    def read_cell(text="", _link="", below="", _order=None, _shade="", trend=None):
        return trend[2] if trend else " ".join(filter(None, [text, below]))

    def read_grid(content):
        rows = [row for _, rows in content["sections"] for row in rows]
        table = pd.DataFrame(
            [[read_cell(*cell) for cell in row] for row in rows], columns=[one[0] for one in content["columns"]]
        )
        table.attrs["links"] = [row[0][1] if len(row[0]) > 1 else "" for row in rows]
        return table

    def read_grids(app):
        grids = [one.proto for one in app.get("bidi_component") if "grid" in one.proto.component_name]
        return [read_grid(json.loads(one.bytes)) for one in grids]

    return read_grids


@pytest.fixture(scope="session")
def find_control():
    """Find the control of a field of the view by its kind and name."""

    def find_control(app, kind, name):
        return next(one for one in app.get(kind) if one.key == f"control {name}")

    return find_control


@pytest.fixture(scope="session")
def press():
    """Press the button of a label."""

    def press(app, label):
        next(button for button in app.button if button.label == label).click().run()
        assert not app.exception
        return app

    return press
