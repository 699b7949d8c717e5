from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.errors import PeriodError, UnknownNameError, UsageError, ViewError
from indicators.files import embedded_catalogue
from indicators.periods import TimeSpan
from indicators.view import View, get

CATALOGUE = embedded_catalogue()
VIEWS = st.builds(
    View,
    st.lists(st.sampled_from(CATALOGUE.indicators).map(lambda i: i.id), min_size=1, max_size=4, unique=True).map(tuple),
    st.lists(st.sampled_from(list(CATALOGUE.areas)).map(lambda a: a.code), max_size=5, unique=True).map(tuple),
    st.sampled_from(["2019..2025", "2000..latest", "earliest..2000", "latest", "earliest", "2024-02..2024-08-31"])
    .map(TimeSpan.parse) | st.just(TimeSpan()),
    st.none() | st.dates(date(1900, 1, 1)),
    st.booleans(),
    st.sampled_from(["chart", "table"]),
    st.sampled_from(["linear", "log"]),
)  # fmt: skip


@given(VIEWS)
def test_all_four_spellings_are_read_back_as_the_same_view(view):
    figures = view.with_(tab="chart", scale="linear")  # the screen's own choices are no part of a command or call
    assert View.from_address(view.address, CATALOGUE) == (view, ())
    assert View.from_file(view.file, CATALOGUE) == view
    assert View.from_command(view.command, CATALOGUE) == figures
    assert View.from_python(view.python, CATALOGUE) == figures


@given(
    st.dictionaries(
        st.sampled_from(["indicators", "country", "time", "tab", "yScale", "asOf", "forecasts", "x"]), st.text()
    )
)
def test_no_address_breaks_and_what_is_ignored_is_said(parameters):
    view, ignored = View.from_address(parameters, CATALOGUE)
    assert isinstance(view, View)
    assert all(reason.startswith("Ignored in the address") for reason in ignored)


def test_of_several_names_the_good_ones_are_kept():
    view, ignored = View.from_address("country=XX~RUS&indicators=gdp~gdpp&tab=map", CATALOGUE)
    assert (view.areas, view.indicators, view.tab) == (("RUS",), ("gdp",), "chart")
    assert len(ignored) == 3


@pytest.mark.parametrize(
    "call", ["ind.get(__import__('os'))", "1", "ind.get(", "", "(" * 5000, "ind.get('a', 'b', 'c', 'd')"]
)
def test_a_call_is_read_and_never_run(call):
    with pytest.raises(UsageError):
        View.from_python(call, CATALOGUE)


@pytest.mark.parametrize(
    "command", ["rm -rf /", "indicators get", "indicators get gdp --banana 1", "indicators get 'gdp"]
)
def test_another_command_is_refused(command):
    with pytest.raises(ViewError):
        View.from_command(command, CATALOGUE)


def test_names_codes_and_lists_are_understood_alike():
    assert get("GDP", "Russia", "2020").frame.equals(get(["NY.GDP.MKTP.CD"], ["RUS"], "2020").frame)


def test_unknown_names_and_periods_raise():
    with pytest.raises(UnknownNameError, match="Nearest: gdp"):
        get("gdpp")
    with pytest.raises(UnknownNameError, match="Nearest: RUS"):
        get("gdp", "RUSS")
    with pytest.raises(PeriodError):
        get("gdp", "RUS", "banana")
