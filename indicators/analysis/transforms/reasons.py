"""Why a derived figure is missing, beside it in the column ``reason``."""

from __future__ import annotations

import numpy as np
import pandas as pd

__all__ = ["add_reasons"]


def add_reasons(frame: pd.DataFrame, why: np.ndarray) -> pd.DataFrame:
    """The rows with a reason where there is no value and none was given yet.

    >>> rows = pd.DataFrame({"value": [1.0, float("nan")]})
    >>> add_reasons(rows, np.array(["No.", "No."]))["reason"].tolist()
    ['', 'No.']
    """
    before = frame["reason"].fillna("") if "reason" in frame else pd.Series("", index=frame.index)
    reason = np.where((before == "").to_numpy() & frame["value"].isna().to_numpy(), why, before)
    if "reason" not in frame and not (reason != "").any():
        return frame
    return frame.assign(reason=reason)
