"""Fixtures that read a text as if published on a given day."""

from datetime import date
from functools import partial

import pytest


@pytest.fixture(scope="session")
def read(read):
    return partial(read, published=date(2025, 9, 29))


@pytest.fixture(scope="session")
def claims(read):
    """Kind, value and unit of each claim."""
    return lambda text: [(one.kind.value, str(one.plain_value.normalize()), one.unit) for one in read(text).claims]


@pytest.fixture(scope="session")
def areas(read):
    """The areas of each claim."""
    return lambda text: [claim.areas for claim in read(text).claims]
