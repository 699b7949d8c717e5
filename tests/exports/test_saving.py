"""A file is written whole or not at all, and no chart in it misleads."""

import pytest

import indicators as ind
from indicators.errors import UsageError
from indicators.exports import messages
from indicators.model.periods import TimeSpan
from indicators.view import View
from indicators.view.getting import get_panel


def test_save_writes_the_file_that_the_ending_says(tmp_path):
    panel = ind.get("gdp", "RUS", "2023..2024")
    path = ind.save(panel, tmp_path / "gdp.csv")
    assert path.read_text(encoding="utf-8").startswith("Entity,Code,Year")
    assert [file.name for file in tmp_path.iterdir()] == ["gdp.csv"]


@pytest.mark.parametrize(
    ("view", "offer"),
    [
        (View(("inflation",), ("RUS", "CHN"), chart="area"), "lines"),
        (View(("gdp", "population"), time=TimeSpan.parse("2024"), tab="map"), "only GDP; only Population"),
    ],
)
def test_a_chart_refused_on_the_screen_is_refused_in_a_file_too(view, offer, tmp_path):
    with pytest.raises(UsageError) as caught:
        ind.save(get_panel(view), tmp_path / "chart.html", view=view)
    assert offer in caught.value.hint
    assert ind.save(get_panel(view), tmp_path / "figures.csv", view=view).stat().st_size


def test_a_change_in_per_cent_is_drawn(tmp_path):
    view = View(("gdp",), ("RUS",), transform=("pc1",))
    assert ind.save(get_panel(view), tmp_path / "chart.html", view=view).stat().st_size


@pytest.mark.parametrize("place", ["nowhere/gdp.csv", "gdp.csv/gdp.csv"])
def test_a_path_that_cannot_be_written_is_refused(tmp_path, place):
    (tmp_path / "gdp.csv").write_text("kept")
    with pytest.raises(UsageError, match=messages.UNWRITABLE_FILE):
        ind.save(ind.get("gdp", "RUS", "2024"), tmp_path / place)
    assert (tmp_path / "gdp.csv").read_text() == "kept"
