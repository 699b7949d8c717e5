"""Where the embedded figures, the shapes of countries and a user's own datasets are."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

import platformdirs

from indicators.errors import DataError, UsageError

__all__ = [
    "SETTING", "find_data_folder", "find_default_location", "find_static_folder", "find_store_location", "is_address",
    "resolve_user_folder",
]  # fmt: skip

SETTING: Final = "INDICATORS_STORE"
"""The environment variable that names the store."""


def find_data_folder() -> Path:
    """The folder of the embedded figures: within the installed package, or beside it in a checkout.

    Nothing else in the library knows where it lies.

    Raises:
        DataError: If there is neither.
    """
    package = Path(__file__).resolve().parents[1]
    for folder in (package / "data", package.parent / "data"):
        if (folder / "indicators.yaml").is_file():
            return folder
    raise DataError("The embedded figures are missing.", hint="Install the package anew.")


def find_static_folder() -> Path:
    """The folder that the dashboard serves as it is: the shapes of countries; beside the dashboard's script.

    Raises:
        DataError: If it is missing.
    """
    package = Path(__file__).resolve().parents[1]
    for folder in (package / "static", package.parent / "static"):
        if (folder / "world").is_dir():
            return folder
    raise DataError("The shapes of countries are missing.", hint="Install the package anew.")


def find_store_location(said: str = "") -> str:
    """Where the reader's own figures are: as said, or in ``INDICATORS_STORE``, or in the user's folder of data.

    >>> find_store_location("figures")
    'figures'
    """
    return said or os.environ.get(SETTING, "") or find_default_location()


def find_default_location() -> str:
    """Where the reader's own figures are when nothing is said: in the user's folder of data."""
    return str(platformdirs.user_data_path("indicators") / "store")


def is_address(location: str) -> bool:
    """Whether this is meant as the address of an engine, not as a folder.

    >>> [is_address(text) for text in ("sc://spark:15002", "my/figures", "C:/figures")]
    [True, False, False]
    """
    return "://" in location


def resolve_user_folder(location: str) -> Path:
    """The folder of a store that is a folder.

    Raises:
        UsageError: It is an engine, which is loaded by ``indicators export``.
    """
    if is_address(location):
        hint = "Import into a folder, then load the engine with `indicators export --store`."
        raise UsageError("Files are imported into a folder.", found=f"{location.partition(':')[0]}://…", hint=hint)
    return Path(location).expanduser()
