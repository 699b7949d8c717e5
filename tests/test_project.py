"""The shape of the repository, as far as reading its files can hold it."""

from __future__ import annotations

import ast
import re
import subprocess
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
TOP_LEVEL = {"pyproject.toml", "dashboard.py", "indicators", "data", "tests", "README.md"}
TOP_LEVEL_MAY_HOLD = {"LICENSE", "CHANGELOG.md", "static", "uv.lock", "Dockerfile"}
EMPTY_NAMES = {"utils", "util", "helpers", "common", "core", "manager", "misc"}
PUBLIC_HOSTS = {"pypi.org", "files.pythonhosted.org"}
# A folder of somebody's machine; "https://example.org/home/" is none.
MACHINE_PATH = re.compile(rb"(?<![\w.:/~-])/(?:work|root|home|Users)/[\w.]")
INDEX_SETTING = re.compile(
    rb"^[ -]*(?:(?:extra-)?index-url|find-links|trusted-host|\[+tool\.uv\.index)\b", re.MULTILINE
)


@pytest.fixture(scope="module")
def files() -> list[Path]:
    """What is committed or about to be, relative to the top."""
    if not (ROOT / ".git").exists():
        pytest.skip("no git here: an unpacked source archive does not tell which files are the project's")
    listing = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        check=True,
    ).stdout.decode()
    return [Path(name) for name in listing.split("\0") if name and (ROOT / name).is_file()]


def test_top_level_holds_what_the_design_allows(files: list[Path]) -> None:
    names = {path.parts[0] for path in files}
    assert TOP_LEVEL - names == set()
    assert {name for name in names if not name.startswith(".")} - TOP_LEVEL - TOP_LEVEL_MAY_HOLD == set()


def test_licence_changes_contributing_and_type_marker_are_there() -> None:
    wanted = ["LICENSE", "CHANGELOG.md", ".github/CONTRIBUTING.md", "indicators/py.typed"]
    assert [name for name in wanted if not (ROOT / name).is_file()] == []


def test_no_file_names_a_folder_of_some_machine(files: list[Path]) -> None:
    assert [str(path) for path in files if MACHINE_PATH.search((ROOT / path).read_bytes())] == []


def test_no_file_chooses_a_package_index(files: list[Path]) -> None:
    settings = [path for path in files if path.suffix in {".toml", ".cfg", ".ini", ".conf", ".yml", ".txt"}]
    assert [str(path) for path in settings if INDEX_SETTING.search((ROOT / path).read_bytes())] == []


def test_lock_file_names_public_hosts_only() -> None:
    lock = ROOT / "uv.lock"
    if lock.exists():
        hosts = set(re.findall(r"[a-z][a-z0-9+.-]*://([^/\s\"]+)", lock.read_text(encoding="utf-8")))
        assert hosts - PUBLIC_HOSTS == set()


def test_no_key_is_kept_here(files: list[Path]) -> None:
    assert [str(path) for path in files if path.name in {"secrets.toml", ".env", "pip.conf", ".pypirc"}] == []


def test_repository_stays_under_25_megabytes(files: list[Path]) -> None:
    assert sum((ROOT / path).stat().st_size for path in files) < 25_000_000


def test_no_module_is_longer_than_400_lines(files: list[Path]) -> None:
    lengths = {str(path): (ROOT / path).read_bytes().count(b"\n") for path in files if path.suffix == ".py"}
    assert {name: length for name, length in lengths.items() if length > 400} == {}


def test_no_module_has_a_name_that_says_nothing(files: list[Path]) -> None:
    modules = [path for path in files if path.suffix == ".py"]
    assert [str(path) for path in modules if EMPTY_NAMES & set(path.with_suffix("").parts)] == []


def layers() -> list[list[str]]:
    """The layers of the import contract, the highest first; each is a list of packages."""
    contract = PYPROJECT["tool"]["importlinter"]["contracts"][0]
    assert contract["exhaustive"]
    return [[name.strip(" ()") for name in re.split("[|:]", layer)] for layer in contract["layers"]]


def test_every_package_is_in_one_layer_of_at_most_twelve() -> None:
    names = [name for layer in layers() for name in layer]
    entries = {path.stem for path in (ROOT / "indicators").iterdir() if path.suffix in {"", ".py"}} - {"__pycache__"}
    assert len(names) == len(set(names))
    assert entries - set(names) == {"__init__", "__main__"}
    assert len(layers()) <= 12
    assert len(names) <= 18


def test_contributing_shows_the_layers_of_the_contract() -> None:
    text = (ROOT / ".github/CONTRIBUTING.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| (\d+) \| `(\w+)` \| ", text, re.MULTILINE)
    assert rows == [(str(len(layers()) - n), name) for n, layer in enumerate(layers()) for name in layer]


def public_names(path: Path) -> set[str]:
    """The functions, classes and constants that a module offers: those of its ``__all__``, else all without a ``_``."""
    offered, defined = set(), set()
    for node in ast.parse(path.read_text(encoding="utf-8")).body:
        targets = node.targets if isinstance(node, ast.Assign) else [getattr(node, "target", None)]
        names = [getattr(node, "name", None), *(getattr(target, "id", None) for target in targets)]
        defined |= {name for name in names if name and not name.startswith("_")}
        if "__all__" in names:
            offered = set(ast.literal_eval(node.value))
    return defined & offered if offered else defined


def test_a_public_name_means_one_thing_in_all_packages() -> None:
    homes: dict[str, set[str]] = {}
    for path in (ROOT / "indicators").rglob("*.py"):
        package = path.relative_to(ROOT / "indicators").parts[0]
        if any(part.endswith("messages") for part in path.with_suffix("").parts):
            continue  # read as `messages.NAME` within their package
        for name in public_names(path):
            homes.setdefault(name, set()).add(package)
    assert {name: packages for name, packages in homes.items() if len(packages) > 1} == {}


def may_be_short(path: Path) -> bool:
    """Whether a module of a few lines is right: a registry or an entry in one, a page, messages, ``python -m``."""
    in_registry = path.parent.name in {"types", "checks", "pages"} or path.stem == "registry"
    return in_registry or path.stem in {"messages", "__init__", "__main__"}


def test_no_module_is_a_sliver(files: list[Path]) -> None:
    modules = [path for path in files if path.parts[0] == "indicators" and path.suffix == ".py"]
    lengths = {str(path): (ROOT / path).read_bytes().count(b"\n") for path in modules if not may_be_short(path)}
    assert {name: length for name, length in lengths.items() if length < 40} == {}


def test_wheel_carries_the_figures_the_dashboard_and_its_settings() -> None:
    wheel = PYPROJECT["tool"]["hatch"]["build"]["targets"]["wheel"]
    assert set(wheel["only-include"]) == {"indicators", "data", "static", ".streamlit/config.toml"}
    assert wheel["sources"] == {
        "data": "indicators/data",
        "static": "indicators/static",
        ".streamlit": "indicators/.streamlit",
    }
    assert wheel["force-include"] == {"dashboard.py": "indicators/dashboard.py"}
    assert (ROOT / "data").is_dir()
    assert (ROOT / "dashboard.py").is_file()
    assert (ROOT / ".streamlit" / "config.toml").is_file()
