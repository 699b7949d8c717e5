"""From a click to the new chart on the screen, and to the first page: Explore beside a dashboard of the usual kind.

Run with `pytest tests/benchmarks/test_explore.py -s`: it starts both servers, does the same changes in turn in one
browser, prints medians of thirty and their ratios, and holds the ratios to their limits. A change is over when the
lines and texts of the chart and the cells on the screen have changed for the last time.
"""

import json
import os
import socket
import statistics
import subprocess
import sys
import time
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from urllib.error import URLError
from urllib.request import ProxyHandler, build_opener

import pytest

import indicators as ind

ROOT = Path(__file__).parents[2]
COUNTRIES = "RUS~CHN~USA~DEU~IND"
TIMES = 30
LIMITS = {  # how many times as long as at the peer
    "Another year": 0.9,
    "Another country": 0.9,
    "Another country on Home": 1.0,
    "Another country on Compare": 1.0,
    "Another country on Countries": 1.0,
    "First content of Home": 1.0,
    "All of Home": 1.3,
}
CHROMIUM = "/usr/bin/chromium"
# Looks at what is on the screen in every frame before which something changed: looking takes time, too.
# `seen` holds when the chart or a table changed there, in milliseconds after the last key.
WATCH = """
() => {
  const isSeen = e => { const { top, bottom } = e.getBoundingClientRect(); return bottom > 0 && top < innerHeight; };
  const look = () => {
    const chart = document.querySelector('[data-testid=stVegaLiteChart] svg, .js-plotly-plot .main-svg');
    const parts = chart && isSeen(chart) ? [...chart.querySelectorAll('path, text')] : [];
    const marks = parts.map(e => e.getAttribute('d') || e.textContent);
    const cells = [...document.querySelectorAll('[role=gridcell], [role=columnheader]')].filter(isSeen)
      .map(e => e.textContent);
    return [...marks, ...cells].join();
  };
  window.seen = []; window.started = 0; let before = look(), changed = false;
  const again = () => {
    const now = changed ? look() : before;
    changed = false;
    if (now && now !== before) { window.seen.push(performance.now() - window.started); before = now; }
    requestAnimationFrame(again);
  };
  new MutationObserver(() => { changed = true; }).observe(
    document.body, { subtree: true, childList: true, characterData: true, attributes: true });
  const start = () => { window.started = performance.now(); window.seen = []; };
  document.addEventListener('keydown', start, true);
  document.addEventListener('mousedown', start, true);
  again();
}
"""
DRAWN = "[data-testid=stVegaLiteChart] svg path, .js-plotly-plot .js-line"
FIRST_CELL = "[role=gridcell]"
WHOLE_HOME = (
    FIRST_CELL,
    ".picture svg path",
    "[data-testid=stElementContainer]:has(.picture) ~ * h3",
)  # and a card below
# Waiting for an element from outside asks again only every half second.
FIRST_SIGHT = """
  const look = () => {
    if (SEEN.every(one => document.querySelector(one))) window.drawn = performance.now();
    else requestAnimationFrame(look);
  };
  look();
"""
QUIET = 700  # milliseconds without a change after which a chart has settled


@pytest.fixture(scope="module")
def peer_data(tmp_path_factory):
    path = tmp_path_factory.mktemp("peer") / "gdp.csv"
    frame = ind.get("gdp").frame.pivot_table(index="code", columns="year", values="value")
    frame.rename_axis("Country Code").to_csv(path)
    return path


@contextmanager
def served(app, **environment):
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "streamlit", "run", str(app), f"--server.port={port}", "--server.headless=true"]
    options = ["--browser.gatherUsageStats=false", "--server.fileWatcherType=none"]
    log = subprocess.DEVNULL
    process = subprocess.Popen(
        [*command, *options], cwd=ROOT, env=os.environ | environment, stdout=log, stderr=log
    )  # fmt: skip
    try:
        deadline = time.monotonic() + 60
        while time.monotonic() < deadline:
            try:
                build_opener(ProxyHandler({})).open(f"http://127.0.0.1:{port}/_stcore/health", timeout=2).close()
                break
            except (URLError, OSError):
                time.sleep(0.1)
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait(timeout=20)


def settled(page):
    """The time after the click at which the chart changed last."""
    page.wait_for_function(
        f"() => window.seen.length && performance.now() - window.started > window.seen.at(-1) + {QUIET}"
    )
    return page.evaluate("window.seen.at(-1)")


def move_years(page, number):
    slider = page.get_by_role("slider").first
    slider.focus()
    page.keyboard.press("ArrowRight" if number % 2 else "ArrowLeft")
    return settled(page)


def start_years(page):
    """Somewhere in the middle, so that there is room to both sides."""
    slider = page.get_by_role("slider").first
    slider.focus()
    for _ in range(20):
        page.keyboard.press("ArrowRight")
    return settled(page)


def change_countries(page, number):
    """Take the last country away, or add it again, with the keyboard."""
    is_ours = "explore" in page.url
    page.get_by_role("combobox", name="Where" if is_ours else "Countries").focus()
    if number % 2:
        page.keyboard.type("India" if is_ours else "IND")
        page.keyboard.press("Enter")
    else:
        page.keyboard.press("Backspace")
    return settled(page)


def opened(browser, address):
    page = browser.new_context(viewport={"width": 1280, "height": 800}).new_page()
    page.set_default_timeout(60_000)
    page.goto(address)
    page.wait_for_selector(DRAWN, state="attached")
    page.wait_for_timeout(2000)
    page.evaluate(WATCH)
    return page


def first_sight(browser, address, *seen):
    """The time from the answer of the server to the first frame with all these elements, told by the page itself."""
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    page = context.new_page()
    page.set_default_timeout(60_000)
    page.add_init_script(FIRST_SIGHT.replace("SEEN", json.dumps(seen)))
    page.goto(address, wait_until="commit")
    page.wait_for_function("window.drawn")
    taken = page.evaluate("window.drawn")
    context.close()
    return taken


PAGES = {  # the address of a page, and how another country is chosen there
    "Home": ("/?country=RUS~CHN~USA", "Countries shown"),
    "Compare": ("/compare?indicators=gdp~inflation~unemployment&country=RUS~CHN~USA", "Where"),
    "Countries": ("/countries?country=RUS", "Country or group"),
}


def choose(page, label, number):
    """Choose Germany or take it away again; of a list of one, Germany or France."""
    box = page.get_by_role("combobox", name=label)
    box.click()
    if number % 2 and label != "Country or group":
        page.keyboard.press("Backspace")
    else:
        page.keyboard.type("France" if number % 2 else "Germany")
        page.keyboard.press("Enter")
    return settled(page)


def compare(what, times, ours, theirs):
    """Do the same here and at the peer in turn, and give the ratio of the medians."""
    pairs = [(ours(n), theirs(n)) for n in range(times)]
    mine, other = map(statistics.median, zip(*pairs, strict=True))
    sys.stdout.write(f"\n{what}: {mine:.0f} ms, the peer {other:.0f} ms, ratio {mine / other:.2f} (of {times})\n")
    return mine / other


def test_a_click_and_a_first_page_beside_the_peer(peer_data, pytestconfig):
    is_smoke_run = pytestconfig.getoption("benchmark_disable")
    times, ratios = 2 if is_smoke_run else TIMES, {}
    sync_api = pytest.importorskip("playwright.sync_api")
    with (
        served(ROOT / "dashboard.py") as here,
        served(Path(__file__).with_name("peer_dashboard.py"), PEER_DATA=str(peer_data)) as there,
        sync_api.sync_playwright() as playwright,
    ):
        flags = ["--no-sandbox", "--disable-dev-shm-usage"]
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=flags)
        address = f"{here}/explore?indicators=gdp&country={COUNTRIES}"
        ours, theirs = opened(browser, address), opened(browser, there)
        for page in (ours, theirs):
            start_years(page)

        def measure(what, mine, other):
            ratios[what] = compare(what, times, mine, other)

        def open_peer(_):
            return first_sight(browser, there, DRAWN)

        measure("Another year", partial(move_years, ours), partial(move_years, theirs))
        measure("Another country", partial(change_countries, ours), partial(change_countries, theirs))
        measure("First page", lambda _: first_sight(browser, address, DRAWN), open_peer)
        for name, (where, label) in PAGES.items():
            page = browser.new_context(viewport={"width": 1280, "height": 800}).new_page()
            page.set_default_timeout(60_000)
            page.goto(f"{here}{where}")
            page.wait_for_selector(FIRST_CELL, state="attached")
            page.wait_for_timeout(4000)
            page.evaluate(WATCH)
            measure(f"Another country on {name}", partial(choose, page, label), partial(change_countries, theirs))
            page.context.close()
        measure("First content of Home", lambda _: first_sight(browser, here, FIRST_CELL), open_peer)
        measure("All of Home", lambda _: first_sight(browser, here, *WHOLE_HOME), open_peer)
        browser.close()
    if not is_smoke_run:
        assert {what: ratio for what, ratio in ratios.items() if ratio > LIMITS.get(what, ratio)} == {}
