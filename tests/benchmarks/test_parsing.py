"""Parsing what publishers answer: beside pandas' own readers on the same bytes, and with memory that is limited.

Our readers check what they read; pandas' don't. Each reading is a process of its own.
"""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

OBSERVATIONS = (10_000, 100_000, 1_000_000)
SCRIPT = Path(__file__).with_name("parsed_answers.py")
MOST_MEMORY = 500  # MB
FORMATS = ("sdmx-csv", "json-stat", "world-bank")

pytestmark = pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="reads Linux's record of a process")


def run(*words):
    environment = os.environ | {"PYTHONPATH": str(SCRIPT.parents[2])}
    command = [sys.executable, str(SCRIPT), *map(str, words)]
    return subprocess.run(command, capture_output=True, text=True, check=True, env=environment).stdout


@pytest.mark.parametrize("observations", OBSERVATIONS)
def test_answers_are_parsed_in_little_memory(benchmark, tmp_path, observations):
    def parse_all(reader):
        return {one: json.loads(run(one, observations, reader, tmp_path / one)) for one in FORMATS}

    for one in FORMATS:
        (tmp_path / one).mkdir()
        run(one, observations, "write", tmp_path / one)
    ours, pandas = benchmark.pedantic(lambda: parse_all("ours"), rounds=1), parse_all("pandas")
    for one, (rows, seconds, peak) in ours.items():
        benchmark.extra_info[one] = {
            "observations a second": round(rows / seconds), "times pandas": round(seconds / pandas[one][1], 1),
            "peak MB": round(peak), "peak MB of pandas": round(pandas[one][2]),
        }  # fmt: skip
        assert rows == pandas[one][0] == observations
        assert peak < MOST_MEMORY
