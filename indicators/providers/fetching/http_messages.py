"""Requests and answers as plain data: what is asked of a service, and what it said."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Final, Literal

import pyarrow as pa

from indicators.errors import ProviderError
from indicators.providers.fetching import messages

BodyKind = Literal["json", "csv", "xml", "any"]
"""What a request wants to get."""

_MARKS: Final = {b"\xef\xbb\xbf": "utf-8-sig", b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}


@dataclass(frozen=True, slots=True)
class Quota:
    """How many requests a service allows.

    Attributes:
        requests: The number of requests,
        seconds: and in how many seconds.
    """

    requests: int
    seconds: float


@dataclass(frozen=True, slots=True)
class ApiKey:
    """A key that a service asks for.

    Attributes:
        variable: The environment variable that holds it.
        parameter: The parameter of the address that takes it.
        page: Where a user gets one.
    """

    variable: str
    parameter: str
    page: str


@dataclass(frozen=True, slots=True)
class HttpService:
    """A host that answers requests.

    Attributes:
        id: Its id; kebab-case. ``INDICATORS_URL_<ID>`` names another address, such as a mirror.
        name: Who answers, for messages.
        address: The beginning of all addresses, with a slash at the end.
        quota: How many requests it allows; a polite number where none is published.
        key: The key it asks for, if any.
    """

    id: str
    name: str
    address: str
    quota: Quota = Quota(5, 1)
    key: ApiKey | None = None

    @property
    def setting(self) -> str:
        """The environment variable with another address.

        >>> HttpService("world-bank", "World Bank", "https://example.org/v2/").setting
        'INDICATORS_URL_WORLD_BANK'
        """
        return f"INDICATORS_URL_{self.id.upper().replace('-', '_')}"


@dataclass(frozen=True, slots=True)
class HttpRequest:
    """One request.

    Attributes:
        service: Who is asked.
        path: The rest of the address, encoded; it never has the key.
        kind: What is wanted.
        method: The method.
        body: What is sent along.
        headers: Further headers.
        expected: Statuses of errors that the caller reads itself.
        is_download: Whether it counts towards the quota; some services don't count descriptions.
        is_fresh: Whether an answer from an interrupted fetch must not be used.
        delay: How many seconds to wait before it is sent.
        good_for: For how many seconds an answer needn't be asked for again.
    """

    service: HttpService
    path: str
    kind: BodyKind
    method: Literal["GET", "POST"] = "GET"
    body: bytes = b""
    headers: tuple[tuple[str, str], ...] = ()
    expected: tuple[int, ...] = ()
    is_download: bool = True
    is_fresh: bool = False
    delay: float = 0
    good_for: float = 0

    @property
    def id(self) -> str:
        """A short hash that the same request always has, whatever the address of the service."""
        told = repr((self.service.id, self.method, self.path, self.body, self.headers))
        return hashlib.sha256(told.encode()).hexdigest()[:24]

    def __str__(self) -> str:
        """The request as a line, without the key.

        >>> print(HttpRequest(HttpService("ecb", "ECB", "https://example.org/"), "data/EXR", "csv"))
        GET https://example.org/data/EXR
        """
        return f"{self.method} {self.service.address}{self.path}"


@dataclass(frozen=True, slots=True)
class HttpAnswer:
    """An answer, as it is kept.

    Attributes:
        request: The request.
        status: The status.
        time: When it came.
        headers: The headers that say something about the body, with lowercase names.
        sha256: The hash of the body.
        size: The bytes of the body.
        kept: The compressed body.
        is_unchanged: Whether it is the same as the last answer to this request.
    """

    request: HttpRequest
    status: int
    time: datetime
    headers: Mapping[str, str]
    sha256: str
    size: int
    kept: Path = field(repr=False)
    is_unchanged: bool = False

    def read(self) -> bytes:
        """Return the body."""
        if not self.size:
            return b""
        with pa.CompressedInputStream(pa.OSFile(str(self.kept)), "zstd") as stream:
            return bytes(stream.read())

    def read_text(self) -> str:
        """Return the body as text: by its byte order mark, as UTF-8 if it is that, else as its headers say.

        Text in another encoding is hardly ever valid UTF-8, while headers are often wrong.

        Raises:
            ProviderError: Its bytes are in another encoding.
        """
        body = self.read()
        encoding = next((name for mark, name in _MARKS.items() if body.startswith(mark)), "")
        if not encoding and _is_utf8(body):
            encoding = "utf-8"
        if not encoding:
            given = re.search(r"charset=\"?([\w.:-]+)", self.headers.get("content-type", ""), re.IGNORECASE)
            encoding = given[1] if given else "utf-8"
        try:
            return body.decode(encoding)
        except (UnicodeDecodeError, LookupError):
            message = messages.OTHER_ENCODING.format(provider=self.request.service.name)
            raise ProviderError(message, found=encoding, hint=messages.TRY_LATER) from None


def _is_utf8(body: bytes) -> bool:
    if b"\0" in body:  # UTF-16 without its mark
        return False
    try:
        body.decode()
    except UnicodeDecodeError:
        return False
    return True
