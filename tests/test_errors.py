"""Errors say what was found, what was expected, where, and the nearest valid value; on one printable line."""

import inspect

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators import errors
from indicators.errors import (
    DatasetFaultsError,
    Fault,
    IndicatorsError,
    UnknownNameError,
    UsageError,
    find_nearest,
    shorten,
)

CLASSES = [
    thing
    for _, thing in inspect.getmembers(errors, inspect.isclass)
    if issubclass(thing, Exception) and not issubclass(thing, Warning)
]


def test_every_error_is_one_of_the_library():
    assert all(issubclass(error, IndicatorsError) for error in CLASSES)


def test_every_error_is_in_the_drawing():
    assert [error.__name__ for error in CLASSES if error.__name__ not in errors.__doc__] == []


def test_every_error_is_exported():
    assert {error.__name__ for error in CLASSES} <= set(errors.__all__)


def test_message_has_found_expected_and_hint_in_this_order():
    error = UsageError("No year.", found="20x4", expected="four digits", hint="Write 2024.")
    assert str(error) == "No year. Found: 20x4. Expected: four digits. Write 2024."


def test_message_omits_what_is_not_given():
    assert str(IndicatorsError("No year.")) == "No year."


def test_unknown_name_offers_the_nearest():
    error = UnknownNameError("country", "Rusia", ["China", "Russia"])
    assert error.nearest == ("Russia",)
    assert "Nearest: Russia." in str(error)


def test_unknown_name_offers_nothing_when_nothing_is_near():
    assert str(UnknownNameError("country", "xyzzy", ["China"])) == "There is no country 'xyzzy'."


@given(st.text())
def test_a_hostile_name_stays_on_one_printable_line(name):
    assert str(UnknownNameError("indicator", name, ["gdp"])).isprintable()


def test_all_faults_are_in_the_message_each_on_its_line():
    faults = [
        Fault("a.csv", 2, "REF_AREA", "RUSS", "a code", "Nearest: RUS."),
        Fault("b.csv", None, None, "", "a file"),
    ]
    assert str(DatasetFaultsError(faults)).splitlines() == [
        "2 faults:",
        "a.csv:2: REF_AREA: found 'RUSS', expected a code. Nearest: RUS.",
        "b.csv: found '', expected a file.",
    ]


def test_one_fault_is_counted_as_one():
    assert str(DatasetFaultsError([Fault("a", 1, None, "x", "y")])).startswith("1 fault:")


def test_nearest_ignores_capitals_and_puts_the_best_first():
    assert find_nearest("RUSSIA", ["Prussia", "Russia", "China"]) == ("Russia", "Prussia")


@given(st.text(max_size=500), st.lists(st.text(max_size=20), max_size=5))
def test_nearest_gives_only_valid_names(name, valid):
    assert set(find_nearest(name, valid)) <= set(valid)


@pytest.mark.parametrize("text", ["a\nb", "a\x00b", "a\x1b[31mb", "a\udcffb", "a\u202eb"])
def test_shortened_lets_nothing_unprintable_through(text):
    assert shorten(text) == "a�b" or "[31m" in shorten(text)
    assert shorten(text).isprintable()


@given(st.text(), st.integers(1, 100))
def test_shortened_is_never_longer_than_asked(text, most):
    assert len(shorten(text, most=most)) <= most
