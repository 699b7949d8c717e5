"""Country controls: countries by any name, groups by their members at any date, and similar countries."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import streamlit as st

from indicators.analysis.similar_countries import SIMILARITIES
from indicators.model.catalogue import Catalogue
from indicators.model.formatting import count_noun
from indicators.model.groups import AreaGroup
from indicators.store import Coverage
from indicators.ui import loaders, state
from indicators.ui.components.area_picker import show_area_picker
from indicators.ui.components.controls.binding import get_current_view
from indicators.ui.components.credits import link_source
from indicators.ui.components.elements import escape_markdown, is_pressed
from indicators.ui.messages import controls as messages
from indicators.view import View
from indicators.view.entries import AreaEntry, guess_areas


def pick_areas(view: View, coverage: Coverage, *, redraws: str = "") -> None:
    """Pick countries and groups, by typing or from the list of groups and similar countries.

    Args:
        view: What the address asks for.
        coverage: The areas with data.
        redraws: The key of the fragment that shows them.
    """
    others = tuple(code for code in view.areas if code not in coverage.areas)
    _choose(loaders.load_area_choices(view.indicators, others), redraws)
    _show_more()


@st.fragment
def _choose(choices: tuple[AreaEntry, ...], redraws: str) -> None:
    """Show the list; a slip in what is typed redraws only this."""
    catalogue = loaders.get_catalogue()
    view = get_current_view()
    offered = {one.code for one in choices}

    def change(entries: tuple[str, ...]) -> None:
        areas = _find_areas(entries)
        state.change_view(get_current_view(), areas=areas)
        # Of a group, the list itself must show the members.
        st.rerun(redraws if redraws and areas == entries else "app")

    def guess(words: str) -> list[AreaEntry]:
        meant = guess_areas(words, catalogue)
        return [AreaEntry(area.code, words, area.name) for area in meant if area.code in offered]

    show_area_picker(
        messages.WHERE, choices, {code: catalogue.areas.by_code[code].name for code in view.areas},
        key="control areas", hint=messages.WHERE_HELP, on_change=change, guess=guess,
    )  # fmt: skip


def _count_countries(count: int) -> str:
    return count_noun(count, *messages.COUNTRY_NOUN)


def _find_areas(entries: Sequence[str]) -> tuple[str, ...]:
    """Return the codes of the countries, groups and members of groups chosen."""
    catalogue = loaders.get_catalogue()
    return tuple(dict.fromkeys(code for entry in entries for code in catalogue.resolve_areas(entry)))


@st.fragment
def _show_more() -> None:
    """Choosing a group redraws only this, which is built when it is opened; a click on a button draws the chart."""
    opened = st.popover(messages.GROUPS, width="stretch", key="groups", on_change="rerun")
    if opened.open:
        with opened:
            _show_groups()


def _show_groups() -> None:
    catalogue = loaders.get_catalogue()
    view = get_current_view()
    groups = {group.code: group for group in catalogue.groups}
    code = st.selectbox(messages.GROUP_LABEL, list(groups), format_func=lambda code: groups[code].name, key="group")
    _show_group(groups[code], view, catalogue)
    countries = [code for code in view.areas if catalogue.areas.by_code[code].kind == "country"]
    if countries:
        st.divider()
        _show_similar(countries, view, catalogue)


def _show_group(group: AreaGroup, view: View, catalogue: Catalogue) -> None:
    first = min(one.first for one in group.memberships).year
    this_year = date.today().year  # noqa: DTZ011  the user's year
    year = this_year
    if first < this_year and len({one.first for one in group.memberships}) > 1:
        year = int(st.number_input(messages.MEMBERS_YEAR, first, this_year, this_year, key=f"year of {group.code}"))
    members = group.members(None if year == this_year else date(year, 12, 31))
    names = ", ".join(sorted(catalogue.areas.by_code[code].name for code in members))
    count = count_noun(len(members), *messages.MEMBER_NOUN)
    message = messages.MEMBERS_SINCE if year == this_year else messages.MEMBERS_IN
    text = message.format(members=count, date=f"{group.changed:%-d %B %Y}", year=year, names=names)
    st.caption(escape_markdown(text))
    with st.container(horizontal=True):
        if is_pressed(messages.SHOW_MEMBERS, key="members"):
            _show(view, members)
        if is_pressed(messages.ADD_MEMBERS, key="add members"):
            _show(view, (*view.areas, *members))
        if group.aggregate and is_pressed(messages.ADD_GROUP_TOTAL, key="whole"):
            _show(view, (*view.areas, group.aggregate))
    st.caption(" ".join([escape_markdown(group.note), link_source(catalogue.origins[group.origin])]).strip())


def _show_similar(countries: list[str], view: View, catalogue: Catalogue) -> None:
    area = countries[0]
    names = {code: place.name for code, place in catalogue.areas.by_code.items()}
    if len(countries) > 1:
        area = st.selectbox(messages.SIMILAR_TO, countries, format_func=names.__getitem__, key="similar to")
    by = st.selectbox(
        messages.SIMILAR_BY, SIMILARITIES, format_func=lambda name: messages.SIMILARITY_CHOICES[name], key="similar by"
    )
    found = loaders.find_similar(area, by)
    similar = ", ".join(names[code] for code in found.codes)
    message = messages.SIMILAR_COUNTRIES if similar else messages.NO_SIMILAR_COUNTRIES
    st.caption(escape_markdown(message.format(countries=similar, reason=found.reason)))
    count = _count_countries(len(found.codes))
    if found.codes and is_pressed(messages.ADD_SIMILAR.format(countries=count), key="add similar"):
        _show(view, (*view.areas, *found.codes))


def _show(view: View, codes: tuple[str, ...]) -> None:
    state.change_view(view, areas=tuple(dict.fromkeys(codes)))
    st.rerun()
