"""Where people log in, programs need a token: it is shown once, kept as a hash, and gone when it is removed."""

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.testclient import TestClient

from indicators.api import GuardSettings, RequestGuard
from indicators.api.tokens import TokenBook, add_token, list_tokens, remove_token
from indicators.api.tool_endpoint import ToolEndpoint
from indicators.errors import StoreError, UnknownNameError, UsageError
from indicators.files.private_folders import find_private_folder
from indicators.importing import DatasetDetails, import_release

PAGE = "/api/v1/boards"


@pytest.fixture
def locked(tmp_path, new_client):
    return new_client(GuardSettings(find_token=TokenBook(tmp_path).find_token))


def test_data_is_for_those_with_a_token(tmp_path, locked):
    token = add_token(tmp_path, "R scripts")
    for header in (None, "", token, f"Basic {token}", f"Bearer {token}x", "Bearer ", f"Bearer {token[:-1]}"):
        refused = locked.get(PAGE, headers={} if header is None else {"Authorization": header})
        assert (refused.status_code, refused.headers["WWW-Authenticate"]) == (401, "Bearer"), header
        assert token not in refused.text
    for scheme in ("Bearer", "bearer"):
        assert locked.get(PAGE, headers={"Authorization": f"{scheme} {token}"}).status_code == 200
    for path in ("/explore.csv?indicators=gdp", "/mcp", "/api/v1/openapi.json", "/boards/world-economy.html"):
        assert locked.get(path).status_code == 401, path
    remove_token(tmp_path, "R scripts")
    assert locked.get(PAGE, headers={"Authorization": f"Bearer {token}"}).status_code == 401


def test_a_token_opens_what_its_person_keeps_private(tmp_path, locked, monkeypatch):
    monkeypatch.setenv("INDICATORS_STORE", str(tmp_path))
    file = tmp_path / "costs.csv"
    file.write_text("Country,Year,Costs (million EUR)\nGermany,2023,2\n", encoding="utf-8")
    import_release(find_private_folder(tmp_path, "anna@example.org"), file, DatasetDetails("costs"))
    texts = {}
    for name, person in (("Anna's", "anna@example.org"), ("Bo's", "bo@example.org"), ("shared", "")):
        token = {"Authorization": f"Bearer {add_token(tmp_path, name, person=person)}"}
        texts[name] = [locked.get("/explore.csv?indicators=costs", headers=token) for _ in range(2)][1]
    assert "2000000" in texts["Anna's"].text
    assert [texts[name].status_code for name in texts] == [200, 400, 400]
    assert "costs" not in texts["Bo's"].json().get("hint", "")


def test_assistants_see_what_the_person_of_their_token_keeps_private(tmp_path, monkeypatch):
    pytest.importorskip("mcp")
    monkeypatch.setenv("INDICATORS_STORE", str(tmp_path))
    file = tmp_path / "costs.csv"
    file.write_text("Country,Year,Quagga costs (million EUR)\nGermany,2023,2\n", encoding="utf-8")
    import_release(find_private_folder(tmp_path, "anna@example.org"), file, DatasetDetails("quagga"))
    tools = ToolEndpoint("http://localhost", "/mcp")
    guard = Middleware(RequestGuard, settings=GuardSettings(find_token=TokenBook(tmp_path).find_token))
    app = Starlette(routes=tools.list_routes(), middleware=[guard], lifespan=tools.lifespan)
    search = {"name": "search_indicators", "arguments": {"words": "quagga costs"}}
    call = {"jsonrpc": "2.0", "id": 1, "method": "tools/call", "params": search}
    with TestClient(app, base_url="http://localhost") as client:
        for person, sees in (("anna@example.org", True), ("", False)):
            token = add_token(tmp_path, f"of {person or 'all'}", person=person)
            headers = {"Authorization": f"Bearer {token}", "Accept": "application/json, text/event-stream"}
            answer = client.post("/mcp", json=call, headers=headers)
            assert answer.status_code == 200
            assert ("quagga-costs" in answer.text) is sees


def test_a_token_is_kept_nowhere(tmp_path):
    token = add_token(tmp_path, "R scripts")
    assert token not in "".join(path.read_text(encoding="utf-8") for path in tmp_path.rglob("*") if path.is_file())
    assert [one.name for one in list_tokens(tmp_path)] == ["R scripts"]
    assert add_token(tmp_path, "Excel") != token


def test_names_are_known_and_used_once(tmp_path):
    add_token(tmp_path, "R scripts")
    for name in ("R scripts", " R  scripts ", "", "  "):
        with pytest.raises(UsageError):
            add_token(tmp_path, name)
    with pytest.raises(UnknownNameError, match="R scripts"):
        remove_token(tmp_path, "R script")


def test_a_damaged_file_lets_nobody_in(tmp_path, locked):
    token = add_token(tmp_path, "R scripts")
    assert locked.get(PAGE, headers={"Authorization": f"Bearer {token}"}).status_code == 200
    (tmp_path / "tokens.json").write_text('[{"name": "x"', encoding="utf-8")
    assert locked.get(PAGE, headers={"Authorization": f"Bearer {token}"}).status_code == 401
    with pytest.raises(StoreError):
        add_token(tmp_path, "Excel")


def test_a_browser_may_ask_what_an_allowed_site_may_send(tmp_path, new_client):
    settings = GuardSettings(origins=frozenset({"https://news.example"}), find_token=TokenBook(tmp_path).find_token)
    client = new_client(settings)
    asks = {"Access-Control-Request-Method": "POST", "Access-Control-Request-Headers": "content-type"}
    allowed = client.options("/api/v1/check", headers={"Origin": "https://news.example"} | asks)
    assert allowed.status_code == 204
    assert allowed.headers["Access-Control-Allow-Origin"] == "https://news.example"
    assert "POST" in allowed.headers["Access-Control-Allow-Methods"]
    assert "Content-Type" in allowed.headers["Access-Control-Allow-Headers"]
    other = client.options("/api/v1/check", headers={"Origin": "https://evil.example"} | asks)
    assert other.status_code == 401
    assert "Access-Control-Allow-Origin" not in other.headers
    assert client.get(PAGE, headers={"Origin": "https://news.example"}).status_code == 401


def test_cookies_are_for_https_only_where_the_server_is_reached_so(new_client):
    from starlette.responses import Response
    from starlette.routing import Route

    def page(_):
        response = Response("")
        response.set_cookie("user", "anna", httponly=True)
        response.set_cookie("xsrf", "1", secure=True)
        return response

    for is_https in (False, True):
        middleware = [Middleware(RequestGuard, settings=GuardSettings(is_https=is_https))]
        app = Starlette(routes=[Route("/", page)], middleware=middleware)
        cookies = TestClient(app, base_url="http://localhost").get("/").headers.get_list("set-cookie")
        assert ["secure" in one.lower() for one in cookies] == [is_https, True]
