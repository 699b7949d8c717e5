"""A single value, in words and large: a bar needs another one beside it."""

from __future__ import annotations

from html import escape
from typing import Final

from indicators.charts import messages
from indicators.charts.chart import Chart
from indicators.charts.parts.hover import Hover, format_values, name_status
from indicators.charts.parts.label_placement import measure_text
from indicators.charts.parts.panel_rows import Rows
from indicators.charts.parts.period_choice import Each, describe_periods
from indicators.charts.parts.plot_layout import build_figure, make_layout
from indicators.charts.style import LABEL, Look, Spec, make_note
from indicators.model.panel import Panel
from indicators.model.periods import TimePeriod

_LARGEST: Final = 40  # the size of the number in pixels
_HEIGHT: Final = 116
_HIDDEN: Final[Spec] = {"visible": False, "fixedrange": True, "range": [0, 1]}
_SPACE: Final = 16  # pixels between the number and what is below it


def draw_single_value(
    panel: Panel, rows: Rows, look: Look, *, name: str, remarks: tuple[str, ...] = (), each: Each = ""
) -> Chart:
    """Draw the value of the one row with its unit, and below it its name and what it is: a forecast, an estimate.

    >>> import indicators as ind
    >>> panel = ind.get("gdp", "RUS", "2024").unscale()
    >>> chart = draw_single_value(panel, Rows.of(panel.frame), Look(), name="Russia")
    >>> chart.figure.data[0].text
    ('2.186 trillion USD',)
    """
    value = format_values(rows, look.locale)[0]
    size = min(1.0, (look.least_width - 16) / measure_text(value, _LARGEST)) * _LARGEST
    hover = Hover.of(panel, look.locale).write_texts(rows, "", names=[name])
    number: Spec = {
        "type": "scatter", "mode": "text", "x": [0], "y": [0.62], "name": "figures", "text": [escape(value)],
        "textposition": "middle right", "textfont": {"size": size, "color": look.theme.ink}, "cliponaxis": False,
        "hovertext": hover["text"], "hovertemplate": hover["hovertemplate"].replace("%{text}", "%{hovertext}"),
        "customdata": rows["code"],
    }  # fmt: skip
    layout = make_layout(look, top=0, bottom=0, left=0)
    words = ", ".join(filter(None, (name, name_status(rows["status"][0]))))
    layout |= {"height": _HEIGHT, "xaxis": dict(_HIDDEN), "yaxis": dict(_HIDDEN)}
    layout["annotations"] = [
        make_note(
            escape(words), 0, 0.62, colour=look.theme.faint_ink, size=LABEL, xanchor="left", yanchor="top",
            yshift=-_LARGEST / 2 - _SPACE / 2,
        )
    ]  # fmt: skip
    seen = messages.ALT_SINGLE.format(series=words, value=value, when=TimePeriod.parse(rows["period"][0]).when)
    return Chart(build_figure([number], layout), panel, (seen,), remarks, when=describe_periods(rows, each))
