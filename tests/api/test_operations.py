"""Every operation gives what the library gives; what is asked wrongly is refused with the nearest valid value."""

import csv
import io
import json

import pytest
from openapi_spec_validator import validate

import indicators as ind
from indicators.api.openapi import describe_api, render_docs
from indicators.api.operations import OPERATIONS
from indicators.boards import Board, edit_board
from indicators.view.fields import FIELDS

GDP = "indicators=gdp&country=RUS~CHN&time=2020..2024"


def get(client, address, status=200):
    response = client.get(address)
    assert response.status_code == status, response.text
    return response


def test_figures_are_those_of_the_library_with_unit_status_and_source(client):
    answer = get(client, f"/api/v1/figures?{GDP}&unit=EUR").json()
    frame = ind.get("gdp", "RUS~CHN", "2020..2024", unit="EUR").frame
    assert [one["value"] for one in answer["observations"]] == frame["value"].tolist()
    assert all({"unit", "status", "source", "rate", "rate_publisher"} <= one.keys() for one in answer["observations"])
    assert answer["total"] == len(frame)
    assert answer["next"] is None


def test_pages_of_figures_are_the_whole_without_gaps(client):
    rows, address = [], f"/api/v1/figures?{GDP}&limit=3"
    while address:
        answer = get(client, address).json()
        rows += answer["observations"]
        address = answer["next"]
    assert rows == get(client, f"/api/v1/figures?{GDP}").json()["observations"]


@pytest.mark.parametrize("suffix", ["csv", "wide.csv", "xlsx", "zip", "parquet", "json", "sdmx.csv", "txt", "html"])
def test_the_address_of_a_page_with_another_ending_is_a_file(client, suffix):
    response = get(client, f"/explore.{suffix}?indicators=population&country=RUS&time=2024")
    assert response.content
    assert f"population.{suffix}" in response.headers["content-disposition"]


def test_a_csv_holds_the_figures_of_the_library(client):
    rows = list(csv.DictReader(io.StringIO(get(client, f"/explore.csv?{GDP}").text)))
    assert [float(row["Value"]) for row in rows] == ind.get("gdp", "RUS~CHN", "2020..2024").frame["value"].tolist()


def test_dimensions_are_asked_by_their_names(client):
    rows = get(client, "/api/v1/figures?indicators=youth-unemployment&country=ESP&time=2024&sex=F").json()
    assert [one["dimensions"]["SEX"] for one in rows["observations"]] == ["F"]


@pytest.mark.parametrize("page", ["compare.json?indicators=unemployment&", "countries.json?", "api/v1/countries/ESP?"])
def test_tables_have_the_dimensions_of_their_address(client, page):
    address = f"/{page}{'' if 'api' in page else 'country=ESP&'}sex=F"
    names = [row["name"] for row in get(client, address).json()["figures"] if row["indicator"] == "unemployment"]
    assert len(names) == 1
    assert "women" in names[0]
    assert "sex" in get(client, address.replace("sex", "sx"), 400).text


def test_metadata_describes_the_chart(client):
    answer = get(client, f"/explore.metadata.json?{GDP}").json()
    assert answer["chart"]["selection"] == ["Russia", "China"]


def test_tables_and_profiles_are_those_of_the_library(client):
    table = get(client, "/compare.json?indicators=gdp~inflation&country=RUS~CHN&time=2024").json()
    assert len(table["figures"]) == 4
    profile = get(client, "/api/v1/countries/Russia?among=G7").json()
    assert {one["code"] for one in profile["figures"]} == {"RUS"}
    assert profile == get(client, "/countries.json?country=RUS&among=G7").json()


def test_a_sum_is_converted_and_a_text_is_checked(client):
    found = get(client, "/api/v1/convert?amount=24 trillion&from=RUB&to=USD&period=2024&rule=average").json()
    assert found["results"][0]["value"] == pytest.approx(259.3e9, rel=1e-3)
    text = "Sales rose 40% to 24 billion euros in 2024, from 16.4 billion euros in 2023."
    for response in (
        client.post("/api/v1/check", content=text, headers={"Content-Type": "text/plain"}),
        client.post("/api/v1/check", json={"text": text, "language": "en"}),
    ):
        assert response.json()["verdicts"]["inconsistent"] == 1


def test_releases_are_listed_with_the_next_one(client):
    releases = {one["dataset"]: one for one in get(client, "/api/v1/releases").json()["releases"]}
    assert releases["imf-weo"]["last_release"] == "2025-10-31"
    assert releases["imf-weo"]["next_release"] == "2026-04-30"
    assert releases["akit"]["next_release"] is None


def test_what_is_searched_cited_and_collected_is_found(client):
    assert get(client, "/api/v1/indicators?search=inlfation&limit=1").json()["indicators"][0]["id"] == "inflation"
    assert get(client, "/api/v1/indicators/gdp").json()["citation"].startswith("World Bank")
    assert get(client, "/api/v1/countries?kind=group&limit=500").json()["countries"][0]["kind"] == "group"
    assert get(client, "/api/v1/cite?id=gdp").text == ind.cite("gdp")
    assert json.loads(get(client, f"/api/v1/cite?{GDP}&style=csl").text)
    board = get(client, "/api/v1/boards").json()["boards"][0]
    charts = get(client, f"/api/v1/boards/{board['id']}").json()["charts"]
    assert len(charts) == board["charts"]
    assert get(client, charts[0]["data"]).text.startswith("Entity,")


@pytest.mark.parametrize(
    ("address", "status", "nearest"),
    [
        ("/api/v1/figures?indicators=populaton", 400, "population"),
        ("/api/v1/figures?indicators=gdp&contry=RUS", 400, "country"),
        ("/api/v1/figures?indicators=gdp&country=Russai", 400, "Russia"),
        ("/api/v1/indicators/populaton", 404, "population"),
        ("/api/v1/countries/Russai", 404, "Russia"),
        ("/api/v1/boards/world-econmy", 404, "world-economy"),
        ("/explore.xslx?indicators=gdp", 404, "xlsx"),
        ("/api/v1/indicators?serch=gdp", 400, "search"),
        ("/api/v1/cite?id=gdp&style=bibtx", 400, "bibtex"),
    ],
)
def test_a_slip_is_a_problem_document_with_the_nearest_valid_value(client, address, status, nearest):
    response = get(client, address, status)
    assert response.headers["content-type"] == "application/problem+json"
    assert nearest in response.json()["nearest"]


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/api/v1/figures", 400),
        ("/api/v1/figures?indicators=gdp&indicators=population", 400),
        ("/api/v1/figures?indicators=gdp&country=~", 400),
        ("/api/v1/figures?indicators=gdp&time=20x4", 400),
        ("/api/v1/figures?indicators=gdp&limit=-1", 400),
        ("/api/v1/figures?indicators=gdp&limit=1e3", 400),
        ("/api/v1/figures?indicators=population&country=RUS&per=person&prices=2015", 422),
        ("/api/v1/convert?to=USD", 400),
        ("/api/v1/convert?amount=1&from=RUB&to=kg&period=2024", 422),
        ("/countries.csv", 400),
        ("/api/v1/nothing", 404),
        ("/api/v1/check", 405),
    ],
)
def test_what_can_not_be_answered_is_a_problem_document(client, address, status):
    answer = get(client, address, status).json()
    assert answer["status"] == status
    assert answer["detail"]
    assert answer["instance"] == address.partition("?")[0]


@pytest.mark.parametrize(
    ("body", "media_type", "status"),
    [
        (b"", "text/plain", 400),
        (b"\xff\xfe\xfa", "text/plain", 400),
        (b"{", "application/json", 400),
        (b"[" * 100_000, "application/json", 400),
        (b'{"text": 1}', "application/json", 400),
        (b'{"txt": "a"}', "application/json", 400),
        (b"x", "application/xml", 415),
        (b"x" * 2_000_001, "text/plain", 413),
    ],
)
def test_a_body_that_can_not_be_read_is_a_problem_document(client, body, media_type, status):
    response = client.post("/api/v1/check", content=body, headers={"Content-Type": media_type})
    assert (response.status_code, response.json()["status"]) == (status, status)


def test_what_a_client_has_already_is_not_sent_again(client):
    address = f"/api/v1/figures?{GDP}"
    first = get(client, address)
    for headers in (
        {"If-None-Match": first.headers["etag"]},
        {"If-None-Match": f'"other", {first.headers["etag"].removeprefix("W/")}'},
        {"If-None-Match": "*"},
        {"If-Modified-Since": first.headers["last-modified"]},
    ):
        again = client.get(address, headers=headers)
        assert (again.status_code, again.content) == (304, b"")
    for headers in ({"If-None-Match": '"other"'}, {"If-Modified-Since": "yesterday"}):
        assert client.get(address, headers=headers).status_code == 200
    assert get(client, f"{address}&unit=EUR").headers["etag"] != first.headers["etag"]


def test_the_description_is_valid_openapi_and_names_every_field_of_a_view(client):
    document = get(client, "/api/v1/openapi.json").json()
    validate(document)
    named = {one["name"] for one in document["paths"]["/explore.{suffix}"]["get"]["parameters"]}
    assert {spec.address for spec in FIELDS} <= named
    described = {one["name"]: one for one in document["paths"]["/api/v1/figures"]["get"]["parameters"]}
    assert all(one.get("description") for one in described.values())


def test_the_page_of_docs_names_every_operation_and_asks_nobody_else(client):
    page = get(client, "/api/v1/docs").text
    assert all(one.id in page for one in OPERATIONS)
    assert "http" not in render_docs().replace(describe_api()["servers"][0]["url"], "")


def test_paths_under_a_prefix_answer_there(new_client):
    client = new_client(base="/figures")
    answer = get(client, "/figures/api/v1/indicators?limit=1").json()
    assert answer["next"] == "http://localhost:8501/figures/api/v1/indicators?limit=1&offset=1"


def test_a_board_that_was_edited_is_not_answered_from_memory(client, tmp_path, monkeypatch):
    monkeypatch.setenv("INDICATORS_STORE", str(tmp_path))
    for title in ("Before", "After"):
        edit_board("mine", lambda _, title=title: Board("mine", title))
        assert get(client, "/api/v1/boards/mine").json()["title"] == title


def test_a_method_that_is_not_for_an_address_is_told_which_are(client):
    for method, path, allowed in (
        ("PUT", "/api/v1/boards", {"GET", "HEAD"}), ("DELETE", "/api/v1/indicators/gdp", {"GET", "HEAD"}),
        ("GET", "/api/v1/check", {"POST"}), ("POST", "/api/v1/figures", {"GET", "HEAD"}),
    ):  # fmt: skip
        response = client.request(method, path)
        assert response.status_code == 405, path
        assert set(response.headers["Allow"].split(", ")) == allowed
    assert client.request("PUT", "/api/v1/nothing").status_code == 404


def test_forecasts_side_by_side_and_revisions_are_given_as_the_library_gives_them(client):
    words = "indicators=digital-economy-growth&country=RUS"
    rows = get(client, f"/api/v1/forecasts?{words}&time=2025..2026&naive=false").json()["forecasts"]
    assert [(row["forecaster"], row["value"]) for row in rows] == [("IT Russia", 37.0), ("RAEC", 22.5)]
    cells = get(client, f"/api/v1/revisions?{words}&time=2020").json()["cells"]
    assert [cell["value"] for cell in cells] == [6.0, 15.0, 22.0]
    for wrong in ("unit=EUR", "editions=many", "naive=perhaps"):
        assert client.get(f"/api/v1/forecasts?{words}&{wrong}").status_code == 400


def test_scores_of_forecasts_and_of_their_bands_are_given_as_the_library_gives_them(client):
    words = "indicators=gdp-growth-weo&country=DEU&time=1990..2011&outcome=first&season=spring"
    record = ind.score("gdp-growth-weo", "DEU", "1990..2011", outcome="first", season="spring")
    horizons = get(client, f"/api/v1/scores?{words}").json()["horizons"]
    expected = record.group_by_horizon()["mean_error"].tolist()
    assert [one["mean_error"] for one in horizons] == pytest.approx(expected)
    growth = "indicators=gdp-growth-weo"
    figures = get(client, f"/api/v1/figures?{growth}&country=DEU&time=2026&bands=80").json()["observations"]
    assert {"lower_80", "upper_80", "band_errors", "band_method"} <= figures[0].keys()
    shares = get(client, f"/api/v1/band-scores?{growth}&bands=80").json()["gdp-growth-weo"]
    assert [one["level"] for one in shares] == [80] * len(shares)
    for wrong in ("bands=0", "bands=70", "bands=80&baseline=drft", "bands=80&country=DEU", ""):
        assert client.get(f"/api/v1/band-scores?{growth}&{wrong}").status_code == 400
