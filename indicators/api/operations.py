"""The operations of the HTTP API: one registry, which the routes and the OpenAPI description are made of.

Each takes a `Call` and returns an `Answer`; what it returns is made by the library, as for a page or a command.
"""

from __future__ import annotations

import json
import mimetypes
from collections.abc import Callable
from dataclasses import asdict, dataclass, replace
from io import BytesIO
from typing import Any, Final, Literal, get_args
from urllib.parse import urlencode

from indicators.analysis.forecasts import FORECAST_OUTCOMES, FORECAST_SEASONS, ForecastOutcome, ForecastSeason
from indicators.analysis.forecasts.baselines import BASELINES, BaselineName
from indicators.api import messages
from indicators.api.requests import Answer, Call, read_body, read_choice, read_page, read_request, require_known
from indicators.errors import UnknownNameError, UsageError
from indicators.exports.boards import BOARD_FORMATS
from indicators.exports.figure_tables import TABLE_FORMATS, TableFormat, find_table_format
from indicators.exports.formats import FILE_FORMATS
from indicators.model.origins import CitationStyle, cite_origins
from indicators.view import View
from indicators.view.fields import FIELDS

_Kind = Literal["list", "item", "figures", "table", "file", "text", "report"]
_FIGURE_NAMES: Final = ("indicators", *(spec.address for spec in FIELDS if spec.option))
_VIEW_NAMES: Final = tuple(spec.address for spec in FIELDS)
_METADATA: Final = "metadata.json"
_FILE_SUFFIXES: Final = (*(one.suffix for one in FILE_FORMATS), _METADATA)
_TABLE_SUFFIXES: Final = tuple(one.suffix for one in TABLE_FORMATS)


@dataclass(frozen=True, slots=True)
class Operation:
    """An operation of the API.

    Attributes:
        id: Its name in the description.
        path: Its path; names in braces are parts of it.
        summary: What it gives, in one sentence.
        answer: Makes the answer.
        parameters: The parameters of its address.
        required: Those that can't be left out.
        kind: What the answer is.
        choices: The values a parameter can have.
        method: GET, or POST with a body.
        depends_on_store: Whether the answer changes only with the store; users can edit boards at any time.
    """

    id: str
    path: str
    summary: str
    answer: Callable[[Call], Answer]
    parameters: tuple[str, ...] = ()
    required: tuple[str, ...] = ()
    kind: _Kind = "item"
    choices: tuple[tuple[str, tuple[str, ...]], ...] = ()
    method: Literal["GET", "POST"] = "GET"
    depends_on_store: bool = True


def _list_indicators(call: Call) -> Answer:
    from indicators.view.discovery import list_indicators, search

    if words := call.get("search"):
        found = search(words, store=call.store)
        topic = call.get("topic")
        found = found[(found["topic"] == topic) | (found["section"] == topic)] if topic else found
    else:
        found = list_indicators(topic=call.get("topic"), store=call.store)
    return _page(call, "indicators", json.loads(found.to_json(orient="records")))


def _show_indicator(call: Call) -> Answer:
    catalogue = call.store.catalogue
    one = catalogue.find_indicator(call.names["id"])
    described = json.loads(json.dumps(asdict(one), default=str))
    return Answer.of_json(described | {"citation": cite_origins(catalogue.find_origins_of(one.id), "text")})


def _list_countries(call: Call) -> Answer:
    from indicators.view.discovery import list_areas

    found = list_areas(kind=call.choose("kind", _KINDS, ""), store=call.store)
    return _page(call, "countries", json.loads(found.to_json(orient="records")))


def _page(call: Call, name: str, entries: list[Any]) -> Answer:
    limit, offset = read_page(call, 100)
    content = {"total": len(entries), "offset": offset, "next": _find_next(call, offset + limit, len(entries))}
    return Answer.of_json(content | {name: entries[offset : offset + limit]})


def _find_next(call: Call, offset: int, total: int) -> str | None:
    """The address of the next page; ``None`` after the last."""
    if offset >= total:
        return None
    return f"{call.address}{call.path}?{urlencode({**call.parameters, 'offset': str(offset)}, safe='~.')}"


def _get_figures(call: Call) -> Answer:
    from indicators.exports.data_formats import to_json
    from indicators.exports.extract import Extract
    from indicators.view.explain_empty import explain_missing
    from indicators.view.getting import get_panel

    limit, offset = read_page(call, 1000)
    view = read_request(call, "limit", "offset")
    panel = get_panel(view, call.store)
    total = len(panel.frame)
    part = replace(panel, frame=panel.frame.iloc[offset : offset + limit])
    content = {
        "total": total, "offset": offset, "next": _find_next(call, offset + limit, total),
        "page": f"{call.address}/explore?{view.address}",
        "missing": list(explain_missing(view, panel, call.store)),
    }  # fmt: skip
    return Answer.of_json(content | json.loads(to_json(Extract(part, view))))


def _list_forecasts(call: Call) -> Answer:
    from indicators.exports.forecast_tables import forecasts_to_json
    from indicators.view.forecasting import list_forecasts_of

    view = _read_fields(call, *_FORECAST_NAMES)
    editions, naive = call.get("editions", "1"), call.choose("naive", _SWITCH, "false")
    if not (editions.isascii() and editions.isdigit()):
        raise UsageError(messages.NOT_A_NUMBER.format(name="editions"), found=editions, expected="1 to 100")
    found = list_forecasts_of(view, call.store, editions=int(editions), naive=naive == "true")
    return Answer(forecasts_to_json(found).encode())


def _score_forecasts(call: Call) -> Answer:
    from indicators.exports.forecast_scores import scores_to_json
    from indicators.view.getting import score

    view = _read_fields(call, *_SCORE_NAMES)
    outcome: ForecastOutcome = call.choose("outcome", FORECAST_OUTCOMES, "newest")
    season: ForecastSeason = call.choose("season", FORECAST_SEASONS, "")
    record = score(
        view.indicators, view.areas, call.get("time"), outcome=outcome, season=season, store=call.store
    )  # fmt: skip
    return Answer(scores_to_json(record).encode())


def _score_bands(call: Call) -> Answer:
    from indicators.exports.band_scores import band_scores_to_json
    from indicators.view.forecasting import score_bands_of

    baseline: BaselineName | Literal[""] = call.choose("baseline", ("", *BASELINES), "")
    found = score_bands_of(_read_fields(call, *_BAND_NAMES), call.store, baseline=baseline)
    return Answer(band_scores_to_json(found, call.store.catalogue).encode())


def _list_revisions(call: Call) -> Answer:
    from indicators.exports.revision_tables import history_to_json
    from indicators.view.revising import list_revisions_of

    view = _read_fields(call, *_REVISION_NAMES)
    return Answer(history_to_json(list_revisions_of(view, call.store)).encode())


def _read_fields(call: Call, *names: str) -> View:
    """Read the view of a request that takes only some of a view's parameters, and others of its own."""
    require_known((name for name in call.parameters if name in _VIEW_NAMES), names)
    return read_request(call, *(name for name in names if name not in _VIEW_NAMES))


def _save_view(call: Call) -> Answer:
    from indicators.exports.extract import Extract
    from indicators.exports.metadata import describe_chart
    from indicators.exports.saving import DEFAULT_SIZE, render
    from indicators.view.getting import get_panel

    suffix = call.names["suffix"]
    formats = {one.suffix: one for one in FILE_FORMATS}
    if suffix not in _FILE_SUFFIXES:
        raise UnknownNameError("format", suffix, _FILE_SUFFIXES)
    view = read_request(call, "size")
    extract = Extract(get_panel(view, call.store), view, f"{call.address}/explore?{view.address}")
    if suffix == _METADATA:
        return Answer.of_json(describe_chart(extract))
    chosen = formats[suffix]
    content = render(extract, chosen, size=call.get("size", DEFAULT_SIZE))
    return Answer(content, chosen.media_type, f"{extract.name}.{suffix}")


def _compare(call: Call) -> Answer:
    from indicators.view.comparing import tabulate_view

    chosen = _find_table(call.names["suffix"])
    return Answer(
        chosen.render(tabulate_view(read_request(call), call.store)), chosen.media_type, f"compare.{chosen.suffix}"
    )


def _show_country(call: Call) -> Answer:
    return _render_country(call, call.names["id"], "json")


def _save_country(call: Call) -> Answer:
    return _render_country(call, call.require("country"), call.names["suffix"])


def _render_country(call: Call, name: str, suffix: str) -> Answer:
    from indicators.view.comparing import DEFAULT_PEERS, describe_country

    chosen = _find_table(suffix)
    area = call.store.catalogue.find_area(name)
    among, dimensions = call.get("among", DEFAULT_PEERS), read_choice(call, "country", "among")
    table = describe_country(area.code, call.store, among=among, dimensions=dimensions)
    return Answer(chosen.render(table), chosen.media_type, f"{area.code}.{chosen.suffix}")


def _find_table(suffix: str) -> TableFormat:
    if suffix not in _TABLE_SUFFIXES:
        raise UnknownNameError("format", suffix, _TABLE_SUFFIXES)
    return find_table_format(suffix)


def _convert(call: Call) -> Answer:
    from indicators.exports.conversions import conversions_to_json
    from indicators.view.converting import ConversionRequest, convert_sum

    asked = ConversionRequest.read(
        call.require("amount"), call.get("from"), call.require("to"), period=call.get("period"), day=call.get("day"),
        rule=call.get("rule") or None, by=call.get("by"), country=call.get("country"), store=call.store,
    )  # fmt: skip
    return Answer(conversions_to_json(asked, convert_sum(asked, call.store)).encode())


def _check(call: Call) -> Answer:
    from indicators.claims.checked_texts import CheckOptions, check_input
    from indicators.exports.report_data import render_report_json

    given = {name: text for name, text in call.parameters.items() if text} | read_body(call)
    require_known(given, ("text", "published", "language"))
    if not given.get("text", "").strip():
        raise UsageError(messages.NO_TEXT, expected="a text with figures")
    options = CheckOptions(given.get("published", ""), given.get("language") or None)
    checked = check_input("text", call.store, options, stream=BytesIO(given["text"].encode("utf-8", "replace")))
    return Answer(render_report_json(checked.get_report()).encode())


def _cite(call: Call) -> Answer:
    from indicators.exports.extract import Extract
    from indicators.view.getting import get_panel

    style: CitationStyle = call.choose("style", _STYLES, "text")
    if name := call.get("id"):
        require_known(call.parameters, ("id", "style"))
        text = cite_origins(call.store.catalogue.find_origins_of(name), style)
    else:
        view = read_request(call, "style")
        link = f"{call.address}/explore?{view.address}"
        text = Extract(get_panel(view, call.store), view, link).cite(style)
    return Answer(text.encode(), "application/json" if style == "csl" else "text/plain")


def _list_releases(call: Call) -> Answer:
    from indicators.view.calendar import release_calendar

    return _page(call, "releases", json.loads(release_calendar(store=call.store).to_json(orient="records")))


def _list_boards(call: Call) -> Answer:
    from indicators.boards import list_boards

    entries = [
        {"id": one.id, "title": one.title, "charts": len(one.charts), "page": f"{call.address}/boards?board={one.id}"}
        for one in list_boards()
    ]
    return _page(call, "boards", entries)


def _show_board(call: Call) -> Answer:
    from indicators.boards import find_board

    board = find_board(call.names["id"])
    charts = [
        {
            "title": chart.title or None, "note": chart.note or None, "page": f"{call.address}/explore?{address}",
            "data": f"{call.address}/explore.csv?{address}",
        }
        for chart, address in zip(board.charts, board.list_addresses(), strict=True)
    ]  # fmt: skip
    content = {"id": board.id, "title": board.title, "text": board.text, "columns": board.columns, "charts": charts}
    return Answer.of_json(content)


def _save_board(call: Call) -> Answer:
    from indicators.boards import find_board
    from indicators.exports.boards import make_board_figures, render_board

    format = call.names["suffix"]
    if format not in BOARD_FORMATS:
        raise UnknownNameError("format", format, list(BOARD_FORMATS))
    board = find_board(call.names["id"])
    figures = list(make_board_figures(board, call.store, country=call.get("country"), time=call.get("time")))
    media_type = mimetypes.types_map[f".{format}"]
    return Answer(render_board(board, figures, format), media_type, f"{board.id}.{format}")


_KINDS: Final[tuple[Literal["", "country", "group"], ...]] = ("", "country", "group")
_STYLES: Final[tuple[CitationStyle, ...]] = get_args(CitationStyle)
_RULES: Final = ("average", "end", "spot", "ppp")
_PAGING: Final = ("limit", "offset")
_SWITCH: Final = ("true", "false")
_REVISION_NAMES: Final = ("indicators", "country", "time", "dimensions")
_FORECAST_NAMES: Final = (*_REVISION_NAMES, "asOf", "bands", "editions", "naive")
_SCORE_NAMES: Final = ("indicators", "country", "time", "outcome", "season")
_BAND_NAMES: Final = ("indicators", "bands", "baseline")
_SEASONS: Final = tuple(filter(None, FORECAST_SEASONS))

OPERATIONS: Final = (
    Operation(
        "listIndicators", "/api/v1/indicators", "List indicators, the best match first.", _list_indicators,
        ("search", "topic", *_PAGING), kind="list",
    ),
    Operation("showIndicator", "/api/v1/indicators/{id}", "Describe an indicator.", _show_indicator),
    Operation(
        "listCountries", "/api/v1/countries", "List countries and groups.", _list_countries, ("kind", *_PAGING),
        kind="list", choices=(("kind", _KINDS[1:]),),
    ),
    Operation(
        "showCountry", "/api/v1/countries/{id}", "Give the latest figure of every indicator for a country.",
        _show_country, ("among", "dimensions"), kind="table",
    ),
    Operation(
        "getFigures", "/api/v1/figures", "Give figures with unit, status, source and rule.", _get_figures,
        (*_FIGURE_NAMES, *_PAGING), ("indicators",), kind="figures",
    ),
    Operation(
        "listForecasts", "/api/v1/forecasts", "Give the forecasts of all publishers side by side, with their range.",
        _list_forecasts, _FORECAST_NAMES,
        ("indicators", "country"), choices=(("naive", _SWITCH),),
    ),
    Operation(
        "scoreForecasts", "/api/v1/scores", "Give how far off past forecasts were, by horizon.", _score_forecasts,
        _SCORE_NAMES, ("indicators",), choices=(("outcome", FORECAST_OUTCOMES), ("season", _SEASONS)),
    ),
    Operation(
        "scoreBands", "/api/v1/band-scores", "Give how many outcomes the bands of past forecasts held.", _score_bands,
        _BAND_NAMES, ("indicators", "bands"), choices=(("baseline", BASELINES),),
    ),
    Operation(
        "listRevisions", "/api/v1/revisions", "Give every edition of figures, how they were revised, and tests.",
        _list_revisions, _REVISION_NAMES, ("indicators",),
    ),
    Operation(
        "convert", "/api/v1/convert", "Convert an amount of money under each rule.", _convert,
        ("amount", "from", "to", "period", "day", "rule", "by", "country"), ("amount", "to"),
        choices=(("rule", _RULES),),
    ),
    Operation(
        "check", "/api/v1/check", "Check the figures of a text.", _check, ("published", "language"), kind="report",
        method="POST",
    ),
    Operation(
        "cite", "/api/v1/cite", "Cite the sources of an indicator, of a dataset or of figures.", _cite,
        ("id", "style", *_FIGURE_NAMES), kind="text", choices=(("style", _STYLES),),
    ),
    Operation(
        "listReleases", "/api/v1/releases", "List the last and next release of each dataset.", _list_releases, _PAGING,
        kind="list", depends_on_store=False,
    ),
    Operation(
        "listBoards", "/api/v1/boards", "List boards.", _list_boards, _PAGING, kind="list",
        depends_on_store=False,
    ),
    Operation(
        "showBoard", "/api/v1/boards/{id}", "Give a board with the address of each chart.", _show_board,
        depends_on_store=False,
    ),
    Operation(
        "saveBoard", "/boards/{id}.{suffix}", "Give a board as a file.", _save_board, ("country", "time"), kind="file",
        choices=(("suffix", tuple(BOARD_FORMATS)),), depends_on_store=False,
    ),
    Operation(
        "saveView", "/explore.{suffix}", "Give the figures of a page, or their chart, as a file.", _save_view,
        (*_VIEW_NAMES, "size"), ("indicators",), kind="file", choices=(("suffix", _FILE_SUFFIXES),),
    ),
    Operation(
        "saveCountry", "/countries.{suffix}", "Give the page of a country as a file.", _save_country,
        ("country", "among", "dimensions"), ("country",), kind="file", choices=(("suffix", _TABLE_SUFFIXES),),
    ),
    Operation(
        "saveComparison", "/compare.{suffix}", "Give the table of several indicators and countries as a file.",
        _compare, _VIEW_NAMES, ("indicators", "country"), kind="file", choices=(("suffix", _TABLE_SUFFIXES),),
    ),
)  # fmt: skip
"""Every operation, the most common first."""
