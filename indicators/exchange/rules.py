"""Conversion rules: which rate of a period is used.

The kinds are those of the IMF's International Financial Statistics (period average, end of period) and, for a day,
the rate in force. ``stated`` uses the source's own conversion, ``ppp`` the price level.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from indicators.errors import UsageError, suggest_nearest
from indicators.exchange import messages
from indicators.model.periods import Frequency, TimePeriod


class RateKind(StrEnum):
    """The kinds of exchange rates."""

    AVERAGE = "average"
    END = "end"
    SPOT = "spot"
    PPP = "ppp"
    STATED = "stated"


_WORDS = {
    RateKind.AVERAGE: "period average",
    RateKind.END: "end of period",
    RateKind.SPOT: "daily rate",
    RateKind.PPP: "purchasing power parity",
    RateKind.STATED: "as stated by the source",
}


@dataclass(frozen=True, slots=True)
class Rule:
    """A kind of rate, and the day of a fixed date.

    Attributes:
        kind: Average, end, spot, ppp or stated.
        day: The day whose rate is used for all periods; only with ``spot``.

    >>> Rule.parse("average").phrase("A"), Rule.parse("2025-09-29").phrase("A")
    ('at annual average rates', 'at the rate on 29 September 2025')
    >>> Rule.parse("average").phrase("A", "M"), Rule.parse("end").phrase("A", "M")
    ('at period average rates', 'at end-of-period rates')
    """

    kind: RateKind
    day: date | None = None

    @classmethod
    def parse(cls, text: str) -> Rule:
        """Read a rule: the name of a kind, or a day whose rate is used for all periods.

        Raises:
            UsageError: It is neither.
        """
        word = str(text).strip().casefold()
        if word in set(RateKind):
            return cls(RateKind(word))
        try:
            return cls(RateKind.SPOT, date.fromisoformat(word))
        except ValueError:
            hint = suggest_nearest(word, RateKind)
            expected = messages.RULES_EXPECTED.format(rules=", ".join(RateKind))
            raise UsageError(messages.NO_SUCH_RULE, found=str(text), expected=expected, hint=hint) from None

    @property
    def text(self) -> str:
        """The rule as written in an address and on the command line."""
        return self.kind.value if self.day is None else self.day.isoformat()

    @property
    def label(self) -> str:
        """A short label."""
        if self.day is None:
            return _WORDS[self.kind]
        return f"rate on {TimePeriod.of_day(self.day).label}"

    def phrase(self, *frequencies: str) -> str:
        """Return the rule as the end of a sentence, for series of these frequencies (``A``, ``Q``, ``M`` …)."""
        if self.day is not None:
            return f"at the {self.label}"
        length = Frequency(frequencies[0]) if len(set(frequencies)) == 1 else Frequency.OTHER
        return {
            RateKind.AVERAGE: f"at {length.adjective or length.noun} average rates",
            RateKind.END: f"at end-of-{length.noun} rates",
            RateKind.SPOT: "at daily rates",
            RateKind.PPP: "at purchasing power parity",
            RateKind.STATED: "as converted by the source",
        }[self.kind]

    def name_rate(self, year: str) -> str:
        """Name the one rate that converts amounts at constant prices of a year.

        >>> Rule.parse("average").name_rate("2015"), Rule.parse("2025-09-29").name_rate("2015")
        ('2015 average rate', 'rate on 29 September 2025')
        """
        if self.day is not None:
            return self.label
        rates = {RateKind.END: f"end-{year} rate", RateKind.PPP: f"{year} purchasing power parity"}
        return rates.get(self.kind, f"{year} average rate")
