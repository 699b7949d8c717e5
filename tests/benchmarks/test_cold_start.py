"""A command from a shell, in a process of its own. The floor is importing pandas, in the same run.

The goals are ratios: on the machine where they were set, importing pandas took 0.6 s.
"""

import os
import subprocess
import sys
import time

import pytest

COMMANDS = {
    "list": (["list"], 1.0),
    "get": (["get", "gdp", "--country", "RUS", "--time", "2020"], 1.5),
    "convert": (["convert", "24e12", "RUB", "USD", "--year", "2024"], 1.5),
    "check": (["check", "-"], 2.7),
}
ARTICLE = "Online sales in Russia rose 28% to 6.4 trillion rubles ($73.1 billion) in 2023, from 5 trillion rubles."
ROUNDS = 5


def run(*arguments):
    """Give the seconds of processor time and the megabytes of memory that a process takes."""
    process = subprocess.Popen([sys.executable, *arguments], stdin=subprocess.PIPE, stdout=subprocess.DEVNULL)
    process.stdin.write(ARTICLE.encode())
    process.stdin.close()
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    assert process.returncode in (0, 1)  # `check` ends with 1 where it found a mistake
    return used.ru_utime + used.ru_stime, used.ru_maxrss / 1024


def least(*arguments, rounds=ROUNDS):
    """Give the least of several runs: what else the machine does can only add."""
    return tuple(map(min, zip(*(run(*arguments) for _ in range(rounds)), strict=True)))


@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_against_importing_pandas(benchmark, command):
    arguments, goal = COMMANDS[command]
    run("-m", "indicators", *arguments)  # fills the cache folder
    benchmark.pedantic(run, args=("-m", "indicators", *arguments), rounds=1, iterations=1)
    rounds = 1 if benchmark.disabled else ROUNDS
    floor, floor_memory = least("-c", "import pandas", rounds=rounds)
    spent, memory = least("-m", "indicators", *arguments, rounds=rounds)
    benchmark.extra_info |= {
        "times importing pandas": round(spent / floor, 2), "goal": goal,
        "megabytes": round(memory), "megabytes of pandas": round(floor_memory),
    }  # fmt: skip


def test_the_first_command_ever_against_the_second(benchmark, tmp_path, monkeypatch):
    """How much the cache folder saves; where it can't be written, each command is a first one."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    started = time.perf_counter()
    run("-m", "indicators", "list")
    first = time.perf_counter() - started
    benchmark.pedantic(run, args=("-m", "indicators", "list"), rounds=1 if benchmark.disabled else 3, iterations=1)
    benchmark.extra_info["times the second"] = round(first / benchmark.stats.stats.median, 2)
