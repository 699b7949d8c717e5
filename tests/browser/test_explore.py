"""Explore in a browser: its address, the keyboard, a phone, dark mode, the map."""

from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import expect

from indicators.ui.messages import controls, exploration

ADDRESS = "/explore?indicators=gdp&country=RUS~CHN"


def parameters(page):
    return {name: values[-1] for name, values in parse_qs(urlsplit(page.url).query).items()}


def list_tab_stops(page, most):
    """List what the tab key reaches, from the beginning of the page."""
    names = []
    for _ in range(most):
        page.keyboard.press("Tab")
        names.append(
            page.evaluate(
                """() => { const e = document.activeElement;
                return [e.getAttribute('aria-label'), e.title, e.innerText, e.closest('label')?.innerText,
                        e.closest('[data-testid^=st]')?.innerText].filter(Boolean).join(' ').slice(0, 300); }"""
            )
        )
    return names


def test_every_control_can_be_reached_with_the_keyboard(page, open_chart):
    open_chart(page)
    reached = " | ".join(list_tab_stops(page, 45))
    for name in (
        controls.WHAT, controls.BROWSE, controls.WHERE, controls.GROUPS, controls.TIME_CHOICES["range"],
        controls.TRANSFORM, controls.DIVIDE_BY, controls.CURRENCY, controls.PRICES, exploration.MORE_OPTIONS,
        controls.TABS["chart"], controls.CHART_TYPE, controls.TAB_SHORTCUTS["table"],
        exploration.DOWNLOAD, exploration.SHARE, exploration.CITE,
    ):  # fmt: skip
        assert name in reached, f"{name} is not among: {reached}"


def test_a_shortcut_goes_to_the_table_and_back_to_the_chart(page, open_chart, wait_for_chart):
    open_chart(page)
    page.keyboard.press("Alt+t")
    page.wait_for_selector("[data-testid=stDataFrame]")
    page.wait_for_url("**tab=table*")
    page.keyboard.press("Alt+t")
    wait_for_chart(page)
    page.wait_for_url(lambda url: "tab=" not in url)


def test_arrow_keys_change_the_years_and_the_address(page, open_chart):
    open_chart(page)
    page.get_by_role("slider").first.focus()
    for _ in range(3):
        page.keyboard.press("ArrowRight")
    page.wait_for_url("**time=1963..latest*")
    page.get_by_text("1963–2025").first.wait_for()


def test_the_chart_is_above_the_fold_of_a_laptop(page, open_chart):
    open_chart(page)
    plot = page.locator(".js-plotly-plot .nsewdrag").first.bounding_box()
    assert 0 < plot["y"] <= 172
    last = page.get_by_role("button", name=exploration.CITE).bounding_box()
    assert last["y"] + last["height"] <= 720


def test_on_a_phone_the_chart_comes_first_and_the_controls_are_in_a_drawer(browser, dashboard, open_chart):
    context = browser.new_context(
        base_url=dashboard.address, viewport={"width": 360, "height": 740}, is_mobile=True, has_touch=True,
        user_agent="Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 Chrome/130.0 Mobile Safari/537.36",
    )  # fmt: skip
    page = context.new_page()
    page.set_default_timeout(30_000)
    open_chart(page)
    assert page.locator(".js-plotly-plot").first.bounding_box()["y"] < 400
    assert page.get_by_test_id("stExpandSidebarButton").is_visible()
    widths = page.evaluate("[document.documentElement.scrollWidth, window.innerWidth]")
    assert widths[0] <= widths[1]
    page.get_by_test_id("stExpandSidebarButton").click()
    page.get_by_text(controls.BROWSE).wait_for()
    context.close()


def test_a_click_on_a_country_of_the_map_adds_it(page, outside):
    page.goto(f"{ADDRESS}&time=2023&tab=map")
    page.wait_for_selector(".choroplethlayer path", state="attached")
    page.get_by_role("button", name=exploration.CITE).first.wait_for()
    place = page.evaluate(
        """() => { const all = [...document.querySelectorAll('.choroplethlayer path')];
        const box = all.filter(e => e.__data__ && e.__data__.loc === 'BRA').at(-1).getBoundingClientRect();
        return [box.x + box.width / 2, box.y + box.height / 2]; }"""
    )
    page.mouse.move(*place)
    page.mouse.click(*place)
    page.wait_for_url("**country=RUS~CHN~BRA*")
    page.get_by_text(exploration.COUNTRY_ADDED.format(names="Brazil")).wait_for()
    assert outside == []


def test_a_short_table_ends_with_its_last_row(page):
    page.goto("/explore?indicators=gdp&country=RUS&time=2020..2022&tab=table")
    table = page.locator("[data-testid=stDataFrame]").first
    table.wait_for()
    assert table.bounding_box()["height"] < 160


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("UK", "RUS~GBR"),
        ("USA", "RUS~USA"),
        ("BRICS", "RUS~ARE~BRA~CHN~EGY~ETH~IDN~IND~IRN~ZAF"),
        ("Korea", "RUS~KOR"),
        ("germ", "RUS~DEU"),
    ],
)
def test_the_enter_key_takes_the_country_that_was_typed(page, typed, shown, open_chart):
    open_chart(page, "/explore?indicators=gdp&country=RUS")
    page.get_by_role("combobox", name=controls.WHERE).click()
    page.keyboard.type(typed)
    page.get_by_role("option").first.wait_for()
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: "~" in url)
    assert parameters(page)["country"] == shown


def test_countries_are_taken_away_with_the_keyboard_and_come_back_with_the_address(page, open_chart):
    open_chart(page, "/explore?indicators=gdp&country=RUS~CHN~DEU")
    page.get_by_role("combobox", name=controls.WHERE).click()
    page.keyboard.press("Backspace")
    page.wait_for_url(lambda url: url.endswith("country=RUS~CHN"))
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("Delete")
    page.wait_for_url(lambda url: url.endswith("country=CHN"))
    chosen = page.get_by_role("group", name=controls.CHOSEN_AREAS)
    expect(chosen.get_by_role("button")).to_have_count(1)
    page.go_back()
    expect(chosen.get_by_role("button")).to_have_count(2)


def test_a_near_miss_is_no_country(page, open_chart):
    open_chart(page)
    page.get_by_role("combobox", name=controls.WHERE).click()
    page.keyboard.type("qxqxq")
    page.get_by_text(controls.NO_AREA_FOUND).wait_for()
    page.keyboard.press("Enter")
    page.keyboard.press("Escape")
    assert parameters(page)["country"] == "RUS~CHN"


def test_a_near_miss_is_never_added(page, open_chart):
    open_chart(page, "/explore?indicators=gdp&country=RUS")
    page.get_by_role("combobox", name=controls.WHAT).click()
    page.keyboard.type("qxqxq")
    page.get_by_text("No results").wait_for()
    assert page.get_by_text("Add: ").count() == 0
    page.keyboard.press("Enter")
    page.keyboard.press("Escape")
    assert parameters(page)["indicators"] == "gdp"


@pytest.mark.parametrize(
    ("box", "typed", "offered", "name", "chosen"),
    [
        (controls.WHAT, "inlfation", "Inflation", "indicators", "gdp~inflation"),
        (controls.WHAT, "ВВП на душу", "GDP per capita", "indicators", "gdp~gdp-per-capita"),
        (controls.WHERE, "Gremany", "Germany", "country", "RUS~DEU"),
    ],
    ids=["slip", "other language", "country"],
)
def test_a_list_offers_what_was_meant_under_what_was_typed(page, box, typed, offered, name, chosen, open_chart):
    open_chart(page, "/explore?indicators=gdp&country=RUS")
    page.get_by_role("combobox", name=box).click()
    page.keyboard.type(typed)
    page.get_by_role("option", name=f"{typed} → {offered}", exact=True).wait_for()
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: "~" in url)
    assert parameters(page)[name] == chosen
    page.get_by_test_id("stSidebar").get_by_text(offered, exact=True).wait_for()


def test_the_enter_key_takes_the_indicator_that_was_typed(page, open_chart):
    open_chart(page, "/explore?indicators=gdp&country=RUS")
    page.get_by_role("combobox", name=controls.WHAT).click()
    page.keyboard.type("cpi")
    page.get_by_role("option").first.wait_for()
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: "~" in url)
    assert parameters(page)["indicators"] == "gdp~inflation"


def test_paper_has_the_whole_chart_and_no_controls(page, open_chart):
    page.set_viewport_size({"width": 1920, "height": 900})
    open_chart(page)
    wide = page.get_by_test_id("stPlotlyChart").bounding_box()["width"]
    page.evaluate("dispatchEvent(new Event('beforeprint'))")  # of the wide window, as when a browser prints
    page.emulate_media(media="print")
    zoom = "getComputedStyle(document.querySelector('.st-key-chart-gdp')).zoom"
    assert 600 <= wide * float(page.evaluate(zoom)) <= 718
    for control in ("stSlider", "stSelectbox", "stButtonGroup", "stPopover", "stSidebar", "stTopNavLink"):
        assert [one for one in page.get_by_test_id(control).all() if one.is_visible()] == []
