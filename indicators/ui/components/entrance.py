"""Logging in and out, where the server asks people to."""

from __future__ import annotations

import streamlit as st

from indicators.files.changes import needs_login
from indicators.ui.access import Person
from indicators.ui.components.elements import escape_markdown
from indicators.ui.messages import pages as messages

__all__ = ["require_reader"]


def require_reader(person: Person) -> None:
    """Show who is logged in; to anybody who may not read, show how to log in and stop the page."""
    if not needs_login():
        return
    if person.may_read:
        with st.sidebar:
            _offer_logout(person)
        return
    st.markdown(f"# {messages.LOG_IN_TITLE}")
    if st.user.is_logged_in:
        st.warning(escape_markdown(messages.NOT_A_READER.format(name=person.name) if person.name else messages.NOBODY))
        st.button(messages.LOG_OUT, on_click=st.logout)
    else:
        st.button(messages.LOG_IN, on_click=st.login, type="primary")
    st.stop()


def _offer_logout(person: Person) -> None:
    name = messages.LOGGED_IN_AS.format(name=person.name, role=messages.ROLES[person.may_edit])
    st.caption(escape_markdown(name))
    st.button(messages.LOG_OUT, on_click=st.logout)
