"""What is new: releases of the user's datasets and embedded editions, and events of watched figures."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

import indicators as ind
from indicators.errors import StoreWarning
from indicators.store import open_catalogue
from indicators.store.ages import list_last_updates
from indicators.view.news import list_news
from indicators.view.watch_files import WatchFile, WatchRule
from indicators.view.watching import watch

NOW = datetime(2027, 1, 4, 12, tzinfo=UTC)


@pytest.fixture
def store(tmp_path, monkeypatch):
    monkeypatch.setenv("INDICATORS_STORE", str(tmp_path / "store"))
    return tmp_path / "store"


def bring(store, value, day):
    file = store.parent / "rates.csv"
    file.write_text(f"Country;Year;Rate (%)\nPeru;2024;{value}\nPeru;2023;1\n")
    ind.import_file(file, dataset="rates", title="My rates", vintage=day)


def find_news(folder: Path | None, most=5):
    return list_news(open_catalogue(), list_last_updates(), folder, most)


def test_embedded_editions_are_listed_where_nothing_else_is(store):
    news = find_news(store)
    assert len(news) == 5
    assert [item.day for item in news] == sorted((item.day for item in news), reverse=True)
    assert all(item.address.startswith("sources?dataset=") for item in news)


def test_the_latest_releases_come_first_with_what_they_changed(store):
    bring(store, 3, "2027-01-01")
    bring(store, 4, "2027-01-02")
    news = find_news(store)
    assert [(item.day, item.about, item.address) for item in news[:2]] == [
        ("2027-01-02", "My rates", "sources?dataset=rates"), ("2027-01-01", "My rates", "sources?dataset=rates"),
    ]  # fmt: skip
    assert [item.text for item in news[:2]] == ["1 revised.", "2 new figures."]


def test_what_happened_to_watched_figures_is_listed_once(store):
    bring(store, 3, "2027-01-01")
    rules = WatchFile(watch=[WatchRule(indicator="rate")])
    for name in ("a", "b"):
        watch(rules, name, now=NOW)
    bring(store, 4, "2027-01-02")
    for name in ("a", "b"):
        watch(rules, name, now=NOW + timedelta(days=1))
    first, second = find_news(store)[:2]
    assert (first.day, first.address) == ("2027-01-05", "indicator?id=rate")
    assert "from 3% to 4%" in first.text
    assert second.about == "My rates"


def test_a_lost_report_or_a_damaged_list_of_events_takes_nothing_away(store):
    bring(store, 3, "2027-01-01")
    for path in (store / "datasets/rates/reports").glob("*.json"):
        path.write_text("{")
    damaged = store / "answers" / "watched" / "x.events"
    damaged.parent.mkdir(parents=True)
    damaged.write_text('{"events": [{"kind": 1}]}')
    with pytest.warns(StoreWarning, match=r"x\.events"):
        assert find_news(store)[0].about == "My rates"
    assert find_news(None)[0].about == "My rates"
