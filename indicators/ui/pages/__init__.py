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
    PageEntry("overview.py", messages.pages.OVERVIEW),
    PageEntry("explore.py", messages.pages.EXPLORE),
    PageEntry("check.py", messages.pages.CHECK),
    PageEntry("convert.py", messages.pages.CONVERT),
    PageEntry("add_data.py", messages.pages.ADD_DATA),
    PageEntry("sources.py", messages.pages.SOURCES),
)
"""Every page in the order of the menu; the first opens at the root of the address."""
