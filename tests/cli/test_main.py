import sys

import pytest

from indicators.cli import main


def run_main(monkeypatch, *words):
    monkeypatch.setattr(sys, "argv", ["indicators", *words])
    with pytest.raises(SystemExit) as ended:
        main()
    return ended.value.code


def test_a_command_keeps_its_name_though_the_others_are_not_loaded(monkeypatch, capsys):
    assert run_main(monkeypatch, "list", "--help") == 0
    assert "indicators list" in capsys.readouterr().out


def test_help_and_a_mistyped_command_know_all_commands(monkeypatch, capsys):
    assert run_main(monkeypatch, "--help") == 0
    assert {"get", "build-map"} <= set(capsys.readouterr().out.split())
    assert run_main(monkeypatch, "lst") == 2
    assert "'list'" in capsys.readouterr().err
