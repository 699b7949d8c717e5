"""Test whether one forecaster is more accurate than another: Diebold and Mariano, corrected for few cases.

The loss of both is compared period by period. Errors of forecasts several periods ahead share their shocks, so the
variance of the mean difference counts its autocovariances up to one period less than the distance (Diebold and Mariano,
"Comparing Predictive Accuracy", 1995). The statistic is multiplied by the factor of Harvey, Leybourne and Newbold
("Testing the equality of prediction mean squared errors", 1997, equation 9) and compared with Student's t of one degree
of freedom less than there are periods. Autocovariances that add up to less than nothing are left out: shocks that are
shared make them positive, and in a few periods a negative sum would only make a difference look surer than it is.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

_LEAST_PERIODS: Final = 10  # below these there is no test
_PERIODS_PER_STEP: Final = 3  # a horizon of five years needs fifteen: fewer hardly overlap less than they repeat


@dataclass(frozen=True)
class AccuracyTest:
    """A test of equal accuracy.

    Attributes:
        periods: How many periods there are.
        least: How many are needed at this distance.
        statistic: Below zero if the first forecaster has the smaller losses; NaN without a test.
        p_value: The probability of such a difference between equally good forecasters; NaN without a test.
    """

    periods: int
    least: int
    statistic: float = math.nan
    p_value: float = math.nan


def compare_losses(differences: npt.NDArray[np.float64], steps: int) -> AccuracyTest:
    """Test whether the mean of loss differences is zero.

    Args:
        differences: The loss of the first forecaster minus that of the second, by period, in order.
        steps: How many periods the forecasts looked ahead, at least one.

    Returns:
        The test; without a statistic where there are too few periods, or where losses never differ.

    >>> found = compare_losses(np.array([-1.0, -2.0, 0.5, -1.5, -0.5, -2.5, -1.0, 0.0, -1.0, -1.0]), 1)
    >>> round(found.statistic, 2), round(found.p_value, 4)
    (-3.59, 0.0059)
    """
    count = len(differences)
    least = max(_LEAST_PERIODS, _PERIODS_PER_STEP * steps)
    if count < least:
        return AccuracyTest(count, least)
    off = differences - differences.mean()
    covariances = [float(off[lag:] @ off[: count - lag]) / count for lag in range(steps)]
    variance = covariances[0] + 2 * max(sum(covariances[1:]), 0.0)
    if variance <= 0:
        return AccuracyTest(count, least)
    factor = (count + 1 - 2 * steps + steps * (steps - 1) / count) / count
    statistic = float(differences.mean()) / math.sqrt(variance / count) * math.sqrt(factor)
    return AccuracyTest(count, least, statistic, find_t_probability(statistic, count - 1))


def find_t_probability(statistic: float, freedom: int) -> float:
    """Return the probability that Student's t is further from zero than a statistic.

    Exact for whole degrees of freedom: the sums 26.7.3 and 26.7.4 of Abramowitz and Stegun.

    >>> round(find_t_probability(2.228, 10), 4), round(find_t_probability(-12.706, 1), 4)
    (0.05, 0.05)
    """
    angle = math.atan2(abs(statistic), math.sqrt(freedom))
    sine, cosine = math.sin(angle), math.cos(angle)
    term, total = 1.0, 0.0
    if freedom % 2 == 0:
        for number in range(1, freedom // 2 + 1):
            total += term
            term *= (2 * number - 1) / (2 * number) * cosine**2
        return max(0.0, 1 - sine * total)
    for number in range(1, (freedom - 1) // 2 + 1):
        total += term
        term *= 2 * number / (2 * number + 1) * cosine**2
    return max(0.0, 1 - 2 / math.pi * (angle + sine * cosine * total))
