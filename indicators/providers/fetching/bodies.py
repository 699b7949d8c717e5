"""The body of an answer as it comes: unpacked, limited in size, and looked at before it is trusted."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from typing import Final

from indicators.errors import ProviderError, ProviderUnreachableError
from indicators.providers.fetching import messages
from indicators.providers.fetching.http_messages import HttpRequest
from indicators.providers.fetching.refusals import PassingError, describe_body

_PIECE: Final = 1 << 18
_MARKS: Final = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
_WEB_PAGE: Final = re.compile(rb"<!doctype\s+html|<html[\s>]|<head[\s>]|<script[\s>]", re.IGNORECASE)
_LIMIT: Final = re.compile(r"exceeded the number|too many requests|rate limit|quota exceeded", re.IGNORECASE)


def unpack(pieces: Iterator[bytes], encoding: str, provider: str) -> Iterator[bytes]:
    r"""Unpack a body that was compressed for the way by its ``Content-Encoding``, in pieces of limited size.

    Raises:
        PassingError: It is cut or damaged; urllib3's own decoder would not notice a cut.

    >>> import gzip
    >>> b"".join(unpack(iter([gzip.compress(b"figures")]), "gzip", "ECB"))
    b'figures'
    >>> list(unpack(iter([gzip.compress(b"figures")[:-4]]), "gzip", "ECB"))
    Traceback (most recent call last):
    ...
    indicators.providers.fetching.refusals.PassingError: The answer of ECB is damaged: ...
    """
    packing = encoding.strip().casefold()
    if packing in ("", "identity"):
        yield from pieces
        return
    if packing not in ("gzip", "x-gzip", "deflate"):
        raise PassingError(
            messages.OTHER_PACKING.format(provider=provider), found=encoding, expected="gzip", hint=messages.TRY_LATER
        )
    decoder = None
    try:
        for piece in pieces:
            rest = piece
            while rest:
                if decoder is None or decoder.eof:  # a body may be several packed parts
                    decoder = zlib.decompressobj(zlib.MAX_WBITS | 32)  # gzip and zlib, as their first bytes say
                yield decoder.decompress(rest, _PIECE)
                rest = decoder.unconsumed_tail or decoder.unused_data
    except zlib.error:
        raise _make_damage_error(provider) from None
    if decoder is not None and not decoder.eof:
        raise _make_damage_error(provider)


def _make_damage_error(provider: str) -> PassingError:
    return PassingError(messages.CUT_GZIP.format(provider=provider), hint=messages.TRY_LATER)


def check_size(size: int, most: int, provider: str) -> None:
    """Refuse a body that is too large.

    Raises:
        ProviderError: It has more than ``most`` bytes.
    """
    if size > most:
        message = messages.TOO_LARGE.format(provider=provider, most=most // 10**6)
        raise ProviderError(message, hint=messages.ASK_LESS)


def check_body(request: HttpRequest, start: bytes, status: int) -> None:
    """Refuse a body whose first bytes are not of what was asked for, whatever its status and type say.

    Raises:
        ProviderUnreachableError: It says that a limit is reached.
        ProviderError: It is something else.
    """
    provider, text = request.service.name, start
    for mark in _MARKS:
        text = text.removeprefix(mark)
    text = text.replace(b"\0", b"").lstrip()
    if request.kind == "any":
        return
    if not text:
        raise ProviderError(messages.NOTHING.format(provider=provider, status=status), hint=messages.TRY_LATER)
    words = describe_body(start)
    if _LIMIT.search(words):  # a header of a table has no such words, but a sentence may have a comma
        said = f"{messages.LIMIT_WORDS.format(provider=provider)} {messages.SAYS.format(words=words)}"
        raise ProviderUnreachableError(said, hint=messages.TRY_LATER)
    if _fits(request.kind, text):
        return
    message = messages.OTHER_KIND.format(
        provider=provider, found=_name(text, words), expected=messages.KINDS[request.kind]
    )
    raise ProviderError(message, hint=messages.ACCESS_HINT if is_web_page(text) else messages.TRY_LATER)


def is_web_page(start: bytes) -> bool:
    """Return whether a body is a web page, by its first bytes.

    >>> is_web_page(b"<!DOCTYPE html><html>"), is_web_page(b'<?xml version="1.0"?><ValCurs>')
    (True, False)
    """
    return bool(_WEB_PAGE.search(start[:2000]))


def _fits(kind: str, text: bytes) -> bool:
    if kind == "json":
        return text[:1] in (b"{", b"[")
    if kind == "xml":
        return text[:1] == b"<" and not is_web_page(text)
    header = text.split(b"\n", 1)[0]
    return text[:1] not in (b"<", b"{", b"[") and any(mark in header for mark in (b",", b";", b"\t"))


def _name(text: bytes, words: str) -> str:
    if is_web_page(text):
        return messages.WEB_PAGE_TITLED.format(title=words) if words else messages.WEB_PAGE
    if text[:1] == b"<":
        return "XML"
    return "JSON" if text[:1] in (b"{", b"[") else messages.TEXT.format(words=words)
