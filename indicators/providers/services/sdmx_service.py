"""What the services that speak SDMX have in common: first the structure of a dataflow is asked for, then its figures.

The structure names the dimensions, so that countries and other choices find their place in the key, and their codes. A
service that doesn't give it is asked with the key as it is.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from email.utils import parsedate_to_datetime

import pyarrow as pa

from indicators.errors import UsageError, suggest_nearest
from indicators.model.codelists import Area
from indicators.providers.fetching.conversations import Conversation
from indicators.providers.fetching.http_messages import BodyKind, HttpAnswer, HttpRequest, HttpService
from indicators.providers.services import messages
from indicators.providers.services.checked_tables import check_fetched, explain_form
from indicators.providers.services.sdmx_csv import SdmxCodes, SdmxKey, read_csv_rows, shape_rows
from indicators.providers.services.sdmx_structures import FlowStructure, read_structure
from indicators.providers.services.service import FetchedTable, FetchQuery

__all__ = ["FlowRequest", "SdmxProtocol", "ask_structure", "fetch_flow", "place_request", "shape_answer"]

_NO_STRUCTURE = (400, 401, 403, 404, 406, 410, 422, 429, 500, 501, 502, 503, 504)
_GOOD_FOR = 600.0  # seconds: many series of a dataflow are often asked for one after the other
_OK = 200
_AREA = "REF_AREA"


@dataclass(frozen=True, slots=True)
class SdmxProtocol:
    """How one service speaks SDMX.

    Attributes:
        host: The service.
        split: Returns the dataflow and the key in the code of a series.
        codes: Its codes, with our spellings.
        structure_path: Makes the address of the structure of a dataflow.
        data_path: Makes the address of figures, of a dataflow, a key and a query.
        page: Makes the address of the page about a dataflow, for people.
        find_area_codes: Finds the service's codes of an area of ours, in a dataflow; none if it has none.
        area_dimensions: The dimension that has the areas, for dataflows in which it isn't ``REF_AREA``.
        dimensions: The dimensions of dataflows that are known without being asked for.
        refine: Changes the rows where a dataflow has words of its own.
        marks_forecasts: Whether it marks forecasts itself.
        kind: The format of its figures.
        read_rows: Reads them.
        read_structure: Reads a structure: its bytes, and the id of the dataflow.
        finish: Changes the table at the end, by the id of the dataflow.
    """

    host: HttpService
    split: Callable[[str], tuple[str, str]]
    codes: SdmxCodes
    structure_path: Callable[[str], str]
    data_path: Callable[[str, str, FetchQuery], str]
    page: Callable[[SdmxKey], str]
    find_area_codes: Callable[[Area, str], tuple[str, ...]]
    area_dimensions: Mapping[str, str] = field(default_factory=dict)
    dimensions: Mapping[str, FlowStructure] = field(default_factory=dict)
    refine: Callable[[pa.Table, SdmxKey, FlowStructure], pa.Table] = lambda rows, _key, _structure: rows
    marks_forecasts: bool = False
    kind: BodyKind = "csv"
    read_rows: Callable[[HttpAnswer], pa.Table] = read_csv_rows
    read_structure: Callable[[bytes, str], FlowStructure] = read_structure
    finish: Callable[[FetchedTable, str], FetchedTable] = lambda fetched, _flow: fetched


@dataclass(frozen=True, slots=True)
class FlowRequest:
    """What is asked of a dataflow whose structure is known.

    Attributes:
        query: What is asked for.
        flow: The dataflow, as the service names it.
        structure: Its structure.
        key: The key without the countries, which may be others the next time: it names the indicator.
        whole_key: The key with them.
        areas: All spellings of the countries.
    """

    query: FetchQuery
    flow: str
    structure: FlowStructure
    key: str
    whole_key: str
    areas: tuple[str, ...]


def fetch_flow(protocol: SdmxProtocol, query: FetchQuery) -> Conversation[FetchedTable]:
    """Ask for the figures of a dataflow.

    Args:
        protocol: How the service speaks.
        query: What is asked for.

    Raises:
        UsageError: The dataflow has no such dimension or code.
        ProviderError: The service has no figures for this, or answers with something else.
    """
    flow, key = protocol.split(query.series)
    structure = yield from ask_structure(protocol, flow)
    request = place_request(protocol, flow, key, structure, query)
    answer = yield HttpRequest(protocol.host, protocol.data_path(flow, request.whole_key, query), protocol.kind)
    with explain_form(protocol.host.name):
        rows = protocol.read_rows(answer)
    return shape_answer(protocol, request, rows, answer)


def ask_structure(protocol: SdmxProtocol, flow: str) -> Conversation[FlowStructure]:
    """Ask for the structure of a dataflow; what is known of it, if the service doesn't give it."""
    described = yield HttpRequest(
        protocol.host, protocol.structure_path(flow), "any", expected=_NO_STRUCTURE, is_download=False,
        good_for=_GOOD_FOR,
    )  # fmt: skip
    return _read_flow(described, protocol, flow)


def place_request(
    protocol: SdmxProtocol, flow: str, key: str, structure: FlowStructure, query: FetchQuery
) -> FlowRequest:
    """Put what is asked for into the places of a key.

    Raises:
        UsageError: The dataflow has no such dimension or code.
    """
    key = _fill_key(protocol, flow, key, structure, query.filters)
    places, areas = _choose_areas(protocol, flow, query)
    return FlowRequest(query, flow, structure, key, _fill_key(protocol, flow, key, structure, places), areas)


def shape_answer(protocol: SdmxProtocol, request: FlowRequest, rows: pa.Table, answer: HttpAnswer) -> FetchedTable:
    """Give rows the form that all services share.

    Raises:
        ProviderError: There are no figures, or they have another form.
        UsageError: They are not of countries.
    """
    name, query, flow_id = protocol.host.name, request.query, _find_id(request.flow).rpartition("@")[2]
    asked = SdmxKey(name, flow_id, request.key)
    with explain_form(name):
        rows = protocol.refine(rows, asked, request.structure)
        table, dimensions = shape_rows(rows, asked, request.structure, protocol.codes)
        title = str(table["INDICATOR_NAME"][0]) if table.num_rows else flow_id
    fetched = FetchedTable(
        table, request.structure.name or title, name, dimensions=dimensions, updated=_read_day(answer),
        page=protocol.page(asked), answers=(answer,),
    )  # fmt: skip
    checked = check_fetched(fetched, query, name, areas=request.areas, marks_forecasts=protocol.marks_forecasts)
    return protocol.finish(checked, flow_id)


def _find_id(flow: str) -> str:
    """Return the id in a name of a dataflow, which may have its agency before it and its version after it.

    >>> _find_id("OECD.SDD.STES,DSD_STES@DF_CLI,4.1"), _find_id("EXR")
    ('DSD_STES@DF_CLI', 'EXR')
    """
    return (flow.split(",") * 2)[1]


def _read_flow(described: HttpAnswer, protocol: SdmxProtocol, flow: str) -> FlowStructure:
    """Read the structure, or take what is known of the dataflow."""
    known = protocol.dimensions.get(flow, FlowStructure())
    if described.status != _OK:
        return known
    found = protocol.read_structure(described.read(), _find_id(flow))
    return found if found.dimensions else FlowStructure(found.name or known.name, known.dimensions)


def _choose_areas(protocol: SdmxProtocol, flow: str, query: FetchQuery) -> tuple[dict[str, str], tuple[str, ...]]:
    """Return the service's codes of the areas asked for, by their dimension, and all spellings of the areas.

    Raises:
        UsageError: The service has no code for one of them.
    """
    found = {area: protocol.find_area_codes(area, flow) for area in query.areas}
    if unknown := next((area.name for area, codes in found.items() if not codes), ""):
        raise UsageError(messages.COUNTRY_UNKNOWN.format(provider=protocol.host.name, area=unknown))
    if not found:
        return {}, ()
    codes = dict.fromkeys(code for codes in found.values() for code in codes)
    spellings = {text for area, codes in found.items() for text in (area.code, area.alpha2, *codes)}
    return {protocol.area_dimensions.get(flow, _AREA): "~".join(codes)}, tuple(sorted(spellings - {""}))


def _fill_key(protocol: SdmxProtocol, flow: str, key: str, structure: FlowStructure, chosen: Mapping[str, str]) -> str:
    """Put codes into the open places of a key.

    Raises:
        UsageError: The dataflow has no such dimension, or the key already decides it.
    """
    if not chosen:
        return key
    parts = key.split(".") if key.strip(".*") or key.count(".") else [""] * len(structure.ids)
    if not structure.ids or len(parts) != len(structure.ids):
        hint = messages.COUNTRY_IN_KEY
        raise UsageError(messages.NO_COUNTRIES.format(provider=protocol.host.name), found=key or flow, hint=hint)
    for name, asked in chosen.items():
        if name.upper() not in structure.ids:
            message = messages.NO_DIMENSION.format(series=flow, dimension=name)
            nearest = suggest_nearest(name.upper(), structure.ids)
            raise UsageError(message, expected=", ".join(structure.ids), hint=nearest)
        place, wanted = structure.ids.index(name.upper()), asked.replace("~", "+")
        if parts[place] not in ("", "*", wanted):
            raise UsageError(messages.SETTINGS_IN_KEY, found=f"{name} {parts[place]}", expected=wanted)
        parts[place] = wanted
    return ".".join(parts)


def _read_day(answer: HttpAnswer) -> str:
    """Return the day of the last change that the headers give; or nothing."""
    try:
        return parsedate_to_datetime(answer.headers.get("last-modified", "")).date().isoformat()
    except ValueError:
        return ""
