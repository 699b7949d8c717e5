"""What the services that speak SDMX have in common: first the structure of a dataflow is asked for, then its figures.

The structure names the dimensions, so that countries and other choices find their place in the key, and their codes. A
service that doesn't give it is asked with the key as it is.

Stored series of a dataflow whose keys differ in one dimension are compared together: ``D.CHF+JPY+USD.EUR.SP00.A``. No
more is asked for than is stored: the codes of one dimension are joined, and all others are the same.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from types import MappingProxyType
from typing import Final

import pyarrow as pa
import pyarrow.compute as pc

from indicators.errors import IndicatorsError, UsageError, suggest_nearest
from indicators.model.codelists import Area
from indicators.providers.fetching.conversations import Conversation
from indicators.providers.fetching.http_messages import BodyKind, HttpAnswer, HttpRequest, HttpService
from indicators.providers.services import messages
from indicators.providers.services.checked_tables import check_fetched, explain_form
from indicators.providers.services.comparisons import KnownSeries, compare_joint
from indicators.providers.services.sdmx_csv import SdmxKey, parse_csv_rows, shape_rows
from indicators.providers.services.sdmx_structures import FlowStructure, read_structure
from indicators.providers.services.service import FetchedTable, FetchQuery, match_series

_NO_STRUCTURE: Final = (400, 401, 403, 404, 406, 410, 422, 429, 500, 501, 502, 503, 504)
_NOT_TOGETHER: Final = (400, 404, 406, 413, 414, 422)
_GOOD_FOR: Final = 600.0  # seconds: many series of a dataflow are often asked for one after the other
_AT_ONCE: Final = 50  # series in an address, which must not become too long
_OK: Final = 200
_AREA: Final = "REF_AREA"
_NONE: Final[Mapping[str, str]] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class _FlowRequest:
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


class SdmxService:
    """A service that speaks SDMX; each has a class that says what is its own.

    Attributes:
        hosts: The hosts that are asked, that of the figures first.
        example: What can be asked for.
        pattern: How its series are written, with the groups ``flow`` and ``key``.
        areas: Its own codes of areas, with ours.
        units: Its own codes of units, with our spellings.
        area_dimensions: The dimension that has the areas, for dataflows in which it isn't ``REF_AREA``.
        structures: The structures of dataflows that are known without being asked for.
        marks_forecasts: Whether it marks forecasts itself.
        kind: The format of its figures.
    """

    hosts: tuple[HttpService, ...]
    example: str
    pattern: re.Pattern[str]
    areas: Mapping[str, str] = _NONE
    units: Mapping[str, str] = _NONE
    area_dimensions: Mapping[str, str] = _NONE
    structures: Mapping[str, FlowStructure] = MappingProxyType({})
    marks_forecasts = False
    kind: BodyKind = "csv"

    def _split(self, series: str) -> tuple[str, str]:
        """Return the dataflow and the key in the code of a series.

        Raises:
            UsageError: It is written otherwise.
        """
        found = match_series(self.pattern, series, self.hosts[0].name, self.example)
        return found["flow"], found["key"] or ""

    def _make_structure_path(self, flow: str) -> str:
        """Return the address of the structure of a dataflow."""
        raise NotImplementedError

    def _make_data_path(self, flow: str, key: str, query: FetchQuery) -> str:
        """Return the address of figures."""
        raise NotImplementedError

    def _make_page(self, flow: str) -> str:
        """Return the address of the page about a dataflow, for people."""
        raise NotImplementedError

    def _find_area_codes(self, area: Area, flow: str) -> tuple[str, ...]:
        """Return the service's codes of an area of ours, in a dataflow; none if it has none."""
        raise NotImplementedError

    def _read_structure(self, body: bytes, flow: str) -> FlowStructure:
        """Read the structure of a dataflow."""
        return read_structure(body, flow)

    def _read_rows(self, answer: HttpAnswer) -> pa.Table:
        """Read the rows of an answer as texts."""
        return parse_csv_rows(answer.read_text(), self.hosts[0].name)

    def _refine(self, rows: pa.Table, _key: SdmxKey, _structure: FlowStructure) -> pa.Table:
        """Change the rows where a dataflow has words of its own."""
        return rows

    def _finish(self, fetched: FetchedTable, _flow: str) -> FetchedTable:
        """Change the table at the end."""
        return fetched

    def fetch(self, query: FetchQuery) -> Conversation[FetchedTable]:
        """Ask for the figures of a dataflow; see `PublisherService.fetch`."""
        flow, key = self._split(query.series)
        structure = yield from self._ask_structure(flow)
        request = self._place(flow, key, structure, query)
        answer = yield HttpRequest(self.hosts[0], self._make_data_path(flow, request.whole_key, query), self.kind)
        with explain_form(self.hosts[0].name):
            rows = self._read_rows(answer)
        return self._shape(request, rows, answer)

    def compare(self, known: Sequence[KnownSeries]) -> Conversation[dict[int, bool]]:
        """Ask for series of the same dataflow together; see `ComparedService.compare`."""
        flows: dict[str, dict[int, str]] = defaultdict(dict)
        for place, one in enumerate(known):
            with suppress(IndicatorsError):
                flow, key = self._split(one.query.series)
                flows[flow][place] = key
        changed: dict[int, bool] = {}
        for flow, keys in flows.items():
            if len(keys) > 1:
                structure = yield from self._ask_structure(flow)
                requests: dict[int, _FlowRequest] = {}
                for place, key in keys.items():
                    with suppress(IndicatorsError):
                        requests[place] = self._place(flow, key, structure, known[place].query)
                for dimension, group in _group(requests, len(structure.ids)):
                    changed |= yield from self._compare_group(dimension, group, known)
        return changed

    def _compare_group(
        self, dimension: int, group: Mapping[int, _FlowRequest], known: Sequence[KnownSeries]
    ) -> Conversation[dict[int, bool]]:
        first = next(iter(group.values()))
        parts = first.whole_key.split(".")
        codes = {place: one.whole_key.split(".")[dimension].split("+") for place, one in group.items()}
        parts[dimension] = "+".join(dict.fromkeys(code for some in codes.values() for code in some))
        path = self._make_data_path(first.flow, ".".join(parts), first.query)
        answer = yield HttpRequest(self.hosts[0], path, self.kind, expected=_NOT_TOGETHER)
        if answer.status != _OK:
            return {}
        with explain_form(self.hosts[0].name):
            rows = self._read_rows(answer)
        name = first.structure.ids[dimension]
        if name not in rows.column_names:
            return {}
        joint = {}
        for place, one in group.items():
            with suppress(IndicatorsError):
                own = rows.filter(pc.is_in(rows[name], pa.array(codes[place])))
                joint[place] = self._shape(one, own, answer)
        return (yield from compare_joint(known, joint, self.fetch))

    def _ask_structure(self, flow: str) -> Conversation[FlowStructure]:
        """Ask for the structure of a dataflow; what is known of it, if the service doesn't give it."""
        described = yield HttpRequest(
            self.hosts[0], self._make_structure_path(flow), "any", expected=_NO_STRUCTURE, is_download=False,
            good_for=_GOOD_FOR,
        )  # fmt: skip
        known = self.structures.get(flow, FlowStructure())
        if described.status != _OK:
            return known
        found = self._read_structure(described.read(), _find_id(flow))
        return found if found.dimensions else FlowStructure(found.name or known.name, known.dimensions)

    def _place(self, flow: str, key: str, structure: FlowStructure, query: FetchQuery) -> _FlowRequest:
        """Put what is asked for into the places of a key.

        Raises:
            UsageError: The dataflow has no such dimension or code.
        """
        key = self._fill_key(flow, key, structure, query.filters)
        places, areas = self._choose_areas(flow, query)
        return _FlowRequest(query, flow, structure, key, self._fill_key(flow, key, structure, places), areas)

    def _choose_areas(self, flow: str, query: FetchQuery) -> tuple[dict[str, str], tuple[str, ...]]:
        """Return the service's codes of the areas asked for, by their dimension, and all spellings of the areas.

        Raises:
            UsageError: The service has no code for one of them.
        """
        found = {area: self._find_area_codes(area, flow) for area in query.areas}
        if unknown := next((area.name for area, codes in found.items() if not codes), ""):
            raise UsageError(messages.COUNTRY_UNKNOWN.format(provider=self.hosts[0].name, area=unknown))
        if not found:
            return {}, ()
        codes = dict.fromkeys(code for codes in found.values() for code in codes)
        return {self.area_dimensions.get(flow, _AREA): "~".join(codes)}, tuple(sorted({*query.spellings, *codes}))

    def _fill_key(self, flow: str, key: str, structure: FlowStructure, chosen: Mapping[str, str]) -> str:
        """Put codes into the open places of a key.

        Raises:
            UsageError: The dataflow has no such dimension, or the key already decides it.
        """
        if not chosen:
            return key
        parts = key.split(".") if key.strip(".*") or key.count(".") else [""] * len(structure.ids)
        if not structure.ids or len(parts) != len(structure.ids):
            hint = messages.COUNTRY_IN_KEY
            raise UsageError(messages.NO_COUNTRIES.format(provider=self.hosts[0].name), found=key or flow, hint=hint)
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

    def _shape(self, request: _FlowRequest, rows: pa.Table, answer: HttpAnswer) -> FetchedTable:
        """Give rows the form that all services share.

        Raises:
            ProviderError: There are no figures, or they have another form.
            UsageError: They are not of countries.
        """
        name, query, flow = self.hosts[0].name, request.query, _find_id(request.flow).rpartition("@")[2]
        asked = SdmxKey(name, flow, request.key)
        with explain_form(name):
            rows = self._refine(rows, asked, request.structure)
            table, dimensions = shape_rows(rows, asked, request.structure, self.areas, self.units)
            title = str(table["INDICATOR_NAME"][0]) if table.num_rows else flow
        fetched = FetchedTable(
            table, request.structure.name or title, name, dimensions=dimensions, updated=_read_day(answer),
            page=self._make_page(flow), answers=(answer,),
        )  # fmt: skip
        checked = check_fetched(fetched, query, name, areas=request.areas, marks_forecasts=self.marks_forecasts)
        return self._finish(checked, flow)


def _group(requests: Mapping[int, _FlowRequest], dimensions: int) -> Iterator[tuple[int, dict[int, _FlowRequest]]]:
    """Divide series into groups that differ in one dimension only, the largest first; those left alone are left out."""
    left = {place: one for place, one in requests.items() if len(one.whole_key.split(".")) == dimensions}
    while True:
        groups: dict[tuple[int, object], list[int]] = defaultdict(list)
        for place, one in left.items():
            for dimension, codes in enumerate(one.whole_key.split(".")):
                if codes not in ("", "*"):
                    groups[dimension, _name_rest(one, dimension)].append(place)
        (dimension, _), places = max(groups.items(), key=lambda group: len(group[1]), default=((0, None), []))
        if len(places) < 2:
            return
        yield dimension, {place: left.pop(place) for place in places[:_AT_ONCE]}


def _name_rest(request: _FlowRequest, dimension: int) -> tuple[object, ...]:
    """Return what series that are asked for together have in common: the other codes, and the periods."""
    codes = request.whole_key.replace("*", "").split(".")
    return (*codes[:dimension], *codes[dimension + 1 :], request.query.start, request.query.end)


def _find_id(flow: str) -> str:
    """Return the id in a name of a dataflow, which may have its agency before it and its version after it.

    >>> _find_id("OECD.SDD.STES,DSD_STES@DF_CLI,4.1"), _find_id("EXR")
    ('DSD_STES@DF_CLI', 'EXR')
    """
    return (flow.split(",") * 2)[1]


def _read_day(answer: HttpAnswer) -> str:
    """Return the day of the last change that the headers give; or nothing."""
    try:
        return parsedate_to_datetime(answer.headers.get("last-modified", "")).date().isoformat()
    except ValueError:
        return ""
