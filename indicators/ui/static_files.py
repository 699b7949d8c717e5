"""Streamlit's scripts and styles, compressed once: it sends them as they are, 9 MB for the first page of a browser."""

from __future__ import annotations

import gzip
from pathlib import Path
from typing import Final

from starlette.datastructures import Headers
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

_MEDIA_TYPES: Final = {".js": "text/javascript; charset=utf-8", ".css": "text/css; charset=utf-8"}
_SMALLEST: Final = 1000
_HEADERS: Final = {
    "Content-Encoding": "gzip", "Vary": "Accept-Encoding",
    "Cache-Control": "public, immutable, max-age=31536000",  # their names hold a hash of their content
}  # fmt: skip


class CompressedFiles:
    """The compressed files of a folder; until one is there, it is sent as it is."""

    def __init__(self) -> None:
        self._files: dict[str, bytes] = {}

    def add_folder(self, folder: Path) -> None:
        """Compress the scripts and styles in a folder; about half a second for Streamlit's."""
        for path in sorted(folder.rglob("*")):
            if path.suffix in _MEDIA_TYPES and path.stat().st_size >= _SMALLEST:
                content = gzip.compress(path.read_bytes(), compresslevel=6, mtime=0)
                self._files[path.relative_to(folder).as_posix()] = content

    def find(self, name: str) -> Response | None:
        """Return a file as a response."""
        content = self._files.get(name)
        if content is None:
            return None
        return Response(content, headers=_HEADERS | {"Content-Type": _MEDIA_TYPES[Path(name).suffix]})


class CompressedResponses:
    """ASGI middleware that answers with compressed files where a browser takes them.

    Args:
        app: What answers all else.
        files: The files.
        prefix: The path before their names, with a slash at the end.
    """

    def __init__(self, app: ASGIApp, files: CompressedFiles, prefix: str) -> None:
        self._app = app
        self._files = files
        self._prefix = prefix

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""
        await (self._find(scope) or self._app)(scope, receive, send)

    def _find(self, scope: Scope) -> Response | None:
        if scope["type"] != "http" or scope["method"] != "GET" or not scope["path"].startswith(self._prefix):
            return None
        headers = Headers(scope=scope)
        taken = {one.partition(";")[0].strip() for one in headers.get("accept-encoding", "").split(",")}
        return self._files.find(scope["path"].removeprefix(self._prefix)) if "gzip" in taken else None
