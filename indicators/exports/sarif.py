"""The reports of checked texts as SARIF 2.1.0, which code hosts show beside the lines of a file (OASIS, 2020).

An inconsistent finding is an error, an explained one a note; what is consistent or within past errors passes, and what
cannot be checked is open. A silenced finding is suppressed with its reason.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from importlib.metadata import version
from pathlib import PurePath
from typing import Any, Final
from urllib.parse import quote

from indicators.claims import Claim, Finding, Report, Verdict
from indicators.claims.checked_texts import CheckedText
from indicators.claims.checks import CHECKS

_SCHEMA: Final = "https://json.schemastore.org/sarif-2.1.0.json"
_KINDS: Final = {
    Verdict.INCONSISTENT: ("fail", "error"), Verdict.EXPLAINED: ("informational", "none"),
    Verdict.CONSISTENT: ("pass", "none"), Verdict.UNCHECKED: ("open", "none"), Verdict.ALLOWED: ("pass", "none"),
}  # fmt: skip


def render_report_sarif(report: Report) -> str:
    """Render the report of one text without a file."""
    return render_reports_sarif([CheckedText("-", report)])


def render_reports_sarif(texts: Sequence[CheckedText]) -> str:
    """Render the reports of texts as one run of SARIF."""
    driver = {
        "name": "indicators", "version": version("indicators"),
        "rules": [
            {
                "id": check.name, "shortDescription": {"text": check.label}, "fullDescription": {"text": check.rule},
            }
            for check in CHECKS
        ],
    }  # fmt: skip
    failed = [text for text in texts if text.report is None]
    invocation = {
        "executionSuccessful": not failed,
        "toolExecutionNotifications": [
            {"level": "error", "message": {"text": text.error}, "locations": [_locate_file(text.name)]}
            for text in failed
        ],
    }
    results = [result for text in texts if text.report for result in _list_results(text, text.report)]
    run = {"tool": {"driver": driver}, "invocations": [invocation], "results": results}
    return json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2)


def _list_results(text: CheckedText, report: Report) -> Iterator[dict[str, Any]]:
    claims = {claim.id: claim for claim in report.reading.claims}
    for finding in report.findings:
        judged = claims.get(finding.claims[0]) if finding.claims else None
        yield _make_result(text, report, finding, judged)


def _make_result(text: CheckedText, report: Report, finding: Finding, judged: Claim | None) -> dict[str, Any]:
    kind, level = _KINDS[finding.verdict]
    rule = next(index for index, check in enumerate(CHECKS) if check.name == finding.check)
    result: dict[str, Any] = {
        "ruleId": finding.check, "ruleIndex": rule, "kind": kind, "level": level,
        "message": {"text": finding.says if judged is None else f"{judged.understood} {finding.says}"},
        "locations": [_locate_claim(text, judged)],
        "partialFingerprints": {"indicatorsFinding/v1": finding.id},
    }  # fmt: skip
    if finding.chain:
        result["properties"] = {
            "numbers": [
                {"text": figure.text, "label": figure.label, "sources": [one.full for one in report.sources_of(figure)]}
                for figure in finding.chain
            ]
        }
    if finding.silenced:
        result["suppressions"] = [{"kind": "external", "status": "accepted", "justification": finding.silenced}]
    return result


def _locate_claim(text: CheckedText, claim: Claim | None) -> dict[str, Any]:
    location = _locate_file(text.name)
    if claim is None or claim.place is None:
        return location
    start = claim.place.start
    line = text.file.find_line(start) if text.file and start is not None else None
    if line is not None:
        location["physicalLocation"]["region"] = {"startLine": line}
    location["logicalLocations"] = [{"fullyQualifiedName": str(claim.place.locator), "kind": "text"}]
    return location


def _locate_file(name: str) -> dict[str, Any]:
    uri = "stdin" if name == "-" else quote(PurePath(name).as_posix())
    return {"physicalLocation": {"artifactLocation": {"uri": uri}}}
