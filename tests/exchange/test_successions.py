import shutil
from datetime import date

import numpy as np
import pytest

from indicators.exchange import convert_values
from indicators.files import find_data_folder
from indicators.store import Store, open_embedded_store

LAW = open_embedded_store().rates.successions


def tied(money):
    return {relative.code: relative for relative in LAW.find_relatives(money)}


@pytest.mark.parametrize(
    ("old", "new", "units"),
    [("TRL", "TRY", 1e6), ("RUR", "RUB", 1000), ("BYR", "BYN", 10_000), ("ROL", "RON", 10_000), ("PLZ", "PLN", 10_000)],
)
def test_a_redenomination_holds_for_all_times_and_both_ways(old, new, units):
    assert (tied(new)[old].units, tied(new)[old].since) == (units, None)
    assert (tied(old)[new].units, tied(old)[new].since) == (pytest.approx(1 / units), None)


def test_several_redenominations_chain():
    assert tied("BYN")["BYB"].units == 1e7


@pytest.mark.parametrize(
    ("old", "ratio", "since"),
    [("DEM", 1.95583, date(1999, 1, 1)), ("HRK", 7.5345, date(2023, 1, 1)), ("BGN", 1.95583, date(2026, 1, 1))],
)
def test_a_currency_taken_in_by_the_euro_is_tied_to_it_from_that_day_only(old, ratio, since):
    assert (tied(old)["EUR"].units, tied(old)["EUR"].since) == (pytest.approx(1 / ratio), since)
    assert old not in tied("EUR")


def test_a_countrys_own_money_is_what_it_was_at_the_time():
    croatia = tied("LCU:HRV")
    assert (croatia["HRK"].units, croatia["HRK"].until) == (7.5345, date(2022, 12, 31))
    assert croatia["EUR"].since == date(2023, 1, 1)
    assert tied("LCU:WLD") == {}


def test_the_tender_of_a_country_follows_the_calendar():
    days = [date(1997, 6, 1), date(1999, 6, 1)]
    assert [LAW.find_tender("RUS", day) for day in days] == ["RUR", "RUB"]
    assert LAW.find_tender("HRV", date(2022, 12, 31)) == "HRK"
    assert LAW.find_current_currency("HRV") == "EUR"
    assert LAW.find_tender("XXX", days[0]) is None


def test_old_money_is_said_in_its_present_unit_but_not_in_what_took_it_in():
    assert (LAW.follow_redenominations("TRL"), LAW.follow_redenominations("DEM")) == ("TRY", "DEM")


@pytest.fixture(scope="module")
def without_a_law(tmp_path_factory):
    """A copy of the embedded figures in which the Belarusian rouble of 2016 did not replace that of 2000."""
    folder = tmp_path_factory.mktemp("law") / "data"
    shutil.copytree(find_data_folder(), folder)
    table = folder / "redenominations.csv"
    lines = table.read_text(encoding="utf-8").splitlines(keepends=True)
    table.write_text("".join(line for line in lines if not line.startswith("BYR,BYN,")), encoding="utf-8")
    return folder, next(line for line in lines if line.startswith("BYR,BYN,"))


def test_adding_a_redenomination_is_adding_a_row(without_a_law):
    folder, row = without_a_law
    asked = {"source": ["BYR", "BYN", "LCU"], "target": "USD", "periods": "2010", "areas": "BLR"}
    before = convert_values(10_000.0, rates=Store.open(folder).rates, **asked | {"source": "BYR"})
    with (folder / "redenominations.csv").open("a", encoding="utf-8") as table:
        table.write(row)
    after = convert_values([10_000.0, 1.0, 1.0], rates=Store.open(folder).rates, **asked)
    assert np.isnan(before) or before != pytest.approx(after[0])
    assert after[0] == pytest.approx(after[1])
    assert after.tolist() == convert_values([10_000.0, 1.0, 1.0], rates=open_embedded_store().rates, **asked).tolist()


@pytest.mark.parametrize(
    ("old", "new", "units"),
    [
        ("ARL", "ARS", 1e11), ("BRZ", "BRB", 1000), ("CLE", "CLP", 1000), ("LAJ", "LAK", 100), ("MDC", "MDL", 1000),
        ("MKN", "MKD", 100), ("MTP", "MTL", 1), ("YUN", "YUM", 1.3e23), ("YUD", "RSD", 1.3e27),
    ],
)  # fmt: skip
def test_currencies_of_before_iso_4217_have_their_successors(old, new, units):
    assert tied(new)[old].units == pytest.approx(units)


@pytest.mark.parametrize(
    ("old", "new", "ratio", "since"),
    [
        ("GQE", "XAF", 4, date(1985, 1, 2)), ("DDM", "DEM", 1, date(1990, 7, 1)), ("XEU", "EUR", 1, date(1979, 3, 13)),
        ("MTP", "EUR", 0.4293, date(2008, 1, 1)), ("TPE", "PTE", 1, date(1959, 1, 2)),
    ],
)  # fmt: skip
def test_a_currency_that_joined_another_is_tied_to_it_from_that_day(old, new, ratio, since):
    assert (tied(old)[new].units, tied(old)[new].since) == (pytest.approx(1 / ratio), since)
    assert old not in tied(new)
