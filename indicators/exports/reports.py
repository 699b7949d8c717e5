"""The report of a checked text as terminal text, Markdown and HTML, and the registry of its formats.

A report never quotes the text: it has the figures, the few words they were understood by, and their places.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from html import escape
from importlib.metadata import version
from typing import Final

from indicators.claims import Figure, Finding, Report, Verdict
from indicators.claims.checked_texts import CheckedText
from indicators.claims.earlier_verdicts import EarlierVerdict
from indicators.claims.messages import UNTITLED_TEXT
from indicators.claims.wording import format_claim
from indicators.exports import messages
from indicators.exports.report_data import render_report_json, render_reports_json
from indicators.exports.sarif import render_report_sarif, render_reports_sarif
from indicators.model.formatting import count_noun
from indicators.model.periods import TimePeriod
from indicators.model.safe_texts import encode_address

VERDICT_ORDER: Final = (
    Verdict.INCONSISTENT, Verdict.EXPLAINED, Verdict.ALLOWED, Verdict.CONSISTENT, Verdict.UNCHECKED,
)  # fmt: skip
"""The verdicts in the order in which reports show them."""


def summarize_report(report: Report) -> str:
    """Summarize a report: the number of figures, and of findings by verdict.

    >>> from indicators.claims import Document, Reading
    >>> summarize_report(Report(Reading(Document.of(""), ()), ()))
    'No figures found.'
    """
    claims = len(report.reading.claims)
    if not claims:
        return messages.NO_FIGURES_FOUND
    found = Counter(finding.verdict for finding, _ in group_findings(report))
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
        title=document.title or UNTITLED_TEXT, sha256=document.sha256, version=version("indicators"),
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
    id: str = ""


def _make_sections(report: Report) -> list[_Section]:
    sections = []
    for finding, about in group_findings(report):
        chain = finding.chain if len(finding.chain) > 1 else ()  # the heading already has a single figure
        lines = tuple(describe_chain(report, chain))
        heading = messages.REPORT_FINDING.format(check=finding.label, figures="; ".join(about))
        id = messages.REPORT_ID.format(id=finding.id) if finding.verdict is Verdict.INCONSISTENT else ""
        sections.append(_Section(finding.verdict.sign, heading, finding.says, lines, finding.note, id))
    return sections


def _list_extras(report: Report) -> list[tuple[str, list[str]]]:
    """What follows the findings: a heading, and its lines."""
    figures = {claim.id: format_claim(claim) for claim in report.reading.claims}
    silenced = [
        messages.REPORT_SILENCED_FINDING.format(
            sign=one.verdict.sign, id=one.id, reason=one.silenced,
            heading=messages.REPORT_FINDING.format(check=one.label, figures=_name_judged(one, figures)),
        )
        for one in report.silenced
    ]  # fmt: skip
    earlier = [describe_earlier(one) for one in report.earlier]
    return [(messages.REPORT_SILENCED, silenced), (messages.REPORT_EARLIER, earlier)]


def describe_earlier(one: EarlierVerdict) -> str:
    """Describe a verdict on the same claim in another text, in a sentence."""
    return messages.EARLIER_VERDICT.format(
        sign=Verdict(one.verdict).sign, figure=one.figure, verdict=one.verdict, title=one.title,
        day=TimePeriod.parse(one.day).label, reason=one.reason,
    )  # fmt: skip


def describe_chain(report: Report, chain: Sequence[Figure]) -> Iterator[tuple[str, list[str]]]:
    """Describe the numbers behind a finding: a line each, and the addresses of its sources."""
    yield from ((_write_line(report, figure), _list_urls(report, figure)) for figure in chain)


def _write_line(report: Report, figure: Figure) -> str:
    fits = {None: "", True: messages.FIGURE_FITS, False: messages.FIGURE_DOES_NOT_FIT}[figure.fits]
    made_of = f" = {figure.made_of}" if figure.made_of else ""
    return f"{figure.text}{made_of}  {', '.join(filter(None, (figure.label, _locate(report, figure))))}{fits}"


def _locate(report: Report, figure: Figure) -> str:
    """Where in the text a figure is, or its source."""
    if not figure.claim:
        return "; ".join(dict.fromkeys(origin.short for origin in report.sources_of(figure)))
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
        rest = (f"  {line}" for line in (section.note, section.id) if line)
        lines += ["", f"{section.sign} {section.heading}", f"  {section.says}", *numbers, *rest]
    for heading, extras in _list_extras(report):
        lines += ["", heading, *(f"  {line}" for line in extras)] if extras else []
    if unsure := len(report.reading.unsure):
        figures = count_noun(unsure, "possible figure", "possible figures")
        lines += ["", messages.NOT_CHECKED.format(figures=figures)]
    if report.origins:
        lines += ["", messages.SOURCES_HEADING, *(f"  {origin.full}" for origin in report.origins)]
    return "\n".join(lines)


def render_report_markdown(report: Report) -> str:
    """Render a report as Markdown, with a link to the source of every published number."""
    mark = _escape_markdown
    lines = [f"# {mark(report.reading.document.title or messages.REPORT_TITLE)}", "", summarize_report(report), ""]
    for section in _make_sections(report):
        lines += [f"## {section.sign} {mark(section.heading)}", "", mark(section.says), ""]
        for line, urls in section.lines:
            lines.append(
                " ".join([f"- {mark(line)}", *(f"[{messages.REPORT_SOURCE}]({encode_address(url)})" for url in urls)])
            )
        lines += [""] if section.lines else []
        for line in filter(None, (section.note, section.id)):
            lines += [mark(line), ""]
    for heading, extras in _list_extras(report):
        lines += [f"## {heading}", "", *(f"- {mark(line)}" for line in extras), ""] if extras else []
    lines += [
        f"## {messages.FIGURES}",
        "",
        *(f"- {mark(claim.understood)}" for claim in report.reading.claims),
        "",
    ]
    if report.origins:
        lines += [f"## {messages.SOURCES_HEADING}", "", *(f"- {mark(origin.full)}" for origin in report.origins), ""]
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
    return _render_page(escape(report.reading.document.title or messages.REPORT_TITLE), _render_body(report))


def _render_body(report: Report) -> str:
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
        parts += [f'<p class="quiet">{escape(line)}</p>' for line in (section.note, section.id) if line]
    for heading, texts in (
        *_list_extras(report),
        (messages.FIGURES, [claim.understood for claim in report.reading.claims]),
        (messages.SOURCES_HEADING, [origin.full for origin in report.origins]),
    ):
        items = "".join(f"<li>{escape(text)}</li>" for text in texts)
        parts += [f"<h2>{heading}</h2><ul>{items}</ul>"] if items else []
    return "".join([*parts, f"<footer>{escape(cite_report(report))}</footer>"])


def _render_page(title: str, body: str) -> str:
    head = f'<meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{title}</title>'
    return f'<!doctype html>\n<html lang="en"><head>{head}<style>{_STYLE}</style></head><body>{body}</body></html>\n'


def _render_texts(texts: Sequence[CheckedText]) -> str:
    parts = []
    for text in texts:
        about = text.error if text.report is None else render_report_text(text.report)
        parts.append(f"{text.name}\n{'=' * len(text.name)}\n{about}")
    return "\n\n".join([*parts, _summarize_texts(texts)])


def _render_markdown_texts(texts: Sequence[CheckedText]) -> str:
    parts = [
        f"**{_escape_markdown(text.name)}**\n\n"
        + (_escape_markdown(text.error) if text.report is None else render_report_markdown(text.report))
        for text in texts
    ]
    return "\n\n".join([*parts, _summarize_texts(texts)])


def _render_html_texts(texts: Sequence[CheckedText]) -> str:
    parts = [
        f'<section><p class="quiet">{escape(text.name)}</p>'
        + (f"<p>{escape(text.error)}</p>" if text.report is None else _render_body(text.report))
        + "</section>"
        for text in texts
    ]
    return _render_page(messages.REPORT_TITLE, "".join([f"<p>{escape(_summarize_texts(texts))}</p>", *parts]))


def _summarize_texts(texts: Sequence[CheckedText]) -> str:
    """How many texts were checked, and their findings by verdict."""
    files = count_noun(len(texts), "text", "texts")
    found = {verdict: sum(len(t.report.with_verdict(verdict)) for t in texts if t.report) for verdict in VERDICT_ORDER}
    verdicts = ", ".join(f"{count} {verdict.value}" for verdict, count in found.items() if count)
    message = messages.FILES_SUMMARY if verdicts else messages.FILES_WITHOUT_FINDINGS
    return message.format(files=files, verdicts=verdicts)


@dataclass(frozen=True, slots=True)
class ReportFormat:
    """A format of reports: its name on the command line and on the screen, its file ending and MIME type."""

    id: str
    label: str
    suffix: str
    media_type: str
    render: Callable[[Report], str] = field(repr=False)
    render_texts: Callable[[Sequence[CheckedText]], str] = field(repr=False)


REPORT_FORMATS: Final = {
    format.id: format
    for format in (
        ReportFormat("text", "Text", "txt", "text/plain", render_report_text, _render_texts),
        ReportFormat("html", "HTML", "html", "text/html", render_report_html, _render_html_texts),
        ReportFormat("markdown", "Markdown", "md", "text/markdown", render_report_markdown, _render_markdown_texts),
        ReportFormat("json", "JSON", "json", "application/json", render_report_json, render_reports_json),
        ReportFormat("sarif", "SARIF", "sarif", "application/sarif+json", render_report_sarif, render_reports_sarif),
    )
}
"""The formats of reports by name."""
