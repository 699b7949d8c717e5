"""Editions of the Outlook in their three forms become one table, each figure with its status."""

import pytest

from indicators.errors import DataError
from indicators.providers.weo_editions import read_editions
from tests.providers.outlook_files import write_outlook


def read(folder, **files):
    """The rows of the editions in these files, by concept, area, year and vintage."""
    write_outlook(folder, **files)
    rows = read_editions(folder)
    return rows.set_index(["concept", "area", "year", "vintage"]).sort_index()


def test_the_status_follows_from_the_last_actual_year_of_the_series(tmp_path):
    october = [("LUR", "DEU", year, 3.0, "na", 0, None, "2022") for year in (2021, 2022, 2023, 2024, 2025, 2030)]
    rows = read(tmp_path, october=october).loc["LUR"]
    assert rows["status"].tolist() == ["A", "A", "E", "E", "F", "F"]


def test_without_a_last_actual_year_the_status_of_past_years_is_not_stated(tmp_path):
    october = [("POILAPSP", "G001", year, 70.0, "USD_BBL", 0, None, None) for year in (2023, 2024, 2025, 2026)]
    rows = read(tmp_path, october=october).loc[["POILAPSP"]]
    assert rows["status"].tolist() == ["_X", "_X", "F", "F"]
    assert set(rows.index.get_level_values("area")) == {"WLD"}


def test_a_year_is_a_forecast_only_from_that_of_the_edition_and_never_when_actual(tmp_path):
    lasts = {"RUS": 1990, "DEU": 2017, "CHN": 2024, "SGP": 2025}
    october = [
        ("LUR", area, year, 3.0, "na", 0, None, str(last)) for area, last in lasts.items() for year in range(1990, 2031)
    ]
    for (_, area, year, _), status in read(tmp_path, october=october).loc[["LUR"]]["status"].items():
        assert status == ("A" if year <= lasts[area] else "F" if year >= 2025 else "E")


def test_editions_put_together_from_forecasts_and_outcomes_do_not_state_what_outcomes_are(tmp_path):
    history = (
        "922,RUS,Russia,0,ngdp_rpch,2020,2019,F,1.0,1.9001234,-3.1,-3.0,-2.7,-2.6\n"
        "922,RUS,Russia,0,ngdp_rpch,2020,2020,S,0.5,-5.5,-3.1,-3.0,-2.7,-2.6\n"
    )
    rows = read(tmp_path, history=history, october=[("LUR", "DEU", 2024, 3.0, "na", 0, None, "2024")])
    growth = rows.loc["NGDP_RPCH"]
    assert [(key[2], row["value"], row["status"]) for key, row in growth.iterrows()] == [
        ("2019-10-31", 1.9, "F"), ("2020-04-30", -5.5, "F"), ("2021-04-30", -3.1, "_X"), ("2021-10-31", -3.0, "_X"),
        ("2022-04-30", -2.7, "_X"), ("2022-10-31", -2.6, "_X"),
    ]  # fmt: skip


def test_what_two_files_give_of_one_edition_is_one_figure_with_the_status_of_the_notes(tmp_path):
    history = "922,RUS,Russia,0,ngdp_rpch,2014,2013,F,1.0,3.0,0.61412,0.6,0.6,0.7\n"
    rows = read(
        tmp_path, history=history, old={"ngdp_rpch": "2013,rus,1.3\n2014,rus,0.614\n2016,rus,-1.1\n"},
        notes='rus,ngdp_rpch,"Latest actual data: 2013",2013\n',
        october=[("LUR", "DEU", 2024, 3.0, "na", 0, None, "2024")],
    )  # fmt: skip
    edition = rows.loc["NGDP_RPCH"].xs("2015-04-30", level="vintage")
    assert edition["value"].tolist() == [1.3, 0.614, -1.1]
    assert edition["status"].tolist() == ["A", "E", "F"]
    assert set(edition["origin"]) == {"imf-weo-2015-04"}


def test_values_are_multiplied_by_their_scale_without_binary_dust(tmp_path):
    rows = read(
        tmp_path, old={"ngdp": "2014,rus,4.513999999999999\n"}, notes='rus,ngdp,"",0\n',
        april=[
            ("NGDPD", "RUS", 2024, 2173.836, "P", 1e9, None, "2024"),
            ("PBEEF", "G001", 2024, 261.763, "P", 1, None, None),
        ],
        october=[
            ("NGDPD", "RUS", 2024, 2173.837, "USD", 9, None, "2024"), ("LP", "RUS", 2024, 146.1, "na", 6, None, "2024"),
            ("PBEEF", "G001", 2024, 261.763, "USCPP", 0, None, None),
        ],
    )["value"]  # fmt: skip
    assert rows["NGDP", "RUS", 2014, "2015-04-30"] == 4514000000
    assert rows["NGDPD", "RUS", 2024, "2025-04-30"] == 2173836000000
    assert rows["LP", "RUS", 2024, "2025-10-31"] == 146100000
    assert rows["PBEEF", "WLD", 2024].tolist() == [2.61763, 2.61763]  # dollars, from cents


@pytest.mark.parametrize(("shift", "april"), [(1, "AFFF"), (0, "AEFF")])
def test_fiscal_years_are_numbered_as_the_base_year_of_the_deflator_is(tmp_path, shift, april):
    """FY2024/25 is 2025 in a country whose deflator is 100 in the year in which the base year ends."""
    years = [year + shift for year in (2023, 2024, 2025, 2026)]
    deflator = [("NGDP_D", "PAK", 2015 + shift, 100.0, "IX", 0, "FY2015/16", "FY2024/25")]
    growth = [("NGDP_RPCH", "PAK", year, 3.0, "PT", 0, "FY2015/16", "FY2024/25") for year in years]
    old = [("NGDP_RPCH", "PAK", year, 3.0, "K", 1, None, "2024") for year in years]
    rows = read(tmp_path, april=old, october=[*deflator, *growth]).loc["NGDP_RPCH"]
    assert "".join(rows.xs("2025-10-31", level="vintage")["status"]) == "AAFF"
    assert "".join(rows.xs("2025-04-30", level="vintage")["status"]) == april


def test_two_figures_of_one_edition_are_refused(tmp_path):
    write_outlook(tmp_path, october=[("LUR", "DEU", 2024, value, "na", 0, None, "2024") for value in (3.0, 4.0)])
    with pytest.raises(DataError, match="two figures"):
        read_editions(tmp_path)
