"""The dashboard in a browser: pages, reloads, narrow windows, dark mode, and no requests to other machines."""

from indicators.ui.messages import check, controls, exploration, pages

PICTURE = ".picture svg[role=img][aria-label*='IT Russia: 24 trillion RUB']"


def test_home_shows_a_picture_until_a_chart_is_wanted_without_requests_to_other_machines(page, outside, wait_for_chart):
    scripts = []
    page.on("request", lambda request: scripts.append(request.url))
    page.goto("/")
    page.wait_for_selector(PICTURE)
    page.wait_for_selector("[data-testid=stApp][data-test-script-state=notRunning]")
    assert not any("Plotly" in url for url in scripts), "5 MB that nobody asked for"
    page.get_by_text(exploration.INTERACTIVE, exact=True).click()
    wait_for_chart(page)
    page.wait_for_selector(PICTURE, state="detached")
    page.get_by_role("link", name=pages.PAGE_TITLES["explore"]).first.click()
    page.wait_for_url("**/explore*")
    wait_for_chart(page)
    assert outside == []


def test_the_picture_of_home_follows_the_width_and_the_theme(page):
    page.goto("/")
    page.wait_for_selector(PICTURE)
    look = "getComputedStyle(document.querySelector('.picture .xtick text')).fill"
    light = page.evaluate(look)
    page.emulate_media(color_scheme="dark")
    page.wait_for_function(f"{look} !== '{light}'")
    page.set_viewport_size({"width": 360, "height": 740})
    page.wait_for_function("document.querySelector('.picture svg').viewBox.baseVal.width === 360")
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    assert page.evaluate("document.querySelector('.picture').scrollWidth <= window.innerWidth")


def test_a_reload_shows_what_was_chosen(page, open_chart):
    open_chart(page, "/explore?indicators=inflation&country=RUS~CHN&time=2000..2020")
    page.get_by_text(controls.TABS["table"], exact=True).click()
    page.wait_for_url("**tab=table*")
    page.reload()
    page.wait_for_selector("[data-testid=stDataFrame]")
    assert page.get_by_text("Russia and China · 2000–2020").is_visible()


def test_the_convert_page_shows_every_rule_and_keeps_its_address(page, outside, open_chart):
    open_chart(page, "/convert?amount=24e12&from=RUB&to=USD&year=2024&date=2025-09-29")
    amount = page.get_by_role("textbox", name=pages.AMOUNT)
    amount.fill("12e12")
    amount.press("Enter")
    page.get_by_text(pages.AMOUNT_IN.format(amount="12 trillion RUB", currency="USD")).wait_for()
    page.wait_for_url("**amount=12e12*")
    assert "date=2025-09-29" in page.url
    assert outside == []


def test_an_article_is_read_reviewed_and_checked_on_this_machine(page, outside):
    page.goto("/check")
    page.get_by_role("textbox", name=check.ARTICLE_TEXT).fill(
        "Sales rose 40% to 24 trillion rubles (approx. $287 billion) in 2024, from 16.4 trillion rubles."
    )
    page.get_by_role("button", name=check.CHECK_TEXT, exact=True).click()
    page.locator(".read-text mark").first.wait_for()
    assert page.locator(".read-text mark").count() == 4
    note = page.locator(".read-text .notes .inconsistent").first
    assert note.is_visible()
    assert "46.3%" in note.inner_text()
    assert "16.4" not in page.url
    with page.expect_download() as download:
        page.get_by_role("button", name=check.REPORT_AS.format(format="HTML")).click()
    assert download.value.suggested_filename == "report.html"
    page.set_viewport_size({"width": 360, "height": 740})
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    assert outside == []


def test_a_chart_in_a_narrow_window_has_its_labels_below(page, open_chart):
    address = "/explore?indicators=gdp&country=RUS~CHN&time=2000..2024"
    place = """() => {
      const plot = document.querySelector('.js-plotly-plot .overplot, .js-plotly-plot .plot')?.getBoundingClientRect();
      const name = [...document.querySelectorAll('.annotation-text')].find(text => text.textContent.includes('China'));
      return plot && name && (name.getBoundingClientRect().left > plot.right ? 'beside' : 'below');
    }"""
    open_chart(page, address)
    page.wait_for_function(f"({place})() === 'beside'")
    page.set_viewport_size({"width": 480, "height": 800})
    page.wait_for_function(f"({place})() === 'below'")
    page.set_viewport_size({"width": 1280, "height": 800})
    page.wait_for_function(f"({place})() === 'beside'")


def test_charts_follow_the_browser_into_dark_mode_and_back(page, open_chart):
    text = "document.querySelector('.js-plotly-plot .xtick text')"  # none while a chart is drawn again
    ink = f"({text} && getComputedStyle({text}).fill)"
    open_chart(page, "/explore?indicators=gdp&country=RUS~CHN&time=2000..2024")
    light = page.evaluate(ink)
    page.emulate_media(color_scheme="dark")
    page.wait_for_function(f"{ink} && {ink} !== '{light}'")
    page.emulate_media(color_scheme="light")
    page.wait_for_function(f"{ink} === '{light}'")


def test_pages_draw_under_their_policy(browser, dashboard, wait_for_chart):
    context = browser.new_context(base_url=dashboard.address)
    page, refused = context.new_page(), []
    page.set_default_timeout(30_000)
    page.on("console", lambda said: refused.append(said.text) if "Content Security Policy" in said.text else None)
    for address in ("/explore?indicators=gdp&country=RUS~CHN", "/explore?indicators=gdp&tab=map&time=2020"):
        page.goto(address)
        wait_for_chart(page)
    context.close()
    assert refused == []


def test_in_the_search_arrows_walk_and_the_enter_key_opens_what_was_found_first(page):
    page.goto("/")
    page.wait_for_selector("[role=gridcell]")
    page.keyboard.press("/")
    page.wait_for_function("document.activeElement.matches('[class*=search-in-home] input')")
    page.keyboard.type("kenya")
    page.get_by_role("link", name="Kenya").wait_for()
    page.keyboard.press("ArrowDown")
    assert "Kenya" in page.evaluate("document.activeElement.textContent")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Enter")
    page.wait_for_url("**/countries?country=KEN")
    page.get_by_role("heading", name="Kenya", level=1).wait_for()
    page.wait_for_selector("[role=gridcell]")
    page.keyboard.press("/")
    page.keyboard.type("youth unempl")  # before the box is drawn
    page.wait_for_selector("[class*=st-key-found-for-12-letters] a", timeout=60_000)
    page.keyboard.press("Enter")
    page.wait_for_url("**/explore?indicators=youth-unemployment*")
