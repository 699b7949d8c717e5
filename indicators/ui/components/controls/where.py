"""Country controls: countries by any name, groups by their members at any date, and similar countries."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from functools import partial

import streamlit as st

from indicators.analysis.similar_countries import SIMILARITIES
from indicators.errors import IndicatorsError
from indicators.model.catalogue import Catalogue
from indicators.model.formatting import count_noun
from indicators.model.groups import AreaGroup
from indicators.store import Coverage
from indicators.ui import loaders, state
from indicators.ui.components.controls.binding import TYPED, bind_control, get_current_view
from indicators.ui.components.credits import link_source
from indicators.ui.components.elements import escape_markdown
from indicators.ui.messages import controls as messages
from indicators.view import View

__all__ = ["pick_areas"]


def pick_areas(view: View, coverage: Coverage) -> None:
    """Pick countries and groups, by typing or from the list of groups and similar countries."""
    areas = loaders.get_catalogue().areas
    covered = set(coverage.areas)
    countries = [area.code for area in areas if area.code in covered and area.kind == "country"]
    groups = [area.code for area in areas if area.code in covered and area.kind == "group"]
    short = _list_short_names(loaders.get_catalogue(), countries)
    # The same for every choice, so that the list is not sent again.
    options = list(dict.fromkeys([*short, *countries, *groups, *view.areas]))

    def label(code: str) -> str:
        return short.get(code) or (areas.by_code[code].name if code in areas.by_code else code)

    chosen, more = st.columns([5, 2], vertical_alignment="bottom")  # one above the other would push the chart down
    with chosen:
        bind_control(
            "areas", view,
            partial(
                st.multiselect, messages.WHERE, options, format_func=label, accept_new_options=True,
                placeholder=messages.WHERE_PLACEHOLDER, help=messages.WHERE_HELP, **TYPED,
            ),
            read=_find_areas, write=list,
        )  # fmt: skip
    with more:
        _show_more()


def _list_short_names(catalogue: Catalogue, countries: Collection[str]) -> dict[str, str]:
    """List abbreviations that need an entry of their own, with their labels.

    ``UK`` begins Ukraine, ``EU`` the euro area: without these entries Enter would take those.
    """
    names = {code: catalogue.areas.by_code[code] for code in countries}
    groups = [group for group in catalogue.groups if group.code != group.aggregate]
    members = {f"{group.code}:members": (group.code, _count_countries(len(group.members()))) for group in groups}
    begun = {
        short: (short, area.name)
        for area in names.values()
        for short in area.aliases
        if short.isupper() and short.isalpha() and short.isascii()
        and any(other.name.upper().startswith(short) for other in names.values() if other is not area)
    }  # fmt: skip
    entries = (members | begun).items()
    return {entry: messages.SHORT_NAME.format(code=code, meaning=meaning) for entry, (code, meaning) in entries}


def _count_countries(count: int) -> str:
    return count_noun(count, *messages.COUNTRY_NOUN)


def _find_areas(words: list[str]) -> tuple[str, ...]:
    """Return the codes of what was chosen or typed, and report what matches nothing with the nearest that does."""
    catalogue = loaders.get_catalogue()
    codes: list[str] = []
    for word in words:
        try:
            codes += [word] if word in catalogue.areas.by_code else catalogue.resolve_areas(word)
        except IndicatorsError as error:
            state.notify(str(error))
    return tuple(dict.fromkeys(codes))


@st.fragment
def _show_more() -> None:
    """Choosing a group redraws only this, which is built when it is opened; a click on a button draws the chart."""
    opened = st.popover(
        messages.GROUPS, width="stretch", key="groups", on_change="rerun", help=messages.GROUPS_HELP
    )  # fmt: skip
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
        if st.button(messages.SHOW_MEMBERS, key="members"):
            _show(view, members)
        if st.button(messages.ADD_MEMBERS, key="add members"):
            _show(view, (*view.areas, *members))
        if group.aggregate and st.button(messages.ADD_GROUP_TOTAL, key="whole"):
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
    if found.codes and st.button(messages.ADD_SIMILAR.format(countries=count), key="add similar"):
        _show(view, (*view.areas, *found.codes))


def _show(view: View, codes: tuple[str, ...]) -> None:
    state.change_view(view, areas=tuple(dict.fromkeys(codes)))
    st.rerun()
