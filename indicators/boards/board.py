r"""A board: title, text, and views with their own titles and notes; read from YAML and written to it.

```yaml
id: world-economy
title: World economy
text: Growth and prices, with the IMF's forecasts.   # Markdown without HTML and pictures
columns: 2
country: WLD~USA~CHN        # filters that all views share, unless one has its own
time: 2000..latest
charts:
  - view: indicators=gdp-growth-weo
    title: Growth
    note: The dashed part is the forecast.
```
>>> board = read_board("id: a\ntitle: A\ncountry: RUS\ncharts:\n  - view: indicators=gdp&time=2000..2024\n")
>>> board.list_addresses()
('indicators=gdp&time=2000..2024&country=RUS',)
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated, Any, Final, Literal
from urllib.parse import parse_qsl, urlencode

import yaml
from pydantic import BeforeValidator, Field, ValidationError

from indicators.boards import messages
from indicators.errors import DatasetFaultsError, Fault, UsageError
from indicators.files.documents import read_document
from indicators.files.field_types import Identifier, Record, Required, Words, collect_faults, make_field_error
from indicators.model.catalogue import Catalogue
from indicators.view import View

MOST_CHARTS: Final = 60
_HTML: Final = re.compile(r"<[a-zA-Z!/]|!\[")
_SHARED: Final = ("country", "time")


@dataclass(frozen=True, slots=True)
class BoardChart:
    """A view on a board.

    Attributes:
        view: Its address, without what the board gives to all.
        title: Its title; that of the chart if empty.
        note: A sentence below it, in Markdown.
    """

    view: str
    title: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Board:
    """A collection of views with text.

    Attributes:
        id: Its id; kebab-case.
        title: Its title.
        text: Its introduction, in Markdown without HTML and pictures.
        charts: Its views in order.
        columns: How many charts are beside each other on a wide screen.
        country: The countries that all views share, as in an address.
        time: The time that all views share, as in an address.
        is_embedded: Whether it comes with the package.
    """

    id: str
    title: str
    text: str = ""
    charts: tuple[BoardChart, ...] = ()
    columns: int = 2
    country: str = ""
    time: str = ""
    is_embedded: bool = field(default=False, compare=False)

    def list_addresses(self, *, country: str = "", time: str = "") -> tuple[str, ...]:
        """Return the address of each view, with other countries or another time if some are given."""
        asked = {"country": country, "time": time}
        shared = {"country": self.country, "time": self.time}
        return tuple(_complete(chart.view, asked, shared) for chart in self.charts)

    def list_views(self, catalogue: Catalogue, *, country: str = "", time: str = "") -> tuple[View, ...]:
        """Return the views with their titles, and with what is asked for instead of the shared filters."""
        addresses = self.list_addresses(country=country, time=time)
        views = [View.from_address(one, catalogue)[0] for one in addresses]
        return tuple(
            view.with_(title=chart.title or view.title) for chart, view in zip(self.charts, views, strict=True)
        )

    def add(self, chart: BoardChart) -> Board:
        """Return the board with one more chart.

        Raises:
            UsageError: It is on the board already, or there are too many.
        """
        if any(one.view == chart.view for one in self.charts):
            raise UsageError(messages.CHART_THERE, found=chart.title or chart.view)
        if len(self.charts) >= MOST_CHARTS:
            raise UsageError(messages.TOO_MANY_CHARTS, expected=f"at most {MOST_CHARTS}")
        return replace(self, charts=(*self.charts, chart))

    def find(self, chart: BoardChart) -> int:
        """Return the place of a chart, or of the one with its view whose title or note is another by now.

        Raises:
            UsageError: It is no longer there.
        """
        if chart in self.charts:
            return self.charts.index(chart)
        places = [place for place, one in enumerate(self.charts) if one.view == chart.view]
        if not places:
            raise UsageError(messages.CHART_GONE, found=chart.title or chart.view)
        return places[0]

    def exchange(self, place: int, by: BoardChart | None) -> Board:
        """Return the board with another chart at a place, or without it."""
        charts = (by if number == place else one for number, one in enumerate(self.charts))
        return replace(self, charts=tuple(one for one in charts if one is not None))

    def move(self, place: int, by: int) -> Board:
        """Return the board with a chart moved up (negative) or down.

        >>> board = Board("a", "A", charts=(BoardChart("indicators=x"), BoardChart("indicators=y")))
        >>> [chart.view for chart in board.move(1, -1).charts]
        ['indicators=y', 'indicators=x']
        """
        charts = list(self.charts)
        if not 0 <= place < len(charts):
            return self
        chart = charts.pop(place)
        charts.insert(max(0, min(len(charts), place + by)), chart)
        return replace(self, charts=tuple(charts))


def _complete(view: str, asked: dict[str, str], shared: dict[str, str]) -> str:
    """The address of a view with what is asked for, its own parameters, and what the board shares, in this order."""
    own = dict(parse_qsl(view, keep_blank_values=True))  # `country=` asks for all countries
    merged = own | {name: text for name, text in asked.items() if text}
    merged |= {name: shared[name] for name in _SHARED if name not in merged}
    return urlencode({name: text for name, text in merged.items() if text}, safe="~.:")


def _read_markdown(text: Any) -> str:
    words = str(text or "").strip()
    if _HTML.search(words):
        raise make_field_error(messages.NO_HTML)
    return words


def _read_view(text: Any) -> str:
    address = str(text or "").strip().removeprefix("?").removeprefix("explore?")
    names = dict(parse_qsl(address, keep_blank_values=True))
    if not names:
        raise make_field_error(messages.A_VIEW)
    if not names.get("indicators"):
        raise make_field_error(messages.NO_INDICATOR)
    return address


_Markdown = Annotated[str, BeforeValidator(_read_markdown)]


class _ChartEntry(Record):
    view: Annotated[str, BeforeValidator(_read_view)]
    title: Words = ""
    note: _Markdown = ""


class _BoardEntry(Record):
    id: Identifier
    title: Required
    text: _Markdown = ""
    columns: Literal["1", "2", "3"] = "2"
    country: Words = ""
    time: Words = ""
    charts: list[_ChartEntry] = Field(default_factory=list, max_length=MOST_CHARTS)


def read_board(text: str, file: str = "board.yaml") -> Board:
    """Read a board from YAML.

    Raises:
        DatasetFaultsError: With every fault, each with its line.
    """
    with TemporaryDirectory() as folder:
        path = Path(folder) / "board.yaml"
        path.write_text(text, encoding="utf-8", errors="surrogateescape")
        return read_board_file(path, file)


def read_board_file(path: Path, file: str = "", *, is_embedded: bool = False) -> Board:
    """Read a board from a file.

    Raises:
        DatasetFaultsError: With every fault, each with its line.
    """
    document, faults = read_document(path, file or path.name)
    if not faults and not isinstance(document.content, dict):
        faults = [Fault(file or path.name, 1, None, "no mapping", "a board with id, title and charts")]
    if faults:
        raise DatasetFaultsError(faults)
    try:
        entry = _BoardEntry.model_validate(document.content)
    except ValidationError as error:
        raise DatasetFaultsError(list(collect_faults(error, file or path.name, document.find_line))) from error
    charts = tuple(BoardChart(one.view, one.title, one.note) for one in entry.charts)
    return Board(
        entry.id, entry.title, entry.text, charts, int(entry.columns), entry.country, entry.time, is_embedded
    )  # fmt: skip


def find_board_faults(path: Path) -> tuple[Fault, ...]:
    """Return every fault of a board, or of the boards of a folder of data."""
    files = [path] if path.is_file() and path.parent.name == "boards" else sorted(path.glob("boards/*.yaml"))
    faults: list[Fault] = []
    for file in files:
        try:
            read_board_file(file, f"boards/{file.name}")
        except DatasetFaultsError as error:
            faults += error.faults
    return tuple(faults)


def write_board(board: Board) -> str:
    """Write a board as YAML, which `read_board` reads as the same board."""
    entry: dict[str, Any] = {"id": board.id, "title": board.title}
    entry |= {name: getattr(board, name) for name in ("text", "country", "time") if getattr(board, name)}
    entry["columns"] = str(board.columns)
    entry["charts"] = [
        {name: text for name, text in (("view", one.view), ("title", one.title), ("note", one.note)) if text}
        for one in board.charts
    ]
    return yaml.safe_dump(entry, allow_unicode=True, sort_keys=False, width=110)
