"""The report of a checked text as JSON, as text for a terminal, as Markdown and as a page of HTML.

No sentence of the text goes into a report: the figures, the few words they were understood by, and where they stand.
The JSON has always the same keys in the same order:

============  ===========================================================================================
``schema``    ``indicators-report/1``; a change that takes something away raises the number
``document``  ``title``, ``published`` (a day or null), ``language``, ``sha256`` of the text
``verdicts``  how many findings have each verdict: ``consistent``, ``inconsistent``, ``explained``,
              ``cannot be checked``
``findings``  ``check``, ``verdict``, ``says`` (verdict and reason as a phrase), ``claims`` (ids, the one judged first),
              ``chain`` (the numbers: ``text``, ``label``, ``low``, ``high``, ``unit``, ``claim``, ``origins``,
              ``edition`` of these, ``made_of``, ``fits``), ``note``
``claims``    every figure: ``id``, ``figure``, ``kind``, ``value`` with the multiplier worked in, ``low``, ``high``,
              ``unit``, ``period``, ``areas``, ``indicator``, ``is_forecast``, ``restates``, ``said_by``,
              ``denominator``, ``left_open``, ``inferred``, ``understood``, ``place``
``skipped``   what was passed over: ``start``, ``end``, ``reason``, ``is_unsure``
``checks``    ``name`` and ``rule`` of every check
``sources``   ``id``, ``citation``, ``url`` of every origin in a chain
============  ===========================================================================================
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from decimal import Decimal
from html import escape
from importlib.metadata import version
from typing import Any, Final

from indicators.claims import Claim, Figure, Finding, Report, Skipped, Verdict
from indicators.claims.wording import format_claim
from indicators.model.periods import TimePeriod

__all__ = [
    "VERDICT_ORDER",
    "cite_report",
    "group_findings",
    "render_report_html",
    "render_report_json",
    "render_report_markdown",
    "render_report_text",
    "summarize_report",
]

VERDICT_ORDER: Final = (Verdict.INCONSISTENT, Verdict.EXPLAINED, Verdict.CONSISTENT, Verdict.UNCHECKED)


def render_report_json(report: Report) -> str:
    """The report as JSON, the same for the same text and store."""
    document = report.reading.document
    content = {
        "schema": "indicators-report/1",
        "document": {
            "title": document.title,
            "published": None if document.published is None else document.published.isoformat(),
            "language": document.language,
            "sha256": document.sha256,
        },
        "verdicts": {verdict.value: len(report.with_verdict(verdict)) for verdict in Verdict},
        "findings": [_finding(report, finding) for finding in report.findings],
        "claims": [_claim(claim) for claim in report.reading.claims],
        "skipped": [_skipped(piece) for piece in report.reading.skipped],
        "checks": [{"name": check.name, "rule": check.rule} for check in report.checks],
        "sources": [{"id": o.id, "citation": o.full, "url": o.url_main or None} for o in report.origins],
    }
    return json.dumps(content, ensure_ascii=False, indent=2, allow_nan=False)


def _finding(report: Report, finding: Finding) -> dict[str, Any]:
    return {
        "check": finding.check,
        "verdict": finding.verdict.value,
        "says": finding.says,
        "claims": list(finding.claims),
        "chain": [_figure(report, figure) for figure in finding.chain],
        "note": finding.note or None,
    }


def _figure(report: Report, figure: Figure) -> dict[str, Any]:
    interval = figure.interval
    return {
        "text": figure.text,
        "label": figure.label,
        "low": None if interval is None else _number(interval.low),
        "high": None if interval is None else _number(interval.high),
        "unit": figure.unit or None,
        "claim": figure.claim or None,
        "origins": figure.origin.split(),
        "edition": "; ".join(origin.of_edition for origin in report.sources_of(figure) if origin.of_edition) or None,
        "made_of": figure.made_of or None,
        "fits": figure.fits,
    }


def _claim(claim: Claim) -> dict[str, Any]:
    place = claim.place
    return {
        "id": claim.id,
        "figure": format_claim(claim),
        "kind": claim.kind.value,
        "value": _number(claim.plain_value),
        "low": _number(claim.interval.low),
        "high": _number(claim.interval.high),
        "unit": claim.unit,
        "period": None if claim.period is None else str(claim.period),
        "areas": list(claim.areas),
        "indicator": claim.indicator,
        "is_forecast": claim.is_forecast,
        "restates": claim.restates or None,
        "said_by": claim.said_by or None,
        "denominator": claim.denominator,
        "left_open": list(claim.left_open),
        "inferred": list(claim.inferred),
        "understood": claim.understood,
        "place": None
        if place is None
        else {
            "heading": place.heading, "paragraph": place.paragraph, "sentence": place.sentence, "start": place.start,
            "end": place.end,
        },
    }  # fmt: skip


def _skipped(piece: Skipped) -> dict[str, Any]:
    return {"start": piece.start, "end": piece.end, "reason": piece.reason, "is_unsure": piece.is_unsure}


def _number(value: Decimal | None) -> int | float | None:
    if value is None:
        return None
    whole = value == value.to_integral_value() and abs(value.adjusted()) < 40
    return int(value) if whole else float(f"{value:.15g}")


def summarize_report(report: Report) -> str:
    """How many figures were read, and how many findings have each verdict.

    >>> from indicators.claims import Document, Reading
    >>> summarize_report(Report(Reading(Document.of(""), ()), ()))
    'No figure was found.'
    """
    count = len(report.reading.claims)
    if not count:
        return "No figure was found."
    found = Counter(finding.verdict for finding in report.findings)
    said = ", ".join(f"{found[verdict]} {verdict.value}" for verdict in VERDICT_ORDER if found[verdict])
    figures = "1 figure" if count == 1 else f"{count} figures"
    return f"{figures}; {said}." if said else f"{figures}; nothing to check them by."


def group_findings(report: Report) -> list[tuple[Finding, tuple[str, ...]]]:
    """The findings in the order for a reader, the inconsistent first; those that say the same of several are one.

    Returns:
        Each finding with the figures it is about, in words.
    """
    groups: dict[tuple[object, ...], list[Finding]] = {}
    for verdict in VERDICT_ORDER:
        for number, finding in enumerate(report.with_verdict(verdict)):
            alike = (verdict, finding.check, finding.reason) if len(finding.chain) == 1 else (verdict, number)
            groups.setdefault(alike, []).append(finding)
    return [(group[0], tuple(dict.fromkeys(_about(report, finding) for finding in group))) for group in groups.values()]


def _about(report: Report, finding: Finding) -> str:
    """The figures that a finding judges, in words: the first, and what it restates."""
    claims = {claim.id: claim for claim in report.reading.claims}
    first = next((claims[id] for id in finding.claims if id in claims), None)
    return "" if first is None else format_claim(first)


def cite_report(report: Report) -> str:
    """How to cite the report: the text by its title, day and hash, and what checked it."""
    document = report.reading.document
    day = "" if document.published is None else f" ({TimePeriod.of_day(document.published).label})"
    title = document.title or "Untitled text"
    return f"“{title}”{day}, SHA-256 {document.sha256}, checked with indicators {version('indicators')}."


def render_report_text(report: Report) -> str:
    """The report for a terminal: the verdicts with their chains, then the sources."""
    document = report.reading.document
    lines = [document.title] if document.title else []
    lines += [summarize_report(report)]
    for finding, about in group_findings(report):
        lines += ["", f"{finding.verdict.sign} {finding.check}: {'; '.join(about)}", f"  {finding.says}"]
        if len(finding.chain) > 1:
            lines += [f"    {_chain_line(report, figure)}" for figure in finding.chain]
        lines += [f"  {finding.note}"] if finding.note else []
    if report.reading.unsure:
        count = len(report.reading.unsure)
        lines += ["", f"{count} more {'piece was' if count == 1 else 'pieces were'} not surely a figure: see --json."]
    if report.origins:
        lines += ["", "Sources", *(f"  {origin.full}" for origin in report.origins)]
    return "\n".join(lines)


def _chain_line(report: Report, figure: Figure) -> str:
    fits = {None: "", True: " · fits", False: " · does not fit"}[figure.fits]
    made = f" = {figure.made_of}" if figure.made_of else ""
    return f"{figure.text}{made}  {figure.label}{_where(report, figure)}{fits}"


def _where(report: Report, figure: Figure) -> str:
    """Where a figure stands in the text, or in which source."""
    if figure.claim:
        claim = next((claim for claim in report.reading.claims if claim.id == figure.claim), None)
        place = None if claim is None else claim.place
        if place is None:
            return ""
        return f", {place.locator}" if place.heading else f", paragraph {place.paragraph}, sentence {place.sentence}"
    names = [origin.short for origin in report.sources_of(figure)]
    return f", {'; '.join(names)}" if names else ""


def render_report_markdown(report: Report) -> str:
    """The report as Markdown, every number of others with a link to its source."""
    document = report.reading.document
    lines = [f"# {_plain(document.title) or 'A checked text'}", "", summarize_report(report), ""]
    for finding, about in group_findings(report):
        lines += [
            f"## {finding.verdict.sign} {finding.check}: {_plain('; '.join(about))}",
            "",
            _plain(finding.says) + ".",
        ]
        if len(finding.chain) > 1:
            lines += ["", *(f"- {_markdown_line(report, figure)}" for figure in finding.chain)]
        lines += ["", _plain(finding.note)] if finding.note else []
        lines.append("")
    lines += ["## Figures", "", *(f"- {_plain(claim.understood)}" for claim in report.reading.claims), ""]
    if report.origins:
        lines += ["## Sources", "", *(f"- {_plain(origin.full)}" for origin in report.origins), ""]
    lines += ["## Citation", "", _plain(cite_report(report)), ""]
    return "\n".join(lines)


def _markdown_line(report: Report, figure: Figure) -> str:
    line = _plain(_chain_line(report, figure))
    links = [f"[source]({url})" for url in _urls(report, figure)]
    return " ".join([line, *links])


def _urls(report: Report, figure: Figure) -> Iterable[str]:
    return [origin.url_main for origin in report.sources_of(figure) if origin.url_main]


def _plain(text: str) -> str:
    """Text whose marks Markdown would read, made plain."""
    return "".join(f"\\{sign}" if sign in "\\`*_[]<>#|~$" else sign for sign in text)


_STYLE: Final = """
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; font-variant-numeric: tabular-nums; }
body { max-width: 46rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.5rem; } h2 { font-size: 1.1rem; margin: 2rem 0 .3rem; }
p { margin: .3rem 0; } ul { padding-left: 1.2rem; } .sign { display: inline-block; width: 1.2em; }
.quiet { color: GrayText; } footer { margin-top: 3rem; font-size: .9rem; overflow-wrap: anywhere; }
"""


def render_report_html(report: Report) -> str:
    """The report as a page of HTML that needs nothing else: no script, no picture, nothing from another machine."""
    document = report.reading.document
    title = escape(document.title or "A checked text")
    parts = [f"<h1>{title}</h1>", f"<p>{escape(summarize_report(report))}</p>"]
    for finding, about in group_findings(report):
        sign = f'<span class="sign">{finding.verdict.sign}</span>'
        parts.append(
            f"<h2>{sign}{escape(finding.check)}: {escape('; '.join(about))}</h2><p>{escape(finding.says)}.</p>"
        )
        if len(finding.chain) > 1:
            parts.append(f"<ul>{''.join(_html_line(report, figure) for figure in finding.chain)}</ul>")
        parts += [f'<p class="quiet">{escape(finding.note)}</p>'] if finding.note else []
    figures = "".join(f"<li>{escape(claim.understood)}</li>" for claim in report.reading.claims)
    sources = "".join(f"<li>{escape(origin.full)}</li>" for origin in report.origins)
    parts += [f"<h2>Figures</h2><ul>{figures}</ul>"] if figures else []
    parts += [f"<h2>Sources</h2><ul>{sources}</ul>"] if sources else []
    parts.append(f"<footer>{escape(cite_report(report))}</footer>")
    head = f'<meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{title}</title>'
    language = f'<html lang="en"><head>{head}<style>{_STYLE}</style></head>'
    return f"<!doctype html>\n{language}<body>{''.join(parts)}</body></html>\n"


def _html_line(report: Report, figure: Figure) -> str:
    links = "".join(f' <a href="{escape(url, quote=True)}">source</a>' for url in _urls(report, figure))
    return f"<li>{escape(_chain_line(report, figure))}{links}</li>"
