"""Every registered format writes every kind of panel, and an unknown name is refused with the valid ones."""

from pathlib import PurePath

import pytest

import indicators as ind
from indicators.errors import UsageError
from indicators.exports import messages
from indicators.exports.formats import FILE_FORMATS, find_format, find_format_of_file
from indicators.exports.saving import render
from indicators.exports.webpages import to_html
from indicators.model.periods import TimeSpan
from indicators.view import View
from indicators.view.getting import get_panel


@pytest.mark.parametrize("format", [format for format in FILE_FORMATS if format.kind == "data"], ids=lambda f: f.id)
def test_every_data_format_writes_every_kind_of_panel(extract, format):
    content = render(extract, format)
    assert content
    if format.is_text:
        content.decode()


@pytest.mark.parametrize("format", FILE_FORMATS, ids=lambda f: f.id)
def test_a_format_is_found_by_its_name_and_by_the_ending_of_a_file(format):
    assert find_format(format.id) is format
    assert find_format_of_file(PurePath(f"some.csv/some.gdp.{format.suffix}")) is format
    assert find_format_of_file(PurePath(f"GDP.{format.suffix.upper()}")) is format
    assert callable(format.load_writer())


@pytest.mark.parametrize("attribute", ["id", "label", "suffix"])
def test_names_labels_and_endings_of_formats_are_unique(attribute):
    values = [getattr(format, attribute) for format in FILE_FORMATS]
    assert len(set(values)) == len(values)


@pytest.mark.parametrize(("name", "hint"), [("gdp", None), ("gdp.xlxs", "xlsx"), ("gdp.docx", None)])
def test_an_unknown_ending_is_refused_with_the_valid_ones(name, hint):
    with pytest.raises(UsageError) as caught:
        find_format_of_file(PurePath(name))
    assert caught.value.message == messages.UNKNOWN_FORMAT
    assert caught.value.expected.startswith("csv, wide.csv, xlsx")
    assert hint is None or hint in caught.value.hint


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
def test_a_path_that_cannot_be_written_is_refused(tmp_path, place):
    (tmp_path / "gdp.csv").write_text("kept")
    with pytest.raises(UsageError, match=messages.UNWRITABLE_FILE):
        ind.save(ind.get("gdp", "RUS", "2024"), tmp_path / place)
    assert (tmp_path / "gdp.csv").read_text() == "kept"


def test_a_page_needs_no_network_and_tells_everything(converted):
    page = render(converted, find_format("html")).decode()
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
