"""Start the server of the pages and of their data: ``serve`` for the command, this module for the process.

The first user of a server would wait two seconds for pandas, plotly and the store. The process loads them while the
browser opens and loads its own part.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import AsyncIterator, Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, Any, Final

from indicators.errors import IndicatorsError, UsageError
from indicators.exports.links import PUBLIC_SETTING, find_public_url
from indicators.ui import messages

if TYPE_CHECKING:
    from contextlib import AbstractAsyncContextManager

    from starlette.middleware import Middleware
    from starlette.routing import BaseRoute

    _Lifespan = Callable[[Any], AbstractAsyncContextManager[None]]

    from indicators.api import GuardSettings

__all__ = ["ServerOptions", "build_command", "find_dashboard_script", "serve", "warm_up"]

HOSTS_VARIABLE: Final = "INDICATORS_HOSTS"
ORIGINS_VARIABLE: Final = "INDICATORS_ORIGINS"
DEFAULT_PORT: Final = 8501
_API_ONLY: Final = "--api-only"
_LOCAL: Final = ("127.0.0.1", "localhost", "::1")


@dataclass(frozen=True, slots=True)
class ServerOptions:
    """How the server runs.

    Attributes:
        port: Its port.
        host: The address it listens at.
        hosts: The names it answers to, besides those of this machine.
        origins: The sites whose pages may read its data and frame its pages.
        api_only: Whether it has no pages.
        others: Further options for Streamlit; they come last and so win.
    """

    port: int = DEFAULT_PORT
    host: str = "127.0.0.1"
    hosts: Sequence[str] = ()
    origins: Sequence[str] = ()
    api_only: bool = False
    others: Sequence[str] = ()


def find_dashboard_script() -> Path:
    """Return the script of the dashboard: inside the installed package, or beside it in a checkout.

    Raises:
        IndicatorsError: Neither exists.
    """
    package = Path(__file__).resolve().parents[1]
    for folder in (package, package.parent):
        if (folder / "dashboard.py").is_file():
            return folder / "dashboard.py"
    raise IndicatorsError(messages.pages.NO_DASHBOARD, hint=messages.pages.REINSTALL)


def build_command(options: ServerOptions) -> list[str]:
    """Return the command that starts the process of the server."""
    api_only = [_API_ONLY] if options.api_only else []
    settings = [f"--server.address={options.host}", f"--server.port={options.port}", *options.others]
    return [sys.executable, "-m", "indicators.ui.server", *api_only, *settings]


def serve(options: ServerOptions) -> int:
    """Run the server until it is stopped, and return the exit status.

    Streamlit reads its settings from the working directory, so it starts in the dashboard's folder.
    """
    names = {HOSTS_VARIABLE: options.hosts, ORIGINS_VARIABLE: options.origins}
    variables = {name: " ".join(words) for name, words in names.items() if words}
    folder = find_dashboard_script().parent
    try:
        return subprocess.run(build_command(options), cwd=folder, check=False, env=os.environ | variables).returncode
    except KeyboardInterrupt:
        return 0


def warm_up() -> None:
    """Load what the first pages need: their modules, the catalogue, the rates, and Plotly's validation of a chart.

    A store that can't be opened is not reported here: the page reports it.
    """
    from indicators.analysis.pipeline import make_panel
    from indicators.charts.drawing import draw_chart
    from indicators.store import open_store
    from indicators.view import View

    import_module("indicators.ui.components.exploration")  # and all that it imports
    try:
        store = open_store()
        indicators = tuple(one.id for one in store.catalogue.indicators[:1])
        first = View(indicators, store.read_coverage(indicators).areas[:1])
        draw_chart(make_panel(first.request, store), first)
        make_panel(first.with_(unit="EUR").request, store)  # reads rates
        import_module("indicators.ui.loaders").load_profile("WLD", "WLD")  # reads what countries are ranked among
    except IndicatorsError:
        return


def _run(words: Sequence[str]) -> None:
    """Run the server in this process.

    Args:
        words: ``--api-only``, and options of ``streamlit run`` such as ``--server.port=8502``.
    """
    script = find_dashboard_script()
    sys.argv = [str(script)]
    config = _read_config([word for word in words if word != _API_ONLY])
    address, base = str(config.get("server.address") or "127.0.0.1"), str(config.get("server.baseUrlPath") or "")
    base = f"/{base.strip('/')}" if base.strip("/") else ""
    port = int(config.get("server.port") or DEFAULT_PORT)
    if _API_ONLY not in words:
        Thread(target=warm_up, name="warm-up", daemon=True).start()
    routes, lifespan = _list_routes(address, port, base)
    middleware = _list_middleware(_read_settings(address, os.environ), base)
    if _API_ONLY in words:
        _run_api(address, port, routes, middleware, lifespan)
        return
    from streamlit.starlette import App

    App(script, routes=routes, middleware=middleware, lifespan=lifespan).run(config=config)


def _run_api(
    address: str, port: int, routes: list[BaseRoute], middleware: list[Middleware], lifespan: _Lifespan
) -> None:
    import uvicorn
    from starlette.applications import Starlette
    from starlette.middleware import Middleware
    from starlette.middleware.gzip import GZipMiddleware

    app = Starlette(routes=routes, middleware=[*middleware, Middleware(GZipMiddleware)], lifespan=lifespan)
    uvicorn.run(app, host=address, port=port, server_header=False, log_level="warning")


def _list_routes(address: str, port: int, base: str) -> tuple[list[BaseRoute], _Lifespan]:
    """The routes of data, those of tools for assistants where their package is installed, and what runs with them."""
    from contextlib import asynccontextmanager

    from indicators.api import Service
    from indicators.api.tools import make_tool_server
    from indicators.errors import ToolMissingError

    public = find_public_url()
    routes: list[BaseRoute] = [*Service(public, base).list_routes()]
    try:
        server = make_tool_server(public or f"http://{address}:{port}{base}")
    except ToolMissingError:
        server = None
    if server is not None:  # the guard of this server checks hosts and origins
        path = f"{base}/mcp"
        from mcp.server.transport_security import TransportSecuritySettings

        tools = server.streamable_http_app(
            streamable_http_path=path, json_response=True, stateless_http=True,
            transport_security=TransportSecuritySettings(enable_dns_rebinding_protection=False),
        )  # fmt: skip
        routes = [*tools.routes, *routes]

    @asynccontextmanager
    async def lifespan(_: Any) -> AsyncIterator[None]:
        if server is None:
            yield
            return
        async with server.session_manager.run():
            yield

    return routes, lifespan


def _read_config(words: Sequence[str]) -> dict[str, Any]:
    """Read options as ``streamlit run`` does: with its names, types and messages."""
    from streamlit.web.cli import main_run

    context = main_run.make_context("indicators serve", list(words))
    options = {option.name: option.opts[0].removeprefix("--") for option in main_run.params if option.name}
    return {
        options[name]: value
        for name, value in context.params.items()
        if name not in ("target", "args") and value not in (None, ())
    }


def _read_settings(address: str, environment: Mapping[str, str]) -> GuardSettings:
    """Read what the server allows: a server for other machines also answers to their addresses of it."""
    import streamlit

    from indicators.api import GuardSettings
    from indicators.api.guard import find_script_hashes, read_hosts

    names = (environment.get(HOSTS_VARIABLE, ""), environment.get(PUBLIC_SETTING, ""), address)
    hosts = read_hosts(" ".join(names).split())
    origins = frozenset(environment.get(ORIGINS_VARIABLE, "").split())
    page = Path(streamlit.__file__).with_name("static") / "index.html"
    scripts = find_script_hashes(page.read_text(encoding="utf-8"))
    return GuardSettings(hosts, address not in _LOCAL, _check_origins(origins), scripts=scripts)


def _check_origins(origins: Iterable[str]) -> frozenset[str]:
    for one in origins:
        if one != "*" and not one.startswith(("http://", "https://")):
            raise UsageError(messages.pages.NO_ORIGIN, found=one, expected="https://news.example")
    return frozenset(one.rstrip("/") for one in origins)


def _list_middleware(settings: GuardSettings, base: str) -> list[Middleware]:
    from starlette.middleware import Middleware

    from indicators.api import RequestGuard

    return [Middleware(RequestGuard, settings=settings, base=base)]


if __name__ == "__main__":
    try:
        _run(sys.argv[1:])
    except IndicatorsError as error:
        sys.exit(str(error))
