"""YAML files are read as plain texts, with their lines; what is dangerous or would lose something is refused."""

from itertools import pairwise

import pytest

from indicators.files import documents, find_data_folder
from indicators.files.documents import read_document


@pytest.fixture
def read(tmp_path):
    def read_text(content):
        path = tmp_path / "file.yaml"
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return read_document(path, "file.yaml")

    return read_text


@pytest.mark.parametrize("text", ["2024-10", "2024-10-01", "yes", "1e3", "0x10", "12:30:00", "NaN", "1_000"])
def test_a_scalar_stays_the_text_that_stands_there(read, text):
    document, faults = read(f"key: {text}")
    assert (document.content, faults) == ({"key": text}, [])


def test_nothing_written_is_nothing(read):
    assert read("key:")[0].content == {"key": None}
    assert read("")[0].content is None


def test_lines_are_found_from_paths(read):
    document, _ = read("- id: a\n  parts:\n    - x\n    - name: y\n- id: b\n")
    assert [document.find_line(path) for path in [(0, "id"), (0, "parts", 1, "name"), (1,), (1, "missing"), ()]] == [
        1, 4, 5, 5, 1,
    ]  # fmt: skip
    assert document.find_part((0, "parts", 1)).find_line(("name",)) == 4


DOUBLED = [f"{after}: &{after} [*{before}, *{before}]" for before, after in pairwise("abcdefghijk")]
BOMB = "\n".join(["a: &a [x, x]", *DOUBLED])


@pytest.mark.parametrize(
    ("content", "line", "found"),
    [
        (BOMB, 2, "alias"),
        ("a: &a [*a]", 1, "alias"),
        ("a: 1\nb: 2\na: 3\n", 3, "the key `a` twice"),
        ("- a: 1\n  a: 2\n", 2, "the key `a` twice"),
        ("a: [1, 2\n", 2, "expected ',' or ']'"),
        ("a: 1\n\tb: 2\n", 2, "found character"),
        ("a: !!python/object:os.system x", 1, "could not determine a constructor"),
        ("a: b\x00c", 1, "control character"),
        (b"a: b\nc: \xff\n", 2, "not UTF-8"),
        ("[" * 5000, None, "nested too deeply"),
        ("a: 1\n---\nb: 2\n", 2, "but found another document"),
    ],
)
def test_a_file_that_cannot_be_read_says_where_and_why(read, content, line, found):
    document, faults = read(content)
    assert document.content is None
    assert [(fault.line, found in fault.found) for fault in faults] == [(line, True)], faults


def test_a_missing_file_is_a_fault(tmp_path):
    assert "no such file" in str(read_document(tmp_path / "none.yaml", "none.yaml")[1])


def test_libyaml_and_pyyaml_read_the_embedded_files_alike():
    paths = [
        path for path in find_data_folder().rglob("*.yaml") if documents._is_plain(path.read_text(encoding="utf-8"))
    ]
    assert len(paths) > 20
    for path in paths:
        text = path.read_text(encoding="utf-8")
        quick, slow = documents._read_quickly(text), documents._read(documents._TextLoader(text))
        assert quick.content == slow.content
        assert _lines(quick.node) == _lines(slow.node)


def _lines(node):
    below = node.value if isinstance(node.value, list) else []
    parts = [part for item in below for part in (item if isinstance(item, tuple) else (item,))]
    return node.start_mark.line, [_lines(part) for part in parts]


@pytest.mark.parametrize("text", ["[" * 5000, "- " * 5000, "a: *b", "a: b\x00c"])
def test_libyaml_does_not_see_what_might_crash_it_or_what_it_words_otherwise(text):
    assert not documents._is_plain(text)
