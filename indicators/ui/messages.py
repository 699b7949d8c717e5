"""Every sentence and label of the dashboard; translating the interface means translating this module."""

from __future__ import annotations

from typing import Final

# Starting
NO_DASHBOARD: Final = "The dashboard's script is missing."
REINSTALL: Final = "Reinstall the package."

# Pages
OVERVIEW: Final = "Overview"
EXPLORE: Final = "Explore"
CHECK: Final = "Check an article"
CONVERT: Final = "Convert"
ADD_DATA: Final = "Add data"
SOURCES: Final = "Sources"
