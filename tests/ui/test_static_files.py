"""Scripts go out compressed to browsers that take them so, and unchanged to others."""

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.routing import Mount
from starlette.staticfiles import StaticFiles
from starlette.testclient import TestClient

from indicators.ui.static_files import CompressedFiles, CompressedResponses

SCRIPT = "let x = 1;\n" * 1000


@pytest.fixture
def folder(tmp_path):
    for name, text in (
        ("js/main.js", SCRIPT),
        ("css/main.css", "a { b: c }\n" * 500),
        ("js/small.js", "1"),
        ("p.png", SCRIPT),
    ):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path


@pytest.fixture
def serve(folder):
    files = CompressedFiles()
    middleware = [Middleware(CompressedResponses, files=files, prefix="/base/static/")]
    app = Starlette(routes=[Mount("/base/static", StaticFiles(directory=folder))], middleware=middleware)
    return files, TestClient(app)


def test_the_content_is_the_same_and_smaller_on_the_way(folder, serve):
    files, client = serve
    before = client.get("/base/static/js/main.js")
    assert (before.text, before.headers.get("content-encoding")) == (SCRIPT, None)
    files.add_folder(folder)
    for name in ("js/main.js", "css/main.css"):
        response = client.get(f"/base/static/{name}")
        assert response.text == (folder / name).read_text()
        assert response.headers["content-encoding"] == "gzip"
        assert int(response.headers["content-length"]) < len(response.text) / 10
        assert response.headers["content-type"].startswith(("text/javascript", "text/css"))


@pytest.mark.parametrize(
    ("path", "encoding"),
    [
        ("/base/static/js/main.js", "identity"), ("/base/static/js/main.js", ""), ("/base/static/js/small.js", "gzip"),
        ("/base/static/p.png", "gzip"), ("/base/static/none.js", "gzip"), ("/base/static/../js/main.js", "gzip"),
        ("/static/js/main.js", "gzip"),
    ],
)  # fmt: skip
def test_all_else_is_left_to_the_server(folder, serve, path, encoding):
    files, client = serve
    expected = client.get(path, headers={"Accept-Encoding": encoding})
    files.add_folder(folder)
    response = client.get(path, headers={"Accept-Encoding": encoding})
    assert (response.status_code, response.content) == (expected.status_code, expected.content)
    assert "content-encoding" not in response.headers
