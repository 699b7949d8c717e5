"""What happened to watched figures since the last look; the first look only remembers."""

from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

import indicators as ind
from indicators.errors import DatasetFaultsError, StoreWarning, UsageError
from indicators.exports.feeds import write_atom_feed, write_event_list
from indicators.files.store_faults import find_store_faults
from indicators.view import watching
from indicators.view.watch_files import WatchRule, read_watch_file
from indicators.view.watching import WatchedFigure, compare_figures
from tests.providers.fake_service import FakeService, Reply

NOW = datetime(2026, 11, 30, 12, tzinfo=UTC)
FIRST = {"2023": (2.0, "A"), "2024": (3.0, "A"), "2025": (4.0, "F")}


@pytest.fixture(autouse=True)
def own_store(tmp_path, monkeypatch):
    monkeypatch.setenv("INDICATORS_STORE", str(tmp_path / "store"))
    monkeypatch.chdir(tmp_path)


def watch(file, **options):
    return watching.watch(read_watch_file(Path(file)), file, **options)


def see(figures):
    return {
        f"series|{period}": WatchedFigure(value, status, "%", "Rate", "Peru", period, "rate", f"{period}-12-31")
        for period, (value, status) in figures.items()
    }


def list_kinds(figures, **rule):
    found = compare_figures(WatchRule(indicator="rate", **rule), see(FIRST), see(figures), "2026-11-30T12:00:00+00:00")
    return [(event.kind, event.period) for event in found]


def test_nothing_happened_where_nothing_changed():
    assert list_kinds(FIRST) == []


def test_new_figures_are_told_and_forecasts_are_none():
    assert list_kinds({**FIRST, "2025": (4.5, "A"), "2026": (5, "F")}) == [("new", "2025")]


@pytest.mark.parametrize(
    ("revision", "value", "told"),
    [("0", 3.01, True), ("0.1", 3.05, False), ("0.1", 3.2, True), ("5%", 3.1, False), ("5%", 3.2, True)],
)
def test_only_revisions_that_are_large_enough_are_told(revision, value, told):
    found = list_kinds({**FIRST, "2024": (value, "A")}, revision=revision)
    assert found == ([("revised", "2024")] if told else [])


def test_withdrawn_figures_are_told_and_all_of_a_series_too():
    assert list_kinds({"2024": (3.0, "A"), "2025": (4.0, "F")}) == [("withdrawn", "2023")]
    assert list_kinds({}) == [("withdrawn", "2023"), ("withdrawn", "2024")]


@pytest.mark.parametrize(
    ("rule", "value", "kinds"),
    [
        ({"above": 3.5}, 3.6, ["above"]),
        ({"above": 2}, 2.5, []),
        ({"below": 2.5}, 2.4, ["below"]),
        ({"below": 1}, 2, []),
    ],
)
def test_a_threshold_is_told_when_it_is_crossed(rule, value, kinds):
    found = list_kinds({**FIRST, "2024": (value, "A")}, revision=9, **rule)
    assert [kind for kind, _ in found] == kinds


@pytest.mark.parametrize(("outcome", "kinds"), [(4.4, ["new"]), (5.0, ["new", "missed"])])
def test_an_outcome_that_misses_its_forecast_is_told(outcome, kinds):
    found = list_kinds({**FIRST, "2025": (outcome, "A")}, missed=0.5)
    assert [kind for kind, _ in found] == kinds


def bring(value, day):
    with open("rates.csv", "w", encoding="utf-8") as file:  # noqa: PTH123
        file.write(f"Country;Year;Rate (%)\nPeru;2024;{value}\n")
    ind.import_file("rates.csv", dataset="rates", vintage=day)


def test_events_are_told_once_and_kept_for_the_feed_and_new_rules_begin_anew(tmp_path):
    (tmp_path / "watch.yaml").write_text("watch:\n  - indicator: rate\n    country: PER\n")
    bring(3, "2026-11-01")
    assert watch("watch.yaml", now=NOW).is_first
    bring(3.5, "2026-11-02")
    report = watch("watch.yaml", now=NOW + timedelta(days=1))
    assert [event.text for event in report.events] == ["Rate, Peru, 2024: revised from 3% to 3.5%."]
    again = watch("watch.yaml", now=NOW + timedelta(days=2))
    assert (again.events, again.history) == ((), report.events)
    feed = ET.fromstring(write_atom_feed(again, "watch.yaml"))
    atom = "{http://www.w3.org/2005/Atom}"
    assert [entry.find(f"{atom}category").get("term") for entry in feed.iter(f"{atom}entry")] == ["revised"]
    assert feed.find(f"{atom}updated").text == report.events[0].time
    assert json.loads(write_event_list(report))["events"][0]["period"] == "2024"
    with (tmp_path / "watch.yaml").open("a") as file:
        file.write("  - indicator: inflation\n    country: PER\n")
    report = watch("watch.yaml", now=NOW)
    assert (report.events, report.watched > 3) == ((), True)


def test_what_was_seen_is_damaged_and_the_next_look_says_so(tmp_path):
    (tmp_path / "watch.yaml").write_text("watch:\n  - indicator: rate\n    country: PER\n")
    bring(3, "2026-11-01")
    watch("watch.yaml", now=NOW)
    (memory,) = (tmp_path / "store" / "answers" / "watched").glob("*.json")
    memory.write_text(memory.read_text().replace("3.0", "3.5"))
    assert [fault.file for fault in find_store_faults(tmp_path / "store")] == [f"answers/watched/{memory.name}"]
    with pytest.warns(StoreWarning, match=memory.name):
        assert watch("watch.yaml", now=NOW).is_first


def test_what_an_earlier_version_remembered_has_no_checksum_yet(tmp_path):
    (tmp_path / "watch.yaml").write_text("watch:\n  - indicator: rate\n    country: PER\n")
    bring(3, "2026-11-01")
    watch("watch.yaml", now=NOW)
    (memory,) = (tmp_path / "store" / "answers" / "watched").glob("*.json")
    content = json.loads(memory.read_text())
    digest = content.pop("checksum")
    memory.write_text(json.dumps(content))
    assert find_store_faults(tmp_path / "store") == ()
    assert not watch("watch.yaml", now=NOW).is_first
    assert "checksum" in json.loads(memory.read_text())
    memory.write_text(json.dumps(content | {"chmcksum": digest}))  # a flipped bit
    assert find_store_faults(tmp_path / "store")


def test_of_several_looks_at_the_same_time_one_tells_what_happened(tmp_path):
    (tmp_path / "watch.yaml").write_text("watch:\n  - indicator: rate\n    country: PER\n")
    bring(3, "2026-11-01")
    watch("watch.yaml", now=NOW)
    bring(3.5, "2026-11-02")
    with ThreadPoolExecutor(4) as pool:
        reports = list(pool.map(lambda _: watch("watch.yaml", now=NOW + timedelta(days=1)), range(4)))
    assert sorted(len(report.events) for report in reports) == [0, 0, 0, 1]


@pytest.mark.parametrize(
    "text",
    ["", "watch: []", "watch:\n  - country: PER", "watch:\n  - indicator: a\n    revision: much", "wach:\n  - a",
     "watch:\n  - indicator: a\n    above: .nan", "watch:\n  - indicator: a\n    revision: -1", "watch: ["],
)  # fmt: skip
def test_a_file_that_is_none_is_refused_with_its_faults(tmp_path, text):
    (tmp_path / "watch.yaml").write_text(text)
    with pytest.raises(DatasetFaultsError, match=r"watch\.yaml"):
        watch("watch.yaml")


def test_an_unknown_indicator_is_named(tmp_path):
    (tmp_path / "watch.yaml").write_text("watch:\n  - indicator: inflatoin-x\n")
    with pytest.raises(UsageError, match="inflatoin-x"):
        watch("watch.yaml")


def test_a_publisher_that_can_not_be_asked_for_days_is_told(tmp_path, monkeypatch):
    service = FakeService()
    monkeypatch.setenv("INDICATORS_URL_WORLD_BANK", service.address)
    monkeypatch.setattr("indicators.providers.fetching.clock.time.sleep", lambda _seconds: None)
    row = '{"indicator":{"id":"A.B","value":"Rate (%)"},"countryiso3code":"PER","date":"2024","value":1}'
    service.replies = [Reply(f'[{{"page":1,"pages":1,"total":1,"lastupdated":"2026-07-13"}},[{row}]]'.encode())]
    ind.fetch("world-bank", "A.B")
    rules = "update: true\nunreachable_days: 2\nwatch:\n  - indicator: rate\n"
    (tmp_path / "watch.yaml").write_text(rules)
    service.replies = [Reply(status=503)]
    kinds = [[event.kind for event in watch("watch.yaml", now=NOW + timedelta(days=day)).events] for day in (0, 1, 2)]
    service.close()
    assert kinds == [[], [], ["unreachable"]]
