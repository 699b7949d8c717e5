"""What stays for as long as the server runs is kept out of the garbage collector's rounds.

Streamlit collects garbage after every run of a page, before the browser has got all of it. With modules, catalogue and
store among what is looked through, that takes 75 ms: longer than the page itself.
"""

import gc

import streamlit as st

__all__ = ["settle"]


@st.cache_resource(show_spinner=False)
def settle(page: str) -> None:  # noqa: ARG001  by which Streamlit keeps that it was done
    """Leave out of later rounds what is in memory after the first run of a page, once for each page.

    Args:
        page: Which page has run.
    """
    gc.collect()
    gc.freeze()
