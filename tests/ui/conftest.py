"""Explore as a script that runs without a browser."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from streamlit.components.v2 import manifest_scanner
from streamlit.testing.v1 import AppTest

from indicators.files import read_embedded_catalogue
from indicators.view import View

ROOT = Path(__file__).parents[2]


@pytest.fixture(autouse=True, scope="session")
def packages_searched_once() -> Iterator[None]:
    """Streamlit looks through every installed package for components when it starts; each AppTest is a start to it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(manifest_scanner, "scan_component_manifests", cache(manifest_scanner.scan_component_manifests))
        yield


@pytest.fixture(scope="session")
def explore():
    """Open Explore at an address, with the parts of these keys unfolded.

    Straight away, as a link does: the first page costs as much as Explore itself, and its own tests hold it.
    """

    def explore(address="indicators=gdp&country=RUS~CHN", *, opened=()):
        app = AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=60)
        view, ignored = View.from_address(address, read_embedded_catalogue())
        assert ignored == ()
        for name, value in view.parameters.items():
            app.query_params[name] = value
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
