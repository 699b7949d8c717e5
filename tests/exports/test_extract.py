from datetime import date

import pytest

import indicators as ind
from indicators.charts.parts.headings import write_source_line
from indicators.exports import messages
from indicators.exports.extract import Extract, select_source_series
from indicators.files import read_embedded_catalogue
from indicators.view import View


def test_the_citation_says_who_what_how_where_and_when(converted):
    own, _, sources = converted.full_citation.partition("\nSources:\n")
    assert own == (
        "World Bank (2026), processed by indicators. GDP, trillion EUR at annual average rates. Russia and China · "
        "2022–2024 · current prices. Converted from USD to billion EUR at annual average rates (IMF). "
        f"{converted.link}. Accessed 25 November 2026."
    )
    assert sources.split("\n") == [f"  {origin.full}" for origin in converted.origins]


def test_what_is_as_published_is_not_called_processed(several):
    assert "processed" not in several.short_citation
    assert several.citation.note == messages.NOT_PROCESSED.format(name="indicators")


def test_publishers_are_those_of_the_figures_not_of_the_rates(converted):
    assert converted.publishers == ("World Bank",)
    assert {origin.producer for origin in converted.origins} == {"World Bank", "IMF"}


@pytest.mark.parametrize("style", ["text", "bibtex", "csl", "ris"])
def test_every_style_cites_what_is_shown_and_each_source(extract, style):
    text = extract.cite(style)
    assert text.strip()
    if style != "text":
        assert f"indicators-{extract.name}-2026-11-25" in text
        assert all(origin.id in text for origin in extract.origins)


def test_a_name_for_a_file_holds_no_sign_that_a_file_system_minds(extract):
    assert set(extract.name) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
    assert extract.name


def test_figures_of_nothing_still_have_a_name_and_a_citation(empty):
    bare = Extract(empty.panel.with_origins(()), day=date(2026, 11, 25))
    assert bare.publishers == ("indicators",)
    assert bare.full_citation.endswith("Accessed 25 November 2026.")


def test_everything_behind_a_view_keeps_the_vintage_and_drops_the_rest():
    texts = {
        "indicators": "gdp", "areas": "RUS", "time": "2020..2024", "as_of": "2025-01-01", "unit": "EUR",
        "transform": "pc1", "tab": "table",
    }  # fmt: skip
    view = View.from_texts(texts, read_embedded_catalogue())
    assert select_source_series(view).address == "indicators=gdp&country=RUS&asOf=2025-01-01"


@pytest.mark.parametrize("style", ["text", "bibtex", "csl", "ris"])
def test_every_style_and_the_line_below_a_chart_name_an_old_edition(style):
    extract = Extract(ind.get("inflation-weo", "RUS", "2016", vintage="2015-10"), day=date(2026, 11, 25))
    assert "Edition used: October 2015" in extract.cite(style)
    assert "edition of October 2015" in extract.short_citation
    assert "edition of October 2015" in write_source_line(extract.panel)
