"""The catalogues of services, kept on this machine: searched there, and asked for again only on request.

```
STORE/answers/catalogues/world-bank.json      what the service listed, and the day
```
"""

from __future__ import annotations

import json
import warnings
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Final

from rapidfuzz import fuzz, process

from indicators.errors import ProviderError, StoreWarning, UsageError
from indicators.files.checksums import open_sealed, seal
from indicators.files.disk import write_atomically
from indicators.model.codelists import fold_name
from indicators.providers import messages
from indicators.providers.fetched_releases import FetchOptions, open_conversation
from indicators.providers.provider import Provider
from indicators.providers.services.catalogues import CatalogueEntry, ListedService, SearchedService

_FOLDER: Final = "catalogues"
_MOST: Final = 200
_SIMILAR: Final = 82


@dataclass(frozen=True, slots=True)
class FoundEntry:
    """An entry that was found, with the provider whose it is."""

    provider: str
    entry: CatalogueEntry


def refresh_catalogue(store: Path, provider: Provider, options: FetchOptions) -> int:
    """Ask a provider for its catalogue and keep it; return the number of its entries, 0 if it can't be listed.

    Raises:
        ProviderError: The provider can't be reached, refuses, or answers with something else; the old one is kept.
    """
    id, service = provider.description.id, provider.service
    if not isinstance(service, ListedService):
        return 0
    entries = open_conversation(store, provider, service.list_catalogue(), options, name=f"catalogue of {id}")
    if not entries:
        raise ProviderError(messages.EMPTY_CATALOGUE.format(provider=provider.description.name))
    content = {"read": options.clock.now().date().isoformat(), "entries": [asdict(one) for one in entries]}
    path = _locate(store, id)
    path.parent.mkdir(parents=True, exist_ok=True)
    write_atomically(path, json.dumps(seal(content), ensure_ascii=False).encode())
    return len(entries)


def find_entries(
    store: Path, words: str, providers: Sequence[Provider], options: FetchOptions, *, ask: bool
) -> list[FoundEntry]:
    """Find what providers offer by words in names and codes; typing errors are forgiven.

    Args:
        store: The folder of the user's own figures.
        words: What to look for; all of them count.
        providers: Where to look.
        options: How to ask.
        ask: Whether services that search themselves are asked; otherwise nothing is sent.

    Raises:
        UsageError: No catalogue is kept yet.

    Warns:
        StoreWarning: A kept catalogue is damaged; the others are used.
    """
    found, kept = [], False
    for provider in providers:
        id, service = provider.description.id, provider.service
        entries = _read(store, id)
        kept |= entries is not None
        found += [FoundEntry(id, one) for one in _search(entries or [], words)]
        if ask and isinstance(service, SearchedService):
            kept = True
            listed = open_conversation(store, provider, service.search(words), options, name=f"search {id} {words}")
            found += [FoundEntry(id, one) for one in listed]
    if not kept:
        raise UsageError(messages.NO_CATALOGUES, hint=messages.REFRESH)
    return found[:_MOST]


def _search(entries: Sequence[CatalogueEntry], words: str) -> list[CatalogueEntry]:
    """Return the entries with all words, the shortest name first; if there are none, those with similar names."""
    wanted = fold_name(words).split()
    folded = [f"{fold_name(one.name)} {fold_name(one.code)}" for one in entries]
    hits = [one for one, text in zip(entries, folded, strict=True) if all(word in text for word in wanted)]
    if hits or not wanted:
        return sorted(hits, key=lambda one: (len(one.name), one.code))
    similar = process.extract(" ".join(wanted), folded, scorer=fuzz.partial_ratio, score_cutoff=_SIMILAR, limit=20)
    return [entries[place] for _, _, place in similar]


def _read(store: Path, provider: str) -> list[CatalogueEntry] | None:
    try:
        content = open_sealed(_locate(store, provider).read_bytes())
        return [CatalogueEntry(**one) for one in content["entries"]]
    except FileNotFoundError:
        return None
    except (OSError, ValueError, LookupError, TypeError):
        warnings.warn(messages.CATALOGUE_DAMAGED.format(provider=provider), StoreWarning, stacklevel=3)
        return None


def _locate(store: Path, provider: str) -> Path:
    return store / "answers" / _FOLDER / f"{provider}.json"
