"""Tools for assistants about forecasts and vintages: how good they were, side by side, with bands, and revised."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from indicators.api import answers
from indicators.api.tokens import open_store_of_reader
from indicators.model.panel_frames import to_records
from indicators.view import View

Limit = Annotated[int, Field(ge=1, le=500)]
"""How many entries an answer may have."""


class ForecastTools:
    """The tools about forecasts; each method is one, and its docstring is what an assistant reads."""

    def score_forecasts(self, indicator: str, countries: str = "", time: str = "") -> answers.Scores:
        """Show how far off the forecasts of an indicator were, by years ahead; time is the years that were forecast."""
        from indicators.view.getting import score

        store = open_store_of_reader()
        record = score(indicator, countries, time, store=store)
        ids = record.pairs["indicator"].unique()
        origins = [one for id in ids for one in store.catalogue.find_origins_of(str(id))]
        scores = [
            answers.Score.of(
                {"unit": "", **row}, years_ahead=row["ahead"], bias=answers.drop_missing(row["mean_error"])
            )
            for row in record.group_by_horizon().to_dict("records")
        ]
        return answers.Scores(scores=scores, sources=answers.list_sources(origins))

    def score_bands(self, indicators: str, bands: str = "50~80~90") -> answers.BandShares:
        """Show how many outcomes the bands around past forecasts held, tested without hindsight."""
        from indicators.exports.band_scores import tabulate_band_scores
        from indicators.view.forecasting import score_bands_of

        store = open_store_of_reader()
        view = View.from_texts({"indicators": indicators, "bands": bands}, store.catalogue)
        shares = [
            answers.BandShare.of(row, indicator=id, frequency=test.frequency, group=str(row["group"]))
            for id, tests in score_bands_of(view, store).items()
            for test in tests
            for row in tabulate_band_scores(test, store.catalogue).to_dict("records")
        ]
        origins = [one for id in view.indicators for one in store.catalogue.find_origins_of(id)]
        return answers.BandShares(shares=shares, sources=answers.list_sources(origins))

    def list_forecasts(
        self,
        indicators: str,
        countries: str,
        time: str = "",
        editions: Annotated[int, Field(ge=1, le=100)] = 1,
        bands: str = "",
        limit: Limit = 60,
        *,
        naive: bool = False,
    ) -> answers.Forecasts:
        """Put the forecasts of all publishers side by side, with their range and median.

        indicators measure the same; time is such as 2026 or 2020..2024, without it the periods that have no outcome
        yet; editions is how many of each publisher's newest editions; bands is such as 80; naive adds naive forecasts
        as a comparison.
        """
        from indicators.view.forecasting import list_forecasts

        found = list_forecasts(indicators, countries, time, editions=editions, naive=naive, bands=bands)
        entries = [
            answers.ForecastEntry.of(row, country=row["entity"], edition=row["vintage"], bands=answers.list_bands(row))
            for row in to_records(found.frame.head(limit))
        ]
        ranges = [
            answers.ForecastRange.of(row, country=row["entity"])
            for row in found.summary.to_dict("records")
            if row["forecasters"] > 1
        ]
        return answers.Forecasts(
            forecasts=entries, ranges=ranges[:limit], left_out=max(0, len(found.frame) - limit),
            notes=list(dict.fromkeys(step.sentence for step in found.steps)),
            sources=answers.list_sources(found.origins),
        )  # fmt: skip

    def list_revisions(
        self, indicators: str, countries: str = "", time: str = "", limit: Limit = 60
    ) -> answers.RevisionAnswer:
        """Show how figures were revised from vintage to vintage; time is such as 2015 or 2010..2024."""
        from indicators.view.revising import list_revisions

        store = open_store_of_reader()
        history = list_revisions(indicators, countries, time, store=store)
        stages = [
            answers.RevisionStage.of(row, periods_ahead=row["ahead"], unit=row["error_unit"])
            for row in history.summarize().to_dict("records")
        ]
        cells = history.cells.dropna(subset="value")
        values = [answers.VintageValue.of(row, country=row["entity"]) for row in cells.tail(limit).to_dict("records")]
        origins = [one for id in cells["indicator"].unique() for one in store.catalogue.find_origins_of(str(id))]
        return answers.RevisionAnswer(
            stages=stages, values=values, left_out=max(0, len(cells) - limit), sources=answers.list_sources(origins)
        )
