"""What is kept between reruns is kept once, and dropped with the store it was read from."""

import gc
import weakref

import pytest
from streamlit.testing.v1 import AppTest

from indicators.importing import DatasetDetails, import_release
from indicators.store import Query
from indicators.ui import loaders


@pytest.fixture
def import_sales(tmp_path, monkeypatch):
    """Import a dataset with one figure into a store of its own."""
    monkeypatch.setenv("INDICATORS_STORE", str(tmp_path / "store"))

    def import_sales(value):
        path = tmp_path / "sales.csv"
        path.write_text(f"Country,Year,Sales (million EUR)\nGermany,2023,{value}\n")
        import_release(tmp_path / "store", path, DatasetDetails("sales"))

    return import_sales


def test_an_import_drops_the_old_store_and_what_was_read_from_it(import_sales):
    import_sales(1)
    loaders.load_coverage(("sales",))
    before = weakref.ref(loaders.get_store())
    import_sales(2)
    assert loaders.load_panel(Query(("sales",))).frame["value"].tolist() == [2_000_000]
    gc.collect()
    assert before() is None


def test_a_drawing_reads_one_state_of_the_store_to_its_end(import_sales):
    def read():
        return loaders.load_panel(Query(("sales",))).frame["value"].tolist()

    import_sales(1)
    with loaders.hold_store():
        import_sales(2)
        assert read() == [1_000_000]
    assert read() == [2_000_000]


def test_what_is_asked_for_again_is_not_made_again(import_sales):
    import_sales(1)
    assert loaders.load_coverage(("sales",)) is loaders.load_coverage(("sales",))


def test_a_page_at_rest_is_drawn_again_when_the_store_has_changed():
    def script():
        import streamlit as st

        from indicators.ui import loaders

        st.session_state["runs"] = st.session_state.get("runs", 0) + 1
        if st.session_state["runs"] == 1:
            st.session_state[loaders._SEEN] = "the state of the store when this page was drawn"
            loaders._look_at_store()
        else:
            loaders.watch_store()

    app = AppTest.from_function(script, default_timeout=60).run()
    assert not app.exception
    assert app.session_state["runs"] == 2
    assert app.run().session_state["runs"] == 3  # nothing has changed since
