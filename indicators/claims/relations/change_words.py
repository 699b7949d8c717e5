"""Words that state a change, and words that may appear beside one, in all languages."""

from __future__ import annotations

import re
from typing import Final

from indicators.language.languages import compile_pattern, join_pattern, join_words

__all__ = [
    "AT_CURRENT_PRICES",
    "A_YEAR_EARLIER",
    "COMPARABLE",
    "CUE",
    "DOWN",
    "MEASURES",
    "NARROWER",
    "NEUTRAL",
    "NEUTRAL_HAN",
    "NEUTRAL_STEM",
    "NOMINAL",
    "NOT",
    "REAL",
    "UP",
    "YEARLY",
]

# Words that may be between a change and its levels; any other word may start another subject.
NEUTRAL: Final = join_words("change")
NEUTRAL_STEM: Final = compile_pattern("change_stem")
NEUTRAL_HAN: Final = compile_pattern("change_run")
A_YEAR_EARLIER: Final = f"(?:{join_pattern('year_earlier')})"
# Growth on a revised or matched base, which no two levels of the text give.
COMPARABLE: Final = compile_pattern("comparable")
REAL: Final = compile_pattern("real_terms")
NOMINAL: Final = compile_pattern("nominal")
AT_CURRENT_PRICES: Final = compile_pattern("current_prices")
# Measures whose growth is real by custom, and those whose growth is nominal.
MEASURES: Final = re.compile(
    f"(?P<real>{join_pattern('real_measure')})|{join_pattern('nominal_measure')}", re.IGNORECASE
)
# A sector that calls itself an economy is measured by turnover; "more than GDP" is the size of something else.
NARROWER: Final = compile_pattern("narrower")
YEARLY: Final = compile_pattern("yearly")
UP: Final = compile_pattern("up")
DOWN: Final = compile_pattern("down")
NOT: Final = compile_pattern("negation")
CUE: Final = compile_pattern("change_cue")
