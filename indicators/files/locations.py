"""Where the embedded figures, the shapes of countries and a user's own datasets are."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import Final

import platformdirs

from indicators.errors import DataError, UsageError

SETTING: Final = "INDICATORS_STORE"
"""The environment variable that names the store."""

_IMPORTED_INTO_FOLDERS: Final = (
    "Files can only be imported into a folder. Import into one, then load the engine with `indicators export --store`."
)
_ENGINES: Final = "postgresql|postgres|psql|clickhouse|chdb|spark|sc|jdbc|odbc|mysql|sqlite|duckdb|https?"
_MISTYPED: Final = re.compile(
    rf"\s*(?:[a-z][a-z0-9+.-]+:|(?:{_ENGINES})[;,.]?[/\\]{{2}}|[^/\\@]*:[^/\\@]*@)", re.IGNORECASE
)
"""The beginnings of what is meant as an address: a scheme of more than one letter, or a password before a host."""


def find_data_folder() -> Path:
    """Find the folder of the embedded figures: in the installed package, or beside it in a checkout.

    Raises:
        DataError: There is neither.
    """
    package = Path(__file__).resolve().parents[1]
    for folder in (package / "data", package.parent / "data"):
        if (folder / "indicators.yaml").is_file():
            return folder
    raise DataError("The embedded figures are missing.", hint="Reinstall the package.")


def find_static_folder() -> Path:
    """Find the folder of static files that the dashboard serves: the shapes of countries.

    Raises:
        DataError: It is missing.
    """
    package = Path(__file__).resolve().parents[1]
    for folder in (package / "static", package.parent / "static"):
        if (folder / "world").is_dir():
            return folder
    raise DataError("The shapes of countries are missing.", hint="Reinstall the package.")


def find_store_location(said: str | os.PathLike[str] | None = None) -> str:
    """Find the user's own figures: where given, in ``INDICATORS_STORE``, or in the user's data folder.

    Raises:
        UsageError: It looks like the address of an engine, and is none: a folder would hold its password.

    >>> find_store_location("figures"), find_store_location("sc://spark:15002"), find_store_location("C:/figures")
    ('figures', 'sc://spark:15002', 'C:/figures')
    >>> find_store_location("postgresql:/ann:sesame@db/figures")
    Traceback (most recent call last):
    ...
    indicators.errors.UsageError: The address of the store is mistyped. Found: postgresql:…. Expected: a folder, or an
    address such as postgresql://user@host/database. For a folder of this name, begin with ./
    """
    found = os.fspath(said or "") or os.environ.get(SETTING, "") or find_default_location()
    if "\0" in found:
        raise UsageError(
            "The path of the store has a NUL character.", found=repr(found), expected="the path of a folder"
        )
    mistyped = None if "://" in found else _MISTYPED.match(found)
    if mistyped:
        is_safe = "@" not in found or re.match(rf"\s*(?:{_ENGINES})\b", found, re.IGNORECASE)
        begin = f"{mistyped[0].strip()}…" if is_safe else "…"
        expected = "a folder, or an address such as postgresql://user@host/database"
        hint = "For a folder of this name, begin with ./"
        raise UsageError("The address of the store is mistyped.", found=begin, expected=expected, hint=hint)
    return found


def find_default_location() -> str:
    """Return the default location of the user's own figures: in the user's data folder."""
    return str(platformdirs.user_data_path("indicators") / "store")


def is_address(location: str) -> bool:
    """Return whether this is the address of an engine and not a folder.

    >>> [is_address(text) for text in ("sc://spark:15002", "my/figures", "C:/figures")]
    [True, False, False]
    """
    return "://" in location


def find_local_folder(said: str | os.PathLike[str] | None = None) -> Path | None:
    """Find the folder of the user's own figures, where `find_store_location` finds them; nothing if in an engine."""
    location = find_store_location(said)
    return None if is_address(location) else Path(location).expanduser()


def find_user_folder(said: str | os.PathLike[str] | None = None, *, refusal: str = _IMPORTED_INTO_FOLDERS) -> Path:
    """Find the folder of the user's own figures, which has to be one.

    Raises:
        UsageError: They are in an engine; with ``refusal`` as its message.
    """
    folder = find_local_folder(said)
    if folder is None:
        raise UsageError(refusal, found=f"{find_store_location(said).partition(':')[0]}://…")
    return folder
