"""Reading the figures of a text with words and rules, without a model."""

from indicators.claims.reading.reader import read_claims

__all__ = ["read_claims"]
