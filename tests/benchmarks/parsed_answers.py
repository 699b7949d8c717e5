"""Parses a made-up answer of a publisher and prints rows, seconds and the memory it took; run by `test_parsing.py`.

``python parsed_answers.py FORMAT OBSERVATIONS READER FOLDER``, where the reader is ours or pandas'.
"""

import itertools
import json
import sys
import time
from pathlib import Path

import pandas as pd

YEARS = 50
PAGE = 20_000


def list_keys(observations):
    """Yield an area and a year for each observation."""
    areas = observations // YEARS
    return itertools.product((f"R{number:05}" for number in range(areas)), range(1970, 1970 + YEARS))


def write_sdmx_csv(observations):
    rows = (
        f"A,{area},{year},{number * 7 % 1009 / 8},A\n" for number, (area, year) in enumerate(list_keys(observations))
    )
    return [("FREQ,REF_AREA,TIME_PERIOD,OBS_VALUE,OBS_STATUS\n" + "".join(rows)).encode()]


def write_json_stat(observations):
    areas, years = [dict.fromkeys(one) for one in zip(*list_keys(observations), strict=True)]
    codes = {"geo": [*areas], "time": [str(year) for year in years]}
    return [json.dumps({
        "version": "2.0", "class": "dataset", "label": "Output", "id": ["geo", "time"],
        "size": [len(areas), len(years)], "role": {"geo": ["geo"], "time": ["time"]},
        "dimension": {id: {"category": {"index": index}} for id, index in codes.items()},
        "value": [number * 7 % 1009 / 8 for number in range(len(areas) * len(years))],
    }).encode()]  # fmt: skip


def write_world_bank(observations):
    pages = []
    rows = [
        {"indicator": {"id": "XX.OUT", "value": "Output"}, "country": {"id": area[-2:], "value": f"Region {area}"},
         "countryiso3code": area, "date": str(year), "value": number * 7 % 1009 / 8, "unit": "", "obs_status": "",
         "decimal": 1} for number, (area, year) in enumerate(list_keys(observations))
    ]  # fmt: skip
    total = -(-len(rows) // PAGE)
    for page, some in enumerate(cut(rows), 1):
        head = {"page": page, "pages": total, "per_page": PAGE, "total": len(rows), "lastupdated": "2026-07-01"}
        pages.append(json.dumps([head, some]).encode())
    return pages


def cut(rows):
    return (rows[start : start + PAGE] for start in range(0, len(rows), PAGE))


WRITERS = {"sdmx-csv": write_sdmx_csv, "json-stat": write_json_stat, "world-bank": write_world_bank}


def parse_with_pandas(format, files):
    if format == "sdmx-csv":
        return len(pd.read_csv(files[0]))
    if format == "world-bank":
        return len(pd.concat(pd.json_normalize(json.loads(file.read_bytes())[1]) for file in files))
    content = json.loads(files[0].read_bytes())
    codes = [content["dimension"][id]["category"]["index"] for id in content["id"]]
    keys = pd.MultiIndex.from_product(codes, names=content["id"])
    return len(pd.Series(content["value"], index=keys, name="value").reset_index())


def make_reader(format):
    """Return our reader; what it imports is no part of its time."""
    from indicators.importing import FileOptions
    from indicators.importing.formats.json_documents import read_json
    from indicators.providers.services.sdmx_csv import parse_csv_rows
    from indicators.providers.services.service import FetchQuery
    from indicators.providers.services.world_bank import WorldBankService
    from tests.providers.fake_service import Talk

    class Pages(dict):
        """Each page as it is asked for, so that only one is in memory."""

        def __getitem__(self, _):
            return next(pages).read_bytes()

    def parse(_, files):
        nonlocal pages
        if format == "sdmx-csv":
            return parse_csv_rows(files[0].read_text(encoding="utf-8"), "Office").num_rows
        if format == "json-stat":
            return sum(batch.table.num_rows for batch in read_json(files[0], "answer.json", FileOptions()).batches)
        pages = iter(files)
        talk, asked = Talk(files[0].parent / "answers"), WorldBankService().fetch(FetchQuery("XX.OUT"))
        return talk(asked, Pages.fromkeys([""])).table.num_rows

    pages = iter(())
    return parse


def measure_memory():
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmHWM")) / 1024


if __name__ == "__main__":
    format, observations, reader, folder = sys.argv[1], int(sys.argv[2]), sys.argv[3], Path(sys.argv[4])
    if reader == "write":
        for number, content in enumerate(WRITERS[format](observations)):
            (folder / f"{number:05}").write_bytes(content)
    else:
        files = sorted(path for path in folder.iterdir() if path.is_file())
        parse = make_reader(format) if reader == "ours" else parse_with_pandas
        started = time.process_time()
        rows = parse(format, files)
        sys.stdout.write(json.dumps([rows, time.process_time() - started, measure_memory()]))
