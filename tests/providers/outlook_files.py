"""Small files of the World Economic Outlook, in the forms in which its editions come."""

import gzip

import pandas as pd

HISTORY_HEAD = (
    "WEO_Country_Code,ISOAlpha_3Code,country,cgroup,target,target_year,forecast_year,forecast_season,horizon,"
    "prediction,tv_0.5,tv_1,tv_1.5,tv_2\n"
)
NOTES_HEAD = "country,concept,country_series_specific_notes,estimates_start_after\n"
SUBJECTS = (
    "concept,weo_subject_code,scale\nngdp,NGDP,Billions\nngdpd,NGDPD,Billions\nngdp_rpch,NGDP_RPCH,\n"
    "ngdp_r,NGDP_R,Billions\nngdp_d,NGDP_D,\nlp,LP,Millions\n"
)
COLUMNS = ["concept", "ref_area", "year", "value", "unit", "scale", "base_year", "lastactualdate"]


def write_outlook(folder, *, history="", old=None, notes="", april=(), october=()):
    """Write the files below a folder.

    Args:
        folder: The folder of all publishers' files.
        history: Rows of the historical forecasts.
        old: Text of the files of April 2015, by concept.
        notes: Rows of its notes.
        april: Rows of April 2025: concept, area, year, value, unit, scale (1e9), base year, last actual year.
        october: Rows of October 2025, with the scale as a power of ten.
    """
    for name in ("weo-vintages", "weo-2015-04", "weo-2025-04", "weo-2025-10"):
        (folder / name).mkdir(parents=True, exist_ok=True)
    packed = gzip.compress((HISTORY_HEAD + history).encode())
    (folder / "weo-vintages/weo_vintages_long.derived.csv.gz").write_bytes(packed)
    (folder / "weo-2015-04/ddf--concepts--continuous.csv").write_text(SUBJECTS)
    (folder / "weo-2015-04/ddf--notes.csv").write_text(f'{NOTES_HEAD}deu,lp,"",2014\n{notes}')
    for concept, text in ({"lp": "2013,deu,81.1\n"} | (old or {})).items():
        (folder / f"weo-2015-04/{concept}.csv").write_text(f"year,country,{concept}\n{text}")
    for name, rows in (("weo-2025-04", april), ("weo-2025-10", october)):
        frame = pd.DataFrame(list(rows), columns=COLUMNS).astype({"year": "Int64", "value": float, "scale": float})
        frame.assign(freq="A").to_parquet(folder / name / "weo.parquet")
