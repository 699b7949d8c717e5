"""Errors as problem documents (RFC 9457), with what was found and expected and the nearest valid value."""

from __future__ import annotations

import json
from typing import Any, Final

from starlette.responses import Response

from indicators.errors import (
    IndicatorsError,
    NotAllowedError,
    RateMissingError,
    StoreError,
    ToolMissingError,
    UnitMismatchError,
    UnknownNameError,
    UsageError,
)

PROBLEM_TYPE: Final = "application/problem+json"
_STATUS: Final = (
    (RateMissingError, 422),
    (UnitMismatchError, 422),
    (NotAllowedError, 403),
    (UsageError, 400),
    (ToolMissingError, 501),
    (StoreError, 503),
    (IndicatorsError, 500),
)
_TITLES: Final = {
    400: "The request is not understood", 401: "No valid token", 403: "Not allowed", 404: "Not found",
    405: "Method not allowed",
    413: "Body too large", 414: "Address too long", 415: "Type of body not understood", 421: "Misdirected request",
    422: "This can't be calculated", 429: "Too many requests", 500: "The server failed",
    501: "A program is missing on the server", 503: "The server can't answer now",
}  # fmt: skip


class RefusedError(UsageError):
    """A request that is refused with a status of its own."""

    def __init__(self, status: int, message: str, **details: str) -> None:
        self.status = status
        super().__init__(message, **details)


def make_problem(error: IndicatorsError, path: str, *, at_path: bool = False, seconds: int = 0) -> Response:
    """Make the answer for an error.

    Args:
        error: What went wrong.
        path: The path of the request.
        at_path: Whether an unknown name was part of the path, so that nothing is there.
        seconds: When to try again; 0 if that would not help.
    """
    status = (
        error.status
        if isinstance(error, RefusedError)
        else next(code for kind, code in _STATUS if isinstance(error, kind))
    )
    nearest = list(error.nearest) if isinstance(error, UnknownNameError) else None
    if at_path and isinstance(error, UnknownNameError):
        status = 404
    document: dict[str, Any] = {
        "type": "about:blank", "title": _TITLES[status], "status": status, "detail": str(error), "instance": path,
        "found": error.found, "expected": error.expected, "hint": error.hint, "nearest": nearest,
    }  # fmt: skip
    if isinstance(error, UnknownNameError):
        document["found"] = error.name
    filled = {name: value for name, value in document.items() if value not in (None, [])}
    headers = {"Retry-After": str(seconds)} if seconds else {}
    if status == 401:
        headers["WWW-Authenticate"] = "Bearer"
    if status == 405:
        headers["Allow"] = error.expected or ""
    content = json.dumps(filled, ensure_ascii=False, indent=2).encode("utf-8", "replace")
    return Response(content, status, headers | {"Cache-Control": "no-store"}, media_type=PROBLEM_TYPE)
