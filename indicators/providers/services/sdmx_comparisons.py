"""Stored series of a dataflow whose keys differ in one dimension, asked for together: ``D.CHF+JPY+USD.EUR.SP00.A``.

No more is asked for than is stored: the codes of one dimension are joined, and all others are the same.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from functools import partial
from typing import Final

import pyarrow as pa
import pyarrow.compute as pc

from indicators.errors import IndicatorsError
from indicators.providers.fetching.conversations import Conversation
from indicators.providers.fetching.http_messages import HttpRequest
from indicators.providers.services.checked_tables import explain_form
from indicators.providers.services.comparisons import KnownSeries, compare_joint
from indicators.providers.services.sdmx_service import (
    FlowRequest,
    SdmxProtocol,
    ask_structure,
    fetch_flow,
    place_request,
    shape_answer,
)

__all__ = ["compare_flows"]

_AT_ONCE: Final = 50  # series in an address, which must not become too long
_NOT_TOGETHER: Final = (400, 404, 406, 413, 414, 422)
_OK: Final = 200


def compare_flows(protocol: SdmxProtocol, known: Sequence[KnownSeries]) -> Conversation[dict[int, bool]]:
    """Compare series of dataflows with what was seen of each; see `ComparedService.compare`."""
    flows: dict[str, dict[int, str]] = defaultdict(dict)
    for place, one in enumerate(known):
        with suppress(IndicatorsError):
            flow, key = protocol.split(one.query.series)
            flows[flow][place] = key
    changed: dict[int, bool] = {}
    for flow, keys in flows.items():
        if len(keys) > 1:
            structure = yield from ask_structure(protocol, flow)
            requests: dict[int, FlowRequest] = {}
            for place, key in keys.items():
                with suppress(IndicatorsError):
                    requests[place] = place_request(protocol, flow, key, structure, known[place].query)
            for dimension, group in _group(requests, len(structure.ids)):
                changed |= yield from _compare_group(protocol, dimension, group, known)
    return changed


def _group(requests: Mapping[int, FlowRequest], dimensions: int) -> Iterator[tuple[int, dict[int, FlowRequest]]]:
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


def _name_rest(request: FlowRequest, dimension: int) -> tuple[object, ...]:
    """Return what series that are asked for together have in common: the other codes, and the periods."""
    codes = request.whole_key.replace("*", "").split(".")
    return (*codes[:dimension], *codes[dimension + 1 :], request.query.start, request.query.end)


def _compare_group(
    protocol: SdmxProtocol, dimension: int, group: Mapping[int, FlowRequest], known: Sequence[KnownSeries]
) -> Conversation[dict[int, bool]]:
    first = next(iter(group.values()))
    parts = first.whole_key.split(".")
    codes = {place: one.whole_key.split(".")[dimension].split("+") for place, one in group.items()}
    parts[dimension] = "+".join(dict.fromkeys(code for some in codes.values() for code in some))
    path = protocol.data_path(first.flow, ".".join(parts), first.query)
    answer = yield HttpRequest(protocol.host, path, protocol.kind, expected=_NOT_TOGETHER)
    if answer.status != _OK:
        return {}
    with explain_form(protocol.host.name):
        rows = protocol.read_rows(answer)
    name = first.structure.ids[dimension]
    if name not in rows.column_names:
        return {}
    joint = {}
    for place, one in group.items():
        with suppress(IndicatorsError):
            own = rows.filter(pc.is_in(rows[name], pa.array(codes[place])))
            joint[place] = shape_answer(protocol, one, own, answer)
    return (yield from compare_joint(known, joint, partial(fetch_flow, protocol)))
