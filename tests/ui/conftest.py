"""Pages as scripts that run without a browser."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from urllib.parse import parse_qsl

import pytest
from streamlit.components.v2 import manifest_scanner
from streamlit.testing.v1 import AppTest

ROOT = Path(__file__).parents[2]
PAGES = ROOT / "indicators" / "ui" / "pages"


@pytest.fixture(autouse=True, scope="session")
def packages_searched_once() -> Iterator[None]:
    """Streamlit searches every installed package for components when it starts, and each AppTest is a start."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(manifest_scanner, "scan_component_manifests", cache(manifest_scanner.scan_component_manifests))
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
