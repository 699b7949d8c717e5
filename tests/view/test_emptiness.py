from datetime import date

import pytest

from indicators.model.periods import TimePeriod, TimeSpan
from indicators.store import open_embedded_store
from indicators.view import View
from indicators.view.explain_empty import explain_empty

STORE = open_embedded_store()
OUTLOOK = View(("gdp-growth-weo",), ("RUS",))


@pytest.mark.parametrize(
    ("view", "says"),
    [
        (View(("gdp",), ("RUS",), TimeSpan.parse("1901")), "No figures for Russia in 1901. Nearest: 1988–2025."),
        (View(("gdp",), ("RUS", "ATA"), TimeSpan.parse("1901")), "No figures at all for Antarctica."),
        (View(("gdp",), ("ATA",)), "There are no figures of GDP for Antarctica."),
        (OUTLOOK.with_(as_of=date(1900, 1, 1)), "Nothing of this was known on 1 January 1900."),
        (OUTLOOK.with_(vintage=TimePeriod.parse("1950")), "Nothing of this was published in 1950."),
    ],
)
def test_an_empty_answer_says_why_and_what_is_nearest(view, says):
    assert STORE.read_panel(view.query).is_empty
    assert says in explain_empty(view, STORE)


def test_several_indicators_and_countries_are_named_as_people_write():
    view = View(("gdp", "inflation", "population"), ("ATA", "BVT", "JEY"))
    assert STORE.read_panel(view.query).is_empty
    said = "There are no figures of GDP, Inflation and Population for Antarctica, Bouvet Island and Jersey."
    assert explain_empty(view, STORE) == said


def test_of_all_countries_none_is_named():
    text = explain_empty(View(("gdp",), time=TimeSpan.parse("1901")), STORE)
    assert text == "There are no figures of GDP in 1901. Nearest: 1960–2025."
