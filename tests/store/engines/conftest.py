"""Engines to ask: those that are installed, started for the tests and stopped after them.

A test that asks for one runs with ``pytest -m engine``, or always when INDICATORS_REQUIRE_ENGINES is set; then
an engine that is missing is a failure.
"""

from __future__ import annotations

import importlib.util
import os
import pwd
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

REQUIRED = "INDICATORS_REQUIRE_ENGINES"
START_SECONDS = 120


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Engines take minutes to start: they are not part of a plain run."""
    if "engine" in config.option.markexpr or os.environ.get(REQUIRED):
        return
    for item in items:
        if item.get_closest_marker("engine"):
            item.add_marker(pytest.mark.skip(reason=f"other engines are started by `pytest -m engine` or {REQUIRED}=1"))


def missing(what: str) -> None:
    if os.environ.get(REQUIRED):
        pytest.fail(f"{what}, and {REQUIRED} is set")
    pytest.skip(what)


def need_package(name: str) -> None:
    if importlib.util.find_spec(name) is None:
        missing(f"the package {name} is not installed")


@pytest.fixture(scope="session")
def postgresql() -> Iterator[str]:
    """The address of a PostgreSQL of our own."""
    need_package("psycopg_pool")
    programs = _postgresql_programs()
    if programs is None:
        missing("no initdb of PostgreSQL is on the PATH or under /usr/lib/postgresql")
    # Not within pytest's own folder, which another user may not enter.
    home = Path(tempfile.mkdtemp(prefix="indicators-pg-"))
    owner = _owner()
    if owner:
        shutil.chown(home, owner)
    port = free_port()
    # Sorted as people sort, unlike the other engines: the columns say themselves how they are sorted.
    options = ["-A", "trust", "-U", "postgres", "-E", "UTF8", "--no-sync", *_locale()]
    server = f"-p {port} -c listen_addresses=127.0.0.1 -k {home} -c fsync=off"
    try:
        _run([programs / "initdb", "-D", home / "data", *options], home, owner)
        _run([programs / "pg_ctl", "-D", home / "data", "-l", home / "log", "-o", server, "-w", "start"], home, owner)
        try:
            yield f"postgresql://postgres@127.0.0.1:{port}/postgres"
        finally:
            _run([programs / "pg_ctl", "-D", home / "data", "-m", "immediate", "-w", "stop"], home, owner)
    finally:
        shutil.rmtree(home, ignore_errors=True)


@pytest.fixture(scope="session")
def chdb(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of ClickHouse within this process."""
    need_package("chdb")
    need_package("clickhouse_connect")
    return f"chdb://{tmp_path_factory.mktemp('chdb')}"


@pytest.fixture(scope="session")
def spark_connect(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a server of Spark Connect of our own."""
    home = _need_spark()
    folder = tmp_path_factory.mktemp("spark-connect")
    port, log = free_port(), folder / "log"
    settings = {
        "spark.connect.grpc.binding.port": port,
        "spark.connect.grpc.binding.address": "127.0.0.1",
        "spark.driver.host": "127.0.0.1",
        "spark.driver.bindAddress": "127.0.0.1",
        "spark.ui.enabled": "false",
        "spark.sql.shuffle.partitions": 4,
        "spark.sql.warehouse.dir": folder / "warehouse",
    }
    confs = [word for name, value in settings.items() for word in ("--conf", f"{name}={value}")]
    server = ["--class", "org.apache.spark.sql.connect.service.SparkConnectServer", "--master", "local[2]"]
    command = [home / "bin" / "spark-submit", *server, *confs, "spark-internal"]
    with log.open("wb") as output:
        process = subprocess.Popen(
            command, stdout=output, stderr=subprocess.STDOUT, cwd=folder, start_new_session=True,
            env=os.environ | {"SPARK_HOME": str(home)},
        )  # fmt: skip
        try:
            _wait_for(port, process, log)
            yield f"sc://127.0.0.1:{port}"
        finally:
            os.killpg(process.pid, signal.SIGTERM)
            try:
                process.wait(timeout=20)
            except subprocess.TimeoutExpired:
                os.killpg(process.pid, signal.SIGKILL)
                process.wait()


@pytest.fixture(scope="session")
def spark_cluster(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of a cluster of Spark with two workers, started by who opens it."""
    _need_spark()
    return f"spark://{tmp_path_factory.mktemp('spark')}?master=local-cluster[2,1,1024]"


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _need_spark() -> Path:
    for package in ("pyspark", "grpc"):
        need_package(package)
    if not (shutil.which("java") or os.environ.get("JAVA_HOME")):
        missing("no java is on the PATH")
    return Path(str(importlib.util.find_spec("pyspark").origin)).parent


def _wait_for(port: int, process: subprocess.Popen[bytes], log: Path) -> None:
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline and process.poll() is None:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.2)
    lines = log.read_text(encoding="utf-8", errors="replace").splitlines()[-30:]
    pytest.fail("the server of Spark Connect did not start:\n" + "\n".join(lines))


def _postgresql_programs() -> Path | None:
    found = shutil.which("initdb")
    if found:
        return Path(found).resolve().parent
    return max((path.parent for path in Path("/usr/lib/postgresql").glob("*/bin/initdb")), default=None)


def _owner() -> str | None:
    """PostgreSQL does not run as root; Debian makes a user for it."""
    if os.geteuid() != 0:
        return None
    try:
        return pwd.getpwnam("postgres").pw_name
    except KeyError:
        missing("PostgreSQL does not run as root, and there is no user postgres")


def _locale() -> list[str]:
    known = subprocess.run(["locale", "-a"], capture_output=True, text=True, check=False).stdout.split()
    return ["--locale", next((name for name in known if name.startswith(("en_US", "de_DE"))), "C")]


def _run(command: list[str | Path], folder: Path, owner: str | None) -> None:
    done = subprocess.run(
        command, cwd=folder, user=owner, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False,
        env={"PATH": os.environ["PATH"], "HOME": str(folder)},
    )  # fmt: skip
    if done.returncode:
        log = folder / "log"
        said = log.read_text(encoding="utf-8", errors="replace") if log.exists() else ""
        pytest.fail(f"{Path(command[0]).name} ended with {done.returncode}:\n{done.stdout}\n{said}")
