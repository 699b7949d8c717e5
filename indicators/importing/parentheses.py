"""Numbers in parentheses, as accountants write negative ones: ``(1,250.5)``.

Others write so what is uncertain. They are negative in a file with amounts of money and without a minus sign, or if the
user says so; any other cell of this kind is refused.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from indicators.importing import messages
from indicators.importing.decisions import Decision
from indicators.importing.number_columns import IN_PARENTHESES
from indicators.language.unit_texts import UnitText
from indicators.model.unit_names import get_currency_codes


@dataclass(slots=True)
class SignEvidence:
    """What the cells of a file say about its negative numbers.

    Attributes:
        example: The first number in parentheses; or empty.
        has_minus: Whether any number has a minus sign.
    """

    example: str = ""
    has_minus: bool = False

    def add(self, cells: pa.ChunkedArray) -> None:
        """Look at the cells of columns of values."""
        self.has_minus = self.has_minus or bool(pc.any(pc.match_substring_regex(cells, r"^ ?[-−] ?[0-9.,]")).as_py())
        if not self.example:
            place = pc.index(pc.match_substring_regex(pc.fill_null(cells, ""), IN_PARENTHESES), True).as_py()
            self.example = cells[place].as_py() if place >= 0 else ""

    def decide(self, units: Iterable[UnitText | None], *, given: bool) -> Decision | None:
        """Return the decision that numbers in parentheses are negative; ``None`` if nothing says so.

        Args:
            units: The units of the file.
            given: Whether the user says so.

        >>> evidence = SignEvidence()
        >>> evidence.add(pa.chunked_array([["(1,250.5)", "3"]]))
        >>> evidence.decide([UnitText("EUR", 6)], given=False).chosen, evidence.decide([UnitText("%")], given=False)
        ('negative', None)
        """
        if not self.example:
            return None
        if given:
            return Decision(messages.PARENTHESES, messages.NEGATIVE, messages.CHOSEN_BY_USER)
        if self.has_minus or not any(unit is not None and unit.unit[:3] in get_currency_codes() for unit in units):
            return None
        evidence = messages.AS_ACCOUNTANTS.format(cell=self.example)
        return Decision(messages.PARENTHESES, messages.NEGATIVE, evidence)


def find_in_parentheses(cells: pa.Array) -> npt.NDArray[np.bool_]:
    """Return which cells are numbers in parentheses.

    >>> find_in_parentheses(pa.array(["(5)", "5", None, "(a)"])).tolist()
    [True, False, False, False]
    """
    found = pc.match_substring_regex(pc.fill_null(cells, ""), IN_PARENTHESES)
    flags: npt.NDArray[np.bool_] = found.to_numpy(zero_copy_only=False).astype(bool)
    return flags
