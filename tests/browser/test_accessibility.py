"""Accessibility: each page by WCAG 2.2 AA in light and dark, by keyboard alone, on a phone and offline."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Error, expect

from indicators.ui.messages import controls
from indicators.ui.messages import exploration as messages

RULES = {
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]},
    "resultTypes": ["violations"],
}
CSV = messages.DOWNLOAD_AS.format(format="CSV")
ADDRESS = "/explore?indicators=gdp&country=RUS~CHN&time=2000..2024&unit=EUR"
STATES = {
    "embedded": "/explore?indicators=gdp&country=RUS~CHN&embed=true",
    "pinned": "/explore?indicators=gdp-growth-weo&country=RUS&time=2008..2016&asOf=2015-05-01",
    "editions": "/explore?indicators=gdp-growth-weo&country=RUS&everyVintage=true&reference=average~2",
    "misunderstood": "/explore?indicators=digital-economy-turnover~gdpp&country=CHN~RUSS&time=banana",
}
IS_DRAWN_FOR = """scheme => {
    const colour = getComputedStyle(document.querySelector("[data-testid=stApp]")).backgroundColor;
    return (parseInt(colour.match(/[0-9]+/)[0]) > 127) === (scheme === "light");
}"""


@dataclass
class Visit:
    """The faults found on one page."""

    faults: dict[str, list[str]] = field(default_factory=dict)
    widths: tuple[int, int] = (0, 0)
    without_text: int = 0


def settle(page):
    """Wait until the script has run and the page is drawn."""
    page.wait_for_selector("[data-testid=stApp][data-test-script-state=notRunning]")
    expect(page.locator("[data-testid=stSkeleton], [data-stale=true]")).to_have_count(0, timeout=30_000)


def faults_of(page):
    found = Axe().run(page, options=RULES).response["violations"]
    return [f"{rule['id']} at {node['target']}: {node['failureSummary']}" for rule in found for node in rule["nodes"]]


def charts_without_text(page):
    """Count the charts without an alternative text.

    A chart that is replaced stays in the page, hidden, until the script has ended: Streamlit calls it retained.
    """
    shown = "document.querySelectorAll('{}:not([data-retained] *)').length"
    surplus = f"{shown.format('.js-plotly-plot')} - {shown.format('[role=figure][aria-label]')}"
    try:
        page.wait_for_function(f"{surplus} === 0", timeout=10_000)
    except Error:
        return page.evaluate(surplus)
    return 0


def look(page):
    """Look at a page in light and in dark, then as narrow as a phone."""
    visit = Visit()
    settle(page)
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        page.wait_for_function(IS_DRAWN_FOR, arg=scheme)
        if not page.get_by_role("dialog").count():  # a rerun would close it
            page.locator(f"[data-drawn-for$='{scheme}']").wait_for(state="attached")
            settle(page)
        visit.faults[scheme] = faults_of(page)
    visit.without_text = charts_without_text(page)
    page.set_viewport_size({"width": 360, "height": 740})
    settle(page)
    visit.widths = tuple(page.evaluate("[document.documentElement.scrollWidth, window.innerWidth]"))
    page.set_viewport_size({"width": 1280, "height": 800})
    page.emulate_media(color_scheme="light")
    page.locator("[data-drawn-for='wide light']").wait_for(state="attached")
    settle(page)
    return visit


@pytest.fixture(scope="module")
def visits(shared_page):
    """Visit every page of the menu, and some states of Explore."""
    page, found = shared_page, {}
    page.goto("/")
    page.wait_for_selector(".picture svg")
    for name in page.get_by_test_id("stTopNavLink").all_inner_texts():
        page.get_by_test_id("stTopNavLink").get_by_text(name, exact=True).click()
        page.wait_for_selector("h1, h2, h3, h4")
        found[name] = look(page)
    for name, address in STATES.items():
        page.goto(address)
        found[name] = look(page)
    return found


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_page_breaks_a_rule_of_wcag(visits, scheme):
    assert len(visits) >= 4 + len(STATES)
    assert {name: visit.faults[scheme] for name, visit in visits.items() if visit.faults[scheme]} == {}


def test_no_page_scrolls_sideways_on_a_phone(visits):
    assert {name: visit.widths for name, visit in visits.items() if visit.widths[0] > visit.widths[1]} == {}


def test_every_chart_has_an_alternative_text(visits):
    assert {name: visit.without_text for name, visit in visits.items() if visit.without_text} == {}


def test_no_page_sends_a_request_to_another_machine(visits, outside_of_all):
    assert outside_of_all == []


def focused(page):
    return page.evaluate("""() => {
        const it = document.activeElement;
        return it.getAttribute("aria-label") || it.innerText || "";
    }""")


def tab_to(page, name, most=80):
    """Press Tab until the control of this name has the focus."""
    for _ in range(most):
        if focused(page).strip() == name:
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"no {name!r} within {most} presses of Tab")


def test_the_keyboard_alone_reaches_downloads_and_leaves_them_again(shared_page, open_chart):
    page = shared_page
    open_chart(page, ADDRESS)
    assert look(page).faults == {"light": [], "dark": []}
    tab_to(page, messages.DOWNLOAD)
    page.keyboard.press("Enter")
    page.get_by_role("dialog").get_by_text(messages.AS_SHOWN).wait_for()
    assert look(page).faults == {"light": [], "dark": []}
    settle(page)  # the other theme redraws the dialog
    page.get_by_role("button", name=CSV).wait_for()
    tab_to(page, CSV)
    with page.expect_download() as download:
        page.keyboard.press("Enter")
    assert download.value.suggested_filename == "gdp.csv"
    page.wait_for_function(f"document.activeElement.innerText?.trim() === '{CSV}'")
    page.keyboard.press("Escape")
    page.get_by_role("dialog").wait_for(state="detached")
    page.wait_for_function(f"document.activeElement.innerText?.trim() === '{messages.DOWNLOAD}'")


def test_a_download_button_keeps_the_focus_while_its_file_is_prepared(shared_page, open_chart):
    page = shared_page
    open_chart(page, ADDRESS)
    page.get_by_role("button", name=messages.DOWNLOAD).click()
    form = page.get_by_role("dialog").get_by_role("combobox")
    form.focus()
    form.fill("PNG")
    page.get_by_role("option", name="PNG").click()
    button = page.get_by_role("button", name="Download PNG")
    button.focus()
    with page.expect_download():
        page.keyboard.press("Enter")  # a picture takes so long that the focus would be lost
    page.wait_for_function("document.activeElement.innerText?.startsWith('Download PNG')")
    page.keyboard.press("Tab")
    assert focused(page) == "Close"
    page.keyboard.press("Escape")
    page.get_by_role("dialog").wait_for(state="detached")


def test_the_keyboard_alone_opens_the_table(shared_page):
    page = shared_page
    tab_to(page, controls.TABS["chart"])
    while focused(page) != controls.TABS["table"]:
        page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    page.wait_for_url("**tab=table*")
    settle(page)
    page.get_by_test_id("stDataFrame").first.wait_for()
    assert look(page).faults == {"light": [], "dark": []}
