import os
import subprocess
import sys
import time
from pathlib import Path

import numpy as np
import pytest

SIZES = ("1M", "10M", "100M")


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
