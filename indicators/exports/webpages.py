"""A chart as one web page that works offline: chart, table, steps and sources."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from html import escape
from typing import Any, Final

import pandas as pd
import plotly.graph_objects as go

from indicators.charts.drawing import Drawing
from indicators.charts.parts.geography import find_outlines
from indicators.charts.parts.plot_layout import drop_repeated_unit
from indicators.charts.types.map import embed_shapes
from indicators.exports import messages
from indicators.exports.extract import Extract
from indicators.exports.typeface import build_typeface_css
from indicators.model.codelists import ObservationStatus
from indicators.model.origins import Origin
from indicators.model.panel_frames import format_observation, to_records
from indicators.model.periods import TimePeriod
from indicators.model.series_labels import SeriesLabels, label_rows

# Paper is narrower than the screen for which the chart was laid out, hence the zoom in print.
# plotly.js edges the upright at the pointer in white, as it takes a transparent ground for white.
# The page fetches nothing: plotly.js is inside, and its policy allows no requests.
PAGE_POLICY: Final = (
    "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline' blob:; img-src data: blob:; "
    "font-src data:; worker-src blob:; base-uri 'none'; form-action 'none'"
)
PAGE_STYLE: Final = """
:root { color-scheme: light dark; --ground: #fff; --ink: #1b1f23; --quiet: #565d64; --line: #d5d9dd; --head: #f5f6f7;
  --link: #005a8c; }
body { margin: 0 auto; max-width: 62rem; padding: 1.5rem; background: var(--ground); color: var(--ink);
  font: 1rem/1.5 "Source Sans", "Source Sans 3", "Source Sans Pro", "Segoe UI", Roboto, Arial, sans-serif;
  font-variant-numeric: tabular-nums; }
h1 { font-size: 1.6rem; line-height: 1.25; margin: 0; } h2 { font-size: 1.15rem; margin: 2rem 0 .5rem; }
p { margin: .25rem 0 .75rem; } .quiet { color: var(--quiet); font-size: .9rem; } a { color: var(--link); }
p, li { overflow-wrap: anywhere; }
.table { max-height: 30rem; overflow: auto; border: 1px solid var(--line); }
table { border-collapse: collapse; width: 100%; font-size: .9rem; }
th, td { text-align: left; padding: .3rem .6rem; border-bottom: 1px solid var(--line); vertical-align: top; }
thead th { position: sticky; top: 0; background: var(--head); } li { margin-bottom: .35rem; }
.value-after-1 tr > :nth-child(2), .value-after-2 tr > :nth-child(3), .value-after-3 tr > :nth-child(4) {
  text-align: right; white-space: nowrap; }
.narrow, .dark { display: none; }
.spikeline[stroke="rgb(255, 255, 255)"] { display: none; }
@media screen and (max-width: 40rem) { .wide { display: none; } .narrow { display: block; } }
@media screen and (prefers-color-scheme: dark) {
  :root { --ground: #14171a; --ink: #e6e8ea; --quiet: #a9b0b7; --line: #3a4046; --head: #1e2226; --link: #7cc0ee; }
  .light { display: none; } .dark { display: block; }
}
@media print { :root { color-scheme: light; } .wide { zoom: .68; } .table { max-height: none; overflow: visible; } }
"""
_VALUE: Final = "Value"
_HEAD: Final = ("Indicator", "Area", "Period", _VALUE, "Status", "Exchange rate", "Publisher", "Note")


def to_html(drawing: Drawing, extract: Extract) -> str:
    """Write the page: title, chart, source, table, steps, citation."""
    link = f'<p class="quiet">{_render_link(extract.link)}</p>' if extract.link else ""
    remarks = "".join(f'<p class="quiet">{escape(text)}</p>' for text in (*drawing.remarks, *drawing.notes))
    title = escape(drawing.title)
    below = "" if extract.view is not None and extract.view.lock else _render_below(extract)
    return f"""<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{PAGE_POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>{build_typeface_css()}{PAGE_STYLE}</style>
{embed_outlines() if drawing.is_map else ""}
</head>
<body>
<main>
<h1>{title}</h1>
<p class="quiet">{escape(drawing.subtitle)}</p>
{render_chart(drawing, plotly=True)}
{remarks}<p class="quiet">{escape(drawing.credits)}</p>
{below and link}
{below}
</main>
</body>
</html>
"""


def _render_below(extract: Extract) -> str:
    """What is below the chart unless it is locked: the table, the steps, the indicators and the sources."""
    return f"""<h2>{messages.FIGURES}</h2>
<div class="table" tabindex="0" role="region" aria-label="{messages.TABLE}">{render_panel_table(extract)}</div>
<h2>{messages.HOW_CALCULATED}</h2>
{_render_list(escape(step.description) for step in extract.panel.steps)}
<h2>{messages.INDICATORS}</h2>
{_render_list(f"<b>{escape(i.name)}.</b> {escape(i.description)}" for i in extract.panel.indicators)}
<h2>{messages.CITE_AS}</h2>
<p>{escape(extract.full_citation.partition(chr(10))[0])}</p>
<h2>{messages.SOURCES_HEADING}</h2>
{_render_list(map(render_source, extract.origins))}"""


def render_chart(drawing: Drawing, *, plotly: bool) -> str:
    """Render a chart, drawn for a light ground, for wide and narrow screens and both grounds; one of them is shown."""
    parts, head = [], f"{drawing.title} · {drawing.subtitle}"
    for width, is_narrow in (("wide", False), ("narrow", True)):
        light = drawing.narrowed if is_narrow else drawing.figure
        dark = drawing.redraw(replace(drawing.look, ground="dark", narrow=is_narrow))
        parts.append(
            f'<div class="{width}" role="img" aria-label="{escape(drawing.alternative_text)}">'
            f'<div class="light">{_render_figure(light, head, plotly=plotly and not is_narrow)}</div>'
            f'<div class="dark">{_render_figure(dark, head, plotly=False)}</div></div>'
        )
    return "\n".join(parts)


def _render_figure(figure: go.Figure, head: str, *, plotly: bool) -> str:
    figure = embed_shapes(figure)
    drop_repeated_unit(figure, head)
    clear = "rgba(0, 0, 0, 0)"
    figure.update_layout(paper_bgcolor=clear, plot_bgcolor=clear)
    part: str = figure.to_html(
        full_html=False, include_plotlyjs=plotly, config={"displayModeBar": False, "responsive": True},
        default_width="100%", default_height=f"{figure.layout.height or 440}px", include_mathjax=False,
    )  # fmt: skip
    return part


def embed_outlines() -> str:
    """Embed the outlines that plotly.js would fetch before it draws a map."""
    content = find_outlines().read_text(encoding="utf-8").replace("<", "\\u003c")
    return f"<script>PlotlyGeoAssets = {{topojson: {{world_110m: {content}}}}}</script>"


def render_panel_table(extract: Extract) -> str:
    """Render the figures as a table; a column that is empty, or the same for all, is left out.

    Areas are in the order chosen, the newest period first; rows without a value come last.
    """
    words = label_rows(extract.panel)
    cells = [_format_cells(row, words) for row in to_records(_order_rows(extract))]
    names = {row[0] for row in cells}
    used = [n for n in range(len(_HEAD)) if any(row[n] for row in cells) and (n or len(names) > 1)]
    head = "".join(f'<th scope="col">{_HEAD[n]}</th>' for n in used)
    rows = "".join(f"<tr>{''.join(f'<td>{escape(row[n])}</td>' for n in used)}</tr>\n" for row in cells)
    before = sum(n < _HEAD.index(_VALUE) for n in used)
    return f'<table class="value-after-{before}"><thead><tr>{head}</tr></thead><tbody>\n{rows}</tbody></table>'


def _order_rows(extract: Extract) -> pd.DataFrame:
    frame = extract.panel.frame
    indicators = {one.id: place for place, one in enumerate(extract.panel.indicators)}
    chosen = () if extract.view is None else extract.view.areas
    areas = {code: place for place, code in enumerate(dict.fromkeys([*chosen, *frame["code"]]))}
    keys: dict[str, pd.Series] = {
        "empty": frame["value"].isna(),
        "at": frame["indicator"].map(indicators),
        "place": frame["code"].map(areas),
    }
    ordered = frame.assign(**keys).sort_values([*keys, "last"], ascending=[True, True, True, False])
    return ordered.drop(columns=list(keys))


def _format_cells(row: Mapping[str, Any], words: SeriesLabels) -> list[str]:
    texts = (
        words.name_row(row),
        messages.WITH_COUNTERPART.format(**row) if row["counterpart"] else row["entity"],
        TimePeriod.parse(row["period"]).label,
        format_observation(row),
        ObservationStatus(row["status"]).word,
        _format_rate(row),
        row["publisher"],
        row["note"],
    )
    return [str(text) for text in texts]


def _format_rate(row: Mapping[str, Any]) -> str:
    if not row.get("rule"):
        return ""
    if row["reason"] or not row["rate"] > 0:
        return str(row["reason"] or row["rule"])
    day = f", {row['rate_date']}" if row["rate_date"] else ""
    return f"{row['rule']}: {row['rate']:.6g} {row['rate_unit']}, {row['rate_publisher']}{day}"


def render_source(origin: Origin) -> str:
    """Render a citation, with a link to its page."""
    text = escape(origin.full)
    return text.replace(escape(origin.url_main), _render_link(origin.url_main), 1) if origin.url_main else text


def _render_link(url: str) -> str:
    """A web address as a link; other schemes could run code and stay text."""
    text = escape(url)
    return f'<a href="{text}" rel="noopener noreferrer">{text}</a>' if url.startswith(("https://", "http://")) else text


def _render_list(items: Iterable[str]) -> str:
    return "<ul>" + "".join(f"<li>{item}</li>" for item in items) + "</ul>"
