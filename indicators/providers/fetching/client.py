"""The client: carries a request to a service and its answer into the archive, with patience and with limits.

Nothing of a key is ever in an address that is shown, logged or kept: it is added when a request is sent, and the texts
of errors of the network, which have addresses, are never passed on.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from types import TracebackType
from typing import Final, Self
from urllib.parse import quote_plus, urlencode, urljoin, urlsplit

import requests
from urllib3.exceptions import InvalidHeader
from urllib3.util import Retry

from indicators.errors import ProviderError, ProviderUnreachableError, UsageError
from indicators.providers.fetching import messages
from indicators.providers.fetching.archive import AnswerArchive
from indicators.providers.fetching.bodies import check_body, check_size, unpack
from indicators.providers.fetching.clock import Clock, SystemClock
from indicators.providers.fetching.final_responses import PlainSession
from indicators.providers.fetching.hidden_keys import KeyFilter, hide_in_headers, hide_in_pieces
from indicators.providers.fetching.http_messages import HttpAnswer, HttpRequest
from indicators.providers.fetching.network_failures import explain_network
from indicators.providers.fetching.quotas import QuotaBook, format_time
from indicators.providers.fetching.refusals import PassingError, make_status_error
from indicators.providers.fetching.settings import FetchSettings

_LOG: Final = logging.getLogger("urllib3.connectionpool")
_PIECE: Final = 1 << 16
_MOST_REDIRECTS: Final = 5
_REDIRECTS: Final = (301, 302, 303, 307, 308)
_NOT_MODIFIED: Final = 304
_NO_CONTENT: Final = 204
_ERRORS: Final = 400
_PASSING: Final = (408, 425, 429, 500, 502, 503, 504)
_GOOD: Final = (200, 203, 204)
_LONGEST_WAIT: Final = 30 * 86_400.0
_START: Final = 4096
_ERROR_BYTES: Final = 100_000
_ACCEPTS: Final = {
    "json": "application/json",
    "csv": "text/csv, */*;q=0.5",
    "xml": "application/xml, text/xml",
    "any": "*/*",
}


class _StatusError(Exception):
    """An answer with the status of an error, before it is known whether to ask again."""

    def __init__(self, status: int, body: bytes, retry_after: str) -> None:
        super().__init__(status)
        self.status, self.body, self.retry_after = status, body, retry_after


class HttpClient:
    """Sends requests, one at a time. Use it as a context manager: it closes its connections."""

    def __init__(self, archive: AnswerArchive, settings: FetchSettings, clock: Clock | None = None) -> None:
        self._archive, self._settings, self._clock = archive, settings, clock or SystemClock()
        self._quotas = QuotaBook(archive.folder, self._clock, longest_wait=settings.longest_wait)
        self._session = PlainSession()
        self._session.headers.update({"User-Agent": settings.user_agent, "Accept-Encoding": "gzip"})
        self._keys: set[str] = set()
        self._filter = KeyFilter(self._keys)
        self._session.auth = lambda prepared: prepared  # or requests would look for passwords in ~/.netrc

    def __enter__(self) -> Self:
        _LOG.addFilter(self._filter)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        _LOG.removeFilter(self._filter)
        self._session.close()

    def send(self, request: HttpRequest) -> HttpAnswer:
        """Send a request, again if it failed for a reason that passes, and keep the answer.

        If an earlier answer is kept, the service is asked whether something is new since then.

        Raises:
            ProviderUnreachableError: The service can't be reached, or asks to wait for long.
            ProviderError: It refuses the request, or answers with something else.
            UsageError: It needs a key that the environment doesn't have.
            StoreError: The archive can't be written.
        """
        key = self._settings.find_key(request.service)
        self._keys |= {key, quote_plus(key)} - {""}
        retry = Retry(total=self._settings.retries, backoff_factor=1, backoff_jitter=1, backoff_max=60)
        if request.delay:
            self._clock.sleep(request.delay)
        with self._archive.explain_failure():
            while True:
                if request.is_download:
                    self._quotas.take(request.service)
                try:
                    return self._try(request, key)
                except _StatusError as refused:
                    error = make_status_error(request.service, refused.status, refused.body)
                    if refused.status not in _PASSING:
                        raise error from None
                    seconds = self._read_retry_after(refused.retry_after, retry)
                    if seconds > self._settings.longest_wait:
                        error.hint = messages.TRY_AT.format(time=self._format_after(seconds))
                        raise error from None
                except PassingError as failed:
                    error, seconds = failed, 0
                if not retry.total:
                    raise error
                retry = retry.increment(request.method, "")
                self._clock.sleep(max(seconds, retry.get_backoff_time()))

    def _format_after(self, seconds: float) -> str:
        now = self._clock.now()
        return format_time(now + timedelta(seconds=seconds), now)

    @staticmethod
    def _read_retry_after(text: str, retry: Retry) -> float:
        """Return the seconds of a ``Retry-After``, which may be a number or a date; 0 if it is neither."""
        try:
            return min(retry.parse_retry_after(text), _LONGEST_WAIT) if text else 0
        except (InvalidHeader, OverflowError, ValueError):
            return 0

    def _try(self, request: HttpRequest, key: str) -> HttpAnswer:
        last = self._archive.find_last(request)
        address = self._settings.find_address(request.service)
        url, method = address + request.path, request.method
        if request.service.key is not None:
            url += ("&" if "?" in url else "?") + urlencode({request.service.key.parameter: key})
        for _ in range(_MOST_REDIRECTS):
            with (
                explain_network(request.service, urlsplit(address).hostname or address, self._settings),
                self._open(request, method, url, _ask_if_new(last, method)) as response,
            ):
                if response.status_code not in _REDIRECTS:
                    return self._receive(request, response, last, key)
            url = _follow(request, url, response.headers.get("Location", ""))
            method = "GET" if response.status_code in (301, 302, 303) else method
        raise ProviderError(messages.REDIRECTS.format(provider=request.service.name), hint=messages.TRY_LATER)

    def _open(self, request: HttpRequest, method: str, url: str, conditions: dict[str, str]) -> requests.Response:
        """Send one request and return the answer, its body unread.

        Raises:
            UsageError: The file of certificates that the environment names can't be read.
        """
        try:
            return self._session.request(
                method, url, data=request.body if method == "POST" else None, stream=True, allow_redirects=False,
                headers={"Accept": _ACCEPTS[request.kind], **dict(request.headers), **conditions},
                timeout=(self._settings.connect_seconds, self._settings.read_seconds),
            )  # fmt: skip
        except requests.RequestException:  # also an OSError; `explain_network` says what it means
            raise
        except OSError as error:
            raise UsageError(messages.NO_CERTIFICATES, found=str(error), hint=messages.CHECK_CERTIFICATE) from None

    def _receive(
        self, request: HttpRequest, response: requests.Response, last: HttpAnswer | None, key: str
    ) -> HttpAnswer:
        status, provider = response.status_code, request.service.name
        if status == _NOT_MODIFIED:
            if last is None:
                raise make_status_error(request.service, status, b"")
            self._archive.note(replace(last, time=self._clock.now()))
            return replace(last, is_unchanged=True)
        pieces = unpack(self._read_pieces(response, provider), response.headers.get("Content-Encoding", ""), provider)
        if status not in (*_GOOD, *request.expected):
            raise _StatusError(
                status, _read_start(hide_in_pieces(pieces, key)), response.headers.get("Retry-After", "")
            )
        most, start = self._settings.most_bytes, b""
        check_size(response.raw.length_remaining or 0, most, provider)
        with self._archive.write_body() as writer:
            for piece in hide_in_pieces(pieces, key):
                writer.write(piece)
                check_size(writer.size, most, provider)
                start = start if len(start) >= _START else start + piece[:_START]
            if status != _NO_CONTENT and status < _ERRORS:
                check_body(request, start, status)
            writer.close()
            headers = hide_in_headers(response.headers, key)
            answer = HttpAnswer(request, status, self._clock.now(), headers, writer.sha256, writer.size, writer.partial)
            kept = self._archive.keep(answer)
        return replace(kept, is_unchanged=last is not None and last.sha256 == kept.sha256)

    def _read_pieces(self, response: requests.Response, provider: str) -> Iterator[bytes]:
        """Read the body as it comes: a service that sends a byte a minute is never silent, but never ready either."""
        until = self._clock.monotonic() + self._settings.longest_seconds
        while piece := response.raw.read1(_PIECE, decode_content=False):
            if self._clock.monotonic() > until:
                message = messages.TOO_SLOW.format(provider=provider, seconds=f"{self._settings.longest_seconds:g}")
                raise ProviderUnreachableError(message, hint=messages.ASK_LESS)
            yield piece


def _ask_if_new(last: HttpAnswer | None, method: str) -> dict[str, str]:
    """Return the headers that ask for an answer only if it differs from the last one."""
    if last is None or last.status >= _ERRORS or method != "GET":
        return {}
    names = {"etag": "If-None-Match", "last-modified": "If-Modified-Since"}
    return {asked: last.headers[name] for name, asked in names.items() if name in last.headers}


def _follow(request: HttpRequest, url: str, location: str) -> str:
    """Return the address of a redirect, which must be on the same host and not less safe.

    Raises:
        ProviderError: It is elsewhere.
    """
    try:
        target = urljoin(url, location)
        before, after = urlsplit(url), urlsplit(target)
    except ValueError:  # an address that is none
        location, target, before, after = "", url, urlsplit(url), urlsplit(url)
    is_upgrade = (before.scheme, after.scheme) == ("http", "https")
    same_place = (before.scheme, before.port) == (after.scheme, after.port) or is_upgrade
    if not location:
        raise ProviderError(messages.NOWHERE.format(provider=request.service.name), hint=messages.TRY_LATER)
    if before.hostname != after.hostname or not same_place:
        message = messages.OTHER_HOST.format(provider=request.service.name)
        hint = messages.MOVED.format(setting=request.service.setting)
        raise ProviderError(message, found=after.hostname, hint=hint)
    return target


def _read_start(pieces: Iterator[bytes]) -> bytes:
    """Return the beginning of the body of an error."""
    body = b""
    for piece in pieces:
        body += piece
        if len(body) > _ERROR_BYTES:
            break
    return body
