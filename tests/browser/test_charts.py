"""Every chart type as a browser draws it, light and dark, wide and narrow; look at the pictures it leaves."""

from __future__ import annotations

import html
import json
from dataclasses import replace
from pathlib import Path

import plotly
import pytest

import indicators as ind
from indicators.analysis.forecasts import imply_levels
from indicators.charts.drawing import draw_chart
from indicators.charts.parts.geography import read_shapes
from indicators.charts.style import THEMES
from indicators.charts.types.map import SERVED_FROM
from indicators.exports.typeface import build_typeface_css
from indicators.files import read_embedded_catalogue
from indicators.view import View

ARTEFACTS = Path(__file__).parents[2] / "test-artefacts" / "charts"
SCRIPT = Path(plotly.__file__).parent / "package_data" / "plotly.min.js"
FIVE = ("RUS", "CHN", "USA", "DEU", "IND")
ELEVEN = (*FIVE, "FRA", "ITA", "ESP", "GBR", "JPN", "BRA")
LOOKS = [("light", 1000), ("light", 640), ("dark", 360)]


def turnover():
    return imply_levels(ind.get("digital-economy-turnover", "RUS"), ind.get("digital-economy-growth", "RUS"))


CASES = {
    "line": (lambda: ind.get("gdp", "~".join(FIVE), "2000..2025"), View(areas=FIVE)),
    "line-events": (turnover, View(areas=("RUS",))),
    "line-forecasts": (lambda: ind.get("gdp-growth-weo", "~".join(FIVE), "2010..2029"), View(areas=FIVE)),
    "line-many": (lambda: ind.get("inflation", "~".join(ELEVEN), "2010..2025"), View(areas=ELEVEN)),
    "line-daily": (lambda: ind.get("exchange-rate-ecb", "USA~JPN"), View(areas=("USA", "JPN"), scale="log")),
    "line-world": (lambda: ind.get("gdp", "", "1990..2025"), View(scale="log")),
    "line-editions": (
        lambda: ind.get("gdp-growth-weo", "RUS", "2000..2029", every_vintage=True),
        View(areas=("RUS",), every_vintage=True),
    ),
    "line-references": (
        lambda: ind.get("inflation", "~".join(FIVE), "2010..2025"),
        View(areas=FIVE, references=("average", "median", "2")),
    ),
    "ranking-references": (
        lambda: ind.get("gdp-per-capita", "", "2023"), View(chart="ranking", references=("average", "median", "20000")),
    ),
    "multiples-references": (
        lambda: ind.get("gdp-growth-weo", "~".join(ELEVEN), "2000..2028"),
        View(areas=ELEVEN, chart="multiples", references=("average", "2")),
    ),
    "slope-references": (
        lambda: ind.get("gdp-per-capita", "~".join(FIVE), "2000..2025"),
        View(areas=FIVE, chart="slope", references=("average", "20000")),
    ),
    "bar": (lambda: ind.get("gdp-growth-weo", "RUS~CHN~USA", "2018..2028"), View(areas=FIVE, chart="bar")),
    "bar-rivals": (turnover, View(areas=("RUS",), chart="bar")),
    "bar-one-year": (lambda: ind.get("gdp-growth", "~".join(FIVE), "2023"), View(areas=FIVE, chart="bar")),
    "ranking": (lambda: ind.get("gdp-per-capita", "", "2023"), View(chart="ranking")),
    "area": (lambda: ind.get("gdp", "~".join(FIVE), "2000..2025"), View(areas=FIVE, chart="area")),
    "area-relative": (
        lambda: ind.get("gdp", "~".join(FIVE), "2000..2025"), View(areas=FIVE, chart="area", stacking="relative"),
    ),
    "slope": (lambda: ind.get("gdp-per-capita", "~".join(ELEVEN), "2000..2025"), View(areas=ELEVEN, chart="slope")),
    "scatter": (
        lambda: ind.get("gdp-per-capita~urban-population-share~population", "", "2015..2024"),
        View(areas=FIVE, chart="scatter", scale="log"),
    ),
    "scatter-from-zero": (
        lambda: ind.get("gdp-per-capita-ppp~broadband-subscriptions", "~".join(FIVE), "2020"),
        View(areas=FIVE, chart="scatter"),
    ),
    "multiples": (
        lambda: ind.get("gdp-growth-weo", "~".join(ELEVEN), "2000..2028"), View(areas=ELEVEN, chart="multiples"),
    ),
    "map": (lambda: ind.get("gdp-per-capita", "", "2000..2024"), View(areas=("RUS", "CHN"), tab="map")),
    "map-gaps": (lambda: ind.get("inflation", "", "2025"), View(tab="map")),
}  # fmt: skip
# Texts that leave the picture or overlap; tick labels count.
MEASURE = """() => {
  const picture = document.querySelector('.js-plotly-plot').getBoundingClientRect();
  const texts = [...document.querySelectorAll('.annotation-text, .xtick text, .ytick text')]
    .filter(text => text.textContent.trim())
    .map(text => ({ words: text.textContent, box: text.getBoundingClientRect() }));
  const outside = texts.filter(({ box }) => box.left < picture.left - 1 || box.right > picture.right + 1
    || box.top < picture.top - 1 || box.bottom > picture.bottom + 1).map(({ words }) => words);
  const covered = [];
  texts.forEach((one, place) => texts.slice(place + 1).forEach(other => {
    const across = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
    const up = Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top);
    if (across > 1 && up > 3) covered.push([one.words, other.words]);
  }));
  return { outside, covered, texts: texts.length };
}"""


@pytest.fixture(scope="module")
def drawn_page(browser):
    """A page with plotly.js and no network."""
    context = browser.new_context(offline=True)
    page = context.new_page()
    page.set_content("<body style='margin:0'></body>")
    assets = {f"{SERVED_FROM}{name}": read_shapes(name) for name in ("countries.json", "stripes.json")}
    assets |= {"topojson": {"world_110m": read_shapes("world_110m.json")}}
    page.evaluate("text => { window.PlotlyGeoAssets = JSON.parse(text) }", json.dumps(assets))
    page.add_script_tag(path=SCRIPT)
    yield page
    context.close()


def show(page, figure, width, ground):
    page.set_viewport_size({"width": width, "height": int(figure.layout.height)})
    page.evaluate(
        """async ({ text, ground, height }) => {
          const figure = JSON.parse(text);
          document.body.style.background = ground;
          document.body.innerHTML = `<div id=chart style="height:${height}px"></div>`;
          await Plotly.newPlot('chart', figure.data, figure.layout, { displayModeBar: false, responsive: true });
        }""",
        {"text": figure.to_json(), "ground": THEMES[ground].paper, "height": int(figure.layout.height)},
    )


@pytest.mark.parametrize("name", CASES)
def test_no_name_covers_another_or_is_cut(drawn_page, name):
    ARTEFACTS.mkdir(parents=True, exist_ok=True)
    make, view = CASES[name]
    panel = make()
    events = [event for event in read_embedded_catalogue().events if "RUS" in event.areas]
    for ground, width in LOOKS:
        drawing = draw_chart(
            panel, view, ground=ground, narrow=width < 500, events=events if name == "line-events" else ()
        )
        show(drawn_page, drawing.figure, width, ground)
        drawn_page.screenshot(path=ARTEFACTS / f"{name}-{width}-{ground}.png")
        found = drawn_page.evaluate(MEASURE)
        assert found["texts"] > 0
        assert (found["outside"], found["covered"]) == ([], []), (ground, width)


def test_a_standalone_picture_has_its_words_inside(drawn_page):
    ARTEFACTS.mkdir(parents=True, exist_ok=True)
    for name, width in (("line-events", 1200), ("map", 1200), ("ranking", 600)):
        make, view = CASES[name]
        picture = draw_chart(make(), view).make_standalone(
            width=width, link="https://example.org/explore?country=RUS~CHN"
        )
        show(drawn_page, picture, width, "light")
        drawn_page.screenshot(path=ARTEFACTS / f"alone-{name}-{width}.png")
        found = drawn_page.evaluate(MEASURE)
        assert (found["outside"], found["covered"]) == ([], []), name


@pytest.mark.parametrize("width", [560, 960, 1200])
def test_long_words_around_a_picture_are_wrapped(drawn_page, width):
    link = "http://127.0.0.1:8501/explore?indicators=intellectual-property-payments~government-debt&transform=index"
    link += "&unit=billion+EUR&per=person&country=" + "~".join(["USA", "CHN", "JPN", "DEU"] * 15)
    make, view = CASES["ranking"]
    title = "Intellectual property, payments per person, local currency, constant 2015 prices (index, 2010 = 100)"
    picture = replace(draw_chart(make(), view), title=title).make_standalone(
        width=width, link=f"{link}&prices=2015&base=2010"
    )
    letters = drawn_page.add_style_tag(content=build_typeface_css())
    drawn_page.evaluate("Promise.all(['12px', 'bold 22px'].map(size => document.fonts.load(`${size} 'Source Sans'`)))")
    show(drawn_page, picture, width, "light")
    found = drawn_page.evaluate(MEASURE)
    letters.evaluate("style => style.remove()")
    assert (found["outside"], found["covered"]) == ([], [])
    inside = html.unescape("".join(note.text for note in picture.layout.annotations[::-1]))
    assert f"{link}&prices=2015&base=2010" in inside
