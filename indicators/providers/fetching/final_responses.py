"""A session that waits for the final answer: a server may send others before it, such as 103 with early hints.

Python's own ``http.client`` passes over 100 alone, and takes the next of them for the answer.
"""

from __future__ import annotations

from http.client import BadStatusLine, HTTPResponse, parse_headers
from typing import Any, Final

import requests
from requests.adapters import HTTPAdapter
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool
from urllib3.poolmanager import PoolManager

_INFORMS: Final = range(102, 200)  # 100 is passed over already, and after 101 no HTTP follows
_MOST: Final = 20


class PlainSession(requests.Session):
    """A session that leaves redirects alone: it would look at their addresses even when told not to follow them."""

    def __init__(self) -> None:
        super().__init__()
        for scheme in ("http://", "https://"):
            self.mount(scheme, _PatientAdapter())

    def get_redirect_target(self, _response: requests.Response) -> str | None:
        """Return no address: the client follows redirects itself, on the same host alone."""
        return None


class _FinalResponse(HTTPResponse):
    """An answer, without those that only inform."""

    def _read_status(self) -> tuple[str, int, str]:
        for _ in range(_MOST):
            found: tuple[str, int, str] = super()._read_status()  # type: ignore[misc]  # typeshed leaves it out
            if found[1] not in _INFORMS:
                return found
            parse_headers(self.fp)
        raise BadStatusLine(str(found[1]))


class _Connection(HTTPConnection):
    response_class = _FinalResponse


class _SecureConnection(HTTPSConnection):
    response_class = _FinalResponse


class _Pool(HTTPConnectionPool):
    ConnectionCls = _Connection


class _SecurePool(HTTPSConnectionPool):
    ConnectionCls = _SecureConnection


class _PatientAdapter(HTTPAdapter):
    def init_poolmanager(self, *args: Any, **options: Any) -> None:
        super().init_poolmanager(*args, **options)
        _use_pools(self.poolmanager)

    def proxy_manager_for(self, proxy: str, **options: Any) -> Any:
        return _use_pools(super().proxy_manager_for(proxy, **options))


def _use_pools(manager: PoolManager) -> PoolManager:
    manager.pool_classes_by_scheme = {"http": _Pool, "https": _SecurePool}
    return manager
