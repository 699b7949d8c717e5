"""A server answers to its own names and pages only, to nobody too often, and tells browsers what pages may do."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.responses import Response
from starlette.routing import Route, WebSocketRoute
from starlette.testclient import TestClient, WebSocketDenialResponse
from starlette.websockets import WebSocketDisconnect

from indicators.api import GuardSettings, RequestGuard
from indicators.errors import UsageError
from indicators.ui.server import _read_settings

SPEC = "/api/v1/boards"


@pytest.mark.parametrize("host", ["localhost", "LOCALHOST:80", "127.0.0.1:8501", "[::1]:8501", "localhost."])
def test_this_machine_is_answered(client, host):
    assert client.get(SPEC, headers={"Host": host}).status_code == 200


@pytest.mark.parametrize(
    "host",
    [
        "evil.example", "evil.example:8501", "localhost.evil.example", "127.0.0.1.evil.example", "10.0.0.1", "",
        "localhost@evil.example", "localhost/evil", "localhost:port", "evil.example#localhost", "[::1", "2130706433",
    ],
)  # fmt: skip
def test_another_name_is_refused(client, host):
    assert client.get(SPEC, headers={"Host": host}).status_code == 421


@given(st.text(max_size=30))
def test_no_text_passes_for_this_machine(host):
    name = host.partition(":")[0].lower().rstrip(".")
    assert not GuardSettings().allows_host(host) or name in ("localhost", "127.0.0.1") or host.startswith("[")


def test_named_hosts_are_answered_and_any_address_only_where_other_machines_ask():
    local = _read_settings("127.0.0.1", {"INDICATORS_HOSTS": "https://figures.example data.example:8443"})
    assert all(map(local.allows_host, ("figures.example", "data.example:8443")))
    assert not local.allows_host("10.0.0.1")
    assert _read_settings("127.0.0.1", {"INDICATORS_PUBLIC_URL": "https://a.example/x"}).allows_host("a.example")
    public = _read_settings("0.0.0.0", {})
    assert public.allows_host("10.0.0.1:8501")
    assert not public.allows_host("figures.example")


def test_pages_of_other_sites_can_not_send_requests(client):
    for origin, status in (
        ("http://localhost:8501", 200), ("http://evil.example", 403), ("null", 403), ("http://localhost:9999", 403)
    ):  # fmt: skip
        response = client.post("/api/v1/check", content="40%", headers={"Origin": origin, "Content-Type": "text/plain"})
        assert response.status_code == status, origin


def test_a_websocket_of_another_site_is_refused(client):
    for headers in ({"Origin": "http://evil.example"}, {"Host": "evil.example"}):
        with pytest.raises(WebSocketDisconnect), client.websocket_connect("/_stcore/stream", headers=headers):
            pass


def test_data_is_shared_with_other_sites_only_where_that_is_allowed(client, new_client):
    name = "access-control-allow-origin"
    news = {"Origin": "https://news.example"}
    assert name not in client.get(SPEC, headers=news).headers
    allowing = new_client(_read_settings("127.0.0.1", {"INDICATORS_ORIGINS": "https://news.example/"}))
    assert allowing.get(SPEC, headers=news).headers[name] == news["Origin"]
    assert name not in allowing.get(SPEC, headers={"Origin": "https://evil.example"}).headers
    with pytest.raises(UsageError):
        _read_settings("127.0.0.1", {"INDICATORS_ORIGINS": "news.example"})


def test_headers_protect_pages(client):
    headers = client.get(SPEC).headers
    assert headers["x-content-type-options"] == "nosniff"
    assert "referrer-policy" in headers
    assert "frame-ancestors 'self'" in headers["content-security-policy"]
    assert "unsafe-eval" not in headers["content-security-policy"]


def test_only_an_embedded_chart_may_be_framed_by_any_site(client):
    def framed_by(address):
        return client.get(address).headers["content-security-policy"].rpartition("frame-ancestors ")[2]

    assert framed_by("/explore?indicators=gdp&embed=true") == "*"
    for address in ("/explore", "/explore?x=embed=true", "/add_data?embed=true", "/?embed=true"):
        assert framed_by(address) == "'self'"


def test_too_many_requests_and_too_long_addresses_are_refused(new_client):
    client = new_client(GuardSettings(per_second=0.001, burst=3))
    assert [client.get("/api/v1/nothing").status_code for _ in range(4)] == [404, 404, 404, 429]
    assert int(client.get("/api/v1/nothing").headers["retry-after"]) > 0
    assert client.get("/explore").status_code == 404  # a page, which this server does not have
    assert client.get(f"/api?{'x' * 9000}").status_code == 414


def test_beyond_a_number_of_windows_pages_and_sessions_are_told_to_come_later():
    async def draw(websocket):
        await websocket.accept()
        await websocket.receive()

    async def show(_):
        return Response("page")

    routes = [WebSocketRoute("/_stcore/stream", draw), Route("/explore", show), Route("/_stcore/health", show)]
    guard = Middleware(RequestGuard, settings=_read_settings("127.0.0.1", {"INDICATORS_MOST_SESSIONS": "2"}))
    host = {"Host": "localhost:8501"}
    client = TestClient(Starlette(routes=routes, middleware=[guard]), base_url="http://localhost:8501")
    with client.websocket_connect("/_stcore/stream", headers=host):
        assert client.get("/explore").status_code == 200
        with client.websocket_connect("/_stcore/stream", headers=host):
            page = client.get("/explore")
            assert (page.status_code, page.headers["content-type"]) == (503, "application/problem+json")
            assert int(page.headers["retry-after"]) > 0
            assert client.get("/_stcore/health").status_code == 200
            with pytest.raises(WebSocketDenialResponse) as denied:
                client.websocket_connect("/_stcore/stream", headers=host).__enter__()
            assert denied.value.status_code == 503
    assert client.get("/explore").status_code == 200
    with pytest.raises(UsageError, match="INDICATORS_MOST_SESSIONS"):
        _read_settings("127.0.0.1", {"INDICATORS_MOST_SESSIONS": "none"})


def test_what_streamlit_counts_is_for_nobody(client, new_client):
    assert client.get("/_stcore/metrics").status_code == 404
    assert new_client(base="/figures").get("/figures/_stcore/metrics").status_code == 404
