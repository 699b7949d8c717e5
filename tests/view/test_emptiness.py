from datetime import date

import pytest

from indicators.analysis.messages import NO_DATA_AT_ALL, NO_DATA_IN
from indicators.model.periods import TimePeriod, TimeSpan
from indicators.store import open_embedded_store
from indicators.view import View, messages
from indicators.view.explain_empty import explain_empty

STORE = open_embedded_store()
OUTLOOK = View(("gdp-growth-weo",), ("RUS",))


@pytest.mark.parametrize(
    ("view", "says"),
    [
        (
            View(("gdp",), ("RUS",), TimeSpan.parse("1901")),
            NO_DATA_IN.format(area="Russia", when="in 1901", years="1988–2025"),
        ),
        (View(("gdp",), ("RUS", "ATA"), TimeSpan.parse("1901")), NO_DATA_AT_ALL.format(areas="Antarctica")),
        (View(("gdp",), ("ATA",)), messages.NO_DATA_FOR_AREAS.format(indicators="GDP", areas="Antarctica")),
        (OUTLOOK.with_(as_of=date(1900, 1, 1)), messages.NOT_KNOWN_THEN.format(known="as known on 1 January 1900")),
        (OUTLOOK.with_(vintage=TimePeriod.parse("1950")), messages.NOT_KNOWN_THEN.format(known="as published in 1950")),
    ],
)
def test_an_empty_answer_says_why_and_what_is_nearest(view, says):
    assert STORE.read_panel(view.query).is_empty
    assert says in explain_empty(view, STORE)


def test_several_indicators_and_countries_are_named_as_people_write():
    view = View(("gdp", "inflation", "population"), ("ATA", "BVT", "JEY"))
    assert STORE.read_panel(view.query).is_empty
    areas = "Antarctica, Bouvet Island and Jersey"
    expected = messages.NO_DATA_FOR_AREAS.format(indicators="GDP, Inflation and Population", areas=areas)
    assert explain_empty(view, STORE) == expected


def test_of_all_countries_none_is_named():
    text = explain_empty(View(("gdp",), time=TimeSpan.parse("1901")), STORE)
    assert text == messages.NO_DATA_IN_PERIOD.format(indicators="GDP", when="in 1901", first=1960, last=2025)
