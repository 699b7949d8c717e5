"""What in a user's store is not what was written: every file is read, and each fault says what can be done."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from typing import Final

import pyarrow as pa

from indicators.errors import Fault
from indicators.files.checksums import WATCHED_FIELDS, forget_hashes, is_intact, open_sealed
from indicators.files.hand_kept import check_hand_kept, list_edits
from indicators.files.newest import NEWEST, is_newest_damaged
from indicators.files.own_datasets import DELETED
from indicators.files.private_folders import list_private_folders
from indicators.files.releases import DESCRIPTION, DESCRIPTIONS, read_stored
from indicators.files.restoring import NOTHING_LEFT, list_intact_releases
from indicators.files.user_store import BY_HAND, is_first_import, read_hand_kept

_RESTORE: Final = "`indicators restore {id} --to {release}` goes back to the last intact release."
_NO_HARM: Final = "No figures depend on it. Delete it, or put back a copy of your own."
_REBUILT: Final = "Nothing is lost: figures are read from the releases, and `indicators restore {id}` builds it again."
_WAS_DELETED: Final = "The dataset was deleted: this matters only if you want it back."
_FETCH: Final = "Fetch the figures again to trace them to their source."
_OTHER_CONTENT: Final = "another content"
_AS_WRITTEN: Final = "what was written"
_WATCHED: Final = ("answers/watched/*.json", "answers/watched/*.events")
_SEALED: Final = ("*.json", "answers/*.json", "answers/catalogues/*.json", "answers/unfinished/*.json")
"""What the program remembers, apart from watched figures and from what belongs to a dataset or an answer."""
_PIECE: Final = 1 << 20


def find_store_faults(store: Path) -> tuple[Fault, ...]:
    """Return what is damaged in a user's store, with a full check of every file, and what can be restored.

    What people keep private in it is checked too.
    """
    forget_hashes()
    return tuple(fault for folder in (store, *list_private_folders(store)) for fault in _find_folder_faults(folder))


def find_edits(store: Path) -> dict[str, datetime]:
    """Return the files of a user's store that people have edited, and when: each edit was accepted."""
    return {
        (folder / name).relative_to(store).as_posix(): time
        for folder in (store, *list_private_folders(store))
        for name, time in list_edits(folder).items()
    }


def _find_folder_faults(folder: Path) -> Iterator[Fault]:
    for home in sorted(home for home in (folder / "datasets").glob("*") if home.is_dir()):
        yield from _find_dataset_faults(home)
        yield from _find_record_faults(home)
    for home in [path.parent for path in sorted((folder / DELETED).glob(f"*/{DESCRIPTION}"))]:
        for fault in (*_find_dataset_faults(home), *_find_record_faults(home)):
            yield replace(fault, file=f"{DELETED}/{fault.file}", hint=_WAS_DELETED)
    for board in sorted(folder.glob("boards/*.yaml")):
        yield from check_hand_kept(folder, board)
    yield from _find_log_faults(folder)
    yield from _find_answer_faults(folder / "answers")


def _find_dataset_faults(home: Path) -> Iterator[Fault]:
    """Yield what keeps a dataset, or a release of it, from being read."""
    if is_first_import(home):
        return
    if not (home / DESCRIPTION).exists():
        if not any(home.glob("[0-9]*.parquet")) and not (home / DESCRIPTIONS).exists():
            if (home / BY_HAND).exists():
                yield from read_hand_kept(home)[1]
            return
        stored, faults = None, [Fault(f"{home.name}/{DESCRIPTION}", None, None, "no such file", "a description")]
    else:
        stored, faults = read_stored(home)
    for release in stored.releases if stored else ():
        if not is_intact(home / release.file, release.checksum):
            faults.append(Fault(f"{home.name}/{release.file}", None, None, _OTHER_CONTENT, _AS_WRITTEN))
    if faults:
        intact = list_intact_releases(home)
        hint = _RESTORE.format(id=home.name, release=intact[-1]) if intact else NOTHING_LEFT
        yield from (replace(fault, hint=hint) for fault in faults)


def _find_record_faults(home: Path) -> Iterator[Fault]:
    """Yield the damage to what is kept beside the releases."""
    if is_newest_damaged(home / NEWEST):
        hint = _REBUILT.format(id=home.name)
        yield Fault(f"{home.name}/{NEWEST}", None, None, _OTHER_CONTENT, _AS_WRITTEN, hint)
    for path in sorted((*home.glob(f"{DESCRIPTIONS}/*.json"), *home.glob("reports/*.json"), *home.glob("*.json"))):
        if path.name == DESCRIPTION:
            continue
        name = path.relative_to(home.parent).as_posix()
        content = _open(path)
        if content is None:
            yield Fault(name, None, None, _OTHER_CONTENT, _AS_WRITTEN, _NO_HARM)
        elif "refused_sha256" in content:
            refused = path.with_name(f"{path.stem}-refused.csv")
            if not is_intact(refused, str(content["refused_sha256"])):
                name = refused.relative_to(home.parent).as_posix()
                yield Fault(name, None, None, _OTHER_CONTENT, _AS_WRITTEN, _NO_HARM)


def _find_log_faults(store: Path) -> Iterator[Fault]:
    watched = [path for pattern in _WATCHED for path in store.glob(pattern)]
    for path in sorted((*(path for pattern in _SEALED for path in store.glob(pattern)), *watched)):
        if _open(path, WATCHED_FIELDS if path in watched else ()) is None:
            name = path.relative_to(store).as_posix()
            yield Fault(name, None, None, _OTHER_CONTENT, _AS_WRITTEN, _NO_HARM)
    for path in sorted(store.glob("*.jsonl")):
        *lines, rest = path.read_bytes().split(b"\n")
        for number, line in enumerate([*lines, rest] if rest else lines, 1):
            try:
                open_sealed(line)
            except ValueError:
                yield Fault(path.name, number, None, _OTHER_CONTENT, _AS_WRITTEN, _NO_HARM)


def _find_answer_faults(archive: Path) -> Iterator[Fault]:
    """Yield the damage to the answers of providers: bodies are named by their SHA-256, before compression."""
    for path in sorted(archive.glob("bodies/*/*.zst")):
        if _hash_body(path) != path.stem:
            yield Fault(f"answers/bodies/{path.name}", None, None, _OTHER_CONTENT, _AS_WRITTEN, _FETCH)
    for path in sorted(archive.glob("requests/*.json")):
        if _open(path) is None:
            yield Fault(f"answers/requests/{path.name}", None, None, _OTHER_CONTENT, _AS_WRITTEN, _FETCH)


def _open(path: Path, unsealed: Collection[str] = ()) -> dict[str, object] | None:
    try:
        return open_sealed(path.read_bytes(), unsealed)
    except (OSError, ValueError):
        return None


def _hash_body(path: Path) -> str:
    digest = sha256()
    try:
        with pa.OSFile(str(path)) as file, pa.CompressedInputStream(file, "zstd") as stream:
            while piece := stream.read(_PIECE):
                digest.update(piece)
    except (OSError, pa.ArrowException):
        return ""
    return digest.hexdigest()
