"""Tools for assistants answer through the protocol's own client, with sources, and say what is wrong in a sentence."""

import anyio
import pytest
from mcp import Client

import indicators as ind
from indicators.api.tools import TOOLS, make_tool_server

ADDRESS = "http://figures.example"


@pytest.fixture(scope="module")
def call():
    def call(tool, **arguments):
        async def run():
            async with Client(make_tool_server(ADDRESS)) as client:
                return await client.call_tool(tool, arguments)

        return anyio.run(run)

    return call


def test_every_tool_only_reads_and_describes_its_answer():
    async def run():
        async with Client(make_tool_server(ADDRESS)) as client:
            return (await client.list_tools()).tools

    tools = {one.name: one for one in anyio.run(run)}
    assert set(tools) == set(TOOLS)
    assert all(one.annotations.read_only_hint and one.description and one.output_schema for one in tools.values())


def test_a_figure_has_a_source_an_address_and_an_id_that_can_be_cited(call):
    answer = call("get_figures", indicators="gdp", countries="RUS~CHN", time="2024", unit="EUR").structured_content
    frame = ind.get("gdp", "RUS~CHN", "2024", unit="EUR").frame
    assert [one["value"] for one in answer["figures"]] == frame["value"].tolist()
    first = answer["figures"][0]
    assert set(first["sources"]) <= {one["id"] for one in answer["sources"]}
    assert first["page"].startswith(ADDRESS)
    assert first["rate"]
    citation = call("cite", id=first["id"])
    assert "World Bank" in str(citation.content)


def test_answers_are_small_and_count_what_was_left_out(call):
    answer = call("get_figures", indicators="gdp", countries="RUS", time="1990..2024", limit=5).structured_content
    assert [one["period"] for one in answer["figures"]] == ["2020", "2021", "2022", "2023", "2024"]
    assert answer["left_out"] == 30
    assert len(call("search_indicators", words="inlfation").structured_content["indicators"]) <= 10


def test_tables_conversions_scores_and_checks(call):
    table = call("compare", indicators="gdp~inflation", countries="RUS~CHN", time="2024").structured_content
    assert len(table["figures"]) == 4
    profile = call("country", name="Russia", among="G7", topic="Prices").structured_content
    assert profile["figures"]
    found = call("convert", amount="24 trillion", source="RUB", target="USD", period="2024", rule="average")
    assert found.structured_content["results"][0]["value"] == pytest.approx(259.3e9, rel=1e-3)
    scores = call("score_forecasts", indicator="gdp-growth-weo", countries="DEU", time="2010..2019").structured_content
    assert scores["scores"][0]["forecasts"] > 10
    text = "Sales rose 40% to 24 billion euros in 2024, from 16.4 billion euros in 2023."
    report = call("check_text", text=text).structured_content
    assert report["verdicts"] == {"inconsistent": 1}
    assert report["findings"][0]["says"]


def test_bands_are_those_of_the_library_with_what_they_rest_on(call):
    words = {"indicators": "gdp-growth-weo", "countries": "DEU", "time": "2026"}
    row = ind.get("gdp-growth-weo", "DEU", "2026", bands=(50, 80)).frame.iloc[0]
    (figure,) = call("get_figures", **words, bands="50~80").structured_content["figures"]
    (beside,) = call("list_forecasts", **words, bands="80").structured_content["forecasts"]
    assert [list(band.values()) for band in figure["bands"]] == [
        [50, row["lower_50"], row["upper_50"]], [80, row["lower_80"], row["upper_80"]],
    ]  # fmt: skip
    assert (figure["band_errors"], figure["band_method"]) == (row["band_errors"], row["band_method"])
    assert beside["bands"] == figure["bands"][1:]
    assert call("get_figures", **words).structured_content["figures"][0]["bands"] == []
    shares = call("score_bands", indicators="gdp-growth-weo", bands="80").structured_content["shares"]
    assert {one["by"] for one in shares} == {"all", "horizon", "income group", "period"}
    assert all(0 < one["inside"] < 100 and one["standard_error"] for one in shares)


def test_forecasts_are_side_by_side_and_revisions_from_vintage_to_vintage(call):
    words = {"indicators": "digital-economy-growth", "countries": "RUS"}
    answer = call("list_forecasts", **words, time="2025..2026", bands="80").structured_content
    assert [(one["forecaster"], one["value"]) for one in answer["forecasts"]] == [("IT Russia", 37.0), ("RAEC", 22.5)]
    assert any("no bands" in note for note in answer["notes"])
    revised = call("list_revisions", **words, time="2020").structured_content
    assert [(one["value"], one["revision"]) for one in revised["values"]] == [(6.0, None), (15.0, 9.0), (22.0, 7.0)]
    assert [stage["revisions"] for stage in revised["stages"]] == [1, 1]
    assert revised["sources"]


@pytest.mark.parametrize(
    ("tool", "arguments", "nearest"),
    [
        ("score_bands", {"indicators": "gdp-growth-weo", "bands": "0"}, "80"),
        ("get_figures", {"indicators": "populaton"}, "population"),
        ("country", {"name": "Russai"}, "Russia"),
        ("country", {"name": "Russia", "topic": "Weather"}, "Prices"),
        ("cite", {"id": "indicators=populaton"}, "population"),
        ("convert", {"amount": "1", "source": "RUB", "target": "USD"}, "2024"),
    ],
)
def test_a_slip_is_a_sentence_with_the_nearest_value(call, tool, arguments, nearest):
    answer = call(tool, **arguments)
    assert answer.is_error
    assert nearest in str(answer.content)


def test_files_are_imported_only_where_that_was_allowed(tmp_path, monkeypatch):
    monkeypatch.setenv("INDICATORS_STORE", str(tmp_path / "store"))
    table = tmp_path / "sales.csv"
    table.write_text("Country;Year;Sales (million EUR)\nGermany;2024;1.234,5\nFrnce;2024;7\n", encoding="utf-8")

    async def run(allow_import):
        async with Client(make_tool_server(ADDRESS, allow_import=allow_import)) as client:
            names = {one.name for one in (await client.list_tools()).tools}
            return names, await client.call_tool("import_file", {"path": str(table), "dataset": "sales"})

    names, refused = anyio.run(run, False)
    assert "import_file" not in names
    assert refused.is_error
    names, done = anyio.run(run, True)
    assert "import_file" in names
    assert (done.structured_content["new"], done.structured_content["refused_rows"]) == (1, 1)
    assert any("1.234,5" in one for one in done.structured_content["decisions"])
    assert ind.get("sales", "DEU").frame["value"].tolist() == [1_234_500_000]
