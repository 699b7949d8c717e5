"""Where: countries by any of their names, groups by their members on any day, and countries that are similar."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from functools import partial

import streamlit as st

from indicators.analysis.similar_countries import SIMILARITIES, Similarity
from indicators.errors import IndicatorsError
from indicators.model.catalogue import Catalogue
from indicators.model.codelists import AreaGroup
from indicators.store import Coverage
from indicators.ui import loaders, state
from indicators.ui.components.basics import escape_markdown
from indicators.ui.components.controls.binding import TYPED, bind_control, get_current_view
from indicators.ui.components.credits import link_source
from indicators.view import View

__all__ = ["pick_areas"]

_HELP = "Type a country by any name or code (UK, Deutschland, 中国), or a group: G7, BRICS, EU:2003."
_LIKE: dict[Similarity, str] = {
    "region": "region", "income": "income", "population": "population", "economy": "size of the economy",
}  # fmt: skip


def pick_areas(view: View, coverage: Coverage) -> None:
    """The countries and groups shown, and ways to find others."""
    areas = loaders.catalogue().areas
    there = set(coverage.areas)
    countries = [area.code for area in areas if area.code in there and area.kind == "country"]
    groups = [area.code for area in areas if area.code in there and area.kind == "group"]
    short = _short_names(loaders.catalogue(), countries)
    # The same for every choice: nothing is remade.
    options = list(dict.fromkeys([*short, *countries, *groups, *view.areas]))

    def name(code: str) -> str:
        return short.get(code) or (areas.by_code[code].name if code in areas.by_code else code)

    chosen, more = st.columns([5, 2], vertical_alignment="bottom")  # below each other the chart would stand lower
    with chosen:
        bind_control(
            "Where", "areas", view,
            partial(
                st.multiselect, "Where", options, format_func=name, accept_new_options=True,
                placeholder="country, group or code", help=_HELP, **TYPED,
            ),
            read=_found, write=list,
        )  # fmt: skip
    with more:
        _more()


def _short_names(catalogue: Catalogue, countries: Collection[str]) -> dict[str, str]:
    """What people type that the names in the list do not begin with, or another's name does, by what it stands for.

    ``UK`` begins Ukraine, ``EU`` the euro area; without an entry of its own the enter key would take those.
    """
    names = {code: catalogue.areas.by_code[code] for code in countries}
    groups = [group for group in catalogue.groups if group.code != group.aggregate]
    members = {f"{group.code}:members": f"{group.code}: its {len(group.members())} countries" for group in groups}
    begun = {
        short: f"{short}: {area.name}"
        for area in names.values()
        for short in area.aliases
        if short.isupper() and short.isalpha() and short.isascii()
        and any(other.name.upper().startswith(short) for other in names.values() if other is not area)
    }  # fmt: skip
    return members | begun


def _found(words: list[str]) -> tuple[str, ...]:
    """The codes of what was chosen or typed; what is no country or group is said, with the nearest that is."""
    catalogue = loaders.catalogue()
    codes: list[str] = []
    for word in words:
        try:
            codes += [word] if word in catalogue.areas.by_code else catalogue.resolve_areas(word)
        except IndicatorsError as error:
            state.notify(str(error))
    return tuple(dict.fromkeys(codes))


@st.fragment
def _more() -> None:
    """Choosing a group redraws only this, which is made when it is opened; a click on a button draws the chart."""
    opened = st.popover("Groups", width="stretch", key="groups", on_change="rerun", help="Groups, similar countries")
    if opened.open:
        with opened:
            _groups_and_peers()


def _groups_and_peers() -> None:
    catalogue = loaders.catalogue()
    view = get_current_view()
    groups = {group.code: group for group in catalogue.groups}
    code = st.selectbox("Group", list(groups), format_func=lambda code: groups[code].name, key="group")
    _group(groups[code], view, catalogue)
    countries = [code for code in view.areas if catalogue.areas.by_code[code].kind == "country"]
    if countries:
        st.divider()
        _similar(countries, view, catalogue)


def _group(group: AreaGroup, view: View, catalogue: Catalogue) -> None:
    first = min(one.first for one in group.memberships).year
    this_year = date.today().year  # noqa: DTZ011  the reader's year
    year = this_year
    if first < this_year and len({one.first for one in group.memberships}) > 1:
        year = int(st.number_input("Members at the end of", first, this_year, this_year, key=f"year of {group.code}"))
    members = group.members(None if year == this_year else date(year, 12, 31))
    names = ", ".join(sorted(catalogue.areas.by_code[code].name for code in members))
    st.caption(escape_markdown(f"{len(members)} members, as known since {group.changed:%-d %B %Y}: {names}."))
    with st.container(horizontal=True):
        if st.button("Show its members", key="members"):
            _show(view, members)
        if st.button("Add its members", key="add members"):
            _show(view, (*view.areas, *members))
        if group.aggregate and st.button("Add it as a whole", key="whole"):
            _show(view, (*view.areas, group.aggregate))
    st.caption(" ".join([escape_markdown(group.note), link_source(catalogue.origins[group.origin])]).strip())


def _similar(countries: list[str], view: View, catalogue: Catalogue) -> None:
    area = countries[0]
    if len(countries) > 1:
        names = catalogue.areas.by_code
        area = st.selectbox("Similar to", countries, format_func=lambda code: names[code].name, key="similar to")
    like = st.selectbox("Alike in", SIMILARITIES, format_func=lambda by: _LIKE[by], key="alike in")
    found = loaders.similar(area, like)
    names_found = ", ".join(catalogue.areas.by_code[code].name for code in found.codes)
    st.caption(escape_markdown(f"{found.reason} {names_found}"))
    if found.codes and st.button(f"Add these {len(found.codes)}", key="add similar"):
        _show(view, (*view.areas, *found.codes))


def _show(view: View, codes: tuple[str, ...]) -> None:
    state.change_view(view, areas=tuple(dict.fromkeys(codes)))
    st.rerun()
