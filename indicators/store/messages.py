"""Messages of the store, as whole sentences with named placeholders."""

from __future__ import annotations

from typing import Final

# ------------------------------------------------------------------------------------------------------------- reading
READ: Final = "Read {query}: {vintages}."
EVERY_VINTAGE: Final = "every vintage"
LATEST_VINTAGE: Final = "the latest vintage of each figure"
AS_KNOWN_ON: Final = "{query}, as known on {day}"
AS_PUBLISHED_IN: Final = "{query}, as published in {period}"
NO_TOTAL: Final = "{indicator} has no total by {dimension}: each is shown separately ({codes})."
ALL_SHOWN: Final = "{indicator} is shown separately by {dimension}: {codes}."
NOT_DIVIDED: Final = "{indicator} is not divided by {dimension}."
LEFT_OUT: Final = "Left out because it can't be read: {title} ({id}). {error}"
DATASET_LEFT_OUT: Final = "A dataset was left out: {fault}"
STORE_UNREADABLE: Final = "The store can't be read ({datasets})."
VALIDATE: Final = "Run `indicators validate` to find the file."
ONE_RELEASE: Final = "{dataset} has only one release, so there is nothing to compare."

# ------------------------------------------------------------------------------------------------------ other engines
NO_SUCH_ENGINE: Final = "There is no such engine."
NEAREST_ADDRESS: Final = "Nearest: {names}."
UNREADABLE_ADDRESS: Final = "The address of the store can't be read."
REFUSED: Final = "{engine} at {address} refused: {error}"
PACKAGES_MISSING: Final = "{engine} needs packages that are not installed."
INSTALL: Final = 'Install them with: pip install "indicators[{extra}]"'
NOTHING_EXPORTED: Final = "{address} contains no figures."
EXPORT_FIRST: Final = "Run `indicators export --store {address}` first."
OTHER_VERSION: Final = "The descriptions in this store were written by another version of indicators ({kind})."
EXPORT_AGAIN: Final = "Export to it again with `indicators export --store`."
