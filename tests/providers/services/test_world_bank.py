"""The World Bank's service: pages, errors with status 200, and answers that contradict themselves."""

from __future__ import annotations

import json
from datetime import date

import pytest

from indicators.errors import ProviderError, UsageError
from indicators.model.codelists import Area
from indicators.providers.services.service import FetchQuery
from indicators.providers.services.world_bank import WorldBankService

DAY = date(2026, 11, 30)
HEAD = {"page": 1, "pages": 1, "per_page": 20000, "total": 1, "sourceid": "2", "lastupdated": "2026-07-13"}


def make_row(area="RUS", period="2024", value=1.5, code="NY.GDP.MKTP.CD", **more):
    named = {"indicator": {"id": code, "value": "GDP (current US$)"}, "country": {"id": area[:2], "value": area}}
    return {**named, "countryiso3code": area, "date": period, "value": value, "unit": "", "obs_status": "", **more}


def make_answer(*rows, **head):
    return json.dumps([{**HEAD, "total": len(rows), **head}, list(rows) or None]).encode()


def ask(talk, *answers, series="NY.GDP.MKTP.CD", **query):
    return talk(WorldBankService().fetch(FetchQuery(series, day=DAY, **query)), {"indicator/": list(answers)})


def test_figures_keep_their_digits_and_missing_ones_stay_missing(talk):
    body = make_answer(make_row(value="?"), make_row("CHN", value=None)).replace(b'"?"', b"12345678901234.10")
    fetched = ask(talk, body)
    assert fetched.table["OBS_VALUE"].to_pylist() == ["12345678901234.10", ""]
    assert (fetched.title, fetched.updated, fetched.producer) == ("GDP (current US$)", "2026-07-13", "World Bank")
    assert fetched.page.endswith("/NY.GDP.MKTP.CD")


def test_countries_and_years_are_asked_for_and_what_else_comes_is_left_out(talk):
    body = make_answer(make_row(), make_row("CHN"), make_row(period="2014"), make_row("XXX"))
    fetched = ask(talk, body, areas=(Area("RUS", "Russia"), Area("CHN", "China")), start="2015")
    assert "country/RUS;CHN/" in talk.asked[0]
    assert "date=2015:2026" in talk.asked[0]
    assert fetched.table["REF_AREA"].to_pylist() == ["RUS", "CHN"]
    assert "2 figures" in fetched.remarks[0]


def test_many_countries_are_asked_for_as_all(talk):
    areas = tuple(Area(f"A{number:03}", "") for number in range(400))
    ask(talk, make_answer(make_row("A001")), areas=areas)
    assert talk.asked[0].startswith("country/all/")


def test_pages_are_read_to_the_last_one(talk):
    pages = [make_answer(make_row(period=year), page=n, pages=2, total=2) for n, year in ((1, "2024"), (2, "2023"))]
    assert ask(talk, *pages).table["TIME_PERIOD"].to_pylist() == ["2024", "2023"]
    assert len(talk.asked) == 2


def test_months_quarters_and_years_are_known_by_their_shape(talk):
    body = make_answer(*(make_row(period=period) for period in ("2024", "2024Q3", "2024M06")))
    assert ask(talk, body).table["FREQ"].to_pylist() == ["A", "Q", "M"]


def test_an_area_without_a_code_of_three_letters_keeps_the_one_it_has(talk):
    assert ask(talk, make_answer(make_row(countryiso3code=""))).table["REF_AREA"].to_pylist() == ["RU"]


def test_a_change_between_two_pages_is_noticed_and_read_again(talk):
    first = make_answer(make_row(), page=1, pages=2, total=2)
    other = make_answer(make_row(period="2023"), page=2, pages=2, total=2, lastupdated="2026-07-14")
    again = [first.replace(b"07-13", b"07-14"), other]
    assert ask(talk, first, other, *again).updated == "2026-07-14"
    with pytest.raises(ProviderError, match="changed"):
        ask(talk, *[first, other] * 2)


def test_a_page_that_comes_twice_does_not_take_the_place_of_the_next(talk):
    pages = [make_answer(make_row(), page=page, pages=2, total=2) for page in (1, 2)]
    with pytest.raises(ProviderError, match="two pages have RUS, 2024"):
        ask(talk, *pages)


CONTRADICTIONS = {
    "fewer rows than it says": make_answer(make_row(), total=2),
    "more rows than it says": make_answer(make_row(), make_row("CHN"), total=1),
    "another page": make_answer(make_row(), page=2),
    "another series": make_answer(make_row(code="SP.POP.TOTL")),
    "a number of pages that is none": make_answer(make_row(), pages="many"),
    "what JSON allows and no figure is": make_answer(make_row(value=float("nan"))),
    "a truth value": make_answer(make_row(value=True)),
    "an object": b"{}",
    "three parts": b"[1, 2, 3]",
    "a number": b"[7]",
    "cut": make_answer(make_row())[:-20],
    "rows without periods": make_answer({"indicator": {"id": "NY.GDP.MKTP.CD", "value": ""}, "countryiso3code": "RUS"}),
    "no rows": make_answer(),
    "empty rows": make_answer(total=0).replace(b"null", b"[]"),
}


@pytest.mark.parametrize("what", CONTRADICTIONS)
def test_an_answer_that_contradicts_itself_is_refused(talk, what):
    with pytest.raises(ProviderError, match="World Bank"):
        ask(talk, CONTRADICTIONS[what])


@pytest.mark.parametrize(("id", "error"), [("120", UsageError), ("175", UsageError), ("105", ProviderError)])
def test_an_error_with_status_200_is_told_in_the_banks_words(talk, id, error):
    body = [{"message": [{"id": id, "key": "Invalid value", "value": "The provided parameter value is not valid"}]}]
    with pytest.raises(error, match="not valid"):
        ask(talk, json.dumps(body).encode())


@pytest.mark.parametrize("series", ["", "NY GDP", "../x", "NY.GDP?format=xml", "a" * 99])
def test_what_is_no_code_is_not_asked_for(talk, series):
    with pytest.raises(UsageError, match="World Bank"):
        ask(talk, make_answer(make_row()), series=series)
    assert talk.asked == []


def test_figures_of_years_that_are_not_over_are_forecasts(talk):
    fetched = ask(
        talk, make_answer(*(make_row(period=year) for year in ("2025", "2026", "2030")), make_row(value=None))
    )
    assert fetched.table["OBS_STATUS"].to_pylist() == ["", "F", "F", ""]
    assert fetched.table["INFERRED"].to_pylist()[1] == "OBS_STATUS"
    assert "2 figures" in fetched.remarks[0]


@pytest.mark.parametrize(
    ("address", "series", "areas", "start"),
    [
        (
            "https://data.worldbank.org/indicator/NY.GDP.MKTP.CD?locations=RU-CN&start=2000",
            "NY.GDP.MKTP.CD",
            "RU CN",
            "2000",
        ),
        (
            "https://api.worldbank.org/v2/country/RUS;CHN/indicator/SP.POP.TOTL?date=2010:2020",
            "SP.POP.TOTL",
            "RUS CHN",
            "2010",
        ),
        ("https://api.worldbank.org/v2/country/all/indicator/SP.POP.TOTL", "SP.POP.TOTL", "", ""),
    ],
)
def test_addresses_of_pages_are_understood(address, series, areas, start):
    query = WorldBankService().read_address(address)
    assert (query.series, " ".join(area.code for area in query.areas), query.start) == (series, areas, start)


@pytest.mark.parametrize(
    "address", ["https://data.worldbank.org/", "https://worldbank.example/indicator/A.B", "https://example.org"]
)
def test_other_addresses_are_not(address):
    assert WorldBankService().read_address(address) is None
