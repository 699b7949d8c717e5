"""Texts in three languages with their figures listed by hand, in the manner of business news and releases.

A text file has ``published:``, the text, and a line a figure: ``number | unit | kind | notes``. The number may have a
word before it (``about 12e9``) and two ends (``5..7``); the notes are ``forecast`` (``forecast?`` is not held),
``fall``, ``open``.
"""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from indicators.claims.reading import read_claims
from indicators.files import read_embedded_catalogue
from indicators.model.observations import Qualifier

TEXTS = Path(__file__).parents[1] / "texts"


@dataclass(frozen=True)
class Expected:
    value: Decimal
    unit: str
    kind: str
    qualifier: str = ""
    low: Decimal | None = None
    high: Decimal | None = None
    notes: tuple[str, ...] = ()

    def __str__(self):
        ends = f" [{self.low}..{self.high}]" if self.low is not None else ""
        return f"{self.qualifier} {self.value:f}{ends} {self.unit} ({self.kind}) {' '.join(self.notes)}".strip()


@dataclass
class Score:
    found: int = 0
    missed: list[str] = field(default_factory=list)
    invented: list[str] = field(default_factory=list)
    misread: list[str] = field(default_factory=list)

    @property
    def recall(self):
        return self.found / max(self.found + len(self.missed), 1)

    @property
    def precision(self):
        return self.found / max(self.found + len(self.invented), 1)

    @property
    def right(self):
        """The share of the expected figures that were found and understood."""
        return (self.found - len(self.misread)) / max(self.found + len(self.missed), 1)

    def add(self, other):
        self.found += other.found
        self.missed += other.missed
        self.invented += other.invented
        self.misread += other.misread


def expected_of(line):
    number, unit, kind, *notes = (part.strip() for part in line.split("|"))
    *words, number = number.split()
    low, dots, high = number.partition("..")
    power = "e" + high.partition("e")[2] if dots and "e" in high else ""
    ends = (Decimal(low + power), Decimal(high)) if dots else (None, None)
    value = (ends[0] + ends[1]) / 2 if dots else Decimal(number)
    return Expected(value, unit, kind, " ".join(words), *ends, tuple(word for note in notes for word in note.split()))


def parts(path):
    head, text, figures = path.read_text(encoding="utf-8").split("\n---\n")
    published = date.fromisoformat(head.removeprefix("published:").strip())
    return published, text, [expected_of(line) for line in figures.strip().splitlines() if line.strip()]


def fits(expected, claim):
    if expected.low is not None:
        printed = claim.lower is not None and claim.upper is not None
        if not printed:
            return False
        return (claim.lower.scaleb(claim.multiplier), claim.upper.scaleb(claim.multiplier)) == (
            expected.low,
            expected.high,
        )
    return claim.lower is None and abs(claim.plain_value) == abs(expected.value)


def faults(expected, claim):
    """What was misread in a figure that was found."""
    found = []
    if claim.plain_value != expected.value and expected.low is None:
        found.append(f"sign {claim.value}")
    if expected.unit not in (claim.unit, claim.counted) and not claim.counted.lower().endswith(expected.unit):
        found.append(f"unit {claim.unit!r} {claim.counted}")
    if claim.kind.value not in expected.kind.split("/"):
        found.append(f"kind {claim.kind.value}")
    if (Qualifier(claim.qualifier).value if claim.qualifier else "") != expected.qualifier:
        found.append(f"qualifier {claim.qualifier}")
    if "forecast?" not in expected.notes and claim.is_forecast != ("forecast" in expected.notes):
        found.append(f"forecast {claim.is_forecast}")
    return found


def score(path, catalogue):
    """Figures and claims are paired in the order of the text, as many as can be."""
    published, text, wanted = parts(path)
    claims = read_claims(text, catalogue=catalogue, published=published).claims
    rows = [[0] * (len(claims) + 1) for _ in range(len(wanted) + 1)]
    for i in reversed(range(len(wanted))):
        for j in reversed(range(len(claims))):
            paired = rows[i + 1][j + 1] + 1 if fits(wanted[i], claims[j]) else 0
            rows[i][j] = max(rows[i + 1][j], rows[i][j + 1], paired)
    result, i, j = Score(), 0, 0
    while i < len(wanted) or j < len(claims):
        if i < len(wanted) and j < len(claims) and fits(wanted[i], claims[j]) and rows[i][j] == rows[i + 1][j + 1] + 1:
            result.found += 1
            if wrong := faults(wanted[i], claims[j]):
                result.misread.append(f"{path.stem}: {wanted[i]}: {', '.join(wrong)}")
            i, j = i + 1, j + 1
        elif j < len(claims) and (i == len(wanted) or rows[i][j + 1] >= rows[i + 1][j]):
            place = claims[j].place
            result.invented.append(f"{path.stem}: {text[place.start : place.end]!r} as {claims[j].understood}")
            j += 1
        else:
            result.missed.append(f"{path.stem}: {wanted[i]}")
            i += 1
    return result


def total(pattern, catalogue):
    whole = Score()
    for path in sorted(TEXTS.glob(pattern)):
        whole.add(score(path, catalogue))
    return whole


@pytest.fixture(scope="module")
def catalogue():
    return read_embedded_catalogue()


@pytest.mark.parametrize("language", ["en", "ru", "zh"])
def test_the_figures_listed_by_hand_are_found_and_understood(language, catalogue):
    whole = total(f"{language}-*.txt", catalogue)
    report = "\n".join([*whole.missed, *whole.invented, *whole.misread])
    assert whole.recall >= 0.97, report
    assert whole.precision >= 0.97, report
    assert whole.right >= 0.95, report
