"""A service on this machine, and a client that asks it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from indicators.providers.fetching.archive import AnswerArchive
from indicators.providers.fetching.client import HttpClient
from indicators.providers.fetching.http_messages import ApiKey, HttpRequest, HttpService, Quota
from indicators.providers.fetching.settings import FetchSettings
from tests.providers.fake_service import FakeService, PatientClock, Talk


@pytest.fixture
def talk(tmp_path: Path) -> Talk:
    return Talk(tmp_path / "talk")


@pytest.fixture
def service() -> Iterator[FakeService]:
    running = FakeService()
    yield running
    running.close()


@pytest.fixture
def clock() -> PatientClock:
    return PatientClock()


@pytest.fixture
def archive(tmp_path: Path) -> AnswerArchive:
    return AnswerArchive(tmp_path / "answers", most_bytes=1_000_000)


@pytest.fixture
def office(service: FakeService) -> HttpService:
    return HttpService("office", "Office", service.address, Quota(1000, 1))


@pytest.fixture
def keyed(service: FakeService) -> HttpService:
    return HttpService(
        "keyed", "Keyed", service.address, Quota(1000, 1), ApiKey("KEYED", "api_key", "https://a.example")
    )


@pytest.fixture
def make_client(archive: AnswerArchive, clock: PatientClock) -> Iterator[Callable[..., HttpClient]]:
    made: list[HttpClient] = []

    def make(**settings: object) -> HttpClient:
        made.append(HttpClient(archive, FetchSettings(**{"read_seconds": 0.3, "retries": 1, **settings}), clock))
        return made[-1].__enter__()

    yield make
    for client in made:
        client.__exit__(None, None, None)


@pytest.fixture
def ask(office: HttpService) -> Callable[..., HttpRequest]:
    def ask(path: str = "data", kind: str = "csv", **options: object) -> HttpRequest:
        return HttpRequest(office, path, kind, **options)

    return ask
