"""A real browser in front of a running dashboard.

``dashboard`` is the server, started once; ``page`` a fresh page of the browser, whose ``goto("/")`` opens it;
``open_chart`` opens an address and waits for its chart; ``outside`` lists the requests to other machines, all refused.
"""

from __future__ import annotations

import os
import re
import shutil
import socket
import subprocess
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.error import URLError
from urllib.parse import urlsplit
from urllib.request import ProxyHandler, build_opener

import pytest
from playwright.sync_api import Browser, Page, Route, expect, sync_playwright

from indicators.ui.messages import exploration as messages
from indicators.ui.server import ServerOptions, build_command

ROOT = Path(__file__).parents[2]
ARTEFACTS = ROOT / "test-artefacts"
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
START_SECONDS = 60
CHROMIUM_FLAGS = [
    "--no-sandbox",  # CI runs as root, where Chromium's sandbox does not start
    "--disable-dev-shm-usage",  # containers have a small /dev/shm
    "--disable-gpu",
    # The browser's own errands would go to other machines:
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-quic",
    "--disable-sync",
    "--no-first-run",
]


@dataclass(frozen=True, slots=True)
class Dashboard:
    """A running dashboard: its address, without a slash at the end, and the file it logs to."""

    address: str
    log: Path


@pytest.hookimpl(tryfirst=True)  # before `-m browser` chooses
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo[None]) -> Iterator[None]:
    """A failed test shows the dashboard's log and leaves a picture of the page."""
    report = yield
    if report.failed:
        fixtures = getattr(item, "funcargs", {})
        if isinstance(dashboard := fixtures.get("dashboard"), Dashboard):
            report.sections.append(("dashboard log", _tail(dashboard.log)))
        if call.when == "call" and isinstance(page := fixtures.get("page", fixtures.get("shared_page")), Page):
            ARTEFACTS.mkdir(exist_ok=True)
            picture = ARTEFACTS / (re.sub(r"[^\w.-]+", "-", item.name) + ".png")
            page.screenshot(path=picture)
            report.sections.append(("picture of the page", picture.relative_to(ROOT).as_posix()))
    return report


@pytest.fixture(scope="session")
def chromium() -> str:
    """The path of a browser of this machine."""
    path = next(filter(None, map(shutil.which, BROWSERS)), None)
    if path is None:
        reason = f"no browser: none of {', '.join(BROWSERS)} is on the PATH"
        if os.environ.get("INDICATORS_REQUIRE_BROWSER"):
            pytest.fail(f"{reason}, and INDICATORS_REQUIRE_BROWSER is set")
        pytest.skip(reason)
    return path


@pytest.fixture(scope="session")
def free_port() -> Callable[[], int]:
    """Find a port that nothing listens at."""
    return _free_port


@pytest.fixture(scope="session")
def start_dashboard(chromium: str, tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Any]:
    """Start a dashboard of this checkout; not started where no browser could look at it."""

    @contextmanager
    def start_dashboard(options: ServerOptions, environment: Mapping[str, str] | None = None) -> Iterator[Dashboard]:
        log = tmp_path_factory.mktemp("dashboard") / "log.txt"
        variables = os.environ | (environment or {})
        with log.open("wb") as output:
            process = subprocess.Popen(
                build_command(options), cwd=ROOT, stdout=output, stderr=subprocess.STDOUT, env=variables
            )
            try:
                address = f"http://127.0.0.1:{options.port}"
                _wait_until_healthy(process, address, log)
                yield Dashboard(address, log)
            finally:
                process.terminate()
                try:
                    process.wait(timeout=10)
                except subprocess.TimeoutExpired:
                    process.kill()
                    process.wait()

    return start_dashboard


@pytest.fixture(scope="session")
def dashboard(start_dashboard: Callable[..., Any]) -> Iterator[Dashboard]:
    """The dashboard of this checkout on a free port."""
    with start_dashboard(ServerOptions(_free_port())) as dashboard:
        yield dashboard


@pytest.fixture(scope="session")
def browser(chromium: str) -> Iterator[Browser]:
    expect.set_options(timeout=30_000)  # as for the actions below
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=CHROMIUM_FLAGS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def wait_for_chart() -> Callable[[Page], None]:
    """Wait until a chart is drawn."""

    def wait_for_chart(page: Page) -> None:
        page.wait_for_selector(".js-plotly-plot .main-svg")

    return wait_for_chart


@pytest.fixture(scope="session")
def open_chart(wait_for_chart: Callable[[Page], None]) -> Callable[..., None]:
    """Open an address and wait until its chart, and what is below it, is there."""

    def open_chart(page: Page, address: str = "/explore?indicators=gdp&country=RUS~CHN") -> None:
        page.goto(address)
        wait_for_chart(page)
        if "embed=true" not in address:
            page.get_by_role("button", name=messages.CITE).first.wait_for()

    return open_chart


@pytest.fixture
def outside() -> list[str]:
    """The addresses on other machines that ``page`` asked for."""
    return []


@pytest.fixture
def page(browser: Browser, dashboard: Dashboard, outside: list[str]) -> Iterator[Page]:
    """A page of a laptop's size, with nothing remembered from another test."""
    with _fresh_page(browser, dashboard, outside) as page:
        yield page


@pytest.fixture(scope="module")
def outside_of_all() -> list[str]:
    """The addresses on other machines that ``shared_page`` asked for."""
    return []


@pytest.fixture(scope="module")
def shared_page(browser: Browser, dashboard: Dashboard, outside_of_all: list[str]) -> Iterator[Page]:
    """A page for all tests of a module, for those that leave it as they found it."""
    with _fresh_page(browser, dashboard, outside_of_all) as page:
        yield page


@contextmanager
def _fresh_page(browser: Browser, dashboard: Dashboard, outside: list[str]) -> Iterator[Page]:
    own_host = urlsplit(dashboard.address).netloc

    def is_outside(url: str) -> bool:
        parts = urlsplit(url)
        return parts.scheme in {"http", "https", "ws", "wss"} and parts.netloc != own_host

    def refuse(route: Route) -> None:
        outside.append(route.request.url)
        route.abort()

    context = browser.new_context(
        base_url=dashboard.address,
        viewport={"width": 1280, "height": 800},
        locale="en-GB",
        timezone_id="UTC",
        reduced_motion="reduce",
        bypass_csp=True,  # Playwright waits by evaluating texts; test_dashboard.py looks at pages under their policy
    )
    context.route(is_outside, refuse)
    context.set_default_timeout(30_000)  # the first page of a process takes about six seconds
    page = context.new_page()
    page.on("websocket", lambda socket: outside.append(socket.url) if is_outside(socket.url) else None)
    yield page
    context.close()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait_until_healthy(process: subprocess.Popen[bytes], address: str, log: Path) -> None:
    opener = build_opener(ProxyHandler({}))  # a proxy of the machine knows no 127.0.0.1
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline:
        if process.poll() is not None:
            pytest.fail(f"the dashboard ended with {process.returncode} while starting:\n{_tail(log)}")
        try:
            with opener.open(f"{address}/_stcore/health", timeout=2):
                return
        except (URLError, OSError):
            time.sleep(0.1)
    pytest.fail(f"the dashboard was not healthy after {START_SECONDS} seconds:\n{_tail(log)}")


def _tail(log: Path, *, most: int = 100) -> str:
    lines = log.read_text(encoding="utf-8", errors="replace").splitlines()
    return "\n".join(lines[-most:]) or "(empty)"
