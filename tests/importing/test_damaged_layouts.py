"""A table that is laid out oddly gives its own figures, or fewer: none in another year, country or item."""

import pytest

from indicators.errors import UsageError
from indicators.importing import ColumnMapping

SLOW = pytest.mark.slow
MALTA = ColumnMapping(one_area="Malta")
BASES = {
    "wide": ("Country,2021,2022\nPeru,110.5,111.5\nChile,117.5,118.5\nCuba,124.5,125.5", None),
    "long": ("Country,Year,Milk,Rice\nPeru,2021,110.5,210.5\nChile,2021,117.5,217.5\nCuba,2022,125.5,225.5", None),
    "items": ("Item,2021,2022\nMilk,110.5,111.5\nRice,117.5,118.5\nTea,124.5,125.5", MALTA),
    "parts": ("Year,Q1,Q2,Q3\n2021,110.5,111.5,112.5\n2022,117.5,118.5,119.5\n2023,124.5,125.5,126.5", MALTA),
}
RIGHT = {
    "wide": "PER 2021 110.5, PER 2022 111.5, CHL 2021 117.5, CHL 2022 118.5, CUB 2021 124.5, CUB 2022 125.5",
    "long": "PER 2021 110.5, PER 2021 210.5, CHL 2021 117.5, CHL 2021 217.5, CUB 2022 125.5, CUB 2022 225.5",
    "items": "MLT 2021 110.5, MLT 2022 111.5, MLT 2021 117.5, MLT 2022 118.5, MLT 2021 124.5, MLT 2022 125.5",
    "parts": "MLT 2021-Q1 110.5, MLT 2021-Q2 111.5, MLT 2021-Q3 112.5, MLT 2022-Q1 117.5, MLT 2022-Q2 118.5, "
    "MLT 2022-Q3 119.5, MLT 2023-Q1 124.5, MLT 2023-Q2 125.5, MLT 2023-Q3 126.5",
}


def shift(text):
    return f",{text.rpartition(',')[0]}"


CHANGES = {
    "another header": lambda head, rows: [head, rows[0], f"Other,{head.partition(',')[2]}", *rows[1:]],
    "numbers of columns": lambda head, rows: [head, ",".join("1234"[: head.count(",") + 1]), *rows],
    "no header": lambda _, rows: rows,
    "shifted to the right": lambda head, rows: [head, rows[0], shift(rows[1]), rows[2]],
    "shifted to the left": lambda head, rows: [head, rows[0], f"{rows[1].partition(',')[2]},", rows[2]],
    "a row of units": lambda head, rows: [head, ",".join(["", *["EUR"] * head.count(",")]), *rows],
    "a merged heading": lambda head, rows: [",".join([head.split(",")[0], "Values", *[""] * (head.count(",") - 1)]),
                                            head, *rows],
    "side by side": lambda head, rows: [f"{one},,{other}" for one, other in
                                        zip([head, *rows], [head, *rows[::-1]], strict=True)],
}  # fmt: skip


@pytest.mark.parametrize("change", list(CHANGES))
@pytest.mark.parametrize("base", ["wide", pytest.param("long", marks=SLOW), pytest.param("items", marks=SLOW), "parts"])
def test_no_figure_moves_in_an_odd_layout(import_file, figures, base, change):
    text, mapping = BASES[base]
    head, *rows = text.split("\n")
    try:
        import_file("\n".join(CHANGES[change](head, rows)), id="odd", mapping=mapping)
    except UsageError:
        return
    found = {f"{area} {period} {value}" for (_, area, period), value in figures("odd").items()}
    assert found <= set(RIGHT[base].split(", "))
