"""A server with login: nobody sees a figure before, readers change nothing, and the log names editors."""

import json
import re
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

import pytest
from joserfc import jwt
from joserfc.jwk import RSAKey
from playwright.sync_api import expect

from indicators.ui.messages import add_data, boards, exploration, pages
from indicators.ui.server import ServerOptions

CLIENT = "dashboard"
ROLES = {"INDICATORS_READERS": "*@example.org", "INDICATORS_EDITORS": "anna@example.org", "INDICATORS_LOGIN": "1"}


class IdentityProvider:
    """A provider of OpenID Connect on this machine that asks no questions.

    ``person`` holds the claims about who logs in next.
    """

    def __init__(self) -> None:
        self.person: dict[str, Any] = {}
        self._key = RSAKey.generate_key(2048, {"kid": "test", "use": "sig"}, private=True)
        self._nonces: dict[str, str] = {}
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), self._make_handler())
        self.address = f"http://127.0.0.1:{self._server.server_port}"
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    def stop(self) -> None:
        """Stop answering."""
        self._server.shutdown()
        self._server.server_close()

    def describe(self) -> dict[str, Any]:
        """Its discovery document."""
        return {
            "issuer": self.address,
            "authorization_endpoint": f"{self.address}/authorize",
            "token_endpoint": f"{self.address}/token",
            "jwks_uri": f"{self.address}/keys",
            "response_types_supported": ["code"],
            "subject_types_supported": ["public"],
            "id_token_signing_alg_values_supported": ["RS256"],
        }

    def make_tokens(self, code: str) -> dict[str, Any]:
        """The answer to a code: tokens about the person."""
        now = int(time.time())
        claims = {
            "iss": self.address, "aud": CLIENT, "sub": "1", "iat": now, "exp": now + 600,
            "nonce": self._nonces.pop(code, ""), **self.person,
        }  # fmt: skip
        token = jwt.encode({"alg": "RS256", "kid": "test"}, claims, self._key)
        return {"access_token": "none", "token_type": "Bearer", "expires_in": 600, "id_token": token}

    def _make_handler(self) -> type[BaseHTTPRequestHandler]:
        provider = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                parts = urlsplit(self.path)
                given = {name: texts[0] for name, texts in parse_qs(parts.query).items()}
                if parts.path == "/authorize":
                    code = f"code-{len(provider._nonces)}"
                    provider._nonces[code] = given.get("nonce", "")
                    answer = urlencode({"code": code, "state": given["state"]})
                    self.send_response(302)
                    self.send_header("Location", f"{given['redirect_uri']}?{answer}")
                    self.end_headers()
                elif parts.path == "/keys":
                    self._send({"keys": [provider._key.as_dict(private=False)]})
                else:
                    self._send(provider.describe())

            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["Content-Length"])).decode()
                self._send(provider.make_tokens(parse_qs(body)["code"][0]))

            def _send(self, document: dict[str, Any]) -> None:
                content = json.dumps(document).encode()
                self.send_response(200)
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", str(len(content)))
                self.end_headers()
                self.wfile.write(content)

            def log_message(self, *_: Any) -> None:
                pass

        return Handler


@pytest.fixture(scope="module")
def provider():
    provider = IdentityProvider()
    yield provider
    provider.stop()


@pytest.fixture(scope="module")
def locked(start_dashboard, free_port, provider, tmp_path_factory):
    """The address and the store of a dashboard that asks people to log in."""
    folder, port = tmp_path_factory.mktemp("login"), free_port()
    secrets = {
        "redirect_uri": f"http://127.0.0.1:{port}/oauth2callback", "cookie_secret": "kept in no repository",
        "client_id": CLIENT, "client_secret": "none",
        "server_metadata_url": f"{provider.address}/.well-known/openid-configuration",
    }  # fmt: skip
    lines = "".join(f"{name} = {json.dumps(text)}\n" for name, text in secrets.items())
    (folder / "secrets.toml").write_text(f"[auth]\n{lines}", encoding="utf-8")
    store = folder / "store"
    options = ServerOptions(port, others=[f"--secrets.files={folder / 'secrets.toml'}"])
    with start_dashboard(options, ROLES | {"INDICATORS_STORE": str(store)}) as dashboard:
        yield dashboard.address, store


@pytest.fixture
def log_in(browser, locked, provider):
    """Open Home and log in as somebody."""
    contexts = []

    def log_in(**person):
        provider.person = person
        context = browser.new_context(base_url=locked[0], bypass_csp=True)
        context.set_default_timeout(30_000)
        contexts.append(context)
        page = context.new_page()
        page.goto("/")
        page.get_by_role("button", name=pages.LOG_IN).click()
        page.get_by_role("button", name=pages.LOG_OUT).wait_for(state="attached")
        return page

    yield log_in
    for context in contexts:
        context.close()


def test_nobody_sees_a_figure_before_logging_in(browser, locked):
    page = browser.new_context(base_url=locked[0], bypass_csp=True).new_page()
    for path in ("/", "/explore?indicators=gdp&country=RUS", "/add_data", "/boards"):
        page.goto(path)
        page.get_by_role("button", name=pages.LOG_IN).wait_for()
        assert page.locator("h1").count() == 1
        assert page.locator(".js-plotly-plot, [data-testid=stDataFrame], [data-testid=stFileUploader]").count() == 0
    assert page.request.get("/explore.csv?indicators=gdp").status == 401
    page.context.close()


def test_a_reader_reads_and_changes_nothing(log_in):
    page = log_in(email="carl@example.org", email_verified=True)
    page.goto("/explore?indicators=gdp&country=RUS")
    page.wait_for_selector(".js-plotly-plot .main-svg")
    expect(page.get_by_text("carl@example.org")).to_be_attached()
    assert page.get_by_text(boards.ADD_TO_BOARD).count() == 0
    assert page.get_by_role("link", name=pages.PAGE_TITLES["add_data"]).count() == 0
    page.goto("/add_data")
    page.get_by_role("heading", level=1).wait_for()
    assert page.locator("[data-testid=stFileUploader]").count() == 0


def test_who_is_not_listed_is_told_so_and_can_leave(log_in):
    page = log_in(email="eve@example.com", email_verified=True)
    expect(page.get_by_text("eve@example.com")).to_be_visible()
    assert page.locator(".js-plotly-plot, [data-testid=stDataFrame]").count() == 0
    page.get_by_role("button", name=pages.LOG_OUT).click()
    page.get_by_role("button", name=pages.LOG_IN).wait_for()


def test_an_editor_changes_a_board_and_is_named_in_the_log(log_in, locked):
    page = log_in(email="anna@example.org", email_verified=True)
    page.goto("/boards?board=world-economy")
    expect(page.locator(".js-plotly-plot .main-svg").last).to_be_visible(
        timeout=30_000
    )  # just before the widths are reported
    page.get_by_role("button", name=boards.DUPLICATE).click()
    expect(page).to_have_url(re.compile("board=world-economy-2"))
    log = [json.loads(line) for line in (locked[1] / "changes.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [(one["by"], one["action"]) for one in log] == [("anna@example.org", "edit board")]


def test_what_an_editor_imports_is_private_until_it_is_shared(log_in, locked, tmp_path):
    file = tmp_path / "sales.csv"
    file.write_text("Country,Year,Sales (million EUR)\nGermany,2023,2\nGermany,2024,3\n", encoding="utf-8")
    anna = log_in(email="anna@example.org", email_verified=True)
    anna.goto("/add_data")
    anna.locator("[data-testid=stFileUploader] input").set_input_files(file)
    assert anna.get_by_text(str(locked[1])).count() == 0  # a folder of the server
    anna.get_by_role("button", name=add_data.IMPORT, exact=True).click()
    anna.get_by_role("link", name=add_data.OPEN_IN_EXPLORE).wait_for()
    anna.goto("/explore?indicators=sales")
    anna.wait_for_selector(".js-plotly-plot .main-svg")
    anna.get_by_role("button", name=exploration.DOWNLOAD, exact=True).click()
    with anna.expect_download() as download:  # made when it is asked for, outside of the page
        anna.get_by_role("button", name=exploration.DOWNLOAD_AS.format(format="CSV")).click()
    assert "Sales" in download.value.path().read_text(encoding="utf-8")
    carl = log_in(email="carl@example.org", email_verified=True)
    carl.goto("/explore?indicators=sales")
    carl.get_by_role("alert").first.wait_for()
    assert carl.locator(".js-plotly-plot").count() == 0
    anna.goto("/add_data")
    anna.get_by_text("sales", exact=True).first.click()
    anna.get_by_role("button", name=add_data.SHARE_DATASET).click()
    anna.get_by_role("button", name=add_data.MAKE_PRIVATE).wait_for()
    carl.goto("/explore?indicators=sales")
    carl.wait_for_selector(".js-plotly-plot .main-svg")
