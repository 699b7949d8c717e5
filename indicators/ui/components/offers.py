"""Why something is not shown, in one look, with what can be shown instead as buttons."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any, Final

import streamlit as st

from indicators.analysis.coverage import find_gaps, find_year_range
from indicators.analysis.request import PanelRequest
from indicators.charts.guards import Offer
from indicators.errors import IndicatorsError, UnknownNameError
from indicators.model.formatting import join_names
from indicators.model.panel import Panel
from indicators.model.periods import TimePeriod, TimeSpan
from indicators.ui import loaders, state
from indicators.ui.components import controls
from indicators.ui.components.elements import escape_markdown, warn
from indicators.ui.messages import exploration as messages
from indicators.view import View
from indicators.view.explain_empty import explain_empty
from indicators.view.fields import join_values, split_names

REDRAW: Final = "redraw the whole page"
"""Set in the session when a fragment changed more than it shows itself."""
_MOST_OFFERED: Final = 4
_SPLIT: Final = ("indicators", "areas")  # fields of which one chart may show a part


def show_refusal(sentence: str, offers: Sequence[Offer], shown: View, key: str) -> None:
    """Show a sentence on why there is no chart, and what to do instead.

    Args:
        sentence: The reason.
        offers: What can be shown instead.
        shown: The view that is not drawn, perhaps one chart of a page of several.
        key: Its key on the page.
    """
    with st.container(border=True):
        st.markdown(escape_markdown(sentence))
        with st.container(horizontal=True):
            for offer in () if shown.is_locked else offers:
                st.button(offer.label, key=f"{key} offer {offer.label}", on_click=take_offer, args=(offer.view, shown))


def show_ignored(sentences: Sequence[str]) -> None:
    """Show what of the address was not understood, and offer the indicators and areas that may be meant.

    Args:
        sentences: Why each part was ignored.
    """
    if not sentences:
        return
    warn(sentences)
    with st.container(horizontal=True):
        for parameter, wrong, right, name in _suggest():
            label = messages.SHOW_NEAREST.format(name=name)
            st.button(label, key=f"{wrong} {right}", on_click=_correct, args=(parameter, wrong, right))


def _suggest() -> Iterator[tuple[str, str, str, str]]:
    """Yield what may be meant by names in the address: the parameter, the name given, the right one, and its label."""
    catalogue = loaders.get_catalogue()
    finders: dict[str, Callable[[str], Any]] = {"indicators": catalogue.find_indicator, "country": catalogue.find_area}
    for parameter, find in finders.items():
        for wrong in split_names(st.query_params.get(parameter, "")):
            try:
                find(wrong)
            except UnknownNameError as error:
                yield from ((parameter, wrong, right, find(right).name) for right in error.nearest)
            except IndicatorsError:
                continue


def _correct(parameter: str, wrong: str, right: str) -> None:
    """Write the right name into the address in place of a wrong one."""
    names = split_names(st.query_params[parameter])
    st.query_params[parameter] = join_values(right if name == wrong else name for name in names)


def take_offer(view: View, shown: View) -> None:
    """Go to a view; the indicators and areas an offer leaves unchanged are those of the page, not of its one chart."""
    page = controls.get_current_view()
    kept = {name: getattr(page, name) for name in _SPLIT if getattr(view, name) == getattr(shown, name)}
    state.change_view(view.with_(**kept))
    st.session_state[REDRAW] = True


def show_empty(view: View, request: PanelRequest, panel: Panel, key: str) -> None:
    """Show why there is no data, and offer the nearest there is."""
    catalogue = loaders.get_catalogue()
    names = {code: catalogue.areas.by_code[code].name for code in view.areas}
    whole = loaders.load_whole_figures(request)
    years = find_year_range(whole, view.areas)
    name = join_names([catalogue.find_indicator(id).name for id in view.indicators])
    offers: list[Offer] = []
    if years is not None:
        reasons = " ".join(find_gaps(panel, whole, names, view.time))
        span = TimeSpan(TimePeriod.of_year(years[0]), TimePeriod.of_year(years[1]))
        text = messages.NO_DATA_BECAUSE.format(indicators=name, reasons=reasons)
        offers = [Offer(messages.SHOW_PERIOD.format(period=span.label), view.with_(time=span))]
    elif view.as_of or view.vintage:
        text = explain_empty(view, loaders.get_store(), whole=whole)
        offers = [Offer(messages.SHOW_LATEST_DATA, view.with_(as_of=None, vintage=None))]
    else:
        near = _find_nearest(view)
        others = join_names([catalogue.areas.by_code[code].name for code in near])
        message = messages.NO_DATA_EXCEPT if near else messages.NO_DATA_FOR_COUNTRIES
        text = message.format(indicators=name, countries=join_names(list(names.values())), others=others)
        if near:
            offers = [Offer(messages.SHOW_COUNTRIES.format(countries=others), view.with_(areas=near))]
    show_refusal(text, offers, view, key)


def _find_nearest(view: View) -> tuple[str, ...]:
    """Some areas with data: those that share the most and the smallest groups with the areas asked for come first."""
    groups = [frozenset(group.members()) for group in loaders.get_catalogue().groups]
    mine = [members for members in groups if not members.isdisjoint(view.areas)]
    covered = loaders.load_coverage(view.indicators).areas
    return tuple(sorted(covered, key=lambda code: -sum(1 / len(one) for one in mine if code in one))[:_MOST_OFFERED])
