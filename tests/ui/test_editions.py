"""Explore and the editions of an outlook: one of them, all of them, how good they were, and what changed since."""

FOLDED = ("more",)


def opened_fold(app, key):
    app.session_state[key] = True
    return app.run()


def test_the_forecasts_of_an_outlook_are_scored_below_the_chart_and_one_click_draws_every_edition(explore, words):
    app = explore("indicators=gdp-growth-weo&country=RUS~CHN")
    opened_fold(app, "gdp-growth-weo scored")
    table = next(frame.value for frame in app.dataframe if "Against no change" in frame.value)
    assert set(table["Country"]) == {"Russia", "China"}
    assert "Errors in percentage points" in words(app)
    app.button(key="gdp-growth-weo editions").click().run()
    assert app.query_params["everyVintage"] == "true"
    assert "thin lines: what 64 editions forecast" in words(app)
    assert len(app.get("plotly_chart")) == 2
    assert not app.exception


def test_forecasts_are_held_against_the_first_figure_where_that_is_chosen(explore):
    app = explore("indicators=gdp-growth-weo&country=RUS")
    opened_fold(app, "gdp-growth-weo scored")
    newest = app.dataframe[0].value
    app.get("segmented_control")[-1].set_value("first").run()
    assert not app.dataframe[0].value.equals(newest)


def test_figures_without_editions_have_no_forecasts_to_score(explore):
    app = explore("indicators=gdp&country=RUS", opened=FOLDED)
    assert all(expander.label != "How good the forecasts were" for expander in app.expander)
    assert all(toggle.key != "control Editions" for toggle in app.toggle)


def test_every_edition_in_another_chart_is_refused_and_the_lines_keep_the_countries_of_the_page(explore, words):
    app = explore("indicators=gdp-growth-weo&country=RUS~CHN&everyVintage=true&chart=bar")
    assert "drawn as lines over time" in words(app)
    app.button(key="gdp-growth-weo~RUS~CHN offer Show lines").click().run()
    assert app.query_params["country"] == "RUS~CHN"
    assert len(app.get("plotly_chart")) == 2


def test_a_view_pinned_to_a_day_says_what_was_revised_since_and_shows_each(explore, words):
    app = explore("indicators=gdp-growth-weo&country=RUS~CHN&time=2008..2016&asOf=2015-05-01")
    assert "as known on 1 May 2015. Since then, of 18 figures: 3 were revised" in words(app)
    opened_fold(app, "gdp-growth-weo since")
    table = app.dataframe[0].value
    assert len(table) == 7
    assert "forecast has come" in set(table["Change"])


def test_an_edition_is_held_against_what_is_known_now_of_the_same_years_only(explore, words):
    app = explore("indicators=gdp-growth-weo&country=RUS&vintage=2015-04")
    assert "as published in April 2015. Since then, of 8 figures" in words(app)
    assert "new" not in words(app).split("Since then")[1][:120]


def test_one_edition_is_chosen_from_those_there_are_and_left_again(explore, words, control):
    app = explore("indicators=gdp-growth-weo&country=RUS", opened=FOLDED)
    control(app, "selectbox", "Edition").set_value("2019-10").run()
    assert app.query_params["vintage"] == "2019-10"
    assert "as published in October 2019" in words(app)
    assert "October 2024" in control(app, "selectbox", "Edition").options
    control(app, "selectbox", "Edition").set_value("").run()
    assert "vintage" not in app.query_params


def test_an_edition_that_is_none_of_those_there_are_stays_in_the_address(explore, control):
    app = explore("indicators=gdp-growth-weo&country=RUS&vintage=2019", opened=FOLDED)
    assert control(app, "selectbox", "Edition").value == "2019"
