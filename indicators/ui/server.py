"""Start the server of the pages and of their data: ``serve`` for the command, this module for the process.

The first user of a server would wait two seconds for pandas, plotly and the store. The process loads them while the
browser opens and loads its own part.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tomllib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, Any, Final

from click import ClickException

from indicators.errors import IndicatorsError, ToolMissingError, UsageError
from indicators.exports.links import PUBLIC_SETTING, find_public_url
from indicators.files.changes import LOGIN_VARIABLE, READ_ONLY_VARIABLE, needs_login
from indicators.ui import messages
from indicators.ui.access import (
    EDITORS_VARIABLE,
    NETWORK_VARIABLE,
    READERS_VARIABLE,
    UNVERIFIED_VARIABLE,
    Person,
    keep_person,
)

if TYPE_CHECKING:
    from contextlib import AbstractAsyncContextManager

    from starlette.middleware import Middleware
    from starlette.routing import BaseRoute

    _Lifespan = Callable[[Any], AbstractAsyncContextManager[None]]

    from indicators.api import GuardSettings
    from indicators.api.tokens import AccessToken

HOSTS_VARIABLE: Final = "INDICATORS_HOSTS"
ORIGINS_VARIABLE: Final = "INDICATORS_ORIGINS"
SESSIONS_VARIABLE: Final = "INDICATORS_MOST_SESSIONS"
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
        read_only: Whether nothing in its store can be changed.
        login: Whether people log in to see its pages, and programs need a token.
        readers: The addresses of those who may see its pages, or patterns such as ``*@example.org``.
        editors: The addresses of those who may also change its store.
        unverified: Whether addresses count of which the provider doesn't say that they are verified.
        allow_network: Whether editors may fetch figures from publishers.
        others: Further options for Streamlit; they come last and so win.
    """

    port: int = DEFAULT_PORT
    host: str = "127.0.0.1"
    hosts: Sequence[str] = ()
    origins: Sequence[str] = ()
    api_only: bool = False
    read_only: bool = False
    login: bool = False
    readers: Sequence[str] = ()
    editors: Sequence[str] = ()
    unverified: bool = False
    allow_network: bool = False
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
    lists = {
        HOSTS_VARIABLE: options.hosts, ORIGINS_VARIABLE: options.origins, READERS_VARIABLE: options.readers,
        EDITORS_VARIABLE: options.editors, READ_ONLY_VARIABLE: ["1"] * options.read_only,
        LOGIN_VARIABLE: ["1"] * options.login, NETWORK_VARIABLE: ["1"] * options.allow_network,
        UNVERIFIED_VARIABLE: ["1"] * options.unverified,
    }  # fmt: skip
    variables = {name: " ".join(words) for name, words in lists.items() if words}
    folder, command, environment = find_dashboard_script().parent, build_command(options), os.environ | variables
    if os.name == "posix":  # one process, to which signals go: that of a container ends when it is told to
        os.chdir(folder)
        os.execve(command[0], command, environment)  # noqa: S606  a fixed list of words
    try:
        return subprocess.run(command, cwd=folder, check=False, env=environment).returncode
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
    import streamlit
    from starlette.middleware import Middleware
    from streamlit.config import get_option
    from streamlit.starlette import App

    from indicators.api import RequestGuard
    from indicators.ui.static_files import CompressedFiles, CompressedResponses

    script = find_dashboard_script()
    sys.argv = [str(script)]
    config = _read_config([word for word in words if word != _API_ONLY])
    address, base = str(config.get("server.address") or "127.0.0.1"), str(config.get("server.baseUrlPath") or "")
    # Streamlit would ask another machine for the address of this one, to print it.
    config.setdefault("browser.serverAddress", "localhost" if address in ("0.0.0.0", "::") else address)  # noqa: S104
    base = f"/{base.strip('/')}" if base.strip("/") else ""
    port = int(config.get("server.port") or DEFAULT_PORT)
    check_access(address, os.environ)
    if needs_login() and _API_ONLY not in words:
        _require_login_settings(config.get("secrets.files") or get_option("secrets.files"))
    routes, lifespan = _list_routes(address, port, base)
    middleware = [Middleware(RequestGuard, settings=_read_settings(address, os.environ), base=base)]
    if _API_ONLY in words:
        _run_api(address, port, routes, middleware, lifespan)
        return
    files = CompressedFiles()
    middleware += [Middleware(CompressedResponses, files=files, prefix=f"{base}/static/")]
    is_far = address not in _LOCAL or bool(find_public_url())  # on one machine, reading takes no time to save

    def prepare() -> None:
        keep_person(warm_up, Person())()
        if is_far:
            files.add_folder(Path(streamlit.__file__).with_name("static") / "static")

    Thread(target=prepare, name="warm-up", daemon=True).start()
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
    """The routes of data and of tools for assistants, and what runs with them."""
    from indicators.api import Service
    from indicators.api.tool_endpoint import ToolEndpoint

    public = find_public_url()
    tools = ToolEndpoint(public or f"http://{address}:{port}{base}", f"{base}/mcp")
    return [*tools.list_routes(), *Service(public, base).list_routes()], tools.lifespan


def check_access(address: str, environment: Mapping[str, str]) -> None:
    """Check that a server which other machines reach says who may change its store.

    >>> check_access("127.0.0.1", {})
    >>> check_access("0.0.0.0", {"INDICATORS_READ_ONLY": "1"})

    Raises:
        UsageError: It doesn't, or it names nobody who could log in, or roles without a login.
    """
    has_roles = any(environment.get(name, "").split() for name in (READERS_VARIABLE, EDITORS_VARIABLE))
    has_login = bool(environment.get(LOGIN_VARIABLE))
    if address not in _LOCAL and not (environment.get(READ_ONLY_VARIABLE) or has_login):
        raise UsageError(messages.pages.OPEN_TO_OTHERS, found=address, hint=messages.pages.CHOOSE_ACCESS)
    if has_login and not has_roles:
        raise UsageError(messages.pages.NO_ROLES, expected=messages.pages.ROLES_EXPECTED)
    if has_roles and not has_login:
        raise UsageError(messages.pages.ROLES_WITHOUT_LOGIN, hint=messages.pages.ADD_LOGIN)


def _require_login_settings(files: Iterable[str]) -> None:
    """Check what ``st.login`` needs, so that the server says it and not the page."""
    from importlib.util import find_spec

    if find_spec("authlib") is None:
        raise ToolMissingError(messages.pages.LOGIN_PACKAGE_MISSING, hint=messages.pages.INSTALL_LOGIN)
    if not any(_has_login_section(Path(file).expanduser()) for file in files):
        raise UsageError(messages.pages.NO_LOGIN_SETTINGS, expected=messages.pages.LOGIN_SETTINGS_EXPECTED)


def _has_login_section(path: Path) -> bool:
    try:
        return "auth" in tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return False
    except (OSError, ValueError) as error:
        raise UsageError(messages.pages.NO_LOGIN_SETTINGS, found=f"{path} ({type(error).__name__})") from error


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
    from indicators.api.guard import MOST_SESSIONS, find_script_hashes, read_hosts

    names = (environment.get(HOSTS_VARIABLE, ""), environment.get(PUBLIC_SETTING, ""), address)
    hosts = read_hosts(" ".join(names).split())
    origins = frozenset(environment.get(ORIGINS_VARIABLE, "").split())
    page = Path(streamlit.__file__).with_name("static") / "index.html"
    scripts = find_script_hashes(page.read_text(encoding="utf-8"))
    return GuardSettings(
        hosts, address not in _LOCAL, _check_origins(origins), scripts=scripts,
        find_token=_open_token_book() if environment.get(LOGIN_VARIABLE) else None,
        is_https=environment.get(PUBLIC_SETTING, "").startswith("https://"),
        most_sessions=_read_number(environment.get(SESSIONS_VARIABLE, ""), MOST_SESSIONS),
    )  # fmt: skip


def _read_number(text: str, usual: int) -> int:
    if text and not (text.isdecimal() and int(text)):
        raise UsageError(messages.pages.NO_NUMBER.format(variable=SESSIONS_VARIABLE), found=text)
    return int(text) if text else usual


def _open_token_book() -> Callable[[str], AccessToken | None]:
    from indicators.api.tokens import TokenBook
    from indicators.files import find_user_folder

    return TokenBook(find_user_folder(refusal=messages.pages.LOGIN_ENGINE)).find_token


def _check_origins(origins: Iterable[str]) -> frozenset[str]:
    for one in origins:
        if one != "*" and not one.startswith(("http://", "https://")):
            raise UsageError(messages.pages.NO_ORIGIN, found=one, expected="https://news.example")
    return frozenset(one.rstrip("/") for one in origins)


if __name__ == "__main__":
    try:
        _run(sys.argv[1:])
    except IndicatorsError as error:
        print(f"indicators: {error}", file=sys.stderr)  # noqa: T201  the process of a command
        sys.exit(2 if isinstance(error, UsageError) else 1)
    except ClickException as error:  # an option that Streamlit doesn't have
        error.show()
        sys.exit(error.exit_code)
