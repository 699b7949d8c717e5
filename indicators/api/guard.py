"""Guard a server: who may ask it, from which pages, how often; and what browsers may do with its pages.

A page of another site can make a browser send requests to this machine, also under a name of its own that it lets
point here (DNS rebinding). So the names this server answers to are known, and so are the origins.
"""

from __future__ import annotations

import re
import time
from base64 import b64encode
from collections import OrderedDict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from hashlib import sha256
from ipaddress import ip_address
from typing import Final
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from indicators.api import messages
from indicators.api.problems import RefusedError, make_problem
from indicators.api.tokens import AccessToken, reading_for

MOST_SESSIONS: Final = 200
"""How many browser windows one process serves at once by default; each takes some megabytes."""
_SECONDS_TO_WAIT: Final = 30
_LONGEST_ADDRESS: Final = 8000
_LOCAL: Final = ("localhost", "127.0.0.1", "::1")
_SAFE_METHODS: Final = ("GET", "HEAD", "OPTIONS")
_MOST_CLIENTS: Final = 10_000
_DATA: Final = ("api", "mcp")
_CLOSED: Final = "/_stcore/metrics"
_NO_PAGES: Final = ("/_stcore/", "/static/", "/media/", "/component/", "/mcp")
_BUSY: Final = 503
_PAGES: Final = ("explore", "countries", "compare")
_PREFLIGHT: Final = {
    "Access-Control-Allow-Methods": "GET, POST", "Access-Control-Allow-Headers": "Authorization, Content-Type",
    "Access-Control-Max-Age": "600",
}  # fmt: skip
_SCRIPT: Final = re.compile(r"<script>(.*?)</script>", re.DOTALL)


@dataclass(frozen=True, slots=True)
class GuardSettings:
    """What a server allows.

    Attributes:
        hosts: The names it answers to, besides those of this machine.
        any_address: Whether it also answers to every IP address, as a server for other machines does.
        origins: The sites whose pages may read its data and show its pages in a frame; ``*`` for any.
        per_second: How many requests for data one machine may make per second in the long run.
        burst: How many it may make at once.
        scripts: The hashes of the scripts within pages, as in a Content-Security-Policy.
        find_token: Finds what is kept about a token; data is for those who have one. Without it, for everyone.
        is_https: Whether others reach the server over HTTPS only, so that cookies are sent over nothing else.
        most_sessions: How many browser windows one process serves at once.
    """

    hosts: frozenset[str] = frozenset()
    any_address: bool = False
    origins: frozenset[str] = frozenset()
    per_second: float = 10
    burst: int = 60
    scripts: tuple[str, ...] = ()
    find_token: Callable[[str], AccessToken | None] | None = None
    is_https: bool = False
    most_sessions: int = MOST_SESSIONS

    @property
    def allows_any_origin(self) -> bool:
        """Whether pages of any site may read its data."""
        return "*" in self.origins

    def allows_host(self, host: str) -> bool:
        """Whether the server answers to a name.

        >>> GuardSettings().allows_host("localhost:8501"), GuardSettings().allows_host("evil.example")
        (True, False)
        """
        name = _read_host(host)
        return bool(name) and (name in _LOCAL or name in self.hosts or (self.any_address and _is_ip(name)))

    def allows_origin(self, origin: str, host: str) -> bool:
        """Whether pages of a site may send requests: those of this server may, and those that are allowed."""
        return self.allows_any_origin or origin in self.origins or urlsplit(origin).netloc.lower() == host.lower()

    @property
    def policy(self) -> str:
        """The Content-Security-Policy of pages, without who may frame them."""
        scripts = " ".join(("'self'", "blob:", *(f"'{one}'" for one in self.scripts)))
        return (
            f"default-src 'self'; script-src {scripts}; style-src 'self' 'unsafe-inline'; "
            "img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self'; worker-src 'self' blob:; "
            "object-src 'none'; base-uri 'self'; form-action 'self'"
        )


class RequestGuard:
    """ASGI middleware that refuses what is not allowed and sets the headers that protect pages."""

    def __init__(self, app: ASGIApp, settings: GuardSettings, base: str = "") -> None:
        self._app = app
        self._settings = settings
        self._base = base.rstrip("/")
        self._buckets: OrderedDict[str, tuple[float, float]] = OrderedDict()
        self._sessions = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, or refuse it."""
        if scope["type"] not in ("http", "websocket"):
            await self._app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        refusal, seconds = self._find_refusal(scope, headers)
        if refusal is None and self._asks_first(scope, headers):
            await Response(status_code=204)(scope, receive, self._wrap(scope, headers, send))
        elif refusal is None:
            token = self._find_token(headers)
            with reading_for("" if token is None else token.person):
                await self._pass_on(scope, receive, self._wrap(scope, headers, send))
        elif scope["type"] == "websocket" and refusal.status != _BUSY:  # closing before accepting is answered with 403
            await receive()
            await send({"type": "websocket.close", "code": 1008, "reason": ""})
        else:
            problem = make_problem(refusal, scope["path"], seconds=seconds)
            await problem(scope, receive, self._wrap(scope, headers, send))

    async def _pass_on(self, scope: Scope, receive: Receive, send: Send) -> None:
        is_session = scope["type"] == "websocket"
        self._sessions += is_session
        try:
            await self._app(scope, receive, send)
        finally:
            self._sessions -= is_session

    def _find_refusal(self, scope: Scope, headers: Headers) -> tuple[RefusedError | None, int]:
        host, origin = headers.get("host", ""), headers.get("origin")
        if len(headers.getlist("host")) != 1 or not self._settings.allows_host(host):
            name = _read_host(host) or "NAME"
            return RefusedError(421, messages.WRONG_HOST, found=host, hint=messages.ALLOW_HOST.format(host=name)), 0
        changes = scope["type"] == "websocket" or scope["method"] not in _SAFE_METHODS
        if origin is not None and changes and not self._settings.allows_origin(origin, host):
            hint = messages.ALLOW_ORIGIN.format(origin=origin)
            return RefusedError(403, messages.WRONG_ORIGIN, found=origin, hint=hint), 0
        if (refusal := self._find_refused_address(scope)) is not None:
            return refusal, 0
        if (refusal_and_seconds := self._find_overload(scope)) is not None:
            return refusal_and_seconds
        if self._is_data(scope["path"]) and not self._asks_first(scope, headers) and not self._may_read_data(headers):
            return RefusedError(401, messages.NOBODY_KNOWN, hint=messages.SEND_HEADER), 0
        return None, 0

    def _find_overload(self, scope: Scope) -> tuple[RefusedError, int] | None:
        if self._sessions >= self._settings.most_sessions and self._begins_session(scope):
            hint = messages.TRY_AGAIN.format(seconds=_SECONDS_TO_WAIT)
            return RefusedError(_BUSY, messages.TOO_MANY_SESSIONS, hint=hint), _SECONDS_TO_WAIT
        if self._is_data(scope["path"]) and (seconds := self._count(scope)):
            hint = messages.TRY_AGAIN.format(seconds=seconds)
            return RefusedError(429, messages.TOO_MANY_REQUESTS, hint=hint), seconds
        return None

    def _find_refused_address(self, scope: Scope) -> RefusedError | None:
        if scope["type"] == "http" and len(scope["path"]) + len(scope["query_string"]) > _LONGEST_ADDRESS:
            return RefusedError(414, messages.ADDRESS_TOO_LONG, expected=f"at most {_LONGEST_ADDRESS:,} characters")
        if scope["path"].removeprefix(self._base) == _CLOSED:
            return RefusedError(404, messages.NO_SUCH_PAGE, found=scope["path"])
        return None

    def _begins_session(self, scope: Scope) -> bool:
        """Whether a browser window opens here: a page, which has no ending, or the connection that draws it."""
        path = scope["path"].removeprefix(self._base)
        is_page = "." not in path and not path.startswith(_NO_PAGES) and not self._is_data(scope["path"])
        return scope["type"] == "websocket" or is_page

    def _asks_first(self, scope: Scope, headers: Headers) -> bool:
        """Whether a browser asks what an allowed site may send (a preflight of the Fetch standard)."""
        return (
            scope["type"] == "http" and scope["method"] == "OPTIONS" and self._is_data(scope["path"])
            and "access-control-request-method" in headers and self._may_read(headers)
        )  # fmt: skip

    def _may_read(self, headers: Headers) -> bool:
        return self._settings.allows_any_origin or headers.get("origin", "") in self._settings.origins

    def _may_read_data(self, headers: Headers) -> bool:
        return self._settings.find_token is None or self._find_token(headers) is not None

    def _find_token(self, headers: Headers) -> AccessToken | None:
        scheme, _, token = headers.get("authorization", "").partition(" ")
        if self._settings.find_token is None or scheme.lower() != "bearer":
            return None
        return self._settings.find_token(token.strip())

    def _is_data(self, path: str) -> bool:
        """Whether an address gives data: of the API, or of a page with the ending of a file."""
        inner = path.removeprefix(self._base)
        top, _, rest = inner.lstrip("/").partition("/")
        page, dot, _ = top.partition(".")
        return top in _DATA or (bool(dot) and page in _PAGES) or (top == "boards" and "." in rest)

    def _count(self, scope: Scope) -> int:
        """Take one request from the bucket of a machine; return the seconds until there is one again, or 0."""
        client = (scope.get("client") or ("", 0))[0]
        now = time.monotonic()
        left, at = self._buckets.pop(client, (float(self._settings.burst), now))
        left = min(self._settings.burst, left + (now - at) * self._settings.per_second)
        enough = left >= 1
        self._buckets[client] = (left - 1 if enough else left, now)
        if len(self._buckets) > _MOST_CLIENTS:
            self._buckets.popitem(last=False)
        return 0 if enough else max(1, round((1 - left) / self._settings.per_second + 0.5))

    def _wrap(self, scope: Scope, headers: Headers, send: Send) -> Send:
        """Send a response with the headers that protect it."""
        added = self._list_headers(scope, headers)

        async def send_guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                given = MutableHeaders(scope=message)
                for name, value in added.items():
                    given[name] = value
                if self._settings.is_https:
                    _secure_cookies(message)
            await send(message)

        return send_guarded

    def _list_headers(self, scope: Scope, headers: Headers) -> dict[str, str]:
        if scope["type"] == "websocket":
            return {}
        added = {
            "X-Content-Type-Options": "nosniff", "Referrer-Policy": "same-origin",
            "Content-Security-Policy": f"{self._settings.policy}; frame-ancestors {self._list_frames(scope)}",
        }  # fmt: skip
        if self._is_data(scope["path"]) and self._settings.origins:
            origin = headers.get("origin", "")
            if self._may_read(headers):
                added["Access-Control-Allow-Origin"] = "*" if self._settings.allows_any_origin else origin
            if self._asks_first(scope, headers):
                added |= _PREFLIGHT
            added["Vary"] = "Accept-Encoding, Origin"
        return added

    def _list_frames(self, scope: Scope) -> str:
        """Who may show a page in a frame: any site a chart that is made for it, allowed sites the rest."""
        is_embedded = b"embed=true" in scope["query_string"].split(b"&")
        if is_embedded and scope["path"].removeprefix(self._base) == "/explore":
            return "*"
        return " ".join(("'self'", *sorted(self._settings.origins)))


def _secure_cookies(message: Message) -> None:
    """Let browsers send the cookies of a response over HTTPS only: Streamlit's own are not marked so."""
    message["headers"] = [
        (name, value + b"; Secure" if name.lower() == b"set-cookie" and b"secure" not in value.lower() else value)
        for name, value in message["headers"]
    ]


def find_script_hashes(html: str) -> tuple[str, ...]:
    """Return the hashes of the scripts within a page, as its policy names them.

    >>> find_script_hashes("<script>1</script>")
    ('sha256-a4ayc/80/OGda4BO/1o/V0etpOqiLx1JwB5S3beHW0s=',)
    """
    return tuple(f"sha256-{b64encode(sha256(one.encode()).digest()).decode()}" for one in _SCRIPT.findall(html))


def read_hosts(names: Iterable[str]) -> frozenset[str]:
    """Return the names of hosts, from names or addresses.

    >>> sorted(read_hosts(["figures.example:8443", "https://data.example/x"]))
    ['data.example', 'figures.example']
    """
    return frozenset(name for text in names if (name := _read_host(urlsplit(text).netloc or text)))


def _read_host(text: str) -> str:
    """The name in a Host header, in lowercase, without its port; empty if it is none."""
    try:
        parts = urlsplit(f"//{text}")
        parts.port  # noqa: B018  raises for a port that is none
    except ValueError:
        return ""
    if parts.path or parts.query or parts.fragment or "@" in parts.netloc:
        return ""
    return (parts.hostname or "").rstrip(".")


def _is_ip(name: str) -> bool:
    try:
        ip_address(name)
    except ValueError:
        return False
    return True
