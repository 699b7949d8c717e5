"""Profiles of countries and tables of several indicators."""

import pytest

import indicators as ind
from indicators.errors import UnknownNameError, UsageError
from indicators.view.comparing import FIGURE_COLUMNS


@pytest.mark.parametrize("code", ["RUS", "Tuvalu", "PRK", "EU", "WLD", "Kosovo"])
def test_every_area_has_a_profile_even_where_little_is_known(code):
    profile = ind.country(code, among="")
    assert list(profile.frame.columns) == list(FIGURE_COLUMNS)
    assert len(profile) == len(profile.frame)
    assert set(profile.frame["code"]) <= {one.code for one in profile.areas}
    assert {id for one in profile.figures for id in one.origin.split()} == {one.id for one in profile.origins}


def test_a_profile_has_the_figures_of_get_and_ranks_them():
    profile = ind.country("DEU", among="G7")
    for id in ("gdp", "population", "inflation"):
        (figure,) = profile.find(id, "DEU")
        row = ind.get(id, "DEU", "latest").frame.iloc[0]
        assert (figure.latest.value, figure.latest.period) == (row["value"], row["period"])
        assert 1 <= figure.rank <= figure.ranked == 7
    assert profile.among == "G7"


def test_an_index_has_no_rank_since_each_country_has_its_own_base():
    assert all(figure.rank is None for figure in ind.country("DEU").find("terms-of-trade", "DEU"))


def test_old_figures_are_marked():
    frame = ind.country("DEU", among="").frame.set_index("indicator")
    assert bool(frame.loc["government-debt", "is_old"])
    assert not bool(frame.loc["population", "is_old"])


@pytest.mark.parametrize("time", ["latest", "2020"])
def test_a_comparison_has_the_figures_of_get(time):
    table = ind.compare("gdp~inflation", "RUS~CHN~USA", time, unit="EUR")
    for row in table.frame.itertuples():
        panel = ind.get(row.indicator, row.code, row.period, unit="EUR" if row.indicator == "gdp" else "")
        assert panel.frame["value"].tolist() == [row.value]
        assert panel.frame["unit"].tolist() == [row.unit]
    assert [one.code for one in table.areas] == ["RUS", "CHN", "USA"]
    assert table.wide()["name"].tolist() == ["GDP", "Inflation"]


def test_a_converted_comparison_names_the_publisher_of_its_rates():
    origins = {one.id for one in ind.compare("gdp", "RUS", "2020", unit="EUR").origins}
    assert len(origins) > 1


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        (("gdp", ""), UsageError), (("gdp", "RUS", "2019..2020"), UsageError), (("gdpp", "RUS"), UnknownNameError),
        (("gdp", "Atlantis"), UnknownNameError),
    ],
)  # fmt: skip
def test_what_cannot_be_compared_is_refused(arguments, error):
    with pytest.raises(error):
        ind.compare(*arguments)


def test_an_unknown_group_is_refused_with_the_nearest():
    with pytest.raises(UnknownNameError, match="G20"):
        ind.country("RUS", among="G21")


def test_tables_have_the_series_that_are_chosen():
    frame = ind.compare("youth-unemployment~gdp", "RUS", "2024", dimensions={"sex": "women"}).frame
    alone = ind.get("youth-unemployment", "RUS", "2024", dimensions={"sex": "F"}).frame
    assert frame.groupby("indicator")["value"].count().to_dict() == {"gdp": 1, "youth-unemployment": 1}
    assert frame.loc[frame["indicator"] == "youth-unemployment", "value"].tolist() == alone["value"].tolist()
    with pytest.raises(UsageError):
        ind.compare("gdp", "RUS", dimensions="sex=F")


def test_women_are_ranked_among_women():
    (figure,) = ind.country("DEU", among="G7", dimensions={"sex": "F"}).find("unemployment", "DEU")
    women = ind.compare("unemployment", "G7:members", "2025", dimensions={"sex": "F"}).frame["value"]
    assert figure.rank == 1 + int((women > figure.latest.value).sum())


def test_tables_carry_the_notes_of_their_figures():
    for table in (ind.compare("inflation", "EMU~DEU"), ind.country("EMU")):
        assert any("median of the members" in step.sentence for step in table.steps)
        assert any("IMF Outlook" in step.sentence for step in table.steps)
    assert not any(step.name == "note" for step in ind.compare("inflation", "DEU").steps)


def test_the_caution_of_a_table_concerns_its_year():
    table = ind.compare("gdp", "LBN~IRN", "2022", unit="LCU")
    (caution,) = [step.caution for step in table.steps if step.caution]
    assert "2022" in caution
    assert "19" not in caution.partition("Largest")[2]
