"""What an import decides about a file, each with its evidence and with the option that decides otherwise.

Everything a file leaves open is a decision: the decimal mark, the order of day and month, the scale, the frequency,
the columns that are dimensions, the unit, the encoding, the rows of the header. The report of an import and the page
Add data list all of them. What the evidence doesn't decide is refused with a `UsageError`, whose hint names the option
that does.
"""

from __future__ import annotations

from dataclasses import dataclass

from indicators.importing import messages


@dataclass(frozen=True, slots=True)
class Decision:
    """One decision about how a file is read.

    A report prints it as one line; the page Add data shows it as a row of a table.

    Attributes:
        subject: What was decided, as a noun: ``Decimal mark``.
        chosen: What it was decided to be: ``comma``.
        evidence: Where in the file this is seen, as a sentence: ``Line 3 has 12,5.``
        option: The option of the command or the key of a mapping that decides otherwise; empty if nothing can.
    """

    subject: str
    chosen: str
    evidence: str = ""
    option: str = ""

    def __str__(self) -> str:
        """One line for a terminal.

        >>> print(Decision("Decimal mark", "comma", "12,5 has one decimal.", "--decimal point"))
        Decimal mark: comma. 12,5 has one decimal. To change it: --decimal point.
        """
        change = messages.CHANGE_DECISION.format(option=self.option) if self.option else ""
        return " ".join(part for part in (f"{self.subject}: {self.chosen}.", self.evidence, change) if part)
