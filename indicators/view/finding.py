"""What publishers offer: the function behind ``ind.find`` and the command's ``find``."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from indicators.errors import IndicatorsError, UsageError
from indicators.view import messages

if TYPE_CHECKING:
    from pathlib import Path

    import pandas as pd

    from indicators.providers.fetched_releases import FetchOptions
    from indicators.providers.provider import Provider

_COLUMNS: Final = ("provider", "code", "name", "frequency", "start", "end", "unit", "updated")


def find(
    words: str,
    *,
    provider: str = "",
    refresh: bool = False,
    store: str | os.PathLike[str] | None = None,
    progress: Callable[[str, float], None] = lambda _stage, _done: None,
    warn: Callable[[str], None] = lambda _sentence: None,
) -> pd.DataFrame:
    """Find series and datasets that publishers' services offer, to `fetch` them.

    The catalogues are kept on this machine; nothing is sent unless ``refresh`` asks for them again, or the provider is
    one that searches itself (FRED, DBnomics).

    Args:
        words: Words in names and codes; all of them count, and typing errors are forgiven.
        provider: Only this provider.
        refresh: Whether to ask the providers for their catalogues first.
        store: The folder of your own figures; the default one if left out.
        progress: Called with the stage and the part of it that is done, from 0 to 1.
        warn: Called with a sentence for each provider whose catalogue couldn't be refreshed; the old one is used.

    Returns:
        One row per series or dataset: its ``provider``, ``code``, ``name``, ``frequency``, ``start``, ``end``, ``unit``
        and the day on which it was last ``updated``, as far as the catalogue tells.

    Raises:
        UsageError: No catalogue is kept yet, or there is no such provider.
        ProviderError: The only provider asked can't be reached, refuses, or answers with something else.
    """
    import pandas as pd

    from indicators.files import find_user_folder
    from indicators.providers.fetched_releases import FetchOptions
    from indicators.providers.kept_catalogues import find_entries

    if not words.strip():
        raise UsageError(messages.NO_WORDS)
    folder = find_user_folder(store)
    providers, options = _choose(provider), FetchOptions(progress=progress)
    if refresh:
        _refresh(folder, providers, options, warn)
    found = find_entries(folder, words, providers, options, ask=bool(provider))
    rows = [
        (one.provider, one.entry.code, one.entry.name, one.entry.frequency, one.entry.start, one.entry.end,
         one.entry.unit, one.entry.updated)
        for one in found
    ]  # fmt: skip
    return pd.DataFrame(rows, columns=list(_COLUMNS), dtype="str")


def _choose(provider: str) -> list[Provider]:
    from indicators.providers.registry import PROVIDERS, find_provider

    return [find_provider(provider)] if provider else [one for one in PROVIDERS if one.service is not None]


def _refresh(folder: Path, providers: list[Provider], options: FetchOptions, warn: Callable[[str], None]) -> None:
    """Ask for catalogues again; of several providers, one that fails doesn't keep the others from being asked."""
    from indicators.providers.kept_catalogues import refresh_catalogue

    for one in providers:
        try:
            refresh_catalogue(folder, one, options)
        except IndicatorsError as error:
            if len(providers) == 1:
                raise
            warn(str(error))
