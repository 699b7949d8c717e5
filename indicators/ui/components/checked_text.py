"""A checked text: its figures marked with their verdicts, and beside each paragraph the sentences of its findings."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from html import escape
from typing import Final

import streamlit as st

from indicators.claims import Finding, Report, Verdict
from indicators.exports.reports import VERDICT_ORDER, describe_chain
from indicators.ui.messages import check as messages

_STYLE: Final = """<style>
.read-text { max-height: 34rem; overflow-y: auto; line-height: 1.6; padding: .75rem 1rem; border-radius: .25rem;
  border: 1px solid color-mix(in srgb, currentColor 25%, transparent); }
.read-text .row { display: grid; grid-template-columns: minmax(0, 3fr) minmax(0, 2fr); gap: 0 1.25rem; }
.read-text .words { white-space: pre-wrap; overflow-wrap: anywhere; padding-bottom: .6rem; }
.read-text .notes { font-size: .875rem; line-height: 1.45; padding-bottom: .6rem; overflow-wrap: anywhere; }
.read-text .notes > div { border-left: 3px solid #0072B2; padding: 0 0 .1rem .6rem; margin-bottom: .6rem; }
.read-text .notes > .inconsistent { border-left-color: #D55E00; }
.read-text .notes ul { margin: .15rem 0 0; padding-left: 1rem; }
.read-text .notes li, .read-text .notes summary { font-size: .875rem; line-height: 1.45; margin: 0; }
.read-text .notes summary { cursor: pointer; opacity: .8; }
.read-text mark { color: inherit; background: color-mix(in srgb, #0072B2 16%, transparent);
  border-bottom: 2px solid #0072B2; padding: 0 .1em; border-radius: .15em; }
.read-text mark.inconsistent { background: color-mix(in srgb, #D55E00 22%, transparent);
  border-bottom: 3px double #D55E00; }
.read-text mark.plain { background: none; border-bottom: 1px dotted; }
.read-text .unsure { border-bottom: 2px dotted #D55E00; }
.read-text sup { font-size: .75em; line-height: 0; font-weight: 700; padding-left: .15em; }
@media (max-width: 40rem) {
  .read-text { max-height: none; }
  .read-text .row { grid-template-columns: minmax(0, 1fr); }
}
</style>"""


def show_checked_text(report: Report) -> None:
    """Show the text of a report: a mark with the verdict on every figure, and the findings beside their paragraph.

    What cannot be checked has a mark but no sentence here: it is no finding.
    """
    text = report.reading.document.text
    marks = sorted(_list_marks(report))
    notes = _group_by_line(report)
    rows, at = [], 0
    for line in text.splitlines(keepends=True):
        words = _mark_line(text, at, at + len(line), marks)
        found = "".join(_write_note(report, finding) for finding in notes.get(at, ()))
        if words.strip():
            rows.append(f'<div class="row"><div class="words">{words}</div><div class="notes">{found}</div></div>')
        at += len(line)
    st.html(
        f'{_STYLE}<div class="read-text" tabindex="0" lang="{report.reading.document.language}">{"".join(rows)}</div>'
    )


def _mark_line(text: str, start: int, end: int, marks: list[tuple[int, int, str, str]]) -> str:
    parts, at = [], start
    for first, last, before, after in marks:
        if at <= first and last <= end:
            parts += [escape(text[at:first]), before, escape(text[first:last]), after]
            at = last
    return "".join([*parts, escape(text[at:end].rstrip("\r\n"))])


def _list_marks(report: Report) -> Iterator[tuple[int, int, str, str]]:
    """Where each mark starts and ends, and the tags around it."""
    for claim in report.reading.claims:
        place = claim.place
        if place is not None and place.start is not None and place.end is not None:
            verdict = _find_worst(report, claim.id)
            kind = "plain" if verdict is None else "inconsistent" if verdict is Verdict.INCONSISTENT else "checked"
            sign = "" if verdict is None else f'<sup aria-label="{verdict.value}">{verdict.sign}</sup>'
            hint = escape(claim.understood, quote=True)
            yield place.start, place.end, f'<mark class="{kind}" title="{hint}">', f"{sign}</mark>"
    for piece in report.reading.unsure:
        hint = escape(messages.FIGURE_LEFT_OUT.format(reason=piece.reason), quote=True)
        yield piece.start, piece.end, f'<span class="unsure" title="{hint}">', "</span>"


def _find_worst(report: Report, claim: str) -> Verdict | None:
    """The worst verdict on a figure, the one that its findings judge or compare with."""
    found = [one.verdict for one in report.findings if claim in one.claims and not one.silenced]
    return min(found, key=VERDICT_ORDER.index, default=None)


def _group_by_line(report: Report) -> dict[int, list[Finding]]:
    """The findings by the start of the line with the figure they judge, the worst first, in the order of the text."""
    starts, at = [], 0
    for line in report.reading.document.text.splitlines(keepends=True):
        starts.append(at)
        at += len(line)
    places = {claim.id: claim.place for claim in report.reading.claims}
    grouped: dict[int, list[Finding]] = defaultdict(list)
    for finding in report.findings:
        place = places.get(finding.claims[0]) if finding.claims else None
        if finding.verdict is not Verdict.UNCHECKED and place is not None and place.start is not None:
            grouped[max(start for start in starts if start <= place.start)].append(finding)
    starts_of = {id: place.start or 0 for id, place in places.items() if place is not None}

    def order(finding: Finding) -> tuple[int, int]:
        firsts = [starts_of[id] for id in finding.claims if id in starts_of]
        return VERDICT_ORDER.index(finding.verdict), min(firsts, default=0)

    return {line: sorted(found, key=order) for line, found in grouped.items()}


def _write_note(report: Report, finding: Finding) -> str:
    kind = "inconsistent" if finding.verdict is Verdict.INCONSISTENT else "checked"
    chain = finding.chain if len(finding.chain) > 1 else ()
    items = "".join(f"<li>{escape(line)}{_link(urls)}</li>" for line, urls in describe_chain(report, chain))
    numbers = f"<details><summary>{escape(messages.NUMBERS)}</summary><ul>{items}</ul></details>" if items else ""
    says = f"{finding.verdict.sign} <b>{escape(finding.label)}.</b> {escape(finding.says)}"
    return f'<div class="{kind}">{says}{numbers}</div>'


def _link(urls: list[str]) -> str:
    return "".join(f' <a href="{escape(url, quote=True)}">{escape(messages.SOURCE_LINK)}</a>' for url in urls)
