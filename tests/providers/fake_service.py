"""A server of publishers' answers on this machine, which can misbehave in every way, and a clock that never waits."""

from __future__ import annotations

import socket
import struct
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from indicators.providers.fetching.archive import AnswerArchive
from indicators.providers.fetching.conversations import Conversation
from indicators.providers.fetching.http_messages import HttpAnswer, HttpRequest


@dataclass(frozen=True)
class Reply:
    """One answer of the server; its faults are those of real services."""

    body: bytes = b""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    length: int | None = None  # what Content-Length says, where it is wrong
    early: bytes = b""  # answers that come before this one
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
        self._server.handle_error = lambda *_: None  # a client that gives up is part of the tests
        threading.Thread(target=self._server.serve_forever, args=(0.01,), daemon=True).start()

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self._server.server_port}/"

    def answer(self, handler: BaseHTTPRequestHandler) -> None:
        found = self.paths.get(handler.path.lstrip("/"))
        reply = found() if callable(found) else found
        if reply is None:
            reply = self.replies.pop(0) if len(self.replies) > 1 else self.replies[0]
        handler.wfile.write(reply.early)
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


class Talk:
    """Holds a conversation without a network: answers each request by what its path contains."""

    def __init__(self, folder: Path) -> None:
        self._archive = AnswerArchive(folder, most_bytes=10**9)
        self.asked: list[str] = []

    def __call__(
        self, conversation: Conversation, replies: dict[str, bytes | Reply | list[bytes] | Callable[[str], bytes]]
    ) -> object:
        answer = None
        try:
            while True:
                request = conversation.send(answer) if answer is not None else next(conversation)
                self.asked.append(request.path)
                answer = self._answer(request, next(replies[part] for part in replies if part in request.path))
        except StopIteration as end:
            return end.value

    def _answer(self, request: HttpRequest, found: bytes | Reply | list[bytes] | Callable[[str], bytes]) -> HttpAnswer:
        if callable(found):
            found = found(request.path)
        if isinstance(found, list):
            found = found.pop(0) if len(found) > 1 else found[0]
        reply = found if isinstance(found, Reply) else Reply(found)
        headers = {name.lower(): value for name, value in reply.headers.items()}
        with self._archive.write_body() as writer:
            writer.write(reply.body)
            writer.close()
            time = datetime(2026, 11, 30, tzinfo=UTC)
            answer = HttpAnswer(request, reply.status, time, headers, writer.sha256, writer.size, writer.partial)
            return self._archive.keep(answer)
