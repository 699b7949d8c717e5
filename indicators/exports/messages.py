"""Every sentence that the exported files and printed answers contain."""

from __future__ import annotations

from typing import Final

# Formats and files
UNKNOWN_FORMAT: Final = "Unknown file format."
NO_FORMAT: Final = "no ending"
UNWRITABLE_FILE: Final = "Cannot write the file."
WRITABLE_PLACE: Final = "a folder that can be written to ({reason})"
POSSIBLE_INSTEAD: Final = "Possible instead: {offers}."
TOO_MANY_ROWS: Final = "There are more figures than an Excel sheet has rows."
MOST_ROWS: Final = "at most {count:,}"
FEWER_ROWS: Final = "Choose CSV or Parquet, or fewer countries."

# Pictures
INVALID_SIZE: Final = "Invalid picture size."
EXPECTED_SIZE: Final = "width and height from 300 to 8000 pixels, such as 1200x675"
KALEIDO_MISSING: Final = "Images of charts need the package kaleido: pip install kaleido."
INSTALL_BROWSER: Final = "Install Chromium or Chrome on this machine (on Debian: apt-get install chromium)."
BROWSER_MISSING: Final = "Images of charts need a browser. {hint}"
BROWSER_SILENT: Final = "The browser that draws images does not respond."
BROWSER_DEADLINE: Final = "a response within {seconds} seconds"
BROWSER_FAILED: Final = "The browser could not draw this chart."
BROWSER_NOT_STARTED: Final = "The browser that draws images could not be started."
BROWSER_EXPECTED: Final = "Chromium or Chrome on this machine"

# Text tables
NO_FIGURES: Final = "No figures."
HOW_CALCULATED: Final = "How it was calculated"
SOURCES: Final = "Sources"

# Web page
INDICATORS: Final = "Indicators"
FIGURES: Final = "Figures"
CITE_AS: Final = "Cite as"
TABLE: Final = "Table of the figures"
WITH_COUNTERPART: Final = "{entity} with {counterpart}"
