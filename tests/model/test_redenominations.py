"""A redenomination is one row: it sets the successor, the ratio and the days of both currencies by law."""

from datetime import date

from indicators.files import read_catalogue, read_embedded_catalogue
from indicators.model.codelists import Currency, Tender
from indicators.model.redenominations import Redenomination, apply_redenominations

OLD = Currency("OLD", "Old", tenders=(Tender("AAA", date(1950, 1, 1), date(2000, 6, 30)),))
LAW = Redenomination("OLD", "NEW", "1000", date(2000, 1, 1))


def test_the_law_decides_the_days_of_both_currencies():
    new = Currency("NEW", "New", valid_from=date(2000, 2, 1), tenders=(Tender("AAA", date(2000, 2, 1)),))
    old, new = apply_redenominations([OLD, new], [LAW])
    assert (old.successor, old.ratio, old.valid_to) == ("NEW", "1000", date(1999, 12, 31))
    assert [tender.last for tender in old.tenders] == [date(1999, 12, 31)]
    assert (new.valid_from, new.tenders) == (date(2000, 1, 1), (Tender("AAA", date(2000, 1, 1)),))


def test_a_currency_that_cldr_does_not_know_yet_begins_on_the_day_of_the_law():
    old = Currency("OLD", "Old", tenders=(Tender("AAA", date(1950, 1, 1)),))
    _, new = apply_redenominations([old, Currency("NEW", "New")], [LAW])
    assert (new.valid_from, new.tenders) == (date(2000, 1, 1), (Tender("AAA", date(2000, 1, 1)),))


def test_only_the_return_to_a_currency_that_the_law_is_about_gets_its_day():
    """Mali left the CFA franc in 1962 and came back to it in 1984."""
    currencies = {currency.code: currency for currency in read_embedded_catalogue().currencies}
    mali = [(use.first, use.last) for use in currencies["XOF"].tenders if use.area == "MLI"]
    assert mali == [(date(1958, 11, 24), date(1962, 7, 2)), (date(1984, 6, 1), None)]
    assert [use.last for use in currencies["MLF"].tenders] == [currencies["MLF"].valid_to] == [date(1984, 5, 31)]


def test_an_area_that_left_the_old_currency_before_keeps_its_days():
    left = Tender("BBB", date(1950, 1, 1), date(1980, 1, 1))
    old = Currency("OLD", "Old", tenders=(*OLD.tenders, left))
    new = Currency("NEW", "New", tenders=(Tender("AAA", date(2000, 1, 1)),))
    assert left in apply_redenominations([old, new], [LAW])[0].tenders


def test_one_row_of_a_folder_is_enough(folder):
    (folder / "currencies.csv").write_text("CODE,NAME,AREAS\nTRL,Old lira,TUR:1922-11-01/\nTRY,Lira,\n")
    (folder / "redenominations.csv").write_text("OLD,NEW,RATIO,DATE,LAW\nTRL,TRY,1000000,2005-01-01,Law 5083\n")
    old, new = read_catalogue(folder).currencies
    assert (old.successor, old.ratio, new.valid_from) == ("TRY", "1000000", date(2005, 1, 1))
