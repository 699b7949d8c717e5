"""What is drawn again when something is chosen: the chart, or the whole page where its controls change."""

import pytest
from streamlit.testing.v1 import AppTest


@pytest.mark.parametrize("is_gone", [False, True])
def test_a_press_is_answered_though_another_rerun_comes_first(is_gone):
    def script():
        import streamlit as st

        from indicators.ui.components.elements import is_pressed

        copies = st.session_state.setdefault("copies", [])
        if st.session_state.pop("another rerun", False):
            st.rerun()
        if is_pressed("Copy", key="copy", disabled=st.session_state.get("is gone", False)):
            copies.append("copy")

    app = AppTest.from_function(script, default_timeout=60).run()
    app.session_state["another rerun"] = True
    app.session_state["is gone"] = is_gone
    app.button(key="copy").click().run()
    assert not app.exception
    assert len(app.session_state["copies"]) == (0 if is_gone else 1)
    app.run()  # and only once
    assert len(app.session_state["copies"]) == (0 if is_gone else 1)


def test_where_and_when_redraw_the_chart_without_the_sidebar(explore, find_control):
    app = explore("indicators=gdp&country=RUS")
    find_control(app, "multiselect", "areas").set_value(["RUS", "CHN"]).run()
    assert not app.sidebar.multiselect  # only what was drawn again is in this run
    assert "China" in " ".join(one.value for one in app.markdown)
    find_control(app.run(), "selectbox", "transform").set_value("pc1").run()
    assert app.query_params["country"] == "RUS~CHN"
    assert app.query_params["transform"] == "pc1"


def test_a_group_chosen_as_its_members_shows_them_as_chosen(explore, find_control):
    app = explore("indicators=gdp&country=RUS")
    find_control(app, "multiselect", "areas").set_value(["RUS", "BRICS"]).run()
    assert {"RUS", "CHN", "BRA"} <= set(find_control(app, "multiselect", "areas").value)


def test_the_sidebar_gets_the_controls_that_another_country_needs(explore, find_control):
    app = explore("indicators=digital-economy-turnover&country=CHN")
    assert "control unit" not in [one.key for one in app.selectbox]
    find_control(app, "multiselect", "areas").set_value(["RUS"]).run()
    assert "control unit" in [one.key for one in app.selectbox]


def test_another_chart_redraws_itself_and_what_to_look_at_but_not_the_sidebar(explore, find_control):
    app = explore("indicators=gdp&country=RUS~CHN&time=2000..2020")
    find_control(app, "selectbox", "chart").set_value("bar").run()
    assert not app.sidebar.selectbox
    assert find_control(app, "selectbox", "chart").value == "bar"
    find_control(app, "button_group", "tab").set_value("table").run()
    assert not any(one.key == "control chart" for one in app.selectbox)
    assert (app.query_params["time"], app.query_params["tab"]) == ("2000..2020", "table")
