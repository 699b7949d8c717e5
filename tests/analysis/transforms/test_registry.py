from typing import get_args

import pytest

from indicators.analysis.transforms.averages import AGGREGATIONS, AggregationName
from indicators.analysis.transforms.registry import TRANSFORMS, TransformName


@pytest.mark.parametrize(("registry", "names"), [(AGGREGATIONS, AggregationName), (TRANSFORMS, TransformName)])
def test_the_type_of_names_has_every_entry_and_no_other(registry, names):
    assert set(registry) == set(get_args(names))
    assert [entry.name for entry in registry.values()] == list(registry)
