from dataclasses import fields
from datetime import date
from decimal import Decimal
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.analysis.forecasts.scenarios import GrowthPath
from indicators.analysis.transforms import LEVEL, TransformName
from indicators.errors import PeriodError, UnknownNameError, UsageError, ViewError
from indicators.files import read_embedded_catalogue
from indicators.model.periods import TimePeriod, TimeSpan
from indicators.model.story import MOST_NOTES, ChartNote, read_chart_title
from indicators.view import View, get
from indicators.view.fields import FIELDS, ChartType

CATALOGUE = read_embedded_catalogue()
YEARS = st.none() | st.integers(1950, 2030)
TITLES = st.text(max_size=60).map(read_chart_title)
NOTES = st.builds(
    ChartNote,
    st.sampled_from(["1998", "2020-03", "2008-Q4", "2022-02-24"]).map(TimePeriod.parse),
    (st.sampled_from(["~", "%7E", "%25~%", "a:b", "\u202e<b>"]) | st.text(max_size=40))
    .map(read_chart_title)
    .filter(bool),
)
PATHS = (GrowthPath(2026, 2030, Decimal("2.5")), GrowthPath(2027, 2027, Decimal(-1), "RUS"))
VIEWS = st.builds(
    View,
    st.lists(st.sampled_from(CATALOGUE.indicators).map(lambda i: i.id), min_size=1, max_size=4, unique=True).map(tuple),
    st.lists(st.sampled_from(list(CATALOGUE.areas)).map(lambda a: a.code), max_size=5, unique=True).map(tuple),
    st.sampled_from(["2019..2025", "2000..latest", "earliest..2000", "latest", "earliest", "2024-02..2024-08-31"])
    .map(TimeSpan.parse) | st.just(TimeSpan()),
    as_of=st.none() | st.dates(date(1900, 1, 1)),
    vintage=st.none() | st.sampled_from(["2024", "2024-10", "2024-Q3", "2024-10-22"]).map(TimePeriod.parse),
    every_vintage=st.booleans(),
    forecasts=st.booleans(),
    bands=st.sampled_from([(), (0,), (80,), (50, 80, 90)]),
    scenario=st.sampled_from([(), PATHS]),
    unit=st.sampled_from(["", "billion USD", "LCU", "international dollars"]),
    rate=st.sampled_from(["", "end", "average", "2025-09-29"]),
    prices=YEARS,
    deflator=st.sampled_from(["gdp", "cpi"]),
    frequency=st.sampled_from(["", "A", "S", "Q", "M"]),
    aggregate=st.sampled_from(["", "avg", "sum", "eop"]),
    per=st.sampled_from(["", "person", "total", "WLD", "gdp"]),
    average=st.none() | st.integers(2, 120),
    transform=st.lists(
        st.sampled_from([name for name in get_args(TransformName) if name != LEVEL]), max_size=3, unique=True
    ).map(tuple),
    base=st.none() | st.sampled_from(["1000", "2022-Q1", "2022-01", "2022-S2", "2022-01-31"]).map(TimePeriod.parse),
    title=TITLES,
    notes=st.lists(NOTES, max_size=MOST_NOTES, unique=True).map(tuple),
    lock=st.booleans(),
    tab=st.sampled_from(["chart", "map", "table", "sources"]),
    chart=st.sampled_from(get_args(ChartType)),
    scale=st.sampled_from(["linear", "log"]),
    stacking=st.sampled_from(["absolute", "relative"]),
    tolerance=st.sampled_from([0, 2, 5, 999]),
    ends=st.sampled_from(["largest", "smallest", "both"]),
    highlight=st.lists(st.sampled_from(["RUS", "CHN", "WLD"]), max_size=3, unique=True).map(tuple),
    axes=st.sampled_from(["", "same", "own"]),
    references=st.lists(st.sampled_from(["average", "median", "2", "-0.5", "20000000000000"]), max_size=3, unique=True)
    .map(tuple),
    overlay=st.sampled_from(["", "sources", "download-data"]),
    locale=st.sampled_from(["", "de", "pt-BR", "zh-Hans"]),
    embed=st.booleans(),
)  # fmt: skip
ADDRESS_NAMES = [spec.address for spec in FIELDS]
SCREEN = {
    name: getattr(View(), name)
    for name in (
        "tab", "chart", "scale", "stacking", "ends", "highlight", "axes", "references", "overlay", "locale", "embed"
    )
}  # fmt: skip  # the screen's own choices are no part of a command or call: the figures are the same


def test_every_field_of_a_view_is_written_in_the_address_and_the_file():
    assert {spec.attribute for spec in FIELDS} == {field.name for field in fields(View)}
    assert {spec.attribute for spec in FIELDS if not spec.option} == {"indicators", *SCREEN}


@given(VIEWS)
def test_all_four_spellings_are_read_back_as_the_same_view(view):
    figures = view.with_(**SCREEN, areas=view.query.areas)  # a map shows all countries
    assert View.from_address(view.address, CATALOGUE) == (view, ())
    assert View.from_file(view.file, CATALOGUE) == view
    assert View.from_command(view.command, CATALOGUE) == figures
    assert View.from_python(view.python, CATALOGUE) == figures


def test_of_several_names_the_good_ones_are_kept():
    view, ignored = View.from_address("country=XX~RUS&indicators=gdp~gdpp&tab=globe", CATALOGUE)
    assert (view.areas, view.indicators, view.tab) == (("RUS",), ("gdp",), "chart")
    assert len(ignored) == 3


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


@given(st.dictionaries(st.sampled_from([*ADDRESS_NAMES, "x"]), st.text()))
def test_of_what_is_given_nothing_is_left_out_without_a_reason(parameters):
    _, ignored = View.from_address(parameters, CATALOGUE)
    assert all(reason.startswith("Ignored in the address") for reason in ignored)
    attributes = {spec.address: spec.attribute for spec in FIELDS}
    for name, text in parameters.items():
        if name == "x" or not text:
            continue
        try:
            View.from_texts({attributes[name]: text}, CATALOGUE)
        except UsageError:
            assert any(f" {name}=" in reason for reason in ignored)
    assert all(reason.isprintable() for reason in ignored)


@given(st.text(max_size=300))
def test_no_text_of_an_address_breaks(address):
    view, _ = View.from_address(address, CATALOGUE)
    assert isinstance(view, View)


@pytest.mark.parametrize(
    "address",
    [
        "country=~~~",
        "country=RUS~XXX~'; DROP TABLE x;--",
        "time=9999..0",
        "time=1e308..-5",
        "time=9999-12-31/P1D",
        "indicators=<script>alert(1)</script>",
        "indicators=???",
        "tab=../../etc/passwd",
        "country=" + "Я" * 4000,
        "country=" + "~".join(f"X{n}" for n in range(1000)),
        "asOf=2024-02-30",
        "forecasts=maybe",
        "transform=" + "pc1" * 500,
        "transform=pc1~banana",
        "average=1",
        "average=999999999999999999999",
        "base=0",
        "base=2020-01-01/P2D",
        "per=../../etc/passwd",
        "frequency=W",
        "vintage=2024-13",
        "locale=xx-YY-zz_" + "a" * 300,
        "locale=__import__('os')",
        "chart=pie",
        "stackMode=<script>",
        "overlay=%00",
        "embed=1e308",
        "&".join(f"a{n}=1" for n in range(60)),
        "country=RUS&country=CHN",
    ],
)
def test_a_hostile_address_gives_a_view_and_says_what_it_left_out(address):
    view, ignored = View.from_address(address, CATALOGUE)
    assert ignored
    assert len(" ".join(ignored)) < 2000
    assert View.from_address(view.address, CATALOGUE) == (view, ())


def test_names_that_are_left_out_are_counted():
    _, ignored = View.from_address("country=" + "~".join(f"X{n}Q" for n in range(1000)), CATALOGUE)
    assert "997 more names" in ignored[-1]


def test_a_question_mark_before_the_address_does_not_matter():
    assert View.from_address("?country=RUS", CATALOGUE)[0].areas == ("RUS",)


def test_many_names_that_are_asked_for_strictly_are_all_read():
    codes = [area.code for area in CATALOGUE.areas]
    assert len(codes) > 300
    assert View.from_texts({"areas": "~".join(codes)}, CATALOGUE).areas == tuple(codes)


@pytest.mark.parametrize(
    "command",
    [
        "indicators get gdp --country=RUS --time=2024 --no-forecasts",
        "indicators get GDP --time 2024 --country Russia --no-forecasts --format json",
        "indicators get NY.GDP.MKTP.CD --format=csv --no-forecasts --country RU --time 2024..2024",
    ],
)
def test_a_command_may_be_written_in_several_ways(command):
    wanted = View(("gdp",), ("RUS",), TimeSpan.parse("2024"), forecasts=False)
    assert View.from_command(command, CATALOGUE) == wanted


@pytest.mark.parametrize("option", ["--country", "--time", "--as-of", "--format"])
def test_an_option_without_its_value_is_refused(option):
    with pytest.raises(ViewError, match=r"Expected: --"):
        View.from_command(f"indicators get gdp {option}", CATALOGUE)


@pytest.mark.parametrize(
    "call",
    [
        "ind.get(__import__('os'))", "1", "ind.get(", "", "(" * 5000, "ind.get('a', 'b', 'c', 'd')",
        "os.system('x')", "ind.set('gdp')", "ind.get(*['gdp'])", "ind.get(**{'areas': 'RUS'})", "ind.get({[]: 1})",
        "ind.get('gdp', banana=1)", "ind.get('gdp')\nind.get('gdp')", "ind.get(0x" + "f" * 5000 + ")", "\x00",
        "ind.get('gdp', tab='globe')", "ind.get(lambda: 1)", "ind.get('gdp', forecasts='maybe')",
    ],
)  # fmt: skip
def test_a_call_is_read_and_never_run(call):
    with pytest.raises(UsageError):
        View.from_python(call, CATALOGUE)


@pytest.mark.parametrize(
    "text",
    [
        "- a", "text", "indicators: [gdp]", "banana: 1", "tab: globe", "a: &a [*a]", "[" * 5000, "a: b: c", "\x00",
        "? [a]\n: b", "time: banana", "indicators: gdpp",
    ],
)  # fmt: skip
def test_a_file_that_is_no_view_is_refused(text):
    with pytest.raises(UsageError):
        View.from_file(text, CATALOGUE)


def test_a_fresh_view_says_nothing():
    assert (View().address, View().parameters) == ("", {})
    assert View.from_file(View().file, CATALOGUE) == View()
    assert View.from_command(View().command, CATALOGUE) == View()
    assert View.from_python(View().python, CATALOGUE) == View()


def test_names_may_be_given_as_any_iterable():
    codes = ("RUS", "CHN")
    wanted = get("population", "RUS~CHN", "2020").frame
    for areas in (codes, list(codes), dict.fromkeys(codes), (code for code in codes)):
        assert get("population", areas, "2020").frame.equals(wanted)


def test_a_day_may_be_given_as_a_date_or_a_text():
    given_as_text = get("gdp-growth-weo", "RUS", "2022", as_of="2022-05-01").frame
    assert get("gdp-growth-weo", "RUS", "2022", as_of=date(2022, 5, 1)).frame.equals(given_as_text)


@pytest.mark.parametrize("indicators", ["", "~", [], ()])
def test_asking_for_nothing_raises(indicators):
    with pytest.raises(UnknownNameError):
        get(indicators)


def test_a_group_is_read_as_its_members_and_written_as_they_are():
    view, ignored = View.from_address("country=RUS~BRICS:2009", CATALOGUE)
    assert (view.areas, ignored) == (("RUS", "BRA", "CHN", "IND"), ())
    assert view.address == "country=RUS~BRA~CHN~IND"


def test_a_map_may_be_given_as_a_type_of_chart():
    view = View.from_texts({"indicators": "gdp", "chart": "map"}, CATALOGUE)
    assert (view.tab, view.chart) == ("map", "line")


@pytest.mark.parametrize("areas", [[], (), set(), {}, iter(()), [""], ["RUS", " "], "~", " ~ "])
def test_an_empty_list_of_countries_is_never_the_world(areas):
    with pytest.raises(UsageError, match="empty"):
        get("gdp", areas, "2020")


@pytest.mark.parametrize("areas", ["", None])
def test_countries_left_out_are_all(areas):
    assert len(get("gdp", areas, "2020")) > 200
