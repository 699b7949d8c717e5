"""Imported by the server that the killed writers are forked from: so none of them spends its life on imports."""

import duckdb  # noqa: F401
import pandas as pd  # noqa: F401  pyarrow looks for it
import pyarrow.csv  # noqa: F401

from indicators.files import read_embedded_catalogue
from indicators.importing.formats import file_tables  # noqa: F401
from indicators.importing.publishing import import_release  # noqa: F401
from indicators.language.month_names import parse_month, parse_period_text
from indicators.model.units import parse_unit

read_embedded_catalogue().areas.get("Россия")
parse_unit("USD")
parse_period_text("Jan 2020")
parse_month("no month")
