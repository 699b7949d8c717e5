"""The report of a check text: as JSON always the same, as text, Markdown and HTML for people."""

import json
from decimal import Decimal
from html.parser import HTMLParser

import pytest

from indicators.claims import Claim, ClaimKind, Document, Reading, Report, check_dataset, check_reading
from indicators.exports import messages, reports
from indicators.store import open_embedded_store


@pytest.fixture(scope="module")
def report():
    return check_dataset("it-russia-2025-09-29", open_embedded_store())


def test_json_has_verdicts_chains_claims_and_sources(report):
    content = json.loads(reports.render_report_json(report))
    assert list(content) == [
        "schema",
        "document",
        "verdicts",
        "findings",
        "claims",
        "skipped",
        "earlier",
        "checks",
        "sources",
    ]
    assert content["schema"] == "indicators-report/1"
    assert sum(content["verdicts"].values()) == len(content["findings"])
    rate = next(finding for finding in content["findings"] if finding["check"] == "implied-rate")
    assert rate["verdict"] == "explained"
    implied = next(figure for figure in rate["chain"] if figure["unit"] == "RUB per USD" and figure["fits"] is None)
    assert implied["low"] < 83.62 < implied["high"]
    turnover = content["claims"][0]
    assert (turnover["value"], turnover["low"], turnover["high"]) == (24 * 10**12, 23_500 * 10**9, 24_500 * 10**9)
    named = {id for finding in content["findings"] for figure in finding["chain"] for id in figure["origins"]}
    assert named == {source["id"] for source in content["sources"]}
    assert {finding["check"] for finding in content["findings"]} <= {check["name"] for check in content["checks"]}


def test_json_is_the_same_each_time(report):
    again = check_dataset("it-russia-2025-09-29", open_embedded_store())
    assert reports.render_report_json(again) == reports.render_report_json(report)


def test_text_begins_with_what_is_inconsistent_and_ends_with_the_sources(report):
    text = reports.render_report_text(report)
    signs = [line[0] for line in text.splitlines() if line[:2] in ("! ", "≈ ", "✓ ", "? ")]
    assert signs == sorted(signs, key="!≈✓?".index)
    assert "83.6118 RUB per USD" in text
    assert "World Bank (1 July 2026)" in text.split(messages.SOURCES_HEADING)[1]


def test_markdown_links_every_published_number_to_its_source(report):
    markdown = reports.render_report_markdown(report)
    line = next(line for line in markdown.splitlines() if line.startswith("- 92.5524"))
    assert "[source](https://data.imf.org/)" in line
    assert report.reading.document.sha256 in markdown


@pytest.mark.parametrize("format", reports.REPORT_FORMATS.values(), ids=reports.REPORT_FORMATS)
def test_every_format_has_the_verdicts_and_sources(report, format):
    text = format.render(report)
    title = [] if format.id == "sarif" else [report.reading.document.title]  # it has files and no titles
    for shown in ("83.6118 RUB per USD", "17.14 trillion RUB", "World Bank", *title):
        assert shown in text


class _Tags(HTMLParser):
    def __init__(self):
        super().__init__()
        self.open, self.seen = [], set()

    def handle_starttag(self, tag, _):
        self.seen.add(tag)
        if tag != "meta":
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag


def test_html_is_well_formed_and_loads_nothing(report):
    page = reports.render_report_html(report)
    tags = _Tags()
    tags.feed(page)
    assert tags.open == []
    assert tags.seen.isdisjoint({"script", "img", "link", "iframe"})
    assert "@import" not in page
    assert "url(" not in page


def test_words_of_the_text_are_not_markup():
    hostile = "<script>alert(1)</script> [x](javascript:1)"
    claim = Claim("c1", ClaimKind.COUNT, Decimal(5), "units", counted=hostile, understood=hostile)
    report = Report(Reading(Document.of("", title=hostile), (claim,)), ())
    assert "<script>" not in reports.render_report_html(report)
    assert "[x](javascript:1)" not in reports.render_report_markdown(report)


def test_findings_with_the_same_reason_are_joined(report):
    claims = tuple(Claim(f"c{n}", ClaimKind.AMOUNT, Decimal(n), "RUB", left_open=("year",)) for n in (1, 2, 3))
    found = reports.group_findings(check_reading(Reading(Document.of(""), claims), open_embedded_store()))
    assert [(finding.check, about) for finding, about in found] == [("missing-year", ("1 RUB", "2 RUB", "3 RUB"))]
