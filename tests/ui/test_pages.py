from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

ROOT = Path(__file__).parents[2]
HOSTILE = [
    {"country": "~~~"}, {"country": "RUS~XXX~'; DROP TABLE x;--"}, {"time": "9999..0"}, {"time": "1e308..-5"},
    {"indicators": "<script>alert(1)</script>"}, {"tab": "../../etc/passwd"}, {"yScale": "log", "country": "RUS"},
    {"unit": "billion banana"}, {"country": "Я" * 4000}, {"asOf": "\x00"}, {"indicators": "gdp~" * 300},
    {"indicators": "inflation", "yScale": "log", "time": "latest"}, {"time": "1700..1701"}, {"asOf": "1900-01-01"},
]  # fmt: skip


def run(page="", **parameters):
    app = AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=60)
    for name, value in parameters.items():
        app.query_params[name] = value
    app.run()
    if page:
        app.switch_page(str(ROOT / "indicators/ui/pages" / page)).run()
    assert not app.exception
    return app


def words(app):
    return " ".join(element.value for element in [*app.markdown, *app.caption, *app.info, *app.warning])


def test_the_overview_shows_the_headline_figures():
    text = words(run())
    for figure in (
        "24 trillion RUB",
        "about 287 billion USD",
        "+40%",
        "+37%",
        "80%",
        "1,700 companies",
        "154 countries",
    ):
        assert figure in text.replace("\\", "")


def test_sources_list_every_dataset():
    app = run("sources.py")
    assert len(app.expander) == 24


def test_explore_shows_what_the_address_asks_for():
    app = run("explore.py", indicators="inflation", country="RUS~CHN", time="2000..2020")
    assert app.multiselect(key="control What").value == ["inflation"]
    assert app.multiselect(key="control Where").value == ["RUS", "CHN"]
    assert app.slider(key="control When").value == (2000, 2020)


def test_a_control_changes_the_address_and_the_chart():
    app = run("explore.py", indicators="gdp", country="RUS")
    app.multiselect(key="control Where").select("CHN").run()
    assert app.query_params["country"] == "RUS~CHN"
    app.slider(key="control When").set_value((2000, 2010)).run()
    assert app.query_params["time"] == "2000..2010"
    assert "China and Russia · 2000–2010" in words(app)
    assert not app.exception


def test_choosing_nothing_says_what_to_do():
    app = run("explore.py", indicators="gdp", country="RUS")
    app.multiselect(key="control Where").set_value([]).run()
    assert "Choose at least one country" in words(app)


def test_an_empty_chart_says_why():
    assert "No figures" in words(run("explore.py", indicators="digital-economy-turnover", country="CHN"))


@pytest.mark.parametrize("page", ["", "explore.py"])
@pytest.mark.parametrize("parameters", HOSTILE, ids=[f"address {number}" for number in range(len(HOSTILE))])
def test_no_address_breaks_a_page(page, parameters):
    run(page, **parameters)
