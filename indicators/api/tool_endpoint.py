"""The tools for assistants at an address of the server, made when somebody first asks: their package loads slowly."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

from anyio import Event, create_task_group, sleep_forever, to_thread
from starlette.routing import BaseRoute, Route
from starlette.types import ASGIApp, Receive, Scope, Send

from indicators.api.problems import make_problem
from indicators.errors import ToolMissingError

if TYPE_CHECKING:
    from mcp.server import MCPServer


class ToolEndpoint:
    """An ASGI application that serves the tools over HTTP; its lifespan has to run with the server's."""

    def __init__(self, address: str, path: str) -> None:
        self._address = address
        self._path = path
        self._application: ASGIApp | None = None
        self._asked, self._ready = Event(), Event()

    def list_routes(self) -> list[BaseRoute]:
        """Return the route of the tools, or none where their package is not installed."""
        return [Route(self._path, self)] if find_spec("mcp") else []

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request; the first one waits until the tools are made."""
        self._asked.set()
        await self._ready.wait()
        if self._application is not None:
            await self._application(scope, receive, send)

    @asynccontextmanager
    async def lifespan(self, _: Any) -> AsyncIterator[None]:
        """Make the tools when they are asked for, and stop what they run with the server."""
        self._asked, self._ready = Event(), Event()  # they belong to the loop that runs now
        async with create_task_group() as tasks:
            tasks.start_soon(self._run)
            yield
            tasks.cancel_scope.cancel()

    async def _run(self) -> None:
        await self._asked.wait()
        try:
            server = await to_thread.run_sync(self._make)
        except ToolMissingError as error:
            self._application = make_problem(error, self._path)
            self._ready.set()
            return
        async with server.session_manager.run():
            self._ready.set()
            await sleep_forever()

    def _make(self) -> MCPServer:
        from mcp.server.transport_security import TransportSecuritySettings

        from indicators.api.tools import make_tool_server

        server = make_tool_server(self._address)
        self._application = server.streamable_http_app(
            streamable_http_path=self._path, json_response=True, stateless_http=True,
            # the guard of this server checks hosts and origins
            transport_security=TransportSecuritySettings(enable_dns_rebinding_protection=False),
        )  # fmt: skip
        return server
