"""The pages of the dashboard. A new page is a script in this folder and a line in `messages.pages.PAGE_TITLES`."""

from __future__ import annotations

from pathlib import Path
from typing import Final, NamedTuple

from indicators.ui.messages.pages import PAGE_TITLES

__all__ = ["PAGES", "PageEntry", "find_page"]


class PageEntry(NamedTuple):
    """A page: its script, which is also its address, and its title in the menu and the browser tab."""

    script: Path
    title: str


PAGES: Final = tuple(PageEntry(Path(__file__).with_name(f"{name}.py"), title) for name, title in PAGE_TITLES.items())
"""Every page in the order of the menu; the first opens at the root of the address."""


def find_page(name: str) -> Path:
    """Return the script of a page, to link to it.

    >>> find_page("explore").name
    'explore.py'
    """
    return next(entry.script for entry in PAGES if entry.script.stem == name)
