"""The report of a checked text as JSON, terminal text, Markdown and HTML.

A report never quotes the text: it has the figures, the few words they were understood by, and their places. The JSON
always has the same keys in the same order:

============  ===========================================================================================
``schema``    ``indicators-report/1``; the number rises when something is removed
``document``  ``title``, ``published`` (a day or null), ``language``, ``sha256`` of the text
``verdicts``  number of findings by verdict: ``consistent``, ``inconsistent``, ``explained``, ``cannot be checked``
``findings``  ``check``, ``verdict``, ``says`` (verdict and reason), ``claims`` (ids, the one judged first), ``chain``
              (the numbers: ``text``, ``label``, ``low``, ``high``, ``unit``, ``claim``, ``origins``, ``edition`` of
              these, ``made_of``, ``fits``), ``note``
``claims``    every figure: ``id``, ``figure``, ``kind``, ``value`` with the multiplier applied, ``low``, ``high``,
              ``unit``, ``period``, ``areas``, ``indicator``, ``is_forecast``, ``restates``, ``said_by``,
              ``denominator``, ``left_open``, ``inferred``, ``understood``, ``place``
``skipped``   pieces that were not read as figures: ``start``, ``end``, ``reason``, ``is_unsure``
``checks``    ``name``, ``label`` and ``rule`` of every check
``sources``   ``id``, ``citation``, ``url`` of every origin in a chain
============  ===========================================================================================
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from decimal import Decimal
from html import escape
from importlib.metadata import version
from typing import Any, Final

from indicators.claims import Claim, Figure, Finding, Report, Verdict, messages
from indicators.claims.wording import format_claim
from indicators.model.formatting import count_noun
from indicators.model.periods import TimePeriod

__all__ = [
    "REPORT_FORMATS",
    "VERDICT_ORDER",
    "ReportFormat",
    "cite_report",
    "group_findings",
    "render_report_html",
    "render_report_json",
    "render_report_markdown",
    "render_report_text",
    "summarize_report",
]

VERDICT_ORDER: Final = (Verdict.INCONSISTENT, Verdict.EXPLAINED, Verdict.CONSISTENT, Verdict.UNCHECKED)
"""The verdicts in the order in which reports show them."""


def render_report_json(report: Report) -> str:
    """Render a report as JSON; the same text and store give the same JSON."""
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
        "findings": [_make_finding(report, finding) for finding in report.findings],
        "claims": [_make_claim(claim) for claim in report.reading.claims],
        "skipped": [
            {"start": piece.start, "end": piece.end, "reason": piece.reason, "is_unsure": piece.is_unsure}
            for piece in report.reading.skipped
        ],
        "checks": [{"name": check.name, "label": check.label, "rule": check.rule} for check in report.checks],
        "sources": [{"id": o.id, "citation": o.full, "url": o.url_main or None} for o in report.origins],
    }
    return json.dumps(content, ensure_ascii=False, indent=2, allow_nan=False)


def _make_finding(report: Report, finding: Finding) -> dict[str, Any]:
    return {
        "check": finding.check,
        "verdict": finding.verdict.value,
        "says": finding.says,
        "claims": list(finding.claims),
        "chain": [_make_figure(report, figure) for figure in finding.chain],
        "note": finding.note or None,
    }


def _make_figure(report: Report, figure: Figure) -> dict[str, Any]:
    interval = figure.interval
    return {
        "text": figure.text,
        "label": figure.label,
        "low": None if interval is None else _make_number(interval.low),
        "high": None if interval is None else _make_number(interval.high),
        "unit": figure.unit or None,
        "claim": figure.claim or None,
        "origins": figure.origin.split(),
        "edition": "; ".join(origin.of_edition for origin in report.sources_of(figure) if origin.of_edition) or None,
        "made_of": figure.made_of or None,
        "fits": figure.fits,
    }


def _make_claim(claim: Claim) -> dict[str, Any]:
    place = claim.place
    names = ("heading", "paragraph", "sentence", "start", "end")
    return {
        "id": claim.id,
        "figure": format_claim(claim),
        "kind": claim.kind.value,
        "value": _make_number(claim.plain_value),
        "low": _make_number(claim.interval.low),
        "high": _make_number(claim.interval.high),
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
        "place": None if place is None else {name: getattr(place, name) for name in names},
    }


def _make_number(value: Decimal | None) -> int | float | None:
    if value is None:
        return None
    is_whole = value == value.to_integral_value() and abs(value.adjusted()) < 40
    return int(value) if is_whole else float(f"{value:.15g}")


def summarize_report(report: Report) -> str:
    """Summarize a report: the number of figures, and of findings by verdict.

    >>> from indicators.claims import Document, Reading
    >>> summarize_report(Report(Reading(Document.of(""), ()), ()))
    'No figures found.'
    """
    claims = len(report.reading.claims)
    if not claims:
        return messages.NO_FIGURES_FOUND
    found = Counter(finding.verdict for finding in report.findings)
    verdicts = ", ".join(f"{found[verdict]} {verdict.value}" for verdict in VERDICT_ORDER if found[verdict])
    message = messages.REPORT_SUMMARY if verdicts else messages.SUMMARY_NOTHING_TO_CHECK
    return message.format(figures=count_noun(claims, "figure", "figures"), verdicts=verdicts)


def group_findings(report: Report) -> list[tuple[Finding, tuple[str, ...]]]:
    """Order findings by verdict, the inconsistent first, and join those with the same reason.

    Returns:
        Each finding with the figures it is about.
    """
    groups: dict[tuple[object, ...], list[Finding]] = {}
    for verdict in VERDICT_ORDER:
        for number, finding in enumerate(report.with_verdict(verdict)):
            alike = (verdict, finding.check, finding.reason) if len(finding.chain) == 1 else (verdict, number)
            groups.setdefault(alike, []).append(finding)
    figures = {claim.id: format_claim(claim) for claim in report.reading.claims}
    return [
        (group[0], tuple(dict.fromkeys(_name_judged(finding, figures) for finding in group)))
        for group in groups.values()
    ]


def _name_judged(finding: Finding, figures: dict[str, str]) -> str:
    """The figure that a finding judges."""
    return next((figures[id] for id in finding.claims if id in figures), "")


def cite_report(report: Report) -> str:
    """Cite a report: the title, date and hash of the text, and the version of this package."""
    document = report.reading.document
    message = messages.REPORT_CITATION if document.published is None else messages.REPORT_CITATION_DATED
    return message.format(
        title=document.title or messages.UNTITLED_TEXT, sha256=document.sha256, version=version("indicators"),
        day="" if document.published is None else TimePeriod.of_day(document.published).label,
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Section:
    """A finding as every format shows it: a heading, sentences, and a line with links per number."""

    sign: str
    heading: str
    says: str
    lines: tuple[tuple[str, list[str]], ...]
    note: str


def _make_sections(report: Report) -> list[_Section]:
    sections = []
    for finding, about in group_findings(report):
        chain = finding.chain if len(finding.chain) > 1 else ()  # the heading already has a single figure
        lines = tuple((_write_line(report, figure), _list_urls(report, figure)) for figure in chain)
        heading = messages.REPORT_FINDING.format(check=finding.label, figures="; ".join(about))
        sections.append(_Section(finding.verdict.sign, heading, finding.says, lines, finding.note))
    return sections


def _write_line(report: Report, figure: Figure) -> str:
    fits = {None: "", True: messages.FIGURE_FITS, False: messages.FIGURE_DOES_NOT_FIT}[figure.fits]
    made_of = f" = {figure.made_of}" if figure.made_of else ""
    return f"{figure.text}{made_of}  {', '.join(filter(None, (figure.label, _locate(report, figure))))}{fits}"


def _locate(report: Report, figure: Figure) -> str:
    """Where in the text a figure is, or its source."""
    if not figure.claim:
        return "; ".join(origin.short for origin in report.sources_of(figure))
    place = next((claim.place for claim in report.reading.claims if claim.id == figure.claim), None)
    if place is None:
        return ""
    if place.heading:
        return str(place.locator)
    return messages.PLACE_IN_TEXT.format(paragraph=place.paragraph, sentence=place.sentence)


def _list_urls(report: Report, figure: Figure) -> list[str]:
    return [origin.url_main for origin in report.sources_of(figure) if origin.url_main]


def render_report_text(report: Report) -> str:
    """Render a report for a terminal: the findings with their numbers, then the sources."""
    lines = [*filter(None, [report.reading.document.title]), summarize_report(report)]
    for section in _make_sections(report):
        numbers = (f"    {line}" for line, _ in section.lines)
        note = [f"  {section.note}"] if section.note else []
        lines += ["", f"{section.sign} {section.heading}", f"  {section.says}", *numbers, *note]
    if unsure := len(report.reading.unsure):
        figures = count_noun(unsure, "possible figure", "possible figures")
        lines += ["", messages.NOT_CHECKED.format(figures=figures)]
    if report.origins:
        lines += ["", messages.REPORT_SOURCES, *(f"  {origin.full}" for origin in report.origins)]
    return "\n".join(lines)


def render_report_markdown(report: Report) -> str:
    """Render a report as Markdown, with a link to the source of every published number."""
    mark = _escape_markdown
    lines = [f"# {mark(report.reading.document.title or messages.REPORT_TITLE)}", "", summarize_report(report), ""]
    for section in _make_sections(report):
        lines += [f"## {section.sign} {mark(section.heading)}", "", mark(section.says), ""]
        for line, urls in section.lines:
            lines.append(" ".join([f"- {mark(line)}", *(f"[{messages.REPORT_SOURCE}]({url})" for url in urls)]))
        lines += [""] if section.lines else []
        lines += [mark(section.note), ""] if section.note else []
    lines += [
        f"## {messages.REPORT_FIGURES}",
        "",
        *(f"- {mark(claim.understood)}" for claim in report.reading.claims),
        "",
    ]
    if report.origins:
        lines += [f"## {messages.REPORT_SOURCES}", "", *(f"- {mark(origin.full)}" for origin in report.origins), ""]
    return "\n".join([*lines, f"## {messages.REPORT_CITATION_HEADING}", "", mark(cite_report(report)), ""])


def _escape_markdown(text: str) -> str:
    return "".join(f"\\{sign}" if sign in "\\`*_[]<>#|~$" else sign for sign in text)


_STYLE: Final = """
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; font-variant-numeric: tabular-nums; }
body { max-width: 46rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.5rem; } h2 { font-size: 1.1rem; margin: 2rem 0 .3rem; }
p { margin: .3rem 0; } ul { padding-left: 1.2rem; } .sign { display: inline-block; width: 1.2em; }
.quiet { color: GrayText; } footer { margin-top: 3rem; font-size: .9rem; overflow-wrap: anywhere; }
"""


def render_report_html(report: Report) -> str:
    """Render a report as a self-contained HTML page: no scripts, no images, nothing loaded."""
    title = escape(report.reading.document.title or messages.REPORT_TITLE)
    parts = [f"<h1>{title}</h1>", f"<p>{escape(summarize_report(report))}</p>"]
    for section in _make_sections(report):
        parts.append(f'<h2><span class="sign">{section.sign}</span>{escape(section.heading)}</h2>')
        parts.append(f"<p>{escape(section.says)}</p>")
        links = (
            (line, (f' <a href="{escape(url)}">{messages.REPORT_SOURCE}</a>' for url in urls))
            for line, urls in section.lines
        )
        items = "".join(f"<li>{escape(line)}{''.join(found)}</li>" for line, found in links)
        parts += [f"<ul>{items}</ul>"] if items else []
        parts += [f'<p class="quiet">{escape(section.note)}</p>'] if section.note else []
    for heading, texts in (
        (messages.REPORT_FIGURES, [claim.understood for claim in report.reading.claims]),
        (messages.REPORT_SOURCES, [origin.full for origin in report.origins]),
    ):
        items = "".join(f"<li>{escape(text)}</li>" for text in texts)
        parts += [f"<h2>{heading}</h2><ul>{items}</ul>"] if items else []
    parts.append(f"<footer>{escape(cite_report(report))}</footer>")
    head = f'<meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{title}</title>'
    start = f'<html lang="en"><head>{head}<style>{_STYLE}</style></head>'
    return f"<!doctype html>\n{start}<body>{''.join(parts)}</body></html>\n"


@dataclass(frozen=True, slots=True)
class ReportFormat:
    """A format of reports: its name on the command line and on the screen, its file ending and MIME type."""

    id: str
    label: str
    suffix: str
    media_type: str
    render: Callable[[Report], str] = field(repr=False)


REPORT_FORMATS: Final = {
    format.id: format
    for format in (
        ReportFormat("text", "Text", "txt", "text/plain", render_report_text),
        ReportFormat("html", "HTML", "html", "text/html", render_report_html),
        ReportFormat("markdown", "Markdown", "md", "text/markdown", render_report_markdown),
        ReportFormat("json", "JSON", "json", "application/json", render_report_json),
    )
}
"""The formats of reports by name."""
