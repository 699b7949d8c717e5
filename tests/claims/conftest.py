"""Fixtures that read and check a text.

The figures of a text can be marked by hand, so that a check is tested without the reading of a text:
``read("rose {G 46} from {M 16.4 tn} to {M 24 tn}")``. The letter is the kind (M amount, C count, Q quantity, G growth,
X multiple, S share, R rate, P points, I index), then the number, a scale word, and ``key=value`` for fields of the
claim. Sentences end with a full stop and a space, or with 。; a line is a paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from itertools import pairwise
from typing import Any

import pytest

from indicators.claims import (
    Claim,
    ClaimKind,
    Direction,
    Document,
    Finding,
    Place,
    Reading,
    Report,
    check_reading,
    read_claims,
)
from indicators.files import read_embedded_catalogue
from indicators.model.catalogue import Catalogue
from indicators.model.observations import Qualifier
from indicators.model.periods import TimePeriod
from indicators.store import open_embedded_store

KINDS = {
    "M": (ClaimKind.AMOUNT, "RUB"), "C": (ClaimKind.COUNT, "units"), "Q": (ClaimKind.QUANTITY, "tonnes"),
    "G": (ClaimKind.GROWTH, "%"), "X": (ClaimKind.MULTIPLE, "ratio"), "S": (ClaimKind.SHARE, "%"),
    "R": (ClaimKind.RATE, "%"), "P": (ClaimKind.POINTS, "percentage points"), "I": (ClaimKind.INDEX, "index points"),
}  # fmt: skip
SCALES = {"k": 3, "m": 6, "bn": 9, "tn": 12}
MARK = re.compile(r"\{(?P<kind>[A-Z]) (?P<value>-?[\d.]+)(?P<rest>[^}]*)\}|(?P<end>[.。] ?(?=\S)|\n)")


def _name_of(indicator: str | None) -> str:
    return read_embedded_catalogue().find_indicator(indicator).name if indicator else ""


def _claim(number: int, match: re.Match[str]) -> Claim:
    kind, unit = KINDS[match["kind"]]
    value = Decimal(match["value"])
    words = match["rest"].split()
    scale = next((SCALES[word] for word in words if word in SCALES), 0)
    fields = dict(word.split("=") for word in words if "=" in word)
    changed = kind in (ClaimKind.GROWTH, ClaimKind.POINTS)
    return Claim(
        f"c{number}", kind, value, fields.get("unit", unit).replace("_", " "), multiplier=scale,
        direction=(Direction.FALL if value < 0 else Direction.RISE) if changed else None,
        qualifier=Qualifier(fields["q"].replace("_", " ")) if "q" in fields else None,
        period=TimePeriod.parse(fields["period"]) if "period" in fields else None,
        areas=tuple(fields["areas"].split("~")) if "areas" in fields else (),
        indicator=fields.get("indicator"), counted=fields.get("counted", ""),
        subject=fields.get("subject", _name_of(fields.get("indicator"))).replace("_", " "),
        denominator=fields.get("of", "").replace("_", " ") or None,
        restates=fields.get("restates", ""), is_forecast="forecast" in words,
        left_open=() if "period" in fields else ("year",),
    )  # fmt: skip


def _mark(text: str, published: date | None) -> Reading:
    claims, parts, ends, at = [], [], [0], 0
    paragraph = sentence = 1
    for match in MARK.finditer(text):
        parts.append(text[at : match.start()])
        at = match.end()
        if match["end"]:
            parts.append(match["end"])
            ends.append(sum(map(len, parts)))
            paragraph, sentence = (paragraph + 1, 1) if match["end"] == "\n" else (paragraph, sentence + 1)
            continue
        claim = _claim(len(claims) + 1, match)
        start = sum(map(len, parts))
        parts.append(match["value"])
        claims.append(replace(claim, place=Place("", paragraph, sentence, start, start + len(match["value"]))))
    parts.append(text[at:])
    sentences = tuple(pairwise([*ends, sum(map(len, parts))]))
    return Reading(Document.of("".join(parts), published=published), tuple(claims), sentences=sentences)


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    return read_embedded_catalogue()


@pytest.fixture(scope="session")
def read(catalogue: Catalogue) -> Callable[..., Reading]:
    """Read a text; one with marked figures is taken as marked."""

    def read_text(text: str, *, published: date | None = None, **options: Any) -> Reading:
        if re.search(r"\{[A-Z] ", text):
            return _mark(text, published)
        return read_claims(text, catalogue=catalogue, published=published, **options)

    return read_text


@pytest.fixture(scope="session")
def report(read: Callable[..., Reading]) -> Callable[..., Report]:
    """Check a text."""
    return lambda text, **options: check_reading(read(text, **options), open_embedded_store())


@pytest.fixture(scope="session")
def check(report: Callable[..., Report]) -> Callable[..., list[Finding]]:
    """The findings of one check on a text."""
    return lambda text, name, **options: [f for f in report(text, **options).findings if f.check == name]


@pytest.fixture(scope="session")
def signs(check: Callable[..., list[Finding]]) -> Callable[..., str]:
    """The signs of the verdicts of one check on a text."""
    return lambda text, name, **options: "".join(f.verdict.sign for f in check(text, name, **options))
