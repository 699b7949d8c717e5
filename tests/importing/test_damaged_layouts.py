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
    import_file(text, id="plain", mapping=mapping)
    right = {(*key[1:], value) for key, value in figures("plain").items()}
    assert {(*key[1:], value) for key, value in figures("odd").items()} <= right
