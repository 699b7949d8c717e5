"""Verdicts: a word and a shape, and one click further the chain of numbers, each with its source."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from indicators.claims import Figure, Finding, Report, Verdict
from indicators.exports.reports import VERDICT_ORDER, group_findings
from indicators.model.safe_texts import encode_address
from indicators.ui.components.elements import escape_markdown
from indicators.ui.messages import check as messages


def show_badge(report: Report, claim: str) -> None:
    """Show the verdicts on one claim in a word or two, with the reasoning of each one click away.

    Args:
        report: The report it is in.
        claim: Its id; nothing is shown where no check has a finding.
    """
    found = sorted(report.of(claim), key=lambda one: VERDICT_ORDER.index(one.verdict))
    if not found:
        return
    worst = _name(found[0].verdict)
    label = messages.VERDICT_AND_MORE.format(verdict=worst, count=len(found) - 1) if len(found) > 1 else worst
    with st.popover(label, type="tertiary", key=f"verdict {claim}"):
        for one in found:
            show_finding(report, one)


def show_findings(report: Report, *, collapsed: bool = False) -> None:
    """Show all findings, inconsistent ones first; what cannot be checked is collected in one expander.

    Args:
        report: The report.
        collapsed: Whether to show only the headings, since the findings are beside the text.
    """
    unchecked = []
    for one, about in group_findings(report):
        if one.verdict is Verdict.UNCHECKED:
            unchecked.append((one, about))
            continue
        heading = messages.FINDING_TITLE.format(verdict=_name(one.verdict), check=one.label, figures="; ".join(about))
        with st.expander(escape_markdown(heading), expanded=one.verdict is Verdict.INCONSISTENT and not collapsed):
            show_finding(report, one, titled=False)
    if unchecked:
        heading = messages.VERDICT_AND_MORE.format(verdict=_name(Verdict.UNCHECKED), count=len(unchecked))
        with st.expander(heading):
            for one, about in unchecked:
                show_finding(report, one, about=about)


def _name(verdict: Verdict) -> str:
    return f"{verdict.sign} {verdict.value}"


def show_finding(report: Report, found: Finding, *, about: Sequence[str] = (), titled: bool = True) -> None:
    """Show what one check found and the numbers it is based on."""
    if titled:
        figures = f" {escape_markdown('; '.join(about))}" if about else ""
        st.markdown(f"**{found.verdict.sign} {escape_markdown(found.label)}**{figures}")
    lines = [escape_markdown(found.says)]
    if len(found.chain) > 1:
        lines += ["", *(f"- {_format_figure(report, figure)}" for figure in found.chain)]
    st.markdown("\n".join(lines))
    if found.note:
        st.caption(escape_markdown(found.note))


def _format_figure(report: Report, figure: Figure) -> str:
    """Return a number of a chain with what it is and where it is from, as Markdown."""
    derived = f" = {figure.made_of}" if figure.made_of else ""
    below = ", ".join(filter(None, [escape_markdown(figure.label), _format_source(report, figure)]))
    if figure.fits is not None:
        below = (messages.FITS if figure.fits else messages.DOES_NOT_FIT).format(text=below)
    return f"{escape_markdown(figure.text + derived)}  \n  {below}"


def _format_source(report: Report, figure: Figure) -> str:
    if figure.claim:
        place = next((claim.place for claim in report.reading.claims if claim.id == figure.claim), None)
        if place is None or place.heading:
            return "" if place is None else escape_markdown(str(place.locator))
        return messages.IN_SENTENCE.format(paragraph=place.paragraph, sentence=place.sentence)
    used = report.sources_of(figure)
    short = {one: escape_markdown(one.short) for one in used}
    return ", ".join(
        f"[{text}]({encode_address(one.url_main)})" if one.url_main else text for one, text in short.items()
    )
