"""A forecast compared with what such forecasts missed by, and with its outcome once it has come."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Final

from indicators.claims.claim import Claim
from indicators.claims.evidence import messages
from indicators.claims.evidence.forecast_record import BAND, ForecastRecord, PastMiss, find_past_misses, find_record
from indicators.claims.evidence.store_evidence import PublishedFigure, cite_published
from indicators.claims.findings import Figure, Finding, Verdict
from indicators.claims.intervals import Interval
from indicators.claims.messages import LABEL_FORECAST
from indicators.claims.relations.context import CheckContext, keep_same_unit
from indicators.language.languages import compile_pattern
from indicators.model.formatting import count_noun, format_quantity, format_quantity_range, join_names

_AROUND: Final = compile_pattern("around_forecast")
_UNIT: Final = "%"
_MOST_MISSES: Final = 3


def check_forecast_record(context: CheckContext) -> Iterator[Finding]:
    """Judge forecasts in percent by the errors of such forecasts; a failed forecast is never inconsistent."""
    for claim in context.claims:
        day = context.find_publication_day(claim)
        if not claim.is_forecast or claim.restates or claim.unit != _UNIT or len(claim.areas) != 1 or day is None:
            continue
        if context.find_indicator(claim) is None or claim.period is None or claim.period.last < day:
            continue
        outcomes = _find_outcomes(context, claim)
        record = find_record(claim, day, context.evidence.store, with_rival=not outcomes)
        if record is None:
            yield from _report_misses(context, claim, day)
        elif outcomes:
            yield _judge_outcome(context, claim, record, outcomes)
        else:
            yield _judge_ahead(context, claim, record)


def _is_named(context: CheckContext, claim: Claim) -> bool:
    """Whether the text surely names the indicator, once the forecaster and the words of forecasting are left out."""
    if claim.inferred or claim.id in context.earlier:
        return False
    subject = _AROUND[context.language].sub(" ", claim.subject)
    return context.is_named(claim) or context.is_named(replace(claim, subject=subject))


def _find_outcomes(context: CheckContext, claim: Claim) -> list[PublishedFigure]:
    found = keep_same_unit(context.find_published(claim, claim.period), claim)
    return [figure for figure in found if not figure.is_forecast]


def _judge_outcome(
    context: CheckContext, claim: Claim, record: ForecastRecord, outcomes: list[PublishedFigure]
) -> Finding:
    """Say whether the outcome is inside what errors of this size allow."""
    inside = [figure for figure in outcomes if figure.interval.overlaps(record.band)]
    is_named = _is_named(context, claim)
    verdict = Verdict.UNCHECKED if not is_named else Verdict.ALLOWED if inside else Verdict.EXPLAINED
    message = messages.OUTCOME_INSIDE if inside else messages.OUTCOME_OUTSIDE
    reason = message.format(published=cite_published(inside or outcomes), **_describe(record), claim=_write(claim))
    figures = (figure.to_figure(fits=figure in inside) for figure in outcomes)
    chain = (Figure.from_claim(claim, LABEL_FORECAST), _make_figure(record), *figures)
    return Finding(verdict, reason, (claim.id,), chain, "" if is_named else messages.NOT_NAMED)


def _judge_ahead(context: CheckContext, claim: Claim, record: ForecastRecord) -> Finding:
    """Say whether a forecast without an outcome is inside the band of a publisher's own."""
    chain = (Figure.from_claim(claim, LABEL_FORECAST), _make_figure(record))
    if record.rival is None:
        reason = messages.ALLOWED_ALONE.format(**_describe(record), claim=_write(claim))
        return Finding(Verdict.UNCHECKED, reason, (claim.id,), chain)
    rival = record.rival
    is_inside, is_named = rival.band.overlaps(claim.interval), _is_named(context, claim)
    verdict = Verdict.ALLOWED if is_inside and is_named else Verdict.UNCHECKED
    message = messages.INSIDE_RIVAL if is_inside else messages.OUTSIDE_RIVAL
    value = format_quantity(float(rival.value), _UNIT)
    reason = message.format(
        rival=value, vintage=rival.vintage, allowed=_format_band(rival.band), claim=_write(claim),
        **{name: text for name, text in _describe(record).items() if name != "band"},
    )  # fmt: skip
    label = messages.RIVAL_FORECAST.format(publisher=record.publisher, vintage=rival.vintage)
    figure = Figure(value, label, Interval(rival.value, rival.value), _UNIT, origin=rival.origin, vintage=rival.vintage)
    return Finding(
        verdict, reason, (claim.id,), (chain[0], figure, _make_figure(record, rival.band)),
        "" if is_named else messages.NOT_NAMED,
    )  # fmt: skip


def _report_misses(context: CheckContext, claim: Claim, day: date) -> Iterator[Finding]:
    """Show the few past forecasts of an indicator that nobody has a record of."""
    misses = find_past_misses(claim, day, context.evidence.store)
    if not misses:
        return
    indicator = context.find_indicator(claim)
    name = "" if indicator is None else indicator.name
    reason = messages.TOO_FEW_MISSES.format(
        count=count_noun(len(misses), "forecast", "forecasts"), indicator=name,
        misses=join_names([_write_miss(miss) for miss in misses], most=_MOST_MISSES),
    )  # fmt: skip
    chain = (
        Figure.from_claim(claim, LABEL_FORECAST),
        *(
            Figure(
                format_quantity(float(miss.forecast), _UNIT),
                messages.MISSED.format(publisher=miss.publisher, period=miss.period.label, miss=_write_miss(miss)),
            )
            for miss in misses[:_MOST_MISSES]
        ),
    )
    yield Finding(Verdict.UNCHECKED, reason, (claim.id,), chain)


def _write_miss(miss: PastMiss) -> str:
    """The error of a past forecast, forecast minus outcome: ``−7 points``."""
    return format_quantity(float(miss.forecast - miss.outcome), "percentage points", digits=2, signed=True)


def _describe(record: ForecastRecord) -> dict[str, str]:
    return {
        "publisher": record.publisher, "indicator": record.name, "level": str(BAND), "band": _format_band(record.band),
        "errors": f"{record.errors:,}",
    }  # fmt: skip


def _make_figure(record: ForecastRecord, band: Interval | None = None) -> Figure:
    used = band or record.band
    label = messages.ALLOWED_BY_ERRORS.format(**_describe(record))
    return Figure(_format_band(used), label, used, _UNIT, origin=record.origins)


def _format_band(band: Interval) -> str:
    low, high = (0.0 if end is None else float(end) for end in (band.low, band.high))
    return format_quantity_range(low, high, _UNIT, digits=2)


def _write(claim: Claim) -> str:
    return format_quantity(float(claim.plain_value), _UNIT, digits=None)
