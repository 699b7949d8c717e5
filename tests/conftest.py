"""A small folder of datasets of the tests' own making."""

import io
from collections.abc import Callable, Iterator
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import settings

from tests.providers.fake_service import FakeService

# A slow machine is no fault. The same examples are drawn each time, so that what lands was seen to pass;
# `--hypothesis-profile=random` looks for others.
settings.register_profile("same", deadline=None, derandomize=True, print_blob=True)
settings.register_profile("random", deadline=None, print_blob=True)
settings.load_profile("same")


def pytest_xdist_auto_num_workers(config: pytest.Config) -> int | None:
    """Run a few tests in this process: to start others takes longer; a browser, an engine or a clock wants them all."""
    chosen = config.option.markexpr.replace("not browser and not slow", "")
    paths = [Path(argument.partition("::")[0]) for argument in config.invocation_params.args if argument[:1] != "-"]
    is_alone = any(path.is_file() or "benchmarks" in path.parts for path in paths)
    return 0 if is_alone or chosen or config.option.collectonly else None


FILES = {
    "indicators.yaml": """\
- id: turnover
  name: Turnover
  description: What was sold.
  unit: RUB
  measure: flow
  topic: Economy
  code: TURN
  aliases: [sales]
- id: growth
  name: Growth
  description: Change on the year before.
  unit: "%"
  measure: rate
  topic: Economy
""",
    "areas.csv": """\
CODE,ALPHA2,NAME,KIND,ALIASES
RUS,RU,Russia,country,Russian Federation
CHN,CN,China,country,
WLD,,World,group,
""",
    "currencies.csv": "CODE,NAME\nRUB,Russian rouble\n",
    "events.csv": "ID,DATE,AREAS,NAME,ORIGIN\nforum,2024-09,RUS,Forum,page\n",
    "datasets/office/dataset.yaml": """\
id: office
title: Yearbook
publisher: Office
description: All of it.
origins:
  - id: page
    producer: Office
    title: Yearbook
    date_published: 2025-02-01
    url_main: https://example.org/yearbook
""",
    "datasets/office/observations.csv": """\
INDICATOR,REF_AREA,TIME_PERIOD,OBS_VALUE,UNIT_MEASURE,UNIT_MULT,OBS_STATUS,VINTAGE,ORIGIN
turnover,RUS,2022,20,RUB,12,A,2024-01-01,page
turnover,RUS,2023,22,RUB,12,E,2024-01-01,page
turnover,RUS,2023,23.5,RUB,12,A,2025-01-01,page
turnover,CHN,2023,7,CNY,12,A,2024-01-01,page
growth,RUS,2024,10,%,0,F,2024-01-01,page
""",
}


@pytest.fixture(autouse=True, scope="session")
def no_figures_of_the_users_own(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """The tests see the embedded figures only, whoever runs them."""
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("INDICATORS_STORE", str(tmp_path_factory.mktemp("store")))
        yield


@pytest.fixture(scope="session")
def read_csv() -> Callable[..., pd.DataFrame]:
    """Read the text of a CSV file: values as floats, NaN if missing; every other empty cell as an empty text."""

    def read_csv(text: str) -> pd.DataFrame:
        # pandas' own parser of numbers may be off by a digit above 2**53
        values = {"Value": lambda cell: float(cell) if cell else float("nan")}
        options = {"keep_default_na": False, "converters": values}
        return pd.read_csv(io.StringIO(text, newline=""), **options)

    return read_csv


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in FILES.items():
        path = tmp_path / "data" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path / "data"


@pytest.fixture
def bank(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[FakeService]:
    """A server on this machine that is asked instead of the World Bank, for an empty store."""
    service = FakeService()
    monkeypatch.setenv("INDICATORS_URL_WORLD_BANK", service.address)
    monkeypatch.setenv("INDICATORS_STORE", str(tmp_path / "store"))
    monkeypatch.setattr("indicators.providers.fetching.clock.time.sleep", lambda _seconds: None)
    yield service
    service.close()
