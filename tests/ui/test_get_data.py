"""Get more data: switched off unless it is switched on; the host is shown before anything is sent."""

from __future__ import annotations

import threading
from dataclasses import replace

import pytest

import indicators as ind
from indicators.errors import ProviderUnreachableError
from indicators.ui.messages import pages as messages
from tests.providers.fake_service import FakeService, Reply

ROW = (
    '{"indicator":{"id":"XX.TEST","value":"Test output (current US$)"},"countryiso3code":"RUS",'
    '"country":{"id":"RU"},"date":"2024","value":2.5,"unit":"","obs_status":""}'
)


@pytest.fixture
def bank(tmp_path, monkeypatch):
    service = FakeService()
    service.replies = [Reply(f'[{{"page":1,"pages":1,"total":1,"lastupdated":"2026-07-13"}},[{ROW}]]'.encode())]
    monkeypatch.setenv("INDICATORS_URL_WORLD_BANK", service.address)
    monkeypatch.setenv("INDICATORS_STORE", str(tmp_path / "store"))
    monkeypatch.setenv("INDICATORS_ALLOW_NETWORK", "1")
    monkeypatch.setattr("indicators.providers.fetching.clock.time.sleep", lambda _seconds: None)
    yield service
    service.close()


@pytest.fixture
def fetch(press):
    def fetch(app):
        press(app, messages.GET_DATA_FETCH)
        app.session_state["fetch"].report.exception()  # waits until it is over
        app.run()

    return fetch


@pytest.fixture
def write(press):
    def write(app, label, text):
        next(field for field in app.text_input if field.label == label).set_value(text)
        app.run()
        assert not app.exception

    return write


def test_the_page_says_that_it_is_switched_off_and_offers_nothing(open_page, monkeypatch):
    monkeypatch.delenv("INDICATORS_ALLOW_NETWORK", raising=False)
    app = open_page("get_data")
    assert [info.value for info in app.info] == [messages.GET_DATA_SWITCHED_OFF]
    assert [button for button in app.button if button.label == messages.GET_DATA_FETCH] == []


def test_the_request_is_shown_first_and_sent_on_the_press_of_a_button(bank, open_page, write, fetch, read_text):
    app = open_page("get_data")
    write(app, messages.GET_DATA_SERIES, "XX.TEST")
    write(app, messages.GET_DATA_COUNTRIES, "Russia")
    assert "api.worldbank.org" in app.code[0].value
    assert bank.asked == []
    fetch(app)
    assert len(bank.asked) == 1
    assert "explore?indicators=test-output&country=RUS" in read_text(app)


def test_a_unit_can_be_given_where_the_publisher_gives_none(bank, open_page, write, fetch):
    bank.replies = [Reply(bank.replies[0].body.replace(b" (current US$)", b""))]
    app = open_page("get_data")
    write(app, messages.GET_DATA_SERIES, "XX.TEST")
    write(app, messages.GET_DATA_UNIT, " EUR ")
    fetch(app)
    assert ind.get("test-output", "RUS").frame["unit"].tolist() == ["EUR"]


@pytest.mark.parametrize(
    ("label", "text"), [(messages.GET_DATA_COUNTRIES, "Rusiia"), (messages.GET_DATA_DIMENSIONS, "sex")]
)
def test_what_can_not_be_asked_for_is_said(bank, open_page, write, label, text):
    app = open_page("get_data")
    write(app, messages.GET_DATA_SERIES, "XX.TEST")
    write(app, label, text)
    assert app.error
    assert bank.asked == []


def test_an_error_of_the_service_is_shown(bank, open_page, write, fetch):
    bank.replies = [Reply(status=403)]
    app = open_page("get_data")
    write(app, messages.GET_DATA_SERIES, "XX.TEST")
    fetch(app)
    assert "World Bank" in app.error[0].value


def test_a_fetch_that_is_cancelled_adds_nothing_and_continues(bank, open_page, write, press, fetch, tmp_path):
    until, whole = threading.Event(), bank.replies[0]
    bank.replies = [replace(whole, stall=until)]
    app = open_page("get_data")
    write(app, messages.GET_DATA_SERIES, "XX.TEST")
    press(app, messages.GET_DATA_FETCH)
    press(app, messages.GET_DATA_CANCEL)
    assert [info.value for info in app.info] == [messages.GET_DATA_CANCELLED]
    job = app.session_state["fetch"]
    until.set()
    assert isinstance(job.report.exception(), ProviderUnreachableError)
    assert not list((tmp_path / "store").glob("datasets/*"))
    bank.replies = [Reply(status=503)]  # it isn't asked again
    fetch(app)
    assert len(bank.asked) == 1
    assert list((tmp_path / "store").glob("datasets/*"))
