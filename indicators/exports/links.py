"""Links to the dashboard: the address that others see, and how far a link reaches."""

from __future__ import annotations

import os
from ipaddress import ip_address
from typing import Final, Literal
from urllib.parse import urlencode, urlsplit

from indicators.errors import UsageError
from indicators.exports import messages
from indicators.view import View

PUBLIC_SETTING: Final = "INDICATORS_PUBLIC_URL"
"""The environment variable with the address at which others see the dashboard."""
Reach = Literal["computer", "network", "everywhere"]
_LOCAL_ENDINGS: Final = (".local", ".lan", ".home", ".internal", ".intranet", ".home.arpa")


def find_public_url(said: str = "") -> str:
    """Return the address at which others see the dashboard, without a slash at its end; empty if none is set.

    Args:
        said: The address; that of ``INDICATORS_PUBLIC_URL`` if empty.

    Raises:
        UsageError: It is not a web address.

    >>> find_public_url("https://example.org/figures/")
    'https://example.org/figures'
    """
    url = (said or os.environ.get(PUBLIC_SETTING, "")).strip()
    try:
        parts = urlsplit(url)
        is_web = parts.scheme in ("http", "https") and bool(parts.hostname) and (parts.port or 1) > 0
    except ValueError:
        is_web = False
    if url and (not is_web or not url.isprintable() or any(mark in url for mark in "?#<>\"' ")):
        raise UsageError(messages.NOT_A_PUBLIC_URL, found=url, expected="https://example.org/figures")
    return url.rstrip("/")


def make_link(page: str, view: View) -> str:
    """Make the address of a page of the dashboard that shows a view; a query that the page has is replaced.

    >>> make_link("http://127.0.0.1:8501/explore?tab=map", View(("gdp",), ("RUS",)))
    'http://127.0.0.1:8501/explore?indicators=gdp&country=RUS'
    """
    return f"{page.partition('?')[0]}?{urlencode(find_parameters(view), safe='~.:')}".rstrip("?")


def make_public_link(view: View, said: str = "") -> str:
    """Make the address at which others see a view in the dashboard; empty if no public address is set.

    >>> make_public_link(View(("gdp",)), "https://example.org")
    'https://example.org/explore?indicators=gdp'
    """
    public = find_public_url(said)
    return make_link(f"{public}/explore", view) if public else ""


def find_parameters(view: View) -> dict[str, str]:
    """Return the parameters of a page that shows a view.

    A scatter plot of all countries needs an empty selection: a page without parameters starts with some countries.

    >>> find_parameters(View(("gdp", "population"), chart="scatter"))
    {'indicators': 'gdp~population', 'chart': 'scatter', 'country': '~'}
    """
    return view.parameters | ({"country": "~"} if view.is_scatter and not view.areas else {})


def find_reach(link: str) -> Reach:
    """Return where an address works: on this computer only, in its network only, or everywhere.

    >>> [find_reach(link) for link in ("http://127.0.0.1:8501/", "http://192.168.0.7/", "https://example.org/")]
    ['computer', 'network', 'everywhere']
    """
    try:
        parts = urlsplit(link)
        host = (parts.hostname or "").rstrip(".").partition("%")[0]
    except ValueError:
        return "computer"
    if parts.scheme not in ("http", "https") or host in ("", "localhost") or host.endswith(".localhost"):
        return "computer"
    try:
        address = ip_address(int(host) if host.isdecimal() else host)
    except ValueError:
        return "network" if "." not in host or host.endswith(_LOCAL_ENDINGS) else "everywhere"
    address = getattr(address, "ipv4_mapped", None) or address
    if address.is_loopback or address.is_unspecified:
        return "computer"
    return "everywhere" if address.is_global else "network"
