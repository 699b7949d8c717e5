"""Tables drawn in the page: links in place, sorting, arrow keys, and charts that wait until they are in sight."""

from playwright.sync_api import expect

CELL = "[role=gridcell]"


def test_a_link_of_a_table_opens_in_place_and_arrows_walk_through_the_cells(page):
    page.goto("/?country=RUS~CHN")
    page.wait_for_selector(CELL)
    page.get_by_role("link", name="GDP", exact=True).first.focus()
    page.keyboard.press("ArrowRight")
    assert "2025" in page.evaluate("document.activeElement.textContent")
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("Enter")
    page.wait_for_url("**/explore?indicators=gdp&country=RUS~CHN")


def test_the_countries_of_a_comparison_are_sorted_by_a_click_on_the_head(page):
    page.goto("/compare?indicators=gdp&country=RUS~CHN~USA&time=2020")
    page.wait_for_selector(CELL)
    page.get_by_role("radio", name="Countries").or_(page.get_by_role("button", name="Countries")).last.click()
    names = page.locator("[role=rowheader]")
    page.locator("[data-sort]").nth(1).click()
    assert names.all_inner_texts() == ["United States", "China", "Russia"]
    page.locator("[data-sort]").nth(1).click()
    assert names.all_inner_texts() == ["Russia", "China", "United States"]
    assert page.locator("[aria-sort=ascending]").count() == 1


def test_the_charts_of_another_country_are_drawn_when_they_come_into_sight(page):
    page.goto("/countries?country=TUV")
    page.wait_for_selector(".js-plotly-plot", state="attached")
    box = page.get_by_role("combobox", name="Country or group")
    box.click()
    page.keyboard.type("Germany")
    page.keyboard.press("Enter")
    page.wait_for_url("**/countries?country=DEU")
    page.wait_for_selector(".js-plotly-plot", state="detached")
    page.get_by_text("Charts", exact=True).scroll_into_view_if_needed()
    page.wait_for_selector(".js-plotly-plot", state="attached")


def test_the_box_of_a_country_is_typed_over_and_is_as_before_when_it_is_left(page):
    page.goto("/countries?country=TUV")
    page.wait_for_selector(CELL)
    box = page.get_by_role("combobox", name="Country or group")
    for typed, code in (("Germany", "DEU"), ("Frankreich", "FRA"), ("BRICS", "BRICS")):
        box.click()
        page.keyboard.type(typed)
        page.keyboard.press("Enter")
        page.wait_for_url(f"**/countries?country={code}")
    box.click()
    page.keyboard.type("Gremany")
    page.get_by_role("option", name="Germany").wait_for()
    page.keyboard.press("Escape")
    assert box.input_value() == "BRICS"
    page.go_back()
    page.get_by_role("heading", name="France", level=1).wait_for()
    expect(box).to_have_value("France")


def test_every_row_of_every_topic_is_there(page):
    page.goto("/countries?country=DEU")
    page.wait_for_function("document.querySelectorAll('.grid section').length > 8")
    first = page.locator(".grid section").first
    count = int(page.get_by_text(" figures from ").inner_text().split()[0])
    assert page.locator(".grid tbody tr").count() == count
    assert first.locator("tbody tr").count() > 20, "more than are drawn at once"
