"""Who uses the pages, and what they may do: everyone reads; editors import, delete, and change boards.

On one's own machine the person at the screen is the editor. A server for others is read-only, or asks people to log in
with a provider of OpenID Connect (``st.login``); then two variables of its process list who is what, by address.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Final, TypeVar

import streamlit as st

from indicators.errors import NotAllowedError
from indicators.files import find_local_folder
from indicators.files.changes import acting_as, is_read_only, needs_login
from indicators.files.private_folders import find_private_folder
from indicators.ui.components.elements import escape_markdown
from indicators.ui.messages import pages as messages

READERS_VARIABLE: Final = "INDICATORS_READERS"
EDITORS_VARIABLE: Final = "INDICATORS_EDITORS"
UNVERIFIED_VARIABLE: Final = "INDICATORS_UNVERIFIED"
NETWORK_VARIABLE: Final = "INDICATORS_ALLOW_NETWORK"

_Made = TypeVar("_Made")


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody at a page.

    Attributes:
        name: The address they logged in with; empty where nobody has to log in.
        may_read: Whether they see the pages.
        may_edit: Whether they may change the store.
    """

    name: str = ""
    may_read: bool = True
    may_edit: bool = True


_PERSON: ContextVar[Person | None] = ContextVar("indicators_person_at_page", default=None)


def find_person() -> Person:
    """Return who uses this page, or for whom a file is made."""
    if (known := _PERSON.get()) is not None:
        return known
    if needs_login():
        return read_person(st.user.to_dict(), os.environ)
    return Person(may_edit=not is_read_only())


def read_person(claims: Mapping[str, object], environment: Mapping[str, str]) -> Person:
    """Read what a provider says about somebody, by the lists of a server.

    An address counts only where the provider says that it is verified: with some, people choose any address they like.
    Where a provider never says so, a variable makes all of its addresses count that it does not call unverified.

    Args:
        claims: The claims of the identity token, and ``is_logged_in``.
        environment: The variables with addresses or patterns such as ``*@example.org``, separated by blanks.

    >>> lists = {"INDICATORS_READERS": "*@example.org", "INDICATORS_EDITORS": "anna@example.org"}
    >>> anna = {"is_logged_in": True, "email": "Anna@example.org", "email_verified": True}
    >>> read_person(anna, lists)
    Person(name='anna@example.org', may_read=True, may_edit=True)
    >>> read_person(anna | {"email": "eve@example.com"}, lists).may_read
    False
    """
    address = str(claims.get("email") or "").strip().lower()
    if not claims.get("is_logged_in") or not address:
        return Person("", may_read=False, may_edit=False)
    says_nothing = "email_verified" not in claims and bool(environment.get(UNVERIFIED_VARIABLE))
    if not says_nothing and not _is_verified(claims):
        return Person(address, may_read=False, may_edit=False)
    is_editor = _is_listed(address, environment.get(EDITORS_VARIABLE, ""))
    may_read = is_editor or _is_listed(address, environment.get(READERS_VARIABLE, ""))
    return Person(address, may_read, is_editor and not is_read_only())


def keep_person(make: Callable[[], _Made], person: Person | None = None) -> Callable[[], _Made]:
    """Return what makes something for a person, when it is asked for and outside of any page.

    Args:
        make: Makes it.
        person: Who they are; if left out, who uses this page now.
    """
    known = person or find_person()

    def make_for_person() -> _Made:
        token = _PERSON.set(known)
        try:
            return make()
        finally:
            _PERSON.reset(token)

    return make_for_person


def find_own_folder() -> Path | None:
    """Return the folder of what the person at this page keeps to themselves; none where nobody logs in."""
    if not needs_login():  # asked many times on each click
        return None
    folder, name = find_local_folder(), find_person().name
    return find_private_folder(folder, name) if name and folder is not None else None


def allows_network() -> bool:
    """Tell whether pages may ask publishers; without this, the dashboard sends nothing."""
    return bool(os.environ.get(NETWORK_VARIABLE))


def may_edit() -> bool:
    """Tell whether who uses this page may change the store."""
    return find_person().may_edit


@contextmanager
def editing() -> Iterator[None]:
    """Make changes to the store as the person who uses this page.

    Raises:
        NotAllowedError: They may not.
    """
    person = find_person()
    if not person.may_edit:
        raise NotAllowedError(messages.NOT_AN_EDITOR)
    with acting_as(person.name):
        yield


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
        st.warning(escape_markdown(_explain_refusal(person, st.user.to_dict())))
        st.button(messages.LOG_OUT, on_click=st.logout)
    else:
        st.button(messages.LOG_IN, on_click=st.login)
    st.stop()


def _is_verified(claims: Mapping[str, object]) -> bool:
    return claims.get("email_verified") in (True, "true")


def _explain_refusal(person: Person, claims: Mapping[str, object]) -> str:
    if not person.name:
        return messages.NOBODY
    text = messages.NOT_A_READER if _is_verified(claims) else messages.NOT_VERIFIED
    return text.format(name=person.name)


def _is_listed(address: str, patterns: str) -> bool:
    return any(fnmatchcase(address, pattern) for pattern in patterns.lower().split())


def _offer_logout(person: Person) -> None:
    name = messages.LOGGED_IN_AS.format(name=person.name, role=messages.ROLES[person.may_edit])
    st.caption(escape_markdown(name))
    st.button(messages.LOG_OUT, on_click=st.logout)
