"""Editions of the World Economic Outlook, read from the three forms in which they come.

*Historical forecasts.* GDP growth and inflation of 70 editions from April 1990 (``S``, spring) to October 2024 (``F``,
fall). A row has the forecast that one edition made for one year, and the figures of the editions of the next two years
(``tv_0.5`` the spring after the year's end, ``tv_1`` the fall after, ``tv_1.5`` and ``tv_2`` a year later). Each
edition is put together from these: forecasts for its own year and later ones, and figures for the two years before.

*April 2015.* A CSV file for each of 22 subjects, and one of notes with the year after which the figures of a series are
estimates. Growth and inflation of that edition are in the historical forecasts, too, for the years from 2013: the
figures are the same, and these are read, which have a status.

*April and October 2025.* A Parquet file with every concept, its scale (a power of ten) and the last actual year of each
series. In October a fiscal year is written ``FY2024/25``; in April as the year in which it ends. The figures of some
countries are numbered by the year in which a fiscal year ends, those of others by the year in which it begins: by the
end where the GDP deflator is 100 in the year in which the base year ends, else by the beginning, which never calls an
estimate actual.

All figures have three decimals, as the IMF publishes them; the historical file has up to eight, and what differs only
in those would look revised. An edition counts as known from the last day of its month.

The status of a figure follows from the last actual year of its series in that edition: up to it, actual; after it, an
estimate before the edition's own year and a forecast from that year on. If the edition does not give the last actual
year, as for groups of countries, commodity prices and all of the historical file, years before its own are not stated
to be either.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

import pandas as pd

from indicators.errors import DataError
from indicators.model.codelists import ObservationStatus
from indicators.providers import messages
from indicators.providers.provider import expect_form

NEWEST_EDITION: Final = "2025-10-31"
_HISTORY: Final = "weo-vintages/weo_vintages_long.derived.csv.gz"
_OCTOBER, _APRIL, _OLD = "weo-2025-10/weo.parquet", "weo-2025-04/weo.parquet", "weo-2015-04"
WEO_FILES: Final = (_HISTORY, _OLD, _APRIL, _OCTOBER)
"""The files and folders that are read, below the folder of all publishers' files."""

_ORIGINS: Final = {
    _HISTORY: "imf-weo-historical-forecasts", _OLD: "imf-weo-2015-04", _APRIL: "imf-weo-2025-04",
    _OCTOBER: "imf-weo-2025-10",
}  # fmt: skip
_OLD_EDITION, _APRIL_EDITION = "2015-04-30", "2025-04-30"
_EDITION_ENDS: Final = {"S": "-04-30", "F": "-10-31"}
_OUTCOMES: Final = {"tv_0.5": (1, "S"), "tv_1": (1, "F"), "tv_1.5": (2, "S"), "tv_2": (2, "F")}
_LAST_IN_HISTORY: Final = "2024-10-31"
_SUBJECTS: Final = {"ngdp_rpch": "NGDP_RPCH", "pcpi_pch": "PCPIPCH"}
_AREAS: Final = {"G001": "WLD", "G163": "EMU", "G998": "EUU", "KOS": "XKX", "UVK": "XKX", "WBG": "PSE"}
_AREAS_BY_NUMBER: Final = {110: "G110", 200: "G200", 163: "EMU", 1: "WLD", 967: "XKX", 487: "PSE"}
_DECIMALS: Final = 3  # as the IMF publishes them; copies of the files have 4.513999999999999 for 4.514
_CENTS: Final = ("USCPP", "USCPL")  # cents per pound and per kilogram; values are given in dollars
_OF_SERIES: Final = ["is_fiscal", "by_end", "in_cents"]
_FISCAL: Final = r"^FY(\d{4})/"
_FIGURE: Final = ["concept", "area", "year", "vintage"]
_COLUMNS: Final = [*_FIGURE, "value", "last", "base", "fiscal", "origin"]


def read_editions(upstream: Path) -> pd.DataFrame:
    """Read all editions from the publishers' files.

    Returns:
        A row per figure, each concept, area, year and vintage once: ``concept`` (the IMF's code), ``area``, ``year``,
        ``vintage``, ``value`` (multiplied by its scale), ``status``, ``base`` (the base year of the series in the
        newest edition, or empty), ``fiscal`` (the base year as written there if it is a fiscal year, or empty) and
        ``origin``.

    Raises:
        DataError: An area is unknown, or an edition gives two figures for the same thing.
    """
    with expect_form(_OCTOBER):
        october = _read_october(upstream / _OCTOBER)
    with expect_form(_APRIL):
        april = _read_april(upstream / _APRIL, october)
    with expect_form(_OLD):
        old = _read_old(upstream / _OLD)
    with expect_form(_HISTORY):
        history = _read_history(upstream / _HISTORY)
    is_in_both = pd.MultiIndex.from_frame(history[_FIGURE]).isin(pd.MultiIndex.from_frame(old[_FIGURE]))
    rows = pd.concat([october[_COLUMNS], april, old, history[~is_in_both]], ignore_index=True)
    doubled = rows[rows.duplicated(_FIGURE, keep=False)]
    if not doubled.empty:
        raise DataError(messages.TWO_FORECASTS, found=doubled.head(2).to_csv(index=False))
    return rows.assign(status=_mark_status(rows)).drop(columns="last")


def _mark_status(rows: pd.DataFrame) -> pd.Series:
    """The status of each figure, from the last actual year of its series; missing where it is not given."""
    own_year = rows["vintage"].str[:4].astype("int64")
    status = pd.Series(ObservationStatus.ESTIMATED.value, index=rows.index)
    status = status.mask(rows["last"].isna(), ObservationStatus.NOT_STATED.value)
    status = status.mask(rows["year"] >= own_year, ObservationStatus.FORECAST.value)
    return status.mask(rows["year"] <= rows["last"].fillna(0), ObservationStatus.NORMAL.value)


def _read_october(path: Path) -> pd.DataFrame:
    published = pd.read_parquet(path, columns=["scale", "unit"])
    in_cents = published["unit"].isin(_CENTS)
    frame = _read_table(path, _OCTOBER, NEWEST_EDITION, 10.0 ** (published["scale"] - 2 * in_cents))
    base, last = (frame[name].fillna("").astype(str) for name in ("base_year", "lastactualdate"))
    by_end = frame["area"].isin(_find_numbered_by_end(frame, base))
    fiscal = base.str.extract(_FISCAL, expand=False).astype("float64")
    plain = pd.to_numeric(base.where(base.str.fullmatch(r"\d{4}")), errors="coerce")
    return frame.assign(
        last=_last_actual(last, by_end),
        base=plain.fillna(fiscal + by_end).map("{:.0f}".format).replace("nan", ""),
        fiscal=base.str.removeprefix("FY").where(fiscal.notna(), ""),
        is_fiscal=last.str.startswith("FY"), by_end=by_end, in_cents=in_cents,
    )[[*_COLUMNS, *_OF_SERIES]]  # fmt: skip


def _last_actual(text: pd.Series, by_end: pd.Series) -> pd.Series:
    fiscal = text.str.extract(_FISCAL, expand=False).astype("float64")
    return pd.to_numeric(text, errors="coerce").fillna(fiscal + by_end)


def _find_numbered_by_end(frame: pd.DataFrame, base: pd.Series) -> set[str]:
    """The areas whose fiscal years are numbered by the year in which they end: the deflator is 100 in that year."""
    deflator = frame.assign(begins=base.str.extract(_FISCAL, expand=False).astype("float64"))
    deflator = deflator[(deflator["concept"] == "NGDP_D") & (deflator["value"].sub(100).abs() < 0.05)]
    return set(deflator.loc[deflator["year"] == deflator["begins"] + 1, "area"])


def _read_april(path: Path, october: pd.DataFrame) -> pd.DataFrame:
    """Read April 2025, whose fiscal years and base years are known from October."""
    published = pd.read_parquet(path, columns=["scale", "concept"])
    in_cents = published["concept"].isin(october.loc[october["in_cents"], "concept"])
    frame = _read_table(path, _APRIL, _APRIL_EDITION, published["scale"] * in_cents.map({True: 0.01, False: 1}))
    of_series = october.drop_duplicates(["concept", "area"])[["concept", "area", "base", "fiscal", *_OF_SERIES]]
    frame = frame.merge(of_series, on=["concept", "area"], how="left")
    ends_later = (frame["is_fiscal"] == 1) & (frame["by_end"] != 1)
    last = pd.to_numeric(frame["lastactualdate"]) - ends_later
    return frame.assign(last=last, base=frame["base"].fillna(""), fiscal=frame["fiscal"].fillna(""))[_COLUMNS]


def _read_table(path: Path, source: str, vintage: str, scale: pd.Series) -> pd.DataFrame:
    frame = pd.read_parquet(path)
    return frame.assign(
        area=frame["ref_area"].replace(_AREAS).astype(object), concept=frame["concept"].astype(object),
        year=frame["year"].astype("int64"), vintage=vintage, origin=_ORIGINS[source],
        value=_scale(frame["value"], scale),
    )  # fmt: skip


def _scale(values: pd.Series, scale: pd.Series) -> pd.Series:
    """Multiply printed values by their scale, without the errors of binary fractions."""
    printed = (values * 10**_DECIMALS).round()
    return (printed * (scale / 10**_DECIMALS)).where(scale >= 10**_DECIMALS, printed / (10**_DECIMALS / scale))


def _read_old(folder: Path) -> pd.DataFrame:
    subjects = pd.read_csv(folder / "ddf--concepts--continuous.csv").set_index("concept")
    codes = subjects["weo_subject_code"].astype(str).to_dict()
    scales = subjects["scale"].map({"Billions": 1e9, "Millions": 1e6}).fillna(1.0).to_dict()
    notes = pd.read_csv(folder / "ddf--notes.csv").set_index(["concept", "country"])["estimates_start_after"]
    frames = []
    for path in sorted(folder.glob("[!d]*.csv")):
        frame = pd.read_csv(path).rename(columns={path.stem: "value"}).dropna(subset="value")
        last = frame["country"].map(notes.loc[path.stem])
        value = _scale(frame["value"], pd.Series(scales[path.stem], index=frame.index))
        frames.append(frame.assign(concept=codes[path.stem], last=last.where(last > 0), value=value))
    rows = pd.concat(frames, ignore_index=True)
    area = rows["country"].str.upper().replace(_AREAS)
    return rows.assign(area=area, vintage=_OLD_EDITION, base="", fiscal="", origin=_ORIGINS[_OLD])[_COLUMNS]


def _read_history(path: Path) -> pd.DataFrame:
    frame = pd.read_csv(path, keep_default_na=False, na_values=[""])
    own = frame["WEO_Country_Code"].map(_AREAS_BY_NUMBER)
    frame = frame.assign(
        area=own.fillna(frame["ISOAlpha_3Code"]), concept=frame["target"].map(_SUBJECTS), year=frame["target_year"]
    )
    unknown = frame[frame[["area", "concept"]].isna().any(axis="columns")]
    if not unknown.empty:
        raise DataError(messages.UNKNOWN_SERIES, found=unknown.head(2).to_csv(index=False))
    edition = frame["forecast_year"].astype(str) + frame["forecast_season"].map(_EDITION_ENDS)
    parts = [_assign(frame, frame["prediction"], edition)]
    for column, (years, season) in _OUTCOMES.items():
        edition = (frame["year"] + years).astype(str) + _EDITION_ENDS[season]
        parts.append(_assign(frame, frame[column], edition))
    rows = pd.concat(parts, ignore_index=True).dropna(subset="value")
    return rows[rows["vintage"] <= _LAST_IN_HISTORY].drop_duplicates([*_FIGURE, "value"])


def _assign(frame: pd.DataFrame, values: pd.Series, edition: pd.Series) -> pd.DataFrame:
    kept = frame[["concept", "area", "year"]].assign(value=values.round(_DECIMALS), vintage=edition)
    return kept.assign(last=float("nan"), base="", fiscal="", origin=_ORIGINS[_HISTORY])[_COLUMNS]
