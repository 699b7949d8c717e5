"""Code that reproduces a view: in a terminal, in Python, R, Excel or Google Sheets, or embedded in another page."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from html import escape
from typing import Final
from urllib.parse import urlencode

from indicators.exports import messages
from indicators.exports.links import find_parameters, find_reach
from indicators.view import View

EMBED_HEIGHT: Final = 600


@dataclass(frozen=True, slots=True)
class Snippet:
    """Code in a language that reproduces the figures of a view; the note says what it needs."""

    label: str
    language: str
    code: str
    note: str = ""


def make_snippets(view: View, page: str) -> tuple[Snippet, ...]:
    """Write the code that reproduces the figures of a view as a command, in Python, R, Excel and Google Sheets.

    Args:
        view: What to show.
        page: The address of the page of the dashboard, with or without a query; with the ending ``.csv`` it is a file.

    >>> print(make_snippets(View(("gdp",), ("RUS", "CHN")), "https://example.org/explore")[3].code)
    figures <- read.csv("https://example.org/explore.csv?indicators=gdp&country=RUS~CHN", encoding = "UTF-8")
    """
    file = f"{page.partition('?')[0]}.csv?{view.address}"
    is_open = find_reach(page) == "everywhere"
    running = "" if is_open else messages.NEEDS_SERVER
    return (
        Snippet("Command line", "sh", view.command),
        Snippet("Python", "python", f"import indicators as ind\n\npanel = {view.python}\npanel.frame"),
        Snippet("pandas", "python", f'import pandas as pd\n\nfigures = pd.read_csv("{file}")', running),
        Snippet("R", "r", f'figures <- read.csv("{file}", encoding = "UTF-8")', running),
        Snippet("Excel", "powerquery", _write_power_query(file), f"{messages.EXCEL_QUERY} {running}".rstrip()),
        Snippet("Google Sheets", "", f'=IMPORTDATA("{file}")', "" if is_open else messages.SHEETS_NEED_PUBLIC),
    )


def _write_power_query(file: str) -> str:
    """A query in M; it reads numbers in English notation in every locale."""
    lines = [
        "let",
        f'    File = Web.Contents("{file}"),',
        '    Table = Csv.Document(File, [Delimiter = ",", Encoding = 65001, QuoteStyle = QuoteStyle.Csv]),',
        "    Named = Table.PromoteHeaders(Table, [PromoteAllScalars = true]),",
        '    Typed = Table.TransformColumnTypes(Named, {{"Value", type number}, {"Rate", type number}}, "en-US")',
        "in",
        "    Typed",
    ]
    return "\n".join(lines)


def pin_view(view: View, day: date) -> View:
    """Pin a view to a date, so that later releases don't change it.

    >>> pin_view(View(("gdp",)), date(2026, 11, 25)).address
    'indicators=gdp&asOf=2026-11-25'
    """
    return view if view.as_of is not None else view.with_(as_of=day)


def make_embed_code(page: str, view: View, *, title: str, height: int = EMBED_HEIGHT) -> str:
    """Write HTML that embeds the live chart of a view in another page.

    >>> print(make_embed_code("http://127.0.0.1:8501/explore", View(("gdp",)), title="GDP"))
    <iframe src="http://127.0.0.1:8501/explore?indicators=gdp&amp;embed=true" title="GDP" width="100%" height="600"
      style="border: 0" loading="lazy"></iframe>
    """
    parameters = find_parameters(view.with_(embed=False)) | {"embed": "true"}
    address = f"{page.partition('?')[0]}?{urlencode(parameters, safe='~.:')}"
    return (
        f'<iframe src="{escape(address)}" title="{escape(title)}" width="100%" height="{height}"\n'
        '  style="border: 0" loading="lazy"></iframe>'
    )
