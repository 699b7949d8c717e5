"""Answer requests: each operation in a thread, with caching by ETag and with limits, and every error as a problem."""

from __future__ import annotations

import logging
import re
from collections import OrderedDict
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from email.utils import format_datetime, parsedate_to_datetime
from hashlib import sha256
from importlib.metadata import version
from threading import Lock
from typing import Final

from anyio import CapacityLimiter, move_on_after, to_thread
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import Match, Route

from indicators.api import messages
from indicators.api.openapi import describe_api, render_docs
from indicators.api.operations import OPERATIONS, Operation
from indicators.api.problems import RefusedError, make_problem
from indicators.api.requests import Answer, Call, require_known
from indicators.api.tokens import open_store_of_reader
from indicators.errors import IndicatorsError, UsageError
from indicators.store import Store

MOST_BYTES: Final = 2_000_000
"""The largest body of a request."""
_MOST_SECONDS: Final = 60
_AT_ONCE: Final = 4
_MOST_WAITING: Final = 32
_MOST_KEPT: Final = 64_000_000
_METHODS: Final = ("GET", "POST", "PUT", "PATCH", "DELETE")
_MOST_STORES: Final = 16
_RETRY: Final = 5
_LOG: Final = logging.getLogger(__name__)


class Service:
    """The operations on one server: what it answered is kept, and it does only so much at once.

    Args:
        public_address: The address under which others reach it; that of each request if empty.
        base: The path before every path of this server, without a slash at the end.
    """

    def __init__(self, public_address: str = "", base: str = "") -> None:
        self._public = public_address.rstrip("/")
        self._base = base.rstrip("/")
        self._limiter: CapacityLimiter | None = None
        self._waiting = 0
        self._kept: OrderedDict[str, Answer] = OrderedDict()
        self._opened: dict[str, datetime] = {}
        self._lock = Lock()

    def list_routes(self) -> list[Route]:
        """Return a route for each operation, and those of the description."""
        routes = [
            Route(f"{self._base}{_match_names(one.path)}", self._make_endpoint(one), methods=[one.method])
            for one in OPERATIONS
        ]
        spec = Route(f"{self._base}/api/v1/openapi.json", self._describe)
        docs = Route(f"{self._base}/api/v1/docs", self._show_docs)
        rest = Route(f"{self._base}/api/{{rest:path}}", self._refuse_path, methods=_METHODS)
        return [*routes, spec, docs, rest]

    def _find_address(self, request: Request) -> str:
        return self._public or f"{request.url.scheme}://{request.url.netloc}{self._base}"

    def _describe(self, request: Request) -> Response:
        return JSONResponse(describe_api(self._find_address(request), version("indicators")))

    def _show_docs(self, request: Request) -> Response:
        return HTMLResponse(render_docs(self._find_address(request)))

    async def _refuse_path(self, request: Request) -> Response:
        """Refuse a path that nothing answers, or a method that is not for it."""
        path = request.url.path
        methods = {
            method
            for route in self.list_routes()[:-1]
            if route.matches(request.scope)[0] is Match.PARTIAL
            for method in route.methods or ()
        }
        if methods:
            message, expected = messages.WRONG_METHOD.format(method=request.method), ", ".join(sorted(methods))
            return make_problem(RefusedError(405, message, expected=expected), path)
        known = ", ".join(one.path for one in OPERATIONS if one.path.startswith("/api"))
        return make_problem(RefusedError(404, messages.NO_SUCH_PAGE, found=path, expected=known), path)

    def _make_endpoint(self, operation: Operation) -> Callable[[Request], Awaitable[Response]]:
        async def answer(request: Request) -> Response:
            try:
                return await self._answer(operation, request)
            except IndicatorsError as error:
                seconds = _RETRY if isinstance(error, RefusedError) and error.status == 503 else 0
                return make_problem(error, request.url.path, at_path=_is_in_path(error, request), seconds=seconds)
            except Exception:  # noqa: BLE001  the log gets it; a client gets no stack trace
                _LOG.exception("A request failed: %s", operation.id)
                return make_problem(IndicatorsError(messages.FAILED), request.url.path)

        return answer

    async def _answer(self, operation: Operation, request: Request) -> Response:
        parameters = _read_parameters(request)
        body = await _read_body(request) if operation.method == "POST" else b""
        async with self._take_place():
            with move_on_after(_MOST_SECONDS):
                return await to_thread.run_sync(
                    self._respond, operation, request, parameters, body, limiter=self._get_limiter(),
                    abandon_on_cancel=True,
                )  # fmt: skip
        raise RefusedError(503, messages.TOO_SLOW, hint=messages.ASK_FOR_LESS)

    @asynccontextmanager
    async def _take_place(self) -> AsyncIterator[None]:
        """Take a place among the requests that are answered or wait; without one, a request is refused at once."""
        if self._waiting >= _MOST_WAITING:
            raise RefusedError(503, messages.BUSY, hint=messages.TRY_AGAIN.format(seconds=_RETRY))
        self._waiting += 1
        try:
            yield
        finally:
            self._waiting -= 1

    def _get_limiter(self) -> CapacityLimiter:
        self._limiter = self._limiter or CapacityLimiter(_AT_ONCE)  # it belongs to the loop that runs now
        return self._limiter

    def _respond(self, operation: Operation, request: Request, parameters: dict[str, str], body: bytes) -> Response:
        store = open_store_of_reader()
        if "dimensions" not in operation.parameters:  # what reads dimensions checks their names with all others
            require_known(parameters, operation.parameters)
        address = self._find_address(request)
        tag, since = self._tag(store, address, request.url.path, parameters), self._note_opening(store)
        headers = {"ETag": tag, "Last-Modified": format_datetime(since, usegmt=True), "Cache-Control": "no-cache"}
        is_kept = operation.method == "GET" and operation.depends_on_store
        if is_kept and _is_unchanged(request, tag, since):
            return Response(status_code=304, headers=headers)
        media_type = request.headers.get("content-type", "").partition(";")[0].strip().lower()
        path = request.url.path.removeprefix(self._base)
        call = Call(store, address, path, request.path_params, parameters, body, media_type)
        if is_kept:
            answer = self._keep(tag, lambda: operation.answer(call))
        else:
            answer, headers = operation.answer(call), {"Cache-Control": "no-store"}
        if answer.name:
            headers["Content-Disposition"] = f'inline; filename="{answer.name}"'
        return Response(answer.content, headers=headers, media_type=answer.media_type)

    def _tag(self, store: Store, address: str, path: str, parameters: dict[str, str]) -> str:
        day = datetime.now(UTC).date().isoformat()  # citations and archives carry it
        text = "\n".join(
            (store.key, day, address, path, *(f"{name}={text}" for name, text in sorted(parameters.items())))
        )
        return f'W/"{sha256(text.encode("utf-8", "replace")).hexdigest()[:32]}"'

    def _note_opening(self, store: Store) -> datetime:
        """When this server first saw the store as it is; a figure can't have changed since."""
        with self._lock:
            now = datetime.now(UTC).replace(microsecond=0)
            opened = self._opened.pop(store.key, now)
            self._opened[store.key] = opened
            if len(self._opened) > _MOST_STORES:  # what was kept of the oldest is the first to go
                del self._opened[next(iter(self._opened))]
            return opened

    def _keep(self, tag: str, make: Callable[[], Answer]) -> Answer:
        with self._lock:
            if tag in self._kept:
                self._kept.move_to_end(tag)
                return self._kept[tag]
        answer = make()
        with self._lock:
            self._kept[tag] = answer
            while sum(len(one.content) for one in self._kept.values()) > _MOST_KEPT:
                self._kept.popitem(last=False)
        return answer


def _match_names(path: str) -> str:
    """The path for the router: an ending may have several dots."""
    return path.replace("{suffix}", "{suffix:path}")


def _read_parameters(request: Request) -> dict[str, str]:
    pairs = request.query_params.multi_items()
    names = [name for name, _ in pairs]
    for name in names:
        if names.count(name) > 1:
            raise UsageError(messages.GIVEN_TWICE.format(name=name))
    return dict(pairs)


async def _read_body(request: Request) -> bytes:
    parts, size = [], 0
    async for part in request.stream():
        size += len(part)
        if size > MOST_BYTES:
            raise RefusedError(413, messages.BODY_TOO_LARGE, expected=f"at most {MOST_BYTES:,} bytes")
        parts.append(part)
    return b"".join(parts)


def _is_in_path(error: IndicatorsError, request: Request) -> bool:
    """Whether the name that is unknown was a part of the path."""
    return getattr(error, "name", None) in request.path_params.values()


def _is_unchanged(request: Request, tag: str, since: datetime) -> bool:
    """Whether the client has this answer already (RFC 9110, 13.1): its tags count more than its date."""
    if given := request.headers.get("if-none-match"):
        tags = re.findall(r'(?:W/)?"[^"]*"', given)
        return given.strip() == "*" or tag.removeprefix("W/") in {one.removeprefix("W/") for one in tags}
    try:
        return since <= parsedate_to_datetime(request.headers.get("if-modified-since", ""))
    except (TypeError, ValueError):
        return False
