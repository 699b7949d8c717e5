"""What the package tells users: whole sentences with named placeholders."""

from __future__ import annotations

from typing import Final

# Why there are no figures
NO_DATA: Final = "No data on {indicators}."
NO_DATA_FOR_AREAS: Final = "No data on {indicators} for {areas}."
NO_DATA_IN_PERIOD: Final = "No data on {indicators} in {period}. Nearest: {first}–{last}."
NOT_KNOWN_THEN: Final = "No data {known}. There are data from other dates."
