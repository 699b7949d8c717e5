"""Explore as a script that runs without a browser."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from indicators.files import embedded_catalogue
from indicators.view import View

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def explore():
    """Open Explore at an address, with the parts of these keys unfolded."""

    def explore(address="indicators=gdp&country=RUS~CHN", *, opened=()):
        app = AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=60)
        view, ignored = View.from_address(address, embedded_catalogue())
        assert ignored == ()
        for name, value in view.parameters.items():
            app.query_params[name] = value
        app.run()
        for name in opened:
            app.session_state[name] = True
        app.switch_page(str(ROOT / "indicators/ui/pages/explore.py")).run()
        assert not app.exception
        return app

    return explore


@pytest.fixture(scope="session")
def words():
    """All that a page says."""

    def words(app):
        elements = [*app.markdown, *app.caption, *app.info, *app.warning]
        return " ".join(element.value for element in elements).replace("\\", "")

    return words


@pytest.fixture(scope="session")
def control():
    """A control of a page, by its kind and its name."""

    def control(app, kind, name):
        return app.get(kind)[[one.key for one in app.get(kind)].index(f"control {name}")]

    return control
