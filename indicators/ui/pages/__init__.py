"""The pages of the dashboard. A new page is a script in this folder and a line in `messages.pages.PAGE_TITLES`."""

from __future__ import annotations

from pathlib import Path
from typing import Final, NamedTuple

from indicators.ui.messages.pages import PAGE_TITLES, PAGES_OF_EDITORS, PAGES_WITH_NETWORK, UNLISTED_PAGES

__all__ = ["NOT_FOUND", "PAGES", "PageEntry", "find_page"]

NOT_FOUND: Final = "not_found"
"""The page that is shown at addresses that no page has."""


class PageEntry(NamedTuple):
    """A page of the dashboard.

    Attributes:
        script: Its script, whose name is also its address.
        title: Its title in the menu and the browser tab.
        is_listed: Whether the menu lists it; the others are opened from pages about something.
        is_for_editors: Whether it is there only for those who may change the store.
        uses_network: Whether the menu lists it only where requests to publishers are switched on.
    """

    script: Path
    title: str
    is_listed: bool = True
    is_for_editors: bool = False
    uses_network: bool = False


PAGES: Final = tuple(
    PageEntry(
        Path(__file__).with_name(f"{name}.py"),
        title,
        name not in UNLISTED_PAGES,
        name in PAGES_OF_EDITORS,
        name in PAGES_WITH_NETWORK,
    )
    for name, title in PAGE_TITLES.items()
)
"""Every page in the order of the menu; the first opens at the root of the address."""


def find_page(name: str) -> Path:
    """Return the script of a page, to link to it.

    >>> find_page("explore").name
    'explore.py'
    """
    return next(entry.script for entry in PAGES if entry.script.stem == name)
