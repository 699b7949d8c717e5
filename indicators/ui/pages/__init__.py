"""The pages of the dashboard. A new page is a script in this folder and a line in `PAGES`."""

from __future__ import annotations

from pathlib import Path
from typing import Final, NamedTuple

from indicators.ui import messages

__all__ = ["PAGES", "PageEntry"]


class PageEntry(NamedTuple):
    """A page: its script in this folder, whose name is also its address, and its title in the menu and the tab."""

    script: str
    title: str

    @property
    def path(self) -> Path:
        """The script, wherever the package is installed."""
        return Path(__file__).with_name(self.script)


PAGES: Final = (
    PageEntry("overview.py", messages.pages.PAGE_OVERVIEW),
    PageEntry("explore.py", messages.pages.PAGE_EXPLORE),
    PageEntry("check.py", messages.pages.PAGE_CHECK),
    PageEntry("convert.py", messages.pages.PAGE_CONVERT),
    PageEntry("add_data.py", messages.pages.PAGE_ADD_DATA),
    PageEntry("sources.py", messages.pages.PAGE_SOURCES),
)
"""Every page in the order of the menu; the first opens at the root of the address."""
