"""Claims that a text states in passing: read with their intervals, and checked against evidence.

>>> from decimal import Decimal
>>> str(Claim("c1", ClaimKind.AMOUNT, Decimal(24), "RUB", multiplier=12).interval)
'23500000000000 … 24500000000000'
"""

from indicators.claims.claim import Claim, ClaimKind, Direction, Document, Place, Reading, Skipped
from indicators.claims.findings import Figure, Finding, Verdict
from indicators.claims.input.from_dataset import extract_claims
from indicators.claims.intervals import Interval
from indicators.claims.reading import read_claims
from indicators.claims.report import Report, check_dataset, check_reading

__all__ = [
    "Claim",
    "ClaimKind",
    "Direction",
    "Document",
    "Figure",
    "Finding",
    "Interval",
    "Place",
    "Reading",
    "Report",
    "Skipped",
    "Verdict",
    "check_dataset",
    "check_reading",
    "extract_claims",
    "read_claims",
]
