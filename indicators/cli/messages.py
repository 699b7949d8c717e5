"""Every sentence the command prints besides figures; help texts are defined with their options."""

from __future__ import annotations

from typing import Final

NOTHING_FOUND: Final = "No indicator matches '{search}'. `indicators list` shows all of them."
WROTE: Final = "Wrote {path}."
NOT_PRINTABLE: Final = "This format can't be printed."
NAME_FILE: Final = "Name a file: --output {path}"
NO_FAULTS: Final = "No faults."
EDITED: Final = "{file} was edited by hand and accepted. It was last saved on {time:%Y-%m-%d at %H:%M}."
UNREADABLE_FILE: Final = "The file can't be read."
LOADING: Final = "Loading"
LOADED: Final = "Loaded {datasets} with {observations} into {address}."
ALREADY_LOADED: Final = "Nothing has changed: {address} already has {datasets} with {observations}."
REMEMBERED: Final = "Remembered {verdicts}."
SILENCE_UNUSED: Final = "No checked text has the silenced finding {id}. If it was corrected, remove its entry."
NAME_BOARD: Final = "Name a board."
BOARD_HINT: Final = "`indicators board list` shows all of them."
NAME_BOARD_FILE: Final = "Name the file to build."
RESTORED: Final = "{dataset} is as of release {release}; it has {count} now."

# A user's own datasets
NAME_DATASET: Final = "Name a dataset of your own."
DATASETS_HINT: Final = "`indicators datasets list` lists them."
DATASET_COLUMNS: Final = ("Id", "Title", "Publisher", "Source", "Last release", "Releases", "Rows", "Size", "")
NO_DATASETS: Final = "There are no datasets of your own. Import one: `indicators import FILE --dataset ID`."
IS_DELETED: Final = "deleted"
RENAMED: Final = "The title of {dataset} is now {title}."
DELETED: Final = "Deleted {dataset}. Put it back: `indicators datasets undelete {dataset}`."
UNDELETED: Final = "Put {dataset} back."
BASELINE_WITHOUT_BANDS: Final = "The table of scores has every naive forecast; one is chosen for its bands only."

# Tokens
SHOWN_ONCE: Final = "It is not shown again. Programs send it as the header Authorization: Bearer TOKEN."
ACCESS_ENDED: Final = "The token of {name} was removed."

# Publishers' services
CALENDAR_COLUMNS: Final = ("Dataset", "Publisher", "Last release", "Next release")
PROVIDER_COLUMNS: Final = ("Id", "Name", "Example", "Licence", "Key")
NOTHING_SENT: Final = "Nothing was sent. Further requests depend on the answers."
NO_DIMENSION: Final = "A dimension needs a name and a code."
FOUND_COLUMNS: Final = ("Provider", "Code", "Name", "Frequency", "From", "To", "Unit", "Updated")
NONE_FOUND: Final = "No series or dataset of the kept catalogues matches '{words}'."
WATCHING: Final = "Watching {count} from now on; the next run says what happened."
NOTHING_HAPPENED: Final = "Nothing happened since the last look."
