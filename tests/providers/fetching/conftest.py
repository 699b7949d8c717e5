"""A server of publishers' answers on this machine, which can misbehave in every way, and a clock that never waits."""

from __future__ import annotations

import socket
import struct
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from indicators.providers.fetching.archive import AnswerArchive
from indicators.providers.fetching.client import HttpClient
from indicators.providers.fetching.http_messages import ApiKey, HttpRequest, HttpService, Quota
from indicators.providers.fetching.settings import FetchSettings


@dataclass(frozen=True)
class Reply:
    """One answer of the server; its faults are those of real services."""

    body: bytes = b""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    length: int | None = None  # what Content-Length says, where it is wrong
    stall: threading.Event | None = None  # waits for it before the body
    reset: bool = False  # breaks the connection off after the body


class FakeService:
    """A server that gives its replies in turn, the last one again and again, and remembers what it was asked."""

    def __init__(self) -> None:
        self.replies: list[Reply] = []
        self.paths: dict[str, Reply | Callable[[], Reply]] = {}
        self.asked: list[tuple[str, dict[str, str]]] = []
        outer = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self) -> None:
                outer.asked.append((self.path, {name.lower(): value for name, value in self.headers.items()}))
                outer.answer(self)

            def do_POST(self) -> None:
                self.rfile.read(int(self.headers.get("Content-Length") or 0))
                self.do_GET()

            def log_message(self, *_: object) -> None:
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        threading.Thread(target=self._server.serve_forever, args=(0.01,), daemon=True).start()

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self._server.server_port}/"

    def answer(self, handler: BaseHTTPRequestHandler) -> None:
        found = self.paths.get(handler.path.lstrip("/"))
        reply = found() if callable(found) else found
        if reply is None:
            reply = self.replies.pop(0) if len(self.replies) > 1 else self.replies[0]
        handler.send_response(reply.status)
        for name, value in reply.headers.items():
            handler.send_header(name, value)
        if "Transfer-Encoding" not in reply.headers and reply.status != 304:
            handler.send_header("Content-Length", str(len(reply.body) if reply.length is None else reply.length))
        handler.end_headers()
        if reply.stall:
            handler.wfile.flush()
            reply.stall.wait(5)
        try:
            handler.wfile.write(reply.body)
            handler.wfile.flush()
        except OSError:  # the client gave up, as it should
            handler.close_connection = True
        if reply.reset:
            handler.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        if reply.reset or reply.length is not None:
            handler.close_connection = True

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()


class PatientClock:
    """A clock whose hours pass in no time."""

    def __init__(self) -> None:
        self.seconds, self.slept, self.tick = 0.0, [], 0.0

    def now(self) -> datetime:
        return datetime(2026, 11, 30, 12, tzinfo=UTC) + timedelta(seconds=self.seconds)

    def monotonic(self) -> float:
        self.seconds += self.tick
        return self.seconds

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.seconds += seconds


@pytest.fixture
def service() -> Iterator[FakeService]:
    running = FakeService()
    yield running
    running.close()


@pytest.fixture
def clock() -> PatientClock:
    return PatientClock()


@pytest.fixture
def archive(tmp_path: Path) -> AnswerArchive:
    return AnswerArchive(tmp_path / "answers", most_bytes=1_000_000)


@pytest.fixture
def office(service: FakeService) -> HttpService:
    return HttpService("office", "Office", service.address, Quota(1000, 1))


@pytest.fixture
def keyed(service: FakeService) -> HttpService:
    return HttpService(
        "keyed", "Keyed", service.address, Quota(1000, 1), ApiKey("KEYED", "api_key", "https://a.example")
    )


@pytest.fixture
def make_client(archive: AnswerArchive, clock: PatientClock) -> Iterator[Callable[..., HttpClient]]:
    made: list[HttpClient] = []

    def make(**settings: object) -> HttpClient:
        made.append(HttpClient(archive, FetchSettings(**{"read_seconds": 0.3, "retries": 1, **settings}), clock))
        return made[-1].__enter__()

    yield make
    for client in made:
        client.__exit__(None, None, None)


@pytest.fixture
def ask(office: HttpService) -> Callable[..., HttpRequest]:
    def ask(path: str = "data", kind: str = "csv", **options: object) -> HttpRequest:
        return HttpRequest(office, path, kind, **options)

    return ask
