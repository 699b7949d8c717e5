"""A client of the API, with what guards it, in this process."""

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.testclient import TestClient

from indicators.api import GuardSettings, RequestGuard, Service


def make_client(settings=None, base=""):
    settings = settings or GuardSettings()
    middleware = [Middleware(RequestGuard, settings=settings, base=base)]
    app = Starlette(routes=Service(base=base).list_routes(), middleware=middleware)
    return TestClient(app, base_url="http://localhost:8501")


@pytest.fixture(scope="session")
def client():
    return make_client(GuardSettings(per_second=1000, burst=1000))


@pytest.fixture(scope="session")
def new_client():
    return make_client
