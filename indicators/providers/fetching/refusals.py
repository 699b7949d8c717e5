"""What a service says when it refuses: the words of an error body, and the error that tells a user what to do."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from typing import Any, Final

from indicators.errors import ProviderError, ProviderUnreachableError, shorten
from indicators.providers.fetching import messages
from indicators.providers.fetching.http_messages import HttpService

_MOST_WORDS: Final = 300
_TITLE: Final = re.compile(r"<title[^>]*>(.*?)</title>", re.IGNORECASE | re.DOTALL)
_XML_WORDS: Final = re.compile(
    r"<(?:\w+:)?(?:faultstring|Text)(?:\s[^>]*)?>(.*?)</|<error\s[^>]*?message=\"([^\"]*)\"", re.DOTALL
)
_JSON_KEYS: Final = "error_message message label detail error errors warning title value text".split()
_LIMIT: Final = 429
_PASSING: Final = (408, 425, _LIMIT)


class PassingError(ProviderUnreachableError):
    """A failure that may be over within seconds: the request is sent again."""


def describe_body(body: bytes) -> str:
    r"""Return the words of an error, from its body in JSON, XML, HTML or plain text; empty if it has none.

    >>> describe_body(b'[{"message":[{"id":"120","value":"The parameter is not valid"}]}]')
    'The parameter is not valid'
    >>> describe_body(b"<html><head><title>Access Denied</title></head>")
    'Access Denied'
    >>> describe_body(b"<S:Fault><faultcode>100</faultcode><faultstring>NO_RESULTS</faultstring></S:Fault>")
    'NO_RESULTS'
    """
    text = body[:100_000].decode("utf-8-sig", "replace").strip()
    if text[:1] in ("{", "["):
        try:
            words = next(_find_words(json.loads(text)), "")
        except (ValueError, RecursionError):
            words = ""
    elif text[:1] == "<":
        found = _TITLE.search(text) or _XML_WORDS.search(text)
        words = html.unescape(next((group for group in found.groups() if group), "")) if found else ""
        words = re.sub(r"<[^>]*>", " ", words)
    else:
        words = text.split("\n", 1)[0]
    return shorten(" ".join(words.split()), most=_MOST_WORDS)


def _find_words(content: Any) -> Iterator[str]:
    """Find the sentences in the keys that services use for them, the most telling key first."""
    if isinstance(content, str):
        yield content
    elif isinstance(content, list):
        for one in content[:10]:
            yield from _find_words(one)
    elif isinstance(content, dict):
        for key in _JSON_KEYS:
            if key in content:
                yield from _find_words(content[key])


def make_status_error(service: HttpService, status: int, body: bytes) -> ProviderError:
    """Return the error for an answer with the status of an error, with the service's own words.

    >>> print(make_status_error(HttpService("ecb", "ECB", ""), 404, b"No results found."))
    ECB doesn't have this (status 404). It says: “No results found.” Check the code of the series.
    """
    words = describe_body(body)
    said = " " + messages.SAYS.format(words=words) if words else ""
    if status in _PASSING or status >= 500:
        text = messages.TOO_MANY if status == _LIMIT else messages.OVERLOADED
        message = text.format(provider=service.name, status=status) + said
        return ProviderUnreachableError(message, hint=messages.TRY_LATER)
    text, hint = {
        400: (messages.BAD_REQUEST, messages.CHECK_SERIES),
        401: (messages.NO_ACCESS, messages.ACCESS_HINT),
        403: (messages.NO_ACCESS, messages.ACCESS_HINT),
        404: (messages.NOT_FOUND, messages.CHECK_SERIES),
        407: (messages.PROXY_REFUSES, messages.CHECK_PROXY),
        410: (messages.GONE, messages.MOVED.format(setting=service.setting)),
        413: (messages.EXTRACTION_TOO_BIG, messages.ASK_LESS),
        414: (messages.EXTRACTION_TOO_BIG, messages.ASK_LESS),
        422: (messages.BAD_REQUEST, messages.CHECK_SERIES),
    }.get(status, (messages.OTHER_STATUS, messages.TRY_LATER))
    return ProviderError(text.format(provider=service.name, status=status) + said, hint=hint)
