"""Columns that describe a figure: an interval has two ends, or none."""

import pytest

from indicators.errors import UsageError
from indicators.importing import ColumnMapping

TABLE = "Country,Year,Sales,Low end,Sales Upper\nPeru,2020,5.5,5,6\nPeru,2021,6.5,6,7\n"


def test_one_end_of_an_interval_beside_a_column_of_values_is_no_interval(import_file):
    assert import_file(TABLE).taken == 4  # a column of values by itself


@pytest.mark.parametrize("given", [
    {"details": {"lower": "Low end"}},
    {"details": {"low": "Low end", "upper": "Sales Upper"}},
    {"values": {"Sales": "sales"}, "value_details": {"Sales": {"upper": "Sales Upper"}}},
])  # fmt: skip
def test_half_an_interval_and_an_unknown_detail_in_a_mapping_are_refused(import_file, given):
    with pytest.raises(UsageError, match=r"Expected: .*lower.*upper"):
        import_file(TABLE, mapping=ColumnMapping(**given))
    both = {"lower": "Low end", "upper": "Sales Upper"}
    assert import_file(TABLE, mapping=ColumnMapping(details=both)).taken == 2


@pytest.mark.parametrize(
    "ends",
    ["Lower 95% CI,Upper 95% CI", "95% LCL,95% UCL", "ci_low_95,ci_high_95", "Untergrenze (95 %),Obergrenze (95 %)",
     "Borne inférieure,Borne supérieure", "Límite inferior,Límite superior", "置信下限,置信上限"],
)  # fmt: skip
def test_the_ends_of_an_interval_are_no_figures_of_their_own(import_file, figures, ends):
    report = import_file(f"Country,Year,Rate (%),{ends}\nPeru,2020,5.5,5.1,5.9\n")
    assert list(figures().values()) == [5.5]
    assert not report.refused
