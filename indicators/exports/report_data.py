"""The report of a checked text as JSON.

The same text and store give the same JSON. It always has the same keys in the same order:

============  ===========================================================================================
``schema``    ``indicators-report/1``; the number rises when something is removed
``document``  ``title``, ``published`` (a day or null), ``language``, ``sha256`` of the text
``verdicts``  number of findings by verdict: ``consistent``, ``inconsistent``, ``explained``,
              ``within past errors``, ``cannot be checked``
``findings``  ``id``, ``check``, ``verdict``, ``says`` (verdict and reason), ``claims`` (ids, the one judged first),
              ``chain`` (the numbers: ``text``, ``label``, ``low``, ``high``, ``unit``, ``claim``, ``origins``,
              ``edition`` of these, ``made_of``, ``fits``), ``note``, ``silenced`` (why somebody accepted it, or null)
``claims``    every figure: ``id``, ``figure``, ``kind``, ``value`` with the multiplier applied, ``low``, ``high``,
              ``unit``, ``period``, ``areas``, ``indicator``, ``is_forecast``, ``restates``, ``said_by``,
              ``denominator``, ``left_open``, ``inferred``, ``understood``, ``place``
``skipped``   pieces that were not read as figures: ``start``, ``end``, ``reason``, ``is_unsure``
``earlier``   verdicts on the same claims in other texts: ``claim``, ``figure``, ``verdict``, ``reason``, ``check``,
              ``finding``, ``title``, ``sha256``, ``day``
``checks``    ``name``, ``label`` and ``rule`` of every check
``sources``   ``id``, ``citation``, ``url`` of every origin in a chain
============  ===========================================================================================

Several texts are an object with ``schema`` (``indicators-reports/1``) and ``texts``: each with its ``name``, and its
``report`` or the ``error`` that kept it from being read.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict
from decimal import Decimal
from typing import Any

from indicators.claims import Claim, Figure, Finding, Report, Verdict
from indicators.claims.checked_texts import CheckedText
from indicators.claims.wording import format_claim


def render_report_json(report: Report) -> str:
    """Render a report as JSON."""
    return _write(_make_report(report))


def render_reports_json(texts: Sequence[CheckedText]) -> str:
    """Render the reports of several texts as JSON."""
    entries = [
        {"name": text.name, "report": text.report and _make_report(text.report), "error": text.error or None}
        for text in texts
    ]
    return _write({"schema": "indicators-reports/1", "texts": entries})


def _write(content: Any) -> str:
    return json.dumps(content, ensure_ascii=False, indent=2, allow_nan=False)


def _make_report(report: Report) -> dict[str, Any]:
    document = report.reading.document
    return {
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
        "earlier": [asdict(one) for one in report.earlier],
        "checks": [{"name": check.name, "label": check.label, "rule": check.rule} for check in report.checks],
        "sources": [{"id": o.id, "citation": o.full, "url": o.url_main or None} for o in report.origins],
    }


def _make_finding(report: Report, finding: Finding) -> dict[str, Any]:
    return {
        "id": finding.id,
        "check": finding.check,
        "verdict": finding.verdict.value,
        "says": finding.says,
        "claims": list(finding.claims),
        "chain": [_make_figure(report, figure) for figure in finding.chain],
        "note": finding.note or None,
        "silenced": finding.silenced or None,
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
