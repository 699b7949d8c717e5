"""Benchmarks give ratios, never absolute times: ``pytest tests/benchmarks/test_conversion.py``.

With ``--benchmark-disable`` each runs once, at its smallest size, to show that it still runs.
"""

import os
import subprocess
import sys
import time
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest

SIZES = ("1M", "10M", "100M")

collect_ignore = ["parsed_answers.py", "peer_dashboard.py", "synthetic_stores.py"]  # scripts that benchmarks start


def pytest_collection_modifyitems(config, items):
    """Keep the first of the sizes of each benchmark, which is the smallest, when nothing is timed."""
    if config.getoption("benchmark_disable"):
        home, seen = Path(__file__).parent, set()
        kept = []
        for item in items:
            name = (item.path, getattr(item, "originalname", item.name))
            if item.path.parent != home or name not in seen:
                kept.append(item)
            seen.add(name)
        items[:] = kept


@pytest.fixture
def benchmark(benchmark):
    """Give the usual fixture; where nothing is timed, every time is one second."""
    if benchmark.disabled:
        benchmark.stats = SimpleNamespace(stats=SimpleNamespace(median=1.0, min=1.0, mean=1.0, max=1.0))
    return benchmark


@pytest.fixture(scope="session")
def synthetic_store(tmp_path_factory):
    """Gives the folder of a made-up store of a size, made once.

    INDICATORS_BENCHMARK_STORES names a folder in which they are kept from one run to the next.
    """
    kept = os.environ.get("INDICATORS_BENCHMARK_STORES")
    home = Path(kept) if kept else tmp_path_factory.mktemp("stores")

    def made(size):
        folder = home / size
        if not (folder / "datasets/synthetic/dataset.json").exists():
            script = Path(__file__).with_name("synthetic_stores.py")
            subprocess.run([sys.executable, script, folder, "--observations", size], check=True)
        return folder

    return made


@pytest.fixture(scope="session")
def median():
    """Times some work, after a first run, and gives the median in seconds."""

    def median(work, times=5):
        work()
        spent = []
        for _ in range(times):
            start = time.perf_counter()
            work()
            spent.append(time.perf_counter() - start)
        return float(np.median(spent))

    return median
