"""The names by which publishers call the columns of their files: ``column_names.csv``.

To add a name, add it to a row; languages bring names of their own.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from indicators.language.languages import LANGUAGES
from indicators.model.codelists import fold_name

__all__ = ["COLUMN_NAMES", "fold_heading", "guess_kind", "is_label_of"]


def _read_names() -> Mapping[str, tuple[str, ...]]:
    with Path(__file__).with_suffix(".csv").open(encoding="utf-8", newline="") as stream:
        rows = {row["ROLE"]: row["NAMES"].split("|") for row in csv.DictReader(stream)}
    for role, names in rows.items():
        names += [name for one in LANGUAGES.values() for name in one.column_names.get(role, ())]
    return {role: tuple(dict.fromkeys(map(fold_heading, names))) for role, names in rows.items()}


def fold_heading(name: str) -> str:
    """Return the words of a heading in lowercase, without accents, marks and units in brackets at its end.

    >>> fold_heading("Área"), fold_heading("OBS_VALUE"), fold_heading("countryName"), fold_heading("№")
    ('area', 'obs value', 'countryname', 'no')
    """
    return fold_name(name)


COLUMN_NAMES: Final = _read_names()
"""The roles of a column, with the names that identify each, the most reliable first; as `fold_heading` gives them."""

_KINDS: Final = {
    name: kind for kind in ("counter", "interval", "about", "dimension") for name in COLUMN_NAMES[kind] if name
}
_ENDINGS: Final = (
    ("about", re.compile(r"(^| )(footnotes?|flags?|notes?|comments?|url|link|decimals|description|source|remarks?)$")),
    ("counter", re.compile(r"(^| )(rank|ranking|id|row number|unnamed \d+)$|^unnamed \d+( level \d+)?$")),
    ("interval", re.compile(r"(^| )((lower|upper) (bound|limit|ci)|(low|high) (bound|estimate)|std(err| error)?)$")),
)


def guess_kind(name: str) -> str:
    """Return the kind of a column without a role: ``dimension``, ``about``, ``interval``, ``counter``, or nothing.

    >>> [guess_kind(name) for name in ("Sex", "Age group (years)", "Value Footnotes", "World Rank", "Honey")]
    ['dimension', 'dimension', 'about', 'counter', '']
    """
    plain = fold_heading(name)
    without = fold_heading(re.sub(r"\s*[(\[][^()\[\]]*[)\]]\s*$", "", name))
    for words in (plain, without):
        for form in (words, words.removesuffix(" code"), words.removesuffix(" name"), words.removesuffix(" label")):
            if form in _KINDS:
                return _KINDS[form]
    return next((kind for kind, ending in _ENDINGS if ending.search(plain)), "")


_LABELS: Final = {
    "ref area": "reference area", "unit measure": "unit of measure", "freq": "frequency of observation",
    "time period": "time period", "obs value": "observation value", "obs status": "observation status",
    "unit mult": "unit multiplier", "powercode code": "powercode", "location": "country", "cou": "country",
    "flag codes": "flags", "base per": "base period", "conf status": "confidentiality status",
}  # fmt: skip


def is_label_of(name: str, code: str) -> bool:
    """Return whether a column has the names of the codes in another: ``Sex`` and ``SEX``, ``Item`` and ``Item Code``.

    >>> [is_label_of(*pair) for pair in (("Reference area", "REF_AREA"), ("Item", "Item Code"), ("Sex", "Age"))]
    [True, True, False]
    """
    label, plain = fold_heading(name), fold_heading(code)
    stem = re.sub(r" (code|id|cd)( .*)?$", "", plain)
    return name != code and (
        label in (plain, stem)
        or _LABELS.get(plain) == label
        or label in (f"{stem} name", f"{stem} label", f"{stem} description")
        or (stem != plain and label == stem)
    )
