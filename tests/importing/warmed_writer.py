"""Imported by the server that the killed writers are forked from: so none of them spends its life on imports."""

import duckdb  # noqa: F401
import pyarrow.csv  # noqa: F401

from indicators.files import read_embedded_catalogue
from indicators.importing.publishing import import_release  # noqa: F401
from indicators.model.units import parse_unit

read_embedded_catalogue().areas.get("Россия")
parse_unit("USD")
