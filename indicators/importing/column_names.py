"""The names by which publishers call the columns of their files: ``column_names.csv``.

To add a name, add it to a row; languages bring names of their own.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Final

from indicators.language.languages import LANGUAGES
from indicators.model.codelists import fold_name

_MOST_KNOWN: Final = 16_384  # headings of a wide table are compared with each other


@lru_cache(_MOST_KNOWN)
def fold_heading(name: str) -> str:
    """Return the words of a heading in lowercase, without accents and marks.

    >>> fold_heading("Área"), fold_heading("OBS_VALUE"), fold_heading("reporterISO"), fold_heading("LocID")
    ('area', 'obs value', 'reporter iso', 'loc id')
    """
    return fold_name(re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name))


def _squeeze(words: str) -> str:
    return words.replace(" ", "") or words


def _fold_key(name: str) -> str:
    return _squeeze(fold_heading(name))


def _drop_numbers(heading: str) -> str:
    """Return a folded heading without the level of an interval: *lower 95 ci*."""
    return (
        " ".join(word for word in heading.split() if not word.isdigit() and word not in ("percent", "pct")) or heading
    )


def _read_names() -> Mapping[str, tuple[str, ...]]:
    with Path(__file__).with_suffix(".csv").open(encoding="utf-8", newline="") as stream:
        rows = {row["ROLE"]: row["NAMES"].split("|") for row in csv.DictReader(stream)}
    for role, names in rows.items():
        names += [name for one in LANGUAGES.values() for name in one.column_names.get(role, ())]
    return {role: tuple(dict.fromkeys(map(_fold_key, names))) for role, names in rows.items()}


_NAMES: Final = _read_names()
_ENDS: Final = ("lower", "upper")
ROLES_WITH_NAMES: Final = tuple(_NAMES)
"""The roles and kinds of columns that have names."""


def rank_name(role: str, heading: str) -> int | None:
    """Return how reliable a name is for a role, from 0 for the most reliable; ``None`` if it is not one.

    Args:
        role: The role.
        heading: The name of a column; spaces and capitals don't matter.

    >>> rank_name("value", "ObsValue"), rank_name("value", "Honey"), rank_name("lower", "Lower 95% CI") is None
    (0, None, False)
    """
    names, key = _NAMES.get(role, ()), _fold_key(heading)
    if role in _ENDS and key not in names:
        key = _squeeze(_drop_numbers(fold_heading(heading)))
    return names.index(key) if key in names else None


def is_known_name(heading: str) -> bool:
    """Return whether a text is the name of a column in the files of publishers.

    >>> is_known_name("Country"), is_known_name("Honey")
    (True, False)
    """
    return any(rank_name(role, heading) is not None for role in ROLES_WITH_NAMES)


_KINDS: Final = {name: "interval" for end in _ENDS for name in _NAMES[end]} | {
    name: kind for kind in ("counter", "interval", "about", "dimension") for name in _NAMES[kind] if name
}
_ENDINGS: Final = (
    ("about", re.compile(r"(^| )(footnotes?|flags?|notes?|comments?|url|link|decimals|description|source|remarks?)$")),
    ("about", re.compile(r"observation status|obs status|^source ")),
    ("counter", re.compile(r"(^| )(rank|ranking|id|row number|unnamed \d+)$|^unnamed \d+( level \d+)?$")),
    ("interval", re.compile(r"(^| )((lower|upper) (bound|limit|ci)|(low|high) (bound|estimate)|std(err| error)?)$")),
)


@lru_cache(_MOST_KNOWN)
def guess_kind(name: str) -> str:
    """Return the kind of a column without a role: ``dimension``, ``about``, ``interval``, ``counter``, or nothing.

    >>> [guess_kind(name) for name in ("Sex", "Age group (years)", "Value Footnotes", "World Rank", "Honey")]
    ['dimension', 'dimension', 'about', 'counter', '']
    """
    plain = fold_heading(name)
    without = fold_heading(re.sub(r"\s*[(\[][^()\[\]]*[)\]]\s*$", "", name))
    for words in (plain, without):
        shorter = (words.removesuffix(ending) for ending in (" code", " name", " label", " desc"))
        for form in (words, *shorter):
            if _squeeze(form) in _KINDS:
                return _KINDS[_squeeze(form)]
    if any(rank_name(end, form) is not None for end in _ENDS for form in (name, without)):
        return "interval"
    return next((kind for kind, ending in _ENDINGS if ending.search(plain)), "")


_LABELS: Final = {
    "ref area": ("reference area",), "unit measure": ("unit of measure",), "unit mult": ("unit multiplier",),
    "freq": ("frequency", "frequency of observation", "time frequency", "frequency label"),
    "time period": ("time period", "time"), "obs value": ("observation value",), "powercode code": ("powercode",),
    "obs status": ("observation status",), "location": ("country",), "cou": ("country",), "flag codes": ("flags",),
    "base per": ("base period",), "conf status": ("confidentiality status",), "flag": ("flag description",),
    "geo": ("geopolitical entity reporting",), "obs flag": ("observation status flag v2 structure",),
}  # fmt: skip


def is_label_of(name: str, code: str) -> bool:
    """Return whether a column has the names of the codes in another: ``Sex`` and ``SEX``, ``Item`` and ``Item Code``.

    >>> [is_label_of(*pair) for pair in (("Reference area", "REF_AREA"), ("Item", "Item Code"), ("Sex", "Age"))]
    [True, True, False]
    """
    return name != code and fold_heading(name) in list_labels(code)


@lru_cache(_MOST_KNOWN)
def list_labels(code: str) -> frozenset[str]:
    """The headings, folded, of a column with the names of the codes in another."""
    plain = fold_heading(code)
    stem = re.sub(r" (code|id|cd|iso)( .*)?$", "", plain)
    further = (f"{stem} {ending}" for ending in ("name", "label", "description", "desc", "display"))
    return frozenset((plain, stem, *_LABELS.get(plain, ()), *further))


def find_shared_name(header: Sequence[str], name: str) -> str:
    """Return the name that a column shares with the one before it: *Period*, merged over a year and a month.

    >>> header = ["Period", "Period (2)", "Milk", "Period (4)"]
    >>> [find_shared_name(header, name) for name in header]
    ['Period', 'Period', 'Milk', 'Period (4)']
    """
    own, before = (re.sub(r" \(\d+\)$", "", one) for one in (name, header[header.index(name) - 1]))
    return own if own == before else name
