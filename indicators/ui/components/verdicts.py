"""Verdicts on a screen: a word and a shape, and one click further the chain of numbers, each with its source."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from indicators.claims import Figure, Finding, Report, Verdict
from indicators.exports.reports import VERDICT_ORDER, group_findings
from indicators.ui.components.basics import escape_markdown

__all__ = ["show_badge", "show_finding", "show_findings"]

_FITS = {None: "", True: " · fits", False: " · does not fit"}


def show_badge(report: Report, claim: str) -> None:
    """The verdicts on one claim in a word or two, and behind a click the reasoning of each.

    Args:
        report: The report it is in.
        claim: Its id; nothing is shown where no check says anything.
    """
    found = sorted(report.of(claim), key=lambda one: VERDICT_ORDER.index(one.verdict))
    if not found:
        return
    worst, *more = dict.fromkeys(one.verdict for one in found)
    label = " · ".join([f"{worst.sign} {worst.value}", *(verdict.sign for verdict in more)])
    with st.popover(label, type="tertiary", help=None if not more else ", ".join(verdict.value for verdict in more)):
        for one in found:
            show_finding(report, one)


def show_findings(report: Report) -> None:
    """All findings, the inconsistent first; what cannot be checked is folded."""
    folded = []
    for one, about in group_findings(report):
        if one.verdict is Verdict.UNCHECKED:
            folded.append((one, about))
            continue
        heading = f"{one.verdict.sign} {one.verdict.value} · {one.label}: {'; '.join(about)}"
        with st.expander(escape_markdown(heading), expanded=one.verdict is Verdict.INCONSISTENT):
            show_finding(report, one, titled=False)
    if folded:
        count = len(folded)
        with st.expander(f"{Verdict.UNCHECKED.sign} {Verdict.UNCHECKED.value} · {count} more"):
            for one, about in folded:
                show_finding(report, one, about=about)


def show_finding(report: Report, found: Finding, *, about: Sequence[str] = (), titled: bool = True) -> None:
    """One finding: what it says, and the numbers it says it from."""
    if titled:
        figures = f" {escape_markdown('; '.join(about))}" if about else ""
        st.markdown(f"**{found.verdict.sign} {escape_markdown(found.label)}**{figures}")
    lines = [escape_markdown(found.says)]
    if len(found.chain) > 1:
        lines += ["", *(f"- {_line(report, figure)}" for figure in found.chain)]
    st.markdown("\n".join(lines))
    if found.note:
        st.caption(escape_markdown(found.note))


def _line(report: Report, figure: Figure) -> str:
    """A number of a chain with what it is and where it is from, as Markdown."""
    made = f" = {figure.made_of}" if figure.made_of else ""
    text = escape_markdown(f"{figure.text}{made}")
    return f"{text}  \n  {escape_markdown(figure.label)}{_source(report, figure)}{_FITS[figure.fits]}"


def _source(report: Report, figure: Figure) -> str:
    if figure.claim:
        place = next((claim.place for claim in report.reading.claims if claim.id == figure.claim), None)
        where = "" if place is None else f", {place.locator}" if place.heading else f", sentence {place.sentence}"
        where = f", paragraph {place.paragraph}{where}" if place is not None and not place.heading else where
        return escape_markdown(where)
    used = report.sources_of(figure)
    links = [f"[{escape_markdown(o.short)}]({o.url_main})" if o.url_main else escape_markdown(o.short) for o in used]
    return f", {', '.join(links)}" if links else ""
