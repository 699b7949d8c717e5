"""What the Dockerfile and compose.yaml run exists, and nothing they start can be changed by whoever reaches it."""

import json
import re
import tomllib
from pathlib import Path

import pytest
import yaml

from indicators.cli import _COMMANDS

ROOT = Path(__file__).parents[1]
DOCKERFILE = (ROOT / "Dockerfile").read_text(encoding="utf-8")
SERVICES = yaml.safe_load((ROOT / ".github" / "compose.yaml").read_text(encoding="utf-8"))["services"]
COMMANDS = {
    "Dockerfile": json.loads(re.findall(r"^CMD (\[.*\])$", DOCKERFILE, re.MULTILINE)[-1]),
    **{name: service["command"] for name, service in SERVICES.items() if "command" in service},
}


@pytest.mark.parametrize("name", COMMANDS)
def test_commands_exist_and_servers_are_read_only(name):
    command = COMMANDS[name]
    assert command[0] in _COMMANDS
    assert ("--read-only" in command) == (command[0] == "serve")


def test_the_image_gets_what_the_wheel_is_made_of():
    build = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    wheel = build["tool"]["hatch"]["build"]["targets"]["wheel"]
    needed = {path.partition("/")[0] for path in (*wheel["only-include"], *wheel["force-include"])}
    sent = {line.removeprefix("!") for line in (ROOT / ".dockerignore").read_text(encoding="utf-8").splitlines()}
    assert needed | {"pyproject.toml", "README.md", "LICENSE"} <= sent


def test_the_image_has_extras_that_exist_and_no_password():
    extras = set(re.search(r"\.whl\)\[([a-z,]+)\]", DOCKERFILE)[1].split(","))
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert extras <= set(project["optional-dependencies"])
    assert re.search(r"^USER [1-9]\d*$", DOCKERFILE, re.MULTILINE)
    passwords = [service["environment"] for service in SERVICES.values() if "environment" in service]
    assert all(text.startswith("${") for one in passwords for name, text in one.items() if "PASSWORD" in name)
