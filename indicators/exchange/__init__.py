"""Money of one kind said in another: dated rates of several publishers, rules, and nothing without both.

`sources` says who publishes what and who goes first; `successions` what the law made of retired money;
`publications` holds the numbers; `book` finds the rate for a pair, a period and a rule; `conversion` turns
arrays and `panels` whole panels; `comparison` sets the rules side by side.
"""

from indicators.exchange.book import RateBook
from indicators.exchange.conversion import convert_values, parse_money
from indicators.exchange.explanation import explain_no_rates
from indicators.exchange.panels import PanelConverter, choose_rule
from indicators.exchange.publications import Publication, PublicationsOnDemand, build_publication
from indicators.exchange.publishers import SOURCES, RateSource
from indicators.exchange.rule_comparison import Restatement, compare_rules, restate_amount
from indicators.exchange.rules import RateKind, Rule
from indicators.exchange.successions import Successions

__all__ = [
    "SOURCES",
    "PanelConverter",
    "Publication",
    "PublicationsOnDemand",
    "RateBook",
    "RateKind",
    "RateSource",
    "Restatement",
    "Rule",
    "Successions",
    "build_publication",
    "choose_rule",
    "compare_rules",
    "convert_values",
    "explain_no_rates",
    "parse_money",
    "restate_amount",
]
