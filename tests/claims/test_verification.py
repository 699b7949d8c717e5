import hashlib
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from typer.testing import CliRunner

from indicators.claims import messages
from indicators.claims.verification import VerificationStatus as Status
from indicators.claims.verification import verify_dataset
from indicators.cli import app
from indicators.errors import UsageError
from indicators.model.observations import Dataset, Locator, Observation, Qualifier
from indicators.model.origins import Origin
from indicators.model.periods import TimePeriod

TEXT = """menu
Trade news
14:05, 3 March 2025
views
7

Parcels from abroad

Shops sold goods for 3.4 trillion rubles (about $37 billion) last year. Sales grew by a third.

quote
share

Outlook

They expect growth of 5 to 7 per cent in 2025.
"""


def observation(value, unit, heading, paragraph, sentence, **more):
    locator = Locator(heading, paragraph, sentence)
    indicator = "digital-economy-turnover" if unit in ("RUB", "USD") else "digital-economy-growth"
    year = TimePeriod.of_year(2024)
    return Observation(indicator, "RUS", year, Decimal(value), unit, "news", date(2025, 3, 3), locator=locator, **more)


@pytest.fixture
def dataset():
    origin = Origin("news", "News", "Parcels", "2025-03-03", sha256=hashlib.sha256(TEXT.encode()).hexdigest())
    rows = (
        observation("3.4", "RUB", "Parcels from abroad", 1, 1, multiplier=12),
        observation("37", "USD", "Parcels from abroad", 1, 1, multiplier=9, qualifier=Qualifier.ABOUT),
        observation("33", "%", "Parcels from abroad", 1, 2),
        observation("6", "%", "Outlook", 1, 1, lower=Decimal(5), upper=Decimal(7)),
    )
    return Dataset("news", "News", "News", "", (origin,), ("digital-economy-growth",), rows)


def test_every_figure_is_found_where_it_was_read(dataset, catalogue):
    assert [one.status for one in verify_dataset(dataset, TEXT.encode(), catalogue)] == [Status.FOUND] * 4


def test_a_changed_text_is_another_text_and_a_changed_figure_is_not_found(dataset, catalogue):
    checked = verify_dataset(dataset, TEXT.replace("$37", "$39").encode(), catalogue)
    assert [one.status for one in checked] == [
        Status.OTHER_TEXT, Status.NOT_FOUND, Status.OTHER_TEXT, Status.OTHER_TEXT
    ]  # fmt: skip
    assert checked[1].reason == messages.REASON_AND_TEXT_CHANGED.format(reason=messages.NOT_IN_SENTENCE)


def test_the_place_of_a_figure_that_moved_is_named(dataset, catalogue):
    moved = replace(dataset, observations=(observation("3.4", "RUB", "Outlook", 1, 1, multiplier=12),))
    (one,) = verify_dataset(moved, TEXT.encode(), catalogue)
    assert one.status is Status.NOT_FOUND
    assert "“Parcels from abroad”, paragraph 1, sentence 1" in one.reason


def test_a_missing_heading_is_named(dataset, catalogue):
    gone = replace(dataset, observations=(observation("3.4", "RUB", "Prices", 1, 1, multiplier=12),))
    (one,) = verify_dataset(gone, TEXT.encode(), catalogue)
    assert one.reason == messages.NO_HEADING.format(heading="Prices")


def test_a_figure_without_a_place_has_none(dataset, catalogue):
    first = replace(dataset.observations[0], locator=None)
    checked = verify_dataset(
        replace(dataset, observations=(first, *dataset.observations[1:])), TEXT.encode(), catalogue
    )
    assert checked[0].status is Status.NO_PLACE


def test_a_dataset_that_was_not_read_from_a_text_is_refused(catalogue):
    with pytest.raises(UsageError, match="raec"):
        verify_dataset(catalogue.find_dataset("raec"), TEXT.encode(), catalogue)


def test_bytes_that_are_not_text_are_refused(dataset, catalogue):
    with pytest.raises(UsageError, match="UTF-8"):
        verify_dataset(dataset, b"\xff\xfe\x00", catalogue)


def test_the_command_lists_each_figure_and_ends_with_status_1(tmp_path):
    path = tmp_path / "text.txt"
    path.write_text(TEXT, encoding="utf-8")
    result = CliRunner().invoke(app, ["verify", "it-russia-2025-09-29", str(path)])
    assert result.exit_code == 1
    assert result.stdout.count("not found  ") == 11
    assert result.stdout.endswith("11 not found.\n")


def test_the_command_names_a_file_that_is_not_there(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    result = CliRunner().invoke(app, ["verify", "it-russia-2025-09-29", "none.txt"])
    assert result.exit_code == 2
    assert "none.txt" in result.stderr
