"""Get more data in a browser: what is shown before, while and after a publisher is asked, and that it can be cancelled.

The publisher is a server on this machine; nothing else is asked.
"""

from __future__ import annotations

import threading

import pytest
from playwright.sync_api import expect

from indicators.ui.messages import pages as messages
from indicators.ui.server import ServerOptions
from tests.browser.test_accessibility import faults_of, settle
from tests.providers.fake_service import FakeService, Reply

ROW = (
    '{"indicator":{"id":"XX.TEST","value":"Test output (current US$)"},"countryiso3code":"RUS",'
    '"country":{"id":"RU"},"date":"2024","value":2.5,"unit":"","obs_status":""}'
)
ANSWER = f'[{{"page":1,"pages":1,"total":1,"lastupdated":"2026-07-13"}},[{ROW}]]'.encode()


@pytest.fixture
def bank():
    service = FakeService()
    yield service
    service.close()


@pytest.fixture
def online(start_dashboard, free_port, bank, tmp_path):
    environment = {
        "INDICATORS_ALLOW_NETWORK": "1",
        "INDICATORS_STORE": str(tmp_path / "store"),
        "INDICATORS_URL_WORLD_BANK": bank.address,
    }
    with start_dashboard(ServerOptions(free_port()), environment) as running:
        yield running


def find_faults(page):
    """Return the faults in light and dark, and whether a phone would scroll sideways."""
    found = []
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        settle(page)
        found += faults_of(page)
    page.set_viewport_size({"width": 360, "height": 740})
    settle(page)
    is_too_wide = page.evaluate("document.documentElement.scrollWidth > window.innerWidth")
    page.set_viewport_size({"width": 1280, "height": 800})
    settle(page)
    return [*found, *(["too wide"] if is_too_wide else [])]


def test_a_fetch_is_shown_cancelled_and_continued(online, browser, bank):
    until = threading.Event()
    bank.replies = [Reply(ANSWER, stall=until)]
    page = browser.new_page(viewport={"width": 1280, "height": 800})
    page.goto(f"{online.address}/get_data")
    page.get_by_label(messages.GET_DATA_SERIES, exact=True).fill("XX.TEST")
    page.keyboard.press("Enter")
    button = page.get_by_role("button", name=messages.GET_DATA_FETCH, exact=True)
    expect(button).to_be_visible()
    assert bank.asked == []
    assert find_faults(page) == []
    button.click()
    expect(page.get_by_text(messages.GET_DATA_FETCHING.format(provider="World Bank"))).to_be_visible()
    page.get_by_role("button", name=messages.GET_DATA_CANCEL, exact=True).click()
    expect(page.get_by_text(messages.GET_DATA_CANCELLED)).to_be_visible()
    until.set()
    button.click()
    expect(page.get_by_text("1 new, 0 changed")).to_be_visible()
    assert len(bank.asked) == 1  # what was answered before it was cancelled is used
    assert find_faults(page) == []
    page.close()
