"""The rates of a publisher in arrays, kept as a snapshot: they are loaded in milliseconds and without a database."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from dataclasses import replace
from hashlib import sha256
from zipfile import BadZipFile

import numpy as np

from indicators import exchange, model
from indicators.exchange import Publication, RateSource, Successions
from indicators.files.snapshots import compute_fingerprint, list_modules, read_snapshot, write_snapshot
from indicators.model.observations import Dataset


def read_through_snapshot(
    source: RateSource, datasets: Sequence[Dataset], successions: Successions, build: Callable[[], Publication]
) -> Publication:
    """Return the rates of a publisher from its snapshot, or build and keep them.

    Args:
        source: The publisher.
        datasets: The datasets with its rates.
        successions: The currencies and what became of them, which the arrays depend on.
        build: Builds the rates from the datasets.
    """
    files = [path for dataset in datasets for path in dataset.tables]
    by_hand = [dataset.observations for dataset in datasets]
    code = list_modules(__file__, exchange.__file__, model.__file__)
    fingerprint = compute_fingerprint([*files, *code], by_hand, list(successions.currencies.values()))
    name = f"rates-{source.indicator}-{sha256(repr(sorted(files)).encode()).hexdigest()[:16]}"
    found = _parse(read_snapshot(name, fingerprint), source)
    if found is None:
        found = build()
        stream = io.BytesIO()
        texts = {"codes": np.array(found.codes, dtype=np.str_), "origin": np.array(found.origin)}
        if found.origin_cells is not None:
            texts |= {"origins": np.array(found.origins, dtype=np.str_), "origin_cells": found.origin_cells}
        np.savez(stream, allow_pickle=False, start=np.int64(found.start), quotations=found.quotations, **texts)
        write_snapshot(name, fingerprint, stream.getvalue())
    return found


def _parse(content: bytes | None, source: RateSource) -> Publication | None:
    if content is None:
        return None
    try:
        with np.load(io.BytesIO(content), allow_pickle=False) as held:
            codes = tuple(held["codes"].tolist())
            made = Publication(source, codes, int(held["start"]), held["quotations"], str(held["origin"]))
            if "origins" not in held:
                return made
            return replace(made, origins=tuple(held["origins"].tolist()), origin_cells=held["origin_cells"])
    except (ValueError, KeyError, OSError, BadZipFile):  # cut off by somebody
        return None
