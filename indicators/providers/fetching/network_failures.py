"""Failures of the network, as sentences: the errors of requests and urllib3 have addresses with keys in them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

import requests
from urllib3.exceptions import HTTPError, NameResolutionError, NewConnectionError, ReadTimeoutError

from indicators.providers.fetching import messages
from indicators.providers.fetching.http_messages import HttpService
from indicators.providers.fetching.refusals import PassingError
from indicators.providers.fetching.settings import FetchSettings

_FAILURES: Final[tuple[tuple[tuple[type[BaseException], ...], str, str], ...]] = (
    ((NameResolutionError,), messages.HOST_UNKNOWN, messages.CHECK_NETWORK),
    ((requests.exceptions.SSLError,), messages.CERTIFICATE, messages.CHECK_CERTIFICATE),
    ((requests.exceptions.ProxyError,), messages.PROXY, messages.CHECK_NETWORK),
    ((requests.Timeout, ReadTimeoutError), messages.TIMED_OUT, messages.TRY_LATER),
    ((ConnectionRefusedError,), messages.REFUSED_CONNECTION, messages.CHECK_NETWORK),
    ((NewConnectionError,), messages.NOT_CONNECTED, messages.CHECK_NETWORK),
)
"""What a failure is called, by the first of its causes that is listed here."""
_ASKS_FOR_NAME: Final = "Tunnel connection failed: 407"  # what http.client says of a proxy; it has no class for it


@contextmanager
def explain_network(service: HttpService, host: str, settings: FetchSettings) -> Iterator[None]:
    """Turn what the network raises into a sentence that says what failed and what to do.

    Raises:
        PassingError: The service can't be reached, or its answer broke off.

    >>> with explain_network(HttpService("ecb", "ECB", ""), "example.org", FetchSettings()):
    ...     raise requests.ReadTimeout("GET /?key=sesame")
    Traceback (most recent call last):
    ...
    indicators.providers.fetching.refusals.PassingError: ECB didn't answer within 60 seconds. Try again later.
    """
    try:
        yield
    except (requests.RequestException, HTTPError) as error:
        text, hint = _name_failure(error)
        seconds = settings.connect_seconds if isinstance(error, requests.ConnectTimeout) else settings.read_seconds
        message = text.format(provider=service.name, host=host, seconds=f"{seconds:g}")
        raise PassingError(message, hint=hint.format(setting=service.setting)) from None


def _name_failure(error: BaseException) -> tuple[str, str]:
    causes = list(_list_causes(error))
    if any(_ASKS_FOR_NAME in str(cause) for cause in causes if type(cause) is OSError):
        return messages.PROXY_REFUSES, messages.CHECK_PROXY
    for kinds, text, hint in _FAILURES:
        if any(isinstance(cause, kinds) for cause in causes):
            return text, hint
    return messages.BROKEN_OFF, messages.TRY_LATER


def _list_causes(error: BaseException) -> Iterator[BaseException]:
    """List an error with what caused it; requests and urllib3 put causes into arguments."""
    pending, seen = [error], set()
    while pending:
        one = pending.pop()
        if id(one) in seen:
            continue
        seen.add(id(one))
        yield one
        given = [*one.args, getattr(one, "reason", None), one.__cause__, one.__context__]
        pending += [cause for cause in given if isinstance(cause, BaseException)]
