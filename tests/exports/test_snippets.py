"""The same view elsewhere: each spelling gives the same figures again, or says what has to be there first."""

import contextlib
import html
import re
import shlex
import sys
from datetime import date
from typing import Any

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.cli import main
from indicators.errors import UsageError
from indicators.exports import messages
from indicators.exports.data_formats import to_csv
from indicators.exports.extract import Extract
from indicators.exports.links import find_public_url, find_reach, make_link
from indicators.exports.snippets import make_embed_code, make_snippets, pin_view
from indicators.files import read_embedded_catalogue
from indicators.model.periods import TimeSpan
from indicators.view import View
from indicators.view.getting import get_panel

CATALOGUE = read_embedded_catalogue()
VIEWS = st.builds(
    View, st.sampled_from([("gdp",), ("gdp", "population")]), st.sampled_from([(), ("RUS",), ("RUS", "CHN")]),
    as_of=st.none() | st.just(date(2025, 1, 1)), unit=st.sampled_from(["", "billion EUR"]),
    forecasts=st.booleans(), tab=st.sampled_from(["chart", "table"]),
)  # fmt: skip


def by_label(view):
    return {snippet.label: snippet for snippet in make_snippets(view, "https://example.org/explore")}


@given(VIEWS)
def test_r_pandas_excel_and_sheets_read_the_view_as_a_file(view):
    found = by_label(view)
    for label in ("R", "pandas", "Excel", "Google Sheets"):
        address = re.search(r'"(https://[^"]*)"', found[label].code)[1]
        page, _, query = address.partition("?")
        assert page == "https://example.org/explore.csv"
        assert View.from_address(query, CATALOGUE) == (view, ())


@given(VIEWS)
def test_python_reads_back_as_the_view_of_the_figures(view):
    call = next(line for line in by_label(view)["Python"].code.splitlines() if line.startswith("panel = "))
    assert View.from_python(call.removeprefix("panel = "), CATALOGUE) == view.with_(tab="chart")


@pytest.mark.parametrize(
    "view",
    [
        View(("gdp", "population"), ("RUS", "CHN"), TimeSpan.parse("2019..2023"), per="person"),
        View(("gdp",), ("RUS", "CHN"), TimeSpan.parse("2015..2020"), prices=2015, unit="EUR", transform=("pc1",)),
        View(("gdp",), ("RUS",), TimeSpan.parse("2020"), tab="map"),  # a map shows all countries
        View(("gdp-growth-weo",), ("RUS",), TimeSpan.parse("2020..2022"), as_of=date(2022, 1, 1), forecasts=False),
    ],
)
def test_python_and_the_command_give_the_figures_of_the_page(view, monkeypatch, capfd):
    shown = get_panel(view)
    names: dict[str, Any] = {}
    exec(by_label(view)["Python"].code, names)
    pd.testing.assert_frame_equal(names["panel"].frame, shown.frame)
    monkeypatch.setattr(sys, "argv", shlex.split(by_label(view)["Command line"].code))
    with contextlib.suppress(SystemExit):
        main()
    assert capfd.readouterr().out == to_csv(Extract(shown))


def test_what_needs_a_server_that_others_reach_says_so():
    view = View(("gdp",), ("RUS",))
    open_note, local = (
        {one.label: one.note for one in make_snippets(view, page)}
        for page in ("https://example.org/explore", "http://127.0.0.1:8501/explore")
    )
    assert open_note["R"] == open_note["Google Sheets"] == ""
    assert local["R"] == messages.NEEDS_SERVER
    assert local["Google Sheets"] == messages.SHEETS_NEED_PUBLIC


@given(VIEWS)
def test_a_link_opens_the_same_view_and_may_pin_what_is_known_on_a_day(view):
    link = make_link("https://example.org/explore", view)
    assert View.from_address(link.partition("?")[2], CATALOGUE) == (view, ())
    fixed = pin_view(view, date(2026, 11, 25))
    assert fixed.as_of == view.as_of or fixed.as_of == date(2026, 11, 25)
    assert fixed.with_(as_of=view.as_of) == view


@given(VIEWS, st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=20))
def test_the_embedded_view_is_the_view_and_no_title_leaves_its_attribute(view, title):
    code = make_embed_code("https://example.org/explore", view, title=title)
    attributes = {name: html.unescape(text) for name, text in re.findall(r' ([a-z]+)="([^"]*)"', code)}
    assert attributes["title"] == title
    address, _, query = attributes["src"].partition("?")
    assert address == "https://example.org/explore"
    assert View.from_address(query, CATALOGUE)[0] == view.with_(embed=True)


@pytest.mark.parametrize(
    ("link", "reach"),
    [
        ("http://[::1]:8501/", "computer"), ("", "computer"), ("file:///home/me/chart.html", "computer"),
        ("http://127.8.0.1/", "computer"), ("http://0.0.0.0:8501/", "computer"), ("http://me.localhost/", "computer"),
        ("http://LOCALHOST:8501/", "computer"), ("http://2130706433/", "computer"),
        ("http://[::ffff:127.0.0.1]/", "computer"), ("http://192.168.1.5:8501/", "network"),
        ("http://10.0.0.1/", "network"), ("http://172.20.1.1/", "network"), ("http://172.32.1.1/", "everywhere"),
        ("http://[fe80::1%25eth0]/", "network"), ("http://[fd00::1]/", "network"), ("http://server:8501/", "network"),
        ("http://nas.local/", "network"), ("https://example.org/", "everywhere"), ("https://8.8.8.8/", "everywhere"),
    ],
)  # fmt: skip
def test_it_is_known_how_far_an_address_reaches(link, reach):
    assert find_reach(link) == reach


@pytest.mark.parametrize("url", ["example.org", "ftp://example.org", "https://", "https://a b", "javascript:alert(1)"])
def test_a_public_address_that_is_no_web_address_is_refused(url):
    with pytest.raises(UsageError):
        find_public_url(url)
