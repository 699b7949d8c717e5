"""Money of one kind said in another: dated rates of several publishers, rules, and nothing without both.

`sources` says who publishes what and who goes first; `successions` what the law made of retired money;
`publications` holds the numbers; `book` finds the rate for a pair, a period and a rule; `conversion` turns
arrays and `panels` whole panels; `comparison` sets the rules side by side.
"""

from indicators.exchange.book import RateBook
from indicators.exchange.conversion import convert, money
from indicators.exchange.explanation import never_priced
from indicators.exchange.panels import Converter, default_rule
from indicators.exchange.publications import Publication, rate_records
from indicators.exchange.publishers import SOURCES, RateSource
from indicators.exchange.rule_comparison import Restatement, restatement, restatements
from indicators.exchange.rules import RateKind, Rule
from indicators.exchange.successions import Successions

__all__ = [
    "SOURCES",
    "Converter",
    "Publication",
    "RateBook",
    "RateKind",
    "RateSource",
    "Restatement",
    "Rule",
    "Successions",
    "convert",
    "default_rule",
    "money",
    "never_priced",
    "rate_records",
    "restatement",
    "restatements",
]
