"""The list of indicators, as text for a terminal and as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from indicators.model.catalogue import Catalogue
from indicators.model.formatting import align_columns
from indicators.model.observations import Indicator

__all__ = ["indicators_to_json", "indicators_to_text"]


def indicators_to_text(indicators: Iterable[Indicator]) -> str:
    """Write one line per indicator: id, publisher's code, name and unit."""
    return "\n".join(align_columns([(one.id, one.code, f"{one.name} ({one.unit})") for one in indicators]))


def indicators_to_json(catalogue: Catalogue, indicators: Iterable[Indicator]) -> str:
    """Write a JSON array of the indicators with their descriptions and the datasets that hold their figures."""
    return json.dumps([_describe(catalogue, indicator) for indicator in indicators], ensure_ascii=False, indent=2)


def _describe(catalogue: Catalogue, indicator: Indicator) -> dict[str, Any]:
    return {
        "id": indicator.id,
        "code": indicator.code,
        "name": indicator.name,
        "description": indicator.description,
        "unit": indicator.unit,
        "measure": indicator.measure.value,
        "prices": None if indicator.prices is None else indicator.prices.value,
        "topic": indicator.topic,
        "aliases": list(indicator.aliases),
        "numerator": indicator.numerator,
        "denominator": indicator.denominator,
        "numerator_measure": None if indicator.numerator_measure is None else indicator.numerator_measure.value,
        "not_to_confuse": indicator.not_to_confuse,
        "growth_of": indicator.growth_of,
        "compare_with": list(indicator.compare_with),
        "overlaps_with": list(indicator.overlaps_with),
        "datasets": [dataset.id for dataset in catalogue.find_datasets_with(indicator.id)],
    }
