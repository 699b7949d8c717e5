"""Large extractions from Eurostat: asked for by SDMX, answered with a ticket, fetched when they are ready.

A ticket that isn't ready when patience ends is kept: the same fetch continues with it within a day.
"""

from __future__ import annotations

import io
import re
from collections.abc import Mapping
from datetime import datetime
from typing import Final
from zipfile import BadZipFile, ZipFile

import pyarrow as pa

from indicators.errors import ProviderError, ProviderUnreachableError
from indicators.providers.fetching.bodies import check_size, unpack
from indicators.providers.fetching.conversations import Conversation
from indicators.providers.fetching.http_messages import HttpAnswer, HttpRequest, HttpService
from indicators.providers.fetching.refusals import describe_body, make_status_error
from indicators.providers.services import messages
from indicators.providers.services.checked_tables import check_fetched, explain_form
from indicators.providers.services.eurostat_cubes import shape_cube
from indicators.providers.services.sdmx_csv import parse_csv_rows
from indicators.providers.services.sdmx_structures import FlowStructure, read_structure
from indicators.providers.services.service import LABEL, FetchedTable, FetchQuery

_TICKET: Final = re.compile(rb"<(?:\w+:)?(?:id|key)>\s*([0-9a-fA-F-]{16,64})\s*</")
_STATUS: Final = re.compile(rb"<(?:\w+:)?status>\s*(\w+)\s*</")
_TIMES: Final = 20
_SECONDS: Final = 15
_OK: Final = 200
_MOST_BYTES: Final = 2_000_000_000


def fetch_with_ticket(host: HttpService, query: FetchQuery, areas: list[str]) -> Conversation[FetchedTable]:
    """Ask for a dataset that is too large for a direct answer, with the areas as Eurostat writes them.

    Raises:
        ProviderUnreachableError: It isn't ready yet; the same fetch continues later.
        ProviderError: The service refuses, or answers with something else.
    """
    code = query.series.upper()
    described = yield HttpRequest(
        host, f"sdmx/2.1/dataflow/ESTAT/{code}/latest?references=descendants", "xml", is_download=False
    )  # fmt: skip
    structure = read_structure(described.read(), code)
    chosen = {**query.filters, **({"geo": "~".join(areas)} if areas else {})}
    key = ".".join(chosen.get(id.casefold(), "").upper().replace("~", "+") for id in structure.ids)
    answer = yield HttpRequest(
        host, f"sdmx/2.1/data/{code}/{key}?format=SDMX-CSV&compressed=false{query.limits}", "any"
    )
    if _TICKET.search(answer.read()) and answer.read().lstrip()[:1] == b"<":
        answer = yield from _wait_for(host, answer)
    with explain_form(host.name):
        rows = parse_csv_rows(_unpack_text(answer), host.name)
        updated = _read_update(rows)
        title = structure.name or code
        table, dimensions = shape_cube(_add_labels(rows, structure), query, title)
    fetched = FetchedTable(
        table, title, host.name, dimensions, updated=updated, part=code.casefold(), answers=(answer,),
        page=f"https://ec.europa.eu/eurostat/databrowser/view/{code.lower()}",
    )  # fmt: skip
    return check_fetched(fetched, query, host.name, marks_forecasts=True)


def _wait_for(host: HttpService, answer: HttpAnswer) -> Conversation[HttpAnswer]:
    """Ask how a ticket stands until its figures are ready."""
    found = _TICKET.search(answer.read())
    ticket = found[1].decode() if found else ""
    for time in range(_TIMES):
        asked = yield HttpRequest(
            host, f"1.0/async/status/{ticket}", "xml", is_download=False, is_fresh=True, delay=_SECONDS if time else 1
        )  # fmt: skip
        status = found[1].decode().upper() if (found := _STATUS.search(asked.read())) else ""
        if status == "AVAILABLE":
            data = yield HttpRequest(host, f"1.0/async/data/{ticket}", "any", is_fresh=True, expected=(400,))
            if data.status == _OK:
                return data
            if "NOT_YET" not in describe_body(data.read()):
                raise make_status_error(host, data.status, data.read())
        elif status not in ("SUBMITTED", "PROCESSING"):
            message = messages.TICKET_LOST.format(provider=host.name)
            raise ProviderError(message, found=status or describe_body(asked.read()), hint=messages.FETCH_AGAIN)
    message = messages.NOT_READY.format(provider=host.name)
    raise ProviderUnreachableError(message, hint=messages.CONTINUES)


def _unpack_text(answer: HttpAnswer) -> str:
    """Return the text of an answer that may be packed without saying so."""
    body, name = answer.read(), answer.request.service.name
    if body.startswith(b"\x1f\x8b"):
        body = b"".join(unpack(iter([body]), "gzip", name))
    elif body.startswith(b"PK"):
        try:
            with ZipFile(io.BytesIO(body)) as archive:
                first = archive.infolist()[0]
                check_size(first.file_size, _MOST_BYTES, name)
                body = archive.read(first)
        except (BadZipFile, IndexError) as error:
            raise ValueError(str(error)) from error
    return body.decode("utf-8-sig")


def _add_labels(rows: pa.Table, structure: FlowStructure) -> pa.Table:
    """Name the columns like those of a direct answer, with the labels that the structure gives."""
    names = {"OBS_FLAG": "OBS_STATUS", **{name: name.casefold() for name in rows.column_names if name in structure.ids}}
    labels: Mapping[str, Mapping[str, str]] = {one.id.casefold(): one.labels for one in structure.dimensions}
    columns: dict[str, pa.ChunkedArray | pa.Array] = {}
    for name in rows.column_names:
        if name in ("DATAFLOW", "LAST UPDATE", "CONF_STATUS", "STRUCTURE", "STRUCTURE_ID"):
            continue
        own = names.get(name, name)
        columns[own] = rows[name]
        if labels.get(own) and own not in ("geo", "freq"):
            columns[f"{own}{LABEL}"] = pa.array([labels[own].get(text, text) for text in rows[name].to_pylist()])
    return pa.table(columns)


def _read_update(rows: pa.Table) -> str:
    """Return the day of the last update, which the answer gives as ``22/09/26 11:00:00``."""
    if "LAST UPDATE" not in rows.column_names or not rows.num_rows:
        return ""
    try:
        return datetime.strptime(str(rows["LAST UPDATE"][0])[:8], "%d/%m/%y").date().isoformat()  # noqa: DTZ007  a day
    except ValueError:
        return ""
