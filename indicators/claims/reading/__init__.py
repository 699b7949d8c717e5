"""Reading the figures of a text in English, Russian and Chinese, by words and rules and without a model."""

from indicators.claims.reading.reader import read_claims

__all__ = ["read_claims"]
