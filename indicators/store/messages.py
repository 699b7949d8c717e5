"""What the store tells users, as whole sentences with named placeholders."""

from __future__ import annotations

from typing import Final

READ: Final = "Read {query}: {vintages}."
LEFT_OUT: Final = "Left out because it can't be read: {title} ({id}). {error}"
