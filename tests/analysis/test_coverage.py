import indicators as ind
from indicators.analysis import messages
from indicators.analysis.coverage import find_gaps, find_short_series, find_year_range
from indicators.model.periods import TimeSpan
from indicators.store import Query, open_embedded_store

STORE = open_embedded_store()


def missing(indicator, areas, time):
    panel, span = STORE.read_panel(Query((indicator,), tuple(areas))), TimeSpan.parse(time)
    return find_gaps(panel.select_time(span), panel, areas, span)


def test_what_is_missing_is_said_with_what_is_nearest():
    assert missing("gdp", {"TUV": "Tuvalu", "DEU": "Germany"}, "1960..1965") == (
        messages.NO_DATA_IN.format(area="Tuvalu", when="in 1960–1965", years="1970–2023"),
    )  # fmt: skip
    assert missing("gdp", {"TUV": "Tuvalu"}, "..1965") == (
        messages.NO_DATA_UNTIL.format(area="Tuvalu", period="1965", years="1970–2023"),
    )


def test_what_has_no_figures_at_all_is_said_once():
    names = {"ATA": "Antarctica", "ALA": "Åland", "BVT": "Bouvet Island", "AIA": "Anguilla"}
    assert missing("gdp", names, "2000") == (
        messages.NO_DATA_AT_ALL.format(areas="Antarctica, Åland, Bouvet Island and Anguilla"),
    )
    names |= {"GGY": "Guernsey"}
    assert missing("gdp", names, "2000") == (
        messages.NO_DATA_AT_ALL.format(areas="Antarctica, Åland, Bouvet Island and 2 others"),
    )


def test_where_nothing_is_missing_nothing_is_said():
    assert missing("gdp", {"RUS": "Russia"}, "2000..2020") == ()


def test_years_are_those_of_figures():
    panel = STORE.read_panel(Query(("gdp",), ("TUV", "RUS")))
    assert find_year_range(panel, ["ATA"]) is None
    assert find_year_range(panel, ["RUS"])[0] == 1988


def test_trade_with_a_country_is_a_figure_of_that_country_too():
    trade = ind.get("bilateral-trade", "RUS")
    assert find_gaps(trade, trade, {"RUS": "Russia", "CHN": "China"}, TimeSpan()) == ()


def start(areas, year):
    return messages.DATA_START.format(areas=areas, year=year)


def cut(indicator, areas, first, last):
    return find_short_series(STORE.read_panel(Query((indicator,), tuple(areas))), areas, (first, last))


def test_series_that_begin_long_after_the_others_are_named_with_the_year():
    names = {"RUS": "Russia", "USA": "United States", "POL": "Poland"}
    assert cut("gdp", names, 1960, 2025) == (start("Russia", 1988), start("Poland", 1990))
    assert cut("gdp", names, 1984, 2025) == (start("Poland", 1990),)
    assert cut("gdp", names, 1990, 2025) == ()


def test_series_that_begin_in_the_same_year_are_named_together():
    names = {"CZE": "Czechia", "POL": "Poland", "EST": "Estonia"}
    assert cut("gdp", names, 1960, 2025) == (start("Czechia and Poland", 1990), start("Estonia", 1993))


def test_what_is_absent_from_the_time_is_not_said_to_be_cut_short():
    assert cut("gdp", {"RUS": "Russia", "ATA": "Antarctica"}, 1960, 1980) == ()
