"""What the package tells users, as whole sentences with named placeholders."""

from __future__ import annotations

from typing import Final

INDEX_OF_RATE: Final = "{indicator} is a rate in {unit}: an index of it would follow the rate, not a level."
PERCENT_OF_RATE: Final = "{indicator} is a rate in {unit} already, so its change is given in percentage points."
USE_TRANSFORM: Final = "Use {name}, the change in points."
