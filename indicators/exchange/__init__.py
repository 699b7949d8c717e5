"""Currency conversion: dated rates of several publishers, rules, and never one without the other.

`publishers` says who publishes what and whose rate comes first; `successions` what the law made of retired
currencies; `publications` holds the numbers; `book` finds the rate for a pair, a period and a rule; `conversion`
converts arrays, `panels` whole panels; `rule_comparison` puts the rules side by side.

Names are loaded when they are first used: one sum is converted without pandas.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from indicators.exchange.book import RateBook
    from indicators.exchange.conversion import convert_values, parse_money
    from indicators.exchange.explanation import explain_no_rates
    from indicators.exchange.panels import PanelConverter, choose_rule
    from indicators.exchange.publications import (
        Publication,
        PublicationsOnDemand,
        build_publication,
        divide_publications,
    )
    from indicators.exchange.publishers import RATE_SOURCES, RateSource
    from indicators.exchange.rule_comparison import Restatement, compare_rules, restate_amount
    from indicators.exchange.rules import RateKind, Rule
    from indicators.exchange.successions import Successions

__all__ = [
    "RATE_SOURCES",
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
    "divide_publications",
    "explain_no_rates",
    "parse_money",
    "restate_amount",
]

_HOMES = {
    "RateBook": "book",
    "convert_values": "conversion",
    "parse_money": "conversion",
    "explain_no_rates": "explanation",
    "PanelConverter": "panels",
    "choose_rule": "panels",
    "Publication": "publications",
    "PublicationsOnDemand": "publications",
    "build_publication": "publications",
    "divide_publications": "publications",
    "RATE_SOURCES": "publishers",
    "RateSource": "publishers",
    "Restatement": "rule_comparison",
    "compare_rules": "rule_comparison",
    "restate_amount": "rule_comparison",
    "RateKind": "rules",
    "Rule": "rules",
    "Successions": "successions",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'indicators.exchange' has no attribute {name!r}")
    return getattr(import_module(f"indicators.exchange.{_HOMES[name]}"), name)


def __dir__() -> list[str]:
    return sorted(__all__)
