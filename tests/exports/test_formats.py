"""One table of forms: each writes every kind of panel, and names that are not known are said."""

from pathlib import Path

import pytest

import indicators as ind
from indicators.errors import UsageError
from indicators.exports.formats import CHART_FORMATS, DATA_FORMATS, data_format, format_of_file
from indicators.exports.saving import render, save
from indicators.exports.webpages import to_html
from indicators.model.periods import TimeSpan
from indicators.view import View
from indicators.view.getting import get_panel

IDS = [form.id for form in DATA_FORMATS]


@pytest.mark.parametrize("id", IDS)
def test_every_form_writes_every_kind_of_panel(extract, id):
    written = data_format(id).bytes_of(extract)
    assert written
    if data_format(id).is_text:
        written.decode()


@pytest.mark.parametrize("form", DATA_FORMATS, ids=IDS)
def test_the_ending_of_a_file_says_its_form(form):
    assert format_of_file(Path(f"some.gdp.{form.suffix}")) == form.id
    assert format_of_file(Path(f"GDP.{form.suffix.upper()}")) == form.id


@pytest.mark.parametrize("name", CHART_FORMATS)
def test_the_forms_of_a_chart_are_known_by_their_ending_too(name):
    assert format_of_file(Path(f"gdp.{name}")) == name


@pytest.mark.parametrize("name", ["gdp", "gdp.xlxs", ".csv/", "gdp.docx"])
def test_an_ending_that_is_not_known_is_said_with_those_that_are(name):
    if name == ".csv/":
        assert format_of_file(Path("folder.csv/gdp.csv")) == "csv"
        return
    with pytest.raises(UsageError, match=r"There is no such format.*csv, wide.csv, xlsx"):
        format_of_file(Path(name))


def test_save_writes_the_file_that_the_ending_says(tmp_path):
    panel = ind.get("gdp", "RUS", "2023..2024")
    path = ind.save(panel, tmp_path / "gdp.csv")
    assert path.read_text(encoding="utf-8").startswith("Entity,Code,Year")
    assert [file.name for file in tmp_path.iterdir()] == ["gdp.csv"]


@pytest.mark.parametrize(
    ("view", "said"),
    [
        (View(("inflation",), ("RUS", "CHN"), chart="area"), r"cannot be stacked.*Possible instead: show lines"),
        (View(("gdp", "population"), time=TimeSpan.parse("2024"), tab="map"), r"are two maps.*only GDP; only Popu"),
        (View(("inflation",), ("RUS",), transform=("pc1",)), "said in percentage points"),
    ],
)
def test_what_the_screen_refuses_to_draw_is_not_drawn_in_a_file_either(view, said, tmp_path):
    with pytest.raises(UsageError, match=said):
        ind.save(get_panel(view), tmp_path / "chart.html", view=view)
    assert ind.save(get_panel(view), tmp_path / "figures.csv", view=view).stat().st_size


def test_a_change_in_per_cent_is_no_nonsense(tmp_path):
    view = View(("gdp",), ("RUS",), transform=("pc1",))
    assert ind.save(get_panel(view), tmp_path / "chart.html", view=view).stat().st_size


@pytest.mark.parametrize("place", ["nowhere/gdp.csv", "gdp.csv/gdp.csv"])
def test_a_place_that_takes_no_file_is_said(tmp_path, place):
    (tmp_path / "gdp.csv").write_text("kept")
    with pytest.raises(UsageError, match="cannot be written"):
        save(ind.get("gdp", "RUS", "2024"), tmp_path / place)
    assert (tmp_path / "gdp.csv").read_text() == "kept"


def test_a_page_needs_no_network_and_tells_everything(converted):
    page = render(converted, "html").decode()
    head = page.partition("<script")[0]
    assert "default-src 'none'" in head
    assert " src=" not in head
    for said in (
        converted.panel.steps[-1].description.replace("'", "&#x27;"),
        "2.020 trillion EUR",
        "average: 1.0",
        "Accessed",
    ):
        assert said in page


def test_no_text_of_the_figures_becomes_a_part_of_the_page(hostile):
    from indicators.charts.drawing import draw_chart
    from indicators.view import View

    bad = "</script><script>alert(1)</script>"
    frame = hostile.panel.frame.assign(entity=bad, publisher=bad, note=bad, said_by=bad)
    extract = type(hostile)(hostile.panel.with_frame(frame), link='javascript:alert("1")')
    page = to_html(draw_chart(extract.panel, View()), extract)
    assert "<script>alert" not in page
    assert 'href="javascript' not in page
